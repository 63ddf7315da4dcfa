/* Lanes: their canonical order and keys, and the table of a choice of one.
 *
 * The stage's table is the one place where the keys of lanes are written down. What `lanes` say can be judged only
 * when the stages have been read, because an own lane's keys are theirs: see lane-cells.c.
 */
#include "tables.h"

#include <string.h>

const CxLane cx_lane_order[] = {
    CX_LANE_IMAGE,
    CX_LANE_GOALS,
    CX_LANE_NEEDS,
    CX_LANE_EXPECTATIONS,
    CX_LANE_ACTIONS,
    CX_LANE_TOUCHPOINTS,
    CX_LANE_PHYSICAL_EVIDENCE,
    CX_LANE_THOUGHTS,
    CX_LANE_QUESTIONS,
    CX_LANE_EMOTION,
    CX_LANE_IMPORTANCE,
    CX_LANE_PERCEPTIONS,
    CX_LANE_QUOTES,
    CX_LANE_FEEDBACK,
    CX_LANE_PAINS,
    CX_LANE_GAINS,
    CX_LANE_OPPORTUNITIES,
    CX_LANE_FRONTSTAGE,
    CX_LANE_BACKSTAGE,
    CX_LANE_SUPPORT,
    CX_LANE_MACRO,
    CX_LANE_MESO,
    CX_LANE_MICRO,
    CX_LANE_METRICS,
    CX_LANE_OWNER,
};
const size_t cx_lane_order_count = CX_COUNT(cx_lane_order);

static size_t lane_offset(CxLane lane) {
  static const size_t offsets[CX_LANE_END] = {
      [CX_LANE_IMAGE] = offsetof(CxStage, image),
      [CX_LANE_TOUCHPOINTS] = offsetof(CxStage, touchpoints),
      [CX_LANE_EMOTION] = offsetof(CxStage, emotions),
      [CX_LANE_IMPORTANCE] = offsetof(CxStage, importance),
      [CX_LANE_METRICS] = offsetof(CxStage, metrics),
      [CX_LANE_OWNER] = offsetof(CxStage, owner),
      [CX_LANE_CUSTOM] = SIZE_MAX,
  };
  return lane < CX_LANE_ITEMS_END ? offsetof(CxStage, items) + lane * sizeof(CxItems) : offsets[lane];
}

/* Of `emotion` and `emotions`, which fill one member, the first. */
const char *cx_lane_key(CxLane lane) {
  for (size_t i = 0; i < cx_table_stage.count; i++)
    if (cx_table_stage.fields[i].offset == lane_offset(lane)) return cx_table_stage.fields[i].key;
  return NULL;
}

bool cx_stage_has_lane(const CxStage *stage, CxLane lane) {
  if (lane < CX_LANE_ITEMS_END) return stage->items[lane].count > 0;
  const bool has[CX_LANE_END] = {
      [CX_LANE_IMAGE] = stage->image.text != NULL,   [CX_LANE_TOUCHPOINTS] = stage->touchpoints.count > 0,
      [CX_LANE_EMOTION] = stage->emotions.count > 0, [CX_LANE_IMPORTANCE] = stage->importance.is_given,
      [CX_LANE_METRICS] = stage->metrics.count > 0,  [CX_LANE_OWNER] = stage->owner.text != NULL,
      [CX_LANE_CUSTOM] = stage->custom.count > 0,
  };
  return has[lane];
}

/* CX_LANE_END where the key is none of a lane. */
static CxLane lane_of_key(const char *key) {
  const CxField *row = cx_row_find(&cx_table_stage, key);
  for (size_t i = 0; row != NULL && i < cx_lane_order_count; i++)
    if (lane_offset(cx_lane_order[i]) == row->offset) return cx_lane_order[i];
  return g_str_has_prefix(key, "x-") ? CX_LANE_CUSTOM : CX_LANE_END;
}

/* ---- The table ------------------------------------------------------------------------------------ */

static const CxWord style_words[] = {
    {"cards", CX_STYLE_CARDS, "Items on cards."},
    {"bullets", CX_STYLE_BULLETS, "Items as a list."},
    {"chips", CX_STYLE_CHIPS, "Items as small pills, side by side."},
    {"quotes", CX_STYLE_QUOTES, "Items in quotation marks."},
    {"curve", CX_STYLE_CURVE, "A score, drawn as a curve."},
    {"images", CX_STYLE_IMAGES, "Items that have an `image`."},
    {"metrics", CX_STYLE_METRICS, "A map from names to figures."},
};

static const CxWords styles = {.name = "lane style", .words = style_words, .count = CX_COUNT(style_words)};

/* Other words than those of lanes are no ids either, and one problem is enough. */
static void id_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxLaneChoice *choice = (CxLaneChoice *)((char *)member - field->offset);
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  choice->object.id = node->text;
  choice->object.id_span = node->span;
}

static bool id_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

static const CxType type_id = {.name = "the key of a lane", .decode = id_decode, .write = id_write};

static const CxField fields[] = {
    {CX_ROW("id", type_id, CX_AT(CxLaneChoice, object.id, const char *)), .flags = CX_NEEDED,
     .doc = "A stage's key, such as `pains`, or an own one that begins with `x-`."},
    {CX_TEXT_ROW("name", CxLaneChoice, name),
     .doc = "The lane's label. Without it a stage's key has its built-in name and an own one its id without `x-`."},
    {CX_WORD_ROW("style", CxLaneChoice, style, CxLaneStyle, styles), .fallback = "cards",
     .doc = "Of an own lane: how it is drawn, and so what its key holds."},
};

static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  CxLaneChoice *choice = object;
  if (choice->object.id == NULL) return;
  choice->lane = lane_of_key(choice->object.id);
  if (choice->lane < CX_LANE_CUSTOM) choice->object.id = cx_lane_key(choice->lane); /* `emotions` are `emotion` */
  if (choice->lane == CX_LANE_CUSTOM && choice->name.text == NULL)
    choice->name = (CxText){.text = choice->object.id + strlen("x-"), .span = choice->object.id_span};
  for (size_t i = 0; node->kind == CX_NODE_MAP && i < node->map.count; i++) {
    const CxNode *key = node->map.items[i].key;
    if (!g_str_equal(key->text, "style")) continue;
    choice->has_style = true;
    if (choice->lane < CX_LANE_CUSTOM)
      cx_diag_report(decoder->diagnostics, CX_UNKNOWN_KEY, key->span, "only own lanes, `x-…`, have a `style`");
  }
}

const CxTable cx_table_lane = {
    .name = "lane",
    .doc =
        "A lane that a journey shows. A key of a stage alone is enough. A lane of your own is filled by the same key "
        "in the stages.",
    CX_FIELDS(fields),
    .size = sizeof(CxLaneChoice),
    .short_key = "id",
    .check = check,
};

/* ---- The list ------------------------------------------------------------------------------------- */

static void lane_decode(CxDecoder *decoder, const CxNode *node, CxLaneChoices *lanes) {
  CxLaneChoice *choice = cx_decode_object(decoder, &cx_table_lane, node);
  if (choice != NULL && choice->object.id != NULL) *cx_list_add(decoder->arena, lanes) = choice;
}

static void lanes_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  if (node->kind != CX_NODE_LIST) lane_decode(decoder, node, member);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) lane_decode(decoder, node->list.items[i], member);
}

static bool lanes_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_list.write(field, member, json);
}

const CxType cx_type_lanes = {.name = "a list of lanes", .decode = lanes_decode, .write = lanes_write};
