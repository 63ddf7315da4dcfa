/* The contrast theme: text of at least 7 to 1, heavy lines, white cards outlined in the tone of their role. A stage's
 * tone is its header's ground and its text on paper alike, so the text on the header is white.
 */
#include "palette.h"

#define ROLE(tone) CARD(0xFFFFFF, tone, tone)
#define DARK_STAGE(tone)                                                                                               \
  {                                                                                                                    \
    OF(WASH) = RGB(0xFFFFFF), OF(TINT) = RGB(tone), OF(MID) = RGB(tone), OF(DEEP) = RGB(tone),                         \
    OF(ON_TINT) = RGB(0xFFFFFF)                                                                                        \
  }

static void thicken(CxLookStyle *look, CxPaint stroke) {
  look->stroke = stroke;
  look->stroke_width = 1.5;
}

static void change(CxTheme *theme) {
  static const CxPattern band = {.kind = CX_PATTERN_SOLID, .width = 5};
  CxLookStyle *looks = theme->looks;
  thicken(&looks[CX_LOOK_CARD], CX_PAINT_STROKE);
  thicken(&looks[CX_LOOK_CHIP], CX_PAINT_STROKE);
  thicken(&looks[CX_LOOK_TILE], CX_PAINT_STROKE);
  thicken(&looks[CX_LOOK_PANEL], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_BAND], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_BAND_WARN], CX_PAINT_WARN);
  thicken(&looks[CX_LOOK_SIDE], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_SIDE_WARN], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_VOICE], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_CLOSING], CX_PAINT_INK);
  thicken(&looks[CX_LOOK_BOX], CX_PAINT_TINT);
  thicken(&looks[CX_LOOK_FLOW_LANE], CX_PAINT_TINT);
  looks[CX_LOOK_ELSEWHERE].fill = CX_PAINT_PAPER;
  looks[CX_LOOK_ELSEWHERE].stroke = CX_PAINT_INK;
  looks[CX_LOOK_ELSEWHERE].stroke_width = 1;
  looks[CX_LOOK_DISC].stroke_width = 0.75;
  looks[CX_LOOK_WASH].divider = CX_PAINT_GRID;
  theme->sizes.curve_width = 2.75;
  theme->sizes.curve_under = 5.15;
  theme->sizes.hair = 1.25;
  theme->bands[CX_HUE_PAIN] = theme->bands[CX_HUE_GAIN] = theme->bands[CX_HUE_OPPORTUNITY] = band;
  theme->text_contrast = 7;
}

const CxVariant cx_theme_contrast = {
    .name = "contrast",

    .ground =
        {
            [CX_PAINT_PAPER] = RGB(0xFFFFFF),       [CX_PAINT_PANEL] = RGB(0xFFFFFF),
            [CX_PAINT_LABEL] = RGB(0x000000),       [CX_PAINT_LABEL_TEXT] = RGB(0xFFFFFF),
            [CX_PAINT_LABEL_MARK] = RGB(0xFFFFFF),  [CX_PAINT_INK] = RGB(0x000000),
            [CX_PAINT_MUTED] = RGB(0x000000),       [CX_PAINT_FAINT] = RGB(0x000000),
            [CX_PAINT_HAIR] = RGB(0x000000),        [CX_PAINT_GRID] = RGB(0x000000),
            [CX_PAINT_TRACK] = RGB(0x969696),       [CX_PAINT_RULE] = RGB(0x000000),
            [CX_PAINT_STRONG] = RGB(0x000000),      [CX_PAINT_ACCENT] = RGB(0x002F7A),
            [CX_PAINT_ACCENT_TINT] = RGB(0xFFFFFF), [CX_PAINT_ON_ACCENT] = RGB(0xFFFFFF),
            [CX_PAINT_WARN] = RGB(0x7A0000),        [CX_PAINT_WARN_TINT] = RGB(0xFFFFFF),
            [CX_PAINT_WARN_MID] = RGB(0x7A0000),    [CX_PAINT_ON_WARN] = RGB(0xFFFFFF),
            [CX_PAINT_STAR] = RGB(0x5C3A00),        [CX_PAINT_STAR_ON_TINT] = RGB(0xFFE100),
            [CX_PAINT_CARD_TEXT] = RGB(0x000000),   [CX_PAINT_BAND_UP2] = RGB(0xDDF2E4),
            [CX_PAINT_BAND_UP1] = RGB(0xEEF9F1),    [CX_PAINT_BAND_DOWN1] = RGB(0xFFF0EA),
            [CX_PAINT_BAND_DOWN2] = RGB(0xFFDDD3),  [CX_PAINT_WARN_HAIR] = RGB(0x000000),
        },

    .hues =
        {
            [CX_HUE_ACTION] = ROLE(0x000000),
            [CX_HUE_GOAL] = ROLE(0x002F7A),
            [CX_HUE_TOUCHPOINT] = ROLE(0x002F7A),
            [CX_HUE_THOUGHT] = ROLE(0x4A0D86),
            [CX_HUE_PAIN] = ROLE(0x8A0000),
            [CX_HUE_GAIN] = ROLE(0x00491F),
            [CX_HUE_OPPORTUNITY] = ROLE(0x5C3A00),
            [CX_HUE_QUESTION] = ROLE(0x002F7A),
            [CX_HUE_FRONTSTAGE] = ROLE(0x003F5C),
            [CX_HUE_BACKSTAGE] = ROLE(0x3A1278),
            [CX_HUE_SUPPORT] = ROLE(0x000000),
            [CX_HUE_METRIC] = ROLE(0x002F7A),
            [CX_HUE_EVIDENCE] = ROLE(0x000000),
            [CX_HUE_PHYSICAL] = ROLE(0x5C3A00),

            [CX_HUE_STAGE_1] = DARK_STAGE(0x0C335F),
            [CX_HUE_STAGE_1 + 1] = DARK_STAGE(0x003B53),
            [CX_HUE_STAGE_1 + 2] = DARK_STAGE(0x00403B),
            [CX_HUE_STAGE_1 + 3] = DARK_STAGE(0x003F1D),
            [CX_HUE_STAGE_1 + 4] = DARK_STAGE(0x2F3800),
            [CX_HUE_STAGE_1 + 5] = DARK_STAGE(0x4A2B00),
            [CX_HUE_STAGE_1 + 6] = DARK_STAGE(0x562001),
            [CX_HUE_STAGE_1 + 7] = DARK_STAGE(0x571A2A),
            [CX_HUE_STAGE_1 + 8] = DARK_STAGE(0x412354),
            [CX_HUE_STAGE_10] = DARK_STAGE(0x2B2B5F),

            [CX_HUE_CURVE_1] = CURVE(0x002F7A),
            [CX_HUE_CURVE_1 + 1] = CURVE(0x8A0000),
            [CX_HUE_CURVE_1 + 2] = CURVE(0x00491F),
            [CX_HUE_CURVE_1 + 3] = CURVE(0x4A0D86),
            [CX_HUE_CURVE_5] = CURVE(0x000000),

            [CX_HUE_LEVEL_1] = LEVEL(0x8A0000, 0x8A0000, 0xFFDDD3),
            [CX_HUE_LEVEL_1 + 1] = LEVEL(0x8A0000, 0x8A0000, 0xFFF0EA),
            [CX_HUE_LEVEL_1 + 2] = LEVEL(0x000000, 0x000000, 0xEDEDED),
            [CX_HUE_LEVEL_1 + 3] = LEVEL(0x00491F, 0x00491F, 0xEEF9F1),
            [CX_HUE_LEVEL_5] = LEVEL(0x00491F, 0x00491F, 0xDDF2E4),

            [CX_HUE_SCORE] = SCORE(0xDDF2E4, 0x00491F, 0x00491F),
            [CX_HUE_SCORE_LOW] = SCORE(0xFFDDD3, 0x7A0000, 0x7A0000),
            [CX_HUE_SCORE_CORE] = SCORE(0xDCE6F5, 0x002F7A, 0x002F7A),
        },

    .change = change,
};
