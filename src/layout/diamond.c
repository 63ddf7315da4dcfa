/* Diamonds: the content of a decision inside a rhombus.
 *
 * A rectangle of w × h fits into the middle of a rhombus of W × H where w/W + h/H is at most 1. So each width of the
 * content asks for a height of the rhombus; of several widths that break no word the one is taken that makes it lowest.
 */
#include "frame.h"

static const double NARROWEST = 0.3, WIDEST = 0.8, STEP = 0.05; /* of the content, as shares of the rhombus */
static const double WIDER = 20;                                 /* from one width that is tried to the next */
static const double RATIO = 0.6;                                /* height to width of a larger rhombus at most */

double cx_diamond_width(double content) {
  return content / WIDEST;
}

/* Of the widest piece of its texts that stays whole. */
static double word_of(const CxFrame *frame) {
  double widest = 0;
  for (size_t i = 0; i < frame->children.count; i++) widest = MAX(widest, frame->children.items[i]->smallest);
  return widest;
}

static CxDiamond fit(const CxTypesetter *setter, const CxFrame *frame, double width) {
  const CxInsets padding = cx_frame_padding(setter, frame->block);
  const double word = word_of(frame);
  CxDiamond best = {.width = width, .height = G_MAXDOUBLE};
  for (double share = NARROWEST; share < WIDEST + STEP / 2; share += STEP) {
    const double room = MAX(width * share - padding.left - padding.right, 0);
    if (room < word && share < WIDEST - STEP / 2) continue;
    const double content = cx_content_height(setter, frame, room);
    const double height = (content + padding.top + padding.bottom) / (1 - share);
    if (height >= best.height - 1e-6) continue;
    best.height = height;
    best.room = room;
    best.content = content;
  }
  best.height = MAX(best.height, frame->block->min_height);
  return best;
}

/* Wider by and by, until it has a pleasant shape or as much as there is room. */
CxDiamond cx_diamond_fit(const CxTypesetter *setter, const CxFrame *frame, double width) {
  for (double tried = frame->block->min_width; tried < width; tried += WIDER) {
    const CxDiamond diamond = fit(setter, frame, tried);
    if (diamond.height <= MAX(tried * RATIO, frame->block->min_height)) return diamond;
  }
  return fit(setter, frame, width);
}
