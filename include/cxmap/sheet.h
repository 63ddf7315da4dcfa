/* sheet: the vocabulary that a map is composed of: a tree of blocks with roles, looks and strings.
 *
 * A map says what stands beside, under or inside what, and in which look; it knows no coordinates and no colours.
 * Every block answers two questions for the layout: how wide it is at least and by nature, how high it is at a width.
 */
#ifndef CXMAP_SHEET_H
#define CXMAP_SHEET_H

#include "cxmap/source.h"
#include "cxmap/theme.h"

typedef enum CxBlockKind {
  CX_BLOCK_TEXT,     /* a paragraph, with evidence marks behind its last word */
  CX_BLOCK_ICON,     /* an icon of the theme, `size` wide and high */
  CX_BLOCK_FACE,     /* a face with a persona's outline */
  CX_BLOCK_PORTRAIT, /* a persona's disc: initials or a photo */
  CX_BLOCK_DISC,     /* a disc with a number or nothing in it: filled, outlined or dashed; with a role a group */
  CX_BLOCK_SAMPLE,   /* a piece of a persona's curve, for the legend */
  CX_BLOCK_METER,    /* a bar with a target mark */
  CX_BLOCK_IMAGE,    /* a picture, cropped to `ratio`; as wide as one of `columns`, where that is over 1 */
  CX_BLOCK_RULE,     /* a vertical line as high as the row it stands in */
  CX_BLOCK_DIVIDER,  /* a level line in `stroke` through the middle of what it stands in */
  CX_BLOCK_ARROW,    /* a sample of an edge in `stroke`, `size` wide, for the legend; two heads where `is_both` */
  CX_BLOCK_STACK,    /* children under each other; in `columns` columns, row by row, where that is over 1 */
  CX_BLOCK_ROW,      /* children beside each other; those with `grow` share what is left */
  CX_BLOCK_FLOW,     /* children beside each other, wrapping */
  CX_BLOCK_SPLIT,    /* two children: the second at the far end beside the first, or under it where it does not fit */
  CX_BLOCK_GRID,     /* cells in rows and columns; the layout chooses the widths of the columns */
  CX_BLOCK_CURVE,    /* the emotion curves; stands in a grid and takes its columns' places */
  CX_BLOCK_MATRIX,   /* a square of four quadrants with numbered discs in it, axes outside */
} CxBlockKind;

typedef enum CxAlign { CX_ALIGN_START, CX_ALIGN_CENTRE, CX_ALIGN_END } CxAlign;

/* A text with its language and the place it was written at (for a missing glyph's warning). */
typedef struct CxPhrase {
  const char *text; /* NULL: none */
  const char *lang;
  CxSpan span;
} CxPhrase;

typedef struct CxBlock CxBlock;
typedef CX_LIST(CxBlock *) CxBlocks;

/* What a legend explains, a bit each: a block has those that it shows, a legend's entry the one it explains. Where a
 * map is divided, a page's legend has only what stands on that page. */
typedef uint64_t CxSigns;
typedef enum CxSign {
  CX_SIGN_STAR,
  CX_SIGN_BACKED,  /* a filled face */
  CX_SIGN_ASSUMED, /* a hollow face */
  CX_SIGN_SOURCE,
  CX_SIGN_TARGET,
  CX_SIGN_DEPENDS, /* arrows: one head, two heads, dashed, dotted */
  CX_SIGN_AGREED,
  CX_SIGN_INFORMS,
  CX_SIGN_DOTTED,
  CX_SIGN_FAIL,
  CX_SIGN_WAIT,
  CX_SIGN_DECISION,
  CX_SIGN_IDEA,
  CX_SIGN_STARTED, /* opportunities: a filled disc, an outlined, a dashed one */
  CX_SIGN_PLANNED,
  CX_SIGN_OPEN,
  CX_SIGN_SERIES, /* a persona's curve, the first of many: cx_sign_series */
} CxSign;

#define CX_SIGNS(sign) ((CxSigns)1 << (sign))
CxSigns cx_sign_series(size_t series); /* those beyond the last bit share it */

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

/* ---- Curve -------------------------------------------------------------------------------------------------- */

/* A score: its face stands at the centre of its columns; the comment is placed beside it, clear of all curves. */
typedef struct CxCurvePoint {
  size_t column, columns; /* of the grid */
  double share;           /* height: 0 lowest … 1 highest */
  CxBlock *face;
  CxBlock *comment; /* or NULL */
} CxCurvePoint;

typedef struct CxCurveSeries {
  const char *ref;              /* the persona's id, or NULL */
  size_t index;                 /* picks colour, dash and outline */
  CX_LIST(CxCurvePoint) points; /* by column */
  bool is_entering, is_leaving; /* goes on beyond the first, the last column, which it passes at this height: */
  double entry, exit;
} CxCurveSeries;

typedef struct CxCurveLevel {
  double share;
  bool is_neutral;
  CxBlock *name; /* a text; or NULL */
} CxCurveLevel;

/* What a stage says for all its columns, beside what each of them says: stands over the curve, at its columns' start.
 */
typedef struct CxCurveNote {
  size_t column, columns;
  CxBlock *block;
} CxCurveNote;

typedef enum CxCurveStyle {
  CX_CURVE_EMOTION, /* personas' lines on bands, with the levels' names */
  CX_CURVE_SCORE,   /* one quiet line */
  CX_CURVE_ARC,     /* one quiet line over a filled ground, with a bar under each point */
} CxCurveStyle;

typedef struct CxCurve {
  CxCurveStyle style;
  CX_LIST(CxCurveSeries) series;
  CX_LIST(CxCurveLevel) levels;
  CX_LIST(CxCurveNote) notes;
} CxCurve;

/* ---- Matrix ------------------------------------------------------------------------------------------------- */

/* What stands in the square says where by its shares: 0 at the start and the foot, 1 at the end and the top. */
typedef struct CxMatrixTick {
  double share;    /* of both axes: a dotted line each */
  CxBlock *number; /* a text, outside at both axes */
} CxMatrixTick;

/* A disc stands at its place, or near it where others have the same: discs never hide one another. Where there are many
 * the layout makes all of them smaller. */
typedef struct CxMatrixPoint {
  double x, y;
  CxBlock *disc;
} CxMatrixPoint;

typedef struct CxMatrixQuadrant {
  CxPaint paint; /* of the ground */
  CxHue hue;
  CxBlock *title; /* a text, in the outer corner */
} CxMatrixQuadrant;

typedef struct CxMatrix {
  CxMatrixQuadrant quadrants[4]; /* top start, top end, bottom start, bottom end */
  CxBlock *x_name, *y_name;      /* texts; an arrow behind each shows where more is */
  CX_LIST(CxMatrixTick) ticks;
  CX_LIST(CxMatrixPoint) points;
} CxMatrix;

/* ---- Blocks -------------------------------------------------------------------------------------------------- */

struct CxBlock {
  CxBlockKind kind;
  /* What it is, as the scene says it. A container with a role is a group there; of a leaf it is the role of its items.
   */
  const char *role;
  const char *id, *ref, *title, *link; /* of groups; id without the map's, link: a URL */
  CxSigns signs;
  CxLook look;
  CxHue hue;
  bool is_first, is_last;      /* chevrons: straight at that end */
  double grow;                 /* in a row: its share of what is left; 0: its natural width */
  double min_width, max_width; /* 0: none */
  double min_height;
  bool is_middle;      /* the content stands in the middle of a box that is higher */
  CxBlock *badge;      /* at the upper right corner, half outside; or NULL */
  CxAlign align;       /* of text; of a stack's children across; of a row's children: down (START: top) */
  double gap, row_gap; /* between children; between the lines of a flow, a split, a stack in columns */
  double before;       /* in a stack of one column: more room over it */
  bool has_spill;      /* split: a cell elsewhere shows the second child where it does not fit beside the first */
  size_t table; /* row: from 1; rows of one number share their columns: each child is as wide as the widest of its kind,
                   the growing ones share what is left */
  bool has_rules; /* flow: vertical lines between the children of a row, which share its width */
  CxBlocks children;
  bool is_choice; /* two children, the second may be missing: the first is shown on pages that hold the content's part
                     `part` (a grid's group, a stack's child), the second on all others */
  size_t part;
  size_t columns; /* image; stack: one for a single child; fewer, where each must have `column_min` */
  double column_min;

  CxPhrase phrase; /* text; portrait: the initials; disc: the number */
  CxFont font;
  CxPaint paint;      /* text, icon, disc */
  bool is_balanced;   /* text */
  double keeps;       /* text: stays on one line where that is no wider than this */
  bool has_page;      /* text: a pattern with %d for the page and %d for how many there are; the layout fills it */
  bool is_heading;    /* text: a heading of its part of the map, for the PDF's structure */
  CX_LIST(int) marks; /* text: evidence numbers */

  const char *name; /* icon: one of the theme's; image: as it was written */
  double size; /* icon: width and height; face, portrait, disc: radius; image (0: free), sample, arrow, meter: width;
                  matrix: the least side of its square */
  CxStrokeName stroke; /* divider, arrow */
  bool is_both;        /* arrow */
  CxFace face;
  int level;            /* face: -2 … 2, its tone */
  bool is_filled;       /* face: backed by evidence; disc: filled with its paint */
  bool is_dashed;       /* disc: its outline */
  size_t series;        /* face, portrait, sample: persona's curve */
  double value, target; /* meter: 0 … 1, target < 0: none */
  const char *path;     /* image, portrait with a photo, icon that is one: a file inside the root */
  double ratio;         /* image: width to height */

  CxGrid *grid;
  CxCurve *curve;
  CxMatrix *matrix;
};

/* A map ready for layout. */
typedef struct CxSheet {
  const char *id, *kind;                   /* "order", "journey" */
  const char *title, *lang;                /* a right-to-left language mirrors the map */
  const char *document;                    /* the document's title, for a file of several maps */
  const char *author, *subject, *keywords; /* document information, or NULL */
  const char *date;                        /* as ISO 8601 (2026, 2026-03, 2026-03-02), or NULL */
  CxPaper paper;
  CxBlock *head;    /* over the content of the first page: title block, lens */
  CxBlock *running; /* over the content of each further page; or NULL */
  CxBlock *content; /* what is divided where it does not fit on a page: a grid between its groups, a stack between its
                       children */
  CxBlock *tail;    /* under the content of each page: legend, sources; or NULL */
  CxBlock *footer;  /* at the page's foot, under a hairline */
} CxSheet;

typedef CX_LIST(CxSheet *) CxSheets;

CxBlock *cx_block_new(CxArena *arena, CxBlockKind kind, const char *role);
CxBlock *cx_block_text(CxArena *arena, const char *role, CxPhrase phrase, CxFont font, CxPaint paint);
CxBlock *cx_block_icon(CxArena *arena, const char *name, double size, CxPaint paint, CxHue hue);

/* Adds a child, NULL is ignored; returns the child. */
CxBlock *cx_block_add(CxArena *arena, CxBlock *parent, CxBlock *child);

/* --emit=sheet */
void cx_sheet_write_json(const CxSheet *sheet, CxJson *json);

#endif
