/* The single themes, for the registry in theme.c: `light` is whole, the others say what they change in it. */
#ifndef CXMAP_THEME_THEMES_H
#define CXMAP_THEME_THEMES_H

#include "cxmap/theme.h"

typedef struct CxVariant {
  const char *name;
  CxColour ground[CX_PAINT_GROUND_END]; /* here and below: what is left out stays as it is in light */
  CxColour hues[CX_HUE_END][CX_PAINT_END - CX_PAINT_GROUND_END];
  void (*change)(CxTheme *theme); /* looks, sizes, patterns; NULL: none */
} CxVariant;

extern const CxTheme cx_theme_light;
extern const CxVariant cx_theme_dark, cx_theme_print, cx_theme_workshop, cx_theme_contrast;

#endif
