/* Puts together what was said in interviews: answers by their theme, equal answers to one question.
 *
 * In: the sessions. Out: lists, most mentioned first, otherwise in the order in which they were said. Texts count as
 * equal that differ in case and in spaces only.
 */
#include "research.h"

#include <string.h>

typedef struct Collector {
  CxComposer *composer;
  GHashTable *places; /* a text's key → its place in the list, from 1 */
  CxSaids *list;
} Collector;

/* Owned by the caller. */
static char *key_of(const char *text) {
  char *folded = g_utf8_casefold(text, -1), *normal = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
  GString *key = g_string_new(NULL);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char(p)) {
    const gunichar c = g_utf8_get_char(p);
    const bool is_space = g_unichar_isspace(c);
    if (is_space && (key->len == 0 || key->str[key->len - 1] == ' ')) continue;
    if (is_space)
      g_string_append_c(key, ' ');
    else
      g_string_append_unichar(key, c);
  }
  if (key->len > 0 && key->str[key->len - 1] == ' ') g_string_truncate(key, key->len - 1);
  g_free(normal);
  g_free(folded);
  return g_string_free(key, FALSE);
}

static CxSaid *find_said(Collector *collector, CxPhrase text) {
  char *key = key_of(text.text != NULL ? text.text : "");
  const size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(collector->places, key));
  if (known > 0) {
    g_free(key);
    return &collector->list->items[known - 1];
  }
  CxSaid *said = cx_list_add(collector->composer->arena, collector->list);
  said->text = text;
  g_hash_table_insert(collector->places, key, GSIZE_TO_POINTER(collector->list->count));
  return said;
}

static void add_mention(Collector *collector, CxPhrase text, const CxSession *session, const CxAnswer *answer) {
  CxSaid *said = find_said(collector, text);
  *cx_list_add(collector->composer->arena, &said->mentions) = (CxMention){session, answer};
}

static int compare_saids(const void *a, const void *b, void *data) {
  const CxSaid *one = a, *other = b;
  (void)data;
  if ((one->text.text == NULL) != (other->text.text == NULL)) return one->text.text == NULL ? 1 : -1;
  if (one->mentions.count != other->mentions.count) return one->mentions.count > other->mentions.count ? -1 : 1;
  return 0;
}

/* g_qsort_with_data is stable. */
static void finish(Collector *collector) {
  if (collector->list->count > 1)
    g_qsort_with_data(collector->list->items, (int)collector->list->count, sizeof(CxSaid), compare_saids, NULL);
  g_hash_table_destroy(collector->places);
}

static Collector collector_new(CxComposer *composer, CxSaids *list) {
  return (Collector){composer, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), list};
}

void cx_themes_collect(CxComposer *composer, const CxInterviews *interviews, CxSaids *themes) {
  const double asked = (double)cx_guide_questions(interviews->guide);
  Collector collector = collector_new(composer, themes);
  for (size_t i = 0; i < interviews->sessions.count; i++) {
    const CxSession *session = interviews->sessions.items[i];
    for (size_t k = 0; k < session->answers.count; k++) {
      const CxAnswer *answer = session->answers.items[k];
      const bool is_closing = answer->question.is_given && answer->question.value > asked;
      if (cx_is_given(&answer->theme) || !is_closing)
        add_mention(&collector, cx_phrase(composer, &answer->theme), session, answer);
    }
  }
  finish(&collector);
}

void cx_closing_collect(CxComposer *composer, const CxInterviews *interviews, CxSaids *answers) {
  const size_t asked = cx_guide_questions(interviews->guide), count = cx_guide_closing(interviews->guide);
  Collector *collectors = g_new(Collector, count);
  for (size_t i = 0; i < count; i++) collectors[i] = collector_new(composer, &answers[i]);
  for (size_t i = 0; i < interviews->sessions.count; i++) {
    const CxSession *session = interviews->sessions.items[i];
    for (size_t k = 0; k < session->answers.count; k++) {
      const CxAnswer *answer = session->answers.items[k];
      const size_t number = answer->question.is_given ? (size_t)answer->question.value : 0;
      if (number > asked && number <= asked + count)
        add_mention(&collectors[number - asked - 1], cx_phrase(composer, &answer->text), session, answer);
    }
  }
  for (size_t i = 0; i < count; i++) finish(&collectors[i]);
  g_free(collectors);
}
