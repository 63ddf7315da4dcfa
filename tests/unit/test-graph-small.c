/* The layered graph engine on small graphs of which one can say what is right.
 */
#include "graph-rules.h"
#include "points.h"

static void test_straight_chain(void) {
  Board board = board_new();
  for (size_t i = 0; i < 3; i++) add_node(&board, 100, i == 1 ? 60 : 40);
  add_edge(&board, 0, 1);
  add_edge(&board, 1, 2);
  lay_out(&board);
  assert_points(&board.layout.routes[0].points, "100,30 140,30");
  assert_points(&board.layout.routes[1].points, "240,30 280,30");
  board.graph.direction = CX_GRAPH_DOWN;
  lay_out(&board);
  assert_points(&board.layout.routes[0].points, "50,40 50,80");
  board_free(&board);
}

/* "yes" goes straight on, "no" goes straight down. */
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
  g_assert_cmpuint(board.layout.routes[0].points.count, ==, 2);
  g_assert_cmpfloat(board.layout.routes[0].points.items[0].x, ==, 60);
  board_free(&board);
}

/* Two ways of the same worth begin apart and join: both are straight, and where they join is halfway. */
static void test_even_ways(void) {
  Board board = board_new();
  for (size_t i = 0; i < 4; i++) add_node(&board, 100, 44)->is_start = i < 2;
  add_edge(&board, 0, 2);
  add_edge(&board, 1, 2);
  add_edge(&board, 2, 3);
  lay_out(&board);
  assert_all(&board);
  const CxRect *boxes = board.layout.nodes;
  for (size_t i = 0; i < 3; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
  g_assert_cmpfloat_with_epsilon(boxes[2].y, (boxes[0].y + boxes[1].y) / 2, 1e-3);
  g_assert_cmpfloat(fabs(boxes[0].y - boxes[1].y), ==, 64);
  board_free(&board);
}

/* A side way that joins the main one stands right above or below where it does. */
static void test_joining_way(void) {
  Board board = board_new();
  const size_t edges[][2] = {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {5, 4}, {4, 2}};
  for (size_t i = 0; i < 6; i++) add_node(&board, 100, 44);
  for (size_t i = 0; i < 6; i++) add_edge(&board, edges[i][0], edges[i][1])->weight = i < 3 ? 8 : 1;
  lay_out(&board);
  assert_all(&board);
  const CxRect *boxes = board.layout.nodes;
  g_assert_cmpfloat_with_epsilon(boxes[4].x, boxes[2].x, 1e-3);
  for (size_t i = 0; i < 3; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
  g_assert_cmpuint(board.layout.routes[5].points.count, ==, 2);
  board_free(&board);
}

/* The next steps stand in other lanes, right below and above. */
static void test_next_steps_in_other_lanes(void) {
  for (int down = 0; down < 2; down++) {
    Board board = board_new();
    board.graph.lane_count = 3, board.graph.direction = down == 1 ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
    const size_t lanes[] = {0, 1, 2, 2, 0};
    for (size_t i = 0; i < 5; i++) {
      add_node(&board, 100, 40)->lane = lanes[i];
      if (i > 0) add_edge(&board, i - 1, i)->weight = 10;
    }
    lay_out(&board);
    assert_all(&board);
    g_assert_cmpuint(board.layout.layers.count, ==, 2);
    for (size_t i = 0; i < 4; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
    board_free(&board);
  }
}

/* The path comes back into its lane, from below, and goes on in the row where it left it. */
static void test_row_of_a_lane(void) {
  for (int down = 0; down < 2; down++) {
    Board board = board_new();
    board.graph.lane_count = 2, board.graph.direction = down == 1 ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
    const size_t lanes[] = {0, 0, 1, 1, 0, 0};
    for (size_t i = 0; i < 6; i++) {
      add_node(&board, 100, 40)->lane = lanes[i];
      if (i > 0 && i < 5) add_edge(&board, i - 1, i)->weight = 8;
    }
    add_edge(&board, 0, 5);
    add_edge(&board, 5, 2);
    lay_out(&board);
    assert_all(&board);
    const CxRect *boxes = board.layout.nodes;
    g_assert_cmpfloat(down == 1 ? boxes[1].x : boxes[1].y, <, down == 1 ? boxes[5].x : boxes[5].y);
    g_assert_cmpfloat_with_epsilon(down == 1 ? boxes[4].x : boxes[4].y, down == 1 ? boxes[1].x : boxes[1].y, 1e-3);
    board_free(&board);
  }
}

/* Two would have to be in the same place: the one of the main path is. */
static void test_lighter_step_gives_way(void) {
  Board board = board_new();
  board.graph.lane_count = 2;
  for (size_t i = 0; i < 4; i++) add_node(&board, 100, 40)->lane = i / 2;
  add_edge(&board, 0, 2);
  add_edge(&board, 1, 3)->weight = 10;
  lay_out(&board);
  assert_all(&board);
  g_assert_cmpuint(board.layout.node_layers[1], ==, board.layout.node_layers[3]);
  g_assert_cmpuint(board.layout.node_layers[0], <, board.layout.node_layers[2]);
  board_free(&board);
}

/* "no" goes back to the step that is right above the decision. */
static void test_back_within_a_layer(void) {
  for (int down = 0; down < 2; down++) {
    Board board = board_new();
    board.graph.lane_count = 2, board.graph.direction = down == 1 ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
    add_node(&board, 100, 40);
    add_node(&board, 100, 40);
    *add_node(&board, 120, 60) = (CxGraphNode){.w = 120, .h = 60, .lane = 1, .ports = CX_GRAPH_TIPS};
    add_node(&board, 100, 40)->lane = 1;
    add_edge(&board, 0, 1);
    add_edge(&board, 1, 2);
    add_edge(&board, 2, 3)->label = (CxPoint){18, 12};
    add_edge(&board, 2, 1)->label = (CxPoint){14, 12};
    lay_out(&board);
    assert_all(&board);
    g_assert_cmpuint(board.layout.node_layers[1], ==, board.layout.node_layers[2]);
    g_assert_true(board.layout.routes[3].is_back);
    g_assert_cmpuint(board.layout.routes[3].points.count, ==, 4);
    board_free(&board);
  }
}

/* The label stands at its decision, not where the edge turns far from it. */
static void test_label_of_a_long_exit(void) {
  Board board = board_new();
  add_node(&board, 120, 60)->ports = CX_GRAPH_TIPS;
  add_node(&board, 100, 900);
  add_node(&board, 100, 40)->least_layer = 1; /* not right below the decision */
  CxGraphEdge *no = add_edge(&board, 0, 2);
  no->exit = CX_GRAPH_EXIT_ASIDE, no->label = (CxPoint){14, 12};
  add_edge(&board, 0, 1)->exit = CX_GRAPH_EXIT_AHEAD;
  lay_out(&board);
  assert_all(&board);
  g_assert_cmpfloat(fabs(board.layout.routes[0].points.items[1].y - board.layout.routes[0].points.items[0].y), >, 400);
  g_assert_cmpfloat(space_between(board.layout.routes[0].label, board.layout.nodes[0]), <=, 10);
  board_free(&board);
}

/* How far along an edge its label begins. */
static double way_to_label(const CxGraphRoute *route) {
  double way = 0, least = G_MAXDOUBLE, at = 0;
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const CxPoint a = route->points.items[i], b = route->points.items[i + 1];
    const double space = space_between(route->label, piece_rect(a, b));
    const CxRect from = {a.x, a.y, 0, 0};
    if (space < least - SAME) least = space, at = way + MAX(space_between(route->label, from), 0);
    way += fabs(b.x - a.x) + fabs(b.y - a.y);
  }
  return at;
}

/* Of five exits some share a tip: each label stands beside the part that its edge has for itself, near the decision. */
static void test_labels_of_many_exits(void) {
  for (int down = 0; down < 2; down++) {
    Board board = board_new();
    board.graph.direction = down == 1 ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
    add_node(&board, 120, 60)->ports = CX_GRAPH_TIPS;
    for (size_t i = 0; i < 5; i++) {
      add_node(&board, 100, 40);
      add_edge(&board, 0, i + 1)->label = (CxPoint){50, 12};
    }
    lay_out(&board);
    assert_all(&board);
    for (size_t i = 0; i < 5; i++) {
      const CxRect label = board.layout.routes[i].label;
      for (size_t k = 0; k < 5; k++)
        if (k != i) g_assert_cmpfloat(space_to_route(&board, k, label), >, space_to_route(&board, i, label) + 0.5);
      g_assert_cmpfloat(way_to_label(&board.layout.routes[i]), <=, 70);
    }
    board_free(&board);
  }
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

/* Both ways are straight, the label of one between them. */
static void test_label_in_a_fork(void) {
  Board board = board_new();
  board.graph.direction = CX_GRAPH_DOWN;
  add_node(&board, 87, 90);
  add_node(&board, 123, 90);
  add_node(&board, 101, 53);
  add_edge(&board, 0, 1)->label = (CxPoint){63, 11};
  add_edge(&board, 0, 2);
  lay_out(&board);
  assert_all(&board);
  for (size_t i = 0; i < 2; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
  board_free(&board);
}

/* What hangs on the steps of a chain takes no layers, and what hangs on a decision a tip that is free. */
static void test_pendants(void) {
  for (int down = 0; down < 2; down++) {
    Board board = board_new();
    board.graph.direction = down == 1 ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
    for (size_t i = 0; i < 6; i++) add_node(&board, 100, 40)->is_pendant = i > 2;
    board.nodes.items[1].ports = CX_GRAPH_TIPS;
    for (size_t i = 0; i < 3; i++) add_edge(&board, i, i + 3);
    add_edge(&board, 0, 1);
    add_edge(&board, 1, 2);
    lay_out(&board);
    assert_all(&board);
    g_assert_cmpuint(board.layout.layers.count, ==, 3);
    for (size_t i = 0; i < 5; i++) g_assert_cmpuint(board.layout.routes[i].points.count, ==, 2);
    for (size_t i = 0; i < 3; i++) g_assert_cmpuint(board.layout.node_layers[i], ==, board.layout.node_layers[i + 3]);
    board_free(&board);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/graph/small/straight-chain", test_straight_chain);
  g_test_add_func("/graph/small/decision", test_decision);
  g_test_add_func("/graph/small/even-ways", test_even_ways);
  g_test_add_func("/graph/small/joining-way", test_joining_way);
  g_test_add_func("/graph/small/next-steps-in-other-lanes", test_next_steps_in_other_lanes);
  g_test_add_func("/graph/small/row-of-a-lane", test_row_of_a_lane);
  g_test_add_func("/graph/small/lighter-step-gives-way", test_lighter_step_gives_way);
  g_test_add_func("/graph/small/back-within-a-layer", test_back_within_a_layer);
  g_test_add_func("/graph/small/label-of-a-long-exit", test_label_of_a_long_exit);
  g_test_add_func("/graph/small/labels-of-many-exits", test_labels_of_many_exits);
  g_test_add_func("/graph/small/circle-runs-back-once", test_circle_runs_back_once);
  g_test_add_func("/graph/small/main-path-is-straight", test_main_path_is_straight);
  g_test_add_func("/graph/small/tree-has-no-crossings", test_tree_has_no_crossings);
  g_test_add_func("/graph/small/least-layer", test_least_layer);
  g_test_add_func("/graph/small/label-in-a-fork", test_label_in_a_fork);
  g_test_add_func("/graph/small/pendants", test_pendants);
  return g_test_run();
}
