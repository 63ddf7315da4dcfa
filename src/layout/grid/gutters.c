/* Room for arrows, before the columns of a grid have their widths: the arrows that will run in each gutter between
 * columns and along each divider between rows are counted, and what has more than it holds gets wider or higher. Where
 * exactly they run is decided later, in edges.c.
 */
#include "../frame.h"

#include <stdlib.h>

static const size_t EDGES_FREE = 4;  /* in a gutter of the usual width */
static const size_t LEVELS_FREE = 7; /* over and under a divider of the usual height */
static const size_t MOST = 40;       /* that get room; where more run, they move closer together */
static const double LABEL_WIDEST = 90;

double cx_edge_label_width(const CxFrame *label) {
  return MIN(label->natural, MAX(LABEL_WIDEST, label->smallest));
}

static void find_cells(GHashTable *cells, const CxBlock *block, const CxCell *cell) {
  g_hash_table_insert(cells, (gpointer)block, (gpointer)cell);
  for (size_t i = 0; i < block->children.count; i++) find_cells(cells, block->children.items[i], cell);
}

/* In which cell each block stands. */
static GHashTable *index_cells(const CxGrid *grid) {
  GHashTable *cells = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < grid->cells.count; i++)
    if (!grid->cells.items[i].is_backdrop) find_cells(cells, grid->cells.items[i].block, &grid->cells.items[i]);
  return cells;
}

/* What runs in the gutter behind a track, and the widest label at the beginning of an arrow there. */
typedef struct Gutter {
  size_t edges;
  double label;
} Gutter;

/* The gutters in which an edge runs up or down: behind which tracks. One of them where its ends are neighbours, none
 * where it goes straight. */
typedef struct Course {
  const CxCell *from, *to;
  bool is_across; /* from one column to another */
  size_t first, last;
} Course;

static Course course_of(const CxCell *from, const CxCell *to) {
  const size_t from_end = from->column + from->columns, to_end = to->column + to->columns;
  Course course = {.from = from, .to = to, .is_across = true};
  if (from_end <= to->column) {
    course.first = from_end - 1;
    course.last = to->column - 1;
  } else if (to_end <= from->column) {
    course.first = from->column - 1;
    course.last = to_end - 1;
  } else {
    course.is_across = false;
    course.first = course.last = MAX(from_end, to_end) - 1;
  }
  return course;
}

static bool is_straight(const Course *course) {
  const size_t from = course->from->row, to = course->to->row;
  if (course->is_across) return from == to && course->first == course->last;
  return from + 2 >= to && to + 2 >= from; /* at most a divider between */
}

static void count_edge(const Course *course, double label, Gutter *gutters) {
  if (course->is_across) gutters[course->first].label = MAX(gutters[course->first].label, label);
  if (is_straight(course)) return;
  gutters[course->first].edges++;
  if (course->first != course->last) gutters[course->last].edges++;
}

static double label_width(const CxGridFrame *grid, size_t edge) {
  return grid->labels[edge] != NULL ? cx_edge_label_width(grid->labels[edge]) : 0;
}

/* How much wider than usual: a track for each arrow beyond those that have room, and a label beside them. */
static double lack(const CxTypesetter *setter, const CxGridFrame *grid, size_t track, const Gutter *gutter) {
  const CxSizes *sizes = &setter->theme->sizes;
  const CxTrack *tracks = grid->grid->tracks.items;
  const bool is_last = track + 1 == grid->grid->tracks.count;
  const double usual = grid->after[track] + (is_last ? 0 : tracks[track + 1].gap + grid->before[track + 1]);
  const size_t edges = MIN(gutter->edges, MOST);
  const double beyond = sizes->edge_track * (double)(MAX(edges, EDGES_FREE) - EDGES_FREE);
  const double needed = gutter->label + 2 * sizes->edge_clear + sizes->edge_track * (double)edges;
  return MAX(beyond, gutter->label > 0 ? needed - usual : 0);
}

static void widen(CxGridFrame *grid, double *insets, size_t track, double by) {
  insets[track] += by;
  grid->extra[track] += by;
  grid->fixed += by;
}

static void widen_gutters(const CxTypesetter *setter, CxGridFrame *grid, const Gutter *gutters) {
  const size_t tracks = grid->grid->tracks.count;
  for (size_t i = 1; i < tracks; i++) {
    const double more = lack(setter, grid, i, &gutters[i]);
    const bool is_last = i + 1 == tracks;
    widen(grid, grid->after, i, is_last ? more : more / 2);
    if (!is_last) widen(grid, grid->before, i + 1, more / 2);
  }
}

/* ---- Dividers -------------------------------------------------------------------------------------------------- */

/* Where a level piece begins or ends. */
typedef struct Turn {
  size_t row, track;
  bool is_end;
} Turn;

static int compare_turns(const void *a, const void *b) {
  const Turn *one = a, *other = b;
  if (one->row != other->row) return one->row < other->row ? -1 : 1;
  if (one->track != other->track) return one->track < other->track ? -1 : 1;
  return (int)one->is_end - (int)other->is_end;
}

static bool is_divider(const CxGrid *grid, size_t row) {
  return row < grid->rows.count && grid->rows.items[row].kind == CX_ROW_DIVIDER && grid->rows.items[row].role != NULL;
}

/* Along which divider an edge will run, most likely: the first below its upper end, or else the last above it. */
static size_t divider_for(const CxGrid *grid, const Course *course) {
  const size_t upper = MIN(course->from->row, course->to->row);
  for (size_t row = upper + 1; row < grid->rows.count; row++)
    if (is_divider(grid, row)) return row;
  for (size_t row = upper; row-- > 0;)
    if (is_divider(grid, row)) return row;
  return grid->rows.count;
}

typedef CX_LIST(Turn) Turns;

static void add_turns(CxTypesetter *setter, const CxGrid *grid, const Course *course, Turns *turns) {
  const size_t row = divider_for(grid, course);
  if (course->first == course->last || row == grid->rows.count) return;
  *cx_list_add(setter->arena, turns) = (Turn){row, MIN(course->first, course->last), false};
  *cx_list_add(setter->arena, turns) = (Turn){row, MAX(course->first, course->last), true};
}

static void heighten_dividers(const CxTypesetter *setter, CxGridFrame *grid, Turns *turns) {
  if (turns->count > 0) qsort(turns->items, turns->count, sizeof(Turn), compare_turns);
  for (size_t i = 0, open = 0, most = 0; i < turns->count; i++) {
    const Turn *turn = &turns->items[i];
    const bool is_last = i + 1 == turns->count || turns->items[i + 1].row != turn->row;
    open = turn->is_end ? open - 1 : open + 1;
    most = MAX(most, open);
    if (!is_last) continue;
    const size_t beyond = CLAMP(most, LEVELS_FREE, MOST) - LEVELS_FREE;
    grid->least_h[turn->row] += setter->theme->sizes.edge_track * (double)beyond;
    most = 0;
  }
}

/* ---- Both ------------------------------------------------------------------------------------------------------ */

static void make_room(CxTypesetter *setter, CxGridFrame *grid) {
  const CxGrid *blocks = grid->grid;
  Gutter *gutters = g_new0(Gutter, blocks->tracks.count);
  Turns turns = {0};
  GHashTable *cells = index_cells(blocks);
  for (size_t i = 0; i < blocks->edges.count; i++) {
    const CxCell *from = g_hash_table_lookup(cells, blocks->edges.items[i].from);
    const CxCell *to = g_hash_table_lookup(cells, blocks->edges.items[i].to);
    if (from == NULL || to == NULL || from->column == 0 || to->column == 0) continue;
    const Course course = course_of(from, to);
    count_edge(&course, label_width(grid, i), gutters);
    add_turns(setter, blocks, &course, &turns);
  }
  widen_gutters(setter, grid, gutters);
  heighten_dividers(setter, grid, &turns);
  g_hash_table_destroy(cells);
  g_free(gutters);
}

void cx_edges_prepare(CxTypesetter *setter, CxGridFrame *grid) {
  const size_t count = grid->grid->edges.count;
  if (count == 0) return;
  grid->labels = cx_new_array(setter->arena, CxFrame *, count);
  for (size_t i = 0; i < count; i++)
    if (grid->grid->edges.items[i].label != NULL)
      grid->labels[i] = cx_frame_new(setter, grid->grid->edges.items[i].label);
  make_room(setter, grid);
}
