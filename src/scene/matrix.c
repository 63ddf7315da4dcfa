/* A matrix's drawing under its discs: the quadrants, the dotted lines at whole scores, the arrows of the axes. Discs,
 * titles and numbers are its children.
 */
#include "walk.h"

static CxColour ground(const CxWalk *walk, CxPaint paint) {
  return cx_theme_colour(walk->theme, paint, CX_HUE_NONE);
}

static CxColour fill_of(const CxWalk *walk, const CxQuadrant *quadrant) {
  return cx_theme_colour(walk->theme, quadrant->paint, quadrant->hue);
}

/* Where a theme's quadrants are as white as the paper they have an outline. */
static void draw_quadrant(CxWalk *walk, CxElements *into, const CxQuadrant *quadrant) {
  const double radius = walk->theme->looks[CX_LOOK_CARD].radius;
  const CxColour fill = fill_of(walk, quadrant);
  CxElement *rect = cx_element_rect(walk, into, "quadrant", quadrant->box, radius, fill);
  if (cx_colour_is_same(fill, ground(walk, CX_PAINT_PAPER)))
    rect->stroke = cx_stroke(ground(walk, CX_PAINT_STRONG), walk->theme->sizes.hair);
}

/* Of paper on the quadrants; on white ones of the rules' colour. */
static CxStroke dotted(const CxWalk *walk, const CxPlacedMatrix *matrix) {
  const CxColour paper = ground(walk, CX_PAINT_PAPER);
  CxColour colour = paper;
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->quadrants); i++)
    if (cx_colour_is_same(fill_of(walk, &matrix->quadrants[i]), paper)) colour = ground(walk, CX_PAINT_RULE);
  CxStroke stroke = cx_stroke(colour, 1);
  stroke.dash = (CxDash){.lengths = {1, 3}, .count = 2};
  return stroke;
}

static void draw_arrow(CxWalk *walk, CxElements *into, const CxStraight *arrow) {
  const double length = 5.5, half = 2.75;
  const CxColour colour = ground(walk, CX_PAINT_STRONG);
  const CxPoint tip = arrow->to;
  const double dx = tip.x > arrow->from.x ? 1 : tip.x < arrow->from.x ? -1 : 0;
  const double dy = tip.y > arrow->from.y ? 1 : tip.y < arrow->from.y ? -1 : 0;
  const CxPoint neck = {tip.x - length * dx, tip.y - length * dy};
  cx_element_line(walk, into, "axis", arrow->from, neck, cx_stroke(colour, 1.1));
  CxPath head = {0};
  cx_path_move(walk->arena, &head, tip.x, tip.y);
  cx_path_line(walk->arena, &head, neck.x + half * dy, neck.y + half * dx);
  cx_path_line(walk->arena, &head, neck.x - half * dy, neck.y - half * dx);
  cx_path_close(walk->arena, &head);
  cx_element_path(walk, into, "axis", &head)->fill = colour;
}

void cx_draw_matrix(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxPlacedMatrix *matrix = box->matrix;
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->quadrants); i++) draw_quadrant(walk, into, &matrix->quadrants[i]);
  const CxStroke stroke = dotted(walk, matrix);
  for (size_t i = 0; i < matrix->lines.count; i++)
    cx_element_line(walk, into, "grid", matrix->lines.items[i].from, matrix->lines.items[i].to, stroke);
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->arrows); i++) draw_arrow(walk, into, &matrix->arrows[i]);
}
