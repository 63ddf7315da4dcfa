/* syntax: files that include each other. */
#include "parsed.h"

#include "cxmap/model.h"

#include <glib/gstdio.h>

typedef struct Folder {
  char *path;
} Folder;

static Folder make_folder(void) {
  Folder folder = {.path = g_dir_make_tmp("syntax-XXXXXX", NULL)};
  g_assert_nonnull(folder.path);
  return folder;
}

static void write_file(const Folder *folder, const char *name, const char *text) {
  char *path = g_build_filename(folder->path, name, NULL), *parent = g_path_get_dirname(path);
  g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  g_free(parent);
  g_free(path);
}

static void remove_all(const char *path) {
  GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
    char *inner = g_build_filename(path, name, NULL);
    remove_all(inner);
    g_free(inner);
  }
  if (dir != NULL) g_dir_close(dir);
  g_remove(path);
}

static void remove_folder(Folder *folder) {
  remove_all(folder->path);
  g_free(folder->path);
}

static Parsed load(const Folder *folder, const char *name) {
  Parsed parsed = {.arena = cx_arena_new()};
  parsed.diagnostics = cx_diagnostics_new(parsed.arena);
  CxSourceError error;
  const char *path = cx_arena_printf(parsed.arena, "%s/%s", folder->path, name);
  const CxRoot *root = cx_root_new(parsed.arena, folder->path, path);
  const CxSource *source = cx_source_read(parsed.arena, path, &error);
  g_assert_nonnull(source);
  parsed.tree = cx_syntax_load(parsed.arena, root, source, parsed.diagnostics);
  return parsed;
}

/* The whole of a case: two further files, and what comes out. A file whose name is NULL is left out. */
static void assert_loads(const char *main, const char *const files[][2], size_t count, const char *expected,
                         const char *expected_problems) {
  Folder folder = make_folder();
  write_file(&folder, "main.yaml", main);
  for (size_t i = 0; i < count; i++) write_file(&folder, files[i][0], files[i][1]);
  Parsed parsed = load(&folder, "main.yaml");
  if (expected != NULL) assert_tree(&parsed, expected);
  assert_problems(&parsed, expected_problems);
  done(&parsed);
  remove_folder(&folder);
}

static void test_include_joins(void) {
  static const char *const files[][2] = {
      {"b.yaml", "cxmap: 1\nlang: en\npersonas: {p2: x}\nstatistics: [y, z]\ntitle:\n"},
      {"c.yaml", "personas: {p3: x}\nx-own: {k: v}\n"},
  };
  assert_loads("include: [b.yaml, c.yaml]\ncxmap: 1\npersonas: {p1: x}\nstatistics: [x]\nx-own:\n", files, 2,
               "{\"include\": [\"b.yaml\",\"c.yaml\"],\"cxmap\": \"1\",\"personas\": {\"p1\": \"x\",\"p2\": \"x\","
               "\"p3\": \"x\"},\"statistics\": [\"x\",\"y\",\"z\"],\"x-own\": {\"k\": \"v\"},\"lang\": \"en\","
               "\"title\": null}",
               "");
}

static void test_include_repeats(void) {
  static const char *const files[][2] = {{"b.yaml", "lang: ko\ntitle: U\npersonas: {p2: x, p1: y}\n"}};
  assert_loads(
      "include: b.yaml\nlang: en\ntitle: T\npersonas: {p1: x}\n", files, 1,
      "{\"include\": \"b.yaml\",\"lang\": \"en\",\"title\": \"T\",\"personas\": {\"p1\": \"x\",\"p2\": \"x\"}}",
      "duplicate-key 1:1, duplicate-key 2:1, duplicate-id 3:19");
}

/* Maps that are no sections are not joined, not even where their keys differ. */
static void test_include_repeats_no_section(void) {
  static const char *const files[][2] = {
      {"b.yaml", "emotion_scale: {min: 1}\npersona: {name: B}\nx-own: {k: v}\ntitle: {ko: T}\n"}};
  assert_loads("include: b.yaml\nemotion_scale: {max: 5}\npersona: {name: A}\nx-own: {k: w}\ntitle: {en: T}\n", files,
               1,
               "{\"include\": \"b.yaml\",\"emotion_scale\": {\"max\": \"5\"},\"persona\": {\"name\": \"A\"},"
               "\"x-own\": {\"k\": \"w\"},\"title\": {\"en\": \"T\"}}",
               "duplicate-key 1:1, duplicate-key 2:1, duplicate-key 3:1, duplicate-key 4:1");
}

/* The sections are known here without the tables, and must be those of the tables. */
static void test_include_joins_each_section(void) {
  for (size_t i = 0; i < cx_table_document.count; i++) {
    const CxField *field = &cx_table_document.fields[i];
    if (field->type != &cx_type_section) continue;
    char *one = g_strdup_printf("include: b.yaml\n%s: {a: x}\n", field->key);
    char *other = g_strdup_printf("%s: {b: x}\n", field->key);
    const char *const files[][2] = {{"b.yaml", other}};
    assert_loads(one, files, 1, NULL, "");
    g_free(other);
    g_free(one);
  }
}

static void test_include_keeps_aliases_apart(void) {
  static const char *const files[][2] = {{"b.yaml", "whys: {two: 2}\n"}};
  assert_loads("include: b.yaml\nx-a: &a {one: 1}\nwhys: *a\n", files, 1,
               "{\"include\": \"b.yaml\",\"x-a\": {\"one\": \"1\"},\"whys\": {\"one\": \"1\",\"two\": \"2\"}}", "");
}

/* Sorted by name; not the file itself, nothing hidden; files seen from where they are named. */
static void test_include_pattern(void) {
  static const char *const files[][2] = {
      {"parts/b.yaml", "flows: {b: 1}\n"},  {"parts/a.yaml", "include: ../deep/*/x?.yaml\nflows: {a: 1}\n"},
      {"parts/.c.yaml", "flows: {c: 1}\n"}, {"deep/e/x1.yaml", "flows: {e1: 1}\n"},
      {"deep/d/x2.yaml", "flows: {d2: 1}"}, {"deep/d/y1.yaml", "flows: {y1: 1}"},
  };
  assert_loads("include: [parts/*.yaml, '*.yaml']\nflows: {z: 1}\n", files, 6, NULL, "missing-file 1:25");
  assert_loads(
      "include: parts/*.yaml\nflows: {z: 1}\n", files, 6,
      "{\"include\": \"parts/*.yaml\",\"flows\": {\"z\": \"1\",\"a\": \"1\",\"d2\": \"1\",\"e1\": \"1\",\"b\": \"1\"}}",
      "");
}

static void test_include_once(void) {
  static const char *const files[][2] = {{"b.yaml", "include: c.yaml\nflows: {b: 1}\n"}, {"c.yaml", "flows: {c: 1}\n"}};
  assert_loads("include: [b.yaml, c.yaml, ./b.yaml, '?.yaml']\n", files, 2, NULL, "");
}

static void test_include_cycle(void) {
  static const char *const files[][2] = {{"b.yaml", "include: c.yaml\n"},
                                         {"c.yaml", "k: v\ninclude: [x.yaml, b.yaml]\n"}};
  assert_loads("include: b.yaml\n", files, 2, "{\"include\": \"b.yaml\",\"k\": \"v\"}",
               "missing-file 2:11, include-cycle 2:19");
  assert_loads("include: main.yaml\n", NULL, 0, "{\"include\": \"main.yaml\"}", "include-cycle 1:10");
}

static void test_include_outside(void) {
  assert_loads("include: [../x.yaml, /etc/passwd, '../*', '/*/*', none/*.yaml]\n", NULL, 0, NULL,
               "outside-root 1:11, outside-root 1:22, outside-root 1:35, outside-root 1:43, missing-file 1:51");
}

static void test_include_wrong(void) {
  static const char *const files[][2] = {{"b.yaml", "k: [\n"}, {"parts/c.yaml", "k: v\n"}};
  assert_loads("include: [{a: b}, b.yaml, parts, '']\n", files, 2,
               "{\"include\": [{\"a\": \"b\"},\"b.yaml\",\"parts\",\"\"]}",
               "wrong-type 1:11, cannot-read 1:27, cannot-read 1:34, yaml-syntax 1:4");
}

static void test_include_partial(void) {
  Folder folder = make_folder();
  write_file(&folder, "main.yaml", "include: persnas.yaml\n");
  write_file(&folder, "personas.yaml", "k: v\n");
  Parsed parsed = load(&folder, "main.yaml");
  size_t count;
  g_assert_true(parsed.tree->is_partial);
  g_assert_cmpstr(cx_diagnostics_sorted(parsed.diagnostics, &count)[0]->suggestion, ==, "personas.yaml");
  done(&parsed);
  parsed = load(&folder, "personas.yaml");
  g_assert_false(parsed.tree->is_partial);
  done(&parsed);
  remove_folder(&folder);
}

static void test_include_chain(void) {
  Folder folder = make_folder();
  for (int i = 0; i < 70; i++) {
    char *name = g_strdup_printf("f%d.yaml", i), *text = g_strdup_printf("include: f%d.yaml\n", i + 1);
    write_file(&folder, name, text);
    g_free(text);
    g_free(name);
  }
  Parsed parsed = load(&folder, "f0.yaml");
  assert_problems(&parsed, "too-deep 1:10");
  done(&parsed);
  remove_folder(&folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/include/joins", test_include_joins);
  g_test_add_func("/include/repeats", test_include_repeats);
  g_test_add_func("/include/repeats-no-section", test_include_repeats_no_section);
  g_test_add_func("/include/joins-each-section", test_include_joins_each_section);
  g_test_add_func("/include/keeps-aliases-apart", test_include_keeps_aliases_apart);
  g_test_add_func("/include/pattern", test_include_pattern);
  g_test_add_func("/include/once", test_include_once);
  g_test_add_func("/include/cycle", test_include_cycle);
  g_test_add_func("/include/outside", test_include_outside);
  g_test_add_func("/include/wrong", test_include_wrong);
  g_test_add_func("/include/partial", test_include_partial);
  g_test_add_func("/include/chain", test_include_chain);
  return g_test_run();
}
