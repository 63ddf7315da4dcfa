/* Target: -o and -f go in; where the bytes go and in which formats comes out. A target is standard output, a file, or a
 * folder with one file a map. Looks whether a folder exists, and creates nothing.
 */
#include "shared.h"

#include <string.h>
#include <sys/stat.h>

static const char example[] = "cxmap build journey.yaml -o map.pdf";

static const char *nearest_format(const char *word) {
  size_t count;
  const CxBackend *backends = cx_backends(&count);
  const char *names[16];
  for (size_t i = 0; i < count && i < G_N_ELEMENTS(names); i++) names[i] = backends[i].name;
  return cx_word_nearest(word, names, MIN(count, G_N_ELEMENTS(names)));
}

/* The letters behind the last dot of a path's last part; "" where there is none. */
static const char *ending_of(const char *path) {
  const char *slash = strrchr(path, G_DIR_SEPARATOR);
  const char *dot = strrchr(slash != NULL ? slash : path, '.');
  return dot != NULL ? dot + 1 : "";
}

static const CxBackend *format_of_ending(const char *path) {
  char *ending = g_ascii_strdown(ending_of(path), -1);
  const CxBackend *format = cx_backend_find(ending);
  g_free(ending);
  return format;
}

static bool has_format(const CxTarget *target, const CxBackend *format) {
  for (size_t i = 0; i < target->formats.count; i++)
    if (target->formats.items[i] == format) return true;
  return false;
}

static CxExit read_formats(CxArena *arena, const char *command, const char *words, CxTarget *target) {
  char **names = g_strsplit(words, ",", 17);
  CxExit exit = CX_EXIT_DONE;
  for (char **name = names; *name != NULL && exit == CX_EXIT_DONE; name++) {
    const CxBackend *format = cx_backend_find(g_strstrip(*name));
    if (format == NULL)
      exit = cx_usage_error(command, nearest_format(*name), "there is no format '%s'", *name);
    else if (!has_format(target, format))
      *cx_list_add(arena, &target->formats) = format;
  }
  g_strfreev(names);
  return exit;
}

static CxExit read_file_target(CxArena *arena, const char *command, CxTarget *target) {
  const CxBackend *by_ending = format_of_ending(target->path);
  if (target->formats.count == 0 && by_ending == NULL) {
    const char *ending = ending_of(target->path), *nearest = nearest_format(ending);
    const char *stem = cx_arena_strndup(arena, target->path, strlen(target->path) - strlen(ending));
    return cx_usage_error(command, nearest != NULL ? cx_arena_printf(arena, "%s%s", stem, nearest) : example,
                          "the ending of '%s' must be .pdf, .svg or .png, or -f must name the format", target->path);
  }
  if (target->formats.count == 0)
    *cx_list_add(arena, &target->formats) = by_ending;
  else if (by_ending != NULL && by_ending != target->formats.items[0])
    return cx_usage_error(command, NULL, "-f %s and the ending of '%s' contradict each other",
                          target->formats.items[0]->name, target->path);
  return CX_EXIT_DONE;
}

static CxExit read_folder_target(CxArena *arena, const char *command, size_t file_count, CxTarget *target) {
  const bool is_folder = g_file_test(target->path, G_FILE_TEST_IS_DIR);
  if (!is_folder && !g_str_has_suffix(target->path, "/") && format_of_ending(target->path) != NULL)
    return cx_usage_error(command, "cxmap build … -o maps/", "%s need a folder as target, not '%s'",
                          file_count > 1 ? "several files" : "several formats", target->path);
  if (target->formats.count == 0) *cx_list_add(arena, &target->formats) = cx_backends(&(size_t){0});
  target->is_folder = true;
  return CX_EXIT_DONE;
}

CxExit cx_target_read(CxArena *arena, const char *command, const char *path, const char *formats, size_t file_count,
                      CxTarget *target) {
  *target = (CxTarget){.path = path};
  if (path == NULL || *path == '\0') return cx_usage_error(command, example, "no target: say with -o where to write");
  if (formats != NULL && read_formats(arena, command, formats, target) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  const bool has_several = file_count > 1 || target->formats.count > 1;
  if (strcmp(path, "-") == 0) {
    target->path = NULL;
    if (has_several) return cx_usage_error(command, NULL, "standard output holds one file in one format");
    if (target->formats.count == 0)
      return cx_usage_error(command, "-f pdf", "-f must name the format that goes to standard output");
    return CX_EXIT_DONE;
  }
  if (has_several || g_str_has_suffix(path, "/") || g_file_test(path, G_FILE_TEST_IS_DIR))
    return read_folder_target(arena, command, file_count, target);
  return read_file_target(arena, command, target);
}

static const char *stem_of(CxArena *arena, const char *file) {
  if (strcmp(file, "-") == 0) return "stdin";
  char *base = g_path_get_basename(file);
  char *dot = strrchr(base, '.');
  if (dot != NULL && dot != base) *dot = '\0';
  const char *stem = cx_arena_strdup(arena, base);
  g_free(base);
  return stem;
}

const char *cx_target_path(CxArena *arena, const CxTarget *target, const char *file, const CxBackend *format,
                           const char *map) {
  if (!target->is_folder) return target->path;
  const char *stem = stem_of(arena, file);
  const char *slash = g_str_has_suffix(target->path, "/") ? "" : "/";
  if (map == NULL) return cx_arena_printf(arena, "%s%s%s.%s", target->path, slash, stem, format->name);
  return cx_arena_printf(arena, "%s%s%s-%s.%s", target->path, slash, stem, map, format->name);
}

/* ---- Names of maps ---- */

enum {
  LONGEST_NAME = 200,
  LEAST_NAME = 40
}; /* bytes; file systems allow 255, endings and numbers of pages come on top */

/* Many file systems see no difference between these. */
static char *fold_name(const char *name) {
  char *folded = g_utf8_casefold(name, -1), *key = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
  g_free(folded);
  return key;
}

static const char *shortened(CxArena *arena, const char *id, size_t room) {
  size_t length = MIN(strlen(id), room);
  while (length > 0 && ((unsigned char)id[length] & 0xc0) == 0x80) length--;
  return cx_arena_printf(arena, "%.*s-%08x", (int)length, id, g_str_hash(id));
}

const char **cx_target_map_names(CxArena *arena, const char *file, const CxScenes *scenes) {
  const char **names = cx_new_array(arena, const char *, scenes->count + 1);
  const size_t stem = strlen(stem_of(arena, file)),
               room = stem + LEAST_NAME < LONGEST_NAME ? LONGEST_NAME - stem : LEAST_NAME;
  GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < scenes->count; i++) {
    const char *id = scenes->items[i]->map;
    names[i] = strlen(id) > room ? shortened(arena, id, room) : id;
    if (g_hash_table_add(seen, fold_name(names[i]))) continue;
    names[i] = shortened(arena, id, room);
    g_hash_table_add(seen, fold_name(names[i]));
  }
  g_hash_table_destroy(seen);
  return names;
}

const char *cx_target_page_path(CxArena *arena, const char *path, size_t page) {
  const char *ending = ending_of(path);
  const size_t stem = strlen(path) - (*ending != '\0' ? strlen(ending) + 1 : 0);
  return cx_arena_printf(arena, "%.*s-%zu%s", (int)stem, path, page, path + stem);
}

bool cx_target_is_stream(const char *path) {
  struct stat status;
  return path == NULL || (stat(path, &status) == 0 && !S_ISREG(status.st_mode));
}
