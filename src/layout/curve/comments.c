/* Puts the comments of the emotion lane beside their points, clear of curves, faces, the neutral line and one another.
 *
 * Of the places round its face a comment takes the cheapest free one. A place costs what a reader pays for it: the way
 * from the face, being on the side of the neutral line or beyond it, another face that is nearer, another comment in
 * between. Places are tried from the one that costs least by its position alone, and the search ends where no later one
 * can be cheaper: mostly after the first. Comments that had to pay much choose once more when all others have their
 * places. What finds no place goes outwards until it is free, and the lane grows: nothing is ever dropped or laid over
 * something else. The order is fixed, so the same map gives the same places.
 */
#include "../frame.h"

#include <math.h>
#include <string.h>

static const double CURVE_CLEAR = 3, FACE_CLEAR = 1, COMMENT_CLEAR = 5, NEUTRAL_CLEAR = 2, STEP = 4, SAMPLE = 4;

/* Costs, in points of way from the face. */
static const double INWARDS = 16;      /* on the side of the neutral line */
static const double BESIDE = 10;       /* left or right of the face */
static const double SIDEWAYS = 4;      /* for each sixth of the column */
static const double BEYOND = 30;       /* on the other side of the neutral line */
static const double NEARER = 14;       /* to another face, and twice by how much */
static const double BETWEEN = 26;      /* another comment or face stands between it and its own face */
static const double CROSSING = 2;      /* a level's line has to be interrupted */
static const double GROWING = 0.5;     /* for each point that the lane gets higher */
static const double NARROW = 5;        /* in more lines than it needs */
static const double LEADER_LEAST = 14; /* from a face's rim to its comment */
static const double WORTH_A_LOOK = 24; /* more than this is chosen once more */

typedef enum Side { OUTWARDS, INWARDS_SIDE, LEFT, RIGHT } Side;

/* A place as seen from the face. */
typedef struct Place {
  Side side;
  double away;   /* from the nearest place on that side */
  double sixths; /* of the column, along the side */
  double cost;   /* by its position alone */
} Place;

#define MOST_AWAY 12 /* steps */
#define SHIFTS 5
#define MOST_PLACES (2 * MOST_AWAY * SHIFTS + 2 * 5)

typedef struct Desk {
  const CxTypesetter *setter;
  CxCurveFrame *curve;
  CxCurveSpot **by_x;        /* the spots from left to right */
  double widest;             /* comment: how far from its point a comment's edge can be */
  double neutral;            /* y; NAN where there is no such level */
  double top, bottom;        /* of the lane at its standard height */
  Place places[MOST_PLACES]; /* from the cheapest */
  size_t place_count;
  double *heights; /* of each series, at `samples` places */
  size_t samples;
  double *costs; /* what each spot's comment paid, in the order of the spots */
} Desk;

static int compare_x(const void *a, const void *b) {
  const CxCurveSpot *x = *(CxCurveSpot *const *)a, *y = *(CxCurveSpot *const *)b;
  if (x->centre.x != y->centre.x) return x->centre.x < y->centre.x ? -1 : 1;
  return x->series < y->series ? -1 : x->series > y->series;
}

static double most_width(const CxTypesetter *setter, const CxCurveSpot *spot) {
  return CLAMP(spot->column_width - setter->theme->sizes.comment_inset, 60, 190);
}

/* The narrowest width that needs no more lines than the widest that is allowed. */
static void size_comment(const CxTypesetter *setter, CxCurveSpot *spot, double widest) {
  double high = MIN(spot->comment->natural, widest), low = MIN(spot->comment->smallest, high);
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

/* The curves' heights at equal steps, since they are asked for again and again. */
static void sample_curves(Desk *desk) {
  const CxCurveFrame *curve = desk->curve;
  desk->samples = (size_t)(MAX(curve->right - curve->left, 0) / SAMPLE) + 2;
  desk->heights = g_new(double, desk->samples *MAX(curve->curve->series.count, 1));
  for (size_t s = 0; s < curve->curve->series.count; s++)
    for (size_t i = 0; i < desk->samples; i++)
      desk->heights[s * desk->samples + i] = cx_curve_y_at(&curve->paths[s], curve->left + SAMPLE * (double)i);
}

static bool touches_curve(const Desk *desk, CxRect box) {
  const double first = (box.x - CURVE_CLEAR - desk->curve->left) / SAMPLE, width = (box.w + 2 * CURVE_CLEAR) / SAMPLE;
  const size_t begin = (size_t)MAX(first, 0), end = MIN((size_t)MAX(first + width + 2, 0), desk->samples);
  const double top = box.y - CURVE_CLEAR, bottom = box.y + box.h + CURVE_CLEAR;
  for (size_t s = 0; s < desk->curve->curve->series.count; s++) {
    const double *heights = desk->heights + s * desk->samples;
    for (size_t i = begin; i + 1 < end; i++) { /* a steep curve may pass between two samples */
      const double low = MIN(heights[i], heights[i + 1]), high = MAX(heights[i], heights[i + 1]);
      if (low < bottom && high > top) return true;
    }
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
  return !touches_neutral(desk, box) && !touches_curve(desk, box) && !touches_spot(desk, own, box);
}

static double distance(CxRect box, CxPoint point) {
  return hypot(point.x - CLAMP(point.x, box.x, box.x + box.w), point.y - CLAMP(point.y, box.y, box.y + box.h));
}

/* ---- What a place costs ---------------------------------------------------------------------------------------- */

/* Whether the straight way from a point to a box, which ends where it meets the box, runs through another box. */
static bool is_between(CxPoint from, CxRect to, CxRect other) {
  const CxPoint end = {CLAMP(from.x, to.x, to.x + to.w), CLAMP(from.y, to.y, to.y + to.h)};
  double begin = 0, stop = 1; /* shares of the way inside the other box */
  const double starts[] = {from.x, from.y}, ways[] = {end.x - from.x, end.y - from.y};
  const double lows[] = {other.x, other.y}, highs[] = {other.x + other.w, other.y + other.h};
  for (size_t i = 0; i < 2; i++) {
    if (fabs(ways[i]) < 1e-9) {
      if (starts[i] < lows[i] || starts[i] > highs[i]) return false;
      continue;
    }
    const double a = (lows[i] - starts[i]) / ways[i], b = (highs[i] - starts[i]) / ways[i];
    begin = MAX(begin, MIN(a, b));
    stop = MIN(stop, MAX(a, b));
  }
  return begin < stop;
}

/* What a reader pays who might take the comment for another face's. */
static double doubt(const Desk *desk, const CxCurveSpot *own, CxRect box) {
  const double near = distance(box, own->centre);
  double cost = 0;
  for (size_t i = first_from(desk, box.x - MAX(near, desk->widest)); i < desk->curve->spots.count; i++) {
    const CxCurveSpot *spot = desk->by_x[i];
    if (spot->centre.x > box.x + box.w + MAX(near, desk->widest)) break;
    if (spot == own) continue;
    const double by = near - distance(box, spot->centre), radius = spot->face->natural / 2;
    if (by > 2) cost += NEARER + 2 * by;
    if (is_between(own->centre, box, grown((CxRect){spot->centre.x, spot->centre.y, 0, 0}, radius))) cost += BETWEEN;
    const bool is_set = spot->comment != NULL && !isnan(spot->comment_box.x);
    if (is_set && is_between(own->centre, box, spot->comment_box)) cost += BETWEEN;
  }
  return cost;
}

static double ground_cost(const Desk *desk, const CxCurveSpot *own, CxRect box) {
  const double side = own->centre.y - desk->neutral;
  double cost = GROWING * (MAX(desk->top - box.y, 0) + MAX(box.y + box.h - desk->bottom, 0));
  if (fabs(side) > 1 && side * (box.y + box.h / 2 - desk->neutral) < 0) cost += BEYOND;
  for (size_t i = 0; i < desk->curve->curve->levels.count; i++) {
    const double y = (1 - desk->curve->curve->levels.items[i].share) * desk->curve->range;
    if (y > box.y && y < box.y + box.h) cost += CROSSING;
  }
  return cost;
}

/* ---- Where it may go --------------------------------------------------------------------------------------------- */

static int compare_places(const void *a, const void *b) {
  const Place *x = a, *y = b;
  if (x->cost != y->cost) return x->cost < y->cost ? -1 : 1;
  if (x->side != y->side) return x->side < y->side ? -1 : 1;
  if (x->away != y->away) return x->away < y->away ? -1 : 1;
  return x->sixths < y->sixths ? -1 : x->sixths > y->sixths;
}

static void list_places(Desk *desk) {
  for (int side = OUTWARDS; side <= INWARDS_SIDE; side++)
    for (int step = 0; step < MOST_AWAY; step++)
      for (int shift = -2; shift <= 2; shift++)
        desk->places[desk->place_count++] =
            (Place){.side = (Side)side,
                    .away = step * STEP,
                    .sixths = shift,
                    .cost = (side == OUTWARDS ? 0 : INWARDS) + step * STEP + abs(shift) * SIDEWAYS};
  for (int side = LEFT; side <= RIGHT; side++)
    for (int step = -2; step <= 2; step++)
      desk->places[desk->place_count++] =
          (Place){.side = (Side)side, .away = step * 1.5 * STEP, .cost = BESIDE + abs(step) * STEP};
  qsort(desk->places, desk->place_count, sizeof *desk->places, compare_places);
}

static bool is_above(const Desk *desk, const CxCurveSpot *spot) {
  return isnan(desk->neutral) || spot->centre.y <= desk->neutral + 0.5;
}

static CxRect box_at(const Desk *desk, const CxCurveSpot *spot, const Place *place) {
  const CxSizes *sizes = &desk->setter->theme->sizes;
  const double rim =
      spot->face->natural / 2 - sizes->face_radius - sizes->face_halo; /* of an outline wider than a disc */
  const double gap = sizes->comment_gap + rim, left = desk->curve->left + 4;
  CxRect box = spot->comment_box;
  box.x = spot->centre.x - box.w / 2 + place->sixths * spot->column_width / 6;
  if (place->side == LEFT) box.x = spot->centre.x - gap - box.w;
  if (place->side == RIGHT) box.x = spot->centre.x + gap;
  box.x = CLAMP(box.x, left, MAX(desk->curve->right - 4 - box.w, left));
  if (place->side == LEFT || place->side == RIGHT)
    box.y = spot->centre.y - box.h / 2 + place->away;
  else if (is_above(desk, spot) == (place->side == OUTWARDS))
    box.y = spot->centre.y - gap - place->away - box.h;
  else
    box.y = spot->centre.y + gap + place->away;
  return box;
}

static void go_outwards(const Desk *desk, CxCurveSpot *spot) {
  Place place = {.side = OUTWARDS};
  CxRect box;
  do {
    box = box_at(desk, spot, &place);
    place.away += STEP;
  } while (!is_free(desk, spot, box));
  spot->comment_box = box;
}

static double put_comment(const Desk *desk, CxCurveSpot *spot) {
  double best = INFINITY;
  CxRect chosen = spot->comment_box;
  spot->comment_box.x = NAN;
  for (size_t i = 0; i < desk->place_count && desk->places[i].cost < best; i++) {
    const CxRect box = box_at(desk, spot, &desk->places[i]);
    const double ground = desk->places[i].cost + ground_cost(desk, spot, box);
    if (ground >= best || !is_free(desk, spot, box)) continue;
    const double cost = ground + doubt(desk, spot, box);
    if (cost >= best) continue;
    best = cost;
    chosen = box;
  }
  spot->comment_box = chosen;
  return best;
}

/* In about one line more, where that finds a place that is worth it. */
static double try_narrow(const Desk *desk, CxCurveSpot *spot, double cost) {
  const CxRect wide = spot->comment_box;
  const double widest = MAX(wide.w * 0.7, 44);
  if (spot->comment->smallest > widest || widest > wide.w) return cost;
  size_comment(desk->setter, spot, widest);
  const double narrow = NARROW + put_comment(desk, spot);
  if (narrow < cost) return narrow;
  spot->comment_box = wide;
  return cost;
}

static double choose_place(const Desk *desk, CxCurveSpot *spot, bool is_first) {
  double cost = put_comment(desk, spot);
  if (cost > WORTH_A_LOOK && is_first) cost = try_narrow(desk, spot, cost);
  if (cost == INFINITY) go_outwards(desk, spot);
  return cost;
}

/* A comment that stands far off is tied to its face, where the way is free. */
static bool needs_leader(const Desk *desk, const CxCurveSpot *spot) {
  const double near = distance(spot->comment_box, spot->centre), radius = spot->face->natural / 2;
  if (near < radius + LEADER_LEAST) return false;
  for (size_t i = first_from(desk, spot->comment_box.x - MAX(near, desk->widest)); i < desk->curve->spots.count; i++) {
    const CxCurveSpot *other = desk->by_x[i];
    if (other->centre.x > spot->comment_box.x + spot->comment_box.w + MAX(near, desk->widest)) break;
    const double reach = other->face->natural / 2;
    if (other != spot &&
        is_between(spot->centre, spot->comment_box, grown((CxRect){other->centre.x, other->centre.y, 0, 0}, reach)))
      return false;
    if (other != spot && other->comment != NULL && is_between(spot->centre, spot->comment_box, other->comment_box))
      return false;
  }
  return true;
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
  for (int round = 0; round < 2; round++)
    for (size_t i = 0; i < count; i++) {
      double *cost = &desk->costs[order[i] - desk->curve->spots.items];
      if (order[i]->comment != NULL && *cost > WORTH_A_LOOK) *cost = choose_place(desk, order[i], round == 0);
    }
  g_free(order);
}

void cx_comments_arrange(CxTypesetter *setter, CxCurveFrame *curve) {
  Desk desk = {.setter = setter,
               .curve = curve,
               .by_x = g_new(CxCurveSpot *, curve->spots.count + 1),
               .neutral = NAN,
               .costs = g_new(double, curve->spots.count + 1),
               .top = curve->captions_height - curve->above + 6,
               .bottom = curve->range + curve->below - 6};
  for (size_t i = 0; i < curve->curve->levels.count; i++)
    if (curve->curve->levels.items[i].is_neutral)
      desk.neutral = (1 - curve->curve->levels.items[i].share) * curve->range;
  for (size_t i = 0; i < curve->spots.count; i++) {
    CxCurveSpot *spot = &curve->spots.items[i];
    desk.by_x[i] = spot;
    desk.costs[i] = INFINITY;
    if (spot->comment == NULL) continue;
    size_comment(setter, spot, most_width(setter, spot));
    spot->comment_box.x = NAN;
    desk.widest = MAX(desk.widest, spot->comment_box.w + spot->column_width / 2 + 20);
  }
  desk.widest = MAX(desk.widest, 2 * setter->theme->sizes.face_step);
  qsort(desk.by_x, curve->spots.count, sizeof *desk.by_x, compare_x);
  list_places(&desk);
  sample_curves(&desk);
  put_comments(&desk);
  for (size_t i = 0; i < curve->spots.count; i++)
    curve->spots.items[i].has_leader =
        curve->spots.items[i].comment != NULL && needs_leader(&desk, &curve->spots.items[i]);
  g_free(desk.heights);
  g_free(desk.costs);
  g_free(desk.by_x);
}
