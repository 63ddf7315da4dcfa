/* Moves pieces of edges that lie on one another, or nearly so, onto tracks of their own.
 *
 * First all upright pieces, then all level ones, and both again because the ends of a piece are where its neighbours
 * are. What runs between the same two walls, next to one another along some stretch, has to keep its order and a
 * track's distance; a piece wants to be where it was found: in the middle of its channel or its side. Where there is
 * not room enough for the full distances, just those pieces that are between too narrow walls are squeezed together.
 * Then pieces that push one another become blocks, each in the mean place of its members' wishes, as in Dwyer, Marriott
 * and Stuckey ("Fast node overlap removal", Graph Drawing 2005).
 *
 * A piece never leaves the free space around it, so that what was clear of obstacles stays so.
 */
#include "router.h"

#include <math.h>
#include <stdlib.h>

static const double NEAREST = 2, SAME = 1e-6, NO_ROOM = 1e-4, LOOSENING = 0.8;
static const int ROUNDS = 4, SQUEEZES = 60;

/* `after` stands behind `before`; positions in the sorted pieces, `after` never falls from one to the next. */
typedef struct Order {
  uint32_t before, after;
} Order;

typedef struct Block {
  uint32_t last; /* member */
  size_t count;
  double wishes; /* of the members, minus their offsets, summed */
  double least, most, at;
} Block;

typedef struct Tracks {
  CxRouteGraph *graph;
  CxTrail *trails;
  int axis;
  CxPiece *pieces;
  size_t count;
  CX_LIST(Order) orders;
  uint32_t *first_order; /* of those with this piece `after` */
  double *low, *high;    /* scratch, and in the end the places */
  Block *blocks;
  uint32_t *block, *next; /* of a piece: its block, the member before it */
  double *offset;         /* from the block's place */
} Tracks;

/* ---- Pieces and their walls ------------------------------------------------------------------------------------ */

static void bound_by_side(const Tracks *tracks, CxPiece *piece, size_t obstacle) {
  const CxSolid *solid = &tracks->graph->solids[obstacle];
  piece->side[0] = MAX(piece->side[0], solid->lo[1 - tracks->axis]);
  piece->side[1] = MIN(piece->side[1], solid->hi[1 - tracks->axis]);
}

/* Finds the walls, also of what lies `beyond` the corners at the piece's ends; false if that leaves no room. A piece
 * without length is taken for a short one: it must not slip into anything either. */
static bool look_around(const Tracks *tracks, CxPiece *piece, double beyond) {
  const CxTrail *trail = &tracks->trails[piece->trail];
  const bool is_upwards = cx_trail_from(trail, piece->index) <= cx_trail_to(trail, piece->index);
  const bool has_corner[] = {piece->index > 0, piece->index + 1 < trail->count};
  const double half = MAX(0, 0.5 - (piece->to - piece->from));
  const double from = piece->from - half - (has_corner[!is_upwards] ? beyond : 0);
  const double to = piece->to + half + (has_corner[is_upwards] ? beyond : 0);
  const CxSpace *space = tracks->graph->space;
  piece->walls[0] = cx_space_reach(space, 1 - tracks->axis, -1, piece->at, from, to, NULL);
  piece->walls[1] = cx_space_reach(space, 1 - tracks->axis, 1, piece->at, from, to, NULL);
  return piece->walls[0] < piece->at && piece->at < piece->walls[1];
}

static void reserve_label(CxPiece *piece, const CxTrail *trail, int axis, CxPoint size) {
  if (size.x <= 0 || size.y <= 0 || cx_route_label_piece(trail, size) != piece->index) return;
  const double length = CX_ROUTE_LABEL_OFF + (axis == 0 ? size.x : size.y);
  const double from = cx_trail_from(trail, piece->index), way = cx_sign(cx_trail_to(trail, piece->index) - from);
  piece->label_room = 1.5 * CX_ROUTE_LABEL_OFF + (axis == 0 ? size.y : size.x);
  piece->label_from = MIN(from, from + way * length);
  piece->label_to = MAX(from, from + way * length);
}

static CxPiece piece_of(const Tracks *tracks, size_t t, size_t k) {
  const CxTrail *trail = &tracks->trails[t];
  const CxRouting *routing = tracks->graph->routing;
  const CxSolid span = cx_trail_piece(trail, k);
  const int axis = tracks->axis;
  CxPiece piece = {.trail = (uint32_t)t,
                   .index = (uint32_t)k,
                   .at = trail->at[k],
                   .wish = trail->wish[k],
                   .from = span.lo[axis],
                   .to = span.hi[axis],
                   .squeeze = 1,
                   .reach = routing->track / 2,
                   .side = {-INFINITY, INFINITY}};
  if (k == 0) bound_by_side(tracks, &piece, routing->edges[t].from);
  if (k + 1 == trail->count) bound_by_side(tracks, &piece, routing->edges[t].to);
  if (!look_around(tracks, &piece, NEAREST)) look_around(tracks, &piece, 0);
  reserve_label(&piece, trail, axis, routing->edges[t].label);
  return piece;
}

static void collect_pieces(Tracks *tracks) {
  size_t count = 0;
  for (size_t t = 0; t < tracks->graph->routing->edge_count; t++)
    for (size_t k = 0; k < tracks->trails[t].count; k++)
      if (((tracks->trails[t].first + (int)k) & 1) == tracks->axis) tracks->pieces[count++] = piece_of(tracks, t, k);
  tracks->count = count;
}

/* How far to stay off both ends of a range `width` long. */
static double margin(double width, double clear) {
  return MIN(clear, MAX(width / 4, MIN(NEAREST, width * 0.4)));
}

/* Takes the room for a label from where the piece may be, if that leaves anything. */
static void bound_by_label(int axis, CxPiece *piece) {
  const double least = ceil((piece->walls[0] + piece->label_room) * 8) / 8;
  const double most = floor((piece->walls[1] - piece->label_room) * 8) / 8;
  if (axis == 0 ? least > piece->most : most < piece->least) piece->label_room = 0;
  if (piece->label_room <= 0) return;
  if (axis == 0)
    piece->least = MAX(piece->least, least);
  else
    piece->most = MIN(piece->most, most);
}

/* Where a piece may be, given how much it is squeezed; where it is now it may always be. */
static void bound(const Tracks *tracks, CxPiece *piece) {
  const double clear = NEAREST + piece->squeeze * MAX(0, tracks->graph->routing->clear - NEAREST);
  const double wall = margin(piece->walls[1] - piece->walls[0], clear);
  const double corner = isfinite(piece->side[0]) ? margin(piece->side[1] - piece->side[0], clear) : 0;
  const double least = MAX(piece->walls[0] + wall, piece->side[0] + corner);
  const double most = MIN(piece->walls[1] - wall, piece->side[1] - corner);
  piece->least = MIN(piece->at, ceil(least * 8) / 8);
  piece->most = MAX(piece->at, floor(most * 8) / 8);
  if (piece->label_room > 0) bound_by_label(tracks->axis, piece);
  if (tracks->trails[piece->trail].is_fixed) piece->least = piece->most = piece->at;
}

/* ---- Which pieces are next to one another ---------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b) {
  return cx_sign(*(const double *)a - *(const double *)b);
}

static size_t index_of(const double *sorted, size_t count, double value) {
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (sorted[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Two pieces of one edge that share a corner's neighbourhood belong together and need no distance. */
static bool are_neighbours(const CxPiece *a, const CxPiece *b) {
  return a->trail == b->trail && (a->index + 2 == b->index || b->index + 2 == a->index) &&
         MIN(a->to, b->to) - MAX(a->from, b->from) < SAME;
}

static void add_order(Tracks *tracks, uint32_t before, uint32_t after) {
  if (before == CX_NOWHERE || are_neighbours(&tracks->pieces[before], &tracks->pieces[after])) return;
  *cx_list_add(tracks->graph->arena, &tracks->orders) = (Order){before, after};
}

/* Pieces are looked at from the first to the last across the axis; `front` is, for each stretch along it, the last one
 * seen there. */
static void find_orders(Tracks *tracks) {
  const size_t count = tracks->count;
  double *stops = g_new(double, 2 * count + 1);
  uint32_t *front = g_new(uint32_t, 2 * count + 1);
  for (size_t i = 0; i < count; i++) {
    stops[2 * i] = tracks->pieces[i].from - tracks->pieces[i].reach;
    stops[2 * i + 1] = tracks->pieces[i].to + tracks->pieces[i].reach;
    front[2 * i] = front[2 * i + 1] = CX_NOWHERE;
  }
  qsort(stops, 2 * count, sizeof *stops, compare_numbers);
  tracks->orders.count = 0;
  for (uint32_t i = 0; i < count; i++) {
    const CxPiece *piece = &tracks->pieces[i];
    const size_t end = index_of(stops, 2 * count, piece->to + piece->reach);
    uint32_t last = CX_NOWHERE;
    tracks->first_order[i] = (uint32_t)tracks->orders.count;
    for (size_t stop = index_of(stops, 2 * count, piece->from - piece->reach); stop < end; stop++) {
      if (front[stop] != last) add_order(tracks, last = front[stop], i);
      front[stop] = i;
    }
  }
  tracks->first_order[count] = (uint32_t)tracks->orders.count;
  g_free(stops);
  g_free(front);
}

static double distance(const Tracks *tracks, const Order *order) {
  const CxPiece *before = &tracks->pieces[order->before], *after = &tracks->pieces[order->after];
  const double track = tracks->graph->routing->track * MIN(before->squeeze, after->squeeze);
  const CxPiece *labelled = tracks->axis == 0 ? after : before, *other = tracks->axis == 0 ? before : after;
  const bool is_beside = other->from < labelled->label_to && other->to > labelled->label_from;
  return is_beside ? MAX(track, labelled->label_room) : track;
}

/* ---- Room enough for all ---------------------------------------------------------------------------------------- */

static void push_up(const Tracks *tracks, double *at) {
  for (size_t i = 0; i < tracks->count; i++) at[i] = MAX(at[i], tracks->pieces[i].least);
  for (size_t o = 0; o < tracks->orders.count; o++) {
    const Order *order = &tracks->orders.items[o];
    at[order->after] = MAX(at[order->after], at[order->before] + distance(tracks, order));
  }
}

static void push_down(const Tracks *tracks, double *at) {
  for (size_t i = 0; i < tracks->count; i++) at[i] = MIN(at[i], tracks->pieces[i].most);
  for (size_t o = tracks->orders.count; o-- > 0;) {
    const Order *order = &tracks->orders.items[o];
    at[order->before] = MIN(at[order->before], at[order->after] - distance(tracks, order));
  }
}

/* Takes away room for labels, or else lowers the distances, of those pieces for which there is no room. */
static bool loosen(Tracks *tracks) {
  bool is_tight = false, has_label = false;
  for (size_t i = 0; i < tracks->count; i++) {
    if (tracks->low[i] <= tracks->high[i] + SAME) continue;
    is_tight = true;
    has_label |= tracks->pieces[i].label_room > 0;
  }
  for (size_t i = 0; i < tracks->count; i++) {
    CxPiece *piece = &tracks->pieces[i];
    if (tracks->low[i] <= tracks->high[i] + SAME) continue;
    if (has_label)
      piece->label_room = 0;
    else
      piece->squeeze *= piece->squeeze > NO_ROOM ? LOOSENING : 0;
  }
  return is_tight;
}

/* Finds distances for which there is room: with none at all the places that the pieces have now would do. */
static void squeeze(Tracks *tracks) {
  bool is_tight = true;
  for (int round = 0; round < SQUEEZES && is_tight; round++) {
    for (size_t i = 0; i < tracks->count; i++) {
      bound(tracks, &tracks->pieces[i]);
      tracks->low[i] = -INFINITY;
      tracks->high[i] = INFINITY;
    }
    push_up(tracks, tracks->low);
    push_down(tracks, tracks->high);
    is_tight = loosen(tracks);
  }
}

/* ---- Blocks --------------------------------------------------------------------------------------------------- */

static double place_of(const Tracks *tracks, uint32_t piece) {
  return tracks->blocks[tracks->block[piece]].at + tracks->offset[piece];
}

static void settle_block(Block *block) {
  const double mean = block->wishes / (double)block->count;
  block->at = block->least <= block->most ? CLAMP(mean, block->least, block->most) : (block->least + block->most) / 2;
}

/* The order that the block `id` breaks most against another one. */
static const Order *most_broken(const Tracks *tracks, uint32_t id) {
  const Order *found = NULL;
  double most = SAME;
  for (uint32_t piece = tracks->blocks[id].last; piece != CX_NOWHERE; piece = tracks->next[piece])
    for (uint32_t o = tracks->first_order[piece]; o < tracks->first_order[piece + 1]; o++) {
      const Order *order = &tracks->orders.items[o];
      if (tracks->block[order->before] == id) continue;
      const double broken = place_of(tracks, order->before) + distance(tracks, order) - place_of(tracks, piece);
      if (broken <= most) continue;
      most = broken;
      found = order;
    }
  return found;
}

/* Joins to a block what it pushes, at just the distance that the order asks for. */
static void join(Tracks *tracks, uint32_t id, const Order *order) {
  const uint32_t other = tracks->block[order->before];
  Block *into = &tracks->blocks[id], *from = &tracks->blocks[other];
  const double shift = tracks->offset[order->after] - distance(tracks, order) - tracks->offset[order->before];
  uint32_t first = from->last;
  for (uint32_t piece = from->last; piece != CX_NOWHERE; piece = tracks->next[piece]) {
    tracks->offset[piece] += shift;
    tracks->block[piece] = id;
    first = piece;
  }
  tracks->next[first] = into->last;
  into->last = from->last;
  into->wishes += from->wishes - shift * (double)from->count;
  into->count += from->count;
  into->least = MAX(into->least, from->least - shift);
  into->most = MIN(into->most, from->most - shift);
  settle_block(into);
}

static void settle(Tracks *tracks) {
  for (uint32_t i = 0; i < tracks->count; i++) {
    const CxPiece *piece = &tracks->pieces[i];
    tracks->blocks[i] =
        (Block){.last = i, .count = 1, .wishes = piece->wish, .least = piece->least, .most = piece->most};
    tracks->block[i] = i;
    tracks->next[i] = CX_NOWHERE;
    tracks->offset[i] = 0;
    settle_block(&tracks->blocks[i]);
    for (const Order *order; (order = most_broken(tracks, i)) != NULL;) join(tracks, i, order);
  }
  for (uint32_t i = 0; i < tracks->count; i++) tracks->low[i] = place_of(tracks, i);
  push_up(tracks, tracks->low); /* a block is stiff: what it broke of walls and orders is mended here */
  push_down(tracks, tracks->low);
}

/* ---- All ------------------------------------------------------------------------------------------------------ */

static void move_pieces(Tracks *tracks) {
  collect_pieces(tracks);
  cx_route_order(tracks->trails, tracks->pieces, tracks->count, tracks->axis);
  find_orders(tracks);
  squeeze(tracks);
  settle(tracks);
  for (size_t i = 0; i < tracks->count; i++) {
    const CxPiece *piece = &tracks->pieces[i];
    const bool is_tight = piece->squeeze * tracks->graph->routing->track < 0.5;
    if (tracks->trails[piece->trail].is_fixed) continue;
    tracks->trails[piece->trail].at[piece->index] =
        is_tight ? round(tracks->low[i] * 4096) / 4096 : cx_route_round(tracks->low[i]);
  }
}

void cx_route_tracks(CxRouteGraph *graph, CxTrail *trails) {
  size_t most = 1;
  for (size_t i = 0; i < graph->routing->edge_count; i++) most += trails[i].count;
  Tracks tracks = {.graph = graph,
                   .trails = trails,
                   .pieces = cx_new_array(graph->arena, CxPiece, most),
                   .first_order = cx_new_array(graph->arena, uint32_t, most + 1),
                   .low = cx_new_array(graph->arena, double, most),
                   .high = cx_new_array(graph->arena, double, most),
                   .blocks = cx_new_array(graph->arena, Block, most),
                   .block = cx_new_array(graph->arena, uint32_t, most),
                   .next = cx_new_array(graph->arena, uint32_t, most),
                   .offset = cx_new_array(graph->arena, double, most)};
  for (int round = 0; round < ROUNDS; round++) {
    tracks.axis = 1 - (round & 1);
    move_pieces(&tracks);
  }
}
