"""English fractions, multiples and ranks: a third, half of, doubled, threefold, one in five, ranked first."""

from __future__ import annotations

import re
from decimal import Decimal

from yuedu.quantities.english.numerals import TENS, UNITS, ordinal_at
from yuedu.quantities.english.units import POINTS, TIMES, YEARS
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import PERCENT, Unit, percent_of

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000, "percent": 100,
}  # fmt: skip
_N = "|".join([*list(UNITS)[1:], *TENS])
_FRACTION = re.compile(
    rf"(?:(?P<n>{_N})[\s-]+|(?P<a>an?)\s+)(?P<d>{'|'.join(d for d in _DENOMINATORS if d != 'percent')})s?(?![A-Za-z-])"
    r"(?!\s+(?:time|year|quarter|session|plenary|meeting|batch|round|phase|stage|generation|country|party|line|century))",
    re.I,
)
_HALF = re.compile(
    r"half(?![A-Za-z-])(?!\s+(?:a|an)\s+(?:million|billion|trillion|dozen))(?!\s+of (?:the year|20\d\d|this year|last year))",
    re.I,
)
_HALF_TIME = re.compile(
    r"(?:half an?|a half|half)[\s-]*(?P<unit>year|month|hour|day|century|decade)s?\b|(?P<six>six|6)[\s-]months?\b", re.I
)
_ONE_IN = re.compile(rf"(?P<n>{_N}|[0-9]+) (?:in|out of) (?:every )?(?P<d>{_N}|[0-9]+)(?![A-Za-z0-9,])", re.I)
_FOLDS = {"doubl": 2, "redoubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_FOLD = re.compile(
    r"(?P<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:e|es|ed|ing|y)\b(?![\s-]*(?:random|first-class|check|track))",
    re.I,
)
_TWICE = re.compile(r"(?P<w>twice|thrice)\b", re.I)
_NFOLD = re.compile(rf"(?P<n>{_N})[\s-]?fold\b", re.I)
_HALVE = re.compile(r"halv(?:e|es|ed|ing)\b", re.I)
_RANK = re.compile(
    r"(?:rank(?:ed|s|ing)?|came|come|comes|coming|placed?|stood|stands|finish(?:ed|es)|remain(?:ed|s)?|rose|risen|moved|be|is|was|among)[^.;]{0,28}$",
    re.I,
)
_TOP = re.compile(r"top (?P<n>[0-9]+|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
PLACE = Unit("", "place", "rank")
ORDINAL = Unit("第", "ordinal", "rank")


def _value(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(UNITS.get(word.lower(), TENS.get(word.lower(), 0)))


def share_at(text: str, start: int) -> Reading | None:
    """The fraction, multiple or rank that starts at `start`."""
    if match := _HALF_TIME.match(text, start):
        unit = (match["unit"] or "").lower()
        if match["six"] or unit == "year":
            return Reading(start, match.end(), "duration", Decimal("0.5"), unit=YEARS)
        factor = {"decade": (YEARS, Decimal(5)), "century": (YEARS, Decimal(50))}.get(unit)
        if factor:
            return Reading(start, match.end(), "duration", factor[1], unit=factor[0])
        return None
    if match := _ONE_IN.match(text, start):
        part, whole = _value(match["n"]), _value(match["d"])
        if 0 < part < whole <= 1000 and not (whole > 1900):
            return Reading(start, match.end(), "share", percent_of(part, whole), unit=PERCENT)
    if match := _FRACTION.match(text, start):
        part = _value(match["n"]) if match["n"] else Decimal(1)
        return Reading(
            start, match.end(), "share", percent_of(part, Decimal(_DENOMINATORS[match["d"].lower()])), unit=PERCENT
        )
    if match := _HALF.match(text, start):
        return Reading(start, match.end(), "share", Decimal(50), unit=PERCENT)
    if match := _HALVE.match(text, start):
        return Reading(start, match.end(), "share", Decimal(50), unit=PERCENT)
    if match := _FOLD.match(text, start):
        return Reading(start, match.end(), "share", Decimal(_FOLDS[match["stem"].lower()]), unit=TIMES)
    if match := _NFOLD.match(text, start):
        return Reading(start, match.end(), "share", _value(match["n"]), unit=TIMES)
    if match := _TWICE.match(text, start):
        return Reading(start, match.end(), "count", Decimal(2 if match["w"].lower() == "twice" else 3), unit=TIMES)
    if match := _TOP.match(text, start):
        return Reading(start, match.end(), "rank", Decimal(1), _value(match["n"]), unit=PLACE)
    return _ordinal(text, start)


def _ordinal(text: str, start: int) -> Reading | None:
    """First of a ranking is a rank; of a list, an anniversary, a plan or a session an ordinal, which counts nothing."""
    number = ordinal_at(text, start)
    if number is None:
        return None
    ranked = _RANK.search(text, max(0, start - 40), start) and not re.match(
        r"\s+(?:time|step|session|plenary)", text[number.end :]
    )
    return Reading(start, number.end, "rank", number.value, unit=PLACE if ranked else ORDINAL)


__all__ = ["ORDINAL", "PLACE", "POINTS", "share_at"]
