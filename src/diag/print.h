/* What the printers share. */
#ifndef CXMAP_DIAG_PRINT_H
#define CXMAP_DIAG_PRINT_H

#include "cxmap/diag.h"

void cx_print_human(CxDiagnostics *list, bool use_colour, GString *out);
void cx_print_short(CxDiagnostics *list, bool use_colour, GString *out);
void cx_print_json(CxDiagnostics *list, bool use_colour, GString *out);

const char *cx_severity_text(CxSeverity severity); /* "error" */

/* Text from a file or a command line, made safe for a terminal: control characters, bad bytes and characters that turn
 * the direction of what follows are U+FFFD. */
void cx_print_text(GString *out, const char *text);
gunichar cx_print_character(const char *text, size_t length, size_t *bytes); /* one of them, made safe */

/* "journey.yaml:12:7", or the program's name where there is no file. */
void cx_print_place(GString *out, CxSpan span);

/* "did you mean `emotion`?" */
void cx_print_suggestion(GString *out, const CxDiag *diag);

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
