/* Whether the bytes of an SVG from a stranger may be given to librsvg: they are read once as XML, and what drawing them
 * would cost is counted.
 *
 * librsvg itself reads no network, and without a base no file; it stops at a million elements, at references in a
 * circle and at groups nested too deep. What is left is caught here: entities (billion laughs), pictures within the
 * picture, which it would decode at any size, and work that multiplies where elements refer to others that refer to
 * others. The work of an element is that of its path, its children and everything it refers to, so elements are summed
 * up from the last that refer to nothing. GMarkup knows no document types and reads UTF-8 only, which leaves no way to
 * hide names.
 */
#include "render.h"

#include <string.h>

#define LIMIT_DEPTH 200
#define LIMIT_WORK 2e6   /* about as many short pieces of a path */
#define PIECE_BYTES 16.0 /* of an attribute, a piece of a path */
#define WORK_STEP 2e4    /* of a step of a filter, which goes over all pixels */
#define WORK_PIXELS 1e5  /* of what becomes pixels of its own: they are kept until the map is drawn */
#define WORK_LAYER 2e2   /* of what is drawn apart and then laid over the rest */
#define WORK_DASHES 2e4  /* dashes are cut one by one, seen or not */
#define WORK_REFUSED 1e9 /* of steps that cost as much as their numbers say */

typedef struct Node {
  double work;
  guint pending; /* of those it consists of, how many are not summed up yet */
  guint last;    /* of the edges to it, from 1; 0: none */
} Node;

/* `user` has the work of `used` in its own, so many times. */
typedef struct Edge {
  guint user, used, next;
  double times;
} Edge;

/* A reference by id, to an element that may come later. */
typedef struct Reference {
  guint user;
  char *id;
  double times;
} Reference;

typedef struct Guard {
  GArray *nodes, *edges, *references, *open;
  GHashTable *ids;    /* → node, from 1 */
  bool has_reference; /* to something outside of the picture, or a picture in it */
} Guard;

/* ---- Collecting --------------------------------------------------------------------------------------------- */

static void add_edge(Guard *guard, guint user, guint used, double times) {
  Node *node = &g_array_index(guard->nodes, Node, used);
  const Edge edge = {user, used, node->last, times};
  g_array_append_val(guard->edges, edge);
  node->last = guard->edges->len;
  g_array_index(guard->nodes, Node, user).pending++;
}

/* All of "#id" in a text; colours are none of the ids. */
static void add_references(Guard *guard, guint user, const char *text, double times) {
  for (const char *at = text; (at = strchr(at, '#')) != NULL;) {
    const size_t length = strcspn(++at, "\"') \t\r\n;,");
    const Reference reference = {user, g_strndup(at, length), times};
    g_array_append_val(guard->references, reference);
    at += length;
  }
}

static bool is_inside(const char *reference) {
  static const char *const harmless[] = {"#", "http:", "https:", "mailto:"};
  while (g_ascii_isspace(*reference)) reference++;
  for (size_t i = 0; i < G_N_ELEMENTS(harmless); i++)
    if (g_ascii_strncasecmp(reference, harmless[i], strlen(harmless[i])) == 0) return true;
  return *reference == '\0';
}

static const char *local_name(const char *name) {
  const char *colon = strchr(name, ':');
  return colon != NULL ? colon + 1 : name;
}

static double work_of(const char *name) {
  static const char *const refused[] = {"feMorphology", "feConvolveMatrix", "feTurbulence", "feImage"};
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
    if (strcmp(name, refused[i]) == 0) return WORK_REFUSED;
  return g_str_has_prefix(name, "fe") ? WORK_STEP : 1;
}

/* What an attribute or a style sheet makes of an element besides its shape. */
static double work_of_style(const char *text) {
  static const struct {
    const char *word;
    double work;
  } words[] = {{"mask", WORK_PIXELS},
               {"filter", WORK_PIXELS},
               {"opacity", WORK_LAYER},
               {"blend", WORK_LAYER},
               {"dash", WORK_DASHES}};
  double work = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(text, words[i].word) != NULL) work += words[i].work;
  return work;
}

static void add_attributes(Guard *guard, guint index, const char **names, const char **values) {
  size_t length = 0;
  for (size_t i = 0; names[i] != NULL; i++) length += strlen(values[i]);
  const double pieces = (double)length / PIECE_BYTES;
  double work = pieces;
  for (size_t i = 0; names[i] != NULL; i++) {
    const char *name = local_name(names[i]), *value = values[i];
    const bool is_marker = strstr(name, "marker") != NULL || strstr(value, "marker") != NULL;
    if (strcmp(name, "id") == 0) g_hash_table_insert(guard->ids, g_strdup(value), GUINT_TO_POINTER(index + 1));
    if (strcmp(name, "href") == 0 && !is_inside(value)) guard->has_reference = true;
    if (strcmp(name, "d") != 0) work += work_of_style(name) + work_of_style(value);
    add_references(guard, index, value, is_marker ? 1 + 4 * pieces : 1);
  }
  g_array_index(guard->nodes, Node, index).work += work;
}

/* Elements of no name space, or another one, are not drawn: not worth a silent blank. */
static bool is_root(const char *name, const char **names, const char **values) {
  if (strcmp(local_name(name), "svg") != 0) return false;
  for (size_t i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix(names[i], "xmlns") && strcmp(values[i], "http://www.w3.org/2000/svg") == 0) return true;
  return false;
}

static void start_element(GMarkupParseContext *context, const char *name, const char **names, const char **values,
                          gpointer data, GError **error) {
  (void)context;
  Guard *guard = data;
  const Node node = {.work = work_of(local_name(name))};
  const guint index = guard->nodes->len, depth = guard->open->len;
  g_array_append_val(guard->nodes, node);
  if (depth > 0) add_edge(guard, g_array_index(guard->open, guint, depth - 1), index, 1);
  if (depth >= LIMIT_DEPTH || (depth == 0 && !is_root(name, names, values)))
    g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "too deep, or no picture");
  g_array_append_val(guard->open, index);
  add_attributes(guard, index, names, values);
}

static void end_element(GMarkupParseContext *context, const char *name, gpointer data, GError **error) {
  (void)context, (void)name, (void)error;
  Guard *guard = data;
  g_array_set_size(guard->open, guard->open->len - 1);
}

/* A style sheet may give to every element what it names. GMarkup's texts do not end in a NUL. */
static void add_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error) {
  (void)error;
  Guard *guard = data;
  const GSList *stack = g_markup_parse_context_get_element_stack(context);
  if (stack == NULL) return;
  const guint index = g_array_index(guard->open, guint, guard->open->len - 1);
  g_array_index(guard->nodes, Node, index).work += (double)length / PIECE_BYTES;
  if (strcmp(local_name(stack->data), "style") != 0) return;
  char *style = g_strndup(text, length);
  add_references(guard, index, style, 0);
  g_free(style);
}

/* librsvg would read another encoding as what it is, replace entities, and load style sheets. */
static bool is_plain(const char *text) {
  const char *encoding = g_str_has_prefix(text, "<?xml ") ? strstr(text, "encoding") : NULL;
  if (encoding != NULL) encoding += strcspn(encoding, "\"'");
  if (encoding != NULL && *encoding != '\0' && g_ascii_strncasecmp(encoding + 1, "utf-8", 5) != 0) return false;
  if (g_str_has_prefix(text, "<!DOCTYPE") && strchr(text, '[') != NULL) return false;
  return !g_str_has_prefix(text, "<?xml-stylesheet");
}

/* Comments, CDATA, the XML declaration, the document type. */
static void check_rest(GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error) {
  char *rest = g_strndup(text, length);
  if (g_str_has_prefix(rest, "<![CDATA["))
    add_text(context, text, length, data, error);
  else if (!is_plain(rest))
    g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "not plain");
  g_free(rest);
}

/* ---- Summing up --------------------------------------------------------------------------------------------- */

static void resolve(Guard *guard) {
  for (guint i = 0; i < guard->references->len; i++) {
    const Reference *reference = &g_array_index(guard->references, Reference, i);
    const guint used = GPOINTER_TO_UINT(g_hash_table_lookup(guard->ids, reference->id));
    const double times = reference->times > 0 ? reference->times : guard->nodes->len;
    if (used > 0) add_edge(guard, reference->user, used - 1, times);
  }
}

/* The work of the outermost element, the first; infinite where elements refer to each other in a circle. */
static double sum_up(Guard *guard) {
  Node *nodes = (Node *)(void *)guard->nodes->data;
  guint *ready = g_new(guint, guard->nodes->len), count = 0;
  for (guint i = 0; i < guard->nodes->len; i++)
    if (nodes[i].pending == 0) ready[count++] = i;
  for (guint i = 0; i < count; i++)
    for (guint edge = nodes[ready[i]].last; edge > 0;) {
      const Edge *one = &g_array_index(guard->edges, Edge, edge - 1);
      nodes[one->user].work += one->times * nodes[ready[i]].work;
      if (--nodes[one->user].pending == 0) ready[count++] = one->user;
      edge = one->next;
    }
  g_free(ready);
  return count == guard->nodes->len ? nodes[0].work : G_MAXDOUBLE;
}

static void clear_reference(gpointer reference) {
  g_free(((Reference *)reference)->id);
}

static bool collect(Guard *guard, const char *text, size_t length) {
  static const GMarkupParser parser = {
      .start_element = start_element, .end_element = end_element, .text = add_text, .passthrough = check_rest};
  GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, guard, NULL);
  const bool is_read = g_markup_parse_context_parse(context, text, (gssize)length, NULL) &&
                       g_markup_parse_context_end_parse(context, NULL) && guard->nodes->len > 0;
  g_markup_parse_context_free(context);
  return is_read;
}

CxImageKind cx_svg_guard(const guint8 *bytes, size_t length) {
  Guard guard = {.nodes = g_array_new(FALSE, FALSE, sizeof(Node)),
                 .edges = g_array_new(FALSE, FALSE, sizeof(Edge)),
                 .references = g_array_new(FALSE, FALSE, sizeof(Reference)),
                 .open = g_array_new(FALSE, FALSE, sizeof(guint)),
                 .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  g_array_set_clear_func(guard.references, clear_reference);
  CxImageKind kind = CX_IMAGE_DAMAGED;
  if (collect(&guard, (const char *)bytes, length)) {
    resolve(&guard);
    kind = guard.has_reference           ? CX_IMAGE_SVG_IN_PARTS
           : sum_up(&guard) > LIMIT_WORK ? CX_IMAGE_SVG_OVER_LIMIT
                                         : CX_IMAGE_DRAWABLE;
  }
  g_array_free(guard.nodes, TRUE);
  g_array_free(guard.edges, TRUE);
  g_array_free(guard.references, TRUE);
  g_array_free(guard.open, TRUE);
  g_hash_table_destroy(guard.ids);
  return kind;
}
