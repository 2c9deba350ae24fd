"""What an English number measures: the words that follow it, as units of the Chinese reader, with their factor."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from yuedu.quantities.units import PERCENT, UNITS, Unit

POINTS = UNITS["个百分点"]
TIMES = UNITS["倍"]
YEARS = UNITS["年"]
_D = Decimal

_CURRENCIES = {
    r"RMB|CNY|¥|¥": "元", r"HK\$|HKD\s?": "港元", r"US\$|USD\s?|US dollars?|U\.S\. dollars?|\$": "美元",
    r"€|EUR\s?": "欧元", r"£|GBP\s?": "英镑",
}  # fmt: skip
_CURRENCIES_AFTER = {
    r"(?:RMB\s?)?(?:yuan|renminbi|RMB|CNY)": "元", r"(?:US|U\.S\.|American) dollars?|USD|dollars?": "美元",
    r"Hong Kong dollars?|HKD": "港元", r"euros?": "欧元", r"pounds?(?: sterling)?": "英镑", r"(?:Japanese )?yen": "日元",
    r"patacas?": "澳门元",
}  # fmt: skip
BEFORE = tuple((re.compile(rf"(?:{words})\s*$"), UNITS[zh]) for words, zh in _CURRENCIES.items())


class Measure(NamedTuple):
    """`factor`: what the printed value is multiplied by to be in the unit."""

    unit: Unit
    end: int
    factor: Decimal = Decimal(1)


_AFTER: tuple[tuple[str, Unit, Decimal], ...] = (
    (r"percentage[\s-]points?|pp\b|percent(?:age)?[\s-]points?", POINTS, _D(1)),
    (r"basis points?", UNITS["个基点"], _D(1)),
    (r"%|％|per\s?cent\b|percent\b", PERCENT, _D(1)),
    (r"‰|per (?:mille|thousand)\b", UNITS["‰"], _D(1)),
    *((rf"(?:{words})\b", UNITS[zh], _D(1)) for words, zh in _CURRENCIES_AFTER.items()),
    (r"-?fold\b|times\b", TIMES, _D(1)),
    (r"working days?\b", UNITS["个工作日"], _D(1)),
    (r"trading days?\b", UNITS["个交易日"], _D(1)),
    (r"(?:consecutive |straight |successive |more |full |whole |short )?years?\b", YEARS, _D(1)),
    (r"decades?\b", YEARS, _D(10)), (r"centur(?:y|ies)\b", UNITS["个世纪"], _D(1)),
    (r"(?:consecutive |straight |more )?months?\b", UNITS["个月"], _D(1)), (r"weeks?\b", UNITS["周"], _D(1)),
    (r"(?:consecutive |straight |more )?days?\b", UNITS["天"], _D(1)), (r"hours?\b", UNITS["小时"], _D(1)),
    (r"minutes?\b", UNITS["分钟"], _D(1)), (r"seconds?\b", UNITS["秒"], _D(1)),
    (r"quarters?\b(?! of)", UNITS["个季度"], _D(1)),
    (r"hectares?\b|ha\b", UNITS["公顷"], _D(1)), (r"mu\b", UNITS["亩"], _D(1)),
    (r"square kilomet(?:re|er)s?\b|km²|sq\.? km", UNITS["平方公里"], _D(1)),
    (r"square met(?:re|er)s?\b|m²", UNITS["平方米"], _D(1)),
    (r"cubic met(?:re|er)s?\b|m³", UNITS["立方米"], _D(1)),
    (r"kilomet(?:re|er)s?\b|km\b", UNITS["公里"], _D(1)),
    (r"met(?:re|er)s?\b", UNITS["米"], _D(1)),
    (r"(?:metric )?ton(?:ne)?s? of standard coal(?: equivalent)?", UNITS["吨标准煤"], _D(1)),
    (r"(?:metric )?ton(?:ne)?s?\b", UNITS["吨"], _D(1)), (r"kilograms?\b|kg\b|kilos?\b", UNITS["公斤"], _D(1)),
    (r"jin\b|catt(?:y|ies)\b", UNITS["斤"], _D(1)), (r"grams?\b", UNITS["克"], _D(1)),
    (r"kilowatt[\s-]hours?\b|kWh\b", UNITS["千瓦时"], _D(1)), (r"megawatts?\b|MW\b", UNITS["兆瓦"], _D(1)),
    (r"gigawatts?\b|GW\b", UNITS["吉瓦"], _D(1)), (r"kilowatts?\b|kW\b", UNITS["千瓦"], _D(1)),
    (r"years? (?:of age|old)\b", UNITS["岁"], _D(1)),
    (r"people\b|persons?\b", UNITS["人"], _D(1)),
)  # fmt: skip
AFTER = tuple((re.compile(rf"[\s\u00a0\u202f-]*(?:{words})", re.I), unit, factor) for words, unit, factor in _AFTER)


def before(text: str, floor: int, start: int) -> tuple[int, Unit] | None:
    """The currency that stands right before `start`, and where it begins."""
    lead = text[max(floor, start - 12) : start]
    for pattern, unit in BEFORE:
        if match := pattern.search(lead):
            return start - len(lead) + match.start(), unit
    return None


def after(text: str, end: int) -> Measure | None:
    """The unit that stands right after a number."""
    for pattern, unit, factor in AFTER:
        if match := pattern.match(text, end):
            return Measure(unit, match.end(), factor)
    return None


# In the Chinese reader's units: areas in hectares, masses in kilograms, times in days where the factor is exact.
_BASES: dict[str, tuple[str, Decimal]] = {
    "亩": ("area", _D(1) / 15), "公顷": ("area", _D(1)), "平方公里": ("area", _D(100)), "平方千米": ("area", _D(100)),
    "平方米": ("area", _D("0.0001")),
    "斤": ("mass", _D("0.5")), "公斤": ("mass", _D(1)), "千克": ("mass", _D(1)), "吨": ("mass", _D(1000)), "kg": ("mass", _D(1)),
    "克": ("mass", _D("0.001")), "里": ("length", _D("0.5")), "公里": ("length", _D(1)), "千米": ("length", _D(1)),
    "米": ("length", _D("0.001")), "km": ("length", _D(1)),
    "年": ("months", _D(12)), "周年": ("months", _D(12)), "个月": ("months", _D(1)), "个季度": ("months", _D(3)),
    "个世纪": ("months", _D(1200)),
    "天": ("hours", _D(24)), "周": ("hours", _D(168)), "个星期": ("hours", _D(168)), "星期": ("hours", _D(168)),
    "小时": ("hours", _D(1)), "个小时": ("hours", _D(1)), "分钟": ("hours", _D(1) / 60), "秒": ("hours", _D(1) / 3600),
    "千瓦": ("power", _D(1)), "兆瓦": ("power", _D(1000)), "吉瓦": ("power", _D(10**6)), "kW": ("power", _D(1)), "MW": ("power", _D(1000)),
    "GW": ("power", _D(10**6)),
}  # fmt: skip


def in_base(value: Decimal, unit_zh: str) -> tuple[str, Decimal] | None:
    """A measure in the base of its dimension: 8000万亩 is 5,333,333 (hectares); None for what has no other unit."""
    base = _BASES.get(unit_zh)
    return (base[0], value * base[1]) if base else None
