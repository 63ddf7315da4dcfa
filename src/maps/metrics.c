/* A metric's tile: value with its trend, target, name, and a bar that shows how far the one is from the other. */
#include "composer.h"

#include <math.h>
#include <string.h>

/* The first number in a text: 61 of "61 %", 31 of "+31"; NAN where there is none. Commas between digits group
 * thousands. */
static double number_in(const char *text) {
  GString *digits = g_string_new(NULL);
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
    const bool is_sign = (*p == '-' || *p == '+') && digits->len == 0 && g_ascii_isdigit(p[1]);
    const bool is_point = *p == '.' && digits->len > 0 && g_ascii_isdigit(p[1]);
    if (g_ascii_isdigit(*p) || (is_sign && *p == '-') || is_point)
      g_string_append_c(digits, *p);
    else if (digits->len > 0 && !(*p == ',' && g_ascii_isdigit(p[1])))
      break;
  }
  double value = NAN;
  if (digits->len == 0 || !cx_number_parse(digits->str, &value)) value = NAN;
  g_string_free(digits, TRUE);
  return value;
}

/* The end of the bar: the first round number over both. */
static double scale_end(double most) {
  if (most <= 0) return 1;
  static const double rounds[] = {1, 2.5, 5, 10};
  const double power = pow(10, floor(log10(most)));
  for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++)
    if (most * 1.1 <= rounds[i] * power) return rounds[i] * power;
  return 25 * power;
}

/* A bar says something where it has a target to compare with, or a whole that it is a part of. */
static CxBlock *compose_meter(CxComposer *composer, const CxMetric *metric) {
  const double value = number_in(metric->value.text), target = number_in(metric->target.text);
  const bool is_share = cx_is_given(&metric->value) && strpbrk(metric->value.text, "%") != NULL;
  if (isnan(value) || (isnan(target) && !is_share)) return NULL;
  CxBlock *meter = cx_block_new(composer->arena, CX_BLOCK_METER, "meter");
  const double end = isnan(target) ? MAX(value, 100) : scale_end(fmax(value, target));
  meter->hue = CX_HUE_METRIC;
  meter->value = CLAMP(value / end, 0, 1);
  meter->target = isnan(target) ? -1 : CLAMP(target / end, 0, 1);
  if (!isnan(target)) cx_show(composer, meter, CX_SIGNS(CX_SIGN_TARGET));
  return meter;
}

static CxPhrase with_unit(CxComposer *composer, const CxText *number, const CxText *unit) {
  CxPhrase phrase = cx_phrase(composer, number);
  if (phrase.text != NULL && cx_is_given(unit))
    phrase.text = cx_arena_printf(composer->arena, "%s\u00a0%s", phrase.text, cx_phrase(composer, unit).text);
  return phrase;
}

static const char *trend_icon(const CxMetric *metric) {
  if (!metric->has_trend) return NULL;
  return metric->trend > 0 ? "trend-up" : metric->trend < 0 ? "trend-down" : "trend-flat";
}

static CxBlock *compose_value(CxComposer *composer, const CxMetric *metric) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 5;
  row->align = CX_ALIGN_CENTRE;
  CxBlock *value =
      cx_block_text(arena, "value", with_unit(composer, &metric->value, &metric->unit), CX_FONT_METRIC, CX_PAINT_MARK);
  value->hue = CX_HUE_METRIC;
  cx_block_add(arena, row, value);
  if (trend_icon(metric) != NULL)
    cx_block_add(arena, row, cx_block_icon(arena, trend_icon(metric), 8, CX_PAINT_MUTED, CX_HUE_NONE));
  return row;
}

static CxBlock *compose_head(CxComposer *composer, const CxMetric *metric) {
  CxArena *arena = composer->arena;
  CxBlock *value = compose_value(composer, metric);
  const CxPhrase target = with_unit(composer, &metric->target, &metric->unit);
  if (target.text == NULL) return value;
  CxBlock *head = cx_block_new(arena, CX_BLOCK_SPLIT, NULL);
  head->gap = 8;
  head->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, head, value);
  cx_block_add(arena, head,
               cx_block_text(arena, "target", cx_phrase_filled(composer, CX_WORD_TARGET, target.text, NULL),
                             CX_FONT_META_PLAIN, CX_PAINT_MUTED));
  return head;
}

CxBlock *cx_compose_metric(CxComposer *composer, const CxMetric *metric) {
  CxArena *arena = composer->arena;
  CxBlock *tile = cx_block_new(arena, CX_BLOCK_STACK, "card");
  tile->look = CX_LOOK_TILE;
  tile->hue = CX_HUE_METRIC;
  if (cx_is_given(&metric->value)) cx_block_add(arena, tile, compose_head(composer, metric));
  CxPhrase name = cx_phrase(composer, &metric->name);
  const char *separator = cx_word(CX_WORD_FACT_SEPARATOR, composer->lang, NULL);
  if (metric->n.is_given)
    name.text =
        cx_arena_printf(arena, "%s%s%s", name.text, separator,
                        cx_phrase_filled(composer, CX_WORD_N, cx_grouped(composer, metric->n.value), NULL).text);
  if (cx_is_given(&metric->period))
    name.text = cx_arena_printf(arena, "%s%s%s", name.text, separator, cx_phrase(composer, &metric->period).text);
  CxBlock *text = cx_block_add(arena, tile, cx_block_text(arena, "item", name, CX_FONT_META_PLAIN, CX_PAINT_CARD_TEXT));
  cx_cite(composer, text, &metric->evidence);
  CxBlock *meter = cx_block_add(arena, tile, compose_meter(composer, metric));
  if (meter != NULL) meter->before = 1.75;
  return tile;
}
