/* The fake measurer: characters in, clusters as wide as the header says out. Needs no fonts, so it is equal everywhere.
 */
#include "shaped.h"

#include <math.h>

static int64_t character_width(gunichar c, const CxTextStyle *style) {
  if (c == '\n' || g_unichar_iszerowidth(c) || g_unichar_ismark(c)) return 0;
  if (g_unichar_iswide(c)) return CX_UNITS_PER_EM;
  return (int64_t)lround((style->is_bold ? 0.6 : 0.55) * CX_UNITS_PER_EM);
}

void cx_shape_fixed(const CxShaper *shaper, CxShaped *shaped, const CxTextStyle *style) {
  struct CxShapedParts *parts = shaped->parts;
  size_t character = 0;
  const char *next = shaped->text, *begin = next;
  for (gunichar c; (c = cx_text_next(&next)) != 0; begin = next)
    cx_shaped_add_cluster(parts, (size_t)(begin - shaped->text), shaper->marks[character++], character_width(c, style));
  parts->hyphen_width = character_width('-', style);
}
