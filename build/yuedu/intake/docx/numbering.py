"""The numbers that Word computes: counters moved on paragraph by paragraph.

ECMA-376 part 1, 17.9. Lists that name one abstract definition count on together, unless a `w:startOverride` starts one
afresh. A level starts again after any higher level, or as `w:lvlRestart` says (17.9.10). Where a higher level has not been
used, its start is shown.
"""

from __future__ import annotations

import re

from yuedu.intake.counting import FORMATS, counted
from yuedu.intake.docx.definitions import LEVELS, Definitions, List
from yuedu.intake.docx.names import Element, number, value
from yuedu.intake.docx.styles import Styles


class Numbering:
    """How far each list of a document has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles, self._lists = styles, Definitions(root, styles)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown: set[str] = set()
        """Formats that were written in digits because nobody here can write them."""

    def label(self, properties: Element | None) -> str:
        """The number of the next paragraph, which has these `w:pPr`; empty where it has none. The counters move on."""
        at = self._place(properties)
        if at is None:
            return ""
        num, level = at
        found = self._lists[num]
        if found is None or level not in found.levels:
            return ""
        self._count(num, found, level)
        return self._written(found, level)

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, or its style's (17.3.1.19, 17.9.18)."""
        own, level = value(properties, "numPr/numId"), number(properties, "numPr/ilvl")
        style = self._styles.of_paragraph(properties)
        num = own if own is not None else self._styles.list_of(style)
        if num is None or num == "0":
            return None
        if level is None and own is None:
            found = self._lists[num]
            linked = {lv.style: n for n, lv in found.levels.items() if lv.style} if found else {}
            level = next((linked[s] for s in self._styles.chain(style) if s in linked), None)
        if level is None:
            level = self._styles.level_of(style)
        return num, min(max(level or 0, 0), LEVELS - 1)

    def _count(self, num: str, found: List, level: int) -> None:
        counts = self._counts.setdefault(found.key, [None] * LEVELS)
        before = counts[level]
        if level in found.starts and (num, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = found.start(level) if before is None else before + 1
        self._begun.add((num, level))
        for lower in range(level + 1, LEVELS):
            rule = found.levels[lower].restart if lower in found.levels else None
            if rule is None or (rule and level < rule):
                counts[lower] = None

    def _written(self, found: List, level: int) -> str:
        this = found.levels[level]
        if this.format == "bullet":
            return ""
        return re.sub(r"%([1-9])", lambda m: self._figure(found, int(m[1]) - 1, level), this.text).strip()

    def _figure(self, found: List, n: int, level: int) -> str:
        """The number of level `n` in the label of a level."""
        other = found.levels.get(n)
        if other is None or n > level or other.format in ("none", "bullet"):
            return ""
        held = self._counts[found.key][n]
        count = found.start(n) if held is None else held
        if found.levels[level].legal:
            return str(count)
        if other.pattern:
            return str(count).zfill(len(other.pattern))
        if other.format not in FORMATS:
            self.unknown.add(other.format)
        return counted(count, other.format)
