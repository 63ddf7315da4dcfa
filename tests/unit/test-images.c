/* Images on maps: drawn where they belong and the right way up, whatever a stranger puts into the files. */
#include "cxmap/render.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

typedef struct Fixture {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxScene *scene;
  CxScenes scenes;
  CxRenderOptions options;
  char *folder;
} Fixture;

static void set_up(Fixture *f, gconstpointer data) {
  (void)data;
  f->arena = cx_arena_new();
  f->diagnostics = cx_diagnostics_new(f->arena);
  f->scene = cx_new(f->arena, CxScene);
  *f->scene = (CxScene){.map = "order", .title = "Ordering", .paper = CX_HEX(0xffffff), .width = 100, .height = 50};
  *cx_list_add(f->arena, &f->scene->pages) = (CxScenePage){.width = 100, .height = 50};
  f->scenes = (CxScenes){0};
  *cx_list_add(f->arena, &f->scenes) = f->scene;
  f->options = (CxRenderOptions){.dpi = 72};
  f->folder = g_dir_make_tmp("cxmap-images-XXXXXX", NULL);
}

static void tear_down(Fixture *f, gconstpointer data) {
  (void)data;
  GDir *folder = g_dir_open(f->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
    char *path = g_build_filename(f->folder, name, NULL);
    g_remove(path);
    g_free(path);
  }
  g_dir_close(folder);
  g_rmdir(f->folder);
  g_free(f->folder);
  cx_arena_free(f->arena);
}

#include "rendered.h"

/* ---- Files ------------------------------------------------------------------------------------------------- */

static char *path_in(Fixture *f, const char *name) {
  char *path = g_build_filename(f->folder, name, NULL);
  char *own = cx_arena_strdup(f->arena, path);
  g_free(path);
  return own;
}

static CxElement *add_element(Fixture *f, CxElement element) {
  CxElement *own = cx_new(f->arena, CxElement);
  *own = element;
  *cx_list_add(f->arena, &f->scene->pages.items[0].elements) = own;
  return own;
}

static CxElement *add_image(Fixture *f, const char *name) {
  return add_element(
      f,
      (CxElement){
          .kind = CX_ELEMENT_IMAGE, .role = "photo", .box = {10, 10, 40, 20}, .file = path_in(f, name), .name = name});
}

static void write_png(Fixture *f, const char *name, int width, int height) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 0, 0);
  cairo_paint(cr);
  cairo_destroy(cr);
  g_assert_cmpint(cairo_surface_write_to_png(surface, path_in(f, name)), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy(surface);
}

/* The left half red, the right half blue; `extra` is put in as its first segment. */
static void write_jpeg(Fixture *f, const char *name, const guint8 *extra, unsigned length) {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  guint8 row[64 * 3] = {0}, *line = row;
  for (size_t x = 0; x < 64; x++) row[3 * x + (x < 32 ? 0 : 2)] = 255;
  FILE *file = fopen(path_in(f, name), "wb");
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  jpeg_stdio_dest(&jpeg, file);
  jpeg.image_width = 64;
  jpeg.image_height = 32;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  if (extra != NULL) jpeg_write_marker(&jpeg, JPEG_APP0 + 1, extra, length);
  for (int y = 0; y < 32; y++) jpeg_write_scanlines(&jpeg, &line, 1);
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  fclose(file);
}

static bool is_near(guint32 pixel, guint32 expected) {
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS((int)(pixel >> shift & 255) - (int)(expected >> shift & 255)) > 12) return false;
  return true;
}

/* ---- Drawing ------------------------------------------------------------------------------------------------ */

static void test_png_image(Fixture *f, gconstpointer data) {
  (void)data;
  write_png(f, "a.png", 500, 500);
  add_image(f, "a.png")->radius = 10;
  GByteArray *png = render(f, "png");
  g_assert_cmphex(pixel_of(png, 30, 20) & 0xffffff, ==, 0xff0000);
  g_assert_cmphex(pixel_of(png, 11, 11) & 0xffffff, ==, 0xffffff);
  g_assert_cmphex(pixel_of(png, 55, 20) & 0xffffff, ==, 0xffffff);
  g_byte_array_unref(png);
}

static void test_jpeg_image(Fixture *f, gconstpointer data) {
  (void)data;
  write_jpeg(f, "a.jpg", NULL, 0);
  add_image(f, "a.jpg");
  GByteArray *png = render(f, "png");
  g_assert_true(is_near(pixel_of(png, 15, 20), 0xff0000));
  g_assert_true(is_near(pixel_of(png, 45, 20), 0x0000ff));
  g_byte_array_unref(png);
  assert_holds(f, "pdf", "/Filter /DCTDecode");
  assert_holds(f, "svg", "data:image/jpeg;base64,");
}

/* Cut to an outline: here the lower left half of its box. */
static void test_clip(Fixture *f, gconstpointer data) {
  (void)data;
  write_png(f, "a.png", 40, 20);
  CxElement *image = add_image(f, "a.png");
  cx_path_move(f->arena, &image->clip, 10, 10);
  cx_path_line(f->arena, &image->clip, 50, 30);
  cx_path_line(f->arena, &image->clip, 10, 30);
  cx_path_close(f->arena, &image->clip);
  GByteArray *png = render(f, "png");
  g_assert_cmphex(pixel_of(png, 15, 25) & 0xffffff, ==, 0xff0000);
  g_assert_cmphex(pixel_of(png, 45, 15) & 0xffffff, ==, 0xffffff);
  g_byte_array_unref(png);
}

/* In a dictionary no name may stand twice. */
static void test_image_twice(Fixture *f, gconstpointer data) {
  (void)data;
  write_png(f, "a.png", 40, 20);
  write_jpeg(f, "a.jpg", NULL, 0);
  for (int i = 0; i < 6; i++) add_image(f, i % 2 == 0 ? "a.png" : "a.jpg");
  GByteArray *pdf = render(f, "pdf");
  const char *list = memmem(pdf->data, pdf->len, "/XObject <<", 11);
  g_assert_nonnull(list);
  char *names = g_strndup(list, strcspn(list, ">"));
  char **parts = g_strsplit(names, "/x", -1);
  g_assert_cmpuint(g_strv_length(parts), ==, 3);
  g_assert_cmpstr(parts[1], !=, parts[2]);
  g_strfreev(parts);
  g_free(names);
  g_byte_array_unref(pdf);
}

/* Held upright (6), the left edge of what the sensor saw is up; where the photo was taken is nobody's business. */
static void test_jpeg_turned(Fixture *f, gconstpointer data) {
  (void)data;
  static const guint8 exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 taken at home";
  write_jpeg(f, "a.jpg", exif, sizeof exif - 1);
  add_image(f, "a.jpg")->box = (CxRect){10, 10, 15, 30};
  GByteArray *png = render(f, "png");
  g_assert_true(is_near(pixel_of(png, 17, 13), 0xff0000));
  g_assert_true(is_near(pixel_of(png, 17, 37), 0x0000ff));
  g_byte_array_unref(png);
  GByteArray *pdf = render(f, "pdf");
  g_assert_cmpuint(count_of(pdf, "taken at home"), ==, 0);
  g_byte_array_unref(pdf);
}

/* Metadata that points anywhere is ignored. */
static void test_jpeg_bad_metadata(Fixture *f, gconstpointer data) {
  (void)data;
  guint8 exif[] = "Exif\0\0II*\0\xff\xff\xff\xff\xff\xff\x12\x01\x03\0\x01\0\0\0\x09\0\0\0\0\0\0\0";
  add_image(f, "a.jpg");
  for (unsigned offset = 0; offset < 256; offset += 5) {
    exif[10] = (guint8)offset;
    exif[11] = exif[12] = exif[13] = offset < 128 ? 0 : 255;
    write_jpeg(f, "a.jpg", exif, sizeof exif - 1);
    GByteArray *png = render(f, "png");
    g_assert_true(is_near(pixel_of(png, 15, 20), 0xff0000));
    g_byte_array_unref(png);
  }
}

/* What is said without drawing; NULL: nothing. */
static void assert_check(Fixture *f, const char *name, const void *bytes, size_t length, const char *expected) {
  CxDiagnostics *diagnostics = cx_diagnostics_new(f->arena);
  size_t count;
  if (bytes != NULL) g_assert_true(g_file_set_contents(path_in(f, name), bytes, (gssize)length, NULL));
  g_assert_true(cx_image_check(path_in(f, name), name, (CxSpan){0}, diagnostics) == (expected == NULL));
  const CxDiag *const *diags = cx_diagnostics_sorted(diagnostics, &count);
  g_assert_cmpuint(count, ==, expected == NULL ? 0 : 1);
  if (expected != NULL && strstr(diags[0]->message, expected) == NULL) g_error("%s: '%s'", name, diags[0]->message);
}

/* ---- SVG ---------------------------------------------------------------------------------------------------- */

/* Twice as wide as high, red left, blue right, in whatever size and units. */
static void write_svg(Fixture *f, const char *name, const char *size) {
  char *svg = g_strdup_printf(
      "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' %s>"
      "<defs><rect id='half' width='8' height='8'/></defs><use href='#half' fill='#f00'/>"
      "<!-- <a it's --><a title='href=' href='https://example.org' ><use href='#half' x='8' fill='#00f'/></a></svg>",
      size);
  g_assert_true(g_file_set_contents(path_in(f, name), svg, -1, NULL));
  g_free(svg);
}

static void test_svg_image(Fixture *f, gconstpointer data) {
  (void)data;
  static const char *const sizes[] = {"width='16' height='8'", "viewBox='0 0 16 8'",
                                      "width='9in' height='4.5in' viewBox='0 0 16 8'",
                                      "width='1e9' height='5e8' viewBox='0 0 16 8'"};
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    write_svg(f, "a.svg", sizes[i]);
    f->scene->pages.items[0].elements.count = 0;
    add_image(f, "a.svg");
    GByteArray *png = render(f, "png");
    g_assert_cmphex(pixel_of(png, 15, 20) & 0xffffff, ==, 0xff0000);
    g_assert_cmphex(pixel_of(png, 45, 20) & 0xffffff, ==, 0x0000ff);
    g_assert_cmphex(pixel_of(png, 55, 20) & 0xffffff, ==, 0xffffff);
    g_byte_array_unref(png);
    assert_check(f, "a.svg", NULL, 0, NULL);
  }
}

/* No picture of pixels is in the documents. */
static void test_svg_stays_vectors(Fixture *f, gconstpointer data) {
  (void)data;
  write_svg(f, "a.svg", "viewBox='0 0 16 8'");
  add_image(f, "a.svg");
  static const char *const formats[] = {"pdf", "svg"}, *const pixels[] = {"/Subtype /Image", "data:image/"};
  for (size_t i = 0; i < 2; i++) {
    GByteArray *out = render(f, formats[i]);
    g_byte_array_append(out, (const guint8 *)"", 1);
    g_assert_null(g_strstr_len((const char *)out->data, out->len, pixels[i]));
    g_byte_array_unref(out);
  }
}

/* An icon is seen as a whole, in the middle of its box. */
static void test_whole_image(Fixture *f, gconstpointer data) {
  (void)data;
  write_svg(f, "a.svg", "viewBox='0 0 16 8'");
  write_png(f, "a.png", 20, 10);
  static const char *const names[] = {"a.svg", "a.png"};
  for (size_t i = 0; i < 2; i++) {
    f->scene->pages.items[0].elements.count = 0;
    CxElement *icon = add_image(f, names[i]);
    icon->box = (CxRect){10, 10, 24, 24};
    icon->is_whole = true;
    GByteArray *png = render(f, "png");
    g_assert_cmphex(pixel_of(png, 13, 22) & 0xffffff, ==, 0xff0000);
    g_assert_cmphex(pixel_of(png, 31, 22) & 0xffffff, ==, i == 0 ? 0x0000ff : 0xff0000);
    g_assert_cmphex(pixel_of(png, 22, 13) & 0xffffff, ==, 0xffffff);
    g_assert_cmphex(pixel_of(png, 22, 31) & 0xffffff, ==, 0xffffff);
    g_byte_array_unref(png);
  }
}

/* ---- What is refused ---------------------------------------------------------------------------------------- */

static void assert_bad_image(Fixture *f, const void *bytes, size_t length, CxCode code, const char *in_message) {
  g_assert_true(g_file_set_contents(path_in(f, "bad.jpg"), bytes, (gssize)length, NULL));
  add_image(f, "bad.jpg");
  add_image(f, "bad.jpg");
  GByteArray *out = g_byte_array_new();
  g_assert_false(cx_backend_find("pdf")->render(&f->scenes, &f->options, f->diagnostics, out));
  g_assert_cmpuint(out->len, ==, 0);
  g_byte_array_unref(out);
  assert_problem(f, code, in_message);
}

static void test_check(Fixture *f, gconstpointer data) {
  (void)data;
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0\0\0\0\0";
  static const guint8 huge_jpeg[] = {0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xea, 0x60, 0xea, 0x60, 1, 1,
                                     0x11, 0,    0xff, 0xda, 0, 8,  1, 1,    0,    0,    63,   0};
  write_png(f, "a.png", 5, 5);
  write_jpeg(f, "a.jpg", NULL, 0);
  assert_check(f, "a.png", NULL, 0, NULL);
  assert_check(f, "a.jpg", NULL, 0, NULL);
  assert_check(f, "missing.png", NULL, 0, "cannot be read");
  assert_check(f, ".", NULL, 0, "cannot be read");
  assert_check(f, "empty", "", 0, "is not a PNG, JPEG or SVG image");
  assert_check(f, "text.png", "hello", 5, "is not a PNG, JPEG or SVG image");
  assert_check(f, "short.png", huge, 20, "is not a PNG, JPEG or SVG image");
  assert_check(f, "short.jpg", huge_jpeg, 8, "is not a PNG, JPEG or SVG image");
  assert_check(f, "huge.png", huge, sizeof huge - 1, "50 megapixels");
  assert_check(f, "huge.jpg", huge_jpeg, sizeof huge_jpeg, "50 megapixels");
}

static void test_text_is_no_image(Fixture *f, gconstpointer data) {
  (void)data;
  assert_bad_image(f, "hello", 5, CX_BAD_IMAGE, "'bad.jpg' is not");
}

#define SVG(attributes, content) "<svg xmlns='http://www.w3.org/2000/svg' " attributes ">" content "</svg>"

static void assert_bad_svg(Fixture *f, const char *svg, const char *expected) {
  assert_check(f, "bad.svg", svg, strlen(svg), expected);
}

static char *repeated(const char *text, size_t times) {
  GString *all = g_string_new(NULL);
  for (size_t i = 0; i < times; i++) g_string_append(all, text);
  return g_string_free(all, FALSE);
}

static void test_svg_that_is_refused(Fixture *f, gconstpointer data) {
  (void)data;
  static const char damaged[] = "is not a PNG, JPEG or SVG image", parts[] = "refers to other files";
  assert_bad_svg(f, "<svg xmlns='http://www.w3.org/2000/svg'><rect ", damaged);
  assert_bad_svg(f, "<?xml version='1.0'?><html/>", damaged);
  assert_bad_svg(f, "<svg><rect width='9' height='9'/></svg>", damaged);
  assert_bad_svg(f, "<?xml version='1.0' encoding='utf-7'?>" SVG("", ""), damaged);
  assert_bad_svg(f, "<?xml-stylesheet href='a.css'?>" SVG("", ""), damaged);
  assert_bad_svg(f, "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" SVG("", "<text>&b;</text>"), damaged);
  assert_bad_svg(f, SVG("", "<image href='file:///etc/passwd'/>"), parts);
  assert_bad_svg(f, SVG("", "<image href=' ../a.png'/>"), parts);
  assert_bad_svg(f, SVG("", "<use href='&#100;ata:image/svg+xml;base64,AAAA#a'/>"), parts);
}

/* Few bytes, much work. */
static void test_svg_that_takes_too_long(Fixture *f, gconstpointer data) {
  (void)data;
  static const char slow[] = "takes too long";
  assert_bad_svg(f, SVG("", "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"), slow);
  assert_bad_svg(f, SVG("", "<filter id='f'><feMorphology radius='9999'/></filter>"), slow);
  GString *uses = g_string_new("<svg xmlns='http://www.w3.org/2000/svg'><rect id='a0' width='1' height='1'/>");
  for (int i = 0; i < 8; i++) {
    char *use = g_strdup_printf("<use href='#a%d'/>", i), *ten = repeated(use, 10);
    g_string_append_printf(uses, "<g id='a%d'>%s</g>", i + 1, ten);
    g_free(ten);
    g_free(use);
  }
  g_string_append(uses, "</svg>");
  assert_bad_svg(f, uses->str, slow);
  g_string_free(uses, TRUE);
  char *groups = repeated("<g>", 1000), *ends = repeated("</g>", 1000);
  char *deep = g_strconcat("<svg xmlns='http://www.w3.org/2000/svg'>", groups, ends, "</svg>", NULL);
  assert_bad_svg(f, deep, "is not a PNG, JPEG or SVG image");
  char *blurs = repeated("<rect style='filter:url(#f)' width='9' height='9'/>", 200);
  char *blurred = g_strconcat("<svg xmlns='http://www.w3.org/2000/svg'><filter id='f'><feGaussianBlur/></filter>",
                              blurs, "</svg>", NULL);
  assert_bad_svg(f, blurred, slow);
  char *large = repeated("<!-- a comment of thirty bytes -->", 150000);
  char *over = g_strconcat("<svg xmlns='http://www.w3.org/2000/svg'>", large, "</svg>", NULL);
  assert_bad_svg(f, over, slow);
  char *const all[] = {groups, ends, deep, blurs, blurred, large, over};
  for (size_t i = 0; i < G_N_ELEMENTS(all); i++) g_free(all[i]);
}

static void test_image_cut_off(Fixture *f, gconstpointer data) {
  (void)data;
  char *bytes;
  gsize length;
  write_jpeg(f, "whole.jpg", NULL, 0);
  g_assert_true(g_file_get_contents(path_in(f, "whole.jpg"), &bytes, &length, NULL));
  assert_bad_image(f, bytes, length - 40, CX_BAD_IMAGE, "'bad.jpg' is not");
  g_free(bytes);
}

/* A header alone, which promises 60,000 x 60,000 pixels. */
static void test_image_too_large(Fixture *f, gconstpointer data) {
  (void)data;
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0\0\0\0\0";
  assert_bad_image(f, png, sizeof png - 1, CX_IMAGE_TOO_LARGE, "50 megapixels");
}

static void test_image_is_missing(Fixture *f, gconstpointer data) {
  (void)data;
  add_image(f, "missing.png");
  GByteArray *out = g_byte_array_new();
  g_assert_false(cx_backend_find("svg")->render(&f->scenes, &f->options, f->diagnostics, out));
  assert_problem(f, CX_CANNOT_READ, "missing.png");
  g_byte_array_unref(out);
}

#define ADD(path, test) g_test_add("/images/" path, Fixture, NULL, set_up, test, tear_down)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("png", test_png_image);
  ADD("jpeg", test_jpeg_image);
  ADD("cut-to-an-outline", test_clip);
  ADD("twice-on-a-page", test_image_twice);
  ADD("jpeg-the-right-way-up", test_jpeg_turned);
  ADD("jpeg-with-bad-metadata", test_jpeg_bad_metadata);
  ADD("checked", test_check);
  ADD("text-is-refused", test_text_is_no_image);
  ADD("svg", test_svg_image);
  ADD("svg-stays-vectors", test_svg_stays_vectors);
  ADD("whole", test_whole_image);
  ADD("svg-that-is-refused", test_svg_that_is_refused);
  ADD("svg-that-takes-too-long", test_svg_that_takes_too_long);
  ADD("cut-off-is-refused", test_image_cut_off);
  ADD("too-many-pixels-are-refused", test_image_too_large);
  ADD("missing-is-reported", test_image_is_missing);
  const int failures = g_test_run();
  cx_render_cleanup();
  return failures;
}
