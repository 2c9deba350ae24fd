"""English numerals: digits with separators of every kind, scale words, numbers in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
UNITS = {word: n for n, word in enumerate(_WORDS)}
TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}
_ORDINAL_UNITS = {
    w: n
    for n, w in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ]
    )
}
_ORDINAL_TENS = {w: 10 * n for n, w in enumerate(["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth"], 2)}

# A comma, a thin, narrow, no-break or plain space, an apostrophe, between groups of three.
_GROUPED = (
    r"[0-9]{1,3}(?:[,\u2009\u202f\u00a0'’][0-9]{3})+(?![0-9])|(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9,]| [0-9])"
)
DIGITS = re.compile(rf"(?<![0-9])(?:{_GROUPED}|[0-9]+)(?:\.[0-9]+)?")
_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"(?:[\s-]|\u00a0|\u202f)*")
_SCALE = re.compile(
    r"[\s\u00a0\u202f-]*(?P<long>hundred|thousand|million|billion|trillion)s?(?![A-Za-z])|(?P<short>bn|tn|trn|mn|m|k)(?![A-Za-z])",
    re.I,
)


class Number(NamedTuple):
    """`scale`: what a scale word multiplied the printed number by, 1 without one; `words`: nothing in digits."""

    value: Decimal
    end: int
    scale: int = 1
    words: bool = False


def number_at(text: str, start: int, *, money: bool = False) -> Number | None:
    """The number that starts at `start`. `money`: 510m is million there, and metres elsewhere."""
    if text[start : start + 1].isdigit():
        return _digits(text, start, money)
    return _words(text, start)


def _digits(text: str, start: int, money: bool) -> Number | None:
    match = DIGITS.match(text, start)
    if match is None:
        return None
    value, end, scale = Decimal(re.sub(r"[^0-9.]", "", match[0])), match.end(), 1
    while follows := _SCALE.match(text, end):
        if short := follows["short"]:
            if end != follows.start() or (short.lower() in ("m", "k") and not money):
                break
            step = _SHORT[short.lower()]
        else:
            step = 100 if follows["long"].lower() == "hundred" else SCALES[follows["long"].lower()]
        scale *= step
        end = follows.end()
    return _and_a_half(text, Number(value * scale, end, scale))


_HALF = re.compile(r"[\s-]+and[\s-]+a[\s-]+half(?:[\s-]+(?P<scale>thousand|million|billion|trillion))?\b", re.I)


def _and_a_half(text: str, number: Number) -> Number:
    """Two and a half, two and a half million."""
    match = _HALF.match(text, number.end)
    if match is None or number.scale > 1:
        return number
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    return Number((number.value + Decimal("0.5")) * scale, match.end(), scale, number.words)


def _words(text: str, start: int) -> Number | None:
    """One hundred and forty-one million; a dozen; half a million."""
    first = _WORD.match(text, start)
    if first is None or (start and text[start - 1].isalnum()):
        return None
    if half := re.compile(r"half an? (million|billion|trillion|dozen)\b", re.I).match(text, start):
        step = 12 if half[1].lower() == "dozen" else SCALES[half[1].lower()]
        return Number(Decimal(step) / 2, half.end(), step, True)
    total = current = 0
    scale = 1
    last = 10**15
    end = start
    at = start
    fresh = True  # no unit or ten read since the last hundred or scale
    tens = False
    while word := _WORD.match(text, at):
        w = word[0].lower()
        after = _GAP.match(text, word.end())
        following = after.end() if after else word.end()
        if w in UNITS and (fresh or (tens and 0 < UNITS[w] < 10)):
            current += UNITS[w]
            fresh = tens = False
        elif w in TENS and fresh:
            current += TENS[w]
            fresh, tens = False, True
        elif w == "hundred" and 0 < current < 100 and not (current % 10 == 0 and current > 9 and fresh):
            current *= 100
            fresh, tens = True, False
        elif w in SCALES and current and SCALES[w] < last:
            last = scale = SCALES[w]
            total += current * last
            current, fresh, tens = 0, True, False
        elif w == "dozen" and 0 < current < 20 and not total:
            return Number(Decimal(current * 12), word.end(), 12, True)
        elif w in ("a", "an") and at == start:
            follows = _WORD.match(text, following)
            name = follows[0].lower() if follows else ""
            if name not in ("hundred", "dozen", *SCALES):
                return None
            current, fresh = 1, False
        elif w == "and" and end > start and fresh:
            at = following
            nxt = _WORD.match(text, at)
            if not nxt or nxt[0].lower() not in {**UNITS, **TENS}:
                break
            continue
        else:
            break
        end = word.end()
        if re.match(r"[\s\u00a0]*[.,;:!?)]", text[end : end + 2]):
            break
        at = following
    total += current
    return _and_a_half(text, Number(Decimal(total), end, scale, True)) if end > start else None


ORDINAL = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<digits>[0-9]+)(?:st|nd|rd|th)"
    rf"|(?:(?P<tens>{'|'.join(TENS)})-)?(?P<unit>{'|'.join([*_ORDINAL_UNITS, *_ORDINAL_TENS])}))(?![A-Za-z])",
    re.I,
)


def ordinal_at(text: str, start: int) -> Number | None:
    """First, twenty-first, 14th."""
    match = ORDINAL.match(text, start)
    if match is None:
        return None
    if match["digits"]:
        return Number(Decimal(match["digits"]), match.end())
    word = match["unit"].lower()
    value = TENS.get((match["tens"] or "").lower(), 0) + {**_ORDINAL_UNITS, **_ORDINAL_TENS}[word]
    return Number(Decimal(value), match.end(), 1, True)
