/* Own themes: what definitions say, read and made into tokens; colours that cannot be read well are reported. */
#include "cxmap/theme.h"
#include "read-model.h"

#include <math.h>

static const CxThemeChoice *read_theme(Read *read, const char *theme) {
  char *text = g_strdup_printf("lang: en\nstages: [Aware]\ntheme: %s\n", theme);
  *read = read_named("order.yaml", text);
  g_free(text);
  return read->model->theme;
}

/* The theme of a definition without problems. */
static const CxTheme *make(Read *read, const char *theme) {
  const CxThemeChoice *choice = read_theme(read, theme);
  g_assert_cmpstr(first_slug(read), ==, "");
  g_assert_nonnull(choice);
  return cx_theme_make(read->arena, choice, 0);
}

static const char *const bases[] = {"light", "dark", "print", "workshop", "contrast"};

/* ---- Bases -------------------------------------------------------------------------------------------- */

static void test_bases(void) {
  size_t count;
  const CxTheme *const *themes = cx_themes(&count);
  g_assert_cmpuint(count, ==, G_N_ELEMENTS(bases));
  for (size_t i = 0; i < count; i++) {
    Read read;
    g_assert_true(make(&read, bases[i]) == themes[i]);
    g_assert_cmpstr(themes[i]->name, ==, bases[i]);
    done(&read);
  }
  g_assert_true(cx_theme_make(NULL, NULL, 0) == themes[0]);
}

static void test_only_a_base_is_that(void) {
  Read read;
  g_assert_true(make(&read, "{base: dark, density: comfortable}") == cx_theme_find("dark"));
  done(&read);
}

static void test_command_line(void) {
  CxArena *arena = cx_arena_new();
  CxDiagnostics *diagnostics = cx_diagnostics_new(arena);
  const CxRoot *root = cx_root_new(arena, NULL, "-");
  g_assert_cmpint(cx_theme_choice_read(arena, root, diagnostics, "print")->base, ==, CX_THEME_PRINT);
  g_assert_false(cx_diagnostics_has_errors(diagnostics));
  g_assert_null(cx_theme_choice_read(arena, root, diagnostics, "prnt"));
  g_assert_null(cx_theme_choice_read(arena, root, diagnostics, "./no-such-theme.yaml"));
  g_assert_cmpuint(cx_diagnostics_count(diagnostics, CX_ERROR), ==, 2);
  cx_arena_free(arena);
}

/* ---- Colours ------------------------------------------------------------------------------------------ */

static void assert_colour(const CxTheme *theme, CxPaint paint, CxHue hue, const char *expected) {
  char buffer[10];
  g_assert_cmpstr(cx_colour_format(cx_theme_colour(theme, paint, hue), buffer), ==, expected);
}

static void test_ground(void) {
  Read read;
  const CxTheme *theme = make(&read, "{colours: {paper: '#fffaf0', ink: '#224', muted: '#555555', hairline: '#ccc'}}");
  assert_colour(theme, CX_PAINT_PAPER, CX_HUE_NONE, "#fffaf0");
  assert_colour(theme, CX_PAINT_INK, CX_HUE_NONE, "#222244");
  assert_colour(theme, CX_PAINT_CARD_TEXT, CX_HUE_NONE, "#222244");
  assert_colour(theme, CX_PAINT_MUTED, CX_HUE_NONE, "#555555");
  assert_colour(theme, CX_PAINT_GRID, CX_HUE_NONE, "#cccccc");
  assert_colour(theme, CX_PAINT_FILL, CX_HUE_ACTION, "#ffffff");
  const CxColour panel = cx_theme_colour(theme, CX_PAINT_PANEL, CX_HUE_NONE);
  g_assert_cmpint(panel.r, >, panel.b); /* it was bluish, and moved with the paper */
  done(&read);
}

static void test_primary(void) {
  Read read;
  const CxTheme *theme = make(&read, "{colours: {primary: '#007337'}}");
  assert_colour(theme, CX_PAINT_ACCENT, CX_HUE_NONE, "#007337");
  assert_colour(theme, CX_PAINT_ON_ACCENT, CX_HUE_NONE, "#ffffff");
  assert_colour(theme, CX_PAINT_MARK, cx_hue_curve(0), "#007337");
  assert_colour(theme, CX_PAINT_MARK, CX_HUE_TOUCHPOINT, "#007337");
  assert_colour(theme, CX_PAINT_MARK, CX_HUE_PAIN, "#9a2929");
  done(&read);
}

static void test_same_as(void) {
  Read read;
  const CxTheme *theme = make(&read, "{colours: {primary: ink, ink: '#101010', warning: negative}}");
  assert_colour(theme, CX_PAINT_ACCENT, CX_HUE_NONE, "#18212c"); /* the base's ink */
  assert_colour(theme, CX_PAINT_WARN, CX_HUE_NONE, "#ac2722");
  done(&read);
}

static void test_print_stays_black(void) {
  Read read;
  const CxTheme *theme = make(&read, "{base: print, colours: {stage-1: '#ff0000', pain: '#00ff00'}}");
  assert_colour(theme, CX_PAINT_ON_TINT, cx_hue_stage(0), "#000000");
  assert_colour(theme, CX_PAINT_MARK, CX_HUE_PAIN, "#000000");
  assert_colour(theme, CX_PAINT_FILL, CX_HUE_PAIN, "#ffffff");
  done(&read);
}

static void test_grey_stays_grey(void) {
  Read read;
  const CxTheme *theme = make(&read, "{colours: {stage-1: '#808080'}}");
  const CxColour tint = cx_theme_colour(theme, CX_PAINT_TINT, cx_hue_stage(0));
  g_assert_cmpint(ABS(tint.r - tint.g), <=, 1);
  g_assert_cmpint(ABS(tint.g - tint.b), <=, 1);
  done(&read);
}

static size_t count_low(CxArena *arena, const CxTheme *theme) {
  CxPairs pairs = {0};
  cx_theme_pairs(arena, theme, &pairs);
  size_t count = 0;
  for (size_t i = 0; i < pairs.count; i++) {
    const CxContrast *pair = &pairs.items[i];
    if (pair->ratio >= pair->needed) continue;
    g_test_message("%s: %s (hue %d) %.2f of %.1f", theme->name, pair->what, pair->hue, pair->ratio, pair->needed);
    count++;
  }
  return count;
}

/* Whatever colour a stage or a card gets, in whatever theme, its texts can be read. */
static void test_any_hue_can_be_read(void) {
  for (size_t base = 0; base < G_N_ELEMENTS(bases); base++)
    for (int turn = 0; turn < 24; turn++) {
      const double angle = turn * G_PI / 12;
      char colour[16], text[512] = "";
      g_snprintf(colour, sizeof colour, "'#%02x%02x%02x'", (unsigned)(128 + 127 * cos(angle)),
                 (unsigned)(128 + 127 * cos(angle - 2)), (unsigned)(128 + 127 * cos(angle + 2)));
      g_snprintf(text, sizeof text,
                 "{base: %s, colours: {stage-1: %s, stage-8: %s, action: %s, pain: %s, gain: %s, metric: %s, evidence: "
                 "%s, frontstage: %s}}",
                 bases[base], colour, colour, colour, colour, colour, colour, colour, colour);
      Read read;
      const CxTheme *theme = make(&read, text);
      g_assert_cmpuint(count_low(read.arena, theme), ==, 0);
      done(&read);
    }
}

/* ---- Colours that cannot be read ---------------------------------------------------------------------- */

/* The colours that are blamed, as they are written, divided by commas; *proposal is what the first should be. */
static void assert_blamed(const char *theme, const char *expected, char **proposal) {
  Read read;
  const CxThemeChoice *choice = read_theme(&read, theme);
  cx_theme_check(read.arena, choice, read.diagnostics);
  GString *found = g_string_new(NULL);
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read.diagnostics, &count);
  for (size_t i = 0; i < count; i++) {
    const CxSpan span = diags[i]->span;
    g_assert_cmpint(diags[i]->code, ==, CX_LOW_CONTRAST);
    g_assert_cmpint(diags[i]->severity, ==, CX_WARNING);
    g_string_append_printf(found, "%s%.*s", i > 0 ? ", " : "", (int)(span.end - span.begin),
                           span.source->text + span.begin);
  }
  g_assert_cmpstr(found->str, ==, expected);
  if (proposal != NULL) *proposal = count > 0 ? g_strdup(diags[0]->suggestion) : NULL;
  g_string_free(found, TRUE);
  done(&read);
}

static void test_check_is_silent(void) {
  assert_blamed("light", "", NULL);
  assert_blamed("{colours: {ink: '#202020', primary: '#007337', stage-1: '#ffff00', pain: '#ffffff'}}", "", NULL);
}

static double distance(const char *one, const char *other) {
  CxColour a, b;
  g_assert_true(cx_colour_parse(one, &a) && cx_colour_parse(other, &b));
  return fabs((double)a.r - b.r);
}

/* What is proposed will do, and a grey a little nearer to the one that was wrong will not. */
static void assert_proposed(const char *base, const char *name, const char *grey, const char *too_near) {
  char *wrong = g_strdup_printf("{base: %s, colours: {%s: '%s'}}", base, name, grey), *proposal;
  char *blamed = g_strdup_printf("'%s'", grey), *near_blamed = g_strdup_printf("'%s'", too_near);
  assert_blamed(wrong, blamed, &proposal);
  g_assert_nonnull(proposal);
  char *right = g_strdup_printf("{base: %s, colours: {%s: '%s'}}", base, name, proposal);
  char *near = g_strdup_printf("{base: %s, colours: {%s: '%s'}}", base, name, too_near);
  assert_blamed(right, "", NULL);
  assert_blamed(near, near_blamed, NULL);
  g_assert_cmpfloat(distance(proposal, too_near), <, 32);
  char *const texts[] = {wrong, blamed, near_blamed, right, near, proposal};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
}

static void test_check_proposes(void) {
  assert_proposed("light", "muted", "#aaaaaa", "#707070");
  assert_proposed("dark", "ink", "#303030", "#909090");
}

static void test_check_blames(void) {
  assert_blamed("{colours: {paper: '#fffaf0', muted: '#aaaaaa', stage-1: '#ff0000'}}", "'#aaaaaa'", NULL);
  char *proposal;
  assert_blamed("{colours: {paper: '#808080', ink: '#8a8a8a'}}", "'#808080', '#8a8a8a'", &proposal);
  g_assert_null(proposal); /* no grey paper would do */
}

/* ---- Room and corners --------------------------------------------------------------------------------- */

static void test_density(void) {
  Read compact_read, spacious_read;
  const CxTheme *light = cx_theme_find("light"), *compact = make(&compact_read, "{density: compact}");
  const CxTheme *spacious = make(&spacious_read, "{density: spacious}");
  g_assert_cmpfloat(compact->looks[CX_LOOK_CARD].padding.top, <, light->looks[CX_LOOK_CARD].padding.top);
  g_assert_cmpfloat(spacious->looks[CX_LOOK_CARD].padding.top, >, light->looks[CX_LOOK_CARD].padding.top);
  g_assert_cmpfloat(compact->sizes.lane_pad, <, spacious->sizes.lane_pad);
  g_assert_cmpfloat(compact->fonts[CX_FONT_ITEM].size, ==, light->fonts[CX_FONT_ITEM].size);
  for (int look = 0; look < CX_LOOK_END; look++) {
    const CxLookStyle *style = &compact->looks[look];
    g_assert_cmpfloat(style->min_height, >=, 0);
  }
  const CxLookStyle *chip = &compact->looks[CX_LOOK_CHIP];
  g_assert_cmpfloat_with_epsilon(chip->padding.top + compact->sizes.chip_icon + chip->padding.bottom, chip->min_height,
                                 1e-9);
  done(&compact_read);
  done(&spacious_read);
}

static void test_radius(void) {
  Read read;
  const CxTheme *theme = make(&read, "{radius: 3mm}");
  g_assert_cmpfloat_with_epsilon(theme->looks[CX_LOOK_CARD].radius, 8.504, 1e-3);
  g_assert_cmpfloat_with_epsilon(theme->looks[CX_LOOK_PANEL].radius, 8.504, 1e-3);
  done(&read);
  theme = make(&read, "{base: workshop, radius: 3mm}");
  g_assert_cmpfloat(theme->looks[CX_LOOK_CARD].radius, ==, 0); /* a folded note is square */
  done(&read);
}

static void test_lengths(void) {
  static const struct {
    const char *text;
    double points;
  } good[] = {{"0pt", 0}, {"8 pt", 8}, {"0.1in", 7.2}, {"1mm", 72 / 25.4}};
  static const char *const bad[] = {"3", "3cm", "mm", "3 miles", "-1mm", "20mm", "[1mm]"};
  for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
    char *text = g_strdup_printf("{radius: %s}", good[i].text);
    Read read;
    g_assert_cmpfloat_with_epsilon(read_theme(&read, text)->radius.value, good[i].points, 1e-9);
    g_assert_cmpstr(first_slug(&read), ==, "");
    done(&read);
    g_free(text);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    char *text = g_strdup_printf("{radius: %s}", bad[i]);
    Read read;
    g_assert_false(read_theme(&read, text)->radius.is_given);
    g_assert_cmpstr(first_slug(&read), !=, "");
    done(&read);
    g_free(text);
  }
}

static void test_font_and_logo(void) {
  Read read;
  const CxThemeChoice *choice = read_theme(&read, "{font: Inter}");
  const CxTheme *theme = cx_theme_make(read.arena, choice, 2.5);
  g_assert_cmpstr(theme->family, ==, "Inter");
  g_assert_cmpfloat(theme->logo.ratio, ==, 2.5);
  g_assert_null(theme->logo.path);
  done(&read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/own-theme/bases-in-order", test_bases);
  g_test_add_func("/own-theme/only-a-base-is-that", test_only_a_base_is_that);
  g_test_add_func("/own-theme/of-the-command-line", test_command_line);
  g_test_add_func("/own-theme/paper-and-ink", test_ground);
  g_test_add_func("/own-theme/primary", test_primary);
  g_test_add_func("/own-theme/a-name-is-the-base's-colour", test_same_as);
  g_test_add_func("/own-theme/print-stays-black", test_print_stays_black);
  g_test_add_func("/own-theme/grey-stays-grey", test_grey_stays_grey);
  g_test_add_func("/own-theme/any-hue-can-be-read", test_any_hue_can_be_read);
  g_test_add_func("/own-theme/check-is-silent", test_check_is_silent);
  g_test_add_func("/own-theme/check-proposes", test_check_proposes);
  g_test_add_func("/own-theme/check-blames", test_check_blames);
  g_test_add_func("/own-theme/density", test_density);
  g_test_add_func("/own-theme/radius", test_radius);
  g_test_add_func("/own-theme/lengths", test_lengths);
  g_test_add_func("/own-theme/font-and-logo", test_font_and_logo);
  return g_test_run();
}
