/* A document laid out on paper, measured with the fixed shaper. */
#ifndef CXMAP_TESTS_LAID_OUT_H
#define CXMAP_TESTS_LAID_OUT_H

#include "cxmap/compile.h"

#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
} Fixture;

static const CxLayout *lay_out(Fixture *fixture, const char *yaml, const char *paper) {
  CxSettings settings = {.until = CX_STAGE_SCENE};
  fixture->shaper = cx_shaper_new_fixed();
  fixture->run = cx_compile_new(fixture->shaper);
  g_assert_true(cx_paper_parse(paper, &settings.paper, NULL));
  g_assert_true(cx_compile_text(fixture->run, "test.yaml", yaml, strlen(yaml), &settings));
  return fixture->run->layouts.items[0];
}

static void clear(Fixture *fixture) {
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

#endif
