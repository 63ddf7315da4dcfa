/* Canvases: templates, grids and where they are wrong, the widths of columns, division over pages, forms. */
#include "cxmap/maps.h"
#include "laid-out.h"
#include "read-model.h"

/* ---- Templates ------------------------------------------------------------------------------------------------- */

static void test_templates(void) {
  size_t count, languages;
  const CxCanvasTemplate *templates = cx_canvas_templates(&count);
  cx_word_languages(&languages);
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < count; i++) {
    const CxCanvas *canvas = cx_canvas_blank(arena, &templates[i], "en", (CxSpan){0});
    size_t boxes = 0, cells = 0;
    for (size_t k = 0; k < CX_COUNT(templates[i].boxes) && templates[i].boxes[k].id != NULL; k++)
      boxes += !templates[i].boxes[k].is_column;
    g_assert_cmpuint(canvas->boxes.count, ==, boxes); /* each has its place */
    for (size_t k = 0; k < boxes; k++) {
      const CxCanvasBox *box = canvas->boxes.items[k];
      cells += box->area.rows * box->area.columns;
      g_assert_cmpuint(box->title.in.count, ==, languages);
      g_assert_cmpuint(box->hint.in.count, ==, languages);
    }
    g_assert_cmpuint(cells, ==, canvas->row_count * canvas->column_count); /* and they leave none free */
    g_assert_true(cx_canvas_template_find(templates[i].name) == &templates[i]);
  }
  g_assert_null(cx_canvas_template_find("five"));
  cx_arena_free(arena);
}

/* The reference names them one by one. */
static void test_reference(void) {
  size_t count;
  const CxCanvasTemplate *templates = cx_canvas_templates(&count);
  GString *reference = g_string_new(NULL);
  cx_schema_write_reference(&cx_table_document, reference);
  for (size_t i = 0; i < count; i++) {
    char *quoted = g_strdup_printf("`%s`", templates[i].name);
    g_assert_nonnull(strstr(reference->str, quoted));
    g_free(quoted);
  }
  g_string_free(reference, TRUE);
}

static const CxCanvas *canvas_of(const Read *read) {
  g_assert_cmpuint(read->model->canvases.count, ==, 1);
  return read->model->canvases.items[0];
}

static const CxCanvasBox *box_of(const CxCanvasBoxes *boxes, const char *id) {
  for (size_t i = 0; i < boxes->count; i++)
    if (strcmp(boxes->items[i]->object.id, id) == 0) return boxes->items[i];
  g_assert_not_reached();
}

static void test_template_with_boxes(void) {
  Read read = read_good("lang: en\ncanvases:\n  plan:\n    template: five-step\n    boxes:\n"
                        "      scenario: {title: Scene, items: [At home]}\n"
                        "      four-senses: {boxes: {touch: Cable, own: Thing}}\n");
  const CxCanvas *canvas = canvas_of(&read);
  g_assert_cmpuint(canvas->boxes.count, ==, 5);
  const CxCanvasBox *scenario = box_of(&canvas->boxes, "scenario");
  g_assert_cmpstr(scenario->title.text, ==, "Scene");
  g_assert_cmpstr(cx_text_in(&scenario->hint, "ko", NULL), ==, cx_word(CX_WORD_HINT_SCENARIO, "ko", NULL));
  g_assert_true(canvas->boxes.items[1] == scenario);
  const CxCanvasBoxes *senses = &box_of(&canvas->boxes, "four-senses")->boxes;
  g_assert_cmpuint(senses->count, ==, 5); /* the template's in its order, then the own one */
  g_assert_cmpstr(senses->items[2]->object.id, ==, "touch");
  g_assert_cmpuint(senses->items[2]->items.count, ==, 1);
  g_assert_cmpstr(senses->items[4]->object.id, ==, "own");
  done(&read);
}

/* ---- Grids ------------------------------------------------------------------------------------------------------ */

static void test_own_grid(void) {
  Read read = read_good("lang: en\ncanvases:\n  own:\n    grid: [\"who\u3000scene scene\", \"who . last\"]\n"
                        "    columns: [1, 2fr, 40mm]\n");
  const CxCanvas *canvas = canvas_of(&read);
  g_assert_cmpuint(canvas->row_count, ==, 2);
  g_assert_cmpuint(canvas->column_count, ==, 3);
  g_assert_cmpuint(canvas->boxes.count, ==, 3);
  const CxCanvasArea scene = box_of(&canvas->boxes, "scene")->area;
  g_assert_cmpuint(scene.column, ==, 1);
  g_assert_cmpuint(scene.columns, ==, 2);
  g_assert_cmpuint(box_of(&canvas->boxes, "who")->area.rows, ==, 2);
  g_assert_cmpfloat(canvas->columns.items[1].share, ==, 2);
  g_assert_cmpfloat_with_epsilon(canvas->columns.items[2].length, 40 * 72 / 25.4, 1e-9);
  done(&read);
}

/* Boxes of the template that a grid of one's own leaves out are not missed; numbers follow the grid. */
static void test_own_grid_of_template(void) {
  Read read = read_good("lang: en\ncanvases:\n  own: {template: five-step, grid: [innovation scenario]}\n");
  const CxCanvas *canvas = canvas_of(&read);
  g_assert_cmpuint(canvas->boxes.count, ==, 2);
  g_assert_cmpstr(canvas->boxes.items[0]->object.id, ==, "innovation");
  done(&read);
}

static const CxDiag *first_diag(const Read *read) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read->diagnostics, &count);
  g_assert_cmpuint(count, >, 0);
  return diags[0];
}

/* Wide characters take two columns of a terminal. */
static void test_figure(void) {
  Read read = read_named("a.yaml", "lang: zh-Hans\ncanvases:\n  a:\n    grid: [定位 场景, 定位 定位, 感官体验 x]\n");
  const CxDiag *diag = first_diag(&read);
  g_assert_cmpstr(diag->figure, ==, "定位      场景\n定位      定位\n          ^^^^\n感官体验  x");
  const CxPlace place = cx_source_place(diag->span.source, diag->span.begin);
  g_assert_cmpuint(place.line, ==, 4);
  g_assert_cmpuint(place.column, ==, 22);
  done(&read);
}

static char *rows_of(size_t rows, size_t columns) {
  GString *text = g_string_new("lang: en\ncanvases:\n  a:\n    grid:\n");
  for (size_t i = 0; i < rows; i++) {
    g_string_append(text, "      - ");
    for (size_t k = 0; k < columns; k++) g_string_append_printf(text, "b%zu-%zu ", i, k);
    g_string_append_c(text, '\n');
  }
  return g_string_free(text, FALSE);
}

static void test_limits(void) {
  const struct {
    size_t rows, columns;
    const char *slug;
  } cases[] = {{40, 40, ""}, {41, 2, "too-many-columns"}, {2, 41, "too-many-columns"}, {900, 900, "too-many-columns"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text = rows_of(cases[i].rows, cases[i].columns);
    Read read = read_named("a.yaml", text);
    g_assert_cmpstr(first_slug(&read), ==, cases[i].slug);
    g_assert_cmpuint(canvas_of(&read)->boxes.count, ==, cases[i].slug[0] == '\0' ? 1600 : 0);
    done(&read);
    g_free(text);
  }
}

/* A large grid is shown around the wrong cell. */
static void test_figure_of_large_grid(void) {
  char *text = rows_of(30, 30);
  char *cell = strstr(text, "b25-25");
  memcpy(cell, "b25-3 ", 6);
  Read read = read_named("a.yaml", text);
  const char *figure = first_diag(&read)->figure;
  g_assert_true(g_str_has_prefix(figure, "…\n… "));
  g_assert_nonnull(strstr(figure, "^^^^^"));
  size_t lines = 1;
  for (const char *at = figure; *at != '\0'; at++) lines += *at == '\n';
  g_assert_cmpuint(lines, <, 20);
  done(&read);
  g_free(text);
}

/* ---- Layout ----------------------------------------------------------------------------------------------------- */

static const CxBox *find_box(const CxBox *box, const char *id) {
  if (box->block != NULL && g_strcmp0(box->block->role, "box") == 0 && g_strcmp0(box->block->id, id) == 0) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find_box(box->children.items[i], id);
    if (found != NULL) return found;
  }
  return NULL;
}

/* Two boxes side by side, the first with so many items of so many words. */
static char *two_boxes(size_t items, size_t words, const char *columns) {
  GString *text = g_string_new("title: T\nlang: en\ncanvases:\n  a:\n    grid: [one two]\n");
  g_string_append_printf(text, "%s    boxes:\n      two: [Short]\n      one:\n", columns);
  for (size_t i = 0; i < items; i++) {
    g_string_append(text, "        - ");
    for (size_t k = 0; k < words; k++) g_string_append(text, "customer ");
    g_string_append_printf(text, "%zu\n", i);
  }
  return g_string_free(text, FALSE);
}

static double width_ratio(size_t items, size_t words, const char *columns) {
  Fixture fixture;
  char *text = two_boxes(items, words, columns);
  const CxBox *body = lay_out(&fixture, text, "fit")->pages.items[0].body;
  const double ratio = find_box(body, "one")->rect.w / find_box(body, "two")->rect.w;
  clear(&fixture);
  g_free(text);
  return ratio;
}

static void test_column_widths(void) {
  g_assert_cmpfloat_with_epsilon(width_ratio(2, 3, ""), 1, 1e-6); /* free room is nothing to fight for */
  g_assert_cmpfloat(width_ratio(12, 120, ""), >, 1.5);
  g_assert_cmpfloat_with_epsilon(width_ratio(12, 120, "    columns: [1, 1]\n"), 1, 1e-6); /* they were asked for */
}

static void count_items(const CxBox *box, GHashTable *found) {
  for (size_t i = 0; i < box->lines.count; i++) {
    const char *text = box->lines.items[i].line.shaped->text;
    if (i == 0 && g_str_has_prefix(text, "customer")) g_hash_table_add(found, (gpointer)text);
  }
  for (size_t i = 0; i < box->children.count; i++) count_items(box->children.items[i], found);
}

/* The name in the grid, on further pages with a word behind it. */
static bool shows_title(const CxBox *box) {
  for (size_t i = 0; i < box->lines.count; i++)
    if (g_str_has_prefix(box->lines.items[i].line.shaped->text, "one") ||
        g_str_has_prefix(box->lines.items[i].line.shaped->text, "two"))
      return true;
  for (size_t i = 0; i < box->children.count; i++)
    if (shows_title(box->children.items[i])) return true;
  return false;
}

/* Nothing is lost, nothing stands on two pages, no page is higher than the paper; the box is titled on each. */
static void check_division(size_t items, size_t words, const char *paper) {
  Fixture fixture;
  char *text = two_boxes(items, words, "");
  const CxLayout *layout = lay_out(&fixture, text, paper);
  GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
  size_t sum = 0;
  g_assert_cmpuint(layout->pages.count, >, 1);
  for (size_t i = 0; i < layout->pages.count; i++) {
    const CxPage *page = &layout->pages.items[i];
    GHashTable *here = g_hash_table_new(g_str_hash, g_str_equal);
    count_items(page->body, found);
    count_items(page->body, here);
    sum += g_hash_table_size(here);
    g_hash_table_destroy(here);
    const CxBox *one = find_box(page->body, "one"), *box = one != NULL ? one : find_box(page->body, "two");
    g_assert_nonnull(box);
    g_assert_true(shows_title(box));
    g_assert_cmpfloat(box->rect.y + box->rect.h, <=, page->footer->rect.y + 0.01);
    g_assert_cmpfloat(page->scale, >=, 6.5 / 7 - 1e-9);
  }
  g_assert_cmpuint(sum, ==, items);
  g_assert_cmpuint(g_hash_table_size(found), ==, items);
  g_hash_table_destroy(found);
  clear(&fixture);
  g_free(text);
}

static void test_division(void) {
  check_division(40, 30, "A4");
  check_division(40, 30, "A4 portrait");
  check_division(120, 12, "A5");
  check_division(3, 250, "A4"); /* higher than a page in its column: boxes stand under each other */
}

/* ---- Forms ------------------------------------------------------------------------------------------------------ */

static const CxBox *find_role(const CxBox *box, const char *role) {
  if (box->block != NULL && g_strcmp0(box->block->role, role) == 0) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find_role(box->children.items[i], role);
    if (found != NULL) return found;
  }
  return NULL;
}

/* A form is composed as `cxmap blank` does it. */
static CxLayout *lay_out_form(CxArena *arena, CxShaper *shaper, const CxCanvasTemplate *form, const char *paper) {
  CxModel model = {.lang = "en", .stem = "form"};
  CxDiagnostics *diagnostics = cx_diagnostics_new(arena);
  CxMaps maps = {0};
  *cx_list_add(arena, &model.canvases) = cx_canvas_blank(arena, form, "en", (CxSpan){0});
  cx_maps_list(arena, &model, NULL, diagnostics, &maps);
  g_assert_cmpuint(maps.count, ==, 1);
  maps.items[0]->is_blank = true;
  g_assert_true(cx_paper_parse(paper, &maps.items[0]->paper, NULL));
  const CxTheme *theme = cx_theme_find("light");
  CxSheet *sheet = cx_map_compose(arena, &model, maps.items[0], theme);
  return cx_layout_new(arena, sheet, theme, shaper, diagnostics);
}

/* Every box holds a sticky note of 76 mm. */
static void check_form(const CxCanvasTemplate *form, const char *paper) {
  CxArena *arena = cx_arena_new();
  CxShaper *shaper = cx_shaper_new_fixed();
  const CxLayout *layout = lay_out_form(arena, shaper, form, paper);
  const double note = 76 * 72 / 25.4;
  g_assert_cmpuint(layout->pages.count, ==, 1);
  const CxPage *page = &layout->pages.items[0];
  for (size_t i = 0; i < CX_COUNT(form->boxes) && form->boxes[i].id != NULL; i++) {
    if (form->boxes[i].is_column) continue;
    const CxBox *lines = find_role(find_box(page->body, form->boxes[i].id), "lines");
    g_assert_nonnull(lines);
    g_assert_cmpfloat(lines->rect.w * page->scale, >=, note);
    g_assert_cmpfloat(lines->rect.h * page->scale, >=, note);
    g_assert_cmpuint(lines->drawn.count, >=, 4);
  }
  cx_shaper_free(shaper);
  cx_arena_free(arena);
}

static void test_forms(void) {
  size_t count;
  const CxCanvasTemplate *templates = cx_canvas_templates(&count);
  for (size_t i = 0; i < count; i++) {
    if (templates[i].empathy != 0) continue; /* drawn otherwise */
    check_form(&templates[i], "A1");
    check_form(&templates[i], "A0");
    check_form(&templates[i], "A1 portrait");
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/canvas/templates", test_templates);
  g_test_add_func("/canvas/reference", test_reference);
  g_test_add_func("/canvas/template-with-boxes", test_template_with_boxes);
  g_test_add_func("/canvas/own-grid", test_own_grid);
  g_test_add_func("/canvas/own-grid-of-template", test_own_grid_of_template);
  g_test_add_func("/canvas/figure", test_figure);
  g_test_add_func("/canvas/figure-of-large-grid", test_figure_of_large_grid);
  g_test_add_func("/canvas/limits", test_limits);
  g_test_add_func("/canvas/column-widths", test_column_widths);
  g_test_add_func("/canvas/division", test_division);
  g_test_add_func("/canvas/forms", test_forms);
  return g_test_run();
}
