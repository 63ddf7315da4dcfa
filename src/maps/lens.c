/* The lens of a journey map: from whose eyes it is seen. A field for each persona (disc, name, role, quote), then
 * scenario, goal and expectations.
 */
#include "composer.h"

static const double FIELD_LEAST = 132; /* points: a fact's field may get as narrow as this */

static CxBlock *compose_portrait(CxJourneyComposer *composer, const CxPersona *persona, size_t series) {
  CxComposer *base = &composer->base;
  CxBlock *portrait = cx_block_new(base->arena, CX_BLOCK_PORTRAIT, "portrait");
  portrait->size = base->theme->sizes.disc_radius;
  portrait->series = series;
  if (persona->photo.path != NULL) {
    portrait->path = persona->photo.path;
    portrait->name = persona->photo.text;
  } else {
    portrait->phrase = cx_phrase_initials(base, cx_phrase(base, &persona->name));
  }
  return portrait;
}

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
  cx_block_add(arena, row, compose_portrait(composer, persona, series));
  CxBlock *texts = cx_block_add(arena, row, cx_block_new(arena, CX_BLOCK_STACK, NULL));
  texts->grow = 1;
  cx_block_add(arena, texts,
               cx_block_text(arena, "name", cx_phrase(base, &persona->name), CX_FONT_LENS_NAME, CX_PAINT_INK));
  if (cx_is_given(&persona->role))
    cx_block_add(arena, texts,
                 cx_block_text(arena, "role", cx_phrase(base, &persona->role), CX_FONT_CAPTION, CX_PAINT_MUTED));
  if (cx_is_given(&persona->quote)) {
    const CxPhrase quote = cx_phrase_quoted(base, cx_phrase(base, &persona->quote));
    cx_block_add(arena, texts, cx_block_text(arena, "quote", quote, CX_FONT_LENS_QUOTE, CX_PAINT_INK))->before = 2;
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

CxBlock *cx_compose_lens(CxJourneyComposer *composer) {
  CxArena *arena = composer->base.arena;
  const CxJourney *journey = composer->journey;
  CxBlock *lens = cx_block_new(arena, CX_BLOCK_FLOW, "lens");
  lens->id = "lens";
  lens->look = CX_LOOK_PANEL;
  lens->has_rules = true;
  lens->gap = 32;
  lens->row_gap = 14;
  for (size_t i = 0; i < composer->personas.count; i++)
    cx_block_add(arena, lens, compose_persona(composer, composer->personas.items[i], i));
  add_text_field(composer, lens, CX_WORD_SCENARIO, &journey->scenario);
  add_text_field(composer, lens, CX_WORD_GOAL, &journey->goal);
  if (journey->expectations.count > 0)
    cx_block_add(arena, lens,
                 compose_field(composer, CX_WORD_EXPECTATIONS_HEAD,
                               cx_compose_bullets(&composer->base, &journey->expectations)));
  return lens->children.count > 0 ? lens : NULL;
}
