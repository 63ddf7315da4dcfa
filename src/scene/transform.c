/* Scales and moves elements: a sheet that is scaled to its paper, a part of a map on a tile. */
#include "cxmap/scene.h"

typedef struct Transform {
  double scale;
  CxPoint by;
} Transform;

static CxPoint moved(CxPoint point, const Transform *to) {
  return (CxPoint){point.x * to->scale + to->by.x, point.y * to->scale + to->by.y};
}

static void move_path(CxPath *path, const Transform *to) {
  for (size_t i = 0; i < path->count; i++) {
    CxPathStep *step = &path->items[i];
    step->c[0] = moved(step->c[0], to);
    step->c[1] = moved(step->c[1], to);
    step->to = moved(step->to, to);
  }
}

static void scale_stroke(CxStroke *stroke, double scale) {
  stroke->width *= scale;
  for (int i = 0; i < stroke->dash.count; i++) stroke->dash.lengths[i] *= scale;
}

static void transform(CxElement *element, const Transform *to) {
  const CxPoint at = moved((CxPoint){element->box.x, element->box.y}, to);
  element->box = (CxRect){at.x, at.y, element->box.w * to->scale, element->box.h * to->scale};
  element->radius *= to->scale;
  scale_stroke(&element->stroke, to->scale);
  move_path(&element->path, to);
  move_path(&element->clip, to);
  for (size_t i = 0; i < element->points.count; i++) element->points.items[i] = moved(element->points.items[i], to);
  element->baseline = element->baseline * to->scale + (element->is_turned ? to->by.x : to->by.y);
  element->size *= to->scale;
  element->scale *= to->scale;
  for (size_t i = 0; i < element->children.count; i++) transform(element->children.items[i], to);
}

void cx_elements_transform(const CxElements *elements, double scale, CxPoint by) {
  for (size_t i = 0; i < elements->count; i++) transform(elements->items[i], &(Transform){scale, by});
}
