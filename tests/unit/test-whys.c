/* 5 whys through the front of the pipeline: parents in the middle of their children, answers at the height of their
 * roots, boxes that never overlap, and trees that are divided without losing a cause.
 */
#include "cxmap/compile.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
  GHashTable *boxes; /* id → const CxBox *, of the page that was looked at last */
} Fixture;

static void collect(Fixture *fixture, const CxBox *box) {
  if (box->block != NULL && g_strcmp0(box->block->role, "node") == 0)
    g_hash_table_insert(fixture->boxes, (char *)box->block->id, (void *)box);
  for (size_t i = 0; i < box->children.count; i++) collect(fixture, box->children.items[i]);
}

static const CxLayout *lay_out(Fixture *fixture, const char *yaml, const char *paper) {
  *fixture = (Fixture){.shaper = cx_shaper_new_fixed(), .boxes = g_hash_table_new(g_str_hash, g_str_equal)};
  fixture->run = cx_compile_new(fixture->shaper);
  CxSettings settings = {.until = CX_STAGE_LAYOUT};
  if (paper != NULL) g_assert_true(cx_paper_parse(paper, &settings.paper, NULL));
  g_assert_true(cx_compile_text(fixture->run, "w.yaml", yaml, strlen(yaml), &settings));
  const CxLayout *layout = fixture->run->layouts.items[0];
  collect(fixture, layout->pages.items[0].body);
  return layout;
}

static void clear(Fixture *fixture) {
  g_hash_table_destroy(fixture->boxes);
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

static double middle(const Fixture *fixture, const char *id) {
  const CxBox *box = g_hash_table_lookup(fixture->boxes, id);
  g_assert_nonnull(box);
  return box->rect.y + box->rect.h / 2;
}

static const char *const WHYS = "title: T\n"
                                "lang: en\n"
                                "whys:\n"
                                "  w:\n"
                                "    problem: Late\n"
                                "    because:\n"
                                "      - why: One\n"
                                "        because:\n"
                                "          - {why: Two, root: true, action: Mend}\n"
                                "          - why: Three\n"
                                "      - why: Four\n"
                                "        action: Plan anew\n"
                                "        because: {why: Five, root: true}\n";

static void test_middles(void) {
  Fixture fixture;
  lay_out(&fixture, WHYS, NULL);
  g_assert_cmpfloat_with_epsilon(middle(&fixture, "problem"),
                                 (middle(&fixture, "cause-1") + middle(&fixture, "cause-4")) / 2, 0.01);
  g_assert_cmpfloat_with_epsilon(middle(&fixture, "cause-1"),
                                 (middle(&fixture, "cause-2") + middle(&fixture, "cause-3")) / 2, 0.01);
  g_assert_cmpfloat_with_epsilon(middle(&fixture, "cause-4"), middle(&fixture, "cause-5"), 0.01);
  g_assert_cmpfloat_with_epsilon(middle(&fixture, "countermeasure-2"), middle(&fixture, "cause-2"), 0.01);
  g_assert_cmpfloat(middle(&fixture, "countermeasure-4"), >,
                    middle(&fixture, "cause-5")); /* it has causes of its own */
  clear(&fixture);
}

static void assert_apart(const Fixture *fixture) {
  GList *boxes = g_hash_table_get_values(fixture->boxes);
  for (GList *a = boxes; a != NULL; a = a->next)
    for (GList *b = a->next; b != NULL; b = b->next)
      g_assert_false(cx_rect_overlaps(((const CxBox *)a->data)->rect, ((const CxBox *)b->data)->rect, 0.01));
  g_list_free(boxes);
}

/* `count` branches of three leaves each. */
static char *whys_of(int count) {
  GString *yaml = g_string_new("title: T\nlang: en\nwhys:\n  w:\n    problem: Late\n    because:\n");
  for (int i = 0; i < count; i++)
    g_string_append_printf(yaml,
                           "      - why: A branch whose text is long enough to take several lines of its box %d\n"
                           "        because:\n"
                           "          - {why: One, root: true, action: {text: Mend it, owner: A, due: July}}\n"
                           "          - Two\n"
                           "          - {why: Three, because: {why: Four, root: true, action: Mend}}\n",
                           i);
  return g_string_free(yaml, FALSE);
}

static void test_divided(void) {
  Fixture fixture;
  char *yaml = whys_of(20);
  const CxLayout *layout = lay_out(&fixture, yaml, "A4");
  GHashTable *shown = g_hash_table_new(g_str_hash, g_str_equal);
  g_assert_cmpuint(layout->pages.count, >, 2);
  for (size_t i = 0; i < layout->pages.count; i++) {
    g_hash_table_remove_all(fixture.boxes);
    collect(&fixture, layout->pages.items[i].body);
    assert_apart(&fixture);
    GHashTableIter iterator;
    gpointer id;
    g_hash_table_iter_init(&iterator, fixture.boxes);
    while (g_hash_table_iter_next(&iterator, &id, NULL)) g_hash_table_add(shown, id);
    g_assert_nonnull(g_hash_table_lookup(fixture.boxes, "problem"));
  }
  g_assert_cmpuint(g_hash_table_size(shown), ==, 1 + 20 * (5 + 2));
  g_hash_table_destroy(shown);
  clear(&fixture);
  g_free(yaml);
}

/* A chain of `levels` causes, each with an answer. */
static char *chain_of(int levels) {
  GString *yaml = g_string_new("title: T\nlang: en\nwhys:\n  w:\n    problem: Late\n    because:\n");
  for (int i = 0; i < levels; i++) {
    g_string_append_printf(yaml, "%*s- why: Because of number %d\n%*s  action: Mend number %d\n", 6 + 2 * i, "", i,
                           6 + 2 * i, "", i);
    g_string_append_printf(yaml, "%*s  %s\n", 6 + 2 * i, "", i + 1 < levels ? "because:" : "root: true");
  }
  return g_string_free(yaml, FALSE);
}

typedef struct Shown {
  GHashTable *nodes;   /* id → how often */
  GHashTable *numbers; /* text of a disc → how often */
} Shown;

static void count(GHashTable *table, const char *key) {
  g_hash_table_insert(table, (char *)key, GINT_TO_POINTER(GPOINTER_TO_INT(g_hash_table_lookup(table, key)) + 1));
}

static void count_boxes(Shown *shown, const CxBox *box) {
  if (box->block != NULL && g_strcmp0(box->block->role, "node") == 0) count(shown->nodes, box->block->id);
  if (box->block != NULL && g_strcmp0(box->block->role, "connector") == 0)
    count(shown->numbers, box->block->phrase.text);
  for (size_t i = 0; i < box->children.count; i++) count_boxes(shown, box->children.items[i]);
}

static void assert_all_twice(GHashTable *numbers, guint at_least) {
  GHashTableIter iterator;
  gpointer times;
  g_assert_cmpuint(g_hash_table_size(numbers), >=, at_least);
  g_hash_table_iter_init(&iterator, numbers);
  while (g_hash_table_iter_next(&iterator, NULL, &times)) g_assert_cmpint(GPOINTER_TO_INT(times), ==, 2);
}

/* What is deeper than a page is wide goes on at numbered discs, in type that can be read, and shows everything once. */
static void test_folded(void) {
  static const char *const papers[] = {"A5", "A4", "A4 portrait", "A3"};
  for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
    Fixture fixture;
    char *yaml = chain_of(20);
    const CxLayout *layout = lay_out(&fixture, yaml, papers[i]);
    Shown shown = {g_hash_table_new(g_str_hash, g_str_equal), g_hash_table_new(g_str_hash, g_str_equal)};
    for (size_t k = 0; k < layout->pages.count; k++) count_boxes(&shown, layout->pages.items[k].body);
    g_assert_cmpuint(g_hash_table_size(shown.nodes), ==, 41);
    g_assert_cmpint(GPOINTER_TO_INT(g_hash_table_lookup(shown.nodes, "cause-20")), ==, 1);
    assert_all_twice(shown.numbers, 2);
    g_assert_cmpuint(cx_diagnostics_count(fixture.run->diagnostics, CX_WARNING), ==, 0);
    g_hash_table_destroy(shown.nodes);
    g_hash_table_destroy(shown.numbers);
    clear(&fixture);
    g_free(yaml);
  }
}

/* Names stand over their columns, and boxes of a column under each other, also where nothing stands in a column. */
static void test_columns(void) {
  Fixture fixture;
  lay_out(&fixture, WHYS, NULL);
  const CxBox *first = g_hash_table_lookup(fixture.boxes, "countermeasure-2"),
              *second = g_hash_table_lookup(fixture.boxes, "countermeasure-4"),
              *problem = g_hash_table_lookup(fixture.boxes, "problem");
  g_assert_cmpfloat(first->rect.x, ==, second->rect.x);
  g_assert_cmpfloat(first->rect.w, ==, problem->rect.w);
  const double step = first->rect.w + 36; /* with the gap */
  g_assert_cmpfloat_with_epsilon(first->rect.x - problem->rect.x, 3 * step, 0.01);
  clear(&fixture);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/whys/middles", test_middles);
  g_test_add_func("/whys/columns", test_columns);
  g_test_add_func("/whys/divided", test_divided);
  g_test_add_func("/whys/folded", test_folded);
  return g_test_run();
}
