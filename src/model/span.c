/* Items that run over several columns: whether there are so many.
 *
 * In: a journey with all its stages. Out: a problem for each item whose `span` goes beyond the last column. An item of
 * a stage with steps begins at the first of them.
 */
#include "tables.h"

static void check_item(CxDecoder *decoder, const CxItem *item, size_t left) {
  if (!item->span.is_given || item->span.value <= (double)left) return;
  char span[CX_NUMBER_LENGTH];
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, item->span.span,
                                "`span` is %s, but the journey ends after %zu column%s",
                                cx_number_format(item->span.value, 0, span), left, left == 1 ? "" : "s");
  cx_diag_help(decoder->diagnostics, diag, "count the stages and steps from this one to the last: at most %zu", left);
}

static void check_items(CxDecoder *decoder, const CxItems *items, size_t left) {
  for (size_t i = 0; i < items->count; i++) check_item(decoder, items->items[i], left);
}

static void check_stage(CxDecoder *decoder, const CxStage *stage, size_t left) {
  for (size_t lane = 0; lane < CX_LANE_ITEMS_END; lane++) check_items(decoder, &stage->items[lane], left);
  for (size_t i = 0; i < stage->custom.count; i++) check_items(decoder, &stage->custom.items[i].items, left);
}

void cx_spans_check(CxDecoder *decoder, const CxJourney *journey) {
  size_t left = 0;
  for (size_t i = journey->stages.count; i > 0; i--) {
    const CxStage *stage = journey->stages.items[i - 1];
    for (size_t k = stage->steps.count; k > 0; k--)
      check_stage(decoder, stage->steps.items[k - 1], left + stage->steps.count - k + 1);
    left += MAX(stage->steps.count, 1);
    check_stage(decoder, stage, left);
  }
}
