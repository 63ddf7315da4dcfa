/* Private to maps: the parts of the views of a journey. */
#ifndef CXMAP_MAPS_JOURNEY_H
#define CXMAP_MAPS_JOURNEY_H

#include "../composer.h"
#include "../kinds.h"

typedef struct CxJourneyComposer {
  CxComposer base;
  const CxJourney *journey;
  const CxMapEntry *entry;    /* of the map; NULL where it is a natural one */
  const CxLaneChoices *lanes; /* the map's or the journey's; empty: all that have content */
  CxBlankCell room;           /* of a blank map's cells */
} CxJourneyComposer;

/* ---- journeys.c ----------------------------------------------------------------------------------------------- */
/* The parts of a view of a journey: its overline, which tells the journey's state, and its owner. */
CxSheetParts cx_journey_parts(CxComposer *composer, const CxMap *map, CxWordKey kind);

/* Where journeys stand in the model, and what a map of one is called. */
const CxObject *cx_journey_definition(const CxModel *model, size_t index);
const CxText *cx_journey_title(const void *journey);

bool cx_journey_has_persona(const CxMap *map, const CxPersona *persona); /* whether it is shown on a view of one */

/* Begins the composing of a view of a journey: which lanes and whom it shows. */
void cx_journey_composer_init(CxJourneyComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                              const CxTheme *theme);

/* Of a blank map: how much room its cells get if all else than the lanes is so high. */
void cx_journey_make_room(CxJourneyComposer *composer, double fixed_height);

/* Whether the map shows what concerns this persona: it may name those that it shows. */
bool cx_shows_persona(const CxJourneyComposer *composer, const CxPersona *persona);

/* ---- stages.c ------------------------------------------------------------------------------------------------- */
/* Tracks, the row of stages and, where there are any, that of steps; numbered stages have a head before them too. */
void cx_compose_stages(CxJourneyComposer *composer, CxGrid *grid, bool is_numbered);
/* At last: through all rows but the first. A theme may divide the columns by lines; not where arrows run there. */
void cx_compose_washes(CxJourneyComposer *composer, CxGrid *grid, bool has_arrows);

CxBlock *cx_compose_lens(CxJourneyComposer *composer);

CxBlock *cx_compose_curve(CxJourneyComposer *composer, size_t first_track);

/* scores.c: a lane of one number a stage, as a line through all of them. */
typedef struct CxScoreLine {
  const char *id;
  CxCurveStyle style;
  double most;                /* of an arc: the highest number there is */
  const CxLaneChoice *choice; /* of an own lane */
  const CxNumber *(*read)(const CxStage *stage, const CxLaneChoice *choice); /* NULL where there is none */
} CxScoreLine;

CxBlock *cx_compose_score_line(CxJourneyComposer *composer, const CxScoreLine *line, size_t first_track);
CxBlock *cx_compose_overall(CxComposer *composer); /* emotion.c: the word before a stage's own score */

/* One lane, as a row of the grid with its label and cells; `choice` may be NULL. */
void cx_compose_lane(CxJourneyComposer *composer, CxGrid *grid, CxLane lane, const CxLaneChoice *choice);
CxBlock *cx_compose_lane_label(CxJourneyComposer *composer, CxLane lane, const CxLaneChoice *choice);
CxPhrase cx_lane_name(CxJourneyComposer *composer, CxLane lane, const CxLaneChoice *choice);
const CxCardStyle *cx_lane_card(CxLane lane); /* how its items look */

/* The lanes that the map shows, each a row of the grid with its label and cells. */
void cx_compose_lanes(CxJourneyComposer *composer, CxGrid *grid);

/* The columns of a stage: its steps, or one. */
size_t cx_stage_columns(const CxStage *stage);

#endif
