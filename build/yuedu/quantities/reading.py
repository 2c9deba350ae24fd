"""A quantity as its shape alone tells it, before its sentence gives it a period and a status."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yuedu.quantities.model import Bound, Type
from yuedu.quantities.units import NO_UNIT, Unit


@dataclass(slots=True)
class Reading:
    """`value`, `value_max`: in base units. `text`, `text_max`: the ISO ends of a date, where there is no number.
    `scale`: what 万 or 亿 multiplied the printed number by, 1 without them."""

    start: int
    end: int
    type: Type
    value: Decimal | None = None
    value_max: Decimal | None = None
    text: str = ""
    text_max: str | None = None
    unit: Unit = NO_UNIT
    unit_en: str | None = None
    bound: Bound = "exact"
    scale: int = 1
    structural: bool = False
