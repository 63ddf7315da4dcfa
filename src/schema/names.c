/* Names: rows, tables and nodes in, the words by which messages call them out. */
#include "schema.h"

#include <string.h>

const char *cx_noun_article(const char *noun) {
  return noun[0] != '\0' && strchr("aeio", noun[0]) != NULL ? "an" : "a";
}

const char *cx_noun_with_article(CxArena *arena, const char *noun) {
  return cx_arena_printf(arena, "%s %s", cx_noun_article(noun), noun);
}

const char *cx_noun_plural(CxArena *arena, const char *noun) {
  const size_t length = strlen(noun);
  const bool has_y = length >= 2 && noun[length - 1] == 'y' && strchr("aeiou", noun[length - 2]) == NULL;
  if (has_y) return cx_arena_printf(arena, "%.*sies", (int)length - 1, noun);
  const bool hisses = g_str_has_suffix(noun, "s") || g_str_has_suffix(noun, "x") || g_str_has_suffix(noun, "ch");
  return cx_arena_printf(arena, "%s%s", noun, hisses ? "es" : "s");
}

const char *cx_table_wanted(CxArena *arena, const CxTable *table) {
  const CxField *row = table->short_key == NULL ? NULL : cx_table_find(table, table->short_key);
  const bool is_map = row == NULL || row->type == &cx_type_struct;
  return is_map ? "a map" : cx_arena_printf(arena, "%s or a map", cx_field_wanted(arena, row));
}

const char *cx_field_wanted(CxArena *arena, const CxField *field) {
  const CxType *type = field->type;
  if (type == &cx_type_list) return cx_arena_printf(arena, "a list of %s", cx_noun_plural(arena, field->table->name));
  if (type == &cx_type_section) return cx_arena_printf(arena, "a map from id to %s", field->table->name);
  if (type == &cx_type_struct) return cx_table_wanted(arena, field->table);
  if (type == &cx_type_ref)
    return cx_arena_printf(arena, "the id of %s", cx_noun_with_article(arena, field->table->name));
  if (type == &cx_type_word) return cx_noun_with_article(arena, field->words->name);
  return type->name;
}

const char *cx_decoder_subject(const CxDecoder *decoder, const CxNode *node) {
  if (decoder->key == NULL) return "this";
  const char *place = node == decoder->value ? "" : "an entry of ";
  return cx_arena_printf(decoder->arena, "%s`%s`", place, decoder->key->text);
}
