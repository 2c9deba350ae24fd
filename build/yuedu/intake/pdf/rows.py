"""Glyphs by the line they stand on: one base line, and the small raised ones above it."""

from __future__ import annotations

from collections.abc import Iterable

from yuedu.intake.pdf.glyphs import Glyph

SMALL = 0.76
"""A raised figure is at most so large, measured by its line."""


def rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Rows from the top; within a row from the left."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        last = found[-1] if found else None
        if last and abs(glyph.base - last[0].base) <= 0.25 * max(glyph.size, last[0].size):
            last.append(glyph)
        else:
            found.append([glyph])
    return [sorted(row, key=lambda g: g.x0) for row in _with_raised(found)]


def _with_raised(found: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows of small glyphs that stand inside a line of larger ones are part of it."""
    sizes = [max(g.size for g in row) for row in found]
    home: list[int] = list(range(len(found)))
    for n, row in enumerate(found):
        for other in (n + 1, n - 1):
            if not 0 <= other < len(found) or sizes[n] > SMALL * sizes[other]:
                continue
            large = found[other]
            top, bottom = min(g.top for g in large), max(g.bottom for g in large)
            if all(top - 0.15 * sizes[other] <= g.middle <= bottom for g in row):
                home[n] = other
                break
    merged: dict[int, list[Glyph]] = {}
    for n, row in enumerate(found):
        merged.setdefault(home[n], []).extend(row)
    return [merged[n] for n in sorted(merged)]
