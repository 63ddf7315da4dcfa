/* The layered graph engine, private to layout and met here without the pipeline: what must hold for any graph, on
 * graphs made by chance, then graphs of odd forms.
 */
#include "graph-rules.h"

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
    node->is_pendant = g_rand_int_range(chance, 0, 3) == 0;
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
  g_assert_cmpuint(board.layout.layers.count, >=, 39); /* the last two may stand upon one another */
  g_assert_cmpuint(board.layout.layers.count, <=, 40);
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
  return g_test_run();
}
