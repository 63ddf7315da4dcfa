/* Faces and outlines: drawings in units of a radius around (0, 0), as path data that is scaled to its place.
 *
 * Mouths and brows are stroked, eyes and open mouths filled. What colour they have, and whether the ground is filled or
 * hollow, is for the scene to say.
 */
#include "cxmap/theme.h"

/* Eyes that are discs stand this far from the middle. */
#define EYE_X 0.32

typedef struct Face {
  double eye_y, eye_radius; /* radius 0: the eyes are among the strokes */
  const char *stroked, *filled;
} Face;

/* The open mouth is larger by half a thin line than its corners say, which softens it. */
#define GRIN "M -.52 .1 C -.173 .857 .173 .857 .52 .1 Z"
#define SMILE "M -.44 .2 C -.147 .56 .147 .56 .44 .2"
#define FROWN "M -.42 .52 C -.14 .213 .14 .213 .42 .52"
#define SCOWL "M -.4 .6 C -.133 .293 .133 .293 .4 .6"
#define SOB "M -.34 .54 C -.113 .273 .113 .273 .34 .54"
#define GASP "M 0 .2 C .11 .2 .2 .29 .2 .4 C .2 .51 .11 .6 0 .6 C -.11 .6 -.2 .51 -.2 .4 C -.2 .29 -.11 .2 0 .2 Z"
#define TEAR "M .32 0 C .5 .22 .44 .38 .32 .38 C .2 .38 .14 .22 .32 0 Z"
#define LAUGHING_EYES "M -.47 -.15 C -.37 -.357 -.27 -.357 -.17 -.15 M .17 -.15 C .27 -.357 .37 -.357 .47 -.15"
#define CLOSED_EYES "M -.48 -.25 C -.373 -.083 -.267 -.083 -.16 -.25 M .16 -.25 C .267 -.083 .373 -.083 .48 -.25"
#define ANGRY_BROWS "M -.56 -.5 L -.14 -.3 M .56 -.5 L .14 -.3"
#define SAD_BROWS "M -.54 -.34 L -.18 -.54 M .54 -.34 L .18 -.54"
#define FEARFUL_BROWS "M -.56 -.36 L -.2 -.6 M .56 -.36 L .2 -.6"
#define RAISED_BROWS "M -.47 -.52 C -.37 -.64 -.27 -.64 -.17 -.52 M .17 -.52 C .27 -.64 .37 -.64 .47 -.52"

static const Face faces[] = {
    [CX_FACE_ANGRY_LEVEL] = {-0.10, 0.125, SCOWL " " ANGRY_BROWS, NULL},
    [CX_FACE_FRUSTRATED] = {-0.20, 0.125, FROWN, NULL},
    [CX_FACE_NEUTRAL] = {-0.20, 0.125, "M -.38 .36 L .38 .36", NULL},
    [CX_FACE_HAPPY] = {-0.20, 0.125, SMILE, NULL},
    [CX_FACE_DELIGHTED] = {-0.20, 0.125, NULL, GRIN},
    [CX_FACE_JOY] = {0, 0, LAUGHING_EYES, GRIN},
    [CX_FACE_ANGER] = {-0.10, 0.125, SCOWL " " ANGRY_BROWS, NULL},
    [CX_FACE_SORROW] = {-0.20, 0.125, SOB " " SAD_BROWS, TEAR},
    [CX_FACE_PLEASURE] = {0, 0, CLOSED_EYES " " SMILE, NULL},
    [CX_FACE_ANNOYANCE] = {-0.20, 0.125, "M -.42 .44 L -.14 .28 L .14 .46 L .42 .3 M -.48 -.46 L -.16 -.46", NULL},
    [CX_FACE_FEAR] = {-0.20, 0.14, "M -.42 .46 L -.21 .28 L 0 .46 L .21 .28 L .42 .46 " FEARFUL_BROWS, NULL},
    [CX_FACE_SURPRISE] = {-0.20, 0.125, GASP " " RAISED_BROWS, NULL},
};

static const char *const polygons[] = {
    [CX_OUTLINE_HEXAGON] = "M 1.12 0 L .56 .97 L -.56 .97 L -1.12 0 L -.56 -.97 L .56 -.97 Z",
    [CX_OUTLINE_DIAMOND] = "M 0 -1.34 L 1.34 0 L 0 1.34 L -1.34 0 Z",
    [CX_OUTLINE_PENTAGON] = "M 0 -1.13 L 1.122 -.315 L .694 1.005 L -.694 1.005 L -1.122 -.315 Z",
};

double cx_face_stroke(double radius) {
  return MAX(0.15 * radius, 1.1);
}

void cx_face_paths(CxArena *arena, CxFace face, CxPoint centre, double radius, CxPath *stroked, CxPath *filled) {
  const Face *drawing = &faces[face];
  double eye_y = centre.y + drawing->eye_y * radius, eye_radius = drawing->eye_radius * radius;
  if (eye_radius > 0) {
    cx_path_circle(arena, filled, (CxPoint){centre.x - EYE_X * radius, eye_y}, eye_radius);
    cx_path_circle(arena, filled, (CxPoint){centre.x + EYE_X * radius, eye_y}, eye_radius);
  }
  if (drawing->filled != NULL) cx_path_parse(arena, filled, drawing->filled, radius, centre);
  if (drawing->stroked != NULL) cx_path_parse(arena, stroked, drawing->stroked, radius, centre);
}

void cx_outline_path(CxArena *arena, CxPath *path, CxOutline outline, CxPoint centre, double radius) {
  double half = 0.92 * radius;
  switch (outline) {
  case CX_OUTLINE_CIRCLE: cx_path_circle(arena, path, centre, radius); break;
  case CX_OUTLINE_SQUARE:
    cx_path_rect(arena, path, (CxRect){centre.x - half, centre.y - half, 2 * half, 2 * half}, 0.32 * radius);
    break;
  case CX_OUTLINE_HEXAGON:
  case CX_OUTLINE_DIAMOND:
  case CX_OUTLINE_PENTAGON: cx_path_parse(arena, path, polygons[outline], radius, centre); break;
  }
}

double cx_outline_extent(CxOutline outline) {
  switch (outline) {
  case CX_OUTLINE_CIRCLE:
  case CX_OUTLINE_SQUARE: break;
  case CX_OUTLINE_HEXAGON: return 1.12;
  case CX_OUTLINE_DIAMOND: return 1.34;
  case CX_OUTLINE_PENTAGON: return 1.13;
  }
  return 1;
}
