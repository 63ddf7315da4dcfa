/* Where a diagram that is folded is cut into rows.
 *
 * In: a diagram with its layers, and the length that the layers of a row may take. Out: of every layer the layer that
 * the row after one that begins there would best begin with. Rows are to be few, then to be cut where few arrows run,
 * then to be filled alike; the best sequence is found backwards from the last layer. Lengths are those of the diagram
 * before it is folded, so a row may turn out longer: it then gives layers to the next, whose plan still holds.
 */
#include "fold.h"

#include <math.h>

/* What a row costs: itself, each arrow that is cut at its end, the square of the share that stays empty. */
static const double ROW_COST = 1, CUT_COST = 0.06, EMPTY_COST = 0.5;
static const double TOO_LONG = 1e6; /* of one layer that is longer than a row */

typedef struct Layers {
  CxCuts *cuts;
  const CxDiagramFrame *frame;
  double *before, *after, *pitches; /* of each layer, from its centre line; to that of the next layer */
} Layers;

static void find_owners(Layers *layers) {
  const CxDiagram *diagram = layers->frame->diagram;
  for (size_t i = 0; i < diagram->nodes.count; i++) layers->cuts->owners[i] = i;
  for (size_t i = 0; i < diagram->edges.count; i++) {
    const CxDiagramEdge *edge = &diagram->edges.items[i];
    const bool is_from_note = diagram->nodes.items[edge->from].is_note;
    if (edge->edge.is_bare)
      layers->cuts->owners[is_from_note ? edge->from : edge->to] = is_from_note ? edge->to : edge->from;
  }
}

static void find_places(const Layers *layers) {
  CxCuts *cuts = layers->cuts;
  const size_t count = layers->frame->diagram->nodes.count;
  for (size_t i = 0; i < count; i++) cuts->places[i] = layers->frame->graph.node_layers[layers->cuts->owners[i]];
  for (size_t i = 0; i < count; i++) cuts->layers = MAX(cuts->layers, cuts->places[i] + 1);
}

/* As differences first: each arrow is over all borders between its ends. */
static void count_arrows(CxArena *arena, CxCuts *cuts, const CxDiagram *diagram) {
  size_t *ends = cx_new_array(arena, size_t, cuts->layers + 1), open = 0;
  for (size_t i = 0; i < diagram->edges.count; i++) {
    const size_t a = cuts->places[diagram->edges.items[i].from], b = cuts->places[diagram->edges.items[i].to];
    if (a == b) continue;
    cuts->arrows[MIN(a, b)]++;
    ends[MAX(a, b)]++;
  }
  for (size_t i = 0; i <= cuts->layers; i++) {
    const size_t beginning = cuts->arrows[i];
    open -= ends[i];
    cuts->arrows[i] = open;
    open += beginning;
  }
}

static double centre_of(const Layers *layers, size_t node) {
  const CxRect rect = layers->frame->graph.nodes[node];
  return layers->frame->diagram->is_down ? rect.y + rect.h / 2 : rect.x + rect.w / 2;
}

/* Nodes of a layer stand on one line, but for parts that do not hang together: each has lines of its own. So only what
 * is joined by an arrow is compared. */
static void measure_layers(const Layers *layers) {
  const CxDiagram *diagram = layers->frame->diagram;
  const CxCuts *cuts = layers->cuts;
  for (size_t i = 0; i < diagram->nodes.count; i++) {
    const double half = diagram->is_down ? layers->frame->sizes[i].y / 2 : layers->frame->sizes[i].x / 2;
    const double off = centre_of(layers, i) - centre_of(layers, layers->cuts->owners[i]);
    const size_t layer = cuts->places[i];
    layers->before[layer] = MAX(layers->before[layer], half - off);
    layers->after[layer] = MAX(layers->after[layer], half + off);
  }
  for (size_t i = 0; i < diagram->edges.count; i++) {
    const size_t from = diagram->edges.items[i].from, to = diagram->edges.items[i].to;
    const size_t a = cuts->places[from], b = cuts->places[to];
    if (MAX(a, b) != MIN(a, b) + 1) continue;
    const double pitch =
        fabs(centre_of(layers, layers->cuts->owners[to]) - centre_of(layers, layers->cuts->owners[from]));
    layers->pitches[MIN(a, b)] = MAX(layers->pitches[MIN(a, b)], pitch);
  }
}

static void find_spans(const Layers *layers, double gap) {
  CxCuts *cuts = layers->cuts;
  double centre = 0;
  for (size_t i = 0; i < cuts->layers; i++) {
    cuts->starts[i] = centre - layers->before[i];
    cuts->ends[i] = MAX(centre + layers->after[i], i > 0 ? cuts->ends[i - 1] : centre);
    if (i + 1 < cuts->layers && layers->pitches[i] > 0)
      centre += layers->pitches[i];
    else if (i + 1 < cuts->layers)
      centre += layers->after[i] + gap + layers->before[i + 1];
  }
}

CxCuts cx_cuts_find(const CxTypesetter *setter, const CxDiagramFrame *frame) {
  CxArena *arena = setter->arena;
  const size_t nodes = frame->diagram->nodes.count;
  CxCuts cuts = {.places = cx_new_array(arena, size_t, nodes), .owners = cx_new_array(arena, size_t, nodes)};
  Layers layers = {.cuts = &cuts, .frame = frame};
  find_owners(&layers);
  find_places(&layers);
  double **const arrays[] = {&layers.before, &layers.after, &layers.pitches, &cuts.starts, &cuts.ends, &cuts.costs};
  for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++) *arrays[i] = cx_new_array(arena, double, cuts.layers + 1);
  cuts.arrows = cx_new_array(arena, size_t, cuts.layers + 1);
  count_arrows(arena, &cuts, frame->diagram);
  measure_layers(&layers);
  find_spans(&layers, setter->theme->sizes.layer_gap);
  return cuts;
}

/* Of the layers alone and with the discs around them. */
double cx_cuts_length(const CxCuts *cuts, size_t first, size_t end) {
  const double discs = (cuts->arrows[first] > 0 ? cuts->disc : 0) + (cuts->arrows[end] > 0 ? cuts->disc : 0);
  return cuts->ends[end - 1] - cuts->starts[first] + discs;
}

static double cost_of(const CxCuts *cuts, size_t first, size_t end) {
  const double length = cx_cuts_length(cuts, first, end), empty = 1 - MIN(length / cuts->room, 1);
  return ROW_COST + CUT_COST * (double)cuts->arrows[end] + EMPTY_COST * empty * empty +
         (length > cuts->room ? TOO_LONG : 0) + cuts->costs[end];
}

size_t cx_cuts_end(const CxCuts *cuts, size_t first, size_t most) {
  size_t best = first + 1;
  double least = cost_of(cuts, first, best);
  for (size_t end = first + 2; end <= MIN(most, cuts->layers); end++) {
    if (cuts->ends[end - 1] - cuts->starts[first] > cuts->room) break;
    const double cost = cost_of(cuts, first, end);
    if (cost > least) continue;
    least = cost;
    best = end;
  }
  return best;
}

void cx_cuts_plan(CxCuts *cuts, double room, double disc) {
  cuts->room = room;
  cuts->disc = disc;
  cuts->costs[cuts->layers] = 0;
  for (size_t first = cuts->layers; first-- > 0;)
    cuts->costs[first] = cost_of(cuts, first, cx_cuts_end(cuts, first, cuts->layers));
}
