/* base: what every other folder builds on: memory, lists, words, numbers, JSON, geometry, colour.
 *
 * Knows nothing of cxmap's subject. Growable text is GLib's GString.
 */
#ifndef CXMAP_BASE_H
#define CXMAP_BASE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Memory ------------------------------------------------------------------------------- */

/* An arena owns everything one compile allocates; there is no other way to free a part of it.
 * Built with CX_ARENA_MALLOC (sanitizers, fuzzing) each allocation is its own malloc, so that overruns are seen. */
typedef struct CxArena CxArena;

CxArena *cx_arena_new(void);
void cx_arena_free(CxArena *arena); /* NULL is fine. Runs the hooks of cx_arena_defer, the last first. */

/* Zeroed memory, aligned for any type. Never NULL: running out of memory aborts, as in GLib. */
void *cx_arena_alloc(CxArena *arena, size_t size);
void *cx_arena_alloc_array(CxArena *arena, size_t size, size_t count);   /* a product that overflows aborts too */
char *cx_arena_strdup(CxArena *arena, const char *text);                 /* NULL gives NULL, here and below */
char *cx_arena_strndup(CxArena *arena, const char *text, size_t length); /* at most `length` bytes, up to a NUL */
char *cx_arena_printf(CxArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Calls `release(object)` when the arena is freed: how an arena owns a library's object. */
void cx_arena_defer(CxArena *arena, GDestroyNotify release, void *object);

#define cx_new(arena, Type) ((Type *)cx_arena_alloc((arena), sizeof(Type)))
#define cx_new_array(arena, Type, count) ((Type *)cx_arena_alloc_array((arena), sizeof(Type), (size_t)(count)))

/* ---- Lists -------------------------------------------------------------------------------- */

/* A growable array in an arena: `CX_LIST(int) sizes = {0}; *cx_list_add(arena, &sizes) = 4;`.
 * Elements move when it grows, so keep pointers to elements only of lists of pointers. */
#define CX_LIST(Type)                                                                                                  \
  struct {                                                                                                             \
    Type *items;                                                                                                       \
    size_t count, capacity;                                                                                            \
  }

/* What all lists look like, for code that handles them without knowing the element. */
typedef struct CxListHead {
  void *items;
  size_t count, capacity;
} CxListHead;

/* A pointer to a new, zeroed last element. */
#define cx_list_add(arena, list)                                                                                       \
  ((list)->items = cx_list_grow((arena), (list)->items, (list)->count, &(list)->capacity, sizeof((list)->items[0])),   \
   &(list)->items[(list)->count++])

/* Room for one more element of `size` bytes: the old block, or a new one with the elements copied. */
void *cx_list_grow(CxArena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* ---- Words and numbers -------------------------------------------------------------------- */

/* The candidate that `word` was most likely meant to be, or NULL when none is near (Damerau-Levenshtein distance in
 * characters, case ignored, at most a third of the word's length, but 1 to 5, and something in common; ties go to the
 * first). Only words of up to 64 characters and the first 1,000 candidates are looked at. */
const char *cx_word_nearest(const char *word, const char *const *candidates, size_t count);

/* The character at the beginning of `length` > 0 bytes, and how many of them it takes. A byte that is no UTF-8 is one
 * U+FFFD. Never reads behind a NUL. */
gunichar cx_character_at(const char *text, size_t length, size_t *bytes);

/* A text of cxmap's own with places for values, each %s or %d replaced by the next value: "Page %d of %d". `second` may
 * be NULL where there is one place. */
const char *cx_pattern_fill(CxArena *arena, const char *pattern, const char *first, const char *second);

/* The whole text as a finite decimal number, without the locale. False where it is none. */
bool cx_number_parse(const char *text, double *value);

/* At most `decimals` decimals (and 12), no trailing zeros, never "-0": 4, 0.5, 12.345. From 1e15 on with an exponent.
 * Writes into `buffer`, returns it. */
#define CX_NUMBER_LENGTH 32
const char *cx_number_format(double value, int decimals, char buffer[CX_NUMBER_LENGTH]);

/* ---- JSON --------------------------------------------------------------------------------- */

/* A writer that keeps commas and indentation right. Call cx_json_key before each value of an object. An object or list
 * begun "flat" is written on one line. Numbers have at most three decimals; what is not finite becomes null. No line
 * feed follows the whole. Usage:
 *     CxJson json = {.out = string};
 *     cx_json_object(&json); cx_json_key(&json, "x"); cx_json_number(&json, 4); cx_json_end(&json);      */
#define CX_JSON_DEPTH 256 /* levels; more are a bug of the caller */
typedef struct CxJson {
  GString *out;   /* borrowed */
  unsigned depth; /* the rest is the writer's own */
  uint8_t levels[CX_JSON_DEPTH];
  bool after_key;
} CxJson;

void cx_json_object(CxJson *json);
void cx_json_object_flat(CxJson *json);
void cx_json_list(CxJson *json);
void cx_json_list_flat(CxJson *json);
void cx_json_end(CxJson *json);
void cx_json_key(CxJson *json, const char *key);
void cx_json_string(CxJson *json, const char *text); /* NULL gives null; `text` is valid UTF-8 */
void cx_json_number(CxJson *json, double value);
void cx_json_bool(CxJson *json, bool value);

/* Key and value in one; the string forms leave the member out where the text is NULL. */
void cx_json_member_string(CxJson *json, const char *key, const char *text);
void cx_json_member_number(CxJson *json, const char *key, double value);
void cx_json_member_bool(CxJson *json, const char *key, bool value);

/* ---- Geometry: points (1/72 inch), y downwards ---------------------------------------------- */

typedef struct CxPoint {
  double x, y;
} CxPoint;

typedef struct CxRect {
  double x, y, w, h;
} CxRect;

typedef struct CxInsets {
  double top, right, bottom, left;
} CxInsets;

CxRect cx_rect_inset(CxRect rect, CxInsets by);          /* never under zero width or height */
CxRect cx_rect_intersection(CxRect a, CxRect b);         /* zero width or height where they do not meet */
CxRect cx_rect_union(CxRect a, CxRect b);                /* an empty one (w and h 0) counts for nothing */
bool cx_rect_overlaps(CxRect a, CxRect b, double slack); /* share more than `slack` in both directions */
bool cx_rect_contains(CxRect outer, CxRect inner, double slack);

/* ---- Paper ---------------------------------------------------------------------------------- */

/* A page's size. `fit`, the first, has none: the page is as large as the map needs. */
typedef struct CxPaper {
  const char *name;     /* "fit", "A4", "letter" */
  double width, height; /* points, as it will be held: landscape or portrait; 0: fit */
} CxPaper;

/* "A2", "a2 landscape", "letter portrait", "fit": a name, then the way it is held, landscape if not said. False where
 * it is none; *suggestion, which may be NULL, is then the nearest one. */
bool cx_paper_parse(const char *text, CxPaper *paper, const char **suggestion);

/* All papers but `fit`, held upright, the smallest first. */
const CxPaper *cx_papers(size_t *count);

/* ---- Paths ---------------------------------------------------------------------------------- */

typedef enum CxPathVerb { CX_PATH_MOVE, CX_PATH_LINE, CX_PATH_CURVE, CX_PATH_CLOSE } CxPathVerb;

/* One step; a curve is a cubic with its two control points in `c`, its end in `to`. */
typedef struct CxPathStep {
  CxPathVerb verb;
  CxPoint c[2], to;
} CxPathStep;

typedef CX_LIST(CxPathStep) CxPath;

void cx_path_move(CxArena *arena, CxPath *path, double x, double y);
void cx_path_line(CxArena *arena, CxPath *path, double x, double y);
void cx_path_curve(CxArena *arena, CxPath *path, CxPoint c1, CxPoint c2, CxPoint to);
void cx_path_close(CxArena *arena, CxPath *path);
void cx_path_rect(CxArena *arena, CxPath *path, CxRect rect, double radius); /* rounded where radius > 0 */
void cx_path_circle(CxArena *arena, CxPath *path, CxPoint centre, double radius);

CxPath cx_path_copy(CxArena *arena, const CxPath *path); /* with steps of its own */

/* Appends path data of absolute M, L, C and Z, scaled, then moved to `at`. False at anything else. */
bool cx_path_parse(CxArena *arena, CxPath *path, const char *data, double scale, CxPoint at);

/* ---- Colour --------------------------------------------------------------------------------- */

typedef struct CxColour {
  uint8_t r, g, b, a; /* sRGB, not premultiplied; a 0: nothing is drawn */
} CxColour;

#define CX_COLOUR_NONE ((CxColour){0})
#define CX_HEX(rgb) ((CxColour){((rgb) >> 16) & 255, ((rgb) >> 8) & 255, (rgb)&255, 255})

bool cx_colour_parse(const char *text, CxColour *colour); /* #rgb or #rrggbb */
bool cx_colour_is_same(CxColour a, CxColour b);
const char *cx_colour_format(CxColour colour, char buffer[10]); /* #rrggbb, or #rrggbbaa where it is not opaque */

#endif
