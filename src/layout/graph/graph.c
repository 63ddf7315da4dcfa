/* Layered graphs as in Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system structures",
 * 1981): circles broken, layers chosen, an order in each with few crossings, places, and orthogonal edges with tracks
 * of their own between the layers; then, where everything stands, edges with fewer bends. A phase is a file; draft.h
 * lists them in their order and holds what they hand on.
 *
 * Without lanes, parts of the graph that do not hang together are laid out apart and set in rows. A small graph is laid
 * out in several manners, and the best layout is taken. */
#include "draft.h"

#include <math.h>
#include <stdlib.h>

/* ---- Parts ---------------------------------------------------------------------------------------------------- */

typedef struct Parts {
  const CxGraph *graph;
  CxArena *arena;
  uint32_t count;
  uint32_t *part, *local;       /* of a node: its part, its number in it */
  uint32_t *first_node, *nodes; /* by part */
  uint32_t *first_edge, *edges;
} Parts;

static uint32_t find(uint32_t *parent, uint32_t node) {
  while (parent[node] != node) node = parent[node] = parent[parent[node]];
  return node;
}

/* What hangs together; with lanes, and in a tree, everything does. Parts are numbered by their first nodes. */
static void find_parts(Parts *parts) {
  const CxGraph *graph = parts->graph;
  const uint32_t nodes = (uint32_t)graph->node_count;
  uint32_t *parent = cx_new_array(parts->arena, uint32_t, nodes + 1);
  for (uint32_t i = 0; i < nodes; i++) parent[i] = graph->lane_count > 0 || graph->is_tree ? 0 : i;
  for (size_t i = 0; i < graph->edge_count; i++) {
    const uint32_t a = find(parent, (uint32_t)graph->edges[i].from), b = find(parent, (uint32_t)graph->edges[i].to);
    parent[MAX(a, b)] = MIN(a, b);
  }
  parts->part = cx_new_array(parts->arena, uint32_t, nodes + 1);
  for (uint32_t i = 0; i < nodes; i++) {
    const uint32_t root = find(parent, i);
    parts->part[i] = root == i ? parts->count++ : parts->part[root];
  }
}

static void fill_parts(Parts *parts) {
  const CxGraph *graph = parts->graph;
  parts->first_node = cx_new_array(parts->arena, uint32_t, parts->count + 2);
  parts->first_edge = cx_new_array(parts->arena, uint32_t, parts->count + 2);
  parts->nodes = cx_new_array(parts->arena, uint32_t, graph->node_count + 1);
  parts->edges = cx_new_array(parts->arena, uint32_t, graph->edge_count + 1);
  parts->local = cx_new_array(parts->arena, uint32_t, graph->node_count + 1);
  for (size_t i = 0; i < graph->node_count; i++) parts->first_node[parts->part[i] + 2]++;
  for (size_t i = 0; i < graph->edge_count; i++) parts->first_edge[parts->part[graph->edges[i].from] + 2]++;
  for (uint32_t i = 2; i < parts->count + 2; i++) {
    parts->first_node[i] += parts->first_node[i - 1];
    parts->first_edge[i] += parts->first_edge[i - 1];
  }
  for (uint32_t i = 0; i < graph->node_count; i++) parts->nodes[parts->first_node[parts->part[i] + 1]++] = i;
  for (uint32_t i = 0; i < graph->node_count; i++)
    parts->local[parts->nodes[i]] = i - parts->first_node[parts->part[parts->nodes[i]]];
  for (uint32_t i = 0; i < graph->edge_count; i++)
    parts->edges[parts->first_edge[parts->part[graph->edges[i].from] + 1]++] = i;
}

/* ---- One part ------------------------------------------------------------------------------------------------- */

static void add_edge(CxDraft *draft, const Parts *parts, uint32_t index) {
  const CxGraphEdge *edge = &draft->graph->edges[index];
  const CxPoint label = draft->is_down ? (CxPoint){edge->label.y, edge->label.x} : edge->label;
  const uint32_t from = parts->local[edge->from], to = parts->local[edge->to];
  if (from == to) {
    draft->has_loops[from] = true;
    draft->loops[draft->loop_count++] = (CxLoop){.edge = index, .node = from, .label = label};
    return;
  }
  draft->arcs[draft->arc_count++] = (CxArc){
      .tail = from, .head = to, .edge = index, .weight = CLAMP(edge->weight, 1, 100), .least_span = 1, .label = label};
}

static void begin_draft(CxDraft *draft, const Parts *parts, uint32_t part) {
  const uint32_t edges = parts->first_edge[part + 1] - parts->first_edge[part];
  draft->node_count = parts->first_node[part + 1] - parts->first_node[part];
  draft->node_ids = parts->nodes + parts->first_node[part];
  draft->arcs = cx_new_array(draft->arena, CxArc, 2 * (size_t)edges + 1);
  draft->has_loops = cx_new_array(draft->arena, bool, draft->node_count + 1);
  draft->loops = cx_new_array(draft->arena, CxLoop, edges + 1);
  for (uint32_t i = 0; i < draft->node_count; i++)
    *cx_list_add(draft->arena, &draft->stops) = (CxStop){.kind = CX_STOP_NODE, .owner = draft->node_ids[i]};
  for (uint32_t i = 0; i < draft->node_count && draft->graph->lane_count > 0; i++)
    draft->stops.items[i].lane = (uint32_t)MIN(cx_draft_node(draft, i)->lane, draft->graph->lane_count - 1);
  for (uint32_t i = 0; i < edges; i++) add_edge(draft, parts, parts->edges[parts->first_edge[part] + i]);
}

static const uint32_t MOST_ROUNDS = 6; /* of layers */

static void choose_layers(CxDraft *draft) {
  cx_draft_break_circles(draft);
  cx_draft_choose_flats(draft);
  for (uint32_t round = 0;; round++) {
    cx_draft_choose_layers(draft);
    cx_draft_add_bends(draft);
    if (!cx_draft_drop_flats(draft, round == MOST_ROUNDS)) break;
    cx_draft_take_bends(draft);
  }
}

static void choose_places(CxDraft *draft) {
  cx_draft_choose_sides(draft);
  cx_draft_set_ports(draft);
  if (!draft->graph->is_tree) cx_draft_straighten(draft);
  cx_draft_set_across(draft);
  if (!draft->graph->is_tree) cx_draft_shift_ports(draft);
  if (!draft->graph->is_tree) cx_draft_slide(draft);
  cx_draft_set_along(draft);
}

/* ---- The parts side by side ----------------------------------------------------------------------------------- */

/* Rows of parts: each goes into the first row that has room for it. */
typedef struct Rows {
  CX_LIST(CxGraphSpan) rows; /* at: the length in use; size: the thickness */
  uint32_t *row;             /* of a part */
  double *at;
} Rows;

static void put_in_rows(Rows *rows, CxArena *arena, const CxDraft *drafts, uint32_t count) {
  double area = 0, longest = 0;
  for (uint32_t i = 0; i < count; i++) {
    const double gap = drafts[i].graph->layer_gap, thick = drafts[i].thickness + drafts[i].graph->node_gap;
    area += (drafts[i].length + gap) * thick;
    longest = MAX(longest, drafts[i].length);
  }
  const double room = drafts[0].graph->row_length;
  longest = MAX(longest, room > 0 ? room : sqrt(area) * 1.2);
  rows->row = cx_new_array(arena, uint32_t, count + 1);
  rows->at = cx_new_array(arena, double, count + 1);
  size_t full = 0; /* rows that have no room for anything more, to keep the search short */
  for (uint32_t i = 0; i < count; i++) {
    size_t row = full;
    while (row < rows->rows.count && rows->rows.items[row].at + drafts[i].length > longest) row++;
    if (row == rows->rows.count) cx_list_add(arena, &rows->rows);
    CxGraphSpan *span = &rows->rows.items[row];
    rows->row[i] = (uint32_t)row, rows->at[i] = span->at;
    span->at += drafts[i].length + drafts[i].graph->layer_gap;
    span->size = MAX(span->size, drafts[i].thickness);
    if (rows->rows.count > full + 32) full = rows->rows.count - 32;
  }
}

static void note_layers(CxArena *arena, CxGraphLayout *layout, const CxDraft *draft) {
  for (uint32_t i = 0; i < draft->layer_count; i++) {
    const CxColumn *column = &draft->columns[i];
    *cx_list_add(arena, &layout->layers) =
        (CxGraphSpan){column->middle - column->before, column->before + column->after};
  }
  for (size_t i = 0; i < draft->graph->lane_count; i++)
    layout->lanes[i] = (CxGraphSpan){draft->lanes[i], draft->lanes[i + 1] - draft->lanes[i] - draft->graph->lane_gap};
}

static void put_together(CxArena *arena, CxGraphLayout *layout, const CxDraft *drafts, uint32_t count) {
  Rows rows = {0};
  put_in_rows(&rows, drafts[0].arena, drafts, count);
  double *top = cx_new_array(drafts[0].arena, double, rows.rows.count + 1), length = 0;
  for (size_t i = 0; i < rows.rows.count; i++)
    top[i + 1] = top[i] + rows.rows.items[i].size + drafts[0].graph->node_gap;
  for (uint32_t i = 0; i < count; i++) {
    cx_draft_draw(&drafts[i], arena, layout, (CxPoint){rows.at[i], top[rows.row[i]]});
    length = MAX(length, rows.at[i] + drafts[i].length);
  }
  const double thickness = top[rows.rows.count] - drafts[0].graph->node_gap;
  layout->width = drafts[0].is_down ? thickness : length;
  layout->height = drafts[0].is_down ? length : thickness;
  note_layers(arena, layout, &drafts[0]);
}

/* ---- The whole ------------------------------------------------------------------------------------------------- */

/* Layers do not tell how many bends there will be in the end. So small graphs are laid out in several manners, and the
 * best layout is taken. */
typedef struct Manner {
  bool stacks_much;    /* also ways of boxes stand upon one another */
  uint32_t first_walk; /* which of the two first orders is the walk in depth: the other is in breadth */
} Manner;

static const Manner MANNERS[] = {{true, 0}, {false, 0}, {true, 1}, {false, 1}};

/* How many of them; a tangle is one in any. */
static size_t manners_for(const CxGraph *graph) {
  const size_t few = 80, some = 2000, many = 3000, tangled = 8;
  if (graph->is_tree || graph->node_count > some || graph->edge_count > many) return 1;
  if (graph->edge_count > tangled * graph->node_count) return 1;
  return graph->edge_count > few ? 2 : G_N_ELEMENTS(MANNERS);
}

/* A graph that is laid out in one of them. */
typedef struct Trial {
  Manner manner;
  CxDraft *drafts;
} Trial;

typedef struct Trials {
  CxArena *arena;
  Parts parts;
  Trial items[G_N_ELEMENTS(MANNERS)];
  size_t count;
} Trials;

static Trial begin_trial(const Trials *trials, Manner manner) {
  const Parts *parts = &trials->parts;
  Trial trial = {manner, cx_new_array(trials->arena, CxDraft, parts->count)};
  for (uint32_t i = 0; i < parts->count; i++) {
    trial.drafts[i] = (CxDraft){.arena = trials->arena,
                                .graph = parts->graph,
                                .is_down = parts->graph->direction == CX_GRAPH_DOWN,
                                .stacks_much = manner.stacks_much,
                                .first_walk = manner.first_walk};
    begin_draft(&trial.drafts[i], parts, i);
    choose_layers(&trial.drafts[i]);
  }
  return trial;
}

/* A draft that went on has hooks besides. */
static bool has_same_layers(const CxDraft *draft, const CxDraft *further) {
  if (draft->stops.count > further->stops.count) return false;
  for (uint32_t i = 0; i < draft->arc_count; i++)
    if (draft->arcs[i].is_flat != further->arcs[i].is_flat) return false;
  for (size_t i = 0; i < draft->stops.count; i++)
    if (draft->stops.items[i].layer != further->stops.items[i].layer) return false;
  return true;
}

static bool has_same_places(const CxDraft *draft, const CxDraft *further) {
  for (size_t i = 0; i < draft->stops.count; i++)
    if (draft->stops.items[i].place != further->stops.items[i].place) return false;
  return true;
}

/* Whether nothing can come of a trial, up to its layers or up to its places, that did not come of an earlier one. */
static bool is_known(const Trials *trials, const Trial *trial, bool is_ordered) {
  for (size_t i = 0; i < trials->count; i++) {
    const Trial *earlier = &trials->items[i];
    bool is_same = is_ordered || earlier->manner.first_walk == trial->manner.first_walk;
    for (uint32_t part = 0; part < trials->parts.count && is_same; part++)
      is_same = has_same_layers(&trial->drafts[part], &earlier->drafts[part]) &&
                (!is_ordered || has_same_places(&trial->drafts[part], &earlier->drafts[part]));
    if (is_same) return true;
  }
  return false;
}

static void finish(Trials *trials, Trial trial, CxArena *arena, CxGraphLayout *layout) {
  const CxGraph *graph = trials->parts.graph;
  *layout = (CxGraphLayout){.nodes = cx_new_array(arena, CxRect, graph->node_count + 1),
                            .node_layers = cx_new_array(arena, size_t, graph->node_count + 1),
                            .routes = cx_new_array(arena, CxGraphRoute, graph->edge_count + 1),
                            .lanes = cx_new_array(arena, CxGraphSpan, graph->lane_count + 1)};
  for (uint32_t i = 0; i < trials->parts.count; i++) choose_places(&trial.drafts[i]);
  if (trials->parts.count > 0) put_together(arena, layout, trial.drafts, trials->parts.count);
  trials->items[trials->count++] = trial;
}

CxGraphLayout cx_graph_lay_out(CxArena *arena, const CxGraph *graph) {
  Trials trials = {.arena = cx_arena_new()};
  trials.parts = (Parts){.graph = graph, .arena = trials.arena};
  find_parts(&trials.parts);
  fill_parts(&trials.parts);
  const size_t manners = manners_for(graph);
  CxGraphLayout best = {0};
  double least = G_MAXDOUBLE;
  for (size_t i = 0; i < manners && least > 0; i++) {
    const Trial trial = begin_trial(&trials, MANNERS[i]);
    if (is_known(&trials, &trial, false)) continue;
    for (uint32_t part = 0; part < trials.parts.count; part++) cx_draft_order(&trial.drafts[part]);
    if (is_known(&trials, &trial, true)) continue;
    CxGraphLayout layout;
    finish(&trials, trial, arena, &layout);
    const double cost = cx_graph_mend(arena, graph, &layout, manners > 1) * sqrt(layout.width * layout.height);
    if (cost >= least) continue;
    least = cost;
    best = layout;
  }
  cx_arena_free(trials.arena);
  return best;
}
