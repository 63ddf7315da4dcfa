/* syntax: text becomes a tree of nodes with spans; included files are merged into it. The only user of libyaml.
 *
 * Knows nothing of what keys mean, but for `include` at top level and which keys there are sections.
 */
#ifndef CXMAP_SYNTAX_H
#define CXMAP_SYNTAX_H

#include "cxmap/diag.h"

#define CX_LIMIT_NESTING 64
#define CX_LIMIT_NODES 200000u /* after aliases are expanded */
#define CX_LIMIT_TEXT 65536u   /* characters of one scalar */

typedef enum CxNodeKind { CX_NODE_SCALAR, CX_NODE_LIST, CX_NODE_MAP } CxNodeKind;

typedef struct CxNode CxNode;

typedef struct CxPair {
  CxNode *key; /* a scalar */
  CxNode *value;
} CxPair;

/* A scalar keeps the text as it was typed (`no`, `1.10`, `~`); block scalars and line folds are as YAML says. Where an
 * alias stands, the anchored node itself is shared, so a tree must not be changed. */
struct CxNode {
  CxNodeKind kind;
  bool is_plain;    /* a scalar without quotes, not a block scalar */
  bool is_partial;  /* a document of which an included file could not be read: what that defines is missing */
  CxSpan span;      /* the scalar with its quotes; of a block scalar its indicator's line; a list or map from its first
                       to behind its last character */
  const char *text; /* scalars: valid UTF-8 */
  CX_LIST(CxNode *) list;
  CX_LIST(CxPair) map; /* in the order of the file; keys are unique */
};

/* The merged document: the map at top level of `source`, with the files of its `include` and theirs. Sections of
 * several files (maps from ids, such as `personas`) are joined; an entry that stands in two files is reported, the
 * first stays. Lists are put end to end, and any other key may stand in one file only. `include` holds paths, and
 * patterns with `*` and `?`, whose files are taken in sorted order. NULL where `source` has no usable map (after an
 * error of YAML there is none). Problems are reported and what can be read is returned. */
CxNode *cx_syntax_load(CxArena *arena, const CxRoot *root, const CxSource *source, CxDiagnostics *diagnostics);

/* One file, without includes. */
CxNode *cx_syntax_parse(CxArena *arena, const CxSource *source, CxDiagnostics *diagnostics);

/* The map of the file that a scalar names, seen from the file the scalar stands in, without includes. NULL, which was
 * reported, where there is none inside the root. */
CxNode *cx_syntax_load_named(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *path);

/* The value of a key, or NULL. A key without a value (plain and empty) counts as absent. */
CxNode *cx_node_get(const CxNode *map, const char *key);
bool cx_node_is_absent(const CxNode *node); /* NULL, or plain and empty */

/* "a text", "a list", "a map": for messages. */
const char *cx_node_kind_text(const CxNode *node);

/* Reports that the file a scalar names cannot be had, at the scalar, with the nearest name of the same folder. */
CxDiag *cx_report_file(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *node,
                       CxSourceError error);

/* --emit=nodes */
void cx_node_write_json(const CxNode *node, CxJson *json);

#endif
