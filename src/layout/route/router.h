/* Private to the router: what its parts hand to one another. Coordinates and directions are by axis, as polyline.h
 * says. */
#ifndef CXMAP_LAYOUT_ROUTER_H
#define CXMAP_LAYOUT_ROUTER_H

#include "../space.h"
#include "route.h"

static inline int cx_sign(double value) {
  return (value > 0) - (value < 0);
}

/* ---- route.c --------------------------------------------------------------------------------------------- */
double cx_route_round(double value);                     /* to an eighth of a point */
bool cx_route_is_allowed(unsigned sides, int direction); /* of the sides that an edge may use; 0: all */

/* ---- graph.c: where edges may run ------------------------------------------------------------------- */

/* A line in free space: the middle of a channel between obstacles, or straight out from the middle of a side. */
typedef struct CxRouteLine {
  double at;       /* across its axis */
  double from, to; /* along it */
  double core[2];  /* the part of it at the sides that it belongs to */
  double gap;      /* the width of free space it runs in */
  double price;    /* of a point's length: more where it is narrow */
  bool has_ends;   /* nodes stand at its ends too */
  uint32_t last;   /* the node linked to it last */
} CxRouteLine;

/* Where two lines cross, or one ends. `through` counts the edges that go straight on along each axis, `used` those
 * that run to the next node to the right and down. */
typedef struct CxRouteNode {
  double at[2];
  uint32_t next[4], line[2];
  uint16_t through[2], used[2];
} CxRouteNode;

/* The middle of a side: its node, where the line straight out of it ends, and at which obstacle. */
typedef struct CxPort {
  uint32_t node, far, hit;
} CxPort;

typedef struct CxRouteGraph {
  CxArena *arena;
  const CxRouting *routing;
  const CxSolid *solids; /* of the obstacles */
  CxSpace *space;
  CX_LIST(CxRouteLine) lines[2]; /* those that run along each axis */
  CX_LIST(CxRouteNode) nodes;
  CxPort (*ports)[4]; /* of each obstacle, by direction */
} CxRouteGraph;

CxRouteGraph *cx_route_graph_new(CxArena *arena, const CxRouting *routing);

/* ---- trail.c: edges on their way to become polylines ------------------------------------------------------- */

/* Pieces that alternate between the axes. Piece k runs along axis (first + k) & 1, `at[k]` across it, from at[k - 1] to
 * at[k + 1]; the first one begins at `start`, the last one ends at `end`. So a piece can be moved without tearing. */
typedef struct CxTrail {
  int first;
  size_t count;
  double *at, *wish; /* where a piece is, and where it would be alone */
  double start, end;
  bool is_fixed; /* goes through obstacles: nothing of it is moved */
} CxTrail;

static inline double cx_trail_from(const CxTrail *trail, size_t k) {
  return k > 0 ? trail->at[k - 1] : trail->start;
}

static inline double cx_trail_to(const CxTrail *trail, size_t k) {
  return k + 1 < trail->count ? trail->at[k + 1] : trail->end;
}

CxSolid cx_trail_piece(const CxTrail *trail, size_t k);

/* A trail through points, each straight right, left, over or under the one before. */
CxTrail cx_trail_new(CxArena *arena, const CxPoint *points, size_t count);

/* ---- search.c: the cheapest way ---------------------------------------------------------------------- */
void cx_route_search(CxRouteGraph *graph, CxTrail *trails);

/* ---- straight.c: without small jogs --------------------------------------------------------------------- */
void cx_route_straighten(const CxRouteGraph *graph, CxTrail *trails);

/* Whether a line may meet the side that looks in `direction`: not too near to its ends. */
bool cx_route_meets(const CxSolid *solid, int direction, double at);

/* ---- rescue.c: loops, and edges for which there is no way ------------------------------------------------ */
CxTrail cx_route_loop(const CxRouteGraph *graph, const CxRouteEdge *edge);
CxTrail cx_route_rescue(const CxRouteGraph *graph, const CxRouteEdge *edge);

/* ---- order.c, tracks.c: apart from one another -------------------------------------------------- */

/* A piece of a trail among those that run the same way. */
typedef struct CxPiece {
  uint32_t trail, index;
  double at, wish;
  double from, to;    /* along its axis, from <= to */
  double walls[2];    /* the free space across it */
  double side[2];     /* where its ends may stand on sides of rectangles; without ends as far as one likes */
  double least, most; /* where it may be moved */
  double squeeze;     /* 1 where there is room for the full distances, down to 0 */
  double label_room;  /* to keep for the edge's label, over a level piece and right of an upright one */
  double label_from, label_to;
  double reach; /* how near along the axis others count as beside it */
} CxPiece;

/* Sorts pieces that run along `axis` by where they are; those in one place so that edges cross little. */
void cx_route_order(const CxTrail *trails, CxPiece *pieces, size_t count, int axis);

/* Moves the pieces of the trails apart. */
void cx_route_tracks(CxRouteGraph *graph, CxTrail *trails);

/* ---- labels.c ----------------------------------------------------------------------------------------- */
#define CX_ROUTE_LABEL_OFF 4.0 /* of a label from its edge and from what is before it */

/* The first piece of a trail that is long enough for a label beside it; the number of pieces if none is. */
size_t cx_route_label_piece(const CxTrail *trail, CxPoint size);
void cx_route_labels(CxArena *scratch, const CxRouting *routing, const CxTrail *trails, CxRoute *routes);

#endif
