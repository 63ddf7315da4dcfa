/* syntax: trees, spans, mistakes in YAML, and limits. */
#include "parsed.h"

static void assert_span(const CxNode *node, const char *expected) {
  g_assert_nonnull(node);
  char *found = g_strndup(node->span.source->text + node->span.begin, node->span.end - node->span.begin);
  g_assert_cmpstr(found, ==, expected);
  g_free(found);
}

/* ---- Trees ---------------------------------------------------------------------------------------------- */

static void test_keeps_text(void) {
  Parsed parsed = parse("a: no\nb: 1.10\nc: ~\nd: \" x \"\ne: it is\n  long\nf: |\n  one\n  two\ng: ''\nh: null\n");
  assert_tree(&parsed, "{\"a\": \"no\",\"b\": \"1.10\",\"c\": \"~\",\"d\": \" x \",\"e\": \"it is long\","
                       "\"f\": \"one\\ntwo\\n\",\"g\": \"\",\"h\": \"null\"}");
  g_assert_true(cx_node_get(parsed.tree, "a")->is_plain);
  g_assert_false(cx_node_get(parsed.tree, "d")->is_plain);
  g_assert_false(cx_node_get(parsed.tree, "f")->is_plain);
  assert_problems(&parsed, "");
  done(&parsed);
}

static void test_keeps_order(void) {
  Parsed parsed = parse("zeta: [3, 1, 2]\nalpha: {b: x, a: y}\n한국어: 값\n");
  assert_tree(&parsed, "{\"zeta\": [\"3\",\"1\",\"2\"],\"alpha\": {\"b\": \"x\",\"a\": \"y\"},\"한국어\": \"값\"}");
  done(&parsed);
}

static void test_absent(void) {
  Parsed parsed = parse("a:\nb: ''\nc: x\nd: !!str\n");
  g_assert_null(cx_node_get(parsed.tree, "a"));
  g_assert_null(cx_node_get(parsed.tree, "z"));
  g_assert_nonnull(cx_node_get(parsed.tree, "b"));
  g_assert_nonnull(cx_node_get(parsed.tree, "c"));
  g_assert_nonnull(cx_node_get(parsed.tree, "d"));
  g_assert_true(cx_node_is_absent(parsed.tree->map.items[0].value));
  g_assert_true(cx_node_is_absent(NULL));
  g_assert_cmpstr(cx_node_kind_text(parsed.tree), ==, "a map");
  done(&parsed);
}

static void test_alias(void) {
  Parsed parsed = parse("a: &x {k: v}\nb: *x\n&y c: [*y, &x d]\ne: *x\n");
  assert_tree(&parsed, "{\"a\": {\"k\": \"v\"},\"b\": {\"k\": \"v\"},\"c\": [\"c\",\"d\"],\"e\": \"d\"}");
  g_assert_true(cx_node_get(parsed.tree, "a") == cx_node_get(parsed.tree, "b"));
  assert_problems(&parsed, "");
  done(&parsed);
}

static void test_line_ends(void) {
  Parsed parsed = parse("\xef\xbb\xbf"
                        "a: 1\r\nb:\r\n- x\r\nc: 2\rd: 3\n");
  assert_tree(&parsed, "{\"a\": \"1\",\"b\": [\"x\"],\"c\": \"2\",\"d\": \"3\"}");
  const CxNode *last = cx_node_get(parsed.tree, "d");
  const CxPlace place = cx_source_place(last->span.source, last->span.begin);
  g_assert_cmpuint(place.line, ==, 5);
  g_assert_cmpuint(place.column, ==, 4);
  done(&parsed);
}

/* ---- Spans ----------------------------------------------------------------------------------------------- */

static void test_spans(void) {
  Parsed parsed = parse("a: 'it''s'\n"
                        "b: |- # note\n  text\n"
                        "c: {x: [1, 2 ] }\n"
                        "d: &anchor !!str \"값\"\n"
                        "e:\n  - x: 주문\n    y: z # note\n  - w\n\n"
                        "f: &g # note\n  k: v\n"
                        "h: plain\n  and more   # note\n");
  assert_span(cx_node_get(parsed.tree, "a"), "'it''s'");
  assert_span(cx_node_get(parsed.tree, "b"), "|-");
  assert_span(cx_node_get(parsed.tree, "c"), "{x: [1, 2 ] }");
  assert_span(cx_node_get(cx_node_get(parsed.tree, "c"), "x"), "[1, 2 ]");
  assert_span(cx_node_get(parsed.tree, "d"), "\"값\"");
  assert_span(cx_node_get(parsed.tree, "e"), "- x: 주문\n    y: z # note\n  - w");
  assert_span(cx_node_get(parsed.tree, "e")->list.items[0], "x: 주문\n    y: z");
  assert_span(cx_node_get(parsed.tree, "f"), "k: v");
  assert_span(cx_node_get(parsed.tree, "h"), "plain\n  and more");
  assert_problems(&parsed, "");
  done(&parsed);
}

/* The span of a plain scalar on one line is its text. */
static void check_spans(const CxNode *node) {
  if (node->kind == CX_NODE_SCALAR) assert_span(node, node->text);
  for (size_t i = 0; i < node->list.count; i++) check_spans(node->list.items[i]);
  for (size_t i = 0; i < node->map.count; i++) {
    check_spans(node->map.items[i].key);
    check_spans(node->map.items[i].value);
  }
}

static void test_spans_of_many_characters(void) {
  GString *text = g_string_new(NULL);
  for (int i = 0; i < 500; i++)
    g_string_append_printf(text, "키%d: [é, {漢字: 😀%d}, x\u00a0y]\nk%d:\n- a\n-\n- b: ü\n", i, i, i);
  Parsed parsed = parse(text->str);
  assert_problems(&parsed, "");
  check_spans(parsed.tree);
  done(&parsed);
  g_string_free(text, TRUE);
}

/* ---- Mistakes ---------------------------------------------------------------------------------------------- */

/* The first problem, with the beginnings of its message and of its help. */
typedef struct Mistake {
  const char *text, *problems, *message, *help;
} Mistake;

static const Mistake mistakes[] = {
    {"title: Order: step 2", "yaml-syntax 1:13", "a text with a `:`", "write `\"Order: step 2\"`"},
    {"title:Foo\nlang: en", "yaml-syntax 1:6", "a space is missing behind this `:`", "write `title: Foo`"},
    {"a: b\ntitle:Foo\nlang: en", "yaml-syntax 2:6", "a space is missing behind this `:`", "write `title: Foo`"},
    {"a: b\nsubtitle\nlang: en", "yaml-syntax 2:1", "this line has no `:`", "write `key: value`"},
    {"a:\n-b\nc: d", "yaml-syntax 2:1", "a space is missing behind this `-`", "write `- `"},
    {"stages:\n\t- name: A", "yaml-syntax 2:1", "a tab cannot indent", "use spaces"},
    {"a:\n  - b: c\n\t  d: e", "yaml-syntax 3:1", "a tab cannot indent", "use spaces"},
    {"a: |\n\tb", "yaml-syntax 2:1", "a tab cannot indent", "use spaces"},
    {"title: \"Order\nlang: en\n", "yaml-syntax 1:8", "the quote that opens this text", "write the same quote"},
    {"goals: [a, b\n", "yaml-syntax 1:12", "a `,` or the closing `]`", "put a text in quotes"},
    {"p: {a: b\nlang: en", "yaml-syntax 2:5", "a `,` or the closing `}`", "put a text in quotes"},
    {"title: x\n  sub: y", "yaml-syntax 2:3", "this line is indented deeper", "if it is a new key"},
    {"s:\n  - n: A\n   g: b", "yaml-syntax 3:4", "this line is indented deeper", "if it is a new key"},
    {"s:\n   - n: A\n  - n: B", "yaml-syntax 3:3", "the indentation of this line", "begin it in the same column"},
    {"s:\n  - n: A\n  f: b", "yaml-syntax 3:3", "an entry of the list is expected", "indent this line deeper"},
    {"a: b\n- c", "yaml-syntax 2:1", "a key is expected", "write `key: value`"},
    {"a: @foo", "yaml-syntax 1:4", "a text that begins with `@`", "put the text in quotes"},
    {"a: `foo`", "yaml-syntax 1:4", "a text that begins with a backtick", "put the text in quotes"},
    {"a: %foo", "yaml-syntax 1:4", "a text that begins with `%`", "put the text in quotes"},
    {"a: *bold* text", "yaml-syntax 1:4", "a text that begins with `*`", "without quotes"},
    {"a: & b", "yaml-syntax 1:4", "a text that begins with `&`", "without quotes"},
    {"a: !e!foo b", "yaml-syntax 1:4", "a text that begins with `!`", "put the text in quotes"},
    {"a: ? b", "yaml-syntax 1:4", "a text that begins with `? `", "put the text in quotes"},
    {"a: \"x\\qy\"", "yaml-syntax 1:6", "`\\q` means nothing", "write \\\\"},
    {"a: \"C:\\Users\"", "yaml-syntax 1:9", "\\x, \\u and \\U", "write \\\\"},
    {"a: \"b\" c", "yaml-syntax 1:8", "the text before this ended", "put the whole text in quotes"},
    {"a: 'it's'", "yaml-syntax 1:8", "the text before this ended", "put the whole text in quotes, and write ''"},
    {"a: [b] c", "yaml-syntax 1:8", "the text before this ended", "put a text that begins with a bracket"},
    {"a: | text\n  b", "yaml-syntax 1:6", "a text under `|`", "begin a new line"},
    {"a: - b", "yaml-syntax 1:4", "a list cannot begin", "begin a new line"},
    {"a: [x,,y]", "yaml-syntax 1:7", "a value is missing", NULL},
    {"%FOO\na: b", "yaml-syntax 1:1", "a line that begins with `%`", "if it is a text"},
    {"{a: b}\nc: d", "yaml-syntax 2:1", "this stands behind the end", NULL},
};

/* What is being tried, as far as it can be printed. */
static void say(const char *text) {
  char *escaped = g_strescape(text, NULL);
  g_test_message("%s", escaped);
  g_free(escaped);
}

static void test_mistakes(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    Parsed parsed = parse(mistakes[i].text);
    say(mistakes[i].text);
    assert_problems(&parsed, mistakes[i].problems);
    size_t count;
    const CxDiag *diag = cx_diagnostics_sorted(parsed.diagnostics, &count)[0];
    g_assert_true(g_str_has_prefix(diag->message, mistakes[i].message));
    g_assert_true(mistakes[i].help == NULL ? diag->help == NULL : g_str_has_prefix(diag->help, mistakes[i].help));
    done(&parsed);
  }
}

static void test_says_where_it_began(void) {
  Parsed parsed = parse("a: b\ntitle: [Order,\nlang: en\n");
  size_t count;
  const CxDiag *diag = cx_diagnostics_sorted(parsed.diagnostics, &count)[0];
  g_assert_cmpuint(diag->also.count, ==, 1);
  g_assert_cmpuint(diag->also.items[0].span.begin, ==, strlen("a: b\ntitle: "));
  g_assert_null(parsed.tree);
  done(&parsed);
}

/* ---- Other problems ------------------------------------------------------------------------------------------- */

static const struct {
  const char *text, *problems;
} problems[] = {
    {"", "empty-document 1:1"},
    {"# note\n", "empty-document 1:1"},
    {"---\n...\n", "empty-document 1:1"},
    {"- a\n- b\n", "not-a-map 1:1"},
    {"\nsome text\n", "not-a-map 2:1"},
    {"a: b\n...\n# note\n", ""},
    {"--- # note\na: b\n", ""},
    {"a: b\n---\nc: d\n", "several-documents 2:1"},
    {"a: b\n...\n%YAML 1.1\n---\nc: d\n", "several-documents 3:1"},
    {"a: x\nb: y\na: z\n'a': q\n", "duplicate-key 3:1, duplicate-key 4:1"},
    {"m: {a: 1, b: 2, a: 3}\n", "duplicate-key 1:17"},
    {"a: *b\n", "bad-alias 1:4"},
    {"a: &b [*b]\n", "bad-alias 1:8"},
    {"a: &b {c: {d: [*b]}}\n", "bad-alias 1:16"},
    {"? [a]\n: b\n{c: d}: e\n", "key-not-text 1:3, key-not-text 3:1"},
    {"?\n: b\n", "key-not-text 1:2"},
    {"a: !!int 3\nb: !x [1]\nc: !!map [1]\n", "unsupported-tag 1:4, unsupported-tag 2:4, unsupported-tag 3:4"},
    {"a: !!str 3\nb: !!seq [1]\nc: !!map {}\nd: ! x\n", ""},
    {"%TAG !e! x\n---\na: b\n", "unsupported-tag 1:1"},
    {"a: \"\\0\"\nb: \"\\a\\e\"\n", "control-character 1:4, control-character 2:4"},
    {"a: \x01\n", "control-character 1:4"},
    {"a: é\x7f\n", "control-character 1:5"},
    {"a: \xc2\x80\n", "control-character 1:4"},
    {"a: \xef\xbf\xbe\n", "control-character 1:4"},
    {"a: x\xc2\x85 z\n", ""},
    {"a: 값\xff\n", "bad-utf8 1:5"},
    {"a: \xed\xa0\x80\n", "bad-utf8 1:4"},
    {"a: \xe2\x82", "bad-utf8 1:4"},
    {"\xff\xfe\x41", "bad-utf8 1:1"},
};

static void test_problems(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(problems); i++) {
    Parsed parsed = parse(problems[i].text);
    say(problems[i].text);
    assert_problems(&parsed, problems[i].problems);
    done(&parsed);
  }
}

static void test_nul(void) {
  Parsed parsed = parse_bytes("a: b\0c", 6);
  assert_problems(&parsed, "control-character 1:5");
  done(&parsed);
}

static void test_first_key_stays(void) {
  Parsed parsed = parse("a: x\nb: y\na: z\nc: w\n");
  assert_tree(&parsed, "{\"a\": \"x\",\"b\": \"y\",\"c\": \"w\"}");
  size_t count;
  const CxDiag *diag = cx_diagnostics_sorted(parsed.diagnostics, &count)[0];
  g_assert_cmpuint(diag->also.items[0].span.begin, ==, 0);
  g_assert_cmpstr(diag->also.items[0].label, ==, "first defined here");
  done(&parsed);
}

static void test_escaped_controls_are_left_out(void) {
  Parsed parsed = parse("a: \"x\\0y\\u0007z\\t\\u200d\"\n");
  g_assert_cmpstr(cx_node_get(parsed.tree, "a")->text, ==, "xyz\t\u200d");
  done(&parsed);
}

/* ---- Limits ----------------------------------------------------------------------------------------------------- */

static char *repeat(const char *text, size_t times, const char *before, const char *after) {
  GString *out = g_string_new(before);
  for (size_t i = 0; i < times; i++) g_string_append(out, text);
  return g_string_free(g_string_append(out, after), FALSE);
}

static void assert_repeated(const char *text, size_t times, const char *before, const char *after,
                            const char *expected) {
  char *all = repeat(text, times, before, after);
  Parsed parsed = parse(all);
  assert_problems(&parsed, expected);
  done(&parsed);
  g_free(all);
}

static void test_nesting(void) {
  assert_repeated("[", 64, "a: ", "", "too-deep 1:67");
  assert_repeated("[", 10000, "a: ", "", "too-deep 1:67");
  assert_repeated("{a: ", 10000, "", "", "too-deep 1:257");
  assert_repeated("- ", 10000, "", "x", "too-deep 1:129");
  char *close = repeat("]", 63, "", "\n");
  assert_repeated("[", 63, "a: ", close, "");
  g_free(close);
}

static void test_nesting_through_aliases(void) {
  GString *text = g_string_new("a0: &a0 [x]\n");
  for (int i = 1; i < 63; i++) g_string_append_printf(text, "a%d: &a%d [*a%d]\n", i, i, i - 1);
  Parsed parsed = parse(text->str);
  assert_problems(&parsed, "");
  done(&parsed);
  g_string_append(text, "b: [*a62]\n");
  parsed = parse(text->str);
  assert_problems(&parsed, "too-deep 64:5");
  done(&parsed);
  g_string_free(text, TRUE);
}

/* 199,998 items are the map, the key, the list and no more. */
static void test_nodes(void) {
  assert_repeated("x,", 199997, "a: [", "]", "");
  assert_repeated("x,", 199998, "a: [", "]", "too-many-nodes 1:399999");
}

static void test_alias_bomb(void) {
  GString *text = g_string_new("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
  for (int i = 1; i < 60; i++) g_string_append_printf(text, "a%d: &a%d [*a%d,*a%d,*a%d]\n", i, i, i - 1, i - 1, i - 1);
  Parsed parsed = parse(text->str);
  g_assert_null(parsed.tree);
  g_assert_cmpuint(cx_diagnostics_count(parsed.diagnostics, CX_ERROR), ==, 1);
  done(&parsed);
  g_string_free(text, TRUE);
}

static void test_text_length(void) {
  assert_repeated("漢", 65536, "a: ", "\n", "");
  assert_repeated("漢", 65537, "a: ", "\n", "text-too-long 1:4");
  assert_repeated("x ", 100000, "b: y\na: |\n  ", "\n", "text-too-long 2:4");
}

/* All keys have the same hash, for GLib's function as for most simple ones. */
static void test_colliding_keys(void) {
  GString *text = g_string_new(NULL);
  for (unsigned i = 0; i < 1u << 14; i++) {
    for (unsigned bit = 0; bit < 14; bit++) g_string_append(text, i >> bit & 1 ? "bA" : "ab");
    g_string_append(text, ": v\n");
  }
  Parsed parsed = parse(text->str);
  assert_problems(&parsed, "");
  g_assert_cmpuint(parsed.tree->map.count, ==, 1u << 14);
  done(&parsed);
  g_string_free(text, TRUE);
}

static void test_long_key(void) {
  assert_repeated("k", 1025, "", ": v\n", "yaml-syntax 1:1");
  assert_repeated("k", 1024, "", ": v\n", "");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/syntax/keeps-text-as-typed", test_keeps_text);
  g_test_add_func("/syntax/keeps-order", test_keeps_order);
  g_test_add_func("/syntax/absent", test_absent);
  g_test_add_func("/syntax/alias", test_alias);
  g_test_add_func("/syntax/line-ends", test_line_ends);
  g_test_add_func("/syntax/spans", test_spans);
  g_test_add_func("/syntax/spans-of-many-characters", test_spans_of_many_characters);
  g_test_add_func("/syntax/mistakes", test_mistakes);
  g_test_add_func("/syntax/says-where-it-began", test_says_where_it_began);
  g_test_add_func("/syntax/problems", test_problems);
  g_test_add_func("/syntax/nul", test_nul);
  g_test_add_func("/syntax/first-key-stays", test_first_key_stays);
  g_test_add_func("/syntax/escaped-controls-are-left-out", test_escaped_controls_are_left_out);
  g_test_add_func("/syntax/nesting", test_nesting);
  g_test_add_func("/syntax/nesting-through-aliases", test_nesting_through_aliases);
  g_test_add_func("/syntax/nodes", test_nodes);
  g_test_add_func("/syntax/alias-bomb", test_alias_bomb);
  g_test_add_func("/syntax/text-length", test_text_length);
  g_test_add_func("/syntax/colliding-keys", test_colliding_keys);
  g_test_add_func("/syntax/long-key", test_long_key);
  return g_test_run();
}
