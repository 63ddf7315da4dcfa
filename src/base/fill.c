/* Fills the places of a text with values. %s and %d are places; any other % stands for itself. Knows no locale. */
#include "cxmap/base.h"

const char *cx_pattern_fill(CxArena *arena, const char *pattern, const char *first, const char *second) {
  const char *values[] = {first, second};
  size_t used = 0;
  GString *text = g_string_new(NULL);
  for (const char *c = pattern; *c != '\0'; c++) {
    if (c[0] != '%' || (c[1] != 's' && c[1] != 'd')) {
      g_string_append_c(text, *c);
      continue;
    }
    g_assert(used < G_N_ELEMENTS(values) && values[used] != NULL);
    g_string_append(text, values[used++]);
    c++; /* the letter that names the kind of value */
  }
  const char *filled = cx_arena_strndup(arena, text->str, text->len);
  g_string_free(text, TRUE);
  return filled;
}
