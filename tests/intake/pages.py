"""Pages of a PDF set for the tests: lines wrapped as an office sets them, by reportlab with a font of Chinese."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
NEVER_FIRST = "，。、；：？！）》」』〉〕】％…—”’"
UNIT = re.compile(r"[!-~]+| |.")


class Pages:
    """A PDF being set, A4 with even margins; places are from the top left, in points."""

    def __init__(
        self, size: float = 16, margin: float = 80, leading: float = 1.75, head: str = "", foot: str = ""
    ) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=A4)
        self.size, self.margin, self.leading = size, margin, leading * size
        self.width, self.height = A4
        self.left, self.right = margin, margin + (self.width - 2 * margin) // size * size
        self.head, self.foot, self.number = head, foot, 0
        self.y = 0.0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        self.y = self.margin
        for words, y in ((self.head, 45.0), (self.foot.replace("#", str(self.number)), self.height - 45)):
            if words:
                self.at((self.width - width(words, 10.5)) / 2, y, words, 10.5)

    def at(self, x: float, y: float, words: str, size: float | None = None) -> None:
        """Words with their upper edge at a place."""
        self.canvas.setFont(FONT, size or self.size)
        self.canvas.drawString(x, self.height - y - 0.88 * (size or self.size), words)

    def turn(self) -> None:
        self.canvas.showPage()
        self._begin()

    def line(self, words: str, x: float) -> None:
        """One line at the next place down the page."""
        if self.y + self.size > self.height - self.margin:
            self.turn()
        self.at(x, self.y, words)
        self.y += self.leading

    def paragraph(self, words: str, indent: float = 2) -> None:
        """A wrapped paragraph whose first line stands in by so many characters."""
        for n, part in enumerate(wrapped(words, self.right - self.left, self.size, indent)):
            self.line(part, self.left + (indent * self.size if n == 0 else 0))

    def centred(self, words: str) -> None:
        for part in wrapped(words, self.right - self.left - 2 * self.size, self.size, 0):
            self.line(part, (self.left + self.right - width(part, self.size)) / 2)

    @property
    def data(self) -> bytes:
        self.canvas.save()
        return self._stream.getvalue()


def width(words: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(words, FONT, size))


def wrapped(words: str, room: float, size: float, indent: float) -> Sequence[str]:
    """Lines of at most `room` points; a stop is never first in a line, a Latin word never parted where it fits in one."""
    lines: list[str] = [""]
    for unit in _units(words, room, size):
        space = room - (indent * size if len(lines) == 1 else 0)
        if lines[-1] and width(lines[-1] + unit.rstrip(), size) > space + 0.01:
            lines.append("" if unit == " " else unit)
        else:
            lines[-1] += unit
    return [line.rstrip() for line in lines]


def _units(words: str, room: float, size: float) -> Iterable[str]:
    units: list[str] = []
    for unit in UNIT.findall(words):
        if units and unit in NEVER_FIRST:
            units[-1] += unit
        else:
            units.append(unit)
    return (part for unit in units for part in ([unit] if width(unit, size) <= room else unit))
