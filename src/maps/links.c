/* Links between the maps of a build: which of them shows a definition, and blocks that lead there.
 *
 * In: the maps that will be drawn, when that is decided. Out: a table that all of them share; a block's link is then
 * `#` and the id of a map. What backends make of it is theirs: a map may be on another page, or in another file.
 */
#include "composer.h"

/* A map is known by what it shows and how; of the view that a reader looks for first also without the kind. */
static guint hash_map(const void *key) {
  const CxMap *map = key;
  return g_direct_hash(map->definition) * 31 + g_direct_hash(map->kind);
}

static gboolean is_same_map(const void *a, const void *b) {
  const CxMap *x = a, *y = b;
  return x->definition == y->definition && x->kind == y->kind;
}

static void add(CxArena *arena, GHashTable *table, const CxMap *map, const CxMapKind *kind) {
  CxMap *key = cx_new(arena, CxMap);
  key->definition = map->definition;
  key->kind = kind;
  if (!g_hash_table_contains(table, key)) g_hash_table_insert(table, key, (gpointer)map);
}

void cx_maps_join(CxArena *arena, CxMaps *maps) {
  GHashTable *table = g_hash_table_new(hash_map, is_same_map);
  cx_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, table);
  for (size_t i = 0; i < maps->count; i++) {
    CxMap *map = maps->items[i];
    map->others = table;
    add(arena, table, map, map->kind);
    if (map->kind->is_first) add(arena, table, map, NULL);
  }
}

const char *cx_link_to(const CxComposer *composer, const void *definition, const CxMapKind *kind) {
  const CxMap *from = composer->map;
  const CxMap *to = from == NULL || from->others == NULL || definition == NULL
                        ? NULL
                        : g_hash_table_lookup(from->others, &(CxMap){.definition = definition, .kind = kind});
  return to != NULL && to != from ? cx_arena_printf(composer->arena, "#%s", to->id) : NULL;
}
