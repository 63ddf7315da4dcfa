/* Lanes: their canonical order and keys, a journey's own selection of them, and the content of own lanes, `x-…`.
 *
 * The stage's table is the one place where the keys of lanes are written down. What `lanes` say can be judged only
 * when the stages have been read, because an own lane's keys are theirs.
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
    if (choice->lane < CX_LANE_CUSTOM && g_str_equal(key->text, "style"))
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

static void lane_decode(CxDecoder *decoder, const CxNode *node, CxJourney *journey) {
  CxLaneChoice *choice = cx_decode_object(decoder, &cx_table_lane, node);
  if (choice != NULL && choice->object.id != NULL) *cx_list_add(decoder->arena, &journey->lanes) = choice;
}

static void lanes_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxJourney *journey = (CxJourney *)((char *)member - field->offset);
  if (node->kind != CX_NODE_LIST) lane_decode(decoder, node, journey);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) lane_decode(decoder, node->list.items[i], journey);
}

static bool lanes_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_list.write(field, member, json);
}

const CxType cx_type_lanes = {.name = "a list of lanes", .decode = lanes_decode, .write = lanes_write};

/* ---- Once the stages are read --------------------------------------------------------------------- */

#define MOST_COMPARISONS 100 /* of own lanes with all keys that stages use: each takes its time */

typedef struct Lanes {
  CxDecoder *decoder;
  CxJourney *journey;
  GPtrArray *keys; /* that a lane may be named by: those of stages, then own ones that stages use and no lane names */
  GTree *named;    /* ids in the journey's list */
  GTree *used;     /* own keys that stages use */
  GTree *chosen;   /* id → CxLaneChoice */
  unsigned comparisons;
} Lanes;

/* A tree, because no choice of keys can make it slow. */
static int compare_keys(const void *a, const void *b) {
  return strcmp(a, b);
}

static void collect_own_keys(Lanes *lanes, CxStage *const *stages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < stages[i]->object.extras.count; k++) {
      char *key = (char *)stages[i]->object.extras.items[k].key;
      if (g_tree_lookup(lanes->used, key) == NULL) {
        g_tree_insert(lanes->used, key, key);
        if (g_tree_lookup(lanes->named, key) == NULL) g_ptr_array_add(lanes->keys, key);
      }
    }
    collect_own_keys(lanes, stages[i]->steps.items, stages[i]->steps.count);
  }
}

/* Its key alone, without a `name` or a `style`. */
static bool is_key_alone(const CxLaneChoice *choice) {
  return choice->object.span.begin == choice->object.id_span.begin;
}

/* An own lane that no stage fills is drawn empty; but where a key is near that stages use and no lane names, it is a
 * mistyped one. */
static bool is_mistyped(Lanes *lanes, const CxLaneChoice *choice) {
  const guint first_own = (guint)cx_lane_order_count;
  const char *id = choice->object.id;
  return choice->lane == CX_LANE_CUSTOM && is_key_alone(choice) && g_tree_lookup(lanes->used, id) == NULL &&
         lanes->comparisons++ < MOST_COMPARISONS &&
         cx_word_nearest(id, (const char *const *)lanes->keys->pdata + first_own, lanes->keys->len - first_own) != NULL;
}

/* Adds a lane to those that are chosen, or reports why not. */
static bool choose(Lanes *lanes, CxLaneChoice *choice) {
  CxDiagnostics *diagnostics = lanes->decoder->diagnostics;
  const CxLaneChoice *first = g_tree_lookup(lanes->chosen, choice->object.id);
  if (first != NULL) {
    CxDiag *diag = cx_diag_report(diagnostics, CX_REPEATED, choice->object.id_span, "the lane `%s` is named twice",
                                  choice->object.id);
    cx_diag_also(diagnostics, diag, first->object.id_span, "first named here");
    return false;
  }
  if (choice->lane == CX_LANE_END || is_mistyped(lanes, choice)) {
    CxDiag *diag = cx_diag_report(diagnostics, CX_UNKNOWN_WORD, choice->object.id_span, "there is no lane `%s`",
                                  choice->object.id);
    cx_diag_suggest(diagnostics, diag, choice->object.id, (const char *const *)lanes->keys->pdata, lanes->keys->len);
    if (diag->suggestion == NULL) cx_diag_help(diagnostics, diag, "lanes of your own begin with `x-`");
    return false;
  }
  g_tree_insert(lanes->chosen, (char *)choice->object.id, choice);
  return true;
}

static void choose_all(Lanes *lanes) {
  CxJourney *journey = lanes->journey;
  size_t kept = 0;
  for (size_t i = 0; i < journey->lanes.count; i++)
    if (choose(lanes, journey->lanes.items[i])) journey->lanes.items[kept++] = journey->lanes.items[i];
  journey->lanes.count = kept;
}

/* ---- Own cells ------------------------------------------------------------------------------------ */

static void read_score(CxDecoder *decoder, const CxNode *node, CxNumber *score) {
  CxMood mood;
  if (cx_decode_score(decoder, node, &score->value, &mood))
    *score = (CxNumber){.value = score->value, .is_given = true, .span = node->span};
}

static void read_items(CxDecoder *decoder, const CxNode *node, CxItems *items) {
  static const CxField field = {.type = &cx_type_list, .table = &cx_table_item};
  field.type->decode(decoder, &field, node, items);
}

static void check_images(CxDecoder *decoder, const CxItems *items) {
  for (size_t i = 0; i < items->count; i++) {
    if (items->items[i]->image.text != NULL) continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_MISSING_KEY, items->items[i]->object.span,
                                  "an item of a lane of images needs an `image`");
    cx_diag_help(decoder->diagnostics, diag, "write `{image: …}` with the path of a picture");
  }
}

static void read_cell(CxDecoder *decoder, const CxNode *node, CxCustomCell *cell) {
  static const CxField metrics = {.type = &cx_type_metrics, .table = &cx_table_metric};
  switch (cell->lane->style) {
  case CX_STYLE_CURVE: read_score(decoder, node, &cell->score); return;
  case CX_STYLE_METRICS: cx_type_metrics.decode(decoder, &metrics, node, &cell->metrics); return;
  case CX_STYLE_CARDS:
  case CX_STYLE_BULLETS:
  case CX_STYLE_CHIPS:
  case CX_STYLE_QUOTES: read_items(decoder, node, &cell->items); return;
  case CX_STYLE_IMAGES:
    read_items(decoder, node, &cell->items);
    check_images(decoder, &cell->items);
    return;
  }
}

static void read_cells(Lanes *lanes, CxStage *const *stages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < stages[i]->object.extras.count; k++) {
      const CxExtra *extra = &stages[i]->object.extras.items[k];
      const CxLaneChoice *lane = g_tree_lookup(lanes->chosen, extra->key);
      if (lane == NULL || cx_node_is_absent(extra->value)) continue;
      CxCustomCell cell = {.lane = lane};
      read_cell(lanes->decoder, extra->value, &cell);
      *cx_list_add(lanes->decoder->arena, &stages[i]->custom) = cell;
    }
    read_cells(lanes, stages[i]->steps.items, stages[i]->steps.count);
  }
}

void cx_lanes_check(CxDecoder *decoder, CxJourney *journey) {
  if (journey->lanes.count == 0) return;
  Lanes lanes = {.decoder = decoder,
                 .journey = journey,
                 .keys = g_ptr_array_new(),
                 .named = g_tree_new(compare_keys),
                 .used = g_tree_new(compare_keys),
                 .chosen = g_tree_new(compare_keys)};
  for (size_t i = 0; i < cx_lane_order_count; i++) g_ptr_array_add(lanes.keys, (char *)cx_lane_key(cx_lane_order[i]));
  for (size_t i = 0; i < journey->lanes.count; i++)
    g_tree_insert(lanes.named, (char *)journey->lanes.items[i]->object.id, journey->lanes.items[i]);
  collect_own_keys(&lanes, journey->stages.items, journey->stages.count);
  choose_all(&lanes);
  read_cells(&lanes, journey->stages.items, journey->stages.count);
  g_tree_destroy(lanes.chosen);
  g_tree_destroy(lanes.used);
  g_tree_destroy(lanes.named);
  g_ptr_array_free(lanes.keys, TRUE);
}
