/* Ways in tests, written as "0,10 40,10 40,30". */
#ifndef CXMAP_TESTS_POINTS_H
#define CXMAP_TESTS_POINTS_H

#include "../../src/layout/polyline.h"

static void assert_points(const CxPolyline *line, const char *expected) {
  GString *points = g_string_new(NULL);
  for (size_t i = 0; i < line->count; i++)
    g_string_append_printf(points, "%s%g,%g", i > 0 ? " " : "", line->items[i].x, line->items[i].y);
  g_assert_cmpstr(points->str, ==, expected);
  g_string_free(points, TRUE);
}

#endif
