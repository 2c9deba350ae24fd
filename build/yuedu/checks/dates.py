"""Dates of both languages: a year, a month or a day that the Chinese does not state is a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks.matching import read_english
from yuedu.checks.pair import Pair
from yuedu.checks.rule import Mark, Rule, rule
from yuedu.quantities.model import Quantity

# Years that a text names without a number: relative ones, plan periods, decades, anniversaries.
_IMPLIED = re.compile(
    "去年|今年|本年|明年|前年|上年|上一年|年初|年底|年末|五年规划|[一二三四五六七八九十]五(?:时期|规划|期间|”)|世纪|年代|周年|建党|建国|新中国|以来|本届|未来|今明|年内"
)


@rule("number.date", "error")
def date(pair: Pair) -> Iterator[Mark]:
    """Every date in the English is in the Chinese: its year, and its month and day where it has them."""
    stated = [q for q in pair.quantities if q.type == "date"]
    years = {y for q in stated for y in _years(q)} | set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", pair.zh))
    years |= {q.period[:4] for q in pair.quantities if q.period}
    days = {d for q in stated if (d := _month_day(q))}
    months = {d[:2] for d in days} | {m.zfill(2) for m in re.findall(r"([0-9]{1,2})月", pair.zh)}
    for e in read_english(pair.en, pair.names_en):
        if e.type != "date":
            continue
        wrong = [y for y in _years(e) if y not in years]
        if wrong and not _may_be_implied(pair, years):
            message = f"the Chinese states no {', '.join(wrong)}"
            yield Mark(message, e.zh, ", ".join(sorted(years)), None, (e.start, e.end))
        elif (day := _month_day(e)) and not _is_stated(day, days, months):
            yield Mark("the Chinese states no such day", e.zh, ", ".join(sorted(days)), None, (e.start, e.end))


def _may_be_implied(pair: Pair, years: set[str]) -> bool:
    """去年 or 十四五 may be given in figures; not where a year that the Chinese prints is left over."""
    return _IMPLIED.search(pair.zh) is not None and not _unmatched(pair, years)


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
