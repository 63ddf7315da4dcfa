/* The map of 5 whys: the problem, the causes behind it level by level, the countermeasures.
 *
 * In: a why of the model. Out: a sheet with a tree. Root causes and open ends are marked by more than a colour.
 */
#include "../composer.h"
#include "../kinds.h"

typedef struct WhyComposer {
  CxComposer base;
  const CxWhy *why;
  CxBlock *block;
  CxTree *tree;
  size_t levels; /* of causes */
  bool has_measures;
  size_t last_column; /* of the countermeasures */
  size_t count;       /* of the causes, for their ids */
} WhyComposer;

/* ---- Boxes ------------------------------------------------------------------------------------------------------ */

static CxBlock *compose_text(WhyComposer *composer, const CxText *text, const CxRefs *evidence, CxFont font,
                             CxPaint paint) {
  CxBlock *block = cx_block_text(composer->base.arena, "item", cx_phrase(&composer->base, text), font, paint);
  block->grow = 1;
  cx_cite(&composer->base, block, evidence);
  return block;
}

static CxBlock *compose_box(WhyComposer *composer, CxLook look, CxHue hue, const char *id) {
  CxBlock *box = cx_stack_new(&composer->base);
  box->role = "node";
  box->look = look;
  box->hue = hue;
  box->id = box->ref = id;
  return box;
}

static CxBlock *compose_problem(WhyComposer *composer) {
  const CxWhyProblem *problem = composer->why->problem;
  CxBlock *box = compose_box(composer, CX_LOOK_PROBLEM, CX_HUE_NONE, "problem");
  if (problem == NULL) return box;
  cx_block_add(composer->base.arena, box,
               compose_text(composer, &problem->text, &problem->evidence, CX_FONT_CAUSE_STRONG, CX_PAINT_ON_ACCENT));
  return box;
}

/* Bolt and word over the text of a root cause. */
static CxBlock *compose_root_sign(WhyComposer *composer) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 3;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(base->arena, row, cx_block_icon(base->arena, "pain", 11, CX_PAINT_MARK, CX_HUE_PAIN));
  CxBlock *word =
      cx_block_text(base->arena, "root", cx_phrase_word(base, CX_WORD_WHY_ROOT), CX_FONT_CAPTION_STRONG, CX_PAINT_MARK);
  word->hue = CX_HUE_PAIN;
  word->grow = 1;
  cx_block_add(base->arena, row, word);
  return row;
}

static bool is_open(const CxWhyCause *cause) {
  return !cause->root && cause->because.count == 0;
}

static CxBlock *compose_cause(WhyComposer *composer, const CxWhyCause *cause, const char *id) {
  CxArena *arena = composer->base.arena;
  const CxLook look = cause->root ? CX_LOOK_ROOT : is_open(cause) ? CX_LOOK_OPEN : CX_LOOK_CAUSE;
  CxBlock *box = compose_box(composer, look, cause->root ? CX_HUE_PAIN : CX_HUE_NONE, id);
  if (cause->root) cx_block_add(arena, box, compose_root_sign(composer));
  CxBlock *text = compose_text(composer, &cause->why, &cause->evidence, CX_FONT_CAUSE,
                               cause->root ? CX_PAINT_CARD_TEXT : CX_PAINT_INK);
  text->before = cause->root ? 5 : 0;
  cx_block_add(arena, box, text);
  box->title = text->phrase.text;
  return box;
}

static CxBlock *compose_open(CxComposer *composer) {
  return cx_block_text(composer->arena, "open", cx_phrase_word(composer, CX_WORD_WHY_OPEN), CX_FONT_CAPTION_STRONG,
                       CX_PAINT_MUTED);
}

/* Owner and due date at the start, the status at the end. */
static CxBlock *compose_measure_foot(WhyComposer *composer, const CxWhyAction *action) {
  CxComposer *base = &composer->base;
  CxPhrase who = cx_phrase(base, &action->owner);
  const CxPhrase status = cx_phrase_status(base, &action->status);
  CxDate date = {0};
  const char *due = cx_phrase(base, &action->due).text;
  if (due != NULL && cx_date_parse(due, &date)) due = cx_word_date(base->arena, &date, base->lang);
  const char *separator = cx_word(CX_WORD_FACT_SEPARATOR, base->lang, NULL);
  if (due != NULL) who.text = who.text == NULL ? due : cx_arena_printf(base->arena, "%s%s%s", who.text, separator, due);
  if (who.lang == NULL) who.lang = base->lang;
  if (who.text == NULL && status.text == NULL) return NULL;
  CxBlock *split = cx_block_new(base->arena, CX_BLOCK_SPLIT, NULL);
  split->gap = 10;
  split->align = CX_ALIGN_CENTRE;
  if (who.text == NULL) who.text = "";
  cx_block_add(base->arena, split, cx_block_text(base->arena, "owner", who, CX_FONT_NOTE, CX_PAINT_CARD_TEXT));
  CxPhrase word = status;
  if (word.text == NULL) word = (CxPhrase){.text = "", .lang = base->lang};
  CxBlock *state = cx_block_text(base->arena, "status", word, CX_FONT_CAPTION_STRONG, CX_PAINT_MARK);
  state->hue = CX_HUE_GAIN;
  cx_block_add(base->arena, split, state);
  return split;
}

static CxBlock *compose_measure(WhyComposer *composer, const CxWhyAction *action, const char *id) {
  CxBlock *box = compose_box(composer, CX_LOOK_MEASURE, CX_HUE_GAIN, id);
  box->min_height = 66;
  CxBlock *text = compose_text(composer, &action->text, &action->evidence, CX_FONT_CAUSE_STRONG, CX_PAINT_CARD_TEXT);
  text->fills = true;
  cx_block_add(composer->base.arena, box, text);
  box->title = text->phrase.text;
  CxBlock *foot = cx_block_add(composer->base.arena, box, compose_measure_foot(composer, action));
  if (foot != NULL) foot->before = 10;
  return box;
}

/* ---- The tree --------------------------------------------------------------------------------------------------- */

static size_t add_node(WhyComposer *composer, CxTreeNode node) {
  CxArena *arena = composer->base.arena;
  const size_t index = composer->tree->nodes.count;
  if (index > 0) {
    node.edge.from = composer->tree->nodes.items[node.parent].block;
    node.edge.to = node.block;
  }
  *cx_list_add(arena, &composer->tree->nodes) = node;
  cx_block_add(arena, composer->block, node.block);
  cx_block_add(arena, composer->block, node.under);
  return index;
}

static const char *cause_id(WhyComposer *composer, const char *what) {
  return cx_arena_printf(composer->base.arena, "%s-%zu", what, composer->count);
}

/* How deep causes go is limited by the nesting of a file. */
static void add_causes(WhyComposer *composer, const CxWhyCause *const *causes, size_t count, size_t parent,
                       size_t level) {
  for (size_t i = 0; i < count; i++) {
    const CxWhyCause *cause = causes[i];
    composer->count++;
    const size_t node =
        add_node(composer, (CxTreeNode){.block = compose_cause(composer, cause, cause_id(composer, "cause")),
                                        .under = is_open(cause) ? compose_open(&composer->base) : NULL,
                                        .parent = parent,
                                        .column = level,
                                        .edge = {.stroke = CX_STROKE_EDGE}});
    if (cause->action != NULL)
      add_node(composer,
               (CxTreeNode){.block = compose_measure(composer, cause->action, cause_id(composer, "countermeasure")),
                            .parent = node,
                            .column = composer->last_column,
                            .is_answer = true,
                            .edge = {.stroke = CX_STROKE_MEASURE}});
    add_causes(composer, (const CxWhyCause *const *)cause->because.items, cause->because.count, node, level + 1);
  }
}

static void find_levels(WhyComposer *composer, const CxWhyCause *const *causes, size_t count, size_t level) {
  for (size_t i = 0; i < count; i++) {
    composer->levels = MAX(composer->levels, level);
    composer->has_measures = composer->has_measures || causes[i]->action != NULL;
    find_levels(composer, (const CxWhyCause *const *)causes[i]->because.items, causes[i]->because.count, level + 1);
  }
}

static void add_word(WhyComposer *composer, CxBlocks *words, CxBlock *word) {
  *cx_list_add(composer->base.arena, words) = cx_block_add(composer->base.arena, composer->block, word);
}

static void add_head(WhyComposer *composer, CxPhrase phrase, CxPaint paint, CxHue hue) {
  CxBlock *head = cx_block_text(composer->base.arena, "head", phrase, CX_FONT_CAUSE_STRONG, paint);
  head->hue = hue;
  head->is_heading = true;
  add_word(composer, &composer->tree->heads, head);
}

static void add_heads(WhyComposer *composer) {
  CxComposer *base = &composer->base;
  add_head(composer, cx_phrase_word(base, CX_WORD_WHY_PROBLEM), CX_PAINT_ACCENT, CX_HUE_NONE);
  for (size_t i = 1; i <= composer->levels; i++) {
    const char *number = cx_arena_printf(base->arena, "%zu", i);
    add_head(composer, cx_phrase_filled(base, CX_WORD_WHY_LEVEL, number, NULL), CX_PAINT_MUTED, CX_HUE_NONE);
    CxBlock *back = cx_block_text(base->arena, "therefore", cx_phrase_word(base, CX_WORD_WHY_THEREFORE),
                                  CX_FONT_LENS_QUOTE, CX_PAINT_MUTED);
    add_word(composer, &composer->tree->backs, back);
  }
  if (composer->has_measures) add_head(composer, cx_phrase_word(base, CX_WORD_WHY_MEASURE), CX_PAINT_MARK, CX_HUE_GAIN);
}

static CxBlock *compose_tree(WhyComposer *composer) {
  CxArena *arena = composer->base.arena;
  const CxWhy *why = composer->why;
  composer->block = cx_block_new(arena, CX_BLOCK_TREE, NULL);
  composer->tree = composer->block->tree = cx_new(arena, CxTree);
  find_levels(composer, (const CxWhyCause *const *)why->because.items, why->because.count, 1);
  composer->last_column = composer->levels + 1;
  add_heads(composer);
  add_node(composer, (CxTreeNode){.block = compose_problem(composer)});
  add_causes(composer, (const CxWhyCause *const *)why->because.items, why->because.count, 0, 1);
  return composer->block;
}

/* ---- The sheet -------------------------------------------------------------------------------------------------- */

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  WhyComposer composer = {.why = map->definition};
  CxComposer *base = &composer.base;
  cx_composer_init(base, arena, model, map, theme);
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_WHY), .tail_gap = 12};
  parts.content = compose_tree(&composer);
  parts.content->before = 22;
  base->signs = CX_SIGNS(CX_SIGN_GOES_ON); /* everything else explains itself */
  parts.legend = cx_compose_legend(base);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  sheet->is_as_wide_as_content = true;
  cx_composer_clear(base);
  return sheet;
}

/* ---- The kind --------------------------------------------------------------------------------------------------- */

static const CxObject *definition(const CxModel *model, size_t index) {
  return index < model->whys.count ? &model->whys.items[index]->object : NULL;
}

static const CxText *title(const void *why) {
  return &((const CxWhy *)why)->title;
}

const CxMapKind cx_map_why = {
    .name = "why",
    .key = "why",
    .ref = offsetof(CxMapEntry, why),
    .is_first = true,
    .doc = "A problem asked down to its root causes, with what is done about each of them.",
    .definition = definition,
    .title = title,
    .compose = compose,
};
