/* The sheet of a canvas: its boxes in their grid, headings over its halves.
 *
 * The page keeps the proportion of A sizes and the boxes fill it. Forms to write on get room for whole sticky notes
 * where their paper hangs on a wall.
 */
#include "../persona/empathy.h"
#include "canvas.h"

static const double PAGE_WIDTH = 1000, PAGE_HEIGHT = 707;
static const double ENOUGH = 540; /* height that boxes have on it */
static const double GAP = 10;
static const double HALF_GAP = 8;                       /* the gap between halves is wider by this and a gap */
static const double WALL = 1190;                        /* short side of A2: paper that notes are stuck to */
static const double WALL_LINES = 120, TABLE_LINES = 48; /* height of the lines of a form at least */
static const double WALL_WIDTH = 150;                   /* of a box on such a form */

typedef struct CanvasMap {
  CxComposer *composer;
  const CxCanvas *canvas;
  CxBlock *block; /* the areas */
  size_t *column; /* of the block, of each column of the grid */
  bool is_blank;
} CanvasMap;

/* ---- Columns ---------------------------------------------------------------------------------------------------- */

static size_t halves_of(const CxCanvas *canvas) {
  const bool is_own = canvas->template == NULL || canvas->grid.count > 0;
  size_t count = 0;
  while (!is_own && count < G_N_ELEMENTS(canvas->template->heads) && canvas->template->heads[count].columns > 0)
    count++;
  return count;
}

/* Whether a half begins with this column. */
static bool begins_half(const CanvasMap *map, size_t column) {
  size_t at = 0;
  for (size_t i = 0; i < halves_of(map->canvas); at += map->canvas->template->heads[i++].columns)
    if (column == at) return true;
  return false;
}

static CxAreaColumn column_of(const CxCanvas *canvas, size_t column) {
  if (canvas->columns.count > column)
    return (CxAreaColumn){.width = canvas->columns.items[column].length, .share = canvas->columns.items[column].share};
  const bool is_own = canvas->template == NULL || canvas->grid.count > 0;
  const double share = is_own ? 0 : canvas->template->shares[column];
  return (CxAreaColumn){.share = share > 0 ? share : 1};
}

static void add_columns(CanvasMap *map) {
  CxArena *arena = map->composer->arena;
  CxAreas *areas = map->block->areas;
  map->column = cx_new_array(arena, size_t, map->canvas->column_count + 1);
  for (size_t i = 0; i < map->canvas->column_count; i++) {
    if (i > 0 && begins_half(map, i)) *cx_list_add(arena, &areas->columns) = (CxAreaColumn){.width = HALF_GAP};
    map->column[i] = areas->columns.count;
    *cx_list_add(arena, &areas->columns) = column_of(map->canvas, i);
  }
  areas->is_free = map->canvas->columns.count == 0;
  areas->enough = ENOUGH;
}

/* ---- Boxes ------------------------------------------------------------------------------------------------------- */

static void add_block(CanvasMap *map, CxBlock *block, const CxCanvasArea *area, size_t row) {
  CxArena *arena = map->composer->arena;
  const size_t first = map->column[area->column], last = map->column[area->column + area->columns - 1];
  cx_block_add(arena, map->block, block);
  *cx_list_add(arena, &map->block->areas->areas) =
      (CxArea){.row = row, .column = first, .rows = area->rows, .columns = last - first + 1};
}

static CxBlock *compose_half(CxComposer *composer, CxWordKey title) {
  CxBlock *stack = cx_stack_new(composer);
  stack->gap = 4;
  cx_block_add(composer->arena, stack,
               cx_block_text(composer->arena, "heading", cx_phrase_word(composer, title), CX_FONT_THEME, CX_PAINT_INK));
  CxBlock *line = cx_block_new(composer->arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = CX_STROKE_HAIR;
  line->min_height = 4;
  cx_block_add(composer->arena, stack, line);
  return stack;
}

static void add_halves(CanvasMap *map) {
  const size_t count = halves_of(map->canvas);
  if (count == 0) return;
  *cx_list_add(map->composer->arena, &map->block->areas->rows) = (CxAreaRow){.is_head = true};
  CxCanvasArea area = {.rows = 1};
  for (size_t i = 0; i < count; i++) {
    const CxHeadTemplate *head = &map->canvas->template->heads[i];
    area.columns = head->columns;
    add_block(map, compose_half(map->composer, head->title), &area, 0);
    area.column += head->columns;
  }
}

static void add_boxes(CanvasMap *map, const CxPaper *paper) {
  const CxCanvas *canvas = map->canvas;
  const size_t first = map->block->areas->rows.count;
  const bool is_wall = MIN(paper->width, paper->height) >= WALL;
  for (size_t i = 0; i < canvas->row_count; i++)
    *cx_list_add(map->composer->arena, &map->block->areas->rows) = (CxAreaRow){.grow = 1};
  for (size_t i = 0; i < canvas->boxes.count; i++) {
    const CxCanvasBox *box = canvas->boxes.items[i];
    const CxBoxLook look = {.number = i + 1, .lines = !map->is_blank ? 0 : is_wall ? WALL_LINES : TABLE_LINES};
    CxBlock *block = cx_compose_box(map->composer, box, &look);
    if (map->is_blank && is_wall) block->min_width = WALL_WIDTH;
    add_block(map, block, &box->area, first + box->area.row);
  }
}

static CxBlock *compose_areas(CxComposer *composer, const CxCanvas *canvas, const CxMap *sheet) {
  CanvasMap map = {.composer = composer, .canvas = canvas, .is_blank = sheet->is_blank};
  map.block = cx_block_new(composer->arena, CX_BLOCK_AREAS, NULL);
  map.block->areas = cx_new(composer->arena, CxAreas);
  map.block->gap = map.block->row_gap = GAP;
  map.block->fills = true;
  map.block->before = 14;
  add_columns(&map);
  add_halves(&map);
  add_boxes(&map, &sheet->paper);
  return map.block;
}

/* ---- The sheet --------------------------------------------------------------------------------------------------- */

CxSheet *cx_compose_canvas(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme,
                           const CxCanvas *canvas, CxWordKey overline) {
  CxComposer composer;
  cx_composer_init(&composer, arena, model, map, theme);
  CxSheetParts parts = {.overline = cx_phrase_word(&composer, overline), .owner = &canvas->owner};
  const CxPhrase method = canvas->template != NULL ? cx_phrase_word(&composer, canvas->template->title) : (CxPhrase){0};
  const bool is_said = method.text == NULL || g_strcmp0(method.text, map->title.text) == 0;
  if (!is_said && canvas->template->title != overline) cx_join(&composer, &parts.overline, method.text);
  parts.content = compose_areas(&composer, canvas, map);
  CxSheet *sheet = cx_compose_sheet(&composer, map, &parts);
  sheet->least_width = PAGE_WIDTH;
  sheet->least_height = PAGE_HEIGHT;
  cx_composer_clear(&composer);
  return sheet;
}

/* Empathy maps have sheets of their own, as long as their boxes are those of the template in their places. */
static bool is_empathy(const CxCanvas *canvas, CxEmpathyCanvas *drawn_on) {
  if (canvas->template == NULL || canvas->grid.count > 0 || canvas->columns.count > 0) return false;
  for (size_t i = 0; i < canvas->boxes.count; i++)
    if (canvas->boxes.items[i]->boxes.count > 0) return false;
  *drawn_on = canvas->template->empathy;
  return *drawn_on != 0;
}

static CxSheet *compose_empathy(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme,
                                CxEmpathyCanvas drawn_on) {
  const CxCanvas *canvas = map->definition;
  CxComposer composer;
  CxEmpathy empathy = {.canvas = drawn_on};
  cx_composer_init(&composer, arena, model, map, theme);
  cx_empathy_take_canvas(&composer, canvas, &empathy);
  CxSheet *sheet = cx_compose_empathy(&composer, map, &empathy, &canvas->owner);
  cx_composer_clear(&composer);
  return sheet;
}

static CxSheet *canvas_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxEmpathyCanvas drawn_on;
  if (is_empathy(map->definition, &drawn_on)) return compose_empathy(arena, model, map, theme, drawn_on);
  return cx_compose_canvas(arena, model, map, theme, map->definition, CX_WORD_MAP_CANVAS);
}

static const CxObject *canvas_definition(const CxModel *model, size_t index) {
  return index < model->canvases.count ? &model->canvases.items[index]->object : NULL;
}

static bool has_boxes(const CxModel *model, const void *definition) {
  (void)model;
  return ((const CxCanvas *)definition)->boxes.count > 0;
}

static const CxText *canvas_title(const void *canvas) {
  return &((const CxCanvas *)canvas)->title;
}

const CxMapKind cx_map_canvas = {
    .name = "canvas",
    .key = "canvas",
    .ref = offsetof(CxMapEntry, canvas),
    .is_first = true,
    .doc = "The boxes of a canvas with what stands in them.",
    .definition = canvas_definition,
    .is_natural = has_boxes,
    .title = canvas_title,
    .compose = canvas_compose,
};
