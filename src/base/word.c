/* Words: a mistyped word and the right ones in, the one most likely meant out; and the characters of a text.
 *
 * The distance is optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each,
 * no place is edited twice. It is counted in three rows, only as far from the diagonal as the limit allows, and given
 * up as soon as a whole row is over the limit. Long words, many edits and long lists of candidates are not looked at,
 * so that a hostile file costs no more than a fixed amount each time.
 */
#include "cxmap/base.h"

#include <string.h>

#define LONGEST_WORD 64
#define MOST_EDITS 5
#define LONGEST_CANDIDATE (LONGEST_WORD + MOST_EDITS)
#define MOST_CANDIDATES 1000

gunichar cx_character_at(const char *text, size_t length, size_t *bytes) {
  gunichar character = (unsigned char)*text;
  *bytes = 1;
  if (character < 0x80) return character;
  character = g_utf8_get_char_validated(text, (gssize)MIN(length, 4));
  if (character > 0x10ffff) /* the library's "bad" and "incomplete" */
    return 0xfffd;
  *bytes = (size_t)(g_utf8_next_char(text) - text);
  return character;
}

/* Writes at most `room` lower-case characters of a text and returns how many; more than `room` where it is longer. */
static size_t fold(const char *text, size_t room, gunichar *characters) {
  size_t count = 0, bytes;
  for (; *text != '\0'; text += bytes) {
    if (count == room) return room + 1;
    characters[count++] = g_unichar_tolower(cx_character_at(text, 4, &bytes));
  }
  return count;
}

/* The distance, or something over `limit`. The rows hold the distances of a[0, i) from all b[0, j). */
static unsigned distance(const gunichar *a, size_t a_length, const gunichar *b, size_t b_length, unsigned limit) {
  uint8_t storage[3][LONGEST_CANDIDATE + 2];
  uint8_t *two_up = storage[0], *up = storage[1], *row = storage[2];
  for (size_t j = 0; j <= b_length; j++) up[j] = (uint8_t)j;
  for (size_t i = 1; i <= a_length; i++) {
    size_t first = i > limit ? i - limit : 1, last = MIN(i + limit, b_length);
    uint8_t smallest = row[first - 1] = first == 1 ? (uint8_t)i : UINT8_MAX - 1;
    row[last + 1] = UINT8_MAX - 1;
    for (size_t j = first; j <= last; j++) {
      unsigned best = MIN(up[j], row[j - 1]) + 1u;
      best = MIN(best, up[j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = MIN(best, two_up[j - 2] + 1u);
      row[j] = (uint8_t)best;
      smallest = MIN(smallest, row[j]);
    }
    /* No later row gets under it: the row above is at most one better, and a swap, which reaches there, costs one. */
    if (smallest > limit) return smallest;
    uint8_t *free_row = two_up;
    two_up = up;
    up = row;
    row = free_row;
  }
  return up[b_length];
}

/* One of the words is how the other one begins. */
static bool is_beginning(const gunichar *a, size_t a_length, const gunichar *b, size_t b_length) {
  return memcmp(a, b, MIN(a_length, b_length) * sizeof *a) == 0;
}

const char *cx_word_nearest(const char *word, const char *const *candidates, size_t count) {
  gunichar wanted[LONGEST_WORD], other[LONGEST_CANDIDATE];
  size_t length = fold(word, LONGEST_WORD, wanted);
  if (length == 0 || length > LONGEST_WORD) return NULL;
  unsigned limit = CLAMP((unsigned)length / 3, 1, MOST_EDITS);
  const char *nearest = NULL;
  bool is_continued = false;
  for (size_t i = 0; i < MIN(count, MOST_CANDIDATES); i++) {
    size_t other_length = fold(candidates[i], length + limit, other);
    if (other_length > length + limit || other_length + limit < length) continue;
    unsigned steps = distance(wanted, length, other, other_length, limit);
    if (steps > limit || steps == MAX(length, other_length)) /* the latter have nothing in common */
      continue;
    const bool continues = is_beginning(wanted, length, other, other_length);
    if (nearest != NULL && steps == limit && (is_continued || !continues)) continue;
    nearest = candidates[i];
    is_continued = continues;
    if (steps == 0) break;
    limit = steps; /* only a nearer one can replace it, or one that goes on where the word ends */
  }
  return nearest;
}
