/* Texts: in one language or in several, and which of them is meant. */
#include "schema.h"

#include <string.h>

/* ---- Which translation -------------------------------------------------------------------------------- */

static const char *lang_of(const CxText *text) {
  for (size_t i = 0; i < text->in.count; i++)
    if (text->in.items[i].text == text->text) return text->in.items[i].lang;
  return NULL;
}

const char *cx_text_in(const CxText *text, const char *wanted, const char **lang) {
  const CxTranslation *found = wanted == NULL ? NULL : cx_text_nearest(text, wanted);
  if (lang != NULL) *lang = found != NULL ? found->lang : lang_of(text);
  if (found != NULL) return found->text;
  return text->text != NULL ? text->text : "";
}

/* ---- Texts ------------------------------------------------------------------------------------------ */

/* A block scalar ends with a line end, which would be an empty line on the map. */
static const char *without_last_lines(CxArena *arena, const char *text) {
  size_t length = strlen(text);
  if (length == 0 || text[length - 1] != '\n') return text;
  while (length > 0 && text[length - 1] == '\n') length--;
  return cx_arena_strndup(arena, text, length);
}

static void report_bad_language(CxDecoder *decoder, const CxNode *key) {
  const bool is_tag = cx_is_language_tag(key->text);
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_LANGUAGE, key->span,
                                is_tag ? "`%s` names no language" : "`%s` is no language tag", key->text);
  char *with_hyphen = g_strdelimit(g_strdup(key->text), "_", '-');
  if (!is_tag && cx_is_language_tag(with_hyphen))
    cx_diag_help(decoder->diagnostics, diag, "write `%s`", with_hyphen);
  else
    cx_diag_help(decoder->diagnostics, diag, "%s is a text, or a map of languages such as {en: …, zh-Hans: …}",
                 cx_decoder_subject(decoder, decoder->value));
  g_free(with_hyphen);
}

static bool read_translation(CxDecoder *decoder, const CxPair *pair, const char *lang, CxText *text) {
  if (!cx_key_is_language(pair->key->text, lang)) {
    report_bad_language(decoder, pair->key);
    return false;
  }
  if (pair->value->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, pair->value, "a text in each language");
    return false;
  }
  if (!cx_node_is_absent(pair->value))
    *cx_list_add(decoder->arena, &text->in) =
        (CxTranslation){.lang = pair->key->text, .text = without_last_lines(decoder->arena, pair->value->text)};
  return true;
}

static bool has_language(const CxText *text, const char *lang) {
  for (size_t i = 0; i < text->in.count; i++)
    if (cx_language_covers(text->in.items[i].lang, lang)) return true;
  return false;
}

/* Any translation is better than none, so that what needs a text has one after the report. */
static void choose_translation(CxDecoder *decoder, const CxNode *node, CxText *text) {
  if (decoder->lang != NULL && !has_language(text, decoder->lang)) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_LANGUAGE, node->span,
                                  "this text lacks the document's language, `%s`", decoder->lang);
    cx_diag_help(decoder->diagnostics, diag, "add `%s: …`", decoder->lang);
  }
  const CxTranslation *found = decoder->lang == NULL ? NULL : cx_text_nearest(text, decoder->lang);
  text->text = found != NULL ? found->text : text->in.count > 0 ? text->in.items[0].text : "";
}

static bool read_translations(CxDecoder *decoder, const CxNode *node, CxText *text) {
  const char *lang = cx_map_has_language(node, decoder->lang) ? decoder->lang : NULL;
  bool is_good = true;
  for (size_t i = 0; i < node->map.count; i++)
    is_good = read_translation(decoder, &node->map.items[i], lang, text) && is_good;
  if (is_good) choose_translation(decoder, node, text);
  return is_good;
}

bool cx_decode_text(CxDecoder *decoder, const CxNode *node, CxText *text) {
  CxText read = {.span = node->span};
  if (node->kind == CX_NODE_LIST || (node->kind == CX_NODE_MAP && node->map.count == 0)) {
    cx_report_wrong_type(decoder, node, "a text");
    return false;
  }
  if (node->kind == CX_NODE_SCALAR)
    read.text = without_last_lines(decoder->arena, node->text);
  else if (!read_translations(decoder, node, &read))
    return false;
  *text = read;
  return true;
}

static void text_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  cx_decode_text(decoder, node, member);
}

static bool text_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxText *text = member;
  if (text->text == NULL) return false;
  if (text->in.count == 0) {
    cx_json_string(json, text->text);
    return true;
  }
  cx_json_object(json);
  for (size_t i = 0; i < text->in.count; i++)
    cx_json_member_string(json, text->in.items[i].lang, text->in.items[i].text);
  cx_json_end(json);
  return true;
}

const CxType cx_type_text = {.name = "a text", .decode = text_decode, .write = text_write};

static void add_text(CxDecoder *decoder, const CxNode *node, CxTexts *texts) {
  CxText text;
  if (cx_decode_text(decoder, node, &text)) *cx_list_add(decoder->arena, texts) = text;
}

static void texts_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  if (node->kind != CX_NODE_LIST) add_text(decoder, node, member);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) add_text(decoder, node->list.items[i], member);
}

static bool texts_write(const CxField *field, const void *member, CxJson *json) {
  const CxTexts *texts = member;
  if (texts->count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < texts->count; i++) text_write(field, &texts->items[i], json);
  cx_json_end(json);
  return true;
}

const CxType cx_type_texts = {.name = "a text or a list of texts", .decode = texts_decode, .write = texts_write};

/* ---- Names and texts -------------------------------------------------------------------------------- */

static void named_text_read(CxDecoder *decoder, const CxField *field, const CxText *name, const CxNode *value,
                            void *member) {
  (void)field;
  CxNamedTexts *texts = member;
  CxNamedText entry = {.name = *name};
  if (cx_decode_text(decoder, value, &entry.text)) *cx_list_add(decoder->arena, texts) = entry;
}

static void named_texts_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  cx_decode_named(decoder, field, node, named_text_read, member);
}

static bool named_texts_write(const CxField *field, const void *member, CxJson *json) {
  const CxNamedTexts *texts = member;
  if (texts->count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < texts->count; i++) {
    cx_json_key(json, texts->items[i].name.text);
    text_write(field, &texts->items[i].text, json);
  }
  cx_json_end(json);
  return true;
}

const CxType cx_type_named_texts = {
    .name = "a map from names to texts", .decode = named_texts_decode, .write = named_texts_write};
