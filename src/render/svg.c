/* SVG: the first page of a map as cairo writes it, then made fit to stand in a web page beside others: title and
 * description for those who hear it, and every id with the map's in front.
 *
 * Letters are outlines; links lie over them as empty rectangles; there is no script, no style sheet, and nothing is
 * fetched. The rewriting relies on cairo's SVG having no text and no quotes inside attributes, so an id is what stands
 * behind id=", and a reference behind # in "#… and (#….
 */
#include "render.h"

#include <cairo-svg.h>
#include <string.h>

/* ---- Words -------------------------------------------------------------------------------------------------- */

/* Text of any kind between tags or in an attribute: what XML cannot hold becomes a space. */
static void append_text(GString *out, const char *text) {
  GString *clean = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    const bool is_allowed = c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff;
    g_string_append_unichar(clean, is_allowed ? c : ' ');
  }
  char *escaped = g_markup_escape_text(clean->str, (gssize)clean->len);
  g_string_append(out, escaped);
  g_free(escaped);
  g_string_free(clean, TRUE);
}

/* An XML name that begins all ids of a map: its id where that is ASCII, with a hash where letters had to go. */
static char *prefix_for(const char *map) {
  GString *prefix = g_string_new("cx-");
  bool is_same = true;
  for (const char *at = map; *at != '\0'; at++) {
    const bool is_plain = g_ascii_isalnum(*at) || *at == '-' || *at == '_';
    if (is_plain) g_string_append_c(prefix, *at);
    is_same = is_same && is_plain;
  }
  if (!is_same) g_string_append_printf(prefix, "-%08x", g_str_hash(map));
  g_string_append_c(prefix, '-');
  return g_string_free(prefix, FALSE);
}

/* ---- Ids ---------------------------------------------------------------------------------------------------- */

/* cairo numbers what is not a letter or a clip over the whole life of the process: such ids are numbered again here, so
 * that the same map gives the same bytes whatever was drawn before. */
typedef struct Ids {
  const char *prefix;
  GHashTable *numbers; /* of cairo's ids, from 1, as they appear */
} Ids;

static void append_id(Ids *ids, GString *out, const char *id, size_t length) {
  g_string_append(out, ids->prefix);
  if (g_str_has_prefix(id, "glyph")) {
    g_string_append_len(out, id, (gssize)length);
    return;
  }
  char *key = g_strndup(id, length);
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(ids->numbers, key));
  if (number == 0) {
    number = g_hash_table_size(ids->numbers) + 1;
    g_hash_table_insert(ids->numbers, g_strdup(key), GUINT_TO_POINTER(number));
  }
  g_string_append_printf(out, "part%u", number);
  g_free(key);
}

/* What stands behind the next id=" or the next # of a reference; the end where there is none. */
static const char *find_id(const char *at) {
  const char *found = strstr(at, " id=\"");
  return found != NULL ? found + strlen(" id=\"") : at + strlen(at);
}

static const char *find_reference(const char *at) {
  const char *found = at;
  while ((found = strchr(found, '#')) != NULL)
    if (*++found != '\0' && (found[-2] == '"' || found[-2] == '(')) return found;
  return at + strlen(at);
}

static void append_with_ids(Ids *ids, GString *out, const char *svg) {
  const char *at = svg, *id = find_id(svg), *reference = find_reference(svg);
  for (;;) {
    const char *next = MIN(id, reference);
    g_string_append_len(out, at, next - at);
    if (*next == '\0') return;
    const size_t length = strcspn(next, "\")");
    append_id(ids, out, next, length);
    at = next + length;
    if (id < at) id = find_id(at);
    if (reference < at) reference = find_reference(at);
  }
}

/* ---- Additions ---------------------------------------------------------------------------------------------- */

static void append_element(GString *out, const char *prefix, const char *name, const char *text) {
  g_string_append_printf(out, "\n<%s id=\"%s%s\">", name, prefix, name);
  append_text(out, text);
  g_string_append_printf(out, "</%s>", name);
}

/* ---- Links -------------------------------------------------------------------------------------------------- */

/* Where links are written, and what those between maps lead to. */
typedef struct Links {
  GString *out;
  GHashTable *files; /* CxRenderOptions.files */
} Links;

/* What a reader may be sent to. */
static bool is_followed(const Links *links, const char *link) {
  static const char *const schemes[] = {"https://", "http://", "mailto:"};
  if (link != NULL && link[0] == '#') return links->files != NULL && g_hash_table_contains(links->files, link + 1);
  for (size_t i = 0; link != NULL && i < G_N_ELEMENTS(schemes); i++)
    if (g_ascii_strncasecmp(link, schemes[i], strlen(schemes[i])) == 0) return true;
  return false;
}

/* Another map is a file beside this one, whatever letters its name has; all else opens a window of its own. */
static void append_target(const Links *links, const char *link) {
  if (link[0] != '#') {
    append_text(links->out, link);
    g_string_append(links->out, "\" target=\"_blank\" rel=\"noopener");
    return;
  }
  char *file = g_uri_escape_string(g_hash_table_lookup(links->files, link + 1), NULL, FALSE);
  g_string_append_printf(links->out, "./%s", file);
  g_free(file);
}

static void append_link(const Links *links, const CxElement *element, CxRect box) {
  GString *out = links->out;
  const char *name = element->text != NULL ? element->text : element->title;
  char x[CX_NUMBER_LENGTH], y[CX_NUMBER_LENGTH], w[CX_NUMBER_LENGTH], h[CX_NUMBER_LENGTH];
  g_string_append(out, "<a href=\"");
  append_target(links, element->link);
  g_string_append(out, "\" aria-label=\"");
  append_text(out, name != NULL ? name : element->link);
  g_string_append_printf(out,
                         "\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" "
                         "pointer-events=\"all\"/></a>\n",
                         cx_number_format(box.x, 3, x), cx_number_format(box.y, 3, y), cx_number_format(box.w, 3, w),
                         cx_number_format(box.h, 3, h));
}

/* Of what a group cuts off, nothing can be clicked. */
static void append_links(const Links *links, const CxElements *elements, CxRect seen) {
  for (size_t i = 0; i < elements->count; i++) {
    const CxElement *element = elements->items[i];
    const bool is_cut = element->kind == CX_ELEMENT_GROUP && element->clip.count > 0;
    if (is_followed(links, element->link)) append_link(links, element, cx_rect_intersection(element->box, seen));
    append_links(links, &element->children, is_cut ? element->box : seen);
  }
}

/* ---- The root ----------------------------------------------------------------------------------------------- */

/* Takes the ends of the root element's tags as the places for what is added. Where there are links it is no picture:
 * nothing in one can be followed by those who hear it. */
static void rewrite(const CxScene *scene, GHashTable *files, const char *svg, GString *out) {
  const char *root = strstr(svg, "<svg "), *root_end = root != NULL ? strchr(root, '>') : NULL;
  const char *end = g_strrstr(svg, "</svg>");
  g_return_if_fail(root_end != NULL && end != NULL);
  GString *links = g_string_new(NULL);
  const CxScenePage *page = &scene->pages.items[0];
  append_links(&(Links){links, files}, &page->elements, (CxRect){0, 0, page->width, page->height});
  char *prefix = prefix_for(scene->map);
  Ids ids = {prefix, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  g_string_append_len(out, svg, root_end - svg);
  g_string_append_printf(out, " role=\"%s\" aria-labelledby=\"%stitle %sdesc\" xml:lang=\"",
                         links->len > 0 ? "group" : "img", prefix, prefix);
  append_text(out, scene->lang != NULL ? scene->lang : "en");
  g_string_append(out, "\">");
  append_element(out, prefix, "title", scene->title != NULL ? scene->title : scene->map);
  append_element(out, prefix, "desc", scene->description != NULL ? scene->description : "");
  append_with_ids(&ids, out, root_end + 1);
  g_string_truncate(out, out->len - strlen(end));
  g_string_append(out, links->str);
  g_string_append(out, end);
  g_string_free(links, TRUE);
  g_hash_table_destroy(ids.numbers);
  g_free(prefix);
}

static cairo_status_t paint(const CxScene *scene, CxImages *images, GByteArray *svg) {
  const CxScenePage *page = &scene->pages.items[0];
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream(cx_write_bytes, svg, page->width, page->height);
  cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
  cairo_t *cr = cairo_create(surface);
  cx_paint_paper(cr, scene->paper);
  cx_paint_page(&(CxPainter){.cr = cr, .images = images}, page);
  cairo_show_page(cr);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status;
}

bool cx_svg_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics,
                   GByteArray *out) {
  if (scenes->count == 0 || scenes->items[0]->pages.count == 0) return true;
  const CxScene *scene = scenes->items[0];
  GByteArray *svg = g_byte_array_new();
  CxImages images;
  cx_images_init(&images, diagnostics, 300, true);
  const bool is_fine = cx_cairo_is_fine(paint(scene, &images, svg), scene, diagnostics) && !images.has_failed;
  if (is_fine) {
    GString *text = g_string_new(NULL);
    g_byte_array_append(svg, (const guint8 *)"", 1);
    rewrite(scene, options->files, (const char *)svg->data, text);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    g_string_free(text, TRUE);
  }
  g_byte_array_unref(svg);
  cx_images_clear(&images);
  return is_fine;
}
