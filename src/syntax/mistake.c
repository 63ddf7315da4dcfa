/* Mistakes: libyaml's complaint in, a diagnostic out that says what was probably meant.
 *
 * One table turns each of libyaml's sentences into ours. Where the sentence alone says too little (a colon too many, a
 * line that is indented wrongly) a function looks at the lines around and may know better.
 */
#include "syntax.h"

#include <string.h>

typedef struct Case {
  CxDiagnostics *diagnostics;
  const CxSource *source;
  const CxMistake *mistake;
} Case;

typedef struct Lesson {
  const char *problem, *context; /* libyaml's; NULL: any */
  bool (*explain)(const Case *); /* false where it knows nothing; may be NULL */
  const char *message, *help;    /* otherwise */
  const char *opening;           /* what to say where the unfinished thing begins, or NULL */
  bool is_at_context;            /* the mistake is where libyaml began, not where it gave up */
} Lesson;

/* ---- Looking at lines ------------------------------------------------------------------------------- */

static bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

static bool is_space(char byte) {
  return byte == ' ' || byte == '\t';
}

static bool ends_word(char byte) {
  return is_space(byte) || is_line_end(byte) || byte == '\0';
}

static uint32_t line_begin(const char *text, uint32_t at) {
  while (at > 0 && !is_line_end(text[at - 1])) at--;
  return at;
}

static uint32_t line_end(const char *text, uint32_t at) {
  while (text[at] != '\0' && !is_line_end(text[at])) at++;
  return at;
}

static uint32_t skip_spaces(const char *text, uint32_t at) {
  while (is_space(text[at])) at++;
  return at;
}

static uint32_t trim(const char *text, uint32_t begin, uint32_t end) {
  while (end > begin && (is_space(text[end - 1]) || is_line_end(text[end - 1]))) end--;
  return end;
}

/* The text of the line that holds `at`, without spaces around it. */
static CxSpan line_of(const CxSource *source, uint32_t at) {
  const uint32_t begin = skip_spaces(source->text, line_begin(source->text, at));
  return (CxSpan){.source = source, .begin = begin, .end = trim(source->text, begin, line_end(source->text, begin))};
}

/* The nearest line above that has more than spaces or a comment; source NULL where there is none. */
static CxSpan line_above(const CxSource *source, uint32_t at) {
  for (uint32_t begin = line_begin(source->text, at); begin > 0; begin = line_begin(source->text, begin - 1)) {
    const CxSpan line = line_of(source, begin - 1);
    if (line.end > line.begin && source->text[line.begin] != '#') return line;
  }
  return (CxSpan){0};
}

static uint32_t indentation(const CxSource *source, uint32_t at) {
  return skip_spaces(source->text, line_begin(source->text, at)) - line_begin(source->text, at);
}

/* The first colon before `end` that has a space behind it, or has none; `end` where there is none such. */
static uint32_t find_colon(const char *text, CxSpan line, bool with_space) {
  for (uint32_t at = line.begin; at < line.end; at++)
    if (text[at] == ':' && ends_word(text[at + 1]) == with_space) return at;
  return line.end;
}

/* One word or bracket, or the last character before it where there is only the end of a line. */
static CxSpan word_at(const CxSource *source, uint32_t at) {
  const char *text = source->text;
  if (ends_word(text[at])) {
    const uint32_t end = trim(text, 0, at);
    const char *last = end == 0 ? text : g_utf8_prev_char(text + end);
    return (CxSpan){.source = source, .begin = (uint32_t)(last - text), .end = end};
  }
  uint32_t end = at + 1;
  while (strchr(",[]{}", text[at]) == NULL && !ends_word(text[end])) end++;
  return (CxSpan){.source = source, .begin = at, .end = end};
}

static CxSpan bytes_at(const CxSource *source, uint32_t at, uint32_t length) {
  return (CxSpan){.source = source, .begin = at, .end = at + length};
}

/* ---- Explanations ----------------------------------------------------------------------------------- */

#define LONGEST_QUOTED 60
#define QUOTE_IT "put the text in quotes"
#define DOUBLE_IT "write \\\\ for a backslash, or put the text in single quotes"

/* `key:value`, unless it is the beginning of a link. */
static bool explain_missing_space(const Case *this, CxSpan line) {
  const char *text = this->source->text;
  if (find_colon(text, line, true) < line.end) return false;
  const uint32_t colon = find_colon(text, line, false);
  if (colon == line.end || colon == line.begin || text[colon + 1] == '/') return false;
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, bytes_at(this->source, colon, 1),
                                "a space is missing behind this `:`");
  if (line.end - line.begin <= LONGEST_QUOTED)
    cx_diag_help(this->diagnostics, diag, "write `%.*s: %.*s`", (int)(colon - line.begin), text + line.begin,
                 (int)(line.end - colon - 1), text + colon + 1);
  return true;
}

/* `title: Order: step 2` */
static bool explain_second_colon(const Case *this, CxSpan line) {
  const char *text = this->source->text;
  const uint32_t problem = this->mistake->problem_at, colon = find_colon(text, line, true);
  if (colon >= problem) return false;
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, bytes_at(this->source, problem, 1),
                                "a text with a `:` and a space in it must be in quotes");
  const uint32_t value = skip_spaces(text, colon + 1), length = line.end - value;
  const bool is_simple = memchr(text + value, '"', length) == NULL && memchr(text + value, '#', length) == NULL;
  if (length <= LONGEST_QUOTED && is_simple)
    cx_diag_help(this->diagnostics, diag, "write `\"%.*s\"`", (int)length, text + value);
  else
    cx_diag_help(this->diagnostics, diag, "put the whole text in quotes");
  return true;
}

/* A line that is deeper than a line above that needs nothing more. */
static void report_too_deep(const Case *this, CxSpan line, CxSpan above) {
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, line,
                                "this line is indented deeper than the one above, which has its value already");
  cx_diag_help(this->diagnostics, diag,
               "if it is a new key, begin it in the same column; if it goes on a text, put the whole text in quotes");
  cx_diag_also(this->diagnostics, diag, above, "the line above");
}

#define LONGEST_KEY 1024

static bool explain_long_key(const Case *this, CxSpan line) {
  const char *text = this->source->text;
  if (g_utf8_pointer_to_offset(text + line.begin, text + this->mistake->problem_at) <= LONGEST_KEY) return false;
  cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, bytes_at(this->source, line.begin, 1),
                 "a key cannot have more than %d characters", LONGEST_KEY);
  return true;
}

static bool explain_value(const Case *this) {
  const CxSpan line = line_of(this->source, this->mistake->problem_at);
  if (explain_second_colon(this, line) || explain_long_key(this, line)) return true;
  const CxSpan above = line_above(this->source, line.begin);
  if (above.source == NULL) return false;
  if (!explain_missing_space(this, above)) report_too_deep(this, line, above);
  return true;
}

static bool explain_simple_key(const Case *this) {
  const char *text = this->source->text;
  const CxSpan line = line_of(this->source, this->mistake->context_at);
  if (explain_missing_space(this, line)) return true;
  const bool is_entry = text[line.begin] == '-';
  CxDiag *diag = is_entry
                     ? cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, bytes_at(this->source, line.begin, 1),
                                      "a space is missing behind this `-`")
                     : cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, line, "this line has no `:` behind a key");
  cx_diag_help(this->diagnostics, diag, "%s",
               is_entry ? "write `- ` before each entry of a list"
                        : "write `key: value`; indent the line deeper if it goes on the text above");
  return true;
}

/* `"A" and B`, `[a] b`, `*a b` */
static bool explain_rest_of_line(const Case *this) {
  const char *text = this->source->text;
  const uint32_t problem = this->mistake->problem_at, end = trim(text, line_begin(text, problem), problem);
  const char last = text[end - 1];
  const bool is_quote = last == '"' || last == '\'', is_bracket = last == ']' || last == '}';
  if (!is_quote && !is_bracket) return false;
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, word_at(this->source, problem),
                                "the text before this ended with the `%c`", last);
  cx_diag_help(this->diagnostics, diag, "%s",
               is_bracket    ? "put a text that begins with a bracket in quotes"
               : last == '"' ? "put the whole text in quotes, and write \\\" for a quote inside it"
                             : "put the whole text in quotes, and write '' for an apostrophe inside it");
  if (is_quote && this->mistake->last_scalar.end == end)
    cx_diag_also(this->diagnostics, diag, this->mistake->last_scalar, "the text in quotes");
  return true;
}

static bool explain_indentation(const Case *this) {
  const CxSource *source = this->source;
  const uint32_t problem = this->mistake->problem_at;
  const CxSpan line = line_of(source, problem), above = line_above(source, problem);
  if (line.begin < problem) return explain_rest_of_line(this);
  const uint32_t context = this->mistake->context_at, context_column = context - line_begin(source->text, context);
  if (indentation(source, problem) <= context_column || above.source == NULL) return false;
  if (indentation(source, above.begin) <= indentation(source, problem)) {
    report_too_deep(this, line, above);
    return true;
  }
  CxDiag *diag =
      cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, line, "the indentation of this line fits no line above");
  cx_diag_help(this->diagnostics, diag, "begin it in the same column as the lines it belongs with");
  cx_diag_also(this->diagnostics, diag, word_at(source, context), "it is deeper than this");
  cx_diag_also(this->diagnostics, diag, word_at(source, above.begin), "and less deep than this");
  return true;
}

static bool explain_character(const Case *this) {
  const CxSpan span = bytes_at(this->source, this->mistake->problem_at, 1);
  const char character = this->source->text[span.begin];
  if (character == '\t') {
    CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, span, "a tab cannot indent a line");
    cx_diag_help(this->diagnostics, diag, "use spaces");
    return true;
  }
  if (strchr("@`%", character) == NULL) return false;
  const char name[] = {'`', character, '`', '\0'};
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, span, "a text that begins with %s must be in quotes",
                                character == '`' ? "a backtick" : name);
  cx_diag_help(this->diagnostics, diag, QUOTE_IT);
  return true;
}

static bool explain_escape(const Case *this) {
  const CxSource *source = this->source;
  const uint32_t at = this->mistake->problem_at;
  const char *next = source->text + at + 1;
  if (source->text[at] != '\\' || ends_word(*next)) return false;
  const int length = (int)(g_utf8_next_char(next) - next);
  CxDiag *diag = cx_diag_report(this->diagnostics, CX_YAML_SYNTAX, bytes_at(source, at, 1 + (uint32_t)length),
                                "`\\%.*s` means nothing in double quotes", length, next);
  cx_diag_help(this->diagnostics, diag, DOUBLE_IT);
  return true;
}

/* ---- The table -------------------------------------------------------------------------------------- */

/* The first row that fits counts. */
static const Lesson lessons[] = {
    {.problem = "mapping values are not allowed in this context",
     .explain = explain_value,
     .message = "a key cannot stand here",
     .help = "begin a new line for it; a text with a `:` and a space in it must be in quotes"},
    {.problem = "could not find expected ':'", .explain = explain_simple_key},
    {.problem = "did not find expected key",
     .explain = explain_indentation,
     .message = "a key is expected here",
     .help = "write `key: value` in the column of the other keys",
     .opening = "the map begins here"},
    {.problem = "did not find expected '-' indicator",
     .explain = explain_indentation,
     .message = "an entry of the list is expected here, which begins with `- `",
     .help = "indent this line deeper if it belongs to the entry above, and less if the list is finished",
     .opening = "the list begins here"},
    {.problem = "did not find expected ',' or ']'",
     .message = "a `,` or the closing `]` is missing before this",
     .help = "put a text in quotes that has a comma, a bracket or a `: ` in it",
     .opening = "the list begins here"},
    {.problem = "did not find expected ',' or '}'",
     .message = "a `,` or the closing `}` is missing before this",
     .help = "put a text in quotes that has a comma, a bracket or a `: ` in it",
     .opening = "the map begins here"},
    {.problem = "did not find expected node content", .message = "a value is missing before this"},
    {.problem = "found character that cannot start any token",
     .explain = explain_character,
     .message = "a text cannot begin with this character",
     .help = QUOTE_IT},
    {.problem = "found a tab character that violates indentation", .explain = explain_character},
    {.problem = "found a tab character where an indentation space is expected", .explain = explain_character},
    {.problem = "found unexpected end of stream",
     .message = "the quote that opens this text is never closed",
     .help = "write the same quote at the end of the text",
     .is_at_context = true},
    {.problem = "found unexpected document indicator",
     .message = "the quote that opens this text is not closed before the document ends",
     .help = "write the same quote at the end of the text",
     .is_at_context = true},
    {.problem = "found unknown escape character",
     .explain = explain_escape,
     .message = "this escape means nothing",
     .help = DOUBLE_IT},
    {.problem = "did not find expected hexdecimal number",
     .message = "\\x, \\u and \\U must have 2, 4 and 8 hexadecimal digits",
     .help = DOUBLE_IT},
    {.problem = "found invalid Unicode character escape code", .message = "this escape stands for no character"},
    {.problem = "did not find expected alphabetic or numeric character",
     .context = "while scanning an alias",
     .message = "a text that begins with `*` must be in quotes",
     .help = "without quotes, `*` and a name repeat what `&` named",
     .is_at_context = true},
    {.problem = "did not find expected alphabetic or numeric character",
     .context = "while scanning an anchor",
     .message = "a text that begins with `&` must be in quotes",
     .help = "without quotes, `&` names the value behind it",
     .is_at_context = true},
    {.problem = "did not find expected comment or line break",
     .context = "while scanning a block scalar",
     .message = "a text under `|` or `>` begins on the next line",
     .help = "begin a new line here, indented deeper than the key"},
    {.problem = "found an indentation indicator equal to 0",
     .message = "the number behind `|` or `>` is at least 1",
     .help = "leave it out"},
    {.problem = "block sequence entries are not allowed in this context",
     .message = "a list cannot begin on the line of its key",
     .help = "begin a new line before the `-`, write the list as [a, b], or put the text in quotes"},
    {.problem = "mapping keys are not allowed in this context",
     .message = "a text that begins with `? ` must be in quotes",
     .help = QUOTE_IT},
    {.problem = "found unknown directive name",
     .message = "a line that begins with `%` is a directive, and there is none of this name",
     .help = "if it is a text, put it in quotes",
     .is_at_context = true},
    {.problem = "found incompatible YAML document",
     .message = "this version of YAML is not known",
     .help = "delete this line"},
    {.problem = "found duplicate %YAML directive", .message = "a second %YAML line", .help = "delete one of them"},
    {.problem = "did not find expected <document start>",
     .message = "a line `---` is missing between the lines that begin with `%` and the document",
     .help = "delete the lines that begin with `%`"},
    {.problem = "found unexpected ':'", .message = "a `:` cannot stand here", .help = QUOTE_IT},
    {.problem = "found undefined tag handle",
     .message = "a text that begins with `!` must be in quotes",
     .help = QUOTE_IT},
    /* What has no row of its own is told apart by the context. */
    {.context = "while scanning a tag",
     .message = "a text that begins with `!` must be in quotes",
     .help = QUOTE_IT,
     .is_at_context = true},
    {.context = "while parsing a tag",
     .message = "a text that begins with `!` must be in quotes",
     .help = QUOTE_IT,
     .is_at_context = true},
    {.context = "while scanning a directive",
     .message = "a text that begins with `%` must be in quotes",
     .help = QUOTE_IT,
     .is_at_context = true},
    {.context = "while scanning a %YAML directive",
     .message = "this is no version of YAML",
     .help = "delete this line",
     .is_at_context = true},
};

static bool fits(const Lesson *lesson, const CxMistake *mistake) {
  return (lesson->problem == NULL || strcmp(lesson->problem, mistake->problem) == 0) &&
         (lesson->context == NULL || (mistake->context != NULL && strcmp(lesson->context, mistake->context) == 0));
}

static const Lesson *find_lesson(const CxMistake *mistake) {
  for (size_t i = 0; i < G_N_ELEMENTS(lessons); i++)
    if (fits(&lessons[i], mistake)) return &lessons[i];
  return NULL;
}

void cx_mistake_report(CxDiagnostics *diagnostics, const CxSource *source, const CxMistake *mistake) {
  const Case this = {.diagnostics = diagnostics, .source = source, .mistake = mistake};
  const Lesson unknown = {.message = mistake->problem}, *lesson = find_lesson(mistake);
  if (lesson == NULL) lesson = &unknown;
  if (lesson->explain != NULL && lesson->explain(&this)) return;
  const CxSpan span = word_at(source, lesson->is_at_context ? mistake->context_at : mistake->problem_at);
  const char *message = lesson->message != NULL ? lesson->message : mistake->problem;
  CxDiag *diag = cx_diag_report(diagnostics, CX_YAML_SYNTAX, span, "%s", message);
  if (lesson->help != NULL) cx_diag_help(diagnostics, diag, "%s", lesson->help);
  if (lesson->opening != NULL)
    cx_diag_also(diagnostics, diag, bytes_at(source, mistake->context_at, 1), lesson->opening);
}
