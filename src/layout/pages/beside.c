/* Divides a row of a figure and a list that is too high for a page: the figure stays whole, as much of the list as has
 * room stands beside it, and the rest goes on over the whole width of the next pages.
 *
 * In: the row's frame. Out: the row with the beginning of its list, then slices of what is left.
 */
#include "pages.h"

static const double COLUMN_LEAST = 330, COLUMN_GAP = 36; /* of what is left, in two columns where it can be */

bool cx_frame_goes_on(const CxFrame *frame) {
  return frame->block->goes_on && frame->block->kind == CX_BLOCK_ROW && frame->children.count == 2;
}

/* A list with some of its children. */
static CxBlock *part_of(CxTypesetter *setter, const CxBlock *list, size_t first, size_t end) {
  CxBlock *part = cx_block_childless(setter->arena, list);
  for (size_t i = first; i < end; i++) cx_block_add(setter->arena, part, list->children.items[i]);
  return part;
}

/* How many of the list's children have room beside the figure; one that would be divided itself has none. */
static size_t count_beside(CxTypesetter *setter, CxFrame *list, double width, double height) {
  CxBlocks slices = {0};
  if (!cx_frame_slice(setter, list, width, height, height, &slices) || slices.count == 0) return 0;
  const CxBlocks *held = &slices.items[0]->children, *all = &list->block->children;
  size_t count = 0;
  while (count < held->count && held->items[count] == all->items[count]) count++;
  return count == 1 && all->count > 1 ? 0 : count; /* a head alone says nothing */
}

/* The children from `first` on; all of them, the head among them, under each other. */
static bool slice_rest(CxTypesetter *setter, const CxBlock *list, size_t first, double width, double height,
                       CxBlocks *slices) {
  const size_t before = slices->count;
  CxBlock *rest = part_of(setter, list, first, list->children.count);
  if (first > 0 && list->columns < 2 && width >= 2 * COLUMN_LEAST + COLUMN_GAP) {
    CxBlock *wide = part_of(setter, list, first, list->children.count);
    wide->columns = 2;
    wide->gap = COLUMN_GAP;
    if (cx_frame_slice(setter, cx_frame_new(setter, wide), width, height, height, slices)) return true;
    slices->count = before;
  }
  return cx_frame_slice(setter, cx_frame_new(setter, rest), width, height, height, slices);
}

bool cx_beside_slice(CxTypesetter *setter, const CxFrame *row, double width, double first, double height,
                     CxBlocks *slices) {
  double widths[2];
  cx_row_widths(row, width, widths);
  CxFrame *figure = row->children.items[0], *list = row->children.items[1];
  const double least = cx_frame_height(setter, figure, widths[0]);
  if (least > height + 1e-6) return false;
  if (least > first + 1e-6) *cx_list_add(setter->arena, slices) = cx_block_new(setter->arena, CX_BLOCK_STACK, NULL);
  const double room = least > first + 1e-6 ? height : first;
  const size_t beside = count_beside(setter, list, widths[1], room), count = list->block->children.count;
  CxBlock *one = *cx_list_add(setter->arena, slices) = part_of(setter, row->block, 0, 1);
  cx_block_add(setter->arena, one, part_of(setter, list->block, 0, beside));
  return beside == count || slice_rest(setter, list->block, beside, width, height, slices);
}
