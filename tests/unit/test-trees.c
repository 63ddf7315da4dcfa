/* Trees in the graph engine: nodes in their order and apart, each in the middle of what follows it, edges that share
 * their beginning and cross nothing.
 */
#include "graph-board.h"

static const double NODE_GAP = 20, LAYER_GAP = 36, SAME = 1e-4;

static Board tree_new(void) {
  Board tree = board_new();
  tree.graph.is_tree = true;
  tree.graph.layer_gap = LAYER_GAP, tree.graph.node_gap = NODE_GAP;
  return tree;
}

static double middle(const Board *tree, size_t node) {
  const CxRect rect = tree->layout.nodes[node];
  return tree->graph.direction == CX_GRAPH_DOWN ? rect.x + rect.w / 2 : rect.y + rect.h / 2;
}

static CxRect piece_of(const CxGraphRoute *route, size_t i) {
  return piece_rect(route->points.items[i], route->points.items[i + 1]);
}

/* ---- What holds for every tree --------------------------------------------------------------------------------- */

static void assert_nodes_apart(const Board *tree) {
  const CxRect all = {0, 0, tree->layout.width, tree->layout.height};
  for (size_t i = 0; i < tree->nodes.count; i++) {
    CxRect own = tree->layout.nodes[i];
    if (tree->graph.direction == CX_GRAPH_RIGHT) own.h += tree->nodes.items[i].under;
    g_assert_true(cx_rect_contains(all, own, SAME));
    for (size_t k = 0; k < tree->nodes.count; k++)
      if (k != i) g_assert_false(cx_rect_overlaps(own, tree->layout.nodes[k], SAME));
  }
}

/* Pieces touch no node but those at their ends, and cross no piece of an edge that begins elsewhere. */
static void assert_edge(const Board *tree, size_t edge) {
  const CxGraphRoute *route = &tree->layout.routes[edge];
  g_assert_cmpuint(route->points.count, >=, 2);
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const CxRect piece = piece_of(route, i);
    g_assert_true(piece.w < SAME || piece.h < SAME);
    for (size_t k = 0; k < tree->nodes.count; k++)
      g_assert_false(cx_rect_overlaps((CxRect){piece.x - SAME, piece.y - SAME, piece.w + 2 * SAME, piece.h + 2 * SAME},
                                      tree->layout.nodes[k], 3 * SAME));
    for (size_t k = 0; k < edge; k++)
      for (size_t n = 0; n + 1 < tree->layout.routes[k].points.count; n++) {
        const CxRect other = piece_of(&tree->layout.routes[k], n);
        const bool do_meet = piece.x <= other.x + other.w && other.x <= piece.x + piece.w &&
                             piece.y <= other.y + other.h && other.y <= piece.y + piece.h;
        g_assert_true(!do_meet || tree->edges.items[k].from == tree->edges.items[edge].from);
      }
  }
}

static bool is_aside(const Board *tree, size_t edge) {
  const CxGraphRoute *route = &tree->layout.routes[edge];
  const CxRect first = piece_of(route, 0);
  return tree->graph.direction == CX_GRAPH_DOWN ? first.h < SAME : first.w < SAME;
}

/* Those behind a node stand in the order of its edges, and it in the middle of those straight ahead. */
static void assert_middle(const Board *tree, size_t node) {
  double first = NAN, last = NAN;
  for (size_t i = 0; i < tree->edges.count; i++) {
    const CxGraphEdge *edge = &tree->edges.items[i];
    if (edge->from != node || is_aside(tree, i)) continue;
    if (!isnan(last)) g_assert_cmpfloat(middle(tree, edge->to), >, last);
    last = middle(tree, edge->to);
    if (isnan(first)) first = last;
  }
  if (!isnan(first)) g_assert_cmpfloat_with_epsilon(middle(tree, node), (first + last) / 2, SAME);
}

static void fill_by_chance(Board *tree, GRand *chance) {
  const int nodes = g_rand_int_range(chance, 1, 40);
  tree->graph.direction = g_rand_boolean(chance) ? CX_GRAPH_RIGHT : CX_GRAPH_DOWN;
  for (int i = 0; i < nodes; i++) {
    CxGraphNode *node = add_node(tree, g_rand_int_range(chance, 60, 150), g_rand_int_range(chance, 36, 120));
    node->least_layer = g_rand_int_range(chance, 0, 4) == 0 ? 5 : 0;
    node->under = g_rand_int_range(chance, 0, 4) == 0 ? 18 : 0;
    if (i == 0 || g_rand_int_range(chance, 0, 8) == 0) continue;
    add_edge(tree, (size_t)g_rand_int_range(chance, 0, i), (size_t)i)->exit =
        (CxGraphExit)g_rand_int_range(chance, 0, 3);
  }
}

static void test_any_tree(void) {
  GRand *chance = g_rand_new_with_seed(21);
  for (int i = 0; i < 400; i++) {
    Board tree = tree_new();
    fill_by_chance(&tree, chance);
    lay_out(&tree);
    assert_nodes_apart(&tree);
    for (size_t k = 0; k < tree.edges.count; k++) assert_edge(&tree, k);
    for (size_t k = 0; k < tree.nodes.count; k++) assert_middle(&tree, k);
    board_free(&tree);
  }
  g_rand_free(chance);
}

/* ---- Small trees ----------------------------------------------------------------------------------------------- */

static void test_trunks(void) {
  Board tree = tree_new();
  for (size_t i = 0; i < 4; i++) add_node(&tree, 100, 40);
  for (size_t i = 1; i < 4; i++) add_edge(&tree, 0, i);
  lay_out(&tree);
  for (size_t i = 0; i < 3; i++) {
    const CxPoint *points = tree.layout.routes[i].points.items;
    g_assert_cmpfloat_with_epsilon(points[0].y, middle(&tree, 0), SAME);
    if (i != 1) g_assert_cmpfloat_with_epsilon(points[1].x, 100 + LAYER_GAP / 2, SAME);
  }
  g_assert_cmpuint(tree.layout.routes[1].points.count, ==, 2);
  board_free(&tree);
}

/* What leaves aside goes down from its node and stands under the others, unless it is the only one. */
static void test_aside(void) {
  Board tree = tree_new();
  for (size_t i = 0; i < 4; i++) add_node(&tree, 100, 40);
  add_edge(&tree, 0, 1);
  add_edge(&tree, 0, 2)->exit = CX_GRAPH_EXIT_ASIDE;
  add_edge(&tree, 1, 3)->exit = CX_GRAPH_EXIT_ASIDE;
  lay_out(&tree);
  g_assert_cmpfloat_with_epsilon(middle(&tree, 0), middle(&tree, 1), SAME);
  g_assert_cmpfloat_with_epsilon(middle(&tree, 1), middle(&tree, 3), SAME);
  g_assert_cmpfloat(middle(&tree, 2), >=, middle(&tree, 1) + 40 + NODE_GAP);
  g_assert_true(is_aside(&tree, 1));
  g_assert_cmpuint(tree.layout.routes[1].points.count, ==, 3);
  g_assert_false(is_aside(&tree, 2));
  board_free(&tree);
}

static void test_least_lengths(void) {
  Board tree = tree_new();
  const double lengths[] = {100, 150, 30, 100};
  static const size_t layers[] = {0, 1, 3};
  for (size_t i = 0; i < 3; i++) add_node(&tree, 100, 40)->least_layer = layers[i];
  for (size_t i = 0; i < 2; i++) add_edge(&tree, i, i + 1);
  tree.graph.least_lengths = lengths;
  tree.graph.least_length_count = G_N_ELEMENTS(lengths);
  lay_out(&tree);
  g_assert_cmpfloat_with_epsilon(tree.layout.nodes[2].x, 100 + 150 + 30 + 3 * LAYER_GAP, SAME);
  board_free(&tree);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/trees/any", test_any_tree);
  g_test_add_func("/trees/trunks", test_trunks);
  g_test_add_func("/trees/aside", test_aside);
  g_test_add_func("/trees/least-lengths", test_least_lengths);
  return g_test_run();
}
