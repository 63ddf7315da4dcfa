/* A fuzzer's dictionary: keys and words, each once, one a line: `"stages"`. */
#include "schema.h"

typedef struct Dictionary {
  GString *out;
  GHashTable *known;
} Dictionary;

static void add(const Dictionary *dictionary, const char *word) {
  if (!g_hash_table_add(dictionary->known, (char *)word)) return;
  g_string_append_c(dictionary->out, '"');
  for (const char *at = word; *at != '\0'; at++) {
    const unsigned char byte = (unsigned char)*at;
    if (g_ascii_isgraph(byte) && byte != '"' && byte != '\\')
      g_string_append_c(dictionary->out, *at);
    else
      g_string_append_printf(dictionary->out, "\\x%02x", byte);
  }
  g_string_append(dictionary->out, "\"\n");
}

static void add_table(const Dictionary *dictionary, const CxTable *table) {
  for (size_t i = 0; i < table->count; i++) {
    const CxWords *words = table->fields[i].words;
    add(dictionary, table->fields[i].key);
    for (size_t k = 0; words != NULL && k < words->count; k++) add(dictionary, words->words[k].word);
  }
}

void cx_schema_write_dictionary(const CxTable *top, GString *out) {
  const Dictionary dictionary = {.out = out, .known = g_hash_table_new(g_str_hash, g_str_equal)};
  GPtrArray *tables = cx_tables_reachable(top);
  for (guint i = 0; i < tables->len; i++) add_table(&dictionary, tables->pdata[i]);
  g_ptr_array_unref(tables);
  g_hash_table_destroy(dictionary.known);
}
