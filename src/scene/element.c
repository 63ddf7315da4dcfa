/* Single elements: made, given their box, appended. What they show is for the callers to know. */
#include "walk.h"

CxElement *cx_element_add(CxWalk *walk, CxElements *into, CxElementKind kind, const char *role, CxRect box) {
  CxElement *element = cx_new(walk->arena, CxElement);
  element->kind = kind;
  element->role = role;
  element->box = box;
  element->scale = 1;
  *cx_list_add(walk->arena, into) = element;
  return element;
}

CxStroke cx_stroke(CxColour colour, double width) {
  return (CxStroke){.colour = colour, .width = width};
}

CxStroke cx_stroke_named(const CxWalk *walk, CxStrokeName name) {
  const CxStrokeStyle *style = &walk->theme->strokes[name];
  CxStroke stroke = cx_stroke(cx_theme_colour(walk->theme, style->paint, style->hue), style->width);
  stroke.dash = style->dash;
  stroke.has_round_ends = style->dash.has_round_caps;
  return stroke;
}

CxElement *cx_element_rect(CxWalk *walk, CxElements *into, const char *role, CxRect box, double radius, CxColour fill) {
  CxElement *element = cx_element_add(walk, into, CX_ELEMENT_RECT, role, box);
  element->radius = radius;
  element->fill = fill;
  return element;
}

typedef struct Bounds {
  double left, top, right, bottom;
} Bounds;

static void include(Bounds *bounds, CxPoint point) {
  bounds->left = MIN(bounds->left, point.x);
  bounds->top = MIN(bounds->top, point.y);
  bounds->right = MAX(bounds->right, point.x);
  bounds->bottom = MAX(bounds->bottom, point.y);
}

/* A path never leaves the bounds of its points and control points. */
static CxRect bounds_of(const CxPath *path) {
  Bounds bounds = {G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE};
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    if (step->verb == CX_PATH_CLOSE) continue;
    include(&bounds, step->to);
    if (step->verb == CX_PATH_CURVE) {
      include(&bounds, step->c[0]);
      include(&bounds, step->c[1]);
    }
  }
  if (bounds.left > bounds.right) return (CxRect){0};
  return (CxRect){bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top};
}

CxElement *cx_element_path(CxWalk *walk, CxElements *into, const char *role, const CxPath *path) {
  CxElement *element = cx_element_add(walk, into, CX_ELEMENT_PATH, role, bounds_of(path));
  element->path = *path;
  return element;
}

CxElement *cx_element_line(CxWalk *walk, CxElements *into, const char *role, CxPoint from, CxPoint to,
                           CxStroke stroke) {
  CxPath path = {0};
  cx_path_move(walk->arena, &path, from.x, from.y);
  cx_path_line(walk->arena, &path, to.x, to.y);
  CxElement *element = cx_element_path(walk, into, role, &path);
  element->stroke = stroke;
  *cx_list_add(walk->arena, &element->points) = from;
  *cx_list_add(walk->arena, &element->points) = to;
  return element;
}
