/* The service blueprint: what the customer meets and does, and what happens for it before and behind the scenes.
 *
 * In: a journey, the same that the journey map draws. Out: a sheet with stages in time, a row of cards for each lane,
 * the lines between them, and the arrows that the items name. The cards are in blueprint-cards.c, the arrows in
 * blueprint-arrows.c.
 */
#include "blueprint.h"

/* ---- Which lanes ------------------------------------------------------------------------------------------- */

typedef struct Row {
  CxLane lane;
  CxDepth depth;
  double height;
} Row;

static const Row rows[] = {
    {CX_LANE_PHYSICAL_EVIDENCE, CX_DEPTH_CUSTOMER, 54},
    {CX_LANE_ACTIONS, CX_DEPTH_CUSTOMER, 60},
    {CX_LANE_FRONTSTAGE, CX_DEPTH_FRONTSTAGE, 78},
    {CX_LANE_BACKSTAGE, CX_DEPTH_BACKSTAGE, 64},
    {CX_LANE_SUPPORT, CX_DEPTH_SUPPORT, 54},
};

/* NULL for the lanes that are drawn as on a journey map. */
static const Row *find_row(CxLane lane) {
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].lane == lane) return &rows[i];
  return NULL;
}

void cx_blueprint_add_cell(CxBlueprint *blueprint, CxCell cell) {
  *cx_list_add(blueprint->journey.base.arena, &blueprint->grid->cells) = cell;
}

/* ---- Lines between lanes ------------------------------------------------------------------------------------ */

typedef struct Line {
  const char *id;
  CxWordKey name;
  CxStrokeName stroke;
  const char *icon;
} Line;

static const Line interaction = {"line-of-interaction", CX_WORD_LINE_INTERACTION, CX_STROKE_INTERACTION, NULL};
static const Line visibility = {"line-of-visibility", CX_WORD_LINE_VISIBILITY, CX_STROKE_VISIBILITY, "eye"};
static const Line internal = {"line-of-internal-interaction", CX_WORD_LINE_INTERNAL, CX_STROKE_INTERNAL, NULL};

/* Where a lane between is missing, two lines would stand side by side: the heavier one says enough. */
static const Line *line_between(CxDepth above, CxDepth below) {
  if (below <= above) return NULL;
  if (above <= CX_DEPTH_FRONTSTAGE && below >= CX_DEPTH_BACKSTAGE) return &visibility;
  return below == CX_DEPTH_FRONTSTAGE ? &interaction : &internal;
}

/* The name at the end of the label column, after its icon. */
static CxBlock *compose_line_name(CxBlueprint *blueprint, const Line *line) {
  CxComposer *base = &blueprint->journey.base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, "lane-label");
  row->id = cx_arena_printf(base->arena, "%s.label", line->id);
  row->align = CX_ALIGN_CENTRE;
  row->gap = line->icon != NULL ? 6 : 0;
  cx_block_add(base->arena, row, cx_stack_new(base))->grow = 1;
  if (line->icon != NULL)
    cx_block_add(base->arena, row, cx_block_icon(base->arena, line->icon, 16, CX_PAINT_INK, CX_HUE_NONE));
  CxBlock *name =
      cx_block_text(base->arena, "name", cx_phrase_word(base, line->name), CX_FONT_NOTE_STRONG, CX_PAINT_INK);
  name->align = CX_ALIGN_END;
  name->grow = 1e-3; /* gives way where it must, but takes none of what is left */
  cx_block_add(base->arena, row, name);
  return row;
}

static void add_line(CxBlueprint *blueprint, const Line *line) {
  CxComposer *base = &blueprint->journey.base;
  const size_t row = blueprint->grid->rows.count;
  *cx_list_add(base->arena, &blueprint->grid->rows) = (CxGridRow){.kind = CX_ROW_DIVIDER,
                                                                  .role = "divider",
                                                                  .id = line->id,
                                                                  .title = cx_phrase_word(base, line->name).text,
                                                                  .min_height = base->theme->sizes.divider_row};
  CxBlock *divider = cx_block_new(base->arena, CX_BLOCK_DIVIDER, "line");
  divider->stroke = line->stroke;
  cx_blueprint_add_cell(
      blueprint,
      (CxCell){.row = row, .rows = 1, .columns = 1, .fit = CX_CELL_FULL, .block = compose_line_name(blueprint, line)});
  cx_blueprint_add_cell(blueprint, (CxCell){.row = row,
                                            .column = 1,
                                            .rows = 1,
                                            .columns = blueprint->grid->tracks.count - 1,
                                            .fit = CX_CELL_FULL,
                                            .block = divider});
}

/* ---- Lanes -------------------------------------------------------------------------------------------------- */

static void begin_lane(CxBlueprint *blueprint, CxDepth depth) {
  const Line *line = blueprint->is_begun ? line_between(blueprint->depth, depth) : NULL;
  if (line != NULL) add_line(blueprint, line);
  blueprint->depth = depth;
  blueprint->is_begun = true;
}

/* A lane that is neither chosen nor the customer's actions must say something. */
static void add_lane(CxBlueprint *blueprint, CxLane lane, const CxLaneChoice *choice) {
  const Row *row = find_row(lane);
  if (row == NULL) {
    cx_compose_lane(&blueprint->journey, blueprint->grid, lane, choice);
    blueprint->is_begun = true;
    return;
  }
  const CxUnits units = cx_blueprint_collect(blueprint, lane);
  if (units.is_empty && choice == NULL && lane != CX_LANE_ACTIONS) return;
  begin_lane(blueprint, row->depth);
  cx_blueprint_add_cards(blueprint, &units, choice, MAX(row->height, blueprint->journey.room.height));
}

static void add_lanes(CxBlueprint *blueprint, const CxMapEntry *entry) {
  const size_t chosen = entry != NULL ? entry->lanes.count : 0;
  for (size_t i = 0; i < chosen; i++) add_lane(blueprint, entry->lanes.items[i]->lane, entry->lanes.items[i]);
  for (size_t i = 0; i < G_N_ELEMENTS(rows) && chosen == 0; i++) add_lane(blueprint, rows[i].lane, NULL);
}

/* ---- The sheet ---------------------------------------------------------------------------------------------- */

static void add_space(CxBlueprint *blueprint, double height) {
  *cx_list_add(blueprint->journey.base.arena, &blueprint->grid->rows) =
      (CxGridRow){.kind = CX_ROW_DIVIDER, .min_height = height};
}

static void set_columns(CxBlueprint *blueprint) {
  const CxSizes *sizes = &blueprint->journey.base.theme->sizes;
  CxGrid *grid = blueprint->grid;
  grid->column_min = blueprint->journey.room.width > 0 ? blueprint->journey.room.width : sizes->blueprint_column_min;
  grid->column_best = sizes->blueprint_column_best;
  grid->column_wide = sizes->blueprint_column_wide;
  for (size_t i = 1; i < grid->tracks.count; i++) grid->tracks.items[i].inset = sizes->blueprint_inset;
  if (grid->tracks.count > 1) grid->tracks.items[1].gap = sizes->blueprint_label_gap;
}

/* Points: margins, title block, stages, three dividers and the foot. */
static const double FIXED_HEIGHT = 308;

static CxBlock *compose_grid(CxBlueprint *blueprint, const CxMapEntry *entry) {
  CxBlock *block = cx_block_new(blueprint->journey.base.arena, CX_BLOCK_GRID, NULL);
  block->grid = blueprint->grid = cx_new(blueprint->journey.base.arena, CxGrid);
  cx_journey_make_room(&blueprint->journey, FIXED_HEIGHT);
  cx_compose_stages(&blueprint->journey, block->grid, false);
  set_columns(blueprint);
  add_space(blueprint, 12);
  add_lanes(blueprint, entry);
  add_space(blueprint, 6);
  cx_blueprint_add_arrows(blueprint);
  cx_compose_washes(&blueprint->journey, block->grid, true);
  return block;
}

static CxSheet *blueprint_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxBlueprint blueprint = {.cards = g_hash_table_new(NULL, NULL)};
  CxComposer *base = &blueprint.journey.base;
  cx_journey_composer_init(&blueprint.journey, arena, model, map, theme);
  CxSheetParts parts = cx_journey_parts(base, map, CX_WORD_MAP_BLUEPRINT);
  parts.content = compose_grid(&blueprint, map->entry);
  parts.content->before = 20.75;
  parts.legend = cx_compose_legend(base);
  parts.running = cx_compose_running(base, map->title, NULL, 0, blueprint.journey.journey->stages.count);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  cx_composer_clear(base);
  g_hash_table_destroy(blueprint.cards);
  return sheet;
}

static bool says_behind(const CxStage *stage) {
  for (size_t i = 0; i < stage->steps.count; i++)
    if (says_behind(stage->steps.items[i])) return true;
  return stage->items[CX_LANE_FRONTSTAGE].count + stage->items[CX_LANE_BACKSTAGE].count +
             stage->items[CX_LANE_SUPPORT].count >
         0;
}

static bool is_natural(const CxModel *model, const void *definition) {
  (void)model;
  const CxJourney *journey = definition;
  for (size_t i = 0; i < journey->stages.count; i++)
    if (says_behind(journey->stages.items[i])) return true;
  return false;
}

const CxMapKind cx_map_blueprint = {
    .name = "blueprint",
    .key = "journey",
    .ref = offsetof(CxMapEntry, journey),
    .doc = "What happens for each step in the customer's sight, behind the scenes and in support, with arrows.",
    .definition = cx_journey_definition,
    .is_natural = is_natural,
    .title = cx_journey_title,
    .has_persona = cx_journey_has_persona,
    .compose = blueprint_compose,
};
