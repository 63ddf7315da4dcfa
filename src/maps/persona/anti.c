/* What the card of an anti-persona has instead of a portrait and a headline: the octagon, what it is after, how large
 * the risk is, whom it harms, what is done about it.
 */
#include "persona.h"

#include <string.h>

#define WARN .paint = CX_PAINT_ACCENT, .hint = CX_WORD_END

static const CxSectionStyle triggers = {"triggers", "pain", CX_WORD_TRIGGERS, WARN};
static const CxSectionStyle does = {"does", "hand", CX_WORD_DOES, WARN};
static const CxSectionStyle people = {"harm-to-people", "frontstage", CX_WORD_HARM_PEOPLE, WARN};
static const CxSectionStyle business = {"harm-to-business", "metric", CX_WORD_HARM_BUSINESS, WARN};
static const CxSectionStyle others = {"consequences", "warning", CX_WORD_CONSEQUENCES, WARN};
static const CxSectionStyle tools = {"tools", "support-process", CX_WORD_TOOLS, WARN};
static const CxSectionStyle measures = {"mitigations", "check",       CX_WORD_MITIGATIONS,
                                        CX_WORD_END,   CX_PAINT_MARK, CX_HUE_GAIN};

static const double OCTAGON = 130; /* points */
static const int MOST = 5;         /* of likelihood and severity */
static const double SHORT = 24;    /* ems: two lines of the panel */
enum { MEASURES_TABLE = 2, FEW = 4, BLANK_LINES = 3 };

/* ---- The octagon -------------------------------------------------------------------------------------------- */

CxBlock *cx_compose_octagon(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxPhrase name = cx_phrase(base, &composer->persona->name);
  CxBlock *outer = cx_block_new(base->arena, CX_BLOCK_STACK, "portrait"), *inner = cx_stack_new(base);
  CxBlock *initials =
      cx_block_text(base->arena, "initials", cx_phrase_initials(base, name), CX_FONT_DISPLAY, CX_PAINT_WARN);
  outer->look = CX_LOOK_STOP;
  outer->title = name.text;
  outer->min_width = outer->min_height = OCTAGON;
  inner->look = CX_LOOK_STOP_INNER;
  inner->min_width = inner->min_height = OCTAGON - 18;
  inner->is_middle = true;
  initials->align = CX_ALIGN_CENTRE;
  cx_stack_add(base, inner, initials, 0);
  cx_stack_add(base, outer, inner, 0);
  return outer;
}

/* ---- What it is after --------------------------------------------------------------------------------------- */

/* What else the goal says stands under it in the small type of cards. */
static CxBlock *compose_more(CxPersonaComposer *composer, const CxItem *goal) {
  CxItem *rest = cx_new(composer->base.arena, CxItem);
  *rest = *goal;
  rest->text = (CxText){0};
  rest->evidence = (CxRefs){0};
  rest->link = NULL;
  return cx_compose_card(&composer->base, rest, &(CxCardStyle){.look = CX_LOOK_NONE});
}

/* The first goal leads, others are a list under it. */
CxBlock *cx_compose_lead(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxItems *items = &composer->persona->goals;
  if (items->count == 0) return NULL;
  const CxItem *goal = items->items[0];
  CxBlock *lead = cx_stack_new(base);
  const CxPhrase word = cx_phrase_word(base, CX_WORD_AFTER);
  cx_stack_add(base, lead, cx_block_text(base->arena, "overline", word, CX_FONT_OVERLINE, CX_PAINT_WARN), 0);
  CxBlock *text = cx_block_text(base->arena, "lead", cx_phrase(base, &goal->text), CX_FONT_LEAD, CX_PAINT_INK);
  text->link = goal->link;
  text->is_balanced = true;
  cx_cite(base, text, &goal->evidence);
  cx_stack_add(base, lead, text, 4);
  cx_stack_add(base, lead, compose_more(composer, goal), 2);
  const CxBulletStyle style = {.paint = CX_PAINT_WARN, .is_large = true};
  for (size_t i = 1; i < items->count; i++)
    cx_stack_add(base, lead, cx_compose_bullet(base, items->items[i], &style), i == 1 ? 7 : 5);
  return lead;
}

/* ---- The risk ----------------------------------------------------------------------------------------------- */

static const char *digits(CxPersonaComposer *composer, double value) {
  char text[CX_NUMBER_LENGTH];
  return cx_arena_strdup(composer->base.arena, cx_number_format(value, 2, text));
}

static void add_label(CxPersonaComposer *composer, CxBlock *chart, CxPhrase phrase, CxFont font, CxPaint paint) {
  CxBlock *label = cx_block_text(composer->base.arena, "label", phrase, font, paint);
  label->align = CX_ALIGN_CENTRE;
  cx_block_add(composer->base.arena, chart, label);
}

static void add_part(CxPersonaComposer *composer, CxChart *chart, const CxNumber *number) {
  const double share = (number->value - 1) / (MOST - 1);
  *cx_list_add(composer->base.arena, &chart->parts) = (CxChartPart){.value = CLAMP(share, 0, 1), .target = -1};
}

static CxBlock *compose_matrix(CxPersonaComposer *composer, const char *product) {
  CxComposer *base = &composer->base;
  CxBlock *chart = cx_block_chart(base->arena, CX_CHART_RISK, "risk");
  chart->id = "risk";
  add_part(composer, chart->chart, &composer->persona->likelihood);
  add_part(composer, chart->chart, &composer->persona->severity);
  const CxPhrase own = {.text = product, .lang = base->lang};
  add_label(composer, chart, own, CX_FONT_STEP, CX_PAINT_ON_WARN);
  for (int i = 1; i <= MOST; i++) {
    const CxPhrase number = {.text = digits(composer, i), .lang = base->lang};
    add_label(composer, chart, number, CX_FONT_CAPTION, CX_PAINT_MUTED);
  }
  add_label(composer, chart, cx_phrase_word(base, CX_WORD_LIKELIHOOD), CX_FONT_CAPTION, CX_PAINT_MUTED);
  add_label(composer, chart, cx_phrase_word(base, CX_WORD_SEVERITY), CX_FONT_CAPTION, CX_PAINT_MUTED);
  return chart;
}

static CxBlock *compose_risk_line(CxPersonaComposer *composer, CxWordKey name, CxPhrase value) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 8;
  CxBlock *text = cx_block_text(base->arena, "heading", cx_phrase_word(base, name), CX_FONT_LANE, CX_PAINT_INK);
  text->grow = 1;
  cx_block_add(base->arena, row, text);
  cx_block_add(base->arena, row, cx_block_text(base->arena, "value", value, CX_FONT_BODY_STRONG, CX_PAINT_WARN));
  return row;
}

/* Only one of the two is given. */
static CxBlock *compose_half(CxPersonaComposer *composer, CxWordKey name, const CxNumber *number) {
  const char *value = digits(composer, number->value);
  return compose_risk_line(composer, name, cx_phrase_filled(&composer->base, CX_WORD_OF_FIVE, value, NULL));
}

CxBlock *cx_compose_risk(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxNumber *likelihood = &composer->persona->likelihood, *severity = &composer->persona->severity;
  if (!likelihood->is_given && !severity->is_given) return NULL;
  if (!severity->is_given) return compose_half(composer, CX_WORD_LIKELIHOOD, likelihood);
  if (!likelihood->is_given) return compose_half(composer, CX_WORD_SEVERITY, severity);
  const char *product = digits(composer, likelihood->value * severity->value);
  const char *sum =
      cx_arena_printf(base->arena, "%s × %s", digits(composer, likelihood->value), digits(composer, severity->value));
  CxBlock *stack = cx_stack_new(base);
  const CxPhrase result = cx_phrase_filled(base, CX_WORD_RISK_RESULT, sum, product);
  cx_stack_add(base, stack, compose_risk_line(composer, CX_WORD_RISK, result), 0);
  cx_stack_add(base, stack, compose_matrix(composer, product), 9);
  stack->is_whole = true;
  return stack;
}

/* ---- Consequences ------------------------------------------------------------------------------------------- */

static bool has_tag(const CxItem *item, const char *tag) {
  for (size_t i = 0; i < item->tags.count; i++)
    if (g_strcmp0(item->tags.items[i].text, tag) == 0) return true;
  return false;
}

/* Without the tag, which its heading says. */
static CxItem *without_tag(CxPersonaComposer *composer, const CxItem *item, const char *tag) {
  CxItem *copy = cx_new(composer->base.arena, CxItem);
  *copy = *item;
  copy->tags = (CxTexts){0};
  for (size_t i = 0; i < item->tags.count; i++)
    if (g_strcmp0(item->tags.items[i].text, tag) != 0)
      *cx_list_add(composer->base.arena, &copy->tags) = item->tags.items[i];
  return copy;
}

static void add_list(CxPersonaComposer *composer, CxSections *sections, const CxSectionStyle *style,
                     const CxItems *items) {
  CxSectionEntries entries = {0};
  cx_section_items(composer, &entries, style, CX_WORD_END, items);
  cx_section_add(composer, sections, style, &entries, style != &others ? BLANK_LINES : 0);
}

/* By the tag that says whom they harm; who has both stands under both. */
static void add_consequences(CxPersonaComposer *composer, CxSections *sections) {
  static const struct {
    const char *tag;
    const CxSectionStyle *style;
  } kinds[] = {{"people", &people}, {"business", &business}};
  const CxItems *all = &composer->persona->consequences;
  CxItems rest = {0};
  for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
    CxItems items = {0};
    for (size_t i = 0; i < all->count; i++)
      if (has_tag(all->items[i], kinds[k].tag))
        *cx_list_add(composer->base.arena, &items) = without_tag(composer, all->items[i], kinds[k].tag);
    add_list(composer, sections, kinds[k].style, &items);
  }
  for (size_t i = 0; i < all->count; i++)
    if (!has_tag(all->items[i], "people") && !has_tag(all->items[i], "business"))
      *cx_list_add(composer->base.arena, &rest) = all->items[i];
  add_list(composer, sections, &others, &rest);
}

/* ---- Tools -------------------------------------------------------------------------------------------------- */

/* Nothing but a few words. */
static bool is_short(const CxComposer *composer, const CxItem *item) {
  const CxText *const texts[] = {&item->note, &item->owner, &item->status, &item->duration, &item->due};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (cx_is_given(texts[i])) return false;
  const CxPhrase phrase = cx_phrase(composer, &item->text);
  return phrase.text != NULL && cx_phrase_ems(&phrase) < SHORT && item->tags.count + item->evidence.count == 0 &&
         item->mark == CX_MARK_NONE && item->link == NULL && item->icon.name == NULL && item->icon.file.path == NULL &&
         item->image.path == NULL;
}

CxBlock *cx_compose_tools(CxPersonaComposer *composer) {
  CxComposer *base = &composer->base;
  const CxItems *items = &composer->persona->tools;
  CxBlock *stack = cx_stack_new(base);
  if (items->count == 0 || items->count > FEW) return NULL;
  for (size_t i = 0; i < items->count; i++) {
    if (!is_short(base, items->items[i])) return NULL;
    const CxPhrase phrase = cx_phrase(base, &items->items[i]->text);
    cx_stack_add(base, stack, cx_block_text(base->arena, "value", phrase, CX_FONT_ITEM, CX_PAINT_INK), 0);
  }
  return stack;
}

/* ---- Mitigations: a table, which wraps in its first column -------------------------------------------------- */

typedef struct Columns {
  bool has_owner, has_due, has_status;
} Columns;

static Columns columns_of(const CxItems *items) {
  Columns columns = {false, false, false};
  for (size_t i = 0; i < items->count; i++) {
    columns.has_owner = columns.has_owner || cx_is_given(&items->items[i]->owner);
    columns.has_due = columns.has_due || cx_is_given(&items->items[i]->due);
    columns.has_status = columns.has_status || cx_is_given(&items->items[i]->status);
  }
  return columns;
}

static CxBlock *new_row(CxPersonaComposer *composer, CxBlock *first) {
  CxBlock *row = cx_block_new(composer->base.arena, CX_BLOCK_ROW, "row");
  row->table = MEASURES_TABLE;
  row->gap = 20;
  first->grow = 1;
  cx_block_add(composer->base.arena, row, first);
  return row;
}

static void add_cell(CxPersonaComposer *composer, CxBlock *row, const char *role, CxPhrase phrase, CxFont font,
                     CxPaint paint) {
  if (phrase.text == NULL) phrase = (CxPhrase){.text = "", .lang = composer->base.lang};
  CxBlock *cell = cx_block_text(composer->base.arena, role, phrase, font, paint);
  cell->hue = CX_HUE_GAIN;
  cell->max_width = 110;
  cx_block_add(composer->base.arena, row, cell);
}

/* What is done stands in bold, so that it is seen at once. */
static CxBlock *compose_measure(CxPersonaComposer *composer, const CxItem *item, Columns columns) {
  CxComposer *base = &composer->base;
  CxItem *rest = cx_new(base->arena, CxItem);
  *rest = *item;
  rest->owner = rest->due = rest->status = (CxText){0};
  CxBlock *row =
      new_row(composer, cx_compose_card(base, rest, &(CxCardStyle){.look = CX_LOOK_NONE, .font = CX_FONT_BODY}));
  const bool is_done = g_strcmp0(item->status.text, "done") == 0;
  if (columns.has_owner) add_cell(composer, row, "owner", cx_phrase(base, &item->owner), CX_FONT_BODY, CX_PAINT_INK);
  if (columns.has_due) add_cell(composer, row, "due", cx_phrase(base, &item->due), CX_FONT_BODY, CX_PAINT_INK);
  if (columns.has_status)
    add_cell(composer, row, "status", cx_phrase_status(base, &item->status),
             is_done ? CX_FONT_BODY_STRONG : CX_FONT_BODY, is_done ? CX_PAINT_MARK : CX_PAINT_INK);
  return row;
}

static CxBlock *compose_heads(CxPersonaComposer *composer, Columns columns) {
  CxComposer *base = &composer->base;
  const CxPhrase measure = cx_phrase_word(base, CX_WORD_COLUMN_MEASURE);
  CxBlock *row = new_row(composer, cx_block_text(base->arena, "head", measure, CX_FONT_META, CX_PAINT_MUTED));
  const struct {
    bool is_there;
    CxWordKey word;
  } heads[] = {{columns.has_owner, CX_WORD_OWNER},
               {columns.has_due, CX_WORD_COLUMN_DUE},
               {columns.has_status, CX_WORD_COLUMN_STATUS}};
  for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
    if (heads[i].is_there)
      add_cell(composer, row, "head", cx_phrase_word(base, heads[i].word), CX_FONT_META, CX_PAINT_MUTED);
  return row;
}

static CxBlock *ruled(CxPersonaComposer *composer, CxBlock *row) {
  CxBlock *entry = cx_stack_new(&composer->base), *line = cx_block_new(composer->base.arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = CX_STROKE_HAIR;
  cx_stack_add(&composer->base, entry, row, 0);
  cx_stack_add(&composer->base, entry, line, 5);
  return entry;
}

static void add_measures(CxPersonaComposer *composer, CxSections *sections) {
  const CxItems *items = &composer->persona->mitigations;
  const Columns columns = columns_of(items);
  CxSectionEntries entries = {.gap = 6, .is_table = true};
  for (size_t i = 0; i < items->count; i++) {
    CxBlock *entry = ruled(composer, compose_measure(composer, items->items[i], columns));
    if (i == 0) {
      CxBlock *top = cx_stack_new(&composer->base);
      cx_stack_add(&composer->base, top, compose_heads(composer, columns), 0);
      cx_stack_add(&composer->base, top, entry, 6);
      entry = top;
    }
    *cx_list_add(composer->base.arena, &entries.blocks) = entry;
  }
  cx_section_add(composer, sections, &measures, &entries, BLANK_LINES);
}

/* ---- The card ----------------------------------------------------------------------------------------------- */

void cx_anti_sections(CxPersonaComposer *composer, CxSections *sections) {
  const CxPersona *persona = composer->persona;
  add_list(composer, sections, &triggers, &persona->triggers);
  add_list(composer, sections, &does, &persona->does);
  add_consequences(composer, sections);
  if (cx_compose_tools(composer) == NULL) add_list(composer, sections, &tools, &persona->tools);
  add_measures(composer, sections);
  if (!composer->is_blank) cx_persona_rest(composer, sections);
}
