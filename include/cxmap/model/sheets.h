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

typedef struct CxHoneycomb {
  CxObject object;
  CxText title; /* not given: the document's */
  CxRatingScale scale;
  CxFacet *facets[CX_FACET_END]; /* NULL: not given */
} CxHoneycomb;

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

typedef enum CxFormula { CX_FORMULA_NONE, CX_FORMULA_NPS, CX_FORMULA_CSAT, CX_FORMULA_CES } CxFormula;

typedef struct CxIndicator {
  CxObject object;
  CxFormula formula;
  CX_LIST(CxNumber) shares; /* per cent of low, middle and high answers: three that add up to 100 */
  CxNumber target, n;
  CxText period;
  CxRefs evidence; /* CxEvidence */
} CxIndicator;

typedef struct CxScorecard {
  CxObject object;
  CxText title; /* not given: the document's */
  CxScorecardTemplate template;
  CxRatingScale scale;
  CX_LIST(CxComponent *) components; /* the template's in its order, then own ones */
  CX_LIST(CxIndicator *) indicators;
} CxScorecard;

/* ---- Interviews ----------------------------------------------------------------------------------------------- */

#define CX_CLOSING_QUESTIONS 2 /* the standard ones */

typedef struct CxGuide {
  CxObject object;
  CxText title;
  CxTexts questions;
  CxTexts closing; /* empty: the two standard questions, which are words of the program */
} CxGuide;

/* How many questions it has, and how many closing ones: the standard ones where it has none of its own, or is NULL. */
size_t cx_guide_questions(const CxGuide *guide);
size_t cx_guide_closing(const CxGuide *guide);

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
