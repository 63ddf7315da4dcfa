/* The tables of a canvas and its boxes, and the types of their rows. What its template brings is added, and each box
 * gets its place in the grid, when all keys are read.
 */
#include "tables.h"

#include <string.h>

/* ---- The template ---------------------------------------------------------------------------------------------- */

static void report_unknown_template(CxDecoder *decoder, const CxNode *node) {
  size_t count;
  const CxCanvasTemplate *templates = cx_canvas_templates(&count);
  const char **names = g_new(const char *, count);
  for (size_t i = 0; i < count; i++) names[i] = templates[i].name;
  CxDiag *diag =
      cx_diag_report(decoder->diagnostics, CX_UNKNOWN_WORD, node->span, "there is no template `%s`", node->text);
  cx_diag_suggest(decoder->diagnostics, diag, node->text, names, count);
  if (diag->suggestion == NULL) {
    char *line = g_strjoinv("`, `", (char **)names);
    cx_diag_help(decoder->diagnostics, diag, "the templates are `%s`", line);
    g_free(line);
  }
  g_free(names);
}

static void template_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  const CxCanvasTemplate **template = member;
  *template = cx_canvas_template_find(node->text);
  if (*template == NULL) report_unknown_template(decoder, node);
}

static bool template_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxCanvasTemplate *template = *(const CxCanvasTemplate *const *)member;
  if (template != NULL) cx_json_string(json, template->name);
  return template != NULL;
}

static const CxType type_template = {.name = "a template's name", .decode = template_decode, .write = template_write};

/* ---- The grid --------------------------------------------------------------------------------------------------- */

static void add_row(CxDecoder *decoder, const char *text, const CxNode *node, CxCanvas *canvas) {
  *cx_list_add(decoder->arena, &canvas->grid) =
      (CxCanvasRow){.text = cx_arena_strdup(decoder->arena, text), .span = node->span};
}

/* A text of several lines is as many rows. */
static void add_rows(CxDecoder *decoder, const CxNode *node, CxCanvas *canvas) {
  if (node->kind != CX_NODE_SCALAR) {
    CxDiag *diag = cx_report_wrong_type(decoder, node, "a row of names");
    if (node->kind == CX_NODE_LIST)
      cx_diag_help(decoder->diagnostics, diag, "write the names of a row as one text: `\"who scene scene\"`");
    return;
  }
  const bool has_lines = strchr(node->text, '\n') != NULL;
  char **lines = g_strsplit(node->text, "\n", CX_LIMIT_CANVAS + 2);
  if (!has_lines) add_row(decoder, node->text, node, canvas);
  for (size_t i = 0; has_lines && lines[i] != NULL; i++)
    if (lines[i][0] != '\0') add_row(decoder, lines[i], node, canvas);
  g_strfreev(lines);
}

static void grid_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxCanvas *canvas = (CxCanvas *)((char *)member - field->offset);
  if (node->kind != CX_NODE_LIST) add_rows(decoder, node, canvas);
  for (size_t i = 0; i < node->list.count; i++) add_rows(decoder, node->list.items[i], canvas);
  if (node->kind == CX_NODE_LIST && node->list.count == 0)
    cx_diag_report(decoder->diagnostics, CX_BAD_GRID, node->span, "the grid has no rows");
}

static bool grid_write(const CxField *field, const void *member, CxJson *json) {
  const CxCanvas *canvas = (const CxCanvas *)((const char *)member - field->offset);
  if (canvas->grid.count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < canvas->grid.count; i++) cx_json_string(json, canvas->grid.items[i].text);
  cx_json_end(json);
  return true;
}

static const CxType type_grid = {.name = "a list of rows", .decode = grid_decode, .write = grid_write};

/* ---- Columns ----------------------------------------------------------------------------------------------------- */

/* `2fr` is `2`. Anything else with a unit is a length. */
static bool read_share(const char *text, double *share) {
  char *number = g_str_has_suffix(text, "fr") ? g_strndup(text, strlen(text) - 2) : g_strdup(text);
  const bool is_number = cx_number_parse(number, share);
  g_free(number);
  return is_number;
}

static void add_column(CxDecoder *decoder, const CxNode *node, CxCanvas *canvas) {
  static const CxField length = {.key = "columns", .type = &cx_type_length, .min = 1, .max = 200 * 72};
  CxCanvasColumn column = {0};
  CxNumber points = {0};
  const bool is_share = node->kind == CX_NODE_SCALAR && read_share(node->text, &column.share);
  if (is_share && !(column.share > 0 && column.share <= 100))
    cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, node->span,
                   "a column's share must be more than 0 and at most 100, but this is %s", node->text);
  else if (!is_share)
    cx_type_length.decode(decoder, &length, node, &points);
  column.length = points.value;
  *cx_list_add(decoder->arena, &canvas->columns) = column;
}

static void columns_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxCanvas *canvas = (CxCanvas *)((char *)member - field->offset);
  canvas->columns_span = node->span;
  if (node->kind == CX_NODE_MAP) cx_report_wrong_type(decoder, node, field->type->name);
  if (node->kind == CX_NODE_SCALAR) add_column(decoder, node, canvas);
  for (size_t i = 0; i < MIN(node->list.count, 2 * CX_LIMIT_CANVAS); i++)
    add_column(decoder, node->list.items[i], canvas);
}

static bool columns_write(const CxField *field, const void *member, CxJson *json) {
  const CxCanvas *canvas = (const CxCanvas *)((const char *)member - field->offset);
  if (canvas->columns.count == 0) return false;
  cx_json_list_flat(json);
  for (size_t i = 0; i < canvas->columns.count; i++) {
    const CxCanvasColumn *column = &canvas->columns.items[i];
    char number[CX_NUMBER_LENGTH];
    char *text =
        g_strdup_printf("%s%s", cx_number_format(column->length > 0 ? column->length : column->share, 3, number),
                        column->length > 0 ? "pt" : "fr");
    cx_json_string(json, text);
    g_free(text);
  }
  cx_json_end(json);
  return true;
}

static const CxType type_columns = {
    .name = "a list of lengths and shares", .decode = columns_decode, .write = columns_write};

/* ---- Boxes ------------------------------------------------------------------------------------------------------- */

/* Names in a grid, or of columns in a box: they are no ids, since nothing refers to them. */
static void boxes_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxCanvasBoxes *boxes = member;
  if (node->kind != CX_NODE_MAP) {
    CxDiag *diag = cx_report_wrong_type(decoder, node, field->type->name);
    if (node->kind == CX_NODE_LIST)
      cx_diag_help(decoder->diagnostics, diag, "begin each with its name in the grid and `:` instead of `-`");
    return;
  }
  for (size_t i = 0; i < node->map.count; i++) {
    CxCanvasBox *box = cx_decode_entry(decoder, field->table, &node->map.items[i]);
    if (box != NULL) *cx_list_add(decoder->arena, boxes) = box;
  }
}

static bool boxes_write(const CxField *field, const void *member, CxJson *json) {
  const CxCanvasBoxes *boxes = member;
  if (boxes->count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < boxes->count; i++) {
    cx_json_key(json, boxes->items[i]->object.id);
    cx_schema_write_object(field->table, boxes->items[i], json);
  }
  cx_json_end(json);
  return true;
}

static const CxType type_boxes = {.name = "a map from names to boxes", .decode = boxes_decode, .write = boxes_write};

#define BOX_ROWS                                                                                                       \
  {CX_TEXT_ROW("title", CxCanvasBox, title),                                                                           \
   .doc = "Its heading; the template's, or its name in the grid, where it is not given."},                             \
      {CX_TEXT_ROW("hint", CxCanvasBox, hint), .doc = "What is asked here; shown while the box is empty."},            \
      {CX_TEXT_ROW("lead", CxCanvasBox, lead), .doc = "A sentence in bold over the items."},                           \
      {CX_ROW("icon", cx_type_icon, CX_AT(CxCanvasBox, icon, CxIconRef)),                                              \
       .doc = "An icon before the title: the name of a built-in one, or the path of an image."},                       \
  {                                                                                                                    \
    CX_LIST_ROW("items", CxCanvasBox, items, CxItem, cx_table_item), .doc = "What stands in it."                       \
  }

static const CxField column_fields[] = {BOX_ROWS};

static const CxTable table_column = {
    .name = "column of a box",
    .doc = "A part of a box with a heading of its own. Its items alone are enough.",
    CX_FIELDS(column_fields),
    .size = sizeof(CxCanvasBox),
    .short_key = "items",
};

static const CxField box_fields[] = {
    BOX_ROWS,
    {CX_ROW("boxes", type_boxes, CX_AT(CxCanvasBox, boxes, CxCanvasBoxes)), .table = &table_column,
     .doc = "Columns within the box, by name, divided by lines; those of the template where it brings some. `items` of "
            "the box itself stand over them."},
};

static const CxTable table_box = {
    .name = "box",
    .doc = "A box of a canvas. Its items alone are enough: `gains: [Online by Friday, One visit]`.",
    CX_FIELDS(box_fields),
    .size = sizeof(CxCanvasBox),
    .short_key = "items",
};

/* ---- The table --------------------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxCanvas, title), .doc = "The map's title; the document's where it is not given."},
    {CX_TEXT_ROW("owner", CxCanvas, owner), .doc = "Who looks after it."},
    {CX_ROW("template", type_template, CX_AT(CxCanvas, template, const CxCanvasTemplate *)),
     .doc = "A built-in canvas, which brings its grid, and titles and hints of its boxes in the language of the map: "
            "`five-step`, `vision`, `value-proposition`, `systems-thinking`, `backstage-support`, `empathy`, "
            "`empathy-classic`, `persona`, `how-might-we`."},
    {CX_ROW("grid", type_grid, CX_LIST_AT(CxCanvas, grid, CxCanvasRow)),
     .doc =
         "Where the boxes stand, as CSS grid-template-areas has it: each text is a row, each word in it a cell, cells "
         "of one name make one box, `.` is an empty cell. At most 40 rows and columns."},
    {CX_ROW("columns", type_columns, CX_LIST_AT(CxCanvas, columns, CxCanvasColumn)),
     .doc = "A width for each column: a length such as `40mm`, or a share of what lengths leave, `2fr` or a bare "
            "number. Without it columns are equal, or as the template has them, and give way to one that holds much "
            "more text than the others."},
    {CX_ROW("boxes", type_boxes, CX_AT(CxCanvas, boxes, CxCanvasBoxes)), .table = &table_box,
     .doc = "What the boxes hold, by their names in the grid. Where it is absent the grid alone gives empty boxes."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  CxCanvas *canvas = object;
  if (canvas->template == NULL && canvas->grid.count == 0) {
    const bool is_known =
        !cx_node_is_absent(cx_node_get(node, "grid")) || !cx_node_is_absent(cx_node_get(node, "template"));
    canvas->boxes.count = 0;
    if (is_known) return; /* and wrong, which was reported */
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, cx_missing_place(decoder, node),
                                  "a canvas needs a `template` or a `grid`");
    cx_diag_help(decoder->diagnostics, diag, "add `template: five-step`, or `grid: [\"one two\", \"one three\"]`");
    return;
  }
  const CxNode *template = cx_node_get(node, "template");
  const CxBringing bringing = {.arena = decoder->arena,
                               .lang = decoder->lang,
                               .place = template != NULL ? template->span : node->span,
                               .decoder = decoder};
  if (canvas->template != NULL) cx_canvas_bring(&bringing, canvas);
  cx_canvas_place(decoder->arena, decoder, canvas);
}

const CxTable cx_table_canvas = {
    .name = "canvas",
    .doc = "A sheet of boxes: one of the built-in canvases, a grid of your own, or a built-in one with a grid of your "
           "own.",
    CX_FIELDS(fields),
    .size = sizeof(CxCanvas),
    .check = check,
};
