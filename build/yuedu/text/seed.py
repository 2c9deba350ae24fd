"""A seed to its trees: clean, find where each document begins, build."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from yuedu.text.building import build_tree
from yuedu.text.clean import Correction as Correction
from yuedu.text.clean import clean
from yuedu.text.outline import Outline
from yuedu.text.trace import Repair, Trace
from yuedu.text.tree import Tree

SHORTEST_OPENING = 12
"""Characters that an editor can tell a line by."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a document begins: its first line starts with `words` (white space aside), which no other line does.

    Empty words say «from the first line»: the one way to say it where the whole first line recurs.
    """

    id: str
    words: str
    outline: Outline = field(default_factory=Outline)


class NoSuchStart(ValueError):
    """No line, or more than one, starts with the words an editor gave."""

    def __init__(self, begin: Begin, times: int) -> None:
        self.begin, self.times = begin, times
        super().__init__(begin.words)


@dataclass(frozen=True, slots=True)
class ReadSeed:
    """A cleaned seed: its trees in order, its repairs in seed offsets, and for each repair the document and offset."""

    trace: Trace
    trees: list[Tree]
    starts: list[int]
    repairs: list[Repair]

    def locate(self, seed_offset: int) -> tuple[Tree, int]:
        """The document, and the offset in its text, at which a seed offset stands after cleaning."""
        at = bisect_left(self.trace.index, seed_offset)
        which = max(0, sum(1 for s in self.starts if s <= at) - 1)
        return self.trees[which], at - self.starts[which]


def read_seed(seed: str, begins: Sequence[Begin], corrections: Sequence[Correction] = (), place: str = "") -> ReadSeed:
    """Read a whole seed. A document whose `words` are empty begins with the first line."""
    trace = clean(seed, corrections)
    starts = [_start(trace.text, b) if b.words else 0 for b in begins]
    marks = _emphasis_marks(trace)
    trees: list[Tree] = []
    for begin, start, end in zip(begins, starts, [*starts[1:], len(trace.text) + 1], strict=True):
        text = trace.text[start : end - 1]
        inside = [m - start for m in marks if start <= m < end]
        trees.append(build_tree(begin.id, text, begin.outline, inside, place))
    return ReadSeed(trace, trees, starts, trace.repairs())


def opening_words(text: str) -> str:
    """Words that begin the first line of a cleaned text and no other, for a `Begin`; empty where all of the line recurs."""
    first, *others = text.split("\n")
    for length in range(min(SHORTEST_OPENING, len(first)), len(first) + 1):
        words = first[:length]
        if words and clean(words).text == words and not any(line.startswith(words) for line in others):
            return words
    return ""


def _start(text: str, begin: Begin) -> int:
    words = clean(begin.words).text
    at = [m.start() for m in re.finditer(rf"^{re.escape(words)}", text, re.M)]
    if len(at) != 1:
        raise NoSuchStart(begin, len(at))
    return at[0]


def _emphasis_marks(trace: Trace) -> list[int]:
    """Text offsets at which a removed `**` stood."""
    return [bisect_left(trace.index, m.start()) for m in re.finditer(r"\*\*", trace.seed)]
