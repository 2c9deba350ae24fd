"""The period that a heading states for its review, in its own words; never one worked out."""

from __future__ import annotations

import re

from yuedu.text.grammar import NUMERAL

_YEAR = r"(?:19|20)\d\d"
_PLAN = '[“"](?:[一二三四五六七八九]|十[一二三四五六七八九]?)五[”"]'

PERIODS = (
    # ISO 8601 of the match, pattern, example
    ("{a}/{b}", re.compile(rf"(?P<a>{_YEAR})年?[—–－~～至到-]+(?P<b>{_YEAR})年?"), "2021—2025年发展回顾"),
    (None, re.compile(rf"{_YEAR}年(?:[上下]半年|[第前]?[一二三四]季度|[前\d]+个?月)"), "2025年上半年工作总结"),
    ("{a}", re.compile(rf"(?P<a>{_YEAR})年(?!以?来|代)"), "2025年工作回顾"),
    (None, re.compile(rf"{_YEAR}年以?来"), "2021年以来的工作"),
    (None, re.compile(rf"{_PLAN}(?:规划)?(?:时期|期间|以来)?"), "“十四五”时期工作回顾"),
    (None, re.compile(rf"(?:过去|近|这|最近)(?:的)?{NUMERAL}年(?:多|间|来|以来)?"), "过去五年工作回顾"),
    (None, re.compile(rf"(?:新时代|改革开放)?{NUMERAL}年(?:来|以来|间)?"), "新时代十年的伟大变革"),
    (None, re.compile(r"(?:党的)?十[一二三四五六七八九]大以来"), "党的十八大以来的工作"),
    (None, re.compile(r"本届(?:政府|常委会|委员会|大会)?(?:任期)?(?:以来)?|任期以来"), "本届政府工作回顾"),
    (
        None,
        re.compile(r"去年以来|今年以来|去年|上年|上一年度?|过去一段时间|上半年|(?:一|二|三|四)季度"),
        "去年工作回顾",
    ),
)
"""Tried at each place of a heading, first match wins."""

_LINK = re.compile(r"(?P<between>[^，。；、]{0,6}?)(?:和|及|以及|与|暨)")
_PLANNED = re.compile("安排|计划|目标|规划|任务|部署|打算|思路|建议|草案|重点|展望|要点")


def period_stated(heading: str) -> tuple[str | None, str] | None:
    """The ISO 8601 year or years, and the words: `("2025", "2025年")`, `(None, "过去五年")`.

    Years are given only where the words are a plain year or a plain range of years. Two periods in one review are one
    wording without years (2025年和“十四五”时期); what a heading plans beside its review is no part of it.
    """
    first = _first(heading, 0)
    if first is None:
        return None
    iso, start, end = first
    link = _LINK.match(heading, end)
    second = _first(heading, link.end()) if link else None
    if link and second and second[1] == link.end() and not _PLANNED.search(heading, second[2]):
        return None, heading[start : second[2]]
    return iso, heading[start:end]


def _first(heading: str, at: int) -> tuple[str | None, int, int] | None:
    for start in range(at, len(heading)):
        for iso, pattern, _ in PERIODS:
            match = pattern.match(heading, start)
            if match:
                return iso.format(**match.groupdict()) if iso else None, start, match.end()
    return None
