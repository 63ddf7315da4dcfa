/* schema: what is said about wrong keys, values and ids, and where. */
#include "board.h"

#include <glib/gstdio.h>

/* ---- Keys and values -------------------------------------------------------------------------------- */

static void test_unknown_keys(void) {
  assert_problem("tilte: x", "unknown-key 1:1-6", "unknown key `tilte` in a board", "title");
  assert_problem("cards: [{text: a, sahde: dark}]", "unknown-key 1:19-24", "unknown key `sahde` in a card", "shade");
  assert_problem("cards: [{text: a, zzz: dark}]", "unknown-key 1:19-22", "unknown key `zzz` in a card",
                 "keys of your own begin with `x-`");
  assert_problem("zzzz: dark", "unknown-key 1:1-5", "unknown key `zzzz` in a board",
                 "keys of your own begin with `x-`");
  assert_problem("<<: x", "unknown-key 1:1-3", "unknown key `<<` in a board",
                 "maps cannot be merged; `*name` repeats a whole value");
  assert_problem("cards: [{text:x}]", "unknown-key 1:10-16", "unknown key `text:x` in a card",
                 "a space is missing behind the `:`");
}

static void test_missing_keys(void) {
  assert_problem("groups:\n  g: {lines: a}", "missing-key 2:3-4", "a group needs a `name`", "add `name: …`");
  assert_problem("groups:\n  g:", "missing-key 2:3-4", "a group needs a `name`", "add `name: …`");
  assert_problem("legend: {name: ''}", "missing-key 1:16-18", "`name` is empty", NULL);
  assert_problem("legend: {name: ' '}", "missing-key 1:16-19", "`name` is empty", NULL);
  assert_problem("legend: {name: }", "missing-key 1:1-7", "a group needs a `name`", "add `name: …`");
}

static void test_wrong_types(void) {
  assert_problem("groups: x", "wrong-type 1:9-10", "`groups` must be a map from id to group, but this is a text", NULL);
  assert_problem("title: [a]", "wrong-type 1:8-11", "`title` must be a text, but this is a list", NULL);
  assert_problem("legend: x", "wrong-type 1:9-10", "`legend` must be a map, but this is a text", NULL);
  assert_problem("groups: {g: [a]}", "wrong-type 1:13-16", "`g` must be a map, but this is a list", NULL);
  assert_problem("cards: [[a]]", "wrong-type 1:9-12", "an entry of `cards` must be a text or a map, but this is a list",
                 NULL);
  assert_problem("cards: {tags: [[a]]}", "wrong-type 1:16-19", "an entry of `tags` must be a text, but this is a list",
                 NULL);
  assert_problem("cards: {done: maybe}", "wrong-type 1:15-20", "`done` must be `true` or `false`, not `maybe`", NULL);
  assert_problem("cards: {facts: [a]}", "wrong-type 1:16-19",
                 "`facts` must be a map from names to texts, but this is a list", NULL);
  assert_problem("groups: [{name: a}]", "wrong-type 1:9-20",
                 "`groups` must be a map from id to group, but this is a list",
                 "begin each with an id and `:` instead of `-`");
  assert_problem("cards: {a: {text: x}, b: {text: y}}", "wrong-type 1:8-36",
                 "`cards` must be a list of cards, but this is a map", "begin each with `- ` instead of an id");
  assert_problem("groups:\n  -a\n  -b", "wrong-type 2:3-5",
                 "`groups` must be a map from id to group, but this is a text", "write a space behind each `-`");
}

static void test_wrong_values(void) {
  assert_problem("cards: {size: big}", "not-a-number 1:15-18", "`size` must be a number, not `big`", NULL);
  assert_problem("cards: {size: '1,5'}", "not-a-number 1:15-20", "`size` must be a number, not `1,5`",
                 "write a decimal point: 1.5");
  assert_problem("cards: {size: 6}", "out-of-range 1:15-16", "`size` must be between 1 and 5, but this is 6", NULL);
  assert_problem("cards: {shade: drak}", "unknown-word 1:16-20", "`drak` is no shade",
                 "did you mean `dark`? It is one of `light`, `dark`");
  assert_problem("cards: {shade: pink}", "unknown-word 1:16-20", "`pink` is no shade", "it is one of `light`, `dark`");
  assert_problem("cards: {due: 3/2026}", "bad-date 1:14-20", "`3/2026` is no date",
                 "write 2026, 2026-03 or 2026-03-02");
  assert_problem("cards: {id: a b}", "bad-id 1:13-16", "`a b` is no id",
                 "an id has letters, digits, `_` and `-` only: `a-b`");
  assert_problem("cards: {sound: x}", "unsupported-key 1:9-14",
                 "`sound` is part of the language, but this version does not draw it yet", NULL);
}

static void test_links(void) {
  static const char *const good[] = {"http://a", "https://a.b/c?d#e", "mailto:a@b.c", "HTTPS://A"};
  for (size_t i = 0; i < CX_COUNT(good); i++) {
    char *text = g_strdup_printf("cards: {link: '%s'}", good[i]);
    Read read = read_good(text);
    g_assert_cmpstr(read.board->cards.items[0]->link, ==, good[i]);
    done(&read);
    g_free(text);
  }
  const char *rule = "a link begins with `https://`, `http://` or `mailto:` and has no spaces";
  assert_problem("cards: {link: 'javascript:x'}", "bad-link 1:15-29", "`javascript:x` is no link", rule);
  assert_problem("cards: {link: 'https://'}", "bad-link 1:15-25", "`https://` is no link", rule);
  assert_problem("cards: {link: 'https://a b'}", "bad-link 1:15-28", "`https://a b` is no link", rule);
  assert_problem("cards: {link: 'file:///a'}", "bad-link 1:15-26", "`file:///a` is no link", rule);
  assert_problem("cards: {link: www.example.com}", "bad-link 1:15-30", "`www.example.com` is no link",
                 "write `https://www.example.com`");
  assert_problem("cards: {link: me@example.com}", "bad-link 1:15-29", "`me@example.com` is no link",
                 "write `mailto:me@example.com`");
}

static void test_files(void) {
  char *folder = g_dir_make_tmp("schema-XXXXXX", NULL), *path = g_build_filename(folder, "map.png", NULL);
  g_assert_true(g_file_set_contents(path, "x", 1, NULL));
  Read read = read_below(folder, "en", "cards: {file: map.png, files: [map.png, ./map.png]}");
  assert_problems(&read, "");
  g_assert_cmpstr(read.board->cards.items[0]->file.text, ==, "map.png");
  g_assert_true(g_str_has_suffix(read.board->cards.items[0]->file.path, "/map.png"));
  g_assert_cmpuint(read.board->cards.items[0]->files.count, ==, 2);
  done(&read);
  read = read_below(folder, "en", "cards: {file: mpa.png, files: [/etc/passwd, .]}");
  assert_problems(&read, "missing-file 1:15-22, outside-root 1:32-43, cannot-read 1:45-46");
  g_assert_cmpstr(first_problem(&read)->suggestion, ==, "map.png");
  done(&read);
  g_remove(path);
  g_rmdir(folder);
  g_free(path);
  g_free(folder);
}

/* ---- Ids -------------------------------------------------------------------------------------------- */

static void test_dangling(void) {
  assert_problem("cards: {next: shpo}\nnamed: {shop: a, store: b}", "dangling-id 1:15-19", "no card has the id `shpo`",
                 "shop");
  assert_problem("cards: {next: zzz}\nnamed: {shop: a, store: b}", "dangling-id 1:15-18", "no card has the id `zzz`",
                 "the ids there are: `shop`, `store`");
  assert_problem("cards: {links: zzz}", "dangling-id 1:16-19", "no group has the id `zzz`",
                 "the document gives no group an id");
}

static void test_duplicate_ids(void) {
  Read read = read_text("cards: [{id: a}, {id: b}, {id: a}]\nnamed: {b: x}\n");
  assert_problems(&read, "duplicate-id 1:32-33, duplicate-id 2:9-10");
  g_assert_cmpuint(first_problem(&read)->also.items[0].span.begin, ==, strlen("cards: [{id: "));
  done(&read);
}

/* What a file that could not be read defines is not missed. */
static void test_partial_document(void) {
  Read read = {.arena = cx_arena_new()};
  read.diagnostics = cx_diagnostics_new(read.arena);
  const CxSource *source = cx_source_from_text(read.arena, "a.yaml", "cards: {next: zzz}", 18);
  CxNode *node = cx_syntax_parse(read.arena, source, read.diagnostics);
  node->is_partial = true;
  CxDecoder *decoder = cx_decoder_new(read.arena, NULL, read.diagnostics);
  read.board = cx_new(read.arena, Board);
  cx_decode_map(decoder, node, &(CxPart){&board_table, read.board}, 1);
  cx_decoder_resolve(decoder);
  g_assert_null(read.board->cards.items[0]->next.object);
  assert_problems(&read, "");
  done(&read);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/schema-problems/unknown-keys", test_unknown_keys);
  g_test_add_func("/schema-problems/missing-keys", test_missing_keys);
  g_test_add_func("/schema-problems/wrong-types", test_wrong_types);
  g_test_add_func("/schema-problems/wrong-values", test_wrong_values);
  g_test_add_func("/schema-problems/links", test_links);
  g_test_add_func("/schema-problems/files", test_files);
  g_test_add_func("/schema-problems/dangling", test_dangling);
  g_test_add_func("/schema-problems/duplicate-ids", test_duplicate_ids);
  g_test_add_func("/schema-problems/partial-document", test_partial_document);
  return g_test_run();
}
