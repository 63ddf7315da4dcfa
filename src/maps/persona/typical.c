/* Which sections the card of a persona has, in their order. Every list that a persona may have stands in one of them.
 */
#include "persona.h"

#define GOOD .paint = CX_PAINT_MARK, .hue = CX_HUE_GAIN
#define BAD .paint = CX_PAINT_MARK, .hue = CX_HUE_PAIN
#define PLAIN .paint = CX_PAINT_ACCENT

static const CxSectionStyle goals = {"goals", "goal", CX_WORD_LANE_GOALS, CX_WORD_CARD_HINT_GOALS, PLAIN};
static const CxSectionStyle needs = {"needs", "need", CX_WORD_LANE_NEEDS, CX_WORD_CARD_HINT_NEEDS, PLAIN};
static const CxSectionStyle expectations = {"expectations", "expectation", CX_WORD_LANE_EXPECTATIONS, CX_WORD_END,
                                            PLAIN};
static const CxSectionStyle pains = {"pains", "pain", CX_WORD_FRUSTRATIONS, CX_WORD_CARD_HINT_FRUSTRATIONS, BAD};
static const CxSectionStyle stay = {"motivations", "gain", CX_WORD_STAY, CX_WORD_CARD_HINT_STAY, GOOD};
static const CxSectionStyle character = {"traits", "frontstage", CX_WORD_CHARACTER, CX_WORD_CARD_HINT_CHARACTER, PLAIN};
static const CxSectionStyle channels = {"channels", "touchpoint", CX_WORD_CHANNELS, CX_WORD_CARD_HINT_CHANNELS, PLAIN};
static const CxSectionStyle tools = {"tools", "support-process", CX_WORD_TOOLS, CX_WORD_END, PLAIN};
static const CxSectionStyle triggers = {"triggers", "action", CX_WORD_TRIGGERS, CX_WORD_END, PLAIN};
static const CxSectionStyle consequences = {"consequences", "warning", CX_WORD_CONSEQUENCES, CX_WORD_END, BAD};
static const CxSectionStyle mitigations = {"mitigations", "check", CX_WORD_MITIGATIONS, CX_WORD_END, GOOD};

static const size_t BLANK_LINES = 3;
enum { BLANK_TRAITS = 2, BLANK_CHANNELS = 3 };

/* ---- Lists -------------------------------------------------------------------------------------------------- */

static void add_list(CxPersonaComposer *composer, CxSections *sections, const CxSectionStyle *style,
                     const CxItems *items) {
  CxSectionEntries entries = {0};
  cx_section_items(composer, &entries, style, CX_WORD_END, items);
  cx_section_add(composer, sections, style, &entries, style->hint != CX_WORD_END ? BLANK_LINES : 0);
}

static void add_frustrations(CxPersonaComposer *composer, CxSections *sections) {
  const CxPersona *persona = composer->persona;
  CxSectionEntries entries = {0};
  cx_section_items(composer, &entries, &pains, CX_WORD_END, &persona->pains);
  cx_section_items(composer, &entries, &pains, CX_WORD_CHALLENGES, &persona->challenges);
  cx_section_items(composer, &entries, &pains, CX_WORD_FEARS, &persona->fears);
  cx_section_add(composer, sections, &pains, &entries, BLANK_LINES);
}

static void add_stay(CxPersonaComposer *composer, CxSections *sections) {
  const CxPersona *persona = composer->persona;
  CxSectionEntries entries = {0};
  cx_section_items(composer, &entries, &stay, CX_WORD_END, &persona->motivations);
  cx_section_items(composer, &entries, &stay, CX_WORD_DELIGHT, &persona->gains);
  cx_section_add(composer, sections, &stay, &entries, BLANK_LINES);
}

/* ---- Character ---------------------------------------------------------------------------------------------- */

static CxBlock *new_chart(CxPersonaComposer *composer, CxChartKind kind, const CxNumber *value, double most) {
  CxArena *arena = composer->base.arena;
  CxBlock *block = cx_block_chart(arena, kind, NULL);
  if (value != NULL && value->is_given)
    *cx_list_add(arena, &block->chart->parts) = (CxChartPart){
        .value = CLAMP(value->value / most, 0, 1), .target = -1, .hue = composer->is_anti ? CX_HUE_PAIN : CX_HUE_NONE};
  return block;
}

static CxBlock *compose_trait(CxPersonaComposer *composer, const CxNamedNumber *trait) {
  CxComposer *base = &composer->base;
  char digits[CX_NUMBER_LENGTH];
  const CxPhrase value = {.text = cx_arena_strdup(base->arena, cx_number_format(trait->number.value, 2, digits)),
                          .lang = base->lang};
  CxBlock *stack = cx_block_new(base->arena, CX_BLOCK_STACK, "trait"),
          *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 10;
  cx_block_add(base->arena, row,
               cx_block_text(base->arena, "item", cx_phrase(base, &trait->name), CX_FONT_BODY, CX_PAINT_INK))
      ->grow = 1;
  cx_block_add(base->arena, row, cx_block_text(base->arena, "value", value, CX_FONT_NOTE, CX_PAINT_MUTED));
  cx_stack_add(base, stack, row, 0);
  cx_stack_add(base, stack, new_chart(composer, CX_CHART_SLIDER, &trait->number, 1), 2);
  return stack;
}

static void add_entry(CxPersonaComposer *composer, CxSectionEntries *entries, CxBlock *entry, double height) {
  *cx_list_add(composer->base.arena, &entries->blocks) = entry;
  entries->height += height + entries->gap;
}

static void add_character(CxPersonaComposer *composer, CxSections *sections) {
  const CxNamedNumbers *traits = &composer->persona->traits;
  CxSectionEntries entries = {.gap = 7};
  for (size_t i = 0; i < traits->count; i++)
    add_entry(composer, &entries, compose_trait(composer, &traits->items[i]), 26);
  cx_section_add(composer, sections, &character, &entries, 0);
  for (size_t i = 0; i < BLANK_TRAITS && composer->is_blank; i++) {
    CxBlock *section = sections->items[sections->count - 1].block;
    cx_stack_add(&composer->base, section, cx_compose_writing_lines(composer, 1), 0);
    cx_stack_add(&composer->base, section, new_chart(composer, CX_CHART_SLIDER, NULL, 1), 4);
  }
}

/* ---- Channels ----------------------------------------------------------------------------------------------- */

static GHashTable *channels_by_id(const CxModel *model) {
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  for (size_t i = 0; i < model->channels.count; i++)
    g_hash_table_insert(table, (gpointer)model->channels.items[i]->object.id, model->channels.items[i]);
  return table;
}

static CxBlock *compose_channel(CxPersonaComposer *composer, const CxChannel *channel, const CxNamedNumber *use) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, "channel");
  row->gap = 8;
  row->align = CX_ALIGN_CENTRE;
  row->ref = channel->object.id;
  cx_block_add(base->arena, row,
               cx_compose_channel_icon(base, channel, 14, composer->is_anti ? CX_PAINT_WARN : CX_PAINT_ACCENT));
  cx_block_add(base->arena, row,
               cx_block_text(base->arena, "item", cx_channel_name(base, channel), CX_FONT_BODY, CX_PAINT_INK))
      ->grow = 1;
  cx_block_add(base->arena, row, new_chart(composer, CX_CHART_DOTS, &use->number, 5));
  return row;
}

static CxBlock *compose_blank_channel(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL), *lines = cx_compose_writing_lines(composer, 1);
  row->gap = 12;
  row->align = CX_ALIGN_END;
  lines->grow = 1;
  cx_block_add(base->arena, row, lines);
  cx_block_add(base->arena, row, new_chart(composer, CX_CHART_DOTS, NULL, 5));
  return row;
}

/* An id of no channel was reported when it was read. */
static void add_channels(CxPersonaComposer *composer, CxSections *sections) {
  const CxNamedNumbers *used = &composer->persona->channels;
  GHashTable *known = channels_by_id(composer->base.model);
  CxSectionEntries entries = {.gap = 7};
  for (size_t i = 0; i < used->count; i++) {
    const CxChannel *channel =
        used->items[i].name.text == NULL ? NULL : g_hash_table_lookup(known, used->items[i].name.text);
    if (channel != NULL) add_entry(composer, &entries, compose_channel(composer, channel, &used->items[i]), 14);
  }
  g_hash_table_destroy(known);
  cx_section_add(composer, sections, &channels, &entries, 0);
  for (size_t i = 0; i < BLANK_CHANNELS && composer->is_blank; i++)
    cx_stack_add(&composer->base, sections->items[sections->count - 1].block, compose_blank_channel(composer), 0);
}

/* ---- The card ----------------------------------------------------------------------------------------------- */

void cx_persona_rest(CxPersonaComposer *composer, CxSections *sections) {
  const CxPersona *persona = composer->persona;
  add_list(composer, sections, &needs, &persona->needs);
  add_list(composer, sections, &expectations, &persona->expectations);
  add_frustrations(composer, sections);
  add_stay(composer, sections);
  add_character(composer, sections);
  add_channels(composer, sections);
}

void cx_persona_sections(CxPersonaComposer *composer, CxSections *sections) {
  const CxPersona *persona = composer->persona;
  add_list(composer, sections, &goals, &persona->goals);
  cx_persona_rest(composer, sections);
  add_list(composer, sections, &tools, &persona->tools);
  add_list(composer, sections, &triggers, &persona->triggers);
  add_list(composer, sections, &consequences, &persona->consequences);
  add_list(composer, sections, &mitigations, &persona->mitigations);
}
