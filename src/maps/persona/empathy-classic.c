/* The classic canvas: four quadrants with the person in the middle, pains and gains under them.
 *
 * What a persona sees and hears has no quadrant; where there is any, it stands in two further boxes. So do who and goal
 * of a canvas that has them.
 */
#include "empathy-canvas.h"

#include <string.h>

static const double CLEAR = 84; /* of each quadrant at the side of the person */
static const double QUADRANT = 150, STRIP = 118, TIGHT_QUADRANT = 100, TIGHT_STRIP = 60; /* least heights */
static const double CARD_COLUMN = 150;

static CxBlock *compose_heading(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxArena *arena = map->base->arena;
  const CxEmpathyStyle *style = cx_empathy_style(map, part);
  const CxPaint paint = style->ground >= CX_HUE_STAGE_1 ? CX_PAINT_DEEP : CX_PAINT_MARK;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL), *words = cx_block_new(arena, CX_BLOCK_FLOW, NULL);
  row->gap = 8;
  if (style->icon != NULL) cx_block_add(arena, row, cx_block_icon(arena, style->icon, 18, paint, style->ground));
  words->grow = 1;
  words->gap = 10;
  words->align = CX_ALIGN_CENTRE;
  CxBlock *title = cx_block_text(arena, "heading", cx_empathy_title(map, part), CX_FONT_BOX,
                                 style->ground == CX_HUE_NONE ? CX_PAINT_ACCENT : paint);
  title->hue = style->ground;
  title->is_heading = true;
  cx_block_add(arena, words, title);
  const bool is_quadrant = part != CX_EMPATHY_PAINS && part != CX_EMPATHY_GAINS;
  if (is_quadrant || cx_empathy_count(map, part) == 0) cx_block_add(arena, words, cx_empathy_hint_text(map, part));
  cx_block_add(arena, row, words);
  return row;
}

static CxBlock *compose_box(const CxEmpathyMap *map, CxEmpathyPart part, CxLook look, size_t columns) {
  CxBlock *region = cx_empathy_region(map, part);
  region->look = look;
  cx_stack_add(map->base, region, compose_heading(map, part), 0);
  cx_stack_add(map->base, region, cx_empathy_content(map, part, columns, CARD_COLUMN), map->is_tight ? 8 : 12);
  cx_stack_add(map->base, region, cx_empathy_more(map, part, part), 5);
  return region;
}

/* ---- Quadrants ------------------------------------------------------------------------------------------------ */

static CxBlock *compose_clear(const CxEmpathyMap *map) {
  CxBlock *clear = cx_block_new(map->base->arena, CX_BLOCK_STACK, NULL);
  clear->min_width = CLEAR;
  return clear;
}

/* Its content keeps off the person, who stands at its end or at its start. */
static CxBlock *compose_quadrant(const CxEmpathyMap *map, CxEmpathyPart part, bool is_person_behind) {
  CxArena *arena = map->base->arena;
  CxBlock *quadrant = cx_empathy_region(map, part), *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  quadrant->look = CX_LOOK_QUADRANT;
  quadrant->min_height = map->is_tight ? TIGHT_QUADRANT : QUADRANT;
  CxBlock *content = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  content->grow = 1;
  cx_stack_add(map->base, content, compose_heading(map, part), 0);
  cx_stack_add(map->base, content, cx_empathy_content(map, part, 1, 0), map->is_tight ? 8 : 12);
  cx_stack_add(map->base, content, cx_empathy_more(map, part, part), 5);
  if (!is_person_behind) cx_block_add(arena, row, compose_clear(map));
  cx_block_add(arena, row, content);
  if (is_person_behind) cx_block_add(arena, row, compose_clear(map));
  cx_block_add(arena, quadrant, row);
  return quadrant;
}

/* ---- The person ----------------------------------------------------------------------------------------------- */

static size_t columns_of(const char *text) {
  size_t columns = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text)) columns += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
  return columns;
}

/* The name as far as it has room on the disc: all of it, or its first word. */
static CxPhrase short_name(const CxEmpathyMap *map) {
  static const size_t most = 12;
  CxPhrase name = cx_phrase(map->base, &map->empathy->persona->name);
  if (name.text == NULL || columns_of(name.text) <= most) return name;
  const size_t length = strcspn(name.text, " -,(");
  name.text = length > 0 ? cx_arena_strndup(map->base->arena, name.text, length) : NULL;
  if (name.text != NULL && columns_of(name.text) > most) name.text = NULL;
  return name;
}

bool cx_empathy_shows_role(const CxEmpathyMap *map) {
  static const size_t most = 18;
  const CxPersona *persona = map->empathy->persona;
  return map->empathy->canvas == CX_EMPATHY_CLASSIC && persona->photo.path == NULL &&
         columns_of(cx_phrase(map->base, &persona->role).text) <= most;
}

static void add_names(const CxEmpathyMap *map, CxBlock *disc) {
  CxArena *arena = map->base->arena;
  const CxPersona *persona = map->empathy->persona;
  const CxPhrase initials = cx_phrase_initials(map->base, cx_phrase(map->base, &persona->name)), name = short_name(map);
  const bool has_role = cx_is_given(&persona->role) && cx_empathy_shows_role(map);
  cx_block_add(arena, disc,
               cx_block_text(arena, "initials", initials, CX_FONT_FIGURE,
                             cx_empathy_is_warning(map) ? CX_PAINT_WARN : CX_PAINT_ACCENT))
      ->align = CX_ALIGN_CENTRE;
  if (name.text != NULL)
    cx_block_add(arena, disc, cx_block_text(arena, "name", name, CX_FONT_LANE, CX_PAINT_INK))->align = CX_ALIGN_CENTRE;
  if (has_role)
    cx_block_add(arena, disc,
                 cx_block_text(arena, "role", cx_phrase(map->base, &persona->role), CX_FONT_CAPTION, CX_PAINT_MUTED))
        ->align = CX_ALIGN_CENTRE;
}

/* The photo, or a disc with initials and name; empty where there is nobody yet. */
static CxBlock *compose_person(const CxEmpathyMap *map) {
  const double radius = 56;
  const CxPersona *persona = map->empathy->persona;
  if (persona != NULL && persona->photo.path != NULL) return cx_compose_portrait(map->base, persona, 0, radius);
  CxBlock *disc = cx_block_new(map->base->arena, CX_BLOCK_STACK, NULL);
  disc->look = cx_empathy_is_warning(map) ? CX_LOOK_PERSON_WARN : CX_LOOK_PERSON;
  disc->min_width = disc->max_width = disc->min_height = 2 * radius;
  disc->is_middle = true;
  if (persona != NULL) add_names(map, disc);
  return disc;
}

/* In the middle of what it is given. */
static CxBlock *compose_middle(const CxEmpathyMap *map) {
  CxBlock *middle = cx_block_new(map->base->arena, CX_BLOCK_STACK, NULL), *ring = cx_stack_new(map->base);
  middle->align = CX_ALIGN_CENTRE;
  middle->is_middle = true;
  ring->look = CX_LOOK_RING;
  cx_block_add(map->base->arena, ring, compose_person(map));
  cx_block_add(map->base->arena, middle, ring);
  return middle;
}

/* ---- The canvas ----------------------------------------------------------------------------------------------- */

static void add_area(const CxEmpathyMap *map, CxBlock *canvas, CxBlock *block, CxArea area) {
  cx_block_add(map->base->arena, canvas, block);
  *cx_list_add(map->base->arena, &canvas->areas->areas) = area;
}

/* Two boxes side by side under what there is. */
static void add_pair(const CxEmpathyMap *map, CxBlock *canvas, CxEmpathyPart first, CxEmpathyPart second, CxLook look,
                     double least) {
  const size_t row = canvas->areas->rows.count;
  *cx_list_add(map->base->arena, &canvas->areas->rows) = (CxAreaRow){.least = least};
  add_area(map, canvas, compose_box(map, first, look, 2), (CxArea){row, 0, 1, 1});
  add_area(map, canvas, compose_box(map, second, look, 2), (CxArea){row, 1, 1, 1});
}

static bool has_any(const CxEmpathyMap *map, CxEmpathyPart first, CxEmpathyPart second) {
  return cx_empathy_count(map, first) > 0 || cx_empathy_count(map, second) > 0;
}

CxBlock *cx_empathy_classic(const CxEmpathyMap *map) {
  CxArena *arena = map->base->arena;
  CxBlock *canvas = cx_block_new(arena, CX_BLOCK_AREAS, NULL);
  canvas->areas = cx_new(arena, CxAreas);
  canvas->gap = canvas->row_gap = 10;
  canvas->fills = true;
  for (size_t i = 0; i < 2; i++) {
    *cx_list_add(arena, &canvas->areas->columns) = (CxAreaColumn){.share = 1};
    *cx_list_add(arena, &canvas->areas->rows) = (CxAreaRow){.grow = 1, .group = 1};
  }
  add_area(map, canvas, compose_quadrant(map, CX_EMPATHY_SAYS, true), (CxArea){0, 0, 1, 1});
  add_area(map, canvas, compose_quadrant(map, CX_EMPATHY_THINKS, false), (CxArea){0, 1, 1, 1});
  add_area(map, canvas, compose_quadrant(map, CX_EMPATHY_DOES, true), (CxArea){1, 0, 1, 1});
  add_area(map, canvas, compose_quadrant(map, CX_EMPATHY_FEELS, false), (CxArea){1, 1, 1, 1});
  add_area(map, canvas, compose_middle(map), (CxArea){0, 0, 2, 2});
  if (has_any(map, CX_EMPATHY_SEES, CX_EMPATHY_HEARS))
    add_pair(map, canvas, CX_EMPATHY_SEES, CX_EMPATHY_HEARS, CX_LOOK_QUADRANT, 0);
  add_pair(map, canvas, CX_EMPATHY_PAINS, CX_EMPATHY_GAINS, CX_LOOK_OUTLINE, map->is_tight ? TIGHT_STRIP : STRIP);
  if (has_any(map, CX_EMPATHY_WHO, CX_EMPATHY_GOAL))
    add_pair(map, canvas, CX_EMPATHY_WHO, CX_EMPATHY_GOAL, CX_LOOK_BAND, 0);
  return canvas;
}
