"""A page's characters, each at its place: doubled ones once, turned ones left out, radicals made characters again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yuedu.intake.pdf.radicals import FORMS, ordinary

UNNAMED = "\ufffd"
NO_UNICODE = re.compile(r"\(cid:\d+\)")
LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
CLOSE = 0.15
"""How near, in ems, the same character must stand to be the same one drawn twice for boldness."""
SMALLEST = 1.0


@dataclass(slots=True)
class Glyph:
    """A character and its box, in points from the top left of the page; `base` is the line it stands on."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def glyphs(chars: Iterable[Mapping[str, Any]], width: float, height: float, left: Counter[str]) -> list[Glyph]:
    """The glyphs of a page from pdfplumber's characters, in the order they are drawn; `left` counts what was mended."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, int, int], Glyph] = {}
    for char in chars:
        a, b, _, d, _, f = char["matrix"]
        if a <= 0 or d <= 0 or abs(b) > 0.05 * a:
            left["turned"] += bool(char["text"].strip())
            continue
        if char["x1"] < 0 or char["x0"] > width or char["bottom"] < 0 or char["top"] > height:
            left["outside"] += bool(char["text"].strip())
            continue
        text = _text(char["text"], left)
        size = abs(char["size"])
        if not text or size < SMALLEST:
            continue
        glyph = Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], height - f, size)
        if text.strip() and _doubled(glyph, seen):
            left["doubled"] += 1
            continue
        kept.append(glyph)
    return kept


def _text(text: str, left: Counter[str]) -> str:
    if NO_UNICODE.search(text):
        left["unnamed"] += 1
        return UNNAMED
    if text == "\xa0":
        return " "
    if FORMS.search(text):
        left["radical"] += 1
        text = ordinary(text)
    text = "".join(LIGATURES.get(c, c) for c in text)
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs"))


def _doubled(glyph: Glyph, seen: dict[tuple[str, int, int], Glyph]) -> bool:
    """Whether the same character has been drawn at nearly the same place; cells of a grid make this linear."""
    step = max(glyph.size * CLOSE, 0.1)
    column, line = int(glyph.x0 / step), int(glyph.base / step)
    for x in (column - 1, column, column + 1):
        for y in (line - 1, line, line + 1):
            other = seen.get((glyph.text, x, y))
            if other and abs(other.x0 - glyph.x0) < step and abs(other.base - glyph.base) < step:
                return True
    seen[glyph.text, column, line] = glyph
    return False
