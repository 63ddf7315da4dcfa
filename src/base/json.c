/* JSON: values in the order they are to stand in, text with commas, indentation and escapes out.
 *
 * Each open object or list is a level with a few flags. A level that is not flat puts each item on a line of its own,
 * indented by two spaces a level; inside a flat level everything is flat. There is no line feed behind the whole.
 */
#include "cxmap/base.h"

#include <math.h>
#include <string.h>

enum { IS_LIST = 1, IS_FLAT = 2, HAS_ITEMS = 4 };

static uint8_t *top(CxJson *json) {
  return json->depth == 0 ? NULL : &json->levels[json->depth - 1];
}

static void break_line(CxJson *json) {
  g_string_append_c(json->out, '\n');
  for (unsigned i = 0; i < json->depth; i++) g_string_append(json->out, "  ");
}

/* What stands between the item before and this one. */
static void separate(CxJson *json) {
  uint8_t *level = top(json);
  if (level == NULL) return;
  bool is_first = !(*level & HAS_ITEMS);
  *level |= HAS_ITEMS;
  if (!is_first) g_string_append_c(json->out, ',');
  if (!(*level & IS_FLAT))
    break_line(json);
  else if (!is_first)
    g_string_append_c(json->out, ' ');
}

static void begin_value(CxJson *json) {
  if (!json->after_key) separate(json);
  json->after_key = false;
}

static void begin_level(CxJson *json, uint8_t flags) {
  begin_value(json);
  g_assert(json->depth < CX_JSON_DEPTH);
  if (json->depth > 0) flags |= *top(json) & IS_FLAT;
  json->levels[json->depth++] = flags;
  g_string_append_c(json->out, flags & IS_LIST ? '[' : '{');
}

void cx_json_object(CxJson *json) {
  begin_level(json, 0);
}

void cx_json_object_flat(CxJson *json) {
  begin_level(json, IS_FLAT);
}

void cx_json_list(CxJson *json) {
  begin_level(json, IS_LIST);
}

void cx_json_list_flat(CxJson *json) {
  begin_level(json, IS_LIST | IS_FLAT);
}

void cx_json_end(CxJson *json) {
  g_assert(json->depth > 0);
  uint8_t level = *top(json);
  json->depth--;
  if ((level & HAS_ITEMS) && !(level & IS_FLAT)) break_line(json);
  g_string_append_c(json->out, level & IS_LIST ? ']' : '}');
}

/* The character that must be escaped at the beginning of a text, its bytes in *length; 0 where it may stand as it is.
 * Besides what RFC 8259 asks for these are the other control characters, which terminals obey, and the two line ends
 * of Unicode, at which JavaScript stumbles. */
static unsigned needs_escape(const char *text, size_t *length) {
  const unsigned char *bytes = (const unsigned char *)text;
  *length = 1;
  if (bytes[0] < 0x20 || bytes[0] == '"' || bytes[0] == '\\' || bytes[0] == 0x7f) return bytes[0];
  *length = 2;
  if (bytes[0] == 0xc2 && bytes[1] >= 0x80 && bytes[1] < 0xa0) return bytes[1];
  *length = 3;
  if (bytes[0] == 0xe2 && bytes[1] == 0x80 && (bytes[2] == 0xa8 || bytes[2] == 0xa9))
    return bytes[2] == 0xa8 ? 0x2028 : 0x2029;
  return 0;
}

static void write_escape(GString *out, unsigned character) {
  static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *found = character < 0x80 ? strchr(plain, (int)character) : NULL;
  if (found != NULL)
    g_string_append_printf(out, "\\%c", letters[found - plain]);
  else
    g_string_append_printf(out, "\\u%04x", character);
}

static void write_string(GString *out, const char *text) {
  g_string_append_c(out, '"');
  const char *written = text;
  while (*text != '\0') {
    size_t length;
    unsigned character = needs_escape(text, &length);
    if (character == 0) {
      text++;
      continue;
    }
    g_string_append_len(out, written, text - written);
    write_escape(out, character);
    text = written = text + length;
  }
  g_string_append_len(out, written, text - written);
  g_string_append_c(out, '"');
}

void cx_json_key(CxJson *json, const char *key) {
  separate(json);
  write_string(json->out, key);
  g_string_append(json->out, ": ");
  json->after_key = true;
}

void cx_json_string(CxJson *json, const char *text) {
  begin_value(json);
  if (text == NULL)
    g_string_append(json->out, "null");
  else
    write_string(json->out, text);
}

void cx_json_number(CxJson *json, double value) {
  char buffer[CX_NUMBER_LENGTH];
  begin_value(json);
  g_string_append(json->out, isfinite(value) ? cx_number_format(value, 3, buffer) : "null");
}

void cx_json_bool(CxJson *json, bool value) {
  begin_value(json);
  g_string_append(json->out, value ? "true" : "false");
}

void cx_json_member_string(CxJson *json, const char *key, const char *text) {
  if (text == NULL) return;
  cx_json_key(json, key);
  cx_json_string(json, text);
}

void cx_json_member_number(CxJson *json, const char *key, double value) {
  cx_json_key(json, key);
  cx_json_number(json, value);
}

void cx_json_member_bool(CxJson *json, const char *key, bool value) {
  cx_json_key(json, key);
  cx_json_bool(json, value);
}
