/* The table of a source of evidence: an interview, a survey, a figure from analytics. Notes, emotions and personas
 * name it by its id; maps list at their foot the sources that they cite.
 */
#include "tables.h"

static const CxWord kind_words[] = {
    {"interview", CX_EVIDENCE_INTERVIEW, "A conversation with a customer."},
    {"survey", CX_EVIDENCE_SURVEY, "A questionnaire; say in `n` how many answered."},
    {"analytics", CX_EVIDENCE_ANALYTICS, "Usage data of a site or an app."},
    {"purchase-history", CX_EVIDENCE_PURCHASE_HISTORY, "What was bought, when and how often."},
    {"service-request", CX_EVIDENCE_SERVICE_REQUEST, "Tickets, calls and complaints that reached the service."},
    {"review", CX_EVIDENCE_REVIEW, "A review on a site or in a store."},
    {"social", CX_EVIDENCE_SOCIAL, "What people say on social media."},
    {"anecdote", CX_EVIDENCE_ANECDOTE, "A story that somebody told."},
    {"observation", CX_EVIDENCE_OBSERVATION, "What was seen in the field, in a shop or at a customer's."},
    {"test", CX_EVIDENCE_TEST, "A usability test or an experiment."},
    {"other", CX_EVIDENCE_OTHER, "Anything else."},
};

static const CxWords kinds = {.name = "kind of evidence", .words = kind_words, .count = CX_COUNT(kind_words)};

static const CxField fields[] = {
    {CX_WORD_ROW("kind", CxEvidence, kind, CxEvidenceKind, kinds), .doc = "How the evidence was gathered."},
    {CX_TEXT_ROW("source", CxEvidence, source),
     .doc = "What the source is called in the list at the foot of a map; without it the id stands there."},
    {CX_DATE_ROW("date", CxEvidence, date), .doc = "When the evidence was gathered."},
    {CX_TEXT_ROW("period", CxEvidence, period),
     .doc = "The time that the evidence covers, in your own words: `2026-Q1`, `Jan–Apr 2026`."},
    {CX_ROW("n", cx_type_count, CX_AT(CxEvidence, n, CxNumber)), .min = 1, .max = 1e12,
     .doc = "How many people or cases it rests on."},
    {CX_TEXT_ROW("quote", CxEvidence, quote), .doc = "What was said or written, word for word."},
    {CX_REF_ROW("persona", CxEvidence, persona, cx_table_persona), .doc = "The persona that the evidence speaks of."},
    {CX_LINK_ROW("link", CxEvidence, link), .doc = "Where the evidence can be looked up."},
    {CX_TEXT_ROW("owner", CxEvidence, owner), .doc = "Who keeps the evidence."},
};

const CxTable cx_table_evidence = {
    .name = "evidence",
    .doc = "A source that a map rests on. Whatever names its id shows a small number, and the map lists the source at "
           "its foot. A text alone is the `source`.",
    CX_FIELDS(fields),
    .size = sizeof(CxEvidence),
    .short_key = "source",
};
