/* Properties of every routing: among seeded random rectangles with seeded random edges it is claimed that
 *     every edge is level and upright pieces, from the border of its one rectangle to the border of the other,
 *     by the sides that are allowed, inside the area, through no rectangle and on no other edge,
 *     no label lies on a rectangle or another label, and a second run gives the same.
 */
#include "../../src/layout/route/route.h"

#include <math.h>
#include <string.h>

enum { BOARDS = 150 };

static const double SLACK = 1e-9;

typedef struct Board {
  CxArena *arena;
  CxRouting routing;
  GRand *random;
} Board;

/* ---- Boards ------------------------------------------------------------------------------------------------------ */

static double roll(Board *board, double from, double to) {
  return g_rand_double_range(board->random, from, to);
}

static bool has_room(const CxRect *boxes, size_t count, CxRect box, double gap) {
  const CxRect grown = {box.x - gap, box.y - gap, box.w + 2 * gap, box.h + 2 * gap};
  for (size_t i = 0; i < count; i++)
    if (cx_rect_overlaps(boxes[i], grown, 0)) return false;
  return true;
}

static void scatter_boxes(Board *board, size_t most) {
  CxRect *boxes = cx_new_array(board->arena, CxRect, most);
  const double gap = roll(board, 6, 40);
  size_t count = 0;
  for (size_t i = 0; i < 4 * most && count < most; i++) {
    CxRect box = {.w = roll(board, 12, 150), .h = roll(board, 12, 70)};
    box.x = roll(board, 12, board->routing.area.w - 12 - box.w);
    box.y = roll(board, 12, board->routing.area.h - 12 - box.h);
    if (has_room(boxes, count, box, gap)) boxes[count++] = box;
  }
  board->routing.obstacles = boxes;
  board->routing.obstacle_count = count;
}

/* As a blueprint has them: many sides on one line. */
static void align_boxes(Board *board, size_t most) {
  CxRect *boxes = cx_new_array(board->arena, CxRect, most);
  const double gap = roll(board, 10, 40);
  const size_t columns = (size_t)((board->routing.area.w - 2 * gap) / (100 + gap));
  size_t count = 0;
  for (size_t i = 0; i < most && columns > 0; i++) {
    const CxRect box = {gap + (double)(i % columns) * (100 + gap), gap + (double)(i / columns) * (36 + gap), 100, 36};
    if (box.y + box.h + gap < board->routing.area.h && roll(board, 0, 1) < 0.8) boxes[count++] = box;
  }
  board->routing.obstacles = boxes;
  board->routing.obstacle_count = count;
}

static void add_edges(Board *board, size_t count) {
  CxRouteEdge *edges = cx_new_array(board->arena, CxRouteEdge, count);
  const gint32 boxes = (gint32)board->routing.obstacle_count;
  for (size_t i = 0; i < count; i++) {
    edges[i].from = (size_t)g_rand_int_range(board->random, 0, boxes);
    edges[i].to = (size_t)g_rand_int_range(board->random, 0, boxes);
    if (roll(board, 0, 1) < 0.2 && edges[i].from != edges[i].to)
      edges[i].leaves = edges[i].enters = (unsigned)g_rand_int_range(board->random, 1, 16);
    if (roll(board, 0, 1) < 0.3) edges[i].label = (CxPoint){roll(board, 5, 40), 10};
  }
  board->routing.edges = edges;
  board->routing.edge_count = count;
}

static Board board_new(guint32 seed) {
  Board board = {.arena = cx_arena_new(), .random = g_rand_new_with_seed(seed)};
  board.routing = (CxRouting){.area = {0, 0, roll(&board, 300, 1200), roll(&board, 300, 900)}, .clear = 8, .track = 6};
  const size_t boxes = (size_t)roll(&board, 2, 60);
  if (seed % 3 == 0)
    align_boxes(&board, boxes);
  else
    scatter_boxes(&board, boxes);
  if (board.routing.obstacle_count > 0) add_edges(&board, (size_t)roll(&board, 1, 50));
  return board;
}

/* ---- Claims ------------------------------------------------------------------------------------------------------ */

static CxRect piece_of(const CxRoute *route, size_t k) {
  const CxPoint a = route->points.items[k], b = route->points.items[k + 1];
  return (CxRect){MIN(a.x, b.x), MIN(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

static bool is_on_side(CxRect box, CxPoint point, unsigned sides) {
  const bool is_beside = point.x >= box.x && point.x <= box.x + box.w;
  const bool is_level = point.y >= box.y && point.y <= box.y + box.h;
  return (is_beside && (sides & CX_SIDE_TOP) && fabs(point.y - box.y) < SLACK) ||
         (is_beside && (sides & CX_SIDE_BOTTOM) && fabs(point.y - box.y - box.h) < SLACK) ||
         (is_level && (sides & CX_SIDE_LEFT) && fabs(point.x - box.x) < SLACK) ||
         (is_level && (sides & CX_SIDE_RIGHT) && fabs(point.x - box.x - box.w) < SLACK);
}

static void claim_path(const CxRouting *routing, const CxRouteEdge *edge, const CxRoute *route) {
  const CxPoint *points = route->points.items;
  const size_t last = route->points.count - 1;
  g_assert_cmpuint(last, >=, 1);
  g_assert_true(is_on_side(routing->obstacles[edge->from], points[0], edge->leaves != 0 ? edge->leaves : 15));
  g_assert_true(is_on_side(routing->obstacles[edge->to], points[last], edge->enters != 0 ? edge->enters : 15));
  for (size_t k = 0; k < last; k++) {
    const CxRect piece = piece_of(route, k);
    g_assert_true((piece.w == 0) != (piece.h == 0));
    g_assert_true(k == 0 || (piece.w == 0) != (piece_of(route, k - 1).w == 0));
    g_assert_true(cx_rect_contains(routing->area, piece, 0));
    for (size_t i = 0; i < routing->obstacle_count; i++) {
      const CxRect box = routing->obstacles[i];
      g_assert_false(piece.x < box.x + box.w - SLACK && piece.x + piece.w > box.x + SLACK &&
                     piece.y < box.y + box.h - SLACK && piece.y + piece.h > box.y + SLACK);
    }
  }
}

static bool lie_on_one_another(CxRect a, CxRect b) {
  if (a.w == 0 && b.w == 0) return fabs(a.x - b.x) < SLACK && a.y < b.y + b.h && b.y < a.y + a.h;
  return a.h == 0 && b.h == 0 && fabs(a.y - b.y) < SLACK && a.x < b.x + b.w && b.x < a.x + a.w;
}

static void claim_edges_apart(const CxRoute *one, const CxRoute *other) {
  for (size_t i = 0; i + 1 < one->points.count; i++)
    for (size_t k = 0; k + 1 < other->points.count; k++)
      g_assert_false(lie_on_one_another(piece_of(one, i), piece_of(other, k)));
}

static void claim_label(const CxRouting *routing, const CxRoute *routes, size_t i) {
  const CxRect label = routes[i].label;
  g_assert_cmpfloat(label.w, ==, routing->edges[i].label.x);
  g_assert_true(label.w == 0 || cx_rect_contains(routing->area, label, SLACK));
  for (size_t k = 0; k < routing->obstacle_count; k++)
    g_assert_false(cx_rect_overlaps(label, routing->obstacles[k], 0));
  for (size_t k = 0; k < i; k++) g_assert_false(cx_rect_overlaps(label, routes[k].label, 0));
}

static void claim_same(const CxRoute *one, const CxRoute *other) {
  g_assert_cmpuint(one->points.count, ==, other->points.count);
  g_assert_cmpint(memcmp(one->points.items, other->points.items, one->points.count * sizeof(CxPoint)), ==, 0);
  g_assert_cmpint(memcmp(&one->label, &other->label, sizeof one->label), ==, 0);
}

static void examine(guint32 seed) {
  Board board = board_new(seed);
  const CxRoute *routes = cx_route(board.arena, &board.routing), *again = cx_route(board.arena, &board.routing);
  g_test_message("seed %u: %zu boxes, %zu edges", seed, board.routing.obstacle_count, board.routing.edge_count);
  for (size_t i = 0; i < board.routing.edge_count; i++) {
    claim_path(&board.routing, &board.routing.edges[i], &routes[i]);
    for (size_t k = 0; k < i; k++) claim_edges_apart(&routes[i], &routes[k]);
    claim_label(&board.routing, routes, i);
    claim_same(&routes[i], &again[i]);
  }
  g_rand_free(board.random);
  cx_arena_free(board.arena);
}

static void test_random_boards(void) {
  for (guint32 seed = 1; seed <= BOARDS; seed++) examine(seed);
}

static void test_one_seed(void) {
  examine((guint32)g_ascii_strtoull(g_getenv("PROPERTY_SEED"), NULL, 10));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/routes/random", g_getenv("PROPERTY_SEED") != NULL ? test_one_seed : test_random_boards);
  return g_test_run();
}
