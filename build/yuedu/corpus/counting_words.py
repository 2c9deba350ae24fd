"""What a figure counts, read off the words before it: 城镇新增就业 of 全年城镇新增就业1256万人, and how: a level, a rise, a fall.

The words before a figure are taken from the clause's start or from the figure before it; time words, modal words and the verb
are cut away, and what remains is the subject. Where nothing remains (、增长5%, or ，增长5% right behind it) it is the subject of the figure before.
Where a figure shares its clause with others by 分别, no words say which is whose, and none is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from yuedu.quantities.model import Quantity

How = Literal["level", "rise", "fall"]

VERBS: tuple[tuple[str, How, str], ...] = (
    (r"(?:提高|增加|上升|增长|提升|扩大|增|升|延长)(?:到|至)", "level", "城镇化率提高到67%"),
    (r"(?:下降|降低|减少|压减|降)(?:到|至)", "level", "失业率降到5.5%"),
    (r"(?:保持|稳定|控制|维持)?在", "level", "赤字率控制在2.8%"),
    (r"(?:平均|预期|目标)?为|达到?|是|突破|跨越|超过?|跃上|实现|完成", "level", "国内生产总值达到134.9万亿元"),
    (r"同比增长|增长|上涨|提高|提升|增加|上升|涨幅|增速|扩大", "rise", "国内生产总值增长5%"),
    (r"同比下降|下降|降低|减少|降幅|缩小|压减", "fall", "能耗降低3%"),
)
"""The verb at the end of the words before a figure, with an example; the first that fits is cut away."""
LEADS = (
    r"其中|今年|本年|去年|上年|全年|年内|上半年|下半年|同期|当年|预计|力争|争取|确保|努力|推动|实现|使|拟|将|要|再|已|并|共|"
    r"全国|全省|全区|全市|全县|全镇|到?(?:[12]\d{3})年底?末?|到?“十[一二两三四五六七八九十]五”末|主要预期目标是|目标是"
)
"""Words in front of a subject that say when, with what force, or where the document speaks anyway."""
TAILS = r"预计|力争|争取|确保|拟按|拟|将|要|再|已|均|也|又|还|首次|连年|进一步|大约|平均值?|预期|目标|总体|[比较](?:上年|去年|上一年)|分两期|达|每年|[、，,]"
"""Words between a subject and its verb that do not tell what is counted."""
SPAN = re.compile(
    r"(?:过去|近|这)?(?:[一二两三四五六七八九十]+|(?<!\d)\d{1,2})年(?:来|间)?|年均|累计|平均每年|以来|“?十[一二两三四五六七八九十]五”?|期间|时期|月均|季度|[年期]末|实际|名义"
)
"""Words for a span that is not one year, or for another way of counting: what is counted so is another thing."""
BASE = re.compile(r"(?:从|由|自|比|较)$")
"""Before a figure that is where a change began."""
BEGINS = re.compile(r"^(?:提高|增加|上升|下降|降低|减少|增长|扩大|提升|压减|降|升|延长)(?:到|至|为)")
"""After such a figure."""
GENERAL = frozenset(
    [
        "规模",
        "总量",
        "总额",
        "比重",
        "比例",
        "增幅",
        "降幅",
        "增速",
        "投资",
        "支出",
        "收入",
        "目标",
        "数量",
        "面积",
        "项目",
        "人数",
        "资金",
        "金额",
        "达标率",
        "贡献率",
        "覆盖率",
        "增量",
        "产值",
        "新增",
        "安排",
        "下达",
        "投入",
        "完成",
        "建成",
        "开工",
        "新建",
        "建设",
        "改造",
        "培训",
        "发放",
        "惠及",
        "减免",
        "覆盖",
        "引进",
        "新增长",
        "经济",
        "总产值",
        "产量",
        "销量",
        "增加值",
        "用户",
        "企业",
    ]
)
"""What alone tells too little to know the same thing again."""
_CLAUSE = re.compile(r"[，。；！？：:\n]")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted, how, over which span or by which measure (empty for a year or a moment), and the noun after a measure word that tells
    nothing. `reached`: a verb says that it is a level that was reached: 提高到, 达到."""

    subject: str
    how: How
    span: str
    noun: str
    reached: bool = field(default=False, compare=False)


def counting(zh: str, quantity: Quantity, before: int, inherited: Counting | None) -> Counting | None:
    """What the words before a quantity say that it counts; None where they do not tell.

    `before`: where the quantity before it ends in the text, -1 where there is none; `inherited`: what that one counts.
    """
    start = max((m.end() for m in _CLAUSE.finditer(zh, 0, quantity.start)), default=0)
    whole = zh[start : quantity.start]
    behind = zh[quantity.end :]
    if "分别" in whole or "分别" in behind[:8] or BEGINS.match(behind):
        return None
    follows = before > start
    words = zh[before : quantity.start] if follows else whole
    words = re.sub(r"^(?:以上|以下|左右|以内)?[、和及]?", "", words) if follows else words
    words = _BRACKETS.sub("", words)
    if BASE.search(words) or re.search(r"[（(]|环比", words):
        return None
    spans = "".join(SPAN.findall(words))
    words = _stripped(SPAN.sub("", words))
    words, how, reached = _verb(words)
    subject = _stripped(words)
    if not subject and inherited is not None and (follows or zh[before:start] == "，"):
        return Counting(inherited.subject, how, spans or inherited.span, "", reached)
    if len(_HAN.findall(subject)) < 3 or subject in GENERAL:
        return None
    return Counting(subject, how, spans, _noun(behind) if _classifies(quantity) else "", reached)


def _stripped(words: str) -> str:
    """Without the words in front and behind that do not tell what is counted."""
    shorter = re.sub(rf"^(?:{LEADS}|[、，,“”])+", "", words)
    return re.sub(rf"(?:{TAILS})+$", "", shorter)


def _verb(words: str) -> tuple[str, How, bool]:
    for pattern, how, _ in VERBS:
        if match := re.search(rf"(?:{pattern})$", words):
            return words[: match.start()], how, how == "level"
    return words, "level", False


def _classifies(quantity: Quantity) -> bool:
    """Whether its measure word says nothing of what is counted: 个, 项."""
    return quantity.type == "count" and not quantity.unit_en


def _noun(behind: str) -> str:
    """The words after it, as far as they go."""
    return (re.match(r"[\u4e00-\u9fff]{0,8}", behind) or [""])[0]
