/* A document's nodes go in, the model comes out: decoded, ids resolved, rules checked.
 *
 * The language is read before all else, because it says what a text in several languages means. Then the tables do
 * the work, row by row: the emotion scale comes before the journeys, whose scores it judges, wherever it stands in
 * the file. What needs all definitions, such as a journey's default persona, is added at the end. Reading goes on
 * after a problem.
 */
#include "tables.h"

#include <string.h>

/* ---- Small things that other files ask for ----------------------------------------------------------- */

const CxField *cx_row_find(const CxTable *table, const char *key) {
  for (size_t i = 0; i < table->count; i++)
    if (g_str_equal(table->fields[i].key, key)) return &table->fields[i];
  return NULL;
}

const CxNode *cx_key_find(const CxNode *map, const char *key) {
  for (size_t i = 0; i < map->map.count; i++)
    if (g_str_equal(map->map.items[i].key->text, key) && !cx_node_is_absent(map->map.items[i].value))
      return map->map.items[i].key;
  return NULL;
}

CxSpan cx_missing_place(const CxDecoder *decoder, const CxNode *node) {
  return decoder->key != NULL && decoder->value == node ? decoder->key->span : node->span;
}

/* ---- The file's stem -------------------------------------------------------------------------------- */

static char *stem_of(CxArena *arena, const CxSource *source) {
  char *name = g_path_get_basename(source->name), *valid = g_utf8_make_valid(name, -1);
  char *dot = strrchr(valid, '.');
  if (dot != NULL && dot != valid) *dot = '\0';
  char *stem = cx_arena_strdup(arena, valid);
  g_free(valid);
  g_free(name);
  return stem;
}

static const char *stem_id(CxArena *arena, const char *stem) {
  const char *id = cx_id_from_text(arena, stem);
  return id[0] == '\0' ? "document" : id;
}

/* ---- What is read first ------------------------------------------------------------------------------ */

static const char *read_language(CxDiagnostics *diagnostics, const CxNode *document) {
  const CxNode *lang = cx_node_get(document, "lang");
  if (!cx_node_is_absent(lang) && lang->kind == CX_NODE_SCALAR && cx_is_language_tag(lang->text)) return lang->text;
  const char *guess = cx_document_guess_language(document);
  if (cx_node_is_absent(lang) && document->map.count > 0 && !g_str_equal(guess, "en")) {
    CxDiag *diag = cx_diag_report(diagnostics, CX_GUESSED_LANGUAGE, document->map.items[0].key->span,
                                  "the document does not name its language; it is taken to be %s", guess);
    cx_diag_help(diagnostics, diag, "add `lang: %s` at top level, or the tag that is right", guess);
  }
  return guess;
}

/* ---- The short form ----------------------------------------------------------------------------------- */

static bool is_of_journey(const CxPair *pair) {
  return !cx_node_is_absent(pair->value) && cx_row_find(&cx_table_journey, pair->key->text) != NULL &&
         cx_row_find(&cx_table_document, pair->key->text) == NULL;
}

/* The first key at top level that makes a journey. A persona on the spot alone makes none. */
static const CxNode *first_journey_key(const CxNode *document) {
  for (size_t i = 0; i < document->map.count; i++) {
    const CxPair *pair = &document->map.items[i];
    if (is_of_journey(pair) && !(pair->value->kind == CX_NODE_MAP && g_str_equal(pair->key->text, "persona")))
      return pair->key;
  }
  return NULL;
}

static void check_exclusive(CxDiagnostics *diagnostics, const CxNode *document) {
  const CxNode *journeys = cx_key_find(document, "journeys");
  for (size_t i = 0; journeys != NULL && i < document->map.count; i++) {
    const CxPair *pair = &document->map.items[i];
    if (!is_of_journey(pair)) continue;
    CxDiag *diag = cx_diag_report(diagnostics, CX_EXCLUSIVE_KEYS, pair->key->span,
                                  "`%s` at top level is a journey of its own, beside `journeys`", pair->key->text);
    cx_diag_also(diagnostics, diag, journeys->span, "the journeys");
    cx_diag_help(diagnostics, diag, "move it into one of the `journeys`");
  }
}

/* Decodes the top level. The table of the journey takes part even where there is no short form, so that a mistyped key
 * finds the nearest one among its keys too. */
static void decode_document(CxDecoder *decoder, CxReading *reading) {
  const CxNode *document = reading->document;
  CxModel *model = reading->model;
  CxJourney *journey = cx_new(decoder->arena, CxJourney);
  if (cx_key_find(document, "journeys") == NULL) reading->journey_key = first_journey_key(document);
  const CxPart parts[] = {{&cx_table_document, model}, {&cx_table_journey, journey}};
  cx_decode_map(decoder, document, parts, CX_COUNT(parts));
  if (reading->journey_key == NULL) return;
  journey->object = (CxObject){.id = model->stem, .id_span = reading->journey_key->span, .span = document->span};
  *cx_list_add(decoder->arena, &model->journeys) = journey;
  cx_decoder_register(decoder, &cx_table_journey, &journey->object);
}

/* The persona of the short form is the first one: whoever else is defined stands behind. */
static void add_own_persona(CxArena *arena, CxModel *model, CxPersona *persona) {
  if (persona == NULL) return;
  *cx_list_add(arena, &model->personas) = persona;
  for (size_t i = model->personas.count - 1; i > 0; i--) model->personas.items[i] = model->personas.items[i - 1];
  model->personas.items[0] = persona;
}

/* ---- When all is known --------------------------------------------------------------------------------- */

static CxPersona *default_persona(const CxModel *model) {
  for (size_t i = 0; i < model->personas.count; i++)
    if (model->personas.items[i]->kind != CX_PERSONA_ANTI) return model->personas.items[i];
  return NULL;
}

/* Who is listed by a segment and names none belongs to that: the first that lists them. Contradictions were reported.
 */
static void join_segments(const CxModel *model) {
  for (size_t i = 0; i < model->segments.count; i++) {
    CxSegment *segment = model->segments.items[i];
    for (size_t k = 0; k < segment->personas.count; k++) {
      CxPersona *persona = segment->personas.items[k].object;
      if (persona != NULL && persona->segment.id == NULL)
        persona->segment =
            (CxRef){.id = segment->object.id, .object = segment, .span = segment->personas.items[k].span};
    }
  }
}

static void finish(CxDecoder *decoder, const CxReading *reading) {
  CxModel *model = reading->model;
  for (size_t i = 0; i < model->touchpoints.count; i++) cx_touchpoint_finish(decoder, model->touchpoints.items[i]);
  cx_touchpoints_fill(reading);
  CxPersona *fallback = default_persona(model);
  for (size_t i = 0; i < model->journeys.count; i++)
    cx_journey_finish(decoder, model, model->journeys.items[i], fallback);
  for (size_t i = 0; i < model->flows.count; i++) cx_flow_finish(decoder, model, model->flows.items[i]);
  for (size_t i = 0; i < model->whys.count; i++) cx_why_finish(decoder, model, model->whys.items[i]);
  if (model->interviews != NULL) cx_interviews_finish(decoder, model->interviews);
  cx_segments_finish(decoder, model);
  join_segments(model);
  for (size_t i = 0; i < model->maps.count; i++) cx_map_finish(decoder, model->maps.items[i]);
}

CxModel *cx_model_read(CxArena *arena, const CxNode *document, const CxSource *source, const CxRoot *root,
                       CxDiagnostics *diagnostics) {
  const char *stem = stem_of(arena, source);
  CxModel *model = cx_new(arena, CxModel);
  CxReading reading = {.document = document, .model = model};
  CxDecoder *decoder = cx_decoder_new(arena, root, diagnostics);
  decoder->user = &reading;
  decoder->lang = model->lang = read_language(diagnostics, document);
  model->stem = stem_id(arena, stem);
  model->has_touchpoints = !cx_node_is_absent(cx_node_get(document, "touchpoints"));

  check_exclusive(diagnostics, document);
  decode_document(decoder, &reading);
  add_own_persona(arena, model, reading.own_persona);
  if (model->title.text == NULL) model->title.text = stem;
  cx_channels_add_builtin(decoder, model);
  cx_maps_read_lanes(decoder, model);
  cx_decoder_resolve(decoder);
  finish(decoder, &reading);
  return model;
}
