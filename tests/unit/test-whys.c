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

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/whys/middles", test_middles);
  g_test_add_func("/whys/divided", test_divided);
  return g_test_run();
}
