/* maps: the model becomes sheets. One file a kind of map, one registry row each; the built-in words of all languages.
 *
 * Knows no coordinates, no colours, no cairo.
 */
#ifndef CXMAP_MAPS_H
#define CXMAP_MAPS_H

#include "cxmap/model.h"
#include "cxmap/sheet.h"

/* One map that a build would draw. */
typedef struct CxMap {
  const char *id; /* unique in the build: the definition's id, or ID-VIEW */
  const struct CxMapKind *kind;
  const void *definition; /* the kind's: a CxJourney … */
  CxPhrase title;
  const char *lang; /* what it is drawn in */
} CxMap;

typedef CX_LIST(CxMap *) CxMaps;

typedef struct CxMapKind {
  const char *name; /* "journey" */
  const char *doc;
  void (*list)(CxArena *arena, const CxModel *model, const char *lang, CxMaps *maps); /* adds the natural maps */
  CxSheet *(*compose)(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme);
} CxMapKind;

const CxMapKind *const *cx_map_kinds(size_t *count);

/* The maps of a document in their natural order, drawn in `lang` (NULL: the document's). */
void cx_maps_list(CxArena *arena, const CxModel *model, const char *lang, CxMaps *maps);

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme);

/* ---- Built-in words -------------------------------------------------------------------------------------------- */

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

/* A word with places for values, each %s or %d replaced by the next value: CX_WORD_PAGE, "en", "1", "3" gives
 * "Page 1 of 3". `second` may be NULL where there is one place. */
const char *cx_word_fill(CxArena *arena, CxWordKey key, const char *lang, const char *first, const char *second);

/* A date as people of the language write it: 2 March 2026, 2026年3月2日, 2026년 3월 2일. */
const char *cx_word_date(CxArena *arena, const CxDate *date, const char *lang);

#endif
