/* The arrows of a blueprint: what items lead to, how the line is drawn, what is written at its beginning.
 */
#include "blueprint.h"

static CxStrokeName stroke_of(const CxArrow *arrow, bool is_sequence) {
  switch (arrow->style) {
  case CX_ARROW_SOLID: break;
  case CX_ARROW_DASHED: return CX_STROKE_EDGE_DASHED;
  case CX_ARROW_DOTTED: return CX_STROKE_EDGE_DOTTED;
  }
  return is_sequence ? CX_STROKE_EDGE_QUIET : CX_STROKE_EDGE;
}

static CxSign sign_of(const CxArrow *arrow) {
  if (arrow->style == CX_ARROW_DASHED) return CX_SIGN_INFORMS;
  if (arrow->style == CX_ARROW_DOTTED) return CX_SIGN_DOTTED;
  return arrow->both ? CX_SIGN_AGREED : CX_SIGN_DEPENDS;
}

/* What one customer does after another is a sequence rather than a dependency: it is drawn quietly. */
static bool is_action(const CxBlock *card) {
  return card != NULL && card->hue == CX_HUE_ACTION;
}

static void add_arrow(CxBlueprint *blueprint, CxBlock *from, const CxArrow *arrow) {
  CxComposer *base = &blueprint->journey.base;
  CxBlock *to = g_hash_table_lookup(blueprint->cards, arrow->to.object);
  if (from == NULL && to == NULL) return; /* of lanes that this view is not about */
  const bool is_sequence = is_action(from) && is_action(to);
  CxEdge *edge = cx_list_add(base->arena, &blueprint->grid->edges);
  *edge = (CxEdge){.from = from,
                   .to = to,
                   .stroke = stroke_of(arrow, is_sequence),
                   .is_both = arrow->both,
                   .signs = CX_SIGNS(sign_of(arrow)),
                   .span = arrow->to.span};
  if (cx_is_given(&arrow->label))
    edge->label =
        cx_block_text(base->arena, "edge-label", cx_phrase(base, &arrow->label), CX_FONT_NOTE_STRONG, CX_PAINT_INK);
  if (from != NULL && to != NULL) base->signs |= edge->signs;
}

static void add_arrows_of(CxBlueprint *blueprint, const CxStage *stage) {
  for (size_t lane = 0; lane < CX_LANE_ITEMS_END; lane++)
    for (size_t i = 0; i < stage->items[lane].count; i++) {
      const CxItem *item = stage->items[lane].items[i];
      for (size_t k = 0; k < item->arrows.count; k++)
        if (item->arrows.items[k]->to.object != NULL)
          add_arrow(blueprint, g_hash_table_lookup(blueprint->cards, item), item->arrows.items[k]);
    }
  for (size_t i = 0; i < stage->steps.count; i++) add_arrows_of(blueprint, stage->steps.items[i]);
}

void cx_blueprint_add_arrows(CxBlueprint *blueprint) {
  const CxJourney *journey = blueprint->journey.journey;
  for (size_t i = 0; i < journey->stages.count; i++) add_arrows_of(blueprint, journey->stages.items[i]);
}
