"""An RTF's text in the making: paragraphs, and the cells of rows until a row is whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yuedu.intake.converted import row

OWN = {1: None, 2: None, 3: None}
"""Characters that stand around the numbers of notes and behind those of items until the text is put together."""


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs of the body, or of a note."""

    paragraphs: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    in_cell: list[str] = field(default_factory=list)
    in_table: bool = False

    def paragraph(self) -> None:
        text, self.pieces = _joined(self.pieces), []
        (self.in_cell if self.in_table else self.paragraphs).append(text)

    def cell(self) -> None:
        self.in_cell.append(_joined(self.pieces))
        self.cells.append("\n".join(self.in_cell))
        self.pieces, self.in_cell = [], []

    def row(self) -> None:
        if self.pieces or self.in_cell:
            self.cell()
        if any(cell.strip() for cell in self.cells):
            self.paragraphs.append(row(self.cells))
        self.cells = []

    def end(self) -> list[str]:
        if self.cells or self.in_cell:
            self.row()
        if self.pieces:
            self.in_table = False
            self.paragraph()
        return self.paragraphs


def _joined(pieces: list[str]) -> str:
    """Pieces as one text; behind the number of an item is a space where a figure follows: 1. 5亿元 is not 1.5亿元."""
    return re.sub(" *\x03 *", "", re.sub(" *\x03 *(?=\\d)", " ", "".join(pieces)))
