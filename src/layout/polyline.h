/* Private to layout. Ways of edges as level and upright pieces: what the router and the graph engine say of them in the
 * same words. Coordinates are by axis, so that upright and level pieces share their code: axis 0 is x, axis 1 is y. A
 * direction is 0 right, 1 down, 2 left, 3 up: its axis is the lowest bit, its opposite differs in the other one. */
#ifndef CXMAP_LAYOUT_POLYLINE_H
#define CXMAP_LAYOUT_POLYLINE_H

#include "cxmap/base.h"

#include <math.h>

/* Sides of a rectangle, to be joined with `|`: a bit for each direction that a side looks in. */
typedef enum CxSide { CX_SIDE_RIGHT = 1, CX_SIDE_BOTTOM = 2, CX_SIDE_LEFT = 4, CX_SIDE_TOP = 8 } CxSide;

typedef CX_LIST(CxPoint) CxPolyline;

/* Goes on to a point. A point that is there already is left out, one on the way of the last piece makes that longer. */
void cx_polyline_add(CxArena *arena, CxPolyline *line, CxPoint point);

static inline double cx_along(CxPoint point, int axis) {
  return axis == 0 ? point.x : point.y;
}

/* How long a way of level and upright pieces between two points is at least: a piece, its length. */
static inline double cx_least_way(CxPoint a, CxPoint b) {
  return fabs(b.x - a.x) + fabs(b.y - a.y);
}

static inline CxPoint cx_point_by(int axis, double along, double across) {
  return axis == 0 ? (CxPoint){along, across} : (CxPoint){across, along};
}

#endif
