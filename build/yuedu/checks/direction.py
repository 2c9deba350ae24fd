"""Whether a change goes the same way in both languages, and as far: by what the Chinese says by, to what it says to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yuedu.checks.likeness import TIMES
from yuedu.checks.matching import Matched, matching
from yuedu.checks.pair import Pair
from yuedu.checks.reading import read_english
from yuedu.checks.rule import Mark, Rule, rule
from yuedu.quantities.model import Change, Quantity

_WAY = {"up": "goes up", "down": "goes down"}


def _changes(pair: Pair) -> Iterator[tuple[Matched, Change, Change]]:
    """Matched figures that are changes on both sides; one whose value the English says twice is not certain."""
    found = matching(pair).matched
    for match in found:
        zh, en = match.zh.change, match.en.change
        if zh and en and match.how in ("same", "rounded", "measure"):
            held = {id(m.en) for m in found if m is not match and _agree(m.zh.change, m.en.change)}
            twins = (
                q
                for q in read_english(pair.en, pair.names_en, pair.currency)
                if q is not match.en and q.value == match.en.value
            )
            if not any(_agree(zh, twin.change) for twin in twins if id(twin) not in held):
                yield match, zh, en


def _agree(zh: Change | None, en: Change | None) -> bool:
    """Whether nothing that both say is contrary."""
    if zh is None or en is None:
        return True
    one_way = zh.direction == en.direction or not (zh.direction and en.direction)
    return one_way and {zh.extent, en.extent} != {"by", "to"}


def _mark(match: Matched, pair: Pair, zh: Change, en: Change, message: str) -> Mark:
    here, there = _span(zh, match.zh), _span(en, match.en)
    return Mark(message, pair.en[slice(*there)], pair.zh[slice(*here)], here, there)


def _span(change: Change, q: Quantity) -> tuple[int, int]:
    return (min(change.start, q.start), max(change.end, q.end))


@rule("number.direction", "error")
def direction(pair: Pair) -> Iterator[Mark]:
    """What rises in the Chinese rises in the English, and what falls falls (下降30% is not a rise of 30 percent)."""
    for match, zh, en in _changes(pair):
        if zh.direction and en.direction and zh.direction != en.direction:
            message = f"the Chinese {_WAY[zh.direction]}, the English {_WAY[en.direction]}"
            yield _mark(match, pair, zh, en, message)


@rule("number.extent", "error")
def extent(pair: Pair) -> Iterator[Mark]:
    """What changes by an amount does not change to it (降低30% is no fall to 30 percent, 降低到30% none by 30 percent)."""
    for match, zh, en in _changes(pair):
        if {zh.extent, en.extent} != {"by", "to"} or _is_even(match) or match.zh.unit_zh in TIMES | {"倍", "番"}:
            continue
        message = f"the Chinese changes {zh.extent} it, the English {en.extent} it"
        yield _mark(match, pair, zh, en, message)


def _is_even(match: Matched) -> bool:
    """What is cut by half is cut to half."""
    down = match.zh.change is not None and match.zh.change.direction == "down"
    return down and match.zh.unit_zh in ("%", "％", "成") and Decimal(match.zh.value) == 50


RULES: tuple[Rule, ...] = (direction, extent)
