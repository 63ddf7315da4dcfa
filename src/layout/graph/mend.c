/* Takes bends out of edges when everything stands: the layers know only ways from channel to channel, and an edge that
 * was led round what was in its way while layers were ordered may find the way free in the end. Each edge that bends is
 * taken out and goes back by the best of the ways with fewer bends, if one costs less, crossings counted. Nodes stay:
 * moving them along their layers as well was tried and gained next to nothing. */
#include "mend.h"

/* In bends: a crossing for an edge that looks for its way, and one that is left when layouts are compared. */
static const double CROSSING = 0.85, CROSSING_LEFT = 1.3, LEAST_GAIN = 0.05;
static const int ROUNDS = 2;
static const size_t MANY_WAYS = 1000;
/* In a tangle it is not worth the time: what is looked at for all edges, by their number, and at most. */
static const uint64_t EFFORT_OF_EDGE = 5000, LEAST_EFFORT = 1500000, MOST_EFFORT = 100000000;

/* The best of the ways that costs less than `best`, crossings counted. */
static const CxWay *choose(CxMend *mend, size_t edge, const CxWays *ways, double best) {
  const CxWay *found = NULL;
  for (size_t i = 0; i < ways->count && ways->items[i].cost < best; i++) {
    CxWay *way = &ways->items[i];
    size_t crossings;
    if (!cx_mend_is_free(mend, edge, way, &crossings)) continue;
    const double cost = way->cost + CROSSING * (double)crossings;
    if (cost >= best || !cx_mend_place_label(mend, edge, way)) continue;
    best = cost;
    found = way;
  }
  return found;
}

static double cost_now(const CxMend *mend, size_t edge) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  return cx_mend_cost(mend, edge, route->points.items, route->points.count) +
         CROSSING * (double)cx_mend_crossings(mend, edge);
}

static void take(CxArena *arena, CxGraphRoute *route, const CxWay *way) {
  route->points.count = 0;
  for (size_t i = 0; i < way->count; i++) *cx_list_add(arena, &route->points) = way->points[i];
  route->label = way->label;
}

/* One scratch does for the ways of many edges. */
static void renew_scratch(CxMend *mend) {
  if (mend->way_count < MANY_WAYS) return;
  cx_arena_free(mend->scratch);
  mend->scratch = cx_arena_new();
  mend->way_count = 0;
}

/* Whether an edge found a better way. */
static bool mend_edge(CxMend *mend, CxArena *arena, size_t edge) {
  CxWays ways = {0};
  renew_scratch(mend);
  cx_mend_leave(mend, edge);
  const double most = cost_now(mend, edge) - LEAST_GAIN;
  cx_mend_find_ways(mend, edge, most, &ways);
  const CxWay *found = choose(mend, edge, &ways, most);
  if (found != NULL) take(arena, &mend->layout->routes[edge], found);
  cx_mend_enter(mend, edge);
  return found != NULL;
}

static void begin(CxMend *mend) {
  const CxGraph *graph = mend->graph;
  const CxRect area = {0, 0, mend->layout->width, mend->layout->height};
  mend->nodes = cx_space_new(mend->arena, area, graph->node_count);
  mend->labels = cx_space_new(mend->arena, area, graph->edge_count);
  mend->runs = cx_space_new(mend->arena, area, 2 * graph->edge_count);
  mend->first_run = cx_new_array(mend->arena, uint32_t, graph->edge_count);
  mend->run_count = cx_new_array(mend->arena, uint32_t, graph->edge_count);
  mend->label_at = cx_new_array(mend->arena, uint32_t, graph->edge_count);
  mend->leaving = cx_arena_alloc_array(mend->arena, sizeof *mend->leaving, graph->node_count);
  mend->entering = cx_arena_alloc_array(mend->arena, sizeof *mend->entering, graph->node_count);
  for (size_t i = 0; i < graph->node_count; i++) cx_space_add(mend->nodes, cx_solid_of(mend->layout->nodes[i]));
  for (size_t i = 0; i < graph->edge_count; i++) cx_mend_enter(mend, i);
}

static uint64_t effort(const CxMend *mend) {
  return cx_space_effort(mend->nodes) + cx_space_effort(mend->labels) + cx_space_effort(mend->runs);
}

static uint64_t most_effort(const CxGraph *graph) {
  return MIN(LEAST_EFFORT + EFFORT_OF_EDGE * graph->edge_count, MOST_EFFORT);
}

/* Crossings count once for each of the two edges. */
static double cost_of_all(const CxMend *mend) {
  double cost = 0;
  for (size_t i = 0; i < mend->graph->edge_count; i++)
    if (mend->layout->routes[i].points.count > 1)
      cost +=
          (double)(mend->layout->routes[i].points.count - 2) + CROSSING_LEFT / 2 * (double)cx_mend_crossings(mend, i);
  return cost;
}

/* Tries all edges that bend; one that was tried already only if another one moved since. Whether any moved. */
static bool mend_edges(CxMend *mend, CxArena *arena, size_t *tried, size_t *moves) {
  const CxGraph *graph = mend->graph;
  const size_t before = *moves;
  for (size_t i = 0; i < graph->edge_count && effort(mend) < most_effort(graph); i++) {
    const bool bends = mend->layout->routes[i].points.count > 2 && graph->edges[i].from != graph->edges[i].to;
    if (!bends || tried[i] > *moves) continue;
    *moves += mend_edge(mend, arena, i);
    tried[i] = *moves + 1;
  }
  return *moves > before;
}

double cx_graph_mend(CxArena *arena, const CxGraph *graph, CxGraphLayout *layout, bool is_compared) {
  if (graph->is_tree || graph->edge_count == 0) return 0;
  CxMend mend = {.arena = cx_arena_new(), .scratch = cx_arena_new(), .graph = graph, .layout = layout};
  begin(&mend);
  size_t *tried = cx_new_array(mend.arena, size_t, graph->edge_count), moves = 0;
  for (int round = 0; round < ROUNDS && mend_edges(&mend, arena, tried, &moves); round++) continue;
  const uint64_t mended = effort(&mend);
  for (size_t i = 0; i < graph->edge_count && effort(&mend) - mended < most_effort(graph); i++)
    cx_mend_pull_label(&mend, i);
  const double cost = is_compared ? cost_of_all(&mend) : 0;
  cx_arena_free(mend.scratch);
  cx_arena_free(mend.arena);
  return cost;
}
