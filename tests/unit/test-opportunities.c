/* The opportunity matrix through the front of the pipeline: discs that never hide one another and stay near their
 * places, numbers, the order of the list, and what has no disc.
 */
#include "cxmap/compile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
  const CxBox *matrix; /* of the first page */
  GPtrArray *nodes;    /* const CxBox * */
  GString *texts;      /* of the list: " | " and the text, one after the other */
} Fixture;

/* Collects the discs of the matrix and the texts of the list. */
static void collect(Fixture *fixture, const CxBox *box) {
  const CxBlock *block = box->block;
  if (block != NULL && block->kind == CX_BLOCK_MATRIX) fixture->matrix = box;
  if (block != NULL && block->kind == CX_BLOCK_DISC && g_strcmp0(block->role, "node") == 0)
    g_ptr_array_add(fixture->nodes, (void *)box);
  const bool is_listed = block != NULL && block->kind == CX_BLOCK_TEXT &&
                         ((g_strcmp0(block->role, "item") == 0 && block->font == CX_FONT_BODY_STRONG) ||
                          g_strcmp0(block->role, "heading") == 0);
  if (is_listed) g_string_append_printf(fixture->texts, " | %s", block->phrase.text);
  for (size_t i = 0; i < box->children.count; i++) collect(fixture, box->children.items[i]);
}

static void lay_out(Fixture *fixture, const char *yaml) {
  *fixture = (Fixture){.shaper = cx_shaper_new_fixed(), .nodes = g_ptr_array_new(), .texts = g_string_new(NULL)};
  fixture->run = cx_compile_new(fixture->shaper);
  const CxSettings settings = {.until = CX_STAGE_LAYOUT, .map = "j-opportunities"};
  g_assert_true(cx_compile_text(fixture->run, "j.yaml", yaml, strlen(yaml), &settings));
  const CxLayout *layout = fixture->run->layouts.items[0];
  g_assert_cmpstr(layout->sheet->kind, ==, "opportunities");
  for (size_t i = 0; i < layout->pages.count; i++) collect(fixture, layout->pages.items[i].body);
}

static void clear(Fixture *fixture) {
  g_ptr_array_free(fixture->nodes, TRUE);
  g_string_free(fixture->texts, TRUE);
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

/* A journey of one stage with `count` opportunities, their scores as `next` says. */
static char *journey_of(int count, void (*next)(int index, double *impact, double *effort)) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n  - name: S\n    opportunities:\n");
  for (int i = 0; i < count; i++) {
    double impact, effort;
    char digits[2][CX_NUMBER_LENGTH];
    next(i, &impact, &effort);
    g_string_append_printf(yaml, "      - {text: O%d, impact: %s, effort: %s}\n", i + 1,
                           cx_number_format(impact, 3, digits[0]), cx_number_format(effort, 3, digits[1]));
  }
  return g_string_free(yaml, FALSE);
}

static CxPoint centre_of(const CxBox *box) {
  return (CxPoint){box->rect.x + box->rect.w / 2, box->rect.y + box->rect.h / 2};
}

static const CxBox *node(const Fixture *fixture, guint index) {
  return fixture->nodes->pdata[index];
}

/* No disc hides another, leaves the square, or is too small for its number. */
static void assert_readable(const Fixture *fixture, guint count) {
  const CxPlacedMatrix *matrix = fixture->matrix->matrix;
  const CxRect square = cx_rect_union(matrix->quadrants[0].box, matrix->quadrants[3].box);
  g_assert_cmpuint(fixture->nodes->len, ==, count);
  for (guint i = 0; i < count; i++) {
    const CxBox *box = node(fixture, i);
    g_assert_true(cx_rect_contains(square, box->rect, 0.01));
    g_assert_cmpuint(box->lines.count, ==, 1);
    g_assert_true(cx_rect_contains(box->rect, box->lines.items[0].box, 0.01));
    g_assert_cmpfloat(box->lines.items[0].box.h, >, 6.5);
    for (guint k = 0; k < i; k++) {
      const CxPoint a = centre_of(box), b = centre_of(node(fixture, k));
      g_assert_cmpfloat(hypot(a.x - b.x, a.y - b.y), >=, box->rect.w);
      g_assert_false(cx_rect_overlaps(box->rect, node(fixture, k)->rect, 0.01));
    }
  }
}

/* Where a score stands: in the middle of its fifth of the square. */
static CxPoint place_of(const Fixture *fixture, double impact, double effort) {
  const CxPlacedMatrix *matrix = fixture->matrix->matrix;
  const CxRect square = cx_rect_union(matrix->quadrants[0].box, matrix->quadrants[3].box);
  return (CxPoint){square.x + square.w * (effort - 0.5) / 5, square.y + square.h * (5.5 - impact) / 5};
}

static double distance(CxPoint a, CxPoint b) {
  return hypot(a.x - b.x, a.y - b.y);
}

/* ---- Places --------------------------------------------------------------------------------------------------- */

static void every_score(int index, double *impact, double *effort) {
  *impact = 1 + index / 5;
  *effort = 1 + index % 5;
}

static void test_alone_a_disc_stands_at_its_place(void) {
  Fixture fixture;
  char *yaml = journey_of(25, every_score);
  lay_out(&fixture, yaml);
  assert_readable(&fixture, 25);
  for (int i = 0; i < 25; i++) {
    double impact, effort;
    every_score(i, &impact, &effort);
    g_assert_cmpfloat(distance(centre_of(node(&fixture, (guint)i)), place_of(&fixture, impact, effort)), <, 0.01);
    g_assert_cmpfloat(node(&fixture, (guint)i)->rect.w, ==, 34);
  }
  clear(&fixture);
  g_free(yaml);
}

static void one_place(int index, double *impact, double *effort) {
  (void)index;
  *impact = 4;
  *effort = 2;
}

static void test_two_of_one_place_stand_side_by_side(void) {
  Fixture fixture;
  char *yaml = journey_of(2, one_place);
  lay_out(&fixture, yaml);
  const CxPoint place = place_of(&fixture, 4, 2), left = centre_of(node(&fixture, 0));
  const CxPoint right = centre_of(node(&fixture, 1));
  g_assert_cmpfloat(fabs(left.y - right.y) + fabs(left.y - place.y), <, 0.01);
  g_assert_cmpfloat(fabs(right.x - left.x - 44), <, 0.01);
  g_assert_cmpfloat(fabs((left.x + right.x) / 2 - place.x), <, 0.01);
  clear(&fixture);
  g_free(yaml);
}

static void test_many_of_one_place_get_smaller_and_stay_near(void) {
  for (int count = 3; count <= 300; count += 33) {
    Fixture fixture;
    char *yaml = journey_of(count, one_place);
    lay_out(&fixture, yaml);
    assert_readable(&fixture, (guint)count);
    if (count <= 20)
      for (guint i = 0; i < fixture.nodes->len; i++)
        g_assert_cmpfloat(distance(centre_of(node(&fixture, i)), place_of(&fixture, 4, 2)), <=, 59.01);
    clear(&fixture);
    g_free(yaml);
  }
}

static void scattered(int index, double *impact, double *effort) {
  *impact = 1 + (index * 37 % 81) / 20.0;
  *effort = 1 + (index * 53 % 81) / 20.0;
}

static void near_ones(int index, double *impact, double *effort) {
  *impact = 3 + index / 100.0;
  *effort = 5 - index / 150.0;
}

static void test_near_places_never_hide_one_another(void) {
  static void (*const scores[])(int, double *, double *) = {scattered, near_ones};
  static const int counts[] = {7, 60, 400};
  for (size_t s = 0; s < G_N_ELEMENTS(scores); s++)
    for (size_t c = 0; c < G_N_ELEMENTS(counts); c++) {
      if (scores[s] == near_ones && counts[c] > 200) continue; /* off the scale */
      Fixture fixture;
      char *yaml = journey_of(counts[c], scores[s]);
      lay_out(&fixture, yaml);
      assert_readable(&fixture, (guint)counts[c]);
      clear(&fixture);
      g_free(yaml);
    }
}

static void test_mirrored_effort_runs_to_the_left(void) {
  Fixture fixture;
  lay_out(&fixture, "title: T\nlang: ar\nstages:\n  - name: S\n    opportunities:\n"
                    "      - {text: A, impact: 4, effort: 1}\n      - {text: B, impact: 4, effort: 5}\n");
  const CxStraight *arrows = fixture.matrix->matrix->arrows;
  g_assert_cmpfloat(centre_of(node(&fixture, 0)).x, >, centre_of(node(&fixture, 1)).x);
  g_assert_cmpfloat(arrows[0].to.x, <, arrows[0].from.x);
  g_assert_cmpfloat(arrows[1].to.y, <, arrows[1].from.y);
  clear(&fixture);
}

/* ---- The list ------------------------------------------------------------------------------------------------- */

static const char MIXED[] =
    "title: T\nlang: en\nstages:\n"
    "  - name: A\n    opportunities:\n"
    "      - {text: low, impact: 1, effort: 5}\n"
    "      - {text: only impact, impact: 5}\n"
    "      - {text: tie one, impact: 4, effort: 2, status: planned}\n"
    "  - name: B\n    steps:\n      - name: C\n        opportunities:\n"
    "          - {text: best, id: star, impact: 5, effort: 1, status: doing}\n"
    "          - bare\n"
    "      - name: D\n        opportunities: [{text: tie two, impact: 5, effort: 4, status: idea}]\n";

static void test_the_list_follows_the_value(void) {
  Fixture fixture;
  lay_out(&fixture, MIXED);
  g_assert_cmpstr(fixture.texts->str, ==, " | best | tie one | tie two | low | Not rated | only impact | bare");
  clear(&fixture);
}

static void test_numbers_follow_the_journey(void) {
  static const char *const titles[] = {"low", "tie one", "best", "tie two"};
  static const char *const refs[] = {"opportunity-1", "opportunity-2", "star", "opportunity-4"};
  Fixture fixture;
  lay_out(&fixture, MIXED);
  g_assert_cmpuint(fixture.nodes->len, ==, G_N_ELEMENTS(titles));
  for (guint i = 0; i < fixture.nodes->len; i++) {
    const CxBlock *block = node(&fixture, i)->block;
    g_assert_cmpint(atoi(block->phrase.text), ==, (int)i + 1);
    g_assert_cmpstr(block->title, ==, titles[i]);
    g_assert_cmpstr(block->ref, ==, refs[i]);
  }
  clear(&fixture);
}

static void test_discs_say_how_far_it_has_got(void) {
  Fixture fixture;
  lay_out(&fixture, MIXED);
  static const bool is_filled[] = {false, false, true, false}, is_dashed[] = {true, false, false, true};
  for (guint i = 0; i < fixture.nodes->len; i++) {
    g_assert_true(node(&fixture, i)->block->is_filled == is_filled[i]);
    g_assert_true(node(&fixture, i)->block->is_dashed == is_dashed[i]);
  }
  clear(&fixture);
}

/* ---- Paper ---------------------------------------------------------------------------------------------------- */

static size_t count_texts(const Fixture *fixture, const char *text) {
  size_t count = 0;
  for (const char *p = fixture->texts->str; (p = strstr(p, text)) != NULL; p++) count++;
  return count;
}

/* The journey's matrix on paper: readable, no entry lost, the heading not alone at the end of a page. */
static void assert_on_paper(const char *paper, size_t least_pages) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n  - name: S\n    opportunities:\n");
  for (int i = 0; i < 30; i++)
    g_string_append_printf(yaml, "      - {text: Rated %d, impact: %d, effort: %d}\n      - Bare %d\n", i, 1 + i % 5,
                           1 + i % 3, i);
  g_string_append_printf(yaml, "maps: [{journey: j, view: opportunities, paper: %s}]\n", paper);
  Fixture fixture;
  lay_out(&fixture, yaml->str);
  size_t problems;
  cx_diagnostics_sorted(fixture.run->diagnostics, &problems);
  g_assert_cmpuint(problems, ==, 0);
  g_assert_cmpuint(fixture.run->layouts.items[0]->pages.count, >=, least_pages);
  assert_readable(&fixture, 30);
  g_assert_cmpuint(count_texts(&fixture, " | Rated "), ==, 30);
  g_assert_cmpuint(count_texts(&fixture, " | Bare "), ==, 30);
  g_assert_nonnull(strstr(fixture.texts->str, " | Not rated | Bare 0"));
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

static void test_on_small_paper_the_list_goes_on(void) {
  assert_on_paper("A4", 3);
  assert_on_paper("A4 portrait", 3);
  assert_on_paper("A3", 2);
  assert_on_paper("A1", 1);
}

static size_t count_maps(const char *yaml) {
  CxShaper *shaper = cx_shaper_new_fixed();
  CxCompile *run = cx_compile_new(shaper);
  g_assert_true(cx_compile_text(run, "j.yaml", yaml, strlen(yaml), &(CxSettings){.until = CX_STAGE_SHEET}));
  const size_t count = run->maps.count;
  cx_compile_free(run);
  cx_shaper_free(shaper);
  return count;
}

static void test_a_matrix_is_natural_where_one_has_both_ratings(void) {
  g_assert_cmpuint(count_maps("title: T\nlang: en\nstages: [{name: A, opportunities: [{text: X, impact: 3}]}]\n"), ==,
                   1);
  g_assert_cmpuint(
      count_maps("title: T\nlang: en\nstages: [{name: A, opportunities: [{text: X, impact: 3, effort: 3}]}]\n"), ==, 2);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/opportunities/alone-a-disc-stands-at-its-place", test_alone_a_disc_stands_at_its_place);
  g_test_add_func("/opportunities/two-of-one-place-stand-side-by-side", test_two_of_one_place_stand_side_by_side);
  g_test_add_func("/opportunities/many-of-one-place-get-smaller-and-stay-near",
                  test_many_of_one_place_get_smaller_and_stay_near);
  g_test_add_func("/opportunities/near-places-never-hide-one-another", test_near_places_never_hide_one_another);
  g_test_add_func("/opportunities/mirrored-effort-runs-to-the-left", test_mirrored_effort_runs_to_the_left);
  g_test_add_func("/opportunities/the-list-follows-the-value", test_the_list_follows_the_value);
  g_test_add_func("/opportunities/numbers-follow-the-journey", test_numbers_follow_the_journey);
  g_test_add_func("/opportunities/discs-say-how-far-it-has-got", test_discs_say_how_far_it_has_got);
  g_test_add_func("/opportunities/a-matrix-is-natural-where-one-has-both-ratings",
                  test_a_matrix_is_natural_where_one_has_both_ratings);
  g_test_add_func("/opportunities/on-small-paper-the-list-goes-on", test_on_small_paper_the_list_goes_on);
  return g_test_run();
}
