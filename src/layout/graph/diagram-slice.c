/* Divides a diagram over pages: its rows, as many on a page as it holds. Columns stand beside each other. */
#include "diagram.h"

static CxBlock *add_page(CxTypesetter *setter, const CxBlock *diagram, CxBlocks *slices) {
  CxBlock *page = cx_block_new(setter->arena, diagram->diagram->is_down ? CX_BLOCK_ROW : CX_BLOCK_STACK, NULL);
  page->gap = CX_PART_GAP;
  page->before = diagram->before;
  *cx_list_add(setter->arena, slices) = page;
  return page;
}

/* Rows under each other as long as they fit on a page. */
static bool slice_rows(CxTypesetter *setter, const CxBlock *diagram, const CxFold *rows, double first, double height,
                       CxBlocks *slices) {
  CxBlock *page = add_page(setter, diagram, slices);
  double used = 0, room = first;
  for (size_t i = 0; i < rows->count; i++) {
    const double own = rows->items[i]->diagram->height, gap = used > 0 ? CX_PART_GAP : 0;
    if (own > MAX(first, height) + 1e-6) return false;
    if (used + gap + own > room + 1e-6) {
      page = add_page(setter, diagram, slices);
      room = height;
      used = 0;
    }
    used += (used > 0 ? CX_PART_GAP : 0) + own;
    cx_block_add(setter->arena, page, (CxBlock *)rows->items[i]->block);
  }
  return true;
}

/* Columns beside each other; the first page may be too low for one. */
static bool slice_columns(CxTypesetter *setter, const CxBlock *diagram, const CxFold *columns, double width,
                          double first, CxBlocks *slices) {
  CxBlock *page = add_page(setter, diagram, slices);
  double used = 0, room = first;
  for (size_t i = 0; i < columns->count; i++) {
    const double own = columns->items[i]->diagram->width, gap = used > 0 ? CX_PART_GAP : 0;
    if (used + gap + own > width + 1e-6 || columns->items[i]->diagram->height > room + 1e-6) {
      page = add_page(setter, diagram, slices);
      room = G_MAXDOUBLE;
      used = 0;
    }
    used += (used > 0 ? CX_PART_GAP : 0) + own;
    cx_block_add(setter->arena, page, (CxBlock *)columns->items[i]->block);
  }
  return true;
}

bool cx_diagram_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height,
                      CxBlocks *slices) {
  const bool is_down = frame->diagram->diagram->is_down;
  const double most = MAX(first, height);
  const CxFold fold = is_down ? cx_diagram_fold(setter, frame->diagram, most, width)
                              : cx_diagram_fold(setter, frame->diagram, width, most);
  if (fold.count == 0) return false;
  return is_down ? slice_columns(setter, frame->block, &fold, width, first, slices)
                 : slice_rows(setter, frame->block, &fold, first, height, slices);
}
