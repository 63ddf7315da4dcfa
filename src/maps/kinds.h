/* Private to maps: the registry of kinds. Each is one file, which defines cx_map_NAME, and one row here. */
#ifndef CXMAP_MAPS_KINDS_H
#define CXMAP_MAPS_KINDS_H

#include "cxmap/maps.h"

/* In the order in which a document's maps are drawn. */
// clang-format off
#define CX_MAP_KINDS(KIND) \
  KIND(journey) \
  KIND(blueprint) \
  KIND(opportunities) \
  KIND(persona) \
  KIND(empathy) \
  KIND(flow) \
  KIND(why) \
  KIND(honeycomb) \
  KIND(scorecard) \
  KIND(canvas) \
  KIND(vision) \
  KIND(guide) \
  KIND(synthesis) \
  KIND(segments) \
  KIND(statistics)
// clang-format on

#define CX_MAP_KIND_DECLARE(name) extern const CxMapKind cx_map_##name;
CX_MAP_KINDS(CX_MAP_KIND_DECLARE)

#endif
