/* Makes frames of blocks: shapes every text once and works out each frame's natural and smallest width.
 *
 * In: a block. Out: a frame, children included. A character that no font has is reported here, with the place where it
 * was written. Heights are another matter (measure.c).
 */
#include "frame.h"

/* A word longer than this may be broken before it makes its box wider. */
static const double LONGEST_WORD = 170;

CxInsets cx_frame_padding(const CxTypesetter *setter, const CxBlock *block) {
  if (block->is_sample) return (CxInsets){0};
  CxInsets padding = setter->theme->looks[block->look].padding;
  if (block->look == CX_LOOK_CARD && setter->theme->bands[block->hue].kind != CX_PATTERN_NONE)
    padding.left += setter->theme->sizes.band_indent;
  if (block->look == CX_LOOK_CHEVRON && block->is_first) padding.left -= 5;
  if (block->look == CX_LOOK_CHEVRON && block->is_last) padding.right -= setter->theme->sizes.chevron_nose;
  return padding;
}

double cx_frame_tail(const CxTypesetter *setter, const CxBlock *block) {
  const CxSizes *sizes = &setter->theme->sizes;
  const size_t count = block->marks.count;
  if (count == 0) return 0;
  return sizes->evidence_gap + sizes->evidence_step * (double)(count - 1) + sizes->evidence_radius;
}

static CxTextStyle text_style(const CxFontStyle *font) {
  return (CxTextStyle){
      .size = font->size, .is_bold = font->is_bold, .is_italic = font->is_italic, .tracking = font->tracking};
}

/* The same characters are reported once; later places are named with the first. */
static void report_missing(CxTypesetter *setter, const char *characters, CxSpan span) {
  CxDiag *known = g_hash_table_lookup(setter->missing, characters);
  if (known != NULL) {
    if (known->also.count < 5 && known->span.begin != span.begin)
      cx_diag_also(setter->diagnostics, known, span, "and here");
    return;
  }
  CxDiag *diag =
      cx_diag_report(setter->diagnostics, CX_MISSING_GLYPH, span, "no font has a glyph for “%s”", characters);
  cx_diag_help(setter->diagnostics, diag, "install a font for this script, or write the text without these characters");
  g_hash_table_insert(setter->missing, (gpointer)characters, diag);
}

static const CxShaped *shape(CxTypesetter *setter, const CxPhrase *phrase, CxFont font, double tail) {
  const CxTextStyle style = text_style(&setter->theme->fonts[font]);
  const char *text = phrase->text != NULL ? phrase->text : "";
  const CxShaped *shaped = cx_text_shape(setter->shaper, setter->arena, text, &style, phrase->lang, tail);
  if (shaped->missing != NULL) report_missing(setter, shaped->missing, phrase->span);
  return shaped;
}

static void shape_marks(CxTypesetter *setter, CxFrame *frame) {
  const CxBlock *block = frame->block;
  frame->numbers = cx_new_array(setter->arena, const CxShaped *, block->marks.count);
  for (size_t i = 0; i < block->marks.count; i++) {
    const CxPhrase number = {.text = cx_arena_printf(setter->arena, "%d", block->marks.items[i]), .lang = "en"};
    frame->numbers[i] = shape(setter, &number, CX_FONT_MARK, 0);
  }
}

static void make_text(CxTypesetter *setter, CxFrame *frame) {
  const CxBlock *block = frame->block;
  const CxFontStyle *font = &setter->theme->fonts[block->font];
  frame->shaped = shape(setter, &block->phrase, block->font, cx_frame_tail(setter, block));
  frame->line = frame->shaped->is_tall || setter->is_tall ? font->line_tall : font->line;
  frame->natural = frame->shaped->natural;
  const double longest = block->max_width > 0 ? MIN(LONGEST_WORD, block->max_width) : LONGEST_WORD;
  frame->smallest = MAX(MIN(frame->shaped->smallest, longest), frame->shaped->least);
  frame->smallest = MAX(frame->smallest, MIN(frame->natural, block->keeps));
  if (frame->shaped->length == 0 && block->marks.count > 0) /* marks alone */
    frame->natural = frame->smallest =
        cx_frame_tail(setter, block) - setter->theme->sizes.evidence_gap + setter->theme->sizes.evidence_radius;
  shape_marks(setter, frame);
}

double cx_gaps(double gap, size_t count) {
  return count > 1 ? gap * (double)(count - 1) : 0;
}

static double children_gaps(const CxFrame *frame) {
  return cx_gaps(frame->block->gap, frame->children.count);
}

static void make_row(CxFrame *frame, bool wraps) {
  double widest = 0;
  for (size_t i = 0; i < frame->children.count; i++) {
    const CxFrame *child = frame->children.items[i];
    frame->natural += child->natural;
    frame->smallest += child->smallest;
    widest = MAX(widest, child->smallest);
  }
  frame->natural += children_gaps(frame);
  frame->smallest = wraps ? widest : frame->smallest + children_gaps(frame);
}

/* The row's children widen the columns of its table; the rows are measured when all of them are made. */
static void join_table(CxTypesetter *setter, CxFrame *row) {
  const gpointer table = GSIZE_TO_POINTER(row->block->table);
  row->columns = g_hash_table_lookup(setter->tables, table);
  if (row->columns == NULL) {
    row->columns = cx_new(setter->arena, CxTableColumns);
    g_hash_table_insert(setter->tables, table, row->columns);
  }
  for (size_t i = 0; i < row->children.count; i++) {
    if (i == row->columns->natural.count) {
      cx_list_add(setter->arena, &row->columns->natural);
      cx_list_add(setter->arena, &row->columns->smallest);
    }
    double *natural = &row->columns->natural.items[i], *smallest = &row->columns->smallest.items[i];
    *natural = MAX(*natural, row->children.items[i]->natural);
    *smallest = MAX(*smallest, row->children.items[i]->smallest);
  }
}

static void make_stack(CxFrame *frame) {
  for (size_t i = 0; i < frame->children.count; i++) {
    frame->natural = MAX(frame->natural, frame->children.items[i]->natural);
    frame->smallest = MAX(frame->smallest, frame->children.items[i]->smallest);
  }
  const double columns = frame->block->column_min > 0 ? 1 : (double)cx_stack_columns(frame, 0);
  frame->natural = frame->natural * columns + (columns - 1) * frame->block->gap;
  frame->smallest = frame->smallest * columns + (columns - 1) * frame->block->gap;
}

double cx_disc_width(const CxTypesetter *setter, const CxBlock *block) {
  const double halo = block->kind == CX_BLOCK_FACE ? setter->theme->sizes.face_halo : 0;
  return 2 * (block->size + halo) * cx_outline_extent(cx_curve_outline(block->series));
}

static double leaf_width(const CxTypesetter *setter, const CxBlock *block) {
  switch (block->kind) {
  case CX_BLOCK_FACE:
  case CX_BLOCK_PORTRAIT: return cx_disc_width(setter, block);
  case CX_BLOCK_DISC: return 2 * block->size;
  case CX_BLOCK_RULE: return setter->theme->sizes.hair;
  case CX_BLOCK_IMAGE: return block->size > 0 ? block->size : 96;
  case CX_BLOCK_DIVIDER: return 0;
  case CX_BLOCK_ICON:
  case CX_BLOCK_SAMPLE:
  case CX_BLOCK_ARROW:
  case CX_BLOCK_METER:
  case CX_BLOCK_TEXT:
  case CX_BLOCK_STACK:
  case CX_BLOCK_ROW:
  case CX_BLOCK_FLOW:
  case CX_BLOCK_SPLIT:
  case CX_BLOCK_GRID:
  case CX_BLOCK_CURVE:
  case CX_BLOCK_AREAS:
  case CX_BLOCK_CHART:
  case CX_BLOCK_DIAGRAM:
  case CX_BLOCK_TREE:
  case CX_BLOCK_MATRIX: break;
  }
  return block->size;
}

static void set_widths(CxTypesetter *setter, CxFrame *frame) {
  switch (frame->block->kind) {
  case CX_BLOCK_TEXT: make_text(setter, frame); break;
  case CX_BLOCK_STACK: make_stack(frame); break;
  case CX_BLOCK_ROW:
    make_row(frame, false);
    if (frame->block->table > 0) join_table(setter, frame);
    break;
  case CX_BLOCK_FLOW:
  case CX_BLOCK_SPLIT: make_row(frame, true); break;
  case CX_BLOCK_GRID: cx_grid_prepare(setter, frame); break;
  case CX_BLOCK_CURVE: cx_curve_prepare(setter, frame); break;
  case CX_BLOCK_AREAS: cx_areas_prepare(setter, frame); break;
  case CX_BLOCK_CHART: cx_chart_prepare(setter, frame); break;
  case CX_BLOCK_MATRIX: cx_matrix_prepare(setter, frame); break;
  case CX_BLOCK_DIAGRAM: cx_diagram_prepare(setter, frame); break;
  case CX_BLOCK_TREE: cx_tree_prepare(setter, frame); break;
  case CX_BLOCK_DISC:
    if (frame->block->phrase.text != NULL) frame->shaped = shape(setter, &frame->block->phrase, frame->block->font, 0);
    frame->natural = frame->smallest = leaf_width(setter, frame->block);
    break;
  case CX_BLOCK_PORTRAIT:
    if (frame->block->phrase.text != NULL) frame->shaped = shape(setter, &frame->block->phrase, CX_FONT_INITIALS, 0);
    frame->natural = frame->smallest = leaf_width(setter, frame->block);
    break;
  case CX_BLOCK_ICON:
  case CX_BLOCK_FACE:
  case CX_BLOCK_SAMPLE:
  case CX_BLOCK_METER:
  case CX_BLOCK_IMAGE:
  case CX_BLOCK_DIVIDER:
  case CX_BLOCK_ARROW:
  case CX_BLOCK_RULE: frame->natural = frame->smallest = leaf_width(setter, frame->block); break;
  }
}

static void apply_limits(const CxTypesetter *setter, CxFrame *frame) {
  const CxBlock *block = frame->block;
  const CxInsets padding = cx_frame_padding(setter, block);
  frame->natural += padding.left + padding.right;
  frame->smallest += padding.left + padding.right;
  if (setter->theme->looks[block->look].shape == CX_SHAPE_DIAMOND) frame->smallest = cx_diamond_width(frame->smallest);
  if (frame->badge != NULL) frame->smallest = MAX(frame->smallest, frame->badge->smallest);
  if (block->max_width > 0) frame->natural = MIN(frame->natural, MAX(block->max_width, frame->smallest));
  frame->smallest = MAX(frame->smallest, block->min_width);
  frame->natural = MAX(frame->natural, frame->smallest);
}

CxFrame *cx_frame_new(CxTypesetter *setter, const CxBlock *block) {
  CxFrame *frame = g_hash_table_lookup(setter->frames, block);
  if (frame != NULL) return frame;
  frame = cx_new(setter->arena, CxFrame);
  frame->block = block;
  frame->has_columns = block->kind == CX_BLOCK_GRID || block->kind == CX_BLOCK_CURVE;
  for (size_t i = 0; i < block->children.count; i++) {
    CxFrame *child = cx_frame_new(setter, block->children.items[i]);
    *cx_list_add(setter->arena, &frame->children) = child;
    frame->has_columns = frame->has_columns || child->has_columns;
  }
  if (block->badge != NULL) frame->badge = cx_frame_new(setter, block->badge);
  set_widths(setter, frame);
  apply_limits(setter, frame);
  if (!frame->has_columns) g_hash_table_insert(setter->frames, (gpointer)block, frame);
  return frame;
}
