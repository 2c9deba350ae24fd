"""Whether text that merely decodes is Chinese: how many of its characters are among the commonest.

Bytes of one Chinese encoding nearly always decode in another, to rare characters in a row (鎴戜滑 for 我们). In real text
three characters in four are among the commonest six hundred, and nearly all the others in the first level of GB 2312 or
Big5; in text decoded wrongly one in ten is.

The list: by frequency in the dictionary of jieba (news and books) and in official documents, half and half, and the
traditional forms of the same.
"""

from __future__ import annotations

from collections import Counter

COMMONEST = frozenset(
    "数一政省化务建字全和设大的在是府人据要发中了不有国为用市理作体地力动实年业平部服会能展成工上个系推我"
    "面提高新出通台这进行等各以加管公生强经统门应广来办网主他对基安分制区级同产信共下合资治时度好家方到开"
    "关学场深民东事重也机创委多升项改支法三们于道心交领后点二量济子规过得联现素本革自说可就目入持之效快"
    "易长水导域前质保代天步协线与立社打着造日去意性指所次础运组定两流你小完施构任十里标撑万将明源息城都集"
    "北局利更落优计表位内向智调而当山程见其如态州起才准总头党还然那报外引精续专议先挥院军情间从员名手种文"
    "络技西海此势知第已题南特配企接金术感相月看活形防求结培战口抓常使果并层式四件认营及么物研又只把科无享"
    "比元身极最电问些正厅期没划首今江积者做美路织善神品署因便达由证但监处县复慧范商职想型教决她干试别切五"
    "跨增突书志率供记真单湾索探司直村很话原责武被确条清格约张王样置印亿批超列命评取世聚告称整石老类照收充"
    "究转央权少境编色初融解湖节密回号风示义段视布气放财带汉队众育座环审牵让声核群均价或热攻举养助乡按至模"
    "给训筹破变继选官马己值则儿验太近空百女连农走需底再赋米惠河几思华较响住受兴团户断贯彻争具师测例景阶族"
    "反案顺阳满始难策京互黄白珠它即存细界光花习投讲显何什护听言传紧考备非坚云速识古论参史献根飞牌斯却圳演"
    "必周眼港章兵土千德练边析况查居克仍围席历控份际八盟亲依诉移每届红校措医车林疫死激游功属贡皇振衡图适叫"
    # the traditional forms of those that have another
    "為啟裡"
    "數務設據發國爲體動實業會個臺這進強經統門應廣來辦網對區級產資時開關學場粵東機創項們於領後點濟規過聯現"
    "說長導質協線與礎運組兩構裏標撐萬將優計內調當見態準總頭黨還報續專議揮軍間從員種絡勢題術結戰並層認營"
    "麼無極電問廳沒劃積織達證監處縣復範職決幹試別書記單灣話責確條約張樣億評稱類轉權編節號風義視氣財帶漢隊"
    "衆眾環審牽讓聲群價熱舉養鄉給訓籌變繼選馬則兒驗連農賦幾華較響興團戶斷貫徹爭師測階順陽滿難黃細習講顯護"
    "聽傳緊備堅雲識論參獻飛卻練邊況圍歷際親訴屆紅醫車遊屬貢圖適"
    # marks, and full-width digits and letters
    "\u3000，。、：；！？（）《》〈〉“”‘’「」『』〔〕【】—…·％０１２３４５６７８９○〇①②③④⑤"
)


def likeness(text: str) -> float:
    """How much of a text, ASCII left aside, is Chinese as written: 1 all of it, 0 or less none. No such text is 0."""
    weights = [
        (_weight(char), n)
        for char, n in Counter(text).items()
        if (char >= "\x80" or not _is_ascii_text(char)) and char != "\ufeff"
    ]
    total = sum(n for _, n in weights)
    return sum(weight * n for weight, n in weights) / total if total else 0.0


def legible(text: str) -> float:
    """The share of a text's characters that are ASCII or Chinese of the first levels; control characters are neither."""
    counted = Counter(text)
    known = sum(n for char, n in counted.items() if char == "\ufeff" or _weight(char) > 0)
    return known / len(text) if text else 0.0


def _weight(char: str) -> float:
    if char < "\x80":
        return 1.0 if _is_ascii_text(char) else -4.0
    if char in COMMONEST:
        return 1.0
    if "\ue000" <= char <= "\uf8ff" or "\u0080" <= char <= "\u009f" or char == "\ufffd":
        return -4.0  # private use, C1 controls: no text has them
    if "\u4e00" <= char <= "\u9fff":
        return 0.2 if _first_level(char) else -0.7
    return -0.7


def _is_ascii_text(char: str) -> bool:
    return " " <= char <= "~" or char in "\t\n\r\f\v"


def _first_level(char: str) -> bool:
    """Among the 3,755 of GB 2312's first level or the 5,401 of Big5's."""
    for encoding, last in (("gb2312", 0xD7), ("big5", 0xC6)):
        try:
            if char.encode(encoding)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False
