"""The numbers that Word computes: numbering definitions, and counters moved on paragraph by paragraph.

ECMA-376 part 1, 17.9. A `w:num` names an abstract definition of nine levels; several may name the same one and then count
on together, unless a `w:startOverride` starts one afresh. A level starts again after any higher level, or as `w:lvlRestart`
says (17.9.10). Where a higher level has not been used, its start is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from yuedu.intake.counting import FORMATS, counted
from yuedu.intake.docx.names import Element, W, child, number, on, value, whole
from yuedu.intake.docx.styles import Styles

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` has %1 to %9 for the numbers of the levels."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    pattern: str = ""


@dataclass(slots=True)
class List:
    """A `w:num`: its levels with what it overrides, and the key of the counters that it shares."""

    key: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = (
            {} if root is None else {a.get(f"{W}abstractNumId"): a for a in root.iterfind(f"{W}abstractNum")}
        )
        self._nums = {} if root is None else {n.get(f"{W}numId"): n for n in root.iterfind(f"{W}num")}
        self._lists: dict[str, List | None] = {}
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
        found = self._list(num)
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
            found = self._list(num)
            chain = self._styles.chain(style)
            linked = {lv.style: n for n, lv in found.levels.items() if lv.style} if found else {}
            level = next((linked[s] for s in chain if s in linked), None)
        if level is None:
            level = self._styles.level_of(style)
        return num, min(max(level or 0, 0), LEVELS - 1)

    def _count(self, num: str, found: List, level: int) -> None:
        counts = self._counts.setdefault(found.key, [None] * LEVELS)
        before = counts[level]
        if level in found.starts and (num, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = _start(found, level) if before is None else before + 1
        self._begun.add((num, level))
        for lower in range(level + 1, LEVELS):
            rule = found.levels[lower].restart if lower in found.levels else None
            if rule is None or (rule and level < rule):
                counts[lower] = None

    def _written(self, found: List, level: int) -> str:
        this, counts = found.levels[level], self._counts[found.key]
        if this.format == "bullet":
            return ""

        def one(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            other = found.levels.get(n)
            if other is None or n > level or other.format in ("none", "bullet"):
                return ""
            held = counts[n]
            count = _start(found, n) if held is None else held
            if this.legal:
                return str(count)
            if other.pattern:
                return str(count).zfill(len(other.pattern))
            if other.format not in FORMATS:
                self.unknown.add(other.format)
            return counted(count, other.format)

        return re.sub(r"%([1-9])", one, this.text).strip()

    def _list(self, num: str) -> List | None:
        if num not in self._lists:
            self._lists[num] = self._defined(num)
        return self._lists[num]

    def _defined(self, num: str) -> List | None:
        element = self._nums.get(num)
        key = value(element, "abstractNumId")
        abstract = self._abstract.get(key)
        for _ in range(LEVELS):  # a definition may stand in a style of lists (17.9.21), never in a ring of them
            link = value(abstract, "numStyleLink")
            if link is None:
                break
            key = value(self._nums.get(self._styles.list_of(link) or ""), "abstractNumId")
            abstract = self._abstract.get(key)
        if element is None or abstract is None or key is None:
            return None
        levels = {n: _level(e) for e in abstract.iterfind(f"{W}lvl") if (n := whole(e.get(f"{W}ilvl"))) is not None}
        made = List(key, levels)
        for override in element.iterfind(f"{W}lvlOverride"):
            n = whole(override.get(f"{W}ilvl"))
            if n is None:
                continue
            whole_level, start = child(override, "lvl"), number(override, "startOverride")
            if whole_level is not None:
                made.levels[n] = _level(whole_level)
            if start is not None:
                made.starts[n] = start
        return made


def _start(found: List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)


def _level(element: Element) -> Level:
    formats = list(element.iter(f"{W}numFmt"))
    format = formats[0].get(f"{W}val", "decimal") if formats else "decimal"
    made = Level(
        start=number(element, "start") or 0,
        format=format,
        text=value(element, "lvlText") or "",
        legal=bool(on(element, "isLgl")),
        restart=number(element, "lvlRestart"),
        style=value(element, "pStyle"),
    )
    if format == "custom":  # «001, 002, 003, ...» beside its nearest standard format (17.9.17)
        pattern = (formats[0].get(f"{W}format") or "").partition(",")[0].strip()
        made = replace(made, format="decimal", pattern=pattern if pattern.isdecimal() else "")
    return made
