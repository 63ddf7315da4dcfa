/* The check of own colours: each is blamed for the pairs that cannot be read well and could without it. Its warning
 * names the worst of them, and the colour of the same hue, lighter or darker, that is nearest and leaves none of them.
 */
#include "derive.h"

#include "oklch.h"

typedef struct Check {
  CxArena *arena;       /* for the time of the check */
  CxThemeChoice choice; /* a copy, whose colours are tried out */
  CxPairs pairs;
  CxPairs *without; /* each colour */
} Check;

/* ---- Trying ------------------------------------------------------------------------------------------- */

static bool is_low(const CxContrast *pair) {
  return pair->ratio < pair->needed;
}

static void measure(const Check *check, CxPairs *pairs) {
  pairs->count = 0;
  cx_theme_pairs(check->arena, cx_theme_make(check->arena, &check->choice, 0), pairs);
}

static size_t count_low(const CxPairs *pairs) {
  size_t count = 0;
  for (size_t i = 0; i < pairs->count; i++) count += is_low(&pairs->items[i]);
  return count;
}

/* The pairs as they would be without each of the colours. */
static void measure_without(Check *check) {
  const CxColours *colours = check->choice.colours;
  check->without = cx_new_array(check->arena, CxPairs, colours->given.count);
  for (size_t i = 0; i < colours->given.count; i++) {
    CxColourChoice *given = &colours->given.items[i];
    const CxColourChoice kept = *given;
    given->same_as = given->name;
    measure(check, &check->without[i]);
    *given = kept;
  }
}

static bool is_only_together(const Check *check, size_t pair) {
  for (size_t i = 0; i < check->choice.colours->given.count; i++)
    if (!is_low(&check->without[i].items[pair])) return false;
  return true;
}

/* A low pair is the fault of the colour without which it would not be low; where several are too many, of each that
 * makes it clearly worse. */
static bool is_fault_of(const Check *check, size_t colour, size_t pair) {
  const CxContrast *now = &check->pairs.items[pair], *without = &check->without[colour].items[pair];
  if (!is_low(now)) return false;
  return !is_low(without) || (without->ratio > 1.05 * now->ratio && is_only_together(check, pair));
}

static size_t count_faults(const Check *check, size_t colour, const CxContrast **worst) {
  size_t count = 0;
  for (size_t i = 0; i < check->pairs.count; i++) {
    const CxContrast *pair = &check->pairs.items[i];
    if (!is_fault_of(check, colour, i)) continue;
    count++;
    if (*worst == NULL || pair->ratio / pair->needed < (*worst)->ratio / (*worst)->needed) *worst = pair;
  }
  return count;
}

/* The nearest lightness at which not more than `most` pairs are low. */
static bool find_better(Check *check, size_t index, size_t most, CxColour *better) {
  CxColourChoice *given = &check->choice.colours->given.items[index];
  const CxColourChoice kept = *given;
  const CxOklch start = cx_oklch_of(given->colour);
  bool is_found = false;
  for (int step = 1; step <= 200 && !is_found; step++) {
    const double l = start.l + (step % 2 == 0 ? -0.01 : 0.01) * ((step + 1) / 2);
    if (l < 0 || l > 1) continue;
    CxPairs tried = {0};
    given->colour = *better = cx_oklch_colour((CxOklch){l, start.c, start.h});
    measure(check, &tried);
    is_found = count_low(&tried) <= most;
  }
  *given = kept;
  return is_found;
}

/* ---- Saying ------------------------------------------------------------------------------------------- */

static void check_colour(Check *check, size_t index, CxArena *arena, CxDiagnostics *diagnostics) {
  const CxColourChoice *given = &check->choice.colours->given.items[index];
  const CxContrast *worst = NULL;
  const size_t faults = count_faults(check, index, &worst);
  if (worst == NULL) return;
  char ratio[CX_NUMBER_LENGTH], needed[CX_NUMBER_LENGTH], digits[10];
  CxDiag *diag = cx_diag_report(diagnostics, CX_LOW_CONTRAST, given->span,
                                "the contrast of %s is only %s to 1 with this `%s`, and needs %s", worst->what,
                                cx_number_format(worst->ratio, 2, ratio), cx_colour_name(given->name),
                                cx_number_format(worst->needed, 1, needed));
  CxColour better;
  if (cx_diagnostics_count(diagnostics, CX_WARNING) > 30) return; /* enough to do for whoever reads them */
  if (!find_better(check, index, count_low(&check->pairs) - faults, &better)) {
    cx_diag_help(diagnostics, diag, "no lighter or darker one would do; change what it stands with");
    return;
  }
  diag->suggestion = cx_arena_strdup(arena, cx_colour_format(better, digits));
  cx_diag_help(diagnostics, diag, "`'%s'` is the nearest that would do", diag->suggestion);
}

/* Names of the base's colours are replaced by those. */
static void copy_colours(Check *check, const CxColours *colours) {
  const CxTheme *base = cx_theme_make(check->arena, &(CxThemeChoice){.base = check->choice.base}, 0);
  check->choice.colours = cx_new(check->arena, CxColours);
  for (size_t i = 0; i < colours->given.count; i++) {
    CxColourChoice *copy = cx_list_add(check->arena, &check->choice.colours->given);
    *copy = colours->given.items[i];
    if (copy->same_as != CX_COLOUR_END) copy->colour = cx_colour_named(base, copy->same_as);
    copy->same_as = CX_COLOUR_END;
  }
}

void cx_theme_check(CxArena *arena, const CxThemeChoice *choice, CxDiagnostics *diagnostics) {
  if (choice == NULL || choice->colours == NULL) return;
  Check check = {.arena = cx_arena_new(), .choice = *choice};
  copy_colours(&check, choice->colours);
  measure(&check, &check.pairs);
  if (count_low(&check.pairs) > 0) {
    measure_without(&check);
    for (size_t i = 0; i < choice->colours->given.count; i++) check_colour(&check, i, arena, diagnostics);
  }
  cx_arena_free(check.arena);
}
