/* Maps to be filled by hand: how much room their cells get on the paper they are printed on.
 *
 * On a wall people write on sticky notes, so a cell of a poster is to hold one; on smaller paper they write in the
 * cell. A sheet is laid out in its own points and scaled as a whole, as large as it fits: so the higher its rows, the
 * smaller its type. Here the rows are made just so high that type gets large enough to be read from where people stand,
 * and the rest of the paper is room.
 */
#include "composer.h"

static const double NOTE = 226;         /* points on paper: a sticky note of 76 mm with a margin */
static const double SMALL_NOTE = 150;   /* one of 51 mm: columns of a poster do not get narrower */
static const double A3 = 842;           /* short side of the paper on which type has its own size */
static const double POSTER = 1683;      /* short side of A1 */
static const double POSTER_LEAST = 1.5; /* scale of a poster: a little over what makes its smallest type 10 points */
static const double FIT_HEIGHT = 108, LEAST_HEIGHT = 40;

double cx_blank_scale(const CxMap *map) {
  return MAX(MIN(map->paper.width, map->paper.height) / A3, 1);
}

static bool is_poster(const CxMap *map) {
  return MIN(map->paper.width, map->paper.height) >= POSTER;
}

/* Where notes do not fit, people write with a pen, and type may as well be large; but not on posters. */
static double choose_scale(const CxMap *map, double rows, double fixed_height) {
  const double most = cx_blank_scale(map), wanted = (map->paper.height - rows * NOTE) / fixed_height;
  if (is_poster(map)) return CLAMP(wanted, POSTER_LEAST, most);
  return wanted >= 1 ? MIN(wanted, most) : most;
}

CxBlankCell cx_blank_cell(const CxMap *map, size_t rows, double fixed_height, size_t columns, double fixed_width) {
  const double count = (double)MAX(rows, 1), across = (double)MAX(columns, 1);
  if (map->paper.width <= 0) return (CxBlankCell){.height = FIT_HEIGHT};
  const double scale = choose_scale(map, count, fixed_height);
  const double height = (map->paper.height / scale - fixed_height) / count;
  const double width = (map->paper.width / scale - fixed_width) / across;
  const double least = is_poster(map) ? SMALL_NOTE / scale : 0;
  return (CxBlankCell){.width = CLAMP(width, least, NOTE / scale), .height = MAX(height, LEAST_HEIGHT)};
}

CxFacts cx_blank_facts(CxComposer *composer) {
  static const CxWordKey names[] = {CX_WORD_PERSONA_KIND_TYPICAL, CX_WORD_SCENARIO, CX_WORD_GOAL, CX_WORD_DATE};
  CxFacts facts = {0};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    *cx_list_add(composer->arena, &facts) =
        (CxFact){.name = cx_phrase_word(composer, names[i]), .room = names[i] == CX_WORD_DATE ? 56 : 98};
  return facts;
}
