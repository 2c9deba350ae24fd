"""Chinese, Arabic and mixed numerals to exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟圆", "一二三四五六七八九十百千元")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_TENS = {"廿": 20, "卅": 30}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

D = "[0-9０-９]"
GAP = "[ \u00a0\u2009\u202f]"
# 1269, 12.62, 1,000, ３．５; a comma only before exactly three digits, so that 5，12 stays two numbers; a space as in 12 500亿
# only where Han follow, or as a cell of its own, so that 1200 1350 stay two; a full-width comma as in 2，567亿元 only
# before a scale or 元.
ARABIC = (
    rf"(?:(?<![0-9]{GAP})[0-9]{{1,3}}(?:{GAP}[0-9]{{3}})++(?=[\u4e00-\u9fff])|(?<=\u3000)[0-9]{{1,3}}(?:{GAP}[0-9]{{3}})++(?=\u3000|$)|[0-9]{{1,3}}(?:，[0-9]{{3}})++(?=[万亿元])|[0-9]{{1,3}}(?:,[0-9]{{3}})++(?![0-9])|[０-９]{{1,3}}(?:，[０-９]{{3}})++(?![０-９])|{D}++)"
    rf"(?:[.．]{D}++)?+"
)
# 亿, 万亿, 百万, 千万, 千 – but 千 is the unit's in 千瓦, 千伏.
SCALE = r"(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![瓦伏克米卡兆帕分]))"
# 1亿, 1亿2000万, 33.1163亿, 397
MIXED = rf"(?:(?:{ARABIC}{SCALE}){{2,}}|{ARABIC}{SCALE}?+)"
DIGIT_HAN = "[〇○零一二两三四五六七八九]"
# 三, 二十四, 一百零八, 九百六十万, 三点五; whether it is a numeral at all is `han`'s to say.
HAN = rf"(?:(?:[〇○零一二两三四五六七八九十百万亿廿卅]|千(?![瓦伏克米卡兆帕]))++(?:点{DIGIT_HAN}++[万亿]*+)?+)"
FORMAL = r"(?:[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]++)"  # 叁拾伍万
_PART = re.compile(rf"({ARABIC})((?:{SCALE})?)")


def arabic(text: str) -> Decimal:
    """`1,269.50`, `12 500` or `３．５` to its value."""
    return Decimal(re.sub(rf",|{GAP}", "", text.translate(_WIDE)))


def scale(text: str) -> int:
    """`亿` to 100000000, `千万` to 10000000, nothing to 1."""
    product = 1
    for c in text:
        product *= _SCALES.get(c) or _MYRIADS[c]
    return product


def mixed(text: str) -> Decimal:
    """`1.81亿`, `1亿2000万`, `1亿3千万`, `1千8百万`, `1万3千亿`, `397` to its value.

    As in a numeral spelled out, a higher myriad takes what was counted below it along.
    """
    total = below = Decimal(0)
    largest = 1
    for number, powers in _PART.findall(re.sub(GAP, "", text)):
        small = powers.rstrip("万亿")
        myriad = scale(powers[len(small) :])
        below += arabic(number) * scale(small)
        if myriad > largest and total:
            total, below = (total + below) * myriad, Decimal(0)
        elif myriad > 1:
            total, below = total + below * myriad, Decimal(0)
        largest = max(largest, myriad)
    return total + below


def han(text: str) -> Decimal | None:
    """`一千零八十` to 1080, `三点五亿` to 350000000, `二〇一二` to 2012; None for what is no numeral.

    十四五, 一一 and a bare 千万 are none.
    """
    whole, point, decimals = text.translate(_FORMAL).partition("点")
    if point:
        digits = decimals.rstrip("万亿")
        head = _integer(whole)
        if head is None or not digits or not all(c in _DIGITS for c in digits):
            return None
        value = head + Decimal("0." + "".join(str(_DIGITS[c]) for c in digits))
        return value * scale(decimals[len(digits) :])
    integer = _integer(whole)
    return None if integer is None else Decimal(integer)


def _integer(text: str) -> int | None:
    if not text:
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        # Digits read one by one, as in years; two of them are 三五 or 一一, no number.
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) >= 3 and "两" not in text else None
    cut = text.rfind("亿") if "亿" in text else text.rfind("万")
    if cut < 0:
        return _below_myriad(text)
    high = _integer(text[:cut])
    if high is None or high == 0:
        return None
    low_text = text[cut + 1 :]
    if not low_text:
        return high * _MYRIADS[text[cut]]
    bare = low_text.lstrip("零〇")  # 三万零五百
    low = _integer(bare)
    if low is None or low >= _MYRIADS[text[cut]]:
        return None
    if len(low_text) == 1:
        low *= _MYRIADS[text[cut]] // 10  # 三万五 is 35,000
    return high * _MYRIADS[text[cut]] + low


def _below_myriad(text: str) -> int | None:
    """`九千九百九十九`; every digit but the last needs its power, powers fall, and a bare 百 or 千 is no number."""
    total, digit, last, zero = 0, None, 10**4, False
    for position, c in enumerate(text):
        if c in _TENS:
            if digit is not None or last <= 10:
                return None
            total, last, zero = total + _TENS[c], 10, False
        elif c in _SCALES:
            power = _SCALES[c]
            if power >= last or (digit is None and (power > 10 or (position > 0 and not zero))) or digit == 0:
                return None
            total, digit, last, zero = total + (digit or 1) * power, None, power, False
        elif _DIGITS[c] == 0 and len(text) > 1:
            if digit is not None or zero or position == 0:
                return None
            zero = True
        else:
            if digit is not None:
                return None
            digit = _DIGITS[c]
    if zero and digit is None:
        return None
    if digit is None:
        return total
    if last > 10 and not zero and total:
        digit *= last // 10  # 一百二 is 120
    return total + digit
