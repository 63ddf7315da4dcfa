/* Scenes from layouts that are made by hand: groups and their ids, shapes and colours of each block, the JSON form. */
#include "cxmap/scene.h"

#include <string.h>

typedef struct Fixture {
  CxArena *arena;
  CxShaper *shaper;
  const CxTheme *theme;
  CxSheet sheet;
  CxLayout layout;
  CxBox *body;
} Fixture;

static CxBox *add_box(Fixture *f, CxBox *parent, CxBlock block, CxRect rect) {
  CxBlock *own = cx_new(f->arena, CxBlock);
  *own = block;
  CxBox *box = cx_new(f->arena, CxBox);
  box->block = own;
  box->rect = rect;
  if (parent != NULL) *cx_list_add(f->arena, &parent->children) = box;
  return box;
}

static void set_up(Fixture *f, gconstpointer data) {
  (void)data;
  f->arena = cx_arena_new();
  f->shaper = cx_shaper_new_fixed();
  f->theme = cx_theme_find("light");
  f->sheet = (CxSheet){.id = "order", .kind = "journey", .title = "Ordering", .lang = "en"};
  f->layout = (CxLayout){.sheet = &f->sheet};
  f->body = add_box(f, NULL, (CxBlock){.kind = CX_BLOCK_STACK}, (CxRect){0, 0, 200, 100});
  *cx_list_add(f->arena, &f->layout.pages) = (CxPage){.width = 200, .height = 100, .scale = 1, .body = f->body};
}

static void tear_down(Fixture *f, gconstpointer data) {
  (void)data;
  cx_arena_free(f->arena);
  cx_shaper_free(f->shaper);
}

static const CxScene *make_scene(Fixture *f) {
  return cx_scene_new(f->arena, &f->layout, f->theme);
}

/* The elements at the top of the first page. */
static const CxElements *make_elements(Fixture *f) {
  return &make_scene(f)->pages.items[0].elements;
}

static void place_lines(Fixture *f, CxBox *box, const char *text, double width) {
  const CxFontStyle *font = &f->theme->fonts[box->block->font];
  const CxTextStyle style = {.size = font->size, .is_bold = font->is_bold};
  CxLines lines = {0};
  cx_shaped_break(f->arena, cx_text_shape(f->shaper, f->arena, text, &style, "en", 0), width, CX_FIT_GREEDY, &lines);
  for (size_t i = 0; i < lines.count; i++) {
    const double top = box->rect.y + (double)i * font->line;
    *cx_list_add(f->arena, &box->lines) = (CxPlacedLine){.line = lines.items[i],
                                                         .box = {box->rect.x, top, lines.items[i].width, font->line},
                                                         .baseline = top + cx_font_baseline(font, false),
                                                         .scale = 1};
  }
}

static void assert_colour(CxColour colour, const char *expected) {
  char buffer[10];
  g_assert_cmpstr(cx_colour_format(colour, buffer), ==, expected);
}

static void assert_rect(CxRect rect, double x, double y, double w, double h) {
  g_assert_cmpfloat_with_epsilon(rect.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon(rect.y, y, 1e-6);
  g_assert_cmpfloat_with_epsilon(rect.w, w, 1e-6);
  g_assert_cmpfloat_with_epsilon(rect.h, h, 1e-6);
}

/* ---- Groups ------------------------------------------------------------------------------------------------ */

static void test_groups(Fixture *f, gconstpointer data) {
  (void)data;
  CxBox *plain = add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_ROW}, (CxRect){10, 10, 50, 20});
  CxBox *stage = add_box(f, plain,
                         (CxBlock){.kind = CX_BLOCK_STACK,
                                   .role = "stage",
                                   .id = "aware",
                                   .ref = "aware",
                                   .title = "Aware",
                                   .link = "https://example.org"},
                         (CxRect){10, 10, 50, 20});
  add_box(f, stage, (CxBlock){.kind = CX_BLOCK_RULE, .role = "line"}, (CxRect){20, 10, 0, 20});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 1);
  const CxElement *group = elements->items[0];
  g_assert_cmpint(group->kind, ==, CX_ELEMENT_GROUP);
  g_assert_cmpstr(group->role, ==, "stage");
  g_assert_cmpstr(group->id, ==, "order.aware");
  g_assert_cmpstr(group->ref, ==, "aware");
  g_assert_cmpstr(group->title, ==, "Aware");
  g_assert_cmpstr(group->link, ==, "https://example.org");
  assert_rect(group->box, 10, 10, 50, 20);
  g_assert_cmpuint(group->children.count, ==, 1);
}

static void test_rows_are_groups(Fixture *f, gconstpointer data) {
  (void)data;
  static const CxGridRow row = {.kind = CX_ROW_LANE, .role = "lane", .id = "actions", .title = "Actions"};
  CxBox *box = add_box(f, f->body, (CxBlock){0}, (CxRect){0, 30, 200, 40});
  box->block = NULL;
  box->row = &row;
  const CxElement *group = make_elements(f)->items[0];
  g_assert_cmpstr(group->role, ==, "lane");
  g_assert_cmpstr(group->id, ==, "order.actions");
  g_assert_cmpstr(group->title, ==, "Actions");
}

static void test_ids_are_unique(Fixture *f, gconstpointer data) {
  (void)data;
  static const char *const wishes[] = {"a", NULL, "a", "a-2", "a", NULL, "card-2"};
  for (size_t i = 0; i < G_N_ELEMENTS(wishes); i++)
    add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_STACK, .role = "card", .id = wishes[i]}, (CxRect){0, 0, 10, 10});
  const CxElements *elements = make_elements(f);
  static const char *const expected[] = {"order.a",   "order.card-1", "order.a-2",     "order.a-2-2",
                                         "order.a-3", "order.card-2", "order.card-2-2"};
  for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) g_assert_cmpstr(elements->items[i]->id, ==, expected[i]);
}

static void test_description(Fixture *f, gconstpointer data) {
  (void)data;
  g_assert_cmpstr(make_scene(f)->description, ==, "Ordering");
  f->sheet.subject = "Journey map: Ordering";
  add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_ROW, .role = "stage", .title = "Aware"}, (CxRect){0, 0, 10, 10});
  add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_ROW, .role = "stage", .title = "Buy"}, (CxRect){20, 0, 10, 10});
  g_assert_cmpstr(make_scene(f)->description, ==, "Journey map: Ordering. Aware, Buy.");
}

/* ---- Looks ------------------------------------------------------------------------------------------------- */

static void test_card(Fixture *f, gconstpointer data) {
  (void)data;
  add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_STACK, .look = CX_LOOK_CARD, .hue = CX_HUE_PAIN},
          (CxRect){5, 6, 70, 22});
  add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_ROW, .look = CX_LOOK_CHIP, .hue = CX_HUE_TOUCHPOINT},
          (CxRect){5, 40, 70, 20});
  add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_ROW, .look = CX_LOOK_PLAIN}, (CxRect){5, 70, 70, 20});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 2);
  const CxElement *card = elements->items[0], *chip = elements->items[1];
  g_assert_cmpstr(card->role, ==, "card");
  assert_rect(card->box, 5, 6, 70, 22);
  g_assert_cmpfloat(card->radius, ==, 3);
  assert_colour(card->fill, "#ffe5e1");
  assert_colour(card->stroke.colour, "#e8bbb6");
  g_assert_cmpfloat(card->stroke.width, ==, 0.75);
  g_assert_cmpfloat(chip->radius, ==, 10);
}

static const CxElement *make_chevron(Fixture *f, bool is_first, bool is_last) {
  f->body->children.count = 0;
  add_box(f, f->body,
          (CxBlock){.kind = CX_BLOCK_ROW,
                    .look = CX_LOOK_CHEVRON,
                    .hue = CX_HUE_STAGE_1,
                    .is_first = is_first,
                    .is_last = is_last},
          (CxRect){10, 20, 100, 34});
  return make_elements(f)->items[0];
}

static void assert_step(const CxElement *path, size_t step, double x, double y) {
  g_assert_cmpuint(path->path.count, >, step);
  g_assert_cmpfloat_with_epsilon(path->path.items[step].to.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon(path->path.items[step].to.y, y, 1e-6);
}

static void test_chevrons(Fixture *f, gconstpointer data) {
  (void)data;
  const CxElement *middle = make_chevron(f, false, false);
  assert_colour(middle->fill, "#d3e8ff");
  assert_rect(middle->box, 10, 20, 100, 34);
  g_assert_cmpuint(middle->path.count, ==, 7);
  assert_step(middle, 1, 103, 20);
  assert_step(middle, 2, 110, 37);
  assert_step(middle, 5, 17, 37);
  const CxElement *only = make_chevron(f, true, true);
  g_assert_cmpuint(only->path.count, ==, 5);
  assert_step(only, 1, 110, 20);
  f->layout.is_rtl = true;
  const CxElement *mirrored = make_chevron(f, true, false);
  assert_step(mirrored, 0, 110, 20);
  assert_step(mirrored, 1, 17, 20);
  assert_step(mirrored, 2, 10, 37);
}

/* ---- Text -------------------------------------------------------------------------------------------------- */

static void test_text(Fixture *f, gconstpointer data) {
  (void)data;
  const CxBlock block = {.kind = CX_BLOCK_TEXT,
                         .role = "item",
                         .font = CX_FONT_ITEM,
                         .paint = CX_PAINT_INK,
                         .link = "https://example.org",
                         .is_heading = true};
  place_lines(f, add_box(f, f->body, block, (CxRect){10, 10, 40, 25}), "Reads websites", 40);
  place_lines(f, add_box(f, f->body, block, (CxRect){10, 50, 90, 25}), "Buys", 90);
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 3);
  const CxElement *first = elements->items[0], *second = elements->items[1], *third = elements->items[2];
  g_assert_cmpstr(first->text, ==, "Reads");
  g_assert_cmpstr(second->text, ==, "websites");
  g_assert_cmpint(first->para, ==, 1);
  g_assert_cmpint(second->para, ==, 1);
  g_assert_cmpint(third->para, ==, 2);
  g_assert_cmpfloat(first->size, ==, 9);
  g_assert_cmpfloat_with_epsilon(second->baseline, 10 + 12.5 + 9.535, 1e-6);
  g_assert_true(first->is_heading);
  g_assert_cmpstr(first->link, ==, "https://example.org");
  assert_colour(first->fill, "#18212c");
}

static void test_evidence(Fixture *f, gconstpointer data) {
  (void)data;
  CxBox *text = add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_TEXT, .font = CX_FONT_ITEM, .paint = CX_PAINT_INK},
                        (CxRect){10, 10, 90, 12.5});
  CxBox *number = add_box(f, NULL, (CxBlock){.font = CX_FONT_MARK}, (CxRect){58, 10, 4, 9});
  place_lines(f, text, "Buys", 90);
  place_lines(f, number, "12", 90);
  *cx_list_add(f->arena, &text->marks) = (CxPlacedMark){.centre = {60, 16}, .number = number->lines.items[0]};
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 3);
  const CxElement *disc = elements->items[1], *digits = elements->items[2];
  assert_rect(disc->box, 55.3, 11.3, 9.4, 9.4);
  g_assert_cmpfloat_with_epsilon(disc->radius, 4.7, 1e-9);
  assert_colour(disc->fill, "#e3e8ee");
  g_assert_cmpstr(digits->role, ==, "evidence");
  g_assert_cmpstr(digits->text, ==, "12");
  g_assert_cmpfloat(digits->size, ==, 6.5);
  g_assert_cmpint(digits->para, ==, 2);
  assert_colour(digits->fill, "#39444f");
}

/* ---- Marks ------------------------------------------------------------------------------------------------- */

static void test_icons(Fixture *f, gconstpointer data) {
  (void)data;
  const CxBlock icon = {.kind = CX_BLOCK_ICON, .name = "gain", .size = 12, .paint = CX_PAINT_MARK, .hue = CX_HUE_GAIN};
  CxBlock small = icon, both = icon, unknown = icon;
  small.size = 6;
  both.name = "emotion";
  unknown.name = "no-such-icon";
  add_box(f, f->body, icon, (CxRect){10, 10, 12, 12});
  add_box(f, f->body, small, (CxRect){10, 30, 12, 12});
  add_box(f, f->body, both, (CxRect){10, 50, 12, 12});
  add_box(f, f->body, unknown, (CxRect){10, 70, 12, 12});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 4);
  assert_rect(elements->items[0]->box, 11.5, 11.5, 9, 9);
  g_assert_cmpfloat_with_epsilon(elements->items[0]->stroke.width, 1.75 / 2, 1e-9);
  g_assert_true(elements->items[0]->stroke.has_round_ends);
  assert_colour(elements->items[0]->stroke.colour, "#095b41");
  assert_rect(elements->items[1]->box, 13.75, 33.75, 4.5, 4.5);
  g_assert_cmpfloat_with_epsilon(elements->items[1]->stroke.width, 2.0 / 4, 1e-9);
  g_assert_cmpint(elements->items[2]->fill.a, ==, 0);
  assert_colour(elements->items[3]->fill, "#095b41");
}

static void test_faces(Fixture *f, gconstpointer data) {
  (void)data;
  CxBlock face = {.kind = CX_BLOCK_FACE, .face = CX_FACE_HAPPY, .level = 1, .size = 9};
  add_box(f, f->body, face, (CxRect){11, 11, 18, 18});
  face.is_filled = true;
  add_box(f, f->body, face, (CxRect){51, 11, 18, 18});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 8);
  CxElement **hollow = elements->items, **filled = elements->items + 4;
  g_assert_cmpstr(hollow[0]->role, ==, "halo");
  assert_rect(hollow[0]->box, 20 - 10.6, 20 - 10.6, 21.2, 21.2);
  g_assert_cmpstr(hollow[1]->role, ==, "face");
  assert_colour(hollow[1]->fill, "#ffffff");
  assert_colour(hollow[1]->stroke.colour, "#30845a");
  assert_colour(hollow[2]->fill, "#30845a");
  assert_colour(hollow[3]->stroke.colour, "#30845a");
  assert_colour(filled[1]->fill, "#30845a");
  assert_colour(filled[2]->fill, "#ffffff");
  assert_colour(filled[3]->stroke.colour, "#ffffff");
}

static void test_portraits(Fixture *f, gconstpointer data) {
  (void)data;
  const CxBlock plain = {.kind = CX_BLOCK_PORTRAIT, .size = 20, .series = 1, .font = CX_FONT_INITIALS};
  CxBlock photo = plain;
  photo.series = 0;
  photo.path = "/root/photos/hannah.jpg";
  photo.name = "photos/hannah.jpg";
  place_lines(f, add_box(f, f->body, plain, (CxRect){0, 0, 40, 40}), "CG", 40);
  add_box(f, f->body, photo, (CxRect){50, 0, 40, 40});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 5);
  assert_colour(elements->items[0]->fill, "#a2421a");
  g_assert_cmpstr(elements->items[1]->role, ==, "initials");
  assert_colour(elements->items[1]->fill, "#ffffff");
  const CxElement *image = elements->items[3];
  g_assert_cmpint(image->kind, ==, CX_ELEMENT_IMAGE);
  g_assert_cmpstr(image->file, ==, "/root/photos/hannah.jpg");
  g_assert_cmpuint(image->clip.count, ==, elements->items[4]->path.count);
  assert_rect(image->box, 50 + 0.875, 0.875, 38.25, 38.25);
  g_assert_cmpuint(elements->items[2]->fill.a, ==, 255);
  g_assert_cmpuint(elements->items[4]->fill.a, ==, 0);
  g_assert_cmpfloat(elements->items[4]->stroke.width, ==, 1.75);
  assert_colour(elements->items[4]->stroke.colour, "#1d4f91");
}

/* ---- Small charts ------------------------------------------------------------------------------------------ */

static void test_meter(Fixture *f, gconstpointer data) {
  (void)data;
  CxBlock meter = {.kind = CX_BLOCK_METER, .hue = CX_HUE_METRIC, .value = 0.25, .target = 0.5};
  add_box(f, f->body, meter, (CxRect){10, 10, 100, 8});
  meter.value = 7;
  meter.target = -1;
  add_box(f, f->body, meter, (CxRect){10, 30, 100, 8});
  const CxElements *elements = make_elements(f);
  g_assert_cmpuint(elements->count, ==, 5);
  assert_rect(elements->items[0]->box, 10, 12.5, 100, 3);
  assert_rect(elements->items[1]->box, 10, 12.5, 25, 3);
  assert_colour(elements->items[1]->fill, "#1d4f91");
  assert_rect(elements->items[2]->box, 60, 10, 0, 8);
  assert_rect(elements->items[4]->box, 10, 32.5, 100, 3);
  f->layout.is_rtl = true;
  elements = make_elements(f);
  assert_rect(elements->items[1]->box, 85, 12.5, 25, 3);
}

/* ---- Curve ------------------------------------------------------------------------------------------------- */

static void add_series(Fixture *f, CxPlacedCurve *curve, const CxCurveSeries *series, double y) {
  CxPlacedSeries *placed = cx_list_add(f->arena, &curve->series);
  placed->series = series;
  cx_path_move(f->arena, &placed->path, 10, y);
  cx_path_curve(f->arena, &placed->path, (CxPoint){20, y}, (CxPoint){30, y + 10}, (CxPoint){40, y + 10});
  *cx_list_add(f->arena, &placed->points) = (CxPoint){10, y};
  *cx_list_add(f->arena, &placed->points) = (CxPoint){40, y + 10};
}

static CxBox *add_curve(Fixture *f) {
  static const CxCurveSeries first = {.ref = "hannah", .index = 0}, second = {.ref = "gary", .index = 1};
  CxBox *box =
      add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_CURVE, .role = "curve", .id = "emotion"}, (CxRect){0, 0, 100, 90});
  box->curve = cx_new(f->arena, CxPlacedCurve);
  *cx_list_add(f->arena, &box->curve->bands) = (CxBand){{0, 0, 100, 45}, CX_PAINT_BAND_UP2};
  *cx_list_add(f->arena, &box->curve->lines) = (CxLevelLine){.x1 = 0, .x2 = 100, .y = 20};
  *cx_list_add(f->arena, &box->curve->lines) = (CxLevelLine){.x1 = 0, .x2 = 100, .y = 45, .is_neutral = true};
  add_series(f, box->curve, &first, 20);
  add_series(f, box->curve, &second, 60);
  return box;
}

/* The ground goes down to the base; the bars stand on it, the line lies over both and is no persona's. */
static void test_arc(Fixture *f, gconstpointer data) {
  (void)data;
  static const CxCurveSeries series = {0};
  CxBox *box = add_box(f, f->body, (CxBlock){.kind = CX_BLOCK_CURVE, .role = "curve", .id = "importance"},
                       (CxRect){0, 0, 100, 90});
  box->curve = cx_new(f->arena, CxPlacedCurve);
  box->curve->style = CX_CURVE_ARC;
  box->curve->base = 80;
  *cx_list_add(f->arena, &box->curve->bands) = (CxBand){{8, 20, 5, 60}, CX_PAINT_RULE};
  add_series(f, box->curve, &series, 20);
  const CxElements *elements = &make_elements(f)->items[0]->children;
  g_assert_cmpuint(elements->count, ==, 3);
  assert_rect(elements->items[0]->box, 10, 20, 30, 60);
  g_assert_cmpstr(elements->items[1]->role, ==, "band");
  g_assert_cmpstr(elements->items[2]->role, ==, "score");
  g_assert_cmpuint(elements->items[2]->points.count, ==, 2);
  g_assert_null(elements->items[2]->of);
}

static void test_curve(Fixture *f, gconstpointer data) {
  (void)data;
  add_curve(f);
  const CxElements *elements = &make_elements(f)->items[0]->children;
  g_assert_cmpuint(elements->count, ==, 7);
  CxElement **items = elements->items;
  assert_colour(items[0]->fill, "#e3f9f3");
  g_assert_cmpint(items[1]->stroke.dash.count, ==, 2);
  g_assert_cmpstr(items[2]->role, ==, "neutral");
  assert_colour(items[2]->stroke.colour, "#566270");
  g_assert_cmpstr(items[4]->of, ==, "gary");
  g_assert_cmpfloat(items[4]->stroke.dash.lengths[0], ==, 7);
  assert_colour(items[5]->stroke.colour, "#ffffffcc");
  g_assert_cmpfloat(items[5]->stroke.width, ==, 4.4);
  g_assert_cmpstr(items[6]->role, ==, "curve");
  g_assert_cmpstr(items[6]->of, ==, "hannah");
  g_assert_cmpuint(items[6]->points.count, ==, 2);
  assert_colour(items[6]->stroke.colour, "#1d4f91");
}

/* ---- JSON -------------------------------------------------------------------------------------------------- */

static void assert_json(Fixture *f, const char *expected) {
  GString *out = g_string_new(NULL);
  CxJson json = {.out = out};
  cx_json_object_flat(&json);
  cx_json_key(&json, "scene");
  cx_scene_write_json(make_scene(f), &json);
  cx_json_end(&json);
  g_assert_cmpstr(out->str, ==, expected);
  g_string_free(out, TRUE);
}

static void test_json(Fixture *f, gconstpointer data) {
  (void)data;
  CxBox *card = add_box(
      f, f->body,
      (CxBlock){
          .kind = CX_BLOCK_STACK, .role = "card", .id = "a", .ref = "a", .look = CX_LOOK_CARD, .hue = CX_HUE_ACTION},
      (CxRect){5, 6, 70, 22.5});
  place_lines(f,
              add_box(f, card,
                      (CxBlock){.kind = CX_BLOCK_TEXT, .role = "item", .font = CX_FONT_ITEM, .paint = CX_PAINT_INK},
                      (CxRect){13, 11, 54, 12.5}),
              "Buys", 54);
  add_box(f, card, (CxBlock){.kind = CX_BLOCK_IMAGE, .path = "/root/a.png", .name = "a.png"}, (CxRect){20, 8, 4, 3});
  assert_json(f, "{\"scene\": {\"map\": \"order\", \"kind\": \"journey\", \"title\": \"Ordering\", \"lang\": \"en\", "
                 "\"width\": 200, \"height\": 100, \"pages\": 1, \"items\": ["
                 "{\"type\": \"group\", \"role\": \"card\", \"id\": \"order.a\", \"ref\": \"a\", \"page\": 1, "
                 "\"box\": [5, 6, 70, 22.5], \"items\": ["
                 "{\"type\": \"rect\", \"role\": \"card\", \"box\": [5, 6, 70, 22.5], \"radius\": 3, "
                 "\"fill\": \"#ffffff\", \"stroke\": \"#cbd3dc\"}, "
                 "{\"type\": \"text\", \"role\": \"item\", \"box\": [13, 11, 19.8, 12.5], \"baseline\": 20.535, "
                 "\"size\": 9, \"lang\": \"en\", \"para\": 1, \"text\": \"Buys\"}, "
                 "{\"type\": \"image\", \"role\": \"image\", \"box\": [20, 8, 4, 3], \"radius\": 3, "
                 "\"path\": \"a.png\"}]}]}}");
}

static void test_json_of_a_curve(Fixture *f, gconstpointer data) {
  (void)data;
  CxPlacedCurve *curve = add_curve(f)->curve;
  curve->bands.count = curve->lines.count = 0;
  curve->series.count = 1;
  assert_json(f, "{\"scene\": {\"map\": \"order\", \"kind\": \"journey\", \"title\": \"Ordering\", \"lang\": \"en\", "
                 "\"width\": 200, \"height\": 100, \"pages\": 1, \"items\": ["
                 "{\"type\": \"group\", \"role\": \"curve\", \"id\": \"order.emotion\", \"page\": 1, "
                 "\"box\": [0, 0, 100, 90], \"items\": ["
                 "{\"type\": \"path\", \"role\": \"halo\", \"box\": [10, 20, 30, 10], \"stroke\": \"#ffffffcc\"}, "
                 "{\"type\": \"path\", \"role\": \"curve\", \"of\": \"hannah\", \"box\": [10, 20, 30, 10], "
                 "\"stroke\": \"#1d4f91\", \"points\": [[10, 20], [40, 30]], "
                 "\"d\": \"M 10 20 C 20 20 30 30 40 30\"}]}]}}");
}

#define ADD(path, test) g_test_add("/scene/" path, Fixture, NULL, set_up, test, tear_down)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("containers-with-roles-are-groups", test_groups);
  ADD("rows-are-groups", test_rows_are_groups);
  ADD("ids-are-unique", test_ids_are_unique);
  ADD("description-names-stages", test_description);
  ADD("cards-and-chips", test_card);
  ADD("chevrons", test_chevrons);
  ADD("lines-of-a-paragraph", test_text);
  ADD("evidence-marks", test_evidence);
  ADD("icons", test_icons);
  ADD("faces-filled-and-hollow", test_faces);
  ADD("portraits", test_portraits);
  ADD("meters", test_meter);
  ADD("curves-first-persona-on-top", test_curve);
  ADD("arc-stands-on-its-base", test_arc);
  ADD("json-of-a-card", test_json);
  ADD("json-of-a-curve", test_json_of_a_curve);
  return g_test_run();
}
