/* Puts the labels of edges beside them.
 *
 * A label stands over a level piece or to the right of an upright one, otherwise on its other side, as near to the
 * edge's beginning as it is clear of rectangles, edges and other labels. It moves along the first piece that is long
 * enough, then along the others; where all is full it stands at the beginning all the same, off rectangles if that can
 * be.
 */
#include "router.h"

#include <math.h>

static const double OFF = CX_ROUTE_LABEL_OFF, STEP = 4;

static CxSolid grown(CxRect rect, double by) {
  return (CxSolid){{rect.x - by, rect.y - by}, {rect.x + rect.w + by, rect.y + rect.h + by}};
}

/* Beside piece `k`, `along` from its beginning; first over it or at its right, then on the other side. */
static CxRect place_at(const CxTrail *trail, size_t k, double along, bool is_other_side, CxPoint size) {
  const int axis = (trail->first + (int)k) & 1;
  const double from = cx_trail_from(trail, k), way = cx_sign(cx_trail_to(trail, k) - from);
  const double length = axis == 0 ? size.x : size.y, depth = axis == 0 ? size.y : size.x;
  const double lo = way >= 0 ? from + along : from - along - length;
  const bool is_before = (axis == 0) != is_other_side;
  const double across = is_before ? trail->at[k] - OFF - depth : trail->at[k] + OFF;
  return axis == 0 ? (CxRect){lo, across, size.x, size.y} : (CxRect){across, lo, size.x, size.y};
}

static bool try_piece(const CxSpace *space, CxRect area, const CxTrail *trail, size_t k, CxPoint size, double clearance,
                      CxRect *label) {
  const double length = fabs(cx_trail_to(trail, k) - cx_trail_from(trail, k));
  const double room = length - (((trail->first + (int)k) & 1) == 0 ? size.x : size.y);
  for (int side = 0; side < 2; side++)
    for (double along = MIN(OFF, MAX(room, 0) / 2); along <= MAX(room, OFF); along += STEP) {
      *label = place_at(trail, k, along, side == 1, size);
      if (cx_rect_contains(area, *label, 0) && cx_space_is_free(space, grown(*label, clearance))) return true;
    }
  return false;
}

size_t cx_route_label_piece(const CxTrail *trail, CxPoint size) {
  size_t k = 0;
  for (; k < trail->count; k++) {
    const double length = fabs(cx_trail_to(trail, k) - cx_trail_from(trail, k));
    if (length >= OFF + (((trail->first + (int)k) & 1) == 0 ? size.x : size.y)) break;
  }
  return k;
}

/* What a label keeps off: everything, at a distance or just so; where that cannot be, at least what is no edge. */
typedef struct Room {
  CxSpace *all, *but_edges;
} Room;

static CxRect label_of(const Room *room, CxRect area, const CxTrail *trail, CxPoint size) {
  const struct {
    const CxSpace *space;
    double clearance;
  } attempts[] = {{room->all, 2}, {room->all, 0.5}, {room->but_edges, 0.5}};
  const size_t best = cx_route_label_piece(trail, size);
  CxRect label;
  for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++)
    for (size_t k = 0; k < 2 * trail->count; k++) { /* from the best piece on, then from the first */
      const size_t piece = k < trail->count ? MIN(best + k, trail->count) : k - trail->count;
      if (piece < trail->count && try_piece(attempts[i].space, area, trail, piece, size, attempts[i].clearance, &label))
        return label;
    }
  return place_at(trail, 0, OFF, false, size);
}

void cx_route_labels(CxArena *scratch, const CxRouting *routing, const CxTrail *trails, CxRoute *routes) {
  const size_t obstacles = routing->obstacle_count, edges = routing->edge_count;
  const Room room = {cx_space_new(scratch, routing->area, obstacles + 3 * edges),
                     cx_space_new(scratch, routing->area, obstacles)};
  for (size_t i = 0; i < obstacles; i++) {
    cx_space_add(room.all, cx_solid_of(routing->obstacles[i]));
    cx_space_add(room.but_edges, cx_solid_of(routing->obstacles[i]));
  }
  for (size_t i = 0; i < edges; i++)
    for (size_t k = 0; k < trails[i].count; k++) cx_space_add(room.all, cx_trail_piece(&trails[i], k));
  for (size_t i = 0; i < edges; i++) {
    const CxPoint size = routing->edges[i].label;
    if (size.x <= 0 || size.y <= 0) continue;
    routes[i].label = label_of(&room, routing->area, &trails[i], size);
    cx_space_add(room.all, cx_solid_of(routes[i].label));
    cx_space_add(room.but_edges, cx_solid_of(routes[i].label));
  }
}
