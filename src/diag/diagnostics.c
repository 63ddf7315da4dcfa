/* Problems: reported one by one in any order, given back sorted.
 *
 * A file can be wrong in more places than anybody reads, and one wrong node can be seen many times through aliases. So
 * a problem is kept once, a thousand of each severity are kept, and messages are cut where a text from the file makes
 * them endless; the counts go on.
 */
#include "print.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_MESSAGE 1000 /* bytes */

struct CxDiagnostics {
  CxArena *arena;
  CX_LIST(CxDiag *) kept;
  GHashTable *known; /* the kept ones, by what makes them the same */
  size_t counts[CX_ERROR + 1];
  CxDiag spare;          /* stands in for what is not kept */
  const CxDiag **sorted; /* the first `sorted_count` that were kept */
  size_t sorted_count;
};

/* Definitions that are checked together may include the same file, which is read for each. */
static guint hash_source(const CxSource *source) {
  return source != NULL && source->path != NULL ? g_str_hash(source->path) : g_direct_hash(source);
}

static bool is_same_source(const CxSource *one, const CxSource *other) {
  if (one == other) return true;
  return one != NULL && other != NULL && one->path != NULL && g_strcmp0(one->path, other->path) == 0;
}

static guint hash_diag(gconstpointer key) {
  const CxDiag *diag = key;
  return (guint)diag->code * 31 + diag->span.begin * 131 + diag->span.end * 17 + hash_source(diag->span.source) +
         g_str_hash(diag->message);
}

static gboolean is_same(gconstpointer a, gconstpointer b) {
  const CxDiag *one = a, *other = b;
  return one->code == other->code && is_same_source(one->span.source, other->span.source) &&
         one->span.begin == other->span.begin && one->span.end == other->span.end &&
         strcmp(one->message, other->message) == 0;
}

static void release_table(void *table) {
  g_hash_table_unref(table);
}

CxDiagnostics *cx_diagnostics_new(CxArena *arena) {
  CxDiagnostics *list = cx_new(arena, CxDiagnostics);
  list->arena = arena;
  list->known = g_hash_table_new(hash_diag, is_same);
  cx_arena_defer(arena, release_table, list->known);
  return list;
}

/* ---- Reporting ---------------------------------------------------------------------------------- */

static G_GNUC_PRINTF(1, 0) char *format_message(const char *format, va_list arguments) {
  char *message = g_strdup_vprintf(format, arguments);
  if (strlen(message) <= LONGEST_MESSAGE) return message;
  size_t end = LONGEST_MESSAGE;
  while (end > 0 && ((unsigned char)message[end] & 0xc0) == 0x80) end--;
  char *cut = g_strdup_printf("%.*s…", (int)end, message);
  g_free(message);
  return cut;
}

static CxDiag *keep(CxDiagnostics *list, const CxDiag *diag) {
  CxDiag *kept = cx_new(list->arena, CxDiag);
  *kept = *diag;
  kept->message = cx_arena_strdup(list->arena, diag->message);
  *cx_list_add(list->arena, &list->kept) = kept;
  g_hash_table_add(list->known, kept);
  return kept;
}

CxDiag *cx_diag_report(CxDiagnostics *list, CxCode code, CxSpan span, const char *message, ...) {
  va_list arguments;
  va_start(arguments, message);
  char *text = format_message(message, arguments);
  va_end(arguments);
  CxDiag *result = &list->spare;
  list->spare = (CxDiag){.code = code, .severity = cx_code_info(code)->severity, .span = span, .message = text};
  if (!g_hash_table_contains(list->known, &list->spare)) {
    if (list->counts[list->spare.severity]++ < CX_LIMIT_PROBLEMS) result = keep(list, &list->spare);
  }
  list->spare.message = "";
  g_free(text);
  return result;
}

void cx_diag_help(CxDiagnostics *list, CxDiag *diag, const char *help, ...) {
  if (diag == &list->spare) return;
  va_list arguments;
  va_start(arguments, help);
  char *text = format_message(help, arguments);
  va_end(arguments);
  diag->help = cx_arena_strdup(list->arena, text);
  g_free(text);
}

void cx_diag_also(CxDiagnostics *list, CxDiag *diag, CxSpan span, const char *label) {
  if (diag == &list->spare) return;
  const CxDiagPlace place = {.span = span, .label = cx_arena_strdup(list->arena, label)};
  *cx_list_add(list->arena, &diag->also) = place;
}

void cx_diag_suggest(CxDiagnostics *list, CxDiag *diag, const char *word, const char *const *candidates, size_t count) {
  if (diag != &list->spare) diag->suggestion = cx_arena_strdup(list->arena, cx_word_nearest(word, candidates, count));
}

void cx_diag_draw(CxDiagnostics *list, CxDiag *diag, const CxDiagCell *cells, size_t rows, size_t columns) {
  if (diag == &list->spare) return;
  GString *figure = g_string_new(NULL);
  cx_print_table(cells, rows, columns, figure);
  diag->figure = cx_arena_strdup(list->arena, figure->str);
  g_string_free(figure, TRUE);
}

void cx_diag_set_severity(CxDiagnostics *list, CxDiag *diag, CxSeverity severity) {
  if (diag == &list->spare) return;
  list->counts[diag->severity]--;
  list->counts[severity]++;
  diag->severity = severity;
}

size_t cx_diagnostics_count(const CxDiagnostics *list, CxSeverity severity) {
  return list->counts[severity];
}

bool cx_diagnostics_has_errors(const CxDiagnostics *list) {
  return list->counts[CX_ERROR] > 0;
}

/* ---- Sorting ------------------------------------------------------------------------------------ */

typedef struct Entry {
  const CxDiag *diag;
  size_t file, index; /* in what order the file was first named, the problem reported */
} Entry;

static int compare_sizes(size_t a, size_t b) {
  return (a > b) - (a < b);
}

static int compare_entries(const void *a, const void *b) {
  const Entry *one = a, *other = b;
  int result = compare_sizes(one->file, other->file);
  if (result == 0) result = compare_sizes(one->diag->span.begin, other->diag->span.begin);
  if (result == 0) result = compare_sizes(one->diag->code, other->diag->code);
  return result != 0 ? result : compare_sizes(one->index, other->index);
}

/* Problems without a file come first. */
static size_t rank_of(GHashTable *ranks, const CxSource *source) {
  if (source == NULL) return 0;
  size_t rank = GPOINTER_TO_SIZE(g_hash_table_lookup(ranks, source));
  if (rank == 0) {
    rank = g_hash_table_size(ranks) + 1;
    g_hash_table_insert(ranks, (gpointer)source, GSIZE_TO_POINTER(rank));
  }
  return rank;
}

static void sort(CxDiagnostics *list) {
  size_t count = list->kept.count;
  GHashTable *ranks = g_hash_table_new(NULL, NULL);
  Entry *entries = g_new(Entry, count);
  for (size_t i = 0; i < count; i++) {
    const CxDiag *diag = list->kept.items[i];
    entries[i] = (Entry){.diag = diag, .file = rank_of(ranks, diag->span.source), .index = i};
  }
  if (count > 1) qsort(entries, count, sizeof *entries, compare_entries);
  list->sorted = cx_new_array(list->arena, const CxDiag *, count);
  for (size_t i = 0; i < count; i++) list->sorted[i] = entries[i].diag;
  list->sorted_count = count;
  g_free(entries);
  g_hash_table_unref(ranks);
}

const CxDiag *const *cx_diagnostics_sorted(CxDiagnostics *list, size_t *count) {
  if (list->sorted == NULL || list->sorted_count != list->kept.count) sort(list);
  *count = list->sorted_count;
  return list->sorted;
}
