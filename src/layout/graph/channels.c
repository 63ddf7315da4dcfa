/* Tracks: the upright pieces between two layers, side by side so that few pieces cross and none lie on one another.
 *
 * A net is a link that is not straight, or all links of a shared end. Of nets that go down the lower ones come first,
 * of those that go up the upper ones: then two that need not cross do not. Where a net goes on to the right at the
 * height at which another one comes from the left, the other one must turn off first. Each net takes the first track
 * behind all those before it that it would touch. Two nets that would have to be before one another (each ends where
 * the other begins) are untied by a piece between: one of them gets two tracks. The idea of such an order is Sander's
 * ("A fast heuristic for hierarchical Manhattan layout", Graph Drawing 1995). */
#include "channels.h"

#include <math.h>
#include <stdlib.h>

static const size_t LOOKED_AT = 256; /* spaces for the level piece of a split net */
static const double SAME = 5;        /* level pieces nearer to one another than this must not meet */

typedef struct Net {
  uint32_t link;                 /* the first */
  double low, high, left, right; /* of left and right ends the mean */
  double lows[2], highs[2];      /* of the left, of the right ends */
  uint32_t waits;                /* for so many nets that must turn off before */
  bool is_placed, is_split;
  uint32_t track, second;
  double split_v;
} Net;

/* A net's end at the left or the right. */
typedef struct Terminal {
  double v;
  uint32_t net;
} Terminal;

typedef struct Before {
  uint32_t first, then;
} Before;

typedef struct Channel {
  CxDraft *draft;
  CxArena *arena;
  CX_LIST(Net) nets;
  CX_LIST(Terminal) terminals[2]; /* left, right */
  CX_LIST(Before) befores;
  CX_LIST(double) levels;       /* of all level pieces, sorted */
  uint32_t *taken;              /* of the space behind a level: by so many split nets */
  uint32_t *first_then, *thens; /* of a net: those that turn off after it */
  double *stops;                /* the ends of the nets, sorted: what the tree is over */
  uint32_t stop_count, leaves;
  uint32_t *covered, *most; /* tree: tracks used all over a node's range, and anywhere in it; 0: none */
  uint32_t track_count;
} Channel;

/* ---- The tree of tracks in use -------------------------------------------------------------------------------- */

static uint32_t index_of(const Channel *channel, double v) {
  uint32_t low = 0, high = channel->stop_count;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (channel->stops[middle] < v)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Both walk down the tree, which is as deep as the logarithm of the nets. */
static uint32_t most_in(const Channel *channel, uint32_t node, uint32_t begin, uint32_t end, uint32_t from,
                        uint32_t to) {
  if (to <= begin || end <= from) return 0;
  if (from <= begin && end <= to) return channel->most[node];
  const uint32_t middle = (begin + end) / 2;
  const uint32_t a = most_in(channel, 2 * node, begin, middle, from, to);
  const uint32_t b = most_in(channel, 2 * node + 1, middle, end, from, to);
  return MAX(channel->covered[node], MAX(a, b));
}

static void cover(Channel *channel, uint32_t node, uint32_t begin, uint32_t end, uint32_t from, uint32_t to,
                  uint32_t track) {
  if (to <= begin || end <= from) return;
  channel->most[node] = MAX(channel->most[node], track);
  if (from <= begin && end <= to) {
    channel->covered[node] = MAX(channel->covered[node], track);
    return;
  }
  const uint32_t middle = (begin + end) / 2;
  cover(channel, 2 * node, begin, middle, from, to, track);
  cover(channel, 2 * node + 1, middle, end, from, to, track);
}

/* What a net keeps others off: all stops that are nearer than a track is wide. */
static void find_reach(const Channel *channel, double low, double high, uint32_t *from, uint32_t *to) {
  const double reach = channel->draft->graph->track - 0.01;
  *from = index_of(channel, low - reach);
  *to = index_of(channel, high + reach);
}

static uint32_t free_track(const Channel *channel, double low, double high) {
  uint32_t from, to;
  find_reach(channel, low, high, &from, &to);
  return most_in(channel, 1, 0, channel->leaves, from, to);
}

/* Takes the first track behind all in the way; gives its number, from 0. */
static uint32_t take_track(Channel *channel, double low, double high) {
  const uint32_t track = free_track(channel, low, high);
  uint32_t from, to;
  find_reach(channel, low, high, &from, &to);
  cover(channel, 1, 0, channel->leaves, from, to, track + 1);
  channel->track_count = MAX(channel->track_count, track + 1);
  return track;
}

/* ---- Nets ----------------------------------------------------------------------------------------------------- */

static void add_terminal(Channel *channel, int side, double v, uint32_t net) {
  *cx_list_add(channel->arena, &channel->terminals[side]) = (Terminal){v, net};
  Net *n = &channel->nets.items[net];
  n->low = MIN(n->low, v), n->high = MAX(n->high, v);
  n->lows[side] = MIN(n->lows[side], v), n->highs[side] = MAX(n->highs[side], v);
}

/* `nets` of a stop that shares its end; CX_NOWHERE: none yet. */
static void add_link_to_nets(Channel *channel, uint32_t link, uint32_t *shared, uint32_t *net_of_link) {
  const CxDraft *draft = channel->draft;
  const CxLink *l = &draft->links.items[link];
  const double left = cx_draft_left_v(draft, l), right = cx_draft_right_v(draft, l);
  const bool is_shared = l->is_left_shared || l->is_right_shared;
  *cx_list_add(channel->arena, &channel->levels) = left;
  if (left != right) *cx_list_add(channel->arena, &channel->levels) = right;
  if (left == right && !is_shared) return;
  uint32_t *known = is_shared ? &shared[l->is_left_shared ? l->left : l->right] : NULL;
  uint32_t net = known != NULL ? *known : CX_NOWHERE;
  const bool is_new = net == CX_NOWHERE;
  if (is_new) {
    net = (uint32_t)channel->nets.count;
    *cx_list_add(channel->arena, &channel->nets) =
        (Net){.link = link, .low = left, .high = left, .lows = {left, right}, .highs = {left, right}};
    if (known != NULL) *known = net;
  }
  net_of_link[link] = net;
  if (is_new || !l->is_left_shared) add_terminal(channel, 0, left, net);
  if (is_new || l->is_left_shared) add_terminal(channel, 1, right, net);
}

static void sum_up(Channel *channel) {
  for (int side = 0; side < 2; side++) {
    double *counts = cx_new_array(channel->arena, double, channel->nets.count + 1);
    for (size_t i = 0; i < channel->terminals[side].count; i++) {
      const Terminal *terminal = &channel->terminals[side].items[i];
      Net *net = &channel->nets.items[terminal->net];
      *(side == 0 ? &net->left : &net->right) += terminal->v;
      counts[terminal->net]++;
    }
    for (size_t i = 0; i < channel->nets.count; i++)
      *(side == 0 ? &channel->nets.items[i].left : &channel->nets.items[i].right) /= counts[i];
  }
}

/* ---- Who turns off before whom -------------------------------------------------------------------------------- */

static int by_v(const void *a, const void *b) {
  const Terminal *x = a, *y = b;
  if (x->v != y->v) return x->v < y->v ? -1 : 1;
  return x->net < y->net ? -1 : x->net > y->net ? 1 : 0;
}

static void find_befores(Channel *channel) {
  for (int side = 0; side < 2; side++)
    qsort(channel->terminals[side].items, channel->terminals[side].count, sizeof(Terminal), by_v);
  size_t begin = 0;
  for (size_t i = 0; i < channel->terminals[1].count; i++) {
    const Terminal *right = &channel->terminals[1].items[i];
    while (begin < channel->terminals[0].count && channel->terminals[0].items[begin].v <= right->v - SAME) begin++;
    for (size_t k = begin; k < channel->terminals[0].count; k++) {
      const Terminal *left = &channel->terminals[0].items[k];
      if (left->v >= right->v + SAME || k > begin + 64) break;
      if (left->net == right->net) continue;
      *cx_list_add(channel->arena, &channel->befores) = (Before){left->net, right->net};
      channel->nets.items[right->net].waits++;
    }
  }
}

static void index_befores(Channel *channel) {
  const size_t nets = channel->nets.count;
  uint32_t *first = cx_new_array(channel->arena, uint32_t, nets + 2);
  channel->thens = cx_new_array(channel->arena, uint32_t, channel->befores.count + 1);
  for (size_t i = 0; i < channel->befores.count; i++) first[channel->befores.items[i].first + 2]++;
  for (size_t i = 2; i < nets + 2; i++) first[i] += first[i - 1];
  for (size_t i = 0; i < channel->befores.count; i++)
    channel->thens[first[channel->befores.items[i].first + 1]++] = channel->befores.items[i].then;
  channel->first_then = first;
}

static int by_number(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y ? 1 : 0;
}

static void make_tree(Channel *channel) {
  channel->stops = cx_new_array(channel->arena, double, 2 * channel->nets.count + 1);
  for (size_t i = 0; i < channel->nets.count; i++) {
    channel->stops[channel->stop_count++] = channel->nets.items[i].low;
    channel->stops[channel->stop_count++] = channel->nets.items[i].high;
  }
  qsort(channel->stops, channel->stop_count, sizeof(double), by_number);
  for (channel->leaves = 1; channel->leaves < channel->stop_count + 1;) channel->leaves *= 2;
  channel->covered = cx_new_array(channel->arena, uint32_t, 2 * channel->leaves);
  channel->most = cx_new_array(channel->arena, uint32_t, 2 * channel->leaves);
}

/* ---- Tracks --------------------------------------------------------------------------------------------------- */

static void release(Channel *channel, uint32_t net) {
  for (uint32_t i = channel->first_then[net]; i < channel->first_then[net + 1]; i++)
    channel->nets.items[channel->thens[i]].waits--;
}

/* A height for the level piece of a split net: in the widest free space within its reach, in its middle, or where
 * several take the same one at a half, a quarter, three quarters of it and so on. */
static double find_level(Channel *channel, const Net *net) {
  size_t low = 0, high = channel->levels.count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (channel->levels.items[middle] < net->low)
      low = middle + 1;
    else
      high = middle;
  }
  size_t best = low;
  double widest = -1;
  for (size_t i = low;
       i + 1 < channel->levels.count && i < low + LOOKED_AT && channel->levels.items[i + 1] <= net->high; i++) {
    const double space = (channel->levels.items[i + 1] - channel->levels.items[i]) / (1 + channel->taken[i]);
    if (space > widest) widest = space, best = i;
  }
  if (widest < 0) return (net->low + net->high) / 2;
  double share = 0, step = 0.5;
  for (uint32_t number = ++channel->taken[best]; number > 0; number /= 2, step /= 2) share += number % 2 * step;
  return channel->levels.items[best] + share * (channel->levels.items[best + 1] - channel->levels.items[best]);
}

static void place_net(Channel *channel, uint32_t net) {
  Net *n = &channel->nets.items[net];
  n->track = take_track(channel, n->low, n->high);
  n->is_placed = true;
  release(channel, net);
}

/* The net's left ends get their track now, the right ones when all others have theirs. */
static void split_net(Channel *channel, uint32_t net) {
  Net *n = &channel->nets.items[net];
  n->is_split = n->is_placed = true;
  n->split_v = find_level(channel, n);
  n->track = take_track(channel, MIN(n->split_v, n->lows[0]), MAX(n->split_v, n->highs[0]));
  release(channel, net);
}

static void finish_split(Channel *channel, uint32_t net) {
  Net *n = &channel->nets.items[net];
  n->second = take_track(channel, MIN(n->split_v, n->lows[1]), MAX(n->split_v, n->highs[1]));
}

typedef struct Turn {
  double key;
  uint32_t net;
} Turn;

static int by_key(const void *a, const void *b) {
  const Turn *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->net < y->net ? -1 : x->net > y->net ? 1 : 0;
}

static uint32_t next_track(const Channel *channel, uint32_t net) {
  return free_track(channel, channel->nets.items[net].low, channel->nets.items[net].high);
}

/* Takes nets from the heads of the two rows, those that go down and those that go up, the one that comes to stand
 * further left first. */
static void give_tracks(Channel *channel) {
  const size_t count = channel->nets.count;
  Turn *rows[2] = {cx_new_array(channel->arena, Turn, count + 1), cx_new_array(channel->arena, Turn, count + 1)};
  size_t counts[2] = {0, 0}, next[2] = {0, 0};
  for (uint32_t i = 0; i < count; i++) {
    const Net *net = &channel->nets.items[i];
    const int row = net->right > net->left ? 0 : 1;
    rows[row][counts[row]++] = (Turn){row == 0 ? -net->left : net->left, i};
  }
  for (int row = 0; row < 2; row++) qsort(rows[row], counts[row], sizeof(Turn), by_key);
  while (next[0] < counts[0] || next[1] < counts[1]) {
    int best = -1;
    for (int row = 0; row < 2; row++) {
      if (next[row] == counts[row] || channel->nets.items[rows[row][next[row]].net].waits > 0) continue;
      if (best < 0 || next_track(channel, rows[1][next[1]].net) < next_track(channel, rows[0][next[0]].net)) best = row;
    }
    const int row = best >= 0 ? best : next[0] < counts[0] ? 0 : 1;
    const uint32_t net = rows[row][next[row]++].net;
    if (best >= 0)
      place_net(channel, net);
    else
      split_net(channel, net);
  }
  for (uint32_t i = 0; i < count; i++)
    if (channel->nets.items[i].is_split) finish_split(channel, i);
}

uint32_t cx_channel_assign(CxDraft *draft, const uint32_t *links, uint32_t count, CxChannelScratch *scratch) {
  Channel channel = {.draft = draft, .arena = cx_arena_new()};
  for (uint32_t i = 0; i < count; i++) add_link_to_nets(&channel, links[i], scratch->shared, scratch->net_of_link);
  if (channel.nets.count > 0) {
    sum_up(&channel);
    find_befores(&channel);
    index_befores(&channel);
    qsort(channel.levels.items, channel.levels.count, sizeof(double), by_number);
    channel.taken = cx_new_array(channel.arena, uint32_t, channel.levels.count + 1);
    make_tree(&channel);
    give_tracks(&channel);
  }
  for (uint32_t i = 0; i < count; i++) {
    CxLink *link = &draft->links.items[links[i]];
    const uint32_t net = scratch->net_of_link[links[i]];
    scratch->shared[link->left] = scratch->shared[link->right] = CX_NOWHERE;
    if (net == CX_NOWHERE) continue;
    const Net *n = &channel.nets.items[net];
    link->is_split = n->is_split;
    link->track_u = n->track, link->second_u = n->second, link->split_v = n->split_v;
  }
  cx_arena_free(channel.arena);
  return channel.track_count;
}
