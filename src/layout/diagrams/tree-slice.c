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
  const CxBlock *whole; /* of which it is a part */
  double width;
  double room, used; /* of the page */
  CX_LIST(size_t) leaves;
  bool *has_causes, *is_taken; /* of each node */
  size_t *places;
} Slicer;

static bool is_leaf_answer(const Slicer *slicer, size_t node) {
  const CxTreeNode *own = &slicer->block->tree->nodes.items[node];
  return own->is_answer && slicer->has_causes[own->parent];
}

/* Of those that wait, answers to causes at this column or behind it are due: their causes are told. */
static void add_due(Slicer *slicer, size_t *waiting, size_t *count, size_t column) {
  const CxTree *tree = slicer->block->tree;
  while (*count > 0 && tree->nodes.items[tree->nodes.items[waiting[*count - 1]].parent].column >= column)
    *cx_list_add(slicer->setter->arena, &slicer->leaves) = waiting[--*count];
}

/* Causes without others behind them. An answer to one that has some stands below these, and is a leaf too. */
static void find_leaves(Slicer *slicer) {
  const CxTree *tree = slicer->block->tree;
  size_t *waiting = g_new(size_t, tree->nodes.count), count = 0;
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i].parent != i && !tree->nodes.items[i].is_answer)
      slicer->has_causes[tree->nodes.items[i].parent] = true;
  for (size_t i = 0; i < tree->nodes.count; i++) {
    if (!tree->nodes.items[i].is_answer) {
      add_due(slicer, waiting, &count, tree->nodes.items[i].column);
      if (!slicer->has_causes[i]) *cx_list_add(slicer->setter->arena, &slicer->leaves) = i;
    } else if (is_leaf_answer(slicer, i)) {
      waiting[count++] = i;
    }
  }
  add_due(slicer, waiting, &count, 0);
  g_free(waiting);
}

/* The leaves [first, end) and what leads to them. */
static void take(Slicer *slicer, size_t first, size_t end) {
  const CxTree *tree = slicer->block->tree;
  memset(slicer->is_taken, 0, tree->nodes.count * sizeof(bool));
  for (size_t i = first; i < end; i++)
    for (size_t at = slicer->leaves.items[i]; !slicer->is_taken[at]; at = tree->nodes.items[at].parent)
      slicer->is_taken[at] = true;
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i].is_answer && !is_leaf_answer(slicer, i))
      slicer->is_taken[i] = slicer->is_taken[tree->nodes.items[i].parent];
}

static void add_blocks(CxArena *arena, CxBlock *block, const CxBlocks *blocks) {
  for (size_t i = 0; i < blocks->count; i++) cx_block_add(arena, block, blocks->items[i]);
}

static CxBlock *make_slice(Slicer *slicer, size_t first, size_t end) {
  CxArena *arena = slicer->setter->arena;
  const CxTree *tree = slicer->block->tree;
  CxBlock *slice = cx_block_childless(arena, slicer->block);
  slice->tree = cx_new(arena, CxTree);
  slice->before = 0; /* its page has that */
  slice->tree->is_part = true;
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
  while (tree->nodes.items[at].is_answer || tree->nodes.items[at].column > 1) at = tree->nodes.items[at].parent;
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

static void find_rows(Slicer *slicer, CxBlock *part) {
  const size_t count = part->tree->nodes.count;
  slicer->block = part;
  slicer->has_causes = cx_new_array(slicer->setter->arena, bool, count + 1);
  slicer->is_taken = cx_new_array(slicer->setter->arena, bool, count + 1);
  slicer->places = cx_new_array(slicer->setter->arena, size_t, count + 1);
  slicer->leaves.count = 0;
  find_leaves(slicer);
}

static void begin_page(Slicer *slicer, CxBlocks *slices) {
  cx_part_page(slicer->setter, slicer->whole, slices);
  slicer->used = 0;
}

/* A part of the columns: under what is on the page where that has room for all of it, else over as many pages as it
 * takes. False where a leaf alone is higher than a page. */
static bool add_part(Slicer *slicer, CxBlock *part, double height, CxBlocks *slices) {
  find_rows(slicer, part);
  for (size_t leaf = 0, end; leaf < slicer->leaves.count; leaf = end) {
    const double gap = slicer->used > 0 ? CX_PART_GAP : 0;
    end = fitting_end(slicer, leaf, slicer->room - slicer->used - gap);
    const bool is_page_bare = slicer->used <= 0;
    if (end == leaf && is_page_bare && slicer->room >= height) return false;
    if (end == leaf || (!is_page_bare && end < slicer->leaves.count)) {
      begin_page(slicer, slices);
      slicer->room = height;
      end = leaf;
      continue;
    }
    CxBlock *slice = make_slice(slicer, leaf, end);
    cx_block_add(slicer->setter->arena, slices->items[slices->count - 1], slice);
    slicer->used += gap + cx_frame_height(slicer->setter, cx_frame_new(slicer->setter, slice), slicer->width);
  }
  return true;
}

bool cx_tree_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices) {
  Slicer slicer = {.setter = setter, .whole = frame->block, .width = width, .room = first};
  const CxBlocks parts = cx_tree_fold(setter, frame, width);
  begin_page(&slicer, slices);
  for (size_t i = 0; i < parts.count; i++)
    if (!add_part(&slicer, parts.items[i], height, slices)) return false;
  return true;
}
