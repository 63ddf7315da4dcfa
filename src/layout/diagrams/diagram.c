/* Lays out a diagram: how large its nodes are, where the engine puts them, what that makes of lanes, marks and arrows.
 *
 * In: a frame whose block has nodes, edges and lanes. Out: its widths, its height, the boxes in their places. The
 * engine knows rectangles only; the ends of edges are moved on to the shapes' outlines here. Where a diagram is longer
 * than its place it is folded (fold.c).
 */
#include "diagram.h"

#include <math.h>

static const double NODE_WIDEST = 340, DECISION_WIDEST = 900; /* of nodes with very much text */
static const double WIDER = 4;                                /* from one width that is tried to the next */
static const double STRIP_DOWN = 30, INSET = 26, PAD = 22, BAND_DOWN = 150, CLEAR = 8;
static const double STRIP_PART = 72, INSET_PART = 14, PAD_PART = 16, BAND_PART = 76; /* of rows, which need the room */
static const double RATIO_MOST = 6.5;                /* length to breadth: beyond it a diagram is folded */
static const double RATIO_FOLDED = 2.2, LONG = 1600; /* proportion of one that was; what is shorter is not folded */
static const double COLUMN_GAP = 40;
static const double HUB_TRACK = 6;                  /* from one arrow to the next where very many begin */
enum { ASIDE = 20 };                                /* of these, that turn off at the two other sides */
static const double LABEL_NEAR = 6;                 /* a label that stands beside a piece */
static const double LABEL_STEP = 0.5;               /* of the widths of labels that are tried */
static const double LOOP_STEP = 6, LOOP_CLEAR = 11; /* of loops at a corner; of a mark beside them */

/* ---- Sizes of nodes ------------------------------------------------------------------------------------------- */

static double line_of(const CxFrame *frame) {
  if (frame->block->kind == CX_BLOCK_TEXT) return frame->line;
  for (size_t i = 0; i < frame->children.count; i++) {
    const double line = line_of(frame->children.items[i]);
    if (line > 0) return line;
  }
  return 0;
}

/* Three lines at the least width; then wider, then higher; with very much text both, so that it stays a block. */
static CxPoint box_size(const CxTypesetter *setter, const CxFrame *frame) {
  const CxSizes *sizes = &setter->theme->sizes;
  const CxBlock *block = frame->block;
  const CxInsets padding = cx_frame_padding(setter, block);
  const double least = MAX(block->min_width, frame->smallest), wide = MAX(sizes->node_wide, least);
  const double low = MAX(block->min_height, 3 * line_of(frame) + padding.top + block->over + padding.bottom);
  double width = least, height = cx_frame_height(setter, frame, width);
  while (height > low + 1e-6 && width < wide) {
    width = MIN(width + WIDER, wide);
    height = cx_frame_height(setter, frame, width);
  }
  while (height > width && width < NODE_WIDEST) {
    width += 4 * WIDER;
    height = cx_frame_height(setter, frame, width);
  }
  return (CxPoint){width, height};
}

static CxPoint node_size(const CxTypesetter *setter, const CxFrame *frame) {
  if (frame->block->kind == CX_BLOCK_DISC) return (CxPoint){2 * frame->block->size, 2 * frame->block->size};
  if (setter->theme->looks[frame->block->look].shape != CX_SHAPE_DIAMOND) return box_size(setter, frame);
  const CxDiamond diamond = cx_diamond_fit(setter, frame, MAX(DECISION_WIDEST, frame->smallest));
  return (CxPoint){diamond.width, diamond.height};
}

/* ---- What the engine is asked ---------------------------------------------------------------------------------- */

static bool is_shape(const CxTypesetter *setter, const CxBlock *block, CxShape shape) {
  return setter->theme->looks[block->look].shape == shape;
}

/* Edges meet a decision at its tips, and a numbered disc where it is round as there: side by side they would be too
 * near to one another. */
static CxGraphPorts ports_of(const CxTypesetter *setter, const CxBlock *block) {
  return block->kind == CX_BLOCK_DISC || is_shape(setter, block, CX_SHAPE_DIAMOND) ? CX_GRAPH_TIPS : CX_GRAPH_SIDES;
}

static CxGraphNode *graph_nodes(CxTypesetter *setter, const CxDiagramFrame *frame) {
  const CxDiagram *diagram = frame->diagram;
  CxGraphNode *nodes = cx_new_array(setter->arena, CxGraphNode, diagram->nodes.count);
  for (size_t i = 0; i < diagram->nodes.count; i++) {
    const CxDiagramNode *node = &diagram->nodes.items[i];
    nodes[i] = (CxGraphNode){.w = frame->sizes[i].x,
                             .h = frame->sizes[i].y,
                             .lane = node->lane,
                             .ports = ports_of(setter, node->block),
                             .is_start = node->is_start,
                             .is_pendant = node->is_note,
                             .least_layer = node->least_layer};
  }
  return nodes;
}

/* No wider than its lines are: what is empty beside them would keep it away from its edge. */
static CxPoint label_size(const CxTypesetter *setter, const CxFrame *label) {
  if (label == NULL) return (CxPoint){0};
  double width = cx_edge_label_width(label), least = MIN(label->smallest, width);
  const double height = cx_frame_height(setter, label, width);
  while (label->natural > width && width - least > LABEL_STEP) {
    const double middle = (least + width) / 2;
    *(cx_frame_height(setter, label, middle) > height ? &least : &width) = middle;
  }
  return (CxPoint){width, height};
}

static CxGraphEdge *graph_edges(CxTypesetter *setter, const CxDiagramFrame *frame) {
  static const CxGraphExit exits[] = {[CX_LEAVE_ANY] = CX_GRAPH_EXIT_ANY,
                                      [CX_LEAVE_AHEAD] = CX_GRAPH_EXIT_AHEAD,
                                      [CX_LEAVE_ASIDE] = CX_GRAPH_EXIT_ASIDE};
  const CxDiagram *diagram = frame->diagram;
  CxGraphEdge *edges = cx_new_array(setter->arena, CxGraphEdge, diagram->edges.count);
  for (size_t i = 0; i < diagram->edges.count; i++) {
    const CxDiagramEdge *edge = &diagram->edges.items[i];
    edges[i] = (CxGraphEdge){.from = edge->from,
                             .to = edge->to,
                             .label = label_size(setter, frame->labels[i]),
                             .weight = edge->weight,
                             .exit = edge->edge.is_bare ? CX_GRAPH_EXIT_ASIDE : exits[edge->exit]};
  }
  return edges;
}

/* Beside each other bands have a usual width, under each other room for their labels. */
static double least_band(const CxTypesetter *setter, const CxDiagramFrame *frame) {
  if (frame->diagram->is_down) return BAND_DOWN;
  double least = frame->diagram->is_part ? BAND_PART : setter->theme->sizes.band_height;
  for (size_t i = 0; i < frame->diagram->lanes.count; i++)
    least = MAX(least, cx_frame_height(setter, frame->lanes[i], frame->strip));
  return least;
}

static void lay_out(CxTypesetter *setter, CxDiagramFrame *frame) {
  const CxSizes *sizes = &setter->theme->sizes;
  const CxDiagram *diagram = frame->diagram;
  const CxGraph graph = {.nodes = graph_nodes(setter, frame),
                         .node_count = diagram->nodes.count,
                         .edges = graph_edges(setter, frame),
                         .edge_count = diagram->edges.count,
                         .lane_count = diagram->lanes.count,
                         .direction = diagram->is_down ? CX_GRAPH_DOWN : CX_GRAPH_RIGHT,
                         .layer_gap = sizes->layer_gap,
                         .node_gap = sizes->node_gap,
                         .clear = CLEAR,
                         .track = sizes->node_track,
                         .lane_gap = sizes->band_gap,
                         .lane_pad = diagram->is_part ? PAD_PART : PAD,
                         .lane_least = least_band(setter, frame),
                         .row_length = diagram->length};
  frame->graph = cx_graph_lay_out(setter->arena, &graph);
}

/* ---- Frames ---------------------------------------------------------------------------------------------------- */

/* Where very many arrows begin, or end, the side that they do it on gives each a place of its own. */
static void make_room(const CxTypesetter *setter, CxDiagramFrame *frame) {
  const CxDiagram *diagram = frame->diagram;
  size_t *ends = g_new0(size_t, 2 * diagram->nodes.count + 1), *begins = ends + diagram->nodes.count;
  for (size_t i = 0; i < diagram->edges.count; i++) {
    begins[diagram->edges.items[i].from]++;
    ends[diagram->edges.items[i].to]++;
  }
  for (size_t i = 0; i < diagram->nodes.count; i++) {
    const size_t most = MAX(begins[i], ends[i]);
    const CxBlock *block = diagram->nodes.items[i].block;
    if (most <= ASIDE || block->kind == CX_BLOCK_DISC || is_shape(setter, block, CX_SHAPE_DIAMOND)) continue;
    double *side = diagram->is_down ? &frame->sizes[i].x : &frame->sizes[i].y;
    *side = MAX(*side, HUB_TRACK * (double)(most - ASIDE));
  }
  g_free(ends);
}

static CxFrame *frame_of(CxTypesetter *setter, const CxBlock *block) {
  return block != NULL ? cx_frame_new(setter, block) : NULL;
}

static void make_frames(CxTypesetter *setter, CxDiagramFrame *frame) {
  const CxDiagram *diagram = frame->diagram;
  const size_t count = diagram->nodes.count;
  frame->nodes = cx_new_array(setter->arena, CxFrame *, count);
  frame->sizes = cx_new_array(setter->arena, CxPoint, count);
  frame->marks = cx_arena_alloc_array(setter->arena, sizeof *frame->marks, count);
  frame->labels = cx_new_array(setter->arena, CxFrame *, diagram->edges.count);
  frame->lanes = cx_new_array(setter->arena, CxFrame *, diagram->lanes.count);
  for (size_t i = 0; i < count; i++) {
    frame->nodes[i] = cx_frame_new(setter, diagram->nodes.items[i].block);
    frame->sizes[i] = node_size(setter, frame->nodes[i]);
    for (size_t k = 0; k < 2; k++) frame->marks[i][k] = frame_of(setter, diagram->nodes.items[i].marks[k]);
  }
  make_room(setter, frame);
  frame->loops = cx_new_array(setter->arena, size_t, count);
  for (size_t i = 0; i < diagram->edges.count && !diagram->is_down; i++)
    frame->loops[diagram->edges.items[i].from] += diagram->edges.items[i].from == diagram->edges.items[i].to;
  for (size_t i = 0; i < diagram->edges.count; i++)
    frame->labels[i] = frame_of(setter, diagram->edges.items[i].edge.label);
  for (size_t i = 0; i < diagram->lanes.count; i++)
    frame->lanes[i] = cx_frame_new(setter, diagram->lanes.items[i]->children.items[0]);
}

/* What the labels take before the lanes; of those over them it is known when the lanes have their widths. */
static double strip_of(const CxDiagramFrame *frame, double least) {
  if (frame->diagram->is_down) return STRIP_DOWN;
  double strip = MAX(least, frame->diagram->strip);
  for (size_t i = 0; i < frame->diagram->lanes.count; i++) strip = MAX(strip, frame->lanes[i]->smallest);
  return strip;
}

static void find_strip(const CxTypesetter *setter, CxDiagramFrame *frame) {
  const bool is_part = frame->diagram->is_part;
  if (frame->diagram->lanes.count == 0) return;
  frame->inset = is_part ? INSET_PART : INSET;
  frame->strip = strip_of(frame, is_part ? STRIP_PART : setter->theme->sizes.band_label);
}

double cx_diagram_part_strip(const CxDiagramFrame *frame) {
  return frame->diagram->lanes.count == 0 ? 0 : strip_of(frame, STRIP_PART);
}

double cx_diagram_around(const CxDiagramFrame *frame) {
  return frame->diagram->lanes.count == 0 ? 0 : cx_diagram_part_strip(frame) + 2 * INSET_PART;
}

/* Labels over narrow lanes may need several lines. */
static void fit_labels(const CxTypesetter *setter, CxDiagramFrame *frame) {
  for (size_t i = 0; i < frame->diagram->lanes.count && frame->diagram->is_down; i++)
    frame->strip = MAX(frame->strip, cx_frame_height(setter, frame->lanes[i], frame->graph.lanes[i].size));
}

static void find_extent(CxDiagramFrame *frame) {
  const double along = frame->strip + 2 * frame->inset;
  frame->width = frame->graph.width + (frame->diagram->is_down ? 0 : along);
  frame->height = frame->graph.height + (frame->diagram->is_down ? along : 0);
}

/* ---- Folded for its length ------------------------------------------------------------------------------------- */

static double length_of(const CxDiagramFrame *frame) {
  return frame->diagram->is_down ? frame->height : frame->width;
}

static double breadth_of(const CxDiagramFrame *frame) {
  return frame->diagram->is_down ? frame->width : frame->height;
}

static void fold_if_long(CxTypesetter *setter, CxDiagramFrame *frame) {
  const double length = length_of(frame), breadth = breadth_of(frame);
  const bool is_long = (length > LONG && length > RATIO_MOST * breadth) || length > 0.9 * CX_LIMIT_PAGE;
  if (frame->diagram->is_part || !is_long) return;
  const double ratio = frame->diagram->is_down ? 1 / RATIO_FOLDED : RATIO_FOLDED;
  const double limit = sqrt(length * (breadth + CX_PART_GAP) * ratio);
  const CxFoldRoom room = {CLAMP(limit, LONG / 2, 0.9 * CX_LIMIT_PAGE), G_MAXDOUBLE};
  frame->rows = cx_diagram_fold(setter, frame, room, room);
}

/* Width and height of rows under, or columns beside each other. */
static CxPoint fold_size(const CxFold *fold) {
  CxPoint size = {0};
  for (size_t i = 0; i < fold->count; i++) {
    const CxDiagramFrame *row = fold->items[i]->diagram;
    const double gap = i == 0 ? 0 : row->diagram->is_down ? COLUMN_GAP : CX_PART_GAP;
    if (row->diagram->is_down)
      size = (CxPoint){size.x + gap + row->width, MAX(size.y, row->height)};
    else
      size = (CxPoint){MAX(size.x, row->width), size.y + gap + row->height};
  }
  return size;
}

/* A row with one node, and discs before and behind it, takes about this much in width; a column with one as well. */
static double least_row(const CxTypesetter *setter, const CxDiagramFrame *frame) {
  double widest = 0;
  for (size_t i = 0; i < frame->diagram->nodes.count; i++) widest = MAX(widest, frame->sizes[i].x);
  if (frame->diagram->is_down) return MAX(BAND_DOWN, widest + 2 * PAD_PART);
  return cx_diagram_around(frame) + widest + 2 * (setter->theme->sizes.badge + 2 * setter->theme->sizes.layer_gap);
}

static CxDiagramFrame *make_diagram(CxTypesetter *setter, const CxDiagram *diagram) {
  CxDiagramFrame *frame = cx_new(setter->arena, CxDiagramFrame);
  frame->diagram = diagram;
  make_frames(setter, frame);
  find_strip(setter, frame);
  lay_out(setter, frame);
  fit_labels(setter, frame);
  find_extent(frame);
  fold_if_long(setter, frame);
  if (frame->rows.count == 0) return frame;
  const CxPoint size = fold_size(&frame->rows);
  frame->width = size.x;
  frame->height = size.y;
  return frame;
}

void cx_diagram_prepare(CxTypesetter *setter, CxFrame *frame) {
  const CxDiagram *diagram = frame->block->diagram;
  CxDiagramFrame *own = g_hash_table_lookup(setter->diagrams, diagram);
  if (own == NULL) {
    own = make_diagram(setter, diagram);
    g_hash_table_insert(setter->diagrams, (gpointer)diagram, own);
  }
  frame->diagram = own;
  frame->natural = own->width;
  frame->smallest = own->diagram->is_part ? own->width : MIN(own->width, least_row(setter, own));
}

CxSigns cx_diagram_signs(CxTypesetter *setter, const CxBlock *block) {
  return cx_frame_new(setter, block)->diagram->rows.count > 0 ? CX_SIGNS(CX_SIGN_GOES_ON) : 0;
}

double cx_diagram_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter;
  return width < frame->diagram->width - 1e-3 ? CX_NEVER : frame->diagram->height;
}

/* ---- Placing --------------------------------------------------------------------------------------------------- */

static void place_lane(CxTypesetter *setter, const CxDiagramFrame *frame, CxBox *box, size_t index, CxPoint origin) {
  const bool is_down = frame->diagram->is_down;
  const CxGraphSpan span = frame->graph.lanes[index];
  const CxRect rect = box->rect;
  const CxRect band = is_down ? (CxRect){origin.x + span.at, rect.y, span.size, rect.h}
                              : (CxRect){rect.x, origin.y + span.at, rect.w, span.size};
  const CxRect label =
      is_down ? (CxRect){band.x, band.y, band.w, frame->strip} : (CxRect){band.x, band.y, frame->strip, band.h};
  CxBox *lane = cx_box_new(setter, frame->diagram->lanes.items[index], band);
  *cx_list_add(setter->arena, &lane->children) = cx_frame_place(setter, frame->lanes[index], label);
  *cx_list_add(setter->arena, &box->children) = lane;
}

/* Lanes come first among the children of a diagram's box; nodes stand in them. */
static CxBox *holder_of(const CxDiagramFrame *frame, CxBox *box, size_t node) {
  if (frame->diagram->lanes.count == 0) return box;
  return box->children.items[frame->diagram->nodes.items[node].lane];
}

/* How far a mark's centre is from the side and under the top of its node: near the corner, where the shape has one; out
 * of the round end of a start, and half out of a diamond's side. */
static CxPoint mark_place(const CxTypesetter *setter, const CxBlock *block, CxRect rect, bool is_at_end) {
  const CxLookStyle *style = &setter->theme->looks[block->look];
  const double corner = 6, out = 8, round = 10;
  switch (style->shape) {
  case CX_SHAPE_DIAMOND: {
    const double side = hypot(rect.w, rect.h);
    return (CxPoint){rect.w / 4 - out * rect.h / side, rect.h / 4 - out * rect.w / side};
  }
  case CX_SHAPE_SLANTED: return (CxPoint){is_at_end ? corner : corner + style->depth, 0};
  case CX_SHAPE_POINTED: return (CxPoint){is_at_end ? corner + style->depth : corner, 0};
  case CX_SHAPE_SCREEN: return (CxPoint){corner + style->depth, 0};
  case CX_SHAPE_DRUM: return (CxPoint){corner, style->depth / 2};
  case CX_SHAPE_RECT: return style->radius > round ? (CxPoint){4, 3} : (CxPoint){corner, 0};
  case CX_SHAPE_PILL:
  case CX_SHAPE_CHEVRON:
  case CX_SHAPE_OCTAGON:
  case CX_SHAPE_WAVE:
  case CX_SHAPE_DOUBLE:
  case CX_SHAPE_DOGEAR: break;
  }
  return (CxPoint){corner, 0};
}

static void place_mark(CxTypesetter *setter, CxBox *box, CxFrame *mark, CxPoint within, bool is_at_end) {
  const CxRect rect = box->rect;
  const CxPoint centre = {is_at_end ? rect.x + rect.w - within.x : rect.x + within.x, rect.y + within.y};
  const double size = mark->natural;
  const CxRect place = {centre.x - size / 2, centre.y - size / 2, size, size};
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, mark, place);
  box->badges = cx_rect_union(box->badges, place);
}

/* Clear of arrows from the node to itself, which have its upper end corner. */
static CxPoint clear_of_loops(const CxTypesetter *setter, const CxBlock *block, CxPoint within, CxRect rect,
                              size_t loops) {
  if (loops == 0) return within;
  if (is_shape(setter, block, CX_SHAPE_DIAMOND)) return (CxPoint){within.x, rect.h - within.y};
  return (CxPoint){MAX(within.x, MIN(LOOP_STEP * (double)loops, rect.w / 4) + LOOP_CLEAR), within.y};
}

static void place_node(CxTypesetter *setter, const CxDiagramFrame *frame, CxBox *box, size_t index, CxPoint origin) {
  CxRect rect = frame->graph.nodes[index];
  rect.x += origin.x;
  rect.y += origin.y;
  CxBox *node = cx_frame_place(setter, frame->nodes[index], rect);
  for (size_t k = 0; k < 2; k++) {
    if (frame->marks[index][k] == NULL) continue;
    CxPoint within = mark_place(setter, node->block, rect, k == 1);
    if (k == 1) within = clear_of_loops(setter, node->block, within, rect, frame->loops[index]);
    place_mark(setter, node, frame->marks[index][k], within, k == 1);
  }
  *cx_list_add(setter->arena, &holder_of(frame, box, index)->children) = node;
}

static CxPoint moved(CxPoint point, CxPoint by) {
  return (CxPoint){point.x + by.x, point.y + by.y};
}

static CxPoint end_of(CxTypesetter *setter, const CxDiagramFrame *frame, size_t node, CxPoint point) {
  const CxBlock *block = frame->diagram->nodes.items[node].block;
  if (block->kind == CX_BLOCK_DISC) return point;
  return cx_outline_meet(setter, block, frame->graph.nodes[node], point);
}

/* Whether a label stands before a piece that runs up or down. */
static bool is_before_edge(const CxGraphRoute *route) {
  const CxRect label = route->label;
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const CxPoint a = route->points.items[i], b = route->points.items[i + 1];
    const double gap = a.x - label.x - label.w;
    if (a.x == b.x && gap > 0 && gap < LABEL_NEAR && MIN(a.y, b.y) < label.y + label.h && MAX(a.y, b.y) > label.y)
      return true;
  }
  return false;
}

/* The lines of a label are set against its edge. */
static void place_label(CxTypesetter *setter, CxFrame *frame, const CxGraphRoute *route, CxBox *box, CxPoint origin) {
  if (is_before_edge(route)) {
    CxBlock *block = cx_new(setter->arena, CxBlock);
    *block = *frame->block;
    block->align = CX_ALIGN_END;
    frame->block = block;
  }
  const CxRect rect = {origin.x + route->label.x, origin.y + route->label.y, route->label.w, route->label.h};
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, frame, rect);
}

static void place_edge(CxTypesetter *setter, const CxDiagramFrame *frame, CxBox *box, size_t index, CxPoint origin) {
  const CxDiagramEdge *edge = &frame->diagram->edges.items[index];
  const CxGraphRoute *route = &frame->graph.routes[index];
  const size_t last = route->points.count - 1;
  if (route->points.count < 2) return;
  CxPlacedEdge *placed = cx_list_add(setter->arena, &box->edges);
  placed->edge = &edge->edge;
  for (size_t i = 0; i <= last; i++) {
    CxPoint point = route->points.items[i];
    if (i == 0) point = end_of(setter, frame, edge->from, point);
    if (i == last) point = end_of(setter, frame, edge->to, point);
    *cx_list_add(setter->arena, &placed->points) = moved(point, origin);
  }
  if (frame->labels[index] != NULL) place_label(setter, frame->labels[index], route, box, origin);
}

static void place_rows(CxTypesetter *setter, const CxFold *rows, CxBox *box) {
  double x = box->rect.x, y = box->rect.y;
  for (size_t i = 0; i < rows->count; i++) {
    CxFrame *row = rows->items[i];
    const bool is_down = row->diagram->diagram->is_down;
    const CxRect rect =
        is_down ? (CxRect){x, y, row->diagram->width, box->rect.h} : (CxRect){x, y, box->rect.w, row->diagram->height};
    *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, row, rect);
    x += is_down ? rect.w + COLUMN_GAP : 0;
    y += is_down ? 0 : rect.h + CX_PART_GAP;
  }
}

/* Without lanes a diagram that runs down stands in the middle. */
static CxPoint origin_of(const CxDiagramFrame *frame, CxRect rect) {
  const bool is_down = frame->diagram->is_down;
  const double along = frame->strip + frame->inset, free = rect.w - frame->graph.width;
  if (!is_down) return (CxPoint){rect.x + along, rect.y};
  return (CxPoint){rect.x + (frame->diagram->lanes.count == 0 ? MAX(free, 0) / 2 : 0), rect.y + along};
}

void cx_diagram_place(CxTypesetter *setter, CxFrame *frame, CxBox *box) {
  const CxDiagramFrame *own = frame->diagram;
  if (own->rows.count > 0) {
    place_rows(setter, &own->rows, box);
    return;
  }
  const CxPoint origin = origin_of(own, box->rect);
  for (size_t i = 0; i < own->diagram->lanes.count; i++) place_lane(setter, own, box, i, origin);
  for (size_t i = 0; i < own->diagram->nodes.count; i++) place_node(setter, own, box, i, origin);
  for (size_t i = 0; i < own->diagram->edges.count; i++) place_edge(setter, own, box, i, origin);
}
