/* The sections of a persona's card: a heading over a list, and how they stand in two columns.
 *
 * Sections come in lines, whose headings stand at one height: two of about the same length side by side, a long one
 * beside as many short ones as make up for it; one that would fill the card, or a long one that is left alone, takes
 * the whole width. How high they are is guessed from the lengths of their texts, since texts are measured by the
 * layout; a wrong guess costs some white space.
 */
#include "persona.h"

static const double COLUMN = 262, COLUMN_LEAST = 190, COLUMN_GAP = 24; /* points */
static const double SECTION_GAP = 20;                                  /* between sections, under each other */
static const double ICON = 14, HEADING = 28; /* its size; from a heading's top to the first entry */
static const double GAP = 5;                 /* between entries */
static const double LONG = 400;              /* a section of this height takes the whole width */
static const size_t MANY = 4;                /* entries of such a section are in two columns */
static const double SUBHEADING = 17.5;       /* a small heading with its gaps */
static const double EVEN = 44;               /* columns that differ by less than this count as equally high */

static double guess_text(CxPhrase phrase, double size, double line, double width) {
  if (phrase.text == NULL) return 0;
  double lines = 1;
  for (const char *p = phrase.text; *p != '\0'; p++) lines += *p == '\n' ? 1 : 0;
  return line * (lines + (double)(size_t)(cx_phrase_ems(&phrase) * size / width));
}

/* ---- Entries ------------------------------------------------------------------------------------------------ */

static double guess_item(const CxPersonaComposer *composer, const CxItem *item) {
  const CxComposer *base = &composer->base;
  const double width = COLUMN - 10;
  const bool has_foot = cx_is_given(&item->owner) || cx_is_given(&item->status) || cx_is_given(&item->due) ||
                        cx_is_given(&item->duration);
  return guess_text(cx_phrase(base, &item->text), 10, 14, width) +
         guess_text(cx_phrase(base, &item->note), 8.5, 11.5, width) + (item->tags.count > 0 ? 18 : 0) +
         (has_foot ? 13 : 0) + (item->image.path != NULL ? 3 * COLUMN / 4 : 0);
}

/* What is the accent elsewhere is the warning tone on the card of an anti-persona. */
static CxPaint tone(const CxPersonaComposer *composer, CxPaint paint) {
  return composer->is_anti && paint == CX_PAINT_ACCENT ? CX_PAINT_WARN : paint;
}

static CxBulletStyle bullet_style(const CxPersonaComposer *composer, const CxSectionStyle *style) {
  const CxPaint paint = tone(composer, style->paint);
  const bool is_quiet = paint == CX_PAINT_ACCENT;
  return (CxBulletStyle){.paint = is_quiet ? CX_PAINT_STRONG : paint, .hue = style->hue, .is_large = true};
}

/* A small heading stands with the first of what it is over. */
static CxBlock *headed(CxPersonaComposer *composer, CxWordKey heading, CxBlock *entry) {
  CxComposer *base = &composer->base;
  CxBlock *stack = cx_stack_new(base);
  CxBlock *text = cx_block_text(base->arena, "subheading", cx_phrase_word(base, heading), CX_FONT_META, CX_PAINT_MUTED);
  cx_stack_add(base, stack, text, 4);
  cx_stack_add(base, stack, entry, 3);
  return stack;
}

void cx_section_items(CxPersonaComposer *composer, CxSectionEntries *entries, const CxSectionStyle *style,
                      CxWordKey heading, const CxItems *items) {
  const CxBulletStyle bullet = bullet_style(composer, style);
  for (size_t i = 0; i < items->count; i++) {
    CxBlock *entry = cx_compose_bullet(&composer->base, items->items[i], &bullet);
    if (i == 0 && heading != CX_WORD_END) {
      entry = headed(composer, heading, entry);
      entry->is_whole = guess_item(composer, items->items[i]) < LONG;
      entries->height += SUBHEADING;
    }
    *cx_list_add(composer->base.arena, &entries->blocks) = entry;
    entries->height += guess_item(composer, items->items[i]) + GAP;
  }
}

/* ---- A section ---------------------------------------------------------------------------------------------- */

static CxBlock *compose_heading(CxPersonaComposer *composer, const CxSectionStyle *style) {
  CxComposer *base = &composer->base;
  CxBlock *row = cx_block_new(base->arena, CX_BLOCK_ROW, NULL);
  row->gap = 6;
  row->align = CX_ALIGN_CENTRE;
  cx_block_add(base->arena, row,
               cx_block_icon(base->arena, style->icon, ICON, tone(composer, style->paint), style->hue));
  CxBlock *text = cx_block_text(base->arena, "heading", cx_phrase_word(base, style->title), CX_FONT_LANE, CX_PAINT_INK);
  text->is_heading = true;
  text->grow = 1;
  cx_block_add(base->arena, row, text);
  return row;
}

/* Entries from `first` to before `end` in two columns, row by row. */
static CxBlock *compose_columns(CxPersonaComposer *composer, const CxSectionEntries *entries, size_t first,
                                size_t end) {
  CxBlock *columns = cx_stack_new(&composer->base);
  columns->columns = 2;
  columns->column_min = COLUMN_LEAST;
  columns->gap = COLUMN_GAP;
  columns->row_gap = entries->gap;
  for (size_t i = first; i < end; i++) cx_block_add(composer->base.arena, columns, entries->blocks.items[i]);
  return columns;
}

/* Heading and hairline stay with the first entry, unless that may need a page of its own. */
static CxBlock *compose_top(CxPersonaComposer *composer, const CxSectionStyle *style, CxBlock *first) {
  CxComposer *base = &composer->base;
  CxBlock *top = cx_stack_new(base), *line = cx_block_new(base->arena, CX_BLOCK_DIVIDER, "line");
  line->stroke = CX_STROKE_HAIR;
  cx_stack_add(base, top, compose_heading(composer, style), 0);
  cx_stack_add(base, top, line, 6);
  cx_stack_add(base, top, first, 8);
  return top;
}

static CxBlock *compose_section(CxPersonaComposer *composer, const CxSectionStyle *style,
                                const CxSectionEntries *entries, bool has_columns) {
  CxArena *arena = composer->base.arena;
  const size_t count = entries->blocks.count, first = has_columns ? 2 : 1;
  CxBlock *section = cx_block_new(arena, CX_BLOCK_STACK, "section");
  section->id = style->id;
  section->title = cx_phrase_word(&composer->base, style->title).text;
  section->gap = entries->gap;
  CxBlock *begin = has_columns ? compose_columns(composer, entries, 0, first) : entries->blocks.items[0];
  CxBlock *top = cx_block_add(arena, section, compose_top(composer, style, begin));
  top->is_whole = entries->height < LONG * (double)count;
  if (has_columns && count > first) cx_block_add(arena, section, compose_columns(composer, entries, first, count));
  for (size_t i = first; i < count && !has_columns; i++) cx_block_add(arena, section, entries->blocks.items[i]);
  return section;
}

static void add_blank(CxPersonaComposer *composer, CxSectionEntries *entries, const CxSectionStyle *style,
                      size_t lines) {
  CxBlock *hint = cx_compose_hint(composer, style->hint);
  if (hint != NULL) *cx_list_add(composer->base.arena, &entries->blocks) = hint;
  if (lines > 0) *cx_list_add(composer->base.arena, &entries->blocks) = cx_compose_writing_lines(composer, lines);
}

void cx_section_add(CxPersonaComposer *composer, CxSections *sections, const CxSectionStyle *style,
                    CxSectionEntries *entries, size_t lines) {
  if (composer->is_blank) add_blank(composer, entries, style, lines);
  if (entries->blocks.count == 0) return;
  if (entries->gap <= 0) entries->gap = GAP;
  const double height = HEADING + entries->height + SECTION_GAP;
  const bool is_long = !entries->is_table && height > LONG, has_columns = is_long && entries->blocks.count >= MANY;
  *cx_list_add(composer->base.arena, sections) =
      (CxSection){.block = compose_section(composer, style, entries, has_columns),
                  .height = is_long ? height / 2 : height,
                  .is_wide = is_long || entries->is_table};
}

/* ---- Columns ------------------------------------------------------------------------------------------------ */

static CxBlock *new_line(CxPersonaComposer *composer, CxBlock *content) {
  CxBlock *line = cx_stack_new(&composer->base);
  line->columns = 2;
  line->column_min = COLUMN_LEAST;
  line->gap = COLUMN_GAP;
  line->row_gap = SECTION_GAP;
  cx_stack_add(&composer->base, content, line, content->children.count > 0 ? SECTION_GAP - 4 : 0);
  return line;
}

/* How many of the sections from `first` on stand in the second column beside it. */
static size_t count_beside(const CxSections *sections, size_t first) {
  double height = 0;
  size_t count = 0;
  for (size_t i = first + 1; i < sections->count && !sections->items[i].is_wide; i++) {
    const double with = height + sections->items[i].height;
    if (count > 0 && with > sections->items[first].height + EVEN) break;
    height = with;
    count++;
    if (height > sections->items[first].height - EVEN) break;
  }
  return count;
}

/* How many stand under the first one, where that is shorter than the one beside it. */
static size_t count_under(const CxSections *sections, size_t first) {
  double height = sections->items[first].height;
  const double beside = sections->items[first + 1].height;
  size_t count = 0;
  for (size_t i = first + 2; i < sections->count && !sections->items[i].is_wide; i++, count++) {
    if (height > beside - EVEN || height + sections->items[i].height > beside + EVEN) break;
    height += sections->items[i].height;
  }
  return count;
}

static void add_column(CxPersonaComposer *composer, CxBlock *line, const CxSections *sections, const size_t *indices,
                       size_t count) {
  CxBlock *column = cx_stack_new(&composer->base);
  for (size_t i = 0; i < count; i++)
    cx_stack_add(&composer->base, column, sections->items[indices[i]].block, i > 0 ? SECTION_GAP : 0);
  cx_block_add(composer->base.arena, line, column);
}

/* What stands alone is as wide as the card where it is long, so that it gets lower. */
static bool is_short(const CxSection *section) {
  return !section->is_wide && section->height < 170;
}

/* One line of two columns; returns the section behind it. */
static size_t add_line(CxPersonaComposer *composer, CxBlock *content, const CxSections *sections, size_t first) {
  CxBlock *line = new_line(composer, content);
  const size_t beside = sections->items[first].is_wide ? 0 : count_beside(sections, first);
  const size_t under = beside == 1 ? count_under(sections, first) : 0;
  size_t *indices = g_new(size_t, sections->count), count = 0;
  indices[count++] = first;
  for (size_t i = 0; i < under; i++) indices[count++] = first + 2 + i;
  add_column(composer, line, sections, indices, count);
  for (size_t i = 0; i < beside; i++) indices[i] = first + 1 + i;
  if (beside > 0) add_column(composer, line, sections, indices, beside);
  if (beside == 0 && is_short(&sections->items[first])) add_column(composer, line, sections, indices, 0);
  g_free(indices);
  return first + 1 + beside + under;
}

void cx_sections_arrange(CxPersonaComposer *composer, CxBlock *content, const CxSections *sections) {
  for (size_t first = 0; first < sections->count;) first = add_line(composer, content, sections, first);
}
