/* What a theme says by more than a colour: bands at a card's start edge, hatches, folded notes with their shadow,
 * dividers between columns. The theme describes them, here they become paths: one element a pattern, however many lines
 * it has.
 *
 * Points are counted from the box's start edge (the right one in a mirrored map) and from its top.
 */
#include "walk.h"

#include <math.h>

static CxPoint from_start(const CxWalk *walk, CxRect rect, double x, double y) {
  return (CxPoint){walk->is_rtl ? rect.x + rect.w - x : rect.x + x, rect.y + y};
}

static void move(CxWalk *walk, CxPath *path, CxRect rect, double x, double y) {
  const CxPoint to = from_start(walk, rect, x, y);
  cx_path_move(walk->arena, path, to.x, to.y);
}

static void line(CxWalk *walk, CxPath *path, CxRect rect, double x, double y) {
  const CxPoint to = from_start(walk, rect, x, y);
  cx_path_line(walk->arena, path, to.x, to.y);
}

/* ---- Hatches ------------------------------------------------------------------------------------------- */

/* The part [*from, *to] of the line x + y = sum that lies in the first `width` of a box of this height, whose corners
 * are rounded. At a round corner the line ends where it meets the circle. */
static bool clip_line(double sum, double width, double height, double radius, double *from, double *to) {
  *from = MAX(0, sum - height);
  *to = MIN(width, sum);
  const double above = sum - 2 * radius, below = sum - height;
  if (sum < radius) {
    const double root = 2 * radius * radius - above * above;
    if (root <= 0) return false;
    *from = MAX(*from, radius + (above - sqrt(root)) / 2);
    *to = MIN(*to, radius + (above + sqrt(root)) / 2);
  } else if (fabs(below) < radius) {
    *from = MAX(*from, radius + (below - sqrt(2 * radius * radius - below * below)) / 2);
  }
  return *to - *from > 0.1;
}

/* Diagonals, `step` from one to the next along the edge. */
static void hatch_path(CxWalk *walk, CxPath *path, CxRect rect, double width, double radius, double step) {
  for (double sum = step; sum < width + rect.h; sum += step) {
    double from, to;
    if (!clip_line(sum, width, rect.h, radius, &from, &to)) continue;
    move(walk, path, rect, from, sum - from);
    line(walk, path, rect, to, sum - to);
  }
}

static void add_hatch(CxWalk *walk, CxElements *into, const char *role, const CxPath *path, CxStroke stroke) {
  if (path->count > 0) cx_element_path(walk, into, role, path)->stroke = stroke;
}

void cx_draw_low_pattern(CxWalk *walk, CxElements *into, CxRect rect) {
  const CxPattern *pattern = &walk->theme->low_pattern;
  if (pattern->kind != CX_PATTERN_HATCH) return;
  CxPath path = {0};
  hatch_path(walk, &path, rect, rect.w, 0, pattern->step);
  const CxColour colour = cx_theme_colour(walk->theme, CX_PAINT_BAND_HATCH, CX_HUE_NONE);
  add_hatch(walk, into, "hatch", &path, cx_stroke(colour, pattern->size));
}

void cx_draw_stripes(CxWalk *walk, CxElements *into, const CxBox *box, double height) {
  const double step = 5, width = 1.6;
  CxPath path = {0};
  hatch_path(walk, &path, (CxRect){box->rect.x, box->rect.y, box->rect.w, MIN(height, box->rect.h)}, box->rect.w, 0,
             step);
  add_hatch(walk, into, "hatch", &path, cx_stroke(cx_theme_colour(walk->theme, CX_PAINT_WARN, CX_HUE_NONE), width));
}

/* ---- Bands --------------------------------------------------------------------------------------------- */

/* The first `width` of a box with round corners, closed. */
static void band_path(CxWalk *walk, CxPath *path, CxRect rect, double width, double radius) {
  const double reach = MIN(width, radius), angle = radius > 0 ? acos((radius - reach) / radius) : 0;
  const double inset = radius - radius * sin(angle), pull = radius * 4 / 3 * tan(angle / 4);
  const double back_x = pull * sin(angle), back_y = pull * cos(angle); /* along the arc at its inner end */
  move(walk, path, rect, width, inset);
  line(walk, path, rect, reach, inset);
  if (radius > 0)
    cx_path_curve(walk->arena, path, from_start(walk, rect, reach - back_x, inset + back_y),
                  from_start(walk, rect, 0, radius - pull), from_start(walk, rect, 0, radius));
  line(walk, path, rect, 0, rect.h - radius);
  if (radius > 0)
    cx_path_curve(walk->arena, path, from_start(walk, rect, 0, rect.h - radius + pull),
                  from_start(walk, rect, reach - back_x, rect.h - inset - back_y),
                  from_start(walk, rect, reach, rect.h - inset));
  line(walk, path, rect, width, rect.h - inset);
  cx_path_close(walk->arena, path);
}

static void dots_path(CxWalk *walk, CxPath *path, CxRect rect, const CxPattern *pattern) {
  const double first = pattern->width - 1;
  for (double y = first; y <= rect.h - first; y += pattern->step)
    cx_path_circle(walk->arena, path, from_start(walk, rect, pattern->width / 2, y), pattern->size);
}

void cx_draw_band(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxPattern *band = &walk->theme->bands[box->block->hue];
  const CxRect rect = box->rect;
  const CxColour colour = cx_theme_colour(walk->theme, CX_PAINT_MARK, box->block->hue);
  const double radius = MIN(walk->theme->looks[box->block->look].radius, rect.h / 2);
  CxPath path = {0};
  switch (band->kind) {
  case CX_PATTERN_NONE: return;
  case CX_PATTERN_SOLID:
    band_path(walk, &path, rect, band->width, radius);
    cx_element_path(walk, into, "pattern", &path)->fill = colour;
    break;
  case CX_PATTERN_HATCH:
    hatch_path(walk, &path, rect, band->width, radius, band->step);
    add_hatch(walk, into, "pattern", &path, cx_stroke(colour, band->size));
    break;
  case CX_PATTERN_DOTS:
    dots_path(walk, &path, rect, band);
    if (path.count > 0) cx_element_path(walk, into, "pattern", &path)->fill = colour;
    break;
  }
  if (band->edge <= 0) return;
  const CxPoint top = from_start(walk, rect, band->width, 0), bottom = from_start(walk, rect, band->width, rect.h);
  cx_element_line(walk, into, "pattern", top, bottom, cx_stroke(colour, band->edge));
}

/* ---- Notes --------------------------------------------------------------------------------------------- */

/* A sheet whose far lower corner is cut off by `fold`. */
static void sheet_path(CxWalk *walk, CxPath *path, CxRect rect, double fold) {
  move(walk, path, rect, 0, 0);
  line(walk, path, rect, rect.w, 0);
  line(walk, path, rect, rect.w, rect.h - fold);
  if (fold > 0) line(walk, path, rect, rect.w - fold, rect.h);
  line(walk, path, rect, 0, rect.h);
  cx_path_close(walk->arena, path);
}

/* The shadow lies inside the box, and so the sheet leaves room for it. */
CxRect cx_sheet_rect(const CxWalk *walk, const CxBox *box) {
  const CxPoint shade = walk->theme->looks[box->block->look].shade;
  const double start = walk->is_rtl ? shade.x : 0;
  return (CxRect){box->rect.x + start, box->rect.y, MAX(box->rect.w - shade.x, 0), MAX(box->rect.h - shade.y, 0)};
}

void cx_draw_shade(CxWalk *walk, CxElements *into, const CxBox *box, double fold) {
  const CxLookStyle *style = &walk->theme->looks[box->block->look];
  if (style->shade.x == 0 && style->shade.y == 0) return;
  const CxColour colour = cx_theme_colour(walk->theme, CX_PAINT_SHADE, CX_HUE_NONE);
  CxRect rect = cx_sheet_rect(walk, box);
  rect.x += walk->is_rtl ? -style->shade.x : style->shade.x;
  rect.y += style->shade.y;
  if (fold <= 0) {
    cx_element_rect(walk, into, "shade", rect, style->radius, colour);
    return;
  }
  CxPath path = {0};
  sheet_path(walk, &path, rect, fold);
  cx_element_path(walk, into, "shade", &path)->fill = colour;
}

double cx_note_fold(const CxWalk *walk, const CxBox *box) {
  const CxLookStyle *style = &walk->theme->looks[box->block->look];
  const bool is_note = cx_theme_colour(walk->theme, CX_PAINT_FOLD, box->block->hue).a != 0;
  return is_note ? MIN(style->fold, MIN(box->rect.w, box->rect.h) / 2) : 0;
}

CxElement *cx_draw_note(CxWalk *walk, CxElements *into, const char *role, const CxBox *box, double fold) {
  const CxRect rect = cx_sheet_rect(walk, box);
  CxPath sheet = {0}, corner = {0};
  sheet_path(walk, &sheet, rect, fold);
  CxElement *note = cx_element_path(walk, into, role, &sheet);
  move(walk, &corner, rect, rect.w, rect.h - fold);
  line(walk, &corner, rect, rect.w - fold, rect.h - fold);
  line(walk, &corner, rect, rect.w - fold, rect.h);
  cx_path_close(walk->arena, &corner);
  cx_element_path(walk, into, "fold", &corner)->fill = cx_theme_colour(walk->theme, CX_PAINT_FOLD, box->block->hue);
  return note;
}

/* ---- Columns ------------------------------------------------------------------------------------------- */

void cx_draw_gap_line(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxPaint paint = walk->theme->looks[box->block->look].divider;
  if (paint == CX_PAINT_NONE || box->block->is_last) return;
  const double x = box->rect.w + walk->theme->sizes.stage_gap / 2;
  const CxStroke stroke = cx_stroke(cx_theme_colour(walk->theme, paint, box->block->hue), walk->theme->sizes.hair);
  cx_element_line(walk, into, "line", from_start(walk, box->rect, x, 0), from_start(walk, box->rect, x, box->rect.h),
                  stroke);
}
