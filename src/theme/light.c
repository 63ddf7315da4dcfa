/* The light theme: every token with its value. Lengths are points, colours sRGB; docs/ARCHITECTURE.md says where the
 * values come from. Other themes begin as a copy of this one and differ in colours and looks.
 */
#include "themes.h"

#define RGB(rgb)                                                                                                       \
  { ((rgb) >> 16) & 255, ((rgb) >> 8) & 255, (rgb)&255, 255 }
#define NONE                                                                                                           \
  { 0 }

/* The colours of a hue, in the order of CxPaint: wash, tint, mid, deep, fill, stroke, mark. */
#define CARD(fill, stroke, mark)                                                                                       \
  { NONE, NONE, NONE, NONE, RGB(fill), RGB(stroke), RGB(mark) }
#define STAGE(wash, tint, mid, deep)                                                                                   \
  { RGB(wash), RGB(tint), RGB(mid), RGB(deep), NONE, NONE, NONE }
#define CURVE(mark)                                                                                                    \
  { NONE, NONE, NONE, NONE, NONE, NONE, RGB(mark) }
#define LEVEL(mark, deep, tint)                                                                                        \
  { NONE, RGB(tint), NONE, RGB(deep), NONE, NONE, RGB(mark) }

const CxTheme cx_theme_light =
    {
        .name = "light",
        .family = "Noto Sans",

        .fonts =
            {
                [CX_FONT_DISPLAY] = {.size = 46, .is_bold = true, .line = 54, .line_tall = 58},
                [CX_FONT_FIGURE] = {.size = 28, .is_bold = true, .line = 36, .line_tall = 40},
                [CX_FONT_TITLE] = {.size = 24, .is_bold = true, .line = 30, .line_tall = 34},
                [CX_FONT_NAME] = {.size = 19, .is_bold = true, .line = 26, .line_tall = 29},
                [CX_FONT_QUOTE] = {.size = 16, .line = 22, .line_tall = 26},
                [CX_FONT_BOX] = {.size = 14, .is_bold = true, .line = 20, .line_tall = 22},
                [CX_FONT_THEME] = {.size = 13, .is_bold = true, .line = 18, .line_tall = 20},
                [CX_FONT_STAGE] = {.size = 12.5, .is_bold = true, .line = 17.5, .line_tall = 19.5},
                [CX_FONT_STAGE_NUMBER] = {.size = 12.5, .line = 17.5, .line_tall = 19.5},
                [CX_FONT_METRIC] = {.size = 12, .is_bold = true, .line = 16, .line_tall = 18},
                [CX_FONT_LENS_NAME] = {.size = 11, .is_bold = true, .line = 15, .line_tall = 16.5},
                [CX_FONT_LENS_QUOTE] = {.size = 9.5, .is_italic = true, .line = 13.5, .line_tall = 15},
                [CX_FONT_LANE] = {.size = 10.5, .is_bold = true, .line = 13.5, .line_tall = 15},
                [CX_FONT_BODY] = {.size = 10, .line = 14, .line_tall = 15.5},
                [CX_FONT_BODY_STRONG] = {.size = 10, .is_bold = true, .line = 14, .line_tall = 15.5},
                [CX_FONT_ITEM] = {.size = 9, .line = 12.5, .line_tall = 14},
                [CX_FONT_STEP] = {.size = 9, .is_bold = true, .line = 12.5, .line_tall = 14},
                [CX_FONT_NOTE] = {.size = 8.5, .line = 11.5, .line_tall = 13},
                [CX_FONT_NOTE_STRONG] = {.size = 8.5, .is_bold = true, .line = 11.5, .line_tall = 13},
                [CX_FONT_CAPTION] = {.size = 8, .line = 11, .line_tall = 12.5},
                [CX_FONT_CAPTION_STRONG] = {.size = 8, .is_bold = true, .line = 11, .line_tall = 12.5},
                [CX_FONT_OVERLINE] = {.size = 8, .is_bold = true, .line = 11, .line_tall = 12.5, .tracking = 0.3},
                [CX_FONT_META] = {.size = 7.5, .is_bold = true, .line = 10.5, .line_tall = 12},
                [CX_FONT_HEADING] = {.size = 7.5, .is_bold = true, .line = 10.5, .line_tall = 12, .tracking = 0.25},
                [CX_FONT_META_PLAIN] = {.size = 7.5, .line = 10.5, .line_tall = 12},
                [CX_FONT_FOOTER] = {.size = 7, .line = 10, .line_tall = 11},
                [CX_FONT_MARK] = {.size = 6.5, .is_bold = true, .line = 8, .line_tall = 9},
                [CX_FONT_INITIALS] = {.size = 18, .is_bold = true, .line = 25, .line_tall = 28},
            },

        .spaces = {0, 4, 5, 8, 12, 16, 24, 32},

        /* Paddings: top, right, bottom, left. */
        .looks =
            {
                [CX_LOOK_CARD] = {.padding = {5, 8, 5, 8},
                                  .radius = 3,
                                  .fill = CX_PAINT_FILL,
                                  .stroke = CX_PAINT_STROKE,
                                  .stroke_width = 0.75},
                [CX_LOOK_PLAIN] = {.padding = {0, 4, 0, 4}},
                [CX_LOOK_CHIP] = {.padding = {3.5, 8, 3.5, 7},
                                  .shape = CX_SHAPE_PILL,
                                  .min_height = 20,
                                  .fill = CX_PAINT_FILL,
                                  .stroke = CX_PAINT_STROKE,
                                  .stroke_width = 0.75},
                [CX_LOOK_PILL] = {.padding = {2, 6, 2, 6},
                                  .shape = CX_SHAPE_PILL,
                                  .fill = CX_PAINT_PAPER,
                                  .stroke = CX_PAINT_RULE,
                                  .stroke_width = 0.75},
                [CX_LOOK_TILE] = {.padding = {4, 8, 3.75, 8},
                                  .radius = 3,
                                  .min_height = 44,
                                  .fill = CX_PAINT_FILL,
                                  .stroke = CX_PAINT_STROKE,
                                  .stroke_width = 0.75},
                [CX_LOOK_PANEL] = {.padding = {12, 16, 10, 16}, .radius = 4, .fill = CX_PAINT_PANEL},
                [CX_LOOK_LABEL] = {.padding = {9, 9, 9, 9}, .radius = 3, .fill = CX_PAINT_LABEL},
                [CX_LOOK_CHEVRON] =
                    {.padding = {5, 15, 5, 16}, .shape = CX_SHAPE_CHEVRON, .min_height = 34, .fill = CX_PAINT_TINT},
                [CX_LOOK_HERE] =
                    {.padding = {0, 4, 0, 7}, .shape = CX_SHAPE_CHEVRON, .min_height = 13, .fill = CX_PAINT_DEEP},
                [CX_LOOK_ELSEWHERE] =
                    {.padding = {0, 4, 0, 7}, .shape = CX_SHAPE_CHEVRON, .min_height = 13, .fill = CX_PAINT_HAIR},
                [CX_LOOK_WASH] = {.fill = CX_PAINT_WASH},
                [CX_LOOK_DISC] = {.shape = CX_SHAPE_PILL, .min_height = 9.4, .fill = CX_PAINT_FILL},
                [CX_LOOK_FAIL] =
                    {.shape = CX_SHAPE_OCTAGON, .fill = CX_PAINT_WARN, .stroke = CX_PAINT_PAPER, .stroke_width = 1.2},
                [CX_LOOK_WAIT] = {.shape = CX_SHAPE_PILL, .fill = CX_PAINT_INK},
                [CX_LOOK_TIME] = {.padding = {1.5, 5, 1.5, 1.5},
                                  .shape = CX_SHAPE_PILL,
                                  .fill = CX_PAINT_PAPER,
                                  .stroke = CX_PAINT_INK,
                                  .stroke_width = 1},
                [CX_LOOK_HEAD] = {.padding = {6.25, 8, 6.25, 30}},
                [CX_LOOK_STEP] = {.padding = {5.75, 5, 5.75, 9}, .min_height = 24},
                [CX_LOOK_DECISION] = {.padding = {4, 4, 4, 4},
                                      .shape = CX_SHAPE_DIAMOND,
                                      .fill = CX_PAINT_FILL,
                                      .stroke = CX_PAINT_MARK,
                                      .stroke_width = 1.25},
                [CX_LOOK_IDEA] = {.padding = {3.5, 3.5, 3.5, 3.5},
                                  .shape = CX_SHAPE_PILL,
                                  .min_height = 18,
                                  .fill = CX_PAINT_FILL,
                                  .stroke = CX_PAINT_MARK,
                                  .stroke_width = 1.1},
            },

        .strokes =
            {
                [CX_STROKE_HAIR] = {CX_PAINT_HAIR, 0.75, {.count = 0}},
                [CX_STROKE_INTERACTION] = {CX_PAINT_INK, 1.25, {.lengths = {8, 4}, .count = 2}},
                [CX_STROKE_VISIBILITY] = {CX_PAINT_INK, 2.25, {.count = 0}},
                [CX_STROKE_INTERNAL] = {CX_PAINT_INK, 1.25, {.lengths = {2, 3.5}, .count = 2}},
                [CX_STROKE_EDGE] = {CX_PAINT_STRONG, 1.15, {.count = 0}},
                [CX_STROKE_EDGE_QUIET] = {CX_PAINT_FAINT, 1, {.count = 0}},
                [CX_STROKE_EDGE_DASHED] = {CX_PAINT_STRONG, 1.15, {.lengths = {4, 3}, .count = 2}},
                [CX_STROKE_EDGE_DOTTED] = {CX_PAINT_STRONG, 1.3, {{0.1, 2.9}, .count = 2, .has_round_caps = true}},
            },

        .sizes =
            {
                .margin = 32,
                .title_gap = 16.75,
                .footer = 28,
                .column_min = 96,
                .column_best = 110,
                .column_wide = 150,
                .label_column = 120,
                .label_column_tall = 104,
                .label_gap = 8,
                .stage_gap = 8,
                .cell_inset = 5,
                .lane_pad = 7,
                .lane_gap = 3,
                .chevron_nose = 7,
                .step_row = 24,
                .mark_icon = 11,
                .mark_indent = 15,
                .chip_icon = 13,
                .lane_icon = 15,
                .lane_icon_gap = 6,
                .evidence_radius = 4.7,
                .evidence_rise = 0.52,
                .evidence_gap = 7,
                .evidence_step = 10.2,
                .star_radius = 7.5,
                .disc_radius = 20,
                .face_radius = 9,
                .face_halo = 1.6,
                .face_step = 21,
                .legend_face_radius = 7,
                .level_step = 28,
                .level_above = 50,
                .level_below = 52,
                .curve_width = 2,
                .curve_under = 4.4,
                .comment_gap = 14,
                .comment_inset = 14,
                .hair = 0.75,
                .neutral = 0.9,
                .dotted = 0.6,
                .icon_stroke = 1.75,
                .icon_stroke_small = 2,
                .meter_height = 3,
                .meter_target = 8,
                .meter_target_width = 1.25,
                .blueprint_column_min = 156,
                .blueprint_column_best = 166,
                .blueprint_column_wide = 186,
                .blueprint_label_gap = 10,
                .blueprint_inset = 13,
                .blueprint_card = 36,
                .divider_row = 42,
                .badge = 18,
                .badge_room = 3,
                .edge_corner = 4,
                .edge_head = 5.5,
                .edge_clear = 8,
                .edge_track = 6,
                .decision_width = 120,
                .decision_height = 68,
                .page_ratio = 1.4,
            },

        .ground =
            {
                [CX_PAINT_PAPER] = RGB(0xFFFFFF),      [CX_PAINT_PANEL] = RGB(0xF5F7F9),
                [CX_PAINT_LABEL] = RGB(0xEEF1F5),      [CX_PAINT_LABEL_TEXT] = RGB(0x18212C),
                [CX_PAINT_INK] = RGB(0x18212C),        [CX_PAINT_MUTED] = RGB(0x4F5B69),
                [CX_PAINT_FAINT] = RGB(0x6B7786),      [CX_PAINT_HAIR] = RGB(0xDBE1E8),
                [CX_PAINT_RULE] = RGB(0xAEB8C4),       [CX_PAINT_STRONG] = RGB(0x566270),
                [CX_PAINT_ACCENT] = RGB(0x1D4F91),     [CX_PAINT_ACCENT_TINT] = RGB(0xE4EDF8),
                [CX_PAINT_ON_ACCENT] = RGB(0xFFFFFF),  [CX_PAINT_WARN] = RGB(0x9C2A1C),
                [CX_PAINT_WARN_TINT] = RGB(0xFBE9E4),  [CX_PAINT_WARN_MID] = RGB(0xD9705E),
                [CX_PAINT_ON_WARN] = RGB(0xFFFFFF),    [CX_PAINT_STAR] = RGB(0xB45F06),
                [CX_PAINT_CARD_TEXT] = RGB(0x18212C),  [CX_PAINT_BAND_UP2] = RGB(0xE3F9F3),
                [CX_PAINT_BAND_UP1] = RGB(0xF3FDF9),   [CX_PAINT_BAND_DOWN1] = RGB(0xFFF9F3),
                [CX_PAINT_BAND_DOWN2] = RGB(0xFFEEE9),
            },

        /* The stages' hues are made in OKLCH: wash L .982 C .008, tint L .925 C .045, mid L .68 C .10, deep L .395 C
         * .085 at the angles 255, 222, 188, 155, 118, 80, 45, 8, 310, 280; so all tints have the same grey value. */
        .hues =
            {
                [CX_HUE_ACTION] = CARD(0xFFFFFF, 0xCBD3DC, 0x4F5B69),
                [CX_HUE_GOAL] = CARD(0xFFFFFF, 0xCBD3DC, 0x1D4F91),
                [CX_HUE_TOUCHPOINT] = CARD(0xFFFFFF, 0xB4C0CE, 0x1D4F91),
                [CX_HUE_THOUGHT] = CARD(0xEEECFF, 0xC7C3E2, 0x4F3F83),
                [CX_HUE_PAIN] = CARD(0xFFE5E1, 0xE8BBB6, 0x9A2929),
                [CX_HUE_GAIN] = CARD(0xD7F8E8, 0xA2D5BD, 0x095B41),
                [CX_HUE_OPPORTUNITY] = CARD(0xFFEEBC, 0xE4C474, 0x6B5100),
                [CX_HUE_QUESTION] = CARD(0xE7F1FF, 0xB9C9DE, 0x1D4D87),
                [CX_HUE_FRONTSTAGE] = CARD(0xD9F4FF, 0xA6CFE0, 0x00566E),
                [CX_HUE_BACKSTAGE] = CARD(0xE8E9FF, 0xC3C4E5, 0x484381),
                [CX_HUE_SUPPORT] = CARD(0xE5EAF0, 0xC1C8D1, 0x3D4958),
                [CX_HUE_METRIC] = CARD(0xFFFFFF, 0xCBD3DC, 0x1D4F91),
                [CX_HUE_EVIDENCE] = CARD(0xE3E8EE, 0xAEB8C4, 0x39444F),
                [CX_HUE_PHYSICAL] = CARD(0xFBEEDF, 0xD8C4AD, 0x684821),

                [CX_HUE_STAGE_1] = STAGE(0xF6F9FF, 0xD3E8FF, 0x6D9BD5, 0x244773),
                [CX_HUE_STAGE_1 + 1] = STAGE(0xF4FAFD, 0xC7EEFC, 0x45A6C4, 0x005067),
                [CX_HUE_STAGE_1 + 2] = STAGE(0xF3FBFA, 0xC5F1EC, 0x3DACA4, 0x00544F),
                [CX_HUE_STAGE_1 + 3] = STAGE(0xF5FBF7, 0xD0F0D9, 0x62AB7D, 0x155331),
                [CX_HUE_STAGE_1 + 4] = STAGE(0xF8FAF4, 0xE3EBC9, 0x93A157, 0x434C0B),
                [CX_HUE_STAGE_1 + 5] = STAGE(0xFCF9F3, 0xF6E4C5, 0xB9914B, 0x5E4000),
                [CX_HUE_STAGE_1 + 6] = STAGE(0xFEF8F5, 0xFFDECE, 0xCC8463, 0x6B351C),
                [CX_HUE_STAGE_1 + 7] = STAGE(0xFEF7F8, 0xFFDAE0, 0xCD7E8C, 0x6C313E),
                [CX_HUE_STAGE_1 + 8] = STAGE(0xFBF8FD, 0xEFDEFD, 0xAB87C7, 0x543868),
                [CX_HUE_STAGE_10] = STAGE(0xF8F9FF, 0xE0E4FF, 0x8C91D5, 0x3E4073),

                [CX_HUE_CURVE_1] = CURVE(0x1D4F91),
                [CX_HUE_CURVE_1 + 1] = CURVE(0xA2421A),
                [CX_HUE_CURVE_1 + 2] = CURVE(0x2F6B3A),
                [CX_HUE_CURVE_1 + 3] = CURVE(0x6A3D9A),
                [CX_HUE_CURVE_5] = CURVE(0x3C4754),

                [CX_HUE_LEVEL_1] = LEVEL(0xAC2722, 0x942318, 0xFFD0C7),
                [CX_HUE_LEVEL_1 + 1] = LEVEL(0xB55E1C, 0x874814, 0xFFE7D3),
                [CX_HUE_LEVEL_1 + 2] = LEVEL(0x667282, 0x4F5B69, 0xEDF0F3),
                [CX_HUE_LEVEL_1 + 3] = LEVEL(0x30845A, 0x1D6044, 0xD4F6E6),
                [CX_HUE_LEVEL_5] = LEVEL(0x006C5F, 0x005B50, 0xB0EDDE),
            },
};
