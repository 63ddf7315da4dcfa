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
