/* Encoding: the bytes of a file in, the first one that cannot be read as text out.
 *
 * libyaml would stop at the same places, but names neither the byte nor the way out. Nothing is repaired.
 */
#include "syntax.h"

#include <string.h>

static bool is_control(gunichar character) {
  if (character < 0x20) return character != '\t' && character != '\n' && character != '\r';
  if (character >= 0x7f && character < 0xa0) return character != 0x85;
  return character == 0xfffe || character == 0xffff;
}

/* In UTF-8 those of two and three bytes all begin with one of two
 * bytes, so that most of a text is passed over byte by byte. */
const char *cx_encoding_find_control(const char *text, const char *end) {
  for (; text < end; text++) {
    const unsigned char byte = (unsigned char)*text;
    if (byte >= 0x20 && byte < 0x7f) continue;
    if (byte < 0x80 ? is_control(byte) : (byte == 0xc2 || byte == 0xef) && is_control(g_utf8_get_char(text)))
      return text;
  }
  return NULL;
}

static CxSpan span_of(const CxSource *source, const char *at, size_t length) {
  const uint32_t begin = (uint32_t)(at - source->text);
  return (CxSpan){.source = source, .begin = begin, .end = begin + (uint32_t)length};
}

static void report_bad_utf8(const CxSource *source, CxDiagnostics *diagnostics, const char *at) {
  const bool is_utf16 =
      at == source->text && source->length >= 2 && (memcmp(at, "\xff\xfe", 2) == 0 || memcmp(at, "\xfe\xff", 2) == 0);
  CxDiag *diag = cx_diag_report(diagnostics, CX_BAD_UTF8, span_of(source, at, 1), "byte 0x%02X is not UTF-8 text here",
                                (unsigned)(unsigned char)*at);
  cx_diag_help(diagnostics, diag, is_utf16 ? "this file is UTF-16: save it as UTF-8" : "save the file as UTF-8");
}

bool cx_encoding_is_good(const CxSource *source, CxDiagnostics *diagnostics) {
  const char *end = source->text + source->length, *bad = end;
  g_utf8_validate(source->text, (gssize)source->length, &bad);
  const char *control = cx_encoding_find_control(source->text, bad);
  if (control == NULL && bad < end && *bad == '\0') /* GLib takes a NUL for the end */
    control = bad;
  if (control != NULL) {
    CxDiag *diag = cx_diag_report(diagnostics, CX_CONTROL_CHARACTER,
                                  span_of(source, control, (size_t)(g_utf8_next_char(control) - control)),
                                  "the character U+%04X may not stand in a text", g_utf8_get_char(control));
    cx_diag_help(diagnostics, diag, "delete it: it cannot be drawn");
    return false;
  }
  if (bad < end) report_bad_utf8(source, diagnostics, bad);
  return bad == end;
}
