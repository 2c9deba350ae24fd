"""The numbers of lists and headings (ODF 1.3 part 3, 5.3 and 16.30 to 16.34; part 3, 19.498 on number formats)."""

from __future__ import annotations

import re

from yuedu.intake.counting import counted
from yuedu.intake.odt.names import LOEXT, STYLE, TEXT, Element, count
from yuedu.intake.odt.styles import Styles

LEVELS = 10
FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "壹, 贰, 参, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
    "一": "chineseCounting",
    "〇, 一, 二, ...": "ideographDigital",
    "一, 十, 一百(一), ...": "chineseCounting",
}
NUMBERED = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")


class Counter:
    """How far one list, or the outline of the headings, has counted."""

    def __init__(self, style: Element | None) -> None:
        self.style = style
        self._counts: list[int | None] = [None] * LEVELS
        self._levels = (
            {} if style is None else {count(e, f"{TEXT}level") - 1: e for e in style if isinstance(e.tag, str)}
        )

    def label(self, level: int, start: int | None = None) -> str:
        """The number of the next item of a level (0 is the first); empty for a bullet. The counter moves on."""
        level = min(level, LEVELS - 1)
        held = self._counts[level]
        self._counts[level] = start if start is not None else self._start(level) if held is None else held + 1
        self._counts[level + 1 :] = [None] * (LEVELS - level - 1)
        this = self._levels.get(level)
        if this is None or this.tag not in NUMBERED or not this.get(f"{STYLE}num-format"):
            return ""
        pattern: str = this.get(f"{LOEXT}num-list-format", "")
        if pattern:
            return re.sub(r"%(\d+)%", lambda m: self._figure(int(m[1]) - 1), pattern).strip()
        shown = count(this, f"{TEXT}display-levels")
        figures = [self._figure(n) for n in range(max(0, level - shown + 1), level + 1)]
        figures = [f for f in figures if f]
        before, after = str(this.get(f"{STYLE}num-prefix", "")), str(this.get(f"{STYLE}num-suffix", ""))
        return (before + ".".join(figures) + after).strip()

    def _figure(self, level: int) -> str:
        this = self._levels.get(level)
        format = None if this is None else this.get(f"{STYLE}num-format")
        if not format or not 0 <= level < LEVELS:
            return ""
        held = self._counts[level]
        return counted(self._start(level) if held is None else held, FORMATS.get(format, format))

    def _start(self, level: int) -> int:
        this = self._levels.get(level)
        return 1 if this is None else count(this, f"{TEXT}start-value")


class Lists:
    """The counters of a document: a list goes on from another where it says so (19.770 and 19.772)."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counter] = {}
        self._last: dict[str, Counter] = {}
        self.outline = Counter(styles.outline)

    def counter(self, element: Element, style: str | None, id: str) -> Counter:
        """The counter of an outermost `text:list` whose style is `style`."""
        named = element.get(f"{TEXT}continue-list")
        name = style or ""
        found = self._by_id.get(named) if named else None
        if found is None and element.get(f"{TEXT}continue-numbering") == "true":
            found = self._last.get(name)
        found = found or Counter(self._styles.lists.get(name))
        self._last[name] = found
        if id:
            self._by_id[id] = found
        return found

    def switched(self, counter: Counter, style: str | None) -> Counter:
        """The counter for a list inside a list, which may have a style of its own."""
        other = self._styles.lists.get(style or "")
        if other is None or other is counter.style:
            return counter
        return self._last.setdefault(f"in {style}", Counter(other))
