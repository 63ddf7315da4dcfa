/* A hundred dots, ten by ten: as many are filled as there are hundredths in the value, column by column from the
 * bottom. One of which a part counts is filled where the part is half of it at least.
 */
#include "charts.h"

#include <math.h>

enum { SIDE = 10 };
static const double RADIUS = 3.7, PITCH = 10.6, STROKE = 0.9;

static double extent(void) {
  return (SIDE - 1) * PITCH + 2 * RADIUS + STROKE;
}

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = frame->smallest = extent();
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return extent();
}

/* The dots [first, end) as one shape. */
static void draw_dots(CxTypesetter *setter, CxBox *box, int first, int end, bool is_filled) {
  if (first >= end) return;
  const double inset = RADIUS + STROKE / 2;
  CxDrawn *dots = cx_chart_draw(setter, box, is_filled ? "filled" : "empty");
  for (int i = first; i < end; i++) {
    const CxPoint centre = {box->rect.x + inset + PITCH * (i / SIDE),
                            box->rect.y + extent() - inset - PITCH * (i % SIDE)};
    cx_path_circle(setter->arena, &dots->path, centre, RADIUS);
  }
  dots->fill = is_filled ? CX_PAINT_ACCENT : CX_PAINT_NONE;
  dots->stroke = is_filled ? CX_PAINT_ACCENT : CX_PAINT_RULE;
  dots->width = STROKE;
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const double share = CLAMP(frame->block->chart->parts.items[0].value, 0, 1);
  const int filled = (int)floor(share * SIDE * SIDE + 0.5);
  draw_dots(setter, box, 0, filled, true);
  draw_dots(setter, box, filled, SIDE * SIDE, false);
}

const CxChartLayout cx_chart_hundred = {size, height, place};
