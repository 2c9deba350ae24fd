"""A paragraph's words (ODF 1.3 part 3, 6): white space as it counts there, breaks, notes, fields, frames."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from yuedu.intake.odt.names import DRAW, OFFICE, TEXT, Element, count
from yuedu.intake.odt.styles import Styles

MOST_SPACES = 100
SKIPPED = (
    "page-number",
    "page-count",
    "page-continuation",
    "number",
    "ruby-text",
    "hidden-text",
    "tracked-changes",
    "toc-mark-start",
    "note-citation",
)


class Words:
    """Reads one paragraph; `frames` are the text boxes anchored in it."""

    def __init__(self, styles: Styles, note: Callable[[Element], str], left: Counter[str]) -> None:
        self._styles, self._note, self._left = styles, note, left
        self._pieces: list[str] = []
        self._after_space, self._hidden = True, False
        self.frames: list[Element] = []

    def read(self, paragraph: Element) -> str:
        self._hidden = self._styles.hides("paragraph", paragraph.get(f"{TEXT}style-name"))
        self._inside(paragraph)
        return "".join(self._pieces)

    def _inside(self, element: Element) -> None:
        self._say(element.text)
        for c in element:
            if isinstance(c.tag, str):
                self._one(c)
            self._say(c.tail)

    def _one(self, c: Element) -> None:
        space, _, name = c.tag.rpartition("}")
        space += "}"
        if space == TEXT and name == "s":
            self._put(" " * min(count(c, f"{TEXT}c"), MOST_SPACES))
        elif space == TEXT and name in ("tab", "line-break"):
            self._put("\t" if name == "tab" else "\n")
        elif space == TEXT and name == "note":
            if not self._hidden:
                self._put(self._note(c))
        elif c.tag == f"{OFFICE}annotation":
            self._left["comment"] += 1
        elif space == DRAW:
            self.frames.append(c)
        elif space == TEXT and name == "span" and self._styles.hides("text", c.get(f"{TEXT}style-name")):
            before, self._hidden = self._hidden, True
            self._inside(c)
            self._hidden = before
        elif name == "hidden-text" and space == TEXT:
            self._left["hidden"] += 1
        elif name not in SKIPPED and c.tag != f"{OFFICE}annotation-end":
            self._inside(c)

    def _say(self, text: str | None) -> None:
        """Literal text: white space is one space, and none at the beginning or after another (6.1.2)."""
        text = re.sub(r"[ \t\r\n]+", " ", text or "")
        if self._after_space:
            text = text.removeprefix(" ")
        if not text:
            return
        if self._hidden:
            self._left["hidden"] += bool(text.strip())
            return
        self._pieces.append(text)
        self._after_space = text.endswith(" ")

    def _put(self, text: str) -> None:
        if not self._hidden:
            self._pieces.append(text)
            self._after_space = False
