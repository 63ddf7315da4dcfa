/* Nodes: what others ask of a tree. */
#include "cxmap/syntax.h"

#include <string.h>

CxNode *cx_node_get(const CxNode *map, const char *key) {
  if (map == NULL || map->kind != CX_NODE_MAP) return NULL;
  for (size_t i = 0; i < map->map.count; i++) {
    const CxPair *pair = &map->map.items[i];
    if (strcmp(pair->key->text, key) == 0) return cx_node_is_absent(pair->value) ? NULL : pair->value;
  }
  return NULL;
}

bool cx_node_is_absent(const CxNode *node) {
  return node == NULL || (node->kind == CX_NODE_SCALAR && node->is_plain && node->text[0] == '\0');
}

const char *cx_node_kind_text(const CxNode *node) {
  switch (node->kind) {
  case CX_NODE_SCALAR: return "a text";
  case CX_NODE_LIST: return "a list";
  case CX_NODE_MAP: return "a map";
  }
  g_assert_not_reached();
}
