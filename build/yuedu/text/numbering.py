"""The numerals that ids are made of: printed where the text prints one, else the position among what has none.

What has no numeral of its own among things that have one stands after the last of them: 4-1 is the first after 4, and 0-1
the first of all. Where nothing beside it has a numeral it is simply counted: 1, 2, 3.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from yuedu.text.lines import HeadingLine

Path = tuple[str, ...]


@dataclass(slots=True)
class Siblings:
    """The numerals right below one path: how many, the highest, the last, and whether any is printed."""

    taken: set[str] = field(default_factory=set)
    highest: int = 0
    last: str = "0"
    printed: bool = False
    after: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def take(self, numeral: str) -> str:
        self.taken.add(numeral)
        self.last = numeral.partition("-")[0]
        self.highest = max(self.highest, int(self.last))
        return numeral

    def next_after(self, numeral: str) -> str:
        """The first free one of 4-1, 4-2 …"""
        self.after[numeral] += 1
        while f"{numeral}-{self.after[numeral]}" in self.taken:
            self.after[numeral] += 1
        return f"{numeral}-{self.after[numeral]}"

    def unnumbered(self, *, among_numbered: bool) -> str:
        position = str(len(self.taken) + 1)
        if not among_numbered and position not in self.taken:
            return self.take(position)
        return self.take(self.next_after(self.last))


@dataclass(slots=True)
class Numbering:
    """What is taken so far, sections and passages each by the path above them."""

    sections: defaultdict[Path, Siblings] = field(default_factory=lambda: defaultdict(Siblings))
    passages: defaultdict[Path, Siblings] = field(default_factory=lambda: defaultdict(Siblings))
    annexes: set[int] = field(default_factory=set)
    last_annex: int = 0

    def section(self, parent: Path, found: HeadingLine) -> str:
        """Of a printed numeral; where it is taken, the next free number."""
        siblings = self.sections[parent]
        siblings.printed = True
        own = found.numeral
        return siblings.take(str(siblings.highest + 1) if own in siblings.taken else own)

    def bare_section(self, parent: Path, *, among_numbered: bool) -> str:
        """Of a heading without a numeral."""
        siblings = self.sections[parent]
        return siblings.unnumbered(among_numbered=among_numbered or siblings.printed)

    def annex(self, number: int | None, *, above: int = 0) -> str:
        """a1: of its printed number where that is free, else the next after all that are printed (`above` is the last)."""
        own = max(self.last_annex, above) + 1 if number is None or number in self.annexes else number
        self.annexes.add(own)
        self.last_annex = max(self.last_annex, own)
        return f"a{own}"

    def passage(self, section: Path, printed: int | None) -> str:
        """Of a printed number, else by position."""
        siblings = self.passages[section]
        if printed is not None and str(printed) not in siblings.taken:
            return siblings.take(str(printed))
        return siblings.unnumbered(among_numbered=False)

    def after(self, section: Path, last: int) -> str:
        """Of a passage without a printed number after paragraph `last`, which may stand in the section before."""
        siblings = self.passages[section]
        return siblings.take(siblings.next_after(str(last)))
