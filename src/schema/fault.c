/* Faults: a table in, the first mistake its author made out. For tests, so that tables need no checks in use. */
#include "schema.h"

#include <string.h>

static bool needs_table(const CxType *type) {
  return type == &cx_type_struct || type == &cx_type_list || type == &cx_type_section || type == &cx_type_ref ||
         type == &cx_type_refs;
}

static bool is_sentence(const char *doc) {
  return doc != NULL && doc[0] != '\0' && doc[strlen(doc) - 1] == '.';
}

/* The default goes into a struct of its own. */
static bool default_decodes(CxArena *arena, const CxTable *table, const CxField *field) {
  CxDiagnostics *diagnostics = cx_diagnostics_new(arena);
  CxDecoder *decoder = cx_decoder_new(arena, NULL, diagnostics);
  const CxNode *node = cx_decoder_default(decoder, field);
  if (node == NULL) return false;
  char *object = cx_arena_alloc(arena, table->size);
  field->type->decode(decoder, field, node, object + field->offset);
  return !cx_diagnostics_has_errors(diagnostics);
}

static const char *words_fault(const CxWords *words) {
  if (words->name == NULL || words->count == 0) return "words without a name, or none at all";
  for (size_t i = 0; i < words->count; i++)
    for (size_t k = 0; k < i; k++)
      if (strcmp(words->words[i].word, words->words[k].word) == 0) return "a word twice";
  return NULL;
}

static const char *row_fault(CxArena *arena, const CxTable *table, const CxField *field) {
  if (field->type == NULL || field->type->name == NULL || field->type->decode == NULL || field->type->write == NULL)
    return "no type, or a type without a name or functions";
  if (!is_sentence(field->doc)) return "no doc that ends with a full stop";
  if (cx_table_find(table, field->key) != field) return "the same key twice";
  if (field->offset >= table->size) return "a member outside the struct";
  if (needs_table(field->type) && field->table == NULL) return "no table";
  if (field->type == &cx_type_word && field->words == NULL) return "no words";
  if (field->min > field->max) return "a range from high to low";
  if ((field->flags & CX_NEEDED) && field->fallback != NULL) return "needed, and yet a default";
  if (field->fallback != NULL && !default_decodes(arena, table, field)) return "a default that cannot be read";
  return field->words == NULL ? NULL : words_fault(field->words);
}

static const char *table_fault(const CxTable *table) {
  if (table->name == NULL || !is_sentence(table->doc)) return "no name, or no doc that ends with a full stop";
  if (table->size < sizeof(CxObject)) return "a struct that does not begin with a CxObject";
  if (table->short_key != NULL && cx_table_find(table, table->short_key) == NULL) return "a short key that is no row";
  for (size_t i = 0; i < table->count; i++)
    if (table->fields[i].key == NULL) return "a row without a key";
  return NULL;
}

static const char *first_fault(CxArena *arena, const CxTable *table) {
  const char *fault = table_fault(table);
  if (fault != NULL) return cx_arena_printf(arena, "%s: %s", table->name != NULL ? table->name : "a table", fault);
  for (size_t i = 0; i < table->count; i++) {
    fault = row_fault(arena, table, &table->fields[i]);
    if (fault != NULL) return cx_arena_printf(arena, "%s: `%s`: %s", table->name, table->fields[i].key, fault);
  }
  return NULL;
}

const char *cx_table_fault(CxArena *arena, const CxTable *top) {
  GPtrArray *tables = cx_tables_reachable(top);
  const char *fault = NULL;
  for (guint i = 0; i < tables->len && fault == NULL; i++) fault = first_fault(arena, tables->pdata[i]);
  g_ptr_array_unref(tables);
  return fault;
}
