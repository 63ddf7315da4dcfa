/* Themes by name, and what is the same in each of them: how hues are numbered, how contrast is measured, where a
 * baseline stands, how the curves of several personas are told apart. The values are in the files of the single themes.
 */
#include "cxmap/theme.h"

#include <math.h>
#include <string.h>

#include "themes.h"

static const CxVariant *const variants[] = {&cx_theme_dark, &cx_theme_print, &cx_theme_workshop, &cx_theme_contrast};

#define COUNT (1 + G_N_ELEMENTS(variants))

/* ---- By name --------------------------------------------------------------------------------------- */

static void take(CxColour *colour, CxColour changed) {
  if (changed.a != 0) *colour = changed;
}

static void vary(CxTheme *theme, const CxVariant *variant) {
  *theme = cx_theme_light;
  theme->name = variant->name;
  for (size_t i = 0; i < CX_PAINT_GROUND_END; i++) take(&theme->ground[i], variant->ground[i]);
  for (size_t hue = 0; hue < CX_HUE_END; hue++)
    for (size_t i = 0; i < G_N_ELEMENTS(theme->hues[hue]); i++) take(&theme->hues[hue][i], variant->hues[hue][i]);
  if (variant->change != NULL) variant->change(theme);
}

/* Made once in a process, and never changed. */
const CxTheme *const *cx_themes(size_t *count) {
  static CxTheme varied[G_N_ELEMENTS(variants)];
  static const CxTheme *themes[COUNT] = {&cx_theme_light};
  static gsize is_done;
  if (g_once_init_enter(&is_done)) {
    for (size_t i = 0; i < G_N_ELEMENTS(variants); i++) {
      vary(&varied[i], variants[i]);
      themes[1 + i] = &varied[i];
    }
    g_once_init_leave(&is_done, 1);
  }
  *count = COUNT;
  return themes;
}

const CxTheme *cx_theme_find(const char *name) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  for (size_t i = 0; i < count; i++)
    if (strcmp(themes[i]->name, name) == 0) return themes[i];
  return NULL;
}

/* ---- Hues and colours ------------------------------------------------------------------------------ */

static CxHue hue_of_row(CxHue first, CxHue last, size_t index) {
  return (CxHue)(first + index % (size_t)(last - first + 1));
}

CxHue cx_hue_stage(size_t index) {
  return hue_of_row(CX_HUE_STAGE_1, CX_HUE_STAGE_10, index);
}

CxHue cx_hue_curve(size_t index) {
  return hue_of_row(CX_HUE_CURVE_1, CX_HUE_CURVE_5, index);
}

CxHue cx_hue_level(int level) {
  return (CxHue)(CX_HUE_LEVEL_1 + CLAMP(level, -2, 2) + 2);
}

CxColour cx_theme_colour(const CxTheme *theme, CxPaint paint, CxHue hue) {
  if (paint < CX_PAINT_GROUND_END) return theme->ground[paint];
  return theme->hues[hue][paint - CX_PAINT_GROUND_END];
}

/* One channel of sRGB as linear light. */
static double linear(uint8_t channel) {
  double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(CxColour colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double cx_colour_contrast(CxColour a, CxColour b) {
  double one = luminance(a), other = luminance(b);
  return (MAX(one, other) + 0.05) / (MIN(one, other) + 0.05);
}

/* ---- Type -------------------------------------------------------------------------------------------- */

double cx_font_baseline(const CxFontStyle *font, bool is_tall) {
  return is_tall ? font->line_tall / 2 + 0.375 * font->size : font->line / 2 + 0.365 * font->size;
}

/* ---- Curves ------------------------------------------------------------------------------------------ */

/* Told apart without colour: by the dash of the line and the outline of the face. */
static const struct {
  CxDash dash;
  CxOutline outline;
} curves[] = {
    {{.count = 0, .has_round_caps = true}, CX_OUTLINE_CIRCLE},
    {{.lengths = {7, 4}, .count = 2}, CX_OUTLINE_SQUARE},
    {{.lengths = {1.5, 3.5}, .count = 2}, CX_OUTLINE_HEXAGON},
    {{.lengths = {9, 3, 1.5, 3}, .count = 4}, CX_OUTLINE_DIAMOND},
    {{.lengths = {3, 3}, .count = 2}, CX_OUTLINE_PENTAGON},
};

/* Each round of five pairs the colours with the next outline, and with the next dash but one. */
static size_t shifted(size_t series, size_t shift) {
  return (series + shift * (series / G_N_ELEMENTS(curves))) % G_N_ELEMENTS(curves);
}

const CxDash *cx_curve_dash(size_t series) {
  return &curves[shifted(series, 2)].dash;
}

CxOutline cx_curve_outline(size_t series) {
  return curves[shifted(series, 1)].outline;
}
