/* The table of an entry of `maps`: what is drawn, in which view, and what it overrides; and the rules that need all
 * definitions.
 *
 * Which views there are is not known here: maps are listed below the model, and the word is judged there.
 */
#include "tables.h"

#include <string.h>

/* ---- What is drawn ---------------------------------------------------------------------------------- */

/* The keys that name it: exactly one stands in an entry. */
static const char *const subjects[] = {"journey",   "persona",   "flow",   "why",
                                       "honeycomb", "scorecard", "canvas", "interviews"};

/* ---- Types ------------------------------------------------------------------------------------------ */

static void view_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxMapEntry *entry = (CxMapEntry *)((char *)member - field->offset);
  cx_type_string.decode(decoder, field, node, &entry->view);
  if (entry->view != NULL) entry->view_span = node->span;
}

static bool view_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

static const CxType type_view = {.name = "a view's name", .decode = view_decode, .write = view_write};

/* Which of its sheets: a view too. */
static void interviews_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxMapEntry *entry = (CxMapEntry *)((char *)member - field->offset);
  cx_type_string.decode(decoder, field, node, &entry->view);
  if (entry->view == NULL) return;
  entry->view_span = node->span;
  entry->is_of_interviews = true;
}

static bool interviews_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  if (!*(const bool *)member) return false;
  cx_json_bool(json, true);
  return true;
}

static const CxType type_interviews = {
    .name = "a sheet's name", .decode = interviews_decode, .write = interviews_write};

/* Beside `persona` a word, which canvas its empathy map is drawn on; alone the canvas that is drawn. `persona` is read
 * before. */
static bool is_of_persona(const CxMapEntry *entry) {
  return entry->persona.id != NULL;
}

static void canvas_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxMapEntry *entry = (CxMapEntry *)((char *)member - field->offset);
  if (is_of_persona(entry))
    cx_type_word.decode(decoder, field, node, &entry->drawn_on);
  else
    cx_decode_ref(decoder, &cx_table_canvas, node, member);
}

static bool canvas_write(const CxField *field, const void *member, CxJson *json) {
  const CxMapEntry *entry = (const CxMapEntry *)((const char *)member - field->offset);
  if (is_of_persona(entry)) return cx_type_word.write(field, &entry->drawn_on, json);
  return cx_type_ref.write(field, member, json);
}

static const CxType type_canvas = {
    .name = "the id of a canvas; beside `persona` a word", .decode = canvas_decode, .write = canvas_write};

static const CxWord empathy_words[] = {
    {"extended", CX_EMPATHY_EXTENDED,
     "Who and goal over a head: what they see, say, do and hear around it, what they think and feel, pains and gains "
     "inside. The structure is after Dave Gray (2017)."},
    {"classic", CX_EMPATHY_CLASSIC,
     "Four quadrants, says and thinks over does and feels, with the person in the middle; pains and gains below."},
};

static const CxWords empathy_canvases = {
    .name = "canvas of an empathy map", .words = empathy_words, .count = CX_COUNT(empathy_words)};

static void paper_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxPaper paper;
  const char *nearest = NULL;
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
  } else if (cx_paper_parse(node->text, &paper, &nearest)) {
    *(CxPaper *)member = paper;
  } else {
    CxDiag *diag =
        cx_diag_report(decoder->diagnostics, CX_UNKNOWN_WORD, node->span, "there is no paper `%s`", node->text);
    diag->suggestion = nearest;
    if (nearest == NULL)
      cx_diag_help(decoder->diagnostics, diag,
                   "write `fit`, or `A0` to `A5`, `letter`, `legal` or `tabloid`, and `portrait` where it shall stand");
  }
}

static bool paper_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxPaper *paper = member;
  if (paper->name == NULL) return false;
  char *text = g_strdup_printf("%s %s", paper->name, paper->width > paper->height ? "landscape" : "portrait");
  cx_json_string(json, paper->width > 0 ? text : paper->name);
  g_free(text);
  return true;
}

static const CxType type_paper = {.name = "a size of paper", .decode = paper_decode, .write = paper_write};

/* ---- The table -------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_REF_ROW("journey", CxMapEntry, journey, cx_table_journey), .doc = "The journey that is drawn."},
    {CX_REF_ROW("persona", CxMapEntry, persona, cx_table_persona), .doc = "The persona that is drawn."},
    {CX_REF_ROW("flow", CxMapEntry, flow, cx_table_flow), .doc = "The user flow that is drawn."},
    {CX_REF_ROW("why", CxMapEntry, why, cx_table_why), .doc = "The 5 whys that are drawn."},
    {CX_REF_ROW("honeycomb", CxMapEntry, honeycomb, cx_table_honeycomb), .doc = "The honeycomb that is drawn."},
    {CX_REF_ROW("scorecard", CxMapEntry, scorecard, cx_table_scorecard), .doc = "The scorecard that is drawn."},
    {CX_ROW("canvas", type_canvas, CX_AT(CxMapEntry, canvas, CxRef)), .words = &empathy_canvases,
     .doc = "The canvas that is drawn; beside `persona` and `view: empathy`, the canvas that the empathy map is drawn "
            "on, `extended` where it is not given."},
    {CX_ROW("interviews", type_interviews, CX_AT(CxMapEntry, is_of_interviews, bool)),
     .doc = "`guide` or `synthesis`: which sheet of the interviews is drawn."},
    {CX_ROW("view", type_view, CX_AT(CxMapEntry, view, const char *)),
     .doc = "How it is drawn: of a journey `journey`, `blueprint` or `opportunities`, of a persona `persona` or "
            "`empathy`. Without it the first view is taken."},
    {CX_ID_ROW("id"),
     .doc = "The map's id, unique in the document. Without it the definition's id, with the view behind it where that "
            "is not the first: `order`, `order-blueprint`."},
    {CX_TEXT_ROW("title", CxMapEntry, title), .doc = "The map's title instead of the definition's."},
    {CX_TEXT_ROW("subtitle", CxMapEntry, subtitle), .doc = "The line under the title instead of the document's."},
    {CX_TEXT_ROW("note", CxMapEntry, note), .doc = "A remark on this map, shown beside the scenario and the goal."},
    {CX_ROW("lang", cx_type_language, CX_AT(CxMapEntry, lang, const char *)),
     .doc = "The language that the map is drawn in instead of the document's."},
    {CX_ROW("paper", type_paper, CX_AT(CxMapEntry, paper, CxPaper)),
     .doc = "`fit`, a page as large as the map needs, which is the default; or `A0` to `A5`, `letter`, `legal`, "
            "`tabloid`, with `landscape` (the default) or `portrait` behind it."},
    {CX_ROW("theme", cx_type_theme, CX_AT(CxMapEntry, theme, const CxThemeChoice *)), .table = &cx_table_theme,
     .words = &cx_theme_bases, .doc = "The look of this map; the document's `theme` where it is not given."},
    {CX_ROW("lanes", cx_type_lanes, CX_LIST_AT(CxMapEntry, lanes, CxLaneChoice *)), .table = &cx_table_lane,
     .doc = "Of a journey: the lanes that this map shows, in this order, instead of the journey's."},
    {CX_REFS_ROW("personas", CxMapEntry, personas, cx_table_persona),
     .doc = "Of a journey: the personas that this map shows, the first as its lens; all where it is not given."},
};

/* ---- Exactly one key says what is drawn -------------------------------------------------------------- */

static void report_second(CxDecoder *decoder, const CxNode *first, const CxNode *second) {
  const bool is_in_order = first->span.begin < second->span.begin;
  const CxNode *one = is_in_order ? first : second, *later = is_in_order ? second : first;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_EXCLUSIVE_KEYS, later->span,
                                "a map is drawn of one definition, not of `%s` and `%s`", one->text, later->text);
  cx_diag_also(decoder->diagnostics, diag, one->span, "the other one");
  if (g_str_equal(first->text, "journey") && g_str_equal(second->text, "persona"))
    cx_diag_help(decoder->diagnostics, diag, "`personas: […]` shows some of a journey's personas only");
  else
    cx_diag_help(decoder->diagnostics, diag, "write an entry for each");
}

/* A view may say enough: it is judged where maps are listed. */
static void report_none(CxDecoder *decoder, const CxNode *node) {
  if (!cx_node_is_absent(cx_node_get(node, "view"))) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, cx_missing_place(decoder, node),
                                "the entry does not say what is drawn");
  cx_diag_help(decoder->diagnostics, diag, "add `journey: …` or `persona: …` with the id of one");
}

/* Of all that is drawn of a persona only the empathy map has canvases to choose from. */
static void check_canvas(CxDecoder *decoder, const CxMapEntry *entry, const CxNode *node) {
  if (entry->drawn_on == 0 || g_strcmp0(entry->view, "empathy") == 0) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_EXCLUSIVE_KEYS, cx_key_find(node, "canvas")->span,
                                "`canvas` chooses how an empathy map of a persona is drawn, and this is another view");
  cx_diag_help(decoder->diagnostics, diag, "add `view: empathy`");
}

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  check_canvas(decoder, object, node);
  const CxNode *first = NULL, *second = NULL;
  for (size_t i = 0; i < CX_COUNT(subjects); i++) {
    const CxNode *key = cx_key_find(node, subjects[i]);
    const bool is_canvas_of_persona =
        first != NULL && g_str_equal(subjects[i], "canvas") && g_str_equal(first->text, "persona");
    if (key == NULL || is_canvas_of_persona) continue;
    if (first == NULL)
      first = key;
    else if (second == NULL)
      second = key;
  }
  if (first == NULL)
    report_none(decoder, node);
  else if (second != NULL)
    report_second(decoder, first, second);
}

const CxTable cx_table_map = {
    .name = "map",
    .doc = "A map that is drawn. Exactly one of the keys `journey` to `interviews` says of what. Where a document has "
           "no `maps`, each definition gives its natural ones.",
    CX_FIELDS(fields),
    .size = sizeof(CxMapEntry),
    .check = check,
};

/* ---- Once all definitions are read ------------------------------------------------------------------- */

/* Those beyond the limit are left out. */
static void check_count(CxDecoder *decoder, CxModel *model) {
  if (model->maps.count <= CX_LIMIT_MAPS) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_TOO_MANY_MAPS, model->maps.items[CX_LIMIT_MAPS]->object.span,
                                "`maps` has %zu entries, more than %d", model->maps.count, CX_LIMIT_MAPS);
  cx_diag_help(decoder->diagnostics, diag, "list them in several files that are built one by one");
  model->maps.count = CX_LIMIT_MAPS;
}

void cx_maps_read_lanes(CxDecoder *decoder, CxModel *model) {
  const CxReading *reading = decoder->user;
  check_count(decoder, model);
  for (size_t i = 0; i < model->maps.count; i++) {
    CxMapEntry *entry = model->maps.items[i];
    CxJourney *journey =
        entry->journey.id == NULL ? NULL : cx_decoder_lookup(decoder, &cx_table_journey, entry->journey.id);
    if (journey == NULL) continue;
    decoder->scope = reading->journey_key != NULL ? NULL : journey; /* ids of items are the journey's */
    cx_lanes_check(decoder, &entry->lanes, journey);
    decoder->scope = NULL;
  }
}

static void add_people(GHashTable *people, CxStage *const *stages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < stages[i]->emotions.count; k++)
      g_hash_table_add(people, stages[i]->emotions.items[k]->persona.object);
    add_people(people, stages[i]->steps.items, stages[i]->steps.count);
  }
}

/* Those whom a journey names, and those whose emotions its stages tell. */
static GHashTable *people_of(const CxJourney *journey) {
  GHashTable *people = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < journey->personas.count; i++) g_hash_table_add(people, journey->personas.items[i].object);
  add_people(people, journey->stages.items, journey->stages.count);
  return people;
}

static void report_stranger(CxDecoder *decoder, const CxJourney *journey, const CxRef *ref) {
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_DANGLING_ID, ref->span,
                                "the persona `%s` takes no part in the journey `%s`", ref->id, journey->object.id);
  GString *ids = g_string_new(NULL);
  for (size_t i = 0; i < MIN(journey->personas.count, 10); i++)
    g_string_append_printf(ids, "%s`%s`", i == 0 ? "" : ", ", journey->personas.items[i].id);
  if (ids->len > 0) cx_diag_help(decoder->diagnostics, diag, "the journey is told of %s", ids->str);
  g_string_free(ids, TRUE);
}

void cx_map_finish(CxDecoder *decoder, CxMapEntry *entry) {
  const CxJourney *journey = entry->journey.object;
  cx_refs_keep_each_once(decoder, &entry->personas);
  if (journey == NULL || entry->personas.count == 0) return;
  GHashTable *people = people_of(journey);
  for (size_t i = 0; i < entry->personas.count; i++)
    if (!g_hash_table_contains(people, entry->personas.items[i].object))
      report_stranger(decoder, journey, &entry->personas.items[i]);
  g_hash_table_destroy(people);
}
