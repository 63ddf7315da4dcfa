/* A risk matrix: five by five cells, what is worse farther from the start and higher, shaded by the product of both.
 * The cell that the parts say has a number in it.
 *
 * Cells are as wide as the chart lets them be, within limits; a long name of the upright axis makes them higher.
 */
#include "charts.h"

static const double CELL_WIDTH = 27, CELL_HEIGHT = 19, CELL_LEAST = 16, CELL_MOST = 40, GAP = 2;
static const double NUMBER_GAP = 6, NAME_GAP = 4, FOOT_GAP = 3; /* cells to numbers, numbers to names, cells to foot */
enum { SIDE = 5, LABEL_OWN = 0, LABEL_NUMBERS = 1, LABEL_ACROSS = LABEL_NUMBERS + SIDE, LABEL_UP };

static CxFrame *label(const CxFrame *frame, size_t index) {
  return frame->children.items[index];
}

/* What stands before the cells: the name and the numbers of the upright axis. */
static double room_before(const CxTypesetter *setter, const CxFrame *frame) {
  double numbers = 0;
  for (size_t i = 0; i < SIDE; i++) numbers = MAX(numbers, label(frame, LABEL_NUMBERS + i)->natural);
  return cx_upright_size(setter, label(frame, LABEL_UP)).x + NAME_GAP + numbers + NUMBER_GAP;
}

static double cells_width(double cell) {
  return SIDE * cell + (SIDE - 1) * GAP;
}

static double cell_height(const CxTypesetter *setter, const CxFrame *frame) {
  const double name = cx_upright_size(setter, label(frame, LABEL_UP)).y;
  return MAX(CELL_HEIGHT, (name - (SIDE - 1) * GAP) / SIDE);
}

static void size(CxTypesetter *setter, CxFrame *frame) {
  const double before = room_before(setter, frame);
  frame->natural = before + MAX(cells_width(CELL_WIDTH), label(frame, LABEL_ACROSS)->natural);
  frame->smallest = before + MAX(cells_width(CELL_LEAST), label(frame, LABEL_ACROSS)->smallest);
}

/* ---- Where the cells are ------------------------------------------------------------------------------------ */

typedef struct Cells {
  CxTypesetter *setter;
  const CxFrame *frame;
  CxBox *box;
  CxRect rect; /* of all of them */
  double width, height;
} Cells;

static Cells cells_in(const CxTypesetter *setter, const CxFrame *frame, CxRect room) {
  const double before = room_before(setter, frame);
  Cells cells = {.frame = frame, .height = cell_height(setter, frame)};
  cells.width = CLAMP((room.w - before - (SIDE - 1) * GAP) / SIDE, 1, CELL_MOST);
  cells.rect = (CxRect){room.x + before, room.y, cells_width(cells.width), SIDE * cells.height + (SIDE - 1) * GAP};
  return cells;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const Cells cells = cells_in(setter, frame, (CxRect){.w = width});
  return cells.rect.h + FOOT_GAP + label(frame, LABEL_NUMBERS)->line +
         cx_frame_height(setter, label(frame, LABEL_ACROSS), width - cells.rect.x);
}

static CxRect cell_at(const Cells *cells, int across, int up) {
  return (CxRect){cells->rect.x + across * (cells->width + GAP),
                  cells->rect.y + (SIDE - 1 - up) * (cells->height + GAP), cells->width, cells->height};
}

/* ---- Placing ------------------------------------------------------------------------------------------------ */

static void draw_cell(const Cells *cells, CxRect cell, CxPaint fill, double opacity) {
  CxDrawn *drawn = cx_chart_draw(cells->setter, cells->box, "cell");
  cx_path_rect(cells->setter->arena, &drawn->path, cell, 2);
  drawn->fill = fill;
  drawn->opacity = opacity;
}

static void draw_edge(const Cells *cells, CxRect cell, CxPaint stroke, double width) {
  CxDrawn *drawn = cx_chart_draw(cells->setter, cells->box, "cell");
  cx_path_rect(cells->setter->arena, &drawn->path, cell, 2);
  drawn->stroke = stroke;
  drawn->width = width;
}

/* Shades repeat what the place says. */
static double shade_of(int product) {
  return product < 6 ? 0 : product < 12 ? 0.3 : product < 20 ? 0.6 : 1;
}

static void place_label(const Cells *cells, size_t index, CxRect room) {
  CxFrame *frame = label(cells->frame, index);
  const double height = cx_frame_height(cells->setter, frame, room.w);
  const CxRect rect = {room.x, room.y + (room.h - height) / 2, room.w, height};
  *cx_list_add(cells->setter->arena, &cells->box->children) = cx_frame_place(cells->setter, frame, rect);
}

/* The numbers at the foot are those at the side once more. */
static void place_numbers(const Cells *cells) {
  const double foot = cells->rect.y + cells->rect.h + FOOT_GAP;
  for (int i = 0; i < SIDE; i++) {
    const size_t index = LABEL_NUMBERS + (size_t)i;
    const double width = label(cells->frame, index)->natural, line = label(cells->frame, index)->line;
    const CxRect column = cell_at(cells, i, 0), row = cell_at(cells, 0, i);
    place_label(cells, index, (CxRect){row.x - NUMBER_GAP - width, row.y, width, row.h});
    place_label(cells, index, (CxRect){column.x + (column.w - width) / 2, foot, width, line});
  }
}

static void place_own(const Cells *cells, CxRect cell) {
  draw_cell(cells, cell, CX_PAINT_WARN, 0);
  draw_edge(cells, cell, CX_PAINT_INK, 1.25);
  place_label(cells, LABEL_OWN, cell);
}

static void place_cells(const Cells *cells) {
  const CxChart *chart = cells->frame->block->chart;
  const int across = (int)(chart->parts.items[0].value * (SIDE - 1) + 0.5);
  const int up = (int)(chart->parts.items[1].value * (SIDE - 1) + 0.5);
  for (int row = SIDE - 1; row >= 0; row--)
    for (int column = 0; column < SIDE; column++) {
      const double shade = shade_of((row + 1) * (column + 1));
      draw_cell(cells, cell_at(cells, column, row), CX_PAINT_PAPER, 0);
      draw_edge(cells, cell_at(cells, column, row), CX_PAINT_WARN_HAIR, cells->setter->theme->sizes.hair);
      if (shade > 0) draw_cell(cells, cell_at(cells, column, row), CX_PAINT_WARN_MID, shade);
    }
  place_own(cells, cell_at(cells, across, up));
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  Cells cells = cells_in(setter, frame, box->rect);
  cells.setter = setter;
  cells.box = box;
  place_cells(&cells);
  place_numbers(&cells);
  const double numbers = cells.rect.y + cells.rect.h + FOOT_GAP + label(frame, LABEL_NUMBERS)->line;
  const CxRect name = {cells.rect.x, numbers, box->rect.x + box->rect.w - cells.rect.x, 0};
  place_label(&cells, LABEL_ACROSS,
              (CxRect){name.x, name.y, name.w, cx_frame_height(setter, label(frame, LABEL_ACROSS), name.w)});
  const double upright = cx_upright_size(setter, label(frame, LABEL_UP)).x;
  cx_upright_place(setter, label(frame, LABEL_UP), box, (CxRect){box->rect.x, cells.rect.y, upright, cells.rect.h});
}

const CxChartLayout cx_chart_risk = {size, height, place};
