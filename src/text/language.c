/* Language: a tag and a text in, the tag that the text is shaped in out, and what is to be known of a language.
 *
 * A tag that does not write a text's script says nothing of how to set it, so the script decides then. Every run of
 * another script inside a text gets its language here too: left without one, Pango would ask the locale, and the same
 * input would give another map on another machine. Does not guess a document's language.
 */
#include "shaped.h"

#include <string.h>

/* A script, the language that stands for it, and the font made for it. */
typedef struct Script {
  GUnicodeScript script;
  const char *tag, *font;
} Script;

static const Script scripts[] = {
    {G_UNICODE_SCRIPT_LATIN, "en", NULL},
    {G_UNICODE_SCRIPT_GREEK, "el", NULL},
    {G_UNICODE_SCRIPT_CYRILLIC, "ru", NULL},
    {G_UNICODE_SCRIPT_HAN, "zh-Hans", NULL},
    {G_UNICODE_SCRIPT_BOPOMOFO, "zh-Hant", NULL},
    {G_UNICODE_SCRIPT_HIRAGANA, "ja", NULL},
    {G_UNICODE_SCRIPT_KATAKANA, "ja", NULL},
    {G_UNICODE_SCRIPT_HANGUL, "ko", NULL},
    {G_UNICODE_SCRIPT_ARABIC, "ar", "Noto Sans Arabic"},
    {G_UNICODE_SCRIPT_ARMENIAN, "hy", "Noto Sans Armenian"},
    {G_UNICODE_SCRIPT_BENGALI, "bn", "Noto Sans Bengali"},
    {G_UNICODE_SCRIPT_CANADIAN_ABORIGINAL, "iu", "Noto Sans Canadian Aboriginal"},
    {G_UNICODE_SCRIPT_CHEROKEE, "chr", "Noto Sans Cherokee"},
    {G_UNICODE_SCRIPT_DEVANAGARI, "hi", "Noto Sans Devanagari"},
    {G_UNICODE_SCRIPT_ETHIOPIC, "am", "Noto Sans Ethiopic"},
    {G_UNICODE_SCRIPT_GEORGIAN, "ka", "Noto Sans Georgian"},
    {G_UNICODE_SCRIPT_GUJARATI, "gu", "Noto Sans Gujarati"},
    {G_UNICODE_SCRIPT_GURMUKHI, "pa", "Noto Sans Gurmukhi"},
    {G_UNICODE_SCRIPT_HEBREW, "he", "Noto Sans Hebrew"},
    {G_UNICODE_SCRIPT_KANNADA, "kn", "Noto Sans Kannada"},
    {G_UNICODE_SCRIPT_KHMER, "km", "Noto Sans Khmer"},
    {G_UNICODE_SCRIPT_LAO, "lo", "Noto Sans Lao"},
    {G_UNICODE_SCRIPT_MALAYALAM, "ml", "Noto Sans Malayalam"},
    {G_UNICODE_SCRIPT_MYANMAR, "my", "Noto Sans Myanmar"},
    {G_UNICODE_SCRIPT_NKO, "nqo", "Noto Sans NKo"},
    {G_UNICODE_SCRIPT_ORIYA, "or", "Noto Sans Oriya"},
    {G_UNICODE_SCRIPT_SINHALA, "si", "Noto Sans Sinhala"},
    {G_UNICODE_SCRIPT_SYRIAC, "syr", "Noto Sans Syriac"},
    {G_UNICODE_SCRIPT_TAMIL, "ta", "Noto Sans Tamil"},
    {G_UNICODE_SCRIPT_TELUGU, "te", "Noto Sans Telugu"},
    {G_UNICODE_SCRIPT_THAANA, "dv", "Noto Sans Thaana"},
    {G_UNICODE_SCRIPT_THAI, "th", "Noto Sans Thai"},
    {G_UNICODE_SCRIPT_TIBETAN, "bo", "Noto Serif Tibetan"},
    {G_UNICODE_SCRIPT_YI, "ii", "Noto Sans Yi"},
};

/* What Pango's own table of languages leaves out; a language may stand in several rows. */
static const Script more_languages[] = {
    {G_UNICODE_SCRIPT_HAN, "zh", NULL},      {G_UNICODE_SCRIPT_BOPOMOFO, "zh", NULL},
    {G_UNICODE_SCRIPT_HAN, "yue", NULL},     {G_UNICODE_SCRIPT_HAN, "ko", NULL},
    {G_UNICODE_SCRIPT_ARABIC, "ps", NULL},   {G_UNICODE_SCRIPT_ARABIC, "ckb", NULL},
    {G_UNICODE_SCRIPT_CYRILLIC, "mn", NULL}, {G_UNICODE_SCRIPT_MONGOLIAN, "mn", NULL},
};

static bool is_simple(GUnicodeScript script) {
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC;
}

static bool is_real(GUnicodeScript script) {
  return script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED &&
         script != G_UNICODE_SCRIPT_UNKNOWN;
}

static const Script *find_script(GUnicodeScript script) {
  for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
    if (scripts[i].script == script) return &scripts[i];
  return NULL;
}

/* ---- Tags ------------------------------------------------------------------------------------ */

static size_t subtag_length(const char *tag) {
  return strcspn(tag, "-_");
}

static bool subtag_is(const char *tag, const char *word) {
  size_t length = subtag_length(tag);
  return length == strlen(word) && g_ascii_strncasecmp(tag, word, length) == 0;
}

static const char *next_subtag(const char *tag) {
  tag += subtag_length(tag);
  return *tag == '\0' ? tag : tag + 1;
}

static bool has_subtag(const char *tag, const char *word) {
  for (tag = next_subtag(tag); *tag != '\0'; tag = next_subtag(tag))
    if (subtag_is(tag, word)) return true;
  return false;
}

/* "uz-Cyrl": a script that the tag names itself; UNKNOWN when it names none. */
static GUnicodeScript explicit_script(const char *tag) {
  for (tag = next_subtag(tag); *tag != '\0'; tag = next_subtag(tag)) {
    if (subtag_length(tag) != 4 || !g_ascii_isalpha(tag[0])) continue;
    guint32 code = (guint32)g_ascii_toupper(tag[0]) << 24;
    for (int i = 1; i < 4; i++) code |= (guint32)g_ascii_tolower(tag[i]) << (24 - 8 * i);
    GUnicodeScript script = g_unicode_script_from_iso15924(code);
    return script == G_UNICODE_SCRIPT_INVALID_CODE ? G_UNICODE_SCRIPT_UNKNOWN : script;
  }
  return G_UNICODE_SCRIPT_UNKNOWN;
}

static PangoLanguage *resolve_chinese(const char *tag) {
  if (subtag_is(tag, "yue") || has_subtag(tag, "HK") || has_subtag(tag, "MO"))
    return pango_language_from_string(has_subtag(tag, "Hans") ? "zh-cn" : "zh-hk");
  if (has_subtag(tag, "Hant") || (has_subtag(tag, "TW") && !has_subtag(tag, "Hans")))
    return pango_language_from_string("zh-tw");
  return pango_language_from_string("zh-cn");
}

PangoLanguage *cx_language_resolve(const char *tag) {
  if (subtag_is(tag, "zh") || subtag_is(tag, "yue")) return resolve_chinese(tag);
  char primary[4] = "";
  if (subtag_length(tag) < sizeof primary) memcpy(primary, tag, subtag_length(tag));
  PangoLanguage *language = pango_language_from_string(primary);
  if (pango_language_get_scripts(language, NULL) != NULL) return language;
  for (size_t i = 0; i < G_N_ELEMENTS(more_languages); i++)
    if (subtag_is(primary, more_languages[i].tag)) return language;
  return pango_language_from_string("und");
}

static GUnicodeScript script_of(const char *tag) {
  GUnicodeScript script = explicit_script(tag);
  if (script != G_UNICODE_SCRIPT_UNKNOWN) return script;
  const PangoScript *known = pango_language_get_scripts(cx_language_resolve(tag), NULL);
  if (known != NULL) return (GUnicodeScript)known[0];
  for (size_t i = 0; i < G_N_ELEMENTS(more_languages); i++)
    if (subtag_is(tag, more_languages[i].tag)) return more_languages[i].script;
  return G_UNICODE_SCRIPT_LATIN;
}

static bool writes(const char *tag, GUnicodeScript script) {
  if (script_of(tag) == script) return true;
  for (size_t i = 0; i < G_N_ELEMENTS(more_languages); i++)
    if (more_languages[i].script == script && subtag_is(tag, more_languages[i].tag)) return true;
  PangoLanguage *language = cx_language_resolve(tag);
  return pango_language_get_scripts(language, NULL) != NULL &&
         pango_language_includes_script(language, (PangoScript)script);
}

static bool is_rtl(GUnicodeScript script) {
  switch ((int)script) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_ADLAM: return true;
  default: return false;
  }
}

bool cx_language_is_rtl(const char *lang) {
  return is_rtl(script_of(lang));
}

bool cx_language_is_tall(const char *lang) {
  return !is_simple(script_of(lang));
}

/* ---- The language of a text ------------------------------------------------------------------ */

/* The script of a character with a direction of its own: a letter, or a mark that stands for one. */
static GUnicodeScript strong_script(gunichar c) {
  switch (c) {
  case 0x200e: return G_UNICODE_SCRIPT_LATIN;
  case 0x200f: return G_UNICODE_SCRIPT_HEBREW;
  case 0x061c: return G_UNICODE_SCRIPT_ARABIC;
  default: return g_unichar_isalpha(c) ? g_unichar_get_script(c) : G_UNICODE_SCRIPT_COMMON;
  }
}

CxTally cx_tally_text(const char *text) {
  CxTally tally = {.first = G_UNICODE_SCRIPT_COMMON};
  for (gunichar c; (c = cx_text_next(&text)) != 0;) {
    if (!is_real(tally.first)) tally.first = strong_script(c);
    if (c < 0x80) {
      tally.counts[G_UNICODE_SCRIPT_LATIN] += g_ascii_isalpha((char)c);
      continue;
    }
    GUnicodeScript script = g_unichar_get_script(c);
    tally.counts[(unsigned)script < CX_SCRIPT_COUNT ? script : G_UNICODE_SCRIPT_UNKNOWN]++;
  }
  return tally;
}

/* In a right-to-left language a text may begin with a foreign word: any letter of its own decides. Numbers alone run as
 * they are written everywhere. */
bool cx_tally_is_rtl(const CxTally *tally, const char *lang) {
  if (!cx_language_is_rtl(lang)) return is_rtl(tally->first);
  for (int i = 0; i < CX_SCRIPT_COUNT; i++)
    if (tally->counts[i] > 0 && is_rtl((GUnicodeScript)i)) return true;
  return false;
}

bool cx_tally_is_tall(const CxTally *tally) {
  for (int i = 0; i < CX_SCRIPT_COUNT; i++)
    if (tally->counts[i] > 0 && is_real((GUnicodeScript)i) && !is_simple((GUnicodeScript)i)) return true;
  return false;
}

bool cx_tally_is_mixed(const CxTally *tally, PangoLanguage *language) {
  for (int i = 0; i < CX_SCRIPT_COUNT; i++)
    if (tally->counts[i] > 0 && !pango_language_includes_script(language, (PangoScript)i)) return true;
  return false;
}

/* Ideographs and kana are read together: they are one script here, Japanese where a tenth of it is kana. */
static GUnicodeScript east_asian_script(const CxTally *tally, uint32_t *count) {
  uint32_t han = tally->counts[G_UNICODE_SCRIPT_HAN] + tally->counts[G_UNICODE_SCRIPT_BOPOMOFO];
  uint32_t kana = tally->counts[G_UNICODE_SCRIPT_HIRAGANA] + tally->counts[G_UNICODE_SCRIPT_KATAKANA];
  uint32_t hangul = tally->counts[G_UNICODE_SCRIPT_HANGUL];
  *count = MAX(han + kana, hangul);
  if (hangul > han + kana) return G_UNICODE_SCRIPT_HANGUL;
  return kana > 0 && kana >= han / 10 ? G_UNICODE_SCRIPT_HIRAGANA : G_UNICODE_SCRIPT_HAN;
}

/* The script most of the text is written in; an East Asian character says as much as three letters. */
static GUnicodeScript main_script(const CxTally *tally) {
  uint32_t most;
  GUnicodeScript script = east_asian_script(tally, &most);
  most *= 3;
  for (int i = 0; i < CX_SCRIPT_COUNT; i++)
    if (tally->counts[i] > most && is_real((GUnicodeScript)i)) {
      most = tally->counts[i];
      script = (GUnicodeScript)i;
    }
  return most == 0 ? G_UNICODE_SCRIPT_LATIN : script;
}

/* Frequent characters that only one of the two Chinese orthographies has. */
static bool is_traditional(const char *text) {
  static const char traditional[] = "個們這來時會說對為國學開過還樣經電種發現動問題應當網務體點線顧戶標圖產買賣選";
  static const char simplified[] = "个们这来时会说对为国学开过还样经电种发现动问题应当网务体点线顾户标图产买卖选";
  int balance = 0;
  for (gunichar c; (c = cx_text_next(&text)) != 0;)
    if (c >= 0x4e00 && c <= 0x9fff)
      balance += (g_utf8_strchr(traditional, -1, c) != NULL) - (g_utf8_strchr(simplified, -1, c) != NULL);
  return balance > 0;
}

static const char *language_of_script(GUnicodeScript script, const char *text) {
  if (script == G_UNICODE_SCRIPT_HAN && is_traditional(text)) return "zh-Hant";
  const Script *row = find_script(script);
  return row == NULL ? NULL : row->tag;
}

PangoLanguage *cx_language_of_han(const char *text, const CxTally *tally) {
  uint32_t count;
  return cx_language_resolve(language_of_script(east_asian_script(tally, &count), text));
}

const char *cx_language_choose(const char *wanted, const char *text, const CxTally *tally) {
  if (wanted == NULL || *wanted == '\0') wanted = "en";
  GUnicodeScript script = main_script(tally);
  /* Latin words stand in texts of every language. */
  if (script == G_UNICODE_SCRIPT_LATIN || writes(wanted, script)) return wanted;
  const char *tag = language_of_script(script, text);
  return tag == NULL ? wanted : tag;
}

PangoLanguage *cx_language_for_run(PangoLanguage *language, GUnicodeScript script, PangoLanguage *han) {
  if (pango_language_includes_script(language, (PangoScript)script)) return NULL;
  if (script == G_UNICODE_SCRIPT_HAN) return han;
  const Script *row = find_script(script);
  PangoLanguage *own = cx_language_resolve(row == NULL ? "und" : row->tag);
  return pango_language_includes_script(own, (PangoScript)script) ? own : pango_language_from_string("und");
}

/* ---- Fonts of a language --------------------------------------------------------------------- */

const char *cx_language_font(PangoLanguage *language) {
  const Script *row = find_script(script_of(pango_language_to_string(language)));
  return row == NULL ? NULL : row->font;
}

const char *cx_language_cjk_font(PangoLanguage *language) {
  static const char *const variants[][2] = {
      {"zh-cn", "SC"}, {"zh-tw", "TC"}, {"zh-hk", "HK"}, {"ja", "JP"}, {"ko", "KR"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(variants); i++)
    if (strcmp(pango_language_to_string(language), variants[i][0]) == 0) return variants[i][1];
  return NULL;
}

bool cx_language_is_korean(PangoLanguage *language) {
  return strcmp(pango_language_to_string(language), "ko") == 0;
}

bool cx_language_is_chinese_or_japanese(PangoLanguage *language) {
  return cx_language_cjk_font(language) != NULL && !cx_language_is_korean(language);
}
