/* Orders the stops of each layer so that few links cross.
 *
 * Sweeps to and fro put each stop at the mean (every other time the median) of its neighbours in the layer before, as
 * in Sugiyama, Tagawa and Toda 1981 and Gansner et al. 1993; after each sweep neighbouring stops change places as long
 * as that takes crossings away. The best order that was met stays. Small graphs are tried from several first orders:
 * walks in depth and in breadth, then shuffled ones, from numbers that are always the same. Lanes keep their order:
 * stops change places inside their lane only. Nodes that stand upon one another are one stop, and where they go on into
 * another lane they stand outermost in theirs. */
#include "units.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t SWEEPS = 24, PATIENCE = 6;
static const uint32_t FEWEST_STARTS = 6, MOST_STARTS = 16, NODES_A_START = 25;
static const uint32_t SHORT = 24; /* lists that are sorted by inserting */
/* Links looked at in all starts, at most. Flows need less than half of that; graphs with crowded layers end before. */
static const uint64_t LEAST_WORK = 2000000, WORK_OF_NODE = 40000, MOST_OF_NODES = 14000000;
static const uint64_t WORK_OF_EACH = 16; /* node and edge, times the logarithm */
static const uint32_t MOST_TURNED = 40;  /* lanes */
static const uint64_t WORK = 1000000;    /* links looked at in all starts together, about, where one start needs less */

typedef struct Wish {
  double value;
  uint32_t stop, place;
} Wish;

typedef struct Ordering {
  CxDraft *draft;
  uint32_t stop_count, link_count;
  CxUnits units;
  uint32_t *old;                /* order of a lane before it was sorted */
  uint32_t *first[2], *near[2]; /* neighbours in the layer [0] before, [1] behind, in the order of their places */
  uint32_t *order, *place;
  const uint32_t *layer_first;
  uint32_t *best;
  uint64_t best_crossings;
  Wish *wishes;
  uint32_t *ends, *tree, *cursor;
  uint32_t seed;
  uint64_t work, most_work; /* links looked at */
} Ordering;

/* ---- Neighbours -------------------------------------------------------------------------------------------------- */

/* The stops of an arc, from 0: its tail, to bend_count + 1: its head. */
static uint32_t stop_of(const CxArc *arc, uint32_t index) {
  if (index == 0) return arc->tail;
  return index > arc->bend_count ? arc->head : arc->first_bend + index - 1;
}

static bool is_in_order(const CxArc *arc) {
  return !arc->is_bypass && !arc->is_flat;
}

static void index_neighbours(Ordering *o) {
  const CxDraft *draft = o->draft;
  size_t links = 0;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    if (!is_in_order(arc)) continue;
    links += arc->bend_count + 1;
    for (uint32_t k = 0; k <= arc->bend_count; k++) {
      o->first[1][stop_of(arc, k) + 2]++;
      o->first[0][stop_of(arc, k + 1) + 2]++;
    }
  }
  for (int side = 0; side < 2; side++) {
    for (uint32_t i = 2; i < o->stop_count + 2; i++) o->first[side][i] += o->first[side][i - 1];
    o->near[side] = cx_new_array(draft->arena, uint32_t, links + 1);
  }
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i];
    for (uint32_t k = 0; k <= arc->bend_count && is_in_order(arc); k++) {
      const uint32_t left = stop_of(arc, k), right = stop_of(arc, k + 1);
      o->near[1][o->first[1][left + 1]++] = right;
      o->near[0][o->first[0][right + 1]++] = left;
    }
  }
  o->ends = cx_new_array(draft->arena, uint32_t, links + 1);
  o->link_count = (uint32_t)links;
}

/* The neighbours that stand in `layer` are listed by their new places, without comparing them. */
static void relist(Ordering *o, uint32_t layer, int side) {
  const int back = 1 - side; /* from a stop of the layer to those whose lists change */
  if (side == 1 ? layer == 0 : layer + 1 >= o->draft->layer_count) return;
  const uint32_t other = side == 1 ? layer - 1 : layer + 1;
  for (uint32_t i = o->layer_first[other]; i < o->layer_first[other + 1]; i++)
    o->cursor[o->order[i]] = o->first[side][o->order[i]];
  for (uint32_t i = o->layer_first[layer]; i < o->layer_first[layer + 1]; i++) {
    const uint32_t stop = o->order[i];
    for (uint32_t k = o->first[back][stop]; k < o->first[back][stop + 1]; k++)
      o->near[side][o->cursor[o->near[back][k]]++] = stop;
  }
}

static void relist_around(Ordering *o, uint32_t layer) {
  relist(o, layer, 0);
  relist(o, layer, 1);
}

/* ---- Counting ---------------------------------------------------------------------------------------------------- */

static uint64_t count_between(Ordering *o, uint32_t layer) {
  size_t count = 0;
  for (uint32_t i = o->layer_first[layer]; i < o->layer_first[layer + 1]; i++) {
    const uint32_t stop = o->order[i];
    for (uint32_t k = o->first[1][stop]; k < o->first[1][stop + 1]; k++) o->ends[count++] = o->place[o->near[1][k]];
  }
  return cx_count_crossings(o->ends, count, o->layer_first[layer + 2] - o->layer_first[layer + 1], o->tree);
}

static uint64_t count_all(Ordering *o) {
  uint64_t sum = 0;
  for (uint32_t layer = 0; layer + 1 < o->draft->layer_count; layer++) sum += count_between(o, layer);
  return sum;
}

static void keep_if_best(Ordering *o, uint64_t crossings) {
  if (crossings >= o->best_crossings) return;
  o->best_crossings = crossings;
  memcpy(o->best, o->order, o->stop_count * sizeof o->best[0]);
}

/* ---- Sweeps ------------------------------------------------------------------------------------------------------ */

static int by_value(const void *a, const void *b) {
  const Wish *x = a, *y = b;
  if (x->value != y->value) return x->value < y->value ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place ? 1 : 0;
}

static double wish_of(const Ordering *o, uint32_t stop, int side, bool is_median) {
  const uint32_t *near = o->near[side] + o->first[side][stop];
  const uint32_t count = o->first[side][stop + 1] - o->first[side][stop];
  if (is_median && count > 2) {
    if (count % 2 == 1) return o->place[near[count / 2]];
    const double low = o->place[near[count / 2 - 1]], high = o->place[near[count / 2]];
    const double before = low - o->place[near[0]], behind = o->place[near[count - 1]] - high;
    return before + behind > 0 ? (low * behind + high * before) / (before + behind) : (low + high) / 2;
  }
  double sum = 0;
  for (uint32_t i = 0; i < count; i++) sum += o->place[near[i]];
  return sum / count;
}

/* Most layers hold a handful of stops, nearly sorted. */
static void sort_wishes(Wish *wishes, uint32_t count) {
  if (count > SHORT) {
    qsort(wishes, count, sizeof wishes[0], by_value);
    return;
  }
  for (uint32_t i = 1; i < count; i++) {
    const Wish wish = wishes[i];
    uint32_t at = i;
    for (; at > 0 && by_value(&wish, &wishes[at - 1]) < 0; at--) wishes[at] = wishes[at - 1];
    wishes[at] = wish;
  }
}

/* How many neighbours the stops of a unit have on a side. */
static uint32_t count_near(const Ordering *o, const uint32_t *stops, int side) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < cx_units_size(&o->units, *stops); i++)
    count += o->first[side][stops[i] + 1] - o->first[side][stops[i]];
  return count;
}

/* The mean of what the stops of a unit wish. */
static double wish_of_unit(const Ordering *o, const uint32_t *stops, int side, bool is_median) {
  const uint32_t size = cx_units_size(&o->units, *stops);
  if (size == 1) return wish_of(o, *stops, side, is_median);
  double wish = 0;
  for (uint32_t i = 0; i < size; i++) {
    const uint32_t count = o->first[side][stops[i] + 1] - o->first[side][stops[i]];
    if (count > 0) wish += wish_of(o, stops[i], side, is_median) * count;
  }
  return wish / count_near(o, stops, side);
}

/* Sorts the units of a lane in a layer; those without neighbours on that side keep their places. Whether any moved. */
static bool sort_lane(Ordering *o, uint32_t begin, uint32_t end, int side, bool is_median, bool is_turned) {
  uint32_t count = 0, next = 0, at = begin;
  bool is_sorted = true;
  for (uint32_t i = begin; i < end; i += cx_units_size(&o->units, o->order[i])) {
    if (count_near(o, o->order + i, side) == 0) continue;
    o->wishes[count] = (Wish){wish_of_unit(o, o->order + i, side, is_median), i, is_turned ? end - i : i};
    if (count > 0 && by_value(&o->wishes[count - 1], &o->wishes[count]) > 0) is_sorted = false;
    count++;
  }
  if (is_sorted) return false;
  sort_wishes(o->wishes, count);
  memcpy(o->old + begin, o->order + begin, (end - begin) * sizeof o->old[0]);
  for (uint32_t i = begin; i < end; i += cx_units_size(&o->units, o->old[i])) {
    const uint32_t from = count_near(o, o->old + i, side) > 0 ? o->wishes[next++].stop : i;
    const uint32_t size = cx_units_size(&o->units, o->old[from]);
    memcpy(o->order + at, o->old + from, size * sizeof o->old[0]);
    at += size;
  }
  return true;
}

static void sort_layer(Ordering *o, uint32_t layer, int side, bool is_median, bool is_turned) {
  const uint32_t first = o->layer_first[layer], last = o->layer_first[layer + 1];
  bool is_changed = false;
  for (uint32_t begin = first, end; begin < last; begin = end) {
    for (end = begin + 1; end < last && o->units.zone[o->order[end]] == o->units.zone[o->order[begin]];) end++;
    if (sort_lane(o, begin, end, side, is_median, is_turned)) is_changed = true;
  }
  if (!is_changed) return;
  for (uint32_t i = first; i < last; i++) o->place[o->order[i]] = i - first;
  relist_around(o, layer);
}

static void sweep(Ordering *o, uint32_t number) {
  const bool is_median = number / 2 % 2 == 1, is_turned = number % 4 < 2;
  const uint32_t count = o->draft->layer_count;
  o->work += 2 * (uint64_t)o->link_count;
  for (uint32_t i = 1; i < count; i++)
    if (number % 2 == 0)
      sort_layer(o, i, 0, is_median, is_turned);
    else
      sort_layer(o, count - 1 - i, 1, is_median, is_turned);
}

/* ---- Changing places --------------------------------------------------------------------------------------------- */

/* How many crossings fewer there are when `a`, which stands right above `b`, stands below it. */
static int64_t gain(Ordering *o, uint32_t a, uint32_t b) {
  const uint32_t *place = o->place;
  int64_t sum = 0;
  for (int side = 0; side < 2; side++) {
    const uint32_t *near = o->near[side], *first = o->first[side];
    const uint32_t from = first[a], to = first[a + 1], begin = first[b], end = first[b + 1];
    o->work += to - from + end - begin;
    if (to == from || end == begin) continue;
    if (to == from + 1 && end == begin + 1) { /* as of all bends */
      const uint32_t of_a = place[near[from]], of_b = place[near[begin]];
      sum += (of_b < of_a) - (of_b > of_a);
      continue;
    }
    for (uint32_t i = from, below = begin, not_above = begin; i < to; i++) {
      const uint32_t at = place[near[i]];
      while (below < end && place[near[below]] < at) below++;
      while (not_above < end && place[near[not_above]] <= at) not_above++;
      sum += (int64_t)(below - begin) - (int64_t)(end - not_above);
    }
  }
  return sum;
}

/* The same for all stops of two units, the first ones of which are given. */
static int64_t gain_of_units(Ordering *o, const uint32_t *a, uint32_t size, const uint32_t *b, uint32_t other) {
  int64_t sum = 0;
  for (uint32_t i = 0; i < size; i++)
    for (uint32_t k = 0; k < other; k++) sum += gain(o, a[i], b[k]);
  return sum;
}

/* How many crossings fewer there are when a unit stands upside down. */
static int64_t gain_of_turning(Ordering *o, const uint32_t *stops, uint32_t size) {
  int64_t sum = 0;
  for (uint32_t k = 1; k < size; k++)
    for (uint32_t i = 0; i < k; i++) sum += gain(o, stops[i], stops[k]);
  return sum;
}

static void place_some(Ordering *o, uint32_t layer, uint32_t from, uint32_t count) {
  for (uint32_t i = from; i < from + count; i++) o->place[o->order[i]] = i - o->layer_first[layer];
}

/* Turns the unit that begins there upside down where that is better. */
static bool turn_unit(Ordering *o, uint32_t layer, uint32_t from, uint32_t size, int64_t least) {
  uint32_t *stops = o->order + from;
  if (size == 1 || o->units.is_fixed[o->units.unit[*stops]] || gain_of_turning(o, stops, size) < least) return false;
  cx_units_turn(stops, size);
  place_some(o, layer, from, size);
  return true;
}

static bool exchange_in(Ordering *o, uint32_t layer, bool is_even_welcome) {
  const uint32_t end = o->layer_first[layer + 1];
  bool is_changed = false, is_better = false;
  for (uint32_t i = o->layer_first[layer], size = cx_units_size(&o->units, o->order[i]), other; i < end; size = other) {
    if (size > 1 && turn_unit(o, layer, i, size, 1)) is_changed = is_better = true;
    uint32_t *a = o->order + i, *b = a + size;
    if (i + size == end) break;
    other = cx_units_size(&o->units, *b);
    i += size;
    if (o->units.zone[*a] != o->units.zone[*b]) continue;
    const int64_t won = size == 1 && other == 1 ? gain(o, *a, *b) : gain_of_units(o, a, size, b, other);
    if (won < 0 || (won == 0 && !is_even_welcome)) continue;
    cx_units_exchange(a, size, other);
    place_some(o, layer, i - size, size + other);
    i += other - size;
    other = size;
    is_changed = true;
    if (won > 0) is_better = true;
  }
  if (is_changed) relist_around(o, layer);
  return is_better;
}

/* Only layers beside one that changed are looked at again. */
static void exchange(Ordering *o, bool is_even_welcome, bool *is_due) {
  const uint32_t count = o->draft->layer_count;
  for (uint32_t i = 0; i < count; i++) is_due[i] = true;
  for (uint32_t pass = 0, again = 1; again > 0 && pass < SWEEPS && o->work < o->most_work; pass++) {
    again = 0;
    for (uint32_t i = 0; i < count; i++) {
      if (!is_due[i]) continue;
      is_due[i] = false;
      if (!exchange_in(o, i, is_even_welcome && pass == 0)) continue;
      is_due[i] = true, again++;
      if (i > 0) is_due[i - 1] = true;
      if (i + 1 < count) is_due[i + 1] = true;
    }
  }
}

/* ---- First orders ------------------------------------------------------------------------------------------------ */

static uint32_t random_below(Ordering *o, uint32_t bound) {
  o->seed ^= o->seed << 13, o->seed ^= o->seed >> 17, o->seed ^= o->seed << 5;
  return o->seed % bound;
}

/* Numbers all stops by a walk along the links, in depth or in breadth. */
static void walk(const Ordering *o, uint32_t *number, bool is_deep) {
  uint32_t *queue = cx_new_array(o->draft->arena, uint32_t, o->stop_count + 1), next = 0;
  bool *is_met = cx_new_array(o->draft->arena, bool, o->stop_count + 1);
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++)
    for (uint32_t i = o->layer_first[layer]; i < o->layer_first[layer + 1]; i++) {
      uint32_t begin = 0, end = 0;
      if (!is_met[o->order[i]]) queue[end++] = o->order[i], is_met[o->order[i]] = true;
      while (begin < end) {
        const uint32_t stop = is_deep ? queue[--end] : queue[begin++];
        number[stop] = next++;
        for (int side = 0; side < 2; side++)
          for (uint32_t k = o->first[side][stop]; k < o->first[side][stop + 1]; k++) {
            const uint32_t other =
                o->near[side][is_deep ? o->first[side][stop + 1] - 1 - (k - o->first[side][stop]) : k];
            if (!is_met[other]) queue[end++] = other, is_met[other] = true;
          }
      }
    }
}

static void begin_with(Ordering *o, const uint32_t *number) {
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++) {
    const uint32_t first = o->layer_first[layer], end = o->layer_first[layer + 1];
    uint32_t count = 0, at = first;
    for (uint32_t i = first; i < end; i++) {
      const uint32_t stop = o->order[i];
      if (o->units.unit[stop] != stop) continue;
      o->wishes[count++] = (Wish){o->units.zone[stop], stop, number != NULL ? number[stop] : random_below(o, 1u << 30)};
    }
    sort_wishes(o->wishes, count);
    for (uint32_t i = 0; i < count; i++) at += cx_units_put(&o->units, o->wishes[i].stop, o->order + at);
    place_some(o, layer, first, end - first);
  }
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++) relist_around(o, layer);
}

/* ---- Which way up ------------------------------------------------------------------------------------------------ */

/* How many more nodes of a lane than not have the way that should come below above the one before it: the aside exit of
 * a decision above the other, or what was written later above what was written first. */
static int64_t count_upside_down(const Ordering *o, uint32_t lane, const uint32_t *last) {
  const CxDraft *draft = o->draft;
  int64_t sum = 0;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    const CxArc *arc = &draft->arcs[i], *before = last[i] != CX_NOWHERE ? &draft->arcs[last[i]] : NULL;
    if (before == NULL || draft->stops.items[arc->tail].lane != lane) continue;
    const uint32_t a = stop_of(before, 1), b = stop_of(arc, 1);
    const bool has_tips = cx_draft_node(draft, arc->tail)->ports == CX_GRAPH_TIPS;
    const bool is_turned = has_tips && !cx_draft_goes_rather_ahead(draft, last[i], i);
    if (draft->stops.items[a].lane != lane || draft->stops.items[b].lane != lane) continue;
    sum += (o->place[a] > o->place[b]) != is_turned ? 1 : -1;
  }
  return sum;
}

/* Those at the borders stay there. */
static void flip(Ordering *o, uint32_t lane) {
  const uint32_t zone = cx_units_zone_inside(lane);
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++) {
    uint32_t begin = o->layer_first[layer], end = o->layer_first[layer + 1];
    while (begin < end && o->units.zone[o->order[begin]] != zone) begin++;
    while (end > begin && o->units.zone[o->order[end - 1]] != zone) end--;
    cx_units_turn(o->order + begin, end - begin);
    for (uint32_t i = begin; i < end; i += cx_units_size(&o->units, o->order[i]))
      if (o->units.is_fixed[o->units.unit[o->order[i]]])
        cx_units_turn(o->order + i, cx_units_size(&o->units, o->order[i]));
  }
}

static void place_all(Ordering *o) {
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++)
    for (uint32_t i = o->layer_first[layer]; i < o->layer_first[layer + 1]; i++)
      o->place[o->order[i]] = i - o->layer_first[layer];
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++) relist_around(o, layer);
}

/* Turns lanes upside down where that reads better and costs no crossing. */
static void turn_lanes(Ordering *o) {
  const CxDraft *draft = o->draft;
  uint32_t *last = cx_new_array(draft->arena, uint32_t, draft->arc_count + 1);
  uint32_t *newest = cx_new_array(draft->arena, uint32_t, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->node_count; i++) newest[i] = CX_NOWHERE;
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    last[i] = CX_NOWHERE;
    if (draft->arcs[i].is_back || !is_in_order(&draft->arcs[i])) continue;
    last[i] = newest[draft->arcs[i].tail];
    newest[draft->arcs[i].tail] = i;
  }
  const uint32_t lanes = MIN(MAX(1, (uint32_t)draft->graph->lane_count), MOST_TURNED);
  for (uint32_t lane = 0; lane < lanes; lane++) {
    if (count_upside_down(o, lane, last) <= 0) continue;
    flip(o, lane);
    place_all(o);
    if (count_all(o) <= o->best_crossings) continue;
    flip(o, lane);
    place_all(o);
  }
}

/* Units that were turned upside down are turned back where that costs nothing; the others are noted in the draft. */
static void settle_units(Ordering *o) {
  for (uint32_t layer = 0; layer < o->draft->layer_count; layer++)
    for (uint32_t i = o->layer_first[layer]; i < o->layer_first[layer + 1];
         i += cx_units_size(&o->units, o->order[i])) {
      const uint32_t unit = o->units.unit[o->order[i]];
      if (o->order[i] == unit || turn_unit(o, layer, i, o->units.size[unit], 0)) continue;
      cx_draft_flip(o->draft, unit);
    }
  place_all(o);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void improve(Ordering *o, bool *is_due) {
  keep_if_best(o, count_all(o));
  uint64_t last = UINT64_MAX;
  for (uint32_t number = 0, idle = 0;
       number < SWEEPS && idle < PATIENCE && o->best_crossings > 0 && o->work < o->most_work; number++) {
    sweep(o, number);
    exchange(o, number % 4 < 2, is_due);
    const uint64_t crossings = count_all(o);
    idle = crossings < last ? 0 : idle + 1;
    last = MIN(last, crossings);
    keep_if_best(o, crossings);
  }
}

static void allocate(Ordering *o) {
  CxArena *arena = o->draft->arena;
  const size_t count = o->stop_count + 2;
  for (int side = 0; side < 2; side++) o->first[side] = cx_new_array(arena, uint32_t, count);
  o->place = cx_new_array(arena, uint32_t, count);
  o->best = cx_new_array(arena, uint32_t, count);
  o->cursor = cx_new_array(arena, uint32_t, count);
  o->old = cx_new_array(arena, uint32_t, count);
  o->wishes = cx_new_array(arena, Wish, count);
  o->tree = cx_new_array(arena, uint32_t, 4 * count + 4);
}

static uint64_t most_work(const CxDraft *draft) {
  const uint64_t items = (uint64_t)draft->node_count + draft->arc_count;
  const uint64_t of_nodes = MIN(WORK_OF_NODE * draft->node_count, MOST_OF_NODES);
  return LEAST_WORK + of_nodes + WORK_OF_EACH * items * g_bit_storage(items);
}

void cx_draft_order(CxDraft *draft) {
  Ordering o = {.draft = draft,
                .stop_count = (uint32_t)draft->stops.count,
                .best_crossings = UINT64_MAX,
                .most_work = most_work(draft),
                .seed = 2463534242u};
  o.units = cx_units_find(draft);
  cx_units_fill_layers(&o.units, draft);
  o.order = draft->order, o.layer_first = draft->layer_first;
  allocate(&o);
  index_neighbours(&o);
  uint32_t *number = cx_new_array(draft->arena, uint32_t, o.stop_count + 1);
  bool *is_due = cx_new_array(draft->arena, bool, draft->layer_count + 1);
  const uint64_t most = CLAMP(draft->node_count / NODES_A_START, FEWEST_STARTS, MOST_STARTS);
  const uint64_t starts = CLAMP(WORK / SWEEPS / (o.link_count + 1), 2, most);
  for (uint32_t start = 0; start < starts && o.best_crossings > 0; start++) {
    if (start < 2) walk(&o, number, start == draft->first_walk);
    begin_with(&o, start < 2 ? number : NULL);
    improve(&o, is_due);
  }
  memcpy(o.order, o.best, o.stop_count * sizeof o.best[0]);
  place_all(&o);
  turn_lanes(&o);
  settle_units(&o);
  for (uint32_t i = 0; i < o.stop_count; i++) draft->stops.items[i].place = o.place[i];
}
