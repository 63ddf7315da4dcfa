/* Makes the boxes of a lane that is a curve: bands and levels with their names, curves, faces, comments.
 *
 * In: a curve that was arranged, and the lane's rectangle. Out: its box; the levels' names go into the lane's label.
 */
#include "../frame.h"

#include <math.h>

/* ---- The ground ----------------------------------------------------------------------------------------------- */

typedef struct Stretch { /* of columns without a gap */
  double x1, x2;
} Stretch;

static bool next_stretch(const CxGridFrame *grid, size_t *track, double left, Stretch *stretch) {
  const size_t count = grid->grid->tracks.count;
  while (*track < count && grid->grid->tracks.items[*track].is_label) (*track)++;
  if (*track >= count) return false;
  stretch->x1 = left + grid->x[*track];
  do stretch->x2 = left + grid->x[*track] + grid->w[*track];
  while (++*track < count && grid->grid->tracks.items[*track].gap <= 0);
  return true;
}

static void add_bands(CxTypesetter *setter, CxPlacedCurve *placed, Stretch stretch, CxRect rect, double top,
                      double range) {
  const double edges[] = {rect.y, top + range / 4, top + range / 2, top + range * 3 / 4, rect.y + rect.h};
  const CxPaint paints[] = {CX_PAINT_BAND_UP2, CX_PAINT_BAND_UP1, CX_PAINT_BAND_DOWN1, CX_PAINT_BAND_DOWN2};
  for (size_t i = 0; i < G_N_ELEMENTS(paints); i++)
    *cx_list_add(setter->arena, &placed->bands) =
        (CxBand){.box = {stretch.x1, edges[i], stretch.x2 - stretch.x1, edges[i + 1] - edges[i]}, .paint = paints[i]};
}

/* A level's line, left out where a comment stands on it. */
static void add_level(CxTypesetter *setter, const CxCurveFrame *curve, CxPlacedCurve *placed, Stretch stretch,
                      CxPoint origin, double y, bool is_neutral) {
  double from = stretch.x1;
  while (from < stretch.x2) {
    double to = stretch.x2, next = stretch.x2;
    for (size_t i = 0; i < curve->spots.count; i++) {
      const CxRect box = curve->spots.items[i].comment_box;
      const double x1 = origin.x + box.x - 4, x2 = origin.x + box.x + box.w + 4;
      const bool is_on_line = curve->spots.items[i].comment != NULL && y > box.y - 1 && y < box.y + box.h + 1;
      if (!is_on_line || x2 <= from || x1 >= to) continue;
      to = MAX(x1, from);
      next = x2;
    }
    if (to - from > 1)
      *cx_list_add(setter->arena, &placed->lines) =
          (CxLevelLine){.x1 = from, .x2 = to, .y = origin.y + y, .is_neutral = is_neutral};
    from = next;
  }
}

static void add_ground(CxTypesetter *setter, const CxGridFrame *grid, const CxCurveFrame *curve, CxBox *box,
                       CxPoint origin) {
  Stretch stretch;
  for (size_t track = 0; next_stretch(grid, &track, origin.x, &stretch);) {
    if (curve->curve->style == CX_CURVE_EMOTION)
      add_bands(setter, box->curve, stretch, box->rect, origin.y, curve->range);
    for (size_t i = 0; i < curve->curve->levels.count; i++) {
      const CxCurveLevel *level = &curve->curve->levels.items[i];
      add_level(setter, curve, box->curve, stretch, origin, (1 - level->share) * curve->range,
                level->is_neutral && curve->curve->style == CX_CURVE_EMOTION);
    }
  }
}

/* The names at the label's far edge, each at its level, moved down where two would touch. */
static void add_level_names(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *label, double origin) {
  const double right = label->rect.x + label->rect.w;
  double free_from = -INFINITY;
  for (size_t n = curve->frame->children.count; n > 0; n--) {
    CxRect box = cx_level_name_box(setter, curve, n - 1, label->rect.w, free_from);
    free_from = box.y + box.h;
    box.x += label->rect.x;
    box.y += origin;
    const double y = origin + (1 - curve->curve->levels.items[n - 1].share) * curve->range;
    *cx_list_add(setter->arena, &label->hairlines) =
        (CxLevelLine){.x1 = right - 5, .x2 = right, .y = y, .is_tick = true};
    *cx_list_add(setter->arena, &label->children) = cx_frame_place(setter, curve->frame->children.items[n - 1], box);
  }
}

/* ---- Curves, faces, comments ---------------------------------------------------------------------------------- */

static CxPoint moved(CxPoint point, CxPoint by) {
  return (CxPoint){point.x + by.x, point.y + by.y};
}

static void add_series(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *box, CxPoint origin) {
  for (size_t s = 0; s < curve->curve->series.count; s++) {
    CxPlacedSeries *series = cx_list_add(setter->arena, &box->curve->series);
    series->series = &curve->curve->series.items[s];
    series->path = curve->paths[s];
    for (size_t i = 0; i < series->path.count; i++) {
      CxPathStep *step = &series->path.items[i];
      step->c[0] = moved(step->c[0], origin);
      step->c[1] = moved(step->c[1], origin);
      step->to = moved(step->to, origin);
      *cx_list_add(setter->arena, &series->points) = step->to;
    }
  }
}

/* The first persona's faces and curve lie on top, so they are drawn last. */
static void add_spots(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *box, CxPoint origin) {
  for (size_t n = curve->spots.count; n > 0; n--) {
    const CxCurveSpot *spot = &curve->spots.items[n - 1];
    const double half = spot->face->natural / 2;
    const CxRect rect = {origin.x + spot->centre.x - half, origin.y + spot->centre.y - half, 2 * half, 2 * half};
    *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, spot->face, rect);
  }
  for (size_t i = 0; i < curve->spots.count; i++) {
    const CxCurveSpot *spot = &curve->spots.items[i];
    if (spot->comment == NULL) continue;
    CxRect rect = spot->comment_box;
    rect.x += origin.x;
    rect.y += origin.y;
    *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, spot->comment, rect);
  }
}

/* From the rim of the face to the nearest point of the comment, a little short of both. */
static void add_leaders(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *box, CxPoint origin) {
  for (size_t i = 0; i < curve->spots.count; i++) {
    const CxCurveSpot *spot = &curve->spots.items[i];
    if (!spot->has_leader) continue;
    const CxRect to = spot->comment_box;
    const CxPoint end = {CLAMP(spot->centre.x, to.x, to.x + to.w), CLAMP(spot->centre.y, to.y, to.y + to.h)};
    const double x = end.x - spot->centre.x, y = end.y - spot->centre.y, way = hypot(x, y);
    const double first = (spot->face->natural / 2 + 1) / way, last = (way - 2) / way;
    *cx_list_add(setter->arena, &box->curve->leaders) =
        (CxLeader){.series = curve->curve->series.items[spot->series].index,
                   .from = {origin.x + spot->centre.x + x * first, origin.y + spot->centre.y + y * first},
                   .to = {origin.x + spot->centre.x + x * last, origin.y + spot->centre.y + y * last}};
  }
}

/* From the base up to each point. */
static void add_bars(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *box, CxPoint origin) {
  box->curve->base = origin.y + curve->range;
  for (size_t i = 0; i < curve->spots.count; i++) {
    const CxPoint top = curve->spots.items[i].centre;
    *cx_list_add(setter->arena, &box->curve->bands) =
        (CxBand){.box = {origin.x + top.x - 2.5, origin.y + top.y, 5, curve->range - top.y}, .paint = CX_PAINT_RULE};
  }
}

static void add_captions(CxTypesetter *setter, const CxCurveFrame *curve, CxBox *box, CxPoint origin) {
  for (size_t i = 0; i < curve->captions.count; i++) {
    CxRect rect = curve->captions.items[i].box;
    rect.x += origin.x;
    rect.y += origin.y;
    *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, curve->captions.items[i].frame, rect);
  }
}

CxBox *cx_curve_place(CxTypesetter *setter, const CxGridFrame *grid, CxFrame *frame, CxRect rect, CxBox *label) {
  const CxCurveFrame *curve = frame->curve;
  const CxRect columns = {rect.x + curve->left, rect.y, curve->right - curve->left, rect.h};
  CxBox *box = cx_box_new(setter, frame->block, columns);
  box->curve = cx_new(setter->arena, CxPlacedCurve);
  box->curve->style = curve->curve->style;
  const double free_room = rect.h + setter->theme->sizes.lane_gap - curve->above - curve->range - curve->below;
  const CxPoint origin = {rect.x, rect.y - setter->theme->sizes.lane_gap / 2 + curve->above + MAX(free_room, 0) / 2};
  add_ground(setter, grid, curve, box, origin);
  add_series(setter, curve, box, origin);
  if (curve->curve->style == CX_CURVE_ARC) add_bars(setter, curve, box, origin);
  add_leaders(setter, curve, box, origin);
  add_spots(setter, curve, box, origin);
  add_captions(setter, curve, box, (CxPoint){origin.x, origin.y - curve->above + setter->theme->sizes.lane_pad});
  if (label != NULL) add_level_names(setter, curve, label, origin.y);
  return box;
}
