"""Which sentences of the one text might belong to which of the other: candidates, each with its share of common words.

A candidate is one against one, or one against several in a row (a sentence split or merged). Sentences meet only where they
have pairs of characters in common, found through an index, so that the work grows with what is shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from yuedu.wording.likeness import Signs, Weights, united

NEAREST = 8
"""Of each sentence so many candidates are looked at."""
PART = 0.5
"""What is a part of a split sentence has at least this much of its own words there."""
LONGEST = 6
"""Sentences into which one may be split."""
WHOLLY = 0.75
"""What is wholly a part has this much of its own words there: most of it, but for the words at its ends."""
GAIN, SMALL_GAIN = 0.05, 0.005
"""By how much several have to be nearer than the nearest of them, and where each is wholly a part: a short sentence taken
into a long one makes it only a little nearer."""
LEAST = 0.25
"""Candidates with less in common are none."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Sentences from `a[0]` up to `a[1]` against those from `b[0]` up to `b[1]`; `share` from 0 to 1."""

    a: tuple[int, int]
    b: tuple[int, int]
    share: float

    def mirrored(self) -> Tie:
        return Tie(self.b, self.a, self.share)


def candidates(
    a: Sequence[Signs], b: Sequence[Signs], free_a: Sequence[int], free_b: Sequence[int], weights: Weights
) -> list[Tie]:
    """All candidates among the sentences that are free, in no order."""
    meet = _meet(a, b, free_a, free_b, weights)
    singles = {pair: weights.share(a[pair[0]], b[pair[1]]) for pair in meet}
    ties = [Tie((i, i + 1), (j, j + 1), share) for (i, j), share in singles.items() if share >= LEAST]
    ties += _groups(a, b, singles, weights)
    mirrored = {(j, i): share for (i, j), share in singles.items()}
    return ties + [t.mirrored() for t in _groups(b, a, mirrored, weights)]


def _meet(
    a: Sequence[Signs], b: Sequence[Signs], free_a: Sequence[int], free_b: Sequence[int], weights: Weights
) -> set[tuple[int, int]]:
    """Pairs of sentences of which one is among the nearest of the other."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i in free_a:
        for sign in a[i]:
            holding[sign].append(i)
    common: dict[int, dict[int, float]] = {i: {} for i in free_a}
    pairs: set[tuple[int, int]] = set()
    for j in free_b:
        own: dict[int, float] = defaultdict(float)
        for sign in b[j]:
            places = holding.get(sign)
            if places:
                weight = weights.of((sign,))
                for i in places:
                    own[i] += weight
        pairs.update((i, j) for i in _nearest(own))
        for i, weight in own.items():
            common[i][j] = weight
    for i, found in common.items():
        pairs.update((i, j) for j in _nearest(found))
    return pairs


def _nearest(found: Mapping[int, float]) -> list[int]:
    return nlargest(NEAREST, found, key=lambda n: (round(found[n], 9), -n))


def _groups(
    one: Sequence[Signs], many: Sequence[Signs], singles: Mapping[tuple[int, int], float], weights: Weights
) -> Iterator[Tie]:
    """One sentence of the first side against several in a row of the second."""
    parts: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j in singles:
        if (inside := weights.inside(many[j], one[i])) >= PART:
            parts[i][j] = inside
    for i, places in parts.items():
        for start, end in _runs(sorted(places)):
            share = weights.share(one[i], united(many[start:end]))
            gain = SMALL_GAIN if min(places[j] for j in range(start, end)) >= WHOLLY else GAIN
            if share >= max(singles[i, j] for j in range(start, end)) + gain and share >= LEAST:
                yield Tie((i, i + 1), (start, end), share)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every run of two and more neighbours."""
    present = set(places)
    for start in places:
        end = start + 1
        while end in present and end - start < LONGEST:
            end += 1
            yield start, end
