/* Texts go in, the tag of the language they are most likely written in comes out.
 *
 * Letters are counted by script. A letter of a script other than Latin weighs more, for two reasons: names of brands
 * and products are Latin everywhere, and a Han character or a Hangul syllable says as much as several letters. Kana
 * makes Han characters Japanese. Simplified and Traditional Chinese are told apart by characters that only one of
 * them has. Languages that share a script are not told apart: Latin is "en" and Cyrillic "ru".
 */
#include "cxmap/model.h"

/* Frequent characters in two forms: the simplified one, then the traditional one. */
static const char han_pairs[] =
    "们們这這个個来來为為时時说說对對会會过過发發还還没沒样樣点點问問间間开開关關门門见見现現觉覺视視观觀规規进進"
    "运運动動务務区區医醫华華单單卖賣买買头頭实實户戶宝寶审審导導岁歲币幣师師带帶帮幫应應库庫张張强強当當录錄从從"
    "总總态態惊驚愿願战戰执執扩擴护護报報择擇据據换換损損数數断斷无無旧舊显顯机機权權条條极極构構标標树樹档檔桥橋"
    "检檢欢歡气氣汇匯汉漢浏瀏测測济濟满滿烦煩热熱爱愛独獨环環电電画畫疗療码碼确確种種积積称稱稳穩竞競笔筆签簽简簡"
    "类類红紅级級约約纪紀纸紙线線组組细細终終经經结結给給统統继繼续續维維网網罗羅联聯职職节節药藥营營虑慮补補装裝"
    "订訂认認让讓议議记記讲講许許设設访訪证證评評识識词詞试試诉訴详詳语語误誤请請读讀课課谁誰调調谈談谢謝负負财財"
    "责責货貨质質费費资資赶趕车車转轉软軟轻輕载載较較输輸边邊达達迟遲适適选選递遞邮郵针針钟鐘钱錢铁鐵银銀销銷错錯"
    "长長闻聞队隊阶階际際难難险險随隨页頁项項顺順须須预預领領频頻题題额額风風飞飛饭飯馆館马馬验驗鱼魚齐齊龙龍乐樂"
    "书書习習义義产產亲親亿億仅僅仓倉价價众眾优優传傳伤傷体體储儲决決况況净淨减減击擊则則创創办辦劳勞势勢协協压壓"
    "县縣参參双雙变變号號听聽员員响響团團围圍国國图圖圆圓场場块塊坏壞处處备備够夠奖獎学學宽寬层層属屬归歸径徑怀懷"
    "惯慣扫掃暂暫杂雜梦夢楼樓毕畢沟溝渐漸湾灣灯燈状狀盘盤监監础礎碍礙绍紹绩績绿綠编編缓緩缴繳脑腦脸臉艺藝获獲虽雖"
    "触觸计計讯訊诊診询詢该該购購贴貼贵貴贷貸赏賞赔賠辆輛辑輯违違连連远遠遗遺释釋链鏈锁鎖键鍵镜鏡闭閉阅閱隐隱顾顧"
    "饮飲骤驟鲜鮮";

typedef struct Script {
  GUnicodeScript script;
  const char *lang;
  size_t weight;
} Script;

enum { HAN, HIRAGANA, KATAKANA };

static const Script scripts[] = {
    [HAN] = {G_UNICODE_SCRIPT_HAN, NULL, 4},
    [HIRAGANA] = {G_UNICODE_SCRIPT_HIRAGANA, "ja", 4},
    [KATAKANA] = {G_UNICODE_SCRIPT_KATAKANA, "ja", 4},
    {G_UNICODE_SCRIPT_HANGUL, "ko", 4},
    {G_UNICODE_SCRIPT_ARABIC, "ar", 2},
    {G_UNICODE_SCRIPT_HEBREW, "he", 2},
    {G_UNICODE_SCRIPT_THAI, "th", 2},
    {G_UNICODE_SCRIPT_CYRILLIC, "ru", 2},
    {G_UNICODE_SCRIPT_LATIN, "en", 1},
};

typedef struct Tally {
  size_t letters[CX_COUNT(scripts)];
  GHashTable *han_forms; /* character → 1 simplified, 2 traditional */
  size_t simplified, traditional;
} Tally;

static GHashTable *han_forms_new(void) {
  GHashTable *forms = g_hash_table_new(NULL, NULL);
  int form = 1;
  for (const char *at = han_pairs; *at != '\0'; at = g_utf8_next_char(at), form = 3 - form)
    g_hash_table_insert(forms, GUINT_TO_POINTER(g_utf8_get_char(at)), GINT_TO_POINTER(form));
  return forms;
}

static void count_han(Tally *tally, gunichar character) {
  const int form = GPOINTER_TO_INT(g_hash_table_lookup(tally->han_forms, GUINT_TO_POINTER(character)));
  tally->simplified += form == 1;
  tally->traditional += form == 2;
}

static void count_text(Tally *tally, const char *text) {
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char(at);
    const GUnicodeScript script = g_unichar_get_script(character);
    for (size_t i = 0; i < CX_COUNT(scripts); i++) tally->letters[i] += scripts[i].script == script;
    if (script == G_UNICODE_SCRIPT_HAN) count_han(tally, character);
  }
}

/* Japanese is never short of kana; a Chinese text may have a 「の」 for show. */
static void share_han_and_kana(size_t letters[]) {
  const size_t kana = letters[HIRAGANA] + letters[KATAKANA];
  const bool is_japanese = kana > 0 && kana * 10 >= letters[HAN];
  const size_t all = kana + letters[HAN];
  letters[HAN] = is_japanese ? 0 : all;
  letters[HIRAGANA] = is_japanese ? all : 0;
  letters[KATAKANA] = 0;
}

static size_t heaviest(const size_t letters[]) {
  size_t best = CX_COUNT(scripts) - 1;
  for (size_t i = 0; i < CX_COUNT(scripts); i++)
    if (letters[i] * scripts[i].weight > letters[best] * scripts[best].weight) best = i;
  return best;
}

const char *cx_language_guess(const char *const *texts, size_t count) {
  Tally tally = {.han_forms = han_forms_new()};
  for (size_t i = 0; i < count; i++) count_text(&tally, texts[i]);
  g_hash_table_destroy(tally.han_forms);

  share_han_and_kana(tally.letters);
  const size_t best = heaviest(tally.letters);
  if (best == HAN) return tally.traditional > tally.simplified ? "zh-Hant" : "zh-Hans";
  return scripts[best].lang;
}
