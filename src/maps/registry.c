/* The registry of maps: which views there are of which definitions, in the order their maps are drawn. Adding one is
 * one file and one row.
 */
#include "kinds.h"

static const CxMapKind *const KINDS[] = {
    &cx_map_journey,
    &cx_map_blueprint,
    &cx_map_opportunities,
    &cx_map_flow,
    &cx_map_why,
};

const CxMapKind *const *cx_map_kinds(size_t *count) {
  *count = G_N_ELEMENTS(KINDS);
  return KINDS;
}

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  return map->kind->compose(arena, model, map, theme);
}
