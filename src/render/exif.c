/* EXIF: the one fact in a photo's metadata that decides how it looks: which way up the camera was held.
 *
 * The metadata is a TIFF file inside a JPEG segment. Every number in it may lie: nothing is read that does not lie
 * inside the segment, and no offset is followed twice.
 */
#include "render.h"

#include <string.h>

#define TAG_ORIENTATION 0x0112
#define SEGMENT_APP1 0xE1
#define SEGMENT_START_OF_SCAN 0xDA

typedef struct Tiff {
  const guint8 *bytes;
  size_t length;
  bool is_little;
} Tiff;

/* Numbers beyond the end read as 0. */
static guint32 read_number(const Tiff *tiff, size_t at, size_t size) {
  guint32 number = 0;
  if (at > tiff->length || size > tiff->length - at) return 0;
  for (size_t i = 0; i < size; i++) number = number << 8 | tiff->bytes[at + (tiff->is_little ? size - 1 - i : i)];
  return number;
}

static int orientation_of(const Tiff *tiff) {
  const size_t table = read_number(tiff, 4, 4);
  const size_t count = read_number(tiff, table, 2);
  for (size_t i = 0; i < count; i++) {
    const size_t entry = table + 2 + i * 12;
    if (read_number(tiff, entry, 2) != TAG_ORIENTATION) continue;
    const guint32 value = read_number(tiff, entry + 8, 2);
    return value >= 1 && value <= 8 ? (int)value : 1;
  }
  return 1;
}

/* The segments of a JPEG up to the picture: FF, a kind, a length that counts itself. */
int cx_exif_orientation(const guint8 *bytes, size_t length) {
  static const guint8 mark[6] = "Exif\0";
  for (size_t at = 2; at + 4 <= length && bytes[at] == 0xFF && bytes[at + 1] != SEGMENT_START_OF_SCAN;) {
    const size_t size = (size_t)bytes[at + 2] << 8 | bytes[at + 3], begin = at + 4, end = at + 2 + size;
    if (size < 2 || end > length) return 1;
    if (bytes[at + 1] == SEGMENT_APP1 && end - begin > sizeof mark + 8 &&
        memcmp(bytes + begin, mark, sizeof mark) == 0) {
      const guint8 *start = bytes + begin + sizeof mark;
      const Tiff tiff = {.bytes = start, .length = end - begin - sizeof mark, .is_little = start[0] == 'I'};
      return orientation_of(&tiff);
    }
    at = end;
  }
  return 1;
}
