"""Documents in segments, each an index by itself: a change of one document makes the files of its segment anew, no others.

A segment holds whole years, as many as come to `MOST` passages; a year that holds more is a segment alone, cut where it has
to be. They are filled from the oldest on, so that a new document falls into the last one. A corpus of no more than
`MOST` passages is one segment. A reader's browser asks the newest first, and the others where that was not enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from yuedu.search.part import Part, joined
from yuedu.search.piece import Piece, Row, stamp
from yuedu.search.vocabulary import Words, added
from yuedu.search.writing import Files, Written, write

MOST = 5_000
"""Passages in one segment, about."""
MADE = 1
"""Changes when the same pieces are written otherwise than before."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What is to be known of a piece to say where it belongs."""

    id: str
    date: str
    passages: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A segment before it is made: the name of its folder, its documents, the newest first, and what tells it from another.

    The only segment has no name and no folder.
    """

    name: str
    documents: tuple[str, ...]
    stamp: str


@dataclass(frozen=True, slots=True)
class Segment:
    """What the whole needs of a segment whose files stand: kept by its stamp, it saves making them again.

    `names`: each document as a filter shows it, and its year.
    """

    stamp: str
    written: Written
    documents: Part
    names: tuple[tuple[Row, str], ...]
    words: Words

    @property
    def years(self) -> list[str]:
        return sorted({year for _, year in self.names})


def listed(piece: Piece) -> Listed:
    return Listed(piece.id, piece.date, piece.passages, piece.stamp)


def plan(documents: Sequence[Listed], most: int = MOST) -> list[Planned]:
    """The segments, the newest first."""
    ordered = sorted(documents, key=lambda d: d.date, reverse=True)
    if sum(d.passages for d in ordered) <= most:
        return [_planned("", ordered)]
    runs: list[list[Listed]] = []
    size = 0
    sizes: Counter[str] = Counter()
    for d in ordered:
        sizes[d.date[:4]] += d.passages
    for d in reversed(ordered):
        new_year = not runs or runs[-1][-1].date[:4] != d.date[:4]
        coming = sizes[d.date[:4]] if new_year else d.passages
        if not runs or size + coming > most:
            runs.append([])
            size = 0
        runs[-1].append(d)
        size += d.passages
    names: Counter[str] = Counter()
    out = []
    for run in runs:
        year = run[0].date[:4] or "undated"
        names[year] += 1
        out.append(_planned(year if names[year] == 1 else f"{year}-{names[year]}", run[::-1]))
    return out[::-1]


def _planned(name: str, documents: Sequence[Listed]) -> Planned:
    return Planned(name, tuple(d.id for d in documents), stamp(MADE, name, [(d.id, d.stamp) for d in documents]))


def segment(planned: Planned, pieces: Sequence[Piece], with_it: Sequence[Part] = ()) -> tuple[Segment, Files]:
    """One of several, or, with the collection, the only one: what is to be known of it, and its files."""
    if planned.name:
        written, files = write(planned.name, [p.body for p in pieces])
    else:
        written, files = write("", [*with_it, *(part for p in pieces for part in (p.head, p.body))])
    names = tuple((p.name, p.date[:4]) for p in pieces)
    heads = joined([p.head for p in pieces])
    return Segment(planned.stamp, written, heads, names, added(p.words for p in pieces)), files
