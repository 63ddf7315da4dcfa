/* Takes parts of a grid: the columns, then the rows, that one page shows, as grids of their own.
 *
 * In: a grid. Out: a smaller one with the same labels and header rows. Blocks are shared, so that their texts are
 * shaped once for all parts; only what is cut is copied: chevrons that go on, cells that span more than the part,
 * curves. A curve is computed once over all columns, each one wide: that says at which height it passes a part's edges.
 * An arrow is in the part that has both its ends. Nothing is measured here.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

typedef CX_LIST(size_t) Indices;

/* A curve cell's series over all columns: x counts tracks, y is the share. */
typedef struct WholeCurve {
  size_t cell;
  CxPath *paths;
} WholeCurve;

struct CxGridSource {
  CxArena *arena;
  const CxGrid *grid;
  size_t labels; /* tracks before the first column */
  CX_LIST(CxTracks) groups;
  Indices *starting; /* of each track: the cells that start there */
  Indices wide;      /* cells over several groups */
  Indices *leaving;  /* of each cell: the edges that begin in it */
  CX_LIST(WholeCurve) curves;
};

/* ---- The source ------------------------------------------------------------------------------------------ */

static double middle_of(const CxCurvePoint *point) {
  return (double)point->column + (double)point->columns / 2;
}

static CxPath whole_path(CxArena *arena, const CxCurveSeries *series) {
  CxPath path = {0};
  CxPoint *points = g_new(CxPoint, series->points.count + 1);
  for (size_t i = 0; i < series->points.count; i++)
    points[i] = (CxPoint){middle_of(&series->points.items[i]), series->points.items[i].share};
  cx_curve_path(arena, points, series->points.count, &path);
  g_free(points);
  return path;
}

static void add_curve(CxGridSource *source, size_t cell) {
  const CxCurve *curve = source->grid->cells.items[cell].block->curve;
  WholeCurve *whole = cx_list_add(source->arena, &source->curves);
  whole->cell = cell;
  whole->paths = cx_new_array(source->arena, CxPath, curve->series.count);
  for (size_t i = 0; i < curve->series.count; i++) whole->paths[i] = whole_path(source->arena, &curve->series.items[i]);
}

static void add_cell(CxGridSource *source, size_t index) {
  const CxCell *cell = &source->grid->cells.items[index];
  *cx_list_add(source->arena, &source->starting[cell->column]) = index;
  if (cell->block->kind == CX_BLOCK_CURVE) add_curve(source, index);
  if (cell->column < source->labels) return;
  const CxTrack *tracks = source->grid->tracks.items;
  if (tracks[cell->column].group != tracks[cell->column + cell->columns - 1].group)
    *cx_list_add(source->arena, &source->wide) = index;
}

static void index_block(GHashTable *cells, const CxBlock *block, size_t cell) {
  g_hash_table_insert(cells, (gpointer)block, GSIZE_TO_POINTER(cell));
  for (size_t i = 0; i < block->children.count; i++) index_block(cells, block->children.items[i], cell);
}

static GHashTable *index_blocks(const CxGrid *grid) {
  GHashTable *cells = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < grid->cells.count; i++) index_block(cells, grid->cells.items[i].block, i);
  return cells;
}

static void add_edges(CxGridSource *source) {
  GHashTable *cells = index_blocks(source->grid);
  gpointer cell;
  source->leaving = cx_new_array(source->arena, Indices, source->grid->cells.count);
  for (size_t i = 0; i < source->grid->edges.count; i++)
    if (g_hash_table_lookup_extended(cells, source->grid->edges.items[i].from, NULL, &cell))
      *cx_list_add(source->arena, &source->leaving[GPOINTER_TO_SIZE(cell)]) = i;
  g_hash_table_destroy(cells);
}

CxGridSource *cx_grid_source_new(CxArena *arena, const CxGrid *grid) {
  CxGridSource *source = cx_new(arena, CxGridSource);
  *source = (CxGridSource){.arena = arena, .grid = grid};
  while (source->labels < grid->tracks.count && grid->tracks.items[source->labels].is_label) source->labels++;
  for (size_t i = source->labels; i < grid->tracks.count; i++) {
    const bool is_new = i == source->labels || grid->tracks.items[i].group != grid->tracks.items[i - 1].group;
    if (is_new) *cx_list_add(arena, &source->groups) = (CxTracks){i, i};
    source->groups.items[source->groups.count - 1].end = i + 1;
  }
  source->starting = cx_new_array(arena, Indices, grid->tracks.count);
  for (size_t i = 0; i < grid->cells.count; i++) add_cell(source, i);
  if (grid->edges.count > 0) add_edges(source);
  return source;
}

size_t cx_grid_source_groups(const CxGridSource *source) {
  return source->groups.count;
}

CxTracks cx_grid_source_group(const CxGridSource *source, size_t group) {
  return source->groups.items[group];
}

size_t cx_grid_source_group_of(const CxGridSource *source, size_t track) {
  return source->grid->tracks.items[track].group;
}

/* ---- Edges -------------------------------------------------------------------------------------------------- */

CxGrid *cx_grid_like(CxArena *arena, const CxGrid *grid) {
  CxGrid *part = cx_new(arena, CxGrid);
  part->column_min = grid->column_min;
  part->column_best = grid->column_best;
  part->column_wide = grid->column_wide;
  return part;
}

/* Those whose ends both stand in the part's cells. */
static void take_edges(CxArena *arena, const CxEdge *edges, size_t count, CxGrid *part) {
  if (count == 0) return;
  GHashTable *cells = index_blocks(part);
  for (size_t i = 0; i < count; i++)
    if (g_hash_table_contains(cells, edges[i].from) && g_hash_table_contains(cells, edges[i].to))
      *cx_list_add(arena, &part->edges) = edges[i];
  g_hash_table_destroy(cells);
}

/* ---- Blocks that are cut --------------------------------------------------------------------------------- */

static CxBlock *copy_of(CxArena *arena, const CxBlock *block) {
  CxBlock *copy = cx_new(arena, CxBlock);
  *copy = *block;
  return copy;
}

/* A stack that has a column for each of the cell's has fewer of them. */
static CxBlock *cut_stack(CxArena *arena, CxBlock *block, size_t columns, size_t left) {
  if (block->kind != CX_BLOCK_STACK || block->columns != columns) return block;
  CxBlock *copy = copy_of(arena, block);
  copy->columns = left;
  return copy;
}

/* Behind a part's last column no line divides it from the next. */
static CxBlock *end_ground(CxArena *arena, CxBlock *ground) {
  CxBlock *copy = copy_of(arena, ground);
  copy->is_last = true;
  return copy;
}

static CxBlock *cut_block(CxArena *arena, const CxCell *cell, size_t from, size_t to) {
  if (cell->block->look != CX_LOOK_CHEVRON) return cut_stack(arena, cell->block, cell->columns, to - from);
  CxBlock *copy = copy_of(arena, cell->block);
  copy->is_first = copy->is_first && from == 0;
  copy->is_last = copy->is_last && to == cell->columns;
  return copy;
}

/* ---- Curves ---------------------------------------------------------------------------------------------- */

/* The first point at or behind `x`. */
static size_t point_at(const CxCurveSeries *series, double x) {
  size_t low = 0, high = series->points.count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (middle_of(&series->points.items[middle]) < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static int compare_middle(const void *a, const void *b) {
  const double by = middle_of(a) - middle_of(b);
  return by < 0 ? -1 : by > 0;
}

static void take_points(const CxGridSource *source, const CxCurveSeries *whole, CxTracks range, CxTracks columns,
                        CxCurveSeries *series) {
  for (size_t i = range.first; i < range.end; i++) {
    CxCurvePoint point = whole->points.items[i];
    const size_t from = MAX(point.column, columns.first), to = MIN(point.column + point.columns, columns.end);
    point.column = from - columns.first + source->labels;
    point.columns = to - from;
    *cx_list_add(source->arena, &series->points) = point;
  }
  if (series->points.count > 1) /* what was cut has another middle */
    qsort(series->points.items, series->points.count, sizeof series->points.items[0], compare_middle);
}

static void take_series(const CxGridSource *source, const CxCurveSeries *whole, const CxPath *path, CxTracks columns,
                        CxCurve *curve) {
  const size_t tracks = source->grid->tracks.count, count = whole->points.count;
  const CxTracks range = {.first = columns.first > source->labels ? point_at(whole, (double)columns.first) : 0,
                          .end = columns.end < tracks ? point_at(whole, (double)columns.end) : count};
  CxCurveSeries series = {.ref = whole->ref, .index = whole->index};
  series.is_entering = range.first > 0 && range.first < count;
  series.is_leaving = range.end > 0 && range.end < count;
  if (range.first == range.end && !(series.is_entering && series.is_leaving)) return;
  if (series.is_entering) series.entry = cx_curve_y_at(path, (double)columns.first);
  if (series.is_leaving) series.exit = cx_curve_y_at(path, (double)columns.end);
  take_points(source, whole, range, columns, &series);
  *cx_list_add(source->arena, &curve->series) = series;
}

static void take_note(const CxGridSource *source, const CxCurveNote *whole, CxTracks columns, CxCurve *curve) {
  const size_t from = MAX(whole->column, columns.first), to = MIN(whole->column + whole->columns, columns.end);
  if (from >= to) return;
  *cx_list_add(source->arena, &curve->notes) =
      (CxCurveNote){.column = from - columns.first + source->labels, .columns = to - from, .block = whole->block};
}

static CxBlock *take_curve(const CxGridSource *source, const WholeCurve *whole, CxTracks columns) {
  const CxBlock *block = source->grid->cells.items[whole->cell].block;
  CxBlock *copy = copy_of(source->arena, block);
  copy->curve = cx_new(source->arena, CxCurve);
  *copy->curve = *block->curve;
  copy->curve->series.items = NULL;
  copy->curve->series.count = copy->curve->series.capacity = 0;
  copy->curve->notes.items = NULL;
  copy->curve->notes.count = copy->curve->notes.capacity = 0;
  for (size_t i = 0; i < block->curve->series.count; i++)
    take_series(source, &block->curve->series.items[i], &whole->paths[i], columns, copy->curve);
  for (size_t i = 0; i < block->curve->notes.count; i++)
    take_note(source, &block->curve->notes.items[i], columns, copy->curve);
  return copy;
}

/* ---- Columns --------------------------------------------------------------------------------------------- */

static void add_indices(CxArena *arena, Indices *to, const Indices *from) {
  for (size_t i = 0; i < from->count; i++) *cx_list_add(arena, to) = from->items[i];
}

static int compare_indices(const void *a, const void *b) {
  const size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return x < y ? -1 : x > y;
}

/* The cells that have a share in the columns, in their order. */
static Indices cells_in(const CxGridSource *source, CxTracks columns) {
  Indices cells = {0};
  const CxCell *all = source->grid->cells.items;
  const size_t group_first = source->groups.items[source->grid->tracks.items[columns.first].group].first;
  for (size_t i = 0; i < source->labels; i++) add_indices(source->arena, &cells, &source->starting[i]);
  for (size_t i = 0; i < source->wide.count; i++)
    if (all[source->wide.items[i]].column < group_first) *cx_list_add(source->arena, &cells) = source->wide.items[i];
  for (size_t i = group_first; i < columns.end; i++) add_indices(source->arena, &cells, &source->starting[i]);
  size_t kept = 0;
  for (size_t i = 0; i < cells.count; i++) {
    const CxCell *cell = &all[cells.items[i]];
    if (cell->column < source->labels || cell->column + cell->columns > columns.first)
      cells.items[kept++] = cells.items[i];
  }
  cells.count = kept;
  if (kept > 1) qsort(cells.items, kept, sizeof cells.items[0], compare_indices);
  return cells;
}

static size_t place_in(const Indices *cells, size_t index) {
  const size_t *found = bsearch(&index, cells->items, cells->count, sizeof index, compare_indices);
  return found != NULL ? (size_t)(found - cells->items) : 0;
}

static const WholeCurve *whole_curve(const CxGridSource *source, size_t cell) {
  const WholeCurve *whole = source->curves.items;
  while (whole->cell != cell) whole++;
  return whole;
}

static CxCell take_cell(const CxGridSource *source, size_t index, CxTracks columns) {
  CxCell cell = source->grid->cells.items[index];
  const size_t end = cell.column + cell.columns;
  if (cell.block->kind == CX_BLOCK_CURVE) cell.block = take_curve(source, whole_curve(source, index), columns);
  if (cell.column < source->labels) {
    if (end > source->labels) cell.columns = source->labels - cell.column + columns.end - columns.first;
    return cell;
  }
  const size_t from = MAX(cell.column, columns.first), to = MIN(end, columns.end);
  if (to - from < cell.columns) cell.block = cut_block(source->arena, &cell, from - cell.column, to - cell.column);
  if (cell.is_backdrop && to == columns.end) cell.block = end_ground(source->arena, cell.block);
  cell.column = from - columns.first + source->labels;
  cell.columns = to - from;
  return cell;
}

static void take_tracks(const CxGridSource *source, CxTracks columns, CxGrid *part) {
  const CxTrack *tracks = source->grid->tracks.items;
  for (size_t i = 0; i < source->labels; i++) *cx_list_add(source->arena, &part->tracks) = tracks[i];
  for (size_t i = columns.first; i < columns.end; i++) {
    CxTrack *track = cx_list_add(source->arena, &part->tracks);
    *track = tracks[i];
    track->group -= tracks[columns.first].group;
    if (i == columns.first) track->gap = tracks[source->labels].gap;
  }
}

/* The arrows that begin in the cells and end in them. */
static void take_edges_of(const CxGridSource *source, const Indices *cells, CxGrid *part) {
  if (source->grid->edges.count == 0) return;
  CX_LIST(CxEdge) edges = {0};
  for (size_t i = 0; i < cells->count; i++)
    for (size_t k = 0; k < source->leaving[cells->items[i]].count; k++)
      *cx_list_add(source->arena, &edges) = source->grid->edges.items[source->leaving[cells->items[i]].items[k]];
  take_edges(source->arena, edges.items, edges.count, part);
}

CxGrid *cx_grid_take_columns(const CxGridSource *source, size_t first, size_t end) {
  CxGrid *part = cx_grid_like(source->arena, source->grid);
  const CxTracks columns = {first, end};
  part->rows = source->grid->rows;
  take_tracks(source, columns, part);
  const Indices cells = cells_in(source, columns);
  for (size_t i = 0; i < cells.count; i++) {
    CxCell *cell = cx_list_add(source->arena, &part->cells);
    *cell = take_cell(source, cells.items[i], columns);
    if (cell->is_spill) cell->spill_of = place_in(&cells, cell->spill_of);
  }
  take_edges_of(source, &cells, part);
  return part;
}

/* ---- Rows ------------------------------------------------------------------------------------------------ */

size_t cx_grid_header_rows(const CxGrid *grid) {
  size_t count = 0;
  while (count < grid->rows.count && grid->rows.items[count].kind <= CX_ROW_STEPS) count++;
  return count;
}

/* The rows of a cell that are headers or in [first, end), as rows of the part; none where *rows is 0. */
static void take_rows_of(CxCell *cell, size_t headers, size_t first, size_t end) {
  const size_t last = cell->row + cell->rows, in_headers = cell->row < headers ? MIN(last, headers) - cell->row : 0;
  const size_t from = MAX(MAX(cell->row, first), headers), to = MIN(last, end);
  cell->rows = in_headers + (to > from ? to - from : 0);
  if (in_headers == 0) cell->row = from - first + headers;
}

CxGrid *cx_grid_take_rows(CxArena *arena, const CxGrid *grid, size_t first, size_t end) {
  CxGrid *part = cx_grid_like(arena, grid);
  const size_t headers = cx_grid_header_rows(grid);
  size_t *places = cx_new_array(arena, size_t, grid->cells.count);
  part->tracks = grid->tracks;
  for (size_t i = 0; i < grid->rows.count; i++)
    if (i < headers || (i >= first && i < end)) *cx_list_add(arena, &part->rows) = grid->rows.items[i];
  for (size_t i = 0; i < grid->cells.count; i++) {
    CxCell cell = grid->cells.items[i];
    take_rows_of(&cell, headers, first, end);
    if (cell.rows == 0) continue;
    if (cell.is_spill) cell.spill_of = places[cell.spill_of];
    places[i] = part->cells.count;
    *cx_list_add(arena, &part->cells) = cell;
  }
  if (part->rows.count > headers) part->rows.items[headers].is_continued = false;
  take_edges(arena, grid->edges.items, grid->edges.count, part);
  return part;
}

/* ---- Edges that were cut ---------------------------------------------------------------------------------- */

static char *edge_key(const CxEdge *edge) {
  return g_strdup_printf("%p %p %zu", (void *)edge->from, (void *)edge->to, (size_t)edge->span.begin);
}

void cx_grid_report_cut(const CxGrid *whole, const CxGrid *const *parts, size_t count, CxDiagnostics *diagnostics) {
  GHashTable *kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < parts[i]->edges.count; k++) g_hash_table_add(kept, edge_key(&parts[i]->edges.items[k]));
  for (size_t i = 0; i < whole->edges.count; i++) {
    const CxEdge *edge = &whole->edges.items[i];
    char *key = edge_key(edge);
    if (!g_hash_table_contains(kept, key)) {
      const bool is_here = edge->from != NULL && edge->to != NULL;
      CxDiag *diag =
          cx_diag_report(diagnostics, CX_ARROW_NOT_DRAWN, edge->span, "an arrow is left out: %s",
                         is_here ? "it leads from one page to another" : "one of its ends is not on this map");
      cx_diag_help(diagnostics, diag,
                   is_here ? "take a larger paper, or `fit`, so that both items stand on one page"
                           : "show the lanes of both items, or take the arrow away");
    }
    g_free(key);
  }
  g_hash_table_destroy(kept);
}
