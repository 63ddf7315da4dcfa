/* Shares: a bar of parts behind each other, each as long as its share of the whole, with a number in it.
 *
 * What the parts leave of the whole is a thin line. A part too short for its number has none: numbers never stand in
 * another part, nor does a part get longer than its value for one.
 */
#include "charts.h"

static const double WIDTH = 240, WIDTH_LEAST = 60; /* of the bar */
static const double RADIUS = 2, GAP = 2;           /* between parts; taken off the end of the one before */
static const double REST = 1;                      /* height of the line for what is left */
static const double LEAST = 0.75;                  /* length of a part that is next to nothing */
static const double CLEAR = 1.2;                   /* on either side of a number */
static const double OUTLINE = 3, OUTLINE_GAP = 3;  /* radius of a persona's outline, to the number */

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = WIDTH;
  frame->smallest = WIDTH_LEAST;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)width;
  double height = frame->block->chart->height;
  for (size_t i = 0; i < frame->children.count; i++) height = MAX(height, frame->children.items[i]->line);
  return height;
}

static void draw_part(CxTypesetter *setter, CxBox *box, const CxChartPart *part, CxRect rect) {
  CxDrawn *drawn = cx_chart_draw(setter, box, "part");
  cx_path_rect(setter->arena, &drawn->path, rect, MIN(RADIUS, rect.w / 2));
  drawn->hue = part->hue;
  drawn->fill = part->paint;
  if (part->paint == CX_PAINT_NONE) drawn->fill = part->hue != CX_HUE_NONE ? CX_PAINT_MARK : CX_PAINT_ACCENT;
}

static void draw_rest(CxTypesetter *setter, CxBox *box, double x) {
  const CxRect rect = box->rect;
  const double width = rect.x + rect.w - x;
  if (width < LEAST) return;
  CxDrawn *rest = cx_chart_draw(setter, box, "track");
  cx_path_rect(setter->arena, &rest->path, (CxRect){x, rect.y + (rect.h - REST) / 2, width, REST}, 0);
  rest->fill = CX_PAINT_TRACK;
}

/* The outline first, then the label, both in the middle; the label alone, or the outline alone, where there is no room
 * for both. */
static void mark_part(CxTypesetter *setter, CxBox *box, const CxChartPart *part, CxFrame *label, CxRect rect) {
  const double room = rect.w - 2 * CLEAR, outline = part->person > 0 ? 2 * OUTLINE : 0;
  double text = label != NULL ? label->natural : 0;
  const bool has_both = text > 0 && outline > 0 && outline + OUTLINE_GAP + text <= room;
  if (text > room) text = 0;
  const double used = has_both ? outline + OUTLINE_GAP + text : text > 0 ? text : outline;
  const double x = rect.x + (rect.w - used) / 2, middle = rect.y + rect.h / 2;
  if (outline > 0 && (has_both || text <= 0) && outline <= room) {
    CxDrawn *drawn = cx_chart_draw(setter, box, "outline");
    cx_outline_path(setter->arena, &drawn->path, cx_curve_outline(part->person - 1), (CxPoint){x + OUTLINE, middle},
                    OUTLINE / cx_outline_extent(cx_curve_outline(part->person - 1)));
    drawn->fill = CX_PAINT_PAPER;
  }
  if (text <= 0) return;
  const CxRect place = {x + used - text, middle - label->line / 2, text, label->line};
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, label, place);
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChart *chart = frame->block->chart;
  const CxRect rect = box->rect;
  const double end = rect.x + rect.w;
  double x = rect.x;
  for (size_t i = 0; i < chart->parts.count; i++) {
    const CxChartPart *part = &chart->parts.items[i];
    const double next = MIN(x + rect.w * part->value, end);
    if (part->value <= 0 || next <= x) continue;
    const bool is_end = next >= end - 1e-6;
    const CxRect room = {x, rect.y, MAX(next - x - (is_end ? 0 : GAP), LEAST), rect.h};
    draw_part(setter, box, part, room);
    mark_part(setter, box, part, i < frame->children.count ? frame->children.items[i] : NULL, room);
    x = next;
  }
  draw_rest(setter, box, x);
}

const CxChartLayout cx_chart_shares = {size, height, place};
