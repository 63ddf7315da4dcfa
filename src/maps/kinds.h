/* Private to maps: the kinds of maps, one file each; cx_map_kinds lists them in the order in which maps are drawn. */
#ifndef CXMAP_MAPS_KINDS_H
#define CXMAP_MAPS_KINDS_H

#include "cxmap/maps.h"

extern const CxMapKind cx_map_journey;
extern const CxMapKind cx_map_blueprint;
extern const CxMapKind cx_map_opportunities;
extern const CxMapKind cx_map_persona;
extern const CxMapKind cx_map_empathy;
extern const CxMapKind cx_map_flow;
extern const CxMapKind cx_map_why;
extern const CxMapKind cx_map_honeycomb;
extern const CxMapKind cx_map_scorecard;
extern const CxMapKind cx_map_canvas;
extern const CxMapKind cx_map_vision;
extern const CxMapKind cx_map_guide;
extern const CxMapKind cx_map_synthesis;
extern const CxMapKind cx_map_segments;
extern const CxMapKind cx_map_statistics;

#endif
