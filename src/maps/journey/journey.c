/* The journey map: title block, lens, stages over steps in time, lanes, legend and sources, composed as one sheet.
 *
 * In: a journey of the model. Out: a sheet; nothing here has a coordinate. Column 0 of the grid holds the lane labels,
 * then comes a column for each step, or for a stage without steps.
 */
#include "journey.h"

/* Points: margins, title block, stages and foot of a map without a lens. */
static const double FIXED_HEIGHT = 168;

static CxBlock *compose_grid(CxJourneyComposer *composer) {
  CxBlock *block = cx_block_new(composer->base.arena, CX_BLOCK_GRID, NULL);
  block->grid = cx_new(composer->base.arena, CxGrid);
  cx_journey_make_room(composer, FIXED_HEIGHT);
  cx_compose_stages(composer, block->grid, true);
  cx_compose_lanes(composer, block->grid);
  cx_compose_washes(composer, block->grid, false);
  return block;
}

/* The grid first: what it cites and shows decides on the facts, the legend and the sources. */
static CxSheet *journey_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxJourneyComposer composer;
  CxComposer *base = &composer.base;
  cx_journey_composer_init(&composer, arena, model, map, theme);
  CxSheetParts parts = cx_journey_parts(base, map, CX_WORD_MAP_JOURNEY);
  parts.content = compose_grid(&composer);
  parts.content->before = 14;
  parts.opening = cx_compose_lens(&composer);
  parts.opening_gap = theme->sizes.title_gap;
  parts.legend = cx_compose_legend(base);
  parts.running =
      cx_compose_running(base, map->title, base->personas.items, base->personas.count, composer.journey->stages.count);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  cx_composer_clear(base);
  return sheet;
}

static bool has_stages(const CxModel *model, const void *definition) {
  (void)model;
  return ((const CxJourney *)definition)->stages.count > 0;
}

const CxMapKind cx_map_journey = {
    .name = "journey",
    .key = "journey",
    .ref = offsetof(CxMapEntry, journey),
    .is_first = true,
    .doc = "Stages and steps over time with lanes of content and the emotion curve.",
    .definition = cx_journey_definition,
    .is_natural = has_stages,
    .title = cx_journey_title,
    .has_persona = cx_journey_has_persona,
    .compose = journey_compose,
};
