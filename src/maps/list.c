/* Which maps a document gives: the natural ones, where it does not say.
 *
 * All views of a journey stand together, journey by journey; so do those of any other definition whose kinds are
 * neighbours in the registry.
 */
#include "composer.h"

#include <string.h>

static CxMap *add_map(CxArena *arena, const CxModel *model, const CxMapKind *kind, const CxObject *definition,
                      const char *lang, CxMaps *maps) {
  const CxComposer composer = {.arena = arena, .model = model, .lang = lang};
  CxMap *map = cx_new(arena, CxMap);
  map->id = kind->is_first ? definition->id : cx_arena_printf(arena, "%s-%s", definition->id, kind->name);
  map->kind = kind;
  map->definition = definition;
  map->title = cx_phrase(&composer, kind->title(model, definition));
  map->lang = lang;
  cx_paper_parse("fit", &map->paper, NULL);
  *cx_list_add(arena, maps) = map;
  return map;
}

/* The end of the run of kinds, from `first`, that are views of the same definitions. */
static size_t kinds_end(const CxMapKind *const *kinds, size_t count, size_t first) {
  size_t end = first + 1;
  while (end < count && strcmp(kinds[end]->key, kinds[first]->key) == 0) end++;
  return end;
}

void cx_maps_list(CxArena *arena, const CxModel *model, const char *lang, CxMaps *maps) {
  size_t count;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  for (size_t first = 0, end; first < count; first = end) {
    end = kinds_end(kinds, count, first);
    const CxObject *definition;
    for (size_t i = 0; (definition = kinds[first]->definition(model, i)) != NULL; i++)
      for (size_t k = first; k < end; k++)
        if (kinds[k]->is_natural(model, definition))
          add_map(arena, model, kinds[k], definition, lang != NULL ? lang : model->lang, maps);
  }
}
