/* model: what sheets of method hold: vision, canvases, honeycombs, scorecards, interviews, statistics. */
#ifndef CXMAP_MODEL_SHEETS_H
#define CXMAP_MODEL_SHEETS_H

#include "cxmap/model/people.h"
#include "cxmap/words.h"

/* ---- Vision --------------------------------------------------------------------------------------------------- */

typedef struct CxVision {
  CxObject object;
  CxText statement;
  CxItems principles, values;
} CxVision;

/* ---- Canvases ------------------------------------------------------------------------------------------------- */

#define CX_LIMIT_CANVAS 40 /* rows and columns of a grid */

/* The two sheets that empathy maps are drawn on. */
typedef enum CxEmpathyCanvas { CX_EMPATHY_EXTENDED = 1, CX_EMPATHY_CLASSIC } CxEmpathyCanvas;

/* What stands in a box of a template, which says how it is drawn. */
typedef enum CxBoxStyle {
  CX_BOX_CARDS,
  CX_BOX_STATEMENT, /* large, without cards */
  CX_BOX_QUOTES,
  CX_BOX_PAINS,
  CX_BOX_GAINS,
  CX_BOX_IDEAS,
} CxBoxStyle;

/* A box that a template brings, or a column within the box before it that has none itself. */
typedef struct CxBoxTemplate {
  const char *id; /* its name in the grid; NULL: no further box */
  CxWordKey title, hint;
  CxBoxStyle style;
  const char *icon; /* one of the theme's, or NULL */
  bool is_column;   /* within the last box before it that is none: its name there; it has no hint */
} CxBoxTemplate;

/* A heading over some of the columns: one half of a canvas. */
typedef struct CxHeadTemplate {
  CxWordKey title;
  size_t columns; /* 0: no further heading */
} CxHeadTemplate;

typedef struct CxCanvasTemplate {
  const char *name, *doc;
  CxWordKey title;
  const char *grid[8];     /* rows, as a definition would write them; the rest NULL */
  double shares[8];        /* of the columns; none: equal ones */
  CxEmpathyCanvas empathy; /* how it is drawn where its boxes stand as it says; 0: as a grid of boxes */
  CxHeadTemplate heads[3];
  CxBoxTemplate boxes[12]; /* in the order of their numbers */
} CxCanvasTemplate;

/* All templates, in the order of the reference. */
const CxCanvasTemplate *cx_canvas_templates(size_t *count);
const CxCanvasTemplate *cx_canvas_template_find(const char *name); /* NULL where there is none */

/* Where a box stands: a rectangle of the grid's cells. */
typedef struct CxCanvasArea {
  size_t row, column, rows, columns;
} CxCanvasArea;

/* A box of a canvas, and what stands in it. */
typedef struct CxCanvasBox CxCanvasBox;
typedef CX_LIST(CxCanvasBox *) CxCanvasBoxes;
struct CxCanvasBox {
  CxObject object;    /* id: its name in the grid */
  CxText title, hint; /* a template's where not given; the title is the id where nobody gives one */
  CxText lead;        /* a sentence over the items */
  CxIconRef icon;     /* before the title */
  CxItems items;
  CxCanvasBoxes boxes; /* columns within it, which have none themselves */
  CxCanvasArea area;   /* not of such columns */
  CxBoxStyle style;
  bool is_brought; /* by the template alone */
};

/* A row of the grid as it was written: names with spaces between them. */
typedef struct CxCanvasRow {
  const char *text;
  CxSpan span;
} CxCanvasRow;

/* A column's width: a length in points, or its share of what lengths leave. */
typedef struct CxCanvasColumn {
  double length; /* 0: a share */
  double share;
} CxCanvasColumn;

typedef struct CxCanvas {
  CxObject object;
  CxText title; /* not given: the document's */
  CxText owner;
  const CxCanvasTemplate *template; /* NULL: none */
  CX_LIST(CxCanvasRow) grid;        /* its own; empty: the template's */
  CX_LIST(CxCanvasColumn) columns;  /* its own; empty: the template's, or equal ones, which give way to their texts */
  CxSpan columns_span;
  size_t row_count, column_count; /* of the grid */
  CxCanvasBoxes boxes;            /* all that stand in the grid, in the order of their numbers */
} CxCanvas;

/* A template as a form to write on, its boxes empty, in all languages; `lang` is the document's. Its id is the
 * template's name. `place` is where problems with its texts are shown; it may have no source. */
CxCanvas *cx_canvas_blank(CxArena *arena, const CxCanvasTemplate *form, const char *lang, CxSpan place);

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
