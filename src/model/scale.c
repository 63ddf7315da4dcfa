/* The table of the emotion scale: its ends and the names of its levels; and where a score stands on it. */
#include "tables.h"

#include <math.h>
#include <stdlib.h>

#define LIMIT 1e9 /* of a scale's ends: far enough for any use, near enough for arithmetic */

/* ---- The scale ------------------------------------------------------------------------------------ */

double cx_scale_share(const CxEmotionScale *scale, double score) {
  return CLAMP((score - scale->min) / (scale->max - scale->min), 0.0, 1.0);
}

int cx_scale_level(const CxEmotionScale *scale, double score) {
  return (int)round(cx_scale_share(scale, score) * 4 - 2);
}

/* An end that cannot be read is no number, so that nothing is said of the scale it would make. */
static void bound_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  double *bound = member;
  CxNumber number = {.value = NAN};
  cx_type_number.decode(decoder, field, node, &number);
  *bound = number.value;
}

static bool bound_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  cx_json_number(json, *(const double *)member);
  return true;
}

static const CxType type_bound = {.name = "a number", .decode = bound_decode, .write = bound_write};

static int compare_levels(const void *a, const void *b) {
  const CxLevel *one = a, *other = b;
  if (one->score != other->score) return one->score > other->score ? 1 : -1;
  return (one->span.begin > other->span.begin) - (one->span.begin < other->span.begin);
}

/* A scale whose ends are wrong has no inside. */
static bool is_inside(CxDecoder *decoder, const CxEmotionScale *scale, const CxLevel *level) {
  if (!(scale->min < scale->max) || (level->score >= scale->min && level->score <= scale->max)) return true;
  char score[CX_NUMBER_LENGTH], min[CX_NUMBER_LENGTH], max[CX_NUMBER_LENGTH];
  cx_diag_report(decoder->diagnostics, CX_OFF_SCALE, level->span, "the level %s lies outside the scale, %s to %s",
                 cx_number_format(level->score, 3, score), cx_number_format(scale->min, 3, min),
                 cx_number_format(scale->max, 3, max));
  return false;
}

/* Of levels with the same score, written in two ways, the first one stays. */
static void drop_repeats(CxDecoder *decoder, CxEmotionScale *scale) {
  size_t kept = 0;
  for (size_t i = 0; i < scale->levels.count; i++) {
    const CxLevel *level = &scale->levels.items[i], *first = kept == 0 ? NULL : &scale->levels.items[kept - 1];
    if (first != NULL && first->score == level->score) {
      CxDiag *diag =
          cx_diag_report(decoder->diagnostics, CX_DUPLICATE_KEY, level->span, "this level has a name already");
      cx_diag_also(decoder->diagnostics, diag, first->span, "first named here");
    } else {
      scale->levels.items[kept++] = *level;
    }
  }
  scale->levels.count = kept;
}

/* The ends are known: their rows come first. */
static void levels_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxEmotionScale *scale = (CxEmotionScale *)((char *)member - field->offset);
  if (node->kind != CX_NODE_MAP) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    CxLevel level = {.span = pair->key->span};
    if (!cx_node_is_absent(pair->value) && cx_decode_number(decoder, pair->key, &level.score) &&
        is_inside(decoder, scale, &level) && cx_decode_text(decoder, pair->value, &level.name))
      *cx_list_add(decoder->arena, &scale->levels) = level;
  }
  if (scale->levels.count == 0) return;
  qsort(scale->levels.items, scale->levels.count, sizeof *scale->levels.items, compare_levels);
  drop_repeats(decoder, scale);
}

static bool levels_write(const CxField *field, const void *member, CxJson *json) {
  const CxEmotionScale *scale = (const CxEmotionScale *)((const char *)member - field->offset);
  if (scale->levels.count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < scale->levels.count; i++) {
    char score[CX_NUMBER_LENGTH];
    cx_json_key(json, cx_number_format(scale->levels.items[i].score, 3, score));
    cx_type_text.write(field, &scale->levels.items[i].name, json);
  }
  cx_json_end(json);
  return true;
}

const CxType cx_type_levels = {.name = "a map from scores to names", .decode = levels_decode, .write = levels_write};

static const CxField scale_fields[] = {
    {CX_ROW("min", type_bound, CX_AT(CxEmotionScale, min, double)), .min = -LIMIT, .max = LIMIT, .fallback = "-2",
     .doc = "The lowest score, at the foot of the lane."},
    {CX_ROW("max", type_bound, CX_AT(CxEmotionScale, max, double)), .min = -LIMIT, .max = LIMIT, .fallback = "2",
     .doc = "The highest score, at the top of the lane."},
    {CX_ROW("levels", cx_type_levels, offsetof(CxEmotionScale, levels)),
     .doc = "Names of scores, which stand at the lane's edge: `{1: awful, 5: great}`. Without it five built-in names "
            "stand at equal distances."},
};

static void scale_check(CxDecoder *decoder, void *object, const CxNode *node) {
  const CxEmotionScale *scale = object;
  if (scale->min < scale->max || isnan(scale->min) || isnan(scale->max)) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_SCALE, node->span,
                                "the emotion scale's `min` is not below its `max`");
  cx_diag_help(decoder->diagnostics, diag, "without `min` and `max` the scale runs from -2 to 2");
}

const CxTable cx_table_emotion_scale = {
    .name = "emotion scale",
    .doc = "The range of emotion scores. The neutral line is its middle.",
    CX_FIELDS(scale_fields),
    .size = sizeof(CxEmotionScale),
    .check = scale_check,
};
