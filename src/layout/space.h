/* Private to layout. Rectangles found by place, for what routes edges between them and must not touch them. Coordinates
 * are by axis, as polyline.h says. */
#ifndef CXMAP_LAYOUT_SPACE_H
#define CXMAP_LAYOUT_SPACE_H

#include "cxmap/base.h"

#define CX_NOWHERE UINT32_MAX /* no solid, no node, no stop */

/* A rectangle by axis. */
typedef struct CxSolid {
  double lo[2], hi[2];
} CxSolid;

static inline CxSolid cx_solid_of(CxRect rect) {
  return (CxSolid){{rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h}};
}

static inline double cx_solid_middle(const CxSolid *solid, int axis) {
  return (solid->lo[axis] + solid->hi[axis]) / 2;
}

/* A piece, as a solid without width. */
static inline CxSolid cx_solid_between(CxPoint a, CxPoint b) {
  return (CxSolid){{MIN(a.x, b.x), MIN(a.y, b.y)}, {MAX(a.x, b.x), MAX(a.y, b.y)}};
}

static inline CxSolid cx_solid_grown(CxSolid solid, double by) {
  return (CxSolid){{solid.lo[0] - by, solid.lo[1] - by}, {solid.hi[0] + by, solid.hi[1] + by}};
}

/* Rectangles in an area; they are numbered from 0. */
typedef struct CxSpace CxSpace;

CxSpace *cx_space_new(CxArena *arena, CxRect area, size_t expected);
uint32_t cx_space_add(CxSpace *space, CxSolid solid);
void cx_space_remove(CxSpace *space, uint32_t solid);
const CxSolid *cx_space_solid(const CxSpace *space, uint32_t solid);
bool cx_space_is_free(const CxSpace *space, CxSolid box);

/* The solids that overlap a box, each once, until the next question of this kind. */
const uint32_t *cx_space_find(CxSpace *space, CxSolid box, size_t *count);

/* How much was looked at for all questions so far: what gives up in time gives up the same on every machine. */
uint64_t cx_space_effort(const CxSpace *space);

/* The length of a line within solids, summed over them. `line` has no width. */
double cx_space_harm(const CxSpace *space, CxSolid line);

/* How far along `axis` the bar that reaches from `lo` to `hi` across it gets from `from`, upwards (way 1) or downwards
 * (-1), before it touches a solid or leaves the area. *hit, which may be NULL, is the solid or CX_NOWHERE. */
double cx_space_reach(const CxSpace *space, int axis, int way, double from, double lo, double hi, uint32_t *hit);

#endif
