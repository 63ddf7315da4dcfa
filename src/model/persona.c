/* The table of a persona: a typical customer, or an anti-persona, whom the service fails or who could misuse it. */
#include "tables.h"

static const CxWord kind_words[] = {
    {"persona", CX_PERSONA_TYPICAL, "A typical customer."},
    {"anti-persona", CX_PERSONA_ANTI,
     "A customer whom the service fails, or somebody who could misuse it. A journey takes one only where it names it."},
};

static const CxWords kinds = {.name = "kind of persona", .words = kind_words, .count = CX_COUNT(kind_words)};

static const CxWord type_words[] = {
    {"detractor", CX_ANTI_DETRACTOR, "A customer who complains, warns others or has left."},
    {"misuser", CX_ANTI_MISUSER, "Somebody who could use the service to do harm."},
};

static const CxWords types = {.name = "type of anti-persona", .words = type_words, .count = CX_COUNT(type_words)};

/* Names of `channels` are ids of channels; what is kept is the id as written. */
static void readiness_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  cx_type_named_numbers.decode(decoder, field, node, member);
  if (node->kind != CX_NODE_MAP) return;
  for (size_t i = 0; i < node->map.count; i++)
    cx_decode_ref(decoder, &cx_table_channel, node->map.items[i].key, cx_new(decoder->arena, CxRef));
}

static bool readiness_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_named_numbers.write(field, member, json);
}

static const CxType type_readiness = {
    .name = "a map from channels to numbers", .decode = readiness_decode, .write = readiness_write};

static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxPersona, name), .flags = CX_NEEDED,
     .doc = "What the persona is called; a telling name is remembered better than a real one."},
    {CX_WORD_ROW("kind", CxPersona, kind, CxPersonaKind, kinds), .fallback = "persona",
     .doc = "Whether this is a customer to design for or one to beware of."},
    {CX_WORD_ROW("type", CxPersona, type, CxAntiType, types), .doc = "Of an anti-persona: which sort it is."},
    {CX_TEXT_ROW("role", CxPersona, role), .doc = "The part they play: buyer, end user, decision maker, or any text."},
    {CX_REF_ROW("segment", CxPersona, segment, cx_table_segment),
     .doc = "The id of the segment they belong to; the one that lists them where it is not given."},
    {CX_IMAGE_ROW("photo", CxPersona, photo), .doc = "A portrait; without one the initials stand on a disc."},
    {CX_TEXT_ROW("headline", CxPersona, headline), .doc = "One line that sums the persona up."},
    {CX_TEXT_ROW("quote", CxPersona, quote), .doc = "A sentence they would say, without quotation marks."},
    {CX_TEXT_ROW("about", CxPersona, about), .doc = "A few sentences on their situation."},
    {CX_NAMED_TEXTS_ROW("demographics", CxPersona, demographics),
     .doc = "Facts under names of your own: `{Age: 34, Home: Shenzhen}`. A name in several languages stands inside: "
            "`{age: "
            "{name: {en: Age, ko: 나이}, value: 34}}`."},
    {CX_NAMED_NUMBERS_ROW("traits", CxPersona, traits), .min = 0, .max = 1,
     .doc =
         "How strong a trait is, from 0 to 1, under names of your own; shown as sliders. A name in several languages "
         "stands inside, as for `demographics`."},
    {CX_ITEMS_ROW("goals", CxPersona, goals), .doc = "What they want to reach, best said as \"I want …\"."},
    {CX_ITEMS_ROW("needs", CxPersona, needs), .doc = "What they cannot do without."},
    {CX_ITEMS_ROW("expectations", CxPersona, expectations), .doc = "What they take for granted."},
    {CX_ITEMS_ROW("motivations", CxPersona, motivations), .doc = "What moves them, and what makes them stay."},
    {CX_ITEMS_ROW("pains", CxPersona, pains), .doc = "What frustrates them."},
    {CX_ITEMS_ROW("challenges", CxPersona, challenges), .doc = "What stands in their way."},
    {CX_ITEMS_ROW("fears", CxPersona, fears), .doc = "What they are afraid of."},
    {CX_ITEMS_ROW("gains", CxPersona, gains), .doc = "What would delight them."},
    {CX_TEXTS_ROW("brands", CxPersona, brands), .doc = "Products and brands that they also use."},
    {CX_ROW("channels", type_readiness, CX_AT(CxPersona, channels, CxNamedNumbers)), .min = 0, .max = 5,
     .doc = "How readily they use each channel, from 0 to 5, by the channel's id."},
    {CX_ITEMS_ROW("says", CxPersona, says), .doc = "For the empathy map: what they say, word for word."},
    {CX_ITEMS_ROW("thinks", CxPersona, thinks), .doc = "For the empathy map: what they think and may not say."},
    {CX_ITEMS_ROW("does", CxPersona, does), .doc = "For the empathy map: what they can be seen to do."},
    {CX_ITEMS_ROW("feels", CxPersona, feels), .doc = "For the empathy map: what they feel, and why."},
    {CX_ITEMS_ROW("sees", CxPersona, sees), .doc = "For the empathy map: what they see around them and on the market."},
    {CX_ITEMS_ROW("hears", CxPersona, hears),
     .doc = "For the empathy map: what friends, colleagues and media tell them."},
    {CX_ITEMS_ROW("triggers", CxPersona, triggers), .doc = "Of an anti-persona: what sets them off."},
    {CX_ITEMS_ROW("tools", CxPersona, tools), .doc = "Of an anti-persona: what they use to do harm."},
    {CX_ITEMS_ROW("consequences", CxPersona, consequences),
     .doc = "Of an anti-persona: what it leads to. The tag `people` or `business` of an item says whom it harms; the "
            "others stand under a heading of their own."},
    {CX_ITEMS_ROW("mitigations", CxPersona, mitigations),
     .doc = "Of an anti-persona: what is done about it; a table with the `owner`, `due` and `status` of each."},
    {CX_NUMBER_ROW("likelihood", CxPersona, likelihood), .min = 1, .max = 5,
     .doc = "Of an anti-persona: how likely it is to happen, 1 to 5."},
    {CX_NUMBER_ROW("severity", CxPersona, severity), .min = 1, .max = 5,
     .doc = "Of an anti-persona: how bad it would be, 1 to 5."},
    {CX_REFS_ROW("evidence", CxPersona, evidence, cx_table_evidence),
     .doc = "Ids of the research behind the persona; without any it is marked as a proto-persona."},
    {CX_TEXT_ROW("owner", CxPersona, owner), .doc = "Who keeps the persona up to date."},
    {CX_DATE_ROW("date", CxPersona, date), .doc = "When it was last brought up to date."},
};

/* Whether it is sure to be a typical customer: of a kind that is misspelt one cannot know. */
static bool is_typical(const CxPersona *persona, const CxNode *node) {
  const CxNode *kind = cx_node_get(node, "kind");
  if (cx_node_is_absent(kind)) return true;
  return persona->kind == CX_PERSONA_TYPICAL && kind->kind == CX_NODE_SCALAR && g_str_equal(kind->text, "persona");
}

/* What only an anti-persona has. Lists that are meant for one may be of use elsewhere, and are drawn. */
static void check(CxDecoder *decoder, void *object, const CxNode *node) {
  static const char *const keys[] = {"type", "likelihood", "severity"};
  if (node->kind != CX_NODE_MAP || !is_typical(object, node)) return;
  for (size_t i = 0; i < CX_COUNT(keys); i++) {
    const CxNode *key = cx_key_find(node, keys[i]);
    if (key == NULL) continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_UNKNOWN_KEY, key->span,
                                  "only an anti-persona has the key `%s`", key->text);
    cx_diag_help(decoder->diagnostics, diag, "add `kind: anti-persona`, or leave the key out");
  }
}

const CxTable cx_table_persona = {
    .name = "persona",
    .doc =
        "A fictional customer who stands for many and is built on research. Journeys name the personas who go through "
        "them. A text alone is the `name`.",
    CX_FIELDS(fields),
    .size = sizeof(CxPersona),
    .short_key = "name",
    .check = check,
};
