/* Private to layout/diagrams: where a diagram that is folded is cut. */
#ifndef CXMAP_LAYOUT_FOLD_H
#define CXMAP_LAYOUT_FOLD_H

#include "diagram.h"

typedef struct CxCuts {
  size_t layers;
  size_t *owners;        /* of each node, itself; of a note what it speaks of, which it goes with */
  size_t *places;        /* of each node, the layer of its owner */
  size_t *arrows;        /* over the border before each layer, and behind the last */
  double *starts, *ends; /* of each layer, in the way the diagram runs */
  double *costs;         /* of the rows from each layer on; set by cx_cuts_plan */
  double room, disc;     /* that a row has for its layers and discs; that a disc takes, with its arrow */
} CxCuts;

CxCuts cx_cuts_find(const CxTypesetter *setter, const CxDiagramFrame *frame);

/* Readies the cuts for rows with so much room. Linear in layers times layers of a row. */
void cx_cuts_plan(CxCuts *cuts, double room, double disc);

/* The best end of a row from `first` on: past its last layer, not past `most`, and one layer at least. */
size_t cx_cuts_end(const CxCuts *cuts, size_t first, size_t most);

/* What a row takes, about: its layers, and discs where arrows are cut. */
double cx_cuts_length(const CxCuts *cuts, size_t first, size_t end);

#endif
