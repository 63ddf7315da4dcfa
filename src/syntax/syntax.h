/* What the files of this folder share. */
#ifndef CXMAP_SYNTAX_PRIVATE_H
#define CXMAP_SYNTAX_PRIVATE_H

#include "cxmap/syntax.h"

/* ---- encoding.c ------------------------------------------------------------------------------------- */

/* Reports the first byte that is no UTF-8, or the first control character. */
bool cx_encoding_is_good(const CxSource *source, CxDiagnostics *diagnostics);

/* The first character of valid UTF-8 that may not stand in a definition, or NULL: C0 but tab and line ends, DEL, C1 but
 * NEL, U+FFFE, U+FFFF. */
const char *cx_encoding_find_control(const char *text, const char *end);

/* ---- build.c ---------------------------------------------------------------------------------------- */

/* A stack of unfinished lists and maps. The functions are false where nothing more is to be read. */
typedef struct CxBuilder CxBuilder;

/* `nodes` is counted up, so that a limit can hold for several files. */
CxBuilder *cx_builder_new(CxArena *arena, CxDiagnostics *diagnostics, size_t *nodes);
void cx_builder_free(CxBuilder *builder); /* not the nodes */

/* `anchor` may be NULL. `end`: behind the last character as it stands in the file. */
bool cx_builder_scalar(CxBuilder *builder, CxNode *scalar, const char *anchor);
bool cx_builder_open(CxBuilder *builder, CxNodeKind kind, CxSpan begin, const char *anchor);
void cx_builder_close(CxBuilder *builder, uint32_t end); /* end 0: that of the last child */
bool cx_builder_alias(CxBuilder *builder, const char *name, CxSpan span);
CxNode *cx_builder_root(const CxBuilder *builder);

/* ---- mistake.c -------------------------------------------------------------------------------------- */

/* Where libyaml gave up, in byte offsets. */
typedef struct CxMistake {
  const char *context, *problem; /* libyaml's words; context may be NULL */
  uint32_t context_at, problem_at;
  CxSpan last_scalar; /* the last one that was read; source NULL: none */
} CxMistake;

void cx_mistake_report(CxDiagnostics *diagnostics, const CxSource *source, const CxMistake *mistake);

/* ---- keys.c ----------------------------------------------------------------------------------------- */

/* Takes out each pair whose key stands further up, and gives both to `fold`, in the order of the map. */
typedef void (*CxFoldRepeat)(void *context, CxPair *first, const CxPair *later);
void cx_map_fold_repeats(CxNode *map, CxFoldRepeat fold, void *context);

/* Takes out each pair whose key stands in the map already, and reports it with `code`. */
void cx_map_drop_repeats(CxNode *map, CxDiagnostics *diagnostics, CxCode code);

/* ---- parse.c, include.c, merge.c -------------------------------------------------------------------- */

/* cx_syntax_parse for one of several files; `nodes` is counted up. */
CxNode *cx_parse_file(CxArena *arena, const CxSource *source, CxDiagnostics *diagnostics, size_t *nodes);

/* One file that an entry of `include` names. */
typedef struct CxIncluded {
  const char *path; /* canonical */
  const char *name; /* as an error shows it */
} CxIncluded;
typedef CX_LIST(CxIncluded) CxIncludedList;

/* The one file that a path names. False where it cannot be had, which was reported. */
bool cx_include_find(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *entry,
                     CxIncluded *file);

/* Adds the files of one entry, a path or a pattern, in sorted order. False where one cannot be had, or there is none,
 * which was reported. `names` is counted up, so that a limit can hold for all entries. */
bool cx_include_expand(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *entry,
                       size_t *names, CxIncludedList *files);

/* All maps in one. */
CxNode *cx_merge_maps(CxArena *arena, CxDiagnostics *diagnostics, CxNode *const *maps, size_t count);

#endif
