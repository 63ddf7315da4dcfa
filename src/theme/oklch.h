/* Colours by lightness, chroma and hue, as people see them (Ottosson 2020): what own colours are derived in. */
#ifndef CXMAP_THEME_OKLCH_H
#define CXMAP_THEME_OKLCH_H

#include "cxmap/base.h"

typedef struct CxOklch {
  double l, c, h; /* lightness 0 … 1, chroma 0 … about 0.37, hue in radians */
} CxOklch;

CxOklch cx_oklch_of(CxColour colour);

/* The nearest colour that sRGB has: lightness clamped, chroma reduced. */
CxColour cx_oklch_colour(CxOklch oklch);

/* `from` moved by the way that leads from `a` to `b`. */
CxColour cx_oklch_moved(CxColour from, CxColour a, CxColour b);

/* `share` of the way from one to the other. */
CxColour cx_oklch_mixed(CxColour from, CxColour to, double share);

#endif
