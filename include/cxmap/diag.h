/* diag: problems are collected, sorted, and printed for people and programs.
 *
 * Knows nothing of what the problems are about. One table of codes (src/diag/codes.c) feeds the printers and the
 * reference in docs/. Reporting never stops anything: stages go on and report all they find.
 */
#ifndef CXMAP_DIAG_H
#define CXMAP_DIAG_H

#include "cxmap/source.h"

typedef enum CxSeverity { CX_NOTE, CX_WARNING, CX_ERROR } CxSeverity;

/* Number, enumerator, slug: kept together here so that each is written once; texts are in src/diag/codes.c. */
#define CX_CODES(X)                                                                                                    \
  X(1, CX_CANNOT_READ, "cannot-read")                                                                                  \
  X(2, CX_FILE_TOO_LARGE, "file-too-large")                                                                            \
  X(3, CX_BAD_UTF8, "bad-utf8")                                                                                        \
  X(4, CX_CONTROL_CHARACTER, "control-character")                                                                      \
  X(5, CX_OUTSIDE_ROOT, "outside-root")                                                                                \
  X(6, CX_MISSING_FILE, "missing-file")                                                                                \
  X(7, CX_INCLUDE_CYCLE, "include-cycle")                                                                              \
  X(10, CX_YAML_SYNTAX, "yaml-syntax")                                                                                 \
  X(11, CX_EMPTY_DOCUMENT, "empty-document")                                                                           \
  X(12, CX_UNKNOWN_KEY, "unknown-key")                                                                                 \
  X(13, CX_DUPLICATE_KEY, "duplicate-key")                                                                             \
  X(14, CX_SEVERAL_DOCUMENTS, "several-documents")                                                                     \
  X(15, CX_NOT_A_MAP, "not-a-map")                                                                                     \
  X(16, CX_TOO_DEEP, "too-deep")                                                                                       \
  X(17, CX_TOO_MANY_NODES, "too-many-nodes")                                                                           \
  X(18, CX_BAD_ALIAS, "bad-alias")                                                                                     \
  X(19, CX_TEXT_TOO_LONG, "text-too-long")                                                                             \
  X(20, CX_UNSUPPORTED_TAG, "unsupported-tag")                                                                         \
  X(21, CX_KEY_NOT_TEXT, "key-not-text")                                                                               \
  X(30, CX_MISSING_KEY, "missing-key")                                                                                 \
  X(31, CX_WRONG_TYPE, "wrong-type")                                                                                   \
  X(32, CX_UNKNOWN_WORD, "unknown-word")                                                                               \
  X(33, CX_NOT_A_NUMBER, "not-a-number")                                                                               \
  X(34, CX_OUT_OF_RANGE, "out-of-range")                                                                               \
  X(35, CX_BAD_DATE, "bad-date")                                                                                       \
  X(36, CX_BAD_LINK, "bad-link")                                                                                       \
  X(37, CX_BAD_COLOUR, "bad-colour")                                                                                   \
  X(38, CX_BAD_LENGTH, "bad-length")                                                                                   \
  X(39, CX_BAD_ID, "bad-id")                                                                                           \
  X(40, CX_BAD_LANGUAGE, "bad-language")                                                                               \
  X(41, CX_MISSING_LANGUAGE, "missing-language")                                                                       \
  X(42, CX_UNSUPPORTED_KEY, "unsupported-key")                                                                         \
  X(43, CX_UNSUPPORTED_VERSION, "unsupported-version")                                                                 \
  X(44, CX_EXCLUSIVE_KEYS, "exclusive-keys")                                                                           \
  X(45, CX_OFF_SCALE, "off-scale")                                                                                     \
  X(46, CX_BAD_SCALE, "bad-scale")                                                                                     \
  X(47, CX_BAD_GRID, "bad-grid")                                                                                       \
  X(50, CX_DANGLING_ID, "dangling-id")                                                                                 \
  X(51, CX_DUPLICATE_ID, "duplicate-id")                                                                               \
  X(52, CX_CONTRADICTION, "contradiction")                                                                             \
  X(60, CX_GUESSED_LANGUAGE, "guessed-language")                                                                       \
  X(61, CX_MISSING_GLYPH, "missing-glyph")                                                                             \
  X(62, CX_MISSING_FONT, "missing-font")                                                                               \
  X(63, CX_NOTHING_TO_DRAW, "nothing-to-draw")                                                                         \
  X(64, CX_REPEATED, "repeated")                                                                                       \
  X(65, CX_ARROW_NOT_DRAWN, "arrow-not-drawn")                                                                         \
  X(66, CX_SMALL_TYPE, "small-type")                                                                                   \
  X(67, CX_LOW_CONTRAST, "low-contrast")                                                                               \
  X(68, CX_SEGMENT_SIZE, "segment-size")                                                                               \
  X(69, CX_SEGMENT_SHARES, "segment-shares")                                                                           \
  X(70, CX_TOO_MANY_COLUMNS, "too-many-columns")                                                                       \
  X(71, CX_PAGE_TOO_LARGE, "page-too-large")                                                                           \
  X(72, CX_IMAGE_TOO_LARGE, "image-too-large")                                                                         \
  X(73, CX_BAD_IMAGE, "bad-image")                                                                                     \
  X(74, CX_TOO_MANY_MAPS, "too-many-maps")                                                                             \
  X(76, CX_BAD_FONT, "bad-font")                                                                                       \
  X(80, CX_CANNOT_WRITE, "cannot-write")                                                                               \
  X(81, CX_UNKNOWN_MAP, "unknown-map")                                                                                 \
  X(82, CX_UNKNOWN_PERSONA, "unknown-persona")                                                                         \
  X(90, CX_ORPHAN_STEP, "orphan-step")                                                                                 \
  X(91, CX_DEAD_END, "dead-end")                                                                                       \
  X(92, CX_UNLABELLED_EXIT, "unlabelled-exit")                                                                         \
  X(93, CX_MISSING_START, "missing-start")                                                                             \
  X(94, CX_MISSING_END, "missing-end")                                                                                 \
  X(95, CX_OPEN_BRANCH, "open-branch")

typedef enum CxCode {
#define X(number, name, slug) name = number,
  CX_CODES(X)
#undef X
} CxCode;

typedef struct CxCodeInfo {
  CxCode code;
  CxSeverity severity;
  const char *id;          /* "CX012" */
  const char *slug;        /* "unknown-key" */
  const char *summary;     /* what it means, one sentence */
  const char *explanation; /* how it comes about and how to mend it, a paragraph */
} CxCodeInfo;

const CxCodeInfo *cx_code_info(CxCode code);
const CxCodeInfo *cx_code_table(size_t *count); /* in order of number */

/* A place that helps to understand a problem: "first defined here". */
typedef struct CxDiagPlace {
  CxSpan span;
  const char *label;
} CxDiagPlace;

typedef struct CxDiag {
  CxCode code;
  CxSeverity severity;
  CxSpan span;
  const char *file;       /* whose problem it is where the span has no source: a file that cannot be read; or NULL */
  const char *message;    /* one sentence without a full stop, beginning in lower case unless with a name */
  const char *help;       /* the way out, or NULL */
  const char *suggestion; /* the word proposed, or NULL; printers add "did you mean …?" where help is NULL */
  const char *figure;     /* lines that show what is meant (cx_diag_draw), or NULL */
  CX_LIST(CxDiagPlace) also;
} CxDiag;

typedef struct CxDiagnostics CxDiagnostics;

#define CX_LIMIT_PROBLEMS 1000u

/* The collection and its texts live in `arena`. */
CxDiagnostics *cx_diagnostics_new(CxArena *arena);

/* Adds a problem with the severity of its code. The result stays valid as long as the arena: set help, suggestion and
 * further places on it. Never NULL: what is not kept gives a spare one, on which the functions below do nothing. Of
 * each severity CX_LIMIT_PROBLEMS are kept; further ones are only counted, and the printers say so. The same problem at
 * the same place (seen twice through an alias, or in a file that was read twice) is kept and counted once. */
CxDiag *cx_diag_report(CxDiagnostics *list, CxCode code, CxSpan span, const char *message, ...) G_GNUC_PRINTF(4, 5);
void cx_diag_help(CxDiagnostics *list, CxDiag *diag, const char *help, ...) G_GNUC_PRINTF(3, 4);
void cx_diag_also(CxDiagnostics *list, CxDiag *diag, CxSpan span, const char *label);

/* A word in a table. */
typedef struct CxDiagCell {
  const char *word; /* NULL: nothing stands there */
  bool is_wrong;
} CxDiagCell;

/* Draws a table of words, row by row, as the problem's figure: aligned as a terminal shows them, those that are wrong
 * underlined. Of a large table what is around the first wrong word. */
void cx_diag_draw(CxDiagnostics *list, CxDiag *diag, const CxDiagCell *cells, size_t rows, size_t columns);

/* Suggests the candidate nearest to `word`, if any is near (cx_word_nearest). Costs nothing for what is not kept. */
void cx_diag_suggest(CxDiagnostics *list, CxDiag *diag, const char *word, const char *const *candidates, size_t count);

/* Makes this one more or less serious than its code is. */
void cx_diag_set_severity(CxDiagnostics *list, CxDiag *diag, CxSeverity severity);

size_t cx_diagnostics_count(const CxDiagnostics *list, CxSeverity severity); /* exactly of this severity */
bool cx_diagnostics_has_errors(const CxDiagnostics *list);

/* All of them, sorted by file (in the order files were first named), then position, then code. Owned by the list. */
const CxDiag *const *cx_diagnostics_sorted(CxDiagnostics *list, size_t *count);

/* ---- Printing ----------------------------------------------------------------------------------- */

/* Text from a file or a command line, made safe for a terminal: control characters, bad bytes and characters that turn
 * the direction of what follows are U+FFFD. */
void cx_print_text(GString *out, const char *text);

/* One row a printer; `name` is the word after --format. */
typedef struct CxDiagPrinter {
  const char *name;
  const char *doc;
  void (*print)(CxDiagnostics *list, bool use_colour, GString *out);
} CxDiagPrinter;

const CxDiagPrinter *cx_diag_printers(size_t *count); /* human, short, json */
const CxDiagPrinter *cx_diag_printer_find(const char *name);

#endif
