/* Graphs for comparing layouts: reads flows, makes graphs, writes them for dot, lays them out and measures the result.
 *
 *     graphs flows FOLDER FLOW.yaml …    each flow as a graph file in the folder
 *     graphs random NODES SEED           a graph made like a flow: mostly from step to step, some edges further
 *     graphs dot < GRAPH                 the same graph for dot: same sizes of nodes and labels, same distances
 *     graphs own < GRAPH                 cxmap's layout, in the form of dot's -Tplain
 *     graphs measure < PLAIN             crossings, bends, length, area, edges through nodes, labels in the way
 *
 * A graph file has a line for each node, `node WIDTH HEIGHT IS_DECISION IS_START`, and each edge, `edge FROM TO
 * LABEL_WIDTH LABEL_HEIGHT`, in points. */
#include "../../src/layout/graph/graph.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static const double LAYER_GAP = 40, NODE_GAP = 20, INCH = 72;

typedef struct Graph {
  CX_LIST(CxGraphNode) nodes;
  CX_LIST(CxGraphEdge) edges;
} Graph;

/* ---- Graph files ---------------------------------------------------------------------------------------------- */

static void write_graph(FILE *out, const Graph *graph) {
  for (size_t i = 0; i < graph->nodes.count; i++) {
    const CxGraphNode *node = &graph->nodes.items[i];
    fprintf(out, "node %g %g %d %d\n", node->w, node->h, node->ports == CX_GRAPH_TIPS, node->is_start);
  }
  for (size_t i = 0; i < graph->edges.count; i++) {
    const CxGraphEdge *edge = &graph->edges.items[i];
    fprintf(out, "edge %zu %zu %g %g\n", edge->from, edge->to, edge->label.x, edge->label.y);
  }
}

static Graph read_graph(CxArena *arena) {
  Graph graph = {0};
  char word[8];
  while (scanf("%7s", word) == 1) {
    double a, b, c, d;
    if (scanf("%lf %lf %lf %lf", &a, &b, &c, &d) != 4) exit(2);
    if (strcmp(word, "node") == 0)
      *cx_list_add(arena, &graph.nodes) =
          (CxGraphNode){.w = a, .h = b, .ports = c > 0 ? CX_GRAPH_TIPS : CX_GRAPH_SIDES, .is_start = d > 0};
    else
      *cx_list_add(arena, &graph.edges) =
          (CxGraphEdge){.from = (size_t)a, .to = (size_t)b, .label = {c, d}, .weight = 1};
  }
  return graph;
}

/* ---- Flows ---------------------------------------------------------------------------------------------------- */

static const double PER_CHARACTER = 5, WIDE = 10; /* of a text of 9 points, about; of ideographs */

static double text_width(const char *text) {
  double width = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    width += g_unichar_iswide(g_utf8_get_char(text)) ? WIDE : PER_CHARACTER;
  return width;
}

/* Sizes as maps have them: a text of up to three lines, then wider, then higher. */
static CxGraphNode node_of(const char *text, const char *kind) {
  const double width = text_width(text);
  const bool is_decision = strcmp(kind, "decision") == 0,
             is_end = strcmp(kind, "start") == 0 || strcmp(kind, "end") == 0;
  CxGraphNode node = {.w = is_decision ? 120 : 106, .h = is_decision ? 68 : is_end ? 36 : 44};
  if (width > 3 * 90) node.w = 150;
  const double lines = ceil(width / (node.w - 16));
  if (lines > 3) node.h += (lines - 3) * 12;
  if (is_decision) node.ports = CX_GRAPH_TIPS;
  node.is_start = strcmp(kind, "start") == 0;
  return node;
}

typedef struct Flow {
  yaml_document_t *document;
  CxArena *arena;
  GHashTable *ids;
  Graph graph;
} Flow;

static const char *scalar(yaml_node_t *node) {
  return node != NULL && node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : "";
}

static yaml_node_t *member(yaml_document_t *document, yaml_node_t *map, const char *key) {
  if (map == NULL || map->type != YAML_MAPPING_NODE) return NULL;
  for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top; pair++)
    if (strcmp(scalar(yaml_document_get_node(document, pair->key)), key) == 0)
      return yaml_document_get_node(document, pair->value);
  return NULL;
}

static void add_edge(Flow *flow, size_t from, const char *to, const char *label) {
  gpointer found;
  if (!g_hash_table_lookup_extended(flow->ids, to, NULL, &found)) return;
  CxGraphEdge edge = {.from = from, .to = GPOINTER_TO_SIZE(found), .weight = 1};
  if (label[0] != '\0') edge.label = (CxPoint){MIN(text_width(label), 90), 12 * ceil(text_width(label) / 90)};
  *cx_list_add(flow->arena, &flow->graph.edges) = edge;
}

static void add_next(Flow *flow, size_t from, yaml_node_t *next) {
  if (next == NULL) return;
  if (next->type == YAML_SCALAR_NODE) add_edge(flow, from, scalar(next), "");
  if (next->type == YAML_MAPPING_NODE)
    for (yaml_node_pair_t *pair = next->data.mapping.pairs.start; pair < next->data.mapping.pairs.top; pair++)
      add_edge(flow, from, scalar(yaml_document_get_node(flow->document, pair->value)),
               scalar(yaml_document_get_node(flow->document, pair->key)));
  if (next->type != YAML_SEQUENCE_NODE) return;
  for (yaml_node_item_t *item = next->data.sequence.items.start; item < next->data.sequence.items.top; item++) {
    yaml_node_t *entry = yaml_document_get_node(flow->document, *item);
    if (entry->type == YAML_SCALAR_NODE)
      add_edge(flow, from, scalar(entry), "");
    else
      add_edge(flow, from, scalar(member(flow->document, entry, "to")), scalar(member(flow->document, entry, "label")));
  }
}

static Graph read_flow(CxArena *arena, yaml_document_t *document, yaml_node_t *definition) {
  Flow flow = {.document = document, .arena = arena, .ids = g_hash_table_new(g_str_hash, g_str_equal)};
  yaml_node_t *steps = member(document, definition, "steps");
  for (int pass = 0; pass < 2 && steps != NULL && steps->type == YAML_MAPPING_NODE; pass++) {
    size_t index = 0;
    for (yaml_node_pair_t *pair = steps->data.mapping.pairs.start; pair < steps->data.mapping.pairs.top;
         pair++, index++) {
      yaml_node_t *step = yaml_document_get_node(document, pair->value);
      if (pass == 1) add_next(&flow, index, member(document, step, "next"));
      if (pass == 1) continue;
      g_hash_table_insert(flow.ids, (void *)scalar(yaml_document_get_node(document, pair->key)),
                          GSIZE_TO_POINTER(index));
      *cx_list_add(arena, &flow.graph.nodes) =
          node_of(scalar(member(document, step, "text")), scalar(member(document, step, "kind")));
    }
  }
  g_hash_table_destroy(flow.ids);
  return flow.graph;
}

static void convert(const char *folder, const char *path) {
  FILE *in = fopen(path, "rb");
  yaml_parser_t parser;
  yaml_document_t document;
  if (in == NULL) return;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_file(&parser, in);
  if (yaml_parser_load(&parser, &document)) {
    yaml_node_t *flows = member(&document, yaml_document_get_root_node(&document), "flows");
    char *base = g_path_get_basename(path);
    int number = 0;
    if (flows != NULL && flows->type == YAML_MAPPING_NODE)
      for (yaml_node_pair_t *pair = flows->data.mapping.pairs.start; pair < flows->data.mapping.pairs.top; pair++) {
        CxArena *arena = cx_arena_new();
        const Graph graph = read_flow(arena, &document, yaml_document_get_node(&document, pair->value));
        FILE *out = fopen(cx_arena_printf(arena, "%s/%s-%d.graph", folder, base, number++), "w");
        if (out != NULL && graph.nodes.count > 0) write_graph(out, &graph);
        if (out != NULL) fclose(out);
        cx_arena_free(arena);
      }
    g_free(base);
    yaml_document_delete(&document);
  }
  yaml_parser_delete(&parser);
  fclose(in);
}

/* ---- Graphs that are made ------------------------------------------------------------------------------------- */

static uint32_t below(uint32_t *seed, uint32_t bound) {
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % bound;
}

static void add_random_edge(CxArena *arena, Graph *graph, uint32_t *seed, size_t from, size_t to) {
  CxGraphEdge edge = {.from = from, .to = to, .weight = 1};
  if (graph->nodes.items[from].ports == CX_GRAPH_TIPS) edge.label = (CxPoint){10 + below(seed, 30), 12};
  *cx_list_add(arena, &graph->edges) = edge;
}

static Graph make_graph(CxArena *arena, uint32_t count, uint32_t seed) {
  Graph graph = {0};
  for (uint32_t i = 0; i < count; i++) {
    const bool is_decision = below(&seed, 5) == 0;
    CxGraphNode node = {.w = is_decision ? 120 : 106 + 11 * below(&seed, 5), .h = is_decision ? 68 : 44};
    node.ports = is_decision ? CX_GRAPH_TIPS : CX_GRAPH_SIDES;
    node.is_start = i == 0;
    *cx_list_add(arena, &graph.nodes) = node;
  }
  for (uint32_t i = 1; i < count; i++) {
    add_random_edge(arena, &graph, &seed, i - 1 - below(&seed, MIN(i, 8)), i);
    const uint32_t kind = below(&seed, 100), far = 1 + below(&seed, 20);
    if (kind < 25 && i + far < count) add_random_edge(arena, &graph, &seed, i, i + far);
    if (kind >= 92 && far < i) add_random_edge(arena, &graph, &seed, i, i - far);
  }
  return graph;
}

/* ---- For dot, and our own ------------------------------------------------------------------------------------- */

static void write_dot(const Graph *graph) {
  printf("digraph {\nrankdir=LR; nodesep=%g; ranksep=%g;\nnode [shape=box fixedsize=true label=\"\"];\n",
         NODE_GAP / INCH, LAYER_GAP / INCH);
  for (size_t i = 0; i < graph->nodes.count; i++) {
    const CxGraphNode *node = &graph->nodes.items[i];
    printf("%zu [width=%g height=%g%s];\n", i, node->w / INCH, node->h / INCH,
           node->ports == CX_GRAPH_TIPS ? " shape=diamond" : "");
  }
  for (size_t i = 0; i < graph->edges.count; i++) {
    const CxGraphEdge *edge = &graph->edges.items[i];
    printf("%zu -> %zu", edge->from, edge->to);
    if (edge->label.y > 0)
      printf(" [label=<<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"%g\" HEIGHT=\"%g\" BORDER=\"0\"><TR><TD></TD></TR></TABLE>>]",
             edge->label.x, edge->label.y);
    printf(";\n");
  }
  printf("}\n");
}

static void write_own(CxArena *arena, const Graph *from) {
  const CxGraph graph = {.nodes = from->nodes.items,
                         .node_count = from->nodes.count,
                         .edges = from->edges.items,
                         .edge_count = from->edges.count,
                         .layer_gap = LAYER_GAP,
                         .node_gap = NODE_GAP,
                         .clear = 8,
                         .track = 10};
  const CxGraphLayout layout = cx_graph_lay_out(arena, &graph);
  printf("graph 1 %g %g\n", layout.width / INCH, layout.height / INCH);
  for (size_t i = 0; i < graph.node_count; i++) {
    const CxRect box = layout.nodes[i];
    printf("node %zu %.5f %.5f %.5f %.5f \"\" solid %s black lightgrey\n", i, (box.x + box.w / 2) / INCH,
           (box.y + box.h / 2) / INCH, box.w / INCH, box.h / INCH,
           graph.nodes[i].ports == CX_GRAPH_TIPS ? "diamond" : "box");
  }
  for (size_t i = 0; i < graph.edge_count; i++) {
    const CxGraphRoute *route = &layout.routes[i];
    printf("line %zu %zu %zu", graph.edges[i].from, graph.edges[i].to, route->points.count);
    for (size_t k = 0; k < route->points.count; k++)
      printf(" %.5f %.5f", route->points.items[k].x / INCH, route->points.items[k].y / INCH);
    printf("\n");
    if (route->label.h > 0)
      printf("label %.5f %.5f %.5f %.5f\n", route->label.x / INCH, route->label.y / INCH, route->label.w / INCH,
             route->label.h / INCH);
  }
}

/* ---- Measuring ------------------------------------------------------------------------------------------------ */

typedef struct Segment {
  CxPoint a, b;
  size_t edge;
} Segment;

typedef struct Box {
  CxRect rect;
  bool is_diamond;
} Box;

typedef struct Drawing {
  CxArena *arena;
  double area, length;
  CX_LIST(Segment) segments;
  CX_LIST(Box) nodes;
  CX_LIST(CxRect) labels;
  CX_LIST(CxPoint) ends; /* from, to: of an edge */
  size_t bends;
} Drawing;

static void add_piece(Drawing *drawing, CxPoint a, CxPoint b, size_t edge) {
  if (hypot(b.x - a.x, b.y - a.y) < 1e-4) return;
  drawing->length += hypot(b.x - a.x, b.y - a.y);
  *cx_list_add(drawing->arena, &drawing->segments) = (Segment){a, b, edge};
}

static CxPoint on_curve(const CxPoint *p, double t) {
  const double s = 1 - t, w[] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
  CxPoint at = {0, 0};
  for (int i = 0; i < 4; i++) at.x += w[i] * p[i].x, at.y += w[i] * p[i].y;
  return at;
}

static bool is_line(const CxPoint *p) {
  const double dx = p[3].x - p[0].x, dy = p[3].y - p[0].y, length = hypot(dx, dy) + 1e-9;
  for (int i = 1; i < 3; i++)
    if (fabs((p[i].x - p[0].x) * dy - (p[i].y - p[0].y) * dx) / length > 1e-3) return false;
  return true;
}

static void read_edge(Drawing *drawing, bool is_curve, size_t number) {
  size_t from, to, count;
  if (scanf("%zu %zu %zu", &from, &to, &count) != 3) exit(2);
  CxPoint *points = g_new(CxPoint, count);
  for (size_t i = 0; i < count; i++)
    if (scanf("%lf %lf", &points[i].x, &points[i].y) != 2) exit(2);
  const size_t first = drawing->segments.count;
  for (size_t i = 0; i + 1 < count && !is_curve; i++) add_piece(drawing, points[i], points[i + 1], number);
  for (size_t i = 0; i + 3 < count && is_curve; i += 3) {
    const int steps = is_line(points + i) ? 1 : 12;
    for (int k = 0; k < steps; k++)
      add_piece(drawing, on_curve(points + i, (double)k / steps), on_curve(points + i, (double)(k + 1) / steps),
                number);
  }
  for (size_t i = first; i + 1 < drawing->segments.count; i++) {
    const Segment *a = &drawing->segments.items[i], *b = a + 1;
    const double turn = (a->b.x - a->a.x) * (b->b.y - b->a.y) - (a->b.y - a->a.y) * (b->b.x - b->a.x);
    const double size = hypot(a->b.x - a->a.x, a->b.y - a->a.y) * hypot(b->b.x - b->a.x, b->b.y - b->a.y);
    if (fabs(turn) > 0.5 * size) drawing->bends++;
  }
  *cx_list_add(drawing->arena, &drawing->ends) = (CxPoint){(double)from, (double)to};
  g_free(points);
}

static void read_drawing(Drawing *drawing) {
  char word[16], rest[4096];
  while (scanf("%15s", word) == 1) {
    double a, b, c, d;
    if (strcmp(word, "graph") == 0 && scanf("%lf %lf %lf", &a, &b, &c) == 3) drawing->area = b * c;
    if (strcmp(word, "node") == 0 && scanf("%*s %lf %lf %lf %lf", &a, &b, &c, &d) == 4)
      *cx_list_add(drawing->arena, &drawing->nodes) = (Box){.rect = {a - c / 2, b - d / 2, c, d}};
    if (strcmp(word, "label") == 0 && scanf("%lf %lf %lf %lf", &a, &b, &c, &d) == 4)
      *cx_list_add(drawing->arena, &drawing->labels) = (CxRect){a, b, c, d};
    if (strcmp(word, "edge") == 0 || strcmp(word, "line") == 0) read_edge(drawing, word[0] == 'e', drawing->ends.count);
    if (fgets(rest, sizeof rest, stdin) == NULL) break;
    if (strcmp(word, "node") == 0)
      drawing->nodes.items[drawing->nodes.count - 1].is_diamond = strstr(rest, "diamond") != NULL;
  }
}

static double side_of(CxPoint a, CxPoint b, CxPoint p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static bool do_cross(const Segment *a, const Segment *b) {
  const double none = 1e-7;
  const double s1 = side_of(a->a, a->b, b->a), s2 = side_of(a->a, a->b, b->b);
  const double s3 = side_of(b->a, b->b, a->a), s4 = side_of(b->a, b->b, a->b);
  return ((s1 > none && s2 < -none) || (s1 < -none && s2 > none)) &&
         ((s3 > none && s4 < -none) || (s3 < -none && s4 > none));
}

static int by_left(const void *x, const void *y) {
  const Segment *a = x, *b = y;
  const double left_a = MIN(a->a.x, a->b.x), left_b = MIN(b->a.x, b->b.x);
  return left_a < left_b ? -1 : left_a > left_b ? 1 : 0;
}

/* A sweep from the left; what has ended is dropped from the list as it is met. */
static size_t count_crossings(Drawing *drawing) {
  Segment *segments = drawing->segments.items;
  const size_t count = drawing->segments.count;
  if (count == 0) return 0;
  qsort(segments, count, sizeof *segments, by_left);
  Segment **open = g_new(Segment *, count);
  size_t opened = 0, crossings = 0;
  for (size_t i = 0; i < count; i++) {
    const double left = MIN(segments[i].a.x, segments[i].b.x);
    size_t kept = 0;
    for (size_t k = 0; k < opened; k++) {
      if (MAX(open[k]->a.x, open[k]->b.x) < left) continue;
      open[kept++] = open[k];
      if (open[k]->edge != segments[i].edge && do_cross(open[k], &segments[i])) crossings++;
    }
    opened = kept;
    open[opened++] = &segments[i];
  }
  g_free(open);
  return crossings;
}

/* Whether a piece goes through the inside of a box, 0.5 points or more. */
static bool goes_through(const Segment *segment, CxRect box) {
  const double slack = 0.5 / INCH;
  double from = 0, to = 1;
  const double delta[] = {segment->b.x - segment->a.x, segment->b.y - segment->a.y};
  const double low[] = {box.x + slack - segment->a.x, box.y + slack - segment->a.y};
  const double high[] = {box.x + box.w - slack - segment->a.x, box.y + box.h - slack - segment->a.y};
  for (int i = 0; i < 2; i++) {
    if (fabs(delta[i]) < 1e-12) {
      if (low[i] >= 0 || high[i] <= 0) return false;
      continue;
    }
    const double one = low[i] / delta[i], other = high[i] / delta[i];
    from = MAX(from, MIN(one, other)), to = MIN(to, MAX(one, other));
  }
  return from < to;
}

/* Edges that go through nodes other than their ends. */
static size_t count_through(const Drawing *drawing) {
  size_t through = 0;
  for (size_t i = 0; i < drawing->segments.count; i++) {
    const Segment *segment = &drawing->segments.items[i];
    const CxPoint ends = drawing->ends.items[segment->edge];
    for (size_t k = 0; k < drawing->nodes.count; k++)
      if (k != (size_t)ends.x && k != (size_t)ends.y && !drawing->nodes.items[k].is_diamond &&
          goes_through(segment, drawing->nodes.items[k].rect))
        through++;
  }
  return through;
}

static size_t count_covered_labels(const Drawing *drawing) {
  size_t covered = 0;
  for (size_t i = 0; i < drawing->labels.count; i++) {
    bool is_covered = false;
    for (size_t k = 0; k < drawing->nodes.count; k++)
      is_covered = is_covered || (!drawing->nodes.items[k].is_diamond &&
                                  cx_rect_overlaps(drawing->labels.items[i], drawing->nodes.items[k].rect, 0.2 / INCH));
    for (size_t k = 0; k < drawing->labels.count; k++)
      is_covered =
          is_covered || (k != i && cx_rect_overlaps(drawing->labels.items[i], drawing->labels.items[k], 0.2 / INCH));
    for (size_t k = 0; k < drawing->segments.count; k++)
      is_covered = is_covered || goes_through(&drawing->segments.items[k], drawing->labels.items[i]);
    if (is_covered) covered++;
  }
  return covered;
}

/* ---- The whole ------------------------------------------------------------------------------------------------ */

int main(int argc, char **argv) {
  const char *command = argc > 1 ? argv[1] : "";
  CxArena *arena = cx_arena_new();
  if (strcmp(command, "flows") == 0 && argc > 2) {
    for (int i = 3; i < argc; i++) convert(argv[2], argv[i]);
  } else if (strcmp(command, "random") == 0 && argc == 4) {
    const Graph graph =
        make_graph(arena, (uint32_t)g_ascii_strtoull(argv[2], NULL, 10), (uint32_t)g_ascii_strtoull(argv[3], NULL, 10));
    write_graph(stdout, &graph);
  } else if (strcmp(command, "dot") == 0 || strcmp(command, "own") == 0) {
    const Graph graph = read_graph(arena);
    if (command[0] == 'd')
      write_dot(&graph);
    else
      write_own(arena, &graph);
  } else if (strcmp(command, "measure") == 0) {
    Drawing drawing = {.arena = arena};
    read_drawing(&drawing);
    const size_t crossings = count_crossings(&drawing);
    printf("%zu %zu %.1f %.2f %zu %zu\n", crossings, drawing.bends, drawing.length, drawing.area,
           count_through(&drawing), count_covered_labels(&drawing));
  } else {
    fputs("usage: graphs flows FOLDER FILE … | random NODES SEED | dot | own | measure\n", stderr);
    return 2;
  }
  cx_arena_free(arena);
  return 0;
}
