/* Lines: a shaped text and a width in, lines out that can be drawn.
 *
 * A line's runs are windows on the glyphs of the first shaping: nothing is shaped again and no glyph is copied; only
 * the numbers that lead from glyphs to characters are written anew where a run does not begin where its item does. A
 * line cut inside an Arabic word keeps the joined shapes. Runs are put into visual order line by line, as the
 * bidirectional algorithm wants it. Decides nothing about where lines end.
 */
#include "shaped.h"

#include <string.h>

/* Lines come in logical order, so the items are gone through once, and the glyphs of each from its logical start. */
typedef struct Cutter {
  CxArena *arena;
  const CxShaped *shaped;
  size_t item;
  int glyph; /* of this item: the first that is not used yet; in a right-to-left one, the one behind it */
  bool is_begun;
} Cutter;

/* ---- Cutting --------------------------------------------------------------------------------- */

static CxRun *new_run(CxArena *arena, const PangoGlyphItem *source, const char *text) {
  CxRun *run = cx_new(arena, CxRun);
  run->item = *source->item;
  /* A copy of Pango's item by value has no private part, and the flags tell of one. */
  run->item.analysis.flags = 0;
  run->item.analysis.extra_attrs = NULL;
  run->glyphs = *source->glyphs;
  run->text = text;
  return run;
}

static bool is_backward(const PangoGlyphItem *source) {
  return source->item->analysis.level % 2 == 1;
}

/* The glyphs of the bytes up to `end` of the item, and the cutter behind them. */
static void take_glyphs(Cutter *cutter, const PangoGlyphItem *source, int end, CxRun *run) {
  const PangoGlyphString *glyphs = source->glyphs;
  int first = cutter->glyph;
  if (is_backward(source)) {
    while (cutter->glyph > 0 && glyphs->log_clusters[cutter->glyph - 1] < end) cutter->glyph--;
    run->glyphs.num_glyphs = first - cutter->glyph;
    first = cutter->glyph;
  } else {
    while (cutter->glyph < glyphs->num_glyphs && glyphs->log_clusters[cutter->glyph] < end) cutter->glyph++;
    run->glyphs.num_glyphs = cutter->glyph - first;
  }
  run->glyphs.glyphs = glyphs->glyphs + first;
  run->glyphs.log_clusters = glyphs->log_clusters + first;
}

static void move_clusters(CxArena *arena, CxRun *run, int by) {
  int *clusters = cx_new_array(arena, int, run->glyphs.num_glyphs);
  for (int i = 0; i < run->glyphs.num_glyphs; i++) clusters[i] = run->glyphs.log_clusters[i] - by;
  run->glyphs.log_clusters = clusters;
}

/* The part of the cutter's item that lies in [begin, end); NULL where it has no glyphs. */
static CxRun *cut_run(Cutter *cutter, int begin, int end) {
  const PangoGlyphItem *source = cutter->shaped->parts->items[cutter->item];
  int offset = source->item->offset;
  CxRun *run = new_run(cutter->arena, source, cutter->shaped->text);
  if (!cutter->is_begun) cutter->glyph = is_backward(source) ? source->glyphs->num_glyphs : 0;
  cutter->is_begun = true;
  take_glyphs(cutter, source, begin - offset, run); /* what the break before consumed */
  take_glyphs(cutter, source, end - offset, run);
  if (begin > offset) move_clusters(cutter->arena, run, begin - offset);
  run->item.offset = begin;
  run->item.length = end - begin;
  if (run->item.length < source->item->length) run->item.num_chars = (int)g_utf8_strlen(run->text + begin, end - begin);
  return run->glyphs.num_glyphs > 0 ? run : NULL;
}

static CxRun *new_hyphen(CxArena *arena, const struct CxShapedParts *parts, guint8 level) {
  CxRun *run = new_run(arena, parts->hyphen, "-");
  run->item.analysis.level = level;
  return run;
}

/* ---- Visual order ---------------------------------------------------------------------------- */

static CxRun *reorder(CxRun *runs) {
  GList *logical = NULL;
  for (CxRun *run = runs; run != NULL; run = run->next) logical = g_list_prepend(logical, &run->item);
  logical = g_list_reverse(logical);
  GList *visual = pango_reorder_items(logical);
  CxRun *first = NULL, **end = &first;
  for (GList *link = visual; link != NULL; link = link->next) {
    *end = link->data;
    end = &(*end)->next;
  }
  *end = NULL;
  g_list_free(logical);
  g_list_free(visual);
  return first;
}

/* ---- One line -------------------------------------------------------------------------------- */

static CxRun *cut_runs(Cutter *cutter, const CxWalk *walk) {
  const struct CxShapedParts *parts = cutter->shaped->parts;
  int begin = (int)parts->clusters[walk->begin].byte, end = (int)parts->clusters[walk->end].byte;
  CxRun *first = NULL, **link = &first;
  guint8 level = 0;
  bool is_bidirectional = false;
  while (cutter->item < parts->item_count) {
    const PangoItem *item = parts->items[cutter->item]->item;
    if (item->offset >= end) break;
    CxRun *run = NULL;
    if (item->offset + item->length > begin)
      run = cut_run(cutter, MAX(begin, item->offset), MIN(end, item->offset + item->length));
    if (run != NULL) {
      *link = run;
      link = &run->next;
      level = run->item.analysis.level;
      is_bidirectional = is_bidirectional || level > 0;
    }
    if (item->offset + item->length > end) break;
    cutter->item++;
    cutter->is_begun = false;
  }
  if (walk->has_hyphen && first != NULL) *link = new_hyphen(cutter->arena, parts, level);
  return is_bidirectional ? reorder(first) : first;
}

static CxLine cut_line(Cutter *cutter, const CxWalk *walk) {
  const struct CxShapedParts *parts = cutter->shaped->parts;
  int64_t tail = walk->is_last ? parts->tail : 0;
  return (CxLine){.shaped = cutter->shaped,
                  .begin = parts->clusters[walk->begin].byte,
                  .end = parts->clusters[walk->end].byte,
                  .width = (double)(walk->width - tail) * parts->scale,
                  .is_last = walk->is_last,
                  .runs = cut_runs(cutter, walk)};
}

double cx_shaped_break(CxArena *arena, const CxShaped *shaped, double width, CxFit fit, CxLines *lines) {
  const struct CxShapedParts *parts = shaped->parts;
  int64_t limit = cx_shaped_limit(parts, width, fit), widest = 0;
  Cutter cutter = {.arena = arena, .shaped = shaped};
  for (CxWalk walk = {0}; cx_walk_next(&walk, parts, limit);) {
    *cx_list_add(arena, lines) = cut_line(&cutter, &walk);
    widest = MAX(widest, walk.width);
  }
  return (double)widest * parts->scale;
}
