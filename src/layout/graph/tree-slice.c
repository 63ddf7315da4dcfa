/* Divides a tree that is higher than a page: runs of its leaves, each with all that leads to them.
 *
 * In: a tree's frame, the heights there are. Out: blocks with trees of their own, which begin with the same problem and
 * have the same columns. A run ends at a branch of the first level where there is one in it.
 */
#include "diagram.h"

#include <string.h>

typedef struct Slicer {
  CxTypesetter *setter;
  const CxBlock *block;
  double width;
  CX_LIST(size_t) leaves;
  bool *is_taken; /* of each node */
  size_t *places;
} Slicer;

static void find_leaves(Slicer *slicer) {
  const CxTree *tree = slicer->block->tree;
  bool *has_children = g_new0(bool, tree->nodes.count + 1);
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i].parent != i && !tree->nodes.items[i].is_answer)
      has_children[tree->nodes.items[i].parent] = true;
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (!has_children[i] && !tree->nodes.items[i].is_answer) *cx_list_add(slicer->setter->arena, &slicer->leaves) = i;
  g_free(has_children);
}

/* The leaves [first, end) and what leads to them; an answer goes with the last leaf behind its cause. */
static void take(Slicer *slicer, size_t first, size_t end) {
  const CxTree *tree = slicer->block->tree;
  memset(slicer->is_taken, 0, tree->nodes.count * sizeof(bool));
  for (size_t i = first; i < end; i++)
    for (size_t at = slicer->leaves.items[i]; !slicer->is_taken[at]; at = tree->nodes.items[at].parent)
      slicer->is_taken[at] = true;
  const size_t next = end < slicer->leaves.count ? slicer->leaves.items[end] : SIZE_MAX;
  bool *goes_on = g_new0(bool, tree->nodes.count + 1);
  for (size_t at = next; at != SIZE_MAX && !goes_on[at]; at = tree->nodes.items[at].parent) goes_on[at] = true;
  for (size_t i = 0; i < tree->nodes.count; i++) {
    const CxTreeNode *node = &tree->nodes.items[i];
    if (node->is_answer) slicer->is_taken[i] = slicer->is_taken[node->parent] && !goes_on[node->parent];
  }
  g_free(goes_on);
}

static void add_blocks(CxArena *arena, CxBlock *block, const CxBlocks *blocks) {
  for (size_t i = 0; i < blocks->count; i++) cx_block_add(arena, block, blocks->items[i]);
}

static CxBlock *make_slice(Slicer *slicer, size_t first, size_t end) {
  CxArena *arena = slicer->setter->arena;
  const CxTree *tree = slicer->block->tree;
  CxBlock *slice = cx_block_childless(arena, slicer->block);
  slice->tree = cx_new(arena, CxTree);
  slice->tree->heads = tree->heads;
  slice->tree->backs = tree->backs;
  take(slicer, first, end);
  for (size_t i = 0; i < tree->nodes.count; i++) {
    if (!slicer->is_taken[i]) continue;
    CxTreeNode node = tree->nodes.items[i];
    slicer->places[i] = slice->tree->nodes.count;
    node.parent = slicer->places[node.parent];
    *cx_list_add(arena, &slice->tree->nodes) = node;
    cx_block_add(arena, slice, node.block);
    cx_block_add(arena, slice, node.under);
  }
  add_blocks(arena, slice, &tree->heads);
  add_blocks(arena, slice, &tree->backs);
  return slice;
}

static bool fits(Slicer *slicer, size_t first, size_t end, double height) {
  const CxFrame *frame = cx_frame_new(slicer->setter, make_slice(slicer, first, end));
  return cx_frame_height(slicer->setter, frame, slicer->width) <= height + 1e-6;
}

static size_t branch_of(const Slicer *slicer, size_t leaf) {
  const CxTree *tree = slicer->block->tree;
  size_t at = slicer->leaves.items[leaf];
  while (tree->nodes.items[at].column > 1) at = tree->nodes.items[at].parent;
  return at;
}

/* The end of the leaves from `first` on that a page holds; `first` where it holds none. */
static size_t fitting_end(Slicer *slicer, size_t first, double height) {
  size_t low = first, high = slicer->leaves.count + 1;
  while (high - low > 1) {
    const size_t middle = (low + high) / 2;
    if (fits(slicer, first, middle, height))
      low = middle;
    else
      high = middle;
  }
  size_t end = low;
  if (low == slicer->leaves.count || low == first) return low;
  while (end > first && branch_of(slicer, end) == branch_of(slicer, end - 1)) end--;
  return end > first ? end : low;
}

bool cx_tree_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices) {
  Slicer slicer = {.setter = setter, .block = frame->block, .width = width};
  const size_t count = frame->block->tree->nodes.count;
  slicer.is_taken = cx_new_array(setter->arena, bool, count + 1);
  slicer.places = cx_new_array(setter->arena, size_t, count + 1);
  find_leaves(&slicer);
  double room = first;
  for (size_t leaf = 0, end; leaf < slicer.leaves.count; leaf = end) {
    end = fitting_end(&slicer, leaf, room);
    if (end == leaf && room >= height) return false;
    CxBlock *slice = end == leaf ? cx_block_new(setter->arena, CX_BLOCK_STACK, NULL) : make_slice(&slicer, leaf, end);
    *cx_list_add(setter->arena, slices) = slice;
    room = height;
  }
  return slices->count > 0;
}
