/* cxmap blank: the name of a form goes in, the form comes out, empty, to be printed and filled by hand. The form is a
 * small document of blanks.c, which is built like any other.
 */
#include "blanks.h"

#include <math.h>
#include <string.h>

enum { STAGES = 6, MOST_STAGES = 40, LONGEST_TITLE = 1000 };

static char *output, *formats, *lang, *theme, *paper, *tile, *title, *lane_words;
static gint stages = G_MININT; /* not given */
static double dpi = 144;

static const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "A file (.pdf, .svg, .png), a folder, or - for standard output",
     "TARGET"},
    {"formats", 'f', 0, G_OPTION_ARG_FILENAME, &formats, "pdf, svg, png; several with commas, into a folder",
     "FORMATS"},
    {"title", 0, 0, G_OPTION_ARG_FILENAME, &title, "The title instead of the form's name", "TEXT"},
    {"stages", 0, 0, G_OPTION_ARG_INT, &stages, "Of a journey: how many stages, 1 to 40; 6 by default", "N"},
    {"lanes", 0, 0, G_OPTION_ARG_FILENAME, &lane_words, "Of a journey: its lanes, as actions,emotion,pains", "LANES"},
    {"lang", 0, 0, G_OPTION_ARG_FILENAME, &lang, "The language of the form: en (the default), zh-Hans, ko …", "TAG"},
    {"theme", 0, 0, G_OPTION_ARG_FILENAME, &theme,
     "Draw in this theme: light, dark, print, workshop, contrast, or a theme file", "THEME"},
    {"paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, "A3 by default; A0, A1 portrait, letter, fit …", "PAPER"},
    {"tile", 0, 0, G_OPTION_ARG_FILENAME, &tile, "Cut the page into tiles to be glued: A4, 'letter portrait' …",
     "PAPER"},
    {"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &dpi, "Pixels an inch of a PNG; 144 by default", "N"},
    {0},
};

/* ---- Which form ------------------------------------------------------------------------------------------------ */

/* Docs are written for the reference: here their first sentence is enough, without marks. */
static GString *list_of(const CxBlanks *blanks) {
  GString *text = g_string_new(NULL);
  for (size_t i = 0; i < blanks->count; i++) {
    const char *doc = blanks->items[i].doc, *end = strstr(doc, ". ");
    const size_t length = end != NULL ? (size_t)(end + 1 - doc) : strlen(doc);
    g_string_append_printf(text, "  %-21s %.*s\n", blanks->items[i].name, (int)length, doc);
  }
  g_string_replace(text, "`", "", 0);
  return text;
}

static CxExit print_list(const CxBlanks *blanks) {
  GString *text = list_of(blanks);
  const CxExit exit = cx_stream_print(stdout, text->str);
  g_string_free(text, TRUE);
  return exit;
}

static const CxBlank *find_blank(CxArena *arena, const CxBlanks *blanks, const char *name) {
  const char **names = cx_new_array(arena, const char *, blanks->count);
  for (size_t i = 0; i < blanks->count; i++) {
    names[i] = blanks->items[i].name;
    if (strcmp(names[i], name) == 0) return &blanks->items[i];
  }
  GString *list = list_of(blanks);
  cx_usage_error("blank", cx_word_nearest(name, names, blanks->count), "there is no form '%s'", name);
  fputs(list->str, stderr);
  g_string_free(list, TRUE);
  return NULL;
}

/* ---- What is asked for ----------------------------------------------------------------------------------------- */

static bool has_words_in(const char *tag) {
  const char *found;
  cx_word(CX_WORD_MAP_JOURNEY, tag, &found);
  return !g_str_equal(found, "en") || (g_ascii_strncasecmp(tag, "en", 2) == 0 && !g_ascii_isalnum(tag[2]));
}

static CxExit check_language(const char *tag) {
  if (has_words_in(tag)) return CX_EXIT_DONE;
  size_t count;
  const char *const *tags = cx_word_languages(&count);
  GString *list = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", tags[i]);
  const CxExit exit = cx_usage_error("blank", cx_word_nearest(tag, tags, count),
                                     "there are no words in the language '%s', only in %s", tag, list->str);
  g_string_free(list, TRUE);
  return exit;
}

static CxExit check_title(void) {
  if (title == NULL) return CX_EXIT_DONE;
  if (!g_utf8_validate(title, -1, NULL)) return cx_usage_error("blank", NULL, "the title is not UTF-8");
  if (g_utf8_strlen(title, -1) > LONGEST_TITLE)
    return cx_usage_error("blank", NULL, "the title has more than %d characters", LONGEST_TITLE);
  for (const char *at = title; *at != '\0'; at = g_utf8_next_char(at))
    if (g_unichar_iscntrl(g_utf8_get_char(at)))
      return cx_usage_error("blank", NULL, "the title has a control character");
  return CX_EXIT_DONE;
}

static const char *find_lane(const char *word, const char **nearest) {
  const char **keys = g_new(const char *, cx_lane_order_count), *found = NULL;
  for (size_t i = 0; i < cx_lane_order_count; i++) {
    keys[i] = cx_lane_key(cx_lane_order[i]);
    if (strcmp(keys[i], word) == 0) found = keys[i];
  }
  *nearest = cx_word_nearest(word, keys, cx_lane_order_count);
  g_free(keys);
  return found;
}

/* A lane stands once. */
static CxExit read_lanes(CxArena *arena, CxBlankWish *wish) {
  CX_LIST(const char *) lanes = {0};
  char **words = g_strsplit(lane_words, ",", -1);
  CxExit exit = CX_EXIT_DONE;
  for (char **word = words; *word != NULL && exit == CX_EXIT_DONE; word++) {
    const char *nearest, *lane = find_lane(g_strstrip(*word), &nearest);
    if (lane == NULL) exit = cx_usage_error("blank", nearest, "there is no lane '%s'", *word);
    for (size_t i = 0; i < lanes.count && exit == CX_EXIT_DONE; i++)
      if (lanes.items[i] == lane) exit = cx_usage_error("blank", NULL, "the lane '%s' stands twice", lane);
    *cx_list_add(arena, &lanes) = lane;
  }
  g_strfreev(words);
  if (exit == CX_EXIT_DONE && lanes.count == 0) exit = cx_usage_error("blank", NULL, "--lanes names no lane");
  *cx_list_add(arena, &lanes) = NULL;
  wish->lanes = lanes.items;
  return exit;
}

static CxExit read_wish(CxArena *arena, const CxBlank *blank, bool has_count, CxBlankWish *wish) {
  *wish = (CxBlankWish){.title = title, .lang = lang != NULL ? lang : "en", .stages = STAGES};
  if (check_language(wish->lang) != CX_EXIT_DONE || check_title() != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (has_count && !blank->has_stages)
    return cx_usage_error("blank", NULL, "the form '%s' has its own parts: leave --stages away", blank->name);
  if (has_count && (stages < 1 || stages > MOST_STAGES))
    return cx_usage_error("blank", NULL, "--stages must lie between 1 and %d", MOST_STAGES);
  if (has_count) wish->stages = (size_t)stages;
  if (lane_words == NULL) return CX_EXIT_DONE;
  if (!g_str_equal(blank->key, "journey"))
    return cx_usage_error("blank", NULL, "the form '%s' has no lanes", blank->name);
  return read_lanes(arena, wish);
}

/* ---- Drawing ---------------------------------------------------------------------------------------------------- */

static CxExit read_settings(CxSettings *settings) {
  *settings = (CxSettings){.until = CX_STAGE_SCENE, .theme = theme, .is_blank = true};
  return cx_batch_read_papers("blank", paper != NULL ? paper : "A3", tile, settings);
}

static CxExit draw(CxArena *arena, const CxBlank *blank, const CxBlankWish *wish) {
  CxTarget target;
  CxSettings settings;
  if (cx_target_read(arena, "blank", output, formats, 1, &target) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  if (read_settings(&settings) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  GString *text = cx_blank_write(blank, wish);
  CxBatch batch;
  char *name = cx_arena_strdup(arena, blank->name);
  cx_batch_compile_text(&batch, name, text->str, text->len, &settings);
  const CxExit exit = cx_batch_draw(&batch, &name, &target, &(CxDrawing){.command = "blank", .options = {.dpi = dpi}});
  cx_batch_clear(&batch);
  g_string_free(text, TRUE);
  return exit;
}

static CxExit run_in(CxArena *arena, int argc, char **argv) {
  CxBlanks blanks = {0};
  CxBlankWish wish;
  cx_blanks_list(arena, &blanks);
  if (argc < 2) return print_list(&blanks);
  if (argc > 2) return cx_usage_error(argv[0], NULL, "one form at a time, not '%s' too", argv[2]);
  if (!isfinite(dpi) || dpi < 1 || dpi > 2400)
    return cx_usage_error(argv[0], NULL, "--dpi must lie between 1 and 2400");
  if (cx_batch_check_words(argv[0], lang, theme, NULL) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  const CxBlank *blank = find_blank(arena, &blanks, argv[1]);
  if (blank == NULL || read_wish(arena, blank, stages != G_MININT, &wish) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  return draw(arena, blank, &wish);
}

static CxExit run(int argc, char **argv) {
  CxArena *arena = cx_arena_new();
  const CxExit exit = run_in(arena, argc, argv);
  cx_arena_free(arena);
  return exit;
}

const CxCommand cx_command_blank = {
    .name = "blank",
    .usage = "FORM -o TARGET",
    .summary = "Draws an empty form for a workshop.",
    .details =
        "Without a FORM the forms are listed. On A1 and A0 the cells of a form hold sticky notes of 76 mm as far "
        "as\nits stages allow.\n\n"
        "Examples:\n"
        "  cxmap blank\n"
        "  cxmap blank journey -o journey.pdf --paper A1 --stages 5\n"
        "  cxmap blank blueprint -o blueprint.pdf --paper A0 --tile A4\n"
        "  cxmap blank five-elements --lang zh-Hans -o elements.svg",
    .options = options,
    .run = run,
};
