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

/* Keeps the maps of one persona, if that was asked for. False where there is no such persona. */
static bool pick_persona(CxCompile *run, const char *id) {
  if (id == NULL) return true;
  const CxModel *model = run->model;
  const char **ids = cx_new_array(run->arena, const char *, model->personas.count + 1);
  for (size_t i = 0; i < model->personas.count; i++) {
    ids[i] = model->personas.items[i]->object.id;
    if (strcmp(ids[i], id) != 0) continue;
    cx_maps_filter(&run->maps, model->personas.items[i]);
    return true;
  }
  CxDiag *diag = cx_diag_report(run->diagnostics, CX_UNKNOWN_PERSONA, (CxSpan){0}, "%s has no persona '%s'",
                                run->source->name, id);
  diag->suggestion = cx_word_nearest(id, ids, model->personas.count);
  run->maps.count = 0;
  return false;
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

static void pick_maps(CxCompile *run, const CxSettings *settings) {
  const bool is_known = pick_persona(run, settings->persona);
  if (is_known && settings->map != NULL)
    pick_map(run, settings->map);
  else if (is_known && run->maps.count == 0)
    cx_diag_report(run->diagnostics, CX_NOTHING_TO_DRAW, run->model->object.span,
                   settings->persona != NULL ? "no map here shows the persona '%s'" : "nothing here can be drawn",
                   settings->persona);
}

/* The first that says something: the command line, the entry of `maps`, the document. */
static const CxThemeChoice *choose_theme(const CxCompile *run, const CxMap *map) {
  if (run->theme != NULL) return run->theme;
  return map->entry != NULL && map->entry->theme != NULL ? map->entry->theme : run->model->theme;
}

static void check_font_files(CxCompile *run, const CxThemeChoice *choice) {
  for (size_t i = 0; choice != NULL && i < choice->fonts.count; i++) {
    const CxFile *file = &choice->fonts.items[i];
    if (cx_font_is_good(file->path)) continue;
    CxDiag *diag = cx_diag_report(run->diagnostics, CX_BAD_FONT, file->span, "`%s` is no font", file->text);
    cx_diag_help(run->diagnostics, diag, "name a TrueType or OpenType font, a file that ends with .ttf, .otf or .ttc");
  }
}

/* 0 where there is none, or one that cannot be drawn. */
static double logo_ratio(CxCompile *run, const CxThemeChoice *choice) {
  if (choice == NULL || choice->logo.path == NULL) return 0;
  const CxFile *logo = &choice->logo;
  if (!cx_image_check(logo->path, logo->text, logo->span, run->diagnostics)) return 0;
  return cx_image_ratio(logo->path, logo->text, logo->span, run->diagnostics);
}

static CxStyling *style_map(CxCompile *run, const CxMap *map) {
  const CxThemeChoice *choice = choose_theme(run, map);
  for (size_t i = 0; i < run->stylings.count; i++)
    if (run->stylings.items[i]->choice == choice) return run->stylings.items[i];
  CxStyling *styling = cx_new(run->arena, CxStyling);
  *styling = (CxStyling){.choice = choice, .theme = cx_theme_make(run->arena, choice, logo_ratio(run, choice))};
  cx_theme_check(run->arena, choice, run->diagnostics);
  check_font_files(run, choice);
  return styling;
}

static void list_maps(CxCompile *run, const CxSettings *settings) {
  if (run->model == NULL) return;
  cx_maps_list(run->arena, run->model, settings->lang, run->diagnostics, &run->maps);
  if (cx_diagnostics_has_errors(run->diagnostics)) {
    run->maps.count = 0; /* some are missing, or wrong */
    return;
  }
  pick_maps(run, settings);
  for (size_t i = 0; i < run->maps.count; i++) {
    CxMap *map = run->maps.items[i];
    if (settings->paper.name != NULL) map->paper = settings->paper;
    map->is_blank = settings->is_blank;
    CxStyling *styling = style_map(run, map);
    *cx_list_add(run->arena, &run->stylings) = styling;
  }
  cx_maps_join(run->arena, &run->maps);
}

static void compose_sheets(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  for (size_t i = 0; i < run->maps.count; i++)
    *cx_list_add(run->arena, &run->sheets) =
        cx_map_compose(run->arena, run->model, run->maps.items[i], run->stylings.items[i]->theme);
}

/* A theme's own family and font files are for its maps alone. Without a real shaper none is made. */
static CxShaper *shaper_for(CxCompile *run, const CxStyling *styling) {
  const CxThemeChoice *choice = styling->choice;
  const bool has_own = choice != NULL && choice->font != NULL;
  if (!has_own || cx_shaper_family_for(run->shaper, "en") == NULL) return run->shaper;
  const char **files = cx_new_array(run->arena, const char *, choice->fonts.count + 1);
  for (size_t i = 0; i < choice->fonts.count; i++) files[i] = choice->fonts.items[i].path;
  CxShaper *shaper = cx_shaper_new_with(styling->theme->family, files, choice->fonts.count);
  cx_arena_defer(run->arena, (GDestroyNotify)cx_shaper_free, shaper);
  return shaper;
}

static bool was_checked(const CxCompile *run, size_t sheet) {
  for (size_t i = 0; i < sheet; i++)
    if (run->stylings.items[i] == run->stylings.items[sheet] &&
        g_str_equal(run->sheets.items[i]->lang, run->sheets.items[sheet]->lang))
      return true;
  return false;
}

static bool has_family(const CxStyling *styling, const char *lang, const char **found) {
  const char *wanted = styling->theme->family;
  *found = cx_shaper_family_for(styling->shaper, lang);
  return *found == NULL || g_ascii_strncasecmp(*found, wanted, strlen(wanted)) == 0;
}

/* An own family need not have the characters of every script. */
static void check_font(CxCompile *run, const CxStyling *styling, const char *lang) {
  const char *found;
  const bool is_own = styling->choice != NULL && styling->choice->font != NULL;
  if ((is_own && has_family(styling, "en", &found)) || has_family(styling, lang, &found)) return;
  CxDiag *diag = cx_diag_report(run->diagnostics, CX_MISSING_FONT, is_own ? styling->choice->font_span : (CxSpan){0},
                                "no font of the family %s is installed for the language `%s`: its texts are set in %s",
                                styling->theme->family, lang, found);
  cx_diag_help(run->diagnostics, diag,
               is_own ? "install it, or name its files under `fonts`"
                      : "install it; in Debian it is in fonts-noto-core and fonts-noto-cjk");
}

static void lay_out(CxCompile *run, const CxSettings *settings) {
  (void)settings;
  for (size_t i = 0; i < run->sheets.count; i++) {
    CxStyling *styling = run->stylings.items[i];
    if (styling->shaper == NULL) styling->shaper = shaper_for(run, styling);
    if (!was_checked(run, i)) check_font(run, styling, run->sheets.items[i]->lang);
    *cx_list_add(run->arena, &run->layouts) =
        cx_layout_new(run->arena, run->sheets.items[i], styling->theme, styling->shaper, run->diagnostics);
  }
}

static void make_scenes(CxCompile *run, const CxSettings *settings) {
  for (size_t i = 0; i < run->layouts.count; i++) {
    const CxStyling *styling = run->stylings.items[i];
    CxScene *scene = cx_scene_new(run->arena, run->layouts.items[i], styling->theme);
    if (settings->tile.name != NULL) scene = cx_scene_tile(run->arena, scene, &settings->tile, styling->shaper);
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

/* Root and theme, which all stages share. */
static bool prepare(CxCompile *run, const char *first_file, const CxSettings *settings) {
  run->root = cx_root_new(run->arena, settings->root, first_file);
  if (run->root == NULL)
    cx_diag_report(run->diagnostics, CX_CANNOT_READ, (CxSpan){0}, "the root '%s' is not a folder that can be read",
                   settings->root != NULL ? settings->root : ".");
  if (run->root != NULL && settings->theme != NULL)
    run->theme = cx_theme_choice_read(run->arena, run->root, run->diagnostics, settings->theme);
  return run->root != NULL;
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
