/* The head of each further page of a map: its title, whose map it is, which of its parts stand on the page.
 *
 * One line where there is room; the layout picks for each part how it looks on a page and fills in the page's number.
 */
#include "composer.h"

static const double DISC = 9, MARKER_WIDTH = 28; /* points: radius of a persona's disc; a small chevron */
static const size_t MOST_MARKERS = 24;           /* with more parts only those of the page are shown */
static const size_t MOST_PERSONAS = 4;           /* with more only those whose curves are on the page */

static CxBlock *compose_name(CxComposer *composer, CxPhrase title) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 14;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, row, cx_block_text(arena, "title", title, CX_FONT_THEME, CX_PAINT_INK))->grow = 1;
  cx_block_add(
      arena, row,
      cx_block_text(arena, "continued", cx_phrase_word(composer, CX_WORD_CONTINUED), CX_FONT_BODY, CX_PAINT_MUTED));
  return row;
}

static CxBlock *compose_persona(CxComposer *composer, const CxPersona *persona, size_t series) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 6;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, row, cx_compose_portrait(composer, persona, series, DISC));
  CxBlock *name = cx_block_add(
      arena, row, cx_block_text(arena, "name", cx_phrase(composer, &persona->name), CX_FONT_ITEM, CX_PAINT_INK));
  name->grow = 1;
  name->link = cx_link_to(composer, persona, NULL);
  return row;
}

static CxBlock *compose_marker(CxComposer *composer, size_t index, bool is_here) {
  CxArena *arena = composer->arena;
  CxBlock *marker = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  marker->look = is_here ? CX_LOOK_HERE : CX_LOOK_ELSEWHERE;
  marker->hue = cx_hue_stage(index);
  marker->align = CX_ALIGN_CENTRE;
  marker->min_width = MARKER_WIDTH;
  marker->is_first = index == 0;
  const CxPhrase number = {.text = cx_arena_printf(arena, "%zu", index + 1), .lang = composer->lang};
  CxBlock *text =
      cx_block_text(arena, "number", number, CX_FONT_CAPTION_STRONG, is_here ? CX_PAINT_PAPER : CX_PAINT_MUTED);
  text->align = CX_ALIGN_CENTRE;
  text->grow = 1;
  cx_block_add(arena, marker, text);
  return marker;
}

static CxBlock *compose_markers(CxComposer *composer, size_t count) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 2;
  row->align = CX_ALIGN_CENTRE;
  for (size_t i = 0; i < count; i++) {
    CxBlock *choice = cx_block_add(arena, row, cx_block_new(arena, CX_BLOCK_STACK, NULL));
    choice->is_choice = true;
    choice->part = i;
    cx_block_add(arena, choice, compose_marker(composer, i, true));
    if (count <= MOST_MARKERS) cx_block_add(arena, choice, compose_marker(composer, i, false));
  }
  return row;
}

CxBlock *cx_compose_running(CxComposer *composer, CxPhrase title, const CxPersona *const *personas,
                            size_t persona_count, size_t part_count) {
  CxArena *arena = composer->arena;
  CxBlock *split = cx_block_new(arena, CX_BLOCK_SPLIT, "page-header");
  CxBlock *names = cx_block_new(arena, CX_BLOCK_FLOW, NULL), *place = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  split->id = "page-header";
  split->align = names->align = place->align = CX_ALIGN_CENTRE;
  split->gap = 32;
  split->row_gap = names->row_gap = 6;
  names->gap = 22;
  place->gap = 18;
  cx_block_add(arena, names, compose_name(composer, title));
  for (size_t i = 0; i < persona_count; i++) {
    CxBlock *persona = cx_block_add(arena, names, compose_persona(composer, personas[i], i));
    if (persona_count > MOST_PERSONAS) persona->signs = cx_sign_series(i);
  }
  if (part_count > 0) cx_block_add(arena, place, compose_markers(composer, part_count));
  cx_block_add(arena, place,
               cx_block_text(arena, "page", cx_phrase_word(composer, CX_WORD_PAGE), CX_FONT_ITEM, CX_PAINT_MUTED))
      ->has_page = true;
  cx_block_add(arena, split, names);
  cx_block_add(arena, split, place);
  return split;
}
