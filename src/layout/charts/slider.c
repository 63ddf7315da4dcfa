/* A slider: a track with a tick in its middle and a knob at the value. */
#include "charts.h"

static const double WIDTH = 160, WIDTH_LEAST = 60, TRACK = 3, KNOB = 10, TICK = 9;

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = WIDTH;
  frame->smallest = WIDTH_LEAST;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return KNOB;
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxRect rect = box->rect;
  const double y = rect.y + rect.h / 2, middle = rect.x + rect.w / 2;
  CxDrawn *track = cx_chart_draw(setter, box, "track");
  cx_path_rect(setter->arena, &track->path, (CxRect){rect.x, y - TRACK / 2, rect.w, TRACK}, TRACK / 2);
  track->fill = CX_PAINT_TRACK;
  CxDrawn *tick = cx_chart_draw(setter, box, "tick");
  cx_path_move(setter->arena, &tick->path, middle, y - TICK / 2);
  cx_path_line(setter->arena, &tick->path, middle, y + TICK / 2);
  tick->stroke = CX_PAINT_RULE;
  tick->width = setter->theme->sizes.hair;
  if (frame->block->chart->parts.count == 0) return;
  const double x = rect.x + KNOB / 2 + (rect.w - KNOB) * frame->block->chart->parts.items[0].value;
  CxDrawn *knob = cx_chart_draw(setter, box, "knob");
  cx_path_circle(setter->arena, &knob->path, (CxPoint){x, y}, KNOB / 2);
  knob->hue = frame->block->chart->parts.items[0].hue;
  knob->fill = knob->hue != CX_HUE_NONE ? CX_PAINT_MARK : CX_PAINT_ACCENT;
}

const CxChartLayout cx_chart_slider = {size, height, place};
