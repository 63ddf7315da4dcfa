/* Places along the direction: how thick the layers are, how much room labels and tracks need between them, and with
 * that u of every layer and every track. */
#include "channels.h"

static const double ARROW = 14;    /* from the last track to the next layer, and to the first from the last layer */
static const double LABEL_PAD = 5; /* on both sides of a label along u */
static const double LABEL_HALF = 3;

/* ---- Columns -------------------------------------------------------------------------------------------------- */

static void widen(CxDraft *draft, uint32_t layer, double before, double after) {
  CxColumn *column = &draft->columns[layer];
  column->before = MAX(column->before, before);
  column->after = MAX(column->after, after);
}

static void measure_columns(CxDraft *draft) {
  for (uint32_t i = 0; i < MIN(draft->layer_count, draft->graph->least_length_count); i++)
    widen(draft, i, draft->graph->least_lengths[i] / 2, draft->graph->least_lengths[i] / 2);
  for (size_t i = 0; i < draft->stops.count; i++) {
    const CxStop *stop = &draft->stops.items[i];
    if (stop->kind == CX_STOP_NODE) {
      const double half = cx_draft_node_length(draft, (uint32_t)i) / 2;
      widen(draft, stop->layer, half, half);
    } else if (stop->kind == CX_STOP_LABEL) {
      const double half = draft->arcs[stop->owner].label.x / 2 + LABEL_HALF;
      widen(draft, stop->layer, half, half);
    }
  }
  for (uint32_t i = 0; i < draft->loop_count; i++) {
    const CxLoop *loop = &draft->loops[i];
    widen(draft, draft->stops.items[loop->node].layer, 0, MAX(loop->right_u, loop->label_at.x + loop->label.x));
  }
}

/* The label's left edge from the middle of its layer. */
static double label_u(const CxDraft *draft, const CxArc *arc) {
  if (arc->is_flat) return draft->is_down ? -LABEL_PAD - arc->label.x : LABEL_PAD;
  const CxLink *link = &draft->links.items[arc->is_back ? arc->first_link + arc->link_count - 1 : arc->first_link];
  const CxStop *stop = &draft->stops.items[arc->is_back ? link->right : link->left];
  if (stop->kind == CX_STOP_HOOK) {
    const bool is_before =
        stop->is_alone ? draft->is_down : stop->goes_left; /* others turn off on the other side of it */
    return is_before ? stop->port_u - LABEL_PAD - arc->label.x : stop->port_u + LABEL_PAD;
  }
  const double border = arc->is_back ? cx_draft_border_u(draft, link->right, link->right_v)
                                     : cx_draft_border_u(draft, link->left, link->left_v);
  return arc->is_back ? -border - LABEL_PAD - arc->label.x : border + LABEL_PAD;
}

static void reserve_strips(CxDraft *draft) {
  for (uint32_t i = 0; i < draft->arc_count; i++) {
    CxArc *arc = &draft->arcs[i];
    if (arc->label.y <= 0 || arc->has_label_stop) continue;
    CxColumn *column = &draft->columns[draft->stops.items[arc->is_back ? arc->head : arc->tail].layer];
    const double u = label_u(draft, arc);
    column->strip_after = MAX(column->strip_after, u + arc->label.x + LABEL_PAD - column->after);
    column->strip_before = MAX(column->strip_before, -u + LABEL_PAD - column->before);
  }
}

/* ---- Tracks --------------------------------------------------------------------------------------------------- */

static uint32_t channel_of(const CxDraft *draft, const CxLink *link) {
  return draft->stops.items[link->left].layer;
}

/* Many tracks stand closer, down to what can be told apart. */
static double pitch_of(const CxDraft *draft, uint32_t tracks) {
  const double enough = 12, closest = 0.4;
  if (tracks <= enough) return draft->graph->track;
  return draft->graph->track * MAX(closest, enough / tracks);
}

/* Sets the next column's middle and the tracks between. */
static void place_channel(CxDraft *draft, uint32_t layer, const uint32_t *links, uint32_t count, uint32_t tracks) {
  const CxColumn *left = &draft->columns[layer];
  CxColumn *right = &draft->columns[layer + 1];
  const double lead = MAX(ARROW, left->strip_after + draft->graph->clear / 2);
  const double tail = MAX(ARROW, right->strip_before + draft->graph->clear / 2);
  const double pitch = pitch_of(draft, tracks), needed = tracks > 0 ? (tracks - 1) * pitch : 0;
  const double width =
      MAX(draft->graph->layer_gap, tracks > 0 ? lead + needed + tail : left->strip_after + right->strip_before);
  const double begin = left->middle + left->after;
  const double first = begin + lead + (width - lead - tail - needed) / 2;
  right->middle = begin + width + right->before;
  for (uint32_t i = 0; i < count; i++) {
    CxLink *link = &draft->links.items[links[i]];
    link->track_u = first + link->track_u * pitch;
    link->second_u = first + link->second_u * pitch;
  }
}

static void fill_channels(CxDraft *draft, uint32_t *first, uint32_t *links) {
  for (size_t i = 0; i < draft->links.count; i++) first[channel_of(draft, &draft->links.items[i]) + 2]++;
  for (uint32_t i = 2; i < draft->layer_count + 2; i++) first[i] += first[i - 1];
  for (size_t i = 0; i < draft->links.count; i++)
    links[first[channel_of(draft, &draft->links.items[i]) + 1]++] = (uint32_t)i;
}

/* ---- Labels --------------------------------------------------------------------------------------------------- */

static void place_label(CxDraft *draft, CxArc *arc) {
  const double gap = CX_LABEL_GAP;
  arc->label_at.w = arc->label.x, arc->label_at.h = arc->label.y;
  if (arc->is_flat) {
    const CxStop *tail = &draft->stops.items[arc->tail];
    const bool is_below = draft->stops.items[arc->head].v > tail->v;
    arc->label_at.x = draft->columns[tail->layer].middle + label_u(draft, arc);
    arc->label_at.y = is_below ? tail->v + tail->below - arc->label.y : tail->v - tail->above;
    return;
  }
  if (arc->has_label_stop) {
    const CxStop *stop = &draft->stops.items[arc->first_bend];
    arc->label_at.x = draft->columns[stop->layer].middle - arc->label.x / 2;
    arc->label_at.y = draft->is_down ? stop->v + gap : stop->v - gap - arc->label.y;
    return;
  }
  const CxLink *link = &draft->links.items[arc->is_back ? arc->first_link + arc->link_count - 1 : arc->first_link];
  const CxStop *stop = &draft->stops.items[arc->is_back ? link->right : link->left];
  arc->label_at.x = draft->columns[stop->layer].middle + label_u(draft, arc);
  if (stop->kind == CX_STOP_HOOK) return; /* its v is known since hooks moved */
  const double v = arc->is_back ? cx_draft_right_v(draft, link) : cx_draft_left_v(draft, link);
  arc->label_at.y = draft->is_down ? v + gap : v - gap - arc->label.y;
}

void cx_draft_set_along(CxDraft *draft) {
  CxArena *arena = draft->arena;
  draft->columns = cx_new_array(arena, CxColumn, draft->layer_count + 1);
  measure_columns(draft);
  reserve_strips(draft);
  uint32_t *first = cx_new_array(arena, uint32_t, draft->layer_count + 2);
  uint32_t *links = cx_new_array(arena, uint32_t, draft->links.count + 1);
  fill_channels(draft, first, links);
  CxChannelScratch scratch = {cx_new_array(arena, uint32_t, draft->stops.count + 1),
                              cx_new_array(arena, uint32_t, draft->links.count + 1)};
  for (size_t i = 0; i < draft->stops.count; i++) scratch.shared[i] = CX_NOWHERE;
  for (size_t i = 0; i < draft->links.count; i++) scratch.net_of_link[i] = CX_NOWHERE;
  draft->columns[0].middle = draft->columns[0].before + MAX(0, draft->columns[0].strip_before);
  for (uint32_t i = 0; i + 1 < draft->layer_count; i++) {
    const uint32_t count = first[i + 1] - first[i];
    const uint32_t tracks = cx_channel_assign(draft, links + first[i], count, &scratch);
    place_channel(draft, i, links + first[i], count, tracks);
  }
  const CxColumn *last = &draft->columns[draft->layer_count - 1];
  draft->length = last->middle + last->after + MAX(0, last->strip_after);
  for (uint32_t i = 0; i < draft->arc_count; i++)
    if (draft->arcs[i].label.y > 0) place_label(draft, &draft->arcs[i]);
}
