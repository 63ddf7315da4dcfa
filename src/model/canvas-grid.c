/* The grid of a canvas: rows of names go in, the place of each box comes out.
 *
 * As in CSS grid-template-areas each text is a row, each word a cell, cells of one name make one box, `.` is empty.
 * What is wrong is reported at the word itself, with the grid drawn and the cell marked in it. A canvas whose grid is
 * wrong has no boxes.
 */
#include "tables.h"

#include <string.h>

typedef struct Cell {
  const char *name; /* NULL: empty, or beyond the end of a row that is too short */
  CxSpan span;
} Cell;

typedef struct Row {
  CxSpan span;
  CX_LIST(Cell) cells;
} Row;

typedef struct Grid {
  CxArena *arena;
  CxDecoder *decoder; /* NULL: a template's own grid, which is right */
  CxCanvas *canvas;
  CX_LIST(Row) rows;
  size_t columns;
  GHashTable *boxes;   /* name → CxCanvasBox that was given or brought */
  GHashTable *cells;   /* name → its first cell's index, row by row, and 1 */
  bool is_own, is_bad; /* the canvas has a grid of its own; a problem was found */
} Grid;

/* ---- Rows become words ----------------------------------------------------------------------------------------- */

/* Where the words of a scalar stand in its file: they follow one another there as they do in the text. */
typedef struct Cursor {
  CxSpan scalar;
  uint32_t at, end;
  bool is_block; /* each of its lines is a row */
} Cursor;

static Cursor cursor_of(CxSpan scalar) {
  Cursor cursor = {.scalar = scalar, .at = scalar.begin, .end = scalar.end};
  const CxSource *source = scalar.source;
  cursor.is_block = source != NULL && scalar.begin < scalar.end && strchr("|>", source->text[scalar.begin]) != NULL;
  if (cursor.is_block) cursor.end = (uint32_t)MIN(source->length, (size_t)scalar.end + CX_LIMIT_TEXT);
  return cursor;
}

/* A word that is written otherwise than it reads, with escapes, is the whole scalar. */
static CxSpan find_word(Cursor *cursor, const char *word, size_t length) {
  if (cursor->scalar.source == NULL) return cursor->scalar;
  const char *text = cursor->scalar.source->text;
  for (uint32_t at = cursor->at; at + length <= cursor->end; at++) {
    if (memcmp(text + at, word, length) != 0) continue;
    cursor->at = at + (uint32_t)length;
    return (CxSpan){cursor->scalar.source, at, cursor->at};
  }
  cursor->at = cursor->end;
  return cursor->scalar;
}

static const char *skip(const char *text, bool spaces) {
  while (*text != '\0' && (g_unichar_isspace(g_utf8_get_char(text)) != 0) == spaces) text = g_utf8_next_char(text);
  return text;
}

/* As many words as a grid may have columns, and one more. */
static void read_row(Grid *grid, const CxCanvasRow *written, Cursor *cursor) {
  Row *row = cx_list_add(grid->arena, &grid->rows);
  row->span = written->span;
  for (const char *word = skip(written->text, true); *word != '\0' && row->cells.count <= CX_LIMIT_CANVAS;) {
    const char *end = skip(word, false);
    const size_t length = (size_t)(end - word);
    Cell *cell = cx_list_add(grid->arena, &row->cells);
    cell->span = find_word(cursor, word, length);
    cell->name = strspn(word, ".") >= length ? NULL : cx_arena_strndup(grid->arena, word, length);
    word = skip(end, true);
  }
  if (cursor->is_block && row->cells.count > 0) {
    row->span = row->cells.items[0].span;
    row->span.end = row->cells.items[row->cells.count - 1].span.end;
  }
}

static void read_rows(Grid *grid) {
  Cursor cursor = {0};
  for (size_t i = 0; i < grid->canvas->grid.count && i <= CX_LIMIT_CANVAS; i++) {
    const CxCanvasRow *written = &grid->canvas->grid.items[i];
    const bool is_further = i > 0 && memcmp(&cursor.scalar, &written->span, sizeof written->span) == 0;
    if (!is_further) cursor = cursor_of(written->span);
    read_row(grid, written, &cursor);
  }
}

static void read_template(Grid *grid) {
  const CxCanvasTemplate *template = grid->canvas->template;
  for (size_t i = 0; i < CX_COUNT(template->grid) && template->grid[i] != NULL; i++) {
    Cursor cursor = {0};
    const CxCanvasRow row = {.text = template->grid[i]};
    read_row(grid, &row, &cursor);
  }
}

/* ---- Problems --------------------------------------------------------------------------------------------------- */

typedef bool IsWrong(const Grid *grid, size_t row, size_t column, const void *data);

static const Cell *cell_at(const Grid *grid, size_t row, size_t column) {
  const Row *line = &grid->rows.items[row];
  return column < line->cells.count ? &line->cells.items[column] : NULL;
}

static const char *name_at(const Grid *grid, size_t row, size_t column) {
  const Cell *cell = cell_at(grid, row, column);
  return cell != NULL ? cell->name : NULL;
}

static void draw(const Grid *grid, CxDiag *diag, IsWrong *is_wrong, const void *data) {
  const size_t count = grid->rows.count * grid->columns;
  CxDiagCell *cells = g_new0(CxDiagCell, count + 1);
  for (size_t i = 0; i < count; i++) {
    const Cell *cell = cell_at(grid, i / grid->columns, i % grid->columns);
    if (cell != NULL) cells[i].word = cell->name != NULL ? cell->name : ".";
    cells[i].is_wrong = is_wrong != NULL && is_wrong(grid, i / grid->columns, i % grid->columns, data);
  }
  cx_diag_draw(grid->decoder->diagnostics, diag, cells, grid->rows.count, grid->columns);
  g_free(cells);
}

static void report_too_many(Grid *grid, CxSpan span, const char *what) {
  CxDiag *diag = cx_diag_report(grid->decoder->diagnostics, CX_TOO_MANY_COLUMNS, span, "the grid has more than %d %s",
                                CX_LIMIT_CANVAS, what);
  cx_diag_help(grid->decoder->diagnostics, diag, "divide the canvas into several");
  grid->is_bad = true;
}

static void check_limits(Grid *grid) {
  if (grid->rows.count > CX_LIMIT_CANVAS) report_too_many(grid, grid->rows.items[CX_LIMIT_CANVAS].span, "rows");
  for (size_t i = 0; i < grid->rows.count; i++)
    if (grid->rows.items[i].cells.count > CX_LIMIT_CANVAS) {
      report_too_many(grid, grid->rows.items[i].cells.items[CX_LIMIT_CANVAS].span, "columns");
      return;
    }
}

static void report_no_box(Grid *grid) {
  CxDiag *diag =
      cx_diag_report(grid->decoder->diagnostics, CX_BAD_GRID, grid->rows.items[0].span, "the grid names no box");
  cx_diag_help(grid->decoder->diagnostics, diag, "write the name of a box in each of its cells");
  grid->is_bad = true;
}

/* ---- Rows of one length ----------------------------------------------------------------------------------------- */

/* The length that most rows have, the first of them where several do. */
static size_t usual_length(const Grid *grid) {
  size_t counts[CX_LIMIT_CANVAS + 2] = {0}, best = 0;
  for (size_t i = 0; i < grid->rows.count; i++) counts[grid->rows.items[i].cells.count]++;
  for (size_t i = 0; i < grid->rows.count; i++) {
    const size_t length = grid->rows.items[i].cells.count;
    if (length > 0 && (best == 0 || counts[length] > counts[best])) best = length;
  }
  return best;
}

typedef struct Ragged {
  size_t row, from, end; /* the cells that are missing or too many */
} Ragged;

static bool is_ragged(const Grid *grid, size_t row, size_t column, const void *data) {
  (void)grid;
  const Ragged *ragged = data;
  return row == ragged->row && column >= ragged->from && column < ragged->end;
}

static void report_ragged(Grid *grid, size_t index, size_t usual) {
  CxDiagnostics *diagnostics = grid->decoder->diagnostics;
  const Row *row = &grid->rows.items[index];
  const size_t count = row->cells.count;
  const CxSpan span = count > usual ? row->cells.items[usual].span : row->span;
  CxDiag *diag = count == 0 ? cx_diag_report(diagnostics, CX_BAD_GRID, span, "a row of the grid is empty")
                            : cx_diag_report(diagnostics, CX_BAD_GRID, span,
                                             "this row of the grid has %zu cell%s, the others have %zu", count,
                                             count == 1 ? "" : "s", usual);
  const Ragged ragged = {index, MIN(count, usual), MAX(count, usual)};
  draw(grid, diag, is_ragged, &ragged);
  cx_diag_help(diagnostics, diag, "`.` stands for an empty cell");
  grid->is_bad = true;
}

static void check_rows(Grid *grid) {
  const size_t usual = usual_length(grid);
  for (size_t i = 0; i < grid->rows.count; i++) grid->columns = MAX(grid->columns, grid->rows.items[i].cells.count);
  for (size_t i = 0; i < grid->rows.count; i++)
    if (grid->rows.items[i].cells.count != usual || usual == 0) report_ragged(grid, i, usual);
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

static size_t first_cell(const Grid *grid, const char *name) {
  return GPOINTER_TO_SIZE(g_hash_table_lookup(grid->cells, name));
}

static void note_cells(Grid *grid) {
  for (size_t row = 0; row < grid->rows.count; row++)
    for (size_t column = 0; column < grid->columns; column++) {
      const char *name = name_at(grid, row, column);
      if (name != NULL && first_cell(grid, name) == 0)
        g_hash_table_insert(grid->cells, (gpointer)name, GSIZE_TO_POINTER(row * grid->columns + column + 1));
    }
}

static bool has_name(const Grid *grid, size_t row, size_t column, const void *data) {
  return g_strcmp0(name_at(grid, row, column), data) == 0;
}

/* The box without a place that a name in the grid was most likely meant to be; NULL: the name is one of its own. */
static const char *box_meant(const Grid *grid, const char *name) {
  GPtrArray *names = g_ptr_array_new();
  for (size_t i = 0; i < grid->canvas->boxes.count; i++) {
    const CxCanvasBox *box = grid->canvas->boxes.items[i];
    if (!box->is_brought && first_cell(grid, box->object.id) == 0) g_ptr_array_add(names, (gpointer)box->object.id);
  }
  const char *meant = cx_word_nearest(name, (const char *const *)names->pdata, names->len);
  g_ptr_array_unref(names);
  return meant;
}

static void report_mistyped(Grid *grid, const Cell *cell, const char *meant) {
  CxDiagnostics *diagnostics = grid->decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_BAD_GRID, cell->span, "there is no box `%s`", cell->name);
  diag->suggestion = meant;
  g_hash_table_add(grid->boxes, (gpointer)meant); /* it is not missed besides */
  draw(grid, diag, has_name, cell->name);
  grid->is_bad = true;
}

/* Each name in the grid is a box; one of which nothing is said is empty. */
static void add_box(Grid *grid, const Cell *cell) {
  CxCanvasBox *box = *cx_list_add(grid->arena, &grid->canvas->boxes) = cx_new(grid->arena, CxCanvasBox);
  box->object = (CxObject){.id = cell->name, .id_span = cell->span, .span = cell->span};
  g_hash_table_insert(grid->boxes, (gpointer)cell->name, box);
}

static void check_names(Grid *grid) {
  for (size_t i = 0; i < grid->rows.count * grid->columns; i++) {
    const Cell *cell = cell_at(grid, i / grid->columns, i % grid->columns);
    if (cell == NULL || cell->name == NULL || first_cell(grid, cell->name) != i + 1) continue;
    if (g_hash_table_contains(grid->boxes, cell->name)) continue;
    const char *meant = grid->decoder != NULL ? box_meant(grid, cell->name) : NULL;
    if (meant != NULL)
      report_mistyped(grid, cell, meant);
    else
      add_box(grid, cell);
  }
}

/* ---- Boxes without a place ------------------------------------------------------------------------------------- */

/* The names in a template's grid, one of which may be meant; a mistyped name in a grid of one's own was reported there.
 */
static GPtrArray *template_names(const Grid *grid) {
  GPtrArray *names = g_ptr_array_new();
  for (size_t i = 0; i < grid->rows.count * grid->columns && !grid->is_own; i++) {
    const char *name = name_at(grid, i / grid->columns, i % grid->columns);
    if (name != NULL) g_ptr_array_add(names, (gpointer)name);
  }
  return names;
}

static void report_lacking(Grid *grid, const CxCanvasBox *box) {
  CxDiagnostics *diagnostics = grid->decoder->diagnostics;
  CxDiag *diag =
      grid->is_own ? cx_diag_report(diagnostics, CX_BAD_GRID, box->object.id_span,
                                    "the grid has no place for the box `%s`", box->object.id)
                   : cx_diag_report(diagnostics, CX_BAD_GRID, box->object.id_span, "the template `%s` has no box `%s`",
                                    grid->canvas->template->name, box->object.id);
  GPtrArray *names = template_names(grid);
  cx_diag_suggest(diagnostics, diag, box->object.id, (const char *const *)names->pdata, names->len);
  if (diag->suggestion == NULL)
    cx_diag_help(diagnostics, diag,
                 grid->is_own ? "name it in a cell of `grid`" : "a `grid` of its own may have further boxes");
  draw(grid, diag, NULL, NULL);
  g_ptr_array_unref(names);
  grid->is_bad = true;
}

/* Those that the template alone brings need no place in a grid of one's own. */
static void check_places(Grid *grid) {
  CxCanvasBoxes *boxes = &grid->canvas->boxes;
  size_t kept = 0;
  for (size_t i = 0; i < boxes->count; i++) {
    CxCanvasBox *box = boxes->items[i];
    const bool is_placed = first_cell(grid, box->object.id) > 0;
    const bool is_suggested = g_hash_table_lookup(grid->boxes, box->object.id) != box;
    if (!is_placed && !is_suggested && !box->is_brought) report_lacking(grid, box);
    if (is_placed) boxes->items[kept++] = box;
  }
  boxes->count = kept;
}

/* ---- Rectangles -------------------------------------------------------------------------------------------------- */

static bool is_row_of(const Grid *grid, const CxCanvasArea *area, size_t row, const char *name) {
  for (size_t i = area->column; i < area->column + area->columns; i++)
    if (!has_name(grid, row, i, name)) return false;
  return true;
}

/* From the box's first cell to the right and down, as far as its name goes. */
static CxCanvasArea area_of(const Grid *grid, const char *name) {
  const size_t first = first_cell(grid, name) - 1;
  CxCanvasArea area = {.row = first / grid->columns, .column = first % grid->columns, .rows = 1, .columns = 1};
  while (area.column + area.columns < grid->columns && has_name(grid, area.row, area.column + area.columns, name))
    area.columns++;
  while (area.row + area.rows < grid->rows.count && is_row_of(grid, &area, area.row + area.rows, name)) area.rows++;
  return area;
}

/* A cell of the box outside of its rectangle. */
static bool is_outside(const Grid *grid, size_t row, size_t column, const void *data) {
  const CxCanvasBox *box = data;
  const CxCanvasArea *area = &box->area;
  const bool is_inside = row >= area->row && row < area->row + area->rows && column >= area->column &&
                         column < area->column + area->columns;
  return !is_inside && has_name(grid, row, column, box->object.id);
}

static void check_rectangle(Grid *grid, CxCanvasBox *box) {
  box->area = area_of(grid, box->object.id);
  for (size_t i = 0; i < grid->rows.count * grid->columns; i++) {
    if (!is_outside(grid, i / grid->columns, i % grid->columns, box)) continue;
    CxDiagnostics *diagnostics = grid->decoder->diagnostics;
    const Cell *cell = cell_at(grid, i / grid->columns, i % grid->columns);
    CxDiag *diag = cx_diag_report(diagnostics, CX_BAD_GRID, cell->span, "the cells of the box `%s` are no rectangle",
                                  box->object.id);
    draw(grid, diag, is_outside, box);
    cx_diag_help(diagnostics, diag, "give the marked cells another name, or write `.` for an empty cell");
    grid->is_bad = true;
    return;
  }
}

/* ---- Columns ----------------------------------------------------------------------------------------------------- */

static void check_columns(Grid *grid) {
  const CxCanvas *canvas = grid->canvas;
  if (canvas->columns.count == 0 || canvas->columns.count == grid->columns) return;
  CxDiagnostics *diagnostics = grid->decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_BAD_GRID, canvas->columns_span,
                                "`columns` has %zu width%s, the grid %zu column%s", canvas->columns.count,
                                canvas->columns.count == 1 ? "" : "s", grid->columns, grid->columns == 1 ? "" : "s");
  draw(grid, diag, NULL, NULL);
  cx_diag_help(diagnostics, diag, "write a width for each column, `1` for an equal share");
  grid->is_bad = true;
}

/* ---- All of it --------------------------------------------------------------------------------------------------- */

/* In reading order where the canvas has a grid of its own; else as the template orders them. */
static void put_in_order(const Grid *grid) {
  CxCanvasBoxes *boxes = &grid->canvas->boxes;
  size_t count = 0;
  for (size_t i = 0; i < grid->rows.count * grid->columns && grid->is_own; i++) {
    const char *name = name_at(grid, i / grid->columns, i % grid->columns);
    if (name != NULL && first_cell(grid, name) == i + 1) boxes->items[count++] = g_hash_table_lookup(grid->boxes, name);
  }
}

static void place_boxes(Grid *grid) {
  CxCanvasBoxes *boxes = &grid->canvas->boxes;
  for (size_t i = 0; i < boxes->count; i++)
    g_hash_table_insert(grid->boxes, (gpointer)boxes->items[i]->object.id, boxes->items[i]);
  check_rows(grid);
  note_cells(grid);
  if (g_hash_table_size(grid->cells) == 0 && !grid->is_bad) report_no_box(grid);
  check_names(grid);
  const bool is_known = !grid->is_bad;
  check_places(grid);
  for (size_t i = 0; i < boxes->count && is_known; i++) check_rectangle(grid, boxes->items[i]);
  if (is_known) check_columns(grid);
}

void cx_canvas_place(CxArena *arena, CxDecoder *decoder, CxCanvas *canvas) {
  Grid grid = {.arena = arena, .decoder = decoder, .canvas = canvas, .is_own = canvas->grid.count > 0};
  grid.boxes = g_hash_table_new(g_str_hash, g_str_equal);
  grid.cells = g_hash_table_new(g_str_hash, g_str_equal);
  if (grid.is_own)
    read_rows(&grid);
  else
    read_template(&grid);
  if (grid.is_own) check_limits(&grid);
  if (!grid.is_bad) place_boxes(&grid);
  if (!grid.is_bad) put_in_order(&grid);
  if (grid.is_bad) canvas->boxes.count = 0;
  canvas->row_count = grid.is_bad ? 0 : grid.rows.count;
  canvas->column_count = grid.is_bad ? 0 : grid.columns;
  g_hash_table_destroy(grid.cells);
  g_hash_table_destroy(grid.boxes);
}
