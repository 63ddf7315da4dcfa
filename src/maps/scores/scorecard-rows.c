/* The rows of a scorecard: a component with its test question, its score, how far that is from the target, and a bar.
 */
#include "scores.h"

static const double NAME_WIDTH = 104, SCORE_WIDTH = 40, GAP_WIDTH = 46; /* of the columns, at least */
static const double ROW_TOP = 14, ROW_BOTTOM = 12, BAR_TOP = 4;
static const double LARGE_GAP = 0.3; /* of the scale, from which a gap is marked: 1.5 of 5 */

enum { TABLE = 1 };

CxPhrase cx_scorecard_score(CxScorecardMap *map, const CxNumber *score) {
  return score->is_given ? cx_score_phrase(&map->base, score->value, map->decimals, false) : cx_score_missing();
}

static double share_of(const CxScorecardMap *map, const CxNumber *rating) {
  return rating->is_given ? cx_rating_share(&map->scorecard->scale, rating->value) : -1;
}

/* ---- The gap -------------------------------------------------------------------------------------------------- */

static bool is_large(const CxScorecardMap *map, double gap) {
  const CxRatingScale *scale = &map->scorecard->scale;
  return gap <= -LARGE_GAP * (scale->high - scale->low) + 1e-9;
}

static CxBlock *compose_gap(CxScorecardMap *map, const CxComponent *component) {
  CxArena *arena = map->base.arena;
  const bool is_given = component->score.is_given && component->target.is_given;
  const double gap = is_given ? component->score.value - component->target.value : 0;
  const bool is_marked = is_given && is_large(map, gap);
  const CxPhrase phrase =
      is_given ? cx_score_phrase(&map->base, gap, map->decimals, true) : (CxPhrase){.text = "", .lang = "en"};
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->min_width = GAP_WIDTH;
  row->min_height = 16;
  row->align = CX_ALIGN_CENTRE;
  row->gap = 4;
  if (is_marked) cx_block_add(arena, row, cx_block_icon(arena, "trend-down", 8.5, CX_PAINT_WARN, CX_HUE_NONE));
  cx_block_add(arena, row,
               cx_score_cell(&map->base, "gap", phrase, is_marked ? CX_FONT_BODY_STRONG : CX_FONT_BODY,
                             is_marked ? CX_PAINT_WARN : CX_PAINT_INK))
      ->grow = 1;
  return row;
}

/* ---- A row ---------------------------------------------------------------------------------------------------- */

/* The question beside the name, or under it. */
static CxBlock *compose_names(CxScorecardMap *map, const CxComponent *component) {
  CxArena *arena = map->base.arena;
  CxBlock *flow = cx_block_new(arena, CX_BLOCK_FLOW, NULL);
  flow->grow = 1;
  flow->gap = 8;
  flow->row_gap = 1;
  flow->align = CX_ALIGN_CENTRE;
  CxBlock *name =
      cx_block_text(arena, "name", cx_phrase(&map->base, &component->name), CX_FONT_LENS_NAME, CX_PAINT_INK);
  if (map->has_questions) name->min_width = NAME_WIDTH;
  cx_block_add(arena, flow, name);
  if (!cx_is_given(&component->question)) {
    cx_cite(&map->base, name, &component->evidence);
    return flow;
  }
  CxBlock *question =
      cx_block_text(arena, "question", cx_phrase(&map->base, &component->question), CX_FONT_ITEM, CX_PAINT_MUTED);
  cx_cite(&map->base, question, &component->evidence);
  cx_block_add(arena, flow, question);
  return flow;
}

static CxBlock *new_row(CxScorecardMap *map) {
  CxBlock *row = cx_block_new(map->base.arena, CX_BLOCK_ROW, NULL);
  row->table = TABLE;
  row->gap = 8;
  return row;
}

static CxBlock *compose_row(CxScorecardMap *map, const CxComponent *component) {
  CxArena *arena = map->base.arena;
  CxBlock *row = new_row(map);
  cx_block_add(arena, row, compose_names(map, component));
  CxBlock *score = cx_score_cell(&map->base, "score", cx_scorecard_score(map, &component->score), CX_FONT_METRIC,
                                 component->score.is_given ? CX_PAINT_ACCENT : CX_PAINT_MUTED);
  score->min_width = SCORE_WIDTH;
  cx_block_add(arena, row, score);
  if (map->has_targets) cx_block_add(arena, row, compose_gap(map, component));
  return row;
}

static CxBlock *compose_component(CxScorecardMap *map, const CxComponent *component) {
  CxArena *arena = map->base.arena;
  CxBlock *entry = cx_block_new(arena, CX_BLOCK_STACK, "component"), *bar;
  entry->is_whole = true;
  if (component->object.id != NULL) entry->id = cx_arena_printf(arena, "list.%s", component->object.id);
  entry->ref = component->object.id;
  entry->title = cx_phrase(&map->base, &component->name).text;
  cx_stack_add(&map->base, entry, compose_row(map, component), ROW_TOP + map->air / 3);
  bar = cx_block_chart(map->base.arena, CX_CHART_BAR, "bar");
  cx_score_part(&map->base, bar, share_of(map, &component->score), share_of(map, &component->target));
  cx_stack_add(&map->base, entry, bar, BAR_TOP);
  if (cx_is_given(&component->note))
    cx_stack_add(&map->base, entry, cx_score_note(&map->base, &component->note, NULL), 4);
  cx_stack_add(&map->base, entry, cx_score_rule(&map->base), ROW_BOTTOM + map->air * 2 / 3);
  return entry;
}

/* ---- The list ------------------------------------------------------------------------------------------------- */

static CxBlock *compose_word(CxScorecardMap *map, CxWordKey word) {
  return cx_block_text(map->base.arena, "heading", cx_phrase_word(&map->base, word), CX_FONT_CAPTION_STRONG,
                       CX_PAINT_MUTED);
}

static CxBlock *compose_head(CxScorecardMap *map) {
  CxArena *arena = map->base.arena;
  CxBlock *head = cx_stack_new(&map->base), *row = new_row(map);
  head->is_repeated = true;
  cx_block_add(arena, head, row);
  cx_block_add(arena, row, compose_word(map, map->has_questions ? CX_WORD_COMPONENT_AND_QUESTION : CX_WORD_COMPONENT))
      ->grow = 1;
  cx_block_add(arena, row, compose_word(map, CX_WORD_SCORE))->align = CX_ALIGN_END;
  if (map->has_targets) cx_block_add(arena, row, compose_word(map, CX_WORD_GAP))->align = CX_ALIGN_END;
  cx_stack_add(&map->base, head, cx_score_rule(&map->base), 8);
  return head;
}

CxBlock *cx_compose_components(CxScorecardMap *map, size_t first, size_t end) {
  CxBlock *list = cx_stack_new(&map->base);
  cx_block_add(map->base.arena, list, compose_head(map));
  for (size_t i = first; i < end; i++)
    cx_block_add(map->base.arena, list, compose_component(map, map->scorecard->components.items[i]));
  return list;
}

CxBlock *cx_compose_component_lines(CxScorecardMap *map, size_t columns, double gap) {
  CxArena *arena = map->base.arena;
  CxBlock *list = cx_stack_new(&map->base), *heads = cx_stack_new(&map->base), *lines = cx_stack_new(&map->base);
  heads->columns = lines->columns = columns;
  heads->gap = lines->gap = gap;
  heads->is_repeated = true;
  cx_block_add(arena, list, heads);
  cx_block_add(arena, list, lines);
  for (size_t i = 0; i < columns; i++) cx_block_add(arena, heads, compose_head(map));
  for (size_t i = 0; i < map->scorecard->components.count; i++)
    cx_block_add(arena, lines, compose_component(map, map->scorecard->components.items[i]));
  return list;
}
