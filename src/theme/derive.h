/* Private to theme: how one own colour becomes all the colours that go with it. */
#ifndef CXMAP_THEME_DERIVE_H
#define CXMAP_THEME_DERIVE_H

#include "cxmap/model.h"
#include "cxmap/theme.h"

/* What a theme has under a colour's name. */
CxColour cx_colour_named(const CxTheme *theme, CxColourName name);

/* Sets a colour in a theme that is being made of `base`; in the order of the names, for later ones build on the paper.
 */
void cx_colour_apply(CxTheme *theme, const CxTheme *base, CxColourName name, CxColour colour);

#endif
