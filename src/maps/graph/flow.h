/* Private to maps/graph: what goes through the composing of a flow. */
#ifndef CXMAP_MAPS_FLOW_H
#define CXMAP_MAPS_FLOW_H

#include "../composer.h"
#include "../kinds.h"

typedef struct CxFlowComposer {
  CxComposer base;
  const CxFlow *flow;
  CxBlock *block; /* the diagram's */
  CxDiagram *diagram;
  size_t *nodes; /* of each step, its node */
  bool *is_main; /* of each step: on the way that most take */
} CxFlowComposer;

/* flow-steps.c: the nodes, and the notes beside them, which have no step. */
void cx_flow_add_step(CxFlowComposer *composer, const CxFlowStep *step);
void cx_flow_add_note(CxFlowComposer *composer, const CxFlowStep *step);
size_t cx_flow_lane(const CxFlowComposer *composer, const CxFlowStep *step);

/* replies.c: what the label of an exit says, in any language that has words in its table. */
typedef enum CxReply { CX_REPLY_NONE, CX_REPLY_YES, CX_REPLY_NO } CxReply;

CxReply cx_flow_reply(const CxText *label);

/* flow-arrows.c: what leads where; `is_main` is set before. */
void cx_flow_find_main(CxFlowComposer *composer);
void cx_flow_add_arrows(CxFlowComposer *composer);
void cx_flow_add_edge(CxFlowComposer *composer, CxDiagramEdge edge);

#endif
