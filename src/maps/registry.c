/* The registry of maps: which views there are of which definitions, in the order their maps are drawn. Adding one is
 * one file and one row.
 */
#include "kinds.h"

static const CxMapKind *const KINDS[] = {
    // clang-format off
    &cx_map_journey,
    &cx_map_blueprint,
    &cx_map_opportunities,
    &cx_map_persona,
    &cx_map_empathy,
    &cx_map_flow,
    &cx_map_why,
    &cx_map_honeycomb,
    &cx_map_scorecard,
    &cx_map_canvas,
    &cx_map_vision,
    &cx_map_guide,
    &cx_map_synthesis,
    &cx_map_segments,
    &cx_map_statistics,
    // clang-format on
};

const CxMapKind *const *cx_map_kinds(size_t *count) {
  *count = G_N_ELEMENTS(KINDS);
  return KINDS;
}

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  return map->kind->compose(arena, model, map, theme);
}
