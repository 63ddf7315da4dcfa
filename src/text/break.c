/* Breaking: clusters with marks in, pieces out, and from those the number of lines at any width.
 *
 * A piece reaches from one break opportunity to the next. A walk over the lines puts as many pieces into each as fit,
 * and cuts a piece only where it alone is wider than the line. Counting, fitting and cutting all use the same walk, so
 * that they cannot disagree. Everything is whole numbers and nothing is allocated but the pieces.
 */
#include "shaped.h"

#include <math.h>

/* A line is narrowed down to the nearest quarter of a point. */
#define FINENESS 0.25

/* ---- Pieces ---------------------------------------------------------------------------------- */

static bool is(const CxCluster *cluster, CxMark mark) {
  return (cluster->marks & mark) != 0;
}

/* Blanks at the start of a line are never drawn; a line feed is not one of them. */
static uint32_t skip_blanks(const struct CxShapedParts *parts, uint32_t at, uint32_t end) {
  while (at < end && is(&parts->clusters[at], CX_IS_BLANK) && !is(&parts->clusters[at], CX_IS_FEED)) at++;
  return at;
}

static uint32_t strip_blanks(const struct CxShapedParts *parts, uint32_t begin, uint32_t end) {
  while (end > begin && is(&parts->clusters[end - 1], CX_IS_BLANK)) end--;
  return end;
}

static CxPiece find_piece(const struct CxShapedParts *parts, uint32_t begin) {
  const CxCluster *clusters = parts->clusters;
  uint32_t count = (uint32_t)parts->cluster_count, next = begin + 1;
  while (next < count && !is(&clusters[next], CX_AT_BREAK) && !is(&clusters[next - 1], CX_IS_FEED)) next++;
  uint32_t end = strip_blanks(parts, begin, next);
  bool is_forced = is(&clusters[next - 1], CX_IS_FEED);
  return (CxPiece){.reach = clusters[end].x,
                   .end = end,
                   .next = is_forced ? skip_blanks(parts, next, count) : next,
                   .is_forced = is_forced};
}

/* Blanks alone belong to the piece before them. */
static bool is_only_blanks(const struct CxShapedParts *parts, const CxPiece *piece, uint32_t begin) {
  return piece->end == begin && !piece->is_forced && parts->piece_count > 0 &&
         !parts->pieces[parts->piece_count - 1].is_forced;
}

static int64_t widest_cluster(const struct CxShapedParts *parts) {
  int64_t widest = 0;
  for (size_t i = 0; i < parts->cluster_count; i++) {
    const CxCluster *cluster = &parts->clusters[i];
    int64_t tail = i + 1 == parts->cluster_count ? parts->tail : 0;
    if (!is(cluster, CX_IS_BLANK)) widest = MAX(widest, cluster[1].x - cluster->x + tail);
  }
  return widest;
}

static void measure(CxShaped *shaped) {
  struct CxShapedParts *parts = shaped->parts;
  int64_t line_begin = 0, piece_begin = 0, natural = 0;
  for (size_t i = 0; i < parts->piece_count; i++) {
    const CxPiece *piece = &parts->pieces[i];
    natural = MAX(natural, piece->reach - line_begin);
    parts->smallest = MAX(parts->smallest, piece->reach - piece_begin);
    piece_begin = parts->clusters[piece->next].x;
    line_begin = piece->is_forced ? piece_begin : line_begin;
  }
  shaped->natural = (double)natural * parts->scale;
  shaped->smallest = (double)parts->smallest * parts->scale;
  shaped->least = (double)widest_cluster(parts) * parts->scale;
}

void cx_shaped_find_pieces(CxArena *arena, CxShaped *shaped) {
  struct CxShapedParts *parts = shaped->parts;
  size_t room = 0;
  for (size_t i = 0; i < parts->cluster_count; i++)
    room += i == 0 || is(&parts->clusters[i], CX_AT_BREAK) || is(&parts->clusters[i - 1], CX_IS_FEED);
  parts->pieces = cx_new_array(arena, CxPiece, room);
  for (uint32_t at = 0; at < parts->cluster_count;) {
    CxPiece piece = find_piece(parts, at);
    if (is_only_blanks(parts, &piece, at))
      parts->pieces[parts->piece_count - 1].next = piece.next;
    else
      parts->pieces[parts->piece_count++] = piece;
    at = piece.next;
  }
  if (parts->piece_count > 0) parts->pieces[parts->piece_count - 1].reach += parts->tail;
  measure(shaped);
}

/* ---- Walking over the lines ------------------------------------------------------------------ */

/* The last place in (begin, end) that has `mark`, where the line is no wider than `limit` and two clusters stay on
 * either side; `begin` where there is none. */
static uint32_t find_cut(const struct CxShapedParts *parts, uint32_t begin, uint32_t last, uint32_t end, CxMark mark,
                         int64_t limit) {
  const CxCluster *clusters = parts->clusters;
  for (uint32_t at = MIN(last + 2, end) - 2; at >= begin + 2; at--) {
    int64_t hyphen = is(&clusters[at], CX_AT_HYPHEN) ? parts->hyphen_width : 0;
    if (is(&clusters[at], mark) && clusters[at].x + hyphen - clusters[begin].x <= limit) return at;
  }
  return begin;
}

/* Cuts the piece that the walk stands in: where it hurts least, else with a hyphen, else as late as possible. */
static void cut_piece(CxWalk *walk, const struct CxShapedParts *parts, int64_t limit) {
  const CxCluster *clusters = parts->clusters;
  uint32_t end = parts->pieces[walk->piece].end, last = walk->at + 1;
  while (last + 1 < end && clusters[last + 1].x - clusters[walk->at].x <= limit) last++;
  uint32_t cut = find_cut(parts, walk->at, last, end, CX_AT_NEED, limit);
  if (cut == walk->at) cut = find_cut(parts, walk->at, last, end, CX_AT_HYPHEN, limit);
  bool has_hyphen = cut != walk->at && is(&clusters[cut], CX_AT_HYPHEN);
  if (cut == walk->at) cut = last;
  walk->begin = walk->at;
  walk->end = strip_blanks(parts, walk->at, cut);
  walk->width = clusters[walk->end].x - clusters[walk->begin].x + (has_hyphen ? parts->hyphen_width : 0);
  walk->has_hyphen = has_hyphen;
  walk->at = skip_blanks(parts, cut, end);
}

bool cx_walk_next(CxWalk *walk, const struct CxShapedParts *parts, int64_t limit) {
  const CxPiece *pieces = parts->pieces;
  uint32_t at = walk->piece, count = (uint32_t)parts->piece_count;
  if (at == count) return false;
  int64_t begin = parts->clusters[walk->at].x;
  while (at < count && pieces[at].reach - begin <= limit)
    if (pieces[at++].is_forced) break;
  /* One cluster is not cut, however narrow the line. */
  if (at == walk->piece && pieces[at].end > walk->at + 1) {
    cut_piece(walk, parts, limit);
    return true;
  }
  at = MAX(at, walk->piece + 1);
  *walk = (CxWalk){.piece = at,
                   .at = pieces[at - 1].next,
                   .begin = walk->at,
                   .end = pieces[at - 1].end,
                   .width = pieces[at - 1].reach - begin,
                   .is_last = at == count};
  return true;
}

/* ---- Counting and fitting -------------------------------------------------------------------- */

static int64_t to_limit(const struct CxShapedParts *parts, double width) {
  /* What was given out as points comes back as the same number of units. */
  double units = floor(fmax(width, 0) / parts->scale + 0.01);
  return units < 1e15 ? (int64_t)units : (int64_t)1e15;
}

static size_t count_lines(const struct CxShapedParts *parts, int64_t limit, int64_t *last_width) {
  CxWalk walk = {0};
  size_t count = 0;
  while (cx_walk_next(&walk, parts, limit)) count++;
  *last_width = walk.width;
  return count;
}

size_t cx_shaped_count_lines(const CxShaped *shaped, double width) {
  int64_t last_width;
  return count_lines(shaped->parts, to_limit(shaped->parts, width), &last_width);
}

/* The narrowest limit in as many lines, or the widest whose last line is not a stub, to a quarter of a point. */
static int64_t narrow(const struct CxShapedParts *parts, int64_t low, int64_t high, size_t count, CxFit fit) {
  int64_t fineness = MAX((int64_t)(FINENESS / parts->scale), 1), last_width;
  while (high - low > fineness) {
    int64_t middle = low + (high - low) / 2;
    bool has_as_many = count_lines(parts, middle, &last_width) == count;
    bool goes_up = fit == CX_FIT_BALANCED ? !has_as_many : has_as_many && 3 * last_width >= middle;
    *(goes_up ? &low : &high) = middle;
  }
  return fit == CX_FIT_BALANCED ? high : low;
}

static bool is_stub(int64_t last_width, int64_t limit) {
  return 3 * last_width < limit;
}

int64_t cx_shaped_limit(const struct CxShapedParts *parts, double width, CxFit fit) {
  int64_t limit = to_limit(parts, width), last_width;
  size_t count = count_lines(parts, limit, &last_width);
  if (fit == CX_FIT_GREEDY || count < 2 || parts->smallest >= limit) return limit;
  if (fit == CX_FIT_EVEN && !is_stub(last_width, limit)) return limit;
  int64_t narrowest = narrow(parts, parts->smallest - 1, limit, count, CX_FIT_BALANCED);
  if (fit == CX_FIT_BALANCED) return narrowest;
  count_lines(parts, narrowest, &last_width);
  return is_stub(last_width, narrowest) ? limit : narrow(parts, narrowest, limit, count, CX_FIT_EVEN);
}
