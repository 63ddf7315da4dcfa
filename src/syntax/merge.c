/* Merging: the maps of several files in, one map out.
 *
 * All pairs stand one after another, those of the first file first; then pairs with the same key become one: sections,
 * which are maps from ids to definitions, are joined entry by entry, lists are put end to end, and anything else may
 * stand in one file only. What is a section does not show in its shape: `evidence: {a: b}` is one and
 * `title: {en: b}` is none, so they are named here. What the files hold is not changed, because an alias may share it:
 * joining makes new nodes.
 */
#include "syntax.h"

#include <string.h>

typedef struct Merge {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  const CxNode *own; /* the node that was made for the present key */
} Merge;

static CxNode *copy_node(CxArena *arena, const CxNode *node) {
  CxNode *copy = cx_new(arena, CxNode);
  *copy = (CxNode){.kind = node->kind, .span = node->span};
  for (size_t i = 0; i < node->list.count; i++) *cx_list_add(arena, &copy->list) = node->list.items[i];
  for (size_t i = 0; i < node->map.count; i++) *cx_list_add(arena, &copy->map) = node->map.items[i];
  return copy;
}

static void join(Merge *merge, CxPair *first, const CxNode *later) {
  if (first->value != merge->own) merge->own = first->value = copy_node(merge->arena, first->value);
  for (size_t i = 0; i < later->list.count; i++) *cx_list_add(merge->arena, &first->value->list) = later->list.items[i];
  for (size_t i = 0; i < later->map.count; i++) *cx_list_add(merge->arena, &first->value->map) = later->map.items[i];
}

/* Those of the model's table, and those of the language that are not read yet. */
static bool is_section(const char *key) {
  static const char *const sections[] = {"segments", "personas", "touchpoints", "channels",   "evidence", "journeys",
                                         "flows",    "whys",     "honeycombs",  "scorecards", "canvases"};
  for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
    if (strcmp(sections[i], key) == 0) return true;
  return false;
}

static bool may_join(const CxPair *first, const CxPair *later) {
  switch (later->value->kind) {
  case CX_NODE_SCALAR: return false;
  case CX_NODE_LIST: return first->value->kind == CX_NODE_LIST;
  case CX_NODE_MAP: return first->value->kind == CX_NODE_MAP && is_section(later->key->text);
  }
  g_assert_not_reached();
}

/* Every file may say which language version it is written in, and which language. */
static bool may_repeat(const CxPair *first, const CxPair *later) {
  return first->value->kind == CX_NODE_SCALAR && later->value->kind == CX_NODE_SCALAR &&
         (strcmp(first->key->text, "cxmap") == 0 || strcmp(first->key->text, "lang") == 0) &&
         strcmp(first->value->text, later->value->text) == 0;
}

static void fold_pair(void *context, CxPair *first, const CxPair *later) {
  Merge *merge = context;
  if (cx_node_is_absent(later->value) || may_repeat(first, later)) return;
  if (cx_node_is_absent(first->value))
    *first = *later;
  else if (may_join(first, later))
    join(merge, first, later->value);
  else {
    CxDiag *diag = cx_diag_report(merge->diagnostics, CX_DUPLICATE_KEY, later->key->span,
                                  "the key `%s` stands here again", later->key->text);
    cx_diag_also(merge->diagnostics, diag, first->key->span, "first defined here");
  }
}

/* `include` has done its work; that of the first file stays, so that the document is as it was written. */
static void add_pairs(CxArena *arena, CxNode *document, const CxNode *map, bool is_first) {
  for (size_t i = 0; i < map->map.count; i++)
    if (is_first || strcmp(map->map.items[i].key->text, "include") != 0)
      *cx_list_add(arena, &document->map) = map->map.items[i];
}

CxNode *cx_merge_maps(CxArena *arena, CxDiagnostics *diagnostics, CxNode *const *maps, size_t count) {
  if (count == 1) return maps[0];
  CxNode *document = cx_new(arena, CxNode);
  *document = (CxNode){.kind = CX_NODE_MAP, .span = maps[0]->span};
  for (size_t i = 0; i < count; i++) add_pairs(arena, document, maps[i], i == 0);
  Merge merge = {.arena = arena, .diagnostics = diagnostics};
  cx_map_fold_repeats(document, fold_pair, &merge);
  for (size_t i = 0; i < document->map.count; i++)
    if (document->map.items[i].value->kind == CX_NODE_MAP && is_section(document->map.items[i].key->text))
      cx_map_drop_repeats(document->map.items[i].value, diagnostics, CX_DUPLICATE_ID);
  return document;
}
