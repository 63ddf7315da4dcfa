/* Folds a diagram that is longer than its place into rows, or columns where it runs down.
 *
 * In: a diagram with its layers. Out: diagrams of its own for runs of layers, each laid out anew. An arrow from one run
 * to another ends in a numbered disc, and goes on from a disc with the same number: one number for each step that such
 * arrows lead to. Runs end where few arrows are cut.
 */
#include "diagram.h"

static const double EVEN = 1.06;      /* times the mean length, that a row is allowed where all fit so */
static const double SHORTER = 0.7;    /* of what would fit, that a row may be for a better cut */
enum { TRIES = 8 };                   /* to make a row fit by taking layers off its end */

typedef struct Folding {
  CxTypesetter *setter;
  const CxDiagramFrame *frame;
  size_t layers;
  size_t *cuts;    /* arrows over the border before each layer */
  double *starts;  /* of each layer, in the way the diagram runs; one more: the end */
  size_t *rows;    /* of each node */
  size_t *numbers; /* of each node that arrows from elsewhere lead to; 0: none yet */
  size_t count;    /* of these */
  CxFold *fold;
} Folding;

/* ---- Where to cut ---------------------------------------------------------------------------------------------- */

static size_t layer_of(const Folding *folding, size_t node) {
  return folding->frame->graph.node_layers[node];
}

static void count_layers(Folding *folding) {
  const CxDiagram *diagram = folding->frame->diagram;
  for (size_t i = 0; i < diagram->nodes.count; i++) folding->layers = MAX(folding->layers, layer_of(folding, i) + 1);
  folding->cuts = cx_new_array(folding->setter->arena, size_t, folding->layers + 1);
  folding->starts = cx_new_array(folding->setter->arena, double, folding->layers + 1);
}

/* As differences first: each arrow is over all borders between its ends. */
static void count_cuts(Folding *folding) {
  const CxDiagram *diagram = folding->frame->diagram;
  size_t *ends = cx_new_array(folding->setter->arena, size_t, folding->layers + 1), open = 0;
  for (size_t i = 0; i < diagram->edges.count; i++) {
    const size_t a = layer_of(folding, diagram->edges.items[i].from), b = layer_of(folding, diagram->edges.items[i].to);
    if (a == b) continue;
    folding->cuts[MIN(a, b)]++;
    ends[MAX(a, b)]++;
  }
  for (size_t i = 0; i <= folding->layers; i++) {
    const size_t beginning = folding->cuts[i];
    open -= ends[i];
    folding->cuts[i] = open;
    open += beginning;
  }
}

static void find_starts(Folding *folding) {
  const CxDiagramFrame *frame = folding->frame;
  double *ends = cx_new_array(folding->setter->arena, double, folding->layers + 1);
  for (size_t i = 0; i < folding->layers; i++) folding->starts[i] = G_MAXDOUBLE;
  for (size_t i = 0; i < frame->diagram->nodes.count; i++) {
    const CxRect rect = frame->graph.nodes[i];
    const double at = frame->diagram->is_down ? rect.y : rect.x, size = frame->diagram->is_down ? rect.h : rect.w;
    const size_t layer = layer_of(folding, i);
    folding->starts[layer] = MIN(folding->starts[layer], at);
    ends[layer] = MAX(ends[layer], at + size);
  }
  for (size_t i = 0; i < folding->layers; i++) {
    if (folding->starts[i] == G_MAXDOUBLE) folding->starts[i] = i > 0 ? ends[i - 1] : 0;
    ends[i] = MAX(ends[i], folding->starts[i]);
  }
  folding->starts[folding->layers] = folding->layers > 0 ? ends[folding->layers - 1] : 0;
}

/* What stands before and behind the layers of a row. */
static double around(const Folding *folding) {
  const CxSizes *sizes = &folding->setter->theme->sizes;
  return folding->frame->strip + 2 * folding->frame->inset + 2 * (sizes->badge + sizes->layer_gap);
}

/* The best end of a row from `first` on: few cuts, then many layers. */
static size_t choose_end(const Folding *folding, size_t first, double limit) {
  const double from = folding->starts[first];
  size_t last = first + 1, best;
  while (last < folding->layers && folding->starts[last + 1] - from <= limit) last++;
  if (last == folding->layers) return last;
  best = last;
  for (size_t i = last; i > first && folding->starts[i] - from >= SHORTER * limit; i--)
    if (folding->cuts[i] < folding->cuts[best]) best = i;
  return best;
}

/* ---- A row ------------------------------------------------------------------------------------------------------ */

static CxBlock *disc_block(Folding *folding, size_t node) {
  CxArena *arena = folding->setter->arena;
  if (folding->numbers[node] == 0) folding->numbers[node] = ++folding->count;
  CxBlock *disc = cx_block_new(arena, CX_BLOCK_DISC, "connector");
  const CxBlock *goal = folding->frame->diagram->nodes.items[node].block;
  disc->size = folding->setter->theme->sizes.badge / 2;
  disc->phrase = (CxPhrase){.text = cx_arena_printf(arena, "%zu", folding->numbers[node]), .lang = "en"};
  disc->font = CX_FONT_META;
  disc->paint = CX_PAINT_ACCENT;
  disc->signs = CX_SIGNS(CX_SIGN_GOES_ON);
  disc->title = goal->title;
  disc->ref = goal->ref;
  return disc;
}

typedef struct Row {
  Folding *folding;
  CxBlock *block;
  CxDiagram *diagram;
  size_t *places;  /* of the diagram's nodes in the row, from 1; 0: elsewhere */
  size_t *leaving; /* likewise of the discs behind which they stand */
  size_t *coming;
  size_t first, end;
} Row;

static bool is_in(const Row *row, size_t node) {
  const size_t layer = layer_of(row->folding, node);
  return layer >= row->first && layer < row->end;
}

static size_t add_node(Row *row, CxDiagramNode node) {
  CxArena *arena = row->folding->setter->arena;
  *cx_list_add(arena, &row->diagram->nodes) = node;
  cx_block_add(arena, row->block, node.block);
  for (size_t k = 0; k < 2; k++) cx_block_add(arena, row->block, node.marks[k]);
  return row->diagram->nodes.count;
}

static void add_nodes(Row *row) {
  const CxDiagram *whole = row->folding->frame->diagram;
  for (size_t i = 0; i < whole->nodes.count; i++) {
    if (!is_in(row, i)) continue;
    CxDiagramNode node = whole->nodes.items[i];
    node.least_layer = layer_of(row->folding, i) - row->first + (row->first > 0 ? 1 : 0);
    row->places[i] = add_node(row, node);
  }
}

static void add_edge(Row *row, CxDiagramEdge edge, size_t from, size_t to) {
  CxArena *arena = row->folding->setter->arena;
  edge.from = from - 1;
  edge.to = to - 1;
  edge.edge.from = row->diagram->nodes.items[edge.from].block;
  edge.edge.to = row->diagram->nodes.items[edge.to].block;
  *cx_list_add(arena, &row->diagram->edges) = edge;
  cx_block_add(arena, row->block, edge.edge.label);
}

/* The arrow to a disc that leads to a step in another row. */
static void leave(Row *row, const CxDiagramEdge *edge) {
  if (row->leaving[edge->to] == 0)
    row->leaving[edge->to] =
        add_node(row, (CxDiagramNode){.block = disc_block(row->folding, edge->to),
                                      .lane = row->folding->frame->diagram->nodes.items[edge->from].lane});
  add_edge(row, *edge, row->places[edge->from], row->leaving[edge->to]);
}

/* The arrow from a disc; only the first that comes. */
static void come(Row *row, const CxDiagramEdge *edge) {
  const CxDiagramNode *goal = &row->folding->frame->diagram->nodes.items[edge->to];
  if (row->coming[edge->to] > 0) return;
  row->coming[edge->to] = add_node(
      row, (CxDiagramNode){.block = disc_block(row->folding, edge->to), .lane = goal->lane, .is_start = true});
  CxDiagramEdge rest = *edge;
  rest.edge.label = NULL;
  rest.edge.signs = 0;
  rest.exit = CX_LEAVE_ANY;
  add_edge(row, rest, row->coming[edge->to], row->places[edge->to]);
}

static void add_edges(Row *row) {
  const CxDiagram *whole = row->folding->frame->diagram;
  for (size_t i = 0; i < whole->edges.count; i++) {
    const CxDiagramEdge *edge = &whole->edges.items[i];
    const bool begins = is_in(row, edge->from), ends = is_in(row, edge->to);
    if (begins && ends)
      add_edge(row, *edge, row->places[edge->from], row->places[edge->to]);
    else if (begins)
      leave(row, edge);
    else if (ends)
      come(row, edge);
  }
}

static CxFrame *make_row(Folding *folding, size_t first, size_t end) {
  CxArena *arena = folding->setter->arena;
  const CxDiagram *whole = folding->frame->diagram;
  const size_t count = whole->nodes.count;
  Row row = {.folding = folding, .first = first, .end = end};
  row.places = g_new0(size_t, 3 * count + 1);
  row.leaving = row.places + count;
  row.coming = row.leaving + count;
  row.block = cx_block_new(arena, CX_BLOCK_DIAGRAM, NULL);
  row.diagram = row.block->diagram = cx_new(arena, CxDiagram);
  row.diagram->is_down = whole->is_down;
  row.diagram->is_part = true;
  row.diagram->lanes = whole->lanes;
  for (size_t i = 0; i < whole->lanes.count; i++) cx_block_add(arena, row.block, whole->lanes.items[i]);
  add_nodes(&row);
  add_edges(&row);
  g_free(row.places);
  return cx_frame_new(folding->setter, row.block);
}

/* ---- All rows --------------------------------------------------------------------------------------------------- */

static double length_of(const CxFrame *row) {
  return row->diagram->diagram->is_down ? row->diagram->height : row->diagram->width;
}

/* A row that turns out longer than was reckoned gives its last layers to the next. */
static CxFrame *fitting_row(Folding *folding, size_t first, size_t *end, double room, double limit) {
  CxFrame *row = NULL;
  const size_t numbered = folding->count;
  for (int i = 0; i < TRIES; i++) {
    *end = choose_end(folding, first, room);
    row = make_row(folding, first, *end);
    if (length_of(row) <= limit + 1e-6) return row;
    if (*end == first + 1) return NULL;
    for (size_t k = 0; k < folding->frame->diagram->nodes.count; k++)
      if (folding->numbers[k] > numbered) folding->numbers[k] = 0;
    folding->count = numbered;
    room = MIN(room, folding->starts[*end] - folding->starts[first]) * 0.85;
  }
  return NULL;
}

static bool add_rows(Folding *folding, double room, double limit) {
  for (size_t first = 0, end; first < folding->layers; first = end) {
    CxFrame *row = fitting_row(folding, first, &end, room, limit);
    if (row == NULL) return false;
    *cx_list_add(folding->setter->arena, folding->fold) = row;
  }
  return true;
}

CxFold cx_diagram_fold(CxTypesetter *setter, const CxDiagramFrame *frame, double limit) {
  CxFold fold = {0};
  Folding folding = {.setter = setter, .frame = frame, .fold = &fold};
  count_layers(&folding);
  count_cuts(&folding);
  find_starts(&folding);
  folding.numbers = g_new0(size_t, frame->diagram->nodes.count + 1);
  const double room = MAX(limit - around(&folding), 1), total = folding.starts[folding.layers];
  const double rows = (double)(size_t)(total / room) + 1;
  if (folding.layers > 0 && !add_rows(&folding, MIN(room, total / rows * EVEN), limit)) fold.count = 0;
  g_free(folding.numbers);
  return fold;
}

/* ---- Over pages -------------------------------------------------------------------------------------------------- */

static const double GAP = 30; /* between rows, between columns */

static CxBlock *page_of(CxTypesetter *setter, bool is_down) {
  CxBlock *page = cx_block_new(setter->arena, is_down ? CX_BLOCK_ROW : CX_BLOCK_STACK, NULL);
  page->gap = GAP;
  return page;
}

/* Rows under each other as long as they fit on a page. */
static bool slice_rows(CxTypesetter *setter, const CxFold *rows, double first, double height, CxBlocks *slices) {
  CxBlock *page = *cx_list_add(setter->arena, slices) = page_of(setter, false);
  double used = 0, room = first;
  for (size_t i = 0; i < rows->count; i++) {
    const double own = rows->items[i]->diagram->height, gap = used > 0 ? GAP : 0;
    if (own > MAX(first, height) + 1e-6) return false;
    if (used + gap + own > room + 1e-6) {
      page = *cx_list_add(setter->arena, slices) = page_of(setter, false);
      room = height;
      used = 0;
    }
    used += (used > 0 ? GAP : 0) + own;
    cx_block_add(setter->arena, page, (CxBlock *)rows->items[i]->block);
  }
  return true;
}

/* Columns beside each other; all are as high as the first page has room. */
static bool slice_columns(CxTypesetter *setter, const CxFold *columns, double width, CxBlocks *slices) {
  CxBlock *page = *cx_list_add(setter->arena, slices) = page_of(setter, true);
  double used = 0;
  for (size_t i = 0; i < columns->count; i++) {
    const double own = columns->items[i]->diagram->width, gap = used > 0 ? GAP : 0;
    if (own > width + 1e-6) return false;
    if (used + gap + own > width + 1e-6) {
      page = *cx_list_add(setter->arena, slices) = page_of(setter, true);
      used = 0;
    }
    used += (used > 0 ? GAP : 0) + own;
    cx_block_add(setter->arena, page, (CxBlock *)columns->items[i]->block);
  }
  return true;
}

bool cx_diagram_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height,
                      CxBlocks *slices) {
  const bool is_down = frame->diagram->diagram->is_down;
  const CxFold fold = cx_diagram_fold(setter, frame->diagram, is_down ? MIN(first, height) : width);
  if (fold.count == 0) return false;
  return is_down ? slice_columns(setter, &fold, width, slices) : slice_rows(setter, &fold, first, height, slices);
}
