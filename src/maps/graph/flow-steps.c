/* The steps of a flow as nodes: shape, text, touchpoint, marks at the corners; their remarks on notes beside them. */
#include "flow.h"

/* In the order of CxStepKind. */
static const CxLook looks[] = {
    [CX_STEP_PROCESS] = CX_LOOK_NODE_STEP,      [CX_STEP_START] = CX_LOOK_NODE_START,
    [CX_STEP_END] = CX_LOOK_NODE_END,           [CX_STEP_DECISION] = CX_LOOK_NODE_DECISION,
    [CX_STEP_INPUT] = CX_LOOK_NODE_INPUT,       [CX_STEP_SCREEN] = CX_LOOK_NODE_SCREEN,
    [CX_STEP_DOCUMENT] = CX_LOOK_NODE_DOCUMENT, [CX_STEP_DATA] = CX_LOOK_NODE_DATA,
    [CX_STEP_SUBFLOW] = CX_LOOK_NODE_SUBFLOW,   [CX_STEP_WAIT] = CX_LOOK_NODE_WAIT,
    [CX_STEP_NOTE] = CX_LOOK_NODE_NOTE,
};

static const double SLANT_WIDER = 10, NOTE_WIDTH = 130, ICON_GAP = 5, MARK_ROOM = 6;

size_t cx_flow_lane(const CxFlowComposer *composer, const CxFlowStep *step) {
  for (size_t i = 0; i < composer->flow->lanes.count; i++)
    if (composer->flow->lanes.items[i] == step->lane.object) return i;
  return 0;
}

/* ---- Texts ------------------------------------------------------------------------------------------------------ */

/* What is filled has white text. */
static CxPaint paint_of(CxStepKind kind) {
  if (kind == CX_STEP_START) return CX_PAINT_ON_ACCENT;
  if (kind == CX_STEP_END) return CX_PAINT_PAPER;
  return kind == CX_STEP_NOTE ? CX_PAINT_CARD_TEXT : CX_PAINT_INK;
}

static bool is_strong(CxStepKind kind) {
  return kind == CX_STEP_START || kind == CX_STEP_END || kind == CX_STEP_DECISION;
}

static CxBlock *compose_text(CxFlowComposer *composer, const CxFlowStep *step) {
  CxComposer *base = &composer->base;
  CxPhrase phrase = cx_phrase(base, &step->text);
  if (phrase.text == NULL)
    phrase = (CxPhrase){.text = step->object.id, .lang = base->model->lang, .span = step->object.id_span};
  CxBlock *text = cx_block_text(base->arena, "item", phrase, is_strong(step->kind) ? CX_FONT_STEP : CX_FONT_ITEM,
                                paint_of(step->kind));
  if (step->kind != CX_STEP_NOTE) {
    text->align = CX_ALIGN_CENTRE;
    text->is_balanced = true;
  }
  cx_cite(base, text, &step->evidence);
  if (step->emotion != NULL) cx_cite(base, text, &step->emotion->evidence);
  return text;
}

/* A touchpoint that is more than its channel has a name of its own. */
static bool has_name(const CxTouchpoint *touchpoint) {
  const CxChannel *channel = touchpoint->channel.object;
  return channel == NULL || !channel->is_builtin || g_ascii_strcasecmp(touchpoint->name.text, channel->object.id) != 0;
}

static CxBlock *compose_words(CxFlowComposer *composer, const CxFlowStep *step, const CxTouchpoint *touchpoint) {
  CxComposer *base = &composer->base;
  CxBlock *text = compose_text(composer, step);
  if (!has_name(touchpoint)) return text;
  CxBlock *words = cx_stack_new(base);
  CxPaint paint = paint_of(step->kind);
  if (paint == CX_PAINT_INK || paint == CX_PAINT_CARD_TEXT) paint = CX_PAINT_MUTED;
  cx_block_add(base->arena, words, text);
  CxBlock *name =
      cx_block_text(base->arena, "touchpoint", cx_phrase(base, &touchpoint->name), CX_FONT_META_PLAIN, paint);
  name->align = CX_ALIGN_CENTRE;
  name->is_balanced = true;
  cx_block_add(base->arena, words, name);
  return words;
}

/* The text, with its touchpoint's icon before it. */
static CxBlock *compose_content(CxFlowComposer *composer, const CxFlowStep *step) {
  CxComposer *base = &composer->base;
  CxBlock *stack = cx_stack_new(base);
  if (step->touchpoint.count == 0 || step->touchpoint.items[0]->name.text == NULL) {
    cx_block_add(base->arena, stack, compose_text(composer, step));
    return stack;
  }
  const CxTouchpoint *touchpoint = step->touchpoint.items[0];
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  CxBlock *icon = cx_compose_touchpoint_icon(base, touchpoint, base->theme->sizes.node_icon);
  row->gap = ICON_GAP;
  row->align = CX_ALIGN_CENTRE;
  if (step->kind == CX_STEP_START || step->kind == CX_STEP_END) icon->paint = paint_of(step->kind);
  cx_block_add(base->arena, row, icon);
  cx_block_add(base->arena, row, compose_words(composer, step, touchpoint))->grow = 1;
  stack->align = CX_ALIGN_CENTRE;
  cx_block_add(base->arena, stack, row);
  return stack;
}

/* ---- Nodes ------------------------------------------------------------------------------------------------------ */

static void set_size(const CxTheme *theme, CxBlock *node, CxStepKind kind) {
  const CxSizes *sizes = &theme->sizes;
  node->min_width = sizes->node_width + (kind == CX_STEP_INPUT ? SLANT_WIDER : 0);
  node->min_height = kind == CX_STEP_START || kind == CX_STEP_END ? sizes->node_end : sizes->node_height;
  if (kind == CX_STEP_DECISION) {
    node->min_width = sizes->decision_width;
    node->min_height = sizes->decision_height;
  } else if (kind == CX_STEP_NOTE) {
    node->min_width = NOTE_WIDTH;
    node->min_height = 0;
  }
}

static CxBlock *compose_node(CxFlowComposer *composer, const CxFlowStep *step) {
  CxComposer *base = &composer->base;
  CxBlock *node = compose_content(composer, step);
  node->role = "node";
  node->id = cx_arena_printf(base->arena, "steps.%s", step->object.id);
  node->ref = step->object.id;
  node->title = cx_phrase(base, &step->text).text;
  node->look = looks[step->kind];
  node->hue = step->kind == CX_STEP_NOTE ? CX_HUE_OPPORTUNITY : CX_HUE_NONE;
  node->is_middle = true;
  set_size(base->theme, node, step->kind);
  cx_show(base, node, CX_SIGNS((CxSign)(CX_SIGN_NODE + (int)node->look - (int)CX_LOOK_NODE_START)));
  return node;
}

static void add_node(CxFlowComposer *composer, const CxDiagramNode *node) {
  CxArena *arena = composer->base.arena;
  *cx_list_add(arena, &composer->diagram->nodes) = *node;
  cx_block_add(arena, composer->block, node->block);
  for (size_t i = 0; i < G_N_ELEMENTS(node->marks); i++) cx_block_add(arena, composer->block, node->marks[i]);
}

/* Marks stand beside the text of starts, ends and decisions, and over the rim of data; elsewhere over the text. */
static double over_text(CxStepKind kind) {
  const bool is_clear =
      kind == CX_STEP_START || kind == CX_STEP_END || kind == CX_STEP_DECISION || kind == CX_STEP_DATA;
  return is_clear ? 0 : MARK_ROOM;
}

void cx_flow_add_step(CxFlowComposer *composer, const CxFlowStep *step) {
  CxComposer *base = &composer->base;
  CxDiagramNode node = {.block = compose_node(composer, step),
                        .lane = cx_flow_lane(composer, step),
                        .is_note = step->kind == CX_STEP_NOTE,
                        .is_start = step->kind == CX_STEP_START};
  const bool is_backed = step->evidence.count > 0;
  if (step->emotion != NULL)
    node.marks[0] = cx_compose_face(base, step->emotion, is_backed || step->emotion->evidence.count > 0,
                                    base->theme->sizes.node_face);
  if (step->pain) node.marks[1] = cx_compose_pain(base);
  if (node.marks[0] != NULL || node.marks[1] != NULL) node.block->over = over_text(step->kind);
  composer->nodes[step->index] = composer->diagram->nodes.count;
  add_node(composer, &node);
}

/* ---- Remarks ---------------------------------------------------------------------------------------------------- */

static void add_remark(CxComposer *composer, CxBlock *note, const CxText *text) {
  if (cx_is_given(text))
    cx_block_add(composer->arena, note,
                 cx_block_text(composer->arena, "item", cx_phrase(composer, text), CX_FONT_ITEM, CX_PAINT_CARD_TEXT));
}

/* What a step remarks, and what is said about its emotion; a dotted line ties the note to it. */
void cx_flow_add_note(CxFlowComposer *composer, const CxFlowStep *step) {
  CxComposer *base = &composer->base;
  const bool has_words = step->emotion != NULL && cx_is_given(&step->emotion->text);
  if (!cx_is_given(&step->note) && !has_words) return;
  CxBlock *note = cx_stack_new(base);
  note->role = "note";
  note->id = cx_arena_printf(base->arena, "notes.%s", step->object.id);
  note->ref = step->object.id;
  note->look = CX_LOOK_NODE_NOTE;
  note->hue = CX_HUE_OPPORTUNITY;
  note->gap = 4;
  note->min_width = NOTE_WIDTH;
  add_remark(base, note, &step->note);
  if (has_words) add_remark(base, note, &step->emotion->text);
  cx_show(base, note, CX_SIGNS((CxSign)(CX_SIGN_NODE + 10)));
  const CxDiagramNode node = {.block = note, .lane = cx_flow_lane(composer, step), .is_note = true};
  add_node(composer, &node);
  const size_t from = composer->nodes[step->index], to = composer->diagram->nodes.count - 1;
  cx_flow_add_edge(composer,
                   (CxDiagramEdge){.edge = {.stroke = CX_STROKE_LEADER, .is_bare = true}, .from = from, .to = to});
}
