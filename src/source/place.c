/* Places: byte offsets in, lines and columns out.
 *
 * A line is found by bisection in the table of line starts. A column is a number of characters, and a line may be as
 * long as the largest file; so every few kilobytes a mark says how many characters there are before it, and no more
 * than the distance to the mark is ever counted. A line ends with LF, CR LF or CR.
 */
#include "source.h"

#define MARK_DISTANCE 4096

/* The first character that begins at or behind a multiple of MARK_DISTANCE. */
struct CxSourceMark {
  uint32_t offset, characters; /* characters: how many there are before it */
};

/* The byte behind the line end that begins at `offset`, or `offset` itself where none does. */
static size_t behind_line_end(const CxSource *source, size_t offset) {
  if (source->text[offset] == '\r')
    return source->text[offset + 1] == '\n' ? offset + 2 : offset + 1; /* there is a NUL behind the text */
  return source->text[offset] == '\n' ? offset + 1 : offset;
}

/* Writes the line starts into `starts`, unless it is NULL, and returns how many there are. */
static size_t find_line_starts(const CxSource *source, uint32_t *starts) {
  size_t count = 1;
  for (size_t offset = 0, next; offset < source->length; offset = MAX(next, offset + 1)) {
    next = behind_line_end(source, offset);
    if (next == offset) continue;
    if (starts != NULL) starts[count] = (uint32_t)next;
    count++;
  }
  return count;
}

static void set_marks(CxArena *arena, CxSource *source) {
  struct CxSourceMark *marks = cx_new_array(arena, struct CxSourceMark, source->length / MARK_DISTANCE + 1);
  uint32_t offset = 0, characters = 0;
  for (size_t i = 0; i <= source->length / MARK_DISTANCE; i++) {
    size_t bytes;
    for (; offset < i * MARK_DISTANCE; offset += (uint32_t)bytes, characters++)
      cx_character_at(source->text + offset, source->length - offset, &bytes);
    marks[i] = (struct CxSourceMark){.offset = offset, .characters = characters};
  }
  source->marks = marks;
}

void cx_source_map_lines(CxArena *arena, CxSource *source) {
  source->line_count = find_line_starts(source, NULL);
  uint32_t *starts = cx_new_array(arena, uint32_t, source->line_count);
  find_line_starts(source, starts);
  source->line_starts = starts;
  set_marks(arena, source);
}

/* How many characters end at or before `offset`. */
static uint32_t count_characters(const CxSource *source, size_t offset) {
  const struct CxSourceMark *mark = &source->marks[offset / MARK_DISTANCE];
  if (mark->offset > offset) /* `offset` is inside the character that reaches over the mark's place */
    return mark->characters - 1;
  uint32_t count = mark->characters;
  size_t bytes;
  for (size_t at = mark->offset; at < offset; at += bytes, count++) {
    cx_character_at(source->text + at, source->length - at, &bytes);
    if (at + bytes > offset) break;
  }
  return count;
}

CxPlace cx_source_place(const CxSource *source, size_t offset) {
  size_t at = MIN(offset, source->length), low = 0, high = source->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (source->line_starts[middle] <= at)
      low = middle;
    else
      high = middle;
  }
  uint32_t before = count_characters(source, source->line_starts[low]);
  return (CxPlace){.line = (uint32_t)low + 1, .column = count_characters(source, at) - before + 1};
}

const char *cx_source_line(const CxSource *source, uint32_t line, size_t *length) {
  g_assert(line >= 1 && line <= source->line_count);
  size_t begin = source->line_starts[line - 1];
  size_t end = line < source->line_count ? source->line_starts[line] : source->length;
  if (end > begin && source->text[end - 1] == '\n') end--;
  if (end > begin && source->text[end - 1] == '\r') end--;
  *length = end - begin;
  return source->text + begin;
}
