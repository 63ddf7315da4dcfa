/* Shaping: a string, a style and a language in, a shaped text out.
 *
 * The string is cleaned, its language decided, and its characters marked by the rules; then it is itemized and shaped
 * once, paragraph by paragraph, and reduced to clusters with widths. From then on nothing asks the fonts again: lines
 * are counted from the clusters and cut from the glyphs. What a run of another script inside the text is set in is
 * decided here too, with attributes, because Pango would ask the locale.
 */
#include "shaped.h"

#include <math.h>
#include <string.h>

/* Enough to name in a message. */
#define MOST_MISSING 32

/* Marks on one character, as in Unicode's stream-safe format: shaping thousands takes time in their square. */
#define MOST_ATTACHED 30

/* Characters joined to one, like the members of a family: what is never cut must stay narrow without a font for it. */
#define MOST_JOINED 6

#define ZERO_WIDTH_JOINER 0x200d

/* ---- The string ------------------------------------------------------------------------------ */

static gunichar clean_character(gunichar c) {
  if (c >= ' ' && c < 0x7f) return c;
  if (c == '\n' || c == 0x0085 || c == 0x2028 || c == 0x2029) return '\n';
  return g_unichar_iscntrl(c) ? ' ' : c;
}

static bool is_attached(gunichar c) {
  return !cx_rules_has_width(c);
}

static bool is_joiner(gunichar c) {
  return c == ZERO_WIDTH_JOINER || (c >= 0x80 && g_unichar_combining_class(c) == 9);
}

/* Joined to what stands before it though it has a width: skin tones, the voicing marks of narrow kana. */
static bool is_appended(gunichar c) {
  return (c >= 0x1f3fb && c <= 0x1f3ff) || c == 0xff9e || c == 0xff9f;
}

/* What is joined and attached up to a character. */
typedef struct Chain {
  unsigned joined, attached;
  bool is_open; /* the next character is joined whatever it is */
} Chain;

/* False where the character would make the chain too long. */
static bool add_to_chain(Chain *chain, gunichar c) {
  if (is_attached(c)) {
    if (++chain->attached > MOST_ATTACHED || (is_joiner(c) && chain->joined >= MOST_JOINED)) return false;
    chain->is_open = chain->is_open || is_joiner(c);
    return true;
  }
  if (is_appended(c) && chain->joined >= MOST_JOINED) return false;
  chain->joined = chain->is_open || is_appended(c) ? chain->joined + 1 : 1;
  chain->attached = 0;
  chain->is_open = false;
  return true;
}

/* Never longer than what came in, because what is replaced is never shorter. */
static const char *clean_text(CxArena *arena, const char *text, size_t *length) {
  char *mended = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
  const char *from = mended == NULL ? text : mended;
  char *result = cx_arena_alloc(arena, strlen(from) + 1);
  size_t used = 0, kept = 0;
  Chain chain = {0};
  for (gunichar c; (c = cx_text_next(&from)) != 0;) {
    c = clean_character(c);
    bool is_blank = cx_rules_is_blank(c);
    if ((used == 0 && is_blank) || !add_to_chain(&chain, c)) continue;
    if (c < 0x80)
      result[used++] = (char)c;
    else
      used += (size_t)g_unichar_to_utf8(c, result + used);
    if (!is_blank) kept = used;
  }
  result[kept] = '\0';
  *length = kept;
  g_free(mended);
  return result;
}

/* ---- Clusters -------------------------------------------------------------------------------- */

void cx_shaped_add_cluster(struct CxShapedParts *parts, size_t byte, uint8_t marks, int64_t width) {
  CxCluster *end = &parts->clusters[parts->cluster_count];
  int64_t x = end->x;
  if (parts->cluster_count == 0 || (marks & CX_AT_CLUSTER)) {
    *end = (CxCluster){.x = x, .byte = (uint32_t)byte, .marks = marks};
    end++;
    parts->cluster_count++;
  } else {
    end[-1].marks &= (uint8_t)~CX_IS_BLANK;
  }
  *end = (CxCluster){.x = x + MAX(width, 0)};
}

/* What shaping one text needs, and what it has got so far. */
typedef struct Shaping {
  CxShaper *shaper;
  CxTypeface *face;
  const CxTextStyle *style;
  CxShaped *shaped;
  PangoLanguage *han; /* of ideographs in a text of several scripts; else NULL */
  GPtrArray *items;
  GString *missing;
} Shaping;

static void note_missing(Shaping *shaping, PangoGlyph glyph) {
  gunichar c = glyph == PANGO_GLYPH_INVALID_INPUT ? 0xfffd : glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
  if (shaping->missing == NULL) shaping->missing = g_string_new(NULL);
  if (g_utf8_strlen(shaping->missing->str, -1) < MOST_MISSING && g_utf8_strchr(shaping->missing->str, -1, c) == NULL)
    g_string_append_unichar(shaping->missing, c);
}

static int64_t cluster_width(Shaping *shaping, const PangoGlyphItemIter *iter) {
  const PangoGlyphInfo *glyphs = iter->glyph_item->glyphs->glyphs;
  int direction = iter->start_glyph < iter->end_glyph ? 1 : -1;
  int64_t width = 0;
  for (int i = iter->start_glyph; i != iter->end_glyph; i += direction) {
    width += glyphs[i].geometry.width;
    if (glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) note_missing(shaping, glyphs[i].glyph);
  }
  return width;
}

static void add_clusters(Shaping *shaping, PangoGlyphItem *item, size_t first) {
  PangoGlyphItemIter iter;
  const char *text = shaping->shaped->text;
  for (gboolean is_there = pango_glyph_item_iter_init_start(&iter, item, text); is_there;
       is_there = pango_glyph_item_iter_next_cluster(&iter)) {
    uint8_t marks = shaping->shaper->marks[first + (size_t)iter.start_char];
    /* A blank with an accent is not blank. */
    if (iter.end_char - iter.start_char > 1) marks &= (uint8_t)~CX_IS_BLANK;
    cx_shaped_add_cluster(shaping->shaped->parts, (size_t)iter.start_index, marks, cluster_width(shaping, &iter));
  }
}

/* ---- Runs of other scripts, and wide punctuation ---------------------------------------------- */

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t begin, size_t end) {
  attribute->start_index = (guint)begin;
  attribute->end_index = (guint)end;
  pango_attr_list_insert(list, attribute);
}

static void add_languages(Shaping *shaping, PangoAttrList *list, const char *paragraph, size_t length) {
  PangoScriptIter *iter = pango_script_iter_new(paragraph, (int)length);
  do {
    const char *begin, *end;
    PangoScript script;
    pango_script_iter_get_range(iter, &begin, &end, &script);
    PangoLanguage *language = cx_language_for_run(shaping->face->language, (GUnicodeScript)script, shaping->han);
    if (language == NULL) continue;
    add_attribute(list, pango_attr_language_new(language), (size_t)(begin - paragraph), (size_t)(end - paragraph));
    /* Latin words keep the text's fonts: the punctuation behind them may be the one of Chinese. */
    if (cx_language_font(language) == NULL && cx_language_cjk_font(language) == NULL) continue;
    PangoContext *context = cx_face_context(shaping->shaper, cx_shaper_face(shaping->shaper, language), shaping->style);
    add_attribute(list, pango_attr_font_desc_new(pango_context_get_font_description(context)),
                  (size_t)(begin - paragraph), (size_t)(end - paragraph));
  } while (pango_script_iter_next(iter));
  pango_script_iter_free(iter);
}

/* Quotation marks, ellipsis and dash: Latin fonts have them too, but narrow. */
static bool is_wide_in_chinese(gunichar c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2025 || c == 0x2026;
}

/* Between letters it is an apostrophe, or the dash of a Latin text. */
static bool is_inside_latin_word(gunichar before, gunichar after) {
  return before < 0x80 && g_ascii_isalnum((char)before) && after < 0x80 && g_ascii_isalnum((char)after);
}

static void add_wide_punctuation(const Shaping *shaping, PangoAttrList *list, const char *paragraph, size_t length) {
  const char *end = paragraph + length;
  gunichar before = 0;
  for (const char *p = paragraph, *next; p < end; p = next) {
    gunichar c = g_utf8_get_char(p);
    next = g_utf8_next_char(p);
    if (is_wide_in_chinese(c) && !is_inside_latin_word(before, next < end ? g_utf8_get_char(next) : 0)) {
      /* In one run, so that the two halves of a dash join. */
      while (next < end && is_wide_in_chinese(g_utf8_get_char(next))) next = g_utf8_next_char(next);
      add_attribute(list, pango_attr_family_new(shaping->face->wide_families), (size_t)(p - paragraph),
                    (size_t)(next - paragraph));
    }
    before = c;
  }
}

/* NULL where the text's own language says it all, as it nearly always does. */
static PangoAttrList *find_attributes(Shaping *shaping, const char *paragraph, size_t length) {
  if (shaping->han == NULL && shaping->face->wide_families == NULL && shaping->style->tracking == 0) return NULL;
  PangoAttrList *list = pango_attr_list_new();
  /* Letters that are set apart are not joined to one. */
  if (shaping->style->tracking != 0) pango_attr_list_insert(list, pango_attr_font_features_new("liga 0, clig 0"));
  if (shaping->han != NULL) add_languages(shaping, list, paragraph, length);
  if (shaping->face->wide_families != NULL) add_wide_punctuation(shaping, list, paragraph, length);
  return list;
}

/* ---- Paragraphs ------------------------------------------------------------------------------ */

static void track(const Shaping *shaping, PangoGlyphItem *item, size_t first) {
  guint8 script = item->item->analysis.script;
  if (shaping->style->tracking == 0 || (script != PANGO_SCRIPT_LATIN && script != PANGO_SCRIPT_COMMON)) return;
  double spacing = shaping->style->tracking / shaping->shaped->parts->scale;
  pango_glyph_item_letter_space(item, shaping->shaped->text, shaping->shaper->attrs + first, (int)lround(spacing));
}

static PangoGlyphItem *shape_item(const Shaping *shaping, PangoItem *item, const char *paragraph, size_t length) {
  /* From the allocator of pango_glyph_item_free. */
  PangoGlyphItem *result = g_slice_new0(PangoGlyphItem);
  result->item = item;
  result->glyphs = pango_glyph_string_new();
  pango_shape_full(shaping->shaped->text + item->offset, item->length, paragraph, (int)length, &item->analysis,
                   result->glyphs);
  for (int i = 0; i < result->glyphs->num_glyphs; i++) {
    PangoGlyphInfo *glyph = &result->glyphs->glyphs[i];
    if (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) glyph->geometry.width = cx_unknown_width(item->analysis.font);
  }
  return result;
}

/* Returns the number of the character that follows. */
static size_t shape_paragraph(Shaping *shaping, size_t begin, size_t length, size_t first) {
  const char *text = shaping->shaped->text + begin;
  PangoAttrList *attributes = find_attributes(shaping, text, length);
  PangoContext *context = cx_face_context(shaping->shaper, shaping->face, shaping->style);
  PangoDirection direction = shaping->shaped->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  /* Of the paragraph alone: Pango counts the characters before it each time. */
  GList *items = pango_itemize_with_base_dir(context, direction, text, 0, (int)length, attributes, NULL);
  for (GList *link = items; link != NULL; link = link->next) {
    PangoItem *source = link->data;
    source->offset += (int)begin;
    PangoGlyphItem *item = shape_item(shaping, source, text, length);
    track(shaping, item, first);
    add_clusters(shaping, item, first);
    g_ptr_array_add(shaping->items, item);
    first += (size_t)source->num_chars;
  }
  g_list_free(items);
  g_clear_pointer(&attributes, pango_attr_list_unref);
  return first;
}

static void free_items(void *data) {
  struct CxShapedParts *parts = data;
  for (size_t i = 0; i < parts->item_count; i++) pango_glyph_item_free(parts->items[i]);
}

static void keep_items(Shaping *shaping, CxArena *arena) {
  struct CxShapedParts *parts = shaping->shaped->parts;
  parts->item_count = shaping->items->len;
  parts->items = cx_new_array(arena, PangoGlyphItem *, parts->item_count);
  for (size_t i = 0; i < parts->item_count; i++) parts->items[i] = g_ptr_array_index(shaping->items, i);
  cx_arena_defer(arena, free_items, parts);
  g_ptr_array_free(shaping->items, TRUE);
  if (shaping->missing != NULL) {
    shaping->shaped->missing = cx_arena_strdup(arena, shaping->missing->str);
    g_string_free(shaping->missing, TRUE);
  }
}

static void shape_with_fonts(CxShaper *shaper, CxArena *arena, CxShaped *shaped, const CxTextStyle *style,
                             CxTypeface *face, PangoLanguage *han) {
  Shaping shaping = {.shaper = shaper, .face = face, .style = style, .shaped = shaped, .han = han};
  shaping.items = g_ptr_array_new();
  size_t character = 0, begin = 0;
  while (begin < shaped->length) {
    const char *feed = memchr(shaped->text + begin, '\n', shaped->length - begin);
    size_t end = feed == NULL ? shaped->length : (size_t)(feed - shaped->text);
    if (end > begin) character = shape_paragraph(&shaping, begin, end - begin, character);
    if (feed != NULL) cx_shaped_add_cluster(shaped->parts, end, shaper->marks[character++], 0);
    begin = end + 1;
  }
  keep_items(&shaping, arena);
}

/* ---- The whole text -------------------------------------------------------------------------- */

static void make_room(CxShaper *shaper, size_t count) {
  if (count <= shaper->room) return;
  shaper->room = MAX(count, 2 * shaper->room);
  shaper->attrs = g_renew(PangoLogAttr, shaper->attrs, shaper->room);
  shaper->marks = g_renew(uint8_t, shaper->marks, shaper->room);
}

const CxShaped *cx_text_shape(CxShaper *shaper, CxArena *arena, const char *text, const CxTextStyle *style,
                              const char *lang, double tail) {
  CxShaped *shaped = cx_new(arena, CxShaped);
  struct CxShapedParts *parts = shaped->parts = cx_new(arena, struct CxShapedParts);
  shaped->text = clean_text(arena, text, &shaped->length);
  CxTally tally = cx_tally_text(shaped->text);
  shaped->lang = cx_arena_strdup(arena, cx_language_choose(lang, shaped->text, &tally));
  shaped->is_tall = cx_tally_is_tall(&tally);
  shaped->is_rtl = cx_tally_is_rtl(&tally, shaped->lang);

  CxTypeface *face = cx_shaper_face(shaper, cx_language_resolve(shaped->lang));
  size_t count = (size_t)g_utf8_strlen(shaped->text, (gssize)shaped->length);
  make_room(shaper, count + 1);
  cx_rules_apply(shaped->text, shaped->length, count, face->language, shaper->attrs, shaper->marks);

  parts->scale = fmax(style->size, 0.01) / CX_UNITS_PER_EM;
  parts->tail = (int64_t)ceil(fmin(fmax(tail, 0), 1e6) / parts->scale);
  parts->clusters = cx_new_array(arena, CxCluster, count + 1);
  if (shaper->map == NULL) {
    cx_shape_fixed(shaper, shaped, style);
  } else {
    PangoLanguage *han = cx_tally_is_mixed(&tally, face->language) ? cx_language_of_han(shaped->text, &tally) : NULL;
    parts->hyphen = cx_face_hyphen(shaper, face, style);
    parts->hyphen_width = pango_glyph_string_get_width(parts->hyphen->glyphs);
    shape_with_fonts(shaper, arena, shaped, style, face, han);
  }
  parts->clusters[parts->cluster_count].byte = (uint32_t)shaped->length;
  cx_shaped_find_pieces(arena, shaped);
  return shaped;
}
