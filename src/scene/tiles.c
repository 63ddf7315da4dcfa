/* A poster: each page of a scene → pages of a printer's paper, each with a window of the sheet in its printable area.
 *
 * Columns and rows are cut for themselves, so that windows form a grid and every cut runs from edge to edge. A tile has
 * copies of the elements that reach into its window, moved to their place and clipped to it; what lies outside is left
 * out, so that no page hides text that is not on it. The margins then get the marks for cutting and gluing. A page
 * that the paper holds as it is becomes one page without marks.
 */
#include "tiles.h"

typedef struct Piece Piece;

/* An element and how far it reaches with all that is in it. */
struct Piece {
  const CxElement *element;
  CxRect reach;
  CX_LIST(Piece) children;
};

typedef struct Tiler {
  CxWalk walk;
  CxShaper *shaper;
  const CxScene *scene;
  CxScene *poster;
  CxPaper paper;
  Piece page;
  CxExtents across, down;
} Tiler;

/* ---- How far elements reach ----------------------------------------------------------------------------- */

static double cost_of(const CxElement *element) {
  return element->kind == CX_ELEMENT_TEXT ? element->size : 1;
}

/* Between two lines of a paragraph a cut crosses neither: their boxes touch, their letters do not. */
static CxExtent height_of(const CxElement *element) {
  const double top = element->baseline - 0.85 * element->size, bottom = element->baseline + 0.25 * element->size;
  const CxRect *box = &element->box;
  if (element->kind == CX_ELEMENT_TEXT && !element->is_turned) return (CxExtent){top, bottom, cost_of(element)};
  return (CxExtent){box->y, box->y + box->h, cost_of(element)};
}

static void add_extents(Tiler *tiler, const CxElement *element) {
  const CxRect *box = &element->box;
  *cx_list_add(tiler->walk.arena, &tiler->across) = (CxExtent){box->x, box->x + box->w, cost_of(element)};
  *cx_list_add(tiler->walk.arena, &tiler->down) = height_of(element);
}

static void survey(Tiler *tiler, Piece *parent, const CxElements *elements) {
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    const double edge = element->stroke.width / 2;
    Piece piece = {.element = element};
    piece.reach = cx_rect_inset(element->box, (CxInsets){-edge, -edge, -edge, -edge});
    if (element->kind == CX_ELEMENT_GROUP)
      survey(tiler, &piece, &element->children);
    else
      add_extents(tiler, element);
    parent->reach = cx_rect_union(parent->reach, piece.reach);
    *cx_list_add(tiler->walk.arena, &parent->children) = piece;
  }
}

/* ---- Copies --------------------------------------------------------------------------------------------- */

static CxPath path_copy(CxArena *arena, const CxPath *path) {
  if (path->count == 0) return (CxPath){0};
  CxPath copy = {cx_new_array(arena, CxPathStep, path->count), path->count, path->count};
  for (size_t i = 0; i < path->count; i++) copy.items[i] = path->items[i];
  return copy;
}

static CxElement *element_copy(CxArena *arena, const CxElement *element) {
  CxElement *copy = cx_new(arena, CxElement);
  *copy = *element;
  copy->path = path_copy(arena, &element->path);
  copy->clip = path_copy(arena, &element->clip);
  copy->points.items = cx_new_array(arena, CxPoint, element->points.count);
  copy->points.capacity = element->points.count;
  for (size_t i = 0; i < element->points.count; i++) copy->points.items[i] = element->points.items[i];
  copy->children.items = NULL;
  copy->children.count = copy->children.capacity = 0;
  return copy;
}

static bool touches(CxRect reach, CxRect window) {
  return reach.x < window.x + window.w && reach.x + reach.w > window.x && reach.y < window.y + window.h &&
         reach.y + reach.h > window.y;
}

/* Copies what reaches into a window. The same group may be on several tiles: its id says on which; NULL: on one. */
static void copy_pieces(const Tiler *tiler, const Piece *parent, CxRect window, const char *name, CxElements *into) {
  CxArena *arena = tiler->walk.arena;
  for (size_t i = 0; i < parent->children.count; i++) {
    const Piece *piece = &parent->children.items[i];
    if (!touches(piece->reach, window)) continue;
    CxElement *copy = element_copy(arena, piece->element);
    if (copy->id != NULL && name != NULL) copy->id = cx_arena_printf(arena, "%s@%s", copy->id, name);
    copy_pieces(tiler, piece, window, name, &copy->children);
    *cx_list_add(arena, into) = copy;
  }
}

/* ---- Tiles ---------------------------------------------------------------------------------------------- */

/* The ground of a sheet that is not white; the tiles' margins, which are cut off, are. */
static void draw_ground(Tiler *tiler, CxElements *into, CxRect box) {
  const CxColour ground = tiler->scene->paper;
  if (!cx_colour_is_same(ground, tiler->poster->paper)) cx_element_rect(&tiler->walk, into, "paper", box, 0, ground);
}

static void draw_tile(Tiler *tiler, const CxTile *tile) {
  CxWalk *walk = &tiler->walk;
  const CxWindow *column = &tile->columns->items[tile->column], *row = &tile->rows->items[tile->row];
  const CxRect window = {column->from, row->from, column->to - column->from, row->to - row->from};
  const CxRect place = cx_tile_place(tile);
  CxScenePage page = {.width = tile->paper.width, .height = tile->paper.height};
  page.name = cx_tile_name(walk->arena, tile, tile->row, tile->column);
  CxElement *group = cx_element_add(walk, &page.elements, CX_ELEMENT_GROUP, "tile", place);
  group->id = cx_arena_printf(walk->arena, "%s@%s", tiler->scene->map, page.name);
  cx_path_rect(walk->arena, &group->clip, place, 0);
  draw_ground(tiler, &group->children, window);
  copy_pieces(tiler, &tiler->page, window, page.name, &group->children);
  cx_elements_transform(&group->children, 1, (CxPoint){place.x - window.x, place.y - window.y});
  cx_tile_draw_marks(walk, tiler->shaper, &page.elements, tile);
  *cx_list_add(walk->arena, &tiler->poster->pages) = page;
}

static void cut_page(Tiler *tiler, const CxScenePage *page, const char *prefix) {
  const double width = tiler->paper.width - 2 * CX_TILE_MARGIN, height = tiler->paper.height - 2 * CX_TILE_MARGIN;
  const bool is_rtl = cx_language_is_rtl(tiler->scene->lang);
  CxWindows columns = {0}, rows = {0};
  cx_cuts_choose(tiler->walk.arena, &tiler->across, page->width, width, CX_TILE_OVERLAP, &columns);
  cx_cuts_choose(tiler->walk.arena, &tiler->down, page->height, height, CX_TILE_OVERLAP, &rows);
  CxTile tile = {.prefix = prefix,
                 .title = tiler->scene->title,
                 .lang = tiler->scene->lang,
                 .paper = tiler->paper,
                 .columns = &columns,
                 .rows = &rows};
  for (tile.row = 0; tile.row < rows.count; tile.row++)
    for (size_t i = 0; i < columns.count; i++) {
      tile.column = is_rtl ? columns.count - 1 - i : i;
      draw_tile(tiler, &tile);
    }
}

/* A page that fits is put in the middle of the paper, held either way. False where it does not fit. */
static bool place_page(Tiler *tiler, const CxScenePage *page) {
  const double slack = 0.5, width = page->width - slack, height = page->height - slack;
  CxPaper paper = tiler->paper;
  if (width > paper.width || height > paper.height) paper = (CxPaper){paper.name, paper.height, paper.width};
  if (width > paper.width || height > paper.height) return false;
  CxScenePage placed = {.width = paper.width, .height = paper.height};
  const CxPoint corner = {(paper.width - page->width) / 2, (paper.height - page->height) / 2};
  copy_pieces(tiler, &tiler->page, tiler->page.reach, NULL, &placed.elements);
  cx_elements_transform(&placed.elements, 1, corner);
  *cx_list_add(tiler->walk.arena, &tiler->poster->pages) = placed;
  return true;
}

static void tile_page(Tiler *tiler, const CxScenePage *page, const char *prefix) {
  tiler->page = (Piece){0};
  tiler->across.count = tiler->down.count = 0;
  survey(tiler, &tiler->page, &page->elements);
  if (!place_page(tiler, page)) cut_page(tiler, page, prefix);
}

CxScene *cx_scene_tile(CxArena *arena, const CxScene *scene, const CxPaper *paper, CxShaper *shaper) {
  CxScene *poster = cx_new(arena, CxScene);
  *poster = *scene;
  poster->paper = CX_HEX(0xffffff);
  poster->pages.items = NULL;
  poster->pages.count = poster->pages.capacity = 0;
  Tiler tiler = {.walk = {.arena = arena}, .shaper = shaper, .scene = scene, .poster = poster, .paper = *paper};
  for (size_t i = 0; i < scene->pages.count; i++) {
    const char *prefix = scene->pages.count > 1 ? cx_arena_printf(arena, "%zu-", i + 1) : "";
    tile_page(&tiler, &scene->pages.items[i], prefix);
  }
  if (poster->pages.count > 0) {
    poster->width = poster->pages.items[0].width;
    poster->height = poster->pages.items[0].height;
  }
  return poster;
}
