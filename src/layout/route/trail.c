/* Trails: edges as pieces that can be moved, made from points.
 */
#include "router.h"

CxSolid cx_trail_piece(const CxTrail *trail, size_t k) {
  const int axis = (trail->first + (int)k) & 1;
  const double from = cx_trail_from(trail, k), to = cx_trail_to(trail, k);
  CxSolid piece;
  piece.lo[axis] = MIN(from, to);
  piece.hi[axis] = MAX(from, to);
  piece.lo[1 - axis] = piece.hi[1 - axis] = trail->at[k];
  return piece;
}

static double coordinate(CxPoint point, int axis) {
  return axis == 0 ? point.x : point.y;
}

CxTrail cx_trail_new(CxArena *arena, const CxPoint *points, size_t count) {
  CxTrail trail = {.at = cx_new_array(arena, double, count), .wish = cx_new_array(arena, double, count)};
  int axis = -1;
  for (size_t i = 1; i < count; i++) {
    const int now = points[i].x != points[i - 1].x ? 0 : points[i].y != points[i - 1].y ? 1 : axis;
    if (now == axis) continue;
    if (trail.count == 0) {
      trail.first = now;
      trail.start = coordinate(points[0], now);
    }
    axis = now;
    trail.wish[trail.count] = coordinate(points[i], 1 - axis);
    trail.at[trail.count++] = coordinate(points[i], 1 - axis);
  }
  if (trail.count == 0) { /* all in one place */
    trail.start = points[0].x;
    trail.wish[0] = trail.at[trail.count++] = points[0].y;
  }
  trail.end = coordinate(points[count - 1], MAX(axis, 0));
  return trail;
}
