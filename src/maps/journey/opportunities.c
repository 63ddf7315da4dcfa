/* The opportunity matrix: a journey's opportunities by impact and effort, and the list of them beside it.
 *
 * In: a journey of the model. Out: a sheet; nothing here has a coordinate. Numbers follow the journey, the list follows
 * the value: 2 × impact − effort. What lacks one of the two stands at the end of the list and has no disc.
 */
#include "opportunities.h"

#include <stdlib.h>

/* ---- Which there are -------------------------------------------------------------------------------------------- */

static bool is_rated(const CxItem *item) {
  return item->impact.is_given && item->effort.is_given;
}

static double value_of(const CxItem *item) {
  return 2 * item->impact.value - item->effort.value;
}

static void take(CxOpportunityMap *matrix, const CxStage *stage, const CxStage *step, CxHue hue) {
  const CxItems *items = &(step != NULL ? step : stage)->items[CX_LANE_OPPORTUNITIES];
  for (size_t i = 0; i < items->count; i++) {
    CxOpportunities *list = is_rated(items->items[i]) ? &matrix->rated : &matrix->others;
    const size_t number = list == &matrix->rated ? list->count + 1 : 0;
    matrix->has_statuses = matrix->has_statuses || cx_is_given(&items->items[i]->status);
    *cx_list_add(matrix->journey.base.arena, list) =
        (CxOpportunity){.item = items->items[i], .stage = stage, .step = step, .hue = hue, .number = number};
  }
}

static int compare_values(const void *a, const void *b) {
  const CxOpportunity *first = a, *second = b;
  const double one = value_of(first->item), other = value_of(second->item);
  if (one != other) return one > other ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static void take_all(CxOpportunityMap *matrix) {
  const CxJourney *journey = matrix->journey.journey;
  for (size_t i = 0; i < journey->stages.count; i++) {
    const CxStage *stage = journey->stages.items[i];
    take(matrix, stage, NULL, cx_hue_stage(i));
    for (size_t k = 0; k < stage->steps.count; k++) take(matrix, stage, stage->steps.items[k], cx_hue_stage(i));
  }
  if (matrix->rated.count > 1) qsort(matrix->rated.items, matrix->rated.count, sizeof(CxOpportunity), compare_values);
}

/* ---- Discs ------------------------------------------------------------------------------------------------------- */

bool cx_opportunity_is_started(const CxItem *item) {
  return g_strcmp0(item->status.text, "doing") == 0 || g_strcmp0(item->status.text, "done") == 0;
}

static CxSign sign_of(const CxItem *item) {
  if (cx_opportunity_is_started(item)) return CX_SIGN_STARTED;
  return g_strcmp0(item->status.text, "planned") == 0 ? CX_SIGN_PLANNED : CX_SIGN_OPEN;
}

CxBlock *cx_opportunity_disc(CxComposer *composer, const CxOpportunity *opportunity, double radius, CxFont font) {
  CxBlock *disc = cx_compose_disc(composer, sign_of(opportunity->item), radius);
  disc->phrase = (CxPhrase){.text = cx_arena_printf(composer->arena, "%zu", opportunity->number), .lang = "en"};
  disc->font = font;
  disc->paint = CX_PAINT_DEEP;
  disc->hue = opportunity->hue;
  return disc;
}

const char *cx_opportunity_id(CxComposer *composer, const CxOpportunity *opportunity) {
  if (opportunity->item->object.id != NULL) return opportunity->item->object.id;
  return cx_arena_printf(composer->arena, "opportunity-%zu", opportunity->number);
}

static CxBlock *compose_node(CxComposer *composer, const CxOpportunity *opportunity) {
  CxBlock *disc = cx_opportunity_disc(composer, opportunity, 17, CX_FONT_THEME);
  disc->role = "node";
  disc->id = disc->ref = cx_opportunity_id(composer, opportunity);
  disc->title = cx_phrase(composer, &opportunity->item->text).text;
  return disc;
}

/* ---- The matrix -------------------------------------------------------------------------------------------------- */

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
static void add_points(CxComposer *composer, CxMatrix *matrix, const CxOpportunities *rated) {
  CxMatrixPoint *points = cx_new_array(composer->arena, CxMatrixPoint, rated->count);
  for (size_t i = 0; i < rated->count; i++) {
    const CxOpportunity *opportunity = &rated->items[i];
    points[opportunity->number - 1] = (CxMatrixPoint){.x = share_of(opportunity->item->effort.value),
                                                      .y = share_of(opportunity->item->impact.value),
                                                      .disc = compose_node(composer, opportunity)};
  }
  matrix->points.items = points;
  matrix->points.count = matrix->points.capacity = rated->count;
}

static CxBlock *compose_matrix(CxOpportunityMap *map, double side) {
  CxComposer *composer = &map->journey.base;
  CxBlock *block = cx_block_new(composer->arena, CX_BLOCK_MATRIX, "matrix");
  CxMatrix *matrix = block->matrix = cx_new(composer->arena, CxMatrix);
  block->id = "matrix";
  block->size = side;
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

/* ---- The content ------------------------------------------------------------------------------------------------- */

/* The legend, and what it cannot show. */
static CxBlock *compose_key(CxOpportunityMap *map) {
  CxComposer *composer = &map->journey.base;
  CxBlock *key = cx_stack_new(composer);
  cx_stack_add(composer, key, cx_compose_legend(composer), 0);
  cx_stack_add(composer, key,
               cx_block_text(composer->arena, "key", cx_phrase_word(composer, CX_WORD_MATRIX_KEY), CX_FONT_CAPTION,
                             CX_PAINT_MUTED),
               8);
  return key;
}

/* The matrix with the list beside it, and the rest of the list under both: a stack that may be divided between its
 * children. *has_room: the list ends beside the matrix, and the key stands under it. */
static CxBlock *compose_content(CxOpportunityMap *matrix, const CxMap *map, bool *has_room) {
  CxComposer *composer = &matrix->journey.base;
  const CxEntries entries = cx_opportunity_entries(matrix);
  const CxOpportunityPlan plan = cx_opportunity_plan(composer, map, &entries);
  CxBlock *content = cx_stack_new(composer), *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL), *list = NULL;
  row->gap = plan.gap;
  cx_block_add(composer->arena, content, row);
  cx_block_add(composer->arena, row, compose_matrix(matrix, plan.side));
  size_t next = 0;
  for (size_t i = 0; i < plan.beside && (list == NULL || next < entries.count); i++)
    list = cx_block_add(composer->arena, row, cx_compose_opportunities(matrix, &plan, &entries, &next));
  *has_room = next == entries.count;
  if (*has_room)
    cx_stack_add(composer, list, compose_key(matrix), 12);
  else
    cx_compose_more_opportunities(matrix, &plan, content, &entries, next);
  return content;
}

/* ---- The sheet --------------------------------------------------------------------------------------------------- */

static CxSheet *opportunities_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxOpportunityMap matrix = {0};
  CxComposer *base = &matrix.journey.base;
  cx_journey_composer_init(&matrix.journey, arena, model, map, theme);
  take_all(&matrix);
  bool has_room = false;
  CxSheetParts parts = cx_journey_parts(base, map, CX_WORD_MAP_OPPORTUNITIES);
  parts.content = compose_content(&matrix, map, &has_room);
  parts.content->before = 28;
  if (!has_room) parts.legend = compose_key(&matrix);
  parts.tail_gap = 14;
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
    .ref = offsetof(CxMapEntry, journey),
    .doc = "Opportunities by impact and effort, and a list of them by their value.",
    .definition = cx_journey_definition,
    .is_natural = has_rated_opportunities,
    .title = cx_journey_title,
    .has_persona = cx_journey_has_persona,
    .compose = opportunities_compose,
};
