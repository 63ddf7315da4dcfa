/* The walk over a scene's elements that all backends share: each becomes one or two calls of cairo, in order.
 *
 * Elements say all there is to say; nothing is measured or decided here. A backend that must know where a group begins
 * and ends, as for a PDF's structure, hooks into the walk.
 */
#include "render.h"

#include <math.h>

static void set_colour(cairo_t *cr, CxColour colour) {
  cairo_set_source_rgba(cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

/* Fills and strokes the current path with what the element says, and ends it. */
static void paint_path(cairo_t *cr, const CxElement *element) {
  const CxStroke *stroke = &element->stroke;
  const bool has_stroke = stroke->colour.a != 0 && stroke->width > 0;
  if (element->fill.a != 0) {
    set_colour(cr, element->fill);
    if (has_stroke)
      cairo_fill_preserve(cr);
    else
      cairo_fill(cr);
  }
  if (!has_stroke) {
    cairo_new_path(cr);
    return;
  }
  set_colour(cr, stroke->colour);
  cairo_set_line_width(cr, stroke->width);
  cairo_set_line_cap(cr, stroke->has_round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash(cr, stroke->dash.lengths, stroke->dash.count, 0);
  cairo_stroke(cr);
}

static void trace_rect(cairo_t *cr, CxRect rect, double wanted_radius) {
  const double radius = MIN(wanted_radius, MIN(rect.w, rect.h) / 2);
  if (!(radius > 0)) {
    cairo_rectangle(cr, rect.x, rect.y, rect.w, rect.h);
    return;
  }
  const double left = rect.x + radius, right = rect.x + rect.w - radius;
  const double top = rect.y + radius, bottom = rect.y + rect.h - radius;
  cairo_new_sub_path(cr);
  cairo_arc(cr, right, top, radius, -G_PI / 2, 0);
  cairo_arc(cr, right, bottom, radius, 0, G_PI / 2);
  cairo_arc(cr, left, bottom, radius, G_PI / 2, G_PI);
  cairo_arc(cr, left, top, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path(cr);
}

static void trace_path(cairo_t *cr, const CxPath *path) {
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    switch (step->verb) {
    case CX_PATH_MOVE: cairo_move_to(cr, step->to.x, step->to.y); break;
    case CX_PATH_LINE: cairo_line_to(cr, step->to.x, step->to.y); break;
    case CX_PATH_CURVE:
      cairo_curve_to(cr, step->c[0].x, step->c[0].y, step->c[1].x, step->c[1].y, step->to.x, step->to.y);
      break;
    case CX_PATH_CLOSE: cairo_close_path(cr); break;
    }
  }
}

static void paint_text(const CxPainter *painter, const CxElement *element) {
  cairo_t *cr = painter->cr;
  set_colour(cr, element->fill);
  cairo_save(cr);
  if (element->is_turned) {
    cairo_translate(cr, element->baseline, element->box.y + element->box.h);
    cairo_rotate(cr, -G_PI / 2);
  } else
    cairo_translate(cr, element->box.x, element->baseline);
  cairo_scale(cr, element->scale, element->scale);
  cairo_move_to(cr, 0, 0);
  if (painter->traces_text && cx_line_trace(element->line, cr))
    cairo_fill(cr);
  else
    cx_line_show(element->line, cr);
  cairo_restore(cr);
  cairo_new_path(cr);
}

/* The image covers its box, or is held by it; what sticks out at two sides, and of its outline, is cut off. */
static void paint_image(CxPainter *painter, const CxElement *element) {
  cairo_t *cr = painter->cr;
  const CxRect box = element->box;
  cairo_surface_t *image = cx_images_find(painter->images, element);
  if (image == NULL || !(box.w > 0 && box.h > 0)) return;
  const CxPixels size = cx_surface_size(image);
  const double across = box.w / size.width, down = box.h / size.height;
  const double scale = element->is_whole ? MIN(across, down) : MAX(across, down);
  cairo_save(cr);
  if (element->clip.count > 0)
    trace_path(cr, &element->clip);
  else
    trace_rect(cr, box, element->radius);
  cairo_clip(cr);
  cairo_translate(cr, box.x + box.w / 2, box.y + box.h / 2);
  cairo_scale(cr, scale, scale);
  cairo_set_source_surface(cr, image, -size.width / 2, -size.height / 2);
  cairo_paint(cr);
  cairo_restore(cr);
}

static void paint_elements(CxPainter *painter, const CxElements *elements);

static void paint_group(CxPainter *painter, const CxElement *group) {
  if (group->clip.count == 0) {
    paint_elements(painter, &group->children);
    return;
  }
  cairo_save(painter->cr);
  trace_path(painter->cr, &group->clip);
  cairo_clip(painter->cr);
  paint_elements(painter, &group->children);
  cairo_restore(painter->cr);
}

static void paint_elements(CxPainter *painter, const CxElements *elements) {
  cairo_t *cr = painter->cr;
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    if (painter->begin != NULL) painter->begin(painter, element);
    switch (element->kind) {
    case CX_ELEMENT_GROUP: paint_group(painter, element); break;
    case CX_ELEMENT_RECT:
      trace_rect(cr, element->box, element->radius);
      paint_path(cr, element);
      break;
    case CX_ELEMENT_PATH:
      trace_path(cr, &element->path);
      paint_path(cr, element);
      break;
    case CX_ELEMENT_TEXT: paint_text(painter, element); break;
    case CX_ELEMENT_IMAGE: paint_image(painter, element); break;
    }
    if (painter->end != NULL) painter->end(painter, element);
  }
}

void cx_paint_page(CxPainter *painter, const CxScenePage *page) {
  cairo_set_line_join(painter->cr, CAIRO_LINE_JOIN_ROUND);
  paint_elements(painter, &page->elements);
}

void cx_paint_paper(cairo_t *cr, CxColour paper) {
  set_colour(cr, paper);
  cairo_paint(cr);
}

cairo_status_t cx_write_bytes(void *closure, const unsigned char *data, unsigned length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

bool cx_cairo_is_fine(cairo_status_t status, const CxScene *scene, CxDiagnostics *diagnostics) {
  if (status == CAIRO_STATUS_SUCCESS) return true;
  cx_diag_report(diagnostics, CX_CANNOT_WRITE, (CxSpan){0}, "the map '%s' cannot be drawn: %s", scene->map,
                 cairo_status_to_string(status));
  return false;
}
