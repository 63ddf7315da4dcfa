/* Private to layout/graph: a diagram with the layout that the engine gave it. */
#ifndef CXMAP_LAYOUT_DIAGRAM_H
#define CXMAP_LAYOUT_DIAGRAM_H

#include "../frame.h"
#include "graph.h"

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

/* Where a line that goes straight into a box from a point of its border meets the shape of the box. */
CxPoint cx_outline_meet(CxTypesetter *setter, const CxBlock *block, CxRect rect, CxPoint border);

#endif
