/* Takes small jogs out of trails: where two parallel pieces lie nearly on one line, they become one piece.
 *
 * The search keeps to the lines of the graph, so an edge may come along the middle of a channel and then step aside by
 * a few points to meet the middle of a side. A person would draw it straight, a little beside the one or the other.
 */
#include "router.h"

#include <math.h>

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

/* Without the pieces `k` and `k` + 1: what remains of them lies on the piece before. */
static CxTrail joined(CxArena *arena, const CxTrail *trail, size_t k, double at) {
  CxTrail shorter = *trail;
  shorter.count -= 2;
  shorter.at = cx_new_array(arena, double, shorter.count);
  shorter.wish = cx_new_array(arena, double, shorter.count);
  for (size_t i = 0; i < shorter.count; i++)
    shorter.wish[i] = shorter.at[i] = i == k - 1 ? at : trail->at[i < k ? i : i + 2];
  return shorter;
}

/* Whether the trail may run as it does around piece `k`, which was moved. */
static bool is_good(const CxRouteGraph *graph, const CxRouteEdge *edge, const CxTrail *trail, size_t k) {
  const int across = 1 - ((trail->first + (int)k) & 1);
  if (k == 0 && !cx_route_meets(&graph->solids[edge->from], 1 - across, trail->at[k])) return false;
  if (k + 1 == trail->count && !cx_route_meets(&graph->solids[edge->to], 1 - across, trail->at[k])) return false;
  return is_free(graph, trail, k, graph->routing->clear / 2) && (k == 0 || is_free(graph, trail, k - 1, 0)) &&
         (k + 1 == trail->count || is_free(graph, trail, k + 1, 0));
}

/* The later line is tried first: the arrow then meets its target where it should. */
static bool join(const CxRouteGraph *graph, const CxRouteEdge *edge, CxTrail *trail, size_t k) {
  const double lines[] = {trail->at[k + 1], trail->at[k - 1]};
  if (fabs(lines[0] - lines[1]) > 2 * graph->routing->clear) return false;
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    const CxTrail shorter = joined(graph->arena, trail, k, lines[i]);
    if (!is_good(graph, edge, &shorter, k - 1)) continue;
    *trail = shorter;
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
