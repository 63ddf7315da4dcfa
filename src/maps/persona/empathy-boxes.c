/* The boxes of an empathy map: how each is headed, what its texts and items look like. */
#include "empathy-canvas.h"

static const double SMALL = 612; /* short side of A4, letter and less */

#define CARD(hue_, mark_)                                                                                              \
  { .look = CX_LOOK_CARD, .hue = (hue_), .mark = (mark_), .font = CX_FONT_BODY }
#define QUOTE                                                                                                          \
  { .look = CX_LOOK_CARD, .hue = CX_HUE_THOUGHT, .mark = "quote", .is_quote = true, .font = CX_FONT_BODY }
#define SENTENCE                                                                                                       \
  { .look = CX_LOOK_NONE, .font = CX_FONT_BODY }

const CxEmpathyStyle cx_empathy_extended_styles[CX_EMPATHY_END] = {
    [CX_EMPATHY_WHO] = {"who", CX_WORD_EMPATHY_WHO, CX_WORD_EMPATHY_WHO_HINT, .card = SENTENCE, .is_list = true},
    [CX_EMPATHY_GOAL] = {"goal", CX_WORD_EMPATHY_GOAL, CX_WORD_EMPATHY_GOAL_HINT, .card = SENTENCE, .is_list = true},
    [CX_EMPATHY_SEES] = {"sees", CX_WORD_EMPATHY_SEES, CX_WORD_EMPATHY_SEES_HINT, "eye",
                         .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_SAYS] = {"says", CX_WORD_EMPATHY_SAYS, CX_WORD_EMPATHY_SAYS_HINT, "feedback",
                         .card = CARD(CX_HUE_ACTION, NULL), .is_said = true},
    [CX_EMPATHY_DOES] = {"does", CX_WORD_EMPATHY_DOES, CX_WORD_EMPATHY_DOES_HINT, "hand",
                         .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_HEARS] = {"hears", CX_WORD_EMPATHY_HEARS, CX_WORD_EMPATHY_HEARS_HINT, "ear",
                          .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_THINKS] = {"thinks-and-feels", CX_WORD_EMPATHY_MIND, CX_WORD_EMPATHY_MIND_HINT, .card = QUOTE},
    [CX_EMPATHY_FEELS] = {"feels", CX_WORD_EMPATHY_MIND, CX_WORD_EMPATHY_MIND_HINT,
                          .card = CARD(CX_HUE_THOUGHT, "heart")},
    [CX_EMPATHY_PAINS] = {"pains", CX_WORD_EMPATHY_PAINS, CX_WORD_EMPATHY_PAINS_HINT, "pain", CX_HUE_PAIN,
                          .card = CARD(CX_HUE_PAIN, "pain")},
    [CX_EMPATHY_GAINS] = {"gains", CX_WORD_EMPATHY_GAINS, CX_WORD_EMPATHY_GAINS_HINT, "gain", CX_HUE_GAIN,
                          .card = CARD(CX_HUE_GAIN, "gain")},
};

/* Grounds: cyan, violet, green and amber; those of the two senses stand apart from both neighbours. */
const CxEmpathyStyle cx_empathy_classic_styles[CX_EMPATHY_END] = {
    [CX_EMPATHY_WHO] = {"who", CX_WORD_EMPATHY_WHO, CX_WORD_EMPATHY_WHO_HINT, .card = SENTENCE, .is_list = true},
    [CX_EMPATHY_GOAL] = {"goal", CX_WORD_EMPATHY_GOAL, CX_WORD_EMPATHY_GOAL_HINT, .card = SENTENCE, .is_list = true},
    [CX_EMPATHY_SEES] = {"sees", CX_WORD_EMPATHY_QUADRANT_SEES, CX_WORD_EMPATHY_SEES_HINT, "eye", CX_HUE_STAGE_1 + 9,
                         .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_SAYS] = {"says", CX_WORD_EMPATHY_QUADRANT_SAYS, CX_WORD_EMPATHY_QUADRANT_SAYS_HINT, "feedback",
                         CX_HUE_STAGE_1 + 1, .card = CARD(CX_HUE_ACTION, NULL), .is_said = true},
    [CX_EMPATHY_DOES] = {"does", CX_WORD_EMPATHY_QUADRANT_DOES, CX_WORD_EMPATHY_QUADRANT_DOES_HINT, "hand",
                         CX_HUE_STAGE_1 + 3, .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_HEARS] = {"hears", CX_WORD_EMPATHY_QUADRANT_HEARS, CX_WORD_EMPATHY_HEARS_HINT, "ear",
                          CX_HUE_STAGE_1 + 7, .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_THINKS] = {"thinks", CX_WORD_EMPATHY_QUADRANT_THINKS, CX_WORD_EMPATHY_QUADRANT_THINKS_HINT, "thought",
                           CX_HUE_STAGE_1 + 8, .card = QUOTE},
    [CX_EMPATHY_FEELS] = {"feels", CX_WORD_EMPATHY_QUADRANT_FEELS, CX_WORD_EMPATHY_QUADRANT_FEELS_HINT, "heart",
                          CX_HUE_STAGE_1 + 5, .card = CARD(CX_HUE_ACTION, NULL)},
    [CX_EMPATHY_PAINS] = {"pains", CX_WORD_EMPATHY_PAINS, CX_WORD_EMPATHY_PAINS_HINT, "pain", CX_HUE_PAIN,
                          .card = CARD(CX_HUE_PAIN, "pain")},
    [CX_EMPATHY_GAINS] = {"gains", CX_WORD_EMPATHY_GAINS, CX_WORD_EMPATHY_GAINS_HINT, "gain", CX_HUE_GAIN,
                          .card = CARD(CX_HUE_GAIN, "gain")},
};

static bool is_classic(const CxEmpathyMap *map) {
  return map->empathy->canvas == CX_EMPATHY_CLASSIC;
}

const CxEmpathyStyle *cx_empathy_style(const CxEmpathyMap *map, CxEmpathyPart part) {
  return is_classic(map) ? &cx_empathy_classic_styles[part] : &cx_empathy_extended_styles[part];
}

/* Outside first; thinking and feeling last. */
size_t cx_empathy_number_of(const CxEmpathyMap *map, CxEmpathyPart part) {
  if (is_classic(map) || part > CX_EMPATHY_FEELS) return 0;
  return part == CX_EMPATHY_FEELS ? CX_EMPATHY_FEELS : (size_t)part + 1;
}

size_t cx_empathy_count(const CxEmpathyMap *map, CxEmpathyPart part) {
  const CxEmpathyBox *box = &map->empathy->boxes[part];
  return box->texts.count + box->items.count;
}

bool cx_empathy_is_warning(const CxEmpathyMap *map) {
  return map->empathy->persona != NULL && map->empathy->persona->kind == CX_PERSONA_ANTI;
}

/* ---- Headings -------------------------------------------------------------------------------------------------- */

CxPhrase cx_empathy_title(const CxEmpathyMap *map, CxEmpathyPart part) {
  const CxPhrase own = map->empathy->boxes[part].title;
  return own.text != NULL ? own : cx_phrase_word(map->base, cx_empathy_style(map, part)->title);
}

CxPhrase cx_empathy_hint(const CxEmpathyMap *map, CxEmpathyPart part) {
  const CxPhrase own = map->empathy->boxes[part].hint;
  return own.text != NULL ? own : cx_phrase_word(map->base, cx_empathy_style(map, part)->hint);
}

CxBlock *cx_empathy_hint_text(const CxEmpathyMap *map, CxEmpathyPart part) {
  if (map->is_tight && cx_empathy_count(map, part) > 0) return NULL;
  return cx_block_text(map->base->arena, "hint", cx_empathy_hint(map, part), CX_FONT_NOTE, CX_PAINT_MUTED);
}

CxBlock *cx_empathy_number(const CxEmpathyMap *map, size_t number) {
  CxBlock *disc = cx_block_new(map->base->arena, CX_BLOCK_DISC, NULL);
  disc->size = 9;
  disc->is_filled = true;
  disc->paint = cx_empathy_is_warning(map) ? CX_PAINT_WARN : CX_PAINT_ACCENT;
  disc->font = CX_FONT_STEP;
  disc->phrase = (CxPhrase){.text = cx_arena_printf(map->base->arena, "%zu", number), .lang = "en"};
  return disc;
}

CxBlock *cx_empathy_region(const CxEmpathyMap *map, CxEmpathyPart part) {
  CxBlock *region = cx_block_new(map->base->arena, CX_BLOCK_STACK, "region");
  region->id = cx_empathy_style(map, part)->id;
  region->title = cx_empathy_title(map, part).text;
  region->hue = cx_empathy_style(map, part)->ground;
  return region;
}

/* ---- Contents -------------------------------------------------------------------------------------------------- */

/* The item with its text in quotation marks. */
static CxItem *quoted(const CxEmpathyMap *map, const CxItem *item) {
  CxItem *copy = cx_new(map->base->arena, CxItem);
  *copy = *item;
  const CxPhrase phrase = cx_phrase_quoted(map->base, cx_phrase(map->base, &item->text));
  copy->text = cx_text_of(map->base, phrase);
  return copy;
}

static CxBlock *compose_item(const CxEmpathyMap *map, CxEmpathyPart part, const CxItem *item) {
  const bool is_said = cx_empathy_style(map, part)->is_said && cx_is_given(&item->text);
  CxCardStyle style = cx_empathy_style(map, part)->card;
  if (map->is_tight) style.font = CX_FONT_ITEM;
  if (part == CX_EMPATHY_FEELS) return cx_empathy_feeling(map->base, item, &style);
  return cx_compose_card(map->base, is_said ? quoted(map, item) : item, &style);
}

static CxBlock *compose_unit(const CxEmpathyMap *map, CxEmpathyPart part, size_t index) {
  const CxEmpathyBox *box = &map->empathy->boxes[part];
  if (index < box->texts.count)
    return cx_block_text(map->base->arena, "item", box->texts.items[index], map->is_tight ? CX_FONT_ITEM : CX_FONT_BODY,
                         CX_PAINT_INK);
  return compose_item(map, part, box->items.items[index - box->texts.count]);
}

void cx_empathy_map_init(CxEmpathyMap *map, CxComposer *base, const CxEmpathy *empathy, const CxPaper *paper) {
  *map = (CxEmpathyMap){.base = base, .empathy = empathy, .is_bound = paper->width > 0};
  map->is_tight = map->is_bound && MIN(paper->width, paper->height) <= SMALL;
  for (CxEmpathyPart part = 0; part < CX_EMPATHY_END; part++) {
    map->shown[part] = cx_empathy_count(map, part);
    for (size_t i = 0; i < map->shown[part]; i++)
      *cx_list_add(base->arena, &map->units[part]) = compose_unit(map, part, i);
  }
}

CxBlock *cx_empathy_content(const CxEmpathyMap *map, CxEmpathyPart part, size_t columns, double column_min) {
  if (map->shown[part] == 0) return NULL;
  CxBlock *units = cx_stack_new(map->base);
  units->columns = columns;
  units->column_min = column_min;
  units->gap = cx_empathy_style(map, part)->is_list ? 3 : map->is_tight ? 4 : 6;
  units->row_gap = units->gap;
  for (size_t i = 0; i < map->shown[part]; i++) cx_block_add(map->base->arena, units, map->units[part].items[i]);
  return units;
}

CxBlock *cx_empathy_more(const CxEmpathyMap *map, CxEmpathyPart first, CxEmpathyPart last) {
  size_t count = 0;
  for (CxEmpathyPart part = first; part <= last; part++) count += cx_empathy_count(map, part) - map->shown[part];
  if (count == 0) return NULL;
  const CxPhrase words =
      cx_phrase_filled(map->base, CX_WORD_EMPATHY_MORE, cx_arena_printf(map->base->arena, "%zu", count), NULL);
  return cx_block_text(map->base->arena, "more", words, CX_FONT_NOTE, CX_PAINT_MUTED);
}
