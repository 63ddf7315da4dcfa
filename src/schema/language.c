/* Language tags: what is one, which languages there are, and how near two tags are to each other.
 *
 * A tag is read as BCP 47 has it, but not looked up in any registry: of its language alone it is known whether there
 * is one, so that a mistyped key is not taken for a language. Chinese is the one language whose script is told from
 * the country, because its texts are written in either.
 */
#include "schema.h"

#include <stdlib.h>
#include <string.h>

static size_t subtag_length(const char *tag) {
  return strcspn(tag, "-");
}

static bool is_alphanumeric(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isalnum(text[i])) return false;
  return true;
}

/* A single letter opens an extension, which needs something behind it; behind `x` anything goes. */
bool cx_is_language_tag(const char *text) {
  const size_t language = subtag_length(text);
  if (language < 2 || language > 3 || !is_alphanumeric(text, language) || g_ascii_isdigit(text[0])) return false;
  bool is_private = false, is_open = false;
  for (const char *at = text + language; *at != '\0'; at += 1 + subtag_length(at + 1)) {
    const size_t length = subtag_length(at + 1);
    if (length < 1 || length > 8 || !is_alphanumeric(at + 1, length)) return false;
    const bool is_single = length == 1 && !is_private;
    if (is_single && is_open) return false;
    is_private = is_private || (is_single && g_ascii_tolower(at[1]) == 'x');
    is_open = is_single;
  }
  return !is_open;
}

/* ---- Languages ---------------------------------------------------------------------------------------- */

/* All of ISO 639-1, and of the languages that have three letters only those that are written most; sorted. */
static const char languages[][4] = {
    "aa",  "ab",  "ace", "ae",  "af",  "ak",  "am",  "an",  "ar",  "arz", "as",  "ast", "av",  "awa", "ay",  "az",
    "ba",  "bal", "ban", "bar", "bcl", "be",  "bem", "bg",  "bh",  "bho", "bi",  "bjn", "bm",  "bn",  "bo",  "br",
    "brx", "bs",  "bug", "ca",  "ce",  "ceb", "ch",  "chr", "ckb", "cmn", "co",  "cr",  "crh", "cs",  "csb", "cu",
    "cv",  "cy",  "da",  "de",  "din", "doi", "dsb", "dv",  "dz",  "ee",  "el",  "en",  "eo",  "es",  "et",  "eu",
    "fa",  "ff",  "fi",  "fil", "fj",  "fo",  "fon", "fr",  "frp", "frr", "fur", "fy",  "ga",  "gan", "gd",  "gl",
    "gn",  "gsw", "gu",  "gv",  "ha",  "hak", "haw", "he",  "hi",  "hif", "hil", "hmn", "ho",  "hr",  "hsb", "hsn",
    "ht",  "hu",  "hy",  "hz",  "ia",  "id",  "ie",  "ig",  "ii",  "ik",  "ilo", "io",  "is",  "it",  "iu",  "ja",
    "jv",  "ka",  "kaa", "kab", "kbd", "kg",  "ki",  "kj",  "kk",  "kl",  "km",  "kmr", "kn",  "ko",  "kok", "kr",
    "ks",  "ku",  "kv",  "kw",  "ky",  "la",  "lad", "lb",  "lg",  "li",  "lij", "lmo", "ln",  "lo",  "lt",  "ltg",
    "lu",  "luo", "lus", "lv",  "lzh", "mad", "mag", "mai", "mfe", "mg",  "mh",  "mi",  "min", "mk",  "ml",  "mn",
    "mni", "mo",  "mr",  "ms",  "mt",  "mwl", "my",  "mzn", "na",  "nan", "nap", "nb",  "nd",  "nds", "ne",  "new",
    "ng",  "nl",  "nn",  "no",  "nqo", "nr",  "nso", "nv",  "ny",  "oc",  "oj",  "om",  "or",  "os",  "pa",  "pag",
    "pam", "pap", "pcm", "pi",  "pl",  "pms", "prs", "ps",  "pt",  "qu",  "quc", "rm",  "rn",  "ro",  "rom", "ru",
    "rw",  "sa",  "sah", "sat", "sc",  "scn", "sco", "sd",  "se",  "sg",  "sh",  "shn", "si",  "sk",  "sl",  "sm",
    "sma", "sn",  "so",  "sq",  "sr",  "srn", "ss",  "st",  "su",  "sv",  "sw",  "szl", "ta",  "te",  "tet", "tg",
    "th",  "ti",  "tk",  "tl",  "tn",  "to",  "tpi", "tr",  "ts",  "tt",  "tum", "tw",  "ty",  "tzm", "udm", "ug",
    "uk",  "ur",  "uz",  "ve",  "vec", "vi",  "vo",  "wa",  "war", "wo",  "wuu", "xh",  "yi",  "yo",  "yue", "za",
    "zgh", "zh",  "zu",
};

static int compare_language(const void *tag, const void *language) {
  const size_t length = subtag_length(tag);
  const int order = g_ascii_strncasecmp(tag, language, length);
  return order != 0 ? order : -(((const char *)language)[length] != '\0');
}

static bool has_known_language(const char *tag) {
  return bsearch(tag, languages, CX_COUNT(languages), sizeof *languages, compare_language) != NULL;
}

/* ---- Maps of languages -------------------------------------------------------------------------------- */

bool cx_map_has_language(const CxNode *map, const char *lang) {
  for (size_t i = 0; lang != NULL && i < map->map.count; i++)
    if (cx_language_covers(map->map.items[i].key->text, lang)) return true;
  return false;
}

bool cx_key_is_language(const char *key, const char *lang) {
  if (!cx_is_language_tag(key)) return false;
  return has_known_language(key) || (lang != NULL && (subtag_length(key) == 3 || cx_language_covers(key, lang)));
}

bool cx_node_is_language_map(const CxNode *node, const char *lang) {
  if (node->kind != CX_NODE_MAP || node->map.count == 0 || !cx_is_language_tag(node->map.items[0].key->text))
    return false;
  const char *own = cx_map_has_language(node, lang) ? lang : NULL;
  for (size_t i = 0; i < node->map.count; i++)
    if (!cx_key_is_language(node->map.items[i].key->text, own)) return false;
  return true;
}

/* ---- How near tags are -------------------------------------------------------------------------------- */

/* How many subtags two tags have in common from the left. */
static size_t shared_subtags(const char *a, const char *b) {
  size_t count = 0;
  for (;;) {
    const size_t length = subtag_length(a);
    if (length == 0 || length != subtag_length(b) || g_ascii_strncasecmp(a, b, length) != 0) return count;
    count++;
    if (a[length] == '\0' || b[length] == '\0') return count;
    a += length + 1;
    b += length + 1;
  }
}

static size_t count_subtags(const char *tag) {
  size_t count = 1;
  for (; *tag != '\0'; tag++) count += *tag == '-';
  return count;
}

static bool has_subtag(const char *tag, const char *subtag) {
  const size_t length = strlen(subtag);
  return subtag_length(tag) == length && g_ascii_strncasecmp(tag, subtag, length) == 0;
}

/* Chinese by its script, which a country stands for: "zh-TW" → "zh-Hant", "zh" → "zh-Hans". Any other tag as it is.
 * Free with g_free. */
static char *with_script(const char *tag) {
  static const char *const countries[][2] = {
      {"TW", "Hant"}, {"HK", "Hant"}, {"MO", "Hant"}, {"CN", "Hans"}, {"SG", "Hans"}};
  if (!has_subtag(tag, "zh")) return g_strdup(tag);
  const char *rest = tag + strlen("zh"), *second = *rest == '-' ? rest + 1 : rest;
  if (subtag_length(second) == 4 && g_ascii_isalpha(*second)) return g_strdup(tag);
  for (size_t i = 0; i < CX_COUNT(countries); i++)
    if (has_subtag(second, countries[i][0])) return g_strconcat("zh-", countries[i][1], second + 2, NULL);
  return g_strconcat("zh-Hans", rest, NULL);
}

bool cx_language_covers(const char *a, const char *b) {
  if (shared_subtags(a, b) == 0) return false;
  char *full_a = with_script(a), *full_b = with_script(b);
  const bool covers = shared_subtags(full_a, full_b) == MIN(count_subtags(full_a), count_subtags(full_b));
  g_free(full_b);
  g_free(full_a);
  return covers;
}

/* How well a tag suits: what weighs most comes first. */
typedef struct Fit {
  size_t meant, written; /* subtags in common, with Chinese scripts added and without */
  size_t length;
} Fit;

static Fit fit_of(const char *tag, const char *wanted, const char *full_wanted) {
  char *full = with_script(tag);
  const Fit fit = {
      .meant = shared_subtags(full, full_wanted), .written = shared_subtags(tag, wanted), .length = count_subtags(tag)};
  g_free(full);
  return fit;
}

static bool is_better(Fit one, Fit other) {
  if (one.meant != other.meant) return one.meant > other.meant;
  if (one.written != other.written) return one.written > other.written;
  return one.length < other.length;
}

const CxTranslation *cx_text_nearest(const CxText *text, const char *wanted) {
  const CxTranslation *best = NULL;
  Fit best_fit = {0};
  char *full_wanted = with_script(wanted);
  for (size_t i = 0; i < text->in.count; i++) {
    const Fit fit = fit_of(text->in.items[i].lang, wanted, full_wanted);
    if (fit.meant == 0 || (best != NULL && !is_better(fit, best_fit))) continue;
    best = &text->in.items[i];
    best_fit = fit;
  }
  g_free(full_wanted);
  return best;
}
