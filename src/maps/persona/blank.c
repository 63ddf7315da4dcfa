/* A card to be filled in by hand: frames, labels, hints and lines to write on. */
#include "persona.h"

static const double LINE = 24; /* points: from one writing line to the next */

CxBlock *cx_compose_writing_lines(CxPersonaComposer *composer, size_t count) {
  CxBlock *lines = cx_stack_new(&composer->base);
  for (size_t i = 0; i < count; i++) {
    CxBlock *line = cx_block_new(composer->base.arena, CX_BLOCK_DIVIDER, "line");
    line->stroke = composer->is_anti ? CX_STROKE_WARN_HAIR : CX_STROKE_HAIR;
    cx_stack_add(&composer->base, lines, line, i == 0 ? LINE - 5 : LINE);
  }
  return lines;
}

CxBlock *cx_compose_hint(CxPersonaComposer *composer, CxWordKey hint) {
  if (hint == CX_WORD_END) return NULL;
  return cx_block_text(composer->base.arena, "hint", cx_phrase_word(&composer->base, hint), CX_FONT_NOTE,
                       CX_PAINT_MUTED);
}

/* A frame to draw in. */
static CxBlock *compose_frame(CxPersonaComposer *composer) {
  CxBlock *frame = cx_stack_new(&composer->base), *hint = cx_compose_hint(composer, CX_WORD_CARD_HINT_PORTRAIT);
  frame->look = CX_LOOK_FRAME;
  frame->min_height = 150;
  frame->is_middle = true;
  hint->align = CX_ALIGN_CENTRE;
  cx_stack_add(&composer->base, frame, hint, 0);
  return frame;
}

void cx_compose_blank_panel(CxPersonaComposer *composer, CxBlock *panel) {
  static const CxWordKey labels[] = {CX_WORD_BLANK_NAME, CX_WORD_BLANK_ROLE,   CX_WORD_BLANK_AGE, CX_WORD_BLANK_HOME,
                                     CX_WORD_BLANK_WORK, CX_WORD_BLANK_FAMILY, CX_WORD_ALSO_USES};
  CxComposer *base = &composer->base;
  const CxPhrase kind = cx_persona_overline(composer);
  cx_stack_add(base, panel, compose_frame(composer), 0);
  cx_stack_add(base, panel,
               cx_block_text(base->arena, "overline", kind, CX_FONT_OVERLINE,
                             composer->is_anti ? CX_PAINT_WARN : CX_PAINT_ACCENT),
               17.5);
  for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
    cx_stack_add(base, panel, cx_compose_hint(composer, labels[i]), i == 0 ? 10 : 6);
    cx_stack_add(base, panel, cx_compose_writing_lines(composer, 1), 0);
  }
}

void cx_compose_blank_opening(CxPersonaComposer *composer, CxBlock *content) {
  CxComposer *base = &composer->base;
  cx_stack_add(base, content, cx_compose_hint(composer, CX_WORD_CARD_HINT_QUOTE), 0);
  cx_stack_add(base, content, cx_compose_writing_lines(composer, 1), 0);
  cx_stack_add(base, content, cx_compose_hint(composer, CX_WORD_CARD_HINT_ABOUT), 10);
  cx_stack_add(base, content, cx_compose_writing_lines(composer, 2), 0);
}
