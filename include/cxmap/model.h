/* model: the definitions as structs, ids as pointers, and the rules between them.
 *
 * Knows nothing of drawing. Its tables (one file a definition, in src/model) say which keys exist.
 */
#ifndef CXMAP_MODEL_H
#define CXMAP_MODEL_H

#include "cxmap/model/graphs.h"
#include "cxmap/model/journey.h"
#include "cxmap/model/sheets.h"
#include "cxmap/model/theme.h"

#define CX_LIMIT_COLUMNS 2000 /* stages and steps of one map */
#define CX_LIMIT_MAPS 500     /* entries of `maps` */

/* ---- Maps: an entry of `maps` -------------------------------------------------------------------------------- */

typedef struct CxMapEntry {
  CxObject object; /* id: NULL where not given */
  /* What is drawn: one of these is given, or `view` names a view of the whole document. */
  CxRef journey, persona, flow, why, honeycomb, scorecard, canvas;
  bool is_of_interviews;    /* `view` is what `interviews` says */
  CxEmpathyCanvas drawn_on; /* the key `canvas` beside `persona`; 0: not given, the extended one */
  const char *view;         /* "journey", "blueprint" …; NULL: the first. Which there are is not checked here */
  CxSpan view_span;         /* of `view`, or of the value of `interviews` */
  CxText title, subtitle, note;
  const char *lang;           /* NULL: the document's */
  CxPaper paper;              /* name NULL: not given */
  const CxThemeChoice *theme; /* NULL: the document's */
  CxRefs personas;            /* empty: all. Each takes part in the journey */
  CxLaneChoices lanes;        /* empty: the journey's */
} CxMapEntry;

/* ---- The document ---------------------------------------------------------------------------------------- */

typedef struct CxModel {
  CxObject object;
  const char *stem; /* of the file's name, a legal id: id of the short form */
  CxText title;     /* always given: the stem where the file has none */
  CxText subtitle, author, version;
  CxText date_text; /* as written */
  CxDate date;      /* where that is a date */
  const char *lang; /* never NULL after cx_model_read */
  CxEmotionScale scale;
  CX_LIST(CxSegment *) segments;
  CX_LIST(CxPersona *) personas;
  CX_LIST(CxTouchpoint *) touchpoints;
  bool has_touchpoints;          /* the document has the section */
  CX_LIST(CxChannel *) channels; /* own ones and then the built-in ones */
  CX_LIST(CxEvidence *) evidence;
  CX_LIST(CxJourney *) journeys;
  CX_LIST(CxFlow *) flows;
  CX_LIST(CxWhy *) whys;
  CX_LIST(CxHoneycomb *) honeycombs;
  CX_LIST(CxScorecard *) scorecards;
  CX_LIST(CxCanvas *) canvases;
  CxVision *vision;         /* NULL: none */
  CxInterviews *interviews; /* NULL: none */
  CX_LIST(CxStatistic *) statistics;
  const CxThemeChoice *theme; /* NULL: none */
  CX_LIST(CxMapEntry *) maps; /* empty: the natural ones */
  CxFiles images;           /* every image that is named anywhere, as they were read, for whoever can look into them */
  CX_LIST(CxIconRef) icons; /* every built-in icon that is named */
} CxModel;

/* Decodes a document, resolves ids, checks the rules. `source` names the file (its stem). Never NULL; what could be
 * read is there, and problems are in `diagnostics`. */
CxModel *cx_model_read(CxArena *arena, const CxNode *document, const CxSource *source, const CxRoot *root,
                       CxDiagnostics *diagnostics);

/* The table of the top level, from which all others can be reached. */
extern const CxTable cx_table_document;

/* Where a score stands between the scale's ends: 0 … 1. */
double cx_scale_share(const CxEmotionScale *scale, double score);

/* A score's level on the five built-in ones, -2 … 2: the nearest of equal parts of the range. */
int cx_scale_level(const CxEmotionScale *scale, double score);

/* What part of a whole a text speaks of: "33 %", "1 in 3", "3人に1人". */
typedef struct CxShare {
  double part;   /* 0 … 1 */
  size_t people; /* so many of these are the part; 0: a percentage */
} CxShare;

/* False where a text is not surely a part of a whole: "+12 %", "3.4". NULL is fine. */
bool cx_share_parse(const char *text, CxShare *share);

/* --emit=model: written by walking the tables, so that every key is there. */
void cx_model_write_json(const CxModel *model, CxJson *json);

/* The language most likely meant by the scripts of texts: ko, ja, zh-Hans, zh-Hant, ar, he, th, ru or en. */
const char *cx_language_guess(const char *const *texts, size_t count);

#endif
