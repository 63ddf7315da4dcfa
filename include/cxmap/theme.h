/* theme: tokens: type scale, spacing, looks, colours, icons. What a theme definition says becomes numbers here.
 *
 * Layout reads the sizes, the scene reads the colours; both ask by token, never by value. Knows nothing of maps.
 * The values are those of docs/design tokens (docs/ARCHITECTURE.md, "Look").
 */
#ifndef CXMAP_THEME_H
#define CXMAP_THEME_H

#include "cxmap/base.h"

/* ---- Type --------------------------------------------------------------------------------------------- */

typedef enum CxFont {
  CX_FONT_DISPLAY,
  CX_FONT_FIGURE,
  CX_FONT_CELL, /* 30 bold: the score in a hexagon */
  CX_FONT_TITLE,
  CX_FONT_LEAD, /* 17 bold: what an anti-persona is after */
  CX_FONT_NAME,
  CX_FONT_QUOTE,
  CX_FONT_BOX,
  CX_FONT_THEME,
  CX_FONT_STAGE,
  CX_FONT_STAGE_NUMBER,
  CX_FONT_METRIC,     /* 12 bold: the value of a metric, the title of a quadrant */
  CX_FONT_LENS_NAME,  /* 11 bold */
  CX_FONT_LENS_QUOTE, /* 9.5 italic */
  CX_FONT_LANE,
  CX_FONT_BODY,
  CX_FONT_BODY_STRONG,
  CX_FONT_CAUSE, /* 9.5: causes, problems, countermeasures of 5 whys */
  CX_FONT_CAUSE_STRONG,
  CX_FONT_SAYING, /* 12.5: what a statistic says */
  CX_FONT_ANSWER, /* 9.5: what was said in an interview */
  CX_FONT_ITEM,
  CX_FONT_STEP, /* item, bold */
  CX_FONT_NOTE,
  CX_FONT_NOTE_STRONG,
  CX_FONT_CAPTION,
  CX_FONT_CAPTION_STRONG,
  CX_FONT_OVERLINE, /* caption, bold, tracked in Latin scripts */
  CX_FONT_META,
  CX_FONT_HEADING,    /* meta, tracked in Latin scripts: over a fact of the lens */
  CX_FONT_META_PLAIN, /* meta, regular: name and target of a metric */
  CX_FONT_FOOTER,
  CX_FONT_MARK,     /* number in an evidence disc */
  CX_FONT_INITIALS, /* on a persona's disc of radius 20 */
  CX_FONT_END,
} CxFont;

typedef struct CxFontStyle {
  double size; /* points */
  bool is_bold, is_italic;
  double line;      /* line height of Latin, Greek, Cyrillic text */
  double line_tall; /* of all other scripts */
  double tracking;  /* points between letters, in Latin scripts only */
} CxFontStyle;

/* ---- Colour --------------------------------------------------------------------------------------------- */

/* What a thing means; it has a fill, a stroke, a mark … of its own in each theme. */
typedef enum CxHue {
  CX_HUE_NONE,
  CX_HUE_ACTION,
  CX_HUE_GOAL,
  CX_HUE_TOUCHPOINT,
  CX_HUE_THOUGHT,
  CX_HUE_PAIN,
  CX_HUE_GAIN,
  CX_HUE_OPPORTUNITY,
  CX_HUE_QUESTION,
  CX_HUE_FRONTSTAGE,
  CX_HUE_BACKSTAGE,
  CX_HUE_SUPPORT,
  CX_HUE_METRIC,
  CX_HUE_EVIDENCE,
  CX_HUE_PHYSICAL,
  CX_HUE_STAGE_1, /* ten of them, in a row */
  CX_HUE_STAGE_10 = CX_HUE_STAGE_1 + 9,
  CX_HUE_CURVE_1, /* five of them: a persona's curve and disc */
  CX_HUE_CURVE_5 = CX_HUE_CURVE_1 + 4,
  CX_HUE_LEVEL_1, /* five emotion levels, from the lowest (-2) to the highest (+2) */
  CX_HUE_LEVEL_5 = CX_HUE_LEVEL_1 + 4,
  CX_HUE_SCORE, /* of a facet of quality; one that is low; the one in the middle */
  CX_HUE_SCORE_LOW,
  CX_HUE_SCORE_CORE,
  CX_HUE_END,
} CxHue;

CxHue cx_hue_stage(size_t index); /* from 0; starts again after ten */
CxHue cx_hue_curve(size_t index); /* from 0; starts again after five */
CxHue cx_hue_level(int level);    /* -2 … 2 */

/* Which colour: one of the ground, or one of a hue's. */
typedef enum CxPaint {
  CX_PAINT_NONE,
  CX_PAINT_PAPER,
  CX_PAINT_PANEL,
  CX_PAINT_LABEL,
  CX_PAINT_LABEL_TEXT,
  CX_PAINT_LABEL_MARK, /* icons and ticks on lane labels */
  CX_PAINT_INK,
  CX_PAINT_MUTED,
  CX_PAINT_FAINT,
  CX_PAINT_HAIR,
  CX_PAINT_GRID,  /* hairlines between lanes, and between columns where those have no wash */
  CX_PAINT_TRACK, /* the empty part of meters and bars */
  CX_PAINT_RULE,
  CX_PAINT_STRONG,
  CX_PAINT_ACCENT,
  CX_PAINT_ACCENT_TINT,
  CX_PAINT_ON_ACCENT,
  CX_PAINT_WARN,
  CX_PAINT_WARN_TINT,
  CX_PAINT_WARN_MID,
  CX_PAINT_WARN_HAIR, /* hairlines on the tint of warnings */
  CX_PAINT_ON_WARN,
  CX_PAINT_STAR,
  CX_PAINT_STAR_ON_TINT,
  CX_PAINT_CARD_TEXT,
  CX_PAINT_SHADE,    /* the flat shadow of notes */
  CX_PAINT_BAND_UP2, /* emotion bands: above +1 */
  CX_PAINT_BAND_UP1, /* 0 to +1 */
  CX_PAINT_BAND_DOWN1,
  CX_PAINT_BAND_DOWN2,
  CX_PAINT_BAND_HATCH, /* on the lowest band, where the theme has a pattern there */
  CX_PAINT_GROUND_END,
  /* Of the hue that goes with it. Cards: fill, stroke, mark, fold. Stages: wash, tint, mid, deep (text on the wash and
   * on paper), text on the tint. Curves: mark. Levels: mark (the face), deep (the label's text), tint. Scores:
   * tint, mid, deep (text on the tint and on paper). */
  CX_PAINT_WASH = CX_PAINT_GROUND_END,
  CX_PAINT_TINT,
  CX_PAINT_MID,
  CX_PAINT_DEEP,
  CX_PAINT_FILL,
  CX_PAINT_STROKE,
  CX_PAINT_MARK,
  CX_PAINT_ON_TINT,
  CX_PAINT_FOLD, /* a note's folded corner; none: it is not folded */
  CX_PAINT_END,
} CxPaint;

/* ---- Space and looks --------------------------------------------------------------------------------------- */

typedef enum CxSpace { CX_S0, CX_S1, CX_S2, CX_S3, CX_S4, CX_S5, CX_S6, CX_S7, CX_SPACE_END } CxSpace;

/* How a block's ground is drawn and how far its content stays from the edge. */
typedef enum CxLook {
  CX_LOOK_NONE,
  CX_LOOK_CARD,     /* card of an item, in its hue */
  CX_LOOK_PLAIN,    /* the padding of a card without its ground: goals */
  CX_LOOK_CHIP,     /* pill with an icon */
  CX_LOOK_PILL,     /* small tag */
  CX_LOOK_TILE,     /* metric */
  CX_LOOK_PANEL,    /* lens strip, quiet box */
  CX_LOOK_LABEL,    /* lane label */
  CX_LOOK_CHEVRON,  /* stage header, in its hue's tint; the nose points forward */
  CX_LOOK_WASH,     /* column ground, in its hue's wash */
  CX_LOOK_DISC,     /* evidence number */
  CX_LOOK_FAIL,     /* fail point: the octagon behind its F */
  CX_LOOK_WAIT,     /* wait point: the disc behind its W */
  CX_LOOK_TIME,     /* wait point: the pill round disc and duration */
  CX_LOOK_IDEA,     /* idea: the disc behind its bulb */
  CX_LOOK_DECISION, /* an item that is a decision: a diamond */
  CX_LOOK_HERE,     /* a stage in the running head, in its hue's deep tone: it is on the page */
  CX_LOOK_ELSEWHERE,
  CX_LOOK_STEP,    /* step name: padding only */
  CX_LOOK_HEAD,    /* label of a header row: stands under the lane labels' text; padding only */
  CX_LOOK_BOX,     /* of a canvas, in its hue */
  CX_LOOK_COMMENT, /* words beside a point of the emotion curve */
  CX_LOOK_SIDE,    /* panel at a page's start, up to the page's edges */
  CX_LOOK_SIDE_WARN,
  CX_LOOK_SEGMENT, /* pill: what a persona is one of */
  CX_LOOK_PROTO,   /* the same, of a persona without evidence */
  CX_LOOK_TAG,     /* a name in a small box */
  CX_LOOK_PHOTO,
  CX_LOOK_STOP, /* octagon with an anti-persona's initials */
  CX_LOOK_STOP_INNER,
  CX_LOOK_BAND,        /* box of an empathy map over its head */
  CX_LOOK_BAND_WARN,   /* the same of an anti-persona */
  CX_LOOK_QUADRANT,    /* box in its hue's wash */
  CX_LOOK_OUTLINE,     /* box with its hue's outline alone */
  CX_LOOK_RING,        /* round a person's disc, so that it stands clear of what is behind it */
  CX_LOOK_PERSON,      /* that disc */
  CX_LOOK_PERSON_WARN, /* the same of an anti-persona */
  CX_LOOK_VOICE,       /* something said in an interview */
  CX_LOOK_COUNTED,     /* an answer with how often it was given */
  CX_LOOK_CLOSING,     /* a question that closes an interview */
  CX_LOOK_FRAME,       /* room for a picture, on sheets that are filled in by hand */
  /* Steps of a flow, in the shapes of ISO 5807. */
  CX_LOOK_NODE_START,
  CX_LOOK_NODE_END,
  CX_LOOK_NODE_STEP,
  CX_LOOK_NODE_DECISION,
  CX_LOOK_NODE_INPUT,
  CX_LOOK_NODE_SCREEN,
  CX_LOOK_NODE_DOCUMENT,
  CX_LOOK_NODE_DATA,
  CX_LOOK_NODE_SUBFLOW,
  CX_LOOK_NODE_WAIT,
  CX_LOOK_NODE_NOTE,
  CX_LOOK_NODE_PAIN, /* the disc of its bolt */
  CX_LOOK_FLOW_LANE, /* lane of a flow, in its hue's wash */
  CX_LOOK_FLOW_LABEL,
  CX_LOOK_PROBLEM, /* 5 whys */
  CX_LOOK_CAUSE,
  CX_LOOK_ROOT,
  CX_LOOK_OPEN,    /* a cause that nobody asked further about */
  CX_LOOK_MEASURE, /* a countermeasure */
  CX_LOOK_END,
} CxLook;

typedef enum CxShape {
  CX_SHAPE_RECT,
  CX_SHAPE_PILL,
  CX_SHAPE_CHEVRON,
  CX_SHAPE_DIAMOND,
  CX_SHAPE_OCTAGON,
  CX_SHAPE_SLANTED, /* a parallelogram */
  CX_SHAPE_SCREEN,  /* pointed at its start, round at its end */
  CX_SHAPE_WAVE,    /* a sheet of paper */
  CX_SHAPE_DRUM,
  CX_SHAPE_DOUBLE,  /* with a second line at both sides */
  CX_SHAPE_POINTED, /* at its end */
  CX_SHAPE_DOGEAR,  /* the far upper corner is folded */
} CxShape;

/* A dash pattern; count 0: solid. */
typedef struct CxDash {
  double lengths[4];
  int count;
  bool has_round_caps;
} CxDash;

typedef struct CxLookStyle {
  CxInsets padding;
  CxShape shape;
  double radius;
  double min_height;
  double depth; /* how far a shape's own edges come in: slant, tip, wave, rim, second line, ear */
  CxPaint fill, stroke;
  double stroke_width;
  CxDash dash;     /* of the stroke */
  CxPaint divider; /* washes: a line in the gap after each but the last; none: no line */
  double fold;     /* notes: the far lower corner is folded so far, in hues that have a paint for it */
  CxPoint shade;   /* notes: a flat shadow, so far forward and down; the padding holds it too */
  double hatch;    /* height of a band of stripes across its top, in the colour of warnings; 0: none */
} CxLookStyle;

/* Lines that mean something. */
typedef enum CxStrokeName {
  CX_STROKE_HAIR,        /* between the rows of a table */
  CX_STROKE_WARN_HAIR,   /* the same on the tint of warnings */
  CX_STROKE_RULE,        /* between parts of a map; to write on */
  CX_STROKE_HEAVY,       /* over a big number */
  CX_STROKE_INTERACTION, /* the three lines of a blueprint */
  CX_STROKE_VISIBILITY,
  CX_STROKE_INTERNAL,
  CX_STROKE_EDGE, /* arrows */
  CX_STROKE_EDGE_QUIET,
  CX_STROKE_EDGE_DASHED,
  CX_STROKE_EDGE_DOTTED,
  CX_STROKE_LEADER,  /* from a note to what it speaks of */
  CX_STROKE_MEASURE, /* from a root cause to its countermeasure */
  CX_STROKE_END,
} CxStrokeName;

typedef struct CxStrokeStyle {
  CxPaint paint;
  double width;
  CxDash dash;
  CxHue hue; /* of the paint */
} CxStrokeStyle;

/* A pattern says without colour what a colour says elsewhere. */
typedef enum CxPatternKind { CX_PATTERN_NONE, CX_PATTERN_SOLID, CX_PATTERN_HATCH, CX_PATTERN_DOTS } CxPatternKind;

typedef struct CxPattern {
  CxPatternKind kind;
  double width; /* of a card's band */
  double size;  /* width of a hatch's lines; radius of dots */
  double step;  /* from one line or dot to the next */
  double edge;  /* of a card's band: width of the line at its inner side; 0: none */
} CxPattern;

/* Sizes that repeat, by name: see the table in src/theme/light.c. Points. */
typedef struct CxSizes {
  double margin, title_gap, footer;
  double column_min, column_best, column_wide; /* a step's column: never under, at best from … to */
  double label_column, label_column_tall, label_gap, stage_gap;
  double cell_inset, lane_pad, lane_gap;
  double chevron_nose, step_row;
  double mark_icon, mark_indent, chip_icon, lane_icon, lane_icon_gap;
  double evidence_radius, evidence_rise, evidence_gap, evidence_step; /* rise: centre over the baseline, × size */
  double star_radius;
  double disc_radius, face_radius, face_halo, face_step, legend_face_radius;
  double level_step, level_above, level_below; /* emotion lane */
  double curve_width, curve_under, comment_gap, comment_inset;
  double hair, neutral, dotted, icon_stroke, icon_stroke_small;
  double band_indent;             /* by which the text of a card with a band stands further in */
  double logo_height, logo_width; /* the most it takes in the title block */
  double meter_height, meter_target, meter_target_width;
  double blueprint_column_min, blueprint_column_best, blueprint_column_wide, blueprint_label_gap;
  double blueprint_inset, blueprint_card, divider_row;   /* inset of cards in a column; height of a card at least */
  double badge, badge_room;                              /* height of a mark at a corner; what stays free over it */
  double edge_corner, edge_head, edge_clear, edge_track; /* radius; length and width; distances, see route.h */
  double decision_width, decision_height;
  double node_width, node_wide, node_height; /* of a flow's step: at least, before it grows in height, at least */
  double node_end;                           /* height of a start or an end */
  double node_icon, node_face, node_mark;    /* icon before the text; radius of a face, of a bolt's disc at a corner */
  double band_label, band_gap, band_height;  /* lanes of a flow: width of labels, from one to the next, with one node */
  double layer_gap, node_gap, node_track;    /* from column to column, from node to node, of parallel edges */
  double flow_corner;                        /* of edges in flows and whys */
  double cause_width, cause_wide;            /* columns of 5 whys: usually, with much text */
  double cause_narrow, cause_least;          /* with over six levels; on paper that has no room for more */
  double cause_gap, leaf_gap;                /* from column to column, from leaf to leaf */
  double page_ratio;                         /* width : height a page that is free takes */
} CxSizes;

/* A picture at the end of the title block. */
typedef struct CxLogo {
  const char *path; /* NULL: none */
  const char *name; /* as written */
  double ratio;     /* width to height; 0: cannot be drawn */
} CxLogo;

typedef struct CxTheme {
  const char *name;
  const char *family; /* the first font family */
  CxFontStyle fonts[CX_FONT_END];
  double spaces[CX_SPACE_END];
  CxLookStyle looks[CX_LOOK_END];
  CxStrokeStyle strokes[CX_STROKE_END];
  CxSizes sizes;
  CxColour ground[CX_PAINT_GROUND_END];
  CxColour hues[CX_HUE_END][CX_PAINT_END - CX_PAINT_GROUND_END];
  CxPattern bands[CX_HUE_END]; /* at the start edge of cards, in the hue's mark */
  CxPattern low_pattern;       /* of the emotion lane's lowest band */
  CxLogo logo;
  double text_contrast; /* the least ratio of text to its ground */
} CxTheme;

const CxTheme *cx_theme_find(const char *name); /* NULL where there is none of that name */
const CxTheme *const *cx_themes(size_t *count); /* the built-in ones, in the order of CxThemeBase */

/* The theme that a definition asks for (NULL: the first), made in the arena where it is not a built-in one. What its
 * logo looks like is not known here, so its ratio is given. */
struct CxThemeChoice;
const CxTheme *cx_theme_make(CxArena *arena, const struct CxThemeChoice *choice, double logo_ratio);

/* Warns of own colours with which something cannot be read well, at the colour, with the nearest that would do. */
struct CxDiagnostics;
void cx_theme_check(CxArena *arena, const struct CxThemeChoice *choice, struct CxDiagnostics *diagnostics);

CxColour cx_theme_colour(const CxTheme *theme, CxPaint paint, CxHue hue);

/* WCAG 2.2 contrast ratio, 1 … 21. */
double cx_colour_contrast(CxColour a, CxColour b);

/* A text or a mark on the ground it stands on. */
typedef struct CxContrast {
  CxPaint front, back;
  CxHue hue;        /* of the paints that are a hue's */
  const char *what; /* "names of stages" */
  double ratio, needed;
} CxContrast;

typedef CX_LIST(CxContrast) CxPairs;

/* Adds all pairs that maps use. */
void cx_theme_pairs(CxArena *arena, const CxTheme *theme, CxPairs *pairs);

/* Where the baseline stands under the top of a line box, so that text looks centred in it:
 * line / 2 + 0.365 × size (0.375 for tall scripts). */
double cx_font_baseline(const CxFontStyle *font, bool is_tall);

const CxDash *cx_curve_dash(size_t series); /* of a persona's curve */

/* ---- Shapes of nodes ----------------------------------------------------------------------------------------- */

/* The outline of a look's shape in a rectangle, and the lines within it: the second sides, the rim of a drum, the ear.
 * `forward` is 1, or -1 where the map is mirrored. Chevrons and octagons have none. */
void cx_shape_paths(CxArena *arena, const CxLookStyle *style, CxRect rect, double forward, CxPath *outline,
                    CxPath *inner);

/* ---- Icons --------------------------------------------------------------------------------------------------- */

/* Drawn on a grid of 24 x 24 units: `stroked` paths with sizes.icon_stroke, `filled` ones without a stroke; absolute
 * M L C Z data for cx_path_parse, either may be NULL. */
typedef struct CxIcon {
  const char *name;
  const char *stroked, *filled;
} CxIcon;

const CxIcon *cx_icon_find(const char *name); /* channels and lane icons alike; NULL where there is none */
const CxIcon *cx_icons(size_t *count);        /* sorted by name */

/* The outline of a persona's faces and disc. */
typedef enum CxOutline {
  CX_OUTLINE_CIRCLE,
  CX_OUTLINE_SQUARE,
  CX_OUTLINE_HEXAGON,
  CX_OUTLINE_DIAMOND,
  CX_OUTLINE_PENTAGON,
} CxOutline;

/* Colours start again after five personas; outlines and dashes are then paired with them anew, so that 25 can be told
 * apart. */
CxOutline cx_curve_outline(size_t series);
void cx_outline_path(CxArena *arena, CxPath *path, CxOutline outline, CxPoint centre, double radius);
double cx_outline_extent(CxOutline outline); /* how far it reaches from its centre, in radii */

/* Faces: the five levels and the seven emotions. */
typedef enum CxFace {
  CX_FACE_ANGRY_LEVEL, /* -2 … */
  CX_FACE_FRUSTRATED,
  CX_FACE_NEUTRAL,
  CX_FACE_HAPPY,
  CX_FACE_DELIGHTED, /* … +2 */
  CX_FACE_JOY,
  CX_FACE_ANGER,
  CX_FACE_SORROW,
  CX_FACE_PLEASURE,
  CX_FACE_ANNOYANCE,
  CX_FACE_FEAR,
  CX_FACE_SURPRISE,
} CxFace;

/* The features without the outline: `stroked` with cx_face_stroke(radius), round caps; `filled` without a stroke. */
void cx_face_paths(CxArena *arena, CxFace face, CxPoint centre, double radius, CxPath *stroked, CxPath *filled);
double cx_face_stroke(double radius);

#endif
