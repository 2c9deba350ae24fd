"""The reader of Chinese quantities.

    text ─ traps, dates, shares, amounts (the first that fits) ─ elision ─ periods, status → [Quantity]

1. Every `zh` is `text[start:end]`; quantities are ordered and never overlap.
2. A number inside a name, a 《title》 or a trap is none.
3. Any text is read; none raises.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from yuedu.quantities import amounts, dates, direction, elision, periods, shares, status, traps
from yuedu.quantities.model import Context, Quantity, Status
from yuedu.quantities.reading import Reading
from yuedu.quantities.scanning import scan
from yuedu.quantities.spacing import placed, squeezed
from yuedu.quantities.units import plain

# Where a quantity may begin, hedges aside.
_START = re.compile(
    r"[0-9０-９〇○零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾]|第|半|翻(?=[了一二两三四五0-9番])|首位"
    r"|前(?=[0-9一二两三四五六七八九十])|(?:今年|本年|去年|上年|前年|明年)(?=[0-9０-９一二三四五六七八九十上下前第])"
    r"|年内|[上下]半年|过半|上个?世纪(?=[0-9二三四五六七八九])"
)
_RUN = re.compile(
    r"[0-9０-９]+(?:[.．,][0-9０-９]+)*|[〇○零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾]+|(?s:.)"
)
NO_CONTEXT = Context()
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


def read(text: str, *, names: Sequence[tuple[int, int]] = (), context: Context = NO_CONTEXT) -> list[Quantity]:
    """The quantities of a text, in order. `names`: spans whose numbers are their own."""
    plain_text, places = squeezed(text)
    if plain_text == text:
        return _read(text, names, context)
    here = [(bisect_left(places, start), bisect_left(places, end)) for start, end in names]
    return [placed(q, text, places) for q in _read(plain_text, here, context)]


def _read(text: str, names: Sequence[tuple[int, int]], context: Context) -> list[Quantity]:
    blocked = sorted([*names, *(match.span() for match in _TITLE.finditer(text))])
    readings = scan(text, blocked, _START, _RUN, lambda position, floor: _at(text, position, floor, context))
    elision.units_of_rows(text, readings, _amount)
    elision.share_units(text, readings)
    elision.supply_yuan(text, readings)
    elision.name_currencies(text, readings, context.currency)
    elision.mark_frequencies(text, readings)
    cues = periods.cues(text, context)
    found: list[Quantity] = []
    for reading in readings:
        alike = found and found[-1].unit_zh == reading.unit.zh
        last = direction.Before(found[-1].end, found[-1].change) if alike else None
        found.append(_settle(text, reading, cues, context, last))
    return found


def _amount(text: str) -> Reading | None:
    found = shares.read(text, 0, 0) or amounts.read(text, 0, 0)
    return found if isinstance(found, Reading) and found.end == len(text) else None


def _at(text: str, position: int, floor: int, context: Context) -> Reading | int | None:
    """The quantity that starts at `position`, the end of a number that is none, or None."""
    if reading := shares.read(text, position, floor):
        return reading
    if end := traps.skip(text, position):
        return end
    if date := dates.read(text, position, context.year):
        return Reading(position, date.end, "date", text=date.value, text_max=date.value_max)
    return amounts.read(text, position, floor)


def _settle(
    text: str, reading: Reading, cues: list[periods.Period], context: Context, last: direction.Before | None
) -> Quantity:
    is_date = reading.type == "date"
    period = None if is_date else periods.period(text, reading.start, cues)
    about = reading.text if is_date and not reading.text.startswith("-") else period
    state: Status = "structural"
    if not reading.structural:
        state = status.status(text, reading.start, reading.end, about, context)
    return Quantity(
        start=reading.start,
        end=reading.end,
        zh=text[reading.start : reading.end],
        type=reading.type,
        value=reading.text if reading.value is None else plain(reading.value),
        value_max=reading.text_max if reading.value_max is None else plain(reading.value_max),
        unit_zh=reading.unit.zh,
        unit_en=reading.unit.en if reading.unit_en is None else reading.unit_en,
        currency=reading.unit.currency,
        bound=reading.bound,
        period=period,
        status=state,
        per=elision.land(text, reading.start, reading.unit.zh in ("公斤", "千克", "斤", "吨")),
        change=None
        if is_date
        else direction.change(text, reading.start, reading.end, reading.unit.type == "share", last),
    )
