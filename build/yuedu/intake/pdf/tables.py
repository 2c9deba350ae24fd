"""Tables drawn with rules, by pdfplumber: each row a paragraph of cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from yuedu.intake.converted import row
from yuedu.intake.pdf.glyphs import Glyph
from yuedu.intake.pdf.joining import run_on
from yuedu.intake.pdf.lines import Line, line
from yuedu.intake.pdf.rows import rows

MOST_RULES = 3000
"""A page with more lines and boxes than this is a drawing; looking for cells in it would take minutes."""
FEWEST_RULES = 3
Box = tuple[float, float, float, float]


def tables(page: Any, glyphs: Sequence[Glyph], left: Counter[str]) -> tuple[list[Line], list[Glyph]]:
    """The rows of a page's tables, and the glyphs that stand in none. A table of one column is text in a frame."""
    rules = sum(len(page.objects.get(kind, [])) for kind in ("line", "rect", "curve"))
    if rules < FEWEST_RULES and not page.objects.get("rect"):
        return [], list(glyphs)
    if rules > MOST_RULES:
        left["drawing"] += 1
        return [], list(glyphs)
    found: list[Line] = []
    free = list(glyphs)
    for table in page.find_tables():
        if max((sum(1 for c in r.cells if c) for r in table.rows), default=0) < 2:
            continue
        inside, outside = _parted(free, table.bbox)
        if not any(g.text.strip() for g in inside):
            continue
        free = outside
        held = _by_cell(inside, [c for r in table.rows for c in r.cells if c])
        lefts = _lefts(table)
        for r in table.rows:
            found += _row(r, held, lefts)
    return found, free


def _row(r: Any, held: dict[Box, list[Glyph]], lefts: Sequence[float]) -> list[Line]:
    """A row's cells; a cell from above leaves its column empty, one that reaches here from the left has been said."""
    texts: list[str] = []
    reach = float("-inf")
    for cell, left in zip(r.cells, lefts, strict=True):
        if cell is not None:
            texts.append(_cell(held.get(cell, [])))
            reach = cell[2]
        elif left > reach - 1:
            texts.append("")
    if not any(texts):
        return []
    x0, top, x1, bottom = r.bbox
    return [Line(row(texts), x0, x1, top, bottom, bottom, bottom - top, row=True)]


def _lefts(table: Any) -> list[float]:
    """Where each column of a table begins."""
    columns = zip(*(r.cells for r in table.rows), strict=True)
    return [min(cell[0] for cell in column if cell) for column in columns]


def _cell(glyphs: Sequence[Glyph]) -> str:
    text = ""
    for found in (line(r) for r in rows(glyphs)):
        if found:
            text = run_on(text, found.text)
    return text


def _by_cell(glyphs: Sequence[Glyph], cells: Sequence[Box]) -> dict[Box, list[Glyph]]:
    held: dict[Box, list[Glyph]] = {}
    for g in glyphs:
        x = (g.x0 + g.x1) / 2
        home = next((c for c in cells if c[0] <= x <= c[2] and c[1] <= g.middle <= c[3]), None)
        if home:
            held.setdefault(home, []).append(g)
    return held


def _parted(glyphs: Sequence[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for g in glyphs:
        x = (g.x0 + g.x1) / 2
        (inside if box[0] <= x <= box[2] and box[1] <= g.middle <= box[3] else outside).append(g)
    return inside, outside
