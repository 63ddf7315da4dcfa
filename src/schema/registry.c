/* The registry: definitions under their ids, and the refs that wait for them.
 *
 * An id belongs to a table and a scope: the document, or one definition. A ref is looked up in the scope it was read in
 * and then in the document, when all is read. Definitions are kept in a balanced tree, which no choice of ids makes
 * slow, and in order of appearance, in which they are suggested.
 */
#include "schema.h"

#include <string.h>

/* One definition; as the key to it, `object` is any with that id. */
typedef struct Entry {
  const CxTable *table;
  const void *scope;
  CxObject *object;
} Entry;

typedef struct Pending {
  const CxTable *table;
  const void *scope;
  CxRef *ref;
  CxRefs *list; /* the ref is its element `index`, since a list's elements move; NULL: it is `ref` */
  size_t index;
} Pending;

typedef struct CxRegistry {
  GTree *tree;
  GHashTable *defaults; /* from a row to a node */
  CX_LIST(Entry *) entries;
  CX_LIST(Pending) pending;
  bool is_partial;
} CxRegistry;

static int compare_pointers(const void *a, const void *b) {
  return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int compare_entries(const void *a, const void *b) {
  const Entry *one = a, *other = b;
  if (one->table != other->table) return compare_pointers(one->table, other->table);
  if (one->scope != other->scope) return compare_pointers(one->scope, other->scope);
  return strcmp(one->object->id, other->object->id);
}

static void release(void *object) {
  CxRegistry *registry = object;
  g_tree_destroy(registry->tree);
  g_hash_table_destroy(registry->defaults);
}

CxRegistry *cx_registry_new(CxArena *arena) {
  CxRegistry *registry = cx_new(arena, CxRegistry);
  registry->tree = g_tree_new(compare_entries);
  registry->defaults = g_hash_table_new(NULL, NULL);
  cx_arena_defer(arena, release, registry);
  return registry;
}

void cx_registry_set_partial(CxRegistry *registry) {
  registry->is_partial = true;
}

const CxNode **cx_registry_default(CxRegistry *registry, CxArena *arena, const CxField *field) {
  const CxNode **node = g_hash_table_lookup(registry->defaults, field);
  if (node == NULL) {
    node = cx_new(arena, const CxNode *);
    g_hash_table_insert(registry->defaults, (void *)field, node);
  }
  return node;
}

/* ---- Definitions ------------------------------------------------------------------------------------ */

static CxObject *find(const CxRegistry *registry, const CxTable *table, const void *scope, const char *id) {
  CxObject object = {.id = id};
  const Entry key = {.table = table, .scope = scope, .object = &object};
  const Entry *entry = g_tree_lookup(registry->tree, &key);
  return entry == NULL ? NULL : entry->object;
}

void cx_decoder_register(CxDecoder *decoder, const CxTable *table, CxObject *object) {
  CxRegistry *registry = decoder->registry;
  const CxObject *first = find(registry, table, decoder->scope, object->id);
  if (first == object) return;
  if (first != NULL) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_DUPLICATE_ID, object->id_span,
                                  "a second %s with the id `%s`", table->name, object->id);
    cx_diag_also(decoder->diagnostics, diag, first->id_span, "first defined here");
    return;
  }
  Entry *entry = cx_new(decoder->arena, Entry);
  *entry = (Entry){.table = table, .scope = decoder->scope, .object = object};
  g_tree_insert(registry->tree, entry, entry);
  *cx_list_add(decoder->arena, &registry->entries) = entry;
}

void *cx_decoder_lookup(const CxDecoder *decoder, const CxTable *table, const char *id) {
  CxObject *object = find(decoder->registry, table, decoder->scope, id);
  return object != NULL ? object : find(decoder->registry, table, NULL, id);
}

/* ---- Refs ------------------------------------------------------------------------------------------- */

void cx_decoder_pend(CxDecoder *decoder, const CxTable *table, CxRef *ref, CxRefs *list, size_t index) {
  *cx_list_add(decoder->arena, &decoder->registry->pending) =
      (Pending){.table = table, .scope = decoder->scope, .ref = ref, .list = list, .index = index};
}

#define MOST_LISTED 10

static void help_with_ids(CxDecoder *decoder, CxDiag *diag, const CxTable *table, const GPtrArray *ids) {
  if (ids->len == 0) cx_diag_help(decoder->diagnostics, diag, "the document gives no %s an id", table->name);
  if (ids->len == 0) return;
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < MIN(ids->len, MOST_LISTED); i++)
    g_string_append_printf(list, "%s`%s`", i == 0 ? "" : ", ", (const char *)ids->pdata[i]);
  if (ids->len > MOST_LISTED) g_string_append_printf(list, " and %u more", ids->len - MOST_LISTED);
  cx_diag_help(decoder->diagnostics, diag, "the ids there are: %s", list->str);
  g_string_free(list, TRUE);
}

static void report_dangling(CxDecoder *decoder, const Pending *pending, const CxRef *ref) {
  CxDiagnostics *diagnostics = decoder->diagnostics;
  CxDiag *diag =
      cx_diag_report(diagnostics, CX_DANGLING_ID, ref->span, "no %s has the id `%s`", pending->table->name, ref->id);
  if (cx_diagnostics_count(diagnostics, CX_ERROR) > CX_LIMIT_PROBLEMS)
    return; /* nobody will read it, and collecting ids takes time */
  GPtrArray *ids = g_ptr_array_new();
  for (size_t i = 0; i < decoder->registry->entries.count; i++) {
    const Entry *entry = decoder->registry->entries.items[i];
    if (entry->table == pending->table && (entry->scope == pending->scope || entry->scope == NULL))
      g_ptr_array_add(ids, (char *)entry->object->id);
  }
  cx_diag_suggest(diagnostics, diag, ref->id, (const char *const *)ids->pdata, ids->len);
  if (diag->suggestion == NULL) help_with_ids(decoder, diag, pending->table, ids);
  g_ptr_array_unref(ids);
}

static void resolve(CxDecoder *decoder, const Pending *pending) {
  const CxRegistry *registry = decoder->registry;
  CxRef *ref = pending->list != NULL ? &pending->list->items[pending->index] : pending->ref;
  ref->object = find(registry, pending->table, pending->scope, ref->id);
  if (ref->object == NULL) ref->object = find(registry, pending->table, NULL, ref->id);
  if (ref->object == NULL && !registry->is_partial) report_dangling(decoder, pending, ref);
}

void cx_decoder_resolve(CxDecoder *decoder) {
  CxRegistry *registry = decoder->registry;
  for (size_t i = 0; i < registry->pending.count; i++) resolve(decoder, &registry->pending.items[i]);
  registry->pending.count = 0;
}
