/* sheet: blocks in rows and columns: the grid of stages and lanes, the areas of a canvas. */
#ifndef CXMAP_SHEET_GRID_H
#define CXMAP_SHEET_GRID_H

#include "cxmap/sheet/common.h"

/* ---- Grid --------------------------------------------------------------------------------------------------- */

/* Columns of one group are equally wide. */
typedef struct CxTrack {
  bool is_label; /* the lane labels' column: as wide as its content wants */
  size_t group;  /* of the others: the stage, from 0 */
  double gap;    /* before it */
  double inset;  /* of padded cells from its left and right edge; 0: the theme's */
} CxTrack;

typedef enum CxRowKind {
  CX_ROW_HEADER, /* cells fill it */
  CX_ROW_STEPS,
  CX_ROW_LANE,    /* cells are padded; a hairline runs under it */
  CX_ROW_BAND,    /* a lane without the hairline */
  CX_ROW_DIVIDER, /* cells fill it; between lanes */
} CxRowKind;

typedef struct CxGridRow {
  CxRowKind kind;
  const char *role, *id, *title; /* of the group that its cells form */
  double min_height;
  bool is_continued; /* one group with the row before */
} CxGridRow;

typedef enum CxCellFit {
  CX_CELL_PADDED, /* cell inset and lane padding */
  CX_CELL_LANE,   /* the lane's height less the lane gap: labels, curves */
  CX_CELL_FULL,   /* the whole cell */
  CX_CELL_NOSE,   /* the whole cell and the gap after it but 2: chevrons */
} CxCellFit;

typedef struct CxCell {
  size_t row, column, rows, columns; /* over 1 row only in backdrops and labels */
  CxCellFit fit;
  double pad;       /* over and under a padded cell; 0: the theme's */
  bool is_backdrop; /* drawn first, counts for no height: column grounds */
  bool is_stacked;  /* stands under those of its row before it that share a column; these follow one another */
  bool is_spill;    /* there only where the split in cell `spill_of` has no room for its second child */
  size_t spill_of;
  CxBlock *block;
} CxCell;

/* An arrow between two blocks of a grid's cells, routed when these have their places. */
typedef struct CxEdge {
  CxBlock *from, *to; /* NULL: not on this map; reported */
  CxStrokeName stroke;
  bool is_both;   /* a head at either end */
  bool is_bare;   /* no head at all */
  CxBlock *label; /* a text at its beginning, or NULL */
  CxSigns signs;  /* that it shows */
  CxSpan span;    /* where it is written */
} CxEdge;

typedef struct CxGrid {
  CX_LIST(CxTrack) tracks;
  CX_LIST(CxGridRow) rows;
  CX_LIST(CxCell) cells;
  CX_LIST(CxEdge) edges;
  double column_min, column_best, column_wide; /* 0: the theme's */
} CxGrid;

/* ---- Areas ---------------------------------------------------------------------------------------------------- */

/* Boxes in the cells of a grid, each a rectangle of them, as CSS grid-template-areas has it: a canvas. Cells are the
 * block's children, gaps its `gap` and `row_gap`. */
typedef struct CxAreaColumn {
  double width; /* points; 0: a share of what the others leave, but as wide as its boxes need at least */
  double share;
} CxAreaColumn;

/* As high as its fullest box. */
typedef struct CxAreaRow {
  double least;
  double grow;  /* its share of what is left where the canvas is to be higher */
  size_t group; /* from 1: rows of one group are equally high */
  bool is_head; /* the first ones: they stand over each part where the canvas is divided over pages */
} CxAreaRow;

typedef struct CxArea {
  size_t row, column, rows, columns;
} CxArea;

typedef struct CxAreas {
  bool is_free;  /* columns with shares may take more or less, within limits, where that makes the canvas lower */
  double enough; /* a height that is low enough for them to stay as they are */
  CX_LIST(CxAreaColumn) columns;
  CX_LIST(CxAreaRow) rows;
  CX_LIST(CxArea) areas; /* of each child */
} CxAreas;

#endif
