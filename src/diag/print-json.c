/* The form for programs: one JSON object, a line for each problem. Every member is always there, null where it does not
 * apply; further places are left to the forms for people. Where `errors` or `warnings` is more than the list has, the
 * rest was not kept.
 */
#include "print.h"

static void write_text(CxJson *json, const char *key, const char *text) {
  char *valid = text == NULL ? NULL : g_utf8_make_valid(text, -1);
  cx_json_key(json, key);
  cx_json_string(json, valid);
  g_free(valid);
}

/* Lines and columns begin at 1; 0 says that there is none. */
static void write_count(CxJson *json, const char *key, uint32_t count) {
  cx_json_key(json, key);
  if (count > 0)
    cx_json_number(json, count);
  else
    cx_json_string(json, NULL);
}

static void write_place(CxJson *json, CxSpan span, const char *file) {
  CxPlace begin = {0}, end = {0};
  if (span.source != NULL) {
    begin = cx_source_place(span.source, span.begin);
    end = cx_source_place(span.source, MAX(span.begin, span.end));
  }
  write_text(json, "file", span.source == NULL ? file : span.source->name);
  write_count(json, "line", begin.line);
  write_count(json, "column", begin.column);
  write_count(json, "end_line", end.line);
  write_count(json, "end_column", end.column);
}

static void write_diag(CxJson *json, const CxDiag *diag) {
  const CxCodeInfo *info = cx_code_info(diag->code);
  cx_json_object_flat(json);
  write_text(json, "code", info->id);
  write_text(json, "slug", info->slug);
  write_text(json, "severity", cx_severity_text(diag->severity));
  write_text(json, "message", diag->message);
  write_place(json, diag->span, diag->file);
  write_text(json, "help", diag->help);
  write_text(json, "suggestion", diag->suggestion);
  write_text(json, "figure", diag->figure);
  cx_json_end(json);
}

void cx_print_json(CxDiagnostics *list, bool use_colour, GString *out) {
  (void)use_colour;
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(list, &count);
  CxJson json = {.out = out};
  cx_json_object(&json);
  cx_json_key(&json, "diagnostics");
  cx_json_list(&json);
  for (size_t i = 0; i < count; i++) write_diag(&json, diags[i]);
  cx_json_end(&json);
  cx_json_member_number(&json, "errors", (double)cx_diagnostics_count(list, CX_ERROR));
  cx_json_member_number(&json, "warnings", (double)cx_diagnostics_count(list, CX_WARNING));
  cx_json_end(&json);
  g_string_append_c(out, '\n');
}
