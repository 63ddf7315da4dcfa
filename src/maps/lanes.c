/* The lanes of a journey map: one row of the grid for each kind of content, a label and a cell a stage or step.
 *
 * What a stage with steps says itself spans its steps; its steps' own content stands below that. One table says how
 * each lane looks; which lanes there are and what they hold is the model's.
 */
#include "composer.h"

typedef struct LaneLook {
  const char *icon;
  CxWordKey name;
  CxCardStyle card; /* of lanes that hold items */
} LaneLook;

#define CARD(hue_, mark_)                                                                                              \
  { .look = CX_LOOK_CARD, .hue = (hue_), .mark = (mark_) }
#define QUOTE(hue_)                                                                                                    \
  { .look = CX_LOOK_CARD, .hue = (hue_), .mark = "quote", .is_quote = true }
#define PLAIN                                                                                                          \
  { .look = CX_LOOK_PLAIN }

static const LaneLook LOOKS[CX_LANE_END] = {
    [CX_LANE_GOALS] = {"goal", CX_WORD_LANE_GOALS, PLAIN},
    [CX_LANE_NEEDS] = {"need", CX_WORD_LANE_NEEDS, PLAIN},
    [CX_LANE_EXPECTATIONS] = {"expectation", CX_WORD_LANE_EXPECTATIONS, PLAIN},
    [CX_LANE_ACTIONS] = {"action", CX_WORD_LANE_ACTIONS, CARD(CX_HUE_ACTION, NULL)},
    [CX_LANE_PHYSICAL_EVIDENCE] = {"physical", CX_WORD_LANE_PHYSICAL_EVIDENCE, CARD(CX_HUE_PHYSICAL, NULL)},
    [CX_LANE_THOUGHTS] = {"thought", CX_WORD_LANE_THOUGHTS, QUOTE(CX_HUE_THOUGHT)},
    [CX_LANE_QUESTIONS] = {"question", CX_WORD_LANE_QUESTIONS, CARD(CX_HUE_QUESTION, "question")},
    [CX_LANE_PERCEPTIONS] = {"eye", CX_WORD_LANE_PERCEPTIONS, CARD(CX_HUE_QUESTION, NULL)},
    [CX_LANE_QUOTES] = {"quote", CX_WORD_LANE_QUOTES, QUOTE(CX_HUE_THOUGHT)},
    [CX_LANE_FEEDBACK] = {"feedback", CX_WORD_LANE_FEEDBACK, CARD(CX_HUE_QUESTION, "feedback")},
    [CX_LANE_PAINS] = {"pain", CX_WORD_LANE_PAINS, CARD(CX_HUE_PAIN, "pain")},
    [CX_LANE_GAINS] = {"gain", CX_WORD_LANE_GAINS, CARD(CX_HUE_GAIN, "gain")},
    [CX_LANE_OPPORTUNITIES] = {"opportunity", CX_WORD_LANE_OPPORTUNITIES, CARD(CX_HUE_OPPORTUNITY, "opportunity")},
    [CX_LANE_FRONTSTAGE] = {"frontstage", CX_WORD_LANE_FRONTSTAGE, CARD(CX_HUE_FRONTSTAGE, NULL)},
    [CX_LANE_BACKSTAGE] = {"backstage", CX_WORD_LANE_BACKSTAGE, CARD(CX_HUE_BACKSTAGE, NULL)},
    [CX_LANE_SUPPORT] = {"support-process", CX_WORD_LANE_SUPPORT, CARD(CX_HUE_SUPPORT, NULL)},
    [CX_LANE_MACRO] = {"web", CX_WORD_LANE_MACRO, CARD(CX_HUE_ACTION, NULL)},
    [CX_LANE_MESO] = {"support-process", CX_WORD_LANE_MESO, CARD(CX_HUE_ACTION, NULL)},
    [CX_LANE_MICRO] = {"touchpoint", CX_WORD_LANE_MICRO, CARD(CX_HUE_ACTION, NULL)},
    [CX_LANE_IMAGE] = {"image", CX_WORD_LANE_IMAGE, PLAIN},
    [CX_LANE_TOUCHPOINTS] = {"touchpoint", CX_WORD_LANE_TOUCHPOINTS, PLAIN},
    [CX_LANE_EMOTION] = {"emotion", CX_WORD_LANE_EMOTION, PLAIN},
    [CX_LANE_IMPORTANCE] = {"star", CX_WORD_LANE_IMPORTANCE, PLAIN},
    [CX_LANE_METRICS] = {"metric", CX_WORD_LANE_METRICS, PLAIN},
    [CX_LANE_OWNER] = {"owner", CX_WORD_LANE_OWNER, PLAIN},
    [CX_LANE_CUSTOM] = {"other", CX_WORD_END, CARD(CX_HUE_ACTION, NULL)},
};

/* One lane of the map. */
typedef struct Lane {
  CxLane lane;
  const CxLaneChoice *choice; /* an own lane's, or NULL */
} Lane;

/* ---- Content of a cell -------------------------------------------------------------------------------------- */

static CxBlock *new_content(CxJourneyComposer *composer, CxBlockKind kind, size_t columns) {
  CxBlock *content = cx_block_new(composer->base.arena, kind, NULL);
  const CxSizes *sizes = &composer->base.theme->sizes;
  content->columns = columns;
  content->gap = columns > 1 ? 2 * sizes->cell_inset : composer->base.theme->spaces[CX_S1];
  content->row_gap = composer->base.theme->spaces[CX_S1];
  return content;
}

static void add_cards(CxJourneyComposer *composer, CxBlock *content, const CxItems *items, const CxCardStyle *style) {
  for (size_t i = 0; i < items->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_card(&composer->base, items->items[i], style));
}

static CxBlock *compose_touchpoints(CxJourneyComposer *composer, const CxStage *stage) {
  CxBlock *flow = new_content(composer, CX_BLOCK_FLOW, 1);
  for (size_t i = 0; i < stage->touchpoints.count; i++)
    cx_block_add(composer->base.arena, flow, cx_compose_chip(&composer->base, stage->touchpoints.items[i]));
  return flow;
}

static CxBlock *compose_metrics(CxJourneyComposer *composer, const CxMetrics *metrics, size_t columns) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  for (size_t i = 0; i < metrics->count; i++)
    cx_block_add(composer->base.arena, content, cx_compose_metric(&composer->base, metrics->items[i]));
  return content;
}

static CxBlock *compose_bars(CxJourneyComposer *composer, double value) {
  CxBlock *content = new_content(composer, CX_BLOCK_ROW, 1);
  content->look = CX_LOOK_PLAIN;
  CxBlock *bars =
      cx_block_add(composer->base.arena, content, cx_block_new(composer->base.arena, CX_BLOCK_BARS, "bars"));
  bars->size = 3;
  bars->count = 5;
  bars->value = value;
  return content;
}

static CxBlock *compose_plain(CxJourneyComposer *composer, const CxText *text) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, 1);
  content->look = CX_LOOK_PLAIN;
  cx_block_add(
      composer->base.arena, content,
      cx_block_text(composer->base.arena, "item", cx_phrase(&composer->base, text), CX_FONT_ITEM, CX_PAINT_INK));
  return content;
}

static CxBlock *compose_picture(CxJourneyComposer *composer, const CxFile *file) {
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, 1);
  CxBlock *image =
      cx_block_add(composer->base.arena, content, cx_block_new(composer->base.arena, CX_BLOCK_IMAGE, "image"));
  image->path = file->path;
  image->name = file->text;
  image->ratio = 4.0 / 3;
  return content;
}

static CxBlock *compose_custom(CxJourneyComposer *composer, const CxStage *stage, const CxLaneChoice *choice,
                               size_t columns) {
  const CxCustomCell *cell = NULL;
  for (size_t i = 0; i < stage->custom.count; i++)
    if (stage->custom.items[i].lane == choice) cell = &stage->custom.items[i];
  if (cell == NULL) return NULL;
  CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
  switch (choice->style) {
  case CX_STYLE_BULLETS:
    content->look = CX_LOOK_PLAIN;
    cx_block_add(composer->base.arena, content, cx_compose_bullets(&composer->base, &cell->items));
    break;
  case CX_STYLE_QUOTES: add_cards(composer, content, &cell->items, &(CxCardStyle)QUOTE(CX_HUE_THOUGHT)); break;
  case CX_STYLE_METRICS: return compose_metrics(composer, &cell->metrics, columns);
  case CX_STYLE_CURVE: return cell->score.is_given ? compose_bars(composer, CLAMP(cell->score.value, 0, 5)) : NULL;
  case CX_STYLE_CHIPS:
  case CX_STYLE_IMAGES:
  case CX_STYLE_CARDS: add_cards(composer, content, &cell->items, &LOOKS[CX_LANE_CUSTOM].card); break;
  }
  return content;
}

/* What one stage or step says in a lane; NULL where that is nothing. */
static CxBlock *compose_content(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, size_t columns) {
  if (lane->lane < CX_LANE_ITEMS_END) {
    if (stage->items[lane->lane].count == 0) return NULL;
    CxBlock *content = new_content(composer, CX_BLOCK_STACK, columns);
    add_cards(composer, content, &stage->items[lane->lane], &LOOKS[lane->lane].card);
    return content;
  }
  switch (lane->lane) {
  case CX_LANE_TOUCHPOINTS: return stage->touchpoints.count > 0 ? compose_touchpoints(composer, stage) : NULL;
  case CX_LANE_METRICS: return stage->metrics.count > 0 ? compose_metrics(composer, &stage->metrics, columns) : NULL;
  case CX_LANE_IMPORTANCE: return stage->importance.is_given ? compose_bars(composer, stage->importance.value) : NULL;
  case CX_LANE_OWNER: return cx_is_given(&stage->owner) ? compose_plain(composer, &stage->owner) : NULL;
  case CX_LANE_IMAGE: return stage->image.path != NULL ? compose_picture(composer, &stage->image) : NULL;
  case CX_LANE_CUSTOM: return compose_custom(composer, stage, lane->choice, columns);
  default: return NULL; /* emotion: one block for all stages */
  }
}

/* ---- Cells ---------------------------------------------------------------------------------------------------------
 */

static const char *lane_id(const Lane *lane) {
  return lane->choice != NULL ? lane->choice->object.id : cx_lane_key(lane->lane);
}

static CxBlock *as_cell(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, CxBlock *content) {
  if (content == NULL) return NULL;
  content->role = "cell";
  content->id = cx_arena_printf(composer->base.arena, "%s.%s", stage->object.id, lane_id(lane));
  content->ref = stage->object.id;
  return content;
}

static void add_cell(CxJourneyComposer *composer, CxGrid *grid, CxCell cell) {
  if (cell.block != NULL) *cx_list_add(composer->base.arena, &grid->cells) = cell;
}

static bool has_content(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane);

/* The steps' own content under what the stage says for all of them. */
static CxBlock *compose_both(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane, CxBlock *whole) {
  CxArena *arena = composer->base.arena;
  CxBlock *both = new_content(composer, CX_BLOCK_STACK, 1),
          *row = new_content(composer, CX_BLOCK_STACK, stage->steps.count);
  cx_block_add(arena, both, as_cell(composer, stage, lane, whole));
  for (size_t i = 0; i < stage->steps.count; i++) {
    const CxStage *step = stage->steps.items[i];
    CxBlock *content = as_cell(composer, step, lane, compose_content(composer, step, lane, 1));
    cx_block_add(arena, row, content != NULL ? content : new_content(composer, CX_BLOCK_STACK, 1));
  }
  cx_block_add(arena, both, row);
  return both;
}

static void add_stage_cells(CxJourneyComposer *composer, CxGrid *grid, const CxStage *stage, const Lane *lane,
                            size_t row, size_t column) {
  const size_t columns = cx_stage_columns(stage);
  CxBlock *whole = compose_content(composer, stage, lane, columns);
  bool has_step = false;
  for (size_t i = 0; i < stage->steps.count; i++)
    has_step = has_step || has_content(composer, stage->steps.items[i], lane);
  if (whole != NULL) {
    CxBlock *block = has_step ? compose_both(composer, stage, lane, whole) : as_cell(composer, stage, lane, whole);
    add_cell(composer, grid, (CxCell){.row = row, .column = column, .rows = 1, .columns = columns, .block = block});
    return;
  }
  for (size_t i = 0; i < stage->steps.count; i++) {
    const CxStage *step = stage->steps.items[i];
    CxBlock *block = as_cell(composer, step, lane, compose_content(composer, step, lane, 1));
    add_cell(composer, grid, (CxCell){.row = row, .column = column + i, .rows = 1, .columns = 1, .block = block});
  }
}

static CxBlock *compose_label(CxJourneyComposer *composer, const Lane *lane) {
  CxComposer *base = &composer->base;
  CxBlock *label = cx_block_new(base->arena, CX_BLOCK_ROW, "lane-label");
  label->id = cx_arena_printf(base->arena, "%s.label", lane_id(lane));
  label->look = CX_LOOK_LABEL;
  label->gap = base->theme->sizes.lane_icon_gap;
  const CxPhrase name = lane->choice != NULL && cx_is_given(&lane->choice->name)
                            ? cx_phrase(base, &lane->choice->name)
                            : cx_phrase_word(base, LOOKS[lane->lane].name);
  cx_block_add(
      base->arena, label,
      cx_block_icon(base->arena, LOOKS[lane->lane].icon, base->theme->sizes.lane_icon, CX_PAINT_STRONG, CX_HUE_NONE));
  CxBlock *text =
      cx_block_add(base->arena, label, cx_block_text(base->arena, "name", name, CX_FONT_LANE, CX_PAINT_LABEL_TEXT));
  text->grow = 1;
  text->is_heading = true;
  return label;
}

static void add_lane(CxJourneyComposer *composer, CxGrid *grid, const Lane *lane) {
  CxArena *arena = composer->base.arena;
  const size_t row = grid->rows.count;
  CxBlock *label = compose_label(composer, lane);
  *cx_list_add(arena, &grid->rows) = (CxGridRow){
      .kind = CX_ROW_LANE, .role = "lane", .id = lane_id(lane), .title = label->children.items[1]->phrase.text};
  add_cell(composer, grid, (CxCell){.row = row, .rows = 1, .columns = 1, .fit = CX_CELL_LANE, .block = label});
  if (lane->lane == CX_LANE_EMOTION) {
    add_cell(composer, grid,
             (CxCell){.row = row,
                      .rows = 1,
                      .columns = grid->tracks.count,
                      .fit = CX_CELL_LANE,
                      .block = cx_compose_curve(composer, 1)});
    return;
  }
  size_t column = 1;
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    add_stage_cells(composer, grid, stage, lane, row, column);
    column += cx_stage_columns(stage);
  }
}

/* ---- Which lanes
 * ------------------------------------------------------------------------------------------------------- */

static bool has_custom(const CxStage *stage, const CxLaneChoice *choice) {
  for (size_t i = 0; i < stage->custom.count; i++)
    if (stage->custom.items[i].lane == choice) return true;
  return false;
}

static bool has_content(CxJourneyComposer *composer, const CxStage *stage, const Lane *lane) {
  (void)composer;
  if (lane->lane < CX_LANE_ITEMS_END) return stage->items[lane->lane].count > 0;
  switch (lane->lane) {
  case CX_LANE_TOUCHPOINTS: return stage->touchpoints.count > 0;
  case CX_LANE_EMOTION: return stage->emotions.count > 0;
  case CX_LANE_METRICS: return stage->metrics.count > 0;
  case CX_LANE_IMPORTANCE: return stage->importance.is_given;
  case CX_LANE_OWNER: return cx_is_given(&stage->owner);
  case CX_LANE_IMAGE: return stage->image.path != NULL;
  case CX_LANE_CUSTOM: return has_custom(stage, lane->choice);
  default: return false;
  }
}

static bool is_used(CxJourneyComposer *composer, const Lane *lane) {
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    if (has_content(composer, stage, lane)) return true;
    for (size_t k = 0; k < stage->steps.count; k++)
      if (has_content(composer, stage->steps.items[k], lane)) return true;
  }
  return false;
}

void cx_compose_lanes(CxJourneyComposer *composer, CxGrid *grid) {
  const CxJourney *journey = composer->journey;
  for (size_t i = 0; i < journey->lanes.count; i++) {
    const CxLaneChoice *choice = journey->lanes.items[i];
    add_lane(composer, grid, &(Lane){.lane = choice->lane, .choice = choice->lane == CX_LANE_CUSTOM ? choice : NULL});
  }
  for (size_t i = 0; i < cx_lane_order_count && journey->lanes.count == 0; i++) {
    const Lane lane = {.lane = cx_lane_order[i]};
    if (is_used(composer, &lane)) add_lane(composer, grid, &lane);
  }
}
