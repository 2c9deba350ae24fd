"""Dates of both languages: a year, a month or a day that the Chinese does not state is a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yuedu.checks import implied
from yuedu.checks.pair import Pair
from yuedu.checks.reading import read_english
from yuedu.checks.rule import Mark, Rule, rule
from yuedu.quantities.model import Quantity

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
    """Every date in the English is in the Chinese: its year, and its month and day where it has them.

    A year said for another is an error. One that the Chinese leaves out is a warning in a pair whose year nobody gave.
    """
    stated = [q for q in pair.quantities if q.type == "date"]
    years = _known(pair, stated)
    days = {d for q in stated if (d := _month_day(q))}
    months = {d[:2] for d in days} | {m.zfill(2) for m in re.findall(r"([0-9]{1,2})月", pair.zh)}
    there = [e for e in read_english(pair.en, pair.names_en, pair.currency) if e.type == "date"]
    left = _left(pair, stated, there)
    yield from _said_for_another(pair, stated, there)
    for e in there:
        wrong = [] if _is_known(e, years) else [y for y in _years(e) if int(y) not in years]
        if wrong:
            yield from _unstated(pair, e, wrong, left)
        elif (day := _month_day(e)) and not _is_stated(day, days, months) and not _is_name(day, pair.zh):
            yield Mark("the Chinese states no such day", e.zh, ", ".join(sorted(days)), None, (e.start, e.end))


def _unstated(pair: Pair, e: Quantity, wrong: list[str], left: list[str]) -> Iterator[Mark]:
    """A year that the Chinese does not give: said for one that it gives, implied, or the English's own."""
    message = f"the Chinese states no {', '.join(wrong)}"
    if left:
        yield Mark(message, e.zh, ", ".join(left), None, (e.start, e.end))
    elif _NAMED.match(pair.en, e.end) or (pair.kind != "pair" and implied.IMPLIED.search(pair.zh)):
        return
    elif pair.kind != "pair":
        yield Mark(message, e.zh, "", None, (e.start, e.end))
    elif pair.year is None or not implied.IMPLIED.search(pair.zh):
        said = "; a year that it implies is known with --year" if pair.year is None else ""
        yield Mark(f"{message}{said}", e.zh, "", None, (e.start, e.end), "warning")


def _known(pair: Pair, stated: list[Quantity]) -> set[int]:
    """Every year that the Chinese prints or gives."""
    known = {y for q in stated for y in _range(q)} | {
        int(y) for y in re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", pair.zh)
    }
    known |= {int(q.period[:4]) for q in pair.quantities if q.period}
    return known | set(implied.years(pair.zh, pair.year))


def _range(q: Quantity) -> range:
    ends = [int(y) for y in _years(q)]
    return range(ends[0], ends[-1] + 1) if ends else range(0)


def _is_known(e: Quantity, years: set[int]) -> bool:
    """Every end of it; of a decade any of its years."""
    ends = [int(y) for y in _years(e)]
    if len(ends) == 2 and ends[0] % 10 == 0 and ends[1] == ends[0] + 9:
        return any(y in years for y in _range(e))
    return all(y in years for y in ends)


def _left(pair: Pair, stated: list[Quantity], there: list[Quantity]) -> list[str]:
    """The years that the Chinese gives for certain and the English says in no way."""
    said = {y for e in there for y in _range(e)}
    left = [q for q in stated if {int(y) for y in _years(q)} - said and _is_absolute(q, pair.year)]
    named = [
        str(year)
        for word, year in (implied.named(pair.zh, pair.year) if pair.year else ())
        if year not in said and not _IN_WORDS.search(pair.en)
    ]
    return list(dict.fromkeys([*(y for q in left for y in _years(q)), *named]))


_IN_WORDS = re.compile(
    r"\b(?:this|last|next|previous|preceding|current|coming|past|year before|same) (?:year|period)|\b(?:year|annual|months?)\b",
    re.I,
)


def _is_absolute(q: Quantity, year: int | None) -> bool:
    """Whether the year is printed: not that of 去年11月."""
    return re.search(r"[0-9０-９〇○一二三四五六七八九]{4}年?|年代|世纪|[0-9]{4}", q.zh) is not None


def _said_for_another(pair: Pair, stated: list[Quantity], there: list[Quantity]) -> Iterator[Mark]:
    """A year of the Chinese that the English leaves out while it says another more often than the Chinese does."""
    here, said = ([y for q in side for y in _years(q)] for side in (stated, there))
    left = [y for y in dict.fromkeys(here) if y not in said]
    for e in there:
        if left and any(y in here and said.count(y) > here.count(y) for y in _years(e)):
            yield Mark(f"said instead of {left[0]}", e.zh, left[0], None, (e.start, e.end))
            return


def _is_name(day: str, zh: str) -> bool:
    """七一 and 五四 are days that are names: 1 July, 4 May."""
    month, _, number = day.partition("-")
    return bool(number) and f"{_HAN[int(month)]}{_HAN[int(number)]}" in zh


def _is_stated(day: str, days: set[str], months: set[str]) -> bool:
    return day in days or day in months


def _years(q: Quantity) -> list[str]:
    return [v[:4] for v in (q.value, q.value_max) if v and not v.startswith("-")]


def _month_day(q: Quantity) -> str:
    """'02-07' of '2023-02-07' and of '--02-07', '02' of '2023-02', '' of a year."""
    value = q.value[2:] if q.value.startswith("--") else q.value[5:]
    return value


RULES: tuple[Rule, ...] = (date,)
