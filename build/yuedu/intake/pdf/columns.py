"""Two columns on a page: a vertical gutter that no glyph stands in, but those of lines across the page."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yuedu.intake.pdf.glyphs import Glyph
from yuedu.intake.pdf.lines import Line, line
from yuedu.intake.pdf.rows import rows

MIDDLE = (0.3, 0.7)
"""Where on the width of the text a gutter may be."""
NARROWEST = 0.9
EMPTY, FULL = 0.2, 0.6
"""A gutter is covered by at most this part of the lines that cover a column; a column's width at least so."""
FEWEST = 6
INTO = 0.15
"""Ems by which a glyph must stand in a gutter to be seen there."""
OPENING, CLOSING = tuple("（《〈“‘「『【〔"), tuple("，。、；：？！）》〉”’」』】〕")


@dataclass(frozen=True, slots=True)
class Gutter:
    """The space between two columns."""

    x0: float
    x1: float


def gutter(glyphs: Sequence[Glyph], known: Gutter | None) -> Gutter | None:
    """The gutter of a page, or the `known` one of the page before where this page keeps clear of it too."""
    inked = [g for g in glyphs if g.text.strip()]
    if len(inked) < 50:
        return None
    left, right = min(g.x0 for g in inked), max(g.x1 for g in inked)
    width = int(right - left) + 2
    cover = [0] * (width + 1)
    for x0, x1 in map(_ink, inked):
        cover[max(0, int(x0 - left))] += 1
        cover[min(width, int(x1 - left) + 1)] -= 1
    for n in range(1, width + 1):
        cover[n] += cover[n - 1]
    peak = sorted(cover)[int(0.9 * len(cover))]
    size = statistics.median(g.size for g in inked)
    if known and left < known.x0 and known.x1 < right:
        inside = cover[int(known.x0 - left) + 1 : int(known.x1 - left)]
        if inside and max(inside) <= max(1, EMPTY * peak):
            return known
    if peak < FEWEST:
        return None
    start, end = _widest(cover, int(MIDDLE[0] * width), int(MIDDLE[1] * width), EMPTY * peak)
    sides = cover[: max(1, start)], cover[end:] or [0]
    if end - start < NARROWEST * size or any(statistics.fmean(side) < FULL * peak for side in sides):
        return None
    return Gutter(left + start, left + end)


def _widest(cover: Sequence[int], first: int, last: int, most: float) -> tuple[int, int]:
    best, begun = (0, 0), first
    for n in range(first, last + 1):
        if n == last or cover[n] > most:
            if n - begun > best[1] - best[0]:
                best = (begun, n)
            begun = n + 1
    return best


def in_order(glyphs: Sequence[Glyph], parted: Gutter | None, tables: Sequence[Line]) -> list[Line]:
    """A page's lines in the order they are read; `tables` are rows already read, each at its place."""
    if parted is None:
        return sorted([*_lines(glyphs, 0), *tables], key=lambda ln: ln.top)
    bands = rows(g for g in glyphs if g.text.strip() and _stands_in(g, parted))
    spans = sorted((min(g.top for g in band), max(g.bottom for g in band)) for band in bands)
    groups: tuple[list[Glyph], list[Glyph], list[Glyph]] = ([], [], [])
    at = 0
    for g in sorted(glyphs, key=lambda g: g.middle):
        while at < len(spans) and spans[at][1] < g.middle:
            at += 1
        across = at < len(spans) and spans[at][0] <= g.middle
        groups[0 if across else 1 if g.x0 + g.x1 < parted.x0 + parted.x1 else 2].append(g)
    placed = [replace(t, column=_side(t, parted)) for t in tables]
    lines = [ln for n, group in enumerate(groups) for ln in _lines(group, n)] + placed
    return _zones(sorted(lines, key=lambda ln: ln.top))


def _stands_in(g: Glyph, parted: Gutter) -> bool:
    x0, x1 = _ink(g)
    return x1 > parted.x0 + INTO * g.size and x0 < parted.x1 - INTO * g.size


def _ink(g: Glyph) -> tuple[float, float]:
    """Where a glyph shows: a full-width stop or bracket only in half of its box, the other half of which may stick out."""
    half = (g.x1 - g.x0) / 2
    return g.x0 + (half if g.text in OPENING else 0), g.x1 - (half if g.text in CLOSING else 0)


def _zones(lines: Sequence[Line]) -> list[Line]:
    """Between two lines across the page, the left column before the right one."""
    out: list[Line] = []
    zone: list[Line] = []
    for ln in lines:
        if ln.column == 0:
            out += sorted(zone, key=lambda z: z.column)
            out.append(ln)
            zone = []
        else:
            zone.append(ln)
    return out + sorted(zone, key=lambda z: z.column)


def _side(ln: Line, parted: Gutter) -> int:
    return 1 if ln.x1 <= parted.x1 else 2 if ln.x0 >= parted.x0 else 0


def _lines(glyphs: Sequence[Glyph], column: int) -> list[Line]:
    found = [line(row) for row in rows(glyphs)]
    return [replace(ln, column=column) for ln in found if ln is not None]
