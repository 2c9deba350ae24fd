"""Whether a line goes on with the paragraph of the line before it.

A line is full where the first word of the next would not have fitted after it. The next begins anew where it is indented,
centred, larger or smaller, or after a wider gap. Nothing is read of what the words mean, save whether a sentence has ended;
and where a text has no indents, at a page's end, whether a line begins with a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yuedu.intake.pdf.lines import ENDS, Line
from yuedu.intake.pdf.margins import leading, margins

INDENT = (1.5, 2.5)
"""Ems by which the first line of a Chinese paragraph stands in."""
SELDOM = 0.03
"""The part of its lines that are indented so in a text whose paragraphs are not indented, at most."""
LEVEL = 0.7
DEEPEST = 6
"""Ems beyond which an indented line is a signature, not the second line of an item."""
SLACK = 0.4
"""Ems that a full line may lack, whatever the next one begins with."""
WIDER = 0.3
"""Ems that two paragraphs stand further apart than two lines."""
ITEM = re.compile(r"[（(]?\d{1,3}[.．、)）]|[①-⑳•·●○■□◆◇▪➢–-]")
LABEL = re.compile(
    r"[（(]?[一二三四五六七八九十百零〇]{1,6}[、)）]|第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|[（(]?\d{1,3}[.．、)）]\D"
)
LEADERS = re.compile(r"(?:[.…·．‥・]\s?){4,}\s*[（(]?[\dIVXivx]{1,5}[)）]?\s*$")
STOPS = "。！？：；!?;:”"


class Wrapping:
    """How the lines of a document are wrapped."""

    def __init__(self, lines: Sequence[Line], widths: Sequence[float]) -> None:
        self._at = margins(lines, widths)
        self._leading = leading(lines)
        words = [ln for ln in lines if not ln.row]
        indented = sum(1 for ln in words if INDENT[0] <= self._indent(ln) <= INDENT[1])
        self._indents = indented > SELDOM * len(words)

    def full(self, a: Line, b: Line) -> bool:
        """Whether a line is full, so that the one after it may go on with it."""
        if a.row or b.row or abs(a.size - b.size) > 0.1 * a.size or _is_closed(a):
            return False
        return self._at(a).right - a.x1 < max(b.lead + 0.1 * a.size, SLACK * a.size)

    def goes_on(self, a: Line, b: Line, hangs_at: float) -> bool:
        """Whether a line goes on with the paragraph of a full one; its lines hang at a place if that is not 0."""
        em = a.size
        if self.parted(a, b, max(WIDER, 0.12 * self._leading)):
            return False
        if hangs_at:
            return b.x0 > hangs_at - LEVEL * em or b.page != a.page
        indent = self._indent(b)
        if indent <= LEVEL:
            turned = (a.page, a.column) != (b.page, b.column)
            return self._indents or not turned or _is_unfinished(a) or LABEL.match(b.text) is None
        if indent > DEEPEST or INDENT[0] <= indent <= INDENT[1] or self._centred(b):
            return False
        return self._indent(a) <= 4 and _is_unfinished(a)

    def hangs(self, a: Line, b: Line, after: Line | None) -> bool:
        """Whether a line hangs from an item's number in the full one before: so does the next, or the item has a number."""
        em = a.size
        if a.page != b.page or not LEVEL * em < b.x0 - a.x0 < DEEPEST * em or not _is_unfinished(a):
            return False
        if after is None or after.page != b.page or not self.full(b, after):
            return ITEM.match(a.text) is not None
        return abs(after.x0 - b.x0) < LEVEL * em

    def parted(self, a: Line, b: Line, by: float) -> bool:
        """Whether two lines stand further apart than usual, by so many ems."""
        if a.page != b.page or a.column != b.column:
            return False
        return b.base - a.base > (self._leading + by) * a.size

    def blank(self, a: Line, b: Line) -> bool:
        """Whether the page leaves an empty line between two."""
        return self.parted(a, b, 0.8 * self._leading)

    def _indent(self, ln: Line) -> float:
        return (ln.x0 - self._at(ln).left) / ln.size

    def _centred(self, ln: Line) -> bool:
        at = self._at(ln)
        before, after = ln.x0 - at.left, at.right - ln.x1
        return abs(before - after) <= ln.size and before > ln.size


def _is_unfinished(ln: Line) -> bool:
    return ln.text[-1] not in STOPS + ENDS


def _is_closed(ln: Line) -> bool:
    """Whether a line reaches the margin only by what is set there: a page number after dots, a figure after a gap."""
    return LEADERS.search(ln.text) is not None or ln.tail > (ln.x0 + ln.x1) / 2
