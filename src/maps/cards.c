/* Cards, chips and bullets: how an item of the model looks in a cell. */
#include "composer.h"

static CxBlock *compose_tags(CxComposer *composer, const CxTexts *tags) {
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

/* A known status is a word of the map's language, any other text stays as it is. */
static const char *status_text(const CxComposer *composer, const CxText *status) {
  static const struct {
    const char *word;
    CxWordKey key;
  } known[] = {{"idea", CX_WORD_STATUS_IDEA},
               {"planned", CX_WORD_STATUS_PLANNED},
               {"doing", CX_WORD_STATUS_DOING},
               {"done", CX_WORD_STATUS_DONE},
               {"dropped", CX_WORD_STATUS_DROPPED}};
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_strcmp0(status->text, known[i].word) == 0) return cx_word(known[i].key, composer->lang, NULL);
  return cx_phrase(composer, status).text;
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

/* Owner · impact 5 · effort 2 · planned. */
static CxBlock *compose_foot(CxComposer *composer, const CxItem *item, CxHue hue) {
  CxPhrase line = cx_phrase(composer, &item->owner);
  if (item->mark != CX_MARK_NONE)
    cx_join(composer, &line, cx_phrase_word(composer, CX_WORD_MARK_FAIL + (CxWordKey)item->mark - CX_MARK_FAIL).text);
  cx_join(composer, &line, cx_phrase(composer, &item->duration).text);
  cx_join(composer, &line, ratings_text(composer, item));
  cx_join(composer, &line, status_text(composer, &item->status));
  if (line.text == NULL) return NULL;
  if (line.lang == NULL) line.lang = composer->lang;
  CxBlock *foot = cx_block_text(composer->arena, "foot", line, CX_FONT_META, CX_PAINT_MARK);
  foot->hue = hue != CX_HUE_NONE ? hue : CX_HUE_ACTION;
  return foot;
}

CxBlock *cx_compose_image(CxComposer *composer, const CxFile *file) {
  CxBlock *image = cx_block_new(composer->arena, CX_BLOCK_IMAGE, "image");
  image->path = file->path;
  image->name = file->text;
  image->ratio = 4.0 / 3;
  return image;
}

/* The parts of a card under each other. */
static CxBlock *compose_parts(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  CxArena *arena = composer->arena;
  CxBlock *parts = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  if (item->image.path != NULL) cx_block_add(arena, parts, cx_compose_image(composer, &item->image));
  if (cx_is_given(&item->text)) {
    CxPhrase phrase = cx_phrase(composer, &item->text);
    if (style->is_quote) phrase = cx_phrase_unquoted(composer, phrase);
    const CxPaint paint = style->look == CX_LOOK_CARD ? CX_PAINT_CARD_TEXT : CX_PAINT_INK;
    CxBlock *text = cx_block_add(arena, parts, cx_block_text(arena, "item", phrase, CX_FONT_ITEM, paint));
    text->link = item->link;
    cx_cite(composer, text, &item->evidence);
  }
  if (cx_is_given(&item->note))
    cx_block_add(arena, parts,
                 cx_block_text(arena, "note", cx_phrase(composer, &item->note), CX_FONT_NOTE, CX_PAINT_MUTED));
  if (item->tags.count > 0) cx_block_add(arena, parts, compose_tags(composer, &item->tags))->before = 3;
  cx_block_add(arena, parts, compose_foot(composer, item, style->hue));
  return parts;
}

/* One of the theme's, or an image; NULL where none was given. */
static CxBlock *compose_icon(CxComposer *composer, const CxIconRef *icon, double size, CxHue hue) {
  if (icon->name == NULL && icon->file.path == NULL) return NULL;
  const char *name = icon->name != NULL ? icon->name : icon->file.text;
  CxBlock *block = cx_block_icon(composer->arena, name, size, CX_PAINT_MARK, hue);
  block->path = icon->file.path;
  return block;
}

CxBlock *cx_compose_card(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  CxArena *arena = composer->arena;
  CxBlock *parts = compose_parts(composer, item, style), *card = parts;
  const CxSizes *sizes = &composer->theme->sizes;
  CxBlock *icon = compose_icon(composer, &item->icon, sizes->mark_icon, style->hue);
  if (icon == NULL) icon = compose_icon(composer, &(CxIconRef){.name = style->mark}, sizes->mark_icon, style->hue);
  if (icon != NULL) {
    card = cx_block_new(arena, CX_BLOCK_ROW, NULL);
    card->gap = sizes->mark_indent - sizes->mark_icon;
    cx_block_add(arena, card, icon);
    parts->grow = 1;
    cx_block_add(arena, card, parts);
  }
  card->role = "card";
  if (!cx_is_given(&item->text)) card->link = item->link;
  card->look = style->look;
  card->hue = style->hue;
  card->ref = item->object.id;
  return card;
}

/* ---- Touchpoints ------------------------------------------------------------------------------------------------ */

/* Its own icon, or its channel's; that of a built-in channel has the channel's name. */
static CxBlock *compose_channel_icon(CxComposer *composer, const CxTouchpoint *touchpoint) {
  const CxChannel *channel = touchpoint->channel.object;
  const CxIconRef other = {.name = "other"};
  const CxIconRef *const icons[] = {&touchpoint->icon, channel != NULL ? &channel->icon : &other, &other};
  CxBlock *block = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(icons) && block == NULL; i++)
    block = compose_icon(composer, icons[i], composer->theme->sizes.chip_icon, CX_HUE_TOUCHPOINT);
  return block;
}

CxBlock *cx_compose_chip(CxComposer *composer, const CxTouchpoint *touchpoint) {
  CxArena *arena = composer->arena;
  CxBlock *chip = cx_block_new(arena, CX_BLOCK_ROW, "chip");
  chip->ref = touchpoint->object.id;
  chip->look = CX_LOOK_CHIP;
  chip->hue = CX_HUE_TOUCHPOINT;
  chip->gap = 4;
  cx_block_add(arena, chip, compose_channel_icon(composer, touchpoint));
  CxBlock *text =
      cx_block_text(arena, "item", cx_phrase(composer, &touchpoint->name), CX_FONT_NOTE, CX_PAINT_CARD_TEXT);
  text->grow = 1;
  cx_cite(composer, text, &touchpoint->evidence);
  cx_block_add(arena, chip, text);
  return chip;
}

/* ---- Bullets
 * ---------------------------------------------------------------------------------------------------------- */

CxBlock *cx_compose_bullets(CxComposer *composer, const CxItems *items) {
  static const CxCardStyle plain = {.look = CX_LOOK_PLAIN};
  CxArena *arena = composer->arena;
  CxBlock *list = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  for (size_t i = 0; i < items->count; i++) {
    CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
    row->gap = 4;
    CxBlock *icon = compose_icon(composer, &items->items[i]->icon, composer->theme->sizes.mark_icon, CX_HUE_ACTION);
    if (icon == NULL) icon = cx_block_icon(arena, "bullet", 5, CX_PAINT_ACCENT, CX_HUE_NONE);
    cx_block_add(arena, row, icon);
    cx_block_add(arena, row, compose_parts(composer, items->items[i], &plain))->grow = 1;
    cx_block_add(arena, list, row);
  }
  return list;
}
