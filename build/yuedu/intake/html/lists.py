"""The numbers that a browser puts before the items of lists; HTML Standard 4.4.5, 4.4.8, and CSS Counter Styles 3."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yuedu.intake.counting import counted

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE = ["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "simp-chinese-formal"]


class Lists:
    """The open lists, innermost last: how each writes its numbers, and the next one."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, int]] = []  # format, next number, step

    def open(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A list begins; an unordered one writes no numbers."""
        style = _STYLE.search(attributes.get("style") or "")
        named = style[1].lower() if style else ""
        write = _TYPES.get(attributes.get("type") or "1", "decimal")
        if named in _CHINESE or (attributes.get("type") or "") == "一":
            write = "chineseCounting"
        if tag == "ul" or named in ("none", "disc", "circle", "square"):
            write = ""
        self._open.append((write, _number(attributes.get("start"), 1), 1))

    def item(self, attributes: Mapping[str, str | None]) -> str:
        """The number of the next item, with the mark after it: 一、 or 1. ; empty in a list without numbers."""
        if not self._open:
            return ""
        write, following, step = self._open[-1]
        own = _number(attributes.get("value"), following)
        self._open[-1] = (write, own + step, step)
        if not write:
            return ""
        return counted(own, write) + ("、" if write == "chineseCounting" else ".")

    def close(self) -> None:
        """The innermost list ends."""
        if self._open:
            self._open.pop()


def _number(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value.strip()) else default
