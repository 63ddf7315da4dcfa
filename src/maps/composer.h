/* Private to maps: what goes through the composing of one sheet, and the parts that maps share. */
#ifndef CXMAP_MAPS_COMPOSER_H
#define CXMAP_MAPS_COMPOSER_H

#include "cxmap/maps.h"

typedef struct CxComposer {
  CxArena *arena;
  const CxModel *model;
  const CxMap *map;
  const CxTheme *theme;
  const char *lang; /* the map's */
  bool *is_cited;   /* of each evidence of the model; while composing, marks are its indices, see cx_sources_number */
  GHashTable *evidence_index;          /* evidence → its index; freed by whoever made the composer */
  CxSigns signs;                       /* shown so far, for the legend */
  CX_LIST(const CxPersona *) personas; /* that the map tells apart, in the order of their colours and outlines */
  size_t *scores;                      /* of each of them, how many its curve has; NULL where there are no curves */
} CxComposer;

/* ---- sheet.c: a composer's beginning and end ------------------------------------------------------------- */
void cx_composer_init(CxComposer *composer, CxArena *arena, const CxModel *model, const CxMap *map,
                      const CxTheme *theme);
void cx_composer_clear(CxComposer *composer);

typedef struct CxFact {
  CxPhrase name, value;
  double room; /* to write the value by hand: so wide; 0: it is there */
} CxFact;
typedef CX_LIST(CxFact) CxFacts;

/* The parts of a sheet that its kind makes; each may be missing. */
typedef struct CxSheetParts {
  CxPhrase overline;   /* the kind of map, and its state */
  CxPhrase subtitle;   /* of the definition; text NULL: the document's */
  CxPhrase date;       /* likewise */
  const CxText *owner; /* of the definition */
  CxFacts facts;       /* its own, before those of the document */
  CxBlock *opening;    /* under the title block, `opening_gap` below it; NULL: what the map's entry notes */
  double opening_gap;
  CxBlock *content;
  CxBlocks looser;  /* contents instead of it on paper that is too small; what cites is one block in all of them */
  CxBlock *legend;  /* under the content, over the sources; they stand `tail_gap` apart */
  double tail_gap;  /* 0: 10 */
  CxBlock *running; /* NULL: the title alone */
} CxSheetParts;

/* The bare sheet of a map, and the numbers of its sources once all its parts are there. */
CxSheet *cx_sheet_new(CxComposer *composer, const CxMap *map, CxPhrase overline);
void cx_sheet_number_sources(CxComposer *composer, const CxSheet *sheet);

/* The last step: adds the title block, the sources and the foot, puts the parts together, numbers the sources. */
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
CxText cx_text_of(const CxComposer *composer, CxPhrase phrase);           /* which cx_phrase makes the same phrase of */
CxPhrase cx_phrase_initials(const CxComposer *composer, CxPhrase name);

/* Adds " · " and a text to a line that is being put together; NULL adds nothing. */
void cx_join(CxComposer *composer, CxPhrase *line, const char *text);
bool cx_is_given(const CxText *text);

/* About how wide a text is in ems: characters of scripts that are set on squares count twice. */
double cx_phrase_ems(const CxPhrase *phrase);

/* ---- title.c ---------------------------------------------------------------------------------------------- */
void cx_fact_add(CxComposer *composer, CxFacts *facts, CxWordKey name, CxPhrase value);
CxBlock *cx_compose_logo(CxComposer *composer); /* the theme's; NULL where it has none */
CxBlock *cx_compose_title(CxComposer *composer, const CxMap *map, const CxSheetParts *parts);
CxBlock *cx_compose_footer(CxComposer *composer, CxPhrase title);
CxPhrase cx_document_date(CxComposer *composer);
/* What an entry of `maps` notes about its map; NULL where it notes nothing. */
CxBlock *cx_compose_note(CxComposer *composer, const CxMap *map);

/* ---- running.c -------------------------------------------------------------------------------------------- */

/* The head of further pages: title, personas in the order of their curves, and a numbered mark for each of the
 * content's parts, which are counted as CxBlock.part counts them. */
CxBlock *cx_compose_running(CxComposer *composer, CxPhrase title, const CxPersona *const *personas,
                            size_t persona_count, size_t part_count);

/* ---- sources.c ----------------------------------------------------------------------------------------------- */
void cx_cite(CxComposer *composer, CxBlock *text, const CxRefs *evidence); /* marks behind a text */
const char *cx_grouped(CxComposer *composer, double value);                /* thousands apart: 18 240 */
CxBlock *cx_compose_sources(CxComposer *composer);                         /* NULL where nothing was cited */
CxBlock *cx_compose_source_list(CxComposer *composer);                     /* the same without a heading */
CxPhrase cx_evidence_fact(CxComposer *composer); /* "14 interviews, 4 data sets"; text NULL where nothing was cited */
void cx_sources_number(CxComposer *composer, CxBlock *part); /* at last: indices become numbers */

/* ---- links.c ------------------------------------------------------------------------------------------------- */

/* Where a block leads that names a definition: to the map of the build that shows it so, as CxBlock.link has it. `kind`
 * NULL: to its first view, a persona's card, a journey's map. NULL where there is no such map, or this is it. */
const char *cx_link_to(const CxComposer *composer, const void *definition, const CxMapKind *kind);

/* ---- blank.c: maps to be filled by hand ------------------------------------------------------------------- */

/* In points of the sheet; 0: as its kind has it. */
typedef struct CxBlankCell {
  double width, height;
} CxBlankCell;

/* What each of a map's cells shall have at least, if all else is `fixed_height` high and `fixed_width` wide. */
CxBlankCell cx_blank_cell(const CxMap *map, size_t rows, double fixed_height, size_t columns, double fixed_width);
double cx_blank_scale(const CxMap *map);      /* how large type is printed at most, as a multiple of its own size */
CxFacts cx_blank_facts(CxComposer *composer); /* of a journey: whose it is, where, what for */

/* ---- people.c: whom the map tells apart ------------------------------------------------------------------ */
/* The place of a persona among them; it is added where it is new. */
size_t cx_series_of(CxComposer *composer, const CxPersona *persona);
CxPhrase cx_channel_name(const CxComposer *composer, const CxChannel *channel);
CxBlock *cx_compose_channel_icon(CxComposer *composer, const CxChannel *channel, double size, CxPaint paint);
CxBlock *cx_compose_portrait(CxComposer *composer, const CxPersona *persona, size_t series, double radius);

/* faces.c: of an emotion, filled where evidence backs it. */
CxBlock *cx_compose_face(CxComposer *composer, const CxEmotion *emotion, bool is_backed, double radius);

/* ---- legend.c: the signs that were shown; NULL where there are none -------------------------------------- */
CxBlock *cx_compose_legend(CxComposer *composer);

/* signs.c: the bolt of a point that hurts, in its disc. */
CxBlock *cx_compose_pain(CxComposer *composer);

/* The disc of an opportunity: CX_SIGN_STARTED, CX_SIGN_PLANNED or CX_SIGN_OPEN. */
CxBlock *cx_compose_disc(CxComposer *composer, CxSign sign, double radius);

typedef struct CxCardStyle {
  CxLook look;
  CxHue hue;
  const char *mark; /* icon before the text, or NULL */
  bool is_quote;    /* the mark stands for the typed quotation marks */
  size_t columns;   /* of the map that the card runs over; 0: one. Its picture stays as wide as one */
  CxFont font;      /* of the text; 0: an item's */
  bool is_node;     /* of a blueprint: with a least height, marks at its corner; a decision is a diamond */
} CxCardStyle;

/* signs.c: an item's mark as a sign; a wait point's pill with its time. The legend explains those that are shown. */
CxBlock *cx_compose_sign(CxComposer *composer, CxItemMark mark, double size, CxHue hue);
CxBlock *cx_compose_wait(CxComposer *composer, CxPhrase duration);
CxBlock *cx_compose_badge(CxComposer *composer, const CxItem *item); /* of a node; NULL where it has none */

CxBlock *cx_compose_card(CxComposer *composer, const CxItem *item, const CxCardStyle *style);
CxBlock *cx_compose_image(CxComposer *composer, const CxFile *file, size_t columns);
CxPhrase cx_phrase_status(const CxComposer *composer, const CxText *status); /* a known one in the map's language */
CxPhrase cx_phrase_solves(const CxComposer *composer, const CxItem *item);   /* text NULL where it solves nothing */
CxBlock *cx_compose_touchpoint_icon(CxComposer *composer, const CxTouchpoint *touchpoint, double size);
CxBlock *cx_compose_tags(CxComposer *composer, const CxTexts *tags);
CxBlock *cx_compose_chip(CxComposer *composer, const CxTouchpoint *touchpoint);
CxBlock *cx_compose_bullets(CxComposer *composer, const CxItems *items);

/* One of a list: its dot, or its icon or mark, and all that it says. */
typedef struct CxBulletStyle {
  CxPaint paint; /* of the dot */
  CxHue hue;
  bool is_large; /* type of running text instead of that of cards */
} CxBulletStyle;

CxBlock *cx_compose_bullet(CxComposer *composer, const CxItem *item, const CxBulletStyle *style);
CxBlock *cx_compose_metric(CxComposer *composer, const CxMetric *metric);

#endif
