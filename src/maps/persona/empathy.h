/* Private to maps. Empathy maps: boxes that a persona, a canvas or nobody yet has filled, composed on one of the two
 * canvases. A box that is empty keeps its title and its hint, and the room to write in. */
#ifndef CXMAP_MAPS_PERSONA_EMPATHY_H
#define CXMAP_MAPS_PERSONA_EMPATHY_H

#include "../composer.h"

/* In the order of their numbers on the extended canvas. */
typedef enum CxEmpathyPart {
  CX_EMPATHY_WHO,
  CX_EMPATHY_GOAL,
  CX_EMPATHY_SEES,
  CX_EMPATHY_SAYS,
  CX_EMPATHY_DOES,
  CX_EMPATHY_HEARS,
  CX_EMPATHY_THINKS, /* on the extended canvas thinks and feels, one after the other */
  CX_EMPATHY_FEELS,
  CX_EMPATHY_PAINS,
  CX_EMPATHY_GAINS,
  CX_EMPATHY_END,
} CxEmpathyPart;

typedef struct CxEmpathyBox {
  CxPhrase title, hint;    /* text NULL: the canvas' own */
  CX_LIST(CxPhrase) texts; /* sentences, over the items */
  CX_LIST(const CxItem *) items;
} CxEmpathyBox;

typedef struct CxEmpathy {
  CxEmpathyCanvas canvas;
  CxEmpathyBox boxes[CX_EMPATHY_END]; /* all zero: blank */
  const CxPersona *persona;           /* whose disc stands in the middle of the classic canvas; NULL: an empty one */
} CxEmpathy;

/* Fills the boxes. Of a canvas those whose ids are the names that its template gives them: who, goal, sees, says, does,
 * hears, thinks-and-feels (or thinks and feels), pains, gains. */
void cx_empathy_take_persona(CxComposer *composer, const CxPersona *persona, CxEmpathy *empathy);
void cx_empathy_take_canvas(CxComposer *composer, const CxCanvas *canvas, CxEmpathy *empathy);

/* The whole sheet. `owner` may be NULL. */
CxSheet *cx_compose_empathy(CxComposer *composer, const CxMap *map, const CxEmpathy *empathy, const CxText *owner);

#endif
