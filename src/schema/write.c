/* Writing: a decoded struct in, JSON out, by the rows it was read by. */
#include "schema.h"

/* A type knows only when it is asked to write whether there is anything: then the key is taken back. */
static void write_row(const CxField *field, const void *object, CxJson *json) {
  const CxJson before = *json;
  const gsize length = json->out->len;
  cx_json_key(json, field->key);
  if (field->type->write(field, (const char *)object + field->offset, json)) return;
  g_string_truncate(json->out, length);
  *json = before;
}

void cx_schema_write_object(const CxTable *table, const void *object, CxJson *json) {
  const CxObject *head = object;
  cx_json_object(json);
  if (cx_table_find(table, "id") == NULL) cx_json_member_string(json, "id", head->id);
  for (size_t i = 0; i < table->count; i++) write_row(&table->fields[i], object, json);
  for (size_t i = 0; i < head->extras.count; i++) {
    cx_json_key(json, head->extras.items[i].key);
    cx_node_write_json(head->extras.items[i].value, json);
  }
  cx_json_end(json);
}
