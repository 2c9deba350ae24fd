"""Which documents and sentences of a large corpus share wording with a document: by fingerprints alone, without a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuedu.wording.fingerprint import Fingerprint

NEAR = 0.4
"""Sentences that share this part of the shingles of the shorter one, and `FEWEST` of them, share wording."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """Two sentences, numbered from 0: of the document asked about and of the other; `share` is 1 where they are the same."""

    sentence: int
    other: int
    share: float


@dataclass(frozen=True, slots=True)
class Sharing:
    """What one document of the corpus shares: sentences that are the same and that are near, and what part of the
    characters of the document asked about stands in them, by which documents are ranked."""

    document: str
    same: int
    near: int
    part: float
    sentences: tuple[Shared, ...]


def sharing(asked: Fingerprint, corpus: Mapping[str, Fingerprint], most: int | None = None) -> list[Sharing]:
    """The documents of a corpus that share wording with one, the most first, at most so many.

    Reads every hash of the corpus once: some milliseconds for a hundred documents of 25,000 characters.
    """
    whole = _places(asked.whole)
    picked = _picked(asked)
    total = sum(asked.lengths) or 1
    found = []
    for name, other in corpus.items():
        pairs = tuple(_pairs(asked, other, whole, picked))
        if pairs:
            same = sum(p.share == 1 for p in pairs)
            part = sum(asked.lengths[p.sentence] * p.share for p in pairs) / total
            found.append(Sharing(name, same, len(pairs) - same, part, pairs))
    found.sort(key=lambda s: (-s.part, s.document))
    return found[:most]


def _pairs(
    asked: Fingerprint,
    other: Fingerprint,
    whole: Mapping[int, Sequence[int]],
    picked: Mapping[int, Sequence[int]],
) -> Iterator[Shared]:
    """Of each sentence of the document asked about that has one, the nearest of the other document."""
    best: dict[int, tuple[float, int]] = {}
    for n in reversed(_where(other.whole, whole)):
        best.update(dict.fromkeys(whole[other.whole[n]], (1.0, n)))
    same = frozenset(best)
    counts: dict[tuple[int, int], int] = {}
    sentence, ends, hashes = 0, other.ends, other.picked
    for at in _where(hashes, picked):
        while ends[sentence] <= at:
            sentence += 1
        for mine in picked[hashes[at]]:
            if mine not in same:
                pair = mine, sentence
                counts[pair] = counts.get(pair, 0) + 1
    for (mine, theirs), n in counts.items():
        if n >= FEWEST:
            share = min(0.99, n / min(asked.count(mine), other.count(theirs)))
            if share >= NEAR:
                best[mine] = max(best.get(mine, (0.0, theirs)), (share, theirs), key=lambda p: (p[0], -p[1]))
    for mine, (share, theirs) in sorted(best.items()):
        yield Shared(mine, theirs, share)


def _where(hashes: Sequence[int], known: Mapping[int, Sequence[int]]) -> list[int]:
    """The places of known hashes; most documents have few, and a test of the whole is faster than a loop."""
    common = known.keys() & set(hashes)
    return [n for n, value in enumerate(hashes) if value in common] if common else []


def _places(hashes: Sequence[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for n, value in enumerate(hashes):
        places[value].append(n)
    return dict(places)


def _picked(asked: Fingerprint) -> dict[int, tuple[int, ...]]:
    """The sentences that have each shingle, each once."""
    places: dict[int, list[int]] = defaultdict(list)
    for n in range(len(asked.whole)):
        for value in asked.of(n):
            if not places[value] or places[value][-1] != n:
                places[value].append(n)
    return {value: tuple(where) for value, where in places.items()}
