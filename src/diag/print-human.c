/* The form for people, as compilers have it: place and message, the line itself with carets under what is meant, the
 * way out, and other places that matter; at the end how many problems there were.
 *
 *     journey.yaml:12:7: error: unknown key `emotoin` in a stage [CX012 unknown-key]
 *        12 |       emotoin: 1
 *           |       ^^^^^^^ did you mean `emotion`?
 */
#include "print.h"

#include <string.h>

typedef struct Printer {
  GString *out;
  bool use_colour;
} Printer;

#define BOLD "\033[1m"
#define CYAN "\033[1;36m"
#define RESET "\033[0m"

static const char *severity_style(CxSeverity severity) {
  switch (severity) {
  case CX_NOTE: return CYAN;
  case CX_WARNING: return "\033[1;35m";
  case CX_ERROR: return "\033[1;31m";
  }
  g_assert_not_reached();
}

static void style(const Printer *printer, const char *sequence) {
  if (printer->use_colour) g_string_append(printer->out, sequence);
}

static void print_headline(const Printer *printer, const CxDiag *diag) {
  const CxCodeInfo *info = cx_code_info(diag->code);
  style(printer, BOLD);
  cx_print_place(printer->out, diag->span, diag->file);
  g_string_append(printer->out, ": ");
  style(printer, severity_style(diag->severity));
  g_string_append_printf(printer->out, "%s: ", cx_severity_text(diag->severity));
  style(printer, RESET BOLD);
  cx_print_text(printer->out, diag->message);
  style(printer, RESET);
  g_string_append_printf(printer->out, " [%s %s]\n", info->id, info->slug);
}

static void print_quoted_line(const Printer *printer, const CxExcerpt *excerpt, int gutter) {
  g_string_append_printf(printer->out, "%*u |", gutter, excerpt->line);
  if (excerpt->text->len > 0) g_string_append_printf(printer->out, " %s", excerpt->text->str);
  g_string_append_c(printer->out, '\n');
}

static void print_carets(const Printer *printer, const CxExcerpt *excerpt, int gutter, const CxDiag *diag) {
  g_string_append_printf(printer->out, "%*s | %*s", gutter, "", (int)excerpt->lead, "");
  style(printer, severity_style(diag->severity));
  for (size_t i = 0; i < excerpt->width; i++) g_string_append_c(printer->out, '^');
  if (diag->suggestion != NULL && diag->help == NULL) {
    g_string_append_c(printer->out, ' ');
    cx_print_suggestion(printer->out, diag);
  }
  style(printer, RESET);
  g_string_append_c(printer->out, '\n');
}

static void print_excerpt(const Printer *printer, const CxDiag *diag) {
  if (diag->span.source == NULL) return;
  CxExcerpt excerpt = cx_excerpt_new(diag->span);
  int gutter = MAX(5, g_snprintf(NULL, 0, "%u", excerpt.line));
  print_quoted_line(printer, &excerpt, gutter);
  print_carets(printer, &excerpt, gutter, diag);
  cx_excerpt_clear(&excerpt);
}

/* The lines are made of safe characters. */
static void print_figure(const Printer *printer, const CxDiag *diag) {
  if (diag->figure == NULL) return;
  char **lines = g_strsplit(diag->figure, "\n", -1);
  g_string_append(printer->out, "      |\n");
  for (size_t i = 0; lines[i] != NULL; i++) {
    g_string_append(printer->out, "      |   ");
    const bool is_mark = strspn(lines[i], " ^") == strlen(lines[i]);
    if (is_mark) style(printer, severity_style(diag->severity));
    g_string_append(printer->out, lines[i]);
    if (is_mark) style(printer, RESET);
    g_string_append_c(printer->out, '\n');
  }
  g_strfreev(lines);
}

static void print_help(const Printer *printer, const CxDiag *diag) {
  bool suggests = diag->suggestion != NULL && diag->span.source == NULL; /* there were no carets to say it at */
  if (diag->help == NULL && !suggests) return;
  g_string_append(printer->out, "   ");
  style(printer, CYAN);
  g_string_append(printer->out, "help: ");
  style(printer, RESET);
  if (diag->help != NULL)
    cx_print_text(printer->out, diag->help);
  else
    cx_print_suggestion(printer->out, diag);
  g_string_append_c(printer->out, '\n');
}

static void print_other_places(const Printer *printer, const CxDiag *diag) {
  for (size_t i = 0; i < diag->also.count; i++) {
    g_string_append(printer->out, "   ");
    cx_print_place(printer->out, diag->also.items[i].span, NULL);
    g_string_append(printer->out, ": ");
    cx_print_text(printer->out, diag->also.items[i].label);
    g_string_append_c(printer->out, '\n');
  }
}

static void print_counts(const Printer *printer, CxDiagnostics *list) {
  static const CxSeverity order[] = {CX_ERROR, CX_WARNING, CX_NOTE};
  const char *separator = "";
  for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
    size_t count = cx_diagnostics_count(list, order[i]);
    if (count == 0) continue;
    g_string_append_printf(printer->out, "%s%zu %s%s", separator, count, cx_severity_text(order[i]),
                           count == 1 ? "" : "s");
    separator = ", ";
  }
  size_t dropped = cx_print_dropped(list);
  if (dropped > 0) g_string_append_printf(printer->out, " (%zu of them not shown)", dropped);
  if (*separator != '\0') g_string_append_c(printer->out, '\n');
}

void cx_print_human(CxDiagnostics *list, bool use_colour, GString *out) {
  const Printer printer = {.out = out, .use_colour = use_colour};
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(list, &count);
  for (size_t i = 0; i < count; i++) {
    print_headline(&printer, diags[i]);
    print_excerpt(&printer, diags[i]);
    print_figure(&printer, diags[i]);
    print_help(&printer, diags[i]);
    print_other_places(&printer, diags[i]);
  }
  print_counts(&printer, list);
}
