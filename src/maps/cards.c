/* Cards, chips and bullets: how an item of the model looks in a cell. */
#include "composer.h"

CxBlock *cx_compose_tags(CxComposer *composer, const CxTexts *tags) {
  CxArena *arena = composer->arena;
  CxBlock *flow = cx_block_new(arena, CX_BLOCK_FLOW, NULL);
  flow->gap = 4;
  flow->row_gap = 3;
  for (size_t i = 0; i < tags->count; i++) {
    CxBlock *pill = cx_block_new(arena, CX_BLOCK_STACK, NULL);
    pill->look = CX_LOOK_PILL;
    cx_block_add(arena, pill,
                 cx_block_text(arena, "tag", cx_phrase(composer, &tags->items[i]), CX_FONT_META_PLAIN, CX_PAINT_MUTED));
    cx_block_add(arena, flow, pill);
  }
  return flow;
}

/* A known status has a mark and is a word of the map's language, any other text stays as it is. */
static const struct {
  const char *word, *icon;
  CxWordKey key;
} statuses[] = {{"idea", "status-idea", CX_WORD_STATUS_IDEA},
                {"planned", "status-planned", CX_WORD_STATUS_PLANNED},
                {"doing", "status-doing", CX_WORD_STATUS_DOING},
                {"done", "status-done", CX_WORD_STATUS_DONE},
                {"dropped", "status-dropped", CX_WORD_STATUS_DROPPED}};

static size_t find_status(const CxText *status) {
  size_t i = 0;
  while (i < G_N_ELEMENTS(statuses) && g_strcmp0(status->text, statuses[i].word) != 0) i++;
  return i;
}

CxPhrase cx_phrase_status(const CxComposer *composer, const CxText *status) {
  const size_t known = find_status(status);
  return known < G_N_ELEMENTS(statuses) ? cx_phrase_word(composer, statuses[known].key) : cx_phrase(composer, status);
}

CxPhrase cx_phrase_solves(const CxComposer *composer, const CxItem *item) {
  const CxWhy *why = item->solves.object;
  if (why == NULL) return (CxPhrase){0};
  return cx_phrase_filled(composer, CX_WORD_SOLVES, cx_phrase(composer, &why->title).text, NULL);
}

static const char *rating_text(CxComposer *composer, CxWordKey key, const CxNumber *number) {
  if (!number->is_given) return NULL;
  char digits[CX_NUMBER_LENGTH];
  return cx_phrase_filled(composer, key, cx_number_format(number->value, 1, digits), NULL).text;
}

/* Both ratings stay on one line. */
static const char *ratings_text(CxComposer *composer, const CxItem *item) {
  const char *impact = rating_text(composer, CX_WORD_IMPACT, &item->impact);
  const char *effort = rating_text(composer, CX_WORD_EFFORT, &item->effort);
  if (impact == NULL || effort == NULL) return impact != NULL ? impact : effort;
  char **words = g_strsplit(cx_arena_printf(composer->arena, "%s · %s", impact, effort), " ", -1);
  char *joined = g_strjoinv("\u00a0", words);
  const char *text = cx_arena_strdup(composer->arena, joined);
  g_strfreev(words);
  g_free(joined);
  return text;
}

static CxBlock *compose_foot_text(CxComposer *composer, CxPhrase phrase, CxHue hue) {
  CxBlock *text = cx_block_text(composer->arena, "foot", phrase, CX_FONT_META, CX_PAINT_MARK);
  text->hue = hue;
  return text;
}

static CxBlock *compose_foot_part(CxComposer *composer, const char *icon, CxPhrase phrase, CxHue hue) {
  CxBlock *part = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  part->gap = 3;
  cx_block_add(composer->arena, part, cx_block_icon(composer->arena, icon, 8, CX_PAINT_MARK, hue));
  cx_block_add(composer->arena, part, compose_foot_text(composer, phrase, hue))->grow = 1;
  return part;
}

/* Owner · impact 5 · effort 2 · due June, with the pill of a wait before it, duration and status behind it. */
static CxBlock *compose_foot(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  const CxHue hue = style->hue != CX_HUE_NONE ? style->hue : CX_HUE_ACTION;
  CxBlock *foot = cx_block_new(composer->arena, CX_BLOCK_FLOW, NULL);
  foot->gap = 7;
  foot->row_gap = 2;
  foot->align = CX_ALIGN_CENTRE;
  const size_t status = find_status(&item->status);
  const bool is_wait = item->mark == CX_MARK_WAIT, is_known = status < G_N_ELEMENTS(statuses);
  const CxPhrase duration = cx_phrase(composer, &item->duration);
  CxPhrase line = cx_phrase(composer, &item->owner);
  cx_join(composer, &line, ratings_text(composer, item));
  cx_join(composer, &line, cx_phrase_solves(composer, item).text);
  if (cx_is_given(&item->due))
    cx_join(composer, &line, cx_phrase_filled(composer, CX_WORD_DUE, cx_phrase(composer, &item->due).text, NULL).text);
  if (!is_known) cx_join(composer, &line, cx_phrase(composer, &item->status).text);
  if (line.lang == NULL) line.lang = composer->lang;
  if (duration.text != NULL && is_wait && !style->is_node)
    cx_block_add(composer->arena, foot, cx_compose_wait(composer, duration));
  if (line.text != NULL)
    cx_block_add(composer->arena, foot, compose_foot_text(composer, line, hue))->link =
        cx_link_to(composer, item->solves.object, NULL);
  if (duration.text != NULL && !is_wait)
    cx_block_add(composer->arena, foot, compose_foot_part(composer, "clock", duration, hue));
  if (is_known)
    cx_block_add(
        composer->arena, foot,
        compose_foot_part(composer, statuses[status].icon, cx_phrase_word(composer, statuses[status].key), hue));
  if (foot->children.count == 0) return NULL;
  const bool is_text = foot->children.count == 1 && foot->children.items[0]->kind == CX_BLOCK_TEXT;
  return is_text ? foot->children.items[0] : foot;
}

CxBlock *cx_compose_image(CxComposer *composer, const CxFile *file, size_t columns) {
  CxBlock *image = cx_block_new(composer->arena, CX_BLOCK_IMAGE, "image");
  image->path = file->path;
  image->name = file->text;
  image->ratio = 4.0 / 3;
  image->columns = columns;
  image->gap = 2 * composer->theme->sizes.cell_inset;
  return image;
}

/* The parts of a card under each other. */
static CxBlock *compose_parts(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  CxArena *arena = composer->arena;
  CxBlock *parts = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  if (item->image.path != NULL) cx_block_add(arena, parts, cx_compose_image(composer, &item->image, style->columns));
  if (cx_is_given(&item->text)) {
    CxPhrase phrase = cx_phrase(composer, &item->text);
    if (style->is_quote) phrase = cx_phrase_unquoted(composer, phrase);
    const CxPaint paint = style->look == CX_LOOK_CARD ? CX_PAINT_CARD_TEXT : CX_PAINT_INK;
    const CxFont font = style->font != 0 ? style->font : CX_FONT_ITEM;
    CxBlock *text = cx_block_add(arena, parts, cx_block_text(arena, "item", phrase, font, paint));
    text->link = item->link;
    text->before = item->image.path != NULL ? 3 : 0;
    cx_cite(composer, text, &item->evidence);
  }
  if (cx_is_given(&item->note))
    cx_block_add(arena, parts,
                 cx_block_text(arena, "note", cx_phrase(composer, &item->note), CX_FONT_NOTE, CX_PAINT_MUTED));
  if (item->tags.count > 0) cx_block_add(arena, parts, cx_compose_tags(composer, &item->tags))->before = 3;
  CxBlock *foot = cx_block_add(arena, parts, compose_foot(composer, item, style));
  if (foot != NULL && foot->kind != CX_BLOCK_TEXT) foot->before = 2.5;
  return parts;
}

/* Whether the item's mark stands before its text: a wait with its time stands in the foot. */
static bool has_sign(const CxItem *item) {
  return item->mark != CX_MARK_NONE && (item->mark != CX_MARK_WAIT || !cx_is_given(&item->duration));
}

/* One of the theme's, or an image; NULL where none was given. */
static CxBlock *compose_icon(CxComposer *composer, const CxIconRef *icon, double size, CxHue hue) {
  if (icon->name == NULL && icon->file.path == NULL) return NULL;
  const char *name = icon->name != NULL ? icon->name : icon->file.text;
  CxBlock *block = cx_block_icon(composer->arena, name, size, CX_PAINT_MARK, hue);
  block->path = icon->file.path;
  return block;
}

/* What stands before the text: the icon of the item or of its lane, and the sign of the item's mark; or NULL. */
static CxBlock *compose_marks(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  const double size = composer->theme->sizes.mark_icon;
  CxBlock *icon = compose_icon(composer, &item->icon, size, style->hue);
  if (icon == NULL) icon = compose_icon(composer, &(CxIconRef){.name = style->mark}, size, style->hue);
  if (style->is_node || !has_sign(item)) return icon;
  CxBlock *sign = cx_compose_sign(composer, item->mark, size, style->hue != CX_HUE_NONE ? style->hue : CX_HUE_ACTION);
  if (icon == NULL || g_strcmp0(icon->name, sign->name) == 0) return sign;
  CxBlock *marks = cx_block_new(composer->arena, CX_BLOCK_STACK, NULL);
  marks->gap = 3;
  cx_block_add(composer->arena, marks, icon)->before = (composer->theme->fonts[CX_FONT_ITEM].line - size) / 2;
  cx_block_add(composer->arena, marks, sign);
  return marks;
}

static void set_texts(CxBlock *block, bool is_decision) {
  if (block->kind == CX_BLOCK_TEXT) {
    if (is_decision && block->font == CX_FONT_ITEM) block->font = CX_FONT_STEP;
    if (is_decision) block->align = CX_ALIGN_CENTRE;
    block->is_balanced = true;
  }
  for (size_t i = 0; i < block->children.count; i++) set_texts(block->children.items[i], is_decision);
}

/* A card that arrows may reach. */
static void make_node(CxComposer *composer, CxBlock *card, const CxItem *item) {
  set_texts(card, item->mark == CX_MARK_DECISION);
  if (item->mark == CX_MARK_DECISION) {
    card->look = CX_LOOK_DECISION;
    card->min_width = composer->theme->sizes.decision_width;
    card->min_height = composer->theme->sizes.decision_height;
    cx_show(composer, card, CX_SIGNS(CX_SIGN_DECISION));
    return;
  }
  card->min_height = composer->theme->sizes.blueprint_card;
  card->is_middle = true;
  card->badge = cx_compose_badge(composer, item);
}

CxBlock *cx_compose_card(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  CxArena *arena = composer->arena;
  CxBlock *parts = compose_parts(composer, item, style), *card = parts;
  CxBlock *marks = compose_marks(composer, item, style);
  if (marks != NULL) {
    card = cx_block_new(arena, CX_BLOCK_ROW, NULL);
    card->gap = composer->theme->sizes.mark_indent - composer->theme->sizes.mark_icon;
    cx_block_add(arena, card, marks);
    parts->grow = 1;
    cx_block_add(arena, card, parts);
  }
  card->role = "card";
  if (!cx_is_given(&item->text)) card->link = item->link;
  card->look = style->look;
  card->hue = style->hue;
  card->ref = item->object.id;
  if (item->mark != CX_MARK_NONE)
    card->title = cx_phrase_word(composer, CX_WORD_MARK_FAIL + (CxWordKey)item->mark - CX_MARK_FAIL).text;
  if (style->is_node) make_node(composer, card, item);
  return card;
}

/* ---- Touchpoints -------------------------------------------------------------------------------------------- */

/* Its own icon, or its channel's; that of a built-in channel has the channel's name. */
CxBlock *cx_compose_touchpoint_icon(CxComposer *composer, const CxTouchpoint *touchpoint, double size) {
  const CxChannel *channel = touchpoint->channel.object;
  const CxIconRef other = {.name = "other"};
  const CxIconRef *const icons[] = {&touchpoint->icon, channel != NULL ? &channel->icon : &other, &other};
  CxBlock *block = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(icons) && block == NULL; i++)
    block = compose_icon(composer, icons[i], size, CX_HUE_TOUCHPOINT);
  return block;
}

CxBlock *cx_compose_chip(CxComposer *composer, const CxTouchpoint *touchpoint) {
  CxArena *arena = composer->arena;
  CxBlock *chip = cx_block_new(arena, CX_BLOCK_ROW, "chip");
  chip->ref = touchpoint->object.id;
  chip->look = CX_LOOK_CHIP;
  chip->hue = CX_HUE_TOUCHPOINT;
  chip->gap = 4;
  cx_block_add(arena, chip, cx_compose_touchpoint_icon(composer, touchpoint, composer->theme->sizes.chip_icon));
  CxBlock *text =
      cx_block_text(arena, "item", cx_phrase(composer, &touchpoint->name), CX_FONT_NOTE, CX_PAINT_CARD_TEXT);
  text->grow = 1;
  cx_cite(composer, text, &touchpoint->evidence);
  cx_block_add(arena, chip, text);
  return chip;
}

/* ---- Bullets ------------------------------------------------------------------------------------------------ */

CxBlock *cx_compose_bullet(CxComposer *composer, const CxItem *item, const CxBulletStyle *style) {
  const CxCardStyle plain = {.look = CX_LOOK_PLAIN, .font = style->is_large ? CX_FONT_BODY : 0};
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = style->is_large ? 5 : 4;
  CxBlock *icon = compose_icon(composer, &item->icon, composer->theme->sizes.mark_icon, CX_HUE_ACTION);
  if (icon == NULL && has_sign(item)) icon = cx_compose_sign(composer, item->mark, 9, CX_HUE_ACTION);
  if (icon == NULL) icon = cx_block_icon(arena, "bullet", 5, style->paint, style->hue);
  cx_block_add(arena, row, icon);
  cx_block_add(arena, row, compose_parts(composer, item, &plain))->grow = 1;
  return row;
}

CxBlock *cx_compose_bullets(CxComposer *composer, const CxItems *items) {
  static const CxBulletStyle style = {.paint = CX_PAINT_ACCENT};
  CxBlock *list = cx_block_new(composer->arena, CX_BLOCK_STACK, NULL);
  for (size_t i = 0; i < items->count; i++)
    cx_block_add(composer->arena, list, cx_compose_bullet(composer, items->items[i], &style));
  return list;
}
