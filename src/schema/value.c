/* Values with a syntax of their own: dates, links, lengths, paths of files. */
#include "schema.h"

#include <string.h>

/* ---- Dates ------------------------------------------------------------------------------------------ */

/* Exactly `count` digits; advances the text. */
static bool read_digits(const char **text, int count, int *value) {
  *value = 0;
  for (; count > 0; count--, (*text)++) {
    if (!g_ascii_isdigit(**text)) return false;
    *value = *value * 10 + (**text - '0');
  }
  return true;
}

bool cx_date_parse(const char *text, CxDate *date) {
  CxDate found = {.month = 1, .day = 1};
  bool is_good = read_digits(&text, 4, &found.year);
  const bool has_month = is_good && *text == '-';
  if (has_month) is_good = read_digits((text++, &text), 2, &found.month);
  const bool has_day = has_month && is_good && *text == '-';
  if (has_day) is_good = read_digits((text++, &text), 2, &found.day);
  if (!is_good || *text != '\0' ||
      !g_date_valid_dmy((GDateDay)found.day, (GDateMonth)found.month, (GDateYear)found.year))
    return false;
  date->year = found.year;
  date->month = has_month ? found.month : 0;
  date->day = has_day ? found.day : 0;
  return true;
}

static void date_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxDate *date = member;
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
  } else if (cx_date_parse(node->text, date)) {
    date->span = node->span;
  } else {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_DATE, node->span, "`%s` is no date", node->text);
    cx_diag_help(decoder->diagnostics, diag, "write 2026, 2026-03 or 2026-03-02");
  }
}

static bool date_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxDate *date = member;
  if (date->year == 0) return false;
  char *text = date->month == 0 ? g_strdup_printf("%04d", date->year)
               : date->day == 0 ? g_strdup_printf("%04d-%02d", date->year, date->month)
                                : g_strdup_printf("%04d-%02d-%02d", date->year, date->month, date->day);
  cx_json_string(json, text);
  g_free(text);
  return true;
}

const CxType cx_type_date = {.name = "a date", .decode = date_decode, .write = date_write};

/* ---- Links ------------------------------------------------------------------------------------------ */

static bool has_scheme(const char *text, const char *scheme) {
  return g_ascii_strncasecmp(text, scheme, strlen(scheme)) == 0 && text[strlen(scheme)] != '\0';
}

static bool has_space(const char *text) {
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_isspace(g_utf8_get_char(text)) || (unsigned char)*text < 0x20) return true;
  return false;
}

static bool is_link(const char *text) {
  return (has_scheme(text, "https://") || has_scheme(text, "http://") || has_scheme(text, "mailto:")) &&
         !has_space(text);
}

static void link_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  if (is_link(node->text)) {
    *(const char **)member = node->text;
    return;
  }
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_LINK, node->span, "`%s` is no link", node->text);
  const bool is_address = strchr(node->text, ':') == NULL && strchr(node->text, '.') != NULL && !has_space(node->text);
  if (is_address)
    cx_diag_help(decoder->diagnostics, diag, "write `%s%s`", strchr(node->text, '@') != NULL ? "mailto:" : "https://",
                 node->text);
  else
    cx_diag_help(decoder->diagnostics, diag, "a link begins with `https://`, `http://` or `mailto:` and has no spaces");
}

static bool link_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, member, json);
}

const CxType cx_type_link = {.name = "a link", .decode = link_decode, .write = link_write};

/* ---- Lengths ---------------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  double points;
} units[] = {{"mm", 72 / 25.4}, {"in", 72}, {"pt", 1}};

static bool parse_length(const char *text, double *points) {
  for (size_t i = 0; i < CX_COUNT(units); i++) {
    if (!g_str_has_suffix(text, units[i].name)) continue;
    char *number = g_strchomp(g_strndup(text, strlen(text) - strlen(units[i].name)));
    const bool is_good = cx_number_parse(number, points);
    g_free(number);
    *points *= units[i].points;
    return is_good;
  }
  return false;
}

static void length_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  double points = 0;
  if (node->kind != CX_NODE_SCALAR) {
    cx_report_wrong_type(decoder, node, field->type->name);
  } else if (!parse_length(node->text, &points)) {
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_BAD_LENGTH, node->span, "`%s` is no length", node->text);
    cx_diag_help(decoder->diagnostics, diag, "write a number with its unit: `3mm`, `0.1in` or `8pt`");
  } else if (points < field->min || points > field->max) {
    char min[CX_NUMBER_LENGTH], max[CX_NUMBER_LENGTH];
    cx_diag_report(decoder->diagnostics, CX_OUT_OF_RANGE, node->span,
                   "%s must be between %spt and %spt, but this is %s", cx_decoder_subject(decoder, node),
                   cx_number_format(field->min, 3, min), cx_number_format(field->max, 3, max), node->text);
  } else {
    *(CxNumber *)member = (CxNumber){.value = points, .is_given = true, .span = node->span};
  }
}

static bool length_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_number.write(field, member, json);
}

const CxType cx_type_length = {.name = "a length", .decode = length_decode, .write = length_write};

/* ---- Files ------------------------------------------------------------------------------------------ */

/* Without a root (a table is being checked) no path is looked up. */
static bool decode_file(CxDecoder *decoder, const CxNode *node, const char *wanted, CxFile *file) {
  if (node->kind != CX_NODE_SCALAR || cx_node_is_absent(node)) {
    cx_report_wrong_type(decoder, node, wanted);
    return false;
  }
  CxSourceError error = CX_SOURCE_OK;
  const char *path = decoder->root == NULL
                         ? NULL
                         : cx_root_resolve(decoder->arena, decoder->root, node->span.source, node->text, &error);
  if (path != NULL && g_file_test(path, G_FILE_TEST_IS_DIR)) error = CX_SOURCE_DIRECTORY;
  if (error != CX_SOURCE_OK) {
    cx_report_file(decoder->arena, decoder->root, decoder->diagnostics, node, error);
    return false;
  }
  *file = (CxFile){.text = node->text, .path = path, .span = node->span};
  return true;
}

static void file_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  decode_file(decoder, node, field->type->name, member);
}

static bool file_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_string.write(field, &((const CxFile *)member)->text, json);
}

const CxType cx_type_file = {.name = "a path", .decode = file_decode, .write = file_write};

static void add_file(CxDecoder *decoder, const CxField *field, const CxNode *node, CxFiles *files) {
  CxFile file;
  if (decode_file(decoder, node, field->type->name, &file)) *cx_list_add(decoder->arena, files) = file;
}

static void files_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind != CX_NODE_LIST) add_file(decoder, field, node, member);
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) add_file(decoder, field, node->list.items[i], member);
}

static bool files_write(const CxField *field, const void *member, CxJson *json) {
  const CxFiles *files = member;
  if (files->count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < files->count; i++) file_write(field, &files->items[i], json);
  cx_json_end(json);
  return true;
}

const CxType cx_type_files = {.name = "a path or a list of paths", .decode = files_decode, .write = files_write};
