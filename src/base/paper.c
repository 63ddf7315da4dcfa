/* Sizes of paper by name: A0 to A5 of ISO 216, letter, legal and tabloid of ANSI. */
#include <string.h>

#include "cxmap/base.h"

#define MM (72 / 25.4)

/* The short side first, the smallest area behind `fit`. */
static const CxPaper papers[] = {
    {"fit", 0, 0},
    {"A5", 148 * MM, 210 * MM},
    {"letter", 8.5 * 72, 11 * 72},
    {"A4", 210 * MM, 297 * MM},
    {"legal", 8.5 * 72, 14 * 72},
    {"tabloid", 11 * 72, 17 * 72},
    {"A3", 297 * MM, 420 * MM},
    {"A2", 420 * MM, 594 * MM},
    {"A1", 594 * MM, 841 * MM},
    {"A0", 841 * MM, 1189 * MM},
};

const CxPaper *cx_papers(size_t *count) {
  *count = G_N_ELEMENTS(papers) - 1;
  return papers + 1;
}

static const char *nearest_size(const char *word) {
  const char *names[G_N_ELEMENTS(papers)];
  for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) names[i] = papers[i].name;
  return cx_word_nearest(word, names, G_N_ELEMENTS(names));
}

static const char *nearest_way(const char *word) {
  const char *const names[] = {"landscape", "portrait"};
  return cx_word_nearest(word, names, G_N_ELEMENTS(names));
}

/* The way a sheet is held; false where the word says none. */
static bool turn(const char *word, CxPaper *paper) {
  if (g_ascii_strcasecmp(word, "portrait") == 0) return true;
  if (g_ascii_strcasecmp(word, "landscape") != 0) return false;
  *paper = (CxPaper){paper->name, paper->height, paper->width};
  return true;
}

/* One word that stands for a size, and one for the way it is held, or none. */
static bool parse_words(char **words, CxPaper *paper, const char **suggestion) {
  const CxPaper *found = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(papers) && words[0] != NULL; i++)
    if (g_ascii_strcasecmp(words[0], papers[i].name) == 0) found = &papers[i];
  if (found == NULL) {
    *suggestion = words[0] != NULL ? nearest_size(words[0]) : NULL;
    return false;
  }
  *paper = *found;
  const char *way = words[1] != NULL ? words[1] : "landscape";
  if (!turn(way, paper)) {
    *suggestion = nearest_way(way);
    return false;
  }
  return words[1] == NULL || words[2] == NULL;
}

bool cx_paper_parse(const char *text, CxPaper *paper, const char **suggestion) {
  char *line = g_strdelimit(g_strdup(text), "\t ", ' '), **all = g_strsplit(line, " ", 8);
  char *words[9];
  size_t count = 0;
  for (size_t i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0') words[count++] = all[i];
  words[count] = NULL;
  const char *nearest = NULL;
  const bool is_paper = parse_words(words, paper, &nearest);
  if (!is_paper && suggestion != NULL) *suggestion = nearest;
  g_strfreev(all);
  g_free(line);
  return is_paper;
}
