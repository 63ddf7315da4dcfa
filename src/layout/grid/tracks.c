/* Chooses the widths of a grid's columns: the sheet gets as low as possible for its width.
 *
 * All columns of a group (the steps of a stage) are equal. From equal columns, width is moved step by step from the
 * group that needs it least to the one that gains most by it, with ever smaller steps; what counts is the sum of the
 * row heights, and a little the mean of all cells, so that a row held up by several groups is worked off too. The
 * result is never higher than equal columns, and equal columns stay where there is next to nothing to gain: they look
 * calmer. Each pass asks every group once, so the cost is linear in the content.
 */
#include "../frame.h"

#include <math.h>
#include <string.h>

static const double MEAN_WEIGHT = 0.1; /* of the mean of a row's cells, beside its highest */
static const double WORTH_IT = 0.95;   /* the share of the equal columns' height that unequal ones must stay under */
static const double WIDEST = 1.8;      /* a column's width at most, as a multiple of the mean */
static const size_t PASSES_A_STEP = 24;
#define PARTS 4 /* that a step is taken from others in */

/* ---- Equal columns ----------------------------------------------------------------------------------------- */

static void set_places(CxGridFrame *grid) {
  double x = 0;
  for (size_t i = 0; i < grid->grid->tracks.count; i++) {
    const CxTrack *track = &grid->grid->tracks.items[i];
    x += track->gap;
    grid->x[i] = x;
    grid->w[i] = track->is_label ? grid->label : grid->groups[track->group].width + grid->extra[i];
    x += grid->w[i];
  }
  grid->x[grid->grid->tracks.count] = x;
}

/* Shares `width` so that all columns are alike but for those whose content needs more. */
void cx_grid_set_equal(CxGridFrame *grid, double width) {
  double room = MAX(width, grid->least) - grid->fixed, columns = (double)grid->columns, mean = room / MAX(columns, 1);
  bool has_changed = true;
  bool *is_held = g_new0(bool, grid->group_count);
  while (has_changed && columns > 0) {
    has_changed = false;
    mean = room / columns;
    for (size_t i = 0; i < grid->group_count; i++) {
      const double count = (double)grid->groups[i].columns;
      if (is_held[i] || grid->groups[i].least <= mean + 1e-9) continue;
      is_held[i] = has_changed = true;
      room -= grid->groups[i].least * count;
      columns -= count;
    }
  }
  for (size_t i = 0; i < grid->group_count; i++) grid->groups[i].width = is_held[i] ? grid->groups[i].least : mean;
  g_free(is_held);
  set_places(grid);
}

/* ---- Moving width ------------------------------------------------------------------------------------------------ */

typedef struct Search {
  CxTypesetter *setter;
  CxGridFrame *grid;
  size_t rows;
  double *heights;        /* group x row, at the present widths */
  double *trial;          /* a row of it */
  double *highest, *next; /* of each row: the highest group and the one after it */
  size_t *highest_at;
} Search;

static void set_group(CxGridFrame *grid, const struct CxTrackGroup *group, double width) {
  double x = grid->x[group->first];
  for (size_t i = group->first; i < group->first + group->columns; i++) {
    grid->x[i] = x;
    grid->w[i] = width + grid->extra[i];
    x += grid->w[i];
  }
}

/* Heights of the group's rows at a width; the columns stay as they are. */
static void measure_group(Search *search, size_t index, double width, double *heights) {
  CxGridFrame *grid = search->grid;
  const struct CxTrackGroup *group = &grid->groups[index];
  memset(heights, 0, search->rows * sizeof *heights);
  set_group(grid, group, width);
  memset(grid->floors + group->first, 0, group->columns * sizeof *grid->floors);
  for (size_t i = 0; i < group->cells.count; i++) {
    const size_t cell = group->cells.items[i], row = grid->grid->cells.items[cell].row;
    const double reach = cx_cell_reach(search->setter, grid, cell);
    heights[row] = MAX(heights[row], reach);
  }
  set_group(grid, group, group->width);
}

static void find_highest(Search *search) {
  for (size_t row = 0; row < search->rows; row++) {
    search->highest[row] = search->next[row] = search->grid->least_h[row];
    search->highest_at[row] = SIZE_MAX;
    for (size_t group = 0; group < search->grid->group_count; group++) {
      const double height = search->heights[group * search->rows + row];
      if (height > search->highest[row]) {
        search->next[row] = search->highest[row];
        search->highest[row] = height;
        search->highest_at[row] = group;
      } else if (height > search->next[row]) {
        search->next[row] = height;
      }
    }
  }
}

/* What the whole grid gets higher by when a group takes another width (less than 0: lower). */
static double change(Search *search, size_t group, double width) {
  double sum = 0;
  measure_group(search, group, width, search->trial);
  for (size_t row = 0; row < search->rows; row++) {
    const double others = search->highest_at[row] == group ? search->next[row] : search->highest[row];
    const double before = search->heights[group * search->rows + row];
    sum += MAX(others, search->trial[row]) - search->highest[row];
    sum += MEAN_WEIGHT * (search->trial[row] - before) / (double)search->grid->group_count;
  }
  return sum;
}

static double width_by(const CxGridFrame *grid, size_t group, double by) {
  return grid->groups[group].width + by / (double)grid->groups[group].columns;
}

static void take_width(Search *search, size_t group, double width) {
  search->grid->groups[group].width = width;
  set_places(search->grid);
  measure_group(search, group, width, search->heights + group * search->rows);
}

/* The group that gains most from `step` points more; SIZE_MAX where none does. */
static size_t find_taker(Search *search, double step, double widest, double *gain) {
  size_t taker = SIZE_MAX;
  *gain = 0;
  for (size_t i = 0; i < search->grid->group_count; i++) {
    const double wider = width_by(search->grid, i, step);
    const double by = wider <= widest ? change(search, i, wider) : 0;
    if (by >= *gain - 1e-9) continue;
    *gain = by;
    taker = i;
  }
  return taker;
}

/* The group that `part` points can be taken from at the least loss; SIZE_MAX where all are at their least. */
static size_t find_giver(Search *search, double part, size_t taker, double *loss) {
  size_t giver = SIZE_MAX;
  *loss = INFINITY;
  for (size_t i = 0; i < search->grid->group_count; i++) {
    const double narrower = width_by(search->grid, i, -part);
    if (i == taker || narrower < search->grid->groups[i].least) continue;
    const double by = change(search, i, narrower);
    if (by >= *loss - 1e-9) continue;
    *loss = by;
    giver = i;
  }
  return giver;
}

/* Moves `step` points to one group, taken from one or more others in parts. False, with nothing moved, where the grid
 * gains nothing by it. */
static bool move_width(Search *search, double step, double widest) {
  size_t givers[PARTS], given = 0;
  double sum, loss = 0;
  find_highest(search);
  const size_t taker = find_taker(search, step, widest, &sum);
  if (taker == SIZE_MAX) return false;
  take_width(search, taker, width_by(search->grid, taker, step));
  for (; given < PARTS && sum < -1e-6; given++, sum += loss) {
    find_highest(search);
    givers[given] = find_giver(search, step / PARTS, taker, &loss);
    if (givers[given] == SIZE_MAX) break;
    take_width(search, givers[given], width_by(search->grid, givers[given], -step / PARTS));
  }
  if (given == PARTS && sum < -1e-6) return true;
  take_width(search, taker, width_by(search->grid, taker, -step));
  while (given-- > 0) take_width(search, givers[given], width_by(search->grid, givers[given], step / PARTS));
  return false;
}

static void search_widths(CxTypesetter *setter, CxGridFrame *grid, double mean) {
  const size_t rows = grid->grid->rows.count;
  Search search = {.setter = setter,
                   .grid = grid,
                   .rows = rows,
                   .heights = g_new0(double, grid->group_count *rows),
                   .trial = g_new0(double, rows),
                   .highest = g_new0(double, rows),
                   .next = g_new0(double, rows),
                   .highest_at = g_new0(size_t, rows)};
  for (size_t i = 0; i < grid->group_count; i++)
    measure_group(&search, i, grid->groups[i].width, search.heights + i * rows);
  for (double step = 128; step >= 8; step /= 2)
    for (size_t pass = 0; pass < PASSES_A_STEP && move_width(&search, step, mean * WIDEST); pass++)
      ;
  g_free(search.heights);
  g_free(search.trial);
  g_free(search.highest);
  g_free(search.next);
  g_free(search.highest_at);
}

void cx_grid_optimise(CxTypesetter *setter, CxGridFrame *grid, double width) {
  cx_grid_set_equal(grid, width);
  const double equal = cx_grid_height(setter, grid);
  if (grid->group_count < 2) return;
  double *before = g_new0(double, grid->group_count);
  for (size_t i = 0; i < grid->group_count; i++) before[i] = grid->groups[i].width;
  search_widths(setter, grid, (MAX(width, grid->least) - grid->fixed) / (double)MAX(grid->columns, 1));
  if (cx_grid_height(setter, grid) > equal * WORTH_IT) {
    for (size_t i = 0; i < grid->group_count; i++) grid->groups[i].width = before[i];
    set_places(grid);
    cx_grid_height(setter, grid);
  }
  g_free(before);
}
