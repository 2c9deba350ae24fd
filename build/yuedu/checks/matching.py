"""The figures of both languages, matched by value: which quantity of one side is which of the other.

    quantities ─ points (a range has two) ─ same value, nearest place ─ rounded ─ another unit ─ changed → Matching

1. Each Chinese quantity that a translation must carry is matched once or missing; none is matched twice.
2. An English quantity that is nowhere in the Chinese is extra, or the changed form of one that is missing.
3. Values are compared, not words: 1.81亿 and 181 million, 8000万亩 and 5.33 million hectares, 八成 and 80 per cent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from yuedu.checks.pair import Pair
from yuedu.quantities import en
from yuedu.quantities.english import letters
from yuedu.quantities.english.numerals import number_at
from yuedu.quantities.measure import Measure, measure
from yuedu.quantities.model import Quantity
from yuedu.quantities.numerals import ARABIC, HAN, han, mixed, scale
from yuedu.quantities.units import percent_of

How = Literal["same", "rounded", "points", "currency", "measure"]
Homes = tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]
"""Each Chinese sentence, and the places of the English that stands on it: `Pair.segments_of`."""

_PERCENT = frozenset({"%", "％", "成", "折"})
_POINTS = frozenset({"百分点", "个百分点", "基点", "个基点"})
_TIMES = frozenset({"倍", "番"})
_SMALL = {
    1: r"an?|one|once|single|each|every|first|per|annual(?:ly)?|half", 2: r"two|both|pair|couple|twice|dual|doubl\w*|second|twin|secondary|either|two-\w+|half",
    3: r"three|third|tripl\w*|thrice|tertiary|tri\w+", 4: r"four|fourth|quarter\w*|quadr\w+", 5: r"five|fifth", 6: r"six|sixth", 7: r"seven|seventh",
    8: r"eight|eighth", 9: r"nine|ninth", 10: r"ten|tenth|decade\w*|decimal", 11: "eleven|eleventh", 12: "twelve|twelfth|dozen",
    50: r"half[\s-]century|fiftieth", 100: r"centen(?:ary|nial)\w*|century|hundred\w*", 200: r"bicenten\w+", 1000: r"millenni\w+|thousand\w*",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a quantity; a range has two."""

    value: Decimal
    of: Quantity

    @property
    def unit(self) -> str:
        return self.of.unit_zh


@dataclass(frozen=True, slots=True)
class Matched:
    """A Chinese quantity and the English that carries it. `same` also where the unit is another of its dimension."""

    zh: Quantity
    en: Quantity
    how: How


@dataclass(slots=True)
class Matching:
    """`changed`: a missing Chinese quantity and the extra English one that stands in its place."""

    matched: list[Matched] = field(default_factory=list)
    missing: list[Quantity] = field(default_factory=list)
    extra: list[Quantity] = field(default_factory=list)
    changed: list[tuple[Quantity, Quantity]] = field(default_factory=list)


def matching(pair: Pair) -> Matching:
    """The quantities of a pair, matched."""
    return _matching(pair.zh, pair.en, pair.quantities, pair.segments_of, pair.names_en)


@lru_cache(maxsize=4096)
def read_english(text: str, names: tuple[tuple[int, int], ...] = ()) -> tuple[Quantity, ...]:
    """The English quantities of a text; read once for all rules."""
    return tuple(en.read(text, names=names))


@lru_cache(maxsize=1024)
def _matching(
    zh: str,
    english: str,
    quantities: tuple[Quantity, ...],
    homes: Homes,
    names: tuple[tuple[int, int], ...],
) -> Matching:
    found = Matching()
    there = read_english(english, names)
    free = [p for q in there if q.type != "date" for p in _points(q)]
    used: set[int] = set()
    wanted = [q for q in quantities if q.measured]
    waiting: list[Quantity] = []
    for comparison in (_same, _rounded, _other_unit):
        waiting = []
        for q in wanted:
            hits = _take(q, free, used, comparison, (zh, english, homes))
            if hits is None:
                waiting.append(q)
            else:
                found.matched += hits
        wanted = waiting
    used_quantities = {id(m.en) for m in found.matched}
    passed_over = _passed_over(english, there)
    left = [
        q for q in wanted if not (in_words(q, english) or (q.value_max is None and Decimal(q.value) in passed_over))
    ]
    unused = [q for q in there if id(q) not in used_quantities]
    extra = [q for q in unused if _is_extra(q, zh, quantities)]
    _pair_changes(left, extra, found, zh, english)
    idle = [q for q in unused if q.type not in ("date", "rank") and all(q is not e for _, e in found.changed)]
    _pair_idle(found, [q for q in idle if all(q is not e for e in extra)], zh, english)
    return found


def _points(q: Quantity) -> list[Point]:
    values = [q.value] if q.value_max is None else [q.value, q.value_max]
    return [Point(Decimal(v), q) for v in values]


def _take(
    q: Quantity,
    free: list[Point],
    used: set[int],
    compared: Callable[[Point, Point], How | None],
    text: tuple[str, str, Homes],
) -> list[Matched] | None:
    """The English of a quantity, its nearest equal, for each of its points; None where one has none."""
    zh, english, homes = text
    home = next((spans for start, end, spans in homes if start <= q.start < end), ())
    at = _expected_place(q, zh, english, homes)

    def distance(option: tuple[int, How]) -> tuple[bool, float]:
        start = free[option[0]].of.start
        return (bool(home) and not any(a <= start < b for a, b in home), abs(start - at))

    chosen: list[tuple[int, How]] = []
    for point in _points(q):
        taken = used | {n for n, _ in chosen}
        options = [(n, how) for n, p in enumerate(free) if n not in taken and (how := compared(point, p))]
        if not options:
            return None
        chosen.append(min(options, key=distance))
    used.update(n for n, _ in chosen)
    return [Matched(q, free[n].of, how) for n, how in chosen]


def _expected_place(q: Quantity, zh: str, english: str, homes: Homes) -> float:
    """Where in the English a quantity should stand, from where it stands in its own sentence or text."""
    for start, end, spans in homes:
        if start <= q.start < end and spans:
            share = (q.start - start) / max(1, end - start)
            length = sum(b - a for a, b in spans)
            return spans[0][0] + share * length
    return q.start / max(1, len(zh)) * len(english)


def _same(z: Point, e: Point) -> How | None:
    zu, eu = z.unit, e.unit
    (zk, zf), (ek, ef) = _measure(z), _measure(e)
    if zk in ("percent", "points"):
        return "same" if ek == zk and _close(z.value * zf, e.value * ef, z.of) else None
    if zu in _TIMES:
        return "same" if _times(z, e) else None
    if eu in _PERCENT or eu in _POINTS or (eu in _TIMES and z.of.type not in ("count", "frequency")):
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
    return None if kind in ("count", "money", "percent", "points", "multiple") else (kind, point.value * factor)


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


def _times(z: Point, e: Point) -> bool:
    """增长1.5倍 is 2.5-fold, by 150 per cent, or 1.5 times more; 翻一番 is doubled."""
    if e.unit in _TIMES or e.unit in ("", "次"):
        return e.value == z.value or (z.unit == "倍" and e.value == z.value + 1)
    if e.unit in _PERCENT:
        return e.value in (z.value * 100, (z.value - 1) * 100)
    return False


def _rounded(z: Point, e: Point) -> How | None:
    """The same with fewer digits: 1.262 billion as 1.3 billion."""
    if (
        (z.unit in _PERCENT) != (e.unit in _PERCENT)
        or (z.unit in _POINTS) != (e.unit in _POINTS)
        or e.of.type == "rank"
    ):
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


def _other_unit(z: Point, e: Point) -> How | None:
    """The value is there, the unit is another: % for points, dollars for yuan."""
    if z.value != e.value:
        return None
    if (z.unit in _POINTS and e.unit in _PERCENT) or (z.unit in _PERCENT and e.unit in _POINTS):
        return "points"
    if z.of.currency and e.of.currency and z.of.currency != e.of.currency:
        return "currency"
    a, b = _in_base(z), _in_base(e)
    if a and b and a[0] == b[0] and a[1] != b[1]:
        return "measure"
    return None


def _passed_over(english: str, there: tuple[Quantity, ...]) -> set[Decimal]:
    """The numbers in digits that the reader took for a name's or a rate's: per 100,000 people, Global 500."""
    plain = letters.plain(english)
    numbers = (number_at(plain, m.start()) for m in re.finditer(r"(?<![0-9.,])[0-9]", plain))
    return {n.value for n in numbers if n and not any(q.start < n.end and n.start < q.end for q in there)}


def in_words(q: Quantity, english: str) -> bool:
    """A small number may be a word that is no numeral: both, twice, the second, annual."""
    value = Decimal(q.value)
    if value == 100 and q.unit_zh in _PERCENT:
        return _ALL.search(english) is not None
    if q.value_max is not None or q.currency or q.unit_zh in _PERCENT | _POINTS | _TIMES or value != int(value):
        if value == Decimal("0.5") and q.type == "duration":
            return re.search(r"\bhalf|six[\s-]months?", english, re.I) is not None
        return False
    words = _SMALL.get(int(value))
    return bool(words and re.search(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", english, re.I))


_VAGUE = re.compile(
    "(?<![0-9０-９一二两三四五六七八九十百千万几.．])([百千]?万?亿|[百千]?万|千|百)"
)  # 上亿, 万亿级: about as many
_ALL = re.compile(
    r"\b(?:all|every|each|full\w*|entire\w*|whol\w+|universal\w*|complete\w*|nationwide|throughout)\b", re.I
)
_SLASH = re.compile(r"(?<![0-9/])([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/])")  # 1/4
_RAW = re.compile(rf"{ARABIC}|{HAN}")


@lru_cache(maxsize=1024)
def _printed(zh: str) -> frozenset[Decimal]:
    """Every number that the Chinese prints, whatever it says."""
    values = {
        Decimal(v)
        for m in _RAW.finditer(zh)
        if (v := (mixed(m[0]) if m[0][0].isdigit() or m[0][0] in "０１２３４５６７８９" else han(m[0]))) is not None
    }
    return (
        frozenset(values)
        | {Decimal(scale(m[1])) for m in _VAGUE.finditer(zh)}
        | {percent_of(Decimal(m[1]), Decimal(m[2])) for m in _SLASH.finditer(zh)}
    )


def _is_extra(e: Quantity, zh: str, quantities: tuple[Quantity, ...]) -> bool:
    if e.type == "date":
        return False
    if e.type == "rank":
        return False
    values = [p.value for p in _points(e)]
    spelled = not any(c.isdigit() for c in e.zh)
    if spelled and all(v <= 12 for v in values) and e.unit_zh not in _PERCENT | _POINTS and not e.currency:
        return False
    if spelled and e.unit_zh in _TIMES | _PERCENT and e.type == "share" and _fold_in(zh, e):
        return False
    known = _printed(zh) | {p.value for q in quantities if q.type != "date" for p in _points(q)}
    if e.unit_zh in _PERCENT | _POINTS:
        known = frozenset(
            p.value
            for q in quantities
            if q.type != "date" and q.unit_zh in _PERCENT | _POINTS | _TIMES | {"‰"}
            for p in _points(q)
        )
        known |= {p.value * 100 for q in quantities if q.unit_zh in _TIMES for p in _points(q)}
        if spelled:
            known |= _printed(zh)
    elif e.unit_zh in _TIMES:
        known |= {v + 1 for v in known}
    return not all(v in known for v in values)


def _fold_in(zh: str, e: Quantity) -> bool:
    """Doubled, halved, half: where the Chinese has a word for it that is no quantity."""
    return re.search("翻|倍|双|半|对折|各占|减半", zh) is not None or Decimal(e.value) == 50


def _pair_changes(left: list[Quantity], extra: list[Quantity], found: Matching, zh: str, english: str) -> None:
    """A missing quantity and an extra one that may stand for it: off by a power of ten, or of one kind in one place."""
    for q in list(left):
        options = [e for e in extra if _kin(q, e)]
        if not options:
            continue
        at = q.start / max(1, len(zh)) * len(english)
        best = min(options, key=lambda e: (power_of_ten(q, e) == 0, abs(e.start - at)))
        found.changed.append((q, best))
        left.remove(q)
        extra.remove(best)
    found.missing += left
    found.extra += extra


def _pair_idle(found: Matching, idle: list[Quantity], zh: str, english: str) -> None:
    """What is missing still may have become a number that says little by itself: three to six for 3-5个."""
    for q in list(found.missing):
        options = [e for e in idle if _kin(q, e) and (q.value_max is None) == (e.value_max is None)]
        if options:
            at = q.start / max(1, len(zh)) * len(english)
            best = min(options, key=lambda e: abs(e.start - at))
            found.changed.append((q, best))
            found.missing.remove(q)
            idle.remove(best)


def _kin(q: Quantity, e: Quantity) -> bool:
    share = _PERCENT | _POINTS | _TIMES
    return (q.unit_zh in share) == (e.unit_zh in share)


def power_of_ten(q: Quantity, e: Quantity) -> int:
    """n where the English value is the Chinese one times 10ⁿ, else 0."""
    a, b = Decimal(q.value), Decimal(e.value)
    if a <= 0 or b <= 0:
        return 0
    ratio = b / a
    exponent = ratio.adjusted()
    return exponent if exponent and ratio == Decimal(1).scaleb(exponent) else 0
