"""Footnotes: lines in small type at a page's foot, whose number stands raised in the text above."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from yuedu.intake.converted import mark
from yuedu.intake.pdf.joining import run_on
from yuedu.intake.pdf.lines import ENDS, RAISED, Line

SMALLER = 0.92
MARKED = re.compile(f"{RAISED}([^{ENDS}]*){ENDS}")
OPENS = re.compile(rf"(?:{RAISED}([^{ENDS}]*){ENDS}|[\[〔（(]?(\d{{1,3}}|[①-⑳㉑-㉟㊱-㊿＊*])[\]〕）).、．]?)\s*(?=\S)")


def body_size(lines: Sequence[Line]) -> float:
    """The size that most of a document's characters have."""
    counts: Counter[float] = Counter()
    for ln in lines:
        if not ln.row:
            counts[round(ln.size, 1)] += len(ln.text)
    return counts.most_common(1)[0][0] if counts else 0.0


class Footnotes:
    """Takes each page's footnotes off its foot; `texts` are all of them in order of appearance."""

    def __init__(self, size: float) -> None:
        self._size = size
        self.texts: list[str] = []

    def taken(self, lines: Sequence[Line], height: float) -> list[Line]:
        """A page's lines without its footnotes, the raised figures that refer to them made marks, others plain again."""
        found: dict[str, str] = {}
        kept: list[Line] = []
        named = {_plain(m) for ln in lines if not self._is_small(ln) for m in MARKED.findall(ln.text)}
        current = ""
        for ln in lines:
            opening = OPENS.match(ln.text) if self._is_small(ln) and ln.top > 0.4 * height else None
            number = _plain(opening[1] or opening[2]) if opening else ""
            if opening and number in named and number not in found:
                current = number
                found[current] = ln.text[opening.end() :]
            elif current and self._is_small(ln):
                found[current] = run_on(found[current], ln.text)
            else:
                current = ""
                kept.append(ln)
        numbers: dict[str, int] = {}
        for ln in kept:
            ln.text = MARKED.sub(lambda m: self._mark(m[1], found, numbers), ln.text)
        return kept

    def _mark(self, raised: str, found: dict[str, str], numbers: dict[str, int]) -> str:
        plain = _plain(raised)
        if plain not in found:
            return raised
        if plain not in numbers:
            self.texts.append(MARKED.sub(r"\1", found[plain]).strip())
            numbers[plain] = len(self.texts)
        return mark(numbers[plain])

    def _is_small(self, ln: Line) -> bool:
        return not ln.row and ln.size <= SMALLER * self._size


def _plain(numeral: str) -> str:
    return unicodedata.normalize("NFKC", numeral)
