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
  CxFrame **labels;     /* of the edges; or NULL */
  CxFrame **lanes;      /* labels of the lanes */
  double strip;         /* before the lanes, for their labels: width, or height of one that runs down */
  double inset;         /* of nodes from the ends of their lane */
  CxGraphLayout graph;
  double width, height; /* of all, the strip within */
  CxFold rows;          /* of one so long that it is folded even where the page is free; none: it is not */
};

/* The diagram's rows, none longer than `limit` in the way it runs nor broader than `breadth` across it; empty where a
 * node alone is larger. */
CxFold cx_diagram_fold(CxTypesetter *setter, const CxDiagramFrame *frame, double limit, double breadth);

/* Where a line that goes straight into a box from a point of its border meets the shape of the box. */
CxPoint cx_outline_meet(CxTypesetter *setter, const CxBlock *block, CxRect rect, CxPoint border);

#endif
