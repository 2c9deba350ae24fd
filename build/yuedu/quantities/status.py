"""Whether a quantity is a fact, a plan or an aim, as its clause and sentence say."""

from __future__ import annotations

import re

from yuedu.quantities.model import Context, Status

_SENTENCE_END = frozenset("。！？\n")  # a list of aims goes on over ；
_CLAUSE_END = frozenset("，。！？；：\n")
# Reached: 已下达, 完成了, 去年, 累计.
_DONE = re.compile(
    r"(?<!业)已|(?<!为)了(?!解)|累计|截至|目前|过去"
    r"|(?<![比较由从])(?:去年|上年)|同比|实际|全部完成|超额|提前完成|达(?=[0-9])"
)
# 要 and 将 as modal words: not 主要, 要素, not 将 in the sense of 把.
_MODAL = re.compile(
    r"(?<![主重需必摘纪首概提紧扼不])要(?![素求点件闻义塞道么是害领旨])"
    r"|(?<![麻干健名大])将(?!军|领)(?![^，。；]{0,12}(?:作为|视为|延伸|转化))"
    r"|必须|应当|确保|拟(?!合|人)"
    r"|计划(?:新|建|投|完|安|用|在|到|实)|预计|从今年(?:开始|起)|即将"
    r"|下一步|再(?=压减|降低|提高|新增)"
)
_AIM = re.compile(
    r"力争|争取(?![到了])|目标(?:[是为：]|值)|为目标|预期目标|努力(?:实现|达到)|到(?:20[0-9]{2}年|[“”]?十[一二三四五六七八九]五[”]?末)"
)


def status(text: str, start: int, end: int, period: str | None, context: Context) -> Status:
    """The status of a quantity at `start`..`end`.

    Directive words count from the sentence's start to the clause's end; a mark of completion counts in the clause.
    """
    sentence, clause, stop = _bounds(text, start, end)
    lead, whole = text[sentence:stop], text[clause:stop]
    year = int(period[:4]) if period else None
    if context.year is not None and year is not None:
        if year < context.year - 1:
            return "historical"
        if year == context.year - 1:
            return "actual"
        if year > context.year:
            return "aim" if _AIM.search(lead) else "plan"
    if _DONE.search(whole) and not (_AIM.search(whole) or _MODAL.search(whole)):
        return "actual"
    if _AIM.search(lead):
        return "aim"
    if context.default_status == "plan" or _MODAL.search(lead):
        return "plan"
    return "actual"


def _bounds(text: str, start: int, end: int) -> tuple[int, int, int]:
    sentence = start
    clause = -1
    while sentence > 0 and text[sentence - 1] not in _SENTENCE_END:
        if clause < 0 and text[sentence - 1] in _CLAUSE_END:
            clause = sentence
        sentence -= 1
    stop = end
    while stop < len(text) and text[stop] not in _CLAUSE_END:
        stop += 1
    return sentence, clause if clause >= 0 else sentence, stop
