/* The vision as a canvas: the statement large, and under it principles and values where there are any. */
#include "canvas.h"

static const double PAGE_WIDTH = 820, PAGE_HEIGHT = 580; /* it is a few sentences */

static CxItem *item_of(CxArena *arena, const CxText *text) {
  CxItem *item = cx_new(arena, CxItem);
  item->object = (CxObject){.id_span = text->span, .span = text->span};
  item->text = *text;
  return item;
}

/* Over all columns, or the next one of the second row. */
static void add_box(CxArena *arena, CxCanvas *canvas, CxCanvasBox *box, bool is_wide) {
  if (box->items.count == 0) return;
  const size_t count = canvas->boxes.count;
  box->area = (CxCanvasArea){.row = is_wide ? 0 : 1, .column = is_wide ? 0 : count - 1, .rows = 1, .columns = 1};
  *cx_list_add(arena, &canvas->boxes) = box;
  canvas->row_count = is_wide ? 1 : 2;
  canvas->column_count = is_wide ? 1 : count;
  canvas->boxes.items[0]->area.columns = canvas->column_count;
}

/* The boxes of the template `vision` that the document's vision fills. */
static CxCanvas *canvas_of(CxArena *arena, const CxModel *model, const CxVision *vision) {
  CxCanvas *canvas = cx_canvas_blank(arena, cx_canvas_template_find("vision"), model->lang, vision->object.id_span);
  const CxCanvasBoxes boxes = canvas->boxes;
  canvas->boxes = (CxCanvasBoxes){0};
  *cx_list_add(arena, &boxes.items[0]->items) = item_of(arena, &vision->statement);
  boxes.items[1]->items = vision->principles;
  boxes.items[2]->items = vision->values;
  for (size_t i = 0; i < 3; i++) add_box(arena, canvas, boxes.items[i], i == 0);
  return canvas;
}

static CxSheet *vision_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  const CxCanvas *canvas = canvas_of(arena, model, map->definition);
  CxSheet *sheet = cx_compose_canvas(arena, model, map, theme, canvas, CX_WORD_MAP_VISION);
  sheet->least_width = PAGE_WIDTH;
  sheet->least_height = PAGE_HEIGHT;
  return sheet;
}

static const CxObject *vision_definition(const CxModel *model, size_t index) {
  return index == 0 && model->vision != NULL ? &model->vision->object : NULL;
}

static bool is_given(const CxModel *model, const void *definition) {
  (void)model;
  return cx_is_given(&((const CxVision *)definition)->statement);
}

const CxMapKind cx_map_vision = {
    .name = "vision",
    .key = "document",
    .doc = "The vision of the experience with its principles and values.",
    .definition = vision_definition,
    .is_natural = is_given,
    .compose = vision_compose,
};
