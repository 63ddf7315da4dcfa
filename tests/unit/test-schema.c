/* schema: good values of every type, texts in several languages, ids and refs, several structs in one map. */
#include "board.h"

/* ---- Values ----------------------------------------------------------------------------------------- */

static void test_scalars(void) {
  Read read = read_good("cards:\n- {text: T, code: 007, done: yes, size: 4.5, shade: dark, due: 2026-03-02,\n"
                        "   link: 'https://example.com/값'}\n");
  const Card *card = read.board->cards.items[0];
  g_assert_cmpstr(card->text.text, ==, "T");
  g_assert_cmpstr(card->code, ==, "007");
  g_assert_true(card->is_done);
  g_assert_cmpfloat(card->size.value, ==, 4.5);
  g_assert_cmpint(card->shade, ==, SHADE_DARK);
  g_assert_cmpint(card->due.year * 10000 + card->due.month * 100 + card->due.day, ==, 20260302);
  g_assert_cmpstr(card->link, ==, "https://example.com/값");
  g_assert_null(card->note.text);
  done(&read);
}

static void test_collections(void) {
  Read read = read_good("cards: {tags: [a, b], facts: {Age: 34, Home: x}, marks: {p: 1, q: 2.5}}\n"
                        "legend: {name: N, cards: [one, {text: two}], lines: single}\n");
  const Card *card = read.board->cards.items[0];
  g_assert_cmpuint(card->tags.count, ==, 2);
  g_assert_cmpstr(card->facts.items[1].name.text, ==, "Home");
  g_assert_cmpstr(card->facts.items[0].text.text, ==, "34");
  g_assert_cmpfloat(card->marks.items[1].number.value, ==, 2.5);
  const Group *legend = read.board->legend;
  g_assert_true(legend->is_checked);
  g_assert_cmpuint(legend->cards.count, ==, 2);
  g_assert_cmpstr(legend->cards.items[1]->text.text, ==, "two");
  g_assert_cmpuint(legend->lines.count, ==, 1);
  done(&read);
}

static void test_defaults(void) {
  Read read = read_good("cards: [a, {text: b, size: 5, shade: bright}, {size: }]\n");
  g_assert_cmpfloat(read.board->cards.items[0]->size.value, ==, 3);
  g_assert_cmpint(read.board->cards.items[0]->shade, ==, SHADE_LIGHT);
  g_assert_cmpfloat(read.board->cards.items[1]->size.value, ==, 5);
  g_assert_cmpfloat(read.board->cards.items[2]->size.value, ==, 3);
  done(&read);
}

/* An empty entry of a list is none; one of a section is a definition without keys. */
static void test_empty_entries(void) {
  Read read = read_good("cards:\n- a\n-\n- b\nnamed:\n  x:\n  y: {}\nlegend:\n");
  g_assert_cmpuint(read.board->cards.count, ==, 2);
  g_assert_cmpuint(read.board->named.count, ==, 2);
  g_assert_cmpfloat(read.board->named.items[0]->size.value, ==, 3);
  g_assert_null(read.board->legend);
  done(&read);
}

static void test_ids_and_spans(void) {
  Read read = read_good("named:\n  x: {text: a}\ncards:\n- {text: b, id: y}\n- c\n- {note: d}\n");
  const Card *x = read.board->named.items[0], *y = read.board->cards.items[0];
  const Card *c = read.board->cards.items[1], *d = read.board->cards.items[2];
  g_assert_cmpstr(x->object.id, ==, "x");
  g_assert_cmpuint(x->object.id_span.begin, ==, strlen("named:\n  "));
  g_assert_cmpstr(y->object.id, ==, "y");
  g_assert_cmpuint(y->object.id_span.end - y->object.id_span.begin, ==, 1);
  g_assert_null(c->object.id);
  g_assert_cmpuint(c->object.id_span.begin, ==, c->object.span.begin);
  g_assert_cmpuint(d->object.id_span.begin, ==, d->object.span.begin + 1);
  done(&read);
}

static void test_extras(void) {
  Read read = read_good("x-own: [1, 2]\nlegend: {name: N, x-b: c}\n");
  g_assert_cmpuint(read.board->object.extras.count, ==, 1);
  g_assert_cmpstr(read.board->object.extras.items[0].key, ==, "x-own");
  g_assert_cmpint(read.board->object.extras.items[0].value->kind, ==, CX_NODE_LIST);
  g_assert_cmpstr(read.board->legend->object.extras.items[0].value->text, ==, "c");
  done(&read);
}

static void test_numbers(void) {
  Read read = read_good("cards: {marks: {a: 0, b: 1e1, c: .5, d: +2}}\n");
  const CxNamedNumbers *marks = &read.board->cards.items[0]->marks;
  g_assert_cmpfloat(marks->items[1].number.value, ==, 10);
  g_assert_cmpfloat(marks->items[2].number.value, ==, 0.5);
  done(&read);
  assert_problem("cards: {marks: {a: −1}}", "out-of-range 1:20-22", "`a` must be between 0 and 10, but this is −1",
                 NULL);
}

static void test_dates(void) {
  static const struct {
    const char *text;
    int year, month, day; /* year 0: no date */
  } dates[] = {{"2026", 2026, 0, 0},     {"2026-03", 2026, 3, 0}, {"2024-02-29", 2024, 2, 29},
               {"2026-02-29", 0, 0, 0},  {"2026-13", 0, 0, 0},    {"2026-3-2", 0, 0, 0},
               {"2026-03-02x", 0, 0, 0}, {"0000", 0, 0, 0},       {"26", 0, 0, 0},
               {"2026-", 0, 0, 0},       {"", 0, 0, 0},           {"20260302", 0, 0, 0},
               {"2026-04-31", 0, 0, 0},  {"2026-00-01", 0, 0, 0}, {" 2026", 0, 0, 0}};
  for (size_t i = 0; i < CX_COUNT(dates); i++) {
    CxDate date = {0};
    g_assert_cmpint(cx_date_parse(dates[i].text, &date), ==, dates[i].year != 0);
    g_assert_cmpint(date.year, ==, dates[i].year);
    g_assert_cmpint(date.month, ==, dates[i].month);
    g_assert_cmpint(date.day, ==, dates[i].day);
  }
}

/* ---- Languages -------------------------------------------------------------------------------------- */

static void test_language_tags(void) {
  static const char *const good[] = {"en",
                                     "ko",
                                     "zh-Hans",
                                     "zh-Hans-CN",
                                     "yue",
                                     "EN",
                                     "es-419",
                                     "de-CH-1996",
                                     "zh-Hans-CN-u-co-pinyin",
                                     "de-1996-x-foo",
                                     "en-x-a-b",
                                     "en-a-bcd-x-y"};
  static const char *const bad[] = {"",   "e",     "engl",   "en_US",        "en-",  "-en",        "en--US",
                                    "1a", "x-own", "한국어", "en-abcdefghi", "en-u", "en-u-a-bcd", "en-x"};
  for (size_t i = 0; i < CX_COUNT(good); i++) g_assert_true(cx_is_language_tag(good[i]));
  for (size_t i = 0; i < CX_COUNT(bad); i++) g_assert_false(cx_is_language_tag(bad[i]));
}

static void assert_text(const CxText *text, const char *wanted, const char *expected, const char *expected_lang) {
  const char *lang = "?";
  g_assert_cmpstr(cx_text_in(text, wanted, &lang), ==, expected);
  g_assert_cmpstr(lang, ==, expected_lang);
}

static void test_translations(void) {
  Read read = read_good("title: {en: E, zh: Z, zh-Hans: S, ko: K}\ncards: [plain]\n");
  const CxText *title = &read.board->title;
  g_assert_cmpstr(title->text, ==, "E");
  assert_text(title, "ko", "K", "ko");
  assert_text(title, "KO-kr", "K", "ko");
  assert_text(title, "zh-Hans-CN", "S", "zh-Hans");
  assert_text(title, "zh-Hant", "Z", "zh");
  assert_text(title, "zh", "Z", "zh");
  assert_text(title, "fr", "E", "en");
  assert_text(title, NULL, "E", "en");
  assert_text(&read.board->cards.items[0]->text, "ko", "plain", NULL);
  assert_text(&read.board->cards.items[0]->note, "ko", "", NULL);
  done(&read);
}

static void test_translations_of_chinese(void) {
  Read read = read_good("title: {en: E, zh-Hans: S, zh-Hant: T, zh-TW: W}\n");
  const CxText *title = &read.board->title;
  assert_text(title, "zh", "S", "zh-Hans");
  assert_text(title, "zh-CN", "S", "zh-Hans");
  assert_text(title, "ZH-sg", "S", "zh-Hans");
  assert_text(title, "zh-HK", "T", "zh-Hant");
  assert_text(title, "zh-MO", "T", "zh-Hant");
  assert_text(title, "zh-TW", "W", "zh-TW");
  assert_text(title, "zh-Hans-CN-u-co-pinyin", "S", "zh-Hans");
  done(&read);
}

static void assert_language(const char *lang, const char *text, const char *expected, const char *problems) {
  Read read = read_below(NULL, lang, text);
  assert_problems(&read, problems);
  g_assert_cmpstr(read.board->title.text, ==, expected);
  done(&read);
}

static void test_document_language(void) {
  assert_language("zh-Hans-CN", "title: {en: E, zh-Hans: S}", "S", "");
  assert_language("zh", "title: {en: E, zh-Hans: S}", "S", "");
  assert_language("zh-Hans", "title: {en: E, zh-Hant: T}", "T", "missing-language 1:8-27");
  assert_language("zh", "title: {en: E, zh-Hant: T}", "T", "missing-language 1:8-27");
  assert_language("zh-TW", "title: {zh: Z, zh-Hant: T}", "T", "");
  assert_language("zh-Hant", "title: {zh-MO: T}", "T", "");
  assert_language("zh-HK", "title: {zh: Z, zh-TW: T}", "T", "");
  assert_language("zh-SG", "title: {zh-Hant: T, zh: Z}", "Z", "");
  assert_language("ko", "title: {en: E, fr: F}", "E", "missing-language 1:8-22");
  assert_language("ko", "title: {en: E, ko: }", "E", "missing-language 1:8-21");
  assert_language(NULL, "title: {en: E, ko: K}", "E", "");
  assert_language("en", "title: {en_US: E, ko: K}", NULL, "bad-language 1:9-14");
  assert_language("en", "title: {txt: x}", NULL, "bad-language 1:9-12");
  assert_language("en", "title: {en: E, qq: x}", NULL, "bad-language 1:16-18");
  assert_language("en", "title: {en: E, tlh: x}", "E", "");
  assert_language("qq", "title: {en: E, qq: x}", "x", "");
  assert_language("en", "title: {en: [x]}", NULL, "wrong-type 1:13-16");
  assert_language("en", "title: {}", NULL, "wrong-type 1:8-10");
}

/* A language map stands for a card's text, unless a key of it is a card's key: `id` is Indonesian too. */
static void test_language_map_for_short_key(void) {
  Read read = read_good("cards: [{en: E, ko: K}]\nnamed: {a: {en: F}}\n");
  g_assert_cmpstr(read.board->cards.items[0]->text.text, ==, "E");
  g_assert_cmpuint(read.board->cards.items[0]->text.in.count, ==, 2);
  g_assert_cmpstr(read.board->named.items[0]->text.text, ==, "F");
  done(&read);
  assert_problem("cards: [{en: E, id: x}]", "unknown-key 1:10-12", "unknown key `en` in a card",
                 "a text in several languages stands under `text`");
}

static const char *text_of_card(const Read *read) {
  return read->board->cards.count == 0 ? NULL : read->board->cards.items[0]->text.text;
}

static void assert_card(const char *lang, const char *card, const char *expected, const char *problems) {
  char *text = g_strdup_printf("cards: [%s]", card);
  Read read = read_below(NULL, lang, text);
  g_test_message("%s", text);
  assert_problems(&read, problems);
  g_assert_cmpstr(text_of_card(&read), ==, expected);
  done(&read);
  g_free(text);
}

/* `it` is as near to the key `id` as `tex` is to `text`; `fil` is a language and near to `file`. */
static void test_mistyped_key_is_no_language(void) {
  assert_card("en", "{tex: x}", NULL, "unknown-key 1:10-13");
  assert_card("en", "{en: E, tex: x}", NULL, "unknown-key 1:10-12, unknown-key 1:17-20");
  assert_card("en", "{fil: x}", NULL, "unknown-key 1:10-13");
  assert_card("en", "{it: x}", NULL, "unknown-key 1:10-12");
  assert_card("it", "{it: x}", "x", "");
  assert_card("en", "{it: x, en: E}", "E", "");
  assert_card("en", "{en: E, tlh: x}", "E", "");
  assert_card("fr", "{ko: x}", "x", "missing-language 1:9-16");
}

static void test_line_ends_of_blocks(void) {
  Read read = read_good("title: |\n  one\n  two\n\ncards:\n- |+\n  x\n\n");
  g_assert_cmpstr(read.board->title.text, ==, "one\ntwo");
  g_assert_cmpstr(read.board->cards.items[0]->text.text, ==, "x");
  done(&read);
}

/* ---- Ids and refs ----------------------------------------------------------------------------------- */

static void test_id_from_text(void) {
  static const char *const cases[][2] = {
      {"Find a Plan", "find-a-plan"},
      {"  Ärger: 50 %! ", "ärger-50"},
      {"주문하기", "주문하기"},
      {"a_b-c", "a_b-c"},
      {"--a--", "a"},
      {"!?", ""},
      {"", ""},
      {"क्षि x", "क्षि-x"},
      {"می\u200cخواهم", "می\u200cخواهم"},
      {"a\u200d b", "a-b"},
  };
  CxArena *arena = cx_arena_new();
  for (size_t i = 0; i < CX_COUNT(cases); i++) g_assert_cmpstr(cx_id_from_text(arena, cases[i][0]), ==, cases[i][1]);
  cx_arena_free(arena);
}

static void test_ids_in_any_script(void) {
  Read read = read_good("named: {주문: a, क्षि: b, a-b_C9: c, 'می\u200cخواهم': d, '7': e}\n");
  g_assert_cmpuint(read.board->named.count, ==, 5);
  done(&read);
  read = read_text("named: {a.b: a, 'a b': b, '\u200dx': c, '': d}\n");
  assert_problems(&read, "bad-id 1:9-12, bad-id 1:17-22, bad-id 1:27-31, bad-id 1:36-38");
  done(&read);
}

static void test_refs(void) {
  Read read = read_good("cards: [{next: x, links: [g, h]}, {next: y, links: g}, {id: y}]\n"
                        "named: {x: a}\ngroups: {g: {name: G}, h: {name: H}}\n");
  const Card *first = read.board->cards.items[0], *second = read.board->cards.items[1];
  g_assert_true(first->next.object == read.board->named.items[0]);
  g_assert_true(second->next.object == read.board->cards.items[2]);
  g_assert_true(first->links.items[1].object == read.board->groups.items[1]);
  g_assert_cmpuint(second->links.count, ==, 1);
  done(&read);
}

/* In a section's entry ids are its own; refs see them and then the document's. */
static void test_scopes(void) {
  Read read = read_good("cards: [{id: a}, {id: c}]\n"
                        "groups:\n"
                        "  g: {name: G, cards: [{id: a}, {next: a}, {next: c}]}\n"
                        "  h: {name: H, cards: [{id: a}, {next: a}]}\n");
  for (size_t i = 0; i < 2; i++) {
    const Group *group = read.board->groups.items[i];
    g_assert_true(group->cards.items[1]->next.object == group->cards.items[0]);
  }
  g_assert_true(read.board->groups.items[0]->cards.items[2]->next.object == read.board->cards.items[1]);
  done(&read);
}

static void test_many_ids(void) {
  GString *text = g_string_new("named:\n");
  for (unsigned i = 0; i < 1u << 13; i++) {
    g_string_append(text, "  ");
    for (unsigned bit = 0; bit < 13; bit++) g_string_append(text, i >> bit & 1 ? "bA" : "ab");
    g_string_append(text, ": {next: none}\n");
  }
  Read read = read_text(text->str);
  g_assert_cmpuint(cx_diagnostics_count(read.diagnostics, CX_ERROR), ==, 1u << 13);
  g_assert_cmpuint(read.board->named.count, ==, 1u << 13);
  done(&read);
  g_string_free(text, TRUE);
}

/* ---- Several structs in one map --------------------------------------------------------------------- */

static void test_parts(void) {
  Read read = {.arena = cx_arena_new()};
  read.diagnostics = cx_diagnostics_new(read.arena);
  const char *text = "title: T\nname: N\ncards: [a]\nlines: b\nlinse: c\nx-own: d\n";
  const CxSource *source = cx_source_from_text(read.arena, "a.yaml", text, strlen(text));
  CxDecoder *decoder = cx_decoder_new(read.arena, NULL, read.diagnostics);
  Group *group = cx_new(read.arena, Group);
  read.board = cx_new(read.arena, Board);
  const CxPart parts[] = {{&board_table, read.board}, {&group_table, group}};
  cx_decode_map(decoder, cx_syntax_parse(read.arena, source, read.diagnostics), parts, 2);
  assert_problems(&read, "unknown-key 5:1-6");
  g_assert_cmpstr(first_problem(&read)->suggestion, ==, "lines");
  g_assert_cmpuint(read.board->cards.count, ==, 1);
  g_assert_cmpuint(group->cards.count, ==, 0);
  g_assert_cmpstr(group->name.text, ==, "N");
  g_assert_cmpuint(read.board->object.extras.count, ==, 1);
  g_assert_true(group->is_checked);
  done(&read);
}

static void test_entry(void) {
  Read read = {.arena = cx_arena_new()};
  read.diagnostics = cx_diagnostics_new(read.arena);
  const CxSource *source = cx_source_from_text(read.arena, "a.yaml", "any name: {lines: a}", 20);
  const CxNode *node = cx_syntax_parse(read.arena, source, read.diagnostics);
  const Group *group =
      cx_decode_entry(cx_decoder_new(read.arena, NULL, read.diagnostics), &group_table, &node->map.items[0]);
  g_assert_cmpstr(group->object.id, ==, "any name");
  assert_problems(&read, "missing-key 1:1-9");
  done(&read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/schema/scalars", test_scalars);
  g_test_add_func("/schema/collections", test_collections);
  g_test_add_func("/schema/defaults", test_defaults);
  g_test_add_func("/schema/empty-entries", test_empty_entries);
  g_test_add_func("/schema/ids-and-spans", test_ids_and_spans);
  g_test_add_func("/schema/extras", test_extras);
  g_test_add_func("/schema/numbers", test_numbers);
  g_test_add_func("/schema/dates", test_dates);
  g_test_add_func("/schema/language-tags", test_language_tags);
  g_test_add_func("/schema/translations", test_translations);
  g_test_add_func("/schema/translations-of-chinese", test_translations_of_chinese);
  g_test_add_func("/schema/document-language", test_document_language);
  g_test_add_func("/schema/language-map-for-short-key", test_language_map_for_short_key);
  g_test_add_func("/schema/mistyped-key-is-no-language", test_mistyped_key_is_no_language);
  g_test_add_func("/schema/line-ends-of-blocks", test_line_ends_of_blocks);
  g_test_add_func("/schema/id-from-text", test_id_from_text);
  g_test_add_func("/schema/ids-in-any-script", test_ids_in_any_script);
  g_test_add_func("/schema/refs", test_refs);
  g_test_add_func("/schema/scopes", test_scopes);
  g_test_add_func("/schema/many-ids", test_many_ids);
  g_test_add_func("/schema/parts", test_parts);
  g_test_add_func("/schema/entry", test_entry);
  return g_test_run();
}
