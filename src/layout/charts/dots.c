/* Five dots, filled from the start up to a value: how readily a channel is used. A dot may be filled by a half. */
#include "charts.h"

#include <math.h>

static const double RADIUS = 3.2, STEP = 9, OUTLINE = 0.9;
enum { DOTS = 5 };

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = frame->smallest = STEP * (DOTS - 1) + 2 * RADIUS + OUTLINE;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return 2 * RADIUS + OUTLINE;
}

/* The half of a disc that is nearer to the start. */
static void half_disc(CxArena *arena, CxPath *path, CxPoint centre) {
  const double pull = RADIUS * 4 / 3 * (sqrt(2) - 1), left = centre.x - RADIUS;
  cx_path_move(arena, path, centre.x, centre.y - RADIUS);
  cx_path_curve(arena, path, (CxPoint){centre.x - pull, centre.y - RADIUS}, (CxPoint){left, centre.y - pull},
                (CxPoint){left, centre.y});
  cx_path_curve(arena, path, (CxPoint){left, centre.y + pull}, (CxPoint){centre.x - pull, centre.y + RADIUS},
                (CxPoint){centre.x, centre.y + RADIUS});
  cx_path_close(arena, path);
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChart *chart = frame->block->chart;
  const CxHue hue = chart->parts.count > 0 ? chart->parts.items[0].hue : CX_HUE_NONE;
  const CxPaint paint = hue != CX_HUE_NONE ? CX_PAINT_MARK : CX_PAINT_ACCENT;
  const double halves = chart->parts.count > 0 ? round(2 * DOTS * chart->parts.items[0].value) : 0;
  for (int i = 0; i < DOTS; i++) {
    const CxPoint centre = {box->rect.x + RADIUS + OUTLINE / 2 + STEP * i, box->rect.y + box->rect.h / 2};
    const double filled = halves - 2 * i;
    CxDrawn *dot = cx_chart_draw(setter, box, "dot");
    cx_path_circle(setter->arena, &dot->path, centre, RADIUS);
    dot->fill = filled >= 2 ? paint : CX_PAINT_PAPER;
    dot->stroke = filled >= 1 ? paint : CX_PAINT_RULE;
    dot->width = OUTLINE;
    dot->hue = hue;
    if (filled < 1 || filled >= 2) continue;
    CxDrawn *half = cx_chart_draw(setter, box, "dot");
    half_disc(setter->arena, &half->path, centre);
    half->fill = paint;
    half->hue = hue;
  }
}

const CxChartLayout cx_chart_dots = {size, height, place};
