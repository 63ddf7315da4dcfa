/* The tables of interviews: the guide with its questions, the sessions with what was answered in them; and the rule
 * that needs both, that an answer's question is one of the guide's.
 *
 * The two questions that close every interview where the guide has none of its own are words of the program.
 */
#include "tables.h"

static const CxField guide_fields[] = {
    {CX_TEXT_ROW("title", CxGuide, title), .doc = "What the interviews are about; the document's title without it."},
    {CX_TEXTS_ROW("questions", CxGuide, questions),
     .doc = "The questions in their order: open ones, on what was done last time rather than on what would be."},
    {CX_TEXTS_ROW("closing", CxGuide, closing),
     .doc = "The questions that close each interview. Without it they are two: \"If you could wave a magic wand, what "
            "would you want from this product, service or brand?\" and \"Is there anything we did not talk about that "
            "I should know?\", in the language of the map."},
};

const CxTable cx_table_guide = {
    .name = "guide",
    .doc = "What is asked in every interview. Drawn as a sheet to print, with room to write under each question.",
    CX_FIELDS(guide_fields),
    .size = sizeof(CxGuide),
};

static const CxField answer_fields[] = {
    {CX_ROW("question", cx_type_count, CX_AT(CxAnswer, question, CxNumber)), .min = 1, .max = 1e6,
     .doc = "The number of the question that it answers: the guide's questions from 1, then the closing ones."},
    {CX_TEXT_ROW("text", CxAnswer, text), .flags = CX_NEEDED, .doc = "What was said, as near to the words as can be."},
    {CX_TEXT_ROW("theme", CxAnswer, theme),
     .doc = "What it is about, in the same words in every answer that is about it: the synthesis has a column for each "
            "theme. Upper and lower case count as the same."},
};

static const CxTable answer_table = {
    .name = "answer",
    .doc = "Something that was said in an interview. A text alone is the `text`.",
    CX_FIELDS(answer_fields),
    .size = sizeof(CxAnswer),
    .short_key = "text",
};

static const CxField session_fields[] = {
    {CX_REF_ROW("persona", CxSession, persona, cx_table_persona), .doc = "The persona that the participant is like."},
    {CX_DATE_ROW("date", CxSession, date), .doc = "When they were interviewed."},
    {CX_TEXT_ROW("participant", CxSession, participant),
     .doc = "Who it was, without the name: `P7`. Without it the session's id stands there. Several sessions with the "
            "same one count as one person."},
    {CX_LIST_ROW("answers", CxSession, answers, CxAnswer, answer_table), .doc = "What was said."},
};

static const CxTable session_table = {
    .name = "session",
    .doc = "An interview with one person.",
    CX_FIELDS(session_fields),
    .size = sizeof(CxSession),
};

static const CxField fields[] = {
    {CX_STRUCT_ROW("guide", CxInterviews, guide, CxGuide, cx_table_guide), .doc = "What is asked."},
    {CX_SECTION_ROW("sessions", CxInterviews, sessions, CxSession, session_table), .doc = "The interviews, by id."},
};

const CxTable cx_table_interviews = {
    .name = "interviews",
    .doc = "Interviews with customers: what is asked, and what was answered. `guide` and `synthesis` are their maps.",
    CX_FIELDS(fields),
    .size = sizeof(CxInterviews),
};

/* ---- Once all is read ---------------------------------------------------------------------------------- */

static void report_question(CxDecoder *decoder, const CxInterviews *interviews, const CxAnswer *answer) {
  const size_t count = cx_guide_questions(interviews->guide) + cx_guide_closing(interviews->guide);
  CxDiagnostics *diagnostics = decoder->diagnostics;
  if (interviews->guide == NULL) {
    CxDiag *diag = cx_diag_report(diagnostics, CX_OUT_OF_RANGE, answer->question.span,
                                  "there is no guide whose question %.0f this could answer", answer->question.value);
    cx_diag_help(diagnostics, diag, "list the questions under `guide`, or leave `question` out");
    return;
  }
  CxDiag *diag = cx_diag_report(diagnostics, CX_OUT_OF_RANGE, answer->question.span,
                                "the guide has no question %.0f, only %zu", answer->question.value, count);
  cx_diag_help(diagnostics, diag, "the guide's questions are 1 to %zu, the closing ones %zu to %zu",
               cx_guide_questions(interviews->guide), cx_guide_questions(interviews->guide) + 1, count);
}

size_t cx_guide_questions(const CxGuide *guide) {
  return guide != NULL ? guide->questions.count : 0;
}

size_t cx_guide_closing(const CxGuide *guide) {
  return guide != NULL && guide->closing.count > 0 ? guide->closing.count : CX_CLOSING_QUESTIONS;
}

void cx_interviews_finish(CxDecoder *decoder, const CxInterviews *interviews) {
  const size_t most = cx_guide_questions(interviews->guide) + cx_guide_closing(interviews->guide);
  for (size_t i = 0; i < interviews->sessions.count; i++) {
    const CxSession *session = interviews->sessions.items[i];
    for (size_t k = 0; k < session->answers.count; k++) {
      const CxAnswer *answer = session->answers.items[k];
      const bool is_known = interviews->guide != NULL && answer->question.value <= (double)most;
      if (answer->question.is_given && !is_known) report_question(decoder, interviews, answer);
    }
  }
}
