/* Private to layout. Layered graphs: nodes of given sizes and edges between them in, rectangles and orthogonal edges
 * out. Edges run from layer to layer, to the right or downwards; those that would close a circle run back. Layers line
 * up their nodes on their centres; lanes, where there are any, are bands across all layers.
 *
 * Knows nothing of flows, shapes or text. Lengths are points; the result's origin is its top left corner. */
#ifndef CXMAP_LAYOUT_GRAPH_H
#define CXMAP_LAYOUT_GRAPH_H

#include "../polyline.h"

typedef enum CxGraphDirection { CX_GRAPH_RIGHT, CX_GRAPH_DOWN } CxGraphDirection;

/* Where edges may touch a node. Sides: anywhere on them, spread; tips: only at the middles of the four sides, the tips
 * of a diamond, one edge a tip as long as there are enough. */
typedef enum CxGraphPorts { CX_GRAPH_SIDES, CX_GRAPH_TIPS } CxGraphPorts;

/* How an edge would like to leave its node: straight on or out of one of the other two sides ("yes", "no"). */
typedef enum CxGraphExit { CX_GRAPH_EXIT_ANY, CX_GRAPH_EXIT_AHEAD, CX_GRAPH_EXIT_ASIDE } CxGraphExit;

typedef struct CxGraphNode {
  double w, h; /* as drawn, whatever the direction is */
  size_t lane; /* in 0 … lane_count - 1; of no meaning where there are no lanes */
  CxGraphPorts ports;
  double under;       /* room that stays free under it where the direction is right */
  bool is_start;      /* stays before everything that can be reached from it */
  bool is_pendant;    /* belongs to the one node that leads to it: stands right above or below that if it can */
  size_t least_layer; /* stands in this layer if it can, never before it; 0: where it fits best */
} CxGraphNode;

typedef struct CxGraphEdge {
  size_t from, to; /* nodes; one and the same: a small loop at a corner */
  CxPoint label;   /* width and height of a label at its beginning; 0: none */
  unsigned weight; /* how much it shall be short and straight: 0 and 1 are usual, 2 to 100 of the main path */
  CxGraphExit exit;
} CxGraphEdge;

typedef struct CxGraph {
  const CxGraphNode *nodes;
  size_t node_count;
  const CxGraphEdge *edges;
  size_t edge_count;
  size_t lane_count; /* 0: no lanes; parts that hang together are then laid out apart and packed */
  CxGraphDirection direction;
  double layer_gap;            /* the least distance of two layers; grows with the tracks and labels between them */
  double node_gap;             /* of two nodes of one layer */
  double clear;                /* the least distance of an edge from a node that is not its end: 8 */
  double track;                /* from one of two parallel pieces to the other, and of two ends on one side: 10 */
  double lane_gap;             /* from one band to the next */
  double lane_pad;             /* from a band's edge to its nodes and edges */
  double lane_least;           /* thickness that a band has at least */
  const double *least_lengths; /* that the first layers have along the direction, whatever stands in them */
  size_t least_length_count;
  double row_length; /* rows of parts may be so long; 0: as makes the whole about as high as wide */
  bool is_tree;      /* no node has two edges to it, none a way to itself, and there are no lanes */
} CxGraph;

typedef struct CxGraphRoute {
  CxPolyline points; /* from the border of `from` to that of `to`; no needless ones */
  CxRect label;      /* clear of nodes, edges and other labels; without size where the edge has none */
  bool is_back;      /* runs against the direction: it closes a circle */
} CxGraphRoute;

/* A part of the drawing in one direction. */
typedef struct CxGraphSpan {
  double at, size;
} CxGraphSpan;

typedef struct CxGraphLayout {
  CxRect *nodes;        /* node_count */
  size_t *node_layers;  /* node_count; from 0 */
  CxGraphRoute *routes; /* edge_count */
  CxGraphSpan *lanes;   /* lane_count: top and height, or left and width where the direction is down */
  CX_LIST(CxGraphSpan)
  layers; /* left and width (down: top and height) of the widest nodes; of graphs that are laid out
           * as several parts without lanes they are those of the first, longest row of parts */
  double width, height;
} CxGraphLayout;

/* Any graph, of any size and form. The same input gives the same layout. Small graphs are laid out several times, and
 * the layout with the fewest bends and crossings for its size is taken.
 *
 * In a tree the nodes behind a node keep the order of their edges, each with rows of its own for all that hangs on it;
 * the node stands in the middle of the first and the last. Edges that leave one node share their beginning; one that
 * would like to leave aside, and has no others behind it, leaves downwards, and its end stands under all others. */
CxGraphLayout cx_graph_lay_out(CxArena *arena, const CxGraph *graph);

#endif
