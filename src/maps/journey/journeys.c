/* What the views of a journey have in common: where journeys stand in the model, the title block of a map of one, which
 * lanes and which personas it shows.
 */
#include "journey.h"

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

CxSheetParts cx_journey_parts(CxComposer *composer, const CxMap *map, CxWordKey kind) {
  const CxJourney *journey = map->definition;
  return (CxSheetParts){.overline = with_state(composer, cx_phrase_word(composer, kind), journey),
                        .owner = &journey->owner};
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
    if (personas->items[i].object != NULL) cx_series_of(&composer->base, personas->items[i].object);
}

/* The personas that a map names are the first ones, and no other is added to them. */
bool cx_shows_persona(const CxJourneyComposer *composer, const CxPersona *persona) {
  if (composer->entry == NULL || composer->entry->personas.count == 0) return true;
  for (size_t i = 0; i < composer->base.personas.count; i++)
    if (composer->base.personas.items[i] == persona) return true;
  return false;
}
