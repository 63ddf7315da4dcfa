/* cxmap build: definition files go in, files with maps come out. Everything is compiled and rendered in memory first;
 * only when nothing is wrong are the outputs written, so that a failed run leaves all old files as they were.
 */
#include "shared.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static char *output, *formats, *map, *lang, *theme, *paper, *tile, *root, *emit, *printer;
static double dpi = 144;
static gboolean is_transparent, warnings_count;

static const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "A file (.pdf, .svg, .png), a folder, or - for standard output",
     "TARGET"},
    {"formats", 'f', 0, G_OPTION_ARG_FILENAME, &formats, "pdf, svg, png; several with commas, into a folder",
     "FORMATS"},
    {"map", 0, 0, G_OPTION_ARG_FILENAME, &map, "Only the map of this id; see cxmap list", "ID"},
    {"lang", 0, 0, G_OPTION_ARG_FILENAME, &lang, "Draw in this language: en, zh-Hans, ko …", "TAG"},
    {"theme", 0, 0, G_OPTION_ARG_FILENAME, &theme,
     "Draw in this theme: light, dark, print, workshop, contrast, or a theme file", "THEME"},
    {"paper", 0, 0, G_OPTION_ARG_FILENAME, &paper,
     "Draw on this paper: fit, A3, 'A4 portrait', letter …; the maps' own by default", "PAPER"},
    {"tile", 0, 0, G_OPTION_ARG_FILENAME, &tile,
     "Cut each page into a poster of tiles to be glued: A4, 'letter portrait' …", "PAPER"},
    {"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &dpi, "Pixels an inch of a PNG; 144 by default", "N"},
    {"transparent", 0, 0, G_OPTION_ARG_NONE, &is_transparent, "PNG without paper", NULL},
    {"root", 0, 0, G_OPTION_ARG_FILENAME, &root, "The folder that all files must lie in; the file's own by default",
     "DIR"},
    {"werror", 0, 0, G_OPTION_ARG_NONE, &warnings_count, "Warnings count as errors", NULL},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &printer, "How problems are printed: human, short or json", "FORMAT"},
    {"emit", 0, 0, G_OPTION_ARG_FILENAME, &emit,
     "Stop at a stage and print it as JSON: nodes, model, sheet, layout, scene", "STAGE"},
    {0},
};

/* One file to be written. */
typedef struct Output {
  CxCompile *run;
  const char *path; /* NULL: standard output */
  const CxBackend *format;
  CxScenes scenes;  /* where the format holds one page: one, with that page alone */
  size_t map, page; /* then which it is */
  GByteArray *bytes;
} Output;

typedef struct Build {
  CxArena *arena;
  CxBatch batch;
  CxTarget target;
  CX_LIST(Output) outputs;
} Build;

/* ---- What is written ------------------------------------------------------------------------------------------ */

static void plan_page(Build *build, CxCompile *run, const char *path, const CxBackend *format, size_t index,
                      size_t page) {
  CxScene **scene = cx_new(build->arena, CxScene *);
  *scene = cx_scene_of_page(build->arena, run->scenes.items[index], page);
  *cx_list_add(build->arena, &build->outputs) =
      (Output){.run = run,
               .path = page > 0 ? cx_target_page_path(build->arena, path, page + 1) : path,
               .format = format,
               .scenes = {.items = scene, .count = 1},
               .map = index,
               .page = page};
}

/* Pages that cannot stand in one file stand beside each other; a stream holds the first. */
static void plan_map(Build *build, CxCompile *run, const char *file, const CxBackend *format, size_t index) {
  const CxScene *scene = run->scenes.items[index];
  const char *id = build->target.is_folder ? scene->map : NULL;
  const char *path = cx_target_path(build->arena, &build->target, file, format, id);
  const size_t pages = cx_target_is_stream(path) ? MIN(scene->pages.count, 1) : scene->pages.count;
  for (size_t page = 0; page < pages; page++) plan_page(build, run, path, format, index, page);
}

static void plan_output(Build *build, CxCompile *run, const char *file, const CxBackend *format) {
  if (!format->holds_many) {
    const size_t maps = build->target.is_folder ? run->scenes.count : 1;
    for (size_t i = 0; i < maps; i++) plan_map(build, run, file, format, i);
    return;
  }
  const char *path = cx_target_path(build->arena, &build->target, file, format, NULL);
  *cx_list_add(build->arena, &build->outputs) =
      (Output){.run = run, .path = path, .format = format, .scenes = run->scenes};
}

static void plan_outputs(Build *build, char **files) {
  for (size_t i = 0; i < build->batch.count; i++)
    for (size_t k = 0; k < build->target.formats.count && build->batch.runs[i]->scenes.count > 0; k++)
      plan_output(build, build->batch.runs[i], files[i], build->target.formats.items[k]);
}

static CxExit check_inputs(const Build *build, const CxOutputFile *files, size_t count) {
  const char *path = cx_batch_find_input(&build->batch, files, count);
  if (path == NULL) return CX_EXIT_DONE;
  return cx_usage_error("build", NULL, "'%s' is a definition file and would be overwritten", path);
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
  const CxRenderOptions settings = {.dpi = dpi, .is_transparent = is_transparent};
  bool is_fine = true;
  for (size_t i = 0; i < build->outputs.count; i++) {
    Output *one = &build->outputs.items[i];
    one->bytes = g_byte_array_new();
    cx_arena_defer(build->arena, (GDestroyNotify)g_byte_array_unref, one->bytes);
    is_fine = one->format->render(&one->scenes, &settings, one->run->diagnostics, one->bytes) && is_fine;
  }
  return is_fine;
}

/* Problems are reported with the first file: they concern all. */
static bool write_files(const Build *build, CxOutputFile *files, size_t count) {
  const size_t failed = cx_files_write(files, count);
  if (failed == count) return true;
  const char *reason = g_strerror(errno);
  cx_diag_report(build->batch.runs[0]->diagnostics, CX_CANNOT_WRITE, (CxSpan){0}, "'%s' cannot be written: %s",
                 files[failed].path != NULL ? files[failed].path : "standard output", reason);
  return false;
}

static bool write_outputs(const Build *build, CxOutputFile *files) {
  if (build->target.is_folder) g_mkdir_with_parents(build->target.path, 0777);
  for (size_t i = 0; i < build->outputs.count; i++) {
    const GByteArray *bytes = build->outputs.items[i].bytes;
    files[i].bytes = bytes->data;
    files[i].length = bytes->len;
  }
  return write_files(build, files, build->outputs.count);
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
  if (g_strcmp0(printer, "json") == 0) return;
  for (size_t i = 0; i < build->outputs.count; i++) {
    const Output *one = &build->outputs.items[i];
    if (!build->target.is_folder) note_other_maps(one);
    note_other_pages(one);
    if (one->path != NULL && cx_stream_is_terminal(stderr)) tell_written(one);
  }
}

/* ---- The two ways --------------------------------------------------------------------------------------------- */

static bool has_warnings(const CxBatch *batch) {
  for (size_t i = 0; i < batch->count; i++)
    if (cx_diagnostics_count(batch->runs[i]->diagnostics, CX_WARNING) > 0) return true;
  return false;
}

/* One file without a map is a warning; a run without any has failed. */
static bool has_something(const Build *build) {
  if (build->outputs.count > 0) return true;
  CxDiagnostics *diagnostics = build->batch.runs[0]->diagnostics;
  CxDiag *diag =
      cx_diag_report(diagnostics, CX_NOTHING_TO_DRAW, (CxSpan){0}, "there is no map at all, so nothing is written");
  cx_diag_set_severity(diagnostics, diag, CX_ERROR);
  return false;
}

static bool is_binary_on_terminal(const Build *build) {
  if (build->target.path != NULL || build->outputs.count == 0 || !cx_stream_is_terminal(stdout)) return false;
  const GByteArray *bytes = build->outputs.items[0].bytes;
  return !g_utf8_validate((const char *)bytes->data, bytes->len, NULL);
}

/* What both ways have in common. */
static CxExit read_settings(CxSettings *settings) {
  *settings = (CxSettings){.until = CX_STAGE_SCENE, .root = root, .lang = lang, .theme = theme, .map = map};
  const char *nearest = NULL;
  if (paper != NULL && !cx_paper_parse(paper, &settings->paper, &nearest))
    return cx_usage_error("build", nearest, "there is no paper '%s'", paper);
  if (tile != NULL && !cx_paper_parse(tile, &settings->tile, &nearest))
    return cx_usage_error("build", nearest, "there is no paper '%s'", tile);
  if (tile != NULL && settings->tile.width == 0)
    return cx_usage_error("build", "--tile A4", "tiles need a paper that can be printed on, not '%s'", tile);
  return CX_EXIT_DONE;
}

static CxExit build_maps(Build *build, size_t count, char **files) {
  if (cx_target_read(build->arena, output, formats, count, &build->target) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  CxSettings settings;
  if (read_settings(&settings) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  bool is_fine = cx_batch_compile(&build->batch, files, count, &settings);
  is_fine = is_fine && !(warnings_count && has_warnings(&build->batch));
  if (is_fine) plan_outputs(build, files);
  const char *clash = find_clash(build);
  if (clash != NULL) return cx_usage_error("build", NULL, "'%s' would be written twice", clash);
  CxOutputFile *written = cx_new_array(build->arena, CxOutputFile, build->outputs.count);
  for (size_t i = 0; i < build->outputs.count; i++) written[i].path = build->outputs.items[i].path;
  if (check_inputs(build, written, build->outputs.count) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  is_fine = is_fine && has_something(build) && render_outputs(build);
  if (is_fine && is_binary_on_terminal(build))
    return cx_usage_error("build", NULL, "a terminal cannot show a %s", build->target.formats.items[0]->name);
  const bool is_written = is_fine && write_outputs(build, written);
  const CxExit exit = cx_batch_report(&build->batch, printer, warnings_count, stderr);
  if (is_written) tell(build);
  return exit;
}

static CxExit find_stage(CxPipelineStage *stage) {
  const char *names[CX_STAGE_BYTES];
  size_t count = 0;
  for (*stage = 0; *stage < CX_STAGE_BYTES; (*stage)++) {
    const char *name = cx_stage_name(*stage);
    if (name != NULL) names[count++] = name;
    if (g_strcmp0(name, emit) == 0) return CX_EXIT_DONE;
  }
  return cx_usage_error("build", cx_word_nearest(emit, names, count), "there is no stage '%s'", emit);
}

static CxExit emit_stage(Build *build, size_t count, char **files) {
  CxSettings settings;
  if (read_settings(&settings) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (find_stage(&settings.until) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (count > 1) return cx_usage_error("build", NULL, "--emit takes one file");
  if (formats != NULL) return cx_usage_error("build", NULL, "--emit writes JSON: leave -f away");
  const bool is_fine =
      cx_batch_compile(&build->batch, files, count, &settings) && !(warnings_count && has_warnings(&build->batch));
  CxOutputFile file = {.path = g_strcmp0(output, "-") == 0 ? NULL : output};
  if (check_inputs(build, &file, 1) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (is_fine) {
    GString *json = g_string_new(NULL);
    cx_compile_write_json(build->batch.runs[0], settings.until, json);
    file.bytes = json->str;
    file.length = json->len;
    write_files(build, &file, 1);
    g_string_free(json, TRUE);
  }
  return cx_batch_report(&build->batch, printer, warnings_count, stderr);
}

static CxExit run(int argc, char **argv) {
  if (argc < 2) return cx_usage_error(argv[0], "cxmap build journey.yaml -o map.pdf", "which file?");
  if (!isfinite(dpi) || dpi < 1 || dpi > 2400)
    return cx_usage_error(argv[0], NULL, "--dpi must lie between 1 and 2400");
  if (cx_batch_check_words(argv[0], lang, theme, printer) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  Build build = {.arena = cx_arena_new()};
  CxExit exit = (emit != NULL ? emit_stage : build_maps)(&build, (size_t)argc - 1, argv + 1);
  cx_batch_clear(&build.batch);
  cx_arena_free(build.arena);
  return exit;
}

const CxCommand cx_command_build = {
    .name = "build",
    .usage = "FILE… -o TARGET",
    .summary = "Draws the maps of definition files as PDF, SVG or PNG.",
    .details =
        "A FILE of '-' is standard input. A PDF holds all maps of a file, SVG and PNG hold one: the first, or with a\n"
        "folder as target each in a file of its own. Further pages of a map stand beside its first as NAME-2.svg, "
        "NAME-3.svg.\n"
        "Problems go to standard error; with errors nothing is written.\n\n"
        "Examples:\n"
        "  cxmap build journey.yaml -o map.pdf\n"
        "  cxmap build journey.yaml -o maps/ -f svg,png\n"
        "  cxmap build journey.yaml --lang ko -o map-ko.png --dpi 200\n"
        "  cxmap build journey.yaml --paper 'A3 portrait' -o map.pdf\n"
        "  cxmap build journey.yaml -o poster.pdf --tile 'A3 portrait'\n"
        "  cxmap build - -f svg -o - < journey.yaml > map.svg",
    .options = options,
    .run = run,
};
