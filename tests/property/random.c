/* A seed goes in, a definition file with one journey comes out: 1 to 12 stages, some with steps, any lanes, 0 to 8
 * personas, items with all their parts, words of ten languages, texts of 1 to 200 words, URLs and words that no column
 * is wide enough for. It is always a right definition: what the pipeline reports about it is a fault of the pipeline.
 */
#include "random.h"

#include <math.h>
#include <stdbool.h>

typedef struct Script {
  const char *lang;
  bool has_spaces;
  const char *words[14];
} Script;

static const Script scripts[] = {
    {"en",
     true,
     {"broadband", "the", "a", "engineer", "router?", "unbelievably", "order", "I", "late,", "well-known", "e.g.",
      "internationalisation", "3.5", "“quoted”"}},
    {"de",
     true,
     {"Donaudampfschifffahrtsgesellschaft", "Über", "die", "Straße", "Kundenservicemitarbeiter", "ja", "größer", "am",
      "Montag.", "Rückrufbitte", "und", "so", "weiter", "Vertragsverlängerungsangebot"}},
    {"zh-Hans",
     false,
     {"宽带", "安装", "工程师", "，", "。", "客户", "（很久）", "等待", "《合同》", "费用", "5G", "喜怒", "、",
      "路由器"}},
    {"zh-Hant",
     false,
     {"寬頻", "安裝", "工程師", "，", "。", "顧客", "「很久」", "等待", "合約", "費用", "Wi-Fi", "樂", "、", "路由器"}},
    {"ja",
     false,
     {"インターネット", "を", "申し込む", "。", "「ちょっと」", "待って", "ください", "ー", "っ", "工事", "です", "、",
      "ルーター", "10分"}},
    {"ko",
     true,
     {"인터넷을", "신청한다", "기사님이", "늦게", "왔다.", "요금제", "비교", "가입센터에", "전화", "했다", "Wi-Fi가",
      "안됨", "하나", "둘"}},
    {"ar",
     true,
     {"الإنترنت", "طلب", "في", "المهندس", "متأخر", "جدا", "العميل", "123", "السعر", "شهر", "و", "خدمة", "؟", "نعم"}},
    {"he",
     true,
     {"אינטרנט", "הזמנה", "של", "טכנאי", "מאחר", "לקוח", "מחיר", "456", "כן", "לא", "שירות", "חודש", "!", "בית"}},
    {"th",
     false,
     {"อินเทอร์เน็ต", "สั่งซื้อ", "ช่าง", "มาสาย", "ลูกค้า", "ราคา", "ดี", "มาก", "ไม่", "รอ", "นาน", "บริการ", "ที่", "บ้าน"}},
    {"ru",
     true,
     {"интернет", "заказ", "мастер", "опоздал", "клиент", "цена", "и", "в", "неудовлетворительно", "да", "нет.",
      "услуга", "месяц", "дома"}},
};

typedef struct Maker {
  GRand *chance;
  RandomDocument *document;
  const Script *script;
  int personas, evidence;
  int items;      /* that have an id so far */
  int columns;    /* at least, from the one that is being written to the last */
  unsigned lanes; /* bits: the lanes that this journey has */
} Maker;

static const char *const item_lanes[] = {"goals",    "needs",     "expectations",  "actions",    "physical_evidence",
                                         "thoughts", "questions", "perceptions",   "quotes",     "feedback",
                                         "pains",    "gains",     "opportunities", "frontstage", "backstage",
                                         "support",  "macro",     "meso",          "micro",      "touchpoints"};

static int below(Maker *maker, int end) {
  return g_rand_int_range(maker->chance, 0, end);
}

static bool often(Maker *maker, double share) {
  return g_rand_double(maker->chance) < share;
}

/* ---- Texts ---------------------------------------------------------------------------------------------------- */

char *text_without_space(const char *text) {
  GString *rest = g_string_new(NULL);
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (!g_unichar_isspace(g_utf8_get_char(text))) g_string_append_unichar(rest, g_utf8_get_char(text));
  return g_string_free(rest, FALSE);
}

static void append_word(Maker *maker, const Script *script, GString *text) {
  if (text->len > 0 && often(maker, 0.01))
    g_string_append_c(text, '\n');
  else if (text->len > 0 && (script->has_spaces || often(maker, 0.05)))
    g_string_append_c(text, ' ');
  if (often(maker, 0.01)) g_string_append(text, "https://example.org/a/path_without/end?space=in&it=at-all ");
  g_string_append(text, script->words[below(maker, G_N_ELEMENTS(script->words))]);
}

/* Mostly a few words, seldom up to `most`. */
static char *make_text(Maker *maker, int most) {
  const Script *script = often(maker, 0.9) ? maker->script : &scripts[below(maker, G_N_ELEMENTS(scripts))];
  const double exponent = often(maker, 0.02) ? 1.0 : 0.6;
  GString *text = g_string_new(NULL);
  for (int words = (int)pow(most, exponent * g_rand_double(maker->chance)); words >= 0; words--)
    append_word(maker, script, text);
  return g_string_free(text, FALSE);
}

static void put(Maker *maker, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void put(Maker *maker, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_string_append_vprintf(maker->document->yaml, format, arguments);
  va_end(arguments);
}

/* A quoted text that the map must show. */
static void put_text(Maker *maker, int most) {
  char *text = make_text(maker, most);
  g_ptr_array_add(maker->document->texts, text_without_space(text));
  put(maker, "\"");
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '\n')
      put(maker, "\\n");
    else
      g_string_append_c(maker->document->yaml, *c);
  }
  put(maker, "\"");
  g_free(text);
}

static void put_text_key(Maker *maker, int indent, const char *key, int most) {
  put(maker, "%*s%s: ", indent, "", key);
  put_text(maker, most);
  put(maker, "\n");
}

/* ---- Parts of a journey --------------------------------------------------------------------------------------- */

/* An id, arrows to items before it and to itself, columns to run over. */
static void put_links(Maker *maker) {
  static const char *const styles[] = {"solid", "dashed", "dotted"};
  if (!often(maker, 0.6)) return;
  put(maker, ", id: i%d", maker->items++);
  if (often(maker, 0.3)) put(maker, ", span: %d", below(maker, MIN(maker->columns, 5)) + 1);
  if (often(maker, 0.5))
    put(maker, ", to: [i%d]", below(maker, maker->items));
  else if (often(maker, 0.5)) {
    put(maker, ", to: [{id: i%d, style: %s, both: %s, label: ", below(maker, maker->items),
        styles[below(maker, G_N_ELEMENTS(styles))], often(maker, 0.5) ? "true" : "false");
    char *label = make_text(maker, 3);
    put(maker, "'%s'}]", label);
    g_free(label);
  }
}

static void put_item(Maker *maker) {
  if (often(maker, 0.7)) {
    put_text(maker, 200);
    return;
  }
  static const char *const marks[] = {"fail", "wait", "decision", "idea"};
  put(maker, "{text: ");
  put_text(maker, 200);
  if (often(maker, 0.3)) put(maker, ", note: "), put_text(maker, 30);
  if (often(maker, 0.2)) put(maker, ", owner: "), put_text(maker, 4);
  if (often(maker, 0.2))
    put(maker, ", tags: ["), put_text(maker, 3), put(maker, ", "), put_text(maker, 3), put(maker, "]");
  if (often(maker, 0.2)) put(maker, ", mark: %s", marks[below(maker, G_N_ELEMENTS(marks))]);
  if (often(maker, 0.2)) put(maker, ", link: https://example.org/");
  put_links(maker);
  if (maker->evidence > 0 && often(maker, 0.4)) put(maker, ", evidence: [e%d]", below(maker, maker->evidence));
  put(maker, "}");
}

static void put_lanes(Maker *maker, int indent, double share) {
  for (guint lane = 0; lane < G_N_ELEMENTS(item_lanes); lane++) {
    if (!(maker->lanes >> lane & 1) || !often(maker, share)) continue;
    const bool are_items = lane + 1 < G_N_ELEMENTS(item_lanes);
    put(maker, "%*s%s:\n", indent, "", item_lanes[lane]);
    for (int items = often(maker, 0.03) ? 12 : below(maker, 3); items >= 0; items--) {
      put(maker, "%*s- ", indent + 2, "");
      if (are_items)
        put_item(maker);
      else
        put_text(maker, 8);
      put(maker, "\n");
    }
  }
}

static void put_score(Maker *maker) {
  static const char *const moods[] = {"delighted", "happy", "neutral", "frustrated",
                                      "angry",     "joy",   "fear",    "surprise"};
  if (often(maker, 0.3)) {
    put(maker, "{score: %d, text: ", below(maker, 5) - 2);
    put_text(maker, 40);
    put(maker, "}");
  } else if (often(maker, 0.3)) {
    put(maker, "%s", moods[below(maker, G_N_ELEMENTS(moods))]);
  } else {
    put(maker, "%d.%d", below(maker, 3) - 1, below(maker, 10));
  }
}

static void put_emotion(Maker *maker, int indent) {
  if (maker->personas < 2) {
    put(maker, "%*semotion: ", indent, "");
    put_score(maker);
    put(maker, "\n");
    return;
  }
  put(maker, "%*semotions:\n", indent, "");
  for (int persona = 0; persona < maker->personas; persona++) {
    put(maker, "%*sp%d: ", indent + 2, "", persona);
    put_score(maker);
    put(maker, "\n");
  }
}

/* `number` keeps the names apart, for ids are made from them. */
static void put_column(Maker *maker, int indent, const char *number) {
  char *name = make_text(maker, 12);
  g_strdelimit(name, "\n", ' ');
  char *numbered = g_strdup_printf("%s %s", number, name);
  put(maker, "%*s- name: \"%s\"\n", indent, "", numbered);
  g_ptr_array_add(maker->document->texts, text_without_space(numbered));
  g_free(numbered);
  g_free(name);
  if (often(maker, 0.2)) put_text_key(maker, indent + 2, "duration", 3);
  if (often(maker, 0.1)) put(maker, "%*smoment_of_truth: true\n", indent + 2, "");
  if (often(maker, 0.1)) put(maker, "%*simportance: %d\n", indent + 2, "", 1 + below(maker, 5));
  if (often(maker, 0.1))
    put(maker, "%*smetrics: {NPS: {value: \"%d\", target: \"40\", trend: up}}\n", indent + 2, "", below(maker, 90));
  if (often(maker, 0.7)) put_emotion(maker, indent + 2);
}

static void put_stage(Maker *maker, int number) {
  char label[32];
  g_snprintf(label, sizeof label, "%d", number + 1);
  put_column(maker, 6, label);
  const bool has_steps = often(maker, 0.3);
  const int after = maker->columns - 1;
  put_lanes(maker, 8, has_steps ? 0.15 : 0.7);
  if (!has_steps) return;
  put(maker, "        steps:\n");
  for (int steps = below(maker, 6); steps >= 0; steps--) {
    maker->columns = after + steps + 1;
    g_snprintf(label, sizeof label, "%d.%d", number + 1, steps + 1);
    put_column(maker, 10, label);
    put_lanes(maker, 12, 0.5);
  }
}

/* ---- The document --------------------------------------------------------------------------------------------- */

/* Of the personas only the first, the lens, is sure to be drawn with quote and role. */
static void put_personas(Maker *maker) {
  if (maker->personas > 0) put(maker, "personas:\n");
  for (int persona = 0; persona < maker->personas; persona++) {
    put(maker, "  p%d:\n", persona);
    put_text_key(maker, 4, "name", 5);
    if (persona == 0 && often(maker, 0.7)) put_text_key(maker, 4, "quote", 60);
  }
}

static void put_evidence(Maker *maker) {
  if (maker->evidence > 0) put(maker, "evidence:\n");
  for (int entry = 0; entry < maker->evidence; entry++)
    put(maker, "  e%d: {kind: interview, source: Interview %d, n: %d}\n", entry, entry, 1 + below(maker, 400));
}

static void put_journey(Maker *maker) {
  put(maker, "journeys:\n  order:\n");
  put_text_key(maker, 4, "title", 20);
  if (maker->personas > 0) {
    put(maker, "    personas: [p0");
    for (int persona = 1; persona < maker->personas; persona++) put(maker, ", p%d", persona);
    put(maker, "]\n");
  }
  if (often(maker, 0.5)) put_text_key(maker, 4, "scenario", 60);
  if (often(maker, 0.5)) put_text_key(maker, 4, "goal", 40);
  put(maker, "    stages:\n");
  const int stages = 1 + below(maker, 12);
  for (int stage = 0; stage < stages; stage++) {
    maker->columns = stages - stage;
    put_stage(maker, stage);
  }
}

RandomDocument *random_document_new(guint32 seed) {
  RandomDocument *document = g_new(RandomDocument, 1);
  *document = (RandomDocument){.yaml = g_string_new(NULL), .texts = g_ptr_array_new_with_free_func(g_free)};
  Maker maker = {.chance = g_rand_new_with_seed(seed), .document = document};
  maker.script = &scripts[below(&maker, G_N_ELEMENTS(scripts))];
  maker.personas = often(&maker, 0.6) ? below(&maker, 3) : below(&maker, 9);
  maker.evidence = often(&maker, 0.5) ? below(&maker, 12) : 0;
  maker.lanes = g_rand_int(maker.chance) & (often(&maker, 0.8) ? g_rand_int(maker.chance) : ~0u);
  put(&maker, "lang: %s\n", maker.script->lang);
  put_personas(&maker);
  put_evidence(&maker);
  put_journey(&maker);
  g_rand_free(maker.chance);
  return document;
}

void random_document_free(RandomDocument *document) {
  g_string_free(document->yaml, TRUE);
  g_ptr_array_unref(document->texts);
  g_free(document);
}
