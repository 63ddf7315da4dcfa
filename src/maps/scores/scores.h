/* Private to maps: what honeycombs and scorecards share. */
#ifndef CXMAP_MAPS_SCORES_H
#define CXMAP_MAPS_SCORES_H

#include "../composer.h"

/* ---- scores.c ------------------------------------------------------------------------------------------- */

/* What a page of a named paper has for the content at the least size of type, in points of the sheet. */
typedef struct CxScoreRoom {
  bool is_free; /* the page is as large as the map needs: width and height are 0 */
  double width, height;
} CxScoreRoom;

CxScoreRoom cx_score_room(const CxComposer *composer, const CxPaper *paper);

/* "3.5", with a true minus sign; at least so many decimals. Where it has a sign, above 0 too. */
CxPhrase cx_score_phrase(CxComposer *composer, double value, int decimals, bool has_sign);
int cx_score_decimals(const CxNumber *number); /* that it needs, two at most */
CxPhrase cx_score_missing(void);               /* a dash */

/* What stands in the title block: facts, the line under the title, the date; `owner` … may be missing. */
typedef struct CxScoreFacts {
  const CxText *subtitle, *owner, *period, *next;
  const CxDate *date;
  CxPhrase explanation; /* the line under the title where nobody wrote one */
} CxScoreFacts;

void cx_score_title(CxComposer *composer, const CxScoreFacts *facts, CxSheetParts *parts);

CxChartPart *cx_score_part(CxComposer *composer, CxBlock *chart, double value, double target);

/* A figure and beside it a list, or under it where there is no room; the list goes on over further pages. */
CxBlock *cx_score_beside(CxComposer *composer, CxBlock *figure, CxBlock *list, double gap, bool is_beside);

/* Height that lines of a note will take at a width, estimated; 0 where there is none. */
double cx_score_note_height(const CxComposer *composer, const CxText *note, double width);
CxBlock *cx_score_note(CxComposer *composer, const CxText *note, const CxRefs *evidence); /* no wider than reads well */

/* A text of a list's column at its far end. */
CxBlock *cx_score_cell(CxComposer *composer, const char *role, CxPhrase phrase, CxFont font, CxPaint paint);
CxBlock *cx_score_rule(CxComposer *composer); /* a hairline between the rows of a list */

/* ---- scorecard-rows.c: components with their bars -------------------------------------------------------- */

typedef struct CxScorecardMap {
  CxComposer base;
  const CxScorecard *scorecard;
  CxScoreRoom room;
  int decimals; /* of all scores */
  double air;   /* added to each row, so that few of them are as high as the radar */
  bool has_targets, has_questions;
} CxScorecardMap;

/* The components from `first` to before `end`, under a head. */
CxBlock *cx_compose_components(CxScorecardMap *map, size_t first, size_t end);
/* All of them line by line, so that they can be divided between pages; more than there are columns. */
CxBlock *cx_compose_component_lines(CxScorecardMap *map, size_t columns, double gap);
CxPhrase cx_scorecard_score(CxScorecardMap *map, const CxNumber *score);

/* ---- indicators.c: tiles --------------------------------------------------------------------------------- */
void cx_compose_indicators(CxScorecardMap *map, CxBlock *content); /* adds lines of tiles */

#endif
