/* Network simplex: places on a line for items that springs push apart, as short as possible in all.
 *
 * The method of Gansner, Koutsofios, North and Vo ("A technique for drawing directed graphs", IEEE Transactions on
 * Software Engineering 19, 1993): a spanning tree of springs without slack; as long as one of its springs would rather
 * be longer, the cheapest spring over the same cut takes its place. The first tree grows by joining the smallest part
 * with its nearest neighbour. Numbers in postorder make a subtree a range, so that no step needs recursion. Where the
 * work grows beyond a bound, the springs stay as they are by then: near the shortest.
 */
#include "draft.h"

/* Items and springs looked at: these many of each, times the logarithm. Graphs like flows need less than ten. */
static const uint64_t LEAST_WORK = 1000000, WORK = 40;

typedef struct Simplex {
  uint32_t count;
  const CxSpring *springs;
  size_t spring_count;
  int64_t *place;
  uint32_t *out_first, *out, *in_first, *in; /* springs of an item */
  bool *is_tree;
  int64_t *cut;         /* of the springs in the tree */
  uint32_t *tree;       /* the springs in it */
  uint32_t *tree_index; /* of a spring */
  uint32_t tree_count;
  uint32_t *first[2];                 /* an item's tree springs: [0] it is the tail, [1] it is the head */
  uint32_t *next[2], *previous[2];    /* lists of springs */
  uint32_t *parent;                   /* the spring upwards, CX_NOWHERE: root */
  uint32_t *low, *number, *by_number; /* a subtree's numbers run from low to the number of its top */
  uint32_t *stack, *state;
  uint32_t search; /* where the search for a spring goes on */
  uint64_t work;   /* items and springs looked at */
} Simplex;

static int64_t slack(const Simplex *simplex, uint32_t spring) {
  const CxSpring *s = &simplex->springs[spring];
  return simplex->place[s->head] - simplex->place[s->tail] - s->least;
}

/* ---- A first solution ------------------------------------------------------------------------------------------- */

static void index_springs(Simplex *simplex, CxArena *arena) {
  const uint32_t count = simplex->count;
  simplex->out_first = cx_new_array(arena, uint32_t, count + 2);
  simplex->in_first = cx_new_array(arena, uint32_t, count + 2);
  simplex->out = cx_new_array(arena, uint32_t, simplex->spring_count + 1);
  simplex->in = cx_new_array(arena, uint32_t, simplex->spring_count + 1);
  for (size_t i = 0; i < simplex->spring_count; i++) {
    simplex->out_first[simplex->springs[i].tail + 2]++;
    simplex->in_first[simplex->springs[i].head + 2]++;
  }
  for (uint32_t i = 2; i < count + 2; i++) {
    simplex->out_first[i] += simplex->out_first[i - 1];
    simplex->in_first[i] += simplex->in_first[i - 1];
  }
  for (size_t i = 0; i < simplex->spring_count; i++) {
    simplex->out[simplex->out_first[simplex->springs[i].tail + 1]++] = (uint32_t)i;
    simplex->in[simplex->in_first[simplex->springs[i].head + 1]++] = (uint32_t)i;
  }
}

/* Everything as early as the springs allow. */
static void place_early(Simplex *simplex) {
  uint32_t *waits = simplex->state, *queue = simplex->stack, end = 0;
  for (uint32_t i = 0; i < simplex->count; i++) {
    simplex->place[i] = 0;
    waits[i] = simplex->in_first[i + 1] - simplex->in_first[i];
    if (waits[i] == 0) queue[end++] = i;
  }
  for (uint32_t begin = 0; begin < end; begin++) {
    const uint32_t item = queue[begin];
    for (uint32_t i = simplex->out_first[item]; i < simplex->out_first[item + 1]; i++) {
      const CxSpring *spring = &simplex->springs[simplex->out[i]];
      simplex->place[spring->head] = MAX(simplex->place[spring->head], simplex->place[item] + spring->least);
      if (--waits[spring->head] == 0) queue[end++] = spring->head;
    }
  }
}

/* ---- The tree --------------------------------------------------------------------------------------------------- */

static void list_add(Simplex *simplex, int side, uint32_t item, uint32_t spring) {
  const uint32_t second = simplex->first[side][item];
  simplex->previous[side][spring] = CX_NOWHERE;
  simplex->next[side][spring] = second;
  if (second != CX_NOWHERE) simplex->previous[side][second] = spring;
  simplex->first[side][item] = spring;
}

static void list_remove(Simplex *simplex, int side, uint32_t item, uint32_t spring) {
  const uint32_t before = simplex->previous[side][spring], after = simplex->next[side][spring];
  if (before != CX_NOWHERE) simplex->next[side][before] = after;
  if (before == CX_NOWHERE) simplex->first[side][item] = after;
  if (after != CX_NOWHERE) simplex->previous[side][after] = before;
}

static void tree_link(Simplex *simplex, uint32_t spring) {
  simplex->is_tree[spring] = true;
  list_add(simplex, 0, simplex->springs[spring].tail, spring);
  list_add(simplex, 1, simplex->springs[spring].head, spring);
}

static void tree_add(Simplex *simplex, uint32_t spring) {
  simplex->tree_index[spring] = simplex->tree_count;
  simplex->tree[simplex->tree_count++] = spring;
  tree_link(simplex, spring);
}

static void tree_replace(Simplex *simplex, uint32_t old, uint32_t new) {
  simplex->is_tree[old] = false;
  list_remove(simplex, 0, simplex->springs[old].tail, old);
  list_remove(simplex, 1, simplex->springs[old].head, old);
  simplex->tree_index[new] = simplex->tree_index[old];
  simplex->tree[simplex->tree_index[new]] = new;
  tree_link(simplex, new);
}

/* ---- The first tree --------------------------------------------------------------------------------------------- */

/* Parts of the growing tree: the members of each in a ring. */
typedef struct Parts {
  uint32_t *part, *ring, *size;
} Parts;

static uint32_t find_part(Parts *parts, uint32_t item) {
  while (parts->part[item] != item) item = parts->part[item] = parts->part[parts->part[item]];
  return item;
}

static void join(Simplex *simplex, Parts *parts, uint32_t spring) {
  uint32_t a = find_part(parts, simplex->springs[spring].tail), b = find_part(parts, simplex->springs[spring].head);
  if (parts->size[a] < parts->size[b]) {
    const uint32_t swap = a;
    a = b;
    b = swap;
  }
  parts->part[b] = a;
  parts->size[a] += parts->size[b];
  const uint32_t next = parts->ring[a];
  parts->ring[a] = parts->ring[b];
  parts->ring[b] = next;
  tree_add(simplex, spring);
}

static uint32_t least_slack(const Simplex *simplex, Parts *parts, const uint32_t *springs, uint32_t count,
                            uint32_t best, uint32_t part) {
  for (uint32_t i = 0; i < count; i++) {
    const CxSpring *s = &simplex->springs[springs[i]];
    if (find_part(parts, s->tail) == part && find_part(parts, s->head) == part) continue;
    if (best == CX_NOWHERE || slack(simplex, springs[i]) < slack(simplex, best)) best = springs[i];
  }
  return best;
}

/* The tightest spring out of a part; CX_NOWHERE where there is none. */
static uint32_t way_out(const Simplex *simplex, Parts *parts, uint32_t part) {
  uint32_t best = CX_NOWHERE, item = part;
  do {
    const uint32_t *out = simplex->out_first, *in = simplex->in_first;
    best = least_slack(simplex, parts, simplex->out + out[item], out[item + 1] - out[item], best, part);
    best = least_slack(simplex, parts, simplex->in + in[item], in[item + 1] - in[item], best, part);
    item = parts->ring[item];
  } while (item != part);
  return best;
}

static void shift_part(Simplex *simplex, Parts *parts, uint32_t part, int64_t by) {
  uint32_t item = part;
  do {
    simplex->place[item] += by;
    item = parts->ring[item];
  } while (item != part);
}

/* Joins part after part in rounds; a part is looked through once in a round, and in each round every part is joined to
 * another, so that an item is met a logarithmic number of times. */
static void grow_tree(Simplex *simplex, CxArena *arena) {
  Parts parts = {cx_new_array(arena, uint32_t, simplex->count), cx_new_array(arena, uint32_t, simplex->count),
                 cx_new_array(arena, uint32_t, simplex->count)};
  for (uint32_t i = 0; i < simplex->count; i++) parts.part[i] = parts.ring[i] = i, parts.size[i] = 1;
  for (uint32_t i = 0; i < simplex->spring_count; i++) {
    const bool is_tight = slack(simplex, i) == 0;
    if (is_tight && find_part(&parts, simplex->springs[i].tail) != find_part(&parts, simplex->springs[i].head))
      join(simplex, &parts, i);
  }
  GQueue queue = G_QUEUE_INIT;
  bool *waits = cx_new_array(arena, bool, simplex->count);
  for (uint32_t i = 0; i < simplex->count; i++) {
    if (parts.part[i] != i) continue;
    g_queue_push_tail(&queue, GUINT_TO_POINTER(i));
    waits[i] = true;
  }
  while (!g_queue_is_empty(&queue)) {
    const uint32_t part = GPOINTER_TO_UINT(g_queue_pop_head(&queue));
    waits[part] = false;
    if (parts.part[part] != part) continue; /* joined since */
    const uint32_t spring = way_out(simplex, &parts, part);
    if (spring == CX_NOWHERE) continue;
    const bool is_tail = find_part(&parts, simplex->springs[spring].tail) == part;
    shift_part(simplex, &parts, part, is_tail ? slack(simplex, spring) : -slack(simplex, spring));
    join(simplex, &parts, spring);
    const uint32_t whole = find_part(&parts, part);
    if (!waits[whole]) g_queue_push_tail(&queue, GUINT_TO_POINTER(whole));
    waits[whole] = true;
  }
}

/* ---- Numbers and cut values -------------------------------------------------------------------------------------- */

/* Numbers the subtree of `top` in postorder, from `low` on; state[] is the list a visit has come to: 0 and 1 are the
 * springs it is the tail and head of. Subtrees that have their numbers already are passed over. */
static uint32_t number_subtree(Simplex *simplex, uint32_t top, uint32_t parent, uint32_t number) {
  uint32_t *stack = simplex->stack, depth = 0;
  uint32_t *cursor = simplex->state;
  simplex->parent[top] = parent;
  simplex->low[top] = number;
  stack[depth++] = top;
  cursor[top] = simplex->first[0][top] != CX_NOWHERE ? simplex->first[0][top] : simplex->first[1][top];
  while (depth > 0) {
    const uint32_t item = stack[depth - 1], spring = cursor[item];
    if (spring == CX_NOWHERE) {
      simplex->by_number[number] = item;
      simplex->number[item] = number++;
      depth--;
      continue;
    }
    const bool is_tail = simplex->springs[spring].tail == item;
    const uint32_t next = simplex->next[is_tail ? 0 : 1][spring];
    cursor[item] = next == CX_NOWHERE && is_tail ? simplex->first[1][item] : next;
    if (spring == simplex->parent[item]) continue;
    const uint32_t child = is_tail ? simplex->springs[spring].head : simplex->springs[spring].tail;
    if (simplex->parent[child] == spring && simplex->low[child] == number) {
      number = simplex->number[child] + 1;
      continue;
    }
    simplex->parent[child] = spring;
    simplex->low[child] = number;
    cursor[child] = simplex->first[0][child] != CX_NOWHERE ? simplex->first[0][child] : simplex->first[1][child];
    stack[depth++] = child;
    simplex->work++;
  }
  return number;
}

static bool is_below(const Simplex *simplex, uint32_t item, uint32_t top) {
  return simplex->low[top] <= simplex->number[item] && simplex->number[item] <= simplex->number[top];
}

static uint32_t child_of(const Simplex *simplex, uint32_t spring) {
  const CxSpring *s = &simplex->springs[spring];
  return simplex->parent[s->tail] == spring ? s->tail : s->head;
}

/* The part of a tree spring's cut value that one spring of its lower end brings. `sign`: 1 where the lower end is the
 * tree spring's tail. */
static int64_t cut_share(const Simplex *simplex, uint32_t spring, uint32_t item, uint32_t tree_spring, int64_t sign) {
  if (spring == tree_spring) return simplex->springs[spring].weight;
  const bool is_out = simplex->springs[spring].tail == item;
  const int64_t direction = is_out ? sign : -sign;
  int64_t share = direction * simplex->springs[spring].weight;
  if (simplex->is_tree[spring]) share -= direction * simplex->cut[spring];
  return share;
}

/* Each cut value from those below it, in postorder. */
static void compute_cuts(Simplex *simplex) {
  for (uint32_t n = 0; n < simplex->count; n++) {
    const uint32_t item = simplex->by_number[n], up = simplex->parent[item];
    if (up == CX_NOWHERE) continue;
    const int64_t sign = simplex->springs[up].tail == item ? 1 : -1;
    int64_t sum = 0;
    for (uint32_t i = simplex->out_first[item]; i < simplex->out_first[item + 1]; i++)
      sum += cut_share(simplex, simplex->out[i], item, up, sign);
    for (uint32_t i = simplex->in_first[item]; i < simplex->in_first[item + 1]; i++)
      sum += cut_share(simplex, simplex->in[i], item, up, sign);
    simplex->cut[up] = sum;
  }
}

/* ---- Exchanging springs ------------------------------------------------------------------------------------------ */

enum { SEARCHED = 40 }; /* springs that would leave, of which the one with the most to win does */

static uint32_t leaving(Simplex *simplex) {
  uint32_t best = CX_NOWHERE, found = 0;
  for (uint32_t n = 0; n < simplex->tree_count && found < SEARCHED; n++) {
    simplex->work++;
    const uint32_t spring = simplex->tree[simplex->search];
    simplex->search = simplex->search + 1 < simplex->tree_count ? simplex->search + 1 : 0;
    if (simplex->cut[spring] >= 0) continue;
    found++;
    if (best == CX_NOWHERE || simplex->cut[spring] < simplex->cut[best]) best = spring;
  }
  return best;
}

/* The tightest spring over the cut of `old` in the other direction. */
static uint32_t entering(Simplex *simplex, uint32_t old) {
  const uint32_t child = child_of(simplex, old);
  const bool is_tail = simplex->springs[old].tail == child;
  const uint32_t *first = is_tail ? simplex->in_first : simplex->out_first;
  const uint32_t *springs = is_tail ? simplex->in : simplex->out;
  uint32_t best = CX_NOWHERE;
  int64_t least = INT64_MAX;
  for (uint32_t n = simplex->low[child]; n <= simplex->number[child] && least > 0; n++) {
    const uint32_t item = simplex->by_number[n];
    simplex->work += 1 + first[item + 1] - first[item];
    for (uint32_t i = first[item]; i < first[item + 1]; i++) {
      const CxSpring *s = &simplex->springs[springs[i]];
      if (is_below(simplex, is_tail ? s->tail : s->head, child) || slack(simplex, springs[i]) >= least) continue;
      best = springs[i];
      least = slack(simplex, best);
    }
  }
  return best;
}

/* Changes the cut values from `item` up to where the way from `other` meets, and takes the numbers of what is passed,
 * whose subtrees are going to change; gives the place where they meet. */
static uint32_t change_cuts(Simplex *simplex, uint32_t item, uint32_t other, int64_t by, bool is_tail_side) {
  while (!is_below(simplex, other, item)) {
    const uint32_t up = simplex->parent[item];
    const bool is_tail = simplex->springs[up].tail == item;
    simplex->cut[up] += is_tail == is_tail_side ? by : -by;
    simplex->low[item] = CX_NOWHERE;
    item = is_tail ? simplex->springs[up].head : simplex->springs[up].tail;
  }
  return item;
}

static void shift(Simplex *simplex, uint32_t child, int64_t by) {
  for (uint32_t n = simplex->low[child]; n <= simplex->number[child]; n++) simplex->place[simplex->by_number[n]] += by;
}

static void exchange(Simplex *simplex, uint32_t old, uint32_t new) {
  const uint32_t child = child_of(simplex, old);
  const int64_t by = slack(simplex, new), value = simplex->cut[old];
  if (by != 0) shift(simplex, child, simplex->springs[old].tail == child ? -by : by);
  const CxSpring *s = &simplex->springs[new];
  const uint32_t meet = change_cuts(simplex, s->tail, s->head, value, true);
  change_cuts(simplex, s->head, s->tail, value, false);
  simplex->cut[new] = -value;
  tree_replace(simplex, old, new);
  number_subtree(simplex, meet, simplex->parent[meet], simplex->low[meet]);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void allocate(Simplex *simplex, CxArena *arena) {
  const size_t items = simplex->count + 1, springs = simplex->spring_count + 1;
  simplex->is_tree = cx_new_array(arena, bool, springs);
  simplex->cut = cx_new_array(arena, int64_t, springs);
  simplex->tree = cx_new_array(arena, uint32_t, items);
  simplex->tree_index = cx_new_array(arena, uint32_t, springs);
  for (int side = 0; side < 2; side++) {
    simplex->first[side] = cx_new_array(arena, uint32_t, items);
    simplex->next[side] = cx_new_array(arena, uint32_t, springs);
    simplex->previous[side] = cx_new_array(arena, uint32_t, springs);
    for (size_t i = 0; i < items; i++) simplex->first[side][i] = CX_NOWHERE;
  }
  uint32_t **const arrays[] = {&simplex->parent,    &simplex->low,   &simplex->number,
                               &simplex->by_number, &simplex->stack, &simplex->state};
  for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++) *arrays[i] = cx_new_array(arena, uint32_t, items);
}

static void move_parts_to_zero(Simplex *simplex) {
  for (uint32_t n = 0; n < simplex->count;) {
    uint32_t end = n;
    while (simplex->parent[simplex->by_number[end]] != CX_NOWHERE) end++;
    int64_t least = INT64_MAX;
    for (uint32_t i = n; i <= end; i++) least = MIN(least, simplex->place[simplex->by_number[i]]);
    for (; n <= end; n++) simplex->place[simplex->by_number[n]] -= least;
  }
}

void cx_solve_springs(CxArena *arena, uint32_t count, const CxSpring *springs, size_t spring_count, int64_t *places) {
  if (count == 0) return;
  Simplex simplex = {.count = count, .springs = springs, .spring_count = spring_count, .place = places};
  allocate(&simplex, arena);
  index_springs(&simplex, arena);
  place_early(&simplex);
  grow_tree(&simplex, arena);
  for (uint32_t i = 0; i < count; i++) simplex.number[i] = simplex.low[i] = CX_NOWHERE;
  for (uint32_t i = 0, number = 0; i < count; i++)
    if (simplex.number[i] == CX_NOWHERE) number = number_subtree(&simplex, i, CX_NOWHERE, number);
  compute_cuts(&simplex);
  const uint64_t most = LEAST_WORK + WORK * (count + spring_count) * g_bit_storage(count);
  while (simplex.work < most) {
    const uint32_t old = leaving(&simplex);
    if (old == CX_NOWHERE) break;
    const uint32_t new = entering(&simplex, old);
    if (new == CX_NOWHERE) break; /* nothing holds it: cannot be with springs of positive weight */
    exchange(&simplex, old, new);
  }
  move_parts_to_zero(&simplex);
}
