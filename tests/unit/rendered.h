/* For tests of the backends: a fixture that holds scenes, and what is asked of the bytes made from them. Include once,
 * behind the definition of a Fixture with the members `scenes`, `options` and `diagnostics`. */
static GByteArray *render(Fixture *f, const char *format) {
  GByteArray *bytes = g_byte_array_new();
  g_assert_true(cx_backend_find(format)->render(&f->scenes, &f->options, f->diagnostics, bytes));
  g_byte_array_append(bytes, (const guint8 *)"", 1);
  return bytes;
}

/* How often a text stands in the bytes. */
static unsigned count_of(const GByteArray *bytes, const char *text) {
  unsigned count = 0;
  const size_t length = strlen(text);
  for (size_t i = 0; i + length < bytes->len; i++) count += memcmp(bytes->data + i, text, length) == 0;
  return count;
}

static void assert_holds(Fixture *f, const char *format, const char *text) {
  GByteArray *bytes = render(f, format);
  if (count_of(bytes, text) == 0) g_error("the %s does not hold '%s'", format, text);
  g_byte_array_unref(bytes);
}

static void assert_problem(Fixture *f, CxCode code, const char *in_message) {
  size_t count;
  const CxDiag *const *problems = cx_diagnostics_sorted(f->diagnostics, &count);
  g_assert_cmpuint(count, ==, 1);
  g_assert_cmpint(problems[0]->code, ==, code);
  g_assert_nonnull(strstr(problems[0]->message, in_message));
}

/* ---- Pixels of a PNG ---- */

typedef struct Rest {
  const guint8 *at;
} Rest;

static cairo_status_t read_rest(void *closure, unsigned char *data, unsigned length) {
  Rest *rest = closure;
  memcpy(data, rest->at, length);
  rest->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32 pixel_of(const GByteArray *png, int x, int y) {
  Rest rest = {png->data};
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream(read_rest, &rest);
  g_assert_cmpint(cairo_surface_status(image), ==, CAIRO_STATUS_SUCCESS);
  const unsigned char *row = cairo_image_surface_get_data(image) + y * cairo_image_surface_get_stride(image);
  guint32 pixel;
  memcpy(&pixel, row + 4 * x, sizeof pixel);
  cairo_surface_destroy(image);
  return pixel;
}
