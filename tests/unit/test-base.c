/* base: memory, lists, words, numbers, JSON, geometry, paths, colours. */
#include "cxmap/base.h"

#include <math.h>
#include <string.h>

/* ---- Memory and lists --------------------------------------------------------------------------- */

static void test_arena_alloc(void) {
  CxArena *arena = cx_arena_new();
  for (size_t size = 0; size < 200000; size = size * 2 + 1) {
    unsigned char *memory = cx_arena_alloc(arena, size);
    g_assert_cmpuint((uintptr_t)memory % _Alignof(max_align_t), ==, 0);
    for (size_t i = 0; i < size; i++) g_assert_cmpuint(memory[i], ==, 0);
    if (size > 0) memset(memory, 0xff, size);
  }
  cx_arena_free(arena);
  cx_arena_free(NULL);
}

static void test_arena_keeps_apart(void) {
  CxArena *arena = cx_arena_new();
  uint32_t *cells[5000];
  for (uint32_t i = 0; i < G_N_ELEMENTS(cells); i++) {
    cells[i] = cx_new_array(arena, uint32_t, i % 90 + 1);
    cells[i][0] = cells[i][i % 90] = i;
  }
  for (uint32_t i = 0; i < G_N_ELEMENTS(cells); i++) {
    g_assert_cmpuint(cells[i][0], ==, i);
    g_assert_cmpuint(cells[i][i % 90], ==, i);
  }
  cx_arena_free(arena);
}

static void test_arena_strings(void) {
  CxArena *arena = cx_arena_new();
  g_assert_cmpstr(cx_arena_strdup(arena, "여정"), ==, "여정");
  g_assert_null(cx_arena_strdup(arena, NULL));
  g_assert_cmpstr(cx_arena_strndup(arena, "stage", 3), ==, "sta");
  g_assert_cmpstr(cx_arena_strndup(arena, "stage", 99), ==, "stage");
  g_assert_cmpstr(cx_arena_strndup(arena, "", 0), ==, "");
  g_assert_cmpstr(cx_arena_printf(arena, "%s-%d", "a", 7), ==, "a-7");
  cx_arena_free(arena);
}

static void note_release(void *object) {
  GString **note = object;
  g_string_append_c(note[0], (char)('0' + GPOINTER_TO_INT(note[1])));
}

static void test_arena_defer(void) {
  CxArena *arena = cx_arena_new();
  GString *order = g_string_new(NULL);
  for (int i = 1; i <= 3; i++) {
    void **note = cx_new_array(arena, void *, 2);
    note[0] = order;
    note[1] = GINT_TO_POINTER(i);
    cx_arena_defer(arena, note_release, note);
  }
  cx_arena_free(arena);
  g_assert_cmpstr(order->str, ==, "321");
  g_string_free(order, TRUE);
}

static void test_arena_overflow(void) {
  if (g_test_subprocess()) {
    CxArena *arena = cx_arena_new();
    volatile size_t count = SIZE_MAX / 4;
    cx_new_array(arena, double, count);
    return;
  }
  g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed();
  g_test_trap_assert_stderr("*cannot allocate*");
}

static void test_list(void) {
  CxArena *arena = cx_arena_new();
  CX_LIST(int) list = {0};
  for (int i = 0; i < 1000; i++) *cx_list_add(arena, &list) = i;
  g_assert_cmpuint(list.count, ==, 1000);
  for (int i = 0; i < 1000; i++) g_assert_cmpint(list.items[i], ==, i);
  list.count = 10;
  g_assert_cmpint(*cx_list_add(arena, &list), ==, 0);
  cx_arena_free(arena);
}

/* ---- Words and numbers -------------------------------------------------------------------------- */

static void test_word_nearest(void) {
  static const char *const keys[] = {"emotion", "emotions", "actions", "id", "감정", "opportunities"};
  static const char *const cases[][2] = {
      {"emotoin", "emotion"},
      {"EMOTION", "emotion"},
      {"emotins", "emotions"},
      {"acton", NULL},
      {"acions", "actions"},
      {"감점", "감정"},
      {"oportunitys", "opportunities"},
      {"di", "id"},
      {"emotions", "emotions"},
      {"channel", NULL},
      {"", NULL},
      {"xyz", NULL},
      {"x", NULL},
      {"i", "id"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(cx_word_nearest(cases[i][0], keys, G_N_ELEMENTS(keys)), ==, cases[i][1]);
}

static void test_word_ties(void) {
  static const char *const words[] = {"bat", "cat", "hat"};
  g_assert_cmpstr(cx_word_nearest("rat", words, 3), ==, "bat");
  g_assert_cmpstr(cx_word_nearest("hat", words, 3), ==, "hat");
  g_assert_null(cx_word_nearest("rat", words, 0));
}

static void test_word_ties_by_beginning(void) {
  static const char *const words[] = {"state", "stages", "stagey"};
  g_assert_cmpstr(cx_word_nearest("stage", words, 3), ==, "stages");
  g_assert_cmpstr(cx_word_nearest("STAGE", words, 3), ==, "stages");
  g_assert_cmpstr(cx_word_nearest("statee", words, 3), ==, "state");
  g_assert_cmpstr(cx_word_nearest("state", words, 3), ==, "state");
  static const char *const shorter[] = {"nate", "name"};
  g_assert_cmpstr(cx_word_nearest("namte", shorter, 2), ==, "nate");
  g_assert_cmpstr(cx_word_nearest("names", shorter, 2), ==, "name");
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Optimal string alignment without any bound, for short ASCII words. */
static size_t plain_distance(const char *a, const char *b) {
  size_t table[16][16] = {{0}};
  for (size_t i = 0; i <= strlen(a); i++) {
    for (size_t j = 0; j <= strlen(b); j++) {
      table[i][j] = i == 0 || j == 0 ? i + j : table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      if (i > 0 && j > 0) table[i][j] = least(table[i][j], least(table[i - 1][j], table[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = least(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[strlen(a)][strlen(b)];
}

static void test_word_distance(void) {
  GRand *random = g_rand_new_with_seed(3);
  for (int round = 0; round < 20000; round++) {
    char words[2][16] = {"", ""};
    for (size_t i = 0; i < 2; i++)
      for (int length = g_rand_int_range(random, 6, 15); length > 0; length--)
        words[i][length - 1] = (char)g_rand_int_range(random, 'a', 'd');
    const char *const candidates[] = {words[1]};
    size_t limit = strlen(words[0]) / 3;
    bool is_near = plain_distance(words[0], words[1]) <= limit;
    g_assert_cmpint(cx_word_nearest(words[0], candidates, 1) != NULL, ==, is_near);
  }
  g_rand_free(random);
}

static void test_word_hostile(void) {
  char *longer = g_strnfill(100000, 'a');
  const char *const words[] = {longer, "\xff\xfe\x80", "aa"};
  g_assert_null(cx_word_nearest(longer, words, 3));
  g_assert_cmpstr(cx_word_nearest("aab", words, 3), ==, "aa");
  g_assert_cmpstr(cx_word_nearest("\xff\xfe\xe4", words, 3), ==, words[1]);
  g_free(longer);
}

static void test_character_at(void) {
  size_t bytes;
  g_assert_cmpuint(cx_character_at("a", 1, &bytes), ==, 'a');
  g_assert_cmpuint(cx_character_at("한국", 6, &bytes), ==, 0xd55c);
  g_assert_cmpuint(bytes, ==, 3);
  static const char *const bad[] = {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8", "\xff"};
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_assert_cmpuint(cx_character_at(bad[i], strlen(bad[i]), &bytes), ==, 0xfffd);
    g_assert_cmpuint(bytes, ==, 1);
  }
  g_assert_cmpuint(cx_character_at("한", 2, &bytes), ==, 0xfffd);
  g_assert_cmpuint(cx_character_at("", 1, &bytes), ==, 0);
  g_assert_cmpuint(bytes, ==, 1);
}

static void test_number_parse(void) {
  static const struct {
    const char *text;
    double value;
  } good[] = {{"0", 0}, {"-1.5", -1.5}, {"+2", 2}, {".5", .5}, {"5.", 5}, {"1e3", 1000}, {"1E-2", .01}};
  static const char *const bad[] = {"",    "-",   ".",     " 1",    "1 ", "1,5", "0x10",
                                    "inf", "nan", "1e999", "1.2.3", "1e", "--1"};
  for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
    double value = 99;
    g_assert_true(cx_number_parse(good[i].text, &value));
    g_assert_cmpfloat(value, ==, good[i].value);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    double value = 99;
    g_assert_false(cx_number_parse(bad[i], &value));
    g_assert_cmpfloat(value, ==, 99);
  }
}

static void test_number_format(void) {
  static const struct {
    double value;
    int decimals;
    const char *text;
  } cases[] = {
      {4, 3, "4"},
      {.5, 3, "0.5"},
      {12.3454, 3, "12.345"},
      {-0.0004, 3, "0"},
      {-2.5, 1, "-2.5"},
      {100, 0, "100"},
      {1200, 2, "1200"},
      {1e15, 3, "1e+15"},
      {-1e300, 3, "-1e+300"},
      {2.0 / 3, 40, "0.666666666667"},
      {99.5, -4, "100"},
      {-0.0, 2, "0"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char buffer[CX_NUMBER_LENGTH];
    g_assert_true(cx_number_format(cases[i].value, cases[i].decimals, buffer) == buffer);
    g_assert_cmpstr(buffer, ==, cases[i].text);
  }
}

/* ---- JSON --------------------------------------------------------------------------------------- */

static void test_json_layout(void) {
  CxJson json = {.out = g_string_new(NULL)};
  cx_json_object(&json);
  cx_json_member_string(&json, "title", "Order");
  cx_json_member_string(&json, "left-out", NULL);
  cx_json_key(&json, "box");
  cx_json_list_flat(&json);
  cx_json_number(&json, 1);
  cx_json_number(&json, 2.25);
  cx_json_object(&json); /* flat too: it stands inside a flat one */
  cx_json_member_bool(&json, "on", true);
  cx_json_member_number(&json, "n", 0);
  cx_json_end(&json);
  cx_json_end(&json);
  cx_json_key(&json, "none");
  cx_json_list(&json);
  cx_json_end(&json);
  cx_json_key(&json, "items");
  cx_json_list(&json);
  cx_json_string(&json, NULL);
  cx_json_number(&json, NAN);
  cx_json_end(&json);
  cx_json_end(&json);
  g_assert_cmpstr(json.out->str, ==,
                  "{\n  \"title\": \"Order\",\n  \"box\": [1, 2.25, {\"on\": true, \"n\": 0}],\n  \"none\": [],\n"
                  "  \"items\": [\n    null,\n    null\n  ]\n}");
  g_string_free(json.out, TRUE);
}

static void test_json_escapes(void) {
  CxJson json = {.out = g_string_new(NULL)};
  cx_json_string(&json, "a\"b\\c/\b\f\n\r\t\x01\x1f\x7f\xc2\x9b\u2028\u2029\u2027\u00e9한😀");
  g_assert_cmpstr(json.out->str, ==,
                  "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\u009b\\u2028\\u2029\u2027\u00e9한😀\"");
  g_string_free(json.out, TRUE);
}

static void test_json_depth(void) {
  CxJson json = {.out = g_string_new(NULL)};
  for (int i = 0; i < CX_JSON_DEPTH; i++) cx_json_list_flat(&json);
  for (int i = 0; i < CX_JSON_DEPTH; i++) cx_json_end(&json);
  g_assert_cmpuint(json.out->len, ==, (size_t)2 * CX_JSON_DEPTH);
  g_string_free(json.out, TRUE);
}

/* ---- Geometry, paths, colour -------------------------------------------------------------------- */

static void assert_rect(CxRect rect, double x, double y, double w, double h) {
  g_assert_cmpfloat(rect.x, ==, x);
  g_assert_cmpfloat(rect.y, ==, y);
  g_assert_cmpfloat(rect.w, ==, w);
  g_assert_cmpfloat(rect.h, ==, h);
}

static void test_rects(void) {
  const CxRect a = {0, 0, 10, 10}, b = {8, 5, 10, 20}, empty = {99, 99, 0, 0};
  assert_rect(cx_rect_inset(a, (CxInsets){1, 2, 3, 4}), 4, 1, 4, 6);
  assert_rect(cx_rect_inset(a, (CxInsets){6, 0, 6, 0}), 0, 6, 10, 0);
  assert_rect(cx_rect_union(a, b), 0, 0, 18, 25);
  assert_rect(cx_rect_union(a, empty), 0, 0, 10, 10);
  assert_rect(cx_rect_union(empty, b), 8, 5, 10, 20);
  g_assert_true(cx_rect_overlaps(a, b, 0));
  g_assert_false(cx_rect_overlaps(a, b, 2));
  g_assert_false(cx_rect_overlaps(a, (CxRect){10, 0, 5, 5}, 0));
  g_assert_true(cx_rect_contains(a, (CxRect){1, 1, 9, 9}, 0));
  g_assert_false(cx_rect_contains(a, b, 1));
  g_assert_true(cx_rect_contains(a, (CxRect){-0.5, 0, 11, 10}, 0.5));
}

static CxRect bounds(const CxPath *path) {
  CxRect box = {0};
  for (size_t i = 0; i < path->count; i++) {
    if (path->items[i].verb != CX_PATH_CLOSE)
      box = cx_rect_union(box, (CxRect){path->items[i].to.x, path->items[i].to.y, 1e-9, 1e-9});
  }
  return box;
}

static void test_path_shapes(void) {
  CxArena *arena = cx_arena_new();
  const CxRect frame = {10, 20, 40, 30};
  CxPath plain = {0}, rounded = {0}, circle = {0};
  cx_path_rect(arena, &plain, frame, 0);
  g_assert_cmpuint(plain.count, ==, 5);
  cx_path_rect(arena, &rounded, frame, 100); /* no more than a half circle fits */
  g_assert_true(cx_rect_contains(frame, bounds(&rounded), 1e-6));
  g_assert_true(cx_rect_contains(bounds(&rounded), frame, 1e-6));
  cx_path_circle(arena, &circle, (CxPoint){5, 5}, 5);
  g_assert_true(cx_rect_contains(bounds(&circle), (CxRect){0, 0, 10, 10}, 1e-6));
  for (size_t i = 1; i <= 4; i++) /* control points on the tangents, so that the curve is smooth */
    g_assert_cmpfloat_with_epsilon(hypot(circle.items[i].c[0].x - 5, circle.items[i].c[0].y - 5), 5.712, 0.001);
  cx_arena_free(arena);
}

static void test_path_parse(void) {
  CxArena *arena = cx_arena_new();
  CxPath path = {0};
  g_assert_true(cx_path_parse(arena, &path, "M1 2 3,4L-1-2C0 0 1 1 .5.5Z", 2, (CxPoint){10, 20}));
  g_assert_cmpuint(path.count, ==, 5);
  g_assert_cmpint(path.items[1].verb, ==, CX_PATH_LINE);
  g_assert_cmpfloat(path.items[1].to.x, ==, 16);
  g_assert_cmpfloat(path.items[2].to.y, ==, 16);
  g_assert_cmpfloat(path.items[3].to.x, ==, 11);
  g_assert_cmpfloat(path.items[3].c[1].y, ==, 22);
  g_assert_cmpint(path.items[4].verb, ==, CX_PATH_CLOSE);
  cx_arena_free(arena);
}

static void test_path_parse_refuses(void) {
  static const char *const bad[] = {"1 2",    "L1 2",   "M1", "M1 2 3",  "M1 2Z3 4", "m1 2",
                                    "M0x1 2", "M1 2H3", "Z",  "M nan 1", "M1e999 0", "M1 2 C 1 2 3 4 5"};
  CxArena *arena = cx_arena_new();
  CxPath path = {0};
  cx_path_move(arena, &path, 0, 0);
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_assert_false(cx_path_parse(arena, &path, bad[i], 1, (CxPoint){0, 0}));
    g_assert_cmpuint(path.count, ==, 1);
  }
  g_assert_true(cx_path_parse(arena, &path, " ", 1, (CxPoint){0, 0}));
  cx_arena_free(arena);
}

static void test_colour(void) {
  static const char *const bad[] = {"", "#", "0a5", "#0a", "#00aa5", "#ggg", "#00aa555", "# 0a5", "red"};
  CxColour colour;
  char buffer[10];
  g_assert_true(cx_colour_parse("#0a5", &colour));
  g_assert_true(cx_colour_is_same(colour, CX_HEX(0x00aa55)));
  g_assert_cmpstr(cx_colour_format(colour, buffer), ==, "#00aa55");
  g_assert_true(cx_colour_parse("#12aBfF", &colour));
  g_assert_cmpstr(cx_colour_format(colour, buffer), ==, "#12abff");
  g_assert_cmpstr(cx_colour_format((CxColour){1, 2, 3, 4}, buffer), ==, "#01020304");
  g_assert_false(cx_colour_is_same(CX_HEX(0x010203), (CxColour){1, 2, 3, 4}));
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) g_assert_false(cx_colour_parse(bad[i], &colour));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/base/arena/zeroed-and-aligned", test_arena_alloc);
  g_test_add_func("/base/arena/keeps-apart", test_arena_keeps_apart);
  g_test_add_func("/base/arena/strings", test_arena_strings);
  g_test_add_func("/base/arena/releases-last-first", test_arena_defer);
  g_test_add_func("/base/arena/overflow-ends-the-program", test_arena_overflow);
  g_test_add_func("/base/list/grows", test_list);
  g_test_add_func("/base/word/nearest", test_word_nearest);
  g_test_add_func("/base/word/ties-go-to-the-first", test_word_ties);
  g_test_add_func("/base/word/ties-by-beginning", test_word_ties_by_beginning);
  g_test_add_func("/base/word/distance", test_word_distance);
  g_test_add_func("/base/word/hostile", test_word_hostile);
  g_test_add_func("/base/word/character-at", test_character_at);
  g_test_add_func("/base/number/parse", test_number_parse);
  g_test_add_func("/base/number/format", test_number_format);
  g_test_add_func("/base/json/layout", test_json_layout);
  g_test_add_func("/base/json/escapes", test_json_escapes);
  g_test_add_func("/base/json/depth", test_json_depth);
  g_test_add_func("/base/geometry/rects", test_rects);
  g_test_add_func("/base/path/shapes", test_path_shapes);
  g_test_add_func("/base/path/parse", test_path_parse);
  g_test_add_func("/base/path/parse-refuses", test_path_parse_refuses);
  g_test_add_func("/base/colour", test_colour);
  return g_test_run();
}
