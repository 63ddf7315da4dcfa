/* The backends: equal bytes on each run, what a PDF, an SVG and a PNG must hold. */
#include "cxmap/render.h"

#include <cairo.h>
#include <string.h>
#include <zlib.h>

typedef struct Fixture {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxScene *scene;
  CxElements *elements; /* of the first page */
  CxScenes scenes;
  CxRenderOptions options;
} Fixture;

static CxScene *new_scene(Fixture *f, const char *map) {
  CxScene *scene = cx_new(f->arena, CxScene);
  *scene = (CxScene){.map = map,
                     .kind = "journey",
                     .title = "Ordering",
                     .lang = "en",
                     .description = "Ordering. Aware, Buy.",
                     .date = "2026-03",
                     .paper = CX_HEX(0xffffff),
                     .width = 100,
                     .height = 50};
  *cx_list_add(f->arena, &scene->pages) = (CxScenePage){.width = 100, .height = 50};
  *cx_list_add(f->arena, &f->scenes) = scene;
  return scene;
}

static CxElement *add_element(Fixture *f, CxElements *to, CxElement element) {
  CxElement *own = cx_new(f->arena, CxElement);
  *own = element;
  *cx_list_add(f->arena, to) = own;
  return own;
}

static CxElement *add_rect(Fixture *f, CxRect box, CxColour fill) {
  return add_element(f, f->elements, (CxElement){.kind = CX_ELEMENT_RECT, .role = "card", .box = box, .fill = fill});
}

static void set_up(Fixture *f, gconstpointer data) {
  (void)data;
  g_unsetenv("SOURCE_DATE_EPOCH");
  f->arena = cx_arena_new();
  f->diagnostics = cx_diagnostics_new(f->arena);
  f->scenes = (CxScenes){0};
  f->scene = new_scene(f, "order");
  f->elements = &f->scene->pages.items[0].elements;
  f->options = (CxRenderOptions){.dpi = 72};
}

static void tear_down(Fixture *f, gconstpointer data) {
  (void)data;
  cx_arena_free(f->arena);
}

#include "rendered.h"

/* ---- All of them ------------------------------------------------------------------------------------------- */

static void test_registry(void) {
  size_t count;
  const CxBackend *backends = cx_backends(&count);
  for (size_t i = 0; i < count; i++) g_assert_true(cx_backend_find(backends[i].name) == &backends[i]);
  g_assert_true(cx_backend_find("pdf")->holds_many);
  g_assert_false(cx_backend_find("svg")->holds_many);
  g_assert_null(cx_backend_find("gif"));
}

static void assert_date(const char *epoch, const char *document, const char *expected) {
  CxArena *arena = cx_arena_new();
  if (epoch != NULL)
    g_setenv("SOURCE_DATE_EPOCH", epoch, TRUE);
  else
    g_unsetenv("SOURCE_DATE_EPOCH");
  g_assert_cmpstr(cx_render_date(arena, document), ==, expected);
  cx_arena_free(arena);
}

static void test_dates(void) {
  assert_date(NULL, NULL, "1970-01-01T00:00:00Z");
  assert_date(NULL, "2026", "2026-01-01T00:00:00Z");
  assert_date(NULL, "2026-03", "2026-03-01T00:00:00Z");
  assert_date(NULL, "2026-03-02", "2026-03-02T00:00:00Z");
  assert_date(NULL, "2 March 2026", "1970-01-01T00:00:00Z");
  assert_date(NULL, "2026-3-02x", "1970-01-01T00:00:00Z");
  assert_date("86399", "2026", "1970-01-01T23:59:59Z");
  assert_date("253402300799", NULL, "9999-12-31T23:59:59Z");
  assert_date("253402300800", "2026", "2026-01-01T00:00:00Z");
  assert_date("", "2026", "2026-01-01T00:00:00Z");
  assert_date("-1", "2026", "2026-01-01T00:00:00Z");
  assert_date("12 ", "2026", "2026-01-01T00:00:00Z");
  assert_date("99999999999999999999999", "2026", "2026-01-01T00:00:00Z");
}

/* A text in the machine's fonts. */
static void add_text(Fixture *f, CxElements *to, CxShaper *shaper, const char *text, CxElement element) {
  const CxTextStyle style = {.size = 9};
  CxLines lines = {0};
  cx_shaped_break(f->arena, cx_text_shape(shaper, f->arena, text, &style, "en", 0), 1000, CX_FIT_GREEDY, &lines);
  g_assert_cmpuint(lines.count, ==, 1);
  element.kind = CX_ELEMENT_TEXT;
  element.line = &lines.items[0];
  element.text = text;
  element.fill = CX_HEX(0x18212c);
  element.box = (CxRect){10, 10, lines.items[0].width, 12.5};
  element.baseline = 20;
  element.scale = 1;
  add_element(f, to, element);
}

static void test_same_bytes(Fixture *f, gconstpointer data) {
  (void)data;
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  CxElement *rect = add_rect(f, (CxRect){10, 10, 50, 20}, CX_HEX(0xffe5e1));
  rect->radius = 3;
  rect->stroke = (CxStroke){.colour = CX_HEX(0xe8bbb6), .width = 0.75};
  add_text(f, f->elements, shaper, "Ordering, final", (CxElement){.role = "item", .lang = "en", .para = 1});
  size_t count;
  const CxBackend *backends = cx_backends(&count);
  for (size_t i = 0; i < count; i++) {
    GByteArray *one = render(f, backends[i].name), *other = render(f, backends[i].name);
    g_assert_cmpmem(one->data, one->len, other->data, other->len);
    g_byte_array_unref(one);
    g_byte_array_unref(other);
  }
  cx_arena_free(f->arena);
  f->arena = cx_arena_new();
  cx_shaper_free(shaper);
}

/* ---- PNG --------------------------------------------------------------------------------------------------- */

static guint32 number_at(const guint8 *bytes) {
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

static void test_png_size(Fixture *f, gconstpointer data) {
  (void)data;
  f->options.dpi = 100;
  GByteArray *png = render(f, "png");
  g_assert_cmpuint(number_at(png->data + 16), ==, 139);
  g_assert_cmpuint(number_at(png->data + 20), ==, 70);
  g_assert_cmpmem(png->data + 37, 4, "pHYs", 4);
  g_assert_cmpuint(number_at(png->data + 41), ==, 3937);
  g_assert_cmpuint(number_at(png->data + 50), ==, crc32(0, png->data + 37, 13));
  g_byte_array_unref(png);
}

static void test_png_pixels(Fixture *f, gconstpointer data) {
  (void)data;
  add_rect(f, (CxRect){10, 10, 50, 20}, CX_HEX(0xffe5e1));
  GByteArray *opaque = render(f, "png");
  f->options.is_transparent = true;
  GByteArray *transparent = render(f, "png");
  g_assert_cmphex(pixel_of(opaque, 30, 20) & 0xffffff, ==, 0xffe5e1);
  g_assert_cmphex(pixel_of(opaque, 5, 5) & 0xffffff, ==, 0xffffff);
  g_assert_cmphex(pixel_of(transparent, 30, 20), ==, 0xffffe5e1);
  g_assert_cmphex(pixel_of(transparent, 5, 5), ==, 0);
  g_byte_array_unref(opaque);
  g_byte_array_unref(transparent);
}

static void test_png_too_large(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->width = 14400;
  f->scene->height = 1440;
  f->options.dpi = 300;
  GByteArray *png = g_byte_array_new();
  g_assert_false(cx_backend_find("png")->render(&f->scenes, &f->options, f->diagnostics, png));
  g_assert_cmpuint(png->len, ==, 0);
  assert_problem(f, CX_PAGE_TOO_LARGE, "60000 x 6000 pixels");
  size_t count;
  g_assert_nonnull(strstr(cx_diagnostics_sorted(f->diagnostics, &count)[0]->help, "--dpi 158"));
  g_byte_array_unref(png);
}

/* ---- SVG --------------------------------------------------------------------------------------------------- */

static void test_svg_words(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->title = "A <b> & \"c\" \x01";
  f->scene->lang = "zh-Hans";
  assert_holds(f, "svg", "<title id=\"cx-order-title\">A &lt;b&gt; &amp; &quot;c&quot;  </title>");
  assert_holds(f, "svg", "<desc id=\"cx-order-desc\">Ordering. Aware, Buy.</desc>");
  assert_holds(f, "svg", " role=\"img\" aria-labelledby=\"cx-order-title cx-order-desc\" xml:lang=\"zh-Hans\">");
  assert_holds(f, "svg", "width=\"100pt\" height=\"50pt\" viewBox=\"0 0 100 50\"");
}

static void test_svg_links(Fixture *f, gconstpointer data) {
  (void)data;
  CxElement *item = add_element(f, f->elements, (CxElement){.kind = CX_ELEMENT_GROUP, .role = "item"});
  item->box = (CxRect){10, 20, 30.5, 8};
  item->title = "A & B";
  item->link = "https://example.org/?a=\"b\"&c";
  CxElement *bad = add_element(f, &item->children, (CxElement){.kind = CX_ELEMENT_GROUP, .role = "item"});
  bad->link = "javascript:alert(1)";
  GByteArray *svg = render(f, "svg");
  g_assert_cmpuint(count_of(svg, "<a href="), ==, 1);
  g_assert_cmpuint(count_of(svg, "javascript"), ==, 0);
  g_assert_cmpuint(count_of(svg, " role=\"group\" "), ==, 1);
  g_assert_cmpuint(
      count_of(svg, "<a href=\"https://example.org/?a=&quot;b&quot;&amp;c\" target=\"_blank\" rel=\"noopener\" "
                    "aria-label=\"A &amp; B\"><rect x=\"10\" y=\"20\" width=\"30.5\" height=\"8\" fill=\"none\" "
                    "pointer-events=\"all\"/></a>\n</svg>"),
      ==, 1);
  g_byte_array_unref(svg);
}

/* To another map: where its file is known. */
static void test_svg_links_to_maps(Fixture *f, gconstpointer data) {
  (void)data;
  CxElement *item = add_element(f, f->elements, (CxElement){.kind = CX_ELEMENT_GROUP, .role = "item"});
  item->box = (CxRect){10, 20, 30, 8};
  item->title = "Hannah";
  item->link = "#hannah";
  GByteArray *alone = render(f, "svg");
  g_assert_cmpuint(count_of(alone, "<a href="), ==, 0);
  g_byte_array_unref(alone);
  f->options.files = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(f->options.files, (gpointer) "hannah", (gpointer) "a:b \"c\"-한나.svg");
  assert_holds(f, "svg", "<a href=\"./a%3Ab%20%22c%22-%ED%95%9C%EB%82%98.svg\" aria-label=\"Hannah\">");
  g_hash_table_unref(f->options.files);
}

/* Every id, and every reference to one, begins with `prefix`. */
static void assert_prefix(const GByteArray *svg, const char *prefix) {
  const char *const marks[] = {" id=\"", "\"#", "(#"};
  for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
    for (const char *at = (const char *)svg->data; (at = strstr(at, marks[i])) != NULL;) {
      at += strlen(marks[i]);
      g_assert_true(g_str_has_prefix(at, prefix));
    }
  }
}

static void test_svg_ids(Fixture *f, gconstpointer data) {
  (void)data;
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  add_text(f, f->elements, shaper, "Ordering", (CxElement){.role = "title", .lang = "en", .para = 1});
  f->scene->map = "order_2";
  GByteArray *plain = render(f, "svg");
  g_assert_cmpuint(count_of(plain, "\"#cx-order_2-glyph"), ==, 8);
  assert_prefix(plain, "cx-order_2-");
  f->scene->map = "주문";
  GByteArray *foreign = render(f, "svg");
  assert_prefix(foreign, "cx--");
  for (guint i = 0; i < foreign->len; i++) g_assert_true(g_ascii_isprint(foreign->data[i]) || foreign->data[i] <= '\n');
  g_byte_array_unref(plain);
  g_byte_array_unref(foreign);
  cx_arena_free(f->arena);
  f->arena = cx_arena_new();
  cx_shaper_free(shaper);
}

/* ---- PDF --------------------------------------------------------------------------------------------------- */

static void test_pdf_information(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->author = "UX research";
  f->options.creator = "cxmap 1.2";
  assert_holds(f, "pdf", "/Title (Ordering)");
  assert_holds(f, "pdf", "/Author (UX research)");
  assert_holds(f, "pdf", "/Creator (cxmap 1.2)");
  assert_holds(f, "pdf", "/CreationDate (20260301000000Z)");
  assert_holds(f, "pdf", "/ModDate (20260301000000Z)");
  assert_holds(f, "pdf", "/Lang (en)");
  g_setenv("SOURCE_DATE_EPOCH", "86400", TRUE);
  assert_holds(f, "pdf", "/CreationDate (19700102000000Z)");
}

/* Of several maps the title is the document's. */
static void test_pdf_title(Fixture *f, gconstpointer data) {
  (void)data;
  f->scene->document = "All journeys";
  f->scene->subject = "Journey map";
  assert_holds(f, "pdf", "/Title (Ordering)");
  assert_holds(f, "pdf", "/Subject (Journey map)");
  new_scene(f, "buy")->document = "All journeys";
  assert_holds(f, "pdf", "/Title (All journeys)");
  GByteArray *pdf = render(f, "pdf");
  g_assert_cmpuint(count_of(pdf, "/Subject"), ==, 0);
  g_byte_array_unref(pdf);
}

static void test_pdf_pages(Fixture *f, gconstpointer data) {
  (void)data;
  *cx_list_add(f->arena, &f->scene->pages) = (CxScenePage){.width = 300, .height = 40};
  CxScene *second = new_scene(f, "buy");
  f->elements = &f->scene->pages.items[0].elements;
  add_rect(f, (CxRect){10, 10, 50, 20}, CX_HEX(0xffe5e1));
  f->elements = &second->pages.items[0].elements;
  add_rect(f, (CxRect){10, 10, 50, 20}, CX_HEX(0xffe5e1));
  second->title = "Buying";
  second->lang = "ko";
  GByteArray *pdf = render(f, "pdf");
  g_assert_cmpuint(count_of(pdf, "<< /Type /Page %"), ==, 3);
  g_assert_cmpuint(count_of(pdf, "/MediaBox [ 0 0 100 50 ]"), ==, 2);
  g_assert_cmpuint(count_of(pdf, "/MediaBox [ 0 0 300 40 ]"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "<< /Title (Ordering)"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "<< /Title (Buying)"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/Lang (ko)"), ==, 1);
  g_byte_array_unref(pdf);
}

/* The table says of each object where it begins. */
static void test_pdf_table(Fixture *f, gconstpointer data) {
  (void)data;
  add_element(f, f->elements, (CxElement){.kind = CX_ELEMENT_PATH, .role = "curve", .of = "hannah"});
  GByteArray *pdf = render(f, "pdf");
  const char *bytes = (const char *)pdf->data, *end = bytes + pdf->len - 1;
  const char *start = strstr(end - 40, "startxref\n");
  g_assert_nonnull(start);
  const char *table = bytes + g_ascii_strtoull(start + strlen("startxref\n"), NULL, 10);
  g_assert_true(g_str_has_prefix(table, "xref\n0 "));
  char *entry;
  const guint64 count = g_ascii_strtoull(table + strlen("xref\n0 "), &entry, 10);
  g_assert_cmpuint(count, >, 5);
  for (guint64 i = 1; i < count; i++) {
    char *expected = g_strdup_printf("%" G_GUINT64_FORMAT " 0 obj\n", i);
    g_assert_true(g_str_has_prefix(bytes + g_ascii_strtoull(entry + 1 + 20 * i, NULL, 10), expected));
    g_free(expected);
  }
  g_byte_array_unref(pdf);
}

static void test_pdf_structure(Fixture *f, gconstpointer data) {
  (void)data;
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  CxElement *stage =
      add_element(f, f->elements, (CxElement){.kind = CX_ELEMENT_GROUP, .role = "stage", .title = "Aware"});
  stage->link = "https://example.org/?q='a b'\\";
  add_text(f, f->elements, shaper, "Ordering", (CxElement){.role = "title", .lang = "en", .para = 1});
  add_text(f, &stage->children, shaper, "Aware",
           (CxElement){.role = "name", .lang = "en", .para = 2, .is_heading = true});
  add_text(f, &stage->children, shaper, "one", (CxElement){.role = "item", .lang = "fr", .para = 3});
  add_text(f, &stage->children, shaper, "two",
           (CxElement){.role = "item", .lang = "fr", .para = 3, .link = "mailto:a@b.c"});
  CxElement curve = {
      .kind = CX_ELEMENT_PATH, .role = "curve", .of = "hannah", .stroke = {.colour = CX_HEX(0x1d4f91), .width = 2}};
  cx_path_move(f->arena, &curve.path, 10, 10);
  cx_path_line(f->arena, &curve.path, 90, 40);
  add_element(f, &stage->children, curve);
  GByteArray *pdf = render(f, "pdf");
  g_assert_cmpuint(count_of(pdf, "/S /Document"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/S /Sect"), ==, 2);
  g_assert_cmpuint(count_of(pdf, "/S /H1"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/S /H2"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/S /Link"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/URI (https://example.org/?q=%27a%20b%27%5C)"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/Lang (fr)\n   /Type /StructElem\n   /S /P\n"), ==, 1);
  /* "Aware: hannah" in UTF-16. */
  g_assert_cmpuint(count_of(pdf, "/Alt <FEFF00410077006100720065003A002000680061006E006E00610068>\n"
                                 "   /Type /StructElem\n   /S /Figure"),
                   ==, 1);
  g_byte_array_unref(pdf);
  cx_arena_free(f->arena);
  f->arena = cx_arena_new();
  cx_shaper_free(shaper);
}

/* Forwards and backwards; a map that is not there, or has nothing on its first page, is led to by nobody. */
static void test_pdf_links_to_maps(Fixture *f, gconstpointer data) {
  (void)data;
  CxScene *second = new_scene(f, "한나"), *empty = new_scene(f, "empty");
  const char *const links[] = {"#한나", "#order", "#empty", "#gone"};
  for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
    CxElements *into = i == 1 ? &second->pages.items[0].elements : f->elements;
    CxElement *group =
        add_element(f, into, (CxElement){.kind = CX_ELEMENT_GROUP, .role = "item", .title = "A", .link = links[i]});
    group->box = (CxRect){10, 10 * (double)i, 20, 8};
    add_element(f, &group->children,
                (CxElement){.kind = CX_ELEMENT_RECT, .role = "card", .box = group->box, .fill = CX_HEX(0x112233)});
  }
  g_assert_cmpuint(empty->pages.items[0].elements.count, ==, 0);
  GByteArray *pdf = render(f, "pdf");
  g_assert_cmpuint(count_of(pdf, "/Subtype /Link"), ==, 2);
  g_assert_cmpuint(count_of(pdf, "/Dest (%ED%95%9C%EB%82%98)"), ==, 1);
  g_assert_cmpuint(count_of(pdf, "/Dest (order)"), ==, 1);
  g_byte_array_unref(pdf);
}

/* What the first page's stream says. */
static char *content_of(const GByteArray *pdf) {
  const guint8 *stream = memmem(pdf->data, pdf->len, "stream\n", 7);
  g_assert_nonnull(stream);
  guint8 *content = g_malloc0(100001);
  z_stream inflater = {.next_in = (guint8 *)stream + 7,
                       .avail_in = (unsigned)(pdf->data + pdf->len - stream - 7),
                       .next_out = content,
                       .avail_out = 100000};
  g_assert_cmpint(inflateInit(&inflater), ==, Z_OK);
  g_assert_cmpint(inflate(&inflater, Z_FINISH), ==, Z_STREAM_END);
  inflateEnd(&inflater);
  return (char *)content;
}

static void assert_text_in_pdf(Fixture *f, const char *lang, const char *text, const char *expected) {
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  add_text(f, f->elements, shaper, text, (CxElement){.role = "item", .lang = lang, .para = 1});
  GByteArray *pdf = render(f, "pdf");
  char *content = content_of(pdf);
  if (strstr(content, expected) == NULL) g_error("no '%s' in '%s'", expected, content);
  g_free(content);
  g_byte_array_unref(pdf);
  cx_arena_free(f->arena);
  f->arena = cx_arena_new();
  cx_shaper_free(shaper);
}

/* Behind the box for a character that no font has stands the character. */
static void test_pdf_unknown(Fixture *f, gconstpointer data) {
  (void)data;
  assert_text_in_pdf(f, "en", "a\u0378b", "/ActualText <feff0378>");
}

/* The first letter of a ligature that is read from the right has a place of its own, at the right. */
static void test_pdf_ligature(Fixture *f, gconstpointer data) {
  (void)data;
  assert_text_in_pdf(f, "ar", "\u0644\u0627", "/ActualText <feff0644>");
}

#define ADD(path, test) g_test_add("/render/" path, Fixture, NULL, set_up, test, tear_down)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/render/registry", test_registry);
  g_test_add_func("/render/dates", test_dates);
  ADD("same-bytes-twice", test_same_bytes);
  ADD("png-size-and-resolution", test_png_size);
  ADD("png-pixels", test_png_pixels);
  ADD("png-too-large", test_png_too_large);
  ADD("svg-title-and-description", test_svg_words);
  ADD("svg-links", test_svg_links);
  ADD("svg-links-to-maps", test_svg_links_to_maps);
  ADD("svg-ids-are-the-maps-own", test_svg_ids);
  ADD("pdf-information", test_pdf_information);
  ADD("pdf-title-of-several-maps", test_pdf_title);
  ADD("pdf-pages-of-several-maps", test_pdf_pages);
  ADD("pdf-table-of-objects", test_pdf_table);
  ADD("pdf-structure-and-links", test_pdf_structure);
  ADD("pdf-links-to-maps", test_pdf_links_to_maps);
  ADD("pdf-text-of-unknown-characters", test_pdf_unknown);
  ADD("pdf-text-of-ligatures", test_pdf_ligature);
  const int failures = g_test_run();
  cx_render_cleanup();
  return failures;
}
