/* Images: a file of a scene's element → a surface to draw, decoded once for a size and kept until the map is drawn.
 *
 * Files may come from strangers: kind, length and number of pixels are looked at before anything is decoded, and no
 * more pixels are kept than the box needs at the resolution of the rendering, so that memory stays bounded by the page.
 * What came as JPEG goes into PDF and SVG as one, encoded anew; SVG stays vectors.
 */
#include "render.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

void cx_images_init(CxImages *images, CxDiagnostics *diagnostics, double dpi, bool is_for_document) {
  *images = (CxImages){
      .diagnostics = diagnostics,
      .dpi = dpi,
      .is_for_document = is_for_document,
      .surfaces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)cairo_surface_destroy)};
}

void cx_images_clear(CxImages *images) {
  g_hash_table_destroy(images->surfaces);
}

/* ---- Problems ------------------------------------------------------------------------------------------------- */

typedef struct Problem {
  CxCode code;
  const char *message; /* behind the file's name */
  const char *help;    /* or NULL */
} Problem;

static const Problem problems[] = {
    [CX_IMAGE_DRAWABLE] = {0},
    [CX_IMAGE_UNREADABLE] = {CX_CANNOT_READ, "cannot be read", NULL},
    [CX_IMAGE_DAMAGED] = {CX_BAD_IMAGE, "is not a PNG, JPEG or SVG image that can be decoded",
                          "export it again as PNG, JPEG or plain SVG"},
    [CX_IMAGE_SVG_IN_PARTS] = {CX_BAD_IMAGE, "is an SVG image that holds pictures or refers to other files",
                               "draw it without them, or export it as PNG"},
    [CX_IMAGE_SVG_OVER_LIMIT] = {CX_IMAGE_TOO_LARGE, "is an SVG image that takes too long to draw",
                                 "simplify it, or export it as PNG"},
    [CX_IMAGE_SVG_WITHOUT_LIBRARY] = {CX_BAD_IMAGE, "is an SVG image, and librsvg, which draws them, is not installed",
                                      "install it (in Debian it is in librsvg2-2), or export the image as PNG"},
    [CX_IMAGE_OVER_LIMIT] = {CX_IMAGE_TOO_LARGE, "has more than 50 megapixels or 64 MiB",
                             "scale it down; a thousand pixels a side are plenty"},
};

static void report(CxDiagnostics *diagnostics, const char *name, CxSpan span, CxImageKind kind) {
  const Problem *problem = &problems[kind];
  CxDiag *diag = cx_diag_report(diagnostics, problem->code, span, "'%s' %s", name, problem->message);
  if (problem->help != NULL) cx_diag_help(diagnostics, diag, "%s", problem->help);
}

/* ---- Reading ------------------------------------------------------------------------------------------------ */

static CxImageKind look_at_file(const char *path) {
  GStatBuf status;
  if (g_stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return CX_IMAGE_UNREADABLE;
  return status.st_size > CX_LIMIT_IMAGE_BYTES ? CX_IMAGE_OVER_LIMIT : CX_IMAGE_DRAWABLE;
}

static CxImageKind read_file(const char *path, guint8 **bytes, size_t *length) {
  const CxImageKind kind = look_at_file(path);
  if (kind != CX_IMAGE_DRAWABLE) return kind;
  return g_file_get_contents(path, (char **)bytes, length, NULL) ? CX_IMAGE_DRAWABLE : CX_IMAGE_UNREADABLE;
}

/* ---- Size --------------------------------------------------------------------------------------------------- */

CxPixels cx_surface_size(cairo_surface_t *surface) {
  cairo_rectangle_t extents;
  if (cairo_recording_surface_get_extents(surface, &extents)) return (CxPixels){extents.width, extents.height};
  return (CxPixels){cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)};
}

/* A smaller copy in place of a surface that has more than twice the pixels it needs across. */
static cairo_surface_t *reduced(cairo_surface_t *surface, CxPixels least) {
  const double width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  const double factor = MIN(width / least.width, height / least.height);
  if (!(factor >= 2)) return surface;
  const int new_width = (int)MAX(1, width / factor), new_height = (int)MAX(1, height / factor);
  cairo_surface_t *result =
      cairo_surface_create_similar_image(surface, cairo_image_surface_get_format(surface), new_width, new_height);
  cairo_t *cr = cairo_create(result);
  cairo_scale(cr, new_width / width, new_height / height);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
  cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint(cr);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return result;
}

/* ---- PNG ---------------------------------------------------------------------------------------------------- */

typedef struct Rest {
  const guint8 *bytes;
  size_t length;
} Rest;

static cairo_status_t read_rest(void *closure, unsigned char *data, unsigned length) {
  Rest *rest = closure;
  if (length > rest->length) return CAIRO_STATUS_READ_ERROR;
  memcpy(data, rest->bytes, length);
  rest->bytes += length;
  rest->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32 big_endian(const guint8 *bytes) {
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

/* Width and height are the first two numbers of the header, which is the first chunk. */
static CxImageKind check_png(const guint8 *bytes, size_t length) {
  if (length < 33 || memcmp(bytes + 12, "IHDR", 4) != 0) return CX_IMAGE_DAMAGED;
  const double pixels = (double)big_endian(bytes + 16) * big_endian(bytes + 20);
  return pixels > CX_LIMIT_IMAGE_PIXELS ? CX_IMAGE_OVER_LIMIT : pixels > 0 ? CX_IMAGE_DRAWABLE : CX_IMAGE_DAMAGED;
}

static CxImageKind decode_png(const guint8 *bytes, size_t length, cairo_surface_t **surface) {
  const CxImageKind kind = check_png(bytes, length);
  if (kind != CX_IMAGE_DRAWABLE) return kind;
  Rest rest = {bytes, length};
  *surface = cairo_image_surface_create_from_png_stream(read_rest, &rest);
  if (cairo_surface_status(*surface) == CAIRO_STATUS_SUCCESS) return CX_IMAGE_DRAWABLE;
  cairo_surface_destroy(*surface);
  return CX_IMAGE_DAMAGED;
}

static bool is_png(const guint8 *bytes, size_t length) {
  return length > 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0;
}

/* ---- Without decoding --------------------------------------------------------------------------------------- */

/* An SVG image has its size nowhere but in the middle of its text. */
static CxImageKind check_svg(const char *path) {
  guint8 *bytes = NULL;
  size_t length = 0;
  CxImageKind kind = read_file(path, &bytes, &length);
  if (kind == CX_IMAGE_DRAWABLE) kind = cx_svg_check(bytes, length);
  g_free(bytes);
  return kind;
}

static CxImageKind check(const char *path) {
  guint8 bytes[1024];
  const CxImageKind kind = look_at_file(path);
  FILE *file = kind == CX_IMAGE_DRAWABLE ? g_fopen(path, "rbe") : NULL;
  if (file == NULL) return kind == CX_IMAGE_DRAWABLE ? CX_IMAGE_UNREADABLE : kind;
  const size_t length = fread(bytes, 1, sizeof bytes, file);
  CxImageKind verdict = CX_IMAGE_DAMAGED;
  if (is_png(bytes, length))
    verdict = check_png(bytes, length);
  else if (cx_jpeg_is(bytes, length))
    verdict = fseek(file, 0, SEEK_SET) == 0 ? cx_jpeg_check(file) : CX_IMAGE_UNREADABLE;
  else if (cx_svg_is(bytes, length))
    verdict = check_svg(path);
  fclose(file);
  return verdict;
}

bool cx_image_check(const char *path, const char *name, CxSpan span, CxDiagnostics *diagnostics) {
  const CxImageKind kind = check(path);
  if (kind != CX_IMAGE_DRAWABLE) report(diagnostics, name, span, kind);
  return kind == CX_IMAGE_DRAWABLE;
}

/* ---- Decoding ----------------------------------------------------------------------------------------------- */

static CxImageKind load(const CxImages *images, const char *path, CxPixels least, cairo_surface_t **surface) {
  guint8 *bytes = NULL;
  size_t length = 0;
  CxImageKind kind = read_file(path, &bytes, &length);
  const bool is_read = kind == CX_IMAGE_DRAWABLE, is_jpeg = is_read && cx_jpeg_is(bytes, length);
  const bool is_svg = is_read && !is_jpeg && !is_png(bytes, length);
  if (is_jpeg)
    kind = cx_jpeg_decode(bytes, length, least, surface);
  else if (is_svg)
    kind = cx_svg_is(bytes, length) ? cx_svg_decode(bytes, length, least, surface) : CX_IMAGE_DAMAGED;
  else if (is_read)
    kind = decode_png(bytes, length, surface);
  if (kind == CX_IMAGE_DRAWABLE && !is_svg) *surface = reduced(*surface, least);
  if (kind == CX_IMAGE_DRAWABLE && is_jpeg && images->is_for_document) cx_jpeg_attach(*surface);
  g_free(bytes);
  return kind;
}

/* Decoded no larger than this, the ratio is right within a third of a percent. */
double cx_image_ratio(const char *path, const char *name, CxSpan span, CxDiagnostics *diagnostics) {
  const CxImages nothing = {0};
  cairo_surface_t *surface = NULL;
  const CxImageKind kind = load(&nothing, path, (CxPixels){400, 400}, &surface);
  if (kind != CX_IMAGE_DRAWABLE) {
    report(diagnostics, name, span, kind);
    return 0;
  }
  const CxPixels size = cx_surface_size(surface);
  cairo_surface_destroy(surface);
  return size.width > 0 && size.height > 0 ? size.width / size.height : 0;
}

/* ---- Finding ------------------------------------------------------------------------------------------------ */

/* A file that failed stands in the table under its bare name, so that it is reported once. */
cairo_surface_t *cx_images_find(CxImages *images, const CxElement *element) {
  if (element->file == NULL || g_hash_table_contains(images->surfaces, element->file)) return NULL;
  const CxPixels least = {MAX(1, element->box.w * images->dpi / 72), MAX(1, element->box.h * images->dpi / 72)};
  char *key = g_strdup_printf("%.0f %.0f %s", least.width, least.height, element->file);
  cairo_surface_t *surface = g_hash_table_lookup(images->surfaces, key);
  if (surface != NULL) {
    g_free(key);
    return surface;
  }
  const CxImageKind kind = load(images, element->file, least, &surface);
  if (kind == CX_IMAGE_DRAWABLE) {
    g_hash_table_insert(images->surfaces, key, surface);
    return surface;
  }
  report(images->diagnostics, element->name != NULL ? element->name : element->file, (CxSpan){0}, kind);
  images->has_failed = true;
  g_free(key);
  g_hash_table_insert(images->surfaces, g_strdup(element->file), NULL);
  return NULL;
}
