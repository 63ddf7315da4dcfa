/* Lays out a sheet: on `fit` paper here, on named paper in paper.c.
 *
 * In: a sheet and a theme's sizes. Out: pages of boxes. `fit` paper: one page, as large as the map; how wide its
 * columns are is free within what reads well, so they are chosen for a page of pleasant proportion.
 */
#include "pages/pages.h"

static const double CONTENT_LEAST = 440; /* width of a map's content, without margins */
static const double RATIO_LEAST = 1.25;  /* columns get wider than is best until a page has this proportion */
static const double WIDEST = 1.8;        /* times its least width that a sheet of a proportion gets */

typedef struct FitPage {
  CxPress press;
  CxPageFrame frame;
} FitPage;

/* ---- The page's size ------------------------------------------------------------------------------------- */

static double content_width(const FitPage *page, double column) {
  const CxGridFrame *grid = page->frame.grid->grid;
  const double width = grid->fixed + column * (double)grid->columns;
  return MAX(MAX(width, CONTENT_LEAST), MAX(grid->least, page->frame.body->smallest));
}

/* The widest columns may be without a page larger than is allowed, for which only what columns need at least counts. */
static double columns_limit(const FitPage *page) {
  const CxGridFrame *grid = page->frame.grid->grid;
  return (CX_LIMIT_PAGE - cx_press_around(&page->press) - grid->fixed) / (double)MAX(grid->columns, 1);
}

/* Width to height of the page with columns of this mean width. */
static double ratio_at(FitPage *page, double column) {
  const double width = content_width(page, column);
  cx_grid_set_equal(page->frame.grid->grid, width);
  cx_grid_height(page->press.setter, page->frame.grid->grid);
  return (width + cx_press_around(&page->press)) / cx_page_height(&page->press, &page->frame, width);
}

/* The narrowest whole width in [low, high] at which the page is at least that wide for its height. */
static double column_for(FitPage *page, double low, double high, double ratio) {
  while (high - low > 1) {
    const double middle = (double)(int)((low + high) / 2);
    if (ratio_at(page, middle) < ratio)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static double choose_column(FitPage *page) {
  const CxSizes *sizes = &page->press.setter->theme->sizes;
  const double columns = (double)MAX(page->frame.grid->grid->columns, 1);
  const CxGrid *grid = page->frame.grid->grid->grid;
  const double narrow = grid->column_best > 0 ? grid->column_best : sizes->column_best;
  const double wide = grid->column_wide > 0 ? grid->column_wide : sizes->column_wide;
  const double widest = MAX(240, 480 / columns);
  if (ratio_at(page, narrow) >= sizes->page_ratio) return narrow;
  const double at_wide = ratio_at(page, wide);
  if (at_wide >= sizes->page_ratio) return column_for(page, narrow, wide, sizes->page_ratio);
  return at_wide >= RATIO_LEAST ? wide : column_for(page, wide, widest, RATIO_LEAST);
}

/* The narrowest page of the sheet's proportion that holds all; beyond `WIDEST` the page only gets higher. */
static double choose_proportion(const FitPage *page) {
  const CxSheet *sheet = page->press.sheet;
  const double margins = cx_press_around(&page->press), ratio = sheet->least_width / sheet->least_height;
  double low = MAX(sheet->least_width - margins, page->frame.body->smallest), high = low * WIDEST;
  if (sheet->is_card || cx_page_height(&page->press, &page->frame, low) * ratio <= low + margins) return low;
  while (high - low > 1) {
    const double middle = (low + high) / 2;
    if (cx_page_height(&page->press, &page->frame, middle) * ratio > middle + margins)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static double choose_width(FitPage *page) {
  const CxFrame *body = page->frame.body;
  if (page->press.sheet->least_width > 0) return choose_proportion(page);
  if (page->press.sheet->is_as_wide_as_content)
    return MAX(MAX(cx_frame_new(page->press.setter, page->press.sheet->content)->natural, CONTENT_LEAST),
               body->smallest);
  if (page->press.sheet->best_width > 0)
    return MAX(page->press.sheet->best_width - 2 * page->press.margin, body->smallest);
  if (page->frame.grid == NULL) return MAX(MIN(body->natural, 2 * CONTENT_LEAST), body->smallest);
  const double width = content_width(page, MIN(choose_column(page), columns_limit(page)));
  cx_grid_optimise(page->press.setter, page->frame.grid->grid, width);
  return width;
}

/* ---- The page -------------------------------------------------------------------------------------------- */

static bool is_within_limit(const CxPress *press, const char *side, double length) {
  if (length <= CX_LIMIT_PAGE) return true;
  CxDiag *diag = cx_diag_report(press->setter->diagnostics, CX_PAGE_TOO_LARGE, (CxSpan){0},
                                "the map `%s` needs a page %.0f inches %s; %.0f are the limit", press->sheet->id,
                                length / 72, side, CX_LIMIT_PAGE / 72);
  cx_diag_help(press->setter->diagnostics, diag,
               "divide it into several maps, each with fewer steps or shorter texts, or choose a paper");
  return false;
}

static double least_height(const CxPress *press) {
  const CxSheet *sheet = press->sheet;
  if (sheet->least_width <= 0) return 0;
  return (press->width + cx_press_around(press)) * sheet->least_height / sheet->least_width;
}

static void lay_out_fit(CxTypesetter *setter, CxLayout *layout) {
  FitPage page;
  CxPress *press = &page.press;
  cx_press_init(press, setter, layout->sheet, setter->theme->sizes.margin);
  const CxPagePart whole = cx_press_whole(press);
  page.frame = cx_page_frame(press, &whole, 1, 1);
  if (!is_within_limit(press, "wide", page.frame.body->smallest + cx_press_around(press))) return;
  press->width = choose_width(&page);
  press->height = MAX(cx_page_height(press, &page.frame, press->width), least_height(press));
  if (is_within_limit(press, "wide", press->width + cx_press_around(press)) &&
      is_within_limit(press, "high", press->height))
    *cx_list_add(setter->arena, &layout->pages) = cx_page_place(press, &page.frame, 1);
}

CxLayout *cx_layout_new(CxArena *arena, const CxSheet *sheet, const CxTheme *theme, CxShaper *shaper,
                        CxDiagnostics *diagnostics) {
  CxLayout *layout = cx_new(arena, CxLayout);
  layout->sheet = sheet;
  layout->is_rtl = cx_language_is_rtl(sheet->lang);
  CxTypesetter setter = {.arena = arena,
                         .theme = theme,
                         .shaper = shaper,
                         .diagnostics = diagnostics,
                         .is_rtl = layout->is_rtl,
                         .is_tall = cx_language_is_tall(sheet->lang),
                         .missing = g_hash_table_new(g_str_hash, g_str_equal),
                         .frames = g_hash_table_new(NULL, NULL),
                         .diagrams = g_hash_table_new(NULL, NULL),
                         .tables = g_hash_table_new(NULL, NULL)};
  if (sheet->paper.width > 0)
    cx_paper_lay_out(&setter, layout);
  else
    lay_out_fit(&setter, layout);
  g_hash_table_destroy(setter.missing);
  g_hash_table_destroy(setter.frames);
  g_hash_table_destroy(setter.diagrams);
  g_hash_table_destroy(setter.tables);
  return layout;
}
