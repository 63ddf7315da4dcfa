/* Loading: the first file of a document in, the merged tree of it and all files it includes out.
 *
 * Files are read in the order in which they are named, each once. The chain of files that are being read tells a cycle
 * from a file that is merely named twice. All files share one limit on nodes.
 */
#include "syntax.h"

#include <string.h>

typedef struct Load {
  CxArena *arena;
  const CxRoot *root;
  CxDiagnostics *diagnostics;
  GHashTable *seen;    /* paths of files that were read or are being read */
  size_t nodes, names; /* counted against limits */
  CX_LIST(CxNode *) maps;
  bool is_partial;
} Load;

/* A file that is being read, and the entry that named it. */
typedef struct Link Link;
struct Link {
  const Link *outer;
  const CxSource *source;
  const CxNode *entry;
  unsigned depth;
};

static void load_file(Load *load, const Link *link);

static bool is_link(const Link *link, const char *path) {
  return link->source->path != NULL && strcmp(link->source->path, path) == 0;
}

/* `link` is the file that the entry stands in. */
static bool closes_cycle(const Load *load, const Link *link, const CxNode *entry, const char *path) {
  const Link *found = link;
  while (found != NULL && !is_link(found, path)) found = found->outer;
  if (found == NULL) return false;
  CxDiag *diag = cx_diag_report(load->diagnostics, CX_INCLUDE_CYCLE, entry->span, "`%s` %s", entry->text,
                                found == link ? "includes itself" : "includes this file, which would include it again");
  for (; link != found; link = link->outer)
    cx_diag_also(load->diagnostics, diag, link->entry->span, "this file is included here");
  return true;
}

static const CxSource *read_included(Load *load, const CxNode *entry, const CxIncluded *file) {
  CxSourceError error = CX_SOURCE_OK;
  CxSource *source = cx_source_read(load->arena, file->path, &error);
  if (source == NULL) {
    CxDiag *diag = cx_report_file(load->arena, load->root, load->diagnostics, entry, error);
    if (error == CX_SOURCE_DIRECTORY)
      cx_diag_help(load->diagnostics, diag, "write `%s/*.yaml` for the files in it", entry->text);
    return NULL;
  }
  source->name = file->name;
  return source;
}

static void load_included(Load *load, const Link *link, const CxNode *entry, const CxIncluded *file) {
  if (closes_cycle(load, link, entry, file->path) || !g_hash_table_add(load->seen, (char *)file->path)) return;
  if (link->depth == CX_LIMIT_NESTING) {
    cx_diag_report(load->diagnostics, CX_TOO_DEEP, entry->span,
                   "files include each other more than %d levels deep here", CX_LIMIT_NESTING);
    return;
  }
  const CxSource *source = read_included(load, entry, file);
  if (source == NULL)
    load->is_partial = true;
  else
    load_file(load, &(Link){.outer = link, .source = source, .entry = entry, .depth = link->depth + 1});
}

static void load_entry(Load *load, const Link *link, const CxNode *entry) {
  if (cx_node_is_absent(entry)) return;
  if (entry->kind != CX_NODE_SCALAR) {
    cx_diag_report(load->diagnostics, CX_WRONG_TYPE, entry->span,
                   "`include` must be a path or a list of paths, but this is %s", cx_node_kind_text(entry));
    return;
  }
  CxIncludedList files = {0};
  if (!cx_include_expand(load->arena, load->root, load->diagnostics, entry, &load->names, &files))
    load->is_partial = true;
  for (size_t i = 0; i < files.count; i++) load_included(load, link, entry, &files.items[i]);
}

static void load_file(Load *load, const Link *link) {
  CxNode *map = load->nodes > CX_LIMIT_NODES
                    ? NULL /* which was reported */
                    : cx_parse_file(load->arena, link->source, load->diagnostics, &load->nodes);
  if (map == NULL) {
    load->is_partial = true;
    return;
  }
  *cx_list_add(load->arena, &load->maps) = map;
  const CxNode *include = cx_node_get(map, "include");
  if (include == NULL) return;
  if (include->kind != CX_NODE_LIST)
    load_entry(load, link, include);
  else
    for (size_t i = 0; i < include->list.count; i++) load_entry(load, link, include->list.items[i]);
}

CxNode *cx_syntax_load(CxArena *arena, const CxRoot *root, const CxSource *source, CxDiagnostics *diagnostics) {
  Load load = {
      .arena = arena,
      .root = root,
      .diagnostics = diagnostics,
      .seen = g_hash_table_new(g_str_hash, g_str_equal),
  };
  if (source->path != NULL) g_hash_table_add(load.seen, (char *)source->path);
  load_file(&load, &(Link){.source = source});
  g_hash_table_destroy(load.seen);
  if (load.maps.count == 0) return NULL;
  CxNode *document = cx_merge_maps(arena, diagnostics, load.maps.items, load.maps.count);
  document->is_partial = load.is_partial;
  return document;
}

CxNode *cx_syntax_load_named(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics, const CxNode *path) {
  CxIncluded file;
  if (!cx_include_find(arena, root, diagnostics, path, &file)) return NULL;
  CxSourceError error = CX_SOURCE_OK;
  CxSource *source = cx_source_read(arena, file.path, &error);
  if (source == NULL) {
    cx_report_file(arena, root, diagnostics, path, error);
    return NULL;
  }
  source->name = file.name;
  return cx_syntax_parse(arena, source, diagnostics);
}
