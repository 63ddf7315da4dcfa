/* Two edges that are worth the same between a node and two neighbours of the next layer: both are straight if they
 * leave and enter off the middles, the node halfway between the two. So a way that forks and joins again is as even as
 * it is meant. */
#include "blocks.h"

typedef struct Pair {
  CxLink *links[2];   /* the upper one first */
  uint32_t others[2]; /* the neighbours */
} Pair;

static uint32_t count_beside(const CxEnds *ends, uint32_t node) {
  uint32_t count = 0;
  for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++) count += ends->items[i].at == CX_AT_SIDE;
  return count;
}

/* Whether an end of an arc at a side may be one of a pair: its other end is alone at its own side. */
static bool is_half(const CxDraft *draft, uint32_t index, bool is_tail) {
  const CxArc *arc = &draft->arcs[index];
  const uint32_t node = is_tail ? arc->tail : arc->head, other = is_tail ? arc->head : arc->tail;
  return arc->bend_count == 0 && !arc->is_back && arc->weight == 1 &&
         !cx_draft_is_side_shared(draft, other, !is_tail) &&
         count_beside(is_tail ? &draft->left : &draft->right, other) == 1 &&
         draft->stops.items[other].lane == draft->stops.items[node].lane;
}

static bool find_pair(const CxDraft *draft, uint32_t node, bool is_tail, Pair *pair) {
  const CxEnds *ends = is_tail ? &draft->right : &draft->left;
  if (cx_draft_is_side_shared(draft, node, is_tail) || count_beside(ends, node) != 2) return false;
  int count = 0;
  for (uint32_t i = ends->first[node]; i < ends->first[node + 1]; i++) {
    if (ends->items[i].at != CX_AT_SIDE) continue;
    if (!is_half(draft, ends->items[i].arc, is_tail)) return false;
    CxLink *link = cx_draft_end_link(draft, ends->items[i].arc, is_tail);
    pair->links[count] = link;
    pair->others[count++] = is_tail ? link->right : link->left;
  }
  const CxStop *upper = &draft->stops.items[pair->others[0]], *lower = &draft->stops.items[pair->others[1]];
  return upper->kind == CX_STOP_NODE && lower->kind == CX_STOP_NODE && upper->place + 1 == lower->place;
}

/* The least way from the middle of a side to the ends of where ports may be. */
static double reach_of(const CxDraft *draft, uint32_t node, bool is_tail) {
  double low, high;
  cx_draft_side_range(draft, node, is_tail, &low, &high);
  return MAX(MIN(-low, high), 0);
}

/* Half of what the two are apart at least: one of them has its label between them. */
static double least_half(const CxDraft *draft, const Pair *pair) {
  const double label = cx_draft_label_beside(draft, pair->links[draft->is_down ? 0 : 1]->arc, true);
  return label > 0 ? (label + CX_LABEL_ROOM) / 2 : 0;
}

static void set_pair(const CxDraft *draft, uint32_t node, bool is_tail, const Pair *pair) {
  const CxStop *stops = draft->stops.items;
  const double half = cx_blocks_distance(draft, &stops[pair->others[0]], &stops[pair->others[1]]) / 2;
  const double own = reach_of(draft, node, is_tail);
  const double its = MIN(reach_of(draft, pair->others[0], !is_tail), reach_of(draft, pair->others[1], !is_tail));
  const double same = 1e-6;
  if (own + its < half - same) return;
  const double at = MAX(half * own / (own + its), least_half(draft, pair));
  if (at > own + same || at - half > its + same) return;
  for (int i = 0; i < 2; i++) {
    CxLink *link = pair->links[i];
    const double way = i == 0 ? -1 : 1;
    *(is_tail ? &link->left_v : &link->right_v) = way * at;
    *(is_tail ? &link->right_v : &link->left_v) = way * (at - half);
  }
}

void cx_draft_pair_ports(CxDraft *draft) {
  for (uint32_t i = 0; i < draft->node_count && !draft->graph->is_tree; i++)
    for (int is_tail = 1; is_tail >= 0; is_tail--) {
      Pair pair;
      if (find_pair(draft, i, is_tail == 1, &pair)) set_pair(draft, i, is_tail == 1, &pair);
    }
}
