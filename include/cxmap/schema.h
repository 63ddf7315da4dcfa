/* schema: tables say what keys a definition has; this folder decodes by them and writes the reference from them.
 *
 * A definition type is a plain struct that begins with a CxObject, and a CxTable with one row a key. The same rows
 * drive decoding, suggestions, defaults and the reference in docs/. Which definitions exist is the model's matter.
 */
#ifndef CXMAP_SCHEMA_H
#define CXMAP_SCHEMA_H

#include "cxmap/syntax.h"

typedef struct CxDecoder CxDecoder;
typedef struct CxTable CxTable;
typedef struct CxField CxField;

/* ---- Values of common types --------------------------------------------------------------------- */

/* A text, in one language or several. */
typedef struct CxTranslation {
  const char *lang; /* BCP 47 as written */
  const char *text;
} CxTranslation;

typedef struct CxText {
  const char *text; /* as written; of a language map the one of the document's language. NULL: not given */
  CxSpan span;
  CX_LIST(CxTranslation) in; /* of a language map; empty for a plain text */
} CxText;

typedef CX_LIST(CxText) CxTexts;

/* The text in a language: an exact tag, else the longest shared prefix (zh-Hans-CN → zh-Hans → zh; zh-TW, zh-HK and
 * zh-MO are zh-Hant, other Chinese without a script is zh-Hans), else the document's. *lang (may be NULL) is the
 * language of what was found: NULL where the text is plain, that is in the document's language. "" for one that is not
 * given. */
const char *cx_text_in(const CxText *text, const char *wanted, const char **lang);

typedef struct CxNumber {
  double value;
  bool is_given;
  CxSpan span;
} CxNumber;

typedef struct CxDate {
  int year, month, day; /* 0: not given */
  CxSpan span;
} CxDate;

typedef struct CxFile {
  const char *text; /* as written; NULL: not given */
  const char *path; /* canonical, inside the root */
  CxSpan span;
} CxFile;

typedef CX_LIST(CxFile) CxFiles;

/* A name for another definition. `object` is set by cx_decoder_resolve. */
typedef struct CxRef {
  const char *id; /* NULL: not given */
  void *object;   /* NULL: dangling, which was reported */
  CxSpan span;
} CxRef;

typedef CX_LIST(CxRef) CxRefs;

/* Name and text, name and number: `demographics`, `traits`. */
typedef struct CxNamedText {
  CxText name, text;
} CxNamedText;
typedef struct CxNamedNumber {
  CxText name;
  CxNumber number;
} CxNamedNumber;
typedef CX_LIST(CxNamedText) CxNamedTexts;
typedef CX_LIST(CxNamedNumber) CxNamedNumbers;

/* A user's own key, `x-…`. */
typedef struct CxExtra {
  const char *key;
  const CxNode *key_node, *value;
} CxExtra;

/* What every decoded struct begins with. */
typedef struct CxObject {
  const char *id; /* of a section's entry its key; else the key `id`, or NULL */
  CxSpan id_span; /* where the id stands; of an object without one its first key or item */
  CxSpan span;    /* the whole definition */
  CX_LIST(CxExtra) extras;
} CxObject;

/* ---- Types and rows -------------------------------------------------------------------------------- */

/* How a value is read. A folder further down may have types of its own. */
typedef struct CxType {
  const char *name; /* for messages and the reference: "a number", "a list of items" */
  /* Reads `node` into `member`; reports what is wrong and then leaves `member` alone. */
  void (*decode)(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member);
  /* Writes a member back as a JSON value. False, with nothing written, where it was not given. */
  bool (*write)(const CxField *field, const void *member, CxJson *json);
} CxType;

typedef struct CxWord {
  const char *word;
  int value;       /* 0 is kept for "not given" unless the row has a default */
  const char *doc; /* may be NULL */
} CxWord;

typedef struct CxWords {
  const char *name; /* "state", "channel": what the words name, for messages */
  const CxWord *words;
  size_t count;
} CxWords;

/* Row flags. */
enum {
  CX_NEEDED = 1 << 0, /* its absence is a problem */
};

struct CxField {
  const char *key;
  const CxType *type;
  size_t offset;        /* of the member in the struct */
  const CxTable *table; /* struct, list, section, ref: the table of the other definition */
  const CxWords *words;
  double min, max; /* numbers; both 0: any */
  unsigned flags;
  const char *fallback; /* the default, as YAML text read by the same decoder; NULL: none */
  const char *doc;      /* one or two sentences */
};

struct CxTable {
  const char *name; /* "persona", "stage": for messages, which put "a" before it or "s" behind it */
  const char *doc;  /* a sentence or two; opens the section of the reference */
  const CxField *fields;
  size_t count;
  size_t size; /* of the struct */
  /* The key that a value stands for where no map is expected (a text for an item), or NULL: cx_table_has_short. */
  const char *short_key;
  /* Rules between the keys of one object, after its rows are read. May be NULL. */
  void (*check)(CxDecoder *decoder, void *object, const CxNode *node);
};

#define CX_COUNT(array) (sizeof(array) / sizeof *(array))
#define CX_FIELDS(array) .fields = (array), .count = CX_COUNT(array)

/* offsetof, compiled only where the member has that type. */
#define CX_AT(Struct, member, Type) (offsetof(Struct, member) + 0 * sizeof(_Generic(((Struct *)0)->member, Type : 1)))
#define CX_LIST_AT(Struct, member, Type)                                                                               \
  (offsetof(Struct, member) + 0 * sizeof(_Generic(((Struct *)0)->member.items, Type * : 1)))

extern const CxType cx_type_text, cx_type_texts, cx_type_string, cx_type_flag, cx_type_number, cx_type_word, cx_type_id,
    cx_type_ref, cx_type_refs, cx_type_date, cx_type_link, cx_type_length, cx_type_file, cx_type_files,
    cx_type_named_texts, cx_type_named_numbers, cx_type_struct, cx_type_list, cx_type_section, cx_type_unsupported;

/* The beginnings of rows; a row goes on with `.doc`, `.min`, `.flags` … as designated initialisers:
 *     {CX_TEXT_ROW("headline", CxPersona, headline), .doc = "One line under the name."},                    */
#define CX_ROW(key_, type_, at_) .key = (key_), .type = &(type_), .offset = (at_)
#define CX_TEXT_ROW(key, S, m) CX_ROW(key, cx_type_text, CX_AT(S, m, CxText))
#define CX_TEXTS_ROW(key, S, m) CX_ROW(key, cx_type_texts, CX_AT(S, m, CxTexts))        /* one or a list */
#define CX_STRING_ROW(key, S, m) CX_ROW(key, cx_type_string, CX_AT(S, m, const char *)) /* same in all languages */
#define CX_FLAG_ROW(key, S, m) CX_ROW(key, cx_type_flag, CX_AT(S, m, bool))
#define CX_NUMBER_ROW(key, S, m) CX_ROW(key, cx_type_number, CX_AT(S, m, CxNumber))
#define CX_WORD_ROW(key, S, m, E, words_)                                                                              \
  CX_ROW(key, cx_type_word, CX_AT(S, m, E)), .words = &(words_) /* E: the enum */
#define CX_ID_ROW(key) CX_ROW(key, cx_type_id, offsetof(CxObject, id))
#define CX_REF_ROW(key, S, m, table_) CX_ROW(key, cx_type_ref, CX_AT(S, m, CxRef)), .table = &(table_)
#define CX_REFS_ROW(key, S, m, table_) CX_ROW(key, cx_type_refs, CX_AT(S, m, CxRefs)), .table = &(table_)
#define CX_DATE_ROW(key, S, m) CX_ROW(key, cx_type_date, CX_AT(S, m, CxDate))
#define CX_LINK_ROW(key, S, m) CX_ROW(key, cx_type_link, CX_AT(S, m, const char *))
#define CX_LENGTH_ROW(key, S, m) CX_ROW(key, cx_type_length, CX_AT(S, m, CxNumber)) /* in points */
#define CX_FILE_ROW(key, S, m) CX_ROW(key, cx_type_file, CX_AT(S, m, CxFile))
#define CX_FILES_ROW(key, S, m) CX_ROW(key, cx_type_files, CX_AT(S, m, CxFiles)) /* one or a list */
#define CX_NAMED_TEXTS_ROW(key, S, m) CX_ROW(key, cx_type_named_texts, CX_AT(S, m, CxNamedTexts))
#define CX_NAMED_NUMBERS_ROW(key, S, m) CX_ROW(key, cx_type_named_numbers, CX_AT(S, m, CxNamedNumbers))
#define CX_STRUCT_ROW(key, S, m, T, table_)                                                                            \
  CX_ROW(key, cx_type_struct, CX_AT(S, m, T *)), .table = &(table_) /* NULL: absent */
#define CX_LIST_ROW(key, S, m, T, table_) CX_ROW(key, cx_type_list, CX_LIST_AT(S, m, T *)), .table = &(table_)
#define CX_SECTION_ROW(key, S, m, T, table_) CX_ROW(key, cx_type_section, CX_LIST_AT(S, m, T *)), .table = &(table_)
#define CX_UNSUPPORTED_ROW(key_) .key = (key_), .type = &cx_type_unsupported /* of the language, not this version */

/* ---- Decoding -------------------------------------------------------------------------------------- */

/* While cx_type_section reads an entry, and `scope` is nothing yet, the scope is that entry. */
struct CxDecoder {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  const CxRoot *root;          /* for paths */
  const char *lang;            /* the document's, for language maps; NULL while it is not known: any tag will do */
  const void *scope;           /* ids of lists are unique in it: cx_decoder_register. cx_type_section sets it */
  void *user;                  /* the caller's own, for its types */
  const CxNode *key;           /* of the row, or of the section's entry, that is being read; NULL where there is none */
  const CxNode *value;         /* its value. What is read now may be a part of that: an entry of a list */
  struct CxRegistry *registry; /* ids and pending refs */
};

CxDecoder *cx_decoder_new(CxArena *arena, const CxRoot *root, CxDiagnostics *diagnostics);

/* A struct that a map's keys are read into. */
typedef struct CxPart {
  const CxTable *table;
  void *object;
} CxPart;

/* Reads a map into one struct, or into several at once (the short form): a key goes to the first part that has it. Sets
 * defaults, reports unknown and missing keys, keeps `x-` keys in the first part, runs the checks. */
void cx_decode_map(CxDecoder *decoder, const CxNode *node, const CxPart *parts, size_t count);

/* Reads any node as a struct of `table` (a map, or a value for its short key) into new memory. NULL where it cannot. An
 * empty value is read like an empty map. */
void *cx_decode_object(CxDecoder *decoder, const CxTable *table, const CxNode *node);

/* The same for an entry of a map from names, which are no ids, to definitions: the key becomes the id and is not
 * registered. */
void *cx_decode_entry(CxDecoder *decoder, const CxTable *table, const CxPair *pair);

/* For types of other folders. */
bool cx_decode_text(CxDecoder *decoder, const CxNode *node, CxText *text);
bool cx_decode_number(CxDecoder *decoder, const CxNode *node, double *value); /* reports */
bool cx_is_language_tag(const char *text);          /* two or three letters, then subtags: "zh-Hans-CN" */
bool cx_date_parse(const char *text, CxDate *date); /* 2026, 2026-03, 2026-03-02; does not set the span */

/* A map all of whose keys are tags of languages that there are. `lang`, the document's, may be NULL. Where the map has
 * that one, languages of three letters need not be known ones. */
bool cx_node_is_language_map(const CxNode *node, const char *lang);

/* Whether a value is one for the table's short key. A language map is one where no key is a row's, nor so near to one
 * that it may be mistyped; but beside the document's language any language of two letters is taken for one. */
bool cx_table_has_short(const CxTable *table, const CxNode *node, const char *lang);
/* Pends: *ref must stay where it is until refs are resolved. */
void cx_decode_ref(CxDecoder *decoder, const CxTable *table, const CxNode *node, CxRef *ref);
CxDiag *cx_report_wrong_type(CxDecoder *decoder, const CxNode *node, const char *wanted);
CxDiag *cx_report_unknown_word(CxDecoder *decoder, const CxNode *node, const CxWords *words);

/* Makes a definition known under its id, in the decoder's present scope (NULL: the document). A second one is reported.
 * cx_type_section does this for its entries, and cx_type_list for those that have an id; twice for the same is fine. */
void cx_decoder_register(CxDecoder *decoder, const CxTable *table, CxObject *object);

/* The definition with this id in the present scope, else in the document; NULL where there is none. */
void *cx_decoder_lookup(const CxDecoder *decoder, const CxTable *table, const char *id);

/* Sets `object` of all refs read so far, each looked up in the scope it was read in; reports the dangling ones with the
 * nearest id, unless a part of the document could not be read. */
void cx_decoder_resolve(CxDecoder *decoder);

/* "Find a Plan" → "find-a-plan": letters and digits of any script, `_` and `-`; "" where none is left. */
const char *cx_id_from_text(CxArena *arena, const char *text);

/* ---- What tables are good for besides --------------------------------------------------------------- */

/* A decoded object as JSON, by its rows; what was not given is left out. --emit=model is this. */
void cx_schema_write_object(const CxTable *table, const void *object, CxJson *json);

/* The language reference as Markdown: the table, then those it leads to, each once. */
void cx_schema_write_reference(const CxTable *top, GString *out);

/* All keys and words of a table and those it leads to, one a line and quoted, as a fuzzer's dictionary. */
void cx_schema_write_dictionary(const CxTable *top, GString *out);

/* What is wrong with a table, or with one it leads to (no doc, a range from high to low, a default that does not
 * decode, a key twice); NULL if nothing. For the tests. */
const char *cx_table_fault(CxArena *arena, const CxTable *top);

#endif
