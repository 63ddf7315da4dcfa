/* Trails: edges as pieces that can be moved, made from points.
 */
#include "router.h"

CxSolid cx_trail_piece(const CxTrail *trail, size_t k) {
  const int axis = (trail->first + (int)k) & 1;
  const double from = cx_trail_from(trail, k), to = cx_trail_to(trail, k);
  return cx_solid_between(cx_point_by(axis, from, trail->at[k]), cx_point_by(axis, to, trail->at[k]));
}

CxTrail cx_trail_new(CxArena *arena, const CxPoint *points, size_t count) {
  CxTrail trail = {.at = cx_new_array(arena, double, count), .wish = cx_new_array(arena, double, count)};
  int axis = -1;
  for (size_t i = 1; i < count; i++) {
    const int now = points[i].x != points[i - 1].x ? 0 : points[i].y != points[i - 1].y ? 1 : axis;
    if (now == axis) continue;
    if (trail.count == 0) {
      trail.first = now;
      trail.start = cx_along(points[0], now);
    }
    axis = now;
    trail.wish[trail.count] = cx_along(points[i], 1 - axis);
    trail.at[trail.count++] = cx_along(points[i], 1 - axis);
  }
  if (trail.count == 0) { /* all in one place */
    trail.start = points[0].x;
    trail.wish[0] = trail.at[trail.count++] = points[0].y;
  }
  trail.end = cx_along(points[count - 1], MAX(axis, 0));
  return trail;
}
