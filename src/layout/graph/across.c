/* Places along the layers: v of every stop, and the lanes' borders.
 *
 * Straight links make blocks that move as one. What stands next to one another in a layer keeps its order and distance;
 * under that the links that are not straight become as short as possible: by network simplex (Gansner et al. 1993, with
 * blocks in place of stops, which makes the problem a good deal smaller), or in large graphs by moving blocks to the
 * median of where their links go, to and fro. Blocks that would make the drawing far too thick are cut before. */
#include "blocks.h"

#include <math.h>
#include <stdlib.h>

static const double UNIT = 8; /* whole numbers of the simplex in a point */
static const double HOOK_GAP = 14, FLAT_GAP = 14;
static const size_t LINKS_TO_SQUEEZE = 8; /* one point less of thickness is worth one more of so many links, each */
static const size_t MOST_SPRINGS = 40000;
static const uint32_t ROW_WEIGHT = 201; /* more than two links */

/* ---- Distances ------------------------------------------------------------------------------------------------ */

static bool is_solid(const CxStop *stop) {
  return stop->kind == CX_STOP_NODE;
}

static bool is_flat_between(const CxDraft *draft, const CxStop *a, const CxStop *b) {
  return cx_draft_flat_in_lane(draft, (uint32_t)(a - draft->stops.items), 1) == (uint32_t)(b - draft->stops.items);
}

/* Below a node with another one upon it, beyond the room for the label between them. */
static double flat_gap(const CxDraft *draft, const CxStop *upper) {
  const double label = draft->arcs[draft->flats[2 * (upper - draft->stops.items) + 1]].label.y;
  return label > 0 ? MAX(FLAT_GAP, draft->graph->node_gap - label) : draft->graph->node_gap;
}

/* The least distance of the middles of two neighbours of one layer. */
double cx_blocks_distance(const CxDraft *draft, const CxStop *a, const CxStop *b) {
  const bool is_hook = (b->kind == CX_STOP_HOOK && !b->is_hook_above && is_solid(a)) ||
                       (a->kind == CX_STOP_HOOK && a->is_hook_above && is_solid(b));
  double gap = draft->graph->track;
  if ((draft->is_down ? a : b)->kind == CX_STOP_LABEL && !is_solid(a) && !is_solid(b))
    gap = CX_LABEL_ROOM - CX_LABEL_GAP;
  else if (is_solid(a) && is_solid(b))
    gap = is_flat_between(draft, a, b) ? flat_gap(draft, a) : draft->graph->node_gap;
  else if (is_hook)
    gap = HOOK_GAP;
  else if (is_solid(a) || is_solid(b))
    gap = MAX(draft->graph->clear, draft->graph->node_gap / 2);
  return a->below + b->above + gap;
}

/* ---- Blocks --------------------------------------------------------------------------------------------------- */

static void make_blocks(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  const size_t stops = draft->stops.count;
  uint32_t *next = blocks->next;
  bool *has_left = blocks->has_left;
  blocks->count = 0;
  for (size_t i = 0; i < stops; i++) next[i] = CX_NOWHERE, has_left[i] = false, blocks->offset[i] = 0;
  for (size_t i = 0; i < draft->links.count; i++) {
    const CxLink *link = &draft->links.items[i];
    if (!link->is_straight) continue;
    next[link->left] = (uint32_t)i;
    has_left[link->right] = true;
  }
  for (uint32_t layer = 0; layer < draft->layer_count; layer++)
    for (uint32_t i = draft->layer_first[layer]; i < draft->layer_first[layer + 1]; i++) {
      uint32_t stop = draft->order[i];
      if (has_left[stop]) continue;
      blocks->block[stop] = blocks->count;
      while (next[stop] != CX_NOWHERE) {
        const CxLink *link = &draft->links.items[next[stop]];
        blocks->offset[link->right] = blocks->offset[stop] + link->left_v - link->right_v;
        stop = link->right;
        blocks->block[stop] = blocks->count;
      }
      blocks->count++;
    }
}

/* Between two stops, or a stop and a border, CX_NOWHERE. */
static void add_gap(CxBlocks *blocks, uint32_t above, uint32_t below, double gap, uint32_t upper, uint32_t lower) {
  *cx_list_add(blocks->draft->arena, &blocks->gaps) = (CxGap){above, below, gap, upper, lower};
}

/* The stop before or behind one in its layer, if it is in the same lane. */
static const CxStop *neighbour(const CxDraft *draft, uint32_t layer, uint32_t index, int by) {
  const uint32_t other = index + (uint32_t)by;
  if (by < 0 ? index == draft->layer_first[layer] : other == draft->layer_first[layer + 1]) return NULL;
  const CxStop *stop = &draft->stops.items[draft->order[other]];
  return stop->lane == draft->stops.items[draft->order[index]].lane ? stop : NULL;
}

/* What keeps blocks apart: their neighbours, and the borders of the lanes, which are blocks too. Without lanes
 * everything is between two borders. */
static void list_gaps(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  const CxGraph *graph = draft->graph;
  const double pad = graph->lane_count > 0 ? graph->lane_pad : 0,
               lane_gap = graph->lane_count > 0 ? graph->lane_gap : 0;
  blocks->borders = blocks->count;
  blocks->lane_count = MAX(1, (uint32_t)graph->lane_count);
  blocks->count += blocks->lane_count + 1;
  for (uint32_t i = 0; i < blocks->lane_count; i++)
    add_gap(blocks, blocks->borders + i, blocks->borders + i + 1,
            MAX(graph->lane_count > 0 ? graph->lane_least : 0, 2 * pad) + lane_gap, CX_NOWHERE, CX_NOWHERE);
  for (uint32_t layer = 0; layer < draft->layer_count; layer++)
    for (uint32_t i = draft->layer_first[layer]; i < draft->layer_first[layer + 1]; i++) {
      const uint32_t stop = draft->order[i], block = blocks->block[stop];
      const CxStop *s = &draft->stops.items[stop], *last = neighbour(draft, layer, i, -1);
      const double offset = blocks->offset[stop];
      if (last != NULL) {
        const uint32_t index = draft->order[i - 1];
        add_gap(blocks, blocks->block[index], block,
                blocks->offset[index] + cx_blocks_distance(draft, last, s) - offset, index, stop);
      } else {
        add_gap(blocks, blocks->borders + s->lane, block, pad + s->above - offset, CX_NOWHERE, stop);
      }
      if (neighbour(draft, layer, i, 1) == NULL)
        add_gap(blocks, block, blocks->borders + s->lane + 1, offset + s->below + pad + lane_gap, stop, CX_NOWHERE);
    }
}

void cx_blocks_make(CxBlocks *blocks) {
  make_blocks(blocks);
  blocks->gaps.count = 0;
  list_gaps(blocks);
}

static int by_ends(const void *a, const void *b) {
  const CxGap *x = a, *y = b;
  if (x->above != y->above) return x->above < y->above ? -1 : 1;
  if (x->below != y->below) return x->below < y->below ? -1 : 1;
  return x->gap > y->gap ? -1 : x->gap < y->gap ? 1 : 0;
}

/* Of several gaps of the same two blocks the greatest stays. */
static void merge_gaps(CxBlocks *blocks) {
  size_t count = 0;
  if (blocks->gaps.count > 0) qsort(blocks->gaps.items, blocks->gaps.count, sizeof blocks->gaps.items[0], by_ends);
  for (size_t i = 0; i < blocks->gaps.count; i++) {
    const CxGap *gap = &blocks->gaps.items[i];
    const CxGap *last = count > 0 ? &blocks->gaps.items[count - 1] : NULL;
    if (last == NULL || last->above != gap->above || last->below != gap->below) blocks->gaps.items[count++] = *gap;
  }
  blocks->gaps.count = count;
}

static void add_pull(CxBlocks *blocks, uint32_t a, uint32_t b, double offset, uint32_t weight) {
  *cx_list_add(blocks->draft->arena, &blocks->pulls) = (CxPull){blocks->block[a], blocks->block[b], offset, weight};
}

typedef struct Rows {
  CxBlocks *blocks;
  uint32_t *next; /* of a node: the arc of the main path that leaves it, counted from 1 */
  uint32_t *last; /* of a lane: the node that the path had there before, counted from 1 */
  bool *is_walked;
} Rows;

/* Follows the path from a node on, once. */
static void pull_row(Rows *rows, uint32_t node) {
  const CxBlocks *blocks = rows->blocks;
  const CxDraft *draft = blocks->draft;
  for (size_t i = 0; i < draft->graph->lane_count; i++) rows->last[i] = 0;
  for (uint32_t before = CX_NOWHERE; !rows->is_walked[node];) {
    uint32_t *last = &rows->last[draft->stops.items[node].lane];
    const uint32_t other = *last - 1;
    if (*last > 0 && other != before && blocks->block[other] != blocks->block[node])
      add_pull(rows->blocks, other, node, blocks->offset[other] - blocks->offset[node], ROW_WEIGHT);
    *last = node + 1;
    rows->is_walked[node] = true;
    if (rows->next[node] == 0) return;
    before = node;
    node = draft->arcs[rows->next[node] - 1].head;
  }
}

/* A main path that comes back into a lane goes on in the row that it had there, though the ways from other lanes would
 * be shorter elsewhere: these bend anyhow. */
static void pull_rows(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  const uint32_t count = draft->node_count;
  Rows rows = {.blocks = blocks};
  rows.next = cx_new_array(draft->arena, uint32_t, count + 1);
  rows.last = cx_new_array(draft->arena, uint32_t, draft->graph->lane_count + 1);
  rows.is_walked = cx_new_array(draft->arena, bool, count + 1);
  bool *is_entered = cx_new_array(draft->arena, bool, count + 1);
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (arc->weight < 2 || arc->is_back || arc->is_twin) continue;
    rows.next[arc->tail] = i + 1;
    is_entered[arc->head] = true;
  }
  for (uint32_t i = 0; i < count; i++)
    if (!is_entered[i] && rows.next[i] > 0) pull_row(&rows, i);
}

static void list_pulls(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  for (size_t i = 0; i < draft->links.count; i++) {
    const CxLink *link = &draft->links.items[i];
    const CxStop *left = &draft->stops.items[link->left], *right = &draft->stops.items[link->right];
    if (link->is_straight || left->kind == CX_STOP_OUTER || right->kind == CX_STOP_OUTER) continue;
    const uint32_t a = blocks->block[link->left], b = blocks->block[link->right];
    if (a == b) continue;
    const double offset = blocks->offset[link->left] + link->left_v - blocks->offset[link->right] - link->right_v;
    *cx_list_add(draft->arena, &blocks->pulls) = (CxPull){a, b, offset, MIN(draft->arcs[link->arc].weight, 100)};
  }
  if (draft->graph->lane_count > 0) pull_rows(blocks);
  blocks->loose = blocks->pulls.count;
}

/* The level piece from a node to where a hook's edge turns; what runs between two hooks has nothing else to hold it. */
static void pull_hooks(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  for (uint32_t i = 0; i < draft->layer_first[draft->layer_count]; i++) {
    const uint32_t index = draft->order[i];
    const CxStop *hook = &draft->stops.items[index];
    if (hook->kind != CX_STOP_HOOK || blocks->block[index] == blocks->block[hook->owner]) continue;
    const uint32_t upper = hook->is_hook_above ? index : hook->owner, lower = hook->is_hook_above ? hook->owner : index;
    *cx_list_add(draft->arena, &blocks->pulls) =
        (CxPull){blocks->block[upper], blocks->block[lower], blocks->offset[upper] - blocks->offset[lower], 1};
  }
}

static void pull_flats(CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  for (uint32_t upper = 0; upper < draft->node_count; upper++) {
    const uint32_t lower = cx_draft_flat_beyond(draft, upper, 1);
    if (lower == CX_NOWHERE || blocks->block[upper] == blocks->block[lower]) continue;
    *cx_list_add(draft->arena, &blocks->pulls) =
        (CxPull){blocks->block[upper], blocks->block[lower], blocks->offset[upper] - blocks->offset[lower],
                 MIN(draft->arcs[draft->flats[2 * upper + 1]].weight, 100)};
  }
}

/* ---- Small graphs --------------------------------------------------------------------------------------------- */

/* Each link that is not straight gets an item above both its ends, whose two springs are as long together as the ends
 * are apart. Where one end stands above the other anyway, one spring between them does. */
static void solve_exactly(CxBlocks *blocks) {
  CxArena *arena = blocks->draft->arena;
  const size_t pulls = blocks->loose;
  CxSpring *springs =
      cx_new_array(arena, CxSpring, blocks->gaps.count + pulls + blocks->pulls.count + blocks->lane_count);
  size_t count = 0;
  for (size_t i = 0; i < blocks->gaps.count; i++) {
    const CxGap *gap = &blocks->gaps.items[i];
    springs[count++] = (CxSpring){gap->above, gap->below, (int64_t)ceil(gap->gap * UNIT - 1e-6), 0};
  }
  for (size_t i = 0; i < pulls; i++) {
    const CxPull *pull = &blocks->pulls.items[i];
    springs[count++] =
        (CxSpring){blocks->count + (uint32_t)i, pull->a, (int64_t)lround(-pull->offset * UNIT), pull->weight};
    springs[count++] = (CxSpring){blocks->count + (uint32_t)i, pull->b, 0, pull->weight};
  }
  for (size_t i = pulls; i < blocks->pulls.count; i++) {
    const CxPull *pull = &blocks->pulls.items[i];
    springs[count++] = (CxSpring){pull->a, pull->b, (int64_t)floor(pull->offset * UNIT), pull->weight};
  }
  const int64_t squeeze = 1 + (int64_t)(pulls / LINKS_TO_SQUEEZE);
  for (uint32_t i = 0; i < blocks->lane_count; i++)
    springs[count++] = (CxSpring){blocks->borders + i, blocks->borders + i + 1, 0, squeeze};
  const uint32_t items = blocks->count + (uint32_t)pulls;
  int64_t *places = cx_new_array(arena, int64_t, items + 1);
  cx_solve_springs(arena, items, springs, count, places);
  for (uint32_t i = 0; i < blocks->count; i++) blocks->at[i] = (double)places[i] / UNIT;
}

/* ---- The whole ------------------------------------------------------------------------------------------------ */

static void measure(CxBlocks *blocks) {
  CxDraft *draft = blocks->draft;
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
  for (uint32_t i = 0; i < draft->layer_first[draft->layer_count]; i++) {
    const CxStop *stop = &draft->stops.items[draft->order[i]];
    least = MIN(least, stop->v - stop->above), most = MAX(most, stop->v + stop->below);
  }
  const uint32_t lanes = (uint32_t)draft->graph->lane_count;
  if (lanes > 0) {
    draft->lanes = cx_new_array(draft->arena, double, lanes + 1);
    for (uint32_t i = 0; i <= lanes; i++) draft->lanes[i] = blocks->at[blocks->borders + i];
    least = draft->lanes[0], most = draft->lanes[lanes] - draft->graph->lane_gap;
    for (uint32_t i = 0; i <= lanes; i++) draft->lanes[i] -= least;
  }
  for (size_t i = 0; i < draft->stops.count; i++)
    if (draft->stops.items[i].kind != CX_STOP_OUTER) draft->stops.items[i].v -= least;
  draft->thickness = MAX(most - least, 0);
}

/* The outer ways of bypasses, below everything. */
static void place_outer_ways(CxDraft *draft) {
  double v = draft->thickness;
  uint32_t last = CX_NOWHERE;
  for (size_t i = 0; i < draft->stops.count; i++) {
    CxStop *stop = &draft->stops.items[i];
    if (stop->kind != CX_STOP_OUTER) continue;
    if (stop->owner != last) v += draft->graph->track;
    last = stop->owner;
    stop->v = v;
  }
  draft->thickness = v;
}

static void place_blocks(CxBlocks *blocks) {
  CxDraft *draft = blocks->draft;
  const size_t stops = draft->stops.count + 1;
  blocks->block = cx_new_array(draft->arena, uint32_t, stops);
  blocks->next = cx_new_array(draft->arena, uint32_t, stops);
  blocks->offset = cx_new_array(draft->arena, double, stops);
  blocks->has_left = cx_new_array(draft->arena, bool, stops);
  cx_blocks_make(blocks);
  cx_blocks_compact(blocks);
  merge_gaps(blocks);
  list_pulls(blocks);
  pull_hooks(blocks);
  pull_flats(blocks);
  blocks->at = cx_new_array(draft->arena, double, blocks->count + 1);
  if (blocks->gaps.count + 2 * blocks->loose <= MOST_SPRINGS)
    solve_exactly(blocks);
  else
    cx_blocks_relax(blocks);
  for (uint32_t i = 0; i < draft->layer_first[draft->layer_count]; i++) {
    const uint32_t stop = draft->order[i];
    draft->stops.items[stop].v = blocks->at[blocks->block[stop]] + blocks->offset[stop];
  }
}

void cx_draft_set_across(CxDraft *draft) {
  CxBlocks blocks = {.draft = draft};
  if (draft->graph->is_tree)
    cx_draft_stack(draft);
  else
    place_blocks(&blocks);
  measure(&blocks);
  place_outer_ways(draft);
}
