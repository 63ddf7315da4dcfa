/* compile: the pipeline from a file to scenes and bytes, on one screen (src/compile.c). The way in for embedders.
 *
 *     CxCompile *run = cx_compile_new(shaper);
 *     cx_compile_file(run, "journey.yaml", &(CxSettings){.until = CX_STAGE_SCENE});
 *     … run->scenes, cx_diagnostics_sorted(run->diagnostics, &count) …
 *     cx_compile_free(run);
 */
#ifndef CXMAP_COMPILE_H
#define CXMAP_COMPILE_H

#include "cxmap/maps.h"
#include "cxmap/render.h"

#define CXMAP_VERSION "0.1.0"

typedef enum CxPipelineStage {
  CX_STAGE_NODES,
  CX_STAGE_MODEL,
  CX_STAGE_MAPS, /* which maps there are */
  CX_STAGE_SHEET,
  CX_STAGE_LAYOUT,
  CX_STAGE_SCENE,
  CX_STAGE_BYTES,
} CxPipelineStage;

typedef struct CxSettings {
  CxPipelineStage until; /* the last stage to run. Sheets are composed only of a model without errors */
  const char *root;      /* NULL: the folder of the file */
  const char *lang;      /* NULL: the document's */
  const char *theme;     /* a built-in one, or a theme file's path; NULL: as the document says */
  const char *map;       /* only the map of this id; NULL: all */
  const char *persona;   /* only maps that show the persona of this id, drawn for that one alone; NULL: all */
  bool is_blank;         /* maps are drawn to be filled by hand */
  CxPaper paper;         /* instead of the maps' own; name NULL: these */
  CxPaper tile;          /* the paper of a poster's tiles, not `fit`; name NULL: none */
} CxSettings;

/* What a map is drawn with. */
typedef struct CxStyling {
  const CxThemeChoice *choice; /* NULL: nobody chose one */
  const CxTheme *theme;
  CxShaper *shaper; /* NULL while no text was laid out */
} CxStyling;

/* One file on its way. All of it lives in the arena; a stage that did not run has left nothing. */
typedef struct CxCompile {
  CxArena *arena;
  CxDiagnostics *diagnostics;
  CxShaper *shaper;           /* borrowed; for themes without fonts of their own */
  const CxThemeChoice *theme; /* of the command line, or NULL */
  const CxSource *source;     /* NULL: could not be read */
  CxRoot *root;
  CxNode *nodes;
  CxModel *model;
  CxMaps maps;
  CX_LIST(CxStyling *) stylings; /* of each map; maps with one theme share theirs */
  CxSheets sheets;
  CX_LIST(CxLayout *) layouts;
  CxScenes scenes;
} CxCompile;

CxCompile *cx_compile_new(CxShaper *shaper);
void cx_compile_free(CxCompile *run);

/* False where an error was reported. A file that cannot be read is CX_CANNOT_READ with a file and no place in it. */
bool cx_compile_file(CxCompile *run, const char *path, const CxSettings *settings);
bool cx_compile_text(CxCompile *run, const char *name, const char *text, size_t length, const CxSettings *settings);

/* Writes what a stage left as JSON: one object, or a list where there is not exactly one map. For a stage that has a
 * name and ran without errors. */
void cx_compile_write_json(const CxCompile *run, CxPipelineStage stage, GString *out);

/* "nodes" … "scene": what --emit takes; NULL for the others. */
const char *cx_stage_name(CxPipelineStage stage);

#endif
