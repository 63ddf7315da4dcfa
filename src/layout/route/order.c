/* Sorts pieces that lie on one line, so that the edges cross as little as they can when they are moved apart.
 *
 * For two edges that run together, what matters is where they part: if one turns to the left there, it has to be on the
 * left. So from a piece both edges are followed to both ends of what they share. Where the ends disagree the edges
 * cross once, and the end ahead of the first edge decides. Pieces are put into the line one after the other, each where
 * the fewest of these wishes are broken, and then once more when all the others are there. Ordering shared paths before
 * moving them apart is the nudging of Wybrow, Marriott and Stuckey ("Orthogonal connector routing", Graph Drawing
 * 2009).
 */
#include "router.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double SAME = 1e-6;
static const size_t MOST_COMPARED = 400; /* no reader sees an order among more */
static const int AHEAD = 3, BEHIND = 2;  /* how much the wish of each end weighs */

/* ---- Following two trails ------------------------------------------------------------------------------------- */

typedef struct Walk {
  const CxTrail *trail;
  size_t k;
  bool is_back; /* from the trail's end to its beginning */
} Walk;

static double far_end(const Walk *walk) {
  return walk->is_back ? cx_trail_from(walk->trail, walk->k) : cx_trail_to(walk->trail, walk->k);
}

static double near_end(const Walk *walk) {
  return walk->is_back ? cx_trail_to(walk->trail, walk->k) : cx_trail_from(walk->trail, walk->k);
}

static int heading(const Walk *walk) {
  return cx_sign(far_end(walk) - near_end(walk));
}

static bool step(Walk *walk) {
  if (walk->is_back ? walk->k == 0 : walk->k + 1 == walk->trail->count) return false;
  walk->k += walk->is_back ? (size_t)-1 : 1;
  return true;
}

/* Where a walk goes at the end of its piece: -1 left, 1 right, 0 nowhere. */
static int turn(const Walk *walk) {
  Walk next = *walk;
  if (!step(&next)) return 0;
  const int axis = (walk->trail->first + (int)walk->k) & 1;
  return (axis == 0 ? 1 : -1) * heading(walk) * heading(&next);
}

/* On which side of `a` the walk `b` is where they part: -1 left, 1 right, 0 if they do not. Both go the same way. */
static int parting(Walk a, Walk b) {
  for (;;) {
    const int way = heading(&a);
    const double ahead = (far_end(&a) - far_end(&b)) * way;
    if (way == 0 || heading(&b) != way) return 0;
    if (ahead > SAME) return turn(&b);
    if (ahead < -SAME) return -turn(&a);
    const int turn_a = turn(&a), turn_b = turn(&b);
    if (turn_a != turn_b) return turn_a == 0 || turn_b == 0 ? 0 : cx_sign(turn_b - turn_a);
    if (turn_a == 0 || !step(&a) || !step(&b)) return 0;
  }
}

static int relation_of_shared(const CxTrail *trails, const CxPiece *one, const CxPiece *other, int axis) {
  Walk a = {&trails[one->trail], one->index, false}, b = {&trails[other->trail], other->index, false};
  const int way = heading(&a);
  b.is_back = heading(&b) != way;
  const int ahead = parting(a, b);
  a.is_back = !a.is_back;
  b.is_back = !b.is_back;
  const int right = AHEAD * ahead - BEHIND * parting(a, b);
  /* Where nothing else matters a label, which stands over a line or at its right, is kept out of the others. */
  const int label = (one->label_room > 0) - (other->label_room > 0);
  if (right == 0 && label != 0) return axis == 0 ? label : -label;
  /* What lies on the right when going right has the greater y, when going down the smaller x. */
  return (right != 0 ? right : 1) * (axis == 0 ? way : -way);
}

/* Which way the edge goes on at an end of the piece. */
static int onward(const CxTrail *trails, const CxPiece *piece, bool at_higher) {
  const CxTrail *trail = &trails[piece->trail];
  Walk walk = {trail, piece->index,
               (cx_trail_to(trail, piece->index) > cx_trail_from(trail, piece->index)) != at_higher};
  return step(&walk) ? heading(&walk) : 0;
}

/* Over zero if `b` should come after `a`, as it goes across the axis; under zero the other way round. */
static int relation(const CxTrail *trails, const CxPiece *a, const CxPiece *b, int axis) {
  const double from = MAX(a->from, b->from), to = MIN(a->to, b->to);
  if (to - from > SAME) {
    const bool is_first = a->trail < b->trail || (a->trail == b->trail && a->index < b->index);
    return is_first ? relation_of_shared(trails, a, b, axis) : -relation_of_shared(trails, b, a, axis);
  }
  if (from - to > a->reach + b->reach) return 0;
  /* One behind the other: their corners would meet if both came from where the other one goes. */
  const bool is_a_lower = a->to <= b->from + SAME;
  return 2 * (onward(trails, b, !is_a_lower) - onward(trails, a, is_a_lower));
}

/* ---- Sorting --------------------------------------------------------------------------------------------------- */

/* Puts `piece` among the first `count` of them, where the fewest wishes are broken; the last such place. */
static void insert(const CxTrail *trails, CxPiece *pieces, size_t count, CxPiece piece, int axis) {
  int broken = 0, least = 0;
  size_t place = count;
  for (size_t i = count; i-- > 0 && count - i <= MOST_COMPARED;) {
    broken += relation(trails, &pieces[i], &piece, axis);
    if (broken >= least) continue;
    least = broken;
    place = i;
  }
  memmove(&pieces[place + 1], &pieces[place], (count - place) * sizeof *pieces);
  pieces[place] = piece;
}

static void sort_bundle(const CxTrail *trails, CxPiece *pieces, size_t count, int axis) {
  for (size_t i = 1; i < count; i++) insert(trails, pieces, i, pieces[i], axis);
  if (count < 3 || count > MOST_COMPARED) return;
  for (size_t i = 0; i < count; i++) {
    const CxPiece piece = pieces[i];
    memmove(&pieces[i], &pieces[i + 1], (count - 1 - i) * sizeof *pieces);
    insert(trails, pieces, count - 1, piece, axis);
  }
}

static int compare_pieces(const void *a, const void *b) {
  const CxPiece *x = a, *y = b;
  if (fabs(x->at - y->at) > SAME) return x->at < y->at ? -1 : 1;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  if (x->trail != y->trail) return x->trail < y->trail ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

void cx_route_order(const CxTrail *trails, CxPiece *pieces, size_t count, int axis) {
  qsort(pieces, count, sizeof *pieces, compare_pieces);
  for (size_t first = 0, end; first < count; first = end) {
    double to = pieces[first].to;
    for (end = first + 1; end < count; end++) {
      const double slack = pieces[end].reach + pieces[first].reach;
      if (pieces[end].at - pieces[first].at > SAME || pieces[end].from > to + slack) break;
      to = MAX(to, pieces[end].to);
    }
    sort_bundle(trails, pieces + first, end - first, axis);
  }
}
