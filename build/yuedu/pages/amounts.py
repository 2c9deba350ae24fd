"""A quantity as a label has it: short, with its hedge, in both languages."""

from __future__ import annotations

from decimal import Decimal

from yuedu.pages.labels import BOUNDS
from yuedu.quantities.model import Quantity
from yuedu.sources.shape import Bilingual

SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def amount(q: Quantity) -> Bilingual:
    """1.81亿 is 181 million, 突破1万亿元 is over RMB 1 trillion. What is counted is left to the label beside it."""
    numbers = [compact(Decimal(v)) for v in (q.value, q.value_max) if v is not None]
    currency = "RMB" if q.currency == "CNY" else q.currency
    number = "–".join(numbers) + ("%" if q.unit_en == "%" else "")
    return Bilingual(zh=q.zh, en=" ".join(filter(None, (BOUNDS[q.bound].en, currency, number))))


def compact(value: Decimal) -> str:
    """181000000 as 181 million; below a million in groups of three."""
    for size, name in SCALES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def myriads(value: Decimal) -> str:
    """1000000 as 100万: the same for Chinese, of a value that an axis marks."""
    for size, name in ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= size:
            return f"{_plain(value / size)}{name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
