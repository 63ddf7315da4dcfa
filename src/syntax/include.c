/* Including: an entry of `include` in, the files that it names out, in sorted order.
 *
 * A pattern is matched folder by folder, each resolved inside the root before it is listed, so that nothing outside can
 * be seen. `*` and `?` are GLib's, which has no slow patterns; how many names are looked at altogether is limited.
 */
#include "syntax.h"

#include <limits.h>
#include <string.h>

#define MOST_NAMES 10000

typedef struct Search {
  CxArena *arena;
  const CxRoot *root;
  const CxNode *entry;
  size_t *names; /* looked at so far */
  CxIncludedList *files;
  CxSourceError error;
} Search;

static bool is_pattern(const char *part) {
  return strpbrk(part, "*?") != NULL;
}

/* Seen from where the program was started, like the name of the file that includes it. */
static const char *shown_name(CxArena *arena, const CxSource *from, const char *relative) {
  char *folder = g_path_get_dirname(from->name);
  const bool is_here = from->path == NULL || strcmp(folder, ".") == 0 || g_path_is_absolute(relative);
  const char *name = is_here ? relative : cx_arena_printf(arena, "%s/%s", folder, relative);
  g_free(folder);
  return name;
}

static const char *resolve(Search *search, const char *relative) {
  CxSourceError error = CX_SOURCE_OK;
  const char *path = cx_root_resolve(search->arena, search->root, search->entry->span.source, relative, &error);
  if (path == NULL && error != CX_SOURCE_MISSING) search->error = error;
  return path;
}

static void add_file(Search *search, const char *relative, const char *path) {
  *cx_list_add(search->arena, search->files) =
      (CxIncluded){.path = path, .name = shown_name(search->arena, search->entry->span.source, relative)};
}

/* A pattern means other files than the one it stands in. */
static void add_match(Search *search, const char *relative) {
  const CxSource *from = search->entry->span.source;
  const char *path = resolve(search, relative);
  if (path != NULL && g_strcmp0(path, from->path) != 0 && g_file_test(path, G_FILE_TEST_IS_REGULAR))
    add_file(search, relative, path);
}

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names of a folder that fit a pattern, sorted, ended by NULL. A leading dot must be written out. */
static char **list_matches(Search *search, const char *folder, const char *pattern) {
  GPtrArray *names = g_ptr_array_new();
  GPatternSpec *spec = g_pattern_spec_new(pattern);
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir != NULL && *search->names < MOST_NAMES && (name = g_dir_read_name(dir)) != NULL) {
    ++*search->names;
    if ((name[0] != '.' || pattern[0] == '.') && g_utf8_validate(name, -1, NULL) &&
        g_pattern_spec_match_string(spec, name))
      g_ptr_array_add(names, g_strdup(name));
  }
  if (dir != NULL) g_dir_close(dir);
  g_pattern_spec_free(spec);
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

/* `done` is the beginning of a path without wildcards, `parts` what follows it. */
static void match(Search *search, const char *done, char *const *parts) {
  for (; *parts != NULL && !is_pattern(*parts); parts++)
    done = done == NULL ? *parts : cx_arena_printf(search->arena, "%s/%s", done, *parts);
  if (*parts == NULL) {
    add_match(search, done);
    return;
  }
  const char *folder = resolve(search, done == NULL ? "." : done[0] == '\0' ? "/" : done);
  if (folder == NULL) return;
  char **names = list_matches(search, folder, *parts);
  for (char **name = names; *name != NULL; name++)
    match(search, done == NULL ? *name : cx_arena_printf(search->arena, "%s/%s", done, *name), parts + 1);
  g_strfreev(names);
}

static bool expand_pattern(Search *search, CxDiagnostics *diagnostics) {
  char **parts = g_strsplit(search->entry->text, "/", -1);
  const size_t before = search->files->count;
  match(search, NULL, parts);
  g_strfreev(parts);
  if (*search->names >= MOST_NAMES) {
    cx_diag_report(diagnostics, CX_TOO_MANY_NODES, search->entry->span,
                   "the patterns of `include` look at more than %d files", MOST_NAMES);
    return false;
  }
  if (search->error != CX_SOURCE_OK) {
    cx_report_file(search->arena, search->root, diagnostics, search->entry, search->error);
    return false;
  }
  if (search->files->count > before) return true;
  cx_diag_report(diagnostics, CX_MISSING_FILE, search->entry->span, "no file matches `%s`", search->entry->text);
  return false;
}

bool cx_include_find(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *entry,
                     CxIncluded *file) {
  CxSourceError error = CX_SOURCE_OK;
  file->path = cx_root_resolve(arena, root, entry->span.source, entry->text, &error);
  if (file->path == NULL) {
    cx_report_file(arena, root, diagnostics, entry, error);
    return false;
  }
  file->name = shown_name(arena, entry->span.source, entry->text);
  return true;
}

bool cx_include_expand(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *entry,
                       size_t *names, CxIncludedList *files) {
  Search search = {.arena = arena, .root = root, .entry = entry, .names = names, .files = files};
  if (is_pattern(entry->text) && strlen(entry->text) < PATH_MAX) return expand_pattern(&search, diagnostics);
  CxIncluded file;
  if (!cx_include_find(arena, root, diagnostics, entry, &file)) return false;
  *cx_list_add(arena, files) = file;
  return true;
}
