/* The root: what the user named and where it stands in, the canonical path out, or a refusal.
 *
 * Both the root and what is asked for are resolved through all links first, and only then compared, name by name. What
 * was resolved is opened later: somebody who changes links meanwhile can already write into the project.
 */
#include "source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *cx_source_canonical(CxArena *arena, const char *path) {
  char *resolved = realpath(path, NULL);
  if (resolved == NULL) return NULL;
  char *copy = cx_arena_strdup(arena, resolved);
  free(resolved);
  return copy;
}

static char *folder_of(CxArena *arena, const char *path) {
  char *folder = g_path_get_dirname(path);
  char *copy = cx_arena_strdup(arena, folder);
  g_free(folder);
  return copy;
}

/* A file that is there but has no path (a pipe) has no folder either. One that is not there is its reader's matter. */
static const char *default_folder(CxArena *arena, const char *first_file) {
  if (strcmp(first_file, "-") == 0) return ".";
  const char *path = cx_source_canonical(arena, first_file);
  if (path != NULL) return folder_of(arena, path);
  return access(first_file, F_OK) == 0 ? "." : folder_of(arena, first_file);
}

CxRoot *cx_root_new(CxArena *arena, const char *folder, const char *first_file) {
  const char *path = cx_source_canonical(arena, folder != NULL ? folder : default_folder(arena, first_file));
  if (path == NULL || !g_file_test(path, G_FILE_TEST_IS_DIR)) return NULL;
  CxRoot *root = cx_new(arena, CxRoot);
  root->path = path;
  return root;
}

static bool is_inside(const CxRoot *root, const char *path) {
  size_t length = strlen(root->path);
  if (strncmp(path, root->path, length) != 0) return false;
  return path[length] == '\0' || path[length] == '/' || root->path[length - 1] == '/';
}

/* Outside is outside, whether or not something is there. */
static CxSourceError judge_unresolved(const CxRoot *root, const char *path, int error_number) {
  char *plain = g_canonicalize_filename(path, root->path);
  bool inside = is_inside(root, plain);
  g_free(plain);
  return inside ? cx_source_error_of(error_number) : CX_SOURCE_OUTSIDE;
}

const char *cx_root_resolve(CxArena *arena, const CxRoot *root, const CxSource *from, const char *relative,
                            CxSourceError *error) {
  const char *folder = from != NULL && from->path != NULL ? folder_of(arena, from->path) : root->path;
  const char *path = g_path_is_absolute(relative) ? relative : cx_arena_printf(arena, "%s/%s", folder, relative);
  const char *resolved = cx_source_canonical(arena, path);
  if (resolved == NULL)
    *error = judge_unresolved(root, path, errno);
  else
    *error = is_inside(root, resolved) ? CX_SOURCE_OK : CX_SOURCE_OUTSIDE;
  return *error == CX_SOURCE_OK ? resolved : NULL;
}
