/* Batch: the files of a command go in; each is compiled on its own, with one shaper for all, and their problems are
 * printed as one list. Decides the exit status that follows from problems, and nothing about output.
 */
#include "shared.h"

static CxExit check_theme(const char *command, const char *theme) {
  if (theme == NULL || cx_is_theme_path(theme) || cx_theme_find(theme) != NULL) return CX_EXIT_DONE;
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  const char **names = g_new(const char *, count);
  for (size_t i = 0; i < count; i++) names[i] = themes[i]->name;
  const CxExit exit = cx_usage_error(command, cx_word_nearest(theme, names, count), "there is no theme '%s'", theme);
  g_free(names);
  return exit;
}

static CxExit check_printer(const char *command, const char *printer) {
  if (printer == NULL || cx_diag_printer_find(printer) != NULL) return CX_EXIT_DONE;
  if (cx_backend_find(printer) != NULL)
    return cx_usage_error(command, "-f", "--format says how problems are printed, -f what is drawn");
  size_t count;
  const CxDiagPrinter *printers = cx_diag_printers(&count);
  const char **names = g_new(const char *, count);
  for (size_t i = 0; i < count; i++) names[i] = printers[i].name;
  const CxExit exit =
      cx_usage_error(command, cx_word_nearest(printer, names, count), "there is no format '%s'", printer);
  g_free(names);
  return exit;
}

CxExit cx_batch_check_words(const char *command, const char *lang, const char *theme, const char *printer) {
  if (lang != NULL && !cx_is_language_tag(lang))
    return cx_usage_error(command, NULL, "'%s' is no language tag, like en, ko or zh-Hans", lang);
  return check_theme(command, theme) != CX_EXIT_DONE ? CX_EXIT_USAGE : check_printer(command, printer);
}

CxExit cx_batch_read_papers(const char *command, const char *paper, const char *tile, CxSettings *settings) {
  const char *nearest = NULL;
  if (paper != NULL && !cx_paper_parse(paper, &settings->paper, &nearest))
    return cx_usage_error(command, nearest, "there is no paper '%s'", paper);
  if (tile != NULL && !cx_paper_parse(tile, &settings->tile, &nearest))
    return cx_usage_error(command, nearest, "there is no paper '%s'", tile);
  if (tile != NULL && settings->tile.width == 0)
    return cx_usage_error(command, "--tile A4", "tiles need a paper that can be printed on, not '%s'", tile);
  return CX_EXIT_DONE;
}

static void begin_batch(CxBatch *batch, size_t count, const CxSettings *settings) {
  *batch = (CxBatch){.runs = g_new0(CxCompile *, count), .count = count};
  if (settings->until >= CX_STAGE_LAYOUT) batch->shaper = cx_shaper_new(cx_themes(&(size_t){0})[0]->family);
}

bool cx_batch_compile_text(CxBatch *batch, const char *name, const char *text, size_t length,
                           const CxSettings *settings) {
  begin_batch(batch, 1, settings);
  batch->runs[0] = cx_compile_new(batch->shaper);
  return cx_compile_text(batch->runs[0], name, text, length, settings);
}

bool cx_batch_compile(CxBatch *batch, char **files, size_t count, const CxSettings *settings) {
  begin_batch(batch, count, settings);
  bool is_fine = true;
  for (size_t i = 0; i < count; i++) {
    batch->runs[i] = cx_compile_new(batch->shaper);
    is_fine = cx_compile_file(batch->runs[i], files[i], settings) && is_fine;
  }
  return is_fine;
}

bool cx_batch_has_warnings(const CxBatch *batch) {
  for (size_t i = 0; i < batch->count; i++)
    if (cx_diagnostics_count(batch->runs[i]->diagnostics, CX_WARNING) > 0) return true;
  return false;
}

void cx_batch_clear(CxBatch *batch) {
  for (size_t i = 0; i < batch->count; i++) cx_compile_free(batch->runs[i]);
  g_free(batch->runs);
  cx_shaper_free(batch->shaper);
}

static CxDiagnostics *merge(const CxBatch *batch, CxArena *arena) {
  CxDiagnostics *merged = cx_diagnostics_new(arena);
  for (size_t i = 0; i < batch->count; i++) {
    size_t count;
    const CxDiag *const *diags = cx_diagnostics_sorted(batch->runs[i]->diagnostics, &count);
    for (size_t k = 0; k < count; k++) {
      CxDiag *copy = cx_diag_report(merged, diags[k]->code, diags[k]->span, "%s", diags[k]->message);
      cx_diag_set_severity(merged, copy, diags[k]->severity);
      *copy = *diags[k];
    }
  }
  return merged;
}

static CxExit status_of(CxDiagnostics *diagnostics, bool warnings_count) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(diagnostics, &count);
  for (size_t i = 0; i < count; i++) {
    const bool is_input = diags[i]->code == CX_CANNOT_READ && diags[i]->span.source == NULL;
    if (is_input || diags[i]->code == CX_CANNOT_WRITE) return CX_EXIT_FILES;
  }
  const bool is_wrong =
      cx_diagnostics_has_errors(diagnostics) || (warnings_count && cx_diagnostics_count(diagnostics, CX_WARNING) > 0);
  return is_wrong ? CX_EXIT_DEFINITIONS : CX_EXIT_DONE;
}

CxExit cx_batch_report(const CxBatch *batch, const char *printer, bool warnings_count, FILE *stream) {
  CxArena *arena = cx_arena_new();
  CxDiagnostics *all = batch->count == 1 ? batch->runs[0]->diagnostics : merge(batch, arena);
  GString *text = g_string_new(NULL);
  cx_diag_printer_find(printer != NULL ? printer : "human")->print(all, cx_stream_has_colour(stream), text);
  const CxExit found = status_of(all, warnings_count), printed = cx_stream_print(stream, text->str);
  g_string_free(text, TRUE);
  cx_arena_free(arena);
  return MAX(found, printed);
}
