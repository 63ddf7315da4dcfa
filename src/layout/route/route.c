/* Routes edges between rectangles as polylines of level and upright pieces.
 *
 * Four steps, each in its own file: the lines on which edges may run (route-graph.c), the cheapest way for each edge
 * on them (route-search.c) without small jogs (route-straight.c), tracks for what then lies on one another
 * (route-order.c, route-tracks.c), labels (route-labels.c). The steps are those of Wybrow, Marriott and Stuckey,
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
  static const unsigned side[] = {CX_SIDE_RIGHT, CX_SIDE_BOTTOM, CX_SIDE_LEFT, CX_SIDE_TOP};
  return sides == 0 || (sides & side[direction]) != 0;
}

static CxPoint corner(const CxTrail *trail, size_t k, double along) {
  return ((trail->first + (int)k) & 1) == 0 ? (CxPoint){along, trail->at[k]} : (CxPoint){trail->at[k], along};
}

/* Without points that say nothing, but always two. */
static void add_point(CxArena *arena, CxRoute *route, CxPoint point, bool is_needed) {
  const size_t count = route->points.count;
  CxPoint *last = count > 0 ? &route->points.items[count - 1] : NULL;
  const CxPoint *before = count > 1 ? last - 1 : NULL;
  if (!is_needed && last->x == point.x && last->y == point.y) return;
  const bool is_straight =
      before != NULL && ((before->x == last->x && last->x == point.x) || (before->y == last->y && last->y == point.y));
  *(is_straight ? last : cx_list_add(arena, &route->points)) = point;
}

static void draw(CxArena *arena, const CxTrail *trail, CxRoute *route) {
  add_point(arena, route, corner(trail, 0, trail->start), true);
  for (size_t k = 0; k < trail->count; k++)
    add_point(arena, route, corner(trail, k, cx_trail_to(trail, k)), route->points.count == 1 && k + 1 == trail->count);
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
