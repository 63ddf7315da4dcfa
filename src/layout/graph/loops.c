/* Edges from a node to itself: nested at its upper right corner, each label on its loop. */
#include "draft.h"

static const double SHARE = 0.35; /* of half a side that they use */
static const double STEP = 6, GAP = 3;

void cx_draft_place_loops(CxDraft *draft) {
  uint32_t *total = cx_new_array(draft->arena, uint32_t, draft->node_count + 1);
  uint32_t *number = cx_new_array(draft->arena, uint32_t, draft->node_count + 1);
  const CxLoop **last = cx_new_array(draft->arena, const CxLoop *, draft->node_count + 1);
  for (uint32_t i = 0; i < draft->loop_count; i++) total[draft->loops[i].node]++;
  for (uint32_t i = 0; i < draft->loop_count; i++) {
    CxLoop *loop = &draft->loops[i];
    CxStop *stop = &draft->stops.items[loop->node];
    const double length = cx_draft_node_length(draft, loop->node) / 2;
    const double thickness = cx_draft_node_thickness(draft, loop->node) / 2;
    const double count = total[loop->node], k = ++number[loop->node];
    loop->out_u = length - MIN(STEP, length * SHARE / count) * k;
    loop->in_v = -thickness + MIN(STEP, thickness * SHARE / count) * k;
    const CxLoop *inner = last[loop->node];
    const double inner_top = inner != NULL ? inner->top_v : -thickness;
    const double inner_right = inner != NULL ? inner->right_u : length;
    const bool is_covered = inner != NULL && inner->label.y > 0;
    loop->top_v = inner_top - (is_covered ? MAX(draft->graph->track, inner->label.y + 2 * GAP) : draft->graph->track);
    loop->right_u = inner_right + draft->graph->track;
    if (is_covered) loop->right_u = MAX(loop->right_u, inner->label_at.x + inner->label_at.w + GAP);
    loop->label_at = (CxRect){loop->out_u + GAP, loop->top_v - GAP - loop->label.y, loop->label.x, loop->label.y};
    stop->above = MAX(stop->above, -loop->top_v + (loop->label.y > 0 ? GAP + loop->label.y : 0));
    last[loop->node] = loop;
  }
}
