"""Where a paragraph that enumerates is cut: before 一是, 二是 … or 一要, 二要 …, or where an editor says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yuedu.text.grammar import POINT
from yuedu.text.numerals import label_number


def points(paragraph: str, last: int) -> tuple[list[int], int]:
    """Offsets at which points begin, and the number of the last one.

    `last` is the number that the paragraph before ended with, so that 二要 may open a paragraph of its own.
    """
    cuts: list[int] = []
    for match in POINT.finditer(paragraph):
        number = label_number(match["n"])
        if number is not None and number in (1, last + 1):
            cuts.append(match.start())
            last = number
    return cuts, last


class NoSuchAspect(ValueError):
    """A paragraph does not hold the words before which an editor wants it cut."""

    def __init__(self, marker: str) -> None:
        self.marker = marker
        super().__init__(marker)


def aspects(paragraph: str, markers: Sequence[str]) -> list[int]:
    """Offsets of the editor's aspects, in order; raises `NoSuchAspect` for one that is not there."""
    cuts: list[int] = []
    at = 0
    for marker in markers:
        at = paragraph.find(marker, at)
        if at < 0:
            raise NoSuchAspect(marker)
        cuts.append(at)
        at += len(marker)
    return cuts


def pieces(start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open spans between cuts, without the empty one before a cut at the very start."""
    edges = [start, *(c for c in cuts if c > start), end]
    return [(a, b) for a, b in pairwise(edges) if a < b]
