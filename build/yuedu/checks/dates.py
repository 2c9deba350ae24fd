"""Dates of both languages: a year, a month or a day that the Chinese does not state is a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks.pair import Pair
from yuedu.checks.reading import read_english
from yuedu.checks.rule import Mark, Rule, rule
from yuedu.quantities.model import Quantity

# Years that a text names without a number: relative ones, plan periods, decades, anniversaries.
_IMPLIED = re.compile(
    "去年|今年|本年|明年|前年|上年|上一年|年初|年底|年末|五年规划|[一二三四五六七八九十]五(?:时期|规划|期间|”)|世纪|年代|周年|建党|建国|新中国|以来|本届|未来|今明|年内"
)
# A year that belongs to the name after it: the 2022 Winter Olympics, the 1992 Consensus.
_NAMED = re.compile(r" (?:[A-Z][a-z]+|[A-Z]{2,})")
_HAN = [
    "",
    *"一二三四五六七八九十",
    "十一",
    "十二",
    *(f"十{n}" for n in "三四五六七八九"),
    "二十",
    *(f"二十{n}" for n in "一二三四五六七八九"),
    "三十",
    "三十一",
]


@rule("number.date", "error")
def date(pair: Pair) -> Iterator[Mark]:
    """Every date in the English is in the Chinese: its year, and its month and day where it has them."""
    stated = [q for q in pair.quantities if q.type == "date"]
    years = {y for q in stated for y in _years(q)} | set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", pair.zh))
    years |= {q.period[:4] for q in pair.quantities if q.period}
    days = {d for q in stated if (d := _month_day(q))}
    months = {d[:2] for d in days} | {m.zfill(2) for m in re.findall(r"([0-9]{1,2})月", pair.zh)}
    there = [e for e in read_english(pair.en, pair.names_en) if e.type == "date"]
    yield from _said_for_another(pair, stated, there)
    for e in there:
        wrong = [y for y in _years(e) if y not in years]
        if wrong and not _may_be_implied(pair, e, years):
            message = f"the Chinese states no {', '.join(wrong)}"
            yield Mark(message, e.zh, ", ".join(sorted(years)), None, (e.start, e.end))
        elif (day := _month_day(e)) and not _is_stated(day, days, months) and not _is_name(day, pair.zh):
            yield Mark("the Chinese states no such day", e.zh, ", ".join(sorted(days)), None, (e.start, e.end))


def _said_for_another(pair: Pair, stated: list[Quantity], there: list[Quantity]) -> Iterator[Mark]:
    """A year of the Chinese that the English leaves out while it says another more often than the Chinese does."""
    here, said = ([y for q in side for y in _years(q)] for side in (stated, there))
    left = [y for y in dict.fromkeys(here) if y not in said]
    for e in there:
        if left and any(y in here and said.count(y) > here.count(y) for y in _years(e)):
            yield Mark(f"said instead of {left[0]}", e.zh, left[0], None, (e.start, e.end))
            return


def _may_be_implied(pair: Pair, e: Quantity, years: set[str]) -> bool:
    """去年 or 十四五 may be given in figures, and 北京冬奥会 by its year; not where a year that the Chinese prints is left."""
    implied = _IMPLIED.search(pair.zh) or _NAMED.match(pair.en, e.end)
    return implied is not None and not _unmatched(pair, years)


def _is_name(day: str, zh: str) -> bool:
    """七一 and 五四 are days that are names: 1 July, 4 May."""
    month, _, number = day.partition("-")
    return bool(number) and f"{_HAN[int(month)]}{_HAN[int(number)]}" in zh


def _is_stated(day: str, days: set[str], months: set[str]) -> bool:
    return day in days or day in months


def _unmatched(pair: Pair, years: set[str]) -> bool:
    """Whether a year that the Chinese prints is nowhere in the English: then a year of the English stands for it."""
    printed = set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)", pair.zh))
    said = {y for e in read_english(pair.en, pair.names_en) if e.type == "date" for y in _years(e)}
    return bool(printed - said)


def _years(q: Quantity) -> list[str]:
    return [v[:4] for v in (q.value, q.value_max) if v and not v.startswith("-")]


def _month_day(q: Quantity) -> str:
    """'02-07' of '2023-02-07' and of '--02-07', '02' of '2023-02', '' of a year."""
    value = q.value[2:] if q.value.startswith("--") else q.value[5:]
    return value


RULES: tuple[Rule, ...] = (date,)
