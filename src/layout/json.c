/* Prints a layout as JSON (--emit=layout): the boxes with their rectangles and lines of text. */
#include "cxmap/layout.h"

static void write_rect(CxRect rect, CxJson *json) {
  cx_json_key(json, "box");
  cx_json_list_flat(json);
  cx_json_number(json, rect.x);
  cx_json_number(json, rect.y);
  cx_json_number(json, rect.w);
  cx_json_number(json, rect.h);
  cx_json_end(json);
}

static void write_lines(const CxBox *box, CxJson *json) {
  cx_json_key(json, "lines");
  cx_json_list(json);
  for (size_t i = 0; i < box->lines.count; i++) {
    const CxPlacedLine *line = &box->lines.items[i];
    char *text = g_strndup(line->line.shaped->text + line->line.begin, line->line.end - line->line.begin);
    cx_json_object_flat(json);
    write_rect(line->box, json);
    cx_json_member_number(json, "baseline", line->baseline);
    cx_json_member_string(json, "text", text);
    cx_json_end(json);
    g_free(text);
  }
  cx_json_end(json);
}

static void write_box(const CxBox *box, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "role", box->row != NULL ? box->row->role : box->block->role);
  cx_json_member_string(json, "id", box->row != NULL ? box->row->id : box->block->id);
  write_rect(box->rect, json);
  if (box->lines.count > 0) write_lines(box, json);
  if (box->children.count > 0) {
    cx_json_key(json, "children");
    cx_json_list(json);
    for (size_t i = 0; i < box->children.count; i++) write_box(box->children.items[i], json);
    cx_json_end(json);
  }
  cx_json_end(json);
}

void cx_layout_write_json(const CxLayout *layout, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "map", layout->sheet->id);
  cx_json_key(json, "pages");
  cx_json_list(json);
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxPage *page = &layout->pages.items[i];
    cx_json_object(json);
    cx_json_member_number(json, "width", page->width);
    cx_json_member_number(json, "height", page->height);
    if (page->panel != NULL) {
      cx_json_key(json, "panel");
      write_box(page->panel, json);
    }
    cx_json_key(json, "body");
    write_box(page->body, json);
    cx_json_key(json, "footer");
    write_box(page->footer, json);
    cx_json_end(json);
  }
  cx_json_end(json);
  cx_json_end(json);
}
