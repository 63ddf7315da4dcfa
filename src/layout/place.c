/* Makes boxes of frames: every block gets its absolute rectangle, every text its lines. Each function here divides its
 * rectangle as its twin in measure.c divided the width.
 */
#include "frame.h"

const CxBlock cx_rule_block = {.kind = CX_BLOCK_RULE, .role = "line"};

CxBox *cx_box_new(CxTypesetter *setter, const CxBlock *block, CxRect rect) {
  CxBox *box = cx_new(setter->arena, CxBox);
  box->block = block;
  box->rect = rect;
  return box;
}

static void add_child(CxTypesetter *setter, CxBox *box, CxFrame *frame, CxRect rect) {
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, frame, rect);
}

/* ---- Text ------------------------------------------------------------------------------------------------- */

/* Paragraphs against the map's direction stand at their own side; short texts (names, heads) stay where they are. */
static CxAlign text_align(const CxTypesetter *setter, const CxFrame *frame) {
  const CxBlock *block = frame->block;
  const bool is_paragraph = block->font == CX_FONT_ITEM || block->font == CX_FONT_BODY || block->font == CX_FONT_CAUSE;
  if (block->align == CX_ALIGN_START && is_paragraph && frame->shaped->is_rtl && !setter->is_rtl) return CX_ALIGN_END;
  return block->align;
}

static double aligned(CxAlign align, double start, double room, double used) {
  switch (align) {
  case CX_ALIGN_START: return start;
  case CX_ALIGN_CENTRE: return start + (room - used) / 2;
  case CX_ALIGN_END: return start + room - used;
  }
  return start;
}

/* A line whose top left corner is known. */
static CxPlacedLine placed_line(const CxTypesetter *setter, const CxLine *line, CxFont font, double x, double y) {
  const CxFontStyle *style = &setter->theme->fonts[font];
  const bool is_tall = line->shaped->is_tall || setter->is_tall;
  const double height = is_tall ? style->line_tall : style->line;
  return (CxPlacedLine){.line = *line,
                        .box = {.x = x, .y = y, .w = line->width, .h = height},
                        .baseline = y + cx_font_baseline(style, is_tall),
                        .scale = 1};
}

/* One line, `scale` times as large as it was shaped, centred on a point. */
static CxPlacedLine centred_line(CxTypesetter *setter, const CxShaped *shaped, CxFont font, CxPoint centre,
                                 double scale) {
  CxLines lines = {0};
  cx_shaped_break(setter->arena, shaped, shaped->natural, CX_FIT_GREEDY, &lines);
  if (lines.count == 0) return (CxPlacedLine){.box = {.x = centre.x, .y = centre.y}};
  CxPlacedLine placed = placed_line(setter, &lines.items[0], font, 0, 0);
  const double baseline = centre.y + 0.363 * setter->theme->fonts[font].size * scale;
  const double width = placed.box.w * scale;
  placed.box = (CxRect){centre.x - width / 2, baseline - placed.baseline * scale, width, placed.box.h * scale};
  placed.baseline = baseline;
  placed.scale = scale;
  return placed;
}

static void place_marks(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxPoint first, double step) {
  for (size_t i = 0; i < frame->block->marks.count; i++) {
    CxPlacedMark *mark = cx_list_add(setter->arena, &box->marks);
    mark->centre = (CxPoint){first.x + step * (double)i, first.y};
    mark->number = centred_line(setter, frame->numbers[i], CX_FONT_MARK, mark->centre, 1);
  }
}

static void place_marks_behind(CxTypesetter *setter, const CxFrame *frame, CxBox *box, const CxPlacedLine *last) {
  const CxSizes *sizes = &setter->theme->sizes;
  const double y = last->baseline - sizes->evidence_rise * setter->theme->fonts[frame->block->font].size;
  if (last->line.shaped->is_rtl != setter->is_rtl)
    place_marks(setter, frame, box, (CxPoint){last->box.x - sizes->evidence_gap, y}, -sizes->evidence_step);
  else
    place_marks(setter, frame, box, (CxPoint){last->box.x + last->box.w + sizes->evidence_gap, y},
                sizes->evidence_step);
}

static void place_text(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxRect room) {
  CxLines lines = {0};
  const CxFit fit = frame->block->is_balanced ? CX_FIT_BALANCED : CX_FIT_EVEN;
  cx_shaped_break(setter->arena, frame->shaped, room.w, fit, &lines);
  const double tail = cx_frame_tail(setter, frame->block);
  const CxAlign align = text_align(setter, frame);
  for (size_t i = 0; i < lines.count; i++) {
    const CxLine *line = &lines.items[i];
    const double behind = line->is_last ? tail : 0;
    double x = aligned(align, room.x, room.w, line->width + behind);
    if (line->shaped->is_rtl != setter->is_rtl) x += behind;
    *cx_list_add(setter->arena, &box->lines) =
        placed_line(setter, line, frame->block->font, x, room.y + frame->line * (double)i);
  }
  if (box->lines.count > 0)
    place_marks_behind(setter, frame, box, &box->lines.items[box->lines.count - 1]);
  else
    place_marks(setter, frame, box, (CxPoint){room.x + setter->theme->sizes.evidence_radius, room.y + frame->line / 2},
                setter->theme->sizes.evidence_step);
}

/* ---- Containers ---------------------------------------------------------------------------------------------- */

/* Where a row's child stands: a mark is centred on the first line of text, others are aligned in the row. */
static CxRect row_slot(const CxTypesetter *setter, const CxFrame *row, const CxFrame *child, CxRect slot) {
  const bool is_mark = child->block->kind == CX_BLOCK_ICON && row->block->align == CX_ALIGN_START;
  const double height = cx_frame_height(setter, child, slot.w);
  if (child->block->kind == CX_BLOCK_RULE || child->block->fills) return slot;
  if (is_mark)
    slot.y += (MAX(cx_first_line(row), height) - height) / 2;
  else
    slot.y = aligned(row->block->align, slot.y, slot.h, height);
  slot.h = height;
  return slot;
}

static void place_row(CxTypesetter *setter, const CxFrame *row, CxBox *box, CxRect room) {
  double *widths = g_newa(double, row->children.count + 1), x = room.x;
  cx_row_widths(row, room.w, widths);
  for (size_t i = 0; i < row->children.count; i++) {
    CxFrame *child = row->children.items[i];
    const CxRect slot = {.x = x, .y = room.y, .w = widths[i], .h = room.h};
    add_child(setter, box, child, row_slot(setter, row, child, slot));
    x += widths[i] + row->block->gap;
  }
}

static double line_height(const CxTypesetter *setter, const CxFrame *flow, size_t first, size_t end,
                          const double *widths) {
  double height = 0;
  for (size_t i = first; i < end; i++)
    height = MAX(height, cx_frame_height(setter, flow->children.items[i], widths[i - first]));
  return height;
}

static void place_flow_line(CxTypesetter *setter, const CxFrame *flow, CxBox *box, CxRect line, size_t first,
                            size_t end, const double *widths) {
  double x = line.x;
  for (size_t i = first; i < end; i++) {
    if (flow->block->has_rules && i > first)
      *cx_list_add(setter->arena, &box->children) =
          cx_box_new(setter, &cx_rule_block, (CxRect){x - flow->block->gap / 2, line.y, 0, line.h});
    CxFrame *child = flow->children.items[i];
    const double height = cx_frame_height(setter, child, widths[i - first]);
    const double y =
        aligned(child->block->align == CX_ALIGN_CENTRE ? CX_ALIGN_CENTRE : flow->block->align, line.y, line.h, height);
    add_child(setter, box, child, (CxRect){x, y, widths[i - first], height});
    x += widths[i - first] + flow->block->gap;
  }
}

static void place_flow(CxTypesetter *setter, const CxFrame *flow, CxBox *box, CxRect room) {
  double *widths = g_new(double, flow->children.count), y = room.y;
  for (size_t first = 0, end; first < flow->children.count; first = end) {
    cx_flow_line(flow, room.w, first, &end);
    cx_flow_widths(flow, room.w, first, end, widths);
    const bool is_only = first == 0 && end == flow->children.count;
    const double height = is_only && flow->block->has_rules ? room.h : line_height(setter, flow, first, end, widths);
    place_flow_line(setter, flow, box, (CxRect){room.x, y, room.w, height}, first, end, widths);
    y += height + flow->block->row_gap;
  }
  g_free(widths);
}

static void place_split_beside(CxTypesetter *setter, const CxFrame *split, CxBox *box, CxRect room) {
  CxFrame *main = split->children.items[0], *aside = split->children.items[1];
  const double beside = MIN(aside->natural, room.w), width = room.w - split->block->gap - beside;
  const double height = cx_frame_height(setter, main, width), other = cx_frame_height(setter, aside, beside);
  add_child(setter, box, main, (CxRect){room.x, aligned(split->block->align, room.y, room.h, height), width, height});
  add_child(setter, box, aside,
            (CxRect){room.x + room.w - beside, aligned(split->block->align, room.y, room.h, other), beside, other});
}

static void place_split_under(CxTypesetter *setter, const CxFrame *split, CxBox *box, CxRect room) {
  CxFrame *main = split->children.items[0], *aside = split->children.items[1];
  const bool has_aside = !split->block->has_spill;
  const double height = cx_frame_height(setter, main, room.w), width = MIN(aside->natural, room.w);
  const double under = cx_frame_height(setter, aside, width);
  const double both = height + (has_aside ? split->block->row_gap + under : 0);
  const double y = aligned(split->block->align, room.y, room.h, both);
  add_child(setter, box, main, (CxRect){room.x, y, room.w, height});
  if (has_aside) add_child(setter, box, aside, (CxRect){room.x, y + height + split->block->row_gap, width, under});
}

static void place_split(CxTypesetter *setter, const CxFrame *split, CxBox *box, CxRect room) {
  if (cx_split_is_beside(split, room.w))
    place_split_beside(setter, split, box, room);
  else
    place_split_under(setter, split, box, room);
}

/* What the first child that fills the stack has more than it asks; *filling is its index. */
static double spare_height(const CxTypesetter *setter, const CxFrame *stack, CxRect room, size_t *filling) {
  *filling = 0;
  while (*filling < stack->children.count && !stack->children.items[*filling]->block->fills) ++*filling;
  if (*filling == stack->children.count) return 0;
  return MAX(room.h - cx_content_height(setter, stack, room.w), 0);
}

/* A line in the middle of the gap before a column. */
static void add_column_rule(CxTypesetter *setter, const CxBlock *stack, CxBox *box, CxRect column) {
  CxBlock *rule = cx_block_new(setter->arena, CX_BLOCK_RULE, "line");
  const CxPaint divider = setter->theme->looks[CX_LOOK_WASH].divider;
  rule->paint = divider != CX_PAINT_NONE ? divider : CX_PAINT_TINT;
  rule->hue = stack->hue;
  *cx_list_add(setter->arena, &box->children) =
      cx_box_new(setter, rule, (CxRect){column.x - stack->gap / 2, column.y, 0, column.h});
}

/* Children beside each other: as high as they are, those that fill as the line. */
static void place_stack_line(CxTypesetter *setter, const CxFrame *stack, CxBox *box, CxRect first, size_t from,
                             size_t end) {
  for (size_t i = from; i < end; i++) {
    CxFrame *child = stack->children.items[i];
    CxRect rect = first;
    rect.x += (double)(i - from) * (first.w + stack->block->gap);
    if (stack->block->has_rules && i > from) add_column_rule(setter, stack->block, box, rect);
    if (!child->block->fills && !stack->block->is_even) rect.h = cx_frame_height(setter, child, rect.w);
    add_child(setter, box, child, rect);
  }
}

static void place_columns(CxTypesetter *setter, const CxFrame *stack, CxBox *box, CxRect room, size_t columns) {
  const size_t count = stack->children.count;
  const double width = cx_stack_column(stack, room.w, columns);
  double y = room.y;
  for (size_t i = 0, end; i < count; i = end) {
    end = MIN(i + columns, count);
    double height = count <= columns ? room.h : 0;
    for (size_t k = i; k < end; k++) height = MAX(height, cx_frame_height(setter, stack->children.items[k], width));
    y += cx_stack_gap(stack, columns, i);
    place_stack_line(setter, stack, box, (CxRect){room.x, y, width, height}, i, end);
    y += height;
  }
}

static void place_stack(CxTypesetter *setter, const CxFrame *stack, CxBox *box, CxRect room) {
  const CxBlock *block = stack->block;
  const size_t columns = cx_stack_columns(stack, room.w);
  if (columns > 1) {
    place_columns(setter, stack, box, room, columns);
    return;
  }
  size_t filling;
  const double spare = spare_height(setter, stack, room, &filling);
  double y = room.y;
  for (size_t i = 0; i < stack->children.count; i++) {
    CxFrame *child = stack->children.items[i];
    const double used = block->align != CX_ALIGN_START ? MIN(child->natural, room.w) : room.w;
    const double x = aligned(block->align, room.x, room.w, used);
    const double height = cx_frame_height(setter, child, used) + (i == filling ? spare : 0);
    y += cx_stack_gap(stack, 1, i);
    add_child(setter, box, child, (CxRect){x, y, used, height});
    y += height;
  }
}

/* Initials on a persona's disc, a number on a disc. */
static void place_letters(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxFont font) {
  if (frame->shaped == NULL) return;
  const CxPoint centre = {box->rect.x + box->rect.w / 2, box->rect.y + box->rect.h / 2};
  const bool is_portrait = frame->block->kind == CX_BLOCK_PORTRAIT;
  const double scale = is_portrait ? frame->block->size / setter->theme->sizes.disc_radius : 1;
  *cx_list_add(setter->arena, &box->lines) = centred_line(setter, frame->shaped, font, centre, scale);
}

/* Where the content stands: within the padding, in the middle of a box that is higher than it asks where the block
 * wants that; in the middle of a diamond. */
static CxRect content_room(const CxTypesetter *setter, const CxFrame *frame, CxRect rect) {
  const CxRect room = cx_rect_inset(rect, cx_frame_insets(setter, frame, rect.w));
  if (setter->theme->looks[frame->block->look].shape == CX_SHAPE_DIAMOND) {
    const CxDiamond diamond = cx_diamond_fit(setter, frame, rect.w);
    return (CxRect){rect.x + (rect.w - diamond.room) / 2, rect.y + (rect.h - diamond.content) / 2, diamond.room,
                    diamond.content};
  }
  if (!frame->block->is_middle) return room;
  const double height = cx_content_height(setter, frame, room.w);
  const double latest = MAX(room.y, room.y + room.h - height);
  const CxShape shape = setter->theme->looks[frame->block->look].shape;
  const CxRect within = shape == CX_SHAPE_WAVE || shape == CX_SHAPE_DRUM ? room : rect; /* what is not level */
  return (CxRect){room.x, CLAMP(within.y + (within.h - height) / 2, room.y, latest), room.w, MIN(height, room.h)};
}

/* Diamonds and pictures are often narrower than their place. */
static CxRect own_rect(const CxTypesetter *setter, const CxFrame *frame, CxRect rect) {
  const CxBlock *block = frame->block;
  if (block->kind == CX_BLOCK_IMAGE) {
    const double width = cx_image_width(block, rect.w);
    return (CxRect){aligned(block->align, rect.x, rect.w, width), rect.y, width, rect.h};
  }
  if (setter->theme->looks[block->look].shape != CX_SHAPE_DIAMOND) return rect;
  const CxDiamond diamond = cx_diamond_fit(setter, frame, rect.w);
  return (CxRect){rect.x + (rect.w - diamond.width) / 2, rect.y + (rect.h - diamond.height) / 2, diamond.width,
                  diamond.height};
}

/* Over the upper right corner; a wide badge stands out of it to the right by a little more. */
static void place_badge(CxTypesetter *setter, CxFrame *frame, CxBox *box) {
  if (frame->badge == NULL) return;
  const double width = cx_badge_width(frame, box->rect.w), beyond = MIN(width / 9, 6);
  const CxRect rect = {box->rect.x + box->rect.w - width + beyond, box->rect.y - setter->theme->sizes.badge / 2, width,
                       cx_frame_height(setter, frame->badge, width)};
  add_child(setter, box, frame->badge, rect);
  box->badges = rect;
}

static void place_content(CxTypesetter *setter, CxFrame *frame, CxBox *box, CxRect room) {
  switch (frame->block->kind) {
  case CX_BLOCK_TEXT: place_text(setter, frame, box, room); break;
  case CX_BLOCK_STACK: place_stack(setter, frame, box, room); break;
  case CX_BLOCK_ROW: place_row(setter, frame, box, room); break;
  case CX_BLOCK_FLOW: place_flow(setter, frame, box, room); break;
  case CX_BLOCK_SPLIT: place_split(setter, frame, box, room); break;
  case CX_BLOCK_PORTRAIT: place_letters(setter, frame, box, CX_FONT_INITIALS); break;
  case CX_BLOCK_DISC: place_letters(setter, frame, box, frame->block->font); break;
  case CX_BLOCK_AREAS: cx_areas_place(setter, frame, box, room); break;
  case CX_BLOCK_CHART: cx_chart_place(setter, frame, box); break;
  case CX_BLOCK_MATRIX: cx_matrix_place(setter, frame, box); break;
  case CX_BLOCK_DIAGRAM: cx_diagram_place(setter, frame, box); break;
  case CX_BLOCK_TREE: cx_tree_place(setter, frame, box); break;
  case CX_BLOCK_GRID:  /* place themselves */
  case CX_BLOCK_CURVE: /* placed by its grid */
  case CX_BLOCK_ICON:
  case CX_BLOCK_FACE:
  case CX_BLOCK_SAMPLE:
  case CX_BLOCK_METER:
  case CX_BLOCK_IMAGE:
  case CX_BLOCK_DIVIDER:
  case CX_BLOCK_ARROW:
  case CX_BLOCK_RULE: break;
  }
}

CxBox *cx_frame_place(CxTypesetter *setter, CxFrame *frame, CxRect rect) {
  if (frame->block->kind == CX_BLOCK_GRID) return cx_grid_place(setter, frame, rect);
  CxBox *box = cx_box_new(setter, frame->block, own_rect(setter, frame, rect));
  place_content(setter, frame, box, content_room(setter, frame, box->rect));
  for (size_t i = 0; i < box->children.count; i++)
    box->badges = cx_rect_union(box->badges, box->children.items[i]->badges);
  place_badge(setter, frame, box);
  return box;
}
