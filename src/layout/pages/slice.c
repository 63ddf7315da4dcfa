/* Divides a block, or a row of a grid, that is too high for a page into slices that are not.
 *
 * Stacks and flows are divided between their lines; a line that is too high itself, and is a single container that
 * draws nothing, is divided in turn. Diagrams and trees know themselves how they are divided. Cards, rows and texts
 * stay whole. In: a frame, for its measures. Out: blocks that share its children.
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

static Line stack_line(CxTypesetter *setter, const CxFrame *stack, double width, size_t first) {
  const size_t columns = cx_stack_columns(stack, width);
  Line line = {.end = MIN(first + columns, stack->children.count), .gap = cx_stack_gap(stack, columns, first)};
  const double column = cx_stack_column(stack, width, columns);
  for (size_t i = first; i < line.end; i++)
    line.height = MAX(line.height, cx_frame_height(setter, stack->children.items[i], column));
  return line;
}

static Line next_line(CxTypesetter *setter, const CxFrame *frame, double width, size_t first) {
  if (frame->block->kind == CX_BLOCK_FLOW) return flow_line(setter, frame, width, first);
  if (frame->block->kind == CX_BLOCK_STACK) return stack_line(setter, frame, width, first);
  return (Line){.end = frame->children.count, .height = cx_content_height(setter, frame, width)};
}

/* Panels and boxes of canvases are grounds without an end of their own: each slice has one. */
static bool is_open(const CxFrame *frame) {
  static const CxLook looks[] = {CX_LOOK_NONE, CX_LOOK_PLAIN, CX_LOOK_SIDE, CX_LOOK_SIDE_WARN, CX_LOOK_BOX};
  const CxBlock *block = frame->block;
  const bool is_row = block->kind == CX_BLOCK_ROW && block->is_divided;
  const bool is_container = is_row || block->kind == CX_BLOCK_STACK || block->kind == CX_BLOCK_FLOW;
  for (size_t i = 0; i < G_N_ELEMENTS(looks) && is_container && !block->is_whole; i++)
    if (block->look == looks[i]) return true;
  return false;
}

/* A frame being sliced: the slice that is being filled, how much of its room is used. */
typedef struct Slicer {
  CxTypesetter *setter;
  CxFrame *frame;
  double width, height; /* of the content: inside the padding */
  double room, used;
  CxBlock *slice;
  CxBlocks *slices;
} Slicer;

/* In as many columns as all of the children have. */
static void begin_slice(Slicer *slicer) {
  const CxFrame *frame = slicer->frame;
  const bool is_stack = frame->block->kind == CX_BLOCK_STACK;
  slicer->slice = cx_block_childless(slicer->setter->arena, frame->block);
  if (!is_stack || cx_stack_columns(frame, slicer->width) < 2) return;
  slicer->slice->columns = cx_stack_columns(frame, slicer->width);
  slicer->slice->column_min = 0;
}

static void end_slice(Slicer *slicer) {
  *cx_list_add(slicer->setter->arena, slicer->slices) = slicer->slice;
  begin_slice(slicer);
  slicer->room = slicer->height;
  slicer->used = 0;
}

/* The slices of one child of a line. What stays whole is moved on where it does not fit into the first room. */
static bool slice_child(const Slicer *slicer, CxFrame *child, double width, double first, CxBlocks *slices) {
  const bool is_whole = !is_open(child) && !cx_frame_goes_on(child);
  if (is_whole && cx_frame_height(slicer->setter, child, width) > first + 1e-6)
    *cx_list_add(slicer->setter->arena, slices) = cx_block_new(slicer->setter->arena, CX_BLOCK_STACK, NULL);
  const double over = is_whole ? 0 : cx_repeated_height(slicer->setter, child, width);
  if (!cx_frame_slice(slicer->setter, child, width, first, slicer->height - over, slices)) return false;
  if (!is_whole) cx_slices_repeat(slicer->setter->arena, child->block, slices);
  return true;
}

static bool is_empty(const CxBlock *slice) {
  return (slice->kind == CX_BLOCK_STACK || slice->kind == CX_BLOCK_ROW) && slice->children.count == 0;
}

/* How many children of the frame stand beside each other. */
static size_t columns_of(const Slicer *slicer) {
  const CxFrame *frame = slicer->frame;
  if (frame->block->kind == CX_BLOCK_STACK) return cx_stack_columns(frame, slicer->width);
  return frame->block->kind == CX_BLOCK_ROW ? frame->children.count : 1;
}

static double column_width(const Slicer *slicer, size_t index) {
  const CxFrame *frame = slicer->frame;
  if (frame->block->kind != CX_BLOCK_ROW) return cx_stack_column(frame, slicer->width, columns_of(slicer));
  double *widths = g_newa(double, frame->children.count + 1);
  cx_row_widths(frame, slicer->width, widths);
  return widths[index];
}

/* Holds the place of a column that has nothing on a slice. */
static CxBlock *filler_new(const Slicer *slicer, size_t index) {
  CxBlock *filler = cx_block_new(slicer->setter->arena, CX_BLOCK_STACK, NULL);
  if (slicer->frame->block->kind == CX_BLOCK_ROW) {
    filler->min_width = filler->max_width = column_width(slicer, index);
    filler->grow = slicer->frame->block->children.items[index]->grow;
  }
  return filler;
}

/* A last line of fewer children keeps its columns as wide as the others are. */
static void fill_line(const Slicer *slicer) {
  const size_t columns = columns_of(slicer);
  while (columns > 1 && slicer->slice->children.count % columns != 0)
    cx_block_add(slicer->setter->arena, slicer->slice, filler_new(slicer, slicer->slice->children.count % columns));
}

/* The slices of the line's children side by side; one that has come to its end leaves its column empty. */
static void join_slices(const Slicer *slicer, const CxBlocks *columns, size_t count, CxBlocks *lines, size_t *most) {
  *most = 0;
  for (size_t i = 0; i < count; i++) *most = MAX(*most, columns[i].count);
  for (size_t k = 0; k < *most; k++)
    for (size_t i = 0; i < count; i++) {
      CxBlock *slice =
          k < columns[i].count && !is_empty(columns[i].items[k]) ? columns[i].items[k] : filler_new(slicer, i);
      if (k > 0 && count == 1) slice->before = 0; /* alone it is a copy: what stays whole has nothing to go on */
      *cx_list_add(slicer->setter->arena, lines) = slice;
    }
}

/* Puts a line on as many slices as it needs, the first of them being the one that is being filled. False, with nothing
 * changed, where none of it fits there or something in it is higher than a slice. */
static bool divide_line(Slicer *slicer, const Line *line, size_t first) {
  CxTypesetter *setter = slicer->setter;
  const size_t count = line->end - first;
  CxBlocks *parts = cx_new_array(setter->arena, CxBlocks, count), lines = {0};
  size_t most;
  bool is_begun = false;
  for (size_t i = 0; i < count; i++) {
    CxFrame *child = slicer->frame->children.items[first + i];
    const double room = slicer->room - slicer->used - line->gap;
    if (!slice_child(slicer, child, column_width(slicer, i), room, &parts[i])) return false;
    is_begun = is_begun || (parts[i].count > 0 && !is_empty(parts[i].items[0]));
  }
  if (!is_begun) return false;
  join_slices(slicer, parts, count, &lines, &most);
  for (size_t k = 0; k < most; k++) {
    if (k > 0) end_slice(slicer);
    double height = 0;
    for (size_t i = 0; i < count; i++) {
      CxBlock *part = cx_block_add(setter->arena, slicer->slice, lines.items[k * count + i]);
      height = MAX(height, cx_frame_height(setter, cx_frame_new(setter, part), column_width(slicer, i)));
    }
    fill_line(slicer);
    slicer->used += height + (k == 0 ? line->gap : 0);
  }
  return true;
}

/* A line that is not high moves on whole where it does not fit. */
static bool is_worth_dividing(const Slicer *slicer, const Line *line) {
  return line->height > slicer->height / 3;
}

static void add_line(Slicer *slicer, const Line *line, size_t first) {
  for (size_t i = first; i < line->end; i++)
    cx_block_add(slicer->setter->arena, slicer->slice, (CxBlock *)slicer->frame->children.items[i]->block);
  fill_line(slicer);
  slicer->used += line->gap + line->height;
}

/* False where the line is too high for any slice. */
static bool put_line(Slicer *slicer, const Line *line, size_t first) {
  const bool is_flow = slicer->frame->block->kind == CX_BLOCK_FLOW;
  const bool can_divide = !is_flow && is_worth_dividing(slicer, line);
  if (slicer->used + line->gap + line->height <= slicer->room + 1e-6) return add_line(slicer, line, first), true;
  if (can_divide && divide_line(slicer, line, first)) return true;
  if (slicer->used > 0 || slicer->room < slicer->height) end_slice(slicer);
  if (line->gap + line->height <= slicer->room + 1e-6) return add_line(slicer, line, first), true;
  return can_divide && divide_line(slicer, line, first);
}

bool cx_frame_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices) {
  if (frame->block->kind == CX_BLOCK_DIAGRAM && !frame->block->diagram->is_part)
    return cx_diagram_slice(setter, frame, width, first, height, slices);
  if (frame->block->kind == CX_BLOCK_TREE) return cx_tree_slice(setter, frame, width, first, height, slices);
  if (frame->block->kind == CX_BLOCK_AREAS) return cx_areas_slice(setter, frame, width, first, height, slices);
  if (cx_frame_goes_on(frame) && cx_frame_height(setter, frame, width) > first + 1e-6)
    return cx_beside_slice(setter, frame, width, first, height, slices);
  if (!is_open(frame)) {
    *cx_list_add(setter->arena, slices) = (CxBlock *)frame->block;
    return cx_frame_height(setter, frame, width) <= height + 1e-6;
  }
  const CxInsets padding = cx_frame_insets(setter, frame, width);
  const double paddings = padding.top + padding.bottom;
  Slicer slicer = {.setter = setter, .frame = frame, .slices = slices};
  slicer.width = width - padding.left - padding.right;
  slicer.height = height - paddings;
  slicer.room = first - paddings;
  begin_slice(&slicer);
  Line line;
  for (size_t at = 0; at < frame->children.count; at = line.end) {
    line = next_line(setter, frame, slicer.width, at);
    const bool is_due = slicer.slice->children.count > 0 && frame->children.items[at]->block->starts_page;
    if (is_due) end_slice(&slicer);
    if (!put_line(&slicer, &line, at)) return false;
  }
  if (slicer.slice->children.count > 0) end_slice(&slicer);
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
