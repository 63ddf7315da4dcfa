/* Whom a map tells apart: each persona has a place, which gives its colour and outline, and a disc; and the channels
 * that people use.
 */
#include "composer.h"

size_t cx_series_of(CxComposer *composer, const CxPersona *persona) {
  size_t i = 0;
  while (i < composer->personas.count && composer->personas.items[i] != persona) i++;
  if (i == composer->personas.count && persona != NULL) *cx_list_add(composer->arena, &composer->personas) = persona;
  return persona != NULL ? i : 0;
}

CxBlock *cx_compose_portrait(CxComposer *composer, const CxPersona *persona, size_t series, double radius) {
  CxBlock *portrait = cx_block_new(composer->arena, CX_BLOCK_PORTRAIT, "portrait");
  portrait->size = radius;
  portrait->series = series;
  if (persona->photo.path != NULL) {
    portrait->path = persona->photo.path;
    portrait->name = persona->photo.text;
  } else {
    portrait->phrase = cx_phrase_initials(composer, cx_phrase(composer, &persona->name));
  }
  return portrait;
}

CxPhrase cx_channel_name(const CxComposer *composer, const CxChannel *channel) {
  if (cx_is_given(&channel->name)) return cx_phrase(composer, &channel->name);
  return cx_phrase_word(composer, CX_WORD_CHANNEL_WEB + (CxWordKey)channel->place);
}

CxBlock *cx_compose_channel_icon(CxComposer *composer, const CxChannel *channel, double size, CxPaint paint) {
  const CxIconRef *icon = &channel->icon;
  const char *name = icon->name != NULL ? icon->name : icon->file.path != NULL ? icon->file.text : "other";
  CxBlock *block = cx_block_icon(composer->arena, name, size, paint, CX_HUE_NONE);
  block->path = icon->file.path;
  return block;
}
