/* Lays out a tree of causes: columns from the problem to the countermeasures, leaves under each other.
 *
 * In: a frame whose block has nodes, each behind its parent. Out: its widths, its height at a width, the boxes in their
 * places. A parent stands at the middle of its first and last child; subtrees never reach into each other's rows. An
 * answer stands at the height of what it answers, or under it where that has causes of its own. Under the tree a line
 * leads back.
 */
#include "../charts/charts.h"
#include "diagram.h"

static const size_t MANY_LEVELS = 6;
static const double LINES_MANY = 4.5; /* of text in a box, over which columns get as wide as they may */
static const double HEAD_GAP = 6, HEAD_LINE = 16, UNDER = 3, UNDER_INDENT = 12;
static const double BACK_GAP = 20, BACK_LINE = 14, WORD_GAP = 5, ASIDE = 6;

struct CxTreeFrame {
  const CxTree *tree;
  CxFrame **nodes, **unders, **heads, **backs;
  size_t *first, *next; /* child and sibling of each node, answers left out; SIZE_MAX: none */
  size_t *answers;      /* of each node; SIZE_MAX: none */
  size_t columns;
  double least; /* width of a column */
};

/* Where all stand at a width: of each node the upper end and the height of its subtree, and its middle in it. */
typedef struct Trunk {
  double column;
  double *tops, *heights, *middles, *own, *children; /* own: of the box; children: from the top to theirs */
  double head, back;                                 /* heights of the words over and under the tree */
} Trunk;

/* ---- Frames ---------------------------------------------------------------------------------------------------- */

static void link_nodes(CxTypesetter *setter, CxTreeFrame *frame) {
  const size_t count = frame->tree->nodes.count;
  frame->first = cx_new_array(setter->arena, size_t, count);
  frame->next = cx_new_array(setter->arena, size_t, count);
  frame->answers = cx_new_array(setter->arena, size_t, count);
  for (size_t i = 0; i < count; i++) frame->first[i] = frame->next[i] = frame->answers[i] = SIZE_MAX;
  for (size_t i = count; i-- > 0;) {
    const CxTreeNode *node = &frame->tree->nodes.items[i];
    if (node->parent == i) continue;
    size_t *list = node->is_answer ? &frame->answers[node->parent] : &frame->first[node->parent];
    if (!node->is_answer) frame->next[i] = *list;
    *list = i;
  }
}

static CxFrame **frames_of(CxTypesetter *setter, const CxBlocks *blocks) {
  CxFrame **frames = cx_new_array(setter->arena, CxFrame *, blocks->count);
  for (size_t i = 0; i < blocks->count; i++) frames[i] = cx_frame_new(setter, blocks->items[i]);
  return frames;
}

static void make_frames(CxTypesetter *setter, CxTreeFrame *frame) {
  const CxTree *tree = frame->tree;
  frame->nodes = cx_new_array(setter->arena, CxFrame *, tree->nodes.count);
  frame->unders = cx_new_array(setter->arena, CxFrame *, tree->nodes.count);
  for (size_t i = 0; i < tree->nodes.count; i++) {
    const CxTreeNode *node = &tree->nodes.items[i];
    frame->nodes[i] = cx_frame_new(setter, node->block);
    if (node->under != NULL) frame->unders[i] = cx_frame_new(setter, node->under);
    frame->least = MAX(frame->least, frame->nodes[i]->smallest);
  }
  frame->heads = frames_of(setter, &tree->heads);
  frame->backs = frames_of(setter, &tree->backs);
  frame->columns = tree->heads.count;
  for (size_t i = 0; i < tree->heads.count; i++) frame->least = MAX(frame->least, frame->heads[i]->smallest);
}

static double gaps(const CxTypesetter *setter, const CxTreeFrame *frame) {
  return setter->theme->sizes.cause_gap * (double)(MAX(frame->columns, 1) - 1);
}

static bool is_wordy(const CxTypesetter *setter, const CxTreeFrame *frame, double column) {
  const double line =
      setter->is_tall ? setter->theme->fonts[CX_FONT_CAUSE].line_tall : setter->theme->fonts[CX_FONT_CAUSE].line;
  for (size_t i = 0; i < frame->tree->nodes.count; i++)
    if (cx_frame_known_height(setter, frame->nodes[i], column) > LINES_MANY * line + 24) return true;
  return false;
}

void cx_tree_prepare(CxTypesetter *setter, CxFrame *frame) {
  const CxSizes *sizes = &setter->theme->sizes;
  CxTreeFrame *own = frame->tree = cx_new(setter->arena, CxTreeFrame);
  own->tree = frame->block->tree;
  make_frames(setter, own);
  link_nodes(setter, own);
  const bool is_deep = own->columns > MANY_LEVELS + 2;
  const double least = MAX(sizes->cause_least, own->least);
  double best = MAX(is_deep ? sizes->cause_narrow : sizes->cause_width, least);
  if (!is_deep && is_wordy(setter, own, best)) best = MAX(sizes->cause_wide, least);
  frame->smallest = least * (double)own->columns + gaps(setter, own);
  frame->natural = best * (double)own->columns + gaps(setter, own);
}

/* ---- Heights --------------------------------------------------------------------------------------------------- */

/* How far a node reaches over and under its middle, with its answer where that stands beside it. */
static CxPoint reach_of(const CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, size_t index) {
  CxPoint reach = {trunk->own[index] / 2, trunk->own[index] / 2};
  if (frame->unders[index] != NULL)
    reach.y += UNDER + cx_frame_known_height(setter, frame->unders[index], trunk->column - UNDER_INDENT);
  const size_t answer = frame->answers[index];
  if (answer != SIZE_MAX && frame->first[index] == SIZE_MAX) {
    reach.x = MAX(reach.x, trunk->own[answer] / 2);
    reach.y = MAX(reach.y, trunk->own[answer] / 2);
  }
  return reach;
}

/* The rows of a node's children, and of an answer under them. Heights of subtrees behind it are known. */
static void measure_subtree(const CxTypesetter *setter, const CxTreeFrame *frame, Trunk *trunk, size_t index) {
  const double gap = setter->theme->sizes.leaf_gap;
  const CxPoint reach = reach_of(setter, frame, trunk, index);
  double used = 0, first = 0, last = 0;
  for (size_t child = frame->first[index]; child != SIZE_MAX; child = frame->next[child]) {
    if (used > 0) used += gap;
    last = used + trunk->middles[child];
    if (child == frame->first[index]) first = last;
    used += trunk->heights[child];
  }
  const size_t answer = frame->answers[index];
  if (answer != SIZE_MAX && used > 0) used += gap + trunk->own[answer];
  const double middle = used > 0 ? (first + last) / 2 : reach.x;
  trunk->children[index] = MAX(reach.x - middle, 0);
  trunk->middles[index] = middle + trunk->children[index];
  trunk->heights[index] = MAX(trunk->children[index] + used, trunk->middles[index] + reach.y);
}

static double column_width(const CxTypesetter *setter, const CxTreeFrame *frame, double width) {
  const double share = (width - gaps(setter, frame)) / (double)MAX(frame->columns, 1);
  return MIN(share, MAX(setter->theme->sizes.cause_wide, frame->least));
}

static double highest(const CxTypesetter *setter, CxFrame **frames, size_t count, double width) {
  double height = 0;
  for (size_t i = 0; i < count; i++) height = MAX(height, cx_frame_known_height(setter, frames[i], width));
  return height;
}

/* The caller frees `tops`, which holds all of its arrays. */
static Trunk measure(const CxTypesetter *setter, const CxTreeFrame *frame, double width) {
  const size_t count = frame->tree->nodes.count;
  double *numbers = g_new0(double, 5 * count + 1);
  Trunk trunk = {.column = column_width(setter, frame, width), .tops = numbers};
  trunk.heights = numbers + count;
  trunk.middles = numbers + 2 * count;
  trunk.own = numbers + 3 * count;
  trunk.children = numbers + 4 * count;
  trunk.head = highest(setter, frame->heads, frame->tree->heads.count, trunk.column) + HEAD_GAP + HEAD_LINE;
  if (frame->tree->backs.count > 0)
    trunk.back =
        BACK_GAP + BACK_LINE + MAX(highest(setter, frame->backs, frame->tree->backs.count, trunk.column) / 2, ASIDE);
  for (size_t i = 0; i < count; i++) trunk.own[i] = cx_frame_known_height(setter, frame->nodes[i], trunk.column);
  for (size_t i = count; i-- > 0;)
    if (!frame->tree->nodes.items[i].is_answer) measure_subtree(setter, frame, &trunk, i);
  return trunk;
}

double cx_tree_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const Trunk trunk = measure(setter, frame->tree, width);
  const double height = trunk.head + (frame->tree->tree->nodes.count > 0 ? trunk.heights[0] : 0) + trunk.back;
  g_free(trunk.tops);
  return height;
}

/* ---- Placing --------------------------------------------------------------------------------------------------- */

/* From the roots on; answers when what they answer is known. */
static void find_tops(const CxTypesetter *setter, const CxTreeFrame *frame, Trunk *trunk) {
  for (size_t i = 0; i < frame->tree->nodes.count; i++) {
    if (frame->tree->nodes.items[i].is_answer) continue;
    double top = trunk->tops[i] + trunk->children[i];
    for (size_t child = frame->first[i]; child != SIZE_MAX; child = frame->next[child]) {
      trunk->tops[child] = top;
      top += trunk->heights[child] + setter->theme->sizes.leaf_gap;
    }
    const size_t answer = frame->answers[i];
    if (answer == SIZE_MAX) continue;
    trunk->middles[answer] = trunk->own[answer] / 2;
    trunk->tops[answer] =
        frame->first[i] != SIZE_MAX ? top : trunk->tops[i] + trunk->middles[i] - trunk->middles[answer];
  }
}

static double column_x(const CxTypesetter *setter, const Trunk *trunk, size_t column) {
  return (double)column * (trunk->column + setter->theme->sizes.cause_gap);
}

/* The node's rectangle, seen from the box. */
static CxRect node_rect(const CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, size_t index) {
  const double middle = trunk->head + trunk->tops[index] + trunk->middles[index];
  return (CxRect){column_x(setter, trunk, frame->tree->nodes.items[index].column), middle - trunk->own[index] / 2,
                  trunk->column, trunk->own[index]};
}

static CxRect moved(CxRect rect, const CxBox *box) {
  return (CxRect){rect.x + box->rect.x, rect.y + box->rect.y, rect.w, rect.h};
}

static void add(CxTypesetter *setter, CxBox *box, CxFrame *frame, CxRect rect) {
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, frame, moved(rect, box));
}

static void place_node(CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, CxBox *box, size_t index) {
  const CxRect rect = node_rect(setter, frame, trunk, index);
  add(setter, box, frame->nodes[index], rect);
  if (frame->unders[index] == NULL) return;
  const double width = rect.w - UNDER_INDENT;
  add(setter, box, frame->unders[index],
      (CxRect){rect.x + UNDER_INDENT, rect.y + rect.h + UNDER, width,
               cx_frame_known_height(setter, frame->unders[index], width)});
}

/* All that leave a node share the way to the middle of the gap; the way to an answer turns a little behind it. */
static void place_edge(CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, CxBox *box, size_t index) {
  const CxTreeNode *node = &frame->tree->nodes.items[index];
  if (node->parent == index) return;
  const CxRect from = moved(node_rect(setter, frame, trunk, node->parent), box);
  const CxRect to = moved(node_rect(setter, frame, trunk, index), box);
  const double start = from.y + from.h / 2, end = to.y + to.h / 2, straight = 0.05;
  const double turn = from.x + from.w + setter->theme->sizes.cause_gap / 2 + (node->is_answer ? ASIDE : 0);
  CxPlacedEdge *placed = cx_list_add(setter->arena, &box->edges);
  placed->edge = &node->edge;
  *cx_list_add(setter->arena, &placed->points) = (CxPoint){from.x + from.w, start};
  if (end - start > straight || start - end > straight) {
    *cx_list_add(setter->arena, &placed->points) = (CxPoint){turn, start};
    *cx_list_add(setter->arena, &placed->points) = (CxPoint){turn, end};
  }
  *cx_list_add(setter->arena, &placed->points) =
      (CxPoint){to.x, end - start > straight || start - end > straight ? end : start};
}

static void add_line(CxTypesetter *setter, CxBox *box, double y) {
  *cx_list_add(setter->arena, &box->hairlines) =
      (CxLevelLine){.x1 = box->rect.x, .x2 = box->rect.x + box->rect.w, .y = box->rect.y + y};
}

static void place_heads(CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, CxBox *box) {
  const double foot = trunk->head - HEAD_GAP - HEAD_LINE;
  for (size_t i = 0; i < frame->tree->heads.count; i++) {
    const double height = cx_frame_known_height(setter, frame->heads[i], trunk->column);
    add(setter, box, frame->heads[i], (CxRect){column_x(setter, trunk, i), foot - height, trunk->column, height});
  }
  add_line(setter, box, trunk->head - HEAD_LINE);
}

static void draw_piece(CxTypesetter *setter, CxBox *box, double from, double to, double y) {
  if (to - from < 1) return;
  CxDrawn *line = cx_chart_draw(setter, box, "back");
  cx_path_move(setter->arena, &line->path, from, y);
  cx_path_line(setter->arena, &line->path, to, y);
  line->stroke = CX_PAINT_MUTED;
  line->width = setter->theme->strokes[CX_STROKE_EDGE].width;
}

static void draw_head(CxTypesetter *setter, CxBox *box, double y) {
  const double size = setter->theme->sizes.edge_head, x = box->rect.x;
  CxDrawn *head = cx_chart_draw(setter, box, "back");
  cx_path_move(setter->arena, &head->path, x, y);
  cx_path_line(setter->arena, &head->path, x + size, y - size / 2);
  cx_path_line(setter->arena, &head->path, x + size, y + size / 2);
  cx_path_close(setter->arena, &head->path);
  head->fill = CX_PAINT_MUTED;
}

/* From the last cause back to the problem, a word in each gap. */
static void place_back(CxTypesetter *setter, const CxTreeFrame *frame, const Trunk *trunk, CxBox *box) {
  const size_t count = frame->tree->backs.count;
  if (count == 0) return;
  const double over = trunk->head + trunk->heights[0] + BACK_GAP, y = box->rect.y + over + BACK_LINE;
  double from = box->rect.x + setter->theme->sizes.edge_head / 2;
  add_line(setter, box, over);
  for (size_t i = 0; i < count; i++) {
    const double middle = column_x(setter, trunk, i + 1) - setter->theme->sizes.cause_gap / 2;
    const double width = MIN(frame->backs[i]->natural, trunk->column);
    const double height = cx_frame_known_height(setter, frame->backs[i], width);
    add(setter, box, frame->backs[i], (CxRect){middle - width / 2, y - box->rect.y - height / 2, width, height});
    draw_piece(setter, box, from, box->rect.x + middle - width / 2 - WORD_GAP, y);
    from = box->rect.x + middle + width / 2 + WORD_GAP;
  }
  draw_piece(setter, box, from, box->rect.x + column_x(setter, trunk, count) + trunk->column, y);
  draw_head(setter, box, y);
}

void cx_tree_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxTreeFrame *own = frame->tree;
  Trunk trunk = measure(setter, own, box->rect.w);
  find_tops(setter, own, &trunk);
  place_heads(setter, own, &trunk, box);
  for (size_t i = 0; i < own->tree->nodes.count; i++) place_node(setter, own, &trunk, box, i);
  for (size_t i = 0; i < own->tree->nodes.count; i++) place_edge(setter, own, &trunk, box, i);
  if (own->tree->nodes.count > 0) place_back(setter, own, &trunk, box);
  g_free(trunk.tops);
}
