/* The marks of a tile: where it is cut, where its neighbours are glued over it, and which tile it is.
 *
 * The nearest part of the margin belongs to the crop marks, the rest to what is read; everything there has the same
 * place on every tile, so that it meets neither the window nor the marks. Marks are grey on white, whatever the theme;
 * the join lines, which lie on the sheet, are of a grey that is seen on any ground.
 */
#include "tiles.h"

#define INK CX_HEX(0x595959)
#define SEAM CX_HEX(0x808080)
#define CROP_FROM 2.0 /* crop marks, from the window outwards */
#define CROP_TO 8.0
#define OUT 9.0 /* where writing begins */
#define SIZE 7.0
#define LINE 9.0
#define OVERVIEW 11.0 /* height of the overview */
#define INSET 12.0    /* of writing from the corners */
#define ARROW 3.0     /* half the side of an arrow */

/* ---- Names and places ----------------------------------------------------------------------------------- */

/* A … Z, AA, AB … */
static const char *letters(CxArena *arena, size_t row) {
  const char *rest = row >= 26 ? letters(arena, row / 26 - 1) : "";
  return cx_arena_printf(arena, "%s%c", rest, (char)('A' + row % 26));
}

/* From 1, from where reading begins. */
static size_t number_of(const CxTile *tile, size_t column) {
  return cx_language_is_rtl(tile->lang) ? tile->columns->count - column : column + 1;
}

const char *cx_tile_name(CxArena *arena, const CxTile *tile, size_t row, size_t column) {
  return cx_arena_printf(arena, "%s%s%zu", tile->prefix, letters(arena, row), number_of(tile, column));
}

static CxRect printable(const CxTile *tile) {
  return cx_rect_inset((CxRect){0, 0, tile->paper.width, tile->paper.height},
                       (CxInsets){CX_TILE_MARGIN, CX_TILE_MARGIN, CX_TILE_MARGIN, CX_TILE_MARGIN});
}

CxRect cx_tile_place(const CxTile *tile) {
  const CxWindow *column = &tile->columns->items[tile->column], *row = &tile->rows->items[tile->row];
  return (CxRect){CX_TILE_MARGIN, CX_TILE_MARGIN, column->to - column->from, row->to - row->from};
}

/* ---- Cutting and gluing --------------------------------------------------------------------------------- */

static void draw_crop_marks(CxWalk *walk, CxElements *into, CxRect place) {
  const CxStroke stroke = {.colour = INK, .width = 0.3};
  for (int corner = 0; corner < 4; corner++) {
    const double right = corner % 2 == 0 ? -1 : 1, down = corner / 2 == 0 ? -1 : 1;
    const double x = place.x + (right > 0 ? place.w : 0), y = place.y + (down > 0 ? place.h : 0);
    cx_element_line(walk, into, "crop-mark", (CxPoint){x + right * CROP_FROM, y}, (CxPoint){x + right * CROP_TO, y},
                    stroke);
    cx_element_line(walk, into, "crop-mark", (CxPoint){x, y + down * CROP_FROM}, (CxPoint){x, y + down * CROP_TO},
                    stroke);
  }
}

/* Along the edge that the next tile will have when it is cut and laid over this one. */
static void draw_joins(CxWalk *walk, CxElements *into, const CxTile *tile, CxRect place) {
  const CxStroke stroke = {.colour = SEAM, .width = 0.5, .dash = {.lengths = {3, 3}, .count = 2}};
  const double right = place.x + place.w, bottom = place.y + place.h;
  if (tile->column + 1 < tile->columns->count) {
    const CxWindow *windows = &tile->columns->items[tile->column];
    const double x = place.x + windows[1].from - windows[0].from;
    cx_element_line(walk, into, "join", (CxPoint){x, place.y}, (CxPoint){x, bottom}, stroke);
  }
  if (tile->row + 1 < tile->rows->count) {
    const CxWindow *windows = &tile->rows->items[tile->row];
    const double y = place.y + windows[1].from - windows[0].from;
    cx_element_line(walk, into, "join", (CxPoint){place.x, y}, (CxPoint){right, y}, stroke);
  }
}

/* ---- Writing -------------------------------------------------------------------------------------------- */

typedef struct Writer {
  CxWalk *walk;
  CxShaper *shaper;
  CxElements *into;
  const char *lang;
} Writer;

static CxLine shape(const Writer *writer, const char *text, bool is_bold, double width, bool *is_whole) {
  const CxTextStyle style = {.size = SIZE, .is_bold = is_bold};
  CxLines lines = {0};
  cx_shaped_break(writer->walk->arena,
                  cx_text_shape(writer->shaper, writer->walk->arena, text, &style, writer->lang, 0), width,
                  CX_FIT_GREEDY, &lines);
  *is_whole = lines.count <= 1;
  return lines.count > 0 ? lines.items[0] : (CxLine){0};
}

/* One line; `share` of its width stands before `at`. A text that is wider than it may be ends in an ellipsis. Gives
 * where it ends. */
static double write_line(const Writer *writer, const char *text, bool is_bold, CxPoint at, double share, double width) {
  CxArena *arena = writer->walk->arena;
  bool is_whole;
  CxLine *line = cx_new(arena, CxLine);
  *line = shape(writer, text, is_bold, width, &is_whole);
  if (!is_whole) {
    const char *start = cx_arena_strndup(arena, line->shaped->text + line->begin, line->end - line->begin);
    *line = shape(writer, start, is_bold, width - SIZE, &is_whole);
    start = cx_arena_strndup(arena, line->shaped->text + line->begin, line->end - line->begin);
    *line = shape(writer, cx_arena_printf(arena, "%s…", start), is_bold, width, &is_whole);
  }
  if (line->shaped == NULL) return at.x;
  const CxRect box = {at.x - share * line->width, at.y, line->width, LINE};
  CxElement *element = cx_element_add(writer->walk, writer->into, CX_ELEMENT_TEXT, "tile", box);
  element->line = line;
  element->baseline = at.y + 0.75 * LINE;
  element->size = SIZE;
  element->lang = line->shaped->lang;
  element->text = cx_arena_strndup(arena, line->shaped->text + line->begin, line->end - line->begin);
  element->fill = INK;
  return box.x + box.w;
}

/* A1  3/8  Title */
static void write_name(const Writer *writer, const CxTile *tile, CxRect area) {
  CxArena *arena = writer->walk->arena;
  const size_t number = tile->row * tile->columns->count + number_of(tile, tile->column);
  const double end = area.x + area.w / 2 - 3 * SIZE, y = area.y + area.h + OUT;
  double x = write_line(writer, cx_tile_name(arena, tile, tile->row, tile->column), true, (CxPoint){area.x + INSET, y},
                        0, area.w);
  x = write_line(writer, cx_arena_printf(arena, "%zu/%zu", number, tile->rows->count * tile->columns->count), false,
                 (CxPoint){x + SIZE, y}, 0, area.w);
  if (tile->title != NULL) write_line(writer, tile->title, false, (CxPoint){x + SIZE, y}, 0, MAX(end - x - SIZE, 0));
}

/* An arrow in the middle of a margin, under it the name of the tile that lies that way. */
static void write_neighbour(const Writer *writer, const CxTile *tile, CxRect area, int right, int down) {
  const size_t row = tile->row + (size_t)down, column = tile->column + (size_t)right;
  if (row >= tile->rows->count || column >= tile->columns->count) return;
  const char *name = cx_tile_name(writer->walk->arena, tile, row, column);
  const double out = OUT + ARROW;
  const CxPoint middle = {area.x + area.w / 2 + right * (area.w / 2 + out),
                          area.y + area.h / 2 + down * (area.h / 2 + out + 1)};
  CxPath path = {0};
  cx_path_move(writer->walk->arena, &path, middle.x + right * ARROW, middle.y + down * ARROW);
  cx_path_line(writer->walk->arena, &path, middle.x - (right + down) * ARROW, middle.y - (right + down) * ARROW);
  cx_path_line(writer->walk->arena, &path, middle.x + (down - right) * ARROW, middle.y + (right - down) * ARROW);
  cx_path_close(writer->walk->arena, &path);
  cx_element_path(writer->walk, writer->into, "arrow", &path)->fill = INK;
  const CxPoint beside = {middle.x + 2 * ARROW, middle.y - LINE / 2}, under = {middle.x, middle.y + 1.5 * ARROW};
  write_line(writer, name, true, down != 0 ? beside : under, down != 0 ? 0 : 0.5, area.w);
}

/* The poster in small, this tile filled. */
static void draw_overview(CxWalk *walk, CxElements *into, const CxTile *tile, CxRect area) {
  const size_t columns = tile->columns->count, rows = tile->rows->count;
  const double ratio = tile->paper.width / tile->paper.height;
  const double height = MIN(5.5, MIN(OVERVIEW / (double)rows, area.w / 4 / ratio / (double)columns)),
               width = height * ratio;
  const CxPoint corner = {area.x + area.w - INSET - width * (double)columns, area.y + area.h + CROP_TO};
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++) {
      const CxRect cell = {corner.x + width * (double)column, corner.y + height * (double)row, width, height};
      CxElement *rect = cx_element_rect(walk, into, "overview", cell, 0, CX_COLOUR_NONE);
      rect->stroke = (CxStroke){.colour = INK, .width = MIN(0.4, height / 6)};
      if (row == tile->row && column == tile->column) rect->fill = INK;
    }
}

void cx_tile_draw_marks(CxWalk *walk, CxShaper *shaper, CxElements *into, const CxTile *tile) {
  const CxRect area = printable(tile), place = cx_tile_place(tile);
  const Writer writer = {walk, shaper, into, tile->lang};
  draw_joins(walk, into, tile, place);
  draw_crop_marks(walk, into, place);
  write_name(&writer, tile, area);
  write_neighbour(&writer, tile, area, -1, 0);
  write_neighbour(&writer, tile, area, 1, 0);
  write_neighbour(&writer, tile, area, 0, -1);
  write_neighbour(&writer, tile, area, 0, 1);
  draw_overview(walk, into, tile, area);
}
