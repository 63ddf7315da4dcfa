/* The emotion lane: each persona's scores as a series of faces with their comments, the levels with their names, the
 * peak and the low of the lens persona marked.
 */
#include "journey.h"

#include <math.h>

size_t cx_stage_columns(const CxStage *stage) {
  return MAX(stage->steps.count, 1);
}

/* ---- Faces -------------------------------------------------------------------------------------------------- */

static CxBlock *compose_face(CxJourneyComposer *composer, const CxEmotion *emotion, size_t series) {
  CxComposer *base = &composer->base;
  CxBlock *face = cx_compose_face(base, emotion, emotion->evidence.count > 0, base->theme->sizes.face_radius);
  face->series = series;
  cx_show(base, face, cx_sign_series(series));
  return face;
}

/* ---- Comments ------------------------------------------------------------------------------------------------- */

static CxBlock *compose_extreme(CxComposer *composer, bool is_peak) {
  CxArena *arena = composer->arena;
  const CxHue hue = cx_hue_level(is_peak ? 2 : -2);
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 3.5;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, row, cx_block_icon(arena, is_peak ? "peak" : "low", 7, CX_PAINT_DEEP, hue));
  CxBlock *word = cx_block_text(arena, "extreme", cx_phrase_word(composer, is_peak ? CX_WORD_PEAK : CX_WORD_LOW),
                                CX_FONT_CAPTION_STRONG, CX_PAINT_DEEP);
  word->hue = hue;
  cx_block_add(arena, row, word);
  return row;
}

/* What was written; else the emotion's name, since few know seven faces; "" to carry marks; text NULL for nothing. */
static CxPhrase comment_phrase(const CxComposer *composer, const CxEmotion *emotion) {
  if (cx_is_given(&emotion->text)) return cx_phrase(composer, &emotion->text);
  if (emotion->mood >= CX_MOOD_JOY)
    return cx_phrase_word(composer, CX_WORD_MOOD_JOY + (CxWordKey)(emotion->mood - CX_MOOD_JOY));
  return (CxPhrase){.text = emotion->evidence.count > 0 ? "" : NULL, .lang = composer->lang};
}

static CxBlock *compose_comment(CxJourneyComposer *composer, const CxEmotion *emotion, const char *stage, size_t series,
                                int extreme) {
  CxComposer *base = &composer->base;
  if (comment_phrase(base, emotion).text == NULL && extreme == 0) return NULL;
  CxBlock *stack = cx_block_new(base->arena, CX_BLOCK_STACK, "label");
  const CxPersona *persona = emotion->persona.object;
  stack->id = cx_arena_printf(base->arena, "%s.emotion.%s", stage, persona != NULL ? persona->object.id : "");
  stack->look = CX_LOOK_COMMENT;
  stack->align = CX_ALIGN_CENTRE;
  if (extreme != 0) cx_block_add(base->arena, stack, compose_extreme(base, extreme > 0));
  const CxPhrase phrase = comment_phrase(base, emotion);
  if (phrase.text == NULL) return stack;
  const bool is_alone = composer->base.personas.count < 2;
  CxBlock *text = cx_block_text(base->arena, "note", phrase, CX_FONT_NOTE, is_alone ? CX_PAINT_INK : CX_PAINT_MARK);
  text->hue = is_alone ? CX_HUE_NONE : cx_hue_curve(series);
  text->align = CX_ALIGN_CENTRE;
  text->is_balanced = true;
  text->before = 0.5; /* discs are a little higher than a line */
  cx_cite(base, text, &emotion->evidence);
  cx_block_add(base->arena, stack, text);
  return stack;
}

CxBlock *cx_compose_overall(CxComposer *composer) {
  return cx_block_text(composer->arena, "head", cx_phrase_word(composer, CX_WORD_OVERALL), CX_FONT_CAPTION_STRONG,
                       CX_PAINT_MUTED);
}

/* ---- Series ------------------------------------------------------------------------------------------------------ */

/* A score with its place, while the series are gathered. */
typedef struct Score {
  const CxEmotion *emotion;
  const char *stage;
  size_t column, columns;
} Score;

typedef CX_LIST(Score) Scores;

static void gather(CxJourneyComposer *composer, const CxStage *stage, const CxEmotion *emotion, size_t column,
                   Scores *scores) {
  if (!cx_shows_persona(composer, emotion->persona.object)) return;
  const size_t series = cx_series_of(&composer->base, emotion->persona.object);
  *cx_list_add(composer->base.arena, &scores[series]) =
      (Score){.emotion = emotion, .stage = stage->object.id, .column = column, .columns = cx_stage_columns(stage)};
}

static bool has_score(const CxStage *stage, const CxPersona *persona) {
  for (size_t i = 0; i < stage->emotions.count; i++)
    if (stage->emotions.items[i]->persona.object == persona) return true;
  return false;
}

static bool have_steps_scores(const CxStage *stage, const CxPersona *persona) {
  for (size_t i = 0; i < stage->steps.count; i++)
    if (has_score(stage->steps.items[i], persona)) return true;
  return false;
}

/* A stage's own scores, where its steps have scores too: no point of the curve, since it belongs to no step. */
static void add_overall(CxJourneyComposer *composer, const CxStage *stage, const CxEmotion *emotion, size_t column,
                        CxCurve *curve) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL), *all;
  const size_t series = cx_series_of(&composer->base, emotion->persona.object);
  CxBlock *comment = compose_comment(composer, emotion, stage->object.id, series, 0);
  CxCurveNote *last = curve->notes.count > 0 ? &curve->notes.items[curve->notes.count - 1] : NULL;
  row->gap = 4;
  row->align = CX_ALIGN_CENTRE;
  CxBlock *face = cx_block_add(base->arena, row, compose_face(composer, emotion, series));
  face->size = base->theme->sizes.legend_face_radius;
  cx_block_add(base->arena, row, cx_compose_overall(base));
  if (cx_block_add(base->arena, row, comment) != NULL) {
    comment->grow = 1;
    comment->align = CX_ALIGN_START;
    for (size_t i = 0; i < comment->children.count; i++) comment->children.items[i]->align = CX_ALIGN_START;
  }
  if (last != NULL && last->column == column) {
    cx_block_add(base->arena, last->block, row);
    return;
  }
  all = cx_block_new(base->arena, CX_BLOCK_STACK, "overall");
  all->gap = 2;
  cx_block_add(base->arena, all, row);
  *cx_list_add(base->arena, &curve->notes) =
      (CxCurveNote){.column = column, .columns = cx_stage_columns(stage), .block = all};
}

/* Of the stages and of their steps; compare_scores then puts them in the order of their places. */
static void gather_scores(CxJourneyComposer *composer, size_t first_track, Scores *scores, CxCurve *curve) {
  size_t column = first_track;
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    for (size_t k = 0; k < stage->emotions.count; k++) {
      const CxEmotion *emotion = stage->emotions.items[k];
      if (!cx_shows_persona(composer, emotion->persona.object)) continue;
      if (have_steps_scores(stage, emotion->persona.object))
        add_overall(composer, stage, emotion, column, curve);
      else
        gather(composer, stage, emotion, column, scores);
    }
    for (size_t k = 0; k < stage->steps.count; k++) {
      const CxStage *step = stage->steps.items[k];
      for (size_t e = 0; e < step->emotions.count; e++)
        gather(composer, step, step->emotions.items[e], column + k, scores);
    }
    column += cx_stage_columns(stage);
  }
}

static double score_middle(const Score *score) {
  return (double)score->column + (double)score->columns / 2;
}

static int compare_scores(const void *a, const void *b) {
  const Score *x = a, *y = b;
  const double by = score_middle(x) - score_middle(y);
  if (by != 0) return by < 0 ? -1 : 1;
  return x->columns < y->columns ? -1 : x->columns > y->columns;
}

/* The one extreme of the scores that is worth a mark: it must stand alone, or be the first with a comment. */
static size_t find_extreme(const Scores *scores, double sign) {
  size_t best = SIZE_MAX, ties = 0;
  for (size_t i = 0; i < scores->count; i++) {
    const CxEmotion *emotion = scores->items[i].emotion;
    const double by = best == SIZE_MAX ? 1 : sign * (emotion->score - scores->items[best].emotion->score);
    if (by > 0) {
      best = i;
      ties = 1;
    } else if (by == 0) {
      ties++;
      if (!cx_is_given(&scores->items[best].emotion->text) && cx_is_given(&emotion->text)) best = i;
    }
  }
  if (best == SIZE_MAX || (ties > 1 && !cx_is_given(&scores->items[best].emotion->text))) return SIZE_MAX;
  return best;
}

static void add_points(CxJourneyComposer *composer, const Scores *scores, CxCurveSeries *series) {
  const bool is_lens = series->index == 0 && scores->count > 2;
  const size_t peak = is_lens ? find_extreme(scores, 1) : SIZE_MAX;
  const size_t low = is_lens ? find_extreme(scores, -1) : SIZE_MAX;
  for (size_t i = 0; i < scores->count; i++) {
    const Score *score = &scores->items[i];
    const int extreme = peak == low ? 0 : i == peak ? 1 : i == low ? -1 : 0;
    *cx_list_add(composer->base.arena, &series->points) = (CxCurvePoint){
        .column = score->column,
        .columns = score->columns,
        .share = cx_scale_share(&composer->base.model->scale, score->emotion->score),
        .face = compose_face(composer, score->emotion, series->index),
        .comment = compose_comment(composer, score->emotion, score->stage, series->index, extreme),
    };
  }
}

/* ---- Levels --------------------------------------------------------------------------------------------------- */

static void add_level(CxComposer *composer, CxCurve *curve, double share, CxPhrase name) {
  const bool is_neutral = fabs(share - 0.5) < 1e-6;
  CxBlock *text = cx_block_text(composer->arena, "level", name, is_neutral ? CX_FONT_CAPTION_STRONG : CX_FONT_CAPTION,
                                CX_PAINT_LABEL_TEXT);
  text->align = CX_ALIGN_END;
  *cx_list_add(composer->arena, &curve->levels) =
      (CxCurveLevel){.share = share, .is_neutral = is_neutral, .name = text};
}

static void add_levels(CxComposer *composer, CxCurve *curve) {
  const CxEmotionScale *scale = &composer->model->scale;
  const CxPhrase none = {.text = "", .lang = composer->lang};
  if (scale->levels.count == 0)
    for (size_t i = 0; i < 5; i++)
      add_level(composer, curve, (double)i / 4, cx_phrase_word(composer, CX_WORD_LEVEL_ANGRY + (CxWordKey)i));
  bool has_neutral = scale->levels.count == 0;
  for (size_t i = 0; i < scale->levels.count; i++) {
    const double share = cx_scale_share(scale, scale->levels.items[i].score);
    if (!has_neutral && share > 0.5 + 1e-6) {
      add_level(composer, curve, 0.5, none);
      has_neutral = true;
    }
    has_neutral = has_neutral || fabs(share - 0.5) < 1e-6;
    add_level(composer, curve, share, cx_phrase(composer, &scale->levels.items[i].name));
  }
  if (!has_neutral) add_level(composer, curve, 0.5, none);
}

CxBlock *cx_compose_curve(CxJourneyComposer *composer, size_t first_track) {
  CxComposer *base = &composer->base;
  CxBlock *block = cx_block_new(base->arena, CX_BLOCK_CURVE, "curve");
  block->id = "emotion.curve";
  block->curve = cx_new(base->arena, CxCurve);
  add_levels(base, block->curve);
  const size_t most = base->model->personas.count + 1;
  Scores *scores = cx_new_array(base->arena, Scores, most);
  gather_scores(composer, first_track, scores, block->curve);
  composer->base.scores = cx_new_array(base->arena, size_t, most);
  for (size_t i = 0; i < most; i++) {
    composer->base.scores[i] = scores[i].count;
    if (scores[i].count == 0) continue;
    qsort(scores[i].items, scores[i].count, sizeof *scores[i].items, compare_scores);
    CxCurveSeries *series = cx_list_add(base->arena, &block->curve->series);
    series->index = i;
    series->ref = i < composer->base.personas.count ? composer->base.personas.items[i]->object.id : NULL;
    add_points(composer, &scores[i], series);
  }
  return block;
}
