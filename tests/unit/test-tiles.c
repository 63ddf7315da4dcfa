/* Posters: scenes that are made by hand are cut into tiles. Where a sheet is cut, what is on each tile, and its marks.
 */
#include "cxmap/scene.h"

#include <string.h>

#define MARGIN (10 * 72 / 25.4)

typedef struct Fixture {
  CxArena *arena;
  CxShaper *shaper;
  CxScene *scene;
  CxPaper paper;
} Fixture;

static void set_up(Fixture *f, gconstpointer data) {
  (void)data;
  f->arena = cx_arena_new();
  f->shaper = cx_shaper_new_fixed();
  f->scene = cx_new(f->arena, CxScene);
  *f->scene = (CxScene){.map = "order", .title = "Ordering", .lang = "en", .paper = CX_HEX(0xffffff)};
  g_assert_true(cx_paper_parse("A4", &f->paper, NULL));
}

static void tear_down(Fixture *f, gconstpointer data) {
  (void)data;
  cx_arena_free(f->arena);
  cx_shaper_free(f->shaper);
}

static void add_page(Fixture *f, double width, double height) {
  *cx_list_add(f->arena, &f->scene->pages) = (CxScenePage){.width = width, .height = height};
}

static CxElement *add_element(Fixture *f, CxElements *into, CxElement element) {
  CxElement *own = cx_new(f->arena, CxElement);
  *own = element;
  *cx_list_add(f->arena, into) = own;
  return own;
}

static CxElements *elements_of(Fixture *f, size_t page) {
  return &f->scene->pages.items[page].elements;
}

/* A ground under all, which tells where the sheet lies on a tile. */
static void add_ground(Fixture *f, size_t page) {
  const CxRect sheet = {0, 0, f->scene->pages.items[page].width, f->scene->pages.items[page].height};
  add_element(f, elements_of(f, page),
              (CxElement){.kind = CX_ELEMENT_RECT, .role = "ground", .box = sheet, .fill = CX_HEX(0xeeeeee)});
}

static CxElement *add_text(Fixture *f, double x, double y, double width) {
  const CxElement text = {.kind = CX_ELEMENT_TEXT,
                          .role = "item",
                          .box = {x, y, width, 12},
                          .baseline = y + 9,
                          .size = 9,
                          .text = "text",
                          .lang = "en",
                          .para = 1};
  return add_element(f, elements_of(f, 0), text);
}

static const CxScene *tile(Fixture *f) {
  return cx_scene_tile(f->arena, f->scene, &f->paper, f->shaper);
}

/* ---- Reading tiles ------------------------------------------------------------------------------------------ */

static const CxElement *window_of(const CxScenePage *page) {
  const CxElement *group = page->elements.items[0];
  g_assert_cmpstr(group->role, ==, "tile");
  g_assert_cmpuint(group->clip.count, >, 0);
  return group;
}

/* The part of the sheet that a tile shows: add_ground comes first. */
static CxRect part_of(const CxScenePage *page) {
  const CxElement *window = window_of(page), *ground = window->children.items[0];
  return (CxRect){window->box.x - ground->box.x, window->box.y - ground->box.y, window->box.w, window->box.h};
}

static size_t count_role(const CxScenePage *page, const char *role) {
  size_t count = 0;
  for (size_t i = 0; i < page->elements.count; i++) count += g_str_equal(page->elements.items[i]->role, role);
  return count;
}

static bool has_text(const CxScenePage *page, const char *text) {
  for (size_t i = 0; i < page->elements.count; i++)
    if (g_strcmp0(page->elements.items[i]->text, text) == 0) return true;
  return false;
}

/* ---- Which tiles -------------------------------------------------------------------------------------------- */

static void test_one_is_enough(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, f->paper.width - 100, f->paper.height - 50);
  add_page(f, 400, 800);
  CxElement *text = add_text(f, 10, 20, 60);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, 2);
  const CxScenePage *page = &poster->pages.items[0], *turned = &poster->pages.items[1];
  g_assert_cmpfloat(page->width, ==, f->paper.width);
  g_assert_cmpfloat(turned->width, ==, f->paper.height);
  g_assert_null(page->name);
  g_assert_cmpuint(page->elements.count, ==, 1);
  g_assert_cmpfloat_with_epsilon(page->elements.items[0]->box.x, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon(page->elements.items[0]->baseline, 54, 1e-6);
  g_assert_cmpfloat(text->box.x, ==, 10);
}

static void test_tiles_cover(Fixture *f, gconstpointer data) {
  (void)data;
  static const char *const names[] = {"A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"};
  add_page(f, 2000, 1500);
  add_ground(f, 0);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, G_N_ELEMENTS(names));
  for (size_t i = 0; i < poster->pages.count; i++) {
    const CxScenePage *page = &poster->pages.items[i];
    const CxRect part = part_of(page),
                 printable = {MARGIN, MARGIN, f->paper.width - 2 * MARGIN, f->paper.height - 2 * MARGIN};
    g_assert_cmpstr(page->name, ==, names[i]);
    g_assert_true(cx_rect_contains(printable, window_of(page)->box, 1e-6));
    if (i % 3 == 0) g_assert_cmpfloat_with_epsilon(part.x, 0, 1e-6);
    if (i % 3 == 2) g_assert_cmpfloat_with_epsilon(part.x + part.w, 2000, 1e-6);
    if (i / 3 == 2) g_assert_cmpfloat_with_epsilon(part.y + part.h, 1500, 1e-6);
    if (i % 3 > 0) {
      const CxRect before = part_of(page - 1);
      g_assert_cmpfloat_with_epsilon(before.x + before.w - part.x, 9 * 72 / 25.4, 1e-6);
    }
    if (i / 3 > 0) {
      const CxRect over = part_of(page - 3);
      g_assert_cmpfloat_with_epsilon(over.y + over.h - part.y, 9 * 72 / 25.4, 1e-6);
    }
  }
}

static void test_names(Fixture *f, gconstpointer data) {
  (void)data;
  g_assert_true(cx_paper_parse("A5", &f->paper, NULL));
  add_page(f, 900, 28 * f->paper.height);
  add_page(f, 900, 300);
  const CxScene *poster = tile(f);
  g_assert_cmpstr(poster->pages.items[0].name, ==, "1-A1");
  g_assert_cmpstr(poster->pages.items[2 * 25].name, ==, "1-Z1");
  g_assert_cmpstr(poster->pages.items[2 * 26 + 1].name, ==, "1-AA2");
  g_assert_cmpstr(poster->pages.items[poster->pages.count - 1].name, ==, "2-A2");
}

/* Columns are counted, and come, from where reading begins. */
static void test_right_to_left(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->lang = "ar";
  add_page(f, 1500, 500);
  add_ground(f, 0);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, 2);
  g_assert_cmpstr(poster->pages.items[0].name, ==, "A1");
  g_assert_cmpfloat(part_of(&poster->pages.items[0]).x, >, 0);
  g_assert_cmpstr(poster->pages.items[1].name, ==, "A2");
  g_assert_cmpfloat_with_epsilon(part_of(&poster->pages.items[1]).x, 0, 1e-6);
  g_assert_true(has_text(&poster->pages.items[0], "1/2"));
}

/* ---- Where it is cut ---------------------------------------------------------------------------------------- */

/* Columns of text 150 wide with gaps of 20, rows of it with gaps of 8: every cut finds a gap. */
static void test_cuts_keep_clear_of_text(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 32 + 170 * 20, 32 + 20 * 120);
  add_ground(f, 0);
  for (int column = 0; column < 20; column++)
    for (int row = 0; row < 120; row++) add_text(f, 32 + 170 * column, 32 + 20 * row, 150);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, 5 * 5);
  for (size_t i = 0; i < poster->pages.count; i++) {
    const CxRect part = part_of(&poster->pages.items[i]);
    const double x = part.x - 32, y = part.y - 32;
    if (part.x > 0) g_assert_cmpfloat(x - 170 * (int)(x / 170), >, 150);
    if (part.y > 0) g_assert_cmpfloat(y - 20 * (int)(y / 20), >, 11);
  }
}

/* The lines of a paragraph touch, but a cut between them crosses neither. */
static void test_cut_between_lines(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 500, 12 * 100);
  add_ground(f, 0);
  for (int row = 0; row < 100; row++) add_text(f, 32, 12 * row, 400);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, >, 1);
  for (size_t i = 1; i < poster->pages.count; i++) {
    const double y = part_of(&poster->pages.items[i]).y, on_line = y - 12 * (int)(y / 12);
    g_assert_true(on_line < 9 - 0.85 * 9 || on_line > 9 + 0.25 * 9);
  }
}

/* Of all the places without text the one that cuts no card. */
static void test_cuts_keep_clear_of_shapes(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 1200, 400);
  add_ground(f, 0);
  for (int row = 0; row < 5; row++)
    for (int card = 0; card < 2; card++) {
      const CxRect box = {20 + 590 * card, 20 + 60 * row, 570, 40};
      add_element(f, elements_of(f, 0),
                  (CxElement){.kind = CX_ELEMENT_RECT, .role = "card", .box = box, .fill = CX_HEX(0xffffff)});
      add_text(f, box.x + 10, box.y + 10, 100);
    }
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, 2);
  const double cut = part_of(&poster->pages.items[1]).x;
  g_assert_cmpfloat(cut, >, 590);
  g_assert_cmpfloat(cut, <, 610);
}

/* Text everywhere: it is cut all the same, and what is cut stands on both tiles. */
static void test_no_gap(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 5000, 100);
  for (int row = 0; row < 8; row++) add_text(f, 0, 12 * row, 5000);
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, >=, 7);
  for (size_t i = 0; i < poster->pages.count; i++)
    g_assert_cmpuint(window_of(&poster->pages.items[i])->children.count, ==, 8);
}

/* ---- What is on a tile -------------------------------------------------------------------------------------- */

static void test_only_what_is_seen(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 1500, 500);
  add_ground(f, 0);
  CxElement *lane = add_element(
      f, elements_of(f, 0),
      (CxElement){.kind = CX_ELEMENT_GROUP, .role = "lane", .id = "order.actions", .box = {0, 0, 1500, 500}});
  for (int i = 0; i < 15; i++) {
    CxElement *text = add_text(f, 100 * i, 20, 50);
    elements_of(f, 0)->count--;
    *cx_list_add(f->arena, &lane->children) = text;
  }
  const CxScene *poster = tile(f);
  g_assert_cmpuint(poster->pages.count, ==, 2);
  size_t texts = 0;
  for (size_t i = 0; i < 2; i++) {
    const CxElement *window = window_of(&poster->pages.items[i]), *copy = window->children.items[1];
    g_assert_cmpstr(copy->id, ==, i == 0 ? "order.actions@A1" : "order.actions@A2");
    texts += copy->children.count;
    for (size_t k = 0; k < copy->children.count; k++)
      g_assert_true(cx_rect_overlaps(window->box, copy->children.items[k]->box, 0));
  }
  g_assert_cmpuint(texts, >=, 15);
  g_assert_cmpuint(texts, <=, 16);
  g_assert_cmpfloat(lane->children.items[14]->box.x, ==, 1400);
  g_assert_cmpstr(lane->id, ==, "order.actions");
}

static void test_dark_sheet(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->paper = CX_HEX(0x101820);
  add_page(f, 1500, 500);
  const CxScene *poster = tile(f);
  char buffer[10];
  g_assert_cmpstr(cx_colour_format(poster->paper, buffer), ==, "#ffffff");
  const CxElement *window = window_of(&poster->pages.items[1]), *ground = window->children.items[0];
  g_assert_cmpstr(cx_colour_format(ground->fill, buffer), ==, "#101820");
  g_assert_true(cx_rect_contains(ground->box, window->box, 1e-6));
}

static void test_marks(Fixture *f, gconstpointer data) {
  (void)data;
  add_page(f, 2000, 1500);
  const CxScene *poster = tile(f);
  static const size_t joins[] = {2, 2, 1, 2, 2, 1, 1, 1, 0}, arrows[] = {2, 3, 2, 3, 4, 3, 2, 3, 2};
  for (size_t i = 0; i < poster->pages.count; i++) {
    const CxScenePage *page = &poster->pages.items[i];
    g_assert_cmpuint(count_role(page, "crop-mark"), ==, 8);
    g_assert_cmpuint(count_role(page, "join"), ==, joins[i]);
    g_assert_cmpuint(count_role(page, "arrow"), ==, arrows[i]);
    g_assert_cmpuint(count_role(page, "overview"), ==, 9);
    size_t filled = 0;
    for (size_t k = 0; k < page->elements.count; k++) {
      const CxElement *mark = page->elements.items[k];
      g_assert_true(cx_rect_contains((CxRect){0, 0, page->width, page->height}, mark->box, 0));
      if (g_str_equal(mark->role, "overview")) filled += mark->fill.a > 0;
    }
    g_assert_cmpuint(filled, ==, 1);
  }
  const CxScenePage *middle = &poster->pages.items[4];
  static const char *const texts[] = {"B2", "5/9", "Ordering", "A2", "B1", "B3", "C2"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) g_assert_true(has_text(middle, texts[i]));
}

/* Lines of the margin lie in it, apart from each other, whatever the title. */
static void test_long_title(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->title = "What happens between the day a household moves and the day it is online again, seen by two people "
                    "who never meet";
  g_assert_true(cx_paper_parse("A5 portrait", &f->paper, NULL));
  add_page(f, 2000, 1500);
  const CxScene *poster = tile(f);
  const CxScenePage *page = &poster->pages.items[7];
  bool has_ellipsis = false;
  for (size_t i = 0; i < page->elements.count; i++) {
    const CxElement *text = page->elements.items[i];
    if (text->kind != CX_ELEMENT_TEXT) continue;
    has_ellipsis = has_ellipsis || g_str_has_suffix(text->text, "…");
    g_assert_cmpint(text->para, ==, 0);
    for (size_t k = 1; k < i; k++)
      if (page->elements.items[k]->kind == CX_ELEMENT_TEXT)
        g_assert_false(cx_rect_overlaps(text->box, page->elements.items[k]->box, 0.01));
  }
  g_assert_true(has_ellipsis);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/tiles/" name, Fixture, NULL, set_up, function, tear_down)
  ADD("one-is-enough", test_one_is_enough);
  ADD("cover", test_tiles_cover);
  ADD("names", test_names);
  ADD("right-to-left", test_right_to_left);
  ADD("clear-of-text", test_cuts_keep_clear_of_text);
  ADD("between-lines", test_cut_between_lines);
  ADD("clear-of-shapes", test_cuts_keep_clear_of_shapes);
  ADD("no-gap", test_no_gap);
  ADD("only-what-is-seen", test_only_what_is_seen);
  ADD("dark-sheet", test_dark_sheet);
  ADD("marks", test_marks);
  ADD("long-title", test_long_title);
  return g_test_run();
}
