/* Figures: a table of words in, lines as a terminal can show them out, words under words and carets under those that
 * are wrong.
 *
 * A wide character takes two columns of a terminal. Long words are cut; of a large table only the part around the first
 * wrong word is drawn, an ellipsis where it goes on.
 */
#include "print.h"

#include <string.h>

#define MOST_ROWS 14
#define MOST_COLUMNS 12
#define WIDEST 18 /* terminal columns of a word */
#define ELLIPSIS "…"

typedef struct Table {
  const CxDiagCell *cells;
  size_t rows, columns;
  size_t row, end_row, column, end_column; /* what is drawn */
} Table;

static const CxDiagCell *cell_at(const Table *table, size_t row, size_t column) {
  return &table->cells[row * table->columns + column];
}

/* Appends a word, made safe and cut where it is long; returns its width. */
static size_t append_word(GString *out, const char *word) {
  size_t width = 0, bytes;
  for (; word != NULL && *word != '\0'; word += bytes) {
    const gunichar character = cx_print_character(word, 4, &bytes);
    const size_t own = cx_print_width(character);
    if (width + own > WIDEST - 1 && word[bytes] != '\0') {
      g_string_append(out, ELLIPSIS);
      return width + 1;
    }
    g_string_append_unichar(out, character);
    width += own;
  }
  return width;
}

static size_t word_width(const char *word) {
  GString *ignored = g_string_new(NULL);
  const size_t width = append_word(ignored, word);
  g_string_free(ignored, TRUE);
  return width;
}

/* The part of `count` lines that is drawn: around `at`. */
static void set_window(size_t count, size_t at, size_t most, size_t *first, size_t *end) {
  *first = count <= most || at < most / 2 ? 0 : MIN(at - most / 2, count - most);
  *end = MIN(*first + most, count);
}

static void set_windows(Table *table) {
  size_t at = 0, cells = table->rows * table->columns;
  while (at < cells && !table->cells[at].is_wrong) at++;
  if (at == cells) at = 0;
  set_window(table->rows, at / table->columns, MOST_ROWS, &table->row, &table->end_row);
  set_window(table->columns, at % table->columns, MOST_COLUMNS, &table->column, &table->end_column);
}

static void pad(GString *out, size_t width, size_t wanted, char with) {
  for (; width < wanted; width++) g_string_append_c(out, with);
}

static void end_line(GString *out) {
  while (out->len > 0 && out->str[out->len - 1] == ' ') g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

static void draw_words(const Table *table, size_t row, const size_t *widths, GString *out) {
  if (table->column > 0) g_string_append(out, ELLIPSIS " ");
  for (size_t i = table->column; i < table->end_column; i++)
    pad(out, append_word(out, cell_at(table, row, i)->word), widths[i - table->column] + 2, ' ');
  if (table->end_column < table->columns) g_string_append(out, ELLIPSIS);
  end_line(out);
}

static void draw_marks(const Table *table, size_t row, const size_t *widths, GString *out) {
  bool is_wrong = false;
  for (size_t i = table->column; i < table->end_column; i++) is_wrong = is_wrong || cell_at(table, row, i)->is_wrong;
  if (!is_wrong) return;
  if (table->column > 0) g_string_append(out, "  ");
  for (size_t i = table->column; i < table->end_column; i++) {
    const CxDiagCell *cell = cell_at(table, row, i);
    const size_t width = cell->is_wrong ? MAX(word_width(cell->word), 1) : 0;
    pad(out, 0, width, '^');
    pad(out, width, widths[i - table->column] + 2, ' ');
  }
  end_line(out);
}

void cx_print_table(const CxDiagCell *cells, size_t rows, size_t columns, GString *out) {
  Table table = {.cells = cells, .rows = rows, .columns = columns};
  size_t widths[MOST_COLUMNS] = {0};
  if (rows == 0 || columns == 0) return;
  set_windows(&table);
  for (size_t row = table.row; row < table.end_row; row++)
    for (size_t i = table.column; i < table.end_column; i++)
      widths[i - table.column] = MAX(widths[i - table.column], MAX(word_width(cell_at(&table, row, i)->word), 1));
  if (table.row > 0) g_string_append(out, ELLIPSIS "\n");
  for (size_t row = table.row; row < table.end_row; row++) {
    draw_words(&table, row, widths, out);
    draw_marks(&table, row, widths, out);
  }
  if (table.end_row < rows) g_string_append(out, ELLIPSIS "\n");
  if (out->len > 0) g_string_truncate(out, out->len - 1);
}
