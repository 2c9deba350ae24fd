"""Where the lines of a column begin and end, and how far apart they are: what wrapping is told by."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yuedu.intake.pdf.lines import Line

FEWEST_FOR_PARITY = 20
NEAR = 0.6
NARROWEST = 0.4
"""The part of a page's width that lines take up at least, where they are wrapped."""
STRAY = 50
"""One line in so many may stand out beyond the margin."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right border of a column's lines; no line reaches a `right` that is infinite."""

    left: float
    right: float


def margins(lines: Sequence[Line], widths: Sequence[float]) -> Callable[[Line], Margins]:
    """The borders for each line of a document: those of its column on its kind of page, left and right pages apart."""
    groups: dict[tuple[int, int, int], list[Line]] = {}
    for ln in lines:
        if not ln.row:
            for key in _keys(ln, widths):
                groups.setdefault(key, []).append(ln)
    found = {key: _borders(group, widths[group[0].page]) for key, group in groups.items()}

    def of(ln: Line) -> Margins:
        own, all_pages = _keys(ln, widths)
        return found[own if len(groups.get(own, ())) >= FEWEST_FOR_PARITY else all_pages]

    return of


def leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines of a paragraph, in ems of the line above; 0 where there are no two lines.

    In a text of short paragraphs with white space between, most lines stand further apart.
    """
    found = [
        (b.base - a.base) / a.size
        for a, b in pairwise(lines)
        if a.page == b.page and a.column == b.column and not a.row and not b.row and b.base > a.base
    ]
    return sorted(found)[len(found) // 4] if found else 0.0


def _keys(ln: Line, widths: Sequence[float]) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    width = round(widths[ln.page])
    return (ln.column, width, 1 + ln.page % 2), (ln.column, width, 0)


def _borders(lines: Sequence[Line], width: float) -> Margins:
    size = statistics.median(ln.size for ln in lines)
    near = NEAR * size
    wanted = max(2, len(lines) // 40)
    starts = sorted(ln.x0 for ln in lines)
    left = next((s for s in starts if sum(1 for x in starts if s <= x <= s + near) >= wanted), starts[0])
    wanted = max(2, len(lines) // 30)
    ends = sorted((ln.x1 for ln in lines), reverse=True)
    right = _first_shared(ends, near, wanted)
    if right is None:
        # one line alone shows a margin only where it leaves as much room as there is on the left
        right = ends[0] if lines[0].column or width - ends[0] <= 1.25 * left + 2 * size else float("inf")
    if not lines[0].column and right - left < NARROWEST * width:
        right = float("inf")  # short lines of one length
    return Margins(left, right)


def _first_shared(ends: Sequence[float], near: float, wanted: int) -> float | None:
    start = 0
    for n, end in enumerate(ends):
        while ends[start] - end > near:
            start += 1
        if start > max(1, len(ends) // STRAY):
            return None
        if n - start + 1 >= wanted:
            return ends[start]
    return None
