/* Where a sheet is cut: the extents of its elements along one axis go in, windows come out.
 *
 * There are as few windows as the room allows. What they are shorter than it together is freedom for the cuts: each may
 * lie anywhere where the rest still fits into the windows that are left. Where that is little, it may lie in the last
 * fifth of its window, at the cost of one more. The elements' ends part the axis into intervals in which a cut crosses
 * the same elements; a line of text counts as much as several other shapes, and the farthest of the best intervals is
 * taken. The stretches that are looked at do not overlap, so one sweep over the sorted ends finds all cuts.
 */
#include "tiles.h"

#include <math.h>
#include <stdlib.h>

#define LEAST 0.5     /* of a window's step: no cut comes before that */
#define REACH 0.2     /* of a window's step: where a cut may lie in any case */
#define GUTTER 1.0    /* points: what is narrower is no place for scissors */
#define CLEARANCE 6.0 /* points kept from the element behind a wide gutter */
#define TEXT 4        /* what a line of text counts as, in shapes */

/* An end of an element, and how much more a cut costs behind it. */
typedef struct Edge {
  double at;
  int cost;
} Edge;

typedef struct Sweep {
  Edge *edges;
  size_t count, next;
  int cost; /* of a cut between the edge before `next` and that one */
} Sweep;

static int compare_edges(const void *a, const void *b) {
  const Edge *one = a, *other = b;
  return (one->at > other->at) - (one->at < other->at);
}

static void sort_edges(Sweep *sweep, CxArena *arena, const CxExtents *extents) {
  sweep->edges = cx_new_array(arena, Edge, 2 * extents->count);
  for (size_t i = 0; i < extents->count; i++) {
    const CxExtent *extent = &extents->items[i];
    const int cost = extent->is_text ? TEXT : 1;
    if (!(extent->to > extent->from)) continue;
    sweep->edges[sweep->count++] = (Edge){extent->from, cost};
    sweep->edges[sweep->count++] = (Edge){extent->to, -cost};
  }
  qsort(sweep->edges, sweep->count, sizeof sweep->edges[0], compare_edges);
}

/* Takes all edges up to a place. */
static void advance(Sweep *sweep, double to) {
  for (; sweep->next < sweep->count && sweep->edges[sweep->next].at <= to; sweep->next++)
    sweep->cost += sweep->edges[sweep->next].cost;
}

/* The best place from `from` to `to`: in the middle of a narrow interval, near the end of a wide one. */
static double choose(Sweep *sweep, double from, double to) {
  int least = G_MAXINT;
  double best = to;
  advance(sweep, from);
  for (double at = from; at < to;) {
    const double end = sweep->next < sweep->count ? MIN(sweep->edges[sweep->next].at, to) : to;
    if (end - at >= GUTTER && sweep->cost <= least) {
      least = sweep->cost;
      best = MAX((at + end) / 2, end - CLEARANCE);
    }
    at = end;
    advance(sweep, at);
  }
  return best;
}

void cx_cuts_choose(CxArena *arena, const CxExtents *extents, double length, double room, double overlap,
                    CxWindows *windows) {
  const double step = room - overlap;
  double from = 0;
  Sweep sweep = {0};
  sort_edges(&sweep, arena, extents);
  while (length - from > room) {
    const double rest = ceil((length - from - overlap) / step) - 1; /* windows after this one */
    const double earliest = MAX(length - overlap - rest * step, from + LEAST * step);
    const double cut = choose(&sweep, MIN(earliest, from + (1 - REACH) * step), from + step);
    *cx_list_add(arena, windows) = (CxWindow){from, MIN(cut + overlap, length)};
    from = cut;
  }
  *cx_list_add(arena, windows) = (CxWindow){from, length};
}
