/* The printers there are, and what they share: how a place, a severity and a foreign text are written. */
#include "print.h"

#include <string.h>

static const CxDiagPrinter printers[] = {
    {.name = "human", .doc = "with the line itself, for people", .print = cx_print_human},
    {.name = "short", .doc = "one line each, for editors and grep", .print = cx_print_short},
    {.name = "json", .doc = "one JSON object, for programs", .print = cx_print_json},
};

const CxDiagPrinter *cx_diag_printers(size_t *count) {
  *count = G_N_ELEMENTS(printers);
  return printers;
}

const CxDiagPrinter *cx_diag_printer_find(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(printers); i++) {
    if (strcmp(printers[i].name, name) == 0) return &printers[i];
  }
  return NULL;
}

const char *cx_severity_text(CxSeverity severity) {
  switch (severity) {
  case CX_NOTE: return "note";
  case CX_WARNING: return "warning";
  case CX_ERROR: return "error";
  }
  g_assert_not_reached();
}

static bool turns_direction(gunichar character) {
  return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

gunichar cx_print_character(const char *text, size_t length, size_t *bytes) {
  gunichar character = cx_character_at(text, length, bytes);
  bool ends_line = character == 0x2028 || character == 0x2029;
  return g_unichar_iscntrl(character) || ends_line || turns_direction(character) ? 0xfffd : character;
}

size_t cx_print_width(gunichar character) {
  return g_unichar_iszerowidth(character) ? 0 : g_unichar_iswide(character) ? 2 : 1;
}

void cx_print_text(GString *out, const char *text) {
  size_t bytes;
  for (; *text != '\0'; text += bytes) g_string_append_unichar(out, cx_print_character(text, 4, &bytes));
}

void cx_print_place(GString *out, CxSpan span, const char *file) {
  if (span.source == NULL) {
    cx_print_text(out, file != NULL ? file : "cxmap");
    return;
  }
  CxPlace place = cx_source_place(span.source, span.begin);
  cx_print_text(out, span.source->name);
  g_string_append_printf(out, ":%u:%u", place.line, place.column);
}

void cx_print_suggestion(GString *out, const CxDiag *diag) {
  g_string_append(out, "did you mean `");
  cx_print_text(out, diag->suggestion);
  g_string_append(out, "`?");
}

size_t cx_print_dropped(CxDiagnostics *list) {
  size_t kept;
  cx_diagnostics_sorted(list, &kept);
  return cx_diagnostics_count(list, CX_NOTE) + cx_diagnostics_count(list, CX_WARNING) +
         cx_diagnostics_count(list, CX_ERROR) - kept;
}
