/* Private to the room: boxes of a canvas, and the sheet that they make. */
#ifndef CXMAP_MAPS_CANVAS_H
#define CXMAP_MAPS_CANVAS_H

#include "../composer.h"

/* How a box is drawn besides what it says. */
typedef struct CxBoxLook {
  size_t number; /* from 1: on its disc; picks its hue too */
  double lines;  /* room for lines to write on, at least so high; 0: none */
} CxBoxLook;

/* boxes.c */
CxBlock *cx_compose_box(CxComposer *composer, const CxCanvasBox *box, const CxBoxLook *look);

/* canvas.c: a sheet of the boxes of a canvas, under this overline. */
CxSheet *cx_compose_canvas(CxArena *arena, const CxModel *model, const CxMap *map, const CxTheme *theme,
                           const CxCanvas *canvas, CxWordKey overline);

#endif
