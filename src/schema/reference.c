/* The reference: tables in, Markdown out. A section for each table in the order in which they are met, with a row for
 * each key; then a section for each list of words.
 */
#include "schema.h"

#include <string.h>

typedef struct Reference {
  CxArena *arena;
  GString *out;
  GPtrArray *tables;
  GPtrArray *words; /* CxWords, in order of first use */
} Reference;

/* A heading's anchor, as the usual renderers make it. */
static const char *link_to(CxArena *arena, const char *label, const char *name) {
  char *anchor = g_strdelimit(g_ascii_strdown(name, -1), " ", '-');
  const char *link = cx_arena_printf(arena, "[%s](#%s)", label, anchor);
  g_free(anchor);
  return link;
}

/* A cell of a table must not hold what ends it. */
static void write_cell(GString *out, const char *text) {
  for (; *text != '\0'; text++) {
    if (*text == '|')
      g_string_append(out, "\\|");
    else
      g_string_append_c(out, *text == '\n' ? ' ' : *text);
  }
}

static const char *number_text(CxArena *arena, const CxField *field) {
  char min[CX_NUMBER_LENGTH], max[CX_NUMBER_LENGTH];
  const bool has_range = field->min != 0 || field->max != 0;
  const char *name = field->type == &cx_type_number ? "number" : "map from names to numbers";
  return !has_range ? name
                    : cx_arena_printf(arena, "%s, %s to %s", name, cx_number_format(field->min, 3, min),
                                      cx_number_format(field->max, 3, max));
}

/* Types of this folder name the other table in a sentence of their own; of others it stands behind. */
static const char *type_text(CxArena *arena, const CxField *field) {
  const CxType *type = field->type;
  const char *name = field->table == NULL ? NULL : field->table->name;
  if (type == &cx_type_list)
    return cx_arena_printf(arena, "list of %s", link_to(arena, cx_noun_plural(arena, name), name));
  if (type == &cx_type_section) return cx_arena_printf(arena, "map from id to %s", link_to(arena, name, name));
  if (type == &cx_type_struct) return link_to(arena, name, name);
  if (type == &cx_type_ref)
    return cx_arena_printf(arena, "id of %s %s", cx_noun_article(name), link_to(arena, name, name));
  if (type == &cx_type_refs) return cx_arena_printf(arena, "id or list of ids: %s", link_to(arena, name, name));
  if (type == &cx_type_word) return link_to(arena, field->words->name, field->words->name);
  if (type == &cx_type_number || type == &cx_type_named_numbers) return number_text(arena, field);
  const char *plain = g_str_has_prefix(type->name, "a ")    ? type->name + 2
                      : g_str_has_prefix(type->name, "an ") ? type->name + 3
                                                            : type->name;
  if (name != NULL) plain = cx_arena_printf(arena, "%s (%s)", plain, link_to(arena, name, name));
  if (field->words != NULL)
    plain = cx_arena_printf(arena, "%s (%s)", plain, link_to(arena, field->words->name, field->words->name));
  return plain;
}

static void write_row(const Reference *reference, const CxField *field) {
  GString *out = reference->out;
  g_string_append_printf(out, "| `%s` | ", field->key);
  write_cell(out, type_text(reference->arena, field));
  g_string_append(out, " | ");
  if (field->fallback != NULL)
    g_string_append_printf(out, "`%s`", field->fallback);
  else if (field->flags & CX_NEEDED)
    g_string_append(out, "*needed*");
  g_string_append(out, " | ");
  write_cell(out, field->doc);
  g_string_append(out, " |\n");
}

static void write_heading(const Reference *reference, const char *name) {
  g_string_append_printf(reference->out, "## %c%s\n\n", g_ascii_toupper(name[0]), name + 1);
}

static void write_table(const Reference *reference, const CxTable *table) {
  write_heading(reference, table->name);
  g_string_append_printf(reference->out, "%s\n\n", table->doc);
  g_string_append(reference->out, "| Key | Type | Default | Meaning |\n|---|---|---|---|\n");
  for (size_t i = 0; i < table->count; i++) {
    const CxWords *words = table->fields[i].words;
    write_row(reference, &table->fields[i]);
    if (words != NULL && !g_ptr_array_find(reference->words, words, NULL))
      g_ptr_array_add(reference->words, (void *)words);
  }
  g_string_append_c(reference->out, '\n');
}

static void write_words(const Reference *reference, const CxWords *words) {
  write_heading(reference, words->name);
  g_string_append(reference->out, "| Word | Meaning |\n|---|---|\n");
  for (size_t i = 0; i < words->count; i++) {
    g_string_append_printf(reference->out, "| `%s` | ", words->words[i].word);
    write_cell(reference->out, words->words[i].doc != NULL ? words->words[i].doc : "");
    g_string_append(reference->out, " |\n");
  }
  g_string_append_c(reference->out, '\n');
}

void cx_schema_write_reference(const CxTable *top, GString *out) {
  const Reference reference = {
      .arena = cx_arena_new(), .out = out, .tables = cx_tables_reachable(top), .words = g_ptr_array_new()};
  for (guint i = 0; i < reference.tables->len; i++) write_table(&reference, reference.tables->pdata[i]);
  for (guint i = 0; i < reference.words->len; i++) write_words(&reference, reference.words->pdata[i]);
  if (out->len > 0) g_string_truncate(out, out->len - 1); /* no blank line at the end */
  g_ptr_array_unref(reference.words);
  g_ptr_array_unref(reference.tables);
  cx_arena_free(reference.arena);
}
