/* Texts: in one language or in several, and which of them is meant. */
#include "schema.h"

#include <string.h>

/* ---- Language tags ---------------------------------------------------------------------------------- */

static size_t subtag_length(const char *tag) {
  return strcspn(tag, "-");
}

static bool is_alphanumeric(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isalnum(text[i])) return false;
  return true;
}

bool cx_is_language_tag(const char *text) {
  const size_t language = subtag_length(text);
  if (language < 2 || language > 3 || !is_alphanumeric(text, language) || g_ascii_isdigit(text[0])) return false;
  for (const char *at = text + language; *at != '\0'; at += 1 + subtag_length(at + 1)) {
    const size_t length = subtag_length(at + 1);
    if (length < 2 || length > 8 || !is_alphanumeric(at + 1, length)) return false;
  }
  return true;
}

bool cx_node_is_language_map(const CxNode *node) {
  if (node->kind != CX_NODE_MAP || node->map.count == 0) return false;
  for (size_t i = 0; i < node->map.count; i++)
    if (!cx_is_language_tag(node->map.items[i].key->text)) return false;
  return true;
}

/* How many subtags two tags have in common from the left. */
static size_t shared_subtags(const char *a, const char *b) {
  size_t count = 0;
  for (;;) {
    const size_t length = subtag_length(a);
    if (length == 0 || length != subtag_length(b) || g_ascii_strncasecmp(a, b, length) != 0) return count;
    count++;
    if (a[length] == '\0' || b[length] == '\0') return count;
    a += length + 1;
    b += length + 1;
  }
}

static size_t count_subtags(const char *tag) {
  size_t count = 1;
  for (; *tag != '\0'; tag++) count += *tag == '-';
  return count;
}

/* The nearest translation: the most subtags in common, then the shortest tag, then the first. */
static const CxTranslation *nearest(const CxText *text, const char *wanted) {
  const CxTranslation *best = NULL;
  size_t best_shared = 0, best_length = 0;
  for (size_t i = 0; i < text->in.count; i++) {
    const CxTranslation *one = &text->in.items[i];
    const size_t shared = shared_subtags(one->lang, wanted), length = count_subtags(one->lang);
    if (shared < MAX(best_shared, 1) || (shared == best_shared && length >= best_length)) continue;
    best = one;
    best_shared = shared;
    best_length = length;
  }
  return best;
}

/* One of the tags says no more than the other, and nothing else. */
static bool covers(const char *tag, const char *lang) {
  return shared_subtags(tag, lang) == MIN(count_subtags(tag), count_subtags(lang));
}

static const char *lang_of(const CxText *text) {
  for (size_t i = 0; i < text->in.count; i++)
    if (text->in.items[i].text == text->text) return text->in.items[i].lang;
  return NULL;
}

const char *cx_text_in(const CxText *text, const char *wanted, const char **lang) {
  const CxTranslation *found = wanted == NULL ? NULL : nearest(text, wanted);
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
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_LANGUAGE, key->span, "`%s` is no language tag", key->text);
  char *with_hyphen = g_strdelimit(g_strdup(key->text), "_", '-');
  if (cx_is_language_tag(with_hyphen))
    cx_diag_help(decoder->diagnostics, diag, "write `%s`", with_hyphen);
  else
    cx_diag_help(decoder->diagnostics, diag, "%s is a text, or a map of languages such as {en: …, zh-Hans: …}",
                 cx_decoder_subject(decoder, decoder->value));
  g_free(with_hyphen);
}

static bool read_translation(CxDecoder *decoder, const CxPair *pair, CxText *text) {
  if (!cx_is_language_tag(pair->key->text)) {
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
    if (covers(text->in.items[i].lang, lang)) return true;
  return false;
}

/* Any translation is better than none, so that what needs a text has one after the report. */
static void choose_translation(CxDecoder *decoder, const CxNode *node, CxText *text) {
  if (decoder->lang != NULL && !has_language(text, decoder->lang)) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_LANGUAGE, node->span,
                                  "this text lacks the document's language, `%s`", decoder->lang);
    cx_diag_help(decoder->diagnostics, diag, "add `%s: …`", decoder->lang);
  }
  const CxTranslation *found = decoder->lang == NULL ? NULL : nearest(text, decoder->lang);
  text->text = found != NULL ? found->text : text->in.count > 0 ? text->in.items[0].text : "";
}

static bool read_translations(CxDecoder *decoder, const CxNode *node, CxText *text) {
  bool is_good = true;
  for (size_t i = 0; i < node->map.count; i++)
    is_good = read_translation(decoder, &node->map.items[i], text) && is_good;
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

static void named_text_read(CxDecoder *decoder, const CxField *field, const CxPair *pair, void *member) {
  (void)field;
  CxNamedTexts *texts = member;
  CxNamedText entry = {.name = {.text = pair->key->text, .span = pair->key->span}};
  if (cx_decode_text(decoder, pair->value, &entry.text)) *cx_list_add(decoder->arena, texts) = entry;
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
