"""A .pdf file to text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted, with_notes
from yuedu.intake.needs import maker
from yuedu.intake.pdf.columns import Gutter, gutter, in_order
from yuedu.intake.pdf.footnotes import Footnotes, body_size
from yuedu.intake.pdf.furniture import ROWS_LOOKED_AT, Edge, furniture, names
from yuedu.intake.pdf.glyphs import Glyph, glyphs
from yuedu.intake.pdf.lines import Line, line
from yuedu.intake.pdf.margins import leading
from yuedu.intake.pdf.pages import opened
from yuedu.intake.pdf.paragraphs import paragraphs
from yuedu.intake.pdf.radicals import settled
from yuedu.intake.pdf.rows import rows
from yuedu.intake.pdf.tables import tables
from yuedu.intake.pdf.upright import upright
from yuedu.intake.plural import plural

UNNAMED_AT_MOST = 0.05
SCAN = "run OCR over it first (for example OCRmyPDF), or ask the office for the text"


@dataclass(slots=True)
class _Read:
    """What was read of all pages, before it is known what recurs."""

    lines: list[list[Line]] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    characters: int = 0
    images: int = 0
    two_columns: int = 0
    left: Counter[str] = field(default_factory=Counter)


def read_pdf(data: bytes, name: str) -> Converted:
    """The text of a PDF that has a text layer; `SourceError` for a scan and for what cannot be read."""
    read = _Read()
    with opened(data, name) as pages:
        known: Gutter | None = None
        for page in pages:
            known = _page(page, read, known)
            page.close()
    _check(read, name)
    every = [ln for lines in read.lines for ln in lines]
    found = furniture(read.edges, len(read.lines), leading(every), body_size(every))
    kept = [_without(lines, n, found) for n, lines in enumerate(read.lines)]
    notes = Footnotes(body_size([ln for lines in kept for ln in lines]))
    lines = [ln for page, height in zip(kept, read.heights, strict=True) for ln in notes.taken(page, height)]
    text = settled(with_notes(paragraphs(lines, read.widths), notes.texts))
    if not text.strip():
        raise SourceError(name, None, "nothing but page numbers: the text layer is empty", SCAN)
    return Converted(text, maker("pdfplumber"), tuple(_notes(read, found)))


def _page(page: Any, read: _Read, known: Gutter | None) -> Gutter | None:
    number, height = len(read.lines), float(page.height)
    every = glyphs(page.chars, float(page.width), height, read.left)
    read.characters += sum(1 for g in every if g.text.strip())
    read.images += len(page.images)
    table_rows, free = tables(page, every, read.left)
    free = upright(free, read.left)
    parted = gutter(free, known)
    read.two_columns += parted is not None
    lines = in_order(free, parted, table_rows)
    for ln in lines:
        ln.page = number
    read.lines.append(lines)
    read.edges += _edges(free, table_rows, number, height)
    read.widths.append(float(page.width))
    read.heights.append(height)
    return parted


def _edges(free: Sequence[Glyph], table_rows: Sequence[Line], page: int, height: float) -> list[Edge]:
    """The first rows and the last ones of a page, from its edges inwards, as far as there is no table."""
    found = [ln for r in rows(free) if (ln := line(r)) is not None]
    found = sorted([*found, *table_rows], key=lambda ln: ln.top)
    out: list[Edge] = []
    for foot, some in ((False, found[:ROWS_LOOKED_AT]), (True, found[::-1][:ROWS_LOOKED_AT])):
        for n, ln in enumerate(some):
            if ln.row:
                break
            order = found[::-1] if foot else found
            inner = order[n + 1] if n + 1 < len(order) else None
            gap = abs(inner.base - ln.base) if inner else 0.0 if n else float("inf")
            size = inner.size if inner and not inner.row else ln.size
            out.append(Edge(page, foot, ln.text, ln.top, ln.bottom, height, ln.size, gap, size))
    return out


def _without(lines: Sequence[Line], page: int, found: Sequence[Edge]) -> list[Line]:
    bands = [(e.top, e.bottom) for e in found if e.page == page]
    return [ln for ln in lines if ln.row or not any(top <= (ln.top + ln.bottom) / 2 <= bottom for top, bottom in bands)]


def _check(read: _Read, name: str) -> None:
    if not read.characters:
        if read.left["turned"]:
            raise SourceError(name, None, "all its text is turned or vertical", "ask the office for the text")
        raise SourceError(name, None, f"{plural(len(read.lines), 'page')} without a text layer: it is a scan", SCAN)
    if read.left["unnamed"] > UNNAMED_AT_MOST * read.characters:
        share = f"{read.left['unnamed']} of {read.characters}"
        raise SourceError(name, None, f"the text layer names no characters ({share} have no Unicode)", SCAN)


def _notes(read: _Read, found: Sequence[Edge]) -> list[str]:
    left, notes = read.left, []
    if found:
        notes.append(
            f"running heads and page numbers of {plural(len({e.page for e in found}), 'page')} left out: {names(found)}"
        )
    if read.two_columns:
        notes.append(f"{plural(read.two_columns, 'page')} read in two columns")
    for key, (one, what) in LEFT.items():
        if left[key]:
            notes.append(f"{plural(left[key], one)} {what}")
    if read.images:
        notes.append(f"{plural(read.images, 'picture')} left out")
    return notes


LEFT = {
    "turned": ("turned character", "(a watermark, a seal or a table on its side) left out"),
    "vertical": ("character", "of vertical writing left out"),
    "outside": ("character", "beyond the page's edges left out"),
    "doubled": ("character", "drawn twice for boldness taken once"),
    "radical": ("character", "that the font calls a radical or a compatibility form made the ordinary one"),
    "unnamed": ("character", "that the font has no Unicode for shown as \ufffd"),
    "drawing": ("page", "with so many rules that no table was looked for"),
}
"""What was left out or mended, as the notes name it."""
