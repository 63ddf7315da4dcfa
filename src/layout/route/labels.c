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

/* Beside piece `k`, `along` from its beginning; first over it or at its right, then on the other side. */
static CxRect place_at(const CxTrail *trail, size_t k, double along, double off, bool is_other_side, CxPoint size) {
  const int axis = (trail->first + (int)k) & 1;
  const double from = cx_trail_from(trail, k), way = cx_sign(cx_trail_to(trail, k) - from);
  const double length = axis == 0 ? size.x : size.y, depth = axis == 0 ? size.y : size.x;
  const double lo = way >= 0 ? from + along : from - along - length;
  const bool is_before = (axis == 0) != is_other_side;
  const double across = is_before ? trail->at[k] - off - depth : trail->at[k] + off;
  return axis == 0 ? (CxRect){lo, across, size.x, size.y} : (CxRect){across, lo, size.x, size.y};
}

/* What a label has to keep off, how far, and how far it stands off its edge. */
typedef struct Attempt {
  const CxSpace *space;
  double clearance, off;
} Attempt;

static bool try_piece(const Attempt *attempt, CxRect area, const CxTrail *trail, size_t k, CxPoint size,
                      CxRect *label) {
  const double length = fabs(cx_trail_to(trail, k) - cx_trail_from(trail, k));
  const double room = length - (((trail->first + (int)k) & 1) == 0 ? size.x : size.y);
  for (int side = 0; side < 2; side++)
    for (double along = MIN(OFF, MAX(room, 0) / 2); along <= MAX(room, OFF); along += STEP) {
      *label = place_at(trail, k, along, attempt->off, side == 1, size);
      if (!cx_rect_contains(area, *label, 0)) continue;
      if (cx_space_is_free(attempt->space, cx_solid_grown(cx_solid_of(*label), attempt->clearance))) return true;
    }
  return false;
}

/* From the first piece that is long enough on, then from the beginning. */
static bool try_trail(const Attempt *attempt, CxRect area, const CxTrail *trail, CxPoint size, CxRect *label) {
  for (size_t k = cx_route_label_piece(trail, size); k < trail->count; k++)
    if (try_piece(attempt, area, trail, k, size, label)) return true;
  for (size_t k = 0; k < trail->count; k++)
    if (try_piece(attempt, area, trail, k, size, label)) return true;
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

/* What labels keep off: everything; what is no edge. */
typedef struct Room {
  CxSpace *all, *but_edges;
} Room;

static CxRect label_of(const Room *room, CxRect area, const CxTrail *trail, CxPoint size) {
  const Attempt attempts[] = {{room->all, 2, OFF}, {room->all, 0.5, OFF}, {room->but_edges, 0.5, OFF}};
  CxRect label;
  for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++)
    if (try_trail(&attempts[i], area, trail, size, &label)) return label;
  for (double off = OFF; off <= MAX(area.w, area.h); off = MAX(off + STEP, off * 1.1))
    if (try_trail(&(Attempt){room->but_edges, 0, off}, area, trail, size, &label)) return label;
  label = place_at(trail, 0, OFF, OFF, false, size);
  label.x = CLAMP(label.x, area.x, MAX(area.x, area.x + area.w - label.w));
  label.y = CLAMP(label.y, area.y, MAX(area.y, area.y + area.h - label.h));
  return label;
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
