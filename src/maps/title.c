/* What stands over and under every map: the title block with its facts, the foot of the page. */
#include "composer.h"

void cx_fact_add(CxComposer *composer, CxFacts *facts, CxWordKey name, CxPhrase value) {
  if (value.text != NULL && value.text[0] != '\0')
    *cx_list_add(composer->arena, facts) = (CxFact){.name = cx_phrase_word(composer, name), .value = value};
}

/* The date as the language writes it; as it was typed where it is no date. */
CxPhrase cx_document_date(CxComposer *composer) {
  const CxModel *model = composer->model;
  if (model->date.year == 0) return cx_phrase(composer, &model->date_text);
  return (CxPhrase){.text = cx_word_date(composer->arena, &model->date, composer->lang),
                    .lang = composer->lang,
                    .span = model->date.span};
}

/* The map's own, the definition's, or the document's. */
static CxPhrase subtitle_of(const CxComposer *composer, const CxMap *map, const CxSheetParts *parts) {
  if (map->entry != NULL && cx_is_given(&map->entry->subtitle)) return cx_phrase(composer, &map->entry->subtitle);
  return parts->subtitle.text != NULL ? parts->subtitle : cx_phrase(composer, &composer->model->subtitle);
}

CxBlock *cx_compose_note(CxComposer *composer, const CxMap *map) {
  if (map->entry == NULL || !cx_is_given(&map->entry->note)) return NULL;
  return cx_block_text(composer->arena, "note", cx_phrase(composer, &map->entry->note), CX_FONT_BODY, CX_PAINT_INK);
}

static CxBlock *compose_value(CxComposer *composer, const CxFact *fact) {
  if (fact->room <= 0) return cx_block_text(composer->arena, "value", fact->value, CX_FONT_ITEM, CX_PAINT_INK);
  CxBlock *room = cx_stack_new(composer);
  room->min_width = fact->room;
  room->min_height = 2 * composer->theme->fonts[CX_FONT_ITEM].line;
  return room;
}

static CxBlock *compose_facts(CxComposer *composer, const CxFacts *facts) {
  CxArena *arena = composer->arena;
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "facts");
  row->gap = 11;
  for (size_t i = 0; i < facts->count; i++) {
    CxBlock *fact = cx_block_new(arena, CX_BLOCK_STACK, NULL);
    fact->gap = 1;
    cx_block_add(arena, row, cx_block_new(arena, CX_BLOCK_RULE, "line"))->paint = CX_PAINT_HAIR;
    cx_block_add(arena, row, fact);
    cx_block_add(arena, fact, cx_block_text(arena, "name", facts->items[i].name, CX_FONT_META, CX_PAINT_MUTED));
    cx_block_add(arena, fact, compose_value(composer, &facts->items[i]));
  }
  return row;
}

/* The theme's, as large as it may be; NULL where it has none. */
CxBlock *cx_compose_logo(CxComposer *composer) {
  const CxLogo *logo = &composer->theme->logo;
  const CxSizes *sizes = &composer->theme->sizes;
  if (logo->ratio <= 0) return NULL;
  CxBlock *image = cx_block_new(composer->arena, CX_BLOCK_IMAGE, "logo");
  image->path = logo->path;
  image->name = logo->name;
  image->ratio = logo->ratio;
  image->size = MIN(sizes->logo_width, sizes->logo_height * logo->ratio);
  return image;
}

/* The document's facts behind the map's own. */
static CxFacts all_facts(CxComposer *composer, const CxSheetParts *parts) {
  const CxModel *model = composer->model;
  CxFacts facts = {0};
  for (size_t i = 0; i < parts->facts.count; i++) *cx_list_add(composer->arena, &facts) = parts->facts.items[i];
  cx_fact_add(composer, &facts, CX_WORD_AUTHOR, cx_phrase(composer, &model->author));
  if (parts->owner != NULL) cx_fact_add(composer, &facts, CX_WORD_OWNER, cx_phrase(composer, parts->owner));
  cx_fact_add(composer, &facts, CX_WORD_VERSION, cx_phrase(composer, &model->version));
  cx_fact_add(composer, &facts, CX_WORD_DATE, parts->date.text != NULL ? parts->date : cx_document_date(composer));
  cx_fact_add(composer, &facts, CX_WORD_EVIDENCE, cx_evidence_fact(composer));
  return facts;
}

/* Facts and logo beside each other; NULL where there is neither. */
static CxBlock *compose_aside(CxComposer *composer, const CxFacts *facts) {
  CxBlock *logo = cx_compose_logo(composer), *row = facts->count > 0 ? compose_facts(composer, facts) : NULL;
  if (logo == NULL || row == NULL) return logo != NULL ? logo : row;
  CxBlock *aside = cx_block_new(composer->arena, CX_BLOCK_ROW, NULL);
  aside->gap = composer->theme->spaces[CX_S6];
  aside->align = CX_ALIGN_CENTRE;
  cx_block_add(composer->arena, aside, row);
  cx_block_add(composer->arena, aside, logo);
  return aside;
}

static CxBlock *compose_names(CxComposer *composer, const CxMap *map, const CxSheetParts *parts) {
  CxArena *arena = composer->arena;
  CxBlock *head = cx_block_new(arena, CX_BLOCK_STACK, NULL);
  if (g_strcmp0(parts->overline.text, map->title.text) != 0) /* a map that has no title is called by its kind */
    cx_block_add(arena, head, cx_block_text(arena, "overline", parts->overline, CX_FONT_OVERLINE, CX_PAINT_ACCENT));
  CxBlock *name = cx_block_text(arena, "title", map->title, CX_FONT_TITLE, CX_PAINT_INK);
  name->is_heading = true;
  name->before = 0.75;
  name->link = cx_link_to(composer, map->definition, NULL); /* from a further view to the first one */
  cx_block_add(arena, head, name);
  const CxPhrase subtitle = subtitle_of(composer, map, parts);
  if (subtitle.text != NULL)
    cx_block_add(arena, head, cx_block_text(arena, "subtitle", subtitle, CX_FONT_BODY, CX_PAINT_MUTED));
  return head;
}

CxBlock *cx_compose_title(CxComposer *composer, const CxMap *map, const CxSheetParts *parts) {
  CxBlock *head = compose_names(composer, map, parts);
  const CxFacts facts = all_facts(composer, parts);
  CxBlock *aside = compose_aside(composer, &facts);
  if (aside == NULL) {
    head->role = "title";
    head->id = "title";
    return head;
  }
  CxBlock *split = cx_block_new(composer->arena, CX_BLOCK_SPLIT, "title");
  split->id = "title";
  split->align = CX_ALIGN_CENTRE;
  split->gap = 32;
  split->row_gap = 10;
  cx_block_add(composer->arena, split, head);
  cx_block_add(composer->arena, split, aside);
  return split;
}

CxBlock *cx_compose_footer(CxComposer *composer, CxPhrase title) {
  CxArena *arena = composer->arena;
  const CxPhrase version = cx_phrase(composer, &composer->model->version);
  CxPhrase line = title;
  if (version.text != NULL)
    cx_join(composer, &line, cx_phrase_filled(composer, CX_WORD_VERSION_FOOT, version.text, NULL).text);
  cx_join(composer, &line, cx_document_date(composer).text);
  CxBlock *row = cx_block_new(arena, CX_BLOCK_ROW, "footer");
  row->id = "footer";
  row->gap = 24;
  CxBlock *left = cx_block_add(arena, row, cx_block_text(arena, "footer", line, CX_FONT_FOOTER, CX_PAINT_MUTED));
  left->grow = 1;
  const CxPhrase page = cx_phrase_word(composer, CX_WORD_PAGE);
  cx_block_add(arena, row, cx_block_text(arena, "footer", page, CX_FONT_FOOTER, CX_PAINT_MUTED))->has_page = true;
  return row;
}
