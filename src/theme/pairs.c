/* Every pair of a text, or a mark, and the ground it stands on that maps use, with the contrast that it needs: what the
 * tests demand of the built-in themes and what own colours are warned about.
 *
 * A row stands for the pairs of several hues where its paints are a hue's.
 */
#include "cxmap/theme.h"

typedef struct Row {
  CxPaint front, back;
  CxHue first, last; /* of whichever paint is a hue's */
  bool is_mark;      /* needs less than text */
  const char *what;
} Row;

#define GROUND CX_HUE_NONE, CX_HUE_NONE
#define CARDS CX_HUE_ACTION, CX_HUE_PHYSICAL
#define STAGES CX_HUE_STAGE_1, CX_HUE_STAGE_10
#define CURVES CX_HUE_CURVE_1, CX_HUE_CURVE_5
#define SCORES CX_HUE_SCORE, CX_HUE_SCORE_CORE
#define LEVEL(number) CX_HUE_LEVEL_1 + (number) + 2, CX_HUE_LEVEL_1 + (number) + 2

static const Row rows[] = {
    {CX_PAINT_INK, CX_PAINT_PAPER, GROUND, false, "text on the paper"},
    {CX_PAINT_MUTED, CX_PAINT_PAPER, GROUND, false, "second text on the paper"},
    {CX_PAINT_INK, CX_PAINT_PANEL, GROUND, false, "text on panels"},
    {CX_PAINT_MUTED, CX_PAINT_PANEL, GROUND, false, "second text on panels"},
    {CX_PAINT_LABEL_TEXT, CX_PAINT_LABEL, GROUND, false, "names of lanes"},
    {CX_PAINT_LABEL_MARK, CX_PAINT_LABEL, GROUND, true, "icons of lanes"},
    {CX_PAINT_PAPER, CX_PAINT_STRONG, GROUND, false, "counts of nobody's answers"},
    {CX_PAINT_STRONG, CX_PAINT_PAPER, GROUND, true, "strong lines on the paper"},
    {CX_PAINT_ACCENT, CX_PAINT_PAPER, GROUND, false, "the line over the title"},
    {CX_PAINT_ACCENT, CX_PAINT_PANEL, GROUND, false, "accents on panels"},
    {CX_PAINT_ACCENT, CX_PAINT_ACCENT_TINT, GROUND, false, "accents on their tint"},
    {CX_PAINT_INK, CX_PAINT_ACCENT_TINT, GROUND, false, "text on the tint of accents"},
    {CX_PAINT_ON_ACCENT, CX_PAINT_ACCENT, GROUND, false, "text on accents"},
    {CX_PAINT_WARN, CX_PAINT_PAPER, GROUND, false, "warnings on the paper"},
    {CX_PAINT_WARN, CX_PAINT_WARN_TINT, GROUND, false, "warnings on their tint"},
    {CX_PAINT_INK, CX_PAINT_WARN_TINT, GROUND, false, "text on the tint of warnings"},
    {CX_PAINT_MUTED, CX_PAINT_WARN_TINT, GROUND, false, "second text on the tint of warnings"},
    {CX_PAINT_ON_WARN, CX_PAINT_WARN, GROUND, false, "text on warnings"},
    {CX_PAINT_STAR, CX_PAINT_PAPER, GROUND, true, "stars on the paper"},
    {CX_PAINT_PAPER, CX_PAINT_INK, GROUND, false, "text and signs on ink"},

    {CX_PAINT_MUTED, CX_PAINT_ACCENT_TINT, GROUND, false, "second text on the tint of accents"},
    {CX_PAINT_PAPER, CX_PAINT_ACCENT, GROUND, false, "numbers of boxes"},
    {CX_PAINT_PAPER, CX_PAINT_WARN, GROUND, false, "numbers of an anti-persona's boxes"},
    {CX_PAINT_FAINT, CX_PAINT_PAPER, GROUND, true, "icons of boxes"},
    {CX_PAINT_MARK, CX_PAINT_PAPER, CX_HUE_PAIN, CX_HUE_GAIN, false, "titles of pains and gains"},
    {CX_PAINT_MARK, CX_PAINT_PANEL, CX_HUE_PAIN, CX_HUE_GAIN, true, "icons of pains and gains"},

    {CX_PAINT_CARD_TEXT, CX_PAINT_FILL, CARDS, false, "text on cards"},
    {CX_PAINT_MARK, CX_PAINT_FILL, CARDS, false, "marks on cards"},
    {CX_PAINT_MUTED, CX_PAINT_FILL, CARDS, false, "notes on cards"},

    {CX_PAINT_ON_TINT, CX_PAINT_TINT, STAGES, false, "names of stages"},
    {CX_PAINT_PAPER, CX_PAINT_DEEP, STAGES, false, "numbers of stages that a page shows"},
    {CX_PAINT_DEEP, CX_PAINT_WASH, STAGES, false, "stages' words under their headers"},
    {CX_PAINT_INK, CX_PAINT_WASH, STAGES, false, "text in columns"},
    {CX_PAINT_MUTED, CX_PAINT_WASH, STAGES, false, "second text in columns"},
    {CX_PAINT_STAR_ON_TINT, CX_PAINT_TINT, STAGES, true, "stars on headers"},
    {CX_PAINT_STAR, CX_PAINT_WASH, STAGES, true, "stars in columns"},
    {CX_PAINT_STRONG, CX_PAINT_WASH, STAGES, true, "arrows in the lanes of flows"},
    {CX_PAINT_PAPER, CX_PAINT_MARK, CX_HUE_PAIN, CX_HUE_PAIN, true, "bolts in their discs"},
    {CX_PAINT_MARK, CX_PAINT_PAPER, CX_HUE_GAIN, CX_HUE_GAIN, false, "the head over countermeasures"},

    {CX_PAINT_INK, CX_PAINT_BAND_UP2, GROUND, false, "comments on the highest band"},
    {CX_PAINT_INK, CX_PAINT_BAND_UP1, GROUND, false, "comments on the high band"},
    {CX_PAINT_INK, CX_PAINT_BAND_DOWN1, GROUND, false, "comments on the low band"},
    {CX_PAINT_INK, CX_PAINT_BAND_DOWN2, GROUND, false, "comments on the lowest band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_UP2, CURVES, false, "a persona's curve and comments on the highest band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_UP1, CURVES, false, "a persona's curve and comments on the high band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_DOWN1, CURVES, false, "a persona's curve and comments on the low band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_DOWN2, CURVES, false, "a persona's curve and comments on the lowest band"},
    {CX_PAINT_PAPER, CX_PAINT_MARK, CURVES, false, "a persona's initials"},
    {CX_PAINT_PAPER, CX_PAINT_MARK, CX_HUE_LEVEL_1, CX_HUE_LEVEL_5, true, "features of faces"},
    {CX_PAINT_MARK, CX_PAINT_BAND_DOWN2, LEVEL(-2), true, "the angry face on its band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_DOWN1, LEVEL(-1), true, "the frustrated face on its band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_UP1, LEVEL(0), true, "the neutral face on its band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_UP1, LEVEL(1), true, "the happy face on its band"},
    {CX_PAINT_MARK, CX_PAINT_BAND_UP2, LEVEL(2), true, "the delighted face on its band"},
    {CX_PAINT_DEEP, CX_PAINT_BAND_DOWN2, LEVEL(-2), false, "the label of the low"},
    {CX_PAINT_DEEP, CX_PAINT_BAND_UP2, LEVEL(2), false, "the label of the peak"},

    {CX_PAINT_DEEP, CX_PAINT_TINT, SCORES, false, "scores in hexagons"},
    {CX_PAINT_DEEP, CX_PAINT_PANEL, SCORES, false, "scores beside what fills their hexagons"},
    {CX_PAINT_DEEP, CX_PAINT_PAPER, SCORES, false, "scores on the paper"},
    {CX_PAINT_INK, CX_PAINT_TINT, SCORES, false, "names in hexagons"},
    {CX_PAINT_PAPER, CX_PAINT_MARK, LEVEL(-2), false, "the share of low answers"},
    {CX_PAINT_INK, CX_PAINT_TRACK, GROUND, false, "the share of middle answers"},
    {CX_PAINT_PAPER, CX_PAINT_MARK, LEVEL(2), false, "the share of high answers"},
};

static void add_pair(CxArena *arena, const CxTheme *theme, const Row *row, CxHue hue, CxPairs *pairs) {
  const CxColour front = cx_theme_colour(theme, row->front, hue), back = cx_theme_colour(theme, row->back, hue);
  *cx_list_add(arena, pairs) = (CxContrast){.front = row->front,
                                            .back = row->back,
                                            .hue = hue,
                                            .what = row->what,
                                            .ratio = cx_colour_contrast(front, back),
                                            .needed = row->is_mark ? 3 : theme->text_contrast};
}

void cx_theme_pairs(CxArena *arena, const CxTheme *theme, CxPairs *pairs) {
  /* The one ground that differs from theme to theme in more than its colour. */
  const Row elsewhere = {CX_PAINT_MUTED, theme->looks[CX_LOOK_ELSEWHERE].fill, GROUND, false,
                         "numbers of stages on other pages"};
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    for (CxHue hue = rows[i].first; hue <= rows[i].last; hue++) add_pair(arena, theme, &rows[i], hue, pairs);
  add_pair(arena, theme, &elsewhere, CX_HUE_NONE, pairs);
}
