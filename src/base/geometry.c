/* Rectangles: how they shrink, join, overlap and contain each other. */
#include "cxmap/base.h"

CxRect cx_rect_inset(CxRect rect, CxInsets by) {
  return (CxRect){
      .x = rect.x + by.left,
      .y = rect.y + by.top,
      .w = MAX(rect.w - by.left - by.right, 0),
      .h = MAX(rect.h - by.top - by.bottom, 0),
  };
}

static bool is_empty(CxRect rect) {
  return rect.w <= 0 && rect.h <= 0;
}

CxRect cx_rect_intersection(CxRect a, CxRect b) {
  const double left = MAX(a.x, b.x), top = MAX(a.y, b.y);
  const double right = MIN(a.x + a.w, b.x + b.w), bottom = MIN(a.y + a.h, b.y + b.h);
  return (CxRect){left, top, MAX(right - left, 0), MAX(bottom - top, 0)};
}

CxRect cx_rect_union(CxRect a, CxRect b) {
  if (is_empty(a)) return b;
  if (is_empty(b)) return a;
  double x = MIN(a.x, b.x), y = MIN(a.y, b.y);
  double right = MAX(a.x + a.w, b.x + b.w), bottom = MAX(a.y + a.h, b.y + b.h);
  return (CxRect){.x = x, .y = y, .w = right - x, .h = bottom - y};
}

bool cx_rect_overlaps(CxRect a, CxRect b, double slack) {
  double across = MIN(a.x + a.w, b.x + b.w) - MAX(a.x, b.x);
  double down = MIN(a.y + a.h, b.y + b.h) - MAX(a.y, b.y);
  return across > slack && down > slack;
}

bool cx_rect_contains(CxRect outer, CxRect inner, double slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.w <= outer.x + outer.w + slack &&
         inner.y + inner.h <= outer.y + outer.h + slack;
}
