/* Places across the layers in a tree: the parts of a tree stand under each other, each in rows of its own.
 *
 * In: stops in their order. Out: v of every stop. A node stands at the middle between the first and the last of what
 * follows it; what leaves it downwards stands under all that. Everything is linear in the stops: from the last layer on
 * the heights of what hangs on each stop, from the first one on its top, and back again the middles, so that what is
 * straight has one and the same v.
 */
#include "draft.h"

static const double TURN = 16; /* from a node to an edge that turns off under it */

typedef struct Stack {
  CxDraft *draft;
  uint32_t *parent;           /* of a stop; CX_NOWHERE: none */
  bool *is_aside;             /* of a stop: its edge leaves the node before it downwards */
  uint32_t *first, *children; /* of a stop, from above downwards */
  double *top;                /* of a stop and what hangs on it; from that of its parent, then of all */
  double *middle, *height;    /* from there to the stop, to the end */
} Stack;

static bool is_on_tree(const CxStop *stop) {
  return stop->kind != CX_STOP_HOOK && stop->kind != CX_STOP_OUTER;
}

static void find_parents(Stack *stack) {
  const CxDraft *draft = stack->draft;
  for (size_t i = 0; i < draft->stops.count; i++) stack->parent[i] = CX_NOWHERE;
  for (size_t i = 0; i < draft->links.count; i++) {
    const CxLink *link = &draft->links.items[i];
    const CxStop *left = &draft->stops.items[link->left];
    if (left->kind == CX_STOP_OUTER) continue;
    stack->is_aside[link->right] = left->kind == CX_STOP_HOOK;
    stack->parent[link->right] = left->kind == CX_STOP_HOOK ? left->owner : link->left;
  }
}

static void list_children(Stack *stack) {
  const CxDraft *draft = stack->draft;
  const uint32_t count = draft->layer_first[draft->layer_count];
  for (uint32_t i = 0; i < count; i++)
    if (stack->parent[draft->order[i]] != CX_NOWHERE) stack->first[stack->parent[draft->order[i]] + 2]++;
  for (size_t i = 2; i < draft->stops.count + 2; i++) stack->first[i] += stack->first[i - 1];
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t stop = draft->order[i], parent = stack->parent[stop];
    if (parent != CX_NOWHERE) stack->children[stack->first[parent + 1]++] = stop;
  }
}

/* Those straight ahead under each other: gives their height, and the middle of the first and the last one. */
static double stack_ahead(Stack *stack, uint32_t stop, double *middle) {
  double used = 0, first = 0, last = 0;
  for (uint32_t i = stack->first[stop]; i < stack->first[stop + 1]; i++) {
    const uint32_t child = stack->children[i];
    if (stack->is_aside[child]) continue;
    if (used > 0) used += stack->draft->graph->node_gap;
    stack->top[child] = used;
    last = used + stack->middle[child];
    if (used <= 0) first = last;
    used += stack->height[child];
  }
  *middle = (first + last) / 2;
  return used;
}

/* What hangs on a stop, of which everything behind it is known. */
static void measure(Stack *stack, uint32_t stop) {
  const CxDraft *draft = stack->draft;
  const CxStop *own = &draft->stops.items[stop];
  double middle;
  double end = stack_ahead(stack, stop, &middle);
  const double lead = MAX(own->above - middle, 0);
  end += lead;
  stack->middle[stop] = middle + lead;
  for (uint32_t i = stack->first[stop]; i < stack->first[stop + 1]; i++) {
    const uint32_t child = stack->children[i];
    if (!stack->is_aside[child]) {
      stack->top[child] += lead;
      continue;
    }
    const double least = stack->middle[stop] + own->below + TURN - stack->middle[child];
    stack->top[child] = MAX(end + draft->graph->node_gap, least);
    end = stack->top[child] + stack->height[child];
  }
  stack->height[stop] = MAX(end, stack->middle[stop] + own->below);
}

static void find_tops(Stack *stack) {
  const CxDraft *draft = stack->draft;
  double used = 0;
  for (uint32_t i = 0; i < draft->layer_first[draft->layer_count]; i++) {
    const uint32_t stop = draft->order[i], parent = stack->parent[stop];
    if (!is_on_tree(&draft->stops.items[stop])) continue;
    if (parent != CX_NOWHERE) {
      stack->top[stop] += stack->top[parent];
      continue;
    }
    stack->top[stop] = used;
    used += stack->height[stop] + draft->graph->node_gap;
  }
}

static void set_middle(Stack *stack, uint32_t stop) {
  CxStop *stops = stack->draft->stops.items;
  double first = stack->top[stop] + stack->middle[stop], last = first;
  bool has_first = false;
  for (uint32_t i = stack->first[stop]; i < stack->first[stop + 1]; i++) {
    const uint32_t child = stack->children[i];
    if (stack->is_aside[child]) continue;
    last = stops[child].v;
    if (!has_first) first = last;
    has_first = true;
  }
  stops[stop].v = (first + last) / 2;
}

void cx_draft_stack(CxDraft *draft) {
  const size_t count = draft->stops.count + 2;
  Stack stack = {.draft = draft,
                 .parent = cx_new_array(draft->arena, uint32_t, count),
                 .is_aside = cx_new_array(draft->arena, bool, count),
                 .first = cx_new_array(draft->arena, uint32_t, count),
                 .children = cx_new_array(draft->arena, uint32_t, count),
                 .top = cx_new_array(draft->arena, double, count),
                 .middle = cx_new_array(draft->arena, double, count),
                 .height = cx_new_array(draft->arena, double, count)};
  find_parents(&stack);
  list_children(&stack);
  const uint32_t placed = draft->layer_first[draft->layer_count];
  for (uint32_t i = placed; i-- > 0;)
    if (is_on_tree(&draft->stops.items[draft->order[i]])) measure(&stack, draft->order[i]);
  find_tops(&stack);
  for (uint32_t i = placed; i-- > 0;)
    if (is_on_tree(&draft->stops.items[draft->order[i]])) set_middle(&stack, draft->order[i]);
  for (size_t i = 0; i < draft->links.count; i++) {
    CxStop *left = &draft->stops.items[draft->links.items[i].left];
    if (left->kind == CX_STOP_HOOK) left->v = draft->stops.items[draft->links.items[i].right].v;
  }
}
