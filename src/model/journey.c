/* The table of a journey, the types of its rows, and the rules between its keys.
 *
 * The same table reads a journey under `journeys` and the short form, where its keys stand at top level.
 */
#include "tables.h"

/* ---- The personas it is told of -------------------------------------------------------------------- */

/* Of the short form: a persona of its own, with the id that the journey has. */
static void own_persona_decode(CxDecoder *decoder, const CxNode *node, CxRefs *personas) {
  CxReading *reading = decoder->user;
  CxPersona *persona = cx_decode_object(decoder, &cx_table_persona, node);
  if (persona == NULL) return;
  persona->object.id = reading->model->stem;
  cx_decoder_register(decoder, &cx_table_persona, &persona->object);
  reading->own_persona = persona;
  const CxRef ref = {.id = persona->object.id, .object = persona, .span = node->span};
  *cx_list_add(decoder->arena, personas) = ref;
}

static void lens_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  const CxReading *reading = decoder->user;
  CxRefs *personas = member;
  if (node->kind == CX_NODE_MAP && node == cx_node_get(reading->document, "persona")) {
    own_persona_decode(decoder, node, personas);
  } else if (node->kind == CX_NODE_SCALAR) {
    cx_type_refs.decode(decoder, field, node, personas);
  } else {
    CxDiag *diag = cx_report_wrong_type(decoder, node, field->type->name);
    cx_diag_help(decoder->diagnostics, diag, "define personas under `personas:` and name %s here",
                 node->kind == CX_NODE_LIST ? "several with `personas: [a, b]`" : "one by its id");
  }
}

/* The row `personas`, which has the same member, writes all. */
static bool lens_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  (void)member;
  (void)json;
  return false;
}

const CxType cx_type_lens = {.name = "a persona's id", .decode = lens_decode, .write = lens_write};

/* ---- The table ------------------------------------------------------------------------------------- */

static const CxWord state_words[] = {
    {"current", CX_STATE_CURRENT, "As it is today."},
    {"future", CX_STATE_FUTURE, "As it shall be."},
};

static const CxWords states = {.name = "state", .words = state_words, .count = CX_COUNT(state_words)};

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxJourney, title), .doc = "The map's title; the document's where it is not given."},
    {CX_ROW("persona", cx_type_lens, CX_AT(CxJourney, personas, CxRefs)), .table = &cx_table_persona,
     .doc = "The id of the persona who goes through the journey. Without it, and without `personas`, the document's "
            "first persona is taken, anti-personas left aside. At top level a map defines the persona on the spot."},
    {CX_REFS_ROW("personas", CxJourney, personas, cx_table_persona),
     .doc = "Ids of several personas, instead of `persona`. The first is the lens: `emotion` speaks of them."},
    {CX_TEXT_ROW("scenario", CxJourney, scenario), .doc = "The situation that the journey starts from."},
    {CX_TEXT_ROW("goal", CxJourney, goal), .doc = "What the customer wants to have reached in the end."},
    {CX_ITEMS_ROW("expectations", CxJourney, expectations),
     .doc = "What the customer takes for granted from the start."},
    {CX_WORD_ROW("state", CxJourney, state, CxState, states), .doc = "Whether the journey is today's or a plan."},
    {CX_TEXT_ROW("owner", CxJourney, owner), .doc = "Who keeps the journey and answers for it."},
    {CX_WORD_ROW("template", CxJourney, template, CxTemplate, cx_templates),
     .doc = "A method that the journey follows. It brings stages, or lanes that are shown even where they are empty; "
            "who gives `stages` or `lanes` replaces the template's."},
    {CX_ROW("lanes", cx_type_lanes, CX_LIST_AT(CxJourney, lanes, CxLaneChoice *)), .table = &cx_table_lane,
     .doc =
         "Which lanes are shown, in this order; without it all that have content, in the order of the stage's keys."},
    {CX_LIST_ROW("stages", CxJourney, stages, CxStage, cx_table_stage), .doc = "The columns, in order of time."},
};

/* ---- Rules between its keys ------------------------------------------------------------------------- */

/* At top level `personas` is the section. */
static void check_personas(CxDecoder *decoder, const CxNode *node) {
  const CxNode *one = cx_key_find(node, "persona"), *several = cx_key_find(node, "personas");
  if (one == NULL || several == NULL) return;
  const bool is_one_later = one->span.begin > several->span.begin;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_EXCLUSIVE_KEYS, is_one_later ? one->span : several->span,
                                "`persona` and `personas` say the same thing");
  cx_diag_also(decoder->diagnostics, diag, is_one_later ? several->span : one->span, "the other one");
  cx_diag_help(decoder->diagnostics, diag, "name all of them in `personas: […]`, the lens first");
}

static CxSpan journey_place(const CxDecoder *decoder, const CxNode *node) {
  const CxReading *reading = decoder->user;
  return node == reading->document ? reading->journey_key->span : cx_missing_place(decoder, node);
}

/* A template that could not be read has been reported, and may have been one that brings stages. */
static void check_stages(CxDecoder *decoder, const CxJourney *journey, const CxNode *node) {
  const CxNode *stages = cx_node_get(node, "stages"), *template = cx_node_get(node, "template");
  if (!cx_node_is_absent(stages) && (stages->kind != CX_NODE_LIST || stages->list.count > 0)) return;
  const bool has_template = !cx_node_is_absent(template);
  if (has_template && (journey->template == CX_TEMPLATE_NONE || cx_template_has_stages(journey->template))) return;
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, journey_place(decoder, node), "a journey needs `stages`");
  if (has_template)
    cx_diag_help(decoder->diagnostics, diag, "the template `%s` brings lanes only: add `stages:` with a `name` each",
                 template->text);
  else
    cx_diag_help(decoder->diagnostics, diag, "add `stages:` with a `name` each, or a `template` that brings them");
}

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  const CxReading *reading = decoder->user;
  CxJourney *journey = object;
  const bool is_document = node == reading->document;
  if (is_document && reading->journey_key == NULL) return;
  if (!is_document) check_personas(decoder, node);
  check_stages(decoder, journey, node);
  if (journey->template != CX_TEMPLATE_NONE) cx_template_bring(decoder, journey, cx_node_get(node, "template")->span);
  cx_lanes_check(decoder, &journey->lanes, journey);
}

const CxTable cx_table_journey = {
    .name = "journey",
    .doc = "What a persona lives through, stage by stage. Drawn as a journey map.",
    CX_FIELDS(fields),
    .size = sizeof(CxJourney),
    .check = check,
};

/* ---- After all definitions are known ---------------------------------------------------------------- */

static bool is_first(CxDecoder *decoder, GHashTable *seen, const CxRef *ref) {
  const CxRef *first = g_hash_table_lookup(seen, ref->object);
  if (first == NULL) {
    g_hash_table_insert(seen, ref->object, (void *)ref);
    return true;
  }
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_REPEATED, ref->span, "the persona `%s` is named twice", ref->id);
  cx_diag_also(decoder->diagnostics, diag, first->span, "first named here");
  return false;
}

void cx_refs_keep_each_once(CxDecoder *decoder, CxRefs *personas) {
  const CxRefs named = *personas;
  GHashTable *seen = g_hash_table_new(NULL, NULL);
  *personas = (CxRefs){0};
  for (size_t i = 0; i < named.count; i++)
    if (named.items[i].object != NULL && is_first(decoder, seen, &named.items[i]))
      *cx_list_add(decoder->arena, personas) = named.items[i];
  g_hash_table_destroy(seen);
}

static void finish_personas(CxDecoder *decoder, CxJourney *journey, CxPersona *fallback) {
  const bool is_named = journey->personas.count > 0;
  cx_refs_keep_each_once(decoder, &journey->personas);
  if (!is_named && fallback != NULL)
    *cx_list_add(decoder->arena, &journey->personas) = (CxRef){.id = fallback->object.id, .object = fallback};
}

static void check_columns(CxDecoder *decoder, const CxJourney *journey) {
  size_t columns = 0;
  for (size_t i = 0; i < journey->stages.count; i++) columns += MAX(journey->stages.items[i]->steps.count, 1);
  if (columns <= CX_LIMIT_COLUMNS) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_TOO_MANY_COLUMNS, journey->object.id_span,
                                "the journey has %zu columns, more than %d", columns, CX_LIMIT_COLUMNS);
  cx_diag_help(decoder->diagnostics, diag, "tell it in several journeys");
}

void cx_journey_finish(CxDecoder *decoder, CxModel *model, CxJourney *journey, CxPersona *fallback) {
  if (journey->title.text == NULL) journey->title = model->title;
  check_columns(decoder, journey);
  cx_spans_check(decoder, journey);
  finish_personas(decoder, journey, fallback);
  CxPersona *lens = journey->personas.count > 0 ? journey->personas.items[0].object : NULL;
  cx_stages_make_ids(decoder, journey->stages.items, journey->stages.count);
  cx_stages_finish(decoder, journey->stages.items, journey->stages.count, lens);
}
