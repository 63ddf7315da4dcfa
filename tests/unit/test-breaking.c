/* Breaking: where lines end and where not. In the fake's widths a character is 5.5 points wide, 10 in CJK. */
#include "cxmap/text.h"

#include <string.h>

static CxShaper *fake;

static const CxTextStyle plain = {.size = 10};

/* A text in the fake's widths, broken; its lines joined with bars. */
static char *broken(const char *lang, const char *text, double width, CxFit fit) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(fake, arena, text, &plain, lang, 0);
  CxLines lines = {0};
  cx_shaped_break(arena, shaped, width, fit, &lines);
  GString *result = g_string_new(NULL);
  for (size_t i = 0; i < lines.count; i++) {
    const CxLine *line = &lines.items[i];
    g_string_append(result, i == 0 ? "" : "|");
    g_string_append_len(result, shaped->text + line->begin, (gssize)(line->end - line->begin));
  }
  cx_arena_free(arena);
  return g_string_free(result, FALSE);
}

static void assert_broken(const char *lang, const char *text, double width, CxFit fit, const char *expected) {
  char *lines = broken(lang, text, width, fit);
  g_assert_cmpstr(lines, ==, expected);
  g_free(lines);
}

/* The widest piece that the rules keep whole, in ems. */
static double smallest_ems(const char *lang, const char *text) {
  CxArena *arena = cx_arena_new();
  double smallest = cx_text_shape(fake, arena, text, &plain, lang, 0)->smallest / plain.size;
  cx_arena_free(arena);
  return smallest;
}

static void test_line_feeds(void) {
  assert_broken("en", "a b\n c\n\n  \nd \n", 100, CX_FIT_GREEDY, "a b|c|||d");
  assert_broken("en", "a\x01\tb\r\nc\u2028d", 100, CX_FIT_GREEDY, "a  b|c|d");
  assert_broken("en", " \n ", 100, CX_FIT_GREEDY, "");
}

static void test_greedy(void) {
  assert_broken("en", "aa bb cc dd e", 5 * 5.5, CX_FIT_GREEDY, "aa bb|cc dd|e");
  assert_broken("en", "aa     bb", 3 * 5.5, CX_FIT_GREEDY, "aa|bb");
}

static void test_even(void) {
  assert_broken("en", "a a a a a a a a a a a", 19 * 5.5, CX_FIT_GREEDY, "a a a a a a a a a a|a");
  assert_broken("en", "a a a a a a a a a a a", 19 * 5.5, CX_FIT_EVEN, "a a a a a a a|a a a a");
  /* The last line is long enough as it is. */
  assert_broken("en", "a a a a a a a a a a a a a a", 19 * 5.5, CX_FIT_EVEN, "a a a a a a a a a a|a a a a");
}

static void test_balanced(void) {
  assert_broken("en", "a a a a a a a a a a a", 19 * 5.5, CX_FIT_BALANCED, "a a a a a a|a a a a a");
  assert_broken("ja", "あいうえおか", 50, CX_FIT_BALANCED, "あいう|えおか");
}

static void test_latin(void) {
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "e-mail"), 6 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "A/B"), 3 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "2026–2027"), 9 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "18\u00a0240"), 6 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "touch-point"), 6 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("en", "word—word"), 5 * 0.55, 1e-9);
}

static void test_korean(void) {
  assert_broken("ko", "고객 여정(지도)를 그립니다", 80, CX_FIT_GREEDY, "고객|여정(지도)를|그립니다");
  assert_broken("en", "고객 여정지도 그립니다", 60, CX_FIT_GREEDY, "고객|여정지도|그립니다");
  /* A word wider than the box is cut, but not between the last two characters. */
  assert_broken("ko", "고객여정지도", 50, CX_FIT_GREEDY, "고객여정|지도");
}

static void test_chinese_quotes(void) {
  g_assert_cmpfloat_with_epsilon(smallest_ems("zh-Hans", "中文“引”中文"), 2 * 0.55 + 1, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("zh-Hans", "中文“引”，文"), 2 * 0.55 + 2, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("zh-Hans", "中‘App’文"), 5 * 0.55, 1e-9);
  g_assert_cmpfloat_with_epsilon(smallest_ems("zh-Hans", "中……文——中"), 1 + 2 * 0.55, 1e-9);
}

/* No line begins or ends with a character that must not, at any width that leaves words whole. */
static void check_edges(const char *lang, const char *text, const char *not_first, const char *not_last) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(fake, arena, text, &plain, lang, 0);
  for (double width = shaped->smallest; width < shaped->natural; width += 5) {
    CxLines lines = {0};
    cx_shaped_break(arena, shaped, width, CX_FIT_GREEDY, &lines);
    for (size_t i = 1; i < lines.count; i++) {
      const char *first = shaped->text + lines.items[i].begin, *end = shaped->text + lines.items[i - 1].end;
      g_assert_null(g_utf8_strchr(not_first, -1, g_utf8_get_char(first)));
      g_assert_null(g_utf8_strchr(not_last, -1, g_utf8_get_char(g_utf8_prev_char(end))));
    }
  }
  cx_arena_free(arena);
}

static void test_prohibitions(void) {
  static const char not_first[] = "。，、！？：；）」』】》〉”’…·・ー～〜っゃゅょぁ々％％／ヽ",
                    not_last[] = "（「『【《〈“‘";
  GString *text = g_string_new(NULL);
  for (const char *p = not_first; *p != '\0'; p = g_utf8_next_char(p))
    g_string_append_printf(text, "文字中%.*s", (int)(g_utf8_next_char(p) - p), p);
  for (const char *p = not_last; *p != '\0'; p = g_utf8_next_char(p))
    g_string_append_printf(text, "文字中%.*s", (int)(g_utf8_next_char(p) - p), p);
  g_string_append(text, "文");
  check_edges("zh-Hans", text->str, not_first, not_last);
  check_edges("ja", text->str, not_first, not_last);
  g_string_free(text, TRUE);
}

static void test_seams(void) {
  assert_broken("en", "www.example.com", 9 * 5.5, CX_FIT_GREEDY, "www.|example.|com");
  assert_broken("en", "someone_with@example.com", 14 * 5.5, CX_FIT_GREEDY, "someone_with@|example.com");
  assert_broken("en", "https://example.com", 12 * 5.5, CX_FIT_GREEDY, "https://|example.com");
  assert_broken("en", "https://aaaaaaaaaaaa", 8 * 5.5, CX_FIT_GREEDY, "https://|aaaaaaaa|aaaa");
}

static void test_hyphens(void) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(fake, arena, "abcdefghij", &plain, "en", 0);
  CxLines lines = {0};
  cx_shaped_break(arena, shaped, 6 * 5.5, CX_FIT_GREEDY, &lines);
  g_assert_cmpuint(lines.count, ==, 2);
  g_assert_cmpuint(lines.items[0].end, ==, 5);
  g_assert_cmpfloat_with_epsilon(lines.items[0].width, 6 * 5.5, 1e-9);
  assert_broken("en", "ab\u00adcdefghij", 6 * 5.5, CX_FIT_GREEDY, "ab\u00ad|cdefg|hij");
  assert_broken("ar", "بببببب", 3 * 5.5, CX_FIT_GREEDY, "ببب|ببب");
  cx_arena_free(arena);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/breaking/line-feeds-end-lines", test_line_feeds);
  g_test_add_func("/breaking/greedy", test_greedy);
  g_test_add_func("/breaking/even", test_even);
  g_test_add_func("/breaking/balanced", test_balanced);
  g_test_add_func("/breaking/latin-words-stay-whole", test_latin);
  g_test_add_func("/breaking/korean-breaks-between-words", test_korean);
  g_test_add_func("/breaking/chinese-quotes", test_chinese_quotes);
  g_test_add_func("/breaking/line-edges", test_prohibitions);
  g_test_add_func("/breaking/addresses-are-cut-at-seams", test_seams);
  g_test_add_func("/breaking/long-words-take-hyphens", test_hyphens);
  fake = cx_shaper_new_fixed();
  int status = g_test_run();
  cx_shaper_free(fake);
  return status;
}
