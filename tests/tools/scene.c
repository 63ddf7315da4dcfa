/* A definition file in, its scenes as JSON out, measured with the fixed-width fake, so that the result is the same on
 * every machine: what tests/golden compares. With --blank behind the file, drawn to be filled by hand.
 */
#include "cxmap/compile.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  const bool is_blank = argc == 3 && strcmp(argv[2], "--blank") == 0;
  if (argc != 2 && !is_blank) return 2;
  CxShaper *shaper = cx_shaper_new_fixed();
  CxCompile *run = cx_compile_new(shaper);
  const bool is_fine = cx_compile_file(run, argv[1], &(CxSettings){.until = CX_STAGE_SCENE, .is_blank = is_blank});
  GString *text = g_string_new(NULL);
  cx_diag_printer_find("human")->print(run->diagnostics, false, text);
  fputs(text->str, stderr);
  g_string_truncate(text, 0);
  if (is_fine) cx_compile_write_json(run, CX_STAGE_SCENE, text);
  fputs(text->str, stdout);
  g_string_free(text, TRUE);
  cx_compile_free(run);
  cx_shaper_free(shaper);
  return is_fine ? 0 : 1;
}
