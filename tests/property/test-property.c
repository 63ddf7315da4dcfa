/* Properties of every map: seeded random documents go through the whole pipeline, and of each scene it is claimed that
 *     no line of text overlaps another, every line lies inside its group, every group inside its parent, groups of one
 *     parent do not overlap, stages keep their order, no arrow runs through a card, every text of the document is on
 * its journey map, nothing is printed too small without a warning, and a second run says the same. The papers take
 * turns, and the themes. Most documents are measured with the fixed-width fake, some with real fonts. With files as
 * arguments, these are examined instead: test-property FILE…
 */
#include "cxmap/compile.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double slack = 0.05;

/* One scene under examination. */
typedef struct Claims {
  GString *faults;
  GPtrArray *lines;    /* CxElement: all lines of a page */
  GString *paragraphs; /* of all pages, without white space, a line each */
  GPtrArray *stages;   /* CxElement: groups */
  GPtrArray *edges;    /* CxElement: arrows */
  GPtrArray *solids;   /* CxElement: grounds of cards, badges */
} Claims;

static void fault(Claims *claims, const char *what, const CxElement *a, const CxElement *b) {
  if (claims->faults->len > 4000) return;
  g_string_append_printf(claims->faults, "%s:", what);
  const CxElement *both[] = {a, b};
  for (int i = 0; i < 2 && both[i] != NULL; i++)
    g_string_append_printf(claims->faults, " %s %s [%.2f %.2f %.2f %.2f] \"%.40s\"", both[i]->role,
                           both[i]->id != NULL ? both[i]->id : "", both[i]->box.x, both[i]->box.y, both[i]->box.w,
                           both[i]->box.h, both[i]->text != NULL ? both[i]->text : "");
  g_string_append_c(claims->faults, '\n');
}

/* ---- Claims --------------------------------------------------------------------------------------------------- */

static void claim_groups_apart(Claims *claims, const CxElements *siblings) {
  for (size_t i = 0; i < siblings->count; i++)
    for (size_t k = 0; k < i && siblings->items[i]->kind == CX_ELEMENT_GROUP; k++)
      if (siblings->items[k]->kind == CX_ELEMENT_GROUP &&
          cx_rect_overlaps(siblings->items[i]->box, siblings->items[k]->box, slack))
        fault(claims, "groups overlap", siblings->items[k], siblings->items[i]);
}

static void walk(Claims *claims, const CxElements *elements, CxRect outside) {
  claim_groups_apart(claims, elements);
  for (size_t i = 0; i < elements->count; i++) {
    CxElement *element = elements->items[i];
    const bool is_group = element->kind == CX_ELEMENT_GROUP;
    if ((is_group || element->kind == CX_ELEMENT_TEXT) && !cx_rect_contains(outside, element->box, slack))
      fault(claims, "outside of its group", element, NULL);
    if (element->kind == CX_ELEMENT_TEXT) g_ptr_array_add(claims->lines, element);
    if (is_group && g_strcmp0(element->role, "stage") == 0) g_ptr_array_add(claims->stages, element);
    if (element->kind == CX_ELEMENT_PATH && g_strcmp0(element->role, "edge") == 0)
      g_ptr_array_add(claims->edges, element);
    if (g_strcmp0(element->role, is_group ? "badge" : "card") == 0) g_ptr_array_add(claims->solids, element);
    if (is_group) walk(claims, &element->children, element->box);
  }
}

static int compare_top(const void *a, const void *b) {
  const CxElement *one = *(CxElement *const *)a, *other = *(CxElement *const *)b;
  return (one->box.y > other->box.y) - (one->box.y < other->box.y);
}

static void claim_lines_apart(Claims *claims) {
  g_ptr_array_sort(claims->lines, compare_top);
  for (guint i = 0; i < claims->lines->len; i++) {
    const CxElement *line = claims->lines->pdata[i];
    for (guint k = i + 1; k < claims->lines->len; k++) {
      const CxElement *below = claims->lines->pdata[k];
      if (below->box.y >= line->box.y + line->box.h) break;
      if (cx_rect_overlaps(line->box, below->box, slack)) fault(claims, "lines overlap", line, below);
    }
  }
}

/* In reading order, so that texts broken over pages join. Call before the lines are sorted. */
static void collect_paragraphs(Claims *claims) {
  int para = 0;
  for (guint i = 0; i < claims->lines->len; i++) {
    const CxElement *line = claims->lines->pdata[i];
    if (line->para != para) g_string_append_c(claims->paragraphs, '\n');
    para = line->para;
    char *text = text_without_space(line->text);
    g_string_append(claims->paragraphs, text);
    g_free(text);
  }
}

static void claim_order_of_stages(Claims *claims, bool is_rtl) {
  for (guint i = 1; i < claims->stages->len; i++) {
    const CxElement *one = claims->stages->pdata[i - 1], *next = claims->stages->pdata[i];
    if (is_rtl ? next->box.x > one->box.x : next->box.x < one->box.x) fault(claims, "stages out of order", one, next);
  }
}

/* Of a diamond, what it has in common with any other shape of its size: the middle. */
static CxRect solid_part(const CxElement *element) {
  const CxRect box = element->box;
  if (element->kind != CX_ELEMENT_PATH) return box;
  return cx_rect_inset(box, (CxInsets){box.h / 4, box.w / 4, box.h / 4, box.w / 4});
}

static void claim_edges_run_free(Claims *claims) {
  for (guint i = 0; i < claims->edges->len; i++) {
    const CxElement *edge = claims->edges->pdata[i];
    for (size_t k = 1; k < edge->points.count; k++) {
      const CxPoint a = edge->points.items[k - 1], b = edge->points.items[k];
      const CxRect piece = {MIN(a.x, b.x) - slack, MIN(a.y, b.y) - slack, fabs(a.x - b.x) + 2 * slack,
                            fabs(a.y - b.y) + 2 * slack};
      for (guint s = 0; s < claims->solids->len; s++)
        if (cx_rect_overlaps(piece, solid_part(claims->solids->pdata[s]), 2 * slack - 1e-3))
          fault(claims, "an arrow runs through", claims->solids->pdata[s], edge);
    }
  }
}

static void claim_type_is_readable(Claims *claims, double least) {
  for (guint i = 0; i < claims->lines->len; i++) {
    const CxElement *line = claims->lines->pdata[i];
    if (line->size < least - 1e-6) fault(claims, "type is too small", line, NULL);
  }
}

static void claim_texts_are_there(Claims *claims, const GPtrArray *texts) {
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (strstr(claims->paragraphs->str, texts->pdata[i]) == NULL)
      g_string_append_printf(claims->faults, "text is missing: %.200s\n", (char *)texts->pdata[i]);
}

static char *faults_of_scene(const CxScene *scene, const GPtrArray *texts, double least) {
  Claims claims = {.faults = g_string_new(NULL),
                   .lines = g_ptr_array_new(),
                   .paragraphs = g_string_new(NULL),
                   .stages = g_ptr_array_new(),
                   .edges = g_ptr_array_new(),
                   .solids = g_ptr_array_new()};
  for (size_t i = 0; i < scene->pages.count; i++) {
    const CxScenePage *page = &scene->pages.items[i];
    g_ptr_array_set_size(claims.lines, 0);
    g_ptr_array_set_size(claims.stages, 0);
    g_ptr_array_set_size(claims.edges, 0);
    g_ptr_array_set_size(claims.solids, 0);
    walk(&claims, &page->elements, (CxRect){0, 0, page->width, page->height});
    collect_paragraphs(&claims);
    claim_lines_apart(&claims);
    claim_edges_run_free(&claims);
    claim_type_is_readable(&claims, least);
    claim_order_of_stages(&claims, cx_language_is_rtl(scene->lang));
  }
  claim_texts_are_there(&claims, texts);
  g_string_free(claims.paragraphs, TRUE);
  g_ptr_array_unref(claims.solids);
  g_ptr_array_unref(claims.edges);
  g_ptr_array_unref(claims.stages);
  g_ptr_array_unref(claims.lines);
  return g_string_free(claims.faults, FALSE);
}

/* ---- Posters -------------------------------------------------------------------------------------------------- */

/* The lines of some sheets, and those of them that stand on no tile as a whole. */
typedef struct Posters {
  size_t lines, cut;
} Posters;

static bool holds_line(const CxElements *elements, const CxElement *line, CxRect window) {
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    if (element->line == line->line && element->line != NULL && cx_rect_contains(window, element->box, slack))
      return true;
    if (holds_line(&element->children, line, window)) return true;
  }
  return false;
}

/* What is no wider than the overlap cannot be cut. */
static void count_cut(Posters *posters, const CxElements *elements, const CxScene *poster, const char *name) {
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    count_cut(posters, &element->children, poster, name);
    if (element->kind != CX_ELEMENT_TEXT) continue;
    bool is_whole = false;
    for (size_t k = 0; k < poster->pages.count && !is_whole; k++) {
      const CxElement *tile = poster->pages.items[k].elements.items[0];
      is_whole = holds_line(&tile->children, element, tile->box);
    }
    posters->lines++;
    posters->cut += !is_whole;
    if (!is_whole && element->box.w < 9 * 72 / 25.4) g_test_fail_printf("%s: cut: \"%s\"", name, element->text);
  }
}

static void examine_poster(Posters *posters, CxShaper *shaper, guint32 seed, const CxPaper *paper) {
  RandomDocument *document = random_document_new(seed);
  char *name = g_strdup_printf("seed %u", seed);
  CxCompile *run = cx_compile_new(shaper);
  cx_compile_text(run, name, document->yaml->str, document->yaml->len, &(CxSettings){.until = CX_STAGE_SCENE});
  for (size_t i = 0; i < run->scenes.count; i++) {
    const CxScene *scene = run->scenes.items[i], *poster = cx_scene_tile(run->arena, scene, paper, shaper);
    for (size_t k = 0; k < scene->pages.count && poster->pages.count > scene->pages.count; k++)
      count_cut(posters, &scene->pages.items[k].elements, poster, name);
  }
  cx_compile_free(run);
  g_free(name);
  random_document_free(document);
}

/* Text that no gap spares is cut; of many maps that must be little. */
static void test_posters(void) {
  CxShaper *shaper = cx_shaper_new_fixed();
  Posters posters = {0};
  CxPaper paper;
  g_assert_true(cx_paper_parse("A4", &paper, NULL));
  for (guint32 seed = 0; seed < 40; seed++) examine_poster(&posters, shaper, seed, &paper);
  g_test_message("%zu of %zu lines are cut", posters.cut, posters.lines);
  g_assert_cmpuint(posters.lines, >, 1000);
  g_assert_cmpuint(posters.cut * 200, <=, posters.lines);
  cx_shaper_free(shaper);
}

/* ---- Runs ----------------------------------------------------------------------------------------------------- */

static GString *scene_json(const CxCompile *run) {
  GString *json = g_string_new(NULL);
  cx_compile_write_json(run, CX_STAGE_SCENE, json);
  return json;
}

static bool has_small_type(const CxCompile *run) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(run->diagnostics, &count);
  for (size_t i = 0; i < count; i++)
    if (diags[i]->code == CX_SMALL_TYPE) return true;
  return false;
}

static double least_type(const CxCompile *run, const CxScene *scene) {
  const double poster_side = 1683; /* of A1 */
  if (has_small_type(run)) return 0;
  return run->sheets.items[0]->paper.width > 0 && MIN(scene->width, scene->height) > poster_side ? 10 : 6.5;
}

static void examine(const CxCompile *run, const char *name, const GPtrArray *texts) {
  if (cx_diagnostics_has_errors(run->diagnostics)) {
    GString *report = g_string_new(NULL);
    cx_diag_printer_find("short")->print(run->diagnostics, false, report);
    g_test_fail_printf("%s: %s", name, report->str);
    g_string_free(report, TRUE);
  }
  for (size_t i = 0; i < run->scenes.count; i++) {
    const CxScene *scene = run->scenes.items[i];
    const bool has_all_lanes = strcmp(scene->kind, "journey") == 0;
    char *faults = faults_of_scene(scene, has_all_lanes ? texts : NULL, least_type(run, scene));
    if (*faults != '\0') g_test_fail_printf("%s: %s", name, faults);
    g_free(faults);
  }
}

static void examine_seed(CxShaper *shaper, guint32 seed) {
  static const char *const papers[] = {"fit", "A3", "A4 portrait", "A1", "letter", "A5"};
  static const char *const themes[] = {"light", "print", "workshop", "dark", "contrast"};
  CxSettings settings = {.until = CX_STAGE_SCENE, .theme = themes[seed % G_N_ELEMENTS(themes)]};
  g_assert_true(cx_paper_parse(papers[seed % G_N_ELEMENTS(papers)], &settings.paper, NULL));
  RandomDocument *document = random_document_new(seed);
  char *name = g_strdup_printf("seed %u", seed);
  CxCompile *once = cx_compile_new(shaper), *again = cx_compile_new(shaper);
  cx_compile_text(once, name, document->yaml->str, document->yaml->len, &settings);
  cx_compile_text(again, name, document->yaml->str, document->yaml->len, &settings);
  examine(once, name, document->texts);
  GString *first = scene_json(once), *second = scene_json(again);
  if (!g_string_equal(first, second)) g_test_fail_printf("%s: the second run differs", name);
  if (g_test_failed() && g_getenv("PROPERTY_KEEP") != NULL)
    g_file_set_contents(g_getenv("PROPERTY_KEEP"), document->yaml->str, (gssize)document->yaml->len, NULL);
  g_string_free(first, TRUE);
  g_string_free(second, TRUE);
  cx_compile_free(once);
  cx_compile_free(again);
  g_free(name);
  random_document_free(document);
}

static void examine_seeds(CxShaper *shaper, guint32 from, guint32 to) {
  for (guint32 seed = from; seed < to && !g_test_failed(); seed++) examine_seed(shaper, seed);
  cx_shaper_free(shaper);
}

static void test_fixed(void) {
  examine_seeds(cx_shaper_new_fixed(), 0, 150);
}

static void test_real(void) {
  examine_seeds(cx_shaper_new("Noto Sans"), 1000, 1020);
}

/* PROPERTY_SEED=7 examines that document alone. */
static void test_one_seed(void) {
  const guint32 seed = (guint32)g_ascii_strtoull(g_getenv("PROPERTY_SEED"), NULL, 10);
  examine_seeds(seed < 1000 ? cx_shaper_new_fixed() : cx_shaper_new("Noto Sans"), seed, seed + 1);
}

static void test_file(const void *path) {
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  CxCompile *run = cx_compile_new(shaper);
  cx_compile_file(run, path, &(CxSettings){.until = CX_STAGE_SCENE});
  examine(run, path, NULL);
  cx_compile_free(run);
  cx_shaper_free(shaper);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (int i = 1; i < argc; i++) {
    char *name = g_strconcat("/property/file/", argv[i], NULL);
    g_test_add_data_func(name, argv[i], test_file);
    g_free(name);
  }
  if (argc < 2 && g_getenv("PROPERTY_SEED") != NULL) {
    g_test_add_func("/property/seed", test_one_seed);
  } else if (argc < 2) {
    g_test_add_func("/property/fixed", test_fixed);
    g_test_add_func("/property/real", test_real);
    g_test_add_func("/property/posters", test_posters);
  }
  const int status = g_test_run();
  cx_render_cleanup();
  return status;
}
