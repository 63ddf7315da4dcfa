/* Fuzzing: any bytes go through the whole pipeline, to a scene and its JSON, measured with the fixed-width fake. Linked
 * with libFuzzer, or with replay.c where there is none.
 */
#include "cxmap/compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const papers[] = {"fit", "A4", "A5 portrait"};
  static CxShaper *shaper;
  CxSettings settings = {.until = CX_STAGE_SCENE};
  cx_paper_parse(papers[size % G_N_ELEMENTS(papers)], &settings.paper, NULL);
  if (shaper == NULL) shaper = cx_shaper_new_fixed();
  CxCompile *run = cx_compile_new(shaper);
  GString *text = g_string_new(NULL);
  if (cx_compile_text(run, "fuzz", (const char *)data, size, &settings))
    for (CxPipelineStage stage = 0; stage < CX_STAGE_BYTES; stage++)
      if (cx_stage_name(stage) != NULL) cx_compile_write_json(run, stage, text);
  size_t count;
  const CxDiagPrinter *printers = cx_diag_printers(&count);
  for (size_t i = 0; i < count; i++) printers[i].print(run->diagnostics, true, text);
  if (!g_utf8_validate(text->str, (gssize)text->len, NULL)) g_error("output is not UTF-8");
  g_string_free(text, TRUE);
  cx_compile_free(run);
  return 0;
}
