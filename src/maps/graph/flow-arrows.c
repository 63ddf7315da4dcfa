/* The arrows of a flow: how each is drawn, which way it would like to leave, and which of them are the main way.
 *
 * The main way follows the first exit, or the one that says yes, from the first start: it is to run straight. Of two
 * steps that lead to each other, where one is a document or a store, one line with two heads is drawn.
 */
#include "flow.h"

static const unsigned MAIN = 8, USUAL = 1; /* weights */
enum { FEW_EXITS = 4 };                    /* among which the first is taken for the main one */
enum { MOST_ANSWERS = 6 };                 /* exits of a decision that a yes is looked for among */

/* ---- Answers ---------------------------------------------------------------------------------------------------- */

/* Of an exit beside another one: where only the other has an answer, this one has the opposite. */
static CxReply answer_of(const CxFlowStep *step, size_t index) {
  const CxReply own = cx_flow_reply(&step->next.items[index]->label);
  if (own != CX_REPLY_NONE || step->next.count != 2) return own;
  const CxReply other = cx_flow_reply(&step->next.items[1 - index]->label);
  return other == CX_REPLY_NONE ? CX_REPLY_NONE : other == CX_REPLY_YES ? CX_REPLY_NO : CX_REPLY_YES;
}

static bool has_yes(const CxFlowStep *step, size_t end) {
  for (size_t i = 0; i < end; i++)
    if (answer_of(step, i) == CX_REPLY_YES) return true;
  return false;
}

/* Yes goes straight on and no aside; of two without such answers, or with the same, the first does. Of several exits
 * only the first yes, and what says no beside it. */
static CxLeave exit_of(const CxFlowStep *step, size_t index) {
  const size_t count = step->next.count;
  if (step->kind != CX_STEP_DECISION || count < 2) return CX_LEAVE_ANY;
  const CxReply answer = answer_of(step, index);
  const bool is_told = count == 2 ? answer != answer_of(step, 1 - index) : has_yes(step, MIN(count, MOST_ANSWERS));
  if (!is_told) return count > 2 ? CX_LEAVE_ANY : index == 0 ? CX_LEAVE_AHEAD : CX_LEAVE_ASIDE;
  if (answer == CX_REPLY_YES) return has_yes(step, MIN(index, MOST_ANSWERS)) ? CX_LEAVE_ANY : CX_LEAVE_AHEAD;
  return answer == CX_REPLY_NO ? CX_LEAVE_ASIDE : CX_LEAVE_ANY;
}

/* ---- The main way ------------------------------------------------------------------------------------------------ */

static const CxFlowStep *first_step(const CxFlow *flow) {
  for (size_t i = 0; i < flow->steps.count; i++)
    if (flow->steps.items[i]->kind == CX_STEP_START) return flow->steps.items[i];
  for (size_t i = 0; i < flow->steps.count; i++)
    if (flow->steps.items[i]->next.count > 0 && flow->steps.items[i]->kind != CX_STEP_NOTE) return flow->steps.items[i];
  return NULL;
}

/* Of many exits none is the main one, unless it says yes. Data are passed only where nothing else goes on. */
static const CxFlowStep *main_exit(const CxFlowComposer *composer, const CxFlowStep *step) {
  const CxFlowStep *first = NULL, *data = NULL;
  for (size_t i = 0; i < step->next.count; i++) {
    const CxFlowStep *to = step->next.items[i]->to.object;
    if (composer->is_main[to->index] || to == step) continue;
    if (exit_of(step, i) == CX_LEAVE_AHEAD) return to;
    const CxFlowStep **found = to->kind == CX_STEP_DATA ? &data : &first;
    if (*found == NULL && step->next.count <= FEW_EXITS) *found = to;
  }
  return first != NULL ? first : data;
}

void cx_flow_find_main(CxFlowComposer *composer) {
  for (const CxFlowStep *step = first_step(composer->flow); step != NULL; step = main_exit(composer, step))
    composer->is_main[step->index] = true;
}

/* ---- Arrows ------------------------------------------------------------------------------------------------------ */

static const CxStrokeName strokes[] = {[CX_ARROW_SOLID] = CX_STROKE_EDGE,
                                       [CX_ARROW_DASHED] = CX_STROKE_EDGE_DASHED,
                                       [CX_ARROW_DOTTED] = CX_STROKE_EDGE_DOTTED};

static bool is_paper(const CxFlowStep *step) {
  return step->kind == CX_STEP_DATA || step->kind == CX_STEP_DOCUMENT;
}

/* The arrow that leads back where the two are one line; NULL where they are not. */
static const CxFlowEdge *way_back(const CxFlowStep *from, const CxFlowEdge *edge) {
  const CxFlowStep *to = edge->to.object;
  if (from == to || cx_is_given(&edge->label) || (!is_paper(from) && !is_paper(to))) return NULL;
  for (size_t i = 0; i < to->next.count; i++) {
    const CxFlowEdge *back = to->next.items[i];
    if (back->to.object == from && !cx_is_given(&back->label) && back->style == edge->style) return back;
  }
  return NULL;
}

void cx_flow_add_edge(CxFlowComposer *composer, CxDiagramEdge edge) {
  edge.edge.from = composer->diagram->nodes.items[edge.from].block;
  edge.edge.to = composer->diagram->nodes.items[edge.to].block;
  *cx_list_add(composer->base.arena, &composer->diagram->edges) = edge;
  cx_block_add(composer->base.arena, composer->block, edge.edge.label);
}

static CxBlock *compose_label(CxFlowComposer *composer, const CxFlowEdge *edge) {
  if (!cx_is_given(&edge->label)) return NULL;
  return cx_block_text(composer->base.arena, "edge-label", cx_phrase(&composer->base, &edge->label),
                       CX_FONT_NOTE_STRONG, CX_PAINT_INK);
}

static bool is_main(const CxFlowComposer *composer, const CxFlowStep *step, const CxFlowStep *to) {
  return composer->is_main[step->index] && composer->is_main[to->index];
}

/* From the step to the note that speaks of it, so that no step stands behind its remarks. */
static void add_leader(CxFlowComposer *composer, const CxFlowStep *note, const CxFlowEdge *edge) {
  const CxFlowStep *to = edge->to.object;
  const bool is_turned = to->kind != CX_STEP_NOTE;
  cx_flow_add_edge(composer, (CxDiagramEdge){.edge = {.stroke = CX_STROKE_LEADER,
                                                      .is_bare = true,
                                                      .label = compose_label(composer, edge),
                                                      .span = edge->to.span},
                                             .from = composer->nodes[is_turned ? to->index : note->index],
                                             .to = composer->nodes[is_turned ? note->index : to->index]});
}

static void add_arrow(CxFlowComposer *composer, const CxFlowStep *step, size_t index) {
  const CxFlowEdge *edge = step->next.items[index];
  const CxFlowStep *to = edge->to.object;
  const CxFlowEdge *back = way_back(step, edge);
  if (back != NULL && to->index < step->index) return;
  cx_flow_add_edge(
      composer, (CxDiagramEdge){.edge = {.stroke = to->kind == CX_STEP_NOTE ? CX_STROKE_LEADER : strokes[edge->style],
                                         .is_both = back != NULL,
                                         .is_bare = to->kind == CX_STEP_NOTE,
                                         .label = compose_label(composer, edge),
                                         .span = edge->to.span},
                                .from = composer->nodes[step->index],
                                .to = composer->nodes[to->index],
                                .exit = exit_of(step, index),
                                .weight = is_main(composer, step, to) ? MAIN : USUAL});
}

void cx_flow_add_arrows(CxFlowComposer *composer) {
  for (size_t i = 0; i < composer->flow->steps.count; i++) {
    const CxFlowStep *step = composer->flow->steps.items[i];
    for (size_t k = 0; k < step->next.count; k++)
      if (step->kind == CX_STEP_NOTE)
        add_leader(composer, step, step->next.items[k]);
      else
        add_arrow(composer, step, k);
  }
}
