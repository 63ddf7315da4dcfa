/* schema: what tables are good for besides reading: writing back, the reference, the dictionary; and their faults. */
#include "board.h"

/* ---- Writing ---------------------------------------------------------------------------------------- */

static void test_write(void) {
  Read read =
      read_below(NULL, "en",
                 "title: {en: E, ko: K}\n"
                 "cards:\n"
                 "- {text: a, tags: [t, u], done: true, size: 2, due: 2026-03, id: i, facts: {f: g}, marks: {m: 1.5},\n"
                 "   links: [h], code: c, link: 'http://x', x-own: [1]}\n"
                 "groups: {h: {name: H}}\n");
  assert_problems(&read, "");
  CxJson json = {.out = g_string_new(NULL)};
  cx_json_list_flat(&json);
  cx_schema_write_object(&board_table, read.board, &json);
  cx_json_end(&json);
  g_assert_cmpstr(
      json.out->str, ==,
      "[{\"title\": {\"en\": \"E\", \"ko\": \"K\"}, \"cards\": [{\"text\": \"a\", \"tags\": [\"t\", \"u\"], "
      "\"code\": \"c\", \"done\": true, \"size\": 2, \"shade\": \"light\", \"id\": \"i\", \"links\": [\"h\"], "
      "\"due\": \"2026-03\", \"link\": \"http://x\", \"facts\": {\"f\": \"g\"}, \"marks\": {\"m\": 1.5}, "
      "\"x-own\": [\"1\"]}], \"groups\": {\"h\": {\"id\": \"h\", \"name\": \"H\"}}}]");
  g_string_free(json.out, TRUE);
  done(&read);
}

static void assert_holds(const char *text, const char *part) {
  g_test_message("%s", part);
  g_assert_nonnull(strstr(text, part));
}

static void test_reference(void) {
  GString *out = g_string_new(NULL);
  cx_schema_write_reference(&board_table, out);
  g_assert_true(g_str_has_prefix(out->str,
                                 "## Board\n\nA board.\n\n| Key | Type | Default | Meaning |\n|---|---|---|---|\n"
                                 "| `title` | text |  | The title. |\n"
                                 "| `cards` | list of [cards](#card) |  | Cards. |\n"));
  assert_holds(out->str, "| `named` | map from id to [card](#card) |  | Cards by name. |\n");
  assert_holds(out->str, "| `size` | number, 1 to 5 | `3` | How large. |\n");
  assert_holds(out->str, "| `shade` | [shade](#shade) | `light` | How dark. |\n");
  assert_holds(out->str, "| `name` | text | *needed* | Its name. |\n");
  assert_holds(out->str, "| `dark` | A lot \\| of it. |\n");
  g_assert_true(strstr(strstr(out->str, "## Card\n") + 1, "## Card\n") == NULL);
  g_assert_true(strstr(out->str, "## Card\n") < strstr(out->str, "## Group\n"));
  g_assert_false(g_str_has_suffix(out->str, "\n\n"));
  g_string_free(out, TRUE);
}

static void test_dictionary(void) {
  static const CxWord words[] = {{"怒", 1, NULL}, {"a\"b", 2, NULL}, {"key", 3, NULL}};
  static const CxWords all = {.name = "w", .words = words, .count = 3};
  static const CxField fields[] = {{CX_WORD_ROW("key", Card, shade, Shade, all), .doc = "D."}};
  static const CxTable table = {.name = "t", .doc = "D.", CX_FIELDS(fields), .size = sizeof(Card)};
  GString *out = g_string_new(NULL);
  cx_schema_write_dictionary(&table, out);
  g_assert_cmpstr(out->str, ==, "\"key\"\n\"\\xe6\\x80\\x92\"\n\"a\\x22b\"\n");
  g_string_free(out, TRUE);
}

/* ---- Faults ----------------------------------------------------------------------------------------- */

static void assert_fault(const CxField *row, size_t count, const char *expected) {
  const CxTable inner = {.name = "inner", .doc = "D.", .fields = row, .count = count, .size = sizeof(Card)};
  const CxField fields[] = {{CX_LIST_ROW("cards", Board, cards, Card, inner), .doc = "D."}};
  const CxTable outer = {.name = "outer", .doc = "D.", CX_FIELDS(fields), .size = sizeof(Board)};
  CxArena *arena = cx_arena_new();
  g_assert_cmpstr(cx_table_fault(arena, &outer), ==, expected);
  cx_arena_free(arena);
}

static void test_faults(void) {
  CxArena *arena = cx_arena_new();
  g_assert_cmpstr(cx_table_fault(arena, &board_table), ==, NULL);
  cx_arena_free(arena);
  const CxField rows[] = {
      {CX_TEXT_ROW("a", Card, text)},
      {CX_NUMBER_ROW("a", Card, size), .min = 2, .max = 1, .doc = "D."},
      {CX_NUMBER_ROW("a", Card, size), .min = 1, .max = 2, .fallback = "3", .doc = "D."},
      {CX_WORD_ROW("a", Card, shade, Shade, shades), .fallback = "pink", .doc = "D."},
      {CX_TEXT_ROW("a", Card, text), .fallback = "x", .flags = CX_NEEDED, .doc = "D."},
      {CX_ROW("a", cx_type_ref, CX_AT(Card, next, CxRef)), .doc = "D."},
  };
  static const char *const faults[] = {
      "inner: `a`: no doc that ends with a full stop", "inner: `a`: a range from high to low",
      "inner: `a`: a default that cannot be read",     "inner: `a`: a default that cannot be read",
      "inner: `a`: needed, and yet a default",         "inner: `a`: no table",
  };
  for (size_t i = 0; i < CX_COUNT(rows); i++) assert_fault(&rows[i], 1, faults[i]);
  const CxField twice[] = {{CX_TEXT_ROW("a", Card, text), .doc = "D."}, {CX_TEXT_ROW("a", Card, note), .doc = "D."}};
  assert_fault(twice, 2, "inner: `a`: the same key twice");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tables/write", test_write);
  g_test_add_func("/tables/reference", test_reference);
  g_test_add_func("/tables/dictionary", test_dictionary);
  g_test_add_func("/tables/faults", test_faults);
  return g_test_run();
}
