/* Arrows: the lines that the layout routed, with round corners and heads.
 *
 * A head's tip touches its box; the line ends in the middle of the head, so that it does not show beside the tip.
 */
#include "walk.h"

#include <math.h>

static CxPoint towards(CxPoint from, CxPoint to, double distance) {
  const double length = hypot(to.x - from.x, to.y - from.y);
  if (length <= 0) return from;
  return (CxPoint){from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length};
}

static double distance(CxPoint a, CxPoint b) {
  return hypot(b.x - a.x, b.y - a.y);
}

/* A quarter of a circle as a cubic, or less of one where the pieces are short. */
static void add_corner(CxWalk *walk, CxPath *path, CxPoint before, CxPoint corner, CxPoint after, double most) {
  const double round = 0.5523;
  const double shortest = MIN(distance(before, corner), distance(corner, after)) / 2;
  const double radius = MIN(most, shortest);
  const CxPoint in = towards(corner, before, radius), out = towards(corner, after, radius);
  cx_path_line(walk->arena, path, in.x, in.y);
  cx_path_curve(walk->arena, path, towards(corner, before, radius * (1 - round)),
                towards(corner, after, radius * (1 - round)), out);
}

static void add_head(CxWalk *walk, CxElements *into, CxPoint tip, CxPoint from, CxColour colour) {
  const double size = walk->theme->sizes.edge_head;
  const CxPoint base = towards(tip, from, size);
  const CxPoint across = {(base.y - tip.y) / 2, (tip.x - base.x) / 2};
  CxPath path = {0};
  cx_path_move(walk->arena, &path, tip.x, tip.y);
  cx_path_line(walk->arena, &path, base.x + across.x, base.y + across.y);
  cx_path_line(walk->arena, &path, base.x - across.x, base.y - across.y);
  cx_path_close(walk->arena, &path);
  cx_element_path(walk, into, "arrow", &path)->fill = colour;
}

/* What is drawn of an arrow. */
typedef struct Way {
  const CxPoint *points;
  size_t count;
  CxStrokeName stroke;
  bool is_both, is_bare;
  double corner; /* radius */
} Way;

/* The line through the points, short of the heads' tips, and the heads. */
static CxElement *add_edge(CxWalk *walk, CxElements *into, const char *role, const Way *way) {
  const CxPoint *points = way->points;
  const size_t count = way->count;
  const double half = walk->theme->sizes.edge_head / 2;
  const CxPoint last = points[count - 1];
  const CxPoint start = way->is_both ? towards(points[0], points[1], half) : points[0];
  const CxPoint end = way->is_bare ? last : towards(last, points[count - 2], half);
  CxPath path = {0};
  cx_path_move(walk->arena, &path, start.x, start.y);
  for (size_t i = 1; i + 1 < count; i++) add_corner(walk, &path, points[i - 1], points[i], points[i + 1], way->corner);
  cx_path_line(walk->arena, &path, end.x, end.y);
  CxElement *edge = cx_element_path(walk, into, role, &path);
  edge->stroke = cx_stroke_named(walk, way->stroke);
  if (way->is_bare) return edge;
  edge->arrow = way->is_both ? "both" : "end";
  add_head(walk, into, last, points[count - 2], edge->stroke.colour);
  if (way->is_both) add_head(walk, into, points[0], points[1], edge->stroke.colour);
  return edge;
}

void cx_draw_edges(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxSizes *sizes = &walk->theme->sizes;
  const bool is_in_grid = box->block == NULL || box->block->kind == CX_BLOCK_GRID;
  for (size_t i = 0; i < box->edges.count; i++) {
    const CxPlacedEdge *placed = &box->edges.items[i];
    const CxEdge *edge = placed->edge;
    const Way way = {.points = placed->points.items,
                     .count = placed->points.count,
                     .stroke = edge->stroke,
                     .is_both = edge->is_both,
                     .is_bare = edge->is_bare,
                     .corner = is_in_grid ? sizes->edge_corner : sizes->flow_corner};
    CxElement *line = add_edge(walk, into, "edge", &way);
    line->from = g_hash_table_lookup(walk->groups, edge->from);
    line->to = g_hash_table_lookup(walk->groups, edge->to);
    for (size_t k = 0; k < placed->points.count; k++)
      *cx_list_add(walk->arena, &line->points) = placed->points.items[k];
  }
}

void cx_draw_arrow(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxRect rect = box->rect;
  const double y = rect.y + rect.h / 2, forward = walk->is_rtl ? rect.x : rect.x + rect.w;
  const CxPoint points[] = {{2 * rect.x + rect.w - forward, y}, {forward, y}};
  const Way way = {
      .points = points, .count = G_N_ELEMENTS(points), .stroke = box->block->stroke, .is_both = box->block->is_both};
  add_edge(walk, into, "sample", &way);
}
