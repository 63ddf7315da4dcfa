/* Whom a map tells apart: each persona has a place, which gives its colour and outline, and a disc. */
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
