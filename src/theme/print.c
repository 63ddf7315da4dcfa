/* The print theme: black ink only. What colours say elsewhere, marks, outlines, dashes and patterns say here: cards
 * carry a band at their start edge, the lowest part of the emotion lane is hatched, comments stand clear of it on
 * white.
 */
#include "palette.h"

#define WHITE_CARD CARD(0xFFFFFF, 0x555555, 0x000000)
#define WHITE_STAGE STAGE(0xFFFFFF, 0xFFFFFF, 0x808080, 0x000000)
#define BLACK_LEVEL LEVEL(0x000000, 0x000000, 0xFFFFFF)

static void change(CxTheme *theme) {
  CxLookStyle *looks = theme->looks;
  looks[CX_LOOK_LABEL].stroke = CX_PAINT_STRONG;
  looks[CX_LOOK_LABEL].stroke_width = 0.9;
  looks[CX_LOOK_FLOW_LANE].stroke = looks[CX_LOOK_FLOW_LABEL].stroke = CX_PAINT_STRONG;
  looks[CX_LOOK_FLOW_LANE].stroke_width = looks[CX_LOOK_FLOW_LABEL].stroke_width = 0.9;
  looks[CX_LOOK_PANEL].stroke = CX_PAINT_RULE;
  looks[CX_LOOK_PANEL].stroke_width = 0.75;
  looks[CX_LOOK_SIDE].stroke = looks[CX_LOOK_SIDE_WARN].stroke = CX_PAINT_RULE;
  looks[CX_LOOK_SIDE].stroke_width = looks[CX_LOOK_SIDE_WARN].stroke_width = 0.75;
  looks[CX_LOOK_VOICE].stroke = CX_PAINT_RULE;
  looks[CX_LOOK_VOICE].stroke_width = 0.75;
  looks[CX_LOOK_CLOSING].stroke = CX_PAINT_STRONG;
  looks[CX_LOOK_CLOSING].stroke_width = 0.9;
  looks[CX_LOOK_BOX].stroke = CX_PAINT_INK;
  looks[CX_LOOK_BOX].stroke_width = 1;
  looks[CX_LOOK_QUADRANT].stroke = CX_PAINT_RULE;
  looks[CX_LOOK_BAND].stroke = looks[CX_LOOK_BAND_WARN].stroke = CX_PAINT_RULE;
  looks[CX_LOOK_BAND].stroke_width = looks[CX_LOOK_BAND_WARN].stroke_width = 0.75;
  looks[CX_LOOK_CHEVRON].stroke = CX_PAINT_INK;
  looks[CX_LOOK_CHEVRON].stroke_width = 1;
  looks[CX_LOOK_ELSEWHERE].fill = CX_PAINT_PAPER;
  looks[CX_LOOK_ELSEWHERE].stroke = CX_PAINT_FAINT;
  looks[CX_LOOK_ELSEWHERE].stroke_width = 0.6;
  looks[CX_LOOK_DISC].stroke_width = 0.6;
  looks[CX_LOOK_WASH].divider = CX_PAINT_GRID;
  looks[CX_LOOK_COMMENT] = (CxLookStyle){.padding = {1, 3, 1, 3}, .fill = CX_PAINT_PAPER};
  theme->sizes.curve_width = 1.75;
  theme->sizes.curve_under = 4.15;
  theme->low_pattern = (CxPattern){.kind = CX_PATTERN_HATCH, .size = 0.5, .step = 9};
  theme->bands[CX_HUE_PAIN] = (CxPattern){.kind = CX_PATTERN_HATCH, .width = 5, .size = 0.7, .step = 2.4, .edge = 0.75};
  theme->bands[CX_HUE_GAIN] = (CxPattern){.kind = CX_PATTERN_DOTS, .width = 5, .size = 0.8, .step = 3.4, .edge = 0.75};
  theme->bands[CX_HUE_OPPORTUNITY] = (CxPattern){.kind = CX_PATTERN_SOLID, .width = 3.5};
}

const CxVariant cx_theme_print = {
    .name = "print",

    .ground =
        {
            [CX_PAINT_PAPER] = RGB(0xFFFFFF),       [CX_PAINT_PANEL] = RGB(0xFFFFFF),
            [CX_PAINT_LABEL] = RGB(0xFFFFFF),       [CX_PAINT_LABEL_TEXT] = RGB(0x000000),
            [CX_PAINT_LABEL_MARK] = RGB(0x000000),  [CX_PAINT_INK] = RGB(0x000000),
            [CX_PAINT_MUTED] = RGB(0x333333),       [CX_PAINT_FAINT] = RGB(0x444444),
            [CX_PAINT_HAIR] = RGB(0xB3B3B3),        [CX_PAINT_GRID] = RGB(0x808080),
            [CX_PAINT_TRACK] = RGB(0xB3B3B3),       [CX_PAINT_RULE] = RGB(0x808080),
            [CX_PAINT_STRONG] = RGB(0x000000),      [CX_PAINT_ACCENT] = RGB(0x000000),
            [CX_PAINT_ACCENT_TINT] = RGB(0xFFFFFF), [CX_PAINT_ON_ACCENT] = RGB(0xFFFFFF),
            [CX_PAINT_WARN] = RGB(0x000000),        [CX_PAINT_WARN_TINT] = RGB(0xFFFFFF),
            [CX_PAINT_WARN_MID] = RGB(0x000000),    [CX_PAINT_ON_WARN] = RGB(0xFFFFFF),
            [CX_PAINT_STAR] = RGB(0x000000),        [CX_PAINT_STAR_ON_TINT] = RGB(0x000000),
            [CX_PAINT_CARD_TEXT] = RGB(0x000000),   [CX_PAINT_BAND_UP2] = RGB(0xFFFFFF),
            [CX_PAINT_BAND_UP1] = RGB(0xFFFFFF),    [CX_PAINT_BAND_DOWN1] = RGB(0xFFFFFF),
            [CX_PAINT_BAND_DOWN2] = RGB(0xFFFFFF),  [CX_PAINT_BAND_HATCH] = RGB(0xC4C4C4),
            [CX_PAINT_WARN_HAIR] = RGB(0xB3B3B3),
        },

    .hues =
        {
            [CX_HUE_ACTION] = WHITE_CARD,
            [CX_HUE_GOAL] = WHITE_CARD,
            [CX_HUE_TOUCHPOINT] = WHITE_CARD,
            [CX_HUE_THOUGHT] = WHITE_CARD,
            [CX_HUE_PAIN] = WHITE_CARD,
            [CX_HUE_GAIN] = WHITE_CARD,
            [CX_HUE_OPPORTUNITY] = WHITE_CARD,
            [CX_HUE_QUESTION] = WHITE_CARD,
            [CX_HUE_FRONTSTAGE] = WHITE_CARD,
            [CX_HUE_BACKSTAGE] = WHITE_CARD,
            [CX_HUE_SUPPORT] = WHITE_CARD,
            [CX_HUE_METRIC] = WHITE_CARD,
            [CX_HUE_EVIDENCE] = WHITE_CARD,
            [CX_HUE_PHYSICAL] = WHITE_CARD,

            [CX_HUE_STAGE_1] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 1] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 2] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 3] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 4] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 5] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 6] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 7] = WHITE_STAGE,
            [CX_HUE_STAGE_1 + 8] = WHITE_STAGE,
            [CX_HUE_STAGE_10] = WHITE_STAGE,

            [CX_HUE_CURVE_1] = CURVE(0x000000),
            [CX_HUE_CURVE_1 + 1] = CURVE(0x000000),
            [CX_HUE_CURVE_1 + 2] = CURVE(0x000000),
            [CX_HUE_CURVE_1 + 3] = CURVE(0x000000),
            [CX_HUE_CURVE_5] = CURVE(0x000000),

            [CX_HUE_LEVEL_1] = BLACK_LEVEL,
            [CX_HUE_LEVEL_1 + 1] = BLACK_LEVEL,
            [CX_HUE_LEVEL_1 + 2] = BLACK_LEVEL,
            [CX_HUE_LEVEL_1 + 3] = BLACK_LEVEL,
            [CX_HUE_LEVEL_5] = BLACK_LEVEL,

            [CX_HUE_SCORE] = SCORE(0xE4E4E4, 0x000000, 0x000000),
            [CX_HUE_SCORE_LOW] = SCORE(0xE4E4E4, 0x000000, 0x000000),
            [CX_HUE_SCORE_CORE] = SCORE(0xE4E4E4, 0x000000, 0x000000),
        },

    .change = change,
};
