/* Evidence: marks behind texts, and the numbered list of sources at the foot of each map that cites them.
 *
 * A mark is first the index of the evidence in the model. When a map is complete, cx_sources_number turns the indices
 * into numbers from 1, in the order of the definitions, so that they are the same whatever lanes are shown first.
 */
#include "composer.h"

#include <stdlib.h>
#include <string.h>

void cx_cite(CxComposer *composer, CxBlock *text, const CxRefs *evidence) {
  for (size_t i = 0; i < evidence->count; i++) {
    if (evidence->items[i].object == NULL) continue;
    const size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(composer->evidence_index, evidence->items[i].object));
    composer->is_cited[index] = true;
    *cx_list_add(composer->arena, &text->marks) = (int)index;
    cx_show(composer, text, CX_SIGNS(CX_SIGN_SOURCE));
  }
}

/* ---- The list --------------------------------------------------------------------------------------------- */

const char *cx_grouped(CxComposer *composer, double value) {
  char digits[CX_NUMBER_LENGTH];
  cx_number_format(value, 3, digits);
  const size_t whole = strcspn(digits, ".");
  GString *text = g_string_new(NULL);
  for (size_t i = 0; digits[i] != '\0'; i++) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) g_string_append(text, "\u00a0");
    g_string_append_c(text, digits[i]);
  }
  const char *result = cx_arena_strdup(composer->arena, text->str);
  g_string_free(text, TRUE);
  return result;
}

static CxPhrase source_details(CxComposer *composer, const CxEvidence *evidence) {
  const char *separator = cx_word(CX_WORD_FACT_SEPARATOR, composer->lang, NULL);
  CxPhrase line = cx_phrase(composer, &evidence->source);
  if (line.text == NULL) line = (CxPhrase){.text = evidence->object.id, .lang = composer->lang};
  const char *parts[3] = {NULL};
  if (cx_is_given(&evidence->period))
    parts[0] = cx_phrase(composer, &evidence->period).text;
  else if (evidence->date.year != 0)
    parts[0] = cx_word_date(composer->arena, &evidence->date, composer->lang);
  if (evidence->n.is_given)
    parts[1] = cx_phrase_filled(composer, CX_WORD_N, cx_grouped(composer, evidence->n.value), NULL).text;
  for (size_t i = 0; parts[i] != NULL || i < 2; i++)
    if (parts[i] != NULL)
      line.text =
          line.text == NULL ? parts[i] : cx_arena_printf(composer->arena, "%s%s%s", line.text, separator, parts[i]);
  if (line.lang == NULL) line.lang = composer->lang;
  return line;
}

static CxBlock *compose_source(CxComposer *composer, const CxEvidence *evidence, int index) {
  CxArena *arena = composer->arena;
  const CxEvidenceKind kind = evidence->kind != 0 ? evidence->kind : CX_EVIDENCE_OTHER;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "source");
  row->id = cx_arena_printf(arena, "sources.%s", evidence->object.id);
  row->ref = evidence->object.id;
  row->link = evidence->link;
  row->gap = 6;
  CxBlock *number = cx_block_text(arena, "number", (CxPhrase){.text = "", .lang = "en"}, CX_FONT_CAPTION, CX_PAINT_INK);
  *cx_list_add(arena, &number->marks) = index;
  cx_block_add(arena, row, number);
  const CxPhrase name = cx_phrase_word(composer, CX_WORD_EVIDENCE_INTERVIEW + (CxWordKey)kind - CX_EVIDENCE_INTERVIEW);
  cx_block_add(arena, row, cx_block_text(arena, "kind", name, CX_FONT_CAPTION_STRONG, CX_PAINT_INK));
  const CxPhrase details = source_details(composer, evidence);
  if (details.text != NULL)
    cx_block_add(arena, row, cx_block_text(arena, "item", details, CX_FONT_CAPTION, CX_PAINT_MUTED))->grow = 1;
  return row;
}

CxBlock *cx_compose_source_list(CxComposer *composer) {
  CxArena *arena = composer->arena;
  CxBlock *list = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  list->columns = 5;
  list->column_min = 210;
  list->gap = 20;
  list->row_gap = 4;
  for (size_t i = 0; i < composer->model->evidence.count; i++)
    if (composer->is_cited[i])
      cx_block_add(arena, list, compose_source(composer, composer->model->evidence.items[i], (int)i));
  return list->children.count > 0 ? list : NULL;
}

CxBlock *cx_compose_sources(CxComposer *composer) {
  CxArena *arena = composer->arena;
  CxBlock *list = cx_compose_source_list(composer);
  if (list == NULL) return NULL;
  CxBlock *sources = cx_block_new(arena, CX_BLOCK_STACK, "sources");
  sources->id = "sources";
  sources->gap = 4;
  CxBlock *head =
      cx_block_text(arena, "heading", cx_phrase_word(composer, CX_WORD_SOURCES), CX_FONT_HEADING, CX_PAINT_MUTED);
  head->is_heading = true;
  cx_block_add(arena, sources, head);
  cx_block_add(arena, sources, list);
  return sources;
}

/* ---- The fact in the title block ---------------------------------------------------------------------------- */

static CxPhrase counted(CxComposer *composer, int count, CxWordKey one, CxWordKey many) {
  if (count == 1) return cx_phrase_word(composer, one);
  return cx_phrase_filled(composer, many, cx_arena_printf(composer->arena, "%d", count), NULL);
}

/* An interview that says n stands for n interviews. */
CxPhrase cx_evidence_fact(CxComposer *composer) {
  int interviews = 0, others = 0;
  for (size_t i = 0; i < composer->model->evidence.count; i++) {
    const CxEvidence *evidence = composer->model->evidence.items[i];
    if (!composer->is_cited[i]) continue;
    if (evidence->kind == CX_EVIDENCE_INTERVIEW)
      interviews += evidence->n.is_given ? (int)CLAMP(evidence->n.value, 1, 1e9) : 1;
    else
      others++;
  }
  CxPhrase fact = {0};
  if (interviews > 0) fact = counted(composer, interviews, CX_WORD_COUNT_INTERVIEW_ONE, CX_WORD_COUNT_INTERVIEWS);
  if (others == 0) return fact;
  const CxPhrase rest = counted(composer, others, CX_WORD_COUNT_SOURCE_ONE, CX_WORD_COUNT_SOURCES);
  if (fact.text == NULL) return rest;
  fact.text = cx_arena_printf(composer->arena, "%s%s%s", fact.text,
                              cx_word(CX_WORD_FACT_SEPARATOR, composer->lang, NULL), rest.text);
  return fact;
}

/* ---- Numbers --------------------------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

static void number_block(CxBlock *block, const int *numbers);

static void number_curve(CxCurve *curve, const int *numbers) {
  for (size_t s = 0; s < curve->series.count; s++)
    for (size_t i = 0; i < curve->series.items[s].points.count; i++)
      if (curve->series.items[s].points.items[i].comment != NULL)
        number_block(curve->series.items[s].points.items[i].comment, numbers);
  for (size_t i = 0; i < curve->notes.count; i++) number_block(curve->notes.items[i].block, numbers);
}

static void number_block(CxBlock *block, const int *numbers) {
  for (size_t i = 0; i < block->marks.count; i++) block->marks.items[i] = numbers[block->marks.items[i]];
  if (block->marks.count > 1) qsort(block->marks.items, block->marks.count, sizeof(int), compare_numbers);
  for (size_t i = 0; i < block->children.count; i++) number_block(block->children.items[i], numbers);
  if (block->grid != NULL)
    for (size_t i = 0; i < block->grid->cells.count; i++) number_block(block->grid->cells.items[i].block, numbers);
  if (block->curve != NULL) number_curve(block->curve, numbers);
}

void cx_sources_number(CxComposer *composer, CxBlock *body) {
  const size_t count = composer->model->evidence.count;
  int *numbers = g_new0(int, count + 1), next = 1;
  for (size_t i = 0; i < count; i++)
    if (composer->is_cited[i]) numbers[i] = next++;
  number_block(body, numbers);
  g_free(numbers);
}
