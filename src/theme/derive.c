/* Own colours: one colour in, all tokens that go with it out.
 *
 * Stages and cards take the colour's hue, and its chroma where that is weak; lightness and the most chroma are those of
 * the same token in the base theme, which were chosen so that everything can be read. So any colour will do there, in
 * a dark theme as in a light one, and in the print theme black stays black. What is text or ground itself is taken as
 * it is; the check (check.c) says where that cannot be read.
 */
#include "derive.h"

#include "oklch.h"

static const double WEAK = 0.06; /* chroma under which a colour makes its tokens greyer than the base's */

/* The base's colour with another hue. */
static CxColour tuned(CxColour base, CxColour wanted) {
  if (base.a == 0) return base;
  const CxOklch from = cx_oklch_of(base), to = cx_oklch_of(wanted);
  return cx_oklch_colour((CxOklch){from.l, from.c * MIN(1, to.c / WEAK), to.h});
}

/* The same for a ground, which moves with the paper. */
static CxColour tuned_ground(const CxTheme *theme, const CxTheme *base, CxColour ground, CxColour wanted) {
  return cx_oklch_moved(tuned(ground, wanted), base->ground[CX_PAINT_PAPER], theme->ground[CX_PAINT_PAPER]);
}

/* Text on a colour: whichever of paper and ink can be read better. */
static CxColour text_on(const CxTheme *theme, CxColour ground) {
  const CxColour paper = theme->ground[CX_PAINT_PAPER], ink = theme->ground[CX_PAINT_INK];
  return cx_colour_contrast(paper, ground) >= cx_colour_contrast(ink, ground) ? paper : ink;
}

static CxColour *hue_colour(CxTheme *theme, CxHue hue, CxPaint paint) {
  return &theme->hues[hue][paint - CX_PAINT_GROUND_END];
}

/* ---- Ground and ink ----------------------------------------------------------------------------------- */

/* What is nearly paper follows the paper; a black label does not. */
static void follow_paper(CxColour *colour, CxColour before, CxColour after) {
  if (colour->a != 0 && cx_colour_contrast(*colour, before) < 2) *colour = cx_oklch_moved(*colour, before, after);
}

static void apply_paper(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  static const CxPaint grounds[] = {CX_PAINT_PANEL,     CX_PAINT_LABEL,    CX_PAINT_HAIR,        CX_PAINT_GRID,
                                    CX_PAINT_TRACK,     CX_PAINT_SHADE,    CX_PAINT_ACCENT_TINT, CX_PAINT_WARN_TINT,
                                    CX_PAINT_BAND_UP2,  CX_PAINT_BAND_UP1, CX_PAINT_BAND_DOWN1,  CX_PAINT_BAND_DOWN2,
                                    CX_PAINT_BAND_HATCH};
  (void)hue;
  const CxColour before = base->ground[CX_PAINT_PAPER];
  theme->ground[CX_PAINT_PAPER] = colour;
  for (size_t i = 0; i < G_N_ELEMENTS(grounds); i++) follow_paper(&theme->ground[grounds[i]], before, colour);
  for (CxHue stage = CX_HUE_STAGE_1; stage <= CX_HUE_STAGE_10; stage++)
    follow_paper(hue_colour(theme, stage, CX_PAINT_WASH), before, colour);
}

static void replace(CxColour *colour, CxColour before, CxColour after) {
  if (cx_colour_is_same(*colour, before)) *colour = after;
}

static void apply_ink(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)hue;
  const CxColour before = base->ground[CX_PAINT_INK];
  replace(&theme->ground[CX_PAINT_CARD_TEXT], before, colour);
  replace(&theme->ground[CX_PAINT_LABEL_TEXT], before, colour);
  theme->ground[CX_PAINT_INK] = colour;
}

static void apply_muted(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)base, (void)hue;
  theme->ground[CX_PAINT_MUTED] = colour;
}

static void apply_hairline(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)base, (void)hue;
  theme->ground[CX_PAINT_HAIR] = theme->ground[CX_PAINT_GRID] = theme->ground[CX_PAINT_TRACK] = colour;
  theme->ground[CX_PAINT_RULE] = cx_oklch_mixed(colour, theme->ground[CX_PAINT_INK], 0.25);
}

/* ---- Scores -------------------------------------------------------------------------------------------- */

/* As dark as the base's, so that they can be read on their tint. */
static void apply_score(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  static const CxPaint paints[] = {CX_PAINT_TINT, CX_PAINT_MID, CX_PAINT_DEEP};
  for (size_t i = 0; i < G_N_ELEMENTS(paints); i++)
    *hue_colour(theme, hue, paints[i]) = tuned(cx_theme_colour(base, paints[i], hue), colour);
}

/* ---- Accents ------------------------------------------------------------------------------------------ */

static void apply_primary(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)hue;
  for (CxHue card = CX_HUE_ACTION; card <= CX_HUE_PHYSICAL; card++)
    replace(hue_colour(theme, card, CX_PAINT_MARK), base->ground[CX_PAINT_ACCENT], colour);
  theme->ground[CX_PAINT_ACCENT] = colour;
  theme->ground[CX_PAINT_ACCENT_TINT] = tuned_ground(theme, base, base->ground[CX_PAINT_ACCENT_TINT], colour);
  theme->ground[CX_PAINT_ON_ACCENT] = text_on(theme, colour);
  *hue_colour(theme, CX_HUE_CURVE_1, CX_PAINT_MARK) = colour;
  apply_score(theme, base, CX_HUE_SCORE_CORE, colour);
}

/* Where the base has a star of its own for headers, that keeps its lightness. */
static void apply_accent(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)hue;
  const CxColour on_tint = base->ground[CX_PAINT_STAR_ON_TINT];
  const bool is_same = cx_colour_is_same(on_tint, base->ground[CX_PAINT_STAR]);
  theme->ground[CX_PAINT_STAR] = colour;
  theme->ground[CX_PAINT_STAR_ON_TINT] = is_same ? colour : tuned(on_tint, colour);
  *hue_colour(theme, CX_HUE_CURVE_1 + 1, CX_PAINT_MARK) = colour;
}

static void apply_warning(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  (void)hue;
  theme->ground[CX_PAINT_WARN] = colour;
  theme->ground[CX_PAINT_WARN_TINT] = tuned_ground(theme, base, base->ground[CX_PAINT_WARN_TINT], colour);
  theme->ground[CX_PAINT_WARN_HAIR] = tuned_ground(theme, base, base->ground[CX_PAINT_WARN_HAIR], colour);
  theme->ground[CX_PAINT_WARN_MID] = tuned(base->ground[CX_PAINT_WARN_MID], colour);
  theme->ground[CX_PAINT_ON_WARN] = text_on(theme, colour);
  apply_score(theme, base, CX_HUE_SCORE_LOW, colour);
}

/* ---- Hues --------------------------------------------------------------------------------------------- */

static void tune_hue(CxTheme *theme, CxHue hue, const CxTheme *base, CxHue like, CxColour colour) {
  for (CxPaint paint = CX_PAINT_GROUND_END; paint < CX_PAINT_END; paint++)
    *hue_colour(theme, hue, paint) = tuned(cx_theme_colour(base, paint, like), colour);
}

static void apply_stage(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  tune_hue(theme, hue, base, hue, colour);
  *hue_colour(theme, hue, CX_PAINT_WASH) = tuned_ground(theme, base, cx_theme_colour(base, CX_PAINT_WASH, hue), colour);
}

/* A card that is white in the base takes after a coloured one. */
static void apply_card(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  const bool is_white = cx_oklch_of(cx_theme_colour(base, CX_PAINT_FILL, hue)).c < 0.02;
  tune_hue(theme, hue, base, is_white ? CX_HUE_QUESTION : hue, colour);
}

/* `hue` is that of the outer level, whose face has the colour itself. */
static void apply_level(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour) {
  const bool is_high = hue == CX_HUE_LEVEL_5;
  const CxPaint outer = is_high ? CX_PAINT_BAND_UP2 : CX_PAINT_BAND_DOWN2;
  const CxPaint inner = is_high ? CX_PAINT_BAND_UP1 : CX_PAINT_BAND_DOWN1;
  const CxHue next = is_high ? hue - 1 : hue + 1;
  theme->ground[outer] = tuned_ground(theme, base, base->ground[outer], colour);
  theme->ground[inner] = tuned_ground(theme, base, base->ground[inner], colour);
  tune_hue(theme, hue, base, hue, colour);
  tune_hue(theme, next, base, next, colour);
  *hue_colour(theme, hue, CX_PAINT_MARK) = colour;
}

/* ---- By name ------------------------------------------------------------------------------------------ */

/* `paint` and `hue` are what the name means in a theme. */
static const struct {
  void (*apply)(CxTheme *theme, const CxTheme *base, CxHue hue, CxColour colour);
  CxPaint paint;
  CxHue hue;
} names[CX_COLOUR_END] = {
    [CX_COLOUR_PAPER] = {apply_paper, CX_PAINT_PAPER, CX_HUE_NONE},
    [CX_COLOUR_INK] = {apply_ink, CX_PAINT_INK, CX_HUE_NONE},
    [CX_COLOUR_MUTED] = {apply_muted, CX_PAINT_MUTED, CX_HUE_NONE},
    [CX_COLOUR_HAIRLINE] = {apply_hairline, CX_PAINT_HAIR, CX_HUE_NONE},
    [CX_COLOUR_PRIMARY] = {apply_primary, CX_PAINT_ACCENT, CX_HUE_NONE},
    [CX_COLOUR_ACCENT] = {apply_accent, CX_PAINT_STAR, CX_HUE_NONE},
    [CX_COLOUR_WARNING] = {apply_warning, CX_PAINT_WARN, CX_HUE_NONE},
    [CX_COLOUR_POSITIVE] = {apply_level, CX_PAINT_MARK, CX_HUE_LEVEL_5},
    [CX_COLOUR_NEGATIVE] = {apply_level, CX_PAINT_MARK, CX_HUE_LEVEL_1},
    [CX_COLOUR_STAGE_1] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1},
    [CX_COLOUR_STAGE_1 + 1] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 1},
    [CX_COLOUR_STAGE_1 + 2] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 2},
    [CX_COLOUR_STAGE_1 + 3] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 3},
    [CX_COLOUR_STAGE_1 + 4] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 4},
    [CX_COLOUR_STAGE_1 + 5] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 5},
    [CX_COLOUR_STAGE_1 + 6] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 6},
    [CX_COLOUR_STAGE_8] = {apply_stage, CX_PAINT_MID, CX_HUE_STAGE_1 + 7},
    [CX_COLOUR_ACTION] = {apply_card, CX_PAINT_MARK, CX_HUE_ACTION},
    [CX_COLOUR_TOUCHPOINT] = {apply_card, CX_PAINT_MARK, CX_HUE_TOUCHPOINT},
    [CX_COLOUR_THOUGHT] = {apply_card, CX_PAINT_MARK, CX_HUE_THOUGHT},
    [CX_COLOUR_PAIN] = {apply_card, CX_PAINT_MARK, CX_HUE_PAIN},
    [CX_COLOUR_GAIN] = {apply_card, CX_PAINT_MARK, CX_HUE_GAIN},
    [CX_COLOUR_OPPORTUNITY] = {apply_card, CX_PAINT_MARK, CX_HUE_OPPORTUNITY},
    [CX_COLOUR_FRONTSTAGE] = {apply_card, CX_PAINT_MARK, CX_HUE_FRONTSTAGE},
    [CX_COLOUR_BACKSTAGE] = {apply_card, CX_PAINT_MARK, CX_HUE_BACKSTAGE},
    [CX_COLOUR_SUPPORT] = {apply_card, CX_PAINT_MARK, CX_HUE_SUPPORT},
    [CX_COLOUR_METRIC] = {apply_card, CX_PAINT_MARK, CX_HUE_METRIC},
    [CX_COLOUR_EVIDENCE] = {apply_card, CX_PAINT_MARK, CX_HUE_EVIDENCE},
};

CxColour cx_colour_named(const CxTheme *theme, CxColourName name) {
  return cx_theme_colour(theme, names[name].paint, names[name].hue);
}

void cx_colour_apply(CxTheme *theme, const CxTheme *base, CxColourName name, CxColour colour) {
  names[name].apply(theme, base, names[name].hue, colour);
}
