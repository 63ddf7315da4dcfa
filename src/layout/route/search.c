/* Finds the cheapest way for each edge through the graph: A* over nodes and directions of travel.
 *
 * A way costs its length, something for each bend, for each edge that it crosses, for running where a channel is full
 * already, and for sides that are not the natural ones: an edge to the right leaves on the right and enters on the
 * left, one within a column runs downwards or upwards. Short edges come first, because they have the least choice; then
 * those that cross others are searched once more with all others in place. Several edges may get the same line: the
 * tracks (tracks.c) move them apart.
 */
#include "router.h"

#include <math.h>
#include <stdlib.h>

static const double BEND = 40, CROSSING = 50, BUNDLED = 0.25, TURNING = 0.5, UNNATURAL = 55, BACKWARD = 12, MIXED = 6,
                    NO_LABEL = 60, OFF_MIDDLE = 0.25, CROWDED = 3;
static const unsigned MOST_MIXED = 3;
/* A long search gets less choosy: it wants to end, not the very cheapest way; the more so the more was searched before.
 */
static const double GREED = 1.0 / 1000, PATIENCE = 200000;

/* A place where an edge may begin or end; `way` is the direction of travel there. */
typedef struct End {
  uint32_t node;
  int way;
  double cost;
} End;

typedef struct Ends {
  End items[8];
  size_t count;
} Ends;

typedef struct Candidate {
  double estimate, cost; /* of the whole way, and up to here */
  uint32_t state;
} Candidate;

/* A state is a node and the direction in which it was reached: node * 4 + direction. */
typedef struct Search {
  CxRouteGraph *graph;
  double *cost;     /* of each state, valid where `round` is the present one */
  uint32_t *before; /* the state before it */
  uint32_t *round, present;
  double greed;  /* what the estimate is multiplied by */
  size_t effort; /* states looked at by all searches so far */
  Candidate *heap;
  size_t heap_count, heap_room;
  uint16_t (*leaving)[4], (*entering)[4]; /* edges on each side of each obstacle */
  Ends starts, goals;
} Search;

/* ---- The heap: least estimate first ------------------------------------------------------------------------- */

static bool is_before(Candidate a, Candidate b) {
  return a.estimate < b.estimate || (a.estimate == b.estimate && a.state < b.state);
}

static void push(Search *search, Candidate candidate) {
  if (search->heap_count == search->heap_room) {
    search->heap_room = MAX(1024, 2 * search->heap_room);
    search->heap = g_renew(Candidate, search->heap, search->heap_room);
  }
  size_t at = search->heap_count++;
  for (; at > 0 && is_before(candidate, search->heap[(at - 1) / 2]); at = (at - 1) / 2)
    search->heap[at] = search->heap[(at - 1) / 2];
  search->heap[at] = candidate;
}

static Candidate pop(Search *search) {
  const Candidate first = search->heap[0], last = search->heap[--search->heap_count];
  size_t at = 0;
  for (size_t child = 1; child < search->heap_count; child = 2 * at + 1) {
    if (child + 1 < search->heap_count && is_before(search->heap[child + 1], search->heap[child])) child++;
    if (!is_before(search->heap[child], last)) break;
    search->heap[at] = search->heap[child];
    at = child;
  }
  search->heap[at] = last;
  return first;
}

/* ---- Where an edge may begin and end ------------------------------------------------------------------------ */

/* What it costs to have `own`'s side that looks in `direction` for an edge to or, backwards, from `other`. */
static double side_cost(const CxSolid *own, const CxSolid *other, int direction, bool is_backwards) {
  const int column = other->lo[0] >= own->hi[0] ? 1 : other->hi[0] <= own->lo[0] ? -1 : 0;
  const int row = other->lo[1] >= own->hi[1] ? 1 : other->hi[1] <= own->lo[1] ? -1 : 0;
  const int axis = column != 0 ? 0 : 1, towards = column != 0 ? column : row;
  const bool is_to_the_left = column == (is_backwards ? 1 : -1);
  if ((direction & 1) != axis) return is_to_the_left ? BACKWARD : UNNATURAL;
  return (direction < 2) == (towards >= 0) ? 0 : 2 * UNNATURAL;
}

/* Whether a label may stand between the side and what lies straight ahead. */
static bool has_room(const CxRouteGraph *graph, const CxPort *port, int axis, CxPoint label) {
  if (label.x <= 0 || label.y <= 0 || port->node == CX_NOWHERE) return true;
  const double room = fabs(graph->nodes.items[port->far].at[axis] - graph->nodes.items[port->node].at[axis]);
  return room >= (axis == 0 ? label.x : label.y) + 2 * CX_ROUTE_LABEL_OFF;
}

static void add_end(Ends *ends, uint32_t node, int way, double cost) {
  if (node != CX_NOWHERE) ends->items[ends->count++] = (End){node, way, cost};
}

/* Where an edge may begin or, backwards, end: in the middle of its sides, and where the other's middle lies straight
 * ahead. */
static void find_ends(const Search *search, const CxRouteEdge *edge, bool is_backwards, Ends *ends) {
  const CxRouteGraph *graph = search->graph;
  const size_t own = is_backwards ? edge->to : edge->from, other = is_backwards ? edge->from : edge->to;
  const CxSolid *solid = &graph->solids[own], *target = &graph->solids[other];
  ends->count = 0;
  for (int direction = 0; direction < 4; direction++) {
    if (!cx_route_is_allowed(is_backwards ? edge->enters : edge->leaves, direction)) continue;
    const CxPort *port = &graph->ports[own][direction], *opposite = &graph->ports[other][direction ^ 2];
    const unsigned mixed = is_backwards ? search->leaving[own][direction] : search->entering[own][direction];
    double cost = side_cost(solid, target, direction, is_backwards) + MIXED * MIN(mixed, MOST_MIXED);
    if (!is_backwards && !has_room(graph, port, direction & 1, edge->label)) cost += NO_LABEL;
    const int way = is_backwards ? direction ^ 2 : direction;
    add_end(ends, port->node, way, cost);
    if (opposite->hit != own || opposite->node == CX_NOWHERE) continue;
    const int across = 1 - (direction & 1);
    const CxRouteNode *far = &graph->nodes.items[opposite->far];
    if (far->at[1 - across] != (direction < 2 ? solid->hi : solid->lo)[1 - across]) continue; /* does not reach it */
    const double at = far->at[across], off = fabs(at - cx_solid_middle(solid, across));
    if (off > 0 && cx_route_meets(solid, direction, at)) add_end(ends, opposite->far, way, cost + OFF_MIDDLE * off + 1);
  }
}

/* ---- The estimate: never more than the rest of the way costs ---------------------------------------------------- */

/* The fewest bends from going in direction `way` to going in direction `last` at a point that is dx, dy away. */
static int fewest_bends(double dx, double dy, int way, int last) {
  const double forward = way == 0 ? dx : way == 1 ? dy : way == 2 ? -dx : -dy;
  const double sideways = way & 1 ? dx : dy;
  if (way == last) return sideways == 0 && forward >= 0 ? 0 : forward > 0 ? 2 : 4;
  if (way == (last ^ 2)) return sideways == 0 ? 4 : 2;
  const bool is_ahead = last < 2 ? sideways >= 0 : sideways <= 0;
  return forward >= 0 && is_ahead ? 1 : 3;
}

static double estimate(const Search *search, const CxRouteNode *node, int way) {
  double least = INFINITY;
  for (size_t i = 0; i < search->goals.count; i++) {
    const End *goal = &search->goals.items[i];
    const CxRouteNode *at = &search->graph->nodes.items[goal->node];
    const double dx = at->at[0] - node->at[0], dy = at->at[1] - node->at[1];
    const double rest = goal->cost + fabs(dx) + fabs(dy);
    if (rest < least) least = MIN(least, rest + BEND * fewest_bends(dx, dy, way, goal->way));
  }
  return least;
}

/* ---- The search ---------------------------------------------------------------------------------------------- */

static void reach(Search *search, uint32_t node, int way, double cost, uint32_t before) {
  const uint32_t state = node * 4 + (uint32_t)way;
  if (search->round[state] == search->present && search->cost[state] <= cost) return;
  search->round[state] = search->present;
  search->cost[state] = cost;
  search->before[state] = before;
  const double rest = estimate(search, &search->graph->nodes.items[node], way);
  push(search, (Candidate){cost + search->greed * rest, cost, state});
}

/* The length to the next node, dearer where the channel is narrow or full. */
static double step_cost(const CxRouteGraph *graph, const CxRouteNode *node, const CxRouteNode *next, int way) {
  const int axis = way & 1;
  const CxRouteLine *line = &graph->lines[axis].items[node->line[axis]];
  const double length = fabs(next->at[axis] - node->at[axis]);
  const double room = (line->gap - 2 * MIN(graph->routing->clear, line->gap / 4)) / graph->routing->track + 1;
  const double used = (way < 2 ? node : next)->used[axis] + 1;
  return length * line->price * (used > room ? 1 + CROWDED * (used - room) / room : 1);
}

/* Of crossing several edges in one place, which is not much worse than crossing one. */
static double crossing_cost(unsigned edges) {
  return edges == 0 ? 0 : CROSSING * (1 + BUNDLED * (edges - 1));
}

/* Who goes straight on crosses the edges across. Who turns onto a line with other edges on it, or off it, crosses them
 * there or where he leaves them, or, as it mostly is when both begin in one place, not at all: so it counts for less
 * than a half. */
static double node_cost(const CxRouteNode *node, int way, int turn) {
  const int across = 1 - (way & 1);
  if (turn == 0) return crossing_cost(node->through[across]);
  return BEND + TURNING * (crossing_cost(node->through[0]) + crossing_cost(node->through[1]));
}

static void go_on(Search *search, uint32_t state) {
  const CxRouteGraph *graph = search->graph;
  const int way = (int)(state & 3);
  const CxRouteNode *node = &graph->nodes.items[state / 4];
  const double cost = search->cost[state];
  for (int turn = -1; turn <= 1; turn++) {
    const int onward = (way + turn) & 3;
    const uint32_t next = node->next[onward];
    if (next == CX_NOWHERE) continue;
    const double step = step_cost(graph, node, &graph->nodes.items[next], onward);
    reach(search, next, onward, cost + node_cost(node, way, turn) + step, state);
  }
}

static double goal_cost(const Search *search, uint32_t state) {
  for (size_t i = 0; i < search->goals.count; i++)
    if (search->goals.items[i].node == state / 4 && search->goals.items[i].way == (int)(state & 3))
      return search->goals.items[i].cost;
  return INFINITY;
}

/* The state in which the edge arrives, or CX_NOWHERE. A goal's own cost may make another one cheaper, so the search
 * goes on until nothing open can be. */
static uint32_t run(Search *search) {
  uint32_t best = CX_NOWHERE;
  double least = INFINITY;
  search->present++;
  search->greed = 1;
  search->heap_count = 0;
  for (size_t i = 0; i < search->starts.count; i++) {
    const End *start = &search->starts.items[i];
    reach(search, start->node, start->way, start->cost, CX_NOWHERE);
  }
  while (search->heap_count > 0) {
    const Candidate candidate = pop(search);
    if (candidate.estimate >= least) break;
    if (candidate.cost > search->cost[candidate.state]) continue; /* reached more cheaply since */
    search->greed += GREED * (1 + (double)++search->effort / PATIENCE);
    const double arrival = candidate.cost + goal_cost(search, candidate.state);
    if (arrival < least) {
      least = arrival;
      best = candidate.state;
    }
    go_on(search, candidate.state);
  }
  return best;
}

/* ---- Ways found ------------------------------------------------------------------------------------------------ */

typedef CX_LIST(uint32_t) States; /* of a way, the last first */

static States collect(const Search *search, uint32_t last) {
  States states = {0};
  for (uint32_t state = last; state != CX_NOWHERE; state = search->before[state])
    *cx_list_add(search->graph->arena, &states) = state;
  return states;
}

/* Notes where a way runs, or with `by` -1 forgets it. */
static void note(Search *search, const CxRouteEdge *edge, const States *way, int by) {
  CxRouteNode *nodes = search->graph->nodes.items;
  if (way->count == 0) return;
  for (size_t i = 0; i + 1 < way->count; i++) {
    const int to = (int)(way->items[i] & 3), from = (int)(way->items[i + 1] & 3);
    CxRouteNode *node = &nodes[way->items[i + 1] / 4];
    CxRouteNode *first = to < 2 ? node : &nodes[way->items[i] / 4];
    first->used[to & 1] = (uint16_t)(first->used[to & 1] + by);
    if (from == to) node->through[to & 1] = (uint16_t)(node->through[to & 1] + by);
  }
  uint16_t *leaving = &search->leaving[edge->from][way->items[way->count - 1] & 3];
  uint16_t *entering = &search->entering[edge->to][(way->items[0] & 3) ^ 2];
  *leaving = (uint16_t)(*leaving + by);
  *entering = (uint16_t)(*entering + by);
}

static bool has_crossing(const Search *search, const States *way) {
  for (size_t i = 1; i + 1 < way->count; i++) {
    const CxRouteNode *node = &search->graph->nodes.items[way->items[i] / 4];
    const int from = (int)(way->items[i] & 3), to = (int)(way->items[i - 1] & 3);
    if (node->through[1 - (from & 1)] > 0 || (from != to && node->through[from & 1] > 0)) return true;
  }
  return false;
}

static States search_edge(Search *search, const CxRouteEdge *edge) {
  find_ends(search, edge, false, &search->starts);
  find_ends(search, edge, true, &search->goals);
  const States way = collect(search, run(search));
  note(search, edge, &way, 1);
  return way;
}

/* ---- All edges --------------------------------------------------------------------------------------------------- */

typedef struct Turn {
  uint32_t edge;
  double distance;
} Turn;

static int compare_turns(const void *a, const void *b) {
  const Turn *x = a, *y = b;
  if (x->distance != y->distance) return x->distance < y->distance ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

static double distance_of(const CxRouteGraph *graph, const CxRouteEdge *edge) {
  const CxSolid *a = &graph->solids[edge->from], *b = &graph->solids[edge->to];
  double distance = 0;
  for (int axis = 0; axis < 2; axis++)
    distance += MAX(0, MAX(b->lo[axis] - a->hi[axis], a->lo[axis] - b->hi[axis])) +
                fabs(cx_solid_middle(a, axis) - cx_solid_middle(b, axis)) / 4;
  return distance;
}

static CxTrail trail_of(const Search *search, const States *way) {
  CxPoint *points = cx_new_array(search->graph->arena, CxPoint, way->count);
  for (size_t i = 0; i < way->count; i++) {
    const CxRouteNode *node = &search->graph->nodes.items[way->items[way->count - 1 - i] / 4];
    points[i] = (CxPoint){node->at[0], node->at[1]};
  }
  return cx_trail_new(search->graph->arena, points, way->count);
}

static void search_all(Search *search, Turn *turns, States *ways) {
  const CxRouting *routing = search->graph->routing;
  size_t count = 0;
  for (size_t i = 0; i < routing->edge_count; i++)
    if (routing->edges[i].from != routing->edges[i].to)
      turns[count++] = (Turn){(uint32_t)i, distance_of(search->graph, &routing->edges[i])};
  qsort(turns, count, sizeof *turns, compare_turns);
  for (size_t i = 0; i < count; i++) ways[turns[i].edge] = search_edge(search, &routing->edges[turns[i].edge]);
  for (size_t i = 0; i < count; i++) {
    const CxRouteEdge *edge = &routing->edges[turns[i].edge];
    States *way = &ways[turns[i].edge];
    if (!has_crossing(search, way)) continue;
    note(search, edge, way, -1);
    *way = search_edge(search, edge);
  }
}

void cx_route_search(CxRouteGraph *graph, CxTrail *trails) {
  const CxRouting *routing = graph->routing;
  const size_t states = 4 * graph->nodes.count + 1;
  Search search = {.graph = graph,
                   .cost = cx_new_array(graph->arena, double, states),
                   .before = cx_new_array(graph->arena, uint32_t, states),
                   .round = cx_new_array(graph->arena, uint32_t, states),
                   .leaving = cx_arena_alloc_array(graph->arena, sizeof *search.leaving, routing->obstacle_count + 1),
                   .entering = cx_arena_alloc_array(graph->arena, sizeof *search.leaving, routing->obstacle_count + 1)};
  States *ways = cx_new_array(graph->arena, States, routing->edge_count + 1);
  search_all(&search, cx_new_array(graph->arena, Turn, routing->edge_count + 1), ways);
  for (size_t i = 0; i < routing->edge_count; i++) {
    const CxRouteEdge *edge = &routing->edges[i];
    trails[i] = edge->from == edge->to ? cx_route_loop(graph, edge)
                : ways[i].count >= 2   ? trail_of(&search, &ways[i])
                                       : cx_route_rescue(graph, edge);
  }
  g_free(search.heap);
}
