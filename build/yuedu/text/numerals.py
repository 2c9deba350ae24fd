"""The numerals that label things: 一, 十二, 二十三, 二三, 1, １２, ㈠, ⑴, ① . Quantities are read elsewhere (`yuedu.quantities`)."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_TENS = {"十": 10, "百": 100}


def label_number(label: str) -> int | None:
    """The value of a label's numeral (1 to 999), or None where it is none."""
    plain = unicodedata.normalize("NFKC", label).strip("()（）.、 ")
    if plain.isdecimal() and plain.isascii():
        return int(plain) if len(plain) < 4 else None
    if plain and all(char in _DIGITS for char in plain):
        return int("".join(str(_DIGITS[char]) for char in plain)) if len(plain) < 4 else None
    if re.fullmatch("[IVX]+", plain):
        return _roman(plain)
    total = digit = 0
    for char in plain:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            return None
    return total + digit if plain else None


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in numeral]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
