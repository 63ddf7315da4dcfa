/* Spreading discs: wishes go in, places that keep a distance from one another come out.
 *
 * Wishes for about the same place form a group, which stands as a block of rows round the middle of its wishes, the
 * largest groups first. A group whose block would come upon discs that stand already puts each of its discs on the
 * nearest free spot of a fine lattice instead. Which spots are free is looked up in a table of cells that hold one
 * centre at most. A spot that was taken stays taken, so a group goes through its lattice only once; and groups are few,
 * however many wishes there are.
 */
#include "spread.h"

#include <math.h>
#include <stdlib.h>

/* A spot of the lattice round a place, in steps. */
typedef struct Spot {
  int dx, dy;
} Spot;

typedef struct Group {
  size_t first, count; /* in the order of Spreader.order */
} Group;

typedef struct Spreader {
  const CxSpread *spread;
  CxPoint *places;
  size_t *order;   /* the wishes, group by group */
  GArray *groups;  /* Group */
  GArray *spots;   /* Spot, the nearest first; made when first asked for */
  double cell;     /* width of a cell of the table */
  size_t *centres; /* which wish stands in a cell, from 1 */
  int columns, rows;
} Spreader;

/* ---- What is free -------------------------------------------------------------------------------------------- */

static int cell_at(double offset, double cell, int count) {
  return CLAMP((int)(offset / cell), 0, count - 1);
}

static bool is_clear(const CxSpread *spread, CxPoint a, CxPoint b) {
  const double slack = 1e-6, dx = fabs(a.x - b.x), dy = fabs(a.y - b.y);
  return fmax(dx, dy) >= spread->size - slack && hypot(dx, dy) >= spread->clear - slack;
}

static bool is_free(const Spreader *spreader, CxPoint at) {
  const CxRect area = spreader->spread->area;
  const double slack = 1e-6;
  if (at.x < area.x - slack || at.x > area.x + area.w + slack || at.y < area.y - slack ||
      at.y > area.y + area.h + slack)
    return false;
  const int column = cell_at(at.x - area.x, spreader->cell, spreader->columns);
  const int row = cell_at(at.y - area.y, spreader->cell, spreader->rows);
  for (int y = MAX(row - 2, 0); y <= MIN(row + 2, spreader->rows - 1); y++)
    for (int x = MAX(column - 2, 0); x <= MIN(column + 2, spreader->columns - 1); x++) {
      const size_t other = spreader->centres[(size_t)y * (size_t)spreader->columns + (size_t)x];
      if (other != 0 && !is_clear(spreader->spread, spreader->places[other - 1], at)) return false;
    }
  return true;
}

static void take(Spreader *spreader, size_t wish, CxPoint at) {
  const CxRect area = spreader->spread->area;
  const int column = cell_at(at.x - area.x, spreader->cell, spreader->columns);
  const int row = cell_at(at.y - area.y, spreader->cell, spreader->rows);
  spreader->places[wish] = at;
  spreader->centres[(size_t)row * (size_t)spreader->columns + (size_t)column] = wish + 1;
}

/* ---- Groups -------------------------------------------------------------------------------------------------- */

typedef struct Key {
  double row, column;
} Key;

static Key key_of(const CxSpread *spread, size_t wish) {
  const CxPoint at = spread->wishes[wish];
  return (Key){floor(at.y / spread->near + 0.5), floor(at.x / spread->near + 0.5)};
}

static int compare_doubles(double a, double b) {
  return (a > b) - (a < b);
}

/* By group, then as the discs of a group stand: from the top, from the left. The sort is a stable one. */
static int compare_wishes(const void *a, const void *b, void *user) {
  const CxSpread *spread = user;
  const size_t first = *(const size_t *)a, second = *(const size_t *)b;
  const Key one = key_of(spread, first), other = key_of(spread, second);
  const CxPoint from = spread->wishes[first], to = spread->wishes[second];
  const int orders[] = {compare_doubles(one.row, other.row), compare_doubles(one.column, other.column),
                        compare_doubles(from.y, to.y), compare_doubles(from.x, to.x)};
  for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
    if (orders[i] != 0) return orders[i];
  return 0;
}

static int compare_groups(const void *a, const void *b, void *user) {
  (void)user;
  const Group *one = a, *other = b;
  return (one->count < other->count) - (one->count > other->count);
}

static void make_groups(Spreader *spreader) {
  const CxSpread *spread = spreader->spread;
  for (size_t i = 0; i < spread->count; i++) spreader->order[i] = i;
  g_qsort_with_data(spreader->order, (int)spread->count, sizeof(size_t), compare_wishes, (void *)spread);
  for (size_t i = 0; i < spread->count; i++) {
    const Key key = key_of(spread, spreader->order[i]);
    const Key before = i > 0 ? key_of(spread, spreader->order[i - 1]) : (Key){0};
    if (i == 0 || key.row != before.row || key.column != before.column)
      g_array_append_val(spreader->groups, ((Group){.first = i}));
    g_array_index(spreader->groups, Group, spreader->groups->len - 1).count++;
  }
  g_qsort_with_data(spreader->groups->data, (int)spreader->groups->len, sizeof(Group), compare_groups, NULL);
}

static CxPoint middle_of(const Spreader *spreader, const Group *group) {
  CxPoint sum = {0};
  for (size_t i = 0; i < group->count; i++) {
    const CxPoint wish = spreader->spread->wishes[spreader->order[group->first + i]];
    sum.x += wish.x;
    sum.y += wish.y;
  }
  return (CxPoint){sum.x / (double)group->count, sum.y / (double)group->count};
}

/* ---- A group as a block -------------------------------------------------------------------------------------- */

static size_t block_columns(size_t count) {
  return count <= 3 ? count : (size_t)ceil(sqrt((double)count));
}

/* So that `half` at both sides of it is inside. */
static double held(double middle, double half, double from, double length) {
  return 2 * half >= length ? from + length / 2 : CLAMP(middle, from + half, from + length - half);
}

/* Where the disc `index` of a block stands; the last row is centred. */
static CxPoint block_place(const Spreader *spreader, size_t count, CxPoint middle, double pitch, size_t index) {
  const CxRect area = spreader->spread->area;
  const size_t columns = block_columns(count), rows = (count + columns - 1) / columns, row = index / columns;
  const size_t in_row = row + 1 < rows ? columns : count - row * columns;
  const double half_width = pitch * (double)(columns - 1) / 2, half_height = pitch * (double)(rows - 1) / 2;
  const double x = held(middle.x, half_width, area.x, area.w) - pitch * (double)(in_row - 1) / 2;
  const double y = held(middle.y, half_height, area.y, area.h) - half_height;
  return (CxPoint){x + pitch * (double)(index % columns), y + pitch * (double)row};
}

static bool place_block(Spreader *spreader, const Group *group, CxPoint middle, double pitch) {
  for (size_t i = 0; i < group->count; i++)
    if (!is_free(spreader, block_place(spreader, group->count, middle, pitch, i))) return false;
  for (size_t i = 0; i < group->count; i++)
    take(spreader, spreader->order[group->first + i], block_place(spreader, group->count, middle, pitch, i));
  return true;
}

/* ---- A group on free spots ----------------------------------------------------------------------------------- */

/* The nearest first; of equally near ones those at the side. */
static int compare_spots(const void *a, const void *b) {
  const Spot *one = a, *other = b;
  const int first = one->dx * one->dx + one->dy * one->dy, second = other->dx * other->dx + other->dy * other->dy;
  if (first != second) return first < second ? -1 : 1;
  if (abs(one->dy) != abs(other->dy)) return abs(one->dy) < abs(other->dy) ? -1 : 1;
  if (one->dy != other->dy) return other->dy - one->dy;
  return one->dx - other->dx;
}

static void make_spots(Spreader *spreader) {
  const CxRect area = spreader->spread->area;
  const double step = spreader->spread->clear / 2;
  const int across = (int)(area.w / step) + 1, down = (int)(area.h / step) + 1;
  for (int dy = -down; dy <= down; dy++)
    for (int dx = -across; dx <= across; dx++) g_array_append_val(spreader->spots, ((Spot){dx, dy}));
  qsort(spreader->spots->data, spreader->spots->len, sizeof(Spot), compare_spots);
}

static bool place_singly(Spreader *spreader, const Group *group, CxPoint middle) {
  const double step = spreader->spread->clear / 2;
  if (spreader->spots->len == 0) make_spots(spreader);
  size_t placed = 0;
  for (guint i = 0; i < spreader->spots->len && placed < group->count; i++) {
    const Spot spot = g_array_index(spreader->spots, Spot, i);
    const CxPoint at = {middle.x + step * spot.dx, middle.y + step * spot.dy};
    if (is_free(spreader, at)) take(spreader, spreader->order[group->first + placed++], at);
  }
  return placed == group->count;
}

/* ---- All of it ----------------------------------------------------------------------------------------------- */

static bool place_groups(Spreader *spreader) {
  const CxSpread *spread = spreader->spread;
  for (guint i = 0; i < spreader->groups->len; i++) {
    const Group *group = &g_array_index(spreader->groups, Group, i);
    const CxPoint middle = middle_of(spreader, group);
    if (!place_block(spreader, group, middle, spread->beside) && !place_block(spreader, group, middle, spread->clear) &&
        !place_singly(spreader, group, middle))
      return false;
  }
  return true;
}

static double farthest_of(const CxSpread *spread, const CxPoint *places) {
  double farthest = 0;
  for (size_t i = 0; i < spread->count; i++)
    farthest = MAX(farthest, hypot(places[i].x - spread->wishes[i].x, places[i].y - spread->wishes[i].y));
  return farthest;
}

bool cx_spread(const CxSpread *spread, CxPoint *places, double *farthest) {
  if (spread->area.w < 0 || spread->area.h < 0) return false;
  Spreader spreader = {.spread = spread, .places = places, .cell = spread->clear / G_SQRT2};
  spreader.columns = (int)(spread->area.w / spreader.cell) + 1;
  spreader.rows = (int)(spread->area.h / spreader.cell) + 1;
  spreader.centres = g_new0(size_t, (size_t)spreader.columns * (size_t)spreader.rows);
  spreader.order = g_new(size_t, spread->count);
  spreader.groups = g_array_new(FALSE, FALSE, sizeof(Group));
  spreader.spots = g_array_new(FALSE, FALSE, sizeof(Spot));
  make_groups(&spreader);
  const bool is_done = place_groups(&spreader);
  if (is_done) *farthest = farthest_of(spread, places);
  g_array_free(spreader.spots, TRUE);
  g_array_free(spreader.groups, TRUE);
  g_free(spreader.order);
  g_free(spreader.centres);
  return is_done;
}
