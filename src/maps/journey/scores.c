/* Lines of plain numbers under the stages: importance as a dramatic arc, own lanes of style `curve` on the emotion
 * scale.
 *
 * In: a journey and the number that a stage or step has. Out: one curve block for the whole lane, with a dot and the
 * number at each. A stage's own number leaves the line where its steps have numbers: it says something about all of
 * them, and no step of that score exists.
 */
#include "journey.h"

#include <math.h>

static CxBlock *compose_value(CxComposer *composer, const char *role, const CxNumber *number) {
  char digits[CX_NUMBER_LENGTH];
  cx_number_format(fabs(number->value), 2, digits);
  const CxPhrase phrase = {.text = cx_arena_printf(composer->arena, "%s%s", number->value < 0 ? "\u2212" : "", digits),
                           .lang = composer->lang};
  CxBlock *text = cx_block_text(composer->arena, role, phrase, CX_FONT_CAPTION, CX_PAINT_INK);
  text->align = CX_ALIGN_CENTRE;
  return text;
}

static void add_point(CxComposer *composer, const CxScoreLine *line, const CxNumber *number, CxCurvePoint point,
                      CxCurve *curve) {
  const CxEmotionScale *scale = &composer->model->scale;
  point.share = line->style == CX_CURVE_ARC ? number->value / line->most : cx_scale_share(scale, number->value);
  point.face = cx_block_icon(composer->arena, "bullet", 7, CX_PAINT_STRONG, CX_HUE_NONE);
  point.comment = compose_value(composer, "value", number);
  *cx_list_add(composer->arena, &curve->series.items[0].points) = point;
}

static void add_note(CxComposer *composer, const CxNumber *number, CxCurvePoint point, CxCurve *curve) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, "overall");
  row->gap = 4;
  cx_block_add(composer->arena, row, cx_compose_overall(composer));
  cx_block_add(composer->arena, row, compose_value(composer, "value", number));
  *cx_list_add(composer->arena, &curve->notes) =
      (CxCurveNote){.column = point.column, .columns = point.columns, .block = row};
}

static void add_stage(CxComposer *composer, const CxScoreLine *line, const CxStage *stage, size_t column,
                      CxCurve *curve) {
  const CxNumber *own = line->read(stage, line->choice);
  const CxCurvePoint point = {.column = column, .columns = cx_stage_columns(stage)};
  bool has_step = false;
  for (size_t i = 0; i < stage->steps.count; i++) {
    const CxNumber *number = line->read(stage->steps.items[i], line->choice);
    has_step = has_step || number != NULL;
    if (number != NULL) add_point(composer, line, number, (CxCurvePoint){.column = column + i, .columns = 1}, curve);
  }
  if (own != NULL && has_step) add_note(composer, own, point, curve);
  if (own != NULL && !has_step) add_point(composer, line, own, point, curve);
}

CxBlock *cx_compose_score_line(CxJourneyComposer *composer, const CxScoreLine *line, size_t first_track) {
  CxArena *arena = composer->base.arena;
  CxBlock *block = cx_block_new(arena, CX_BLOCK_CURVE, "curve");
  block->id = cx_arena_printf(arena, "%s.curve", line->id);
  block->curve = cx_new(arena, CxCurve);
  block->curve->style = line->style;
  cx_list_add(arena, &block->curve->series);
  if (line->style == CX_CURVE_SCORE)
    *cx_list_add(arena, &block->curve->levels) = (CxCurveLevel){.share = 0.5, .is_neutral = true};
  size_t column = first_track;
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    add_stage(&composer->base, line, stage, column, block->curve);
    column += cx_stage_columns(stage);
  }
  return block;
}
