/* The tables of a scorecard and its components; templates, which bring components with their test questions.
 *
 * In: what the definition says. Out: the template's components in its order, filled in by own ones of the same id, then
 * the other own ones. One table holds the templates.
 */
#include "cxmap/words.h"
#include "tables.h"

/* ---- What each template brings ------------------------------------------------------------------------------ */

enum { MOST = 6 };

typedef struct Brought {
  const char *id; /* the same in every language */
  CxWordKey name, question;
} Brought;

#define BROUGHT(id_, word)                                                                                             \
  { .id = (id_), .name = CX_WORD_##word, .question = CX_WORD_##word##_QUESTION }

static const Brought brought[][MOST] = {
    [CX_SCORECARD_SIX_COMPONENTS] = {BROUGHT("availability", COMPONENT_AVAILABILITY),
                                     BROUGHT("convenience", COMPONENT_CONVENIENCE),
                                     BROUGHT("simplicity", COMPONENT_SIMPLICITY),
                                     BROUGHT("personalization", COMPONENT_PERSONALIZATION),
                                     BROUGHT("responsiveness", COMPONENT_RESPONSIVENESS),
                                     BROUGHT("trust", COMPONENT_TRUST)},
    [CX_SCORECARD_SIX_PILLARS] = {BROUGHT("personalization", PILLAR_PERSONALIZATION),
                                  BROUGHT("integrity", PILLAR_INTEGRITY), BROUGHT("expectations", PILLAR_EXPECTATIONS),
                                  BROUGHT("resolution", PILLAR_RESOLUTION),
                                  BROUGHT("time-and-effort", PILLAR_TIME_AND_EFFORT),
                                  BROUGHT("empathy", PILLAR_EMPATHY)},
};

static const CxWord template_words[] = {
    {"six-components", CX_SCORECARD_SIX_COMPONENTS,
     "Six components of a good experience: `availability`, `convenience`, `simplicity`, `personalization`, "
     "`responsiveness`, `trust`."},
    {"six-pillars", CX_SCORECARD_SIX_PILLARS,
     "KPMG's six pillars of customer experience: `personalization`, `integrity`, `expectations`, `resolution`, "
     "`time-and-effort`, `empathy`."},
};

static const CxWords templates = {.name = "template", .words = template_words, .count = CX_COUNT(template_words)};

/* ---- Components --------------------------------------------------------------------------------------------- */

static const CxField component_fields[] = {
    {CX_ID_ROW("id"),
     .doc = "Where it is a template's, the component fills that one in; made from the name where it is not given."},
    {CX_TEXT_ROW("name", CxComponent, name), .doc = "What the component is called. A template's have their names."},
    {CX_TEXT_ROW("question", CxComponent, question), .doc = "The question that tests it, as a customer would ask."},
    {CX_NUMBER_ROW("score", CxComponent, score), .doc = "How well it is met, on the scorecard's scale."},
    {CX_NUMBER_ROW("target", CxComponent, target), .doc = "The score that is aimed at."},
    {CX_TEXT_ROW("note", CxComponent, note), .doc = "A remark under the bar."},
    {CX_REFS_ROW("evidence", CxComponent, evidence, cx_table_evidence), .doc = "Ids of the evidence for the score."},
};

static void component_check(CxDecoder *decoder, void *object, const CxNode *node) {
  (void)node;
  CxComponent *component = object;
  if (component->object.id != NULL || component->name.text == NULL) return;
  const char *id = cx_id_from_text(decoder->arena, component->name.text);
  if (id[0] != '\0') component->object.id = id;
}

static const CxTable component_table = {
    .name = "component",
    .doc = "A part of the experience that is rated. A text alone is the `name`.",
    CX_FIELDS(component_fields),
    .size = sizeof(CxComponent),
    .short_key = "name",
    .check = component_check,
};

/* ---- Templates ---------------------------------------------------------------------------------------------- */

static CxComponent *find_own(const CxScorecard *scorecard, const char *id) {
  for (size_t i = 0; i < scorecard->components.count; i++)
    if (g_strcmp0(scorecard->components.items[i]->object.id, id) == 0) return scorecard->components.items[i];
  return NULL;
}

/* The template's component, filled in by the own one, or blank. */
static CxComponent *bring(const CxDecoder *decoder, CxComponent *own, const Brought *from, CxSpan place) {
  if (own == NULL) {
    own = cx_new(decoder->arena, CxComponent);
    own->object = (CxObject){.id = from->id, .id_span = place, .span = place};
  }
  if (own->name.text == NULL) own->name = cx_word_text(decoder->arena, from->name, decoder->lang, place);
  if (own->question.text == NULL) own->question = cx_word_text(decoder->arena, from->question, decoder->lang, place);
  return own;
}

/* A second component of a template's id was reported as that. */
static bool is_of_template(const CxScorecard *scorecard, const char *id) {
  for (size_t i = 0; i < MOST && scorecard->template != CX_SCORECARD_OWN; i++)
    if (g_strcmp0(brought[scorecard->template][i].id, id) == 0) return true;
  return false;
}

/* Also where a template's component of that id is meant by a word with a slip in it. */
static void report_nameless(CxDecoder *decoder, const CxScorecard *scorecard, const CxComponent *component) {
  const bool has_id = component->object.id != NULL;
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, component->object.span, "a component needs a `name`%s",
                     has_id && scorecard->template != CX_SCORECARD_OWN ? ", or an id of the template's" : "");
  const char *ids[MOST];
  for (size_t i = 0; i < MOST; i++) ids[i] = brought[scorecard->template][i].id;
  const char *nearest =
      has_id && scorecard->template != CX_SCORECARD_OWN ? cx_word_nearest(component->object.id, ids, MOST) : NULL;
  if (nearest != NULL)
    cx_diag_help(decoder->diagnostics, diag, "did you mean the template's `%s`?", nearest);
  else
    cx_diag_help(decoder->diagnostics, diag, "add `name: …`");
}

static void bring_components(CxDecoder *decoder, CxScorecard *scorecard, CxSpan place) {
  CxComponents components = {0};
  GHashTable *used = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < MOST && scorecard->template != CX_SCORECARD_OWN; i++) {
    const Brought *from = &brought[scorecard->template][i];
    CxComponent *component = bring(decoder, find_own(scorecard, from->id), from, place);
    *cx_list_add(decoder->arena, &components) = component;
    g_hash_table_add(used, component);
  }
  for (size_t i = 0; i < scorecard->components.count; i++)
    if (!g_hash_table_contains(used, scorecard->components.items[i]))
      *cx_list_add(decoder->arena, &components) = scorecard->components.items[i];
  g_hash_table_destroy(used);
  scorecard->components = components;
}

/* ---- The scorecard ------------------------------------------------------------------------------------------ */

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxScorecard, title), .doc = "The map's title; without it the document's."},
    {CX_TEXT_ROW("subtitle", CxScorecard, subtitle), .doc = "The line under the title instead of the document's."},
    {CX_TEXT_ROW("owner", CxScorecard, owner), .doc = "Who is responsible for the experience."},
    {CX_TEXT_ROW("period", CxScorecard, period), .doc = "The time that the scores speak of, in any words."},
    {CX_TEXT_ROW("next", CxScorecard, next), .doc = "When it is rated again, in any words."},
    {CX_DATE_ROW("date", CxScorecard, date), .doc = "When it was rated, instead of the document's date."},
    {CX_WORD_ROW("template", CxScorecard, template, CxScorecardTemplate, templates),
     .doc = "A set of components with names and test questions."},
    {CX_ROW("scale", cx_type_rating_scale, CX_AT(CxScorecard, scale, CxRatingScale)), .fallback = "[0, 5]",
     .doc = "The lowest and the highest score: `[0, 5]`."},
    {CX_LIST_ROW("components", CxScorecard, components, CxComponent, component_table),
     .doc = "What is rated, clockwise from the top of the radar. Up to four are shown as bars only."},
    {CX_LIST_ROW("indicators", CxScorecard, indicators, CxIndicator, cx_table_indicator),
     .doc = "Figures computed from answers, shown below."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  CxScorecard *scorecard = object;
  for (size_t i = 0; i < scorecard->components.count; i++) {
    cx_rating_check(decoder, &scorecard->scale, "score", &scorecard->components.items[i]->score);
    cx_rating_check(decoder, &scorecard->scale, "target", &scorecard->components.items[i]->target);
  }
  const CxNode *template = cx_node_get(node, "template");
  bring_components(decoder, scorecard, template != NULL ? template->span : node->span);
  for (size_t i = 0; i < scorecard->components.count; i++)
    if (scorecard->components.items[i]->name.text == NULL &&
        !is_of_template(scorecard, scorecard->components.items[i]->object.id))
      report_nameless(decoder, scorecard, scorecard->components.items[i]);
}

const CxTable cx_table_scorecard = {
    .name = "scorecard",
    .doc = "How good an experience is today: its components with scores and targets, and indicators below.",
    CX_FIELDS(fields),
    .size = sizeof(CxScorecard),
    .check = check,
};
