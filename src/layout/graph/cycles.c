/* Turns edges round until there is no circle.
 *
 * A walk in depth from the starts, then from nodes that nothing leads to, then from what is left, each in the order of
 * the graph: an edge that leads back to a node on the walk's way closes a circle and is turned round. Flows are written
 * in the order in which they are gone through, so what runs back here runs back in the reader's mind too, which turning
 * as few edges as can be would not give. No turned edge could be left alone: the walk's way, which is not turned, would
 * close its circle.
 */
#include "draft.h"

typedef struct Walk {
  CxDraft *draft;
  uint32_t *first, *arcs; /* that leave a node */
  uint32_t *next;         /* of a node: the arc that the walk has come to */
  uint32_t *way;          /* the nodes from the walk's root to where it is */
  uint8_t *state;
} Walk;

enum { UNSEEN, ON_WAY, DONE };

static void index_arcs(Walk *walk) {
  const CxDraft *draft = walk->draft;
  for (uint32_t i = 0; i < draft->arc_count; i++) walk->first[draft->arcs[i].tail + 1]++;
  for (uint32_t i = 0; i < draft->node_count; i++) walk->first[i + 1] += walk->first[i];
  for (uint32_t i = 0; i < draft->node_count; i++) walk->next[i] = walk->first[i];
  for (uint32_t i = 0; i < draft->arc_count; i++) walk->arcs[walk->next[draft->arcs[i].tail]++] = i;
  for (uint32_t i = 0; i < draft->node_count; i++) walk->next[i] = walk->first[i];
}

static void walk_from(Walk *walk, uint32_t root) {
  if (walk->state[root] != UNSEEN) return;
  uint32_t depth = 0;
  walk->way[depth++] = root;
  walk->state[root] = ON_WAY;
  while (depth > 0) {
    const uint32_t node = walk->way[depth - 1];
    if (walk->next[node] == walk->first[node + 1]) {
      walk->state[node] = DONE;
      depth--;
      continue;
    }
    CxArc *arc = &walk->draft->arcs[walk->arcs[walk->next[node]++]];
    if (walk->state[arc->head] == ON_WAY) arc->is_back = true;
    if (walk->state[arc->head] != UNSEEN) continue;
    walk->state[arc->head] = ON_WAY;
    walk->way[depth++] = arc->head;
  }
}

void cx_draft_break_circles(CxDraft *draft) {
  const uint32_t count = draft->node_count;
  Walk walk = {.draft = draft,
               .first = cx_new_array(draft->arena, uint32_t, count + 1),
               .arcs = cx_new_array(draft->arena, uint32_t, draft->arc_count + 1),
               .next = cx_new_array(draft->arena, uint32_t, count + 1),
               .way = cx_new_array(draft->arena, uint32_t, count + 1),
               .state = cx_new_array(draft->arena, uint8_t, count + 1)};
  index_arcs(&walk);
  bool *is_entered = cx_new_array(draft->arena, bool, count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) is_entered[draft->arcs[i].head] = true;
  for (uint32_t i = 0; i < count; i++)
    if (cx_draft_node(draft, i)->is_start) walk_from(&walk, i);
  for (uint32_t i = 0; i < count; i++)
    if (!is_entered[i]) walk_from(&walk, i);
  for (uint32_t i = 0; i < count; i++) walk_from(&walk, i);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    if (!arc->is_back) continue;
    const uint32_t tail = arc->tail;
    arc->tail = arc->head;
    arc->head = tail;
  }
}
