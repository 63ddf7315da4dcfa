/* Persona cards: which personas give one, under which ids, what stands on it, and how its panel stands on pages. */
#include "cxmap/maps.h"
#include "laid-out.h"
#include "read-model.h"

/* ---- Which maps there are ----------------------------------------------------------------------------------- */

static void assert_maps(const char *name, const char *yaml, const char *expected) {
  Read read = read_named(name, yaml);
  g_assert_cmpstr(first_slug(&read), ==, "");
  CxMaps maps = {0};
  cx_maps_list(read.arena, read.model, NULL, read.diagnostics, &maps);
  GString *ids = g_string_new(NULL);
  for (size_t i = 0; i < maps.count; i++)
    g_string_append_printf(ids, "%s%s/%s", i > 0 ? " " : "", maps.items[i]->kind->name, maps.items[i]->id);
  g_assert_cmpstr(ids->str, ==, expected);
  g_assert_cmpstr(first_slug(&read), ==, "");
  g_string_free(ids, TRUE);
  done(&read);
}

/* Of whom a journey's lens shows all there is has no card, unless there is nothing else to draw. */
static void test_natural(void) {
  assert_maps("a.yaml", "lang: en\npersona: {name: H, role: R, quote: Q}\nstages: [A]\n", "journey/a");
  assert_maps("a.yaml", "lang: en\npersonas: {h: {name: H}, g: G}\n", "persona/h persona/g");
  assert_maps("a.yaml", "lang: en\npersonas: {h: {name: H}, g: {name: G, goals: X}}\nstages: [A]\npersona: h\n",
              "journey/a persona/g");
  static const char *const more[] = {
      "headline: X", "about: X",           "owner: X", "date: 2026", "demographics: {A: 1}", "traits: {A: 0.5}",
      "brands: X",   "channels: {app: 1}", "fears: X", "gains: X",   "mitigations: X",       "kind: anti-persona"};
  for (size_t i = 0; i < G_N_ELEMENTS(more); i++) {
    char *yaml = g_strdup_printf("lang: en\npersonas: {h: {name: H, %s}}\nstages: [A]\n", more[i]);
    assert_maps("a.yaml", yaml, "journey/a persona/h");
    g_free(yaml);
  }
}

static void test_segment_that_lists(void) {
  Read read = read_good("lang: en\npersonas: {h: H, g: {name: G, segment: b}, i: I, k: K}\n"
                        "segments: {a: {name: A, personas: [h, i]}, b: {name: B, personas: [k, h]}}\n");
  g_assert_true(read.model->personas.items[0]->segment.object == read.model->segments.items[0]);
  g_assert_true(read.model->personas.items[1]->segment.object == read.model->segments.items[1]);
  done(&read);
}

/* Journey and persona of the short form share the file's name; so may any two definitions of two kinds. */
static void test_shared_ids(void) {
  assert_maps("a.yaml", "lang: en\npersona: {name: H, goals: X}\nstages: [A]\n", "journey/journey-a persona/persona-a");
  assert_maps("a.yaml",
              "lang: en\npersonas: {x: {name: H, goals: X}, y: {name: Y, goals: X}}\n"
              "journeys: {x: {stages: [{name: A, frontstage: F}]}}\n",
              "journey/journey-x blueprint/journey-x-blueprint persona/persona-x persona/y");
  assert_maps("a.yaml", "lang: en\npersonas: {x: {name: H}}\njourneys: {x: {stages: [A]}}\nmaps: [{persona: x}]\n",
              "persona/x");
  assert_maps("a.yaml",
              "lang: en\npersonas: {x: {name: H}}\njourneys: {x: {stages: [A]}}\n"
              "maps: [{persona: x, id: card}, {journey: x}]\n",
              "persona/card journey/journey-x");
}

/* ---- What stands on a card ---------------------------------------------------------------------------------- */

static const CxBox *find(const CxBox *box, const char *role) {
  if (box == NULL || (box->block != NULL && g_strcmp0(box->block->role, role) == 0)) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find(box->children.items[i], role);
    if (found != NULL) return found;
  }
  return NULL;
}

static size_t count_text(const CxBox *box, const char *text) {
  size_t count = 0;
  if (box == NULL) return 0;
  for (size_t i = 0; i < box->lines.count; i++)
    count += strstr(box->lines.items[i].line.shaped->text, text) != NULL ? 1 : 0;
  for (size_t i = 0; i < box->children.count; i++) count += count_text(box->children.items[i], text);
  return count;
}

static size_t count_on_pages(const CxLayout *layout, const char *text) {
  size_t count = 0;
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxPage *page = &layout->pages.items[i];
    count += count_text(page->panel, text) + count_text(page->body, text) + count_text(page->footer, text);
  }
  return count;
}

/* Every key that a card can show, each with a word of its own. */
static const char *const keys[] = {"role",         "headline",    "quote", "about",        "goals",       "needs",
                                   "expectations", "motivations", "pains", "challenges",   "fears",       "gains",
                                   "brands",       "triggers",    "tools", "consequences", "mitigations", "owner"};

static void assert_says_all(const char *more, const char *paper) {
  GString *yaml = g_string_new("lang: en\nsegments: {s: {name: word-segment, share: word-share}}\n"
                               "personas:\n  h:\n    name: word-name\n    segment: s\n"
                               "    demographics: {word-fact: word-value}\n    traits: {word-trait: 0.5}\n"
                               "    channels: {kiosk: 2.5}\n");
  g_string_append(yaml, more);
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) g_string_append_printf(yaml, "    %s: word-%s\n", keys[i], keys[i]);
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, paper);
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    char *word = g_strdup_printf("word-%s", keys[i]);
    g_assert_cmpuint(count_on_pages(layout, word), >=, 1);
    g_free(word);
  }
  static const char *const others[] = {"word-segment", "word-share", "word-name", "word-fact",
                                       "word-value",   "word-trait", "0.5",       "Kiosk"};
  for (size_t i = 0; i < G_N_ELEMENTS(others); i++) g_assert_cmpuint(count_on_pages(layout, others[i]), >=, 1);
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

static void test_nothing_is_dropped(void) {
  static const char *const papers[] = {"fit", "A4", "A4 portrait", "A5", "A5 portrait", "A0"};
  for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
    assert_says_all("", papers[i]);
    assert_says_all("    kind: anti-persona\n    type: misuser\n    does: X\n    likelihood: 2\n    severity: 5\n",
                    papers[i]);
  }
}

static void assert_proto(const char *persona, bool expected) {
  char *yaml = g_strdup_printf("lang: en\nevidence: {e: {source: S}}\npersonas: {h: {name: H, %s}}\n", persona);
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, "fit");
  g_assert_true((find(layout->pages.items[0].panel, "proto-persona") != NULL) == expected);
  clear(&fixture);
  g_free(yaml);
}

static void test_proto(void) {
  assert_proto("goals: X", true);
  assert_proto("evidence: e", false);
  assert_proto("goals: [A, {text: X, evidence: e}]", false);
  assert_proto("hears: {text: X, evidence: e}", false);
}

/* Whom it harms is said by the heading, not by the tag once more. */
static void test_consequences(void) {
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture,
                                   "lang: en\npersonas: {r: {name: R, kind: anti-persona, consequences: ["
                                   "{text: one, tags: people}, {text: two, tags: [business, urgent]}, three,"
                                   "{text: four, tags: [people, business]}]}}\n",
                                   "fit");
  g_assert_cmpuint(count_on_pages(layout, "Harm to people"), ==, 1);
  g_assert_cmpuint(count_on_pages(layout, "Harm to the business"), ==, 1);
  g_assert_cmpuint(count_on_pages(layout, "Consequences"), ==, 1);
  g_assert_cmpuint(count_on_pages(layout, "three"), ==, 1);
  g_assert_cmpuint(count_on_pages(layout, "four"), ==, 2);
  g_assert_cmpuint(count_on_pages(layout, "urgent"), ==, 1);
  clear(&fixture);
}

static void test_risk(void) {
  static const struct {
    const char *given, *expected;
    bool has_matrix;
  } cases[] = {{"likelihood: 4, severity: 5", "4 × 5 = 20 of 25", true},
               {"likelihood: 1.5, severity: 3", "1.5 × 3 = 4.5 of 25", true},
               {"likelihood: 2", "2 of 5", false},
               {"severity: 3", "3 of 5", false}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *yaml = g_strdup_printf("lang: en\npersonas: {r: {name: R, kind: anti-persona, %s}}\n", cases[i].given);
    Fixture fixture;
    const CxLayout *layout = lay_out(&fixture, yaml, "fit");
    const CxBox *risk = find(layout->pages.items[0].panel, "risk");
    g_assert_cmpuint(count_on_pages(layout, cases[i].expected), ==, 1);
    g_assert_true((risk != NULL) == cases[i].has_matrix);
    if (risk != NULL) g_assert_cmpuint(risk->children.count, ==, 1 + 5 + 5 + 2);
    clear(&fixture);
    g_free(yaml);
  }
}

/* ---- The panel ---------------------------------------------------------------------------------------------- */

#define FULL                                                                                                           \
  "personas: {h: {name: H, headline: X, demographics: {A: 1, B: 2}, goals: [one, two, three], needs: [four, five]}}\n"

static void test_panel_bleeds(void) {
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, "lang: en\n" FULL, "fit");
  const CxPage *page = &layout->pages.items[0];
  g_assert_cmpfloat(page->width, ==, 842);
  g_assert_cmpfloat(page->height, ==, 595);
  g_assert_cmpfloat(page->panel->rect.x, ==, 0);
  g_assert_cmpfloat(page->panel->rect.y, ==, 0);
  g_assert_cmpfloat(page->panel->rect.w, ==, 246);
  g_assert_cmpfloat(page->panel->rect.h, ==, page->height);
  g_assert_cmpfloat(page->body->rect.x, >, 246);
  clear(&fixture);
  layout = lay_out(&fixture, "lang: ar\n" FULL, "fit");
  page = &layout->pages.items[0];
  g_assert_cmpfloat(page->panel->rect.x, ==, page->width - 246);
  g_assert_cmpfloat(page->body->rect.x + page->body->rect.w, <, page->width - 246);
  clear(&fixture);
}

/* A longer card gets higher, not wider. */
static void test_grows_down(void) {
  GString *yaml = g_string_new("lang: en\npersonas: {h: {name: H, goals: [");
  for (int i = 0; i < 60; i++) g_string_append_printf(yaml, "goal number %d of many,", i);
  g_string_append(yaml, "end]}}\n");
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "fit");
  const CxPage *page = &layout->pages.items[0];
  g_assert_cmpfloat(page->width, ==, 842);
  g_assert_cmpfloat(page->height, >, 595);
  g_assert_cmpfloat(page->panel->rect.h, ==, page->height);
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

/* What a page cannot hold of the panel goes on on the next; every page has the panel, further ones the name again. */
static void test_panel_on_pages(void) {
  GString *yaml = g_string_new("lang: en\npersonas: {h: {name: Hannah, goals: X, demographics: {");
  for (int i = 0; i < 60; i++) g_string_append_printf(yaml, "fact %d: value-%d,", i, i);
  g_string_append(yaml, "}}}\n");
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "A4");
  g_assert_cmpuint(layout->pages.count, >=, 2);
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxPage *page = &layout->pages.items[i];
    g_assert_cmpfloat(page->panel->rect.h, ==, page->height);
    g_assert_cmpuint(count_text(page->panel, "Hannah"), ==, 1);
  }
  for (int i = 0; i < 60; i++) {
    char *value = g_strdup_printf("value-%d", i);
    g_assert_cmpuint(count_on_pages(layout, value), >=, 1);
    g_free(value);
  }
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

/* A page too narrow for both has the panel over the content. */
static void test_narrow_page(void) {
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, "lang: en\n" FULL, "A5 portrait");
  const CxPage *page = &layout->pages.items[0];
  const CxBox *panel = find(page->body, "panel");
  g_assert_null(page->panel);
  g_assert_nonnull(panel);
  g_assert_cmpfloat(panel->rect.x, ==, page->body->rect.x);
  g_assert_cmpfloat(panel->rect.w, ==, page->body->rect.w);
  clear(&fixture);
}

/* A card is drawn as large as A4 is on the paper, however little it says. */
static void test_scale(void) {
  static const struct {
    const char *paper;
    double scale;
  } cases[] = {{"A4", 1}, {"A3", 1.414}, {"A4 portrait", 1}, {"A1", 2.83}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Fixture fixture;
    const CxLayout *layout = lay_out(&fixture, "lang: en\n" FULL, cases[i].paper);
    g_assert_cmpuint(layout->pages.count, ==, 1);
    g_assert_cmpfloat_with_epsilon(layout->pages.items[0].scale, cases[i].scale, 0.01);
    clear(&fixture);
  }
}

/* ---- Blank -------------------------------------------------------------------------------------------------- */

/* A blank card has titles, hints and lines, in each language; nothing of the persona. */
static void test_blank(void) {
  static const struct {
    const char *lang, *title, *hint;
  } cases[] = {{"en", "Frustrations", "What annoys"}, {"ko", "불만", "무엇이 짜증"}, {"zh-Hans", "困扰", "什么让人"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Read read = read_good("lang: en\npersonas: {h: {name: Hannah, goals: X}}\n");
    CxMaps maps = {0};
    cx_maps_list(read.arena, read.model, cases[i].lang, read.diagnostics, &maps);
    CxPersona empty = {.object = {.id = "blank"}};
    maps.items[0]->definition = &empty;
    maps.items[0]->is_blank = true;
    maps.items[0]->title = (CxPhrase){.text = "Blank", .lang = cases[i].lang};
    const CxTheme *theme = cx_theme_find("light");
    CxSheet *sheet = cx_map_compose(read.arena, read.model, maps.items[0], theme);
    CxShaper *shaper = cx_shaper_new_fixed();
    const CxLayout *layout = cx_layout_new(read.arena, sheet, theme, shaper, read.diagnostics);
    g_assert_cmpuint(count_on_pages(layout, cases[i].title), >=, 1);
    g_assert_cmpuint(count_on_pages(layout, cases[i].hint), >=, 1);
    g_assert_cmpuint(count_on_pages(layout, "Hannah"), ==, 0);
    g_assert_cmpfloat(layout->pages.items[0].height, ==, 595);
    cx_shaper_free(shaper);
    done(&read);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/personas/maps/natural", test_natural);
  g_test_add_func("/personas/maps/shared-ids", test_shared_ids);
  g_test_add_func("/personas/maps/segment-that-lists", test_segment_that_lists);
  g_test_add_func("/personas/card/nothing-is-dropped", test_nothing_is_dropped);
  g_test_add_func("/personas/card/proto", test_proto);
  g_test_add_func("/personas/card/consequences", test_consequences);
  g_test_add_func("/personas/card/risk", test_risk);
  g_test_add_func("/personas/panel/bleeds", test_panel_bleeds);
  g_test_add_func("/personas/panel/grows-down", test_grows_down);
  g_test_add_func("/personas/panel/on-pages", test_panel_on_pages);
  g_test_add_func("/personas/panel/narrow-page", test_narrow_page);
  g_test_add_func("/personas/panel/scale", test_scale);
  g_test_add_func("/personas/blank", test_blank);
  return g_test_run();
}
