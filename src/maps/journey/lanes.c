/* The lanes of a journey map: one row of the grid for each kind of content, a label and a cell a stage or step.
 *
 * What a stage with steps says itself spans its steps; its steps' own content stands below that. One table says how
 * each lane looks; which lanes there are and what they hold is the model's.
 */
#include "journey.h"

/* One lane of the map. */
typedef struct Lane {
  CxLane lane;
  const CxLaneChoice *choice; /* an entry of `lanes`, or NULL where lanes were not chosen */
} Lane;

/* What one stage or step says in a lane, or a part of that. */
typedef struct Content {
  const CxStage *stage;
  const CxCustomCell *custom; /* of an own lane, where it says anything */
  CxItems items;              /* of lanes that hold items */
} Content;

/* The block of a content, in at most `columns` columns; NULL where that is nothing. */
typedef CxBlock *Compose(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns);

typedef struct LaneLook {
  const char *icon;
  CxWordKey name;
  Compose *compose; /* NULL: one block for all stages, see compose_line */
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

static size_t item_span(const CxItem *item) {
  return item->span.is_given && item->span.value > 1 ? (size_t)item->span.value : 1;
}

/* A picture runs over several columns only where its item was told to. */
static size_t picture_columns(const CxItems *items, size_t columns) {
  return items->count == 1 && item_span(items->items[0]) == 1 ? columns : 1;
}

static CxBlock *compose_cards(CxJourneyComposer *composer, const CxItems *items, const CxCardStyle *style,
                              size_t columns) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  CxCardStyle card = *style;
  card.columns = picture_columns(items, columns);
  for (size_t i = 0; i < items->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_card(&composer->base, items->items[i], &card));
  return content->children.count > 0 ? content : NULL;
}

/* A plain text has no edges that would show how far it runs, so over several columns it gets a card. */
static CxBlock *compose_items(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns) {
  CxCardStyle style = find_look(lane->lane)->card;
  if (style.look == CX_LOOK_PLAIN && content->items.count > 0 && item_span(content->items.items[0]) > 1)
    style = (CxCardStyle){.look = CX_LOOK_CARD, .hue = CX_HUE_GOAL};
  return compose_cards(composer, &content->items, &style, columns);
}

static CxBlock *compose_touchpoints(CxJourneyComposer *composer, const Content *content, const Lane *lane,
                                    size_t columns) {
  (void)lane, (void)columns;
  const CxTouchpoints *touchpoints = &content->stage->touchpoints;
  CxBlock *flow = new_content(composer, CX_BLOCK_FLOW, 1);
  for (size_t i = 0; i < touchpoints->count; i++)
    cx_block_add(composer->base.arena, flow, cx_compose_chip(&composer->base, touchpoints->items[i]));
  return flow->children.count > 0 ? flow : NULL;
}

static CxBlock *compose_tiles(CxJourneyComposer *composer, const CxMetrics *metrics, size_t columns) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  for (size_t i = 0; i < metrics->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_metric(&composer->base, metrics->items[i]));
  return content->children.count > 0 ? content : NULL;
}

static CxBlock *compose_metrics(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns) {
  (void)lane;
  return compose_tiles(composer, &content->stage->metrics, columns);
}

static CxBlock *compose_owner(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns) {
  (void)lane, (void)columns;
  if (!cx_is_given(&content->stage->owner)) return NULL;
  CxBlock *stack = new_content(composer, CX_BLOCK_STACK, 1);
  stack->look = CX_LOOK_PLAIN;
  const CxPhrase owner = cx_phrase(&composer->base, &content->stage->owner);
  cx_block_add(composer->base.arena, stack,
               cx_block_text(composer->base.arena, "item", owner, CX_FONT_ITEM, CX_PAINT_INK));
  return stack;
}

static CxBlock *compose_picture(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns) {
  (void)lane;
  if (content->stage->image.path == NULL) return NULL;
  CxBlock *stack = new_content(composer, CX_BLOCK_STACK, 1);
  cx_block_add(composer->base.arena, stack, cx_compose_image(&composer->base, &content->stage->image, columns))->align =
      CX_ALIGN_CENTRE;
  return stack;
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

/* Pictures without a card, their texts as captions; what has no picture is a card. */
static CxBlock *compose_pictures(CxJourneyComposer *composer, const CxItems *items, size_t columns) {
  static const CxCardStyle styles[] = {{.look = CX_LOOK_CARD, .hue = CX_HUE_ACTION}, {.hue = CX_HUE_ACTION}};
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  content->row_gap = composer->base.theme->spaces[CX_S3];
  if (columns == 1) content->gap = content->row_gap;
  for (size_t i = 0; i < items->count; i++) {
    CxCardStyle style = styles[items->items[i]->image.path != NULL];
    style.columns = picture_columns(items, columns);
    cx_block_add(composer->base.arena, content, cx_compose_card(&composer->base, items->items[i], &style));
  }
  return items->count > 0 ? content : NULL;
}

static CxBlock *compose_custom(CxJourneyComposer *composer, const Content *content, const Lane *lane, size_t columns) {
  static const CxCardStyle quote = {.look = CX_LOOK_CARD, .hue = CX_HUE_THOUGHT, .mark = "quote", .is_quote = true};
  if (content->custom == NULL) return NULL;
  switch (lane->choice->style) {
  case CX_STYLE_BULLETS: return compose_bullets(composer, &content->items);
  case CX_STYLE_QUOTES: return compose_cards(composer, &content->items, &quote, columns);
  case CX_STYLE_METRICS: return compose_tiles(composer, &content->custom->metrics, columns);
  case CX_STYLE_CHIPS: return compose_chips(composer, &content->items);
  case CX_STYLE_IMAGES: return compose_pictures(composer, &content->items, columns);
  case CX_STYLE_CURVE: /* a line through all stages */
  case CX_STYLE_CARDS: break;
  }
  return compose_cards(composer, &content->items, &find_look(CX_LANE_CUSTOM)->card, columns);
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
    [CX_LANE_IMPORTANCE] = {.icon = "star", .name = CX_WORD_LANE_IMPORTANCE},
    [CX_LANE_METRICS] = {"metric", CX_WORD_LANE_METRICS, .compose = compose_metrics},
    [CX_LANE_OWNER] = {"owner", CX_WORD_LANE_OWNER, .compose = compose_owner},
    [CX_LANE_CUSTOM] = {.icon = "other",
                        .compose = compose_custom,
                        .card = {.look = CX_LOOK_CARD, .hue = CX_HUE_ACTION}},
};

static const LaneLook *find_look(CxLane lane) {
  return &looks[lane];
}

/* ---- Cells ---------------------------------------------------------------------------------------------------- */

static const char *lane_id(const Lane *lane) {
  return lane->lane == CX_LANE_CUSTOM ? lane->choice->object.id : cx_lane_key(lane->lane);
}

static Content find_content(const CxStage *stage, const Lane *lane) {
  Content content = {.stage = stage};
  for (size_t i = 0; i < stage->custom.count && lane->lane == CX_LANE_CUSTOM; i++)
    if (stage->custom.items[i].lane == lane->choice) content.custom = &stage->custom.items[i];
  if (lane->lane < CX_LANE_ITEMS_END) content.items = stage->items[lane->lane];
  if (content.custom != NULL) content.items = content.custom->items;
  return content;
}

static void add_cell(CxJourneyComposer *composer, CxGrid *grid, CxCell cell) {
  if (cell.block == NULL) return;
  cell.rows = 1;
  *cx_list_add(composer->base.arena, &grid->cells) = cell;
}

/* A cell under those of its lane that were added before it. */
static void add_content(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane, const Content *content,
                        CxCell cell) {
  cell.block = looks[lane->lane].compose(composer, content, lane, cell.columns);
  if (cell.block == NULL) return;
  cell.block->role = "cell";
  cell.block->id = cx_arena_printf(composer->base.arena, "%s.%s", content->stage->object.id, lane_id(lane));
  cell.block->ref = content->stage->object.id;
  cell.row = grid->rows.count - 1;
  cell.is_stacked = true;
  add_cell(composer, grid, cell);
}

/* Items over several columns, each a cell of its own; past the last column there is nothing to run over. */
static void add_spanning(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane, const CxStage *stage,
                         size_t column) {
  const Content content = find_content(stage, lane);
  for (size_t i = 0; i < content.items.count; i++) {
    const size_t span = item_span(content.items.items[i]);
    if (span == 1) continue;
    Content part = content;
    part.items = (CxItems){.items = &content.items.items[i], .count = 1};
    add_content(composer, grid, lane, &part,
                (CxCell){.column = column, .columns = MIN(span, grid->tracks.count - column)});
  }
}

/* What a stage or step says but for items over several columns. */
static void add_own(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane, const CxStage *stage, size_t column) {
  Content content = find_content(stage, lane);
  const CxItems all = content.items;
  content.items = (CxItems){0};
  for (size_t i = 0; i < all.count; i++)
    if (item_span(all.items[i]) == 1) *cx_list_add(composer->base.arena, &content.items) = all.items[i];
  add_content(composer, grid, lane, &content, (CxCell){.column = column, .columns = cx_stage_columns(stage)});
}

typedef void AddContent(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane, const CxStage *stage,
                        size_t column);

/* What a stage with steps says itself stands over what they say. */
static void add_stages(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane, AddContent *add) {
  for (size_t i = 0, column = 1; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    add(composer, grid, lane, stage, column);
    for (size_t k = 0; k < stage->steps.count; k++) add(composer, grid, lane, stage->steps.items[k], column + k);
    column += cx_stage_columns(stage);
  }
}

/* ---- Lanes ---------------------------------------------------------------------------------------------------- */

static CxPhrase lane_name(CxJourneyComposer *composer, const Lane *lane) {
  if (lane->choice != NULL && cx_is_given(&lane->choice->name)) return cx_phrase(&composer->base, &lane->choice->name);
  return cx_phrase_word(&composer->base, looks[lane->lane].name);
}

/* The view that has more on what a lane says; NULL where there is none. */
static const CxMapKind *view_of(CxLane lane) {
  if (lane == CX_LANE_OPPORTUNITIES) return &cx_map_opportunities;
  const bool is_behind = lane == CX_LANE_FRONTSTAGE || lane == CX_LANE_BACKSTAGE || lane == CX_LANE_SUPPORT;
  return is_behind ? &cx_map_blueprint : NULL;
}

static CxBlock *compose_label(CxJourneyComposer *composer, const Lane *lane) {
  CxComposer *base = &composer->base;
  const CxSizes *sizes = &base->theme->sizes;
  CxBlock *label = cx_block_new(base->arena, CX_BLOCK_ROW, "lane-label");
  label->id = cx_arena_printf(base->arena, "%s.label", lane_id(lane));
  label->look = CX_LOOK_LABEL;
  label->gap = sizes->lane_icon_gap;
  cx_block_add(base->arena, label,
               cx_block_icon(base->arena, looks[lane->lane].icon, sizes->lane_icon, CX_PAINT_LABEL_MARK, CX_HUE_NONE));
  CxBlock *name = cx_block_text(base->arena, "name", lane_name(composer, lane), CX_FONT_LANE, CX_PAINT_LABEL_TEXT);
  name->grow = 1;
  name->is_heading = true;
  if (view_of(lane->lane) != NULL) name->link = cx_link_to(base, composer->journey, view_of(lane->lane));
  cx_block_add(base->arena, label, name);
  return label;
}

static const CxNumber *read_importance(const CxStage *stage, const CxLaneChoice *choice) {
  (void)choice;
  return stage->importance.is_given ? &stage->importance : NULL;
}

static const CxNumber *read_score(const CxStage *stage, const CxLaneChoice *choice) {
  for (size_t i = 0; i < stage->custom.count; i++)
    if (stage->custom.items[i].lane == choice) return &stage->custom.items[i].score;
  return NULL;
}

static bool is_line(const Lane *lane) {
  return looks[lane->lane].compose == NULL || (lane->lane == CX_LANE_CUSTOM && lane->choice->style == CX_STYLE_CURVE);
}

static CxBlock *compose_line(CxJourneyComposer *composer, const Lane *lane) {
  CxScoreLine line = {.id = lane_id(lane), .choice = lane->choice};
  if (lane->lane == CX_LANE_EMOTION) return cx_compose_curve(composer, 1);
  line.style = lane->lane == CX_LANE_IMPORTANCE ? CX_CURVE_ARC : CX_CURVE_SCORE;
  line.read = lane->lane == CX_LANE_IMPORTANCE ? read_importance : read_score;
  line.most = 5;
  return cx_compose_score_line(composer, &line, 1);
}

static void add_line(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane) {
  CxBlock *block = compose_line(composer, lane);
  bool is_empty = block->curve->notes.count == 0;
  for (size_t i = 0; i < block->curve->series.count; i++)
    is_empty = is_empty && block->curve->series.items[i].points.count == 0;
  if (is_empty && lane->choice == NULL) return;
  add_cell(composer, grid,
           (CxCell){.row = grid->rows.count - 1, .columns = grid->tracks.count, .fit = CX_CELL_LANE, .block = block});
}

/* Adds a lane; one that nobody asked for and that says nothing is taken away again. */
static void add_lane(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane) {
  const size_t row = grid->rows.count, first_cell = grid->cells.count;
  *cx_list_add(composer->base.arena, &grid->rows) =
      (CxGridRow){.kind = CX_ROW_LANE, .role = "lane", .id = lane_id(lane), .title = lane_name(composer, lane).text};
  add_cell(composer, grid,
           (CxCell){.row = row, .columns = 1, .fit = CX_CELL_LANE, .block = compose_label(composer, lane)});
  if (is_line(lane)) {
    add_line(composer, grid, lane);
  } else {
    add_stages(composer, grid, lane, add_spanning);
    add_stages(composer, grid, lane, add_own);
  }
  if (grid->cells.count > first_cell + 1 || lane->choice != NULL) return;
  grid->rows.count = row;
  grid->cells.count = first_cell;
}

void cx_compose_lane(CxJourneyComposer *composer, CxGrid *grid, CxLane lane, const CxLaneChoice *choice) {
  add_lane(composer, grid, &(Lane){.lane = lane, .choice = choice});
}

CxBlock *cx_compose_lane_label(CxJourneyComposer *composer, CxLane lane, const CxLaneChoice *choice) {
  return compose_label(composer, &(Lane){.lane = lane, .choice = choice});
}

CxPhrase cx_lane_name(CxJourneyComposer *composer, CxLane lane, const CxLaneChoice *choice) {
  return lane_name(composer, &(Lane){.lane = lane, .choice = choice});
}

const CxCardStyle *cx_lane_card(CxLane lane) {
  return &looks[lane].card;
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
static void widen_lanes(CxGrid *grid, CxBlankCell room) {
  static const double BLANK_LANE = 72; /* points */
  for (size_t i = 0; i < grid->rows.count; i++)
    if (grid->rows.items[i].kind == CX_ROW_LANE)
      grid->rows.items[i].min_height = room.height > 0 ? room.height : BLANK_LANE;
  grid->column_min = MAX(grid->column_min, room.width);
}

void cx_compose_lanes(CxJourneyComposer *composer, CxGrid *grid) {
  const CxLaneChoices *chosen = composer->lanes;
  for (size_t i = 0; i < chosen->count; i++)
    add_lane(composer, grid, &(Lane){.lane = chosen->items[i]->lane, .choice = chosen->items[i]});
  for (size_t i = 0; i < cx_lane_order_count && chosen->count == 0; i++)
    add_lane(composer, grid, &(Lane){.lane = cx_lane_order[i]});
  if (is_blank(grid)) widen_lanes(grid, composer->room);
}
