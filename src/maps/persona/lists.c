/* All lists of a persona, for questions that concern every one of them. */
#include "persona.h"

/* Those that the card shows first, then those of the empathy map alone. */
enum { LISTS = 18, CARD_LISTS = 12 };

static void all_lists(const CxPersona *persona, const CxItems *lists[LISTS]) {
  const CxItems *const all[LISTS] = {
      &persona->goals,        &persona->needs,       &persona->expectations, &persona->motivations, &persona->pains,
      &persona->challenges,   &persona->fears,       &persona->gains,        &persona->triggers,    &persona->tools,
      &persona->consequences, &persona->mitigations, &persona->says,         &persona->thinks,      &persona->does,
      &persona->feels,        &persona->sees,        &persona->hears};
  for (size_t i = 0; i < LISTS; i++) lists[i] = all[i];
}

bool cx_persona_is_backed(const CxPersona *persona) {
  const CxItems *lists[LISTS];
  all_lists(persona, lists);
  if (persona->evidence.count > 0) return true;
  for (size_t i = 0; i < LISTS; i++)
    for (size_t k = 0; k < lists[i]->count; k++)
      if (lists[i]->items[k]->evidence.count > 0) return true;
  return false;
}

bool cx_persona_has_more(const CxPersona *persona) {
  const CxItems *lists[LISTS];
  all_lists(persona, lists);
  for (size_t i = 0; i < CARD_LISTS; i++)
    if (lists[i]->count > 0) return true;
  const CxText *const texts[] = {&persona->headline, &persona->about, &persona->owner};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (cx_is_given(texts[i])) return true;
  return persona->kind == CX_PERSONA_ANTI || persona->demographics.count > 0 || persona->traits.count > 0 ||
         persona->brands.count > 0 || persona->channels.count > 0 || persona->evidence.count > 0 ||
         persona->date.year != 0;
}
