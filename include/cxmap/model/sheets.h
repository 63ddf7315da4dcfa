/* model: what sheets of method hold: vision, canvases, honeycombs, scorecards, interviews, statistics. */
#ifndef CXMAP_MODEL_SHEETS_H
#define CXMAP_MODEL_SHEETS_H

#include "cxmap/model/people.h"

/* ---- Vision --------------------------------------------------------------------------------------------------- */

typedef struct CxVision {
  CxObject object;
  CxText statement;
  CxItems principles, values;
} CxVision;

/* ---- Canvases ------------------------------------------------------------------------------------------------- */

/* A box of a canvas, and what stands in it. */
typedef struct CxCanvasBox {
  CxObject object;    /* id: its name in the grid */
  CxText title, hint; /* a template's where not given; the hint is drawn while the box is empty */
  CxItems items;
} CxCanvasBox;

/* Where a box stands: a rectangle of the grid's cells. */
typedef struct CxCanvasArea {
  const char *box; /* its name */
  size_t row, column, rows, columns;
} CxCanvasArea;

/* A column's width: a length in points, or its share of what lengths leave. */
typedef struct CxCanvasColumn {
  double length; /* 0: a share */
  double share;
} CxCanvasColumn;

typedef struct CxCanvasGrid {
  size_t rows;
  CX_LIST(CxCanvasColumn) columns;
  CX_LIST(CxCanvasArea) areas; /* in reading order */
} CxCanvasGrid;

typedef struct CxCanvasTemplate CxCanvasTemplate;

typedef struct CxCanvas {
  CxObject object;
  CxText title;                     /* not given: the template's name, or the document's title */
  const CxCanvasTemplate *template; /* NULL: none */
  CxCanvasGrid grid;                /* its own, or the template's */
  CX_LIST(CxCanvasBox *) boxes;     /* in the order of the grid's areas; those of the template that are not given too */
} CxCanvas;

/* ---- Honeycombs ----------------------------------------------------------------------------------------------- */

/* Facets after Peter Morville's user experience honeycomb (2004), clockwise from the upper left; the last one stands in
 * the middle. */
typedef enum CxFacetKind {
  CX_FACET_USEFUL,
  CX_FACET_USABLE,
  CX_FACET_DESIRABLE,
  CX_FACET_ACCESSIBLE,
  CX_FACET_CREDIBLE,
  CX_FACET_FINDABLE,
  CX_FACET_VALUABLE,
  CX_FACET_END,
} CxFacetKind;

typedef struct CxFacet {
  CxObject object;
  CxNumber score; /* on the honeycomb's scale; may be missing */
  CxText note;
  CxRefs evidence; /* CxEvidence */
} CxFacet;

/* From the lowest to the highest rating. */
typedef struct CxRatingScale {
  double low, high; /* 0 and 5 unless set */
} CxRatingScale;

typedef struct CxFacets {
  CxObject object;
  CxFacet *of[CX_FACET_END]; /* NULL: not given */
} CxFacets;

typedef struct CxHoneycomb {
  CxObject object;
  CxText title, subtitle; /* not given: the document's */
  CxText owner, period;
  CxDate date; /* year 0: the document's */
  CxRatingScale scale;
  CxFacets *facets; /* NULL: not given */
} CxHoneycomb;

/* "useful": the facet's key. */
const char *cx_facet_key(CxFacetKind facet);

/* Where a rating stands between the scale's ends: 0 … 1. */
double cx_rating_share(const CxRatingScale *scale, double rating);

/* ---- Scorecards ----------------------------------------------------------------------------------------------- */

typedef enum CxScorecardTemplate {
  CX_SCORECARD_OWN,
  CX_SCORECARD_SIX_COMPONENTS,
  CX_SCORECARD_SIX_PILLARS, /* after KPMG's six pillars of customer experience */
} CxScorecardTemplate;

typedef struct CxComponent {
  CxObject object;
  CxText name, question; /* a template's where not given */
  CxNumber score, target;
  CxText note;
  CxRefs evidence; /* CxEvidence */
} CxComponent;

typedef CX_LIST(CxComponent *) CxComponents;

typedef enum CxFormula { CX_FORMULA_NONE, CX_FORMULA_NPS, CX_FORMULA_CSAT, CX_FORMULA_CES } CxFormula;

typedef CX_LIST(CxNumber) CxShares;

typedef struct CxIndicator {
  CxObject object;
  CxFormula formula;
  CxText name;     /* not given: the formula's */
  CxShares shares; /* per cent of low, middle and high answers: three that add up to 100 */
  CxNumber target, n;
  CxText period;
  CxRefs evidence; /* CxEvidence */
} CxIndicator;

double cx_indicator_value(const CxIndicator *indicator); /* by its formula */

typedef struct CxScorecard {
  CxObject object;
  CxText title, subtitle; /* not given: the document's */
  CxText owner, period, next;
  CxDate date; /* year 0: the document's */
  CxScorecardTemplate template;
  CxRatingScale scale;
  CxComponents components; /* the template's in its order, then own ones */
  CX_LIST(CxIndicator *) indicators;
} CxScorecard;

/* ---- Interviews ----------------------------------------------------------------------------------------------- */

typedef struct CxGuide {
  CxObject object;
  CxText title;
  CxTexts questions;
  CxTexts closing; /* empty: the two standard questions, which are words of the program */
} CxGuide;

typedef struct CxAnswer {
  CxObject object;
  CxNumber question; /* from 1: the guide's questions, then the closing ones */
  CxText text, theme;
} CxAnswer;

typedef struct CxSession {
  CxObject object;
  CxRef persona; /* CxPersona */
  CxDate date;
  CxText participant; /* not given: the id */
  CX_LIST(CxAnswer *) answers;
} CxSession;

typedef struct CxInterviews {
  CxObject object;
  CxGuide *guide; /* NULL: none */
  CX_LIST(CxSession *) sessions;
} CxInterviews;

/* ---- Statistics ----------------------------------------------------------------------------------------------- */

typedef struct CxStatistic {
  CxObject object;
  CxText value, text, source; /* value as written: "33 %", "1 in 3" */
  const char *link;
  CxRefs evidence; /* CxEvidence */
} CxStatistic;

#endif
