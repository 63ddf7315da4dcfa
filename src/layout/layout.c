/* Lays out a sheet: frames are made, the page's width is chosen, boxes are placed, mirrored where the language runs
 * from right to left.
 *
 * In: a sheet and a theme's sizes. Out: a page of boxes. `fit` paper: the page is as large as the map; how wide its
 * columns are is free within what reads well, so they are chosen for a page of pleasant proportion.
 */
#include "frame.h"

static const double CONTENT_LEAST = 440; /* width of a map's content, without margins */
static const double FOOT_GAP = 12;       /* between the content and the line over the foot */
static const double FOOT_PADDING = 18;   /* over and under the foot's text */
static const double FOOT_TOP = 8;        /* of that, over it */
static const double HEAD_RISE = 4.5;     /* by which the first line's box stands over the margin, its letters not */
static const double RATIO_LEAST = 1.25;  /* columns get wider than is best until a page has this proportion */

typedef struct Page {
  CxTypesetter setter;
  CxFrame *body, *footer;
  CxFrame *grid; /* the body's grid, or NULL */
} Page;

static CxFrame *find_grid(CxFrame *frame) {
  if (frame->block->kind == CX_BLOCK_GRID) return frame;
  for (size_t i = 0; i < frame->children.count; i++) {
    CxFrame *found = find_grid(frame->children.items[i]);
    if (found != NULL) return found;
  }
  return NULL;
}

/* ---- The page's size --------------------------------------------------------------------------------------- */

static double foot_height(const Page *page) {
  return FOOT_GAP + page->setter.theme->sizes.footer;
}

static double page_height(const Page *page, double width) {
  const double margin = page->setter.theme->sizes.margin;
  return margin - HEAD_RISE + cx_frame_height(&page->setter, page->body, width) + foot_height(page);
}

static double content_width(const Page *page, double column) {
  const CxGridFrame *grid = page->grid->grid;
  const double width = grid->fixed + column * (double)grid->columns;
  return MAX(MAX(width, CONTENT_LEAST), MAX(grid->least, page->body->smallest));
}

/* Width to height of the page with columns of this mean width. */
static double ratio_at(Page *page, double column) {
  const double margin = page->setter.theme->sizes.margin, width = content_width(page, column);
  cx_grid_set_equal(page->grid->grid, width);
  cx_grid_height(&page->setter, page->grid->grid);
  return (width + 2 * margin) / page_height(page, width);
}

/* The narrowest whole width in [low, high] at which the page is at least that wide for its height. */
static double column_for(Page *page, double low, double high, double ratio) {
  while (high - low > 1) {
    const double middle = (double)(int)((low + high) / 2);
    if (ratio_at(page, middle) < ratio)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static double choose_column(Page *page) {
  const CxSizes *sizes = &page->setter.theme->sizes;
  const double columns = (double)MAX(page->grid->grid->columns, 1);
  const CxGrid *grid = page->grid->grid->grid;
  const double narrow = grid->column_best > 0 ? grid->column_best : sizes->column_best;
  const double wide = grid->column_wide > 0 ? grid->column_wide : sizes->column_wide;
  const double widest = MAX(240, 480 / columns);
  if (ratio_at(page, narrow) >= sizes->page_ratio) return narrow;
  const double at_wide = ratio_at(page, wide);
  if (at_wide >= sizes->page_ratio) return column_for(page, narrow, wide, sizes->page_ratio);
  return at_wide >= RATIO_LEAST ? wide : column_for(page, wide, widest, RATIO_LEAST);
}

static double choose_width(Page *page) {
  if (page->grid == NULL) return MAX(MIN(page->body->natural, 2 * CONTENT_LEAST), page->body->smallest);
  const double width = content_width(page, choose_column(page));
  cx_grid_optimise(&page->setter, page->grid->grid, width);
  return width;
}

/* ---- Placing -------------------------------------------------------------------------------------------------- */

static CxPage place_page(Page *page, double width, double height) {
  CxTypesetter *setter = &page->setter;
  const CxSizes *sizes = &setter->theme->sizes;
  const double text = cx_frame_height(setter, page->footer, width);
  const double foot = height - MAX(sizes->footer, text + FOOT_PADDING);
  CxPage placed = {.width = width + 2 * sizes->margin, .height = height};
  placed.body = cx_frame_place(
      setter, page->body,
      (CxRect){sizes->margin, sizes->margin - HEAD_RISE, width, cx_frame_height(setter, page->body, width)});
  placed.footer = cx_frame_place(setter, page->footer, (CxRect){sizes->margin, foot + FOOT_TOP, width, text});
  placed.footer->rect.h += placed.footer->rect.y - foot;
  placed.footer->rect.y = foot;
  *cx_list_add(setter->arena, &placed.footer->hairlines) =
      (CxLevelLine){.x1 = sizes->margin, .x2 = sizes->margin + width, .y = foot};
  if (setter->is_rtl) {
    cx_box_mirror(placed.body, placed.width);
    cx_box_mirror(placed.footer, placed.width);
  }
  return placed;
}

static bool is_within_limit(CxTypesetter *setter, const CxSheet *sheet, const char *side, double length) {
  if (length <= CX_LIMIT_PAGE) return true;
  CxDiag *diag = cx_diag_report(setter->diagnostics, CX_PAGE_TOO_LARGE, (CxSpan){0},
                                "the map `%s` needs a page %.0f inches %s; %.0f are the limit", sheet->id, length / 72,
                                side, CX_LIMIT_PAGE / 72);
  cx_diag_help(setter->diagnostics, diag, "divide the journey into several, each with fewer steps or shorter texts");
  return false;
}

/* What stands on a page, from the top. */
static CxBlock *join(CxTypesetter *setter, const CxSheet *sheet) {
  CxBlock *body = cx_block_new(setter->arena, CX_BLOCK_STACK, NULL);
  cx_block_add(setter->arena, body, sheet->head);
  cx_block_add(setter->arena, body, sheet->content);
  cx_block_add(setter->arena, body, sheet->tail);
  return body;
}

static void lay_out(Page *page, CxLayout *layout) {
  CxTypesetter *setter = &page->setter;
  const double margins = 2 * setter->theme->sizes.margin, footer = setter->theme->sizes.footer;
  page->body = cx_frame_new(setter, join(setter, layout->sheet));
  page->footer = cx_frame_new(setter, layout->sheet->footer);
  page->grid = find_grid(page->body);
  if (!is_within_limit(setter, layout->sheet, "wide", page->body->smallest + margins)) return;
  const double width = choose_width(page), foot = cx_frame_height(setter, page->footer, width);
  const double height = page_height(page, width) + MAX(foot + FOOT_PADDING - footer, 0);
  if (is_within_limit(setter, layout->sheet, "wide", width + margins) &&
      is_within_limit(setter, layout->sheet, "high", height))
    *cx_list_add(setter->arena, &layout->pages) = place_page(page, width, height);
}

CxLayout *cx_layout_new(CxArena *arena, const CxSheet *sheet, const CxTheme *theme, CxShaper *shaper,
                        CxDiagnostics *diagnostics) {
  CxLayout *layout = cx_new(arena, CxLayout);
  layout->sheet = sheet;
  layout->is_rtl = cx_language_is_rtl(sheet->lang);
  Page page = {.setter = {.arena = arena,
                          .theme = theme,
                          .shaper = shaper,
                          .diagnostics = diagnostics,
                          .is_rtl = layout->is_rtl,
                          .is_tall = cx_language_is_tall(sheet->lang),
                          .missing = g_hash_table_new(g_str_hash, g_str_equal),
                          .tables = g_hash_table_new(NULL, NULL)}};
  lay_out(&page, layout);
  g_hash_table_destroy(page.setter.missing);
  g_hash_table_destroy(page.setter.tables);
  return layout;
}
