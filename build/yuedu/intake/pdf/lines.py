"""A row of glyphs to a line of text: a gap between words is a space, a small raised figure is kept apart."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from yuedu.intake.pdf.glyphs import Glyph
from yuedu.intake.pdf.rows import SMALL

RAISED, ENDS = "\x02", "\x03"
"""Around a small raised figure, until it is known whether a footnote has that number."""
NEVER_FIRST = "，。、；：？！）》」』〉〕】％…—”’·,.;:?!)]}%"
NUMERAL = re.compile(r"[\d①-⑳㉑-㉟㊱-㊿＊*]+")
HAN_GAP, LATIN_GAP, TABLE_GAP = 0.8, 0.2, 1.8


@dataclass(slots=True)
class Line:
    """A line of text and its box; `lead` is the width of what cannot be parted from its first character, and `tail` is where
    the words after the last wide gap begin.

    `column` is 0 across the page, 1 left, 2 right. A table's row is a line with `row` set.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    lead: float = 0.0
    tail: float = 0.0
    page: int = 0
    column: int = 0
    row: bool = False


def line(row: list[Glyph]) -> Line | None:
    """One row of glyphs as a line; None where it is blank."""
    while row and not row[-1].text.strip():
        row = row[:-1]
    while row and not row[0].text.strip():
        row = row[1:]
    if not row:
        return None
    size = _main_size(row)
    main = [g for g in row if g.size > SMALL * size] or row
    base, middle = statistics.median(g.base for g in main), statistics.median(g.middle for g in main)
    pieces: list[str] = []
    raised, before = "", None
    for glyph in row:
        up = (
            glyph.size <= SMALL * size
            and glyph.middle < middle - 0.1 * size
            and (glyph.text.strip("[]〔〕") == "" or _is_mark(glyph))
        )
        if not up and raised:
            pieces.append(_mark(raised))
            raised = ""
        if up:
            raised += glyph.text
        else:
            pieces += [_gap(before, glyph, size), glyph.text]
        before = glyph
    pieces += [_mark(raised)] if raised else []
    x0, x1 = row[0].x0, max(g.x1 for g in row)
    top, bottom = min(g.top for g in main), max(g.bottom for g in main)
    return Line("".join(pieces).strip(), x0, x1, top, bottom, base, size, _lead(row), _tail(row, size))


def _is_mark(glyph: Glyph) -> bool:
    return NUMERAL.fullmatch(glyph.text) is not None


def _mark(raised: str) -> str:
    numeral = raised.strip("[]〔〕")
    return f"{RAISED}{numeral}{ENDS}" if numeral else raised


def _main_size(row: list[Glyph]) -> float:
    counts: Counter[float] = Counter()
    for glyph in row:
        counts[round(glyph.size, 1)] += len(glyph.text)
    return counts.most_common(1)[0][0]


def _gap(before: Glyph | None, glyph: Glyph, size: float) -> str:
    """What stands between two glyphs: nothing, a space, or a wide one where a tab or a cell's border may have been."""
    if before is None or not before.text.strip() or not glyph.text.strip():
        return ""
    gap = (glyph.x0 - before.x1) / size
    if gap > TABLE_GAP:
        return "\u3000"
    narrow = before.text[-1].isascii() and glyph.text[0].isascii()
    return " " if gap > (LATIN_GAP if narrow else HAN_GAP) else ""


def _tail(row: list[Glyph], size: float) -> float:
    inked = [g for g in row if g.text.strip()]
    return max((b.x0 for a, b in pairwise(inked) if b.x0 - a.x1 > TABLE_GAP * size), default=inked[0].x0)


def _lead(row: list[Glyph]) -> float:
    """The width of the first word, or of the first character and the stops that cannot be parted from it."""
    end = 1
    word = _in_word(row[0])
    while end < len(row) and end < 40:
        text = row[end].text
        if not (text in NEVER_FIRST or (word and _in_word(row[end])) or row[end - 1].text in "（《“‘「『〔【(["):
            break
        end += 1
    return row[end - 1].x1 - row[0].x0


def _in_word(glyph: Glyph) -> bool:
    return glyph.text.isascii() and (glyph.text.isalnum() or glyph.text in "-+/&'@_.")
