/* The registry of backends, and what they share that is not drawing: the date of a document, and cleaning up. */
#include "render.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <string.h>

static const CxBackend backends[] = {
    {.name = "pdf",
     .doc = "All maps in one document, with tags, outline and links",
     .holds_many = true,
     .render = cx_pdf_render},
    {.name = "svg",
     .doc = "One map; letters are outlines, so that it looks the same everywhere",
     .render = cx_svg_render},
    {.name = "png", .doc = "One map as pixels, 144 an inch unless --dpi says otherwise", .render = cx_png_render},
};

const CxBackend *cx_backends(size_t *count) {
  *count = G_N_ELEMENTS(backends);
  return backends;
}

const CxBackend *cx_backend_find(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(backends); i++)
    if (strcmp(backends[i].name, name) == 0) return &backends[i];
  return NULL;
}

/* ---- Dates -------------------------------------------------------------------------------------------------- */

/* SOURCE_DATE_EPOCH as people who build reproducibly set it: seconds since 1970, digits only, up to the year 9999. */
static const char *date_of_environment(CxArena *arena) {
  guint64 seconds;
  const char *text = g_getenv("SOURCE_DATE_EPOCH");
  if (text == NULL || !g_ascii_string_to_unsigned(text, 10, 0, G_GUINT64_CONSTANT(253402300799), &seconds, NULL))
    return NULL;
  GDateTime *moment = g_date_time_new_from_unix_utc((gint64)seconds);
  char *formatted = g_date_time_format(moment, "%Y-%m-%dT%H:%M:%SZ");
  const char *date = cx_arena_strdup(arena, formatted);
  g_free(formatted);
  g_date_time_unref(moment);
  return date;
}

/* 2026, 2026-03 or 2026-03-02, completed to a moment; NULL where it is none of them. */
static const char *date_of_document(CxArena *arena, const char *text) {
  static const char shape[] = "dddd-dd-dd", rest[] = "0001-01-01T00:00:00Z";
  const size_t length = text != NULL ? strlen(text) : 0;
  if (length != 4 && length != 7 && length != 10) return NULL;
  for (size_t i = 0; i < length; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i]) return NULL;
  return cx_arena_printf(arena, "%s%s", text, rest + length);
}

const char *cx_render_date(CxArena *arena, const char *document_date) {
  const char *date = date_of_environment(arena);
  if (date == NULL) date = date_of_document(arena, document_date);
  return date != NULL ? date : "1970-01-01T00:00:00Z";
}

/* ---- The end ------------------------------------------------------------------------------------------------ */

void cx_render_cleanup(void) {
  pango_cairo_font_map_set_default(NULL);
  cairo_debug_reset_static_data();
  FcFini();
}
