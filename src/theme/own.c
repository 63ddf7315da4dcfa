/* Own themes: what a definition says about its look in, a theme out: the base's tokens with own colours, family,
 * corners and density. Nothing can be wrong here any more; whether it can be read well is the check's matter (check.c).
 */
#include "derive.h"

static const CxTheme *base_of(const CxThemeChoice *choice) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  const size_t index = choice == NULL || choice->base == CX_THEME_NONE ? 0 : (size_t)choice->base - 1;
  return themes[MIN(index, count - 1)];
}

/* ---- Colours ------------------------------------------------------------------------------------------ */

static void apply_colours(CxTheme *theme, const CxTheme *base, const CxColours *colours) {
  for (size_t i = 0; i < colours->given.count; i++) {
    const CxColourChoice *choice = &colours->given.items[i];
    const bool is_named = choice->same_as != CX_COLOUR_END;
    cx_colour_apply(theme, base, choice->name, is_named ? cx_colour_named(base, choice->same_as) : choice->colour);
  }
}

/* ---- Corners and room --------------------------------------------------------------------------------- */

/* Notes are cut square, pills are round in any case. */
static void set_radius(CxTheme *theme, double radius) {
  static const CxLook looks[] = {CX_LOOK_CARD, CX_LOOK_TILE,  CX_LOOK_PANEL, CX_LOOK_LABEL,
                                 CX_LOOK_TAG,  CX_LOOK_PHOTO, CX_LOOK_VOICE, CX_LOOK_CLOSING};
  for (size_t i = 0; i < G_N_ELEMENTS(looks); i++) {
    CxLookStyle *look = &theme->looks[looks[i]];
    if (look->fold <= 0) look->radius = radius;
  }
}

static double factor_of(CxDensity density) {
  switch (density) {
  case CX_DENSITY_COMPACT: return 0.75;
  case CX_DENSITY_SPACIOUS: return 4.0 / 3;
  case CX_DENSITY_NONE:
  case CX_DENSITY_COMFORTABLE: break;
  }
  return 1;
}

/* Across, only cards and the like give way: a label's text stands over that of the headers beside it. */
static void scale_room(CxTheme *theme, double factor) {
  static const CxLook wide[] = {CX_LOOK_CARD, CX_LOOK_PLAIN, CX_LOOK_CHIP, CX_LOOK_PILL, CX_LOOK_TILE, CX_LOOK_PANEL};
  for (size_t i = 0; i < G_N_ELEMENTS(theme->looks); i++) {
    CxLookStyle *look = &theme->looks[i];
    look->min_height = MAX(0, look->min_height + (factor - 1) * (look->padding.top + look->padding.bottom));
    look->padding.top *= factor;
    look->padding.bottom *= factor;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
    theme->looks[wide[i]].padding.left *= factor;
    theme->looks[wide[i]].padding.right *= factor;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(theme->spaces); i++) theme->spaces[i] *= factor;
  theme->sizes.title_gap *= factor;
  theme->sizes.lane_pad *= factor;
  theme->sizes.lane_gap *= factor;
}

/* ---- A theme ------------------------------------------------------------------------------------------ */

static bool is_plain(const CxThemeChoice *choice) {
  return choice == NULL || (choice->font == NULL && choice->colours == NULL && choice->logo.path == NULL &&
                            !choice->radius.is_given && factor_of(choice->density) == 1);
}

const CxTheme *cx_theme_make(CxArena *arena, const CxThemeChoice *choice, double logo_ratio) {
  const CxTheme *base = base_of(choice);
  if (is_plain(choice)) return base;
  CxTheme *theme = cx_new(arena, CxTheme);
  *theme = *base;
  if (choice->font != NULL && choice->font[0] != '\0') theme->family = choice->font;
  if (choice->colours != NULL) apply_colours(theme, base, choice->colours);
  if (choice->radius.is_given) set_radius(theme, choice->radius.value);
  if (factor_of(choice->density) != 1) scale_room(theme, factor_of(choice->density));
  theme->logo = (CxLogo){.path = choice->logo.path, .name = choice->logo.text, .ratio = logo_ratio};
  return theme;
}
