/* The lens of a journey map: from whose eyes it is seen. A field for each persona (disc, name, role, quote), then
 * scenario, goal and expectations.
 */
#include "journey.h"

static const double FIELD_LEAST = 132; /* points: a fact's field may get as narrow as this */

static CxBlock *compose_persona(CxJourneyComposer *composer, const CxPersona *persona, size_t series) {
  CxComposer *base = &composer->base;
  CxArena *arena = base->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "persona");
  row->id = cx_arena_printf(arena, "lens.%s", persona->object.id);
  row->ref = persona->object.id;
  row->title = cx_phrase(base, &persona->name).text;
  row->gap = 13;
  row->grow = 1;
  row->align = CX_ALIGN_CENTRE;
  row->max_width = 330;
  cx_block_add(arena, row, cx_compose_portrait(base, persona, series, base->theme->sizes.disc_radius));
  CxBlock *texts = cx_block_add(arena, row, cx_block_new(arena, CX_BLOCK_STACK, NULL));
  texts->grow = 1;
  cx_block_add(arena, texts,
               cx_block_text(arena, "name", cx_phrase(base, &persona->name), CX_FONT_LENS_NAME, CX_PAINT_INK))
      ->keeps = 130;
  row->link = cx_link_to(base, persona, NULL);
  if (cx_is_given(&persona->role))
    cx_block_add(arena, texts,
                 cx_block_text(arena, "role", cx_phrase(base, &persona->role), CX_FONT_CAPTION, CX_PAINT_MUTED));
  if (cx_is_given(&persona->quote)) {
    const CxPhrase quote = cx_phrase_quoted(base, cx_phrase(base, &persona->quote));
    CxBlock *text = cx_block_text(arena, "quote", quote, CX_FONT_LENS_QUOTE, CX_PAINT_INK);
    text->before = 2;
    text->keeps = 110;
    cx_block_add(arena, texts, text);
  }
  return row;
}

static CxBlock *compose_field(CxJourneyComposer *composer, CxWordKey name, CxBlock *content) {
  CxArena *arena = composer->base.arena;
  CxBlock *field = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  field->grow = 1;
  field->gap = 2;
  field->min_width = FIELD_LEAST;
  field->max_width = 300;
  cx_block_add(arena, field,
               cx_block_text(arena, "heading", cx_phrase_word(&composer->base, name), CX_FONT_HEADING, CX_PAINT_MUTED));
  cx_block_add(arena, field, content);
  return field;
}

static void add_text_field(CxJourneyComposer *composer, CxBlock *lens, CxWordKey name, const CxText *text) {
  if (!cx_is_given(text)) return;
  CxComposer *base = &composer->base;
  CxBlock *content = cx_block_text(base->arena, "item", cx_phrase(base, text), CX_FONT_ITEM, CX_PAINT_INK);
  cx_block_add(base->arena, lens, compose_field(composer, name, content));
}

static CxBlock *compose_facts(CxJourneyComposer *composer) {
  CxArena *arena = composer->base.arena;
  const CxJourney *journey = composer->journey;
  CxBlock *facts = cx_block_new(arena, CX_BLOCK_FLOW, NULL);
  facts->has_rules = true;
  facts->gap = 32;
  facts->row_gap = 14;
  add_text_field(composer, facts, CX_WORD_SCENARIO, &journey->scenario);
  add_text_field(composer, facts, CX_WORD_GOAL, &journey->goal);
  if (journey->expectations.count > 0)
    cx_block_add(arena, facts,
                 compose_field(composer, CX_WORD_EXPECTATIONS_HEAD,
                               cx_compose_bullets(&composer->base, &journey->expectations)));
  if (composer->entry != NULL) add_text_field(composer, facts, CX_WORD_NOTE, &composer->entry->note);
  return facts;
}

/* Many personas stand in columns of their own above the facts. */
static CxBlock *compose_crowd(CxJourneyComposer *composer, CxBlock *facts) {
  CxArena *arena = composer->base.arena;
  CxBlock *stack = cx_block_new(arena, CX_BLOCK_STACK, NULL), *crowd = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  crowd->columns = MAX(composer->base.personas.count, 4);
  crowd->column_min = 168;
  crowd->gap = 24;
  crowd->row_gap = 10;
  for (size_t i = 0; i < composer->base.personas.count; i++)
    cx_block_add(arena, crowd, compose_persona(composer, composer->base.personas.items[i], i));
  stack->gap = 12;
  cx_block_add(arena, stack, crowd);
  if (facts->children.count > 0) cx_block_add(arena, stack, facts);
  return stack;
}

CxBlock *cx_compose_lens(CxJourneyComposer *composer) {
  CxBlock *lens = compose_facts(composer);
  const size_t personas = composer->base.personas.count;
  if (personas > 2) lens = compose_crowd(composer, lens);
  CxBlocks facts = lens->children;
  if (personas > 0 && personas <= 2) {
    lens->children = (CxBlocks){0};
    for (size_t i = 0; i < personas; i++)
      cx_block_add(composer->base.arena, lens, compose_persona(composer, composer->base.personas.items[i], i));
    for (size_t i = 0; i < facts.count; i++) cx_block_add(composer->base.arena, lens, facts.items[i]);
  }
  lens->role = lens->id = "lens";
  lens->look = CX_LOOK_PANEL;
  return lens->children.count > 0 ? lens : NULL;
}
