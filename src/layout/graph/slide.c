/* Takes bends out of edges where nothing is in the way: a hook moves to the height at which its edge goes on, and an edge
 * that leaves or enters its node at the side and turns in the next channel leaves or enters above or below instead, so
 * that it turns once and not twice.
 *
 * That is done only where the layer is empty between the node and the new way. Then it adds no crossing: whatever the new
 * upright piece or the longer level one would meet, the old pieces met too. */
#include "draft.h"

static const double LEAVE = 10, ENTER = 16; /* of an upright piece at its node, at least */

typedef struct Slide {
  CxDraft *draft;
  double *top, *bottom; /* of a stop and all that hangs on it */
  bool *is_used[2];     /* of a node: its upper, its lower side has hooks */
  CxLink **outer[2][2]; /* of a node: [left, right] the uppermost and the lowest link at that side */
} Slide;

static CxStop *stop_at(const CxDraft *draft, uint32_t layer, int64_t place) {
  const uint32_t first = draft->layer_first[layer], last = draft->layer_first[layer + 1];
  if (place < 0 || first + place >= last) return NULL;
  return &draft->stops.items[draft->order[first + place]];
}

/* Whether a level piece has its distance from the neighbour of a stop above or below it, and is on this side of it. */
static bool is_free(const Slide *slide, const CxStop *stop, bool is_above, double v) {
  const CxStop *next = stop_at(slide->draft, stop->layer, (int64_t)stop->place + (is_above ? -1 : 1));
  if (next == NULL) return true;
  const size_t index = (size_t)(next - slide->draft->stops.items);
  const double gap = MAX(slide->draft->graph->track, slide->draft->graph->clear);
  return is_above ? v >= slide->bottom[index] + gap : v <= slide->top[index] - gap;
}

/* ---- Hooks ---------------------------------------------------------------------------------------------------------- */

static bool enters_at(const CxDraft *draft, const CxLink *link, bool is_left) {
  return is_left == draft->arcs[link->arc].is_back;
}

/* The space between a hook and what it hangs on: its node or a hook nearer to it. */
static bool is_far_enough(const Slide *slide, const CxStop *hook, const CxLink *link, bool is_left, double v) {
  const CxStop *inner = stop_at(slide->draft, hook->layer, (int64_t)hook->place + (hook->is_hook_above ? 1 : -1));
  const size_t index = (size_t)(inner - slide->draft->stops.items);
  const bool is_node = inner->kind == CX_STOP_NODE;
  const double gap = is_node ? (enters_at(slide->draft, link, is_left) ? ENTER : LEAVE) : slide->draft->graph->track;
  if (hook->is_hook_above) return v <= slide->top[index] - gap - hook->below;
  return v >= slide->bottom[index] + gap + hook->above;
}

static void slide_hook(Slide *slide, CxLink *link, bool is_left) {
  const CxDraft *draft = slide->draft;
  CxStop *hook = &draft->stops.items[is_left ? link->left : link->right];
  const CxStop *other = &draft->stops.items[is_left ? link->right : link->left];
  if (hook->kind != CX_STOP_HOOK || other->kind == CX_STOP_OUTER) return;
  const double v = is_left ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
  const bool is_inwards = hook->is_hook_above ? v > hook->v : v < hook->v;
  if (is_inwards && hook->above + hook->below > 0) return; /* its label is there */
  if (v == hook->v || !is_free(slide, hook, hook->is_hook_above, v)) return;
  if (!is_far_enough(slide, hook, link, is_left, v)) return;
  const size_t index = (size_t)(hook - draft->stops.items);
  slide->top[index] = MIN(v, hook->is_hook_above ? v : hook->v - hook->above);
  slide->bottom[index] = MAX(v, hook->is_hook_above ? hook->v + hook->below : v);
  hook->v = v;
}

/* ---- Sides ---------------------------------------------------------------------------------------------------------- */

static bool has_shared_end(const CxLink *link) {
  return link->is_left_shared || link->is_right_shared;
}

/* A label beside the node moves with its edge to the new upright piece. */
static double label_room(const CxDraft *draft, const CxLink *link, bool is_left) {
  const CxArc *arc = &draft->arcs[link->arc];
  return is_left && !arc->is_back && !arc->has_label_stop && arc->label.y > 0 ? arc->label.y + CX_LABEL_GAP : 0;
}

static bool turn_to(Slide *slide, CxLink *link, bool is_left, bool is_above) {
  CxDraft *draft = slide->draft;
  const uint32_t node = is_left ? link->left : link->right;
  const CxStop *stop = &draft->stops.items[node];
  if (slide->is_used[is_above ? 0 : 1][node]) return false;
  const double v = is_left ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
  const double room = (enters_at(draft, link, is_left) ? ENTER : LEAVE) + label_room(draft, link, is_left);
  if (is_above ? v > stop->v - stop->above - room : v < stop->v + stop->below + room) return false;
  if (!is_free(slide, stop, is_above, v)) return false;
  *(is_above ? &slide->top[node] : &slide->bottom[node]) = v;
  slide->is_used[is_above ? 0 : 1][node] = true;
  const CxStop hook = {.kind = CX_STOP_HOOK, .owner = node, .layer = stop->layer, .place = stop->place, .lane = stop->lane,
                       .is_hook_above = is_above, .v = v};
  *(is_left ? &link->left : &link->right) = (uint32_t)draft->stops.count;
  *(is_left ? &link->left_v : &link->right_v) = 0;
  *cx_list_add(draft->arena, &draft->stops) = hook;
  return true;
}

static void turn_link(Slide *slide, CxLink *link) {
  const CxDraft *draft = slide->draft;
  const double from = cx_draft_left_v(draft, link), to = cx_draft_right_v(draft, link);
  const CxStopKind left = draft->stops.items[link->left].kind, right = draft->stops.items[link->right].kind;
  if (from == to || has_shared_end(link)) return;
  const int down = to > from ? 1 : 0;
  const bool is_outer_left = left == CX_STOP_NODE && right != CX_STOP_OUTER && slide->outer[1][down][link->left] == link;
  if (is_outer_left && turn_to(slide, link, true, down == 0)) return;
  const bool is_outer_right = right == CX_STOP_NODE && left != CX_STOP_OUTER && slide->outer[0][1 - down][link->right] == link;
  if (is_outer_right) turn_to(slide, link, false, down == 1);
}

static void note_outer(Slide *slide, int side, uint32_t node, CxLink *link, double port) {
  CxLink **upper = &slide->outer[side][0][node], **lower = &slide->outer[side][1][node];
  const bool is_right = side == 1;
  if (*upper == NULL || port < (is_right ? (*upper)->left_v : (*upper)->right_v)) *upper = link;
  if (*lower == NULL || port > (is_right ? (*lower)->left_v : (*lower)->right_v)) *lower = link;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------ */

static void prepare(Slide *slide) {
  CxDraft *draft = slide->draft;
  const size_t count = draft->stops.count + 1;
  slide->top = cx_new_array(draft->arena, double, count);
  slide->bottom = cx_new_array(draft->arena, double, count);
  for (int i = 0; i < 2; i++) {
    slide->is_used[i] = cx_new_array(draft->arena, bool, draft->node_count + 1);
    for (int k = 0; k < 2; k++) slide->outer[i][k] = cx_new_array(draft->arena, CxLink *, draft->node_count + 1);
  }
  for (size_t i = 0; i < draft->stops.count; i++) {
    const CxStop *stop = &draft->stops.items[i];
    slide->top[i] = stop->v - stop->above;
    slide->bottom[i] = stop->v + stop->below;
    if (stop->kind == CX_STOP_HOOK) slide->is_used[stop->is_hook_above ? 0 : 1][stop->owner] = true;
  }
  for (size_t i = 0; i < draft->links.count; i++) {
    CxLink *link = &draft->links.items[i];
    if (draft->stops.items[link->left].kind == CX_STOP_NODE) note_outer(slide, 1, link->left, link, link->left_v);
    if (draft->stops.items[link->right].kind == CX_STOP_NODE) note_outer(slide, 0, link->right, link, link->right_v);
  }
}

/* Labels at hooks stand beside the upright piece, before it turns; they stay when the hook moves on. */
static void place_hook_labels(CxDraft *draft) {
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    if (arc->label.y <= 0 || arc->has_label_stop || arc->link_count == 0 || arc->label_at.h > 0) continue;
    const CxLink *link = &draft->links.items[arc->is_back ? arc->first_link + arc->link_count - 1 : arc->first_link];
    const CxStop *hook = &draft->stops.items[arc->is_back ? link->right : link->left];
    if (hook->kind != CX_STOP_HOOK) continue;
    const CxStop *node = &draft->stops.items[hook->owner];
    const bool is_new = hook->above == 0 && hook->below == 0; /* made here: the label stands right at its node */
    const double edge = hook->is_hook_above ? node->v - node->above : node->v + node->below;
    if (is_new) arc->label_at.y = hook->is_hook_above ? edge - CX_LABEL_GAP - arc->label.y : edge + CX_LABEL_GAP;
    else arc->label_at.y = hook->is_hook_above ? hook->v + CX_LABEL_GAP : hook->v - CX_LABEL_GAP - arc->label.y;
    arc->label_at.w = arc->label.x, arc->label_at.h = arc->label.y;
  }
}

void cx_draft_slide(CxDraft *draft) {
  Slide slide = {.draft = draft};
  prepare(&slide);
  place_hook_labels(draft);
  for (size_t i = 0; i < draft->links.count; i++) {
    slide_hook(&slide, &draft->links.items[i], true);
    slide_hook(&slide, &draft->links.items[i], false);
  }
  if (draft->graph->has_trunks) return;
  for (size_t i = 0; i < draft->links.count; i++) turn_link(&slide, &draft->links.items[i]);
  place_hook_labels(draft);
}
