/* What is repeated over each part of a stack that is divided: its first children that want to be, such as the head of a
 * column of cards.
 */
#include "pages.h"

static size_t count_repeated(const CxBlock *block) {
  size_t count = 0;
  while (block->kind == CX_BLOCK_STACK && count < block->children.count && block->children.items[count]->is_repeated)
    count++;
  return count;
}

double cx_repeated_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const size_t count = count_repeated(frame->block);
  double height = 0;
  for (size_t i = 0; i < count; i++)
    height += cx_stack_gap(frame, 1, i) + cx_frame_height(setter, frame->children.items[i], width);
  return height;
}

/* A copy of `part`, under the first children of `whole`. */
static CxBlock *with_head(CxArena *arena, const CxBlock *whole, size_t count, const CxBlock *part) {
  CxBlock *copy = cx_block_childless(arena, part);
  for (size_t i = 0; i < count; i++) cx_block_add(arena, copy, whole->children.items[i]);
  for (size_t i = 0; i < part->children.count; i++) cx_block_add(arena, copy, part->children.items[i]);
  return copy;
}

void cx_slices_repeat(CxArena *arena, const CxBlock *whole, CxBlocks *slices) {
  const size_t count = count_repeated(whole);
  bool is_first = true;
  for (size_t i = 0; i < slices->count && count > 0; i++) {
    CxBlock **slice = &slices->items[i];
    if ((*slice)->children.count == 0) continue;
    if (is_first && (*slice)->children.count <= count && i + 1 < slices->count)
      (*slice)->children.count = 0;
    else if (!is_first)
      *slice = with_head(arena, whole, count, *slice);
    is_first = false;
  }
}
