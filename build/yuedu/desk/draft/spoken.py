"""A figure as English says it: the scale of the language, the hedge of the text. 1.81亿 is 181 million."""

from __future__ import annotations

from decimal import Decimal

from yuedu.quantities.model import Quantity

SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
HEDGES = {"about": "about", "over": "over", "under": "under", "nearly": "nearly", "at-least": "at least", "exact": ""}
RENMINBI = "CNY"


def spoken(q: Quantity) -> str:
    """Hedge, number and unit. Dates stay ISO 8601, both ends of a range are given."""
    if q.type == "date":
        return q.value if q.value_max is None else f"{q.value} to {q.value_max}"
    number = _scaled(q.value) if q.value_max is None else f"{_scaled(q.value)} to {_scaled(q.value_max)}"
    if q.type == "rank":
        return f"no. {number}"
    if q.currency:
        number = f"{'RMB' if q.currency == RENMINBI else q.currency} {number}"
    elif q.unit_en:
        number = f"{number}{'' if q.unit_en in ('%', '‰') else ' '}{q.unit_en}"
    return f"{HEDGES[q.bound]} {number}".strip()


def _scaled(value: str) -> str:
    """Digits in groups; from a million on in the scale of English, where three decimals are enough to say it."""
    number = Decimal(value)
    for size, name in SCALES:
        scaled = (number / size).normalize()
        if abs(number) >= size and -int(scaled.as_tuple().exponent) <= 3:
            return f"{scaled:f} {name}"
    whole, point, part = value.partition(".")
    return f"{int(whole):,}{point}{part}"
