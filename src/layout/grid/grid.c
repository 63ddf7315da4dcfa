/* Grids: label column, groups of equal columns, rows as high as their fullest cell.
 *
 * In: a grid block. Out: a frame of its cells, heights for given columns, boxes. How wide the columns are is decided in
 * tracks.c; the emotion lane, which needs the columns' places, is in curve.c.
 */
#include "../frame.h"

#include <string.h>

/* ---- Preparing --------------------------------------------------------------------------------------------- */

static size_t track_group(const CxGridFrame *grid, size_t column) {
  return grid->grid->tracks.items[column].group;
}

static void count_tracks(CxTypesetter *setter, CxGridFrame *grid) {
  const size_t count = grid->grid->tracks.count;
  for (size_t i = 0; i < count; i++) {
    const CxTrack *track = &grid->grid->tracks.items[i];
    grid->fixed += track->gap;
    if (!track->is_label) grid->group_count = MAX(grid->group_count, track->group + 1);
  }
  grid->groups = cx_new_array(setter->arena, struct CxTrackGroup, grid->group_count);
  for (size_t i = 0; i < count; i++)
    if (!grid->grid->tracks.items[i].is_label) {
      struct CxTrackGroup *group = &grid->groups[track_group(grid, i)];
      if (group->columns++ == 0) group->first = i;
      grid->columns++;
    }
}

static void set_insets(CxTypesetter *setter, CxGridFrame *grid) {
  const size_t count = grid->grid->tracks.count;
  grid->before = cx_new_array(setter->arena, double, count);
  grid->after = cx_new_array(setter->arena, double, count);
  grid->extra = cx_new_array(setter->arena, double, count);
  for (size_t i = 0; i < count; i++) {
    const double inset = grid->grid->tracks.items[i].inset;
    grid->before[i] = grid->after[i] = inset > 0 ? inset : setter->theme->sizes.cell_inset;
  }
}

static bool is_in_one_group(const CxGridFrame *grid, const CxCell *cell) {
  return track_group(grid, cell->column) == track_group(grid, cell->column + cell->columns - 1);
}

/* What a cell's content needs at least of each of its columns. */
static void raise_least(CxTypesetter *setter, CxGridFrame *grid, const CxCell *cell, const CxFrame *frame) {
  const CxInsets insets = cx_cell_insets(setter, grid, cell);
  struct CxTrackGroup *group = &grid->groups[track_group(grid, cell->column)];
  double whole = frame->smallest + insets.left + insets.right;
  for (size_t i = 0; i < cell->columns; i++) whole -= grid->extra[cell->column + i];
  const double need = whole / (double)cell->columns;
  group->least = MAX(group->least, need);
}

/* A card over stage borders shares what it needs among its columns. */
static void raise_spanned(CxTypesetter *setter, CxGridFrame *grid, const CxCell *cell, const CxFrame *frame) {
  const CxInsets insets = cx_cell_insets(setter, grid, cell);
  double lack = frame->smallest + insets.left + insets.right;
  for (size_t i = cell->column; i < cell->column + cell->columns; i++)
    lack -= grid->groups[track_group(grid, i)].least + (i > cell->column ? grid->grid->tracks.items[i].gap : 0);
  for (size_t i = cell->column; i < cell->column + cell->columns && lack > 0; i++)
    if (i == cell->column || track_group(grid, i) != track_group(grid, i - 1))
      grid->groups[track_group(grid, i)].least += lack / (double)cell->columns;
}

/* A label keeps its words whole; a name in a script without spaces is one word. */
static double label_need(const CxTypesetter *setter, const CxFrame *frame) {
  const CxFrame *name = frame->children.count > 0 ? frame->children.items[frame->children.count - 1] : frame;
  const bool is_one_word = name->shaped != NULL && strpbrk(name->shaped->text, " \n") == NULL;
  return setter->is_tall && is_one_word ? MIN(frame->natural, 170) : frame->smallest;
}

static void prepare_cell(CxTypesetter *setter, CxGridFrame *grid, size_t index) {
  const CxCell *cell = &grid->grid->cells.items[index];
  CxFrame *frame = cx_frame_new(setter, cell->block);
  grid->cells[index] = frame;
  if (cell->block->kind == CX_BLOCK_CURVE) {
    *cx_list_add(setter->arena, &grid->curves) = index;
    grid->is_banded[cell->row] = cell->block->curve->style == CX_CURVE_EMOTION;
  } else if (grid->grid->tracks.items[cell->column].is_label) {
    if (!cell->is_backdrop) grid->label = MAX(grid->label, label_need(setter, frame));
  } else if (is_in_one_group(grid, cell) && !cell->is_backdrop) {
    *cx_list_add(setter->arena, &grid->groups[track_group(grid, cell->column)].cells) = index;
    raise_least(setter, grid, cell, frame);
  }
}

/* A lane's label is its first cell. */
static double label_height(CxTypesetter *setter, const CxGridFrame *grid, size_t curve) {
  const CxCell *cells = grid->grid->cells.items;
  size_t first = curve;
  while (first > 0 && cells[first - 1].row == cells[curve].row) first--;
  return first < curve ? cx_frame_height(setter, grid->cells[first], grid->label) : 0;
}

static void prepare_curves(CxTypesetter *setter, CxGridFrame *grid) {
  double *least = g_new0(double, grid->grid->tracks.count);
  for (size_t i = 0; i < grid->curves.count; i++) {
    const CxFrame *frame = grid->cells[grid->curves.items[i]];
    for (size_t k = 0; k < frame->children.count; k++) /* level names */
      grid->label = MAX(grid->label, MIN(frame->children.items[k]->natural + 18, 160));
  }
  for (size_t i = 0; i < grid->curves.count; i++) {
    CxCurveFrame *curve = grid->cells[grid->curves.items[i]]->curve;
    if (curve->curve->style == CX_CURVE_EMOTION)
      curve->label_height = label_height(setter, grid, grid->curves.items[i]);
    cx_curve_raise_least(setter, curve, least);
  }
  for (size_t i = 0; i < grid->grid->tracks.count; i++)
    if (!grid->grid->tracks.items[i].is_label) {
      struct CxTrackGroup *group = &grid->groups[track_group(grid, i)];
      group->least = MAX(group->least, least[i]);
    }
  g_free(least);
}

/* What a column shall have at least; less where so many are no page. Labels and what stands between get a tenth. */
static double least_column(const CxGridFrame *grid, const CxSizes *sizes) {
  if (grid->grid->column_min <= 0) return sizes->column_min;
  const double share = 0.9 * CX_LIMIT_PAGE / (double)MAX(grid->columns, 1);
  return MIN(grid->grid->column_min, MAX(share, sizes->column_min));
}

void cx_grid_prepare(CxTypesetter *setter, CxFrame *frame) {
  const CxSizes *sizes = &setter->theme->sizes;
  CxGridFrame *grid = cx_new(setter->arena, CxGridFrame);
  frame->grid = grid;
  grid->grid = frame->block->grid;
  grid->label = setter->is_tall ? sizes->label_column_tall : sizes->label_column;
  grid->cells = cx_new_array(setter->arena, CxFrame *, grid->grid->cells.count);
  grid->x = cx_new_array(setter->arena, double, grid->grid->tracks.count + 1);
  grid->w = cx_new_array(setter->arena, double, grid->grid->tracks.count);
  grid->row_h = cx_new_array(setter->arena, double, grid->grid->rows.count);
  grid->is_banded = cx_new_array(setter->arena, bool, grid->grid->rows.count);
  grid->top = cx_new_array(setter->arena, double, grid->grid->cells.count);
  grid->floors = cx_new_array(setter->arena, struct CxFloor, grid->grid->tracks.count);
  grid->least_h = cx_new_array(setter->arena, double, grid->grid->rows.count);
  for (size_t i = 0; i < grid->grid->rows.count; i++) grid->least_h[i] = grid->grid->rows.items[i].min_height;
  count_tracks(setter, grid);
  set_insets(setter, grid);
  const double least = least_column(grid, sizes);
  for (size_t i = 0; i < grid->group_count; i++) grid->groups[i].least = least;
  cx_edges_prepare(setter, grid);
  for (size_t i = 0; i < grid->grid->cells.count; i++) prepare_cell(setter, grid, i);
  for (size_t i = 0; i < grid->grid->cells.count; i++) {
    const CxCell *cell = &grid->grid->cells.items[i];
    if (cell->is_stacked && !is_in_one_group(grid, cell)) raise_spanned(setter, grid, cell, grid->cells[i]);
  }
  prepare_curves(setter, grid);
  grid->fixed += grid->label;
  grid->least = grid->fixed;
  for (size_t i = 0; i < grid->group_count; i++) grid->least += grid->groups[i].least * (double)grid->groups[i].columns;
  frame->smallest = frame->natural = grid->least;
}

/* ---- Cells ------------------------------------------------------------------------------------------------------ */

/* The free room behind a cell, before the next track. */
static double gap_after(const CxGridFrame *grid, const CxCell *cell) {
  const size_t next = cell->column + cell->columns;
  return next < grid->grid->tracks.count ? grid->grid->tracks.items[next].gap : 0;
}

CxInsets cx_cell_insets(const CxTypesetter *setter, const CxGridFrame *grid, const CxCell *cell) {
  const CxSizes *sizes = &setter->theme->sizes;
  const CxRowKind kind = grid->grid->rows.items[cell->row].kind;
  switch (cell->fit) {
  case CX_CELL_PADDED: {
    const double usual = kind == CX_ROW_LANE || kind == CX_ROW_BAND ? sizes->lane_pad : 0;
    const double pad = cell->pad > 0 ? cell->pad : usual;
    return (CxInsets){pad, grid->after[cell->column + cell->columns - 1], pad, grid->before[cell->column]};
  }
  case CX_CELL_LANE: return (CxInsets){sizes->lane_gap / 2, 0, sizes->lane_gap / 2, 0};
  case CX_CELL_NOSE: return (CxInsets){.right = -MAX(gap_after(grid, cell) - 2, 0)};
  case CX_CELL_FULL: break;
  }
  return (CxInsets){0};
}

double cx_cell_width(const CxGridFrame *grid, const CxCell *cell) {
  const size_t last = cell->column + cell->columns - 1;
  return grid->x[last] + grid->w[last] - grid->x[cell->column];
}

/* Whether a cell shows nothing, since what it would show has found its place in another. */
static bool is_empty(const CxTypesetter *setter, const CxGridFrame *grid, const CxCell *cell) {
  if (!cell->is_spill) return false;
  const CxCell *origin = &grid->grid->cells.items[cell->spill_of];
  const CxInsets insets = cx_cell_insets(setter, grid, origin), padding = cx_frame_padding(setter, origin->block);
  const double width = cx_cell_width(grid, origin) - insets.left - insets.right - padding.left - padding.right;
  return cx_split_is_beside(grid->cells[cell->spill_of], width);
}

double cx_cell_height(CxTypesetter *setter, CxGridFrame *grid, size_t index) {
  const CxCell *cell = &grid->grid->cells.items[index];
  if (is_empty(setter, grid, cell)) return 0;
  const CxInsets insets = cx_cell_insets(setter, grid, cell);
  const double width = cx_cell_width(grid, cell) - insets.left - insets.right;
  return cx_frame_known_height(setter, grid->cells[index], width) + insets.top + insets.bottom;
}

double cx_cell_reach(CxTypesetter *setter, CxGridFrame *grid, size_t index) {
  const CxCell *cell = &grid->grid->cells.items[index];
  const double height = cx_cell_height(setter, grid, index);
  if (!cell->is_stacked) return height;
  struct CxFloor *first = &grid->floors[cell->column], *end = first + cell->columns;
  double top = 0;
  for (struct CxFloor *floor = first; floor < end; floor++)
    if (floor->row == cell->row) top = MAX(top, floor->y);
  const CxInsets insets = cx_cell_insets(setter, grid, cell);
  if (top > 0) top += setter->theme->spaces[CX_S1] - insets.top - insets.bottom;
  grid->top[index] = top;
  for (struct CxFloor *floor = first; floor < end; floor++) *floor = (struct CxFloor){cell->row, top + height};
  return top + height;
}

double cx_grid_rows_height(const CxGridFrame *grid) {
  double sum = 0;
  for (size_t i = 0; i < grid->grid->rows.count; i++) sum += grid->row_h[i];
  return sum;
}

/* A label of several rows makes the last of them higher where it needs more. */
static void raise_for_labels(CxTypesetter *setter, CxGridFrame *grid) {
  for (size_t i = 0; i < grid->grid->cells.count; i++) {
    const CxCell *cell = &grid->grid->cells.items[i];
    if (cell->is_backdrop || cell->rows < 2) continue;
    double sum = 0;
    for (size_t k = 0; k < cell->rows; k++) sum += grid->row_h[cell->row + k];
    grid->row_h[cell->row + cell->rows - 1] += MAX(cx_cell_height(setter, grid, i) - sum, 0);
  }
}

double cx_grid_height(CxTypesetter *setter, CxGridFrame *grid) {
  for (size_t i = 0; i < grid->grid->rows.count; i++) grid->row_h[i] = grid->least_h[i];
  memset(grid->floors, 0, grid->grid->tracks.count * sizeof *grid->floors);
  for (size_t i = 0; i < grid->grid->cells.count; i++) {
    const CxCell *cell = &grid->grid->cells.items[i];
    if (cell->is_backdrop || cell->rows > 1 || cell->block->kind == CX_BLOCK_CURVE) continue;
    const double reach = cx_cell_reach(setter, grid, i);
    grid->row_h[cell->row] = MAX(grid->row_h[cell->row], reach);
  }
  for (size_t i = 0; i < grid->curves.count; i++) {
    const size_t row = grid->grid->cells.items[grid->curves.items[i]].row;
    const double height = cx_curve_arrange(setter, grid, grid->cells[grid->curves.items[i]]->curve);
    grid->row_h[row] = MAX(grid->row_h[row], height);
  }
  raise_for_labels(setter, grid);
  return cx_grid_rows_height(grid);
}

/* ---- Placing -------------------------------------------------------------------------------------------------- */

static double row_top(const CxGridFrame *grid, size_t row) {
  double y = 0;
  for (size_t i = 0; i < row; i++) y += grid->row_h[i];
  return y;
}

static CxRect cell_rect(CxTypesetter *setter, CxGridFrame *grid, size_t index, CxRect place) {
  const CxCell *cell = &grid->grid->cells.items[index];
  double height = 0;
  for (size_t i = 0; i < cell->rows; i++) height += grid->row_h[cell->row + i];
  if (cell->is_stacked) height = cx_cell_height(setter, grid, index);
  const CxRect rect = {.x = place.x + grid->x[cell->column],
                       .y = place.y + row_top(grid, cell->row) + grid->top[index],
                       .w = cx_cell_width(grid, cell),
                       .h = height};
  return cx_rect_inset(rect, cx_cell_insets(setter, grid, cell));
}

/* Steps of one stage are divided by short lines. */
static void add_step_rules(CxTypesetter *setter, const CxGridFrame *grid, CxBox *row) {
  for (size_t i = 1; i < grid->grid->tracks.count; i++) {
    const CxTrack *tracks = grid->grid->tracks.items;
    if (tracks[i - 1].is_label || tracks[i - 1].group != tracks[i].group) continue;
    const CxRect rect = {row->rect.x + grid->x[i], row->rect.y + 6, 0, MAX(row->rect.h - 10, 0)};
    *cx_list_add(setter->arena, &row->children) = cx_box_new(setter, &cx_rule_block, rect);
  }
}

static CxBox *row_box(CxTypesetter *setter, const CxGridFrame *grid, size_t row, CxRect place) {
  CxBox *box = cx_new(setter->arena, CxBox);
  box->row = &grid->grid->rows.items[row];
  box->rect = (CxRect){place.x, place.y + row_top(grid, row), place.w, grid->row_h[row]};
  if (box->row->kind == CX_ROW_STEPS) add_step_rules(setter, grid, box);
  return box;
}

/* Between lanes, but not along the emotion lane, whose bands are edge enough. */
static void add_hairlines(CxTypesetter *setter, const CxGridFrame *grid, CxBox *box, double first_column) {
  for (size_t i = 0; i + 1 < grid->grid->rows.count; i++) {
    if (grid->grid->rows.items[i].kind != CX_ROW_LANE || grid->is_banded[i] || grid->is_banded[i + 1]) continue;
    *cx_list_add(setter->arena, &box->hairlines) = (CxLevelLine){
        .x1 = box->rect.x + first_column, .x2 = box->rect.x + box->rect.w, .y = box->rect.y + row_top(grid, i + 1)};
  }
}

/* A lane's label is its first cell, so it has its box when its curve is placed. */
static void place_cell(CxTypesetter *setter, CxGridFrame *grid, size_t index, CxBox *box, CxBox **rows) {
  const CxCell *cell = &grid->grid->cells.items[index];
  if (is_empty(setter, grid, cell)) return;
  const CxRect place = cell_rect(setter, grid, index, box->rect);
  CxBox *row = rows[cell->row], *child;
  if (cell->block->kind == CX_BLOCK_CURVE)
    child = cx_curve_place(setter, grid, grid->cells[index], place,
                           row->children.count > 0 ? row->children.items[0] : NULL);
  else
    child = cx_frame_place(setter, grid->cells[index], place);
  *cx_list_add(setter->arena, cell->is_backdrop ? &box->children : &row->children) = child;
}

CxBox *cx_grid_place(CxTypesetter *setter, CxFrame *frame, CxRect rect) {
  CxGridFrame *grid = frame->grid;
  CxBox *box = cx_box_new(setter, frame->block, rect);
  CxBox **rows = cx_new_array(setter->arena, CxBox *, grid->grid->rows.count);
  for (size_t i = 0; i < grid->grid->rows.count; i++) {
    const bool is_continued = grid->grid->rows.items[i].is_continued && i > 0;
    rows[i] = is_continued ? rows[i - 1] : row_box(setter, grid, i, rect);
    if (is_continued) rows[i]->rect.h += grid->row_h[i];
  }
  for (size_t i = 0; i < grid->grid->cells.count; i++) place_cell(setter, grid, i, box, rows);
  for (size_t i = 0; i < grid->grid->rows.count; i++)
    if (i == 0 || rows[i] != rows[i - 1]) *cx_list_add(setter->arena, &box->children) = rows[i];
  if (grid->grid->tracks.count > 1) add_hairlines(setter, grid, box, grid->x[1]);
  cx_edges_place(setter, grid, box);
  return box;
}
