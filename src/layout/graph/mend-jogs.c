/* Ways without one of an edge's jogs: where two pieces run the same way with a piece across between them, one moves to
 * the place of the other and takes it along. A piece at a node moves with its port. */
#include "mend.h"

#include <math.h>

static const double HAIR = 1e-6;

static bool is_port(const CxMend *mend, size_t node, int axis, double across) {
  double range[2];
  cx_mend_side_range(mend, node, 1 - axis, range);
  return across >= range[0] - HAIR && across <= range[1] + HAIR;
}

/* Moves the piece behind point k to `across`, with both its ends. */
static bool move_piece(const CxMend *mend, size_t edge, CxPoint *points, size_t count, size_t k, double across) {
  const CxGraphEdge *ends = &mend->graph->edges[edge];
  const int axis = cx_mend_side(points[k], points[k + 1]) & 1;
  if (k == 0 && !is_port(mend, ends->from, axis, across)) return false;
  if (k + 2 == count && !is_port(mend, ends->to, axis, across)) return false;
  for (size_t i = k; i < k + 2; i++) points[i] = cx_point_by(axis, cx_along(points[i], axis), across);
  return true;
}

static bool is_same(CxPoint a, CxPoint b) {
  return fabs(a.x - b.x) < HAIR && fabs(a.y - b.y) < HAIR;
}

/* Leaves out points on straight ways; false if a way turns back on itself. */
static bool tidy(CxPoint *points, size_t *count) {
  size_t kept = 0;
  for (size_t i = 0; i < *count; i++) {
    if (kept > 0 && is_same(points[i], points[kept - 1])) continue;
    if (kept > 1) {
      const int before = cx_mend_side(points[kept - 2], points[kept - 1]),
                now = cx_mend_side(points[kept - 1], points[i]);
      if ((before ^ now) == 2) return false;
      if (before == now) kept--;
    }
    points[kept++] = points[i];
  }
  *count = kept;
  return kept > 1;
}

static void add_without(CxMend *mend, size_t edge, double most, CxWays *ways, size_t jog, bool is_later_moved) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  size_t count = route->points.count;
  CxPoint *points = cx_new_array(mend->scratch, CxPoint, count);
  for (size_t i = 0; i < count; i++) points[i] = route->points.items[i];
  const int across = cx_mend_side(points[jog], points[jog + 1]) & 1;
  const int first = cx_mend_side(points[0], points[1]), last = cx_mend_side(points[count - 1], points[count - 2]);
  const size_t moved = is_later_moved ? jog + 1 : jog - 1;
  if (!move_piece(mend, edge, points, count, moved, cx_along(points[is_later_moved ? jog : jog + 1], across))) return;
  if (!tidy(points, &count)) return;
  if (cx_mend_side(points[0], points[1]) != first || cx_mend_side(points[count - 1], points[count - 2]) != last) return;
  const double cost = cx_mend_cost(mend, edge, points, count);
  if (cost < most) cx_mend_add_way(mend, ways, points, count, cost);
}

void cx_mend_add_unjogged(CxMend *mend, size_t edge, double most, CxWays *ways) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  const CxPoint *points = route->points.items;
  for (size_t jog = 1; jog + 2 < route->points.count; jog++) {
    if (cx_mend_side(points[jog - 1], points[jog]) != cx_mend_side(points[jog + 1], points[jog + 2])) continue;
    add_without(mend, edge, most, ways, jog, true);
    add_without(mend, edge, most, ways, jog, false);
  }
}
