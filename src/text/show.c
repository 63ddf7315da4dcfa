/* Showing: a line's runs → glyphs on a surface with their text behind them, or outlines.
 *
 * Pango would write the number of a character that no font has into a box, as text that copies along; here it is the
 * font's own empty box, with the character itself behind it. Readers of PDFs split a ligature's letters from left to
 * right, also where the script runs the other way; so its first letters stand behind blanks of their own.
 */
#include "shaped.h"

#include <string.h>

#include <hb-ot.h>

/* ---- Boxes for characters without a glyph ---------------------------------------------------------------------- */

static bool is_unknown(const PangoGlyphInfo *glyph) {
  return (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

static bool has_unknown(const CxRun *run) {
  for (int i = 0; i < run->glyphs.num_glyphs; i++)
    if (is_unknown(&run->glyphs.glyphs[i])) return true;
  return false;
}

/* Glyph 0, which most fonts draw as a box; false where the font leaves it empty. */
static bool has_own_box(PangoFont *font) {
  hb_glyph_extents_t extents;
  return font != NULL && hb_font_get_glyph_extents(pango_font_get_hb_font(font), 0, &extents) && extents.width != 0;
}

int cx_unknown_width(PangoFont *font) {
  const int usual = CX_UNITS_PER_EM * 3 / 4;
  return has_own_box(font) ? MIN(hb_font_get_glyph_h_advance(pango_font_get_hb_font(font), 0), 2 * usual) : usual;
}

/* A frame on the baseline as an area, so that it can be filled with the outlines of letters. */
static void add_box(cairo_t *cr, double x, double y, double width) {
  const double side = 0.08 * CX_FONT_SIZE, height = 0.7 * CX_FONT_SIZE, line = 0.05 * CX_FONT_SIZE;
  const double left = x + side + line, right = x + width - side - line, top = y - height + line, bottom = y - line;
  cairo_rectangle(cr, x + side, y - height, width - 2 * side, height);
  cairo_move_to(cr, left, top);
  cairo_line_to(cr, left, bottom);
  cairo_line_to(cr, right, bottom);
  cairo_line_to(cr, right, top);
  cairo_close_path(cr);
}

static void add_boxes(cairo_t *cr, const CxRun *run, double x, double y) {
  for (int i = 0; i < run->glyphs.num_glyphs; i++) {
    const PangoGlyphInfo *glyph = &run->glyphs.glyphs[i];
    const double width = (double)glyph->geometry.width / PANGO_SCALE;
    if (is_unknown(glyph)) add_box(cr, x, y, width);
    x += width;
  }
}

/* ---- Clusters -------------------------------------------------------------------------------------------------- */

/* A run that is shown cluster by cluster. */
typedef struct Showing {
  cairo_t *cr;
  const CxRun *run;
  double *x; /* of each glyph, and of the end */
  double y;
  hb_codepoint_t blank; /* a glyph with no ink */
  double blank_width;
  hb_codepoint_t unknown; /* the font's own box, or the blank */
} Showing;

/* What one call of cairo shows; texts in logical order, each glyph where it belongs. */
typedef struct Shown {
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  int glyph_count, cluster_count;
} Shown;

/* How many letters of a cluster have no glyph of their own, from right to left. */
static int hidden_letters(const CxRun *run, const PangoGlyphItemIter *iter) {
  int letters = 0;
  if (run->item.analysis.level % 2 == 0 || iter->start_glyph - iter->end_glyph != 1) return 0;
  const char *end = run->text + iter->end_index;
  for (const char *at = run->text + iter->start_index; at < end; at = g_utf8_next_char(at))
    letters += cx_rules_has_width(g_utf8_get_char(at));
  return MAX(letters - 1, 0);
}

static bool has_hidden_letters(const CxRun *run) {
  PangoGlyphItem item = {.item = (PangoItem *)&run->item, .glyphs = (PangoGlyphString *)&run->glyphs};
  PangoGlyphItemIter iter;
  for (gboolean is_there = pango_glyph_item_iter_init_start(&iter, &item, run->text); is_there;
       is_there = pango_glyph_item_iter_next_cluster(&iter))
    if (hidden_letters(run, &iter) > 0) return true;
  return false;
}

static void add_text(Shown *shown, const char *text, const char *end, int glyphs) {
  shown->clusters[shown->cluster_count++] =
      (cairo_text_cluster_t){.num_bytes = (int)(end - text), .num_glyphs = glyphs};
}

/* In a PDF a glyph stands for one text, a blank for a space; two at one place stand for any. */
static void add_twice(Shown *shown, cairo_glyph_t glyph) {
  shown->glyphs[shown->glyph_count++] = glyph;
  shown->glyphs[shown->glyph_count++] = glyph;
}

/* Blanks for the first letters, with the marks on them, from the right of the cluster. */
static const char *add_hidden(const Showing *showing, const PangoGlyphItemIter *iter, int hidden, Shown *shown) {
  const int glyph = iter->end_glyph + 1;
  const char *text = showing->run->text + iter->start_index, *end = showing->run->text + iter->end_index;
  for (int i = 0; i < hidden; i++) {
    const char *next = g_utf8_next_char(text);
    while (next < end && !cx_rules_has_width(g_utf8_get_char(next))) next = g_utf8_next_char(next);
    const double right = showing->x[glyph + 1], step = (right - showing->x[glyph]) / (hidden + 1);
    add_twice(shown, (cairo_glyph_t){showing->blank, right - showing->blank_width - step * i, showing->y});
    add_text(shown, text, next, 2);
    text = next;
  }
  return text;
}

static void add_glyph(const Showing *showing, int index, Shown *shown) {
  const PangoGlyphInfo *glyph = &showing->run->glyphs.glyphs[index];
  const double x = showing->x[index] + (double)glyph->geometry.x_offset / PANGO_SCALE;
  const double y = showing->y + (double)glyph->geometry.y_offset / PANGO_SCALE;
  if (is_unknown(glyph))
    add_twice(shown, (cairo_glyph_t){showing->unknown, x, y});
  else
    shown->glyphs[shown->glyph_count++] =
        (cairo_glyph_t){glyph->glyph == PANGO_GLYPH_EMPTY ? showing->blank : glyph->glyph, x, y};
}

static void show_cluster(const Showing *showing, const PangoGlyphItemIter *iter) {
  const char *text = showing->run->text + iter->start_index, *end = showing->run->text + iter->end_index;
  const int first = iter->start_glyph < iter->end_glyph ? iter->start_glyph : iter->end_glyph + 1;
  const int count = ABS(iter->end_glyph - iter->start_glyph), hidden = hidden_letters(showing->run, iter);
  Shown shown = {.glyphs = g_new(cairo_glyph_t, 2 * (count + hidden)),
                 .clusters = g_new(cairo_text_cluster_t, hidden + 1)};
  const char *rest = add_hidden(showing, iter, hidden, &shown);
  const int before = shown.glyph_count;
  for (int i = 0; i < count; i++) add_glyph(showing, first + i, &shown);
  add_text(&shown, rest, end, shown.glyph_count - before);
  cairo_show_text_glyphs(showing->cr, text, (int)(end - text), shown.glyphs, shown.glyph_count, shown.clusters,
                         shown.cluster_count, 0);
  g_free(shown.clusters);
  g_free(shown.glyphs);
}

static void show_clusters(const Showing *showing) {
  const CxRun *run = showing->run;
  PangoGlyphItem item = {.item = (PangoItem *)&run->item, .glyphs = (PangoGlyphString *)&run->glyphs};
  PangoGlyphItemIter iter;
  cairo_set_scaled_font(showing->cr, pango_cairo_font_get_scaled_font((PangoCairoFont *)run->item.analysis.font));
  for (gboolean is_there = pango_glyph_item_iter_init_start(&iter, &item, run->text); is_there;
       is_there = pango_glyph_item_iter_next_cluster(&iter))
    show_cluster(showing, &iter);
}

/* ---- Runs ------------------------------------------------------------------------------------------------------ */

static double *glyph_places(const CxRun *run, double x) {
  double *places = g_new(double, run->glyphs.num_glyphs + 1);
  for (int i = 0; i < run->glyphs.num_glyphs; i++) {
    places[i] = x;
    x += (double)run->glyphs.glyphs[i].geometry.width / PANGO_SCALE;
  }
  places[run->glyphs.num_glyphs] = x;
  return places;
}

static void show_run(cairo_t *cr, const CxRun *run) {
  Showing showing = {.cr = cr, .run = run};
  hb_font_t *font = pango_font_get_hb_font(run->item.analysis.font);
  double x;
  cairo_get_current_point(cr, &x, &showing.y);
  const bool is_by_cluster =
      (has_unknown(run) || has_hidden_letters(run)) && hb_font_get_nominal_glyph(font, ' ', &showing.blank);
  if (!is_by_cluster) {
    PangoGlyphItem glyphs = {.item = (PangoItem *)&run->item, .glyphs = (PangoGlyphString *)&run->glyphs};
    pango_cairo_show_glyph_item(cr, run->text, &glyphs);
    return;
  }
  showing.blank_width = (double)hb_font_get_glyph_h_advance(font, showing.blank) / PANGO_SCALE;
  showing.unknown = has_own_box(run->item.analysis.font) ? 0 : showing.blank;
  showing.x = glyph_places(run, x);
  show_clusters(&showing);
  g_free(showing.x);
  if (showing.unknown == 0) return;
  cairo_new_path(cr);
  add_boxes(cr, run, x, showing.y);
  cairo_fill(cr);
}

/* A run is a window on longer glyphs, which Pango's own copying would read beyond. */
static PangoGlyphString *copy_glyphs(const CxRun *run) {
  const size_t count = (size_t)run->glyphs.num_glyphs;
  PangoGlyphString *copy = pango_glyph_string_new();
  pango_glyph_string_set_size(copy, run->glyphs.num_glyphs);
  memcpy(copy->glyphs, run->glyphs.glyphs, count * sizeof *copy->glyphs);
  memcpy(copy->log_clusters, run->glyphs.log_clusters, count * sizeof *copy->log_clusters);
  return copy;
}

static void trace_run(cairo_t *cr, const CxRun *run) {
  const bool has_box = has_own_box(run->item.analysis.font);
  double x, y;
  cairo_get_current_point(cr, &x, &y);
  PangoGlyphString *letters = copy_glyphs(run);
  for (int i = 0; i < letters->num_glyphs; i++)
    if (is_unknown(&letters->glyphs[i])) letters->glyphs[i].glyph = has_box ? 0 : PANGO_GLYPH_EMPTY;
  pango_cairo_glyph_string_path(cr, run->item.analysis.font, letters);
  pango_glyph_string_free(letters);
  if (!has_box) add_boxes(cr, run, x, y);
}

/* ---- Lines ----------------------------------------------------------------------------------------------------- */

/* Calls `draw` for each run with the current point where it begins, in the units that its font was loaded in. */
static void draw_runs(const CxLine *line, cairo_t *cr, void (*draw)(cairo_t *cr, const CxRun *run)) {
  double x, y, scale = line->shaped->parts->scale * PANGO_SCALE;
  cairo_get_current_point(cr, &x, &y);
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, scale, scale);
  int at = 0;
  for (const CxRun *run = line->runs; run != NULL; run = run->next) {
    cairo_move_to(cr, (double)at / PANGO_SCALE, 0);
    draw(cr, run);
    at += pango_glyph_string_get_width((PangoGlyphString *)&run->glyphs);
  }
  cairo_restore(cr);
}

void cx_line_show(const CxLine *line, cairo_t *cr) {
  draw_runs(line, cr, show_run);
}

/* Emoji: glyphs that are pictures have no outlines. */
static bool is_coloured(const CxRun *run) {
  hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(run->item.analysis.font));
  return hb_ot_color_has_png(face) || hb_ot_color_has_svg(face) || hb_ot_color_has_layers(face);
}

bool cx_line_trace(const CxLine *line, cairo_t *cr) {
  for (const CxRun *run = line->runs; run != NULL; run = run->next)
    if (is_coloured(run)) return false;
  draw_runs(line, cr, trace_run);
  return true;
}
