/* Makes blocks. Maps compose a sheet from these few functions and by setting members; nothing here knows any map. */
#include "cxmap/sheet.h"

CxBlock *cx_block_new(CxArena *arena, CxBlockKind kind, const char *role) {
  CxBlock *block = cx_new(arena, CxBlock);
  block->kind = kind;
  block->role = role;
  return block;
}

CxBlock *cx_block_text(CxArena *arena, const char *role, CxPhrase phrase, CxFont font, CxPaint paint) {
  CxBlock *block = cx_block_new(arena, CX_BLOCK_TEXT, role);
  block->phrase = phrase;
  block->font = font;
  block->paint = paint;
  return block;
}

CxBlock *cx_block_icon(CxArena *arena, const char *name, double size, CxPaint paint, CxHue hue) {
  CxBlock *block = cx_block_new(arena, CX_BLOCK_ICON, "icon");
  block->name = name;
  block->size = size;
  block->paint = paint;
  block->hue = hue;
  return block;
}

CxBlock *cx_block_chart(CxArena *arena, CxChartKind kind, const char *role) {
  CxBlock *block = cx_block_new(arena, CX_BLOCK_CHART, role);
  block->chart = cx_new(arena, CxChart);
  block->chart->kind = kind;
  return block;
}

CxBlock *cx_block_childless(CxArena *arena, const CxBlock *block) {
  CxBlock *copy = cx_new(arena, CxBlock);
  *copy = *block;
  copy->children = (CxBlocks){0};
  return copy;
}

CxBlock *cx_block_add(CxArena *arena, CxBlock *parent, CxBlock *child) {
  if (child != NULL) *cx_list_add(arena, &parent->children) = child;
  return child;
}

CxSigns cx_sign_series(size_t series) {
  return CX_SIGNS(MIN(CX_SIGN_SERIES + series, 63));
}
