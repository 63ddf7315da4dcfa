/* The table of the top level, from which all others can be reached. */
#include "tables.h"

/* ---- Types of the top level ------------------------------------------------------------------------- */

static bool write_nothing(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  (void)member;
  (void)json;
  return false;
}

static void version_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  (void)member;
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, "the number 1");
  } else if (!g_str_equal(node->text, "1")) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_UNSUPPORTED_VERSION, node->span,
                                  "this program reads version 1 of the language, not %s", node->text);
    cx_diag_help(decoder->diagnostics, diag, "write `cxmap: 1`, or leave it out");
  }
}

static const CxType type_version = {.name = "the number 1", .decode = version_decode, .write = write_nothing};

/* The document's is known before any text is read (read.c); here it is judged. */
static void language_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
  } else if (!cx_is_language_tag(node->text)) {
    CxDiag *diag =
        cx_diag_report(decoder->diagnostics, CX_BAD_LANGUAGE, node->span, "`%s` is no language tag", node->text);
    cx_diag_help(decoder->diagnostics, diag, "write a tag such as `en`, `ko`, `ja`, `zh-Hans` or `zh-Hant`");
  } else {
    *(const char **)member = node->text;
  }
}

static bool language_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

const CxType cx_type_language = {.name = "a language tag", .decode = language_decode, .write = language_write};

/* Any text will do; where it is a date, maps can write it as people do. */
static void date_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxModel *model = (CxModel *)((char *)member - field->offset);
  if (!cx_decode_text(decoder, node, &model->date_text) || node->kind != CX_NODE_SCALAR) return;
  if (cx_date_parse(node->text, &model->date)) model->date.span = node->span;
}

static bool date_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_text.write(field, member, json);
}

static const CxType type_date = {.name = "a date, or any text", .decode = date_decode, .write = date_write};

/* A scale that is wrong is the same as none: scores are still judged by something. */
static void scale_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  static const CxNode nothing = {.kind = CX_NODE_MAP};
  const CxEmotionScale *scale = cx_decode_object(decoder, field->table, node);
  if (scale == NULL || !(scale->min < scale->max)) scale = cx_decode_object(decoder, field->table, &nothing);
  *(CxEmotionScale *)member = *scale;
}

static bool scale_write(const CxField *field, const void *member, CxJson *json) {
  cx_schema_write_object(field->table, member, json);
  return true;
}

static const CxType type_scale = {.name = "a map", .decode = scale_decode, .write = scale_write};

/* Included files were merged into the document before it came here. */
static void include_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)decoder;
  (void)field;
  (void)node;
  (void)member;
}

static const CxType type_include = {.name = "a path, or a list", .decode = include_decode, .write = write_nothing};

/* ---- The table -------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_ROW("cxmap", type_version, 0), .doc = "The version of the language. There is only this one yet."},
    {CX_TEXT_ROW("title", CxModel, title),
     .doc = "The title of the maps and of the document; the file's name without its ending where it is not given."},
    {CX_TEXT_ROW("subtitle", CxModel, subtitle), .doc = "A line under the title."},
    {CX_TEXT_ROW("author", CxModel, author), .doc = "Who made the maps."},
    {CX_TEXT_ROW("version", CxModel, version), .doc = "The version of the definitions, as it shall be shown."},
    {CX_ROW("date", type_date, CX_AT(CxModel, date_text, CxText)),
     .doc = "When the maps were made. A date is written out as the language has it; any other text stays as it is."},
    {CX_ROW("lang", cx_type_language, CX_AT(CxModel, lang, const char *)),
     .doc =
         "The language of plain texts, as a tag: `en`, `ko`, `zh-Hans`. It picks the words that the program adds, the "
         "shapes of characters and the breaking of lines. Without it the language is guessed from the letters of "
         "the texts, with a warning unless that gives `en`."},
    {CX_ROW("emotion_scale", type_scale, CX_AT(CxModel, scale, CxEmotionScale)), .table = &cx_table_emotion_scale,
     .fallback = "{min: -2, max: 2}", .doc = "The range of emotion scores."},
    {CX_ROW("include", type_include, 0),
     .doc = "Definition files that are merged with this one: paths, or patterns with `*`, seen from this file."},
    {CX_ROW("theme", cx_type_theme, CX_AT(CxModel, theme, const CxThemeChoice *)), .table = &cx_table_theme,
     .words = &cx_theme_bases,
     .doc = "The look of the maps: a built-in theme, one of your own, or the path of a file that holds its keys."},
    {CX_STRUCT_ROW("vision", CxModel, vision, CxVision, cx_table_vision),
     .doc = "The vision of the customer experience, with its principles and values."},
    {CX_SECTION_ROW("segments", CxModel, segments, CxSegment, cx_table_segment),
     .doc = "Parts of the audience, by id."},
    {CX_SECTION_ROW("personas", CxModel, personas, CxPersona, cx_table_persona), .doc = "Personas, by id."},
    {CX_SECTION_ROW("touchpoints", CxModel, touchpoints, CxTouchpoint, cx_table_touchpoint),
     .doc = "Touchpoints, by id. Where this section stands, stages name their touchpoints by these ids."},
    {CX_SECTION_ROW("channels", CxModel, channels, CxChannel, cx_table_channel),
     .doc = "Channels of your own, by id, besides the built-in ones."},
    {CX_SECTION_ROW("evidence", CxModel, evidence, CxEvidence, cx_table_evidence),
     .doc = "Sources of evidence, by id."},
    {CX_SECTION_ROW("journeys", CxModel, journeys, CxJourney, cx_table_journey), .doc = "Journeys, by id."},
    {CX_SECTION_ROW("flows", CxModel, flows, CxFlow, cx_table_flow), .doc = "User flows, by id."},
    {CX_SECTION_ROW("whys", CxModel, whys, CxWhy, cx_table_why),
     .doc = "Problems asked down to their roots with 5 whys, by id."},
    {CX_SECTION_ROW("honeycombs", CxModel, honeycombs, CxHoneycomb, cx_table_honeycomb),
     .doc = "Seven facets of quality with their scores, by id."},
    {CX_SECTION_ROW("scorecards", CxModel, scorecards, CxScorecard, cx_table_scorecard),
     .doc = "Scorecards of the experience, by id."},
    {CX_SECTION_ROW("canvases", CxModel, canvases, CxCanvas, cx_table_canvas), .doc = "Canvases of boxes, by id."},
    {CX_STRUCT_ROW("interviews", CxModel, interviews, CxInterviews, cx_table_interviews),
     .doc = "An interview guide and what was answered."},
    {CX_LIST_ROW("statistics", CxModel, statistics, CxStatistic, cx_table_statistic),
     .doc = "Big numbers that are shown as callouts."},
    {CX_LIST_ROW("maps", CxModel, maps, CxMapEntry, cx_table_map),
     .doc = "Which maps are drawn, and how, in this order. Without it every definition gives its natural maps."},
    {CX_UNSUPPORTED_ROW("lint"), .doc = "Which rules of the craft are checked."},
    {CX_UNSUPPORTED_ROW("gates"), .doc = "Figures that the definitions must reach."},
    {CX_UNSUPPORTED_ROW("translations"), .doc = "The folder of catalogues that translate the texts."},
};

const CxTable cx_table_document = {
    .name = "document",
    .doc = "The top level of a file. A file about one persona and one journey may be short: all keys of a journey can "
           "stand at top level instead of `journeys`, and `persona` can hold the persona itself; both get the file's "
           "name as their id.",
    CX_FIELDS(fields),
    .size = sizeof(CxModel),
};

void cx_model_write_json(const CxModel *model, CxJson *json) {
  cx_schema_write_object(&cx_table_document, model, json);
}
