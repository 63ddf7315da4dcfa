/* Ratings: the type of their scale, [low, high], and what is said of one that lies outside of it. */
#include "tables.h"

#include <math.h>

static const double LIMIT = 1e9; /* of a scale's ends: far enough for any use, near enough for arithmetic */

static const char *end_text(double end, char buffer[CX_NUMBER_LENGTH]) {
  return cx_number_format(end, 3, buffer);
}

static void report_no_ends(CxDecoder *decoder, const CxNode *node) {
  CxDiag *diag = node->kind != CX_NODE_LIST
                     ? cx_report_wrong_type(decoder, node, "a list of two numbers")
                     : cx_diag_report(decoder->diagnostics, CX_WRONG_TYPE, node->span,
                                      "a scale has two ends, but this list has %zu entries", node->list.count);
  cx_diag_help(decoder->diagnostics, diag, "write the lowest and the highest rating: `scale: [0, 5]`");
}

/* False, which was reported, where the list has no two numbers within the limit. */
static bool decode_ends(CxDecoder *decoder, const CxNode *node, double ends[2]) {
  if (node->kind != CX_NODE_LIST || node->list.count != 2) {
    report_no_ends(decoder, node);
    return false;
  }
  for (size_t i = 0; i < 2; i++) {
    const CxNode *end = node->list.items[i];
    if (!cx_decode_number(decoder, end, &ends[i])) return false;
    if (fabs(ends[i]) <= LIMIT) continue;
    cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, end->span, "the end of a scale must be between %.0f and %.0f",
                   -LIMIT, LIMIT);
    return false;
  }
  return true;
}

static void report_order(CxDecoder *decoder, const CxNode *node, const double ends[2]) {
  char low[CX_NUMBER_LENGTH], high[CX_NUMBER_LENGTH];
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_BAD_SCALE, node->span, "the scale's lower end, %s, is not below %s",
                     end_text(ends[0], low), end_text(ends[1], high));
  cx_diag_help(decoder->diagnostics, diag, "write the lowest rating first: `scale: [0, 5]`");
}

/* A scale that is wrong is left without ends, so that nothing is said of the ratings on it. */
static void scale_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  CxRatingScale *scale = member;
  double ends[2] = {0};
  *scale = (CxRatingScale){NAN, NAN};
  if (!decode_ends(decoder, node, ends)) return;
  if (ends[0] < ends[1])
    *scale = (CxRatingScale){ends[0], ends[1]};
  else
    report_order(decoder, node, ends);
}

static bool scale_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxRatingScale *scale = member;
  cx_json_list_flat(json);
  cx_json_number(json, scale->low);
  cx_json_number(json, scale->high);
  cx_json_end(json);
  return true;
}

const CxType cx_type_rating_scale = {.name = "a list of two numbers", .decode = scale_decode, .write = scale_write};

double cx_rating_share(const CxRatingScale *scale, double rating) {
  return CLAMP((rating - scale->low) / (scale->high - scale->low), 0.0, 1.0);
}

void cx_rating_check(CxDecoder *decoder, const CxRatingScale *scale, const char *what, CxNumber *rating) {
  if (!rating->is_given || isnan(scale->low) || (rating->value >= scale->low && rating->value <= scale->high)) return;
  char value[CX_NUMBER_LENGTH], low[CX_NUMBER_LENGTH], high[CX_NUMBER_LENGTH];
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_OFF_SCALE, rating->span, "the %s %s lies outside the scale, %s to %s",
                     what, end_text(rating->value, value), end_text(scale->low, low), end_text(scale->high, high));
  cx_diag_help(decoder->diagnostics, diag, "another range is set with `scale: [low, high]` beside the ratings");
  rating->is_given = false;
}
