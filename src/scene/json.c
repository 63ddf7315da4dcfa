/* --emit=scene: elements → JSON of a documented form (docs/scene.md). Keys stand in a fixed order; what an element does
 * not have is left out. Nothing depends on the machine: images are named as they were written.
 */
#include "cxmap/scene.h"

static void write_numbers(CxJson *json, const char *key, const double *numbers, size_t count) {
  cx_json_key(json, key);
  cx_json_list_flat(json);
  for (size_t i = 0; i < count; i++) cx_json_number(json, numbers[i]);
  cx_json_end(json);
}

static void write_box(CxJson *json, CxRect box) {
  write_numbers(json, "box", (const double[]){box.x, box.y, box.w, box.h}, 4);
}

static void write_colour(CxJson *json, const char *key, CxColour colour) {
  char buffer[10];
  if (colour.a != 0) cx_json_member_string(json, key, cx_colour_format(colour, buffer));
}

static void write_paint(CxJson *json, const CxElement *element) {
  if (element->radius > 0) cx_json_member_number(json, "radius", element->radius);
  write_colour(json, "fill", element->fill);
  write_colour(json, "stroke", element->stroke.colour);
}

/* ---- Paths ------------------------------------------------------------------------------------------------ */

static void append_point(GString *data, CxPoint point) {
  char x[CX_NUMBER_LENGTH], y[CX_NUMBER_LENGTH];
  cx_number_format(point.x, 3, x);
  cx_number_format(point.y, 3, y);
  g_string_append_printf(data, " %s %s", x, y);
}

static void write_data(CxJson *json, const CxPath *path) {
  GString *data = g_string_new(NULL);
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    if (i > 0) g_string_append_c(data, ' ');
    g_string_append_c(data, "MLCZ"[step->verb]);
    if (step->verb == CX_PATH_CURVE) {
      append_point(data, step->c[0]);
      append_point(data, step->c[1]);
    }
    if (step->verb != CX_PATH_CLOSE) append_point(data, step->to);
  }
  cx_json_member_string(json, "d", data->str);
  g_string_free(data, TRUE);
}

static void write_path(CxJson *json, const CxElement *element) {
  cx_json_member_string(json, "of", element->of);
  cx_json_member_string(json, "from", element->from);
  cx_json_member_string(json, "to", element->to);
  write_box(json, element->box);
  write_paint(json, element);
  if (element->points.count == 0) return;
  cx_json_key(json, "points");
  cx_json_list_flat(json);
  for (size_t i = 0; i < element->points.count; i++) {
    const CxPoint point = element->points.items[i];
    cx_json_list_flat(json);
    cx_json_number(json, point.x);
    cx_json_number(json, point.y);
    cx_json_end(json);
  }
  cx_json_end(json);
  cx_json_member_string(json, "arrow", element->arrow);
  if (g_str_equal(element->role, "curve")) write_data(json, &element->path);
}

/* ---- Elements ---------------------------------------------------------------------------------------------- */

static void write_text(CxJson *json, const CxElement *element) {
  write_box(json, element->box);
  cx_json_member_number(json, "baseline", element->baseline);
  if (element->is_turned) cx_json_member_bool(json, "turned", true);
  cx_json_member_number(json, "size", element->size);
  cx_json_member_string(json, "lang", element->lang);
  cx_json_member_number(json, "para", element->para);
  cx_json_member_string(json, "text", element->text);
  cx_json_member_string(json, "link", element->link);
}

static void write_elements(CxJson *json, const CxElements *elements, size_t page);

static void write_group(CxJson *json, const CxElement *group, size_t page) {
  cx_json_object(json);
  cx_json_member_string(json, "type", "group");
  cx_json_member_string(json, "role", group->role);
  cx_json_member_string(json, "id", group->id);
  cx_json_member_string(json, "ref", group->ref);
  if (page > 0) cx_json_member_number(json, "page", (double)page);
  write_box(json, group->box);
  cx_json_member_string(json, "title", group->title);
  cx_json_member_string(json, "link", group->link);
  cx_json_key(json, "items");
  cx_json_list(json);
  write_elements(json, &group->children, 0);
  cx_json_end(json);
  cx_json_end(json);
}

static void begin_item(CxJson *json, const CxElement *element, const char *type, size_t page) {
  cx_json_object_flat(json);
  cx_json_member_string(json, "type", type);
  cx_json_member_string(json, "role", element->role);
  if (page > 0) cx_json_member_number(json, "page", (double)page);
}

/* `page` is 0 inside a group: only what stands at the top says its page. */
static void write_element(CxJson *json, const CxElement *element, size_t page) {
  switch (element->kind) {
  case CX_ELEMENT_GROUP: write_group(json, element, page); return;
  case CX_ELEMENT_RECT:
    begin_item(json, element, "rect", page);
    write_box(json, element->box);
    write_paint(json, element);
    break;
  case CX_ELEMENT_PATH:
    begin_item(json, element, "path", page);
    write_path(json, element);
    break;
  case CX_ELEMENT_TEXT:
    begin_item(json, element, "text", page);
    write_text(json, element);
    break;
  case CX_ELEMENT_IMAGE:
    begin_item(json, element, "image", page);
    write_box(json, element->box);
    write_paint(json, element);
    cx_json_member_string(json, "path", element->name);
    break;
  }
  cx_json_end(json);
}

static void write_elements(CxJson *json, const CxElements *elements, size_t page) {
  for (size_t i = 0; i < elements->count; i++) write_element(json, elements->items[i], page);
}

void cx_scene_write_json(const CxScene *scene, CxJson *json) {
  cx_json_object(json);
  cx_json_member_string(json, "map", scene->map);
  cx_json_member_string(json, "kind", scene->kind);
  cx_json_member_string(json, "title", scene->title);
  cx_json_member_string(json, "lang", scene->lang);
  cx_json_member_number(json, "width", scene->width);
  cx_json_member_number(json, "height", scene->height);
  cx_json_member_number(json, "pages", (double)scene->pages.count);
  cx_json_key(json, "items");
  cx_json_list(json);
  for (size_t i = 0; i < scene->pages.count; i++) write_elements(json, &scene->pages.items[i].elements, i + 1);
  cx_json_end(json);
  cx_json_end(json);
}
