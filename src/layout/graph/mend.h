/* Private to the graph engine: what the parts of mend*.c hand to one another. Coordinates and directions are by axis,
 * as polyline.h says; a side is named by the direction that it looks in. */
#ifndef CXMAP_LAYOUT_GRAPH_MEND_H
#define CXMAP_LAYOUT_GRAPH_MEND_H

#include "draft.h"

/* Another way for an edge. */
typedef struct CxWay {
  CxPoint *points;
  size_t count;
  CxRect label;
  double cost; /* without its crossings */
} CxWay;

typedef CX_LIST(CxWay) CxWays;

typedef struct CxMend {
  CxArena *arena;   /* of the mending */
  CxArena *scratch; /* of the ways of some edges */
  size_t way_count; /* in it */
  const CxGraph *graph;
  CxGraphLayout *layout;
  CxSpace *nodes, *labels, *runs;         /* runs: the straight pieces of edges */
  CX_LIST(uint32_t) run_edges;            /* of each run */
  uint32_t *first_run, *run_count;        /* of an edge: its runs are numbered on */
  uint32_t *label_at;                     /* of an edge, among the labels */
  uint32_t (*leaving)[4], (*entering)[4]; /* edges on each side of a node */
} CxMend;

/* The side of a node by which a line goes from `border`, on it, to `next`, or comes from there. */
int cx_mend_side(CxPoint border, CxPoint next);

/* ---- mend-room.c: what is in the way ------------------------------------------------------------------------ */

/* Takes an edge's pieces and label in, and out again. */
void cx_mend_enter(CxMend *mend, size_t edge);
void cx_mend_leave(CxMend *mend, size_t edge);

/* Whether a way keeps its distance from nodes, labels and what runs beside it; if so, how many edges it crosses. */
bool cx_mend_is_free(const CxMend *mend, size_t edge, const CxWay *way, size_t *crossings);

size_t cx_mend_crossings(const CxMend *mend, size_t edge); /* of an edge where it is now */

/* Finds a place beside the way for the edge's label; true where it has none. */
bool cx_mend_place_label(const CxMend *mend, size_t edge, CxWay *way);

/* Puts the way's label beside a piece of it, at `a`, on one of the two sides that is free and further from all other
 * edges than from this one; false, and nothing is changed: there is no room. */
bool cx_mend_label_beside(const CxMend *mend, CxWay *way, CxPoint a, CxPoint b);

/* Whether all edges that are in are further from a label than its own. */
bool cx_mend_is_alone(const CxMend *mend, CxRect label);

/* ---- mend-labels.c: labels nearer to where their edges begin --------------------------------------------------- */
void cx_mend_pull_label(CxMend *mend, size_t edge);

/* ---- mend-ways.c: what could be ------------------------------------------------------------------------------ */

/* What an edge's length, bends and ends cost. */
double cx_mend_cost(const CxMend *mend, size_t edge, const CxPoint *points, size_t count);

/* Ways with fewer bends than the edge has now that cost less than `most`, the cheapest first. Nodes may be in the way
 * of some. */
void cx_mend_find_ways(CxMend *mend, size_t edge, double most, CxWays *ways);

void cx_mend_add_way(CxMend *mend, CxWays *ways, const CxPoint *points, size_t count, double cost);
void cx_mend_side_range(const CxMend *mend, size_t node, int across, double range[2]); /* where ports may be */

/* ---- mend-jogs.c: what is left without a jog ------------------------------------------------------------------- */
void cx_mend_add_unjogged(CxMend *mend, size_t edge, double most, CxWays *ways);

#endif
