/* What the files of this folder share: the tables, the types that are the model's own, and what is known while
 * reading.
 */
#ifndef CXMAP_MODEL_TABLES_H
#define CXMAP_MODEL_TABLES_H

#include "cxmap/model.h"
#include "cxmap/words.h"

extern const CxTable cx_table_item, cx_table_evidence, cx_table_channel, cx_table_touchpoint, cx_table_metric,
    cx_table_segment, cx_table_persona, cx_table_emotion, cx_table_emotion_scale, cx_table_lane, cx_table_stage,
    cx_table_step, cx_table_journey, cx_table_map, cx_table_theme, cx_table_colours, cx_table_guide,
    cx_table_interviews, cx_table_statistic, cx_table_canvas, cx_table_vision, cx_table_honeycomb, cx_table_indicator,
    cx_table_scorecard, cx_table_flow, cx_table_flow_step, cx_table_why, cx_table_cause;

extern const CxWords cx_theme_bases;  /* CxThemeBase */
extern const CxWords cx_arrow_styles; /* CxArrowStyle */

extern const CxType cx_type_count;         /* CxNumber: a whole one */
extern const CxType cx_type_language;      /* a tag; const char * */
extern const CxType cx_type_image;         /* CxFile, listed in CxModel.images */
extern const CxType cx_type_icon;          /* CxIconRef */
extern const CxType cx_type_metrics;       /* CxMetrics: a map from names */
extern const CxType cx_type_touchpoints;   /* CxTouchpoints: one or a list, by id or inline */
extern const CxType cx_type_touchpoint;    /* the same, one at most */
extern const CxType cx_type_emotion;       /* adds one to CxStage.emotions */
extern const CxType cx_type_emotions;      /* the same, a map from personas */
extern const CxType cx_type_lanes;         /* CxJourney.lanes */
extern const CxType cx_type_levels;        /* CxEmotionScale.levels */
extern const CxType cx_type_moment;        /* CxStage.moment_of_truth */
extern const CxType cx_type_opportunities; /* CxItems */
extern const CxType cx_type_rating_scale;  /* CxRatingScale */
extern const CxType cx_type_theme;         /* const CxThemeChoice *; its row: .table = &cx_table_theme,
                                              .words = &cx_theme_bases */
extern const CxType cx_type_lens;          /* CxJourney.personas: one, by its id; at top level also a map */

#define CX_IMAGE_ROW(key, S, m) CX_ROW(key, cx_type_image, CX_AT(S, m, CxFile))
#define CX_ITEMS_ROW(key, S, m) CX_LIST_ROW(key, S, m, CxItem, cx_table_item)

/* A touchpoint that a stage names: its place in the stage's list is filled when all definitions are known. */
typedef struct CxTouchpointUse {
  CxTouchpoints *list;
  size_t index;
  CxRef *ref;
} CxTouchpointUse;

/* A theme file that was read; the choice is NULL where it could not be. */
typedef struct CxThemeFile {
  const char *path;
  const CxThemeChoice *choice;
} CxThemeFile;

/* What is known while a document is read: CxDecoder.user. */
typedef struct CxReading {
  const CxNode *document;
  CxModel *model;
  const CxNode *journey_key; /* of the short form: the first key of a journey at top level, or NULL */
  CxPersona *own_persona;    /* defined on the spot at top level, or NULL */
  bool is_in_opportunities;  /* the items being read are opportunities */
  CX_LIST(CxTouchpointUse) touchpoint_uses;
  CX_LIST(CxThemeFile) theme_files; /* several maps may name the same one */
} CxReading;

/* read.c: the row, or the key's node in a map, or NULL; a key without a value counts for none. */
const CxField *cx_row_find(const CxTable *table, const char *key);
const CxNode *cx_key_find(const CxNode *map, const char *key);

/* read.c: where a definition lacks a key: at its own key, or where a list's entry begins. */
CxSpan cx_missing_place(const CxDecoder *decoder, const CxNode *node);

/* emotion.c: a number on the emotion scale or a mood word. Reports, and is false, where it is neither. */
bool cx_decode_score(CxDecoder *decoder, const CxNode *node, double *score, CxMood *mood);

/* touchpoint.c: the first after own channels were read and before refs are resolved, the others after that. */
void cx_channels_add_builtin(CxDecoder *decoder, CxModel *model);
void cx_touchpoint_finish(CxDecoder *decoder, CxTouchpoint *touchpoint); /* sets the channel */
void cx_touchpoints_fill(const CxReading *reading);                      /* puts in those that stages name */
void cx_touchpoints_finish(CxDecoder *decoder, CxTouchpoints *list);     /* drops dangling ones, finishes the others */

/* emotion.c, stage.c: `emotion` speaks of the journey's first persona; NULL where it has none. */
void cx_emotions_finish(CxDecoder *decoder, CxStage *stage, CxPersona *lens);
void cx_stages_make_ids(CxDecoder *decoder, CxStage *const *stages, size_t count); /* for those that have none */
void cx_stages_finish(CxDecoder *decoder, CxStage *const *stages, size_t count, CxPersona *lens);

/* span.c */
void cx_spans_check(CxDecoder *decoder, const CxJourney *journey);

/* journey.c: leaves out dangling refs, and repeats, which it reports. */
void cx_refs_keep_each_once(CxDecoder *decoder, CxRefs *personas);

/* map.c: the lanes that maps of journeys choose, before refs are resolved; the rest of an entry after that. */
void cx_maps_read_lanes(CxDecoder *decoder, CxModel *model);
void cx_map_finish(CxDecoder *decoder, CxMapEntry *entry);

/* interview.c: judges the numbers of questions. */
void cx_interviews_finish(CxDecoder *decoder, const CxInterviews *interviews);

/* segment.c: each segment's personas become those that it lists and then those that name it. */
void cx_segments_finish(CxDecoder *decoder, CxModel *model);

/* journey.c: `fallback` is the persona of a journey that names none; NULL where there is none. */
void cx_journey_finish(CxDecoder *decoder, CxModel *model, CxJourney *journey, CxPersona *fallback);

/* flow.c, flow-check.c: lanes, then what is odd about the steps. why.c: branches that end without a root. */
void cx_flow_finish(CxDecoder *decoder, CxModel *model, CxFlow *flow);
void cx_flow_check(CxDecoder *decoder, const CxFlow *flow);
void cx_why_finish(CxDecoder *decoder, CxModel *model, CxWhy *why);

/* template.c: adds what the journey does not give. `place` is where the template is named. */
void cx_template_bring(const CxDecoder *decoder, CxJourney *journey, CxSpan place);

/* canvas-template.c: what a template brings is shown at `place` where it is wrong. */
typedef struct CxBringing {
  CxArena *arena;
  const char *lang; /* the document's */
  CxSpan place;
  CxDecoder *decoder; /* reports names that may be mistyped; NULL: reports nothing */
} CxBringing;

/* Adds the boxes that the canvas does not give, and what those that it gives do not say; puts them in order. */
void cx_canvas_bring(const CxBringing *bringing, CxCanvas *canvas);

/* canvas-grid.c: sets the places of the boxes; leaves out those without one. Reports what is wrong with the grid, after
 * which there are no boxes. `decoder` NULL: the grid is a template's. */
void cx_canvas_place(CxArena *arena, CxDecoder *decoder, CxCanvas *canvas);

/* rating.c: reports a rating that lies outside its scale, and drops it; `what` it is: "score". */
void cx_rating_check(CxDecoder *decoder, const CxRatingScale *scale, const char *what, CxNumber *rating);

/* lanes.c: whether a stage says something in a lane, its steps left aside. */
bool cx_stage_has_lane(const CxStage *stage, CxLane lane);

/* lane-cells.c: judges what `lanes` name, the journey's or those of a map of it, and reads what stages say in own
 * ones. */
void cx_lanes_check(CxDecoder *decoder, CxLaneChoices *choices, const CxJourney *journey);

/* texts.c: the language that the document's texts seem to be written in. */
const char *cx_document_guess_language(const CxNode *document);

#endif
