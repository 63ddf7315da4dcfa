/* model: segments, personas and anti-personas. */
#ifndef CXMAP_MODEL_PEOPLE_H
#define CXMAP_MODEL_PEOPLE_H

#include "cxmap/model/items.h"

typedef struct CxSegment {
  CxObject object;
  CxText name, description;
  CxText share;
  CxRefs personas; /* CxPersona */
} CxSegment;

/* ---- Personas ----------------------------------------------------------------------------------------- */

typedef enum CxPersonaKind { CX_PERSONA_TYPICAL, CX_PERSONA_ANTI } CxPersonaKind;
typedef enum CxAntiType { CX_ANTI_NONE, CX_ANTI_DETRACTOR, CX_ANTI_MISUSER } CxAntiType;

typedef struct CxPersona {
  CxObject object;
  CxText name;
  CxPersonaKind kind;
  CxAntiType type;
  CxText role;
  CxRef segment; /* CxSegment */
  CxFile photo;
  CxText headline, quote, about;
  CxNamedTexts demographics;
  CxNamedNumbers traits; /* 0 … 1 */
  CxItems goals, needs, expectations, motivations, pains, challenges, fears, gains;
  CxTexts brands;
  CxNamedNumbers channels; /* 0 … 5, by channel id */
  CxItems says, thinks, does, feels, sees, hears;
  CxItems triggers, tools, consequences, mitigations;
  CxNumber likelihood, severity;
  CxRefs evidence;
  CxText owner;
  CxDate date;
} CxPersona;

#endif
