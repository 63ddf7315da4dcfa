/* The scorecard: a radar of components with their targets, rows with bars beside it, tiles of indicators below.
 *
 * In: a scorecard of the model. Out: a sheet. Few components have no radar, nor have so many that nobody could read it.
 */
#include "../kinds.h"
#include "scores.h"

#include <math.h>

/* ---- How it shares the page -------------------------------------------------------------------------------------- */

static const double WIDTH = 1190, HEIGHT = 810, BARS_WIDTH = 860, BARS_HEIGHT = 600,
                    BARS_AROUND = 220; /* of a page that is free, at least */
static const double RADIUS = 186, RADIUS_MANY = 220, RADIUS_LEAST = 50;
static const double GAP = 40, COLUMN = 486, COLUMN_LEAST = 280, COLUMN_BEST = 340; /* of the rows */
static const double LABELS = 112, LABEL = 130, LABEL_LEAST = 88; /* over and under the web with the legend; beside it */
static const double COLUMN_HEIGHT = 680;                         /* of rows beside each other on a page that is free */
static const double ROW = 61, HEAD = 26, TILES = 150, AIR = 14;
static const double RING = 17; /* from one ring to the next, at least */
enum { FEW = 4, MANY = 10, CROWDED = 20, MOST = 100, MOST_COLUMNS = 6, RINGS = 10 };

typedef struct Plan {
  bool has_radar, is_beside;
  double radius, label; /* of the web; the widest label */
  size_t columns;       /* of rows */
  bool has_lines;       /* the rows of all columns go on over several pages */
} Plan;

static size_t columns_for(size_t count, size_t in_column) {
  return (count + in_column - 1) / in_column;
}

/* Of so many rows under each other. */
static double rows_height(const CxScorecardMap *map, size_t first, size_t end, double width) {
  double height = 0;
  for (size_t i = first; i < end; i++)
    height += ROW + cx_score_note_height(&map->base, &map->scorecard->components.items[i]->note, width);
  return height;
}

static Plan plan_free(const CxScorecardMap *map, size_t count) {
  const bool has_radar = count > FEW && count <= MOST;
  const double columns = ceil(rows_height(map, 0, count, COLUMN) / COLUMN_HEIGHT);
  return (Plan){.has_radar = has_radar,
                .is_beside = true,
                .radius = count > MANY ? RADIUS_MANY : RADIUS,
                .label = LABEL,
                .columns = (size_t)CLAMP(columns, 1, MIN(MOST_COLUMNS, MAX(count, 1)))};
}

static bool holds(const CxScorecardMap *map, size_t count, size_t columns, double width, double height) {
  const size_t in_column = columns_for(count, columns);
  for (size_t first = 0; first < count; first += in_column)
    if (rows_height(map, first, MIN(first + in_column, count), width) > height) return false;
  return true;
}

/* Rows stand in several columns where a page holds all of them so; else they go on over several pages. */
static size_t columns_on_paper(const CxScorecardMap *map, size_t count, double width) {
  const double tiles = map->scorecard->indicators.count > 0 ? TILES : 0;
  const double height = map->room.height - tiles - HEAD;
  for (size_t columns = 1; columns <= count; columns++) {
    const double column = (width + GAP) / (double)columns - GAP;
    if (column < COLUMN_LEAST) break;
    if (holds(map, count, columns, column, height)) return columns;
  }
  return 1;
}

/* Labels of one side stand under each other. */
static bool has_room_for_labels(const CxScoreRoom *room, size_t count) {
  return (double)((count + 1) / 2) * (count > CROWDED ? 24 : 36) + 60 <= room->height;
}

static Plan plan_of(const CxScorecardMap *map) {
  const size_t count = map->scorecard->components.count;
  Plan plan = plan_free(map, count);
  const CxScoreRoom *room = &map->room;
  if (room->is_free) return plan;
  plan.is_beside = room->width > room->height * 1.2;
  plan.has_radar = plan.has_radar && has_room_for_labels(room, count);
  plan.label = plan.is_beside && room->width < WIDTH - 100 ? LABEL_LEAST : LABEL;
  const double beside = plan.is_beside ? (room->width - COLUMN_LEAST - GAP) / 2 : room->width / 2;
  const double radius = MIN((room->height - LABELS) / 2, beside - 24 - plan.label);
  plan.radius = CLAMP(radius, RADIUS_LEAST, plan.radius);
  const double figure = plan.has_radar && plan.is_beside ? 2 * (plan.radius + plan.label) + 32 + GAP : 0;
  plan.columns = columns_on_paper(map, count, room->width - figure);
  plan.has_lines = !plan.has_radar && plan.columns == 1 && room->width >= 2 * COLUMN_BEST + GAP &&
                   rows_height(map, 0, count, room->width) > room->height;
  if (plan.has_lines) plan.columns = 2;
  return plan;
}

/* What the radar is higher than the rows. */
static double air_of(const CxScorecardMap *map, const Plan *plan) {
  const double rows = (double)map->scorecard->components.count;
  const bool is_beside = plan->has_radar && plan->is_beside && plan->columns == 1;
  const double radar = 2 * plan->radius + LABELS, most = map->room.is_free ? radar : MIN(radar, map->room.height - 60);
  return is_beside ? CLAMP((most - HEAD) / rows - ROW, 0, AIR) : 0;
}

/* ---- The radar --------------------------------------------------------------------------------------------------- */

static double share_of(const CxScorecardMap *map, const CxNumber *rating) {
  return rating->is_given ? cx_rating_share(&map->scorecard->scale, rating->value) : -1;
}

static CxBlock *compose_label(CxScorecardMap *map, const CxComponent *component, double widest) {
  CxArena *arena = map->base.arena;
  const size_t count = map->scorecard->components.count;
  const bool is_small = count > MANY;
  CxBlock *label = cx_block_new(arena, CX_BLOCK_STACK, "axis");
  label->id = component->object.id;
  label->title = cx_phrase(&map->base, &component->name).text;
  label->max_width = widest;
  cx_block_add(arena, label,
               cx_block_text(arena, "name", cx_phrase(&map->base, &component->name),
                             is_small ? CX_FONT_CAPTION_STRONG : CX_FONT_LANE, CX_PAINT_INK));
  if (count > CROWDED) return label;
  CxPhrase score = cx_scorecard_score(map, &component->score);
  if (component->target.is_given)
    score = cx_phrase_filled(&map->base, CX_WORD_SCORE_OF_TARGET, score.text,
                             cx_scorecard_score(map, &component->target).text);
  cx_block_add(arena, label,
               cx_block_text(arena, "score", score, is_small ? CX_FONT_CAPTION : CX_FONT_NOTE, CX_PAINT_MUTED));
  return label;
}

/* Texts of a label lean on the web. */
static void align_label(CxBlock *label, size_t index, size_t count) {
  const bool is_upright = index == 0 || 2 * index == count;
  const CxAlign align = is_upright ? CX_ALIGN_CENTRE : 2 * index < count ? CX_ALIGN_START : CX_ALIGN_END;
  for (size_t i = 0; i < label->children.count; i++) label->children.items[i]->align = align;
}

/* From one ring to the next: 1 where so many rings have room, else 1, 2 or 5 times a power of ten. */
static double ring_step(const CxRatingScale *scale, double radius) {
  const double range = scale->high - scale->low, most = floor(radius / RING);
  if (range >= 2 && range <= MIN(most, RINGS)) return 1;
  static const double steps[] = {1, 2, 5, 10, 20, 50};
  const double power = pow(10, floor(log10(range / RINGS)));
  for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
    if (range / (steps[i] * power) <= MIN(most, RINGS / 2.0) + 1e-9) return steps[i] * power;
  return 100 * power;
}

static void add_ring(CxScorecardMap *map, CxBlock *radar, double value, int decimals) {
  *cx_list_add(map->base.arena, &radar->chart->ticks) = cx_rating_share(&map->scorecard->scale, value);
  cx_block_add(map->base.arena, radar,
               cx_block_text(map->base.arena, "ring", cx_score_phrase(&map->base, value, decimals, false),
                             CX_FONT_CAPTION, CX_PAINT_MUTED));
}

/* At the multiples of the step over the lower end. */
static void add_rings(CxScorecardMap *map, CxBlock *radar) {
  const CxRatingScale *scale = &map->scorecard->scale;
  const double step = ring_step(scale, radar->size), first = floor(scale->low / step + 1e-9) + 1;
  const int decimals = step >= 1 ? 0 : (int)CLAMP(ceil(-log10(step) - 1e-9), 0, 9);
  for (int i = 0; i <= 2 * RINGS; i++) {
    const double value = (first + i) * step;
    if (value > scale->high + step * 1e-6) return;
    add_ring(map, radar, MIN(value, scale->high), decimals);
  }
}

static CxBlock *compose_radar(CxScorecardMap *map, const Plan *plan) {
  CxBlock *radar = cx_block_chart(map->base.arena, CX_CHART_RADAR, "radar");
  const CxComponents *components = &map->scorecard->components;
  radar->id = "radar";
  radar->size = plan->radius;
  for (size_t i = 0; i < components->count; i++) {
    const CxComponent *component = components->items[i];
    cx_score_part(&map->base, radar, share_of(map, &component->score), share_of(map, &component->target));
    CxBlock *label = compose_label(map, component, plan->label);
    align_label(label, i, components->count);
    cx_block_add(map->base.arena, radar, label);
  }
  add_rings(map, radar);
  return radar;
}

/* ---- The figure with its legend ---------------------------------------------------------------------------------- */

static void add_key(CxScorecardMap *map, CxBlock *legend, bool is_target, CxWordKey word) {
  CxArena *arena = map->base.arena;
  CxBlock *entry = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  entry->gap = 6;
  entry->align = CX_ALIGN_CENTRE;
  CxBlock *point = cx_block_add(arena, entry, cx_block_chart(map->base.arena, CX_CHART_POINT, "sample"));
  cx_score_part(&map->base, point, 0, is_target ? 0 : -1);
  cx_block_add(arena, entry,
               cx_block_text(arena, "item", cx_phrase_word(&map->base, word), CX_FONT_NOTE, CX_PAINT_MUTED));
  cx_block_add(arena, legend, entry);
}

static CxBlock *compose_figure(CxScorecardMap *map, const Plan *plan) {
  CxBlock *figure = cx_stack_new(&map->base), *legend = cx_block_new(map->base.arena, CX_BLOCK_ROW, "legend");
  figure->align = CX_ALIGN_CENTRE;
  cx_block_add(map->base.arena, figure, compose_radar(map, plan));
  legend->gap = 32;
  add_key(map, legend, false, CX_WORD_SCORE);
  if (map->has_targets) add_key(map, legend, true, CX_WORD_TARGET_LEGEND);
  cx_stack_add(&map->base, figure, legend, 14);
  return figure;
}

/* ---- Rows beside it ---------------------------------------------------------------------------------------------- */

/* Columns are equally long, the last one may be shorter. */
static CxBlock *compose_columns(CxScorecardMap *map, const Plan *plan) {
  const size_t count = map->scorecard->components.count;
  if (plan->has_lines) return cx_compose_component_lines(map, plan->columns, GAP);
  if (plan->columns < 2) return cx_compose_components(map, 0, count);
  const size_t in_column = columns_for(count, plan->columns);
  CxBlock *row = cx_block_new(map->base.arena, CX_BLOCK_ROW, NULL);
  row->gap = GAP;
  for (size_t first = 0; first < count; first += in_column)
    cx_block_add(map->base.arena, row, cx_compose_components(map, first, MIN(first + in_column, count)))->grow = 1;
  return row;
}

static CxBlock *compose_content(CxScorecardMap *map, const Plan *plan) {
  CxBlock *content = cx_stack_new(&map->base), *list = NULL;
  content->before = 18;
  if (map->scorecard->components.count > 0) list = compose_columns(map, plan);
  if (list != NULL && plan->has_radar && plan->is_beside) {
    cx_block_add(map->base.arena, content, cx_score_beside(&map->base, compose_figure(map, plan), list, GAP, true));
  } else {
    if (plan->has_radar) cx_block_add(map->base.arena, content, compose_figure(map, plan));
    cx_stack_add(&map->base, content, list, plan->has_radar ? 20 : 0);
  }
  cx_compose_indicators(map, content);
  return content;
}

/* ---- The sheet --------------------------------------------------------------------------------------------------- */

static void look_through(CxScorecardMap *map) {
  const CxComponents *components = &map->scorecard->components;
  for (size_t i = 0; i < components->count; i++) {
    const CxComponent *component = components->items[i];
    map->decimals = MAX(map->decimals, cx_score_decimals(&component->score));
    map->decimals = MAX(map->decimals, cx_score_decimals(&component->target));
    map->has_targets = map->has_targets || component->target.is_given;
    map->has_questions = map->has_questions || cx_is_given(&component->question);
  }
}

static CxPhrase end_phrase(CxComposer *composer, double end) {
  return cx_score_phrase(composer, end, cx_score_decimals(&(CxNumber){.value = end, .is_given = true}), false);
}

static void set_parts(CxScorecardMap *card, CxSheetParts *parts) {
  CxComposer *base = &card->base;
  const CxScorecard *from = card->scorecard;
  parts->overline = cx_phrase_word(base, CX_WORD_MAP_SCORECARD);
  if (from->template != CX_SCORECARD_OWN)
    cx_join(
        base, &parts->overline,
        cx_phrase_word(base, CX_WORD_SIX_COMPONENTS + (CxWordKey)from->template - CX_SCORECARD_SIX_COMPONENTS).text);
  if (from->template == CX_SCORECARD_SIX_PILLARS)
    parts->legend = cx_block_text(base->arena, "credit", cx_phrase_word(base, CX_WORD_PILLARS_CREDIT), CX_FONT_CAPTION,
                                  CX_PAINT_MUTED);
  const CxPhrase explanation =
      cx_phrase_filled(base, CX_WORD_SCORECARD_SUBTITLE, end_phrase(base, from->scale.low).text,
                       end_phrase(base, from->scale.high).text);
  cx_score_title(base,
                 &(CxScoreFacts){.subtitle = &from->subtitle,
                                 .owner = &from->owner,
                                 .period = &from->period,
                                 .next = &from->next,
                                 .date = &from->date,
                                 .explanation = from->components.count > 0 ? explanation : (CxPhrase){0}},
                 parts);
}

/* Of a page that is free and has no radar: no higher than what stands on it. */
static double bars_height(const CxScorecardMap *card) {
  const double tiles = card->scorecard->indicators.count > 0 ? TILES : 0;
  return MIN(BARS_AROUND + rows_height(card, 0, card->scorecard->components.count, BARS_WIDTH) + tiles, BARS_HEIGHT);
}

static CxSheet *scorecard_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxScorecardMap card = {.scorecard = map->definition};
  cx_composer_init(&card.base, arena, model, map, theme);
  card.room = cx_score_room(&card.base, &map->paper);
  look_through(&card);
  const Plan plan = plan_of(&card);
  card.air = air_of(&card, &plan);
  CxSheetParts parts = {.content = compose_content(&card, &plan)};
  set_parts(&card, &parts);
  CxSheet *sheet = cx_compose_sheet(&card.base, map, &parts);
  sheet->least_width = (plan.has_radar ? WIDTH : BARS_WIDTH) + (double)(plan.columns - 1) * (COLUMN + GAP);
  sheet->least_height = plan.has_radar ? HEIGHT : bars_height(&card);
  cx_composer_clear(&card.base);
  return sheet;
}

static const CxObject *definition(const CxModel *model, size_t index) {
  return index < model->scorecards.count ? &model->scorecards.items[index]->object : NULL;
}

static bool has_content(const CxModel *model, const void *scorecard) {
  (void)model;
  const CxScorecard *from = scorecard;
  return from->components.count > 0 || from->indicators.count > 0;
}

static const CxText *title(const void *scorecard) {
  return &((const CxScorecard *)scorecard)->title;
}

const CxMapKind cx_map_scorecard = {
    .name = "scorecard",
    .key = "scorecard",
    .ref = offsetof(CxMapEntry, scorecard),
    .is_first = true,
    .doc = "Components of the experience with scores and targets, as a radar and as bars; NPS, CSAT and CES below.",
    .definition = definition,
    .is_natural = has_content,
    .title = title,
    .compose = scorecard_compose,
};
