/* Private to maps: the parts of the cards of personas and anti-personas. */
#ifndef CXMAP_MAPS_PERSONA_H
#define CXMAP_MAPS_PERSONA_H

#include "../composer.h"
#include "../kinds.h"

typedef struct CxPersonaComposer {
  CxComposer base;
  const CxPersona *persona;
  const CxMap *map;
  bool is_anti, is_blank;
} CxPersonaComposer;

/* ---- card.c: what the kinds of maps of personas have in common ---------------------------------------------- */
const CxObject *cx_persona_definition(const CxModel *model, size_t index);
const CxText *cx_persona_title(const void *persona);

/* ---- lists.c: what a persona says in lists ------------------------------------------------------------------ */
/* Whether evidence is cited for the persona, or for anything that is said of it. */
bool cx_persona_is_backed(const CxPersona *persona);
/* Whether more is said of it than the lens of a journey shows. */
bool cx_persona_has_more(const CxPersona *persona);

/* ---- panel.c: the panel at the card's start ----------------------------------------------------------------- */
CxPhrase cx_persona_overline(CxPersonaComposer *composer);
CxBlock *cx_compose_persona_panel(CxPersonaComposer *composer);
CxBlock *cx_compose_running_panel(CxPersonaComposer *composer); /* on further pages */

/* ---- sections.c --------------------------------------------------------------------------------------------- */
/* A heading with what stands under it. The height is a guess that is good enough to put sections side by side. */
typedef struct CxSection {
  CxBlock *block;
  double height;
  bool is_wide; /* takes both columns */
} CxSection;
typedef CX_LIST(CxSection) CxSections;

typedef struct CxSectionStyle {
  const char *id, *icon;
  CxWordKey title, hint; /* the hint is shown where the card is blank */
  CxPaint paint;         /* of the icon; dots have the same, or CX_PAINT_STRONG where it is the accent */
  CxHue hue;
} CxSectionStyle;

/* Entries of a section under each other; `height` is their guess of it. */
typedef struct CxSectionEntries {
  CxBlocks blocks;
  double gap, height;
  bool is_table; /* takes the whole width, however short it is */
} CxSectionEntries;

/* Adds a section; none where it has no entries, unless the card is blank: then it has `lines` lines to write on. */
void cx_section_add(CxPersonaComposer *composer, CxSections *sections, const CxSectionStyle *style,
                    CxSectionEntries *entries, size_t lines);

/* Adds items, under a small heading of their own unless that is CX_WORD_END. */
void cx_section_items(CxPersonaComposer *composer, CxSectionEntries *entries, const CxSectionStyle *style,
                      CxWordKey heading, const CxItems *items);

/* The sections in two columns. */
void cx_sections_arrange(CxPersonaComposer *composer, CxBlock *content, const CxSections *sections);

/* ---- typical.c, anti.c: which sections there are ------------------------------------------------------------ */
void cx_persona_sections(CxPersonaComposer *composer, CxSections *sections);
void cx_persona_rest(CxPersonaComposer *composer, CxSections *sections); /* what both kinds have: needs … channels */
void cx_anti_sections(CxPersonaComposer *composer, CxSections *sections);

/* anti.c: its tools where they are so short that they are a fact of the panel, else NULL: then they are a section. */
CxBlock *cx_compose_tools(CxPersonaComposer *composer);

/* anti.c: its octagon; what it is after, and how large the risk is, NULL where nothing is said of it. */
CxBlock *cx_compose_octagon(CxPersonaComposer *composer);
CxBlock *cx_compose_lead(CxPersonaComposer *composer);
CxBlock *cx_compose_risk(CxPersonaComposer *composer);

/* ---- blank.c: what stands on a card that is to be filled in by hand ----------------------------------------- */
CxBlock *cx_compose_writing_lines(CxPersonaComposer *composer, size_t count);
CxBlock *cx_compose_hint(CxPersonaComposer *composer, CxWordKey hint);
void cx_compose_blank_panel(CxPersonaComposer *composer, CxBlock *panel);
void cx_compose_blank_opening(CxPersonaComposer *composer, CxBlock *content);

#endif
