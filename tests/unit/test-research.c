/* Interviews, statistics and segments: what the model makes of them, and what their maps show; measured with the fixed
 * shaper.
 */
#include "laid-out.h"
#include "read-model.h"

/* ---- Parts of a whole ---------------------------------------------------------------------------------------- */

static void test_percentages(void) {
  static const struct {
    const char *text;
    double part;
  } cases[] = {{"33 %", 0.33}, {"85.5%", 0.855},   {"12,5 %", 0.125},  {"100 %", 1},
               {"0%", 0},      {"３３％", 0.33},   {"٣٣٪", 0.33},      {"٪33", 0.33},
               {"%33", 0.33},  {"over 80 %", 0.8}, {"5 percent", 0.05}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    CxShare share;
    g_assert_true(cx_share_parse(cases[i].text, &share));
    g_assert_cmpfloat_with_epsilon(share.part, cases[i].part, 1e-9);
    g_assert_cmpuint(share.people, ==, 0);
  }
}

static void test_so_many_of_so_many(void) {
  static const struct {
    const char *text;
    size_t part, people;
  } cases[] = {{"1 in 3", 1, 3},
               {"One in three", 1, 3},
               {"7 out of 10 people", 7, 10},
               {"2/3", 2, 3},
               {"每3人中有1人", 1, 3},
               {"每三位中就有两位", 2, 3},
               {"三分之一", 1, 3},
               {"3人に1人", 1, 3},
               {"５人のうち２人", 2, 5},
               {"3명 중 1명", 1, 3},
               {"세 명 중 한 명", 1, 3},
               {"1 von 4", 1, 4},
               {"1 من 3", 1, 3},
               {"1 de cada 3 clientes", 1, 3}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    CxShare share;
    g_assert_true(cx_share_parse(cases[i].text, &share));
    g_assert_cmpuint(share.people, ==, cases[i].people);
    g_assert_cmpfloat_with_epsilon(share.part, (double)cases[i].part / (double)cases[i].people, 1e-9);
  }
}

static void test_no_part_of_a_whole(void) {
  static const char *const cases[] = {"",
                                      "5",
                                      "+12 %",
                                      "−3 %",
                                      "120 %",
                                      "20–30 %",
                                      "33 % more",
                                      "3 in 3",
                                      "5 in 2",
                                      "0 in 3",
                                      "1 in 1000",
                                      "1.5 in 3",
                                      "24 hours in 7 days",
                                      "한국인 3명",
                                      "stone 3",
                                      "1 in 2 in 3",
                                      "一二三",
                                      "<1 %"};
  CxShare share;
  g_assert_false(cx_share_parse(NULL, &share));
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    if (cx_share_parse(cases[i], &share)) g_error("“%s” is taken for a part of a whole", cases[i]);
}

/* ---- Segments ------------------------------------------------------------------------------------------------ */

/* Those that a segment lists come first, then those that name it, each once. */
static void test_personas_of_a_segment(void) {
  Read read = read_good("lang: en\nsegments: {a: {name: A, personas: [z, y]}, b: {name: B}}\n"
                        "personas: {x: {name: X, segment: a}, y: {name: Y, segment: a}, z: Z,\n"
                        "  v: {name: V, segment: b}, w: {name: W, segment: b}}\n");
  const CxSegment *a = read.model->segments.items[0], *b = read.model->segments.items[1];
  g_assert_cmpuint(a->personas.count, ==, 3);
  g_assert_cmpstr(a->personas.items[0].id, ==, "z");
  g_assert_cmpstr(a->personas.items[1].id, ==, "y");
  g_assert_cmpstr(a->personas.items[2].id, ==, "x");
  g_assert_cmpuint(b->personas.count, ==, 2);
  g_assert_true(b->personas.items[0].object == read.model->personas.items[3]);
  done(&read);
}

/* ---- Maps ---------------------------------------------------------------------------------------------------- */

static void collect(const CxBox *box, const char *role, GPtrArray *found) {
  if (box->block != NULL && g_strcmp0(box->block->role, role) == 0) g_ptr_array_add(found, (gpointer)box);
  for (size_t i = 0; i < box->children.count; i++) collect(box->children.items[i], role, found);
}

static GPtrArray *boxes_of(const CxBox *box, const char *role) {
  GPtrArray *found = g_ptr_array_new();
  collect(box, role, found);
  return found;
}

static const CxBox *box_at(const GPtrArray *boxes, guint index) {
  g_assert_cmpuint(index, <, boxes->len);
  return boxes->pdata[index];
}

static const char *const INTERVIEWS = "lang: en\npersonas: {h: Hannah, g: Gary}\n"
                                      "maps: [{interviews: synthesis}]\n"
                                      "interviews:\n"
                                      "  guide: {questions: [How?]}\n"
                                      "  sessions:\n"
                                      "    s1: {persona: g, date: 2026-02-12, answers: [{text: a, theme: Price},\n"
                                      "      {text: b, theme: waiting}, {text: A date, question: 2}, c]}\n"
                                      "    s2: {persona: h, participant: P2, answers: [{text: d, theme: Waiting},\n"
                                      "      {text: a  date, question: 2}, {text: No, question: 3, theme: Waiting }]}\n"
                                      "    s3: {persona: h, participant: P2, date: 2026-03, answers: []}\n";

/* Most mentioned first, what has no theme last; upper and lower case are one theme. */
static void test_themes_by_mentions(void) {
  Fixture f;
  lay_out(&f, INTERVIEWS, "fit");
  const CxBox *body = f.run->layouts.items[0]->pages.items[0].body;
  GPtrArray *themes = boxes_of(body, "theme");
  g_assert_cmpuint(themes->len, ==, 3);
  g_assert_cmpstr(box_at(themes, 0)->block->title, ==, "waiting");
  g_assert_cmpstr(box_at(themes, 1)->block->title, ==, "Price");
  g_assert_cmpstr(box_at(themes, 2)->block->title, ==, "Without a theme");
  static const guint cards[] = {3, 1, 1};
  for (guint i = 0; i < themes->len; i++) {
    GPtrArray *found = boxes_of(box_at(themes, i), "card");
    g_assert_cmpuint(found->len, ==, cards[i]);
    g_ptr_array_unref(found);
  }
  g_ptr_array_unref(themes);
  clear(&f);
}

/* The bars of all themes have one unit: the longest is as long as its column. */
static void test_bars_have_one_unit(void) {
  Fixture f;
  lay_out(&f, INTERVIEWS, "fit");
  GPtrArray *bars = boxes_of(f.run->layouts.items[0]->pages.items[0].body, "shares");
  g_assert_cmpuint(bars->len, ==, 3);
  const CxBox *first = box_at(bars, 0), *second = box_at(bars, 1);
  g_assert_cmpuint(first->block->chart->parts.count, ==, 2);
  g_assert_cmpfloat_with_epsilon(first->block->chart->parts.items[0].value, 2.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon(first->block->chart->parts.items[1].value, 1.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon(second->block->chart->parts.items[0].value, 1.0 / 3, 1e-9);
  g_assert_cmpint(second->block->chart->parts.items[0].hue, ==, CX_HUE_CURVE_1 + 1);
  g_ptr_array_unref(bars);
  clear(&f);
}

/* Equal answers to a closing question are counted together; the other question has one. */
static void test_closing_answers_are_counted(void) {
  Fixture f;
  lay_out(&f, INTERVIEWS, "fit");
  GPtrArray *answers = boxes_of(f.run->layouts.items[0]->pages.items[0].body, "answer");
  g_assert_cmpuint(answers->len, ==, 2);
  g_assert_cmpstr(box_at(answers, 0)->block->children.items[0]->phrase.text, ==, "2");
  g_assert_cmpstr(box_at(answers, 0)->block->children.items[1]->phrase.text, ==, "A date");
  g_assert_cmpstr(box_at(answers, 1)->block->children.items[1]->phrase.text, ==, "No");
  g_ptr_array_unref(answers);
  clear(&f);
}

static char *many_answers(size_t themes, size_t answers) {
  GString *yaml = g_string_new("lang: en\nmaps: [{interviews: synthesis}]\ninterviews: {sessions: {s: {answers: [\n");
  for (size_t t = 0; t < themes; t++)
    for (size_t i = 0; i < answers; i++)
      g_string_append_printf(yaml, "{text: The answer %zu, theme: Theme %zu},\n", i, t);
  g_string_append(yaml, "]}}}\n");
  return g_string_free(yaml, FALSE);
}

/* Over pages no answer is lost or shown twice, and each page with answers of a theme has its head. */
static void test_synthesis_over_pages(void) {
  static const char *const papers[] = {"A4", "A4 portrait", "A5", "A3"};
  char *yaml = many_answers(7, 23);
  for (size_t p = 0; p < G_N_ELEMENTS(papers); p++) {
    Fixture f;
    lay_out(&f, yaml, papers[p]);
    guint cards = 0;
    const CxLayout *layout = f.run->layouts.items[0];
    g_assert_cmpuint(layout->pages.count, >, 1);
    for (size_t i = 0; i < layout->pages.count; i++) {
      GPtrArray *themes = boxes_of(layout->pages.items[i].body, "theme");
      for (guint t = 0; t < themes->len; t++) {
        GPtrArray *own = boxes_of(box_at(themes, t), "card"), *bars = boxes_of(box_at(themes, t), "shares");
        g_assert_cmpuint(bars->len, ==, 1);
        g_assert_cmpuint(own->len, >, 0);
        cards += own->len;
        g_ptr_array_unref(bars);
        g_ptr_array_unref(own);
      }
      g_ptr_array_unref(themes);
    }
    g_assert_cmpuint(cards, ==, 7 * 23);
    size_t problems;
    cx_diagnostics_sorted(f.run->diagnostics, &problems);
    g_assert_cmpuint(problems, ==, 0);
    clear(&f);
  }
  g_free(yaml);
}

static const char *const STATISTICS =
    "lang: en\nmaps: [{view: statistics}]\nstatistics:\n"
    "  - {value: 33 %, text: would consider switching after a single instance of poor service, source: One}\n"
    "  - {value: 1 in 3, text: pay, source: Two}\n  - {value: '5', source: Three}\n";

/* Sources stand at one height, below the longest text. */
static void test_sources_stand_at_one_height(void) {
  Fixture f;
  lay_out(&f, STATISTICS, "fit");
  GPtrArray *sources = boxes_of(f.run->layouts.items[0]->pages.items[0].body, "source");
  g_assert_cmpuint(sources->len, ==, 3);
  for (guint i = 1; i < sources->len; i++)
    g_assert_cmpfloat_with_epsilon(box_at(sources, i)->rect.y, box_at(sources, 0)->rect.y, 1e-6);
  g_ptr_array_unref(sources);
  clear(&f);
}

static size_t closed_paths(const CxDrawn *drawn) {
  size_t count = 0;
  for (size_t i = 0; i < drawn->path.count; i++) count += drawn->path.items[i].verb == CX_PATH_CLOSE;
  return count;
}

/* 33 of 100 dots; one of three people, who are a head and a body each; no picture where there is no part. */
static void test_pictures_of_shares(void) {
  Fixture f;
  lay_out(&f, STATISTICS, "fit");
  GPtrArray *pictures = boxes_of(f.run->layouts.items[0]->pages.items[0].body, "picture");
  g_assert_cmpuint(pictures->len, ==, 2);
  g_assert_cmpuint(closed_paths(&box_at(pictures, 0)->drawn.items[0]), ==, 33);
  g_assert_cmpuint(closed_paths(&box_at(pictures, 0)->drawn.items[1]), ==, 67);
  g_assert_cmpuint(closed_paths(&box_at(pictures, 1)->drawn.items[0]), ==, 2);
  g_assert_cmpuint(closed_paths(&box_at(pictures, 1)->drawn.items[1]), ==, 4);
  g_ptr_array_unref(pictures);
  clear(&f);
}

/* A guide's questions stay whole over pages, with the closing ones behind them. */
static void test_guide_over_pages(void) {
  Fixture f;
  lay_out(&f,
          "lang: ko\nmaps: [{interviews: guide}]\ninterviews: {guide: {questions: [a, b, c, d, e, f, g, h, i, j]}}\n",
          "A4 portrait");
  guint questions = 0;
  const CxLayout *layout = f.run->layouts.items[0];
  g_assert_cmpuint(layout->pages.count, >, 1);
  for (size_t i = 0; i < layout->pages.count; i++) {
    GPtrArray *own = boxes_of(layout->pages.items[i].body, "question");
    for (guint k = 0; k < own->len; k++) {
      GPtrArray *lines = boxes_of(box_at(own, k), "line");
      g_assert_cmpuint(lines->len, ==, 4);
      g_ptr_array_unref(lines);
    }
    questions += own->len;
    g_ptr_array_unref(own);
  }
  g_assert_cmpuint(questions, ==, 12);
  clear(&f);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/research/percentages", test_percentages);
  g_test_add_func("/research/so-many-of-so-many", test_so_many_of_so_many);
  g_test_add_func("/research/no-part-of-a-whole", test_no_part_of_a_whole);
  g_test_add_func("/research/personas-of-a-segment", test_personas_of_a_segment);
  g_test_add_func("/research/themes-by-mentions", test_themes_by_mentions);
  g_test_add_func("/research/bars-have-one-unit", test_bars_have_one_unit);
  g_test_add_func("/research/closing-answers-are-counted", test_closing_answers_are_counted);
  g_test_add_func("/research/synthesis-over-pages", test_synthesis_over_pages);
  g_test_add_func("/research/sources-stand-at-one-height", test_sources_stand_at_one_height);
  g_test_add_func("/research/pictures-of-shares", test_pictures_of_shares);
  g_test_add_func("/research/guide-over-pages", test_guide_over_pages);
  return g_test_run();
}
