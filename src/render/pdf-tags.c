/* The structure of a PDF: groups, texts and figures of a scene → the tags that screen readers follow, and links.
 *
 * A group with a title is a section, the lines of a paragraph are one element, a curve or a picture is a figure. cairo
 * knows no language and no alternative text; they are noted for cx_pdf_patch. What is not tagged is decoration.
 */
#include "render.h"

#include <string.h>

/* ---- Structure elements ------------------------------------------------------------------------------------- */

static void begin_tag(CxTagger *tagger, const char *tag, const char *lang, const char *alt) {
  const size_t element = tagger->count++;
  if (lang != NULL || alt != NULL)
    *cx_list_add(tagger->arena, &tagger->notes.elements) = (CxPdfNote){element, tag, lang, alt};
  cairo_tag_begin(tagger->painter.cr, tag, NULL);
}

static void end_tag(CxTagger *tagger, const char *tag) {
  cairo_tag_end(tagger->painter.cr, tag);
}

/* The innermost section that is open, NULL where it is the page's. */
static const CxElement *section_of(const CxTagger *tagger) {
  const guint count = tagger->sections->len;
  return count > 0 ? tagger->sections->pdata[count - 1] : NULL;
}

static const char *other_lang(const CxTagger *tagger, const char *lang) {
  return g_strcmp0(lang, tagger->lang) != 0 ? lang : NULL;
}

/* ---- Links -------------------------------------------------------------------------------------------------- */

/* A URL in ASCII, or the name of a map's first page, between single quotes for cairo. */
static char *quoted_target(const char *link) {
  const bool is_map = link[0] == '#';
  char *ascii = g_uri_escape_string(is_map ? link + 1 : link, is_map ? NULL : "!*();:@&=+$,/?#[]%", FALSE);
  char *quoted = g_strdup_printf(is_map ? "dest='%s'" : "uri='%s'", ascii);
  g_free(ascii);
  return quoted;
}

/* cairo 1.16 cannot link to a page that comes later, but to a name. */
static void name_page(CxTagger *tagger, const char *map) {
  char *ascii = g_uri_escape_string(map, NULL, FALSE);
  char *attributes = g_strdup_printf("name='%s' x=0 y=0", ascii);
  cairo_tag_begin(tagger->painter.cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end(tagger->painter.cr, CAIRO_TAG_DEST);
  g_free(attributes);
  g_free(ascii);
}

static bool leads_somewhere(const CxTagger *tagger, const char *link) {
  return link != NULL && (link[0] != '#' || g_hash_table_contains(tagger->maps, link + 1));
}

static char *rectangle(CxRect box) {
  char x[CX_NUMBER_LENGTH], y[CX_NUMBER_LENGTH], w[CX_NUMBER_LENGTH], h[CX_NUMBER_LENGTH];
  return g_strdup_printf("rect=[%s %s %s %s] ", cx_number_format(box.x, 3, x), cx_number_format(box.y, 3, y),
                         cx_number_format(box.w, 3, w), cx_number_format(box.h, 3, h));
}

/* Links do not nest: inside one, others are only text. */
static void begin_link(CxTagger *tagger, const CxElement *element) {
  if (!leads_somewhere(tagger, element->link) || tagger->link != NULL) return;
  const CxElement *window = tagger->window;
  char *target = quoted_target(element->link);
  char *rect = rectangle(window != NULL ? cx_rect_intersection(element->box, window->box) : element->box);
  char *attributes = g_strconcat(rect, target, NULL);
  tagger->link = element;
  tagger->count++;
  cairo_tag_begin(tagger->painter.cr, CAIRO_TAG_LINK, attributes);
  g_free(attributes);
  g_free(rect);
  g_free(target);
}

static void end_link(CxTagger *tagger, const CxElement *element) {
  if (tagger->link != element) return;
  end_tag(tagger, CAIRO_TAG_LINK);
  tagger->link = NULL;
}

/* ---- Texts -------------------------------------------------------------------------------------------------- */

static void end_para(CxTagger *tagger) {
  if (tagger->para != 0) end_tag(tagger, tagger->para_tag);
  tagger->para = 0;
}

static const char *tag_of_text(CxTagger *tagger, const CxElement *text) {
  if (!tagger->has_title && strcmp(text->role, "title") == 0) {
    tagger->has_title = true;
    return "H1";
  }
  if (!text->is_heading) return "P";
  const CxElement *section = section_of(tagger);
  const bool is_inner = tagger->sections->len > 1 || (section != NULL && strcmp(section->role, "step") == 0);
  return is_inner ? "H3" : "H2";
}

static void begin_text(CxTagger *tagger, const CxElement *text) {
  if (text->para == 0) {
    end_para(tagger);
    return;
  }
  if (text->para != tagger->para) {
    end_para(tagger);
    tagger->para = text->para;
    tagger->para_tag = tag_of_text(tagger, text);
    begin_tag(tagger, tagger->para_tag, other_lang(tagger, text->lang), NULL);
  }
  begin_link(tagger, text);
}

/* ---- Hooks -------------------------------------------------------------------------------------------------- */

/* An icon stands beside the words that say the same. */
static bool is_figure(const CxElement *element) {
  if (element->kind == CX_ELEMENT_IMAGE) return strcmp(element->role, "icon") != 0;
  return (element->kind == CX_ELEMENT_PATH && strcmp(element->role, "curve") == 0);
}

static const char *alt_of(CxTagger *tagger, const CxElement *figure) {
  const CxElement *section = section_of(tagger);
  const char *title = section != NULL ? section->title : NULL,
             *what = figure->kind == CX_ELEMENT_IMAGE ? figure->name : figure->of;
  if (title == NULL || figure->of == NULL) return title != NULL ? title : what != NULL ? what : figure->role;
  return cx_arena_printf(tagger->arena, "%s: %s", title, figure->of);
}

static void begin_element(CxPainter *painter, const CxElement *element) {
  CxTagger *tagger = (CxTagger *)painter;
  if (element->kind == CX_ELEMENT_TEXT) {
    begin_text(tagger, element);
    return;
  }
  end_para(tagger);
  if (is_figure(element)) begin_tag(tagger, "Figure", NULL, alt_of(tagger, element));
  if (element->kind != CX_ELEMENT_GROUP) return;
  if (element->clip.count > 0) tagger->window = element;
  if (element->title != NULL) {
    begin_tag(tagger, "Sect", NULL, NULL);
    g_ptr_array_add(tagger->sections, (gpointer)element);
  }
  begin_link(tagger, element);
}

static void end_element(CxPainter *painter, const CxElement *element) {
  CxTagger *tagger = (CxTagger *)painter;
  if (element->kind != CX_ELEMENT_TEXT) end_para(tagger);
  end_link(tagger, element);
  if (tagger->window == element) tagger->window = NULL;
  if (is_figure(element)) end_tag(tagger, "Figure");
  if (element->kind == CX_ELEMENT_GROUP && element->title != NULL) {
    g_ptr_array_set_size(tagger->sections, (gint)tagger->sections->len - 1);
    end_tag(tagger, "Sect");
  }
}

/* ---- Document and pages ------------------------------------------------------------------------------------- */

void cx_tagger_init(CxTagger *tagger, CxArena *arena, CxImages *images, const CxScenes *scenes) {
  *tagger = (CxTagger){.painter = {.images = images, .begin = begin_element, .end = end_element},
                       .arena = arena,
                       .sections = g_ptr_array_new(),
                       .maps = g_hash_table_new(g_str_hash, g_str_equal)};
  for (size_t i = 0; i < scenes->count; i++)
    if (scenes->items[i]->pages.count > 0 && scenes->items[i]->pages.items[0].elements.count > 0)
      g_hash_table_add(tagger->maps, (gpointer)scenes->items[i]->map);
}

void cx_tagger_clear(CxTagger *tagger) {
  g_ptr_array_free(tagger->sections, TRUE);
  g_hash_table_destroy(tagger->maps);
}

void cx_tagger_begin_document(CxTagger *tagger, const char *lang) {
  tagger->notes.lang = lang;
  begin_tag(tagger, "Document", NULL, NULL);
}

void cx_tagger_end_document(CxTagger *tagger) {
  end_tag(tagger, "Document");
}

void cx_tagger_begin_page(CxTagger *tagger, const CxScene *scene, size_t page) {
  const char *lang = g_strcmp0(scene->lang, tagger->notes.lang) != 0 ? scene->lang : NULL;
  if (page == 0) name_page(tagger, scene->map);
  begin_tag(tagger, "Sect", lang, NULL);
  tagger->lang = scene->lang;
  tagger->has_title = page > 0;
}

void cx_tagger_end_page(CxTagger *tagger) {
  end_para(tagger);
  end_tag(tagger, "Sect");
}
