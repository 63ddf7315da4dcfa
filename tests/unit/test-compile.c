/* The pipeline as an embedder sees it: which stages run, what they leave, how problems come out. */
#include "cxmap/compile.h"

#include <string.h>

static const char two_maps[] = "lang: en\njourneys:\n  order: {stages: [{name: A}]}\n  return: {stages: [{name: B}]}\n";

static CxCompile *compile(CxShaper *shaper, const char *text, const CxSettings *settings) {
  CxCompile *run = cx_compile_new(shaper);
  cx_compile_text(run, "test", text, strlen(text), settings);
  return run;
}

static const CxDiag *first_problem(const CxCompile *run) {
  size_t count;
  const CxDiag *const *all = cx_diagnostics_sorted(run->diagnostics, &count);
  g_assert_cmpuint(count, >, 0);
  return all[0];
}

static void test_stops_where_asked(void) {
  CxShaper *shaper = cx_shaper_new_fixed();
  for (CxPipelineStage until = CX_STAGE_NODES; until <= CX_STAGE_BYTES; until++) {
    CxCompile *run = compile(shaper, two_maps, &(CxSettings){.until = until});
    g_assert_false(cx_diagnostics_has_errors(run->diagnostics));
    g_assert_nonnull(run->nodes);
    g_assert_cmpint(run->model != NULL, ==, until >= CX_STAGE_MODEL);
    g_assert_cmpuint(run->maps.count, ==, until >= CX_STAGE_MAPS ? 2 : 0);
    g_assert_cmpuint(run->sheets.count, ==, until >= CX_STAGE_SHEET ? 2 : 0);
    g_assert_cmpuint(run->layouts.count, ==, until >= CX_STAGE_LAYOUT ? 2 : 0);
    g_assert_cmpuint(run->scenes.count, ==, until >= CX_STAGE_SCENE ? 2 : 0);
    cx_compile_free(run);
  }
  cx_shaper_free(shaper);
}

static void test_draws_nothing_wrong(void) {
  CxCompile *run =
      compile(NULL, "lang: en\nstagse: []\nstages: [{name: A, emotion: 9}]\n", &(CxSettings){.until = CX_STAGE_SCENE});
  g_assert_cmpuint(cx_diagnostics_count(run->diagnostics, CX_ERROR), ==, 2);
  g_assert_nonnull(run->model);
  g_assert_cmpuint(run->maps.count + run->sheets.count + run->scenes.count, ==, 0);
  cx_compile_free(run);
}

static void test_picks_a_map(void) {
  CxCompile *run = compile(NULL, two_maps, &(CxSettings){.until = CX_STAGE_MAPS, .map = "return"});
  g_assert_cmpuint(run->maps.count, ==, 1);
  g_assert_cmpstr(run->maps.items[0]->id, ==, "return");
  cx_compile_free(run);
}

static void test_suggests_a_map(void) {
  CxCompile *run = compile(NULL, two_maps, &(CxSettings){.until = CX_STAGE_MAPS, .map = "retrun"});
  g_assert_cmpint(first_problem(run)->code, ==, CX_UNKNOWN_MAP);
  g_assert_cmpstr(first_problem(run)->suggestion, ==, "return");
  cx_compile_free(run);
}

/* ---- Of one persona ------------------------------------------------------------------------------------------- */

static const char two_people[] = "lang: en\n"
                                 "personas: {ann: {name: Ann}, bob: {name: Bob}, cy: {name: Cy}, di: {name: Di}}\n"
                                 "journeys:\n"
                                 "  both: {personas: [ann, bob], stages: [{name: A, emotions: {ann: 1, bob: -1}}]}\n"
                                 "  hers: {persona: ann, stages: [{name: A, emotion: 1}]}\n"
                                 "  told: {persona: ann, stages: [{name: A, steps: [{name: B, emotions: {cy: 1}}]}]}\n"
                                 "maps: [{journey: both}, {journey: hers}, {journey: told},\n"
                                 "       {journey: both, id: anns, personas: [ann]}]\n";

static char *maps_of(const char *persona) {
  CxCompile *run = compile(NULL, two_people, &(CxSettings){.until = CX_STAGE_MAPS, .persona = persona});
  GString *ids = g_string_new(NULL);
  for (size_t i = 0; i < run->maps.count; i++) {
    g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", run->maps.items[i]->id);
    if (persona != NULL) g_assert_cmpstr(run->maps.items[i]->persona->object.id, ==, persona);
  }
  cx_compile_free(run);
  return g_string_free(ids, FALSE);
}

static void assert_maps(const char *persona, const char *wanted) {
  char *ids = maps_of(persona);
  g_assert_cmpstr(ids, ==, wanted);
  g_free(ids);
}

static void test_keeps_the_maps_of_a_persona(void) {
  assert_maps(NULL, "both hers told anns");
  assert_maps("ann", "both hers told anns");
  assert_maps("bob", "both");
  assert_maps("cy", "told");
  assert_maps("di", "");
}

static void test_suggests_a_persona(void) {
  CxCompile *run = compile(NULL, two_people, &(CxSettings){.until = CX_STAGE_MAPS, .persona = "bbo"});
  g_assert_cmpint(first_problem(run)->code, ==, CX_UNKNOWN_PERSONA);
  g_assert_cmpstr(first_problem(run)->suggestion, ==, "bob");
  g_assert_cmpuint(run->maps.count, ==, 0);
  cx_compile_free(run);
}

static void test_picks_among_the_maps_of_a_persona(void) {
  CxCompile *run = compile(NULL, two_people, &(CxSettings){.until = CX_STAGE_MAPS, .persona = "bob", .map = "hers"});
  g_assert_cmpint(first_problem(run)->code, ==, CX_UNKNOWN_MAP);
  cx_compile_free(run);
}

static size_t count_lenses(const CxElements *elements) {
  size_t count = 0;
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    count += element->kind == CX_ELEMENT_GROUP && g_str_equal(element->role, "persona");
    count += count_lenses(&element->children);
  }
  return count;
}

static void test_draws_one_persona_alone(void) {
  CxShaper *shaper = cx_shaper_new_fixed();
  const char *const personas[] = {NULL, "bob"};
  const size_t wanted[] = {2, 1};
  for (size_t i = 0; i < G_N_ELEMENTS(personas); i++) {
    CxCompile *run =
        compile(shaper, two_people, &(CxSettings){.until = CX_STAGE_SCENE, .persona = personas[i], .map = "both"});
    g_assert_cmpuint(run->scenes.count, ==, 1);
    g_assert_cmpuint(count_lenses(&run->scenes.items[0]->pages.items[0].elements), ==, wanted[i]);
    cx_compile_free(run);
  }
  cx_shaper_free(shaper);
}

/* ---- Nothing ---------------------------------------------------------------------------------------------------- */

static void test_warns_of_nothing(void) {
  CxCompile *run = compile(NULL, "lang: en\ntitle: Nothing\n", &(CxSettings){.until = CX_STAGE_MAPS});
  g_assert_cmpint(first_problem(run)->code, ==, CX_NOTHING_TO_DRAW);
  g_assert_false(cx_diagnostics_has_errors(run->diagnostics));
  cx_compile_free(run);
}

static void test_cannot_read(void) {
  CxCompile *run = cx_compile_new(NULL);
  g_assert_false(cx_compile_file(run, "no/such/file.yaml", &(CxSettings){.until = CX_STAGE_MODEL}));
  g_assert_cmpint(first_problem(run)->code, ==, CX_CANNOT_READ);
  g_assert_null(first_problem(run)->span.source);
  g_assert_cmpstr(first_problem(run)->file, ==, "no/such/file.yaml");
  g_assert_null(run->source);
  cx_compile_free(run);
}

static void test_unknown_theme(void) {
  CxCompile *run = compile(NULL, two_maps, &(CxSettings){.until = CX_STAGE_MAPS, .theme = "no such theme"});
  g_assert_cmpint(first_problem(run)->code, ==, CX_UNKNOWN_WORD);
  g_assert_cmpuint(run->maps.count, ==, 0);
  cx_compile_free(run);
}

static void test_too_large_text(void) {
  char *text = g_malloc0(CX_LIMIT_FILE_BYTES + 1);
  CxCompile *run = cx_compile_new(NULL);
  g_assert_false(cx_compile_text(run, "test", text, CX_LIMIT_FILE_BYTES + 1, &(CxSettings){.until = CX_STAGE_NODES}));
  g_assert_cmpint(first_problem(run)->code, ==, CX_FILE_TOO_LARGE);
  cx_compile_free(run);
  g_free(text);
}

static void assert_json(const char *text, const char *map, CxPipelineStage stage, char begin) {
  CxShaper *shaper = cx_shaper_new_fixed();
  CxCompile *run = compile(shaper, text, &(CxSettings){.until = stage, .map = map});
  GString *json = g_string_new(NULL);
  cx_compile_write_json(run, stage, json);
  g_assert_true(json->str[0] == begin);
  g_assert_true(json->str[json->len - 1] == '\n');
  g_string_free(json, TRUE);
  cx_compile_free(run);
  cx_shaper_free(shaper);
}

static void test_writes_one_object_or_a_list(void) {
  assert_json(two_maps, NULL, CX_STAGE_NODES, '{');
  assert_json(two_maps, NULL, CX_STAGE_MODEL, '{');
  assert_json(two_maps, NULL, CX_STAGE_SCENE, '[');
  assert_json(two_maps, "order", CX_STAGE_SCENE, '{');
  assert_json("lang: en\ntitle: Nothing\n", NULL, CX_STAGE_SCENE, '[');
}

static void test_names_stages(void) {
  g_assert_cmpstr(cx_stage_name(CX_STAGE_NODES), ==, "nodes");
  g_assert_cmpstr(cx_stage_name(CX_STAGE_SCENE), ==, "scene");
  g_assert_null(cx_stage_name(CX_STAGE_MAPS));
  g_assert_null(cx_stage_name(CX_STAGE_BYTES));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/compile/stops-where-asked", test_stops_where_asked);
  g_test_add_func("/compile/draws-nothing-wrong", test_draws_nothing_wrong);
  g_test_add_func("/compile/picks-a-map", test_picks_a_map);
  g_test_add_func("/compile/suggests-a-map", test_suggests_a_map);
  g_test_add_func("/compile/keeps-the-maps-of-a-persona", test_keeps_the_maps_of_a_persona);
  g_test_add_func("/compile/suggests-a-persona", test_suggests_a_persona);
  g_test_add_func("/compile/picks-among-the-maps-of-a-persona", test_picks_among_the_maps_of_a_persona);
  g_test_add_func("/compile/draws-one-persona-alone", test_draws_one_persona_alone);
  g_test_add_func("/compile/warns-of-nothing", test_warns_of_nothing);
  g_test_add_func("/compile/cannot-read", test_cannot_read);
  g_test_add_func("/compile/unknown-theme", test_unknown_theme);
  g_test_add_func("/compile/too-large-text", test_too_large_text);
  g_test_add_func("/compile/writes-one-object-or-a-list", test_writes_one_object_or_a_list);
  g_test_add_func("/compile/names-stages", test_names_stages);
  return g_test_run();
}
