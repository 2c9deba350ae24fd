"""Scraps out: what stands only inside something longer, and what only joins an expression to a neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

Place = tuple[str, int, int]

MOSTLY = 0.6
"""A text of whose places so many stand inside a longer one that scores at least `NEARLY` as well is a scrap of it."""
NEARLY = 0.5


def without_scraps(scored: Mapping[str, tuple[float, Sequence[Place]]]) -> set[str]:
    """The texts that stay. `scored`: text → score, places (part id, start, end).

    First the scraps go: texts that mostly stand inside one longer text. Then, likeliest first, a text takes the places it
    stands in, and one whose places are mostly taken is left out.
    """
    whole = _whole(scored)
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    kept: set[str] = set()
    for text in sorted(whole, key=lambda t: (-scored[t][0], -len(t), t)):
        places = scored[text][1]
        lost = sum(any(a < end and start < b for a, b in taken[part]) for part, start, end in places)
        if lost * 2 >= len(places):
            continue
        kept.add(text)
        for part, start, end in places:
            taken[part].append((start, end))
    return kept


def _whole(scored: Mapping[str, tuple[float, Sequence[Place]]]) -> set[str]:
    by_part: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for text, (_, places) in scored.items():
        for part, start, end in places:
            by_part[part].append((start, end, text))
    inside: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for spans in by_part.values():
        spans.sort(key=lambda s: (s[0], -s[1], s[2]))
        for n, (start, end, outer) in enumerate(spans):
            for a, b, inner in spans[n + 1 :]:
                if a >= end:
                    break
                if b <= end and (a, b) != (start, end) and inner != outer:
                    inside[inner][outer] += 1
    return {
        text
        for text, (score, places) in scored.items()
        if not any(
            n >= MOSTLY * len(places) and scored[outer][0] >= NEARLY * score for outer, n in inside[text].items()
        )
    }
