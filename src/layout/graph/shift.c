/* Moves ports along their sides to where their links are straight, as far as the order and the distances of the ports
 * of a side allow. Ports of straight links stay where they are. */
#include "draft.h"

static const uint32_t NEAR = 64; /* ports of a side that are looked at around one */

typedef struct Port {
  uint32_t link, node;
  double apart, low, high; /* from the port before it on its side; the room it may be in */
  bool is_pinned;
} Port;

typedef struct Shift {
  CxDraft *draft;
  Port *ports[2]; /* at the left and the right of nodes, side by side */
  uint32_t counts[2];
  uint32_t *port[2]; /* of a link: its port at the left side of a node, at the right side of one */
} Shift;

static double *place_of(const Shift *shift, int side, const Port *port) {
  CxLink *link = &shift->draft->links.items[port->link];
  return side == 1 ? &link->left_v : &link->right_v;
}

static void list_side(Shift *shift, int side) {
  CxDraft *draft = shift->draft;
  const bool is_tail = side == 1;
  const CxEnds *ends = is_tail ? &draft->right : &draft->left;
  shift->ports[side] = cx_new_array(draft->arena, Port, draft->arc_count + 1);
  shift->port[side] = cx_new_array(draft->arena, uint32_t, draft->links.count + 1);
  for (size_t i = 0; i < draft->links.count; i++) shift->port[side][i] = CX_NOWHERE;
  for (uint32_t node = 0; node < draft->node_count; node++) {
    if (cx_draft_is_side_shared(draft, node, is_tail)) continue;
    const CxStop *stop = &draft->stops.items[node];
    for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++) {
      const CxEnd *end = &ends->items[i];
      if (end->at != CX_AT_SIDE) continue;
      Port port = {.node = node, .apart = end->apart};
      CxLink *link = cx_draft_end_link(draft, end->arc, is_tail);
      port.link = (uint32_t)(link - draft->links.items);
      cx_draft_side_range(draft, node, is_tail, &port.low, &port.high);
      const double label = cx_draft_label_beside(draft, end->arc, is_tail);
      if (label > 0 && draft->is_down) port.high = MIN(port.high, stop->below - label - CX_LABEL_GAP);
      if (label > 0 && !draft->is_down) port.low = MAX(port.low, -stop->above + label + CX_LABEL_GAP);
      port.is_pinned = cx_draft_left_v(draft, link) == cx_draft_right_v(draft, link);
      shift->port[side][port.link] = shift->counts[side];
      shift->ports[side][shift->counts[side]++] = port;
    }
  }
}

/* Whether the ports between this one, at `v`, and the next one that is pinned have their distances. */
static bool has_room(const Shift *shift, int side, uint32_t index, double v) {
  const Port *ports = shift->ports[side], *port = &ports[index];
  if (v < port->low || v > port->high) return false;
  double sum = 0;
  for (uint32_t i = index, n = 0;; i--, n++) {
    if (n > NEAR) return false;
    if (i == 0 || ports[i - 1].node != port->node) {
      if (v - sum < ports[i].low) return false;
      break;
    }
    sum += ports[i].apart;
    if (!ports[i - 1].is_pinned) continue;
    if (v - sum < *place_of(shift, side, &ports[i - 1])) return false;
    break;
  }
  sum = 0;
  for (uint32_t i = index, n = 0;; i++, n++) {
    if (n > NEAR) return false;
    if (i + 1 == shift->counts[side] || ports[i + 1].node != port->node) return v + sum <= ports[i].high;
    sum += ports[i + 1].apart;
    if (ports[i + 1].is_pinned) return v + sum <= *place_of(shift, side, &ports[i + 1]);
  }
}

/* Tries to make a link straight at the height `v`. */
static bool straighten_at(Shift *shift, uint32_t index, double v) {
  CxLink *link = &shift->draft->links.items[index];
  const uint32_t ports[] = {shift->port[0][index], shift->port[1][index]};
  const double ends[] = {cx_draft_right_v(shift->draft, link), cx_draft_left_v(shift->draft, link)};
  const double offsets[] = {v - (ends[0] - link->right_v), v - (ends[1] - link->left_v)};
  for (int side = 0; side < 2; side++) {
    if (ports[side] == CX_NOWHERE && ends[side] != v) return false;
    if (ports[side] != CX_NOWHERE && !has_room(shift, side, ports[side], offsets[side])) return false;
  }
  for (int side = 0; side < 2; side++) {
    if (ports[side] == CX_NOWHERE) continue;
    *(side == 1 ? &link->left_v : &link->right_v) = offsets[side];
    shift->ports[side][ports[side]].is_pinned = true;
  }
  /* The sums may differ by a rounding error; a port that has no other wishes takes it. */
  const CxStop *left = &shift->draft->stops.items[link->left], *right = &shift->draft->stops.items[link->right];
  if (ports[1] != CX_NOWHERE)
    link->left_v = cx_draft_right_v(shift->draft, link) - left->v;
  else
    link->right_v = cx_draft_left_v(shift->draft, link) - right->v;
  return true;
}

static void straighten(Shift *shift, uint32_t index) {
  const CxDraft *draft = shift->draft;
  const CxLink *link = &draft->links.items[index];
  const double left = cx_draft_left_v(draft, link), right = cx_draft_right_v(draft, link);
  if (left == right || link->is_left_shared || link->is_right_shared) return;
  if (draft->stops.items[link->left].kind == CX_STOP_OUTER || draft->stops.items[link->right].kind == CX_STOP_OUTER)
    return;
  const uint32_t at_right = shift->port[0][index], at_left = shift->port[1][index];
  if (at_left == CX_NOWHERE && at_right == CX_NOWHERE) return;
  if (straighten_at(shift, index, left) || straighten_at(shift, index, right)) return;
  if (at_left == CX_NOWHERE || at_right == CX_NOWHERE) return;
  const Port *l = &shift->ports[1][at_left], *r = &shift->ports[0][at_right];
  const double low = MAX(left - link->left_v + l->low, right - link->right_v + r->low);
  const double high = MIN(left - link->left_v + l->high, right - link->right_v + r->high);
  if (low > high) return;
  if (straighten_at(shift, index, (low + high) / 2) || straighten_at(shift, index, low)) return;
  straighten_at(shift, index, high);
}

/* Ports that are not pinned get out of the way of those that are. */
static void make_way(Shift *shift, int side) {
  Port *ports = shift->ports[side];
  const uint32_t count = shift->counts[side];
  for (uint32_t i = 1; i < count; i++) {
    if (ports[i].node != ports[i - 1].node || ports[i].is_pinned) continue;
    double *v = place_of(shift, side, &ports[i]);
    *v = MAX(*v, *place_of(shift, side, &ports[i - 1]) + ports[i].apart);
  }
  for (uint32_t i = count; i > 1; i--) {
    Port *port = &ports[i - 2];
    if (port->node != ports[i - 1].node || port->is_pinned) continue;
    double *v = place_of(shift, side, port);
    *v = MIN(*v, *place_of(shift, side, &ports[i - 1]) - ports[i - 1].apart);
  }
}

void cx_draft_shift_ports(CxDraft *draft) {
  Shift shift = {.draft = draft};
  list_side(&shift, 0);
  list_side(&shift, 1);
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t i = 0; i < draft->links.count; i++) {
      const CxLink *link = &draft->links.items[i];
      const bool is_inner =
          draft->stops.items[link->left].kind != CX_STOP_NODE || draft->stops.items[link->right].kind != CX_STOP_NODE;
      if (is_inner == (pass == 0)) straighten(&shift, i);
    }
  make_way(&shift, 0);
  make_way(&shift, 1);
}
