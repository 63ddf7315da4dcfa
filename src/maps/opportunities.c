/* The opportunity matrix: a journey's opportunities by impact and effort, and the list of them beside it.
 *
 * In: a journey of the model. Out: a sheet; nothing here has a coordinate. Numbers follow the journey, the list follows
 * the value: 2 × impact − effort. What lacks one of the two stands at the end of the list and has no disc. The list
 * goes on under the matrix where it is longer than the matrix is high; how many entries that leaves beside it is
 * estimated from the lengths of their texts, since texts are measured by the layout.
 */
#include "composer.h"
#include "kinds.h"

#include <string.h>

/* Of the list, in points: of a column beside the matrix, and the room that is there. */
static const double LIST_WIDTH = 446, LIST_GAP = 44, LIST_HEIGHT = 536, COLUMN_GAP = 36;

/* Of a page with the matrix alone. */
static const double PAGE_WIDTH = 700, PAGE_HEIGHT = 780;

static const double ROW_PADDING = 9.25, COLUMN_WIDTH = 64, STATUS_WIDTH = 110;

enum { TABLE_BESIDE = 1, TABLE_BELOW };

typedef struct Opportunity {
  const CxItem *item;
  const CxStage *stage, *step; /* step NULL: of the stage itself */
  CxHue hue;
  size_t number; /* from 1; 0: it is not in the matrix */
} Opportunity;

typedef CX_LIST(Opportunity) Opportunities;

/* Of the list, in its order; NULL is the heading of those that are not rated. */
typedef CX_LIST(const Opportunity *) Entries;

typedef struct Matrix {
  CxJourneyComposer journey;
  Opportunities rated, others; /* by value; as in the journey */
} Matrix;

/* ---- Which there are -------------------------------------------------------------------------------------------- */

static bool is_rated(const CxItem *item) {
  return item->impact.is_given && item->effort.is_given;
}

static double value_of(const CxItem *item) {
  return 2 * item->impact.value - item->effort.value;
}

static void take(Matrix *matrix, const CxStage *stage, const CxStage *step, CxHue hue) {
  const CxItems *items = &(step != NULL ? step : stage)->items[CX_LANE_OPPORTUNITIES];
  for (size_t i = 0; i < items->count; i++) {
    Opportunities *list = is_rated(items->items[i]) ? &matrix->rated : &matrix->others;
    const size_t number = list == &matrix->rated ? list->count + 1 : 0;
    *cx_list_add(matrix->journey.base.arena, list) =
        (Opportunity){.item = items->items[i], .stage = stage, .step = step, .hue = hue, .number = number};
  }
}

static int compare_values(const void *a, const void *b) {
  const Opportunity *first = a, *second = b;
  const double one = value_of(first->item), other = value_of(second->item);
  if (one != other) return one > other ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static void take_all(Matrix *matrix) {
  const CxJourney *journey = matrix->journey.journey;
  for (size_t i = 0; i < journey->stages.count; i++) {
    const CxStage *stage = journey->stages.items[i];
    take(matrix, stage, NULL, cx_hue_stage(i));
    for (size_t k = 0; k < stage->steps.count; k++) take(matrix, stage, stage->steps.items[k], cx_hue_stage(i));
  }
  if (matrix->rated.count > 1) qsort(matrix->rated.items, matrix->rated.count, sizeof(Opportunity), compare_values);
}

/* ---- Discs --------------------------------------------------------------------------------------------------------
 */

static bool is_started(const CxItem *item) {
  return g_strcmp0(item->status.text, "doing") == 0 || g_strcmp0(item->status.text, "done") == 0;
}

static CxSign sign_of(const CxItem *item) {
  if (is_started(item)) return CX_SIGN_STARTED;
  return g_strcmp0(item->status.text, "planned") == 0 ? CX_SIGN_PLANNED : CX_SIGN_OPEN;
}

static CxBlock *compose_disc(CxComposer *composer, const Opportunity *opportunity, double radius, CxFont font) {
  CxBlock *disc = cx_compose_disc(composer, sign_of(opportunity->item), radius);
  disc->phrase = (CxPhrase){.text = cx_arena_printf(composer->arena, "%zu", opportunity->number), .lang = "en"};
  disc->font = font;
  disc->paint = CX_PAINT_DEEP;
  disc->hue = opportunity->hue;
  return disc;
}

/* The item's own id, or one of its number. */
static const char *id_of(CxComposer *composer, const Opportunity *opportunity) {
  if (opportunity->item->object.id != NULL) return opportunity->item->object.id;
  return cx_arena_printf(composer->arena, "opportunity-%zu", opportunity->number);
}

static CxBlock *compose_node(CxComposer *composer, const Opportunity *opportunity) {
  CxBlock *disc = compose_disc(composer, opportunity, 17, CX_FONT_THEME);
  disc->role = "node";
  disc->id = disc->ref = id_of(composer, opportunity);
  disc->title = cx_phrase(composer, &opportunity->item->text).text;
  return disc;
}

/* ---- The matrix ---------------------------------------------------------------------------------------------------
 */

static const double LOWEST = 1, SCORES = 5; /* of impact and effort */

/* Each score has a strip of its own in the square and stands in the middle of it. */
static double share_of(double score) {
  return (score - LOWEST + 0.5) / SCORES;
}

static CxMatrixQuadrant compose_quadrant(CxComposer *composer, CxWordKey word, CxPaint paint, CxHue hue,
                                         CxPaint title) {
  CxBlock *text = cx_block_text(composer->arena, "quadrant", cx_phrase_word(composer, word), CX_FONT_METRIC, title);
  text->hue = hue;
  return (CxMatrixQuadrant){.paint = paint, .hue = hue, .title = text};
}

static CxBlock *compose_axis(CxComposer *composer, CxWordKey word) {
  return cx_block_text(composer->arena, "axis", cx_phrase_word(composer, word), CX_FONT_BODY_STRONG, CX_PAINT_INK);
}

static void add_ticks(CxComposer *composer, CxMatrix *matrix) {
  for (int i = 0; i < (int)SCORES; i++) {
    const CxPhrase number = {.text = cx_arena_printf(composer->arena, "%d", (int)LOWEST + i), .lang = "en"};
    *cx_list_add(composer->arena, &matrix->ticks) =
        (CxMatrixTick){.share = share_of(LOWEST + i),
                       .number = cx_block_text(composer->arena, "tick", number, CX_FONT_ITEM, CX_PAINT_MUTED)};
  }
}

/* The discs stand in the order of their numbers. */
static void add_points(CxComposer *composer, CxMatrix *matrix, const Opportunities *rated) {
  CxMatrixPoint *points = cx_new_array(composer->arena, CxMatrixPoint, rated->count);
  for (size_t i = 0; i < rated->count; i++) {
    const Opportunity *opportunity = &rated->items[i];
    points[opportunity->number - 1] = (CxMatrixPoint){.x = share_of(opportunity->item->effort.value),
                                                      .y = share_of(opportunity->item->impact.value),
                                                      .disc = compose_node(composer, opportunity)};
  }
  matrix->points.items = points;
  matrix->points.count = matrix->points.capacity = rated->count;
}

static CxBlock *compose_matrix(Matrix *map) {
  CxComposer *composer = &map->journey.base;
  CxBlock *block = cx_block_new(composer->arena, CX_BLOCK_MATRIX, "matrix");
  CxMatrix *matrix = block->matrix = cx_new(composer->arena, CxMatrix);
  block->id = "matrix";
  matrix->quadrants[0] = compose_quadrant(composer, CX_WORD_QUADRANT_FIRST, CX_PAINT_FILL, CX_HUE_GAIN, CX_PAINT_MARK);
  matrix->quadrants[1] =
      compose_quadrant(composer, CX_WORD_QUADRANT_PLAN, CX_PAINT_ACCENT_TINT, CX_HUE_NONE, CX_PAINT_ACCENT);
  matrix->quadrants[2] = compose_quadrant(composer, CX_WORD_QUADRANT_TIME, CX_PAINT_PANEL, CX_HUE_NONE, CX_PAINT_MUTED);
  matrix->quadrants[3] =
      compose_quadrant(composer, CX_WORD_QUADRANT_LEAVE, CX_PAINT_PANEL, CX_HUE_NONE, CX_PAINT_MUTED);
  matrix->x_name = compose_axis(composer, CX_WORD_AXIS_EFFORT);
  matrix->y_name = compose_axis(composer, CX_WORD_AXIS_IMPACT);
  add_ticks(composer, matrix);
  add_points(composer, matrix, &map->rated);
  return block;
}

/* ---- An entry of the list --------------------------------------------------------------------------------------- */

static CxBlock *add_column(CxComposer *composer, CxBlock *row, CxBlock *cell) {
  cell->align = CX_ALIGN_END;
  cell->min_width = COLUMN_WIDTH;
  cell->max_width = STATUS_WIDTH;
  return cx_block_add(composer->arena, row, cell);
}

/* Stage › step · owner · mark · duration. */
static CxPhrase where(CxComposer *composer, const Opportunity *opportunity) {
  CxPhrase line = cx_phrase(composer, &opportunity->stage->name);
  const CxItem *item = opportunity->item;
  if (opportunity->step != NULL)
    line.text =
        cx_arena_printf(composer->arena, "%s › %s", line.text, cx_phrase(composer, &opportunity->step->name).text);
  cx_join(composer, &line, cx_phrase(composer, &item->owner).text);
  if (item->mark != CX_MARK_NONE)
    cx_join(composer, &line, cx_phrase_word(composer, CX_WORD_MARK_FAIL + (CxWordKey)item->mark - CX_MARK_FAIL).text);
  cx_join(composer, &line, cx_phrase(composer, &item->duration).text);
  return line;
}

static CxBlock *compose_texts(CxComposer *composer, const Opportunity *opportunity) {
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
  cx_block_add(arena, texts, cx_block_text(arena, "where", where(composer, opportunity), CX_FONT_NOTE, CX_PAINT_MUTED));
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
  return cx_block_text(composer->arena, "status", status, is_started(item) ? CX_FONT_BODY_STRONG : CX_FONT_BODY,
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

static CxBlock *compose_entry(CxComposer *composer, const Opportunity *opportunity, size_t table) {
  if (opportunity == NULL) return compose_heading(composer);
  const char *id = id_of(composer, opportunity);
  CxBlock *row = new_row(composer, table, "row");
  row->id = cx_arena_printf(composer->arena, "list.%s", id);
  row->ref = id;
  CxBlock *number = cx_stack_new(composer);
  if (opportunity->number > 0)
    cx_stack_add(composer, number, compose_disc(composer, opportunity, 11, CX_FONT_STEP), 1.75);
  number->min_width = 22;
  cx_block_add(composer->arena, row, number);
  cx_block_add(composer->arena, row, compose_texts(composer, opportunity));
  add_column(composer, row, compose_ratings(composer, opportunity->item));
  add_column(composer, row, compose_status(composer, opportunity->item));
  return ruled(composer, row, ROW_PADDING);
}

static CxBlock *compose_heads(CxComposer *composer, size_t table) {
  static const CxWordKey words[] = {CX_WORD_COLUMN_NUMBER, CX_WORD_COLUMN_OPPORTUNITY, CX_WORD_COLUMN_RATINGS,
                                    CX_WORD_COLUMN_STATUS};
  CxBlock *row = new_row(composer, table, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
    CxBlock *head = cx_block_text(composer->arena, "head", cx_phrase_word(composer, words[i]), CX_FONT_CAPTION_STRONG,
                                  CX_PAINT_MUTED);
    if (i < 2)
      cx_block_add(composer->arena, row, head)->grow = i == 1 ? 1 : 0;
    else
      add_column(composer, row, head);
  }
  return ruled(composer, row, 4);
}

/* ---- The list -----------------------------------------------------------------------------------------------------
 */

/* About how wide a text is in ems: characters of scripts that are set on squares count twice. */
static double ems(const CxPhrase *phrase) {
  double sum = 0;
  for (const char *p = phrase->text != NULL ? phrase->text : ""; *p != '\0'; p = g_utf8_next_char(p))
    sum += g_unichar_iswide(g_utf8_get_char(p)) ? 1 : 0.56;
  return sum;
}

static double estimated_lines(CxPhrase phrase, double size) {
  return phrase.text == NULL ? 0 : 1 + (double)(size_t)(ems(&phrase) * size / (LIST_WIDTH - 210));
}

static double estimated_height(CxComposer *composer, const Opportunity *opportunity) {
  const CxItem *item = opportunity->item;
  return 2 * ROW_PADDING + 14 * estimated_lines(cx_phrase(composer, &item->text), 10) +
         12 * estimated_lines(cx_phrase(composer, &item->note), 8.5) +
         12 * estimated_lines(where(composer, opportunity), 8.5) + (item->tags.count > 0 ? 18 : 0);
}

/* The list: those with ratings by their value, then, where there are any, a heading and the others. */
static Entries list_entries(Matrix *map) {
  CxComposer *composer = &map->journey.base;
  Entries entries = {0};
  for (size_t i = 0; i < map->rated.count; i++) *cx_list_add(composer->arena, &entries) = &map->rated.items[i];
  if (map->others.count > 0) *cx_list_add(composer->arena, &entries) = NULL;
  for (size_t i = 0; i < map->others.count; i++) *cx_list_add(composer->arena, &entries) = &map->others.items[i];
  return entries;
}

/* Room that an entry takes; the heading is never the last one of a column. */
static double entry_height(CxComposer *composer, const Entries *entries, size_t index) {
  if (entries->items[index] != NULL) return estimated_height(composer, entries->items[index]);
  return 30 + estimated_height(composer, entries->items[index + 1]);
}

/* How many columns of the list stand beside the matrix: so many that a free page is no higher than it is wide, and one
 * where the paper is given. */
static size_t list_columns(CxComposer *composer, const CxMap *map, const Entries *entries) {
  if (map->paper.width > 0) return 1;
  double total = 0;
  for (size_t i = 0; i < entries->count; i++)
    if (entries->items[i] != NULL) total += estimated_height(composer, entries->items[i]);
  size_t columns = 1;
  for (;; columns++) {
    const double count = (double)columns, rest = MAX(total - count * LIST_HEIGHT, 0) / (count + 1);
    if (PAGE_WIDTH + count * (LIST_WIDTH + LIST_GAP) >= PAGE_HEIGHT + rest) return columns;
  }
}

/* One column beside the matrix with the entries from *next on that it has room for. */
static CxBlock *compose_column(CxComposer *composer, const Entries *entries, size_t *next) {
  CxBlock *list = cx_stack_new(composer);
  list->min_width = list->max_width = LIST_WIDTH;
  cx_block_add(composer->arena, list, compose_heads(composer, TABLE_BESIDE));
  double height = LIST_HEIGHT;
  for (; *next < entries->count; ++*next) {
    height -= entry_height(composer, entries, *next);
    if (height < 0) break;
    if (entries->items[*next] == NULL) height += estimated_height(composer, entries->items[*next + 1]);
    cx_block_add(composer->arena, list, compose_entry(composer, entries->items[*next], TABLE_BESIDE));
  }
  return list;
}

/* ---- The list under the matrix ------------------------------------------------------------------------------------
 */

/* A part of the content whose children stand side by side; further ones under them. */
static CxBlock *add_line(CxComposer *composer, CxBlock *content, size_t columns) {
  CxBlock *line = cx_block_add(composer->arena, content, cx_stack_new(composer));
  line->columns = columns;
  line->gap = COLUMN_GAP;
  return line;
}

/* Lines have no child less than columns, so that all are equally wide. */
static void fill_line(CxComposer *composer, const CxBlock *line) {
  while (line->children.count < line->columns) cx_block_add(composer->arena, (CxBlock *)line, cx_stack_new(composer));
}

/* The entries from `next` on, line by line, a part of the content each. */
static void add_rest(CxComposer *composer, CxBlock *content, const Entries *entries, size_t next, size_t columns) {
  CxBlock *heads = add_line(composer, content, columns), *line = heads;
  heads->before = 16;
  while (heads->children.count < columns) cx_block_add(composer->arena, heads, compose_heads(composer, TABLE_BELOW));
  for (; next < entries->count; next++) {
    const bool is_heading = entries->items[next] == NULL;
    if (is_heading || line->children.count == line->columns) {
      fill_line(composer, line);
      line = add_line(composer, content, is_heading ? 1 : columns);
    }
    cx_block_add(composer->arena, line, compose_entry(composer, entries->items[next], TABLE_BELOW));
  }
  fill_line(composer, line);
}

/* ---- The content --------------------------------------------------------------------------------------------------
 */

/* The legend, and what it cannot show. */
static CxBlock *compose_key(Matrix *map) {
  CxComposer *composer = &map->journey.base;
  CxBlock *key = cx_stack_new(composer);
  cx_stack_add(composer, key, cx_compose_legend(&map->journey), 0);
  cx_stack_add(composer, key,
               cx_block_text(composer->arena, "key", cx_phrase_word(composer, CX_WORD_MATRIX_KEY), CX_FONT_CAPTION,
                             CX_PAINT_MUTED),
               8);
  return key;
}

/* The matrix with the list beside it, and the rest of the list under both: a stack that may be divided between its
 * children. *has_room: the list ends beside the matrix, and the key stands under it. */
static CxBlock *compose_content(Matrix *matrix, const CxMap *map, bool *has_room) {
  CxComposer *composer = &matrix->journey.base;
  const Entries entries = list_entries(matrix);
  const size_t columns = list_columns(composer, map, &entries);
  CxBlock *content = cx_stack_new(composer), *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL), *list = NULL;
  row->gap = LIST_GAP;
  cx_block_add(composer->arena, content, row);
  cx_block_add(composer->arena, row, compose_matrix(matrix));
  size_t next = 0;
  for (size_t i = 0; i < columns && (list == NULL || next < entries.count); i++)
    list = cx_block_add(composer->arena, row, compose_column(composer, &entries, &next));
  *has_room = next == entries.count;
  if (*has_room)
    cx_stack_add(composer, list, compose_key(matrix), 12);
  else
    add_rest(composer, content, &entries, next, columns + 1);
  return content;
}

/* ---- The sheet ----------------------------------------------------------------------------------------------------
 */

/* What an entry of `maps` notes about its map. */
static CxBlock *compose_note(CxComposer *composer, const CxMap *map) {
  if (map->entry == NULL || !cx_is_given(&map->entry->note)) return NULL;
  return cx_block_text(composer->arena, "note", cx_phrase(composer, &map->entry->note), CX_FONT_BODY, CX_PAINT_INK);
}

static CxSheet *opportunities_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  Matrix matrix = {0};
  CxComposer *base = &matrix.journey.base;
  cx_journey_composer_init(&matrix.journey, arena, model, map, theme);
  take_all(&matrix);
  bool has_room = false;
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_OPPORTUNITIES),
                        .content = compose_content(&matrix, map, &has_room)};
  parts.head = cx_stack_new(base);
  cx_stack_add(base, parts.head, cx_compose_journey_title(base, map, parts.overline), 0);
  cx_stack_add(base, parts.head, compose_note(base, map), 8);
  parts.content->before = 28;
  parts.tail = cx_stack_new(base);
  if (!has_room) cx_stack_add(base, parts.tail, compose_key(&matrix), 14);
  cx_stack_add(base, parts.tail, cx_compose_sources(base), 14);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  cx_composer_clear(base);
  return sheet;
}

static bool has_rated(const CxStage *stage) {
  const CxItems *items = &stage->items[CX_LANE_OPPORTUNITIES];
  for (size_t i = 0; i < items->count; i++)
    if (is_rated(items->items[i])) return true;
  for (size_t i = 0; i < stage->steps.count; i++)
    if (has_rated(stage->steps.items[i])) return true;
  return false;
}

static bool has_rated_opportunities(const CxModel *model, const void *definition) {
  (void)model;
  const CxJourney *journey = definition;
  for (size_t i = 0; i < journey->stages.count; i++)
    if (has_rated(journey->stages.items[i])) return true;
  return false;
}

const CxMapKind cx_map_opportunities = {
    .name = "opportunities",
    .key = "journey",
    .doc = "Opportunities by impact and effort, and a list of them by their value.",
    .definition = cx_journey_definition,
    .is_natural = has_rated_opportunities,
    .title = cx_journey_title,
    .compose = opportunities_compose,
};
