/* Files: a path that stands in a definition and cannot be had in, a diagnostic at it out, with the name of a file that
 * was perhaps meant.
 */
#include "cxmap/syntax.h"

#include <string.h>

#define MOST_NAMES 2000

static CxCode code_of(CxSourceError error) {
  switch (error) {
  case CX_SOURCE_MISSING: return CX_MISSING_FILE;
  case CX_SOURCE_OUTSIDE: return CX_OUTSIDE_ROOT;
  case CX_SOURCE_TOO_LARGE: return CX_FILE_TOO_LARGE;
  case CX_SOURCE_OK:
  case CX_SOURCE_DENIED:
  case CX_SOURCE_DIRECTORY:
  case CX_SOURCE_FAILED: return CX_CANNOT_READ;
  }
  g_assert_not_reached();
}

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *nearest_in_folder(CxArena *arena, const char *folder, const char *name) {
  GDir *dir = g_dir_open(folder, 0, NULL);
  if (dir == NULL) return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (const char *entry; names->len < MOST_NAMES && (entry = g_dir_read_name(dir)) != NULL;)
    if (g_utf8_validate(entry, -1, NULL)) g_ptr_array_add(names, g_strdup(entry));
  g_dir_close(dir);
  g_ptr_array_sort(names, compare_names); /* a folder has no order */
  const char *nearest = cx_word_nearest(name, (const char *const *)names->pdata, names->len);
  nearest = cx_arena_strdup(arena, nearest);
  g_ptr_array_unref(names);
  return nearest;
}

/* Only folders inside the root are looked into. */
static const char *nearest_file(CxArena *arena, const CxRoot *root, const CxNode *node) {
  char *folder = g_path_get_dirname(node->text), *name = g_path_get_basename(node->text);
  CxSourceError error = CX_SOURCE_OK;
  const char *path = cx_root_resolve(arena, root, node->span.source, folder, &error);
  const char *nearest = path == NULL ? NULL : nearest_in_folder(arena, path, name);
  if (nearest != NULL && strcmp(folder, ".") != 0) nearest = cx_arena_printf(arena, "%s/%s", folder, nearest);
  g_free(folder);
  g_free(name);
  return nearest;
}

CxDiag *cx_report_file(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *node,
                       CxSourceError error) {
  CxDiag *diag =
      cx_diag_report(diagnostics, code_of(error), node->span, "`%s` %s", node->text, cx_source_error_text(error));
  /* What is not printed any more needs no suggestion. */
  if (error == CX_SOURCE_MISSING && cx_diagnostics_count(diagnostics, CX_ERROR) < 1000)
    diag->suggestion = nearest_file(arena, root, node);
  if (error == CX_SOURCE_OUTSIDE)
    cx_diag_help(diagnostics, diag, "move it into the project's folder, or name a folder that holds both with --root");
  return diag;
}
