/* Gives each node its layer: the sum of the edges' spans is the least there is (network simplex), then nodes that may
 * stand in several layers at no cost move to the one with the least in it, as in Gansner et al. 1993.
 *
 * Nodes that stand upon one another by flat arcs are one item. A node's least layer is a strong spring from an item
 * before all others. A labelled edge whose label finds no room at its beginning spans two layers at least: the label
 * stands in the one between. */
#include "draft.h"

enum { PULL = 1000 }; /* weight of the spring to a node's least layer */

/* The ends at the right of a node, and the room that they need there, one below the other. */
typedef struct Exits {
  uint32_t count, backs;
  double room;
} Exits;

static uint32_t count_flats(const CxDraft *draft, uint32_t node) {
  return (draft->flats[2 * node] != CX_NOWHERE ? 1 : 0) + (draft->flats[2 * node + 1] != CX_NOWHERE ? 1 : 0);
}

static bool has_room_beside(const CxDraft *draft, uint32_t node, const Exits *exits) {
  if (draft->has_loops[node] || (draft->graph->is_tree && exits->count > 1)) return false;
  if (cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS) return exits->count + count_flats(draft, node) <= 3;
  if (exits->count + exits->backs == 1) return true;
  double low, high;
  cx_draft_side_range(draft, node, true, &low, &high);
  return exits->room - draft->graph->track <= high - low;
}

/* An edge's label stands at its beginning where its node's side has room for all labels there: three at the tips of a
 * decision, or as many as fit on a side. */
static void decide_labels(CxDraft *draft) {
  Exits *exits = cx_new_array(draft->arena, Exits, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    Exits *of = &exits[arc->tail];
    if (arc->is_flat) continue;
    if (arc->is_back)
      of->backs++;
    else
      of->count++;
    of->room += arc->label.y > 0 && !arc->is_back ? arc->label.y + CX_LABEL_ROOM : draft->graph->track;
  }
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    arc->has_label_stop =
        arc->label.y > 0 && !arc->is_back && !arc->is_flat && !has_room_beside(draft, arc->tail, &exits[arc->tail]);
    arc->least_span = arc->has_label_stop ? 2 : 1;
  }
}

/* Of every node the one that all those which stand upon it count for. */
static uint32_t *find_roots(const CxDraft *draft) {
  uint32_t *roots = cx_new_array(draft->arena, uint32_t, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->node_count; i++) {
    if (cx_draft_flat_beyond(draft, i, 0) != CX_NOWHERE) continue;
    for (uint32_t node = i; node != CX_NOWHERE; node = cx_draft_flat_beyond(draft, node, 1)) roots[node] = i;
  }
  return roots;
}

/* Moves nodes whose edges pull equally to both sides to the emptiest layer they can stand in. */
static void balance(CxDraft *draft, const uint32_t *roots, const int64_t *least, int64_t *layers) {
  const uint32_t count = draft->node_count;
  int64_t *early = cx_new_array(draft->arena, int64_t, count + 1),
          *late = cx_new_array(draft->arena, int64_t, count + 1);
  int64_t *pull = cx_new_array(draft->arena, int64_t, count + 1);
  uint32_t *filled = cx_new_array(draft->arena, uint32_t, draft->layer_count + 1);
  uint32_t *first = cx_new_array(draft->arena, uint32_t, count + 2);
  uint32_t *arcs = cx_new_array(draft->arena, uint32_t, 2 * draft->arc_count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (roots[arc->tail] == roots[arc->head]) continue;
    pull[roots[arc->tail]] -= arc->weight, pull[roots[arc->head]] += arc->weight;
    first[roots[arc->tail] + 2]++, first[roots[arc->head] + 2]++;
  }
  for (uint32_t i = 2; i < count + 2; i++) first[i] += first[i - 1];
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    if (roots[draft->arcs[i].tail] == roots[draft->arcs[i].head]) continue;
    arcs[first[roots[draft->arcs[i].tail] + 1]++] = i;
    arcs[first[roots[draft->arcs[i].head] + 1]++] = i;
  }
  for (uint32_t i = 0; i < count; i++) filled[layers[i]]++;
  for (uint32_t i = 0; i < count; i++) {
    early[i] = least[i], late[i] = draft->layer_count - 1;
    if (pull[i] != 0 || first[i] == first[i + 1] || early[i] > 0) continue;
    for (uint32_t k = first[i]; k < first[i + 1]; k++) {
      const CxArc *arc = &draft->arcs[arcs[k]];
      if (roots[arc->head] == i) early[i] = MAX(early[i], layers[roots[arc->tail]] + arc->least_span);
      if (roots[arc->tail] == i) late[i] = MIN(late[i], layers[roots[arc->head]] - arc->least_span);
    }
    int64_t best = layers[i];
    for (int64_t layer = early[i]; layer <= late[i] && layer < early[i] + 64; layer++)
      if (filled[layer] + (layer == layers[i] ? 0 : 1) < filled[best] + (best == layers[i] ? 0 : 1)) best = layer;
    filled[layers[i]]--, filled[best]++;
    layers[i] = best;
  }
}

/* The layers that nodes stand in at least, by root: an edge that runs back from one node to another that it stands upon
 * needs a layer before them to turn in. */
static int64_t *find_least(const CxDraft *draft, const uint32_t *roots) {
  int64_t *least = cx_new_array(draft->arena, int64_t, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (!arc->is_flat && roots[arc->tail] == roots[arc->head]) least[roots[arc->tail]] = 1;
  }
  for (uint32_t i = 0; i < draft->node_count; i++)
    least[roots[i]] = MAX(least[roots[i]], (int64_t)MIN(cx_draft_node(draft, i)->least_layer, CX_MOST_LAYERS));
  return least;
}

void cx_draft_choose_layers(CxDraft *draft) {
  decide_labels(draft);
  const uint32_t count = draft->node_count;
  CxSpring *springs = cx_new_array(draft->arena, CxSpring, draft->arc_count + count + 1);
  size_t spring_count = 0;
  bool has_least = false;
  const uint32_t *roots = find_roots(draft);
  const int64_t *least = find_least(draft, roots);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    const uint32_t tail = roots[arc->tail], head = roots[arc->head];
    if (tail != head) springs[spring_count++] = (CxSpring){tail, head, arc->least_span, arc->weight};
  }
  for (uint32_t i = 0; i < count; i++) has_least = has_least || least[i] > 0;
  for (uint32_t i = 0; i < count && has_least; i++)
    springs[spring_count++] =
        (CxSpring){count, roots[i], least[roots[i]], cx_draft_node(draft, i)->least_layer > 0 ? PULL : 0};
  int64_t *layers = cx_new_array(draft->arena, int64_t, count + 1);
  cx_solve_springs(draft->arena, count + (has_least ? 1 : 0), springs, spring_count, layers);
  int64_t last = 0;
  for (uint32_t i = 0; i < count; i++) {
    layers[i] = layers[roots[i]];
    last = MAX(last, layers[i]);
  }
  draft->layer_count = (uint32_t)last + 1;
  balance(draft, roots, least, layers);
  for (uint32_t i = 0; i < count; i++) draft->stops.items[i].layer = (uint32_t)layers[roots[i]];
}
