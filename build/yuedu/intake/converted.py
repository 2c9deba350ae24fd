"""What a converter makes of a file, and the few signs by which a text says what a page showed by its layout.

A text is paragraphs with line feeds between them. The cells of a table's row stand in one paragraph, parted by `CELL`.
A footnote's mark stands where the page has it; the notes follow the text, each in a paragraph that begins with its mark,
below `NOTES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CELL = "\t"
NOTES = "注："


@dataclass(frozen=True, slots=True)
class Converted:
    """A text, the name and version of what made it (`python-docx 1.2.0`), and what its reader should know, in English."""

    text: str
    converter: str
    notes: tuple[str, ...] = ()


def row(cells: Iterable[str]) -> str:
    """The cells of one row as one paragraph; line feeds and cell marks inside a cell are spaces."""
    return CELL.join(" ".join(cell.split()) for cell in cells)


def mark(number: int) -> str:
    """The mark of a footnote: ①, or [51] beyond the fifty that Unicode circles."""
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(start + number - first)
    return f"[{number}]"


def with_notes(paragraphs: Sequence[str], notes: Sequence[str]) -> str:
    """Paragraphs, and below them the notes, the first of which has mark 1."""
    below = [f"{mark(n)} {' '.join(note.split())}" for n, note in enumerate(notes, 1)]
    return "\n".join([*paragraphs, *([NOTES, *below] if below else [])])
