/* Text: the promises of cxmap/text.h, with the machine's fonts and with the fake. */
#include "cxmap/text.h"

#include <cairo-script.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct Sample {
  const char *lang, *text;
} Sample;

#define LONG_WORD                                                                                                      \
  "rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzrindfleischetikettierungsueberwachungsaufgaben"    \
  "uebertragungsgesetzrindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"                               \
  "rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"

static const Sample samples[] = {
    {"en",
     "The customer waits for the delivery; then she “checks” the status again (twice), e.g. on 12–14 May — sigh."},
    {"en", "https://www.example.com/a/long/path-with_many.parts?query=one&other=two:three@four#fragment"},
    {"en", LONG_WORD},
    {"en", ""},
    {"en", "   "},
    {"en", "  leading and trailing   "},
    {"en", "two\nlines and\n\nan empty one\n"},
    {"en", " \n  \r\n indented\n   again \t tab\r\n"},
    {"en", "soft\u00adhyphens\u00adin\u00ad" LONG_WORD "\u00ad"},
    {"en", "18\u00a0240 zero\u200bwidth\u200bspace e\u0301\u0327 x \u0301 y"},
    {"zh-Hans", "客户说：“为什么要等三天？”——然后在应用里‘取消’了订单……这是2026年的App体验，增长25％。约翰·史密斯。"},
    {"zh-Hant", "客戶說：「為什麼要等三天？」——然後在應用程式裡『取消』了訂單（第二次）！"},
    {"ja",
     "お客様は「なぜ三日も待たされるのか？」と言って、アプリで注文をキャンセルしました。ユーザー・エクスペリエンスっ"},
    {"ko", "고객은 “왜 3일이나 기다려야 하나요?”라고 물었고 앱에서 주문을 취소했습니다(환불 지연)."},
    {"ko", "사용자경험지도만들기워크숍참가자전원에게드리는안내문입니다"},
    {"ar", "قال العميل: «لماذا يجب أن أنتظر ثلاثة أيام؟» ثم ألغى الطلب في تطبيق Shop 24 (الإصدار 2.1)."},
    {"he", "הלקוח אמר: \"למה צריך לחכות שלושה ימים?\" ואז ביטל את ההזמנה באפליקציה Shop 24."},
    {"th", "ลูกค้าพูดว่าทำไมต้องรอสามวันแล้วก็ยกเลิกคำสั่งซื้อในแอปพลิเคชันของร้านค้า"},
    {"hi", "ग्राहक ने कहा: तीन दिन इंतज़ार क्यों करना पड़ता है?"},
    {"en", "Mixed 微信支付 in English, カタカナ too, 한국어 too, and العربية here, ไทย, кириллица."},
    {"en", "👨‍👩‍👧‍👦👍🏽🇩🇪🇫🇷1️⃣ ✓ ★ → "
           "👩🏽‍🚀👨‍👩‍👧‍👦👨‍👩‍👧‍👦"},
    {"xx", "\u0378\U0010fffe\ue123 unassigned \xff\xfe broken"},
};

static CxShaper *shapers[2]; /* fonts, fake */
static CxShaper *fake;

static const CxTextStyle plain = {.size = 10};
static const CxTextStyle bold = {.size = 10, .is_bold = true};

typedef void Check(const CxShaped *shaped, const char *text);

/* Every sample, with both shapers, with and without a tail. */
static void check_all(Check *check) {
  for (size_t i = 0; i < G_N_ELEMENTS(samples); i++)
    for (size_t shaper = 0; shaper < G_N_ELEMENTS(shapers); shaper++) {
      CxArena *arena = cx_arena_new();
      const Sample *sample = &samples[i];
      double tail = i % 2 == 0 ? 0 : 11;
      check(cx_text_shape(shapers[shaper], arena, sample->text, &plain, sample->lang, tail), sample->text);
      cx_arena_free(arena);
    }
}

/* Widths from none to more than enough. */
static double width_at(const CxShaped *shaped, int step) {
  const double widths[] = {0,
                           shaped->least,
                           shaped->least * 1.7,
                           shaped->least * 3.1,
                           shaped->smallest,
                           shaped->smallest * 1.3,
                           (shaped->smallest + shaped->natural) / 2,
                           shaped->natural * 0.99,
                           shaped->natural,
                           1e9};
  return step < (int)G_N_ELEMENTS(widths) ? widths[step] : -1;
}

/* ---- Widths and lines ------------------------------------------------------------------------ */

static void check_count(const CxShaped *shaped, const char *text) {
  (void)text;
  for (int step = 0; width_at(shaped, step) >= 0; step++)
    for (int fit = CX_FIT_GREEDY; fit <= CX_FIT_BALANCED; fit++) {
      CxArena *arena = cx_arena_new();
      CxLines lines = {0};
      cx_shaped_break(arena, shaped, width_at(shaped, step), (CxFit)fit, &lines);
      g_assert_cmpuint(lines.count, ==, cx_shaped_count_lines(shaped, width_at(shaped, step)));
      cx_arena_free(arena);
    }
}

static void test_count(void) {
  check_all(check_count);
}

static void check_fit(const CxShaped *shaped, const char *text) {
  (void)text;
  for (int step = 1; width_at(shaped, step) >= 0; step++) {
    CxArena *arena = cx_arena_new();
    CxLines lines = {0};
    double width = width_at(shaped, step), widest = cx_shaped_break(arena, shaped, width, CX_FIT_GREEDY, &lines);
    g_assert_cmpfloat(widest, <=, width + 1e-6);
    for (size_t i = 0; i < lines.count; i++) g_assert_cmpfloat(lines.items[i].width, <=, widest + 1e-9);
    cx_arena_free(arena);
  }
}

static void test_fit(void) {
  check_all(check_fit);
}

/* What breaks consume is blank. */
static bool is_blank(const char *text, size_t length) {
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    if (!g_unichar_isspace(g_utf8_get_char(p))) return false;
  return true;
}

static void check_join(const CxShaped *shaped, const char *text) {
  (void)text;
  for (int step = 0; width_at(shaped, step) >= 0; step++) {
    CxArena *arena = cx_arena_new();
    CxLines lines = {0};
    cx_shaped_break(arena, shaped, width_at(shaped, step), CX_FIT_GREEDY, &lines);
    size_t at = 0;
    for (size_t i = 0; i < lines.count; at = lines.items[i++].end) {
      g_assert_cmpuint(lines.items[i].begin, >=, at);
      g_assert_true(is_blank(shaped->text + at, lines.items[i].begin - at));
      g_assert_null(memchr(shaped->text + lines.items[i].begin, '\n', lines.items[i].end - lines.items[i].begin));
      g_assert_true(lines.items[i].is_last == (i + 1 == lines.count));
    }
    g_assert_cmpuint(at, ==, shaped->length);
    cx_arena_free(arena);
  }
}

static void test_join(void) {
  check_all(check_join);
}

static void check_widths(const CxShaped *shaped, const char *text) {
  (void)text;
  g_assert_cmpfloat(shaped->natural, >=, shaped->smallest);
  g_assert_cmpfloat(shaped->smallest, >=, shaped->least);
  size_t paragraphs = shaped->length > 0;
  for (const char *p = shaped->text; *p != '\0'; p++) paragraphs += *p == '\n';
  g_assert_cmpuint(cx_shaped_count_lines(shaped, shaped->natural), ==, paragraphs);
}

static void test_widths(void) {
  check_all(check_widths);
}

static void test_any_width(void) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(fake, arena, "a bc", &plain, "en", 0);
  g_assert_cmpuint(cx_shaped_count_lines(shaped, -5), ==, 3);
  g_assert_cmpuint(cx_shaped_count_lines(shaped, NAN), ==, 3);
  g_assert_cmpuint(cx_shaped_count_lines(shaped, INFINITY), ==, 1);
  cx_arena_free(arena);
}

static void test_fixed_widths(void) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(fake, arena, "abe\u0301中 x\nab", &bold, "en", 0);
  g_assert_cmpfloat_with_epsilon(shaped->natural, 3 * 6 + 10 + 2 * 6, 1e-9);
  g_assert_cmpfloat_with_epsilon(shaped->least, 10, 1e-9);
  shaped = cx_text_shape(fake, arena, "ab cd", &plain, "en", 3);
  g_assert_cmpfloat_with_epsilon(shaped->natural, 5 * 5.5 + 3, 1e-2);
  g_assert_cmpfloat_with_epsilon(shaped->smallest, 2 * 5.5 + 3, 1e-2);
  g_assert_null(cx_shaper_family_for(fake, "en"));
  cx_arena_free(arena);
}

static void test_sizes_scale(void) {
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < G_N_ELEMENTS(shapers); i++) {
    const CxTextStyle large = {.size = 25};
    double small = cx_text_shape(shapers[i], arena, "Scale 规模", &plain, "zh-Hans", 0)->natural;
    g_assert_cmpfloat(small, >, 20);
    g_assert_cmpfloat_with_epsilon(cx_text_shape(shapers[i], arena, "Scale 规模", &large, "zh-Hans", 0)->natural,
                                   2.5 * small, 1e-9);
  }
  cx_arena_free(arena);
}

static void test_tracking(void) {
  CxArena *arena = cx_arena_new();
  const CxTextStyle tracked = {.size = 10, .tracking = 1};
  double plain_width = cx_text_shape(shapers[0], arena, "nun", &plain, "en", 0)->natural;
  double width = cx_text_shape(shapers[0], arena, "nun", &tracked, "en", 0)->natural;
  g_assert_cmpfloat_with_epsilon(width, plain_width + 2, 0.01);
  plain_width = cx_text_shape(shapers[0], arena, "客户", &plain, "zh", 0)->natural;
  g_assert_cmpfloat(cx_text_shape(shapers[0], arena, "客户", &tracked, "zh", 0)->natural, ==, plain_width);
  cx_arena_free(arena);
}

static void test_tail(void) {
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < G_N_ELEMENTS(shapers); i++) {
    const CxShaped *shaped = cx_text_shape(shapers[i], arena, "one two", &plain, "en", 30);
    CxLines lines = {0};
    double widest = cx_shaped_break(arena, shaped, shaped->natural - 1, CX_FIT_GREEDY, &lines);
    g_assert_cmpuint(lines.count, ==, 2);
    g_assert_cmpfloat_with_epsilon(widest, lines.items[1].width + 30, 0.01);
    g_assert_cmpfloat_with_epsilon(shaped->smallest, widest, 0.01);
    g_assert_cmpfloat(shaped->least, >, 30);
  }
  cx_arena_free(arena);
}

static void test_emoji(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(shapers); i++) {
    CxArena *arena = cx_arena_new();
    const CxShaped *shaped =
        cx_text_shape(shapers[i], arena, "👨‍👩‍👧‍👦👍🏽🇩🇪", &plain, "en", 0);
    g_assert_cmpuint(cx_shaped_count_lines(shaped, 0), ==, 3);
    cx_arena_free(arena);
  }
}

/* ---- Language and direction ------------------------------------------------------------------ */

static void test_language(void) {
  static const struct {
    const char *wanted, *text, *used;
  } cases[] = {
      {"de", "Kunde", "de"},
      {"zh-HK", "iPhone", "zh-HK"},
      {"en", "고객 여정", "ko"},
      {"zh-Hans", "고객 여정", "ko"},
      {"ja", "顧客体験", "ja"},
      {"zh-Hans", "お客様の声", "ja"},
      {"en", "客户旅程", "zh-Hans"},
      {"en", "客戶體驗", "zh-Hant"},
      {"ru", "رحلة", "ar"},
      {"en", "מסע לקוח", "he"},
      {"en", "ลูกค้า", "th"},
      {"fa", "سفر مشتری", "fa"},
      {"en", "Клиент", "ru"},
      {"uz-Cyrl", "Мижоз", "uz-Cyrl"},
      {"en", "The app is called 微信 in China", "en"},
      {NULL, "text", "en"},
      {"uk", "Клієнт", "uk"},
      {"zh-Hans", "这是의个很长的中文句子", "zh-Hans"},
  };
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(cx_text_shape(fake, arena, cases[i].text, &plain, cases[i].wanted, 0)->lang, ==, cases[i].used);
  cx_arena_free(arena);
}

static void test_direction(void) {
  CxArena *arena = cx_arena_new();
  g_assert_true(cx_text_shape(fake, arena, "(רחוב) street", &plain, "en", 0)->is_rtl);
  g_assert_true(cx_text_shape(fake, arena, "12 Shop טוב", &plain, "he", 0)->is_rtl);
  g_assert_false(cx_text_shape(fake, arena, "12 + 3", &plain, "ar", 0)->is_rtl);
  g_assert_false(cx_text_shape(fake, arena, "12 + 3", &plain, "en", 0)->is_rtl);
  cx_arena_free(arena);
  g_assert_true(cx_language_is_rtl("fa-IR"));
  g_assert_true(cx_language_is_rtl("ckb"));
  g_assert_true(cx_language_is_rtl("ku-Arab"));
  g_assert_false(cx_language_is_rtl("ku"));
  g_assert_false(cx_language_is_rtl("zh-Hant"));
}

static void test_tall(void) {
  CxArena *arena = cx_arena_new();
  g_assert_false(cx_text_shape(fake, arena, "Éa Ωλ Жж — «…» 12 ✓ 😀", &plain, "ja", 0)->is_tall);
  g_assert_true(cx_text_shape(fake, arena, "App 体验", &plain, "en", 0)->is_tall);
  g_assert_true(cx_text_shape(fake, arena, "ลูกค้า", &plain, "en", 0)->is_tall);
  cx_arena_free(arena);
  g_assert_true(cx_language_is_tall("zh"));
  g_assert_true(cx_language_is_tall("ko-KR"));
  g_assert_false(cx_language_is_tall("el"));
  g_assert_false(cx_language_is_tall("sr-Latn"));
}

/* ---- Fonts ----------------------------------------------------------------------------------- */

static void test_missing(void) {
  CxArena *arena = cx_arena_new();
  /* Characters that Unicode has not assigned; a joiner and a mark of order, which need no glyph. */
  const char *text = "a\U000a1000z\U000a1001\U000a1000\u200d\u200e";
  g_assert_cmpstr(cx_text_shape(shapers[0], arena, text, &plain, "en", 0)->missing, ==, "\U000a1000\U000a1001");
  g_assert_null(cx_text_shape(shapers[0], arena, "a b", &plain, "en", 0)->missing);
  cx_arena_free(arena);
}

static void test_many_marks(void) {
  GString *text = g_string_new("e");
  for (int i = 0; i < 20000; i++) g_string_append(text, "\u0301");
  CxArena *arena = cx_arena_new();
  g_assert_cmpuint(cx_text_shape(shapers[0], arena, text->str, &plain, "en", 0)->length, <, 100);
  cx_arena_free(arena);
  g_string_free(text, TRUE);
}

#define MANY(part) part part part part part part part part part part part part " "
/* What Unicode never cuts may be endless; it must not be wider than a few characters. */
static void test_endless_clusters(void) {
  static const char text[] = MANY("👨‍👩‍") MANY("👨🏻") MANY("🏻") MANY("\u1100") MANY("\u0600")
      MANY("\u0915\u094d\u200d") MANY("\ua98f\ua9c0") MANY("\u1780\u17d2") MANY("\uff76\uff9e") MANY("\u0378\u0301");
  CxArena *arena = cx_arena_new();
  g_assert_cmpfloat(cx_text_shape(shapers[0], arena, text, &plain, "en", 0)->least, <, 10 * plain.size);
  cx_arena_free(arena);
}

static void test_family(void) {
  const char *family = cx_shaper_family_for(shapers[0], "en");
  g_assert_cmpstr(family, !=, "");
  g_assert_true(family == cx_shaper_family_for(shapers[0], "en"));
  g_assert_nonnull(cx_shaper_family_for(shapers[0], "zh-Hant-HK"));
  g_assert_nonnull(cx_shaper_family_for(shapers[0], ""));
}

/* The columns of a line's picture that have ink, from first to last; the line begins at 20. */
static void find_ink(const CxLine *line, int *first, int *last) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 400, 40);
  cairo_t *cr = cairo_create(surface);
  cairo_move_to(cr, 20, 30);
  cx_line_show(line, cr);
  g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush(surface);
  const unsigned char *pixels = cairo_image_surface_get_data(surface);
  *first = 400;
  *last = -1;
  for (int x = 0; x < 400; x++)
    for (int y = 0; y < 40; y++)
      if (pixels[y * cairo_image_surface_get_stride(surface) + x] > 0) {
        *first = MIN(*first, x);
        *last = x;
      }
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

static void assert_shown_in_width(const char *lang, const char *text) {
  CxArena *arena = cx_arena_new();
  const CxTextStyle style = {.size = 20};
  const CxShaped *shaped = cx_text_shape(shapers[0], arena, text, &style, lang, 0);
  CxLines lines = {0};
  cx_shaped_break(arena, shaped, fmax(shaped->natural / 2, shaped->least), CX_FIT_GREEDY, &lines);
  for (size_t i = 0; i < lines.count; i++) {
    int first, last;
    find_ink(&lines.items[i], &first, &last);
    g_assert_cmpint(first, >=, 18);
    g_assert_cmpint(last, <=, (int)ceil(20 + lines.items[i].width) + 2);
    /* Nothing was left out either: letters have ink close to both ends. */
    g_assert_cmpint(first, <=, 24);
    g_assert_cmpint(last, >=, (int)(20 + lines.items[i].width) - 5);
  }
  cx_arena_free(arena);
}

static void test_show(void) {
  assert_shown_in_width("en", "HHH NNN HHH NNN");
  assert_shown_in_width("en", "HHHHHHHHHHHHHHHH");
  assert_shown_in_width("he", "חחחח Shop חחחח");
  assert_shown_in_width("en", "HH חח HH חח HH");
}

static cairo_status_t append(void *script, const unsigned char *data, unsigned length) {
  g_string_append_len(script, (const char *)data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a backend is told of a line's text. */
static char *script_of(const CxLine *line) {
  GString *script = g_string_new(NULL);
  cairo_device_t *device = cairo_script_create_for_stream(append, script);
  cairo_surface_t *surface = cairo_script_surface_create(device, CAIRO_CONTENT_COLOR_ALPHA, 400, 40);
  cairo_t *cr = cairo_create(surface);
  cairo_move_to(cr, 20, 30);
  cx_line_show(line, cr);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  cairo_device_destroy(device);
  return g_string_free(script, FALSE);
}

static void test_text_behind_glyphs(void) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(shapers[0], arena, "one two three four wordlongerthanthebox", &plain, "en", 0);
  CxLines lines = {0};
  cx_shaped_break(arena, shaped, shaped->smallest / 2, CX_FIT_GREEDY, &lines);
  g_assert_cmpuint(lines.count, >=, 3);
  for (size_t i = 0; i < lines.count; i++) {
    const CxLine *line = &lines.items[i];
    char *script = script_of(line);
    char *text = g_strdup_printf("(%.*s)", (int)(line->end - line->begin), shaped->text + line->begin);
    g_assert_nonnull(strstr(script, text));
    g_free(text);
    g_free(script);
  }
  cx_arena_free(arena);
}

static void test_visual_order(void) {
  CxArena *arena = cx_arena_new();
  const CxShaped *shaped = cx_text_shape(shapers[0], arena, "שלום abc", &plain, "he", 0);
  CxLines lines = {0};
  cx_shaped_break(arena, shaped, shaped->natural, CX_FIT_GREEDY, &lines);
  g_assert_cmpuint(lines.count, ==, 1);
  char *script = script_of(&lines.items[0]);
  const char *latin = strstr(script, "abc"), *hebrew = strstr(script, "BACKWARD");
  g_assert_nonnull(latin);
  if (shaped->missing != NULL)
    g_test_skip("no font for Hebrew");
  else
    g_assert_true(hebrew != NULL && latin < hebrew);
  g_free(script);
  cx_arena_free(arena);
}

/* ---- The locale ------------------------------------------------------------------------------ */

/* What everything measures, for another process to compare. */
static void print_widths(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
    CxArena *arena = cx_arena_new();
    const CxShaped *shaped = cx_text_shape(shapers[0], arena, samples[i].text, &bold, samples[i].lang, 0);
    g_print("%s %a %a %a\n", shaped->lang, shaped->natural, shaped->smallest, shaped->least);
    cx_arena_free(arena);
  }
}

static const char *program;

static char *widths_in_locale(const char *locale, const char *languages) {
  const char *arguments[] = {program, "--print-widths", NULL};
  char **environment = g_get_environ();
  environment = g_environ_setenv(environment, "LC_ALL", locale, TRUE);
  environment = g_environ_setenv(environment, "PANGO_LANGUAGE", languages, TRUE);
  char *output;
  int status;
  g_assert_true(
      g_spawn_sync(NULL, (char **)arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_cmpint(status, ==, 0);
  g_strfreev(environment);
  return output;
}

static void test_locale(void) {
  char *here = widths_in_locale("C", "en"), *there = widths_in_locale("tr_TR.UTF-8", "tr:ja:zh-tw:ur:sr");
  g_assert_cmpuint(strlen(here), >, 100);
  g_assert_cmpstr(here, ==, there);
  g_free(here);
  g_free(there);
}

static int run_tests(void) {
  g_test_add_func("/text/counts-the-lines-it-breaks", test_count);
  g_test_add_func("/text/lines-fit-their-width", test_fit);
  g_test_add_func("/text/lines-join-to-the-text", test_join);
  g_test_add_func("/text/widths-are-ordered", test_widths);
  g_test_add_func("/text/any-width-gives-an-answer", test_any_width);
  g_test_add_func("/text/fixed-widths", test_fixed_widths);
  g_test_add_func("/text/sizes-scale", test_sizes_scale);
  g_test_add_func("/text/tracking-is-for-latin", test_tracking);
  g_test_add_func("/text/tail-stays-with-the-last-word", test_tail);
  g_test_add_func("/text/emoji-stay-whole", test_emoji);
  g_test_add_func("/text/language", test_language);
  g_test_add_func("/text/direction", test_direction);
  g_test_add_func("/text/tall", test_tall);
  g_test_add_func("/text/missing-glyphs", test_missing);
  g_test_add_func("/text/many-marks", test_many_marks);
  g_test_add_func("/text/endless-clusters", test_endless_clusters);
  g_test_add_func("/text/family", test_family);
  g_test_add_func("/text/shows-what-it-measured", test_show);
  g_test_add_func("/text/text-stands-behind-the-glyphs", test_text_behind_glyphs);
  g_test_add_func("/text/visual-order", test_visual_order);
  g_test_add_func("/text/same-in-any-locale", test_locale);
  return g_test_run();
}

int main(int argc, char **argv) {
  shapers[0] = cx_shaper_new("Noto Sans");
  shapers[1] = fake = cx_shaper_new_fixed();
  int status = 0;
  if (argc > 1 && strcmp(argv[1], "--print-widths") == 0) {
    print_widths();
  } else {
    program = argv[0];
    g_test_init(&argc, &argv, NULL);
    status = run_tests();
  }
  cx_shaper_free(shapers[0]);
  cx_shaper_free(shapers[1]);
  /* The libraries' caches, so that a leak checker sees only what is ours. */
  pango_cairo_font_map_set_default(NULL);
  cairo_debug_reset_static_data();
  FcFini();
  return status;
}
