/* Divides a sheet whose content is no grid over pages of one size: the content between its children, the panel beside
 * it for itself. The longer of the two decides how many pages there are.
 *
 * What a page has for its content depends on the sources that it cites, and these on its content. So pages are first
 * filled as if they cited none; as long as one of them does not hold its part, the next try leaves that much room.
 */
#include "pages.h"

enum { TRIES = 12, CAREFUL = 6 }; /* the last ones leave more room than was seen to be needed */

/* Height that a page has for its content, were it to cite nothing. */
static double room_for_content(CxPress *press, bool is_first) {
  const CxPagePart part = {.is_first = is_first};
  const CxPageFrame frame = cx_page_frame(press, &part, 888, 888);
  if (frame.body->smallest > press->width + 1e-6) return -1;
  return press->height - cx_page_rest(press, &frame);
}

/* The boxes of a canvas that is too wide for the page stand under each other. */
static CxFrame *content_of(const CxPress *press) {
  CxFrame *content = cx_frame_new(press->setter, press->content);
  if (press->content->kind != CX_BLOCK_AREAS || content->smallest <= press->width + 1e-6) return content;
  return cx_frame_new(press->setter, cx_areas_in_one_column(press->setter->arena, press->content));
}

static bool fill_pages(CxPress *press, double first, double others, CxPageParts *parts) {
  CxTypesetter *setter = press->setter;
  CxBlocks slices = {0}, panels = {0};
  CxFrame *content = content_of(press);
  parts->count = 0;
  if (others <= 0 || content->has_columns || content->smallest > press->width + 1e-6) return false;
  if (!cx_frame_slice(setter, content, press->width, first, others, &slices)) return false;
  if (!cx_panel_slice(press, &panels)) return false;
  for (size_t i = 0; i < MAX(slices.count, panels.count); i++)
    *cx_list_add(setter->arena, parts) = (CxPagePart){.content = i < slices.count ? slices.items[i] : NULL,
                                                      .panel = i < panels.count ? panels.items[i] : NULL,
                                                      .first = SIZE_MAX,
                                                      .end = SIZE_MAX,
                                                      .is_first = i == 0};
  return true;
}

/* Leaves less room where a page is too low for its part: as much as that part may be high. False where all fit. */
static bool tighten(CxPress *press, const CxPageParts *parts, bool is_careful, double *first, double *others) {
  bool is_tighter = false;
  for (size_t i = 0; i < parts->count; i++) {
    const CxPageFrame frame = cx_page_frame(press, &parts->items[i], 888, 888);
    const double over = cx_page_height(press, &frame, press->width) - press->height;
    if (over <= 1e-6) continue;
    double *room = i == 0 ? first : others, height = *room;
    if (parts->items[i].content != NULL)
      height = cx_frame_height(press->setter, cx_frame_new(press->setter, parts->items[i].content), press->width);
    *room = is_careful ? MIN(*room, height - over) : MIN(*room, height) - over;
    is_tighter = true;
  }
  return is_tighter;
}

/* How a diagram is folded, and so what its pages explain and cite, changes with the room: they have some for all. */
static double room_for_tail(CxPress *press) {
  if (press->content->kind != CX_BLOCK_DIAGRAM || press->sheet->tail == NULL) return 0;
  return cx_frame_height(press->setter, cx_frame_new(press->setter, press->sheet->tail), press->width);
}

bool cx_divide_stack(CxPress *press, size_t most, CxPageParts *parts) {
  if (press->content == NULL) return false;
  const double tail = room_for_tail(press);
  double first = room_for_content(press, true) - tail, others = room_for_content(press, false) - tail;
  for (int i = 0; i < TRIES; i++) {
    if (!fill_pages(press, first, others, parts) || parts->count > most) return false;
    if (!tighten(press, parts, i < CAREFUL, &first, &others)) return true;
  }
  return false;
}
