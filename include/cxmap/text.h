/* text: a string in a font and a language is shaped once; its height at any width is counted from that; lines are cut
 * from it. Fonts, breaking rules and direction are decided here and nowhere else.
 *
 * Knows nothing of maps, colours or pages. Lengths are points.
 */
#ifndef CXMAP_TEXT_H
#define CXMAP_TEXT_H

#include "cxmap/base.h"

typedef struct _cairo cairo_t;

/* Fonts, shared by all maps of a run: they are paid for once. For one thread at a time; outlives what it shaped. */
typedef struct CxShaper CxShaper;

/* The machine's fonts, found by family and language. */
CxShaper *cx_shaper_new(const char *family);

/* The same with font files, which are preferred to what the machine has of that family. Other shapers do not see them.
 */
CxShaper *cx_shaper_new_with(const char *family, const char *const *files, size_t count);

/* Whether a file holds a font with outlines. */
bool cx_font_is_good(const char *path);

/* A fake for tests, equal on every machine: a character is 0.55 × size wide, bold 0.6 ×, in the CJK scripts 1 ×; marks
 * have no width. Breaking rules are the real ones. Its lines cannot be shown. */
CxShaper *cx_shaper_new_fixed(void);
void cx_shaper_free(CxShaper *shaper);

/* The family of the first font that will really be used for text of a language ("Noto Sans CJK SC"): to say so where it
 * is not the one asked for. The shaper owns it. NULL for the fake. */
const char *cx_shaper_family_for(CxShaper *shaper, const char *lang);

typedef struct CxTextStyle {
  double size;
  bool is_bold, is_italic;
  double tracking;
} CxTextStyle;

/* One text, shaped. Immutable; lives as long as the arena it was shaped in. */
typedef struct CxShaped {
  const char *text; /* without blanks at its ends; a line feed forces a line end, other control characters are spaces */
  size_t length;
  const char *lang; /* what the shaping used: where the language asked for does not write the text's script, a guess */
  double natural;   /* width when only line feeds end lines */
  double smallest;  /* width of the widest piece that breaking rules keep whole */
  double least;     /* width of the widest cluster: the width under which text would stand out of its box */
  bool is_tall;     /* holds a script whose lines need more height than Latin */
  bool is_rtl;      /* the paragraph runs from right to left */
  const char *missing; /* the characters that no font has, each once, as text, 32 at most; NULL when none */
  struct CxShapedParts *parts;
} CxShaped;

/* `lang` a BCP 47 tag. An empty text has no lines. Italic is dropped in Han, Kana and Hangul; tracking in all but Latin
 * scripts. `tail` is a width that stays with the last word (evidence marks), 0 for none; it counts in all widths. */
const CxShaped *cx_text_shape(CxShaper *shaper, CxArena *arena, const char *text, const CxTextStyle *style,
                              const char *lang, double tail);

typedef enum CxFit {
  CX_FIT_GREEDY,   /* as much as fits in each line */
  CX_FIT_EVEN,     /* narrower where the last line would be under a third of the width, in no more lines */
  CX_FIT_BALANCED, /* lines as equal as they get, in no more lines */
} CxFit;

/* One line, cut from the shaping. */
typedef struct CxLine {
  const CxShaped *shaped;
  uint32_t begin, end; /* the bytes that are drawn; from `end` to the next line's `begin` the break consumed */
  double width;        /* of the glyphs, without trailing space and without the tail, with the hyphen of a cut word */
  bool is_last;        /* the tail stands behind it (before it in a right-to-left text) */
  struct CxRun *runs;  /* in visual order; NULL from the fake */
} CxLine;

typedef CX_LIST(CxLine) CxLines;

/* Number of lines at a width: cheap, nothing is shaped or allocated. Any width gives an answer: text wider than the
 * box is cut inside words: after / - _ . ? & = : @ or a soft hyphen first, else with a hyphen where the script has one,
 * else between clusters. */
size_t cx_shaped_count_lines(const CxShaped *shaped, double width);

/* The lines themselves, and the width of the widest, its tail included. */
double cx_shaped_break(CxArena *arena, const CxShaped *shaped, double width, CxFit fit, CxLines *lines);

/* Draws a line with its left end at the current point's x and its baseline at its y, in the current colour. In PDFs the
 * text stands behind the glyphs. The current point is lost. */
void cx_line_show(const CxLine *line, cairo_t *cr);

/* The same as outlines, added to the current path, for pixels: cairo 1.16 puts the glyphs it shows on an image at whole
 * pixels, which spoils the spacing of small text. False, with nothing added, where a glyph is a coloured picture. */
bool cx_line_trace(const CxLine *line, cairo_t *cr);

/* Whether a language is written from right to left, whether its script is a tall one. */
bool cx_language_is_rtl(const char *lang);
bool cx_language_is_tall(const char *lang);

#endif
