/* Puts the comments of the emotion lane beside their points, clear of curves, faces, the neutral line and one another.
 *
 * A comment begins on the side of its point that is away from the neutral line. Where it would touch something it moves
 * outwards in small steps, then sideways by sixths of its column, then to the other side; places where another face is
 * nearer come last. What finds no place inside the lane goes outwards until it is free, and the lane grows: nothing is
 * ever dropped or laid over something else.
 */
#include "frame.h"

#include <math.h>
#include <string.h>

static const double CURVE_CLEAR = 3, FACE_CLEAR = 1, COMMENT_CLEAR = 5, NEUTRAL_CLEAR = 2, STEP = 4, SAMPLE = 4,
                    GROW = 30;

typedef struct Desk {
  const CxTypesetter *setter;
  CxCurveFrame *curve;
  CxCurveSpot **by_x; /* the spots from left to right */
  double widest;      /* comment: how far from its point a comment's edge can be */
  double neutral;     /* y; NAN where there is no such level */
  double top, bottom; /* of the lane at its standard height */
} Desk;

static int compare_x(const void *a, const void *b) {
  const CxCurveSpot *x = *(CxCurveSpot *const *)a, *y = *(CxCurveSpot *const *)b;
  if (x->centre.x != y->centre.x) return x->centre.x < y->centre.x ? -1 : 1;
  return x->series < y->series ? -1 : x->series > y->series;
}

static double most_width(const CxTypesetter *setter, const CxCurveSpot *spot) {
  return CLAMP(spot->column_width - setter->theme->sizes.comment_inset, 60, 190);
}

/* The narrowest width that needs no more lines. */
static void size_comment(const CxTypesetter *setter, CxCurveSpot *spot) {
  double high = MIN(spot->comment->natural, most_width(setter, spot)), low = MIN(spot->comment->smallest, high);
  const double height = cx_frame_height(setter, spot->comment, high);
  while (high - low > 1) {
    const double middle = (low + high) / 2;
    if (cx_frame_height(setter, spot->comment, middle) > height)
      low = middle;
    else
      high = middle;
  }
  spot->comment_box = (CxRect){.w = high, .h = height};
}

/* ---- What is in the way --------------------------------------------------------------------------------------- */

static bool touches_curve(const Desk *desk, CxRect box) {
  for (size_t s = 0; s < desk->curve->curve->series.count; s++)
    for (double x = box.x - CURVE_CLEAR; x <= box.x + box.w + CURVE_CLEAR; x += SAMPLE) {
      const double y = cx_curve_y_at(&desk->curve->paths[s], x);
      if (y > box.y - CURVE_CLEAR && y < box.y + box.h + CURVE_CLEAR) return true;
    }
  return false;
}

static size_t first_from(const Desk *desk, double x) {
  size_t low = 0, high = desk->curve->spots.count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (desk->by_x[middle]->centre.x < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static CxRect grown(CxRect box, double by) {
  return (CxRect){box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by};
}

static bool touches_spot(const Desk *desk, const CxCurveSpot *own, CxRect box) {
  for (size_t i = first_from(desk, box.x - desk->widest); i < desk->curve->spots.count; i++) {
    const CxCurveSpot *spot = desk->by_x[i];
    if (spot->centre.x > box.x + box.w + desk->widest) break;
    const double radius = spot->face->natural / 2;
    const CxRect face = {spot->centre.x - radius, spot->centre.y - radius, 2 * radius, 2 * radius};
    if (cx_rect_overlaps(grown(face, FACE_CLEAR), box, 0)) return true;
    const bool is_set = spot != own && spot->comment != NULL && !isnan(spot->comment_box.x);
    if (is_set && cx_rect_overlaps(grown(spot->comment_box, COMMENT_CLEAR), box, 0)) return true;
  }
  return false;
}

static bool touches_neutral(const Desk *desk, CxRect box) {
  return desk->neutral > box.y - NEUTRAL_CLEAR && desk->neutral < box.y + box.h + NEUTRAL_CLEAR;
}

static bool is_free(const Desk *desk, const CxCurveSpot *own, CxRect box) {
  return !touches_neutral(desk, box) && !touches_spot(desk, own, box) && !touches_curve(desk, box);
}

static double distance(CxRect box, CxPoint point) {
  return hypot(point.x - CLAMP(point.x, box.x, box.x + box.w), point.y - CLAMP(point.y, box.y, box.y + box.h));
}

/* Whether a reader would take the comment for its own face's: no other is nearer, and no neutral line between them. */
static bool is_clear(const Desk *desk, const CxCurveSpot *own, CxRect box) {
  const double near = distance(box, own->centre), side = own->centre.y - desk->neutral;
  if (fabs(side) > 1 && side * (box.y + box.h / 2 - desk->neutral) < 0) return false;
  for (size_t i = first_from(desk, box.x - near); i < desk->curve->spots.count; i++) {
    const CxCurveSpot *spot = desk->by_x[i];
    if (spot->centre.x > box.x + box.w + near) break;
    if (spot->series != own->series && distance(box, spot->centre) < near - 2) return false;
  }
  return true;
}

/* ---- Where it may go --------------------------------------------------------------------------------------------- */

static CxRect candidate(const Desk *desk, const CxCurveSpot *spot, bool is_above, double outwards, double sideways) {
  const CxSizes *sizes = &desk->setter->theme->sizes;
  const double rim =
      spot->face->natural / 2 - sizes->face_radius - sizes->face_halo; /* of an outline wider than a disc */
  const double gap = sizes->comment_gap + rim + outwards;
  CxRect box = spot->comment_box;
  box.y = is_above ? spot->centre.y - gap - box.h : spot->centre.y + gap;
  box.x = spot->centre.x - box.w / 2 + sideways;
  box.x = CLAMP(box.x, desk->curve->left + 4, MAX(desk->curve->right - 4 - box.w, desk->curve->left + 4));
  return box;
}

static bool try_side(const Desk *desk, CxCurveSpot *spot, bool is_above, bool must_be_clear) {
  static const double sixths[] = {0, -1, 1, -2, 2};
  for (size_t i = 0; i < G_N_ELEMENTS(sixths); i++)
    for (double outwards = 0; outwards <= 28; outwards += STEP) {
      const CxRect box = candidate(desk, spot, is_above, outwards, sixths[i] * spot->column_width / 6);
      if (box.y < desk->top || box.y + box.h > desk->bottom || !is_free(desk, spot, box)) continue;
      if (must_be_clear && !is_clear(desk, spot, box)) continue;
      spot->comment_box = box;
      return true;
    }
  return false;
}

static void go_outwards(const Desk *desk, CxCurveSpot *spot, bool is_above) {
  CxRect box;
  double outwards = 0;
  do {
    box = candidate(desk, spot, is_above, outwards, 0);
    outwards += STEP;
  } while (!is_free(desk, spot, box));
  spot->comment_box = box;
}

/* Straight out on its own side: rather than leave it, a comment makes the lane a little higher. */
static bool try_straight(const Desk *desk, CxCurveSpot *spot, bool is_above) {
  for (double outwards = 0; outwards <= 12; outwards += STEP) {
    const CxRect box = candidate(desk, spot, is_above, outwards, 0);
    if (box.y < desk->top - GROW || box.y + box.h > desk->bottom + GROW || !is_free(desk, spot, box)) continue;
    if (!is_clear(desk, spot, box)) continue;
    spot->comment_box = box;
    return true;
  }
  return false;
}

/* First where it is plain whose comment it is, then where there is room. */
static void put_comment(const Desk *desk, CxCurveSpot *spot) {
  const bool is_above = isnan(desk->neutral) || spot->centre.y <= desk->neutral + 0.5;
  spot->comment_box.x = NAN;
  if (try_straight(desk, spot, is_above)) return;
  for (int strict = 1; strict >= 0; strict--)
    if (try_side(desk, spot, is_above, strict) || try_side(desk, spot, !is_above, strict)) return;
  go_outwards(desk, spot, is_above);
}

/* What stands nearest to a stack of faces belongs to its outermost one, so that is served first. */
static int compare_distance(gconstpointer a, gconstpointer b, gpointer data) {
  const CxCurveSpot *x = *(CxCurveSpot *const *)a, *y = *(CxCurveSpot *const *)b;
  const double middle = *(const double *)data;
  const double by = fabs(y->centre.y - middle) - fabs(x->centre.y - middle);
  return fabs(by) > 0.5 ? (by < 0 ? -1 : 1) : compare_x(a, b);
}

static void put_comments(const Desk *desk) {
  const size_t count = desk->curve->spots.count;
  double middle = isnan(desk->neutral) ? desk->curve->range / 2 : desk->neutral;
  CxCurveSpot **order = g_new(CxCurveSpot *, count + 1);
  memcpy(order, desk->by_x, count * sizeof *order);
  g_qsort_with_data(order, (gint)count, sizeof(CxCurveSpot *), compare_distance, &middle);
  for (size_t i = 0; i < count; i++)
    if (order[i]->comment != NULL) put_comment(desk, order[i]);
  g_free(order);
}

void cx_comments_arrange(CxTypesetter *setter, CxCurveFrame *curve) {
  Desk desk = {.setter = setter,
               .curve = curve,
               .by_x = g_new(CxCurveSpot *, curve->spots.count + 1),
               .neutral = NAN,
               .top = -curve->above + 6,
               .bottom = curve->range + curve->below - 6};
  for (size_t i = 0; i < curve->curve->levels.count; i++)
    if (curve->curve->levels.items[i].is_neutral)
      desk.neutral = (1 - curve->curve->levels.items[i].share) * curve->range;
  for (size_t i = 0; i < curve->spots.count; i++) {
    CxCurveSpot *spot = &curve->spots.items[i];
    desk.by_x[i] = spot;
    if (spot->comment == NULL) continue;
    size_comment(setter, spot);
    spot->comment_box.x = NAN;
    desk.widest = MAX(desk.widest, spot->comment_box.w + spot->column_width / 2 + 20);
  }
  desk.widest = MAX(desk.widest, 2 * setter->theme->sizes.face_step);
  qsort(desk.by_x, curve->spots.count, sizeof *desk.by_x, compare_x);
  put_comments(&desk);
  g_free(desk.by_x);
}
