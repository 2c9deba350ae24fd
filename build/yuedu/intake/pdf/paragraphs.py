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
SLACK = 1.2
"""Ems that a full line may lack: a stop that is not set at a line's beginning takes a character along."""
WIDER = 1.35
LEADERS = re.compile(r"(?:[.…·．‥・]\s?){4,}\s*[（(]?[\dIVXivx]{1,5}[)）]?\s*$")
STOPS = "。！？：；!?;:”"


def paragraphs(lines: Sequence[Line], of: Callable[[Line], Margins], leading: float) -> list[str]:
    """The paragraphs of a document; an empty one where the page leaves a gap."""
    out: list[str] = []
    before: Line | None = None
    for ln in lines:
        if before is not None and _goes_on(before, ln, of, leading):
            out[-1] = run_on(out[-1], ln.text)
        else:
            if before is not None and _gap(before, ln) > 1.8 * leading * before.size:
                out.append("")
            out.append(ln.text)
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


def _goes_on(a: Line, b: Line, of: Callable[[Line], Margins], leading: float) -> bool:
    if a.row or b.row or abs(a.size - b.size) > 0.1 * a.size:
        return False
    if _is_closed(a):
        return False
    at, there = of(a), of(b)
    room, em = at.right - a.x1, a.size
    if room >= max(b.lead + 0.1 * em, SLACK * em):
        return False
    if a.column == b.column and _gap(a, b) > WIDER * leading * em:
        return False
    indent = (b.x0 - there.left) / em
    if indent <= LEVEL:
        return True
    if INDENT[0] <= indent <= INDENT[1] or indent > 6 or _centred(b, there):
        return False
    # indented by what is no first line's indent: the second line of an item that hangs from its number
    return a.x0 - at.left <= 4 * em and a.text[-1] not in STOPS + ENDS


def _is_closed(ln: Line) -> bool:
    """Whether a line reaches the margin only by what is set there: a page number after dots, a figure after a gap."""
    return LEADERS.search(ln.text) is not None or ln.tail > (ln.x0 + ln.x1) / 2


def _centred(ln: Line, at: Margins) -> bool:
    before, after = ln.x0 - at.left, at.right - ln.x1
    return abs(before - after) <= ln.size and before > ln.size
