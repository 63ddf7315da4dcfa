/* An index of rectangles by place: a grid of square cells, each with the rectangles that touch it.
 *
 * There are about as many cells as rectangles, so that a question about a small place looks at a few of them only.
 * What lies outside of the area is kept in the cells at its border.
 */
#include "space.h"

#include <math.h>

typedef CX_LIST(uint32_t) Cell;

struct CxSpace {
  CxArena *arena;
  CxSolid area;
  double side; /* of a cell */
  size_t count[2];
  Cell *cells;
  CX_LIST(CxSolid) solids;
  CX_LIST(uint32_t) asked; /* of each solid, the last question that it was found for */
  CX_LIST(uint32_t) found;
  uint32_t question;
  uint64_t *effort;
};

CxSpace *cx_space_new(CxArena *arena, CxRect area, size_t expected) {
  CxSpace *space = cx_new(arena, CxSpace);
  space->arena = arena;
  space->area = cx_solid_of(area);
  space->side = MAX(sqrt(MAX(area.w, 1) * MAX(area.h, 1) / (double)(expected + 1)), MAX(area.w, area.h) / 4096);
  space->count[0] = (size_t)(area.w / space->side) + 1;
  space->count[1] = (size_t)(area.h / space->side) + 1;
  space->cells = cx_new_array(arena, Cell, space->count[0] * space->count[1]);
  space->effort = cx_new(arena, uint64_t);
  return space;
}

static size_t cell_at(const CxSpace *space, int axis, double value) {
  const double cell = (value - space->area.lo[axis]) / space->side;
  return cell > 0 ? (size_t)MIN(cell, (double)(space->count[axis] - 1)) : 0;
}

/* The first and the last of the cells that a box touches, by axis. */
typedef struct Cells {
  size_t first[2], last[2];
} Cells;

static Cells cells_of(const CxSpace *space, const CxSolid *box) {
  Cells cells;
  for (int axis = 0; axis < 2; axis++) {
    cells.first[axis] = cell_at(space, axis, box->lo[axis]);
    cells.last[axis] = cell_at(space, axis, box->hi[axis]);
  }
  return cells;
}

/* A cell that is looked into. */
static const Cell *cell_of(const CxSpace *space, int axis, size_t along, size_t across) {
  const Cell *cell = &space->cells[axis == 0 ? across * space->count[0] + along : along * space->count[0] + across];
  *space->effort += 1 + cell->count;
  return cell;
}

uint64_t cx_space_effort(const CxSpace *space) {
  return *space->effort;
}

uint32_t cx_space_add(CxSpace *space, CxSolid solid) {
  const uint32_t id = (uint32_t)space->solids.count;
  *cx_list_add(space->arena, &space->solids) = solid;
  *cx_list_add(space->arena, &space->asked) = 0;
  const Cells in = cells_of(space, &solid);
  for (size_t y = in.first[1]; y <= in.last[1]; y++)
    for (size_t x = in.first[0]; x <= in.last[0]; x++)
      *cx_list_add(space->arena, &space->cells[y * space->count[0] + x]) = id;
  return id;
}

static void drop(Cell *cell, uint32_t id) {
  for (size_t i = 0; i < cell->count; i++)
    if (cell->items[i] == id) cell->items[i--] = cell->items[--cell->count];
}

void cx_space_remove(CxSpace *space, uint32_t id) {
  const Cells in = cells_of(space, &space->solids.items[id]);
  for (size_t y = in.first[1]; y <= in.last[1]; y++)
    for (size_t x = in.first[0]; x <= in.last[0]; x++) drop(&space->cells[y * space->count[0] + x], id);
}

const CxSolid *cx_space_solid(const CxSpace *space, uint32_t id) {
  return &space->solids.items[id];
}

static bool overlaps(const CxSolid *a, const CxSolid *b) {
  return a->lo[0] < b->hi[0] && a->hi[0] > b->lo[0] && a->lo[1] < b->hi[1] && a->hi[1] > b->lo[1];
}

bool cx_space_is_free(const CxSpace *space, CxSolid box) {
  const Cells in = cells_of(space, &box);
  for (size_t y = in.first[1]; y <= in.last[1]; y++)
    for (size_t x = in.first[0]; x <= in.last[0]; x++) {
      const Cell *cell = cell_of(space, 0, x, y);
      for (size_t i = 0; i < cell->count; i++)
        if (overlaps(&space->solids.items[cell->items[i]], &box)) return false;
    }
  return true;
}

static void find_in(CxSpace *space, const Cell *cell, const CxSolid *box) {
  for (size_t i = 0; i < cell->count; i++) {
    const uint32_t id = cell->items[i];
    if (space->asked.items[id] == space->question || !overlaps(&space->solids.items[id], box)) continue;
    space->asked.items[id] = space->question;
    *cx_list_add(space->arena, &space->found) = id;
  }
}

const uint32_t *cx_space_find(CxSpace *space, CxSolid box, size_t *count) {
  space->question++;
  space->found.count = 0;
  const Cells in = cells_of(space, &box);
  for (size_t y = in.first[1]; y <= in.last[1]; y++)
    for (size_t x = in.first[0]; x <= in.last[0]; x++) find_in(space, cell_of(space, 0, x, y), &box);
  *count = space->found.count;
  return space->found.items;
}

/* The part of the line in one cell, so that a solid in several cells counts once. */
static CxSolid part_in(const CxSpace *space, const CxSolid *line, const size_t cell[2]) {
  CxSolid part = *line;
  for (int axis = 0; axis < 2; axis++) {
    const double lo = space->area.lo[axis] + (double)cell[axis] * space->side;
    if (cell[axis] > 0) part.lo[axis] = MAX(part.lo[axis], MIN(lo, line->hi[axis]));
    if (cell[axis] + 1 < space->count[axis]) part.hi[axis] = MIN(part.hi[axis], MAX(lo + space->side, line->lo[axis]));
  }
  return part;
}

double cx_space_harm(const CxSpace *space, CxSolid line) {
  double harm = 0;
  size_t cell[2];
  const Cells all = cells_of(space, &line);
  for (cell[1] = all.first[1]; cell[1] <= all.last[1]; cell[1]++)
    for (cell[0] = all.first[0]; cell[0] <= all.last[0]; cell[0]++) {
      const Cell *in = cell_of(space, 0, cell[0], cell[1]);
      const CxSolid part = part_in(space, &line, cell);
      for (size_t i = 0; i < in->count; i++) {
        const CxSolid *solid = &space->solids.items[in->items[i]];
        if (!overlaps(solid, &part)) continue;
        for (int axis = 0; axis < 2; axis++)
          harm += MIN(part.hi[axis], solid->hi[axis]) - MAX(part.lo[axis], solid->lo[axis]);
      }
    }
  return harm;
}

double cx_space_reach(const CxSpace *space, int axis, int way, double from, double lo, double hi, uint32_t *hit) {
  /* Coordinates along the axis are multiplied by `way`: then the bar always moves upwards. */
  double best = way > 0 ? space->area.hi[axis] : -space->area.lo[axis];
  const double start = way * from;
  const size_t first = cell_at(space, 1 - axis, lo), last = cell_at(space, 1 - axis, hi);
  if (hit != NULL) *hit = CX_NOWHERE;
  for (size_t along = cell_at(space, axis, from); along < space->count[axis]; along += (size_t)way) {
    for (size_t across = first; across <= last; across++) {
      const Cell *cell = cell_of(space, axis, along, across);
      for (size_t i = 0; i < cell->count; i++) {
        const CxSolid *solid = &space->solids.items[cell->items[i]];
        if (solid->hi[1 - axis] <= lo || solid->lo[1 - axis] >= hi) continue;
        const double near = way > 0 ? solid->lo[axis] : -solid->hi[axis];
        const double far = way > 0 ? solid->hi[axis] : -solid->lo[axis];
        if (far <= start || near >= best) continue;
        best = MAX(near, start);
        if (hit != NULL) *hit = cell->items[i];
      }
    }
    const double end = space->area.lo[axis] + (double)(along + (way > 0)) * space->side;
    if (best <= way * end) break;
  }
  return way * MAX(best, start);
}
