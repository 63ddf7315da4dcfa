/* Places of blocks in large graphs: to and fro, each block moves to the median of where its links go, as far as those
 * above and below it let it; going to and fro lets them make room for one another. */
#include "blocks.h"

#include <stdlib.h>

static const int ROUNDS = 24;

typedef struct Pulled {
  double to;
  uint32_t weight;
} Pulled;

typedef struct Relax {
  CxBlocks *blocks;
  uint32_t *sorted;             /* each block after those above it */
  uint32_t *first[2], *gaps[2]; /* of a block: [0] to those above, [1] to those below */
  uint32_t *first_pull, *pulls;
  Pulled *pulled;
} Relax;

static void index_pairs(Relax *relax) {
  const CxBlocks *blocks = relax->blocks;
  CxArena *arena = blocks->draft->arena;
  const uint32_t count = blocks->count;
  for (int side = 0; side < 2; side++) {
    relax->first[side] = cx_new_array(arena, uint32_t, count + 2);
    relax->gaps[side] = cx_new_array(arena, uint32_t, blocks->gaps.count + 1);
    for (size_t i = 0; i < blocks->gaps.count; i++)
      relax->first[side][(side == 0 ? blocks->gaps.items[i].below : blocks->gaps.items[i].above) + 2]++;
    for (uint32_t i = 2; i < count + 2; i++) relax->first[side][i] += relax->first[side][i - 1];
    for (size_t i = 0; i < blocks->gaps.count; i++) {
      const CxGap *gap = &blocks->gaps.items[i];
      relax->gaps[side][relax->first[side][(side == 0 ? gap->below : gap->above) + 1]++] = (uint32_t)i;
    }
  }
  relax->first_pull = cx_new_array(arena, uint32_t, count + 2);
  relax->pulls = cx_new_array(arena, uint32_t, 2 * blocks->pulls.count + 1);
  for (size_t i = 0; i < blocks->pulls.count; i++)
    relax->first_pull[blocks->pulls.items[i].a + 2]++, relax->first_pull[blocks->pulls.items[i].b + 2]++;
  for (uint32_t i = 2; i < count + 2; i++) relax->first_pull[i] += relax->first_pull[i - 1];
  for (size_t i = 0; i < blocks->pulls.count; i++) {
    relax->pulls[relax->first_pull[blocks->pulls.items[i].a + 1]++] = (uint32_t)i;
    relax->pulls[relax->first_pull[blocks->pulls.items[i].b + 1]++] = (uint32_t)i;
  }
}

static void sort_blocks(Relax *relax) {
  const CxBlocks *blocks = relax->blocks;
  uint32_t *waits = cx_new_array(blocks->draft->arena, uint32_t, blocks->count + 1), end = 0;
  relax->sorted = cx_new_array(blocks->draft->arena, uint32_t, blocks->count + 1);
  for (uint32_t i = 0; i < blocks->count; i++) {
    waits[i] = relax->first[0][i + 1] - relax->first[0][i];
    if (waits[i] == 0) relax->sorted[end++] = i;
  }
  for (uint32_t begin = 0; begin < end; begin++) {
    const uint32_t block = relax->sorted[begin];
    for (uint32_t i = relax->first[1][block]; i < relax->first[1][block + 1]; i++) {
      const uint32_t below = blocks->gaps.items[relax->gaps[1][i]].below;
      if (--waits[below] == 0) relax->sorted[end++] = below;
    }
  }
}

static double least_place(const Relax *relax, uint32_t block, double none) {
  const CxBlocks *blocks = relax->blocks;
  double least = none;
  for (uint32_t i = relax->first[0][block]; i < relax->first[0][block + 1]; i++) {
    const CxGap *gap = &blocks->gaps.items[relax->gaps[0][i]];
    least = MAX(least, blocks->at[gap->above] + gap->gap);
  }
  return least;
}

static double most_place(const Relax *relax, uint32_t block, double none) {
  const CxBlocks *blocks = relax->blocks;
  double most = none;
  for (uint32_t i = relax->first[1][block]; i < relax->first[1][block + 1]; i++) {
    const CxGap *gap = &blocks->gaps.items[relax->gaps[1][i]];
    most = MIN(most, blocks->at[gap->below] - gap->gap);
  }
  return most;
}

static int by_to(const void *a, const void *b) {
  const Pulled *x = a, *y = b;
  return x->to < y->to ? -1 : x->to > y->to ? 1 : 0;
}

/* The weighted median of where a block's links would have it; false where it has none. */
static bool find_wish(const Relax *relax, uint32_t block, double *wish) {
  const CxBlocks *blocks = relax->blocks;
  const uint32_t first = relax->first_pull[block], count = relax->first_pull[block + 1] - first;
  if (count == 0) return false;
  uint64_t total = 0, sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    const CxPull *pull = &blocks->pulls.items[relax->pulls[first + i]];
    const double to = pull->a == block ? blocks->at[pull->b] - pull->offset : blocks->at[pull->a] + pull->offset;
    relax->pulled[i] = (Pulled){to, pull->weight};
    total += pull->weight;
  }
  if (count > 1) qsort(relax->pulled, count, sizeof relax->pulled[0], by_to);
  uint32_t at = 0;
  while (at + 1 < count && 2 * (sum + relax->pulled[at].weight) < total) sum += relax->pulled[at++].weight;
  *wish = relax->pulled[at].to;
  if (2 * (sum + relax->pulled[at].weight) == total && at + 1 < count) {
    const double other = relax->pulled[at + 1].to;
    *wish = CLAMP(blocks->at[block], *wish, other);
  }
  return true;
}

static void move(Relax *relax, uint32_t block) {
  double wish;
  if (!find_wish(relax, block, &wish)) return;
  const double least = least_place(relax, block, -G_MAXDOUBLE), most = most_place(relax, block, G_MAXDOUBLE);
  relax->blocks->at[block] = MAX(least, MIN(wish, most));
}

void cx_blocks_relax(CxBlocks *blocks) {
  CxArena *arena = blocks->draft->arena;
  Relax relax = {.blocks = blocks, .pulled = cx_new_array(arena, Pulled, 2 * blocks->pulls.count + 1)};
  index_pairs(&relax);
  sort_blocks(&relax);
  const uint32_t count = blocks->count;
  double most = 0;
  for (uint32_t i = 0; i < count; i++) {
    blocks->at[relax.sorted[i]] = least_place(&relax, relax.sorted[i], 0);
    most = MAX(most, blocks->at[relax.sorted[i]]);
  }
  for (int round = 0; round < ROUNDS; round++)
    for (uint32_t i = 0; i < count; i++) move(&relax, relax.sorted[round % 2 == 0 ? count - 1 - i : i]);
}
