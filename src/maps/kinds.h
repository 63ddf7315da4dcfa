/* Private to maps: the kinds of maps, one file each; cx_map_kinds lists them in the order in which maps are drawn. */
#ifndef CXMAP_MAPS_KINDS_H
#define CXMAP_MAPS_KINDS_H

#include "cxmap/maps.h"

extern const CxMapKind cx_map_journey;
extern const CxMapKind cx_map_blueprint;
extern const CxMapKind cx_map_opportunities;

/* ---- journeys.c: what the views of a journey have in common ---------------------------------------------- */
const CxObject *cx_journey_definition(const CxModel *model, size_t index);
const CxText *cx_journey_title(const CxModel *model, const void *definition); /* its own, or the document's */

#endif
