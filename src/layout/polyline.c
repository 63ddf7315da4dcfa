/* Ways of edges, point by point, without points that say nothing. */
#include "polyline.h"

static bool is_level(CxPoint a, CxPoint b) {
  const double same = 1e-6;
  return fabs(a.y - b.y) < same;
}

static bool is_upright(CxPoint a, CxPoint b) {
  return is_level((CxPoint){a.y, a.x}, (CxPoint){b.y, b.x});
}

void cx_polyline_add(CxArena *arena, CxPolyline *line, CxPoint point) {
  CxPoint *last = line->count > 0 ? &line->items[line->count - 1] : NULL;
  const CxPoint *before = line->count > 1 ? last - 1 : NULL;
  if (last != NULL && is_level(*last, point) && is_upright(*last, point)) return;
  const bool goes_on = before != NULL && ((is_level(*before, *last) && is_level(*last, point)) ||
                                          (is_upright(*before, *last) && is_upright(*last, point)));
  if (goes_on)
    *last = point;
  else
    *cx_list_add(arena, line) = point;
}
