/* model: what stands on a sticky note; evidence, channels, touchpoints, metrics. */
#ifndef CXMAP_MODEL_ITEMS_H
#define CXMAP_MODEL_ITEMS_H

#include "cxmap/schema.h"

/* ---- Items: what stands on a sticky note ---------------------------------------------------------- */

typedef enum CxItemMark { CX_MARK_NONE, CX_MARK_FAIL, CX_MARK_WAIT, CX_MARK_DECISION, CX_MARK_IDEA } CxItemMark;
typedef enum CxArrowStyle { CX_ARROW_SOLID, CX_ARROW_DASHED, CX_ARROW_DOTTED } CxArrowStyle;

typedef struct CxArrow {
  CxObject object;
  CxRef to; /* an item of the same journey */
  CxText label;
  CxArrowStyle style;
  bool both; /* heads at both ends: an agreement */
} CxArrow;

typedef struct CxIconRef {
  const char *name; /* a built-in icon, or NULL. Whether there is one of that name is not checked here */
  CxFile file;
  CxSpan span;
} CxIconRef;

typedef struct CxItem {
  CxObject object;
  CxText text;
  CxText note, owner, status, duration;
  CxText due; /* by when it shall be done: any text */
  CxTexts tags;
  CxRefs evidence; /* CxEvidence */
  CxItemMark mark;
  const char *link;
  CxIconRef icon;
  CxFile image;
  CxNumber span; /* columns; not given: 1 */
  CX_LIST(CxArrow *) arrows;
  CxNumber impact, effort; /* opportunities: 1 … 5 */
  CxRef solves;            /* opportunities: CxWhy */
} CxItem;

typedef CX_LIST(CxItem *) CxItems;

/* ---- Evidence, channels, touchpoints, segments ------------------------------------------------------ */

typedef enum CxEvidenceKind {
  CX_EVIDENCE_INTERVIEW = 1,
  CX_EVIDENCE_SURVEY,
  CX_EVIDENCE_ANALYTICS,
  CX_EVIDENCE_PURCHASE_HISTORY,
  CX_EVIDENCE_SERVICE_REQUEST,
  CX_EVIDENCE_REVIEW,
  CX_EVIDENCE_SOCIAL,
  CX_EVIDENCE_ANECDOTE,
  CX_EVIDENCE_OBSERVATION,
  CX_EVIDENCE_TEST,
  CX_EVIDENCE_OTHER,
} CxEvidenceKind;

typedef struct CxEvidence {
  CxObject object;
  CxEvidenceKind kind;
  CxText source, quote, owner;
  CxDate date;
  CxText period;
  CxNumber n;
  CxRef persona; /* CxPersona */
  const char *link;
} CxEvidence;

/* A built-in channel's icon has the channel's id. */
typedef struct CxChannel {
  CxObject object; /* id of a built-in one: "web" */
  CxText name;     /* not given: the built-in word */
  CxIconRef icon;
  bool is_builtin;
  size_t place; /* of a built-in one: among these, from 0 */
} CxChannel;

typedef struct CxMetric {
  CxObject object; /* id: the name as written */
  CxText name;
  CxText value, target; /* as written: "61 %", "+31" */
  CxText unit;
  int trend; /* -1 down, 0 flat, 1 up */
  bool has_trend;
  CxNumber n;
  CxText period;
  CxRefs evidence;
} CxMetric;

typedef CX_LIST(CxMetric *) CxMetrics;

typedef struct CxTouchpoint {
  CxObject object;
  CxText name;
  CxRef channel; /* CxChannel; not given: the channel `other` */
  CxText owner, description;
  CxIconRef icon;
  CxRefs evidence;
  CxMetrics metrics;
} CxTouchpoint;

typedef CX_LIST(CxTouchpoint *) CxTouchpoints;

#endif
