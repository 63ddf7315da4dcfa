/* Private to the graph engine: a layered graph while it is being laid out, and the phases in their order.
 *
 * An edge of the graph is an arc here, which runs forward; an arc is a chain of links, one from each layer to the next,
 * between stops: nodes, and bends in the layers that it passes. Nodes that a flat arc joins stand upon one another.
 *
 * Everything here is in a turned frame: u runs along the direction of the graph, from layer to layer, v across it,
 * along a layer. Where the direction is right, u is x and v is y; where it is down, u is y and v is x. "Left" and
 * "right" are towards the layer before and after, "above" and "below" towards smaller and larger v. */
#ifndef CXMAP_LAYOUT_GRAPH_DRAFT_H
#define CXMAP_LAYOUT_GRAPH_DRAFT_H

#include "../space.h"
#include "graph.h"

#define CX_MOST_LAYERS 4096 /* that a node may ask for as its least */
#define CX_PORT_MARGIN 5.0  /* from a node's corner to an edge */
#define CX_LABEL_GAP 3.0    /* from a label to its edge */
#define CX_LABEL_ROOM 5.0   /* from an edge to the next one with a label between them, beyond the label */

/* What stands in a layer. Bends carry edges through layers; a label stop is a bend with an edge's label on it; a hook
 * is where an edge that leaves its node upwards or downwards turns into its direction, right above or below the node. A
 * turn keeps room for an edge that comes back to the layer that it leaves. The outer way of a bypass stands in no
 * layer. */
typedef enum CxStopKind {
  CX_STOP_NODE,
  CX_STOP_BEND,
  CX_STOP_LABEL,
  CX_STOP_HOOK,
  CX_STOP_TURN,
  CX_STOP_OUTER
} CxStopKind;

typedef struct CxStop {
  CxStopKind kind;
  uint32_t owner; /* node: its number in the graph; hook: its node's stop; others: their arc */
  uint32_t layer, place, lane;
  bool is_hook_above;  /* its node */
  double above, below; /* room on both sides of v */
  double v;
  double port_u;            /* hook: where it leaves its node, from the middle of the layer */
  bool goes_left, is_alone; /* hook: where its edge goes on; the only one at that side of its node */
} CxStop;

/* An edge, turned to run from an earlier layer to a later one. */
typedef struct CxArc {
  uint32_t tail, head; /* stops of nodes */
  uint32_t edge;       /* of the graph */
  uint32_t weight, least_span;
  bool is_back; /* turned round: the edge runs from head to tail */
  bool has_label_stop;
  uint32_t twin;  /* 0: none; of an edge whose ends are in one layer: the arc to its other end; both begin at a turn */
  bool is_twin;   /* that arc */
  bool is_bypass; /* too long for bends in every layer: runs outside of everything */
  bool is_flat;   /* within a layer, straight from above or below: without bends and links */
  uint32_t first_bend, bend_count;
  uint32_t first_link, link_count;
  CxPoint label;   /* its room along u and v */
  CxRect label_at; /* u, v; found by the phase that knows where it stands */
} CxArc;

/* A piece of an arc from one layer to the next. */
typedef struct CxLink {
  uint32_t left, right; /* stops */
  uint32_t arc;
  double left_v, right_v;               /* from the stops' v */
  uint8_t anchors;                      /* how many of its ends have the middle of their nodes' sides */
  bool is_left_shared, is_right_shared; /* with the other links of the same end: one trunk */
  bool is_straight;
  bool is_split; /* two tracks with a level piece between them */
  double track_u, split_v, second_u;
} CxLink;

/* An edge from a node to itself: out of the top, over the upper right corner, into the right side. From the node's
 * middle, to the right and downwards: negative v are above. */
typedef struct CxLoop {
  uint32_t edge, node;
  CxPoint label; /* room along u and v */
  double out_u, top_v, right_u, in_v;
  CxRect label_at;
} CxLoop;

/* A layer's extent along u and what follows it. */
typedef struct CxColumn {
  double before, after;             /* the room of its widest nodes on both sides of the middle */
  double strip_after, strip_before; /* room for labels behind it, and in front of it */
  double middle;
} CxColumn;

/* An end of an arc at its node. */
typedef enum CxEndAt { CX_AT_SIDE, CX_AT_ABOVE = 1, CX_AT_BELOW = 2 } CxEndAt;

typedef struct CxEnd {
  uint32_t arc, place; /* the place of the stop at the link's other end */
  CxEndAt at;
  double apart; /* from the end before it on the same side */
} CxEnd;

/* All ends at the left or the right of the nodes, each node's from above downwards. */
typedef struct CxEnds {
  uint32_t *first; /* of a node */
  CxEnd *items;
} CxEnds;

typedef struct CxDraft {
  CxArena *arena; /* of the draft only */
  const CxGraph *graph;
  bool is_down;
  bool stacks_much;    /* what boxes lead to stands upon them too, not what decisions or other lanes do alone */
  uint32_t first_walk; /* which of the two first orders is the walk in depth: 0 or 1 */
  uint32_t node_count; /* the first stops */
  CX_LIST(CxStop) stops;
  CxArc *arcs;
  uint32_t arc_count;
  CxLoop *loops;
  bool *has_loops; /* of a node */
  uint32_t loop_count;
  uint32_t layer_count;
  uint32_t *flats;       /* of a node the flat arc above it, and that below it, or CX_NOWHERE */
  uint32_t *node_ids;    /* of the graph */
  uint32_t *order;       /* stops by layer and place */
  uint32_t *layer_first; /* layer_count + 1 */
  CxEnds left, right;    /* heads, tails of arcs */
  CX_LIST(CxLink) links; /* by arc, then by layer */
  double *lanes;         /* lane_count + 1 borders; band i ends lane_gap before lanes[i + 1] */
  CxColumn *columns;
  double length, thickness; /* along u and v */
} CxDraft;

/* ---- The phases ------------------------------------------------------------------------------------------------- */

void cx_draft_break_circles(CxDraft *draft);              /* turns arcs round until there is no circle */
void cx_draft_choose_flats(CxDraft *draft);               /* arcs within a layer */
void cx_draft_choose_layers(CxDraft *draft);              /* layer of the nodes, layer_count */
void cx_draft_add_bends(CxDraft *draft);                  /* bends and label stops, their lanes, a first order */
void cx_draft_take_bends(CxDraft *draft);                 /* away again */
bool cx_draft_drop_flats(CxDraft *draft, bool drops_all); /* into other lanes that have something in their way, or all;
                                                           * true: layers must be chosen anew */
void cx_draft_order(CxDraft *draft);                      /* places with few crossings */
void cx_draft_choose_sides(CxDraft *draft); /* the ends of arcs at their nodes, and by which side each leaves */
void cx_draft_set_ports(CxDraft *draft);    /* where links touch nodes, hooks, room of every stop; makes links */
void cx_draft_place_loops(CxDraft *draft);  /* called by the one before; their room at the nodes */
void cx_draft_pair_ports(CxDraft *draft);  /* called by the one before; two links of a side that both may be straight */
void cx_draft_straighten(CxDraft *draft);  /* which links shall be straight */
void cx_draft_set_across(CxDraft *draft);  /* v, lanes, thickness */
void cx_draft_stack(CxDraft *draft);       /* called by the one before; v in a tree */
void cx_draft_shift_ports(CxDraft *draft); /* along their sides, to where links are straight */
void cx_draft_slide(CxDraft *draft);       /* hooks and sides to where an edge has fewer bends */
void cx_draft_set_along(CxDraft *draft);   /* tracks between layers, columns, length */
void cx_draft_draw(const CxDraft *draft, CxArena *arena, CxGraphLayout *layout,
                   CxPoint at); /* what stands at u, v of the whole */

/* When all parts stand together: edges with fewer bends where the way is free (mend.h). Gives what the bends and
 * crossings that are left cost if the layout is compared with others of the graph; else 0, and for trees, which have
 * nothing to mend. */
double cx_graph_mend(CxArena *arena, const CxGraph *graph, CxGraphLayout *layout, bool is_compared);

/* ---- What several phases share ---------------------------------------------------------------------------------- */

/* Which of two exits of a decision takes the way ahead: the first one? */
bool cx_draft_goes_rather_ahead(const CxDraft *draft, uint32_t a, uint32_t b);

/* The node at the other end of the flat arc above (0) or below (1) a node; CX_NOWHERE: none, or none in its lane. */
uint32_t cx_draft_flat_beyond(const CxDraft *draft, uint32_t node, int side);
uint32_t cx_draft_flat_in_lane(const CxDraft *draft, uint32_t node, int side);

/* The uppermost of the nodes of a lane that stand upon one another by flat arcs. */
uint32_t cx_draft_top_in_lane(const CxDraft *draft, uint32_t node);

/* Whether nodes that stand upon one another are all in one lane, and can be turned upside down; turns them. */
bool cx_draft_can_flip(const CxDraft *draft, uint32_t node);
void cx_draft_flip(CxDraft *draft, uint32_t node);

/* The first link of an arc, at its tail, or the last one, at its head. */
CxLink *cx_draft_end_link(const CxDraft *draft, uint32_t arc, bool is_tail);

/* The part of a node's right or left side where ports may be, from its middle. */
void cx_draft_side_range(const CxDraft *draft, uint32_t node, bool is_tail, double *low, double *high);

/* Whether a node's edges on that side all touch it in the middle. */
bool cx_draft_is_side_shared(const CxDraft *draft, uint32_t node, bool is_tail);

/* The room of an arc's label above, or where the direction is down below, its end at the side of its node; 0: none. */
double cx_draft_label_beside(const CxDraft *draft, uint32_t arc, bool is_tail);

/* Where a link leaves and reaches its stops. */
double cx_draft_left_v(const CxDraft *draft, const CxLink *link);
double cx_draft_right_v(const CxDraft *draft, const CxLink *link);

/* How far a node's border is from its middle at a place `v` or `u` from the middle: less on a diamond. */
double cx_draft_border_u(const CxDraft *draft, uint32_t stop, double v);
double cx_draft_border_v(const CxDraft *draft, uint32_t stop, double u);

const CxGraphNode *cx_draft_node(const CxDraft *draft, uint32_t stop); /* of a node */
double cx_draft_node_length(const CxDraft *draft, uint32_t stop);      /* along u */
double cx_draft_node_thickness(const CxDraft *draft, uint32_t stop);   /* along v */

/* How many pairs of links between two layers cross: the ends on the other layer in the order of this one. `tree` has
 * room for twice the power of two that holds `width` places. */
uint64_t cx_count_crossings(const uint32_t *ends, size_t count, uint32_t width, uint32_t *tree);

/* ---- Network simplex -------------------------------------------------------------------------------------------- */

/* `head` stands at least `least` behind `tail`; each step beyond costs `weight`. */
typedef struct CxSpring {
  uint32_t tail, head;
  int64_t least, weight;
} CxSpring;

/* Places of all `count` items, the least 0, with the least sum of weighted lengths, or near it where that would
 * take far more than O(n log n) steps. Springs form no circle. Parts that do not hang together are each moved to 0. */
void cx_solve_springs(CxArena *arena, uint32_t count, const CxSpring *springs, size_t spring_count, int64_t *places);

#endif
