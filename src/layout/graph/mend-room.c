/* What is in the way of an edge: nodes, labels, the pieces of other edges. */
#include "mend.h"

#include <math.h>

static const double BESIDE = 0.6;  /* of the distance of tracks, between pieces that run side by side */
static const double TOUCHING = 2;  /* an edge that another one ends at, without crossing it */
static const double LABEL_OFF = 2; /* of a label from nodes and labels */
static const double LABEL_ALONE = CX_LABEL_GAP + 1; /* of a label from other edges: further than from its own */
static const double MOST_MOVED = 40, HARDLY = 1.5;  /* a label to stay with its edge, and where it is */
static const double NEARLY = 0.5;                   /* in the same place, of two pieces of one edge */
static const double LEAST_APART = 0.25;             /* two edges, wherever they are */
static const double HAIR = 1e-3;

int cx_mend_side(CxPoint border, CxPoint next) {
  if (border.y == next.y) return next.x > border.x ? 0 : 2;
  return next.y > border.y ? 1 : 3;
}

static int axis_of(const CxSolid *run) {
  return run->hi[0] - run->lo[0] >= run->hi[1] - run->lo[1] ? 0 : 1;
}

/* ---- In and out ------------------------------------------------------------------------------------------------ */

static void count_ends(CxMend *mend, size_t edge, uint32_t by) {
  const CxGraphEdge *ends = &mend->graph->edges[edge];
  const CxPoint *points = mend->layout->routes[edge].points.items;
  const size_t last = mend->layout->routes[edge].points.count - 1;
  mend->leaving[ends->from][cx_mend_side(points[0], points[1])] += by;
  mend->entering[ends->to][cx_mend_side(points[last], points[last - 1])] += by;
}

void cx_mend_enter(CxMend *mend, size_t edge) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  mend->first_run[edge] = (uint32_t)mend->run_edges.count;
  mend->run_count[edge] = 0;
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    cx_space_add(mend->runs, cx_solid_between(route->points.items[i], route->points.items[i + 1]));
    *cx_list_add(mend->arena, &mend->run_edges) = (uint32_t)edge;
    mend->run_count[edge]++;
  }
  mend->label_at[edge] = CX_NOWHERE;
  if (route->label.h > 0) mend->label_at[edge] = cx_space_add(mend->labels, cx_solid_of(route->label));
  if (route->points.count > 1) count_ends(mend, edge, 1);
}

void cx_mend_leave(CxMend *mend, size_t edge) {
  for (uint32_t i = 0; i < mend->run_count[edge]; i++) cx_space_remove(mend->runs, mend->first_run[edge] + i);
  if (mend->label_at[edge] != CX_NOWHERE) cx_space_remove(mend->labels, mend->label_at[edge]);
  if (mend->layout->routes[edge].points.count > 1) count_ends(mend, edge, UINT32_MAX);
}

/* ---- Other edges ------------------------------------------------------------------------------------------------ */

typedef enum Meeting { APART, CROSSED, TOUCHED } Meeting;

/* A piece of a way, and the part of it where the edge runs already: there it may be as near to others as it is. */
typedef struct Run {
  CxSolid solid;
  int axis;
  double kept[2];
} Run;

static Run run_of(const CxGraphRoute *route, CxPoint a, CxPoint b) {
  Run run = {.solid = cx_solid_between(a, b), .kept = {G_MAXDOUBLE, -G_MAXDOUBLE}};
  run.axis = axis_of(&run.solid);
  for (size_t i = 0; i + 1 < route->points.count; i++) {
    const CxSolid old = cx_solid_between(route->points.items[i], route->points.items[i + 1]);
    if (axis_of(&old) != run.axis || fabs(old.lo[1 - run.axis] - run.solid.lo[1 - run.axis]) > NEARLY) continue;
    run.kept[0] = MIN(run.kept[0], old.lo[run.axis]);
    run.kept[1] = MAX(run.kept[1], old.hi[run.axis]);
  }
  return run;
}

/* Whether what reaches from `from` to `to` is beside the run where the edge is now. */
static bool is_kept(const Run *run, double from, double to) {
  return from <= run->kept[1] + TOUCHING && to >= run->kept[0] - TOUCHING;
}

static Meeting meet(const Run *run, const CxSolid *other, double beside) {
  const int axis = run->axis;
  const CxSolid *own = &run->solid;
  if (axis == axis_of(other)) {
    const double apart = fabs(own->lo[1 - axis] - other->lo[1 - axis]);
    const bool is_beside = apart < beside - HAIR && own->lo[axis] < other->hi[axis] + TOUCHING &&
                           own->hi[axis] > other->lo[axis] - TOUCHING;
    return is_beside && (apart < LEAST_APART || !is_kept(run, other->lo[axis], other->hi[axis])) ? TOUCHED : APART;
  }
  const double at = other->lo[axis], across = own->lo[1 - axis];
  if (at <= own->lo[axis] - TOUCHING || at >= own->hi[axis] + TOUCHING || across <= other->lo[1 - axis] - TOUCHING ||
      across >= other->hi[1 - axis] + TOUCHING)
    return APART;
  const bool is_through = at > own->lo[axis] + TOUCHING && at < own->hi[axis] - TOUCHING &&
                          across > other->lo[1 - axis] + TOUCHING && across < other->hi[1 - axis] - TOUCHING;
  if (is_through) return CROSSED;
  return is_kept(run, at, at) ? APART : TOUCHED;
}

static bool is_same(CxPoint a, CxPoint b) {
  return fabs(a.x - b.x) < HAIR && fabs(a.y - b.y) < HAIR;
}

/* Edges may come to a decision's tip together, and leave it together where it has fewer tips than exits. */
static bool do_share(const CxMend *mend, size_t edge, const CxPoint *points, size_t count, size_t other) {
  const CxGraphEdge *own = &mend->graph->edges[edge], *its = &mend->graph->edges[other];
  const CxGraphRoute *route = &mend->layout->routes[other];
  if (route->points.count < 2) return false;
  const bool do_enter = own->to == its->to && mend->graph->nodes[own->to].ports == CX_GRAPH_TIPS &&
                        is_same(points[count - 1], route->points.items[route->points.count - 1]);
  const bool do_leave = own->from == its->from && mend->graph->nodes[own->from].ports == CX_GRAPH_TIPS &&
                        is_same(points[0], route->points.items[0]);
  return do_enter || do_leave;
}

/* How often pieces meet others; `touched` may be NULL, else the first touch ends the search. */
static size_t count_meetings(const CxMend *mend, size_t edge, const CxPoint *points, size_t count, bool *touched) {
  const double beside = mend->graph->track * BESIDE;
  size_t crossings = 0;
  for (size_t i = 0; i + 1 < count; i++) {
    const Run run = run_of(&mend->layout->routes[edge], points[i], points[i + 1]);
    size_t found;
    const uint32_t *near = cx_space_find(mend->runs, cx_solid_grown(run.solid, MAX(beside, TOUCHING)), &found);
    for (size_t k = 0; k < found; k++) {
      const Meeting meeting = meet(&run, cx_space_solid(mend->runs, near[k]), beside);
      if (meeting == APART || do_share(mend, edge, points, count, mend->run_edges.items[near[k]])) continue;
      if (meeting == CROSSED) crossings++;
      if (meeting != TOUCHED || touched == NULL) continue;
      *touched = true;
      return crossings;
    }
  }
  return crossings;
}

size_t cx_mend_crossings(const CxMend *mend, size_t edge) {
  const CxGraphRoute *route = &mend->layout->routes[edge];
  return count_meetings(mend, edge, route->points.items, route->points.count, NULL);
}

/* ---- All that is in the way ------------------------------------------------------------------------------------- */

/* Pieces at their own nodes begin on the border; everything else keeps clear of all nodes. */
static bool is_clear_of_nodes(const CxMend *mend, const CxWay *way, size_t piece) {
  const CxPoint a = way->points[piece], b = way->points[piece + 1];
  CxSolid box = cx_solid_grown(cx_solid_between(a, b), mend->graph->clear - HAIR);
  const int axis = cx_mend_side(a, b) & 1, way_of = cx_mend_side(a, b) < 2 ? 1 : -1;
  double *start = way_of > 0 ? &box.lo[axis] : &box.hi[axis], *end = way_of > 0 ? &box.hi[axis] : &box.lo[axis];
  if (piece == 0) *start = cx_along(a, axis) + way_of * HAIR;
  if (piece + 2 == way->count) *end = cx_along(b, axis) - way_of * HAIR;
  return cx_space_is_free(mend->nodes, box);
}

/* Not along the border of two lanes. */
static bool is_in_lane(const CxMend *mend, CxPoint a, CxPoint b) {
  const int axis = mend->graph->direction == CX_GRAPH_DOWN ? 1 : 0;
  if ((cx_mend_side(a, b) & 1) != axis) return true;
  const double at = cx_along(a, 1 - axis), clear = mend->graph->clear / 2;
  for (size_t i = 0; i < mend->graph->lane_count; i++) {
    const CxGraphSpan *lane = &mend->layout->lanes[i];
    if (at >= lane->at + clear && at <= lane->at + lane->size - clear) return true;
  }
  return mend->graph->lane_count == 0;
}

bool cx_mend_is_free(const CxMend *mend, size_t edge, const CxWay *way, size_t *crossings) {
  bool is_touched = false;
  for (size_t i = 0; i + 1 < way->count; i++) {
    if (!is_in_lane(mend, way->points[i], way->points[i + 1]) || !is_clear_of_nodes(mend, way, i)) return false;
    if (!cx_space_is_free(mend->labels,
                          cx_solid_grown(cx_solid_between(way->points[i], way->points[i + 1]), LABEL_OFF)))
      return false;
  }
  *crossings = count_meetings(mend, edge, way->points, way->count, &is_touched);
  return !is_touched;
}

/* ---- Labels ----------------------------------------------------------------------------------------------------- */

static bool is_clear_of_way(const CxWay *way, CxRect label) {
  const CxSolid box = cx_solid_grown(cx_solid_of(label), CX_LABEL_GAP - HARDLY);
  for (size_t i = 0; i + 1 < way->count; i++) {
    const CxSolid run = cx_solid_between(way->points[i], way->points[i + 1]);
    if (run.lo[0] < box.hi[0] && run.hi[0] > box.lo[0] && run.lo[1] < box.hi[1] && run.hi[1] > box.lo[1]) return false;
  }
  return true;
}

bool cx_mend_is_alone(const CxMend *mend, CxRect label) {
  return cx_space_is_free(mend->runs, cx_solid_grown(cx_solid_of(label), LABEL_ALONE));
}

static bool is_label_free(const CxMend *mend, const CxWay *way, CxRect label) {
  const CxSolid box = cx_solid_grown(cx_solid_of(label), LABEL_OFF);
  if (!cx_space_is_free(mend->nodes, box) || !cx_space_is_free(mend->labels, box)) return false;
  return cx_mend_is_alone(mend, label) && is_clear_of_way(way, label) && label.x >= 0 && label.y >= 0 &&
         label.x + label.w <= mend->layout->width && label.y + label.h <= mend->layout->height;
}

/* Beside a piece, at its beginning, on one of its two sides. */
static CxRect label_beside(CxPoint a, CxPoint b, CxPoint size, bool is_other_side) {
  const int side = cx_mend_side(a, b);
  const double gap = CX_LABEL_GAP, start = CX_LABEL_GAP + 1;
  if ((side & 1) == 0)
    return (CxRect){side == 0 ? a.x + start : a.x - start - size.x, is_other_side ? a.y + gap : a.y - gap - size.y,
                    size.x, size.y};
  return (CxRect){is_other_side ? a.x - gap - size.x : a.x + gap, side == 1 ? a.y + start : a.y - start - size.y,
                  size.x, size.y};
}

/* Where a label gets to that moves straight across to a piece that is near enough, on one of its two sides. */
static bool move_label(CxRect *label, CxPoint a, CxPoint b, bool is_other_side) {
  const CxSolid run = cx_solid_between(a, b), box = cx_solid_of(*label);
  const int axis = axis_of(&run);
  if (run.lo[axis] > box.lo[axis] || run.hi[axis] < box.hi[axis]) return false;
  const double size = box.hi[1 - axis] - box.lo[1 - axis], line = run.lo[1 - axis];
  const double at = is_other_side == (axis == 0) ? line + CX_LABEL_GAP : line - CX_LABEL_GAP - size;
  const double by = at - box.lo[1 - axis];
  *(axis == 0 ? &label->y : &label->x) += by;
  return fabs(by) <= MOST_MOVED;
}

/* The place that a label has, or right across from there at one of the way's pieces. */
static bool keep_label(const CxMend *mend, CxWay *way, CxRect now) {
  for (size_t i = 0; i < 2 * (way->count - 1); i++) {
    way->label = now;
    if (!move_label(&way->label, way->points[i / 2], way->points[i / 2 + 1], i % 2 == 1)) continue;
    const bool is_there = fabs(way->label.x - now.x) < HARDLY && fabs(way->label.y - now.y) < HARDLY;
    if (is_there) way->label = now;
    if (is_there ? is_clear_of_way(way, now) : is_label_free(mend, way, way->label)) return true;
  }
  return false;
}

bool cx_mend_label_beside(const CxMend *mend, CxWay *way, CxPoint a, CxPoint b) {
  const CxPoint size = {way->label.w, way->label.h};
  const bool is_level = (cx_mend_side(a, b) & 1) == 0;
  if (cx_least_way(a, b) < (is_level ? size.x : size.y) + CX_LABEL_ROOM) return false;
  for (int side = 0; side < 2; side++) {
    const CxRect label = label_beside(a, b, size, side == 1);
    if (!is_label_free(mend, way, label)) continue;
    way->label = label;
    return true;
  }
  return false;
}

bool cx_mend_place_label(const CxMend *mend, size_t edge, CxWay *way) {
  const CxRect now = way->label = mend->layout->routes[edge].label;
  if (now.h <= 0 || keep_label(mend, way, now)) return true;
  const bool has_tips = mend->graph->nodes[mend->graph->edges[edge].from].ports == CX_GRAPH_TIPS;
  for (size_t i = 0; i + 1 < (has_tips ? 2 : way->count); i++)
    if (cx_mend_label_beside(mend, way, way->points[i], way->points[i + 1])) return true;
  return false;
}
