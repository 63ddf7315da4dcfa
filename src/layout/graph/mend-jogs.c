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

static bool turns_back(const CxPolyline *line, CxPoint point) {
  if (line->count < 2) return false;
  const CxPoint *last = line->items + line->count - 1;
  return cx_least_way(*last, point) > HAIR && (cx_mend_side(last[-1], *last) ^ cx_mend_side(*last, point)) == 2;
}

/* Points without those on straight ways; false if they turn back on themselves or come to nothing. */
static bool tidy(CxArena *arena, CxPolyline *line, const CxPoint *points, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (turns_back(line, points[i])) return false;
    cx_polyline_add(arena, line, points[i]);
  }
  return line->count > 1;
}

static void add_without(CxMend *mend, size_t edge, double most, CxWays *ways, size_t jog, bool is_later_moved) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  const size_t count = route->points.count;
  CxPoint *points = cx_new_array(mend->scratch, CxPoint, count);
  for (size_t i = 0; i < count; i++) points[i] = route->points.items[i];
  const int across = cx_mend_side(points[jog], points[jog + 1]) & 1;
  const int first = cx_mend_side(points[0], points[1]), last = cx_mend_side(points[count - 1], points[count - 2]);
  const size_t moved = is_later_moved ? jog + 1 : jog - 1;
  if (!move_piece(mend, edge, points, count, moved, cx_along(points[is_later_moved ? jog : jog + 1], across))) return;
  CxPolyline line = {0};
  if (!tidy(mend->scratch, &line, points, count)) return;
  const CxPoint *end = line.items + line.count - 1;
  if (cx_mend_side(line.items[0], line.items[1]) != first || cx_mend_side(end[0], end[-1]) != last) return;
  const double cost = cx_mend_cost(mend, edge, line.items, line.count);
  if (cost < most) cx_mend_add_way(mend, ways, line.items, line.count, cost);
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
