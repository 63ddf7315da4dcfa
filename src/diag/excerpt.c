/* Excerpts: a span in, its first line as a terminal can show it and the columns that carets go under out.
 *
 * A wide character takes two columns of a terminal, a mark none, a tab the way to the next tab stop. A line that is
 * long is cut to a window that begins a little before the span. A window has a number of characters, not columns,
 * because a line may consist of a million marks without any width.
 */
#include "print.h"

#define WINDOW 160 /* characters */
#define BEFORE 60  /* of them before the span */
#define TAB 4      /* columns */

typedef struct Line {
  const char *text;
  size_t length, begin, end; /* what is meant: bytes [begin, end) */
  size_t from, to;           /* the window: bytes [from, to) */
} Line;

static Line line_of(CxSpan span, uint32_t number) {
  Line line = {0};
  line.text = cx_source_line(span.source, number, &line.length);
  size_t start = (size_t)(line.text - span.source->text);
  line.begin = MIN(span.begin - start, line.length);
  line.end = CLAMP(MAX(span.end, span.begin) - start, line.begin, line.length);
  line.to = line.length;
  return line;
}

/* `count` characters on from `at`, or the end of the line. */
static size_t step_on(const Line *line, size_t at, size_t count) {
  size_t bytes;
  for (; at < line->length && count > 0; at += bytes, count--)
    cx_character_at(line->text + at, line->length - at, &bytes);
  return at;
}

/* `count` characters back from `at`, or the beginning of the line. In bad UTF-8 it may be fewer. */
static size_t step_back(const Line *line, size_t at, size_t count) {
  for (; at > 0 && count > 0; count--) {
    at--;
    for (int i = 0; i < 3 && at > 0 && ((unsigned char)line->text[at] & 0xc0) == 0x80; i++) at--;
  }
  return at;
}

static void set_window(Line *line) {
  if (step_on(line, 0, WINDOW) == line->length) return;
  line->from = step_back(line, line->begin, BEFORE);
  line->to = step_on(line, line->from, WINDOW);
}

/* Appends one character and returns its width. */
static size_t append(GString *out, const Line *line, size_t at, size_t column, size_t *bytes) {
  if (line->text[at] == '\t') {
    size_t width = TAB - column % TAB;
    *bytes = 1;
    g_string_append_printf(out, "%*s", (int)width, "");
    return width;
  }
  gunichar character = cx_print_character(line->text + at, line->length - at, bytes);
  g_string_append_unichar(out, character);
  return cx_print_width(character);
}

CxExcerpt cx_excerpt_new(CxSpan span) {
  CxExcerpt excerpt = {.line = cx_source_place(span.source, span.begin).line, .text = g_string_new(NULL)};
  Line line = line_of(span, excerpt.line);
  set_window(&line);
  size_t column = 0, bytes;
  if (line.from > 0) {
    g_string_append(excerpt.text, "…");
    column++;
  }
  excerpt.lead = column;
  for (size_t at = line.from; at < line.to; at += bytes) {
    size_t width = append(excerpt.text, &line, at, column, &bytes);
    column += width;
    if (at + bytes <= line.begin)
      excerpt.lead = column;
    else if (at < line.end)
      excerpt.width = column - excerpt.lead;
  }
  if (line.to < line.length) g_string_append(excerpt.text, "…");
  excerpt.width = MAX(excerpt.width, 1);
  return excerpt;
}

void cx_excerpt_clear(CxExcerpt *excerpt) {
  g_string_free(excerpt->text, TRUE);
}
