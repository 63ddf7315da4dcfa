/* The model: definitions as texts in, structs out. This file: the document, its language, personas, touchpoints.
 * What is reported, and where, is in tests/errors.
 */
#include "read-model.h"

/* ---- The short form ------------------------------------------------------------------------------- */

static void test_nine_lines(void) {
  Read read = read_good("title: Ordering home broadband\n"
                        "persona: {name: Hannah-in-a-Hurry, quote: I need it working by Friday.}\n"
                        "stages:\n"
                        "  - name: Aware\n"
                        "    actions: [Sees an ad on the bus]\n"
                        "    emotion: 1\n"
                        "  - name: Compare\n"
                        "    actions: [Reads three websites, Asks a friend]\n"
                        "    emotion: -1\n");
  g_assert_cmpuint(read.model->personas.count, ==, 1);
  g_assert_cmpuint(read.model->journeys.count, ==, 1);
  const CxJourney *journey = read.model->journeys.items[0];
  g_assert_cmpstr(journey->object.id, ==, "order");
  g_assert_cmpstr(journey->title.text, ==, "Ordering home broadband");
  g_assert_cmpstr(read.model->personas.items[0]->object.id, ==, "order");
  g_assert_true(journey->personas.items[0].object == read.model->personas.items[0]);
  g_assert_cmpuint(stage_of(&read, 1)->items[CX_LANE_ACTIONS].count, ==, 2);
  g_assert_cmpstr(stage_of(&read, 1)->items[CX_LANE_ACTIONS].items[1]->text.text, ==, "Asks a friend");
  g_assert_cmpfloat(emotion_of(&read, 1)->score, ==, -1);
  g_assert_true(emotion_of(&read, 1)->persona.object == read.model->personas.items[0]);
  done(&read);
}

static void test_short_persona_as_ref(void) {
  Read read = read_good("personas: {gary: {name: Gary}, hannah: {name: Hannah}}\npersona: hannah\nstages: [Aware]\n");
  g_assert_cmpuint(read.model->personas.count, ==, 2);
  g_assert_true(read.model->journeys.items[0]->personas.items[0].object == read.model->personas.items[1]);
  done(&read);
}

static void test_short_persona_comes_first(void) {
  Read read = read_good("personas: {gary: {name: Gary}}\npersona: {name: Hannah}\nstages: [Aware]\n");
  g_assert_cmpuint(read.model->personas.count, ==, 2);
  g_assert_cmpstr(read.model->personas.items[0]->name.text, ==, "Hannah");
  done(&read);
}

static void test_persona_alone_makes_no_journey(void) {
  Read read = read_good("persona: {name: Hannah}\n");
  g_assert_cmpuint(read.model->journeys.count, ==, 0);
  g_assert_cmpuint(read.model->personas.count, ==, 1);
  done(&read);
}

static void test_stem(void) {
  Read read = read_named("maps/Find a Plan.v2.yaml", "stages: [Aware]\n");
  g_assert_cmpstr(read.model->title.text, ==, "Find a Plan.v2");
  g_assert_cmpstr(read.model->stem, ==, "find-a-plan-v2");
  done(&read);
  read = read_named("stdin", "stages: [Aware]\n");
  g_assert_cmpstr(read.model->journeys.items[0]->object.id, ==, "stdin");
  done(&read);
  read = read_named("??.yaml", "stages: [Aware]\n");
  g_assert_cmpstr(read.model->stem, !=, "");
  done(&read);
}

/* ---- Language ------------------------------------------------------------------------------------- */

static void test_guess_by_script(void) {
  static const struct {
    const char *text, *lang;
  } cases[] = {
      {"Ordering home broadband", "en"},
      {"Đặt mạng tại nhà", "en"},
      {"", "en"},
      {"12 %", "en"},
      {"인터넷 신청", "ko"},
      {"光回線を申し込む", "ja"},
      {"アプリ", "ja"},
      {"在公交车上看到广告", "zh-Hans"},
      {"在公車上看到廣告", "zh-Hant"},
      {"中文", "zh-Hans"},
      {"打开 WeChat 小程序 Mini Program", "zh-Hans"},
      {"طلب الإنترنت المنزلي", "ar"},
      {"הזמנת אינטרנט", "he"},
      {"สมัครอินเทอร์เน็ต", "th"},
      {"Подключение интернета", "ru"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(cx_language_guess(&cases[i].text, 1), ==, cases[i].lang);
  g_assert_cmpstr(cx_language_guess(NULL, 0), ==, "en");
}

static void test_guess_is_a_warning(void) {
  Read read = read_named("order.yaml", "title: 인터넷 신청\nstages: [{name: 인지, id: aware-of-the-offer}]\n");
  g_assert_cmpstr(read.model->lang, ==, "ko");
  g_assert_cmpstr(first_slug(&read), ==, "guessed-language");
  g_assert_false(cx_diagnostics_has_errors(read.diagnostics));
  done(&read);
}

static void test_guess_reads_texts_only(void) {
  Read read = read_good("title: Orders\n"
                        "personas: {汉娜汉娜汉娜汉娜: {name: Hannah}}\n"
                        "stages: [{name: Wait, id: 等待等待等待等待等待等待, emotions: {汉娜汉娜汉娜汉娜: 怒}}]\n");
  g_assert_cmpstr(read.model->lang, ==, "en");
  done(&read);
}

static void test_first_tag_of_a_language_map(void) {
  Read read = read_named("order.yaml", "persona: {name: Hannah, traits: {fun: 1}}\n"
                                       "stages: [{name: {zh-Hans: 认知, en: Aware}}]\n");
  g_assert_cmpstr(read.model->lang, ==, "zh-Hans");
  g_assert_cmpstr(stage_of(&read, 0)->name.text, ==, "认知");
  g_assert_cmpstr(cx_text_in(&stage_of(&read, 0)->name, "en", NULL), ==, "Aware");
  g_assert_cmpstr(first_slug(&read), ==, "guessed-language");
  done(&read);
}

/* What is no language map names no language either. */
static void test_mistyped_keys_are_no_tags(void) {
  Read read = read_named("order.yaml", "persona: {nam: Hannah}\n"
                                       "stages: [{name: {txt: A}, actions: [{tex: B}], emotion: {moo: happy}}]\n");
  g_assert_cmpstr(read.model->lang, ==, "en");
  done(&read);
  read = read_good("stages: [{name: A, actions: [{it: B, en: C}]}]\nlang: it\n");
  g_assert_cmpstr(stage_of(&read, 0)->items[CX_LANE_ACTIONS].items[0]->text.text, ==, "B");
  done(&read);
}

static void test_given_language(void) {
  Read read = read_good("stages: [{name: {en: Aware, ko: 인지}}]\nlang: ko\n");
  g_assert_cmpstr(read.model->lang, ==, "ko");
  g_assert_cmpstr(stage_of(&read, 0)->name.text, ==, "인지");
  done(&read);
}

/* ---- Personas ------------------------------------------------------------------------------------- */

static void test_default_persona(void) {
  Read read =
      read_good("personas:\n"
                "  rob: {name: Rob the Reseller, kind: anti-persona, type: misuser, likelihood: 4, severity: 5}\n"
                "  hannah: {name: Hannah}\n"
                "journeys:\n"
                "  order: {stages: [Aware]}\n"
                "  abuse: {persona: rob, stages: [Aware]}\n");
  CxJourney *const *journeys = read.model->journeys.items;
  g_assert_cmpstr(journeys[0]->personas.items[0].id, ==, "hannah");
  g_assert_true(journeys[0]->personas.items[0].object == read.model->personas.items[1]);
  g_assert_true(journeys[1]->personas.items[0].object == read.model->personas.items[0]);
  g_assert_cmpint(read.model->personas.items[0]->kind, ==, CX_PERSONA_ANTI);
  g_assert_cmpfloat(read.model->personas.items[0]->severity.value, ==, 5);
  done(&read);
}

static void test_persona_keys(void) {
  Read read =
      read_good("segments: {young: {name: Young families, share: 35%, personas: [hannah, gary]}}\n"
                "personas:\n"
                "  hannah:\n"
                "    name: Hannah\n"
                "    segment: young\n"
                "    demographics: {Age: 34, Home: Shenzhen, work: {name: {en: Works, ko: 일}, value: at home}}\n"
                "    traits: {Patience: 0.2}\n"
                "    channels: {app: 5, word-of-mouth: 1}\n"
                "    brands: Fritz\n"
                "    feels: [{text: Rushed, note: before Friday}]\n"
                "    date: 2026-03\n"
                "  gary: Gary\n");
  const CxPersona *hannah = read.model->personas.items[0];
  g_assert_true(hannah->segment.object == read.model->segments.items[0]);
  g_assert_true(read.model->segments.items[0]->personas.items[0].object == hannah);
  g_assert_cmpstr(hannah->demographics.items[1].text.text, ==, "Shenzhen");
  g_assert_cmpstr(hannah->demographics.items[2].name.text, ==, "Works");
  g_assert_cmpstr(cx_text_in(&hannah->demographics.items[2].name, "ko", NULL), ==, "일");
  g_assert_cmpstr(hannah->demographics.items[2].text.text, ==, "at home");
  g_assert_cmpfloat(hannah->traits.items[0].number.value, ==, 0.2);
  g_assert_cmpstr(hannah->channels.items[1].name.text, ==, "word-of-mouth");
  g_assert_cmpstr(hannah->feels.items[0]->note.text, ==, "before Friday");
  g_assert_cmpint(hannah->date.month, ==, 3);
  g_assert_cmpint(hannah->kind, ==, CX_PERSONA_TYPICAL);
  done(&read);
}

/* ---- Touchpoints and channels --------------------------------------------------------------------- */

static const char *channel_of(const Read *read, size_t touchpoint) {
  const CxTouchpoint *found = stage_of(read, 0)->touchpoints.items[touchpoint];
  g_assert_nonnull(found->channel.object);
  return ((const CxChannel *)found->channel.object)->object.id;
}

static void test_touchpoints_by_name(void) {
  Read read =
      read_good("stages: [{name: A, touchpoints: [Flagship store, App, Word of mouth, {name: Leaflet, channel: ad},"
                " {en: Letter}]}]\n");
  g_assert_false(read.model->has_touchpoints);
  g_assert_cmpuint(stage_of(&read, 0)->touchpoints.count, ==, 5);
  g_assert_cmpstr(stage_of(&read, 0)->touchpoints.items[0]->name.text, ==, "Flagship store");
  g_assert_cmpstr(channel_of(&read, 0), ==, "other");
  g_assert_cmpstr(channel_of(&read, 1), ==, "app");
  g_assert_cmpstr(channel_of(&read, 2), ==, "word-of-mouth");
  g_assert_cmpstr(channel_of(&read, 3), ==, "ad");
  g_assert_cmpstr(stage_of(&read, 0)->touchpoints.items[4]->name.text, ==, "Letter");
  done(&read);
}

static void test_touchpoints_by_id(void) {
  Read read = read_good("stages: [{name: A, touchpoints: [shop, {name: Neighbour, channel: word-of-mouth}, shop]}]\n"
                        "touchpoints: {shop: {name: Flagship store, channel: store, metrics: {Visits: 412}}}\n");
  const CxTouchpoints *touchpoints = &stage_of(&read, 0)->touchpoints;
  g_assert_cmpuint(touchpoints->count, ==, 3);
  g_assert_true(touchpoints->items[0] == read.model->touchpoints.items[0]);
  g_assert_true(touchpoints->items[2] == touchpoints->items[0]);
  g_assert_cmpstr(channel_of(&read, 0), ==, "store");
  g_assert_cmpstr(channel_of(&read, 1), ==, "word-of-mouth");
  g_assert_cmpstr(touchpoints->items[0]->metrics.items[0]->value.text, ==, "412");
  done(&read);
}

static void test_own_channels_come_first(void) {
  Read read = read_good("channels: {minitel: {name: Minitel, icon: phone}, web: Our site}\n"
                        "stages: [{name: A, touchpoints: [{name: Orders, channel: minitel}]}]\n");
  g_assert_cmpuint(read.model->channels.count, ==, 22);
  g_assert_cmpstr(channel_of(&read, 0), ==, "minitel");
  g_assert_cmpstr(read.model->channels.items[0]->icon.name, ==, "phone");
  g_assert_false(read.model->channels.items[1]->is_builtin);
  g_assert_cmpstr(read.model->channels.items[2]->object.id, ==, "app");
  g_assert_true(read.model->channels.items[2]->is_builtin);
  done(&read);
}

/* ---- Documents ------------------------------------------------------------------------------------ */

static void test_top_level(void) {
  Read read = read_good("cxmap: 1\ntitle: Orders\nsubtitle: Today\nauthor: CX team\nversion: 1.10\ndate: 2026-03-02\n"
                        "stages: [A]\nx-mine: {any: thing}\nstate: future\n");
  g_assert_cmpstr(read.model->version.text, ==, "1.10");
  g_assert_cmpint(read.model->date.day, ==, 2);
  g_assert_cmpstr(read.model->date_text.text, ==, "2026-03-02");
  g_assert_cmpint(read.model->journeys.items[0]->state, ==, CX_STATE_FUTURE);
  done(&read);
  read = read_good("date: Spring 2026\nstages: [A]\n");
  g_assert_cmpstr(read.model->date_text.text, ==, "Spring 2026");
  g_assert_cmpint(read.model->date.year, ==, 0);
  done(&read);
}

static void test_reading_goes_on(void) {
  Read read =
      read_named("order.yaml", "persona: {name: Hannah, kind: hero}\n"
                               "stages: [{name: A, emotion: 7, actions: [1, 2], evidence: x}, {pains: []}, 3]\n");
  g_assert_cmpuint(cx_diagnostics_count(read.diagnostics, CX_ERROR), ==, 4);
  g_assert_cmpuint(stage_of(&read, 0)->items[CX_LANE_ACTIONS].count, ==, 2);
  g_assert_cmpstr(stage_of(&read, 2)->name.text, ==, "3");
  done(&read);
}

static char *json_of(const CxModel *model) {
  CxJson json = {.out = g_string_new(NULL)};
  cx_model_write_json(model, &json);
  return g_string_free(json.out, FALSE);
}

static void test_json_has_every_key(void) {
  Read read = read_good("persona: {name: Hannah, traits: {Patience: 0.2}}\n"
                        "touchpoints: {shop: {name: Shop, icon: store}}\n"
                        "lanes: [actions, emotion]\n"
                        "stages: [{name: Aware, moment_of_truth: true, emotion: 怒, touchpoints: shop,\n"
                        "          metrics: {NPS: {value: 31, trend: up}}, actions: [Looks]}]\n");
  char *json = json_of(read.model);
  static const char *const parts[] = {
      "\"order\"",         "\"Hannah\"",          "\"traits\"", "0.2",      "\"moment_of_truth\": true",
      "\"score\": -2",     "\"mood\": \"anger\"", "\"shop\"",   "\"icon\"", "\"NPS\"",
      "\"trend\": \"up\"", "\"Looks\"",           "\"lanes\"",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strstr(json, parts[i]) == NULL) g_error("no %s in %s", parts[i], json);
  char *again = json_of(read.model);
  g_assert_cmpstr(json, ==, again);
  g_free(again);
  g_free(json);
  done(&read);
}

static void test_tables_have_no_fault(void) {
  CxArena *arena = cx_arena_new();
  g_assert_cmpstr(cx_table_fault(arena, &cx_table_document), ==, NULL);
  cx_arena_free(arena);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/model/short/nine-lines", test_nine_lines);
  g_test_add_func("/model/short/persona-as-ref", test_short_persona_as_ref);
  g_test_add_func("/model/short/own-persona-comes-first", test_short_persona_comes_first);
  g_test_add_func("/model/short/persona-alone-makes-no-journey", test_persona_alone_makes_no_journey);
  g_test_add_func("/model/short/stem", test_stem);
  g_test_add_func("/model/language/by-script", test_guess_by_script);
  g_test_add_func("/model/language/guess-is-a-warning", test_guess_is_a_warning);
  g_test_add_func("/model/language/reads-texts-only", test_guess_reads_texts_only);
  g_test_add_func("/model/language/first-tag", test_first_tag_of_a_language_map);
  g_test_add_func("/model/language/given", test_given_language);
  g_test_add_func("/model/language/mistyped-keys-are-no-tags", test_mistyped_keys_are_no_tags);
  g_test_add_func("/model/personas/default", test_default_persona);
  g_test_add_func("/model/personas/keys", test_persona_keys);
  g_test_add_func("/model/touchpoints/by-name", test_touchpoints_by_name);
  g_test_add_func("/model/touchpoints/by-id", test_touchpoints_by_id);
  g_test_add_func("/model/touchpoints/own-channels-first", test_own_channels_come_first);
  g_test_add_func("/model/document/top-level", test_top_level);
  g_test_add_func("/model/document/reading-goes-on", test_reading_goes_on);
  g_test_add_func("/model/document/json-has-every-key", test_json_has_every_key);
  g_test_add_func("/model/document/tables-have-no-fault", test_tables_have_no_fault);
  return g_test_run();
}
