/* Says which links shall be straight: of those between two layers the weightiest set that can be, each stop in at most
 * one and no two crossing. Straight links make blocks, stops of several layers that have their places together; as no
 * two cross, blocks never stand both above and below one another (the reason why the alignments of Brandes and Köpf,
 * "Fast and simple horizontal coordinate assignment", Graph Drawing 2001, are free of conflicts).
 *
 * The set is a heaviest increasing subsequence: links by their left ends, with a tree of best sums over the right ends.
 */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

static const uint64_t INNER = 40, OUTER = 30, MIDDLES = 5,
                      BONUS = 25; /* weights: of two bends, with a node, between middles */

typedef struct Choice {
  uint32_t link, left, right; /* places */
  uint64_t sum;               /* of the best set that ends with this link */
  uint32_t before;            /* the choice before it in that set */
} Choice;

typedef struct Chooser {
  CxDraft *draft;
  Choice *choices;
  uint32_t *tree; /* Fenwick: the choice with the greatest sum up to a place */
} Chooser;

static uint64_t weight_of(const CxDraft *draft, const CxLink *link) {
  const CxStopKind left = draft->stops.items[link->left].kind, right = draft->stops.items[link->right].kind;
  const CxArc *arc = &draft->arcs[link->arc];
  uint64_t weight = left != CX_STOP_NODE && right != CX_STOP_NODE ? INNER : OUTER;
  weight += MIDDLES * link->anchors;
  return weight + BONUS * MIN(arc->weight - 1, 100) - (arc->is_back ? 1 : 0);
}

static bool can_be_straight(const CxDraft *draft, const CxLink *link) {
  const CxStop *left = &draft->stops.items[link->left], *right = &draft->stops.items[link->right];
  if (left->kind == CX_STOP_TURN) return false;
  return left->kind != CX_STOP_OUTER && right->kind != CX_STOP_OUTER && left->lane == right->lane;
}

static int by_places(const void *a, const void *b) {
  const Choice *x = a, *y = b;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  if (x->right != y->right) return x->right < y->right ? -1 : 1;
  return x->link < y->link ? -1 : x->link > y->link ? 1 : 0;
}

static uint32_t best_before(const Chooser *chooser, uint32_t right) {
  uint32_t best = CX_NOWHERE;
  for (uint32_t i = right; i > 0; i -= i & -i) {
    const uint32_t found = chooser->tree[i];
    if (found != CX_NOWHERE && (best == CX_NOWHERE || chooser->choices[found].sum > chooser->choices[best].sum))
      best = found;
  }
  return best;
}

static void enter(Chooser *chooser, uint32_t choice, uint32_t width) {
  for (uint32_t i = chooser->choices[choice].right + 1; i <= width; i += i & -i) {
    const uint32_t there = chooser->tree[i];
    if (there == CX_NOWHERE || chooser->choices[choice].sum > chooser->choices[there].sum) chooser->tree[i] = choice;
  }
}

static void choose_between(Chooser *chooser, Choice *choices, uint32_t count, uint32_t width) {
  const CxDraft *draft = chooser->draft;
  chooser->choices = choices;
  qsort(choices, count, sizeof choices[0], by_places);
  for (uint32_t i = 0; i <= width; i++) chooser->tree[i] = CX_NOWHERE;
  uint32_t best = CX_NOWHERE;
  for (uint32_t begin = 0, end; begin < count; begin = end) {
    for (end = begin; end < count && choices[end].left == choices[begin].left; end++) {
      choices[end].before = best_before(chooser, choices[end].right);
      choices[end].sum = weight_of(draft, &draft->links.items[choices[end].link]);
      if (choices[end].before != CX_NOWHERE) choices[end].sum += choices[choices[end].before].sum;
    }
    for (uint32_t i = begin; i < end; i++) {
      enter(chooser, i, width);
      if (best == CX_NOWHERE || choices[i].sum > choices[best].sum) best = i;
    }
  }
  for (; best != CX_NOWHERE; best = choices[best].before) draft->links.items[choices[best].link].is_straight = true;
}

void cx_draft_straighten(CxDraft *draft) {
  uint32_t *first = cx_new_array(draft->arena, uint32_t, draft->layer_count + 2), widest = 0;
  Choice *choices = cx_new_array(draft->arena, Choice, draft->links.count + 1);
  for (uint32_t i = 0; i < draft->layer_count; i++)
    widest = MAX(widest, draft->layer_first[i + 1] - draft->layer_first[i]);
  Chooser chooser = {.draft = draft, .tree = cx_new_array(draft->arena, uint32_t, widest + 2)};
  for (size_t i = 0; i < draft->links.count; i++)
    if (can_be_straight(draft, &draft->links.items[i]))
      first[draft->stops.items[draft->links.items[i].left].layer + 2]++;
  for (uint32_t i = 2; i < draft->layer_count + 2; i++) first[i] += first[i - 1];
  for (size_t i = 0; i < draft->links.count; i++) {
    const CxLink *link = &draft->links.items[i];
    if (!can_be_straight(draft, link)) continue;
    const CxStop *left = &draft->stops.items[link->left];
    choices[first[left->layer + 1]++] =
        (Choice){.link = (uint32_t)i, .left = left->place, .right = draft->stops.items[link->right].place};
  }
  for (uint32_t i = 0; i + 1 < draft->layer_count; i++)
    choose_between(&chooser, choices + first[i], first[i + 1] - first[i],
                   draft->layer_first[i + 2] - draft->layer_first[i + 1]);
}
