/* Segments: a row for each part of the audience, with its share, who belongs to it and the personas that stand for it.
 *
 * In: the document's segments. Out: a sheet of rows under each other with lines between.
 */
#include "research.h"

static const double SHARE_WIDTH = 160, NAME_WIDTH = 240; /* of the columns; they get narrower on small paper */
static const double SHARE_LEAST = 84, NAME_LEAST = 130;
static const double CARD = 200, CARD_GAP = 16, CARDS_LEAST = 200; /* a persona's card; of their column */
static const size_t MOST_CARDS = 4;                               /* beside each other on `fit` */
static const double BAR = 8, DISC = 20, ROW_PAD = 20;
/* Rows of one number share their columns. */
enum { ROWS = 1, CARDS };

static const double SIDE_GROW = 1e-3; /* the column of the cards takes what is left */

static CxBlock *compose_bar(CxComposer *composer, const CxShare *share) {
  CxBlock *bar = cx_block_chart(composer->arena, CX_CHART_SHARES, "shares");
  bar->chart->height = BAR;
  *cx_list_add(composer->arena, &bar->chart->parts) = (CxChartPart){.value = share->part, .target = -1};
  return bar;
}

/* A text that says no part of a whole stands there without a bar. */
static CxBlock *compose_share(CxComposer *composer, const CxSegment *segment) {
  CxBlock *column = cx_stack_new(composer);
  CxShare share;
  column->min_width = SHARE_LEAST;
  column->max_width = SHARE_WIDTH;
  column->grow = SIDE_GROW;
  const CxPhrase phrase = cx_phrase(composer, &segment->share);
  if (phrase.text == NULL) return column;
  const CxFont font = cx_text_extent(phrase.text) <= 10 ? CX_FONT_TITLE : CX_FONT_BOX;
  cx_stack_add(composer, column, cx_block_text(composer->arena, "value", phrase, font, CX_PAINT_INK), 0);
  if (cx_share_parse(segment->share.text, &share)) cx_stack_add(composer, column, compose_bar(composer, &share), 6);
  return column;
}

static CxBlock *compose_name(CxComposer *composer, const CxSegment *segment) {
  CxArena *arena = composer->arena;
  CxBlock *column = cx_stack_new(composer);
  column->min_width = NAME_LEAST;
  column->max_width = NAME_WIDTH;
  column->grow = SIDE_GROW;
  CxBlock *name = cx_block_text(arena, "heading", cx_phrase(composer, &segment->name), CX_FONT_BOX, CX_PAINT_INK);
  name->is_heading = true;
  cx_stack_add(composer, column, name, 5);
  const CxPhrase description = cx_phrase(composer, &segment->description);
  if (description.text != NULL)
    cx_stack_add(composer, column, cx_block_text(arena, "item", description, CX_FONT_BODY, CX_PAINT_MUTED), 3);
  return column;
}

/* ---- Personas ------------------------------------------------------------------------------------------------ */

static CxBlock *compose_persona(CxComposer *composer, const CxPersona *persona) {
  CxArena *arena = composer->arena;
  CxBlock *card = cx_block_new(arena, CX_BLOCK_ROW, "persona"), *texts = cx_stack_new(composer);
  card->id = cx_arena_printf(arena, "persona-%s", persona->object.id);
  card->ref = persona->object.id;
  card->title = cx_phrase(composer, &persona->name).text;
  card->link = cx_link_to(composer, persona, NULL);
  card->gap = 10;
  card->table = CARDS;
  card->min_width = card->max_width = CARD;
  cx_block_add(arena, card, cx_compose_portrait(composer, persona, cx_series_of(composer, persona), DISC));
  cx_block_add(arena, card, texts)->grow = 1;
  const CxPhrase role = cx_phrase(composer, &persona->role), quote = cx_phrase(composer, &persona->quote);
  CxPhrase line = role;
  if (persona->kind == CX_PERSONA_ANTI) {
    line = cx_phrase_word(composer, CX_WORD_PERSONA_KIND_ANTI);
    cx_join(composer, &line, role.text);
  }
  const CxPaint paint = persona->kind == CX_PERSONA_ANTI ? CX_PAINT_WARN : CX_PAINT_MUTED;
  cx_stack_add(composer, texts,
               cx_block_text(arena, "name", cx_phrase(composer, &persona->name), CX_FONT_LENS_NAME, CX_PAINT_INK), 0);
  if (line.text != NULL) cx_stack_add(composer, texts, cx_block_text(arena, "role", line, CX_FONT_CAPTION, paint), 0);
  if (quote.text != NULL)
    cx_stack_add(composer, texts,
                 cx_block_text(arena, "quote", cx_phrase_quoted(composer, quote), CX_FONT_LENS_QUOTE, CX_PAINT_INK), 3);
  return card;
}

static CxBlock *compose_personas(CxComposer *composer, const CxSegment *segment) {
  CxBlock *flow = cx_block_new(composer->arena, CX_BLOCK_FLOW, NULL);
  flow->gap = CARD_GAP;
  flow->row_gap = CARD_GAP;
  flow->grow = 1;
  flow->min_width = CARDS_LEAST;
  for (size_t i = 0; i < segment->personas.count; i++)
    cx_block_add(composer->arena, flow, compose_persona(composer, segment->personas.items[i].object));
  return flow;
}

/* ---- The sheet ----------------------------------------------------------------------------------------------- */

static CxBlock *compose_segment(CxComposer *composer, const CxSegment *segment) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, "segment");
  row->id = cx_arena_printf(composer->arena, "segment-%s", segment->object.id);
  row->ref = segment->object.id;
  row->title = cx_phrase(composer, &segment->name).text;
  row->gap = composer->theme->spaces[CX_S6];
  row->table = ROWS;
  row->is_divided = true;
  cx_block_add(composer->arena, row, compose_share(composer, segment));
  cx_block_add(composer->arena, row, compose_name(composer, segment));
  cx_block_add(composer->arena, row, compose_personas(composer, segment));
  return row;
}

static CxBlock *compose_rows(CxComposer *composer) {
  CxBlock *rows = cx_stack_new(composer);
  rows->before = composer->theme->spaces[CX_S5];
  for (size_t i = 0; i < composer->model->segments.count; i++) {
    cx_stack_add(composer, rows, cx_compose_line(composer, CX_STROKE_HAIR, 1), i == 0 ? 0 : ROW_PAD);
    cx_stack_add(composer, rows, compose_segment(composer, composer->model->segments.items[i]), ROW_PAD);
  }
  CxBlock *foot = cx_stack_new(composer);
  foot->min_height = ROW_PAD / 2;
  cx_stack_add(composer, rows, foot, 0);
  return rows;
}

static double page_width(const CxComposer *composer) {
  size_t most = 2;
  for (size_t i = 0; i < composer->model->segments.count; i++)
    most = MAX(most, composer->model->segments.items[i]->personas.count);
  const double cards = (double)MIN(most, MOST_CARDS) * (CARD + CARD_GAP) - CARD_GAP;
  return 2 * composer->theme->sizes.margin + SHARE_WIDTH + NAME_WIDTH + cards + 2 * composer->theme->spaces[CX_S6];
}

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxComposer composer;
  cx_composer_init(&composer, arena, model, map, theme);
  const CxSheetParts parts = {.overline = cx_phrase_word(&composer, CX_WORD_MAP_SEGMENTS),
                              .content = compose_rows(&composer)};
  CxSheet *sheet = cx_compose_sheet(&composer, map, &parts);
  sheet->best_width = page_width(&composer);
  cx_composer_clear(&composer);
  return sheet;
}

static bool are_given(const CxModel *model, const void *definition) {
  (void)definition;
  return model->segments.count > 0;
}

const CxMapKind cx_map_segments = {
    .name = "segments",
    .key = "document",
    .doc = "The segments of the audience with their shares and personas.",
    .definition = cx_document_definition,
    .is_natural = are_given,
    .compose = compose,
};
