/* The columns of journeys: tracks, stages over their steps, the grounds that run down through the lanes.
 *
 * In: a journey. Out: rows and cells of a grid. Column 0 holds the labels of lanes, then comes a column for each step,
 * or for a stage without steps.
 */
#include "journey.h"

/* ---- Stages and steps ----------------------------------------------------------------------------------------- */

static void add_tracks(CxJourneyComposer *composer, CxGrid *grid) {
  CxArena *arena = composer->base.arena;
  const CxSizes *sizes = &composer->base.theme->sizes;
  *cx_list_add(arena, &grid->tracks) = (CxTrack){.is_label = true};
  for (size_t i = 0; i < composer->journey->stages.count; i++)
    for (size_t k = 0; k < cx_stage_columns(composer->journey->stages.items[i]); k++)
      *cx_list_add(arena, &grid->tracks) = (CxTrack){.group = i,
                                                     .gap = k > 0   ? 0
                                                            : i > 0 ? sizes->stage_gap
                                                                    : sizes->label_gap};
}

static CxBlock *compose_head(CxJourneyComposer *composer, CxWordKey word, CxAlign align) {
  CxComposer *base = &composer->base;
  CxBlock *head = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  head->look = CX_LOOK_HEAD;
  head->align = align;
  cx_block_add(base->arena, head,
               cx_block_text(base->arena, "head", cx_phrase_word(base, word), CX_FONT_NOTE, CX_PAINT_MUTED))
      ->grow = 1;
  return head;
}

/* Number and name. A blank map's stage that is to get its name by hand is called by its number. */
static CxBlock *compose_stage_name(CxJourneyComposer *composer, const CxStage *stage, size_t index, bool has_number) {
  CxComposer *base = &composer->base;
  CxArena *arena = base->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 7;
  const CxPhrase number = {.text = cx_arena_printf(arena, "%zu", index + 1), .lang = base->lang};
  const bool is_named = !base->map->is_blank || !g_str_equal(stage->name.text, number.text);
  if (has_number || !is_named)
    cx_block_add(arena, row, cx_block_text(arena, "number", number, CX_FONT_STAGE_NUMBER, CX_PAINT_ON_TINT))->hue =
        cx_hue_stage(index);
  if (!is_named) return row;
  CxBlock *name = cx_block_add(
      arena, row, cx_block_text(arena, "title", cx_phrase(base, &stage->name), CX_FONT_STAGE, CX_PAINT_ON_TINT));
  name->hue = cx_hue_stage(index);
  name->grow = 1;
  name->is_heading = true;
  return row;
}

/* Duration and star, on the header's tint or under it; NULL where the stage has neither. */
static CxBlock *compose_stage_facts(CxJourneyComposer *composer, const CxStage *stage, size_t index, bool is_on_tint) {
  CxComposer *base = &composer->base;
  CxArena *arena = base->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 6;
  row->align = CX_ALIGN_CENTRE;
  if (cx_is_given(&stage->duration))
    cx_block_add(arena, row,
                 cx_block_text(arena, "duration", cx_phrase(base, &stage->duration), CX_FONT_CAPTION,
                               is_on_tint ? CX_PAINT_ON_TINT : CX_PAINT_DEEP))
        ->hue = cx_hue_stage(index);
  if (stage->is_moment_of_truth) {
    const CxPaint paint = is_on_tint ? CX_PAINT_STAR_ON_TINT : CX_PAINT_STAR;
    CxBlock *star = cx_block_icon(arena, "star", 2.4 * base->theme->sizes.star_radius, paint, CX_HUE_NONE);
    cx_show(base, cx_block_add(arena, row, star), CX_SIGNS(CX_SIGN_STAR));
  }
  return row->children.count > 0 ? row : NULL;
}

/* What moment of truth it is, where the definition says it in words. */
static CxBlock *compose_moment(CxJourneyComposer *composer, const CxStage *stage, size_t index, bool is_on_tint) {
  if (!cx_is_given(&stage->moment_of_truth)) return NULL;
  CxComposer *base = &composer->base;
  CxBlock *text = cx_block_text(base->arena, "moment", cx_phrase(base, &stage->moment_of_truth), CX_FONT_CAPTION,
                                is_on_tint ? CX_PAINT_ON_TINT : CX_PAINT_DEEP);
  text->hue = cx_hue_stage(index);
  text->grow = 1;
  return text;
}

/* A name with its moment of truth below it. */
static CxBlock *over_moment(CxJourneyComposer *composer, CxBlock *name, CxBlock *moment) {
  if (moment == NULL) return name;
  CxBlock *stack = cx_block_new(composer->base.arena, CX_BLOCK_STACK, NULL);
  stack->grow = 1;
  cx_block_add(composer->base.arena, stack, name);
  cx_block_add(composer->base.arena, stack, moment);
  return stack;
}

static CxBlock *compose_stage(CxJourneyComposer *composer, const CxStage *stage, size_t index, bool has_number) {
  CxComposer *base = &composer->base;
  CxBlock *facts = compose_stage_facts(composer, stage, index, true);
  CxBlock *name = compose_stage_name(composer, stage, index, has_number);
  CxBlock *header = cx_block_new(base->arena, facts != NULL ? CX_BLOCK_SPLIT : CX_BLOCK_ROW, "stage");
  header->id = stage->object.id;
  header->ref = stage->object.id;
  header->title = cx_phrase(base, &stage->name).text;
  header->look = CX_LOOK_CHEVRON;
  header->hue = cx_hue_stage(index);
  header->align = CX_ALIGN_CENTRE;
  header->gap = 8;
  header->is_first = index == 0;
  header->is_last = index + 1 == composer->journey->stages.count;
  name->grow = 1;
  CxBlock *moment = stage->steps.count > 0 ? compose_moment(composer, stage, index, true) : NULL;
  cx_block_add(base->arena, header, over_moment(composer, name, moment));
  cx_block_add(base->arena, header, facts);
  return header;
}

static CxBlock *compose_wash(CxJourneyComposer *composer, size_t index, bool is_divided) {
  CxBlock *wash = cx_block_new(composer->base.arena, CX_BLOCK_STACK, NULL);
  wash->look = CX_LOOK_WASH;
  wash->hue = cx_hue_stage(index);
  wash->is_last = !is_divided || index + 1 == composer->journey->stages.count;
  return wash;
}

static CxBlock *compose_step(CxJourneyComposer *composer, const CxStage *step, size_t stage_index) {
  CxComposer *base = &composer->base;
  CxArena *arena = base->arena;
  CxBlock *block = cx_block_new(arena, CX_BLOCK_SPLIT, "step");
  block->id = step->object.id;
  block->ref = step->object.id;
  block->title = cx_phrase(base, &step->name).text;
  block->look = CX_LOOK_STEP;
  block->gap = 6;
  CxBlock *name = cx_block_text(arena, "name", cx_phrase(base, &step->name), CX_FONT_STEP, CX_PAINT_INK);
  name->is_heading = true;
  name->grow = 1;
  cx_block_add(arena, block, over_moment(composer, name, compose_moment(composer, step, stage_index, false)));
  CxBlock *facts = cx_block_add(arena, block, compose_stage_facts(composer, step, stage_index, false));
  if (facts == NULL) block->kind = CX_BLOCK_ROW;
  return block;
}

static void add_cell(CxJourneyComposer *composer, CxGrid *grid, CxCell cell) {
  *cx_list_add(composer->base.arena, &grid->cells) = cell;
}

/* Under the header of a stage without steps: its duration and star where the header has no room for them, and what
 * moment of truth it is. */
static CxBlock *compose_under(CxJourneyComposer *composer, const CxStage *stage, size_t index, bool is_moment) {
  CxBlock *content =
      is_moment ? compose_moment(composer, stage, index, false) : compose_stage_facts(composer, stage, index, false);
  if (content == NULL) return NULL;
  CxBlock *cell = cx_block_new(composer->base.arena, CX_BLOCK_ROW, NULL);
  cell->look = CX_LOOK_STEP;
  cell->gap = 4;
  if (is_moment)
    cx_block_add(composer->base.arena, cell,
                 cx_block_icon(composer->base.arena, "star", 10, CX_PAINT_STAR, CX_HUE_NONE));
  cx_block_add(composer->base.arena, cell, content);
  return cell;
}

/* `first` is the cell of the first stage's header. */
static void add_step_cells(CxJourneyComposer *composer, CxGrid *grid, size_t row, size_t first) {
  for (size_t i = 0, column = 1; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    for (size_t k = 0; k < stage->steps.count; k++)
      add_cell(composer, grid,
               (CxCell){.row = row,
                        .column = column + k,
                        .rows = 1,
                        .columns = 1,
                        .fit = CX_CELL_FULL,
                        .block = compose_step(composer, stage->steps.items[k], i)});
    const bool is_moment = cx_is_given(&stage->moment_of_truth), has_steps = stage->steps.count > 0;
    CxBlock *under = has_steps ? NULL : compose_under(composer, stage, i, is_moment);
    const size_t header = first + i;
    if (under != NULL) {
      grid->cells.items[header].block->has_spill = !is_moment;
      add_cell(composer, grid,
               (CxCell){.row = row,
                        .column = column,
                        .rows = 1,
                        .columns = 1,
                        .fit = CX_CELL_FULL,
                        .is_spill = !is_moment,
                        .spill_of = header,
                        .block = under});
    }
    column += cx_stage_columns(stage);
  }
}

static bool has_steps(const CxJourney *journey) {
  for (size_t i = 0; i < journey->stages.count; i++)
    if (journey->stages.items[i]->steps.count > 0) return true;
  return false;
}

static bool has_moments(const CxJourney *journey) {
  for (size_t i = 0; i < journey->stages.count; i++)
    if (cx_is_given(&journey->stages.items[i]->moment_of_truth)) return true;
  return false;
}

void cx_compose_stages(CxJourneyComposer *composer, CxGrid *grid, bool is_numbered) {
  CxArena *arena = composer->base.arena;
  const CxSizes *sizes = &composer->base.theme->sizes;
  add_tracks(composer, grid);
  *cx_list_add(arena, &grid->rows) = (CxGridRow){.kind = CX_ROW_HEADER, .role = "stages", .id = "stages"};
  if (is_numbered)
    add_cell(composer, grid,
             (CxCell){.rows = 1,
                      .columns = 1,
                      .fit = CX_CELL_FULL,
                      .block = compose_head(composer, CX_WORD_STAGES, CX_ALIGN_CENTRE)});
  const size_t first = grid->cells.count;
  size_t column = 1;
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const CxStage *stage = composer->journey->stages.items[i];
    const size_t columns = cx_stage_columns(stage);
    add_cell(composer, grid,
             (CxCell){.column = column,
                      .rows = 1,
                      .columns = columns,
                      .fit = CX_CELL_NOSE,
                      .block = compose_stage(composer, stage, i, is_numbered)});
    column += columns;
  }
  if (!has_steps(composer->journey) && !has_moments(composer->journey)) return;
  *cx_list_add(arena, &grid->rows) =
      (CxGridRow){.kind = CX_ROW_STEPS, .role = "steps", .id = "steps", .min_height = sizes->step_row};
  if (has_steps(composer->journey))
    add_cell(composer, grid,
             (CxCell){.row = 1,
                      .rows = 1,
                      .columns = 1,
                      .fit = CX_CELL_FULL,
                      .block = compose_head(composer, CX_WORD_STEPS, CX_ALIGN_START)});
  add_step_cells(composer, grid, 1, first);
}

/* The columns' grounds run down through all rows but the headers'. */
void cx_compose_washes(CxJourneyComposer *composer, CxGrid *grid, bool has_arrows) {
  size_t column = 1;
  for (size_t i = 0; i < composer->journey->stages.count; i++) {
    const size_t columns = cx_stage_columns(composer->journey->stages.items[i]);
    if (grid->rows.count > 1)
      add_cell(composer, grid,
               (CxCell){.row = 1,
                        .column = column,
                        .rows = grid->rows.count - 1,
                        .columns = columns,
                        .fit = CX_CELL_FULL,
                        .is_backdrop = true,
                        .block = compose_wash(composer, i, !has_arrows)});
    column += columns;
  }
}
