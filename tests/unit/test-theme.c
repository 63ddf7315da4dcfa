/* The themes: no token without a value, contrasts that people need, icons and faces that can be drawn. */
#include "cxmap/theme.h"

#include <math.h>
#include <string.h>

static const CxTheme *light(void) {
  const CxTheme *theme = cx_theme_find("light");
  g_assert_nonnull(theme);
  return theme;
}

static void test_find(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  g_assert_cmpuint(count, >, 0);
  for (size_t i = 0; i < count; i++) g_assert_true(cx_theme_find(themes[i]->name) == themes[i]);
  g_assert_null(cx_theme_find("lite"));
  g_assert_null(cx_theme_find(""));
}

static void test_fonts(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++) {
    for (int font = 0; font < CX_FONT_END; font++) {
      const CxFontStyle *style = &themes[i]->fonts[font];
      g_assert_cmpfloat(style->size, >=, 6.5);
      g_assert_cmpfloat(style->line, >, style->size);
      g_assert_cmpfloat(style->line_tall, >=, style->line);
      g_assert_cmpfloat(style->tracking, >=, 0);
    }
  }
}

/* Every member of CxSizes is a double: read as an array, none may have been forgotten. */
static void test_sizes_are_positive(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++) {
    double sizes[sizeof(CxSizes) / sizeof(double)];
    memcpy(sizes, &themes[i]->sizes, sizeof sizes);
    for (size_t k = 0; k < G_N_ELEMENTS(sizes); k++) g_assert_cmpfloat(sizes[k], >, 0);
    g_assert_cmpfloat(themes[i]->spaces[CX_S0], ==, 0);
    for (int space = CX_S1; space < CX_SPACE_END; space++)
      g_assert_cmpfloat(themes[i]->spaces[space], >, themes[i]->spaces[space - 1]);
  }
}

static void assert_looks(const CxTheme *theme) {
  for (int look = 0; look < CX_LOOK_END; look++) {
    const CxLookStyle *style = &theme->looks[look];
    g_assert_true((style->stroke != CX_PAINT_NONE) == (style->stroke_width > 0));
    g_assert_cmpfloat(MIN(style->padding.top, style->padding.bottom), >=, 0);
    g_assert_cmpfloat(MIN(style->padding.left, style->padding.right), >=, 0);
    g_assert_cmpfloat(style->fold, <=, MIN(style->padding.bottom, style->padding.right) + 1); /* no text on it */
  }
  const CxLookStyle *chip = &theme->looks[CX_LOOK_CHIP];
  g_assert_cmpfloat(chip->padding.top + theme->sizes.chip_icon + chip->padding.bottom, ==, chip->min_height);
}

/* A card's text stands clear of its band. */
static void assert_bands(const CxTheme *theme) {
  for (int hue = 0; hue < CX_HUE_END; hue++) {
    const CxPattern *band = &theme->bands[hue];
    g_assert_true((band->kind != CX_PATTERN_NONE) == (band->width > 0));
    g_assert_true((band->kind == CX_PATTERN_HATCH || band->kind == CX_PATTERN_DOTS) == (band->step > 0));
    g_assert_cmpfloat(band->width + 4, <=, theme->looks[CX_LOOK_CARD].padding.left + theme->sizes.band_indent);
  }
}

static void test_looks(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++) {
    assert_looks(themes[i]);
    assert_bands(themes[i]);
  }
}

static void assert_hex(CxPaint paint, CxHue hue, const char *expected) {
  char buffer[10];
  g_assert_cmpstr(cx_colour_format(cx_theme_colour(light(), paint, hue), buffer), ==, expected);
}

static void test_colours(void) {
  assert_hex(CX_PAINT_PAPER, CX_HUE_NONE, "#ffffff");
  assert_hex(CX_PAINT_INK, CX_HUE_PAIN, "#18212c");
  assert_hex(CX_PAINT_BAND_DOWN2, CX_HUE_NONE, "#ffeee9");
  assert_hex(CX_PAINT_FILL, CX_HUE_PAIN, "#ffe5e1");
  assert_hex(CX_PAINT_STROKE, CX_HUE_OPPORTUNITY, "#e4c474");
  assert_hex(CX_PAINT_MARK, CX_HUE_EVIDENCE, "#39444f");
  assert_hex(CX_PAINT_WASH, cx_hue_stage(0), "#f6f9ff");
  assert_hex(CX_PAINT_TINT, cx_hue_stage(9), "#e0e4ff");
  assert_hex(CX_PAINT_MID, cx_hue_stage(10), "#6d9bd5");
  assert_hex(CX_PAINT_DEEP, cx_hue_stage(13), "#155331");
  assert_hex(CX_PAINT_MARK, cx_hue_curve(6), "#a2421a");
  assert_hex(CX_PAINT_MARK, cx_hue_level(-2), "#ac2722");
  assert_hex(CX_PAINT_DEEP, cx_hue_level(2), "#005b50");
  assert_hex(CX_PAINT_TINT, cx_hue_level(0), "#edf0f3");
  g_assert_true(cx_colour_is_same(cx_theme_colour(light(), CX_PAINT_NONE, CX_HUE_NONE), CX_COLOUR_NONE));
  g_assert_true(cx_colour_is_same(cx_theme_colour(light(), CX_PAINT_WASH, CX_HUE_PAIN), CX_COLOUR_NONE));
}

static void test_contrast_formula(void) {
  g_assert_cmpfloat_with_epsilon(cx_colour_contrast(CX_HEX(0xffffff), CX_HEX(0x000000)), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon(cx_colour_contrast(CX_HEX(0x777777), CX_HEX(0xffffff)), 4.478, 1e-3);
  g_assert_cmpfloat(cx_colour_contrast(CX_HEX(0x123456), CX_HEX(0x123456)), ==, 1);
}

/* All that maps put on one another can be read, in each theme; and every paint that is text or ground is among it. */
static void test_contrasts(void) {
  CxArena *arena = cx_arena_new();
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++) {
    CxPairs pairs = {0};
    cx_theme_pairs(arena, themes[i], &pairs);
    g_assert_cmpuint(pairs.count, >, 150);
    const CxContrast *worst = &pairs.items[0];
    for (size_t k = 0; k < pairs.count; k++) {
      const CxContrast *pair = &pairs.items[k];
      g_assert_cmpint(cx_theme_colour(themes[i], pair->front, pair->hue).a, ==, 255);
      g_assert_cmpint(cx_theme_colour(themes[i], pair->back, pair->hue).a, ==, 255);
      if (pair->ratio / pair->needed < worst->ratio / worst->needed) worst = pair;
    }
    g_test_message("%s: %s (hue %d) %.2f of %.1f", themes[i]->name, worst->what, worst->hue, worst->ratio,
                   worst->needed);
    g_assert_cmpfloat(worst->ratio, >=, worst->needed);
  }
  cx_arena_free(arena);
}

static void test_contrast_theme_needs_more(void) {
  g_assert_cmpfloat(cx_theme_find("contrast")->text_contrast, ==, 7);
  g_assert_cmpfloat(light()->text_contrast, ==, 4.5);
}

/* Nothing that the print theme draws has a colour. */
static void test_print_is_grey(void) {
  const CxTheme *print = cx_theme_find("print");
  for (int paint = 0; paint < CX_PAINT_END; paint++)
    for (int hue = 0; hue < CX_HUE_END; hue++) {
      const CxColour colour = cx_theme_colour(print, (CxPaint)paint, (CxHue)hue);
      g_assert_true(colour.r == colour.g && colour.g == colour.b);
    }
}

static void test_baseline(void) {
  const CxFontStyle *item = &light()->fonts[CX_FONT_ITEM];
  g_assert_cmpfloat_with_epsilon(cx_font_baseline(item, false), 9.535, 1e-9);
  g_assert_cmpfloat_with_epsilon(cx_font_baseline(item, true), 10.375, 1e-9);
}

static void test_curves(void) {
  g_assert_cmpint(cx_curve_dash(0)->count, ==, 0);
  g_assert_cmpint(cx_curve_dash(3)->count, ==, 4);
  g_assert_cmpint(cx_curve_outline(4), ==, CX_OUTLINE_PENTAGON);
}

/* Whatever two of the first 25 personas share, it is not both the dash and the outline. */
static void test_curves_differ(void) {
  for (size_t one = 0; one < 25; one++)
    for (size_t other = one + 1; other < 25; other++)
      g_assert_true(cx_curve_outline(one) != cx_curve_outline(other) || cx_curve_dash(one) != cx_curve_dash(other));
}

/* ---- Drawings -------------------------------------------------------------------------------------- */

static void assert_inside(const CxPath *path, double low, double high) {
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    if (step->verb == CX_PATH_CLOSE) continue;
    g_assert_cmpfloat(MIN(step->to.x, step->to.y), >=, low);
    g_assert_cmpfloat(MAX(step->to.x, step->to.y), <=, high);
  }
}

static void assert_drawing(CxArena *arena, const char *data) {
  if (data == NULL) return;
  CxPath path = {0};
  g_assert_true(cx_path_parse(arena, &path, data, 1, (CxPoint){0, 0}));
  g_assert_cmpuint(path.count, >, 0);
  assert_inside(&path, 1, 23);
}

static void test_icons(void) {
  CxArena *arena = cx_arena_new();
  size_t count;
  const CxIcon *icons = cx_icons(&count);
  for (size_t i = 0; i < count; i++) {
    g_assert_true(icons[i].stroked != NULL || icons[i].filled != NULL);
    assert_drawing(arena, icons[i].stroked);
    assert_drawing(arena, icons[i].filled);
    g_assert_true(cx_icon_find(icons[i].name) == &icons[i]);
    if (i > 0) g_assert_cmpint(strcmp(icons[i - 1].name, icons[i].name), <, 0);
  }
  g_assert_null(cx_icon_find("webb"));
  g_assert_null(cx_icon_find(""));
  cx_arena_free(arena);
}

static void test_icon_of_every_channel(void) {
  static const char *const channels[] = {"web",    "app",    "email",  "sms",     "phone",         "chat",    "social",
                                         "store",  "post",   "ad",     "event",   "word-of-mouth", "kiosk",   "agent",
                                         "device", "review", "search", "payment", "delivery",      "support", "other"};
  for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) g_assert_nonnull(cx_icon_find(channels[i]));
}

static void test_faces(void) {
  CxArena *arena = cx_arena_new();
  for (int face = CX_FACE_ANGRY_LEVEL; face <= CX_FACE_SURPRISE; face++) {
    CxPath stroked = {0}, filled = {0};
    cx_face_paths(arena, (CxFace)face, (CxPoint){100, 100}, 10, &stroked, &filled);
    g_assert_cmpuint(stroked.count + filled.count, >, 2);
    assert_inside(&stroked, 90, 110);
    assert_inside(&filled, 90, 110);
  }
  g_assert_cmpfloat(cx_face_stroke(4), ==, 1.1);
  g_assert_cmpfloat_with_epsilon(cx_face_stroke(9), 1.35, 1e-9);
  cx_arena_free(arena);
}

/* The outlines are about equally large: none reaches over 1.35 radii, all hold the face's features. */
static void test_outlines(void) {
  CxArena *arena = cx_arena_new();
  for (int outline = CX_OUTLINE_CIRCLE; outline <= CX_OUTLINE_PENTAGON; outline++) {
    CxPath path = {0};
    cx_outline_path(arena, &path, (CxOutline)outline, (CxPoint){50, 50}, 10);
    g_assert_cmpint(path.items[0].verb, ==, CX_PATH_MOVE);
    g_assert_cmpint(path.items[path.count - 1].verb, ==, CX_PATH_CLOSE);
    assert_inside(&path, 36.5, 63.5);
    for (size_t i = 0; i + 1 < path.count; i++)
      g_assert_cmpfloat(hypot(path.items[i].to.x - 50, path.items[i].to.y - 50), >, 9.1);
  }
  cx_arena_free(arena);
}

/* Cards are as light as the discs on them: only the outline tells them apart. */
static void test_discs_have_an_outline(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++) {
    const CxLookStyle *disc = &themes[i]->looks[CX_LOOK_DISC];
    const CxColour outline = cx_theme_colour(themes[i], disc->stroke, CX_HUE_EVIDENCE);
    g_assert_cmpint(disc->stroke, !=, CX_PAINT_NONE);
    g_assert_cmpfloat(disc->stroke_width, >, 0);
    for (int hue = CX_HUE_ACTION; hue <= CX_HUE_PHYSICAL; hue++)
      g_assert_cmpfloat(cx_colour_contrast(outline, cx_theme_colour(themes[i], CX_PAINT_FILL, (CxHue)hue)), >, 1.2);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/theme/finds-by-name", test_find);
  g_test_add_func("/theme/fonts-have-lines", test_fonts);
  g_test_add_func("/theme/sizes-are-positive", test_sizes_are_positive);
  g_test_add_func("/theme/looks-are-consistent", test_looks);
  g_test_add_func("/theme/discs-have-an-outline", test_discs_have_an_outline);
  g_test_add_func("/theme/colours-by-paint-and-hue", test_colours);
  g_test_add_func("/theme/contrast-formula", test_contrast_formula);
  g_test_add_func("/theme/contrasts-suffice", test_contrasts);
  g_test_add_func("/theme/contrast-needs-more", test_contrast_theme_needs_more);
  g_test_add_func("/theme/print-is-grey", test_print_is_grey);
  g_test_add_func("/theme/baseline", test_baseline);
  g_test_add_func("/theme/curves-of-five-personas", test_curves);
  g_test_add_func("/theme/curves-of-25-personas-differ", test_curves_differ);
  g_test_add_func("/theme/icons-parse-and-are-sorted", test_icons);
  g_test_add_func("/theme/icon-of-every-channel", test_icon_of_every_channel);
  g_test_add_func("/theme/faces-stay-inside", test_faces);
  g_test_add_func("/theme/outlines-hold-the-face", test_outlines);
  return g_test_run();
}
