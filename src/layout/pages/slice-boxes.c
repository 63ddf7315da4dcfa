/* Divides a canvas, and a box of it, that is too high for a page into slices that are not.
 *
 * A canvas is cut between its rows, where no box stands across if that can be; else the boxes that stand across the cut
 * are divided between their items and go on in the same columns, their title repeated. Columns keep their widths on all
 * pages, rows of headings stand on each. Where the grid cannot be cut, because an item is higher than a page in the
 * width of its column, the boxes stand under each other. In: a frame, for its measures. Out: blocks that share what
 * stands in it.
 */
#include "pages.h"

#include <math.h>
#include <string.h>

static const double SLACK = 1e-6;
enum { MOST_SLICES = 2000 };

/* ---- A box ------------------------------------------------------------------------------------------------------ */

static bool is_nothing(const CxBlock *block) {
  return block->kind == CX_BLOCK_STACK && block->children.count == 0;
}

/* The same with what stands in columns under each other, each as wide as all of them. */
static CxBlock *in_one_column(CxArena *arena, const CxBlock *block) {
  CxBlock *copy = cx_new(arena, CxBlock);
  *copy = *block;
  if (block->kind != CX_BLOCK_STACK) return copy;
  if (block->columns > 1) {
    copy->columns = 1;
    copy->gap = block->row_gap;
  }
  copy->children = (CxBlocks){0};
  for (size_t i = 0; i < block->children.count; i++)
    cx_block_add(arena, copy, in_one_column(arena, block->children.items[i]));
  return copy;
}

static bool slice_box(CxTypesetter *setter, CxBlock *box, double width, double first, double height, CxBlocks *slices) {
  CxFrame *frame = cx_frame_new(setter, box);
  const double over = cx_repeated_height(setter, frame, width);
  slices->count = 0;
  if (!cx_frame_slice(setter, frame, width, first, height - over, slices)) return false;
  cx_slices_repeat(setter->arena, box, slices);
  return slices->count > 0;
}

/* ---- Areas ------------------------------------------------------------------------------------------------------ */

/* A box that is not on a page yet, or the rest of one. */
typedef struct Pending {
  CxBlock *block;
  CxBlocks more; /* what comes after `block`, each for a page of its own */
  size_t next;   /* of `more` */
  CxArea area;   /* its rows from the first one that is not done */
} Pending;

typedef CX_LIST(Pending) PendingList;

typedef struct AreasSlicer {
  CxTypesetter *setter;
  const CxBlock *block;
  const double *widths;
  double width;
  CX_LIST(CxAreaRow) rows; /* that are not done */
  PendingList pending;
  PendingList heads;    /* of every page */
  double heads_height;  /* with the gap under them */
  double first, height; /* of the next page; of those after it */
  CxBlocks *slices;
} AreasSlicer;

static bool has_more(const Pending *pending) {
  return pending->next < pending->more.count;
}

/* Areas without a box, as a page has them that nothing fits on. */
static CxBlock *no_areas(const AreasSlicer *slicer) {
  CxBlock *block = cx_block_childless(slicer->setter->arena, slicer->block);
  block->fills = false;
  block->areas = cx_new(slicer->setter->arena, CxAreas);
  return block;
}

/* The areas of one page: the first `rows` rows with these boxes, under the heads. */
static CxBlock *page_areas(const AreasSlicer *slicer, size_t rows, const PendingList *boxes) {
  CxArena *arena = slicer->setter->arena;
  CxBlock *block = no_areas(slicer);
  for (size_t i = 0; i < slicer->block->areas->columns.count; i++)
    *cx_list_add(arena, &block->areas->columns) = (CxAreaColumn){.width = slicer->widths[i]};
  const size_t heads = slicer->heads.count > 0 ? 1 : 0;
  if (heads > 0) *cx_list_add(arena, &block->areas->rows) = (CxAreaRow){.is_head = true};
  for (size_t i = 0; i < rows; i++) *cx_list_add(arena, &block->areas->rows) = slicer->rows.items[i];
  for (size_t i = 0; i < slicer->heads.count; i++) {
    cx_block_add(arena, block, slicer->heads.items[i].block);
    *cx_list_add(arena, &block->areas->areas) = slicer->heads.items[i].area;
  }
  for (size_t i = 0; i < boxes->count; i++) {
    CxArea area = boxes->items[i].area;
    area.rows = MIN(area.rows, rows - area.row);
    area.row += heads;
    cx_block_add(arena, block, boxes->items[i].block);
    *cx_list_add(arena, &block->areas->areas) = area;
  }
  return block;
}

static double areas_height(const AreasSlicer *slicer, const CxBlock *block) {
  return cx_frame_height(slicer->setter, cx_frame_new(slicer->setter, block), slicer->width);
}

static double box_width(const AreasSlicer *slicer, const CxArea *area) {
  double width = cx_gaps(slicer->block->gap, area->columns);
  for (size_t i = 0; i < area->columns; i++) width += slicer->widths[area->column + i];
  return width;
}

static bool is_clean(const AreasSlicer *slicer, size_t cut) {
  for (size_t i = 0; i < slicer->pending.count; i++) {
    const CxArea *area = &slicer->pending.items[i].area;
    if (area->row < cut && cut < area->row + area->rows) return false;
  }
  return true;
}

/* How many rows the page shows: as many as fit, rather up to where no box stands across; at least one. A box of which
 * there is more ends its page. *top is the height of the rows, with a gap each. */
static size_t choose_cut(const AreasSlicer *slicer, const double *heights, bool *fits) {
  const double gap = slicer->block->row_gap;
  double used = slicer->heads_height;
  size_t cut = 0, clean = 0;
  for (; cut < slicer->rows.count && used + heights[cut] <= slicer->first + SLACK; cut++) {
    used += heights[cut] + gap;
    if (is_clean(slicer, cut + 1)) clean = cut + 1;
  }
  *fits = cut > 0;
  if (clean > 0) cut = clean;
  cut = MAX(cut, 1);
  for (size_t i = 0; i < slicer->pending.count; i++) {
    const Pending *pending = &slicer->pending.items[i];
    if (has_more(pending)) cut = MIN(cut, pending->area.row + pending->area.rows);
  }
  return cut;
}

/* What of a box the page shows, and what is left of it. False where it cannot be divided. */
static bool take(const AreasSlicer *slicer, Pending *box, double room, PendingList *page) {
  CxArena *arena = slicer->setter->arena;
  CxFrame *frame = cx_frame_new(slicer->setter, box->block);
  const double width = box_width(slicer, &box->area);
  if (cx_frame_height(slicer->setter, frame, width) <= room + SLACK) {
    *cx_list_add(arena, page) = *box;
    box->block = has_more(box) ? box->more.items[box->next++] : NULL;
    return true;
  }
  CxBlocks slices = {0};
  const double height = slicer->height - slicer->heads_height;
  if (!slice_box(slicer->setter, box->block, width, room, height, &slices) &&
      !slice_box(slicer->setter, in_one_column(arena, box->block), width, room, height, &slices))
    return false;
  for (; has_more(box); box->next++) *cx_list_add(arena, &slices) = box->more.items[box->next];
  if (!is_nothing(slices.items[0])) {
    Pending *shown = cx_list_add(arena, page);
    *shown = *box;
    shown->block = slices.items[0];
  }
  box->more = slices;
  box->block = slices.count > 1 ? slices.items[1] : NULL;
  box->next = 2;
  return true;
}

/* Boxes that end within the page stand there whole; the others have the room down to its end, less `less`. */
static bool take_boxes(const AreasSlicer *slicer, size_t cut, const double *heights, bool fits, double less,
                       PendingList *left, PendingList *page) {
  for (size_t i = 0; i < slicer->pending.count; i++) {
    Pending box = slicer->pending.items[i];
    double room = slicer->first - slicer->heads_height - less;
    for (size_t row = 0; row < box.area.row && row < cut; row++) room -= heights[row] + slicer->block->row_gap;
    const bool is_whole = fits && box.area.row + box.area.rows <= cut;
    if (box.area.row < cut && !take(slicer, &box, is_whole ? INFINITY : room, page)) return false;
    if (box.block != NULL) *cx_list_add(slicer->setter->arena, left) = box;
  }
  return true;
}

/* The rows that are done are dropped; the last of the page stays where a box goes on in it. */
static void drop_rows(AreasSlicer *slicer, size_t cut, PendingList left) {
  size_t done = cut;
  for (size_t i = 0; i < left.count; i++)
    if (left.items[i].area.row + left.items[i].area.rows <= cut) done = cut - 1;
  for (size_t i = 0; i < left.count; i++) {
    CxArea *area = &left.items[i].area;
    const size_t end = MAX(area->row + area->rows, done + 1), begin = MAX(area->row, done);
    area->rows = end - begin;
    area->row = begin - done;
  }
  slicer->pending = left;
  slicer->rows.items += done;
  slicer->rows.count -= done;
  slicer->rows.capacity = slicer->rows.count;
}

/* A page's height is known when its boxes are chosen: where rows got higher than they were, these get less. */
static bool add_page(AreasSlicer *slicer, const double *heights) {
  bool fits;
  const size_t cut = choose_cut(slicer, heights, &fits);
  double less = 0;
  for (int tries = 0; tries < 5; tries++) {
    PendingList left = {0}, page = {0};
    if (!take_boxes(slicer, cut, heights, fits, less, &left, &page)) return false;
    if (page.count == 0 && slicer->first >= slicer->height) return false;
    CxBlock *block = page.count > 0 ? page_areas(slicer, cut, &page) : no_areas(slicer);
    const double over = page.count > 0 ? areas_height(slicer, block) - slicer->first : 0;
    less += over + 1;
    if (over > SLACK) continue;
    *cx_list_add(slicer->setter->arena, slicer->slices) = block;
    if (page.count > 0) drop_rows(slicer, cut, left);
    return true;
  }
  return false;
}

static void prepare(AreasSlicer *slicer, const CxFrame *frame) {
  CxArena *arena = slicer->setter->arena;
  const CxAreas *areas = slicer->block->areas;
  const double *heights = cx_areas_heights(slicer->setter, frame, slicer->width);
  double *widths = cx_new_array(arena, double, areas->columns.count + 1);
  memcpy(widths, cx_areas_widths(slicer->setter, frame, slicer->width), areas->columns.count * sizeof *widths);
  slicer->widths = widths;
  const bool has_heads = areas->rows.count > 0 && areas->rows.items[0].is_head;
  if (has_heads) slicer->heads_height = heights[0] + slicer->block->row_gap;
  for (size_t i = has_heads ? 1 : 0; i < areas->rows.count; i++)
    *cx_list_add(arena, &slicer->rows) = areas->rows.items[i];
  for (size_t i = 0; i < areas->areas.count; i++) {
    Pending box = {.block = (CxBlock *)frame->children.items[i]->block, .area = areas->areas.items[i]};
    const bool is_head = has_heads && box.area.row == 0;
    if (has_heads && !is_head) box.area.row--;
    *cx_list_add(arena, is_head ? &slicer->heads : &slicer->pending) = box;
  }
}

/* As it is divided in its columns. */
static bool slice_grid(CxTypesetter *setter, const CxFrame *frame, double width, double first, double height,
                       CxBlocks *slices) {
  AreasSlicer slicer = {.setter = setter, .block = frame->block, .width = width, .slices = slices};
  slicer.first = first;
  slicer.height = height;
  prepare(&slicer, frame);
  while (slicer.pending.count > 0) {
    CxBlock *rest = page_areas(&slicer, slicer.rows.count, &slicer.pending);
    const CxFrame *all = cx_frame_new(setter, rest);
    bool is_last = areas_height(&slicer, rest) <= slicer.first + SLACK;
    for (size_t i = 0; i < slicer.pending.count; i++) is_last = is_last && !has_more(&slicer.pending.items[i]);
    if (is_last) {
      *cx_list_add(setter->arena, slices) = rest;
      return true;
    }
    if (!add_page(&slicer, cx_areas_heights(setter, all, width) + (slicer.heads.count > 0 ? 1 : 0))) return false;
    slicer.first = height;
    if (slices->count > MOST_SLICES) return false;
  }
  return true;
}

CxBlock *cx_areas_in_one_column(CxArena *arena, const CxBlock *areas) {
  CxBlock *block = cx_block_childless(arena, areas);
  block->areas = cx_new(arena, CxAreas);
  *cx_list_add(arena, &block->areas->columns) = (CxAreaColumn){.share = 1};
  for (size_t row = 0; row < areas->areas->rows.count; row++)
    for (size_t i = 0; i < areas->areas->areas.count; i++) {
      if (areas->areas->areas.items[i].row != row || areas->areas->rows.items[row].is_head) continue;
      const size_t at = block->areas->rows.count;
      *cx_list_add(arena, &block->areas->rows) = (CxAreaRow){.grow = 1};
      *cx_list_add(arena, &block->areas->areas) = (CxArea){.row = at, .rows = 1, .columns = 1};
      cx_block_add(arena, block, areas->children.items[i]);
    }
  return block;
}

bool cx_areas_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices) {
  const size_t before = slices->count;
  if (slice_grid(setter, frame, width, first, height, slices)) return true;
  slices->count = before;
  if (frame->block->areas->columns.count == 1) return false;
  return slice_grid(setter, cx_frame_new(setter, cx_areas_in_one_column(setter->arena, frame->block)), width, first,
                    height, slices);
}
