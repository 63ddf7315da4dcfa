/* The legend of a map: only the signs that are on it. One row a sign; personas' curves come in between. */
#include "composer.h"

/* Gives its text. */
static CxBlock *add_entry(CxComposer *composer, CxBlock *legend, CxSigns sign, CxBlock *picture, CxPhrase words) {
  CxArena *arena = composer->arena;
  CxBlock *entry = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  entry->signs = sign;
  entry->gap = 6;
  entry->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, entry, picture);
  cx_block_add(arena, legend, entry);
  return cx_block_add(arena, entry, cx_block_text(arena, "item", words, CX_FONT_CAPTION, CX_PAINT_MUTED));
}

static CxBlock *compose_star(CxComposer *composer) {
  return cx_block_icon(composer->arena, "star", 15, CX_PAINT_STAR, CX_HUE_NONE);
}

static CxBlock *compose_face(CxComposer *composer, bool is_filled) {
  CxBlock *face = cx_block_new(composer->arena, CX_BLOCK_FACE, "face");
  face->size = composer->theme->sizes.legend_face_radius;
  face->level = 1;
  face->face = CX_FACE_HAPPY;
  face->is_filled = is_filled;
  return face;
}

static CxBlock *compose_filled_face(CxComposer *composer) {
  return compose_face(composer, true);
}

static CxBlock *compose_hollow_face(CxComposer *composer) {
  return compose_face(composer, false);
}

static CxBlock *compose_number(CxComposer *composer) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  disc->look = CX_LOOK_DISC;
  disc->hue = CX_HUE_EVIDENCE;
  disc->align = CX_ALIGN_CENTRE;
  CxBlock *letter =
      cx_block_text(composer->arena, "number", (CxPhrase){.text = "n", .lang = "en"}, CX_FONT_MARK, CX_PAINT_MARK);
  letter->hue = CX_HUE_EVIDENCE;
  letter->align = CX_ALIGN_CENTRE;
  letter->grow = 1;
  disc->min_width = 2 * composer->theme->sizes.evidence_radius;
  cx_block_add(composer->arena, disc, letter);
  return disc;
}

CxBlock *cx_compose_disc(CxComposer *composer, CxSign sign, double radius) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_DISC, NULL);
  disc->size = radius;
  disc->paint = CX_PAINT_STRONG;
  disc->is_filled = sign == CX_SIGN_STARTED;
  disc->is_dashed = sign == CX_SIGN_OPEN;
  cx_show(composer, disc, CX_SIGNS(sign));
  return disc;
}

static CxBlock *compose_started(CxComposer *composer) {
  return cx_compose_disc(composer, CX_SIGN_STARTED, 7);
}

static CxBlock *compose_planned(CxComposer *composer) {
  return cx_compose_disc(composer, CX_SIGN_PLANNED, 7);
}

static CxBlock *compose_open(CxComposer *composer) {
  return cx_compose_disc(composer, CX_SIGN_OPEN, 7);
}

static CxBlock *compose_meter(CxComposer *composer) {
  CxBlock *meter = cx_block_new(composer->arena, CX_BLOCK_METER, "meter");
  meter->hue = CX_HUE_METRIC;
  meter->size = 26;
  meter->value = 0.5;
  meter->target = 0.75;
  return meter;
}

static CxBlock *compose_fail(CxComposer *composer) {
  return cx_compose_sign(composer, CX_MARK_FAIL, 15, CX_HUE_NONE);
}

static CxBlock *compose_wait(CxComposer *composer) {
  return cx_compose_sign(composer, CX_MARK_WAIT, 13, CX_HUE_NONE);
}

static CxBlock *compose_idea(CxComposer *composer) {
  return cx_compose_sign(composer, CX_MARK_IDEA, 13, CX_HUE_OPPORTUNITY);
}

static CxBlock *compose_arrow(CxComposer *composer, CxStrokeName stroke, bool is_both) {
  CxBlock *arrow = cx_block_new(composer->arena, CX_BLOCK_ARROW, "sample");
  arrow->size = 26;
  arrow->stroke = stroke;
  arrow->is_both = is_both;
  return arrow;
}

static CxBlock *compose_depends(CxComposer *composer) {
  return compose_arrow(composer, CX_STROKE_EDGE, false);
}

static CxBlock *compose_agreed(CxComposer *composer) {
  return compose_arrow(composer, CX_STROKE_EDGE, true);
}

static CxBlock *compose_informs(CxComposer *composer) {
  return compose_arrow(composer, CX_STROKE_EDGE_DASHED, false);
}

static CxBlock *compose_dotted(CxComposer *composer) {
  return compose_arrow(composer, CX_STROKE_EDGE_DOTTED, false);
}

static CxBlock *compose_decision(CxComposer *composer) {
  CxBlock *diamond = cx_block_new(composer->arena, CX_BLOCK_STACK, NULL);
  diamond->look = CX_LOOK_DECISION;
  diamond->hue = CX_HUE_FRONTSTAGE;
  diamond->min_width = 22;
  diamond->min_height = 14;
  return diamond;
}

static CxBlock *compose_dot(CxComposer *composer) {
  CxBlock *dot = cx_block_new(composer->arena, CX_BLOCK_DISC, NULL);
  dot->size = 3.7;
  dot->paint = CX_PAINT_ACCENT;
  dot->is_filled = true;
  return dot;
}

/* The shape of a step, in small. */
static CxBlock *compose_shape(CxComposer *composer, CxSign sign) {
  CxBlock *shape = cx_stack_new(composer);
  const CxLook look = (CxLook)(CX_LOOK_NODE_START + (int)sign - (int)CX_SIGN_NODE);
  shape->look = look;
  shape->hue = look == CX_LOOK_NODE_NOTE ? CX_HUE_OPPORTUNITY : CX_HUE_NONE;
  shape->is_sample = true;
  shape->min_width = 24;
  shape->min_height = look == CX_LOOK_NODE_DECISION ? 14 : 12;
  return shape;
}

static CxBlock *compose_goes_on(CxComposer *composer) {
  CxBlock *disc = cx_block_new(composer->arena, CX_BLOCK_DISC, NULL);
  disc->size = 7;
  disc->paint = CX_PAINT_ACCENT;
  disc->phrase = (CxPhrase){.text = "n", .lang = "en"};
  disc->font = CX_FONT_META;
  return disc;
}

/* `compose` NULL: the shape of a step. */
typedef struct Entry {
  CxSign sign;
  CxBlock *(*compose)(CxComposer *composer);
  CxWordKey words;
} Entry;

/* Before the personas, and behind them. */
static const Entry of_points[] = {
    {CX_SIGN_STAR, compose_star, CX_WORD_MOMENT_OF_TRUTH},
    {CX_SIGN_BACKED, compose_filled_face, CX_WORD_BACKED},
    {CX_SIGN_FELT, compose_filled_face, CX_WORD_EMPATHY_FELT},
    {CX_SIGN_ASSUMED, compose_hollow_face, CX_WORD_ASSUMPTION},
};

static const Entry of_rest[] = {
    {CX_SIGN_DEPENDS, compose_depends, CX_WORD_ARROW_DEPENDS},
    {CX_SIGN_AGREED, compose_agreed, CX_WORD_ARROW_AGREED},
    {CX_SIGN_INFORMS, compose_informs, CX_WORD_ARROW_INFORMS},
    {CX_SIGN_DOTTED, compose_dotted, CX_WORD_ARROW_DOTTED},
    {CX_SIGN_FAIL, compose_fail, CX_WORD_MARK_FAIL},
    {CX_SIGN_WAIT, compose_wait, CX_WORD_WAIT_LEGEND},
    {CX_SIGN_DECISION, compose_decision, CX_WORD_MARK_DECISION},
    {CX_SIGN_IDEA, compose_idea, CX_WORD_MARK_IDEA},
    {CX_SIGN_NODE + 0, NULL, CX_WORD_STEP_START},
    {CX_SIGN_NODE + 1, NULL, CX_WORD_STEP_END},
    {CX_SIGN_NODE + 2, NULL, CX_WORD_STEP_PROCESS},
    {CX_SIGN_NODE + 3, NULL, CX_WORD_STEP_DECISION},
    {CX_SIGN_NODE + 4, NULL, CX_WORD_STEP_INPUT},
    {CX_SIGN_NODE + 5, NULL, CX_WORD_STEP_SCREEN},
    {CX_SIGN_NODE + 6, NULL, CX_WORD_STEP_DOCUMENT},
    {CX_SIGN_NODE + 7, NULL, CX_WORD_STEP_DATA},
    {CX_SIGN_NODE + 8, NULL, CX_WORD_STEP_SUBFLOW},
    {CX_SIGN_NODE + 9, NULL, CX_WORD_STEP_WAIT},
    {CX_SIGN_NODE + 10, NULL, CX_WORD_STEP_NOTE},
    {CX_SIGN_PAIN, cx_compose_pain, CX_WORD_PAIN_POINT},
    {CX_SIGN_GOES_ON, compose_goes_on, CX_WORD_GOES_ON},
    {CX_SIGN_SOURCE, compose_number, CX_WORD_SOURCE_NUMBER},
    {CX_SIGN_TARGET, compose_meter, CX_WORD_TARGET_LEGEND},
    {CX_SIGN_STARTED, compose_started, CX_WORD_STARTED},
    {CX_SIGN_PLANNED, compose_planned, CX_WORD_STATUS_PLANNED},
    {CX_SIGN_OPEN, compose_open, CX_WORD_NOT_PLANNED},
    {CX_SIGN_HUNDREDTH, compose_dot, CX_WORD_ONE_IN_A_HUNDRED},
};

static void add_entries(CxComposer *composer, CxBlock *legend, const Entry *entries, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const CxSigns sign = CX_SIGNS(entries[i].sign);
    if ((composer->signs & sign) == 0) continue;
    CxBlock *picture =
        entries[i].compose != NULL ? entries[i].compose(composer) : compose_shape(composer, entries[i].sign);
    add_entry(composer, legend, sign, picture, cx_phrase_word(composer, entries[i].words));
  }
}

static void add_personas(CxComposer *composer, CxBlock *legend) {
  for (size_t i = 0; i < composer->personas.count && composer->personas.count > 1; i++) {
    if ((composer->signs & cx_sign_series(i)) == 0) continue;
    CxBlock *sample = cx_block_new(composer->arena, CX_BLOCK_SAMPLE, "sample");
    const bool is_point = composer->scores != NULL && composer->scores[i] < 2; /* has no line */
    sample->size = is_point ? 18 : 34;
    sample->series = i;
    const CxPersona *persona = composer->personas.items[i];
    add_entry(composer, legend, cx_sign_series(i), sample, cx_phrase(composer, &persona->name))->link =
        cx_link_to(composer, persona, NULL);
  }
}

CxBlock *cx_compose_legend(CxComposer *composer) {
  CxBlock *legend = cx_block_new(composer->arena, CX_BLOCK_FLOW, "legend");
  legend->id = "legend";
  legend->gap = 22;
  legend->row_gap = 6;
  legend->align = CX_ALIGN_CENTRE;
  add_entries(composer, legend, of_points, G_N_ELEMENTS(of_points));
  add_personas(composer, legend);
  add_entries(composer, legend, of_rest, G_N_ELEMENTS(of_rest));
  return legend->children.count > 0 ? legend : NULL;
}
