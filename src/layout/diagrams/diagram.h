/* Private to layout/diagrams: a diagram with the layout that the engine gave it. */
#ifndef CXMAP_LAYOUT_DIAGRAM_H
#define CXMAP_LAYOUT_DIAGRAM_H

#include "../frame.h"
#include "../graph/graph.h"

#define CX_NEVER 1e7     /* height of what does not fit */
#define CX_PART_GAP 24.0 /* between the rows of a diagram, and the parts of a tree */

/* Rows of a diagram, or columns of one that runs down; each is a diagram of its own. */
typedef CX_LIST(CxFrame *) CxFold;

struct CxDiagramFrame {
  const CxDiagram *diagram;
  CxFrame **nodes;      /* a frame each */
  CxPoint *sizes;       /* of the nodes */
  CxFrame *(*marks)[2]; /* of the nodes */
  size_t *loops;        /* of the nodes: arrows to themselves, which stand at the upper end corner */
  CxFrame **labels;     /* of the edges; or NULL */
  CxFrame **lanes;      /* labels of the lanes */
  double strip;         /* before the lanes, for their labels: width, or height of one that runs down */
  double inset;         /* of nodes from the ends of their lane */
  CxGraphLayout graph;
  double width, height; /* of all, the strip within */
  CxFold rows;          /* of one so long that it is folded even where the page is free; none: it is not */
};

struct CxTreeFrame {
  const CxTree *tree;
  CxFrame **nodes, **unders, **heads, **backs; /* heads and backs: NULL where there are none */
  double least, fair, best;                    /* widths of a column; where none is fair, the tree is folded */
};

/* How long a row may be in the way the diagram runs, and how broad across it. */
typedef struct CxFoldRoom {
  double length, breadth;
} CxFoldRoom;

/* The diagram's rows, none larger than `room`, the first one not larger than `first`; empty where a node alone is
 * larger. */
CxFold cx_diagram_fold(CxTypesetter *setter, const CxDiagramFrame *frame, CxFoldRoom first, CxFoldRoom room);

/* What the labels of lanes have in every row of the diagram, so that rows begin alike. */
double cx_diagram_part_strip(const CxDiagramFrame *frame);

/* What a row of the diagram takes in the way it runs, besides its layers and discs. */
double cx_diagram_around(const CxDiagramFrame *frame);

/* A page for parts of a whole, under each other; the last of the slices. */
CxBlock *cx_part_page(CxTypesetter *setter, const CxBlock *whole, CxBlocks *slices);

/* A numbered disc in place of what stands elsewhere. */
CxBlock *cx_connector_block(const CxTypesetter *setter, size_t number, const CxBlock *goal);

/* The least width of a part of a tree whose columns have at least that width. */
double cx_tree_least_part(const CxTypesetter *setter, double column);

/* A tree's columns dealt out to parts that are not wider than that, each a block with a tree of its own; one block
 * where all columns fit. */
CxBlocks cx_tree_fold(CxTypesetter *setter, const CxFrame *frame, double width);

/* Where a line that goes straight into a box from a point of its border meets the shape of the box. */
CxPoint cx_outline_meet(CxTypesetter *setter, const CxBlock *block, CxRect rect, CxPoint border);

#endif
