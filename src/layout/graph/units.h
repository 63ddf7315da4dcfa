/* Private to the graph engine: stops that stay side by side while layers are ordered, as they stand upon one another by
 * flat arcs. */
#ifndef CXMAP_LAYOUT_GRAPH_UNITS_H
#define CXMAP_LAYOUT_GRAPH_UNITS_H

#include "draft.h"

typedef struct CxUnits {
  const CxDraft *draft;
  uint32_t *unit; /* of a stop: the one that it stands upon in its lane, or itself */
  uint32_t *size; /* of a unit: how many stops it has */
  bool *is_fixed; /* of a unit: its way into another lane says which stop is above */
  uint32_t *zone; /* of a stop: the same as that of those it may change places with */
} CxUnits;

CxUnits cx_units_find(const CxDraft *draft);

/* How many stops there are in the unit of a stop. */
static inline uint32_t cx_units_size(const CxUnits *units, uint32_t stop) {
  return units->size[units->unit[stop]];
}

/* Puts the stops of a unit side by side, from above downwards; how many there are. */
uint32_t cx_units_put(const CxUnits *units, uint32_t unit, uint32_t *order);

/* Puts stops that stand side by side the other way round. */
void cx_units_turn(uint32_t *stops, uint32_t count);

/* Puts the second one of two units that stand side by side before the first; their sizes are given. */
void cx_units_exchange(uint32_t *stops, uint32_t size, uint32_t other);

/* A first order of all layers: draft->order, draft->layer_first. */
void cx_units_fill_layers(const CxUnits *units, CxDraft *draft);

/* The zone of what does not stand at a lane's borders, to go on into the next one. */
uint32_t cx_units_zone_inside(uint32_t lane);

#endif
