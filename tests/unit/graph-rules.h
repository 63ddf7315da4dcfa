/* What must hold for the layout of any graph that is no tree. */
#ifndef CXMAP_TESTS_GRAPH_RULES_H
#define CXMAP_TESTS_GRAPH_RULES_H

#include "graph-board.h"

static const double SAME = 1e-6;

/* How far two rectangles are apart, along the axis in which they are further apart; under 0 where they overlap. */
static double space_between(CxRect a, CxRect b) {
  const double x = MAX(a.x - (b.x + b.w), b.x - (a.x + a.w)), y = MAX(a.y - (b.y + b.h), b.y - (a.y + a.h));
  return MAX(x, y);
}

static void assert_on_border(const Board *board, size_t node, CxPoint point) {
  const CxRect box = board->layout.nodes[node];
  const double x = fabs(point.x - (box.x + box.w / 2)) / (box.w / 2),
               y = fabs(point.y - (box.y + box.h / 2)) / (box.h / 2);
  if (board->nodes.items[node].ports == CX_GRAPH_TIPS)
    g_assert_cmpfloat_with_epsilon(x + y, 1, 1e-4);
  else
    g_assert_cmpfloat_with_epsilon(MAX(x, y), 1, 1e-4);
}

static void assert_route(const Board *board, size_t edge) {
  const CxGraphRoute *route = &board->layout.routes[edge];
  const CxGraphEdge *e = &board->edges.items[edge];
  const CxRect all = {0, 0, board->layout.width, board->layout.height};
  g_assert_cmpuint(route->points.count, >=, 2);
  assert_on_border(board, e->from, route->points.items[0]);
  assert_on_border(board, e->to, route->points.items[route->points.count - 1]);
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const CxPoint a = route->points.items[i], b = route->points.items[i + 1];
    const CxRect piece = piece_rect(a, b);
    g_assert_true(piece.w < SAME || piece.h < SAME);
    g_assert_cmpfloat(piece.w + piece.h, >, SAME);
    g_assert_true(cx_rect_contains(all, piece, 1e-3));
    if (i > 0) g_assert_true((fabs(a.x - b.x) < SAME) != (fabs(route->points.items[i - 1].x - a.x) < SAME));
    for (size_t k = 0; k < board->nodes.count; k++) {
      const double space = space_between(piece, board->layout.nodes[k]);
      if (k != e->from && k != e->to)
        g_assert_cmpfloat(space, >=, board->graph.clear - 1e-3);
      else
        g_assert_cmpfloat(space, >=, board->nodes.items[k].ports == CX_GRAPH_TIPS ? -1e9 : -1e-3);
    }
  }
}

static bool may_share(const Board *board, size_t a, size_t b) {
  const CxGraphEdge *x = &board->edges.items[a], *y = &board->edges.items[b];
  if (x->from == y->from && board->nodes.items[x->from].ports == CX_GRAPH_TIPS) return true;
  if (x->to == y->to && board->nodes.items[x->to].ports == CX_GRAPH_TIPS) return true;
  return false;
}

/* No two edges lie on one another. */
static void assert_apart(const Board *board, size_t a, size_t b) {
  if (may_share(board, a, b)) return;
  const CxGraphRoute *x = &board->layout.routes[a], *y = &board->layout.routes[b];
  for (size_t i = 0; i + 1 < x->points.count; i++)
    for (size_t k = 0; k + 1 < y->points.count; k++) {
      const CxRect p = piece_rect(x->points.items[i], x->points.items[i + 1]);
      const CxRect q = piece_rect(y->points.items[k], y->points.items[k + 1]);
      const bool is_level = p.h < SAME && q.h < SAME, is_upright = p.w < SAME && q.w < SAME;
      if (!is_level && !is_upright) continue;
      const double across = is_level ? fabs(p.y - q.y) : fabs(p.x - q.x);
      const double along =
          is_level ? MIN(p.x + p.w, q.x + q.w) - MAX(p.x, q.x) : MIN(p.y + p.h, q.y + q.h) - MAX(p.y, q.y);
      g_assert_true(across > 0.05 || along < 0.05);
    }
}

static double space_to_route(const Board *board, size_t edge, CxRect box) {
  const CxGraphRoute *route = &board->layout.routes[edge];
  double space = G_MAXDOUBLE;
  for (size_t i = 0; i + 1 < route->points.count; i++)
    space = MIN(space, space_between(box, piece_rect(route->points.items[i], route->points.items[i + 1])));
  return space;
}

static void assert_label(const Board *board, size_t edge) {
  const CxRect label = board->layout.routes[edge].label;
  const CxPoint size = board->edges.items[edge].label;
  g_assert_cmpfloat_with_epsilon(label.w, size.x, SAME);
  g_assert_cmpfloat_with_epsilon(label.h, size.y, SAME);
  if (size.y <= 0) return;
  g_assert_true(cx_rect_contains((CxRect){0, 0, board->layout.width, board->layout.height}, label, 1e-3));
  g_assert_cmpfloat(space_to_route(board, edge, label), <=, 5 + 1e-3);
  for (size_t i = 0; i < board->nodes.count; i++)
    if (board->nodes.items[i].ports != CX_GRAPH_TIPS)
      g_assert_false(cx_rect_overlaps(label, board->layout.nodes[i], 0.01));
  for (size_t i = 0; i < board->edges.count; i++) {
    const CxGraphRoute *route = &board->layout.routes[i];
    if (i != edge && board->edges.items[i].label.y > 0) g_assert_false(cx_rect_overlaps(label, route->label, 0.01));
    if (route->points.count > 0) g_assert_cmpfloat(space_to_route(board, i, label), >=, 1.5);
  }
}

static void assert_lanes(const Board *board) {
  const bool is_down = board->graph.direction == CX_GRAPH_DOWN;
  for (size_t i = 0; i < board->graph.lane_count; i++) {
    const CxGraphSpan lane = board->layout.lanes[i];
    g_assert_cmpfloat(lane.size, >=, board->graph.lane_least - SAME);
    if (i > 0) {
      const CxGraphSpan last = board->layout.lanes[i - 1];
      g_assert_cmpfloat_with_epsilon(lane.at, last.at + last.size + board->graph.lane_gap, 1e-3);
    }
    for (size_t k = 0; k < board->nodes.count; k++) {
      const CxRect box = board->layout.nodes[k];
      if (board->nodes.items[k].lane != i) continue;
      g_assert_cmpfloat((is_down ? box.x : box.y), >=, lane.at + board->graph.lane_pad - 1e-3);
      g_assert_cmpfloat((is_down ? box.x + box.w : box.y + box.h), <=,
                        lane.at + lane.size - board->graph.lane_pad + 1e-3);
    }
  }
}

static void assert_layers(const Board *board) {
  const bool is_down = board->graph.direction == CX_GRAPH_DOWN;
  if (board->graph.lane_count == 0) return; /* parts have layers of their own */
  for (size_t i = 0; i < board->nodes.count; i++) {
    const CxGraphSpan layer = board->layout.layers.items[board->layout.node_layers[i]];
    const CxRect box = board->layout.nodes[i];
    const double middle = is_down ? box.y + box.h / 2 : box.x + box.w / 2;
    g_assert_cmpfloat(middle, >=, layer.at);
    g_assert_cmpfloat(middle, <=, layer.at + layer.size);
  }
}

static bool ends_at(const Board *board, size_t edge, CxPoint point) {
  const CxGraphRoute *route = &board->layout.routes[edge];
  const CxPoint first = route->points.items[0], last = route->points.items[route->points.count - 1];
  return hypot(first.x - point.x, first.y - point.y) < SAME || hypot(last.x - point.x, last.y - point.y) < SAME;
}

/* What runs on within a layer is straight, from middle to middle, and nothing else ends there but what may share a tip.
 */
static void assert_flat_edges(const Board *board) {
  const bool is_down = board->graph.direction == CX_GRAPH_DOWN;
  for (size_t i = 0; i < board->edges.count; i++) {
    const CxGraphEdge *edge = &board->edges.items[i];
    const CxGraphRoute *route = &board->layout.routes[i];
    if (edge->from == edge->to || route->is_back) continue;
    if (board->layout.node_layers[edge->from] != board->layout.node_layers[edge->to]) continue;
    g_assert_cmpuint(route->points.count, ==, 2);
    for (size_t end = 0; end < 2; end++) {
      const size_t node = end == 0 ? edge->from : edge->to;
      const CxRect box = board->layout.nodes[node];
      const CxPoint point = route->points.items[end];
      g_assert_cmpfloat_with_epsilon(is_down ? point.y : point.x, is_down ? box.y + box.h / 2 : box.x + box.w / 2,
                                     1e-3);
      for (size_t k = 0; k < board->edges.count; k++)
        if (k != i && ends_at(board, k, point)) g_assert_true(may_share(board, i, k));
    }
  }
}

static void assert_all(const Board *board) {
  const CxRect all = {0, 0, board->layout.width, board->layout.height};
  for (size_t i = 0; i < board->nodes.count; i++) {
    g_assert_true(cx_rect_contains(all, board->layout.nodes[i], 1e-3));
    for (size_t k = 0; k < i; k++)
      g_assert_cmpfloat(space_between(board->layout.nodes[i], board->layout.nodes[k]), >=,
                        board->graph.node_gap - 1e-3);
  }
  for (size_t i = 0; i < board->edges.count; i++) {
    assert_route(board, i);
    assert_label(board, i);
    for (size_t k = 0; k < i; k++) assert_apart(board, i, k);
  }
  assert_lanes(board);
  assert_layers(board);
  assert_flat_edges(board);
}

#endif
