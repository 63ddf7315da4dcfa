/* The table of an emotion: a point of the emotion curve, or one for each persona.
 *
 * A score is a number on the document's scale or a mood word, whose own score on -2 … 2 is mapped linearly to that
 * scale. The scale is therefore read before everything else (read.c).
 */
#include "tables.h"

#include <string.h>

/* ---- Scores and moods ----------------------------------------------------------------------------- */

static const CxWord mood_words[] = {
    {"delighted", CX_MOOD_DELIGHTED, "2 on the scale from -2 to 2."},
    {"happy", CX_MOOD_HAPPY, "1 on the scale from -2 to 2."},
    {"neutral", CX_MOOD_NEUTRAL, "0 on the scale from -2 to 2."},
    {"frustrated", CX_MOOD_FRUSTRATED, "-1 on the scale from -2 to 2."},
    {"angry", CX_MOOD_ANGRY, "-2 on the scale from -2 to 2."},
    {"joy", CX_MOOD_JOY, "2 on the scale from -2 to 2. One of the seven emotions."},
    {"anger", CX_MOOD_ANGER, "-2 on the scale from -2 to 2. One of the seven emotions."},
    {"sorrow", CX_MOOD_SORROW, "-2 on the scale from -2 to 2. One of the seven emotions."},
    {"pleasure", CX_MOOD_PLEASURE, "1 on the scale from -2 to 2. One of the seven emotions."},
    {"annoyance", CX_MOOD_ANNOYANCE, "-1 on the scale from -2 to 2. One of the seven emotions."},
    {"fear", CX_MOOD_FEAR, "-1 on the scale from -2 to 2. One of the seven emotions."},
    {"surprise", CX_MOOD_SURPRISE, "0 on the scale from -2 to 2. One of the seven emotions."},
    {"喜", CX_MOOD_JOY, "The same as `joy`."},
    {"怒", CX_MOOD_ANGER, "The same as `anger`."},
    {"哀", CX_MOOD_SORROW, "The same as `sorrow`."},
    {"乐", CX_MOOD_PLEASURE, "The same as `pleasure`."},
    {"樂", CX_MOOD_PLEASURE, "The same as `pleasure`."},
    {"烦", CX_MOOD_ANNOYANCE, "The same as `annoyance`."},
    {"煩", CX_MOOD_ANNOYANCE, "The same as `annoyance`."},
    {"恐", CX_MOOD_FEAR, "The same as `fear`."},
    {"惊", CX_MOOD_SURPRISE, "The same as `surprise`."},
    {"驚", CX_MOOD_SURPRISE, "The same as `surprise`."},
};

static const CxWords moods = {.name = "mood", .words = mood_words, .count = CX_COUNT(mood_words)};

/* On the scale from -2 to 2. */
static double mood_score(CxMood mood) {
  switch (mood) {
  case CX_MOOD_DELIGHTED:
  case CX_MOOD_JOY: return 2;
  case CX_MOOD_HAPPY:
  case CX_MOOD_PLEASURE: return 1;
  case CX_MOOD_NONE:
  case CX_MOOD_NEUTRAL:
  case CX_MOOD_SURPRISE: return 0;
  case CX_MOOD_FRUSTRATED:
  case CX_MOOD_ANNOYANCE:
  case CX_MOOD_FEAR: return -1;
  case CX_MOOD_ANGRY:
  case CX_MOOD_ANGER:
  case CX_MOOD_SORROW: return -2;
  }
  return 0;
}

static double mood_on_scale(const CxEmotionScale *scale, CxMood mood) {
  return scale->min + (mood_score(mood) + 2) / 4 * (scale->max - scale->min);
}

static bool is_on_scale(CxDecoder *decoder, const CxEmotionScale *scale, const CxNode *node, double score) {
  const bool has_inside = scale->min < scale->max; /* wrong ends were reported */
  if (!has_inside || (score >= scale->min && score <= scale->max)) return true;
  char min[CX_NUMBER_LENGTH], max[CX_NUMBER_LENGTH];
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_OFF_SCALE, node->span, "%s lies off the emotion scale", node->text);
  cx_diag_help(decoder->diagnostics, diag,
               "the scale runs from %s to %s; `emotion_scale: {min: …, max: …}` sets another",
               cx_number_format(scale->min, 3, min), cx_number_format(scale->max, 3, max));
  return false;
}

bool cx_decode_score(CxDecoder *decoder, const CxNode *node, double *score, CxMood *mood) {
  const CxEmotionScale *scale = &((const CxReading *)decoder->user)->model->scale;
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, "a score or a mood");
    return false;
  }
  if (strpbrk(node->text, "0123456789") != NULL)
    return cx_decode_number(decoder, node, score) && is_on_scale(decoder, scale, node, *score);
  for (size_t i = 0; i < moods.count; i++) {
    if (g_str_equal(moods.words[i].word, node->text)) {
      *mood = (CxMood)moods.words[i].value;
      *score = mood_on_scale(scale, *mood);
      return true;
    }
  }
  cx_report_unknown_word(decoder, node, &moods);
  return false;
}

static void score_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxEmotion *emotion = (CxEmotion *)((char *)member - field->offset);
  cx_decode_score(decoder, node, &emotion->score, &emotion->mood);
}

static bool score_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  cx_json_number(json, *(const double *)member);
  return true;
}

static const CxType type_score = {.name = "a score or a mood", .decode = score_decode, .write = score_write};

/* ---- Emotions ------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_ROW("score", type_score, CX_AT(CxEmotion, score, double)), .words = &moods,
     .doc = "A number on the emotion scale, or a mood."},
    {CX_WORD_ROW("mood", CxEmotion, mood, CxMood, moods),
     .doc = "A mood, which picks the face. Where there is no `score`, it gives that too."},
    {CX_TEXT_ROW("text", CxEmotion, text), .doc = "A few words beside the point of the curve."},
    {CX_REFS_ROW("evidence", CxEmotion, evidence, cx_table_evidence),
     .doc = "Ids of the evidence for it. A point with evidence is filled, one without is hollow."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  CxEmotion *emotion = object;
  if (node->kind != CX_NODE_MAP || !cx_node_is_absent(cx_node_get(node, "score"))) return;
  if (emotion->mood != CX_MOOD_NONE)
    emotion->score = mood_on_scale(&((const CxReading *)decoder->user)->model->scale, emotion->mood);
  else if (cx_node_is_absent(cx_node_get(node, "mood")))
    cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, cx_missing_place(decoder, node),
                   "the emotion has neither a `score` nor a `mood`");
}

const CxTable cx_table_emotion = {
    .name = "emotion",
    .doc = "How a customer feels at a stage: a point of the emotion curve. Mostly a score or a mood alone; a map where "
           "more is to be said about it.",
    CX_FIELDS(fields),
    .size = sizeof(CxEmotion),
    .short_key = "score",
    .check = check,
};

static void emotion_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxStage *stage = (CxStage *)((char *)member - field->offset);
  CxEmotion *emotion = cx_decode_object(decoder, &cx_table_emotion, node);
  if (emotion == NULL) return;
  emotion->object.id_span = decoder->key->span;
  *cx_list_add(decoder->arena, &stage->emotions) = emotion;
}

static void emotions_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxStage *stage = (CxStage *)((char *)member - field->offset);
  if (node->kind != CX_NODE_MAP) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    CxEmotion *emotion = cx_node_is_absent(pair->value) ? NULL : cx_decode_entry(decoder, &cx_table_emotion, pair);
    if (emotion == NULL) continue;
    cx_decode_ref(decoder, &cx_table_persona, pair->key, &emotion->persona);
    *cx_list_add(decoder->arena, &stage->emotions) = emotion;
  }
}

/* `emotion` speaks of the journey's first persona; `emotions` may not name that one too. */
static void report_second(CxDecoder *decoder, const CxEmotion *own, const CxEmotion *named) {
  const bool is_own_later = own->object.id_span.begin > named->persona.span.begin;
  const CxSpan first = is_own_later ? named->persona.span : own->object.id_span;
  const CxSpan later = is_own_later ? own->object.id_span : named->persona.span;
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_DUPLICATE_KEY, later, "a second emotion of `%s`", named->persona.id);
  cx_diag_help(decoder->diagnostics, diag, "`emotion` speaks of the journey's first persona");
  cx_diag_also(decoder->diagnostics, diag, first, "the first one");
}

/* Those of `emotions` are known by the place of their persona's id; that of `emotion` has none. */
static bool is_named(const CxEmotion *emotion) {
  return emotion->persona.span.source != NULL;
}

static bool emotion_write(const CxField *field, const void *member, CxJson *json) {
  const CxStage *stage = (const CxStage *)((const char *)member - field->offset);
  for (size_t i = 0; i < stage->emotions.count; i++) {
    if (!is_named(stage->emotions.items[i])) {
      cx_schema_write_object(&cx_table_emotion, stage->emotions.items[i], json);
      return true;
    }
  }
  return false;
}

static bool emotions_write(const CxField *field, const void *member, CxJson *json) {
  const CxStage *stage = (const CxStage *)((const char *)member - field->offset);
  bool has_any = false;
  for (size_t i = 0; i < stage->emotions.count; i++) {
    const CxEmotion *emotion = stage->emotions.items[i];
    if (!is_named(emotion)) continue;
    if (!has_any) cx_json_object(json);
    has_any = true;
    cx_json_key(json, emotion->persona.id);
    cx_schema_write_object(&cx_table_emotion, emotion, json);
  }
  if (has_any) cx_json_end(json);
  return has_any;
}

const CxType cx_type_emotion = {.name = "a score, a mood or a map", .decode = emotion_decode, .write = emotion_write};
const CxType cx_type_emotions = {
    .name = "a map from personas to emotions", .decode = emotions_decode, .write = emotions_write};

void cx_emotions_finish(CxDecoder *decoder, CxStage *stage, CxPersona *lens) {
  CxEmotion *own = NULL;
  for (size_t i = 0; i < stage->emotions.count; i++)
    if (!is_named(stage->emotions.items[i])) own = stage->emotions.items[i];
  if (own == NULL || lens == NULL) return;
  own->persona.id = lens->object.id;
  own->persona.object = lens;
  for (size_t i = 0; i < stage->emotions.count; i++) {
    const CxEmotion *other = stage->emotions.items[i];
    if (other != own && other->persona.object == lens) report_second(decoder, own, other);
  }
}
