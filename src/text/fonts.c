/* Fonts: a family and languages in, Pango contexts out, one for each language and style that a run meets.
 *
 * The family asked for comes first, then the Noto families for the language, by name, so that no rule of the machine
 * and no locale has a say as long as they are installed. All metrics are unhinted and unrounded: what is measured is
 * what every backend draws, at any scale. That makes one size enough, and looking fonts up is most of a small run.
 */
#include "shaped.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* ---- Families -------------------------------------------------------------------------------- */

static char *join_families(const char *first, const char *second, const char *third, const char *cjk) {
  GString *list = g_string_new(NULL);
  const char *const names[] = {first, second, third};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (names[i] != NULL) g_string_append_printf(list, "%s,", names[i]);
  /* The name under which the same design is published alone comes second. */
  g_string_append_printf(list, "Noto Sans CJK %s,Noto Sans %s,", cjk, cjk);
  g_string_append(list, "Noto Sans Symbols,Noto Sans Symbols2,Noto Sans Symbols 2,sans-serif");
  return g_string_free(list, FALSE);
}

static CxTypeface *new_face(const CxShaper *shaper, PangoLanguage *language) {
  CxTypeface *face = g_new0(CxTypeface, 1);
  face->language = language;
  const char *cjk = cx_language_cjk_font(language);
  if (cjk == NULL) cjk = "SC";
  const char *basic = strcmp(shaper->family, "Noto Sans") == 0 ? NULL : "Noto Sans";
  face->families = join_families(shaper->family, basic, cx_language_font(language), cjk);
  if (cx_language_is_chinese_or_japanese(language))
    face->wide_families = g_strdup_printf("Noto Sans CJK %s,%s", cjk, face->families);
  return face;
}

static void free_face(void *data) {
  CxTypeface *face = data;
  for (size_t i = 0; i < G_N_ELEMENTS(face->contexts); i++) {
    pango_glyph_item_free(face->hyphens[i]);
    g_clear_object(&face->contexts[i]);
  }
  g_free(face->families);
  g_free(face->wide_families);
  g_free(face->real_family);
  g_free(face);
}

/* Pango sets emoji in this family, whatever a text asks for. Where the machine has no font for it, the locale would
 * have a say, so what comes next is named. */
static const char emoji_rule[] =
    "<fontconfig><alias binding='same'><family>emoji</family><prefer>"
    "<family>Noto Color Emoji</family><family>Apple Color Emoji</family><family>Segoe UI Emoji</family>"
    "<family>Twitter Color Emoji</family><family>Noto Emoji</family><family>Noto Sans</family>"
    "<family>Noto Sans Symbols</family><family>Noto Sans Symbols2</family><family>Noto Sans Symbols 2</family>"
    "<family>Noto Sans CJK SC</family><family>DejaVu Sans</family>"
    "</prefer></alias></fontconfig>";

static void add_rule(FcConfig *config, const char *rule) {
  FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rule, FcFalse);
}

/* Once in a process, and no earlier than fonts are needed: Pango reads their list in a thread of its own, while the
 * rest of the program goes on. */
static void name_emoji_fonts(PangoFontMap *map) {
  static gsize is_done;
  if (g_once_init_enter(&is_done)) {
    pango_fc_font_map_get_config(PANGO_FC_FONT_MAP(map)); /* waits for that thread */
    add_rule(FcConfigGetCurrent(), emoji_rule);
    g_once_init_leave(&is_done, 1);
  }
}

/* ---- The shaper ------------------------------------------------------------------------------ */

CxShaper *cx_shaper_new_fixed(void) {
  CxShaper *shaper = g_new0(CxShaper, 1);
  shaper->family = g_strdup("Noto Sans");
  shaper->faces = g_hash_table_new_full(NULL, NULL, NULL, free_face);
  return shaper;
}

CxShaper *cx_shaper_new(const char *family) {
  CxShaper *shaper = cx_shaper_new_fixed();
  if (family != NULL && *family != '\0') {
    g_free(shaper->family);
    shaper->family = g_strdup(family);
  }
  shaper->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  return shaper;
}

/* ---- Font files ------------------------------------------------------------------------------ */

bool cx_font_is_good(const char *path) {
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) return false; /* a pipe would be waited for */
  int count = 0;
  FcBool has_outline = FcFalse;
  FcPattern *font = FcFreeTypeQuery((const FcChar8 *)path, 0, NULL, &count);
  if (font == NULL) return false;
  const bool is_good = FcPatternGetBool(font, FC_OUTLINE, 0, &has_outline) == FcResultMatch && has_outline;
  FcPatternDestroy(font);
  return is_good;
}

/* The machine's fonts without those of the family, which the files bring. */
static FcConfig *new_config(const char *family, const char *const *files, size_t count) {
  FcConfig *config = FcInitLoadConfig();
  char *rule = g_markup_printf_escaped("<fontconfig><selectfont><rejectfont><pattern><patelt name='family'>"
                                       "<string>%s</string></patelt></pattern></rejectfont></selectfont></fontconfig>",
                                       family);
  add_rule(config, rule);
  add_rule(config, emoji_rule);
  g_free(rule);
  FcConfigBuildFonts(config);
  for (size_t i = 0; i < count; i++) FcConfigAppFontAddFile(config, (const FcChar8 *)files[i]);
  return config;
}

CxShaper *cx_shaper_new_with(const char *family, const char *const *files, size_t count) {
  CxShaper *shaper = cx_shaper_new(family);
  if (count == 0) return shaper;
  FcConfig *config = new_config(shaper->family, files, count);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(shaper->map), config);
  FcConfigDestroy(config);
  shaper->has_own_config = true;
  return shaper;
}

/* Pango looks fonts up in threads that hold the map, and nobody waits for those it turns out not to need. The last to
 * let go takes all fonts apart, which must not go on while the program ends; a second is far more than they take. */
static void wait_for_lookups(PangoFontMap *map) {
  for (int i = 0; i < 10000 && g_atomic_int_get(&G_OBJECT(map)->ref_count) > 1; i++) g_usleep(100);
}

void cx_shaper_free(CxShaper *shaper) {
  if (shaper == NULL) return;
  g_hash_table_destroy(shaper->faces);
  if (shaper->map != NULL) wait_for_lookups(shaper->map);
  g_clear_object(&shaper->map);
  g_free(shaper->family);
  g_free(shaper->attrs);
  g_free(shaper->marks);
  g_free(shaper);
}

CxTypeface *cx_shaper_face(CxShaper *shaper, PangoLanguage *language) {
  CxTypeface *face = g_hash_table_lookup(shaper->faces, language);
  if (face == NULL) {
    face = new_face(shaper, language);
    g_hash_table_insert(shaper->faces, language, face);
  }
  return face;
}

/* ---- Contexts -------------------------------------------------------------------------------- */

static size_t style_index(const CxTypeface *face, const CxTextStyle *style) {
  bool is_italic = style->is_italic && cx_language_cjk_font(face->language) == NULL;
  return (style->is_bold ? 1 : 0) + (is_italic ? 2 : 0);
}

static PangoContext *new_context(const CxShaper *shaper, const CxTypeface *face, size_t style) {
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family(description, face->families);
  pango_font_description_set_absolute_size(description, CX_UNITS_PER_EM);
  pango_font_description_set_weight(description, style & 1 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(description, style & 2 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);

  if (!shaper->has_own_config) name_emoji_fonts(shaper->map);
  PangoContext *context = pango_font_map_create_context(shaper->map);
  pango_cairo_context_set_font_options(context, options);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, face->language);
  pango_context_set_font_description(context, description);
  cairo_font_options_destroy(options);
  pango_font_description_free(description);
  return context;
}

PangoContext *cx_face_context(const CxShaper *shaper, CxTypeface *face, const CxTextStyle *style) {
  size_t index = style_index(face, style);
  if (face->contexts[index] == NULL) face->contexts[index] = new_context(shaper, face, index);
  return face->contexts[index];
}

static PangoGlyphItem *new_hyphen(PangoContext *context) {
  GList *items = pango_itemize_with_base_dir(context, PANGO_DIRECTION_LTR, "-", 0, 1, NULL, NULL);
  PangoGlyphItem *hyphen = g_slice_new0(PangoGlyphItem);
  hyphen->item = items->data;
  hyphen->glyphs = pango_glyph_string_new();
  pango_shape_full("-", 1, NULL, 0, &hyphen->item->analysis, hyphen->glyphs);
  g_list_free(items);
  return hyphen;
}

const PangoGlyphItem *cx_face_hyphen(const CxShaper *shaper, CxTypeface *face, const CxTextStyle *style) {
  size_t index = style_index(face, style);
  if (face->hyphens[index] == NULL) face->hyphens[index] = new_hyphen(cx_face_context(shaper, face, style));
  return face->hyphens[index];
}

/* ---- Which font it is ------------------------------------------------------------------------ */

static gunichar sample_character(PangoLanguage *language) {
  if (cx_language_is_korean(language)) return 0xd55c;              /* 한 */
  if (cx_language_is_chinese_or_japanese(language)) return 0x4e2d; /* 中 */
  return g_utf8_get_char(pango_language_get_sample_string(language));
}

static char *find_family(PangoContext *context) {
  PangoLanguage *language = pango_context_get_language(context);
  PangoFontset *fonts = pango_context_load_fontset(context, pango_context_get_font_description(context), language);
  PangoFont *font = pango_fontset_get_font(fonts, sample_character(language));
  PangoFontDescription *description = pango_font_describe(font);
  char *family = g_strdup(pango_font_description_get_family(description));
  pango_font_description_free(description);
  g_object_unref(font);
  g_object_unref(fonts);
  return family;
}

const char *cx_shaper_family_for(CxShaper *shaper, const char *lang) {
  if (shaper->map == NULL) return NULL;
  CxTypeface *face = cx_shaper_face(shaper, cx_language_resolve(lang));
  if (face->real_family == NULL)
    face->real_family = find_family(cx_face_context(shaper, face, &(CxTextStyle){.size = CX_FONT_SIZE}));
  return face->real_family;
}
