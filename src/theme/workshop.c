/* The workshop theme: sticky notes on packing paper, square, without outlines, their far lower corner folded. Hues that
 * have no fold are no notes but parts of a blueprint.
 */
#include "palette.h"

/* A note: fill, mark, folded corner. */
#define NOTE(fill, mark, fold)                                                                                         \
  { OF(FILL) = RGB(fill), OF(MARK) = RGB(mark), OF(FOLD) = RGB(fold) }
#define SHEET(tint, deep)                                                                                              \
  { OF(WASH) = RGB(0xF3EFE7), OF(TINT) = RGB(tint), OF(DEEP) = RGB(deep), OF(ON_TINT) = RGB(deep) }

static void add_shade(CxLookStyle *look, double forward, double down) {
  look->shade = (CxPoint){forward, down};
  look->padding.right += forward;
  look->padding.bottom += down;
  if (look->min_height > 0) look->min_height += down;
}

static void make_note(CxLookStyle *look) {
  look->padding.top = 7;
  look->padding.bottom = 10;
  look->radius = 0;
  look->stroke = CX_PAINT_NONE;
  look->stroke_width = 0;
  look->fold = 9;
  add_shade(look, 1.2, 2);
}

static void change(CxTheme *theme) {
  CxLookStyle *looks = theme->looks;
  make_note(&looks[CX_LOOK_CARD]);
  make_note(&looks[CX_LOOK_TILE]);
  looks[CX_LOOK_CHIP].shape = CX_SHAPE_RECT;
  looks[CX_LOOK_CHIP].radius = 2;
  looks[CX_LOOK_CHIP].stroke = CX_PAINT_NONE;
  looks[CX_LOOK_CHIP].stroke_width = 0;
  add_shade(&looks[CX_LOOK_CHIP], 0.8, 1.4);
  looks[CX_LOOK_LABEL].radius = 0;
  looks[CX_LOOK_FLOW_LANE].stroke = CX_PAINT_TINT;
  looks[CX_LOOK_FLOW_LANE].stroke_width = 1.25;
  looks[CX_LOOK_PANEL].radius = 0;
  looks[CX_LOOK_VOICE].radius = 0;
  looks[CX_LOOK_CLOSING].radius = 0;
  looks[CX_LOOK_BOX].radius = 0;
}

const CxVariant cx_theme_workshop = {
    .name = "workshop",

    .ground =
        {
            [CX_PAINT_PAPER] = RGB(0xF3EFE7),       [CX_PAINT_PANEL] = RGB(0xECE6DA),
            [CX_PAINT_LABEL] = RGB(0xE2D6BC),       [CX_PAINT_LABEL_TEXT] = RGB(0x241F1A),
            [CX_PAINT_LABEL_MARK] = RGB(0x5A5148),  [CX_PAINT_INK] = RGB(0x241F1A),
            [CX_PAINT_MUTED] = RGB(0x5A5148),       [CX_PAINT_FAINT] = RGB(0x6A6056),
            [CX_PAINT_HAIR] = RGB(0xDAD2C3),        [CX_PAINT_GRID] = RGB(0xDAD2C3),
            [CX_PAINT_TRACK] = RGB(0xDAD2C3),       [CX_PAINT_RULE] = RGB(0xB5AA98),
            [CX_PAINT_STRONG] = RGB(0x5A5148),      [CX_PAINT_ACCENT] = RGB(0x1D4F91),
            [CX_PAINT_ACCENT_TINT] = RGB(0xE4EDF8), [CX_PAINT_ON_ACCENT] = RGB(0xFFFFFF),
            [CX_PAINT_WARN] = RGB(0x9C2A1C),        [CX_PAINT_WARN_TINT] = RGB(0xFBE9E4),
            [CX_PAINT_WARN_MID] = RGB(0xD9705E),    [CX_PAINT_ON_WARN] = RGB(0xFFFFFF),
            [CX_PAINT_STAR] = RGB(0x8A4B00),        [CX_PAINT_STAR_ON_TINT] = RGB(0x8A4B00),
            [CX_PAINT_CARD_TEXT] = RGB(0x241F1A),   [CX_PAINT_SHADE] = RGB(0xD3CABA),
            [CX_PAINT_BAND_UP2] = RGB(0xE3EADF),    [CX_PAINT_BAND_UP1] = RGB(0xECEEE3),
            [CX_PAINT_BAND_DOWN1] = RGB(0xF4E8D9),  [CX_PAINT_BAND_DOWN2] = RGB(0xF2DCCF),
            [CX_PAINT_WARN_HAIR] = RGB(0xE9C9C0),
        },

    .hues =
        {
            [CX_HUE_ACTION] = NOTE(0xFBF09C, 0x4C4300, 0xDACF7C),
            [CX_HUE_GOAL] = NOTE(0xFBF09C, 0x4C4300, 0xDACF7C),
            [CX_HUE_TOUCHPOINT] = NOTE(0xBCE5FE, 0x00496B, 0x9CC4DD),
            [CX_HUE_THOUGHT] = NOTE(0xE0D3FB, 0x4A366B, 0xC0B3D9),
            [CX_HUE_PAIN] = NOTE(0xFFC4C8, 0x6A2B33, 0xE3A4A8),
            [CX_HUE_GAIN] = NOTE(0xBBEEBC, 0x1E4E22, 0x9CCD9C),
            [CX_HUE_OPPORTUNITY] = NOTE(0xFFD398, 0x603800, 0xE5B379),
            [CX_HUE_QUESTION] = NOTE(0xBCE5FE, 0x00496B, 0x9CC4DD),
            [CX_HUE_METRIC] = NOTE(0xFFFDF8, 0x1D4F91, 0xE4DDCF),

            [CX_HUE_STAGE_1] = SHEET(0xBDDAFF, 0x1B395E),
            [CX_HUE_STAGE_1 + 1] = SHEET(0xACE1F4, 0x004053),
            [CX_HUE_STAGE_1 + 2] = SHEET(0xAAE5DF, 0x00443F),
            [CX_HUE_STAGE_1 + 3] = SHEET(0xB9E4C6, 0x0D4326),
            [CX_HUE_STAGE_1 + 4] = SHEET(0xD3DDB1, 0x353D05),
            [CX_HUE_STAGE_1 + 5] = SHEET(0xEDD4AB, 0x4C3300),
            [CX_HUE_STAGE_1 + 6] = SHEET(0xFACCB7, 0x572913),
            [CX_HUE_STAGE_1 + 7] = SHEET(0xFCC8D0, 0x572530),
            [CX_HUE_STAGE_1 + 8] = SHEET(0xE4CDF6, 0x442C55),
            [CX_HUE_STAGE_10] = SHEET(0xCFD4FF, 0x31325E),

            [CX_HUE_SCORE] = SCORE(0xC5F1EC, 0x3DACA4, 0x00443F),
            [CX_HUE_SCORE_LOW] = SCORE(0xF9CFC6, 0xD9705E, 0x9C2A1C),
            [CX_HUE_SCORE_CORE] = SCORE(0xCFE0F6, 0x6D9BD5, 0x1D4F91),
        },

    .change = change,
};
