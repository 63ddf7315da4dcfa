/* Answers how high a frame is at a width. The same functions that divide a width here (rows, flows, splits) serve the
 * placing, so that what was measured is what is placed.
 */
#include "frame.h"

#include <string.h>

size_t cx_stack_columns(const CxFrame *stack, double width) {
  const CxBlock *block = stack->block;
  const size_t count = stack->children.count;
  if (count < 2 || block->columns < 2) return 1;
  if (block->column_min <= 0) return block->columns;
  size_t columns = MIN(block->columns, count);
  while (columns > 1 && (width + block->gap) / (double)columns - block->gap < block->column_min) columns--;
  const size_t rows = (count + columns - 1) / columns;
  return (count + rows - 1) / rows; /* as many in each row */
}

double cx_stack_column(const CxFrame *stack, double width, size_t columns) {
  return columns == 1 ? width : MAX(width - stack->block->gap * (double)(columns - 1), 0) / (double)columns;
}

double cx_stack_gap(const CxFrame *stack, size_t columns, size_t index) {
  if (columns > 1) return index > 0 ? stack->block->row_gap : 0;
  const double gap = stack->block->columns > 1 ? stack->block->row_gap : stack->block->gap; /* too narrow for columns */
  return (index > 0 ? gap : 0) + stack->children.items[index]->block->before;
}

double cx_first_line(const CxFrame *frame) {
  if (frame->block->kind == CX_BLOCK_TEXT) return frame->line;
  for (size_t i = 0; i < frame->children.count; i++) {
    const double line = cx_first_line(frame->children.items[i]);
    if (line > 0) return line;
  }
  return 0;
}

/* ---- Rows: natural widths where they fit; otherwise those that grow give way, then all ----------------- */

static double natural_of(const CxFrame *row, size_t child) {
  return row->columns != NULL ? row->columns->natural.items[child] : row->children.items[child]->natural;
}

static double smallest_of(const CxFrame *row, size_t child) {
  return row->columns != NULL ? row->columns->smallest.items[child] : row->children.items[child]->smallest;
}

static double sum_natural(const CxFrame *row, bool growing) {
  double sum = 0;
  for (size_t i = 0; i < row->children.count; i++)
    if ((row->children.items[i]->block->grow > 0) == growing) sum += natural_of(row, i);
  return sum;
}

/* Gives the growing children `room`: as much of the way from their smallest to their natural width as it reaches. */
static void shrink_growing(const CxFrame *row, double room, double natural, double *widths) {
  double smallest = 0;
  for (size_t i = 0; i < row->children.count; i++)
    if (row->children.items[i]->block->grow > 0) smallest += smallest_of(row, i);
  const bool is_tight = room < smallest;
  const double reach = is_tight ? room / smallest : (room - smallest) / MAX(natural - smallest, 1e-6);
  for (size_t i = 0; i < row->children.count; i++) {
    if (row->children.items[i]->block->grow <= 0) continue;
    const double least = smallest_of(row, i);
    widths[i] = is_tight ? least * reach : least + (natural_of(row, i) - least) * reach;
  }
}

/* A flow with rules gives its children a little air, and leaves the rest of its line free. */
static double spare(const CxFrame *row, double room) {
  const double most = 40 * (double)row->children.count;
  return row->block->has_rules ? MIN(room, most) : room;
}

void cx_row_widths(const CxFrame *row, double width, double *widths) {
  const size_t count = row->children.count;
  const double gaps = count == 0 ? 0 : row->block->gap * (double)(count - 1);
  const double fixed = sum_natural(row, false), growing = sum_natural(row, true);
  const double room = MAX(width - gaps - fixed, 0);
  double shares = 0;
  for (size_t i = 0; i < count; i++) {
    widths[i] = natural_of(row, i);
    shares += row->children.items[i]->block->grow;
  }
  if (growing > room && growing > 0)
    shrink_growing(row, room, growing, widths);
  else if (shares > 0)
    for (size_t i = 0; i < count; i++)
      widths[i] += spare(row, room - growing) * row->children.items[i]->block->grow / shares;
  if (growing <= 0 && fixed + gaps > width && fixed > 0)
    for (size_t i = 0; i < count; i++) widths[i] *= MAX(width - gaps, 0) / fixed;
}

static double row_height(const CxTypesetter *setter, const CxFrame *row, double width) {
  double *widths = g_newa(double, row->children.count + 1), height = 0;
  cx_row_widths(row, width, widths);
  const double line = cx_first_line(row);
  for (size_t i = 0; i < row->children.count; i++) {
    const CxFrame *child = row->children.items[i];
    const bool is_mark = child->block->kind == CX_BLOCK_ICON && row->block->align == CX_ALIGN_START;
    const double own = cx_frame_height(setter, child, widths[i]);
    height = MAX(height, is_mark ? MAX(line, own) : own);
  }
  return height;
}

/* ---- Flows ------------------------------------------------------------------------------------------------ */

/* In a flow with rules children share a line's width, so they are packed by what they need at least. */
static double packed_width(const CxFrame *flow, const CxFrame *child, double width) {
  return MIN(flow->block->has_rules ? child->smallest : child->natural, width);
}

double cx_flow_line(const CxFrame *flow, double width, size_t first, size_t *end) {
  double used = packed_width(flow, flow->children.items[first], width);
  size_t i = first + 1;
  for (; i < flow->children.count; i++) {
    const double next = used + flow->block->gap + packed_width(flow, flow->children.items[i], width);
    if (next > width + 1e-6) break;
    used = next;
  }
  *end = i;
  return used;
}

void cx_flow_widths(const CxFrame *flow, double width, size_t first, size_t end, double *widths) {
  CxFrame line = *flow;
  line.children.items = flow->children.items + first;
  line.children.count = end - first;
  if (flow->block->has_rules)
    cx_row_widths(&line, width, widths);
  else
    for (size_t i = first; i < end; i++) widths[i - first] = packed_width(flow, flow->children.items[i], width);
}

static double flow_height(const CxTypesetter *setter, const CxFrame *flow, double width) {
  double *widths = g_new(double, flow->children.count), height = 0;
  for (size_t first = 0, end; first < flow->children.count; first = end) {
    cx_flow_line(flow, width, first, &end);
    cx_flow_widths(flow, width, first, end, widths);
    double line = 0;
    for (size_t i = first; i < end; i++)
      line = MAX(line, cx_frame_height(setter, flow->children.items[i], widths[i - first]));
    height += line + (first > 0 ? flow->block->row_gap : 0);
  }
  g_free(widths);
  return height;
}

/* ---- Splits, stacks, texts ------------------------------------------------------------------------------------ */

bool cx_split_is_beside(const CxFrame *split, double width) {
  return split->children.items[0]->natural + split->block->gap + split->children.items[1]->natural <= width + 1e-6;
}

static double split_height(const CxTypesetter *setter, const CxFrame *split, double width) {
  const CxFrame *main = split->children.items[0], *aside = split->children.items[1];
  const double beside = MIN(aside->natural, width);
  const double aside_height = cx_frame_height(setter, aside, beside);
  if (cx_split_is_beside(split, width))
    return MAX(cx_frame_height(setter, main, width - split->block->gap - beside), aside_height);
  const double under = split->block->has_spill ? 0 : split->block->row_gap + aside_height;
  return cx_frame_height(setter, main, width) + under;
}

static double stack_height(const CxTypesetter *setter, const CxFrame *stack, double width) {
  const size_t columns = cx_stack_columns(stack, width);
  const double room = cx_stack_column(stack, width, columns);
  double height = 0, line = 0;
  for (size_t i = 0; i < stack->children.count; i++) {
    if (i % columns == 0) {
      height += line + cx_stack_gap(stack, columns, i);
      line = 0;
    }
    line = MAX(line, cx_frame_height(setter, stack->children.items[i], room));
  }
  return height + line;
}

double cx_image_width(const CxBlock *image, double width) {
  const double columns = (double)MAX(image->columns, 1);
  return MAX(width - (columns - 1) * image->gap, 0) / columns;
}

static double text_height(const CxFrame *frame, double width) {
  const size_t lines = cx_shaped_count_lines(frame->shaped, width);
  return frame->line * (double)(frame->block->marks.count > 0 ? MAX(lines, 1) : lines);
}

double cx_content_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const CxBlock *block = frame->block;
  const CxSizes *sizes = &setter->theme->sizes;
  switch (block->kind) {
  case CX_BLOCK_TEXT: return text_height(frame, width);
  case CX_BLOCK_STACK: return stack_height(setter, frame, width);
  case CX_BLOCK_ROW: return row_height(setter, frame, width);
  case CX_BLOCK_FLOW: return flow_height(setter, frame, width);
  case CX_BLOCK_SPLIT: return split_height(setter, frame, width);
  case CX_BLOCK_ICON: return block->size;
  case CX_BLOCK_FACE:
  case CX_BLOCK_PORTRAIT: return cx_disc_width(setter, block);
  case CX_BLOCK_DISC: return 2 * block->size;
  case CX_BLOCK_SAMPLE: return 2.6 * sizes->legend_face_radius; /* the widest outline with its halo */
  case CX_BLOCK_METER: return sizes->meter_target;
  case CX_BLOCK_IMAGE: return cx_image_width(block, width) / (block->ratio > 0 ? block->ratio : 4.0 / 3);
  case CX_BLOCK_GRID: return cx_grid_rows_height(frame->grid);
  case CX_BLOCK_AREAS: return cx_areas_height(setter, frame, width);
  case CX_BLOCK_CHART: return cx_chart_height(setter, frame, width);
  case CX_BLOCK_MATRIX: return cx_matrix_height(frame->matrix);
  case CX_BLOCK_DIAGRAM: return cx_diagram_height(setter, frame, width);
  case CX_BLOCK_TREE: return cx_tree_height(setter, frame, width);
  case CX_BLOCK_ARROW: return sizes->edge_head;
  case CX_BLOCK_DIVIDER:
  case CX_BLOCK_RULE:
  case CX_BLOCK_CURVE: return 0; /* as high as what it stands in */
  }
  return 0;
}

double cx_badge_width(const CxFrame *frame, double width) {
  return MIN(frame->badge->natural, width);
}

CxInsets cx_frame_insets(const CxTypesetter *setter, const CxFrame *frame, double width) {
  CxInsets padding = cx_frame_padding(setter, frame->block);
  padding.top += frame->block->over;
  if (frame->badge == NULL) return padding;
  const double badge = cx_frame_height(setter, frame->badge, cx_badge_width(frame, width));
  padding.top = MAX(padding.top, badge - setter->theme->sizes.badge / 2 + 2);
  return padding;
}

double cx_frame_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const CxLookStyle *look = &setter->theme->looks[frame->block->look];
  if (look->shape == CX_SHAPE_DIAMOND) return cx_diamond_fit(setter, frame, width).height;
  const CxInsets padding = cx_frame_insets(setter, frame, width);
  const double content = cx_content_height(setter, frame, MAX(width - padding.left - padding.right, 0));
  return MAX(content + padding.top + padding.bottom, MAX(look->min_height, frame->block->min_height)) + frame->stretch;
}

double cx_frame_known_height(const CxTypesetter *setter, CxFrame *frame, double width) {
  size_t low = 0, high = frame->known.count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (frame->known.items[middle].x < width)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < frame->known.count && frame->known.items[low].x == width) return frame->known.items[low].y;
  const double height = cx_frame_height(setter, frame, width);
  cx_list_add(setter->arena, &frame->known);
  memmove(frame->known.items + low + 1, frame->known.items + low,
          (frame->known.count - 1 - low) * sizeof *frame->known.items);
  frame->known.items[low] = (CxPoint){width, height};
  return height;
}
