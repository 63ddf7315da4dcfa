/* Cuts blocks that make the drawing much thicker than it need be.
 *
 * Straight links are what is asked for, but long blocks one above the other in ever further layers climb: together they
 * take far more room than any layer needs. As long as that is so, the longest way from border to border, over gaps and
 * along blocks, is looked at: where it goes along a block from one layer to another, the lightest link in between is
 * made straight no more. Where so many ways are too long that this leads nowhere, all blocks are cut behind every so
 * many layers: no way leads on over such a cut. */
#include "blocks.h"

static const double ENOUGH = 2.6;          /* thickness, of what the thickest layer needs */
static const double FAR_TOO_MUCH = 1.8;    /* of enough, for which more bends are no price */
static const uint64_t MOST_WORK = 6000000; /* gaps looked at in all */
static const uint64_t TRIED = 1000000;     /* after so many must be seen that it will do */
static const size_t GAPS_A_CUT = 1000;     /* in large graphs several blocks of a way are cut at once */

typedef struct Way {
  CxBlocks *blocks;
  uint32_t *first, *gaps;           /* of a block: those to blocks below it */
  uint32_t *waits, *queue, *before; /* before: the last gap of the longest way to a block */
  double *length;
} Way;

/* The thickness that the lanes need for their thickest layers. */
static double least_thickness(const CxBlocks *blocks) {
  const CxDraft *draft = blocks->draft;
  const CxGraph *graph = draft->graph;
  double *lanes = cx_new_array(draft->arena, double, blocks->lane_count);
  for (uint32_t layer = 0; layer < draft->layer_count; layer++) {
    double sum = 0;
    for (uint32_t i = draft->layer_first[layer]; i < draft->layer_first[layer + 1]; i++) {
      const CxStop *stop = &draft->stops.items[draft->order[i]];
      const CxStop *last = i > draft->layer_first[layer] ? &draft->stops.items[draft->order[i - 1]] : NULL;
      const bool is_first = last == NULL || last->lane != stop->lane;
      sum = is_first ? stop->above : sum + cx_blocks_distance(draft, last, stop);
      lanes[stop->lane] = MAX(lanes[stop->lane], sum + stop->below);
    }
  }
  double thickness = 0;
  for (size_t i = 0; i < blocks->lane_count; i++)
    thickness +=
        graph->lane_count == 0 ? lanes[i] : MAX(graph->lane_least, lanes[i] + 2 * graph->lane_pad) + graph->lane_gap;
  return thickness;
}

static void index_gaps(Way *way) {
  const CxBlocks *blocks = way->blocks;
  for (uint32_t i = 0; i < blocks->count + 2; i++) way->first[i] = 0;
  for (uint32_t i = 0; i < blocks->count; i++) way->waits[i] = 0;
  for (size_t i = 0; i < blocks->gaps.count; i++) {
    way->first[blocks->gaps.items[i].above + 2]++;
    way->waits[blocks->gaps.items[i].below]++;
  }
  for (uint32_t i = 2; i < blocks->count + 2; i++) way->first[i] += way->first[i - 1];
  for (size_t i = 0; i < blocks->gaps.count; i++)
    way->gaps[way->first[blocks->gaps.items[i].above + 1]++] = (uint32_t)i;
}

/* The longest way to the last border; its length. */
static double find_way(Way *way) {
  const CxBlocks *blocks = way->blocks;
  uint32_t end = 0;
  index_gaps(way);
  for (uint32_t i = 0; i < blocks->count; i++) {
    way->length[i] = 0, way->before[i] = CX_NOWHERE;
    if (way->waits[i] == 0) way->queue[end++] = i;
  }
  for (uint32_t begin = 0; begin < end; begin++) {
    const uint32_t block = way->queue[begin];
    for (uint32_t i = way->first[block]; i < way->first[block + 1]; i++) {
      const CxGap *gap = &blocks->gaps.items[way->gaps[i]];
      const double length = way->length[block] + gap->gap;
      if (way->before[gap->below] == CX_NOWHERE || length > way->length[gap->below])
        way->length[gap->below] = length, way->before[gap->below] = way->gaps[i];
      if (--way->waits[gap->below] == 0) way->queue[end++] = gap->below;
    }
  }
  return way->length[blocks->borders + blocks->lane_count];
}

/* Cuts the block between two of its stops. */
static void cut_between(const CxBlocks *blocks, uint32_t from, uint32_t to) {
  CxDraft *draft = blocks->draft;
  const CxStop *stops = draft->stops.items;
  const uint32_t last = stops[from].layer < stops[to].layer ? to : from;
  uint32_t stop = last == to ? from : to, lightest = CX_NOWHERE, least = UINT32_MAX;
  while (stop != last) {
    const CxLink *link = &draft->links.items[blocks->next[stop]];
    const bool is_inner = stops[link->left].kind != CX_STOP_NODE && stops[link->right].kind != CX_STOP_NODE;
    const uint32_t weight = 4 * MIN(draft->arcs[link->arc].weight, 100) + (is_inner ? 2 : 0) + link->anchors;
    if (weight < least) least = weight, lightest = blocks->next[stop];
    stop = link->right;
  }
  draft->links.items[lightest].is_straight = false;
}

/* Goes back along the longest way; how many blocks were cut. */
static size_t cut_way(const Way *way, size_t most) {
  const CxBlocks *blocks = way->blocks;
  size_t cuts = 0;
  uint32_t leaves = CX_NOWHERE; /* the gap by which the way leaves the block it is at */
  for (uint32_t block = blocks->borders + blocks->lane_count; way->before[block] != CX_NOWHERE && cuts < most;) {
    const uint32_t enters = way->before[block];
    const CxGap *in = &blocks->gaps.items[enters], *out = leaves == CX_NOWHERE ? NULL : &blocks->gaps.items[leaves];
    if (out != NULL && in->lower != CX_NOWHERE && out->upper != CX_NOWHERE && in->lower != out->upper) {
      cut_between(blocks, in->lower, out->upper);
      cuts++;
    }
    leaves = enters;
    block = in->above;
  }
  return cuts;
}

/* Cuts all blocks behind every so many layers, but for main paths. */
static void cut_across(CxBlocks *blocks, uint32_t layers) {
  const CxDraft *draft = blocks->draft;
  for (size_t i = 0; i < draft->links.count; i++) {
    CxLink *link = &draft->links.items[i];
    const bool is_behind = (draft->stops.items[link->left].layer + 1) % layers == 0;
    if (is_behind && draft->arcs[link->arc].weight <= 1) link->is_straight = false;
  }
  cx_blocks_make(blocks);
}

/* Whether the work that is left will do, as far as it went up to now. */
static bool is_worth_while(uint64_t work, double first, double now) {
  return work < TRIED || now <= first * (1 - (double)work / MOST_WORK);
}

void cx_blocks_compact(CxBlocks *blocks) {
  CxArena *arena = blocks->draft->arena;
  const size_t count = blocks->draft->stops.count + blocks->lane_count + 4;
  const double enough = ENOUGH * least_thickness(blocks);
  Way way = {.blocks = blocks,
             .first = cx_new_array(arena, uint32_t, count),
             .gaps = cx_new_array(arena, uint32_t, blocks->draft->stops.count * 3 + blocks->lane_count),
             .waits = cx_new_array(arena, uint32_t, count),
             .queue = cx_new_array(arena, uint32_t, count),
             .before = cx_new_array(arena, uint32_t, count),
             .length = cx_new_array(arena, double, count)};
  double length = find_way(&way);
  const double excess = length - enough;
  for (uint64_t work = 0; length > enough && is_worth_while(work, excess, length - enough);
       work += blocks->gaps.count) {
    if (cut_way(&way, 1 + blocks->gaps.count / GAPS_A_CUT) == 0) return;
    cx_blocks_make(blocks);
    length = find_way(&way);
  }
  for (uint32_t layers = blocks->draft->layer_count / 2; length > FAR_TOO_MUCH * enough && layers > 0; layers /= 2) {
    cut_across(blocks, layers);
    length = find_way(&way);
  }
}
