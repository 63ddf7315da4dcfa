/* The extended canvas: who and goal in a band, the head with what is in it and beside it, what they do under it.
 *
 * The structure is that of Dave Gray's empathy map canvas (2017), which each map says; the words are our own.
 */
#include "empathy-canvas.h"

static const double BAND = 70, REGION = 70, MIND = 90, HALF = 80; /* least heights, where there is room */
static const double COLUMN = 150;

/* Number, title with the hint under it, icon. */
static CxBlock *compose_heading(const CxEmpathyMap *map, CxEmpathyPart part, bool is_beside) {
  CxArena *arena = map->base->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 8;
  cx_block_add(arena, row, cx_empathy_number(map, cx_empathy_number_of(map, part)));
  CxBlock *words = cx_block_new(arena, is_beside ? CX_BLOCK_FLOW : CX_BLOCK_STACK, NULL);
  words->grow = 1;
  words->gap = is_beside ? 10 : 1;
  words->align = is_beside ? CX_ALIGN_CENTRE : CX_ALIGN_START;
  CxBlock *title = cx_block_add(
      arena, words, cx_block_text(arena, "heading", cx_empathy_title(map, part), CX_FONT_STAGE, CX_PAINT_INK));
  title->is_heading = true;
  cx_block_add(arena, words, cx_empathy_hint_text(map, part));
  cx_block_add(arena, row, words);
  const char *icon = cx_empathy_style(map, part)->icon;
  if (icon != NULL) cx_block_add(arena, row, cx_block_icon(arena, icon, 16, CX_PAINT_FAINT, CX_HUE_NONE));
  return row;
}

static CxBlock *compose_region(const CxEmpathyMap *map, CxEmpathyPart part, size_t columns) {
  CxBlock *region = cx_empathy_region(map, part);
  region->min_height = map->is_tight ? 0 : REGION;
  cx_stack_add(map->base, region, compose_heading(map, part, columns > 1), 0);
  cx_stack_add(map->base, region, cx_empathy_content(map, part, columns, COLUMN), map->is_tight ? 6 : 9);
  cx_stack_add(map->base, region, cx_empathy_more(map, part, part), 5);
  return region;
}

/* The words under the heading stand where the heading's do. */
static CxBlock *compose_band(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxArena *arena = map->base->arena;
  CxBlock *region = cx_empathy_region(map, part);
  region->look = cx_empathy_is_warning(map) ? CX_LOOK_BAND_WARN : CX_LOOK_BAND;
  region->min_height = map->is_tight ? 0 : BAND;
  cx_stack_add(map->base, region, compose_heading(map, part, true), 0);
  CxBlock *content = cx_stack_new(map->base);
  content->gap = 5;
  cx_block_add(arena, content, cx_empathy_content(map, part, 1, 0));
  cx_block_add(arena, content, cx_empathy_more(map, part, part));
  if (content->children.count == 0) return region;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL), *indent = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  indent->min_width = 18;
  row->gap = 8;
  cx_block_add(arena, row, indent);
  cx_block_add(arena, row, content)->grow = 1;
  cx_stack_add(map->base, region, row, 5);
  return region;
}

/* ---- The head ---------------------------------------------------------------------------------------------------- */

static CxBlock *compose_mind_heading(const CxEmpathyMap *map) {
  CxArena *arena = map->base->arena;
  CxBlock *heading = cx_block_new(arena, CX_BLOCK_STACK, NULL), *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  heading->align = CX_ALIGN_CENTRE;
  heading->gap = 1;
  row->gap = 8;
  cx_block_add(arena, row, cx_empathy_number(map, cx_empathy_number_of(map, CX_EMPATHY_THINKS)));
  CxBlock *title =
      cx_block_text(arena, "heading", cx_empathy_title(map, CX_EMPATHY_THINKS), CX_FONT_STAGE, CX_PAINT_INK);
  title->grow = 1;
  title->is_heading = true;
  cx_block_add(arena, row, title);
  cx_block_add(arena, heading, row);
  CxBlock *hint = cx_block_add(arena, heading, cx_empathy_hint_text(map, CX_EMPATHY_THINKS));
  if (hint != NULL) hint->align = CX_ALIGN_CENTRE;
  return heading;
}

static CxBlock *compose_mind(const CxEmpathyMap *map) {
  const double column = map->is_tight ? COLUMN : 190;
  CxBlock *region = cx_empathy_region(map, CX_EMPATHY_THINKS);
  region->gap = map->is_tight ? 4 : 6;
  region->min_height = map->is_tight ? 0 : MIND;
  cx_block_add(map->base->arena, region, cx_empathy_content(map, CX_EMPATHY_THINKS, 2, column));
  cx_block_add(map->base->arena, region, cx_empathy_content(map, CX_EMPATHY_FEELS, 2, column));
  CxBlock *more = cx_block_add(map->base->arena, region, cx_empathy_more(map, CX_EMPATHY_THINKS, CX_EMPATHY_FEELS));
  if (more != NULL) more->align = CX_ALIGN_CENTRE;
  return region;
}

static CxBlock *compose_half(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxArena *arena = map->base->arena;
  const CxEmpathyStyle *style = cx_empathy_style(map, part);
  CxBlock *region = cx_empathy_region(map, part), *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  region->min_height = map->is_tight ? 0 : HALF;
  row->gap = 5;
  cx_block_add(arena, row, cx_block_icon(arena, style->icon, 14, CX_PAINT_MARK, style->ground));
  CxBlock *title = cx_block_text(arena, "heading", cx_empathy_title(map, part), CX_FONT_LENS_NAME, CX_PAINT_INK);
  title->grow = 1;
  title->is_heading = true;
  cx_block_add(arena, row, title);
  cx_block_add(arena, region, row);
  if (cx_empathy_count(map, part) == 0) cx_stack_add(map->base, region, cx_empathy_hint_text(map, part), 6);
  cx_stack_add(map->base, region, cx_empathy_content(map, part, 1, 0), 6);
  cx_stack_add(map->base, region, cx_empathy_more(map, part, part), 5);
  return region;
}

static CxBlock *compose_head(const CxEmpathyMap *map) {
  CxArena *arena = map->base->arena;
  CxBlock *head = cx_block_chart(arena, CX_CHART_HEAD, NULL);
  head->ratio = map->is_tight ? 1.4 : map->is_bound ? 1.25 : 1.05;
  CxBlock *const parts[] = {[CX_HEAD_BACK] = compose_region(map, CX_EMPATHY_HEARS, 1),
                            [CX_HEAD_FRONT_HIGH] = compose_region(map, CX_EMPATHY_SEES, 1),
                            [CX_HEAD_FRONT_LOW] = compose_region(map, CX_EMPATHY_SAYS, 1),
                            [CX_HEAD_HEADING] = compose_mind_heading(map),
                            [CX_HEAD_THOUGHTS] = compose_mind(map),
                            [CX_HEAD_PAINS] = compose_half(map, CX_EMPATHY_PAINS),
                            [CX_HEAD_GAINS] = compose_half(map, CX_EMPATHY_GAINS)};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) cx_block_add(arena, head, parts[i]);
  return head;
}

/* ---- The canvas -------------------------------------------------------------------------------------------------- */

static void add_area(const CxEmpathyMap *map, CxBlock *canvas, CxBlock *block, CxArea area) {
  cx_block_add(map->base->arena, canvas, block);
  *cx_list_add(map->base->arena, &canvas->areas->areas) = area;
}

CxBlock *cx_empathy_extended(const CxEmpathyMap *map) {
  CxArena *arena = map->base->arena;
  CxBlock *canvas = cx_block_new(arena, CX_BLOCK_AREAS, NULL);
  canvas->areas = cx_new(arena, CxAreas);
  canvas->gap = 12;
  canvas->row_gap = map->is_tight ? 10 : 17;
  canvas->fills = true;
  for (size_t i = 0; i < 2; i++) *cx_list_add(arena, &canvas->areas->columns) = (CxAreaColumn){.share = 1};
  for (size_t i = 0; i < 3; i++) *cx_list_add(arena, &canvas->areas->rows) = (CxAreaRow){.grow = i == 1 ? 1 : 0};
  add_area(map, canvas, compose_band(map, CX_EMPATHY_WHO), (CxArea){0, 0, 1, 1});
  add_area(map, canvas, compose_band(map, CX_EMPATHY_GOAL), (CxArea){0, 1, 1, 1});
  add_area(map, canvas, compose_head(map), (CxArea){1, 0, 1, 2});
  add_area(map, canvas, compose_region(map, CX_EMPATHY_DOES, 3), (CxArea){2, 0, 1, 2});
  return canvas;
}
