"""Numbering definitions: lists, their levels, and what a list overrides (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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

    def start(self, level: int) -> int:
        return self.starts.get(level, self.levels[level].start)


class Definitions:
    """The lists of a numbering part by their `w:numId`."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = (
            {} if root is None else {a.get(f"{W}abstractNumId"): a for a in root.iterfind(f"{W}abstractNum")}
        )
        self._nums = {} if root is None else {n.get(f"{W}numId"): n for n in root.iterfind(f"{W}num")}
        self._lists: dict[str, List | None] = {}

    def __getitem__(self, num: str) -> List | None:
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
            level, start = child(override, "lvl"), number(override, "startOverride")
            if level is not None:
                made.levels[n] = _level(level)
            if start is not None:
                made.starts[n] = start
        return made


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
