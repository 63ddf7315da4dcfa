/* Labels go to where their edges begin. While layers were laid out a label had room where its edge had a stop, which
 * may be far from the step that it leaves: an exit of a decision is read there. Labels only move along their own edges,
 * to where these run for themselves, and stay where nothing nearer is free; one that another edge came too near to goes
 * anywhere along its own. */
#include "mend.h"

#include <math.h>

static const double START = CX_LABEL_GAP + 1, STEP = 8; /* from the beginning of an edge, and from place to place */
static const double BEND = 5;                           /* further from a bend: there other edges may go straight on */
static const double LEAST_GAIN = 6;                     /* that is worth a move */
static const int MOST_PLACES = 64;                      /* tried on a piece */

/* How far a box is from a piece. */
static double off(CxPoint a, CxPoint b, CxRect box) {
  const CxSolid run = cx_solid_between(a, b), solid = cx_solid_of(box);
  const double x = MAX(solid.lo[0] - run.hi[0], run.lo[0] - solid.hi[0]);
  const double y = MAX(solid.lo[1] - run.hi[1], run.lo[1] - solid.hi[1]);
  return hypot(MAX(x, 0), MAX(y, 0));
}

/* How far the nearer end of a label is from the beginning of a piece, along it. */
static double from_start(CxPoint a, CxPoint b, CxRect label) {
  const int side = cx_mend_side(a, b), axis = side & 1;
  const CxSolid solid = cx_solid_of(label);
  const double distance = side < 2 ? solid.lo[axis] - cx_along(a, axis) : cx_along(a, axis) - solid.hi[axis];
  return MAX(distance, 0);
}

/* How far along its edge a label stands now: beside the piece that is nearest. */
static double place_now(const CxGraphRoute *route) {
  const CxPoint *points = route->points.items;
  double least = G_MAXDOUBLE, at = 0, before = 0;
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const double apart = off(points[i], points[i + 1], route->label);
    if (apart < least - 1e-6) {
      least = apart;
      at = before + from_start(points[i], points[i + 1], route->label);
    }
    before += cx_least_way(points[i], points[i + 1]);
  }
  return at;
}

/* A place beside a piece that is nearer to its beginning than `most`, if one is free. */
static bool find_beside(const CxMend *mend, CxWay *way, size_t piece, double most) {
  const CxPoint a = way->points[piece], b = way->points[piece + 1];
  const int axis = cx_mend_side(a, b) & 1, towards = cx_mend_side(a, b) < 2 ? 1 : -1;
  const double size = axis == 0 ? way->label.w : way->label.h;
  const double last = MIN(most, cx_least_way(a, b) - size - CX_LABEL_ROOM);
  double at = piece == 0 ? START : START + BEND;
  for (int i = 0; i < MOST_PLACES && at <= last; i++, at += STEP) {
    const CxPoint from = cx_point_by(axis, cx_along(a, axis) + towards * (at - START), cx_along(a, 1 - axis));
    if (cx_mend_label_beside(mend, way, from, b)) return true;
  }
  return false;
}

void cx_mend_pull_label(CxMend *mend, size_t edge) {
  CxGraphRoute *route = &mend->layout->routes[edge];
  if (route->label.h <= 0 || mend->graph->edges[edge].from == mend->graph->edges[edge].to) return;
  CxWay way = {.points = route->points.items, .count = route->points.count, .label = route->label};
  double before = 0;
  cx_mend_leave(mend, edge);
  const double most = cx_mend_is_alone(mend, way.label) ? place_now(route) - LEAST_GAIN : G_MAXDOUBLE;
  for (size_t i = 0; i + 1 < way.count && before + START <= most; i++) {
    if (find_beside(mend, &way, i, most - before)) {
      route->label = way.label;
      break;
    }
    before += cx_least_way(way.points[i], way.points[i + 1]);
  }
  cx_mend_enter(mend, edge);
}
