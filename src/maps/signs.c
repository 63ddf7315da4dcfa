/* The signs of a service blueprint on items: F for a fail point, W for a wait point with its time, a diamond for a
 * decision, a bulb for an idea. Letters are drawings like icons, so that they stand alike in every font.
 */
#include "composer.h"

static const struct {
  const char *icon;
  CxLook look;   /* the ground behind a letter */
  CxPaint paint; /* of the icon; CX_PAINT_MARK: of the hue it stands on */
  CxSign sign;
} signs[] = {
    [CX_MARK_FAIL] = {"letter-f", CX_LOOK_FAIL, CX_PAINT_ON_WARN, CX_SIGN_FAIL},
    [CX_MARK_WAIT] = {"letter-w", CX_LOOK_WAIT, CX_PAINT_PAPER, CX_SIGN_WAIT},
    [CX_MARK_DECISION] = {"decision", CX_LOOK_NONE, CX_PAINT_MARK, CX_SIGN_DECISION},
    [CX_MARK_IDEA] = {"opportunity", CX_LOOK_NONE, CX_PAINT_MARK, CX_SIGN_IDEA},
};

CxBlock *cx_compose_sign(CxComposer *composer, CxItemMark mark, double size, CxHue hue) {
  CxBlock *sign = cx_block_icon(composer->arena, signs[mark].icon, size, signs[mark].paint,
                                signs[mark].paint == CX_PAINT_MARK ? hue : CX_HUE_NONE);
  sign->look = signs[mark].look;
  cx_show(composer, sign, CX_SIGNS(signs[mark].sign));
  return sign;
}

CxBlock *cx_compose_wait(CxComposer *composer, CxPhrase duration) {
  CxBlock *pill = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  pill->look = CX_LOOK_TIME;
  pill->gap = 3;
  pill->align = CX_ALIGN_CENTRE;
  cx_block_add(composer->arena, pill, cx_compose_sign(composer, CX_MARK_WAIT, 10.5, CX_HUE_NONE));
  cx_block_add(composer->arena, pill, cx_block_text(composer->arena, "duration", duration, CX_FONT_META, CX_PAINT_INK))
      ->grow = 1;
  return pill;
}
