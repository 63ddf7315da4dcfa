/* Makes the graph in which edges are searched: lines in the free space between the obstacles, and nodes where they
 * cross.
 *
 * Every side of an obstacle gives two lines. One runs along it, in the middle of the channel between it and what lies
 * opposite, as far as the channel goes; the lines of sides that share a channel are one. The other runs straight out of
 * the side's middle up to what it meets. So there are about eight lines an obstacle at most, each as long as the free
 * space allows: the orthogonal visibility graph of Wybrow, Marriott and Stuckey ("Orthogonal connector routing", Graph
 * Drawing 2009), thinned out to the lines that somebody would draw on.
 */
#include "router.h"

#include <math.h>
#include <stdlib.h>

static const double NEAR = 2;             /* no line comes nearer to an obstacle, unless there is no way round */
static const double OUTSIDE = 1.15;       /* the price of going around everything, rather than between */
static const size_t MOST_CROSSINGS = 200; /* of lines, an obstacle */
static const double LEAST_GAP = 0.5;      /* the narrowest channel that is one */
static const int CENTRING_ROUNDS = 4;     /* a longer line may lie in a narrower channel, and so on */

/* ---- Lines -------------------------------------------------------------------------------------------------- */

/* The free space around a channel's line, and how far the line goes. */
typedef struct Channel {
  double walls[2], from, to;
} Channel;

static double side_at(const CxSolid *solid, int direction) {
  return direction < 2 ? solid->hi[direction & 1] : solid->lo[direction & 1];
}

/* Between the obstacles and the border of the area. */
static bool is_outside(const CxRouteGraph *graph, const double walls[2], int axis) {
  const CxSolid area = cx_solid_of(graph->routing->area);
  return walls[0] <= area.lo[axis] || walls[1] >= area.hi[axis];
}

/* Where a line in a channel stands: in the middle; in a wide one as far from the side it belongs to as is pleasant. */
static double place_in(const CxRouteGraph *graph, const double walls[2], double beside, int axis) {
  const double most = graph->routing->clear * (is_outside(graph, walls, axis) ? 2 : 6), gap = walls[1] - walls[0];
  if (gap <= 2 * most) return walls[0] + gap / 2;
  return fabs(walls[0] - beside) < fabs(walls[1] - beside) ? walls[0] + most : walls[1] - most;
}

static double price_of(const CxRouting *routing, double gap) {
  if (gap < 2 * NEAR) return 20;
  return gap < 2 * routing->clear ? 1 + (2 * routing->clear - gap) / routing->clear : 1;
}

/* As far as free space reaches from a part of the line that is known to be free. */
static void stretch(const CxRouteGraph *graph, int axis, CxRouteLine *line, double half) {
  line->from = cx_space_reach(graph->space, axis, -1, line->from, line->at - half, line->at + half, NULL);
  line->to = cx_space_reach(graph->space, axis, 1, line->to, line->at - half, line->at + half, NULL);
}

static void find_walls(const CxRouteGraph *graph, int axis, const CxRouteLine *line, double walls[2]) {
  walls[0] = cx_space_reach(graph->space, 1 - axis, -1, line->at, line->from, line->to, NULL);
  walls[1] = cx_space_reach(graph->space, 1 - axis, 1, line->at, line->from, line->to, NULL);
}

/* The line along the side that looks in `direction`, unless it is the line before. */
static void add_channel(CxRouteGraph *graph, const CxSolid *solid, int direction, Channel *channel) {
  const int across = direction & 1, axis = 1 - across, way = direction < 2 ? 1 : -1;
  const double side = side_at(solid, direction), *walls = channel->walls;
  if (walls[way < 0] == side && channel->from <= solid->lo[axis] && channel->to >= solid->hi[axis]) {
    CxRouteLine *before = &graph->lines[axis].items[graph->lines[axis].count - 1];
    before->core[1] = MAX(before->core[1], solid->hi[axis]);
    return;
  }
  CxRouteLine line = {.from = solid->lo[axis], .to = solid->hi[axis], .last = CX_NOWHERE};
  line.core[0] = line.from;
  line.core[1] = line.to;
  const double far = cx_space_reach(graph->space, across, way, side, line.from, line.to, NULL);
  double gap = fabs(far - side);
  if (gap < LEAST_GAP) return;
  line.at = side + way * MIN(gap / 2, graph->routing->clear);
  for (int round = 0; round < CENTRING_ROUNDS; round++) {
    stretch(graph, axis, &line, MIN(gap / 2, NEAR) * 0.99);
    find_walls(graph, axis, &line, channel->walls);
    gap = walls[1] - walls[0];
    const double at = cx_route_round(place_in(graph, walls, side, across));
    if (at <= walls[0] || at >= walls[1] || at == line.at) break;
    line.at = at;
  }
  line.gap = gap;
  line.price = price_of(graph->routing, 2 * MIN(line.at - walls[0], walls[1] - line.at));
  if (is_outside(graph, walls, across)) line.price *= OUTSIDE;
  channel->from = line.from;
  channel->to = line.to;
  *cx_list_add(graph->arena, &graph->lines[axis]) = line;
}

typedef struct Sorted {
  const CxSolid *solid;
  int direction;
} Sorted;

static int compare_sides(const void *a, const void *b) {
  const Sorted *x = a, *y = b;
  const double by = side_at(x->solid, x->direction) - side_at(y->solid, y->direction);
  const int axis = 1 - (x->direction & 1);
  if (by == 0 && x->solid->lo[axis] == y->solid->lo[axis]) return x->solid < y->solid ? -1 : x->solid > y->solid;
  return cx_sign(by != 0 ? by : x->solid->lo[axis] - y->solid->lo[axis]);
}

/* Sides that share a channel mostly lie on one line: sorted by it, most of them need no look around. */
static void add_channels(CxRouteGraph *graph) {
  const size_t count = graph->routing->obstacle_count;
  Sorted *sides = g_new(Sorted, count + 1);
  for (int direction = 0; direction < 4; direction++) {
    Channel channel = {.walls = {-INFINITY, INFINITY}};
    for (size_t i = 0; i < count; i++) sides[i] = (Sorted){&graph->solids[i], direction};
    qsort(sides, count, sizeof *sides, compare_sides);
    for (size_t i = 0; i < count; i++) add_channel(graph, sides[i].solid, direction, &channel);
  }
  g_free(sides);
}

/* The line straight out of the side that looks in `direction`. */
static void add_exit(CxRouteGraph *graph, const CxSolid *solid, int direction, CxPort *port) {
  const int axis = direction & 1, way = direction < 2 ? 1 : -1;
  const double side = side_at(solid, direction), at = cx_route_round(cx_solid_middle(solid, 1 - axis));
  const double end = cx_space_reach(graph->space, axis, way, side, at - NEAR, at + NEAR, &port->hit);
  if (fabs(end - side) < LEAST_GAP) return;
  CxRouteLine line = {.at = at, .from = MIN(side, end), .to = MAX(side, end), .last = CX_NOWHERE, .has_ends = true};
  double walls[2];
  line.core[0] = line.core[1] = side;
  find_walls(graph, axis, &line, walls);
  line.gap = walls[1] - walls[0];
  line.price = price_of(graph->routing, 2 * MIN(at - walls[0], walls[1] - at));
  *cx_list_add(graph->arena, &graph->lines[axis]) = line;
}

/* ---- One line where several lie on one another -------------------------------------------------------------- */

static int compare_lines(const void *a, const void *b) {
  const CxRouteLine *x = a, *y = b;
  if (x->at != y->at) return x->at < y->at ? -1 : 1;
  return cx_sign(x->from - y->from);
}

static void merge_lines(CxRouteLine *lines, size_t *count) {
  if (*count > 0) qsort(lines, *count, sizeof *lines, compare_lines);
  size_t kept = 0;
  for (size_t i = 0; i < *count; i++) {
    CxRouteLine *last = kept > 0 ? &lines[kept - 1] : NULL;
    if (last == NULL || last->at != lines[i].at || last->to < lines[i].from) {
      lines[kept++] = lines[i];
      continue;
    }
    last->to = MAX(last->to, lines[i].to);
    last->core[0] = MIN(last->core[0], lines[i].core[0]);
    last->core[1] = MAX(last->core[1], lines[i].core[1]);
    last->gap = MIN(last->gap, lines[i].gap);
    last->price = MAX(last->price, lines[i].price);
    last->has_ends |= lines[i].has_ends;
  }
  *count = kept;
}

/* ---- No more crossings than can be searched ---------------------------------------------------------------------- */

static size_t first_from(const CxRouteGraph *graph, int axis, double at, double from) {
  size_t low = 0, high = graph->lines[axis].count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const CxRouteLine *line = &graph->lines[axis].items[middle];
    if (line->at < at || (line->at == at && line->from < from))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The first level line from number `k` on that crosses the upright one; their count if none does. Lines of one height
 * are jumped over. */
static size_t next_crossing(const CxRouteGraph *graph, const CxRouteLine *upright, size_t k) {
  const CxRouteLine *levels = graph->lines[0].items;
  const size_t count = graph->lines[0].count;
  if (k == 0) k = first_from(graph, 0, upright->from, -INFINITY);
  while (k < count && levels[k].at <= upright->to) {
    const bool is_before = levels[k].to < upright->at;
    if (!is_before && levels[k].from <= upright->at) return k;
    if (k + 2 >= count || levels[k + 2].at != levels[k].at)
      k++;
    else
      k = is_before ? MAX(k + 1, first_from(graph, 0, levels[k].at, upright->at) - 1)
                    : first_from(graph, 0, levels[k].at, INFINITY);
  }
  return count;
}

typedef struct Crossing {
  uint32_t upright, level; /* lines */
} Crossing;

typedef CX_LIST(Crossing) Crossings;

/* Finds them by the upright lines and downwards; false where there are more than `most`. */
static bool find_crossings(const CxRouteGraph *graph, size_t most, Crossings *crossings) {
  crossings->count = 0;
  for (size_t i = 0; i < graph->lines[1].count; i++) {
    const CxRouteLine *upright = &graph->lines[1].items[i];
    size_t k = next_crossing(graph, upright, 0);
    for (; k < graph->lines[0].count; k = next_crossing(graph, upright, k + 1)) {
      if (crossings->count == most) return false;
      *cx_list_add(graph->arena, crossings) = (Crossing){(uint32_t)i, (uint32_t)k};
    }
  }
  return true;
}

/* Finds all crossings. Where hardly anything is in line with anything else, each line crosses nearly all others. Then
 * one of `step` lines keeps its length, for those who go far, and the others become as much shorter. */
static Crossings bound_lines(CxRouteGraph *graph) {
  Crossings crossings = {0};
  const size_t enough = MOST_CROSSINGS * (graph->routing->obstacle_count + 100);
  const double size = MAX(graph->routing->area.w, graph->routing->area.h);
  for (size_t step = 1; !find_crossings(graph, enough, &crossings); step *= 2) {
    const double most = size / (double)step;
    if (most < graph->routing->clear) {
      find_crossings(graph, SIZE_MAX, &crossings);
      break;
    }
    for (int axis = 0; axis < 2; axis++)
      for (size_t i = 0; i < graph->lines[axis].count; i++) {
        CxRouteLine *line = &graph->lines[axis].items[i];
        if (i % step == 0) continue;
        line->from = MAX(line->from, line->core[0] - most);
        line->to = MIN(line->to, line->core[1] + most);
      }
  }
  return crossings;
}

/* ---- Nodes -------------------------------------------------------------------------------------------------- */

/* Nodes are added to a line from its beginning to its end. */
static uint32_t add_node(CxRouteGraph *graph, double x, double y) {
  const uint32_t id = (uint32_t)graph->nodes.count;
  CxRouteNode *node = cx_list_add(graph->arena, &graph->nodes);
  *node = (CxRouteNode){.at = {x, y}, .line = {CX_NOWHERE, CX_NOWHERE}};
  for (int direction = 0; direction < 4; direction++) node->next[direction] = CX_NOWHERE;
  return id;
}

static void link_node(CxRouteGraph *graph, int axis, size_t line, uint32_t id) {
  CxRouteLine *on = &graph->lines[axis].items[line];
  graph->nodes.items[id].line[axis] = (uint32_t)line;
  if (on->last != CX_NOWHERE) {
    graph->nodes.items[on->last].next[axis] = id;
    graph->nodes.items[id].next[axis + 2] = on->last;
  }
  on->last = id;
}

static void add_ends(CxRouteGraph *graph, bool is_end) {
  for (int axis = 0; axis < 2; axis++)
    for (size_t i = 0; i < graph->lines[axis].count; i++) {
      const CxRouteLine *line = &graph->lines[axis].items[i];
      const double along = is_end ? line->to : line->from;
      if (line->has_ends)
        link_node(graph, axis, i, axis == 0 ? add_node(graph, along, line->at) : add_node(graph, line->at, along));
    }
}

static void add_crossings(CxRouteGraph *graph, const Crossings *crossings) {
  for (size_t i = 0; i < crossings->count; i++) {
    const Crossing *crossing = &crossings->items[i];
    const double x = graph->lines[1].items[crossing->upright].at, y = graph->lines[0].items[crossing->level].at;
    const uint32_t node = add_node(graph, x, y);
    link_node(graph, 1, crossing->upright, node);
    link_node(graph, 0, crossing->level, node);
  }
}

/* ---- Ports -------------------------------------------------------------------------------------------------- */

/* The node at the end of the line that begins or ends at a side's middle. */
static void find_port(CxRouteGraph *graph, const uint32_t *begins[2], const CxSolid *solid, int direction,
                      CxPort *port) {
  const int axis = direction & 1;
  const double side = side_at(solid, direction), at = cx_route_round(cx_solid_middle(solid, 1 - axis));
  size_t line = first_from(graph, axis, at, side);
  if (direction >= 2) line--; /* the line ends here, so it is the last that begins before */
  port->node = port->far = CX_NOWHERE;
  if (line >= graph->lines[axis].count) return;
  const CxRouteLine *found = &graph->lines[axis].items[line];
  if (found->at != at || !found->has_ends || (direction < 2 ? found->from : found->to) != side) return;
  port->node = direction < 2 ? begins[axis][line] : found->last;
  port->far = direction < 2 ? found->last : begins[axis][line];
}

static void find_ports(CxRouteGraph *graph) {
  const uint32_t *begins[2];
  for (int axis = 0; axis < 2; axis++) {
    uint32_t *first = cx_new_array(graph->arena, uint32_t, graph->lines[axis].count + 1);
    for (uint32_t id = (uint32_t)graph->nodes.count; id-- > 0;)
      if (graph->nodes.items[id].line[axis] != CX_NOWHERE && graph->nodes.items[id].next[axis + 2] == CX_NOWHERE)
        first[graph->nodes.items[id].line[axis]] = id;
    begins[axis] = first;
  }
  for (size_t i = 0; i < graph->routing->obstacle_count; i++)
    for (int direction = 0; direction < 4; direction++)
      find_port(graph, begins, &graph->solids[i], direction, &graph->ports[i][direction]);
}

CxRouteGraph *cx_route_graph_new(CxArena *arena, const CxRouting *routing) {
  CxRouteGraph *graph = cx_new(arena, CxRouteGraph);
  const size_t count = routing->obstacle_count;
  CxSolid *solids = cx_new_array(arena, CxSolid, count + 1);
  *graph = (CxRouteGraph){.arena = arena, .routing = routing, .solids = solids};
  graph->space = cx_space_new(arena, routing->area, count);
  graph->ports = cx_arena_alloc_array(arena, sizeof *graph->ports, count + 1);
  for (size_t i = 0; i < count; i++) cx_space_add(graph->space, solids[i] = cx_solid_of(routing->obstacles[i]));
  for (size_t i = 0; i < count; i++)
    for (int direction = 0; direction < 4; direction++)
      add_exit(graph, &solids[i], direction, &graph->ports[i][direction]);
  add_channels(graph);
  for (int axis = 0; axis < 2; axis++) merge_lines(graph->lines[axis].items, &graph->lines[axis].count);
  const Crossings crossings = bound_lines(graph);
  add_ends(graph, false);
  add_crossings(graph, &crossings);
  add_ends(graph, true);
  find_ports(graph);
  return graph;
}
