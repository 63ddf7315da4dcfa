/* Lanes that are curves: points at their scores, a monotone curve through each series.
 *
 * In: a curve block and a grid whose columns have their places. Out: the lane's height. The curve's own coordinates
 * have y 0 at the highest level, so that the lane can be measured before it has a place. Comments are arranged in
 * comments.c, boxes made in curve-place.c.
 */
#include "../frame.h"

#include <math.h>

static const double CAPTION_CLEAR = 30; /* between captions and the highest level: a face and a line of comment */

/* ---- Preparing ---------------------------------------------------------------------------------------------- */

/* The levels' names need room between them, within reason: those of levels that nearly meet are moved apart. */
static double level_range(const CxTypesetter *setter, const CxCurve *curve) {
  const double standard = setter->theme->sizes.level_step * 4;
  double closest = 1;
  for (size_t i = 1; i < curve->levels.count; i++) {
    const double apart = fabs(curve->levels.items[i].share - curve->levels.items[i - 1].share);
    if (apart > 1e-6) closest = MIN(closest, apart);
  }
  return CLAMP(14 / closest, standard, MAX(1.5 * standard, 20 * (double)curve->levels.count));
}

CxRect cx_level_name_box(const CxTypesetter *setter, const CxCurveFrame *curve, size_t index, double label,
                         double free_from) {
  const CxFrame *name = curve->frame->children.items[index];
  const double width = MIN(name->natural, label - 18), height = cx_frame_height(setter, name, width);
  const double y = (1 - curve->curve->levels.items[index].share) * curve->range;
  return (CxRect){label - 9 - width, MAX(y - height / 2, free_from), width, height};
}

/* The names' upper and lower end, as x and y. */
static CxPoint names_extent(const CxTypesetter *setter, double label, const CxCurveFrame *curve) {
  CxPoint extent = {0, -INFINITY};
  for (size_t n = curve->frame->children.count; n > 0; n--) {
    const CxRect box = cx_level_name_box(setter, curve, n - 1, label, extent.y);
    if (n == curve->frame->children.count) extent.x = box.y;
    extent.y = box.y + box.h;
  }
  return extent;
}

/* The heights of a lane's parts: from the highest to the lowest level, over and under them. */
static void set_standard(const CxTypesetter *setter, const CxGridFrame *grid, CxCurveFrame *curve) {
  const CxPoint names = names_extent(setter, grid->label, curve);
  const CxSizes *sizes = &setter->theme->sizes;
  switch (curve->curve->style) {
  case CX_CURVE_EMOTION:
    curve->above = MAX(sizes->level_above, curve->label_height - 2 - names.x);
    curve->below = MAX(sizes->level_below, names.y - curve->range + 8);
    break;
  case CX_CURVE_SCORE: curve->above = curve->below = 22; break;
  case CX_CURVE_ARC:
    curve->above = 20;
    curve->below = sizes->lane_pad;
    break;
  }
}

static double standard_range(const CxTypesetter *setter, const CxCurve *curve) {
  switch (curve->style) {
  case CX_CURVE_EMOTION: break;
  case CX_CURVE_SCORE: return 46;
  case CX_CURVE_ARC: return 40;
  }
  return level_range(setter, curve);
}

void cx_curve_prepare(CxTypesetter *setter, CxFrame *frame) {
  CxCurveFrame *curve = cx_new(setter->arena, CxCurveFrame);
  frame->curve = curve;
  curve->frame = frame;
  curve->curve = frame->block->curve;
  curve->range = standard_range(setter, curve->curve);
  for (size_t s = 0; s < curve->curve->series.count; s++) {
    const CxCurveSeries *series = &curve->curve->series.items[s];
    for (size_t i = 0; i < series->points.count; i++) {
      const CxCurvePoint *point = &series->points.items[i];
      CxCurveSpot *spot = cx_list_add(setter->arena, &curve->spots);
      *spot = (CxCurveSpot){.point = point, .series = s, .face = cx_frame_new(setter, point->face)};
      if (point->comment != NULL) spot->comment = cx_frame_new(setter, point->comment);
    }
  }
  for (size_t i = 0; i < curve->curve->levels.count; i++)
    if (curve->curve->levels.items[i].name != NULL)
      *cx_list_add(setter->arena, &frame->children) = cx_frame_new(setter, curve->curve->levels.items[i].name);
  for (size_t i = 0; i < curve->curve->notes.count; i++) {
    const CxCurveNote *note = &curve->curve->notes.items[i];
    *cx_list_add(setter->arena, &curve->captions) =
        (CxCurveCaption){.note = note, .frame = cx_frame_new(setter, note->block)};
  }
}

/* ---- Faces that would cover one another stand side by side ---------------------------------------------------- */

static bool is_same_column(const CxCurvePoint *a, const CxCurvePoint *b) {
  return a->column == b->column && a->columns == b->columns;
}

/* By column, from the top down, then by series. */
static int compare_spots(const void *a, const void *b) {
  const CxCurveSpot *x = *(CxCurveSpot *const *)a, *y = *(CxCurveSpot *const *)b;
  if (x->point->column != y->point->column) return x->point->column < y->point->column ? -1 : 1;
  if (x->point->columns != y->point->columns) return x->point->columns < y->point->columns ? -1 : 1;
  if (x->point->share != y->point->share) return x->point->share > y->point->share ? -1 : 1;
  return x->series < y->series ? -1 : x->series > y->series;
}

static int compare_series(const void *a, const void *b) {
  const CxCurveSpot *x = *(CxCurveSpot *const *)a, *y = *(CxCurveSpot *const *)b;
  return x->series < y->series ? -1 : x->series > y->series;
}

static CxCurveSpot **sorted_spots(const CxCurveFrame *curve) {
  CxCurveSpot **spots = g_new(CxCurveSpot *, curve->spots.count + 1);
  for (size_t i = 0; i < curve->spots.count; i++) spots[i] = &curve->spots.items[i];
  qsort(spots, curve->spots.count, sizeof *spots, compare_spots);
  return spots;
}

/* The end of the run of spots, from `first`, that touch one another. */
static size_t cluster_end(const CxTypesetter *setter, const CxCurveFrame *curve, CxCurveSpot **spots, size_t first) {
  const double diameter = 2 * setter->theme->sizes.face_radius + setter->theme->sizes.face_halo;
  size_t end = first + 1;
  while (end < curve->spots.count && is_same_column(spots[end]->point, spots[end - 1]->point) &&
         (spots[end - 1]->point->share - spots[end]->point->share) * curve->range < diameter)
    end++;
  return end;
}

/* From the centre of one face to that of the next beside it. */
static double step_between(const CxTypesetter *setter, const CxCurveSpot *a, const CxCurveSpot *b) {
  const CxSizes *sizes = &setter->theme->sizes;
  const double clear = sizes->face_step - 2 * sizes->face_radius;
  return (a->face->natural + b->face->natural) / 2 - 2 * sizes->face_halo + clear;
}

static double cluster_width(const CxTypesetter *setter, CxCurveSpot **spots, size_t first, size_t end) {
  double width = 0;
  for (size_t i = first + 1; i < end; i++) width += step_between(setter, spots[i - 1], spots[i]);
  return width;
}

static void raise_columns(double *least, size_t column, size_t columns, double need) {
  for (size_t i = column; i < column + columns; i++) least[i] = MAX(least[i], need / (double)columns);
}

void cx_curve_raise_least(const CxTypesetter *setter, const CxCurveFrame *curve, double *least) {
  for (size_t i = 0; i < curve->captions.count; i++) {
    const CxCurveCaption *caption = &curve->captions.items[i];
    raise_columns(least, caption->note->column, caption->note->columns,
                  caption->frame->smallest + 2 * setter->theme->sizes.cell_inset);
  }
  CxCurveSpot **spots = sorted_spots(curve);
  for (size_t first = 0, end; first < curve->spots.count; first = end) {
    end = cluster_end(setter, curve, spots, first);
    const CxCurvePoint *point = spots[first]->point;
    const double need = cluster_width(setter, spots, first, end) + 2 * setter->theme->sizes.face_step;
    raise_columns(least, point->column, point->columns, need);
  }
  g_free(spots);
}

static void spread_faces(const CxTypesetter *setter, CxCurveFrame *curve) {
  CxCurveSpot **spots = sorted_spots(curve);
  for (size_t first = 0, end; first < curve->spots.count; first = end) {
    end = cluster_end(setter, curve, spots, first);
    qsort(spots + first, end - first, sizeof *spots, compare_series);
    double by = -cluster_width(setter, spots, first, end) / 2;
    for (size_t i = first; i < end; i++) {
      by += i > first ? step_between(setter, spots[i - 1], spots[i]) : 0;
      spots[i]->centre.x += by;
    }
  }
  g_free(spots);
}

/* ---- The curve ------------------------------------------------------------------------------------------------ */

/* Slopes after Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17 (1980). */
static void monotone_slopes(const CxPoint *points, size_t count, double *slopes) {
  double *secants = g_new0(double, count);
  for (size_t i = 0; i + 1 < count; i++)
    secants[i] = (points[i + 1].y - points[i].y) / MAX(points[i + 1].x - points[i].x, 1e-6);
  slopes[0] = secants[0];
  slopes[count - 1] = secants[count - 2];
  for (size_t i = 1; i + 1 < count; i++)
    slopes[i] = secants[i - 1] * secants[i] <= 0 ? 0 : (secants[i - 1] + secants[i]) / 2;
  for (size_t i = 0; i + 1 < count; i++) {
    if (secants[i] == 0) {
      slopes[i] = slopes[i + 1] = 0;
      continue;
    }
    const double a = slopes[i] / secants[i], b = slopes[i + 1] / secants[i], length = hypot(a, b);
    if (length > 3) {
      slopes[i] *= 3 / length;
      slopes[i + 1] *= 3 / length;
    }
  }
  g_free(secants);
}

void cx_curve_path(CxArena *arena, const CxPoint *points, size_t count, CxPath *path) {
  if (count == 0) return;
  cx_path_move(arena, path, points[0].x, points[0].y);
  if (count == 1) return;
  double *slopes = g_new(double, count);
  monotone_slopes(points, count, slopes);
  for (size_t i = 0; i + 1 < count; i++) {
    const double third = (points[i + 1].x - points[i].x) / 3;
    cx_path_curve(arena, path, (CxPoint){points[i].x + third, points[i].y + slopes[i] * third},
                  (CxPoint){points[i + 1].x - third, points[i + 1].y - slopes[i + 1] * third}, points[i + 1]);
  }
  g_free(slopes);
}

double cx_curve_y_at(const CxPath *path, double x) {
  size_t low = 1, high = path->count; /* the control points divide each step in thirds, so x is linear in t */
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (path->items[middle].to.x < x)
      low = middle + 1;
    else
      high = middle;
  }
  if (low >= path->count || x < path->items[0].to.x) return NAN;
  const CxPoint from = path->items[low - 1].to, to = path->items[low].to;
  const double t = to.x > from.x ? (x - from.x) / (to.x - from.x) : 0, u = 1 - t;
  return u * u * u * from.y + 3 * u * u * t * path->items[low].c[0].y + 3 * u * t * t * path->items[low].c[1].y +
         t * t * t * to.y;
}

/* ---- Arranging ------------------------------------------------------------------------------------------------ */

static void put_centres(const CxGridFrame *grid, CxCurveFrame *curve) {
  for (size_t i = 0; i < curve->spots.count; i++) {
    CxCurveSpot *spot = &curve->spots.items[i];
    const size_t first = spot->point->column, last = first + spot->point->columns - 1;
    const double right = grid->x[last] + grid->w[last];
    spot->column_width = right - grid->x[first];
    spot->centre = (CxPoint){(grid->x[first] + right) / 2, (1 - spot->point->share) * curve->range};
  }
}

static void make_paths(CxTypesetter *setter, CxCurveFrame *curve) {
  CxPoint *points = g_new(CxPoint, curve->spots.count + 2);
  curve->paths = cx_new_array(setter->arena, CxPath, curve->curve->series.count);
  for (size_t s = 0, i = 0; s < curve->curve->series.count; s++) {
    const CxCurveSeries *series = &curve->curve->series.items[s];
    size_t count = 0;
    if (series->is_entering) points[count++] = (CxPoint){curve->left, (1 - series->entry) * curve->range};
    for (; i < curve->spots.count && curve->spots.items[i].series == s; i++)
      points[count++] = curve->spots.items[i].centre;
    if (series->is_leaving) points[count++] = (CxPoint){curve->right, (1 - series->exit) * curve->range};
    cx_curve_path(setter->arena, points, count, &curve->paths[s]);
  }
  g_free(points);
}

/* At the lane's top, each at its columns' start; the height they take. */
static double put_captions(const CxTypesetter *setter, const CxGridFrame *grid, CxCurveFrame *curve) {
  const double inset = setter->theme->sizes.cell_inset + 3;
  double highest = 0;
  for (size_t i = 0; i < curve->captions.count; i++) {
    CxCurveCaption *caption = &curve->captions.items[i];
    const size_t first = caption->note->column, last = first + caption->note->columns - 1;
    const double room = grid->x[last] + grid->w[last] - grid->x[first] - 2 * inset;
    const double width = MIN(MAX(room, caption->frame->smallest), caption->frame->natural);
    const double height = cx_frame_height(setter, caption->frame, width);
    caption->box = (CxRect){grid->x[first] + inset, 0, width, height};
    highest = MAX(highest, height);
  }
  return highest > 0 ? highest + 2 : 0;
}

double cx_curve_arrange(CxTypesetter *setter, CxGridFrame *grid, CxCurveFrame *curve) {
  const size_t tracks = grid->grid->tracks.count;
  curve->left = tracks > 1 ? grid->x[1] : 0;
  curve->right = grid->x[tracks];
  set_standard(setter, grid, curve);
  curve->captions_height = put_captions(setter, grid, curve);
  curve->above = MAX(curve->above, curve->captions_height + CAPTION_CLEAR);
  put_centres(grid, curve);
  spread_faces(setter, curve);
  make_paths(setter, curve);
  cx_comments_arrange(setter, curve);
  for (size_t i = 0; i < curve->spots.count; i++) {
    const CxCurveSpot *spot = &curve->spots.items[i];
    if (spot->comment == NULL) continue;
    curve->above = MAX(curve->above, curve->captions_height - spot->comment_box.y + 8);
    curve->below = MAX(curve->below, spot->comment_box.y + spot->comment_box.h - curve->range + 8);
  }
  return curve->above + curve->range + curve->below;
}
