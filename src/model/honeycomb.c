/* The tables of a honeycomb: the seven facets of quality and their scores. */
#include "tables.h"

static const CxField facet_fields[] = {
    {CX_NUMBER_ROW("score", CxFacet, score), .doc = "How well the facet is met, on the honeycomb's scale."},
    {CX_TEXT_ROW("note", CxFacet, note), .doc = "Why it has this score, in a sentence or two."},
    {CX_REFS_ROW("evidence", CxFacet, evidence, cx_table_evidence), .doc = "Ids of the evidence for the score."},
};

static const CxTable facet_table = {
    .name = "facet",
    .doc = "One facet of quality. A number alone is the `score`.",
    CX_FIELDS(facet_fields),
    .size = sizeof(CxFacet),
    .short_key = "score",
};

#define FACET_ROW(key, kind) CX_STRUCT_ROW(key, CxFacets, of[kind], CxFacet, facet_table)

static const CxField facets_fields[] = {
    {FACET_ROW("useful", CX_FACET_USEFUL), .doc = "It does what people come for."},
    {FACET_ROW("usable", CX_FACET_USABLE), .doc = "It is easy to use."},
    {FACET_ROW("desirable", CX_FACET_DESIRABLE), .doc = "People like it and want it."},
    {FACET_ROW("accessible", CX_FACET_ACCESSIBLE), .doc = "Everybody can use it, with whatever disability."},
    {FACET_ROW("credible", CX_FACET_CREDIBLE), .doc = "People believe it and trust it."},
    {FACET_ROW("findable", CX_FACET_FINDABLE), .doc = "It is found, and so is everything in it."},
    {FACET_ROW("valuable", CX_FACET_VALUABLE),
     .doc = "It brings value to those who use it and to those who offer it; stands in the middle."},
};

G_STATIC_ASSERT(CX_COUNT(facets_fields) == CX_FACET_END);

const char *cx_facet_key(CxFacetKind facet) {
  return facets_fields[facet].key;
}

static const CxTable facets_table = {
    .name = "map of facets",
    .doc = "The seven facets of quality after Peter Morville. One without a score is drawn with a dashed outline.",
    CX_FIELDS(facets_fields),
    .size = sizeof(CxFacets),
};

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxHoneycomb, title), .doc = "The map's title; without it the document's."},
    {CX_TEXT_ROW("subtitle", CxHoneycomb, subtitle), .doc = "The line under the title instead of the document's."},
    {CX_TEXT_ROW("owner", CxHoneycomb, owner), .doc = "Who is responsible for what is rated."},
    {CX_TEXT_ROW("period", CxHoneycomb, period), .doc = "The time that the scores speak of, in any words."},
    {CX_DATE_ROW("date", CxHoneycomb, date), .doc = "When it was rated, instead of the document's date."},
    {CX_ROW("scale", cx_type_rating_scale, CX_AT(CxHoneycomb, scale, CxRatingScale)), .fallback = "[0, 5]",
     .doc = "The lowest and the highest score: `[0, 5]`. Scores under the middle are drawn as low."},
    {CX_STRUCT_ROW("facets", CxHoneycomb, facets, CxFacets, facets_table),
     .doc = "The facets, each a score or a map: `{useful: 4, usable: {score: 2, note: …}}`."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  (void)node;
  const CxHoneycomb *honeycomb = object;
  for (size_t i = 0; honeycomb->facets != NULL && i < CX_FACET_END; i++)
    if (honeycomb->facets->of[i] != NULL)
      cx_rating_check(decoder, &honeycomb->scale, "score", &honeycomb->facets->of[i]->score);
}

const CxTable cx_table_honeycomb = {
    .name = "honeycomb",
    .doc = "Seven facets of quality, each with its score: what a product does well and where it is weak.",
    CX_FIELDS(fields),
    .size = sizeof(CxHoneycomb),
    .check = check,
};
