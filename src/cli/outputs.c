/* Outputs: compiled files and a target go in; files with maps come out, and what is said about them. Everything is
 * rendered in memory first; only when nothing is wrong are the outputs written, so that a failed run leaves all old
 * files as they were.
 */
#include "shared.h"

#include <errno.h>
#include <string.h>

/* One file to be written. */
typedef struct Output {
  CxCompile *run;
  const char *path; /* NULL: standard output */
  const CxBackend *format;
  CxScenes scenes;   /* where the format holds one page: one, with that page alone */
  size_t map, page;  /* then which it is */
  GHashTable *files; /* of all maps that are beside it: id → name; or NULL */
  GByteArray *bytes;
} Output;

typedef struct Build {
  CxArena *arena;
  const CxBatch *batch;
  const CxTarget *target;
  const CxDrawing *drawing;
  CX_LIST(Output) outputs;
} Build;

/* ---- What is written ------------------------------------------------------------------------------------------ */

static void plan_page(Build *build, const Output *like, const char *path, size_t page) {
  CxScene **scene = cx_new(build->arena, CxScene *);
  *scene = cx_scene_of_page(build->arena, like->run->scenes.items[like->map], page);
  Output *one = cx_list_add(build->arena, &build->outputs);
  *one = *like;
  one->path = page > 0 ? cx_target_page_path(build->arena, path, page + 1) : path;
  one->scenes.items = scene;
  one->scenes.count = 1;
  one->page = page;
}

/* Pages that cannot stand in one file stand beside each other; a stream holds the first. */
static void plan_map(Build *build, const Output *like, const char *path) {
  const CxScene *scene = like->run->scenes.items[like->map];
  const size_t pages = cx_target_is_stream(path) ? MIN(scene->pages.count, 1) : scene->pages.count;
  for (size_t page = 0; page < pages; page++) plan_page(build, like, path, page);
}

/* Each map in a file of its own, which knows the others. */
static void plan_folder(Build *build, CxCompile *run, const char *file, const CxBackend *format) {
  const char **names = cx_target_map_names(build->arena, file, &run->scenes);
  GHashTable *files = g_hash_table_new(g_str_hash, g_str_equal);
  cx_arena_defer(build->arena, (GDestroyNotify)g_hash_table_unref, files);
  for (size_t i = 0; i < run->scenes.count; i++) {
    const char *path = cx_target_path(build->arena, build->target, file, format, names[i]);
    const char *slash = strrchr(path, '/');
    if (run->scenes.items[i]->pages.count > 0)
      g_hash_table_insert(files, (gpointer)run->scenes.items[i]->map, (gpointer)(slash != NULL ? slash + 1 : path));
    plan_map(build, &(Output){.run = run, .format = format, .map = i, .files = files}, path);
  }
}

static void plan_output(Build *build, CxCompile *run, const char *file, const CxBackend *format) {
  if (!format->holds_many && build->target->is_folder) {
    plan_folder(build, run, file, format);
    return;
  }
  const char *path = cx_target_path(build->arena, build->target, file, format, NULL);
  if (!format->holds_many) {
    plan_map(build, &(Output){.run = run, .format = format}, path);
    return;
  }
  *cx_list_add(build->arena, &build->outputs) =
      (Output){.run = run, .path = path, .format = format, .scenes = run->scenes};
}

static void plan_outputs(Build *build, char **files) {
  for (size_t i = 0; i < build->batch->count; i++)
    for (size_t k = 0; k < build->target->formats.count && build->batch->runs[i]->scenes.count > 0; k++)
      plan_output(build, build->batch->runs[i], files[i], build->target->formats.items[k]);
}

CxExit cx_batch_check_outputs(const CxBatch *batch, const char *command, const CxOutputFile *files, size_t count) {
  const char *path = cx_batch_find_input(batch, files, count);
  if (path == NULL) return CX_EXIT_DONE;
  return cx_usage_error(command, NULL, "'%s' is a definition file and would be overwritten", path);
}

/* Two files of one name in different folders would write over each other. */
static const char *find_clash(const Build *build) {
  GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
  const char *clash = NULL;
  for (size_t i = 0; i < build->outputs.count && clash == NULL; i++) {
    const char *path = build->outputs.items[i].path;
    if (path != NULL && !g_hash_table_add(seen, (char *)path)) clash = path;
  }
  g_hash_table_destroy(seen);
  return clash;
}

static bool render_outputs(Build *build) {
  bool is_fine = true;
  for (size_t i = 0; i < build->outputs.count; i++) {
    Output *one = &build->outputs.items[i];
    CxRenderOptions settings = build->drawing->options;
    settings.files = one->files;
    one->bytes = g_byte_array_new();
    cx_arena_defer(build->arena, (GDestroyNotify)g_byte_array_unref, one->bytes);
    is_fine = one->format->render(&one->scenes, &settings, one->run->diagnostics, one->bytes) && is_fine;
  }
  return is_fine;
}

/* Problems are reported with the first file: they concern all. */
bool cx_batch_write_files(const CxBatch *batch, CxOutputFile *files, size_t count) {
  const size_t failed = cx_files_write(files, count);
  if (failed == count) return true;
  const char *reason = g_strerror(errno);
  cx_diag_report(batch->runs[0]->diagnostics, CX_CANNOT_WRITE, (CxSpan){0}, "'%s' cannot be written: %s",
                 files[failed].path != NULL ? files[failed].path : "standard output", reason);
  return false;
}

static bool write_outputs(const Build *build, CxOutputFile *files) {
  if (build->target->is_folder) g_mkdir_with_parents(build->target->path, 0777);
  for (size_t i = 0; i < build->outputs.count; i++) {
    const GByteArray *bytes = build->outputs.items[i].bytes;
    files[i].bytes = bytes->data;
    files[i].length = bytes->len;
  }
  return cx_batch_write_files(build->batch, files, build->outputs.count);
}

/* ---- What is said --------------------------------------------------------------------------------------------- */

static const char *name_of(const Output *one) {
  return one->path != NULL ? one->path : "standard output";
}

/* A file that holds one map of several: which, and which not. */
static void note_other_maps(const Output *one) {
  const CxScenes *all = &one->run->scenes;
  if (one->format->holds_many || one->page > 0 || all->count < 2) return;
  GString *others = g_string_new(NULL);
  for (size_t i = 1; i < all->count; i++) g_string_append_printf(others, " '%s'", all->items[i]->map);
  cx_say("cxmap: %s holds the map '%s'; not drawn:%s (choose one with --map, or all with a folder as target)",
         name_of(one), all->items[0]->map, others->str);
  g_string_free(others, TRUE);
}

/* A stream that holds one page of several. */
static void note_other_pages(const Output *one) {
  if (one->format->holds_many || !cx_target_is_stream(one->path)) return;
  const CxScene *scene = one->run->scenes.items[one->map];
  if (scene->pages.count > 1)
    cx_say("cxmap: %s holds page 1 of %zu of the map '%s' (a file or folder as target gets them all; --paper fit gives "
           "one)",
           name_of(one), scene->pages.count, scene->map);
}

static void tell_written(const Output *one) {
  const size_t pages = one->run->scenes.items[one->map]->pages.count;
  if (one->format->holds_many)
    cx_say("Wrote %s (%zu map%s)", one->path, one->scenes.count, one->scenes.count == 1 ? "" : "s");
  else if (pages > 1)
    cx_say("Wrote %s (page %zu of %zu)", one->path, one->page + 1, pages);
  else
    cx_say("Wrote %s (1 map)", one->path);
}

static void tell(const Build *build) {
  if (g_strcmp0(build->drawing->printer, "json") == 0) return;
  for (size_t i = 0; i < build->outputs.count; i++) {
    const Output *one = &build->outputs.items[i];
    if (!build->target->is_folder) note_other_maps(one);
    note_other_pages(one);
    if (one->path != NULL && cx_stream_is_terminal(stderr)) tell_written(one);
  }
}

/* ---- All of it --------------------------------------------------------------------------------------------- */

static bool has_errors(const CxBatch *batch) {
  for (size_t i = 0; i < batch->count; i++)
    if (cx_diagnostics_has_errors(batch->runs[i]->diagnostics)) return true;
  return false;
}

/* One file without a map is a warning; a run without any has failed. */
static bool has_something(const Build *build) {
  if (build->outputs.count > 0) return true;
  CxDiagnostics *diagnostics = build->batch->runs[0]->diagnostics;
  CxDiag *diag =
      cx_diag_report(diagnostics, CX_NOTHING_TO_DRAW, (CxSpan){0}, "there is no map at all, so nothing is written");
  cx_diag_set_severity(diagnostics, diag, CX_ERROR);
  return false;
}

static bool is_binary_on_terminal(const Build *build) {
  if (build->target->path != NULL || build->outputs.count == 0 || !cx_stream_is_terminal(stdout)) return false;
  const GByteArray *bytes = build->outputs.items[0].bytes;
  return !g_utf8_validate((const char *)bytes->data, bytes->len, NULL);
}

static CxExit draw(Build *build, char **files) {
  const char *command = build->drawing->command;
  const bool warnings_count = build->drawing->warnings_count;
  bool is_fine = !has_errors(build->batch) && !(warnings_count && cx_batch_has_warnings(build->batch));
  if (is_fine) plan_outputs(build, files);
  const char *clash = find_clash(build);
  if (clash != NULL) return cx_usage_error(command, NULL, "'%s' would be written twice", clash);
  CxOutputFile *written = cx_new_array(build->arena, CxOutputFile, build->outputs.count);
  for (size_t i = 0; i < build->outputs.count; i++) written[i].path = build->outputs.items[i].path;
  if (cx_batch_check_outputs(build->batch, command, written, build->outputs.count) != CX_EXIT_DONE)
    return CX_EXIT_USAGE;
  is_fine = is_fine && has_something(build) && render_outputs(build);
  if (is_fine && is_binary_on_terminal(build))
    return cx_usage_error(command, NULL, "a terminal cannot show a %s", build->target->formats.items[0]->name);
  const bool is_written = is_fine && write_outputs(build, written);
  const CxExit exit = cx_batch_report(build->batch, build->drawing->printer, warnings_count, stderr);
  if (is_written) tell(build);
  return exit;
}

CxExit cx_batch_draw(const CxBatch *batch, char **files, const CxTarget *target, const CxDrawing *drawing) {
  Build build = {.arena = cx_arena_new(), .batch = batch, .target = target, .drawing = drawing};
  const CxExit exit = draw(&build, files);
  cx_arena_free(build.arena);
  return exit;
}
