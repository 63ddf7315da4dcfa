/* 5 whys: columns from the problem to the countermeasures, leaves under each other.
 *
 * In: a frame whose block has nodes, each behind its parent. Out: its widths, its height at a width, the boxes in their
 * places. The columns' width, from which the heights of the boxes follow, is chosen here; the engine does the rest: a
 * column is a layer. Connectors to other parts of the tree have narrow columns of their own. Over the tree stand the
 * columns' names, under it a line leads back.
 */
#include "../charts/charts.h"
#include "diagram.h"

static const size_t MANY_LEVELS = 6;
static const double LINES_MANY = 4.5;         /* of text in a box, over which columns get as wide as they may */
static const double WIDEST = 360, WIDER = 20; /* columns with very much text; from one width to the next */
static const double FAIR = 0.75;              /* of a good width, under which columns are rather dealt out to parts */
static const double HEAD_GAP = 6, HEAD_LINE = 16, UNDER = 3, UNDER_INDENT = 12;
static const double BACK_GAP = 20, BACK_LINE = 14, WORD_GAP = 5, ASIDE = 6;

/* ---- Frames ---------------------------------------------------------------------------------------------------- */

static CxFrame **frames_of(CxTypesetter *setter, const CxBlocks *blocks) {
  CxFrame **frames = cx_new_array(setter->arena, CxFrame *, blocks->count);
  for (size_t i = 0; i < blocks->count; i++)
    if (blocks->items[i] != NULL) frames[i] = cx_frame_new(setter, blocks->items[i]);
  return frames;
}

static void make_frames(CxTypesetter *setter, CxTreeFrame *frame) {
  const CxTree *tree = frame->tree;
  frame->nodes = cx_new_array(setter->arena, CxFrame *, tree->nodes.count);
  frame->unders = cx_new_array(setter->arena, CxFrame *, tree->nodes.count);
  frame->least = setter->theme->sizes.cause_least;
  for (size_t i = 0; i < tree->nodes.count; i++) {
    const CxTreeNode *node = &tree->nodes.items[i];
    frame->nodes[i] = cx_frame_new(setter, node->block);
    if (node->under != NULL) frame->unders[i] = cx_frame_new(setter, node->under);
    frame->least = MAX(frame->least, frame->nodes[i]->smallest);
  }
  frame->heads = frames_of(setter, &tree->heads);
  frame->backs = frames_of(setter, &tree->backs);
  for (size_t i = 0; i < tree->heads.count; i++)
    if (frame->heads[i] != NULL) frame->least = MAX(frame->least, frame->heads[i]->smallest);
}

static double highest_box(const CxTypesetter *setter, const CxTreeFrame *frame, double column) {
  double height = 0;
  for (size_t i = 0; i < frame->tree->nodes.count; i++)
    height = MAX(height, cx_frame_known_height(setter, frame->nodes[i], column));
  return height;
}

/* With much text columns get wider, with very much so wide that boxes stay blocks. */
static void choose_widths(const CxTypesetter *setter, CxTreeFrame *frame) {
  const CxSizes *sizes = &setter->theme->sizes;
  const CxFontStyle *font = &setter->theme->fonts[CX_FONT_CAUSE];
  const bool is_deep = frame->tree->heads.count > MANY_LEVELS + 2;
  const double least = frame->least, line = setter->is_tall ? font->line_tall : font->line;
  const bool has_many_words =
      highest_box(setter, frame, MAX(sizes->cause_width, least)) > LINES_MANY * line + 24; /* with its padding */
  double block = MAX(sizes->cause_wide, least);
  while (block < WIDEST && highest_box(setter, frame, block) > block) block += WIDER;
  const double wide = has_many_words ? block : MAX(sizes->cause_width, least);
  const double narrow = MAX(sizes->cause_narrow, least);
  frame->best = is_deep && block <= sizes->cause_wide ? narrow : wide;
  frame->fair = has_many_words ? MAX(narrow, wide * FAIR) : MAX(least, sizes->cause_narrow * FAIR);
}

/* ---- Columns --------------------------------------------------------------------------------------------------- */

static double connector_width(const CxTypesetter *setter) {
  return setter->theme->sizes.badge;
}

/* The columns of boxes, and in `rest` what connectors and gaps take. */
static size_t count_columns(const CxTypesetter *setter, const CxTreeFrame *frame, double *rest) {
  const size_t all = frame->tree->heads.count;
  size_t boxes = 0;
  for (size_t i = 0; i < all; i++) boxes += frame->heads[i] != NULL ? 1 : 0;
  *rest = setter->theme->sizes.cause_gap * (double)(MAX(all, 1) - 1) + connector_width(setter) * (double)(all - boxes);
  return boxes;
}

static double width_of(const CxTypesetter *setter, const CxTreeFrame *frame, double column) {
  double rest;
  const size_t boxes = count_columns(setter, frame, &rest);
  return column * (double)boxes + rest;
}

static double column_width(const CxTypesetter *setter, const CxTreeFrame *frame, double width) {
  double rest;
  const size_t boxes = count_columns(setter, frame, &rest);
  return MIN((width - rest) / (double)MAX(boxes, 1), MAX(setter->theme->sizes.cause_wide, frame->best));
}

/* Where a column begins; the place behind the last one is asked for, too. */
static double column_x(const CxTypesetter *setter, const CxTreeFrame *frame, double column, size_t index) {
  double x = 0;
  for (size_t i = 0; i < index; i++)
    x += (frame->heads[i] != NULL ? column : connector_width(setter)) + setter->theme->sizes.cause_gap;
  return x;
}

void cx_tree_prepare(CxTypesetter *setter, CxFrame *frame) {
  CxTreeFrame *own = frame->tree = cx_new(setter->arena, CxTreeFrame);
  own->tree = frame->block->tree;
  make_frames(setter, own);
  choose_widths(setter, own);
  frame->smallest = width_of(setter, own, own->least);
  frame->natural = width_of(setter, own, own->best);
  if (!own->tree->is_part) frame->smallest = MIN(frame->smallest, cx_tree_least_part(setter, own->least));
}

/* ---- What the engine is asked ---------------------------------------------------------------------------------- */

static CxGraphNode *graph_nodes(const CxTypesetter *setter, const CxTreeFrame *frame, double column, CxArena *arena) {
  const CxTree *tree = frame->tree;
  CxGraphNode *nodes = cx_new_array(arena, CxGraphNode, tree->nodes.count);
  for (size_t i = 0; i < tree->nodes.count; i++) {
    const bool is_disc = tree->nodes.items[i].block->kind == CX_BLOCK_DISC;
    nodes[i].w = is_disc ? connector_width(setter) : column;
    nodes[i].h = is_disc ? connector_width(setter) : cx_frame_known_height(setter, frame->nodes[i], column);
    nodes[i].least_layer = tree->nodes.items[i].column;
    if (frame->unders[i] != NULL)
      nodes[i].under = UNDER + cx_frame_known_height(setter, frame->unders[i], column - UNDER_INDENT);
  }
  return nodes;
}

/* A tree as the engine laid it out. */
typedef struct Laid {
  CxGraphLayout graph;
  size_t *ends; /* of each edge, the node that it leads to */
  size_t edges;
} Laid;

/* Those to answers come last: they stand below all others. */
static CxGraphEdge *graph_edges(const CxTree *tree, CxArena *arena, Laid *laid) {
  CxGraphEdge *edges = cx_new_array(arena, CxGraphEdge, tree->nodes.count);
  laid->ends = cx_new_array(arena, size_t, tree->nodes.count);
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < tree->nodes.count; i++) {
      const CxTreeNode *node = &tree->nodes.items[i];
      if (node->parent == i || node->is_answer != (pass == 1)) continue;
      laid->ends[laid->edges] = i;
      edges[laid->edges++] = (CxGraphEdge){.from = node->parent,
                                           .to = i,
                                           .weight = 1,
                                           .exit = node->is_answer ? CX_GRAPH_EXIT_ASIDE : CX_GRAPH_EXIT_ANY};
    }
  return edges;
}

static Laid lay_out(const CxTypesetter *setter, const CxTreeFrame *frame, double column, CxArena *arena) {
  const CxSizes *sizes = &setter->theme->sizes;
  const size_t columns = frame->tree->heads.count;
  double *lengths = cx_new_array(arena, double, columns + 1);
  for (size_t i = 0; i < columns; i++) lengths[i] = frame->heads[i] != NULL ? column : connector_width(setter);
  CxGraph graph = {.nodes = graph_nodes(setter, frame, column, arena),
                   .node_count = frame->tree->nodes.count,
                   .is_tree = true,
                   .least_lengths = lengths,
                   .least_length_count = columns,
                   .layer_gap = sizes->cause_gap,
                   .node_gap = sizes->leaf_gap,
                   .track = sizes->node_track};
  Laid laid = {0};
  graph.edges = graph_edges(frame->tree, arena, &laid);
  graph.edge_count = laid.edges;
  laid.graph = cx_graph_lay_out(arena, &graph);
  return laid;
}

/* ---- Heights --------------------------------------------------------------------------------------------------- */

static double highest(const CxTypesetter *setter, CxFrame **frames, size_t count, double width) {
  double height = 0;
  for (size_t i = 0; i < count; i++)
    if (frames[i] != NULL) height = MAX(height, cx_frame_known_height(setter, frames[i], width));
  return height;
}

static double head_height(const CxTypesetter *setter, const CxTreeFrame *frame, double column) {
  return highest(setter, frame->heads, frame->tree->heads.count, column) + HEAD_GAP + HEAD_LINE;
}

static double back_height(const CxTypesetter *setter, const CxTreeFrame *frame, double column) {
  const double word = highest(setter, frame->backs, frame->tree->backs.count, column);
  return word > 0 ? BACK_GAP + BACK_LINE + MAX(word / 2, ASIDE) : 0;
}

double cx_tree_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const CxTreeFrame *own = frame->tree;
  if (width < width_of(setter, own, own->least) - 1e-3) return CX_NEVER;
  const double column = column_width(setter, own, width);
  CxArena *arena = cx_arena_new();
  const double height = lay_out(setter, own, column, arena).graph.height;
  cx_arena_free(arena);
  return head_height(setter, own, column) + height + back_height(setter, own, column);
}

/* ---- Placing --------------------------------------------------------------------------------------------------- */

static void add(CxTypesetter *setter, CxBox *box, CxFrame *frame, CxRect rect) {
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, frame, rect);
}

static void place_node(CxTypesetter *setter, const CxTreeFrame *frame, CxBox *box, size_t index, CxRect rect) {
  add(setter, box, frame->nodes[index], rect);
  if (frame->unders[index] == NULL) return;
  const double width = rect.w - UNDER_INDENT;
  add(setter, box, frame->unders[index],
      (CxRect){rect.x + UNDER_INDENT, rect.y + rect.h + UNDER, width,
               cx_frame_known_height(setter, frame->unders[index], width)});
}

static void place_edge(CxTypesetter *setter, const CxEdge *edge, const CxGraphRoute *route, CxPoint at, CxBox *box) {
  CxPlacedEdge *placed = cx_list_add(setter->arena, &box->edges);
  placed->edge = edge;
  for (size_t i = 0; i < route->points.count; i++)
    *cx_list_add(setter->arena, &placed->points) =
        (CxPoint){route->points.items[i].x + at.x, route->points.items[i].y + at.y};
}

/* Gives the tree's height. */
static double place_graph(CxTypesetter *setter, const CxTreeFrame *frame, double column, CxPoint at, CxBox *box) {
  const CxTree *tree = frame->tree;
  const Laid laid = lay_out(setter, frame, column, setter->arena);
  for (size_t i = 0; i < tree->nodes.count; i++) {
    const CxRect rect = laid.graph.nodes[i];
    place_node(setter, frame, box, i, (CxRect){rect.x + at.x, rect.y + at.y, rect.w, rect.h});
  }
  for (size_t i = 0; i < laid.edges; i++)
    place_edge(setter, &tree->nodes.items[laid.ends[i]].edge, &laid.graph.routes[i], at, box);
  return laid.graph.height;
}

static void add_line(CxTypesetter *setter, CxBox *box, double y) {
  *cx_list_add(setter->arena, &box->hairlines) =
      (CxLevelLine){.x1 = box->rect.x, .x2 = box->rect.x + box->rect.w, .y = box->rect.y + y};
}

static void place_heads(CxTypesetter *setter, const CxTreeFrame *frame, double column, CxBox *box, double head) {
  const double foot = box->rect.y + head - HEAD_GAP - HEAD_LINE;
  for (size_t i = 0; i < frame->tree->heads.count; i++) {
    if (frame->heads[i] == NULL) continue;
    const double height = cx_frame_known_height(setter, frame->heads[i], column);
    add(setter, box, frame->heads[i],
        (CxRect){box->rect.x + column_x(setter, frame, column, i), foot - height, column, height});
  }
  add_line(setter, box, head - HEAD_LINE);
}

static void draw_piece(CxTypesetter *setter, CxBox *box, double from, double to, double y) {
  if (to - from < 1) return;
  CxDrawn *line = cx_chart_draw(setter, box, "back");
  cx_path_move(setter->arena, &line->path, from, y);
  cx_path_line(setter->arena, &line->path, to, y);
  line->stroke = CX_PAINT_MUTED;
  line->width = setter->theme->strokes[CX_STROKE_EDGE].width;
}

static void draw_head(CxTypesetter *setter, CxBox *box, double x, double y) {
  const double size = setter->theme->sizes.edge_head;
  CxDrawn *head = cx_chart_draw(setter, box, "back");
  cx_path_move(setter->arena, &head->path, x, y);
  cx_path_line(setter->arena, &head->path, x + size, y - size / 2);
  cx_path_line(setter->arena, &head->path, x + size, y + size / 2);
  cx_path_close(setter->arena, &head->path);
  head->fill = CX_PAINT_MUTED;
}

/* From the last cause back to the first one, a word in each gap; `y` is the end of the tree. */
static void place_back(CxTypesetter *setter, const CxTreeFrame *frame, double column, CxBox *box, double y) {
  const double over = y + BACK_GAP, line = box->rect.y + over + BACK_LINE, gap = setter->theme->sizes.cause_gap;
  double from = -1, end = 0;
  for (size_t i = 0; i < frame->tree->backs.count; i++) {
    CxFrame *word = frame->backs[i];
    if (word == NULL) continue;
    const double next = box->rect.x + column_x(setter, frame, column, i + 1), middle = next - gap / 2;
    const double width = MIN(word->natural, column), height = cx_frame_known_height(setter, word, width);
    if (from < 0) {
      add_line(setter, box, over);
      from = next - gap - column;
      draw_head(setter, box, from, line);
      from += setter->theme->sizes.edge_head / 2;
    }
    add(setter, box, word, (CxRect){middle - width / 2, line - height / 2, width, height});
    draw_piece(setter, box, from, middle - width / 2 - WORD_GAP, line);
    from = middle + width / 2 + WORD_GAP;
    end = next + column;
  }
  if (from >= 0) draw_piece(setter, box, from, end, line);
}

void cx_tree_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxTreeFrame *own = frame->tree;
  const double column = column_width(setter, own, box->rect.w), head = head_height(setter, own, column);
  place_heads(setter, own, column, box, head);
  const double height = place_graph(setter, own, column, (CxPoint){box->rect.x, box->rect.y + head}, box);
  place_back(setter, own, column, box, head + height);
}
