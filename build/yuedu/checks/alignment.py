"""Which sentences of a bare pair stand on which, where nobody said so: by their lengths and the figures they share.

    sentences of both sides ─ dynamic programming over beads of one to three sentences → spans of both texts

The cost of a bead is that of Gale and Church (A Program for Aligning Sentences in Bilingual Corpora, Computational
Linguistics 19, 1993), with the pair's own ratio of lengths, and less for each figure that stands on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log

from yuedu.checks.pair import Pair, Span
from yuedu.checks.reading import read_english
from yuedu.text.sentences import split_sentences

Bead = tuple[Span, Span]
"""A stretch of the Chinese and the stretch of the English that stands on it."""

# Sentences of each side, and how dear such a bead is before its lengths are looked at.
_BEADS = ((1, 1, 0.1), (1, 2, 2.3), (2, 1, 2.3), (2, 2, 4.4), (1, 3, 4.0), (3, 1, 4.0), (4, 1, 5.5), (5, 1, 6.5), (1, 4, 5.5),
          (1, 0, 5.5), (0, 1, 5.5))  # fmt: skip
_VARIANCE = 6.8  # Gale and Church, section 3.1
_SHARED, _ALONE = 2.5, 0.8
_END = re.compile(
    r"(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bU\.S)(?<!\bvs)(?<!\betc)"
    r"[.!?][”\"’)*]*(?:\s+|(?<=[a-z]{2}\.)(?=[A-Z][a-z]))(?=[^a-z]|[a-z]{3})"
)


def beads(pair: Pair) -> tuple[Bead, ...]:
    """The beads of a pair: those of its segments where it is aligned, else the likeliest."""
    if pair.kind != "pair":
        return tuple(
            (pair.sentences[n - 1], span)
            for segment, span in zip(pair.segments, pair.segment_spans, strict=True)
            for n in sorted(segment.stands_on)
            if n <= len(pair.sentences)
        )
    return _likeliest(pair.zh, pair.en, tuple((q.start, q.value) for q in pair.quantities))


def homes(pair: Pair) -> tuple[tuple[int, int, tuple[Span, ...]], ...]:
    """Each stretch of the Chinese, as start and end, with the places of the English that stands on it."""
    if pair.kind != "pair":
        return pair.segments_of
    return tuple((start, end, (span,)) for (start, end), span in beads(pair))


def english_sentences(text: str) -> list[Span]:
    """The sentences of an English text as spans that cover it, white space between left out."""
    spans, start = [], 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if end - start > 2:
            spans.append((start, end))
            start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


@lru_cache(maxsize=1024)
def _likeliest(zh: str, en: str, figures: tuple[tuple[int, str], ...]) -> tuple[Bead, ...]:
    here, there = list(split_sentences(zh)), english_sentences(en)
    if len(here) <= 1 or len(there) <= 1:
        return (((0, len(zh)), (0, len(en))),)
    values = [{v for at, v in figures if a <= at < b} for a, b in here]
    said = [{q.value for q in read_english(en) if a <= q.start < b} for a, b in there]
    ratio = len(en) / max(1, len(zh))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(here) + 1):
        for j in range(len(there) + 1):
            for m, n, dear in _BEADS:
                if (last := best.get((i - m, j - n))) is None or not (m or n):
                    continue
                cost = last[0] + dear + _cost(here[i - m : i], there[j - n : j], ratio)
                if m and n:
                    a, b = set().union(*values[i - m : i]), set().union(*said[j - n : j])
                    cost += _ALONE * len(a ^ b) - _SHARED * len(a & b)
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, (i - m, j - n))
    found: list[Bead] = []
    at = (len(here), len(there))
    while at != (0, 0):
        before = best[at][1]
        if before[0] < at[0] and before[1] < at[1]:
            found.append(((here[before[0]][0], here[at[0] - 1][1]), (there[before[1]][0], there[at[1] - 1][1])))
        at = before
    return tuple(found[::-1])


def _cost(here: Sequence[Span], there: Sequence[Span], ratio: float) -> float:
    """Minus the logarithm of how likely such lengths are of one another, for a normal distribution, up to a constant."""
    expected, found = ratio * sum(b - a for a, b in here), float(sum(b - a for a, b in there))
    if not here or not there:
        return log(1 + max(expected, found)) * 0.5
    deviation = (found - expected) ** 2 / (_VARIANCE * max(expected, 1.0))
    return min(deviation / 2, 25.0)
