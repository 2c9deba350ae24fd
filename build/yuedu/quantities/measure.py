"""What a unit measures, and in what, so that 1亿亩 and 6.67 million hectares can be compared.

The factors are those of the SI and, for 亩 and 斤, of the State Council's order on legal units (国务院, 1984): 15 mu are a
hectare, 2 jin a kilogram.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Measure(NamedTuple):
    """`kind`: what is measured; `factor`: units of the kind's base in one of this unit."""

    kind: str
    factor: Decimal


_COUNT = Measure("count", Decimal(1))

# kind: its units as `unit_en` has them, with how many of the base one is.
_KINDS: dict[str, dict[str, str]] = {
    "percent": {"%": "1", "‰": "0.1"},
    "points": {"percentage points": "1", "basis points": "0.01"},
    "months": {"months": "1", "quarters": "3", "years": "12", "decades": "120", "centuries": "1200"},
    "seconds": {"milliseconds": "0.001", "seconds": "1", "minutes": "60", "hours": "3600", "days": "86400",
                "weeks": "604800"},
    "area": {"square metres": "1", "hectares": "10000", "square kilometres": "1000000"},
    "length": {"nanometres": "0.000000001", "micrometres": "0.000001", "millimetres": "0.001", "centimetres": "0.01",
               "metres": "1", "kilometres": "1000", "nautical miles": "1852", "miles": "1609.344"},
    "mass": {"micrograms": "0.000000001", "milligrams": "0.000001", "grams": "0.001", "kilograms": "1", "jin": "0.5",
             "tonnes": "1000"},
    "coal": {"tonnes of coal equivalent": "1"},
    "volume": {"millilitres": "0.000001", "litres": "0.001", "cubic metres": "1"},
    "energy": {"kilowatt-hours": "1", "megawatt-hours": "1000", "gigawatt-hours": "1000000",
               "terawatt-hours": "1000000000"},
    "power": {"watts": "0.001", "kilowatts": "1", "megawatts": "1000", "gigawatts": "1000000"},
    "voltage": {"volts": "1", "kilovolts": "1000"},
    "data": {"gigabytes": "1", "terabytes": "1000", "petabytes": "1000000"},
    "multiple": {"times": "1"},
}  # fmt: skip
_MEASURES = {
    unit: Measure(kind, Decimal(factor)) for kind, units in _KINDS.items() for unit, factor in units.items()
} | {"mu": Measure("area", Decimal(10000) / 15)}


def measure(unit_en: str, kind: str, currency: str | None) -> Measure:
    """The measure of a unit by its plain English; money by its currency; what only counts is `count`.

    `kind` is the quantity's type: 倍 and 次 are both `times`, the one a multiple, the other a count.
    """
    if currency is not None:
        return Measure("money", Decimal(1))
    base = unit_en.partition(" per ")[0] if unit_en.partition(" per ")[0] in _MEASURES else unit_en
    found = _MEASURES.get(base, _COUNT)
    return _COUNT if found.kind == "multiple" and kind in ("count", "frequency") else found
