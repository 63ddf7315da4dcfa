/* Private to the graph engine: the ends of edges at their nodes. */
#ifndef CXMAP_LAYOUT_GRAPH_ENDS_H
#define CXMAP_LAYOUT_GRAPH_ENDS_H

#include "draft.h"

#define CX_MOST_WEIGHED 20000000u

/* Fills in the ends, and where each of them leaves its node. */
void cx_ends_choose_sides(CxDraft *draft);

#endif
