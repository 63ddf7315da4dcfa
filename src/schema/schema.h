/* What the files of this folder share. */
#ifndef CXMAP_SCHEMA_PRIVATE_H
#define CXMAP_SCHEMA_PRIVATE_H

#include "cxmap/schema.h"

/* ---- table.c: what can be asked of tables ----------------------------------------------------------- */

const CxField *cx_table_find(const CxTable *table, const char *key); /* NULL: no such row */
bool cx_field_has_list(const CxField *field);                        /* its values are lists */

bool cx_table_has_short_text(const CxTable *table); /* its short key is that of a text */

/* The table and those it leads to, each once, in the order in which they are met. Free with g_ptr_array_unref. */
GPtrArray *cx_tables_reachable(const CxTable *top);

/* ---- names.c: words for messages -------------------------------------------------------------------- */

const char *cx_noun_article(const char *noun);                      /* "a" or "an" */
const char *cx_noun_with_article(CxArena *arena, const char *noun); /* "a stage", "an item" */
const char *cx_noun_plural(CxArena *arena, const char *noun);

/* What a row, or a definition, is written as: "a list of stages", "a text or a map". */
const char *cx_field_wanted(CxArena *arena, const CxField *field);
const char *cx_table_wanted(CxArena *arena, const CxTable *table);

/* What is being read: "`stages`", "an entry of `stages`" or "this". */
const char *cx_decoder_subject(const CxDecoder *decoder, const CxNode *node);

/* ---- language.c ------------------------------------------------------------------------------------- */

/* One of two tags says no more than the other, and nothing else. Chinese with a country instead of a script means the
 * script that is written there, and `zh` alone means `zh-Hans`. */
bool cx_language_covers(const char *a, const char *b);

/* The nearest translation: the most subtags in common, then the shortest tag, then the first; NULL: none has any. */
const CxTranslation *cx_text_nearest(const CxText *text, const char *wanted);

bool cx_map_has_language(const CxNode *map, const char *lang); /* false without `lang` */

/* A tag of a language that there is. `lang` is the document's where the map has that, else NULL: beside it, any three
 * letters may be one. */
bool cx_key_is_language(const char *key, const char *lang);

/* ---- decode.c --------------------------------------------------------------------------------------- */

/* Reads any node into a struct that is there already. False, which was reported, where it cannot. */
bool cx_decode_into(CxDecoder *decoder, const CxTable *table, const CxNode *node, CxObject *object);

/* Calls `read` for each entry of a map from names to values, empty ones left out; reports where it is no map. An entry
 * may be `{name: …, value: …}`, whose name can be in several languages. */
typedef void CxReadNamed(CxDecoder *decoder, const CxField *field, const CxText *name, const CxNode *value,
                         void *member);
void cx_decode_named(CxDecoder *decoder, const CxField *field, const CxNode *node, CxReadNamed *read, void *member);

/* The default of a row as a node, or NULL. */
const CxNode *cx_decoder_default(CxDecoder *decoder, const CxField *field);

/* ---- id.c ------------------------------------------------------------------------------------------- */

bool cx_is_id(const char *text);
void cx_decoder_check_id(CxDecoder *decoder, const CxNode *node); /* a scalar */

/* ---- registry.c ------------------------------------------------------------------------------------- */

struct CxRegistry *cx_registry_new(CxArena *arena);
void cx_registry_set_partial(struct CxRegistry *registry);

/* `list` NULL: a single ref. Else its element `index`, wherever the list moves to. */
void cx_decoder_pend(CxDecoder *decoder, const CxTable *table, CxRef *ref, CxRefs *list, size_t index);

/* Where the node of a default is kept; NULL in it where it was not asked for yet. */
const CxNode **cx_registry_default(struct CxRegistry *registry, CxArena *arena, const CxField *field);

#endif
