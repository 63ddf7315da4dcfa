/* Parts of a whole as pieces of one bar: a number inside each that has room for it, a text under each.
 *
 * Texts stand under the middle of their pieces, moved aside where they would touch.
 */
#include "charts.h"

static const double WIDTH = 240, WIDTH_LEAST = 120, THICK = 14, RADIUS = 1.5, GAP = 1.5;
static const double INSET = 2, UNDER = 2, APART = 6; /* beside a number; over the texts; between them */

typedef struct Piece {
  double x, w; /* from the bar's start */
  bool has_room;
} Piece;

static CxFrame *label_of(const CxFrame *frame, size_t row, size_t part) {
  const size_t index = row * frame->block->chart->parts.count + part;
  return index < frame->children.count ? frame->children.items[index] : NULL;
}

static CxFrame *text_under(const CxFrame *frame, const Piece *piece, size_t part) {
  return label_of(frame, piece->has_room ? 1 : 2, part);
}

/* What has no share takes no room either. */
static void divide(const CxFrame *frame, double width, Piece *pieces) {
  const CxChart *chart = frame->block->chart;
  double sum = 0, x = 0;
  size_t shown = 0;
  for (size_t i = 0; i < chart->parts.count; i++) {
    sum += chart->parts.items[i].value;
    shown += chart->parts.items[i].value > 0 ? 1 : 0;
  }
  const double room = width - GAP * (double)(MAX(shown, 1) - 1);
  for (size_t i = 0; i < chart->parts.count; i++) {
    const double share = sum > 0 ? chart->parts.items[i].value / sum : 0;
    pieces[i] = (Piece){.x = x, .w = share * room};
    pieces[i].has_room = label_of(frame, 0, i)->natural + 2 * INSET <= pieces[i].w;
    x += share > 0 ? pieces[i].w + GAP : 0;
  }
}

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = WIDTH;
  frame->smallest = WIDTH_LEAST;
  for (size_t row = 1; row < 3; row++) {
    double width = 0;
    for (size_t i = 0; i < frame->block->chart->parts.count; i++) width += label_of(frame, row, i)->natural + APART;
    frame->smallest = MAX(frame->smallest, width);
  }
  frame->natural = MAX(frame->natural, frame->smallest);
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)width;
  double text = 0;
  for (size_t i = 0; i < frame->children.count; i++)
    text = MAX(text, cx_frame_height(setter, frame->children.items[i], frame->children.items[i]->natural));
  return THICK + UNDER + text;
}

static void place_inside(CxTypesetter *setter, CxBox *box, CxFrame *label, CxRect piece) {
  const double h = cx_frame_height(setter, label, piece.w);
  const double x = piece.x + (piece.w - label->natural) / 2;
  cx_chart_add_label(setter, box, label, (CxRect){x, piece.y + (piece.h - h) / 2, label->natural, h});
}

/* First each as far left as it may stand, then from the right back into the bar. */
static void place_under(CxTypesetter *setter, const CxFrame *frame, CxBox *box, const Piece *pieces) {
  const size_t count = frame->block->chart->parts.count;
  double *x = g_newa(double, count + 1), free_from = 0, free_to = box->rect.w + APART;
  for (size_t i = 0; i < count; i++) {
    const double w = text_under(frame, &pieces[i], i)->natural;
    x[i] = MAX(pieces[i].x + (pieces[i].w - w) / 2, free_from);
    free_from = x[i] + w + APART;
  }
  for (size_t i = count; i-- > 0;) {
    const double w = text_under(frame, &pieces[i], i)->natural;
    x[i] = MIN(x[i], free_to - APART - w);
    free_to = x[i];
  }
  for (size_t i = 0; i < count; i++) {
    CxFrame *text = text_under(frame, &pieces[i], i);
    const double h = cx_frame_height(setter, text, text->natural);
    cx_chart_add_label(setter, box, text, (CxRect){box->rect.x + x[i], box->rect.y + THICK + UNDER, text->natural, h});
  }
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChart *chart = frame->block->chart;
  Piece *pieces = g_newa(Piece, chart->parts.count + 1);
  divide(frame, box->rect.w, pieces);
  for (size_t i = 0; i < chart->parts.count; i++) {
    const CxRect rect = {box->rect.x + pieces[i].x, box->rect.y, pieces[i].w, THICK};
    if (rect.w <= 0) continue;
    const CxHue hue = chart->parts.items[i].hue;
    CxDrawn *piece = cx_chart_draw(setter, box, "share");
    cx_path_rect(setter->arena, &piece->path, rect, MIN(RADIUS, rect.w / 2));
    piece->fill = hue == CX_HUE_NONE ? CX_PAINT_TRACK : CX_PAINT_MARK;
    piece->hue = hue;
    if (pieces[i].has_room) place_inside(setter, box, label_of(frame, 0, i), rect);
  }
  place_under(setter, frame, box, pieces);
}

const CxChartLayout cx_chart_answers = {size, height, place};
