/* What the views of a journey have in common: where journeys stand in the model, the title block of a map of one, which
 * lanes and which personas it shows.
 */
#include "composer.h"
#include "kinds.h"

const CxObject *cx_journey_definition(const CxModel *model, size_t index) {
  return index < model->journeys.count ? &model->journeys.items[index]->object : NULL;
}

const CxText *cx_journey_title(const CxModel *model, const void *definition) {
  const CxJourney *journey = definition;
  return cx_is_given(&journey->title) ? &journey->title : &model->title;
}

static CxPhrase with_state(CxComposer *composer, CxPhrase line, const CxJourney *journey) {
  if (journey->state == CX_STATE_CURRENT)
    cx_join(composer, &line, cx_phrase_word(composer, CX_WORD_STATE_CURRENT).text);
  if (journey->state == CX_STATE_FUTURE) cx_join(composer, &line, cx_phrase_word(composer, CX_WORD_STATE_FUTURE).text);
  return line;
}

CxBlock *cx_compose_journey_title(CxComposer *composer, const CxMap *map, CxPhrase kind) {
  const CxModel *model = composer->model;
  const CxJourney *journey = map->definition;
  CxFacts facts = {0};
  cx_fact_add(composer, &facts, CX_WORD_AUTHOR, cx_phrase(composer, &model->author));
  cx_fact_add(composer, &facts, CX_WORD_OWNER, cx_phrase(composer, &journey->owner));
  cx_fact_add(composer, &facts, CX_WORD_VERSION, cx_phrase(composer, &model->version));
  cx_fact_add(composer, &facts, CX_WORD_DATE, cx_document_date(composer));
  cx_fact_add(composer, &facts, CX_WORD_EVIDENCE, cx_evidence_fact(composer));
  return cx_compose_title(composer, with_state(composer, kind, journey), map->title, cx_map_subtitle(composer, map),
                          &facts);
}

static const CxRefs *shown_personas(const CxMap *map) {
  const CxJourney *journey = map->definition;
  return map->entry != NULL && map->entry->personas.count > 0 ? &map->entry->personas : &journey->personas;
}

void cx_journey_composer_init(CxJourneyComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                              const CxTheme *theme) {
  const CxJourney *journey = map->definition;
  *composer = (CxJourneyComposer){.journey = journey, .entry = map->entry, .lanes = &journey->lanes};
  cx_composer_init(&composer->base, arena, model, map, theme);
  if (map->entry != NULL && map->entry->lanes.count > 0) composer->lanes = &map->entry->lanes;
  const CxRefs *personas = shown_personas(map);
  for (size_t i = 0; i < personas->count; i++)
    if (personas->items[i].object != NULL) cx_series_of(composer, personas->items[i].object);
}

/* The personas that a map names are the first ones, and no other is added to them. */
bool cx_shows_persona(const CxJourneyComposer *composer, const CxPersona *persona) {
  if (composer->entry == NULL || composer->entry->personas.count == 0) return true;
  for (size_t i = 0; i < composer->personas.count; i++)
    if (composer->personas.items[i] == persona) return true;
  return false;
}

CxBlock *cx_compose_note(CxComposer *composer, const CxMap *map) {
  if (map->entry == NULL || !cx_is_given(&map->entry->note)) return NULL;
  return cx_block_text(composer->arena, "note", cx_phrase(composer, &map->entry->note), CX_FONT_BODY, CX_PAINT_INK);
}
