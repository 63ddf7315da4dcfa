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

/* ---- At the corner of a blueprint's card ------------------------------------------------------------------------ */

static void add_space(CxComposer *composer, CxBlock *row, double width) {
  cx_block_add(composer->arena, row, cx_stack_new(composer))->min_width = width;
}

/* A pill round the disc and the time. */
static void make_wait(CxComposer *composer, CxBlock *badge, CxPhrase duration) {
  badge->look = CX_LOOK_TIME;
  add_space(composer, badge, 1);
  cx_block_add(composer->arena, badge, cx_compose_sign(composer, CX_MARK_WAIT, 13, CX_HUE_NONE));
  add_space(composer, badge, 2.5);
  CxBlock *text = cx_block_text(composer->arena, "duration", duration, CX_FONT_META, CX_PAINT_INK);
  text->grow = 1;
  cx_block_add(composer->arena, badge, text);
  add_space(composer, badge, 3);
}

static void make_idea(CxComposer *composer, CxBlock *badge) {
  badge->look = CX_LOOK_IDEA;
  badge->hue = CX_HUE_OPPORTUNITY;
  cx_block_add(composer->arena, badge,
               cx_compose_sign(composer, CX_MARK_IDEA, composer->theme->sizes.mark_icon, CX_HUE_OPPORTUNITY));
}

CxBlock *cx_compose_badge(CxComposer *composer, const CxItem *item) {
  if (item->mark == CX_MARK_NONE || item->mark == CX_MARK_DECISION) return NULL;
  const double size = composer->theme->sizes.badge;
  CxBlock *badge = cx_block_new(composer->arena, CX_BLOCK_ROW, "badge");
  badge->align = CX_ALIGN_CENTRE;
  badge->min_width = badge->min_height = size;
  if (item->mark == CX_MARK_WAIT && cx_is_given(&item->duration))
    make_wait(composer, badge, cx_phrase(composer, &item->duration));
  else if (item->mark == CX_MARK_IDEA)
    make_idea(composer, badge);
  else
    cx_block_add(composer->arena, badge, cx_compose_sign(composer, item->mark, size, CX_HUE_NONE));
  return badge;
}

/* ---- At the corner of a flow's step ------------------------------------------------------------------------------ */

CxBlock *cx_compose_pain(CxComposer *composer) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_STACK, "pain");
  const double size = 2 * composer->theme->sizes.node_mark;
  disc->look = CX_LOOK_NODE_PAIN;
  disc->hue = CX_HUE_PAIN;
  disc->align = CX_ALIGN_CENTRE;
  disc->is_middle = true;
  disc->min_width = disc->min_height = size;
  disc->max_width = size;
  cx_block_add(composer->arena, disc, cx_block_icon(composer->arena, "pain", 10, CX_PAINT_PAPER, CX_HUE_NONE));
  cx_show(composer, disc, CX_SIGNS(CX_SIGN_PAIN));
  return disc;
}
