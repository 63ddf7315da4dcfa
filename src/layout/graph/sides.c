/* Decides by which side each edge leaves and enters its nodes.
 *
 * Edges go out at the right and in at the left. A decision has one edge a tip as long as there are enough: of two exits
 * the one that would like to go ahead, or else the weightier one, takes the right tip and the other leaves upwards or
 * downwards, as its way goes; of more the middle one does. What runs back leaves and enters above or below, so that
 * exits and entries are not mixed, unless it would cross other edges of its node there. */
#include "draft.h"

#include <stdlib.h>

static const uint32_t NEVER = UINT32_MAX / 8;
static const uint32_t MOST_WEIGHED = 20000000; /* ends looked at for what runs back */

/* ---- The ends at a node, from above downwards ----------------------------------------------------------------- */

static uint32_t place_beyond(const CxDraft *draft, uint32_t arc_index, bool is_tail) {
  const CxArc *arc = &draft->arcs[arc_index];
  if (arc->is_bypass) return CX_NOWHERE;
  const uint32_t beyond = arc->bend_count == 0 ? (is_tail ? arc->head : arc->tail)
                          : is_tail            ? arc->first_bend
                                               : arc->first_bend + arc->bend_count - 1;
  return draft->stops.items[beyond].place;
}

static int by_place(const void *a, const void *b) {
  const CxEnd *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return x->arc < y->arc ? -1 : x->arc > y->arc ? 1 : 0;
}

/* Edges that turn in the layer before have both ends at the left. */
static bool has_end(const CxDraft *draft, uint32_t arc, bool is_tail) {
  const CxArc *a = &draft->arcs[arc];
  return !a->is_flat && (!is_tail || (a->twin == 0 && !a->is_twin));
}

static void list_side(CxEnds *ends, const CxDraft *draft, bool is_tail) {
  ends->first = cx_new_array(draft->arena, uint32_t, draft->node_count + 2);
  ends->items = cx_new_array(draft->arena, CxEnd, draft->arc_count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++)
    if (has_end(draft, i, is_tail)) ends->first[(is_tail ? draft->arcs[i].tail : draft->arcs[i].head) + 2]++;
  for (uint32_t i = 2; i < draft->node_count + 2; i++) ends->first[i] += ends->first[i - 1];
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const uint32_t node = is_tail ? draft->arcs[i].tail : draft->arcs[i].head;
    if (!has_end(draft, i, is_tail)) continue;
    ends->items[ends->first[node + 1]++] = (CxEnd){.arc = i, .place = place_beyond(draft, i, is_tail)};
  }
  for (uint32_t i = 0; i < draft->node_count; i++)
    qsort(ends->items + ends->first[i], ends->first[i + 1] - ends->first[i], sizeof ends->items[0], by_place);
}

/* ---- Exits of decisions --------------------------------------------------------------------------------------- */

bool cx_draft_goes_rather_ahead(const CxDraft *draft, uint32_t a, uint32_t b) {
  const CxGraphEdge *x = &draft->graph->edges[draft->arcs[a].edge], *y = &draft->graph->edges[draft->arcs[b].edge];
  const int score_x = (x->exit == CX_GRAPH_EXIT_AHEAD) - (x->exit == CX_GRAPH_EXIT_ASIDE);
  const int score_y = (y->exit == CX_GRAPH_EXIT_AHEAD) - (y->exit == CX_GRAPH_EXIT_ASIDE);
  if (score_x != score_y) return score_x > score_y;
  if (x->weight != y->weight) return x->weight > y->weight;
  return draft->arcs[a].edge < draft->arcs[b].edge;
}

static bool is_taken(const CxDraft *draft, uint32_t node, uint32_t side) {
  return draft->flats[2 * node + side] != CX_NOWHERE;
}

/* Which of a decision's exits, from above downwards, takes the right tip. Where only the upper or the lower tip is free
 * it is the one furthest from that, unless another one of two is of the main path. */
static uint32_t choose_ahead(const CxDraft *draft, uint32_t node, uint32_t first, uint32_t second, uint32_t count) {
  const bool is_first = cx_draft_goes_rather_ahead(draft, first, second);
  if (count == 2 && draft->arcs[first].weight != draft->arcs[second].weight) return is_first ? 0 : 1;
  if (is_taken(draft, node, 0)) return 0;
  if (is_taken(draft, node, 1)) return count - 1;
  return count > 2 ? (count - 1) / 2 : is_first ? 0 : 1;
}

/* The forward exits of a decision: of two the one that goes ahead, of more the middle one takes the right tip, those
 * before it go up and those behind it down. Gives the CX_AT_ABOVE and CX_AT_BELOW bits that they take. */
static unsigned choose_tips(CxDraft *draft, CxEnds *right, uint32_t node) {
  CxEnd *first = NULL, *second = NULL;
  uint32_t count = 0;
  for (uint32_t i = right->first[node]; i < right->first[node + 1]; i++) {
    if (draft->arcs[right->items[i].arc].is_back) continue;
    *(count == 0 ? &first : &second) = &right->items[i];
    count++;
  }
  if (count < 2 || (is_taken(draft, node, 0) && is_taken(draft, node, 1))) return 0;
  const uint32_t ahead = choose_ahead(draft, node, first->arc, second->arc, count);
  uint32_t number = 0;
  unsigned corners = 0;
  for (uint32_t i = right->first[node]; i < right->first[node + 1]; i++) {
    if (draft->arcs[right->items[i].arc].is_back) continue;
    if (number != ahead) {
      right->items[i].at = is_taken(draft, node, 0)   ? CX_AT_BELOW
                           : is_taken(draft, node, 1) ? CX_AT_ABOVE
                           : number < ahead           ? CX_AT_ABOVE
                                                      : CX_AT_BELOW;
      corners |= right->items[i].at;
    }
    number++;
  }
  return corners;
}

/* In a tree: the last ones that would like to leave aside, but for one. */
static void turn_down(const CxDraft *draft, CxEnds *right, uint32_t node) {
  for (uint32_t i = right->first[node + 1]; i-- > right->first[node] + 1;) {
    CxEnd *end = &right->items[i];
    if (draft->graph->edges[draft->arcs[end->arc].edge].exit != CX_GRAPH_EXIT_ASIDE) return;
    end->at = CX_AT_BELOW;
  }
}

/* ---- What runs back ------------------------------------------------------------------------------------------- */

static bool has_tips(const CxDraft *draft, uint32_t node) {
  return cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS;
}

/* How many edges that run forward, and tips in use, are in the way of one that turns off above or below. */
static void weigh_end(const CxDraft *draft, const CxEnds *ends, uint32_t node, uint32_t index, unsigned corners,
                      uint32_t cost[2]) {
  for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++) {
    if (draft->arcs[ends->items[i].arc].is_back) continue;
    if (i < index)
      cost[0]++;
    else if (i > index)
      cost[1]++;
  }
  if (corners & CX_AT_ABOVE) cost[0]++;
  if (corners & CX_AT_BELOW) cost[1]++;
  if (is_taken(draft, node, 0)) cost[0] += NEVER;
  if (is_taken(draft, node, 1)) cost[1] += NEVER;
}

static void turn_off(CxDraft *draft, CxEnds *left, CxEnds *right, CxEnd *tail_end, CxEnd *head_end,
                     const unsigned *corners) {
  const CxArc *arc = &draft->arcs[tail_end->arc];
  const bool tail_tips = cx_draft_is_side_shared(draft, arc->tail, true), head_tips = has_tips(draft, arc->head);
  const bool has_label = arc->label.y > 0;
  if (arc->is_bypass || (arc->bend_count == 0 && !tail_tips && !head_tips && !has_label)) return;
  uint32_t tail[2] = {0, 0}, head[2] = {0, 0};
  weigh_end(draft, right, arc->tail, (uint32_t)(tail_end - right->items), corners[arc->tail], tail);
  weigh_end(draft, left, arc->head, (uint32_t)(head_end - left->items), corners[arc->head], head);
  const int both = tail[0] + head[0] < tail[1] + head[1] ? 0 : 1;
  const bool is_split = tail[both] + head[both] > MIN(tail[0], tail[1]) + MIN(head[0], head[1]);
  const int tail_side = is_split ? (tail[0] < tail[1] ? 0 : 1) : both;
  const int head_side = is_split ? (head[0] < head[1] ? 0 : 1) : both;
  if (tail[tail_side] == 0 || (tail_tips && tail[tail_side] < NEVER))
    tail_end->at = tail_side == 0 ? CX_AT_ABOVE : CX_AT_BELOW;
  if ((head_tips || has_label) && head[head_side] < NEVER) head_end->at = head_side == 0 ? CX_AT_ABOVE : CX_AT_BELOW;
}

void cx_draft_choose_sides(CxDraft *draft) {
  CxEnds *left = &draft->left, *right = &draft->right;
  list_side(right, draft, true);
  list_side(left, draft, false);
  unsigned *corners = cx_new_array(draft->arena, unsigned, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->node_count; i++)
    if (draft->graph->is_tree)
      turn_down(draft, right, i);
    else if (has_tips(draft, i))
      corners[i] = choose_tips(draft, right, i);
  CxEnd **head_ends = cx_new_array(draft->arena, CxEnd *, draft->arc_count + 1);
  for (uint32_t i = 0; i < left->first[draft->node_count]; i++) head_ends[left->items[i].arc] = &left->items[i];
  uint32_t work = 0; /* weighing looks at all edges of a node */
  for (uint32_t i = 0; i < right->first[draft->node_count] && work < MOST_WEIGHED; i++) {
    CxEnd *tail_end = &right->items[i];
    const CxArc *arc = &draft->arcs[tail_end->arc];
    if (!arc->is_back) continue;
    work += right->first[arc->tail + 1] - right->first[arc->tail] + left->first[arc->head + 1] - left->first[arc->head];
    turn_off(draft, left, right, tail_end, head_ends[tail_end->arc], corners);
  }
}
