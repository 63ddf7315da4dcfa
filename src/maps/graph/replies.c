/* Replies at the exits of a decision: which of them says yes, and which says no.
 *
 * In: the label of an exit, in whatever language it is written. Out: what it says, if it begins with a word of the
 * table: "Yes", "✅ Yes", "no (as a guest)", "不通过". Signs before the words are skipped; what counts is all up to the
 * first mark of punctuation, or the first word of it. A label that is none of these says nothing: it is no guess at a
 * meaning. The words are few and common, with those that flow charts use for the way that succeeds and the one that
 * fails.
 */
#include "flow.h"

#include <string.h>

/* Words between bars, in lower case. */
typedef struct ReplyWords {
  const char *yes, *no;
} ReplyWords;

/* A row a language, or a few of one script. Words that one language says yes with and another no are left out. */
static const ReplyWords replies[] = {
    {"|✅|✓|✔|☑|👍|⭕|○|", "|❌|✗|✘|✖|❎|👎|✕|×|⛔|🚫|"},
    /* English */
    {"|yes|y|yep|yeah|ok|okay|true|pass|passed|passes|success|succeeds|succeeded|successful|valid|approve|approves|"
     "approved|accept|accepts|accepted|confirm|confirms|confirmed|agree|agrees|agreed|correct|match|matches|found|"
     "available|exists|allowed|authorized|authorised|granted|continue|proceed|works|in stock|",
     "|no|n|nope|not|none|never|false|fail|fails|failed|failure|error|invalid|reject|rejects|rejected|deny|denied|"
     "decline|declines|declined|cancel|cancels|cancelled|canceled|abort|disagree|disagrees|incorrect|wrong|mismatch|"
     "missing|unavailable|forbidden|unauthorized|unauthorised|expired|timeout|retry|otherwise|else|out of stock|"},
    /* Chinese, simplified and traditional */
    {"|是|是的|对|對|好|好的|有|已有|能|可|可以|会|會|要|需要|确认|確認|同意|接受|正确|正確|成功|通过|通過|审核通过|"
     "審核通過|验证通过|驗證通過|有效|存在|已存在|满足|滿足|符合|合格|允许|允許|正常|有货|有貨|",
     "|否|不|不是|不对|不對|没有|沒有|无|無|未|不能|不可|不可以|不会|不會|不要|不需要|无需|無需|取消|不同意|拒绝|拒絕|"
     "驳回|"
     "駁回|错误|錯誤|不正确|不正確|失败|失敗|不通过|不通過|未通过|未通過|无效|無效|不存在|不满足|不滿足|不符合|不合格|"
     "不允许|不允許|异常|異常|超时|逾時|缺货|缺貨|"},
    /* Korean */
    {"|예|네|있음|있다|맞음|확인|동의|승인|수락|성공|통과|가능|유효|정상|참|충분|",
     "|아니오|아니요|아뇨|없음|없다|아님|취소|거부|거절|반려|기각|미동의|이의제기|실패|미통과|불가|불가능|무효|오류|"
     "에러|"
     "거짓|"
     "부족|초과|"},
    /* Japanese */
    {"|はい|ある|あり|有|有り|できる|する|同意する|同意|承認|成功|合格|可|可能|有効|正常|在庫あり|",
     "|いいえ|ない|なし|無し|できない|しない|同意しない|却下|拒否|キャンセル|失敗|不合格|不可能|無効|エラー|異常|"
     "在庫なし|"},
    /* German, Dutch, the north */
    {"|ja|jawohl|jep|wahr|richtig|erfolg|erfolgreich|gültig|vorhanden|angenommen|genehmigt|bestanden|juist|gelukt|"
     "geldig|"
     "já|jah|kyllä|sant|sandt|",
     "|nein|nee|neen|falsch|kein|keine|nicht|fehler|fehlgeschlagen|ungültig|abgelehnt|abbrechen|onjuist|mislukt|"
     "ongeldig|nej|nei|ei|usant|falskt|"},
    /* French, Spanish, Catalan, Portuguese, Italian, Romanian */
    {"|oui|vrai|succès|réussi|valide|accepté|sí|si|verdadero|éxito|válido|aceptar|aceptado|aprobado|correcto|sim|"
     "verdadeiro|sucesso|aceitar|aceito|aprovado|sì|vero|successo|valido|accettato|da|adevărat|",
     "|non|faux|échec|erreur|invalide|refusé|annuler|falso|fracaso|fallo|inválido|rechazar|rechazado|cancelar|"
     "incorrecto|"
     "não|nao|sem|falha|erro|rejeitar|rejeitado|recusado|descartar|fallito|errore|rifiutato|annulla|nu|fals|"},
    /* Russian, Ukrainian, Bulgarian, Serbian */
    {"|да|есть|верно|успех|успешно|так|є|вірно|истина|", "|нет|не|неверно|ошибка|неудача|отказ|отмена|ні|немає|ложь|"},
    /* Polish, Czech, Slovak, Hungarian, the Baltics, the south of the Slavs */
    {"|tak|prawda|sukces|ano|áno|igen|taip|jā|", "|nie|fałsz|błąd|ne|nem|nē|"},
    /* Turkish, Greek, Armenian, Georgian */
    {"|evet|doğru|başarılı|geçerli|ναι|σωστό|այո|კი|", "|hayır|hayir|yanlış|başarısız|geçersiz|hata|όχι|λάθος|ոչ|არა|"},
    /* Arabic, Persian, Urdu, Hebrew */
    {"|نعم|صحيح|نجاح|نجح|موافق|مقبول|بله|آری|درست|ہاں|جی ہاں|כן|נכון|הצלחה|",
     "|لا|كلا|خطأ|فشل|مرفوض|رفض|إلغاء|خیر|نه|نادرست|نہیں|جی نہیں|לא|שגוי|כישלון|"},
    /* The languages of India and its neighbours */
    {"|हाँ|हां|जी हाँ|सही|सफल|होय|হ্যাঁ|হাঁ|ਹਾਂ|હા|ஆம்|అవును|ಹೌದು|അതെ|ඔව්|हो|",
     "|नहीं|नही|गलत|विफल|असफल|नाही|না|ਨਹੀਂ|ના|இல்லை|కాదు|లేదు|ಇಲ್ಲ|ഇല്ല|അല്ല|නැත|होइन|"},
    /* Indonesian, Malay, Vietnamese, Thai, Lao, Khmer, Burmese, Swahili */
    {"|ya|iya|benar|berhasil|setuju|betul|có|đúng|thành công|hợp lệ|đạt|ใช่|มี|ได้|ถูก|ถูกต้อง|สำเร็จ|ผ่าน|ແມ່ນ|ມີ|"
     "បាទ|ចាស|មាន|ဟုတ်|ဟုတ်ကဲ့|ရှိ|ndiyo|",
     "|tidak|bukan|belum|salah|gagal|batal|không|sai|thất bại|không hợp lệ|chưa|ไม่|ไม่ใช่|ไม่มี|ไม่ได้|ผิด|ไม่ถูกต้อง|"
     "ไม่สำเร็จ|ล้มเหลว|ไม่ผ่าน|ບໍ່|ບໍ່ແມ່ນ|ទេ|គ្មាន|မဟုတ်|မရှိ|hapana|"},
};

static bool is_in(const char *words, const char *phrase, size_t length) {
  if (length == 0 || length > 60 || memchr(phrase, '|', length) != NULL) return false;
  char wanted[64] = "|";
  memcpy(wanted + 1, phrase, length);
  wanted[length + 1] = '|';
  return strstr(words, wanted) != NULL;
}

static CxReply find(const char *phrase, size_t length) {
  for (size_t i = 0; i < G_N_ELEMENTS(replies); i++) {
    if (is_in(replies[i].yes, phrase, length)) return CX_REPLY_YES;
    if (is_in(replies[i].no, phrase, length)) return CX_REPLY_NO;
  }
  return CX_REPLY_NONE;
}

/* Joiners and vowel signs belong to words too. */
static bool is_of_word(gunichar character) {
  return g_unichar_isalnum(character) || g_unichar_ismark(character) || character == 0x200c || character == 0x200d ||
         character == '\'' || character == 0x2019;
}

/* The first sign of a label that has nothing else, without what makes it colourful. */
static CxReply find_sign(const char *label) {
  while (g_unichar_isspace(g_utf8_get_char(label))) label = g_utf8_next_char(label);
  return *label == '\0' ? CX_REPLY_NONE : find(label, (size_t)(g_utf8_next_char(label) - label));
}

static CxReply find_words(const char *label) {
  while (*label != '\0' && !g_unichar_isalnum(g_utf8_get_char(label))) label = g_utf8_next_char(label);
  const char *end = label, *word = NULL, *last = label;
  for (; *end != '\0'; end = g_utf8_next_char(end)) {
    const gunichar character = g_utf8_get_char(end);
    if (!is_of_word(character) && character != ' ') break;
    if (character == ' ' && word == NULL) word = end;
    if (character != ' ') last = g_utf8_next_char(end);
  }
  const CxReply answer = find(label, (size_t)(last - label));
  return answer != CX_REPLY_NONE || word == NULL ? answer : find(label, (size_t)(word - label));
}

CxReply cx_flow_reply(const CxText *label) {
  if (label->text == NULL) return CX_REPLY_NONE;
  char *normal = g_utf8_normalize(label->text, -1, G_NORMALIZE_NFC);
  char *folded = g_utf8_strdown(normal != NULL ? normal : "", -1);
  CxReply answer = find_words(folded);
  if (answer == CX_REPLY_NONE) answer = find_sign(folded);
  g_free(folded);
  g_free(normal);
  return answer;
}
