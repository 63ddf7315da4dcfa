/* The router of edges, private to layout and met here without the pipeline: what it draws in places small enough to say
 * what is right, and what holds for any place.
 */
#include "../../src/layout/route/route.h"
#include "points.h"

#include <math.h>
#include <string.h>

typedef struct Board {
  CxArena *arena;
  CxRouting routing;
  CX_LIST(CxRect) boxes;
  CX_LIST(CxRouteEdge) edges;
} Board;

static Board board_new(double width, double height) {
  return (Board){.arena = cx_arena_new(), .routing = {.area = {0, 0, width, height}, .clear = 8, .track = 6}};
}

static void add_box(Board *board, double x, double y, double w, double h) {
  *cx_list_add(board->arena, &board->boxes) = (CxRect){x, y, w, h};
}

static CxRouteEdge *add_edge(Board *board, size_t from, size_t to) {
  CxRouteEdge *edge = cx_list_add(board->arena, &board->edges);
  edge->from = from;
  edge->to = to;
  return edge;
}

static const CxRoute *route(Board *board) {
  board->routing.obstacles = board->boxes.items;
  board->routing.obstacle_count = board->boxes.count;
  board->routing.edges = board->edges.items;
  board->routing.edge_count = board->edges.count;
  return cx_route(board->arena, &board->routing);
}

static void board_free(Board *board) {
  cx_arena_free(board->arena);
}

/* Two rows of three cards, 100 by 40, with gutters of 40: numbered from the upper left. */
static Board cards(void) {
  Board board = board_new(460, 200);
  for (int i = 0; i < 6; i++) add_box(&board, 40 + i % 3 * 140, 40 + i / 3 * 80, 100, 40);
  return board;
}

/* ---- One edge -------------------------------------------------------------------------------------------------- */

static void test_straight_between_facing_middles(void) {
  Board board = cards();
  add_edge(&board, 0, 1);
  add_edge(&board, 4, 1);
  const CxRoute *routes = route(&board);
  assert_points(&routes[0].points, "140,60 180,60");
  assert_points(&routes[1].points, "230,120 230,80");
  board_free(&board);
}

static void test_straight_from_the_smaller_middle(void) {
  Board board = board_new(500, 200);
  add_box(&board, 40, 120, 400, 40);
  add_box(&board, 60, 40, 100, 40);
  add_box(&board, 250, 40, 100, 40);
  add_edge(&board, 1, 0);
  add_edge(&board, 0, 2);
  const CxRoute *routes = route(&board);
  assert_points(&routes[0].points, "110,80 110,120");
  assert_points(&routes[1].points, "300,120 300,80");
  board_free(&board);
}

static void test_bends_in_the_middle_of_the_gutter(void) {
  Board board = cards();
  add_edge(&board, 0, 4);
  assert_points(&route(&board)->points, "140,60 160,60 160,140 180,140");
  board_free(&board);
}

static void test_goes_round_what_is_between(void) {
  Board board = cards();
  add_edge(&board, 0, 2);
  assert_points(&route(&board)->points, "140,60 160,60 160,100 300,100 300,60 320,60");
  board_free(&board);
}

static void test_obeys_allowed_sides(void) {
  Board board = cards();
  *add_edge(&board, 0, 1) = (CxRouteEdge){.from = 0, .to = 1, .leaves = CX_SIDE_BOTTOM, .enters = CX_SIDE_BOTTOM};
  assert_points(&route(&board)->points, "90,80 90,100 230,100 230,80");
  board_free(&board);
}

static void test_loop_at_the_upper_right(void) {
  Board board = cards();
  add_edge(&board, 1, 1);
  assert_points(&route(&board)->points, "270,40 270,30 290,30 290,50 280,50");
  board_free(&board);
}

static void test_small_step_is_straightened(void) {
  Board board = board_new(400, 300);
  add_box(&board, 40, 40, 100, 40);
  add_box(&board, 200, 95, 100, 40); /* its middle is beside the lower channel of the first */
  *add_edge(&board, 0, 1) = (CxRouteEdge){.from = 0, .to = 1, .leaves = CX_SIDE_BOTTOM, .enters = CX_SIDE_LEFT};
  assert_points(&route(&board)->points, "90,80 90,115 200,115");
  board_free(&board);
}

static void test_walled_in_still_gets_a_route(void) {
  Board board = board_new(300, 300);
  for (int i = 0; i < 9; i++) add_box(&board, i % 3 * 100, i / 3 * 100, 100, 100);
  add_edge(&board, 4, 8);
  add_edge(&board, 0, 1);
  add_edge(&board, 4, 4);
  const CxRoute *routes = route(&board);
  for (int i = 0; i < 3; i++) g_assert_cmpuint(routes[i].points.count, >=, 2);
  board_free(&board);
}

/* ---- Several edges --------------------------------------------------------------------------------------------- */

static void test_opposite_edges_share_the_middle(void) {
  Board board = cards();
  add_edge(&board, 0, 1);
  add_edge(&board, 1, 0);
  const CxRoute *routes = route(&board);
  g_assert_cmpfloat(fabs(routes[0].points.items[0].y - routes[1].points.items[0].y), ==, 6);
  g_assert_cmpfloat(routes[0].points.items[0].y + routes[1].points.items[0].y, ==, 120);
  board_free(&board);
}

static void test_tracks_are_nested(void) {
  Board board = board_new(400, 400);
  add_box(&board, 20, 20, 100, 60);
  for (int i = 0; i < 3; i++) add_box(&board, 180, 100 + i * 80, 100, 40);
  for (size_t i = 1; i <= 3; i++) add_edge(&board, 0, i);
  const CxRoute *routes = route(&board);
  /* The lower the target, the lower it leaves and the sooner it turns: so nothing crosses. */
  for (int i = 1; i < 3; i++) {
    const CxPoint *upper = routes[i - 1].points.items, *lower = routes[i].points.items;
    g_assert_cmpfloat(lower[0].y, ==, upper[0].y + 6);
    g_assert_cmpfloat(lower[1].x, ==, upper[1].x - 6);
  }
  g_assert_cmpfloat(routes[1].points.items[1].x, ==, 150);
  board_free(&board);
}

static void test_narrow_channel_squeezes_tracks(void) {
  Board board = board_new(220, 900); /* no way but the gutter */
  for (int i = 0; i < 10; i++) {
    add_box(&board, 0, i * 90, 100, 60);
    add_box(&board, 120, i * 90, 100, 60);
  }
  for (size_t i = 0; i < 5; i++)
    *add_edge(&board, 0, 0) =
        (CxRouteEdge){.from = 2 * i, .to = 19 - 2 * i, .leaves = CX_SIDE_RIGHT, .enters = CX_SIDE_LEFT};
  const CxRoute *routes = route(&board);
  for (int i = 0; i < 5; i++)
    for (size_t k = 0; k < routes[i].points.count; k++) {
      const CxPoint point = routes[i].points.items[k];
      g_assert_cmpfloat(point.x, >=, 100);
      g_assert_cmpfloat(point.x, <=, 120);
      for (int other = 0; other < i && k == 1; other++)
        g_assert_cmpfloat(fabs(routes[other].points.items[1].x - point.x), >=, 1);
    }
  board_free(&board);
}

/* ---- Labels ---------------------------------------------------------------------------------------------------- */

static void test_label_stands_at_the_beginning(void) {
  Board board = cards();
  add_edge(&board, 0, 1)->label = (CxPoint){20, 10};
  add_edge(&board, 1, 4)->label = (CxPoint){20, 10};
  add_edge(&board, 4, 5);
  const CxRoute *routes = route(&board);
  const CxRect level = routes[0].label, upright = routes[1].label;
  g_assert_cmpfloat(level.x, ==, 144);
  g_assert_cmpfloat(level.y, ==, 46); /* 4 over the edge at 60 */
  g_assert_cmpfloat(upright.x, ==, 234);
  g_assert_cmpfloat(upright.y, ==, 84);
  g_assert_cmpfloat(routes[2].label.w, ==, 0);
  board_free(&board);
}

static void test_edges_make_room_for_a_label(void) {
  Board board = board_new(400, 120);
  add_box(&board, 20, 20, 100, 80);
  add_box(&board, 240, 20, 100, 80);
  add_edge(&board, 0, 1);
  add_edge(&board, 0, 1)->label = (CxPoint){30, 10};
  add_edge(&board, 1, 0)->label = (CxPoint){30, 10};
  const CxRoute *routes = route(&board);
  for (int i = 0; i < 3; i++)
    for (int k = 1; k < 3; k++) {
      const CxRect label = routes[k].label;
      const double y = routes[i].points.items[0].y;
      g_assert_cmpuint(routes[i].points.count, ==, 2);
      g_assert_true(y < label.y || y > label.y + label.h);
    }
  board_free(&board);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/route/straight-between-facing-middles", test_straight_between_facing_middles);
  g_test_add_func("/route/straight-from-the-smaller-middle", test_straight_from_the_smaller_middle);
  g_test_add_func("/route/bends-in-the-middle-of-the-gutter", test_bends_in_the_middle_of_the_gutter);
  g_test_add_func("/route/goes-round-what-is-between", test_goes_round_what_is_between);
  g_test_add_func("/route/obeys-allowed-sides", test_obeys_allowed_sides);
  g_test_add_func("/route/loop-at-the-upper-right", test_loop_at_the_upper_right);
  g_test_add_func("/route/small-step-is-straightened", test_small_step_is_straightened);
  g_test_add_func("/route/walled-in-still-gets-a-route", test_walled_in_still_gets_a_route);
  g_test_add_func("/route/opposite-edges-share-the-middle", test_opposite_edges_share_the_middle);
  g_test_add_func("/route/tracks-are-nested", test_tracks_are_nested);
  g_test_add_func("/route/narrow-channel-squeezes-tracks", test_narrow_channel_squeezes_tracks);
  g_test_add_func("/route/label-stands-at-the-beginning", test_label_stands_at_the_beginning);
  g_test_add_func("/route/edges-make-room-for-a-label", test_edges_make_room_for_a_label);
  return g_test_run();
}
