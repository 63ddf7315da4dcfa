/* The built-in words: the table is complete in every language, and a tag finds its language. */
#include "cxmap/model.h"
#include "cxmap/words.h"

static const char *const languages[] = {"en", "zh-Hans", "zh-Hant", "ko", "ja"};

/* The kinds of places in a pattern, in order: "Page %d of %d" gives "dd". A blank or nothing behind it, a % is one. */
static char *places_of(const char *pattern) {
  GString *places = g_string_new(NULL);
  for (const char *c = strchr(pattern, '%'); c; c = strchr(c + 1, '%')) {
    if (c[1] == '\0' || c[1] == ' ') continue;
    g_assert_true(c[1] == 's' || c[1] == 'd');
    g_string_append_c(places, c[1]);
  }
  return g_string_free(places, FALSE);
}

static void test_complete(void) {
  for (CxWordKey key = 0; key < CX_WORD_END; key++)
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
      const char *found = NULL;
      const char *word = cx_word(key, languages[i], &found);
      g_assert_nonnull(word);
      g_assert_true(g_utf8_validate(word, -1, NULL));
      g_assert_cmpstr(word, !=, "");
      g_assert_cmpstr(found, ==, languages[i]);
    }
}

static void test_same_places(void) {
  for (CxWordKey key = 0; key < CX_WORD_END; key++) {
    char *english = places_of(cx_word(key, "en", NULL));
    g_assert_cmpuint(strspn(english, "sd"), ==, strlen(english));
    for (size_t i = 1; i < G_N_ELEMENTS(languages); i++) {
      char *places = places_of(cx_word(key, languages[i], NULL));
      g_assert_cmpstr(places, ==, english);
      g_free(places);
    }
    g_free(english);
  }
}

/* No word is left in English: but for the shared signs, every translation has a character outside ASCII. */
static void test_translated(void) {
  static const char *const borrowed[] = {"SMS", "SNS"};
  for (CxWordKey key = 0; key < CX_WORD_END; key++) {
    if (key == CX_WORD_N || key == CX_WORD_FACT_SEPARATOR || key == CX_WORD_PERCENT) continue;
    for (size_t i = 1; i < G_N_ELEMENTS(languages); i++) {
      const char *word = cx_word(key, languages[i], NULL);
      bool is_borrowed = g_str_equal(word, borrowed[0]) || g_str_equal(word, borrowed[1]);
      g_assert_true(is_borrowed || !g_str_is_ascii(word));
    }
  }
}

static void test_lookup(void) {
  static const struct {
    const char *lang, *found;
  } cases[] = {
      {"en", "en"},
      {"en-GB", "en"},
      {"ko", "ko"},
      {"ko-KR", "ko"},
      {"ja-JP", "ja"},
      {"zh", "zh-Hans"},
      {"zh-CN", "zh-Hans"},
      {"zh-SG", "zh-Hans"},
      {"zh-Hans", "zh-Hans"},
      {"zh-Hans-HK", "zh-Hans"},
      {"zh-TW", "zh-Hant"},
      {"zh-HK", "zh-Hant"},
      {"zh-MO", "zh-Hant"},
      {"zh-Hant", "zh-Hant"},
      {"zh-Hant-TW", "zh-Hant"},
      {"ZH-hant", "zh-Hant"},
      {"fr", "en"},
      {"kok", "en"},
      {"", "en"},
      {NULL, "en"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *found = NULL;
    cx_word(CX_WORD_STAGES, cases[i].lang, &found);
    g_assert_cmpstr(found, ==, cases[i].found);
  }
}

static void test_order_of_enums(void) {
  g_assert_cmpint(CX_WORD_MOOD_SURPRISE - CX_WORD_MOOD_JOY, ==, CX_MOOD_SURPRISE - CX_MOOD_JOY);
  g_assert_cmpint(CX_WORD_EVIDENCE_OTHER - CX_WORD_EVIDENCE_INTERVIEW, ==, CX_EVIDENCE_OTHER - CX_EVIDENCE_INTERVIEW);
  g_assert_cmpint(CX_WORD_LEVEL_DELIGHTED - CX_WORD_LEVEL_ANGRY, ==, 4);
  g_assert_cmpstr(cx_word(CX_WORD_MOOD_JOY + CX_MOOD_FEAR - CX_MOOD_JOY, "zh", NULL), ==, "恐惧");
  g_assert_cmpstr(cx_word(CX_WORD_EVIDENCE_INTERVIEW + CX_EVIDENCE_SURVEY - CX_EVIDENCE_INTERVIEW, "en", NULL), ==,
                  "Survey");
}

static void test_fill(void) {
  CxArena *arena = cx_arena_new();
  g_assert_cmpstr(cx_word_fill(arena, CX_WORD_PAGE, "en", "1", "3"), ==, "Page 1 of 3");
  g_assert_cmpstr(cx_word_fill(arena, CX_WORD_PAGE, "zh-Hans", "1", "3"), ==, "第 1 页，共 3 页");
  g_assert_cmpstr(cx_word_fill(arena, CX_WORD_TARGET, "ko", "100 %", NULL), ==, "목표 100 %");
  g_assert_cmpstr(cx_word_fill(arena, CX_WORD_IMPACT, "en", "%s%n", NULL), ==, "impact %s%n");
  g_assert_cmpstr(cx_word_fill(arena, CX_WORD_PEAK, "en", NULL, NULL), ==, "Peak");
  cx_arena_free(arena);
}

static void test_dates(void) {
  static const struct {
    CxDate date;
    const char *lang, *text;
  } cases[] = {
      {{2026, 3, 2, {0}}, "en", "2 March 2026"},
      {{2026, 3, 0, {0}}, "en", "March 2026"},
      {{2026, 0, 0, {0}}, "en", "2026"},
      {{2026, 12, 31, {0}}, "fr", "31 December 2026"},
      {{2026, 3, 2, {0}}, "zh-Hans", "2026 年 3 月 2 日"},
      {{2026, 3, 0, {0}}, "zh-TW", "2026 年 3 月"},
      {{2026, 0, 0, {0}}, "zh", "2026 年"},
      {{2026, 3, 2, {0}}, "ko", "2026년 3월 2일"},
      {{2026, 3, 0, {0}}, "ko", "2026년 3월"},
      {{2026, 3, 2, {0}}, "ja", "2026年3月2日"},
      {{2026, 0, 0, {0}}, "ja", "2026年"},
  };
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(cx_word_date(arena, &cases[i].date, cases[i].lang), ==, cases[i].text);
  cx_arena_free(arena);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/words/complete", test_complete);
  g_test_add_func("/words/same-places", test_same_places);
  g_test_add_func("/words/translated", test_translated);
  g_test_add_func("/words/lookup", test_lookup);
  g_test_add_func("/words/order-of-enums", test_order_of_enums);
  g_test_add_func("/words/fill", test_fill);
  g_test_add_func("/words/dates", test_dates);
  return g_test_run();
}
