/* model: user flows and 5 whys. */
#ifndef CXMAP_MODEL_GRAPHS_H
#define CXMAP_MODEL_GRAPHS_H

#include "cxmap/model/journey.h"

/* ---- Flows ---------------------------------------------------------------------------------------------------- */

/* Drawn in the shapes of ISO 5807. */
typedef enum CxStepKind {
  CX_STEP_PROCESS,
  CX_STEP_START,
  CX_STEP_END,
  CX_STEP_DECISION,
  CX_STEP_INPUT,
  CX_STEP_SCREEN,
  CX_STEP_DOCUMENT,
  CX_STEP_DATA,
  CX_STEP_SUBFLOW,
  CX_STEP_WAIT,
  CX_STEP_NOTE,
} CxStepKind;

typedef struct CxFlowLane {
  CxObject object;
  CxText name;
  CxIconRef icon;
} CxFlowLane;

typedef struct CxFlowEdge {
  CxObject object;
  CxRef to; /* CxFlowStep of the same flow */
  CxText label;
  CxArrowStyle style;
} CxFlowEdge;

typedef struct CxFlowStep {
  CxObject object;
  CxStepKind kind;
  CxText text;                /* not given: the id */
  CxRef lane;                 /* CxFlowLane; where the flow has lanes it is always set after cx_model_read */
  CX_LIST(CxFlowEdge *) next; /* after cx_model_read without dangling ones */
  CxTouchpoints touchpoint;   /* one at most */
  CxEmotion *emotion;         /* NULL: none */
  bool pain;
  CxText note;
  CxRefs evidence; /* CxEvidence */
  size_t index;    /* in the flow's steps */
} CxFlowStep;

typedef enum CxDirection { CX_DIRECTION_RIGHT, CX_DIRECTION_DOWN } CxDirection;

typedef struct CxFlow {
  CxObject object;
  CxText title; /* not given: the document's */
  CxDirection direction;
  CX_LIST(CxFlowLane *) lanes;
  CX_LIST(CxFlowStep *) steps;
} CxFlow;

/* ---- 5 whys --------------------------------------------------------------------------------------------------- */

typedef struct CxWhyProblem {
  CxObject object;
  CxText text;
  CxRefs evidence; /* CxEvidence */
} CxWhyProblem;

/* A countermeasure. */
typedef struct CxWhyAction {
  CxObject object;
  CxText text, owner, due, status; /* due: any text */
  CxRefs evidence;                 /* CxEvidence */
} CxWhyAction;

typedef struct CxWhyCause CxWhyCause;
struct CxWhyCause {
  CxObject object;
  CxText why;
  CxRefs evidence; /* CxEvidence */
  bool root;
  CxWhyAction *action; /* NULL: none */
  CX_LIST(CxWhyCause *) because;
};

typedef struct CxWhy {
  CxObject object;
  CxText title;          /* not given: the document's */
  CxWhyProblem *problem; /* NULL only where it could not be read */
  CX_LIST(CxWhyCause *) because;
} CxWhy;

#endif
