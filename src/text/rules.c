/* Rules: a text and Pango's opinion of where its lines may end in, a mark for each character out.
 *
 * Pango follows Unicode's line breaking, which knows neither the quotation marks of Chinese, nor that Korean is broken
 * between words, nor what looks wrong at the end of a line. What is corrected here looks at no more than two characters
 * on either side. The places that hurt least where a piece wider than its box has to be cut are marked as well.
 */
#include "shaped.h"

#include <string.h>

/* Characters with a width that Unicode never cuts, as syllables spelt in parts: more of them are. */
#define MOST_UNCUT 8

#define NO_BREAK_SPACE 0x00a0
#define SOFT_HYPHEN 0x00ad
#define FIGURE_SPACE 0x2007
#define ZERO_WIDTH_SPACE 0x200b
#define HYPHEN 0x2010
#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define LEFT_SINGLE_QUOTE 0x2018
#define RIGHT_SINGLE_QUOTE 0x2019
#define LEFT_DOUBLE_QUOTE 0x201c
#define RIGHT_DOUBLE_QUOTE 0x201d
#define NARROW_NO_BREAK_SPACE 0x202f

/* The characters around the place that is judged: two before it, two after it. */
typedef struct Place {
  gunichar before2, before, after, after2;
  unsigned letters;   /* since the last break or blank, up to `before` */
  bool is_in_address; /* a URL or an e-mail address */
  bool is_chinese_or_japanese, is_korean;
} Place;

bool cx_rules_is_blank(gunichar c) {
  if (c < 0x80) return c == ' ' || c == '\n';
  return c != NO_BREAK_SPACE && c != FIGURE_SPACE && c != NARROW_NO_BREAK_SPACE &&
         g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR;
}

/* The signs that Arabic, Syriac and Kaithi write under a number count as invisible, but are not. */
bool cx_rules_has_width(gunichar c) {
  if (c < 0x80 || (c >= 0x0600 && c <= 0x0605) || c == 0x06dd || c == 0x070f || c == 0x08e2) return true;
  if (c == 0x110bd || c == 0x110cd) return true;
  return !g_unichar_ismark(c) && !g_unichar_iszerowidth(c);
}

static bool is_hangul(gunichar c) {
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3130 && c <= 0x318f);
}

static bool is_wide(gunichar c) {
  return c >= 0x1100 && g_unichar_iswide(c);
}

static bool is_opening_quote(gunichar c) {
  return c == LEFT_SINGLE_QUOTE || c == LEFT_DOUBLE_QUOTE;
}

static bool is_closing_quote(gunichar c) {
  return c == RIGHT_SINGLE_QUOTE || c == RIGHT_DOUBLE_QUOTE;
}

static bool is_opening_bracket(gunichar c) {
  return c >= 0x80 && g_unichar_type(c) == G_UNICODE_OPEN_PUNCTUATION;
}

/* Besides the characters that Unicode's rules keep from the start of a line. */
static bool is_kept_from_start(gunichar c) {
  switch (c) {
  case 0x00b7: /* · */
  case 0x2022: /* • */
  case 0x2027: /* ‧ */
  case 0x3001:
  case 0x3002:
  case 0x301c: /* 〜 */
  case 0x30fb:
  case 0x30fc: /* ・ー */
  case 0xff01:
  case 0xff05:
  case 0xff09:
  case 0xff0c:
  case 0xff0e:
  case 0xff0f: /* ／ */
  case 0xff1a:
  case 0xff1b:
  case 0xff1f:
  case 0xff5e: /* ～ */ return true;
  default: return is_closing_quote(c) || (c >= 0x80 && g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION);
  }
}

/* ---- Where lines may end --------------------------------------------------------------------- */

/* Korean is broken at its blanks. */
static bool is_inside_korean_word(const Place *at) {
  if (is_hangul(at->before) || is_hangul(at->after)) return true;
  return at->is_korean && (is_wide(at->before) || is_wide(at->after));
}

/* "e-mail", "A/B", "https://", "2026–2027", "word—word". */
static bool is_inside_latin_word(const Place *at) {
  switch (at->before) {
  case '/': return at->before2 == '/' || at->letters <= 2;
  case '-':
  case HYPHEN: return at->letters <= 2;
  case EN_DASH: return g_unichar_isdigit(at->before2) && g_unichar_isdigit(at->after);
  case SOFT_HYPHEN: return true;
  default: return at->after == EM_DASH && !is_wide(at->before) && !is_closing_quote(at->before);
  }
}

/* Unicode never breaks at quotation marks, which may open as well as close; beside ideographs they do one of both. */
static bool is_before_quotation(const Place *at) {
  return is_opening_quote(at->after) && is_wide(at->before) && !is_opening_bracket(at->before) &&
         (at->is_chinese_or_japanese || is_wide(at->after2));
}

static bool is_after_quotation(const Place *at) {
  if (!is_closing_quote(at->before)) return false;
  if (at->is_chinese_or_japanese) return is_wide(at->after) || at->after == EM_DASH;
  return is_wide(at->after) && is_wide(at->before2);
}

static bool may_break(const Place *at, bool is_by_unicode) {
  if (!is_by_unicode && !is_before_quotation(at) && !is_after_quotation(at)) return false;
  if (cx_rules_is_blank(at->before) || at->before == ZERO_WIDTH_SPACE) return true;
  return !is_inside_korean_word(at) && !is_inside_latin_word(at) && !is_kept_from_start(at->after);
}

/* ---- Where a piece is cut that is wider than its box ----------------------------------------- */

static bool is_seam(gunichar c) {
  return c < 0x80 && strchr("/-_.?&=:@", (int)c) != NULL;
}

static bool is_need(const Place *at, bool is_by_unicode) {
  if (at->before == SOFT_HYPHEN || cx_rules_is_blank(at->before)) return true;
  if (is_seam(at->before)) return !is_seam(at->after);
  return is_by_unicode;
}

/* Of Latin, Greek, Cyrillic and Armenian: the scripts whose words are hyphenated. */
static bool is_letter(gunichar c) {
  return (c < 0x0590 || (c >= 0x1e00 && c < 0x2000)) && g_unichar_isalpha(c);
}

static bool takes_hyphen(const Place *at) {
  if (at->before == SOFT_HYPHEN) return true;
  return !at->is_in_address && at->letters >= 2 && is_letter(at->before) && is_letter(at->after) &&
         is_letter(at->after2);
}

/* ---- All places ------------------------------------------------------------------------------ */

static uint8_t mark_place(const Place *at, const PangoLogAttr *attr) {
  uint8_t marks = 0;
  if (attr->is_cursor_position) {
    marks |= CX_AT_CLUSTER;
    if (may_break(at, attr->is_line_break))
      marks |= CX_AT_BREAK;
    else if (is_need(at, attr->is_line_break))
      marks |= CX_AT_NEED;
    if (takes_hyphen(at)) marks |= CX_AT_HYPHEN;
  }
  if (cx_rules_is_blank(at->after)) marks |= CX_IS_BLANK;
  if (at->after == '\n') marks |= CX_AT_CLUSTER | CX_IS_FEED;
  return marks;
}

/* Moves one character on. */
static void step(Place *at, uint8_t marks, gunichar next) {
  bool is_blank = marks & CX_IS_BLANK;
  at->letters = is_blank ? 0 : marks & CX_AT_BREAK ? 1 : at->letters + 1;
  if (is_blank)
    at->is_in_address = false;
  else if (at->after == '@' || (at->after == '/' && at->before == '/'))
    at->is_in_address = true;
  at->before2 = at->before;
  at->before = at->after;
  at->after = at->after2;
  at->after2 = next;
}

void cx_rules_apply(const char *text, size_t length, size_t count, PangoLanguage *language, PangoLogAttr *attrs,
                    uint8_t *marks) {
  /* Pango leaves some of them as they are. */
  memset(attrs, 0, sizeof *attrs * (count + 1));
  pango_get_log_attrs(text, (int)length, -1, language, attrs, (int)count + 1);
  Place at = {.is_chinese_or_japanese = cx_language_is_chinese_or_japanese(language),
              .is_korean = cx_language_is_korean(language)};
  at.after = cx_text_next(&text);
  at.after2 = cx_text_next(&text);
  unsigned uncut = 0;
  for (size_t i = 0; i < count; i++) {
    const bool has_width = cx_rules_has_width(at.after);
    if (uncut >= MOST_UNCUT && has_width) attrs[i].is_cursor_position = true;
    marks[i] = mark_place(&at, &attrs[i]);
    uncut = marks[i] & CX_AT_CLUSTER ? 1 : uncut + has_width;
    step(&at, marks[i], cx_text_next(&text));
  }
  marks[count] = CX_AT_CLUSTER;
}
