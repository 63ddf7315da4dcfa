/* The list of opportunities: rows of a table beside the matrix and, where it is longer than the matrix is high, under
 * it.
 *
 * How many entries find room beside the matrix is estimated from the lengths of their texts, since texts are measured
 * by the layout, which knows nothing of lists.
 */
#include "opportunities.h"

/* On a free page, in points: the square, a column beside it, between columns under it; a page with the matrix alone. */
static const double SIDE = 590, GAP = 44, WIDTH = 446, COLUMN_GAP = 36, PAGE_WIDTH = 700, PAGE_HEIGHT = 780;

/* On small paper: the least square and column; what stands beside the square (its axis) and over and under it. */
static const double SIDE_LEAST = 240, WIDTH_LEAST = 280, AXIS = 46, AROUND = 230;

static const double KEY = 54; /* under a column that stands beside the matrix */
static const double ROW_PADDING = 9.25, COLUMN_WIDTH = 64, STATUS_WIDTH = 110;

enum { TABLE_BESIDE = 1, TABLE_BELOW };

/* ---- An entry of the list --------------------------------------------------------------------------------------- */

static CxBlock *add_column(CxComposer *composer, CxBlock *row, CxBlock *cell) {
  cell->align = CX_ALIGN_END;
  cell->min_width = COLUMN_WIDTH;
  cell->max_width = STATUS_WIDTH;
  return cx_block_add(composer->arena, row, cell);
}

/* Stage › step · owner · mark · duration · due. */
static CxPhrase where(CxComposer *composer, const CxOpportunity *opportunity) {
  CxPhrase line = cx_phrase(composer, &opportunity->stage->name);
  const CxItem *item = opportunity->item;
  if (opportunity->step != NULL)
    line.text =
        cx_arena_printf(composer->arena, "%s › %s", line.text, cx_phrase(composer, &opportunity->step->name).text);
  cx_join(composer, &line, cx_phrase(composer, &item->owner).text);
  if (item->mark != CX_MARK_NONE)
    cx_join(composer, &line, cx_phrase_word(composer, CX_WORD_MARK_FAIL + (CxWordKey)item->mark - CX_MARK_FAIL).text);
  cx_join(composer, &line, cx_phrase(composer, &item->duration).text);
  if (cx_is_given(&item->due))
    cx_join(composer, &line, cx_phrase_filled(composer, CX_WORD_DUE, cx_phrase(composer, &item->due).text, NULL).text);
  return line;
}

static CxBlock *compose_texts(CxComposer *composer, const CxOpportunity *opportunity) {
  CxArena *arena = composer->arena;
  const CxItem *item = opportunity->item;
  CxBlock *texts = cx_stack_new(composer);
  texts->grow = 1;
  if (cx_is_given(&item->text)) {
    CxBlock *text =
        cx_block_add(arena, texts,
                     cx_block_text(arena, "item", cx_phrase(composer, &item->text), CX_FONT_BODY_STRONG, CX_PAINT_INK));
    text->link = item->link;
    cx_cite(composer, text, &item->evidence);
  } else
    cx_block_add(arena, texts, cx_compose_image(composer, &item->image, 1))->max_width = 96;
  if (cx_is_given(&item->note))
    cx_block_add(arena, texts,
                 cx_block_text(arena, "note", cx_phrase(composer, &item->note), CX_FONT_NOTE, CX_PAINT_INK));
  cx_block_add(arena, texts, cx_block_text(arena, "where", where(composer, opportunity), CX_FONT_NOTE, CX_PAINT_MUTED))
      ->link = cx_link_to(composer, composer->map->definition, NULL);
  const CxPhrase solves = cx_phrase_solves(composer, item);
  if (solves.text != NULL)
    cx_block_add(arena, texts, cx_block_text(arena, "solves", solves, CX_FONT_NOTE, CX_PAINT_MUTED))->link =
        cx_link_to(composer, item->solves.object, NULL);
  if (item->tags.count > 0) cx_block_add(arena, texts, cx_compose_tags(composer, &item->tags))->before = 3;
  return texts;
}

static const char *score_text(const CxNumber *score, char buffer[CX_NUMBER_LENGTH]) {
  return score->is_given ? cx_number_format(score->value, 2, buffer) : "–";
}

static CxBlock *compose_ratings(CxComposer *composer, const CxItem *item) {
  char impact[CX_NUMBER_LENGTH], effort[CX_NUMBER_LENGTH];
  CxPhrase ratings = {.text = "", .lang = composer->lang};
  if (item->impact.is_given || item->effort.is_given)
    ratings.text = cx_arena_printf(composer->arena, "%s,\u00a0%s", score_text(&item->impact, impact),
                                   score_text(&item->effort, effort));
  return cx_block_text(composer->arena, "ratings", ratings, CX_FONT_BODY, CX_PAINT_INK);
}

static CxBlock *compose_status(CxComposer *composer, const CxItem *item) {
  CxPhrase status = cx_phrase_status(composer, &item->status);
  if (status.text == NULL) status = (CxPhrase){.text = "", .lang = composer->lang};
  const bool is_dropped = g_strcmp0(item->status.text, "dropped") == 0;
  return cx_block_text(composer->arena, "status", status,
                       cx_opportunity_is_started(item) ? CX_FONT_BODY_STRONG : CX_FONT_BODY,
                       is_dropped ? CX_PAINT_MUTED : CX_PAINT_INK);
}

static CxBlock *new_row(CxComposer *composer, size_t table, const char *role) {
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, role);
  row->table = table;
  row->gap = 12;
  return row;
}

/* A row with the hairline under it. */
static CxBlock *ruled(CxComposer *composer, CxBlock *row, double padding) {
  CxBlock *entry = cx_stack_new(composer);
  cx_stack_add(composer, entry, row, padding);
  CxBlock *line = cx_block_new(composer->arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = CX_STROKE_HAIR;
  cx_stack_add(composer, entry, line, padding);
  return entry;
}

static CxBlock *compose_heading(CxComposer *composer) {
  CxBlock *heading = cx_block_text(composer->arena, "heading", cx_phrase_word(composer, CX_WORD_NOT_RATED),
                                   CX_FONT_LANE, CX_PAINT_INK);
  heading->is_heading = true;
  return ruled(composer, heading, 7);
}

static CxBlock *compose_entry(CxOpportunityMap *map, const CxOpportunity *opportunity, size_t table) {
  CxComposer *composer = &map->journey.base;
  if (opportunity == NULL) return compose_heading(composer);
  const char *id = cx_opportunity_id(composer, opportunity);
  CxBlock *row = new_row(composer, table, "row");
  row->id = cx_arena_printf(composer->arena, "list.%s", id);
  row->ref = id;
  CxBlock *number = cx_stack_new(composer);
  if (opportunity->number > 0)
    cx_stack_add(composer, number, cx_opportunity_disc(composer, opportunity, 11, CX_FONT_STEP), 1.75);
  number->min_width = 22;
  cx_block_add(composer->arena, row, number);
  cx_block_add(composer->arena, row, compose_texts(composer, opportunity));
  add_column(composer, row, compose_ratings(composer, opportunity->item));
  if (map->has_statuses) add_column(composer, row, compose_status(composer, opportunity->item));
  return ruled(composer, row, ROW_PADDING);
}

static CxBlock *compose_heads(CxOpportunityMap *map, size_t table) {
  CxComposer *composer = &map->journey.base;
  static const CxWordKey words[] = {CX_WORD_COLUMN_NUMBER, CX_WORD_COLUMN_OPPORTUNITY, CX_WORD_COLUMN_RATINGS,
                                    CX_WORD_COLUMN_STATUS};
  CxBlock *row = new_row(composer, table, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(words) - (map->has_statuses ? 0 : 1); i++) {
    CxBlock *head = cx_block_text(composer->arena, "head", cx_phrase_word(composer, words[i]), CX_FONT_CAPTION_STRONG,
                                  CX_PAINT_MUTED);
    if (i < 2)
      cx_block_add(composer->arena, row, head)->grow = i == 1 ? 1 : 0;
    else
      add_column(composer, row, head);
  }
  return ruled(composer, row, 4);
}

/* ---- The list ---------------------------------------------------------------------------------------------------- */

static double estimated_lines(CxPhrase phrase, double size, double width) {
  return phrase.text == NULL ? 0 : 1 + (double)(size_t)(cx_phrase_ems(&phrase) * size / MAX(width - 210, 60));
}

/* Of an entry in a column of this width. */
static double estimated_height(CxComposer *composer, const CxOpportunity *opportunity, double width) {
  const CxItem *item = opportunity->item;
  return 2 * ROW_PADDING + 14 * estimated_lines(cx_phrase(composer, &item->text), 10, width) +
         12 * estimated_lines(cx_phrase(composer, &item->note), 8.5, width) +
         12 * estimated_lines(where(composer, opportunity), 8.5, width) + (item->tags.count > 0 ? 18 : 0);
}

CxEntries cx_opportunity_entries(CxOpportunityMap *map) {
  CxComposer *composer = &map->journey.base;
  CxEntries entries = {0};
  for (size_t i = 0; i < map->rated.count; i++) *cx_list_add(composer->arena, &entries) = &map->rated.items[i];
  if (map->others.count > 0) *cx_list_add(composer->arena, &entries) = NULL;
  for (size_t i = 0; i < map->others.count; i++) *cx_list_add(composer->arena, &entries) = &map->others.items[i];
  return entries;
}

/* Room that an entry takes; the heading is never the last one of a column. */
static double entry_height(CxComposer *composer, const CxEntries *entries, size_t index, double width) {
  if (entries->items[index] != NULL) return estimated_height(composer, entries->items[index], width);
  return 30 + estimated_height(composer, entries->items[index + 1], width);
}

/* A free page gets wider by columns until it is no higher than wide. */
static size_t columns_beside(CxComposer *composer, const CxEntries *entries) {
  double total = 0;
  for (size_t i = 0; i < entries->count; i++)
    if (entries->items[i] != NULL) total += estimated_height(composer, entries->items[i], WIDTH);
  size_t columns = 1;
  for (;; columns++) {
    const double count = (double)columns, rest = MAX(total - count * (SIDE - KEY), 0) / (count + 1);
    if (PAGE_WIDTH + count * (WIDTH + GAP) >= PAGE_HEIGHT + rest) return columns;
  }
}

/* Paper that is too narrow for both has the list under the matrix. */
static CxOpportunityPlan plan_paper(const CxComposer *composer, const CxPaper *paper) {
  const double width = paper->width - 2 * composer->theme->sizes.margin;
  const bool is_beside = paper->width > paper->height || width >= AXIS + SIDE + GAP + WIDTH;
  CxOpportunityPlan plan = {.gap = GAP, .width = WIDTH, .beside = is_beside ? 1 : 0};
  plan.side = CLAMP(is_beside ? paper->height - AROUND : width - AXIS, SIDE_LEAST, SIDE);
  if (is_beside) plan.width = CLAMP(width - AXIS - plan.side - GAP, WIDTH_LEAST, WIDTH);
  plan.room = plan.side; /* the key is no higher than the axis below */
  plan.below = width >= 2 * WIDTH_LEAST + COLUMN_GAP ? 2 : 1;
  return plan;
}

CxOpportunityPlan cx_opportunity_plan(CxComposer *composer, const CxMap *map, const CxEntries *entries) {
  if (map->paper.width > 0) return plan_paper(composer, &map->paper);
  const size_t beside = columns_beside(composer, entries);
  return (CxOpportunityPlan){
      .side = SIDE, .room = SIDE - KEY, .gap = GAP, .width = WIDTH, .beside = beside, .below = beside + 1};
}

CxBlock *cx_compose_opportunities(CxOpportunityMap *map, const CxOpportunityPlan *plan, const CxEntries *entries,
                                  size_t *next) {
  CxComposer *composer = &map->journey.base;
  CxBlock *list = cx_stack_new(composer);
  list->min_width = list->max_width = plan->width;
  cx_block_add(composer->arena, list, compose_heads(map, TABLE_BESIDE));
  const double width = plan->width + (map->has_statuses ? 0 : STATUS_WIDTH); /* texts have that column's room too */
  double height = plan->room;
  for (; *next < entries->count; ++*next) {
    if (entry_height(composer, entries, *next, width) > height && list->children.count > 1) break;
    height -= entries->items[*next] != NULL ? entry_height(composer, entries, *next, width) : 30;
    cx_block_add(composer->arena, list, compose_entry(map, entries->items[*next], TABLE_BESIDE));
  }
  return list;
}

/* ---- The list under the matrix ----------------------------------------------------------------------------------- */

/* A part of the content whose children stand side by side; further ones under them. */
static CxBlock *add_line(CxComposer *composer, CxBlock *content, size_t columns) {
  CxBlock *line = cx_block_add(composer->arena, content, cx_stack_new(composer));
  line->columns = columns;
  line->gap = COLUMN_GAP;
  return line;
}

/* Lines have no child less than columns, so that all are equally wide. */
static void fill_line(CxComposer *composer, CxBlock *line) {
  while (line != NULL && line->children.count < line->columns)
    cx_block_add(composer->arena, line, cx_stack_new(composer));
}

/* Heads stay with the first line, the heading of those without ratings with the line after it: these are one part. */
void cx_compose_more_opportunities(CxOpportunityMap *map, const CxOpportunityPlan *plan, CxBlock *content,
                                   const CxEntries *entries, size_t next) {
  CxComposer *composer = &map->journey.base;
  CxBlock *part = cx_stack_new(composer), *line = add_line(composer, part, plan->below);
  cx_stack_add(composer, content, part, 16);
  while (line->children.count < MIN(plan->below, entries->count - next))
    cx_block_add(composer->arena, line, compose_heads(map, TABLE_BELOW));
  fill_line(composer, line);
  line = NULL;
  for (; next < entries->count; next++) {
    CxBlock *entry = compose_entry(map, entries->items[next], TABLE_BELOW);
    if (entries->items[next] == NULL) {
      if (line != NULL) part = cx_block_add(composer->arena, content, cx_stack_new(composer));
      fill_line(composer, line);
      cx_block_add(composer->arena, part, entry);
      line = NULL;
      continue;
    }
    if (line == NULL || line->children.count == plan->below)
      line = add_line(composer, line == NULL ? part : content, plan->below);
    cx_block_add(composer->arena, line, entry);
  }
  fill_line(composer, line);
}
