/* Private to render: the walk that all backends share, and the images it draws. */
#ifndef CXMAP_RENDER_PRIVATE_H
#define CXMAP_RENDER_PRIVATE_H

#include <cairo.h>
#include <stdio.h>

#include "cxmap/render.h"

/* ---- One file each: see CxBackend.render -------------------------------------------------------------------- */
bool cx_pdf_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics, GByteArray *out);
bool cx_svg_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics, GByteArray *out);
bool cx_png_render(const CxScenes *scenes, const CxRenderOptions *options, CxDiagnostics *diagnostics, GByteArray *out);

/* ---- image.c: files as surfaces --------------------------------------------------------------------------- */

/* The images of one rendering, each decoded once for a size. */
typedef struct CxImages {
  CxDiagnostics *diagnostics;
  double dpi;           /* no image is kept in more detail than about this */
  bool is_for_document; /* photos are embedded as such */
  bool has_failed;
  GHashTable *surfaces; /* by file and size */
} CxImages;

#define CX_LIMIT_IMAGE_PIXELS 50e6
#define CX_LIMIT_IMAGE_BYTES (64L * 1024 * 1024)

void cx_images_init(CxImages *images, CxDiagnostics *diagnostics, double dpi, bool is_for_document);
void cx_images_clear(CxImages *images);

/* The image of an element, borrowed; NULL where it cannot be drawn, which was reported. */
cairo_surface_t *cx_images_find(CxImages *images, const CxElement *element);

/* How many pixels an image is to have at least; more than twice as many are dropped. */
typedef struct CxPixels {
  double width, height;
} CxPixels;

/* What a file turned out to be. */
typedef enum CxImageKind {
  CX_IMAGE_DRAWABLE, /* then there is a surface */
  CX_IMAGE_UNREADABLE,
  CX_IMAGE_DAMAGED,
  CX_IMAGE_OVER_LIMIT,
  CX_IMAGE_SVG_IN_PARTS,
  CX_IMAGE_SVG_OVER_LIMIT,
  CX_IMAGE_SVG_WITHOUT_LIBRARY,
} CxImageKind;

/* The size of an image surface, or of a recording that has one. */
CxPixels cx_surface_size(cairo_surface_t *surface);

/* jpeg.c */
bool cx_jpeg_is(const guint8 *bytes, size_t length);
CxImageKind cx_jpeg_decode(const guint8 *bytes, size_t length, CxPixels least, cairo_surface_t **surface);

/* The same verdict from the header alone; the file is read from its start. */
CxImageKind cx_jpeg_check(FILE *file);

/* Encodes an opaque surface, so that documents embed it as JPEG. */
void cx_jpeg_attach(cairo_surface_t *surface);

/* rsvg.c: the surface is a recording. */
bool cx_svg_is(const guint8 *bytes, size_t length);
CxImageKind cx_svg_check(const guint8 *bytes, size_t length);
CxImageKind cx_svg_decode(const guint8 *bytes, size_t length, CxPixels least, cairo_surface_t **surface);

/* svg-guard.c: whether librsvg may have it. */
CxImageKind cx_svg_guard(const guint8 *bytes, size_t length);

/* svg-links.c: a copy without links, for g_free. */
guint8 *cx_svg_without_links(const guint8 *bytes, size_t length);

/* exif.c: how a camera was held, 1 … 8 as in EXIF; 1 where a JPEG does not say so. */
int cx_exif_orientation(const guint8 *bytes, size_t length);

/* ---- draw.c: elements → cairo ------------------------------------------------------------------------------- */

typedef struct CxPainter CxPainter;
struct CxPainter {
  cairo_t *cr;
  CxImages *images;
  bool traces_text; /* as outlines, exact on pixels, where that can be */
  /* Called before and after each element; NULL: not. */
  void (*begin)(CxPainter *painter, const CxElement *element);
  void (*end)(CxPainter *painter, const CxElement *element);
};

void cx_paint_page(CxPainter *painter, const CxScenePage *page);
void cx_paint_paper(cairo_t *cr, CxColour paper);

/* A cairo write function; the closure is a GByteArray. */
cairo_status_t cx_write_bytes(void *closure, const unsigned char *data, unsigned length);

/* Reports what cairo could not do; true where there is nothing to report. */
bool cx_cairo_is_fine(cairo_status_t status, const CxScene *scene, CxDiagnostics *diagnostics);

/* ---- pdf-patch.c -------------------------------------------------------------------------------------------- */

/* What cairo cannot say about a structure element of a PDF; they are counted from 0 in the order they were begun in. */
typedef struct CxPdfNote {
  size_t element;
  const char *tag;
  const char *lang, *alt; /* or NULL */
} CxPdfNote;

typedef struct CxPdfNotes {
  const char *lang;            /* of the document, or NULL */
  CX_LIST(CxPdfNote) elements; /* ascending */
} CxPdfNotes;

/* Writes the notes into a finished PDF of cairo's; leaves alone what does not look like one. */
void cx_pdf_patch(GByteArray *pdf, const CxPdfNotes *notes);

/* ---- pdf-tags.c: elements → structure and links ----------------------------------------------------------------- */

typedef struct CxTagger {
  CxPainter painter; /* first: the hooks get this */
  CxArena *arena;
  const char *lang; /* of the map */
  size_t count;     /* of structure elements begun */
  int para;         /* that is open, 0: none */
  const char *para_tag;
  const CxElement *link;   /* that is open */
  const CxElement *window; /* the group that cuts off what stands out of its box, or NULL */
  GPtrArray *sections;     /* the groups with titles that are open */
  GHashTable *maps;        /* ids of those in the document, whose first pages links may lead to */
  bool has_title;          /* the map's title was tagged */
  CxPdfNotes notes;
} CxTagger;

void cx_tagger_init(CxTagger *tagger, CxArena *arena, CxImages *images, const CxScenes *scenes);
void cx_tagger_clear(CxTagger *tagger);

/* A page's section stands in the document's; all begin after a page's size was set, and end before it is shown. */
void cx_tagger_begin_document(CxTagger *tagger, const char *lang);
void cx_tagger_end_document(CxTagger *tagger);
void cx_tagger_begin_page(CxTagger *tagger, const CxScene *scene, size_t page);
void cx_tagger_end_page(CxTagger *tagger);

#endif
