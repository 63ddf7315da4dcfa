/* Ids and refs: what a definition is called, and what calls it. */
#include "schema.h"

#include <string.h>

/* ---- Ids -------------------------------------------------------------------------------------------- */

/* Joiners hold words of some scripts together; they cannot begin or end one. */
static bool is_joiner(gunichar character) {
  return character == 0x200c || character == 0x200d;
}

static bool is_id_character(gunichar character) {
  return g_unichar_isalnum(character) || g_unichar_ismark(character) || character == '_' || character == '-';
}

bool cx_is_id(const char *text) {
  bool may_end = false;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const gunichar character = g_utf8_get_char(text);
    if (!is_id_character(character) && !(may_end && is_joiner(character))) return false;
    may_end = !is_joiner(character);
  }
  return may_end;
}

static void end_word(GString *id, bool *is_in_word) {
  while (id->len >= 3 && is_joiner(g_utf8_get_char(id->str + id->len - 3))) g_string_truncate(id, id->len - 3);
  *is_in_word = false;
}

static void add_character(GString *id, gunichar character, bool *is_in_word) {
  const bool is_letter = is_id_character(character) && character != '-';
  if (is_letter && !*is_in_word && id->len > 0) g_string_append_c(id, '-');
  if (is_letter || (is_joiner(character) && *is_in_word))
    g_string_append_unichar(id, g_unichar_tolower(character));
  else if (*is_in_word)
    end_word(id, is_in_word);
  *is_in_word = *is_in_word || is_letter;
}

const char *cx_id_from_text(CxArena *arena, const char *text) {
  GString *id = g_string_new(NULL);
  bool is_in_word = false;
  for (; *text != '\0'; text = g_utf8_next_char(text)) add_character(id, g_utf8_get_char(text), &is_in_word);
  end_word(id, &is_in_word);
  const char *result = cx_arena_strdup(arena, id->str);
  g_string_free(id, TRUE);
  return result;
}

void cx_decoder_check_id(CxDecoder *decoder, const CxNode *node) {
  if (cx_is_id(node->text)) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_ID, node->span, "`%s` is no id", node->text);
  const char *likely = cx_id_from_text(decoder->arena, node->text);
  if (likely[0] != '\0')
    cx_diag_help(decoder->diagnostics, diag, "an id has letters, digits, `_` and `-` only: `%s`", likely);
  else
    cx_diag_help(decoder->diagnostics, diag, "an id has letters, digits, `_` and `-` only");
}

static void id_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxObject *object = (CxObject *)((char *)member - offsetof(CxObject, id));
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  cx_decoder_check_id(decoder, node);
  object->id = node->text;
  object->id_span = node->span;
}

static bool id_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

const CxType cx_type_id = {.name = "an id", .decode = id_decode, .write = id_write};

/* ---- Refs ------------------------------------------------------------------------------------------- */

static bool read_ref(CxDecoder *decoder, const CxNode *node, const char *wanted, CxRef *ref) {
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, wanted);
    return false;
  }
  *ref = (CxRef){.id = node->text, .span = node->span};
  return true;
}

void cx_decode_ref(CxDecoder *decoder, const CxTable *table, const CxNode *node, CxRef *ref) {
  const char *wanted =
      cx_arena_printf(decoder->arena, "the id of %s", cx_noun_with_article(decoder->arena, table->name));
  if (read_ref(decoder, node, wanted, ref)) cx_decoder_pend(decoder, table, ref, NULL, 0);
}

static void ref_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  cx_decode_ref(decoder, field->table, node, member);
}

static bool ref_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, &((const CxRef *)member)->id, json);
}

const CxType cx_type_ref = {.name = "an id", .decode = ref_decode, .write = ref_write};

static void add_ref(CxDecoder *decoder, const CxField *field, const CxNode *node, CxRefs *refs) {
  CxRef ref;
  if (!read_ref(decoder, node, field->type->name, &ref)) return;
  cx_decoder_pend(decoder, field->table, NULL, refs, refs->count);
  *cx_list_add(decoder->arena, refs) = ref;
}

static void refs_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_LIST) add_ref(decoder, field, node, member);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) add_ref(decoder, field, node->list.items[i], member);
}

static bool refs_write(const CxField *field, const void *member, CxJson *json) {
  const CxRefs *refs = member;
  if (refs->count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < refs->count; i++) ref_write(field, &refs->items[i], json);
  cx_json_end(json);
  return true;
}

const CxType cx_type_refs = {.name = "an id or a list of ids", .decode = refs_decode, .write = refs_write};
