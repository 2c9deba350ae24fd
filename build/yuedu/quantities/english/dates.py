"""English dates to ISO 8601: 7 February 2023, February 7, 2023, November 2022, 2016-2020, the 1990s, the first half of 2022."""

from __future__ import annotations

import re
from collections.abc import Callable

from yuedu.quantities.dates import Date

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec"
)
MONTHS = {name: n for n, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_M = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])(?:(?<=\b[a-z]{3})(?<!may)\.)?"
_Y = r"(?:1[89]|20)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9])"
_D = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9])"
_TO = r" ?(?:-|to|through|until|and) ?"
_PART = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _number(text: str) -> int:
    return int(re.match("[0-9]+", text)[0])  # type: ignore[index]


def _month_of(text: str) -> int:
    return MONTHS[text.rstrip(".")]


def _day(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    month, day = _month_of(match["month"]), _number(match["day"])
    if not 1 <= day <= 31:
        return None
    year = groups.get("year") or "-"
    last = groups.get("last_day")
    if last is None:
        return Date(f"{year}-{month:02d}-{day:02d}", None, match.end())
    last_month = _month_of(groups["last_month"]) if groups.get("last_month") else month
    return Date(f"{year}-{month:02d}-{day:02d}", f"{year}-{last_month:02d}-{_number(last):02d}", match.end())


def _month(match: re.Match[str]) -> Date | None:
    year = match["year"] or "-"
    last = match.groupdict().get("last_month")
    end = f"{year}-{_month_of(last):02d}" if last else None
    return Date(f"{year}-{_month_of(match['month']):02d}", end, match.end())


def _part(match: re.Match[str]) -> Date | None:
    year, part = match["year"] or "-", match["part"]
    if match["unit"] == "half":
        first, last = (1, 6) if _PART[part] == 1 else (7, 12)
    elif match["count"]:
        first, last = 1, 3 * {"two": 2, "three": 3, "2": 2, "3": 3}[match["count"]]
    else:
        first, last = 3 * _PART[part] - 2, 3 * _PART[part]
    return Date(f"{year}-{first:02d}", f"{year}-{last:02d}", match.end())


def _years(match: re.Match[str]) -> Date | None:
    first, last = match["year"], match["last_year"]
    last = first[: 4 - len(last)] + last
    return Date(first, last, match.end()) if last > first else None


def _decade(match: re.Match[str]) -> Date | None:
    first = int(match["year"])
    return Date(f"{first:04d}", f"{first + 9:04d}", match.end())


def _century(match: re.Match[str]) -> Date | None:
    first = (_number(match["n"]) - 1) * 100
    return Date(f"{first + 1:04d}", f"{first + 100:04d}", match.end())


def _year(match: re.Match[str]) -> Date | None:
    return Date(match["year"], None, match.end())


# Ordered: the longer shape first. Each row: an example, the pattern from its first character on, what reads it.
SHAPES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Date | None]], ...] = tuple(
    (example, re.compile(pattern), reader)
    for example, pattern, reader in (
        (
            "1 to 7 October 2021",
            rf"(?P<day>{_D})(?: (?:of )?(?P<month_1>{_M}))?{_TO}(?P<last_day>{_D}) (?:of )?(?P<month>{_M})(?:,? (?P<year>{_Y}))?",
            lambda m: _spanned(m),
        ),
        ("7 February 2023", rf"(?P<day>{_D}) (?:of )?(?P<month>{_M})(?:,? (?P<year>{_Y}))?", _day),
        (
            "October 1-7, 2021",
            rf"(?P<month>{_M}) (?P<day>{_D}){_TO}(?:(?P<last_month>{_M}) )?(?P<last_day>{_D})(?:,? (?P<year>{_Y}))?(?! ?(?:percent|%|million))",
            _day,
        ),
        ("February 7, 2023", rf"(?P<month>{_M}) (?P<day>{_D})(?:,? (?P<year>{_Y}))?(?! ?(?:percent|%|million))", _day),
        ("2026-02-09", rf"(?P<year>{_Y})[-/](?P<month_n>[0-9]{{1,2}})[-/](?P<day>[0-9]{{1,2}})(?![0-9])", lambda m: _iso(m)),
        ("January to June 2022", rf"(?P<month>{_M}){_TO}(?P<last_month>{_M})(?: (?:of )?(?P<year>{_Y}))?", _month),
        ("November 2022", rf"(?P<month>{_M})(?:,? (?:of )?(?P<year>{_Y}))", _month),
        ("in March", rf"(?P<month>(?!may)(?!march on)(?:{_M}))(?P<year>(?!))?", _month),
        ("in May", r"(?<=in )(?P<month>may)(?P<year>(?!))?(?![a-z])", _month),
        (
            "first half of 2022",
            rf"(?P<part>first|second|last|1st|2nd)[ -](?P<count>(?!))?(?P<unit>half)(?! year\b)(?! of (?!the year|this|last|{_Y}))(?: of (?:the year )?(?P<year>{_Y}))?",
            _part,
        ),
        (
            "first three quarters of 2022",
            rf"(?P<part>first)[ -](?P<count>two|three|2|3) (?P<unit>quarter)s(?: of (?P<year>{_Y}))?",
            _part,
        ),
        (
            "first quarter of 2022",
            rf"(?P<part>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[ -](?P<count>(?!))?(?P<unit>quarter)(?: of (?P<year>{_Y}))?",
            _part,
        ),
        ("2016-2020", rf"(?P<year>{_Y}) ?(?:-|to|through|and) ?(?P<last_year>{_Y})", _years),
        ("2021-25", r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<last_year>[0-9]{2})(?![0-9/-])", _years),
        ("1990s", r"(?P<year>(?:1[89]|20)[0-9]0)'?s\b", _decade),
        ("21st century", r"(?P<n>(?:1[89]|2[01])(?:st|nd|rd|th)) century", _century),
        ("2022", rf"(?P<year>{_Y})", _year),
    )
)  # fmt: skip


def _spanned(match: re.Match[str]) -> Date | None:
    year, first, last = match["year"] or "-", match["month_1"] or match["month"], match["month"]
    start = f"{year}-{_month_of(first):02d}-{_number(match['day']):02d}"
    return Date(start, f"{year}-{_month_of(last):02d}-{_number(match['last_day']):02d}", match.end())


def _iso(match: re.Match[str]) -> Date | None:
    month, day = int(match["month_n"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(f"{match['year']}-{month:02d}-{day:02d}", None, match.end())


# A bare four-digit number is a year unless it is counted: 2000 yuan, 2,000, $2000, 1949 enterprises is left to the words.
_COUNTED = re.compile(
    r"[ \xa0-]?(?:%|per ?cent|percentage|yuan|rmb|dollars?|people|persons?|mu\b|hectares?|ton(?:ne)?s?\b|kilomet|met(?:er|re)s?\b"
    r"|hours?\b|days?\b|households?|enterprises?|companies|firms|projects?|times\b|million|billion|trillion|thousand|items?\b"
    r"|more\b|schools?|villages?|towns?|m²|km)"
)


_PLURAL = re.compile(r" (?!was|has|is|sees|this|his)[a-z]{3,}s\b")
_OF_TIME = re.compile(
    r"(?:^|[(\[-]|\b(?:in|by|since|from|until|till|before|after|during|of|to|through|year|fiscal|early|late|mid|the|for|between|and"
    r"|end|beginning|its|our|this|last|current)),? ?$"
)


def _is_counted(text: str, start: int, end: int) -> bool:
    """2000 yuan, 2000 applications; in 2000 applications fell."""
    if _COUNTED.match(text, end):
        return True
    return _PLURAL.match(text, end) is not None and _OF_TIME.search(text, max(0, start - 14), start) is None


_NAME = re.compile(r"\blong $")  # the Long March is no month


def read(text: str, position: int) -> Date | None:
    """The date that starts at `position`, or None. `text` in plain letters."""
    if position and (text[position - 1].isalnum() or text[position - 1] in "$€£¥"):
        return None
    if _NAME.search(text, max(0, position - 5), position):
        return None
    for example, pattern, reader in SHAPES:
        if match := pattern.match(text, position):
            if example == "2022" and (
                _is_counted(text, match.start(), match.end()) or text[match.end() : match.end() + 1].isalpha()
            ):
                return None
            if date := reader(match):
                return date
    return None
