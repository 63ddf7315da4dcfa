/* The document's nodes go in, before they are decoded; the language that its texts seem to be written in comes out.
 *
 * The walk goes by the tables, so that ids, words and names of files do not count, and a map of languages is told
 * from a map of names. Where a text is written in several languages, the first one named is taken for the
 * document's.
 */
#include "tables.h"

typedef enum Shape {
  SHAPE_NO_TEXT,
  SHAPE_TEXTS,
  SHAPE_NAMED_TEXTS, /* the names are texts too */
  SHAPE_OBJECTS,     /* one, or a list */
  SHAPE_SECTION,     /* a map from ids to objects */
  SHAPE_NAMED_OBJECTS,
} Shape;

static const struct {
  const CxType *type;
  Shape shape;
} shapes[] = {
    {&cx_type_text, SHAPE_TEXTS},
    {&cx_type_texts, SHAPE_TEXTS},
    {&cx_type_moment, SHAPE_TEXTS},
    {&cx_type_named_texts, SHAPE_NAMED_TEXTS},
    {&cx_type_named_numbers, SHAPE_NAMED_TEXTS},
    {&cx_type_levels, SHAPE_NAMED_TEXTS},
    {&cx_type_struct, SHAPE_OBJECTS},
    {&cx_type_list, SHAPE_OBJECTS},
    {&cx_type_lanes, SHAPE_OBJECTS},
    {&cx_type_opportunities, SHAPE_OBJECTS},
    {&cx_type_emotion, SHAPE_OBJECTS},
    {&cx_type_touchpoints, SHAPE_OBJECTS},
    {&cx_type_lens, SHAPE_OBJECTS},
    {&cx_type_section, SHAPE_SECTION},
    {&cx_type_emotions, SHAPE_SECTION},
    {&cx_type_metrics, SHAPE_NAMED_OBJECTS},
};

static Shape shape_of(const CxType *type) {
  for (size_t i = 0; i < CX_COUNT(shapes); i++)
    if (shapes[i].type == type) return shapes[i].shape;
  return SHAPE_NO_TEXT;
}

typedef struct Walk {
  GPtrArray *texts;
  const char *first_tag; /* of the first language map */
  bool has_touchpoints;  /* a text for a touchpoint is an id */
} Walk;

static void walk_value(Walk *walk, const CxField *field, const CxNode *node);

static void add_text(Walk *walk, const char *text) {
  g_ptr_array_add(walk->texts, (char *)text);
}

static void walk_texts(Walk *walk, const CxNode *node) {
  switch (node->kind) {
  case CX_NODE_SCALAR: add_text(walk, node->text); return;
  case CX_NODE_LIST:
    for (size_t i = 0; i < node->list.count; i++) walk_texts(walk, node->list.items[i]);
    return;
  case CX_NODE_MAP:
    if (walk->first_tag == NULL && cx_node_is_language_map(node, NULL)) walk->first_tag = node->map.items[0].key->text;
    return;
  }
}

/* What the user's own keys hold is known to nobody: texts in lists and maps of any shape. */
static void walk_extra(Walk *walk, const CxNode *node) {
  if (node->kind == CX_NODE_SCALAR) add_text(walk, node->text);
  for (size_t i = 0; node->kind == CX_NODE_LIST && i < node->list.count; i++) walk_extra(walk, node->list.items[i]);
  for (size_t i = 0; node->kind == CX_NODE_MAP && i < node->map.count; i++) walk_extra(walk, node->map.items[i].value);
}

static void walk_map(Walk *walk, const CxTable *table, const CxTable *other, const CxNode *node) {
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    const CxField *field = cx_row_find(table, pair->key->text);
    if (field == NULL && other != NULL) field = cx_row_find(other, pair->key->text);
    if (field != NULL)
      walk_value(walk, field, pair->value);
    else if (g_str_has_prefix(pair->key->text, "x-"))
      walk_extra(walk, pair->value);
  }
}

static void walk_object(Walk *walk, const CxTable *table, const CxNode *node) {
  if (table == &cx_table_touchpoint && node->kind == CX_NODE_SCALAR && walk->has_touchpoints) return;
  if (cx_table_has_short(table, node, NULL))
    walk_value(walk, cx_row_find(table, table->short_key), node);
  else if (node->kind == CX_NODE_MAP)
    walk_map(walk, table, NULL, node);
}

static void walk_objects(Walk *walk, const CxTable *table, const CxNode *node) {
  if (node->kind != CX_NODE_LIST) walk_object(walk, table, node);
  for (size_t i = 0; node->kind == CX_NODE_LIST && i < node->list.count; i++)
    walk_object(walk, table, node->list.items[i]);
}

static void walk_entries(Walk *walk, const CxNode *node, const CxTable *table, bool are_names_texts) {
  for (size_t i = 0; node->kind == CX_NODE_MAP && i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    if (are_names_texts) add_text(walk, pair->key->text);
    if (table != NULL)
      walk_object(walk, table, pair->value);
    else
      walk_texts(walk, pair->value);
  }
}

static void walk_value(Walk *walk, const CxField *field, const CxNode *node) {
  switch (shape_of(field->type)) {
  case SHAPE_NO_TEXT: return;
  case SHAPE_TEXTS: walk_texts(walk, node); return;
  case SHAPE_NAMED_TEXTS: walk_entries(walk, node, NULL, true); return;
  case SHAPE_OBJECTS:
    if (field->type == &cx_type_lens && node->kind == CX_NODE_SCALAR) return; /* an id */
    walk_objects(walk, field->table, node);
    return;
  case SHAPE_SECTION: walk_entries(walk, node, field->table, false); return;
  case SHAPE_NAMED_OBJECTS: walk_entries(walk, node, field->table, true); return;
  }
}

const char *cx_document_guess_language(const CxNode *document) {
  Walk walk = {.texts = g_ptr_array_new(), .has_touchpoints = cx_node_get(document, "touchpoints") != NULL};
  walk_map(&walk, &cx_table_document, &cx_table_journey, document);
  const char *lang = walk.first_tag;
  if (lang == NULL) lang = cx_language_guess((const char *const *)walk.texts->pdata, walk.texts->len);
  g_ptr_array_free(walk.texts, TRUE);
  return lang;
}
