/* A piece of a radar's line with its point: what the legend shows of scores and targets. Radars draw their points with
 * the same two functions. */
#include "points.h"

static const double WIDTH = 22, HEIGHT = 11;

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = frame->smallest = WIDTH;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return HEIGHT;
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const bool is_target = frame->block->chart->parts.items[0].target >= 0;
  const CxRect rect = box->rect;
  const double y = rect.y + rect.h / 2;
  CxDrawn *line = cx_chart_draw(setter, box, is_target ? "target" : "score");
  cx_path_move(setter->arena, &line->path, rect.x, y);
  cx_path_line(setter->arena, &line->path, rect.x + rect.w, y);
  cx_radar_line(line, is_target);
  cx_radar_point(setter, box, (CxPoint){rect.x + rect.w / 2, y}, is_target, 1);
}

const CxChartLayout cx_chart_point = {size, height, place};

/* ---- Lines and points ------------------------------------------------------------------------------------- */

static const double SCORE_WIDTH = 2.25, TARGET_WIDTH = 1.4, DISC = 4.6, SQUARE = 6;

void cx_radar_line(CxDrawn *line, bool is_target) {
  line->stroke = is_target ? CX_PAINT_INK : CX_PAINT_ACCENT;
  line->width = is_target ? TARGET_WIDTH : SCORE_WIDTH;
  if (is_target) line->dash = (CxDash){.lengths = {5, 3.5}, .count = 2};
}

void cx_radar_point(CxTypesetter *setter, CxBox *box, CxPoint at, bool is_target, double scale) {
  CxDrawn *point = cx_chart_draw(setter, box, "point");
  const double side = SQUARE * scale;
  if (is_target)
    cx_path_rect(setter->arena, &point->path, (CxRect){at.x - side / 2, at.y - side / 2, side, side}, 0);
  else
    cx_path_circle(setter->arena, &point->path, at, DISC * scale);
  point->fill = is_target ? CX_PAINT_PAPER : CX_PAINT_ACCENT;
  point->stroke = is_target ? CX_PAINT_INK : CX_PAINT_PAPER;
  point->width = is_target ? 1.3 : 1.5;
}
