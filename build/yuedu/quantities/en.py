"""The reader of English quantities, the counterpart of `zh`.

    text ─ names, dates, shares, amounts (the first that fits) ─ what numbers of one list share → [Quantity]

1. Every `zh` (the words as they stand) is `text[start:end]`; quantities are ordered and never overlap.
2. A number inside a name (12345 hotline, 14th Five-Year Plan, 5G, version 2.0) is none.
3. Any text is read; none raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from yuedu.quantities.english import hedges, numerals, units
from yuedu.quantities.english.dates import date_at
from yuedu.quantities.english.shares import share_at
from yuedu.quantities.model import Quantity, Type
from yuedu.quantities.reading import Reading
from yuedu.quantities.units import NO_UNIT, YUAN, plain

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_START = re.compile(
    r"[0-9]|(?<![A-Za-z])(?:zero|one|two|thr|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fif|twent|fort|for|sixt|sevent|eighti|ninet"
    r"|an?\s+(?:hundred|thousand|million|billion|trillion|dozen|half|third|quarter|fourth|fifth|tenth)|hundred|half|halv|doubl|redoubl|tripl|trebl|quadrupl|quintupl"
    rf"|twice|thrice|first|second|third|top\s|{_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?\s)",
    re.I,
)
# Numbers of names: plans, congresses, hotlines, versions, generations, particles, viruses, vessels, roads, clocks.
_NAMES = re.compile(
    r"(?:[0-9]+(?:th|st|nd|rd)|[A-Z][a-z]+th)[\s-]+Five-Year\s+(?:Plan|Period)|Five-Year\s+Plans?|[0-9]+(?:th|st|nd|rd)\s+(?:CPC\s+)?National\s+(?:Party\s+)?Congress"
    r"|\b12345(?:\s*\+\s*N)?|[0-9]+\s*\+\s*[NX]\b|\b[2-6]G\b|\bG[0-9]+\b|PM\s?[0-9.]+|COVID-19|\b(?:version|stage|phase|Version)\s+[0-9]+(?:\.[0-9]+)+|\b[0-9]+\.0\b(?!\s*(?:%|percent|per cent|million|billion|trillion))"
    r"|\b[A-Z][a-z’']*[A-Za-z’']*-[0-9]+\b|\b[0-9]+/[0-9]+\b(?!\s*(?:of|%))|\b[0-9]{1,2}:[0-9]{2}\b|\b(?:No\.|no\.|No|Nos\.)\s?[0-9]+|\b[A-Z]{1,3}[0-9]+\b|\b[0-9]+[A-Z]{2,}\b"
    r"|(?<![$€£¥0-9.,])(?<!RMB )(?<!CNY )\b[0-9][0-9,]*M\b|\b(?:19|20)[0-9]{2}(?= [A-Z][a-z]+(?: [A-Z][a-z]+)* (?:Games|Olympics|Cup|Expo|Consensus|Agenda|Agreement|Summit))",
)  # fmt: skip
_IDIOMS = re.compile(
    r"one[-\s](?:network|stop|China|another|by one|matter|time|source|code|form|platform|window|door|standard|map|card|screen|licen[cs]e|exchange|hand)\b"
    r"|no one|someone|at one go|one of|each one|as one\b|first[-\s](?:class|rate|hand|ever|tier|line|mover)|first and foremost|second[-\s](?:hand|rate)|at first|first of all"
    r"|(?:the )?(?:primary|secondary)|one-[a-z]+|zero[-\s](?:[a-z]+)|one country,? two systems|four[-\s](?:pronged|sphere|confidences)"
    r"|third[-\s]part(?:y|ies)|ten thousand (?:villages|enterprises)|(?:one )?hundred (?:counties|schools)",
    re.I,
)  # fmt: skip
_LINK = re.compile(
    r"\s*(?:to|and|or|,|, and|–|—|-|−|through)\s*(?:RMB|US\$|\$|¥|by|an?|some|about|around|over|nearly|more than|almost|at least)?\s*$"
)
_RANGE = re.compile(r"\s*(?:-|–|—|−|to|or)\s*")
_BARE_WORD = re.compile(r"[A-Za-z]")


def read(text: str, *, names: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of an English text, in order. `names`: spans whose numbers are their own."""
    blocked = sorted([*names, *(m.span() for m in _NAMES.finditer(text)), *(m.span() for m in _IDIOMS.finditer(text))])
    readings = _scan(text, blocked)
    _share(text, readings)
    return [_settle(text, reading) for reading in readings]


def _scan(text: str, blocked: Sequence[tuple[int, int]]) -> list[Reading]:
    readings: list[Reading] = []
    position = floor = index = 0
    while start := _START.search(text, position):
        position = start.start()
        while index < len(blocked) and blocked[index][1] <= position:
            index += 1
        if index < len(blocked) and blocked[index][0] <= position:
            position = floor = blocked[index][1]
            continue
        if position and text[position - 1].isalnum() and text[position].isalpha():
            position += 1
            continue
        reading = _at(text, position, floor)
        if reading is not None:
            readings.append(reading)
            position = floor = max(reading.end, position + 1)
        else:
            run = re.compile(r"[0-9][0-9.,]*|[A-Za-z]+|(?s:.)").match(text, position)
            position = run.end() if run else position + 1
    return readings


def _at(text: str, position: int, floor: int) -> Reading | None:
    if date := date_at(text, position):
        return Reading(position, date.end, "date", text=date.value, text_max=date.value_max)
    if reading := share_at(text, position):
        return _hedged(text, reading, floor) if reading.type != "rank" else reading
    if text[position - 1 : position] == "." and text[position - 2 : position - 1].isdigit():
        return None
    return _amount(text, position, floor)


def _amount(text: str, position: int, floor: int) -> Reading | None:
    """A number with its currency or unit; two with a dash or «to» between are a range."""
    lead = units.before(text, floor, position)
    number = numerals.number_at(text, position, money=lead is not None)
    if number is None:
        return None
    value, end, high = number.value, number.end, None
    if gap := _RANGE.match(text, end):
        second = numerals.number_at(text, gap.end(), money=lead is not None)
        if second and second.value > value and not (second.words and not number.words) and not date_at(text, gap.end()):
            if number.scale == 1 and second.scale > 1 and value * second.scale < second.value:
                value *= second.scale
            high, end = second.value, second.end
    measure = units.after(text, end)
    unit = lead[1] if lead else (measure.unit if measure else NO_UNIT)
    if measure and lead is None:
        value *= measure.factor
        high = None if high is None else high * measure.factor
        end = measure.end
    kind: Type = "range" if high is not None else unit.type if unit.type != "rank" else "count"
    start = lead[0] if lead else position
    scale = number.scale if not number.words or number.scale > 1 else 1
    return _hedged(text, Reading(start, end, kind, value, high, unit=unit, scale=scale), floor)


def _hedged(text: str, reading: Reading, floor: int) -> Reading:
    reading.start, before = hedges.before(text, floor, reading.start)
    reading.end, after = hedges.after(text, reading.end)
    reading.bound = before if before != "exact" else after
    return reading


def _share(text: str, readings: list[Reading]) -> None:
    """From 9.8 to 7.5 percent; 12.6, 40 and 7 percent; from 54 to 82.7 trillion yuan: what stands once holds for all."""
    for later, earlier in zip(reversed(readings[1:]), reversed(readings[:-1]), strict=True):
        if earlier.unit is not NO_UNIT or earlier.value is None or later.value is None or later.unit is NO_UNIT:
            continue
        between = text[earlier.end : later.start]
        if _LINK.match(between) and not _BARE_WORD.search(re.sub(_LINK, "", between)):
            earlier.unit = later.unit
            if earlier.type in ("count", "frequency"):
                earlier.type = later.type if later.type != "range" else later.unit.type
            if earlier.scale == 1 and later.scale > 1 and earlier.value < 1000 and later.unit in (YUAN,):
                earlier.value *= later.scale


def _settle(text: str, reading: Reading) -> Quantity:
    return Quantity(
        start=reading.start,
        end=reading.end,
        zh=text[reading.start : reading.end],
        type=reading.type,
        value=reading.text if reading.value is None else plain(reading.value),
        value_max=reading.text_max if reading.value_max is None else plain(Decimal(reading.value_max)),
        unit_zh=reading.unit.zh,
        unit_en=reading.unit.en,
        currency=reading.unit.currency,
        bound=reading.bound,
        period=None,
        status="actual",
    )
