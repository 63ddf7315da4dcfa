/* A journey's selection of lanes once its stages have been read, and that of a map of it: `lanes` are judged, and what
 * the stages say in own lanes, `x-…`, is read by each lane's style.
 *
 * In: the choices as they were written. Out: those that can be drawn, without repeats; cells in the stages for the own
 * ones. A map's choice takes name and style from the journey's choice of the same lane, where it does not say them.
 */
#include "tables.h"

#include <string.h>

/* ---- Once the stages are read --------------------------------------------------------------------- */

#define MOST_COMPARISONS 100 /* of own lanes with all keys that stages use: each takes its time */

typedef struct Lanes {
  CxDecoder *decoder;
  const CxJourney *journey;
  CxLaneChoices *choices; /* being judged */
  GTree *inherited;       /* id → the journey's own CxLaneChoice; empty where that is being judged */
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
         g_tree_lookup(lanes->inherited, id) == NULL && lanes->comparisons++ < MOST_COMPARISONS &&
         cx_word_nearest(id, (const char *const *)lanes->keys->pdata + first_own, lanes->keys->len - first_own) != NULL;
}

/* The journey's own choice where a map says no more than the key; what the map does not say, where it says more. */
static CxLaneChoice *inherit(const Lanes *lanes, CxLaneChoice *choice) {
  CxLaneChoice *own = g_tree_lookup(lanes->inherited, choice->object.id);
  if (own == NULL) return choice;
  if (is_key_alone(choice)) return own;
  const bool has_name = choice->name.text != NULL && choice->name.span.begin != choice->object.id_span.begin;
  if (!has_name) choice->name = own->name;
  if (!choice->has_style) choice->style = own->style;
  return choice;
}

/* Reports why a lane cannot be chosen. */
static bool can_choose(Lanes *lanes, const CxLaneChoice *choice) {
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
  return true;
}

static void choose_all(Lanes *lanes) {
  CxLaneChoices *choices = lanes->choices;
  size_t kept = 0;
  for (size_t i = 0; i < choices->count; i++) {
    if (!can_choose(lanes, choices->items[i])) continue;
    CxLaneChoice *choice = choices->items[kept++] = inherit(lanes, choices->items[i]);
    g_tree_insert(lanes->chosen, (char *)choice->object.id, choice);
  }
  choices->count = kept;
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

typedef enum Content { ITEMS, METRICS, SCORE } Content;

static Content content_of(CxLaneStyle style) {
  return style == CX_STYLE_CURVE ? SCORE : style == CX_STYLE_METRICS ? METRICS : ITEMS;
}

/* What a stage says is read once, also where several maps show it: its items have ids. */
static void add_cell(const Lanes *lanes, CxStage *stage, const CxExtra *extra, const CxLaneChoice *lane,
                     const CxCustomCell *known) {
  if (known != NULL && known->lane == lane) return;
  CxCustomCell cell = {.lane = lane};
  if (known != NULL && content_of(known->lane->style) == content_of(lane->style)) {
    cell = *known;
    cell.lane = lane;
    if (lane->style == CX_STYLE_IMAGES) check_images(lanes->decoder, &cell.items);
  } else {
    read_cell(lanes->decoder, extra->value, &cell);
  }
  *cx_list_add(lanes->decoder->arena, &stage->custom) = cell;
}

/* Key → number of a cell that was read before, from 1. */
static GTree *known_cells(const CxStage *stage) {
  GTree *known = g_tree_new(compare_keys);
  for (size_t i = 0; i < stage->custom.count; i++)
    g_tree_insert(known, (char *)stage->custom.items[i].lane->object.id, GSIZE_TO_POINTER(i + 1));
  return known;
}

static void read_cells(Lanes *lanes, CxStage *const *stages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    GTree *known = known_cells(stages[i]);
    for (size_t k = 0; k < stages[i]->object.extras.count; k++) {
      const CxExtra *extra = &stages[i]->object.extras.items[k];
      const CxLaneChoice *lane = g_tree_lookup(lanes->chosen, extra->key);
      if (lane == NULL || cx_node_is_absent(extra->value)) continue;
      const size_t cell = GPOINTER_TO_SIZE(g_tree_lookup(known, extra->key));
      add_cell(lanes, stages[i], extra, lane, cell > 0 ? &stages[i]->custom.items[cell - 1] : NULL);
    }
    g_tree_destroy(known);
    read_cells(lanes, stages[i]->steps.items, stages[i]->steps.count);
  }
}

static void put_under_ids(GTree *tree, const CxLaneChoices *choices) {
  for (size_t i = 0; i < choices->count; i++)
    g_tree_insert(tree, (char *)choices->items[i]->object.id, choices->items[i]);
}

void cx_lanes_check(CxDecoder *decoder, CxLaneChoices *choices, const CxJourney *journey) {
  if (choices->count == 0) return;
  Lanes lanes = {.decoder = decoder,
                 .journey = journey,
                 .choices = choices,
                 .inherited = g_tree_new(compare_keys),
                 .keys = g_ptr_array_new(),
                 .named = g_tree_new(compare_keys),
                 .used = g_tree_new(compare_keys),
                 .chosen = g_tree_new(compare_keys)};
  for (size_t i = 0; i < cx_lane_order_count; i++) g_ptr_array_add(lanes.keys, (char *)cx_lane_key(cx_lane_order[i]));
  put_under_ids(lanes.named, choices);
  if (choices != &journey->lanes) put_under_ids(lanes.inherited, &journey->lanes);
  collect_own_keys(&lanes, journey->stages.items, journey->stages.count);
  choose_all(&lanes);
  read_cells(&lanes, journey->stages.items, journey->stages.count);
  g_tree_destroy(lanes.chosen);
  g_tree_destroy(lanes.used);
  g_tree_destroy(lanes.named);
  g_tree_destroy(lanes.inherited);
  g_ptr_array_free(lanes.keys, TRUE);
}
