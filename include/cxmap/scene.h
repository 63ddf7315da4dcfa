/* scene: a layout and a theme's colours become a flat description of what is drawn: final values, nothing to ask.
 *
 * The JSON form (--emit=scene) is documented in docs/scene.md; other programs read it. Knows nothing of backends.
 */
#ifndef CXMAP_SCENE_H
#define CXMAP_SCENE_H

#include "cxmap/layout.h"

typedef enum CxElementKind {
  CX_ELEMENT_GROUP,
  CX_ELEMENT_RECT,
  CX_ELEMENT_PATH,
  CX_ELEMENT_TEXT, /* one line */
  CX_ELEMENT_IMAGE,
} CxElementKind;

typedef struct CxStroke {
  CxColour colour; /* a 0: none */
  double width;
  CxDash dash;
  bool has_round_ends;
} CxStroke;

typedef struct CxElement CxElement;
typedef CX_LIST(CxElement *) CxElements;

struct CxElement {
  CxElementKind kind;
  const char *role; /* roles of groups: design, appendix; of items: what they are part of */
  CxRect box;       /* absolute; of a path the bounds of its points and control points, without the stroke */

  const char *id, *ref, *title; /* group: id with the map's in front, unique in the map */
  const char *link;             /* group, text: a URL, or # and the id of a map of the same build */
  CxElements children;          /* group */

  CxColour fill;
  CxStroke stroke;
  double radius;  /* rect, image: of the corners; half the width makes a disc */
  CxPath path;    /* path */
  CxPath clip;    /* image: the outline it is cut to instead; group: what of it is seen; no steps: none */
  const char *of; /* path: the ref of what it shows; `from` and `to` of an edge */
  const char *from, *to;
  const char *arrow;       /* of an edge: "end", "both" */
  CX_LIST(CxPoint) points; /* path: the points it goes through */

  const CxLine *line; /* text, drawn in `fill` with its left end at box.x */
  double baseline;    /* absolute y; of a turned line x */
  bool is_turned;     /* text: reads from the bottom to the top; its left end is the box's foot */
  double size;        /* of the type */
  double scale;       /* of the line: `size` as a multiple of what it was shaped at */
  const char *lang, *text;
  int para; /* lines of one paragraph share it, from 1; 0: a mark of the page, no part of the map */
  bool is_heading;

  const char *file; /* image: canonical path; cropped to `box` round its centre */
  bool is_whole;    /* image: not cropped, but as large as `box` holds it */
  const char *name; /* image: the path as written, or NULL */
};

typedef struct CxScenePage {
  const char *name; /* of a tile: "A1"; or NULL */
  double width, height;
  CxElements elements;
} CxScenePage;

typedef struct CxScene {
  const char *map, *kind, *title, *lang;
  const char *document;    /* the document's title, for a file of several maps; or NULL */
  const char *description; /* one or two sentences for those who do not see the map: <desc> */
  const char *author, *subject, *keywords, *date;
  CxColour paper;
  double width, height; /* of the first page */
  CX_LIST(CxScenePage) pages;
} CxScene;

typedef CX_LIST(CxScene *) CxScenes;

CxScene *cx_scene_new(CxArena *arena, const CxLayout *layout, const CxTheme *theme);

/* A page of a scene as a scene of its own, for files that hold one page. Elements are shared. */
CxScene *cx_scene_of_page(CxArena *arena, const CxScene *scene, size_t page);

/* A poster: the pages of a scene cut into tiles of a paper (never `fit`), each with a margin, marks for cutting and
 * gluing, and an overlap with its neighbours. Cuts keep clear of text where they can. A page that the paper holds as it
 * is becomes one page without marks. The scene stays as it is; lines of text are shared. */
CxScene *cx_scene_tile(CxArena *arena, const CxScene *scene, const CxPaper *paper, CxShaper *shaper);

/* Scales elements, children included, round the page's corner, then moves them. */
void cx_elements_transform(const CxElements *elements, double scale, CxPoint by);

/* --emit=scene: one object a map. */
void cx_scene_write_json(const CxScene *scene, CxJson *json);

#endif
