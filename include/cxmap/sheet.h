/* sheet: the vocabulary that a map is composed of: a tree of blocks with roles, looks and strings.
 *
 * A map says what stands beside, under or inside what, and in which look; it knows no coordinates and no colours.
 * Every block answers two questions for the layout: how wide it is at least and by nature, how high it is at a width.
 */
#ifndef CXMAP_SHEET_H
#define CXMAP_SHEET_H

#include "cxmap/sheet/charts.h"
#include "cxmap/sheet/diagrams.h"

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
  CX_BLOCK_AREAS,    /* boxes in the cells of a grid: a canvas */
  CX_BLOCK_CHART,    /* a drawing of numbers */
  CX_BLOCK_DIAGRAM,  /* steps and arrows */
  CX_BLOCK_TREE,     /* causes behind causes */
  CX_BLOCK_MATRIX,   /* a square of four quadrants with numbered discs in it, axes outside */
} CxBlockKind;

/* ---- Blocks -------------------------------------------------------------------------------------------------- */

struct CxBlock {
  CxBlockKind kind;
  /* What it is, as the scene says it. A container with a role is a group there; of a leaf it is the role of its items.
   */
  const char *role;
  const char *id, *ref, *title, *link; /* of groups; id without the map's; link, of
                                            texts too: a URL, or # and the id of another map of the build */
  CxSigns signs;
  CxLook look;
  CxHue hue;
  bool is_first, is_last;      /* chevrons: straight at that end */
  double grow;                 /* in a row: its share of what is left; 0: its natural width */
  double min_width, max_width; /* 0: none */
  double min_height;
  double over;    /* more padding over the content, for marks that stand at the corners */
  bool is_sample; /* of the legend: a small picture of its look, as large as `min_width` and `min_height` */
  bool fills;   /* a sheet's content, a child of a stack: takes what its page, its stack, has left in height; in a row:
                   is as high as the row */
  bool goes_on; /* row of a figure and a list: where it is too high for a page, the list goes on over the whole
                   width of the next ones */
  bool is_middle;      /* the content stands in the middle of a box that is higher */
  CxBlock *badge;      /* at the upper right corner, half outside; or NULL */
  CxAlign align;       /* of text; of a stack's children across; of a row's children: down (START: top) */
  double gap, row_gap; /* between children; between the lines of a flow, a split, a stack in columns */
  double before;       /* in a stack of one column: more room over it */
  bool starts_page;    /* in a stack that is divided: stands at the top of a page */
  bool has_spill;      /* split: a cell elsewhere shows the second child where it does not fit beside the first */
  size_t table; /* row: from 1; rows of one number share their columns: each child is as wide as the widest of its kind,
                   the growing ones share what is left */
  bool has_rules; /* flow: vertical lines between the children of a row, which share its width; stack: between its
                     columns, in the tint of its hue */
  CxBlocks children;
  bool is_choice; /* two children, the second may be missing: the first is shown on pages that hold the content's part
                     `part` (a grid's group, a stack's child), the second on all others */
  size_t part;
  size_t columns; /* image; stack: one for a single child; fewer, where each must have `column_min` */
  double column_min;
  bool is_even;     /* stack in columns: the children of a line are as high as the highest of them */
  bool is_divided;  /* row: over pages as a line of a stack in columns is, each of its children going on on the next */
  bool is_whole;    /* stack, flow: never divided over pages */
  bool is_repeated; /* one of the first children of a stack: stands over each part of it where that is divided */

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
  double ratio;         /* image: width to height; chart of a head: the same, at most */

  CxGrid *grid;
  CxCurve *curve;
  CxMatrix *matrix;
  CxAreas *areas;
  CxChart *chart;
  CxDiagram *diagram;
  CxTree *tree;
};

/* A map ready for layout. */
typedef struct CxSheet {
  const char *id, *kind;                   /* "order", "journey" */
  const char *title, *lang;                /* a right-to-left language mirrors the map */
  const char *document;                    /* the document's title, for a file of several maps */
  const char *author, *subject, *keywords; /* document information, or NULL */
  const char *date;                        /* as ISO 8601 (2026, 2026-03, 2026-03-02), or NULL */
  CxPaper paper;
  double least_width, least_height; /* of the page on `fit` paper, which keeps this proportion as long as it can;
                                       0: as its columns want it */
  bool is_card;                     /* it keeps that width instead, and only gets higher; on named paper it is scaled
                                       as a page of that size is, and no larger */
  double best_width;                /* of the page on `fit` paper, where its content has no columns; 0: as it comes */
  double most_scale;                /* on named paper, if it is no card; 0: any */
  bool is_as_wide_as_content;       /* of the page on `fit` paper: as wide as the content is by nature */
  CxBlock *head;                    /* over the content of the first page: title block, lens */
  CxBlock *running;                 /* over the content of each further page; or NULL */
  CxBlock *content; /* what is divided where it does not fit on a page: a grid between its groups, a stack between its
                       children */
  CxBlocks looser;  /* contents to take instead on a paper that the one before cannot be put on, in this order: they
                       show the same and can be divided further */
  CxBlock *tail;    /* under the content of each page: legend, sources; or NULL */
  CxBlock *footer;  /* at the page's foot, under a hairline */

  /* At the page's start, as high as the page and up to its edges: all else stands beside it. Where that takes more than
   * one page, what is left of it goes on there under `running_panel`. A page that is too narrow for both has it over
   * the content, and `running` over that of further pages. */
  CxBlock *panel;         /* a stack; or NULL */
  CxBlock *running_panel; /* at the top of the panel on each further page; or NULL */
  double panel_width;     /* it gets wider where its words need that */
} CxSheet;

typedef CX_LIST(CxSheet *) CxSheets;

CxBlock *cx_block_new(CxArena *arena, CxBlockKind kind, const char *role);
CxBlock *cx_block_text(CxArena *arena, const char *role, CxPhrase phrase, CxFont font, CxPaint paint);
CxBlock *cx_block_icon(CxArena *arena, const char *name, double size, CxPaint paint, CxHue hue);

CxBlock *cx_block_chart(CxArena *arena, CxChartKind kind, const char *role);

/* A copy of the block without its children. */
CxBlock *cx_block_childless(CxArena *arena, const CxBlock *block);

/* Adds a child, NULL is ignored; returns the child. */
CxBlock *cx_block_add(CxArena *arena, CxBlock *parent, CxBlock *child);

/* --emit=sheet */
void cx_sheet_write_json(const CxSheet *sheet, CxJson *json);

#endif
