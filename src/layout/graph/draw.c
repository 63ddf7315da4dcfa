/* Hands out what was laid out: rectangles, points of edges, labels, turned back into x and y. What was turned round to
 * run forward runs from its own beginning again. */
#include "draft.h"

typedef struct Pen {
  const CxDraft *draft;
  CxArena *arena;
  CxPoint at;
  CxGraphRoute *route;
} Pen;

static CxPoint turned(const CxDraft *draft, CxPoint point) {
  return draft->is_down ? (CxPoint){point.y, point.x} : point;
}

static CxRect turned_rect(const CxDraft *draft, CxRect rect) {
  return draft->is_down ? (CxRect){rect.y, rect.x, rect.h, rect.w} : rect;
}

/* ---- Points --------------------------------------------------------------------------------------------------- */

static void draw_to(Pen *pen, double u, double v) {
  cx_polyline_add(pen->arena, &pen->route->points, turned(pen->draft, (CxPoint){u + pen->at.x, v + pen->at.y}));
}

static double middle_of(const CxDraft *draft, const CxStop *stop) {
  return draft->columns[stop->layer].middle;
}

/* From the node's border to where the first link begins, or, `is_end`, the other way round. */
static void draw_end(Pen *pen, uint32_t index, double port_v, bool is_end) {
  const CxDraft *draft = pen->draft;
  const CxStop *stop = &draft->stops.items[index];
  const double middle = middle_of(draft, stop);
  if (stop->kind == CX_STOP_NODE) {
    const double border = cx_draft_border_u(draft, index, port_v);
    draw_to(pen, is_end ? middle - border : middle + border, stop->v + port_v);
    return;
  }
  const CxStop *node = &draft->stops.items[stop->owner];
  const double border = cx_draft_border_v(draft, stop->owner, stop->port_u);
  const double u = middle + stop->port_u, v = stop->is_hook_above ? node->v - border : node->v + border;
  if (is_end) draw_to(pen, u, stop->v);
  draw_to(pen, u, v);
  if (!is_end) draw_to(pen, u, stop->v);
}

static void draw_link(Pen *pen, const CxLink *link) {
  const double left = cx_draft_left_v(pen->draft, link), right = cx_draft_right_v(pen->draft, link);
  if (left == right) return;
  draw_to(pen, link->track_u, left);
  if (link->is_split) {
    draw_to(pen, link->track_u, link->split_v);
    draw_to(pen, link->second_u, link->split_v);
    draw_to(pen, link->second_u, right);
    return;
  }
  draw_to(pen, link->track_u, right);
}

static void turn_round(CxGraphRoute *route) {
  for (size_t i = 0, k = route->points.count; i + 1 < k; i++) {
    const CxPoint point = route->points.items[i];
    route->points.items[i] = route->points.items[--k];
    route->points.items[k] = point;
  }
}

static void draw_flat(Pen *pen, const CxArc *arc) {
  const CxStop *tail = &pen->draft->stops.items[arc->tail], *head = &pen->draft->stops.items[arc->head];
  const double u = middle_of(pen->draft, tail), sign = head->v > tail->v ? 1 : -1;
  draw_to(pen, u, tail->v + sign * cx_draft_border_v(pen->draft, arc->tail, 0));
  draw_to(pen, u, head->v - sign * cx_draft_border_v(pen->draft, arc->head, 0));
}

/* Out at the left of one node and in at the left of another one of the same layer. */
static void draw_turn(Pen *pen, const CxArc *arc) {
  const CxDraft *draft = pen->draft;
  const CxLink *out = &draft->links.items[arc->first_link],
               *in = &draft->links.items[draft->arcs[arc->twin].first_link];
  const double u = out->is_split ? out->second_u : out->track_u;
  draw_end(pen, out->right, out->right_v, true);
  draw_to(pen, u, cx_draft_right_v(draft, out));
  draw_to(pen, u, cx_draft_right_v(draft, in));
  draw_end(pen, in->right, in->right_v, true);
  pen->route->is_back = true;
}

static void draw_arc(Pen *pen, const CxArc *arc) {
  const CxDraft *draft = pen->draft;
  const CxLink *links = &draft->links.items[arc->first_link];
  draw_end(pen, links[0].left, links[0].left_v, false);
  for (uint32_t i = 0; i < arc->link_count; i++) draw_link(pen, &links[i]);
  const CxLink *last = &links[arc->link_count - 1];
  draw_end(pen, last->right, last->right_v, true);
  pen->route->is_back = arc->is_back;
  if (arc->is_back) turn_round(pen->route);
}

static void draw_loop(Pen *pen, const CxLoop *loop) {
  const CxDraft *draft = pen->draft;
  const CxStop *stop = &draft->stops.items[loop->node];
  const double u = middle_of(draft, stop);
  draw_to(pen, u + loop->out_u, stop->v - cx_draft_border_v(draft, loop->node, loop->out_u));
  draw_to(pen, u + loop->out_u, stop->v + loop->top_v);
  draw_to(pen, u + loop->right_u, stop->v + loop->top_v);
  draw_to(pen, u + loop->right_u, stop->v + loop->in_v);
  draw_to(pen, u + cx_draft_border_u(draft, loop->node, loop->in_v), stop->v + loop->in_v);
}

static void draw_label(const Pen *pen, CxRect label) {
  label.x += pen->at.x, label.y += pen->at.y;
  pen->route->label = turned_rect(pen->draft, label);
}

/* ---- The whole ------------------------------------------------------------------------------------------------ */

void cx_draft_draw(const CxDraft *draft, CxArena *arena, CxGraphLayout *layout, CxPoint at) {
  Pen pen = {.draft = draft, .arena = arena, .at = at};
  for (uint32_t i = 0; i < draft->node_count; i++) {
    const double length = cx_draft_node_length(draft, i), thickness = cx_draft_node_thickness(draft, i);
    const CxStop *stop = &draft->stops.items[i];
    const CxRect rect = {at.x + middle_of(draft, stop) - length / 2, at.y + stop->v - thickness / 2, length, thickness};
    layout->nodes[draft->node_ids[i]] = turned_rect(draft, rect);
    layout->node_layers[draft->node_ids[i]] = stop->layer;
  }
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    if (draft->arcs[i].is_twin) continue;
    pen.route = &layout->routes[draft->arcs[i].edge];
    if (draft->arcs[i].is_flat)
      draw_flat(&pen, &draft->arcs[i]);
    else if (draft->arcs[i].twin != 0)
      draw_turn(&pen, &draft->arcs[i]);
    else
      draw_arc(&pen, &draft->arcs[i]);
    if (draft->arcs[i].label.y > 0) draw_label(&pen, draft->arcs[i].label_at);
  }
  for (uint32_t i = 0; i < draft->loop_count; i++) {
    const CxLoop *loop = &draft->loops[i];
    const CxStop *stop = &draft->stops.items[loop->node];
    CxRect label = loop->label_at;
    label.x += middle_of(draft, stop), label.y += stop->v;
    pen.route = &layout->routes[loop->edge];
    draw_loop(&pen, loop);
    if (loop->label.y > 0) draw_label(&pen, label);
  }
}
