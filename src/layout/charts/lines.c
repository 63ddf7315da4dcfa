/* Lines to write on: hairlines one under the other, as far as the box goes. How high it is at least its block says. */
#include "charts.h"

static const double PITCH = 24, WIDTH_LEAST = 90;

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = frame->smallest = WIDTH_LEAST;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return PITCH;
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  (void)frame;
  const CxRect rect = box->rect;
  for (double y = rect.y + PITCH; y <= rect.y + rect.h + 1e-6; y += PITCH) {
    CxDrawn *line = cx_chart_draw(setter, box, "line");
    cx_path_move(setter->arena, &line->path, rect.x, y);
    cx_path_line(setter->arena, &line->path, rect.x + rect.w, y);
    line->stroke = CX_PAINT_HAIR;
    line->width = setter->theme->sizes.hair;
  }
}

const CxChartLayout cx_chart_lines = {size, height, place};
