"""English dates to ISO 8601: 7 February 2023, November 8, February 2023, 2022, 2021–2025."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS = {name.lower(): n for n, name in enumerate(_NAMES, 1)} | {
    name[:3].lower(): n for n, name in enumerate(_NAMES, 1)
}
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:{'|'.join(n[:3] for n in _NAMES if n != 'May')})\.?)(?![A-Za-z])"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9,]*[0-9])"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])(?!,[0-9]{3})(?!\.[0-9])"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_MONTH}(?:\s+of)?,?\s+{_YEAR}",
        r"(?P<year>(?:19|20)[0-9]{2})\s*(?:[-–—−]|to)\s*(?P<last>(?:19|20)?[0-9]{2})(?![0-9%])(?!\.[0-9])",
    )
)
_ALONE = re.compile(
    _YEAR + r"(?!\s*(?:percent|per cent|%|million|billion|trillion|thousand|yuan|times|people|hours|days|months))"
)
# 2000 of the year and 2000 applications: a year stands after a word of time, or before no noun of its own.
_CUE = re.compile(
    r"(?:\b(?:in|by|since|from|until|till|before|after|during|of|to|through|year|fiscal|early|late|mid|the|for|between|spring|summer|autumn|winter|"
    r"as of|end|beginning|level|its|our|this|last|current|new|[A-Z][a-z]+),?[\s-]*|[(\[–—-]\s*|^\s*)$"
)
_NO_NOUN = re.compile(
    r"\s*(?:[,.;:!?)\]’”\"–—-]|$|(?:and|to|in|was|is|were|has|had|will|when|that|which|with|through|the|by|as|on|for|we|saw|would|target|National|Central|Government|Consensus)\b)"
)


class Date(NamedTuple):
    """ISO ends; `value_max` of a range of years."""

    value: str
    value_max: str | None
    end: int


def date_at(text: str, start: int) -> Date | None:
    """The date that starts at `start`; one without a year is '--02-07'."""
    for shape in _SHAPES:
        match = shape.match(text, start)
        if match is None:
            continue
        parts = match.groupdict()
        if last := parts.get("last"):
            first = parts["year"]
            end = last if len(last) == 4 else first[:2] + last
            if int(end) > int(first):
                return Date(first, end, match.end())
            continue
        month = MONTHS[parts["month"].rstrip(".").lower()[:3]]
        day = int(parts["day"]) if parts.get("day") else None
        if day is not None and not 1 <= day <= 31:
            continue
        year = parts.get("year")
        text_of = f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")
        return Date(text_of, None, match.end())
    match = _ALONE.match(text, start)
    if match and (_CUE.search(text[max(0, start - 16) : start]) or _NO_NOUN.match(text, match.end())):
        return Date(match["year"], None, match.end())
    return None
