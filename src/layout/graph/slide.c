/* Takes bends out of edges where nothing is in the way: a hook moves to the height at which its edge goes on, and an
 * edge that leaves or enters its node at the side and turns in the next channel leaves or enters above or below
 * instead, so that it turns once and not twice.
 *
 * That is done only where the layer is empty between the node and the new way. Then it adds no crossing: whatever the
 * new upright piece or the longer level one would meet, the old pieces met too. */
#include "draft.h"

#include <math.h>

static const double LEAVE = 10, ENTER = 16; /* of an upright piece at its node, at least */
static const double CLOSEST = 0.5;          /* two edges that turn off, of the distance of tracks */
static const int64_t LOOKED_AT = 64;        /* stops between a node and the new way of its edge */

/* The edges that turn off at one side of a node, the outermost first. */
typedef struct Turns {
  uint32_t count;
  bool is_full;
  double nearest; /* the last one's v */
  CX_LIST(uint32_t) to_left, to_right;
} Turns;

typedef struct Slide {
  CxDraft *draft;
  double *top, *bottom; /* of a stop and all that hangs on it */
  Turns *turns[2];      /* of a node: above, below */
} Slide;

static CxStop *stop_at(const CxDraft *draft, uint32_t layer, int64_t place) {
  const uint32_t first = draft->layer_first[layer], last = draft->layer_first[layer + 1];
  if (place < 0 || first + place >= last) return NULL;
  return &draft->stops.items[draft->order[first + place]];
}

/* The link that goes on from a bend to the left or the right. */
static const CxLink *link_of_bend(const CxDraft *draft, const CxStop *bend, bool is_right) {
  const CxArc *arc = &draft->arcs[bend->owner];
  const uint32_t number = (uint32_t)(bend - draft->stops.items) - arc->first_bend;
  return &draft->links.items[arc->first_link + number + (is_right ? 1 : 0)];
}

/* Whether an upright piece over a bend crosses it where the edges cross one another already, in the channel that its
 * level piece comes from or goes to. */
static bool do_cross_anyway(const CxDraft *draft, const CxStop *bend, bool is_above, bool is_right, double v) {
  const CxLink *link = link_of_bend(draft, bend, is_right);
  const double other = is_right ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
  return is_above ? other > v : other < v;
}

/* Whether a level piece at `v` has its distance from what stands above or below a stop, with nothing but bends that are
 * crossed anyway on the way there. */
static bool is_free(const Slide *slide, const CxStop *stop, bool is_above, bool is_right, double v) {
  const double gap = MAX(slide->draft->graph->track, slide->draft->graph->clear);
  for (int64_t i = 1; i < LOOKED_AT; i++) {
    const CxStop *next = stop_at(slide->draft, stop->layer, (int64_t)stop->place + (is_above ? -i : i));
    if (next == NULL) return true;
    const size_t index = (size_t)(next - slide->draft->stops.items);
    if (is_above ? v >= slide->bottom[index] + gap : v <= slide->top[index] - gap) return true;
    if (next->kind != CX_STOP_BEND || fabs(next->v - v) < gap) return false;
    if (!do_cross_anyway(slide->draft, next, is_above, is_right, v)) return false;
  }
  return false;
}

/* From now on a stop, and all that its new upright piece goes over, reaches as far as `v`. */
static void occupy(Slide *slide, const CxStop *stop, bool is_above, double v) {
  for (int64_t i = 0; i < LOOKED_AT; i++) {
    const CxStop *next = stop_at(slide->draft, stop->layer, (int64_t)stop->place + (is_above ? -i : i));
    if (next == NULL || (i > 0 && (is_above ? next->v < v : next->v > v))) return;
    const size_t index = (size_t)(next - slide->draft->stops.items);
    if (is_above)
      slide->top[index] = MIN(slide->top[index], v);
    else
      slide->bottom[index] = MAX(slide->bottom[index], v);
  }
}

/* ---- Hooks ---------------------------------------------------------------------------------------------------- */

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
  if (v == hook->v || !is_free(slide, hook, hook->is_hook_above, is_left, v)) return;
  if (!is_far_enough(slide, hook, link, is_left, v)) return;
  const size_t index = (size_t)(hook - draft->stops.items);
  if (is_inwards)
    *(hook->is_hook_above ? &slide->top[index] : &slide->bottom[index]) = v;
  else
    occupy(slide, hook, hook->is_hook_above, v);
  hook->v = v;
}

/* ---- Sides ---------------------------------------------------------------------------------------------------- */

/* A label beside the node moves with its edge to the new upright piece. */
static double label_room(const CxDraft *draft, const CxLink *link, bool is_left) {
  const CxArc *arc = &draft->arcs[link->arc];
  return is_left && !arc->is_back && !arc->has_label_stop && arc->label.y > 0 ? arc->label.y + CX_LABEL_GAP : 0;
}

/* Whether nothing stands nearer to a node than the label of an edge that turns off there reaches. */
static bool is_clear_for_label(const Slide *slide, const CxStop *stop, bool is_above, double label) {
  const CxStop *next = stop_at(slide->draft, stop->layer, (int64_t)stop->place + (is_above ? -1 : 1));
  if (label == 0 || next == NULL) return true;
  const size_t index = (size_t)(next - slide->draft->stops.items);
  const double room = label + CX_LABEL_GAP;
  return is_above ? slide->bottom[index] <= stop->v - stop->above - room
                  : slide->top[index] >= stop->v + stop->below + room;
}

/* How many edges may turn off at one side of a node. */
static uint32_t room_for(const CxDraft *draft, uint32_t node) {
  if (cx_draft_node(draft, node)->ports == CX_GRAPH_TIPS) return 1;
  const double room = cx_draft_node_length(draft, node) - 2 * CX_PORT_MARGIN;
  return room < 0 ? 1 : 1 + (uint32_t)MIN(room / (draft->graph->track * CLOSEST), 1000);
}

/* Makes the hook; `is_left`: at the link's left end, where it goes to the right. */
static bool turn_to(Slide *slide, CxLink *link, bool is_left, bool is_above) {
  CxDraft *draft = slide->draft;
  const int side = is_above ? 0 : 1;
  const uint32_t node = is_left ? link->left : link->right;
  const CxStop *stop = &draft->stops.items[node];
  Turns *turns = &slide->turns[side][node];
  const double label = label_room(draft, link, is_left);
  if (turns->is_full || turns->count >= room_for(draft, node) || (label > 0 && turns->count > 0)) return false;
  const double v = is_left ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
  const double room = (enters_at(draft, link, is_left) ? ENTER : LEAVE) + label;
  if (is_above ? v > stop->v - stop->above - room : v < stop->v + stop->below + room) return false;
  const double track = draft->graph->track;
  if (!is_clear_for_label(slide, stop, is_above, label)) return false;
  if (!is_free(slide, stop, is_above, is_left, v)) return false;
  if (turns->count > 0 && (is_above ? v < turns->nearest + track : v > turns->nearest - track)) return false;
  if (turns->count == 0) occupy(slide, stop, is_above, v);
  turns->nearest = v;
  turns->count++;
  turns->is_full = label > 0;
  const CxStop hook = {.kind = CX_STOP_HOOK,
                       .owner = node,
                       .layer = stop->layer,
                       .place = stop->place,
                       .lane = stop->lane,
                       .is_hook_above = is_above,
                       .v = v,
                       .goes_left = !is_left,
                       .is_alone = label > 0};
  const uint32_t index = (uint32_t)draft->stops.count;
  *cx_list_add(draft->arena, is_left ? &turns->to_right : &turns->to_left) = index;
  *(is_left ? &link->left : &link->right) = index;
  *(is_left ? &link->left_v : &link->right_v) = 0;
  if (!is_left) link->is_right_shared = false;
  *cx_list_add(draft->arena, &draft->stops) = hook;
  return true;
}

/* The next link that may turn off at that side of a node: the outermost, then the one beside it. NULL: none. */
static CxLink *next_link(const Slide *slide, uint32_t node, bool is_tail, bool is_above, uint32_t passed) {
  const CxDraft *draft = slide->draft;
  const CxEnds *ends = is_tail ? &draft->right : &draft->left;
  const uint32_t first = ends->first[node], count = ends->first[node + 1] - first;
  if (passed >= count) return NULL;
  const CxEnd *end = &ends->items[is_above ? first + passed : first + count - 1 - passed];
  if (end->at != CX_AT_SIDE) return NULL;
  CxLink *link = cx_draft_end_link(draft, end->arc, is_tail);
  const CxStop *other = &draft->stops.items[is_tail ? link->right : link->left];
  if (other->kind == CX_STOP_OUTER || (is_tail ? link->left : link->right) != node) return NULL;
  if (link->is_left_shared || (link->is_right_shared && is_tail))
    return NULL; /* of entries at a tip one may turn off */
  return link;
}

static void turn_node(Slide *slide, uint32_t node, bool is_tail) {
  const CxDraft *draft = slide->draft;
  for (int side = 0; side < 2; side++) {
    const bool is_above = side == 0;
    for (uint32_t passed = 0;; passed++) {
      CxLink *link = next_link(slide, node, is_tail, is_above, passed);
      if (link == NULL) break;
      const double from = is_tail ? cx_draft_left_v(draft, link) : cx_draft_right_v(draft, link);
      const double to = is_tail ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
      if ((is_above ? to >= from : to <= from) || !turn_to(slide, link, is_tail, is_above)) break;
    }
  }
}

/* Says where the new hooks touch their nodes. From the left end of a side on those that come from the left, the nearest
 * first, and from the right end on those that go to the right: so they do not cross. */
static void spread_turns(const CxDraft *draft, const Turns *turns, uint32_t node) {
  const size_t lefts = turns->to_left.count, count = lefts + turns->to_right.count;
  const double room = MAX(cx_draft_node_length(draft, node) - 2 * CX_PORT_MARGIN, 0);
  const double pitch = count > 1 ? MIN(draft->graph->track, room / (double)(count - 1)) : 0;
  for (size_t i = 0; i < count; i++) {
    const uint32_t hook = i < lefts ? turns->to_left.items[lefts - 1 - i] : turns->to_right.items[i - lefts];
    draft->stops.items[hook].port_u = ((double)i - (double)(count - 1) / 2) * pitch;
  }
}

/* ---- The whole ------------------------------------------------------------------------------------------------ */

static void prepare(Slide *slide) {
  CxDraft *draft = slide->draft;
  const size_t count = draft->stops.count + 1;
  slide->top = cx_new_array(draft->arena, double, count);
  slide->bottom = cx_new_array(draft->arena, double, count);
  for (int side = 0; side < 2; side++) slide->turns[side] = cx_new_array(draft->arena, Turns, draft->node_count + 1);
  for (size_t i = 0; i < draft->stops.count; i++) {
    const CxStop *stop = &draft->stops.items[i];
    slide->top[i] = stop->v - stop->above;
    slide->bottom[i] = stop->v + stop->below;
    if (stop->kind == CX_STOP_HOOK) slide->turns[stop->is_hook_above ? 0 : 1][stop->owner].is_full = true;
  }
  for (uint32_t i = 0; i < 2 * draft->node_count; i++)
    if (draft->flats[i] != CX_NOWHERE) slide->turns[i % 2][i / 2].is_full = true;
}

/* Whether nothing stands between a hook and its node: it was made here, or is the innermost one. */
static bool is_at_node(const CxDraft *draft, const CxStop *hook) {
  if (hook->place == draft->stops.items[hook->owner].place) return true;
  return stop_at(draft, hook->layer, (int64_t)hook->place + (hook->is_hook_above ? 1 : -1))->kind == CX_STOP_NODE;
}

/* Labels at hooks stand beside the upright piece, right at the node, or where other hooks come first before it turns;
 * they stay when the hook moves on. */
static void place_hook_labels(CxDraft *draft) {
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    if (arc->label.y <= 0 || arc->has_label_stop || arc->link_count == 0 || arc->label_at.h > 0) continue;
    const CxLink *link = &draft->links.items[arc->is_back ? arc->first_link + arc->link_count - 1 : arc->first_link];
    const CxStop *hook = &draft->stops.items[arc->is_back ? link->right : link->left];
    if (hook->kind != CX_STOP_HOOK) continue;
    const CxStop *node = &draft->stops.items[hook->owner];
    const double edge = hook->is_hook_above ? node->v - node->above : node->v + node->below;
    if (is_at_node(draft, hook))
      arc->label_at.y = hook->is_hook_above ? edge - CX_LABEL_GAP - arc->label.y : edge + CX_LABEL_GAP;
    else
      arc->label_at.y = hook->is_hook_above ? hook->v + CX_LABEL_GAP : hook->v - CX_LABEL_GAP - arc->label.y;
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
  for (int is_tail = 1; is_tail >= 0; is_tail--)
    for (uint32_t node = 0; node < draft->node_count; node++) turn_node(&slide, node, is_tail == 1);
  for (uint32_t node = 0; node < draft->node_count; node++)
    for (int side = 0; side < 2; side++) spread_turns(draft, &slide.turns[side][node], node);
  place_hook_labels(draft);
}
