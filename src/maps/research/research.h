/* Private to this room: what research brings in: interviews, statistics, segments. */
#ifndef CXMAP_MAPS_RESEARCH_H
#define CXMAP_MAPS_RESEARCH_H

#include "../composer.h"
#include "../kinds.h"

/* ---- research.c ------------------------------------------------------------------------------------------- */
const CxObject *cx_interviews_definition(const CxModel *model, size_t index);
const CxObject *cx_document_definition(const CxModel *model, size_t index); /* of what there is one in a document */

/* The question of a guide with this number, from 1; the closing ones follow the others. */
CxPhrase cx_guide_question(const CxComposer *composer, const CxGuide *guide, size_t number);

/* How much room a text takes in a line, about: letters count 1, wide characters 2. */
size_t cx_text_extent(const char *text);

/* A line across, in a box of this height. */
CxBlock *cx_compose_line(CxComposer *composer, CxStrokeName stroke, double height);

/* ---- themes.c: what was said, put together by what it is about -------------------------------------------- */
typedef struct CxMention {
  const CxSession *session;
  const CxAnswer *answer;
} CxMention;

typedef CX_LIST(CxMention) CxMentions;

/* A theme with its answers, a text with those who gave it. */
typedef struct CxSaid {
  CxPhrase text; /* text NULL: no theme */
  CxMentions mentions;
} CxSaid;

typedef CX_LIST(CxSaid) CxSaids;

/* The themes of all answers, most mentioned first, then what has none; answers to closing questions are in it only
 * where they have a theme. */
void cx_themes_collect(CxComposer *composer, const CxInterviews *interviews, CxSaids *themes);

/* The different answers to each closing question, most given first: a list for each in `answers`. */
void cx_closing_collect(CxComposer *composer, const CxInterviews *interviews, CxSaids *answers);

#endif
