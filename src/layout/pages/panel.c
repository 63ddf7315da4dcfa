/* The panel of a sheet: how wide it is, what stands beside it, what of it stands on which page.
 *
 * It is as high as the page and reaches up to the page's edges; its look gives its padding. On a page that is too
 * narrow for both, the panel is the first part of the content instead, in the same look, and goes no further than that.
 */
#include "pages.h"

static const double GAP = 20;       /* points: between the panel and the content */
static const double LEAST = 220;    /* width of content that has a panel beside it */
static const double GAP_BELOW = 24; /* under a panel that stands over the content, and under what it repeats */

bool cx_press_has_panel(const CxPress *press) {
  return press->panel_width > 0;
}

double cx_press_start(const CxPress *press) {
  return cx_press_has_panel(press) ? press->panel_width + GAP : press->margin;
}

double cx_press_around(const CxPress *press) {
  return cx_press_start(press) + press->margin;
}

static CxBlock *panel_over_content(const CxPress *press) {
  CxArena *arena = press->setter->arena;
  CxBlock *stack = cx_block_new(arena, CX_BLOCK_STACK, NULL), *content = cx_new(arena, CxBlock);
  *content = *press->sheet->content;
  content->before = GAP_BELOW;
  cx_block_add(arena, stack, press->sheet->panel);
  cx_block_add(arena, stack, content);
  return stack;
}

void cx_press_set_width(CxPress *press, double page) {
  const CxSheet *sheet = press->sheet;
  press->panel_width = 0;
  press->content = sheet->content;
  if (sheet->panel != NULL) {
    press->panel_width = MAX(sheet->panel_width, cx_frame_new(press->setter, sheet->panel)->smallest);
    const double room = page - cx_press_around(press);
    if (room < MAX(LEAST, cx_frame_new(press->setter, sheet->content)->smallest)) {
      if (press->stacked == NULL) press->stacked = panel_over_content(press);
      press->panel_width = 0;
      press->content = press->stacked;
    }
  }
  press->width = MAX(page - cx_press_around(press), 1);
}

/* ---- On a page ---------------------------------------------------------------------------------------------- */

CxBlock *cx_panel_of(const CxPress *press, const CxPagePart *part) {
  if (!cx_press_has_panel(press)) return NULL;
  const CxSheet *sheet = press->sheet;
  if (part->is_first && part->panel != NULL) return part->panel;
  CxArena *arena = press->setter->arena;
  CxBlock *panel = cx_block_childless(arena, sheet->panel);
  if (!part->is_first) cx_block_add(arena, panel, sheet->running_panel);
  for (size_t i = 0; part->panel != NULL && i < part->panel->children.count; i++) {
    CxBlock *child = cx_new(arena, CxBlock);
    *child = *part->panel->children.items[i];
    if (i == 0 && panel->children.count > 0) child->before = GAP_BELOW;
    cx_block_add(arena, panel, child);
  }
  return panel;
}

CxBox *cx_panel_place(const CxPress *press, CxFrame *frame) {
  return cx_frame_place(press->setter, frame, (CxRect){0, 0, press->panel_width, press->height});
}

bool cx_panel_slice(const CxPress *press, CxBlocks *slices) {
  if (!cx_press_has_panel(press)) return true;
  const CxSheet *sheet = press->sheet;
  double above = 0;
  if (sheet->running_panel != NULL) {
    CxBlock *only = cx_block_childless(press->setter->arena, sheet->panel);
    cx_block_add(press->setter->arena, only, sheet->running_panel);
    const CxInsets padding = cx_frame_padding(press->setter, sheet->panel);
    above = cx_frame_height(press->setter, cx_frame_new(press->setter, only), press->panel_width) - padding.top -
            padding.bottom + GAP_BELOW;
  }
  return cx_frame_slice(press->setter, cx_frame_new(press->setter, sheet->panel), press->panel_width, press->height,
                        press->height - above, slices);
}
