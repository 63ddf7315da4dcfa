/* Seven hexagons with a point on top, six around one: in each a smaller one whose area is the value's share of it.
 *
 * The labels stand in the middle of the cells; where one does not fit, all cells grow.
 */
#include "charts.h"

#include <math.h>

enum { CELLS = 7, MIDDLE = CELLS - 1 };
static const double GAP = 6, INSET = 3, PADDING = 10, LOWER = 4; /* by which labels stand under the centre */
static const double OUTLINE = 1.25, OUTLINE_MIDDLE = 2.25, GROWTH = 1.04;
static const CxDash NONE = {.lengths = {4, 3}, .count = 2};

/* Where the cells stand, in steps from one to the next: clockwise from the upper left, then the middle. */
static const CxPoint PLACES[CELLS] = {{-0.5, -1}, {0.5, -1}, {1, 0}, {0.5, 1}, {-0.5, 1}, {-1, 0}, {0, 0}};

/* ---- The radius ------------------------------------------------------------------------------------------- */

static double half_width(double radius) {
  return radius * sqrt(3) / 2;
}

/* Half of a cell's width at a height over or under its middle. */
static double half_width_at(double radius, double y) {
  return half_width(radius) * MIN(1, (radius - y) / (radius / 2));
}

static double label_room(double radius) {
  return 2 * (half_width(radius) - PADDING);
}

static bool fits(const CxTypesetter *setter, const CxFrame *label, double radius) {
  const double room = label_room(radius);
  if (label->smallest > room) return false;
  const double height = cx_frame_height(setter, label, room);
  return MIN(label->natural, room) / 2 + INSET <= half_width_at(radius, height / 2 + LOWER);
}

static double radius_of(const CxTypesetter *setter, const CxFrame *frame) {
  double radius = frame->block->size;
  for (size_t i = 0; i < frame->children.count; i++)
    while (!fits(setter, frame->children.items[i], radius)) radius *= GROWTH;
  return radius;
}

/* From one cell's centre to the next. */
static CxPoint pitch_of(double radius) {
  return (CxPoint){2 * half_width(radius + GAP / 2), 1.5 * (radius + GAP / 2)};
}

static void size(CxTypesetter *setter, CxFrame *frame) {
  const double radius = radius_of(setter, frame);
  frame->natural = frame->smallest = 2 * pitch_of(radius).x + 2 * half_width(radius) + OUTLINE_MIDDLE;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)width;
  const double radius = radius_of(setter, frame);
  return 2 * pitch_of(radius).y + 2 * radius + OUTLINE_MIDDLE;
}

/* ---- Drawing ---------------------------------------------------------------------------------------------- */

static void add_hexagon(CxArena *arena, CxPath *path, CxPoint centre, double radius) {
  static const CxPoint corners[] = {{0, -1}, {1, -0.5}, {1, 0.5}, {0, 1}, {-1, 0.5}, {-1, -0.5}};
  for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
    const double x = centre.x + corners[i].x * half_width(radius), y = centre.y + corners[i].y * radius;
    (i == 0 ? cx_path_move : cx_path_line)(arena, path, x, y);
  }
  cx_path_close(arena, path);
}

static void draw_cell(CxTypesetter *setter, CxBox *box, size_t index, CxPoint centre, double radius) {
  const CxChartPart *part = &box->block->chart->parts.items[index];
  const bool is_middle = index == MIDDLE;
  CxDrawn *cell = cx_chart_draw(setter, box, "cell");
  add_hexagon(setter->arena, &cell->path, centre, radius);
  cell->fill = CX_PAINT_PANEL;
  cell->stroke = part->value < 0 && !is_middle ? CX_PAINT_STRONG : CX_PAINT_DEEP;
  cell->hue = is_middle ? box->block->hue : part->hue;
  cell->width = is_middle ? OUTLINE_MIDDLE : OUTLINE;
  if (part->value < 0) cell->dash = NONE;
  if (part->value <= 0) return;
  CxDrawn *share = cx_chart_draw(setter, box, "share");
  add_hexagon(setter->arena, &share->path, centre, (radius - INSET) * sqrt(part->value));
  share->fill = CX_PAINT_TINT;
  share->hue = part->hue;
}

static void place_label(CxTypesetter *setter, CxBox *box, CxFrame *label, CxPoint centre, double radius) {
  const double room = label_room(radius), h = cx_frame_height(setter, label, room);
  cx_chart_add_label(setter, box, label, (CxRect){centre.x - room / 2, centre.y - h / 2 + LOWER, room, h});
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const double radius = radius_of(setter, frame);
  const CxPoint middle = {box->rect.x + box->rect.w / 2, box->rect.y + box->rect.h / 2}, pitch = pitch_of(radius);
  for (size_t i = 0; i < CELLS; i++) {
    const CxPoint centre = {middle.x + PLACES[i].x * pitch.x, middle.y + PLACES[i].y * pitch.y};
    draw_cell(setter, box, i, centre, radius);
    place_label(setter, box, frame->children.items[i], centre, radius);
  }
}

const CxChartLayout cx_chart_hexes = {size, height, place};
