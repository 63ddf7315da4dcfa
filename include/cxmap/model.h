/* model: the definitions as structs, ids as pointers, and the rules between them.
 *
 * Knows nothing of drawing. Its tables (one file a definition, in src/model) say which keys exist.
 */
#ifndef CXMAP_MODEL_H
#define CXMAP_MODEL_H

#include "cxmap/schema.h"

#define CX_LIMIT_COLUMNS 2000 /* stages and steps of one map */
#define CX_LIMIT_MAPS 500     /* entries of `maps` */

/* ---- Items: what stands on a sticky note ---------------------------------------------------------- */

typedef enum CxItemMark { CX_MARK_NONE, CX_MARK_FAIL, CX_MARK_WAIT, CX_MARK_DECISION, CX_MARK_IDEA } CxItemMark;
typedef enum CxArrowStyle { CX_ARROW_SOLID, CX_ARROW_DASHED, CX_ARROW_DOTTED } CxArrowStyle;

typedef struct CxArrow {
  CxObject object;
  CxRef to; /* an item of the same journey */
  CxText label;
  CxArrowStyle style;
  bool both; /* heads at both ends: an agreement */
} CxArrow;

typedef struct CxIconRef {
  const char *name; /* a built-in icon, or NULL. Whether there is one of that name is not checked here */
  CxFile file;
  CxSpan span;
} CxIconRef;

typedef struct CxItem {
  CxObject object;
  CxText text;
  CxText note, owner, status, duration;
  CxTexts tags;
  CxRefs evidence; /* CxEvidence */
  CxItemMark mark;
  const char *link;
  CxIconRef icon;
  CxFile image;
  CxNumber span; /* columns; not given: 1 */
  CX_LIST(CxArrow *) arrows;
  CxNumber impact, effort; /* opportunities: 1 … 5 */
} CxItem;

typedef CX_LIST(CxItem *) CxItems;

/* ---- Evidence, channels, touchpoints, segments ------------------------------------------------------ */

typedef enum CxEvidenceKind {
  CX_EVIDENCE_INTERVIEW = 1,
  CX_EVIDENCE_SURVEY,
  CX_EVIDENCE_ANALYTICS,
  CX_EVIDENCE_PURCHASE_HISTORY,
  CX_EVIDENCE_SERVICE_REQUEST,
  CX_EVIDENCE_REVIEW,
  CX_EVIDENCE_SOCIAL,
  CX_EVIDENCE_ANECDOTE,
  CX_EVIDENCE_OBSERVATION,
  CX_EVIDENCE_TEST,
  CX_EVIDENCE_OTHER,
} CxEvidenceKind;

typedef struct CxEvidence {
  CxObject object;
  CxEvidenceKind kind;
  CxText source, quote, owner;
  CxDate date;
  CxText period;
  CxNumber n;
  CxRef persona; /* CxPersona */
  const char *link;
} CxEvidence;

/* A built-in channel's icon has the channel's id. */
typedef struct CxChannel {
  CxObject object; /* id of a built-in one: "web" */
  CxText name;     /* not given: the built-in word */
  CxIconRef icon;
  bool is_builtin;
} CxChannel;

typedef struct CxMetric {
  CxObject object; /* id: the name as written */
  CxText name;
  CxText value, target; /* as written: "61 %", "+31" */
  CxText unit;
  int trend; /* -1 down, 0 flat, 1 up */
  bool has_trend;
  CxNumber n;
  CxText period;
  CxRefs evidence;
} CxMetric;

typedef CX_LIST(CxMetric *) CxMetrics;

typedef struct CxTouchpoint {
  CxObject object;
  CxText name;
  CxRef channel; /* CxChannel; not given: the channel `other` */
  CxText owner, description;
  CxIconRef icon;
  CxRefs evidence;
  CxMetrics metrics;
} CxTouchpoint;

typedef CX_LIST(CxTouchpoint *) CxTouchpoints;

typedef struct CxSegment {
  CxObject object;
  CxText name, description;
  CxText share;
  CxRefs personas; /* CxPersona */
} CxSegment;

/* ---- Personas ----------------------------------------------------------------------------------------- */

typedef enum CxPersonaKind { CX_PERSONA_TYPICAL, CX_PERSONA_ANTI } CxPersonaKind;
typedef enum CxAntiType { CX_ANTI_NONE, CX_ANTI_DETRACTOR, CX_ANTI_MISUSER } CxAntiType;

typedef struct CxPersona {
  CxObject object;
  CxText name;
  CxPersonaKind kind;
  CxAntiType type;
  CxText role;
  CxRef segment; /* CxSegment */
  CxFile photo;
  CxText headline, quote, about;
  CxNamedTexts demographics;
  CxNamedNumbers traits; /* 0 … 1 */
  CxItems goals, needs, expectations, motivations, pains, challenges, fears, gains;
  CxTexts brands;
  CxNamedNumbers channels; /* 0 … 5, by channel id */
  CxItems says, thinks, does, feels, sees, hears;
  CxItems triggers, tools, consequences, mitigations;
  CxNumber likelihood, severity;
  CxRefs evidence;
  CxText owner;
  CxDate date;
} CxPersona;

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

/* ---- Themes: what a document or a theme file says; cx_theme_make makes tokens of it -------------------------- */

/* In the order of cx_themes. */
typedef enum CxThemeBase {
  CX_THEME_NONE, /* the first */
  CX_THEME_LIGHT,
  CX_THEME_DARK,
  CX_THEME_PRINT,
  CX_THEME_WORKSHOP,
  CX_THEME_CONTRAST,
} CxThemeBase;

typedef enum CxDensity { CX_DENSITY_NONE, CX_DENSITY_COMPACT, CX_DENSITY_COMFORTABLE, CX_DENSITY_SPACIOUS } CxDensity;

/* The colours that a definition may set. What each of them changes is src/theme/derive.c's matter. */
typedef enum CxColourName {
  CX_COLOUR_PAPER,
  CX_COLOUR_INK,
  CX_COLOUR_MUTED,
  CX_COLOUR_HAIRLINE,
  CX_COLOUR_PRIMARY,
  CX_COLOUR_ACCENT,
  CX_COLOUR_WARNING,
  CX_COLOUR_POSITIVE,
  CX_COLOUR_NEGATIVE,
  CX_COLOUR_STAGE_1, /* eight of them, in a row */
  CX_COLOUR_STAGE_8 = CX_COLOUR_STAGE_1 + 7,
  CX_COLOUR_ACTION,
  CX_COLOUR_TOUCHPOINT,
  CX_COLOUR_THOUGHT,
  CX_COLOUR_PAIN,
  CX_COLOUR_GAIN,
  CX_COLOUR_OPPORTUNITY,
  CX_COLOUR_FRONTSTAGE,
  CX_COLOUR_BACKSTAGE,
  CX_COLOUR_SUPPORT,
  CX_COLOUR_METRIC,
  CX_COLOUR_EVIDENCE,
  CX_COLOUR_END,
} CxColourName;

typedef struct CxColourChoice {
  CxColourName name;
  CxColour colour;
  CxColourName same_as; /* instead of `colour`: that of this name in the base theme; CX_COLOUR_END: no */
  CxSpan span;          /* of the value */
} CxColourChoice;

typedef struct CxColours {
  CxObject object;
  CX_LIST(CxColourChoice) given;
} CxColours;

/* `theme:` as a built-in's name, a map, or a theme file's path (the file is read and stands here as its map would). */
typedef struct CxThemeChoice {
  CxObject object;
  CxThemeBase base;
  const char *font; /* a family; NULL: the base's */
  CxSpan font_span;
  CxFiles fonts;
  CxColours *colours; /* NULL: none */
  CxFile logo;
  CxNumber radius; /* points */
  CxDensity density;
} CxThemeChoice;

/* The key of a colour: "primary". */
const char *cx_colour_name(CxColourName name);

/* What has a dot or a slash is the path of a theme file, anything else a built-in's name. */
bool cx_is_theme_path(const char *text);

/* The theme that `text` stands for on a command line: a built-in's name, or the path of a theme file, which must lie
 * inside the root. NULL, with a problem reported, where it cannot be read. */
const CxThemeChoice *cx_theme_choice_read(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics,
                                          const char *text);

/* ---- Maps: an entry of `maps` -------------------------------------------------------------------------------- */

typedef struct CxMapEntry {
  CxObject object;  /* id: NULL where not given */
  CxRef journey;    /* what is drawn; the sections to come have refs of their own */
  const char *view; /* "journey", "blueprint" …; NULL: the first. Which there are is not checked here */
  CxSpan view_span;
  CxText title, subtitle, note;
  const char *lang;           /* NULL: the document's */
  CxPaper paper;              /* name NULL: not given */
  const CxThemeChoice *theme; /* NULL: the document's */
  CxRefs personas;            /* empty: all. Each takes part in the journey */
  CxLaneChoices lanes;        /* empty: the journey's */
} CxMapEntry;

/* ---- The document ---------------------------------------------------------------------------------------- */

typedef struct CxModel {
  CxObject object;
  const char *stem; /* of the file's name, a legal id: id of the short form */
  CxText title;     /* always given: the stem where the file has none */
  CxText subtitle, author, version;
  CxText date_text; /* as written */
  CxDate date;      /* where that is a date */
  const char *lang; /* never NULL after cx_model_read */
  CxEmotionScale scale;
  CX_LIST(CxSegment *) segments;
  CX_LIST(CxPersona *) personas;
  CX_LIST(CxTouchpoint *) touchpoints;
  bool has_touchpoints;          /* the document has the section */
  CX_LIST(CxChannel *) channels; /* own ones and then the built-in ones */
  CX_LIST(CxEvidence *) evidence;
  CX_LIST(CxJourney *) journeys;
  const CxThemeChoice *theme; /* NULL: none */
  CX_LIST(CxMapEntry *) maps; /* empty: the natural ones */
  CxFiles images;           /* every image that is named anywhere, as they were read, for whoever can look into them */
  CX_LIST(CxIconRef) icons; /* every built-in icon that is named */
} CxModel;

/* Decodes a document, resolves ids, checks the rules. `source` names the file (its stem). Never NULL; what could be
 * read is there, and problems are in `diagnostics`. */
CxModel *cx_model_read(CxArena *arena, const CxNode *document, const CxSource *source, const CxRoot *root,
                       CxDiagnostics *diagnostics);

/* The table of the top level, from which all others can be reached. */
extern const CxTable cx_table_document;

/* Where a score stands between the scale's ends: 0 … 1. */
double cx_scale_share(const CxEmotionScale *scale, double score);

/* A score's level on the five built-in ones, -2 … 2: the nearest of equal parts of the range. */
int cx_scale_level(const CxEmotionScale *scale, double score);

/* --emit=model: written by walking the tables, so that every key is there. */
void cx_model_write_json(const CxModel *model, CxJson *json);

/* The language most likely meant by the scripts of texts: ko, ja, zh-Hans, zh-Hant, ar, he, th, ru or en. */
const char *cx_language_guess(const char *const *texts, size_t count);

#endif
