/* Private to the graph engine: blocks of stops that move across the layers as one. */
#ifndef CXMAP_LAYOUT_GRAPH_BLOCKS_H
#define CXMAP_LAYOUT_GRAPH_BLOCKS_H

#include "draft.h"

typedef struct CxGap {
  uint32_t above, below;
  double gap;
  uint32_t upper, lower; /* the stops; CX_NOWHERE: a border */
} CxGap;

/* a + offset and b would like to be the same. */
typedef struct CxPull {
  uint32_t a, b;
  double offset;
  uint32_t weight;
} CxPull;

typedef struct CxBlocks {
  CxDraft *draft;
  uint32_t count;               /* blocks, and after them the lanes' borders */
  uint32_t borders, lane_count; /* the first border; one lane where there are none */
  uint32_t *block;              /* of a stop */
  double *offset;               /* of a stop from its block's place */
  uint32_t *next;               /* of a stop: the straight link on to the right, or CX_NOWHERE */
  bool *has_left;               /* of a stop: a straight link comes from the left */
  double *at;
  CX_LIST(CxGap) gaps; /* without circles */
  CX_LIST(CxPull) pulls;
  size_t loose; /* pulls, the first ones; of the others a stands above b, whatever happens */
} CxBlocks;

/* The least distance of the middles of two neighbours of one layer. */
double cx_blocks_distance(const CxDraft *draft, const CxStop *a, const CxStop *b);

void cx_blocks_make(CxBlocks *blocks);    /* blocks, borders and gaps from the links that are straight */
void cx_blocks_compact(CxBlocks *blocks); /* makes links crooked, and blocks anew, until the whole is thin enough */

/* Places for large graphs: near the shortest links, in O(n) for each of a fixed number of rounds. */
void cx_blocks_relax(CxBlocks *blocks);

#endif
