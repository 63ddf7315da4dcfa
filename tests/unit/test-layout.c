/* Layout through the whole front of the pipeline, measured with the fixed shaper: columns, the emotion lane, mirroring.
 */
#include "cxmap/compile.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
} Fixture;

static const CxPage *lay_out(Fixture *fixture, const char *yaml) {
  fixture->shaper = cx_shaper_new_fixed();
  fixture->run = cx_compile_new(fixture->shaper);
  const bool is_done =
      cx_compile_text(fixture->run, "test.yaml", yaml, strlen(yaml), &(CxSettings){.until = CX_STAGE_LAYOUT});
  g_assert_true(is_done);
  g_assert_cmpuint(fixture->run->layouts.items[0]->pages.count, ==, 1);
  return &fixture->run->layouts.items[0]->pages.items[0];
}

static void clear(Fixture *fixture) {
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

/* The first box below `box` that has a curve, or whose block has the role and, where it is not NULL, the id. */
static const CxBox *find(const CxBox *box, const char *role, const char *id) {
  const bool is_it = box->block != NULL && g_strcmp0(box->block->role, role) == 0 &&
                     (id == NULL || g_strcmp0(box->block->id, id) == 0);
  if (is_it) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find(box->children.items[i], role, id);
    if (found != NULL) return found;
  }
  return NULL;
}

static const char SCORES[] = "title: T\nlang: en\npersona: {name: P}\nstages:\n"
                             "  - {name: A, emotion: 2}\n  - {name: B, emotion: -2}\n  - {name: C, emotion: -1.9}\n"
                             "  - {name: D, emotion: 2}\n  - {name: E, emotion: 2}\n  - {name: F, emotion: 0}\n";

static double bezier(double a, double b, double c, double d, double t) {
  const double u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

static void test_curve_stays_between_its_points(void) {
  Fixture fixture;
  const CxBox *curve = find(lay_out(&fixture, SCORES)->body, "curve", NULL);
  const CxPath *path = &curve->curve->series.items[0].path;
  g_assert_cmpuint(path->count, ==, 6);
  for (size_t i = 1; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    const double from = path->items[i - 1].to.y;
    for (double t = 0; t <= 1; t += 0.05) {
      const double y = bezier(from, step->c[0].y, step->c[1].y, step->to.y, t);
      g_assert_cmpfloat(y, >=, MIN(from, step->to.y) - 1e-6);
      g_assert_cmpfloat(y, <=, MAX(from, step->to.y) + 1e-6);
    }
  }
  clear(&fixture);
}

static void test_higher_scores_stand_higher(void) {
  Fixture fixture;
  const CxBox *curve = find(lay_out(&fixture, SCORES)->body, "curve", NULL);
  const CxPlacedSeries *series = &curve->curve->series.items[0];
  g_assert_cmpfloat(series->points.items[0].y, <, series->points.items[5].y);
  g_assert_cmpfloat(series->points.items[5].y, <, series->points.items[2].y);
  g_assert_cmpfloat(series->points.items[2].y, <, series->points.items[1].y);
  clear(&fixture);
}

static void test_same_scores_stand_side_by_side(void) {
  Fixture fixture;
  const CxPage *page =
      lay_out(&fixture, "title: T\nlang: en\npersonas: {a: {name: A}, b: {name: B}}\n"
                        "journeys: {j: {personas: [a, b], stages: [{name: S, emotions: {a: 1, b: 1}}]}}\n");
  const CxBox *curve = find(page->body, "curve", NULL);
  const CxPoint a = curve->curve->series.items[0].points.items[0], b = curve->curve->series.items[1].points.items[0];
  g_assert_cmpfloat(fabs(a.y - b.y), <, 1e-6);
  g_assert_cmpfloat(b.x - a.x, >=, 20);
  clear(&fixture);
}

static void test_comments_are_clear_of_each_other(void) {
  Fixture fixture;
  const CxPage *page = lay_out(
      &fixture,
      "title: T\nlang: en\npersonas: {a: {name: A}, b: {name: B}, c: {name: C}}\n"
      "journeys: {j: {personas: [a, b, c], stages: [{name: S, emotions: {a: {score: 1, text: one long comment here},"
      " b: {score: 1, text: another long comment here}, c: {score: 0, text: and a third one}}}]}}\n");
  const CxBox *curve = find(page->body, "curve", NULL);
  size_t labels = 0;
  for (size_t i = 0; i < curve->children.count; i++) {
    const CxBox *a = curve->children.items[i];
    if (g_strcmp0(a->block->role, "label") != 0) continue;
    labels++;
    for (size_t k = 0; k < i; k++) g_assert_false(cx_rect_overlaps(a->rect, curve->children.items[k]->rect, 0.01));
  }
  g_assert_cmpuint(labels, ==, 3);
  clear(&fixture);
}

/* Of five personas with close scores: no comment touches a face, another comment, or a curve. */
static void test_crowded_comments_are_clear_of_curves(void) {
  GString *yaml = g_string_new("title: T\nlang: en\npersonas: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, "
                               "e: {name: E}}\njourneys: {j: {personas: [a, b, c, d, e], stages: [");
  static const double scores[] = {0, -0.5, 1, 0.5, -1, 2, 1.5, -2, -1.5};
  for (size_t stage = 0; stage < 8; stage++) {
    g_string_append_printf(yaml, "{name: S%zu, emotions: {", stage);
    for (size_t i = 0; i < 5; i++)
      g_string_append_printf(yaml, "%c: {score: %g, text: words of stage %zu},", (char)('a' + i),
                             scores[(stage * 4 + i * 2) % G_N_ELEMENTS(scores)], stage);
    g_string_append(yaml, "}},");
  }
  g_string_append(yaml, "]}}\n");
  Fixture fixture;
  const CxBox *curve = find(lay_out(&fixture, yaml->str)->body, "curve", NULL);
  for (size_t i = 0; i < curve->children.count; i++) {
    const CxBox *a = curve->children.items[i];
    if (g_strcmp0(a->block->role, "label") != 0) continue;
    for (size_t k = 0; k < i; k++) g_assert_false(cx_rect_overlaps(a->rect, curve->children.items[k]->rect, 0.01));
    for (size_t s = 0; s < curve->curve->series.count; s++) {
      const CxPath *path = &curve->curve->series.items[s].path;
      for (size_t n = 1; n < path->count; n++)
        for (double t = 0; t <= 1; t += 0.01) {
          const CxPoint from = path->items[n - 1].to, *c = path->items[n].c, to = path->items[n].to;
          const double x = bezier(from.x, c[0].x, c[1].x, to.x, t), y = bezier(from.y, c[0].y, c[1].y, to.y, t);
          g_assert_false(cx_rect_overlaps(a->rect, (CxRect){x, y, 0.1, 0.1}, 0));
        }
    }
  }
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

/* A card over three columns takes a row of its own in its lane; what it covers stands under it, the rest beside. */
static void test_spanning_items_are_stacked(void) {
  Fixture fixture;
  const CxPage *page = lay_out(&fixture, "title: T\nlang: en\nstages:\n  - {name: A, id: a, actions: one}\n"
                                         "  - {name: B, id: b, actions: {text: over two, span: 2}}\n"
                                         "  - {name: C, id: c, actions: three}\n"
                                         "  - {name: D, id: d, actions: {text: past the end, span: 1}}\n");
  const CxBox *one = find(page->body, "cell", "a.actions"), *over = find(page->body, "cell", "b.actions");
  const CxBox *three = find(page->body, "cell", "c.actions"), *last = find(page->body, "cell", "d.actions");
  g_assert_cmpfloat(fabs(one->rect.y - over->rect.y), <, 0.01);
  g_assert_cmpfloat(fabs(last->rect.y - over->rect.y), <, 0.01);
  g_assert_cmpfloat(fabs(three->rect.y - over->rect.y - over->rect.h - 4), <, 0.01);
  g_assert_cmpfloat(fabs(over->rect.x + over->rect.w - three->rect.x - three->rect.w), <, 0.01);
  g_assert_cmpfloat(over->rect.x, >, one->rect.x + one->rect.w);
  clear(&fixture);
}

/* What a stage says of all its steps is no point of the curve, which would stand where its middle step does. */
static void test_overall_score_leaves_the_curve(void) {
  Fixture fixture;
  const CxPage *page = lay_out(&fixture, "title: T\nlang: en\nstages:\n  - name: A\n    emotion: -1\n    steps:\n"
                                         "      - {name: x, emotion: 1}\n      - {name: y, emotion: 2}\n"
                                         "      - {name: z, emotion: 1}\n");
  const CxBox *curve = find(page->body, "curve", NULL), *overall = find(page->body, "overall", NULL);
  g_assert_cmpuint(curve->curve->series.items[0].points.count, ==, 3);
  g_assert_nonnull(overall);
  for (size_t i = 0; i < curve->children.count; i++)
    if (curve->children.items[i] != overall)
      g_assert_cmpfloat(overall->rect.y + overall->rect.h, <=, curve->children.items[i]->rect.y);
  clear(&fixture);
}

/* One stage has nearly all the text: its columns must be wider, and the page not higher than with equal ones. */
static void test_text_heavy_columns_are_wider(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n");
  for (int stage = 0; stage < 6; stage++) {
    g_string_append_printf(yaml, "  - name: S%d\n    actions:\n      - one short text\n", stage);
    for (int i = 0; stage == 2 && i < 8; i++)
      g_string_append(yaml, "      - many words that go on and on and on until the card is as high as it is wide\n");
  }
  Fixture fixture;
  const CxPage *page = lay_out(&fixture, yaml->str);
  const CxBox *light = find(page->body, "stage", "s1"), *heavy = find(page->body, "stage", "s2");
  g_assert_cmpfloat(heavy->rect.w, >, 1.3 * light->rect.w);
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

static void test_equal_content_gives_equal_columns(void) {
  Fixture fixture;
  const CxPage *page =
      lay_out(&fixture, "title: T\nlang: en\nstages: [{name: A, actions: [x]}, {name: B, actions: [x]}, "
                        "{name: C, actions: [x]}, {name: D, actions: [x]}]\n");
  const CxBox *a = find(page->body, "cell", "a.actions"), *d = find(page->body, "cell", "d.actions");
  g_assert_cmpfloat(fabs(a->rect.w - d->rect.w), <, 0.01);
  clear(&fixture);
}

static void test_steps_share_their_stage(void) {
  Fixture fixture;
  const CxPage *page =
      lay_out(&fixture, "title: T\nlang: en\nstages: [{name: A, goals: [g], steps: [{name: B}, {name: C}]}, "
                        "{name: D, actions: [x]}]\n");
  const CxBox *goal = find(page->body, "cell", "a.goals"), *b = find(page->body, "step", "b"),
              *c = find(page->body, "step", "c");
  g_assert_cmpfloat(goal->rect.w, >, 1.5 * b->rect.w);
  g_assert_cmpfloat(fabs(b->rect.w - c->rect.w), <, 0.01);
  g_assert_cmpfloat(fabs(b->rect.x + b->rect.w - c->rect.x), <, 0.01);
  clear(&fixture);
}

static void test_right_to_left_is_mirrored(void) {
  Fixture fixture;
  const CxPage *page = lay_out(&fixture, "title: T\nlang: ar\nstages: [{name: A, id: a, actions: [x], emotion: 1}, "
                                         "{name: B, id: b, actions: [x], emotion: 2}]\n");
  const CxBox *a = find(page->body, "cell", "a.actions"), *b = find(page->body, "cell", "b.actions");
  const CxBox *label = find(page->body, "lane-label", NULL), *curve = find(page->body, "curve", NULL);
  const CxPlacedSeries *series = &curve->curve->series.items[0];
  g_assert_cmpfloat(a->rect.x, >, b->rect.x + b->rect.w - 0.01);
  g_assert_cmpfloat(label->rect.x, >, a->rect.x);
  g_assert_cmpfloat(series->points.items[0].x, >, series->points.items[1].x);
  clear(&fixture);
}

static void test_duration_moves_under_a_long_name(void) {
  const char *yaml =
      "title: T\nlang: en\nstages: [{name: A stage with a very long name, id: a, duration: three weeks}, "
      "{name: B, steps: [{name: C}, {name: D}, {name: E}, {name: F}, {name: G}, {name: H}]}]\n";
  Fixture fixture;
  const CxPage *page = lay_out(&fixture, yaml);
  const CxBox *header = find(page->body, "stage", "a"), *duration = find(page->body, "duration", NULL);
  g_assert_nonnull(duration);
  g_assert_cmpfloat(duration->rect.y, >=, header->rect.y + header->rect.h);
  clear(&fixture);
}

static void test_page_too_large_is_reported(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n");
  for (int i = 0; i < 300; i++) g_string_append_printf(yaml, "  - {name: S%d, actions: [x]}\n", i);
  CxShaper *shaper = cx_shaper_new_fixed();
  CxCompile *run = cx_compile_new(shaper);
  g_assert_false(cx_compile_text(run, "t.yaml", yaml->str, yaml->len, &(CxSettings){.until = CX_STAGE_LAYOUT}));
  size_t count;
  g_assert_cmpint(cx_diagnostics_sorted(run->diagnostics, &count)[0]->code, ==, CX_PAGE_TOO_LARGE);
  cx_compile_free(run);
  cx_shaper_free(shaper);
  g_string_free(yaml, TRUE);
}

/* As wide as a blueprint's columns shall be, these would be more than a page may have. */
static void test_many_columns_are_narrower(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n");
  for (int i = 0; i < 100; i++) g_string_append_printf(yaml, "  - {name: S%d, actions: [x], backstage: [y]}\n", i);
  CxShaper *shaper = cx_shaper_new_fixed();
  CxCompile *run = cx_compile_new(shaper);
  g_assert_true(cx_compile_text(run, "t.yaml", yaml->str, yaml->len, &(CxSettings){.until = CX_STAGE_LAYOUT}));
  cx_compile_free(run);
  cx_shaper_free(shaper);
  g_string_free(yaml, TRUE);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layout/curve-stays-between-its-points", test_curve_stays_between_its_points);
  g_test_add_func("/layout/higher-scores-stand-higher", test_higher_scores_stand_higher);
  g_test_add_func("/layout/same-scores-stand-side-by-side", test_same_scores_stand_side_by_side);
  g_test_add_func("/layout/comments-are-clear-of-each-other", test_comments_are_clear_of_each_other);
  g_test_add_func("/layout/crowded-comments-are-clear-of-curves", test_crowded_comments_are_clear_of_curves);
  g_test_add_func("/layout/spanning-items-are-stacked", test_spanning_items_are_stacked);
  g_test_add_func("/layout/overall-score-leaves-the-curve", test_overall_score_leaves_the_curve);
  g_test_add_func("/layout/text-heavy-columns-are-wider", test_text_heavy_columns_are_wider);
  g_test_add_func("/layout/equal-content-gives-equal-columns", test_equal_content_gives_equal_columns);
  g_test_add_func("/layout/many-columns-are-narrower", test_many_columns_are_narrower);
  g_test_add_func("/layout/steps-share-their-stage", test_steps_share_their_stage);
  g_test_add_func("/layout/right-to-left-is-mirrored", test_right_to_left_is_mirrored);
  g_test_add_func("/layout/duration-moves-under-a-long-name", test_duration_moves_under_a_long_name);
  g_test_add_func("/layout/page-too-large-is-reported", test_page_too_large_is_reported);
  return g_test_run();
}
