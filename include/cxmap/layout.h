/* layout: a sheet becomes boxes with absolute places, lines of text, curves; pages.
 *
 * Nothing overlaps and no text leaves its box, for any sheet. Knows nothing of YAML, the model, or colours.
 */
#ifndef CXMAP_LAYOUT_H
#define CXMAP_LAYOUT_H

#include "cxmap/diag.h"
#include "cxmap/sheet.h"
#include "cxmap/text.h"

#define CX_LIMIT_PAGE (200.0 * 72) /* points, width and height */
#define CX_LIMIT_SCALE 4.0         /* of a sheet on named paper */

/* A line of text in its place. */
typedef struct CxPlacedLine {
  CxLine line;
  CxRect box;      /* the line's logical rectangle: as wide as its glyphs, as high as the line */
  double baseline; /* absolute y; where the text is turned, x */
  double scale;    /* size of the type, as a multiple of what it was shaped at */
  bool is_turned;  /* reads from the bottom to the top: the box is as wide as the line is high */
} CxPlacedLine;

/* An evidence mark: a disc with its number. */
typedef struct CxPlacedMark {
  CxPoint centre;
  CxPlacedLine number;
} CxPlacedMark;

/* A stroked line of a curve's ground, from left to right. */
typedef struct CxLevelLine {
  double x1, x2, y;
  bool is_neutral, is_tick;
} CxLevelLine;

typedef struct CxBand {
  CxRect box;
  CxPaint paint;
} CxBand;

typedef struct CxPlacedSeries {
  const CxCurveSeries *series;
  CxPath path; /* monotone cubics through the points; never over- or undershoots them */
  CX_LIST(CxPoint) points;
} CxPlacedSeries;

/* A line that ties a comment to its face. */
typedef struct CxLeader {
  size_t series;
  CxPoint from, to;
} CxLeader;

/* What a curve block draws besides its children (faces, comments, level names). */
typedef struct CxPlacedCurve {
  CxCurveStyle style;
  CX_LIST(CxBand) bands;
  CX_LIST(CxLevelLine) lines;
  CX_LIST(CxPlacedSeries) series;
  CX_LIST(CxLeader) leaders;
  double base; /* of an arc: y of the line that it stands on */
} CxPlacedCurve;

/* An arrow on its way, from the border of one box to that of another. */
typedef struct CxPlacedEdge {
  const CxEdge *edge;
  CX_LIST(CxPoint) points;
} CxPlacedEdge;

typedef struct CxQuadrant {
  CxRect box;
  CxPaint paint;
  CxHue hue;
} CxQuadrant;

typedef struct CxStraight {
  CxPoint from, to;
} CxStraight;

/* What a matrix draws under its children (titles, numbers, names, discs). */
typedef struct CxPlacedMatrix {
  CxQuadrant quadrants[4];
  CX_LIST(CxStraight) lines;
  CxStraight arrows[2]; /* of the axes; the head is at the end */
} CxPlacedMatrix;

/* A shape in tokens of colour. */
typedef struct CxDrawn {
  const char *role;
  CxPath path;
  CxPaint fill, stroke; /* CX_PAINT_NONE: none */
  CxHue hue;
  double opacity; /* of the fill; 0: it is opaque */
  double width;   /* of the stroke */
  CxDash dash;
} CxDrawn;

typedef struct CxBox CxBox;
struct CxBox {
  const CxBlock *block; /* NULL for a row of a grid: then `row` is set */
  const CxGridRow *row;
  CxRect rect;
  CxRect badges;               /* of all badges in it, which may stand out of it; empty where there are none */
  CX_LIST(CxBox *) children;   /* in the order they are drawn */
  CX_LIST(CxPlacedLine) lines; /* of a text; a portrait's initials, a disc's number */
  CX_LIST(CxPlacedMark) marks;
  CX_LIST(CxLevelLine) hairlines; /* of a grid: under its lanes; of the foot: over it; of a label: ticks */
  CxPlacedCurve *curve;
  CX_LIST(CxPlacedEdge) edges; /* of a grid, drawn last */
  CxPlacedMatrix *matrix;
  CX_LIST(CxDrawn) drawn; /* of a chart, under its children */
};

typedef struct CxPage {
  double width, height; /* in points of the sheet; on paper they are `scale` times as large */
  double scale;
  CxBox *body, *footer;
  CxBox *panel; /* drawn first; or NULL */
} CxPage;

typedef struct CxLayout {
  const CxSheet *sheet;
  CX_LIST(CxPage) pages;
  bool is_rtl; /* everything is mirrored already; shapes that point do so to the left */
} CxLayout;

/* Lays a sheet out on its paper. On `fit` there is one page, as large as the map needs. On named paper the sheet is
 * laid out in its own points and scaled as a whole, as large as it fits on one page; where its smallest type would get
 * too small, it is divided over as few pages as it needs. Missing glyphs, pages over the limit and type that had to be
 * made too small are reported. Never NULL. */
CxLayout *cx_layout_new(CxArena *arena, const CxSheet *sheet, const CxTheme *theme, CxShaper *shaper,
                        CxDiagnostics *diagnostics);

/* --emit=layout */
void cx_layout_write_json(const CxLayout *layout, CxJson *json);

#endif
