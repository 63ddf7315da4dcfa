/* The table of an item: what stands on one sticky note, its marks, and the arrows that leave it.
 *
 * One table serves every list of items. `impact`, `effort` and `solves` mean something in opportunities only; elsewhere
 * they are unknown keys.
 */
#include "tables.h"

#include <string.h>

/* ---- Images and icons ------------------------------------------------------------------------------ */

static void image_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxFile *file = member;
  const CxReading *reading = decoder->user;
  cx_type_file.decode(decoder, field, node, file);
  if (file->path != NULL) *cx_list_add(decoder->arena, &reading->model->images) = *file;
}

static bool image_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_file.write(field, member, json);
}

const CxType cx_type_image = {.name = "the path of an image", .decode = image_decode, .write = image_write};

/* Names of built-in icons have neither a slash nor a dot. Which names there are is the theme's matter. */
static void icon_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxIconRef *icon = member;
  const CxReading *reading = decoder->user;
  icon->span = node->span;
  if (node->kind != CX_NODE_SCALAR || strpbrk(node->text, "/.") != NULL) {
    image_decode(decoder, field, node, &icon->file);
    return;
  }
  icon->name = node->text;
  *cx_list_add(decoder->arena, &reading->model->icons) = *icon;
}

static bool icon_write(const CxField *field, const void *member, CxJson *json) {
  const CxIconRef *icon = member;
  if (icon->name == NULL) return cx_type_file.write(field, &icon->file, json);
  cx_json_string(json, icon->name);
  return true;
}

const CxType cx_type_icon = {.name = "a built-in icon's name or a path", .decode = icon_decode, .write = icon_write};

/* ---- Arrows --------------------------------------------------------------------------------------- */

static const CxWord arrow_words[] = {
    {"solid", CX_ARROW_SOLID, "One needs the other."},
    {"dashed", CX_ARROW_DASHED, "One informs the other."},
    {"dotted", CX_ARROW_DOTTED, "A loose connection."},
};

const CxWords cx_arrow_styles = {.name = "arrow style", .words = arrow_words, .count = CX_COUNT(arrow_words)};

static const CxField arrow_fields[] = {
    {CX_REF_ROW("id", CxArrow, to, cx_table_item), .flags = CX_NEEDED,
     .doc = "The `id` of the item that the arrow leads to, in the same journey."},
    {CX_TEXT_ROW("label", CxArrow, label), .doc = "A word or two at the arrow."},
    {CX_WORD_ROW("style", CxArrow, style, CxArrowStyle, cx_arrow_styles), .fallback = "solid",
     .doc = "How the arrow's line is drawn."},
    {CX_FLAG_ROW("both", CxArrow, both), .doc = "`true` draws a head at both ends: the two sides agree on something."},
};

static const CxTable arrow_table = {
    .name = "arrow",
    .doc = "An arrow from an item to another one. An id alone is enough.",
    CX_FIELDS(arrow_fields),
    .size = sizeof(CxArrow),
    .short_key = "id",
};

/* ---- Items ---------------------------------------------------------------------------------------- */

static const CxWord mark_words[] = {
    {"fail", CX_MARK_FAIL, "A point where the service often fails: an F in an octagon."},
    {"wait", CX_MARK_WAIT, "A point where the customer waits: a W with the `duration`."},
    {"decision", CX_MARK_DECISION, "A point where somebody decides: a diamond."},
    {"idea", CX_MARK_IDEA, "An idea: a bulb."},
};

static const CxWords marks = {.name = "mark", .words = mark_words, .count = CX_COUNT(mark_words)};

static const CxField fields[] = {
    {CX_TEXT_ROW("text", CxItem, text), .doc = "What stands on the note. A line break in it is one on the map."},
    {CX_TEXT_ROW("note", CxItem, note), .doc = "A second, smaller line under the text."},
    {CX_TEXTS_ROW("tags", CxItem, tags), .doc = "Words that are shown as small pills."},
    {CX_REFS_ROW("evidence", CxItem, evidence, cx_table_evidence),
     .doc = "Ids of the evidence that the item rests on; each becomes a numbered mark."},
    {CX_TEXT_ROW("owner", CxItem, owner), .doc = "Who looks after it; stands in the note's foot line."},
    {CX_TEXT_ROW("status", CxItem, status),
     .doc = "How far it has got, in any words; stands in the foot line. `idea`, `planned`, `doing`, `done` and "
            "`dropped` are translated and get a mark."},
    {CX_TEXT_ROW("due", CxItem, due),
     .doc = "By when it shall be done, in any words: of what is done about an anti-persona, of an opportunity."},
    {CX_WORD_ROW("mark", CxItem, mark, CxItemMark, marks), .doc = "A sign on the note: F, W, a diamond or a bulb."},
    {CX_TEXT_ROW("duration", CxItem, duration), .doc = "How long it takes; a `wait` mark shows it."},
    {CX_LINK_ROW("link", CxItem, link), .doc = "Makes the text a hyperlink."},
    {CX_ROW("icon", cx_type_icon, CX_AT(CxItem, icon, CxIconRef)),
     .doc = "An icon before the text: the name of a built-in one, or the path of an image (it has a dot or a slash)."},
    {CX_IMAGE_ROW("image", CxItem, image),
     .doc = "An image on the note, PNG, JPEG or SVG; then the `text` may be left out."},
    {CX_ROW("span", cx_type_count, CX_AT(CxItem, span, CxNumber)), .min = 1, .max = CX_LIMIT_COLUMNS,
     .doc = "How many columns the note runs over, from its own to the right; 1 where it is not given."},
    {CX_ID_ROW("id"), .doc = "A name for the arrows of other items, unique in the journey."},
    {CX_LIST_ROW("to", CxItem, arrows, CxArrow, arrow_table), .doc = "Arrows that leave the item: ids of other items."},
    {CX_NUMBER_ROW("impact", CxItem, impact), .min = 1, .max = 5,
     .doc = "Of an opportunity: how much it would help, 1 to 5."},
    {CX_NUMBER_ROW("effort", CxItem, effort), .min = 1, .max = 5,
     .doc = "Of an opportunity: how much work it is, 1 to 5."},
    {CX_REF_ROW("solves", CxItem, solves, cx_table_why),
     .doc =
         "Of an opportunity: the id of the 5 whys whose root causes it takes away; its foot line names them and leads "
         "there."},
};

static const char *const of_opportunities[] = {"impact", "effort", "solves", NULL};

static void report_outside_opportunities(CxDecoder *decoder, const CxNode *node) {
  for (size_t i = 0; i < node->map.count; i++) {
    const CxNode *key = node->map.items[i].key;
    if (!g_strv_contains(of_opportunities, key->text)) continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_UNKNOWN_KEY, key->span,
                                  "only opportunities have the key `%s`", key->text);
    cx_diag_help(decoder->diagnostics, diag, "move the item to `opportunities`, or leave the key out");
  }
}

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  const CxItem *item = object;
  const CxReading *reading = decoder->user;
  if (node->kind == CX_NODE_MAP && !reading->is_in_opportunities) report_outside_opportunities(decoder, node);
  if (item->text.text == NULL && node->kind == CX_NODE_MAP && cx_node_is_absent(cx_node_get(node, "text")) &&
      cx_node_is_absent(cx_node_get(node, "image"))) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, cx_missing_place(decoder, node),
                                  "the item has neither a `text` nor an `image`");
    cx_diag_help(decoder->diagnostics, diag, "add `text: …`");
  }
}

const CxTable cx_table_item = {
    .name = "item",
    .doc = "One sticky note. Mostly a text alone; a map where more is to be said about it.",
    CX_FIELDS(fields),
    .size = sizeof(CxItem),
    .short_key = "text",
    .check = check,
};
