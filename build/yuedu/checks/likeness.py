"""How like the value of a Chinese quantity and of an English one are: the same, rounded, or of another unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from yuedu.quantities.measure import Measure, measure
from yuedu.quantities.model import Quantity

How = Literal["same", "rounded", "points", "currency", "measure"]

PERCENT = frozenset({"%", "％", "成", "折"})
POINTS = frozenset({"百分点", "个百分点", "基点", "个基点"})
TIMES = frozenset({"倍", "番"})


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a quantity; a range has two."""

    value: Decimal
    of: Quantity

    @property
    def unit(self) -> str:
        return self.of.unit_zh


def same(z: Point, e: Point) -> How | None:
    zu, eu = z.unit, e.unit
    (zk, zf), (ek, ef) = _measure(z), _measure(e)
    if zk in ("percent", "points"):
        return "same" if ek == zk and _close(z.value * zf, e.value * ef, z.of) else None
    if zu in TIMES:
        return "same" if _times(z, e) else None
    if _for_land(z) != _for_land(e) and z.of.per and e.of.per:
        a, b = _in_base(z), _in_base(e)
        return "same" if a and b and a[0] == b[0] and _rounds_to(a[1], b[1], e.value) else None
    if eu in PERCENT or eu in POINTS or (eu in TIMES and z.of.type not in ("count", "frequency")):
        return None
    if z.of.currency or e.of.currency:
        return (
            "same"
            if z.value == e.value and (not z.of.currency or not e.of.currency or z.of.currency == e.of.currency)
            else None
        )
    if z.value == e.value and _units_agree(z, e):
        return "same"
    a, b = _in_base(z), _in_base(e)
    if a and b and a[0] == b[0] and z.of.unit_en != e.of.unit_en:
        return "same" if _rounds_to(a[1], b[1], e.value) else None
    return None


def _measure(point: Point) -> Measure:
    return measure(point.of.unit_en, point.of.type, point.of.currency)


def _in_base(point: Point) -> tuple[str, Decimal] | None:
    """A measure in the base of its kind: 8000万亩 in square metres; None for what has no other unit."""
    kind, factor = _measure(point)
    if kind in ("count", "money", "percent", "points", "multiple"):
        return None
    return (kind, point.value * factor / _for_land(point))


def _for_land(point: Point) -> Decimal:
    """How many hectares an amount is for: 1/15 for 亩产, 1 where no land is named."""
    return Decimal(1) / 15 if point.of.per == "mu" else Decimal(1)


def _rounds_to(exact: Decimal, printed: Decimal, shown: Decimal) -> bool:
    """8000万亩 is 53,333,333,333 m², and 5.33 million hectares as far as that prints."""
    digits = len(shown.normalize().as_tuple().digits)
    return abs(exact - printed) <= Decimal(10) ** (exact.adjusted() - max(digits, 2) + 1) * Decimal("0.5")


def _units_agree(z: Point, e: Point) -> bool:
    """No unit is any; two of one kind must be one or be converted; else the noun says what the measure word does."""
    a, b = _in_base(z), _in_base(e)
    return a == b if a and b and a[0] == b[0] else True


def _close(a: Decimal, b: Decimal, q: Quantity) -> bool:
    """A fraction in words, 三分之一, may be printed as 33 per cent."""
    return a == b or ("分之" in q.zh and abs(a - b) < Decimal("0.5"))


_WHOLE = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|twice|thrice", re.I)


def _times(z: Point, e: Point) -> bool:
    """增长1.5倍 is to 2.5 times, by 150 per cent, or 1.5 times more; 是…2.5倍 is 2.5 times; 翻一番 is doubled.

    What the Chinese adds (增加两倍) is one less than what comes of it (tripled); a verb that leaves it open allows both.
    """
    added, whole = _adds(z), _is_whole(e)
    total = {z.value + 1} if added else {z.value} if added is False else {z.value, z.value + 1}
    if e.unit in TIMES or e.unit in ("", "次"):
        if whole:
            return e.value in total
        if whole is False:
            return e.value + 1 in total
        return e.value in total | {t - 1 for t in total if added is not False}
    if e.unit in PERCENT:
        extent = e.of.change.extent if e.of.change else None
        return e.value in {100 * (t - 1) for t in total} | ({100 * t for t in total} if extent != "by" else set())
    return False


def _adds(z: Point) -> bool | None:
    """Whether a 倍 is what is added (增长1.5倍) or what comes of it (增长到1.5倍, 翻两番); None where no verb says."""
    if z.unit == "番":
        return False
    change = z.of.change
    return None if change is None or change.extent is None else change.extent == "by"


def _is_whole(e: Point) -> bool | None:
    """Whether English says what came of it (tripled, rose to four times, 2.5 times that of), or what was added (by 1.5 times)."""
    change = e.of.change
    if _WHOLE.match(e.of.zh) or (change and change.extent == "to") or e.of.whole:
        return True
    return False if change and change.extent == "by" and change.led else None


def rounded(z: Point, e: Point) -> How | None:
    """The same with fewer digits: 1.262 billion as 1.3 billion."""
    if (z.unit in PERCENT) != (e.unit in PERCENT) or (z.unit in POINTS) != (e.unit in POINTS) or e.of.type == "rank":
        return None
    if bool(z.of.currency and e.of.currency) and z.of.currency != e.of.currency:
        return None
    if not z.value or not e.value or e.value == z.value or (abs(e.value) < 10 and e.unit == ""):
        return None
    digits = len(e.value.normalize().as_tuple().digits)
    more = len(z.value.normalize().as_tuple().digits)
    if digits >= more or digits < 2:
        return None
    shift = z.value.adjusted() - digits + 1
    return "rounded" if abs(z.value - e.value) <= Decimal(10) ** shift * Decimal("0.5") else None


def other_unit(z: Point, e: Point) -> How | None:
    """The value is there, the unit is another: % for points, dollars for yuan."""
    if z.value != e.value:
        return None
    if (z.unit in POINTS and e.unit in PERCENT) or (z.unit in PERCENT and e.unit in POINTS):
        return "points"
    if z.of.currency and e.of.currency and z.of.currency != e.of.currency:
        return "currency"
    a, b = _in_base(z), _in_base(e)
    if a and b and a[0] == b[0] and a[1] != b[1]:
        return "measure"
    return None


def kin(q: Quantity, e: Quantity) -> bool:
    """Whether one may stand for the other: shares for shares, stretches of time for stretches of time (两周 is no sum)."""
    share = PERCENT | POINTS | TIMES
    times = [measure(x.unit_en, x.type, x.currency).kind in ("months", "seconds") for x in (q, e)]
    bare = not (q.unit_zh and e.unit_zh)
    return (q.unit_zh in share) == (e.unit_zh in share) and (times[0] == times[1] or bare)
