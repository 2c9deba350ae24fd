"""English numbers with their units: over RMB 1.262 billion, three to five, 20-odd years, 2.4 percentage points."""

from __future__ import annotations

import re
from decimal import Decimal

from yuedu.quantities.english import hedges, shares, units
from yuedu.quantities.english.numerals import UNITS, Number, number_at
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import NO_UNIT, Unit

_TO = re.compile(r"(?: to |[ \xa0]?-[ \xa0]?| or (?=[a-z0-9]))(?:[a-z$]{0,4}[$¥€£] ?|rmb ?)?")
_AND = re.compile(r"(?: and )(?:[a-z$]{0,4}[$¥€£] ?|rmb ?)?")
_BETWEEN = re.compile(r"between (?:[a-z$]{0,4}[$¥€£] ?|rmb ?)?$")
_FROM = re.compile(r"(?:from|between) (?:[a-z]{2,3} ?)?[$¥€£]? ?$")
_PER = re.compile(
    r"(?: [a-z-]+){0,5}? (?P<per>(?:per|a|each|every) (?P<unit>day|week|month|year|hour|second|minute))\b|(?: [a-z-]+){0,4}? (?P<ly>daily|weekly|monthly|annually)\b"
)
_LY = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
# 2.5 times as many is a multiple, four times a count.
_COMPARED = re.compile(r" (?:as|the|that|those|what|more|higher|larger|greater|its|their|bigger|faster|over)\b")
_UNIT_ALONE = re.compile(r"an? (?=year|month|week|day|hour|decade|century)")
_UNIT_ALONE_VALUE = Decimal(1)
_SMALLEST_ACTUAL = 10


_POWER = r"(?:hundred|thousand|million|billion|trillion)"
_MARKS = r"(?:mark|milestone|threshold|barrier|level|step)"
# passed the hundred-million mark, three trillion-yuan thresholds
_MARK = re.compile(rf"(?P<powers>{_POWER}(?:[- ]{_POWER})*)(?:[- ](?P<unit>[a-z]+))? {_MARKS}s?\b")
_STEPS = re.compile(
    rf"(?P<n>two|three|four|five|six|seven|eight|nine|ten|[2-9]) (?=(?:one-|ten-)?{_POWER}(?:-{_POWER})*(?:[- ][a-z]+)? {_MARKS}s\b)"
)
_POWERS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _mark(text: str, position: int, floor: int) -> Reading | None:
    """The hundred-million mark, and how many such marks there are."""
    if steps := _STEPS.match(text, position):
        number = number_at(text, position) if steps["n"].isdigit() else None
        value = number.value if number else Decimal(UNITS[steps["n"]])
        return Reading(position, steps.end("n"), "count", value, structural=True)
    match = _MARK.match(text, position)
    if match is None or (position and (text[position - 1].isalnum() or text[position - 1] == "-")):
        return None
    value = Decimal(1)
    for word in re.findall(_POWER, match["powers"]):
        value *= _POWERS[word]
    placed = units.unit_at(text, match.end("powers"))
    unit = placed.unit if placed else NO_UNIT
    start, bound = hedges.before(text, floor, position)
    end = placed.at if placed else match.end("powers")
    return Reading(start, end, unit.type, value, unit=unit, bound=bound, scale=int(value))


def read(text: str, position: int, floor: int) -> Reading | None:
    """The amount whose number starts at `position`; hedge and currency may reach back to `floor`.

    `text` in plain letters. A small spelled number without a unit is structural: English spells out what it hardly counts.
    """
    if reading := _mark(text, position, floor) or _a_unit(text, position, floor):
        return reading
    low = number_at(text, position)
    if low is None:
        return None
    currency = units.currency_before(text, floor, position)
    begin = currency.at if currency else position
    high, first = _upper(text, low, position)
    number = high or low
    placed = units.unit_at(text, number.end)
    unit, end = (
        (currency.unit, number.end)
        if currency
        else (placed.unit, placed.at)
        if placed
        else (first or NO_UNIT, number.end)
    )
    if high is None and placed is None and currency is None and text[number.end : number.end + 1].isalpha():
        return None
    start, bound = hedges.before(text, floor, begin)
    if between := _BETWEEN.search(text, floor, begin):
        start = between.start() if high else start
    after_end, after = hedges.after(text, end)
    if bound == "exact":
        end, bound = after_end, after
    if odd_unit := units.unit_at(text, end) if end > number.end and unit is NO_UNIT and bound != "exact" else None:
        unit, end = odd_unit  # 20-odd years
    if high is not None:
        factor = high.scale if low.scale == 1 and low.value < high.value / high.scale else 1
        if high.scale > 1 and low.scale == 1 and low.value >= 1000:
            factor = 1
        return Reading(start, end, "range", low.value * factor, high.value, unit=unit, bound=bound, scale=high.scale)
    if unit is units.TIMES and (low.value % 1 or _COMPARED.match(text, end)):
        unit = shares.FOLD
    reading = Reading(start, end, unit.type, low.value, unit=unit, bound=bound, scale=low.scale)
    reading.structural = low.spelled and unit is NO_UNIT and bound == "exact" and low.value <= _SMALLEST_ACTUAL
    _frequency(text, reading)
    return reading


def _upper(text: str, low: Number, position: int) -> tuple[Number | None, Unit | None]:
    """The upper end of a range that begins with `low`, and the unit that its lower end printed: 3 to 5, 6%-6.5%."""
    first = units.unit_at(text, low.end)
    joint = _AND if _BETWEEN.search(text, max(0, position - 14), position) else _TO
    for end in dict.fromkeys((low.end, first.at if first else low.end)):
        to = joint.match(text, end)
        high = number_at(text, to.end()) if to else None
        if to is None or high is None or not _is_range(text, low, high, to[0], position):
            continue
        second = units.unit_at(text, high.end)
        if end != low.end and first is not None and (second is None or second.unit is not first.unit):
            continue
        return high, first.unit if first else None
    return None, None


def _is_range(text: str, low: Number, high: Number, to: str, position: int) -> bool:
    """Whether two numbers are the ends of a range; from 9 to 13 percent is a change, two quantities."""
    value = high.value if high.scale == 1 or low.scale > 1 or low.value >= 1000 else high.value / high.scale
    if low.value >= value:
        return False
    if to.strip() == "or":
        return value - low.value in (1, 2) and low.spelled == high.spelled
    return not (
        to == " to " and re.search(r"(?:from|by) (?:[a-z]{2,3} ?)?[$¥€£]? ?$", text[max(0, position - 12) : position])
    )


def _a_unit(text: str, position: int, floor: int) -> Reading | None:
    """A hedged year: a little over a year, nearly a decade. Without the hedge an article counts nothing."""
    match = _UNIT_ALONE.match(text, position)
    if match is None or (position and text[position - 1].isalnum()):
        return None
    placed = units.unit_at(text, match.end() - 1)
    start, bound = hedges.before(text, floor, position)
    if placed is None or bound in ("exact", "under"):
        return None
    return Reading(start, placed.at, "duration", _UNIT_ALONE_VALUE, unit=placed.unit, bound=bound)


def _frequency(text: str, reading: Reading) -> None:
    """A count per day, each year or daily is a frequency."""
    per = _PER.match(text, reading.end)
    if reading.type != "count" or per is None or reading.structural:
        return
    reading.type = "frequency"
    reading.unit_en = f"{reading.unit.en} per {per['unit'] or _LY[per['ly']]}".strip()
