/* Where a sheet is cut: the extents of its elements along one axis go in, windows come out.
 *
 * The elements' ends part the axis into intervals in which a cut crosses the same elements. Each gives a candidate, and
 * what is crossed is its cost. Of all rows of cuts that leave no window longer than it may be, the cheapest is taken,
 * where every cut also costs the paper it needs; of equal ones that with the last cut farthest. It is found in one
 * sweep: the cheapest way to a candidate goes over the cheapest of those that a window can reach back to, which a queue
 * keeps at hand.
 */
#include "tiles.h"

#include <stdlib.h>

#define GUTTER 1.0    /* points: what is narrower is hardly a place for scissors */
#define CLEARANCE 6.0 /* points kept from the element behind a wide gutter */
#define STEP 12.0     /* points between the candidates of a wide gutter */
#define NARROW 16     /* what a cut through a narrower interval costs more */
#define PAPER 24      /* what a further tile costs */
#define LEAST 0.5     /* of a window's step: only the last one is shorter */

/* An end of an element, and how much more a cut costs behind it. */
typedef struct Edge {
  double at, cost;
} Edge;

/* A place for a cut; the first stands for the sheet's beginning. */
typedef struct Place {
  double at, total; /* the cost of the cheapest way here */
  size_t before;    /* the place of the cut before on that way */
} Place;

typedef CX_LIST(Place) Places;

static int compare_edges(const void *a, const void *b) {
  const Edge *one = a, *other = b;
  return (one->at > other->at) - (one->at < other->at);
}

static size_t sort_edges(CxArena *arena, const CxExtents *extents, Edge **edges) {
  size_t count = 0;
  *edges = cx_new_array(arena, Edge, 2 * extents->count);
  for (size_t i = 0; i < extents->count; i++) {
    const CxExtent *extent = &extents->items[i];
    if (!(extent->to > extent->from)) continue;
    (*edges)[count++] = (Edge){extent->from, extent->cost};
    (*edges)[count++] = (Edge){extent->to, -extent->cost};
  }
  qsort(*edges, count, sizeof **edges, compare_edges);
  return count;
}

static void add_place(CxArena *arena, Places *places, double at, double cost) {
  *cx_list_add(arena, places) = (Place){.at = at, .total = cost + PAPER};
}

/* In the middle of a narrow interval, near the end of a wide one, and before that in steps. */
static void add_places(CxArena *arena, Places *places, double from, double to, double cost) {
  const double last = MAX((from + to) / 2, to - CLEARANCE);
  const size_t steps = last > from ? (size_t)((last - from) / STEP) : 0;
  for (size_t i = 1; i < steps; i++) add_place(arena, places, from + (double)i * STEP, cost);
  if (to > from) add_place(arena, places, last, to - from < GUTTER ? cost + NARROW : cost);
}

static void find_places(CxArena *arena, const CxExtents *extents, double length, Places *places) {
  Edge *edges;
  const size_t count = sort_edges(arena, extents, &edges);
  double from = 0, cost = 0;
  *cx_list_add(arena, places) = (Place){0};
  for (size_t i = 0; i < count; i++) {
    const double to = CLAMP(edges[i].at, 0, length);
    add_places(arena, places, from, to, cost);
    cost += edges[i].cost;
    from = to;
  }
  add_places(arena, places, from, length, 0);
}

/* The places that a window reaches back to, cheaper ones first; one that is behind a cheaper one in both respects never
 * comes to use. */
typedef struct Queue {
  size_t *places, head, tail;
} Queue;

static void push(Queue *queue, const Place *places, size_t place) {
  while (queue->tail > queue->head && places[queue->places[queue->tail - 1]].total >= places[place].total)
    queue->tail--;
  queue->places[queue->tail++] = place;
}

/* Gives the last cut of the cheapest way. */
static size_t find_way(CxArena *arena, const Places *all, double length, double room, double step) {
  Place *places = all->items;
  Queue queue = {.places = cx_new_array(arena, size_t, all->count)};
  size_t ready = 0, best = 0;
  for (size_t i = 1; i < all->count; i++) {
    for (; places[ready].at <= places[i].at - LEAST * step; ready++) push(&queue, places, ready);
    while (queue.head < queue.tail && places[queue.places[queue.head]].at < places[i].at - step) queue.head++;
    const bool is_reached = queue.head < queue.tail;
    if (is_reached) places[i].before = queue.places[queue.head];
    places[i].total += is_reached ? places[places[i].before].total : G_MAXDOUBLE / 2;
    if (places[i].at >= length - room && (best == 0 || places[i].total <= places[best].total)) best = i;
  }
  return best;
}

void cx_cuts_choose(CxArena *arena, const CxExtents *extents, double length, double room, double overlap,
                    CxWindows *windows) {
  Places places = {0};
  CX_LIST(double) cuts = {0};
  if (length > room) {
    find_places(arena, extents, length, &places);
    for (size_t i = find_way(arena, &places, length, room, room - overlap); i != 0; i = places.items[i].before)
      *cx_list_add(arena, &cuts) = places.items[i].at;
  }
  double from = 0;
  for (size_t i = cuts.count; i > 0; i--) {
    *cx_list_add(arena, windows) = (CxWindow){from, MIN(cuts.items[i - 1] + overlap, length)};
    from = cuts.items[i - 1];
  }
  *cx_list_add(arena, windows) = (CxWindow){from, length};
}
