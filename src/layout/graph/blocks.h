/* Private to the graph engine: blocks of stops that move across the layers as one. */
#ifndef CXMAP_LAYOUT_GRAPH_BLOCKS_H
#define CXMAP_LAYOUT_GRAPH_BLOCKS_H

#include "draft.h"

typedef struct CxGap {
  uint32_t above, below;
  double gap;
} CxGap;

/* a + offset and b would like to be the same. */
typedef struct CxPull {
  uint32_t a, b;
  double offset;
  uint32_t weight;
} CxPull;

typedef struct CxBlocks {
  CxDraft *draft;
  uint32_t count;  /* blocks, and after them the lanes' borders */
  uint32_t *block; /* of a stop */
  double *offset;  /* of a stop from its block's place */
  double *at;
  CX_LIST(CxGap) gaps; /* without circles */
  CX_LIST(CxPull) pulls;
} CxBlocks;

/* Places for large graphs: near the shortest links, in O(n) for each of a fixed number of rounds. */
void cx_blocks_relax(CxBlocks *blocks);

#endif
