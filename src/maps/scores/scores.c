/* What honeycombs and scorecards share: numbers as they are written, facts of the title block, how a figure and a list
 * share a page.
 */
#include "scores.h"

#include <math.h>

/* ---- The page ------------------------------------------------------------------------------------------------ */

/* On named paper: short sides from which type is set larger, under which margins are narrow; what title, sources and
 * foot take. */
static const double POSTER = 1683, POSTER_SCALE = 10 / 6.5, AROUND = 226;

CxScoreRoom cx_score_room(const CxComposer *composer, const CxPaper *paper) {
  if (paper->width <= 0) return (CxScoreRoom){.is_free = true};
  const double scale = MIN(paper->width, paper->height) >= POSTER ? POSTER_SCALE : 1;
  return (CxScoreRoom){.width = paper->width / scale - 2 * composer->theme->sizes.margin,
                       .height = paper->height / scale - AROUND};
}

CxBlock *cx_score_beside(CxComposer *composer, CxBlock *figure, CxBlock *list, double gap, bool is_beside) {
  CxBlock *content = is_beside ? cx_block_new(composer->arena, CX_BLOCK_ROW, NULL) : cx_stack_new(composer);
  content->gap = gap;
  content->goes_on = is_beside;
  list->grow = 1;
  cx_block_add(composer->arena, content, figure);
  cx_block_add(composer->arena, content, list);
  return content;
}

/* ---- Numbers ------------------------------------------------------------------------------------------------- */

enum { MOST_DECIMALS = 2 };

int cx_score_decimals(const CxNumber *number) {
  for (int decimals = 0; decimals < MOST_DECIMALS && number->is_given; decimals++)
    if (fabs(number->value * pow(10, decimals) - round(number->value * pow(10, decimals))) < 1e-6) return decimals;
  return number->is_given ? MOST_DECIMALS : 0;
}

CxPhrase cx_score_phrase(CxComposer *composer, double value, int decimals, bool has_sign) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE * 2], format[] = {'%', '.', (char)('0' + decimals), 'f', '\0'};
  g_ascii_formatd(digits, sizeof digits, format, fabs(value));
  const bool is_zero = g_ascii_strtod(digits, NULL) == 0;
  const char *sign = is_zero ? "" : value < 0 ? "\u2212" : has_sign ? "+" : "";
  return (CxPhrase){.text = cx_arena_printf(composer->arena, "%s%s", sign, digits), .lang = "en"};
}

CxPhrase cx_score_missing(void) {
  return (CxPhrase){.text = "–", .lang = "en"};
}

/* ---- The title block ------------------------------------------------------------------------------------------ */

void cx_score_title(CxComposer *composer, const CxScoreFacts *facts, CxSheetParts *parts) {
  const bool has_date = facts->date->year != 0;
  cx_fact_add(composer, &parts->facts, CX_WORD_OWNER, cx_phrase(composer, facts->owner));
  cx_fact_add(composer, &parts->facts, CX_WORD_PERIOD, cx_phrase(composer, facts->period));
  if (facts->next != NULL) cx_fact_add(composer, &parts->facts, CX_WORD_NEXT, cx_phrase(composer, facts->next));
  if (has_date)
    parts->date = (CxPhrase){.text = cx_word_date(composer->arena, facts->date, composer->lang),
                             .lang = composer->lang,
                             .span = facts->date->span};
  if (cx_is_given(facts->subtitle))
    parts->subtitle = cx_phrase(composer, facts->subtitle);
  else if (!cx_is_given(&composer->model->subtitle))
    parts->subtitle = facts->explanation;
}

/* ---- Parts ----------------------------------------------------------------------------------------------------- */

CxChartPart *cx_score_part(CxComposer *composer, CxBlock *chart, double value, double target) {
  CxChartPart *part = cx_list_add(composer->arena, &chart->chart->parts);
  *part = (CxChartPart){.value = value, .target = target};
  return part;
}

CxBlock *cx_score_cell(CxComposer *composer, const char *role, CxPhrase phrase, CxFont font, CxPaint paint) {
  CxBlock *cell = cx_block_text(composer->arena, role, phrase, font, paint);
  cell->align = CX_ALIGN_END;
  return cell;
}

CxBlock *cx_score_rule(CxComposer *composer) {
  CxBlock *line = cx_block_new(composer->arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = CX_STROKE_HAIR;
  return line;
}

/* ---- Notes ----------------------------------------------------------------------------------------------------- */

static const double NOTE_WIDEST = 560, NOTE_SIZE = 9, NOTE_LINE = 13;

double cx_score_note_height(const CxComposer *composer, const CxText *note, double width) {
  const CxPhrase phrase = cx_phrase(composer, note);
  double ems = 0;
  if (phrase.text == NULL) return 0;
  for (const char *p = phrase.text; *p != '\0'; p = g_utf8_next_char(p))
    ems += g_unichar_iswide(g_utf8_get_char(p)) ? 1 : 0.56;
  return NOTE_LINE * ceil(ems * NOTE_SIZE / MIN(width, NOTE_WIDEST));
}

CxBlock *cx_score_note(CxComposer *composer, const CxText *note, const CxRefs *evidence) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  CxBlock *text = cx_block_text(composer->arena, "note", cx_phrase(composer, note), CX_FONT_ITEM, CX_PAINT_INK);
  text->max_width = NOTE_WIDEST;
  if (evidence != NULL) cx_cite(composer, text, evidence);
  cx_block_add(composer->arena, row, text);
  return row;
}
