/* maps: the model becomes sheets. One file a kind of map, one registry row each.
 *
 * Knows no coordinates, no colours, no cairo.
 */
#ifndef CXMAP_MAPS_H
#define CXMAP_MAPS_H

#include "cxmap/model.h"
#include "cxmap/sheet.h"
#include "cxmap/words.h"

typedef struct CxMapKind CxMapKind;

/* One map that a build would draw. */
typedef struct CxMap {
  const char *id; /* unique in the build: the entry's, the definition's, ID-VIEW, or KEY-ID where kinds share an id */
  const CxMapKind *kind;
  const void *definition;  /* the kind's: a CxJourney … */
  const CxMapEntry *entry; /* of `maps`, or NULL */
  CxPhrase title;
  const char *lang; /* what it is drawn in */
  CxPaper paper;
  const CxPersona *persona; /* of several, the only one that is shown; NULL: all */
  bool is_blank;            /* drawn to be filled by hand: what is empty has its place, and room to write */
  GHashTable *others;       /* of the build, see cx_maps_join; NULL: unknown */
} CxMap;

typedef CX_LIST(CxMap *) CxMaps;

/* A view of a kind of definition, or of the whole document. */
struct CxMapKind {
  const char *name; /* of the map, "blueprint"; the view in an entry of `maps` too */
  const char *key; /* of the definition in such an entry: "journey"; "interviews"; "document" for the other views of the
                      whole document, which are named by `view` alone */
  size_t ref;      /* where CxMapEntry has the definition; 0: there is one only, and its map's id is the name */
  bool is_first;   /* the view that is taken where none is named; its map has the definition's id alone */
  bool is_apart;   /* natural maps: behind those that the rows before it give of all definitions, not definition by
                      definition: all persona cards, then all empathy maps */
  const char *doc;
  const CxObject *(*definition)(const CxModel *model, size_t index); /* NULL behind the last one */
  /* Drawn where `maps` is absent. NULL: always. */
  bool (*is_natural)(const CxModel *model, const void *definition);
  /* The definition's own. NULL, or what is not given: the document's. */
  const CxText *(*title)(const void *definition);
  /* Whether a persona takes part in what the map shows, which can then be drawn for that one alone. NULL: nobody does
   * but a persona that is itself the definition. */
  bool (*has_persona)(const CxMap *map, const CxPersona *persona);
  CxSheet *(*compose)(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme);
};

/* All views, in the order in which a document's maps are drawn. */
const CxMapKind *const *cx_map_kinds(size_t *count);

/* The maps that a document lists in `maps`, or the natural ones in their order; drawn in `lang` (NULL: each in its own
 * language). Also of a model with errors. Reports views that there are not, and ids that two maps would have. */
void cx_maps_list(CxArena *arena, const CxModel *model, const char *lang, CxDiagnostics *diagnostics, CxMaps *maps);

/* Keeps those maps that show a persona, drawn for that one alone. */
void cx_maps_filter(CxMaps *maps, const CxPersona *persona);

/* Tells the maps of a build of each other, so that one can lead to another; when it is known which will be drawn. */
void cx_maps_join(CxArena *arena, CxMaps *maps);

CxSheet *cx_map_compose(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme);

#endif
