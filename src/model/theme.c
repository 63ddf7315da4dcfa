/* The tables of a theme and of its colours, and the type of a value that is a theme: a built-in's name, a map, or the
 * path of a file that holds the keys of such a map at its top.
 *
 * What is said is only read here; which tokens that gives is the theme folder's matter. A base is a built-in, so that
 * theme files cannot lead to one another.
 */
#include "tables.h"

#include <string.h>

static const CxWord base_words[] = {
    {"light", CX_THEME_LIGHT, "White paper, quiet tints."},
    {"dark", CX_THEME_DARK, "For screens and projectors."},
    {"print", CX_THEME_PRINT, "Black ink only: marks and patterns say what colours say elsewhere."},
    {"workshop", CX_THEME_WORKSHOP, "Sticky notes on packing paper."},
    {"contrast", CX_THEME_CONTRAST, "Contrasts of 7 to 1 and more, heavy lines."},
};
const CxWords cx_theme_bases = {.name = "built-in theme", .words = base_words, .count = CX_COUNT(base_words)};

/* ---- Colours ------------------------------------------------------------------------------------------ */

static CxColourName colour_named(const char *text) {
  for (size_t i = 0; i < cx_table_colours.count; i++)
    if (strcmp(cx_table_colours.fields[i].key, text) == 0) return (CxColourName)i;
  return CX_COLOUR_END;
}

static void report_bad_colour(CxDecoder *decoder, const CxNode *node) {
  const char *names[CX_COLOUR_END];
  for (size_t i = 0; i < CX_COLOUR_END; i++) names[i] = cx_table_colours.fields[i].key;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_COLOUR, node->span, "`%s` is no colour", node->text);
  cx_diag_suggest(decoder->diagnostics, diag, node->text, names, CX_COLOUR_END);
  if (diag->suggestion == NULL)
    cx_diag_help(decoder->diagnostics, diag, "write `'#rrggbb'`, `'#rgb'`, or a colour's name, such as `primary`");
}

/* The row's place in the table is the colour's name. */
static void colour_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxColours *colours = (CxColours *)((char *)member - field->offset);
  CxColourChoice choice = {
      .name = (CxColourName)(field - cx_table_colours.fields), .same_as = CX_COLOUR_END, .span = node->span};
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  if (!cx_colour_parse(node->text, &choice.colour)) choice.same_as = colour_named(node->text);
  if (choice.colour.a == 0 && choice.same_as == CX_COLOUR_END)
    report_bad_colour(decoder, node);
  else
    *cx_list_add(decoder->arena, &colours->given) = choice;
}

static bool colour_write(const CxField *field, const void *member, CxJson *json) {
  const CxColours *colours = (const CxColours *)((const char *)member - field->offset);
  const CxColourName name = (CxColourName)(field - cx_table_colours.fields);
  for (size_t i = 0; i < colours->given.count; i++) {
    const CxColourChoice *choice = &colours->given.items[i];
    char digits[10];
    if (choice->name != name) continue;
    cx_json_string(json, choice->same_as != CX_COLOUR_END ? cx_colour_name(choice->same_as)
                                                          : cx_colour_format(choice->colour, digits));
    return true;
  }
  return false;
}

static const CxType type_colour = {.name = "a colour", .decode = colour_decode, .write = colour_write};

#define COLOUR_ROW(key) CX_ROW(key, type_colour, CX_LIST_AT(CxColours, given, CxColourChoice))
#define STAGE_ROW(number)                                                                                              \
  [CX_COLOUR_STAGE_1 + (number)-1] = {COLOUR_ROW("stage-" #number),                                                    \
                                      .doc = "The hue of stage " #number ": its column, its header and its name."}
#define CARD_ROW(name, key, what)                                                                                      \
  [CX_COLOUR_##name] = {COLOUR_ROW(key), .doc = "The hue of " what ": fill, outline and mark of their cards."}

static const CxField colour_fields[CX_COLOUR_END] = {
    [CX_COLOUR_PAPER] = {COLOUR_ROW("paper"),
                         .doc =
                             "The sheet. Panels, lane labels, columns and the bands of the emotion lane move with it."},
    [CX_COLOUR_INK] = {COLOUR_ROW("ink"), .doc = "Text."},
    [CX_COLOUR_MUTED] = {COLOUR_ROW("muted"), .doc = "Second text: subtitles, notes, sources."},
    [CX_COLOUR_HAIRLINE] = {COLOUR_ROW("hairline"),
                            .doc = "Thin lines; stronger ones are the same colour nearer to the ink."},
    [CX_COLOUR_PRIMARY] = {COLOUR_ROW("primary"),
                           .doc =
                               "The brand: the line over the title, bullets, the first persona's curve, the marks of "
                               "goals, touchpoints and metrics."},
    [CX_COLOUR_ACCENT] = {COLOUR_ROW("accent"),
                          .doc = "The second brand colour: the star of moments of truth, the second persona's curve."},
    [CX_COLOUR_WARNING] = {COLOUR_ROW("warning"), .doc = "What went wrong: anti-personas, fail points, root causes."},
    [CX_COLOUR_POSITIVE] = {COLOUR_ROW("positive"), .doc = "Good scores: faces, their labels and bands."},
    [CX_COLOUR_NEGATIVE] = {COLOUR_ROW("negative"), .doc = "Bad scores: faces, their labels and bands."},
    STAGE_ROW(1),
    STAGE_ROW(2),
    STAGE_ROW(3),
    STAGE_ROW(4),
    STAGE_ROW(5),
    STAGE_ROW(6),
    STAGE_ROW(7),
    STAGE_ROW(8),
    CARD_ROW(ACTION, "action", "actions"),
    CARD_ROW(TOUCHPOINT, "touchpoint", "touchpoints"),
    CARD_ROW(THOUGHT, "thought", "thoughts and quotes"),
    CARD_ROW(PAIN, "pain", "pain points"),
    CARD_ROW(GAIN, "gain", "gains"),
    CARD_ROW(OPPORTUNITY, "opportunity", "opportunities"),
    CARD_ROW(FRONTSTAGE, "frontstage", "what staff do in sight"),
    CARD_ROW(BACKSTAGE, "backstage", "what staff do behind the scenes"),
    CARD_ROW(SUPPORT, "support", "supporting processes"),
    CARD_ROW(METRIC, "metric", "metrics"),
    CARD_ROW(EVIDENCE, "evidence", "evidence numbers"),
};

/* A colour that begins with `#` and has no quotes is a comment for YAML, and the key has no value. */
static void check_colours(CxDecoder *decoder, void *object, const CxNode *node) {
  (void)object;
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    const CxSource *source = pair->key->span.source;
    if (!cx_node_is_absent(pair->value) || source == NULL) continue;
    const char *behind = source->text + pair->key->span.end;
    behind += strspn(behind, ": \t");
    if (*behind != '#') continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_COLOUR, pair->key->span,
                                  "`%s` has no value: what follows is a comment", pair->key->text);
    cx_diag_help(decoder->diagnostics, diag, "put the colour into quotes: '%.*s'", (int)strcspn(behind, " \t\r\n,}"),
                 behind);
  }
}

const CxTable cx_table_colours = {
    .name = "set of colours",
    .doc =
        "Colours by name, each `'#rrggbb'` or `'#rgb'` in quotes, or the name of another one, which is then that of "
        "the base theme. Of a stage's or a card's colour the hue counts, and how strong it is; how light its parts are "
        "stays as in the base, so that they can be read. All others are taken as they are, and a warning says where "
        "text could not be read well on its ground.",
    CX_FIELDS(colour_fields),
    .size = sizeof(CxColours),
    .check = check_colours,
};

const char *cx_colour_name(CxColourName name) {
  return cx_table_colours.fields[name].key;
}

/* ---- A theme ------------------------------------------------------------------------------------------ */

static const CxWord density_words[] = {
    {"compact", CX_DENSITY_COMPACT, "Three quarters of the room around texts."},
    {"comfortable", CX_DENSITY_COMFORTABLE, "As the base theme has it."},
    {"spacious", CX_DENSITY_SPACIOUS, "A third more room around texts."},
};
static const CxWords densities = {.name = "density", .words = density_words, .count = CX_COUNT(density_words)};

/* A family with the place where it stands. */
static void family_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxThemeChoice *choice = (CxThemeChoice *)((char *)member - field->offset);
  cx_type_string.decode(decoder, field, node, member);
  if (choice->font != NULL) choice->font_span = node->span;
}

static bool family_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

static const CxType type_family = {.name = "a text", .decode = family_decode, .write = family_write};

static const CxField fields[] = {
    {CX_WORD_ROW("base", CxThemeChoice, base, CxThemeBase, cx_theme_bases), .fallback = "light",
     .doc = "The built-in theme that this one changes."},
    {CX_ROW("font", type_family, CX_AT(CxThemeChoice, font, const char *)),
     .doc = "The family that texts are set in; where it has no characters for a script, the Noto fonts help out."},
    {CX_FILES_ROW("fonts", CxThemeChoice, fonts),
     .doc = "Font files of the project: of the family in `font`, regular and bold at least. They count for the maps of "
            "this theme only."},
    {CX_STRUCT_ROW("colours", CxThemeChoice, colours, CxColours, cx_table_colours),
     .doc = "What is coloured otherwise than in the base."},
    {CX_FILE_ROW("logo", CxThemeChoice, logo), .doc = "A picture at the end of the title block."},
    {CX_LENGTH_ROW("radius", CxThemeChoice, radius), .max = 14,
     .doc = "How round the corners of cards, panels and labels are: `3mm`, `0pt`."},
    {CX_WORD_ROW("density", CxThemeChoice, density, CxDensity, densities),
     .doc = "How much room there is around texts and between cards. Texts keep their size."},
};

static void check_fonts(CxDecoder *decoder, void *object, const CxNode *node) {
  const CxThemeChoice *choice = object;
  const CxNode *key = cx_key_find(node, "fonts");
  if (key == NULL || choice->font != NULL) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, key->span, "a theme with `fonts` needs a `font`");
  cx_diag_help(decoder->diagnostics, diag, "add the name of the family that the files hold: `font: …`");
}

const CxTable cx_table_theme = {
    .name = "theme",
    .doc =
        "A look of your own: a built-in theme and what is different. The same keys at the top of a file make a theme "
        "file, which `theme` names by its path.",
    CX_FIELDS(fields),
    .size = sizeof(CxThemeChoice),
    .check = check_fonts,
};

/* ---- A value that is a theme -------------------------------------------------------------------------- */

static CxThemeBase base_named(const char *text) {
  for (size_t i = 0; i < CX_COUNT(base_words); i++)
    if (strcmp(base_words[i].word, text) == 0) return (CxThemeBase)base_words[i].value;
  return CX_THEME_NONE;
}

bool cx_is_theme_path(const char *text) {
  return strpbrk(text, "./") != NULL;
}

static const CxThemeChoice *read_file(CxDecoder *decoder, const CxNode *path) {
  const CxNode *map = cx_syntax_load_named(decoder->arena, decoder->root, decoder->diagnostics, path);
  return map == NULL ? NULL : cx_decode_object(decoder, &cx_table_theme, map);
}

/* Of the files that maps name each is read once. */
static const CxThemeChoice *find_file(CxDecoder *decoder, const CxNode *path) {
  CxReading *reading = decoder->user;
  CxSourceError error = CX_SOURCE_OK;
  const char *full = cx_root_resolve(decoder->arena, decoder->root, path->span.source, path->text, &error);
  for (size_t i = 0; full != NULL && i < reading->theme_files.count; i++)
    if (strcmp(reading->theme_files.items[i].path, full) == 0) return reading->theme_files.items[i].choice;
  const CxThemeChoice *choice = read_file(decoder, path);
  if (full != NULL) *cx_list_add(decoder->arena, &reading->theme_files) = (CxThemeFile){.path = full, .choice = choice};
  return choice;
}

static const CxThemeChoice *choose_base(CxDecoder *decoder, CxThemeBase base, CxSpan span) {
  CxThemeChoice *choice = cx_new(decoder->arena, CxThemeChoice);
  *choice = (CxThemeChoice){.object = {.span = span}, .base = base};
  return choice;
}

static void theme_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  const CxThemeChoice **choice = member;
  if (node->kind == CX_NODE_MAP) {
    *choice = cx_decode_object(decoder, &cx_table_theme, node);
  } else if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
  } else if (base_named(node->text) != CX_THEME_NONE) {
    *choice = choose_base(decoder, base_named(node->text), node->span);
  } else if (cx_is_theme_path(node->text) && decoder->root != NULL) {
    *choice = find_file(decoder, node);
  } else {
    cx_report_unknown_word(decoder, node, &cx_theme_bases);
  }
}

static bool theme_write(const CxField *field, const void *member, CxJson *json) {
  const CxThemeChoice *choice = *(const CxThemeChoice *const *)member;
  if (choice != NULL) cx_schema_write_object(field->table, choice, json);
  return choice != NULL;
}

const CxType cx_type_theme = {
    .name = "a built-in theme, a path, or a map", .decode = theme_decode, .write = theme_write};

const CxThemeChoice *cx_theme_choice_read(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics,
                                          const char *text) {
  CxDecoder *decoder = cx_decoder_new(arena, root, diagnostics);
  const CxThemeBase base = base_named(text);
  if (base != CX_THEME_NONE) return choose_base(decoder, base, (CxSpan){0});
  if (!cx_is_theme_path(text)) {
    cx_diag_report(diagnostics, CX_UNKNOWN_WORD, (CxSpan){0}, "there is no theme '%s'", text);
    return NULL;
  }
  char *shown = g_utf8_make_valid(text, -1), *full = g_canonicalize_filename(shown, NULL);
  const CxSource *line = cx_source_from_text(arena, "--theme", shown, strlen(shown));
  const CxNode path = {.kind = CX_NODE_SCALAR,
                       .span = {.source = line, .end = (uint32_t)line->length},
                       .text = cx_arena_strdup(arena, full)};
  g_free(shown);
  g_free(full);
  return read_file(decoder, &path);
}
