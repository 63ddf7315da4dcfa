/* The emotion lane's drawing under the faces: bands, level lines and ticks, and the personas' curves. The first persona
 * is drawn last, so that the lens of the map lies on top.
 */
#include "walk.h"

static const double QUIET_WIDTH = 1.25; /* of a line that is no persona's */

static void draw_level(CxWalk *walk, CxElements *into, const CxLevelLine *line) {
  const CxSizes *sizes = &walk->theme->sizes;
  const CxPoint from = {line->x1, line->y}, to = {line->x2, line->y};
  const bool is_solid = line->is_neutral || line->is_tick;
  CxStroke stroke = cx_stroke(cx_theme_colour(walk->theme, is_solid ? CX_PAINT_STRONG : CX_PAINT_RULE, CX_HUE_NONE),
                              is_solid ? sizes->neutral : sizes->dotted);
  if (!is_solid) {
    stroke.dash = (CxDash){.lengths = {0.6, 3.4}, .count = 2, .has_round_caps = true};
    stroke.has_round_ends = true;
  }
  cx_element_line(walk, into, line->is_tick ? "tick" : line->is_neutral ? "neutral" : "level", from, to, stroke);
}

static void draw_series(CxWalk *walk, CxElements *into, const CxPlacedSeries *placed) {
  const CxSizes *sizes = &walk->theme->sizes;
  const size_t index = placed->series->index;
  CxColour paper = cx_theme_colour(walk->theme, CX_PAINT_PAPER, CX_HUE_NONE);
  paper.a = 204;
  CxPath path = cx_path_copy(walk->arena, &placed->path);
  CxElement *under = cx_element_path(walk, into, "halo", &path);
  under->stroke = cx_stroke(paper, sizes->curve_under);
  under->stroke.has_round_ends = true;
  path = cx_path_copy(walk->arena, &placed->path);
  CxElement *curve = cx_element_path(walk, into, "curve", &path);
  curve->stroke = cx_stroke(cx_theme_colour(walk->theme, CX_PAINT_MARK, cx_hue_curve(index)), sizes->curve_width);
  curve->stroke.dash = *cx_curve_dash(index);
  curve->stroke.has_round_ends = curve->stroke.dash.has_round_caps;
  curve->of = placed->series->ref;
  for (size_t i = 0; i < placed->points.count; i++) *cx_list_add(walk->arena, &curve->points) = placed->points.items[i];
}

/* The ground under an arc, down to its base. */
static void draw_ground(CxWalk *walk, CxElements *into, const CxPlacedSeries *placed, double base) {
  const size_t count = placed->points.count;
  if (count < 2) return;
  CxPath path = {0};
  for (size_t i = 0; i < placed->path.count; i++) *cx_list_add(walk->arena, &path) = placed->path.items[i];
  cx_path_line(walk->arena, &path, placed->points.items[count - 1].x, base);
  cx_path_line(walk->arena, &path, placed->points.items[0].x, base);
  cx_path_close(walk->arena, &path);
  cx_element_path(walk, into, "ground", &path)->fill = cx_theme_colour(walk->theme, CX_PAINT_ACCENT_TINT, CX_HUE_NONE);
}

static void draw_quiet(CxWalk *walk, CxElements *into, const CxPlacedSeries *placed) {
  CxElement *line = cx_element_path(walk, into, "score", &placed->path);
  line->stroke = cx_stroke(cx_theme_colour(walk->theme, CX_PAINT_STRONG, CX_HUE_NONE), QUIET_WIDTH);
  line->stroke.has_round_ends = true;
  for (size_t i = 0; i < placed->points.count; i++) *cx_list_add(walk->arena, &line->points) = placed->points.items[i];
}

static void draw_leader(CxWalk *walk, CxElements *into, const CxPlacedCurve *curve, const CxLeader *leader) {
  const bool is_persona = curve->style == CX_CURVE_EMOTION;
  const CxColour colour = is_persona ? cx_theme_colour(walk->theme, CX_PAINT_MARK, cx_hue_curve(leader->series))
                                     : cx_theme_colour(walk->theme, CX_PAINT_STRONG, CX_HUE_NONE);
  cx_element_line(walk, into, "leader", leader->from, leader->to, cx_stroke(colour, walk->theme->sizes.dotted));
}

/* Coloured bands part the columns themselves: a divider between them would run through the comments. */
static void cover_dividers(CxWalk *walk, CxElements *into, const CxPlacedCurve *curve) {
  const CxColour paper = cx_theme_colour(walk->theme, CX_PAINT_PAPER, CX_HUE_NONE);
  if (curve->bands.count == 0 || walk->theme->looks[CX_LOOK_WASH].divider == CX_PAINT_NONE) return;
  const CxColour colour = cx_theme_colour(walk->theme, curve->bands.items[0].paint, CX_HUE_NONE);
  if (cx_colour_contrast(colour, paper) <= 1) return;
  CxRect all = curve->bands.items[0].box;
  for (size_t i = 1; i < curve->bands.count; i++) all = cx_rect_union(all, curve->bands.items[i].box);
  cx_element_rect(walk, into, "paper", all, 0, paper);
}

void cx_draw_curve(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxPlacedCurve *curve = box->curve;
  if (curve == NULL) return;
  for (size_t i = 0; i < curve->series.count && curve->style == CX_CURVE_ARC; i++)
    draw_ground(walk, into, &curve->series.items[i], curve->base);
  cover_dividers(walk, into, curve);
  for (size_t i = 0; i < curve->bands.count; i++) {
    const CxBand *band = &curve->bands.items[i];
    cx_element_rect(walk, into, "band", band->box, 0, cx_theme_colour(walk->theme, band->paint, CX_HUE_NONE));
    if (band->paint == CX_PAINT_BAND_DOWN2) cx_draw_low_pattern(walk, into, band->box);
  }
  for (size_t i = 0; i < curve->lines.count; i++) draw_level(walk, into, &curve->lines.items[i]);
  for (size_t i = curve->series.count; i > 0; i--)
    if (curve->style == CX_CURVE_EMOTION)
      draw_series(walk, into, &curve->series.items[i - 1]);
    else
      draw_quiet(walk, into, &curve->series.items[i - 1]);
  for (size_t i = 0; i < curve->leaders.count; i++) draw_leader(walk, into, curve, &curve->leaders.items[i]);
}
