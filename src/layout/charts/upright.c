/* Names of upright axes. A Latin one is turned and reads from the bottom to the top; in scripts that may be set
 * downwards it stands upright, one character under the other.
 */
#include "charts.h"

static bool is_turned(const CxFrame *label) {
  return !label->shaped->is_tall;
}

CxPoint cx_upright_size(const CxTypesetter *setter, const CxFrame *label) {
  if (is_turned(label)) return (CxPoint){label->line, label->natural};
  return (CxPoint){label->shaped->least, cx_frame_height(setter, label, label->shaped->least)};
}

/* A line that was placed level at the box's upper left corner. */
static void turn(CxBox *box) {
  for (size_t i = 0; i < box->lines.count; i++) {
    CxPlacedLine *line = &box->lines.items[i];
    const double below = line->baseline - line->box.y, length = line->box.w;
    line->box = (CxRect){box->rect.x, box->rect.y + box->rect.h - length, line->box.h, length};
    line->baseline = box->rect.x + below;
    line->is_turned = true;
  }
}

CxRect cx_upright_place(CxTypesetter *setter, CxFrame *label, CxBox *box, CxRect room) {
  const CxPoint size = cx_upright_size(setter, label);
  const CxRect rect = {room.x + (room.w - size.x) / 2, room.y + (room.h - size.y) / 2, size.x, size.y};
  const CxRect level = is_turned(label) ? (CxRect){rect.x, rect.y, rect.h, rect.w} : rect;
  CxBox *placed = *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, label, level);
  if (!is_turned(label)) return rect;
  placed->rect = rect;
  turn(placed);
  return rect;
}
