/* The synthesis of interviews: a column for each theme with all that was said of it, most mentioned first; below it the
 * answers to the closing questions, counted.
 *
 * In: sessions with their answers. Out: a sheet whose columns wrap, six in a row at most. Each answer is on it: a
 * synthesis that leaves out what somebody said cannot be checked, and its reader is the one who wants to.
 */
#include "research.h"

static const size_t MOST_COLUMNS = 6;
static const double COLUMN_LEAST = 200, COLUMN_BEST = 256, COLUMN_MOST = 520, COLUMN_GAP = 14, ROWS_GAP = 34;
static const double LETTER = 0.2;      /* width that a column wants for each letter of its longest answer */
static const double BAR = 12;          /* height */
static const double OUTLINE = 4.6;     /* radius of a persona's outline under an answer */
static const double KEY_OUTLINE = 6;   /* in the key */
static const double ANSWER_MOST = 420; /* width of a counted answer */
static const size_t NAME_LINE = 27;    /* letters of a theme's name that surely stand on one line */

typedef struct Synthesis {
  CxComposer base;
  const CxInterviews *interviews;
  CxSaids themes;
  size_t most;        /* mentions of a theme: the longest bar */
  size_t persons;     /* interviewed */
  size_t *people;     /* of them, of each persona; the last: of none */
  bool has_long_name; /* a theme's name may take two lines: then all have room for two */
} Synthesis;

/* ---- Who was asked ------------------------------------------------------------------------------------------- */

/* In the order of the definitions. */
static void find_personas(Synthesis *synthesis) {
  const CxModel *model = synthesis->base.model;
  GHashTable *asked = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < synthesis->interviews->sessions.count; i++)
    g_hash_table_add(asked, synthesis->interviews->sessions.items[i]->persona.object);
  for (size_t i = 0; i < model->personas.count; i++)
    if (g_hash_table_contains(asked, model->personas.items[i]))
      *cx_list_add(synthesis->base.arena, &synthesis->base.personas) = model->personas.items[i];
  g_hash_table_destroy(asked);
}

/* The place of each persona, from 1; 0: none. */
static GHashTable *places_of(const Synthesis *synthesis) {
  GHashTable *places = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < synthesis->base.personas.count; i++)
    g_hash_table_insert(places, (gpointer)synthesis->base.personas.items[i], GSIZE_TO_POINTER(i + 1));
  return places;
}

static CxPhrase participant_of(const Synthesis *synthesis, const CxSession *session) {
  const CxPhrase participant = cx_phrase(&synthesis->base, &session->participant);
  return participant.text != NULL ? participant : (CxPhrase){.text = session->object.id, .lang = synthesis->base.lang};
}

/* One with several sessions is one. */
static void count_people(Synthesis *synthesis, GHashTable *places) {
  const size_t none = synthesis->base.personas.count;
  GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
  synthesis->people = cx_new_array(synthesis->base.arena, size_t, none + 1);
  for (size_t i = 0; i < synthesis->interviews->sessions.count; i++) {
    const CxSession *session = synthesis->interviews->sessions.items[i];
    const size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(places, session->persona.object));
    if (!g_hash_table_add(seen, (gpointer)participant_of(synthesis, session).text)) continue;
    synthesis->people[place > 0 ? place - 1 : none]++;
    synthesis->persons++;
  }
  g_hash_table_destroy(seen);
}

static void read_themes(Synthesis *synthesis) {
  cx_themes_collect(&synthesis->base, synthesis->interviews, &synthesis->themes);
  for (size_t i = 0; i < synthesis->themes.count; i++) {
    const CxSaid *theme = &synthesis->themes.items[i];
    synthesis->most = MAX(synthesis->most, theme->mentions.count);
    synthesis->has_long_name = synthesis->has_long_name || cx_text_extent(theme->text.text) > NAME_LINE;
  }
}

/* ---- The key ------------------------------------------------------------------------------------------------- */

static CxBlock *compose_outline(Synthesis *synthesis, size_t series, double radius) {
  CxBlock *outline = cx_block_new(synthesis->base.arena, CX_BLOCK_PORTRAIT, "portrait");
  outline->size = radius;
  outline->series = series;
  return outline;
}

static CxPhrase people_phrase(Synthesis *synthesis, CxPhrase name, size_t count) {
  CxComposer *base = &synthesis->base;
  const CxWordKey word = count == 1 ? CX_WORD_PERSON_ONE : CX_WORD_PEOPLE;
  name.text = cx_phrase_filled(base, word, name.text, cx_arena_printf(base->arena, "%zu", count)).text;
  return name;
}

/* Gives its text. */
static CxBlock *add_key(Synthesis *synthesis, CxBlock *key, CxBlock *outline, CxPhrase name, size_t count) {
  CxArena *arena = synthesis->base.arena;
  CxBlock *entry = cx_block_add(arena, key, cx_block_new(arena, CX_BLOCK_ROW, NULL));
  entry->gap = 6;
  entry->align = CX_ALIGN_CENTRE;
  cx_block_add(arena, entry, outline);
  CxBlock *text = cx_block_text(arena, "item", people_phrase(synthesis, name, count), CX_FONT_ITEM, CX_PAINT_INK);
  text->grow = 1;
  return cx_block_add(arena, entry, text);
}

static CxBlock *compose_nobody(Synthesis *synthesis) {
  CxBlock *square = cx_block_new(synthesis->base.arena, CX_BLOCK_DISC, NULL);
  square->size = OUTLINE;
  square->paint = CX_PAINT_STRONG;
  return square;
}

/* NULL where nobody is like any persona. */
static CxBlock *compose_key(Synthesis *synthesis) {
  CxComposer *base = &synthesis->base;
  const size_t count = base->personas.count;
  if (count == 0) return NULL;
  CxBlock *key = cx_block_new(base->arena, CX_BLOCK_FLOW, "legend");
  key->id = "key";
  key->gap = 28;
  key->row_gap = 6;
  for (size_t i = 0; i < count; i++)
    add_key(synthesis, key, compose_outline(synthesis, i, KEY_OUTLINE), cx_phrase(base, &base->personas.items[i]->name),
            synthesis->people[i])
        ->link = cx_link_to(base, base->personas.items[i], NULL);
  if (synthesis->people[count] > 0)
    add_key(synthesis, key, compose_nobody(synthesis), cx_phrase_word(base, CX_WORD_NO_PERSONA),
            synthesis->people[count]);
  return key;
}

/* ---- A theme ------------------------------------------------------------------------------------------------- */

static CxBlock *compose_count(Synthesis *synthesis, const CxSaid *theme) {
  CxArena *arena = synthesis->base.arena;
  const bool is_one = theme->mentions.count == 1, is_theme = theme->text.text != NULL;
  const CxWordKey mention = is_one ? CX_WORD_MENTION_ONE : CX_WORD_MENTIONS;
  const CxWordKey answer = is_one ? CX_WORD_ANSWER_ONE : CX_WORD_ANSWERS_COUNTED;
  const CxPhrase number = {.text = cx_arena_printf(arena, "%zu", theme->mentions.count), .lang = synthesis->base.lang};
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, NULL);
  row->gap = 6;
  row->align = CX_ALIGN_END;
  cx_block_add(arena, row, cx_block_text(arena, "number", number, CX_FONT_FIGURE, CX_PAINT_ACCENT));
  CxBlock *word = cx_block_text(arena, "item", cx_phrase_word(&synthesis->base, is_theme ? mention : answer),
                                CX_FONT_ITEM, CX_PAINT_MUTED);
  word->min_height = 17.5; /* on the figure's baseline */
  word->grow = 1;
  cx_block_add(arena, row, word);
  return row;
}

static void add_share(Synthesis *synthesis, CxBlock *bar, size_t count, size_t person) {
  CxArena *arena = synthesis->base.arena;
  if (count == 0) return;
  *cx_list_add(arena, &bar->chart->parts) = (CxChartPart){.value = (double)count / (double)synthesis->most,
                                                          .target = -1,
                                                          .paint = person > 0 ? CX_PAINT_MARK : CX_PAINT_STRONG,
                                                          .hue = person > 0 ? cx_hue_curve(person - 1) : CX_HUE_NONE,
                                                          .person = person};
  const CxPhrase number = {.text = cx_arena_printf(arena, "%zu", count), .lang = synthesis->base.lang};
  cx_block_add(arena, bar, cx_block_text(arena, "number", number, CX_FONT_CAPTION_STRONG, CX_PAINT_PAPER));
}

static CxBlock *compose_bar(Synthesis *synthesis, const CxSaid *theme, GHashTable *places) {
  CxArena *arena = synthesis->base.arena;
  const size_t personas = synthesis->base.personas.count;
  CxBlock *bar = cx_block_chart(arena, CX_CHART_SHARES, "shares");
  bar->chart->height = BAR;
  size_t *counts = g_new0(size_t, personas + 1);
  for (size_t i = 0; i < theme->mentions.count; i++)
    counts[GPOINTER_TO_SIZE(g_hash_table_lookup(places, theme->mentions.items[i].session->persona.object))]++;
  for (size_t i = 1; i <= personas; i++) add_share(synthesis, bar, counts[i], i);
  add_share(synthesis, bar, counts[0], 0);
  g_free(counts);
  return bar;
}

static CxBlock *compose_answer(Synthesis *synthesis, const CxMention *mention, GHashTable *places) {
  CxComposer *base = &synthesis->base;
  CxBlock *card = cx_block_new(base->arena, CX_BLOCK_STACK, "card");
  card->look = CX_LOOK_VOICE;
  card->ref = mention->session->object.id;
  card->gap = 5.5;
  cx_block_add(
      base->arena, card,
      cx_block_text(base->arena, "item", cx_phrase(base, &mention->answer->text), CX_FONT_ANSWER, CX_PAINT_INK));
  CxBlock *foot = cx_block_add(base->arena, card, cx_block_new(base->arena, CX_BLOCK_ROW, NULL));
  foot->gap = 5;
  foot->align = CX_ALIGN_CENTRE;
  CxPhrase who = participant_of(synthesis, mention->session);
  const size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(places, mention->session->persona.object));
  if (place == 0 && base->personas.count > 0) cx_block_add(base->arena, foot, compose_nobody(synthesis));
  if (place > 0) {
    cx_block_add(base->arena, foot, compose_outline(synthesis, place - 1, OUTLINE));
    const CxPhrase name = cx_phrase(base, &base->personas.items[place - 1]->name);
    if (name.text != NULL) who.lang = name.lang;
    cx_join(base, &who, name.text);
  }
  cx_block_add(base->arena, foot, cx_block_text(base->arena, "foot", who, CX_FONT_CAPTION, CX_PAINT_MUTED))->grow = 1;
  return card;
}

/* What stands over the answers of a theme, on each page that has some of them. */
static void add_head(CxArena *arena, CxBlock *column, CxBlock *part, double before) {
  cx_block_add(arena, column, part);
  part->before = before;
  part->is_repeated = true;
}

static CxBlock *compose_theme(Synthesis *synthesis, const CxSaid *theme, size_t number, GHashTable *places) {
  CxComposer *base = &synthesis->base;
  CxBlock *column = cx_block_new(base->arena, CX_BLOCK_STACK, "theme");
  const CxPhrase name = theme->text.text != NULL ? theme->text : cx_phrase_word(base, CX_WORD_WITHOUT_THEME);
  column->id = cx_arena_printf(base->arena, "theme-%zu", number);
  column->title = name.text;
  add_head(base->arena, column, compose_count(synthesis, theme), 0);
  CxBlock *title = cx_block_text(base->arena, "heading", name, CX_FONT_THEME, CX_PAINT_INK);
  const CxFontStyle *font = &base->theme->fonts[CX_FONT_THEME];
  title->is_heading = true;
  title->min_height = synthesis->has_long_name ? 2 * font->line : 0;
  add_head(base->arena, column, title, 0);
  add_head(base->arena, column, compose_bar(synthesis, theme, places), 6);
  for (size_t i = 0; i < theme->mentions.count; i++)
    cx_stack_add(base, column, compose_answer(synthesis, &theme->mentions.items[i], places), i == 0 ? 14 : 8);
  return column;
}

/* Very long answers want wider columns, or their cards would be higher than a page. */
static double column_least(const Synthesis *synthesis) {
  size_t longest = 0;
  for (size_t i = 0; i < synthesis->themes.count; i++)
    for (size_t k = 0; k < synthesis->themes.items[i].mentions.count; k++)
      longest = MAX(longest, cx_text_extent(synthesis->themes.items[i].mentions.items[k].answer->text.text));
  return CLAMP(LETTER * (double)longest, COLUMN_LEAST, COLUMN_MOST);
}

static CxBlock *compose_themes(Synthesis *synthesis, GHashTable *places) {
  CxBlock *themes = cx_block_new(synthesis->base.arena, CX_BLOCK_STACK, "themes");
  themes->id = "themes";
  themes->columns = MOST_COLUMNS;
  themes->column_min = column_least(synthesis);
  themes->gap = COLUMN_GAP;
  themes->row_gap = ROWS_GAP;
  for (size_t i = 0; i < synthesis->themes.count; i++)
    cx_block_add(synthesis->base.arena, themes, compose_theme(synthesis, &synthesis->themes.items[i], i + 1, places));
  return themes->children.count > 0 ? themes : NULL;
}

/* ---- Closing questions --------------------------------------------------------------------------------------- */

static CxBlock *compose_counted(Synthesis *synthesis, const CxSaid *said) {
  CxArena *arena = synthesis->base.arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "answer");
  row->look = CX_LOOK_COUNTED;
  row->gap = 7;
  row->max_width = ANSWER_MOST;
  const CxPhrase number = {.text = cx_arena_printf(arena, "%zu", said->mentions.count), .lang = synthesis->base.lang};
  cx_block_add(arena, row, cx_block_text(arena, "number", number, CX_FONT_BODY_STRONG, CX_PAINT_ACCENT));
  cx_block_add(arena, row, cx_block_text(arena, "item", said->text, CX_FONT_ANSWER, CX_PAINT_INK))->grow = 1;
  return row;
}

/* The words, and under them the answers. */
static CxBlock *compose_answers(Synthesis *synthesis, CxPhrase words, const CxSaids *answers) {
  CxComposer *base = &synthesis->base;
  CxBlock *column = cx_stack_new(base), *flow = cx_block_new(base->arena, CX_BLOCK_FLOW, NULL);
  CxBlock *text = cx_block_text(base->arena, "heading", words, CX_FONT_LENS_NAME, CX_PAINT_INK);
  text->is_heading = true;
  add_head(base->arena, column, text, 0);
  flow->gap = flow->row_gap = 6;
  for (size_t i = 0; i < answers->count; i++)
    cx_block_add(base->arena, flow, compose_counted(synthesis, &answers->items[i]));
  cx_stack_add(base, column, flow, 10);
  return column;
}

static CxBlock *compose_closing(Synthesis *synthesis, size_t number, const CxSaids *answers) {
  CxArena *arena = synthesis->base.arena;
  const CxPhrase words = cx_guide_question(&synthesis->base, synthesis->interviews->guide, number);
  CxBlock *question = cx_block_new(arena, CX_BLOCK_ROW, "question");
  question->id = cx_arena_printf(arena, "question-%zu", number);
  question->title = words.text;
  question->gap = 8;
  question->is_divided = true;
  cx_block_add(arena, question, cx_block_icon(arena, "question", 16, CX_PAINT_ACCENT, CX_HUE_NONE));
  cx_block_add(arena, question, compose_answers(synthesis, words, answers))->grow = 1;
  return question;
}

/* Those that somebody answered; NULL where there is none. */
static CxBlock *compose_closings(Synthesis *synthesis) {
  CxComposer *base = &synthesis->base;
  const size_t asked = cx_guide_questions(synthesis->interviews->guide);
  const size_t count = cx_guide_closing(synthesis->interviews->guide);
  CxSaids *answers = cx_new_array(base->arena, CxSaids, count);
  cx_closing_collect(base, synthesis->interviews, answers);
  CxBlock *closing = cx_block_new(base->arena, CX_BLOCK_STACK, "closing");
  closing->id = "closing";
  closing->columns = 2;
  closing->column_min = 300;
  closing->gap = 40;
  closing->row_gap = 20;
  for (size_t i = 0; i < count; i++)
    if (answers[i].count > 0)
      cx_block_add(base->arena, closing, compose_closing(synthesis, asked + i + 1, &answers[i]));
  return closing->children.count > 0 ? closing : NULL;
}

/* ---- The sheet ----------------------------------------------------------------------------------------------- */

static int compare_dates(const CxDate *a, const CxDate *b) {
  if (a->year != b->year) return a->year - b->year;
  return a->month != b->month ? a->month - b->month : a->day - b->day;
}

/* The first and the last month of them, or the only one. */
static const char *interview_dates(Synthesis *synthesis) {
  CxDate first = {0}, last = {0};
  for (size_t i = 0; i < synthesis->interviews->sessions.count; i++) {
    CxDate date = synthesis->interviews->sessions.items[i]->date;
    date.day = 0;
    if (date.year == 0) continue;
    if (first.year == 0 || compare_dates(&date, &first) < 0) first = date;
    if (last.year == 0 || compare_dates(&date, &last) > 0) last = date;
  }
  if (first.year == 0) return NULL;
  const CxComposer *base = &synthesis->base;
  const char *from = cx_word_date(base->arena, &first, base->lang), *to = cx_word_date(base->arena, &last, base->lang);
  return compare_dates(&first, &last) == 0 ? from : cx_phrase_filled(base, CX_WORD_DATES_TO, from, to).text;
}

static void add_facts(Synthesis *synthesis, CxFacts *facts) {
  CxComposer *base = &synthesis->base;
  size_t answers = 0;
  for (size_t i = 0; i < synthesis->interviews->sessions.count; i++)
    answers += synthesis->interviews->sessions.items[i]->answers.count;
  const char *dates = interview_dates(synthesis), *separator = cx_word(CX_WORD_FACT_SEPARATOR, base->lang, NULL);
  const char *count = cx_arena_printf(base->arena, "%zu", synthesis->interviews->sessions.count);
  if (dates != NULL) count = cx_arena_printf(base->arena, "%s%s%s", count, separator, dates);
  cx_fact_add(base, facts, CX_WORD_INTERVIEWS, (CxPhrase){.text = count, .lang = base->lang});
  count = cx_arena_printf(base->arena, "%zu", answers);
  cx_fact_add(base, facts, CX_WORD_ANSWERS, (CxPhrase){.text = count, .lang = base->lang});
}

static CxBlock *compose_content(Synthesis *synthesis, GHashTable *places) {
  CxBlock *content = cx_stack_new(&synthesis->base);
  CxBlock *themes = compose_themes(synthesis, places), *closings = compose_closings(synthesis);
  content->before = 16;
  cx_stack_add(&synthesis->base, content, themes, 0);
  if (themes != NULL && closings != NULL)
    cx_stack_add(&synthesis->base, content, cx_compose_line(&synthesis->base, CX_STROKE_RULE, 1), 24);
  cx_stack_add(&synthesis->base, content, closings, themes != NULL ? 16 : 0);
  CxBlock *foot = cx_stack_new(&synthesis->base);
  foot->min_height = 8;
  cx_stack_add(&synthesis->base, content, foot, 0);
  return content;
}

static double page_width(const Synthesis *synthesis) {
  const double columns = (double)CLAMP(synthesis->themes.count, 2, MOST_COLUMNS);
  const double column = MAX(COLUMN_BEST, column_least(synthesis));
  return 2 * synthesis->base.theme->sizes.margin + columns * (column + COLUMN_GAP) - COLUMN_GAP;
}

static CxSheet *compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme) {
  Synthesis synthesis = {.interviews = model->interviews};
  CxComposer *base = &synthesis.base;
  cx_composer_init(base, arena, model, map, theme);
  find_personas(&synthesis);
  GHashTable *places = places_of(&synthesis);
  count_people(&synthesis, places);
  read_themes(&synthesis);
  CxSheetParts parts = {.overline = cx_phrase_word(base, CX_WORD_MAP_SYNTHESIS),
                        .content = compose_content(&synthesis, places),
                        .opening_gap = 12};
  add_facts(&synthesis, &parts.facts);
  CxBlock *key = compose_key(&synthesis), *note = cx_compose_note(base, map);
  if (key != NULL) {
    parts.opening = cx_stack_new(base);
    cx_stack_add(base, parts.opening, note, 0);
    cx_stack_add(base, parts.opening, key, note != NULL ? 10 : 0);
  }
  parts.running = cx_compose_running(base, map->title, base->personas.items, base->personas.count, 0);
  CxSheet *sheet = cx_compose_sheet(base, map, &parts);
  sheet->best_width = page_width(&synthesis);
  g_hash_table_destroy(places);
  cx_composer_clear(base);
  return sheet;
}

static bool has_answers(const CxModel *model, const void *definition) {
  (void)model;
  const CxInterviews *interviews = definition;
  for (size_t i = 0; i < interviews->sessions.count; i++)
    if (interviews->sessions.items[i]->answers.count > 0) return true;
  return false;
}

const CxMapKind cx_map_synthesis = {
    .name = "synthesis",
    .key = "interviews",
    .doc = "What was said in interviews, a column for each theme, with counts by persona.",
    .definition = cx_interviews_definition,
    .is_natural = has_answers,
    .compose = compose,
};
