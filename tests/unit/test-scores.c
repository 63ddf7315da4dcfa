/* Honeycombs and scorecards: what templates and formulas make of a definition; areas, axes and labels of the charts. */
#include "cxmap/compile.h"
#include "read-model.h"

#include <math.h>

/* ---- The model -------------------------------------------------------------------------------------------- */

static void test_template(void) {
  Read read = read_good("scorecards: {cx: {template: six-components, components: [{name: Light, score: 1}, "
                        "{id: trust, name: Faith, score: 4}, {name: Simplicity, target: 3}]}}\nlang: en\n");
  const CxScorecard *card = read.model->scorecards.items[0];
  const char *names[] = {"Availability",   "Convenience", "Simplicity", "Personalization",
                         "Responsiveness", "Faith",       "Light"};
  g_assert_cmpuint(card->components.count, ==, G_N_ELEMENTS(names));
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) g_assert_cmpstr(card->components.items[i]->name.text, ==, names[i]);
  g_assert_cmpfloat(card->components.items[2]->target.value, ==, 3);
  g_assert_cmpstr(card->components.items[5]->question.text, ==, "Do you keep your word?");
  g_assert_null(card->components.items[6]->question.text);
  g_assert_cmpstr(cx_text_in(&card->components.items[0]->name, "ko", NULL), ==, "이용 가능성");
  done(&read);
}

static void test_formulas(void) {
  static const struct {
    const char *formula;
    double value;
  } cases[] = {{"nps", 31}, {"csat", 53}, {"ces", 53}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text = g_strdup_printf("scorecards: {cx: {indicators: {formula: %s, shares: [22, 25, 53 %%]}}}\nlang: en\n",
                                 cases[i].formula);
    Read read = read_good(text);
    g_assert_cmpfloat(cx_indicator_value(read.model->scorecards.items[0]->indicators.items[0]), ==, cases[i].value);
    done(&read);
    g_free(text);
  }
}

/* Three numbers that were rounded may miss 100 by one. */
static void test_sum(void) {
  static const struct {
    const char *shares, *slug;
  } cases[] = {{"33, 33, 33", ""},
               {"34, 34, 33", ""},
               {"33.3, 33.3, 33.3", ""},
               {"0, 0, 100", ""},
               {"33, 33, 32", "out-of-range"},
               {"50, 50, 2", "out-of-range"},
               {"-1, 50, 51", "out-of-range"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text =
        g_strdup_printf("scorecards: {cx: {indicators: {formula: ces, shares: [%s]}}}\nlang: en\n", cases[i].shares);
    Read read = read_named("order.yaml", text);
    g_assert_cmpstr(first_slug(&read), ==, cases[i].slug);
    done(&read);
    g_free(text);
  }
}

/* ---- Layouts ------------------------------------------------------------------------------------------------ */

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
  const CxBox *chart;
  GString *names; /* of the list: " | " and the text, one after the other */
} Fixture;

static void collect(Fixture *fixture, const CxBox *box, CxChartKind kind) {
  const CxBlock *block = box->block;
  if (block != NULL && block->kind == CX_BLOCK_CHART && block->chart->kind == kind) fixture->chart = box;
  if (block != NULL && block->font == CX_FONT_LANE && g_strcmp0(block->role, "name") == 0)
    g_string_append_printf(fixture->names, " | %s", block->phrase.text);
  for (size_t i = 0; i < box->children.count; i++) collect(fixture, box->children.items[i], kind);
}

static void lay_out(Fixture *fixture, const char *yaml, CxChartKind kind) {
  *fixture = (Fixture){.shaper = cx_shaper_new_fixed(), .names = g_string_new(NULL)};
  fixture->run = cx_compile_new(fixture->shaper);
  const CxSettings settings = {.until = CX_STAGE_LAYOUT};
  g_assert_true(cx_compile_text(fixture->run, "s.yaml", yaml, strlen(yaml), &settings));
  const CxLayout *layout = fixture->run->layouts.items[0];
  for (size_t i = 0; i < layout->pages.count; i++) collect(fixture, layout->pages.items[i].body, kind);
}

static void clear(Fixture *fixture) {
  g_string_free(fixture->names, TRUE);
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

/* The nth shape of a chart with a role. */
static const CxDrawn *drawn(const CxBox *chart, const char *role, size_t n) {
  for (size_t i = 0; i < chart->drawn.count; i++)
    if (strcmp(chart->drawn.items[i].role, role) == 0 && n-- == 0) return &chart->drawn.items[i];
  return NULL;
}

static double area(const CxPath *path) {
  double twice = 0;
  size_t count = 0;
  while (count < path->count && path->items[count].verb != CX_PATH_CLOSE) count++;
  for (size_t i = 0; i < count; i++) {
    const CxPoint a = path->items[i].to, b = path->items[(i + 1) % count].to;
    twice += a.x * b.y - b.x * a.y;
  }
  return fabs(twice) / 2;
}

/* The area tells the score, not the width. */
static void test_areas(void) {
  Fixture fixture;
  lay_out(&fixture,
          "title: T\nlang: en\nhoneycombs: {a: {scale: [1, 5], facets: {useful: 5, usable: 2, desirable: 3, "
          "accessible: 1, credible: 4}}}\n",
          CX_CHART_HEXES);
  g_assert_nonnull(fixture.chart);
  const double whole = area(&drawn(fixture.chart, "share", 0)->path);
  const double shares[] = {1, 0.25, 0.5, 0.75};
  for (size_t i = 0; i < G_N_ELEMENTS(shares); i++)
    g_assert_cmpfloat_with_epsilon(area(&drawn(fixture.chart, "share", i)->path) / whole, shares[i], 1e-6);
  g_assert_null(drawn(fixture.chart, "share", 4)); /* the lowest score fills nothing */
  g_assert_cmpint(drawn(fixture.chart, "cell", 0)->dash.count, ==, 0);
  g_assert_cmpint(drawn(fixture.chart, "cell", 6)->dash.count, >, 0);
  g_assert_cmpstr(fixture.names->str, ==,
                  " | Accessible | Usable | Desirable | Credible | Useful | Findable | Valuable");
  clear(&fixture);
}

static char *card_of(int count, const char *more) {
  GString *text = g_string_new("title: T\nlang: en\nscorecards:\n  cx:\n    components:\n");
  for (int i = 0; i < count; i++)
    g_string_append_printf(text, "      - {name: A component %d, score: %d%s}\n", i, i % 6, more);
  return g_string_free(text, FALSE);
}

static bool is_radar(int count) {
  Fixture fixture;
  char *text = card_of(count, "");
  lay_out(&fixture, text, CX_CHART_RADAR);
  const bool is = fixture.chart != NULL;
  clear(&fixture);
  g_free(text);
  return is;
}

static void test_few(void) {
  g_assert_false(is_radar(1));
  g_assert_false(is_radar(4));
  g_assert_true(is_radar(5));
  g_assert_true(is_radar(60));
  g_assert_false(is_radar(200));
}

/* The first axis points up, the next one is clockwise; labels stand outside and apart. */
static void test_radar(void) {
  for (int count = 5; count <= 60; count += 5) {
    Fixture fixture;
    char *text = card_of(count, ", target: 4");
    lay_out(&fixture, text, CX_CHART_RADAR);
    const CxPath *first = &drawn(fixture.chart, "axis", 0)->path, *next = &drawn(fixture.chart, "axis", 1)->path;
    const CxPoint centre = first->items[0].to, top = first->items[1].to;
    const double radius = centre.y - top.y;
    g_assert_cmpfloat_with_epsilon(top.x, centre.x, 1e-6);
    g_assert_cmpfloat(next->items[1].to.x, >, centre.x);
    g_assert_cmpfloat_with_epsilon(radius, count > 10 ? 220 : 186, 1e-6);
    const CxBox *labels[64];
    size_t label_count = 0;
    for (size_t i = 0; i < fixture.chart->children.count; i++) {
      const CxBox *child = fixture.chart->children.items[i];
      if (strcmp(child->block->role, "axis") == 0) labels[label_count++] = child;
    }
    g_assert_cmpuint(label_count, ==, (size_t)count);
    for (size_t i = 0; i < label_count; i++) {
      const CxRect box = labels[i]->rect;
      const double x = fmax(fmax(box.x - centre.x, centre.x - box.x - box.w), 0);
      const double y = fmax(fmax(box.y - centre.y, centre.y - box.y - box.h), 0);
      g_assert_cmpfloat(hypot(x, y), >=, radius);
      g_assert_true(cx_rect_contains(fixture.chart->rect, box, 0.01));
      for (size_t k = 0; k < i; k++) g_assert_false(cx_rect_overlaps(box, labels[k]->rect, 0.01));
    }
    clear(&fixture);
    g_free(text);
  }
}

/* Rows with long notes go on over pages; they do not make the type of a poster small. */
static void test_long_notes(void) {
  GString *text = g_string_new("lang: en\nmaps: [{scorecard: cx, paper: A0}]\nscorecards:\n  cx:\n    components:\n");
  for (int i = 0; i < 30; i++) {
    g_string_append_printf(text, "      - {name: Part %d, score: 3, note: ", i);
    for (int k = 0; k < 160; k++) g_string_append(text, "waiting ");
    g_string_append(text, "}\n");
  }
  Fixture fixture;
  lay_out(&fixture, text->str, CX_CHART_RADAR);
  const CxLayout *layout = fixture.run->layouts.items[0];
  g_assert_cmpuint(layout->pages.count, >, 1);
  for (size_t i = 0; i < layout->pages.count; i++) g_assert_cmpfloat(layout->pages.items[i].scale, >=, 10 / 7.0);
  clear(&fixture);
  g_string_free(text, TRUE);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/scores/template", test_template);
  g_test_add_func("/scores/formulas", test_formulas);
  g_test_add_func("/scores/sum", test_sum);
  g_test_add_func("/scores/areas", test_areas);
  g_test_add_func("/scores/few", test_few);
  g_test_add_func("/scores/radar", test_radar);
  g_test_add_func("/scores/long-notes", test_long_notes);
  return g_test_run();
}
