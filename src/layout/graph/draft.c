/* What all phases ask of a draft: the sizes of its nodes, where links touch them, where a diamond's border is. */
#include "draft.h"

#include <math.h>

const CxGraphNode *cx_draft_node(const CxDraft *draft, uint32_t stop) {
  return &draft->graph->nodes[draft->node_ids[stop]];
}

double cx_draft_node_length(const CxDraft *draft, uint32_t stop) {
  const CxGraphNode *node = cx_draft_node(draft, stop);
  return draft->is_down ? node->h : node->w;
}

double cx_draft_node_thickness(const CxDraft *draft, uint32_t stop) {
  const CxGraphNode *node = cx_draft_node(draft, stop);
  return draft->is_down ? node->w : node->h;
}

double cx_draft_left_v(const CxDraft *draft, const CxLink *link) {
  return draft->stops.items[link->left].v + link->left_v;
}

double cx_draft_right_v(const CxDraft *draft, const CxLink *link) {
  return draft->stops.items[link->right].v + link->right_v;
}

/* The share of a diamond that is left at a share of the way from its middle to its tip. */
static double on_border(const CxDraft *draft, uint32_t stop, double half, double at, double other_half) {
  if (cx_draft_node(draft, stop)->ports != CX_GRAPH_TIPS || other_half <= 0) return half;
  return half * MAX(0, 1 - fabs(at) / other_half);
}

double cx_draft_border_u(const CxDraft *draft, uint32_t stop, double v) {
  const double length = cx_draft_node_length(draft, stop) / 2, thickness = cx_draft_node_thickness(draft, stop) / 2;
  return on_border(draft, stop, length, v, thickness);
}

double cx_draft_border_v(const CxDraft *draft, uint32_t stop, double u) {
  const double length = cx_draft_node_length(draft, stop) / 2, thickness = cx_draft_node_thickness(draft, stop) / 2;
  return on_border(draft, stop, thickness, u, length);
}
