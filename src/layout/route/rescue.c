/* Trails that no search finds: loops from a rectangle to itself, and edges between rectangles that are walled in.
 *
 * A loop stands at the upper right corner, as large as the space beside it allows. An edge without a way takes, of all
 * ways with at most four bends from middle to middle, the one that runs least through obstacles.
 */
#include "router.h"

#include <math.h>

static const double LOOP = 10; /* how far a loop stands off, and how long its sides on the rectangle are */
static const double LEAST_LOOP = 1;

/* ---- Loops --------------------------------------------------------------------------------------------------- */

/* Whether there is room for a loop that stands off by `off`, from `x` on the upper side down to `y` on the right one.
 */
static bool has_room(const CxRouteGraph *graph, const CxSolid *solid, double x, double y, double off) {
  const double right = solid->hi[0], top = solid->lo[1];
  const CxSolid over = {{x - 1, top - off - 1}, {right + off + 1, top}},
                beside = {{right, top}, {right + off + 1, y + 1}};
  const CxRect area = graph->routing->area;
  return cx_space_is_free(graph->space, over) && cx_space_is_free(graph->space, beside) && top - off >= area.y &&
         right + off <= area.x + area.w;
}

CxTrail cx_route_loop(const CxRouteGraph *graph, const CxRouteEdge *edge) {
  const CxSolid *solid = &graph->solids[edge->from];
  const double right = solid->hi[0], top = solid->lo[1];
  const double x = right - MIN(LOOP, (right - solid->lo[0]) / 2), y = top + MIN(LOOP, (solid->hi[1] - top) / 2);
  double off = LOOP;
  while (off > LEAST_LOOP && !has_room(graph, solid, x, y, off)) off /= 2;
  const CxPoint points[] = {{x, top}, {x, top - off}, {right + off, top - off}, {right + off, y}, {right, y}};
  CxTrail trail = cx_trail_new(graph->arena, points, G_N_ELEMENTS(points));
  trail.is_fixed = !has_room(graph, solid, x, y, off);
  return trail;
}

/* ---- No way -------------------------------------------------------------------------------------------------- */

static CxPoint middle_of(const CxSolid *solid, int direction, double off) {
  const int axis = direction & 1;
  double at[2] = {cx_route_round(cx_solid_middle(solid, 0)), cx_route_round(cx_solid_middle(solid, 1))};
  at[axis] = direction < 2 ? solid->hi[axis] + off : solid->lo[axis] - off;
  return (CxPoint){at[0], at[1]};
}

static CxPoint within(CxRect area, CxPoint point) {
  return (CxPoint){CLAMP(point.x, area.x, area.x + area.w), CLAMP(point.y, area.y, area.y + area.h)};
}

static CxTrail bent(const CxRouteGraph *graph, const CxRouteEdge *edge, int out, int in, bool is_level_first) {
  const CxSolid *from = &graph->solids[edge->from], *to = &graph->solids[edge->to];
  const double off = graph->routing->clear;
  const CxPoint leave = within(graph->routing->area, middle_of(from, out, off));
  const CxPoint enter = within(graph->routing->area, middle_of(to, in, off));
  const CxPoint corner = is_level_first ? (CxPoint){enter.x, leave.y} : (CxPoint){leave.x, enter.y};
  const CxPoint points[] = {middle_of(from, out, 0), leave, corner, enter, middle_of(to, in, 0)};
  CxTrail trail = cx_trail_new(graph->arena, points, G_N_ELEMENTS(points));
  trail.is_fixed = true;
  return trail;
}

static double harm_of(const CxRouteGraph *graph, const CxTrail *trail) {
  double harm = 0, length = 0;
  for (size_t k = 0; k < trail->count; k++) {
    harm += cx_space_harm(graph->space, cx_trail_piece(trail, k));
    length += fabs(cx_trail_to(trail, k) - cx_trail_from(trail, k));
  }
  return 100 * harm + 20 * (double)trail->count + length;
}

CxTrail cx_route_rescue(const CxRouteGraph *graph, const CxRouteEdge *edge) {
  CxTrail best = {0};
  double least = INFINITY;
  for (int choice = 0; choice < 32; choice++) {
    const int out = choice / 8, in = choice / 2 % 4;
    if (!cx_route_is_allowed(edge->leaves, out) || !cx_route_is_allowed(edge->enters, in)) continue;
    const CxTrail trail = bent(graph, edge, out, in, choice % 2 == 0);
    const double harm = harm_of(graph, &trail);
    if (trail.count == 0 || harm >= least) continue;
    least = harm;
    best = trail;
  }
  return best;
}
