/* What routes of edges are found with: rectangles by place, against looking at all of them; ways without points that
 * say nothing.
 */
#include "../../src/layout/polyline.h"
#include "../../src/layout/space.h"

#include <math.h>

/* ---- Rectangles by place -------------------------------------------------------------------------------------- */

enum { MOST = 200 };

typedef struct Field {
  CxArena *arena;
  CxSpace *space;
  CxRect area;
  CxSolid solids[MOST];
  bool is_in[MOST];
  uint32_t count;
} Field;

/* Some lie partly or wholly outside of the area, some have no width or height. */
static CxSolid solid_by_chance(const Field *field, GRand *chance) {
  const double w = field->area.w, h = field->area.h;
  const bool is_thin = g_rand_int_range(chance, 0, 4) == 0;
  CxRect rect = {g_rand_double_range(chance, -w / 4, w), g_rand_double_range(chance, -h / 4, h),
                 is_thin ? 0 : g_rand_double_range(chance, 0, w / 3), g_rand_double_range(chance, 0, h / 3)};
  if (g_rand_boolean(chance)) rect.x = floor(rect.x), rect.y = floor(rect.y), rect.w = floor(rect.w);
  return cx_solid_of(rect);
}

static Field field_by_chance(GRand *chance) {
  Field field = {.arena = cx_arena_new()};
  field.area = (CxRect){0, 0, g_rand_int_range(chance, 1, 900), g_rand_int_range(chance, 1, 900)};
  if (g_rand_int_range(chance, 0, 8) == 0) field.area.w = 0;
  field.count = (uint32_t)g_rand_int_range(chance, 0, MOST);
  field.space = cx_space_new(field.arena, field.area, (size_t)g_rand_int_range(chance, 0, MOST));
  for (uint32_t i = 0; i < field.count; i++) {
    field.solids[i] = solid_by_chance(&field, chance);
    field.is_in[i] = true;
    g_assert_cmpuint(cx_space_add(field.space, field.solids[i]), ==, i);
  }
  return field;
}

static void remove_some(Field *field, GRand *chance) {
  for (uint32_t i = 0; i < field->count; i++) {
    if (g_rand_int_range(chance, 0, 3) > 0) continue;
    field->is_in[i] = false;
    cx_space_remove(field->space, i);
  }
}

static bool do_overlap(const CxSolid *a, const CxSolid *b) {
  return a->lo[0] < b->hi[0] && a->hi[0] > b->lo[0] && a->lo[1] < b->hi[1] && a->hi[1] > b->lo[1];
}

static void assert_found(const Field *field, CxSolid box) {
  uint32_t times[MOST] = {0};
  size_t count;
  const uint32_t *found = cx_space_find(field->space, box, &count);
  for (size_t i = 0; i < count; i++) times[found[i]]++;
  bool is_free = true;
  for (uint32_t i = 0; i < field->count; i++) {
    const bool is_there = field->is_in[i] && do_overlap(&field->solids[i], &box);
    g_assert_cmpuint(times[i], ==, is_there ? 1 : 0);
    if (is_there) is_free = false;
  }
  g_assert_cmpint(cx_space_is_free(field->space, box), ==, is_free);
}

static void test_find(void) {
  GRand *chance = g_rand_new_with_seed(31);
  for (int i = 0; i < 200; i++) {
    Field field = field_by_chance(chance);
    for (int k = 0; k < 60; k++) {
      if (k == 30) remove_some(&field, chance);
      assert_found(&field, solid_by_chance(&field, chance));
    }
    cx_arena_free(field.arena);
  }
  g_rand_free(chance);
}

/* The first of all solids on the way; the border of the area where there is none. */
static double reach_of(const Field *field, int axis, int way, double from, double lo, double hi) {
  double best = way > 0 ? field->area.w * (axis == 0) + field->area.h * (axis == 1) : 0;
  for (uint32_t i = 0; i < field->count; i++) {
    const CxSolid *solid = &field->solids[i];
    if (!field->is_in[i] || solid->hi[1 - axis] <= lo || solid->lo[1 - axis] >= hi) continue;
    const double near = way > 0 ? solid->lo[axis] : solid->hi[axis];
    const double far = way > 0 ? solid->hi[axis] : solid->lo[axis];
    if (way * far <= way * from || way * near >= way * best) continue;
    best = way * MAX(way * near, way * from);
  }
  return way * MAX(way * best, way * from);
}

static void test_reach(void) {
  GRand *chance = g_rand_new_with_seed(32);
  for (int i = 0; i < 200; i++) {
    Field field = field_by_chance(chance);
    for (int k = 0; k < 60; k++) {
      const int axis = g_rand_int_range(chance, 0, 2), way = g_rand_boolean(chance) ? 1 : -1;
      const double width = axis == 0 ? field.area.w : field.area.h, across = axis == 0 ? field.area.h : field.area.w;
      const double from = g_rand_double_range(chance, 0, width + 1), lo = g_rand_double_range(chance, 0, across + 1);
      const double hi = lo + g_rand_double_range(chance, 0, 40);
      uint32_t hit;
      const double reach = cx_space_reach(field.space, axis, way, from, lo, hi, &hit);
      g_assert_cmpfloat(reach, ==, reach_of(&field, axis, way, from, lo, hi));
      if (hit == CX_NOWHERE) continue;
      g_assert_cmpfloat(field.solids[hit].lo[1 - axis], <, hi);
      g_assert_cmpfloat(field.solids[hit].hi[1 - axis], >, lo);
    }
    cx_arena_free(field.arena);
  }
  g_rand_free(chance);
}

static void test_harm(void) {
  CxArena *arena = cx_arena_new();
  CxSpace *space = cx_space_new(arena, (CxRect){0, 0, 400, 400}, 64);
  cx_space_add(space, cx_solid_of((CxRect){100, 100, 200, 200})); /* over many cells */
  cx_space_add(space, cx_solid_of((CxRect){250, 0, 100, 150}));
  const CxPoint a = {0, 120}, b = {400, 120};
  g_assert_cmpfloat_with_epsilon(cx_space_harm(space, cx_solid_between(a, b)), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon(cx_space_harm(space, cx_solid_between((CxPoint){0, 320}, (CxPoint){400, 320})), 0,
                                 1e-9);
  cx_arena_free(arena);
}

/* The same questions look at the same, and at little where there is little. */
static void test_effort(void) {
  uint64_t efforts[2];
  for (int turn = 0; turn < 2; turn++) {
    CxArena *arena = cx_arena_new();
    CxSpace *space = cx_space_new(arena, (CxRect){0, 0, 1000, 1000}, 10000);
    g_assert_cmpuint(cx_space_effort(space), ==, 0);
    for (int i = 0; i < 10000; i++)
      cx_space_add(space, cx_solid_of((CxRect){i % 100 * 10 + 1, i / 100 * 10 + 1, 8, 8}));
    g_assert_cmpuint(cx_space_effort(space), ==, 0);
    g_assert_false(cx_space_is_free(space, cx_solid_of((CxRect){500, 500, 20, 20})));
    g_assert_true(cx_space_is_free(space, cx_solid_of((CxRect){509.5, 509.5, 1, 1})));
    efforts[turn] = cx_space_effort(space);
    g_assert_cmpuint(efforts[turn], >, 0);
    g_assert_cmpuint(efforts[turn], <, 50);
    cx_arena_free(arena);
  }
  g_assert_cmpuint(efforts[0], ==, efforts[1]);
}

/* ---- Ways ------------------------------------------------------------------------------------------------------- */

static void assert_way(const CxPoint *points, size_t count, const char *expected) {
  CxArena *arena = cx_arena_new();
  CxPolyline line = {0};
  GString *text = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) cx_polyline_add(arena, &line, points[i]);
  for (size_t i = 0; i < line.count; i++)
    g_string_append_printf(text, "%s%g,%g", i > 0 ? " " : "", line.items[i].x, line.items[i].y);
  g_assert_cmpstr(text->str, ==, expected);
  g_string_free(text, TRUE);
  cx_arena_free(arena);
}

static void test_polyline(void) {
  assert_way((const CxPoint[]){{1, 2}}, 1, "1,2");
  assert_way((const CxPoint[]){{1, 2}, {1, 2}, {1, 2}}, 3, "1,2");
  assert_way((const CxPoint[]){{0, 0}, {5, 0}, {9, 0}}, 3, "0,0 9,0");
  assert_way((const CxPoint[]){{0, 0}, {0, 5}, {0, 5}, {0, 9}, {4, 9}}, 5, "0,0 0,9 4,9");
  assert_way((const CxPoint[]){{0, 0}, {5, 0}, {5, 5}, {9, 5}}, 4, "0,0 5,0 5,5 9,5");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/space/find", test_find);
  g_test_add_func("/space/reach", test_reach);
  g_test_add_func("/space/harm", test_harm);
  g_test_add_func("/space/effort", test_effort);
  g_test_add_func("/polyline/add", test_polyline);
  return g_test_run();
}
