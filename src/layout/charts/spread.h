/* Private to layout. Spreading: discs of one size stand where they wish to, or near it, and never on one another.
 *
 * Knows nothing of matrices: points in, points out. Lengths are points. */
#ifndef CXMAP_LAYOUT_SPREAD_H
#define CXMAP_LAYOUT_SPREAD_H

#include "cxmap/base.h"

typedef struct CxSpread {
  CxRect area;           /* centres stay inside */
  const CxPoint *wishes; /* where the centres would stand alone, inside the area */
  size_t count;
  double size;   /* of the squares round the discs: these do not overlap */
  double clear;  /* the least distance of two centres */
  double beside; /* the distance of those that wish for one place, where there is room for it */
  double near;   /* wishes about this near to one another are for one place */
} CxSpread;

/* Sets a place for each wish, in their order, and how far the farthest is from its wish. False where the area is too
 * small for all. The same wishes give the same places. */
bool cx_spread(const CxSpread *spread, CxPoint *places, double *farthest);

#endif
