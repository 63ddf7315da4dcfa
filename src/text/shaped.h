/* Private to this folder: what a shaped text holds, and how the steps hand it on.
 *
 *     text → language → rules (a mark for each character) → clusters (of fonts, or fixed) → pieces → lines
 *
 * Widths are units: Pango's, at the one size in which fonts are loaded. They are whole numbers, so that sums are exact
 * in any order, and what was counted is what is cut.
 */
#ifndef CXMAP_TEXT_SHAPED_H
#define CXMAP_TEXT_SHAPED_H

#include "cxmap/text.h"

#include <pango/pangocairo.h>

/* Without hinting a glyph is the same at every size, so each font is loaded at this one and scaled. */
#define CX_FONT_SIZE 20
#define CX_UNITS_PER_EM ((int64_t)CX_FONT_SIZE * PANGO_SCALE)

/* The character that `text` points to, which moves behind it; 0 at the end, where it stays. */
static inline gunichar cx_text_next(const char **text) {
  unsigned char byte = (unsigned char)**text;
  gunichar c = byte < 0x80 ? byte : g_utf8_get_char(*text);
  if (c != 0) *text = g_utf8_next_char(*text);
  return c;
}

/* ---- Language ----------------------------------------------------------------------------- */

/* How many characters of each script a text has, and the script of the first that has a direction, else COMMON. */
#define CX_SCRIPT_COUNT 192

typedef struct CxTally {
  uint32_t counts[CX_SCRIPT_COUNT];
  GUnicodeScript first;
} CxTally;

CxTally cx_tally_text(const char *text);
bool cx_tally_is_tall(const CxTally *tally);
bool cx_tally_is_rtl(const CxTally *tally, const char *lang);

/* Whether a language's own scripts leave out one that the text has. */
bool cx_tally_is_mixed(const CxTally *tally, PangoLanguage *language);

/* The tag a text is shaped in: the one wanted where it writes the text's main script, else the script's. */
const char *cx_language_choose(const char *wanted, const char *text, const CxTally *tally);

/* A tag as the libraries know it. There are at most a few hundred of them, whatever tags a file makes up. */
PangoLanguage *cx_language_resolve(const char *tag);

/* The language of a run whose script `language` does not write; NULL where it does. Without one Pango asks the locale.
 * `han` is the one of ideographs, which the whole text decides. */
PangoLanguage *cx_language_for_run(PangoLanguage *language, GUnicodeScript script, PangoLanguage *han);
PangoLanguage *cx_language_of_han(const char *text, const CxTally *tally);

/* The font made for the language's script, the CJK one of the language's own variant, or NULL. */
const char *cx_language_font(PangoLanguage *language);
const char *cx_language_cjk_font(PangoLanguage *language);

bool cx_language_is_chinese_or_japanese(PangoLanguage *language);
bool cx_language_is_korean(PangoLanguage *language);

/* ---- Fonts -------------------------------------------------------------------------------- */

/* How texts of one language are set, in regular, bold, italic and both. */
typedef struct CxTypeface {
  PangoLanguage *language;
  char *families, *wide_families; /* for text, for punctuation that takes the width of an ideograph */
  char *real_family;
  PangoContext *contexts[4];
  PangoGlyphItem *hyphens[4];
} CxTypeface;

struct CxShaper {
  char *family;
  PangoFontMap *map;   /* NULL in the fake */
  bool has_own_config; /* of fontconfig, with the font files of a theme */
  GHashTable *faces;   /* PangoLanguage → CxTypeface */
  PangoLogAttr *attrs; /* scratch: one a character of the text at hand, and one behind it */
  uint8_t *marks;
  size_t room;
};

CxTypeface *cx_shaper_face(CxShaper *shaper, PangoLanguage *language);
PangoContext *cx_face_context(const CxShaper *shaper, CxTypeface *face, const CxTextStyle *style);
const PangoGlyphItem *cx_face_hyphen(const CxShaper *shaper, CxTypeface *face, const CxTextStyle *style);

/* ---- Rules -------------------------------------------------------------------------------- */

/* What holds at a character: `_AT_` of the place before it, `_IS_` of itself. */
typedef enum CxMark {
  CX_AT_CLUSTER = 1, /* text may be cut here at all */
  CX_AT_BREAK = 2,   /* a line may begin here */
  CX_AT_NEED = 4,    /* … when the piece is wider than the box: rather here than elsewhere */
  CX_AT_HYPHEN = 8,  /* a hyphen stands at the end of the line that is broken here */
  CX_IS_BLANK = 16,  /* not drawn at the end of a line */
  CX_IS_FEED = 32,   /* ends the line */
} CxMark;

bool cx_rules_is_blank(gunichar c);

/* Whether it takes room of its own: marks and most of what is invisible do not. */
bool cx_rules_has_width(gunichar c);

/* Marks for the `count` characters of `text` and for the place behind them; into `attrs` what the library says. */
void cx_rules_apply(const char *text, size_t length, size_t count, PangoLanguage *language, PangoLogAttr *attrs,
                    uint8_t *marks);

/* ---- Shaped text -------------------------------------------------------------------------- */

/* What is never cut. `x`: the widths of all before it. */
typedef struct CxCluster {
  int64_t x;
  uint32_t byte;
  uint8_t marks;
} CxCluster;

/* From one break opportunity to the next: clusters up to `end` are drawn, blanks up to `next` only inside a line. */
typedef struct CxPiece {
  int64_t reach; /* x at its end; of the last piece with the tail */
  uint32_t end, next;
  bool is_forced; /* a line feed follows */
} CxPiece;

struct CxShapedParts {
  double scale; /* points a unit */
  int64_t tail, smallest, hyphen_width;
  CxCluster *clusters; /* `cluster_count` of them, and one that ends the text */
  CxPiece *pieces;
  size_t cluster_count, piece_count;
  PangoGlyphItem **items; /* in logical order; owned; none from the fake */
  size_t item_count;
  const PangoGlyphItem *hyphen; /* the shaper's */
};

/* Appends a cluster that begins at a byte; where the text may not be cut there, the cluster before grows. */
void cx_shaped_add_cluster(struct CxShapedParts *parts, size_t byte, uint8_t marks, int64_t width);

/* Clusters of a text, from fixed widths instead of fonts. */
void cx_shape_fixed(const CxShaper *shaper, CxShaped *shaped, const CxTextStyle *style);

/* Pieces of the clusters, and the widths that the header promises. */
void cx_shaped_find_pieces(CxArena *arena, CxShaped *shaped);

/* ---- Runs --------------------------------------------------------------------------------- */

/* A part of a line in one font. `item` comes first: Pango reorders items, and what it gives back are these. */
typedef struct CxRun {
  PangoItem item;
  PangoGlyphString glyphs;
  const char *text; /* that the item's offset counts in */
  struct CxRun *next;
} CxRun;

/* The width of the box in place of a character that no font has; show.c. */
int cx_unknown_width(PangoFont *font);

/* ---- Lines -------------------------------------------------------------------------------- */

/* Where a walk over the lines stands, and the line it found last: clusters [begin, end), and a hyphen if it has one. */
typedef struct CxWalk {
  uint32_t piece, at;
  uint32_t begin, end;
  int64_t width; /* with the hyphen and the tail */
  bool has_hyphen, is_last;
} CxWalk;

/* The width, in units, that the lines are broken at: the one given, or a narrower one where `fit` wants it. */
int64_t cx_shaped_limit(const struct CxShapedParts *parts, double width, CxFit fit);

/* The next line; false behind the last. A walk of zeros stands before the first. */
bool cx_walk_next(CxWalk *walk, const struct CxShapedParts *parts, int64_t limit);

#endif
