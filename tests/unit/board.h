/* What tests of the schema share: a small language of boards and cards, and how a text in it is read. */
#ifndef CXMAP_TESTS_BOARD_H
#define CXMAP_TESTS_BOARD_H

#include "cxmap/schema.h"

#include <string.h>

/* ---- The language ----------------------------------------------------------------------------------- */

typedef enum Shade { SHADE_NONE, SHADE_LIGHT, SHADE_DARK } Shade;

typedef struct Card {
  CxObject object;
  CxText text, note;
  CxTexts tags;
  const char *code;
  bool is_done;
  CxNumber size;
  Shade shade;
  CxRef next;
  CxRefs links;
  CxDate due;
  const char *link;
  CxFile file;
  CxFiles files;
  CxNamedTexts facts;
  CxNamedNumbers marks;
} Card;

typedef CX_LIST(Card *) Cards;

typedef struct Group {
  CxObject object;
  CxText name;
  CxTexts lines;
  Cards cards;
  bool is_checked;
} Group;

typedef struct Board {
  CxObject object;
  CxText title;
  Cards cards;
  CX_LIST(Card *) named;
  CX_LIST(Group *) groups;
  Group *legend;
} Board;

static const CxTable card_table, group_table;

static const CxWord shade_words[] = {
    {"light", SHADE_LIGHT, "Hardly any."},
    {"bright", SHADE_LIGHT, NULL},
    {"dark", SHADE_DARK, "A lot | of it."},
};
static const CxWords shades = {.name = "shade", .words = shade_words, .count = CX_COUNT(shade_words)};

static const CxField card_fields[] = {
    {CX_TEXT_ROW("text", Card, text), .doc = "What it says."},
    {CX_TEXT_ROW("note", Card, note), .doc = "More."},
    {CX_TEXTS_ROW("tags", Card, tags), .doc = "Tags."},
    {CX_STRING_ROW("code", Card, code), .doc = "A code."},
    {CX_FLAG_ROW("done", Card, is_done), .doc = "Whether it is done."},
    {CX_NUMBER_ROW("size", Card, size), .min = 1, .max = 5, .fallback = "3", .doc = "How large."},
    {CX_WORD_ROW("shade", Card, shade, Shade, shades), .fallback = "light", .doc = "How dark."},
    {CX_ID_ROW("id"), .doc = "Its id."},
    {CX_REF_ROW("next", Card, next, card_table), .doc = "The next card."},
    {CX_REFS_ROW("links", Card, links, group_table), .doc = "Groups."},
    {CX_DATE_ROW("due", Card, due), .doc = "When."},
    {CX_LINK_ROW("link", Card, link), .doc = "Where."},
    {CX_FILE_ROW("file", Card, file), .doc = "A picture."},
    {CX_FILES_ROW("files", Card, files), .doc = "More pictures."},
    {CX_NAMED_TEXTS_ROW("facts", Card, facts), .doc = "Facts."},
    {CX_NAMED_NUMBERS_ROW("marks", Card, marks), .max = 10, .doc = "Marks."},
    {CX_UNSUPPORTED_ROW("sound"), .doc = "A sound."},
};

static const CxTable card_table = {
    .name = "card", .doc = "A card.", CX_FIELDS(card_fields), .size = sizeof(Card), .short_key = "text"};

static inline void check_group(CxDecoder *decoder, void *object, const CxNode *node) {
  Group *group = object;
  g_assert_nonnull(decoder->registry);
  g_assert_true(group->object.span.begin == node->span.begin);
  group->is_checked = true;
}

static const CxField group_fields[] = {
    {CX_TEXT_ROW("name", Group, name), .flags = CX_NEEDED, .doc = "Its name."},
    {CX_TEXTS_ROW("lines", Group, lines), .doc = "Lines."},
    {CX_LIST_ROW("cards", Group, cards, Card, card_table), .doc = "Its cards."},
};

static const CxTable group_table = {
    .name = "group", .doc = "A group.", CX_FIELDS(group_fields), .size = sizeof(Group), .check = check_group};

static const CxField board_fields[] = {
    {CX_TEXT_ROW("title", Board, title), .doc = "The title."},
    {CX_LIST_ROW("cards", Board, cards, Card, card_table), .doc = "Cards."},
    {CX_SECTION_ROW("named", Board, named, Card, card_table), .doc = "Cards by name."},
    {CX_SECTION_ROW("groups", Board, groups, Group, group_table), .doc = "Groups."},
    {CX_STRUCT_ROW("legend", Board, legend, Group, group_table), .doc = "The legend."},
};

static const CxTable board_table = {.name = "board", .doc = "A board.", CX_FIELDS(board_fields), .size = sizeof(Board)};

/* ---- Reading ---------------------------------------------------------------------------------------- */

typedef struct Read {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  Board *board;
} Read;

static inline Read read_below(const char *folder, const char *lang, const char *text) {
  Read read = {.arena = cx_arena_new()};
  read.diagnostics = cx_diagnostics_new(read.arena);
  const CxSource *source = cx_source_from_text(read.arena, "a.yaml", text, strlen(text));
  const CxNode *node = cx_syntax_parse(read.arena, source, read.diagnostics);
  g_assert_nonnull(node);
  CxDecoder *decoder = cx_decoder_new(read.arena, cx_root_new(read.arena, folder, "-"), read.diagnostics);
  decoder->lang = lang;
  read.board = cx_decode_object(decoder, &board_table, node);
  cx_decoder_resolve(decoder);
  return read;
}

static inline Read read_text(const char *text) {
  return read_below(NULL, "en", text);
}

static inline void done(Read *read) {
  cx_arena_free(read->arena);
}

static inline const CxDiag *first_problem(const Read *read) {
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read->diagnostics, &count);
  return count == 0 ? NULL : diags[0];
}

/* "unknown-key 3:5-9" for each problem, divided by a comma; columns from and behind. */
static inline void assert_problems(const Read *read, const char *expected) {
  GString *out = g_string_new(NULL);
  size_t count;
  const CxDiag *const *diags = cx_diagnostics_sorted(read->diagnostics, &count);
  for (size_t i = 0; i < count; i++) {
    const CxPlace from = cx_source_place(diags[i]->span.source, diags[i]->span.begin);
    const CxPlace behind = cx_source_place(diags[i]->span.source, diags[i]->span.end);
    g_string_append_printf(out, "%s%s %u:%u-%u", i == 0 ? "" : ", ", cx_code_info(diags[i]->code)->slug, from.line,
                           from.column, behind.column);
  }
  g_assert_cmpstr(out->str, ==, expected);
  g_string_free(out, TRUE);
}

static inline Read read_good(const char *text) {
  Read read = read_text(text);
  assert_problems(&read, "");
  return read;
}

/* One problem, with all that it says. `proposal`: the suggestion, or else the help. */
static inline void assert_problem(const char *text, const char *place, const char *message, const char *proposal) {
  Read read = read_text(text);
  g_test_message("%s", text);
  assert_problems(&read, place);
  const CxDiag *diag = first_problem(&read);
  g_assert_cmpstr(diag->message, ==, message);
  g_assert_cmpstr(diag->help != NULL ? diag->help : diag->suggestion, ==, proposal);
  done(&read);
}

#endif
