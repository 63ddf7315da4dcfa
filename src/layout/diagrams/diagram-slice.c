/* Divides a diagram over pages: its rows, or columns where it runs down, as many on a page as it holds.
 *
 * They stand beside each other as far as the page is wide, then under each other. Rows with lanes are as wide as the
 * page, so that each has a line of its own.
 */
#include "diagram.h"

static const double FIRST_LEAST = 0.4; /* share of a page that the first must have for anything to be put on it */

typedef struct Pages {
  CxTypesetter *setter;
  const CxBlock *diagram;
  CxBlocks *slices;
  CxBlock *page, *line;           /* those being filled; no line: none is begun */
  double width, room, height;     /* of the page; of the further pages */
  double line_width, line_height; /* of what stands in the line */
  double used;                    /* by the lines before it */
} Pages;

CxBlock *cx_part_page(CxTypesetter *setter, const CxBlock *whole, CxBlocks *slices) {
  CxBlock *page = cx_block_new(setter->arena, CX_BLOCK_STACK, NULL);
  page->gap = CX_PART_GAP;
  page->before = whole->before;
  *cx_list_add(setter->arena, slices) = page;
  return page;
}

static void begin_page(Pages *pages) {
  pages->page = cx_part_page(pages->setter, pages->diagram, pages->slices);
  pages->line = NULL;
  pages->used = 0;
}

static void begin_line(Pages *pages) {
  if (pages->line != NULL) pages->used += pages->line_height + CX_PART_GAP;
  pages->line = cx_block_add(pages->setter->arena, pages->page, cx_block_new(pages->setter->arena, CX_BLOCK_ROW, NULL));
  pages->line->gap = CX_PART_GAP;
  pages->line_width = pages->line_height = 0;
}

static bool takes_line(const CxFrame *row) {
  return !row->diagram->diagram->is_down && row->diagram->diagram->lanes.count > 0;
}

static bool fits_in_line(const Pages *pages, CxPoint size) {
  if (pages->line == NULL) return false;
  const double width = pages->line_width + CX_PART_GAP + size.x, height = MAX(pages->line_height, size.y);
  return width <= pages->width + 1e-6 && pages->used + height <= pages->room + 1e-6;
}

static void put(Pages *pages, const CxFrame *row) {
  const CxPoint size = {takes_line(row) ? pages->width : row->diagram->width, row->diagram->height};
  if (!fits_in_line(pages, size)) {
    const double used = pages->line != NULL ? pages->used + pages->line_height + CX_PART_GAP : 0;
    if (used + size.y > pages->room + 1e-6) {
      begin_page(pages);
      pages->room = pages->height;
    }
    begin_line(pages);
  }
  pages->line_width += (pages->line_width > 0 ? CX_PART_GAP : 0) + size.x;
  pages->line_height = MAX(pages->line_height, size.y);
  CxBlock *block = cx_block_add(pages->setter->arena, pages->line, (CxBlock *)row->block);
  block->grow = takes_line(row) ? 1 : 0;
}

bool cx_diagram_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height,
                      CxBlocks *slices) {
  const bool is_down = frame->diagram->diagram->is_down, is_first = first >= FIRST_LEAST * height;
  const double low = is_first ? first : height;
  const CxFoldRoom rooms[] = {is_down ? (CxFoldRoom){low, width} : (CxFoldRoom){width, low},
                              is_down ? (CxFoldRoom){height, width} : (CxFoldRoom){width, height}};
  const CxFold fold = cx_diagram_fold(setter, frame->diagram, rooms[0], rooms[1]);
  if (fold.count == 0) return false;
  Pages pages = {.setter = setter, .diagram = frame->block, .slices = slices};
  pages.width = width;
  pages.room = first;
  pages.height = height;
  begin_page(&pages);
  for (size_t i = 0; i < fold.count; i++) put(&pages, fold.items[i]);
  return true;
}
