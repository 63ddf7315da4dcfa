/* A box of a canvas becomes a block: number and title, the hint while it is empty, the lead sentence, its items as
 * cards, its columns.
 */
#include "canvas.h"

static const double DISC = 10;        /* radius of the number's disc */
static const double CARD_LEAST = 220; /* a box that has room for cards of this width side by side lays them so */
static const size_t CARD_COLUMNS = 4;
static const double CARD_GAP = 6;
static const double COLUMN_LEAST = 120, COLUMN_GAP = 20; /* columns within a box */
static const double HEIGHT_LEAST = 72;

/* What the cards of a style look like. */
static const CxCardStyle cards[] = {
    [CX_BOX_CARDS] = {.look = CX_LOOK_CARD, .hue = CX_HUE_ACTION, .font = CX_FONT_BODY},
    [CX_BOX_STATEMENT] = {.look = CX_LOOK_NONE},
    [CX_BOX_QUOTES] =
        {.look = CX_LOOK_CARD, .hue = CX_HUE_THOUGHT, .mark = "quote", .is_quote = true, .font = CX_FONT_BODY},
    [CX_BOX_PAINS] = {.look = CX_LOOK_CARD, .hue = CX_HUE_PAIN, .mark = "pain", .font = CX_FONT_BODY},
    [CX_BOX_GAINS] = {.look = CX_LOOK_CARD, .hue = CX_HUE_GAIN, .mark = "gain", .font = CX_FONT_BODY},
    [CX_BOX_IDEAS] = {.look = CX_LOOK_CARD, .hue = CX_HUE_OPPORTUNITY, .mark = "opportunity", .font = CX_FONT_BODY},
};

/* Neighbours differ more than in the order of the palette. */
static CxHue hue_of(size_t number) {
  static const size_t steps[] = {0, 2, 7, 8, 5, 3, 6, 1, 4, 9};
  return cx_hue_stage(steps[(number - 1) % G_N_ELEMENTS(steps)]);
}

static bool is_empty(const CxCanvasBox *box) {
  for (size_t i = 0; i < box->boxes.count; i++)
    if (!is_empty(box->boxes.items[i])) return false;
  return box->items.count == 0 && !cx_is_given(&box->lead);
}

/* A box that nobody gives a title has its name in the grid. */
static CxPhrase title_of(const CxComposer *composer, const CxCanvasBox *box) {
  if (cx_is_given(&box->title)) return cx_phrase(composer, &box->title);
  return (CxPhrase){.text = box->object.id, .lang = composer->model->lang, .span = box->object.id_span};
}

/* ---- The head --------------------------------------------------------------------------------------------------- */

static CxBlock *compose_number(CxComposer *composer, size_t number, CxHue hue) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_DISC, "number");
  disc->size = DISC;
  disc->is_filled = true;
  disc->paint = CX_PAINT_DEEP;
  disc->hue = hue;
  disc->font = CX_FONT_LENS_NAME;
  disc->phrase = (CxPhrase){.text = cx_arena_printf(composer->arena, "%zu", number), .lang = composer->lang};
  return disc;
}

static CxBlock *compose_icon(CxComposer *composer, const CxCanvasBox *box, CxHue hue) {
  if (box->icon.name == NULL && box->icon.file.path == NULL) return NULL;
  const char *name = box->icon.name != NULL ? box->icon.name : box->icon.file.text;
  CxBlock *icon = cx_block_icon(composer->arena, name, 16, CX_PAINT_DEEP, hue);
  icon->path = box->icon.file.path;
  return icon;
}

/* Icon and title in one line. */
static CxBlock *compose_title(CxComposer *composer, const CxCanvasBox *box, CxFont font, CxHue hue) {
  CxBlock *title = cx_block_text(composer->arena, "title", title_of(composer, box), font, CX_PAINT_DEEP);
  title->hue = hue;
  title->is_heading = true;
  CxBlock *icon = compose_icon(composer, box, hue);
  if (icon == NULL) return title;
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  row->gap = 8;
  cx_block_add(composer->arena, row, icon);
  cx_block_add(composer->arena, row, title)->grow = 1;
  return row;
}

static CxBlock *compose_hint(CxComposer *composer, const CxCanvasBox *box) {
  if (!is_empty(box) || !cx_is_given(&box->hint)) return NULL;
  return cx_block_text(composer->arena, "hint", cx_phrase(composer, &box->hint), CX_FONT_ITEM, CX_PAINT_MUTED);
}

static CxBlock *compose_head(CxComposer *composer, const CxCanvasBox *box, size_t number, CxHue hue) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  row->gap = 9;
  cx_block_add(composer->arena, row, compose_number(composer, number, hue));
  CxBlock *texts = cx_block_add(composer->arena, row, cx_stack_new(composer));
  texts->grow = 1;
  cx_block_add(composer->arena, texts, compose_title(composer, box, CX_FONT_BOX, hue));
  cx_block_add(composer->arena, texts, compose_hint(composer, box));
  return row;
}

/* ---- What stands in it ------------------------------------------------------------------------------------------ */

static CxBlock *compose_lead(CxComposer *composer, const CxCanvasBox *box) {
  if (!cx_is_given(&box->lead)) return NULL;
  return cx_block_text(composer->arena, "lead", cx_phrase(composer, &box->lead), CX_FONT_THEME, CX_PAINT_INK);
}

/* A statement is as large as it can be at its length; a CJK character says as much as two letters. */
static CxFont statement_font(const CxPhrase *phrase) {
  size_t length = 0;
  for (const char *at = phrase->text; at != NULL && *at != '\0'; at = g_utf8_next_char(at))
    length += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
  if (length <= 110) return CX_FONT_FIGURE;
  return length <= 220 ? CX_FONT_NAME : length <= 500 ? CX_FONT_THEME : CX_FONT_BODY;
}

static CxBlock *compose_item(CxComposer *composer, const CxItem *item, CxBoxStyle style) {
  CxCardStyle card = cards[style];
  const CxPhrase phrase = cx_phrase(composer, &item->text);
  if (style == CX_BOX_STATEMENT) card.font = statement_font(&phrase);
  return cx_compose_card(composer, item, &card);
}

static CxBlock *compose_items(CxComposer *composer, const CxCanvasBox *box, CxBoxStyle style) {
  if (box->items.count == 0) return NULL;
  CxBlock *stack = cx_stack_new(composer);
  stack->gap = stack->row_gap = CARD_GAP;
  stack->columns = style == CX_BOX_STATEMENT ? 1 : CARD_COLUMNS;
  stack->column_min = CARD_LEAST;
  for (size_t i = 0; i < box->items.count; i++)
    cx_block_add(composer->arena, stack, compose_item(composer, box->items.items[i], style));
  return stack;
}

static CxBlock *compose_lines(CxComposer *composer, double least) {
  CxBlock *block = cx_block_chart(composer->arena, CX_CHART_LINES, "lines");
  block->min_height = least;
  block->fills = true;
  return block;
}

static CxBlock *compose_column(CxComposer *composer, const CxCanvasBox *box, CxBoxStyle style, CxHue hue,
                               double lines) {
  CxBlock *column = cx_block_new(composer->arena, CX_BLOCK_STACK, "column");
  const CxPhrase title = title_of(composer, box);
  column->id = box->object.id;
  column->title = title.text;
  column->fills = true;
  cx_stack_add(composer, column, compose_title(composer, box, CX_FONT_LENS_NAME, hue), 0);
  column->children.items[0]->is_repeated = true;
  cx_stack_add(composer, column, compose_hint(composer, box), 0);
  cx_stack_add(composer, column, compose_lead(composer, box), 6);
  cx_stack_add(composer, column, compose_items(composer, box, style), 8);
  if (lines > 0) cx_stack_add(composer, column, compose_lines(composer, lines), 0);
  return column;
}

/* NULL where there are none, or where only the box itself says something. */
static CxBlock *compose_columns(CxComposer *composer, const CxCanvasBox *box, CxHue hue, double lines) {
  bool is_filled = box->items.count == 0;
  for (size_t i = 0; i < box->boxes.count; i++) is_filled = is_filled || !is_empty(box->boxes.items[i]);
  if (box->boxes.count == 0 || !is_filled) return NULL;
  CxBlock *columns = cx_stack_new(composer);
  columns->columns = box->boxes.count;
  columns->column_min = COLUMN_LEAST;
  columns->gap = COLUMN_GAP;
  columns->row_gap = 14;
  columns->has_rules = true;
  columns->hue = hue;
  columns->fills = true;
  for (size_t i = 0; i < box->boxes.count; i++)
    cx_block_add(composer->arena, columns, compose_column(composer, box->boxes.items[i], box->style, hue, lines));
  return columns;
}

CxBlock *cx_compose_box(CxComposer *composer, const CxCanvasBox *box, const CxBoxLook *look) {
  const CxHue hue = hue_of(look->number);
  CxBlock *block = cx_block_new(composer->arena, CX_BLOCK_STACK, "box");
  const CxPhrase title = title_of(composer, box);
  block->id = box->object.id;
  block->title = title.text;
  block->look = CX_LOOK_BOX;
  block->hue = hue;
  block->min_height = HEIGHT_LEAST;
  cx_stack_add(composer, block, compose_head(composer, box, look->number, hue), 0);
  block->children.items[0]->is_repeated = true;
  cx_stack_add(composer, block, compose_lead(composer, box), 12);
  cx_stack_add(composer, block, compose_items(composer, box, box->style), cx_is_given(&box->lead) ? 8 : 12);
  CxBlock *columns = compose_columns(composer, box, hue, look->lines);
  cx_stack_add(composer, block, columns, 10);
  if (look->lines > 0 && columns == NULL) cx_stack_add(composer, block, compose_lines(composer, look->lines), 4);
  return block;
}
