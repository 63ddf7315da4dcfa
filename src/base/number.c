/* Numbers: text in, a double out, and back. The locale has no say in either direction. */
#include "cxmap/base.h"

#include <math.h>
#include <string.h>

/* From here on a double has no fraction worth printing, and its digits would outgrow the buffer. */
#define LARGEST_PLAIN 1e15
#define MOST_DECIMALS 12

bool cx_number_parse(const char *text, double *value) {
  /* The library's function also takes blanks, hexadecimals, "inf" and "nan". */
  if (text[0] == '\0' || text[strspn(text, "0123456789+-.eE")] != '\0') return false;
  char *end;
  double result = g_ascii_strtod(text, &end);
  if (*end != '\0' || !isfinite(result)) return false;
  *value = result;
  return true;
}

static void strip_zeros(char *text) {
  char *end = text + strlen(text);
  if (strchr(text, '.') == NULL) return;
  while (end[-1] == '0') end--;
  if (end[-1] == '.') end--;
  *end = '\0';
}

const char *cx_number_format(double value, int decimals, char buffer[CX_NUMBER_LENGTH]) {
  if (!(fabs(value) < LARGEST_PLAIN)) return g_ascii_formatd(buffer, CX_NUMBER_LENGTH, "%.15g", value);
  char format[8];
  g_snprintf(format, sizeof format, "%%.%df", CLAMP(decimals, 0, MOST_DECIMALS));
  g_ascii_formatd(buffer, CX_NUMBER_LENGTH, format, value);
  strip_zeros(buffer);
  if (strcmp(buffer, "-0") == 0) memcpy(buffer, "0", 2);
  return buffer;
}
