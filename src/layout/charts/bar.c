/* A bar: how far a value goes on its track, with a mark at the target. Without a value the track is an outline. */
#include "charts.h"

static const double WIDTH = 200, WIDTH_LEAST = 60, THICK = 8, RADIUS = 2, TARGET = 15, TARGET_WIDTH = 1.75, HALO = 4;
static const CxDash NONE = {.lengths = {3, 2.5}, .count = 2};

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->natural = WIDTH;
  frame->smallest = WIDTH_LEAST;
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  (void)setter, (void)frame, (void)width;
  return TARGET;
}

static void draw_bar(CxTypesetter *setter, CxBox *box, CxRect track, double value) {
  CxDrawn *ground = cx_chart_draw(setter, box, "track");
  cx_path_rect(setter->arena, &ground->path, track, RADIUS);
  if (value < 0) {
    ground->stroke = CX_PAINT_RULE;
    ground->width = setter->theme->sizes.hair;
    ground->dash = NONE;
    return;
  }
  ground->fill = CX_PAINT_TRACK;
  if (value <= 0) return;
  CxDrawn *bar = cx_chart_draw(setter, box, "bar");
  track.w *= value;
  cx_path_rect(setter->arena, &bar->path, track, MIN(RADIUS, track.w / 2));
  bar->fill = CX_PAINT_ACCENT;
}

static void draw_mark(CxTypesetter *setter, CxBox *box, CxPoint middle, double height, CxPaint paint, double width) {
  CxDrawn *mark = cx_chart_draw(setter, box, "target");
  cx_path_move(setter->arena, &mark->path, middle.x, middle.y - height / 2);
  cx_path_line(setter->arena, &mark->path, middle.x, middle.y + height / 2);
  mark->stroke = paint;
  mark->width = width;
}

/* At an end of the scale the mark stays on the track; on the bar it is set off by paper. */
static void draw_target(CxTypesetter *setter, CxBox *box, CxRect track, const CxChartPart *part) {
  const double half = TARGET_WIDTH / 2;
  const double x = CLAMP(track.x + track.w * part->target, track.x + half, track.x + track.w - half);
  const CxPoint middle = {x, track.y + track.h / 2};
  if (x + half < track.x + track.w * part->value) draw_mark(setter, box, middle, track.h, CX_PAINT_PAPER, HALO);
  draw_mark(setter, box, middle, TARGET, CX_PAINT_INK, TARGET_WIDTH);
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const CxChartPart *part = &frame->block->chart->parts.items[0];
  const CxRect track = {box->rect.x, box->rect.y + (box->rect.h - THICK) / 2, box->rect.w, THICK};
  draw_bar(setter, box, track, part->value);
  if (part->target >= 0) draw_target(setter, box, track, part);
}

const CxChartLayout cx_chart_bar = {size, height, place};
