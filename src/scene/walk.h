/* Private to scene. What goes through the walk over the boxes, and the drawings of single blocks. All of them append
 * elements to a list of children; elements are complete when a function returns. */
#ifndef CXMAP_SCENE_WALK_H
#define CXMAP_SCENE_WALK_H

#include "cxmap/scene.h"

/* An icon's paths on its grid, read once a scene. */
typedef struct CxIconPaths {
  bool is_read;
  CxPath stroked, filled;
} CxIconPaths;

typedef struct CxWalk {
  CxArena *arena;
  const CxTheme *theme;
  const char *map;
  bool is_rtl;
  int para;           /* of the last paragraph */
  CxIconPaths *icons; /* in the order of cx_icons */
  GHashTable *ids;    /* those that groups have */
  GHashTable *groups; /* block → id of its group, without the map's */
  GHashTable *named;  /* ids of the stages whose titles were taken: some stand on several pages */
  GString *stages;    /* the titles of the stages */
} CxWalk;

/* ---- element.c ------------------------------------------------------------------------------------------ */
CxElement *cx_element_add(CxWalk *walk, CxElements *into, CxElementKind kind, const char *role, CxRect box);
CxStroke cx_stroke(CxColour colour, double width);
CxStroke cx_stroke_named(const CxWalk *walk, CxStrokeName name);
/* A path of what has been put into `path`, which is the element's from then on; its box is that of the points. */
CxElement *cx_element_path(CxWalk *walk, CxElements *into, const char *role, const CxPath *path);
CxElement *cx_element_line(CxWalk *walk, CxElements *into, const char *role, CxPoint from, CxPoint to, CxStroke stroke);
CxElement *cx_element_rect(CxWalk *walk, CxElements *into, const char *role, CxRect box, double radius, CxColour fill);

/* ---- text.c --------------------------------------------------------------------------------------------- */
void cx_draw_text(CxWalk *walk, CxElements *into, const CxBox *box);
/* What stands on a disc. */
void cx_draw_letters(CxWalk *walk, CxElements *into, const CxBox *box, const char *role, CxFont font, CxColour colour);

/* ---- shapes.c: grounds, and blocks that are a few shapes ------------------------------------------------ */
void cx_draw_ground(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_hairlines(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_rule(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_divider(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_meter(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_shapes(CxWalk *walk, CxElements *into, const CxBox *box); /* those of a chart */
void cx_draw_image(CxWalk *walk, CxElements *into, const CxBox *box);

/* ---- edges.c: arrows, when the groups of their ends have been drawn -------------------------------------- */
void cx_draw_edges(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_arrow(CxWalk *walk, CxElements *into, const CxBox *box);

/* ---- patterns.c: what a theme says without colour -------------------------------------------------------- */
void cx_draw_low_pattern(CxWalk *walk, CxElements *into, CxRect rect);                 /* of the lowest emotion band */
void cx_draw_band(CxWalk *walk, CxElements *into, const CxBox *box);                   /* at a card's start edge */
void cx_draw_stripes(CxWalk *walk, CxElements *into, const CxBox *box, double height); /* across its top */
void cx_draw_gap_line(CxWalk *walk, CxElements *into, const CxBox *box);               /* after a column */
void cx_draw_shade(CxWalk *walk, CxElements *into, const CxBox *box, double fold);
CxRect cx_sheet_rect(const CxWalk *walk, const CxBox *box); /* the box without its shadow */
double cx_note_fold(const CxWalk *walk, const CxBox *box);  /* 0: the block's hue is not folded */
CxElement *cx_draw_note(CxWalk *walk, CxElements *into, const char *role, const CxBox *box, double fold);

/* ---- marks.c: icons, faces, discs ----------------------------------------------------------------------- */
void cx_draw_icon(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_face(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_portrait(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_sample(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_disc(CxWalk *walk, CxElements *into, const CxBox *box);

/* ---- curve.c, matrix.c ---------------------------------------------------------------------------------------- */
void cx_draw_curve(CxWalk *walk, CxElements *into, const CxBox *box);
void cx_draw_matrix(CxWalk *walk, CxElements *into, const CxBox *box);

#endif
