/* sheet: curves, the matrix, and charts. */
#ifndef CXMAP_SHEET_CHARTS_H
#define CXMAP_SHEET_CHARTS_H

#include "cxmap/sheet/common.h"

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

/* ---- Charts --------------------------------------------------------------------------------------------------- */

/* Small drawings of numbers. What a kind makes of its parts is said here; how it looks is src/layout/charts' matter. */
typedef enum CxChartKind {
  CX_CHART_SLIDER,  /* a knob on a track, at the value of its only part; without parts the track alone */
  CX_CHART_DOTS,    /* five dots, filled up to the value of its only part */
  CX_CHART_RISK,    /* five by five cells: parts are what is across and what is up; labels are the number in their cell,
                       1 … 5, the names of what is across and up */
  CX_CHART_HEAD,    /* a person's head, with what stands in it and beside it: children in the order of CxHeadPart */
  CX_CHART_SHARES,  /* a bar of parts behind each other, each as long as its value; the rest is a thin line. A part's
                       label stands in its middle where it is long enough for it */
  CX_CHART_HUNDRED, /* ten by ten dots, as many filled as the value of its only part is hundredths, column by column */
  CX_CHART_FIGURES, /* as many people as `count`, as many of them filled as the value of its only part says */
  CX_CHART_LINES,   /* lines to write on, as many as there is room for */
  CX_CHART_BAR,     /* its only part as a bar with a mark at the target */
  CX_CHART_STEPS,   /* its only part as five short bars in a row, filled one after the other */
  CX_CHART_ANSWERS, /* shares of answers as pieces of one bar. A part has three labels, first those of all parts inside
                       the bar, then those under it, then those under it where the inner one finds no room */
  CX_CHART_HEXES,   /* seven hexagons, the last one in the middle, its outline in the block's hue; each is filled by its
                       value. `size`: their radius, at least */
  CX_CHART_RADAR,   /* a web of an axis for each part and a ring for each tick, whose numbers follow the parts' labels.
                       `size`: its radius */
  CX_CHART_POINT, /* a piece of a radar's line with its point, for the legend: of the targets where the part has one */
  CX_CHART_END,
} CxChartKind;

/* The back column stands behind the ear, the front ones before the nose. */
typedef enum CxHeadPart {
  CX_HEAD_BACK,
  CX_HEAD_FRONT_HIGH,
  CX_HEAD_FRONT_LOW,
  CX_HEAD_HEADING, /* in the head, from here on */
  CX_HEAD_THOUGHTS,
  CX_HEAD_PAINS, /* side by side */
  CX_HEAD_GAINS,
} CxHeadPart;

typedef struct CxChartPart {
  double value;  /* 0 … 1; < 0: none */
  double target; /* 0 … 1; < 0: none */
  CxPaint paint; /* of shares; none: the mark of its hue, or the accent */
  CxHue hue;
  size_t person; /* of shares: whose outline stands before the label, from 1 for the first curve's; 0: nobody's */
} CxChartPart;

/* The block's children are the labels: that of the first part, of the second …, then those that its kind has besides.
 */
typedef struct CxChart {
  CxChartKind kind;
  CX_LIST(CxChartPart) parts;
  double height;         /* of shares; the bar is higher where a label is */
  size_t count;          /* of figures */
  CX_LIST(double) ticks; /* 0 … 1 */
} CxChart;

#endif
