/* The card of a persona or an anti-persona: a panel with who it is at the page's start, beside it what there is to
 * know: quote, headline, about, then sections in two columns that close up where some are empty.
 *
 * In: a persona of the model. Out: a sheet; nothing here has a coordinate. What a persona says, thinks, does, feels,
 * sees and hears is for the empathy map; of these the card of an anti-persona shows what it does.
 */
#include "persona.h"

/* Points: A4 held across, and the panel. */
static const double WIDTH = 842, HEIGHT = 595, PANEL = 246;
static const double SOURCE_LEAST = 170; /* width of a column of sources */

/* ---- Over the sections -------------------------------------------------------------------------------------- */

static CxBlock *compose_quote(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  if (!cx_is_given(&composer->persona->quote)) return NULL;
  const CxPhrase quote = cx_phrase_unquoted(base, cx_phrase(base, &composer->persona->quote));
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 9;
  cx_block_add(
      base->arena, row,
      cx_block_icon(base->arena, "quote", 23, composer->is_anti ? CX_PAINT_WARN_MID : CX_PAINT_MID, CX_HUE_STAGE_1));
  cx_block_add(
      base->arena, row,
      cx_block_text(base->arena, "quote", quote, CX_FONT_QUOTE, composer->is_anti ? CX_PAINT_WARN : CX_PAINT_ACCENT))
      ->grow = 1;
  return row;
}

/* The theme's logo stands at the end of the first line. */
static CxBlock *with_logo(CxPersonaComposer *composer, CxBlock *first) {
  CxArena *arena = composer->base.arena;
  CxBlock *logo = cx_compose_logo(&composer->base);
  if (logo == NULL) return first;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 24;
  if (first == NULL) first = cx_stack_new(&composer->base);
  first->grow = 1;
  cx_block_add(arena, row, first);
  cx_block_add(arena, row, logo);
  return row;
}

static void add_text(CxPersonaComposer *composer, CxBlock *stack, const char *role, const CxText *text, CxFont font,
                     double before) {
  CxComposer *base = &composer->base;
  if (cx_is_given(text))
    cx_stack_add(base, stack, cx_block_text(base->arena, role, cx_phrase(base, text), font, CX_PAINT_INK),
                 stack->children.count > 0 ? before : 0);
}

static void compose_opening(CxPersonaComposer *composer, CxBlock *content) {
  CxComposer *base = &composer->base;
  const CxPersona *persona = composer->persona;
  CxBlock *quote = compose_quote(composer);
  CxBlock *first = composer->is_anti ? cx_compose_lead(composer) : quote;
  cx_stack_add(base, content, with_logo(composer, first), 0);
  if (composer->is_anti)
    cx_stack_add(base, content, quote, content->children.count > 0 ? 8 : 0);
  else
    add_text(composer, content, "headline", &persona->headline, CX_FONT_METRIC, 11);
  add_text(composer, content, "about", &persona->about, CX_FONT_BODY, 5);
  if (composer->map->entry != NULL) add_text(composer, content, "note", &composer->map->entry->note, CX_FONT_BODY, 5);
}

static CxBlock *compose_content(CxPersonaComposer *composer) {
  CxBlock *content = cx_stack_new(&composer->base);
  CxSections sections = {0};
  if (composer->is_blank)
    cx_compose_blank_opening(composer, content);
  else
    compose_opening(composer, content);
  if (composer->is_anti)
    cx_anti_sections(composer, &sections);
  else
    cx_persona_sections(composer, &sections);
  cx_sections_arrange(composer, content, &sections);
  return content;
}

/* ---- The foot ----------------------------------------------------------------------------------------------- */

/* Owner · date · version: the persona's own, the document's where it has none. */
static CxPhrase foot_line(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxPersona *persona = composer->persona;
  const CxModel *model = base->model;
  CxPhrase line = cx_phrase(base, cx_is_given(&persona->owner) ? &persona->owner : &model->author);
  cx_join(base, &line,
          persona->date.year != 0 ? cx_word_date(base->arena, &persona->date, base->lang)
                                  : cx_document_date(base).text);
  if (cx_is_given(&model->version))
    cx_join(base, &line,
            cx_phrase_filled(base, CX_WORD_VERSION_FOOT, cx_phrase(base, &model->version).text, NULL).text);
  if (line.lang == NULL) line.lang = base->lang;
  return line;
}

/* Sources, or the document's title where there are none. The line keeps to the end of the foot, also where a page cites
 * no sources: the sources take what there is first. */
static CxBlock *compose_foot(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, "footer");
  row->id = "footer";
  row->gap = 24;
  CxBlock *sources = cx_compose_source_list(base);
  const CxPhrase title = cx_phrase(base, &base->model->title);
  if (sources != NULL) {
    sources->role = sources->id = "sources";
    sources->column_min = SOURCE_LEAST;
    cx_block_add(base->arena, row, sources)->grow = 1;
  } else if (g_strcmp0(title.text, composer->map->title.text) != 0) {
    cx_block_add(base->arena, row, cx_block_text(base->arena, "footer", title, CX_FONT_CAPTION, CX_PAINT_MUTED))->grow =
        1;
  }
  const CxPhrase line = foot_line(composer);
  if (line.text == NULL) return row;
  CxBlock *text = cx_block_text(base->arena, "footer", line, CX_FONT_CAPTION, CX_PAINT_MUTED);
  text->align = CX_ALIGN_END;
  text->max_width = 220;
  text->grow = 1e-3;
  cx_block_add(base->arena, row, text);
  return row;
}

/* ---- The sheet ---------------------------------------------------------------------------------------------- */

static CxSheet *compose_sheet(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *panel = cx_compose_persona_panel(composer);
  CxSheet *sheet = cx_sheet_new(base, composer->map, cx_persona_overline(composer));
  sheet->least_width = WIDTH;
  sheet->least_height = HEIGHT;
  sheet->is_card = true;
  sheet->panel_width = PANEL;
  sheet->panel = panel;
  sheet->running_panel = cx_compose_running_panel(composer);
  sheet->content = compose_content(composer);
  sheet->running = cx_compose_running(base, composer->map->title, NULL, 0, 0);
  sheet->footer = compose_foot(composer);
  cx_sheet_number_sources(base, sheet);
  return sheet;
}

static CxSheet *persona_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  const CxPersona *persona = map->definition;
  CxPersonaComposer composer = {.persona = persona, .map = map, .is_blank = map->is_blank};
  composer.is_anti = persona->kind == CX_PERSONA_ANTI;
  cx_composer_init(&composer.base, arena, model, map, theme);
  cx_series_of(&composer.base, persona);
  CxSheet *sheet = compose_sheet(&composer);
  cx_composer_clear(&composer.base);
  return sheet;
}

/* ---- The kind ----------------------------------------------------------------------------------------------- */

const CxObject *cx_persona_definition(const CxModel *model, size_t index) {
  return index < model->personas.count ? &model->personas.items[index]->object : NULL;
}

const CxText *cx_persona_title(const void *persona) {
  return &((const CxPersona *)persona)->name;
}

/* The maps of journeys, segments and interviews show name, role, quote and photo: of a persona who is no more than that
 * a card would say nothing new. */
static bool is_worth_a_card(const CxModel *model, const void *definition) {
  const bool is_shown_elsewhere = model->journeys.count > 0 || model->segments.count > 0 || model->interviews != NULL;
  return !is_shown_elsewhere || cx_persona_has_more(definition);
}

const CxMapKind cx_map_persona = {
    .name = "persona",
    .key = "persona",
    .ref = offsetof(CxMapEntry, persona),
    .is_first = true,
    .doc = "The card of a persona or an anti-persona.",
    .definition = cx_persona_definition,
    .is_natural = is_worth_a_card,
    .title = cx_persona_title,
    .compose = persona_compose,
};
