/* sheet: diagrams: steps and the arrows between them, in lanes; trees of causes. */
#ifndef CXMAP_SHEET_DIAGRAMS_H
#define CXMAP_SHEET_DIAGRAMS_H

#include "cxmap/sheet/grid.h"

/* ---- Diagrams ------------------------------------------------------------------------------------------------- */

/* How an arrow would like to leave its node: straight on, or out of one of the other sides. */
typedef enum CxLeave { CX_LEAVE_ANY, CX_LEAVE_AHEAD, CX_LEAVE_ASIDE } CxLeave;

typedef struct CxDiagramNode {
  CxBlock *block;     /* its look says the shape */
  CxBlock *marks[2];  /* on its upper start and its upper end corner; or NULL */
  size_t lane;        /* of no meaning where there are no lanes */
  bool is_note;       /* stands on the same page as what it speaks of */
  bool is_start;      /* stands before everything that can be reached from it */
  size_t least_layer; /* stands there if it can, never before; 0: where it fits best */
} CxDiagramNode;

typedef struct CxDiagramEdge {
  CxEdge edge;
  size_t from, to; /* nodes */
  CxLeave exit;
  unsigned weight; /* how much it shall be short and straight; 1 is usual */
} CxDiagramEdge;

/* The layout decides where all of them stand. Where the diagram is longer than its place it is folded into rows (of one
 * that runs down, columns), with numbered discs where arrows go on. */
typedef struct CxDiagram {
  bool is_down;
  bool is_part;         /* a row of another one */
  double strip, length; /* of such a row: what the labels of its lanes have; how long it may be */
  CX_LIST(CxDiagramNode) nodes;
  CX_LIST(CxDiagramEdge) edges;
  CxBlocks lanes; /* bands; the only child of each is the label at its beginning */
} CxDiagram;

/* ---- Trees ---------------------------------------------------------------------------------------------------- */

/* In the order in which they are told, each behind its parent. */
typedef struct CxTreeNode {
  CxBlock *block;
  CxBlock *under; /* words right under it, or NULL */
  size_t parent;  /* its own index: none */
  size_t column;
  bool is_answer; /* to its parent; the way to it passes over the columns between */
  CxEdge edge;    /* from its parent */
} CxTreeNode;

/* Columns from the start to the end, children behind their parents. Where a tree is wider than its place, its columns
 * are dealt out to several trees, with numbered discs where they go on. */
typedef struct CxTree {
  bool is_part; /* of another one */
  CX_LIST(CxTreeNode) nodes;
  CxBlocks heads; /* of the columns; NULL: it has discs only */
  CxBlocks backs; /* words of the way back under the tree, in the gap behind each column; NULL: none */
} CxTree;

#endif
