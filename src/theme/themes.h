/* The single themes, for the registry in theme.c. */
#ifndef CXMAP_THEME_THEMES_H
#define CXMAP_THEME_THEMES_H

#include "cxmap/theme.h"

extern const CxTheme cx_theme_light;

#endif
