"""Lines to paragraphs: a line that reaches the margin goes on in the next, unless that one begins something new.

A line is full where the first word of the next would not have fitted after it. The next begins anew where it is indented,
centred, larger or smaller, or after a wider gap. Nothing is read of what the words mean, save whether a sentence has ended.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yuedu.intake.pdf.lines import ENDS, Line
from yuedu.intake.pdf.margins import Margins

INDENT = (1.5, 2.5)
"""Ems by which the first line of a Chinese paragraph stands in."""
LEVEL = 0.7
DEEPEST = 6
"""Ems beyond which an indented line is a signature, not the second line of an item."""
SLACK = 1.2
"""Ems that a full line may lack: a stop that is not set at a line's beginning takes a character along."""
WIDER = 1.35
ITEM = re.compile(r"[（(]?\d{1,3}[.．、)）]|[①-⑳•·●○■□◆◇▪➢–-]")
LEADERS = re.compile(r"(?:[.…·．‥・]\s?){4,}\s*[（(]?[\dIVXivx]{1,5}[)）]?\s*$")
STOPS = "。！？：；!?;:”"


def paragraphs(lines: Sequence[Line], of: Callable[[Line], Margins], leading: float) -> list[str]:
    """The paragraphs of a document; an empty one where the page leaves a gap."""
    out: list[str] = []
    before: Line | None = None
    first, hangs_at = True, 0.0
    for ln, after in zip(lines, [*lines[1:], None], strict=True):
        full = before is not None and _is_full(before, ln, of)
        hangs = bool(full and first and before and _hangs(before, ln, after, of))
        if before is not None and full and (_goes_on(before, ln, of, leading, hangs_at) or hangs):
            hangs_at = ln.x0 if hangs else hangs_at
            first = False
            out[-1] = run_on(out[-1], ln.text)
        else:
            if before is not None and _gap(before, ln) > 1.8 * leading * before.size:
                out.append("")
            out.append(ln.text)
            first, hangs_at = True, 0.0
        before = ln
    return out


def run_on(text: str, following: str) -> str:
    """Two lines as one: nothing between Chinese, a space between Latin words."""
    if not text or not following:
        return text + following
    last, first = text[-1], following[0]
    latin = (
        last.isascii()
        and first.isascii()
        and last not in "-/"
        and (last.isalpha() or last in ",.;:!?)'\"%")
        and first.isalnum()
    )
    latin = latin or (last.isascii() and last.isdecimal() and first.isascii() and first.isalpha())
    return f"{text} {following}" if latin else text + following


def _gap(a: Line, b: Line) -> float:
    return b.base - a.base if a.page == b.page and b.base > a.base else 0.0


def _is_full(a: Line, b: Line, of: Callable[[Line], Margins]) -> bool:
    """Whether the first word of a line would not have fitted after the line before it."""
    if a.row or b.row or abs(a.size - b.size) > 0.1 * a.size or _is_closed(a):
        return False
    return of(a).right - a.x1 < max(b.lead + 0.1 * a.size, SLACK * a.size)


def _goes_on(a: Line, b: Line, of: Callable[[Line], Margins], leading: float, hangs_at: float) -> bool:
    """Whether a line goes on with a full one's paragraph, whose lines hang at a place if it is not 0."""
    at, there, em = of(a), of(b), a.size
    if a.column == b.column and _gap(a, b) > WIDER * leading * em:
        return False
    if hangs_at:
        return b.x0 > hangs_at - LEVEL * em or b.page != a.page
    indent = (b.x0 - there.left) / em
    if indent <= LEVEL:
        return True
    if indent > DEEPEST or INDENT[0] <= indent <= INDENT[1] or _centred(b, there):
        return False
    return a.x0 - at.left <= 4 * em and _is_unfinished(a)


def _hangs(a: Line, b: Line, after: Line | None, of: Callable[[Line], Margins]) -> bool:
    """Whether a line hangs from an item's number in the line before: so does the next one, or the item has a number."""
    em = a.size
    if a.page != b.page or not LEVEL * em < b.x0 - a.x0 < DEEPEST * em or not _is_unfinished(a):
        return False
    if after is None or after.page != b.page or not _is_full(b, after, of):
        return ITEM.match(a.text) is not None
    return abs(after.x0 - b.x0) < LEVEL * em


def _is_unfinished(ln: Line) -> bool:
    return ln.text[-1] not in STOPS + ENDS


def _is_closed(ln: Line) -> bool:
    """Whether a line reaches the margin only by what is set there: a page number after dots, a figure after a gap."""
    return LEADERS.search(ln.text) is not None or ln.tail > (ln.x0 + ln.x1) / 2


def _centred(ln: Line, at: Margins) -> bool:
    before, after = ln.x0 - at.left, at.right - ln.x1
    return abs(before - after) <= ln.size and before > ln.size
