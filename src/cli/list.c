/* cxmap list: the maps that a build would draw, a line each; nothing is drawn. Between the columns stand tabs, on a
 * terminal blanks that align them.
 */
#include "shared.h"

#include <string.h>

static char *format, *lang, *persona, *root;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format, "text (a line a map) or json", "FORMAT"},
    {"lang", 0, 0, G_OPTION_ARG_FILENAME, &lang, "The language of titles: en, zh-Hans, ko …", "TAG"},
    {"persona", 0, 0, G_OPTION_ARG_FILENAME, &persona, "Only the maps that show the persona of this id", "ID"},
    {"root", 0, 0, G_OPTION_ARG_FILENAME, &root, "The folder that all files must lie in; the file's own by default",
     "DIR"},
    {0},
};

enum { COLUMNS = 4 };

typedef struct Row {
  char *cells[COLUMNS]; /* file, id, kind, title */
} Row;

static void clear_row(void *row) {
  for (size_t column = 0; column < COLUMNS; column++) g_free(((Row *)row)->cells[column]);
}

static size_t display_width(const char *text) {
  size_t width = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (!g_unichar_iszerowidth(c)) width += g_unichar_iswide(c) ? 2 : 1;
  }
  return width;
}

/* A title's line feed would look like another map. */
static char *clean_cell(const char *text) {
  char *line = g_strdelimit(g_strdup(text), "\n\t", ' ');
  GString *cell = g_string_new(NULL);
  cx_print_text(cell, line);
  g_free(line);
  return g_string_free(cell, FALSE);
}

static char *valid_cell(const char *text) {
  return g_utf8_make_valid(text, -1);
}

static GArray *rows_of(const CxBatch *batch, char *(*cell_of)(const char *text)) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
  g_array_set_clear_func(rows, clear_row);
  for (size_t i = 0; i < batch->count; i++) {
    const CxCompile *compile = batch->runs[i];
    for (size_t k = 0; k < compile->maps.count; k++) {
      const CxMap *map = compile->maps.items[k];
      const Row row = {
          {cell_of(compile->source->name), cell_of(map->id), cell_of(map->kind->name), cell_of(map->title.text)}};
      g_array_append_val(rows, row);
    }
  }
  return rows;
}

static void write_json(const GArray *rows, GString *out) {
  static const char *const keys[COLUMNS] = {"file", "id", "kind", "title"};
  CxJson json = {.out = out};
  cx_json_list(&json);
  for (guint i = 0; i < rows->len; i++) {
    cx_json_object_flat(&json);
    for (size_t column = 0; column < COLUMNS; column++)
      cx_json_member_string(&json, keys[column], g_array_index(rows, Row, i).cells[column]);
    cx_json_end(&json);
  }
  cx_json_end(&json);
  g_string_append_c(out, '\n');
}

static void write_text(const GArray *rows, size_t first_column, bool is_aligned, GString *out) {
  size_t widths[COLUMNS] = {0};
  for (guint i = 0; i < rows->len; i++)
    for (size_t column = 0; column < COLUMNS; column++)
      widths[column] = MAX(widths[column], display_width(g_array_index(rows, Row, i).cells[column]));
  for (guint i = 0; i < rows->len; i++) {
    for (size_t column = first_column; column < COLUMNS; column++) {
      const char *text = g_array_index(rows, Row, i).cells[column];
      g_string_append(out, text);
      if (column + 1 == COLUMNS) continue;
      if (is_aligned)
        g_string_append_printf(out, "%*s", (int)(widths[column] - display_width(text) + 2), "");
      else
        g_string_append_c(out, '\t');
    }
    g_string_append_c(out, '\n');
  }
}

static CxExit print_maps(const CxBatch *batch, bool is_json) {
  GArray *rows = rows_of(batch, is_json ? valid_cell : clean_cell);
  GString *text = g_string_new(NULL);
  if (is_json)
    write_json(rows, text);
  else
    write_text(rows, batch->count > 1 ? 0 : 1, cx_stream_is_terminal(stdout), text);
  const CxExit exit = cx_stream_print(stdout, text->str);
  g_string_free(text, TRUE);
  g_array_free(rows, TRUE);
  return exit;
}

static CxExit run(int argc, char **argv) {
  static const char *const formats[] = {"text", "json"};
  if (argc < 2) return cx_usage_error(argv[0], "cxmap list journey.yaml", "which file?");
  if (format != NULL && !g_str_equal(format, "text") && !g_str_equal(format, "json"))
    return cx_usage_error(argv[0], cx_word_nearest(format, formats, G_N_ELEMENTS(formats)), "there is no format '%s'",
                          format);
  if (cx_batch_check_words(argv[0], lang, NULL, NULL) != CX_EXIT_DONE) return CX_EXIT_USAGE;
  CxBatch batch;
  cx_batch_compile(&batch, argv + 1, (size_t)argc - 1,
                   &(CxSettings){.until = CX_STAGE_MAPS, .root = root, .lang = lang, .persona = persona});
  CxExit exit = cx_batch_report(&batch, NULL, false, stderr);
  if (exit == CX_EXIT_DONE) exit = print_maps(&batch, g_strcmp0(format, "json") == 0);
  cx_batch_clear(&batch);
  return exit;
}

const CxCommand cx_command_list = {
    .name = "list",
    .usage = "FILE…",
    .summary = "Lists the maps that a build would draw.",
    .details = "Prints id, kind and title of each map; with several files their names in front.\n\n"
               "Examples:\n"
               "  cxmap list journey.yaml\n"
               "  cxmap list --format json journey.yaml",
    .options = options,
    .run = run,
};
