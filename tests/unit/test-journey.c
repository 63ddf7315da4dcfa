/* The model: journeys as texts in, structs out: stages, items, emotions, lanes. */
#include "read-model.h"

/* ---- Emotion -------------------------------------------------------------------------------------- */

static void test_emotion_forms(void) {
  Read read = read_good("evidence: {int-07: Interview 7}\n"
                        "stages:\n"
                        "  - {name: A, emotion: +1.5}\n"
                        "  - {name: B, emotion: frustrated}\n"
                        "  - {name: C, emotion: 喜}\n"
                        "  - {name: D, emotion: {mood: fear, text: What if, evidence: int-07}}\n"
                        "  - {name: E, emotion: {score: 2, mood: surprise}}\n");
  g_assert_cmpfloat(emotion_of(&read, 0)->score, ==, 1.5);
  g_assert_cmpint(emotion_of(&read, 0)->mood, ==, CX_MOOD_NONE);
  g_assert_cmpfloat(emotion_of(&read, 1)->score, ==, -1);
  g_assert_cmpint(emotion_of(&read, 2)->mood, ==, CX_MOOD_JOY);
  g_assert_cmpfloat(emotion_of(&read, 3)->score, ==, -1);
  g_assert_cmpstr(emotion_of(&read, 3)->text.text, ==, "What if");
  g_assert_true(emotion_of(&read, 3)->evidence.items[0].object == read.model->evidence.items[0]);
  g_assert_cmpfloat(emotion_of(&read, 4)->score, ==, 2);
  g_assert_cmpint(emotion_of(&read, 4)->mood, ==, CX_MOOD_SURPRISE);
  g_assert_null(emotion_of(&read, 4)->persona.object);
  done(&read);
}

static void test_scale_behind_the_scores(void) {
  Read read = read_good("stages: [{name: A, emotion: 9}, {name: B, emotion: happy}, {name: C, emotion: 怒}]\n"
                        "emotion_scale: {min: 1, max: 9, levels: {9: Great, 1: {en: Awful}, 5: So so}}\n");
  g_assert_cmpfloat(emotion_of(&read, 0)->score, ==, 9);
  g_assert_cmpfloat(emotion_of(&read, 1)->score, ==, 7);
  g_assert_cmpfloat(emotion_of(&read, 2)->score, ==, 1);
  const CxEmotionScale *scale = &read.model->scale;
  g_assert_cmpuint(scale->levels.count, ==, 3);
  g_assert_cmpstr(scale->levels.items[0].name.text, ==, "Awful");
  g_assert_cmpfloat(scale->levels.items[2].score, ==, 9);
  done(&read);
}

static void test_places_on_the_scale(void) {
  Read read = read_good("emotion_scale: {min: 0, max: 10}\nstages: [A]\n");
  const CxEmotionScale *scale = &read.model->scale;
  g_assert_cmpfloat(cx_scale_share(scale, 2.5), ==, 0.25);
  g_assert_cmpfloat(cx_scale_share(scale, 11), ==, 1);
  g_assert_cmpint(cx_scale_level(scale, 0), ==, -2);
  g_assert_cmpint(cx_scale_level(scale, 4.9), ==, 0);
  g_assert_cmpint(cx_scale_level(scale, 9.9), ==, 2);
  done(&read);
  read = read_good("stages: [A]\n");
  g_assert_cmpfloat(read.model->scale.min, ==, -2);
  g_assert_cmpfloat(read.model->scale.max, ==, 2);
  done(&read);
}

static void test_emotions_by_persona(void) {
  Read read = read_good("personas: {hannah: {name: Hannah}, gary: {name: Gary}}\n"
                        "stages: [{name: Wait, emotion: -1, emotions: {gary: {score: 1, text: Fine}}}]\n");
  const CxStage *stage = stage_of(&read, 0);
  g_assert_cmpuint(stage->emotions.count, ==, 2);
  g_assert_true(stage->emotions.items[0]->persona.object == read.model->personas.items[0]);
  g_assert_true(stage->emotions.items[1]->persona.object == read.model->personas.items[1]);
  g_assert_cmpstr(stage->emotions.items[1]->text.text, ==, "Fine");
  done(&read);
}

/* ---- Stages and items ----------------------------------------------------------------------------- */

static void test_made_stage_ids(void) {
  Read read = read_good("stages:\n"
                        "  - Find a Plan\n"
                        "  - {name: Wait, steps: [Wait, {name: Chat, id: wait-2}, Wait, '?!']}\n"
                        "  - {name: 等待, steps: ['!!']}\n");
  const CxStage *wait = stage_of(&read, 1);
  g_assert_cmpstr(stage_of(&read, 0)->object.id, ==, "find-a-plan");
  g_assert_cmpstr(wait->object.id, ==, "wait");
  g_assert_cmpstr(wait->steps.items[0]->object.id, ==, "wait-3");
  g_assert_cmpstr(wait->steps.items[1]->object.id, ==, "wait-2");
  g_assert_cmpstr(wait->steps.items[2]->object.id, ==, "wait-4");
  g_assert_cmpstr(wait->steps.items[3]->object.id, ==, "stage");
  g_assert_cmpstr(stage_of(&read, 2)->object.id, ==, "等待");
  g_assert_cmpstr(stage_of(&read, 2)->steps.items[0]->object.id, ==, "stage-2");
  done(&read);
}

static void test_moment_of_truth(void) {
  Read read = read_good("stages: [{name: A, moment_of_truth: yes}, {name: B, moment_of_truth: Is the date kept?},"
                        " {name: C, moment_of_truth: no}, D]\n");
  g_assert_true(stage_of(&read, 0)->is_moment_of_truth);
  g_assert_cmpstr(stage_of(&read, 0)->moment_of_truth.text, ==, "");
  g_assert_true(stage_of(&read, 1)->is_moment_of_truth);
  g_assert_cmpstr(stage_of(&read, 1)->moment_of_truth.text, ==, "Is the date kept?");
  g_assert_false(stage_of(&read, 2)->is_moment_of_truth);
  g_assert_false(stage_of(&read, 3)->is_moment_of_truth);
  done(&read);
}

static void test_item_parts(void) {
  Read read = read_good("evidence: {int-07: {kind: interview, n: 12, date: 2026-03-02}}\n"
                        "stages:\n"
                        "  - name: A\n"
                        "    pains: {text: Waits, note: for days, tags: [slow, dull], evidence: int-07, owner: Ops,\n"
                        "            status: doing, mark: wait, duration: 3 days, icon: clock, span: 2,\n"
                        "            link: 'https://example.org/'}\n"
                        "    opportunities: [{text: Say when, impact: 5, effort: 2}]\n"
                        "  - B\n");
  const CxItem *item = stage_of(&read, 0)->items[CX_LANE_PAINS].items[0];
  g_assert_cmpstr(item->note.text, ==, "for days");
  g_assert_cmpuint(item->tags.count, ==, 2);
  g_assert_true(item->evidence.items[0].object == read.model->evidence.items[0]);
  g_assert_cmpint(item->mark, ==, CX_MARK_WAIT);
  g_assert_cmpstr(item->icon.name, ==, "clock");
  g_assert_cmpfloat(item->span.value, ==, 2);
  g_assert_cmpstr(item->link, ==, "https://example.org/");
  g_assert_cmpfloat(stage_of(&read, 0)->items[CX_LANE_OPPORTUNITIES].items[0]->impact.value, ==, 5);
  g_assert_cmpint(read.model->evidence.items[0]->kind, ==, CX_EVIDENCE_INTERVIEW);
  done(&read);
}

static void test_items_in_several_languages(void) {
  Read read = read_good("lang: en\nstages: [{name: A, actions: [{en: Asks, ko: 묻는다}, {text: {en: Waits}}], pains: "
                        "{ko: 느림, en: Slow}}]\n");
  const CxItems *actions = &stage_of(&read, 0)->items[CX_LANE_ACTIONS];
  g_assert_cmpuint(actions->count, ==, 2);
  g_assert_cmpstr(actions->items[0]->text.text, ==, "Asks");
  g_assert_cmpstr(cx_text_in(&actions->items[0]->text, "ko", NULL), ==, "묻는다");
  g_assert_cmpstr(stage_of(&read, 0)->items[CX_LANE_PAINS].items[0]->text.text, ==, "Slow");
  done(&read);
}

static void test_arrows_stay_in_their_journey(void) {
  Read read =
      read_good("journeys:\n"
                "  order: {stages: [{name: A, actions: {text: Orders, id: start, to: [book, {id: later, style: dashed,"
                " both: true, label: agree}]}, backstage: {text: Books, id: book},"
                " opportunities: {text: Later, id: later}}]}\n"
                "  return: {stages: [{name: A, actions: {text: Returns, id: start, to: book}, support: [{text: B, id: "
                "book}]}]}\n");
  const CxItem *start = stage_of(&read, 0)->items[CX_LANE_ACTIONS].items[0];
  g_assert_cmpuint(start->arrows.count, ==, 2);
  g_assert_true(start->arrows.items[0]->to.object == stage_of(&read, 0)->items[CX_LANE_BACKSTAGE].items[0]);
  g_assert_cmpint(start->arrows.items[0]->style, ==, CX_ARROW_SOLID);
  g_assert_true(start->arrows.items[1]->to.object == stage_of(&read, 0)->items[CX_LANE_OPPORTUNITIES].items[0]);
  g_assert_true(start->arrows.items[1]->both);
  const CxStage *other = read.model->journeys.items[1]->stages.items[0];
  g_assert_true(other->items[CX_LANE_ACTIONS].items[0]->arrows.items[0]->to.object ==
                other->items[CX_LANE_SUPPORT].items[0]);
  done(&read);
}

static void test_metrics(void) {
  Read read =
      read_good("stages: [{name: A, metrics: {First-call resolution: 61 %, NPS: {value: +31, trend: down, n: 412},"
                " CES: {value: 5, trend: flat}}}]\n");
  const CxMetrics *metrics = &stage_of(&read, 0)->metrics;
  g_assert_cmpuint(metrics->count, ==, 3);
  g_assert_cmpstr(metrics->items[0]->name.text, ==, "First-call resolution");
  g_assert_cmpstr(metrics->items[0]->value.text, ==, "61 %");
  g_assert_false(metrics->items[0]->has_trend);
  g_assert_cmpint(metrics->items[1]->trend, ==, -1);
  g_assert_true(metrics->items[2]->has_trend);
  g_assert_cmpint(metrics->items[2]->trend, ==, 0);
  done(&read);
}

/* ---- Lanes ---------------------------------------------------------------------------------------- */

static const CxField *row(const CxTable *table, const char *key) {
  for (size_t i = 0; i < table->count; i++)
    if (strcmp(table->fields[i].key, key) == 0) return &table->fields[i];
  g_assert_not_reached();
}

/* The reference says that lanes stand in the order of the stage's keys. */
static void test_lanes_in_the_order_of_the_table(void) {
  const CxTable *stage = row(row(&cx_table_document, "journeys")->table, "stages")->table;
  g_assert_cmpuint(cx_lane_order_count, ==, CX_LANE_END - 1);
  const CxField *last = NULL;
  for (size_t i = 0; i < cx_lane_order_count; i++) {
    g_assert_nonnull(cx_lane_key(cx_lane_order[i]));
    const CxField *field = row(stage, cx_lane_key(cx_lane_order[i]));
    g_assert_true(last == NULL || field > last);
    last = field;
  }
  g_assert_cmpstr(cx_lane_key(CX_LANE_EMOTION), ==, "emotion");
  g_assert_cmpstr(cx_lane_key(CX_LANE_PHYSICAL_EVIDENCE), ==, "physical_evidence");
  g_assert_null(cx_lane_key(CX_LANE_CUSTOM));
}

static void test_own_lanes(void) {
  Read read = read_good("lanes:\n"
                        "  - {id: pains, name: Frustrations}\n"
                        "  - x-notes\n"
                        "  - {id: x-trust, name: Trust, style: curve}\n"
                        "  - {id: x-figures, style: metrics}\n"
                        "  - x-empty\n"
                        "stages:\n"
                        "  - name: A\n"
                        "    x-notes: [One, {text: Two}]\n"
                        "    x-trust: happy\n"
                        "    x-hidden: {any: [thing]}\n"
                        "    steps: [{name: B, x-figures: {NPS: 31}}]\n");
  const CxJourney *journey = read.model->journeys.items[0];
  g_assert_cmpuint(journey->lanes.count, ==, 5);
  g_assert_cmpint(journey->lanes.items[0]->lane, ==, CX_LANE_PAINS);
  g_assert_cmpstr(journey->lanes.items[0]->name.text, ==, "Frustrations");
  g_assert_cmpstr(journey->lanes.items[1]->name.text, ==, "notes");
  const CxStage *stage = stage_of(&read, 0);
  g_assert_cmpuint(stage->custom.count, ==, 2);
  g_assert_true(stage->custom.items[0].lane == journey->lanes.items[1]);
  g_assert_cmpstr(stage->custom.items[0].items.items[1]->text.text, ==, "Two");
  g_assert_cmpfloat(stage->custom.items[1].score.value, ==, 1);
  g_assert_cmpstr(stage->steps.items[0]->custom.items[0].metrics.items[0]->value.text, ==, "31");
  done(&read);
}

/* A near key is a hint only where no lane names it, and of a lane that has no name and no style. */
static void test_own_lanes_with_near_keys(void) {
  static const char *const good[] = {"[x-a, x-b]", "[x-b, x-a]", "[{id: x-b, name: B}]", "[{id: x-b, style: chips}]"};
  for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
    char *text = g_strdup_printf("lanes: %s\nstages: [{name: A, x-a: one}]\n", good[i]);
    Read read = read_good(text);
    done(&read);
    g_free(text);
  }
  Read read = read_named("order.yaml", "lanes: [x-a, x-b]\nstages: [{name: A, x-a: one, x-c: two}]\n");
  g_assert_cmpstr(first_slug(&read), ==, "unknown-word");
  done(&read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/journey/emotion/forms", test_emotion_forms);
  g_test_add_func("/journey/emotion/scale-behind-scores", test_scale_behind_the_scores);
  g_test_add_func("/journey/emotion/places-on-the-scale", test_places_on_the_scale);
  g_test_add_func("/journey/emotion/by-persona", test_emotions_by_persona);
  g_test_add_func("/journey/stages/made-ids", test_made_stage_ids);
  g_test_add_func("/journey/stages/moment-of-truth", test_moment_of_truth);
  g_test_add_func("/journey/stages/item-parts", test_item_parts);
  g_test_add_func("/journey/stages/items-in-several-languages", test_items_in_several_languages);
  g_test_add_func("/journey/stages/arrows-stay-in-their-journey", test_arrows_stay_in_their_journey);
  g_test_add_func("/journey/stages/metrics", test_metrics);
  g_test_add_func("/journey/lanes/in-the-order-of-the-table", test_lanes_in_the_order_of_the_table);
  g_test_add_func("/journey/lanes/own", test_own_lanes);
  g_test_add_func("/journey/lanes/own-with-near-keys", test_own_lanes_with_near_keys);
  return g_test_run();
}
