/* The form for editors and grep: a line each, with the place in front.
 *
 *     journey.yaml:12:7: error: unknown key `emotoin` in a stage (did you mean `emotion`?) [CX012 unknown-key]
 */
#include "print.h"

static void print_diag(GString *out, const CxDiag *diag) {
  const CxCodeInfo *info = cx_code_info(diag->code);
  cx_print_place(out, diag->span, diag->file);
  g_string_append_printf(out, ": %s: ", cx_severity_text(diag->severity));
  cx_print_text(out, diag->message);
  if (diag->suggestion != NULL) {
    g_string_append(out, " (");
    cx_print_suggestion(out, diag);
    g_string_append_c(out, ')');
  }
  g_string_append_printf(out, " [%s %s]\n", info->id, info->slug);
}

void cx_print_short(CxDiagnostics *list, bool use_colour, GString *out) {
  (void)use_colour;
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(list, &count);
  for (size_t i = 0; i < count; i++) print_diag(out, diags[i]);
  size_t dropped = cx_print_dropped(list);
  if (dropped > 0) g_string_append_printf(out, "cxmap: note: %zu more not shown\n", dropped);
}
