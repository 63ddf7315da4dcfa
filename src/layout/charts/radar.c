/* A radar: an axis for each part, rings at the ticks, the targets as a dashed polygon, the values as a filled one.
 *
 * The first axis points up, the others follow clockwise. A part without a value leaves a gap in its line, and the
 * polygon is not filled then. The rings' numbers stand in the sector where they are clear of both lines.
 */
#include <math.h>

#include "points.h"

static const double FILL = 0.14, OUTER = 0.9, INNER = 0.8;
static const double NUMBER_GAP = 3, ENOUGH = 9; /* from a ring to its number; from that to the lines */
static const double LEADER = 0.6, LEADER_FROM = 5, NEAR = 6;
enum { CROWDED = 10 }; /* more axes have smaller points */

typedef struct Radar {
  CxTypesetter *setter;
  const CxFrame *frame;
  const CxChart *chart;
  CxBox *box;
  CxPoint centre;
  double radius;
  size_t count;
} Radar;

/* ---- Sizes ------------------------------------------------------------------------------------------------- */

/* As far to the left as to the right, so that the web stands in the middle. */
static void size(CxTypesetter *setter, CxFrame *frame) {
  CxRadarLabels labels = cx_radar_labels(setter, frame);
  frame->natural = frame->smallest = 2 * MAX(-labels.bounds.x, labels.bounds.x + labels.bounds.w);
  cx_radar_labels_clear(&labels);
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)width;
  CxRadarLabels labels = cx_radar_labels(setter, frame);
  cx_radar_labels_clear(&labels);
  return labels.bounds.h;
}

/* ---- The web ----------------------------------------------------------------------------------------------- */

static CxPoint point_at(const Radar *radar, double axis, double share) {
  const CxPoint way = cx_radar_direction(axis, radar->count);
  return (CxPoint){radar->centre.x + way.x * share * radar->radius, radar->centre.y + way.y * share * radar->radius};
}

static void add_ring(const Radar *radar, CxPath *path, double share) {
  for (size_t i = 0; i < radar->count; i++) {
    const CxPoint at = point_at(radar, (double)i, share);
    (i == 0 ? cx_path_move : cx_path_line)(radar->setter->arena, path, at.x, at.y);
  }
  cx_path_close(radar->setter->arena, path);
}

static void draw_ring(const Radar *radar, double share) {
  CxDrawn *ring = cx_chart_draw(radar->setter, radar->box, "ring");
  const bool is_outer = share >= 1;
  add_ring(radar, &ring->path, share);
  ring->fill = is_outer ? CX_PAINT_PANEL : CX_PAINT_NONE;
  ring->stroke = is_outer ? CX_PAINT_RULE : CX_PAINT_TRACK;
  ring->width = is_outer ? OUTER : INNER;
}

static void draw_web(const Radar *radar) {
  CxArena *arena = radar->setter->arena;
  draw_ring(radar, 1);
  for (size_t i = 0; i < radar->chart->ticks.count; i++)
    if (radar->chart->ticks.items[i] < 1) draw_ring(radar, radar->chart->ticks.items[i]);
  for (size_t i = 0; i < radar->count; i++) {
    CxDrawn *axis = cx_chart_draw(radar->setter, radar->box, "axis");
    const CxPoint end = point_at(radar, (double)i, 1);
    cx_path_move(arena, &axis->path, radar->centre.x, radar->centre.y);
    cx_path_line(arena, &axis->path, end.x, end.y);
    axis->stroke = CX_PAINT_TRACK;
    axis->width = INNER;
  }
}

/* ---- Polygons ---------------------------------------------------------------------------------------------- */

static double share_of(const Radar *radar, size_t axis, bool is_target) {
  const CxChartPart *part = &radar->chart->parts.items[axis % radar->count];
  return is_target ? part->target : part->value;
}

static size_t count_shares(const Radar *radar, bool is_target) {
  size_t count = 0;
  for (size_t i = 0; i < radar->count; i++) count += share_of(radar, i, is_target) >= 0 ? 1 : 0;
  return count;
}

/* From one part to the next where both have a share. */
static void add_pieces(const Radar *radar, CxPath *path, bool is_target) {
  CxArena *arena = radar->setter->arena;
  for (size_t i = 0; i < radar->count; i++) {
    const double share = share_of(radar, i, is_target), next = share_of(radar, i + 1, is_target);
    if (share < 0 || next < 0) continue;
    const CxPoint from = point_at(radar, (double)i, share), to = point_at(radar, (double)(i + 1), next);
    if (i == 0 || share_of(radar, i - 1, is_target) < 0) cx_path_move(arena, path, from.x, from.y);
    cx_path_line(arena, path, to.x, to.y);
  }
}

static void add_polygon(const Radar *radar, CxPath *path, bool is_target) {
  for (size_t i = 0; i < radar->count; i++) {
    const CxPoint at = point_at(radar, (double)i, share_of(radar, i, is_target));
    (i == 0 ? cx_path_move : cx_path_line)(radar->setter->arena, path, at.x, at.y);
  }
  cx_path_close(radar->setter->arena, path);
}

static void draw_polygon(const Radar *radar, bool is_target) {
  const size_t given = count_shares(radar, is_target);
  const bool is_whole = given == radar->count;
  if (given == 0) return;
  if (is_whole && !is_target) {
    CxDrawn *fill = cx_chart_draw(radar->setter, radar->box, "area");
    add_polygon(radar, &fill->path, is_target);
    fill->fill = CX_PAINT_ACCENT;
    fill->opacity = FILL;
  }
  CxPath path = {0};
  (is_whole ? add_polygon : add_pieces)(radar, &path, is_target);
  if (path.count == 0) return;
  CxDrawn *line = cx_chart_draw(radar->setter, radar->box, is_target ? "target" : "score");
  line->path = path;
  cx_radar_line(line, is_target);
}

static void draw_points(const Radar *radar, bool is_target) {
  const double scale = radar->count > CROWDED ? 0.75 : 1;
  for (size_t i = 0; i < radar->count; i++) {
    const double share = share_of(radar, i, is_target);
    if (share >= 0) cx_radar_point(radar->setter, radar->box, point_at(radar, (double)i, share), is_target, scale);
  }
}

/* ---- Numbers of the rings ---------------------------------------------------------------------------------- */

/* Where a line crosses the middle of the sector behind an axis, in shares of the radius; -1: it does not. */
static double crossing(const Radar *radar, size_t sector, bool is_target) {
  const double a = share_of(radar, sector, is_target), b = share_of(radar, sector + 1, is_target);
  if (a < 0 || b < 0) return -1;
  return a + b > 0 ? 2 * a * b * cos(G_PI / (double)radar->count) / (a + b) : 0;
}

static CxFrame *number_of(const Radar *radar, size_t tick) {
  return radar->frame->children.items[radar->count + tick];
}

/* The middle of a ring's number in a sector: inside the ring, from the centre. */
static double number_reach(const Radar *radar, size_t sector, size_t tick) {
  const CxPoint way = cx_radar_direction((double)sector + 0.5, radar->count);
  const CxFrame *number = number_of(radar, tick);
  const double w = number->natural, h = number->line;
  const double ring = radar->chart->ticks.items[tick] * radar->radius * cos(G_PI / (double)radar->count);
  return ring - NUMBER_GAP - fabs(way.x) * w / 2 - fabs(way.y) * h / 2 * 0.7;
}

static double clearance(const Radar *radar, size_t sector) {
  const double lines[] = {crossing(radar, sector, false), crossing(radar, sector, true)};
  double clear = ENOUGH;
  for (size_t i = 0; i < radar->chart->ticks.count; i++)
    for (size_t k = 0; k < G_N_ELEMENTS(lines); k++)
      if (lines[k] >= 0) clear = MIN(clear, fabs(number_reach(radar, sector, i) - lines[k] * radar->radius));
  return clear;
}

/* The clearest sector; of those that are clear enough the one that is farthest to the left. */
static size_t choose_sector(const Radar *radar) {
  size_t best = 0;
  double most = -INFINITY;
  for (size_t i = 0; i < radar->count; i++) {
    const double worth = clearance(radar, i) - cx_radar_direction((double)i + 0.5, radar->count).x;
    if (worth <= most) continue;
    most = worth;
    best = i;
  }
  return best;
}

/* On a ground of their own, which the axes do not cross; all lines are drawn over it. */
static void place_numbers(const Radar *radar) {
  if (radar->chart->ticks.count == 0) return;
  const size_t sector = choose_sector(radar);
  for (size_t i = 0; i < radar->chart->ticks.count; i++) {
    const double reach = number_reach(radar, sector, i) / radar->radius;
    const CxPoint at = point_at(radar, (double)sector + 0.5, reach);
    CxFrame *number = number_of(radar, i);
    const CxRect rect = {at.x - number->natural / 2, at.y - number->line / 2, number->natural, number->line};
    CxDrawn *ground = cx_chart_draw(radar->setter, radar->box, "ground");
    cx_path_rect(radar->setter->arena, &ground->path, cx_rect_inset(rect, (CxInsets){2, 0, 2, 0}), 0);
    ground->fill = CX_PAINT_PANEL;
    cx_chart_add_label(radar->setter, radar->box, number, rect);
  }
}

/* ---- Labels ------------------------------------------------------------------------------------------------ */

/* From the end of an axis to its label, where that stands elsewhere. */
static void draw_leader(const Radar *radar, size_t index, CxRect label, CxPoint wish) {
  if (fabs(label.y + label.h / 2 - wish.y) < NEAR) return;
  const CxPoint from = point_at(radar, (double)index, 1 + LEADER_FROM / radar->radius);
  CxDrawn *leader = cx_chart_draw(radar->setter, radar->box, "leader");
  const double middle = radar->centre.x + label.x + label.w / 2,
               x = middle > radar->centre.x ? label.x - 2 : label.x + label.w + 2;
  cx_path_move(radar->setter->arena, &leader->path, from.x, from.y);
  cx_path_line(radar->setter->arena, &leader->path, radar->centre.x + x, radar->centre.y + label.y + label.h / 2);
  leader->stroke = CX_PAINT_FAINT;
  leader->width = LEADER;
}

static void place_labels(const Radar *radar, const CxRadarLabels *labels) {
  for (size_t i = 0; i < radar->count; i++) {
    CxRect rect = labels->boxes[i];
    draw_leader(radar, i, rect, labels->wishes[i]);
    rect.x += radar->centre.x;
    rect.y += radar->centre.y;
    cx_chart_add_label(radar->setter, radar->box, radar->frame->children.items[i], rect);
  }
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  CxRadarLabels labels = cx_radar_labels(setter, frame);
  const CxPoint centre = {box->rect.x + box->rect.w / 2, box->rect.y - labels.bounds.y};
  const Radar radar = {.setter = setter,
                       .frame = frame,
                       .chart = frame->block->chart,
                       .box = box,
                       .centre = centre,
                       .radius = frame->block->size,
                       .count = frame->block->chart->parts.count};
  draw_web(&radar);
  place_numbers(&radar);
  draw_polygon(&radar, true);
  draw_polygon(&radar, false);
  draw_points(&radar, false);
  draw_points(&radar, true);
  place_labels(&radar, &labels);
  cx_radar_labels_clear(&labels);
}

const CxChartLayout cx_chart_radar = {size, height, place};
