/* How colours are written in the files of the single themes, and what such a file gives. */
#ifndef CXMAP_THEME_PALETTE_H
#define CXMAP_THEME_PALETTE_H

#include "themes.h"

#define RGB(rgb)                                                                                                       \
  { ((rgb) >> 16) & 255, ((rgb) >> 8) & 255, (rgb)&255, 255 }

/* The colours of one hue. */
#define OF(paint) [CX_PAINT_##paint - CX_PAINT_GROUND_END]
#define CARD(fill, stroke, mark)                                                                                       \
  { OF(FILL) = RGB(fill), OF(STROKE) = RGB(stroke), OF(MARK) = RGB(mark) }
#define STAGE(wash, tint, mid, deep)                                                                                   \
  { OF(WASH) = RGB(wash), OF(TINT) = RGB(tint), OF(MID) = RGB(mid), OF(DEEP) = RGB(deep), OF(ON_TINT) = RGB(deep) }
#define CURVE(mark)                                                                                                    \
  { OF(MARK) = RGB(mark) }
#define LEVEL(mark, deep, tint)                                                                                        \
  { OF(MARK) = RGB(mark), OF(DEEP) = RGB(deep), OF(TINT) = RGB(tint) }
#define SCORE(tint, mid, deep)                                                                                         \
  { OF(TINT) = RGB(tint), OF(MID) = RGB(mid), OF(DEEP) = RGB(deep) }

#endif
