/* diag: the table of codes, collecting and sorting, and the three printers. */
#include "cxmap/diag.h"

#include <string.h>

typedef struct Fixture {
  CxArena *arena;
  CxDiagnostics *list;
  const CxSource *source;
} Fixture;

static Fixture set_up(const char *text) {
  Fixture fixture = {.arena = cx_arena_new()};
  fixture.list = cx_diagnostics_new(fixture.arena);
  fixture.source = cx_source_from_text(fixture.arena, "a.yaml", text, strlen(text));
  return fixture;
}

static void tear_down(Fixture *fixture) {
  cx_arena_free(fixture->arena);
}

/* The first place of a word in the source. */
static CxSpan span_of(const Fixture *fixture, const char *word) {
  const char *found = strstr(fixture->source->text, word);
  g_assert_nonnull(found);
  uint32_t begin = (uint32_t)(found - fixture->source->text);
  return (CxSpan){.source = fixture->source, .begin = begin, .end = begin + (uint32_t)strlen(word)};
}

static void assert_prints(const Fixture *fixture, const char *printer, const char *expected) {
  GString *out = g_string_new(NULL);
  cx_diag_printer_find(printer)->print(fixture->list, false, out);
  g_assert_cmpstr(out->str, ==, expected);
  g_string_free(out, TRUE);
}

/* Prints one problem at a word of a text, for people, without the headline and the counts. */
static void assert_excerpt(const char *text, const char *word, const char *expected) {
  Fixture fixture = set_up(text);
  GString *out = g_string_new(NULL);
  cx_diag_report(fixture.list, CX_UNKNOWN_KEY, span_of(&fixture, word), "m");
  cx_diag_printer_find("human")->print(fixture.list, false, out);
  const char *begin = strchr(out->str, '\n') + 1, *end = strstr(begin, "1 error\n");
  char *excerpt = g_strndup(begin, (gsize)(end - begin));
  g_assert_cmpstr(excerpt, ==, expected);
  g_free(excerpt);
  g_string_free(out, TRUE);
  tear_down(&fixture);
}

/* ---- Codes -------------------------------------------------------------------------------------- */

static void test_codes(void) {
  static const char *const slugs[] = {
#define X(number, name, slug) slug,
      CX_CODES(X)
#undef X
  };
  size_t count;
  const CxCodeInfo *table = cx_code_table(&count);
  g_assert_cmpuint(count, ==, G_N_ELEMENTS(slugs));
  for (size_t i = 0; i < count; i++) {
    char id[8];
    g_snprintf(id, sizeof id, "CX%03d", (int)table[i].code);
    g_assert_cmpstr(table[i].id, ==, id);
    g_assert_cmpstr(table[i].slug, ==, slugs[i]);
    g_assert_true(cx_code_info(table[i].code) == &table[i]);
    g_assert_true(i == 0 || table[i - 1].code < table[i].code);
  }
}

static void test_code_texts(void) {
  size_t count;
  const CxCodeInfo *table = cx_code_table(&count);
  for (size_t i = 0; i < count; i++) {
    const bool is_of_maps = table[i].code >= CX_GUESSED_LANGUAGE && table[i].code < CX_TOO_MANY_COLUMNS;
    const bool is_warning = is_of_maps || table[i].code >= CX_ORPHAN_STEP; /* the last ones are of flows and whys */
    g_assert_cmpint(table[i].severity, ==, is_warning ? CX_WARNING : CX_ERROR);
    g_assert_true(g_str_has_suffix(table[i].summary, "."));
    g_assert_cmpuint(strlen(table[i].explanation), >, 100);
    g_assert_true(g_str_has_suffix(table[i].explanation, ".") || g_str_has_suffix(table[i].explanation, "`"));
    g_assert_null(strstr(table[i].explanation, "  "));
  }
}

/* ---- Collecting --------------------------------------------------------------------------------- */

static void test_sorts(void) {
  Fixture fixture = set_up("one two");
  const CxSource *later = cx_source_from_text(fixture.arena, "0.yaml", "x", 1);
  const CxSpan nowhere = {0}, other = {later, 0, 1}, one = span_of(&fixture, "one"), two = span_of(&fixture, "two");
  cx_diag_report(fixture.list, CX_UNKNOWN_KEY, two, "e");
  cx_diag_report(fixture.list, CX_UNKNOWN_KEY, other, "f");
  cx_diag_report(fixture.list, CX_MISSING_KEY, one, "c");
  cx_diag_report(fixture.list, CX_MISSING_KEY, one, "d");
  cx_diag_report(fixture.list, CX_DUPLICATE_KEY, one, "b");
  cx_diag_report(fixture.list, CX_CANNOT_WRITE, nowhere, "a");
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(fixture.list, &count);
  GString *order = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) g_string_append(order, diags[i]->message);
  g_assert_cmpstr(order->str, ==, "abcdef");
  g_string_free(order, TRUE);
  tear_down(&fixture);
}

static void test_counts(void) {
  Fixture fixture = set_up("a");
  g_assert_false(cx_diagnostics_has_errors(fixture.list));
  cx_diag_report(fixture.list, CX_MISSING_GLYPH, span_of(&fixture, "a"), "w");
  g_assert_false(cx_diagnostics_has_errors(fixture.list));
  cx_diag_report(fixture.list, CX_BAD_LINK, span_of(&fixture, "a"), "e");
  g_assert_true(cx_diagnostics_has_errors(fixture.list));
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_WARNING), ==, 1);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_ERROR), ==, 1);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_NOTE), ==, 0);
  tear_down(&fixture);
}

static void test_sets_severity(void) {
  Fixture fixture = set_up("a");
  CxDiag *diag = cx_diag_report(fixture.list, CX_NOTHING_TO_DRAW, span_of(&fixture, "a"), "w");
  cx_diag_set_severity(fixture.list, diag, CX_ERROR);
  g_assert_cmpint(diag->severity, ==, CX_ERROR);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_WARNING), ==, 0);
  g_assert_true(cx_diagnostics_has_errors(fixture.list));
  CxDiag *again = cx_diag_report(fixture.list, CX_NOTHING_TO_DRAW, span_of(&fixture, "a"), "w");
  cx_diag_set_severity(fixture.list, again, CX_ERROR);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_ERROR), ==, 1);
  tear_down(&fixture);
}

static void test_one_file_read_twice(void) {
  Fixture fixture = set_up("a");
  const CxSource one = {.path = "/a"}, other = {.path = "/a"}, third = {.path = "/b"};
  const CxSource *sources[] = {&one, &other, &third};
  for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
    cx_diag_report(fixture.list, CX_MISSING_KEY, (CxSpan){.source = sources[i]}, "no `name`");
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_ERROR), ==, 2);
  tear_down(&fixture);
}

static void test_same_problem_once(void) {
  Fixture fixture = set_up("a");
  const CxSpan span = span_of(&fixture, "a");
  size_t count;
  CxDiag *diag = cx_diag_report(fixture.list, CX_MISSING_KEY, span, "no `%s`", "name");
  CxDiag *again = cx_diag_report(fixture.list, CX_MISSING_KEY, span, "no `%s`", "name");
  cx_diag_help(fixture.list, again, "goes nowhere");
  cx_diag_report(fixture.list, CX_MISSING_KEY, span, "no `%s`", "stages");
  g_assert_null(diag->help);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_ERROR), ==, 2);
  cx_diagnostics_sorted(fixture.list, &count);
  g_assert_cmpuint(count, ==, 2);
  tear_down(&fixture);
}

static void test_keeps_a_thousand(void) {
  static const char *const words[] = {"name"};
  Fixture fixture = set_up("a");
  size_t count;
  for (unsigned i = 0; i < CX_LIMIT_PROBLEMS + 7; i++) {
    CxDiag *diag = cx_diag_report(fixture.list, CX_GUESSED_LANGUAGE, (CxSpan){fixture.source, 0, 1}, "w %u", i);
    cx_diag_also(fixture.list, diag, (CxSpan){0}, "here");
    cx_diag_suggest(fixture.list, diag, "nam", words, 1);
  }
  const CxDiag *error = cx_diag_report(fixture.list, CX_BAD_LINK, (CxSpan){fixture.source, 0, 1}, "e");
  const CxDiag *const *diags = cx_diagnostics_sorted(fixture.list, &count);
  g_assert_cmpuint(count, ==, CX_LIMIT_PROBLEMS + 1); /* warnings do not push errors out */
  g_assert_true(diags[0] == error);
  g_assert_cmpuint(cx_diagnostics_count(fixture.list, CX_WARNING), ==, CX_LIMIT_PROBLEMS + 7);
  GString *out = g_string_new(NULL);
  cx_diag_printer_find("human")->print(fixture.list, false, out);
  g_assert_true(g_str_has_suffix(out->str, "\n1 error, 1007 warnings (7 of them not shown)\n"));
  g_string_truncate(out, 0);
  cx_diag_printer_find("short")->print(fixture.list, false, out);
  g_assert_true(g_str_has_suffix(out->str, "\ncxmap: note: 7 more not shown\n"));
  g_string_free(out, TRUE);
  tear_down(&fixture);
}

static void test_cuts_messages(void) {
  Fixture fixture = set_up("a");
  GString *text = g_string_new("x");
  while (text->len < 70000) g_string_append(text, "한");
  const CxDiag *diag = cx_diag_report(fixture.list, CX_UNKNOWN_KEY, span_of(&fixture, "a"), "key `%s`", text->str);
  g_assert_cmpuint(strlen(diag->message), <=, 1003);
  g_assert_true(g_utf8_validate(diag->message, -1, NULL));
  g_assert_true(g_str_has_suffix(diag->message, "한…"));
  g_string_free(text, TRUE);
  tear_down(&fixture);
}

/* ---- For people --------------------------------------------------------------------------------- */

static void report_two(Fixture *fixture) {
  static const char *const keys[] = {"emotion"};
  CxDiag *diag =
      cx_diag_report(fixture->list, CX_UNKNOWN_KEY, span_of(fixture, "emotoin"), "unknown key `emotoin` in a stage");
  cx_diag_suggest(fixture->list, diag, "emotoin", keys, 1);
  diag = cx_diag_report(fixture->list, CX_REPEATED, span_of(fixture, "bo, bo"), "`bo` twice");
  cx_diag_help(fixture->list, diag, "take %s out", "one");
  cx_diag_also(fixture->list, diag, span_of(fixture, "bo:"), "defined here");
}

#define TWO "bo: 1\nlist: [bo, bo]\nx:\n  emotoin: 1\n"

static void test_human(void) {
  Fixture fixture = set_up(TWO);
  assert_prints(&fixture, "human", "");
  report_two(&fixture);
  assert_prints(&fixture, "human",
                "a.yaml:2:8: warning: `bo` twice [CX064 repeated]\n"
                "    2 | list: [bo, bo]\n"
                "      |        ^^^^^^\n"
                "   help: take one out\n"
                "   a.yaml:1:1: defined here\n"
                "a.yaml:4:3: error: unknown key `emotoin` in a stage [CX012 unknown-key]\n"
                "    4 |   emotoin: 1\n"
                "      |   ^^^^^^^ did you mean `emotion`?\n"
                "1 error, 1 warning\n");
  tear_down(&fixture);
}

static void test_human_without_source(void) {
  Fixture fixture = set_up("");
  CxDiag *diag = cx_diag_report(fixture.list, CX_UNKNOWN_MAP, (CxSpan){0}, "there is no map `ordr`");
  diag->suggestion = "order";
  assert_prints(&fixture, "human",
                "cxmap: error: there is no map `ordr` [CX081 unknown-map]\n   help: did you mean `order`?\n1 error\n");
  tear_down(&fixture);
}

static void test_file_without_place(void) {
  Fixture fixture = set_up("");
  CxDiag *diag = cx_diag_report(fixture.list, CX_CANNOT_READ, (CxSpan){0}, "'b\033.yaml' does not exist");
  diag->file = "b\033.yaml";
  assert_prints(&fixture, "human", "b\ufffd.yaml: error: 'b\ufffd.yaml' does not exist [CX001 cannot-read]\n1 error\n");
  assert_prints(&fixture, "short", "b\ufffd.yaml: error: 'b\ufffd.yaml' does not exist [CX001 cannot-read]\n");
  tear_down(&fixture);
}

static void test_human_colour(void) {
  Fixture fixture = set_up(TWO);
  GString *out = g_string_new(NULL);
  report_two(&fixture);
  cx_diag_printer_find("human")->print(fixture.list, true, out);
  g_assert_nonnull(strstr(out->str, "\033[1ma.yaml:4:3: \033[1;31merror: \033[0m\033[1munknown key"));
  g_assert_nonnull(strstr(out->str, "  \033[1;31m^^^^^^^ did you mean `emotion`?\033[0m\n"));
  g_string_free(out, TRUE);
  tear_down(&fixture);
}

static void test_carets(void) {
  assert_excerpt("a: b", "b", "    1 | a: b\n      |    ^\n");
  assert_excerpt("客户: 名字 x", "名字", "    1 | 客户: 名字 x\n      |       ^^^^\n");
  assert_excerpt("e\u0301\u0301: e\u0301e", "e\u0301e", "    1 | e\u0301\u0301: e\u0301e\n      |    ^^\n");
  assert_excerpt("a\tb\tc", "b\tc", "    1 | a   b   c\n      |     ^^^^^\n");
  assert_excerpt("a: {b\n  c}", "{b\n  c}", "    1 | a: {b\n      |    ^^\n");
  assert_excerpt("ab\r\nc", "\r\n", "    1 | ab\n      |   ^\n");
  assert_excerpt("\nx", "\n", "    1 |\n      | ^\n");
  assert_excerpt("", "", "    1 |\n      | ^\n");
}

static void test_carets_of_odd_spans(void) {
  Fixture fixture = set_up("ab");
  cx_diag_report(fixture.list, CX_UNKNOWN_KEY, (CxSpan){fixture.source, 1, 0}, "m");
  cx_diag_report(fixture.list, CX_UNKNOWN_KEY, (CxSpan){fixture.source, 900, 950}, "n");
  assert_prints(&fixture, "human",
                "a.yaml:1:2: error: m [CX012 unknown-key]\n    1 | ab\n      |  ^\n"
                "a.yaml:1:3: error: n [CX012 unknown-key]\n    1 | ab\n      |   ^\n2 errors\n");
  tear_down(&fixture);
}

/* A word between two runs of letters, and how much of them is to be shown before and after it. */
static void assert_window(size_t before, size_t after, int shown_before, int shown_after) {
  char *left = g_strnfill(before, 'a'), *right = g_strnfill(after, 'b');
  char *text = g_strdup_printf("%s<=>%s", left, right);
  const char *prefix = shown_before < (int)before ? "…" : "";
  char *expected = g_strdup_printf("    1 | %s%.*s<=>%.*s…\n      | %*s^^^\n", prefix, shown_before, left, shown_after,
                                   right, shown_before + (*prefix != '\0'), "");
  assert_excerpt(text, "<=>", expected);
  g_free(expected);
  g_free(text);
  g_free(left);
  g_free(right);
}

static void test_windows(void) {
  assert_window(10, 1000, 10, 147);
  assert_window(500, 1000, 60, 97);
  assert_window(1000000, 1000000, 60, 97);
}

/* A million marks without width, bad bytes everywhere: the output stays small. */
static void test_windows_hostile(void) {
  GString *text = g_string_new("a");
  while (text->len < 1000000) g_string_append(text, text->len < 500000 ? "\u0301" : "\x80");
  Fixture fixture = set_up(text->str);
  for (uint32_t begin = 0; begin < text->len; begin += 99991)
    cx_diag_report(fixture.list, CX_BAD_UTF8, (CxSpan){fixture.source, begin, (uint32_t)text->len}, "m");
  GString *out = g_string_new(NULL);
  cx_diag_printer_find("human")->print(fixture.list, false, out);
  g_assert_cmpuint(out->len, <, 22000);
  g_assert_true(g_utf8_validate(out->str, -1, NULL));
  g_string_free(out, TRUE);
  g_string_free(text, TRUE);
  tear_down(&fixture);
}

static void test_terminal_is_safe(void) {
  Fixture fixture = set_up("k\x1b]0;x\x07\xc2\x9b\u202e\xff: 1");
  const CxSource source = {.name = "a\x1b.yaml\n",
                           .text = fixture.source->text,
                           .length = fixture.source->length,
                           .line_starts = fixture.source->line_starts,
                           .line_count = 1,
                           .marks = fixture.source->marks};
  CxDiag *diag = cx_diag_report(fixture.list, CX_CONTROL_CHARACTER, (CxSpan){&source, 1, 2}, "a \x1b[31m");
  diag->suggestion = "\r";
  assert_prints(&fixture, "human",
                "a\ufffd.yaml\ufffd:1:2: error: a \ufffd[31m [CX004 control-character]\n"
                "    1 | k\ufffd]0;x\ufffd\ufffd\ufffd\ufffd: 1\n      |  ^ did you mean `\ufffd`?\n1 error\n");
  assert_prints(&fixture, "short",
                "a\ufffd.yaml\ufffd:1:2: error: a \ufffd[31m (did you mean `\ufffd`?) [CX004 control-character]\n");
  tear_down(&fixture);
}

/* A table of words under the problem, as a terminal aligns them; what is missing is marked too. */
static void test_figure(void) {
  Fixture fixture = set_up("grid: x");
  const CxDiagCell cells[] = {{"\u5b9a\u4f4d", false}, {"b", false}, {"a\x1b", true}, {NULL, true}};
  CxDiag *diag = cx_diag_report(fixture.list, CX_BAD_GRID, span_of(&fixture, "x"), "m");
  cx_diag_draw(fixture.list, diag, cells, 2, 2);
  cx_diag_help(fixture.list, diag, "h");
  assert_prints(&fixture, "human",
                "a.yaml:1:7: error: m [CX047 bad-grid]\n    1 | grid: x\n      |       ^\n      |\n"
                "      |   \u5b9a\u4f4d  b\n      |   a\ufffd\n      |   ^^    ^\n   help: h\n1 error\n");
  tear_down(&fixture);
}

/* ---- For programs ------------------------------------------------------------------------------- */

static void test_short(void) {
  Fixture fixture = set_up(TWO);
  assert_prints(&fixture, "short", "");
  report_two(&fixture);
  cx_diag_report(fixture.list, CX_CANNOT_WRITE, (CxSpan){0}, "cannot write");
  assert_prints(&fixture, "short",
                "cxmap: error: cannot write [CX080 cannot-write]\n"
                "a.yaml:2:8: warning: `bo` twice [CX064 repeated]\n"
                "a.yaml:4:3: error: unknown key `emotoin` in a stage (did you mean `emotion`?) [CX012 unknown-key]\n");
  tear_down(&fixture);
}

static void test_json(void) {
  Fixture fixture = set_up(TWO);
  assert_prints(&fixture, "json", "{\n  \"diagnostics\": [],\n  \"errors\": 0,\n  \"warnings\": 0\n}\n");
  report_two(&fixture);
  cx_diag_report(fixture.list, CX_CANNOT_WRITE, (CxSpan){0}, "cannot write \xff");
  assert_prints(
      &fixture, "json",
      "{\n  \"diagnostics\": [\n"
      "    {\"code\": \"CX080\", \"slug\": \"cannot-write\", \"severity\": \"error\", \"message\": \"cannot write "
      "\ufffd\", "
      "\"file\": null, \"line\": null, \"column\": null, \"end_line\": null, \"end_column\": null, \"help\": null, "
      "\"suggestion\": null, \"figure\": null},\n"
      "    {\"code\": \"CX064\", \"slug\": \"repeated\", \"severity\": \"warning\", \"message\": \"`bo` twice\", "
      "\"file\": \"a.yaml\", \"line\": 2, \"column\": 8, \"end_line\": 2, \"end_column\": 14, \"help\": \"take one "
      "out\", "
      "\"suggestion\": null, \"figure\": null},\n"
      "    {\"code\": \"CX012\", \"slug\": \"unknown-key\", \"severity\": \"error\", "
      "\"message\": \"unknown key `emotoin` in a stage\", \"file\": \"a.yaml\", \"line\": 4, \"column\": 3, "
      "\"end_line\": 4, \"end_column\": 10, \"help\": null, \"suggestion\": \"emotion\", \"figure\": null}\n"
      "  ],\n  \"errors\": 2,\n  \"warnings\": 1\n}\n");
  tear_down(&fixture);
}

static void test_printers(void) {
  size_t count;
  const CxDiagPrinter *printers = cx_diag_printers(&count);
  for (size_t i = 0; i < count; i++) g_assert_true(cx_diag_printer_find(printers[i].name) == &printers[i]);
  g_assert_null(cx_diag_printer_find("xml"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/diag/codes/complete", test_codes);
  g_test_add_func("/diag/codes/texts", test_code_texts);
  g_test_add_func("/diag/sorts-by-position", test_sorts);
  g_test_add_func("/diag/counts", test_counts);
  g_test_add_func("/diag/same-problem-once", test_same_problem_once);
  g_test_add_func("/diag/sets-severity", test_sets_severity);
  g_test_add_func("/diag/one-file-read-twice", test_one_file_read_twice);
  g_test_add_func("/diag/keeps-a-thousand", test_keeps_a_thousand);
  g_test_add_func("/diag/cuts-messages", test_cuts_messages);
  g_test_add_func("/diag/human/whole", test_human);
  g_test_add_func("/diag/human/without-source", test_human_without_source);
  g_test_add_func("/diag/human/colour", test_human_colour);
  g_test_add_func("/diag/human/carets", test_carets);
  g_test_add_func("/diag/human/carets-of-odd-spans", test_carets_of_odd_spans);
  g_test_add_func("/diag/human/long-lines", test_windows);
  g_test_add_func("/diag/human/long-lines-hostile", test_windows_hostile);
  g_test_add_func("/diag/human/safe-for-terminals", test_terminal_is_safe);
  g_test_add_func("/diag/figure", test_figure);
  g_test_add_func("/diag/short", test_short);
  g_test_add_func("/diag/file-without-place", test_file_without_place);
  g_test_add_func("/diag/json", test_json);
  g_test_add_func("/diag/printers", test_printers);
  return g_test_run();
}
