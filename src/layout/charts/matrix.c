/* The matrix: a square of four quadrants, numbered discs at their places in it, the axes' numbers and names outside.
 *
 * In: a matrix block. Out: a frame whose sizes do not depend on the width it is given, and its boxes. Discs are as
 * large as it takes to keep all of them apart and near their places; only where even the smallest do not find room the
 * square grows. The titles of the quadrants stand in bands at the top and the bottom, where no disc comes.
 */
#include "charts.h"
#include "spread.h"

#include <string.h>

static const double GAP = 4;          /* of paper between the quadrants */
static const double DIVISIONS = 20;   /* of the side: discs that near count as at one place */
static const double STRAY = 0.1;      /* of the side: discs get smaller rather than stand farther from their place */
static const double TITLE_INSET = 12; /* of a quadrant's title, from the side */
static const double TITLE_RISE = 7.5; /* from the top or the foot */
static const double GAP_BEST = 10, GAP_LEAST = 4; /* between discs: of one place; of any */
static const double DISC_INSET = 3;               /* of the outermost discs */
static const double AXIS_WIDTH = 46;              /* of the upright axis, outside of the square */
static const double NUMBER_GAP = 9;               /* from the upright axis' numbers to the square */
static const double NUMBER_DROP = 4.5;
static const double NAME_DROP = 2.5; /* from the level axis' numbers to its name */
static const double NAME_START = 3.5;
static const double ARROW_GAP = 12, ARROW_LENGTH = 44;

/* The discs' sizes, the largest first, with the font of their numbers. */
static const struct {
  double diameter;
  CxFont font;
} SIZES[] = {{34, CX_FONT_THEME}, {28, CX_FONT_LANE}, {22, CX_FONT_STEP}, {18, CX_FONT_META}, {16, CX_FONT_MARK}};

enum { AXIS_X, AXIS_Y };

struct CxMatrixFrame {
  const CxMatrix *matrix;
  double side;
  double before, under; /* room outside of the square: at its start, below it */
  double band;          /* height of the titles' bands */
  CxFrame *titles[4], *names[2];
  CxFrame **numbers; /* of the ticks */
  CxFrame **discs;   /* of the points */
  CxPoint *places;   /* their centres, from the square's corner */
};

/* ---- Preparing ------------------------------------------------------------------------------------------------- */

/* Discs of this size, or larger where a number needs it. */
static double disc_diameter(CxTypesetter *setter, const CxMatrix *matrix, size_t size) {
  const CxBlock *longest = NULL;
  for (size_t i = 0; i < matrix->points.count; i++) {
    const CxBlock *disc = matrix->points.items[i].disc;
    if (longest == NULL || strlen(disc->phrase.text) > strlen(longest->phrase.text)) longest = disc;
  }
  if (longest == NULL) return SIZES[size].diameter;
  CxBlock label = {.kind = CX_BLOCK_TEXT, .phrase = longest->phrase, .font = SIZES[size].font};
  return MAX(SIZES[size].diameter, cx_frame_new(setter, &label)->natural + 4);
}

static void make_discs(CxTypesetter *setter, CxMatrixFrame *frame, size_t size, double diameter) {
  for (size_t i = 0; i < frame->matrix->points.count; i++) {
    CxBlock *disc = cx_new(setter->arena, CxBlock);
    *disc = *frame->matrix->points.items[i].disc;
    disc->size = diameter / 2;
    disc->font = SIZES[size].font;
    frame->discs[i] = cx_frame_new(setter, disc);
  }
}

/* Whether all discs of a diameter find room in the square, those of one place `gap` apart; *farthest is how far one of
 * them strays. */
static bool spread_discs(CxMatrixFrame *frame, CxPoint *wishes, double diameter, double gap, double *farthest) {
  const CxMatrix *matrix = frame->matrix;
  const double side = frame->side, edge = diameter / 2 + DISC_INSET, top = diameter / 2 + frame->band;
  const CxRect area = {edge, top, side - 2 * edge, side - 2 * top};
  if (area.w < 0 || area.h < 0) return false;
  for (size_t i = 0; i < matrix->points.count; i++)
    wishes[i] = (CxPoint){CLAMP(matrix->points.items[i].x * side, area.x, area.x + area.w),
                          CLAMP((1 - matrix->points.items[i].y) * side, area.y, area.y + area.h)};
  const CxSpread spread = {.area = area,
                           .wishes = wishes,
                           .count = matrix->points.count,
                           .size = diameter,
                           .clear = diameter + GAP_LEAST,
                           .beside = diameter + gap,
                           .near = side / DIVISIONS};
  return cx_spread(&spread, frame->places, farthest);
}

/* Whether discs of this size find room and none of them has to go far from its place. */
static bool is_near(CxMatrixFrame *frame, CxPoint *wishes, double diameter) {
  const double gaps[] = {GAP_BEST, GAP_LEAST};
  for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++) {
    double farthest = 0;
    if (spread_discs(frame, wishes, diameter, gaps[i], &farthest) && farthest <= STRAY * frame->side) return true;
  }
  return false;
}

/* The largest discs that stay near their places; else the smallest, in a square that has room for them. */
static void prepare_discs(CxTypesetter *setter, CxMatrixFrame *frame) {
  const size_t last = G_N_ELEMENTS(SIZES) - 1;
  CxPoint *wishes = g_new(CxPoint, frame->matrix->points.count);
  size_t size = 0;
  while (size < last && !is_near(frame, wishes, disc_diameter(setter, frame->matrix, size))) size++;
  const double diameter = disc_diameter(setter, frame->matrix, size);
  double farthest;
  if (size == last)
    while (!spread_discs(frame, wishes, diameter, GAP_LEAST, &farthest)) frame->side *= 1.2;
  make_discs(setter, frame, size, diameter);
  g_free(wishes);
}

static void prepare_axes(CxTypesetter *setter, CxMatrixFrame *frame) {
  const CxMatrix *matrix = frame->matrix;
  frame->names[AXIS_X] = cx_frame_new(setter, matrix->x_name);
  frame->names[AXIS_Y] = cx_frame_new(setter, matrix->y_name);
  double width = 0, height = 0;
  for (size_t i = 0; i < matrix->ticks.count; i++) {
    frame->numbers[i] = cx_frame_new(setter, matrix->ticks.items[i].number);
    width = MAX(width, frame->numbers[i]->natural);
    height = MAX(height, frame->numbers[i]->line);
  }
  const double name = NAME_START + cx_upright_size(setter, frame->names[AXIS_Y]).x + NUMBER_GAP;
  frame->before = MAX(AXIS_WIDTH, name + width + NUMBER_GAP);
  frame->under = NUMBER_DROP + height + NAME_DROP + frame->names[AXIS_X]->line;
}

void cx_matrix_prepare(CxTypesetter *setter, CxFrame *frame) {
  const CxMatrix *matrix = frame->block->matrix;
  CxMatrixFrame *own = frame->matrix = cx_new(setter->arena, CxMatrixFrame);
  *own = (CxMatrixFrame){.matrix = matrix,
                         .side = frame->block->size,
                         .numbers = cx_new_array(setter->arena, CxFrame *, matrix->ticks.count),
                         .discs = cx_new_array(setter->arena, CxFrame *, matrix->points.count),
                         .places = cx_new_array(setter->arena, CxPoint, matrix->points.count)};
  for (size_t i = 0; i < G_N_ELEMENTS(own->titles); i++) {
    own->titles[i] = cx_frame_new(setter, matrix->quadrants[i].title);
    const double height = cx_frame_height(setter, own->titles[i], (own->side - GAP) / 2 - 2 * TITLE_INSET);
    own->band = MAX(own->band, TITLE_RISE + height + 2);
  }
  prepare_axes(setter, own);
  prepare_discs(setter, own);
  frame->natural = frame->smallest = own->before + own->side;
}

double cx_matrix_height(const CxMatrixFrame *frame) {
  return frame->side + frame->under;
}

/* ---- Placing --------------------------------------------------------------------------------------------------- */

typedef struct Placing {
  CxTypesetter *setter;
  const CxMatrixFrame *frame;
  CxBox *box;
  CxRect square;
} Placing;

static CxBox *add_child(const Placing *placing, CxFrame *child, CxRect rect) {
  CxBox *box = cx_frame_place(placing->setter, child, rect);
  *cx_list_add(placing->setter->arena, &placing->box->children) = box;
  return box;
}

static void place_quadrants(const Placing *placing) {
  const double size = (placing->square.w - GAP) / 2, width = size - 2 * TITLE_INSET;
  for (size_t i = 0; i < G_N_ELEMENTS(placing->frame->titles); i++) {
    const bool is_end = i % 2 == 1, is_bottom = i >= 2;
    CxQuadrant *quadrant = &placing->box->matrix->quadrants[i];
    quadrant->paint = placing->frame->matrix->quadrants[i].paint;
    quadrant->hue = placing->frame->matrix->quadrants[i].hue;
    quadrant->box = (CxRect){placing->square.x + (is_end ? size + GAP : 0),
                             placing->square.y + (is_bottom ? size + GAP : 0), size, size};
    CxFrame *title = placing->frame->titles[i];
    const double used = MIN(title->natural, width), height = cx_frame_height(placing->setter, title, used);
    const CxRect room = cx_rect_inset(quadrant->box, (CxInsets){TITLE_RISE, TITLE_INSET, TITLE_RISE, TITLE_INSET});
    add_child(placing, title,
              (CxRect){is_end ? room.x + room.w - used : room.x, is_bottom ? room.y + room.h - height : room.y, used,
                       height});
  }
}

static void add_line(const Placing *placing, CxPoint from, CxPoint to) {
  *cx_list_add(placing->setter->arena, &placing->box->matrix->lines) = (CxStraight){from, to};
}

static void place_ticks(const Placing *placing) {
  const CxRect square = placing->square;
  for (size_t i = 0; i < placing->frame->matrix->ticks.count; i++) {
    const double offset = placing->frame->matrix->ticks.items[i].share * square.w;
    const double x = square.x + offset, y = square.y + square.h - offset;
    CxFrame *number = placing->frame->numbers[i];
    const double width = number->natural, height = number->line;
    add_child(placing, number, (CxRect){x - width / 2, square.y + square.h + NUMBER_DROP, width, height});
    add_child(placing, number, (CxRect){square.x - NUMBER_GAP - width, y - height / 2, width, height});
    if (ABS(offset - square.w / 2) <= GAP / 2) continue; /* the quadrants' border */
    add_line(placing, (CxPoint){x, square.y}, (CxPoint){x, square.y + square.h});
    add_line(placing, (CxPoint){square.x, y}, (CxPoint){square.x + square.w, y});
  }
}

static void place_level_name(const Placing *placing) {
  CxFrame *name = placing->frame->names[AXIS_X];
  const CxRect square = placing->square;
  const double x = square.x + (square.w - name->natural) / 2;
  const double y = square.y + square.h + placing->frame->under - name->line;
  add_child(placing, name, (CxRect){x, y, name->natural, name->line});
  const CxPoint from = {x + name->natural + ARROW_GAP, y + name->line / 2};
  placing->box->matrix->arrows[AXIS_X] = (CxStraight){from, {from.x + ARROW_LENGTH, from.y}};
}

static void place_upright_name(const Placing *placing) {
  CxFrame *name = placing->frame->names[AXIS_Y];
  const double width = cx_upright_size(placing->setter, name).x;
  const CxRect rect =
      cx_upright_place(placing->setter, name, placing->box,
                       (CxRect){placing->box->rect.x + NAME_START, placing->square.y, width, placing->square.h});
  const CxPoint from = {rect.x + rect.w / 2, rect.y - ARROW_GAP};
  placing->box->matrix->arrows[AXIS_Y] = (CxStraight){from, {from.x, from.y - ARROW_LENGTH}};
}

static void place_discs(const Placing *placing) {
  for (size_t i = 0; i < placing->frame->matrix->points.count; i++) {
    CxFrame *disc = placing->frame->discs[i];
    const CxPoint centre = {placing->square.x + placing->frame->places[i].x,
                            placing->square.y + placing->frame->places[i].y};
    const double radius = disc->block->size;
    add_child(placing, disc, (CxRect){centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
  }
}

void cx_matrix_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxMatrixFrame *own = frame->matrix;
  const Placing placing = {.setter = setter,
                           .frame = own,
                           .box = box,
                           .square = {box->rect.x + own->before, box->rect.y, own->side, own->side}};
  box->matrix = cx_new(setter->arena, CxPlacedMatrix);
  place_quadrants(&placing);
  place_ticks(&placing);
  place_level_name(&placing);
  place_upright_name(&placing);
  place_discs(&placing);
}
