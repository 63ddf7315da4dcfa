/* Private to the opportunity matrix: what goes through its composing. */
#ifndef CXMAP_MAPS_OPPORTUNITIES_H
#define CXMAP_MAPS_OPPORTUNITIES_H

#include "journey.h"

typedef struct CxOpportunity {
  const CxItem *item;
  const CxStage *stage, *step; /* step NULL: of the stage itself */
  CxHue hue;
  size_t number; /* from 1; 0: it is not in the matrix */
} CxOpportunity;

typedef CX_LIST(CxOpportunity) CxOpportunities;

typedef struct CxOpportunityMap {
  CxJourneyComposer journey;
  CxOpportunities rated, others; /* by value; as in the journey */
  bool has_statuses;             /* any of them has one: the list has a column for it */
} CxOpportunityMap;

/* ---- opportunities.c ------------------------------------------------------------------------------------------ */
bool cx_opportunity_is_started(const CxItem *item);
CxBlock *cx_opportunity_disc(CxComposer *composer, const CxOpportunity *opportunity, double radius, CxFont font);
const char *cx_opportunity_id(CxComposer *composer, const CxOpportunity *opportunity); /* the item's, or made */

/* ---- opportunity-list.c --------------------------------------------------------------------------------------- */

/* The list in its order; NULL is the heading of those that are not rated. */
typedef CX_LIST(const CxOpportunity *) CxEntries;

/* Those with ratings by their value, then, where there are any, a heading and the others. */
CxEntries cx_opportunity_entries(CxOpportunityMap *map);

/* How matrix and list share the paper, in points. */
typedef struct CxOpportunityPlan {
  double side;          /* of the square */
  double gap, width;    /* before each column beside the matrix, of the column */
  size_t beside, below; /* columns; `beside` may be 0 */
  double room;          /* points: the height of the entries of a column beside the square */
} CxOpportunityPlan;

/* On a free page so many columns stand beside the matrix that it is no higher than it is wide. */
CxOpportunityPlan cx_opportunity_plan(CxComposer *composer, const CxMap *map, const CxEntries *entries);

/* One column beside the matrix with the entries from *next on that it has room for. */
CxBlock *cx_compose_opportunities(CxOpportunityMap *map, const CxOpportunityPlan *plan, const CxEntries *entries,
                                  size_t *next);

/* The entries from `next` on, line by line, a part of the content each. */
void cx_compose_more_opportunities(CxOpportunityMap *map, const CxOpportunityPlan *plan, CxBlock *content,
                                   const CxEntries *entries, size_t next);

#endif
