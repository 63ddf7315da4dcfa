/* sheet: what blocks of all kinds are made of: phrases, lists of blocks, signs. */
#ifndef CXMAP_SHEET_COMMON_H
#define CXMAP_SHEET_COMMON_H

#include "cxmap/source.h"
#include "cxmap/theme.h"

typedef enum CxAlign { CX_ALIGN_START, CX_ALIGN_CENTRE, CX_ALIGN_END } CxAlign;

/* A text with its language and the place it was written at (for a missing glyph's warning). */
typedef struct CxPhrase {
  const char *text; /* NULL: none */
  const char *lang;
  CxSpan span;
} CxPhrase;

typedef struct CxBlock CxBlock;
typedef CX_LIST(CxBlock *) CxBlocks;

/* What a legend explains, a bit each: a block has those that it shows, a legend's entry the one it explains. Where a
 * map is divided, a page's legend has only what stands on that page. */
typedef uint64_t CxSigns;
typedef enum CxSign {
  CX_SIGN_STAR,
  CX_SIGN_BACKED,  /* a filled face */
  CX_SIGN_ASSUMED, /* a hollow face */
  CX_SIGN_SOURCE,
  CX_SIGN_TARGET,
  CX_SIGN_DEPENDS, /* arrows: one head, two heads, dashed, dotted */
  CX_SIGN_AGREED,
  CX_SIGN_INFORMS,
  CX_SIGN_DOTTED,
  CX_SIGN_FAIL,
  CX_SIGN_WAIT,
  CX_SIGN_DECISION,
  CX_SIGN_IDEA,
  CX_SIGN_STARTED, /* opportunities: a filled disc, an outlined, a dashed one */
  CX_SIGN_PLANNED,
  CX_SIGN_OPEN,
  CX_SIGN_NODE, /* steps of a flow: eleven shapes, in the order of CX_LOOK_NODE_START … */
  CX_SIGN_NODE_LAST = CX_SIGN_NODE + 10,
  CX_SIGN_PAIN,
  CX_SIGN_GOES_ON,   /* a numbered disc */
  CX_SIGN_FELT,      /* the filled face of a feeling */
  CX_SIGN_HUNDREDTH, /* statistics: a dot of a hundred */
  CX_SIGN_SERIES,    /* a persona's curve, the first of many: cx_sign_series */
} CxSign;

#define CX_SIGNS(sign) ((CxSigns)1 << (sign))
CxSigns cx_sign_series(size_t series); /* those beyond the last bit share it */

#endif
