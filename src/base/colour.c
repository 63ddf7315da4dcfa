/* Colours: hexadecimal text in, four bytes out, and back. Names of colours are the theme's matter. */
#include "cxmap/base.h"

#include <string.h>

bool cx_colour_parse(const char *text, CxColour *colour) {
  size_t digits = text[0] == '#' ? strlen(text + 1) : 0;
  if (digits != 3 && digits != 6) return false;
  unsigned parts[3] = {0};
  for (size_t i = 0; i < digits; i++) {
    int digit = g_ascii_xdigit_value(text[1 + i]);
    if (digit < 0) return false;
    /* The short form says each digit once: #0a5 is #00aa55. */
    unsigned *part = &parts[i / (digits / 3)];
    *part = digits == 3 ? (unsigned)digit * 17 : *part * 16 + (unsigned)digit;
  }
  *colour = (CxColour){.r = (uint8_t)parts[0], .g = (uint8_t)parts[1], .b = (uint8_t)parts[2], .a = 255};
  return true;
}

bool cx_colour_is_same(CxColour a, CxColour b) {
  return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

const char *cx_colour_format(CxColour colour, char buffer[10]) {
  int length = g_snprintf(buffer, 10, "#%02x%02x%02x", colour.r, colour.g, colour.b);
  if (colour.a != 255) g_snprintf(buffer + length, 10 - (gulong)length, "%02x", colour.a);
  return buffer;
}
