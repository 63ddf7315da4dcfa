/* Arrows of a grid, when the cells have their boxes: what they must keep clear of, and their ways.
 *
 * Everything that stands in the cells becomes an obstacle, and the router finds the ways between them. A box over
 * several columns can be reached at the middle of each of them: there it has ports, rectangles of a column's width, and
 * is filled up between them. The router sees a page from which the strips round the dividers have been cut out: so an
 * arrow crosses a divider, but never runs along it.
 */
#include "../frame.h"
#include "../route/route.h"

#include <math.h>
#include <string.h>

/* ---- Obstacles ---------------------------------------------------------------------------------------------- */

/* A place where edges reach a wide box. */
typedef struct Port {
  size_t track, obstacle;
} Port;

typedef CX_LIST(Port) Ports;

/* A box that edges may reach. */
typedef struct End {
  const CxBox *box;
  size_t obstacle, first, last; /* tracks that it covers */
  Ports ports;                  /* by track; none: the obstacle itself */
} End;

typedef struct Ways {
  CxTypesetter *setter;
  const CxGridFrame *grid;
  const CxBox *box;          /* the grid's */
  CX_LIST(double) cuts;      /* tops of the strips that are cut out, downwards */
  CX_LIST(CxRect) obstacles; /* without the strips */
  CX_LIST(CxRouteEdge) edges;
  CX_LIST(size_t) indices; /* of the edges, in the grid */
  GHashTable *ends;        /* block → End */
} Ways;

static double strip_height(const Ways *ways) {
  return ways->setter->theme->sizes.edge_clear;
}

/* From the page to what the router sees, and back. */
static double cut_out(const Ways *ways, double y) {
  double cut = 0;
  for (size_t i = 0; i < ways->cuts.count; i++) cut += CLAMP(y - ways->cuts.items[i], 0, strip_height(ways));
  return y - cut;
}

static double put_back(const Ways *ways, double y) {
  for (size_t i = 0; i < ways->cuts.count; i++)
    if (y > ways->cuts.items[i] + 1e-6) y += strip_height(ways);
  return y;
}

static CxRect rect_without_strips(const Ways *ways, CxRect rect) {
  const double top = cut_out(ways, rect.y);
  return (CxRect){rect.x, top, rect.w, cut_out(ways, rect.y + rect.h) - top};
}

static size_t add_obstacle(Ways *ways, CxRect rect) {
  *cx_list_add(ways->setter->arena, &ways->obstacles) = rect_without_strips(ways, rect);
  return ways->obstacles.count - 1;
}

static bool is_divider(const CxBox *box) {
  return box->block != NULL && box->block->kind == CX_BLOCK_DIVIDER;
}

static void find_cuts(Ways *ways, const CxBox *box) {
  if (is_divider(box))
    *cx_list_add(ways->setter->arena, &ways->cuts) = box->rect.y + box->rect.h / 2 - strip_height(ways) / 2;
  for (size_t i = 0; i < box->children.count && box->row != NULL; i++) find_cuts(ways, box->children.items[i]);
}

/* A box is an obstacle as a whole where it has a ground or nothing in it; others are what they hold. */
static void add_obstacles(Ways *ways, const CxBox *box) {
  End *end = box->block != NULL ? g_hash_table_lookup(ways->ends, box->block) : NULL;
  const bool is_solid = box->block != NULL && ways->setter->theme->looks[box->block->look].fill != CX_PAINT_NONE;
  const bool is_line = is_divider(box) || (box->block != NULL && box->block->kind == CX_BLOCK_RULE);
  if (end != NULL) {
    end->box = box;
    end->obstacle = ways->obstacles.count;
  }
  if (!is_line && (end != NULL || is_solid || box->children.count == 0)) {
    if (box->rect.w > 0 && box->rect.h > 0) add_obstacle(ways, box->rect);
    if (box->badges.w > 0) add_obstacle(ways, box->badges);
    return;
  }
  for (size_t i = 0; i < box->children.count; i++) add_obstacles(ways, box->children.items[i]);
}

/* The part of a track that cards stand in. */
static CxRect card_column(const Ways *ways, size_t track) {
  const CxGridFrame *grid = ways->grid;
  return (CxRect){.x = ways->box->rect.x + grid->x[track] + grid->before[track],
                  .w = MAX(grid->w[track] - grid->before[track] - grid->after[track], 0)};
}

static void find_tracks(const Ways *ways, End *end) {
  const CxRect rect = end->box->rect;
  const size_t count = ways->grid->grid->tracks.count;
  end->first = 1;
  while (end->first + 1 < count && card_column(ways, end->first + 1).x <= rect.x + 0.5) end->first++;
  end->last = end->first;
  while (end->last + 1 < count) {
    const CxRect next = card_column(ways, end->last + 1);
    if (next.x + next.w > rect.x + rect.w + 0.5) break;
    end->last++;
  }
}

/* The obstacle at which an edge from or to `other` reaches a box. */
static size_t port_for(Ways *ways, End *end, const End *other) {
  if (end->first == end->last) return end->obstacle;
  const size_t low = MAX(end->first, other->first), high = MIN(end->last, other->last);
  const size_t track = low <= high ? (low + high) / 2 : CLAMP(other->first, end->first, end->last);
  size_t at = 0;
  while (at < end->ports.count && end->ports.items[at].track < track) at++;
  if (at < end->ports.count && end->ports.items[at].track == track) return end->ports.items[at].obstacle;
  CxRect rect = card_column(ways, track);
  rect.y = end->box->rect.y;
  rect.h = end->box->rect.h;
  *cx_list_add(ways->setter->arena, &end->ports) = (Port){0};
  memmove(&end->ports.items[at + 1], &end->ports.items[at], (end->ports.count - 1 - at) * sizeof(Port));
  end->ports.items[at] = (Port){track, add_obstacle(ways, rect)};
  return end->ports.items[at].obstacle;
}

/* Between its ports a box is filled up, a little into them, so that nothing passes. */
static void fill_up(Ways *ways, End *end) {
  if (end->ports.count == 0) return;
  const double over = 1, right = end->box->rect.x + end->box->rect.w;
  CxRect rest = end->box->rect;
  for (size_t i = 0; i < end->ports.count; i++) {
    const CxRect port = card_column(ways, end->ports.items[i].track);
    rest.w = MAX(port.x + over - rest.x, over);
    if (i == 0)
      ways->obstacles.items[end->obstacle] = rect_without_strips(ways, rest);
    else
      add_obstacle(ways, rest);
    rest.x = port.x + port.w - over;
  }
  rest.w = right - rest.x;
  add_obstacle(ways, rest);
  end->ports.count = 0; /* once */
}

/* ---- Edges -------------------------------------------------------------------------------------------------- */

static void report(Ways *ways, const CxEdge *edge) {
  CxDiag *diag = cx_diag_report(ways->setter->diagnostics, CX_ARROW_NOT_DRAWN, edge->span, "an arrow is left out: %s",
                                edge->from == edge->to ? "it leads back to where it begins"
                                                       : "one of its ends is not on this map");
  cx_diag_help(ways->setter->diagnostics, diag,
               edge->from == edge->to ? "let it lead to another item"
                                      : "show the lanes of both items, or take the arrow away");
}

/* A wide badge may stand over the middle of the upper side. */
static unsigned sides_of(const End *end) {
  const CxRect rect = end->box->rect, badge = end->box->badges;
  const bool is_hidden = badge.w > 0 && badge.x < rect.x + rect.w / 2 + 4;
  return is_hidden ? CX_SIDE_RIGHT | CX_SIDE_BOTTOM | CX_SIDE_LEFT : 0;
}

static CxPoint label_size(const Ways *ways, size_t index) {
  const CxFrame *label = ways->grid->labels[index];
  if (label == NULL) return (CxPoint){0};
  const double width = cx_edge_label_width(label);
  return (CxPoint){width, cx_frame_height(ways->setter, label, width)};
}

static void add_edge(Ways *ways, size_t index) {
  const CxEdge *edge = &ways->grid->grid->edges.items[index];
  End *from = g_hash_table_lookup(ways->ends, edge->from), *to = g_hash_table_lookup(ways->ends, edge->to);
  if (from == to || from == NULL || to == NULL || from->box == NULL || to->box == NULL) {
    report(ways, edge);
    return;
  }
  *cx_list_add(ways->setter->arena, &ways->indices) = index;
  *cx_list_add(ways->setter->arena, &ways->edges) = (CxRouteEdge){.from = port_for(ways, from, to),
                                                                  .to = port_for(ways, to, from),
                                                                  .leaves = sides_of(from),
                                                                  .enters = sides_of(to),
                                                                  .label = label_size(ways, index)};
}

/* All blocks that edges reach; their boxes are found while the obstacles are. */
static void collect_ends(Ways *ways) {
  const CxGrid *grid = ways->grid->grid;
  for (size_t i = 0; i < grid->edges.count; i++) {
    const CxBlock *const blocks[] = {grid->edges.items[i].from, grid->edges.items[i].to};
    for (size_t k = 0; k < 2; k++)
      if (blocks[k] != NULL && g_hash_table_lookup(ways->ends, blocks[k]) == NULL)
        g_hash_table_insert(ways->ends, (gpointer)blocks[k], cx_new(ways->setter->arena, End));
  }
}

static void find_all_tracks(Ways *ways) {
  const CxGrid *grid = ways->grid->grid;
  for (size_t i = 0; i < grid->edges.count; i++) {
    End *ends[] = {g_hash_table_lookup(ways->ends, grid->edges.items[i].from),
                   g_hash_table_lookup(ways->ends, grid->edges.items[i].to)};
    for (size_t k = 0; k < 2; k++)
      if (ends[k] != NULL && ends[k]->box != NULL && ends[k]->first == 0) find_tracks(ways, ends[k]);
  }
}

/* ---- Ways --------------------------------------------------------------------------------------------------- */

/* A diamond meets its rectangle at the middle of the sides only: elsewhere the edge goes on to its border. */
static void reach_diamond(const Ways *ways, const CxBlock *block, CxPoint *point) {
  const CxBox *box = ((const End *)g_hash_table_lookup(ways->ends, block))->box;
  if (ways->setter->theme->looks[block->look].shape != CX_SHAPE_DIAMOND) return;
  const CxRect rect = box->rect;
  const double x = point->x - rect.x - rect.w / 2, y = point->y - rect.y - rect.h / 2;
  const double across = fabs(x) * rect.h / rect.w, down = fabs(y) * rect.w / rect.h;
  if (fabs(fabs(y) - rect.h / 2) < 0.01)
    point->y -= copysign(across, y);
  else
    point->x -= copysign(down, x);
}

/* A label keeps its height: where a strip would come to lie in it, it stays at the side where it has most of it. */
static CxRect label_rect(const Ways *ways, CxRect rect) {
  const double top = put_back(ways, rect.y), bottom = put_back(ways, rect.y + rect.h), height = rect.h;
  if (bottom - top <= height + 1e-6) return (CxRect){rect.x, top, rect.w, height};
  for (size_t i = 0; i < ways->cuts.count; i++) {
    const double cut = ways->cuts.items[i];
    if (cut < top || cut > bottom) continue;
    return (CxRect){rect.x, cut - top >= height / 2 ? cut - height : cut + strip_height(ways), rect.w, height};
  }
  return (CxRect){rect.x, top, rect.w, height};
}

static void place_route(Ways *ways, CxBox *box, size_t index, const CxRoute *route) {
  const CxEdge *edge = &ways->grid->grid->edges.items[index];
  CxPlacedEdge *placed = cx_list_add(ways->setter->arena, &box->edges);
  placed->edge = edge;
  for (size_t i = 0; i < route->points.count; i++)
    *cx_list_add(ways->setter->arena, &placed->points) =
        (CxPoint){route->points.items[i].x, put_back(ways, route->points.items[i].y)};
  reach_diamond(ways, edge->from, &placed->points.items[0]);
  reach_diamond(ways, edge->to, &placed->points.items[placed->points.count - 1]);
  if (ways->grid->labels[index] != NULL)
    *cx_list_add(ways->setter->arena, &box->children) =
        cx_frame_place(ways->setter, ways->grid->labels[index], label_rect(ways, route->label));
}

/* Under the headers, from the first column to the end; before the first column some of the gap to the labels too. */
static CxRect routing_area(const Ways *ways) {
  const CxGridFrame *grid = ways->grid;
  const double bottom = ways->box->rect.y + ways->box->rect.h, right = ways->box->rect.x + ways->box->rect.w;
  const double left = ways->box->rect.x + grid->x[1] - grid->grid->tracks.items[1].gap / 2;
  double top = ways->box->rect.y;
  for (size_t i = 0; i < grid->grid->rows.count && grid->grid->rows.items[i].kind <= CX_ROW_STEPS; i++)
    top += grid->row_h[i];
  return rect_without_strips(ways, (CxRect){left, top, right - left, bottom - top});
}

static void route_all(Ways *ways, CxBox *box) {
  const CxSizes *sizes = &ways->setter->theme->sizes;
  const CxRouting routing = {.area = routing_area(ways),
                             .obstacles = ways->obstacles.items,
                             .obstacle_count = ways->obstacles.count,
                             .edges = ways->edges.items,
                             .edge_count = ways->edges.count,
                             .clear = sizes->edge_clear,
                             .track = sizes->edge_track};
  const CxRoute *routes = cx_route(ways->setter->arena, &routing);
  for (size_t i = 0; i < ways->edges.count; i++) place_route(ways, box, ways->indices.items[i], &routes[i]);
}

static void add_all(Ways *ways) {
  const CxBox *box = ways->box;
  for (size_t i = 0; i < box->children.count; i++) find_cuts(ways, box->children.items[i]);
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *row = box->children.items[i];
    if (row->row != NULL && row->row->kind > CX_ROW_STEPS) add_obstacles(ways, row);
  }
}

static void fill_all(Ways *ways) {
  for (size_t i = 0; i < ways->indices.count; i++) {
    const CxEdge *edge = &ways->grid->grid->edges.items[ways->indices.items[i]];
    fill_up(ways, g_hash_table_lookup(ways->ends, edge->from));
    fill_up(ways, g_hash_table_lookup(ways->ends, edge->to));
  }
}

void cx_edges_place(CxTypesetter *setter, const CxGridFrame *grid, CxBox *box) {
  if (grid->grid->edges.count == 0 || grid->grid->tracks.count < 2) return;
  Ways ways = {.setter = setter, .grid = grid, .box = box, .ends = g_hash_table_new(NULL, NULL)};
  collect_ends(&ways);
  add_all(&ways);
  find_all_tracks(&ways);
  for (size_t i = 0; i < grid->grid->edges.count; i++) add_edge(&ways, i);
  fill_all(&ways);
  if (ways.edges.count > 0) route_all(&ways, box);
  g_hash_table_destroy(ways.ends);
}
