"""How a page ends its lines: at one width, or with paragraphs that begin indented and go on flush with the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yuedu.text.lines import is_whole
from yuedu.text.trace import Trace

NARROWEST = 15
"""Of a page that wraps its lines, in characters."""
RAGGED = 2
"""Characters by which its lines differ, since no line begins with a mark."""
INDENT = 2
"""Characters by which a paragraph is indented."""
FEWEST = 3
"""Fewer lines tell nothing."""
MOST = 0.85
"""So many of the lines that are not indented go on from a full one, where indentation tells paragraphs."""

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")


class Wrapping:
    """What the seed and all of its lines tell: `blank` after a line, `indented` before one, and how paragraphs are told."""

    def __init__(self, trace: Trace, lines: Sequence[str], body: Sequence[int]) -> None:
        self._lines = lines
        spans, at = [], 0
        for line in lines:
            spans.append((at, at + len(line)))
            at += len(line) + 1
        gaps = [trace.seed[trace.index[e] : trace.index[s]] for (_, e), (s, _) in pairwise(spans)]
        self.blank = [len(_LINE_END.findall(gap)) > 1 for gap in gaps]
        self.indented = [True, *(gap[-1:].isspace() and gap[-1:] not in "\n\r" for gap in gaps)]
        self.width = _width([lines[n] for n in body if not is_whole(lines[n])], [lines[n] for n in body])
        self._longest = max((len(lines[n]) + INDENT * self.indented[n] for n in body), default=0)
        self._by_indent = self._tells_by_indent(body)

    def goes_on(self, n: int, *, ended: bool, anew: bool) -> bool:
        """Whether line `n` is full and the next goes on from it.

        `ended`: it ends as a sentence does; `anew`: the next could begin something. Where indentation tells paragraphs, only
        both together speak against it: 。 at the margin, and then 二、 flush with it.
        """
        if self.blank[n]:
            return False
        if self._by_indent:
            return not self.indented[n + 1] and self._is_full(n) and not (ended and anew)
        return self.width is not None and not (ended or anew) and _wide(self._lines[n]) >= self.width - RAGGED

    def _tells_by_indent(self, body: Sequence[int]) -> bool:
        inside = set(body)
        follows = [n for n in body if n - 1 in inside and not self.indented[n]]
        begins = sum(self.indented[n] for n in body)
        if min(len(follows), begins) < FEWEST or self._longest < NARROWEST:
            return False
        return sum(self._is_full(n - 1) and not self.blank[n - 1] for n in follows) >= MOST * len(follows)

    def _is_full(self, n: int) -> bool:
        """Whether a line reaches the longest in characters, or the page's width."""
        own = INDENT * self.indented[n]
        wide = self.width is not None and _wide(self._lines[n]) + own >= self.width - RAGGED
        return wide or len(self._lines[n]) + own >= self._longest - RAGGED


def _width(unfinished: Sequence[str], body: Sequence[str]) -> int | None:
    """The width at which the page wraps its lines; None where it does not.

    Most lines without an end are as wide as the widest, and no line is wider.
    """
    wide = sorted(map(_wide, unfinished), reverse=True)
    if len(wide) < FEWEST or len(wide) < len(body) / 3 or wide[0] < NARROWEST:
        return None
    width = wide[len(wide) // 20]
    full = sum(1 for w in wide if width - RAGGED <= w <= width + RAGGED)
    wider = sum(1 for line in body if _wide(line) > width + RAGGED)
    return width if full > 0.6 * len(wide) and wider <= 0.05 * len(body) else None


def _wide(line: str) -> int:
    """The width of a line in full characters; a Latin letter or a digit is half of one."""
    return len(line) - sum(char.isascii() for char in line) // 2
