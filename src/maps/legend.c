/* The legend of a journey map: only the signs that are on it. */
#include "composer.h"

static void add_entry(CxComposer *composer, CxBlock *legend, CxBlock *sign, CxPhrase words) {
  CxArena *arena = composer->arena;
  CxBlock *entry = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  entry->gap = 6;
  entry->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, entry, sign);
  cx_block_add(arena, entry, cx_block_text(arena, "item", words, CX_FONT_CAPTION, CX_PAINT_MUTED));
  cx_block_add(arena, legend, entry);
}

static CxBlock *compose_face(CxComposer *composer, bool is_filled) {
  CxBlock *face = cx_block_new(composer->arena, CX_BLOCK_FACE, "face");
  face->size = composer->theme->sizes.legend_face_radius;
  face->level = 1;
  face->face = CX_FACE_HAPPY;
  face->is_filled = is_filled;
  return face;
}

static void add_personas(CxJourneyComposer *composer, CxBlock *legend) {
  CxComposer *base = &composer->base;
  for (size_t i = 0; i < composer->personas.count && composer->personas.count > 1; i++) {
    CxBlock *sample = cx_block_new(base->arena, CX_BLOCK_SAMPLE, "sample");
    const bool is_point = composer->scores != NULL && composer->scores[i] < 2; /* has no line */
    sample->size = is_point ? 18 : 34;
    sample->series = i;
    add_entry(base, legend, sample, cx_phrase(base, &composer->personas.items[i]->name));
  }
}

static CxBlock *compose_number(CxComposer *composer) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  disc->look = CX_LOOK_DISC;
  disc->hue = CX_HUE_EVIDENCE;
  disc->align = CX_ALIGN_CENTRE;
  CxBlock *letter =
      cx_block_text(composer->arena, "number", (CxPhrase){.text = "n", .lang = "en"}, CX_FONT_MARK, CX_PAINT_MARK);
  letter->hue = CX_HUE_EVIDENCE;
  letter->align = CX_ALIGN_CENTRE;
  letter->grow = 1;
  disc->min_width = 2 * composer->theme->sizes.evidence_radius;
  cx_block_add(composer->arena, disc, letter);
  return disc;
}

static CxBlock *compose_meter(CxComposer *composer) {
  CxBlock *meter = cx_block_new(composer->arena, CX_BLOCK_METER, "meter");
  meter->hue = CX_HUE_METRIC;
  meter->size = 26;
  meter->value = 0.5;
  meter->target = 0.75;
  return meter;
}

static bool has_citations(const CxComposer *composer) {
  for (size_t i = 0; i < composer->model->evidence.count; i++)
    if (composer->is_cited[i]) return true;
  return false;
}

CxBlock *cx_compose_legend(CxJourneyComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *legend = cx_block_new(base->arena, CX_BLOCK_FLOW, "legend");
  legend->id = "legend";
  legend->gap = 22;
  legend->row_gap = 6;
  legend->align = CX_ALIGN_CENTRE;
  if (base->has_star)
    add_entry(base, legend, cx_block_icon(base->arena, "star", 15, CX_PAINT_STAR, CX_HUE_NONE),
              cx_phrase_word(base, CX_WORD_MOMENT_OF_TRUTH));
  if (base->has_faces[true]) add_entry(base, legend, compose_face(base, true), cx_phrase_word(base, CX_WORD_BACKED));
  if (base->has_faces[false])
    add_entry(base, legend, compose_face(base, false), cx_phrase_word(base, CX_WORD_ASSUMPTION));
  add_personas(composer, legend);
  if (has_citations(base)) add_entry(base, legend, compose_number(base), cx_phrase_word(base, CX_WORD_SOURCE_NUMBER));
  if (base->has_target) add_entry(base, legend, compose_meter(base), cx_phrase_word(base, CX_WORD_TARGET_LEGEND));
  return legend->children.count > 0 ? legend : NULL;
}
