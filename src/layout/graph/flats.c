/* Flat arcs: a node that stands in the same layer as the node that leads to it, right above or below it, joined by one
 * straight upright piece. That saves a layer and the bends: so a decision's other exit goes straight into the node
 * beside it, and a way that goes on in another lane goes there at once. Where much is stacked, one of two ways on from
 * a box does so too, and a side way that comes back. Pendants hang on what they belong to, at a side that is left.
 *
 * The head of a flat arc has no other entry that runs forward, or its tail no other exit (pendants lead nowhere) and
 * nothing else that stands upon it. So what leads from a tail to its head is the flat arc alone, and layers that hold
 * both as one close no circle. A node has one flat arc above and one below at most. When layers are chosen, flat arcs
 * between lanes that have something in their way are dropped again. */
#include "draft.h"

#include <stdlib.h>

static const uint32_t MOST_IN_LANE = 2, MOST_IN_ALL = 8; /* nodes that stand upon one another */
static const size_t MOST_CELLS = 1000000;                /* of layers and lanes that are looked at */

enum { ACROSS, DECISION, BRANCH, MERGE, PENDANT }; /* ranks: the first are chosen first */

typedef struct Candidate {
  uint32_t arc;
  int rank; /* the least first */
  uint32_t weight;
} Candidate;

typedef struct Flats {
  CxDraft *draft;
  uint32_t *entries, *exits;    /* of a node: arcs that run forward, without those to what hangs on it */
  bool *hangs;                  /* of a node: a pendant with one entry that leads nowhere */
  uint32_t *ahead;              /* of a node: the exit that goes ahead rather than all others */
  uint32_t *first_entry;        /* of a node: the heaviest entry, of several the first */
  uint32_t *first_back, *backs; /* arcs turned round, by head */
  uint32_t *needs;              /* of a node: edges that run back and would like to turn off above or below */
  CX_LIST(Candidate) candidates;
} Flats;

/* ---- Nodes upon one another ----------------------------------------------------------------------------------- */

uint32_t cx_draft_flat_beyond(const CxDraft *draft, uint32_t node, int side) {
  const uint32_t arc = draft->flats[2 * node + (uint32_t)side];
  if (arc == CX_NOWHERE) return CX_NOWHERE;
  return draft->arcs[arc].tail == node ? draft->arcs[arc].head : draft->arcs[arc].tail;
}

static bool is_same_lane(const CxDraft *draft, uint32_t a, uint32_t b) {
  return draft->stops.items[a].lane == draft->stops.items[b].lane;
}

uint32_t cx_draft_flat_in_lane(const CxDraft *draft, uint32_t node, int side) {
  const uint32_t beyond = cx_draft_flat_beyond(draft, node, side);
  return beyond != CX_NOWHERE && is_same_lane(draft, node, beyond) ? beyond : CX_NOWHERE;
}

uint32_t cx_draft_top_in_lane(const CxDraft *draft, uint32_t node) {
  for (uint32_t next; (next = cx_draft_flat_in_lane(draft, node, 0)) != CX_NOWHERE;) node = next;
  return node;
}

static uint32_t top_of(const CxDraft *draft, uint32_t node) {
  for (uint32_t next; (next = cx_draft_flat_beyond(draft, node, 0)) != CX_NOWHERE;) node = next;
  return node;
}

/* How many nodes stand upon one another, in the node's lane or in all. */
static uint32_t count_of(const CxDraft *draft, uint32_t node, bool in_lane) {
  uint32_t count = 0;
  node = in_lane ? cx_draft_top_in_lane(draft, node) : top_of(draft, node);
  for (; node != CX_NOWHERE; count++)
    node = in_lane ? cx_draft_flat_in_lane(draft, node, 1) : cx_draft_flat_beyond(draft, node, 1);
  return count;
}

bool cx_draft_can_flip(const CxDraft *draft, uint32_t node) {
  return draft->graph->lane_count == 0 || count_of(draft, node, true) == count_of(draft, node, false);
}

void cx_draft_flip(CxDraft *draft, uint32_t node) {
  for (node = top_of(draft, node); node != CX_NOWHERE;) {
    const uint32_t next = cx_draft_flat_beyond(draft, node, 1), above = draft->flats[2 * node];
    draft->flats[2 * node] = draft->flats[2 * node + 1];
    draft->flats[2 * node + 1] = above;
    node = next;
  }
}

/* ---- Candidates ----------------------------------------------------------------------------------------------- */

static bool has_tips(const CxDraft *draft, uint32_t node) {
  return cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS;
}

/* What hangs on a node is no way on from it. */
static void choose_ahead(Flats *flats) {
  const CxDraft *draft = flats->draft;
  flats->hangs = cx_new_array(draft->arena, bool, draft->node_count + 1);
  flats->ahead = cx_new_array(draft->arena, uint32_t, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->node_count; i++) {
    flats->hangs[i] = cx_draft_node(draft, i)->is_pendant && flats->entries[i] == 1 && flats->exits[i] == 0;
    flats->ahead[i] = CX_NOWHERE;
  }
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    uint32_t *ahead = &flats->ahead[arc->tail];
    if (arc->is_back) continue;
    if (flats->hangs[arc->head])
      flats->exits[arc->tail]--;
    else if (*ahead == CX_NOWHERE || cx_draft_goes_rather_ahead(draft, i, *ahead))
      *ahead = i;
  }
}

static void index_arcs(Flats *flats) {
  CxDraft *draft = flats->draft;
  const uint32_t nodes = draft->node_count;
  flats->entries = cx_new_array(draft->arena, uint32_t, nodes + 1);
  flats->exits = cx_new_array(draft->arena, uint32_t, nodes + 1);
  flats->first_entry = cx_new_array(draft->arena, uint32_t, nodes + 1);
  flats->needs = cx_new_array(draft->arena, uint32_t, nodes + 1);
  flats->first_back = cx_new_array(draft->arena, uint32_t, nodes + 2);
  flats->backs = cx_new_array(draft->arena, uint32_t, draft->arc_count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (arc->is_back) {
      flats->first_back[arc->head + 2]++;
      if (arc->label.y > 0 || has_tips(draft, arc->head)) flats->needs[arc->head]++;
      if (has_tips(draft, arc->tail)) flats->needs[arc->tail]++;
      continue;
    }
    uint32_t *entry = &flats->first_entry[arc->head];
    if (flats->entries[arc->head]++ == 0 || arc->weight > draft->arcs[*entry].weight) *entry = i;
    flats->exits[arc->tail]++;
  }
  choose_ahead(flats);
  for (uint32_t i = 2; i < nodes + 2; i++) flats->first_back[i] += flats->first_back[i - 1];
  for (uint32_t i = 0; i < draft->arc_count; i++)
    if (draft->arcs[i].is_back) flats->backs[flats->first_back[draft->arcs[i].head + 1]++] = i;
}

static int by_rank(const void *a, const void *b) {
  const Candidate *x = a, *y = b;
  if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return x->arc < y->arc ? -1 : x->arc > y->arc ? 1 : 0;
}

/* Takes part, or no part any more, in what the ends of a flat arc need: what runs back between them turns in the layer
 * before. */
static void leave_out(Flats *flats, uint32_t tail, uint32_t head, uint32_t by) {
  const CxDraft *draft = flats->draft;
  for (uint32_t i = flats->first_back[head]; i < flats->first_back[head + 1]; i++) {
    const CxArc *arc = &draft->arcs[flats->backs[i]];
    if (arc->tail != tail) continue;
    if (arc->label.y > 0 || has_tips(draft, head)) flats->needs[head] += by;
    if (has_tips(draft, tail)) flats->needs[tail] += by;
  }
}

/* One of several entries of a node, and all that its own node leads to. */
static bool is_merge(const Flats *flats, uint32_t index) {
  const CxArc *arc = &flats->draft->arcs[index];
  return flats->entries[arc->head] > 1 && flats->first_entry[arc->head] != index && flats->entries[arc->tail] > 0 &&
         flats->exits[arc->tail] == 1 && !cx_draft_node(flats->draft, arc->tail)->is_start;
}

/* Into another lane anything goes but a decision's way ahead; in its own lane a decision's other exits, and where much
 * is stacked the lighter one of two ways on, and side ways where they come back; last what hangs on a node, where that
 * leaves a tip. */
static int rank_of(const Flats *flats, uint32_t index) {
  const CxDraft *draft = flats->draft;
  const CxArc *arc = &draft->arcs[index];
  if (flats->entries[arc->head] != 1) return draft->stacks_much && is_merge(flats, index) ? MERGE : -1;
  const bool is_decision = has_tips(draft, arc->tail);
  const bool is_ahead = flats->ahead[arc->tail] == index, is_only = flats->exits[arc->tail] == 1;
  if (!is_same_lane(draft, arc->tail, arc->head)) return is_decision && is_ahead && !is_only ? -1 : ACROSS;
  if (flats->hangs[arc->head])
    return is_decision && flats->exits[arc->tail] + flats->needs[arc->tail] > 2 ? -1 : PENDANT;
  if (is_ahead || flats->exits[arc->head] > 1 || (is_decision && flats->needs[arc->tail] > 0)) return -1;
  const bool is_leaf = flats->exits[arc->head] == 0;
  if (flats->exits[arc->tail] > (is_leaf ? 3 : 2)) return -1;
  return is_decision ? DECISION : draft->stacks_much ? BRANCH : -1;
}

static void list_candidates(Flats *flats) {
  CxDraft *draft = flats->draft;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (arc->is_back || draft->has_loops[arc->tail] || draft->has_loops[arc->head]) continue;
    const CxGraphNode *tail = cx_draft_node(draft, arc->tail), *head = cx_draft_node(draft, arc->head);
    if (head->is_start || (head->least_layer > 0 && head->least_layer != tail->least_layer)) continue;
    leave_out(flats, arc->tail, arc->head, -1u);
    const int rank = rank_of(flats, i);
    leave_out(flats, arc->tail, arc->head, 1);
    if (rank < 0) continue;
    *cx_list_add(draft->arena, &flats->candidates) = (Candidate){i, rank, arc->weight};
  }
  if (flats->candidates.count > 0)
    qsort(flats->candidates.items, flats->candidates.count, sizeof flats->candidates.items[0], by_rank);
}

/* ---- Choice --------------------------------------------------------------------------------------------------- */

static bool has_room(const Flats *flats, uint32_t node, int side) {
  const CxDraft *draft = flats->draft;
  if (draft->flats[2 * node + (uint32_t)side] != CX_NOWHERE) return false;
  return flats->needs[node] == 0 || draft->flats[2 * node + 1 - (uint32_t)side] == CX_NOWHERE;
}

/* Turns what stands upon a node upside down where its side is taken and that frees it. */
static bool make_room(Flats *flats, uint32_t node, int side) {
  if (has_room(flats, node, side)) return true;
  if (!has_room(flats, node, 1 - side) || !cx_draft_can_flip(flats->draft, node)) return false;
  cx_draft_flip(flats->draft, node);
  return true;
}

/* Whether the labels of what runs back from a node to those that stand upon `top` have room at its left. */
static bool has_room_for_labels(const Flats *flats, uint32_t node, uint32_t top) {
  const CxDraft *draft = flats->draft;
  uint32_t turns = 0, ends = flats->first_back[node + 1] - flats->first_back[node];
  bool has_labels = false;
  for (uint32_t i = flats->first_back[node]; i < flats->first_back[node + 1]; i++) {
    const CxArc *arc = &draft->arcs[flats->backs[i]];
    if (top_of(draft, arc->tail) != top) continue;
    turns++;
    has_labels = has_labels || arc->label.y > 0;
  }
  return !has_labels || (has_tips(draft, node) ? turns : ends) == 1;
}

static bool can_turn(const Flats *flats, uint32_t tail, uint32_t head) {
  const CxDraft *draft = flats->draft;
  const uint32_t top = top_of(draft, tail);
  for (uint32_t node = top_of(draft, head); node != CX_NOWHERE; node = cx_draft_flat_beyond(draft, node, 1))
    if (!has_room_for_labels(flats, node, top)) return false;
  return true;
}

/* Whether something runs back to a node from those that stand upon `top`, or would if the node stood there too. */
static bool has_turns(const Flats *flats, uint32_t node, uint32_t top) {
  for (uint32_t i = flats->first_back[node]; i < flats->first_back[node + 1]; i++)
    if (top_of(flats->draft, flats->draft->arcs[flats->backs[i]].tail) == top) return true;
  return false;
}

/* Where ways join nothing runs back: it would leave by the side by which the other ways enter. */
static bool can_join(const Flats *flats, uint32_t tail, uint32_t head) {
  const uint32_t top = top_of(flats->draft, head);
  if (count_of(flats->draft, tail, false) > 1) return false;
  for (uint32_t node = top; node != CX_NOWHERE; node = cx_draft_flat_beyond(flats->draft, node, 1))
    if (has_turns(flats, node, top) || has_turns(flats, node, tail) || has_turns(flats, tail, top)) return false;
  return true;
}

static void try_candidate(Flats *flats, uint32_t index) {
  CxDraft *draft = flats->draft;
  CxArc *arc = &draft->arcs[index];
  const uint32_t tail = arc->tail, head = arc->head;
  const bool in_lane = is_same_lane(draft, tail, head);
  if (flats->entries[head] > 1 && !can_join(flats, tail, head)) return;
  if (count_of(draft, tail, false) + count_of(draft, head, false) > MOST_IN_ALL) return;
  if (in_lane && !flats->hangs[head] && count_of(draft, tail, true) + count_of(draft, head, true) > MOST_IN_LANE)
    return;
  int side = draft->stops.items[head].lane >= draft->stops.items[tail].lane ? 1 : 0;
  if (in_lane && !has_room(flats, tail, 1) && !cx_draft_can_flip(draft, tail)) side = 0;
  leave_out(flats, tail, head, -1u);
  if (!can_turn(flats, tail, head) || !make_room(flats, tail, side) || !make_room(flats, head, 1 - side)) {
    leave_out(flats, tail, head, 1);
    return;
  }
  draft->flats[2 * tail + (uint32_t)side] = draft->flats[2 * head + 1 - (uint32_t)side] = index;
  arc->is_flat = true;
}

void cx_draft_choose_flats(CxDraft *draft) {
  draft->flats = cx_new_array(draft->arena, uint32_t, 2 * (size_t)draft->node_count + 1);
  for (uint32_t i = 0; i < 2 * draft->node_count; i++) draft->flats[i] = CX_NOWHERE;
  if (draft->graph->is_tree) return;
  Flats flats = {.draft = draft};
  index_arcs(&flats);
  list_candidates(&flats);
  for (size_t i = 0; i < flats.candidates.count; i++) try_candidate(&flats, flats.candidates.items[i].arc);
}

/* ---- What is in the way --------------------------------------------------------------------------------------- */

static void drop(CxDraft *draft, uint32_t index) {
  CxArc *arc = &draft->arcs[index];
  const uint32_t ends[] = {arc->tail, arc->head};
  arc->is_flat = false;
  for (int i = 0; i < 2; i++)
    for (uint32_t side = 0; side < 2; side++)
      if (draft->flats[2 * ends[i] + side] == index) draft->flats[2 * ends[i] + side] = CX_NOWHERE;
}

/* By layer and lane: how many nodes and labels there are in the lanes before, and whether something stands outermost.
 */
typedef struct Crowd {
  const CxDraft *draft;
  size_t lanes;
  uint32_t *before;  /* one more a layer than lanes */
  bool *is_taken[2]; /* above, below */
} Crowd;

static size_t cell_of(const Crowd *crowd, uint32_t stop) {
  const CxStop *s = &crowd->draft->stops.items[stop];
  return (size_t)s->layer * (crowd->lanes + 1) + s->lane;
}

static void fill_crowd(Crowd *crowd) {
  const CxDraft *draft = crowd->draft;
  const size_t cells = (size_t)draft->layer_count * (crowd->lanes + 1);
  crowd->before = cx_new_array(draft->arena, uint32_t, cells + 1);
  for (int side = 0; side < 2; side++) crowd->is_taken[side] = cx_new_array(draft->arena, bool, cells + 1);
  for (uint32_t i = 0; i < draft->stops.count; i++)
    if (draft->stops.items[i].kind == CX_STOP_NODE || draft->stops.items[i].kind == CX_STOP_LABEL)
      crowd->before[cell_of(crowd, i) + 1]++;
  for (size_t i = 1; i < cells; i++)
    if (i % (crowd->lanes + 1) > 0) crowd->before[i] += crowd->before[i - 1];
}

/* What leads on to the lanes before and behind has its lane for itself. */
static bool has_way(const Crowd *crowd, uint32_t node) {
  const CxDraft *draft = crowd->draft;
  const uint32_t top = cx_draft_top_in_lane(draft, node);
  uint32_t bottom = top, count = 1;
  for (uint32_t next; (next = cx_draft_flat_in_lane(draft, bottom, 1)) != CX_NOWHERE; count++) bottom = next;
  const size_t cell = cell_of(crowd, node);
  if (draft->flats[2 * top] == CX_NOWHERE || draft->flats[2 * bottom + 1] == CX_NOWHERE) return true;
  return crowd->before[cell + 1] - crowd->before[cell] == count;
}

/* Whether both ends can stand at the facing borders of their lanes with no node or label between them; takes the
 * borders. */
static bool take_way(const Crowd *crowd, const CxArc *arc) {
  const CxStop *stops = crowd->draft->stops.items;
  const bool is_below = stops[arc->head].lane > stops[arc->tail].lane;
  const uint32_t upper = is_below ? arc->tail : arc->head, lower = is_below ? arc->head : arc->tail;
  const size_t above = cell_of(crowd, upper), below = cell_of(crowd, lower);
  if (crowd->before[below] != crowd->before[above + 1]) return false;
  if (crowd->is_taken[1][above] || crowd->is_taken[0][below]) return false;
  if (!has_way(crowd, upper) || !has_way(crowd, lower)) return false;
  crowd->is_taken[1][above] = crowd->is_taken[0][below] = true;
  return true;
}

bool cx_draft_drop_flats(CxDraft *draft, bool drops_all) {
  Crowd crowd = {.draft = draft, .lanes = draft->graph->lane_count};
  if (crowd.lanes >= MOST_CELLS / draft->layer_count) drops_all = true;
  bool are_dropped = false;
  for (int pass = 0; pass < 2; pass++) /* heavy arcs first */
    for (uint32_t i = 0; i < draft->arc_count; i++) {
      const CxArc *arc = &draft->arcs[i];
      if (!arc->is_flat || is_same_lane(draft, arc->tail, arc->head) || (arc->weight > 1) != (pass == 0)) continue;
      if (crowd.before == NULL && !drops_all) fill_crowd(&crowd);
      if (!drops_all && take_way(&crowd, arc)) continue;
      drop(draft, i);
      are_dropped = true;
    }
  return are_dropped;
}
