/* Lays out areas, the grid of a canvas: columns of fixed widths and shares, rows as high as their fullest box.
 *
 * In: a frame whose children are the boxes. Out: its widths, its height at a width, the boxes in their places. What a
 * box of several rows needs more than these have is dealt out evenly to them; shorter boxes come first, so that
 * a long one finds what they made. Columns whose widths are free begin with their shares; as long as that makes the
 * canvas much lower, room goes from one column to another.
 */
#include "frame.h"

#include <string.h>

/* Widths of columns and heights of rows, as they were found last. */
struct CxAreasFrame {
  double width;    /* that they were found for; < 0: not yet */
  double *widths;  /* of the columns */
  double *heights; /* of the rows */
};

/* ---- Columns --------------------------------------------------------------------------------------------------- */

/* What a column asks for the boxes that stand in it alone. */
static double column_wish(const CxFrame *frame, size_t column, bool is_natural) {
  const CxAreas *areas = frame->block->areas;
  double width = 0;
  for (size_t i = 0; i < areas->areas.count; i++) {
    const CxFrame *child = frame->children.items[i];
    if (areas->areas.items[i].column == column && areas->areas.items[i].columns == 1)
      width = MAX(width, is_natural ? child->natural : child->smallest);
  }
  return width;
}

/* Raises the columns' widths, evenly, to what a box of several needs at least. */
static void raise_for_spans(const CxFrame *frame, double *widths) {
  const CxAreas *areas = frame->block->areas;
  for (size_t i = 0; i < areas->areas.count; i++) {
    const CxArea *area = &areas->areas.items[i];
    if (area->columns < 2) continue;
    double sum = cx_gaps(frame->block->gap, area->columns);
    for (size_t k = 0; k < area->columns; k++) sum += widths[area->column + k];
    const double more = (frame->children.items[i]->smallest - sum) / (double)area->columns;
    for (size_t k = 0; k < area->columns && more > 0; k++) widths[area->column + k] += more;
  }
}

static double sum_of(const double *values, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += values[i];
  return sum;
}

static void least_widths(const CxFrame *frame, double *widths) {
  const CxAreas *areas = frame->block->areas;
  for (size_t i = 0; i < areas->columns.count; i++)
    widths[i] = MAX(areas->columns.items[i].width, column_wish(frame, i, false));
  raise_for_spans(frame, widths);
}

/* Shares of the room; a column that needs more than its share takes what it needs, and the others share the rest. */
static void column_widths(const CxFrame *frame, double width, double *widths) {
  const CxAreas *areas = frame->block->areas;
  const size_t count = areas->columns.count;
  double *least = g_newa(double, count + 1);
  bool *is_set = g_newa(bool, count + 1), is_stable = false;
  least_widths(frame, least);
  for (size_t i = 0; i < count; i++) is_set[i] = areas->columns.items[i].width > 0;
  while (!is_stable) {
    double room = width - cx_gaps(frame->block->gap, count), shares = 0;
    for (size_t i = 0; i < count; i++) {
      room -= is_set[i] ? least[i] : 0;
      shares += is_set[i] ? 0 : areas->columns.items[i].share;
    }
    is_stable = true;
    for (size_t i = 0; i < count; i++) {
      widths[i] = is_set[i] || shares <= 0 ? least[i] : MAX(room, 0) * areas->columns.items[i].share / shares;
      if (is_set[i] || widths[i] >= least[i] - 1e-6) continue;
      is_set[i] = true;
      is_stable = false;
    }
  }
}

void cx_areas_prepare(CxTypesetter *setter, CxFrame *frame) {
  const CxAreas *areas = frame->block->areas;
  const size_t count = areas->columns.count;
  frame->areas = cx_new(setter->arena, CxAreasFrame);
  *frame->areas = (CxAreasFrame){.width = -1,
                                 .widths = cx_new_array(setter->arena, double, count + 1),
                                 .heights = cx_new_array(setter->arena, double, areas->rows.count + 1)};
  double *widths = g_newa(double, count + 1), shares = 0, unit = 0, fixed = cx_gaps(frame->block->gap, count);
  least_widths(frame, widths);
  frame->smallest = sum_of(widths, count) + cx_gaps(frame->block->gap, count);
  for (size_t i = 0; i < count; i++) {
    const CxAreaColumn *column = &areas->columns.items[i];
    const double wish = column_wish(frame, i, true);
    if (column->width <= 0 && column->share > 0) unit = MAX(unit, wish / column->share);
    shares += column->width > 0 ? 0 : column->share;
    fixed += column->width > 0 ? widths[i] : 0;
  }
  frame->natural = MAX(fixed + unit * shares, frame->smallest);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------ */

static double area_width(const CxFrame *frame, const CxArea *area, const double *widths) {
  return sum_of(widths + area->column, area->columns) + cx_gaps(frame->block->gap, area->columns);
}

static void even_out_groups(const CxAreas *areas, double *heights) {
  for (size_t i = 0; i < areas->rows.count; i++)
    for (size_t k = 0; k < areas->rows.count && areas->rows.items[i].group > 0; k++)
      if (areas->rows.items[i].group == areas->rows.items[k].group) heights[i] = MAX(heights[i], heights[k]);
}

static void raise_rows(const CxTypesetter *setter, const CxFrame *frame, const double *widths, size_t span,
                       double *heights) {
  const CxAreas *areas = frame->block->areas;
  for (size_t i = 0; i < areas->areas.count; i++) {
    const CxArea *area = &areas->areas.items[i];
    if (area->rows != span) continue;
    const double height = cx_frame_known_height(setter, frame->children.items[i], area_width(frame, area, widths));
    const double room = sum_of(heights + area->row, span) + cx_gaps(frame->block->row_gap, span);
    for (size_t k = 0; k < span && height > room; k++) heights[area->row + k] += (height - room) / (double)span;
  }
  even_out_groups(areas, heights);
}

static void row_heights(const CxTypesetter *setter, const CxFrame *frame, const double *widths, double *heights) {
  const CxAreas *areas = frame->block->areas;
  for (size_t i = 0; i < areas->rows.count; i++) heights[i] = areas->rows.items[i].least;
  for (size_t span = 1; span <= areas->rows.count; span++) raise_rows(setter, frame, widths, span, heights);
}

static double total_height(const CxFrame *frame, const double *heights) {
  const size_t count = frame->block->areas->rows.count;
  return sum_of(heights, count) + cx_gaps(frame->block->row_gap, count);
}

/* ---- Free columns ------------------------------------------------------------------------------------------------ */

static const double NARROWEST = 0.62, WIDEST = 1.7; /* of a column's share */
static const double STEP = 1.0 / 24;                /* of the whole width, that moves at a time */
static const double WORTH_IT = 0.93;                /* of the height with the shares, that it must be less than */
static const double GAIN_LEAST = 3;
enum { MOST_COLUMNS = 8, MOST_BOXES = 40, MOST_MOVES = 24 };

typedef struct Widening {
  const CxTypesetter *setter;
  const CxFrame *frame;
  const double *shares, *least; /* widths */
  double *widths, *heights;
  double height;
} Widening;

static double height_with(const Widening *widening) {
  row_heights(widening->setter, widening->frame, widening->widths, widening->heights);
  return total_height(widening->frame, widening->heights);
}

static bool may_move(const Widening *widening, size_t from, size_t to, double step) {
  const CxAreas *areas = widening->frame->block->areas;
  if (from == to || areas->columns.items[from].width > 0 || areas->columns.items[to].width > 0) return false;
  const double less = widening->widths[from] - step, more = widening->widths[to] + step;
  return less >= MAX(widening->least[from], NARROWEST * widening->shares[from]) &&
         more <= WIDEST * widening->shares[to];
}

/* Moves room from the column to the one where that makes the canvas lowest. False where none does. */
static bool move_best(Widening *widening, double step) {
  const size_t count = widening->frame->block->areas->columns.count;
  size_t best_from = 0, best_to = 0;
  double best = widening->height - GAIN_LEAST;
  for (size_t i = 0; i < count * count; i++) {
    const size_t from = i / count, to = i % count;
    if (!may_move(widening, from, to, step)) continue;
    widening->widths[from] -= step;
    widening->widths[to] += step;
    const double height = height_with(widening);
    widening->widths[from] += step;
    widening->widths[to] -= step;
    if (height >= best) continue;
    best = height;
    best_from = from;
    best_to = to;
  }
  if (best_from == best_to) return false;
  widening->widths[best_from] -= step;
  widening->widths[best_to] += step;
  widening->height = best;
  return true;
}

/* Two steps at once where one alone gains nothing: a line less may need more than one. */
static void widen(const CxTypesetter *setter, const CxFrame *frame, double width, double *widths, double *heights) {
  const size_t count = frame->block->areas->columns.count;
  double *shares = g_newa(double, count + 1), *least = g_newa(double, count + 1);
  memcpy(shares, widths, count * sizeof *shares);
  least_widths(frame, least);
  Widening widening = {setter, frame, shares, least, widths, heights, 0};
  const double first = widening.height = height_with(&widening), enough = frame->block->areas->enough;
  for (int i = 0; i < MOST_MOVES && widening.height > enough; i++)
    if (!move_best(&widening, width * STEP) && !move_best(&widening, 2 * width * STEP)) break;
  if (widening.height > first * WORTH_IT) memcpy(widths, shares, count * sizeof *shares);
}

/* Columns and rows at a width, in the frame. */
static const CxAreasFrame *fit(const CxTypesetter *setter, const CxFrame *frame, double width) {
  CxAreasFrame *fitted = frame->areas;
  const CxAreas *areas = frame->block->areas;
  if (fitted->width == width) return fitted;
  column_widths(frame, width, fitted->widths);
  const bool is_small = areas->columns.count <= MOST_COLUMNS && areas->areas.count <= MOST_BOXES;
  if (areas->is_free && areas->columns.count > 1 && is_small)
    widen(setter, frame, width, fitted->widths, fitted->heights);
  row_heights(setter, frame, fitted->widths, fitted->heights);
  fitted->width = width;
  return fitted;
}

double cx_areas_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  return total_height(frame, fit(setter, frame, width)->heights);
}

const double *cx_areas_widths(const CxTypesetter *setter, const CxFrame *frame, double width) {
  return fit(setter, frame, width)->widths;
}

const double *cx_areas_heights(const CxTypesetter *setter, const CxFrame *frame, double width) {
  return fit(setter, frame, width)->heights;
}

/* ---- Placing --------------------------------------------------------------------------------------------------- */

/* Deals what is left of the height to the rows that grow. */
static void fill_height(const CxFrame *frame, double height, double *heights) {
  const CxAreas *areas = frame->block->areas;
  const double used = total_height(frame, heights);
  double shares = 0;
  for (size_t i = 0; i < areas->rows.count; i++) shares += areas->rows.items[i].grow;
  for (size_t i = 0; i < areas->rows.count && shares > 0 && height > used; i++)
    heights[i] += (height - used) * areas->rows.items[i].grow / shares;
}

void cx_areas_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxRect room) {
  const CxBlock *block = frame->block;
  const CxAreas *areas = block->areas;
  const CxAreasFrame *fitted = fit(setter, frame, room.w);
  double *heights = g_new(double, areas->rows.count + 1);
  memcpy(heights, fitted->heights, areas->rows.count * sizeof *heights);
  fill_height(frame, room.h, heights);
  for (size_t i = 0; i < areas->areas.count; i++) {
    const CxArea *area = &areas->areas.items[i];
    const double x = room.x + sum_of(fitted->widths, area->column) + block->gap * (double)area->column;
    const double y = room.y + sum_of(heights, area->row) + block->row_gap * (double)area->row;
    const double height = sum_of(heights + area->row, area->rows) + cx_gaps(block->row_gap, area->rows);
    const CxRect rect = {x, y, area_width(frame, area, fitted->widths), height};
    *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, frame->children.items[i], rect);
  }
  g_free(heights);
}
