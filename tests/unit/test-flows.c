/* Flows through the front of the pipeline: how `next` is written, which lane a step stands in; nodes that never
 * overlap, arrows that end at their nodes, and flows that are folded without losing a step or an arrow.
 */
#include "cxmap/compile.h"
#include "read-model.h"

#include <math.h>
#include <stdlib.h>

/* ---- What is read --------------------------------------------------------------------------------------------- */

static const CxFlowStep *step_of(const Read *read, const char *id) {
  const CxFlow *flow = read->model->flows.items[0];
  for (size_t i = 0; i < flow->steps.count; i++)
    if (g_str_equal(flow->steps.items[i]->object.id, id)) return flow->steps.items[i];
  g_assert_not_reached();
}

static void assert_exit(const CxFlowStep *step, size_t index, const char *to, const char *label, CxArrowStyle style) {
  g_assert_cmpuint(step->next.count, >, index);
  const CxFlowEdge *edge = step->next.items[index];
  g_assert_cmpstr(((const CxFlowStep *)edge->to.object)->object.id, ==, to);
  g_assert_cmpstr(edge->label.text, ==, label);
  g_assert_cmpint(edge->style, ==, style);
}

static void test_next(void) {
  Read read = read_good("title: T\nlang: en\nflows:\n  f:\n    steps:\n"
                        "      a: {kind: start, next: b}\n"
                        "      b: {kind: decision, next: {yes: c, no: [d, e]}}\n"
                        "      c: {next: [d, {to: e, label: later, style: dashed}]}\n"
                        "      d: {next: {to: e, style: dotted}}\n"
                        "      e: {kind: end}\n");
  assert_exit(step_of(&read, "a"), 0, "b", NULL, CX_ARROW_SOLID);
  assert_exit(step_of(&read, "b"), 0, "c", "yes", CX_ARROW_SOLID);
  assert_exit(step_of(&read, "b"), 1, "d", "no", CX_ARROW_SOLID);
  assert_exit(step_of(&read, "b"), 2, "e", "no", CX_ARROW_SOLID);
  assert_exit(step_of(&read, "c"), 0, "d", NULL, CX_ARROW_SOLID);
  assert_exit(step_of(&read, "c"), 1, "e", "later", CX_ARROW_DASHED);
  assert_exit(step_of(&read, "d"), 0, "e", NULL, CX_ARROW_DOTTED);
  done(&read);
}

static void assert_lane(const Read *read, const char *id, const char *lane) {
  g_assert_cmpstr(((const CxFlowLane *)step_of(read, id)->lane.object)->object.id, ==, lane);
}

/* Also in circles, and where what leads to a step stands behind it. */
static void test_lanes(void) {
  Read read = read_good("title: T\nlang: en\nflows:\n  f:\n    lanes: {one: One, two: Two}\n    steps:\n"
                        "      late: {next: end}\n"
                        "      a: {kind: start, next: b}\n"
                        "      b: {lane: two, next: c}\n"
                        "      c: {next: [d, c]}\n"
                        "      d: {next: [c, late]}\n"
                        "      end: {kind: end}\n"
                        "      note: {kind: note, next: late}\n");
  assert_lane(&read, "a", "one");
  assert_lane(&read, "note", "two");
  assert_lane(&read, "c", "two");
  assert_lane(&read, "d", "two");
  assert_lane(&read, "late", "two");
  assert_lane(&read, "end", "two");
  done(&read);
}

/* Of many steps a warning names the first, counts the rest and points at those it names. */
static void test_many_odd(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n    steps:\n      s: {kind: start, next: e}\n"
                               "      e: {kind: end}\n");
  for (int i = 0; i < 12; i++) g_string_append_printf(yaml, "      o%d: {next: e}\n", i);
  CxCompile *run = cx_compile_new(NULL);
  const CxSettings settings = {.until = CX_STAGE_MODEL};
  g_assert_true(cx_compile_text(run, "f.yaml", yaml->str, yaml->len, &settings));
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(run->diagnostics, &count);
  g_assert_cmpuint(count, ==, 1);
  g_assert_cmpstr(diags[0]->message, ==,
                  "no step leads to 12 steps: `o0`, `o1`, `o2`, `o3`, `o4`, `o5`, `o6`, `o7` and 4 more");
  g_assert_cmpuint(diags[0]->also.count, ==, 7);
  cx_compile_free(run);
  g_string_free(yaml, TRUE);
}

/* ---- What is laid out ----------------------------------------------------------------------------------------- */

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
  GPtrArray *nodes; /* const CxBox *: steps and notes, page by page */
  GPtrArray *discs; /* const CxBox *: where arrows go on */
  GPtrArray *edges; /* const CxPlacedEdge * */
} Fixture;

static void collect(Fixture *fixture, const CxBox *box) {
  const char *role = box->block != NULL ? box->block->role : NULL;
  if (g_strcmp0(role, "node") == 0 || g_strcmp0(role, "note") == 0) g_ptr_array_add(fixture->nodes, (void *)box);
  if (g_strcmp0(role, "connector") == 0) g_ptr_array_add(fixture->discs, (void *)box);
  for (size_t i = 0; i < box->edges.count; i++) g_ptr_array_add(fixture->edges, &box->edges.items[i]);
  for (size_t i = 0; i < box->children.count; i++) collect(fixture, box->children.items[i]);
}

static const CxLayout *lay_out(Fixture *fixture, const char *yaml, const char *paper) {
  *fixture = (Fixture){.shaper = cx_shaper_new_fixed(),
                       .nodes = g_ptr_array_new(),
                       .discs = g_ptr_array_new(),
                       .edges = g_ptr_array_new()};
  fixture->run = cx_compile_new(fixture->shaper);
  CxSettings settings = {.until = CX_STAGE_LAYOUT};
  if (paper != NULL) g_assert_true(cx_paper_parse(paper, &settings.paper, NULL));
  g_assert_true(cx_compile_text(fixture->run, "f.yaml", yaml, strlen(yaml), &settings));
  return fixture->run->layouts.items[0];
}

static void clear(Fixture *fixture) {
  g_ptr_array_free(fixture->nodes, TRUE);
  g_ptr_array_free(fixture->discs, TRUE);
  g_ptr_array_free(fixture->edges, TRUE);
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

static const CxRect *rect_of(const Fixture *fixture, const CxBlock *block) {
  GPtrArray *lists[] = {fixture->nodes, fixture->discs};
  for (size_t k = 0; k < G_N_ELEMENTS(lists); k++)
    for (guint i = 0; i < lists[k]->len; i++)
      if (((const CxBox *)lists[k]->pdata[i])->block == block) return &((const CxBox *)lists[k]->pdata[i])->rect;
  g_assert_not_reached();
}

/* All of a page: boxes apart and on the page, ends of arrows at their boxes. */
static void assert_page(Fixture *fixture, const CxPage *page) {
  g_ptr_array_set_size(fixture->nodes, 0);
  g_ptr_array_set_size(fixture->discs, 0);
  g_ptr_array_set_size(fixture->edges, 0);
  collect(fixture, page->body);
  for (guint i = 0; i < fixture->nodes->len; i++) {
    const CxBox *box = fixture->nodes->pdata[i];
    g_assert_true(cx_rect_contains((CxRect){0, 0, page->width, page->height}, box->rect, 0.01));
    for (guint k = 0; k < i; k++)
      g_assert_false(cx_rect_overlaps(box->rect, ((const CxBox *)fixture->nodes->pdata[k])->rect, 0.01));
  }
  for (guint i = 0; i < fixture->edges->len; i++) {
    const CxPlacedEdge *edge = fixture->edges->pdata[i];
    const CxPoint from = edge->points.items[0], to = edge->points.items[edge->points.count - 1];
    g_assert_true(cx_rect_contains(*rect_of(fixture, edge->edge->from), (CxRect){from.x, from.y, 0, 0}, 0.01));
    g_assert_true(cx_rect_contains(*rect_of(fixture, edge->edge->to), (CxRect){to.x, to.y, 0, 0}, 0.01));
  }
}

/* A flow of `count` steps with loops, answers, lanes and long texts here and there. */
static char *flow_of(int count, const char *direction, int lanes) {
  GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n");
  g_string_append_printf(yaml, "    direction: %s\n", direction);
  if (lanes > 0) g_string_append(yaml, "    lanes: {l0: One, l1: Two, l2: Three}\n");
  g_string_append(yaml, "    steps:\n");
  for (int i = 0; i < count; i++) {
    const char *text = i % 7 == 3
                           ? "A long text that needs more than the three lines which a node has at its least width"
                           : "Does something";
    g_string_append_printf(yaml, "      s%d: {text: %s, kind: %s", i, text,
                           i == 0           ? "start"
                           : i == count - 1 ? "end"
                           : i % 5 == 2     ? "decision"
                           : i % 6 == 1     ? "data"
                                            : "process");
    if (lanes > 0 && i % 4 == 0) g_string_append_printf(yaml, ", lane: l%d", i % lanes);
    if (i % 9 == 4) g_string_append(yaml, ", note: A remark, pain: true, emotion: 1");
    if (i < count - 1 && i % 5 == 2)
      g_string_append_printf(yaml, ", next: {yes: s%d, no: s%d}", i + 1, i % 2 ? MAX(i - 4, 1) : MIN(i + 6, count - 1));
    else if (i < count - 1)
      g_string_append_printf(yaml, ", next: s%d", i + 1);
    g_string_append(yaml, "}\n");
  }
  return g_string_free(yaml, FALSE);
}

static void assert_whole(const char *direction, int lanes) {
  Fixture fixture;
  char *yaml = flow_of(10, direction, lanes);
  const CxLayout *layout = lay_out(&fixture, yaml, NULL);
  g_assert_cmpuint(layout->pages.count, ==, 1);
  assert_page(&fixture, &layout->pages.items[0]);
  g_assert_cmpuint(fixture.nodes->len, ==, 10 + 1);
  g_assert_cmpuint(fixture.discs->len, ==, 0);
  clear(&fixture);
  g_free(yaml);
}

static void test_whole(void) {
  assert_whole("right", 0);
  assert_whole("right", 3);
  assert_whole("down", 0);
  assert_whole("down", 3);
}

/* Each step once, with its note; each number on at least one disc that ends an arrow, and on one that begins one. */
static void assert_rows(const char *yaml, const char *paper, size_t least_pages, int nodes) {
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml, paper);
  GHashTable *steps = g_hash_table_new(g_str_hash, g_str_equal);
  int leaving[64] = {0}, coming[64] = {0}, shown = 0;
  g_assert_cmpuint(layout->pages.count, >=, least_pages);
  for (size_t p = 0; p < layout->pages.count; p++) {
    assert_page(&fixture, &layout->pages.items[p]);
    for (guint i = 0; i < fixture.nodes->len; i++) {
      const CxBlock *block = ((const CxBox *)fixture.nodes->pdata[i])->block;
      g_assert_true(g_hash_table_add(steps, (char *)block->id));
      shown++;
    }
    for (guint i = 0; i < fixture.edges->len; i++) {
      const CxEdge *edge = ((const CxPlacedEdge *)fixture.edges->pdata[i])->edge;
      if (edge->to->kind == CX_BLOCK_DISC) leaving[atoi(edge->to->phrase.text)]++;
      if (edge->from->kind == CX_BLOCK_DISC) coming[atoi(edge->from->phrase.text)]++;
      g_assert_true(edge->stroke != CX_STROKE_LEADER || edge->from->kind != CX_BLOCK_DISC);
    }
  }
  g_assert_cmpint(shown, ==, nodes);
  int numbers = 0;
  for (size_t i = 1; i < G_N_ELEMENTS(leaving); i++) {
    g_assert_true((leaving[i] > 0) == (coming[i] > 0));
    g_assert_cmpint(coming[i], <=, 1);
    if (coming[i] > 0) g_assert_cmpint(++numbers, ==, (int)i); /* none is left out */
  }
  g_assert_cmpint(numbers, >, 0);
  g_hash_table_destroy(steps);
  clear(&fixture);
}

static void assert_divided(const char *direction, int lanes, const char *paper) {
  char *yaml = flow_of(40, direction, lanes);
  assert_rows(yaml, paper, 2, 40 + 4);
  g_free(yaml);
}

static void test_divided(void) {
  assert_divided("right", 0, "A4");
  assert_divided("right", 3, "A4 portrait");
  assert_divided("right", 3, "A5");
  assert_divided("down", 0, "A4");
  assert_divided("down", 3, "A4 portrait");
}

/* A layer that is broader than the paper is cut across. */
static void test_cut_across(void) {
  for (int is_down = 0; is_down < 2; is_down++) {
    GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n");
    g_string_append_printf(yaml, "    direction: %s\n    steps:\n      a: {kind: start, next: [",
                           is_down == 1 ? "down" : "right");
    for (int i = 0; i < 16; i++) g_string_append_printf(yaml, "%ss%d", i > 0 ? ", " : "", i);
    g_string_append(yaml, "]}\n");
    for (int i = 0; i < 16; i++) g_string_append_printf(yaml, "      s%d: {next: z}\n", i);
    g_string_append(yaml, "      z: {kind: end}\n");
    assert_rows(yaml->str, is_down == 1 ? "A5 portrait" : "A4", 1, 18);
    g_string_free(yaml, TRUE);
  }
}

enum { TANGLED = 60 };

/* Where every step leads to every later one it is not tried for ever to fold them, but all are drawn. */
static void test_tangle(void) {
  GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n    steps:\n");
  for (int i = 0; i < TANGLED; i++) {
    g_string_append_printf(yaml, "      s%d: {next: [", i);
    for (int k = i + 1; k < TANGLED; k++) g_string_append_printf(yaml, "%ss%d", k > i + 1 ? ", " : "", k);
    g_string_append(yaml, "]}\n");
  }
  Fixture fixture;
  const CxLayout *layout = lay_out(&fixture, yaml->str, "A5");
  guint nodes = 0;
  for (size_t i = 0; i < layout->pages.count; i++) {
    assert_page(&fixture, &layout->pages.items[i]);
    nodes += fixture.nodes->len;
  }
  g_assert_cmpuint(nodes, ==, TANGLED);
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

/* A chain on a free page is folded rather than many times as wide as high. */
static void test_folded(void) {
  Fixture fixture;
  GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n    steps:\n      s0: {kind: start, next: s1}\n");
  for (int i = 1; i < 60; i++) g_string_append_printf(yaml, "      s%d: {next: s%d}\n", i, i + 1);
  g_string_append(yaml, "      s60: {kind: end}\n");
  const CxLayout *layout = lay_out(&fixture, yaml->str, NULL);
  const CxPage *page = &layout->pages.items[0];
  g_assert_cmpuint(layout->pages.count, ==, 1);
  assert_page(&fixture, page);
  g_assert_cmpuint(fixture.nodes->len, ==, 61);
  g_assert_cmpfloat(page->width / page->height, <, 4);
  g_assert_cmpuint(fixture.discs->len % 2, ==, 0);
  clear(&fixture);
  g_string_free(yaml, TRUE);
}

/* Every row on its paper holds about as many steps as fit: a chain of 40 takes few pages. */
static void test_filled(void) {
  static const struct {
    const char *paper;
    size_t most;
  } cases[] = {{"A4", 4}, {"A4 portrait", 5}, {"A3", 2}};
  GString *yaml = g_string_new("title: T\nlang: en\nflows:\n  f:\n    lanes: {a: One}\n    steps:\n");
  for (int i = 0; i < 39; i++)
    g_string_append_printf(yaml, "      s%d: {kind: %s, next: s%d}\n", i, i == 0 ? "start" : "process", i + 1);
  g_string_append(yaml, "      s39: {kind: end}\n");
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Fixture fixture;
    g_assert_cmpuint(lay_out(&fixture, yaml->str, cases[i].paper)->pages.count, <=, cases[i].most);
    clear(&fixture);
  }
  g_string_free(yaml, TRUE);
}

static CxRect step_rect(const Fixture *fixture, const char *id) {
  for (guint i = 0; i < fixture->nodes->len; i++) {
    const CxBox *box = fixture->nodes->pdata[i];
    if (g_strcmp0(box->block->ref, id) == 0) return box->rect;
  }
  g_assert_not_reached();
}

static bool is_level(const Fixture *fixture, const char *one, const char *other) {
  const CxRect a = step_rect(fixture, one), b = step_rect(fixture, other);
  return fabs(a.y + a.h / 2 - b.y - b.h / 2) < 0.01;
}

/* Whichever stands first, what says yes goes straight on; two that say the same, or nothing, go on as they stand. */
static void test_replies(void) {
  static const char *const pairs[][2] = {
      {"no", "yes"},         {"No (as a guest)", "Yes, please"},
      {"❌ No", "✅ Yes"},     {"❌", "✅"},
      {"FAIL", "ok"},        {"Not found", "Found"},
      {"false", "true"},     {"Cancel", "OK"},
      {"No token", "Token"}, {"Later", "Yes"},
      {"否", "是"},          {"不通过", "通过"},
      {"没有", "有"},        {"失败", "成功"},
      {"아니오", "예"},      {"エラー", "成功"},
      {"いいえ", "はい"},    {"nein", "ja"},
      {"non", "oui"},        {"NÃO", "Sim"},
      {"нет", "да"},         {"nie", "tak"},
      {"nee", "ja"},         {"hayır", "evet"},
      {"không", "có"},       {"ไม่ใช่", "ใช่"},
      {"tidak", "ya"},       {"नहीं", "हाँ"},
      {"ਨਹੀਂ", "ਹਾਂ"},         {"όχι", "ναι"},
  };
  for (size_t i = 0; i < 2 * G_N_ELEMENTS(pairs); i++) {
    const char *const *pair = pairs[i / 2];
    const bool is_yes_first = i % 2 == 1;
    char *yaml = g_strdup_printf("title: T\nlang: en\nflows: {f: {steps: {a: {kind: decision, next: {\"%s\": %s, "
                                 "\"%s\": %s}}, good: {kind: end}, bad: {kind: end}}}}\n",
                                 pair[is_yes_first], is_yes_first ? "good" : "bad", pair[!is_yes_first],
                                 is_yes_first ? "bad" : "good");
    Fixture fixture;
    assert_page(&fixture, &lay_out(&fixture, yaml, NULL)->pages.items[0]);
    g_test_message("%s", yaml);
    g_assert_true(is_level(&fixture, "a", "good"));
    g_assert_false(is_level(&fixture, "a", "bad"));
    clear(&fixture);
    g_free(yaml);
  }
}

/* Languages that are written from right to left have flows that run so. */
static void test_mirrored(void) {
  Fixture fixture;
  const CxLayout *layout =
      lay_out(&fixture, "title: T\nlang: ar\nflows: {f: {steps: {a: {kind: start, next: b}, b: {kind: end}}}}\n", NULL);
  assert_page(&fixture, &layout->pages.items[0]);
  const CxBox *first = fixture.nodes->pdata[0], *second = fixture.nodes->pdata[1];
  g_assert_cmpfloat(first->rect.x, >, second->rect.x + second->rect.w);
  clear(&fixture);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/flows/next", test_next);
  g_test_add_func("/flows/lanes", test_lanes);
  g_test_add_func("/flows/many-odd", test_many_odd);
  g_test_add_func("/flows/whole", test_whole);
  g_test_add_func("/flows/divided", test_divided);
  g_test_add_func("/flows/cut-across", test_cut_across);
  g_test_add_func("/flows/tangle", test_tangle);
  g_test_add_func("/flows/folded", test_folded);
  g_test_add_func("/flows/filled", test_filled);
  g_test_add_func("/flows/replies", test_replies);
  g_test_add_func("/flows/mirrored", test_mirrored);
  return g_test_run();
}
