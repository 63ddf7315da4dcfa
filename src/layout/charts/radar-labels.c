/* Where the labels of a radar stand: outside, each at the end of its axis, and none over another.
 *
 * In: the labels' frames and the radius. Out: their boxes, seen from the centre. On each side labels that would touch
 * are moved up and down by as little as can be: runs of touching ones share what they are moved by (pool adjacent
 * violators). A label that is moved goes round the web, never over it.
 */
#include "points.h"

#include <math.h>

static const double REACH = 16; /* from the web to the labels */
static const double CLEAR = 10; /* of that, what stays free beside labels that are moved */
static const double APART = 2,
                    AXIS = 12;      /* between labels; from the middle to those that stand over and under the web */
static const double UPRIGHT = 1e-6; /* axes that lean more have their labels at a side */

CxPoint cx_radar_direction(double axis, size_t count) {
  const double angle = 2 * G_PI * axis / (double)count - G_PI / 2;
  return (CxPoint){cos(angle), sin(angle)};
}

typedef struct Labels {
  const CxTypesetter *setter;
  const CxFrame *frame;
  double radius;
  size_t count;
  CxRadarLabels result;
} Labels;

static int side_of(const Labels *labels, size_t index) {
  const double x = cx_radar_direction((double)index, labels->count).x;
  return fabs(x) < UPRIGHT ? 0 : x > 0 ? 1 : -1;
}

/* ---- Alone ------------------------------------------------------------------------------------------------- */

static void set_wish(Labels *labels, size_t index) {
  const CxPoint way = cx_radar_direction((double)index, labels->count);
  CxFrame *label = labels->frame->children.items[index];
  CxRect *box = &labels->result.boxes[index];
  const double widest = label->block->max_width; /* words that are longer are broken */
  box->w = widest > 0 ? MIN(label->natural, widest) : label->natural;
  box->h = cx_frame_height(labels->setter, label, box->w);
  const double reach = labels->radius + REACH;
  const double lean = side_of(labels, index) == 0 ? (way.y < 0 ? -1 : 1) : way.y * fabs(way.y);
  box->y = way.y * reach + lean * box->h / 2 - box->h / 2;
  labels->result.wishes[index] = (CxPoint){way.x * reach, box->y + box->h / 2};
}

/* ---- Side by side ------------------------------------------------------------------------------------------ */

/* Labels that touch, as one: the mean of what each of them would have its top moved to. */
typedef struct Run {
  size_t first, count;
  double height, top; /* of all, with the gaps */
} Run;

/* The nth label of a side from the top. */
static size_t nth_of(size_t first, int side, size_t n) {
  return side > 0 ? first + n : first - n;
}

static void push_run(Run *runs, size_t *count, Run next) {
  while (*count > 0 && runs[*count - 1].top + runs[*count - 1].height + APART > next.top) {
    const Run *before = &runs[*count - 1];
    const double weight = (double)before->count, more = (double)next.count;
    const double top = (before->top * weight + (next.top - before->height - APART) * more) / (weight + more);
    next = (Run){before->first, before->count + next.count, before->height + APART + next.height, top};
    --*count;
  }
  runs[(*count)++] = next;
}

/* `first` is the uppermost label of the side. */
static void spread(Labels *labels, size_t first, size_t count, int side) {
  Run *runs = g_new(Run, count + 1);
  size_t run_count = 0;
  for (size_t n = 0; n < count; n++) {
    const CxRect *box = &labels->result.boxes[nth_of(first, side, n)];
    push_run(runs, &run_count, (Run){n, 1, box->h, box->y});
  }
  for (size_t i = 0; i < run_count; i++) {
    double y = runs[i].top;
    for (size_t n = runs[i].first; n < runs[i].first + runs[i].count; n++) {
      CxRect *box = &labels->result.boxes[nth_of(first, side, n)];
      box->y = y;
      y += box->h + APART;
    }
  }
  g_free(runs);
}

/* Beside the web at the height where the label stands. */
static void set_x(Labels *labels, size_t index, int side) {
  CxRect *box = &labels->result.boxes[index];
  const double nearest = box->y > 0 ? box->y : box->y + box->h < 0 ? -box->y - box->h : 0;
  const double clear = labels->radius + CLEAR;
  const double x = MAX(nearest < clear ? sqrt(clear * clear - nearest * nearest) : 0, AXIS);
  box->x = side > 0 ? x : -x - box->w;
}

/* A label over or under the web goes beyond the labels at its sides that it would touch. */
static void set_upright(Labels *labels, size_t index) {
  CxRect *boxes = labels->result.boxes, *box = &boxes[index];
  const size_t count = labels->count;
  const bool is_over = box->y < 0;
  box->x = -box->w / 2;
  for (size_t i = 0; i < count; i++) {
    const CxRect room = {boxes[i].x - APART, boxes[i].y - APART, boxes[i].w + 2 * APART, boxes[i].h + 2 * APART};
    if (side_of(labels, i) != 0 && cx_rect_overlaps(*box, room, 0))
      box->y = is_over ? MIN(box->y, room.y - box->h) : MAX(box->y, room.y + room.h);
  }
}

static void arrange(Labels *labels) {
  const size_t count = labels->count;
  size_t right = 0, left = 0;
  for (size_t i = 0; i < count; i++) {
    set_wish(labels, i);
    right += side_of(labels, i) > 0 ? 1 : 0;
    left += side_of(labels, i) < 0 ? 1 : 0;
  }
  size_t first = 0;
  while (first < count && side_of(labels, first) <= 0) first++;
  spread(labels, first, right, 1);
  size_t last = count - 1;
  while (last > 0 && side_of(labels, last) >= 0) last--;
  spread(labels, last, left, -1);
  for (size_t i = 0; i < count; i++)
    if (side_of(labels, i) != 0) set_x(labels, i, side_of(labels, i));
  for (size_t i = 0; i < count; i++)
    if (side_of(labels, i) == 0) set_upright(labels, i);
}

CxRadarLabels cx_radar_labels(const CxTypesetter *setter, const CxFrame *frame) {
  Labels labels = {
      .setter = setter, .frame = frame, .radius = frame->block->size, .count = frame->block->chart->parts.count};
  const double radius = labels.radius;
  labels.result.boxes = g_new0(CxRect, labels.count + 1);
  labels.result.wishes = g_new0(CxPoint, labels.count + 1);
  labels.result.bounds = (CxRect){-radius, -radius, 2 * radius, 2 * radius};
  if (labels.count == 0) return labels.result;
  arrange(&labels);
  for (size_t i = 0; i < labels.count; i++)
    labels.result.bounds = cx_rect_union(labels.result.bounds, labels.result.boxes[i]);
  return labels.result;
}

void cx_radar_labels_clear(CxRadarLabels *labels) {
  g_free(labels->boxes);
  g_free(labels->wishes);
}
