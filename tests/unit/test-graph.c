/* The layered graph engine, private to layout and met here without the pipeline: what must hold for any graph, on
 * graphs made by chance, then graphs of odd forms, then small ones of which one can say what is right.
 */
#include "../../src/layout/graph/graph.h"

#include <math.h>
#include <string.h>

typedef struct Board {
  CxArena *arena;
  CxGraph graph;
  CX_LIST(CxGraphNode) nodes;
  CX_LIST(CxGraphEdge) edges;
  CxGraphLayout layout;
} Board;

static Board board_new(void) {
  return (Board){.arena = cx_arena_new(),
                 .graph = {.layer_gap = 40, .node_gap = 20, .clear = 8, .track = 10, .lane_gap = 6, .lane_pad = 16}};
}

static CxGraphNode *add_node(Board *board, double w, double h) {
  CxGraphNode *node = cx_list_add(board->arena, &board->nodes);
  node->w = w, node->h = h;
  return node;
}

static CxGraphEdge *add_edge(Board *board, size_t from, size_t to) {
  CxGraphEdge *edge = cx_list_add(board->arena, &board->edges);
  *edge = (CxGraphEdge){.from = from, .to = to, .weight = 1};
  return edge;
}

static void lay_out(Board *board) {
  board->graph.nodes = board->nodes.items, board->graph.node_count = board->nodes.count;
  board->graph.edges = board->edges.items, board->graph.edge_count = board->edges.count;
  board->layout = cx_graph_lay_out(board->arena, &board->graph);
}

static void board_free(Board *board) {
  cx_arena_free(board->arena);
}

/* ---- What holds for any graph --------------------------------------------------------------------------------- */

static const double SAME = 1e-6;

static CxRect piece_rect(CxPoint a, CxPoint b) {
  return (CxRect){MIN(a.x, b.x), MIN(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

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

static void assert_label(const Board *board, size_t edge) {
  const CxRect label = board->layout.routes[edge].label;
  const CxPoint size = board->edges.items[edge].label;
  g_assert_cmpfloat_with_epsilon(label.w, size.x, SAME);
  g_assert_cmpfloat_with_epsilon(label.h, size.y, SAME);
  if (size.y <= 0) return;
  g_assert_true(cx_rect_contains((CxRect){0, 0, board->layout.width, board->layout.height}, label, 1e-3));
  for (size_t i = 0; i < board->nodes.count; i++)
    if (board->nodes.items[i].ports != CX_GRAPH_TIPS)
      g_assert_false(cx_rect_overlaps(label, board->layout.nodes[i], 0.01));
  for (size_t i = 0; i < board->edges.count; i++) {
    const CxGraphRoute *route = &board->layout.routes[i];
    if (i != edge && board->edges.items[i].label.y > 0) g_assert_false(cx_rect_overlaps(label, route->label, 0.01));
    for (size_t k = 0; k + 1 < route->points.count; k++)
      g_assert_cmpfloat(space_between(label, piece_rect(route->points.items[k], route->points.items[k + 1])), >, 0);
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
}

/* ---- Graphs made by chance ------------------------------------------------------------------------------------ */

static void fill_by_chance(Board *board, GRand *chance) {
  const int nodes = g_rand_int_range(chance, 1, 26), edges = g_rand_int_range(chance, 0, nodes * 2);
  board->graph.direction = g_rand_boolean(chance) ? CX_GRAPH_RIGHT : CX_GRAPH_DOWN;
  board->graph.lane_count = g_rand_boolean(chance) ? 0 : (size_t)g_rand_int_range(chance, 1, 5);
  board->graph.lane_least = g_rand_boolean(chance) ? 0 : 100;
  for (int i = 0; i < nodes; i++) {
    CxGraphNode *node = add_node(board, g_rand_int_range(chance, 60, 150), g_rand_int_range(chance, 36, 120));
    if (board->graph.lane_count > 0) node->lane = (size_t)g_rand_int_range(chance, 0, (int)board->graph.lane_count);
    node->ports = g_rand_int_range(chance, 0, 4) == 0 ? CX_GRAPH_TIPS : CX_GRAPH_SIDES;
    node->is_start = g_rand_int_range(chance, 0, 10) == 0;
    node->least_layer = g_rand_int_range(chance, 0, 12) == 0 ? 3 : 0;
  }
  for (int i = 0; i < edges; i++) {
    CxGraphEdge *edge =
        add_edge(board, (size_t)g_rand_int_range(chance, 0, nodes), (size_t)g_rand_int_range(chance, 0, nodes));
    if (g_rand_int_range(chance, 0, 3) == 0)
      edge->label = (CxPoint){g_rand_int_range(chance, 8, 70), g_rand_int_range(chance, 9, 26)};
    edge->weight = (unsigned)g_rand_int_range(chance, 0, 4);
    edge->exit = (CxGraphExit)g_rand_int_range(chance, 0, 3);
  }
}

static void test_any_graph(void) {
  GRand *chance = g_rand_new_with_seed(20);
  for (int i = 0; i < 400; i++) {
    Board board = board_new();
    fill_by_chance(&board, chance);
    lay_out(&board);
    if (g_test_verbose()) g_test_message("graph %d: %zu nodes, %zu edges", i, board.nodes.count, board.edges.count);
    assert_all(&board);
    board_free(&board);
  }
  g_rand_free(chance);
}

static void test_same_graph_same_layout(void) {
  GRand *chance = g_rand_new_with_seed(21);
  Board board = board_new();
  fill_by_chance(&board, chance);
  lay_out(&board);
  const CxGraphLayout first = board.layout;
  lay_out(&board);
  g_assert_cmpmem(first.nodes, board.nodes.count * sizeof(CxRect), board.layout.nodes,
                  board.nodes.count * sizeof(CxRect));
  for (size_t i = 0; i < board.edges.count; i++)
    g_assert_cmpmem(first.routes[i].points.items, first.routes[i].points.count * sizeof(CxPoint),
                    board.layout.routes[i].points.items, board.layout.routes[i].points.count * sizeof(CxPoint));
  board_free(&board);
  g_rand_free(chance);
}

/* ---- Odd graphs ----------------------------------------------------------------------------------------------- */

static void test_nothing(void) {
  Board board = board_new();
  lay_out(&board);
  g_assert_cmpfloat(board.layout.width, ==, 0);
  board_free(&board);
}

static void test_one_node(void) {
  Board board = board_new();
  add_node(&board, 106, 44);
  lay_out(&board);
  g_assert_cmpfloat(board.layout.width, ==, 106);
  g_assert_cmpfloat(board.layout.height, ==, 44);
  board_free(&board);
}

static void test_all_loops(void) {
  Board board = board_new();
  for (size_t i = 0; i < 5; i++) {
    add_node(&board, 106, 44)->ports = i == 2 ? CX_GRAPH_TIPS : CX_GRAPH_SIDES;
    for (size_t k = 0; k <= i; k++) add_edge(&board, i, i)->label = (CxPoint){k % 2 == 0 ? 30 : 0, k % 2 == 0 ? 12 : 0};
  }
  lay_out(&board);
  assert_all(&board);
  board_free(&board);
}

static void test_complete_graph(void) {
  Board board = board_new();
  for (size_t i = 0; i < 40; i++) {
    add_node(&board, 106, 44);
    for (size_t k = 0; k < i; k++) add_edge(&board, k, i);
  }
  lay_out(&board);
  for (size_t i = 0; i < board.edges.count; i++) assert_route(&board, i);
  g_assert_cmpuint(board.layout.layers.count, ==, 40);
  board_free(&board);
}

static void test_many_parallel_edges(void) {
  Board board = board_new();
  add_node(&board, 106, 44);
  add_node(&board, 106, 44);
  for (size_t i = 0; i < 2000; i++) add_edge(&board, i % 2, 1 - i % 2)->label = (CxPoint){0, 0};
  lay_out(&board);
  for (size_t i = 0; i < board.edges.count; i++) assert_route(&board, i);
  board_free(&board);
}

static void test_star(void) {
  Board board = board_new();
  add_node(&board, 106, 44);
  for (size_t i = 1; i <= 3000; i++) {
    add_node(&board, 106, 44);
    add_edge(&board, i % 2 == 0 ? 0 : i, i % 2 == 0 ? i : 0);
  }
  lay_out(&board);
  for (size_t i = 0; i < board.edges.count; i++) g_assert_cmpuint(board.layout.routes[i].points.count, >=, 2);
  g_assert_cmpuint(board.layout.layers.count, ==, 3);
  board_free(&board);
}

static void test_long_chain(void) {
  Board board = board_new();
  for (size_t i = 0; i < 10000; i++) {
    add_node(&board, 106, 44);
    if (i > 0) add_edge(&board, i - 1, i);
  }
  lay_out(&board);
  g_assert_cmpfloat(board.layout.height, ==, 44);
  for (size_t i = 0; i < board.edges.count; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
  board_free(&board);
}

/* More bends than can be handled: the longest edges run round everything. */
static void test_long_edges_without_number(void) {
  Board board = board_new();
  for (size_t i = 0; i < 2000; i++) {
    add_node(&board, 106, 44);
    if (i > 0) add_edge(&board, i - 1, i);
    if (i > 0) add_edge(&board, i, i * 7919 % i);
  }
  lay_out(&board);
  for (size_t i = 0; i < 50; i++) assert_route(&board, i * 79);
  board_free(&board);
}

/* ---- Small graphs --------------------------------------------------------------------------------------------- */

static void assert_points(const Board *board, size_t edge, const char *expected) {
  const CxGraphRoute *route = &board->layout.routes[edge];
  GString *points = g_string_new(NULL);
  for (size_t i = 0; i < route->points.count; i++)
    g_string_append_printf(points, "%s%g,%g", i > 0 ? " " : "", route->points.items[i].x, route->points.items[i].y);
  g_assert_cmpstr(points->str, ==, expected);
  g_string_free(points, TRUE);
}

static void test_straight_chain(void) {
  Board board = board_new();
  for (size_t i = 0; i < 3; i++) add_node(&board, 100, i == 1 ? 60 : 40);
  add_edge(&board, 0, 1);
  add_edge(&board, 1, 2);
  lay_out(&board);
  assert_points(&board, 0, "100,30 140,30");
  assert_points(&board, 1, "240,30 280,30");
  board.graph.direction = CX_GRAPH_DOWN;
  lay_out(&board);
  assert_points(&board, 0, "50,40 50,80");
  board_free(&board);
}

/* "yes" goes straight on, "no" leaves downwards and turns once. */
static void test_decision(void) {
  Board board = board_new();
  add_node(&board, 120, 60)->ports = CX_GRAPH_TIPS;
  add_node(&board, 100, 40);
  add_node(&board, 100, 40);
  CxGraphEdge *no = add_edge(&board, 0, 2), *yes = NULL;
  no->exit = CX_GRAPH_EXIT_ASIDE, no->label = (CxPoint){14, 12};
  yes = add_edge(&board, 0, 1);
  yes->exit = CX_GRAPH_EXIT_AHEAD, yes->label = (CxPoint){18, 12};
  lay_out(&board);
  assert_all(&board);
  g_assert_cmpuint(board.layout.routes[1].points.count, ==, 2);
  g_assert_cmpuint(board.layout.routes[0].points.count, ==, 3);
  g_assert_cmpfloat(board.layout.routes[0].points.items[0].x, ==, 60);
  board_free(&board);
}

/* The label stands at its decision, not where the edge turns far from it. */
static void test_label_of_a_long_exit(void) {
  Board board = board_new();
  add_node(&board, 120, 60)->ports = CX_GRAPH_TIPS;
  add_node(&board, 100, 900);
  add_node(&board, 100, 40);
  CxGraphEdge *no = add_edge(&board, 0, 2);
  no->exit = CX_GRAPH_EXIT_ASIDE, no->label = (CxPoint){14, 12};
  add_edge(&board, 0, 1)->exit = CX_GRAPH_EXIT_AHEAD;
  lay_out(&board);
  assert_all(&board);
  g_assert_cmpfloat(fabs(board.layout.routes[0].points.items[1].y - board.layout.routes[0].points.items[0].y), >, 400);
  g_assert_cmpfloat(space_between(board.layout.routes[0].label, board.layout.nodes[0]), <=, 10);
  board_free(&board);
}

static void test_circle_runs_back_once(void) {
  Board board = board_new();
  for (size_t i = 0; i < 4; i++) add_node(&board, 100, 40)->is_start = i == 0;
  for (size_t i = 0; i < 4; i++) add_edge(&board, i, (i + 1) % 4);
  lay_out(&board);
  assert_all(&board);
  for (size_t i = 0; i < 4; i++) g_assert_cmpint(board.layout.routes[i].is_back, ==, i == 3);
  g_assert_cmpuint(board.layout.node_layers[0], ==, 0);
  g_assert_cmpuint(board.layout.node_layers[3], ==, 3);
  board_free(&board);
}

/* The heavier one of two ways is straight, whatever the order. */
static void test_main_path_is_straight(void) {
  for (int turn = 0; turn < 2; turn++) {
    Board board = board_new();
    for (size_t i = 0; i < 5; i++) add_node(&board, 100, 40);
    const size_t ends[][2] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}};
    for (size_t i = 0; i < 5; i++) {
      const size_t k = turn == 0 ? i : 4 - i;
      const bool is_main = ends[k][0] == 2 || ends[k][1] == 2 || ends[k][1] == 4;
      add_edge(&board, ends[k][0], ends[k][1])->weight = is_main ? 10 : 1;
    }
    lay_out(&board);
    assert_all(&board);
    const double y = board.layout.nodes[0].y;
    g_assert_cmpfloat(board.layout.nodes[2].y, ==, y);
    g_assert_cmpfloat(board.layout.nodes[3].y, ==, y);
    g_assert_cmpfloat(board.layout.nodes[4].y, ==, y);
    board_free(&board);
  }
}

static size_t crossings_of(const Board *board) {
  size_t crossings = 0;
  for (size_t a = 0; a < board->edges.count; a++)
    for (size_t b = 0; b < board->edges.count; b++)
      for (size_t i = 0; a != b && i + 1 < board->layout.routes[a].points.count; i++)
        for (size_t k = 0; k + 1 < board->layout.routes[b].points.count; k++) {
          const CxPoint *p = board->layout.routes[a].points.items + i, *q = board->layout.routes[b].points.items + k;
          const bool is_level = fabs(p[0].y - p[1].y) < SAME, is_upright = fabs(q[0].x - q[1].x) < SAME;
          if (is_level && is_upright && MIN(p[0].x, p[1].x) < q[0].x && q[0].x < MAX(p[0].x, p[1].x) &&
              MIN(q[0].y, q[1].y) < p[0].y && p[0].y < MAX(q[0].y, q[1].y))
            crossings++;
        }
  return crossings;
}

/* A tree can be drawn without crossings, in whatever order its edges are given. */
static void test_tree_has_no_crossings(void) {
  for (size_t step = 1; step < 40; step += 6) {
    Board board = board_new();
    add_node(&board, 100, 40);
    for (size_t i = 1; i < 41; i++) add_node(&board, 100, 40);
    for (size_t i = 0; i < 40; i++) {
      const size_t child = 1 + i * step % 41 % 40;
      add_edge(&board, (child - 1) / 3, child);
    }
    lay_out(&board);
    g_assert_cmpuint(crossings_of(&board), ==, 0);
    board_free(&board);
  }
}

static void test_least_layer(void) {
  Board board = board_new();
  for (size_t i = 0; i < 5; i++) add_node(&board, 100, 40);
  board.nodes.items[2].least_layer = 4;
  const size_t ends[][2] = {{0, 1}, {0, 2}, {1, 3}, {3, 4}};
  for (size_t i = 0; i < 4; i++) add_edge(&board, ends[i][0], ends[i][1]);
  lay_out(&board);
  assert_all(&board);
  g_assert_cmpuint(board.layout.node_layers[2], ==, 4);
  board_free(&board);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/graph/any/graph", test_any_graph);
  g_test_add_func("/graph/any/same-graph-same-layout", test_same_graph_same_layout);
  g_test_add_func("/graph/odd/nothing", test_nothing);
  g_test_add_func("/graph/odd/one-node", test_one_node);
  g_test_add_func("/graph/odd/all-loops", test_all_loops);
  g_test_add_func("/graph/odd/complete-graph", test_complete_graph);
  g_test_add_func("/graph/odd/many-parallel-edges", test_many_parallel_edges);
  g_test_add_func("/graph/odd/star", test_star);
  g_test_add_func("/graph/odd/long-chain", test_long_chain);
  g_test_add_func("/graph/odd/long-edges-without-number", test_long_edges_without_number);
  g_test_add_func("/graph/small/straight-chain", test_straight_chain);
  g_test_add_func("/graph/small/decision", test_decision);
  g_test_add_func("/graph/small/label-of-a-long-exit", test_label_of_a_long_exit);
  g_test_add_func("/graph/small/circle-runs-back-once", test_circle_runs_back_once);
  g_test_add_func("/graph/small/main-path-is-straight", test_main_path_is_straight);
  g_test_add_func("/graph/small/tree-has-no-crossings", test_tree_has_no_crossings);
  g_test_add_func("/graph/small/least-layer", test_least_layer);
  return g_test_run();
}
