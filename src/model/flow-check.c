/* What is odd about a flow: steps that nothing leads to, steps that lead nowhere, exits of decisions without a label, a
 * missing start or end.
 *
 * One finding a step, the first that applies. A few of a kind are a warning each; many of a kind are one warning that
 * names them, so that it is read. A flow without any end, or start, has one warning for that instead of one for each
 * step that could be it. Of a flow with a dangling exit nothing is said: what is odd may be just that.
 */
#include "tables.h"

enum { SINGLE_MOST = 3, NAMED_MOST = 8 }; /* of a kind, that have a warning each; that one warning names */

typedef enum OddKind { ODD_ORPHAN, ODD_CIRCLE, ODD_DEAD_END, ODD_EXIT, ODD_KINDS } OddKind;

/* What is said of one step, with its id, and of many, with their number. */
typedef struct OddText {
  CxCode code;
  const char *one, *many, *help;
} OddText;

static const OddText texts[ODD_KINDS] = {
    [ODD_ORPHAN] = {CX_ORPHAN_STEP, "no step leads to the step `%s`", "no step leads to %s steps",
                    "name it in the `next` of the step before it, or make it a `start`"},
    [ODD_CIRCLE] = {CX_ORPHAN_STEP, "no way from a start leads to the step `%s`",
                    "no way from a start leads to %s steps",
                    "name it in the `next` of the step before it, or make it a `start`"},
    [ODD_DEAD_END] = {CX_DEAD_END, "the step `%s` leads nowhere and is no end", "%s steps lead nowhere and are no end",
                      "say what comes `next`, or give it `kind: end`"},
    [ODD_EXIT] = {CX_UNLABELLED_EXIT, "the decision `%s` does not say when it leads to `%s`",
                  "%s decisions do not say when they lead where",
                  "write the exits with their answers: `next: {yes: …, no: …}`"},
};

/* A step with what is odd; of an exit, which. */
typedef struct Odd {
  const CxFlowStep *step;
  const CxFlowEdge *exit;
} Odd;

typedef struct Check {
  CxDecoder *decoder;
  const CxFlow *flow;
  size_t *entering; /* of each step, how many others lead to it */
  bool *is_reached; /* from a start */
  const CxFlowStep *start, *end;
  CX_LIST(Odd) odds[ODD_KINDS];
} Check;

static void note_odd(Check *check, OddKind kind, const CxFlowStep *step, const CxFlowEdge *exit) {
  *cx_list_add(check->decoder->arena, &check->odds[kind]) = (Odd){step, exit};
}

static bool is_note(const CxFlowStep *step) {
  return step->kind == CX_STEP_NOTE;
}

static bool has_dangling(const CxFlow *flow) {
  for (size_t i = 0; i < flow->steps.count; i++)
    for (size_t k = 0; k < flow->steps.items[i]->next.count; k++)
      if (flow->steps.items[i]->next.items[k]->to.object == NULL) return true;
  return false;
}

static void count_entering(Check *check) {
  for (size_t i = 0; i < check->flow->steps.count; i++) {
    const CxFlowStep *step = check->flow->steps.items[i];
    if (step->kind == CX_STEP_START && check->start == NULL) check->start = step;
    if (step->kind == CX_STEP_END && check->end == NULL) check->end = step;
    for (size_t k = 0; k < step->next.count && !is_note(step); k++) {
      const CxFlowStep *to = step->next.items[k]->to.object;
      if (to != step) check->entering[to->index]++;
    }
  }
}

/* Marks a step and all that it leads to. */
static void reach(Check *check, const CxFlowStep *from) {
  GPtrArray *stack = g_ptr_array_new();
  if (!check->is_reached[from->index]) g_ptr_array_add(stack, (gpointer)from);
  check->is_reached[from->index] = true;
  while (stack->len > 0) {
    const CxFlowStep *step = g_ptr_array_steal_index(stack, stack->len - 1);
    for (size_t i = 0; i < step->next.count; i++) {
      CxFlowStep *to = step->next.items[i]->to.object;
      if (check->is_reached[to->index]) continue;
      check->is_reached[to->index] = true;
      g_ptr_array_add(stack, to);
    }
  }
  g_ptr_array_unref(stack);
}

/* ---- Starts and orphans ------------------------------------------------------------------------------- */

static bool is_beginning(const Check *check, const CxFlowStep *step) {
  if (step->kind == CX_STEP_START) return true;
  return check->start == NULL && check->entering[step->index] == 0 && step->next.count > 0 && !is_note(step);
}

/* Where even such a step is missing the flow begins with what is written first. */
static const CxFlowStep *find_beginning(const Check *check) {
  const CxFlow *flow = check->flow;
  for (size_t i = 0; i < flow->steps.count; i++)
    if (is_beginning(check, flow->steps.items[i])) return flow->steps.items[i];
  for (size_t i = 0; i < flow->steps.count; i++)
    if (flow->steps.items[i]->next.count > 0 && !is_note(flow->steps.items[i])) return flow->steps.items[i];
  return flow->steps.count == 1 ? flow->steps.items[0] : NULL;
}

static void check_start(Check *check) {
  if (check->start != NULL || check->flow->steps.count == 0) return;
  const CxFlowStep *first = find_beginning(check);
  CxDiag *diag = cx_diag_report(check->decoder->diagnostics, CX_MISSING_START, check->flow->object.id_span,
                                "the flow `%s` has no start", check->flow->object.id);
  cx_diag_help(check->decoder->diagnostics, diag, "give its first step `kind: start`");
  if (first != NULL)
    cx_diag_also(check->decoder->diagnostics, diag, first->object.id_span,
                 check->entering[first->index] == 0 ? "nothing leads here" : "this one is written first");
}

/* Those that nothing leads to; then of each circle that nothing leads into its first step. */
static void check_orphans(Check *check, bool *is_reported) {
  const CxFlow *flow = check->flow;
  const CxFlowStep *first = find_beginning(check);
  if (first != NULL) reach(check, first);
  for (size_t i = 0; i < flow->steps.count; i++)
    if (is_beginning(check, flow->steps.items[i])) reach(check, flow->steps.items[i]);
  for (int is_circle = 0; is_circle < 2; is_circle++) {
    for (size_t i = 0; i < flow->steps.count; i++) {
      const CxFlowStep *step = flow->steps.items[i];
      if (check->is_reached[i] || is_note(step) || (check->entering[i] > 0 && !is_circle)) continue;
      is_reported[i] = true;
      note_odd(check, is_circle ? ODD_CIRCLE : ODD_ORPHAN, step, NULL);
      reach(check, step);
    }
  }
}

/* ---- Ends and exits ----------------------------------------------------------------------------------- */

static bool is_dead_end(const CxFlowStep *step) {
  return step->next.count == 0 && step->kind != CX_STEP_END && !is_note(step);
}

/* One that only leads back to itself goes nowhere either, but says so on the map. */
static void check_end(Check *check) {
  if (check->end != NULL || check->flow->steps.count == 0) return;
  CxDiagnostics *diagnostics = check->decoder->diagnostics;
  CxDiag *diag = cx_diag_report(diagnostics, CX_MISSING_END, check->flow->object.id_span, "the flow `%s` has no end",
                                check->flow->object.id);
  cx_diag_help(diagnostics, diag, "give each step that finishes it `kind: end`");
  for (size_t i = 0; i < check->flow->steps.count && diag->also.count < 3; i++)
    if (is_dead_end(check->flow->steps.items[i]))
      cx_diag_also(diagnostics, diag, check->flow->steps.items[i]->object.id_span, "nothing comes after this");
}

static bool check_dead_end(Check *check, const CxFlowStep *step) {
  if (check->end == NULL || !is_dead_end(step)) return false;
  note_odd(check, ODD_DEAD_END, step, NULL);
  return true;
}

static void check_exits(Check *check, const CxFlowStep *step) {
  if (step->kind != CX_STEP_DECISION || step->next.count < 2) return;
  for (size_t i = 0; i < step->next.count; i++) {
    const CxFlowEdge *edge = step->next.items[i];
    if (edge->label.text != NULL && edge->label.text[0] != '\0') continue;
    note_odd(check, ODD_EXIT, step, edge);
    return;
  }
}

/* ---- Reporting ---------------------------------------------------------------------------------------- */

static CxSpan place_of(const Odd *odd) {
  return odd->exit != NULL ? odd->exit->to.span : odd->step->object.id_span;
}

static void report_one(const Check *check, const OddText *text, const Odd *odd) {
  CxDiagnostics *diagnostics = check->decoder->diagnostics;
  const char *message = cx_pattern_fill(check->decoder->arena, text->one, odd->step->object.id,
                                        odd->exit != NULL ? odd->exit->to.id : NULL);
  cx_diag_help(diagnostics, cx_diag_report(diagnostics, text->code, place_of(odd), "%s", message), "%s", text->help);
}

static void report_many(const Check *check, const OddText *text, const Odd *odds, size_t count) {
  CxDiagnostics *diagnostics = check->decoder->diagnostics;
  const char *number = cx_arena_printf(check->decoder->arena, "%zu", count);
  GString *message = g_string_new(cx_pattern_fill(check->decoder->arena, text->many, number, NULL));
  for (size_t i = 0; i < MIN(count, NAMED_MOST); i++)
    g_string_append_printf(message, "%s`%s`", i == 0 ? ": " : ", ", odds[i].step->object.id);
  if (count > NAMED_MOST) g_string_append_printf(message, " and %zu more", count - NAMED_MOST);
  CxDiag *diag = cx_diag_report(diagnostics, text->code, place_of(&odds[0]), "%s", message->str);
  cx_diag_help(diagnostics, diag, "%s", text->help);
  for (size_t i = 1; i < MIN(count, NAMED_MOST); i++) cx_diag_also(diagnostics, diag, place_of(&odds[i]), "and here");
  g_string_free(message, TRUE);
}

static void report_odds(const Check *check) {
  for (size_t kind = 0; kind < ODD_KINDS; kind++) {
    const Odd *odds = check->odds[kind].items;
    const size_t count = check->odds[kind].count;
    for (size_t i = 0; i < count && count <= SINGLE_MOST; i++) report_one(check, &texts[kind], &odds[i]);
    if (count > SINGLE_MOST) report_many(check, &texts[kind], odds, count);
  }
}

void cx_flow_check(CxDecoder *decoder, const CxFlow *flow) {
  if (has_dangling(flow)) return;
  bool *flags = g_new0(bool, 2 * flow->steps.count + 1), *is_reported = flags + flow->steps.count;
  Check check = {.decoder = decoder, .flow = flow, .is_reached = flags};
  check.entering = g_new0(size_t, flow->steps.count + 1);
  count_entering(&check);
  check_start(&check);
  check_end(&check);
  check_orphans(&check, is_reported);
  for (size_t i = 0; i < flow->steps.count; i++)
    if (!is_reported[i] && !check_dead_end(&check, flow->steps.items[i])) check_exits(&check, flow->steps.items[i]);
  report_odds(&check);
  g_free(check.entering);
  g_free(flags);
}
