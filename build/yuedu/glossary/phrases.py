"""A text as units (words, and “coinages” whole), and the runs of units that may be an expression of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yuedu.glossary.background import Background
from yuedu.glossary.joining import LIGHT, NEVER_INSIDE, NOT_LAST

HAN = re.compile("[\u3400-\u9fff]+")
LATIN = re.compile("(?=[0-9+-]*[A-Z])[A-Z0-9+-]{2,8}")  # AI, 5G, GDP
QUOTED = re.compile("“([^“”。！？；]{2,24})”")  # “免申即享”
MOST_UNITS = 7
LONGEST = 18

NUMERALS = frozenset("一二三四五六七八九十百千万两双")
NOT_FIRST_TAGS = ("c", "d", "e", "k", "o", "p", "q", "r", "u", "y", "m", "f", "t")
NOT_LAST_TAGS = ("c", "d", "p", "q", "r", "u", "y")
LAST_TAGS = ("n", "vn", "an", "j", "l", "i", "s", "b")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a coinage of a text; the offsets take the quotation marks of a coinage in."""

    text: str
    tag: str
    start: int
    end: int
    free: bool

    @property
    def quoted(self) -> bool:
        return self.tag == "quoted"


def units(zh: str, words: Sequence[tuple[int, int]], free: Sequence[bool], general: Background) -> list[list[Unit]]:
    """The runs between punctuation marks, each as its units in order."""
    coinages = {m.start(): m for m in QUOTED.finditer(zh)}
    runs: list[list[Unit]] = [[]]
    at = 0
    for start, end in words:
        if start < at:
            continue
        if match := coinages.get(start):
            at = match.end()
            runs[-1].append(Unit(match[1], "quoted", start, at, all(free[match.start(1) : match.end(1)])))
        elif HAN.fullmatch(zh, start, end):
            runs[-1].append(Unit(zh[start:end], general.tag(zh[start:end]), start, end, all(free[start:end])))
        elif LATIN.fullmatch(zh, start, end):
            runs[-1].append(Unit(zh[start:end], "eng", start, end, all(free[start:end])))
        else:
            runs.append([])
    return [run for run in runs if run]


def spans(run: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The stretches of two units and more, half-open, that are built as an expression can be: 新质 + 生产力."""
    for first in range(len(run)):
        if not _may_begin(run[first]):
            continue
        length = len(run[first].text)
        for last in range(first + 1, min(first + MOST_UNITS, len(run))):
            unit = run[last]
            length += len(unit.text)
            if length > LONGEST or not unit.free or unit.text in NEVER_INSIDE:
                break
            if _may_end(unit, length):
                yield first, last + 1


def _may_begin(unit: Unit) -> bool:
    if not unit.free or unit.text in NEVER_INSIDE or (unit.text in LIGHT and unit.text != "新"):
        return False
    return unit.quoted or not unit.tag.startswith(NOT_FIRST_TAGS) or unit.text in NUMERALS


def _may_end(unit: Unit, length: int) -> bool:
    if unit.text in NOT_LAST or unit.tag.startswith(NOT_LAST_TAGS):
        return False
    return unit.tag.startswith(LAST_TAGS) or not unit.tag or (len(unit.text) == 1 and length > 2)
