/* Inputs: what a batch has read and the paths of outputs in; out comes a path that leads to a file that was read. Files
 * are told apart by device and number, so that links are seen through. Pipes and terminals may be both.
 */
#include "shared.h"

#include <sys/stat.h>
#include <unistd.h>

typedef struct Inputs {
  GHashTable *sources; /* seen so far */
  GHashTable *files;   /* what file_of gives of them */
} Inputs;

/* What a regular file is known by; newly allocated. */
static char *file_of(const struct stat *status) {
  return g_strdup_printf("%ju:%ju", (uintmax_t)status->st_dev, (uintmax_t)status->st_ino);
}

/* A source without a path came from standard input. */
static void add_source(const Inputs *inputs, const CxSource *source) {
  struct stat status;
  if (source == NULL || !g_hash_table_add(inputs->sources, (gpointer)source)) return;
  if ((source->path != NULL ? stat(source->path, &status) : fstat(STDIN_FILENO, &status)) == 0)
    g_hash_table_add(inputs->files, file_of(&status));
}

/* An included file is known by what it defines. Trees are limited in depth, and in nodes with all aliases expanded. */
static void add_sources(const Inputs *inputs, const CxNode *node) {
  add_source(inputs, node->span.source);
  for (size_t i = 0; i < node->list.count; i++) add_sources(inputs, node->list.items[i]);
  for (size_t i = 0; i < node->map.count; i++) {
    add_source(inputs, node->map.items[i].key->span.source);
    add_sources(inputs, node->map.items[i].value);
  }
}

static bool has_file(const Inputs *inputs, const char *path) {
  struct stat status;
  if (path == NULL || stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return false;
  char *file = file_of(&status);
  const bool is_input = g_hash_table_contains(inputs->files, file);
  g_free(file);
  return is_input;
}

const char *cx_batch_find_input(const CxBatch *batch, const CxOutputFile *files, size_t count) {
  const Inputs inputs = {.sources = g_hash_table_new(NULL, NULL),
                         .files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  for (size_t i = 0; i < batch->count; i++) {
    add_source(&inputs, batch->runs[i]->source);
    if (batch->runs[i]->nodes != NULL) add_sources(&inputs, batch->runs[i]->nodes);
  }
  const char *found = NULL;
  for (size_t i = 0; i < count && found == NULL; i++)
    if (has_file(&inputs, files[i].path)) found = files[i].path;
  g_hash_table_unref(inputs.files);
  g_hash_table_unref(inputs.sources);
  return found;
}
