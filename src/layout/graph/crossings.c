/* Counts crossings between two layers in O(E log V): the number of inversions, summed up in a tree of counters.
 *
 * Barth, Jünger and Mutzel, "Simple and efficient bilayer cross counting" (Graph Drawing 2002). */
#include "draft.h"

uint64_t cx_count_crossings(const uint32_t *ends, size_t count, uint32_t width, uint32_t *tree) {
  uint32_t leaves = 1;
  while (leaves < width) leaves *= 2;
  for (uint32_t i = 0; i < 2 * leaves; i++) tree[i] = 0;
  uint64_t crossings = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t at = ends[i] + leaves;
    tree[at]++;
    for (; at > 1; at /= 2) {
      if (at % 2 == 0) crossings += tree[at + 1];
      tree[at / 2]++;
    }
  }
  return crossings;
}
