/* Blueprints through the front of the pipeline, measured with the fixed shaper: which lanes and lines there are, where
 * cards stand, that diamonds hold their text, and that arrows go from border to border round everything else.
 */
#include "cxmap/compile.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
  CxShaper *shaper;
  CxCompile *run;
  const CxPage *page; /* of the blueprint; NULL where there is none */
} Fixture;

static Fixture draw(const char *yaml) {
  Fixture fixture = {.shaper = cx_shaper_new_fixed()};
  fixture.run = cx_compile_new(fixture.shaper);
  const CxSettings settings = {.until = CX_STAGE_SCENE};
  g_assert_true(cx_compile_text(fixture.run, "test.yaml", yaml, strlen(yaml), &settings));
  for (size_t i = 0; i < fixture.run->layouts.count; i++)
    if (strcmp(fixture.run->sheets.items[i]->kind, "blueprint") == 0)
      fixture.page = &fixture.run->layouts.items[i]->pages.items[0];
  return fixture;
}

static void clear(Fixture *fixture) {
  cx_compile_free(fixture->run);
  cx_shaper_free(fixture->shaper);
}

static const char *id_of(const CxBox *box) {
  return box->row != NULL ? box->row->id : box->block->id;
}

static const CxBox *find(const CxBox *box, const char *id) {
  if (g_strcmp0(id_of(box), id) == 0) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find(box->children.items[i], id);
    if (found != NULL) return found;
  }
  return NULL;
}

static const CxBox *find_grid(const CxBox *box) {
  if (box->block != NULL && box->block->grid != NULL) return box;
  for (size_t i = 0; i < box->children.count; i++) {
    const CxBox *found = find_grid(box->children.items[i]);
    if (found != NULL) return found;
  }
  return NULL;
}

/* The ids of the rows of the grid that are lanes and lines, in their order. */
static char *row_ids(const Fixture *fixture) {
  GString *ids = g_string_new(NULL);
  const CxBox *grid = find_grid(fixture->page->body);
  for (size_t i = 0; i < grid->children.count; i++) {
    const CxBox *row = grid->children.items[i];
    if (row->row == NULL || row->row->id == NULL || row->row->kind <= CX_ROW_STEPS) continue;
    g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "", row->row->id);
  }
  return g_string_free(ids, FALSE);
}

static void assert_rows(const char *lanes, const char *expected) {
  char *yaml = g_strdup_printf("title: T\nlang: en\nstages: [{name: A, %s}, B]\n", lanes);
  Fixture fixture = draw(yaml);
  g_assert_nonnull(fixture.page);
  char *ids = row_ids(&fixture);
  g_assert_cmpstr(ids, ==, expected);
  g_free(ids);
  g_free(yaml);
  clear(&fixture);
}

static void test_lanes_and_lines(void) {
  assert_rows("physical_evidence: a, actions: b, frontstage: c, backstage: d, support: e",
              "physical_evidence actions line-of-interaction frontstage line-of-visibility backstage "
              "line-of-internal-interaction support");
  assert_rows("frontstage: c", "actions line-of-interaction frontstage");
  assert_rows("actions: a, backstage: d", "actions line-of-visibility backstage");
  assert_rows("frontstage: c, support: e", "actions line-of-interaction frontstage line-of-visibility support");
  assert_rows("backstage: d, support: e, thoughts: t",
              "actions line-of-visibility backstage line-of-internal-interaction support");
}

static void test_natural_where_something_is_behind(void) {
  Fixture fixture = draw("title: T\nlang: en\nstages: [{name: A, actions: [x], physical_evidence: y}]\n");
  g_assert_null(fixture.page);
  clear(&fixture);
  fixture = draw("title: T\nlang: en\nstages: [{name: A, steps: [{name: B, support: x}]}]\n");
  g_assert_nonnull(fixture.page);
  clear(&fixture);
}

/* ---- Cards -------------------------------------------------------------------------------------------------- */

static const CxBox *card(const Fixture *fixture, const char *id) {
  const CxBox *box = find(fixture->page->body, id);
  g_assert_nonnull(box);
  return box;
}

static double middle(const CxBox *box) {
  return box->rect.y + box->rect.h / 2;
}

static void test_cards_stand_in_the_middle_of_their_row(void) {
  Fixture fixture = draw("title: T\nlang: en\nstages:\n"
                         "  - {name: A, backstage: {id: a, text: Short}}\n"
                         "  - {name: B, backstage: {id: b, text: Waits, mark: wait, duration: 5 min}}\n"
                         "  - {name: C, backstage: {id: c, text: One, mark: decision}}\n"
                         "  - {name: D, backstage: {id: d, text: A text that needs many more lines than the others do"
                         " since it goes on and on and will not come to its end before the card is quite high}}\n");
  const CxBox *const cards[] = {card(&fixture, "a.backstage.a"), card(&fixture, "b.backstage.b"),
                                card(&fixture, "c.backstage.c"), card(&fixture, "d.backstage.d")};
  for (size_t i = 0; i < G_N_ELEMENTS(cards); i++) {
    g_assert_cmpfloat(cards[i]->rect.h, >=, 36);
    g_assert_cmpfloat(fabs(middle(cards[i]) - middle(cards[0])), <, 1e-6);
  }
  g_assert_cmpfloat(cards[3]->rect.h, >, 36);
  clear(&fixture);
}

static void test_cards_over_several_columns(void) {
  Fixture fixture = draw("title: T\nlang: en\nstages:\n"
                         "  - {name: A, support: {id: a, text: Over two, span: 2}}\n"
                         "  - {name: B, support: [{id: b, text: Own}, {id: c, text: Over the end, span: 3}]}\n"
                         "  - {name: C, frontstage: {id: f, text: For both}, steps: [{name: D}, {name: E}]}\n");
  const CxBox *a = card(&fixture, "a.support.a"), *b = card(&fixture, "b.support.b");
  const CxBox *c = card(&fixture, "b.support.c"), *f = card(&fixture, "c.frontstage.f");
  const CxBox *lane = card(&fixture, "support"), *label = card(&fixture, "support.label");
  g_assert_cmpfloat(fabs(a->rect.x + a->rect.w - b->rect.x - b->rect.w), <, 1e-6);
  g_assert_cmpfloat(fabs(c->rect.x - b->rect.x), <, 1e-6);
  g_assert_cmpfloat(fabs(c->rect.x + c->rect.w - f->rect.x - f->rect.w), <, 1e-6);
  g_assert_cmpfloat(a->rect.y + a->rect.h, <, c->rect.y);
  g_assert_cmpfloat(c->rect.y + c->rect.h, <, b->rect.y);
  g_assert_cmpfloat(b->rect.y + b->rect.h, <, lane->rect.y + lane->rect.h);
  g_assert_cmpfloat(label->rect.h, >, lane->rect.h - 4);
  clear(&fixture);
}

static void test_badges_stand_half_outside_and_clear(void) {
  Fixture fixture = draw("title: T\nlang: en\nstages:\n  - name: A\n    actions: First\n    backstage:\n"
                         "      - {id: a, text: Fails, mark: fail}\n"
                         "      - {id: b, text: Waits, mark: wait, duration: 'some minutes, but on Mondays in winter"
                         " most of the day, and before holidays until the week after'}\n");
  const CxBox *a = card(&fixture, "a.backstage.a"), *b = card(&fixture, "a.backstage.b");
  const CxBox *lane = card(&fixture, "backstage");
  g_assert_cmpfloat(fabs(a->badges.y + 9 - a->rect.y), <, 1e-6);
  g_assert_cmpfloat(fabs(b->badges.y + 9 - b->rect.y), <, 1e-6);
  g_assert_cmpfloat(a->badges.y, >=, lane->rect.y);
  g_assert_cmpfloat(b->badges.y, >=, a->rect.y + a->rect.h);
  const CxBox *text = b->children.items[0];
  g_assert_cmpfloat(text->rect.y, >=, b->badges.y + b->badges.h);
  g_assert_cmpfloat(text->rect.y + text->rect.h, <=, b->rect.y + b->rect.h);
  clear(&fixture);
}

/* ---- Diamonds ----------------------------------------------------------------------------------------------- */

static void assert_inside(CxRect diamond, double x, double y) {
  const double across = fabs(x - diamond.x - diamond.w / 2) / diamond.w;
  const double down = fabs(y - diamond.y - diamond.h / 2) / diamond.h;
  g_assert_cmpfloat(across + down, <=, 0.5 + 1e-6);
}

static void assert_lines_inside(CxRect diamond, const CxBox *box) {
  for (size_t i = 0; i < box->lines.count; i++) {
    const CxRect line = box->lines.items[i].box;
    assert_inside(diamond, line.x, line.y);
    assert_inside(diamond, line.x + line.w, line.y);
    assert_inside(diamond, line.x, line.y + line.h);
    assert_inside(diamond, line.x + line.w, line.y + line.h);
  }
  for (size_t i = 0; i < box->children.count; i++) assert_lines_inside(diamond, box->children.items[i]);
}

static void test_text_stays_inside_diamonds(void) {
  for (int words = 1; words <= 200; words += words < 10 ? 1 : 38) {
    GString *yaml = g_string_new("title: T\nlang: en\nstages: [{name: A, frontstage: {id: q, mark: decision, text: '");
    for (int i = 0; i < words; i++) g_string_append(yaml, i % 7 == 3 ? "incomprehensibilities " : "is it so ");
    g_string_append(yaml, "', note: Ask first, tags: [legal]}}]\n");
    Fixture fixture = draw(yaml->str);
    const CxBox *diamond = card(&fixture, "a.frontstage.q");
    g_assert_cmpfloat(diamond->rect.w, >=, 120);
    g_assert_cmpfloat(diamond->rect.h, >=, 68);
    assert_lines_inside(diamond->rect, diamond);
    clear(&fixture);
    g_string_free(yaml, TRUE);
  }
}

/* ---- Arrows ------------------------------------------------------------------------------------------------- */

static const CxBox *edges_of(const Fixture *fixture) {
  return find_grid(fixture->page->body);
}

static bool is_on_border(const CxBox *box, CxPoint point) {
  const CxRect rect = box->rect;
  if (box->block->look == CX_LOOK_DECISION) {
    const double across = fabs(point.x - rect.x - rect.w / 2) / rect.w;
    return fabs(across + fabs(point.y - rect.y - rect.h / 2) / rect.h - 0.5) < 1e-3;
  }
  const bool is_at_side = fabs(point.x - rect.x) < 1e-3 || fabs(point.x - rect.x - rect.w) < 1e-3;
  const bool is_at_end = fabs(point.y - rect.y) < 1e-3 || fabs(point.y - rect.y - rect.h) < 1e-3;
  const CxRect point_rect = {point.x, point.y, 0, 0};
  return (is_at_side || is_at_end) && cx_rect_contains(rect, point_rect, 1e-3);
}

static void assert_clear_of(CxPoint a, CxPoint b, CxRect rect) {
  const CxRect piece = {MIN(a.x, b.x), MIN(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
  const bool is_beside = piece.x >= rect.x + rect.w - 0.01 || piece.x + piece.w <= rect.x + 0.01 ||
                         piece.y >= rect.y + rect.h - 0.01 || piece.y + piece.h <= rect.y + 0.01;
  g_assert_true(is_beside);
}

/* Of all cards below `box`: no piece of the edge runs through one. */
static void assert_clear_of_cards(const CxPlacedEdge *edge, const CxBox *box) {
  const bool is_end = box->block == edge->edge->from || box->block == edge->edge->to;
  const bool is_own_diamond = is_end && box->block->look == CX_LOOK_DECISION; /* in its rectangle, not in itself */
  if (box->block != NULL && g_strcmp0(box->block->role, "card") == 0 && !is_own_diamond)
    for (size_t i = 1; i < edge->points.count; i++) {
      assert_clear_of(edge->points.items[i - 1], edge->points.items[i], box->rect);
      if (box->badges.w > 0) assert_clear_of(edge->points.items[i - 1], edge->points.items[i], box->badges);
    }
  for (size_t i = 0; i < box->children.count; i++) assert_clear_of_cards(edge, box->children.items[i]);
}

static const char ARROWS[] =
    "title: T\nlang: LANG\nstages:\n"
    "  - {name: A, actions: {id: a, text: One, to: [b, {id: f, both: true}, c]}, frontstage: {id: f, text: Two, to: s},"
    " backstage: [{id: k, text: Three, to: l}, {id: l, text: Four, to: m}, {id: m, text: Five, to: [k, a]}]}\n"
    "  - {name: B, actions: {id: b, text: Six, mark: fail, to: a}, frontstage: {id: g, text: So?, mark: decision,"
    " to: [{id: c, label: 'yes'}, {id: m, label: 'no'}]}, support: {id: s, text: Wide, span: 2}}\n"
    "  - {name: C, actions: {id: c, text: Seven, to: [s, f]}, backstage: {id: n, text: Eight, to: [{id: s, style: "
    "dashed}]}}\n";

static Fixture draw_arrows(const char *lang) {
  char **parts = g_strsplit(ARROWS, "LANG", 2);
  char *yaml = g_strjoinv(lang, parts);
  Fixture fixture = draw(yaml);
  g_free(yaml);
  g_strfreev(parts);
  return fixture;
}

static void assert_arrows(const Fixture *fixture) {
  const CxBox *grid = edges_of(fixture);
  g_assert_cmpuint(grid->edges.count, ==, 14);
  for (size_t i = 0; i < grid->edges.count; i++) {
    const CxPlacedEdge *edge = &grid->edges.items[i];
    const CxBox *from = card(fixture, edge->edge->from->id), *to = card(fixture, edge->edge->to->id);
    g_assert_true(is_on_border(from, edge->points.items[0]));
    g_assert_true(is_on_border(to, edge->points.items[edge->points.count - 1]));
    for (size_t k = 1; k < edge->points.count; k++) {
      const CxPoint a = edge->points.items[k - 1], b = edge->points.items[k];
      g_assert_true(fabs(a.x - b.x) < 1e-6 || fabs(a.y - b.y) < 1e-6);
    }
    assert_clear_of_cards(edge, grid);
  }
}

static void test_arrows_run_round_cards(void) {
  Fixture fixture = draw_arrows("en");
  assert_arrows(&fixture);
  clear(&fixture);
}

static void test_arrows_are_mirrored(void) {
  Fixture fixture = draw_arrows("ar");
  assert_arrows(&fixture);
  const CxPlacedEdge *first = &edges_of(&fixture)->edges.items[0]; /* from the first column to the second */
  g_assert_cmpfloat(first->points.items[0].x, >, first->points.items[first->points.count - 1].x);
  clear(&fixture);
}

static void test_arrow_over_a_wide_card_is_straight(void) {
  Fixture fixture =
      draw("title: T\nlang: en\nstages:\n"
           "  - {name: A, support: {id: s, text: Wide, span: 3}}\n"
           "  - {name: B, backstage: {id: b, text: B, to: s}}\n  - {name: C, backstage: {text: C, to: s}}\n");
  const CxBox *grid = edges_of(&fixture);
  g_assert_cmpuint(grid->edges.count, ==, 2);
  for (size_t i = 0; i < 2; i++) {
    const CxPlacedEdge *edge = &grid->edges.items[i];
    g_assert_cmpuint(edge->points.count, ==, 2);
    g_assert_cmpfloat(fabs(edge->points.items[0].x - edge->points.items[1].x), <, 1e-6);
  }
  clear(&fixture);
}

static void test_gutters_grow_beyond_four_arrows(void) {
  double gutters[2];
  for (int more = 0; more < 2; more++) {
    GString *yaml =
        g_string_new("title: T\nlang: en\nstages:\n  - name: A\n    actions: {id: z, text: Z}\n    backstage:\n");
    for (int i = 0; i < 9; i++)
      g_string_append_printf(yaml, "      - {id: a%d, text: Item%s}\n", i, more > 0 || i < 2 ? ", to: b" : "");
    g_string_append(yaml, "  - {name: B, frontstage: {id: b, text: B}}\n");
    Fixture fixture = draw(yaml->str);
    const CxBox *a = card(&fixture, "a.actions.z"), *b = card(&fixture, "b.frontstage.b");
    gutters[more] = b->rect.x - a->rect.x - a->rect.w;
    clear(&fixture);
    g_string_free(yaml, TRUE);
  }
  g_assert_cmpfloat(fabs(gutters[0] - 34), <, 1e-6);
  g_assert_cmpfloat(fabs(gutters[1] - 34 - 5 * 6), <, 1e-6);
}

/* ---- What cannot be drawn ----------------------------------------------------------------------------------- */

static void assert_reported(const char *yaml, size_t expected) {
  Fixture fixture = draw(yaml);
  size_t all, count = 0;
  const CxDiag *const *problems = cx_diagnostics_sorted(fixture.run->diagnostics, &all);
  for (size_t i = 0; i < all; i++)
    if (problems[i]->code == CX_ARROW_NOT_DRAWN) count++;
  g_assert_cmpuint(count, ==, expected);
  g_assert_cmpuint(edges_of(&fixture)->edges.count, ==, 0);
  clear(&fixture);
}

static void test_arrows_that_lead_off_the_map_are_reported(void) {
  assert_reported("title: T\nlang: en\nstages: [{name: A, backstage: {text: X, to: p}, pains: {id: p, text: P}}]\n", 1);
  assert_reported("title: T\nlang: en\nstages: [{name: A, backstage: {id: x, text: X}, pains: {text: P, to: x}}]\n", 1);
  assert_reported("title: T\nlang: en\nstages: [{name: A, backstage: {id: x, text: X, to: x}}]\n", 1);
  assert_reported(
      "title: T\nlang: en\nstages: [{name: A, backstage: X, gains: {id: x, text: G}, pains: {text: P, to: x}}]\n", 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/blueprint/lanes-and-lines", test_lanes_and_lines);
  g_test_add_func("/blueprint/natural", test_natural_where_something_is_behind);
  g_test_add_func("/blueprint/cards/middle", test_cards_stand_in_the_middle_of_their_row);
  g_test_add_func("/blueprint/cards/span", test_cards_over_several_columns);
  g_test_add_func("/blueprint/cards/badges", test_badges_stand_half_outside_and_clear);
  g_test_add_func("/blueprint/diamonds", test_text_stays_inside_diamonds);
  g_test_add_func("/blueprint/arrows/round-cards", test_arrows_run_round_cards);
  g_test_add_func("/blueprint/arrows/mirrored", test_arrows_are_mirrored);
  g_test_add_func("/blueprint/arrows/wide-card", test_arrow_over_a_wide_card_is_straight);
  g_test_add_func("/blueprint/arrows/gutters", test_gutters_grow_beyond_four_arrows);
  g_test_add_func("/blueprint/arrows/reported", test_arrows_that_lead_off_the_map_are_reported);
  return g_test_run();
}
