/* PNG: the first page of a map as pixels, with its resolution in a pHYs chunk, which cairo does not write.
 *
 * The number of pixels is checked before anything is drawn; a map that is too large says which resolution works.
 */
#include "render.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#define LIMIT_PIXELS 100e6
#define LIMIT_SIDE 32767 /* cairo's */

static double pixels(double points, double dpi) {
  return MAX(1, ceil(points * dpi / 72 - 1e-6));
}

static bool is_within_limit(const CxScene *scene, double dpi) {
  const double width = pixels(scene->width, dpi), height = pixels(scene->height, dpi);
  return width <= LIMIT_SIDE && height <= LIMIT_SIDE && width * height <= LIMIT_PIXELS;
}

static double highest_dpi(const CxScene *scene) {
  const double by_area = 72 * sqrt(LIMIT_PIXELS / (scene->width * scene->height));
  const double by_side = 72 * LIMIT_SIDE / MAX(scene->width, scene->height);
  double dpi = floor(MIN(by_area, by_side));
  while (dpi > 1 && !is_within_limit(scene, dpi)) dpi--;
  return dpi;
}

static bool check_size(const CxScene *scene, double dpi, CxDiagnostics *diagnostics) {
  if (is_within_limit(scene, dpi)) return true;
  CxDiag *diag = cx_diag_report(diagnostics, CX_PAGE_TOO_LARGE, (CxSpan){0},
                                "at %.0f pixels an inch the image of map '%s' would have %.0f x %.0f pixels", dpi,
                                scene->map, pixels(scene->width, dpi), pixels(scene->height, dpi));
  cx_diag_help(diagnostics, diag, "100 megapixels are the limit, reached with --dpi %.0f", highest_dpi(scene));
  return false;
}

/* ---- Pixels ------------------------------------------------------------------------------------------------- */

static cairo_status_t paint(const CxScene *scene, CxPainter *painter, cairo_surface_t *surface, bool is_transparent) {
  cairo_t *cr = painter->cr = cairo_create(surface);
  if (!is_transparent) cx_paint_paper(cr, scene->paper);
  cairo_scale(cr, painter->images->dpi / 72, painter->images->dpi / 72);
  cx_paint_page(painter, &scene->pages.items[0]);
  const cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  return status;
}

/* ---- Bytes -------------------------------------------------------------------------------------------------- */

/* Signature and header chunk of a PNG: 8 bytes and 4 + 4 + 13 + 4. */
#define HEADER_LENGTH 33

static void put_number(guint8 *to, guint32 number) {
  const guint32 bytes = GUINT32_TO_BE(number);
  memcpy(to, &bytes, sizeof bytes);
}

/* Length, name, pixels a metre across and down, 1 for "metre", checksum. */
static void add_resolution(GByteArray *png, double dpi) {
  guint8 chunk[21] = {0, 0, 0, 9, 'p', 'H', 'Y', 's', [16] = 1};
  const guint32 pixels_a_metre = (guint32)(dpi / 0.0254 + 0.5);
  put_number(chunk + 8, pixels_a_metre);
  put_number(chunk + 12, pixels_a_metre);
  put_number(chunk + 17, (guint32)crc32(0, chunk + 4, 13));
  const guint length = png->len;
  g_byte_array_append(png, chunk, sizeof chunk);
  memmove(png->data + HEADER_LENGTH + sizeof chunk, png->data + HEADER_LENGTH, length - HEADER_LENGTH);
  memcpy(png->data + HEADER_LENGTH, chunk, sizeof chunk);
}

static bool encode(cairo_surface_t *surface, const CxScene *scene, double dpi, CxDiagnostics *diagnostics,
                   GByteArray *out) {
  GByteArray *png = g_byte_array_new();
  const bool is_fine =
      cx_cairo_is_fine(cairo_surface_write_to_png_stream(surface, cx_write_bytes, png), scene, diagnostics);
  if (is_fine) {
    add_resolution(png, dpi);
    g_byte_array_append(out, png->data, png->len);
  }
  g_byte_array_unref(png);
  return is_fine;
}

bool cx_png_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics,
                   GByteArray *out) {
  if (scenes->count == 0 || scenes->items[0]->pages.count == 0) return true;
  const CxScene *scene = scenes->items[0];
  const double dpi = options->dpi > 0 ? options->dpi : 144;
  if (!check_size(scene, dpi, diagnostics)) return false;
  CxImages images;
  cx_images_init(&images, diagnostics, dpi, false);
  cairo_surface_t *surface =
      cairo_image_surface_create(options->is_transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                 (int)pixels(scene->width, dpi), (int)pixels(scene->height, dpi));
  const cairo_status_t status =
      paint(scene, &(CxPainter){.images = &images, .traces_text = true}, surface, options->is_transparent);
  const bool is_fine = cx_cairo_is_fine(status, scene, diagnostics) && !images.has_failed &&
                       encode(surface, scene, dpi, diagnostics, out);
  cairo_surface_destroy(surface);
  cx_images_clear(&images);
  return is_fine;
}
