/* Private to the blueprint: what goes through its composing. */
#ifndef CXMAP_MAPS_BLUEPRINT_H
#define CXMAP_MAPS_BLUEPRINT_H

#include "journey.h"

/* How far from the customer a lane is: lines are drawn where this grows. */
typedef enum CxDepth { CX_DEPTH_CUSTOMER, CX_DEPTH_FRONTSTAGE, CX_DEPTH_BACKSTAGE, CX_DEPTH_SUPPORT } CxDepth;

typedef struct CxBlueprint {
  CxJourneyComposer journey;
  CxGrid *grid;
  CxDepth depth;     /* of the lane that was added last */
  bool is_begun;     /* a lane was added */
  GHashTable *cards; /* item → its card */
} CxBlueprint;

void cx_blueprint_add_cell(CxBlueprint *blueprint, CxCell cell);

/* ---- blueprint-cards.c ---------------------------------------------------------------------------------------- */

/* Cards that stand in one cell. */
typedef struct CxUnit {
  const CxStage *stage;
  size_t column, columns;
  CX_LIST(const CxItem *) items;
} CxUnit;

/* What a lane says. */
typedef struct CxUnits {
  CxLane lane;
  CX_LIST(CxUnit) wide; /* a card each, over several columns */
  CxUnit *narrow;       /* of each track */
  bool is_empty;
} CxUnits;

CxUnits cx_blueprint_collect(CxBlueprint *blueprint, CxLane lane);

/* Adds the lane's rows to the grid, with its label. */
void cx_blueprint_add_cards(CxBlueprint *blueprint, const CxUnits *units, const CxLaneChoice *choice, double height);

/* ---- blueprint-arrows.c --------------------------------------------------------------------------------------- */
void cx_blueprint_add_arrows(CxBlueprint *blueprint); /* when all cards have been added */

#endif
