/* Ways that an edge could take with few bends: straight, round one corner, or with a piece between two that run the
 * same way. They begin and end at places spread over the sides of their nodes, at the tips of decisions; no node stands
 * in their way, of other edges nothing is known here. */
#include "mend.h"

#include <math.h>
#include <stdlib.h>

static const double BEND = 1, LENGTH = 1.0 / 500, AGAINST = 0.9, MIXED = 0.2, MOVED = 0.15, OFF_MIDDLE = 0.35,
                    SAME = 1e-6;
static const double LEAVE = 8, ENTER = 12; /* of a piece at its node, at least */
static const int STEPS = 16;               /* ports tried on each side of a side's middle */
static const size_t TRACKS = 12;           /* places tried for a middle piece */

#define MOST_PORTS 40

/* Where an edge could leave or enter a node. */
typedef struct Port {
  int side;
  double at;     /* along the side */
  double border; /* across it */
  double reach;  /* how far a line gets straight out of it */
  uint32_t hit;  /* the node there */
  double cost;
} Port;

typedef struct Ports {
  Port items[4 * MOST_PORTS];
  size_t count;
} Ports;

typedef struct Finder {
  CxMend *mend;
  size_t edge, bends;
  double most; /* that a way may cost */
  CxWays *ways;
  Ports starts, ends;
} Finder;

/* ---- Costs ------------------------------------------------------------------------------------------------------ */

/* Edges go with the direction: out of the side that looks there, into the opposite one; those that run back would
 * rather have the two others. */
static double side_cost(const CxMend *mend, size_t edge, int side, bool is_leaving) {
  const int ahead = mend->graph->direction == CX_GRAPH_DOWN ? 1 : 0;
  if ((side & 1) != ahead) return 0;
  const bool is_with = is_leaving == (side == ahead);
  if (mend->layout->routes[edge].is_back) return is_with ? AGAINST / 2 : AGAINST / 4;
  return is_with ? 0 : AGAINST;
}

/* Ports were spread over the side: one that moves along it takes another one's place. */
static bool is_moved(const CxMend *mend, size_t edge, CxPoint border, int side, bool is_leaving) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  const size_t last = route->points.count - 1;
  const CxPoint now = route->points.items[is_leaving ? 0 : last], next = route->points.items[is_leaving ? 1 : last - 1];
  return cx_mend_side(now, next) == side && cx_least_way(now, border) > SAME;
}

static double end_cost(const CxMend *mend, size_t edge, CxPoint border, int side, bool is_leaving) {
  const CxGraphEdge *ends = &mend->graph->edges[edge];
  const size_t node = is_leaving ? ends->from : ends->to;
  const CxRect box = mend->layout->nodes[node];
  const int across = 1 - (side & 1);
  const double half = (across == 0 ? box.w : box.h) / 2, middle = (across == 0 ? box.x : box.y) + half;
  const uint32_t others = is_leaving ? mend->entering[node][side] : mend->leaving[node][side];
  return side_cost(mend, edge, side, is_leaving) + (others > 0 ? MIXED : 0) +
         (is_moved(mend, edge, border, side, is_leaving) ? MOVED : 0) +
         (half > 0 ? OFF_MIDDLE * fabs(cx_along(border, across) - middle) / half : 0);
}

static double length_of(const CxPoint *points, size_t count) {
  double length = 0;
  for (size_t i = 0; i + 1 < count; i++) length += cx_least_way(points[i], points[i + 1]);
  return length;
}

double cx_mend_cost(const CxMend *mend, size_t edge, const CxPoint *points, size_t count) {
  return BEND * (double)(count - 2) + LENGTH * length_of(points, count) +
         end_cost(mend, edge, points[0], cx_mend_side(points[0], points[1]), true) +
         end_cost(mend, edge, points[count - 1], cx_mend_side(points[count - 1], points[count - 2]), false);
}

/* ---- Ports ------------------------------------------------------------------------------------------------------ */

void cx_mend_side_range(const CxMend *mend, size_t node, int across, double range[2]) {
  const CxSolid solid = cx_solid_of(mend->layout->nodes[node]);
  const double margin = MIN(CX_PORT_MARGIN, (solid.hi[across] - solid.lo[across]) / 2);
  range[0] = solid.lo[across] + margin, range[1] = solid.hi[across] - margin;
  if (mend->graph->nodes[node].ports == CX_GRAPH_TIPS) range[0] = range[1] = (solid.lo[across] + solid.hi[across]) / 2;
}

static void add_port(Finder *finder, bool is_leaving, size_t node, int side, double at) {
  const CxMend *mend = finder->mend;
  Ports *ports = is_leaving ? &finder->starts : &finder->ends;
  const CxSolid solid = cx_solid_of(mend->layout->nodes[node]);
  const int axis = side & 1, way = side < 2 ? 1 : -1;
  double range[2];
  cx_mend_side_range(mend, node, 1 - axis, range);
  if (at < range[0] - SAME || at > range[1] + SAME || ports->count == 4 * MOST_PORTS) return;
  for (size_t i = ports->count; i > 0 && ports->items[i - 1].side == side; i--)
    if (fabs(ports->items[i - 1].at - at) < SAME) return;
  const double border = way > 0 ? solid.hi[axis] : solid.lo[axis], clear = mend->graph->clear - SAME;
  const double cost = end_cost(mend, finder->edge, cx_point_by(axis, border, at), side, is_leaving);
  Port *port = &ports->items[ports->count++];
  *port = (Port){.side = side, .at = at, .border = border, .cost = cost};
  port->reach = cx_space_reach(mend->nodes, axis, way, border, at - clear, at + clear, &port->hit);
}

/* The tips that a decision has left: exits have theirs for themselves, and none is for exits and entries both. */
static bool is_side_open(const CxMend *mend, size_t edge, size_t node, int side, bool is_leaving) {
  if (mend->graph->nodes[node].ports != CX_GRAPH_TIPS) return true;
  const CxGraphRoute *route = &mend->layout->routes[edge];
  const size_t last = route->points.count - 1;
  const CxPoint border = route->points.items[is_leaving ? 0 : last],
                next = route->points.items[is_leaving ? 1 : last - 1];
  if (cx_mend_side(border, next) == side) return true;
  return mend->leaving[node][side] == 0 && (!is_leaving || mend->entering[node][side] == 0);
}

/* Whether the other node lies straight before a side. */
static bool faces(const CxMend *mend, size_t node, size_t other, int side) {
  const CxSolid own = cx_solid_of(mend->layout->nodes[node]), its = cx_solid_of(mend->layout->nodes[other]);
  const int axis = side & 1, across = 1 - axis;
  if (own.lo[across] >= its.hi[across] || own.hi[across] <= its.lo[across]) return false;
  return side < 2 ? its.lo[axis] > own.hi[axis] : its.hi[axis] < own.lo[axis];
}

static void add_side(Finder *finder, int side, bool is_leaving) {
  const CxMend *mend = finder->mend;
  const CxGraphEdge *edge = &mend->graph->edges[finder->edge];
  const CxGraphRoute *route = &mend->layout->routes[finder->edge];
  const size_t node = is_leaving ? edge->from : edge->to, other = is_leaving ? edge->to : edge->from;
  if (finder->bends == 0 && !faces(mend, node, other, side)) return;
  if (!is_side_open(mend, finder->edge, node, side, is_leaving)) return;
  const int across = 1 - (side & 1);
  const CxPoint *points = route->points.items, *last = points + route->points.count - 1;
  double own[2], its[2];
  cx_mend_side_range(mend, node, across, own);
  cx_mend_side_range(mend, other, across, its);
  add_port(finder, is_leaving, node, side, (own[0] + own[1]) / 2);
  add_port(finder, is_leaving, node, side, (its[0] + its[1]) / 2);
  add_port(finder, is_leaving, node, side, (MAX(own[0], its[0]) + MIN(own[1], its[1])) / 2);
  add_port(finder, is_leaving, node, side, cx_along(*points, across));
  add_port(finder, is_leaving, node, side, cx_along(*last, across));
  for (int i = 1; i <= STEPS; i++) {
    add_port(finder, is_leaving, node, side, (own[0] + own[1]) / 2 - i * mend->graph->track);
    add_port(finder, is_leaving, node, side, (own[0] + own[1]) / 2 + i * mend->graph->track);
  }
}

/* ---- Ways ------------------------------------------------------------------------------------------------------- */

void cx_mend_add_way(CxMend *mend, CxWays *ways, const CxPoint *points, size_t count, double cost) {
  CxWay *way = cx_list_add(mend->scratch, ways);
  way->points = cx_new_array(mend->scratch, CxPoint, count);
  for (size_t i = 0; i < count; i++) way->points[i] = points[i];
  way->count = count;
  way->cost = cost;
  mend->way_count++;
}

static double cost_between(const Port *start, const Port *end, size_t bends, double length) {
  return BEND * (double)bends + LENGTH * length + start->cost + end->cost;
}

/* Whether no way with so many bends from port to port is cheap enough. */
static bool is_too_far(const Finder *finder, const Port *start, const Port *end, size_t bends) {
  const CxPoint a = cx_point_by(start->side & 1, start->border, start->at),
                b = cx_point_by(end->side & 1, end->border, end->at);
  return cost_between(start, end, bends, cx_least_way(a, b)) >= finder->most;
}

/* How far a place is out of a port. */
static double out_of(const Port *port, double at) {
  return port->side < 2 ? at - port->border : port->border - at;
}

static bool is_reached(const Port *port, double at, double least) {
  return out_of(port, at) >= least && out_of(port, port->reach) >= out_of(port, at);
}

static void try_straight(Finder *finder, const Port *start, const Port *end) {
  const CxGraphEdge *edge = &finder->mend->graph->edges[finder->edge];
  if (fabs(start->at - end->at) > SAME || start->hit != edge->to || out_of(start, end->border) < ENTER) return;
  const CxPoint points[] = {cx_point_by(start->side & 1, start->border, start->at),
                            cx_point_by(start->side & 1, end->border, start->at)};
  const double cost = cx_mend_cost(finder->mend, finder->edge, points, 2);
  if (cost < finder->most) cx_mend_add_way(finder->mend, finder->ways, points, 2, cost);
}

static void try_corner(Finder *finder, const Port *start, const Port *end) {
  const int axis = start->side & 1;
  if (!is_reached(start, end->at, LEAVE) || !is_reached(end, start->at, ENTER)) return;
  const CxPoint points[] = {cx_point_by(axis, start->border, start->at), cx_point_by(axis, end->at, start->at),
                            cx_point_by(axis, end->at, end->border)};
  const double cost = cost_between(start, end, 1, length_of(points, 3));
  if (cost < finder->most) cx_mend_add_way(finder->mend, finder->ways, points, 3, cost);
}

/* Where a middle piece at `at` has to go on to, that runs into nodes there: beyond them. */
static double beyond_nodes(const Finder *finder, const Port *start, const Port *end, double at) {
  const CxMend *mend = finder->mend;
  const int axis = end->side & 1, way = end->side < 2 ? 1 : -1;
  const double clear = mend->graph->clear - SAME;
  CxSolid box;
  box.lo[axis] = at - clear, box.hi[axis] = at + clear;
  box.lo[1 - axis] = MIN(start->at, end->at) - clear, box.hi[1 - axis] = MAX(start->at, end->at) + clear;
  size_t count;
  const uint32_t *nodes = cx_space_find(mend->nodes, box, &count);
  double beyond = at;
  for (size_t i = 0; i < count; i++) {
    const CxSolid *node = cx_space_solid(mend->nodes, nodes[i]);
    beyond =
        way > 0 ? MAX(beyond, node->hi[axis] + mend->graph->clear) : MIN(beyond, node->lo[axis] - mend->graph->clear);
  }
  return beyond;
}

/* Between sides that face one another, or beyond two that look the same way: from the end on outwards, where ways do
 * not get shorter. */
static void try_channel(Finder *finder, const Port *start, const Port *end) {
  if (fabs(start->at - end->at) < LEAVE) return;
  const double step = finder->mend->graph->track, way = end->side < 2 ? 1 : -1;
  const double from_start = start->border + (start->side < 2 ? LEAVE : -LEAVE);
  const int axis = start->side & 1;
  double at = end->border + way * ENTER;
  if (start->side == end->side && way * from_start > way * at) at = from_start;
  for (size_t i = 0; i < TRACKS && is_reached(start, at, LEAVE) && is_reached(end, at, ENTER); i++) {
    const CxPoint points[] = {cx_point_by(axis, start->border, start->at), cx_point_by(axis, at, start->at),
                              cx_point_by(axis, at, end->at), cx_point_by(axis, end->border, end->at)};
    const double cost = cost_between(start, end, 2, length_of(points, 4));
    if (cost >= finder->most) return;
    const double beyond = beyond_nodes(finder, start, end, at);
    if (beyond == at) cx_mend_add_way(finder->mend, finder->ways, points, 4, cost);
    at = beyond == at ? at + way * step : beyond;
  }
}

static int by_cost(const void *a, const void *b) {
  const CxWay *x = a, *y = b;
  if (x->cost != y->cost) return x->cost < y->cost ? -1 : 1;
  for (size_t i = 0; i < MIN(x->count, y->count); i++) {
    if (x->points[i].x != y->points[i].x) return x->points[i].x < y->points[i].x ? -1 : 1;
    if (x->points[i].y != y->points[i].y) return x->points[i].y < y->points[i].y ? -1 : 1;
  }
  return (x->count > y->count) - (x->count < y->count);
}

/* Ways of the kinds that the sides of two ports allow. */
static void try_ports(Finder *finder, const Port *start, const Port *end) {
  if (is_too_far(finder, start, end, 0)) return;
  const int turn = start->side ^ end->side;
  if (turn == 2) try_straight(finder, start, end);
  if ((turn & 1) != 0 && finder->bends >= 1 && !is_too_far(finder, start, end, 1)) try_corner(finder, start, end);
  if ((turn & 1) == 0 && finder->bends >= 2 && !is_too_far(finder, start, end, 2)) try_channel(finder, start, end);
}

void cx_mend_find_ways(CxMend *mend, size_t edge, double most, CxWays *ways) {
  Finder finder; /* large: most of it stays unused */
  finder.mend = mend, finder.edge = edge, finder.most = most, finder.ways = ways;
  finder.bends = mend->layout->routes[edge].points.count - 3;
  finder.starts.count = finder.ends.count = 0;
  for (int side = 0; side < 4; side++) {
    add_side(&finder, side, true);
    add_side(&finder, side, false);
  }
  for (size_t i = 0; i < finder.starts.count; i++)
    for (size_t k = 0; k < finder.ends.count; k++) try_ports(&finder, &finder.starts.items[i], &finder.ends.items[k]);
  cx_mend_add_unjogged(mend, edge, most, ways);
  if (ways->count > 0) qsort(ways->items, ways->count, sizeof ways->items[0], by_cost);
}
