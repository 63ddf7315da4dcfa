/* Private to layout. Orthogonal routing: edges between rectangles as polylines of upright and level pieces, clear of
 * all other rectangles, with few bends and crossings; pieces that would lie on one another get tracks of their own.
 *
 * Knows nothing of grids, blocks or blueprints: rectangles in, points out. Lengths are points. */
#ifndef CXMAP_LAYOUT_ROUTE_H
#define CXMAP_LAYOUT_ROUTE_H

#include "../polyline.h"

typedef struct CxRouteEdge {
  size_t from, to;         /* obstacles; one and the same: a small loop at its upper right corner */
  unsigned leaves, enters; /* the sides that may be used, CxSide; 0: any, the natural ones first. Not of loops */
  CxPoint label;           /* width and height of a label at its beginning; 0: none */
} CxRouteEdge;

typedef struct CxRoute {
  CxPolyline points; /* from the border of one rectangle to that of the other; at least two, no needless ones */
  CxRect label;      /* where the label stands: 4 off its edge, over it or at its right rather than elsewhere, and
                      * clear of rectangles, edges and other labels where there is room beside the edge */
} CxRoute;

typedef struct CxRouting {
  CxRect area; /* edges stay inside */
  const CxRect *obstacles;
  size_t obstacle_count;
  const CxRouteEdge *edges;
  size_t edge_count;
  double clear; /* the least distance of an edge from an obstacle that is not its end, where there is room */
  double track; /* from one of two parallel pieces to the other; less where a channel or side has no room for all */
} CxRouting;

/* One route for each edge, in the order of the edges. The same input gives the same routes. An edge never crosses an
 * obstacle as long as there is any way round, and never lies on another edge. Coordinates are multiples of 1/8, except
 * on borders and where tracks are squeezed. */
CxRoute *cx_route(CxArena *arena, const CxRouting *routing);

#endif
