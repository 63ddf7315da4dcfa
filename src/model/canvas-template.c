/* Templates of canvases: methods that bring a grid and its boxes with their titles and hints, in every language that
 * cxmap speaks.
 *
 * One table holds all of them: adding a template is a row here and its words in cxmap/words.def. What a box says itself
 * goes before what its template brings. Where boxes stand is another matter (canvas-grid.c).
 */
#include "tables.h"

#include <string.h>

/* ---- The table ------------------------------------------------------------------------------------------------- */

#define BOX(id_, key, ...)                                                                                             \
  { .id = id_, .title = CX_WORD_BOX_##key, .hint = CX_WORD_HINT_##key, __VA_ARGS__ }
#define ASKED(id_, key, ...)                                                                                           \
  { .id = id_, .title = CX_WORD_##key, .hint = CX_WORD_##key##_HINT, __VA_ARGS__ }
#define COLUMN(id_, key, icon_)                                                                                        \
  { .id = id_, .title = CX_WORD_BOX_##key, .icon = icon_, .is_column = true }
#define HEAD(key, columns_)                                                                                            \
  { CX_WORD_HEAD_##key, columns_ }

static const CxCanvasTemplate templates[] = {
    {.name = "five-step",
     .doc = "The five steps of designing an experience, from the customer who is chosen to what they see, hear, touch "
            "and smell. Boxes `positioning`, `scenario`, `core-concern`, `innovation`, and `four-senses` with the "
            "columns `sight`, `hearing`, `touch` and `smell-and-taste`.",
     .title = CX_WORD_CANVAS_FIVE_STEP,
     .grid = {"positioning scenario     scenario", "positioning core-concern innovation",
              "four-senses four-senses  four-senses"},
     .boxes = {BOX("positioning", POSITIONING), BOX("scenario", SCENARIO), BOX("core-concern", CORE_CONCERN),
               BOX("innovation", INNOVATION), BOX("four-senses", FOUR_SENSES), COLUMN("sight", SIGHT, "eye"),
               COLUMN("hearing", HEARING, "ear"), COLUMN("touch", TOUCH, "hand"),
               COLUMN("smell-and-taste", SMELL_AND_TASTE, "cup")}},
    {.name = "vision",
     .doc = "The vision of the experience, what it rests on and what it leads to. Boxes `statement`, `principles`, "
            "`values`, `impression`, `experience`.",
     .title = CX_WORD_MAP_VISION,
     .grid = {"statement statement", "principles values", "impression experience"},
     .boxes = {BOX("statement", STATEMENT, .style = CX_BOX_STATEMENT), BOX("principles", PRINCIPLES),
               BOX("values", VALUES), BOX("impression", IMPRESSION), BOX("experience", EXPERIENCE)}},
    {.name = "value-proposition",
     .doc = "What customers want to get done, beside what is offered for it; the structure is after Alexander "
            "Osterwalder's value proposition canvas. Boxes `jobs`, `pains`, `gains` of the customer, `products`, "
            "`pain-relievers`, `gain-creators` of the offer.",
     .title = CX_WORD_CANVAS_VALUE,
     .grid = {"products gain-creators  gains jobs", "products pain-relievers pains jobs"},
     .shares = {1, 1.15, 1.15, 1},
     .heads = {HEAD(VALUE_MAP, 2), HEAD(CUSTOMER_PROFILE, 2)},
     .boxes = {BOX("jobs", JOBS), BOX("pains", PAINS, .style = CX_BOX_PAINS),
               BOX("gains", GAINS, .style = CX_BOX_GAINS), BOX("products", PRODUCTS),
               BOX("pain-relievers", PAIN_RELIEVERS), BOX("gain-creators", GAIN_CREATORS)}},
    {.name = "systems-thinking",
     .doc = "A service on three levels. Boxes `macro`, the market; `meso`, the departments; `micro`, the touchpoint.",
     .title = CX_WORD_CANVAS_SYSTEMS,
     .grid = {"macro", "meso", "micro"},
     .boxes = {BOX("macro", MACRO), BOX("meso", MESO), BOX("micro", MICRO)}},
    {.name = "backstage-support",
     .doc = "What carries the experience from behind the scenes. Boxes `technology`, `data`, `teamwork`.",
     .title = CX_WORD_CANVAS_BACKSTAGE,
     .grid = {"technology data teamwork"},
     .boxes = {BOX("technology", TECHNOLOGY), BOX("data", DATA), BOX("teamwork", TEAMWORK)}},
    {.name = "empathy",
     .doc = "An empathy map, extended; the structure is after Dave Gray (2017). Boxes `who`, `goal`, `sees`, `says`, "
            "`does`, `hears`, `thinks-and-feels`, `pains`, `gains`.",
     .title = CX_WORD_MAP_EMPATHY,
     .empathy = CX_EMPATHY_EXTENDED,
     .grid = {"who   who              goal             goal", "hears thinks-and-feels thinks-and-feels sees",
              "hears pains            gains            says", "does  does             does             does"},
     .boxes = {ASKED("who", EMPATHY_WHO), ASKED("goal", EMPATHY_GOAL), ASKED("sees", EMPATHY_SEES),
               ASKED("says", EMPATHY_SAYS, .style = CX_BOX_QUOTES), ASKED("does", EMPATHY_DOES),
               ASKED("hears", EMPATHY_HEARS), ASKED("thinks-and-feels", EMPATHY_MIND),
               ASKED("pains", EMPATHY_PAINS, .style = CX_BOX_PAINS),
               ASKED("gains", EMPATHY_GAINS, .style = CX_BOX_GAINS)}},
    {.name = "empathy-classic",
     .doc = "An empathy map in four quadrants. Boxes `says`, `thinks`, `does`, `feels`, `pains`, `gains`.",
     .title = CX_WORD_MAP_EMPATHY,
     .empathy = CX_EMPATHY_CLASSIC,
     .grid = {"says thinks", "does feels", "pains gains"},
     .boxes = {ASKED("says", EMPATHY_QUADRANT_SAYS, .style = CX_BOX_QUOTES), ASKED("thinks", EMPATHY_QUADRANT_THINKS),
               ASKED("does", EMPATHY_QUADRANT_DOES), ASKED("feels", EMPATHY_QUADRANT_FEELS),
               ASKED("pains", EMPATHY_PAINS, .style = CX_BOX_PAINS),
               ASKED("gains", EMPATHY_GAINS, .style = CX_BOX_GAINS)}},
    {.name = "persona",
     .doc = "A persona to work out together. Boxes `portrait`, `about`, `demographics`, `goals`, `needs`, `pains`, "
            "`motivations`, `channels`, `quote`.",
     .title = CX_WORD_CANVAS_PERSONA,
     .grid = {"portrait     quote goals       pains", "portrait     about goals       pains",
              "demographics needs motivations channels"},
     .boxes = {BOX("portrait", PORTRAIT), BOX("quote", QUOTE, .style = CX_BOX_QUOTES), BOX("about", ABOUT),
               BOX("demographics", DEMOGRAPHICS), BOX("goals", GOALS), BOX("needs", NEEDS),
               BOX("pains", PAINS, .style = CX_BOX_PAINS), BOX("motivations", MOTIVATIONS), BOX("channels", CHANNELS)}},
    {.name = "how-might-we",
     .doc = "From an insight to a question that opens it, to ideas. Boxes `insight`, `question`, `ideas`.",
     .title = CX_WORD_CANVAS_HMW,
     .grid = {"insight question question", "ideas ideas ideas"},
     .boxes = {BOX("insight", INSIGHT), BOX("question", QUESTION, .style = CX_BOX_STATEMENT),
               BOX("ideas", IDEAS, .style = CX_BOX_IDEAS)}},
};

const CxCanvasTemplate *cx_canvas_templates(size_t *count) {
  *count = CX_COUNT(templates);
  return templates;
}

const CxCanvasTemplate *cx_canvas_template_find(const char *name) {
  for (size_t i = 0; i < CX_COUNT(templates); i++)
    if (strcmp(templates[i].name, name) == 0) return &templates[i];
  return NULL;
}

/* ---- What a template brings ------------------------------------------------------------------------------------ */

static size_t count_boxes(const CxCanvasTemplate *canvas) {
  size_t count = 0;
  while (count < CX_COUNT(canvas->boxes) && canvas->boxes[count].id != NULL) count++;
  return count;
}

static CxCanvasBox *find_box(const CxCanvasBoxes *boxes, const char *id) {
  for (size_t i = 0; i < boxes->count; i++)
    if (strcmp(boxes->items[i]->object.id, id) == 0) return boxes->items[i];
  return NULL;
}

/* The box of this name, made where there is none, with what it does not say itself. */
static CxCanvasBox *bring_box(const CxBringing *bringing, CxCanvasBoxes *boxes, const CxBoxTemplate *brought) {
  CxCanvasBox *box = find_box(boxes, brought->id);
  if (box == NULL) {
    box = *cx_list_add(bringing->arena, boxes) = cx_new(bringing->arena, CxCanvasBox);
    box->object = (CxObject){.id = brought->id, .id_span = bringing->place, .span = bringing->place};
    box->is_brought = true;
  }
  if (box->title.text == NULL)
    box->title = cx_word_text(bringing->arena, brought->title, bringing->lang, bringing->place);
  if (box->hint.text == NULL && !brought->is_column)
    box->hint = cx_word_text(bringing->arena, brought->hint, bringing->lang, bringing->place);
  if (box->icon.name == NULL && box->icon.file.path == NULL) box->icon.name = brought->icon;
  box->style = brought->style;
  return box;
}

/* A column of its own is welcome in a box, but not one that is nearly a column of the template that is not given. */
static void check_columns(const CxBringing *bringing, const CxCanvasBox *box, const CxCanvasBoxes *brought) {
  GPtrArray *names = g_ptr_array_new();
  for (size_t i = 0; i < brought->count; i++)
    if (brought->items[i]->is_brought) g_ptr_array_add(names, (gpointer)brought->items[i]->object.id);
  for (size_t i = 0; i < box->boxes.count && bringing->decoder != NULL; i++) {
    const CxObject *object = &box->boxes.items[i]->object;
    const char *const *candidates = (const char *const *)names->pdata;
    if (find_box(brought, object->id) != NULL || cx_word_nearest(object->id, candidates, names->len) == NULL) continue;
    CxDiag *diag = cx_diag_report(bringing->decoder->diagnostics, CX_UNKNOWN_KEY, object->id_span,
                                  "the box `%s` has no column `%s`", box->object.id, object->id);
    cx_diag_suggest(bringing->decoder->diagnostics, diag, object->id, candidates, names->len);
  }
  g_ptr_array_unref(names);
}

/* The boxes that a template orders, in its order, and behind them the others in their own. */
static void put_in_order(const CxBringing *bringing, CxCanvasBoxes *boxes, const CxCanvasBoxes *ordered) {
  CxCanvasBoxes all = *ordered;
  for (size_t i = 0; i < boxes->count; i++)
    if (find_box(ordered, boxes->items[i]->object.id) == NULL) *cx_list_add(bringing->arena, &all) = boxes->items[i];
  *boxes = all;
}

void cx_canvas_bring(const CxBringing *bringing, CxCanvas *canvas) {
  const CxCanvasTemplate *template = canvas->template;
  CxCanvasBoxes ordered = {0}, columns = {0};
  const size_t count = count_boxes(template);
  for (size_t i = 0; i < count; i++) {
    const CxBoxTemplate *brought = &template->boxes[i];
    CxCanvasBox *box = brought->is_column ? ordered.items[ordered.count - 1] : NULL;
    if (box == NULL)
      *cx_list_add(bringing->arena, &ordered) = bring_box(bringing, &canvas->boxes, brought);
    else
      *cx_list_add(bringing->arena, &columns) = bring_box(bringing, &box->boxes, brought);
    const bool is_last_column = box != NULL && (i + 1 == count || !template->boxes[i + 1].is_column);
    if (!is_last_column) continue;
    check_columns(bringing, box, &columns);
    put_in_order(bringing, &box->boxes, &columns);
    columns = (CxCanvasBoxes){0};
  }
  put_in_order(bringing, &canvas->boxes, &ordered);
}

CxCanvas *cx_canvas_blank(CxArena *arena, const CxCanvasTemplate *form, const char *lang, CxSpan place) {
  const CxBringing bringing = {.arena = arena, .lang = lang, .place = place};
  CxCanvas *canvas = cx_new(arena, CxCanvas);
  canvas->object = (CxObject){.id = form->name, .id_span = place, .span = place};
  canvas->title = cx_word_text(arena, form->title, lang, place);
  canvas->template = form;
  cx_canvas_bring(&bringing, canvas);
  cx_canvas_place(arena, NULL, canvas);
  return canvas;
}
