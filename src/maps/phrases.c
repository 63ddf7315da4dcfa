/* Texts of the model and built-in words as phrases in the language of the map. */
#include "composer.h"

#include <string.h>

bool cx_is_given(const CxText *text) {
  return text->text != NULL && text->text[0] != '\0';
}

CxPhrase cx_phrase(const CxComposer *composer, const CxText *text) {
  if (!cx_is_given(text)) return (CxPhrase){0};
  const char *lang = NULL;
  const char *found = cx_text_in(text, composer->lang, &lang);
  return (CxPhrase){.text = found, .lang = lang != NULL ? lang : composer->model->lang, .span = text->span};
}

CxText cx_text_of(const CxComposer *composer, CxPhrase phrase) {
  CxText text = {.text = phrase.text, .span = phrase.span};
  *cx_list_add(composer->arena, &text.in) = (CxTranslation){.lang = phrase.lang, .text = phrase.text};
  return text;
}

CxPhrase cx_phrase_word(const CxComposer *composer, CxWordKey key) {
  CxPhrase phrase = {0};
  phrase.text = cx_word(key, composer->lang, &phrase.lang);
  return phrase;
}

CxPhrase cx_phrase_filled(const CxComposer *composer, CxWordKey key, const char *first, const char *second) {
  CxPhrase phrase = cx_phrase_word(composer, key);
  phrase.text = cx_word_fill(composer->arena, key, composer->lang, first, second);
  return phrase;
}

/* ---- Quotation marks ------------------------------------------------------------------------------------- */

static const struct {
  const char *open, *close;
} QUOTES[] = {{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"„", "“"}, {"「", "」"}, {"『", "』"}, {"«", "»"}};

/* The pair of marks that stands round all of a text, but not inside it; -1 where there is none. */
static int quotes_round(const char *text) {
  const size_t length = strlen(text);
  for (size_t i = 0; i < G_N_ELEMENTS(QUOTES); i++) {
    const size_t open = strlen(QUOTES[i].open), close = strlen(QUOTES[i].close);
    if (length <= open + close || !g_str_has_prefix(text, QUOTES[i].open) || !g_str_has_suffix(text, QUOTES[i].close))
      continue;
    const char *inner = strstr(text + open, QUOTES[i].close);
    if (inner == text + length - close) return (int)i;
  }
  return -1;
}

CxPhrase cx_phrase_quoted(const CxComposer *composer, CxPhrase phrase) {
  if (phrase.text == NULL || quotes_round(phrase.text) >= 0) return phrase;
  phrase.text = cx_arena_printf(composer->arena, "%s%s%s", cx_word(CX_WORD_QUOTE_OPEN, phrase.lang, NULL), phrase.text,
                                cx_word(CX_WORD_QUOTE_CLOSE, phrase.lang, NULL));
  return phrase;
}

CxPhrase cx_phrase_unquoted(const CxComposer *composer, CxPhrase phrase) {
  const int pair = phrase.text != NULL ? quotes_round(phrase.text) : -1;
  if (pair < 0) return phrase;
  const size_t open = strlen(QUOTES[pair].open), close = strlen(QUOTES[pair].close);
  phrase.text = cx_arena_strndup(composer->arena, phrase.text + open, strlen(phrase.text) - open - close);
  return phrase;
}

/* ---- Initials ---------------------------------------------------------------------------------------------- */

/* "赶时间的韩娜" is 韩: what stands before the particle says what kind of a person it is. */
static const char *after_particle(const char *name) {
  static const char *const particles[] = {"的", "の"};
  const char *start = name;
  for (size_t i = 0; i < G_N_ELEMENTS(particles); i++) {
    const char *found = g_strrstr(name, particles[i]);
    if (found != NULL && found > name && found[strlen(particles[i])] != '\0' && found + strlen(particles[i]) > start)
      start = found + strlen(particles[i]);
  }
  return start;
}

/* Scripts in which a name like "마음 급한 한나" ends with the name, and names proper are one word. */
static bool is_east_asian(gunichar c) {
  const GUnicodeScript script = g_unichar_get_script(c);
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

/* The first letters of the first and the last word; in scripts without case one character. */
CxPhrase cx_phrase_initials(const CxComposer *composer, CxPhrase name) {
  if (name.text == NULL) return name;
  const char *start = after_particle(name.text), *last = NULL;
  while (*start != '\0' && !g_unichar_isalnum(g_utf8_get_char(start))) start = g_utf8_next_char(start);
  for (const char *p = start; *p != '\0'; p = g_utf8_next_char(p))
    if (g_unichar_isspace(g_utf8_get_char(p)) && g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(p))))
      last = g_utf8_next_char(p);
  gunichar first = g_utf8_get_char(start);
  const gunichar second = last != NULL ? g_utf8_get_char(last) : 0;
  const bool has_case = g_unichar_toupper(first) != g_unichar_tolower(first);
  if (second != 0 && is_east_asian(second)) first = second;
  char letters[16] = {0};
  int length = first != 0 ? g_unichar_to_utf8(g_unichar_toupper(first), letters) : 0;
  if (second != 0 && has_case) length += g_unichar_to_utf8(g_unichar_toupper(second), letters + length);
  name.text = length > 0 ? cx_arena_strndup(composer->arena, letters, (size_t)length) : "?";
  return name;
}

void cx_join(CxComposer *composer, CxPhrase *line, const char *text) {
  if (text == NULL || text[0] == '\0') return;
  line->text = line->text == NULL ? text : cx_arena_printf(composer->arena, "%s · %s", line->text, text);
}

double cx_phrase_ems(const CxPhrase *phrase) {
  double sum = 0;
  for (const char *p = phrase->text != NULL ? phrase->text : ""; *p != '\0'; p = g_utf8_next_char(p))
    sum += g_unichar_iswide(g_utf8_get_char(p)) ? 1 : 0.56;
  return sum;
}
