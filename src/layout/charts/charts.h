/* Private to layout. Charts: one file a kind, one row in the table of charts.c. */
#ifndef CXMAP_LAYOUT_CHARTS_H
#define CXMAP_LAYOUT_CHARTS_H

#include "../frame.h"

typedef struct CxChartLayout {
  void (*size)(CxTypesetter *setter, CxFrame *frame); /* sets its natural and smallest width */
  double (*height)(const CxTypesetter *setter, const CxFrame *frame, double width);
  void (*place)(CxTypesetter *setter, const CxFrame *frame, CxBox *box); /* adds shapes and placed labels */
} CxChartLayout;

extern const CxChartLayout cx_chart_slider;
extern const CxChartLayout cx_chart_dots;
extern const CxChartLayout cx_chart_risk;
extern const CxChartLayout cx_chart_head;
extern const CxChartLayout cx_chart_shares;
extern const CxChartLayout cx_chart_hundred;
extern const CxChartLayout cx_chart_figures;
extern const CxChartLayout cx_chart_lines;
extern const CxChartLayout cx_chart_bar;
extern const CxChartLayout cx_chart_steps;
extern const CxChartLayout cx_chart_answers;
extern const CxChartLayout cx_chart_hexes;
extern const CxChartLayout cx_chart_radar;
extern const CxChartLayout cx_chart_point;

/* Adds a shape, and returns it for its path and paints. */
CxDrawn *cx_chart_draw(CxTypesetter *setter, CxBox *box, const char *role);

/* upright.c: places a label upright, in the middle of `room`: turned where its script is not set downwards, else one
 * character under the other. */
CxPoint cx_upright_size(const CxTypesetter *setter, const CxFrame *label);
CxRect cx_upright_place(CxTypesetter *setter, CxFrame *label, CxBox *box, CxRect room);
void cx_chart_add_label(CxTypesetter *setter, CxBox *box, CxFrame *label, CxRect rect);

#endif
