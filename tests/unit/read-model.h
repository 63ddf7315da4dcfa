/* What tests of the model share: a definition as a text in, the model and what was reported out. */
#ifndef CXMAP_TESTS_READ_MODEL_H
#define CXMAP_TESTS_READ_MODEL_H

#include "cxmap/model.h"

#include <string.h>

typedef struct Read {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxModel *model;
} Read;

static inline Read read_named(const char *name, const char *text) {
  Read read = {.arena = cx_arena_new()};
  read.diagnostics = cx_diagnostics_new(read.arena);
  const CxSource *source = cx_source_from_text(read.arena, name, text, strlen(text));
  const CxRoot *root = cx_root_new(read.arena, NULL, "-");
  const CxNode *document = cx_syntax_load(read.arena, root, source, read.diagnostics);
  g_assert_nonnull(document);
  read.model = cx_model_read(read.arena, document, source, root, read.diagnostics);
  g_assert_nonnull(read.model);
  return read;
}

static inline const char *first_slug(const Read *read) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read->diagnostics, &count);
  return count == 0 ? "" : cx_code_info(diags[0]->code)->slug;
}

/* A definition without problems. */
static inline Read read_good(const char *text) {
  Read read = read_named("order.yaml", text);
  g_assert_cmpstr(first_slug(&read), ==, "");
  return read;
}

static inline void done(Read *read) {
  cx_arena_free(read->arena);
}

static inline const CxStage *stage_of(const Read *read, size_t index) {
  g_assert_cmpuint(read->model->journeys.count, >, 0);
  g_assert_cmpuint(read->model->journeys.items[0]->stages.count, >, index);
  return read->model->journeys.items[0]->stages.items[index];
}

static inline const CxEmotion *emotion_of(const Read *read, size_t stage) {
  g_assert_cmpuint(stage_of(read, stage)->emotions.count, ==, 1);
  return stage_of(read, stage)->emotions.items[0];
}

#endif
