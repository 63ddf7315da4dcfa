/* Private to layout. A frame is a block with what measuring it needs: its shaped texts, its widths, its children's
 * frames. Frames are measured as often as a width is tried, then placed once, which makes the boxes. */
#ifndef CXMAP_LAYOUT_FRAME_H
#define CXMAP_LAYOUT_FRAME_H

#include "cxmap/layout.h"

typedef struct CxFrame CxFrame;
typedef struct CxGridFrame CxGridFrame;
typedef struct CxCurveFrame CxCurveFrame;
typedef struct CxMatrixFrame CxMatrixFrame;
typedef struct CxDiagramFrame CxDiagramFrame;
typedef struct CxTreeFrame CxTreeFrame;
typedef struct CxAreasFrame CxAreasFrame;

/* The columns that the rows of one table share, each as wide as the widest child of these rows. */
typedef struct CxTableColumns {
  CX_LIST(double) natural, smallest;
} CxTableColumns;

struct CxFrame {
  const CxBlock *block;
  const CxShaped *shaped;   /* of a text; of a portrait its initials */
  const CxShaped **numbers; /* of the marks */
  double natural, smallest; /* outer widths */
  double line;              /* height of a line of the text */
  CX_LIST(CxPoint) known;   /* of a grid's cell, by width: heights (y) at the widths (x) asked for so far */
  CX_LIST(CxFrame *) children;
  CxFrame *badge;
  bool has_columns; /* is or holds a grid or a curve: then it is measured for the columns that these have at the time */
  CxGridFrame *grid;
  CxCurveFrame *curve;
  CxMatrixFrame *matrix;
  CxDiagramFrame *diagram;
  CxTreeFrame *tree;
  CxAreasFrame *areas;
  CxTableColumns *columns; /* of a row of a table */
  double stretch;          /* while it is placed: so much higher than its content asks */
};

/* What goes through all of the layout. */
typedef struct CxTypesetter {
  CxArena *arena;
  const CxTheme *theme;
  CxShaper *shaper;
  CxDiagnostics *diagnostics;
  bool is_rtl, is_tall; /* the sheet's language */
  GHashTable *missing;  /* characters without a glyph → their diagnostic */
  GHashTable *frames;   /* block → its frame, so that what stands on several pages, or is tried, is shaped once */
  GHashTable *diagrams; /* CxDiagram → its CxDiagramFrame: the engine is asked once */
  uint64_t folded;      /* work for rows of diagrams, as fold.c counts it */
  GHashTable *tables;   /* a table's number → its CxTableColumns */
} CxTypesetter;

/* ---- frame.c: making frames ------------------------------------------------------------------------- */
/* A block's frame; the same each time, but for what holds a grid or a curve. */
CxFrame *cx_frame_new(CxTypesetter *setter, const CxBlock *block);
CxInsets cx_frame_padding(const CxTypesetter *setter, const CxBlock *block);
double cx_disc_width(const CxTypesetter *setter, const CxBlock *block); /* of a face or portrait, its outline within */
double cx_frame_tail(const CxTypesetter *setter, const CxBlock *block); /* room for the marks behind a text */

double cx_gaps(double gap, size_t count); /* between so many things that stand side by side */

/* ---- measure.c: the two questions ------------------------------------------------------------------- */
double cx_frame_height(const CxTypesetter *setter, const CxFrame *frame, double width);
double cx_content_height(const CxTypesetter *setter, const CxFrame *frame, double width); /* without its padding */

/* The padding of a frame of a width, its badge kept clear. */
CxInsets cx_frame_insets(const CxTypesetter *setter, const CxFrame *frame, double width);
double cx_badge_width(const CxFrame *frame, double width);                              /* of the frame's badge */
double cx_frame_known_height(const CxTypesetter *setter, CxFrame *frame, double width); /* the same, kept */

/* Widths of a row's children within `width`, their gaps taken off. */
void cx_row_widths(const CxFrame *row, double width, double *widths);

/* The children [first, *end) of a flow that stand in one line of `width`, and their summed widths with gaps. */
double cx_flow_line(const CxFrame *flow, double width, size_t first, size_t *end);
void cx_flow_widths(const CxFrame *flow, double width, size_t first, size_t end, double *widths);

/* Whether a split's second child stands beside its first, its content being `width` wide. */
bool cx_split_is_beside(const CxFrame *split, double width);
size_t cx_stack_columns(const CxFrame *stack, double width);
double cx_stack_column(const CxFrame *stack, double width, size_t columns); /* the width of one */
double cx_stack_gap(const CxFrame *stack, size_t columns, size_t index); /* over a line that begins with this child */
double cx_image_width(const CxBlock *image, double width);               /* of the width that it is given */
double cx_first_line(const CxFrame *frame); /* height of the first line of text in it, 0 if there is none */

/* ---- diamond.c -------------------------------------------------------------------------------------- */
typedef struct CxDiamond {
  double width, height;
  double room, content; /* width and height of what stands in its middle */
} CxDiamond;

CxDiamond cx_diamond_fit(const CxTypesetter *setter, const CxFrame *frame, double width);
double cx_diamond_width(double content); /* for content that wants this much at least */

/* ---- place.c: making boxes -------------------------------------------------------------------------- */
CxBox *cx_frame_place(CxTypesetter *setter, CxFrame *frame, CxRect rect);
CxBox *cx_box_new(CxTypesetter *setter, const CxBlock *block, CxRect rect);
extern const CxBlock cx_rule_block;

/* ---- grid.c, tracks.c: rows and columns ---------------------------------------------------------------- */
struct CxGridFrame {
  const CxGrid *grid;
  CxFrame **cells;
  CX_LIST(size_t) curves; /* cells that are curves */
  bool *is_banded;        /* of each row: holds the emotion curve, whose bands are edge enough */
  double label;           /* width of the label column */
  size_t group_count;
  struct CxTrackGroup {
    size_t first, columns; /* tracks */
    double least, width;   /* of one column */
    CX_LIST(size_t) cells; /* those that stand in it alone */
  } * groups;
  double *x;              /* of each track's start, from the grid's left; one more: the right end */
  double *w;              /* of each track */
  double *least_h;        /* of each row, at least */
  double *row_h;          /* of each row */
  double *before, *after; /* of each track: insets of padded cells at its left and right edge */
  double *extra;          /* of each track: what its insets were widened by, beside its group's width */
  CxFrame **labels;       /* of each edge, or NULL */
  double *top;            /* of each stacked cell, from its row's top */
  struct CxFloor {
    size_t row;
    double y;     /* how far down the row is taken */
  } * floors;     /* of each track, in the row that was looked at last */
  double least;   /* width of the whole grid with all columns at their least */
  double fixed;   /* label column and gaps */
  size_t columns; /* without the label column */
};

void cx_grid_prepare(CxTypesetter *setter, CxFrame *frame);

/* Sets all columns alike, or as it makes the grid lowest, within `width`; then the height. */
void cx_grid_set_equal(CxGridFrame *grid, double width);
void cx_grid_optimise(CxTypesetter *setter, CxGridFrame *grid, double width);
double cx_grid_height(CxTypesetter *setter, CxGridFrame *grid);
double cx_grid_rows_height(const CxGridFrame *grid); /* as it was found last */
CxBox *cx_grid_place(CxTypesetter *setter, CxFrame *frame, CxRect rect);

double cx_cell_width(const CxGridFrame *grid, const CxCell *cell);
/* Height that a cell asks of its row(s) with the columns as they are. */
double cx_cell_height(CxTypesetter *setter, CxGridFrame *grid, size_t index);
/* The same, with what it is stacked under: cells are asked in their order, after their tracks' floors were cleared. */
double cx_cell_reach(CxTypesetter *setter, CxGridFrame *grid, size_t index);
CxInsets cx_cell_insets(const CxTypesetter *setter, const CxGridFrame *grid, const CxCell *cell);

/* ---- gutters.c, edges.c: arrows ------------------------------------------------------------------------------- */
void cx_edges_prepare(CxTypesetter *setter,
                      CxGridFrame *grid); /* labels; gutters wide enough for all that runs there */
double cx_edge_label_width(const CxFrame *label);
void cx_edges_place(CxTypesetter *setter, const CxGridFrame *grid, CxBox *box); /* when all cells have their boxes */

/* ---- curve.c, comments.c, curve-place.c: lanes that are curves ------------------------------------------------ */

/* A point in its place, seen from the grid's left edge; y 0 is the highest level. */
typedef struct CxCurveSpot {
  const CxCurvePoint *point;
  size_t series;
  CxPoint centre;
  double column_width;
  CxFrame *face, *comment;
  CxRect comment_box;
  bool has_leader; /* a line from the face to the comment */
} CxCurveSpot;

/* A note over the curve, seen as a spot is. */
typedef struct CxCurveCaption {
  const CxCurveNote *note;
  CxFrame *frame;
  CxRect box;
} CxCurveCaption;

struct CxCurveFrame {
  const CxFrame *frame; /* its children are the levels' names */
  const CxCurve *curve;
  CX_LIST(CxCurveSpot) spots; /* by series, then by column */
  CxPath *paths;              /* a series each */
  double left, right;         /* of the columns */
  CX_LIST(CxCurveCaption) captions;
  double range;           /* from the highest to the lowest level */
  double above, below;    /* room over and under them */
  double captions_height; /* of that over them, what the captions take at the top */
  double label_height;    /* of the lane's label: the highest level name stands clear of it */
};

void cx_curve_prepare(CxTypesetter *setter, CxFrame *frame);

/* Raises `least`, one for each track, to what the faces that stand side by side in a column need. */
void cx_curve_raise_least(const CxTypesetter *setter, const CxCurveFrame *curve, double *least);

/* Puts faces and comments for the columns as they are; the lane's height. */
double cx_curve_arrange(CxTypesetter *setter, CxGridFrame *grid, CxCurveFrame *curve);
/* Where a level's name stands, its upper names reaching down to `free_from`; all seen from the highest level. */
CxRect cx_level_name_box(const CxTypesetter *setter, const CxCurveFrame *curve, size_t index, double label,
                         double free_from);

/* The curve's box covers the columns; the levels' names go into the lane's label. `rect` is the whole lane. */
CxBox *cx_curve_place(CxTypesetter *setter, const CxGridFrame *grid, CxFrame *frame, CxRect rect, CxBox *label);

/* A monotone cubic through the points (Fritsch and Carlson 1980): flat at peaks and lows, never beyond a point. */
void cx_curve_path(CxArena *arena, const CxPoint *points, size_t count, CxPath *path);
double cx_curve_y_at(const CxPath *path, double x); /* NAN outside of it */

/* Puts the comments clear of curves, faces and one another; sets their boxes. */
void cx_comments_arrange(CxTypesetter *setter, CxCurveFrame *curve);

/* ---- matrix.c ------------------------------------------------------------------------------------------------ */
void cx_matrix_prepare(CxTypesetter *setter, CxFrame *frame);
double cx_matrix_height(const CxMatrixFrame *frame);
void cx_matrix_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box);

/* ---- areas.c ------------------------------------------------------------------------------------------------- */
void cx_areas_prepare(CxTypesetter *setter, CxFrame *frame);
double cx_areas_height(const CxTypesetter *setter, const CxFrame *frame, double width);
/* Of the columns, of the rows, at a width of the areas: valid until they are asked for at another one. */
const double *cx_areas_widths(const CxTypesetter *setter, const CxFrame *frame, double width);
const double *cx_areas_heights(const CxTypesetter *setter, const CxFrame *frame, double width);
void cx_areas_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxRect room);

/* ---- charts/charts.c ----------------------------------------------------------------------------------------- */
void cx_chart_prepare(CxTypesetter *setter, CxFrame *frame);
double cx_chart_height(const CxTypesetter *setter, const CxFrame *frame, double width);
void cx_chart_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box);

/* ---- diagrams/diagram.c, diagrams/fold.c: flows ---------------------------------------------------------------- */
void cx_diagram_prepare(CxTypesetter *setter, CxFrame *frame);
double cx_diagram_height(const CxTypesetter *setter, const CxFrame *frame, double width);
void cx_diagram_place(CxTypesetter *setter, CxFrame *frame, CxBox *box);

/* What a diagram shows beside what its blocks do. */
CxSigns cx_diagram_signs(CxTypesetter *setter, const CxBlock *block);

/* Adds the rows of a diagram as blocks of their own, dealt out over pages; see cx_frame_slice. */
bool cx_diagram_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height,
                      CxBlocks *slices);

/* ---- diagrams/tree.c, diagrams/tree-slice.c: 5 whys ------------------------------------------------------------ */
void cx_tree_prepare(CxTypesetter *setter, CxFrame *frame);
double cx_tree_height(const CxTypesetter *setter, const CxFrame *frame, double width);
void cx_tree_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box);
bool cx_tree_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices);

/* ---- mirror.c ------------------------------------------------------------------------------------------------ */
void cx_box_mirror(CxBox *box, double width);

#endif
