/* Lays a sheet out on named paper.
 *
 * In: a sheet with its paper. Out: pages. The sheet is laid out in its own points and scaled as a whole. The scale is
 * the largest at which it fits on one page; where that would make its smallest type smaller than can be read, it is
 * divided over as few pages as it needs at the least scale, at the largest scale at which that many suffice. Only where
 * something is larger than a page even then, the scale gets smaller, which is reported.
 */
#include "pages.h"

#include <math.h>

static const double TYPE_LEAST = 6.5, TYPE_LEAST_POSTER = 10; /* points on paper */
static const double POSTER = 1683;                            /* short side of A1, which is read from a distance */
static const double SMALL = 612, SMALL_MARGIN = 28;           /* short side of A4, letter and less; their margin */
static const size_t MOST_PAGES = 2000;
static const double STRIDE = 1.12, CLOSE = 1.015; /* from one scale that is tried to the next */
enum { HALVINGS = 8 };

typedef struct PaperJob {
  CxPress press;
  CxLayout *layout;
  CxGridSource *source;
  CxPaper paper;
  CxPagePart whole;
  double smallest;    /* type of the sheet */
  double most;        /* the largest scale */
  bool is_bare_wrong; /* a first page without content counts for none: there are other contents to try */
  CxDividing way;
} PaperJob;

/* ---- Type ------------------------------------------------------------------------------------------------ */

static double type_least(const CxPaper *paper) {
  return MIN(paper->width, paper->height) >= POSTER ? TYPE_LEAST_POSTER : TYPE_LEAST;
}

static double smallest_type(const CxTheme *theme, const CxBlock *block);

static double smallest_of_curve(const CxTheme *theme, const CxCurve *curve) {
  double size = INFINITY;
  for (size_t i = 0; i < curve->levels.count; i++) size = MIN(size, smallest_type(theme, curve->levels.items[i].name));
  for (size_t i = 0; i < curve->notes.count; i++) size = MIN(size, smallest_type(theme, curve->notes.items[i].block));
  for (size_t s = 0; s < curve->series.count; s++)
    for (size_t i = 0; i < curve->series.items[s].points.count; i++)
      size = MIN(size, smallest_type(theme, curve->series.items[s].points.items[i].comment));
  return size;
}

/* Many discs may be as small as discs get. */
static double smallest_of_matrix(const CxTheme *theme, const CxMatrix *matrix) {
  const size_t many = 40;
  double size = matrix->points.count > many ? theme->fonts[CX_FONT_MARK].size : INFINITY;
  for (size_t i = 0; i < matrix->ticks.count; i++)
    size = MIN(size, smallest_type(theme, matrix->ticks.items[i].number));
  return size;
}

static double own_type(const CxTheme *theme, const CxBlock *block) {
  double size = block->marks.count > 0 ? theme->fonts[CX_FONT_MARK].size : INFINITY;
  if (block->phrase.text == NULL || block->phrase.text[0] == '\0') return size;
  if (block->kind == CX_BLOCK_TEXT || block->kind == CX_BLOCK_DISC) return MIN(size, theme->fonts[block->font].size);
  if (block->kind == CX_BLOCK_PORTRAIT)
    return theme->fonts[CX_FONT_INITIALS].size * block->size / theme->sizes.disc_radius;
  return size;
}

static double smallest_type(const CxTheme *theme, const CxBlock *block) {
  if (block == NULL) return INFINITY;
  double size = MIN(own_type(theme, block), smallest_type(theme, block->badge));
  for (size_t i = 0; i < block->children.count; i++) size = MIN(size, smallest_type(theme, block->children.items[i]));
  if (block->curve != NULL) size = MIN(size, smallest_of_curve(theme, block->curve));
  if (block->matrix != NULL) size = MIN(size, smallest_of_matrix(theme, block->matrix));
  for (size_t i = 0; block->grid != NULL && i < block->grid->edges.count; i++)
    size = MIN(size, smallest_type(theme, block->grid->edges.items[i].label));
  if (block->grid != NULL)
    for (size_t i = 0; i < block->grid->cells.count; i++)
      size = MIN(size, smallest_type(theme, block->grid->cells.items[i].block));
  return size;
}

static double smallest_of_sheet(const CxTheme *theme, const CxSheet *sheet) {
  const CxBlock *parts[] = {sheet->head,   sheet->running, sheet->content,      sheet->tail,
                            sheet->footer, sheet->panel,   sheet->running_panel};
  double size = theme->fonts[CX_FONT_FOOTER].size;
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) size = MIN(size, smallest_type(theme, parts[i]));
  return size;
}

/* ---- The scale ------------------------------------------------------------------------------------------- */

static void set_scale(PaperJob *job, double scale) {
  cx_press_set_width(&job->press, job->paper.width / scale);
  job->press.height = job->paper.height / scale;
  job->whole = cx_press_whole(&job->press);
}

static bool is_whole_at(PaperJob *job, double scale, size_t most, CxPageParts *parts) {
  (void)most, (void)parts;
  CxPageFrame frame;
  set_scale(job, scale);
  return cx_part_fits(&job->press, &job->whole, &frame);
}

/* The head alone, since what follows did not fit under it. */
static bool is_first_bare(const CxPageParts *parts) {
  const CxBlock *content = parts->items[0].content;
  return content != NULL && content->kind == CX_BLOCK_STACK && content->children.count == 0;
}

static bool is_divided_at(PaperJob *job, double scale, size_t most, CxPageParts *parts) {
  set_scale(job, scale);
  if (!cx_divide(&job->press, job->source, most, &job->way, parts)) return false;
  return !job->is_bare_wrong || !is_first_bare(parts);
}

static bool is_put_at(PaperJob *job, double scale, size_t most, CxPageParts *parts) {
  job->way.is_chosen = false;
  return is_divided_at(job, scale, most, parts) || is_whole_at(job, scale, 1, parts);
}

/* The largest scale that does, at least `low`, which does: first in strides, for it is seldom far, then halving. */
static double largest_scale(PaperJob *job, double low, size_t most,
                            bool (*does)(PaperJob *job, double scale, size_t most, CxPageParts *parts)) {
  CxPageParts parts = {0};
  double high = low, stride = STRIDE;
  do {
    low = high;
    high = MAX(MIN(low * stride, job->most), low);
    stride *= STRIDE;
  } while (high > low && does(job, high, most, &parts));
  while (high > low * CLOSE) {
    const double middle = sqrt(low * high);
    if (does(job, middle, most, &parts))
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* ---- Pages ----------------------------------------------------------------------------------------------- */

static void place(PaperJob *job, const CxPagePart *part, size_t page, size_t pages, double scale) {
  const CxPageFrame frame = cx_page_frame(&job->press, part, page, pages);
  if (frame.grid != NULL) cx_grid_optimise(job->press.setter, frame.grid->grid, job->press.width);
  *cx_list_add(job->press.setter->arena, &job->layout->pages) = cx_page_place(&job->press, &frame, scale);
}

static void place_whole(PaperJob *job, double scale) {
  set_scale(job, scale);
  place(job, &job->whole, 1, 1, scale);
}

static void report_cut(const PaperJob *job, const CxPageParts *parts) {
  CX_LIST(const CxGrid *) grids = {0};
  for (size_t i = 0; i < parts->count; i++)
    if (parts->items[i].content != NULL) *cx_list_add(job->press.setter->arena, &grids) = parts->items[i].content->grid;
  cx_grid_report_cut(job->press.sheet->content->grid, grids.items, grids.count, job->press.setter->diagnostics);
}

static void place_parts(PaperJob *job, double scale, const CxPageParts *parts) {
  for (size_t i = 0; i < parts->count; i++) place(job, &parts->items[i], i + 1, parts->count, scale);
  if (job->source != NULL) report_cut(job, parts);
}

/* Divided as at the least scale that is tried, in as many pages, but as large as these can hold. False where the work
 * that a division may take is used up. */
static bool place_divided(PaperJob *job, double least, size_t pages) {
  CxPageParts parts = {0};
  const double scale = largest_scale(job, least, pages, is_divided_at);
  if (!is_divided_at(job, scale, pages, &parts)) return false;
  cx_deal(&job->press, job->source, &parts);
  place_parts(job, scale, &parts);
  return true;
}

/* ---- What does not fit ---------------------------------------------------------------------------------------- */

/* The smallest paper of the same standard, held the same way, on which a page of this size could be printed large
 * enough. */
static const char *find_paper(const PaperJob *job, double scale) {
  size_t count;
  const CxPaper *papers = cx_papers(&count);
  const bool is_upright = job->paper.width < job->paper.height;
  for (size_t i = 0; i < count; i++) {
    if ((papers[i].name[0] == 'A') != (job->paper.name[0] == 'A')) continue;
    const double least = type_least(&papers[i]) / job->smallest;
    const double width = is_upright ? papers[i].width : papers[i].height;
    const double height = is_upright ? papers[i].height : papers[i].width;
    if (width / least >= job->paper.width / scale && height / least >= job->paper.height / scale) return papers[i].name;
  }
  return "fit";
}

static void report_small(const PaperJob *job, double scale) {
  CxDiagnostics *diagnostics = job->press.setter->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_SMALL_TYPE, (CxSpan){0},
                                "a part of the map `%s` is larger than a page of %s: its smallest text is printed at "
                                "%.1f points",
                                job->press.sheet->id, job->paper.name, job->smallest * scale);
  cx_diag_help(diagnostics, diag, "the paper %s would do", find_paper(job, scale));
}

static void shrink(PaperJob *job, double least) {
  CxPageParts parts = {0};
  double scale = least;
  bool is_done = false;
  for (int i = 0; i < HALVINGS && !is_done; i++) {
    scale /= 2;
    is_done = is_put_at(job, scale, MOST_PAGES, &parts);
  }
  if (!is_done) {
    cx_diag_report(job->press.setter->diagnostics, CX_PAGE_TOO_LARGE, (CxSpan){0},
                   "the map `%s` does not fit on %s in %zu pages, however small", job->press.sheet->id, job->paper.name,
                   MOST_PAGES);
    return;
  }
  scale = largest_scale(job, scale, MOST_PAGES, is_put_at);
  job->way.is_chosen = false;
  const bool is_whole = is_whole_at(job, scale, 1, &parts);
  const bool is_divided = !is_whole && is_divided_at(job, scale, MOST_PAGES, &parts);
  for (int i = 0; i < HALVINGS && !is_divided && !is_whole_at(job, scale, 1, &parts); i++) scale /= 2;
  if (scale < least) report_small(job, scale);
  if (is_divided)
    place_parts(job, scale, &parts);
  else
    place_whole(job, scale);
}

/* ---- The sheet ------------------------------------------------------------------------------------------- */

/* A card is as large as its page is on this paper, however the paper is held. */
static double most_scale(const CxSheet *sheet) {
  if (!sheet->is_card) return sheet->most_scale > 0 ? MIN(sheet->most_scale, CX_LIMIT_SCALE) : CX_LIMIT_SCALE;
  const double across = MAX(sheet->paper.width, sheet->paper.height), up = MIN(sheet->paper.width, sheet->paper.height);
  const double scale =
      MIN(across / MAX(sheet->least_width, sheet->least_height), up / MIN(sheet->least_width, sheet->least_height));
  return MIN(scale, CX_LIMIT_SCALE);
}

/* False where that cannot be without smaller type. */
static bool lay_out_divided(PaperJob *job, double least) {
  CxPageParts parts = {0};
  if (!is_divided_at(job, least, MOST_PAGES, &parts)) return false;
  return place_divided(job, least, parts.count);
}

/* The same with other contents, one after the other. */
static bool lay_out_looser(PaperJob *job, double least) {
  const CxSheet *sheet = job->press.sheet;
  for (size_t i = 0; i < sheet->looser.count; i++) {
    CxSheet *other = cx_new(job->press.setter->arena, CxSheet);
    *other = *sheet;
    other->content = sheet->looser.items[i];
    job->press.sheet = other;
    job->whole.content = other->content;
    job->is_bare_wrong = i + 1 < sheet->looser.count;
    if (lay_out_divided(job, least)) return true;
  }
  return false;
}

void cx_paper_lay_out(CxTypesetter *setter, CxLayout *layout) {
  const CxSheet *sheet = layout->sheet;
  PaperJob job = {.layout = layout, .paper = sheet->paper, .smallest = smallest_of_sheet(setter->theme, sheet)};
  const bool is_small = MIN(sheet->paper.width, sheet->paper.height) <= SMALL;
  cx_press_init(&job.press, setter, sheet, is_small ? SMALL_MARGIN : setter->theme->sizes.margin);
  if (sheet->content->kind == CX_BLOCK_GRID) job.source = cx_grid_source_new(setter->arena, sheet->content->grid);
  job.most = most_scale(sheet);
  const double least = MIN(type_least(&sheet->paper) / job.smallest, CX_LIMIT_SCALE);
  CxPageParts parts = {0};
  if (is_whole_at(&job, least, 1, &parts))
    place_whole(&job, largest_scale(&job, least, 1, is_whole_at));
  else if (!lay_out_divided(&job, least) && !lay_out_looser(&job, least))
    shrink(&job, least);
}
