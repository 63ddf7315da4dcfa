/* Keys: a map in, the same with each key once out.
 *
 * Sorting the pairs by key finds the repeats, for any keys in n log n; a hash table can be made slow by whoever chooses
 * the keys.
 */
#include "syntax.h"

#include <stdlib.h>
#include <string.h>

static int compare_keys(const void *a, const void *b) {
  const CxPair *const *first = a, *const *second = b;
  const int order = strcmp((*first)->key->text, (*second)->key->text);
  return order != 0 ? order : (*first > *second) - (*first < *second);
}

/* Pairs that are folded into another one lose their key. */
static bool fold_sorted(CxPair *const *sorted, size_t count, CxFoldRepeat fold, void *context) {
  bool has_repeats = false;
  for (size_t first = 0, i = 1; i < count; i++) {
    if (strcmp(sorted[first]->key->text, sorted[i]->key->text) != 0) {
      first = i;
      continue;
    }
    fold(context, sorted[first], sorted[i]);
    sorted[i]->key = NULL;
    has_repeats = true;
  }
  return has_repeats;
}

void cx_map_fold_repeats(CxNode *map, CxFoldRepeat fold, void *context) {
  const size_t count = map->map.count;
  if (count < 2) return;
  CxPair **sorted = g_new(CxPair *, count);
  for (size_t i = 0; i < count; i++) sorted[i] = &map->map.items[i];
  qsort(sorted, count, sizeof *sorted, compare_keys);
  const bool has_repeats = fold_sorted(sorted, count, fold, context);
  g_free(sorted);
  if (!has_repeats) return;
  map->map.count = 0;
  for (size_t i = 0; i < count; i++)
    if (map->map.items[i].key != NULL) map->map.items[map->map.count++] = map->map.items[i];
}

typedef struct Report {
  CxDiagnostics *diagnostics;
  CxCode code;
} Report;

static void report_repeat(void *context, CxPair *first, const CxPair *later) {
  const Report *report = context;
  const char *what = report->code == CX_DUPLICATE_ID ? "id" : "key";
  CxDiag *diag = cx_diag_report(report->diagnostics, report->code, later->key->span, "the %s `%s` stands here again",
                                what, later->key->text);
  cx_diag_also(report->diagnostics, diag, first->key->span, "first defined here");
}

void cx_map_drop_repeats(CxNode *map, CxDiagnostics *diagnostics, CxCode code) {
  Report report = {.diagnostics = diagnostics, .code = code};
  cx_map_fold_repeats(map, report_repeat, &report);
}
