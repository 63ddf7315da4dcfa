/* Marks: icons, faces, personas' discs and the pieces of their curves in the legend. */
#include "walk.h"

static CxColour ground(const CxWalk *walk, CxPaint paint) {
  return cx_theme_colour(walk->theme, paint, CX_HUE_NONE);
}

static CxPoint centre_of(CxRect rect) {
  return (CxPoint){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

/* A filled path of a persona's outline. */
static CxElement *add_outline(CxWalk *walk, CxElements *into, const char *role, size_t series, CxPoint centre,
                              double radius, CxColour fill) {
  CxPath path = {0};
  cx_outline_path(walk->arena, &path, cx_curve_outline(series), centre, radius);
  CxElement *outline = cx_element_path(walk, into, role, &path);
  outline->fill = fill;
  return outline;
}

/* ---- Icons ---------------------------------------------------------------------------------------------- */

/* The grid's units in an icon's width. */
#define GRID 24.0

static const CxIconPaths *icon_paths(CxWalk *walk, const CxIcon *icon) {
  CxIconPaths *paths = &walk->icons[icon - cx_icons(&(size_t){0})];
  const CxPoint origin = {0, 0};
  if (!paths->is_read) {
    if (icon->stroked != NULL) cx_path_parse(walk->arena, &paths->stroked, icon->stroked, 1, origin);
    if (icon->filled != NULL) cx_path_parse(walk->arena, &paths->filled, icon->filled, 1, origin);
    paths->is_read = true;
  }
  return paths;
}

static CxPoint moved(CxPoint point, double scale, CxPoint to) {
  return (CxPoint){to.x + point.x * scale, to.y + point.y * scale};
}

static CxPath scaled(CxWalk *walk, const CxPath *path, double scale, CxPoint to) {
  CxPath copy = {.items = cx_new_array(walk->arena, CxPathStep, path->count), path->count, path->count};
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    copy.items[i] = (CxPathStep){.verb = step->verb,
                                 .c = {moved(step->c[0], scale, to), moved(step->c[1], scale, to)},
                                 .to = moved(step->to, scale, to)};
  }
  return copy;
}

/* An icon of the definition's own: an image, in the same square. */
static void add_own_icon(CxWalk *walk, CxElements *into, const CxBlock *block, CxPoint centre) {
  const CxRect square = {centre.x - block->size / 2, centre.y - block->size / 2, block->size, block->size};
  CxElement *image = cx_element_add(walk, into, CX_ELEMENT_IMAGE, "icon", square);
  image->file = block->path;
  image->name = block->name;
  image->is_whole = true;
}

void cx_draw_icon(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  if (block->path != NULL) {
    add_own_icon(walk, into, block, centre_of(box->rect));
    return;
  }
  const CxIcon *icon = block->name != NULL ? cx_icon_find(block->name) : NULL;
  if (icon == NULL) return;
  const CxSizes *sizes = &walk->theme->sizes;
  const CxPoint centre = centre_of(box->rect);
  const CxPoint corner = {centre.x - block->size / 2, centre.y - block->size / 2};
  const CxColour colour = cx_theme_colour(walk->theme, block->paint, block->hue);
  const double scale = block->size / GRID, width = block->size < 12 ? sizes->icon_stroke_small : sizes->icon_stroke;
  const CxIconPaths *paths = icon_paths(walk, icon);
  if (paths->stroked.count > 0) {
    const CxPath path = scaled(walk, &paths->stroked, scale, corner);
    CxElement *stroked = cx_element_path(walk, into, "icon", &path);
    stroked->stroke = cx_stroke(colour, width * scale);
    stroked->stroke.has_round_ends = true;
  }
  if (paths->filled.count > 0) {
    const CxPath path = scaled(walk, &paths->filled, scale, corner);
    cx_element_path(walk, into, "icon", &path)->fill = colour;
  }
}

/* ---- Faces ---------------------------------------------------------------------------------------------- */

/* Filled in its level's tone where evidence backs it, else hollow; a halo of paper keeps it off the curves. */
void cx_draw_face(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  const CxSizes *sizes = &walk->theme->sizes;
  const CxPoint centre = centre_of(box->rect);
  const CxColour paper = ground(walk, CX_PAINT_PAPER);
  const CxColour tone = cx_theme_colour(walk->theme, CX_PAINT_MARK, cx_hue_level(block->level));
  const CxColour ink = block->is_filled ? paper : tone;
  add_outline(walk, into, "halo", block->series, centre, block->size + sizes->face_halo, paper);
  CxElement *outline =
      add_outline(walk, into, "face", block->series, centre, block->size, block->is_filled ? tone : paper);
  outline->stroke = cx_stroke(tone, 1.4);
  CxPath stroked = {0}, filled = {0};
  cx_face_paths(walk->arena, block->face, centre, block->size, &stroked, &filled);
  if (filled.count > 0) cx_element_path(walk, into, "face", &filled)->fill = ink;
  if (stroked.count == 0) return;
  CxElement *features = cx_element_path(walk, into, "face", &stroked);
  features->stroke = cx_stroke(ink, cx_face_stroke(block->size));
  features->stroke.has_round_ends = true;
}

/* ---- Personas ------------------------------------------------------------------------------------------- */

/* The photo cut to the persona's outline, which is drawn over its edge. */
static void add_photo(CxWalk *walk, CxElements *into, const CxBlock *block, CxPoint centre, CxColour colour) {
  const double edge = 1.75, radius = MAX(block->size - edge / 2, 0);
  const CxElement *panel =
      add_outline(walk, into, "portrait", block->series, centre, radius, ground(walk, CX_PAINT_PANEL));
  CxElement *photo = cx_element_add(walk, into, CX_ELEMENT_IMAGE, "photo", panel->box);
  photo->clip = cx_path_copy(walk->arena, &panel->path);
  photo->file = block->path;
  photo->name = block->name;
  CxElement *outline = add_outline(walk, into, "portrait", block->series, centre, radius, (CxColour){0});
  outline->stroke = cx_stroke(colour, edge);
}

void cx_draw_portrait(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  const CxPoint centre = centre_of(box->rect);
  const CxColour colour = cx_theme_colour(walk->theme, CX_PAINT_MARK, cx_hue_curve(block->series));
  if (block->path != NULL) {
    add_photo(walk, into, block, centre, colour);
    return;
  }
  add_outline(walk, into, "portrait", block->series, centre, block->size, colour);
  cx_draw_letters(walk, into, box, "initials", CX_FONT_INITIALS, ground(walk, CX_PAINT_PAPER));
}

/* ---- Discs ---------------------------------------------------------------------------------------------- */

/* A theme whose deep tones are made for dark chevrons keeps them off the paper: there the tint is the tone. */
static CxColour disc_tone(const CxWalk *walk, const CxBlock *block) {
  const CxColour tone = cx_theme_colour(walk->theme, block->paint, block->hue);
  if (cx_colour_contrast(tone, ground(walk, CX_PAINT_PAPER)) >= 3) return tone;
  return cx_theme_colour(walk->theme, CX_PAINT_TINT, block->hue);
}

static CxStroke disc_stroke(const CxBlock *block, CxColour tone, double radius) {
  const bool is_large = radius > 14;
  CxStroke stroke = cx_stroke(tone, !is_large ? 1.5 : block->is_dashed ? 1.4 : 2);
  const CxDash large = {.lengths = {3.5, 2.5}, .count = 2}, small = {.lengths = {3, 2.2}, .count = 2};
  if (block->is_dashed) stroke.dash = is_large ? large : small;
  return stroke;
}

void cx_draw_disc(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  const double radius = MIN(box->rect.w, box->rect.h) / 2;
  const CxPoint centre = centre_of(box->rect);
  const CxRect square = {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  const CxColour tone = disc_tone(walk, block), paper = ground(walk, CX_PAINT_PAPER);
  CxElement *disc = cx_element_rect(walk, into, "disc", square, radius, block->is_filled ? tone : paper);
  disc->stroke = disc_stroke(block, tone, radius);
  cx_draw_letters(walk, into, box, "number", block->font, block->is_filled ? paper : tone);
}

/* A persona's line with its outline on it. */
void cx_draw_sample(CxWalk *walk, CxElements *into, const CxBox *box) {
  const double radius = 5.2, halo = 1.4;
  const size_t series = box->block->series;
  const CxPoint centre = centre_of(box->rect);
  const CxColour colour = cx_theme_colour(walk->theme, CX_PAINT_MARK, cx_hue_curve(series));
  CxStroke stroke = cx_stroke(colour, walk->theme->sizes.curve_width);
  stroke.dash = *cx_curve_dash(series);
  stroke.has_round_ends = stroke.dash.has_round_caps;
  const double left = box->rect.x, right = box->rect.x + box->rect.w;
  cx_element_line(walk, into, "sample", (CxPoint){left, centre.y}, (CxPoint){right, centre.y}, stroke);
  add_outline(walk, into, "halo", series, centre, radius + halo,
              cx_theme_colour(walk->theme, CX_PAINT_PAPER, CX_HUE_NONE));
  add_outline(walk, into, "sample", series, centre, radius, colour);
}
