"""The reader of English quantities.

    text ─ plain letters ─ shares, traps, dates, amounts (the first that fits) ─ elision → [Quantity]

1. Every `zh` (the words as printed) is `text[start:end]`; quantities are ordered and never overlap.
2. A number inside a name or a trap is none.
3. Any text is read; none raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.quantities.direction import Before
from yuedu.quantities.english import amounts, dates, direction, elision, shares, traps, units
from yuedu.quantities.english.letters import plain as letters
from yuedu.quantities.english.numerals import ORDINALS, SCALES, TENS, UNITS
from yuedu.quantities.model import Context, Quantity
from yuedu.quantities.reading import Reading
from yuedu.quantities.scanning import scan
from yuedu.quantities.units import plain

# Where a quantity may begin, hedge and currency aside.
_WORDS = sorted(
    {*UNITS, *TENS, *ORDINALS, *dates.MONTHS, *SCALES, "hundred", "dozen", "a", "an", "half", "halved", "halving",
     "doubl", "tripl", "trebl", "quadrupl", "quintupl", "twice", "thrice", "top"},
    key=len, reverse=True,
)  # fmt: skip
_START = re.compile(r"(?<![0-9])[0-9]|(?<![a-z])(?:" + "|".join(_WORDS) + ")")
_RUN = re.compile(r"[0-9]+(?:[.,' \xa0](?=[0-9])[0-9]+)*|[a-z]+|(?s:.)")
# 1,000M broadband: no metres, and only beside a currency a million.
_CODES = re.compile(r"(?<![$€£¥0-9.,])(?<!RMB)(?<!CNY)(?<!RMB )(?<!CNY )[0-9][0-9,]*[MG](?![A-Za-z0-9])")
NO_CONTEXT = Context()


def read(text: str, *, names: Sequence[tuple[int, int]] = (), context: Context = NO_CONTEXT) -> list[Quantity]:
    """The quantities of an English text, in order. `names`: spans whose numbers are their own.

    `context.year` completes a date without a year. `status` is `structural` for what English merely spells out
    (the three regions), else `actual`.
    """
    lower = letters(text)
    blocked = sorted([*names, *(match.span() for match in _CODES.finditer(text))])
    readings = scan(lower, blocked, _START, _RUN, lambda position, floor: _at(text, lower, position, floor))
    elision.share_units(lower, readings)
    found: list[Quantity] = []
    for reading in readings:
        alike = found and reading.unit.zh and found[-1].unit_zh == reading.unit.zh
        last = Before(found[-1].end, found[-1].change) if alike else None
        found.append(_settle(text, lower, reading, context, last))
    return found


def _at(printed: str, text: str, position: int, floor: int) -> Reading | int | None:
    """The quantity that starts at `position`, the end of a number that is none, or None."""
    if reading := shares.read(text, position, floor):
        return reading
    if _may_be_a_date(printed, text, position, floor) and (date := dates.read(text, position)):
        return Reading(position, date.end, "date", text=date.value, text_max=date.value_max)
    if end := traps.skip(text, position):
        return end
    return amounts.read(text, position, floor)


def _may_be_a_date(printed: str, text: str, position: int, floor: int) -> bool:
    """May and March are months with a capital; RMB 2020 is no year, [2023] the number of a document."""
    if printed.startswith(("may", "mar"), position) or text[max(0, position - 1) : position] in ("〔", "[", "【"):
        return False
    return units.currency_before(text, floor, position) is None


def _settle(text: str, lower: str, reading: Reading, context: Context, last: Before | None) -> Quantity:
    return Quantity(
        start=reading.start,
        end=reading.end,
        zh=text[reading.start : reading.end],
        type=reading.type,
        value=(_iso(reading.text, context) or "") if reading.value is None else plain(reading.value),
        value_max=_iso(reading.text_max, context) if reading.value_max is None else plain(reading.value_max),
        unit_zh=reading.unit.zh,
        unit_en=reading.unit.en if reading.unit_en is None else reading.unit_en,
        currency=_currency(lower, reading, context),
        bound=reading.bound,
        period=None,
        status="structural" if reading.structural else "actual",
        per=_land(lower, reading.end),
        whole=reading.unit.zh in ("倍", "次") and _OF_WHAT.match(lower, reading.end) is not None,
        change=None if reading.type == "date" else direction.change(lower, reading.start, reading.end, last),
    )


_LAND = re.compile(r"(?: of [a-z]+)?(?: (?:per|a|an|each|every) |/)(?P<land>mu|hectares?|ha)\b")
# 2.5 times that of the year before, four times its former level, twice as many
_OF_WHAT = re.compile(
    r" (?:the|that|those|what|its|their|his|as|(?:in|of) (?:the )?(?:20|19)[0-9]{2}|last year's|this|our|[a-z]+'s)\b"
)


def _land(text: str, end: int) -> str | None:
    """6 tonnes per hectare, 400 kg a mu: the land that an amount is for."""
    match = _LAND.match(text, end)
    return None if match is None else "mu" if match["land"] == "mu" else "hectares"


_COUNTRY = re.compile(
    r"(?<![a-z])(?:us|u\.s\.|hk|nt|a|c|s|mop|american|hong kong|canadian|australian|singapore|taiwan) ?(?:\$|dollars?)|(?<![a-z])(?:usd|hkd)"
)


def _currency(text: str, reading: Reading, context: Context) -> str | None:
    """The currency, and for a $ or a dollar of no country that of the context."""
    own = reading.unit.currency
    if context.currency is None or own != "USD":
        return own
    return own if _COUNTRY.search(text, max(0, reading.start - 3), reading.end) else context.currency


def _iso(date: str | None, context: Context) -> str | None:
    """A date with the year of its context where it has none: '--02-07' said in 2023 is '2023-02-07'."""
    if date is None or context.year is None or not date.startswith("-"):
        return date
    return f"{context.year}-{date.lstrip('-')}"
