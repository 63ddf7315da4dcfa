/* The table of an indicator: NPS, CSAT or CES from the shares of low, middle and high answers. */
#include "tables.h"

#include <math.h>
#include <string.h>

enum { SHARES = 3 };
static const double ROUNDING = 1; /* by which three rounded shares may miss 100 */

static const CxWord formula_words[] = {
    {"nps", CX_FORMULA_NPS, "Net promoter score: per cent of 9 and 10 minus per cent of 0 to 6."},
    {"csat", CX_FORMULA_CSAT, "Customer satisfaction: per cent of 4 and 5 on a scale of 5."},
    {"ces", CX_FORMULA_CES, "Customer effort: per cent of 5 to 7 on a scale of 7, on which 7 is the least effort."},
};

static const CxWords formulas = {.name = "formula", .words = formula_words, .count = CX_COUNT(formula_words)};

/* ---- Shares --------------------------------------------------------------------------------------------- */

static void report_count(CxDecoder *decoder, const CxNode *node) {
  CxDiag *diag = node->kind != CX_NODE_LIST
                     ? cx_report_wrong_type(decoder, node, "a list of three numbers")
                     : cx_diag_report(decoder->diagnostics, CX_WRONG_TYPE, node->span,
                                      "there are three shares, but this list has %zu entries", node->list.count);
  cx_diag_help(decoder->diagnostics, diag,
               "write the per cents of low, middle and high answers: `shares: [22, 25, 53]`");
}

/* "22 %" is as good as 22. */
static bool decode_share(CxDecoder *decoder, const CxNode *node, CxNumber *share) {
  const size_t length = node->kind == CX_NODE_SCALAR ? strlen(node->text) : 0;
  *share = (CxNumber){.is_given = true, .span = node->span};
  char *digits = length > 1 && node->text[length - 1] == '%' ? g_strndup(node->text, length - 1) : NULL;
  const bool is_done = digits != NULL && cx_number_parse(g_strchomp(digits), &share->value);
  g_free(digits);
  if (!is_done && !cx_decode_number(decoder, node, &share->value)) return false;
  if (share->value >= 0 && share->value <= 100) return true;
  cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, node->span,
                 "a share of the answers must be between 0 and 100 per cent, but this is %s", node->text);
  return false;
}

static void report_sum(CxDecoder *decoder, const CxNode *node, double sum) {
  char text[CX_NUMBER_LENGTH];
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, node->span,
                                "the three shares add up to %s, not to 100 per cent", cx_number_format(sum, 2, text));
  cx_diag_help(decoder->diagnostics, diag, "they are the per cents of low, middle and high answers");
}

static void shares_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  CxShares *shares = member;
  if (node->kind != CX_NODE_LIST || node->list.count != SHARES) {
    report_count(decoder, node);
    return;
  }
  CxNumber read[SHARES];
  double sum = 0;
  for (size_t i = 0; i < SHARES; i++) {
    if (!decode_share(decoder, node->list.items[i], &read[i])) return;
    sum += read[i].value;
  }
  if (fabs(sum - 100) > ROUNDING + 1e-6)
    report_sum(decoder, node, sum);
  else
    for (size_t i = 0; i < SHARES; i++) *cx_list_add(decoder->arena, shares) = read[i];
}

static bool shares_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxShares *shares = member;
  if (shares->count == 0) return false;
  cx_json_list_flat(json);
  for (size_t i = 0; i < shares->count; i++) cx_json_number(json, shares->items[i].value);
  cx_json_end(json);
  return true;
}

static const CxType type_shares = {.name = "a list of three numbers", .decode = shares_decode, .write = shares_write};

/* ---- The table -------------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_WORD_ROW("formula", CxIndicator, formula, CxFormula, formulas), .flags = CX_NEEDED,
     .doc = "Which indicator it is. Its value is computed, and the formula is printed."},
    {CX_TEXT_ROW("name", CxIndicator, name), .doc = "What it is called, where the formula's own name does not do."},
    {CX_ROW("shares", type_shares, CX_AT(CxIndicator, shares, CxShares)), .flags = CX_NEEDED,
     .doc = "The per cents of low, middle and high answers, which add up to 100: `[22, 25, 53]`. For `nps` these are "
            "0 to 6, 7 and 8, 9 and 10; for `csat` 1 and 2, 3, 4 and 5; for `ces` 1 to 3, 4, 5 to 7."},
    {CX_NUMBER_ROW("target", CxIndicator, target), .min = -100, .max = 100, .doc = "The value that is aimed at."},
    {CX_ROW("n", cx_type_count, CX_AT(CxIndicator, n, CxNumber)), .min = 1, .max = 1e12, .doc = "How many answered."},
    {CX_TEXT_ROW("period", CxIndicator, period), .doc = "When they were asked, in any words."},
    {CX_REFS_ROW("evidence", CxIndicator, evidence, cx_table_evidence), .doc = "Ids of the evidence for the shares."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  (void)node;
  CxIndicator *indicator = object;
  if (indicator->formula == CX_FORMULA_NPS || !indicator->target.is_given || indicator->target.value >= 0) return;
  cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, indicator->target.span,
                 "the target is a share and must be between 0 and 100");
}

const CxTable cx_table_indicator = {
    .name = "indicator",
    .doc = "A figure computed from the answers to one question, shown as a tile under the scorecard.",
    CX_FIELDS(fields),
    .size = sizeof(CxIndicator),
    .check = check,
};

double cx_indicator_value(const CxIndicator *indicator) {
  const CxNumber *shares = indicator->shares.items;
  const double high = shares[SHARES - 1].value;
  return indicator->formula == CX_FORMULA_NPS ? high - shares[0].value : high;
}
