/* The middle of an extended empathy map: a head, what stands in it, what stands beside it.
 *
 * In: the parts in the order of CxHeadPart. Out: their places, and the lines that divide them. What stands beside the
 * head is given columns clear of nose and ear; what stands in it is as wide as the head is at its top and its bottom
 * edge, less MARGIN, so that nothing meets the outline. Where the inside needs more than the columns do, the head gets
 * wider and these give way; of the widths that are tried the one with the lowest head is taken. Anything fits into a
 * head that is high enough.
 */
#include "charts.h"
#include "head-shape.h"

#include <math.h>

static const double COLUMN = 0.3;                           /* beside the head: of the whole width at most */
static const double COLUMN_LEAST = 200, COLUMN_SMALL = 0.2; /* where it gives way; on a small page, of its width */
static const double BESIDE = 34;                            /* from the head's side to a column: nose or ear, and air */
static const double MARGIN = 36;                            /* of what stands in the head, both sides together */
static const double ROUND = 1.014;                          /* at best */
static const double CROWN = 37, GAP = 10, CHIN = 26;        /* over the heading, under it, under the last card */
static const double RULE_OVER = 13, RULE_UNDER = 12;        /* round the line over pains and gains */
static const double HALVES = 24;                            /* between these two */
static const double ARM_HIGH = 0.32, ARM_LOW = 0.08;        /* a divider's ends over the head's foot, in domes */
static const double ARM_GAP = 12;                           /* between it and what stands over it; before the head */
static const double LINE_OVER = 14, LINE_UNDER = 15, EDGE = 8; /* round the line between two parts of a column */
enum { WIDTHS = 12, COLUMNS = 12 };                            /* that are tried */

/* Where all parts stand, y from the head's top. */
typedef struct Plan {
  double column;
  CxHead head; /* its box at 0, 0 */
  double heading, heading_width;
  double thoughts, thoughts_width;
  double rule, halves, halves_width; /* both halves with their gap */
  double line;                       /* between the two parts of the front column */
  double needed;                     /* of the head's height, as it is */
} Plan;

static CxFrame *part(const CxFrame *frame, CxHeadPart index) {
  return frame->children.items[index];
}

static double height_of(const CxTypesetter *setter, const CxFrame *frame, CxHeadPart index, double width) {
  return cx_frame_known_height(setter, part(frame, index), width);
}

/* ---- Inside ----------------------------------------------------------------------------------------------------- */

static double halves_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const double half = (width - HALVES) / 2;
  return MAX(height_of(setter, frame, CX_HEAD_PAINS, half), height_of(setter, frame, CX_HEAD_GAINS, half));
}

static double halves_least(const CxFrame *frame) {
  return 2 * MAX(part(frame, CX_HEAD_PAINS)->smallest, part(frame, CX_HEAD_GAINS)->smallest) + HALVES;
}

static double inside_least(const CxFrame *frame) {
  const double least = MAX(part(frame, CX_HEAD_HEADING)->smallest, part(frame, CX_HEAD_THOUGHTS)->smallest);
  return MAX(least, halves_least(frame)) + MARGIN;
}

/* The i-th of the widths that are tried, from the widest to the least. */
static double tried_width(const Plan *plan, double least, int i) {
  const double widest = plan->head.box.w - MARGIN;
  return widest - (widest - least) * i / WIDTHS;
}

static void plan_heading(const CxTypesetter *setter, const CxFrame *frame, Plan *plan) {
  const CxFrame *heading = part(frame, CX_HEAD_HEADING);
  const double widest = MAX(0.85 * (plan->head.box.w - MARGIN), heading->smallest);
  plan->heading_width = MIN(heading->natural, widest);
  plan->heading = MAX(CROWN * plan->head.unit, cx_head_depth_of(&plan->head, plan->heading_width + MARGIN / 2));
  plan->thoughts = plan->heading + height_of(setter, frame, CX_HEAD_HEADING, plan->heading_width) + GAP;
}

/* At the depth and in the width that leave most room under them. Returns where they end. */
static double plan_thoughts(const CxTypesetter *setter, const CxFrame *frame, Plan *plan) {
  const double first = plan->thoughts;
  double best = G_MAXDOUBLE;
  for (int i = 0; i <= WIDTHS; i++) {
    const double width = tried_width(plan, part(frame, CX_HEAD_THOUGHTS)->smallest, i);
    const double top = MAX(first, cx_head_depth_of(&plan->head, width + MARGIN));
    const double end = top + height_of(setter, frame, CX_HEAD_THOUGHTS, width);
    if (end >= best - 1e-6) continue;
    best = end;
    plan->thoughts = top;
    plan->thoughts_width = width;
  }
  return best;
}

/* What they need below `top`, and where they begin at the least. */
static double room_for_halves(const CxTypesetter *setter, const CxFrame *frame, const Plan *plan, double width,
                              double *top) {
  const double depth = cx_head_depth_of(&plan->head, width + MARGIN);
  *top = MAX(*top, depth);
  return *top + halves_height(setter, frame, width) + MAX(depth, CHIN * plan->head.unit);
}

static void plan_halves(const CxTypesetter *setter, const CxFrame *frame, Plan *plan, double over) {
  plan->needed = G_MAXDOUBLE;
  for (int i = 0; i <= WIDTHS; i++) {
    double top = over + RULE_OVER + RULE_UNDER;
    const double width = tried_width(plan, halves_least(frame), i);
    const double needed = room_for_halves(setter, frame, plan, width, &top);
    if (needed >= plan->needed - 1e-6) continue;
    plan->needed = needed;
    plan->halves = top;
    plan->halves_width = width;
  }
}

static Plan plan_inside(const CxTypesetter *setter, const CxFrame *frame, double column, double width, double height) {
  Plan plan = {.column = column};
  plan.head = cx_head_new((CxRect){0, 0, width, height});
  plan_heading(setter, frame, &plan);
  const double end = plan_thoughts(setter, frame, &plan);
  plan_halves(setter, frame, &plan, end);
  plan.needed = MAX(plan.needed, end + cx_head_depth_of(&plan.head, plan.thoughts_width + MARGIN));
  return plan;
}

/* The lowest head of a width that holds its inside. */
static double inside_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const double flattest = 1 / frame->block->ratio, ratios[] = {flattest, (flattest + ROUND) / 2, ROUND};
  for (size_t i = 0; i < G_N_ELEMENTS(ratios); i++)
    if (plan_inside(setter, frame, 0, width, ratios[i] * width).needed <= ratios[i] * width) return ratios[i] * width;
  return plan_inside(setter, frame, 0, width, 2 * ROUND * width).needed;
}

/* ---- Beside ----------------------------------------------------------------------------------------------------- */

/* What a column needs over the divider at its foot. */
static double back_height(const CxTypesetter *setter, const CxFrame *frame, double column) {
  return EDGE + height_of(setter, frame, CX_HEAD_BACK, column) + ARM_GAP;
}

static double front_height(const CxTypesetter *setter, const CxFrame *frame, double column) {
  return EDGE + height_of(setter, frame, CX_HEAD_FRONT_HIGH, column) + LINE_OVER + LINE_UNDER +
         height_of(setter, frame, CX_HEAD_FRONT_LOW, column) + ARM_GAP;
}

/* Over the head's foot, where the divider passes the inner edge of a column. */
static double arm_over(const CxHead *head) {
  return (ARM_LOW + 0.8 * (ARM_HIGH - ARM_LOW)) * head->dome;
}

/* The lowest head beside which the columns have room. */
static double beside_height(const CxTypesetter *setter, const CxFrame *frame, double column, double width) {
  const double needed = MAX(back_height(setter, frame, column), front_height(setter, frame, column));
  const double share = ARM_LOW + 0.8 * (ARM_HIGH - ARM_LOW), flat = needed / (1 - share / 2);
  return flat / 2 <= cx_head_dome(width) ? flat : needed + share * cx_head_dome(width);
}

/* ---- Both ------------------------------------------------------------------------------------------------------- */

static double column_least(const CxFrame *frame, double width) {
  double least = MIN(COLUMN_LEAST, COLUMN_SMALL * width);
  for (CxHeadPart i = CX_HEAD_BACK; i <= CX_HEAD_FRONT_LOW; i++) least = MAX(least, part(frame, i)->smallest);
  return least;
}

static double head_width(double width, double column) {
  return width - 2 * (column + BESIDE);
}

/* The i-th of the columns that are tried, from the widest to the least. */
static double tried_column(const CxFrame *frame, double width, int i) {
  const double least = column_least(frame, width), most = (width - inside_least(frame)) / 2 - BESIDE;
  const double widest = CLAMP(COLUMN * width, least, MAX(most, least));
  return widest - (widest - least) * i / COLUMNS;
}

static double least_height(const CxTypesetter *setter, const CxFrame *frame, double width, double column) {
  const double head = MAX(head_width(width, column), inside_least(frame));
  return MAX(inside_height(setter, frame, head), beside_height(setter, frame, column, head));
}

static double best_height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  double best = G_MAXDOUBLE;
  for (int i = 0; i <= COLUMNS; i++)
    best = MIN(best, least_height(setter, frame, width, tried_column(frame, width, i)));
  return best;
}

/* The columns with which everything fits into the height and the head is nearest to a round one. */
static double choose_column(const CxTypesetter *setter, const CxFrame *frame, double width, double height) {
  double best = G_MAXDOUBLE, chosen = tried_column(frame, width, 0);
  for (int i = 0; i <= COLUMNS; i++) {
    const double column = tried_column(frame, width, i), least = least_height(setter, frame, width, column);
    const double over = MAX(least - height - 1e-6, 0), away = fabs(height / head_width(width, column) - ROUND);
    if (over * 1000 + away >= best) continue;
    best = over * 1000 + away;
    chosen = column;
  }
  return chosen;
}

/* Puts the inside a little lower where the head is higher than it asks, and makes its parts as wide as the head is
 * there. */
static void spread(const CxTypesetter *setter, const CxFrame *frame, Plan *plan) {
  const double down = MAX(plan->head.box.h - plan->needed, 0) / 3;
  const double height = height_of(setter, frame, CX_HEAD_THOUGHTS, plan->thoughts_width);
  plan->thoughts += down;
  const double slack = plan->thoughts - GAP - height_of(setter, frame, CX_HEAD_HEADING, plan->heading_width) -
                       plan->heading; /* most of it over the heading, which belongs to what is under it */
  plan->heading += 0.75 * slack;
  const double wider =
      MIN(cx_head_width_at(&plan->head, plan->thoughts), cx_head_width_at(&plan->head, plan->thoughts + height)) -
      MARGIN;
  if (wider > plan->thoughts_width && height_of(setter, frame, CX_HEAD_THOUGHTS, wider) <= height + 1e-6)
    plan->thoughts_width = wider;
  plan->halves += down;
  for (int i = 0; i <= WIDTHS; i++) {
    double top = plan->halves;
    const double width = tried_width(plan, halves_least(frame), i);
    if (width <= plan->halves_width) break;
    if (room_for_halves(setter, frame, plan, width, &top) > plan->head.box.h || top > plan->halves) continue;
    plan->halves_width = width;
    break;
  }
  plan->rule = plan->halves - RULE_UNDER;
}

/* ---- Chart ------------------------------------------------------------------------------------------------------ */

static void size(CxTypesetter *setter, CxFrame *frame) {
  (void)setter;
  frame->smallest = inside_least(frame) + 2 * (column_least(frame, 0) + BESIDE);
  frame->natural = MAX(frame->smallest, 944);
}

static double height(const CxTypesetter *setter, const CxFrame *frame, double width) {
  return best_height(setter, frame, width);
}

static void put(CxTypesetter *setter, const CxFrame *frame, CxBox *box, CxHeadPart index, CxPoint at, double width) {
  const double height = height_of(setter, frame, index, width);
  const CxRect rect = {box->rect.x + at.x, box->rect.y + at.y, width, height};
  *cx_list_add(setter->arena, &box->children) = cx_frame_place(setter, part(frame, index), rect);
}

static void draw_line(CxTypesetter *setter, CxBox *box, CxPoint from, CxPoint to, double width) {
  CxDrawn *line = cx_chart_draw(setter, box, "line");
  cx_path_move(setter->arena, &line->path, box->rect.x + from.x, box->rect.y + from.y);
  cx_path_line(setter->arena, &line->path, box->rect.x + to.x, box->rect.y + to.y);
  line->stroke = CX_PAINT_RULE;
  line->width = width;
}

static CxDrawn *draw_part(CxTypesetter *setter, CxBox *box, const char *role) {
  CxDrawn *drawn = cx_chart_draw(setter, box, role);
  drawn->fill = CX_PAINT_PANEL;
  drawn->stroke = CX_PAINT_STRONG;
  drawn->width = 1.75;
  return drawn;
}

/* The dividers at the head's foot, and the one between the parts of the front column. */
static void draw_dividers(CxTypesetter *setter, CxBox *box, const Plan *plan, const CxHead *head) {
  const double width = box->rect.w, high = head->box.h - ARM_HIGH * head->dome,
               low = head->box.h - ARM_LOW * head->dome;
  const double side = (width - cx_head_width_at(head, high)) / 2 - ARM_GAP;
  draw_line(setter, box, (CxPoint){0, low}, (CxPoint){side, high}, 0.9);
  draw_line(setter, box, (CxPoint){width, low}, (CxPoint){width - side, high}, 0.9);
  const double front = MAX(cx_head_front_at(head, plan->line) + ARM_GAP, width - plan->column - BESIDE);
  draw_line(setter, box, (CxPoint){front, plan->line}, (CxPoint){width, plan->line}, 0.9);
}

static void draw(CxTypesetter *setter, CxBox *box, const Plan *plan, const CxHead *head) {
  const double middle = box->rect.w / 2, rule = cx_head_width_at(head, plan->rule) - MARGIN;
  draw_dividers(setter, box, plan, head);
  CxHead placed = *head;
  placed.box.x += box->rect.x;
  placed.box.y += box->rect.y;
  cx_head_ear(setter->arena, &placed, &draw_part(setter, box, "ear")->path);
  cx_head_outline(setter->arena, &placed, &draw_part(setter, box, "head")->path);
  draw_line(setter, box, (CxPoint){middle - rule / 2, plan->rule}, (CxPoint){middle + rule / 2, plan->rule}, 0.75);
  draw_line(setter, box, (CxPoint){middle, plan->halves - 2}, (CxPoint){middle, head->box.h - CHIN * head->unit}, 0.75);
}

static void place_inside(CxTypesetter *setter, const CxFrame *frame, CxBox *box, const Plan *plan) {
  const double middle = box->rect.w / 2, half = (plan->halves_width - HALVES) / 2;
  put(setter, frame, box, CX_HEAD_HEADING, (CxPoint){middle - plan->heading_width / 2, plan->heading},
      plan->heading_width);
  put(setter, frame, box, CX_HEAD_THOUGHTS, (CxPoint){middle - plan->thoughts_width / 2, plan->thoughts},
      plan->thoughts_width);
  put(setter, frame, box, CX_HEAD_PAINS, (CxPoint){middle - plan->halves_width / 2, plan->halves}, half);
  put(setter, frame, box, CX_HEAD_GAINS, (CxPoint){middle + HALVES / 2, plan->halves}, half);
}

/* The back column stands a little over the ear; of the front one the line wants to stand before the nose. */
static void place_beside(CxTypesetter *setter, const CxFrame *frame, CxBox *box, Plan *plan, const CxHead *head) {
  const double column = plan->column, front = box->rect.w - column, end = head->box.h - arm_over(head) - ARM_GAP;
  const double back = height_of(setter, frame, CX_HEAD_BACK, column);
  const double high = height_of(setter, frame, CX_HEAD_FRONT_HIGH, column);
  const double low = height_of(setter, frame, CX_HEAD_FRONT_LOW, column);
  put(setter, frame, box, CX_HEAD_BACK, (CxPoint){0, MAX(0.375 * (end - back), 0)}, column);
  plan->line = MAX(MIN(head->box.h / 2 + 5, end - low - LINE_UNDER), EDGE + high + LINE_OVER);
  put(setter, frame, box, CX_HEAD_FRONT_HIGH, (CxPoint){front, EDGE}, column);
  put(setter, frame, box, CX_HEAD_FRONT_LOW, (CxPoint){front, plan->line + LINE_UNDER}, column);
}

static void place(CxTypesetter *setter, const CxFrame *frame, CxBox *box) {
  const double width = box->rect.w, column = choose_column(setter, frame, width, box->rect.h);
  Plan plan = plan_inside(setter, frame, column, head_width(width, column), box->rect.h);
  CxHead head = plan.head;
  head.box.x = (width - head.box.w) / 2;
  spread(setter, frame, &plan);
  place_beside(setter, frame, box, &plan, &head);
  place_inside(setter, frame, box, &plan);
  draw(setter, box, &plan, &head);
}

const CxChartLayout cx_chart_head = {size, height, place};
