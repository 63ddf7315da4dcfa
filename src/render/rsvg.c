/* SVG images: bytes → a recording of what librsvg draws, which stays vectors in PDF and SVG and becomes pixels in PNG.
 *
 * librsvg is loaded when the first SVG image is met, not linked: every start of the program would otherwise find and
 * relocate it and what it needs, and most maps have no such image. Its header says what the functions are like.
 */
#include "render.h"

#include <gmodule.h>
#include <librsvg/rsvg.h>
#include <math.h>

#ifdef __APPLE__
#define LIBRARY "librsvg-2.2.dylib"
#else
#define LIBRARY "librsvg-2.so.2"
#endif

#define LIMIT_BYTES (4 * 1024 * 1024)
#define LIMIT_SIDE 2048.0 /* of what librsvg draws as pixels in between: masks, shadows */
#define LIMIT_RATIO 100.0

typedef struct Library {
  __typeof__(rsvg_handle_new_from_data) *new_from_data;
  __typeof__(rsvg_handle_set_dpi) *set_dpi;
  __typeof__(rsvg_handle_get_intrinsic_size_in_pixels) *get_size;
  __typeof__(rsvg_handle_get_intrinsic_dimensions) *get_dimensions;
  __typeof__(rsvg_handle_render_document) *render;
} Library;

/* Stays for the rest of the process: GLib's types cannot be unloaded. NULL where it is not installed, or too old. */
static const Library *library(void) {
  static Library loaded;
  static bool was_tried, is_loaded;
  if (was_tried) return is_loaded ? &loaded : NULL;
  was_tried = true;
  GModule *module = g_module_open(LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL) return NULL;
  g_module_make_resident(module);
  is_loaded = g_module_symbol(module, "rsvg_handle_new_from_data", (gpointer *)&loaded.new_from_data) &&
              g_module_symbol(module, "rsvg_handle_set_dpi", (gpointer *)&loaded.set_dpi) &&
              g_module_symbol(module, "rsvg_handle_get_intrinsic_size_in_pixels", (gpointer *)&loaded.get_size) &&
              g_module_symbol(module, "rsvg_handle_get_intrinsic_dimensions", (gpointer *)&loaded.get_dimensions) &&
              g_module_symbol(module, "rsvg_handle_render_document", (gpointer *)&loaded.render);
  return is_loaded ? &loaded : NULL;
}

bool cx_svg_is(const guint8 *bytes, size_t length) {
  const char *text = (const char *)bytes;
  const gssize reach = (gssize)MIN(length, 1024);
  return g_strstr_len(text, reach, "<svg") != NULL || g_strstr_len(text, reach, "<?xml") != NULL;
}

static CxImageKind read_svg(const guint8 *bytes, size_t length, RsvgHandle **handle) {
  if (length > LIMIT_BYTES) return CX_IMAGE_SVG_OVER_LIMIT;
  const CxImageKind kind = cx_svg_guard(bytes, length);
  if (kind != CX_IMAGE_DRAWABLE) return kind;
  const Library *rsvg = library();
  if (rsvg == NULL) return CX_IMAGE_SVG_WITHOUT_LIBRARY;
  guint8 *clean = cx_svg_without_links(bytes, length);
  *handle = rsvg->new_from_data(clean, length, NULL);
  g_free(clean);
  if (*handle == NULL) return CX_IMAGE_DAMAGED;
  rsvg->set_dpi(*handle, 96);
  return CX_IMAGE_DRAWABLE;
}

CxImageKind cx_svg_check(const guint8 *bytes, size_t length) {
  RsvgHandle *handle = NULL;
  const CxImageKind kind = read_svg(bytes, length, &handle);
  g_clear_object(&handle);
  return kind;
}

/* Width to height: as it says, or as what it shows, or as the place it is put into. */
static double ratio_of(const Library *rsvg, RsvgHandle *handle, CxPixels least) {
  double width, height;
  gboolean has_width, has_height, has_box;
  RsvgLength length;
  RsvgRectangle box;
  double ratio = least.width / least.height;
  if (rsvg->get_size(handle, &width, &height)) {
    ratio = width / height;
  } else {
    rsvg->get_dimensions(handle, &has_width, &length, &has_height, &length, &has_box, &box);
    if (has_box) ratio = box.width / box.height;
  }
  return isfinite(ratio) && ratio > 0 ? CLAMP(ratio, 1 / LIMIT_RATIO, LIMIT_RATIO) : 1;
}

static void say_nothing(const char *domain, GLogLevelFlags level, const char *message, gpointer data) {
  (void)domain, (void)level, (void)message, (void)data;
}

/* Pango complains on standard error about sizes that only a stranger thinks of. */
static bool render(const Library *rsvg, RsvgHandle *handle, cairo_t *cr, const RsvgRectangle *viewport) {
  const guint handler = g_log_set_handler("Pango", G_LOG_LEVEL_MASK, say_nothing, NULL);
  const bool is_drawn = rsvg->render(handle, cr, viewport, NULL) && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
  g_log_remove_handler("Pango", handler);
  return is_drawn;
}

CxImageKind cx_svg_decode(const guint8 *bytes, size_t length, CxPixels least, cairo_surface_t **surface) {
  RsvgHandle *handle = NULL;
  const CxImageKind kind = read_svg(bytes, length, &handle);
  if (kind != CX_IMAGE_DRAWABLE) return kind;
  const Library *rsvg = library();
  const double ratio = ratio_of(rsvg, handle, least), width = MAX(least.width, least.height * ratio);
  const double scale = MIN(1, LIMIT_SIDE / MAX(width, width / ratio));
  const cairo_rectangle_t extents = {0, 0, width * scale, width * scale / ratio};
  const RsvgRectangle viewport = {0, 0, extents.width, extents.height};
  *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create(*surface);
  const bool is_drawn = render(rsvg, handle, cr, &viewport);
  cairo_destroy(cr);
  g_object_unref(handle);
  if (is_drawn) return CX_IMAGE_DRAWABLE;
  cairo_surface_destroy(*surface);
  return CX_IMAGE_DAMAGED;
}
