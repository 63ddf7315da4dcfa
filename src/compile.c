/* The pipeline: a file or a text goes in; nodes, model, sheets, layouts and scenes come out, each made of the one
 * before by one function. Problems are collected on the way. The model is read of whatever could be parsed, so that all
 * problems of a file show at once; what is drawn is made only of a model without errors. Bytes are the backends'
 * matter: see CxBackend. Nothing is printed or written here.
 */
#include "cxmap/compile.h"

#include <string.h>

/* ---- The stages ----------------------------------------------------------------------------------------------- */

static void read_nodes(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  run->nodes = cx_syntax_load(run->arena, run->root, run->source, run->diagnostics);
}

/* Which icons there are, the theme says. */
static void check_icons(const CxCompile *run) {
  size_t count;
  const CxIcon *icons = cx_icons(&count);
  const char **names = cx_new_array(run->arena, const char *, count);
  for (size_t i = 0; i < count; i++) names[i] = icons[i].name;
  for (size_t i = 0; i < run->model->icons.count; i++) {
    const CxIconRef *icon = &run->model->icons.items[i];
    if (cx_icon_find(icon->name) != NULL) continue;
    CxDiag *diag = cx_diag_report(run->diagnostics, CX_UNKNOWN_WORD, icon->span, "there is no icon `%s`", icon->name);
    cx_diag_suggest(run->diagnostics, diag, icon->name, names, count);
    if (diag->suggestion == NULL)
      cx_diag_help(run->diagnostics, diag, "the path of an image has a dot or a slash, as in icons/%s.svg", icon->name);
  }
}

/* Whether an image can be drawn, render says; here its place in the definition is known. */
static void check_images(const CxCompile *run) {
  GHashTable *good = g_hash_table_new(g_str_hash, g_str_equal);
  for (size_t i = 0; i < run->model->images.count; i++) {
    const CxFile *file = &run->model->images.items[i];
    if (g_hash_table_contains(good, file->path)) continue;
    if (cx_image_check(file->path, file->text, file->span, run->diagnostics))
      g_hash_table_add(good, (gpointer)file->path);
  }
  g_hash_table_destroy(good);
}

static void read_model(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  if (run->nodes == NULL) return;
  run->model = cx_model_read(run->arena, run->nodes, run->source, run->root, run->diagnostics);
  check_icons(run);
  check_images(run);
}

/* Drops all maps but the one that was asked for. */
static void pick_map(CxCompile *run, const char *id) {
  const char **ids = cx_new_array(run->arena, const char *, run->maps.count + 1);
  for (size_t i = 0; i < run->maps.count; i++) {
    ids[i] = run->maps.items[i]->id;
    if (strcmp(ids[i], id) != 0) continue;
    run->maps.items[0] = run->maps.items[i];
    run->maps.count = 1;
    return;
  }
  CxDiag *diag =
      cx_diag_report(run->diagnostics, CX_UNKNOWN_MAP, (CxSpan){0}, "%s has no map '%s'", run->source->name, id);
  diag->suggestion = cx_word_nearest(id, ids, run->maps.count);
}

static void list_maps(CxCompile *run, const CxSettings *settings) {
  if (run->model == NULL) return;
  cx_maps_list(run->arena, run->model, settings->lang, run->diagnostics, &run->maps);
  if (cx_diagnostics_has_errors(run->diagnostics)) {
    run->maps.count = 0; /* some are missing, or wrong */
    return;
  }
  for (size_t i = 0; i < run->maps.count && settings->paper.name != NULL; i++)
    run->maps.items[i]->paper = settings->paper;
  if (settings->map != NULL)
    pick_map(run, settings->map);
  else if (run->maps.count == 0)
    cx_diag_report(run->diagnostics, CX_NOTHING_TO_DRAW, run->model->object.span, "nothing here can be drawn");
}

static void compose_sheets(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  for (size_t i = 0; i < run->maps.count; i++)
    *cx_list_add(run->arena, &run->sheets) = cx_map_compose(run->arena, run->model, run->maps.items[i], run->theme);
}

static bool was_checked(const CxCompile *run, size_t sheet) {
  for (size_t i = 0; i < sheet; i++)
    if (g_str_equal(run->sheets.items[i]->lang, run->sheets.items[sheet]->lang)) return true;
  return false;
}

static void check_font(CxCompile *run, const char *lang) {
  const char *wanted = run->theme->family;
  const char *family = cx_shaper_family_for(run->shaper, lang);
  if (family == NULL || g_str_has_prefix(family, wanted)) return;
  CxDiag *diag = cx_diag_report(run->diagnostics, CX_MISSING_FONT, (CxSpan){0},
                                "no font of the family %s is installed for the language `%s`: its texts are set in %s",
                                wanted, lang, family);
  cx_diag_help(run->diagnostics, diag, "install it; in Debian it is in fonts-noto-core and fonts-noto-cjk");
}

static void lay_out(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  for (size_t i = 0; i < run->sheets.count; i++)
    if (!was_checked(run, i)) check_font(run, run->sheets.items[i]->lang);
  for (size_t i = 0; i < run->sheets.count; i++)
    *cx_list_add(run->arena, &run->layouts) =
        cx_layout_new(run->arena, run->sheets.items[i], run->theme, run->shaper, run->diagnostics);
}

static void make_scenes(CxCompile *run, const CxSettings *settings) {
  for (size_t i = 0; i < run->layouts.count; i++) {
    CxScene *scene = cx_scene_new(run->arena, run->layouts.items[i], run->theme);
    if (settings->tile.name != NULL) scene = cx_scene_tile(run->arena, scene, &settings->tile, run->shaper);
    *cx_list_add(run->arena, &run->scenes) = scene;
  }
}

/* ---- One after the other -------------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  void (*make)(CxCompile *run, const CxSettings *settings);
  bool needs_no_errors;
} stages[] = {
    [CX_STAGE_NODES] = {"nodes", read_nodes, false},    /* text → CxNode */
    [CX_STAGE_MODEL] = {"model", read_model, false},    /* CxNode → CxModel */
    [CX_STAGE_MAPS] = {NULL, list_maps, false},         /* CxModel → CxMaps */
    [CX_STAGE_SHEET] = {"sheet", compose_sheets, true}, /* CxMap → CxSheet */
    [CX_STAGE_LAYOUT] = {"layout", lay_out, true},      /* CxSheet → CxLayout */
    [CX_STAGE_SCENE] = {"scene", make_scenes, true},    /* CxLayout → CxScene */
};

static bool run_stages(CxCompile *run, const CxSettings *settings) {
  for (CxPipelineStage stage = 0; stage <= settings->until && stage < CX_COUNT(stages); stage++)
    if (!stages[stage].needs_no_errors || !cx_diagnostics_has_errors(run->diagnostics))
      stages[stage].make(run, settings);
  return !cx_diagnostics_has_errors(run->diagnostics);
}

const char *cx_stage_name(CxPipelineStage stage) {
  return stage < CX_COUNT(stages) ? stages[stage].name : NULL;
}

/* ---- The ways in ---------------------------------------------------------------------------------------------- */

CxCompile *cx_compile_new(CxShaper *shaper) {
  CxArena *arena = cx_arena_new();
  CxCompile *run = cx_new(arena, CxCompile);
  *run = (CxCompile){.arena = arena, .diagnostics = cx_diagnostics_new(arena), .shaper = shaper};
  return run;
}

void cx_compile_free(CxCompile *run) {
  if (run != NULL) cx_arena_free(run->arena);
}

/* Theme and root, which all stages share. */
static bool prepare(CxCompile *run, const char *first_file, const CxSettings *settings) {
  run->theme = settings->theme != NULL ? cx_theme_find(settings->theme) : cx_themes(&(size_t){0})[0];
  if (run->theme == NULL)
    cx_diag_report(run->diagnostics, CX_UNKNOWN_WORD, (CxSpan){0}, "there is no theme '%s'", settings->theme);
  run->root = cx_root_new(run->arena, settings->root, first_file);
  if (run->root == NULL)
    cx_diag_report(run->diagnostics, CX_CANNOT_READ, (CxSpan){0}, "the root '%s' is not a folder that can be read",
                   settings->root != NULL ? settings->root : ".");
  return run->theme != NULL && run->root != NULL;
}

static bool report_unreadable(CxCompile *run, const char *name, CxSourceError error) {
  const CxCode code = error == CX_SOURCE_TOO_LARGE ? CX_FILE_TOO_LARGE : CX_CANNOT_READ;
  /* What the user names need not be a regular file. */
  const char *text = error == CX_SOURCE_FAILED ? "cannot be read" : cx_source_error_text(error);
  CxDiag *diag = cx_diag_report(run->diagnostics, code, (CxSpan){0}, "'%s' %s", name, text);
  diag->file = cx_arena_strdup(run->arena, name);
  return false;
}

bool cx_compile_file(CxCompile *run, const char *path, const CxSettings *settings) {
  CxSourceError error = CX_SOURCE_OK;
  run->source = cx_source_read_input(run->arena, path, &error);
  if (run->source == NULL) return report_unreadable(run, strcmp(path, "-") == 0 ? "stdin" : path, error);
  return prepare(run, path, settings) && run_stages(run, settings);
}

bool cx_compile_text(CxCompile *run, const char *name, const char *text, size_t length, const CxSettings *settings) {
  run->source = cx_source_from_text(run->arena, name, text, length);
  if (run->source == NULL) return report_unreadable(run, name, CX_SOURCE_TOO_LARGE);
  return prepare(run, "-", settings) && run_stages(run, settings);
}

/* ---- --emit --------------------------------------------------------------------------------------------------- */

/* What a stage made of one map. */
static void write_stage_of_map(const CxCompile *run, CxPipelineStage stage, size_t map, CxJson *json) {
  switch (stage) {
  case CX_STAGE_SHEET: cx_sheet_write_json(run->sheets.items[map], json); break;
  case CX_STAGE_LAYOUT: cx_layout_write_json(run->layouts.items[map], json); break;
  case CX_STAGE_SCENE: cx_scene_write_json(run->scenes.items[map], json); break;
  case CX_STAGE_NODES:
  case CX_STAGE_MODEL:
  case CX_STAGE_MAPS:
  case CX_STAGE_BYTES: break;
  }
}

void cx_compile_write_json(const CxCompile *run, CxPipelineStage stage, GString *out) {
  CxJson json = {.out = out};
  if (stage == CX_STAGE_NODES && run->nodes != NULL) {
    cx_node_write_json(run->nodes, &json);
  } else if (stage == CX_STAGE_MODEL && run->model != NULL) {
    cx_model_write_json(run->model, &json);
  } else {
    const bool is_list = run->maps.count != 1;
    if (is_list) cx_json_list(&json);
    for (size_t i = 0; i < run->maps.count; i++) write_stage_of_map(run, stage, i, &json);
    if (is_list) cx_json_end(&json);
  }
  g_string_append_c(out, '\n');
}
