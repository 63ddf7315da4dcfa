/* The registry of map kinds: which there are, in the order their maps are drawn. Adding a kind is one file and one row.
 */
#include "kinds.h"

static const CxMapKind *const KINDS[] = {
    &cx_map_journey,
};

const CxMapKind *const *cx_map_kinds(size_t *count) {
  *count = G_N_ELEMENTS(KINDS);
  return KINDS;
}

void cx_maps_list(CxArena *arena, const CxModel *model, const char *lang, CxMaps *maps) {
  for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++)
    KINDS[i]->list(arena, model, lang != NULL ? lang : model->lang, maps);
}

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  return map->kind->compose(arena, model, map, theme);
}
