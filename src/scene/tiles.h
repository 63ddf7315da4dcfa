/* Private to scene: how a page is cut into the tiles of a poster. */
#ifndef CXMAP_SCENE_TILES_H
#define CXMAP_SCENE_TILES_H

#include "walk.h"

/* ---- cuts.c --------------------------------------------------------------------------------------------- */

/* From where to where an element reaches along the axis that is cut, and what it costs to cut it: text the more, the
 * larger it is. */
typedef struct CxExtent {
  double from, to, cost;
} CxExtent;

typedef CX_LIST(CxExtent) CxExtents;

/* What one tile shows of the axis. Where another follows, that one begins at its own `from`, before this one's `to`:
 * what lies between is shown by both and glued over. */
typedef struct CxWindow {
  double from, to;
} CxWindow;

typedef CX_LIST(CxWindow) CxWindows;

/* Cuts 0 … length into windows no longer than `room`, which is more than twice `overlap`. */
void cx_cuts_choose(CxArena *arena, const CxExtents *extents, double length, double room, double overlap,
                    CxWindows *windows);

/* ---- tile-marks.c --------------------------------------------------------------------------------------- */

#define CX_TILE_MARGIN (10 * 72 / 25.4)
#define CX_TILE_OVERLAP (9 * 72 / 25.4)

typedef struct CxTile {
  const char *prefix; /* of the names of tiles: of a map with several pages "2-", else "" */
  const char *title, *lang;
  CxPaper paper;
  const CxWindows *columns, *rows;
  size_t column, row;
} CxTile;

/* "A1": a letter for the row, a number for the column, with the prefix in front. Of a right-to-left map the first
 * column is on the right. */
const char *cx_tile_name(CxArena *arena, const CxTile *tile, size_t row, size_t column);

/* Where the window stands on the tile's paper. */
CxRect cx_tile_place(const CxTile *tile);

/* Crop marks, join lines, and in the margins the tile's name, its neighbours and where it stands in the poster. */
void cx_tile_draw_marks(CxWalk *walk, CxShaper *shaper, CxElements *into, const CxTile *tile);

#endif
