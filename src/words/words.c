/* The built-in words, and dates, in the language of a map.
 *
 * In: a word's key and a BCP 47 tag. Out: the word of the nearest language that words.def has a column for. A tag
 * belongs to the column whose own tag begins it (zh-Hant-HK → zh-Hant); regions that imply a script are listed;
 * everything else is English. Words with places to fill are patterns: cx_word_fill puts values into them, so that no
 * text of the table is ever a printf format.
 */
#include "cxmap/words.h"

/* The columns of words.def, in its order. */
typedef enum Column { ENGLISH, SIMPLIFIED, TRADITIONAL, KOREAN, JAPANESE, COLUMNS } Column;

static const char *const words[CX_WORD_END][COLUMNS] = {
#define CX_WORD(key, ...) [CX_WORD_##key] = {__VA_ARGS__},
#include "cxmap/words.def"
#undef CX_WORD
};

typedef struct Tag {
  const char *tag;
  Column column;
} Tag;

static const char *const column_tags[COLUMNS] = {"en", "zh-Hans", "zh-Hant", "ko", "ja"};

/* Tried after column_tags, from the narrow to the wide. */
static const Tag implied[] = {
    {"zh-TW", TRADITIONAL},
    {"zh-HK", TRADITIONAL},
    {"zh-MO", TRADITIONAL},
    {"zh", SIMPLIFIED},
};

/* How a date is written: day and month name as in English, or numbers each with its unit. */
typedef struct DateStyle {
  const char *year, *month, *day, *gap; /* year NULL: as in English */
} DateStyle;

static const DateStyle date_styles[COLUMNS] = {
    [SIMPLIFIED] = {" 年", " 月", " 日", " "},
    [TRADITIONAL] = {" 年", " 月", " 日", " "},
    [KOREAN] = {"년", "월", "일", " "},
    [JAPANESE] = {"年", "月", "日", ""},
};

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

static bool is_under(const char *lang, const char *tag) {
  size_t length = strlen(tag);
  return g_ascii_strncasecmp(lang, tag, length) == 0 && (lang[length] == '\0' || lang[length] == '-');
}

static Column column_of(const char *lang) {
  if (!lang) return ENGLISH;
  for (Column column = 0; column < COLUMNS; column++)
    if (is_under(lang, column_tags[column])) return column;
  for (size_t i = 0; i < G_N_ELEMENTS(implied); i++)
    if (is_under(lang, implied[i].tag)) return implied[i].column;
  return ENGLISH;
}

const char *cx_word(CxWordKey key, const char *lang, const char **found) {
  Column column = column_of(lang);
  if (found) *found = column_tags[column];
  return words[key][column];
}

const char *const *cx_word_languages(size_t *count) {
  *count = COLUMNS;
  return column_tags;
}

CxText cx_word_text(CxArena *arena, CxWordKey key, const char *lang, CxSpan place) {
  CxText text = {.text = cx_word(key, lang, NULL), .span = place};
  for (size_t i = 0; i < COLUMNS; i++)
    *cx_list_add(arena, &text.in) = (CxTranslation){.lang = column_tags[i], .text = words[key][i]};
  return text;
}

const char *cx_word_fill(CxArena *arena, CxWordKey key, const char *lang, const char *first, const char *second) {
  return cx_pattern_fill(arena, cx_word(key, lang, NULL), first, second);
}

static const char *english_date(CxArena *arena, const CxDate *date) {
  if (!date->month) return cx_arena_printf(arena, "%d", date->year);
  const char *month = months[date->month - 1];
  if (!date->day) return cx_arena_printf(arena, "%s %d", month, date->year);
  return cx_arena_printf(arena, "%d %s %d", date->day, month, date->year);
}

const char *cx_word_date(CxArena *arena, const CxDate *date, const char *lang) {
  const DateStyle *style = &date_styles[column_of(lang)];
  if (!style->year) return english_date(arena, date);
  const char *year = cx_arena_printf(arena, "%d%s", date->year, style->year);
  if (!date->month) return year;
  const char *month = cx_arena_printf(arena, "%s%s%d%s", year, style->gap, date->month, style->month);
  if (!date->day) return month;
  return cx_arena_printf(arena, "%s%s%d%s", month, style->gap, date->day, style->day);
}
