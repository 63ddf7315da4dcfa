/* Reports that several types make: a value of the wrong kind, a word that is none of those there are. */
#include "schema.h"

#include <string.h>

static const char *kind_text(const CxNode *node) {
  return cx_node_is_absent(node) ? "empty" : cx_node_kind_text(node);
}

/* Without its space, a dash is a part of a text. */
static bool looks_like_list(const CxNode *node) {
  return node->kind == CX_NODE_SCALAR && node->is_plain && node->text[0] == '-' && node->text[1] != ' ' &&
         !g_ascii_isdigit(node->text[1]);
}

CxDiag *cx_report_wrong_type(CxDecoder *decoder, const CxNode *node, const char *wanted) {
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_WRONG_TYPE, node->span, "%s must be %s, but this is %s",
                                cx_decoder_subject(decoder, node), wanted, kind_text(node));
  if (looks_like_list(node)) cx_diag_help(decoder->diagnostics, diag, "write a space behind each `-`");
  return diag;
}

/* A value may have several words: the first stands for all. */
static bool is_first_of_value(const CxWords *words, size_t index) {
  for (size_t i = 0; i < index; i++)
    if (words->words[i].value == words->words[index].value) return false;
  return true;
}

static char *list_words(const CxWords *words) {
  GString *list = g_string_new(NULL);
  for (size_t i = 0; i < words->count; i++)
    if (is_first_of_value(words, i))
      g_string_append_printf(list, "%s`%s`", list->len == 0 ? "" : ", ", words->words[i].word);
  return g_string_free(list, FALSE);
}

CxDiag *cx_report_unknown_word(CxDecoder *decoder, const CxNode *node, const CxWords *words) {
  if (node->kind != CX_NODE_SCALAR)
    return cx_report_wrong_type(decoder, node, cx_noun_with_article(decoder->arena, words->name));
  CxDiagnostics *diagnostics = decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_UNKNOWN_WORD, node->span, "`%s` is no %s", node->text, words->name);
  GPtrArray *candidates = g_ptr_array_new();
  for (size_t i = 0; i < words->count; i++) g_ptr_array_add(candidates, (char *)words->words[i].word);
  cx_diag_suggest(diagnostics, diag, node->text, (const char *const *)candidates->pdata, candidates->len);
  g_ptr_array_unref(candidates);
  char *list = list_words(words);
  if (diag->suggestion != NULL)
    cx_diag_help(diagnostics, diag, "did you mean `%s`? It is one of %s", diag->suggestion, list);
  else
    cx_diag_help(diagnostics, diag, "it is one of %s", list);
  g_free(list);
  return diag;
}
