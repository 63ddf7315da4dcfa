/* Parsing: the text of one file in, its tree out. The only user of libyaml.
 *
 * libyaml's events drive a builder. What libyaml lets pass is checked around it: the encoding before; tags, lengths and
 * escaped control characters of each scalar; a second document after. libyaml counts characters, so a cursor turns its
 * marks into byte offsets; marks hardly ever go back, so all of them together cost one walk through the text.
 */
#include "syntax.h"

#include <string.h>
#include <yaml.h>

typedef struct Cursor {
  size_t index; /* in characters */
  uint32_t offset;
} Cursor;

typedef struct Parse {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  const CxSource *source;
  CxBuilder *builder;
  Cursor cursor;
  CxSpan last_scalar;
  bool is_done;
  yaml_parser_t yaml;
} Parse;

/* ---- Places ----------------------------------------------------------------------------------------- */

static uint32_t offset_of(Parse *parse, yaml_mark_t mark) {
  const char *text = parse->source->text;
  Cursor *cursor = &parse->cursor;
  for (; cursor->index < mark.index && cursor->offset < parse->source->length; cursor->index++)
    cursor->offset = (uint32_t)(g_utf8_next_char(text + cursor->offset) - text);
  for (; cursor->index > mark.index; cursor->index--)
    cursor->offset = (uint32_t)(g_utf8_prev_char(text + cursor->offset) - text);
  return cursor->offset;
}

static CxSpan span_of(const Parse *parse, uint32_t begin, uint32_t end) {
  return (CxSpan){.source = parse->source, .begin = begin, .end = end};
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static uint32_t skip_word(const char *text, uint32_t at, uint32_t end) {
  while (at < end && !is_blank(text[at])) at++;
  return at;
}

static uint32_t skip_line(const char *text, uint32_t at, uint32_t end) {
  while (at < end && text[at] != '\n' && text[at] != '\r') at++;
  return at;
}

static uint32_t skip_blanks_and_comments(const char *text, uint32_t at, uint32_t end) {
  while (at < end && (is_blank(text[at]) || text[at] == '#')) at = text[at] == '#' ? skip_line(text, at, end) : at + 1;
  return at;
}

/* Where a value itself begins: libyaml's marks include its anchor and its tag. */
static uint32_t skip_properties(const char *text, uint32_t at, uint32_t end) {
  while (at < end && (text[at] == '&' || text[at] == '!'))
    at = skip_blanks_and_comments(text, skip_word(text, at, end), end);
  return at;
}

/* ---- Tags ------------------------------------------------------------------------------------------- */

static bool is_tag_of_kind(const char *tag, CxNodeKind kind) {
  static const char *const tags[] = {
      [CX_NODE_SCALAR] = YAML_STR_TAG, [CX_NODE_LIST] = YAML_SEQ_TAG, [CX_NODE_MAP] = YAML_MAP_TAG};
  return strcmp(tag, "!") == 0 || strcmp(tag, tags[kind]) == 0;
}

static void check_tag(const Parse *parse, const yaml_char_t *tag, CxNodeKind kind, uint32_t begin, uint32_t end) {
  if (tag == NULL || is_tag_of_kind((const char *)tag, kind)) return;
  const char *text = parse->source->text;
  while (begin < end && text[begin] != '!') begin++;
  const CxSpan span = span_of(parse, begin, skip_word(text, begin, end));
  CxDiag *diag = cx_diag_report(parse->diagnostics, CX_UNSUPPORTED_TAG, span, "this tag has no meaning here");
  cx_diag_help(parse->diagnostics, diag, "leave the tag out; put a text that begins with `!` in quotes");
}

static bool is_line_end(gunichar character) {
  return character == '\n' || character == '\r' || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* Directives that define tags are of no use here, and libyaml takes quadratic time over many of them. */
static bool has_tag_directive(const Parse *parse) {
  const char *text = parse->source->text;
  for (const char *at = text; (at = strstr(at, "%TAG")) != NULL; at++) {
    if (at > text && !is_line_end(g_utf8_get_char(g_utf8_prev_char(at)))) continue;
    const uint32_t begin = (uint32_t)(at - text);
    CxDiag *diag = cx_diag_report(parse->diagnostics, CX_UNSUPPORTED_TAG, span_of(parse, begin, begin + 4),
                                  "tags cannot be defined here");
    cx_diag_help(parse->diagnostics, diag, "delete this line");
    return true;
  }
  return false;
}

/* ---- Scalars ---------------------------------------------------------------------------------------- */

static CxSpan scalar_span(Parse *parse, const yaml_event_t *event) {
  const char *text = parse->source->text;
  const uint32_t begin = offset_of(parse, event->start_mark);
  if (event->data.scalar.style != YAML_LITERAL_SCALAR_STYLE && event->data.scalar.style != YAML_FOLDED_SCALAR_STYLE) {
    const uint32_t end = offset_of(parse, event->end_mark);
    return span_of(parse, skip_properties(text, begin, end), end);
  }
  const uint32_t header = skip_properties(text, begin, (uint32_t)parse->source->length);
  return span_of(parse, header, skip_word(text, header, (uint32_t)parse->source->length));
}

/* Escapes can make what the encoding check does not let pass: such characters are reported and left out. */
static char *copy_text(const Parse *parse, const char *text, size_t length, CxSpan span) {
  const char *end = text + length, *control = cx_encoding_find_control(text, end);
  if (control != NULL)
    cx_diag_report(parse->diagnostics, CX_CONTROL_CHARACTER, span,
                   "an escape in this text stands for the control character U+%04X", g_utf8_get_char(control));
  char *copy = cx_arena_alloc(parse->arena, length + 1), *out = copy;
  for (; control != NULL; control = cx_encoding_find_control(text, end)) {
    memcpy(out, text, (size_t)(control - text));
    out += control - text;
    text = g_utf8_next_char(control);
  }
  memcpy(out, text, (size_t)(end - text));
  return copy;
}

static char *limit_text(const Parse *parse, char *text, size_t length, CxSpan span) {
  if (length <= CX_LIMIT_TEXT || g_utf8_strlen(text, -1) <= (glong)CX_LIMIT_TEXT) return text;
  CxDiag *diag = cx_diag_report(parse->diagnostics, CX_TEXT_TOO_LONG, span, "this text has more than %u characters",
                                CX_LIMIT_TEXT);
  cx_diag_help(parse->diagnostics, diag, "a map is no place for so much text: shorten it");
  *g_utf8_offset_to_pointer(text, CX_LIMIT_TEXT) = '\0';
  return text;
}

static bool read_scalar(Parse *parse, const yaml_event_t *event) {
  const char *value = (const char *)event->data.scalar.value;
  const size_t length = event->data.scalar.length;
  const yaml_char_t *tag = event->data.scalar.tag;
  const CxSpan span = scalar_span(parse, event);
  if (tag != NULL) check_tag(parse, tag, CX_NODE_SCALAR, offset_of(parse, event->start_mark), span.end);
  CxNode *node = cx_new(parse->arena, CxNode);
  *node = (CxNode){
      .kind = CX_NODE_SCALAR,
      .is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && tag == NULL,
      .span = span,
      .text = limit_text(parse, copy_text(parse, value, length, span), length, span),
  };
  parse->last_scalar = span;
  return cx_builder_scalar(parse->builder, node, (const char *)event->data.scalar.anchor);
}

/* ---- Events ----------------------------------------------------------------------------------------- */

static bool open_collection(Parse *parse, const yaml_event_t *event, CxNodeKind kind, const yaml_char_t *anchor,
                            const yaml_char_t *tag) {
  const uint32_t start = offset_of(parse, event->start_mark), end = offset_of(parse, event->end_mark);
  check_tag(parse, tag, kind, start, end);
  const uint32_t begin = skip_properties(parse->source->text, start, end);
  return cx_builder_open(parse->builder, kind, span_of(parse, begin, MAX(begin, end)), (const char *)anchor);
}

/* Only a bracket or brace has a width; the end of a block is where something else begins. */
static void close_collection(Parse *parse, const yaml_event_t *event) {
  const bool has_bracket = event->start_mark.index < event->end_mark.index;
  cx_builder_close(parse->builder, has_bracket ? offset_of(parse, event->end_mark) : 0);
}

static bool read_alias(Parse *parse, const yaml_event_t *event) {
  const uint32_t begin = offset_of(parse, event->start_mark);
  return cx_builder_alias(parse->builder, (const char *)event->data.alias.anchor,
                          span_of(parse, begin, offset_of(parse, event->end_mark)));
}

/* Only blanks, comments and `...` may follow the first document. */
static void end_document(Parse *parse, const yaml_event_t *event) {
  parse->is_done = true;
  const char *text = parse->source->text;
  const uint32_t end = (uint32_t)parse->source->length;
  uint32_t at = skip_blanks_and_comments(text, offset_of(parse, event->end_mark), end);
  while (strncmp(text + at, "...", 3) == 0) at = skip_blanks_and_comments(text, at + 3, end);
  if (at == end) return;
  const bool is_document = text[at] == '%' || strncmp(text + at, "---", 3) == 0;
  CxDiag *diag =
      cx_diag_report(parse->diagnostics, is_document ? CX_SEVERAL_DOCUMENTS : CX_YAML_SYNTAX,
                     span_of(parse, at, skip_line(text, at, end)),
                     is_document ? "a second document begins here" : "this stands behind the end of the document");
  if (is_document) cx_diag_help(parse->diagnostics, diag, "put it into a file of its own; `include` can join them");
}

/* False where reading has to be given up. */
static bool read_event(Parse *parse, const yaml_event_t *event) {
  switch (event->type) {
  case YAML_SCALAR_EVENT: return read_scalar(parse, event);
  case YAML_ALIAS_EVENT: return read_alias(parse, event);
  case YAML_SEQUENCE_START_EVENT:
    return open_collection(parse, event, CX_NODE_LIST, event->data.sequence_start.anchor,
                           event->data.sequence_start.tag);
  case YAML_MAPPING_START_EVENT:
    return open_collection(parse, event, CX_NODE_MAP, event->data.mapping_start.anchor, event->data.mapping_start.tag);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: close_collection(parse, event); return true;
  case YAML_DOCUMENT_END_EVENT: end_document(parse, event); return true;
  case YAML_STREAM_START_EVENT:
  case YAML_DOCUMENT_START_EVENT: return true;
  case YAML_STREAM_END_EVENT:
  case YAML_NO_EVENT: parse->is_done = true; return true;
  }
  g_assert_not_reached();
}

static void report_mistake(Parse *parse) {
  const yaml_parser_t *yaml = &parse->yaml;
  if (yaml->error == YAML_MEMORY_ERROR) g_error("libyaml has no memory left");
  const CxMistake mistake = {
      .context = yaml->context,
      .problem = yaml->problem,
      .problem_at = offset_of(parse, yaml->problem_mark),
      .context_at = offset_of(parse, yaml->context_mark),
      .last_scalar = parse->last_scalar,
  };
  cx_mistake_report(parse->diagnostics, parse->source, &mistake);
}

static bool read_events(Parse *parse) {
  bool is_good = true;
  while (is_good && !parse->is_done) {
    yaml_event_t event;
    is_good = yaml_parser_parse(&parse->yaml, &event);
    if (!is_good) {
      report_mistake(parse);
      break;
    }
    is_good = read_event(parse, &event);
    yaml_event_delete(&event);
  }
  return is_good;
}

/* ---- The whole -------------------------------------------------------------------------------------- */

static bool check_root(const Parse *parse, const CxNode *root) {
  if (cx_node_is_absent(root)) {
    CxDiag *diag = cx_diag_report(parse->diagnostics, CX_EMPTY_DOCUMENT, span_of(parse, 0, 0), "this file is empty");
    cx_diag_help(parse->diagnostics, diag, "write keys and values: `title: …`");
    return false;
  }
  if (root->kind == CX_NODE_MAP) return true;
  CxDiag *diag =
      cx_diag_report(parse->diagnostics, CX_NOT_A_MAP, root->span,
                     "a definition file is a map of keys and values, but this is %s", cx_node_kind_text(root));
  cx_diag_help(parse->diagnostics, diag, "begin lines with a key, a colon and a space: `title: …`");
  return false;
}

CxNode *cx_parse_file(CxArena *arena, const CxSource *source, CxDiagnostics *diagnostics, size_t *nodes) {
  Parse parse = {.arena = arena, .diagnostics = diagnostics, .source = source};
  if (!cx_encoding_is_good(source, diagnostics) || has_tag_directive(&parse)) return NULL;
  if (!yaml_parser_initialize(&parse.yaml)) g_error("libyaml has no memory left");
  yaml_parser_set_encoding(&parse.yaml, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parse.yaml, (const unsigned char *)source->text, source->length);
  parse.builder = cx_builder_new(arena, diagnostics, nodes);
  const bool is_good = read_events(&parse);
  CxNode *root = cx_builder_root(parse.builder);
  cx_builder_free(parse.builder);
  yaml_parser_delete(&parse.yaml);
  return is_good && check_root(&parse, root) ? root : NULL;
}

CxNode *cx_syntax_parse(CxArena *arena, const CxSource *source, CxDiagnostics *diagnostics) {
  size_t nodes = 0;
  return cx_parse_file(arena, source, diagnostics, &nodes);
}
