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

from yuedu.checks.alignment import homes
from yuedu.checks.excuses import in_words, is_extra, passed_over, years_by_name
from yuedu.checks.likeness import How, Point, kin, other_unit, rounded, same
from yuedu.checks.pair import Pair
from yuedu.checks.reading import read_english
from yuedu.quantities.model import Quantity

Homes = tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]
"""Each Chinese sentence, and the places of the English that stands on it: `alignment.homes`."""


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
    return _matching(pair.zh, pair.en, pair.quantities, homes(pair), pair.names_en, pair.currency)


@lru_cache(maxsize=1024)
def _matching(
    zh: str,
    english: str,
    quantities: tuple[Quantity, ...],
    homes: Homes,
    names: tuple[tuple[int, int], ...],
    currency: str | None,
) -> Matching:
    found = Matching()
    there = read_english(english, names, currency)
    free = [p for q in there if q.type != "date" for p in _points(q)]
    used: set[int] = set()
    wanted = [q for q in quantities if q.measured]
    waiting: list[Quantity] = []
    for comparison in (same, rounded, other_unit):
        waiting = []
        for q in wanted:
            hits = _take(q, free, used, comparison, (zh, english, homes))
            if hits is None:
                waiting.append(q)
            else:
                found.matched += hits
        wanted = waiting
    used_quantities = {id(m.en) for m in found.matched}
    seen = passed_over(english, there)
    wanted = [q for q in wanted if not _shared(q, found, zh, english)]
    left = [
        q
        for q in wanted
        if not (in_words(q, english) or years_by_name(q, zh) or (q.value_max is None and Decimal(q.value) in seen))
    ]
    unused = [q for q in there if id(q) not in used_quantities]
    extra = [q for q in unused if is_extra(q, zh, quantities)]
    _pair_changes(left, extra, found, zh, english)
    idle = [q for q in unused if q.type not in ("date", "rank") and all(q is not e for _, e in found.changed)]
    _pair_idle(found, [q for q in idle if all(q is not e for e in extra)], zh, english)
    return found


# One figure said for two things: both grew by 8 percent, RMB 300 million each.
_FOR_BOTH = re.compile(
    r"\b(?:both|each|alike|apiece|all|likewise|same|like (?:that|those)|as did|as well as|the two|either|every|equally)\b",
    re.I,
)


def _shared(q: Quantity, found: Matching, zh: str, english: str) -> bool:
    """Whether an equal quantity of the same sentence is matched, and its English says that it is of both."""
    for match in found.matched:
        twin = match.zh
        if (twin.value, twin.value_max, twin.unit_zh) != (q.value, q.value_max, q.unit_zh) or match.how != "same":
            continue
        between = zh[min(twin.end, q.end) : max(twin.start, q.start)]
        start = max(english.rfind(". ", 0, match.en.start), 0)
        end = english.find(". ", match.en.end)
        if not re.search("[。！？]", between) and _FOR_BOTH.search(english[start : end if end > 0 else None]):
            found.matched.append(Matched(q, match.en, "same"))
            return True
    return False


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


def _pair_changes(left: list[Quantity], extra: list[Quantity], found: Matching, zh: str, english: str) -> None:
    """A missing quantity and an extra one that may stand for it: off by a power of ten, or of one kind in one place."""
    for q in list(left):
        options = [e for e in extra if kin(q, e)]
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
        options = [e for e in idle if kin(q, e) and (q.value_max is None) == (e.value_max is None)]
        if options:
            at = q.start / max(1, len(zh)) * len(english)
            best = min(options, key=lambda e: abs(e.start - at))
            found.changed.append((q, best))
            found.missing.remove(q)
            idle.remove(best)


def power_of_ten(q: Quantity, e: Quantity) -> int:
    """n where the English value is the Chinese one times 10ⁿ, else 0."""
    a, b = Decimal(q.value), Decimal(e.value)
    if a <= 0 or b <= 0:
        return 0
    ratio = b / a
    exponent = ratio.adjusted()
    return exponent if exponent and ratio == Decimal(1).scaleb(exponent) else 0
