/* What a canvas has no room for on its paper: the boxes' further texts and items, as lists on the pages behind it.
 *
 * In: how much of each box the canvas shows. Out: a stack that can be divided between the lines of its lists; a heading
 * stays with the line under it.
 */
#include "empathy-canvas.h"

#include <string.h>

static const size_t COLUMNS = 3;
static const double COLUMN = 170;
static const size_t LONG = 400; /* characters: such a text is given a column twice as wide */

static bool is_long(const CxEmpathyMap *map, CxEmpathyPart part) {
  const CxEmpathyBox *box = &map->empathy->boxes[part];
  for (size_t i = 0; i < box->texts.count; i++)
    if (strlen(box->texts.items[i].text) > LONG) return true;
  for (size_t i = 0; i < box->items.count; i++) {
    const CxPhrase text = cx_phrase(map->base, &box->items.items[i]->text);
    if (text.text != NULL && strlen(text.text) > LONG) return true;
  }
  return false;
}

static CxBlock *compose_heading(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxArena *arena = map->base->arena;
  const CxEmpathyStyle *style = cx_empathy_style(map, part);
  const size_t number = cx_empathy_number_of(map, part);
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 8;
  if (number > 0)
    cx_block_add(arena, row, cx_empathy_number(map, number));
  else if (style->icon != NULL)
    cx_block_add(arena, row, cx_block_icon(arena, style->icon, 16, CX_PAINT_FAINT, CX_HUE_NONE));
  CxBlock *title = cx_block_text(arena, "heading", cx_empathy_title(map, part), CX_FONT_STAGE, CX_PAINT_INK);
  title->is_heading = true;
  cx_block_add(arena, row, title);
  if (map->shown[part] > 0) {
    const CxPhrase word = cx_phrase_word(map->base, CX_WORD_CONTINUED);
    CxBlock *continued = cx_block_add(arena, row, cx_block_text(arena, "hint", word, CX_FONT_NOTE, CX_PAINT_MUTED));
    continued->grow = 1;
    row->align = CX_ALIGN_CENTRE;
  }
  return row;
}

/* Heading and first line: a row, which is never divided. */
static CxBlock *compose_top(const CxEmpathyMap *map, CxEmpathyPart part, size_t *next, size_t columns) {
  CxArena *arena = map->base->arena;
  const size_t count = cx_empathy_count(map, part);
  CxBlock *top = cx_block_new(arena, CX_BLOCK_ROW, NULL), *stack = cx_stack_new(map->base);
  CxBlock *line = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  stack->grow = 1;
  line->columns = columns;
  line->column_min = COLUMN;
  line->row_gap = 4;
  line->gap = 8;
  for (size_t i = 0; i < columns; i++)
    cx_block_add(arena, line, *next < count ? map->units[part].items[(*next)++] : cx_stack_new(map->base));
  cx_stack_add(map->base, stack, compose_heading(map, part), 0);
  cx_stack_add(map->base, stack, line, 8);
  cx_block_add(arena, top, stack);
  return top;
}

static CxBlock *compose_part(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxArena *arena = map->base->arena;
  const size_t columns = is_long(map, part) ? 1 : COLUMNS, count = cx_empathy_count(map, part);
  size_t next = map->shown[part];
  if (next >= count) return NULL;
  CxBlock *region = cx_stack_new(map->base);
  cx_block_add(arena, region, compose_top(map, part, &next, columns));
  if (next == count) return region;
  CxBlock *others = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  others->columns = columns;
  others->column_min = COLUMN;
  others->gap = 8;
  others->row_gap = 4;
  for (; next < count; next++) cx_block_add(arena, others, map->units[part].items[next]);
  while (others->children.count < columns) cx_block_add(arena, others, cx_stack_new(map->base));
  cx_stack_add(map->base, region, others, 4);
  return region;
}

CxBlock *cx_empathy_rest(const CxEmpathyMap *map) {
  CxBlock *rest = cx_stack_new(map->base);
  for (CxEmpathyPart part = 0; part < CX_EMPATHY_END; part++)
    cx_stack_add(map->base, rest, compose_part(map, part), rest->children.count > 0 ? 18 : 0);
  return rest->children.count > 0 ? rest : NULL;
}
