/* Empathy maps: what a persona says, thinks, does, feels, sees and hears.
 *
 * In: a persona, or the boxes of a canvas. Out: a sheet on one of the two canvases. Pains are joined by challenges and
 * fears, gains by motivations: this map has no boxes of their own for them. On named paper further contents say how the
 * map is divided where it is too small.
 */
#include "empathy-canvas.h"
#include "persona.h"

/* ---- What fills the boxes ---------------------------------------------------------------------------------------- */

static void take_items(CxComposer *composer, CxEmpathyBox *box, const CxItems *items) {
  for (size_t i = 0; i < items->count; i++) *cx_list_add(composer->arena, &box->items) = items->items[i];
}

static void take_text(CxComposer *composer, CxEmpathyBox *box, CxPhrase phrase) {
  if (phrase.text != NULL && phrase.text[0] != '\0') *cx_list_add(composer->arena, &box->texts) = phrase;
}

/* Role and facts in one line: "end user · Age: 34 · Home: Shenzhen". */
static CxPhrase facts_of(CxComposer *composer, const CxPersona *persona) {
  CxPhrase line = cx_phrase(composer, &persona->role);
  for (size_t i = 0; i < persona->demographics.count; i++) {
    const CxNamedText *fact = &persona->demographics.items[i];
    const CxPhrase name = cx_phrase(composer, &fact->name), value = cx_phrase(composer, &fact->text);
    if (line.lang == NULL) line.lang = value.lang;
    if (value.text != NULL && name.text != NULL)
      cx_join(composer, &line, cx_arena_printf(composer->arena, "%s: %s", name.text, value.text));
  }
  return line;
}

static void take_who(CxComposer *composer, const CxPersona *persona, CxEmpathy *empathy) {
  CxEmpathyBox *who = &empathy->boxes[CX_EMPATHY_WHO];
  take_text(composer, who, cx_phrase(composer, &persona->headline));
  take_text(composer, who, cx_phrase(composer, &persona->about));
  take_text(composer, who, facts_of(composer, persona));
  take_items(composer, &empathy->boxes[CX_EMPATHY_GOAL], &persona->goals);
}

void cx_empathy_take_persona(CxComposer *composer, const CxPersona *persona, CxEmpathy *empathy) {
  CxEmpathyBox *boxes = empathy->boxes;
  empathy->persona = persona;
  if (empathy->canvas != CX_EMPATHY_CLASSIC) take_who(composer, persona, empathy);
  take_items(composer, &boxes[CX_EMPATHY_SEES], &persona->sees);
  take_items(composer, &boxes[CX_EMPATHY_SAYS], &persona->says);
  take_items(composer, &boxes[CX_EMPATHY_DOES], &persona->does);
  take_items(composer, &boxes[CX_EMPATHY_HEARS], &persona->hears);
  take_items(composer, &boxes[CX_EMPATHY_THINKS], &persona->thinks);
  take_items(composer, &boxes[CX_EMPATHY_FEELS], &persona->feels);
  take_items(composer, &boxes[CX_EMPATHY_PAINS], &persona->pains);
  take_items(composer, &boxes[CX_EMPATHY_PAINS], &persona->challenges);
  take_items(composer, &boxes[CX_EMPATHY_PAINS], &persona->fears);
  take_items(composer, &boxes[CX_EMPATHY_GAINS], &persona->gains);
  take_items(composer, &boxes[CX_EMPATHY_GAINS], &persona->motivations);
}

/* The first part of this name: thinks-and-feels is on one canvas what thinks is on the other. */
static CxEmpathyPart find_part(const char *id) {
  CxEmpathyPart part = 0;
  while (part < CX_EMPATHY_END && g_strcmp0(id, cx_empathy_extended_styles[part].id) != 0 &&
         g_strcmp0(id, cx_empathy_classic_styles[part].id) != 0)
    part++;
  return part;
}

void cx_empathy_take_canvas(CxComposer *composer, const CxCanvas *canvas, CxEmpathy *empathy) {
  for (size_t i = 0; i < canvas->boxes.count; i++) {
    const CxCanvasBox *box = canvas->boxes.items[i];
    const CxEmpathyPart part = find_part(box->object.id);
    if (part == CX_EMPATHY_END) continue;
    empathy->boxes[part].title = cx_phrase(composer, &box->title);
    empathy->boxes[part].hint = cx_phrase(composer, &box->hint);
    take_text(composer, &empathy->boxes[part], cx_phrase(composer, &box->lead));
    take_items(composer, &empathy->boxes[part], &box->items);
  }
}

/* ---- The sheet ------------------------------------------------------------------------------------------------ */

/* A canvas that pages would tear apart is none: what it has no room for stands behind it. */
CxBlock *cx_empathy_canvas(const CxEmpathyMap *map) {
  CxBlock *canvas = map->empathy->canvas == CX_EMPATHY_CLASSIC ? cx_empathy_classic(map) : cx_empathy_extended(map);
  CxBlock *whole = cx_stack_new(map->base);
  whole->is_whole = whole->fills = true;
  cx_block_add(map->base->arena, whole, canvas);
  return whole;
}

/* The legend, and whom the structure is after. */
static CxBlock *compose_legend(const CxEmpathyMap *map) {
  CxComposer *composer = map->base;
  if (map->is_tight) composer->signs &= ~CX_SIGNS(CX_SIGN_SOURCE); /* the list of sources says it too */
  CxBlock *legend = cx_compose_legend(composer);
  if (map->empathy->canvas == CX_EMPATHY_CLASSIC) return legend;
  CxBlock *credit = cx_block_text(composer->arena, "credit", cx_phrase_word(composer, CX_WORD_EMPATHY_CREDIT),
                                  CX_FONT_FOOTER, CX_PAINT_MUTED);
  if (legend == NULL) return credit;
  CxBlock *row = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  row->align = CX_ALIGN_CENTRE;
  row->gap = 24;
  cx_block_add(composer->arena, row, legend)->grow = 1;
  cx_block_add(composer->arena, row, credit);
  return row;
}

static CxPhrase overline_of(const CxEmpathyMap *map) {
  const bool is_classic = map->empathy->canvas == CX_EMPATHY_CLASSIC;
  CxPhrase line = cx_phrase_word(map->base, CX_WORD_MAP_EMPATHY);
  cx_join(map->base, &line,
          cx_phrase_word(map->base, is_classic ? CX_WORD_EMPATHY_CLASSIC : CX_WORD_EMPATHY_EXTENDED).text);
  if (cx_empathy_is_warning(map)) cx_join(map->base, &line, cx_phrase_word(map->base, CX_WORD_PERSONA_KIND_ANTI).text);
  return line;
}

/* The role, where the canvas has no place for it. */
static void add_role(const CxEmpathyMap *map, CxSheetParts *parts) {
  const CxPersona *persona = map->empathy->persona;
  if (map->empathy->canvas != CX_EMPATHY_CLASSIC || persona == NULL || !cx_is_given(&persona->role)) return;
  if (!cx_empathy_shows_role(map))
    cx_fact_add(map->base, &parts->facts, CX_WORD_EMPATHY_ROLE, cx_phrase(map->base, &persona->role));
}

CxSheet *cx_compose_empathy(CxComposer *composer, const CxMap *map, const CxEmpathy *empathy, const CxText *owner) {
  CxEmpathyMap canvas;
  cx_empathy_map_init(&canvas, composer, empathy, &map->paper);
  canvas.is_tight = canvas.is_tight && !map->is_blank; /* there is room on a form */
  CxSheetParts parts = {.overline = overline_of(&canvas), .owner = owner, .tail_gap = 12};
  add_role(&canvas, &parts);
  parts.content = cx_empathy_canvas(&canvas);
  const double before = canvas.is_tight ? 12 : 18;
  parts.content->before = before;
  parts.legend = compose_legend(&canvas);
  if (canvas.is_bound && !map->is_blank) cx_empathy_loosen(&canvas, &parts.looser);
  for (size_t i = 0; i < parts.looser.count; i++) parts.looser.items[i]->before = before;
  CxSheet *sheet = cx_compose_sheet(composer, map, &parts);
  sheet->least_width = 1000;
  sheet->least_height = 707;
  return sheet;
}

/* ---- The kind ------------------------------------------------------------------------------------------------- */

static CxSheet *empathy_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  const CxPersona *persona = map->definition;
  CxComposer composer;
  cx_composer_init(&composer, arena, model, map, theme);
  CxEmpathy empathy = {.canvas = map->entry != NULL && map->entry->drawn_on != 0 ? map->entry->drawn_on
                                                                                 : CX_EMPATHY_EXTENDED};
  if (!map->is_blank) cx_empathy_take_persona(&composer, persona, &empathy);
  CxSheet *sheet = cx_compose_empathy(&composer, map, &empathy, &persona->owner);
  cx_composer_clear(&composer);
  return sheet;
}

/* What an anti-persona does stands on its card and makes no map alone. */
static bool has_senses(const CxModel *model, const void *definition) {
  (void)model;
  const CxPersona *persona = definition;
  const size_t does = persona->kind == CX_PERSONA_ANTI ? 0 : persona->does.count;
  return does + persona->says.count + persona->thinks.count + persona->feels.count + persona->sees.count +
             persona->hears.count >
         0;
}

const CxMapKind cx_map_empathy = {
    .name = "empathy",
    .key = "persona",
    .ref = offsetof(CxMapEntry, persona),
    .doc = "What a persona says, thinks, does, feels, sees and hears, with pains and gains; on one of two canvases.",
    .definition = cx_persona_definition,
    .is_natural = has_senses,
    .title = cx_persona_title,
    .compose = empathy_compose,
};
