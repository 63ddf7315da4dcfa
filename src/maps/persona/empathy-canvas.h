/* Private to maps/persona. What both canvases of an empathy map are made of. */
#ifndef CXMAP_MAPS_PERSONA_EMPATHY_CANVAS_H
#define CXMAP_MAPS_PERSONA_EMPATHY_CANVAS_H

#include "empathy.h"

/* How a box is headed, and what its items look like. */
typedef struct CxEmpathyStyle {
  const char *id; /* of a canvas' box */
  CxWordKey title, hint;
  const char *icon;
  CxHue ground; /* of the box */
  CxCardStyle card;
  bool is_said; /* items are what somebody says: in quotation marks */
  bool is_list; /* items are sentences, without cards */
} CxEmpathyStyle;

extern const CxEmpathyStyle cx_empathy_extended_styles[CX_EMPATHY_END];
extern const CxEmpathyStyle cx_empathy_classic_styles[CX_EMPATHY_END];

/* A canvas being composed. Texts and items are composed once, and stand in every content that the sheet may have. Of
 * each box it shows the first `shown` texts and items; the others stand on later pages. */
typedef struct CxEmpathyMap {
  CxComposer *base;
  const CxEmpathy *empathy;
  CxBlocks units[CX_EMPATHY_END];
  size_t shown[CX_EMPATHY_END];
  bool is_bound; /* the paper has a size */
  bool is_tight; /* and is small, so that room is dear */
} CxEmpathyMap;

void cx_empathy_map_init(CxEmpathyMap *map, CxComposer *base, const CxEmpathy *empathy, const CxPaper *paper);
size_t cx_empathy_count(const CxEmpathyMap *map, CxEmpathyPart part); /* texts and items */
bool cx_empathy_is_warning(const CxEmpathyMap *map);                  /* it is an anti-persona's */
const CxEmpathyStyle *cx_empathy_style(const CxEmpathyMap *map, CxEmpathyPart part);
CxPhrase cx_empathy_title(const CxEmpathyMap *map, CxEmpathyPart part);
CxPhrase cx_empathy_hint(const CxEmpathyMap *map, CxEmpathyPart part);

/* A group for a box's content, and what stands in it. */
CxBlock *cx_empathy_region(const CxEmpathyMap *map, CxEmpathyPart part);
CxBlock *cx_empathy_number(const CxEmpathyMap *map, size_t number);
CxBlock *cx_empathy_hint_text(const CxEmpathyMap *map, CxEmpathyPart part); /* NULL where room is dear */
/* All that the box shows, in so many columns; how many stand on later pages, of these boxes together. NULL: none. */
CxBlock *cx_empathy_content(const CxEmpathyMap *map, CxEmpathyPart part, size_t columns, double column_min);
CxBlock *cx_empathy_more(const CxEmpathyMap *map, CxEmpathyPart first, CxEmpathyPart last);

/* A feeling: its face where the word is known, the word, and why. */
CxBlock *cx_empathy_feeling(CxComposer *composer, const CxItem *item, const CxCardStyle *style);
/* The face of a word for a feeling in one of the languages that there are words in; false where it is not known. */
bool cx_feeling_face(const char *word, CxFace *face, int *level);

/* ---- The canvases; what is left of the boxes, page after page (NULL: nothing) ----------------------------- */
CxBlock *cx_empathy_canvas(const CxEmpathyMap *map); /* the one that is asked for */
CxBlock *cx_empathy_extended(const CxEmpathyMap *map);
CxBlock *cx_empathy_classic(const CxEmpathyMap *map);
CxBlock *cx_empathy_rest(const CxEmpathyMap *map);

/* Adds contents that show less and less on the canvas and the rest behind it, and takes that from what `map` shows. */
void cx_empathy_loosen(CxEmpathyMap *map, CxBlocks *looser);

/* Whether the role of the persona, who has one, stands on the disc of the classic canvas. */
bool cx_empathy_shows_role(const CxEmpathyMap *map);

/* The canvas' numbers of the boxes, from 1; 0: it has none. */
size_t cx_empathy_number_of(const CxEmpathyMap *map, CxEmpathyPart part);

#endif
