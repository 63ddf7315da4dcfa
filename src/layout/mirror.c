/* Mirrors placed boxes, for languages that run from right to left: every x is measured from the other edge. Texts,
 * icons and faces keep their shape; what points (chevrons) is turned by the scene.
 */
#include "frame.h"

static CxRect mirrored(CxRect rect, double width) {
  rect.x = width - rect.x - rect.w;
  return rect;
}

static void mirror_line(CxLevelLine *line, double width) {
  const double left = width - line->x2;
  line->x2 = width - line->x1;
  line->x1 = left;
}

static void mirror_point(CxPoint *point, double width) {
  point->x = width - point->x;
}

static void mirror_path(CxPath *path, double width) {
  for (size_t i = 0; i < path->count; i++) {
    mirror_point(&path->items[i].c[0], width);
    mirror_point(&path->items[i].c[1], width);
    mirror_point(&path->items[i].to, width);
  }
}

static void mirror_curve(CxPlacedCurve *curve, double width) {
  for (size_t i = 0; i < curve->bands.count; i++)
    curve->bands.items[i].box = mirrored(curve->bands.items[i].box, width);
  for (size_t i = 0; i < curve->lines.count; i++) mirror_line(&curve->lines.items[i], width);
  for (size_t i = 0; i < curve->leaders.count; i++) {
    mirror_point(&curve->leaders.items[i].from, width);
    mirror_point(&curve->leaders.items[i].to, width);
  }
  for (size_t s = 0; s < curve->series.count; s++) {
    CxPlacedSeries *series = &curve->series.items[s];
    for (size_t i = 0; i < series->points.count; i++) mirror_point(&series->points.items[i], width);
    mirror_path(&series->path, width);
  }
}

static void mirror_edges(CxBox *box, double width) {
  for (size_t i = 0; i < box->edges.count; i++)
    for (size_t k = 0; k < box->edges.items[i].points.count; k++)
      mirror_point(&box->edges.items[i].points.items[k], width);
}

static void mirror_straight(CxStraight *line, double width) {
  mirror_point(&line->from, width);
  mirror_point(&line->to, width);
}

static void mirror_matrix(CxPlacedMatrix *matrix, double width) {
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->quadrants); i++)
    matrix->quadrants[i].box = mirrored(matrix->quadrants[i].box, width);
  for (size_t i = 0; i < matrix->lines.count; i++) mirror_straight(&matrix->lines.items[i], width);
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->arrows); i++) mirror_straight(&matrix->arrows[i], width);
}

static void mirror_text(CxPlacedLine *line, double width) {
  const CxRect box = mirrored(line->box, width);
  if (line->is_turned) line->baseline += box.x - line->box.x;
  line->box = box;
}

void cx_box_mirror(CxBox *box, double width) {
  box->rect = mirrored(box->rect, width);
  box->badges = mirrored(box->badges, width);
  mirror_edges(box, width);
  for (size_t i = 0; i < box->lines.count; i++) mirror_text(&box->lines.items[i], width);
  for (size_t i = 0; i < box->marks.count; i++) {
    mirror_point(&box->marks.items[i].centre, width);
    box->marks.items[i].number.box = mirrored(box->marks.items[i].number.box, width);
  }
  for (size_t i = 0; i < box->hairlines.count; i++) mirror_line(&box->hairlines.items[i], width);
  for (size_t i = 0; i < box->drawn.count; i++) mirror_path(&box->drawn.items[i].path, width);
  if (box->curve != NULL) mirror_curve(box->curve, width);
  if (box->matrix != NULL) mirror_matrix(box->matrix, width);
  for (size_t i = 0; i < box->children.count; i++) cx_box_mirror(box->children.items[i], width);
}
