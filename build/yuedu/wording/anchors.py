"""Sentences of the same words on both sides, each with one counterpart at most.

What stands once on both sides is paired first (the anchors of patience diff, Bram Cohen); what recurs (各位代表！) is paired
between the anchors in order, and what is then left by its turn.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence

from yuedu.wording.order import longest_run

Pair = tuple[int, int]


def anchors(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Pairs of places with equal normal forms."""
    at_a, at_b = _places(a), _places(b)
    once = [(at_a[t][0], at_b[t][0]) for t in at_a if len(at_a[t]) == 1 and len(at_b.get(t, ())) == 1]
    run = longest_run([(x, y, len(a[x])) for x, y in once])
    standing = sorted(once[n] for n in run)
    pairs = list(once)
    for text, places in at_a.items():
        others = at_b.get(text, [])
        if others and (len(places) > 1 or len(others) > 1):
            pairs += _recurring(places, others, standing)
    return pairs


def _recurring(a: Sequence[int], b: Sequence[int], standing: Sequence[Pair]) -> Iterator[Pair]:
    """Within a gap between two anchors by turn; then whatever is left, by turn."""
    left_a, left_b = _by_gap(a, [x for x, _ in standing]), _by_gap(b, sorted(y for _, y in standing))
    rest_a: list[int] = []
    for gap, places in left_a.items():
        others = left_b.pop(gap, [])
        yield from zip(places, others, strict=False)
        rest_a += places[len(others) :]
        if len(others) > len(places):
            left_b[gap] = others[len(places) :]
    yield from zip(sorted(rest_a), sorted(y for places in left_b.values() for y in places), strict=False)


def _by_gap(places: Sequence[int], standing: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place in places:
        found[bisect(standing, place)].append(place)
    return dict(found)


def _places(texts: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        found[text].append(n)
    return found
