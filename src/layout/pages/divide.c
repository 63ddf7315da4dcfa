/* Divides a sheet over pages of one size.
 *
 * In: a press with the page's size. Out: parts, each of which fits on its page. A grid is divided between its groups,
 * as many on a page as fit; where not even one fits, between its columns. Where that takes more pages than need be (a
 * page can be too low for all rows however few columns stand on it) the rows go on over further pages; where a row is
 * higher than a page, it is sliced between its cards. The columns are then dealt out evenly, if that takes no more
 * pages. Each page is tried a few times, so the cost is linear in the content. Stacks are another matter (stack.c).
 */
#include "pages.h"

#include <string.h>

static const double COLUMN_WIDEST = 360; /* lines of text that are longer are hard to read */
static const double HOPELESS = 0.45;     /* share of its height that no choice of columns takes off a grid */
static const double ROW_LEAST = 60;      /* what is lower is no place to begin a row that goes on */
static const double WORTH_IT = 1.1;      /* how many more columns a page dividing the rows must give */
static const size_t ROWS_TRIED = 48;     /* no page holds more */

typedef struct Division {
  CxPress *press;
  CxGridSource *source;
  size_t tracks, most;
  size_t usual; /* groups on the page before */
  CxDividing way;
  CxPageParts *parts;
} Division;

/* ---- Whether a part fits --------------------------------------------------------------------------------- */

/* Equal columns first: better ones are looked for only where they may help. */
bool cx_part_fits(CxPress *press, const CxPagePart *part, CxPageFrame *frame) {
  *frame = cx_page_frame(press, part, 888, 888); /* numbers as wide as they get */
  if (frame->body->smallest > press->width + 1e-6) return false;
  CxGridFrame *grid = frame->grid != NULL ? frame->grid->grid : NULL;
  if (grid != NULL) {
    cx_grid_set_equal(grid, press->width);
    cx_grid_height(press->setter, grid);
  }
  const double over = cx_page_height(press, frame, press->width) - press->height;
  if (over <= 1e-6) return true;
  if (grid == NULL || over > HOPELESS * cx_grid_rows_height(grid)) return false;
  cx_grid_optimise(press->setter, grid, press->width);
  return cx_page_height(press, frame, press->width) <= press->height + 1e-6;
}

static CxBlock *grid_block(const Division *division, CxGrid *grid) {
  CxBlock *block = cx_new(division->press->setter->arena, CxBlock);
  *block = *division->press->sheet->content;
  block->grid = grid;
  return block;
}

static CxPagePart grid_part(const Division *division, CxGrid *grid, CxTracks columns) {
  return (CxPagePart){.content = grid_block(division, grid),
                      .first = cx_grid_source_group_of(division->source, columns.first),
                      .end = cx_grid_source_group_of(division->source, columns.end - 1) + 1,
                      .column = columns.first,
                      .is_first = division->parts->count == 0};
}

static bool fits(const Division *division, const CxPagePart *part) {
  CxPageFrame frame;
  return cx_part_fits(division->press, part, &frame);
}

/* The least width of a column, and one at which it reads well. */
static double column_least(const Division *division) {
  const double own = division->press->sheet->content->grid->column_min;
  return own > 0 ? own : division->press->setter->theme->sizes.column_min;
}

static double column_good(const Division *division) {
  const double own = division->press->sheet->content->grid->column_best;
  return own > 0 ? own : division->press->setter->theme->sizes.column_best;
}

static bool columns_fit(const Division *division, CxTracks columns) {
  if ((double)(columns.end - columns.first) * column_least(division) > division->press->width) return false;
  const CxPagePart part =
      grid_part(division, cx_grid_take_columns(division->source, columns.first, columns.end), columns);
  return fits(division, &part);
}

static void add_part(Division *division, const CxPagePart *part) {
  *cx_list_add(division->press->setter->arena, division->parts) = *part;
}

/* ---- Columns --------------------------------------------------------------------------------------------- */

/* The end of the `count`th stop behind a track: of a group, or where `is_fine` of a column. */
static size_t stop_at(const Division *division, size_t first, size_t count, bool is_fine) {
  if (is_fine) return first + count;
  const size_t group = cx_grid_source_group_of(division->source, first);
  return cx_grid_source_group(division->source, group + count - 1).end;
}

/* The most stops, up to `most`, that fit on a page; `guess` is tried first. */
static size_t count_fitting(const Division *division, size_t first, size_t most, size_t guess, bool is_fine) {
  size_t low = 0, high = most + 1, probe = CLAMP(guess, 1, most);
  while (high - low > 1) {
    if (columns_fit(division, (CxTracks){first, stop_at(division, first, probe, is_fine)}))
      low = probe;
    else
      high = probe;
    probe = low == guess ? low + 1 : high == guess ? high - 1 : (low + high) / 2;
  }
  return low;
}

/* No page holds more columns. */
static size_t most_columns(const Division *division) {
  return (size_t)MAX(division->press->width / column_least(division), 1);
}

/* How many groups there are from a track on, as far as a page could hold them. */
static size_t groups_from(const Division *division, size_t first) {
  const size_t group = cx_grid_source_group_of(division->source, first), columns = most_columns(division);
  size_t end = group + 1;
  while (end < cx_grid_source_groups(division->source) &&
         cx_grid_source_group(division->source, end).end - first <= columns)
    end++;
  return end - group;
}

/* The end of the columns from `first` on that a page holds; `first` where it holds none. */
static size_t fitting_end(Division *division, size_t first) {
  const size_t most = groups_from(division, first);
  const size_t guess = division->usual > 0 ? division->usual : (most + 1) / 2;
  const size_t count = count_fitting(division, first, most, guess, false);
  if (count > 0) {
    division->usual = count;
    return stop_at(division, first, count, false);
  }
  const size_t columns = MIN(stop_at(division, first, 1, false) - first, most_columns(division));
  return columns > 1 ? first + count_fitting(division, first, columns - 1, (columns + 1) / 2, true) : first;
}

/* ---- Rows ----------------------------------------------------------------------------------------------------- */

static CxPagePart rows_part(const Division *division, const CxGrid *grid, CxTracks columns, size_t first, size_t end) {
  CxPagePart part = grid_part(division, cx_grid_take_rows(division->press->setter->arena, grid, first, end), columns);
  part.all = grid;
  part.row = first;
  part.end_row = end;
  return part;
}

/* Where the rows from `first` on are likely to end on a page: as many are taken off at the end as they are too high. */
static size_t guess_rows(const Division *division, const CxPageFrame *frame, size_t first, size_t end) {
  const CxPress *press = division->press;
  const CxGridFrame *grid = frame->grid->grid;
  double over = cx_page_height(press, frame, press->width) - press->height;
  for (size_t row = grid->grid->rows.count; end > first && over > 0; end--) over -= grid->row_h[--row];
  return end;
}

/* Whether the row before `end` is a line that has nothing under it on its page: it belongs over the next one. */
static bool is_line_last(const CxGrid *grid, size_t end) {
  return end < grid->rows.count && grid->rows.items[end - 1].kind == CX_ROW_DIVIDER;
}

/* The end of the rows from `first` on that fit on a page. */
static size_t fitting_rows(const Division *division, const CxGrid *grid, CxTracks columns, size_t first) {
  const size_t last = MIN(first + ROWS_TRIED, grid->rows.count);
  CxPageFrame frame;
  CxPagePart part = rows_part(division, grid, columns, first, last);
  if (cx_part_fits(division->press, &part, &frame)) return last;
  if (frame.body->smallest > division->press->width + 1e-6) return first;
  size_t low = first, high = last, probe = guess_rows(division, &frame, first, last);
  while (high - low > 1) {
    probe = CLAMP(probe, low + 1, high - 1);
    part = rows_part(division, grid, columns, first, probe);
    if (fits(division, &part))
      low = probe++;
    else
      high = probe--;
  }
  while (low > first + 1 && is_line_last(grid, low)) low--;
  return low;
}

/* What a page has for a row that it shows alone. */
static double room_for_row(const Division *division, const CxPagePart *part, CxPageFrame *frame) {
  *frame = cx_page_frame(division->press, part, 888, 888);
  const CxPress *press = division->press;
  if (frame->body->smallest > press->width + 1e-6) return -1;
  CxGridFrame *grid = frame->grid->grid;
  cx_grid_set_equal(grid, press->width);
  cx_grid_height(press->setter, grid);
  return press->height - cx_page_height(press, frame, press->width) + grid->row_h[grid->grid->rows.count - 1];
}

/* The grid with a row that is higher than a page made several, or NULL. */
static CxGrid *slice_row(const Division *division, const CxGrid *grid, CxTracks columns, size_t row) {
  CxPageFrame frame;
  CxTypesetter *setter = division->press->setter;
  CxPagePart part = rows_part(division, grid, columns, row, row + 1);
  const double first = room_for_row(division, &part, &frame);
  part.is_first = false;
  const double others = room_for_row(division, &part, &frame);
  if (others <= 0 || first < ROW_LEAST) return NULL;
  CxGridFrame *all = cx_frame_new(setter, grid_block(division, (CxGrid *)grid))->grid;
  memcpy(all->x, frame.grid->grid->x, (grid->tracks.count + 1) * sizeof(double));
  memcpy(all->w, frame.grid->grid->w, grid->tracks.count * sizeof(double));
  return cx_grid_slice_row(setter, all, row, MIN(first, others), others);
}

/* The columns' rows over as many pages as they need. Where that cannot be, nothing is added. */
static bool add_rows(Division *division, CxTracks columns) {
  const size_t before = division->parts->count;
  const CxGrid *grid = cx_grid_take_columns(division->source, columns.first, columns.end);
  size_t sliced = 0;
  for (size_t row = cx_grid_header_rows(grid), end; row < grid->rows.count; row = end) {
    end = fitting_rows(division, grid, columns, row);
    if (end == row) {
      const size_t rows = grid->rows.count;
      const CxGrid *more = row >= sliced ? slice_row(division, grid, columns, row) : NULL;
      if (more != NULL) sliced = row + 1 + more->rows.count - rows;
      if (more == NULL || more->rows.count == rows || division->parts->count > division->most) {
        division->parts->count = before;
        return false;
      }
      grid = more;
      continue;
    }
    const CxPagePart part = rows_part(division, grid, columns, row, end);
    add_part(division, &part);
  }
  return true;
}

/* ---- Both ------------------------------------------------------------------------------------------------ */

/* With fewer columns on a page than this, they would be wider than reads well. */
static size_t least_columns(const Division *division) {
  const CxSizes *sizes = &division->press->setter->theme->sizes;
  return (size_t)MAX((division->press->width - sizes->label_column) / COLUMN_WIDEST, 1);
}

/* As many columns side by side as still read well, up to the end of a group where one is near. */
static size_t widest_end(const Division *division, size_t first) {
  const CxSizes *sizes = &division->press->setter->theme->sizes;
  const double columns = (division->press->width - sizes->label_column) / column_good(division);
  const size_t end = MIN(first + (size_t)MAX(columns, 1), division->tracks);
  const CxTracks last = cx_grid_source_group(division->source, cx_grid_source_group_of(division->source, end - 1));
  return last.end == end || last.first <= first + (end - first) / 2 ? end : last.first;
}

/* The end of a group nearest to a track, but behind `first`. */
static size_t nearest_stop(const Division *division, size_t first, size_t track) {
  const CxTracks at = cx_grid_source_group(division->source, cx_grid_source_group_of(division->source, track - 1));
  const bool is_before = at.first > first && track - at.first < at.end - track;
  return is_before ? at.first : at.end;
}

/* Half as many columns, up to the end of a group where one is near. */
static size_t half_end(const Division *division, size_t first, size_t end) {
  const size_t half = first + (end - first) / 2;
  if (half == first) return first;
  const size_t stop = nearest_stop(division, first, half);
  return stop < end ? stop : half;
}

/* The columns' rows, in as many columns as give the most of them a page; `beside` is how many stand on one with all
 * their rows. Gives their end, or `first` where nothing is better than that. */
static size_t add_columns_by_rows(Division *division, size_t first, size_t beside) {
  CxArena *arena = division->press->setter->arena;
  const size_t before = division->parts->count, widest = widest_end(division, first);
  size_t best_end = first;
  CxPageParts best = {0};
  double most = (double)beside * WORTH_IT;
  for (size_t end = widest; end > first; end = half_end(division, first, end)) {
    if (best_end > first && end - first < least_columns(division)) break;
    division->parts->count = before;
    if (!add_rows(division, (CxTracks){first, end})) continue;
    const double columns = (double)(end - first) / (double)(division->parts->count - before);
    if (columns <= most) continue;
    best.count = 0;
    for (size_t i = before; i < division->parts->count; i++) *cx_list_add(arena, &best) = division->parts->items[i];
    best_end = end;
    most = columns * WORTH_IT;
  }
  division->parts->count = before;
  for (size_t i = 0; i < best.count; i++) add_part(division, &best.items[i]);
  return best_end;
}

static size_t add_columns(Division *division, size_t first) {
  const size_t end = fitting_end(division, first), count = end - first;
  const bool is_readable = count >= least_columns(division) || end == division->tracks;
  if (!division->way.has_rows && !is_readable) return first;
  const bool is_enough = is_readable && 2 * count >= widest_end(division, first) - first;
  if (division->way.has_rows && !is_enough) {
    const size_t other = add_columns_by_rows(division, first, is_readable ? count : 0);
    if (other > first) return other;
  }
  if (end == first) return first;
  const CxPagePart part =
      grid_part(division, cx_grid_take_columns(division->source, first, end), (CxTracks){first, end});
  add_part(division, &part);
  return end;
}

/* The head on a page of its own, where no part of the content fits under it. */
static bool add_cover(Division *division) {
  const CxPagePart part = {.is_first = true};
  if (!division->way.has_cover || division->press->sheet->head == NULL || !fits(division, &part)) return false;
  add_part(division, &part);
  return true;
}

static bool add_all_columns(Division *division) {
  division->parts->count = division->usual = 0;
  for (size_t first = cx_grid_source_group(division->source, 0).first, end; first < division->tracks; first = end) {
    end = add_columns(division, first);
    if (end == first && division->parts->count == 0 && add_cover(division)) end = add_columns(division, first);
    if (end == first || division->parts->count > division->most) return false;
  }
  return true;
}

/* The first way that gives the fewest pages, but one with a cover only where there is no other. */
static bool divide_grid(Division *division, CxDividing *way) {
  static const CxDividing ways[] = {{.is_chosen = true},
                                    {.is_chosen = true, .has_rows = true},
                                    {.is_chosen = true, .has_cover = true},
                                    {.is_chosen = true, .has_rows = true, .has_cover = true}};
  CxPageParts *parts = division->parts, found = {0};
  for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
    CxPageParts tried = {0};
    const bool is_other = way->is_chosen && (way->has_rows != ways[i].has_rows || way->has_cover != ways[i].has_cover);
    const bool is_enough = found.count > 0 && (found.count <= 2 || ways[i].has_cover);
    if (is_other || is_enough) continue;
    division->way = ways[i];
    division->parts = &tried;
    if (!add_all_columns(division)) continue;
    found = tried;
    *way = ways[i];
    division->most = tried.count - 1;
  }
  *parts = found;
  return found.count > 0;
}

/* ---- The sheet's content ---------------------------------------------------------------------------------- */

bool cx_divide(CxPress *press, CxGridSource *source, size_t most, CxDividing *way, CxPageParts *parts) {
  Division division = {.press = press, .source = source, .most = most, .parts = parts};
  parts->count = 0;
  if (source == NULL) return cx_divide_stack(press, most, parts);
  if (cx_grid_source_groups(source) == 0) return false;
  division.tracks = cx_grid_source_group(source, cx_grid_source_groups(source) - 1).end;
  return divide_grid(&division, way);
}

/* ---- Evenly ---------------------------------------------------------------------------------------------- */

/* Gives each of so many runs of columns its share of those that are left; one that cannot hold it takes what it can. */
static bool deal_columns(Division *division, size_t runs) {
  size_t first = cx_grid_source_group(division->source, 0).first;
  for (; runs > 0 && first < division->tracks; runs--) {
    const size_t share = (division->tracks - first + runs - 1) / runs;
    const CxTracks columns = {first, nearest_stop(division, first, first + share)};
    if (columns_fit(division, columns)) {
      const CxPagePart part = grid_part(division, cx_grid_take_columns(division->source, first, columns.end), columns);
      add_part(division, &part);
      first = columns.end;
    } else {
      const size_t end =
          !division->way.has_rows || !add_rows(division, columns) ? add_columns(division, first) : columns.end;
      if (end == first) return false;
      first = end;
    }
    if (division->parts->count > division->most) return false;
  }
  return first == division->tracks;
}

/* As many runs of columns as there are, if that takes no more pages. */
static void deal_all_columns(Division *division, CxPageParts *parts) {
  CxPageParts dealt = {0};
  size_t runs = 0;
  for (size_t i = 0; i < parts->count; i++) {
    if (parts->items[i].content == NULL) return;
    runs += i == 0 || parts->items[i].column != parts->items[i - 1].column ? 1 : 0;
    division->way.has_rows = division->way.has_rows || parts->items[i].all != NULL;
  }
  Division other = *division;
  other.parts = &dealt;
  if (runs > 1 && deal_columns(&other, runs)) *parts = dealt;
}

/* The part with other rows of the same grid. */
static CxPagePart with_rows(const Division *division, const CxPagePart *part, size_t row, size_t end_row) {
  CxPagePart other = *part;
  other.row = row;
  other.end_row = end_row;
  other.content = grid_block(division, cx_grid_take_rows(division->press->setter->arena, part->all, row, end_row));
  return other;
}

/* Moves rows from the end of one page to the beginning of the next, while that stays the lower one; lines always. */
static void deal_rows(Division *division, CxPagePart *one, CxPagePart *next) {
  if (one->all == NULL || one->all != next->all || one->end_row != next->row) return;
  while (one->end_row > one->row + 1) {
    const CxPagePart less = with_rows(division, one, one->row, one->end_row - 1);
    const CxPagePart more = with_rows(division, next, next->row - 1, next->end_row);
    CxPageFrame shorter, longer;
    if (!cx_part_fits(division->press, &more, &longer) || !cx_part_fits(division->press, &less, &shorter)) return;
    const double width = division->press->width;
    const double over =
        cx_page_height(division->press, &longer, width) - cx_page_height(division->press, &shorter, width);
    if (over > 0 && !is_line_last(one->all, one->end_row)) return;
    *one = less;
    *next = more;
  }
}

void cx_deal(CxPress *press, CxGridSource *source, CxPageParts *parts) {
  if (source == NULL) return;
  Division division = {.press = press, .source = source, .most = parts->count};
  division.tracks = cx_grid_source_group(source, cx_grid_source_groups(source) - 1).end;
  deal_all_columns(&division, parts);
  for (size_t i = parts->count; i > 1; i--) deal_rows(&division, &parts->items[i - 2], &parts->items[i - 1]);
}
