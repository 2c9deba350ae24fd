"""A value as a reader hears it: its hedge, digits in groups, its unit."""

from __future__ import annotations

from yuedu.pages.labels import BOUNDS
from yuedu.quantities.model import Quantity


def spoken_value(q: Quantity) -> str:
    """A value for a reader: hedge, digits in groups, unit. Dates stay ISO 8601."""
    if q.type == "date":
        return q.value if q.value_max is None else f"{q.value} – {q.value_max}"
    number = _grouped(q.value) if q.value_max is None else f"{_grouped(q.value)}–{_grouped(q.value_max)}"
    if q.type == "rank":
        return f"no. {number}"
    unit = q.currency or q.unit_en
    space = "" if unit == "%" else " "
    amount = f"{unit} {number}" if q.currency else f"{number}{space}{unit}".strip()
    return f"{BOUNDS[q.bound].en} {amount}".strip()


def _grouped(value: str) -> str:
    whole, point, part = value.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{part}" if digits.isdecimal() else value
