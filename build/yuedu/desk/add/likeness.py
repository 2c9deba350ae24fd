"""Whether a text is there already: the same bytes, or nearly the same words in another copy or layout.

Two texts share as much as the smaller of their sets of shingles has in the other: white space, marks and where lines break
do not count (Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHINGLE = 8
"""Characters of a shingle: more than any set phrase that two texts of one office share by custom alone."""
NEARLY = 0.8
"""Two texts that share this part of the smaller one are nearly the same."""
_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that is there: its id, and its cleaned text."""

    id: str
    text: str


def nearest(text: str, known: Iterable[Known]) -> tuple[str, float] | None:
    """The document that shares most with a text, and how much from 0 to 1; None where none is nearly the same."""
    mine = _shingles(text)
    best = max(((_shared(mine, _shingles(k.text)), k.id) for k in known), default=(0.0, ""))
    return (best[1], best[0]) if best[0] >= NEARLY else None


def _shingles(text: str) -> frozenset[str]:
    plain = _WORDS.sub("", text)
    return frozenset(plain[n : n + SHINGLE] for n in range(max(1, len(plain) - SHINGLE + 1)))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
