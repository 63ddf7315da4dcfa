/* The map of a user flow: steps in their lanes, the arrows between them, the shapes explained.
 *
 * In: a flow of the model. Out: a sheet; where things stand is the layout's matter.
 */
#include "flow.h"

/* ---- Lanes ------------------------------------------------------------------------------------------------------ */

/* Neighbours far apart in the palette. */
static const size_t hues[] = {0, 2, 5, 8, 3, 6, 9, 4, 7, 1};

static const double LANE_ICON = 16, ICON_GAP = 6;

static bool is_icon(const CxIconRef *icon) {
  return icon->name != NULL || icon->file.path != NULL;
}

/* The icon of the touchpoint, or the channel, that has the lane's id. */
static const CxIconRef *meeting_icon(const CxModel *model, const char *id) {
  for (size_t i = 0; i < model->touchpoints.count; i++) {
    const CxTouchpoint *touchpoint = model->touchpoints.items[i];
    const CxChannel *channel = touchpoint->channel.object;
    if (!g_str_equal(touchpoint->object.id, id)) continue;
    return is_icon(&touchpoint->icon) || channel == NULL ? &touchpoint->icon : &channel->icon;
  }
  for (size_t i = 0; i < model->channels.count; i++)
    if (g_str_equal(model->channels.items[i]->object.id, id)) return &model->channels.items[i]->icon;
  return NULL;
}

static CxIconRef lane_icon(const CxModel *model, const CxFlowLane *lane) {
  if (is_icon(&lane->icon)) return lane->icon;
  const CxIconRef *meeting = meeting_icon(model, lane->object.id);
  if (meeting != NULL && is_icon(meeting)) return *meeting;
  for (size_t i = 0; i < model->personas.count; i++)
    if (g_str_equal(model->personas.items[i]->object.id, lane->object.id)) return (CxIconRef){.name = "customer"};
  return (CxIconRef){.name = cx_icon_find(lane->object.id) != NULL ? lane->object.id : NULL};
}

/* A lane has an icon if it names one; those that are only found for it need all lanes to have one. */
static bool has_icons(const CxFlowComposer *composer) {
  for (size_t i = 0; i < composer->flow->lanes.count; i++) {
    const CxIconRef icon = lane_icon(composer->base.model, composer->flow->lanes.items[i]);
    if (!is_icon(&icon)) return false;
  }
  return true;
}

static void add_icon(CxFlowComposer *composer, CxBlock *label, const CxFlowLane *lane) {
  CxArena *arena = composer->base.arena;
  if (!is_icon(&lane->icon) && !has_icons(composer)) return;
  const CxIconRef icon = lane_icon(composer->base.model, lane);
  CxBlock *block =
      cx_block_icon(arena, icon.name != NULL ? icon.name : icon.file.text, LANE_ICON, CX_PAINT_ON_TINT, label->hue);
  block->path = icon.file.path;
  if (label->align == CX_ALIGN_START) label = cx_block_add(arena, label, cx_block_new(arena, CX_BLOCK_ROW, NULL));
  cx_block_add(arena, label, block);
}

static CxBlock *compose_lane(CxFlowComposer *composer, size_t index) {
  CxComposer *base = &composer->base;
  const CxFlowLane *lane = composer->flow->lanes.items[index];
  const CxHue hue = cx_hue_stage(hues[index % G_N_ELEMENTS(hues)]);
  CxBlock *band = cx_block_new(base->arena, CX_BLOCK_STACK, "lane"), *label = cx_stack_new(base);
  CxBlock *name =
      cx_block_text(base->arena, "label", cx_phrase(base, &lane->name), CX_FONT_LENS_NAME, CX_PAINT_ON_TINT);
  band->id = cx_arena_printf(base->arena, "lanes.%s", lane->object.id);
  band->ref = lane->object.id;
  band->title = name->phrase.text;
  band->look = CX_LOOK_FLOW_LANE;
  label->look = CX_LOOK_FLOW_LABEL;
  band->hue = label->hue = name->hue = hue;
  name->is_heading = true;
  name->align = composer->diagram->is_down ? CX_ALIGN_CENTRE : CX_ALIGN_START;
  label->align = name->align;
  label->is_middle = true;
  label->gap = ICON_GAP;
  add_icon(composer, label, lane);
  cx_block_add(base->arena, label, name);
  cx_block_add(base->arena, band, label);
  return band;
}

/* ---- The sheet -------------------------------------------------------------------------------------------------- */

static CxBlock *compose_diagram(CxFlowComposer *composer) {
  CxArena *arena = composer->base.arena;
  const CxFlow *flow = composer->flow;
  composer->block = cx_block_new(arena, CX_BLOCK_DIAGRAM, NULL);
  composer->diagram = composer->block->diagram = cx_new(arena, CxDiagram);
  composer->diagram->is_down = flow->direction == CX_DIRECTION_DOWN;
  composer->nodes = cx_new_array(arena, size_t, flow->steps.count + 1);
  composer->is_main = cx_new_array(arena, bool, flow->steps.count + 1);
  for (size_t i = 0; i < flow->lanes.count; i++)
    *cx_list_add(arena, &composer->diagram->lanes) = cx_block_add(arena, composer->block, compose_lane(composer, i));
  for (size_t i = 0; i < flow->steps.count; i++) cx_flow_add_step(composer, flow->steps.items[i]);
  cx_flow_find_main(composer);
  cx_flow_add_arrows(composer);
  for (size_t i = 0; i < flow->steps.count; i++) cx_flow_add_note(composer, flow->steps.items[i]);
  return composer->block;
}

/* Boxes that are all plain steps explain themselves. */
static void hide_plain_steps(CxComposer *base) {
  const CxSigns plain = CX_SIGNS(CX_SIGN_NODE + 2);
  const CxSigns shapes = 2 * CX_SIGNS(CX_SIGN_NODE_LAST) - CX_SIGNS(CX_SIGN_NODE);
  if ((base->signs & shapes) == plain) base->signs &= ~plain;
}

/* How large the flow is, where the document says nothing else under the title. */
static CxPhrase compose_size(const CxComposer *base, const CxFlow *flow) {
  size_t steps = 0;
  for (size_t i = 0; i < flow->steps.count; i++) steps += flow->steps.items[i]->kind != CX_STEP_NOTE;
  if (steps < 2 || cx_is_given(&base->model->subtitle)) return (CxPhrase){0};
  const char *count = cx_arena_printf(base->arena, "%zu", steps);
  const char *lanes = cx_arena_printf(base->arena, "%zu", flow->lanes.count);
  return flow->lanes.count < 2 ? cx_phrase_filled(base, CX_WORD_FLOW_STEPS, count, NULL)
                               : cx_phrase_filled(base, CX_WORD_FLOW_STEPS_LANES, count, lanes);
}

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  CxFlowComposer composer = {.flow = map->definition};
  CxComposer *base = &composer.base;
  cx_composer_init(base, arena, model, map, theme);
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_FLOW), .tail_gap = 18};
  parts.content = compose_diagram(&composer);
  parts.content->before = 18;
  parts.subtitle = compose_size(base, composer.flow);
  base->signs |= CX_SIGNS(CX_SIGN_GOES_ON);
  hide_plain_steps(base);
  parts.legend = cx_compose_legend(base);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  sheet->is_as_wide_as_content = true;
  cx_composer_clear(base);
  return sheet;
}

/* ---- The kind --------------------------------------------------------------------------------------------------- */

static const CxObject *definition(const CxModel *model, size_t index) {
  return index < model->flows.count ? &model->flows.items[index]->object : NULL;
}

static bool is_natural(const CxModel *model, const void *flow) {
  (void)model;
  return ((const CxFlow *)flow)->steps.count > 0;
}

static const CxText *title(const void *flow) {
  return &((const CxFlow *)flow)->title;
}

const CxMapKind cx_map_flow = {
    .name = "flow",
    .key = "flow",
    .ref = offsetof(CxMapEntry, flow),
    .is_first = true,
    .doc = "Every step that is taken, with decisions and loops, in the shapes of ISO 5807 and the lanes of who acts.",
    .definition = definition,
    .is_natural = is_natural,
    .title = title,
    .compose = compose,
};
