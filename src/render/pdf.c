/* PDF: all maps in one document, each on pages of its own size, with information, outline, page labels, structure and
 * language. cairo embeds the fonts that are used, reduced to their used letters.
 *
 * The dates are the document's or SOURCE_DATE_EPOCH's, so that the same maps give the same bytes.
 */
#include "render.h"

#include <cairo-pdf.h>

static void set_information(cairo_surface_t *surface, CxArena *arena, const CxScenes *scenes, const char *creator) {
  const CxScene *scene = scenes->items[0];
  const bool is_collection = scenes->count > 1 && scene->document != NULL;
  const char *date = cx_render_date(arena, scene->date);
  const struct {
    cairo_pdf_metadata_t key;
    const char *value;
  } rows[] = {
      {CAIRO_PDF_METADATA_TITLE, is_collection ? scene->document : scene->title},
      {CAIRO_PDF_METADATA_AUTHOR, scene->author},
      {CAIRO_PDF_METADATA_SUBJECT, is_collection ? NULL : scene->subject}, /* it is one map's */
      {CAIRO_PDF_METADATA_KEYWORDS, scene->keywords},
      {CAIRO_PDF_METADATA_CREATOR, creator != NULL ? creator : "cxmap"},
      {CAIRO_PDF_METADATA_CREATE_DATE, date},
      {CAIRO_PDF_METADATA_MOD_DATE, date},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].value != NULL) cairo_pdf_surface_set_metadata(surface, rows[i].key, rows[i].value);
}

/* A page is labelled with its map's id, and where there are several of it, with a tile's name or a number behind it:
 * "order 1". */
static void label_page(cairo_surface_t *surface, const CxScene *scene, size_t page) {
  const char *name = scene->pages.items[page].name;
  char *label = name != NULL              ? g_strdup_printf("%s %s", scene->map, name)
                : scene->pages.count == 1 ? g_strdup(scene->map)
                                          : g_strdup_printf("%s %zu", scene->map, page + 1);
  cairo_pdf_surface_set_page_label(surface, label);
  g_free(label);
}

static void add_to_outline(cairo_surface_t *surface, const CxScene *scene, size_t page) {
  char *target = g_strdup_printf("page=%zu pos=[0 0]", page);
  cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, scene->title != NULL ? scene->title : scene->map,
                                target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  g_free(target);
}

/* cairo forgets the tags of a page that nothing is drawn on. */
static void paint_page(CxTagger *tagger, const CxScene *scene, size_t page) {
  if (scene->pages.items[page].elements.count == 0) return;
  cx_tagger_begin_page(tagger, scene, page);
  cx_paint_page(&tagger->painter, &scene->pages.items[page]);
  cx_tagger_end_page(tagger);
}

/* White paper is painted too: readers with a ground of their own show the map as it is meant, and cairo, which then
 * knows that all of the page is covered, need not gather the outline of what follows. Painting makes cairo 1.16 drop
 * what it has recorded for the page, so it comes before any tag: an end without its beginning would crash it. */
static void paint_pages(const CxScenes *scenes, CxTagger *tagger, cairo_surface_t *surface) {
  size_t number = 0;
  for (size_t i = 0; i < scenes->count; i++) {
    const CxScene *scene = scenes->items[i];
    for (size_t page = 0; page < scene->pages.count; page++) {
      const bool is_last = i + 1 == scenes->count && page + 1 == scene->pages.count;
      cairo_pdf_surface_set_size(surface, scene->pages.items[page].width, scene->pages.items[page].height);
      cx_paint_paper(tagger->painter.cr, scene->paper);
      if (number++ == 0) cx_tagger_begin_document(tagger, scene->lang);
      label_page(surface, scene, page);
      if (page == 0) add_to_outline(surface, scene, number);
      paint_page(tagger, scene, page);
      if (is_last) cx_tagger_end_document(tagger);
      cairo_show_page(tagger->painter.cr);
    }
  }
}

/* The whole document in `pdf`, without what cairo cannot say. */
static cairo_status_t paint(const CxScenes *scenes, const char *creator, CxTagger *tagger, GByteArray *pdf) {
  const CxScene *first = scenes->items[0];
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(cx_write_bytes, pdf, first->width, first->height);
  tagger->painter.cr = cairo_create(surface);
  set_information(surface, tagger->arena, scenes, creator);
  paint_pages(scenes, tagger, surface);
  cairo_status_t status = cairo_status(tagger->painter.cr);
  cairo_destroy(tagger->painter.cr);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status;
}

bool cx_pdf_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics,
                   GByteArray *out) {
  if (scenes->count == 0) return true;
  GByteArray *pdf = g_byte_array_new();
  CxArena *arena = cx_arena_new();
  CxImages images;
  CxTagger tagger;
  cx_images_init(&images, diagnostics, 300, true);
  cx_tagger_init(&tagger, arena, &images, scenes);
  const cairo_status_t status = paint(scenes, options->creator, &tagger, pdf);
  const bool is_fine = cx_cairo_is_fine(status, scenes->items[0], diagnostics) && !images.has_failed;
  if (is_fine) {
    cx_pdf_patch(pdf, &tagger.notes);
    g_byte_array_append(out, pdf->data, pdf->len);
  }
  cx_tagger_clear(&tagger);
  cx_images_clear(&images);
  cx_arena_free(arena);
  g_byte_array_unref(pdf);
  return is_fine;
}
