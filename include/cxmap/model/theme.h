/* model: what a document or a theme file says of the look; cx_theme_make makes tokens of it. */
#ifndef CXMAP_MODEL_THEME_H
#define CXMAP_MODEL_THEME_H

#include "cxmap/model/items.h"

/* ---- Themes: what a document or a theme file says; cx_theme_make makes tokens of it -------------------------- */

/* In the order of cx_themes. */
typedef enum CxThemeBase {
  CX_THEME_NONE, /* the first */
  CX_THEME_LIGHT,
  CX_THEME_DARK,
  CX_THEME_PRINT,
  CX_THEME_WORKSHOP,
  CX_THEME_CONTRAST,
} CxThemeBase;

typedef enum CxDensity { CX_DENSITY_NONE, CX_DENSITY_COMPACT, CX_DENSITY_COMFORTABLE, CX_DENSITY_SPACIOUS } CxDensity;

/* The colours that a definition may set. What each of them changes is src/theme/derive.c's matter. */
typedef enum CxColourName {
  CX_COLOUR_PAPER,
  CX_COLOUR_INK,
  CX_COLOUR_MUTED,
  CX_COLOUR_HAIRLINE,
  CX_COLOUR_PRIMARY,
  CX_COLOUR_ACCENT,
  CX_COLOUR_WARNING,
  CX_COLOUR_POSITIVE,
  CX_COLOUR_NEGATIVE,
  CX_COLOUR_STAGE_1, /* eight of them, in a row */
  CX_COLOUR_STAGE_8 = CX_COLOUR_STAGE_1 + 7,
  CX_COLOUR_ACTION,
  CX_COLOUR_TOUCHPOINT,
  CX_COLOUR_THOUGHT,
  CX_COLOUR_PAIN,
  CX_COLOUR_GAIN,
  CX_COLOUR_OPPORTUNITY,
  CX_COLOUR_FRONTSTAGE,
  CX_COLOUR_BACKSTAGE,
  CX_COLOUR_SUPPORT,
  CX_COLOUR_METRIC,
  CX_COLOUR_EVIDENCE,
  CX_COLOUR_END,
} CxColourName;

typedef struct CxColourChoice {
  CxColourName name;
  CxColour colour;
  CxColourName same_as; /* instead of `colour`: that of this name in the base theme; CX_COLOUR_END: no */
  CxSpan span;          /* of the value */
} CxColourChoice;

typedef struct CxColours {
  CxObject object;
  CX_LIST(CxColourChoice) given;
} CxColours;

/* `theme:` as a built-in's name, a map, or a theme file's path (the file is read and stands here as its map would). */
typedef struct CxThemeChoice {
  CxObject object;
  CxThemeBase base;
  const char *font; /* a family; NULL: the base's */
  CxSpan font_span;
  CxFiles fonts;
  CxColours *colours; /* NULL: none */
  CxFile logo;
  CxNumber radius; /* points */
  CxDensity density;
} CxThemeChoice;

/* The key of a colour: "primary". */
const char *cx_colour_name(CxColourName name);

/* What has a dot or a slash is the path of a theme file, anything else a built-in's name. */
bool cx_is_theme_path(const char *text);

/* The theme that `text` stands for on a command line: a built-in's name, or the path of a theme file, which must lie
 * inside the root. NULL, with a problem reported, where it cannot be read. */
const CxThemeChoice *cx_theme_choice_read(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics,
                                          const char *text);

#endif
