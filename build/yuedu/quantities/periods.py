"""Which year or interval a quantity speaks of, as its sentence says it."""

from __future__ import annotations

import re
from typing import NamedTuple

from yuedu.quantities import dates
from yuedu.quantities.dates import RELATIVE_YEARS
from yuedu.quantities.model import Context

# A word or date that may set the period of what follows it.
_CUE = re.compile(
    r"上一年|(?:今年|本年|去年|上年|前年|明年)(?!年)|年内|全年|[12][0-9]{3}年|[12][0-9]{3}(?=(?:[-－—–至]|——)[12][0-9]{3}年)"
    r"|[上下]半年|[12]?[0-9][-—至][12]?[0-9]月|前?[一二三]季度"
)
# Bases and beginnings, not periods: 比2020年增长, 由上年729万人增加到, 从今年开始.
_BASE_WORDS = re.compile("(?:比|较|自|从|由|与|同)$")
_BASE_AFTER = re.compile("以来|以前|之前|前(?![三两一二])|起|开始|相比|水平|的水平|预算")
_REACH_BACK = re.compile("累计|目前|截至|迄今|至今|现有|总量|已有")
_SENTENCE = re.compile("[。！？\n]")
_CLAUSE = re.compile("[，。！？；：\n]")


class Period(NamedTuple):
    start: int
    end: int
    iso: str


def _iso(date: dates.Date) -> str:
    return date.value if date.value_max is None else f"{date.value}/{date.value_max}"


def cues(text: str, context: Context) -> list[Period]:
    """The period expressions of a text, in order; bases of comparison and starting points give an empty `iso`."""
    found: list[Period] = []
    position = 0
    while match := _CUE.search(text, position):
        date = dates.read(text, match.start(), context.year)
        start, end = match.start(), date.end if date else match.end()
        if date is not None:
            iso = "" if date.value.startswith("-") else _iso(date)
        elif match[0] in RELATIVE_YEARS:
            iso = str(context.year + RELATIVE_YEARS[match[0]]) if context.year is not None else ""
        else:
            iso = _whole_year(text, match.start(), found, context)
        if _BASE_WORDS.search(text, max(0, start - 2), start) or _BASE_AFTER.match(text, end):
            iso = ""
        elif iso and iso.count("-") == 2 and "/" not in iso:
            iso = iso[:7]  # an event's day dates the event, its figures speak of the month at most
        found.append(Period(start, end, iso))
        position = end
    return found


def _whole_year(text: str, position: int, before: list[Period], context: Context) -> str:
    """全年: the year last named; else the whole year a report can look back on, or the one a plan looks at."""
    named = [cue.iso for cue in before if cue.iso]
    if named:
        return named[-1][:4]
    if context.year is None:
        return ""
    return str(context.year - 1 if context.default_status == "actual" else context.year)


def period(text: str, start: int, found: list[Period]) -> str | None:
    """The period of a quantity at `start`: the last one its sentence named before it.

    其中 carries on the sentence before; 累计, 目前 and the like reach back beyond any period named earlier.
    """
    sentence = _last(_SENTENCE, text, start)
    if text.startswith("其中", sentence):
        sentence = _last(_SENTENCE, text, max(sentence - 1, 0))
    clause = _last(_CLAUSE, text, start)
    chosen = None
    for cue in found:
        if sentence <= cue.start and cue.end <= start:
            chosen = cue
    if chosen is None or not chosen.iso:
        return None
    if back := _REACH_BACK.search(text, max(chosen.end, clause), start):
        # 全年累计, 2022年，累计: the lead-in and the sum belong together.
        lead = text[chosen.end : back.start()]
        return chosen.iso if lead in ("", "，") else None
    return chosen.iso


def _last(pattern: re.Pattern[str], text: str, end: int) -> int:
    """The offset after the last match before `end`, 0 without one."""
    position = end
    while position > 0:
        if pattern.match(text, position - 1):
            return position
        position -= 1
    return 0
