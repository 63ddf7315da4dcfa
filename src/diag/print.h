/* What the printers share. */
#ifndef CXMAP_DIAG_PRINT_H
#define CXMAP_DIAG_PRINT_H

#include "cxmap/diag.h"

void cx_print_human(CxDiagnostics *list, bool use_colour, GString *out);
void cx_print_short(CxDiagnostics *list, bool use_colour, GString *out);
void cx_print_json(CxDiagnostics *list, bool use_colour, GString *out);

const char *cx_severity_text(CxSeverity severity); /* "error" */

/* One character of what cx_print_text prints, made safe. */
gunichar cx_print_character(const char *text, size_t length, size_t *bytes);

/* Columns that a terminal gives a character. */
size_t cx_print_width(gunichar character);

/* "journey.yaml:12:7"; where the span has no source the file's name, or the program's where that is NULL. */
void cx_print_place(GString *out, CxSpan span, const char *file);

/* "did you mean `emotion`?" */
void cx_print_suggestion(GString *out, const CxDiag *diag);

/* The table of a figure, without a line feed at its end. */
void cx_print_table(const CxDiagCell *cells, size_t rows, size_t columns, GString *out);

/* How many problems were counted but not kept. */
size_t cx_print_dropped(CxDiagnostics *list);

/* A line of a source, ready to be shown, and what of it is meant. */
typedef struct CxExcerpt {
  uint32_t line;
  GString *text; /* tabs are spaces, cut to a window where it is long */
  size_t lead;   /* terminal columns before what is meant */
  size_t width;  /* its columns, at least 1 */
} CxExcerpt;

CxExcerpt cx_excerpt_new(CxSpan span);
void cx_excerpt_clear(CxExcerpt *excerpt);

#endif
