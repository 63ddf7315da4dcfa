/* A tree as JSON: what --emit=nodes prints. A key without a value is null, any other scalar a string, as it was typed.
 * Aliases are written out.
 */
#include "cxmap/syntax.h"

/* A level here is a level there. */
G_STATIC_ASSERT(CX_LIMIT_NESTING < CX_JSON_DEPTH);

void cx_node_write_json(const CxNode *node, CxJson *json) {
  switch (node->kind) {
  case CX_NODE_SCALAR: cx_json_string(json, cx_node_is_absent(node) ? NULL : node->text); return;
  case CX_NODE_LIST:
    cx_json_list(json);
    for (size_t i = 0; i < node->list.count; i++) cx_node_write_json(node->list.items[i], json);
    break;
  case CX_NODE_MAP:
    cx_json_object(json);
    for (size_t i = 0; i < node->map.count; i++) {
      cx_json_key(json, node->map.items[i].key->text);
      cx_node_write_json(node->map.items[i].value, json);
    }
    break;
  }
  cx_json_end(json);
}
