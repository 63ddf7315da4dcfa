/* The tables of a stage and of a step, which is the same without `steps`, and what they say once all ids are known.
 */
#include "tables.h"

#include <string.h>

/* ---- moment_of_truth ------------------------------------------------------------------------------ */

static bool is_one_of(const CxNode *node, const char *const words[3]) {
  for (size_t i = 0; node->kind == CX_NODE_SCALAR && node->is_plain && i < 3; i++)
    if (g_ascii_strcasecmp(node->text, words[i]) == 0) return true;
  return false;
}

/* In quotes, `yes` is a text. */
static void moment_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  static const char *const true_words[] = {"true", "yes", "on"}, *const false_words[] = {"false", "no", "off"};
  CxStage *stage = (CxStage *)((char *)member - field->offset);
  if (is_one_of(node, true_words))
    stage->moment_of_truth = (CxText){.text = "", .span = node->span};
  else if (is_one_of(node, false_words) || !cx_decode_text(decoder, node, &stage->moment_of_truth))
    return;
  stage->is_moment_of_truth = true;
}

static bool moment_write(const CxField *field, const void *member, CxJson *json) {
  const CxText *text = member;
  if (text->text != NULL && text->text[0] == '\0') {
    cx_json_bool(json, true);
    return true;
  }
  return cx_type_text.write(field, text, json);
}

const CxType cx_type_moment = {.name = "true or a text", .decode = moment_decode, .write = moment_write};

/* ---- opportunities -------------------------------------------------------------------------------- */

/* Items that may say more than others: item.c asks which they are. */
static void opportunities_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxReading *reading = decoder->user;
  reading->is_in_opportunities = true;
  cx_type_list.decode(decoder, field, node, member);
  reading->is_in_opportunities = false;
}

static bool opportunities_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_list.write(field, member, json);
}

const CxType cx_type_opportunities = {
    .name = "a list of items", .decode = opportunities_decode, .write = opportunities_write};

/* ---- The tables ----------------------------------------------------------------------------------- */

#define LANE(key, lane) CX_ITEMS_ROW(key, CxStage, items[CX_LANE_##lane])

/* In the canonical order of lanes; `steps` comes last, because a step has all rows but that one. */
static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxStage, name), .flags = CX_NEEDED,
     .doc = "The column's header; best in the customer's words."},
    {CX_ID_ROW("id"), .doc = "The stage's id, unique in its journey; made from the name where it is not given."},
    {CX_TEXT_ROW("duration", CxStage, duration), .doc = "How long it takes, under the header: `two days`."},
    {CX_ROW("moment_of_truth", cx_type_moment, CX_AT(CxStage, moment_of_truth, CxText)),
     .doc = "`true`, or a text that says why: here the customer decides what to think of the whole. A star stands on "
            "the header."},
    {CX_IMAGE_ROW("image", CxStage, image), .doc = "A picture of the storyboard."},
    {LANE("goals", GOALS), .doc = "What the customer wants to reach here."},
    {LANE("needs", NEEDS), .doc = "What the customer needs for it."},
    {LANE("expectations", EXPECTATIONS), .doc = "What the customer takes for granted."},
    {LANE("actions", ACTIONS), .doc = "What the customer does."},
    {CX_ROW("touchpoints", cx_type_touchpoints, CX_AT(CxStage, touchpoints, CxTouchpoints)),
     .table = &cx_table_touchpoint,
     .doc = "Where the customer meets the service. In a document with a section `touchpoints` a text is one of its "
            "ids, elsewhere it is a name; a map is a touchpoint of its own."},
    {LANE("physical_evidence", PHYSICAL_EVIDENCE), .doc = "What the customer sees or holds of the service."},
    {LANE("thoughts", THOUGHTS), .doc = "What the customer thinks; shown in quotation marks."},
    {LANE("questions", QUESTIONS), .doc = "What the customer asks."},
    {CX_ROW("emotion", cx_type_emotion, offsetof(CxStage, emotions)), .table = &cx_table_emotion,
     .doc = "How the journey's first persona feels: a point of the curve."},
    {CX_ROW("emotions", cx_type_emotions, offsetof(CxStage, emotions)), .table = &cx_table_emotion,
     .doc = "How several personas feel, by their ids; each gets a curve."},
    {CX_NUMBER_ROW("importance", CxStage, importance), .min = 1, .max = 5,
     .doc = "How much the stage matters to the customer, 1 to 5: the dramatic arc, a second line."},
    {LANE("perceptions", PERCEPTIONS), .doc = "How the service strikes the customer."},
    {LANE("quotes", QUOTES), .doc = "What customers said here, word for word."},
    {LANE("feedback", FEEDBACK), .doc = "What customers report back."},
    {LANE("pains", PAINS), .doc = "What goes wrong or hurts."},
    {LANE("gains", GAINS), .doc = "What goes well or delights."},
    {CX_ROW("opportunities", cx_type_opportunities, CX_AT(CxStage, items[CX_LANE_OPPORTUNITIES], CxItems)),
     .table = &cx_table_item, .doc = "What could be made better. `impact` and `effort` weigh one against the other."},
    {LANE("frontstage", FRONTSTAGE), .doc = "What staff and systems do in the customer's sight."},
    {LANE("backstage", BACKSTAGE), .doc = "What staff do out of the customer's sight."},
    {LANE("support", SUPPORT), .doc = "Systems and partners that the backstage relies on."},
    {LANE("macro", MACRO), .doc = "Level of the market: law, society, competitors."},
    {LANE("meso", MESO), .doc = "Level of the organisation: departments and how they work together."},
    {LANE("micro", MICRO), .doc = "Level of the single touchpoint."},
    {CX_ROW("metrics", cx_type_metrics, CX_AT(CxStage, metrics, CxMetrics)), .table = &cx_table_metric,
     .doc = "Figures under their names."},
    {CX_TEXT_ROW("owner", CxStage, owner), .doc = "Who answers for the stage."},
    {CX_LIST_ROW("steps", CxStage, steps, CxStage, cx_table_step),
     .doc = "Columns under the stage. What the stage says itself spans them."},
};

const CxTable cx_table_stage = {
    .name = "stage",
    .doc = "A column of a journey: a phase that the customer goes through. Each key from `image` to `owner` is a lane; "
           "lanes "
           "stand in the order of this table unless the journey's `lanes` say otherwise. A text alone is the `name`.",
    CX_FIELDS(fields),
    .size = sizeof(CxStage),
    .short_key = "name",
};

const CxTable cx_table_step = {
    .name = "step",
    .doc = "A column within a stage. It has the keys of a stage, but no steps of its own. A text alone is the `name`.",
    .fields = fields,
    .count = CX_COUNT(fields) - 1,
    .size = sizeof(CxStage),
    .short_key = "name",
};

/* ---- Ids of those that have none ------------------------------------------------------------------- */

/* From an id to how often it was wanted. A tree, because no choice of names can make it slow. */
typedef GTree Ids;

static int compare_ids(const void *a, const void *b) {
  return strcmp(a, b);
}

static size_t times_wanted(Ids *ids, const char *id) {
  return GPOINTER_TO_SIZE(g_tree_lookup(ids, id));
}

static void want(Ids *ids, const char *id, size_t times) {
  g_tree_insert(ids, (char *)id, GSIZE_TO_POINTER(times));
}

/* The id itself where it is free, else with the next free number. */
static const char *free_id(CxArena *arena, Ids *ids, const char *id) {
  size_t times = times_wanted(ids, id);
  const char *found = id;
  while (times_wanted(ids, found) > 0) found = cx_arena_printf(arena, "%s-%zu", id, ++times);
  want(ids, id, MAX(times, 1));
  if (found != id) want(ids, found, 1);
  return found;
}

/* Two stages, or two steps of a stage, are told apart by the engine. */
static void report_shared(CxDecoder *decoder, const CxStage *one, const CxStage *other) {
  const bool is_one_later = one->object.id_span.begin > other->object.id_span.begin;
  const CxStage *later = is_one_later ? one : other, *first = is_one_later ? other : one;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_DUPLICATE_ID, later->object.id_span,
                                "a second stage or step with the id `%s`", later->object.id);
  cx_diag_also(decoder->diagnostics, diag, first->object.id_span, "first defined here");
}

static void take_given_ids(CxDecoder *decoder, Ids *ids, CxStage *const *stages, size_t count) {
  GTree *given = g_tree_new(compare_ids);
  for (size_t i = 0; i < count; i++) {
    if (stages[i]->object.id == NULL) continue;
    g_tree_insert(given, (char *)stages[i]->object.id, stages[i]);
    want(ids, stages[i]->object.id, 1);
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < stages[i]->steps.count; k++) {
      const CxStage *step = stages[i]->steps.items[k];
      const CxStage *stage = step->object.id == NULL ? NULL : g_tree_lookup(given, step->object.id);
      if (stage != NULL) report_shared(decoder, stage, step);
      if (step->object.id != NULL) want(ids, step->object.id, 1);
    }
  }
  g_tree_destroy(given);
}

static void make_ids(CxArena *arena, Ids *ids, CxStage *const *stages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (stages[i]->object.id == NULL) {
      const char *id = stages[i]->name.text == NULL ? "" : cx_id_from_text(arena, stages[i]->name.text);
      stages[i]->object.id = free_id(arena, ids, id[0] == '\0' ? "stage" : id);
    }
    make_ids(arena, ids, stages[i]->steps.items, stages[i]->steps.count);
  }
}

void cx_stages_make_ids(CxDecoder *decoder, CxStage *const *stages, size_t count) {
  Ids *ids = g_tree_new(compare_ids);
  take_given_ids(decoder, ids, stages, count);
  make_ids(decoder->arena, ids, stages, count);
  g_tree_destroy(ids);
}

/* ---- After all definitions are known -------------------------------------------------------------- */

void cx_stages_finish(CxDecoder *decoder, CxStage *const *stages, size_t count, CxPersona *lens) {
  for (size_t i = 0; i < count; i++) {
    cx_touchpoints_finish(decoder, &stages[i]->touchpoints);
    cx_emotions_finish(decoder, stages[i], lens);
    cx_stages_finish(decoder, stages[i]->steps.items, stages[i]->steps.count, lens);
  }
}
