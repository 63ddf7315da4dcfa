/* Feelings: a card with a face, the word for the feeling, and why.
 *
 * In: an item: the word is its text and the reason its note, or both stand in its text with a colon between them. Out:
 * a card. The face is that of the word where it is a known one; a sentence has none.
 */
#include "empathy-canvas.h"

#include <string.h>

/* A face, its level, and the words for it, each between two bars; of Korean the stem and its common forms. */
typedef struct Feeling {
  CxFace face;
  int level;
  const char *words[4]; /* English, Chinese in both scripts, Korean, Japanese */
} Feeling;

static const Feeling feelings[] = {
    {CX_FACE_JOY,
     2,
     {"|delighted|joyful|joy|excited|thrilled|proud|enthusiastic|overjoyed|",
      "|喜悦|喜悅|喜|兴奋|興奮|激动|激動|自豪|骄傲|驕傲|得意|高兴|高興|欣喜|惊喜|驚喜|",
      "|기쁨|기쁘다|기쁜|신남|신나다|신난|뿌듯함|뿌듯하다|뿌듯한|설렘|설레다|",
      "|喜び|うれしい|嬉しい|誇らしい|わくわく|ワクワク|興奮|"}},
    {CX_FACE_PLEASURE,
     1,
     {"|happy|pleased|relieved|satisfied|content|calm|confident|hopeful|grateful|curious|interested|optimistic|"
      "reassured|"
      "comfortable|glad|",
      "|开心|開心|快乐|快樂|乐|樂|愉快|满意|滿意|满足|滿足|安心|放心|释然|釋然|松了一口气|鬆了一口氣|松了口气|鬆了口氣|"
      "平静|平靜|自信|"
      "感激|期待|好奇|有希望|",
      "|행복|행복하다|행복한|만족|만족하다|만족스럽다|안심|안심하다|안도|안도감|편안함|편안하다|자신감|감사|감사하다|"
      "기대|기대됨|호기심|즐거움|즐겁다|",
      "|楽しい|幸せ|満足|安心|ほっとする|ほっとした|落ち着いた|自信|感謝|期待|好奇心|希望|"}},
    {CX_FACE_NEUTRAL,
     0,
     {"|neutral|indifferent|bored|unsure|undecided|sceptical|skeptical|suspicious|doubtful|",
      "|平淡|中立|无感|無感|无聊|無聊|犹豫|猶豫|怀疑|懷疑|",
      "|무덤덤함|무덤덤하다|무관심|지루함|지루하다|망설임|망설이다|의심|",
      "|普通|無関心|退屈|迷い|迷っている|半信半疑|"}},
    {CX_FACE_SURPRISE,
     0,
     {"|surprised|astonished|amazed|confused|puzzled|startled|", "|惊讶|驚訝|惊|驚|吃惊|吃驚|意外|困惑|迷惑|疑惑|",
      "|놀람|놀라다|놀란|당황|당황하다|당황스럽다|혼란|혼란스럽다|", "|驚き|驚いた|意外|困惑|戸惑い|混乱|"}},
    {CX_FACE_FEAR,
     -1,
     {"|anxious|worried|afraid|scared|nervous|fearful|insecure|uneasy|concerned|stressed|tense|vulnerable|",
      "|焦虑|焦慮|担心|擔心|担忧|擔憂|害怕|恐惧|恐懼|恐|紧张|緊張|不安|忐忑|压力大|壓力大|没有安全感|",
      "|불안|불안함|불안하다|불안한|걱정|걱정됨|걱정되다|두려움|두렵다|무섭다|긴장|긴장됨|긴장되다|초조함|초조하다|"
      "스트레스|",
      "|不安|心配|怖い|恐れ|緊張|焦り|焦っている|ストレス|心細い|"}},
    {CX_FACE_ANNOYANCE,
     -1,
     {"|annoyed|frustrated|irritated|impatient|overwhelmed|tired|exhausted|torn|stuck|helpless|",
      "|烦躁|煩躁|烦恼|煩惱|烦|煩|不耐烦|不耐煩|沮丧|沮喪|恼火|惱火|疲惫|疲憊|累|无奈|無奈|无助|無助|纠结|糾結|",
      "|짜증|짜증남|짜증나다|짜증난|답답함|답답하다|답답한|귀찮음|귀찮다|피곤함|피곤하다|지침|지치다|조급함|조급하다|"
      "막막함|막막하다|",
      "|いらいら|イライラ|苛立ち|もどかしい|疲れた|うんざり|面倒|途方に暮れる|"}},
    {CX_FACE_SORROW,
     -2,
     {"|sad|disappointed|lonely|hurt|hopeless|ashamed|guilty|embarrassed|desperate|let down|",
      "|悲伤|悲傷|伤心|傷心|哀|难过|難過|失望|孤独|孤獨|受伤|受傷|绝望|絕望|羞愧|内疚|內疚|委屈|尴尬|尷尬|",
      "|슬픔|슬프다|슬픈|실망|실망하다|실망스럽다|외로움|외롭다|절망|서운함|서운하다|부끄러움|부끄럽다|죄책감|속상함|"
      "속상하다|",
      "|悲しい|悲しみ|がっかり|失望|落胆|孤独|寂しい|恥ずかしい|罪悪感|絶望|"}},
    {CX_FACE_ANGER,
     -2,
     {"|angry|furious|outraged|betrayed|cheated|mad|ignored|",
      "|愤怒|憤怒|生气|生氣|怒|气愤|氣憤|恼怒|惱怒|被欺骗|被欺騙|被忽视|被忽視|",
      "|분노|화남|화나다|화난|화가 남|격분|배신감|억울함|억울하다|무시당함|",
      "|怒り|怒っている|腹立たしい|憤り|裏切られた|無視された|"}},
};

bool cx_feeling_face(const char *word, CxFace *face, int *level) {
  char *folded = g_utf8_strdown(word, -1);
  char *wanted = g_strdup_printf("|%s|", g_strstrip(folded));
  const Feeling *found = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(feelings) && found == NULL && strchr(folded, '|') == NULL; i++)
    for (size_t k = 0; k < G_N_ELEMENTS(feelings[i].words) && found == NULL; k++)
      if (folded[0] != '\0' && strstr(feelings[i].words[k], wanted) != NULL) found = &feelings[i];
  g_free(wanted);
  g_free(folded);
  if (found == NULL) return false;
  *face = found->face;
  *level = found->level;
  return true;
}

/* ---- The word and why ------------------------------------------------------------------------------------------- */

/* Columns of a terminal: what is longer is no word for a feeling; a word that is longer stands over the reason. */
static const size_t LONGEST = 24, BESIDE = 12;

static bool is_within(const char *text, size_t most) {
  size_t columns = 0;
  for (const char *c = text; *c != '\0' && columns <= most; c = g_utf8_next_char(c)) {
    if (*c == '\n') return false;
    columns += g_unichar_iswide(g_utf8_get_char(c)) ? 2 : 1;
  }
  return columns <= most;
}

static bool is_short(const char *text) {
  return is_within(text, LONGEST);
}

/* Splits "Anxious: nobody confirms" where what stands before the colon is short. */
static bool split(CxComposer *composer, CxPhrase text, CxPhrase *word, CxPhrase *why) {
  static const char *const colons[] = {": ", "：", ":\n"};
  const char *first = NULL, *behind = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
    const char *colon = strstr(text.text, colons[i]);
    if (colon == NULL || (first != NULL && colon > first)) continue;
    first = colon;
    behind = colon + strlen(colons[i]);
  }
  if (first == NULL || first == text.text || behind[strspn(behind, " \n")] == '\0') return false;
  *word = *why = text;
  word->text = cx_arena_strndup(composer->arena, text.text, (size_t)(first - text.text));
  why->text = behind + strspn(behind, " \n");
  return is_short(word->text);
}

/* ---- The card ---------------------------------------------------------------------------------------------------- */

static CxBlock *compose_face(CxComposer *composer, const char *word, const CxItem *item) {
  CxFace kind;
  int level;
  if (word == NULL || !cx_feeling_face(word, &kind, &level)) return NULL;
  CxBlock *face = cx_block_new(composer->arena, CX_BLOCK_FACE, "face");
  face->size = composer->theme->sizes.face_radius;
  face->face = kind;
  face->level = level;
  face->is_filled = item->evidence.count > 0;
  cx_show(composer, face, CX_SIGNS(face->is_filled ? CX_SIGN_FELT : CX_SIGN_ASSUMED));
  return face;
}

/* The word in bold, and beside it or under it what is left of the item, which has the reason as its text. */
static CxBlock *compose_words(CxComposer *composer, const CxItem *item, CxFont font, CxPhrase word, CxPhrase why) {
  const CxFont strong = font == CX_FONT_ITEM ? CX_FONT_STEP : CX_FONT_BODY_STRONG;
  CxItem rest = *item;
  rest.note = (CxText){0};
  const bool has_why = why.text != NULL;
  rest.text = cx_text_of(composer, has_why ? why : word);
  const CxCardStyle inner = {.look = CX_LOOK_NONE, .font = has_why ? font : strong};
  CxBlock *parts = cx_compose_card(composer, &rest, &inner);
  parts->role = NULL;
  if (!has_why) return parts;
  const bool is_beside = is_within(word.text, BESIDE);
  CxBlock *words = cx_block_new(composer->arena, is_beside ? CX_BLOCK_ROW : CX_BLOCK_STACK, NULL);
  words->gap = is_beside ? 8 : 0;
  cx_block_add(composer->arena, words, cx_block_text(composer->arena, "item", word, strong, CX_PAINT_CARD_TEXT));
  cx_block_add(composer->arena, words, parts)->grow = 1;
  return words;
}

CxBlock *cx_empathy_feeling(CxComposer *composer, const CxItem *item, const CxCardStyle *style) {
  CxPhrase word = cx_phrase(composer, &item->text), why = cx_phrase(composer, &item->note);
  if (word.text == NULL) return cx_compose_card(composer, item, style);
  const bool is_word =
      why.text != NULL ? is_short(word.text) : split(composer, word, &word, &why) || is_short(word.text);
  if (!is_word) return cx_compose_card(composer, item, style);
  CxBlock *card = cx_block_new(composer->arena, CX_BLOCK_ROW, "card");
  card->look = style->look;
  card->hue = style->hue;
  card->ref = item->object.id;
  card->gap = 8;
  card->align = CX_ALIGN_CENTRE;
  CxBlock *face = compose_face(composer, word.text, item);
  if (face == NULL && style->mark != NULL)
    face = cx_block_icon(composer->arena, style->mark, composer->theme->sizes.mark_icon, CX_PAINT_MARK, style->hue);
  cx_block_add(composer->arena, card, face);
  cx_block_add(composer->arena, card, compose_words(composer, item, style->font, word, why))->grow = 1;
  return card;
}
