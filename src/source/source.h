/* What the files of this folder share. */
#ifndef CXMAP_SOURCE_PRIVATE_H
#define CXMAP_SOURCE_PRIVATE_H

#include "cxmap/source.h"

CxSourceError cx_source_error_of(int error_number);

/* realpath() into the arena. NULL with errno set. */
char *cx_source_canonical(CxArena *arena, const char *path);

/* Sets line_starts, line_count and marks from text and length. */
void cx_source_map_lines(CxArena *arena, CxSource *source);

#endif
