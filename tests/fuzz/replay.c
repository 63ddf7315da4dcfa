/* Stands in for libFuzzer: runs each file as it is, and then a fixed number of mutations of it. The same files and
 * number give the same mutations, so that a crash can be had again.
 *
 *     replay MUTATIONS FILE…
 */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const tokens[] = {
    "[",     "]",      "{",        "}",      ": ",      "- ",        "\n",     "\n  ",    "\t",     "#",         "&a ",
    "*a",    "!!int ", "|\n",      ">-\n",   "---\n",   "\"",        "'",      "stages:", "name: ", "emotion: ", "-2",
    "99999", "\xff",   "\xe4\xb8", "\u202e", "{en: a}", "include: ", "lang: ", "x-a: ",   "~",      "\r\n"};

static void mutate(GByteArray *bytes, GRand *chance) {
  const guint at = bytes->len == 0 ? 0 : (guint)g_rand_int_range(chance, 0, (gint32)bytes->len);
  const guint wish = (guint)g_rand_int_range(chance, 1, 40), length = MIN(bytes->len - at, wish);
  const char *token = tokens[g_rand_int_range(chance, 0, G_N_ELEMENTS(tokens))];
  GByteArray *copy = g_byte_array_new();
  switch (g_rand_int_range(chance, 0, 4)) {
  case 0: /* a byte changes */
    if (bytes->len > 0) bytes->data[at] = (guint8)g_rand_int_range(chance, 0, 256);
    break;
  case 1: /* some bytes go */
    if (length > 0) g_byte_array_remove_range(bytes, at, length);
    break;
  default: /* a token, or some bytes once more, come in */
    g_byte_array_append(copy, bytes->data, at);
    if (g_rand_boolean(chance))
      g_byte_array_append(copy, (const guint8 *)token, (guint)strlen(token));
    else
      g_byte_array_append(copy, bytes->data + at, length);
    g_byte_array_append(copy, bytes->data + at, bytes->len - at);
    g_byte_array_set_size(bytes, 0);
    g_byte_array_append(bytes, copy->data, copy->len);
    break;
  }
  g_byte_array_unref(copy);
}

/* What is about to run is kept beside the program, so that a crash leaves its input behind. */
static void run_one(const GByteArray *bytes, const char *kept) {
  if (kept != NULL &&
      !g_file_set_contents_full(kept, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0644, NULL))
    exit(3);
  LLVMFuzzerTestOneInput(bytes->data, bytes->len);
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  const guint64 mutations = g_ascii_strtoull(argv[1], NULL, 10);
  const char *kept = g_getenv("FUZZ_KEEP");
  for (int i = 2; i < argc; i++) {
    char *text;
    gsize length;
    if (!g_file_get_contents(argv[i], &text, &length, NULL)) return 3;
    GRand *chance = g_rand_new_with_seed((guint32)i);
    for (guint64 k = 0; k <= mutations; k++) {
      GByteArray *bytes = g_byte_array_new();
      g_byte_array_append(bytes, (const guint8 *)text, (guint)length);
      for (guint64 changes = 0; changes < k && changes < 1 + k % 6; changes++) mutate(bytes, chance);
      run_one(bytes, kept);
      g_byte_array_unref(bytes);
    }
    g_rand_free(chance);
    g_free(text);
  }
  printf("ran %d files, each with %" G_GUINT64_FORMAT " mutations\n", argc - 2, mutations);
  return 0;
}
