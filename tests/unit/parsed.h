/* What tests of the syntax share: a text in, its tree as JSON and its problems as one line out. */
#ifndef CXMAP_TESTS_PARSED_H
#define CXMAP_TESTS_PARSED_H

#include "cxmap/syntax.h"

#include <string.h>

typedef struct Parsed {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxNode *tree;
} Parsed;

static inline Parsed parse_bytes(const char *text, size_t length) {
  Parsed parsed = {.arena = cx_arena_new()};
  parsed.diagnostics = cx_diagnostics_new(parsed.arena);
  const CxSource *source = cx_source_from_text(parsed.arena, "a.yaml", text, length);
  parsed.tree = cx_syntax_parse(parsed.arena, source, parsed.diagnostics);
  return parsed;
}

static inline Parsed parse(const char *text) {
  return parse_bytes(text, strlen(text));
}

static inline void done(const Parsed *parsed) {
  cx_arena_free(parsed->arena);
}

/* "unknown-key 3:5" for each problem, divided by a comma. */
static inline char *problems_of(const Parsed *parsed) {
  GString *out = g_string_new(NULL);
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(parsed->diagnostics, &count);
  for (size_t i = 0; i < count; i++) {
    const CxPlace place = cx_source_place(diags[i]->span.source, diags[i]->span.begin);
    g_string_append_printf(out, "%s%s %u:%u", i == 0 ? "" : ", ", cx_code_info(diags[i]->code)->slug, place.line,
                           place.column);
  }
  return g_string_free(out, FALSE);
}

static inline void assert_problems(const Parsed *parsed, const char *expected) {
  char *found = problems_of(parsed);
  g_assert_cmpstr(found, ==, expected);
  g_free(found);
}

/* Free with g_free. */
static inline char *json_of(const CxNode *node) {
  CxJson json = {.out = g_string_new(NULL)};
  cx_node_write_json(node, &json);
  char *text = g_string_free(json.out, FALSE), **lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) g_strstrip(*line);
  g_free(text);
  text = g_strjoinv("", lines);
  g_strfreev(lines);
  return text;
}

static inline void assert_tree(const Parsed *parsed, const char *expected) {
  char *found = json_of(parsed->tree);
  g_assert_cmpstr(found, ==, expected);
  g_free(found);
}

#endif
