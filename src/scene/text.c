/* Text: each line that the layout placed becomes an element with its string, and each evidence mark a disc with a
 * number.
 *
 * Nothing is shaped here: lines come with their glyphs.
 */
#include "walk.h"

/* A line, in the paragraph that was begun last. */
static CxElement *add_line(CxWalk *walk, CxElements *into, const char *role, const CxPlacedLine *placed, CxFont font) {
  const CxLine *line = &placed->line;
  CxElement *element = cx_element_add(walk, into, CX_ELEMENT_TEXT, role, placed->box);
  element->line = line;
  element->baseline = placed->baseline;
  element->is_turned = placed->is_turned;
  element->size = walk->theme->fonts[font].size * placed->scale;
  element->scale = placed->scale;
  element->lang = line->shaped->lang;
  element->text = cx_arena_strndup(walk->arena, line->shaped->text + line->begin, line->end - line->begin);
  element->para = walk->para;
  return element;
}

static void draw_mark(CxWalk *walk, CxElements *into, const CxPlacedMark *mark) {
  const double radius = walk->theme->sizes.evidence_radius;
  const CxRect disc = {mark->centre.x - radius, mark->centre.y - radius, 2 * radius, 2 * radius};
  const CxLookStyle *style = &walk->theme->looks[CX_LOOK_DISC];
  const CxColour fill = cx_theme_colour(walk->theme, style->fill, CX_HUE_EVIDENCE);
  CxElement *shape = cx_element_rect(walk, into, "evidence", disc, radius, fill);
  shape->stroke = cx_stroke(cx_theme_colour(walk->theme, style->stroke, CX_HUE_EVIDENCE), style->stroke_width);
  walk->para++;
  CxElement *number = add_line(walk, into, "evidence", &mark->number, CX_FONT_MARK);
  number->fill = cx_theme_colour(walk->theme, CX_PAINT_MARK, CX_HUE_EVIDENCE);
}

void cx_draw_text(CxWalk *walk, CxElements *into, const CxBox *box) {
  const CxBlock *block = box->block;
  const char *role = block->role != NULL ? block->role : "text";
  const CxColour colour = cx_theme_colour(walk->theme, block->paint, block->hue);
  walk->para++;
  for (size_t i = 0; i < box->lines.count; i++) {
    CxElement *line = add_line(walk, into, role, &box->lines.items[i], block->font);
    line->fill = colour;
    line->link = block->link;
    line->is_heading = block->is_heading;
  }
  for (size_t i = 0; i < box->marks.count; i++) draw_mark(walk, into, &box->marks.items[i]);
}

void cx_draw_letters(CxWalk *walk, CxElements *into, const CxBox *box, const char *role, CxFont font, CxColour colour) {
  walk->para++;
  for (size_t i = 0; i < box->lines.count; i++) add_line(walk, into, role, &box->lines.items[i], font)->fill = colour;
}
