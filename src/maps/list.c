/* Which maps a document gives: those that its `maps` list, or the natural ones where it has none.
 *
 * Natural ones: all views of a journey stand together, journey by journey; so do those of any other definition whose
 * kinds are neighbours in the registry, unless a kind wants to stand apart. Every map gets an id of its own; two that
 * would have the same are reported.
 */
#include "composer.h"

#include <string.h>

typedef struct List {
  CxArena *arena;
  const CxModel *model;
  CxDiagnostics *diagnostics;
  const char *lang; /* for all maps; NULL: each its own */
  GTree *keys;      /* id of a definition that is drawn → the key of its kind; "" where several kinds have it */
  GTree *ids;       /* id of a map → CxMap */
  CxMaps *maps;
} List;

/* A tree, because no choice of ids can make it slow. */
static int compare_ids(const void *a, const void *b) {
  return strcmp(a, b);
}

/* The end of the run of kinds, from `first`, that are views of the same definitions and stand together. */
static size_t kinds_end(const CxMapKind *const *kinds, size_t count, size_t first) {
  size_t end = first + 1;
  while (end < count && strcmp(kinds[end]->key, kinds[first]->key) == 0 && !kinds[end]->is_apart) end++;
  return end;
}

/* ---- Ids ---------------------------------------------------------------------------------------------------- */

static const CxObject *definition_of(const CxMap *map) {
  return map->definition;
}

/* What a map's id is made of: a view of the whole document has its name. */
static const char *stem_of(const CxMap *map) {
  return map->kind->ref == 0 ? map->kind->name : definition_of(map)->id;
}

/* Definitions of which nothing is drawn take no id away from others. */
static void collect_keys(const List *list) {
  for (size_t i = 0; i < list->maps->count; i++) {
    const CxMap *map = list->maps->items[i];
    const char *known = g_tree_lookup(list->keys, stem_of(map));
    const bool is_shared = known != NULL && strcmp(known, map->kind->key) != 0;
    g_tree_insert(list->keys, (char *)stem_of(map), (char *)(is_shared ? "" : map->kind->key));
  }
}

/* The entry's own; else the definition's, with what tells it from others before and behind it. */
static const char *make_id(const List *list, const CxMap *map) {
  const CxMapKind *kind = map->kind;
  if (map->entry != NULL && map->entry->object.id != NULL) return map->entry->object.id;
  if (kind->ref == 0) return kind->name;
  const char *key = g_tree_lookup(list->keys, definition_of(map)->id);
  const bool is_shared = key != NULL && key[0] == '\0';
  return cx_arena_printf(list->arena, "%s%s%s%s%s", is_shared ? kind->key : "", is_shared ? "-" : "",
                         definition_of(map)->id, kind->is_first ? "" : "-", kind->is_first ? "" : kind->name);
}

static CxSpan place_of(const CxMap *map) {
  return map->entry != NULL ? map->entry->object.id_span : definition_of(map)->id_span;
}

static bool has_own_id(const CxMap *map) {
  return map->entry != NULL && map->entry->object.id != NULL;
}

static void report_shared_id(const List *list, const CxMap *first, const CxMap *second) {
  if (has_own_id(first) && has_own_id(second)) return; /* that is known since they were read */
  CxDiag *diag =
      cx_diag_report(list->diagnostics, CX_DUPLICATE_ID, place_of(second), "a second map with the id `%s`", second->id);
  cx_diag_also(list->diagnostics, diag, place_of(first), "the first one");
  cx_diag_help(list->diagnostics, diag,
               second->entry != NULL ? "give one of them an `id`"
                                     : "rename one of them, or list the maps under `maps:` with an `id` each");
}

static void set_ids(const List *list) {
  collect_keys(list);
  for (size_t i = 0; i < list->maps->count; i++) {
    CxMap *map = list->maps->items[i];
    map->id = make_id(list, map);
    const CxMap *first = g_tree_lookup(list->ids, map->id);
    if (first != NULL)
      report_shared_id(list, first, map);
    else
      g_tree_insert(list->ids, (char *)map->id, map);
  }
}

/* ---- Maps --------------------------------------------------------------------------------------------------- */

/* What the entry says, else the definition, else the document. */
static const CxText *title_of(const CxModel *model, const CxMap *map) {
  if (map->entry != NULL && cx_is_given(&map->entry->title)) return &map->entry->title;
  const CxText *own = map->kind->title != NULL ? map->kind->title(map->definition) : NULL;
  return own != NULL && cx_is_given(own) ? own : &model->title;
}

static bool is_natural(const CxModel *model, const CxMapKind *kind, const void *definition) {
  return kind->is_natural == NULL || kind->is_natural(model, definition);
}

static void add_map(List *list, const CxMapKind *kind, const CxObject *definition, const CxMapEntry *entry) {
  CxMap *map = cx_new(list->arena, CxMap);
  const char *own_lang = entry != NULL && entry->lang != NULL ? entry->lang : list->model->lang;
  map->kind = kind;
  map->definition = definition;
  map->entry = entry;
  map->lang = list->lang != NULL ? list->lang : own_lang;
  cx_paper_parse("fit", &map->paper, NULL);
  if (entry != NULL && entry->paper.name != NULL) map->paper = entry->paper;
  const CxComposer composer = {.arena = list->arena, .model = list->model, .lang = map->lang};
  map->title = cx_phrase(&composer, title_of(list->model, map));
  *cx_list_add(list->arena, list->maps) = map;
}

static void add_natural(List *list) {
  size_t count;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  for (size_t first = 0, end; first < count; first = end) {
    end = kinds_end(kinds, count, first);
    const CxObject *definition;
    for (size_t i = 0; (definition = kinds[first]->definition(list->model, i)) != NULL; i++)
      for (size_t k = first; k < end; k++)
        if (is_natural(list->model, kinds[k], definition)) add_map(list, kinds[k], definition, NULL);
  }
}

/* ---- Entries of `maps` -------------------------------------------------------------------------------------- */

/* What an entry draws: the definition that it refers to, and the key of it. */
static const CxRef *subject_of(const CxMapEntry *entry, const char **key) {
  size_t count;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  for (size_t i = 0; i < count; i++) {
    const CxRef *ref = kinds[i]->ref == 0 ? NULL : (const CxRef *)((const char *)entry + kinds[i]->ref);
    *key = kinds[i]->key;
    if (ref != NULL && ref->id != NULL) return ref;
  }
  *key = entry->is_of_interviews ? "interviews" : "document";
  return NULL;
}

static const CxMapKind *find_kind(const char *key, const char *view) {
  size_t count;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  for (size_t i = 0; i < count; i++)
    if (strcmp(kinds[i]->key, key) == 0 && (view != NULL ? strcmp(kinds[i]->name, view) == 0 : kinds[i]->is_first))
      return kinds[i];
  return NULL;
}

/* The key of the definitions that have a view; NULL: there is none of that name. */
static const char *key_of_view(const char *view) {
  size_t count;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  for (size_t i = 0; i < count; i++)
    if (strcmp(kinds[i]->name, view) == 0) return kinds[i]->key;
  return NULL;
}

/* A view of definitions, in an entry that names none. */
static void report_no_definition(const List *list, const char *key, const CxMapEntry *entry) {
  CxDiag *diag = cx_diag_report(list->diagnostics, CX_MISSING_KEY, entry->view_span,
                                "the entry does not say what is drawn as `%s`", entry->view);
  cx_diag_help(list->diagnostics, diag,
               strcmp(key, "interviews") == 0 ? "write `interviews: %s` instead of `view`"
                                              : "add `%s: …` with the id of one",
               strcmp(key, "interviews") == 0 ? entry->view : key);
}

static void report_view(const List *list, const char *key, const CxMapEntry *entry) {
  size_t count, views = 0;
  const CxMapKind *const *kinds = cx_map_kinds(&count);
  const char **names = cx_new_array(list->arena, const char *, count);
  GString *line = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(kinds[i]->key, key) != 0) continue;
    g_string_append_printf(line, "%s`%s`", views > 0 ? ", " : "", kinds[i]->name);
    names[views++] = kinds[i]->name;
  }
  const bool is_of_interviews = strcmp(key, "interviews") == 0;
  CxDiag *diag = cx_diag_report(list->diagnostics, CX_UNKNOWN_WORD, entry->view_span,
                                is_of_interviews ? "%s have no view `%s`" : "a %s has no view `%s`", key, entry->view);
  cx_diag_suggest(list->diagnostics, diag, entry->view, names, views);
  if (diag->suggestion == NULL) cx_diag_help(list->diagnostics, diag, "the views are: %s", line->str);
  g_string_free(line, TRUE);
}

static void report_nothing(const List *list, const CxMapEntry *entry) {
  CxDiag *diag = cx_diag_report(list->diagnostics, CX_DANGLING_ID, entry->view_span,
                                "the document has nothing that `%s` could draw", entry->view);
  cx_diag_help(list->diagnostics, diag, "add the definitions that it shows, or remove the map");
}

/* One that names nothing that there is was reported when it was read. */
static void add_entry(List *list, const CxMapEntry *entry) {
  const char *key;
  const CxRef *ref = subject_of(entry, &key);
  if (ref == NULL && entry->view == NULL) return;
  const CxMapKind *kind = find_kind(key, entry->view);
  const CxObject *definition = ref != NULL || kind == NULL ? NULL : kind->definition(list->model, 0);
  if (definition != NULL && !is_natural(list->model, kind, definition)) definition = NULL;
  if (ref != NULL) definition = ref->object;
  const char *other = ref == NULL && kind == NULL && !entry->is_of_interviews ? key_of_view(entry->view) : NULL;
  if (other != NULL)
    report_no_definition(list, other, entry);
  else if (kind == NULL)
    report_view(list, key, entry);
  else if (definition != NULL)
    add_map(list, kind, definition, entry);
  else if (ref == NULL)
    report_nothing(list, entry);
}

void cx_maps_list(CxArena *arena, const CxModel *model, const char *lang, CxDiagnostics *diagnostics, CxMaps *maps) {
  List list = {.arena = arena, .model = model, .diagnostics = diagnostics, .lang = lang, .maps = maps};
  list.keys = g_tree_new(compare_ids);
  list.ids = g_tree_new(compare_ids);
  for (size_t i = 0; i < model->maps.count; i++) add_entry(&list, model->maps.items[i]);
  if (model->maps.count == 0) add_natural(&list);
  set_ids(&list);
  g_tree_destroy(list.ids);
  g_tree_destroy(list.keys);
}

void cx_maps_filter(CxMaps *maps, const CxPersona *persona) {
  size_t kept = 0;
  for (size_t i = 0; i < maps->count; i++) {
    CxMap *map = maps->items[i];
    const bool has_part = map->kind->has_persona != NULL && map->kind->has_persona(map, persona);
    if (!has_part && map->definition != persona) continue;
    map->persona = persona;
    maps->items[kept++] = map;
  }
  maps->count = kept;
}
