"""Whether every Chinese sentence has its English, and every English segment its Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from yuedu.checks.pair import Pair
from yuedu.checks.rule import Mark, rule


@rule("text.grounding", "error")
def grounding(pair: Pair) -> Iterator[Mark]:
    """Every Chinese sentence is stood on by a segment, or a reason excuses it; no segment stands on one that is not there."""
    there = set(range(1, len(pair.sentences) + 1))
    accounted = {n for s in pair.segments for n in s.stands_on} | {o.sentence for o in pair.omitted}
    if extra := accounted - there:
        yield Mark(f"there are {len(there)} Chinese sentences, and the English names others", _numbers(extra))
    elif left := there - accounted:
        first = pair.sentences[min(left) - 1]
        yield Mark("no segment stands on these Chinese sentences, and no reason excuses them", _numbers(left), zh=first)


RULES = (grounding,)


def _numbers(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
