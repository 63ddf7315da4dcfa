/* Routes edges between rectangles as polylines of level and upright pieces.
 *
 * Four steps, each in its own file: the lines on which edges may run (graph.c), the cheapest way for each edge
 * on them (search.c) without small jogs (straight.c), tracks for what then lies on one another
 * (order.c, tracks.c), labels (labels.c). The steps are those of Wybrow, Marriott and Stuckey,
 * "Orthogonal connector routing", Graph Drawing 2009, LNCS 5849, which libavoid follows too; what is done within them
 * is said there.
 *
 * The rectangles are never moved, and no room is made: who places them leaves room for edges and labels.
 */
#include "router.h"

#include <math.h>

double cx_route_round(double value) {
  return round(value * 8) / 8;
}

bool cx_route_is_allowed(unsigned sides, int direction) {
  return sides == 0 || (sides & 1u << direction) != 0;
}

static CxPoint corner(const CxTrail *trail, size_t k, double along) {
  return cx_point_by((trail->first + (int)k) & 1, along, trail->at[k]);
}

/* Always two points, also where both are in one place. */
static void draw(CxArena *arena, const CxTrail *trail, CxRoute *route) {
  cx_polyline_add(arena, &route->points, corner(trail, 0, trail->start));
  for (size_t k = 0; k < trail->count; k++)
    cx_polyline_add(arena, &route->points, corner(trail, k, cx_trail_to(trail, k)));
  const CxPoint last = route->points.items[route->points.count - 1];
  if (route->points.count == 1) *cx_list_add(arena, &route->points) = last;
}

CxRoute *cx_route(CxArena *arena, const CxRouting *routing) {
  CxArena *scratch = cx_arena_new();
  CxRoute *routes = cx_new_array(arena, CxRoute, routing->edge_count + 1);
  CxTrail *trails = cx_new_array(scratch, CxTrail, routing->edge_count + 1);
  CxRouteGraph *graph = cx_route_graph_new(scratch, routing);
  cx_route_search(graph, trails);
  cx_route_straighten(graph, trails);
  cx_route_tracks(graph, trails);
  cx_route_labels(scratch, routing, trails, routes);
  for (size_t i = 0; i < routing->edge_count; i++) draw(arena, &trails[i], &routes[i]);
  cx_arena_free(scratch);
  return routes;
}
