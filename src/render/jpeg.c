/* JPEG: bytes → pixels, no more of them than are needed (libjpeg decodes at an eighth to a half of the size for less
 * work), turned the way the camera was held; and pixels → bytes again.
 *
 * Size and number of scans are checked before and while decoding, for a small file may promise much work. The bytes of
 * a file never go into a result: they may be damaged, or say where the photo was taken.
 */
#include "render.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>
#include <jerror.h>

#define LIMIT_SCANS 100

/* libjpeg's reader with the way out of it. */
typedef struct Reader {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf failed;
  cairo_surface_t *surface;
  CxImageKind verdict;
} Reader;

bool cx_jpeg_is(const guint8 *bytes, size_t length) {
  return length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;
}

/* ---- Errors ------------------------------------------------------------------------------------------------- */

G_NORETURN static void fail(j_common_ptr jpeg) {
  Reader *reader = (Reader *)jpeg;
  longjmp(reader->failed, 1);
}

static void say_nothing(j_common_ptr jpeg) {
  (void)jpeg;
}

/* Of what libjpeg only warns of, a file that ends early matters: the rest of the photo would be grey. */
static void judge_warning(j_common_ptr jpeg, int level) {
  if (level < 0 && jpeg->err->msg_code == JWRN_JPEG_EOF) fail(jpeg);
}

static void check_scans(j_common_ptr jpeg) {
  Reader *reader = (Reader *)jpeg;
  if (reader->jpeg.input_scan_number > LIMIT_SCANS) fail(jpeg);
}

/* ---- Pixels ------------------------------------------------------------------------------------------------- */

/* Ink on paper → light; Adobe writes ink the other way round. */
static guint32 pixel_of_cmyk(const guint8 *ink, bool is_inverted) {
  guint32 light[3];
  for (int i = 0; i < 3; i++) {
    const guint32 colour = is_inverted ? ink[i] : 255u - ink[i], black = is_inverted ? ink[3] : 255u - ink[3];
    light[i] = colour * black / 255;
  }
  return light[0] << 16 | light[1] << 8 | light[2];
}

static void copy_row(const struct jpeg_decompress_struct *jpeg, const guint8 *row, guint32 *pixels) {
  for (JDIMENSION x = 0; x < jpeg->output_width; x++) {
    const guint8 *sample = row + (size_t)x * (size_t)jpeg->output_components;
    pixels[x] = jpeg->out_color_space == JCS_CMYK ? pixel_of_cmyk(sample, jpeg->saw_Adobe_marker)
                                                  : (guint32)sample[0] << 16 | (guint32)sample[1] << 8 | sample[2];
  }
}

/* The strongest reduction that leaves enough pixels, seen before the photo is turned. */
static unsigned reduction(const struct jpeg_decompress_struct *jpeg, CxPixels least, bool is_turned) {
  const double width = is_turned ? least.height : least.width, height = is_turned ? least.width : least.height;
  unsigned by = 8;
  while (by > 1 && (jpeg->image_width / by < width || jpeg->image_height / by < height)) by /= 2;
  return by;
}

static void read_header(Reader *reader) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  jpeg_read_header(jpeg, TRUE);
  if ((double)jpeg->image_width * jpeg->image_height > CX_LIMIT_IMAGE_PIXELS) {
    reader->verdict = CX_IMAGE_OVER_LIMIT;
    fail((j_common_ptr)jpeg);
  }
  const bool is_ink = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
  jpeg->out_color_space = is_ink ? JCS_CMYK : JCS_RGB;
}

static void read_pixels(Reader *reader) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  jpeg_start_decompress(jpeg);
  reader->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)jpeg->output_width, (int)jpeg->output_height);
  if (cairo_surface_status(reader->surface) != CAIRO_STATUS_SUCCESS) fail((j_common_ptr)jpeg);
  guint8 *pixels = cairo_image_surface_get_data(reader->surface);
  const size_t stride = (size_t)cairo_image_surface_get_stride(reader->surface);
  JSAMPARRAY row = jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE,
                                           jpeg->output_width * (JDIMENSION)jpeg->output_components, 1);
  while (jpeg->output_scanline < jpeg->output_height) {
    const JDIMENSION y = jpeg->output_scanline;
    jpeg_read_scanlines(jpeg, row, 1);
    copy_row(jpeg, row[0], (guint32 *)(void *)(pixels + y * stride));
  }
  cairo_surface_mark_dirty(reader->surface);
}

/* ---- The right way up --------------------------------------------------------------------------------------- */

/* EXIF's eight orientations as matrices on the unit square: xx, yx, xy, yy, x0, y0. */
static const cairo_matrix_t turns[] = {
    [1] = {1, 0, 0, 1, 0, 0}, [2] = {-1, 0, 0, 1, 1, 0}, [3] = {-1, 0, 0, -1, 1, 1}, [4] = {1, 0, 0, -1, 0, 1},
    [5] = {0, 1, 1, 0, 0, 0}, [6] = {0, 1, -1, 0, 1, 0}, [7] = {0, -1, -1, 0, 1, 1}, [8] = {0, -1, 1, 0, 0, 1},
};

static cairo_surface_t *turned(cairo_surface_t *surface, int orientation) {
  if (orientation == 1) return surface;
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  const bool is_turned = orientation >= 5;
  const int new_width = is_turned ? height : width, new_height = is_turned ? width : height;
  cairo_surface_t *result = cairo_image_surface_create(CAIRO_FORMAT_RGB24, new_width, new_height);
  cairo_matrix_t matrix = turns[orientation];
  matrix.x0 *= new_width;
  matrix.y0 *= new_height;
  cairo_t *cr = cairo_create(result);
  cairo_transform(cr, &matrix);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
  cairo_paint(cr);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return result;
}

static void init_reader(Reader *reader) {
  *reader = (Reader){.verdict = CX_IMAGE_DAMAGED, .progress.progress_monitor = check_scans};
  reader->jpeg.err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = fail;
  reader->errors.output_message = say_nothing;
  reader->errors.emit_message = judge_warning;
}

static bool has_good_header(Reader *reader, FILE *file) {
  if (setjmp(reader->failed) != 0) return false;
  jpeg_create_decompress(&reader->jpeg);
  jpeg_stdio_src(&reader->jpeg, file);
  read_header(reader);
  return true;
}

CxImageKind cx_jpeg_check(FILE *file) {
  Reader reader;
  init_reader(&reader);
  const bool is_good = has_good_header(&reader, file);
  jpeg_destroy_decompress(&reader.jpeg);
  return is_good ? CX_IMAGE_DRAWABLE : reader.verdict;
}

/* False where libjpeg found its way out by `failed`; the reader may then hold a surface that is not finished. */
static bool decode(Reader *reader, const guint8 *bytes, size_t length, CxPixels least, bool is_turned) {
  if (setjmp(reader->failed) != 0) return false;
  jpeg_create_decompress(&reader->jpeg);
  reader->jpeg.progress = &reader->progress;
  jpeg_mem_src(&reader->jpeg, bytes, (unsigned long)length);
  read_header(reader);
  reader->jpeg.scale_denom = reduction(&reader->jpeg, least, is_turned);
  read_pixels(reader);
  jpeg_finish_decompress(&reader->jpeg);
  return true;
}

CxImageKind cx_jpeg_decode(const guint8 *bytes, size_t length, CxPixels least, cairo_surface_t **surface) {
  Reader reader;
  init_reader(&reader);
  const int orientation = cx_exif_orientation(bytes, length);
  const bool is_decoded = decode(&reader, bytes, length, least, orientation >= 5);
  jpeg_destroy_decompress(&reader.jpeg);
  if (is_decoded) {
    *surface = turned(reader.surface, orientation);
    return CX_IMAGE_DRAWABLE;
  }
  if (reader.surface != NULL) cairo_surface_destroy(reader.surface);
  return reader.verdict;
}

/* ---- Bytes again ---------------------------------------------------------------------------------------------- */

static void write_row(struct jpeg_compress_struct *jpeg, const guint32 *pixels, JSAMPROW row) {
  for (JDIMENSION x = 0; x < jpeg->image_width; x++) {
    row[3 * x] = (JSAMPLE)(pixels[x] >> 16);
    row[3 * x + 1] = (JSAMPLE)(pixels[x] >> 8);
    row[3 * x + 2] = (JSAMPLE)pixels[x];
  }
  jpeg_write_scanlines(jpeg, &row, 1);
}

/* libjpeg's own way out of an error is to end the process; encoding from and to memory meets none but want of memory,
 * which ends it anyway. */
void cx_jpeg_attach(cairo_surface_t *surface) {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  guint8 *bytes = NULL;
  unsigned long length = 0;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &bytes, &length);
  jpeg.image_width = (JDIMENSION)cairo_image_surface_get_width(surface);
  jpeg.image_height = (JDIMENSION)cairo_image_surface_get_height(surface);
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 90, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  cairo_surface_flush(surface);
  const guint8 *pixels = cairo_image_surface_get_data(surface);
  const size_t stride = (size_t)cairo_image_surface_get_stride(surface);
  JSAMPARRAY row = jpeg.mem->alloc_sarray((j_common_ptr)&jpeg, JPOOL_IMAGE, jpeg.image_width * 3, 1);
  for (size_t y = 0; y < jpeg.image_height; y++)
    write_row(&jpeg, (const guint32 *)(const void *)(pixels + y * stride), row[0]);
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, length, free, bytes) != CAIRO_STATUS_SUCCESS)
    free(bytes);
}
