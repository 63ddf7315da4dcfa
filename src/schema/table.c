/* Tables: what can be asked of them without decoding anything. */
#include "schema.h"

#include <string.h>

const CxField *cx_table_find(const CxTable *table, const char *key) {
  for (size_t i = 0; i < table->count; i++)
    if (strcmp(table->fields[i].key, key) == 0) return &table->fields[i];
  return NULL;
}

bool cx_field_has_list(const CxField *field) {
  return field->type == &cx_type_list || field->type == &cx_type_texts || field->type == &cx_type_refs ||
         field->type == &cx_type_files;
}

/* ---- Short keys ------------------------------------------------------------------------------------- */

bool cx_table_has_short_text(const CxTable *table) {
  const CxField *field = table->short_key == NULL ? NULL : cx_table_find(table, table->short_key);
  return field != NULL && (field->type == &cx_type_text || field->type == &cx_type_texts);
}

static bool is_near_row(const CxTable *table, const char *key) {
  for (size_t i = 0; i < table->count; i++)
    if (cx_word_nearest(key, &table->fields[i].key, 1) != NULL) return true;
  return false;
}

/* Two letters are near to many words: they count for a mistyped key only where the document's language is missing. */
static bool may_be_languages(const CxTable *table, const CxNode *map, const char *lang) {
  const bool is_expected = lang == NULL || cx_map_has_language(map, lang);
  for (size_t i = 0; i < map->map.count; i++) {
    const char *key = map->map.items[i].key->text;
    if (cx_table_find(table, key) != NULL) return false;
    if (!(is_expected && strcspn(key, "-") == 2) && is_near_row(table, key)) return false;
  }
  return true;
}

bool cx_table_has_short(const CxTable *table, const CxNode *node, const char *lang) {
  if (table->short_key == NULL || cx_node_is_absent(node)) return false;
  switch (node->kind) {
  case CX_NODE_SCALAR: return true;
  case CX_NODE_LIST: return cx_field_has_list(cx_table_find(table, table->short_key));
  case CX_NODE_MAP:
    return cx_table_has_short_text(table) && cx_node_is_language_map(node, lang) && may_be_languages(table, node, lang);
  }
  g_assert_not_reached();
}

/* ---- All tables ------------------------------------------------------------------------------------- */

GPtrArray *cx_tables_reachable(const CxTable *top) {
  GPtrArray *tables = g_ptr_array_new();
  g_ptr_array_add(tables, (void *)top);
  for (guint i = 0; i < tables->len; i++) {
    const CxTable *table = tables->pdata[i];
    for (size_t k = 0; k < table->count; k++) {
      const CxTable *next = table->fields[k].table;
      if (next != NULL && !g_ptr_array_find(tables, next, NULL)) g_ptr_array_add(tables, (void *)next);
    }
  }
  return tables;
}
