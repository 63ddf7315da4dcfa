/* Decoding: a node and tables in, filled structs out.
 *
 * The pairs of a map are first assigned to rows, then the rows are read in the order of their tables: what a row reads
 * may rely on the rows before it, wherever the keys stand in the file. A value that is no map is a map with one pair,
 * that of the table's short key. Which types of values there are is known elsewhere.
 */
#include "schema.h"

#include <string.h>

/* One map, or what stands for one, while it is read. */
typedef struct Reading {
  CxDecoder *decoder;
  const CxNode *node;
  const CxPart *parts;
  size_t count;
  const CxNode **values; /* a slot for each row of each part, in order */
  const CxNode **keys;   /* likewise; NULL for the value of a short key */
  CxSpan place;          /* where it is missed what is missing */
} Reading;

CxDecoder *cx_decoder_new(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics) {
  CxDecoder *decoder = cx_new(arena, CxDecoder);
  *decoder = (CxDecoder){.arena = arena, .diagnostics = diagnostics, .root = root, .registry = cx_registry_new(arena)};
  return decoder;
}

/* ---- Keys ------------------------------------------------------------------------------------------- */

static size_t count_rows(const Reading *reading) {
  size_t rows = 0;
  for (size_t i = 0; i < reading->count; i++) rows += reading->parts[i].table->count;
  return rows;
}

/* The slot of the first row that has this key, or the number of rows where there is none. */
static size_t find_slot(const Reading *reading, const char *key) {
  size_t before = 0;
  for (size_t i = 0; i < reading->count; i++) {
    const CxTable *table = reading->parts[i].table;
    const CxField *field = cx_table_find(table, key);
    if (field != NULL) return before + (size_t)(field - table->fields);
    before += table->count;
  }
  return before;
}

static void suggest_key(const Reading *reading, CxDiag *diag, const char *key) {
  GPtrArray *keys = g_ptr_array_new();
  for (size_t i = 0; i < reading->count; i++)
    for (size_t k = 0; k < reading->parts[i].table->count; k++)
      g_ptr_array_add(keys, (char *)reading->parts[i].table->fields[k].key);
  cx_diag_suggest(reading->decoder->diagnostics, diag, key, (const char *const *)keys->pdata, keys->len);
  g_ptr_array_unref(keys);
}

/* In braces, `{key:value}` is a key without a value. */
static bool lacks_space(const Reading *reading, const char *key) {
  const char *colon = strchr(key, ':');
  char *name = colon == NULL ? NULL : g_strndup(key, (gsize)(colon - key));
  const bool is_known = name != NULL && find_slot(reading, name) < count_rows(reading);
  g_free(name);
  return is_known;
}

static void report_unknown_key(const Reading *reading, const CxNode *key) {
  const CxTable *table = reading->parts[0].table;
  CxDiagnostics *diagnostics = reading->decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_UNKNOWN_KEY, key->span, "unknown key `%s` in %s", key->text,
                                cx_noun_with_article(reading->decoder->arena, table->name));
  suggest_key(reading, diag, key->text);
  if (lacks_space(reading, key->text))
    cx_diag_help(diagnostics, diag, "a space is missing behind the `:`");
  else if (strcmp(key->text, "<<") == 0)
    cx_diag_help(diagnostics, diag, "maps cannot be merged; `*name` repeats a whole value");
  else if (cx_table_has_short_text(table) && cx_node_is_language_map(reading->node, reading->decoder->lang))
    cx_diag_help(diagnostics, diag, "a text in several languages stands under `%s`", table->short_key);
  else if (diag->suggestion == NULL)
    cx_diag_help(diagnostics, diag, "keys of your own begin with `x-`");
}

static void keep_extra(const Reading *reading, const CxPair *pair) {
  CxObject *object = reading->parts[0].object;
  *cx_list_add(reading->decoder->arena, &object->extras) =
      (CxExtra){.key = pair->key->text, .key_node = pair->key, .value = pair->value};
}

static void assign_pairs(const Reading *reading) {
  const size_t rows = count_rows(reading);
  for (size_t i = 0; i < reading->node->map.count; i++) {
    const CxPair *pair = &reading->node->map.items[i];
    const size_t slot = find_slot(reading, pair->key->text);
    if (slot < rows) {
      reading->keys[slot] = pair->key;
      reading->values[slot] = pair->value;
    } else if (g_str_has_prefix(pair->key->text, "x-")) {
      keep_extra(reading, pair);
    } else {
      report_unknown_key(reading, pair->key);
    }
  }
}

/* ---- Rows ------------------------------------------------------------------------------------------- */

/* `key` NULL: what is being read stays what it was, since the value of a short key is all there is. */
static void read_row(CxDecoder *decoder, const CxField *field, const CxNode *key, const CxNode *value, void *object) {
  const CxNode *outer_key = decoder->key, *outer_value = decoder->value;
  if (key != NULL) {
    decoder->key = key;
    decoder->value = value;
  }
  field->type->decode(decoder, field, value, (char *)object + field->offset);
  decoder->key = outer_key;
  decoder->value = outer_value;
}

const CxNode *cx_decoder_default(CxDecoder *decoder, const CxField *field) {
  const CxNode **known = cx_registry_default(decoder->registry, decoder->arena, field);
  if (*known == NULL) {
    const char *text = cx_arena_printf(decoder->arena, "value: %s\n", field->fallback);
    const char *name = cx_arena_printf(decoder->arena, "the default of `%s`", field->key);
    const CxSource *source = cx_source_from_text(decoder->arena, name, text, strlen(text));
    *known = cx_node_get(cx_syntax_parse(decoder->arena, source, decoder->diagnostics), "value");
  }
  return *known;
}

static void set_default(CxDecoder *decoder, const CxField *field, void *object) {
  const CxNode *value = cx_decoder_default(decoder, field);
  if (value != NULL) read_row(decoder, field, NULL, value, object);
}

static void report_missing_key(const Reading *reading, const CxTable *table, const CxField *field) {
  CxDiagnostics *diagnostics = reading->decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_MISSING_KEY, reading->place, "%s needs a `%s`",
                                cx_noun_with_article(reading->decoder->arena, table->name), field->key);
  cx_diag_help(diagnostics, diag, "add `%s: …`", field->key);
}

/* Quotes around nothing give a text that nobody can see. */
static bool is_blank_text(const CxField *field, const CxNode *value) {
  return field->type == &cx_type_text && value->kind == CX_NODE_SCALAR &&
         value->text[strspn(value->text, " \t\r\n")] == '\0';
}

static void read_given_row(const Reading *reading, const CxField *field, size_t slot, void *object) {
  const CxNode *value = reading->values[slot];
  if ((field->flags & CX_NEEDED) && is_blank_text(field, value))
    cx_diag_report(reading->decoder->diagnostics, CX_MISSING_KEY, value->span, "`%s` is empty", field->key);
  read_row(reading->decoder, field, reading->keys[slot], value, object);
}

static void read_rows(const Reading *reading) {
  size_t slot = 0;
  for (size_t i = 0; i < reading->count; i++) {
    const CxPart *part = &reading->parts[i];
    for (size_t k = 0; k < part->table->count; k++, slot++) {
      const CxField *field = &part->table->fields[k];
      if (!cx_node_is_absent(reading->values[slot]))
        read_given_row(reading, field, slot, part->object);
      else if (field->fallback != NULL)
        set_default(reading->decoder, field, part->object);
      else if ((field->flags & CX_NEEDED) && find_slot(reading, field->key) == slot)
        report_missing_key(reading, part->table, field);
    }
  }
}

/* ---- Maps ------------------------------------------------------------------------------------------- */

static void begin_objects(const Reading *reading) {
  const CxNode *node = reading->node;
  for (size_t i = 0; i < reading->count; i++) {
    CxObject *object = reading->parts[i].object;
    object->span = node->span;
    if (object->id_span.source == NULL)
      object->id_span = node->map.count > 0 ? node->map.items[0].key->span : node->span;
  }
}

/* A definition's own key, or the list's entry. */
static CxSpan place_of(const CxDecoder *decoder, const CxNode *node) {
  return decoder->key != NULL && decoder->value == node ? decoder->key->span : node->span;
}

/* `short_value` NULL: the node is a map, or empty. */
static void read_parts(CxDecoder *decoder, const CxNode *node, const CxPart *parts, size_t count,
                       const CxNode *short_value) {
  Reading reading = {
      .decoder = decoder, .node = node, .parts = parts, .count = count, .place = place_of(decoder, node)};
  const size_t rows = count_rows(&reading);
  reading.values = g_new0(const CxNode *, rows);
  reading.keys = g_new0(const CxNode *, rows);
  begin_objects(&reading);
  if (short_value != NULL)
    reading.values[find_slot(&reading, parts[0].table->short_key)] = short_value;
  else
    assign_pairs(&reading);
  read_rows(&reading);
  g_free(reading.keys);
  g_free(reading.values);
  for (size_t i = 0; i < count; i++)
    if (parts[i].table->check != NULL) parts[i].table->check(decoder, parts[i].object, node);
}

void cx_decode_map(CxDecoder *decoder, const CxNode *node, const CxPart *parts, size_t count) {
  if (node->is_partial) cx_registry_set_partial(decoder->registry);
  read_parts(decoder, node, parts, count, NULL);
}

bool cx_decode_into(CxDecoder *decoder, const CxTable *table, const CxNode *node, CxObject *object) {
  const bool has_short = cx_table_has_short(table, node, decoder->lang);
  if (node->kind != CX_NODE_MAP && !has_short && !cx_node_is_absent(node)) {
    cx_report_wrong_type(decoder, node, cx_table_wanted(decoder->arena, table));
    return false;
  }
  read_parts(decoder, node, &(CxPart){.table = table, .object = object}, 1, has_short ? node : NULL);
  return true;
}

void *cx_decode_object(CxDecoder *decoder, const CxTable *table, const CxNode *node) {
  CxObject *object = cx_arena_alloc(decoder->arena, table->size);
  return cx_decode_into(decoder, table, node, object) ? object : NULL;
}

void *cx_decode_entry(CxDecoder *decoder, const CxTable *table, const CxPair *pair) {
  const CxNode *outer_key = decoder->key, *outer_value = decoder->value;
  CxObject *object = cx_arena_alloc(decoder->arena, table->size);
  object->id = pair->key->text;
  object->id_span = pair->key->span;
  decoder->key = pair->key;
  decoder->value = pair->value;
  const bool is_good = cx_decode_into(decoder, table, pair->value, object);
  decoder->key = outer_key;
  decoder->value = outer_value;
  return is_good ? object : NULL;
}
