/* Units: which stops stay side by side, and where in their lane they must stay.
 *
 * A lane has three zones in each layer. The first and the last are for what goes on straight into a lane above or
 * below: it stands outermost. What goes on into both has its lane for itself, and bends may pass on both sides of it.
 */
#include "units.h"

enum { ZONES = 3, INSIDE = 1 }; /* of a lane, from above downwards */

uint32_t cx_units_zone_inside(uint32_t lane) {
  return ZONES * lane + INSIDE;
}

uint32_t cx_units_put(const CxUnits *units, uint32_t unit, uint32_t *order) {
  order[0] = unit;
  for (uint32_t i = 1; i < units->size[unit]; i++) order[i] = cx_draft_flat_in_lane(units->draft, order[i - 1], 1);
  return units->size[unit];
}

void cx_units_turn(uint32_t *stops, uint32_t count) {
  for (uint32_t i = 0; i + 1 < count; i++) {
    const uint32_t stop = stops[i];
    stops[i] = stops[--count];
    stops[count] = stop;
  }
}

/* Turning all round and then each of the two exchanges them. */
void cx_units_exchange(uint32_t *stops, uint32_t size, uint32_t other) {
  cx_units_turn(stops, size + other);
  cx_units_turn(stops, other);
  cx_units_turn(stops + other, size);
}

static void find_zones(const CxUnits *units) {
  const CxDraft *draft = units->draft;
  for (uint32_t i = 0; i < draft->stops.count; i++) units->zone[i] = cx_units_zone_inside(draft->stops.items[i].lane);
  for (uint32_t i = 0; i < draft->node_count; i++)
    for (int side = 0; side < 2; side++) {
      const uint32_t unit = units->unit[i];
      if (cx_draft_flat_beyond(draft, i, side) == cx_draft_flat_in_lane(draft, i, side)) continue;
      units->is_fixed[unit] = true;
      units->zone[unit] = side == 0 ? units->zone[unit] - 1 : units->zone[unit] + 1;
    }
  for (uint32_t i = 0; i < draft->node_count; i++) units->zone[i] = units->zone[units->unit[i]];
}

CxUnits cx_units_find(const CxDraft *draft) {
  const size_t count = draft->stops.count + 1;
  CxUnits units = {.draft = draft,
                   .unit = cx_new_array(draft->arena, uint32_t, count),
                   .size = cx_new_array(draft->arena, uint32_t, count),
                   .is_fixed = cx_new_array(draft->arena, bool, count),
                   .zone = cx_new_array(draft->arena, uint32_t, count)};
  for (uint32_t i = 0; i < draft->stops.count; i++) {
    units.unit[i] = i < draft->node_count ? cx_draft_top_in_lane(draft, i) : i;
    units.size[units.unit[i]]++;
  }
  find_zones(&units);
  return units;
}

void cx_units_fill_layers(const CxUnits *units, CxDraft *draft) {
  draft->layer_first = cx_new_array(draft->arena, uint32_t, draft->layer_count + 2);
  draft->order = cx_new_array(draft->arena, uint32_t, draft->stops.count + 1);
  uint32_t *next = cx_new_array(draft->arena, uint32_t, draft->layer_count + 2);
  for (size_t i = 0; i < draft->stops.count; i++) draft->layer_first[draft->stops.items[i].layer + 1]++;
  for (uint32_t i = 0; i < draft->layer_count; i++) draft->layer_first[i + 1] += draft->layer_first[i];
  for (uint32_t i = 0; i < draft->layer_count; i++) next[i] = draft->layer_first[i];
  for (uint32_t i = 0; i < draft->stops.count; i++) {
    uint32_t *at = &next[draft->stops.items[i].layer];
    if (units->unit[i] == i) *at += cx_units_put(units, i, draft->order + *at);
  }
}
