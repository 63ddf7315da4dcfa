/* Named paper: the scale, the division over pages, and what each page shows; measured with the fixed shaper. */
#include "laid-out.h"

#include <math.h>

/* The next box behind `after` (NULL: the first) of this role. */
static const CxBox *find_next(const CxBox *box, const char *role, const CxBox **after) {
  if (box == *after)
    *after = NULL;
  else if (*after == NULL && box->block != NULL && g_strcmp0(box->block->role, role) == 0)
    return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find_next(box->children.items[i], role, after);
    if (found != NULL) return found;
  }
  return NULL;
}

static const CxBox *find(const CxBox *box, const char *role) {
  const CxBox *after = NULL;
  return find_next(box, role, &after);
}

static size_t count_of(const CxBox *box, const char *role) {
  size_t count = 0;
  for (const CxBox *found = find(box, role); found != NULL; count++) {
    const CxBox *after = found;
    found = find_next(box, role, &after);
  }
  return count;
}

static bool shows_text(const CxBox *box, const char *text) {
  for (size_t i = 0; i < box->lines.count; i++)
    if (strstr(box->lines.items[i].line.shaped->text, text) != NULL) return true;
  for (size_t i = 0; i < box->children.count; i++)
    if (shows_text(box->children.items[i], text)) return true;
  return false;
}

static double smallest_type(const CxElements *elements) {
  double size = INFINITY;
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    if (element->kind == CX_ELEMENT_TEXT) size = MIN(size, element->size);
    size = MIN(size, smallest_type(&element->children));
  }
  return size;
}

static double smallest_printed(const Fixture *fixture) {
  double size = INFINITY;
  const CxScene *scene = fixture->run->scenes.items[0];
  for (size_t i = 0; i < scene->pages.count; i++) size = MIN(size, smallest_type(&scene->pages.items[i].elements));
  return size;
}

static bool has_code(const Fixture *fixture, CxCode code) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(fixture->run->diagnostics, &count);
  for (size_t i = 0; i < count; i++)
    if (diags[i]->code == code) return true;
  return false;
}

static const char SMALL[] =
    "title: T\nlang: en\nstages:\n  - {name: A, actions: [one]}\n  - {name: B, actions: [two]}\n";

/* Twelve stages with scores that rise and fall, an item each with evidence of its own. */
static char *make_long(void) {
  GString *yaml = g_string_new("title: T\nlang: en\npersonas: {a: {name: Ann}, b: {name: Bob}}\nevidence:\n");
  for (int i = 0; i < 12; i++) g_string_append_printf(yaml, "  e%d: {kind: survey, source: Survey %d.}\n", i, i);
  g_string_append(yaml, "journeys:\n  j:\n    personas: [a, b]\n    stages:\n");
  for (int i = 0; i < 12; i++)
    g_string_append_printf(yaml,
                           "      - name: Stage %d\n        moment_of_truth: %s\n"
                           "        actions: [{text: does something %d with many words, evidence: [e%d]}]\n"
                           "        pains: [a pain that goes on for some words]\n"
                           "        emotions: {a: %d, b: {score: %d, text: said %d}}\n",
                           i, i == 11 ? "true" : "false", i, i, i * 5 % 5 - i % 4 + 1, i % 3 - 1, i);
  return g_string_free(yaml, FALSE);
}

/* ---- Scale ---------------------------------------------------------------------------------------------------- */

static void test_small_maps_are_enlarged(void) {
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, SMALL, "A3");
  const CxScene *scene = fixture.run->scenes.items[0];
  g_assert_cmpuint(layout->pages.count, ==, 1);
  g_assert_cmpfloat(layout->pages.items[0].scale, >, 1.5);
  g_assert_cmpfloat(layout->pages.items[0].scale, <=, CX_LIMIT_SCALE);
  g_assert_cmpfloat(fabs(scene->width - 420 * 72 / 25.4), <, 1e-6);
  g_assert_cmpfloat(fabs(scene->height - 297 * 72 / 25.4), <, 1e-6);
  clear(&fixture);
}

static void test_foot_stands_at_the_foot(void) {
  Fixture fixture;
  const CxPage *page = &lay_out(&fixture, SMALL, "A4 portrait")->pages.items[0];
  const CxRect footer = page->footer->rect;
  g_assert_cmpfloat(fabs(footer.y + footer.h - page->height), <, 12);
  g_assert_cmpfloat(fabs(footer.x - 28), <, 1e-6);
  clear(&fixture);
}

static void test_type_is_never_too_small(void) {
  static const struct {
    const char *paper;
    double least;
  } cases[] = {{"A3", 6.5}, {"A4 portrait", 6.5}, {"A1", 10}, {"A0 portrait", 10}};
  char *yaml = make_long();
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Fixture fixture;
    lay_out(&fixture, yaml, cases[i].paper);
    g_assert_cmpfloat(smallest_printed(&fixture), >=, cases[i].least - 1e-6);
    g_assert_false(has_code(&fixture, CX_SMALL_TYPE));
    clear(&fixture);
  }
  g_free(yaml);
}

static void test_what_no_page_holds_is_made_smaller(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n  - name: A\n    actions:\n      - \"");
  for (int i = 0; i < 1500; i++) g_string_append(yaml, "many words ");
  g_string_append(yaml, "\"\n");
  Fixture fixture;
  lay_out(&fixture, yaml->str, "A5");
  g_assert_true(has_code(&fixture, CX_SMALL_TYPE));
  g_assert_cmpfloat(smallest_printed(&fixture), <, 6.5);
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

/* ---- Division ------------------------------------------------------------------------------------------------- */

static void test_pages_say_where_they_belong(void) {
  char *yaml = make_long();
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "A4");
  const size_t pages = layout->pages.count;
  g_assert_cmpuint(pages, >, 1);
  for (size_t i = 0; i < pages; i++) {
    const CxPage *page = &layout->pages.items[i];
    char *number = g_strdup_printf("Page %zu of %zu", i + 1, pages);
    g_assert_true(shows_text(page->footer, number));
    g_assert_true((find(page->body, "page-header") != NULL) == (i > 0));
    g_assert_true(i == 0 || shows_text(find(page->body, "page-header"), number));
    g_assert_true(shows_text(page->body, "Actions") || shows_text(page->body, "Pain points") ||
                  shows_text(page->body, "Emotion"));
    g_assert_cmpfloat(page->scale, ==, layout->pages.items[0].scale);
    g_free(number);
  }
  g_free(yaml);
  clear(&fixture);
}

static void test_each_stage_has_its_page(void) {
  char *yaml = make_long();
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "A4");
  for (int stage = 0; stage < 12; stage++) {
    char *text = g_strdup_printf("does something %d with", stage);
    size_t shown = 0;
    for (size_t i = 0; i < layout->pages.count; i++) shown += shows_text(layout->pages.items[i].body, text) ? 1 : 0;
    g_assert_cmpuint(shown, ==, 1);
    g_free(text);
  }
  g_free(yaml);
  clear(&fixture);
}

/* A source stands on exactly the pages that cite it; the star's meaning on the page that has the star. */
static void test_legend_and_sources_are_the_page_s(void) {
  char *yaml = make_long();
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "A4");
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxBox *body = layout->pages.items[i].body;
    for (int source = 0; source < 12; source++) {
      char *cited = g_strdup_printf("does something %d with", source), *named = g_strdup_printf("Survey %d.", source);
      g_assert_true(shows_text(body, cited) == shows_text(body, named));
      g_free(cited);
      g_free(named);
    }
    if (shows_text(body, "Moment of truth")) g_assert_true(shows_text(body, "Stage 11"));
  }
  g_free(yaml);
  clear(&fixture);
}

static double height_in(const CxBox *curve, double y) {
  const CxPlacedCurve *placed = curve->curve;
  double top = INFINITY, bottom = -INFINITY;
  for (size_t i = 0; i < placed->lines.count; i++) {
    top = MIN(top, placed->lines.items[i].y);
    bottom = MAX(bottom, placed->lines.items[i].y);
  }
  return (y - top) / (bottom - top);
}

/* The first persona's curve leaves a page where it enters the next. */
static void test_curves_go_on_where_they_left(void) {
  char *yaml = make_long();
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "A4");
  double left_at = NAN;
  size_t joints = 0;
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxBox *curve = find(layout->pages.items[i].body, "curve");
    if (curve == NULL) continue;
    const CxPlacedSeries *series = &curve->curve->series.items[0];
    const CxPoint first = series->points.items[0], last = series->points.items[series->points.count - 1];
    if (!isnan(left_at)) {
      g_assert_cmpfloat(fabs(first.x - curve->rect.x), <, 1e-6);
      g_assert_cmpfloat(fabs(height_in(curve, first.y) - left_at), <, 1e-6);
      joints++;
    }
    left_at = height_in(curve, last.y);
  }
  g_assert_cmpuint(joints, >, 0);
  g_free(yaml);
  clear(&fixture);
}

/* Many stages: the running head has only those of the page. */
static void test_many_stages_leave_room_for_the_title(void) {
  GString *yaml = g_string_new("title: A title\nlang: en\nstages:\n");
  for (int i = 0; i < 60; i++) g_string_append_printf(yaml, "  - {name: S%d, actions: [does it]}\n", i);
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "A4");
  g_assert_cmpuint(layout->pages.count, >, 3);
  const CxBox *head = find(layout->pages.items[1].body, "page-header");
  g_assert_true(shows_text(head, "A title"));
  g_assert_false(shows_text(head, "60"));
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

/* One stage that is wider than a page is divided between its steps; what spans them all is on each page. */
static void test_wide_stages_are_divided_between_steps(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n  - name: Only\n    actions: [spans all]\n    steps:\n");
  for (int i = 0; i < 16; i++) g_string_append_printf(yaml, "      - {name: Step %d., actions: [own %d.]}\n", i, i);
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "A4");
  size_t steps = 0;
  g_assert_cmpuint(layout->pages.count, >, 1);
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxBox *body = layout->pages.items[i].body, *stage = find(body, "stage");
    g_assert_true(shows_text(body, "spans all"));
    g_assert_true(stage->block->is_first == (i == 0));
    g_assert_true(stage->block->is_last == (i + 1 == layout->pages.count));
    steps += count_of(body, "step");
  }
  g_assert_cmpuint(steps, ==, 16);
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

/* A lane that is higher than a page goes on on the next, card by card. */
static void test_high_lanes_are_sliced(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nstages:\n  - name: A\n    actions:\n");
  for (int i = 0; i < 150; i++) g_string_append_printf(yaml, "      - card %d. of many\n", i);
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "A4");
  size_t cards = 0;
  g_assert_cmpuint(layout->pages.count, >, 2);
  for (size_t i = 0; i < layout->pages.count; i++) {
    cards += count_of(layout->pages.items[i].body, "card");
    g_assert_true(shows_text(layout->pages.items[i].body, "Actions"));
  }
  g_assert_cmpuint(cards, ==, 150);
  g_assert_false(has_code(&fixture, CX_SMALL_TYPE));
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

/* A blueprint whose lanes go on over further pages; arrows lead from one page to another. */
static char *make_blueprint(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nevidence: {log: {kind: survey, source: Log}}\n"
                               "maps: [{journey: j, view: blueprint}]\njourneys:\n  j:\n    stages:\n");
  for (int i = 0; i < 6; i++)
    g_string_append_printf(
        yaml,
        "      - name: Stage %d\n"
        "        actions: [{id: a%d, text: asks for help, to: f%d}]\n"
        "        frontstage: [{id: f%d, text: helps at the desk, to: {id: b%d, style: dashed}}]\n"
        "        physical_evidence: the desk\n"
        "        backstage: [{id: b%d, text: looks it up, evidence: log, to: {id: s%d, both: true}}]\n"
        "        support: [{id: s%d, text: the record}]\n",
        i, i, i, i, i, i, i, i);
  return g_string_free(yaml, FALSE);
}

/* The legend has the arrows that are drawn on its page. */
static void test_legend_has_the_arrows_of_the_page(void) {
  static const char *const papers[] = {"A3", "A4", "A5", "A5 portrait", "letter"};
  size_t between = 0;
  for (size_t p = 0; p < G_N_ELEMENTS(papers); p++) {
    char *yaml = make_blueprint();
    Fixture fixture;
    const CxLayout *layout = lay_out(&fixture, yaml, papers[p]);
    for (size_t i = 0; i < layout->pages.count; i++) {
      const CxBox *body = layout->pages.items[i].body;
      const bool has_both = shows_text(body, "helps at the desk") && shows_text(body, "looks it up");
      g_assert_true(shows_text(body, "Informs") == has_both);
      if (!has_both) between++;
    }
    g_free(yaml);
    clear(&fixture);
  }
  g_assert_cmpuint(between, >, 0);
}

static const CxBox *last_row(const CxBox *box) {
  const CxBox *last = box->row != NULL ? box : NULL;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = last_row(box->children.items[i]);
    if (found != NULL) last = found;
  }
  return last;
}

/* A line between lanes stands over the lane below it, on that lane's page. */
static void test_lines_stand_over_their_lanes(void) {
  char *yaml = make_blueprint();
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "A5");
  g_assert_cmpuint(layout->pages.count, >, 1);
  for (size_t i = 0; i < layout->pages.count; i++)
    g_assert_cmpstr(last_row(layout->pages.items[i].body)->row->role, !=, "divider");
  g_free(yaml);
  clear(&fixture);
}

/* Six short entries find room beside the matrix. */
static void test_short_lists_stand_beside_the_matrix(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nmaps: [{journey: j, view: opportunities}]\n"
                               "journeys:\n  j:\n    stages:\n");
  for (int i = 0; i < 6; i++)
    g_string_append_printf(yaml,
                           "      - name: Stage %d\n"
                           "        opportunities: {text: an idea that has some words %d, impact: 4, effort: 2}\n",
                           i, i);
  Fixture fixture;
  g_assert_cmpuint(lay_out(&fixture, yaml->str, "A4")->pages.count, ==, 1);
  g_string_free(yaml, TRUE);
  clear(&fixture);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pages/small-maps-are-enlarged", test_small_maps_are_enlarged);
  g_test_add_func("/pages/foot-stands-at-the-foot", test_foot_stands_at_the_foot);
  g_test_add_func("/pages/type-is-never-too-small", test_type_is_never_too_small);
  g_test_add_func("/pages/what-no-page-holds-is-made-smaller", test_what_no_page_holds_is_made_smaller);
  g_test_add_func("/pages/pages-say-where-they-belong", test_pages_say_where_they_belong);
  g_test_add_func("/pages/each-stage-has-its-page", test_each_stage_has_its_page);
  g_test_add_func("/pages/legend-and-sources-are-the-page-s", test_legend_and_sources_are_the_page_s);
  g_test_add_func("/pages/curves-go-on-where-they-left", test_curves_go_on_where_they_left);
  g_test_add_func("/pages/many-stages-leave-room-for-the-title", test_many_stages_leave_room_for_the_title);
  g_test_add_func("/pages/wide-stages-are-divided-between-steps", test_wide_stages_are_divided_between_steps);
  g_test_add_func("/pages/high-lanes-are-sliced", test_high_lanes_are_sliced);
  g_test_add_func("/pages/legend-has-the-arrows-of-the-page", test_legend_has_the_arrows_of_the_page);
  g_test_add_func("/pages/lines-stand-over-their-lanes", test_lines_stand_over_their_lanes);
  g_test_add_func("/pages/short-lists-stand-beside-the-matrix", test_short_lists_stand_beside_the_matrix);
  const int status = g_test_run();
  cx_render_cleanup();
  return status;
}
