/* Collections: a definition in another one, lists of definitions, and sections, which are maps from ids to them. */
#include "schema.h"

static void *definition_at(const CxListHead *list, size_t index) {
  return ((void **)list->items)[index];
}

static void add_definition(CxDecoder *decoder, CxListHead *list, void *object) {
  list->items = cx_list_grow(decoder->arena, list->items, list->count, &list->capacity, sizeof object);
  ((void **)list->items)[list->count++] = object;
}

/* ---- One -------------------------------------------------------------------------------------------- */

static void struct_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  void *object = cx_decode_object(decoder, field->table, node);
  if (object != NULL) *(void **)member = object;
}

static bool struct_write(const CxField *field, const void *member, CxJson *json) {
  const void *object = *(void *const *)member;
  if (object != NULL) cx_schema_write_object(field->table, object, json);
  return object != NULL;
}

const CxType cx_type_struct = {.name = "a map", .decode = struct_decode, .write = struct_write};

/* ---- Lists ------------------------------------------------------------------------------------------ */

static void add_entry(CxDecoder *decoder, const CxField *field, const CxNode *node, CxListHead *list) {
  CxObject *object = cx_decode_object(decoder, field->table, node);
  if (object == NULL) return;
  if (object->id != NULL) cx_decoder_register(decoder, field->table, object);
  add_definition(decoder, list, object);
}

/* `stages: {aware: {…}, compare: {…}}`, written like a section. */
static bool is_like_section(const CxTable *table, const CxNode *node) {
  for (size_t i = 0; i < node->map.count; i++)
    if (node->map.items[i].value->kind != CX_NODE_MAP || cx_table_find(table, node->map.items[i].key->text) != NULL)
      return false;
  return node->map.count > 0;
}

static void report_no_list(CxDecoder *decoder, const CxField *field, const CxNode *node) {
  CxDiag *diag = cx_report_wrong_type(decoder, node, cx_field_wanted(decoder->arena, field));
  if (node->kind == CX_NODE_MAP) cx_diag_help(decoder->diagnostics, diag, "begin each with `- ` instead of an id");
}

/* What is no list is a list of one, if it can be an entry. */
static void list_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  const bool is_entry = node->kind == CX_NODE_MAP ? !is_like_section(field->table, node)
                                                  : node->kind == CX_NODE_SCALAR && field->table->short_key != NULL;
  if (is_entry)
    add_entry(decoder, field, node, member);
  else if (node->kind != CX_NODE_LIST)
    report_no_list(decoder, field, node);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) add_entry(decoder, field, node->list.items[i], member);
}

static bool list_write(const CxField *field, const void *member, CxJson *json) {
  const CxListHead *list = member;
  if (list->count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < list->count; i++) cx_schema_write_object(field->table, definition_at(list, i), json);
  cx_json_end(json);
  return true;
}

const CxType cx_type_list = {.name = "a list", .decode = list_decode, .write = list_write};

/* ---- Sections --------------------------------------------------------------------------------------- */

/* Known before it is read, so that a definition that turns out wrong leaves no dangling refs to it. */
static void add_section_entry(CxDecoder *decoder, const CxField *field, const CxPair *pair, CxListHead *list) {
  CxObject *object = cx_arena_alloc(decoder->arena, field->table->size);
  object->id = pair->key->text;
  object->id_span = pair->key->span;
  cx_decoder_check_id(decoder, pair->key);
  cx_decoder_register(decoder, field->table, object);

  const void *scope = decoder->scope;
  if (scope == NULL) decoder->scope = object;
  decoder->key = pair->key;
  decoder->value = pair->value;
  if (cx_decode_into(decoder, field->table, pair->value, object)) add_definition(decoder, list, object);
  decoder->scope = scope;
}

static void section_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_MAP) {
    CxDiag *diag = cx_report_wrong_type(decoder, node, cx_field_wanted(decoder->arena, field));
    if (node->kind == CX_NODE_LIST)
      cx_diag_help(decoder->diagnostics, diag, "begin each with an id and `:` instead of `-`");
    return;
  }
  const CxNode *key = decoder->key, *value = decoder->value;
  for (size_t i = 0; i < node->map.count; i++) add_section_entry(decoder, field, &node->map.items[i], member);
  decoder->key = key;
  decoder->value = value;
}

static bool section_write(const CxField *field, const void *member, CxJson *json) {
  const CxListHead *list = member;
  if (list->count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < list->count; i++) {
    const CxObject *object = definition_at(list, i);
    cx_json_key(json, object->id);
    cx_schema_write_object(field->table, object, json);
  }
  cx_json_end(json);
  return true;
}

const CxType cx_type_section = {.name = "a map from ids", .decode = section_decode, .write = section_write};

/* ---- Maps from names to values --------------------------------------------------------------------------- */

/* The name in several languages, which a key cannot be, and the value that stands for the whole entry. */
typedef struct Named {
  CxObject object;
  CxText name;
  const CxNode *value;
} Named;

static void node_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)decoder, (void)field;
  *(const CxNode **)member = node;
}

static const CxType type_node = {.name = "a value", .decode = node_decode};
static const CxField named_fields[] = {
    {CX_TEXT_ROW("name", Named, name), .doc = "What it is called, in several languages."},
    {CX_ROW("value", type_node, CX_AT(Named, value, const CxNode *)), .flags = CX_NEEDED, .doc = "Its value."},
};
static const CxTable table_named = {.name = "named value", CX_FIELDS(named_fields), .size = sizeof(Named)};

static void read_entry(CxDecoder *decoder, const CxField *field, const CxPair *pair, CxReadNamed *read, void *member) {
  CxText name = {.text = pair->key->text, .span = pair->key->span};
  const CxNode *value = pair->value;
  if (value->kind == CX_NODE_MAP && !cx_node_is_absent(cx_node_get(value, "name"))) {
    const Named *named = cx_decode_object(decoder, &table_named, value);
    if (named == NULL || named->value == NULL) return;
    if (named->name.text != NULL) name = named->name;
    value = named->value;
  }
  read(decoder, field, &name, value, member);
}

void cx_decode_named(CxDecoder *decoder, const CxField *field, const CxNode *node, CxReadNamed *read, void *member) {
  if (node->kind != CX_NODE_MAP) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  const CxNode *key = decoder->key, *value = decoder->value;
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    decoder->key = pair->key;
    decoder->value = pair->value;
    if (!cx_node_is_absent(pair->value)) read_entry(decoder, field, pair, read, member);
  }
  decoder->key = key;
  decoder->value = value;
}
