/* What tests of the graph engine share: a graph that grows, and its layout. */
#ifndef CXMAP_TESTS_GRAPH_BOARD_H
#define CXMAP_TESTS_GRAPH_BOARD_H

#include "../../src/layout/graph/graph.h"

#include <math.h>
#include <string.h>

typedef struct Board {
  CxArena *arena;
  CxGraph graph;
  CX_LIST(CxGraphNode) nodes;
  CX_LIST(CxGraphEdge) edges;
  CxGraphLayout layout;
} Board;

static Board board_new(void) {
  return (Board){.arena = cx_arena_new(),
                 .graph = {.layer_gap = 40, .node_gap = 20, .clear = 8, .track = 10, .lane_gap = 6, .lane_pad = 16}};
}

static CxGraphNode *add_node(Board *board, double w, double h) {
  CxGraphNode *node = cx_list_add(board->arena, &board->nodes);
  node->w = w, node->h = h;
  return node;
}

static CxGraphEdge *add_edge(Board *board, size_t from, size_t to) {
  CxGraphEdge *edge = cx_list_add(board->arena, &board->edges);
  *edge = (CxGraphEdge){.from = from, .to = to, .weight = 1};
  return edge;
}

static void lay_out(Board *board) {
  board->graph.nodes = board->nodes.items, board->graph.node_count = board->nodes.count;
  board->graph.edges = board->edges.items, board->graph.edge_count = board->edges.count;
  board->layout = cx_graph_lay_out(board->arena, &board->graph);
}

static void board_free(Board *board) {
  cx_arena_free(board->arena);
}

static CxRect piece_rect(CxPoint a, CxPoint b) {
  return (CxRect){MIN(a.x, b.x), MIN(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

#endif
