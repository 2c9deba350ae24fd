"""The numerals that ids are made of: printed where the text prints one, else the position among what has none.

What has no numeral of its own among things that have one stands after the last of them: 4-1 is the first after 4, and 0-1
the first of all. Where nothing beside it has a numeral it is simply counted: 1, 2, 3.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yuedu.text.lines import HeadingLine

Path = tuple[str, ...]


@dataclass(slots=True)
class Numbering:
    """What is taken so far: sections by the path above them, passages by their section, both in order."""

    sections: dict[Path, list[str]] = field(default_factory=dict)
    passages: dict[Path, list[str]] = field(default_factory=dict)

    def numbers_below(self, parent: Path) -> list[int]:
        """The numbers of the sections right below a path."""
        return [int(one.partition("-")[0]) for one in self.sections.get(parent, []) if one[0] != "a"]

    def section(self, parent: Path, found: HeadingLine) -> str:
        """Of a printed numeral; where it is taken, the next free number."""
        siblings = self.sections.setdefault(parent, [])
        own = found.numeral
        if own in siblings:
            own = str(max(self.numbers_below(parent)) + 1)
        siblings.append(own)
        return own

    def bare_section(self, parent: Path, *, among_numbered: bool) -> str:
        """Of a heading without a numeral."""
        siblings = self.sections.setdefault(parent, [])
        own = _unnumbered(siblings, among_numbered)
        siblings.append(own)
        return own

    def annex(self, number: int | None) -> str:
        """a1: of its printed number where that is free, else the next."""
        siblings = self.sections.setdefault((), [])
        free = max((int(one[1:]) for one in siblings if one[0] == "a"), default=0) + 1
        own = f"a{free if number is None or f'a{number}' in siblings else number}"
        siblings.append(own)
        return own

    def passage(self, section: Path, printed: int | None, *, through: bool) -> str:
        """Of a printed number, else by position; `through`: the paragraphs around it have printed numbers."""
        siblings = self.passages.setdefault(section, [])
        own = str(printed)
        if printed is None or own in siblings:
            own = _unnumbered(siblings, through)
        siblings.append(own)
        return own

    def after(self, section: Path, last: int) -> str:
        """Of a passage without a printed number after paragraph `last`, which may stand in the section before."""
        siblings = self.passages.setdefault(section, [])
        own = _free(siblings, str(last))
        siblings.append(own)
        return own


def _unnumbered(siblings: list[str], among_numbered: bool) -> str:
    if not among_numbered:
        return str(len(siblings) + 1) if str(len(siblings) + 1) not in siblings else _free(siblings, siblings[-1])
    return _free(siblings, next((one.partition("-")[0] for one in reversed(siblings) if one[0] != "a"), "0"))


def _free(siblings: list[str], last: str) -> str:
    n = 1
    while f"{last}-{n}" in siblings:
        n += 1
    return f"{last}-{n}"
