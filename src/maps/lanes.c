/* The lanes of a journey map: one row of the grid for each kind of content, a label and a cell a stage or step.
 *
 * What a stage with steps says itself spans its steps; its steps' own content stands below that. One table says how
 * each lane looks; which lanes there are and what they hold is the model's.
 */
#include "composer.h"

/* One lane of the map. */
typedef struct Lane {
  CxLane lane;
  const CxLaneChoice *choice; /* an entry of `lanes`, or NULL where lanes were not chosen */
} Lane;

/* What one stage or step says in a lane, in at most `columns` columns; NULL where that is nothing. */
typedef CxBlock *Compose(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns);

typedef struct LaneLook {
  const char *icon;
  CxWordKey name;
  Compose *compose; /* NULL: the emotion lane, which is one block for all stages */
  CxCardStyle card; /* of lanes that hold items */
} LaneLook;

static const LaneLook *find_look(CxLane lane);

/* ---- Content of a cell ---------------------------------------------------------------------------------------- */

static CxBlock *new_content(CxJourneyComposer *composer, CxBlockKind kind, size_t columns) {
  CxBlock *content = cx_block_new(composer->base.arena, kind, NULL);
  const CxSizes *sizes = &composer->base.theme->sizes;
  content->columns = columns;
  content->gap = columns > 1 ? 2 * sizes->cell_inset : composer->base.theme->spaces[CX_S1];
  content->row_gap = composer->base.theme->spaces[CX_S1];
  return content;
}

static CxBlock *compose_cards(CxJourneyComposer *composer, const CxItems *items, const CxCardStyle *style,
                              size_t columns) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  for (size_t i = 0; i < items->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_card(&composer->base, items->items[i], style));
  return content->children.count > 0 ? content : NULL;
}

static CxBlock *compose_items(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  return compose_cards(composer, &stage->items[lane->lane], &find_look(lane->lane)->card, columns);
}

static CxBlock *compose_touchpoints(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane,
                                    size_t columns) {
  (void)lane, (void)columns;
  CxBlock *flow = new_content(composer, CX_BLOCK_FLOW, 1);
  for (size_t i = 0; i < stage->touchpoints.count; i++)
    cx_block_add(composer->base.arena, flow, cx_compose_chip(&composer->base, stage->touchpoints.items[i]));
  return flow->children.count > 0 ? flow : NULL;
}

static CxBlock *compose_tiles(CxJourneyComposer *composer, const CxMetrics *metrics, size_t columns) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  for (size_t i = 0; i < metrics->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_metric(&composer->base, metrics->items[i]));
  return content->children.count > 0 ? content : NULL;
}

static CxBlock *compose_metrics(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  (void)lane;
  return compose_tiles(composer, &stage->metrics, columns);
}

/* A number as `most` bars, so many of them filled. */
static CxBlock *compose_bars(CxJourneyComposer *composer, const CxNumber *number) {
  if (!number->is_given) return NULL;
  CxBlock *content = new_content(composer, CX_BLOCK_ROW, 1);
  content->look = CX_LOOK_PLAIN;
  CxBlock *bars =
      cx_block_add(composer->base.arena, content, cx_block_new(composer->base.arena, CX_BLOCK_BARS, "bars"));
  bars->size = 3;
  bars->count = 5;
  bars->value = CLAMP(number->value, 0, 5);
  return content;
}

static CxBlock *compose_importance(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane,
                                   size_t columns) {
  (void)lane, (void)columns;
  return compose_bars(composer, &stage->importance);
}

static CxBlock *compose_owner(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  (void)lane, (void)columns;
  if (!cx_is_given(&stage->owner)) return NULL;
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, 1);
  content->look = CX_LOOK_PLAIN;
  const CxPhrase owner = cx_phrase(&composer->base, &stage->owner);
  cx_block_add(composer->base.arena, content,
               cx_block_text(composer->base.arena, "item", owner, CX_FONT_ITEM, CX_PAINT_INK));
  return content;
}

static CxBlock *compose_picture(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  (void)lane, (void)columns;
  if (stage->image.path == NULL) return NULL;
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, 1);
  cx_block_add(composer->base.arena, content, cx_compose_image(&composer->base, &stage->image));
  return content;
}

static CxBlock *compose_bullets(CxJourneyComposer *composer, const CxItems *items) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, 1);
  content->look = CX_LOOK_PLAIN;
  cx_block_add(composer->base.arena, content, cx_compose_bullets(&composer->base, items));
  return items->count > 0 ? content : NULL;
}

static CxBlock *compose_chips(CxJourneyComposer *composer, const CxItems *items) {
  static const CxCardStyle chip = {.look = CX_LOOK_CHIP, .hue = CX_HUE_TOUCHPOINT};
  CxBlock *flow = new_content(composer, CX_BLOCK_FLOW, 1);
  for (size_t i = 0; i < items->count; i++)
    cx_block_add(composer->base.arena, flow, cx_compose_card(&composer->base, items->items[i], &chip));
  return items->count > 0 ? flow : NULL;
}

static CxBlock *compose_custom(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  static const CxCardStyle quote = {.look = CX_LOOK_CARD, .hue = CX_HUE_THOUGHT, .mark = "quote", .is_quote = true};
  const CxCustomCell *cell = NULL;
  for (size_t i = 0; i < stage->custom.count; i++)
    if (stage->custom.items[i].lane == lane->choice) cell = &stage->custom.items[i];
  if (cell == NULL) return NULL;
  switch (cell->lane->style) {
  case CX_STYLE_BULLETS: return compose_bullets(composer, &cell->items);
  case CX_STYLE_QUOTES: return compose_cards(composer, &cell->items, &quote, columns);
  case CX_STYLE_METRICS: return compose_tiles(composer, &cell->metrics, columns);
  case CX_STYLE_CURVE: return compose_bars(composer, &cell->score);
  case CX_STYLE_CHIPS: return compose_chips(composer, &cell->items);
  case CX_STYLE_IMAGES:
  case CX_STYLE_CARDS: break;
  }
  return compose_cards(composer, &cell->items, &find_look(CX_LANE_CUSTOM)->card, columns);
}

/* ---- How each lane looks --------------------------------------------------------------------------------------- */

#define ITEMS(icon_, name_, hue_, mark_)                                                                               \
  {                                                                                                                    \
    .icon = (icon_), .name = (name_), .compose = compose_items, .card = {                                              \
      .look = CX_LOOK_CARD,                                                                                            \
      .hue = (hue_),                                                                                                   \
      .mark = (mark_)                                                                                                  \
    }                                                                                                                  \
  }
#define QUOTES(icon_, name_)                                                                                           \
  {                                                                                                                    \
    .icon = (icon_), .name = (name_), .compose = compose_items, .card = {                                              \
      .look = CX_LOOK_CARD,                                                                                            \
      .hue = CX_HUE_THOUGHT,                                                                                           \
      .mark = "quote",                                                                                                 \
      .is_quote = true                                                                                                 \
    }                                                                                                                  \
  }
#define PLAIN(icon_, name_)                                                                                            \
  {                                                                                                                    \
    .icon = (icon_), .name = (name_), .compose = compose_items, .card = {.look = CX_LOOK_PLAIN }                       \
  }

static const LaneLook looks[CX_LANE_END] = {
    [CX_LANE_GOALS] = PLAIN("goal", CX_WORD_LANE_GOALS),
    [CX_LANE_NEEDS] = PLAIN("need", CX_WORD_LANE_NEEDS),
    [CX_LANE_EXPECTATIONS] = PLAIN("expectation", CX_WORD_LANE_EXPECTATIONS),
    [CX_LANE_ACTIONS] = ITEMS("action", CX_WORD_LANE_ACTIONS, CX_HUE_ACTION, NULL),
    [CX_LANE_PHYSICAL_EVIDENCE] = ITEMS("physical", CX_WORD_LANE_PHYSICAL_EVIDENCE, CX_HUE_PHYSICAL, NULL),
    [CX_LANE_THOUGHTS] = QUOTES("thought", CX_WORD_LANE_THOUGHTS),
    [CX_LANE_QUESTIONS] = ITEMS("question", CX_WORD_LANE_QUESTIONS, CX_HUE_QUESTION, "question"),
    [CX_LANE_PERCEPTIONS] = ITEMS("eye", CX_WORD_LANE_PERCEPTIONS, CX_HUE_QUESTION, NULL),
    [CX_LANE_QUOTES] = QUOTES("quote", CX_WORD_LANE_QUOTES),
    [CX_LANE_FEEDBACK] = ITEMS("feedback", CX_WORD_LANE_FEEDBACK, CX_HUE_QUESTION, "feedback"),
    [CX_LANE_PAINS] = ITEMS("pain", CX_WORD_LANE_PAINS, CX_HUE_PAIN, "pain"),
    [CX_LANE_GAINS] = ITEMS("gain", CX_WORD_LANE_GAINS, CX_HUE_GAIN, "gain"),
    [CX_LANE_OPPORTUNITIES] = ITEMS("opportunity", CX_WORD_LANE_OPPORTUNITIES, CX_HUE_OPPORTUNITY, "opportunity"),
    [CX_LANE_FRONTSTAGE] = ITEMS("frontstage", CX_WORD_LANE_FRONTSTAGE, CX_HUE_FRONTSTAGE, NULL),
    [CX_LANE_BACKSTAGE] = ITEMS("backstage", CX_WORD_LANE_BACKSTAGE, CX_HUE_BACKSTAGE, NULL),
    [CX_LANE_SUPPORT] = ITEMS("support-process", CX_WORD_LANE_SUPPORT, CX_HUE_SUPPORT, NULL),
    [CX_LANE_MACRO] = ITEMS("web", CX_WORD_LANE_MACRO, CX_HUE_ACTION, NULL),
    [CX_LANE_MESO] = ITEMS("support-process", CX_WORD_LANE_MESO, CX_HUE_ACTION, NULL),
    [CX_LANE_MICRO] = ITEMS("touchpoint", CX_WORD_LANE_MICRO, CX_HUE_ACTION, NULL),
    [CX_LANE_IMAGE] = {"image", CX_WORD_LANE_IMAGE, .compose = compose_picture},
    [CX_LANE_TOUCHPOINTS] = {"touchpoint", CX_WORD_LANE_TOUCHPOINTS, .compose = compose_touchpoints},
    [CX_LANE_EMOTION] = {.icon = "emotion", .name = CX_WORD_LANE_EMOTION},
    [CX_LANE_IMPORTANCE] = {"star", CX_WORD_LANE_IMPORTANCE, .compose = compose_importance},
    [CX_LANE_METRICS] = {"metric", CX_WORD_LANE_METRICS, .compose = compose_metrics},
    [CX_LANE_OWNER] = {"owner", CX_WORD_LANE_OWNER, .compose = compose_owner},
    [CX_LANE_CUSTOM] = {.icon = "other",
                        .compose = compose_custom,
                        .card = {.look = CX_LOOK_CARD, .hue = CX_HUE_ACTION}},
};

static const LaneLook *find_look(CxLane lane) {
  return &looks[lane];
}

/* ---- Cells ---------------------------------------------------------------------------------------------------------
 */

static const char *lane_id(const Lane *lane) {
  return lane->lane == CX_LANE_CUSTOM ? lane->choice->object.id : cx_lane_key(lane->lane);
}

static CxBlock *compose_cell(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  CxBlock *content = looks[lane->lane].compose(composer, stage, lane, columns);
  if (content == NULL) return NULL;
  content->role = "cell";
  content->id = cx_arena_printf(composer->base.arena, "%s.%s", stage->object.id, lane_id(lane));
  content->ref = stage->object.id;
  return content;
}

static void add_cell(CxJourneyComposer *composer, CxGrid *grid, CxCell cell) {
  if (cell.block == NULL) return;
  cell.rows = 1;
  *cx_list_add(composer->base.arena, &grid->cells) = cell;
}

/* The steps' own content under what the stage says for all of them. */
static CxBlock *put_below(CxJourneyComposer *composer, CxBlock *whole, const CxBlocks *steps) {
  CxArena *arena = composer->base.arena;
  CxBlock *both = new_content(composer, CX_BLOCK_STACK, 1), *row = new_content(composer, CX_BLOCK_STACK, steps->count);
  for (size_t i = 0; i < steps->count; i++)
    cx_block_add(arena, row, steps->items[i] != NULL ? steps->items[i] : new_content(composer, CX_BLOCK_STACK, 1));
  cx_block_add(arena, both, whole);
  cx_block_add(arena, both, row);
  return both;
}

static void add_stage_cells(CxJourneyComposer *composer, CxGrid *grid, const CxStage *stage, const Lane *lane,
                            size_t row, size_t column) {
  const size_t columns = cx_stage_columns(stage);
  CxBlock *whole = compose_cell(composer, stage, lane, columns);
  CxBlocks steps = {0};
  bool has_step = false;
  for (size_t i = 0; i < stage->steps.count; i++) {
    CxBlock *step = compose_cell(composer, stage->steps.items[i], lane, 1);
    *cx_list_add(composer->base.arena, &steps) = step;
    has_step = has_step || step != NULL;
  }
  if (whole != NULL) {
    CxBlock *block = has_step ? put_below(composer, whole, &steps) : whole;
    add_cell(composer, grid, (CxCell){.row = row, .column = column, .columns = columns, .block = block});
    return;
  }
  for (size_t i = 0; i < steps.count; i++)
    add_cell(composer, grid, (CxCell){.row = row, .column = column + i, .columns = 1, .block = steps.items[i]});
}

/* ---- Lanes ---------------------------------------------------------------------------------------------------------
 */

static CxPhrase lane_name(CxJourneyComposer *composer, const Lane *lane) {
  if (lane->choice != NULL && cx_is_given(&lane->choice->name)) return cx_phrase(&composer->base, &lane->choice->name);
  return cx_phrase_word(&composer->base, looks[lane->lane].name);
}

static CxBlock *compose_label(CxJourneyComposer *composer, const Lane *lane) {
  CxComposer *base = &composer->base;
  const CxSizes *sizes = &base->theme->sizes;
  CxBlock *label = cx_block_new(base->arena, CX_BLOCK_ROW, "lane-label");
  label->id = cx_arena_printf(base->arena, "%s.label", lane_id(lane));
  label->look = CX_LOOK_LABEL;
  label->gap = sizes->lane_icon_gap;
  cx_block_add(base->arena, label,
               cx_block_icon(base->arena, looks[lane->lane].icon, sizes->lane_icon, CX_PAINT_STRONG, CX_HUE_NONE));
  CxBlock *name = cx_block_text(base->arena, "name", lane_name(composer, lane), CX_FONT_LANE, CX_PAINT_LABEL_TEXT);
  name->grow = 1;
  name->is_heading = true;
  cx_block_add(base->arena, label, name);
  return label;
}

static void add_curve(CxJourneyComposer *composer, CxGrid *grid, size_t row, bool is_chosen) {
  CxBlock *curve = cx_compose_curve(composer, 1);
  if (curve->curve->series.count > 0 || is_chosen)
    add_cell(composer, grid, (CxCell){.row = row, .columns = grid->tracks.count, .fit = CX_CELL_LANE, .block = curve});
}

/* Adds a lane; one that nobody asked for and that says nothing is taken away again. */
static void add_lane(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane) {
  const size_t row = grid->rows.count, first_cell = grid->cells.count;
  const bool is_chosen = lane->choice != NULL;
  *cx_list_add(composer->base.arena, &grid->rows) =
      (CxGridRow){.kind = CX_ROW_LANE, .role = "lane", .id = lane_id(lane), .title = lane_name(composer, lane).text};
  add_cell(composer, grid,
           (CxCell){.row = row, .columns = 1, .fit = CX_CELL_LANE, .block = compose_label(composer, lane)});
  if (looks[lane->lane].compose == NULL) add_curve(composer, grid, row, is_chosen);
  for (size_t i = 0, column = 1; i < composer->journey->stages.count && looks[lane->lane].compose != NULL; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    add_stage_cells(composer, grid, stage, lane, row, column);
    column += cx_stage_columns(stage);
  }
  if (grid->cells.count > first_cell + 1 || is_chosen) return;
  grid->rows.count = row;
  grid->cells.count = first_cell;
}

/* No stage says anything in any lane. */
static bool is_blank(const CxGrid *grid) {
  for (size_t i = 0; i < grid->cells.count; i++) {
    const CxCell *cell = &grid->cells.items[i];
    const bool is_curve = cell->block->curve != NULL && cell->block->curve->series.count > 0;
    if (is_curve || cell->fit == CX_CELL_PADDED) return false;
  }
  return true;
}

/* A map that is to be filled by hand has room for that. */
static void widen_lanes(CxGrid *grid) {
  static const double BLANK_LANE = 72; /* points */
  for (size_t i = 0; i < grid->rows.count; i++)
    if (grid->rows.items[i].kind == CX_ROW_LANE) grid->rows.items[i].min_height = BLANK_LANE;
}

void cx_compose_lanes(CxJourneyComposer *composer, CxGrid *grid) {
  const CxLaneChoices *chosen = composer->lanes;
  for (size_t i = 0; i < chosen->count; i++)
    add_lane(composer, grid, &(Lane){.lane = chosen->items[i]->lane, .choice = chosen->items[i]});
  for (size_t i = 0; i < cx_lane_order_count && chosen->count == 0; i++)
    add_lane(composer, grid, &(Lane){.lane = cx_lane_order[i]});
  if (is_blank(grid)) widen_lanes(grid);
}
