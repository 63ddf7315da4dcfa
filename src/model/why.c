/* The tables of 5 whys: a problem, the causes behind it, and what is done about the last of them. */
#include "tables.h"

/* ---- Countermeasures ---------------------------------------------------------------------------------- */

static const CxField action_fields[] = {
    {CX_TEXT_ROW("text", CxWhyAction, text), .flags = CX_NEEDED, .doc = "What is done."},
    {CX_TEXT_ROW("owner", CxWhyAction, owner), .doc = "Who does it."},
    {CX_TEXT_ROW("due", CxWhyAction, due), .doc = "Until when: a date, or any text."},
    {CX_TEXT_ROW("status", CxWhyAction, status),
     .doc = "How far it has got, in any words; `idea`, `planned`, `doing`, `done` and `dropped` are translated."},
    {CX_REFS_ROW("evidence", CxWhyAction, evidence, cx_table_evidence),
     .doc = "Ids of the evidence that it works; each becomes a numbered mark."},
};

static const CxTable action_table = {
    .name = "countermeasure",
    .doc = "What is done about a cause, so that the problem does not come back. A text alone is the `text`.",
    CX_FIELDS(action_fields),
    .size = sizeof(CxWhyAction),
    .short_key = "text",
};

/* ---- Causes ------------------------------------------------------------------------------------------- */

static const CxField cause_fields[] = {
    {CX_TEXT_ROW("why", CxWhyCause, why), .flags = CX_NEEDED,
     .doc = "Why what stands before it happens, in one sentence."},
    {CX_REFS_ROW("evidence", CxWhyCause, evidence, cx_table_evidence),
     .doc = "Ids of the evidence for it; each becomes a numbered mark."},
    {CX_FLAG_ROW("root", CxWhyCause, root), .doc = "`true` marks a root cause: to ask further would not help."},
    {CX_STRUCT_ROW("action", CxWhyCause, action, CxWhyAction, action_table), .doc = "The countermeasure."},
    {CX_LIST_ROW("because", CxWhyCause, because, CxWhyCause, cx_table_cause), .doc = "Why this happens in turn."},
};

const CxTable cx_table_cause = {
    .name = "cause",
    .doc = "An answer to a why, with the whys behind it. A text alone is the `why`.",
    CX_FIELDS(cause_fields),
    .size = sizeof(CxWhyCause),
    .short_key = "why",
};

/* ---- 5 whys ------------------------------------------------------------------------------------------- */

static const CxField problem_fields[] = {
    {CX_TEXT_ROW("text", CxWhyProblem, text), .flags = CX_NEEDED,
     .doc = "What happens, with a figure where there is one."},
    {CX_REFS_ROW("evidence", CxWhyProblem, evidence, cx_table_evidence),
     .doc = "Ids of the evidence for it; each becomes a numbered mark."},
};

static const CxTable problem_table = {
    .name = "problem",
    .doc = "What 5 whys begin with. A text alone is the `text`.",
    CX_FIELDS(problem_fields),
    .size = sizeof(CxWhyProblem),
    .short_key = "text",
};

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxWhy, title), .doc = "The map's title; the document's where it is not given."},
    {CX_STRUCT_ROW("problem", CxWhy, problem, CxWhyProblem, problem_table), .flags = CX_NEEDED,
     .doc = "What happens and shall not."},
    {CX_LIST_ROW("because", CxWhy, because, CxWhyCause, cx_table_cause),
     .doc = "Why it happens: one cause or several, each with those behind it, as deep as need be."},
};

const CxTable cx_table_why = {
    .name = "why",
    .doc = "A problem that is asked down to its root causes: 5 whys, though they may be fewer or more.",
    CX_FIELDS(fields),
    .size = sizeof(CxWhy),
};

/* ---- After all definitions are known ------------------------------------------------------------------ */

/* How deep causes go is limited by the nesting of a file. */
static size_t check_branches(CxDecoder *decoder, const CxWhyCause *const *causes, size_t count) {
  size_t total = count;
  for (size_t i = 0; i < count; i++) {
    const CxWhyCause *cause = causes[i];
    total += check_branches(decoder, (const CxWhyCause *const *)cause->because.items, cause->because.count);
    if (cause->because.count > 0 || cause->root || cause->why.text == NULL) continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_OPEN_BRANCH, cause->why.span,
                                  "this branch of the whys does not end in a root cause");
    cx_diag_help(decoder->diagnostics, diag, "ask further with `because`, or mark it with `root: true`");
  }
  return total;
}

static void check_begun(CxDecoder *decoder, const CxWhy *why) {
  if (why->because.count > 0 || why->problem == NULL || why->problem->text.text == NULL) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_OPEN_BRANCH, why->problem->text.span,
                                "nothing is said yet of why this happens");
  cx_diag_help(decoder->diagnostics, diag, "ask with `because`");
}

void cx_why_finish(CxDecoder *decoder, CxModel *model, CxWhy *why) {
  if (why->title.text == NULL) why->title = model->title;
  check_begun(decoder, why);
  const size_t count = check_branches(decoder, (const CxWhyCause *const *)why->because.items, why->because.count);
  if (count <= CX_LIMIT_COLUMNS) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_TOO_MANY_COLUMNS, why->object.id_span,
                                "the whys have %zu causes, more than %d", count, CX_LIMIT_COLUMNS);
  cx_diag_help(decoder->diagnostics, diag, "ask about several problems one by one");
}
