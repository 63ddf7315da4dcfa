/* The registry of charts. */
#include "charts.h"

static const CxChartLayout *const CHARTS[CX_CHART_END] = {
    [CX_CHART_SLIDER] = &cx_chart_slider,   [CX_CHART_DOTS] = &cx_chart_dots,
    [CX_CHART_RISK] = &cx_chart_risk,       [CX_CHART_HEAD] = &cx_chart_head,
    [CX_CHART_SHARES] = &cx_chart_shares,   [CX_CHART_HUNDRED] = &cx_chart_hundred,
    [CX_CHART_FIGURES] = &cx_chart_figures, [CX_CHART_LINES] = &cx_chart_lines,
    [CX_CHART_BAR] = &cx_chart_bar,         [CX_CHART_STEPS] = &cx_chart_steps,
    [CX_CHART_ANSWERS] = &cx_chart_answers, [CX_CHART_HEXES] = &cx_chart_hexes,
    [CX_CHART_RADAR] = &cx_chart_radar,     [CX_CHART_POINT] = &cx_chart_point,
};

static const CxChartLayout *layout_of(const CxFrame *frame) {
  return CHARTS[frame->block->chart->kind];
}

void cx_chart_prepare(CxTypesetter *setter, CxFrame *frame) {
  layout_of(frame)->size(setter, frame);
}

double cx_chart_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  return layout_of(frame)->height(setter, frame, width);
}

void cx_chart_place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  layout_of(frame)->place(setter, frame, box);
}

CxDrawn *cx_chart_draw(CxTypesetter *setter, CxBox *box, const char *role) {
  CxDrawn *drawn = cx_list_add(setter->arena, &box->drawn);
  drawn->role = role;
  return drawn;
}

void cx_chart_add_label(CxTypesetter *setter, CxBox *box, CxFrame *label, CxRect rect) {
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, label, rect);
}
