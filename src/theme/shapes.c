/* The shapes of a flow's nodes as paths: what ISO 5807 draws for each kind of step.
 *
 * All are drawn as if the map ran to the right, then turned where it does not. Where a rectangle is low, as in a
 * legend, the edges that come in come in less.
 */
#include "cxmap/theme.h"

static const double ROUND = 0.5523; /* of a quarter of an ellipse as a cubic */
static const double LOW = 0.34;     /* of its height, that a shape's edges come in at most */

typedef struct Pen {
  CxArena *arena;
  CxRect rect;
  double forward;
  CxPath *path;
} Pen;

static CxPoint at(const Pen *pen, double x, double y) {
  const double left = pen->rect.x + x;
  return (CxPoint){pen->forward < 0 ? 2 * pen->rect.x + pen->rect.w - left : left, pen->rect.y + y};
}

static void move(const Pen *pen, double x, double y) {
  const CxPoint to = at(pen, x, y);
  cx_path_move(pen->arena, pen->path, to.x, to.y);
}

static void line(const Pen *pen, double x, double y) {
  const CxPoint to = at(pen, x, y);
  cx_path_line(pen->arena, pen->path, to.x, to.y);
}

static void curve(const Pen *pen, double x1, double y1, double x2, double y2, double x, double y) {
  cx_path_curve(pen->arena, pen->path, at(pen, x1, y1), at(pen, x2, y2), at(pen, x, y));
}

static void polygon(const Pen *pen, const CxPoint *points, size_t count) {
  move(pen, points[0].x, points[0].y);
  for (size_t i = 1; i < count; i++) line(pen, points[i].x, points[i].y);
  cx_path_close(pen->arena, pen->path);
}

#define POLYGON(pen, ...)                                                                                              \
  polygon((pen), (const CxPoint[]){__VA_ARGS__}, sizeof((const CxPoint[]){__VA_ARGS__}) / sizeof(CxPoint))

static void screen_path(const Pen *pen, double w, double h, double depth) {
  const double pull = ROUND * depth, rise = ROUND * h / 2;
  move(pen, 0, h / 2);
  line(pen, depth, 0);
  line(pen, w - depth, 0);
  curve(pen, w - depth + pull, 0, w, h / 2 - rise, w, h / 2);
  curve(pen, w, h / 2 + rise, w - depth + pull, h, w - depth, h);
  line(pen, depth, h);
  cx_path_close(pen->arena, pen->path);
}

/* The lower edge swings between 15 and 0 over the foot where the depth is 14. */
static void wave_path(const Pen *pen, double w, double h, double depth) {
  const double unit = depth / 14;
  move(pen, 0, 0);
  line(pen, w, 0);
  line(pen, w, h - 8 * unit);
  curve(pen, 0.75 * w, h - 15 * unit, 0.625 * w, h - 8 * unit, 0.5 * w, h - 4.5 * unit);
  curve(pen, 0.375 * w, h - unit, 0.25 * w, h, 0, h - 6 * unit);
  cx_path_close(pen->arena, pen->path);
}

/* Half an ellipse from side to side whose middle is `depth` lower, or higher, than its ends. */
static void arc(const Pen *pen, double from, double to, double y, double depth) {
  const double middle = (from + to) / 2, pull = ROUND * (to - from) / 2;
  curve(pen, from, y + ROUND * depth, middle - pull, y + depth, middle, y + depth);
  curve(pen, middle + pull, y + depth, to, y + ROUND * depth, to, y);
}

static void drum_path(const Pen *pen, double w, double h, double depth) {
  move(pen, 0, depth);
  arc(pen, 0, w, depth, -depth);
  line(pen, w, h - depth);
  arc(pen, w, 0, h - depth, depth);
  cx_path_close(pen->arena, pen->path);
}

static void draw_inner(const Pen *pen, CxShape shape, double depth) {
  const double w = pen->rect.w, h = pen->rect.h;
  if (shape == CX_SHAPE_DRUM) {
    move(pen, 0, depth);
    arc(pen, 0, w, depth, depth * 0.93);
  } else if (shape == CX_SHAPE_DOUBLE) {
    move(pen, depth, 0);
    line(pen, depth, h);
    move(pen, w - depth, 0);
    line(pen, w - depth, h);
  } else if (shape == CX_SHAPE_DOGEAR) {
    POLYGON(pen, {w - depth, 0}, {w - depth, depth}, {w, depth});
  }
}

void cx_shape_paths(CxArena *arena, const CxLookStyle *style, CxRect rect, double forward, CxPath *outline,
                    CxPath *inner) {
  const double w = rect.w, h = rect.h, depth = MIN(style->depth, LOW * h);
  const Pen pen = {.arena = arena, .rect = rect, .forward = forward, .path = outline};
  switch (style->shape) {
  case CX_SHAPE_RECT:
  case CX_SHAPE_DOUBLE: cx_path_rect(arena, outline, rect, MIN(style->radius, h / 2)); break;
  case CX_SHAPE_PILL: cx_path_rect(arena, outline, rect, h / 2); break;
  case CX_SHAPE_DIAMOND: POLYGON(&pen, {0, h / 2}, {w / 2, 0}, {w, h / 2}, {w / 2, h}); break;
  case CX_SHAPE_SLANTED: POLYGON(&pen, {depth, 0}, {w, 0}, {w - depth, h}, {0, h}); break;
  case CX_SHAPE_POINTED: POLYGON(&pen, {0, 0}, {w - depth, 0}, {w, h / 2}, {w - depth, h}, {0, h}); break;
  case CX_SHAPE_DOGEAR: POLYGON(&pen, {0, 0}, {w - depth, 0}, {w, depth}, {w, h}, {0, h}); break;
  case CX_SHAPE_SCREEN: screen_path(&pen, w, h, depth); break;
  case CX_SHAPE_WAVE: wave_path(&pen, w, h, depth); break;
  case CX_SHAPE_DRUM: drum_path(&pen, w, h, depth); break;
  case CX_SHAPE_CHEVRON:
  case CX_SHAPE_OCTAGON: break;
  }
  const Pen within = {.arena = arena, .rect = rect, .forward = forward, .path = inner};
  draw_inner(&within, style->shape, depth);
}
