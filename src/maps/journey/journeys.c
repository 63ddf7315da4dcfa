/* What the views of a journey have in common: where journeys stand in the model, the title block of a map of one, which
 * lanes and which personas it shows.
 */
#include "journey.h"

const CxObject *cx_journey_definition(const CxModel *model, size_t index) {
  return index < model->journeys.count ? &model->journeys.items[index]->object : NULL;
}

const CxText *cx_journey_title(const void *journey) {
  return &((const CxJourney *)journey)->title;
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
                        .owner = &journey->owner,
                        .facts = map->is_blank ? cx_blank_facts(composer) : (CxFacts){0}};
}

static const CxRefs *shown_personas(const CxMap *map) {
  const CxJourney *journey = map->definition;
  return map->entry != NULL && map->entry->personas.count > 0 ? &map->entry->personas : &journey->personas;
}

static bool tells_of(CxStage *const *stages, size_t count, const CxPersona *persona) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < stages[i]->emotions.count; k++)
      if (stages[i]->emotions.items[k]->persona.object == persona) return true;
    if (tells_of(stages[i]->steps.items, stages[i]->steps.count, persona)) return true;
  }
  return false;
}

/* One that the map does not leave out, and that the journey names or whose emotions its stages tell. */
bool cx_journey_has_persona(const CxMap *map, const CxPersona *persona) {
  const CxJourney *journey = map->definition;
  const CxRefs *shown = shown_personas(map);
  for (size_t i = 0; i < shown->count; i++)
    if (shown->items[i].object == persona) return true;
  return shown == &journey->personas && tells_of(journey->stages.items, journey->stages.count, persona);
}

void cx_journey_composer_init(CxJourneyComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                              const CxTheme *theme) {
  const CxJourney *journey = map->definition;
  *composer = (CxJourneyComposer){.journey = journey, .entry = map->entry, .lanes = &journey->lanes};
  cx_composer_init(&composer->base, arena, model, map, theme);
  if (map->entry != NULL && map->entry->lanes.count > 0) composer->lanes = &map->entry->lanes;
  if (map->persona != NULL) {
    cx_series_of(&composer->base, map->persona);
    return;
  }
  const CxRefs *personas = shown_personas(map);
  for (size_t i = 0; i < personas->count; i++)
    if (personas->items[i].object != NULL) cx_series_of(&composer->base, personas->items[i].object);
}

/* The personas that a map or the command line names are the first ones, and no other is added to them. */
bool cx_shows_persona(const CxJourneyComposer *composer, const CxPersona *persona) {
  const bool are_chosen = composer->entry != NULL && composer->entry->personas.count > 0;
  if (!are_chosen && composer->base.map->persona == NULL) return true;
  for (size_t i = 0; i < composer->base.personas.count; i++)
    if (composer->base.personas.items[i] == persona) return true;
  return false;
}

void cx_journey_make_room(CxJourneyComposer *composer, double fixed_height) {
  const CxSizes *sizes = &composer->base.theme->sizes;
  const CxMap *map = composer->base.map;
  size_t columns = 0;
  if (!map->is_blank) return;
  for (size_t i = 0; i < composer->journey->stages.count; i++)
    columns += cx_stage_columns(composer->journey->stages.items[i]);
  const double fixed_width = 2 * sizes->margin + sizes->label_column + sizes->stage_gap * (double)columns;
  size_t rows = composer->lanes->count;
  for (size_t i = 0; i < composer->lanes->count; i++) {
    if (composer->lanes->items[i]->lane != CX_LANE_EMOTION) continue;
    fixed_height += 4 * sizes->level_step + sizes->level_above + sizes->level_below; /* is high enough by itself */
    rows--;
  }
  composer->room = cx_blank_cell(map, rows, fixed_height, columns, fixed_width);
}
