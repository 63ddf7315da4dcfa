/* render: scenes become bytes. One file a backend, one registry; a backend asks nobody and wraps nothing.
 *
 * The same scenes give the same bytes: dates come from the document or from SOURCE_DATE_EPOCH, never from the clock.
 */
#ifndef CXMAP_RENDER_H
#define CXMAP_RENDER_H

#include "cxmap/scene.h"

typedef struct CxRenderOptions {
  double dpi;          /* png: pixels an inch, 144 unless set */
  bool is_transparent; /* png: no paper */
  const char *creator; /* pdf: the program and its version; NULL: "cxmap" */
  GHashTable *files; /* svg: id of a map → the name of its file in the same folder; NULL: links to maps lead nowhere */
} CxRenderOptions;

typedef struct CxBackend {
  const char *name; /* also the file name's ending: "pdf" */
  const char *doc;
  bool holds_many; /* all maps in one file; otherwise one map, one page a file: the first page of the first scene */
  /* Appends the bytes to `out`. False with a reported problem (CX_PAGE_TOO_LARGE, CX_BAD_IMAGE …); `out` is then as it
   * was. */
  bool (*render)(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics, GByteArray *out);
} CxBackend;

const CxBackend *cx_backends(size_t *count); /* pdf, svg, png */
const CxBackend *cx_backend_find(const char *name);

/* Whether a file looks like an image that can be drawn: of PNG and JPEG the header is read, SVG as a whole. If not,
 * that is reported at `span`, with the `name` the definition has for it. */
bool cx_image_check(const char *path, const char *name, CxSpan span, CxDiagnostics *diagnostics);

/* Width to height of an image. 0 where it cannot be decoded after all, which is reported as above. */
double cx_image_ratio(const char *path, const char *name, CxSpan span, CxDiagnostics *diagnostics);

/* The moment a PDF says it was made, as cairo wants it (ISO 8601): SOURCE_DATE_EPOCH, else the document's date, else
 * 1970-01-01. Lives in the arena. */
const char *cx_render_date(CxArena *arena, const char *document_date);

/* Unreferences what cairo and fontconfig keep to the end, so that leak checkers see only our own leaks. */
void cx_render_cleanup(void);

#endif
