/* words: the words that cxmap itself writes on maps, in every language that it speaks, and how these write dates.
 *
 * One row a word in cxmap/words.def. Knows nothing of what the words are for.
 */
#ifndef CXMAP_WORDS_H
#define CXMAP_WORDS_H

#include "cxmap/schema.h"

/* One row a word in cxmap/words.def: key, English, Simplified and Traditional Chinese, Korean, Japanese. */
typedef enum CxWordKey {
#define CX_WORD(key, ...) CX_WORD_##key,
#include "cxmap/words.def"
#undef CX_WORD
  CX_WORD_END,
} CxWordKey;

/* The word in the language nearest to `lang`; English where none is near. *found (may be NULL) is the language it is
 * in. */
const char *cx_word(CxWordKey key, const char *lang, const char **found);

/* The languages that there are words in: a column of words.def each, English first. */
const char *const *cx_word_languages(size_t *count);

/* A word with its places filled, see cx_pattern_fill: CX_WORD_PAGE, "en", "1", "3" gives "Page 1 of 3". */
const char *cx_word_fill(CxArena *arena, CxWordKey key, const char *lang, const char *first, const char *second);

/* A word as a text that is written in all languages, as if a definition had said so at `place`; `lang` is the
 * document's. */
CxText cx_word_text(CxArena *arena, CxWordKey key, const char *lang, CxSpan place);

/* A date as people of the language write it: 2 March 2026, 2026年3月2日, 2026년 3월 2일. */
const char *cx_word_date(CxArena *arena, const CxDate *date, const char *lang);

#endif
