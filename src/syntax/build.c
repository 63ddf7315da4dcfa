/* Building: scalars, beginnings and ends of lists and maps, and aliases in, in the order of the file; one tree out.
 *
 * An alias becomes a second pointer to the anchor's node, so that the tree is a graph and may stand for far more nodes
 * than there are. Every anchor therefore keeps the size and the height of what it stands for, aliases written out:
 * whether an alias would go over a limit is known without walking anything. Knows nothing of libyaml.
 */
#include "syntax.h"

#include <string.h>

typedef struct Anchor {
  CxNode *node;
  size_t size;
  unsigned height; /* of nested lists and maps: 0 for a scalar */
  bool is_open;
} Anchor;

/* An unfinished list or map. */
typedef struct Frame {
  CxNode *node;
  CxNode *key; /* of a map: the one that waits for its value */
  Anchor *anchor;
  size_t size;
  unsigned height;
  uint32_t end; /* behind the last child */
} Frame;

struct CxBuilder {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxNode *root;
  const CxNode *stand_in; /* for the last alias that could not be had */
  size_t *nodes;
  GTree *anchors; /* by name; a tree, because no choice of names can make it slow */
  unsigned depth;
  Frame frames[CX_LIMIT_NESTING];
};

static int compare_names(const void *a, const void *b) {
  return strcmp(a, b);
}

CxBuilder *cx_builder_new(CxArena *arena, CxDiagnostics *diagnostics, size_t *nodes) {
  CxBuilder *builder = g_new0(CxBuilder, 1);
  builder->arena = arena;
  builder->diagnostics = diagnostics;
  builder->nodes = nodes;
  builder->anchors = g_tree_new(compare_names);
  return builder;
}

void cx_builder_free(CxBuilder *builder) {
  g_tree_destroy(builder->anchors);
  g_free(builder);
}

CxNode *cx_builder_root(const CxBuilder *builder) {
  return builder->root;
}

/* ---- Limits ----------------------------------------------------------------------------------------- */

static bool count_nodes(CxBuilder *builder, size_t size, CxSpan span) {
  *builder->nodes += size;
  if (*builder->nodes <= CX_LIMIT_NODES) return true;
  CxDiag *diag = cx_diag_report(builder->diagnostics, CX_TOO_MANY_NODES, span,
                                "from here on the document has more than %u keys and values", CX_LIMIT_NODES);
  cx_diag_help(builder->diagnostics, diag, "split it into several documents; each use of an alias counts in full");
  return false;
}

static bool check_depth(CxBuilder *builder, unsigned height, CxSpan span) {
  if (builder->depth + height <= CX_LIMIT_NESTING) return true;
  cx_diag_report(builder->diagnostics, CX_TOO_DEEP, span, "lists and maps are nested more than %d levels deep here",
                 CX_LIMIT_NESTING);
  return false;
}

/* ---- Children --------------------------------------------------------------------------------------- */

static void check_key(const CxBuilder *builder, const CxNode *key) {
  if ((key->kind == CX_NODE_SCALAR && !cx_node_is_absent(key)) || key == builder->stand_in) return;
  if (key->kind == CX_NODE_SCALAR) {
    cx_diag_report(builder->diagnostics, CX_KEY_NOT_TEXT, key->span, "a key is missing before this `:`");
    return;
  }
  CxDiag *diag = cx_diag_report(builder->diagnostics, CX_KEY_NOT_TEXT, key->span, "a key must be a text, not %s",
                                cx_node_kind_text(key));
  cx_diag_help(builder->diagnostics, diag, "put a text that begins with `[` or `{` in quotes");
}

static void add_to_map(CxBuilder *builder, Frame *frame, CxNode *child) {
  if (frame->key == NULL) {
    frame->key = child;
    check_key(builder, child);
    return;
  }
  if (frame->key->kind == CX_NODE_SCALAR && !cx_node_is_absent(frame->key))
    *cx_list_add(builder->arena, &frame->node->map) = (CxPair){.key = frame->key, .value = child};
  frame->key = NULL;
}

/* `span` is where the child stands in the file: for an alias that is not the node's. */
static void add_child(CxBuilder *builder, CxNode *child, CxSpan span, size_t size, unsigned height) {
  if (builder->depth == 0) {
    builder->root = child;
    return;
  }
  Frame *frame = &builder->frames[builder->depth - 1];
  frame->end = span.end;
  frame->size += size;
  frame->height = MAX(frame->height, height + 1);
  if (frame->node->kind == CX_NODE_LIST)
    *cx_list_add(builder->arena, &frame->node->list) = child;
  else
    add_to_map(builder, frame, child);
}

/* A name may be given again: aliases behind it mean the later one. */
static Anchor *add_anchor(CxBuilder *builder, const char *name, Anchor value) {
  if (name == NULL) return NULL;
  Anchor *anchor = cx_new(builder->arena, Anchor);
  *anchor = value;
  g_tree_replace(builder->anchors, cx_arena_strdup(builder->arena, name), anchor);
  return anchor;
}

bool cx_builder_scalar(CxBuilder *builder, CxNode *scalar, const char *anchor) {
  if (!count_nodes(builder, 1, scalar->span)) return false;
  add_anchor(builder, anchor, (Anchor){.node = scalar, .size = 1});
  add_child(builder, scalar, scalar->span, 1, 0);
  return true;
}

bool cx_builder_open(CxBuilder *builder, CxNodeKind kind, CxSpan begin, const char *anchor) {
  if (!check_depth(builder, 1, begin) || !count_nodes(builder, 1, begin)) return false;
  CxNode *node = cx_new(builder->arena, CxNode);
  *node = (CxNode){.kind = kind, .span = begin};
  builder->frames[builder->depth++] = (Frame){
      .node = node,
      .anchor = add_anchor(builder, anchor, (Anchor){.node = node, .is_open = true}),
      .size = 1,
      .height = 1,
      .end = begin.end,
  };
  return true;
}

void cx_builder_close(CxBuilder *builder, uint32_t end) {
  const Frame *frame = &builder->frames[--builder->depth];
  frame->node->span.end = end != 0 ? end : frame->end;
  if (frame->anchor != NULL)
    *frame->anchor = (Anchor){.node = frame->node, .size = frame->size, .height = frame->height};
  if (frame->node->kind == CX_NODE_MAP) cx_map_drop_repeats(frame->node, builder->diagnostics, CX_DUPLICATE_KEY);
  add_child(builder, frame->node, frame->node->span, frame->size, frame->height);
}

/* ---- Aliases ---------------------------------------------------------------------------------------- */

/* An empty value stands in for what cannot be had, so that reading can go on. */
static bool add_bad_alias(CxBuilder *builder, const char *name, CxSpan span, const Anchor *anchor) {
  if (anchor == NULL) {
    CxDiag *diag = cx_diag_report(builder->diagnostics, CX_BAD_ALIAS, span, "nothing before this is named `&%s`", name);
    cx_diag_help(builder->diagnostics, diag,
                 "put a text that begins with `*` in quotes; an alias repeats a value that "
                 "was named with `&` further up");
  } else {
    CxDiag *diag =
        cx_diag_report(builder->diagnostics, CX_BAD_ALIAS, span, "`*%s` stands inside the very value it repeats", name);
    cx_diag_also(builder->diagnostics, diag, anchor->node->span, "which begins here");
  }
  CxNode *empty = cx_new(builder->arena, CxNode);
  *empty = (CxNode){.is_plain = true, .span = span, .text = ""};
  builder->stand_in = empty;
  return cx_builder_scalar(builder, empty, NULL);
}

bool cx_builder_alias(CxBuilder *builder, const char *name, CxSpan span) {
  const Anchor *anchor = g_tree_lookup(builder->anchors, name);
  if (anchor == NULL || anchor->is_open) return add_bad_alias(builder, name, span, anchor);
  if (!check_depth(builder, anchor->height, span) || !count_nodes(builder, anchor->size, span)) return false;
  add_child(builder, anchor->node, span, anchor->size, anchor->height);
  return true;
}
