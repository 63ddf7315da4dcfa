/* Figures: people side by side, some of them filled: "1 in 3". They wrap into rows, and get smaller where there are
 * many, so that the drawing is about as high as it is for a few.
 */
#include "charts.h"

#include <math.h>

static const double WIDTH = 40, HEIGHT = 93, PITCH = 56; /* of a figure; from one to the next */
static const double STROKE = 2;                          /* its outline, within its width and height */
static const double ROOM = 202;                          /* width that figures in their full size may take */
static const double ROW_GAP = 0.12;                      /* between rows, of a figure's height */

typedef struct Rows {
  size_t columns, rows;
  double scale;
} Rows;

static double rows_width(size_t columns, double scale) {
  return scale * (PITCH * (double)(columns - 1) + WIDTH);
}

/* As many rows as give the largest figures: within the width, and together no higher than one of full size. */
static Rows rows_of(const CxFrame *frame, double width) {
  const size_t count = MAX(frame->block->chart->count, 1);
  Rows best = {0};
  for (size_t rows = 1; rows <= count; rows++) {
    const size_t columns = (count + rows - 1) / rows;
    const double across = MIN(width, ROOM) / rows_width(columns, 1);
    const double down = 1 / ((double)rows + ROW_GAP * (double)(rows - 1));
    const double scale = MIN(MIN(across, down), 1);
    if (scale > best.scale) best = (Rows){columns, rows, scale};
    if (down < best.scale) break;
  }
  return best;
}

static double rows_height(const Rows *rows) {
  return rows->scale * HEIGHT * ((double)rows->rows + ROW_GAP * (double)(rows->rows - 1));
}

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  const Rows rows = rows_of(frame, ROOM);
  frame->natural = rows_width(rows.columns, rows.scale);
  frame->smallest = MIN(frame->natural, 100);
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter;
  const Rows rows = rows_of(frame, width);
  return rows_height(&rows);
}

/* A head and a body: shoulders that fall to the foot. `at` is the upper left corner. */
static void add_person(CxArena *arena, CxPath *path, CxPoint at, double scale) {
  const double x = at.x + scale * WIDTH / 2, half = scale * (WIDTH - STROKE) / 2;
  const double foot = at.y + scale * (HEIGHT - STROKE / 2), shoulder = at.y + scale * 36.5;
  cx_path_circle(arena, path, (CxPoint){x, at.y + scale * 14.5}, scale * 13.5);
  cx_path_move(arena, path, x - half, foot);
  cx_path_curve(arena, path, (CxPoint){x - half, foot - scale * 38}, (CxPoint){x - half * 0.72, shoulder},
                (CxPoint){x, shoulder});
  cx_path_curve(arena, path, (CxPoint){x + half * 0.72, shoulder}, (CxPoint){x + half, foot - scale * 38},
                (CxPoint){x + half, foot});
  cx_path_close(arena, path);
}

static void draw_people(CxTypesetter *setter, CxBox *box, const Rows *rows, size_t first, size_t end, bool is_filled) {
  if (first >= end) return;
  CxDrawn *people = cx_chart_draw(setter, box, is_filled ? "filled" : "empty");
  for (size_t i = first; i < end; i++) {
    const CxPoint at = {box->rect.x + rows->scale * PITCH * (double)(i % rows->columns),
                        box->rect.y + rows->scale * HEIGHT * (1 + ROW_GAP) * (double)(i / rows->columns)};
    add_person(setter->arena, &people->path, at, rows->scale);
  }
  people->fill = is_filled ? CX_PAINT_ACCENT : CX_PAINT_NONE;
  people->stroke = is_filled ? CX_PAINT_ACCENT : CX_PAINT_RULE;
  people->width = STROKE * sqrt(rows->scale);
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChart *chart = frame->block->chart;
  const size_t count = MAX(chart->count, 1);
  const Rows rows = rows_of(frame, box->rect.w);
  const size_t filled = (size_t)floor(CLAMP(chart->parts.items[0].value, 0, 1) * (double)count + 0.5);
  draw_people(setter, box, &rows, 0, filled, true);
  draw_people(setter, box, &rows, filled, count, false);
}

const CxChartLayout cx_chart_figures = {size, height, place};
