/* Which views there are of which definitions, in the order their maps are drawn: the rows of kinds.h as an array. */
#include "kinds.h"

#define ADDRESS(name) &cx_map_##name,
static const CxMapKind *const KINDS[] = {CX_MAP_KINDS(ADDRESS)};

const CxMapKind *const *cx_map_kinds(size_t *count) {
  *count = G_N_ELEMENTS(KINDS);
  return KINDS;
}

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  return map->kind->compose(arena, model, map, theme);
}
