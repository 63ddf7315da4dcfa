/* cxmap build: definition files go in, files with maps come out; or what a stage made of one, as JSON. Here are the
 * options and the two ways; how maps become files is in outputs.c.
 */
#include "shared.h"

#include <math.h>
#include <string.h>

static char *output, *formats, *map, *persona, *lang, *theme, *paper, *tile, *root, *emit, *printer;
static double dpi = 144;
static gboolean is_transparent, warnings_count;

static const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "A file (.pdf, .svg, .png), a folder, or - for standard output",
     "TARGET"},
    {"formats", 'f', 0, G_OPTION_ARG_FILENAME, &formats, "pdf, svg, png; several with commas, into a folder",
     "FORMATS"},
    {"map", 0, 0, G_OPTION_ARG_FILENAME, &map, "Only the map of this id; see cxmap list", "ID"},
    {"persona", 0, 0, G_OPTION_ARG_FILENAME, &persona,
     "Only the maps that show the persona of this id; journeys drawn for that one alone", "ID"},
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

/* What both ways have in common. */
static CxExit read_settings(CxSettings *settings) {
  *settings =
      (CxSettings){.until = CX_STAGE_SCENE, .root = root, .lang = lang, .theme = theme, .map = map, .persona = persona};
  return cx_batch_read_papers("build", paper, tile, settings);
}

static CxExit build_maps(CxArena *arena, CxBatch *batch, size_t count, char **files) {
  CxTarget target;
  CxSettings settings;
  const CxDrawing drawing = {.command = "build",
                             .options = {.dpi = dpi, .is_transparent = is_transparent},
                             .printer = printer,
                             .warnings_count = warnings_count};
  if (cx_target_read(arena, "build", output, formats, count, &target) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (read_settings(&settings) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  cx_batch_compile(batch, files, count, &settings);
  return cx_batch_draw(batch, files, &target, &drawing);
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

static CxExit emit_stage(CxBatch *batch, size_t count, char **files) {
  CxSettings settings;
  if (read_settings(&settings) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (find_stage(&settings.until) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (count > 1) return cx_usage_error("build", NULL, "--emit takes one file");
  if (formats != NULL) return cx_usage_error("build", NULL, "--emit writes JSON: leave -f away");
  const bool is_fine =
      cx_batch_compile(batch, files, count, &settings) && !(warnings_count && cx_batch_has_warnings(batch));
  CxOutputFile file = {.path = g_strcmp0(output, "-") == 0 ? NULL : output};
  if (cx_batch_check_outputs(batch, "build", &file, 1) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (is_fine) {
    GString *json = g_string_new(NULL);
    cx_compile_write_json(batch->runs[0], settings.until, json);
    file.bytes = json->str;
    file.length = json->len;
    cx_batch_write_files(batch, &file, 1);
    g_string_free(json, TRUE);
  }
  return cx_batch_report(batch, printer, warnings_count, stderr);
}

static CxExit run(int argc, char **argv) {
  if (argc < 2) return cx_usage_error(argv[0], "cxmap build journey.yaml -o map.pdf", "which file?");
  if (!isfinite(dpi) || dpi < 1 || dpi > 2400)
    return cx_usage_error(argv[0], NULL, "--dpi must lie between 1 and 2400");
  if (cx_batch_check_words(argv[0], lang, theme, printer) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  CxArena *arena = cx_arena_new();
  CxBatch batch = {0};
  const size_t count = (size_t)argc - 1;
  const CxExit exit = emit != NULL ? emit_stage(&batch, count, argv + 1) : build_maps(arena, &batch, count, argv + 1);
  cx_batch_clear(&batch);
  cx_arena_free(arena);
  return exit;
}

const CxCommand cx_command_build = {
    .name = "build",
    .usage = "FILE… -o TARGET",
    .summary = "Draws the maps of definition files as PDF, SVG or PNG.",
    .details =
        "A FILE of '-' is standard input. A PDF holds all maps of a file, SVG and PNG hold one: the first, or with a\n"
        "folder as target each in a file of its own, FILE-MAP.svg. A name leads to the map that shows it: to its\n"
        "page of the PDF, or to its SVG file in the folder. Further pages of a map stand beside its first as "
        "NAME-2.svg, "
        "NAME-3.svg.\n"
        "Problems go to standard error; with errors nothing is written.\n\n"
        "Examples:\n"
        "  cxmap build journey.yaml -o map.pdf\n"
        "  cxmap build journey.yaml -o maps/ -f svg,png\n"
        "  cxmap build journey.yaml --persona hannah -o hannah.pdf\n"
        "  cxmap build journey.yaml --lang ko -o map-ko.png --dpi 200\n"
        "  cxmap build journey.yaml --paper 'A3 portrait' -o map.pdf\n"
        "  cxmap build journey.yaml -o poster.pdf --tile 'A3 portrait'\n"
        "  cxmap build - -f svg -o - < journey.yaml > map.svg",
    .options = options,
    .run = run,
};
