/* Blanks: the forms that can be printed empty, one registry. A form and what was asked for go in; out comes the text of
 * a document that has nothing to say, in JSON, which is YAML. It goes the way of every other document; only the maps
 * know that they are to be filled by hand.
 */
#include "blanks.h"

#include <string.h>

/* ---- Documents ------------------------------------------------------------------------------------------------ */

static const char *title_of(const CxBlank *blank, const CxBlankWish *wish) {
  return wish->title != NULL ? wish->title : cx_word(blank->title, wish->lang, NULL);
}

static void begin_map(CxJson *json, const CxBlank *blank, const char *definition) {
  cx_json_key(json, "maps");
  cx_json_list(json);
  cx_json_object(json);
  cx_json_member_string(json, "id", "blank");
  cx_json_member_string(json, blank->key, definition);
  cx_json_member_string(json, "view", blank->view);
}

static void end_map(CxJson *json) {
  cx_json_end(json);
  cx_json_end(json);
}

/* Stages that get their names by hand are called by their numbers. */
static void write_stages(CxJson *json, size_t count) {
  cx_json_key(json, "stages");
  cx_json_list(json);
  for (size_t i = 1; i <= count; i++) {
    char *id = g_strdup_printf("stage-%zu", i), *name = g_strdup_printf("%zu", i);
    cx_json_object_flat(json);
    cx_json_member_string(json, "id", id);
    cx_json_member_string(json, "name", name);
    cx_json_end(json);
    g_free(name);
    g_free(id);
  }
  cx_json_end(json);
}

static void write_lanes(CxJson *json, const char *const *lanes) {
  if (lanes == NULL) return;
  cx_json_key(json, "lanes");
  cx_json_list_flat(json);
  for (; *lanes != NULL; lanes++) cx_json_string(json, *lanes);
  cx_json_end(json);
}

static void write_journey(CxJson *json, const CxBlank *blank, const CxBlankWish *wish) {
  cx_json_key(json, "journeys");
  cx_json_object(json);
  cx_json_key(json, "blank");
  cx_json_object(json);
  cx_json_member_string(json, "template", blank->template);
  if (blank->has_stages) write_stages(json, wish->stages);
  cx_json_end(json);
  cx_json_end(json);
  begin_map(json, blank, "blank");
  write_lanes(json, wish->lanes != NULL ? wish->lanes : blank->lanes);
  end_map(json);
}

/* A persona must have a name; it becomes the map's title. */
static void write_persona(CxJson *json, const CxBlank *blank, const CxBlankWish *wish) {
  cx_json_key(json, "personas");
  cx_json_object(json);
  cx_json_key(json, "blank");
  cx_json_object_flat(json);
  cx_json_member_string(json, "name", title_of(blank, wish));
  cx_json_member_string(json, "kind", blank->template);
  cx_json_end(json);
  cx_json_end(json);
  begin_map(json, blank, "blank");
  cx_json_member_string(json, "canvas", blank->canvas);
  end_map(json);
}

static void write_canvas(CxJson *json, const CxBlank *blank, const CxBlankWish *wish) {
  cx_json_key(json, "canvases");
  cx_json_object(json);
  cx_json_key(json, "blank");
  cx_json_object_flat(json);
  cx_json_member_string(json, "title", title_of(blank, wish));
  cx_json_member_string(json, "template", blank->template);
  cx_json_end(json);
  cx_json_end(json);
  begin_map(json, blank, "blank");
  end_map(json);
}

/* ---- The registry --------------------------------------------------------------------------------------------- */

static const char *const journey_lanes[] = {"goals", "actions",       "touchpoints", "emotion",
                                            "pains", "opportunities", NULL},
                         *const blueprint_lanes[] = {"physical_evidence", "actions", "frontstage",
                                                     "backstage",         "support", NULL};

static const CxBlank forms[] = {
    {.name = "journey",
     .doc = "A journey map: stages, the usual lanes, the emotion curve's levels.",
     .title = CX_WORD_MAP_JOURNEY,
     .key = "journey",
     .lanes = journey_lanes,
     .has_stages = true,
     .write = write_journey},
    {.name = "blueprint",
     .doc = "A service blueprint: the five lanes and the lines between them.",
     .title = CX_WORD_MAP_BLUEPRINT,
     .key = "journey",
     .view = "blueprint",
     .lanes = blueprint_lanes,
     .has_stages = true,
     .write = write_journey},
    {.name = "persona",
     .doc = "A persona's card, with lines to write on.",
     .title = CX_WORD_PERSONA_KIND_TYPICAL,
     .key = "persona",
     .template = "persona",
     .write = write_persona},
    {.name = "anti-persona",
     .doc = "The card of an anti-persona: a customer the service fails, or somebody who could misuse it.",
     .title = CX_WORD_PERSONA_KIND_ANTI,
     .key = "persona",
     .template = "anti-persona",
     .write = write_persona},
    {.name = "empathy",
     .doc = "An empathy map on the extended canvas: who, goal, senses, thoughts and feelings, pains and gains.",
     .title = CX_WORD_MAP_EMPATHY,
     .key = "persona",
     .view = "empathy",
     .canvas = "extended",
     .write = write_persona},
    {.name = "empathy-classic",
     .doc = "An empathy map in four quadrants: says, thinks, does, feels.",
     .title = CX_WORD_MAP_EMPATHY,
     .key = "persona",
     .view = "empathy",
     .canvas = "classic",
     .write = write_persona},
};

static const CxWordKey template_titles[] = {
    [CX_TEMPLATE_FIVE_ELEMENTS] = CX_WORD_TEMPLATE_FIVE_ELEMENTS,
    [CX_TEMPLATE_AARRR] = CX_WORD_TEMPLATE_AARRR,
    [CX_TEMPLATE_BUYING] = CX_WORD_TEMPLATE_BUYING,
    [CX_TEMPLATE_CUSTOMER_PERSPECTIVE] = CX_WORD_TEMPLATE_CUSTOMER_PERSPECTIVE,
    [CX_TEMPLATE_SYSTEM_LEVELS] = CX_WORD_TEMPLATE_SYSTEM_LEVELS,
};

/* A journey map as a template has it: with its stages, or its lanes. */
static CxBlank blank_of_template(const CxWord *template) {
  const bool brings_stages = cx_template_has_stages((CxTemplate) template->value);
  return (CxBlank){.name = template->word,
                   .doc = template->doc,
                   .title = template_titles[template->value],
                   .key = "journey",
                   .template = template->word,
                   .lanes = brings_stages ? journey_lanes : NULL,
                   .has_stages = !brings_stages,
                   .write = write_journey};
}

static CxBlank blank_of_canvas(const CxCanvasTemplate *template) {
  return (CxBlank){.name = template->name,
                   .doc = template->doc,
                   .title = template->title,
                   .key = "canvas",
                   .template = template->name,
                   .write = write_canvas};
}

static bool has_blank(const CxBlanks *blanks, const char *name) {
  for (size_t i = 0; i < blanks->count; i++)
    if (strcmp(blanks->items[i].name, name) == 0) return true;
  return false;
}

/* A template of a canvas may have a form that knows more of it. */
static void add_canvases(CxArena *arena, CxBlanks *blanks) {
  size_t count;
  const CxCanvasTemplate *templates = cx_canvas_templates(&count);
  for (size_t i = 0; i < count; i++)
    if (!has_blank(blanks, templates[i].name)) *cx_list_add(arena, blanks) = blank_of_canvas(&templates[i]);
}

void cx_blanks_list(CxArena *arena, CxBlanks *blanks) {
  for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) *cx_list_add(arena, blanks) = forms[i];
  for (size_t i = 0; i < cx_templates.count; i++)
    *cx_list_add(arena, blanks) = blank_of_template(&cx_templates.words[i]);
  add_canvases(arena, blanks);
}

GString *cx_blank_write(const CxBlank *blank, const CxBlankWish *wish) {
  GString *text = g_string_new(NULL);
  CxJson json = {.out = text};
  cx_json_object(&json);
  cx_json_member_string(&json, "title", title_of(blank, wish));
  cx_json_member_string(&json, "lang", wish->lang);
  blank->write(&json, blank, wish);
  cx_json_end(&json);
  return text;
}
