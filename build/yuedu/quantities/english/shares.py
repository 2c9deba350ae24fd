"""English fractions, multiples and ranks: a third, two-thirds, half, doubled, threefold, ranked fourth, the top six."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from yuedu.quantities.english import hedges
from yuedu.quantities.english.numerals import DIGITS, ORDINAL, UNITS, digits_value, number_at, ordinal
from yuedu.quantities.model import Type
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import PERCENT, Unit, percent_of
from yuedu.quantities.units import UNITS as QUANTITY_UNITS

TIMES = Unit("次", "times")
FOLD = Unit("倍", "times", "share")
PLACE = Unit("", "place", "rank")
_YEAR = QUANTITY_UNITS["年"]
_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PARTS = "|".join(_DENOMINATORS)
_SMALL = "|".join(list(UNITS)[1:])
_OF = r"(?= of\b| to\b| in\b| by\b| from\b| or\b| and\b| less\b| more\b| on\b| that\b| the\b| as\b| were\b| are\b| is\b| was\b|[.,;:)]|$)"


def _fraction(match: re.Match[str]) -> Reading | None:
    part = Decimal(UNITS.get(match["n"], 1))
    whole = Decimal(_DENOMINATORS[match["of"].removesuffix("s").replace("halve", "half")])
    if part >= whole:
        return None
    return Reading(match.start(), match.end(), "share", percent_of(part, whole), unit=PERCENT)


def _half(match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "share", Decimal(50), unit=PERCENT)


def _half_unit(match: re.Match[str]) -> Reading:
    unit = {"year": "年", "month": "个月", "day": "天", "hour": "小时", "century": "个世纪", "decade": "年"}[
        match["unit"]
    ]
    value = Decimal(5) if match["unit"] == "decade" else Decimal("0.5")
    return Reading(match.start(), match.end(), "duration", value, unit=QUANTITY_UNITS[unit])


def _half_after(match: re.Match[str]) -> Reading:
    """A year and a half"""
    reading = _half_unit(match)
    reading.value = Decimal("1.5")
    return reading


def _half_point(match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "share", Decimal("0.5"), unit=QUANTITY_UNITS["个百分点"])


def _one_or_two(match: re.Match[str]) -> Reading:
    """A year or two is a range, a year or so about one."""
    unit = QUANTITY_UNITS[
        {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时", "decade": "年"}[match["unit"]]
    ]
    one = Decimal(10 if match["unit"] == "decade" else 1)
    two = one * 2 if match[0].endswith("two") else None
    kind: Type = "duration" if two is None else "range"
    return Reading(match.start(), match.end(), kind, one, two, unit=unit, bound="about")


def _in(match: re.Match[str]) -> Reading | None:
    """One in five, 3 out of every 100"""
    part, whole = number_at(match.string, match.start()), number_at(match.string, match.start("of"))
    if part is None or whole is None or not 0 < part.value < whole.value or part.end > match.start("of"):
        return None
    if 1900 <= whole.value <= 2100:
        return None  # 400 in 2017
    return Reading(match.start(), whole.end, "share", percent_of(part.value, whole.value), unit=PERCENT)


_TIMES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "twice": 2, "thrice": 3}


def _times(match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "share", Decimal(_TIMES[match["word"]]), unit=FOLD)


def _often(match: re.Match[str]) -> Reading:
    return Reading(match.start(), match.end(), "count", Decimal(_TIMES[match["word"]]), unit=TIMES)


def _fold(match: re.Match[str]) -> Reading:
    n = match["n"]
    value = Decimal(UNITS[n]) if n in UNITS else digits_value(n)
    return Reading(match.start(), match.end(), "share", value, unit=FOLD)


def _nth_time(match: re.Match[str]) -> Reading:
    """For the fourth consecutive year, the 40th anniversary: a stretch of so many years"""
    return Reading(match.start(), match.end(), "duration", Decimal(ordinal(match["n"])), unit=_YEAR)


def _crowns(match: re.Match[str]) -> Reading:
    unit = Unit("连冠", "consecutive first places")
    return Reading(match.start(), match.end(), "count", Decimal(ordinal(match["n"])), unit=unit)


def _rank(match: re.Match[str]) -> Reading:
    text = match["n"]
    value = 1 if text in ("top", "highest") else int(text) if text.isdigit() else ordinal(text)
    return Reading(match.start(), match.end(), "rank", Decimal(value), unit=PLACE)


def _top(match: re.Match[str]) -> Reading | None:
    number = number_at(match.string, match.start("n"))
    if number is None:
        return None
    return Reading(match.start(), number.end, "rank", Decimal(1), number.value, unit=PLACE)


_RANKED = (
    r"(?<=rank )|(?<=ranks )|(?<=ranked )|(?<=ranking )|(?<=came )|(?<=come )|(?<=comes )|(?<=placed )|(?<=finished )"
    r"|(?<=stood )|(?<=stands )|(?<=remained )|(?<=remains )|(?<=rose to )|(?<=now )|(?<=ranked joint )|(?<=placing )"
)
_NOUN = r"(?= (?:place|position|spot|nationwide|nationally|globally|worldwide|in (?:the (?:country|nation|world|province)|china|asia)\b))"
_HEAD = r"(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|hundredth|thousandth)"

# Ordered. Each row: an example, the pattern from its first character on, what reads it.
SHAPES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...] = tuple(
    (example, re.compile(pattern), reader)
    for example, pattern, reader in (
        ("two-thirds", rf"(?P<n>{_SMALL})[ -](?P<of>(?:{_PARTS})s|halves)\b(?! of (?:20|19))", _fraction),
        ("one-third", rf"(?P<n>one)[ -](?P<of>{_HEAD})\b", _fraction),
        ("another third", rf"(?P<n>another|a further|an additional|one more)[ -](?:one-)?(?P<of>(?!half|second){_HEAD})\b{_OF}", _fraction),
        ("a third", rf"(?P<n>a)[ -](?P<of>(?!half){_HEAD})\b{_OF}", _fraction),
        ("a quarter of the", r"(?P<n>a)[ -](?P<of>quarter)(?= of\b)", _fraction),
        ("half a percentage point", r"half(?:[ -]an?)?[ -](?:percentage |percent )point", _half_point),
        ("a year or two", r"(?:a|an|one) (?P<unit>year|month|week|day|hour|decade) or (?:two|so)\b", _one_or_two),
        ("a year and a half", r"(?:a|one) (?P<unit>year|month|day|hour|century|decade) and a half\b", _half_after),
        ("half a year", r"(?:half[ -]an?[ -]|an? half[ -]|half[ -])(?P<unit>year|month|day|hour|century|decade)\b(?!ly)", _half_unit),
        ("half", r"(?<!second )(?<!latter )(?<!other )half(?![a-z-])(?= (?:of|the|their|its|our|that|from|in|by|or|on|were|are|is|as|over|this|to|and)\b|[.,;:)]|$)(?! of (?:the year|this year|last year|20|19))", _half),
        ("halved", r"halv(?:e|ed|es|ing)\b", _half),
        ("one in five", rf"(?:{_SMALL}|{DIGITS}) (?:in|out of)(?: every)? (?P<of>(?:{_SMALL}|{DIGITS}))(?! ?(?:years|months|days|%|per))\b", _in),
        ("doubled", r"(?P<word>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|e(?= (?:the|its|their|that|in|by|to|from|over|per|on|this|our|again|within|between|every|between|twice)\b|[.,;]|$)|es)\b(?! down)", _times),
        ("twice the", r"(?P<word>twice|thrice|tripl|doubl)(?:e)?(?= (?:the|that|as|their|its|what|this|those|last)\b)", _times),
        ("twice a year", r"(?P<word>twice|thrice)\b", _often),
        ("threefold", rf"(?P<n>{_SMALL}|{DIGITS})[ -]?fold\b", _fold),
        ("fourth consecutive first place", rf"(?P<n>{ORDINAL}) (?:consecutive|straight|successive) (?:first place|championship|title|win|top ranking|no\. 1)s?", _crowns),
        ("fourth consecutive year", rf"(?P<n>{ORDINAL}) (?:consecutive |straight |successive )(?:years?|time)\b|(?P<m>{ORDINAL}) year (?:running|in a row|in succession)", lambda m: _consecutive(m)),
        ("40th anniversary", rf"(?P<n>{ORDINAL}) (?:anniversar(?:y|ies)|birthday)", _nth_time),
        ("ranked fourth", rf"(?:{_RANKED})(?P<n>{ORDINAL})(?! (?:to|place of)\b)(?:[ -](?:place|position))?", _rank),
        ("first place", rf"(?P<n>{ORDINAL})[ -](?:place|position)\b|(?P<m>{ORDINAL}){_NOUN}", lambda m: _placed(m)),
        ("No. 1 in", r"(?<=no\. )(?P<n>[0-9]{1,2})(?= (?:in|among|nation|position|spot|place|world))", _rank),
        ("first for four years", r"(?P<n>first)(?= for (?:the )?\w+ (?:\w+ )?years?)", _rank),
        ("top six", rf"top (?P<n>{_SMALL}|[1-9][0-9]?(?![0-9]))(?! ?(?:%|per))", _top),
    )
)  # fmt: skip


def _consecutive(match: re.Match[str]) -> Reading:
    n = match["n"] or match["m"]
    return Reading(match.start(), match.end(), "duration", Decimal(ordinal(n)), unit=_YEAR)


def _placed(match: re.Match[str]) -> Reading:
    n = match["n"] or match["m"]
    return Reading(match.start(), match.end(), "rank", Decimal(ordinal(n)), unit=PLACE)


def read(text: str, position: int, floor: int) -> Reading | None:
    """The share or rank that starts at `position`; its hedge may reach back to `floor`. `text` in plain letters."""
    for _, pattern, reader in SHAPES:
        match = pattern.match(text, position)
        if match and (reading := reader(match)):
            return _hedged(text, reading, floor)
    return None


def _hedged(text: str, reading: Reading, floor: int) -> Reading:
    if reading.type == "rank":
        return reading
    reading.start, before = hedges.before(text, floor, reading.start)
    reading.end, after = hedges.after(text, reading.end)
    if reading.bound == "exact":
        reading.bound = before if before != "exact" else after
    return reading
