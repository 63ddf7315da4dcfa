/* Makes the links and says where they touch their nodes: places on the right and left sides, and hooks for those that
 * leave upwards or downwards. Then each stop knows how much room it takes, and each layer too.
 *
 * The weightiest edge of a side gets the middle of it, so that a main path runs straight from middle to middle; the
 * others stand a track's distance apart, or a label's, and closer where the side is too short. In a tree all that
 * leave a node share the middle, as all do at the tips of decisions. */
#include "draft.h"

#include <math.h>

static const double LOOP_SHARE = 0.35; /* of half a side, next to the corner, that loops may use */

typedef struct Ports {
  CxDraft *draft;
  CX_LIST(uint32_t) * hooks; /* of a node: above, from it upwards, and below, from it downwards */
} Ports;

/* ---- Links ---------------------------------------------------------------------------------------------------- */

static uint32_t add_outer(CxDraft *draft, uint32_t arc, uint32_t layer) {
  *cx_list_add(draft->arena, &draft->stops) = (CxStop){.kind = CX_STOP_OUTER, .owner = arc, .layer = layer};
  return (uint32_t)draft->stops.count - 1;
}

static void add_link(CxDraft *draft, uint32_t arc, uint32_t left, uint32_t right) {
  *cx_list_add(draft->arena, &draft->links) = (CxLink){.left = left, .right = right, .arc = arc};
}

static void add_links(CxDraft *draft) {
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    arc->first_link = (uint32_t)draft->links.count;
    if (arc->is_flat) continue;
    uint32_t left = arc->tail;
    for (uint32_t k = 0; k < arc->bend_count; k++) {
      add_link(draft, i, left, arc->first_bend + k);
      left = arc->first_bend + k;
    }
    if (arc->is_bypass) {
      add_link(draft, i, left, add_outer(draft, i, draft->stops.items[arc->tail].layer + 1));
      left = add_outer(draft, i, draft->stops.items[arc->head].layer - 1);
    }
    add_link(draft, i, left, arc->head);
    draft->links.items[arc->first_link].is_left_shared = arc->twin != 0 || arc->is_twin;
    arc->link_count = (uint32_t)draft->links.count - arc->first_link;
  }
}

CxLink *cx_draft_end_link(const CxDraft *draft, uint32_t arc, bool is_tail) {
  const CxArc *a = &draft->arcs[arc];
  return &draft->links.items[is_tail ? a->first_link : a->first_link + a->link_count - 1];
}

/* ---- Sides ---------------------------------------------------------------------------------------------------- */

double cx_draft_label_beside(const CxDraft *draft, uint32_t arc, bool is_tail) {
  const CxArc *a = &draft->arcs[arc];
  if (!is_tail) return a->twin != 0 ? a->label.y : 0;
  return !a->is_back && !a->has_label_stop ? a->label.y : 0;
}

/* The room of an arc's label on the level piece at its end, beside the node or at the stop next to it. */
static double label_near(const CxDraft *draft, uint32_t arc, bool is_tail) {
  const CxArc *a = &draft->arcs[arc];
  const bool is_next = a->has_label_stop && a->bend_count > 0 && (is_tail || a->bend_count == 1);
  return is_next ? a->label.y : cx_draft_label_beside(draft, arc, is_tail);
}

/* Which of the ends of a side gets its middle: the weightiest, of several the middle one. */
static size_t choose_anchor(const CxDraft *draft, CxEnd *const *ends, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++) {
    const CxArc *x = &draft->arcs[ends[i]->arc], *y = &draft->arcs[ends[best]->arc];
    const size_t x_off = 2 * i > count - 1 ? 2 * i - (count - 1) : count - 1 - 2 * i;
    const size_t y_off = 2 * best > count - 1 ? 2 * best - (count - 1) : count - 1 - 2 * best;
    bool is_better = ends[i]->arc < ends[best]->arc;
    if ((x->bend_count == 0) != (y->bend_count == 0)) is_better = x->bend_count == 0;
    if (x_off != y_off) is_better = x_off < y_off;
    if (x->is_back != y->is_back) is_better = y->is_back;
    if (x->weight != y->weight) is_better = x->weight > y->weight;
    if (is_better) best = i;
  }
  return best;
}

/* Sets the ports of `count` ends in the room from `low` to `high`, of which the middle is 0. */
static void spread(CxDraft *draft, CxEnd *const *ends, size_t count, bool is_tail, double low, double high) {
  if (count == 0) return;
  const size_t anchor = choose_anchor(draft, ends, count);
  cx_draft_end_link(draft, ends[anchor]->arc, is_tail)->anchors++;
  double *at = cx_new_array(draft->arena, double, count);
  for (size_t i = 1; i < count; i++) {
    const double label = label_near(draft, ends[draft->is_down ? i - 1 : i]->arc, is_tail);
    at[i] = at[i - 1] + (label > 0 ? label + CX_LABEL_ROOM : draft->graph->track);
  }
  /* Where there is too little room, those above the anchor share what is above it, those below what is below. */
  const double above = at[anchor], below = at[count - 1] - above, all = above + below;
  const double middle = all <= high - low ? CLAMP(0, low + above, high - below) : (low + high) / 2;
  const double up = above > middle - low ? (middle - low) / above : 1,
               down = below > high - middle ? (high - middle) / below : 1;
  for (size_t i = 0; i < count; i++) {
    CxLink *link = cx_draft_end_link(draft, ends[i]->arc, is_tail);
    ends[i]->apart = i > 0 ? (at[i] - at[i - 1]) * (i <= anchor ? up : down) : 0;
    *(is_tail ? &link->left_v : &link->right_v) = middle + (at[i] - at[anchor]) * (i < anchor ? up : down);
  }
}

/* Room for labels above the first port, or below the last. */
static void make_room_beside(CxDraft *draft, CxStop *stop, const CxEnd *end, bool is_tail) {
  const CxLink *link = cx_draft_end_link(draft, end->arc, is_tail);
  const double label = cx_draft_label_beside(draft, end->arc, is_tail), port = is_tail ? link->left_v : link->right_v;
  if (label <= 0) return;
  if (draft->is_down)
    stop->below = MAX(stop->below, port + label + CX_LABEL_GAP);
  else
    stop->above = MAX(stop->above, -port + label + CX_LABEL_GAP);
}

void cx_draft_side_range(const CxDraft *draft, uint32_t node, bool is_tail, double *low, double *high) {
  const double half = cx_draft_node_thickness(draft, node) / 2, margin = MIN(CX_PORT_MARGIN, half / 2);
  *low = is_tail && draft->has_loops[node] ? -half * (1 - LOOP_SHARE) + 2 : -half + margin;
  *high = half - margin;
}

bool cx_draft_is_side_shared(const CxDraft *draft, uint32_t node, bool is_tail) {
  return cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS || (is_tail && draft->graph->is_tree);
}

static void set_side(CxDraft *draft, uint32_t node, bool is_tail) {
  const CxEnds *ends = is_tail ? &draft->right : &draft->left;
  const bool is_shared = cx_draft_is_side_shared(draft, node, is_tail);
  double low, high;
  cx_draft_side_range(draft, node, is_tail, &low, &high);
  GPtrArray *beside = g_ptr_array_new();
  for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++)
    if (ends->items[i].at == CX_AT_SIDE) g_ptr_array_add(beside, &ends->items[i]);
  if (is_shared && beside->len > 0) {
    const CxEnd *anchor = beside->pdata[choose_anchor(draft, (CxEnd *const *)beside->pdata, beside->len)];
    cx_draft_end_link(draft, anchor->arc, is_tail)->anchors++;
  }
  if (is_shared && beside->len > 1)
    for (guint i = 0; i < beside->len; i++) {
      CxLink *link = cx_draft_end_link(draft, ((CxEnd *)beside->pdata[i])->arc, is_tail);
      *(is_tail ? &link->is_left_shared : &link->is_right_shared) = true;
    }
  if (!is_shared) spread(draft, (CxEnd *const *)beside->pdata, beside->len, is_tail, low, high);
  for (guint i = 0; i < beside->len; i++) make_room_beside(draft, &draft->stops.items[node], beside->pdata[i], is_tail);
  g_ptr_array_free(beside, TRUE);
}

/* ---- Hooks ---------------------------------------------------------------------------------------------------- */

static void add_hook(Ports *ports, uint32_t node, CxEndAt at, const CxEnd *end, bool is_tail) {
  CxDraft *draft = ports->draft;
  const CxArc *arc = &draft->arcs[end->arc];
  const uint32_t hook = (uint32_t)draft->stops.count;
  const CxStop *owner = &draft->stops.items[node];
  CxStop stop = {.kind = CX_STOP_HOOK, .owner = node, .layer = owner->layer, .lane = owner->lane};
  stop.is_hook_above = at == CX_AT_ABOVE;
  stop.goes_left = !is_tail;
  if (is_tail != arc->is_back && arc->label.y > 0 && !arc->has_label_stop)
    *(stop.is_hook_above ? &stop.below : &stop.above) = arc->label.y + CX_LABEL_GAP;
  *cx_list_add(draft->arena, &draft->stops) = stop;
  CxLink *link = cx_draft_end_link(draft, end->arc, is_tail);
  *(is_tail ? &link->left : &link->right) = hook;
  *cx_list_add(draft->arena, &ports->hooks[2 * node + (at == CX_AT_ABOVE ? 0 : 1)]) = hook;
}

/* Where hooks touch a side, so that they do not cross one another: those that go to the left from the left end on, the
 * nearest first, those that go to the right from the right end on. */
static void place_hooks(const Ports *ports, uint32_t node, int side, const bool *goes_left, const bool *enters) {
  CxDraft *draft = ports->draft;
  const size_t count = ports->hooks[2 * node + side].count;
  const uint32_t *hooks = ports->hooks[2 * node + side].items;
  const double length = cx_draft_node_length(draft, node);
  const double pitch =
      count > 1 ? MIN(draft->graph->track, MAX(length - 2 * CX_PORT_MARGIN, length / 3) / (double)(count - 1)) : 0;
  const bool has_tips = cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS;
  bool is_left = false;
  for (size_t i = 0; i < count; i++) is_left = is_left || !enters[i];
  size_t next_left = 0, next_right = count;
  for (size_t i = 0; i < count; i++) {
    const size_t index = goes_left[i] ? next_left++ : --next_right;
    double at = ((double)index - (double)(count - 1) / 2) * pitch;
    if (has_tips) at = enters[i] && is_left ? (goes_left[i] ? -length / 4 : length / 4) : 0;
    draft->stops.items[hooks[i]].port_u = at;
    draft->stops.items[hooks[i]].is_alone = count == 1;
  }
}

typedef struct Hooked {
  GArray *goes_left, *enters; /* bool */
} Hooked;

static void add_hooks_of(Ports *ports, uint32_t node, CxEndAt at, bool is_tail, const bool *only, Hooked *hooked) {
  const CxDraft *draft = ports->draft;
  const CxEnds *ends = is_tail ? &draft->right : &draft->left;
  const uint32_t first = ends->first[node], last = ends->first[node + 1];
  for (uint32_t i = 0; i < last - first; i++) {
    const CxEnd *end = &ends->items[at == CX_AT_ABOVE ? last - 1 - i : first + i];
    const bool enters = is_tail == draft->arcs[end->arc].is_back, is_left = !is_tail;
    if (end->at != at || (only != NULL && enters != *only)) continue;
    add_hook(ports, node, at, end, is_tail);
    g_array_append_val(hooked->goes_left, is_left);
    g_array_append_val(hooked->enters, enters);
  }
}

/* Whether an edge that leaves there has its label beside its hook. */
static bool has_label_at_hook(const CxDraft *draft, uint32_t node, CxEndAt at) {
  for (int is_tail = 0; is_tail < 2; is_tail++) {
    const CxEnds *ends = is_tail == 1 ? &draft->right : &draft->left;
    for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++) {
      const CxArc *arc = &draft->arcs[ends->items[i].arc];
      const bool leaves = (is_tail == 1) != arc->is_back;
      if (ends->items[i].at == at && leaves && arc->label.y > 0 && !arc->has_label_stop) return true;
    }
  }
  return false;
}

/* The hooks of one side of a node, those nearest to it first. At a tip where exits have labels beside them, entries are
 * nearer than exits: the labels stand further out. */
static void set_hooks(Ports *ports, uint32_t node, CxEndAt at) {
  const bool has_tips = cx_draft_node(ports->draft, node)->ports == CX_GRAPH_TIPS, enter = true, leave = false;
  const bool is_apart = has_tips && has_label_at_hook(ports->draft, node, at);
  Hooked hooked = {g_array_new(FALSE, FALSE, sizeof(bool)), g_array_new(FALSE, FALSE, sizeof(bool))};
  for (int is_tail = 1; is_tail >= 0; is_tail--)
    add_hooks_of(ports, node, at, is_tail == 1, is_apart ? &enter : NULL, &hooked);
  for (int is_tail = 1; is_tail >= 0 && is_apart; is_tail--)
    add_hooks_of(ports, node, at, is_tail == 1, &leave, &hooked);
  place_hooks(ports, node, at == CX_AT_ABOVE ? 0 : 1, (const bool *)(void *)hooked.goes_left->data,
              (const bool *)(void *)hooked.enters->data);
  g_array_free(hooked.goes_left, TRUE);
  g_array_free(hooked.enters, TRUE);
}

/* Puts the hooks into their layers. */
static void reorder(const Ports *ports) {
  CxDraft *draft = ports->draft;
  uint32_t *order = cx_new_array(draft->arena, uint32_t, draft->stops.count + 1), count = 0;
  for (uint32_t layer = 0; layer < draft->layer_count; layer++) {
    const uint32_t first = draft->layer_first[layer], last = draft->layer_first[layer + 1], begin = count;
    draft->layer_first[layer] = count;
    for (uint32_t i = first; i < last; i++) {
      const uint32_t stop = draft->order[i];
      const bool is_node = draft->stops.items[stop].kind == CX_STOP_NODE;
      for (size_t k = is_node ? ports->hooks[2 * stop].count : 0; k > 0; k--)
        order[count++] = ports->hooks[2 * stop].items[k - 1];
      order[count++] = stop;
      for (size_t k = 0; is_node && k < ports->hooks[2 * stop + 1].count; k++)
        order[count++] = ports->hooks[2 * stop + 1].items[k];
    }
    for (uint32_t i = begin; i < count; i++) draft->stops.items[order[i]].place = i - begin;
    if (layer + 1 == draft->layer_count) draft->layer_first[draft->layer_count] = count;
  }
  draft->order = order;
}

/* ---- The whole ------------------------------------------------------------------------------------------------ */

/* A flat arc's label stands beside it, next to the node that it leaves, beyond labels of the sides. */
static void make_room_for_flat(const CxDraft *draft, uint32_t node) {
  CxStop *stop = &draft->stops.items[node];
  for (uint32_t side = 0; side < 2; side++) {
    const uint32_t flat = draft->flats[2 * node + side];
    if (flat == CX_NOWHERE || draft->arcs[flat].tail != node || draft->arcs[flat].label.y <= 0) continue;
    *(side == 0 ? &stop->above : &stop->below) += draft->arcs[flat].label.y + CX_LABEL_GAP;
  }
}

void cx_draft_set_ports(CxDraft *draft) {
  Ports ports = {.draft = draft};
  add_links(draft);
  ports.hooks = cx_arena_alloc_array(draft->arena, sizeof *ports.hooks, 2 * (size_t)draft->node_count + 1);
  for (uint32_t i = 0; i < draft->node_count; i++) {
    CxStop *stop = &draft->stops.items[i];
    stop->above = stop->below = cx_draft_node_thickness(draft, i) / 2;
    if (!draft->is_down) stop->below += cx_draft_node(draft, i)->under;
    set_side(draft, i, true);
    set_side(draft, i, false);
    make_room_for_flat(draft, i);
    set_hooks(&ports, i, CX_AT_ABOVE);
    set_hooks(&ports, i, CX_AT_BELOW);
  }
  cx_draft_pair_ports(draft);
  for (uint32_t i = 0; i < draft->node_count; i++)
    for (uint32_t k = draft->right.first[i]; k < draft->right.first[i + 1]; k++)
      if (draft->right.items[k].at == CX_AT_SIDE)
        make_room_beside(draft, &draft->stops.items[i], &draft->right.items[k], true);
  for (uint32_t i = draft->node_count; i < draft->stops.count; i++) {
    CxStop *stop = &draft->stops.items[i];
    if (stop->kind != CX_STOP_LABEL) continue;
    *(draft->is_down ? &stop->below : &stop->above) = draft->arcs[stop->owner].label.y + CX_LABEL_GAP;
  }
  reorder(&ports);
  cx_draft_place_loops(draft);
}
