/* Private to charts: the lines and points of radars, and of the legend that explains them. */
#ifndef CXMAP_LAYOUT_POINTS_H
#define CXMAP_LAYOUT_POINTS_H

#include "charts.h"

void cx_radar_line(CxDrawn *line, bool is_target); /* sets its stroke */
void cx_radar_point(CxTypesetter *setter, CxBox *box, CxPoint at, bool is_target, double scale);

/* ---- radar-labels.c ---------------------------------------------------------------------------------------- */

/* Seen from the radar's centre. */
typedef struct CxRadarLabels {
  CxRect *boxes;   /* of each part's label; freed by whoever asked */
  CxPoint *wishes; /* where the middle of each would stand if it were alone; freed likewise */
  CxRect bounds;   /* of the labels and the web */
} CxRadarLabels;

CxRadarLabels cx_radar_labels(const CxTypesetter *setter, const CxFrame *frame);
void cx_radar_labels_clear(CxRadarLabels *labels);
CxPoint cx_radar_direction(double axis, size_t count); /* of length 1; the first axis points up, the next clockwise */

#endif
