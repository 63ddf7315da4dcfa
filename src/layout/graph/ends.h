/* Private to the graph engine: the ends of edges at their nodes. */
#ifndef CXMAP_LAYOUT_GRAPH_ENDS_H
#define CXMAP_LAYOUT_GRAPH_ENDS_H

#include "draft.h"

#define CX_MOST_WEIGHED 20000000u

typedef enum CxEndAt { CX_AT_SIDE, CX_AT_ABOVE = 1, CX_AT_BELOW = 2 } CxEndAt;

typedef struct CxEnd {
  uint32_t arc, place; /* the place of the stop at the link's other end */
  CxEndAt at;
} CxEnd;

/* All ends at the left or the right of the nodes, each node's from above downwards. */
typedef struct CxEnds {
  uint32_t *first; /* of a node */
  CxEnd *items;
} CxEnds;

void cx_ends_choose_sides(CxDraft *draft, CxEnds *left, CxEnds *right);

#endif
