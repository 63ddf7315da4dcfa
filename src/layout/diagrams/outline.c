/* Where an edge meets a node: the engine knows rectangles, and few shapes fill theirs. */
#include "diagram.h"

#include <math.h>

enum { PIECES = 24 }; /* that a curve is taken for */

typedef struct Ray {
  CxPoint from;
  bool is_level;
  double sign;    /* which way it goes */
  double nearest; /* distance to what it meets first */
} Ray;

/* Along the ray, and across it. */
static CxPoint turned(const Ray *ray, CxPoint point) {
  const double x = point.x - ray->from.x, y = point.y - ray->from.y;
  return ray->is_level ? (CxPoint){x * ray->sign, y} : (CxPoint){y * ray->sign, x};
}

static void meet(Ray *ray, CxPoint a, CxPoint b) {
  const CxPoint one = turned(ray, a), other = turned(ray, b);
  if ((one.y > 0 && other.y > 0) || (one.y < 0 && other.y < 0) || one.y == other.y) return;
  const double along = one.x + (other.x - one.x) * one.y / (one.y - other.y);
  if (along >= -1e-6) ray->nearest = MIN(ray->nearest, MAX(along, 0));
}

static CxPoint on_curve(CxPoint from, const CxPathStep *step, double t) {
  const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return (CxPoint){a * from.x + b * step->c[0].x + c * step->c[1].x + d * step->to.x,
                   a * from.y + b * step->c[0].y + c * step->c[1].y + d * step->to.y};
}

static void meet_curve(Ray *ray, CxPoint from, const CxPathStep *step) {
  CxPoint before = from;
  for (int i = 1; i <= PIECES; i++) {
    const CxPoint next = on_curve(from, step, (double)i / PIECES);
    meet(ray, before, next);
    before = next;
  }
}

static void meet_path(Ray *ray, const CxPath *path) {
  CxPoint at = {0}, begin = {0};
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    switch (step->verb) {
    case CX_PATH_MOVE: begin = step->to; break;
    case CX_PATH_LINE: meet(ray, at, step->to); break;
    case CX_PATH_CURVE: meet_curve(ray, at, step); break;
    case CX_PATH_CLOSE: meet(ray, at, begin); break;
    }
    at = step->verb == CX_PATH_CLOSE ? begin : step->to;
  }
}

CxPoint cx_outline_meet(CxTypesetter *setter, const CxBlock *block, CxRect rect, CxPoint border) {
  const CxLookStyle *style = &setter->theme->looks[block->look];
  const double left = fabs(border.x - rect.x), right = fabs(rect.x + rect.w - border.x);
  const double top = fabs(border.y - rect.y), bottom = fabs(rect.y + rect.h - border.y);
  const double nearest = MIN(MIN(left, right), MIN(top, bottom));
  Ray ray = {.from = border, .is_level = nearest == left || nearest == right, .nearest = G_MAXDOUBLE};
  ray.sign = nearest == left || (nearest == top && !ray.is_level) ? 1 : -1;
  CxPath outline = {0}, inner = {0};
  cx_shape_paths(setter->arena, style, rect, 1, &outline, &inner);
  meet_path(&ray, &outline);
  const double most = (ray.is_level ? rect.w : rect.h) / 2;
  if (ray.nearest > most) return border;
  const double by = ray.nearest * ray.sign;
  return ray.is_level ? (CxPoint){border.x + by, border.y} : (CxPoint){border.x, border.y + by};
}
