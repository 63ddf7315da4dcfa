/* source: reading with its limits, lines and columns, and what lies inside the root. */
#include "cxmap/source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that is taken away with all that is in it, and an arena. */
typedef struct Fixture {
  CxArena *arena;
  char *folder;
} Fixture;

static void set_up(Fixture *fixture, const void *data) {
  (void)data;
  fixture->arena = cx_arena_new();
  char *folder = g_dir_make_tmp("cxmap-XXXXXX", NULL);
  g_assert_nonnull(folder);
  fixture->folder = g_canonicalize_filename(folder, NULL);
  g_free(folder);
}

static void remove_tree(const char *path) {
  GDir *folder = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
    char *child = g_build_filename(path, name, NULL);
    remove_tree(child);
    g_free(child);
  }
  if (folder != NULL) g_dir_close(folder);
  g_remove(path);
}

static void tear_down(Fixture *fixture, const void *data) {
  (void)data;
  remove_tree(fixture->folder);
  g_free(fixture->folder);
  cx_arena_free(fixture->arena);
}

static const char *in_folder(const Fixture *fixture, const char *name) {
  return cx_arena_printf(fixture->arena, "%s/%s", fixture->folder, name);
}

static const char *write_file(const Fixture *fixture, const char *name, const char *text, gssize length) {
  const char *path = in_folder(fixture, name);
  char *folder = g_path_get_dirname(path);
  g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, text, length, NULL));
  g_free(folder);
  return path;
}

/* ---- Reading ------------------------------------------------------------------------------------ */

static void test_read(Fixture *fixture, const void *data) {
  (void)data;
  CxSourceError error = CX_SOURCE_FAILED;
  const char *path = write_file(fixture, "a.yaml", "\xef\xbb\xbftitle: A\n\0b", 14);
  const CxSource *source = cx_source_read(fixture->arena, path, &error);
  g_assert_cmpint(error, ==, CX_SOURCE_OK);
  g_assert_cmpstr(source->name, ==, path);
  g_assert_nonnull(source->path);
  g_assert_cmpmem(source->text, source->length + 1, "title: A\n\0b", 12);
  g_assert_cmpuint(source->line_count, ==, 2);
}

static void test_read_failures(Fixture *fixture, const void *data) {
  (void)data;
  const struct {
    const char *path;
    CxSourceError error;
  } cases[] = {
      {in_folder(fixture, "none.yaml"), CX_SOURCE_MISSING},
      {"", CX_SOURCE_MISSING},
      {cx_arena_printf(fixture->arena, "%s/below", write_file(fixture, "a.yaml", "", 0)), CX_SOURCE_MISSING},
      {fixture->folder, CX_SOURCE_DIRECTORY},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    CxSourceError error = CX_SOURCE_OK;
    g_assert_null(cx_source_read(fixture->arena, cases[i].path, &error));
    g_assert_cmpint(error, ==, cases[i].error);
  }
}

static void test_read_irregular(Fixture *fixture, const void *data) {
  (void)data;
  const char *pipe_path = in_folder(fixture, "pipe");
  g_assert_cmpint(mkfifo(pipe_path, 0600), ==, 0);
  const char *paths[] = {pipe_path, "/dev/null", "/dev/zero"};
  for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
    CxSourceError error = CX_SOURCE_OK;
    g_assert_null(cx_source_read(fixture->arena, paths[i], &error));
    g_assert_cmpint(error, ==, CX_SOURCE_FAILED);
  }
  CxSourceError error = CX_SOURCE_OK;
  g_assert_nonnull(cx_source_read_input(fixture->arena, "/dev/null", &error));
  g_assert_null(cx_source_read_input(fixture->arena, "/dev/zero", &error));
  g_assert_cmpint(error, ==, CX_SOURCE_TOO_LARGE);
}

static void test_read_limit(Fixture *fixture, const void *data) {
  (void)data;
  CxSourceError error;
  const gssize limit = (gssize)CX_LIMIT_FILE_BYTES;
  char *text = g_strnfill(CX_LIMIT_FILE_BYTES + 1, 'a');
  const CxSource *source = cx_source_read(fixture->arena, write_file(fixture, "a", text, limit), &error);
  g_assert_cmpuint(source->length, ==, CX_LIMIT_FILE_BYTES);
  g_assert_null(cx_source_read(fixture->arena, write_file(fixture, "b", text, limit + 1), &error));
  g_assert_cmpint(error, ==, CX_SOURCE_TOO_LARGE);
  g_assert_null(cx_source_from_text(fixture->arena, "c", text, CX_LIMIT_FILE_BYTES + 1));
  g_free(text);
}

static void test_read_stdin(Fixture *fixture, const void *data) {
  (void)data;
  int ends[2], before = dup(STDIN_FILENO);
  CxSourceError error;
  g_assert_cmpint(pipe(ends), ==, 0);
  g_assert_cmpint(write(ends[1], "a: b", 4), ==, 4);
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);
  const CxSource *source = cx_source_read_input(fixture->arena, "-", &error);
  dup2(before, STDIN_FILENO);
  close(before);
  close(ends[0]);
  g_assert_cmpstr(source->name, ==, "stdin");
  g_assert_null(source->path);
  g_assert_cmpstr(source->text, ==, "a: b");
}

static void test_error_texts(void) {
  for (CxSourceError error = CX_SOURCE_OK; error <= CX_SOURCE_FAILED; error++)
    g_assert_cmpuint(strlen(cx_source_error_text(error)), >, 5);
}

/* ---- Places ------------------------------------------------------------------------------------- */

static void assert_place(const CxSource *source, size_t offset, uint32_t line, uint32_t column) {
  const CxPlace place = cx_source_place(source, offset);
  g_assert_cmpuint(place.line, ==, line);
  g_assert_cmpuint(place.column, ==, column);
}

static void test_line_ends(void) {
  CxArena *arena = cx_arena_new();
  static const char text[] = "a\nbc\r\nd\r\re\n";
  static const char *const lines[] = {"a", "bc", "d", "", "e", ""};
  const CxSource *source = cx_source_from_text(arena, "t", text, strlen(text));
  g_assert_cmpuint(source->line_count, ==, G_N_ELEMENTS(lines));
  for (uint32_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    size_t length;
    const char *line = cx_source_line(source, i + 1, &length);
    g_assert_cmpmem(line, length, lines[i], strlen(lines[i]));
  }
  assert_place(source, 0, 1, 1);
  assert_place(source, 3, 2, 2);
  assert_place(source, 5, 2, 4); /* between CR and LF */
  assert_place(source, 6, 3, 1);
  assert_place(source, strlen(text), 6, 1);
  assert_place(source, 1000, 6, 1);
  cx_arena_free(arena);
}

static void test_empty_text(void) {
  CxArena *arena = cx_arena_new();
  const CxSource *source = cx_source_from_text(arena, "t", NULL, 0);
  size_t length = 9;
  cx_source_line(source, 1, &length);
  g_assert_cmpuint(length, ==, 0);
  g_assert_cmpuint(source->line_count, ==, 1);
  assert_place(source, 0, 1, 1);
  cx_arena_free(arena);
}

static void test_columns_are_characters(void) {
  CxArena *arena = cx_arena_new();
  static const char text[] = "\xef\xbb\xbf고객: e\xcc\x81\xff\xe4\xb8 x";
  const CxSource *source = cx_source_from_text(arena, "t", text, strlen(text));
  assert_place(source, 3, 1, 2);
  assert_place(source, 4, 1, 2); /* inside a character */
  assert_place(source, 8, 1, 5); /* e */
  assert_place(source, 11, 1, 7);
  assert_place(source, 12, 1, 8); /* each bad byte is one */
  assert_place(source, 15, 1, 11);
  cx_arena_free(arena);
}

/* Long lines of good and bad characters: the same as counting from the line's beginning. */
static void test_columns_of_long_lines(void) {
  static const char *const pieces[] = {"a", "é", "한", "😀", "\xf0\x9f", "\x80", "\xed\xa0\x80"};
  CxArena *arena = cx_arena_new();
  GRand *random = g_rand_new_with_seed(7);
  GString *text = g_string_new(NULL);
  for (int i = 1; i <= 24000; i++)
    g_string_append(text, i % 8000 == 0 ? "\n" : pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
  const CxSource *source = cx_source_from_text(arena, "t", text->str, text->len);
  uint32_t line = 1, column = 1;
  for (size_t at = 0, bytes; at < text->len; at += bytes) {
    bool ends_line = cx_character_at(text->str + at, text->len - at, &bytes) == '\n';
    assert_place(source, at, line, column);
    assert_place(source, at + bytes - 1, line, column);
    line += ends_line;
    column = ends_line ? 1 : column + 1;
  }
  g_assert_cmpuint(line, ==, 4);
  g_string_free(text, TRUE);
  g_rand_free(random);
  cx_arena_free(arena);
}

/* ---- The root ----------------------------------------------------------------------------------- */

static void test_root(Fixture *fixture, const void *data) {
  (void)data;
  const char *file = write_file(fixture, "project/maps/a.yaml", "", 0);
  const CxRoot *root = cx_root_new(fixture->arena, NULL, file);
  g_assert_true(g_str_has_suffix(root->path, "/project/maps"));
  root = cx_root_new(fixture->arena, in_folder(fixture, "project/maps/.."), file);
  g_assert_true(g_str_has_suffix(root->path, "/project"));
  root = cx_root_new(fixture->arena, NULL, in_folder(fixture, "project/not-there.yaml"));
  g_assert_true(g_str_has_suffix(root->path, "/project"));
  g_assert_true(g_path_is_absolute(cx_root_new(fixture->arena, NULL, "-")->path));
  g_assert_null(cx_root_new(fixture->arena, in_folder(fixture, "none"), file));
  g_assert_null(cx_root_new(fixture->arena, file, file));
  g_assert_null(cx_root_new(fixture->arena, NULL, in_folder(fixture, "none/a.yaml")));
}

/* project/maps/a.yaml, project/b.yaml, beside them project2/c.yaml, and links. */
static const CxSource *make_project(const Fixture *fixture, const CxRoot **root) {
  CxSourceError error;
  const char *file = write_file(fixture, "project/maps/a.yaml", "", 0);
  write_file(fixture, "project/b.yaml", "", 0);
  write_file(fixture, "project2/c.yaml", "", 0);
  g_assert_cmpint(symlink("../project2/c.yaml", in_folder(fixture, "project/out.yaml")), ==, 0);
  g_assert_cmpint(symlink("../project2", in_folder(fixture, "project/outfolder")), ==, 0);
  g_assert_cmpint(symlink("b.yaml", in_folder(fixture, "project/in.yaml")), ==, 0);
  g_assert_cmpint(symlink("loop", in_folder(fixture, "project/loop")), ==, 0);
  *root = cx_root_new(fixture->arena, in_folder(fixture, "project"), NULL);
  return cx_source_read(fixture->arena, file, &error);
}

static void test_resolve(Fixture *fixture, const void *data) {
  (void)data;
  const CxRoot *root;
  const CxSource *from = make_project(fixture, &root);
  const struct {
    const char *path, *suffix;
    CxSourceError error;
  } cases[] = {
      {"a.yaml", "/project/maps/a.yaml", CX_SOURCE_OK},
      {"../b.yaml", "/project/b.yaml", CX_SOURCE_OK},
      {"../in.yaml", "/project/b.yaml", CX_SOURCE_OK},
      {"..", "/project", CX_SOURCE_OK},
      {root->path, "/project", CX_SOURCE_OK},
      {"b.yaml", NULL, CX_SOURCE_MISSING},
      {"../../project2/c.yaml", NULL, CX_SOURCE_OUTSIDE}, /* its name begins with the root's */
      {"../../project2/none.yaml", NULL, CX_SOURCE_OUTSIDE},
      {"../out.yaml", NULL, CX_SOURCE_OUTSIDE},
      {"../outfolder/c.yaml", NULL, CX_SOURCE_OUTSIDE},
      {"../loop", NULL, CX_SOURCE_FAILED},
      {"/etc/passwd", NULL, CX_SOURCE_OUTSIDE},
      {"../../../../../../../..", NULL, CX_SOURCE_OUTSIDE},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    CxSourceError error;
    const char *path = cx_root_resolve(fixture->arena, root, from, cases[i].path, &error);
    g_assert_cmpint(error, ==, cases[i].error);
    g_assert_cmpint(path == NULL, ==, cases[i].suffix == NULL);
    g_assert_true(path == NULL || g_str_has_suffix(path, cases[i].suffix));
  }
}

static void test_resolve_from_memory(Fixture *fixture, const void *data) {
  (void)data;
  const CxRoot *root;
  CxSourceError error;
  make_project(fixture, &root);
  const CxSource *from = cx_source_from_text(fixture->arena, "stdin", "", 0);
  g_assert_nonnull(cx_root_resolve(fixture->arena, root, from, "b.yaml", &error));
  g_assert_nonnull(cx_root_resolve(fixture->arena, root, NULL, "maps/a.yaml", &error));
  const CxRoot all = {.path = "/"};
  g_assert_cmpstr(cx_root_resolve(fixture->arena, &all, from, "dev/null", &error), ==, "/dev/null");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add("/source/read/file", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add("/source/read/failures", Fixture, NULL, set_up, test_read_failures, tear_down);
  g_test_add("/source/read/irregular", Fixture, NULL, set_up, test_read_irregular, tear_down);
  g_test_add("/source/read/limit", Fixture, NULL, set_up, test_read_limit, tear_down);
  g_test_add("/source/read/standard-input", Fixture, NULL, set_up, test_read_stdin, tear_down);
  g_test_add_func("/source/read/error-texts", test_error_texts);
  g_test_add_func("/source/place/line-ends", test_line_ends);
  g_test_add_func("/source/place/empty-text", test_empty_text);
  g_test_add_func("/source/place/columns-are-characters", test_columns_are_characters);
  g_test_add_func("/source/place/columns-of-long-lines", test_columns_of_long_lines);
  g_test_add("/source/root/folder", Fixture, NULL, set_up, test_root, tear_down);
  g_test_add("/source/root/resolve", Fixture, NULL, set_up, test_resolve, tear_down);
  g_test_add("/source/root/resolve-from-memory", Fixture, NULL, set_up, test_resolve_from_memory, tear_down);
  return g_test_run();
}
