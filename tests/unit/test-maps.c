/* Templates of journeys and the section `maps`: what the model makes of them, and which maps follow from it. */
#include "cxmap/maps.h"
#include "read-model.h"

/* ---- Templates ------------------------------------------------------------------------------------ */

static const CxJourney *journey_of(const Read *read) {
  g_assert_cmpuint(read->model->journeys.count, ==, 1);
  return read->model->journeys.items[0];
}

static void assert_lanes(const CxLaneChoices *lanes, const char *expected) {
  GString *keys = g_string_new(NULL);
  for (size_t i = 0; i < lanes->count; i++)
    g_string_append_printf(keys, "%s%s", i > 0 ? " " : "", lanes->items[i]->object.id);
  g_assert_cmpstr(keys->str, ==, expected);
  g_string_free(keys, TRUE);
}

static void test_template_of_stages(void) {
  static const struct {
    const char *name, *ids, *lang, *first;
  } cases[] = {
      {"five-elements", "attention interest contact impression engagement", "zh-Hans", "注意"},
      {"aarrr", "acquisition activation retention referral revenue", "en", "Acquisition"},
      {"buying", "aware consider buy use recommend", "ko", "인지"},
      {"buying", "aware consider buy use recommend", "fr", "Aware"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text = g_strdup_printf("lang: %s\ntemplate: %s\n", cases[i].lang, cases[i].name);
    Read read = read_good(text);
    const CxJourney *journey = journey_of(&read);
    GString *ids = g_string_new(NULL);
    for (size_t k = 0; k < journey->stages.count; k++)
      g_string_append_printf(ids, "%s%s", k > 0 ? " " : "", journey->stages.items[k]->object.id);
    g_assert_cmpstr(ids->str, ==, cases[i].ids);
    g_assert_cmpstr(stage_of(&read, 0)->name.text, ==, cases[i].first);
    assert_lanes(&journey->lanes, "goals actions touchpoints emotion pains opportunities");
    g_string_free(ids, TRUE);
    g_free(text);
    done(&read);
  }
}

/* A template's stage has a name in every language, whatever the document's is. */
static void test_template_in_all_languages(void) {
  Read read = read_good("lang: de\njourneys: {order: {template: five-elements, stages: []}}\n");
  const CxText *name = &stage_of(&read, 1)->name;
  const char *lang;
  g_assert_cmpstr(cx_text_in(name, "ko", &lang), ==, "관심");
  g_assert_cmpstr(lang, ==, "ko");
  g_assert_cmpstr(cx_text_in(name, "zh-TW", NULL), ==, "興趣");
  g_assert_cmpstr(cx_text_in(name, "ja", NULL), ==, "関心");
  g_assert_cmpstr(cx_text_in(name, "de", &lang), ==, "Interest");
  g_assert_cmpstr(lang, ==, "en");
  done(&read);
}

static void test_given_replaces_the_template(void) {
  Read read = read_good("template: aarrr\nlanes: [pains]\nstages: [{name: A, goals: G, pains: P}]\n");
  g_assert_cmpuint(journey_of(&read)->stages.count, ==, 1);
  assert_lanes(&journey_of(&read)->lanes, "pains");
  done(&read);
  read = read_good("template: aarrr\nstages: [A]\n");
  g_assert_cmpuint(journey_of(&read)->stages.count, ==, 1);
  assert_lanes(&journey_of(&read)->lanes, "");
  done(&read);
  read = read_good("template: aarrr\nlanes: [pains]\n");
  g_assert_cmpuint(journey_of(&read)->stages.count, ==, 5);
  assert_lanes(&journey_of(&read)->lanes, "pains");
  done(&read);
}

/* What has content beside a template's lanes is not left out. */
static void test_template_of_lanes(void) {
  Read read = read_good("template: customer-perspective\nstages: [A]\n");
  assert_lanes(&journey_of(&read)->lanes, "needs expectations perceptions feedback");
  done(&read);
  read =
      read_good("template: system-levels\nstages: [{name: A, pains: P, steps: [{name: B, micro: M, emotion: 1}]}]\n");
  assert_lanes(&journey_of(&read)->lanes, "macro meso micro emotion pains");
  done(&read);
}

/* ---- Entries of maps ------------------------------------------------------------------------------ */

#define TWO_JOURNEYS                                                                                                   \
  "lang: en\n"                                                                                                         \
  "personas: {hannah: {name: Hannah}, gary: {name: Gary}}\n"                                                           \
  "journeys:\n"                                                                                                        \
  "  order: {title: Order, personas: [hannah, gary],\n"                                                                \
  "          lanes: [actions, {id: x-rules, name: Rules, style: bullets}],\n"                                          \
  "          stages: [{name: A, actions: a, x-rules: [{text: r, id: i}], x-more: m}]}\n"                               \
  "  return: {title: Return, stages: [B]}\n"

static void test_entry_overrides(void) {
  Read read = read_good(TWO_JOURNEYS "maps:\n"
                                     "  - {journey: order, id: wall, title: Wall, subtitle: S, note: N, lang: ko,\n"
                                     "     paper: a2 portrait, personas: gary, view: journey}\n");
  const CxMapEntry *entry = read.model->maps.items[0];
  g_assert_true(entry->journey.object == read.model->journeys.items[0]);
  g_assert_cmpstr(entry->view, ==, "journey");
  g_assert_cmpstr(entry->note.text, ==, "N");
  g_assert_cmpstr(entry->paper.name, ==, "A2");
  g_assert_cmpfloat(entry->paper.width, <, entry->paper.height);
  g_assert_true(entry->personas.items[0].object == read.model->personas.items[1]);
  CxMaps maps = {0};
  cx_maps_list(read.arena, read.model, NULL, read.diagnostics, &maps);
  g_assert_cmpuint(maps.count, ==, 1);
  g_assert_cmpstr(maps.items[0]->id, ==, "wall");
  g_assert_cmpstr(maps.items[0]->title.text, ==, "Wall");
  g_assert_cmpstr(maps.items[0]->lang, ==, "ko");
  g_assert_cmpstr(maps.items[0]->paper.name, ==, "A2");
  done(&read);
}

/* A map's lane is the journey's of the same key, with what the map says of it; its items are read once. */
static void test_entry_lanes(void) {
  Read read = read_good(TWO_JOURNEYS "maps:\n"
                                     "  - {journey: order, lanes: [x-rules, x-more]}\n"
                                     "  - {journey: order, id: b, lanes: [{id: x-rules, name: Policies}]}\n"
                                     "  - {journey: order, id: c, lanes: [{id: x-rules, style: chips}]}\n");
  const CxJourney *order = read.model->journeys.items[0];
  const CxStage *stage = order->stages.items[0];
  const CxLaneChoice *same = read.model->maps.items[0]->lanes.items[0];
  const CxLaneChoice *renamed = read.model->maps.items[1]->lanes.items[0];
  const CxLaneChoice *restyled = read.model->maps.items[2]->lanes.items[0];
  g_assert_true(same == order->lanes.items[1]);
  g_assert_cmpstr(renamed->name.text, ==, "Policies");
  g_assert_cmpint(renamed->style, ==, CX_STYLE_BULLETS);
  g_assert_cmpstr(restyled->name.text, ==, "Rules");
  g_assert_cmpint(restyled->style, ==, CX_STYLE_CHIPS);
  g_assert_cmpuint(stage->custom.count, ==, 4);
  g_assert_true(stage->custom.items[2].lane == renamed);
  g_assert_true(stage->custom.items[2].items.items[0] == stage->custom.items[0].items.items[0]);
  done(&read);
}

static void test_short_journey_by_its_id(void) {
  Read read = read_good("stages: [A]\nmaps: {journey: order}\n");
  g_assert_true(read.model->maps.items[0]->journey.object == read.model->journeys.items[0]);
  done(&read);
}

static void test_natural_ids(void) {
  Read read = read_good(TWO_JOURNEYS);
  CxMaps maps = {0};
  cx_maps_list(read.arena, read.model, NULL, read.diagnostics, &maps);
  g_assert_cmpstr(maps.items[0]->id, ==, "order");
  g_assert_null(maps.items[0]->entry);
  g_assert_cmpstr(maps.items[0]->paper.name, ==, "fit");
  g_assert_cmpstr(first_slug(&read), ==, "");
  done(&read);
}

/* Two entries that would make the same id: both places are named. */
static void test_shared_ids(void) {
  Read read = read_good(TWO_JOURNEYS "maps: [{journey: order}, {journey: return}, {journey: order, lanes: pains}]\n");
  CxMaps maps = {0};
  cx_maps_list(read.arena, read.model, NULL, read.diagnostics, &maps);
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read.diagnostics, &count);
  g_assert_cmpuint(count, ==, 1);
  g_assert_cmpint(diags[0]->code, ==, CX_DUPLICATE_ID);
  g_assert_cmpuint(diags[0]->also.count, ==, 1);
  g_assert_cmpuint(diags[0]->span.begin, ==, read.model->maps.items[2]->object.id_span.begin);
  g_assert_cmpuint(diags[0]->also.items[0].span.begin, ==, read.model->maps.items[0]->object.id_span.begin);
  done(&read);
}

/* A span may end with the last column, not behind it. */
static void test_spans(void) {
  Read read =
      read_good("stages: [{name: A, pains: {text: P, span: 4}, steps: [{name: B, pains: {text: P, span: 4}}, C]},"
                " D, {name: E, pains: {text: P, span: 1}}]\n");
  done(&read);
  read = read_named("order.yaml", "lang: en\nlanes: [x-own]\nstages: [A, {name: B, x-own: {text: P, span: 2}}]\n");
  g_assert_cmpstr(first_slug(&read), ==, "out-of-range");
  done(&read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/maps/template/of-stages", test_template_of_stages);
  g_test_add_func("/maps/template/in-all-languages", test_template_in_all_languages);
  g_test_add_func("/maps/template/given-replaces-it", test_given_replaces_the_template);
  g_test_add_func("/maps/template/of-lanes", test_template_of_lanes);
  g_test_add_func("/maps/entry/overrides", test_entry_overrides);
  g_test_add_func("/maps/entry/lanes", test_entry_lanes);
  g_test_add_func("/maps/entry/short-journey-by-its-id", test_short_journey_by_its_id);
  g_test_add_func("/maps/list/natural-ids", test_natural_ids);
  g_test_add_func("/maps/list/shared-ids", test_shared_ids);
  g_test_add_func("/maps/spans", test_spans);
  return g_test_run();
}
