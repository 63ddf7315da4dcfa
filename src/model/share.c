/* Reads what part of a whole a text speaks of: "33 %" is 0.33, "1 in 3", "每3人中有1人" and "세 명 중 한 명" are one of
 * three. In: a text as people write it. Out: the part, or that it is none that could be drawn.
 *
 * Whatever is not surely a part of a whole is none: "+12 %", "120 %", "20–30 %", "24 hours in 7 days".
 */
#include "cxmap/model.h"

#include <math.h>
#include <string.h>

static const double MOST_PEOPLE = 100;

/* A number in a text: a figure or a word, from `begin` to before `end`. */
typedef struct Figure {
  const char *begin, *end;
  double value;
} Figure;

/* Words for numbers. Those of letters stand between spaces, Han characters anywhere. */
static const struct {
  const char *word;
  int value;
} NUMBER_WORDS[] = {
    {"one", 1},  {"two", 2},  {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
    {"nine", 9}, {"ten", 10}, {"한", 1},    {"두", 2},   {"세", 3},   {"네", 4},  {"다섯", 5},  {"여섯", 6},
    {"일곱", 7}, {"여덟", 8}, {"아홉", 9},  {"열", 10},  {"一", 1},   {"二", 2},  {"两", 2},    {"兩", 2},
    {"三", 3},   {"四", 4},   {"五", 5},    {"六", 6},   {"七", 7},   {"八", 8},  {"九", 9},    {"十", 10},
};

static bool is_letter_of_word(gunichar c) {
  const GUnicodeScript script = g_unichar_get_script(c);
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_HANGUL;
}

/* Whether the character before `at` could belong to the same word. */
static bool continues_word(const char *text, const char *at) {
  return at > text && is_letter_of_word(g_utf8_get_char(g_utf8_prev_char(at)));
}

static bool read_word(const char *text, const char *at, Figure *figure) {
  for (size_t i = 0; i < G_N_ELEMENTS(NUMBER_WORDS); i++) {
    const size_t length = strlen(NUMBER_WORDS[i].word);
    const bool is_word = is_letter_of_word(g_utf8_get_char(NUMBER_WORDS[i].word));
    if (g_ascii_strncasecmp(at, NUMBER_WORDS[i].word, length) != 0) continue;
    if (is_word && (continues_word(text, at) || is_letter_of_word(g_utf8_get_char(at + length)))) continue;
    *figure = (Figure){at, at + length, NUMBER_WORDS[i].value};
    return true;
  }
  return false;
}

static bool is_point(const char *at) {
  return (*at == '.' || *at == ',') && g_unichar_isdigit(g_utf8_get_char(at + 1));
}

/* Digits of any script, with one decimal point or comma. */
static bool read_digits(const char *at, Figure *figure) {
  const char *p = at;
  double value = 0, place = 0;
  for (; *p != '\0'; p = g_utf8_next_char(p)) {
    const int digit = g_unichar_digit_value(g_utf8_get_char(p));
    if (digit < 0 && (p == at || place > 0 || !is_point(p))) break;
    if (digit < 0) {
      place = 1;
      continue;
    }
    value = place > 0 ? value + digit * (place /= 10) : value * 10 + digit;
  }
  *figure = (Figure){at, p, value};
  return p > at;
}

/* Finds at most three numbers: more than two are nothing that can be drawn. */
static size_t find_figures(const char *text, Figure figures[3]) {
  size_t count = 0;
  for (const char *p = text; *p != '\0' && count < 3;) {
    if (read_digits(p, &figures[count]) || read_word(text, p, &figures[count]))
      p = figures[count++].end;
    else
      p = g_utf8_next_char(p);
  }
  return count;
}

static bool is_space(const char *at) {
  return g_unichar_isspace(g_utf8_get_char(at));
}

static const char *skip_spaces(const char *at) {
  while (*at != '\0' && is_space(at)) at = g_utf8_next_char(at);
  return at;
}

/* ---- Percentages --------------------------------------------------------------------------------------------- */

static bool has_sign_before(const char *text, const char *at) {
  static const char *const signs[] = {"+", "-", "−", "–", "±", "<", ">", "≤", "≥"};
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
    const char *found = strstr(text, signs[i]);
    if (found != NULL && found < at) return true;
  }
  return false;
}

static const char *const PERCENT_SIGNS[] = {"%", "％", "٪", "percent", "per cent"};

/* "33 %", with nothing behind it. */
static bool ends_with_sign(const Figure *figure) {
  const char *sign = skip_spaces(figure->end);
  for (size_t i = 0; i < G_N_ELEMENTS(PERCENT_SIGNS); i++)
    if (g_str_has_prefix(sign, PERCENT_SIGNS[i]) && *skip_spaces(sign + strlen(PERCENT_SIGNS[i])) == '\0') return true;
  return false;
}

/* "%33", with nothing before or behind it. */
static bool begins_with_sign(const char *text, const Figure *figure) {
  for (size_t i = 0; i < G_N_ELEMENTS(PERCENT_SIGNS); i++)
    if (g_str_has_prefix(text, PERCENT_SIGNS[i]) && skip_spaces(text + strlen(PERCENT_SIGNS[i])) == figure->begin)
      return *skip_spaces(figure->end) == '\0';
  return false;
}

static bool read_percentage(const char *text, const Figure *figure, CxShare *share) {
  if (!ends_with_sign(figure) && !begins_with_sign(text, figure)) return false;
  if (figure->value > 100 || has_sign_before(text, figure->begin)) return false;
  *share = (CxShare){.part = figure->value / 100};
  return true;
}

/* ---- So many of so many --------------------------------------------------------------------------------------- */

static char *words_between(const Figure *first, const Figure *second) {
  char *words = g_strndup(first->end, (gsize)(second->begin - first->end));
  return g_strstrip(words);
}

/* "1 in 3" */
static bool joins_part_first(const char *words) {
  static const char *const joins[] = {"in",      "in every", "out of", "of", "in each", "of every", "von", "sur",
                                      "de cada", "de",       "su",     "/",  "⁄",       "из",       "من",  "من كل"};
  for (size_t i = 0; i < G_N_ELEMENTS(joins); i++)
    if (g_ascii_strcasecmp(words, joins[i]) == 0) return true;
  return false;
}

/* "3人に1人": a word for people may stand before the one that joins. */
static bool joins_whole_first(const char *words) {
  static const char *const joins[] = {"中", "に", "중", "가운데", "分之", "のうち", "里", "裡"};
  static const glong LONGEST = 12; /* characters */
  if (g_utf8_strlen(words, -1) > LONGEST) return false;
  for (size_t i = 0; i < G_N_ELEMENTS(joins); i++)
    if (strstr(words, joins[i]) != NULL) return true;
  return false;
}

static bool read_people(const Figure figures[2], CxShare *share) {
  const bool is_part_first = figures[0].value < figures[1].value;
  const double part = figures[!is_part_first].value, whole = figures[is_part_first].value;
  if (part < 1 || part >= whole || whole > MOST_PEOPLE || part != floor(part) || whole != floor(whole)) return false;
  char *words = words_between(&figures[0], &figures[1]);
  const bool is_joined = is_part_first ? joins_part_first(words) : joins_whole_first(words);
  g_free(words);
  if (is_joined) *share = (CxShare){.part = part / whole, .people = (size_t)whole};
  return is_joined;
}

bool cx_share_parse(const char *text, CxShare *share) {
  Figure figures[3];
  switch (text != NULL ? find_figures(text, figures) : 0) {
  case 1: return read_percentage(text, &figures[0], share);
  case 2: return read_people(figures, share);
  default: return false;
  }
}
