/* Private to layout. Pages: how a sheet stands on one, how it is divided over several, at which scale. */
#ifndef CXMAP_LAYOUT_PAGES_H
#define CXMAP_LAYOUT_PAGES_H

#include "../frame.h"

/* ---- part.c: parts of a grid ---------------------------------------------------------------------------- */

/* A grid with what makes its parts cheap to take: a part costs what is in it. */
typedef struct CxGridSource CxGridSource;

CxGridSource *cx_grid_source_new(CxArena *arena, const CxGrid *grid);

/* The columns of one group, as tracks. */
typedef struct CxTracks {
  size_t first, end;
} CxTracks;

size_t cx_grid_source_groups(const CxGridSource *source);
CxTracks cx_grid_source_group(const CxGridSource *source, size_t group);
size_t cx_grid_source_group_of(const CxGridSource *source, size_t track);

/* The labels and the columns from `first` to before `end`. What spans more is cut to these, curves go on where they
 * left the part before. */
CxGrid *cx_grid_take_columns(const CxGridSource *source, size_t first, size_t end);

/* Reports the arrows that are on none of the parts that a grid was divided into. */
void cx_grid_report_cut(const CxGrid *whole, const CxGrid *const *parts, size_t count, CxDiagnostics *diagnostics);

/* How many rows at the top stand over each part. */
size_t cx_grid_header_rows(const CxGrid *grid);

/* The header rows and the rows from `first` to before `end`. */
CxGrid *cx_grid_take_rows(CxArena *arena, const CxGrid *grid, size_t first, size_t end);

/* A grid of the same kind of columns, with nothing in it. */
CxGrid *cx_grid_like(CxArena *arena, const CxGrid *grid);

/* The grid with a row made several, each as high as its part of the row's content, the first at most `first` high, the
 * others `height`; the columns are as they are in `frame`. NULL where something is higher than that. */
CxGrid *cx_grid_slice_row(CxTypesetter *setter, const CxGridFrame *frame, size_t row, double first, double height);

/* ---- slice.c: parts of a block ---------------------------------------------------------------------------- */

/* Adds the slices of what a frame shows at a width, the first one at most `first` high, the others `height`. False
 * where something that stays whole is higher than that. The first is empty where nothing fits into it. */
bool cx_frame_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices);

/* ---- repeat.c: heads of stacks that are divided ------------------------------------------------------------- */
double cx_repeated_height(const CxTypesetter *setter, const CxFrame *frame, double width);
/* Puts the head of a stack on each of its slices behind the first; alone it stands on none. */
void cx_slices_repeat(CxArena *arena, const CxBlock *whole, CxBlocks *slices);

/* ---- slice-boxes.c: the same for areas ------------------------------------------------------------------------ */
bool cx_areas_slice(CxTypesetter *setter, CxFrame *frame, double width, double first, double height, CxBlocks *slices);

/* The boxes of areas one under the other, in reading order: for pages that are too narrow for its columns. */
CxBlock *cx_areas_in_one_column(CxArena *arena, const CxBlock *areas);

/* ---- beside.c: a figure and a list that goes on -------------------------------------------------------------- */
bool cx_frame_goes_on(const CxFrame *frame); /* is such a row */

/* The same for one that is too high. */
bool cx_beside_slice(CxTypesetter *setter, const CxFrame *row, double width, double first, double height,
                     CxBlocks *slices);

/* ---- page.c: a sheet on a page ---------------------------------------------------------------------------- */

/* What of a sheet's content a page shows. */
typedef struct CxPagePart {
  CxBlock *content;  /* NULL: nothing */
  CxBlock *panel;    /* what stands in the panel, under what that has on further pages; NULL: nothing */
  size_t first, end; /* the groups of the grid, the children of the stack, that it is of */
  size_t column;     /* of the grid: the first track it shows */
  bool is_first;     /* of the sheet: then it stands under the head, else under the running head */
  const CxGrid *all; /* a grid some of whose rows these are: from `row` to before `end_row`; NULL: they are all */
  size_t row, end_row;
} CxPagePart;

typedef CX_LIST(CxPagePart) CxPageParts;

/* A sheet being put on pages. Lengths are points of the sheet. */
typedef struct CxPress {
  CxTypesetter *setter;
  const CxSheet *sheet;
  double margin;
  double width, height; /* of the content, of the page; as they are tried */
  CxBlock *content;     /* of the sheet; with its panel over it where the page is too narrow to have it beside that */
  CxBlock *stacked;     /* that; NULL as long as none was needed */
  double panel_width;   /* of the panel at the page's start; 0: there is none */
  size_t *stamps;       /* of each source: the last part that cites it */
  size_t stamp_count, stamp;
} CxPress;

void cx_press_init(CxPress *press, CxTypesetter *setter, const CxSheet *sheet, double margin);
CxPagePart cx_press_whole(const CxPress *press); /* the sheet on one page */

/* ---- panel.c: the panel beside the content ------------------------------------------------------------------- */
void cx_press_set_width(CxPress *press, double page); /* of the page: sets what it has beside and over the content */
double cx_press_start(const CxPress *press);          /* of the content, from the page's start */
double cx_press_around(const CxPress *press);         /* beside the content, at both its sides */
bool cx_press_has_panel(const CxPress *press);        /* at the page's start */

/* The panel on the page of a part; NULL where it has none. */
CxBlock *cx_panel_of(const CxPress *press, const CxPagePart *part);
CxBox *cx_panel_place(const CxPress *press, CxFrame *frame);
/* What of the panel stands on each page, at the press' height. False where something is higher than that. */
bool cx_panel_slice(const CxPress *press, CxBlocks *slices);

/* ---- stack.c: content that is no grid -------------------------------------------------------------------------- */
bool cx_divide_stack(CxPress *press, size_t most, CxPageParts *parts);

/* What stands on a page: head, content and tail under each other, and the foot. */
typedef struct CxPageFrame {
  CxFrame *body, *footer;
  CxFrame *panel; /* beside them; or NULL */
  CxFrame *grid;  /* the body's, or NULL */
} CxPageFrame;

CxPageFrame cx_page_frame(CxPress *press, const CxPagePart *part, size_t page, size_t pages);
double cx_page_height(const CxPress *press, const CxPageFrame *frame, double width); /* that it needs */
double cx_page_rest(const CxPress *press, const CxPageFrame *frame); /* what it needs beside content, if it has none */
CxPage cx_page_place(const CxPress *press, const CxPageFrame *frame, double scale);

/* ---- divide.c: a sheet over several pages ------------------------------------------------------------------- */

/* How a grid is divided. */
typedef struct CxDividing {
  bool is_chosen; /* only as the others say; otherwise as it takes the fewest pages */
  bool has_rows;  /* between rows too, not only between columns */
  bool has_cover; /* the head stands on a page alone */
} CxDividing;

/* Divides a sheet's content at the press' width and height, its grid being `source`, or NULL where it is none. What was
 * best is chosen then. False where something is too large for any page, or there are more than `most` pages. */
bool cx_divide(CxPress *press, CxGridSource *source, size_t most, CxDividing *way, CxPageParts *parts);

/* The same number of pages with the columns, and the rows that are divided, dealt out evenly, as far as that can be. */
void cx_deal(CxPress *press, CxGridSource *source, CxPageParts *parts);

/* Whether a part fits on a page, with the page's frame, whose columns are set. */
bool cx_part_fits(CxPress *press, const CxPagePart *part, CxPageFrame *frame);

/* ---- paper.c: the scale ------------------------------------------------------------------------------------- */

/* Lays the sheet out on its named paper. */
void cx_paper_lay_out(CxTypesetter *setter, CxLayout *layout);

#endif
