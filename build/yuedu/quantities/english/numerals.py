"""English numerals to exact decimals: 121,600, 1.262 billion, a hundred and eighty-one, one and a half million, dozen.

All patterns are for texts in plain `letters`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)
UNITS = {word: n for n, word in enumerate(_BELOW_TWENTY.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_ALL_SCALES = {"hundred": 100, "dozen": 12} | SCALES

ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split())} | {word[:-1] + "ieth": n for word, n in TENS.items()}

# 121,600; 121 600 with a thin, a no-break or an ordinary space; 121'600
DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]{1,3}(?:\xa0[0-9]{3})++(?![0-9])|[0-9]{1,3}(?:'[0-9]{3})++(?![0-9])"
    r"|(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3})++(?!,?[0-9]| [0-9])|[0-9]++)(?:\.[0-9]++)?+"
)
WORD = "(?:" + "|".join([*UNITS, *TENS]) + ")"
_SCALE_AFTER = re.compile(rf"[ \xa0-]?({'|'.join(SCALES)}|hundred(?! and)|dozen)s?\b(?!fold)")
_SHORT_AFTER = re.compile(rf"[ \xa0]?({'|'.join(sorted(_SHORT, key=len, reverse=True))})\b(?!['/²³])")
_DIGITS = re.compile(DIGITS)
_TOKEN = re.compile(r"[a-z]+")
_GAP = re.compile(r"(?:,? and |[ \xa0-])(?=[a-z])")
_ARTICLE = re.compile(rf"an? (?=(?:good |full |whole )?(?:{'|'.join(_ALL_SCALES)})\b(?! of\b))")
_HALF_SCALE = re.compile(rf"half[ -]an?[ -]({'|'.join(_ALL_SCALES)})\b|an?[ -]half[ -]({'|'.join(_ALL_SCALES)})\b")
_AND_A_HALF = re.compile(r"[ -]and[ -]an?[ -]half\b(?! of)| ?(?:½|1/2\b)")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b")
_VAGUE = re.compile(r"s\b")


@dataclass(frozen=True, slots=True)
class Number:
    """`spelled`: printed in words. `scale`: what million or billion multiplied it by, 1 without."""

    start: int
    end: int
    value: Decimal
    spelled: bool
    scale: int = 1


def digits_value(text: str) -> Decimal:
    """`121,600.5` to its value, whatever separates the thousands."""
    return Decimal(re.sub("[,' \xa0]", "", text))


def number_at(text: str, position: int) -> Number | None:
    """The cardinal that starts at `position`; None for an ordinal, a vague plural (hundreds of) and no number."""
    if match := _HALF_SCALE.match(text, position):
        scale = _ALL_SCALES[match[1] or match[2]]
        return Number(position, match.end(), Decimal(scale) / 2, True, scale)
    if match := _DIGITS.match(text, position):
        return None if _ORDINAL_END.match(text, match.end()) else _digits(text, match)
    return _words(text, position)


def _digits(text: str, match: re.Match[str]) -> Number:
    value, end, scale = digits_value(match[0]), match.end(), 1
    if half := re.compile(r" ?½").match(text, end):
        value, end = value + Decimal("0.5"), half.end()
    while after := _SCALE_AFTER.match(text, end):
        scale, end = scale * _ALL_SCALES[after[1]], after.end()
    if scale == 1 and (short := _SHORT_AFTER.match(text, end)) and _may_be_short(text, match, short):
        scale, end = _SHORT[short[1]], short.end()
    return Number(match.start(), end, value * scale, False, scale)


def _may_be_short(text: str, match: re.Match[str], short: re.Match[str]) -> bool:
    """`5m` is five million beside a currency only, else metres; `3bn` is always three billion."""
    if short[1] not in ("m", "k"):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    return re.search(r"[$¥€£]\s?$|rmb\s?$|cny\s?$", before) is not None or (short[1] == "k" and short[0] == "k")


def _words(text: str, position: int) -> Number | None:
    first = _ARTICLE.match(text, position)
    if first and position and text[position - 1].isalnum():
        return None
    end = first.end() if first else position
    total, group = 0, (1 if first else None)
    last = "article" if first else ""
    largest = 10**15
    scale = 1
    here = end
    while token := _TOKEN.match(text, here):
        word = token[0]
        if (n := _value(word)) is not None and _fits(n, group, last):
            group = (group or 0) + n
            last = "tens" if word in TENS else "unit"
        elif word in ("hundred", "dozen") and group is not None and group < 100 and last != "hundred":
            group *= _ALL_SCALES[word]
            last, scale = "hundred", _ALL_SCALES[word]
        elif word in SCALES and group is not None and SCALES[word] < largest:
            total += group * SCALES[word]
            largest, group, last, scale = SCALES[word], None, "scale", SCALES[word]
        else:
            break
        end = token.end()
        if last == "scale" and (half := _AND_A_HALF.match(text, end)):
            total, end = total + largest // 2, half.end()
        elif last == "unit" and (half := _AND_A_HALF.match(text, end)):
            return _with_half(text, position, total + (group or 0), half.end())
        gap = _GAP.match(text, end)
        if gap is None or (gap[0].endswith("and ") and last not in ("hundred", "scale")):
            break
        here = gap.end()
        if gap[0].endswith("and ") and _counts_anew(text, here, last, scale):
            break
    if end == (first.end() if first else position) or _VAGUE.match(text, end):
        return None
    return Number(position, end, Decimal(total + (group or 0)), True, scale)


def _value(word: str) -> int | None:
    return UNITS.get(word, TENS.get(word))


def _fits(n: int, group: int | None, last: str) -> bool:
    """Whether a word below a hundred goes on the numeral: twenty-one, two hundred (and) five; not two three."""
    if group is None:
        return True
    if last == "tens":
        return 1 <= n <= 9
    return last == "hundred" and n > 0


def _counts_anew(text: str, position: int, last: str, scale: int) -> bool:
    """Whether what follows `and` is a number of its own: two hundred and three hundred, five million and six million."""
    rest = re.compile(rf"{WORD}(?:-{WORD})?[ -]([a-z]+)").match(text, position)
    if rest is None or rest[1] not in _ALL_SCALES:
        return False
    return rest[1] in ("hundred", "dozen") if last == "hundred" else _ALL_SCALES[rest[1]] >= scale


def _with_half(text: str, position: int, whole: int, end: int) -> Number:
    """One and a half, one and a half million."""
    value, scale = Decimal(whole) + Decimal("0.5"), 1
    if after := _SCALE_AFTER.match(text, end):
        scale, end = _ALL_SCALES[after[1]], after.end()
    return Number(position, end, value * scale, True, scale)


ORDINAL = r"(?:[0-9]+(?:st|nd|rd|th)|(?:(?:" + "|".join(TENS) + r")-)?(?:" + "|".join(ORDINALS) + r"))(?![a-z-]*[a-z])"


def ordinal(text: str) -> int:
    """`14th`, `fourth`, `twenty-first` to its number."""
    if text[0].isdigit():
        return int(re.match("[0-9]+", text)[0])  # type: ignore[index]
    tens, _, last = text.rpartition("-")
    return TENS.get(tens, 0) + ORDINALS[last]
