/* A part of a sheet on its page: what stands there, how high that is, where it goes.
 *
 * In: a part of the content and the page's number. Out: frames, then boxes. The page's own head, legend and sources are
 * made here: of the legend and the sources only what the page shows, of the running head the stages it is of. What does
 * not differ from the sheet's own blocks is not copied, so that its texts are shaped once.
 */
#include "pages.h"

static const double FOOT_GAP = 12;     /* between the content and the line over the foot */
static const double FOOT_PADDING = 18; /* over and under the foot's text */
static const double FOOT_TOP = 8;      /* of that, over it */
static const double HEAD_RISE = 4.5;   /* by which the first line's box stands over the margin, its letters not */
static const double RUNNING_LINE = 6.5, RUNNING_GAP = 18.5; /* from the running head to its line, to the content */

/* ---- What is on a page ----------------------------------------------------------------------------------- */

typedef struct PageFacts {
  CxPress *press;
  const CxPagePart *part;
  CxSigns signs;
  bool is_chosen; /* of what is made, only what has to do with the page is shown */
  const char *page, *pages;
} PageFacts;

static void note_mark(PageFacts *facts, int mark) {
  if (mark >= 0 && (size_t)mark < facts->press->stamp_count) facts->press->stamps[mark] = facts->press->stamp;
}

static void note_signs(PageFacts *facts, const CxBlock *block);

static void note_curve(PageFacts *facts, const CxCurve *curve) {
  for (size_t i = 0; i < curve->notes.count; i++) note_signs(facts, curve->notes.items[i].block);
  for (size_t s = 0; s < curve->series.count; s++) {
    const CxCurveSeries *series = &curve->series.items[s];
    facts->signs |= cx_sign_series(series->index);
    for (size_t i = 0; i < series->points.count; i++) {
      note_signs(facts, series->points.items[i].face);
      note_signs(facts, series->points.items[i].comment);
    }
  }
}

static void note_signs(PageFacts *facts, const CxBlock *block) {
  if (block == NULL) return;
  facts->signs |= block->signs;
  for (size_t i = 0; i < block->marks.count; i++) note_mark(facts, block->marks.items[i]);
  for (size_t i = 0; i < block->children.count; i++) note_signs(facts, block->children.items[i]);
  for (size_t i = 0; block->matrix != NULL && i < block->matrix->points.count; i++)
    note_signs(facts, block->matrix->points.items[i].disc);
  note_signs(facts, block->badge);
  if (block->diagram != NULL) facts->signs |= cx_diagram_signs(facts->press->setter, block);
  if (block->curve != NULL) note_curve(facts, block->curve);
  if (block->grid == NULL) return;
  for (size_t i = 0; i < block->grid->cells.count; i++) note_signs(facts, block->grid->cells.items[i].block);
  for (size_t i = 0; i < block->grid->edges.count; i++) facts->signs |= block->grid->edges.items[i].signs;
}

/* ---- Blocks of one page ---------------------------------------------------------------------------------- */

static CxBlock *number_page(const PageFacts *facts, const CxBlock *block) {
  CxBlock *copy = cx_new(facts->press->setter->arena, CxBlock);
  *copy = *block;
  copy->phrase.text = cx_pattern_fill(facts->press->setter->arena, block->phrase.text, facts->page, facts->pages);
  return copy;
}

/* An entry of the legend whose sign the page does not show, the number of a source that it does not cite. */
static bool is_elsewhere(const PageFacts *facts, const CxBlock *block) {
  if (!facts->is_chosen) return false;
  if (block->signs != 0 && (block->signs & facts->signs) == 0) return true;
  for (size_t i = 0; i < block->marks.count; i++) {
    const size_t mark = (size_t)block->marks.items[i];
    if (mark >= facts->press->stamp_count || facts->press->stamps[mark] == facts->press->stamp) return false;
  }
  return block->marks.count > 0;
}

/* Without its number a source is nothing. */
static bool has_part_elsewhere(const PageFacts *facts, const CxBlock *block) {
  for (size_t i = 0; i < block->children.count && facts->is_chosen && block->kind == CX_BLOCK_ROW; i++)
    if (is_elsewhere(facts, block->children.items[i])) return true;
  return false;
}

/* Without sources their heading is nothing. */
static bool is_bare(const CxBlock *block, CxBlock *const *children) {
  for (size_t i = 0; i < block->children.count; i++)
    if (children[i] != NULL && !children[i]->is_heading) return false;
  return true;
}

static CxBlock *with_children(CxArena *arena, const CxBlock *block, CxBlock *const *children) {
  CxBlock *copy = cx_block_childless(arena, block);
  for (size_t i = 0; i < block->children.count; i++) cx_block_add(arena, copy, children[i]);
  return copy;
}

static CxBlock *page_block(const PageFacts *facts, CxBlock *block);

/* Nothing is kept of what is left out: there may be far more sources than a page cites. */
static CxBlock *page_container(const PageFacts *facts, CxBlock *block) {
  CxBlock **children = g_new(CxBlock *, block->children.count), *result = block;
  bool is_same = true, has_lost = false;
  for (size_t i = 0; i < block->children.count; i++) {
    children[i] = page_block(facts, block->children.items[i]);
    is_same = is_same && children[i] == block->children.items[i];
    has_lost = has_lost || (children[i] == NULL && !block->children.items[i]->is_choice);
  }
  if (!is_same)
    result = has_lost && is_bare(block, children) ? NULL : with_children(facts->press->setter->arena, block, children);
  g_free(children);
  return result;
}

/* The block as it stands on the page; NULL where it does not. */
static CxBlock *page_block(const PageFacts *facts, CxBlock *block) {
  if (block->is_choice) {
    const size_t choice = block->part >= facts->part->first && block->part < facts->part->end ? 0 : 1;
    return choice < block->children.count ? page_block(facts, block->children.items[choice]) : NULL;
  }
  if (block->has_page) return number_page(facts, block);
  if (is_elsewhere(facts, block) || has_part_elsewhere(facts, block)) return NULL;
  return block->children.count > 0 ? page_container(facts, block) : block;
}

/* ---- Frames ---------------------------------------------------------------------------------------------- */

static int highest_mark(const CxBlock *block) {
  int highest = 0;
  for (size_t i = 0; i < block->marks.count; i++) highest = MAX(highest, block->marks.items[i]);
  for (size_t i = 0; i < block->children.count; i++) highest = MAX(highest, highest_mark(block->children.items[i]));
  return highest;
}

void cx_press_init(CxPress *press, CxTypesetter *setter, const CxSheet *sheet, double margin) {
  *press = (CxPress){.setter = setter, .sheet = sheet, .margin = margin};
  if (sheet->panel != NULL) press->margin = cx_frame_padding(setter, sheet->panel).left;
  cx_press_set_width(press, G_MAXDOUBLE);
  const int in_tail = sheet->tail != NULL ? highest_mark(sheet->tail) : 0;
  press->stamp_count = (size_t)MAX(in_tail, highest_mark(sheet->footer)) + 1;
  press->stamps = cx_new_array(setter->arena, size_t, press->stamp_count);
}

CxPagePart cx_press_whole(const CxPress *press) {
  return (CxPagePart){.content = press->content, .panel = press->sheet->panel, .end = SIZE_MAX, .is_first = true};
}

static CxFrame *find_grid(CxFrame *frame) {
  if (frame->block->kind == CX_BLOCK_GRID) return frame;
  for (size_t i = 0; i < frame->children.count && frame->has_columns; i++) {
    CxFrame *found = find_grid(frame->children.items[i]);
    if (found != NULL) return found;
  }
  return NULL;
}

/* What a part begins with stands at its top: there is nothing over it that it would stand clear of. */
static double before_first(const CxBlock *content) {
  const bool is_column = content->kind == CX_BLOCK_STACK && content->columns < 2 && content->children.count > 0;
  return is_column ? content->children.items[0]->before : 0;
}

static void add_content(const CxPress *press, CxBlock *body, const CxPagePart *part) {
  const bool has_running = body->children.count > 0 && !part->is_first;
  if (part->content == NULL) return;
  CxBlock *content = cx_new(press->setter->arena, CxBlock);
  *content = *part->content;
  if (!part->is_first) content->before = (has_running ? RUNNING_GAP : 0) - before_first(content);
  cx_block_add(press->setter->arena, body, content);
}

/* What stands on a page, from the top. The first page's head, and all of an undivided sheet, are shown as they are. */
static CxBlock *join(PageFacts *facts) {
  CxPress *press = facts->press;
  const CxSheet *sheet = press->sheet;
  const bool is_first = facts->part->is_first;
  CxBlock *head = is_first ? sheet->head : cx_press_has_panel(press) ? NULL : sheet->running;
  CxBlock *body = cx_block_new(press->setter->arena, CX_BLOCK_STACK, NULL);
  press->stamp++;
  note_signs(facts, facts->part->content);
  note_signs(facts, cx_press_has_panel(press) ? facts->part->panel : NULL);
  if (is_first) note_signs(facts, head);
  facts->is_chosen = !is_first;
  if (head != NULL) cx_block_add(press->setter->arena, body, page_block(facts, head));
  add_content(press, body, facts->part);
  const CxBlock *content = facts->part->content;
  const bool is_graph = content != NULL && (content->kind == CX_BLOCK_DIAGRAM || content->kind == CX_BLOCK_TREE);
  facts->is_chosen = facts->part->content != press->content || is_graph; /* whether it is folded is known by now */
  if (sheet->tail != NULL) cx_block_add(press->setter->arena, body, page_block(facts, sheet->tail));
  return body;
}

CxPageFrame cx_page_frame(CxPress *press, const CxPagePart *part, size_t page, size_t pages) {
  CxArena *arena = press->setter->arena;
  PageFacts facts = {.press = press,
                     .part = part,
                     .page = cx_arena_printf(arena, "%zu", page),
                     .pages = cx_arena_printf(arena, "%zu", pages)};
  CxPageFrame frame = {.body = cx_frame_new(press->setter, join(&facts))};
  CxBlock *footer = page_block(&facts, press->sheet->footer); /* NULL: there were sources only, of other pages */
  frame.footer = cx_frame_new(press->setter, footer != NULL ? footer : cx_block_new(arena, CX_BLOCK_STACK, "footer"));
  facts.is_chosen = false;
  CxBlock *panel = cx_panel_of(press, part);
  if (panel != NULL) frame.panel = cx_frame_new(press->setter, page_block(&facts, panel));
  frame.grid = find_grid(frame.body);
  return frame;
}

/* What holds no columns has the same height each time it is asked. */
static double body_height(const CxTypesetter *setter, const CxFrame *body, double width) {
  double height = 0;
  for (size_t i = 0; i < body->children.count; i++) {
    CxFrame *child = body->children.items[i];
    height += cx_stack_gap(body, 1, i);
    height += child->has_columns ? cx_frame_height(setter, child, width) : cx_frame_known_height(setter, child, width);
  }
  return height;
}

/* Beside a panel the content begins as high as what stands in that. */
static double body_top(const CxPress *press) {
  if (cx_press_has_panel(press)) return cx_frame_padding(press->setter, press->sheet->panel).top;
  return press->margin - HEAD_RISE;
}

static double height_without_panel(const CxPress *press, const CxPageFrame *frame, double width) {
  const CxTypesetter *setter = press->setter;
  const double foot = cx_frame_known_height(setter, frame->footer, width) + FOOT_PADDING;
  return body_top(press) + body_height(setter, frame->body, width) + FOOT_GAP + MAX(setter->theme->sizes.footer, foot);
}

double cx_page_height(const CxPress *press, const CxPageFrame *frame, double width) {
  const CxTypesetter *setter = press->setter;
  const double panel = frame->panel == NULL ? 0 : cx_frame_known_height(setter, frame->panel, press->panel_width);
  return MAX(panel, height_without_panel(press, frame, width));
}

double cx_page_rest(const CxPress *press, const CxPageFrame *frame) {
  return height_without_panel(press, frame, press->width) + (frame->body->children.count > 0 ? RUNNING_GAP : 0);
}

/* ---- Placing -------------------------------------------------------------------------------------------------- */

static void add_line(const CxPress *press, CxBox *box, double y) {
  *cx_list_add(press->setter->arena, &box->hairlines) =
      (CxLevelLine){.x1 = cx_press_start(press), .x2 = cx_press_start(press) + press->width, .y = y};
}

static CxBox *place_footer(const CxPress *press, const CxPageFrame *frame) {
  const double text = cx_frame_height(press->setter, frame->footer, press->width);
  const double foot = press->height - MAX(press->setter->theme->sizes.footer, text + FOOT_PADDING);
  CxBox *footer = cx_frame_place(press->setter, frame->footer,
                                 (CxRect){cx_press_start(press), foot + FOOT_TOP, press->width, text});
  footer->rect.h += footer->rect.y - foot;
  footer->rect.y = foot;
  add_line(press, footer, foot);
  return footer;
}

/* Gives content that fills its page what the page has left; returns its frame, or NULL. */
static CxFrame *stretch_content(const CxPress *press, const CxPageFrame *frame) {
  const double left = press->height - cx_page_height(press, frame, press->width);
  for (size_t i = 0; i < frame->body->children.count; i++) {
    CxFrame *child = frame->body->children.items[i];
    if (!child->block->fills || left <= 0) continue;
    child->stretch = left;
    return child;
  }
  return NULL;
}

CxPage cx_page_place(const CxPress *press, const CxPageFrame *frame, double scale) {
  CxTypesetter *setter = press->setter;
  CxPage page = {.width = press->width + cx_press_around(press), .height = press->height, .scale = scale};
  CxFrame *stretched = stretch_content(press, frame);
  const double height = cx_frame_height(setter, frame->body, press->width);
  page.body =
      cx_frame_place(setter, frame->body, (CxRect){cx_press_start(press), body_top(press), press->width, height});
  if (stretched != NULL) stretched->stretch = 0;
  CxBox *head = page.body->children.count > 0 ? page.body->children.items[0] : NULL;
  if (head != NULL && g_strcmp0(head->block->role, "page-header") == 0) {
    head->rect.h += RUNNING_LINE;
    add_line(press, head, head->rect.y + head->rect.h);
  }
  page.footer = place_footer(press, frame);
  page.panel = frame->panel == NULL ? NULL : cx_panel_place(press, frame->panel);
  if (setter->is_rtl) {
    cx_box_mirror(page.body, page.width);
    cx_box_mirror(page.footer, page.width);
    if (page.panel != NULL) cx_box_mirror(page.panel, page.width);
  }
  return page;
}
