/* Bends: a stop in every layer that an edge passes between its ends, and among them one for its label where that found
 * no room at the beginning. They belong to the lane of the end whose lane has fewer nodes in those layers. An edge that
 * runs back between nodes that stand upon one another gets a turn in the layer before, and a twin to its other end.
 *
 * Where all edges together would need more bends than can be handled, the longest ones become bypasses, which run round
 * everything. The stops are put into their layers in the order of a walk along the edges, which keeps what hangs
 * together together. */
#include "draft.h"

#include <stdlib.h>

static const uint64_t MOST_BENDS = 200000;

static uint32_t span(const CxDraft *draft, const CxArc *arc) {
  const uint32_t tail = draft->stops.items[arc->tail].layer, head = draft->stops.items[arc->head].layer;
  return tail == head ? 1 : head - tail;
}

/* ---- Bypasses ---------------------------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b) {
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y ? 1 : 0;
}

static void choose_bypasses(CxDraft *draft) {
  uint64_t bends = 0;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    draft->arcs[i].is_bypass = false;
    bends += span(draft, &draft->arcs[i]) - 1;
  }
  if (bends <= MOST_BENDS) return;
  uint32_t *spans = cx_new_array(draft->arena, uint32_t, draft->arc_count);
  for (uint32_t i = 0; i < draft->arc_count; i++) spans[i] = span(draft, &draft->arcs[i]);
  qsort(spans, draft->arc_count, sizeof spans[0], by_number);
  uint32_t longest = 0;
  uint64_t sum = 0;
  for (uint32_t i = 0; i < draft->arc_count && sum + spans[i] - 1 <= MOST_BENDS; i++) {
    sum += spans[i] - 1;
    longest = spans[i];
  }
  /* Of equally long ones the first stay, as far as there is room. */
  sum = 0;
  for (uint32_t i = 0; i < draft->arc_count; i++)
    if (span(draft, &draft->arcs[i]) < longest) sum += span(draft, &draft->arcs[i]) - 1;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    const uint32_t length = span(draft, arc);
    if (length < longest || length <= 2) continue;
    arc->is_bypass = length > longest || sum + length - 1 > MOST_BENDS;
    if (!arc->is_bypass) sum += length - 1;
  }
}

/* ---- Bends and their lanes --------------------------------------------------------------------------------------- */

/* Nodes of each lane in the layers before one; NULL without lanes. */
static uint32_t *count_nodes(const CxDraft *draft) {
  const size_t lanes = draft->graph->lane_count;
  if (lanes < 2) return NULL;
  uint32_t *sums = cx_new_array(draft->arena, uint32_t, lanes * (draft->layer_count + 1));
  for (uint32_t i = 0; i < draft->node_count; i++)
    sums[draft->stops.items[i].lane * (draft->layer_count + 1) + draft->stops.items[i].layer + 1]++;
  for (size_t lane = 0; lane < lanes; lane++)
    for (uint32_t i = 0; i < draft->layer_count; i++)
      sums[lane * (draft->layer_count + 1) + i + 1] += sums[lane * (draft->layer_count + 1) + i];
  return sums;
}

static uint32_t nodes_between(const CxDraft *draft, const uint32_t *sums, uint32_t lane, const CxArc *arc) {
  const uint32_t *of_lane = sums + (size_t)lane * (draft->layer_count + 1);
  return of_lane[draft->stops.items[arc->head].layer] - of_lane[draft->stops.items[arc->tail].layer + 1];
}

static uint32_t lane_of(const CxDraft *draft, const uint32_t *sums, const CxArc *arc) {
  const uint32_t tail = draft->stops.items[arc->tail].lane, head = draft->stops.items[arc->head].lane;
  if (tail == head || sums == NULL) return tail;
  return nodes_between(draft, sums, tail, arc) < nodes_between(draft, sums, head, arc) ? tail : head;
}

/* An edge that runs back between nodes that stand upon one another: it leaves and enters at the left. */
static void add_turn(CxDraft *draft, uint32_t index) {
  CxArc *arc = &draft->arcs[index];
  const CxStop *head = &draft->stops.items[arc->head];
  const CxStop turn = {.kind = CX_STOP_TURN, .owner = index, .layer = head->layer - 1, .lane = head->lane};
  arc->twin = draft->arc_count++;
  draft->arcs[arc->twin] = (CxArc){.tail = (uint32_t)draft->stops.count,
                                   .head = arc->tail,
                                   .edge = arc->edge,
                                   .weight = arc->weight,
                                   .least_span = 1,
                                   .is_back = true,
                                   .is_twin = true};
  arc->tail = (uint32_t)draft->stops.count;
  *cx_list_add(draft->arena, &draft->stops) = turn;
}

static void add_bends_of(CxDraft *draft, uint32_t index, const uint32_t *sums) {
  CxArc *arc = &draft->arcs[index];
  if (arc->is_bypass) return;
  arc->first_bend = (uint32_t)draft->stops.count;
  arc->bend_count = span(draft, arc) - 1;
  const uint32_t lane = lane_of(draft, sums, arc), layer = draft->stops.items[arc->tail].layer;
  for (uint32_t i = 0; i < arc->bend_count; i++) {
    const CxStopKind kind = arc->has_label_stop && i == 0 ? CX_STOP_LABEL : CX_STOP_BEND;
    *cx_list_add(draft->arena, &draft->stops) =
        (CxStop){.kind = kind, .owner = index, .layer = layer + 1 + i, .lane = lane};
  }
}

void cx_draft_add_bends(CxDraft *draft) {
  choose_bypasses(draft);
  const uint32_t *sums = count_nodes(draft);
  for (uint32_t i = 0, count = draft->arc_count; i < count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (arc->is_flat) continue;
    if (draft->stops.items[arc->tail].layer == draft->stops.items[arc->head].layer)
      add_turn(draft, i);
    else
      add_bends_of(draft, i, sums);
  }
}

void cx_draft_take_bends(CxDraft *draft) {
  draft->stops.count = draft->node_count;
  while (draft->arc_count > 0 && draft->arcs[draft->arc_count - 1].is_twin) draft->arc_count--;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    if (arc->twin != 0) arc->tail = draft->arcs[arc->twin].head;
    arc->twin = arc->bend_count = 0;
  }
}
