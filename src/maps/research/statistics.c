/* Statistics: big numbers with what they say, a picture of the part that they are, and their source.
 *
 * In: the document's statistics. Out: a sheet of columns, five in a row at most. A value that is no part of a whole has
 * no picture.
 */
#include "research.h"

static const size_t MOST_COLUMNS = 5;
static const double COLUMN_LEAST = 150, COLUMN_BEST = 203, COLUMN_GAP = 28, ROW_GAP = 36;
static const double LEAST_WIDTH = 520;                  /* of the page */
static const double PICTURE = 104;                      /* height */
static const size_t DISPLAY_MOST = 8, FIGURE_MOST = 14; /* letters of a value that stand in one line, about */
static const double LETTER = 0.9, COLUMN_MOST = 420; /* width that a column wants for each letter of the longest text */
static const size_t LONG = 600;                      /* letters of a text that may need a page of its own */
static const double VALUE = 58;                      /* height of a value */

typedef struct Statistics {
  CxComposer base;
  size_t longest; /* letters of a text */
} Statistics;

/* ---- The picture --------------------------------------------------------------------------------------------- */

/* NULL where the value is no part of a whole. */
static CxBlock *compose_picture(Statistics *statistics, const CxStatistic *statistic) {
  CxArena *arena = statistics->base.arena;
  CxShare share;
  if (!cx_share_parse(statistic->value.text, &share)) return NULL;
  CxBlock *room = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  room->min_height = PICTURE;
  room->is_middle = true;
  const CxChartKind kind = share.people > 0 ? CX_CHART_FIGURES : CX_CHART_HUNDRED;
  CxBlock *picture = cx_block_add(arena, room, cx_block_chart(arena, kind, "picture"));
  picture->chart->count = share.people;
  *cx_list_add(arena, &picture->chart->parts) = (CxChartPart){.value = share.part, .target = -1};
  if (share.people == 0) cx_show(&statistics->base, picture, CX_SIGNS(CX_SIGN_HUNDREDTH));
  return room;
}

static size_t longest_text(const CxComposer *composer) {
  size_t longest = 0;
  for (size_t i = 0; i < composer->model->statistics.count; i++)
    longest = MAX(longest, cx_text_extent(cx_phrase(composer, &composer->model->statistics.items[i]->text).text));
  return longest;
}

/* ---- A statistic --------------------------------------------------------------------------------------------- */

static CxFont value_font(const char *value) {
  const size_t extent = cx_text_extent(value);
  return extent <= DISPLAY_MOST ? CX_FONT_DISPLAY : extent <= FIGURE_MOST ? CX_FONT_FIGURE : CX_FONT_NAME;
}

static CxBlock *compose_value(Statistics *statistics, const CxStatistic *statistic) {
  CxArena *arena = statistics->base.arena;
  const CxPhrase phrase = cx_phrase(&statistics->base, &statistic->value);
  CxBlock *room = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  room->min_height = VALUE;
  room->is_middle = true;
  cx_block_add(arena, room, cx_block_text(arena, "value", phrase, value_font(phrase.text), CX_PAINT_ACCENT))
      ->is_heading = true;
  return room;
}

static CxBlock *compose_source(Statistics *statistics, const CxStatistic *statistic) {
  CxArena *arena = statistics->base.arena;
  CxPhrase source = cx_phrase(&statistics->base, &statistic->source);
  if (source.text == NULL && statistic->link != NULL) source = (CxPhrase){.text = statistic->link, .lang = "en"};
  if (source.text == NULL) return NULL;
  CxBlock *text = cx_block_text(arena, "source", source, CX_FONT_STEP, CX_PAINT_INK);
  text->link = statistic->link;
  return text;
}

/* The line over the source and the source stand at the foot, under the longest text beside it. */
static CxBlock *compose_statistic(Statistics *statistics, const CxStatistic *statistic, size_t number) {
  CxComposer *base = &statistics->base;
  CxBlock *column = cx_block_new(base->arena, CX_BLOCK_STACK, "statistic");
  column->id = cx_arena_printf(base->arena, "statistic-%zu", number);
  column->title = cx_phrase(base, &statistic->value).text;
  column->is_whole = statistics->longest <= LONG;
  cx_stack_add(base, column, cx_compose_line(base, CX_STROKE_HEAVY, 2), 0);
  cx_stack_add(base, column, compose_value(statistics, statistic), 15);
  for (size_t i = 0; i < column->children.count; i++) column->children.items[i]->is_repeated = true;
  CxBlock *picture = compose_picture(statistics, statistic);
  cx_stack_add(base, column, picture, 9);
  CxBlock *text = cx_block_text(base->arena, "item", cx_phrase(base, &statistic->text), CX_FONT_SAYING, CX_PAINT_INK);
  cx_cite(base, text, &statistic->evidence);
  cx_stack_add(base, column, text, picture != NULL ? 26 : 9);
  text->fills = true;
  CxBlock *source = compose_source(statistics, statistic);
  cx_stack_add(base, column, cx_compose_line(base, CX_STROKE_HAIR, 2), 18);
  cx_stack_add(base, column, source, 6);
  return column;
}

/* ---- The sheet ----------------------------------------------------------------------------------------------- */

/* Long texts want wider columns, or they would be higher than a page. */
static double column_least(const Statistics *statistics) {
  return CLAMP(LETTER * (double)statistics->longest, COLUMN_LEAST, COLUMN_MOST);
}

static CxBlock *compose_columns(Statistics *statistics) {
  const CxModel *model = statistics->base.model;
  CxBlock *columns = cx_block_new(statistics->base.arena, CX_BLOCK_STACK, "statistics");
  columns->id = "statistics";
  columns->columns = MOST_COLUMNS;
  columns->column_min = column_least(statistics);
  columns->gap = COLUMN_GAP;
  columns->row_gap = ROW_GAP;
  columns->is_even = true;
  columns->before = 22;
  for (size_t i = 0; i < model->statistics.count; i++)
    cx_block_add(statistics->base.arena, columns, compose_statistic(statistics, model->statistics.items[i], i + 1));
  return columns;
}

/* As many columns as stand in each row. */
static double page_width(const Statistics *statistics) {
  const size_t count = MAX(statistics->base.model->statistics.count, 1);
  const size_t rows = (count + MOST_COLUMNS - 1) / MOST_COLUMNS;
  const double columns = (double)((count + rows - 1) / rows);
  const double column = MAX(COLUMN_BEST, column_least(statistics));
  const double width = columns * (column + COLUMN_GAP) - COLUMN_GAP + 2 * statistics->base.theme->sizes.margin;
  return MAX(width, LEAST_WIDTH);
}

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  Statistics statistics = {0};
  CxComposer *base = &statistics.base;
  cx_composer_init(base, arena, model, map, theme);
  statistics.longest = longest_text(base);
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_STATISTICS),
                        .content = compose_columns(&statistics),
                        .tail_gap = 22};
  parts.legend = cx_compose_legend(base);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  sheet->best_width = page_width(&statistics);
  cx_composer_clear(base);
  return sheet;
}

static bool are_given(const CxModel *model, const void *definition) {
  (void)definition;
  return model->statistics.count > 0;
}

const CxMapKind cx_map_statistics = {
    .name = "statistics",
    .key = "document",
    .doc = "Big numbers as callouts, each with its source.",
    .definition = cx_document_definition,
    .is_natural = are_given,
    .compose = compose,
};
