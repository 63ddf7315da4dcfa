/* Five short bars in a row: a value as people count it, the last one filled in part. */
#include "charts.h"

enum { STEPS = 5 };
static const double STEP = 14, GAP = 3, THICK = 5, RADIUS = 1.5;

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = frame->smallest = STEPS * STEP + (STEPS - 1) * GAP;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return THICK;
}

static void draw_step(CxTypesetter *setter, CxBox *box, CxRect rect, CxPaint paint, CxHue hue) {
  CxDrawn *step = cx_chart_draw(setter, box, "step");
  cx_path_rect(setter->arena, &step->path, rect, MIN(RADIUS, rect.w / 2));
  step->fill = paint;
  step->hue = hue;
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChartPart *part = &frame->block->chart->parts.items[0];
  for (int i = 0; i < STEPS; i++) {
    CxRect rect = {box->rect.x + i * (STEP + GAP), box->rect.y, STEP, THICK};
    const double share = CLAMP(part->value * STEPS - i, 0, 1);
    if (share < 1) draw_step(setter, box, rect, CX_PAINT_TRACK, CX_HUE_NONE);
    rect.w *= share;
    if (share > 0) draw_step(setter, box, rect, CX_PAINT_MID, part->hue);
  }
}

const CxChartLayout cx_chart_steps = {size, height, place};
