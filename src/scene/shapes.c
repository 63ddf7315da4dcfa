/* Shapes: the grounds of blocks by their look, hairlines, and the blocks that are a few rectangles and lines. */
#include "walk.h"

static CxColour ground(const CxWalk *walk, CxPaint paint) {
  return cx_theme_colour(walk->theme, paint, CX_HUE_NONE);
}

static CxPoint centre_of(CxRect rect) {
  return (CxPoint){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

/* ---- Grounds ------------------------------------------------------------------------------------------ */

/* The role of the shape that a look draws. */
static const char *const look_roles[CX_LOOK_END] = {
    // clang-format off
    [CX_LOOK_NONE] = "",
    [CX_LOOK_CARD] = "card",
    [CX_LOOK_PLAIN] = "",
    [CX_LOOK_CHIP] = "chip",
    [CX_LOOK_PILL] = "pill",
    [CX_LOOK_TILE] = "tile",
    [CX_LOOK_PANEL] = "panel",
    [CX_LOOK_LABEL] = "label",
    [CX_LOOK_CHEVRON] = "stage",
    [CX_LOOK_WASH] = "wash",
    [CX_LOOK_DISC] = "evidence",
    [CX_LOOK_STEP] = "step",
    [CX_LOOK_FAIL] = "fail",
    [CX_LOOK_WAIT] = "wait",
    [CX_LOOK_TIME] = "wait",
    [CX_LOOK_HEAD] = "",
    [CX_LOOK_IDEA] = "idea",
    [CX_LOOK_DECISION] = "card",
    [CX_LOOK_HERE] = "stage",
    [CX_LOOK_ELSEWHERE] = "stage",
    [CX_LOOK_COMMENT] = "paper",
    [CX_LOOK_BOX] = "box",
    [CX_LOOK_SIDE] = "panel",
    [CX_LOOK_SIDE_WARN] = "panel",
    [CX_LOOK_SEGMENT] = "pill",
    [CX_LOOK_PROTO] = "pill",
    [CX_LOOK_TAG] = "pill",
    [CX_LOOK_STOP] = "portrait",
    [CX_LOOK_PHOTO] = "",
    [CX_LOOK_FRAME] = "frame",
    [CX_LOOK_STOP_INNER] = "portrait",
    [CX_LOOK_BAND] = "box",
    [CX_LOOK_BAND_WARN] = "box",
    [CX_LOOK_QUADRANT] = "box",
    [CX_LOOK_OUTLINE] = "box",
    [CX_LOOK_RING] = "paper",
    [CX_LOOK_PERSON] = "portrait",
    [CX_LOOK_PERSON_WARN] = "portrait",
    [CX_LOOK_VOICE] = "card",
    [CX_LOOK_COUNTED] = "pill",
    [CX_LOOK_CLOSING] = "panel",
    [CX_LOOK_NODE_START] = "shape",
    [CX_LOOK_NODE_END] = "shape",
    [CX_LOOK_NODE_STEP] = "shape",
    [CX_LOOK_NODE_DECISION] = "shape",
    [CX_LOOK_NODE_INPUT] = "shape",
    [CX_LOOK_NODE_SCREEN] = "shape",
    [CX_LOOK_NODE_DOCUMENT] = "shape",
    [CX_LOOK_NODE_DATA] = "shape",
    [CX_LOOK_NODE_SUBFLOW] = "shape",
    [CX_LOOK_NODE_WAIT] = "shape",
    [CX_LOOK_NODE_NOTE] = "shape",
    [CX_LOOK_NODE_PAIN] = "pain",
    [CX_LOOK_FLOW_LANE] = "wash",
    [CX_LOOK_FLOW_LABEL] = "label",
    [CX_LOOK_PROBLEM] = "card",
    [CX_LOOK_CAUSE] = "card",
    [CX_LOOK_ROOT] = "card",
    [CX_LOOK_OPEN] = "card",
    [CX_LOOK_MEASURE] = "card",
    // clang-format on
};

/* Forward is to the right, or to the left where the map is mirrored. The nose ends at the box's edge; the next
 * chevron's notch takes it up. */
static void chevron_path(const CxWalk *walk, const CxBox *box, CxPath *path) {
  const CxRect rect = box->rect;
  const double nose = MIN(walk->theme->sizes.chevron_nose, MIN(rect.w / 2, 0.4 * rect.h)),
               forward = walk->is_rtl ? -1 : 1;
  const double back = walk->is_rtl ? rect.x + rect.w : rect.x, tip = back + forward * rect.w;
  const double middle = rect.y + rect.h / 2, bottom = rect.y + rect.h;
  const double shoulder = box->block->is_last ? tip : tip - forward * nose;
  cx_path_move(walk->arena, path, back, rect.y);
  cx_path_line(walk->arena, path, shoulder, rect.y);
  if (!box->block->is_last) cx_path_line(walk->arena, path, tip, middle);
  cx_path_line(walk->arena, path, shoulder, bottom);
  cx_path_line(walk->arena, path, back, bottom);
  if (!box->block->is_first) cx_path_line(walk->arena, path, back + forward * nose, middle);
  cx_path_close(walk->arena, path);
}

/* A corner is cut by as much as in the blueprint's sign, 5 of 18. */
static void octagon_path(const CxWalk *walk, CxRect rect, CxPath *path) {
  const double cut = MIN(rect.w, rect.h) * 5 / 18, right = rect.x + rect.w, bottom = rect.y + rect.h;
  cx_path_move(walk->arena, path, rect.x + cut, rect.y);
  cx_path_line(walk->arena, path, right - cut, rect.y);
  cx_path_line(walk->arena, path, right, rect.y + cut);
  cx_path_line(walk->arena, path, right, bottom - cut);
  cx_path_line(walk->arena, path, right - cut, bottom);
  cx_path_line(walk->arena, path, rect.x + cut, bottom);
  cx_path_line(walk->arena, path, rect.x, bottom - cut);
  cx_path_line(walk->arena, path, rect.x, rect.y + cut);
  cx_path_close(walk->arena, path);
}

static CxElement *ground_shape(CxWalk *walk, CxElements *into, const CxBox *box, const CxLookStyle *style,
                               double fold) {
  const char *role = look_roles[box->block->look];
  if (fold > 0) return cx_draw_note(walk, into, role, box, fold);
  CxPath path = {0}, inner = {0};
  switch (style->shape) {
  case CX_SHAPE_RECT: return cx_element_rect(walk, into, role, cx_sheet_rect(walk, box), style->radius, CX_COLOUR_NONE);
  case CX_SHAPE_PILL:
    return cx_element_rect(walk, into, role, box->rect, MIN(box->rect.w, box->rect.h) / 2, CX_COLOUR_NONE);
  case CX_SHAPE_OCTAGON: octagon_path(walk, box->rect, &path); break;
  case CX_SHAPE_CHEVRON: chevron_path(walk, box, &path); break;
  case CX_SHAPE_DIAMOND:
  case CX_SHAPE_SLANTED:
  case CX_SHAPE_SCREEN:
  case CX_SHAPE_WAVE:
  case CX_SHAPE_DRUM:
  case CX_SHAPE_DOUBLE:
  case CX_SHAPE_POINTED:
  case CX_SHAPE_DOGEAR: cx_shape_paths(walk->arena, style, box->rect, walk->is_rtl ? -1 : 1, &path, &inner); break;
  }
  return cx_element_path(walk, into, role, &path);
}

/* The lines within a shape; an ear is a piece of the paper under it. */
static void draw_inner(CxWalk *walk, CxElements *into, const CxBox *box, const CxLookStyle *style, CxStroke stroke) {
  CxPath outline = {0}, inner = {0};
  cx_shape_paths(walk->arena, style, box->rect, walk->is_rtl ? -1 : 1, &outline, &inner);
  if (inner.count == 0) return;
  CxElement *lines = cx_element_path(walk, into, look_roles[box->block->look], &inner);
  lines->stroke = stroke;
  if (style->shape == CX_SHAPE_DOGEAR) lines->fill = ground(walk, CX_PAINT_PAPER);
}

void cx_draw_ground(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxLookStyle *style = &walk->theme->looks[box->block->look];
  if (style->fill == CX_PAINT_NONE && style->stroke == CX_PAINT_NONE) return;
  const double fold = cx_note_fold(walk, box);
  cx_draw_shade(walk, into, box, fold);
  CxElement *shape = ground_shape(walk, into, box, style, fold);
  shape->fill = cx_theme_colour(walk->theme, style->fill, box->block->hue);
  shape->stroke = cx_stroke(cx_theme_colour(walk->theme, style->stroke, box->block->hue), style->stroke_width);
  shape->stroke.dash = style->dash;
  draw_inner(walk, into, box, style, shape->stroke);
  if (style->hatch > 0) cx_draw_stripes(walk, into, box, style->hatch);
  if (box->block->look == CX_LOOK_CARD) cx_draw_band(walk, into, box);
  cx_draw_gap_line(walk, into, box);
}

void cx_draw_hairlines(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxStroke hair = cx_stroke(ground(walk, CX_PAINT_GRID), walk->theme->sizes.hair);
  const CxStroke tick = cx_stroke(ground(walk, CX_PAINT_LABEL_MARK), walk->theme->sizes.neutral);
  for (size_t i = 0; i < box->hairlines.count; i++) {
    const CxLevelLine *line = &box->hairlines.items[i];
    cx_element_line(walk, into, line->is_tick ? "tick" : "line", (CxPoint){line->x1, line->y},
                    (CxPoint){line->x2, line->y}, line->is_tick ? tick : hair);
  }
}

/* ---- Blocks of a few shapes ----------------------------------------------------------------------------- */

void cx_draw_rule(CxWalk *walk, CxElements *into, const CxBox *box) {
  const double x = centre_of(box->rect).x, top = box->rect.y;
  const CxPaint paint = box->block->paint != CX_PAINT_NONE ? box->block->paint : CX_PAINT_RULE;
  const CxStroke stroke = cx_stroke(cx_theme_colour(walk->theme, paint, box->block->hue), walk->theme->sizes.hair);
  cx_element_line(walk, into, "line", (CxPoint){x, top}, (CxPoint){x, top + box->rect.h}, stroke);
}

void cx_draw_divider(CxWalk *walk, CxElements *into, const CxBox *box) {
  const double y = centre_of(box->rect).y, left = box->rect.x;
  cx_element_line(walk, into, "line", (CxPoint){left, y}, (CxPoint){left + box->rect.w, y},
                  cx_stroke_named(walk, box->block->stroke));
}

/* The colour of what is filled: the hue's mark, or the accent where the block has no hue. */
static CxColour filled_colour(const CxWalk *walk, const CxBlock *block) {
  if (block->hue == CX_HUE_NONE) return ground(walk, CX_PAINT_ACCENT);
  return cx_theme_colour(walk->theme, CX_PAINT_MARK, block->hue);
}

/* A bar that grows from the map's start edge, and a mark across it where the target is. */
void cx_draw_meter(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxSizes *sizes = &walk->theme->sizes;
  const CxRect rect = box->rect;
  const double middle = rect.y + rect.h / 2, radius = sizes->meter_height / 2;
  const double done = CLAMP(box->block->value, 0, 1) * rect.w, target = box->block->target * rect.w;
  const CxRect track = {rect.x, middle - radius, rect.w, sizes->meter_height};
  const CxRect bar = {walk->is_rtl ? rect.x + rect.w - done : rect.x, track.y, done, track.h};
  cx_element_rect(walk, into, "meter", track, radius, ground(walk, CX_PAINT_TRACK));
  if (done > 0) cx_element_rect(walk, into, "meter", bar, radius, filled_colour(walk, box->block));
  if (!(target >= 0 && target <= rect.w)) return;
  const double x = walk->is_rtl ? rect.x + rect.w - target : rect.x + target, half = sizes->meter_target / 2;
  cx_element_line(walk, into, "target", (CxPoint){x, middle - half}, (CxPoint){x, middle + half},
                  cx_stroke(ground(walk, CX_PAINT_INK), sizes->meter_target_width));
}

void cx_draw_image(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  if (block->path == NULL) return;
  const char *role = block->role != NULL ? block->role : "image";
  CxElement *image = cx_element_add(walk, into, CX_ELEMENT_IMAGE, role, box->rect);
  image->radius =
      block->size > 0 ? 0 : walk->theme->looks[block->look != CX_LOOK_NONE ? block->look : CX_LOOK_CARD].radius;
  image->file = block->path;
  image->name = block->name;
}

void cx_draw_shapes(CxWalk *walk, CxElements *into, const CxBox *box) {
  for (size_t i = 0; i < box->drawn.count; i++) {
    const CxDrawn *drawn = &box->drawn.items[i];
    CxElement *element = cx_element_path(walk, into, drawn->role, &drawn->path);
    element->fill = cx_theme_colour(walk->theme, drawn->fill, drawn->hue);
    if (drawn->opacity > 0) element->fill.a = (uint8_t)(255 * drawn->opacity + 0.5);
    if (drawn->stroke == CX_PAINT_NONE) continue;
    element->stroke = cx_stroke(cx_theme_colour(walk->theme, drawn->stroke, drawn->hue), drawn->width);
    element->stroke.dash = drawn->dash;
  }
}
