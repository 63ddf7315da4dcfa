/* Folds a diagram that is longer than its place into rows, or columns where it runs down.
 *
 * In: a diagram with its layers. Out: diagrams of its own for runs of layers, each laid out anew. An arrow from one run
 * to another ends in a numbered disc, and goes on from a disc with the same number: one number for each step that such
 * arrows lead to. Runs end where few arrows are cut.
 */
#include "fold.h"

enum { TRIES = 8, FEWER = 12 }; /* to make a row fit by taking layers off its end; the share that goes at least */

/* Nodes, and layers that their arrows pass, that are laid out in rows for one sheet: many times what a flow needs on
 * the smallest paper, about 90 a node. What has so many arrows that no row will ever fit is left as it is then. */
static const uint64_t LEAST_WORK = 150000, WORK_OF_NODE = 200;
static const uint64_t WORK_OF_CUT = 8; /* of an arrow that is cut: its disc stands in a crowd then */

typedef CX_LIST(size_t) Nodes;

typedef struct Folding {
  CxTypesetter *setter;
  const CxDiagramFrame *frame;
  CxCuts cuts;
  CxFoldRoom first, room;
  size_t *numbers; /* of each node that arrows from elsewhere lead to; 0: none yet */
  size_t count;    /* of these */
  CxFold *fold;
} Folding;

static CxFoldRoom room_of(const Folding *folding) {
  return folding->fold->count == 0 ? folding->first : folding->room;
}

static bool has_worked_enough(const Folding *folding) {
  return folding->setter->folded > LEAST_WORK + WORK_OF_NODE * folding->frame->diagram->nodes.count;
}

static size_t layer_of(const Folding *folding, size_t node) {
  return folding->cuts.places[node];
}

/* ---- A row ------------------------------------------------------------------------------------------------------ */

CxBlock *cx_connector_block(const CxTypesetter *setter, size_t number, const CxBlock *goal) {
  CxBlock *disc = cx_block_new(setter->arena, CX_BLOCK_DISC, "connector");
  disc->size = setter->theme->sizes.badge / 2;
  disc->phrase = (CxPhrase){.text = cx_arena_printf(setter->arena, "%zu", number), .lang = "en"};
  disc->font = CX_FONT_META;
  disc->paint = CX_PAINT_ACCENT;
  disc->signs = CX_SIGNS(CX_SIGN_GOES_ON);
  disc->title = goal->title;
  disc->ref = goal->ref;
  return disc;
}

static CxBlock *disc_block(Folding *folding, size_t node) {
  if (folding->numbers[node] == 0) folding->numbers[node] = ++folding->count;
  return cx_connector_block(folding->setter, folding->numbers[node], folding->frame->diagram->nodes.items[node].block);
}

typedef struct Row {
  Folding *folding;
  const Nodes *nodes;
  CxBlock *block;
  CxDiagram *diagram;
  size_t *places;  /* of the diagram's nodes in the row, from 1; 0: elsewhere */
  size_t *leaving; /* likewise of the discs behind which they stand */
  size_t *coming;
  size_t *lanes; /* of the diagram's lanes: their places in the row, from 1 */
} Row;

static bool is_in(const Row *row, size_t node) {
  return row->places[node] > 0;
}

static size_t lane_in(const Row *row, size_t node) {
  const CxDiagram *whole = row->folding->frame->diagram;
  return whole->lanes.count == 0 ? 0 : row->lanes[whole->nodes.items[node].lane] - 1;
}

/* Only the lanes that something stands in. */
static void add_lanes(Row *row) {
  CxArena *arena = row->folding->setter->arena;
  const CxDiagram *whole = row->folding->frame->diagram;
  for (size_t i = 0; i < row->nodes->count && whole->lanes.count > 0; i++)
    row->lanes[whole->nodes.items[row->nodes->items[i]].lane] = 1;
  for (size_t i = 0; i < whole->lanes.count; i++) {
    if (row->lanes[i] == 0) continue;
    *cx_list_add(arena, &row->diagram->lanes) = cx_block_add(arena, row->block, whole->lanes.items[i]);
    row->lanes[i] = row->diagram->lanes.count;
  }
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
  size_t first = SIZE_MAX;
  for (size_t i = 0; i < row->nodes->count; i++) first = MIN(first, layer_of(row->folding, row->nodes->items[i]));
  for (size_t i = 0; i < row->nodes->count; i++) {
    const size_t index = row->nodes->items[i];
    CxDiagramNode node = whole->nodes.items[index];
    node.least_layer = layer_of(row->folding, index) - first + (first > 0 ? 1 : 0);
    node.lane = lane_in(row, index);
    row->places[index] = add_node(row, node);
    row->folding->setter->folded++;
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
        add_node(row, (CxDiagramNode){.block = disc_block(row->folding, edge->to), .lane = lane_in(row, edge->from)});
  add_edge(row, *edge, row->places[edge->from], row->leaving[edge->to]);
}

/* The arrow from a disc; only the first that comes. */
static void come(Row *row, const CxDiagramEdge *edge) {
  if (row->coming[edge->to] > 0) return;
  row->coming[edge->to] = add_node(
      row,
      (CxDiagramNode){.block = disc_block(row->folding, edge->to), .lane = lane_in(row, edge->to), .is_start = true});
  CxDiagramEdge rest = *edge;
  rest.edge.label = NULL;
  rest.edge.signs = 0;
  rest.exit = CX_LEAVE_ANY;
  add_edge(row, rest, row->coming[edge->to], row->places[edge->to]);
}

static uint64_t layers_between(const Folding *folding, const CxDiagramEdge *edge) {
  const size_t from = layer_of(folding, edge->from), to = layer_of(folding, edge->to);
  return 1 + MAX(from, to) - MIN(from, to);
}

static void add_edges(Row *row) {
  const CxDiagram *whole = row->folding->frame->diagram;
  for (size_t i = 0; i < whole->edges.count; i++) {
    const CxDiagramEdge *edge = &whole->edges.items[i];
    const bool begins = is_in(row, edge->from), ends = is_in(row, edge->to);
    if (begins || ends)
      row->folding->setter->folded += begins && ends ? layers_between(row->folding, edge) : WORK_OF_CUT;
    if (begins && ends)
      add_edge(row, *edge, row->places[edge->from], row->places[edge->to]);
    else if (begins)
      leave(row, edge);
    else if (ends)
      come(row, edge);
  }
}

static CxFrame *make_row(Folding *folding, const Nodes *nodes) {
  CxArena *arena = folding->setter->arena;
  const CxDiagram *whole = folding->frame->diagram;
  const size_t count = whole->nodes.count;
  Row row = {.folding = folding, .nodes = nodes};
  row.places = g_new0(size_t, 3 * count + whole->lanes.count + 1);
  row.leaving = row.places + count;
  row.coming = row.leaving + count;
  row.lanes = row.coming + count;
  row.block = cx_block_new(arena, CX_BLOCK_DIAGRAM, NULL);
  row.diagram = row.block->diagram = cx_new(arena, CxDiagram);
  row.diagram->is_down = whole->is_down;
  row.diagram->is_part = true;
  row.diagram->strip = cx_diagram_part_strip(folding->frame);
  row.diagram->length = room_of(folding).length - cx_diagram_around(folding->frame);
  add_lanes(&row);
  add_nodes(&row);
  add_edges(&row);
  g_free(row.places);
  return cx_frame_new(folding->setter, row.block);
}

static double length_of(const CxFrame *row) {
  return row->diagram->diagram->is_down ? row->diagram->height : row->diagram->width;
}

static double breadth_of(const CxFrame *row) {
  return row->diagram->diagram->is_down ? row->diagram->width : row->diagram->height;
}

/* NULL where it is larger than it may be; its numbers are then free again. */
static CxFrame *try_row(Folding *folding, const Nodes *nodes, bool *is_long) {
  const size_t numbered = folding->count;
  CxFrame *row = make_row(folding, nodes);
  const CxFoldRoom room = room_of(folding);
  *is_long = length_of(row) > room.length + 1e-6;
  if (!*is_long && breadth_of(row) <= room.breadth + 1e-6) return row;
  for (size_t i = 0; i < folding->frame->diagram->nodes.count; i++)
    if (folding->numbers[i] > numbered) folding->numbers[i] = 0;
  folding->count = numbered;
  return NULL;
}

/* ---- All rows --------------------------------------------------------------------------------------------------- */

static Nodes nodes_between(const Folding *folding, size_t first, size_t end) {
  Nodes nodes = {0};
  for (size_t i = 0; i < folding->frame->diagram->nodes.count; i++)
    if (layer_of(folding, i) >= first && layer_of(folding, i) < end) *cx_list_add(folding->setter->arena, &nodes) = i;
  return nodes;
}

/* Where a node stands across the way the diagram runs, a note with what it speaks of. */
static double across(const Folding *folding, size_t node) {
  const CxRect rect = folding->frame->graph.nodes[folding->cuts.owners[node]];
  return folding->frame->diagram->is_down ? rect.x + rect.w / 2 : rect.y + rect.h / 2;
}

static double place_of(const Folding *folding, size_t node, bool is_long) {
  return is_long ? (double)layer_of(folding, node) : across(folding, node);
}

/* The value that has half of the nodes at or under it, and some over it; G_MAXDOUBLE where all have the same. */
static double middle_of(const Folding *folding, const Nodes *nodes, bool is_long) {
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  for (size_t i = 0; i < nodes->count; i++) {
    low = MIN(low, place_of(folding, nodes->items[i], is_long));
    high = MAX(high, place_of(folding, nodes->items[i], is_long));
  }
  return high - low < 1e-3 ? G_MAXDOUBLE : (low + high) / 2;
}

/* The half with the beginning comes first. */
static bool is_before(const Folding *folding, const Nodes *one, const Nodes *other) {
  size_t first[2] = {SIZE_MAX, SIZE_MAX};
  const Nodes *const halves[] = {one, other};
  for (size_t k = 0; k < 2; k++)
    for (size_t i = 0; i < halves[k]->count; i++) {
      const size_t node = halves[k]->items[i];
      const bool is_start = folding->frame->diagram->nodes.items[node].is_start;
      first[k] = MIN(first[k], is_start ? 0 : layer_of(folding, node) + 1);
    }
  return first[0] <= first[1];
}

/* Cuts a row that is too large along its way where it is too long, else across it. */
static bool halve(const Folding *folding, const Nodes *nodes, bool is_long, Nodes halves[2]) {
  double middle = middle_of(folding, nodes, is_long);
  if (nodes->count < 2) return false;
  if (middle == G_MAXDOUBLE) {
    is_long = !is_long;
    middle = middle_of(folding, nodes, is_long);
  }
  for (size_t i = 0; i < nodes->count; i++) {
    const bool is_behind = middle == G_MAXDOUBLE ? i >= nodes->count / 2 /* a step and its note */
                                                 : place_of(folding, nodes->items[i], is_long) > middle;
    *cx_list_add(folding->setter->arena, &halves[is_behind ? 1 : 0]) = nodes->items[i];
  }
  return true;
}

static bool add_halves(Folding *folding, const Nodes *nodes, bool is_long);

static bool add_part(Folding *folding, const Nodes *nodes) {
  bool is_long;
  if (has_worked_enough(folding)) return false;
  CxFrame *row = try_row(folding, nodes, &is_long);
  if (row == NULL) return add_halves(folding, nodes, is_long);
  *cx_list_add(folding->setter->arena, folding->fold) = row;
  return true;
}

/* False where one node alone is too large. */
static bool add_halves(Folding *folding, const Nodes *nodes, bool is_long) {
  Nodes halves[2] = {{0}, {0}};
  if (!halve(folding, nodes, is_long, halves)) return false;
  const size_t first = is_before(folding, &halves[0], &halves[1]) ? 0 : 1;
  return add_part(folding, &halves[first]) && add_part(folding, &halves[1 - first]);
}

/* A row that turns out longer than was reckoned gives its last layers to the next. */
static bool add_row(Folding *folding, size_t first, size_t *end) {
  folding->cuts.room = MAX(room_of(folding).length - cx_diagram_around(folding->frame), 1);
  *end = cx_cuts_end(&folding->cuts, first, folding->cuts.layers);
  for (int i = 0;; i++) {
    bool is_long;
    if (has_worked_enough(folding)) return false;
    const Nodes nodes = nodes_between(folding, first, *end);
    if (nodes.count == 0) return true;
    CxFrame *row = try_row(folding, &nodes, &is_long);
    if (row != NULL) {
      *cx_list_add(folding->setter->arena, folding->fold) = row;
      return true;
    }
    if (!is_long || *end == first + 1 || i == TRIES) return add_halves(folding, &nodes, is_long);
    *end = cx_cuts_end(&folding->cuts, first, *end - 1 - (*end - first) / FEWER);
  }
}

static bool add_rows(Folding *folding) {
  for (size_t first = 0, end; first < folding->cuts.layers; first = end)
    if (!add_row(folding, first, &end)) return false;
  return true;
}

CxFold cx_diagram_fold(CxTypesetter *setter, const CxDiagramFrame *frame, CxFoldRoom first, CxFoldRoom room) {
  const CxSizes *sizes = &setter->theme->sizes;
  CxFold fold = {0};
  Folding folding = {.setter = setter, .frame = frame, .fold = &fold, .first = first, .room = room};
  folding.cuts = cx_cuts_find(setter, frame);
  cx_cuts_plan(&folding.cuts, MAX(room.length - cx_diagram_around(frame), 1), sizes->badge + sizes->layer_gap);
  folding.numbers = g_new0(size_t, frame->diagram->nodes.count + 1);
  if (!add_rows(&folding)) fold.count = 0;
  g_free(folding.numbers);
  return fold;
}
