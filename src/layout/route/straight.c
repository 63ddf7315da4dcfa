/* Takes small jogs out of trails: where two parallel pieces lie nearly on one line, they become one piece.
 *
 * The search keeps to the lines of the graph, so an edge may come along the middle of a channel and then step aside by
 * a few points to meet the middle of a side. A person would draw it straight, a little beside the one or the other.
 */
#include "router.h"

#include <math.h>
#include <string.h>

bool cx_route_meets(const CxSolid *solid, int direction, double at) {
  static const double corner = 8;
  const int axis = 1 - (direction & 1);
  const double half = (solid->hi[axis] - solid->lo[axis]) / 2;
  return fabs(at - cx_solid_middle(solid, axis)) <= half - MIN(corner, half / 2);
}

static bool is_free(const CxRouteGraph *graph, const CxTrail *trail, size_t k, double clear) {
  const int across = 1 - ((trail->first + (int)k) & 1);
  CxSolid piece = cx_trail_piece(trail, k);
  piece.lo[across] -= clear;
  piece.hi[across] += clear;
  return cx_space_is_free(graph->space, piece);
}

/* Whether the trail may run on one line instead of by the pieces `k` - 1 and `k` + 1. Looked at is a trail of that line
 * and the pieces before and after it. */
static bool is_good(const CxRouteGraph *graph, const CxRouteEdge *edge, const CxTrail *trail, size_t k, double line) {
  const bool has_before = k >= 2, has_after = k + 2 < trail->count;
  const size_t joined = has_before;
  const int along = (trail->first + (int)k - 1) & 1;
  double at[3] = {0};
  if (has_before) at[0] = trail->at[k - 2];
  at[joined] = line;
  if (has_after) at[joined + 1] = trail->at[k + 2];
  const CxTrail part = {.first = has_before ? 1 - along : along,
                        .count = 1 + (size_t)has_before + (size_t)has_after,
                        .at = at,
                        .start = cx_trail_from(trail, has_before ? k - 2 : k - 1),
                        .end = cx_trail_to(trail, has_after ? k + 2 : k + 1)};
  if (!has_before && !cx_route_meets(&graph->solids[edge->from], along, line)) return false;
  if (!has_after && !cx_route_meets(&graph->solids[edge->to], along, line)) return false;
  return is_free(graph, &part, joined, graph->routing->clear / 2) && (!has_before || is_free(graph, &part, 0, 0)) &&
         (!has_after || is_free(graph, &part, joined + 1, 0));
}

/* The later line is tried first: the arrow then meets its target where it should. */
static bool join(const CxRouteGraph *graph, const CxRouteEdge *edge, CxTrail *trail, size_t k) {
  const double lines[] = {trail->at[k + 1], trail->at[k - 1]};
  if (fabs(lines[0] - lines[1]) > 2 * graph->routing->clear) return false;
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (!is_good(graph, edge, trail, k, lines[i])) continue;
    trail->count -= 2;
    trail->at[k - 1] = lines[i];
    memmove(&trail->at[k], &trail->at[k + 2], (trail->count - k) * sizeof(double));
    memcpy(trail->wish, trail->at, trail->count * sizeof(double));
    return true;
  }
  return false;
}

void cx_route_straighten(const CxRouteGraph *graph, CxTrail *trails) {
  for (size_t i = 0; i < graph->routing->edge_count; i++) {
    CxTrail *trail = &trails[i];
    const CxRouteEdge *edge = &graph->routing->edges[i];
    if (trail->is_fixed || edge->from == edge->to) continue;
    for (size_t k = 1; k + 1 < trail->count;)
      if (join(graph, edge, trail, k))
        k = MAX(k, 2) - 1;
      else
        k++;
  }
}
