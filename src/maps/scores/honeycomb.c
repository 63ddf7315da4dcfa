/* The honeycomb: seven facets of quality in hexagons filled by their scores, and the list of them, weakest first.
 *
 * In: a honeycomb of the model. Out: a sheet. What lacks a score has a dashed outline and stands at the list's end.
 */
#include "../kinds.h"
#include "scores.h"

#include <stdlib.h>

static const double WIDTH = 1000, HEIGHT = 680;                     /* of a page that is free, at least */
static const double RADIUS = 92, RADIUS_LEAST = 40;                 /* of the cells */
static const double GAP = 34, LIST_LEAST = 260, FIGURE_SHARE = 0.6; /* on paper */
static const double COLUMN = 430, NOTES_MOST = 420;                 /* of the list; height of all notes in one */
static const double ROW_TOP = 10.75, ROW_BOTTOM = 8;

/* Letters in cells of at least this radius. */
typedef struct Letters {
  double radius;
  CxFont name, score, scale;
  double before, mark, gap; /* over the score; size of the mark of low ones, from the score to it */
} Letters;

static const Letters LETTERS[] = {
    {80, CX_FONT_THEME, CX_FONT_CELL, CX_FONT_NOTE, 1.5, 14, 12},
    {54, CX_FONT_LANE, CX_FONT_NAME, CX_FONT_CAPTION, 0, 10, 6},
    {0, CX_FONT_CAPTION_STRONG, CX_FONT_STAGE, CX_FONT_META_PLAIN, 0, 8, 4},
};

typedef struct Cell {
  CxFacetKind kind;
  const CxFacet *facet; /* never NULL */
  bool is_low;
  CxHue hue;
} Cell;

typedef struct HoneycombMap {
  CxComposer base;
  const CxHoneycomb *honeycomb;
  CxScoreRoom room;
  double radius;
  const Letters *letters;
  size_t columns; /* of the list */
  Cell cells[CX_FACET_END];
} HoneycombMap;

/* ---- Cells ----------------------------------------------------------------------------------------------------- */

static Cell make_cell(const CxHoneycomb *honeycomb, CxFacetKind kind) {
  static const CxFacet nothing = {0};
  const CxFacet *facet = honeycomb->facets != NULL ? honeycomb->facets->of[kind] : NULL;
  Cell cell = {.kind = kind, .facet = facet != NULL ? facet : &nothing};
  cell.is_low = cell.facet->score.is_given && cx_rating_share(&honeycomb->scale, cell.facet->score.value) < 0.5;
  cell.hue = cell.is_low ? CX_HUE_SCORE_LOW : kind == CX_FACET_VALUABLE ? CX_HUE_SCORE_CORE : CX_HUE_SCORE;
  return cell;
}

static double share_of(const HoneycombMap *map, const Cell *cell) {
  return cell->facet->score.is_given ? cx_rating_share(&map->honeycomb->scale, cell->facet->score.value) : -1;
}

static CxPhrase name_of(const HoneycombMap *map, const Cell *cell) {
  return cx_phrase_word(&map->base, CX_WORD_FACET_USEFUL + (CxWordKey)cell->kind);
}

static CxPhrase number_of(HoneycombMap *map, const Cell *cell) {
  const CxNumber *score = &cell->facet->score;
  if (!score->is_given) return cx_score_missing();
  return cx_score_phrase(&map->base, score->value, cx_score_decimals(score), false);
}

static CxPhrase end_phrase(HoneycombMap *map, double end) {
  return cx_score_phrase(&map->base, end, cx_score_decimals(&(CxNumber){.value = end, .is_given = true}), false);
}

/* The number stays in the middle: what stands before it is as wide as the mark behind it. */
static CxBlock *compose_number(HoneycombMap *map, const Cell *cell) {
  CxArena *arena = map->base.arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  const double mark = map->letters->mark;
  CxBlock *number = cx_block_text(arena, "score", number_of(map, cell), map->letters->score,
                                  cell->facet->score.is_given ? CX_PAINT_DEEP : CX_PAINT_MUTED);
  number->hue = cell->hue;
  row->gap = map->letters->gap;
  row->align = CX_ALIGN_CENTRE;
  if (cell->is_low) cx_block_add(arena, row, cx_stack_new(&map->base))->min_width = mark;
  cx_block_add(arena, row, number);
  if (cell->is_low) cx_block_add(arena, row, cx_block_icon(arena, "pain", mark, CX_PAINT_DEEP, CX_HUE_SCORE_LOW));
  return row;
}

static CxBlock *centred(CxBlock *text) {
  text->align = CX_ALIGN_CENTRE;
  text->is_balanced = true;
  return text;
}

static CxBlock *compose_label(HoneycombMap *map, const Cell *cell) {
  CxArena *arena = map->base.arena;
  CxBlock *label = cx_block_new(arena, CX_BLOCK_STACK, "facet");
  label->id = cx_facet_key(cell->kind);
  label->title = name_of(map, cell).text;
  label->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, label,
               centred(cx_block_text(arena, "name", name_of(map, cell), map->letters->name, CX_PAINT_INK)));
  cx_block_add(arena, label, compose_number(map, cell))->before = map->letters->before;
  const CxPhrase most =
      cx_phrase_filled(&map->base, CX_WORD_OUT_OF, end_phrase(map, map->honeycomb->scale.high).text, NULL);
  CxBlock *of = cx_block_text(arena, "scale", most, map->letters->scale, CX_PAINT_INK);
  cx_block_add(arena, label, centred(of));
  return label;
}

static CxBlock *compose_figure(HoneycombMap *map) {
  CxBlock *figure = cx_block_chart(map->base.arena, CX_CHART_HEXES, "honeycomb");
  figure->id = "honeycomb";
  figure->size = map->radius;
  figure->hue = CX_HUE_SCORE_CORE;
  figure->fills = true;
  for (size_t i = 0; i < CX_FACET_END; i++) {
    cx_score_part(&map->base, figure, share_of(map, &map->cells[i]), -1)->hue = map->cells[i].hue;
    cx_block_add(map->base.arena, figure, compose_label(map, &map->cells[i]));
  }
  return figure;
}

/* ---- The list --------------------------------------------------------------------------------------------------- */

/* Those without a score are last; of equal ones the order of the cells stays. */
static int compare_scores(const void *a, const void *b) {
  const Cell *first = a, *second = b;
  const CxNumber *one = &first->facet->score, *other = &second->facet->score;
  if (one->is_given != other->is_given) return one->is_given ? -1 : 1;
  if (one->is_given && one->value != other->value) return one->value < other->value ? -1 : 1;
  return first->kind < second->kind ? -1 : 1;
}

static CxBlock *compose_head(HoneycombMap *map, const Cell *cell) {
  CxArena *arena = map->base.arena;
  const CxPaint paint = cell->is_low ? CX_PAINT_DEEP : CX_PAINT_INK;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->table = 1;
  row->gap = 12;
  row->align = CX_ALIGN_CENTRE;
  CxBlock *name = cx_block_add(arena, row, cx_block_text(arena, "name", name_of(map, cell), CX_FONT_LANE, paint));
  name->grow = 1;
  name->hue = cell->hue;
  if (!cx_is_given(&cell->facet->note)) cx_cite(&map->base, name, &cell->facet->evidence);
  CxBlock *meter = cx_block_add(arena, row, cx_block_chart(map->base.arena, CX_CHART_STEPS, "meter"));
  cx_score_part(&map->base, meter, share_of(map, cell), -1)->hue = cell->hue;
  CxBlock *score = cx_score_cell(&map->base, "score", number_of(map, cell), CX_FONT_LANE, paint);
  score->hue = cell->hue;
  score->min_width = 28;
  cx_block_add(arena, row, score);
  return row;
}

static CxBlock *compose_entry(HoneycombMap *map, const Cell *cell) {
  CxArena *arena = map->base.arena;
  CxBlock *entry = cx_block_new(arena, CX_BLOCK_STACK, "entry");
  entry->is_whole = true;
  entry->id = cx_arena_printf(arena, "list.%s", cx_facet_key(cell->kind));
  cx_stack_add(&map->base, entry, compose_head(map, cell), ROW_TOP);
  if (cx_is_given(&cell->facet->note))
    cx_stack_add(&map->base, entry, cx_score_note(&map->base, &cell->facet->note, &cell->facet->evidence), 2.75);
  cx_stack_add(&map->base, entry, cx_score_rule(&map->base), ROW_BOTTOM);
  return entry;
}

static CxBlock *compose_title(HoneycombMap *map) {
  CxArena *arena = map->base.arena;
  CxBlock *head = cx_stack_new(&map->base);
  head->is_repeated = true;
  CxBlock *title = cx_block_text(arena, "heading", cx_phrase_word(&map->base, CX_WORD_WEAKEST_FIRST), CX_FONT_LENS_NAME,
                                 CX_PAINT_INK);
  title->is_heading = true;
  cx_block_add(arena, head, title);
  cx_stack_add(&map->base, head, cx_score_rule(&map->base), 6);
  return head;
}

static CxBlock *compose_column(HoneycombMap *map, const Cell *cells, size_t count) {
  CxBlock *list = cx_stack_new(&map->base);
  cx_block_add(map->base.arena, list, compose_title(map));
  for (size_t i = 0; i < count; i++) cx_block_add(map->base.arena, list, compose_entry(map, &cells[i]));
  return list;
}

/* On a page that is free long notes stand in two columns. */
static CxBlock *compose_list(HoneycombMap *map) {
  Cell cells[CX_FACET_END];
  for (size_t i = 0; i < CX_FACET_END; i++) cells[i] = map->cells[i];
  qsort(cells, CX_FACET_END, sizeof *cells, compare_scores);
  if (map->columns < 2) return compose_column(map, cells, CX_FACET_END);
  const size_t half = (CX_FACET_END + 1) / 2;
  CxBlock *row = cx_block_new(map->base.arena, CX_BLOCK_ROW, NULL);
  row->gap = GAP;
  cx_block_add(map->base.arena, row, compose_column(map, cells, half))->grow = 1;
  cx_block_add(map->base.arena, row, compose_column(map, cells + half, CX_FACET_END - half))->grow = 1;
  return row;
}

/* ---- The sheet -------------------------------------------------------------------------------------------------- */

static void set_radius(HoneycombMap *map, double radius) {
  map->radius = CLAMP(radius, RADIUS_LEAST, RADIUS);
  map->letters = LETTERS;
  while (map->letters->radius > map->radius) map->letters++;
}

/* Widths and heights of the figure are about 5.2 and 5 radii. Paper that is too narrow has the list under it. */
static size_t columns_of(const HoneycombMap *map) {
  double notes = 0;
  for (size_t i = 0; i < CX_FACET_END; i++)
    notes += cx_score_note_height(&map->base, &map->cells[i].facet->note, COLUMN);
  return map->room.is_free && notes > NOTES_MOST ? 2 : 1;
}

static bool plan(HoneycombMap *map) {
  set_radius(map, RADIUS);
  if (map->room.is_free) return true;
  const bool is_beside = map->room.width > map->room.height * 1.2;
  const double width =
      is_beside ? MIN(map->room.width - GAP - LIST_LEAST, map->room.width * FIGURE_SHARE) : map->room.width;
  set_radius(map, MIN((width - 12) / 5.2, (map->room.height - 12) / 5));
  return is_beside;
}

static CxBlock *compose_content(HoneycombMap *map) {
  const bool is_beside = plan(map);
  map->columns = columns_of(map);
  CxBlock *content =
      cx_score_beside(&map->base, compose_figure(map), compose_list(map), is_beside ? GAP : 20, is_beside);
  content->before = is_beside ? 18 : 14;
  content->fills = is_beside;
  return content;
}

static CxSheet *honeycomb_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  HoneycombMap honeycomb = {.honeycomb = map->definition};
  CxComposer *base = &honeycomb.base;
  cx_composer_init(base, arena, model, map, theme);
  honeycomb.room = cx_score_room(base, &map->paper);
  for (size_t i = 0; i < CX_FACET_END; i++) honeycomb.cells[i] = make_cell(honeycomb.honeycomb, (CxFacetKind)i);
  const CxHoneycomb *from = honeycomb.honeycomb;
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_HONEYCOMB)};
  parts.content = compose_content(&honeycomb);
  const CxPhrase explanation =
      cx_phrase_filled(base, CX_WORD_HONEYCOMB_SUBTITLE, end_phrase(&honeycomb, from->scale.low).text,
                       end_phrase(&honeycomb, from->scale.high).text);
  cx_score_title(base,
                 &(CxScoreFacts){.subtitle = &from->subtitle,
                                 .owner = &from->owner,
                                 .period = &from->period,
                                 .date = &from->date,
                                 .explanation = explanation},
                 &parts);
  parts.legend =
      cx_block_text(arena, "credit", cx_phrase_word(base, CX_WORD_HONEYCOMB_CREDIT), CX_FONT_CAPTION, CX_PAINT_MUTED);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  sheet->least_width = WIDTH + (double)(honeycomb.columns - 1) * (COLUMN + GAP);
  sheet->least_height = HEIGHT;
  cx_composer_clear(base);
  return sheet;
}

static const CxObject *definition(const CxModel *model, size_t index) {
  return index < model->honeycombs.count ? &model->honeycombs.items[index]->object : NULL;
}

static const CxText *title(const void *honeycomb) {
  return &((const CxHoneycomb *)honeycomb)->title;
}

const CxMapKind cx_map_honeycomb = {
    .name = "honeycomb",
    .key = "honeycomb",
    .ref = offsetof(CxMapEntry, honeycomb),
    .is_first = true,
    .doc = "Seven facets of quality in hexagons filled by their scores, and a list of them, weakest first.",
    .definition = definition,
    .title = title,
    .compose = honeycomb_compose,
};
