/* Simple values: strings, flags, numbers, words of a list. */
#include "schema.h"

#include <string.h>

/* ---- Strings ---------------------------------------------------------------------------------------- */

static void string_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind == CX_NODE_SCALAR)
    *(const char **)member = node->text;
  else
    cx_report_wrong_type(decoder, node, field->type->name);
}

static bool string_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const char *text = *(const char *const *)member;
  if (text != NULL) cx_json_string(json, text);
  return text != NULL;
}

const CxType cx_type_string = {.name = "a text", .decode = string_decode, .write = string_write};

/* ---- Flags ------------------------------------------------------------------------------------------ */

static const char *const true_words[] = {"true", "yes", "on"}, *const false_words[] = {"false", "no", "off"};

static bool is_one_of(const char *text, const char *const words[3]) {
  for (size_t i = 0; i < 3; i++)
    if (g_ascii_strcasecmp(text, words[i]) == 0) return true;
  return false;
}

static void flag_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  bool *flag = member;
  if (node->kind != CX_NODE_SCALAR)
    cx_report_wrong_type(decoder, node, field->type->name);
  else if (is_one_of(node->text, true_words) || is_one_of(node->text, false_words))
    *flag = is_one_of(node->text, true_words);
  else
    cx_diag_report(decoder->diagnostics, CX_WRONG_TYPE, node->span, "%s must be %s, not `%s`",
                   cx_decoder_subject(decoder, node), field->type->name, node->text);
}

static bool flag_write(const CxField *field, const void *member, CxJson *json) {
  const bool flag = *(const bool *)member;
  if (flag || field->fallback != NULL) cx_json_bool(json, flag);
  return flag || field->fallback != NULL;
}

const CxType cx_type_flag = {.name = "`true` or `false`", .decode = flag_decode, .write = flag_write};

/* ---- Numbers ---------------------------------------------------------------------------------------- */

#define MINUS_SIGN "\xe2\x88\x92"

/* As people write numbers: with a minus sign as well as with a hyphen. */
static bool parse_number(const char *text, double *value) {
  if (!g_str_has_prefix(text, MINUS_SIGN)) return cx_number_parse(text, value);
  const char *digits = text + strlen(MINUS_SIGN);
  if (!g_ascii_isdigit(digits[0]) || !cx_number_parse(digits, value)) return false;
  *value = -*value;
  return true;
}

static void report_no_number(CxDecoder *decoder, const CxNode *node) {
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_NOT_A_NUMBER, node->span, "%s must be a number, not `%s`",
                                cx_decoder_subject(decoder, node), node->text);
  char *with_point = g_strdelimit(g_strdup(node->text), ",", '.');
  double value;
  if (parse_number(with_point, &value))
    cx_diag_help(decoder->diagnostics, diag, "write a decimal point: %s", with_point);
  g_free(with_point);
}

bool cx_decode_number(CxDecoder *decoder, const CxNode *node, double *value) {
  if (node->kind == CX_NODE_SCALAR && parse_number(node->text, value)) return true;
  if (node->kind == CX_NODE_SCALAR && !cx_node_is_absent(node))
    report_no_number(decoder, node);
  else
    cx_report_wrong_type(decoder, node, "a number");
  return false;
}

static bool is_in_range(CxDecoder *decoder, const CxField *field, const CxNode *node, double value) {
  const bool has_range = field->min != 0 || field->max != 0;
  if (!has_range || (value >= field->min && value <= field->max)) return true;
  char min[CX_NUMBER_LENGTH], max[CX_NUMBER_LENGTH];
  cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, node->span, "%s must be between %s and %s, but this is %s",
                 cx_decoder_subject(decoder, node), cx_number_format(field->min, 3, min),
                 cx_number_format(field->max, 3, max), node->text);
  return false;
}

static void number_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  double value;
  if (cx_decode_number(decoder, node, &value) && is_in_range(decoder, field, node, value))
    *(CxNumber *)member = (CxNumber){.value = value, .is_given = true, .span = node->span};
}

static bool number_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxNumber *number = member;
  if (number->is_given) cx_json_number(json, number->value);
  return number->is_given;
}

const CxType cx_type_number = {.name = "a number", .decode = number_decode, .write = number_write};

/* ---- Names and numbers ------------------------------------------------------------------------------ */

static void named_number_read(CxDecoder *decoder, const CxField *field, const CxText *name, const CxNode *value,
                              void *member) {
  CxNamedNumbers *numbers = member;
  CxNamedNumber entry = {.name = *name, .number = {.is_given = true, .span = value->span}};
  if (cx_decode_number(decoder, value, &entry.number.value) && is_in_range(decoder, field, value, entry.number.value))
    *cx_list_add(decoder->arena, numbers) = entry;
}

static void named_numbers_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  cx_decode_named(decoder, field, node, named_number_read, member);
}

static bool named_numbers_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxNamedNumbers *numbers = member;
  if (numbers->count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < numbers->count; i++)
    cx_json_member_number(json, numbers->items[i].name.text, numbers->items[i].number.value);
  cx_json_end(json);
  return true;
}

const CxType cx_type_named_numbers = {
    .name = "a map from names to numbers", .decode = named_numbers_decode, .write = named_numbers_write};

/* ---- Words ------------------------------------------------------------------------------------------ */

/* The member is an enum of any kind: all of them are as wide as an int. */
static void word_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, cx_field_wanted(decoder->arena, field));
    return;
  }
  for (size_t i = 0; i < field->words->count; i++) {
    const CxWord *word = &field->words->words[i];
    if (strcmp(word->word, node->text) == 0) {
      memcpy(member, &word->value, sizeof word->value);
      return;
    }
  }
  cx_report_unknown_word(decoder, node, field->words);
}

static bool word_write(const CxField *field, const void *member, CxJson *json) {
  int value;
  memcpy(&value, member, sizeof value);
  if (value == 0 && field->fallback == NULL) return false;
  for (size_t i = 0; i < field->words->count; i++) {
    if (field->words->words[i].value == value) {
      cx_json_string(json, field->words->words[i].word);
      return true;
    }
  }
  return false;
}

const CxType cx_type_word = {.name = "a word", .decode = word_decode, .write = word_write};

/* ---- What is not read yet --------------------------------------------------------------------------- */

static void unsupported_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)member;
  const CxSpan span = decoder->key != NULL ? decoder->key->span : node->span;
  cx_diag_report(decoder->diagnostics, CX_UNSUPPORTED_KEY, span,
                 "`%s` is part of the language, but this version does not draw it yet", field->key);
}

static bool unsupported_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  (void)member;
  (void)json;
  return false;
}

const CxType cx_type_unsupported = {
    .name = "not drawn by this version yet", .decode = unsupported_decode, .write = unsupported_write};
