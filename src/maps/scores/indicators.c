/* The tiles under a scorecard: NPS, CSAT and CES with the shares of answers that they are computed from. */
#include "scores.h"

static const double GAP = 14, LEAST = 236, FREE_WIDTH = 1126;
enum { MOST = 3, SHARES = 3 }; /* tiles in a line; answers: low, middle, high */

/* What is asked for each formula: the ranges of answers, the scale they lie on. */
static const struct {
  CxWordKey name;
  const char *ranges[SHARES], *scale;
} QUESTIONS[] = {
    [CX_FORMULA_NPS] = {CX_WORD_INDICATOR_NPS, {"0–6", "7–8", "9–10"}, "10"},
    [CX_FORMULA_CSAT] = {CX_WORD_INDICATOR_CSAT, {"1–2", "3", "4–5"}, "5"},
    [CX_FORMULA_CES] = {CX_WORD_INDICATOR_CES, {"1–3", "4", "5–7"}, "7"},
};

/* ---- Numbers -------------------------------------------------------------------------------------------------- */

static int decimals_of(double value) {
  return MIN(cx_score_decimals(&(CxNumber){.value = value, .is_given = true}), 1);
}

static CxPhrase plain(CxComposer *composer, double value) {
  return cx_score_phrase(composer, value, decimals_of(value), false);
}

/* NPS has no per cent sign; the others are shares. */
static CxPhrase figure_of(CxComposer *composer, const CxIndicator *indicator, double value) {
  if (indicator->formula == CX_FORMULA_NPS) return cx_score_phrase(composer, value, decimals_of(value), true);
  return cx_phrase_filled(composer, CX_WORD_PERCENT, plain(composer, value).text, NULL);
}

static CxPhrase formula_of(CxComposer *composer, const CxIndicator *indicator) {
  const char *const *ranges = QUESTIONS[indicator->formula].ranges;
  if (indicator->formula == CX_FORMULA_NPS)
    return cx_phrase_filled(composer, CX_WORD_FORMULA_DIFFERENCE, ranges[2], ranges[0]);
  return cx_phrase_filled(composer, CX_WORD_FORMULA_SHARE, ranges[2], QUESTIONS[indicator->formula].scale);
}

/* ---- A tile ----------------------------------------------------------------------------------------------------- */

static CxPhrase base_of(CxComposer *composer, const CxIndicator *indicator) {
  CxPhrase line = cx_phrase(composer, &indicator->period);
  if (!indicator->n.is_given) return line;
  const CxPhrase n = cx_phrase_filled(composer, CX_WORD_N, cx_grouped(composer, indicator->n.value), NULL);
  if (line.text == NULL) return n;
  line.text = cx_arena_printf(composer->arena, "%s%s%s", n.text, cx_word(CX_WORD_FACT_SEPARATOR, composer->lang, NULL),
                              line.text);
  return line;
}

static CxBlock *compose_head(CxComposer *composer, const CxIndicator *indicator) {
  CxArena *arena = composer->arena;
  const CxPhrase name = cx_is_given(&indicator->name) ? cx_phrase(composer, &indicator->name)
                                                      : cx_phrase_word(composer, QUESTIONS[indicator->formula].name);
  CxBlock *text = cx_block_text(arena, "name", name, CX_FONT_BODY_STRONG, CX_PAINT_INK);
  cx_cite(composer, text, &indicator->evidence);
  const CxPhrase base = base_of(composer, indicator);
  if (base.text == NULL) return text;
  CxBlock *split = cx_block_new(arena, CX_BLOCK_SPLIT, NULL);
  split->gap = 12;
  split->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, split, text);
  cx_block_add(arena, split, cx_block_text(arena, "base", base, CX_FONT_CAPTION, CX_PAINT_MUTED));
  return split;
}

/* The target stands on the figure's baseline. */
static CxBlock *compose_figure(CxComposer *composer, const CxIndicator *indicator) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 12;
  cx_block_add(arena, row,
               cx_block_text(arena, "figure", figure_of(composer, indicator, cx_indicator_value(indicator)),
                             CX_FONT_FIGURE, CX_PAINT_ACCENT));
  if (!indicator->target.is_given) return row;
  const CxPhrase target = figure_of(composer, indicator, indicator->target.value);
  CxBlock *aside = cx_block_add(arena, row, cx_stack_new(composer));
  cx_stack_add(composer, aside,
               cx_block_text(arena, "target", cx_phrase_filled(composer, CX_WORD_TARGET, target.text, NULL),
                             CX_FONT_ITEM, CX_PAINT_INK),
               18.75);
  return row;
}

static CxBlock *compose_label(CxComposer *composer, CxPhrase phrase, CxFont font, CxPaint paint) {
  return cx_block_text(composer->arena, "label", phrase, font, paint);
}

/* Of a share that finds no room in the bar the number stands behind its range. */
static CxBlock *compose_shares(CxComposer *composer, const CxIndicator *indicator) {
  static const CxHue hues[SHARES] = {CX_HUE_LEVEL_1, CX_HUE_NONE, CX_HUE_LEVEL_5};
  CxBlock *bar = cx_block_chart(composer->arena, CX_CHART_ANSWERS, "shares");
  const CxNumber *shares = indicator->shares.items;
  const char *const *ranges = QUESTIONS[indicator->formula].ranges;
  for (size_t i = 0; i < SHARES; i++) {
    cx_score_part(composer, bar, shares[i].value / 100, -1)->hue = hues[i];
    cx_block_add(composer->arena, bar,
                 compose_label(composer, plain(composer, shares[i].value), CX_FONT_CAPTION_STRONG,
                               hues[i] == CX_HUE_NONE ? CX_PAINT_INK : CX_PAINT_PAPER));
  }
  for (size_t i = 0; i < SHARES; i++)
    cx_block_add(
        composer->arena, bar,
        compose_label(composer, (CxPhrase){.text = ranges[i], .lang = "en"}, CX_FONT_META_PLAIN, CX_PAINT_MUTED));
  for (size_t i = 0; i < SHARES; i++) {
    const char *share = cx_phrase_filled(composer, CX_WORD_PERCENT, plain(composer, shares[i].value).text, NULL).text;
    const CxPhrase both = {.text = cx_arena_printf(composer->arena, "%s: %s", ranges[i], share), .lang = "en"};
    cx_block_add(composer->arena, bar, compose_label(composer, both, CX_FONT_META_PLAIN, CX_PAINT_MUTED));
  }
  return bar;
}

static CxBlock *compose_tile(CxComposer *composer, const CxIndicator *indicator) {
  CxBlock *tile = cx_block_new(composer->arena, CX_BLOCK_STACK, "indicator");
  tile->look = CX_LOOK_PANEL;
  cx_stack_add(composer, tile, compose_head(composer, indicator), 0);
  cx_stack_add(composer, tile, compose_figure(composer, indicator), 1);
  cx_stack_add(composer, tile, compose_shares(composer, indicator), 6);
  cx_stack_add(
      composer, tile,
      cx_block_text(composer->arena, "formula", formula_of(composer, indicator), CX_FONT_CAPTION, CX_PAINT_MUTED), 3);
  return tile;
}

/* ---- Lines of tiles ------------------------------------------------------------------------------------------- */

static size_t tiles_in_line(const CxScorecardMap *map, double width) {
  const size_t room = (size_t)MAX((width + GAP) / (LEAST + GAP), 1);
  const size_t most = MIN(room, MOST), count = map->scorecard->indicators.count;
  return count == most + 1 ? (count + 1) / 2 : most; /* no single one in the second line */
}

static CxBlock *new_line(CxComposer *composer, size_t columns) {
  CxBlock *line = cx_block_new(composer->arena, CX_BLOCK_AREAS, NULL);
  line->gap = GAP;
  line->areas = cx_new(composer->arena, CxAreas);
  for (size_t i = 0; i < columns; i++)
    *cx_list_add(composer->arena, &line->areas->columns) = (CxAreaColumn){.share = 1};
  *cx_list_add(composer->arena, &line->areas->rows) = (CxAreaRow){0};
  return line;
}

/* Tiles of one line are equally high. */
void cx_compose_indicators(CxScorecardMap *map, CxBlock *content) {
  CxComposer *composer = &map->base;
  const size_t columns = tiles_in_line(map, map->room.is_free ? FREE_WIDTH : map->room.width);
  CxBlock *line = NULL;
  for (size_t i = 0; i < map->scorecard->indicators.count; i++) {
    if (i % columns == 0) {
      line = new_line(composer, columns);
      cx_stack_add(composer, content, line, i == 0 ? 24 : GAP);
    }
    cx_block_add(composer->arena, line, compose_tile(composer, map->scorecard->indicators.items[i]));
    *cx_list_add(composer->arena, &line->areas->areas) = (CxArea){.column = i % columns, .rows = 1, .columns = 1};
  }
}
