/* Divides a block, or a row of a grid, that is too high for a page into slices that are not.
 *
 * Stacks and flows are divided between their lines; a line that is too high itself, and is a single container that
 * draws nothing, is divided in turn. Diagrams and trees know themselves how they are divided. Cards, rows and texts stay whole. In: a frame, for its measures. Out: blocks that
 * share its children.
 */
#include "pages.h"

/* What a line of children takes. */
typedef struct Line {
  size_t end;
  double gap, height; /* the gap is over it */
} Line;

static Line flow_line(CxTypesetter *setter, const CxFrame *flow, double width, size_t first) {
  Line line = {.gap = first > 0 ? flow->block->row_gap : 0};
  cx_flow_line(flow, width, first, &line.end);
  double *widths = g_new(double, line.end - first);
  cx_flow_widths(flow, width, first, line.end, widths);
  for (size_t i = first; i < line.end; i++)
    line.height = MAX(line.height, cx_frame_height(setter, flow->children.items[i], widths[i - first]));
  g_free(widths);
  return line;
}

static double column_width(const CxFrame *stack, double width, size_t columns) {
  return MAX(width - stack->block->gap * (double)(columns - 1), 0) / (double)columns;
}

static Line stack_line(CxTypesetter *setter, const CxFrame *stack, double width, size_t first) {
  const size_t columns = cx_stack_columns(stack, width);
  Line line = {.end = MIN(first + columns, stack->children.count), .gap = cx_stack_gap(stack, columns, first)};
  const double column = columns == 1 ? width : column_width(stack, width, columns);
  for (size_t i = first; i < line.end; i++)
    line.height = MAX(line.height, cx_frame_height(setter, stack->children.items[i], column));
  return line;
}

static CxBlock *with_children(CxTypesetter *setter, const CxBlock *block, size_t first, size_t end) {
  CxBlock *copy = cx_new(setter->arena, CxBlock);
  *copy = *block;
  copy->children.items = block->children.items + first;
  copy->children.count = copy->children.capacity = end - first;
  return copy;
}

static bool is_open(const CxFrame *frame) {
  const bool is_plain = frame->block->look == CX_LOOK_NONE || frame->block->look == CX_LOOK_PLAIN;
  return is_plain && (frame->block->kind == CX_BLOCK_STACK || frame->block->kind == CX_BLOCK_FLOW);
}

/* The slices of a single child that is too high for one, each in a copy of its parent. */
static bool slice_child(CxTypesetter *setter, const CxFrame *frame, size_t index, double width, double room,
                        CxBlocks *slices) {
  const bool is_single = frame->block->kind == CX_BLOCK_STACK && cx_stack_columns(frame, width) == 1;
  CxBlocks parts = {0};
  if (!is_single || !cx_frame_slice(setter, frame->children.items[index], width, room, room, &parts)) return false;
  for (size_t i = 0; i < parts.count; i++) {
    CxBlock *slice = *cx_list_add(setter->arena, slices) = with_children(setter, frame->block, 0, 0);
    slice->children.items = NULL;
    cx_block_add(setter->arena, slice, parts.items[i]);
  }
  return true;
}

bool cx_frame_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices) {
  if (frame->block->kind == CX_BLOCK_DIAGRAM && !frame->block->diagram->is_part)
    return cx_diagram_slice(setter, frame, width, first, height, slices);
  if (frame->block->kind == CX_BLOCK_TREE) return cx_tree_slice(setter, frame, width, first, height, slices);
  if (!is_open(frame)) {
    *cx_list_add(setter->arena, slices) = (CxBlock *)frame->block;
    return cx_frame_height(setter, frame, width) <= height + 1e-6;
  }
  const CxInsets padding = cx_frame_insets(setter, frame, width);
  const double inner = width - padding.left - padding.right, paddings = padding.top + padding.bottom;
  const bool is_flow = frame->block->kind == CX_BLOCK_FLOW;
  double room = first - paddings, used = 0;
  size_t begin = 0, at = 0;
  while (at < frame->children.count) {
    const Line line = (is_flow ? flow_line : stack_line)(setter, frame, inner, at);
    if (used + line.gap + line.height <= room + 1e-6) {
      used += line.gap + line.height;
      at = line.end;
      continue;
    }
    if (at > begin) {
      *cx_list_add(setter->arena, slices) = with_children(setter, frame->block, begin, at);
    } else if (room >= height - paddings) { /* not even on a page of its own */
      if (!slice_child(setter, frame, at++, inner, room, slices)) return false;
    } else {
      *cx_list_add(setter->arena, slices) = with_children(setter, frame->block, 0, 0);
    }
    begin = at;
    used = 0;
    room = height - paddings;
  }
  if (at > begin) *cx_list_add(setter->arena, slices) = with_children(setter, frame->block, begin, at);
  return true;
}

/* ---- A row made several ------------------------------------------------------------------------------------- */

/* How far down a column is taken: of which slice, how much. */
typedef struct Depth {
  size_t slice;
  double y;
} Depth;

/* A cell of the row: its slices, the first of them on slice `first`; none: it stands on each. */
typedef struct CellSlices {
  size_t first;
  CxBlocks slices;
} CellSlices;

typedef struct RowSlicer {
  CxTypesetter *setter;
  const CxGridFrame *frame;
  size_t row;
  double first, height;
  CellSlices *cells; /* of the grid */
  Depth *depths;     /* of each track */
  size_t count;      /* of slices */
} RowSlicer;

static bool is_in_row(const RowSlicer *slicer, const CxCell *cell) {
  return cell->row == slicer->row && cell->rows == 1 && !cell->is_backdrop;
}

/* Where a cell that is stacked under others begins. */
static Depth depth_of(const RowSlicer *slicer, const CxCell *cell) {
  Depth deepest = {0};
  for (size_t i = cell->column; i < cell->column + cell->columns && cell->is_stacked; i++) {
    const Depth *depth = &slicer->depths[i];
    if (depth->slice > deepest.slice || (depth->slice == deepest.slice && depth->y > deepest.y)) deepest = *depth;
  }
  return deepest;
}

static double slice_height(const RowSlicer *slicer, const CxBlock *slice, double width) {
  return cx_frame_height(slicer->setter, cx_frame_new(slicer->setter, slice), width);
}

/* Labels stand on each slice; other cells are divided, a stacked one from where those over it end. */
static bool slice_cell(RowSlicer *slicer, size_t index) {
  const CxCell *cell = &slicer->frame->grid->cells.items[index];
  if (!is_in_row(slicer, cell)) return true;
  if (slicer->frame->grid->tracks.items[cell->column].is_label) return cell->block->kind != CX_BLOCK_CURVE;
  const CxInsets insets = cx_cell_insets(slicer->setter, slicer->frame, cell);
  const double width = cx_cell_width(slicer->frame, cell) - insets.left - insets.right;
  const Depth depth = depth_of(slicer, cell);
  const double room = depth.slice == 0 ? slicer->first : slicer->height, around = insets.top + insets.bottom;
  const double gap = slicer->setter->theme->spaces[CX_S1];
  CellSlices *own = &slicer->cells[index];
  if (!cx_frame_slice(slicer->setter, slicer->frame->cells[index], width, room - (depth.y > 0 ? depth.y + gap : around),
                      slicer->height - around, &own->slices))
    return false;
  own->first = depth.slice;
  const size_t last = own->slices.count - 1;
  const double top = last == 0 && depth.y > 0 ? depth.y + gap : around;
  const Depth end = {depth.slice + last, top + slice_height(slicer, own->slices.items[last], width)};
  for (size_t i = cell->column; i < cell->column + cell->columns && cell->is_stacked; i++) slicer->depths[i] = end;
  slicer->count = MAX(slicer->count, end.slice + 1);
  return true;
}

/* Cells below the row move down, those across it (grounds, labels of several rows) get longer. */
static void add_other(const RowSlicer *slicer, CxCell cell, CxGrid *grid) {
  const size_t more = slicer->count - 1;
  if (cell.row > slicer->row)
    cell.row += more;
  else if (cell.row + cell.rows > slicer->row)
    cell.rows += more;
  *cx_list_add(slicer->setter->arena, &grid->cells) = cell;
}

/* Of a slice only what has something in it. */
static void add_slices(const RowSlicer *slicer, size_t index, CxGrid *grid) {
  CxCell cell = slicer->frame->grid->cells.items[index];
  const CellSlices *own = &slicer->cells[index];
  const bool is_everywhere = own->slices.count == 0;
  for (size_t i = 0; i < (is_everywhere ? slicer->count : own->slices.count); i++) {
    cell.row = slicer->row + own->first + i;
    if (!is_everywhere) cell.block = own->slices.items[i];
    if (is_everywhere || cell.block->children.count > 0) *cx_list_add(slicer->setter->arena, &grid->cells) = cell;
  }
}

CxGrid *cx_grid_slice_row(CxTypesetter *setter, const CxGridFrame *frame, size_t row, double first, double height) {
  const CxGrid *grid = frame->grid;
  RowSlicer slicer = {.setter = setter, .frame = frame, .row = row, .first = first, .height = height, .count = 1};
  slicer.cells = cx_new_array(setter->arena, CellSlices, grid->cells.count);
  slicer.depths = cx_new_array(setter->arena, Depth, grid->tracks.count);
  for (size_t i = 0; i < grid->cells.count; i++)
    if (!slice_cell(&slicer, i)) return NULL;
  CxGrid *sliced = cx_grid_like(setter->arena, grid);
  sliced->tracks = grid->tracks;
  sliced->edges = grid->edges;
  for (size_t i = 0; i < grid->rows.count; i++)
    for (size_t k = 0; k < (i == row ? slicer.count : 1); k++)
      *cx_list_add(setter->arena, &sliced->rows) = grid->rows.items[i];
  for (size_t i = 0; i < grid->cells.count; i++) /* headers come first, so that spill_of stays right */
    if (is_in_row(&slicer, &grid->cells.items[i]))
      add_slices(&slicer, i, sliced);
    else
      add_other(&slicer, grid->cells.items[i], sliced);
  return sliced;
}
