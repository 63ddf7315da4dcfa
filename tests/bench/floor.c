/* The floor: what the libraries alone need for the same strings. Reads lines `x y width size bold lang text` divided by
 * tabs, lays each text out once with PangoLayout at its width, and draws all on one PDF page.
 *
 *     floor WIDTH HEIGHT OUTPUT.pdf < STRINGS
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { X, Y, WIDTH, SIZE, BOLD, LANG, TEXT, COLUMNS };

static void draw(cairo_t *cr, PangoContext *context, char **columns) {
  PangoLayout *layout = pango_layout_new(context);
  PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
  pango_font_description_set_absolute_size(font, g_ascii_strtod(columns[SIZE], NULL) * PANGO_SCALE);
  if (strcmp(columns[BOLD], "1") == 0) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  PangoAttrList *attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(columns[LANG])));
  pango_layout_set_font_description(layout, font);
  pango_layout_set_attributes(layout, attributes);
  pango_layout_set_width(layout, (int)(g_ascii_strtod(columns[WIDTH], NULL) * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout, columns[TEXT], -1);
  cairo_move_to(cr, g_ascii_strtod(columns[X], NULL), g_ascii_strtod(columns[Y], NULL));
  pango_cairo_show_layout(cr, layout);
  pango_attr_list_unref(attributes);
  pango_font_description_free(font);
  g_object_unref(layout);
}

static PangoContext *new_context(cairo_t *cr) {
  PangoContext *context = pango_cairo_create_context(cr);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  return context;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  cairo_surface_t *surface =
      cairo_pdf_surface_create(argv[3], g_ascii_strtod(argv[1], NULL), g_ascii_strtod(argv[2], NULL));
  cairo_t *cr = cairo_create(surface);
  PangoContext *context = new_context(cr);
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, stdin) > 0) {
    char **columns = g_strsplit(g_strchomp(line), "\t", COLUMNS);
    if (g_strv_length(columns) == COLUMNS) draw(cr, context, columns);
    g_strfreev(columns);
  }
  free(line);
  g_object_unref(context);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
