/* source: a file becomes text with a line map; spans point into it; a root says what may be read.
 *
 * Reports nothing itself: failures are values, which the callers turn into diagnostics.
 */
#ifndef CXMAP_SOURCE_H
#define CXMAP_SOURCE_H

#include "cxmap/base.h"

#define CX_LIMIT_FILE_BYTES ((size_t)16 * 1024 * 1024)

/* One text that was read. Lives in its arena. */
typedef struct CxSource {
  const char *name; /* as the user wrote it; "stdin" for standard input */
  const char *path; /* canonical absolute path; NULL for standard input, pipes and texts from memory */
  const char *text; /* the bytes after a byte order mark, NUL behind the last one; may hold bad UTF-8 */
  size_t length;
  const uint32_t *line_starts;      /* byte offsets */
  size_t line_count;                /* at least 1 */
  const struct CxSourceMark *marks; /* the folder's own: how columns of long lines are found */
} CxSource;

typedef enum CxSourceError {
  CX_SOURCE_OK,
  CX_SOURCE_MISSING,
  CX_SOURCE_DENIED,
  CX_SOURCE_DIRECTORY,
  CX_SOURCE_TOO_LARGE,
  CX_SOURCE_OUTSIDE, /* not inside the root, links resolved */
  CX_SOURCE_FAILED,  /* no regular file, or any other failure */
} CxSourceError;

/* Reads a regular file: nothing that a definition names can be waited for without end. NULL with *error set where it
 * cannot be read. */
CxSource *cx_source_read(CxArena *arena, const char *path, CxSourceError *error);

/* Reads what the user named: a file, a pipe, a device, or standard input where `path` is "-". */
CxSource *cx_source_read_input(CxArena *arena, const char *path, CxSourceError *error);

/* A copy of a text from memory. NULL where it is longer than CX_LIMIT_FILE_BYTES. */
CxSource *cx_source_from_text(CxArena *arena, const char *name, const char *text, size_t length);

/* "does not exist", "is a directory" …: the end of a sentence that begins with the file's name. */
const char *cx_source_error_text(CxSourceError error);

/* Bytes [begin, end) of a source. source NULL: no place (a problem of the command line, not of a file). */
typedef struct CxSpan {
  const CxSource *source;
  uint32_t begin, end;
} CxSpan;

/* Lines and columns from 1; a column is a code point (a byte of bad UTF-8 counts as one). */
typedef struct CxPlace {
  uint32_t line, column;
} CxPlace;

CxPlace cx_source_place(const CxSource *source, size_t offset);

/* The line's bytes without its end (LF, CR LF, CR); `line` from 1. Not NUL-terminated. */
const char *cx_source_line(const CxSource *source, uint32_t line, size_t *length);

/* ---- What may be read ------------------------------------------------------------------------- */

/* The project root: includes, images, fonts and themes must lie inside it, links resolved. */
typedef struct CxRoot {
  const char *path; /* canonical, absolute */
} CxRoot;

/* `folder` NULL: the folder of `first_file`, links resolved, or the working directory where that is "-" or a pipe. NULL
 * where there is none. */
CxRoot *cx_root_new(CxArena *arena, const char *folder, const char *first_file);

/* The canonical path of `relative`, seen from the file `from` (from the root for a text without a path).
 * NULL with *error set where it does not exist or lies outside. Absolute paths are judged alike. A path outside is
 * CX_SOURCE_OUTSIDE whether it exists or not. */
const char *cx_root_resolve(CxArena *arena, const CxRoot *root, const CxSource *from, const char *relative,
                            CxSourceError *error);

#endif
