/* Private to maps: what goes through the composing of one sheet, and the parts that maps share. */
#ifndef CXMAP_MAPS_COMPOSER_H
#define CXMAP_MAPS_COMPOSER_H

#include "cxmap/maps.h"

typedef struct CxComposer {
  CxArena *arena;
  const CxModel *model;
  const CxTheme *theme;
  const char *lang; /* the map's */
  bool *is_cited;   /* of each evidence of the model; while composing, marks are its indices, see cx_sources_number */
  GHashTable *evidence_index; /* evidence → its index; freed by whoever made the composer */
  CxSigns signs;              /* shown so far, for the legend */
} CxComposer;

/* ---- sheet.c: a composer's beginning and end ------------------------------------------------------------- */
void cx_composer_init(CxComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                      const CxTheme *theme);
void cx_composer_clear(CxComposer *composer);

/* The parts of a sheet, each NULL where there is none. `head` is a stack that opens with the title block. */
typedef struct CxSheetParts {
  CxPhrase overline; /* the kind of map, and its state */
  CxBlock *head, *content, *tail;
  CxBlock *running; /* NULL: the title alone */
} CxSheetParts;

/* The last step: puts the parts together, adds the foot, numbers the sources. */
CxSheet *cx_compose_sheet(CxComposer *composer, const CxMap *map, const CxSheetParts *parts);

/* Notes that a block shows a sign. */
void cx_show(CxComposer *composer, CxBlock *block, CxSigns sign);

/* A new stack, and a part added to it with room before it; a part that is NULL is left out. */
CxBlock *cx_stack_new(CxComposer *composer);
void cx_stack_add(CxComposer *composer, CxBlock *stack, CxBlock *part, double before);

/* ---- phrases.c ------------------------------------------------------------------------------------------ */
CxPhrase cx_phrase(const CxComposer *composer, const CxText *text); /* text NULL where it is not given */
CxPhrase cx_phrase_word(const CxComposer *composer, CxWordKey key);
CxPhrase cx_phrase_filled(const CxComposer *composer, CxWordKey key, const char *first, const char *second);
CxPhrase cx_phrase_quoted(const CxComposer *composer, CxPhrase phrase);   /* in quotation marks, once */
CxPhrase cx_phrase_unquoted(const CxComposer *composer, CxPhrase phrase); /* without the marks round all of it */
CxPhrase cx_phrase_initials(const CxComposer *composer, CxPhrase name);

/* Adds " · " and a text to a line that is being put together; NULL adds nothing. */
void cx_join(CxComposer *composer, CxPhrase *line, const char *text);
bool cx_is_given(const CxText *text);

/* ---- title.c ---------------------------------------------------------------------------------------------- */
typedef struct CxFact {
  CxPhrase name, value;
} CxFact;
typedef CX_LIST(CxFact) CxFacts;

void cx_fact_add(CxComposer *composer, CxFacts *facts, CxWordKey name, CxPhrase value);
CxBlock *cx_compose_title(CxComposer *composer, CxPhrase overline, CxPhrase title, CxPhrase subtitle,
                          const CxFacts *facts);
CxBlock *cx_compose_footer(CxComposer *composer, CxPhrase title);
CxPhrase cx_document_date(CxComposer *composer);
CxPhrase cx_map_subtitle(const CxComposer *composer, const CxMap *map); /* its own, or the document's */

/* ---- running.c -------------------------------------------------------------------------------------------- */

/* The head of further pages: title, personas in the order of their curves, and a numbered mark for each of the
 * content's parts, which are counted as CxBlock.part counts them. */
CxBlock *cx_compose_running(CxComposer *composer, CxPhrase title, const CxPersona *const *personas,
                            size_t persona_count, size_t part_count);

/* ---- sources.c ----------------------------------------------------------------------------------------------- */
void cx_cite(CxComposer *composer, CxBlock *text, const CxRefs *evidence); /* marks behind a text */
const char *cx_grouped(CxComposer *composer, double value);                /* thousands apart: 18 240 */
CxBlock *cx_compose_sources(CxComposer *composer);                         /* NULL where nothing was cited */
CxPhrase cx_evidence_fact(CxComposer *composer); /* "14 interviews, 4 data sets"; text NULL where nothing was cited */
void cx_sources_number(CxComposer *composer, CxBlock *part); /* at last: indices become numbers */

/* ---- lens.c, cards.c, metrics.c, emotion.c, lanes.c, legend.c: parts of journey maps -------------------------------
 */
typedef struct CxJourneyComposer {
  CxComposer base;
  const CxJourney *journey;
  const CxMapEntry *entry;             /* of the map; NULL where it is a natural one */
  const CxLaneChoices *lanes;          /* the map's or the journey's; empty: all that have content */
  CX_LIST(const CxPersona *) personas; /* in the order of their curves */
  size_t *scores;                      /* of each persona, how many; NULL where there is no emotion lane */
} CxJourneyComposer;

/* The place of a persona among the curves; it is added where it is new. */
size_t cx_series_of(CxJourneyComposer *composer, const CxPersona *persona);

/* ---- journeys.c ----------------------------------------------------------------------------------------------- */
CxBlock *cx_compose_journey_title(CxComposer *composer, const CxMap *map, CxPhrase kind);
/* What an entry of `maps` notes about its map, for views without a lens; NULL where it notes nothing. */
CxBlock *cx_compose_note(CxComposer *composer, const CxMap *map);

/* Begins the composing of a view of a journey: which lanes and whom it shows. */
void cx_journey_composer_init(CxJourneyComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                              const CxTheme *theme);

/* Whether the map shows what concerns this persona: it may name those that it shows. */
bool cx_shows_persona(const CxJourneyComposer *composer, const CxPersona *persona);

/* ---- stages.c ------------------------------------------------------------------------------------------------- */
/* Tracks, the row of stages and, where there are any, that of steps; numbered stages have a head before them too. */
void cx_compose_stages(CxJourneyComposer *composer, CxGrid *grid, bool is_numbered);
/* At last: through all rows but the first. A theme may divide the columns by lines; not where arrows run there. */
void cx_compose_washes(CxJourneyComposer *composer, CxGrid *grid, bool has_arrows);

CxBlock *cx_compose_lens(CxJourneyComposer *composer);
CxBlock *cx_compose_portrait(CxComposer *composer, const CxPersona *persona, size_t series, double radius);
CxBlock *cx_compose_legend(CxJourneyComposer *composer);

/* The disc of an opportunity: CX_SIGN_STARTED, CX_SIGN_PLANNED or CX_SIGN_OPEN. */
CxBlock *cx_compose_disc(CxComposer *composer, CxSign sign, double radius);

typedef struct CxCardStyle {
  CxLook look;
  CxHue hue;
  const char *mark; /* icon before the text, or NULL */
  bool is_quote;    /* the mark stands for the typed quotation marks */
  size_t columns;   /* of the map that the card runs over; 0: one. Its picture stays as wide as one */
  bool is_node;     /* of a blueprint: with a least height, marks at its corner; a decision is a diamond */
} CxCardStyle;

/* signs.c: an item's mark as a sign; a wait point's pill with its time. The legend explains those that are shown. */
CxBlock *cx_compose_sign(CxComposer *composer, CxItemMark mark, double size, CxHue hue);
CxBlock *cx_compose_wait(CxComposer *composer, CxPhrase duration);
CxBlock *cx_compose_badge(CxComposer *composer, const CxItem *item); /* of a node; NULL where it has none */

CxBlock *cx_compose_card(CxComposer *composer, const CxItem *item, const CxCardStyle *style);
CxBlock *cx_compose_image(CxComposer *composer, const CxFile *file, size_t columns);
CxPhrase cx_phrase_status(const CxComposer *composer, const CxText *status); /* a known one in the map's language */
CxBlock *cx_compose_tags(CxComposer *composer, const CxTexts *tags);
CxBlock *cx_compose_chip(CxComposer *composer, const CxTouchpoint *touchpoint);
CxBlock *cx_compose_bullets(CxComposer *composer, const CxItems *items);
CxBlock *cx_compose_metric(CxComposer *composer, const CxMetric *metric);
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
