/* What all maps have in common: how composing begins, and how the parts of a map become its sheet. */
#include "composer.h"

void cx_composer_init(CxComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                      const CxTheme *theme) {
  *composer = (CxComposer){.arena = arena, .model = model, .map = map, .theme = theme, .lang = map->lang};
  composer->is_cited = cx_new_array(arena, bool, model->evidence.count + 1);
  composer->evidence_index = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < model->evidence.count; i++)
    g_hash_table_insert(composer->evidence_index, model->evidence.items[i], GSIZE_TO_POINTER(i));
}

void cx_composer_clear(CxComposer *composer) {
  g_hash_table_destroy(composer->evidence_index);
}

void cx_show(CxComposer *composer, CxBlock *block, CxSigns sign) {
  block->signs |= sign;
  composer->signs |= sign;
}

CxBlock *cx_stack_new(CxComposer *composer) {
  return cx_block_new(composer->arena, CX_BLOCK_STACK, NULL);
}

void cx_stack_add(CxComposer *composer, CxBlock *stack, CxBlock *part, double before) {
  if (cx_block_add(composer->arena, stack, part) != NULL) part->before = before;
}

void cx_sheet_number_sources(CxComposer *composer, const CxSheet *sheet) {
  CxBlock *parts[] = {sheet->head, sheet->running, sheet->content, sheet->tail, sheet->panel, sheet->footer};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i] != NULL) cx_sources_number(composer, parts[i]);
}

static CxBlock *compose_head(CxComposer *composer, const CxMap *map, const CxSheetParts *parts) {
  CxBlock *head = cx_stack_new(composer);
  cx_stack_add(composer, head, cx_compose_title(composer, map, parts), 0);
  if (parts->opening != NULL)
    cx_stack_add(composer, head, parts->opening, parts->opening_gap);
  else
    cx_stack_add(composer, head, cx_compose_note(composer, map), 8);
  return head;
}

static CxBlock *compose_tail(CxComposer *composer, const CxSheetParts *parts) {
  const double gap = parts->tail_gap > 0 ? parts->tail_gap : 10;
  CxBlock *tail = cx_stack_new(composer);
  cx_stack_add(composer, tail, parts->legend, gap);
  cx_stack_add(composer, tail, cx_compose_sources(composer), gap);
  return tail;
}

CxSheet *cx_sheet_new(CxComposer *composer, const CxMap *map, CxPhrase overline) {
  const CxModel *model = composer->model;
  CxSheet *sheet = cx_new(composer->arena, CxSheet);
  sheet->id = map->id;
  sheet->kind = map->kind->name;
  sheet->title = map->title.text;
  sheet->document = cx_phrase(composer, &model->title).text;
  sheet->lang = map->lang;
  sheet->paper = map->paper;
  sheet->author = cx_phrase(composer, &model->author).text;
  sheet->subject = overline.text;
  sheet->date = model->date.year != 0 ? model->date_text.text : NULL;
  return sheet;
}

CxSheet *cx_compose_sheet(CxComposer *composer, const CxMap *map, const CxSheetParts *parts) {
  CxSheet *sheet = cx_sheet_new(composer, map, parts->overline);
  sheet->head = compose_head(composer, map, parts);
  sheet->running = parts->running != NULL ? parts->running : cx_compose_running(composer, map->title, NULL, 0, 0);
  sheet->content = parts->content;
  sheet->looser = parts->looser;
  sheet->tail = compose_tail(composer, parts);
  sheet->footer = cx_compose_footer(composer, map->title);
  if (map->is_blank) sheet->most_scale = cx_blank_scale(map);
  cx_sheet_number_sources(composer, sheet);
  return sheet;
}
