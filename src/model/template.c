/* Templates of journeys: methods that bring stages, lanes or both, for what the definition itself does not give.
 *
 * In: a journey as it was read. Out: the same with the template's stages, in every language that cxmap speaks, and its
 * lanes. Who gives `stages` or `lanes` replaces the template's. One table holds all templates.
 */
#include "cxmap/words.h"
#include "tables.h"

/* ---- What each template brings ---------------------------------------------------------------------- */

#define MOST_STAGES 5
#define MOST_LANES 6

/* A stage; its id is the same in every language, so that maps and arrows can name it. */
typedef struct BroughtStage {
  const char *id; /* NULL: no further stage */
  CxWordKey name;
} BroughtStage;

typedef struct BroughtLanes {
  CxLane lanes[MOST_LANES];
  size_t count;
} BroughtLanes;

typedef struct Brought {
  BroughtStage stages[MOST_STAGES];
  BroughtLanes lanes;
} Brought;

static const Brought brought[] = {
    [CX_TEMPLATE_FIVE_ELEMENTS] = {.stages = {{"attention", CX_WORD_STAGE_ATTENTION},
                                              {"interest", CX_WORD_STAGE_INTEREST},
                                              {"contact", CX_WORD_STAGE_CONTACT},
                                              {"impression", CX_WORD_STAGE_IMPRESSION},
                                              {"engagement", CX_WORD_STAGE_ENGAGEMENT}}},
    [CX_TEMPLATE_AARRR] = {.stages = {{"acquisition", CX_WORD_STAGE_ACQUISITION},
                                      {"activation", CX_WORD_STAGE_ACTIVATION},
                                      {"retention", CX_WORD_STAGE_RETENTION},
                                      {"referral", CX_WORD_STAGE_REFERRAL},
                                      {"revenue", CX_WORD_STAGE_REVENUE}}},
    [CX_TEMPLATE_BUYING] = {.stages = {{"aware", CX_WORD_STAGE_AWARE},
                                       {"consider", CX_WORD_STAGE_CONSIDER},
                                       {"buy", CX_WORD_STAGE_BUY},
                                       {"use", CX_WORD_STAGE_USE},
                                       {"recommend", CX_WORD_STAGE_RECOMMEND}}},
    [CX_TEMPLATE_CUSTOMER_PERSPECTIVE] = {.lanes = {{CX_LANE_NEEDS, CX_LANE_EXPECTATIONS, CX_LANE_PERCEPTIONS,
                                                     CX_LANE_FEEDBACK},
                                                    4}},
    [CX_TEMPLATE_SYSTEM_LEVELS] = {.lanes = {{CX_LANE_MACRO, CX_LANE_MESO, CX_LANE_MICRO}, 3}},
};

/* Of a map that is to be filled: its stages are a template's, and nothing says which lanes it shall have. */
static const BroughtLanes usual_lanes = {
    {CX_LANE_GOALS, CX_LANE_ACTIONS, CX_LANE_TOUCHPOINTS, CX_LANE_EMOTION, CX_LANE_PAINS, CX_LANE_OPPORTUNITIES}, 6};

static const CxWord words[] = {
    {"five-elements", CX_TEMPLATE_FIVE_ELEMENTS,
     "The five elements of contact. Stages `attention`, `interest`, `contact`, `impression`, `engagement`."},
    {"aarrr", CX_TEMPLATE_AARRR,
     "Growth of a product. Stages `acquisition`, `activation`, `retention`, `referral`, `revenue`."},
    {"buying", CX_TEMPLATE_BUYING,
     "From an ad to a recommendation. Stages `aware`, `consider`, `buy`, `use`, `recommend`."},
    {"customer-perspective", CX_TEMPLATE_CUSTOMER_PERSPECTIVE,
     "The four elements of the customer's view. Lanes `needs`, `expectations`, `perceptions`, `feedback`."},
    {"system-levels", CX_TEMPLATE_SYSTEM_LEVELS, "Systems thinking on three levels. Lanes `macro`, `meso`, `micro`."},
};

const CxWords cx_templates = {.name = "template", .words = words, .count = CX_COUNT(words)};

bool cx_template_has_stages(CxTemplate template) {
  return brought[template].stages[0].id != NULL;
}

/* ---- Stages ------------------------------------------------------------------------------------------- */

static void bring_stages(const CxDecoder *decoder, CxJourney *journey, CxSpan place) {
  const BroughtStage *stages = brought[journey->template].stages;
  for (size_t i = 0; i < MOST_STAGES && stages[i].id != NULL; i++) {
    CxStage *stage = cx_new(decoder->arena, CxStage);
    stage->object = (CxObject){.id = stages[i].id, .id_span = place, .span = place};
    stage->name = cx_word_text(decoder->arena, stages[i].name, decoder->lang, place);
    *cx_list_add(decoder->arena, &journey->stages) = stage;
  }
}

/* ---- Lanes -------------------------------------------------------------------------------------------- */

static bool has_content(CxStage *const *stages, size_t count, CxLane lane) {
  for (size_t i = 0; i < count; i++)
    if (cx_stage_has_lane(stages[i], lane) || has_content(stages[i]->steps.items, stages[i]->steps.count, lane))
      return true;
  return false;
}

static bool has_lane(const BroughtLanes *lanes, CxLane lane) {
  for (size_t i = 0; i < lanes->count; i++)
    if (lanes->lanes[i] == lane) return true;
  return false;
}

static void bring_lane(const CxDecoder *decoder, CxJourney *journey, CxLane lane, CxSpan place) {
  CxLaneChoice *choice = cx_new(decoder->arena, CxLaneChoice);
  choice->object = (CxObject){.id = cx_lane_key(lane), .id_span = place, .span = place};
  choice->lane = lane;
  *cx_list_add(decoder->arena, &journey->lanes) = choice;
}

/* First those of the template, which are shown even where they are empty; then what else has content, so that nothing
 * that was written stays out of the map. */
static void bring_lanes(const CxDecoder *decoder, CxJourney *journey, const BroughtLanes *lanes, CxSpan place) {
  for (size_t i = 0; i < lanes->count; i++) bring_lane(decoder, journey, lanes->lanes[i], place);
  for (size_t i = 0; i < cx_lane_order_count; i++)
    if (!has_lane(lanes, cx_lane_order[i]) &&
        has_content(journey->stages.items, journey->stages.count, cx_lane_order[i]))
      bring_lane(decoder, journey, cx_lane_order[i], place);
}

void cx_template_bring(const CxDecoder *decoder, CxJourney *journey, CxSpan place) {
  const BroughtLanes *lanes = &brought[journey->template].lanes;
  const bool is_to_be_filled = journey->stages.count == 0 && cx_template_has_stages(journey->template);
  if (is_to_be_filled) bring_stages(decoder, journey, place);
  if (lanes->count == 0 && is_to_be_filled) lanes = &usual_lanes;
  if (journey->lanes.count == 0 && lanes->count > 0) bring_lanes(decoder, journey, lanes, place);
}
