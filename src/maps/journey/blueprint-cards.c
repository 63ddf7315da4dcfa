/* The cards of a blueprint's lane: what its stages and steps say, over how many columns, one under another where they
 * share some.
 *
 * Cards over several columns come first, each in the first row of the lane in which all its columns are free; below
 * them come the cells of single columns. So a lane is one row of the grid, or several under one label; in each row the
 * cells stand in its middle, at one height with their neighbours.
 */
#include "blueprint.h"

/* ---- What stands where ---------------------------------------------------------------------------------------- */

static size_t span_of(const CxBlueprint *blueprint, const CxItem *item, size_t column) {
  const double room = (double)(blueprint->grid->tracks.count - column);
  return item->span.is_given ? (size_t)CLAMP(item->span.value, 1, room) : 1;
}

static void add_item(CxBlueprint *blueprint, CxUnits *units, const CxItem *item, const CxUnit *place) {
  CxArena *arena = blueprint->journey.base.arena;
  CxUnit *unit = &units->narrow[place->column];
  if (place->columns > 1) {
    unit = cx_list_add(arena, &units->wide);
    *unit = *place;
  }
  *cx_list_add(arena, &unit->items) = item;
  units->is_empty = false;
}

/* What a stage with steps says itself runs over these: a single item over all of them, several side by side. */
static void add_items(CxBlueprint *blueprint, CxUnits *units, const CxStage *stage, size_t column) {
  const CxItems *items = &stage->items[units->lane];
  const size_t steps = cx_stage_columns(stage);
  for (size_t i = 0; i < items->count; i++) {
    const CxItem *item = items->items[i];
    const bool is_over_all = items->count == 1 && !item->span.is_given;
    const size_t at = column + (item->span.is_given ? 0 : i % steps);
    const CxUnit place = {.stage = stage, .column = at, .columns = is_over_all ? steps : span_of(blueprint, item, at)};
    add_item(blueprint, units, item, &place);
  }
}

static void begin_columns(CxUnits *units, const CxStage *stage, size_t column) {
  for (size_t i = 0; i < cx_stage_columns(stage); i++)
    units->narrow[column + i] =
        (CxUnit){.stage = stage->steps.count > 0 ? stage->steps.items[i] : stage, .column = column + i, .columns = 1};
}

CxUnits cx_blueprint_collect(CxBlueprint *blueprint, CxLane lane) {
  const CxJourney *journey = blueprint->journey.journey;
  CxUnits units = {.lane = lane, .is_empty = true};
  units.narrow = cx_new_array(blueprint->journey.base.arena, CxUnit, blueprint->grid->tracks.count);
  for (size_t i = 0, column = 1; i < journey->stages.count; i++) {
    const CxStage *stage = journey->stages.items[i];
    begin_columns(&units, stage, column);
    add_items(blueprint, &units, stage, column);
    for (size_t k = 0; k < stage->steps.count; k++) add_items(blueprint, &units, stage->steps.items[k], column + k);
    column += cx_stage_columns(stage);
  }
  return units;
}

/* ---- Cells ------------------------------------------------------------------------------------------------------ */

static CxBlock *compose_card(CxBlueprint *blueprint, const CxItem *item, CxLane lane, const char *cell,
                             size_t columns) {
  CxCardStyle style = *cx_lane_card(lane);
  style.columns = columns;
  style.is_node = true;
  CxBlock *card = cx_compose_card(&blueprint->journey.base, item, &style);
  if (item->object.id != NULL)
    card->id = cx_arena_printf(blueprint->journey.base.arena, "%s.%s", cell, item->object.id);
  g_hash_table_insert(blueprint->cards, (gpointer)item, card);
  return card;
}

static bool leads_to(const CxItem *from, const CxItem *to) {
  for (size_t i = 0; i < from->arrows.count; i++)
    if (from->arrows.items[i]->to.object == to) return true;
  return false;
}

/* Between two cards of a cell: room for an arrow where one runs there, and for the lower one's badge. */
static double gap_between(const CxComposer *composer, const CxItem *above, const CxItem *below, const CxBlock *card) {
  const CxSizes *sizes = &composer->theme->sizes;
  const double usual =
      leads_to(above, below) || leads_to(below, above) ? 3 * sizes->edge_head : composer->theme->spaces[CX_S3];
  return card->badge == NULL ? usual : MAX(usual, sizes->badge / 2 + sizes->badge_room);
}

static CxBlock *compose_cell(CxBlueprint *blueprint, const CxUnit *unit, CxLane lane) {
  CxComposer *base = &blueprint->journey.base;
  CxBlock *cell = cx_block_new(base->arena, CX_BLOCK_STACK, "cell");
  cell->id = cx_arena_printf(base->arena, "%s.%s", unit->stage->object.id, cx_lane_key(lane));
  cell->ref = unit->stage->object.id;
  cell->is_middle = true;
  for (size_t i = 0; i < unit->items.count; i++) {
    CxBlock *card = compose_card(blueprint, unit->items.items[i], lane, cell->id, unit->columns);
    if (i > 0) card->before = gap_between(base, unit->items.items[i - 1], unit->items.items[i], card);
    cx_block_add(base->arena, cell, card);
  }
  return cell;
}

/* Over the first card a badge may stand out; the same room under the last keeps the cards in the row's middle. */
static double cell_pad(const CxComposer *composer, const CxBlock *cell) {
  const CxSizes *sizes = &composer->theme->sizes;
  return cell->children.items[0]->badge != NULL ? sizes->badge / 2 + sizes->badge_room : 0;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------- */

/* A lane while its rows are being added. */
typedef struct Lane {
  const CxUnits *units;
  const CxLaneChoice *choice;
  size_t first;   /* row */
  size_t *levels; /* of each track: the first row of the lane that is free */
} Lane;

static void begin_row(CxBlueprint *blueprint, const Lane *lane, double height) {
  const bool is_continued = blueprint->grid->rows.count > lane->first;
  *cx_list_add(blueprint->journey.base.arena, &blueprint->grid->rows) =
      (CxGridRow){.kind = CX_ROW_BAND,
                  .role = "lane",
                  .id = cx_lane_key(lane->units->lane),
                  .title = cx_lane_name(&blueprint->journey, lane->units->lane, lane->choice).text,
                  .min_height = height,
                  .is_continued = is_continued};
}

/* Under all that stands in the unit's columns already. */
static void add_unit(CxBlueprint *blueprint, const Lane *lane, const CxUnit *unit) {
  size_t level = 0;
  for (size_t i = 0; i < unit->columns; i++) level = MAX(level, lane->levels[unit->column + i]);
  for (size_t i = 0; i < unit->columns; i++) lane->levels[unit->column + i] = level + 1;
  const size_t row = lane->first + level;
  if (row == blueprint->grid->rows.count) begin_row(blueprint, lane, 0);
  if (level > 0) blueprint->grid->rows.items[lane->first].min_height = 0; /* it was for a single row */
  CxBlock *cell = compose_cell(blueprint, unit, lane->units->lane);
  const CxCell place = {.row = row,
                        .column = unit->column,
                        .rows = 1,
                        .columns = unit->columns,
                        .pad = cell_pad(&blueprint->journey.base, cell),
                        .block = cell};
  cx_blueprint_add_cell(blueprint, place);
}

static CxCell compose_label(CxBlueprint *blueprint, const Lane *lane) {
  CxBlock *label = cx_compose_lane_label(&blueprint->journey, lane->units->lane, lane->choice);
  label->align = CX_ALIGN_CENTRE;
  return (CxCell){.row = lane->first,
                  .rows = blueprint->grid->rows.count - lane->first,
                  .columns = 1,
                  .fit = CX_CELL_LANE,
                  .block = label};
}

void cx_blueprint_add_cards(CxBlueprint *blueprint, const CxUnits *units, const CxLaneChoice *choice, double height) {
  CxGrid *grid = blueprint->grid;
  const Lane lane = {
      .units = units, .choice = choice, .first = grid->rows.count, .levels = g_new0(size_t, grid->tracks.count)};
  const size_t label = grid->cells.count;
  begin_row(blueprint, &lane, height);
  cx_blueprint_add_cell(blueprint, (CxCell){0}); /* the label, when it is known how many rows it has */
  for (size_t i = 0; i < units->wide.count; i++) add_unit(blueprint, &lane, &units->wide.items[i]);
  for (size_t i = 1; i < grid->tracks.count; i++)
    if (units->narrow[i].items.count > 0) add_unit(blueprint, &lane, &units->narrow[i]);
  grid->cells.items[label] = compose_label(blueprint, &lane);
  g_free(lane.levels);
}
