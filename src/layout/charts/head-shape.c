/* The outline of a head that looks along the reading direction: a dome above and one below, between them flanks as long
 * as the head is higher than both; a nose at the front, an ear at the back.
 *
 * In: its box without nose and ear. Out: paths, and how wide the head is at any depth, for what stands in it and beside
 * it. Between its flanks the outline is never inside the curves that the widths are of.
 */
#include "head-shape.h"

static const double KAPPA = 0.5523;         /* of a quarter of an ellipse drawn as a cubic */
static const double SQUARE = 0.7;           /* the same of the flattest head, which is fuller, for its content */
static const double FLAT = 0.8, NORMAL = 1; /* height to width of that head, of one that is an ellipse */
static const double DOME = 0.507;           /* height of a dome at most, to the head's width */
static const double FULL = 207;             /* height of the domes at which nose and ear have their full size */

CxHead cx_head_new(CxRect box) {
  const double dome = MIN(box.h / 2, DOME * box.w);
  const double flat = CLAMP((NORMAL - box.h / MAX(box.w, 1)) / (NORMAL - FLAT), 0, 1);
  return (CxHead){.box = box, .dome = dome, .unit = MIN(dome / FULL, 1), .bulge = KAPPA + (SQUARE - KAPPA) * flat};
}

double cx_head_dome(double width) {
  return DOME * width;
}

/* A quarter of the outline, from the crown to the side: shares of its width and height at `t` of the cubic. */
static double quarter_x(const CxHead *head, double t) {
  return 3 * (1 - t) * (1 - t) * t * head->bulge + 3 * (1 - t) * t * t + t * t * t;
}

static double quarter_y(const CxHead *head, double t) {
  return 3 * (1 - t) * t * t * (1 - head->bulge) + t * t * t;
}

/* One at the place where the other has a value; both grow with t. */
static double quarter_at(const CxHead *head, double (*known)(const CxHead *, double), double value,
                         double (*wanted)(const CxHead *, double)) {
  double low = 0, high = 1;
  for (int i = 0; i < 24; i++) {
    const double middle = (low + high) / 2;
    if (known(head, middle) < value)
      low = middle;
    else
      high = middle;
  }
  return wanted(head, (low + high) / 2);
}

double cx_head_width_at(const CxHead *head, double y) {
  const double depth = MIN(y - head->box.y, head->box.y + head->box.h - y);
  if (depth <= 0) return 0;
  if (depth >= head->dome) return head->box.w;
  return head->box.w * quarter_at(head, quarter_y, depth / head->dome, quarter_x);
}

double cx_head_depth_of(const CxHead *head, double width) {
  return head->dome * quarter_at(head, quarter_x, MIN(width / head->box.w, 1), quarter_y);
}

double cx_head_front_at(const CxHead *head, double y) {
  const double middle = head->box.y + head->box.h / 2, right = head->box.x + head->box.w;
  if (y > middle - 33 * head->unit && y < middle + 48 * head->unit) return right + CX_HEAD_NOSE * head->unit;
  return head->box.x + (head->box.w + cx_head_width_at(head, y)) / 2;
}

static void curve(CxArena *arena, CxPath *path, double x1, double y1, double x2, double y2, double x, double y) {
  cx_path_curve(arena, path, (CxPoint){x1, y1}, (CxPoint){x2, y2}, (CxPoint){x, y});
}

/* From the forehead to under the nose, at the right side. */
static void add_nose(CxArena *arena, const CxHead *head, CxPath *path) {
  const double k = head->unit, right = head->box.x + head->box.w, y = head->box.y + head->box.h / 2;
  cx_path_line(arena, path, right, y - 33 * k);
  curve(arena, path, right, y - 20 * k, right, y - 12 * k, right + k, y - 6 * k);
  curve(arena, path, right + 8 * k, y + 12.5 * k, right + 20 * k, y + 20.5 * k, right + 20 * k, y + 35 * k);
  curve(arena, path, right + 20 * k, y + 45.5 * k, right + 6 * k, y + 45.5 * k, right - 6 * k, y + 47.5 * k);
}

void cx_head_outline(CxArena *arena, const CxHead *head, CxPath *path) {
  const CxRect box = head->box;
  const double half = box.w / 2, middle = box.x + half, right = box.x + box.w, bottom = box.y + box.h;
  const double d = head->dome, k = head->unit, bulge = head->bulge, flat = 1 - bulge;
  cx_path_move(arena, path, middle, box.y);
  curve(arena, path, middle + bulge * half, box.y, right, box.y + flat * d, right, box.y + d - 33 * k);
  add_nose(arena, head, path);
  cx_path_line(arena, path, right - 6 * k, bottom - d + 47.5 * k);
  curve(arena, path, right - 20 * k, bottom - 0.74 * flat * d, middle + (bulge + 0.05) * half, bottom, middle, bottom);
  curve(arena, path, middle - bulge * half, bottom, box.x, bottom - flat * d, box.x, bottom - d);
  cx_path_line(arena, path, box.x, box.y + d);
  curve(arena, path, box.x, box.y + flat * d, middle - bulge * half, box.y, middle, box.y);
  cx_path_close(arena, path);
}

/* Its ends are under the head. */
void cx_head_ear(CxArena *arena, const CxHead *head, CxPath *path) {
  const double k = head->unit, x = head->box.x + 1, y = head->box.y + head->box.h / 2;
  cx_path_move(arena, path, x, y - 24 * k);
  curve(arena, path, x - 27 * k, y - 34 * k, x - 27 * k, y + 34 * k, x, y + 24 * k);
}
