/* What the maps of research share: where their definitions stand in the model, and a few blocks. */
#include "research.h"

const CxObject *cx_interviews_definition(const CxModel *model, size_t index) {
  return index == 0 && model->interviews != NULL ? &model->interviews->object : NULL;
}

const CxObject *cx_document_definition(const CxModel *model, size_t index) {
  return index == 0 ? &model->object : NULL;
}

CxPhrase cx_guide_question(const CxComposer *composer, const CxGuide *guide, size_t number) {
  const size_t asked = cx_guide_questions(guide);
  if (number <= asked) return cx_phrase(composer, &guide->questions.items[number - 1]);
  if (guide != NULL && guide->closing.count > 0) return cx_phrase(composer, &guide->closing.items[number - asked - 1]);
  return cx_phrase_word(composer, number == asked + 1 ? CX_WORD_CLOSING_WAND : CX_WORD_CLOSING_ELSE);
}

size_t cx_text_extent(const char *text) {
  size_t extent = 0;
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char(p)) {
    const gunichar c = g_utf8_get_char(p);
    if (!g_unichar_iszerowidth(c)) extent += g_unichar_iswide(c) ? 2 : 1;
  }
  return extent;
}

CxBlock *cx_compose_line(CxComposer *composer, CxStrokeName stroke, double height) {
  CxBlock *line = cx_block_new(composer->arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = stroke;
  line->min_height = height;
  return line;
}
