"""Numbers as office programs write them before a paragraph: 一百零一, 壹佰, 甲, ①, ⑴, iv, aa.

The names of the formats are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); OpenDocument's are mapped onto them.
Beyond the reach of a format (甲 has ten, ① fifty) a number is written in digits.
"""

from __future__ import annotations

from collections.abc import Callable

HAN = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def counted(number: int, format: str) -> str:
    """A number in a format; in digits where the format is unknown or does not reach so far."""
    write = FORMATS.get(format)
    return (write(number) if write and number >= 0 else "") or str(number)


def chinese(number: int, digits: str = HAN, units: str = "十百千", one_ten: bool = False) -> str:
    """Chinese counting up to 9999: 十一, 二十, 一百零一, 一百一十; with `one_ten` also 一十一, as sums of money have it."""
    if not 0 <= number <= 9999:
        return ""
    if number == 0:
        return digits[0]
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    return words[1:] if 10 <= number < 20 and not one_ten else words


def japanese(number: int) -> str:
    """Japanese counting: no zero between, no one before ten, hundred and thousand."""
    words = chinese(number)
    for unit in "十百千":
        words = words.replace(f"一{unit}", unit)
    return words if number == 0 else words.replace("零", "")


def roman(number: int) -> str:
    words = ""
    if number > 3999:
        return words
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        words += sign * (number // value)
        number %= value
    return words


def letters(number: int) -> str:
    """a to z, then aa, bb (ECMA-376 has the letter repeated, not ab)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else ""


def circled(number: int) -> str:
    """① to ㊿."""
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(start + number - first)
    return ""


def _from(first: int, last: int) -> Callable[[int], str]:
    return lambda n: chr(first + n - 1) if 1 <= n <= last else ""


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else ""


def _digital(zero: str) -> Callable[[int], str]:
    return lambda n: "".join((zero + HAN[1:])[int(d)] for d in str(n))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(d)) for d in str(number))


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _sixty(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else ""


FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("decimal", "decimalHalfWidth"), str),
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand"), chinese),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand"), chinese),
    "japaneseCounting": japanese,
    "chineseLegalSimplified": lambda n: chinese(n, LEGAL, "拾佰仟", True),
    "ideographLegalTraditional": lambda n: chinese(n, LEGAL_TRADITIONAL, "拾佰仟", True),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand"), _digital("〇")),
    "taiwaneseDigital": _digital("○"),
    "ideographTraditional": _one_of(STEMS),
    "ideographZodiac": _one_of(BRANCHES),
    "ideographZodiacTraditional": _sixty,
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda n: f"- {n} -",
}
