/* Empathy maps through the front of the pipeline: nothing crosses the outline of the head, whatever stands in it and
 * beside it; what a small page has no room for stands on the pages behind it, once.
 */
#include "cxmap/compile.h"

#include <stdio.h>
#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
} Fixture;

static const CxLayout *lay_out(Fixture *fixture, const char *yaml) {
  fixture->shaper = cx_shaper_new_fixed();
  fixture->run = cx_compile_new(fixture->shaper);
  g_assert_true(
      cx_compile_text(fixture->run, "test.yaml", yaml, strlen(yaml), &(CxSettings){.until = CX_STAGE_LAYOUT}));
  return fixture->run->layouts.items[0];
}

static void clear(Fixture *fixture) {
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

/* ---- Documents ------------------------------------------------------------------------------------------------- */

static const char *const keys[] = {"says", "thinks", "does", "feels", "sees", "hears", "pains", "gains"};

/* Each box has some of the items, numbered from 1; words are drawn from the seed. */
static void add_items(GString *yaml, GRand *chance, const char *key, int count, int words, int *number) {
  static const char *const vocabulary[] = {
      "broadband", "the", "engineer", "late", "router", "a", "internationalisation", "等待", "price"};
  g_string_append_printf(yaml, "    %s:\n", key);
  for (int i = 0; i < count; i++) {
    g_string_append_printf(yaml, "      - n%d.", ++*number);
    for (int k = g_rand_int_range(chance, 0, words); k >= 0; k--)
      g_string_append_printf(yaml, " %s", vocabulary[g_rand_int_range(chance, 0, G_N_ELEMENTS(vocabulary))]);
    g_string_append_c(yaml, '\n');
  }
}

static char *make_document(guint32 seed, const char *map, int *number) {
  GRand *chance = g_rand_new_with_seed(seed);
  GString *yaml = g_string_new("title: T\nlang: en\npersonas:\n  p:\n    name: P\n");
  const int most = g_rand_int_range(chance, 1, 40);
  *number = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    if (strcmp(keys[i], "says") == 0 || g_rand_int_range(chance, 0, 5) > 0)
      add_items(yaml, chance, keys[i], g_rand_int_range(chance, 1, g_rand_int_range(chance, 0, 4) > 0 ? 5 : most + 1),
                g_rand_int_range(chance, 0, 4) > 0 ? 12 : 120, number);
  g_string_append_printf(yaml, "    brands: [B]\nmaps: [{persona: p, view: empathy, %s}]\n", map);
  g_rand_free(chance);
  return g_string_free(yaml, FALSE);
}

/* ---- The head ---------------------------------------------------------------------------------------------------- */

static const CxDrawn *find_head(const CxBox *box, const CxBox **chart) {
  for (size_t i = 0; i < box->drawn.count; i++)
    if (g_strcmp0(box->drawn.items[i].role, "head") == 0) {
      *chart = box;
      return &box->drawn.items[i];
    }
  const CxDrawn *found = NULL;
  for (size_t i = 0; i < box->children.count && found == NULL; i++) found = find_head(box->children.items[i], chart);
  return found;
}

static CxPoint point_on(const CxPathStep *step, CxPoint from, double t) {
  if (step->verb != CX_PATH_CURVE)
    return (CxPoint){from.x + (step->to.x - from.x) * t, from.y + (step->to.y - from.y) * t};
  const double a = (1 - t) * (1 - t) * (1 - t), b = 3 * (1 - t) * (1 - t) * t, c = 3 * (1 - t) * t * t, d = t * t * t;
  return (CxPoint){a * from.x + b * step->c[0].x + c * step->c[1].x + d * step->to.x,
                   a * from.y + b * step->c[0].y + c * step->c[1].y + d * step->to.y};
}

static bool crosses(CxPoint one, CxPoint other, CxPoint point) {
  return (one.y > point.y) != (other.y > point.y) &&
         point.x < one.x + (point.y - one.y) / (other.y - one.y) * (other.x - one.x);
}

static bool is_inside(const CxPath *path, CxPoint point) {
  enum { PIECES = 64 };
  bool is_in = false;
  CxPoint from = {0};
  for (size_t i = 0; i < path->count; i++) {
    const CxPathStep *step = &path->items[i];
    if (step->verb == CX_PATH_CLOSE) continue;
    for (int k = 0; k < PIECES && i > 0; k++)
      if (crosses(point_on(step, from, (double)k / PIECES), point_on(step, from, (double)(k + 1) / PIECES), point))
        is_in = !is_in;
    from = step->to;
  }
  return is_in;
}

static int corners_inside(const CxPath *path, CxRect rect) {
  const CxPoint corners[] = {
      {rect.x, rect.y}, {rect.x + rect.w, rect.y}, {rect.x, rect.y + rect.h}, {rect.x + rect.w, rect.y + rect.h}};
  int count = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) count += is_inside(path, corners[i]);
  return count;
}

static void check_head(const CxPage *page) {
  const CxBox *chart = NULL;
  const CxDrawn *head = find_head(page->body, &chart);
  if (head == NULL) return;
  g_assert_cmpuint(chart->children.count, ==, 7);
  for (size_t i = 0; i < chart->children.count; i++) {
    const CxBox *box = chart->children.items[i];
    const bool is_within = g_strv_contains((const char *const[]){"thinks-and-feels", "pains", "gains", NULL},
                                           box->block->id != NULL ? box->block->id : "thinks-and-feels");
    g_assert_cmpint(corners_inside(&head->path, box->rect), ==, is_within ? 4 : 0);
    g_assert_true(cx_rect_union(chart->rect, box->rect).h <= chart->rect.h + 1e-6);
  }
}

static void nothing_crosses_the_head(void) {
  static const char *const maps[] = {"id: m", "paper: A4", "paper: A1", "lang: ar"};
  for (guint32 seed = 1; seed <= 40; seed++) {
    Fixture fixture;
    int number;
    char *yaml = make_document(seed, maps[seed % G_N_ELEMENTS(maps)], &number);
    const CxLayout *layout = lay_out(&fixture, yaml);
    for (size_t i = 0; i < layout->pages.count; i++) check_head(&layout->pages.items[i]);
    clear(&fixture);
    g_free(yaml);
  }
}

/* ---- Pages ------------------------------------------------------------------------------------------------------- */

static void count_items(const CxBlock *block, int *seen) {
  const char *text = block->phrase.text;
  int number;
  if (text != NULL && g_str_has_prefix(text, "“")) text += strlen("“");
  if (g_strcmp0(block->role, "item") == 0 && text != NULL && sscanf(text, "n%d.", &number) == 1) seen[number]++;
}

static void count_boxes(const CxBox *box, int *seen) {
  if (box->block != NULL) count_items(box->block, seen);
  for (size_t i = 0; i < box->children.count; i++) count_boxes(box->children.items[i], seen);
}

static void every_item_stands_on_one_page(void) {
  static const char *const maps[] = {"paper: A4", "paper: A4, canvas: classic", "paper: A3",
                                     "paper: A5, canvas: classic"};
  for (guint32 seed = 1; seed <= 24; seed++) {
    Fixture fixture;
    int number;
    char *yaml = make_document(seed, maps[seed % G_N_ELEMENTS(maps)], &number);
    const CxLayout *layout = lay_out(&fixture, yaml);
    int *seen = g_new0(int, number + 1);
    for (size_t i = 0; i < layout->pages.count; i++) count_boxes(layout->pages.items[i].body, seen);
    for (int i = 1; i <= number; i++) g_assert_cmpint(seen[i], ==, 1);
    g_free(seen);
    clear(&fixture);
    g_free(yaml);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/empathy/nothing-crosses-the-head", nothing_crosses_the_head);
  g_test_add_func("/empathy/every-item-stands-on-one-page", every_item_stands_on_one_page);
  return g_test_run();
}
