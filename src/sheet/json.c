/* Prints a sheet as JSON (--emit=sheet): each block with what it says, its members only where they are set. */
#include "cxmap/sheet.h"

static const char *kind_name(CxBlockKind kind) {
  switch (kind) {
  case CX_BLOCK_TEXT: return "text";
  case CX_BLOCK_ICON: return "icon";
  case CX_BLOCK_FACE: return "face";
  case CX_BLOCK_PORTRAIT: return "portrait";
  case CX_BLOCK_DISC: return "disc";
  case CX_BLOCK_SAMPLE: return "sample";
  case CX_BLOCK_METER: return "meter";
  case CX_BLOCK_IMAGE: return "image";
  case CX_BLOCK_RULE: return "rule";
  case CX_BLOCK_DIVIDER: return "divider";
  case CX_BLOCK_ARROW: return "arrow";
  case CX_BLOCK_STACK: return "stack";
  case CX_BLOCK_ROW: return "row";
  case CX_BLOCK_FLOW: return "flow";
  case CX_BLOCK_SPLIT: return "split";
  case CX_BLOCK_GRID: return "grid";
  case CX_BLOCK_CURVE: return "curve";
  case CX_BLOCK_AREAS: return "areas";
  case CX_BLOCK_CHART: return "chart";
  case CX_BLOCK_MATRIX: return "matrix";
  case CX_BLOCK_DIAGRAM: return "diagram";
  case CX_BLOCK_TREE: return "tree";
  }
  return NULL;
}

static void write_block(const CxBlock *block, CxJson *json);

static void write_marks(const CxBlock *block, CxJson *json) {
  if (block->marks.count == 0) return;
  cx_json_key(json, "marks");
  cx_json_list_flat(json);
  for (size_t i = 0; i < block->marks.count; i++) cx_json_number(json, block->marks.items[i]);
  cx_json_end(json);
}

static void write_edge(const CxEdge *edge, CxJson *json) {
  cx_json_object_flat(json);
  if (edge->from != NULL) cx_json_member_string(json, "from", edge->from->id);
  if (edge->to != NULL) cx_json_member_string(json, "to", edge->to->id);
  if (edge->label != NULL) cx_json_member_string(json, "label", edge->label->phrase.text);
  cx_json_end(json);
}

static void write_edges(const CxGrid *grid, CxJson *json) {
  if (grid->edges.count == 0) return;
  cx_json_key(json, "edges");
  cx_json_list(json);
  for (size_t i = 0; i < grid->edges.count; i++) write_edge(&grid->edges.items[i], json);
  cx_json_end(json);
}

/* Its nodes are the block's children. */
static void write_diagram(const CxDiagram *diagram, CxJson *json) {
  cx_json_key(json, "edges");
  cx_json_list(json);
  for (size_t i = 0; i < diagram->edges.count; i++) write_edge(&diagram->edges.items[i].edge, json);
  cx_json_end(json);
}

static void write_tree(const CxTree *tree, CxJson *json) {
  cx_json_key(json, "edges");
  cx_json_list(json);
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i].parent != i) write_edge(&tree->nodes.items[i].edge, json);
  cx_json_end(json);
}

static void write_grid(const CxGrid *grid, CxJson *json) {
  cx_json_member_number(json, "tracks", (double)grid->tracks.count);
  cx_json_key(json, "rows");
  cx_json_list(json);
  for (size_t i = 0; i < grid->rows.count; i++) {
    cx_json_object_flat(json);
    cx_json_member_string(json, "role", grid->rows.items[i].role);
    cx_json_member_string(json, "id", grid->rows.items[i].id);
    cx_json_end(json);
  }
  cx_json_end(json);
  cx_json_key(json, "cells");
  cx_json_list(json);
  for (size_t i = 0; i < grid->cells.count; i++) {
    const CxCell *cell = &grid->cells.items[i];
    cx_json_object(json);
    cx_json_member_number(json, "row", (double)cell->row);
    cx_json_member_number(json, "column", (double)cell->column);
    cx_json_member_number(json, "columns", (double)cell->columns);
    cx_json_key(json, "block");
    write_block(cell->block, json);
    cx_json_end(json);
  }
  cx_json_end(json);
  write_edges(grid, json);
}

static void write_series(const CxCurveSeries *series, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "ref", series->ref);
  cx_json_key(json, "points");
  cx_json_list(json);
  for (size_t i = 0; i < series->points.count; i++) {
    const CxCurvePoint *point = &series->points.items[i];
    cx_json_object(json);
    cx_json_member_number(json, "column", (double)point->column);
    cx_json_member_number(json, "share", point->share);
    if (point->comment != NULL) {
      cx_json_key(json, "comment");
      write_block(point->comment, json);
    }
    cx_json_end(json);
  }
  cx_json_end(json);
  cx_json_end(json);
}

static void write_curve(const CxCurve *curve, CxJson *json) {
  cx_json_key(json, "series");
  cx_json_list(json);
  for (size_t i = 0; i < curve->series.count; i++) write_series(&curve->series.items[i], json);
  cx_json_end(json);
  if (curve->notes.count == 0) return;
  cx_json_key(json, "notes");
  cx_json_list(json);
  for (size_t i = 0; i < curve->notes.count; i++) write_block(curve->notes.items[i].block, json);
  cx_json_end(json);
}

static void write_matrix(const CxMatrix *matrix, CxJson *json) {
  cx_json_key(json, "quadrants");
  cx_json_list(json);
  for (size_t i = 0; i < G_N_ELEMENTS(matrix->quadrants); i++) write_block(matrix->quadrants[i].title, json);
  cx_json_end(json);
  cx_json_key(json, "points");
  cx_json_list(json);
  for (size_t i = 0; i < matrix->points.count; i++) {
    const CxMatrixPoint *point = &matrix->points.items[i];
    cx_json_object(json);
    cx_json_member_number(json, "x", point->x);
    cx_json_member_number(json, "y", point->y);
    cx_json_key(json, "disc");
    write_block(point->disc, json);
    cx_json_end(json);
  }
  cx_json_end(json);
}

static void write_children(const CxBlocks *children, CxJson *json) {
  if (children->count == 0) return;
  cx_json_key(json, "children");
  cx_json_list(json);
  for (size_t i = 0; i < children->count; i++) write_block(children->items[i], json);
  cx_json_end(json);
}

static void write_block(const CxBlock *block, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "kind", kind_name(block->kind));
  cx_json_member_string(json, "role", block->role);
  cx_json_member_string(json, "id", block->id);
  cx_json_member_string(json, "ref", block->ref);
  cx_json_member_string(json, "title", block->title);
  cx_json_member_string(json, "link", block->link);
  cx_json_member_string(json, "name", block->name);
  cx_json_member_string(json, "text", block->phrase.text);
  if (block->phrase.text != NULL) cx_json_member_string(json, "lang", block->phrase.lang);
  write_marks(block, json);
  if (block->grid != NULL) write_grid(block->grid, json);
  if (block->curve != NULL) write_curve(block->curve, json);
  if (block->badge != NULL) {
    cx_json_key(json, "badge");
    write_block(block->badge, json);
  }
  if (block->matrix != NULL) write_matrix(block->matrix, json);
  if (block->diagram != NULL) write_diagram(block->diagram, json);
  if (block->tree != NULL) write_tree(block->tree, json);
  write_children(&block->children, json);
  cx_json_end(json);
}

static void write_part(const char *name, const CxBlock *part, CxJson *json) {
  if (part == NULL) return;
  cx_json_key(json, name);
  write_block(part, json);
}

void cx_sheet_write_json(const CxSheet *sheet, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "map", sheet->id);
  cx_json_member_string(json, "kind", sheet->kind);
  cx_json_member_string(json, "title", sheet->title);
  cx_json_member_string(json, "lang", sheet->lang);
  write_part("head", sheet->head, json);
  write_part("running", sheet->running, json);
  write_part("content", sheet->content, json);
  write_part("tail", sheet->tail, json);
  write_part("footer", sheet->footer, json);
  write_part("panel", sheet->panel, json);
  write_part("running-panel", sheet->running_panel, json);
  cx_json_end(json);
}
