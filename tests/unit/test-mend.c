/* Small graphs whose layout is only good if their edges are mended in the end, or if the right one of several layouts
 * is taken.
 *
 * A graph is written as its direction, `right` or `down`, then its nodes, `b` a box, `B` a higher one, `d` a decision,
 * then its edges, `0>1`, with an `L` where they have a label.
 */
#include "graph-rules.h"

#include <stdio.h>

static Board board_of(const char *text) {
  Board board = board_new();
  char **words = g_strsplit(text, " ", -1);
  board.graph.direction = g_str_equal(words[0], "down") ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT;
  for (size_t i = 1; words[i] != NULL; i++) {
    unsigned from, to;
    if (sscanf(words[i], "%u>%u", &from, &to) == 2)
      add_edge(&board, from, to)->label = strchr(words[i], 'L') != NULL ? (CxPoint){30, 12} : (CxPoint){0, 0};
    else
      for (const char *kind = words[i]; *kind != '\0'; kind++)
        *add_node(&board, 0, 0) = (CxGraphNode){.w = *kind == 'd' ? 120 : 100,
                                                .h = *kind == 'b' ? 40 : 60,
                                                .ports = *kind == 'd' ? CX_GRAPH_TIPS : CX_GRAPH_SIDES};
  }
  g_strfreev(words);
  return board;
}

/* Labels are near a piece of their own edges. */
static void assert_beside(const Board *board, size_t edge) {
  const CxGraphRoute *route = &board->layout.routes[edge];
  double least = G_MAXDOUBLE;
  if (route->label.h <= 0) return;
  for (size_t i = 0; i + 1 < route->points.count; i++)
    least = MIN(least, space_between(route->label, piece_rect(route->points.items[i], route->points.items[i + 1])));
  g_assert_cmpfloat(least, <=, 5);
}

static void assert_bends(const char *text, size_t most) {
  Board board = board_of(text);
  size_t bends = 0;
  g_test_message("%s", text);
  lay_out(&board);
  assert_all(&board);
  for (size_t i = 0; i < board.edges.count; i++) {
    assert_beside(&board, i);
    bends += board.layout.routes[i].points.count - 2;
  }
  g_assert_cmpuint(bends, <=, most);
  board_free(&board);
}

/* Layers alone lead two edges round: four bends and more. */
static void test_straight(void) {
  assert_bends("down bBd 0>1 1>2 1>2 1>0L", 0);
  assert_bends("down bBdd 0>1 0>2L 1>3 1>3 1>3", 0);
  assert_bends("down bBdb 0>1 1>2L 2>3 1>2 1>0L", 0);
}

/* One corner where there were two to four bends; with layers alone 5, 9 and 6. */
static void test_corner(void) {
  assert_bends("down bBdbB 0>1 0>2 2>3L 1>4 1>0L 1>3L", 1);
  assert_bends("right bBb 0>1L 0>2 0>2L 2>0 0>1L", 3);
  assert_bends("down bBb 0>1 0>2 1>0L 1>0L 1>2", 1);
}

/* Ways back, which keep two bends of three or four, or none; 8 and 6. */
static void test_jogs(void) {
  assert_bends("down bdb 0>1 0>2 2>0 1>0 0>1", 2);
  assert_bends("down bBbd 0>1 0>2L 2>3L 1>0L 3>0", 2);
}

/* The first layout is not the best: others are taken, by what stands upon one another and by where the order begins. */
static void test_manners(void) {
  assert_bends("right bBbb 0>1 0>2 0>3L 0>1 1>3", 3);   /* 4 if all that can stands upon another */
  assert_bends("down bBdb 0>1 0>2 0>3 1>3 0>1 0>3", 3); /* 4 and 6 with the other first order */
  assert_bends("right bBdb 0>1L 1>2 1>3 0>2 2>1", 3);   /* 4, 5 and 4 */
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mend/straight", test_straight);
  g_test_add_func("/mend/corner", test_corner);
  g_test_add_func("/mend/jogs", test_jogs);
  g_test_add_func("/mend/manners", test_manners);
  return g_test_run();
}
