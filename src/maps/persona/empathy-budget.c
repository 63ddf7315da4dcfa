/* How much of each box a canvas shows on paper that is too small for all of it.
 *
 * In: an empathy map. Out: canvases with less and less room between what is on them, then with less and less on them,
 * each with the rest in lists behind it, and at last the lists alone. What a text takes is only guessed here, in lines;
 * the layout takes the first canvas that fits, so a wrong guess costs room and nothing else.
 */
#include "empathy-canvas.h"

/* Lines that the fullest box shows, from the most to the fewest that are tried, each so many times the one before; of
 * other boxes shares of them. */
static const double MOST = 120, FEWEST = 1, STEP = 0.93;

/* How many lines of those, and how many half-width characters in a line. */
typedef struct Room {
  double share, line;
} Room;

static const Room extended_rooms[CX_EMPATHY_END] = {
    [CX_EMPATHY_WHO] = {0.7, 66},    [CX_EMPATHY_GOAL] = {0.7, 66},   [CX_EMPATHY_SEES] = {0.8, 32},
    [CX_EMPATHY_SAYS] = {0.8, 32},   [CX_EMPATHY_DOES] = {1.5, 44},   [CX_EMPATHY_HEARS] = {1.5, 32},
    [CX_EMPATHY_THINKS] = {0.5, 40}, [CX_EMPATHY_FEELS] = {0.27, 40}, [CX_EMPATHY_PAINS] = {0.6, 22},
    [CX_EMPATHY_GAINS] = {0.6, 22},
};

static const Room classic_rooms[CX_EMPATHY_END] = {
    [CX_EMPATHY_WHO] = {0.3, 44},   [CX_EMPATHY_GOAL] = {0.3, 44},  [CX_EMPATHY_SEES] = {1.2, 30},
    [CX_EMPATHY_SAYS] = {1, 50},    [CX_EMPATHY_DOES] = {1, 50},    [CX_EMPATHY_HEARS] = {1.2, 30},
    [CX_EMPATHY_THINKS] = {1, 46},  [CX_EMPATHY_FEELS] = {0.9, 46}, [CX_EMPATHY_PAINS] = {1.2, 26},
    [CX_EMPATHY_GAINS] = {1.2, 26},
};

static double lines_of_text(const char *text, double line) {
  double columns = 0, lines = 0;
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char(text)) {
    columns += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
    if (*text != '\n' && columns < line) continue;
    lines++;
    columns = 0;
  }
  return lines + (columns > 0 ? 1 : 0);
}

/* A card has about a line round its text. A feeling stands beside its note. */
static double lines_of(const CxEmpathyMap *map, CxEmpathyPart part, size_t index, double line) {
  const CxEmpathyBox *box = &map->empathy->boxes[part];
  if (index < box->texts.count) return lines_of_text(box->texts.items[index].text, line);
  const CxItem *item = box->items.items[index - box->texts.count];
  const double image = item->image.path != NULL ? 8 : 0;
  const double text = lines_of_text(cx_phrase(map->base, &item->text).text, line);
  const double note = lines_of_text(cx_phrase(map->base, &item->note).text, line);
  return 1 + image + (part == CX_EMPATHY_FEELS ? MAX(text, note) : text + note) + (item->tags.count > 0 ? 1 : 0);
}

/* As many from the first on as do not take more than the budget. The last has the line that would say that there is
 * more. */
static size_t count_within(const CxEmpathyMap *map, CxEmpathyPart part, const Room *room, double budget) {
  const size_t count = cx_empathy_count(map, part);
  double used = 0;
  for (size_t i = 0; i < count; i++) {
    used += lines_of(map, part, i, room->line);
    if (used - (i + 1 == count ? 1 : 0) > budget * room->share) return i;
  }
  return count;
}

/* False where the canvas shows no less than before. */
static bool take_less(CxEmpathyMap *map, double budget) {
  const Room *rooms = map->empathy->canvas == CX_EMPATHY_CLASSIC ? classic_rooms : extended_rooms;
  bool is_less = false;
  for (CxEmpathyPart part = 0; part < CX_EMPATHY_END; part++) {
    const size_t shown = count_within(map, part, &rooms[part], budget);
    is_less = is_less || shown < map->shown[part];
    map->shown[part] = MIN(map->shown[part], shown);
  }
  return is_less;
}

static CxBlock *compose_divided(const CxEmpathyMap *map) {
  CxBlock *content = cx_stack_new(map->base), *rest = cx_empathy_rest(map);
  content->fills = true;
  cx_stack_add(map->base, content, cx_empathy_canvas(map), 0);
  if (rest != NULL) rest->starts_page = true;
  cx_stack_add(map->base, content, rest, 0);
  return content;
}

void cx_empathy_loosen(CxEmpathyMap *map, CxBlocks *looser) {
  if (!map->is_tight) {
    map->is_tight = true;
    *cx_list_add(map->base->arena, looser) = compose_divided(map);
  }
  for (double budget = MOST; budget >= FEWEST * STEP; budget *= STEP)
    if (take_less(map, budget)) *cx_list_add(map->base->arena, looser) = compose_divided(map);
  for (CxEmpathyPart part = 0; part < CX_EMPATHY_END; part++) map->shown[part] = 0;
  CxBlock *lists = cx_empathy_rest(map);
  if (lists != NULL) *cx_list_add(map->base->arena, looser) = lists;
}
