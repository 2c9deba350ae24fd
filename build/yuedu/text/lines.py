"""Classified lines: heading or not, and where its label and its title end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yuedu.text import frame, grammar
from yuedu.text.numerals import label_number


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A numbered line. `title` and the text after it are half-open spans in the line; `rank` is its depth in the grammar.

    `inserted` is 1 for 第四条之一, which stands after 第四条; 0 for all others.
    """

    rank: int
    number: int
    label: str
    title: tuple[int, int]
    rest: int
    inserted: int = 0

    @property
    def standalone(self) -> bool:
        return self.rest < 0

    @property
    def numeral(self) -> str:
        """As ids write it: 4, or 4-1 for 第四条之一."""
        return f"{self.number}-{self.inserted}" if self.inserted else str(self.number)

    def as_text(self) -> HeadingLine:
        """The same number with no title: all that follows the label is text."""
        start = self.title[0]
        return replace(self, title=(start, start), rest=start)


_ASIDE = re.compile("[（(][^（）()]+[）)]。?")
"""（责任单位：市发展改革委） after the one sentence of an item: the sentence is its text, and no title."""


def heading(line: str) -> HeadingLine | None:
    """Read a line as a heading, or None.

    A standalone heading is its line; a run-in heading ends at its first 。; where that first sentence is no title
    (an article, an item of a list, a whole paragraph), the section has none and all of it is text.
    """
    for rank, kind in enumerate(grammar.HEADINGS):
        match = kind.pattern.match(line)
        if not match:
            continue
        groups = match.groupdict()
        number = label_number(groups.get("n") or groups.get("n2") or "")
        if number is None or match.end() == len(line):
            return None
        inserted = label_number(groups.get("sub") or "") or 0
        start, stop = match.end(), line.find("。", match.end())
        end = stop if stop >= 0 else len(line)
        whole = stop < 0 or stop == len(line) - 1
        aside = stop >= 0 and _ASIDE.fullmatch(line, stop + 1) is not None
        untitled = not kind.titled or aside or end - start > grammar.LONGEST_TITLE or (whole and line[-1] in "；;，：:")
        if untitled:
            return HeadingLine(rank, number, match["label"], (start, start), start, inserted)
        return HeadingLine(rank, number, match["label"], (start, end), -1 if whole else stop + 1, inserted)
    return None


def is_label(words: str) -> bool:
    """Whether words are a label without its title: 第一章, 一、, 1."""
    return any(kind.pattern.fullmatch(words) for kind in grammar.HEADINGS)


def is_whole(line: str) -> bool:
    """Whether a line ends like a finished paragraph or is a heading that stands alone."""
    found = heading(line)
    return bool(grammar.TERMINAL.search(line)) or (found is not None and found.standalone)


def front_role(line: str) -> str | None:
    """The role of a front-matter line by its own shape, or None."""
    return next((role for role, pattern, _ in frame.FRONT_MATTER if pattern.fullmatch(line)), None)
