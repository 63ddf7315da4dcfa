/* model: journeys: stages, steps, lanes and the emotion scale. */
#ifndef CXMAP_MODEL_JOURNEY_H
#define CXMAP_MODEL_JOURNEY_H

#include "cxmap/model/people.h"

/* ---- Emotion ------------------------------------------------------------------------------------------ */

typedef enum CxMood {
  CX_MOOD_NONE,
  CX_MOOD_DELIGHTED,
  CX_MOOD_HAPPY,
  CX_MOOD_NEUTRAL,
  CX_MOOD_FRUSTRATED,
  CX_MOOD_ANGRY,
  CX_MOOD_JOY,
  CX_MOOD_ANGER,
  CX_MOOD_SORROW,
  CX_MOOD_PLEASURE,
  CX_MOOD_ANNOYANCE,
  CX_MOOD_FEAR,
  CX_MOOD_SURPRISE,
} CxMood;

typedef struct CxEmotion {
  CxObject object;
  double score; /* on the document's scale; from the mood where only that is given */
  CxMood mood;  /* as given; CX_MOOD_NONE where only a score is */
  CxText text;
  CxRefs evidence;
  CxRef persona; /* in `emotions`; of `emotion` resolved to the journey's first persona, object NULL if it has none */
} CxEmotion;

typedef struct CxLevel {
  double score;
  CxText name;
  CxSpan span; /* where the score stands */
} CxLevel;

typedef struct CxEmotionScale {
  CxObject object;
  double min, max;         /* -2 and 2 unless set */
  CX_LIST(CxLevel) levels; /* named ones, ascending; empty: the built-in five names at equal parts */
} CxEmotionScale;

/* ---- Journeys ------------------------------------------------------------------------------------------ */

/* The lanes in canonical order. Those up to CX_LANE_ITEMS_END hold items, in CxStage.items. */
typedef enum CxLane {
  CX_LANE_GOALS,
  CX_LANE_NEEDS,
  CX_LANE_EXPECTATIONS,
  CX_LANE_ACTIONS,
  CX_LANE_PHYSICAL_EVIDENCE,
  CX_LANE_THOUGHTS,
  CX_LANE_QUESTIONS,
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
  CX_LANE_ITEMS_END,
  CX_LANE_IMAGE = CX_LANE_ITEMS_END, /* storyboard */
  CX_LANE_TOUCHPOINTS,
  CX_LANE_EMOTION,
  CX_LANE_IMPORTANCE,
  CX_LANE_METRICS,
  CX_LANE_OWNER,
  CX_LANE_CUSTOM,
  CX_LANE_END,
} CxLane;

/* The canonical order: all lanes but CX_LANE_CUSTOM. The key is the stage's; NULL for CX_LANE_CUSTOM. */
extern const CxLane cx_lane_order[];
extern const size_t cx_lane_order_count;
const char *cx_lane_key(CxLane lane);

typedef enum CxLaneStyle {
  CX_STYLE_CARDS,
  CX_STYLE_BULLETS,
  CX_STYLE_CHIPS,
  CX_STYLE_QUOTES,
  CX_STYLE_CURVE,
  CX_STYLE_IMAGES,
  CX_STYLE_METRICS,
} CxLaneStyle;

/* An entry of `lanes`. */
typedef struct CxLaneChoice {
  CxObject object; /* id: a stage key, or "x-…" */
  CxLane lane;     /* CX_LANE_CUSTOM for an own one */
  CxText name;
  CxLaneStyle style; /* of an own one */
  bool has_style;    /* given, not the default */
} CxLaneChoice;

typedef CX_LIST(CxLaneChoice *) CxLaneChoices;

/* The content of an own lane in one stage; by its style one of them is filled. */
typedef struct CxCustomCell {
  const CxLaneChoice *lane;
  CxItems items;
  CxMetrics metrics;
  CxNumber score;
} CxCustomCell;

typedef struct CxStage CxStage;
struct CxStage {
  CxObject object; /* id: made from the name where not given; of a step unique in its journey too */
  CxText name, duration, owner;
  CxText moment_of_truth; /* text "" with is_moment_of_truth where it is only `true` */
  bool is_moment_of_truth;
  CxFile image;
  CxItems items[CX_LANE_ITEMS_END];
  CxTouchpoints touchpoints;     /* inline ones and defined ones alike */
  CX_LIST(CxEmotion *) emotions; /* of `emotion` and `emotions`, at most one a persona */
  CxNumber importance;
  CxMetrics metrics;
  CX_LIST(CxCustomCell) custom;
  CX_LIST(CxStage *) steps; /* empty for a step */
};

typedef enum CxState { CX_STATE_NONE, CX_STATE_CURRENT, CX_STATE_FUTURE } CxState;
typedef enum CxTemplate {
  CX_TEMPLATE_NONE,
  CX_TEMPLATE_FIVE_ELEMENTS,
  CX_TEMPLATE_AARRR,
  CX_TEMPLATE_BUYING,
  CX_TEMPLATE_CUSTOMER_PERSPECTIVE,
  CX_TEMPLATE_SYSTEM_LEVELS,
} CxTemplate;

/* The words for templates, and whether one has stages of its own. */
extern const CxWords cx_templates;
bool cx_template_has_stages(CxTemplate template);

typedef struct CxJourney {
  CxObject object;
  CxText title;    /* not given: the document's */
  CxRefs personas; /* CxPersona; the first is the lens. `persona` and `personas` alike */
  CxText scenario, goal, owner;
  CxItems expectations;
  CxState state;
  CxTemplate template;
  CxLaneChoices lanes; /* as given, or as the template brings them; empty: all that have content */
  CX_LIST(CxStage *) stages;
} CxJourney;

#endif
