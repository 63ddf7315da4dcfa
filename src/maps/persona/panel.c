/* The panel at the start of a persona's card: portrait, kind and role, name, segment, facts, brands; of an anti-persona
 * the octagon, and under the facts the risk.
 */
#include "persona.h"

static const double DISC = 65;                         /* points: radius of the disc that stands for a photo */
static const double LABEL_LEAST = 54, LABEL_MOST = 80; /* width of a fact's name */
static const double VALUE_LEAST = 98, TAG_MOST = 110;  /* of its value: both fill the panel; of a brand */
static const double PHOTO_WIDTH = 186, PHOTO_HEIGHT = 196;
enum { FACTS_TABLE = 1 };

/* ---- Portrait and names ------------------------------------------------------------------------------------- */

static CxBlock *compose_photo(CxPersonaComposer *composer) {
  const CxFile *photo = &composer->persona->photo;
  CxBlock *image = cx_block_new(composer->base.arena, CX_BLOCK_IMAGE, "photo");
  image->look = CX_LOOK_PHOTO;
  image->path = photo->path;
  image->name = photo->text;
  image->ratio = PHOTO_WIDTH / PHOTO_HEIGHT;
  image->max_width = PHOTO_WIDTH;
  return image;
}

/* In the middle of the panel. */
static CxBlock *centred(CxPersonaComposer *composer, CxBlock *block, double above, double below) {
  CxBlock *stack = cx_stack_new(&composer->base), *foot = cx_stack_new(&composer->base);
  stack->align = CX_ALIGN_CENTRE;
  foot->min_height = below;
  cx_stack_add(&composer->base, stack, block, above);
  cx_stack_add(&composer->base, stack, foot, 0);
  return stack;
}

/* An anti-persona is never shown with a face. */
static CxBlock *compose_portrait(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  if (composer->is_anti) return centred(composer, cx_compose_octagon(composer), 17, 8);
  if (composer->persona->photo.path != NULL) return compose_photo(composer);
  return centred(composer, cx_compose_portrait(base, composer->persona, 0, DISC), 12, 4);
}

static CxWordKey type_word(CxAntiType type) {
  switch (type) {
  case CX_ANTI_DETRACTOR: return CX_WORD_ANTI_DETRACTOR;
  case CX_ANTI_MISUSER: return CX_WORD_ANTI_MISUSER;
  case CX_ANTI_NONE: break;
  }
  return CX_WORD_END;
}

CxPhrase cx_persona_overline(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxPersona *persona = composer->persona;
  CxPhrase line = cx_phrase_word(base, composer->is_anti ? CX_WORD_PERSONA_KIND_ANTI : CX_WORD_PERSONA_KIND_TYPICAL);
  const CxWordKey type = type_word(persona->type);
  if (type != CX_WORD_END) cx_join(base, &line, cx_phrase_word(base, type).text);
  cx_join(base, &line, cx_phrase(base, &persona->role).text);
  return line;
}

/* The research that the persona rests on as a whole is cited here. */
static CxBlock *compose_overline(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *text = cx_block_text(base->arena, "overline", cx_persona_overline(composer), CX_FONT_OVERLINE,
                                composer->is_anti ? CX_PAINT_WARN : CX_PAINT_ACCENT);
  cx_cite(base, text, &composer->persona->evidence);
  if (!composer->is_anti) return text;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 5;
  cx_block_add(base->arena, row, cx_block_icon(base->arena, "warning", 15, CX_PAINT_WARN, CX_HUE_NONE));
  text->grow = 1;
  CxBlock *words = cx_stack_new(base);
  words->grow = 1;
  cx_stack_add(base, words, text, 2);
  cx_block_add(base->arena, row, words);
  return row;
}

static void add_chip(CxPersonaComposer *composer, CxBlock *chips, const char *role, CxPhrase phrase, CxLook look) {
  CxArena *arena = composer->base.arena;
  if (phrase.text == NULL) return;
  CxBlock *chip = cx_block_new(arena, CX_BLOCK_STACK, role);
  chip->look = look;
  CxBlock *text = cx_block_text(arena, "tag", phrase, CX_FONT_NOTE, CX_PAINT_INK);
  text->max_width = look == CX_LOOK_TAG ? TAG_MOST : PHOTO_WIDTH - 18;
  cx_block_add(arena, chip, text);
  cx_block_add(arena, chips, chip);
}

/* Segment with its share, and whether the persona rests on nothing yet. */
static CxBlock *compose_chips(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxSegment *segment = composer->persona->segment.object;
  CxBlock *chips = cx_block_new(base->arena, CX_BLOCK_FLOW, NULL);
  chips->gap = chips->row_gap = 4;
  if (segment != NULL) {
    CxPhrase phrase = cx_phrase(base, &segment->name);
    cx_join(base, &phrase, cx_phrase(base, &segment->share).text);
    add_chip(composer, chips, "segment", phrase, CX_LOOK_SEGMENT);
  }
  if (!cx_persona_is_backed(composer->persona))
    add_chip(composer, chips, "proto-persona", cx_phrase_word(base, CX_WORD_PROTO_PERSONA), CX_LOOK_PROTO);
  return chips->children.count > 0 ? chips : NULL;
}

static void add_names(CxPersonaComposer *composer, CxBlock *panel) {
  CxComposer *base = &composer->base;
  const CxMapEntry *entry = composer->map->entry;
  CxBlock *name = cx_block_text(base->arena, "name", composer->map->title, CX_FONT_NAME, CX_PAINT_INK);
  name->is_heading = true;
  name->link = cx_link_to(base, composer->persona, &cx_map_empathy);
  cx_stack_add(base, panel, compose_overline(composer), 17.5);
  cx_stack_add(base, panel, name, 5);
  if (entry != NULL && cx_is_given(&entry->subtitle))
    cx_stack_add(
        base, panel,
        cx_block_text(base->arena, "subtitle", cx_phrase(base, &entry->subtitle), CX_FONT_BODY, CX_PAINT_MUTED), 2);
  if (composer->is_anti && cx_is_given(&composer->persona->headline))
    cx_stack_add(base, panel,
                 cx_block_text(base->arena, "headline", cx_phrase(base, &composer->persona->headline), CX_FONT_BODY,
                               CX_PAINT_INK),
                 2);
  cx_stack_add(base, panel, compose_chips(composer), 8);
}

/* ---- Facts -------------------------------------------------------------------------------------------------- */

static CxBlock *new_fact(CxPersonaComposer *composer, CxPhrase name, CxBlock *value, double drop) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, "fact"), *label = cx_stack_new(base);
  row->table = FACTS_TABLE;
  row->gap = 8;
  CxBlock *text = cx_block_text(base->arena, "name", name, CX_FONT_NOTE, CX_PAINT_MUTED);
  text->max_width = LABEL_MOST;
  label->min_width = LABEL_LEAST;
  cx_stack_add(base, label, text, drop);
  value->grow = 1;
  cx_block_add(base->arena, row, label);
  cx_block_add(base->arena, row, value);
  return row;
}

/* With the hairline under it. */
static CxBlock *ruled(CxPersonaComposer *composer, CxBlock *row) {
  CxBlock *fact = cx_stack_new(&composer->base), *line = cx_block_new(composer->base.arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = composer->is_anti ? CX_STROKE_WARN_HAIR : CX_STROKE_HAIR;
  cx_stack_add(&composer->base, fact, row, 0);
  cx_stack_add(&composer->base, fact, line, 2.75);
  return fact;
}

static void add_fact(CxPersonaComposer *composer, CxBlock *panel, CxPhrase name, CxBlock *value, bool is_first) {
  cx_stack_add(&composer->base, panel, ruled(composer, new_fact(composer, name, value, 0.25)), is_first ? 14 : 4.75);
}

static void add_brands(CxPersonaComposer *composer, CxBlock *panel) {
  CxComposer *base = &composer->base;
  const CxTexts *brands = &composer->persona->brands;
  CxBlock *flow = cx_block_new(base->arena, CX_BLOCK_FLOW, NULL);
  flow->gap = 4;
  flow->row_gap = 3;
  for (size_t i = 0; i < brands->count; i++)
    add_chip(composer, flow, "brand", cx_phrase(base, &brands->items[i]), CX_LOOK_TAG);
  if (flow->children.count == 0) return;
  cx_stack_add(base, panel, new_fact(composer, cx_phrase_word(base, CX_WORD_ALSO_USES), flow, 3.5), 6.5);
}

static void add_facts(CxPersonaComposer *composer, CxBlock *panel) {
  const CxNamedTexts *facts = &composer->persona->demographics;
  CxComposer *base = &composer->base;
  for (size_t i = 0; i < facts->count; i++) {
    const CxPhrase value = cx_phrase(base, &facts->items[i].text);
    CxBlock *text = cx_block_text(base->arena, "value", value, CX_FONT_ITEM, CX_PAINT_INK);
    text->max_width = VALUE_LEAST;
    add_fact(composer, panel, cx_phrase(base, &facts->items[i].name), text, i == 0);
  }
  CxBlock *tools = composer->is_anti ? cx_compose_tools(composer) : NULL;
  if (tools != NULL) add_fact(composer, panel, cx_phrase_word(base, CX_WORD_TOOLS), tools, facts->count == 0);
  add_brands(composer, panel);
}

/* ---- The panel ---------------------------------------------------------------------------------------------- */

static CxBlock *new_panel(CxPersonaComposer *composer) {
  CxBlock *panel = cx_block_new(composer->base.arena, CX_BLOCK_STACK, "panel");
  panel->id = "panel";
  panel->look = composer->is_anti ? CX_LOOK_SIDE_WARN : CX_LOOK_SIDE;
  return panel;
}

CxBlock *cx_compose_persona_panel(CxPersonaComposer *composer) {
  CxBlock *panel = new_panel(composer);
  if (composer->is_blank) {
    cx_compose_blank_panel(composer, panel);
    return panel;
  }
  cx_stack_add(&composer->base, panel, compose_portrait(composer), 0);
  add_names(composer, panel);
  add_facts(composer, panel);
  if (composer->is_anti) cx_stack_add(&composer->base, panel, cx_compose_risk(composer), 14);
  return panel;
}

CxBlock *cx_compose_running_panel(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  CxArena *arena = base->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "page-header"), *words = cx_stack_new(base);
  row->gap = 10;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, row,
               composer->is_anti ? cx_block_icon(arena, "warning", 28, CX_PAINT_WARN, CX_HUE_NONE)
                                 : cx_compose_portrait(base, composer->persona, 0, base->theme->sizes.disc_radius));
  words->grow = 1;
  cx_stack_add(base, words, cx_block_text(arena, "name", composer->map->title, CX_FONT_THEME, CX_PAINT_INK), 0);
  cx_stack_add(base, words,
               cx_block_text(arena, "continued", cx_phrase_word(base, CX_WORD_CONTINUED), CX_FONT_NOTE, CX_PAINT_MUTED),
               0);
  CxBlock *page = cx_block_text(arena, "page", cx_phrase_word(base, CX_WORD_PAGE), CX_FONT_NOTE, CX_PAINT_MUTED);
  page->has_page = true;
  cx_stack_add(base, words, page, 0);
  cx_block_add(arena, row, words);
  return row;
}
