/* The interview guide: a sheet to print, with the questions and room to write under each.
 *
 * In: the guide of the interviews. Out: a sheet as wide as an A4 page. Questions stay whole where it is divided.
 */
#include "research.h"

static const double WIDTH = 595;                           /* of the page: A4 upright */
static const size_t LINES = 4;                             /* to write on, under each question */
static const double LINE_STEP = 24;                        /* from one to the next */
static const double FIELD_LINE = 34, QUESTION_BEFORE = 22; /* height of a field to fill in; over a question */

static CxBlock *compose_field(CxComposer *composer, CxWordKey name, double grow) {
  CxBlock *field = cx_block_new(composer->arena, CX_BLOCK_STACK, NULL);
  field->grow = grow;
  cx_block_add(composer->arena, field,
               cx_block_text(composer->arena, "name", cx_phrase_word(composer, name), CX_FONT_META, CX_PAINT_MUTED));
  cx_block_add(composer->arena, field, cx_compose_line(composer, CX_STROKE_RULE, FIELD_LINE));
  return field;
}

/* Who was asked, when and where. */
static CxBlock *compose_fields(CxComposer *composer) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, "fields");
  row->id = "fields";
  row->gap = composer->theme->spaces[CX_S6];
  cx_block_add(composer->arena, row, compose_field(composer, CX_WORD_PARTICIPANT, 3));
  cx_block_add(composer->arena, row, compose_field(composer, CX_WORD_DATE, 2));
  cx_block_add(composer->arena, row, compose_field(composer, CX_WORD_PLACE, 3));
  return row;
}

/* The number hangs before the text, as wide as the widest of them. */
static CxBlock *compose_words(CxComposer *composer, size_t number, CxPhrase words) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 8;
  row->table = 1;
  const CxPhrase digits = {.text = cx_arena_printf(arena, "%zu", number), .lang = composer->lang};
  cx_block_add(arena, row, cx_block_text(arena, "number", digits, CX_FONT_LENS_NAME, CX_PAINT_ACCENT));
  CxBlock *text = cx_block_add(arena, row, cx_block_text(arena, "item", words, CX_FONT_LENS_NAME, CX_PAINT_INK));
  text->is_heading = true;
  text->grow = 1;
  return row;
}

static CxBlock *compose_question(CxComposer *composer, size_t number, CxPhrase words, bool is_closing) {
  CxBlock *question = cx_block_new(composer->arena, CX_BLOCK_STACK, "question");
  question->id = cx_arena_printf(composer->arena, "question-%zu", number);
  question->title = words.text;
  question->is_whole = true;
  if (is_closing) question->look = CX_LOOK_CLOSING;
  cx_block_add(composer->arena, question, compose_words(composer, number, words));
  for (size_t i = 0; i < LINES; i++) {
    CxBlock *line = cx_block_add(composer->arena, question, cx_compose_line(composer, CX_STROKE_RULE, LINE_STEP));
    line->before = i == 0 ? LINE_STEP / 4 : 0;
  }
  return question;
}

static CxBlock *compose_questions(CxComposer *composer, const CxGuide *guide) {
  CxBlock *stack = cx_stack_new(composer);
  const size_t asked = cx_guide_questions(guide), all = asked + cx_guide_closing(guide);
  for (size_t i = 1; i <= all; i++) {
    const double before = i == 1 ? 0 : i <= asked ? QUESTION_BEFORE - LINE_STEP / 2 : QUESTION_BEFORE;
    cx_stack_add(composer, stack, compose_question(composer, i, cx_guide_question(composer, guide, i), i > asked),
                 before);
  }
  stack->before = composer->theme->spaces[CX_S4];
  return stack;
}

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxComposer composer;
  cx_composer_init(&composer, arena, model, map, theme);
  CxBlock *fields = cx_stack_new(&composer);
  cx_stack_add(&composer, fields, cx_compose_note(&composer, map), 0);
  cx_stack_add(&composer, fields, compose_fields(&composer), fields->children.count > 0 ? 10 : 0);
  const CxSheetParts parts = {.overline = cx_phrase_word(&composer, CX_WORD_MAP_GUIDE),
                              .opening = fields,
                              .opening_gap = theme->sizes.title_gap,
                              .content = compose_questions(&composer, model->interviews->guide)};
  CxSheet *sheet = cx_compose_sheet(&composer, map, &parts);
  sheet->best_width = WIDTH;
  cx_composer_clear(&composer);
  return sheet;
}

static bool is_given(const CxModel *model, const void *definition) {
  (void)model;
  return ((const CxInterviews *)definition)->guide != NULL;
}

static const CxText *title(const void *interviews) {
  const CxGuide *guide = ((const CxInterviews *)interviews)->guide;
  return guide != NULL ? &guide->title : NULL;
}

const CxMapKind cx_map_guide = {
    .name = "guide",
    .key = "interviews",
    .doc = "The questions of interviews, with room to write under each.",
    .definition = cx_interviews_definition,
    .is_natural = is_given,
    .title = title,
    .compose = compose,
};
